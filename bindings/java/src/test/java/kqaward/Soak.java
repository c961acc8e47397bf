package kqaward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Mixed calls for a time, and the memory of the process meanwhile. Grown memory is a failure. */
final class Soak {
  /** A heap that is there from the start, so that what grows is native. */
  static final List<String> OPTIONS =
      List.of("-Xms192m", "-Xmx192m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

  private static final long MOST_GROWTH_KIB = 16 * 1024;

  private Soak() {}

  /** Takes the seconds. A fifth of them warms up. */
  public static void main(String[] arguments) throws IOException {
    int seconds = Integer.parseInt(arguments[0]);
    Mixed mixed = new Mixed();
    long calls = mixed.run(Math.max(seconds / 5, 5));
    long first = resident();
    long most = first;
    for (int tenth = 0; tenth < 10; tenth++) {
      calls += mixed.run(Math.max(seconds * 4 / 50, 1));
      most = Math.max(most, resident());
      System.out.println((tenth + 1) * 10 + " %: " + calls + " calls, " + resident() + " KiB");
    }
    System.out.println(
        calls
            + " mixed calls, resident memory "
            + first / 1024
            + " MiB, at most "
            + most / 1024
            + " MiB");
    System.exit(most - first <= MOST_GROWTH_KIB ? 0 : 1);
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /** An application with every fact, an incident and a sanction. */
  static Application application() {
    Application.Builder builder =
        Application.builder()
            .operatingSince(LocalDate.of(2009, 4, 1))
            .recommendedBy(Recommender.TOWN)
            .copies(2)
            .received(LocalDate.of(2026, 6, 20))
            .incident(IncidentKind.INSPECTION_FAILURE, LocalDate.of(2021, 5, 6))
            .sanction(SanctionKind.REVOCATION, LocalDate.of(2018, 5, 1));
    for (Requirement one : Requirement.values()) {
      if (one.code() <= Requirement.EVIDENCE.code()) {
        builder.fact(one, true);
      }
    }
    return builder.build();
  }

  /** Everything that allocates in native code, sound and refused. */
  private static final class Mixed {
    private final Random random = new Random(1);
    private final LocalDate deadline = LocalDate.of(2026, 6, 30);
    private final Edition edition = Edition.on(deadline);
    private final Criteria criteria = Criteria.find("gbt19580-2012");
    private final Application application = application();
    private final byte[] json;
    private final Round round;
    private final int[] sheet = new int[23];
    private final Columns columns = new Columns(5000).known(new int[5000]).holds(new int[5000]);
    private final Answers answers = Answers.blank(5000, Set.of(Answers.Column.VERDICT));

    Mixed() throws IOException {
      Path root = Path.of(System.getProperty("kqaward.root"));
      json = Files.readAllBytes(root.resolve("examples/rounds/2026.json"));
      round = Round.parse(json);
    }

    long run(int seconds) {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      long calls = 0;
      for (; System.nanoTime() < end; calls++) {
        try {
          one();
        } catch (KqaException refused) {
          refused.getMessage();
        }
      }
      return calls;
    }

    private void one() {
      switch (random.nextInt(14)) {
        case 0 -> round.decide();
        case 1 -> round.decide().toJsonBytes();
        case 2 -> Round.parse(damaged());
        case 3 -> edition.with("quota.quality", random.nextBoolean() ? "4" : "x");
        case 4 -> Scores.panel(edition, criteria, sheet, sheet, sheet);
        case 5 -> Scores.rank(List.of(Ratio.of("600.5"), Ratio.of(1), Ratio.of("3057/5")));
        case 6 ->
            Voting.allocate(
                edition, Award.QUALITY, 14, List.of(new Candidate(9), new Candidate(99)));
        case 7 ->
            WorkCalendar.BUILT_IN
                .with(LocalDate.of(2027, 10, 1), DayKind.OFF)
                .count(deadline, deadline);
        case 8 ->
            Prizes.decide(
                edition,
                Award.QUALITY,
                List.of(new PastAward(Award.NOMINATION, 2021, 100_000, false)));
        case 9 -> Eligibility.decide(edition, LocalDate.MAX, application);
        case 10 -> round.decide().compare(round.decideUnder(edition)).changes();
        case 11 ->
            Batch.decide(
                edition, deadline, new Columns(100).known(new int[100]).holds(new int[100]));
        case 12 -> Batch.decide(edition, deadline, columns, answers);
        default -> {
          for (int i = 0; i < 100; i++) {
            Eligibility.decide(edition, deadline, application).findings().get(0).text(Language.ZH);
          }
        }
      }
    }

    private byte[] damaged() {
      byte[] text = json.clone();
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
      return text;
    }
  }
}
