package kqaward;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Calls every public method and constructor with whatever its types let through. */
final class Hostile {
  private static final List<Class<?>> CLASSES =
      List.of(
          Allocation.class,
          Application.class,
          Application.Builder.class,
          Ballot.class,
          Answers.class,
          Answers.Column.class,
          BallotAnswers.class,
          Batch.class,
          Below.class,
          Columns.class,
          Won.class,
          Candidate.class,
          Change.class,
          Comparison.class,
          Sensitivity.class,
          Changed.class,
          CommitteeSeat.class,
          Criteria.class,
          Criteria.Item.class,
          Decision.class,
          Duties.class,
          Edition.class,
          Eligibility.class,
          EligibilityAnswer.class,
          Event.class,
          Finding.class,
          Incident.class,
          OrganizationResult.class,
          Parameter.class,
          PastAward.class,
          People.class,
          Prize.class,
          Prizes.class,
          Procedure.class,
          Progress.class,
          Ranking.class,
          Ratio.class,
          Report.class,
          Round.class,
          RoundResult.class,
          Sanction.class,
          Scores.class,
          Seats.class,
          Voting.class,
          Warning.class,
          WarningCode.class,
          WorkCalendar.class,
          AccidentGrade.class,
          AssessorFact.class,
          Award.class,
          CommitteeRole.class,
          ConductFact.class,
          Convener.class,
          DayKind.class,
          EventKind.class,
          Field.class,
          IncidentKind.class,
          InspectionLevel.class,
          Language.class,
          Measure.class,
          Outcome.class,
          ParameterKind.class,
          Place.class,
          Provision.class,
          ProvisionKind.class,
          Recommender.class,
          Relation.class,
          Requirement.class,
          SanctionKind.class,
          Stage.class,
          Status.class,
          TitleFact.class,
          Truth.class,
          Unit.class,
          Verdict.class,
          VoteState.class);

  private final Random random;
  private final Map<Class<?>, List<Object>> pool = new HashMap<>();
  final List<String> wrong = new ArrayList<>();
  int answered;
  int refused;

  Hostile(long seed) {
    random = new Random(seed);
    byte[] round = Suite.bytes(Suite.ROOT.resolve("examples/rounds/2026.json"));
    put(boolean.class, true, false);
    put(
        int.class,
        0,
        1,
        -1,
        2,
        7,
        17,
        18,
        64,
        255,
        2026,
        1_000_000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE);
    put(long.class, 0L, 1L, -1L, 600L, 1_000_000L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE);
    put(Integer.class, 1, null, -5);
    put(
        String.class,
        null,
        "",
        "keqiao-2020",
        "quota.quality",
        "4",
        "strict",
        "gbt19580-2012",
        "612.35",
        "2/3",
        "1/0",
        "a\0b",
        "\ud800",
        "\ud83d\ude00",
        "%s%n%x",
        "x".repeat(100_000),
        "9".repeat(5000),
        "met",
        "K01",
        new String(round, StandardCharsets.UTF_8),
        "[".repeat(100_000),
        "{\"year\":1}");
    put(byte[].class, null, new byte[0], round, new byte[] {(byte) 0xff, 0}, new byte[1 << 20]);
    put(
        LocalDate.class,
        null,
        LocalDate.MIN,
        LocalDate.MAX,
        LocalDate.of(0, 1, 1),
        LocalDate.of(9999, 12, 31),
        LocalDate.of(2026, 6, 30),
        LocalDate.of(2020, 5, 10),
        LocalDate.of(2024, 2, 29),
        LocalDate.of(10000, 1, 1),
        LocalDate.of(-1, 1, 1));
    put(
        BigDecimal.class,
        null,
        BigDecimal.ZERO,
        new BigDecimal("612.35"),
        new BigDecimal("1e-400"),
        new BigDecimal("1e400"),
        new BigDecimal("1e2000000000"),
        new BigDecimal("-5"),
        new BigDecimal("0.0000000000000001"),
        new BigDecimal("9".repeat(400)));
    put(
        int[].class,
        null,
        new int[0],
        percents(23, 60),
        percents(23, 101),
        percents(24, 5),
        new int[100_000]);
    put(
        int[][].class,
        null,
        new int[0][],
        new int[][] {null},
        new int[][] {percents(23, 60), percents(23, 65), percents(23, 70)},
        new int[][] {percents(23, 60), percents(22, 60)},
        new int[100][23],
        new int[1_000_000][],
        new int[60_000][23]);
    put(
        Path.class,
        null,
        Path.of(""),
        Path.of("/"),
        Suite.ROOT,
        Path.of("no/such/file"),
        Suite.ROOT.resolve("examples/rounds/2026.json"));
    put(
        List.class,
        null,
        List.of(),
        Collections.singletonList(null),
        Arrays.asList(1, null),
        Collections.nCopies(100_000, null));
    put(
        Map.class,
        null,
        Map.of(),
        Collections.singletonMap(null, null),
        Collections.singletonMap("quota.quality", null));
    put(short[].class, null, new short[3]);
    put(long[].class, null, new long[0], new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE});
    put(int[].class, new int[] {Integer.MIN_VALUE, -1, Integer.MAX_VALUE});
    put(byte[].class, new byte[] {-128, 127, 0});
    put(int.class, 3, 3, 3);
    put(Object.class, null, "x", 1);
    put(Set.class, null, Set.of(), Set.of(Answers.Column.values()), Set.of(Verdict.MET));
    for (Class<?> type : CLASSES) {
      put(type, type.isEnum() ? type.getEnumConstants() : new Object[0]);
      pool.get(type).add(null);
    }
    put(
        Edition.class,
        Edition.find("keqiao-2020"),
        Edition.find("keqiao-2020").with("vote.quorum", "strict"));
    put(
        Criteria.class,
        Criteria.find("gbt19580-2012"),
        Criteria.find("baldrige-2021"),
        new Criteria(new byte[600]));
    put(WorkCalendar.class, WorkCalendar.BUILT_IN, WorkCalendar.BUILT_IN.withYear(2027));
    put(Round.class, Round.parse(round));
    put(RoundResult.class, Round.parse(round).decide());
    put(
        Ratio.class,
        Ratio.of(600),
        Ratio.of("652.5"),
        Ratio.of(-1),
        Ratio.of(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}),
        Ratio.of(new long[] {1, 0}));
    put(Application.class, Application.builder().build());
    put(Application.Builder.class, Application.builder());
  }

  private static int[] percents(int items, int percent) {
    int[] sheet = new int[items];
    Arrays.fill(sheet, percent);
    return sheet;
  }

  private void put(Class<?> type, Object... values) {
    pool.computeIfAbsent(type, key -> new ArrayList<>()).addAll(Arrays.asList(values));
  }

  /** Every executable once with each argument null in turn, then so many calls at random. */
  void attack(int calls) {
    List<Executable> executables = executables();
    for (Executable one : executables) {
      for (int place = 0; place < one.getParameterCount(); place++) {
        Object[] arguments = arguments(one);
        if (!one.getParameterTypes()[place].isPrimitive()) {
          arguments[place] = null;
        }
        call(one, arguments);
      }
    }
    for (int i = 0; i < calls; i++) {
      Executable one = executables.get(random.nextInt(executables.size()));
      call(one, arguments(one));
    }
  }

  static List<Executable> executables() {
    List<Executable> list = new ArrayList<>();
    for (Class<?> type : CLASSES) {
      for (Constructor<?> one : type.getConstructors()) {
        list.add(one);
      }
      for (Method one : type.getDeclaredMethods()) {
        boolean ofEveryEnum = type.isEnum() && one.getName().equals("valueOf");
        if (Modifier.isPublic(one.getModifiers()) && !one.isSynthetic() && !ofEveryEnum) {
          list.add(one);
        }
      }
    }
    list.sort((a, b) -> a.toString().compareTo(b.toString()));
    return list;
  }

  private Object[] arguments(Executable one) {
    Class<?>[] types = one.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = types[i] == List.class && random.nextBoolean() ? list() : any(types[i]);
    }
    return arguments;
  }

  private Object any(Class<?> type) {
    List<Object> values = pool.get(type);
    if (values == null) {
      throw new AssertionError("no values of " + type);
    }
    return values.get(random.nextInt(values.size()));
  }

  /** A list of one of the package's types, as raw code could pass it. */
  private List<Object> list() {
    Class<?> type = CLASSES.get(random.nextInt(CLASSES.size()));
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(any(type));
    }
    return list;
  }

  private void call(Executable one, Object[] arguments) {
    Object on =
        one instanceof Method m && !Modifier.isStatic(m.getModifiers())
            ? any(m.getDeclaringClass())
            : null;
    if (on == null && one instanceof Method m && !Modifier.isStatic(m.getModifiers())) {
      return;
    }
    try {
      Object answer =
          one instanceof Method method
              ? method.invoke(on, arguments)
              : ((Constructor<?>) one).newInstance(arguments);
      answered++;
      keep(answer);
    } catch (InvocationTargetException e) {
      judge(one, arguments, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** What was answered is given in again, but not without end. */
  private void keep(Object answer) {
    if (answer != null
        && CLASSES.contains(answer.getClass())
        && pool.get(answer.getClass()).size() < 200) {
      pool.get(answer.getClass()).add(answer);
    }
  }

  private void judge(Executable one, Object[] arguments, Throwable thrown) {
    refused++;
    if (thrown instanceof KqaException e) {
      boolean sound =
          e.status() != Status.OK
              && !e.getMessage().isBlank()
              && !e.text(Language.ZH).isBlank()
              && !e.getMessage().contains("\n")
              && e.path() != null;
      if (sound) {
        return;
      }
    }
    boolean mixed = thrown instanceof ClassCastException; // A list of another type than declared.
    boolean huge = // An array that is longer than any may be.
        thrown instanceof OutOfMemoryError
            && thrown.getMessage().startsWith("Requested array size");
    if (!mixed && !huge) {
      String given = Arrays.deepToString(arguments);
      wrong.add(one + " of " + given.substring(0, Math.min(300, given.length())) + ": " + thrown);
    }
  }

  /** Run by itself, with the virtual machine's own checks of native code. */
  public static void main(String[] arguments) {
    Hostile hostile = new Hostile(Long.parseLong(arguments[0]));
    hostile.attack(Integer.parseInt(arguments[1]));
    System.out.println(hostile.answered + " answered, " + hostile.refused + " refused");
    hostile.wrong.stream().limit(20).forEach(System.out::println);
    System.exit(hostile.wrong.isEmpty() ? 0 : 1);
  }
}
