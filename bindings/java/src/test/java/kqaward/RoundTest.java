package kqaward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole rounds: printed as the C program prints them, and the same as values. */
class RoundTest {
  private static final Path EXAMPLE = Suite.ROOT.resolve("examples/rounds/2026.json");

  @TestFactory
  Stream<DynamicTest> aRoundIsPrintedByteForByteAsByTheProgramInC() {
    return Stream.concat(Suite.roundFiles().stream(), Stream.of(EXAMPLE))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private static void compare(Path file) throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(System.getProperty("kqaward.annual_round"), file.toString(), "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] printed = program.getInputStream().readAllBytes();
    if (program.waitFor() == 0) {
      assertArrayEquals(printed, Round.read(file).decide().toJsonBytes());
    } else {
      assertEquals(0, printed.length);
      assertThrows(KqaException.class, () -> Round.read(file).decide());
    }
  }

  @TestFactory
  Stream<DynamicTest> warningsAreThoseOfTheJson() {
    return Stream.concat(Suite.roundFiles().stream(), Stream.of(EXAMPLE))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> compareWarnings(file)));
  }

  private static void compareWarnings(Path file) {
    RoundResult result;
    try {
      result = Round.read(file).decide();
    } catch (KqaException refused) {
      return;
    }
    List<String> wanted = new ArrayList<>();
    for (JsonNode one : Suite.json(result.toJsonBytes()).get("warnings")) {
      wanted.add(
          one.path("code").asText()
              + " "
              + one.path("id").asText("-")
              + " "
              + one.path("reading").asText("-")
              + " "
              + one.path("vote").asText("none"));
    }
    assertEquals(
        wanted,
        result.warnings().stream()
            .map(
                one ->
                    one.code().key()
                        + " "
                        + (one.id() == null ? "-" : one.id())
                        + " "
                        + (one.reading() == null ? "-" : one.reading())
                        + " "
                        + one.vote().key())
            .toList());
  }

  @Test
  void aDraftAmendmentIsAnEditionWithValuesSet() {
    Round round = Round.read(EXAMPLE);
    Edition draft = round.edition().with("quota.quality", "4").with("vote.approval", "strict");
    assertEquals(List.of("quota.quality", "vote.approval"), round.edition().diff(draft));
    RoundResult now = round.decide();
    RoundResult then = round.decide(draft);
    assertEquals(Outcome.QUALITY, now.organization("K04").outcome());
    assertEquals(Outcome.NOMINATION, then.organization("K04").outcome());
    assertEquals(
        "nomination", Suite.json(then.toJsonBytes()).at("/organizations/3/outcome").asText());
  }

  @Test
  void aComparisonSaysWhatADraftChangesAndByWhichProvision() {
    RoundResult now = Round.read(EXAMPLE).decide();
    RoundResult then = now.round().decideUnder(now.edition().with("vote.approval", "strict"));
    Comparison comparison = now.compare(then);
    assertEquals(
        now.organizations().stream()
            .filter(one -> one.outcome() != then.organization(one.id()).outcome())
            .count(),
        comparison.flipped());
    Change k29 =
        comparison.changes().stream()
            .filter(one -> one.id().equals("K29"))
            .findFirst()
            .orElseThrow();
    assertEquals(Outcome.NOMINATION, k29.outcomeBefore());
    assertEquals(Outcome.NOT_ELECTED, k29.outcomeAfter());
    assertEquals(k29.provision(), k29.findingAfter().provision());
    assertEquals(Verdict.NOT_MET, k29.findingAfter().verdict());
    assertTrue(k29.changed().contains(Changed.OUTCOME));
    assertEquals(1, comparison.transitions().get(Outcome.NOMINATION).get(Outcome.NOT_ELECTED));
    assertEquals(now.prizeTotal(), comparison.prizeBefore());
    assertEquals(0, now.compare(now).changed());
  }

  @Test
  void resultsOfOtherNumbersOfOrganisationsAreNotCompared() {
    RoundResult one = Round.read(EXAMPLE).decide();
    String none =
        "{\"year\": 2026, \"application_deadline\": \"2026-06-30\", \"organizations\": []}";
    KqaException error =
        assertThrows(KqaException.class, () -> one.compare(Round.parse(none).decide()));
    assertEquals(Status.TOO_FEW, error.status());
    assertEquals("organizations", error.path());
  }

  @Test
  void theSensitivityOfOneReadingIsTheWarningOfThatReading() {
    Round round = Round.read(EXAMPLE);
    RoundResult result = round.decide();
    List<Sensitivity> all = round.sensitivity();
    assertEquals(round.ids(), all.stream().map(Sensitivity::id).toList());
    for (Sensitivity one : all) {
      assertEquals(
          result.organization(one.id()).outcomeReadings(),
          one.outcomeSets().stream()
              .filter(set -> set.size() == 1)
              .map(set -> set.get(0))
              .toList());
    }
  }

  @Test
  void combinationsOfReadingsBeginWithEveryDefault() {
    Edition edition = Edition.find("keqiao-2020").with("vote.approval", "strict");
    assertEquals(Edition.find("keqiao-2020"), edition.combination(0));
    assertThrows(KqaException.class, () -> edition.combination(Edition.combinations()));
    assertThrows(KqaException.class, () -> edition.combination(-1));
  }

  @Test
  void aRoundKeepsWhatItRead() {
    byte[] text = Suite.bytes(EXAMPLE);
    Round round = Round.parse(text);
    String before = round.decide().toJson();
    text[0] = '[';
    assertEquals(before, round.decide().toJson());
  }

  @Test
  void whatIsNotNamedIsRefused() {
    RoundResult result = Round.read(EXAMPLE).decide();
    assertEquals("id", assertThrows(KqaException.class, () -> result.organization("K99")).path());
    Path none = Path.of("no-such-file.json");
    KqaException error = assertThrows(KqaException.class, () -> Round.read(none));
    assertEquals(Status.UNREADABLE, error.status());
    assertEquals("no-such-file.json", error.path());
  }
}
