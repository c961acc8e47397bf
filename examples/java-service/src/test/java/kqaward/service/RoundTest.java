package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RoundTest extends OverLoopback {
  static Stream<Path> rounds() throws IOException {
    Stream<Path> examples = Files.list(ROOT.resolve("examples/rounds"));
    Stream<Path> cases = Files.list(ROOT.resolve("tests/conformance/rounds"));
    Stream<Path> faults = Files.list(ROOT.resolve("tests/conformance/errors"));
    return Stream.of(examples, cases, faults)
        .flatMap(paths -> paths)
        .filter(path -> path.toString().endsWith(".json"))
        .filter(path -> !path.toString().endsWith(".expected.json"))
        .sorted();
  }

  /** What the C program prints, or nothing where it refuses. */
  private static String printed(Path round) throws IOException, InterruptedException {
    String program = System.getProperty("kqaward.annual_round");
    Path output = Files.createTempFile("round", ".json");
    try {
      int status =
          new ProcessBuilder(List.of(program, round.toString(), "--json"))
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      return status == 0 ? Files.readString(output) : "";
    } finally {
      Files.delete(output);
    }
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everyRoundIsAnsweredByteByByteAsTheCProgramDoes(Path round) throws Exception {
    String expected = printed(round);
    var response = post(DECIDE, Files.readAllBytes(round), "zh");
    if (expected.isEmpty()) {
      problem(response, response.statusCode() == 400 ? 400 : 422);
    } else {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(expected);
    }
  }

  @Test
  void aScoreIsTakenFromItsText() {
    String round = """
        {"year": 2026, "application_deadline": "2026-06-30", "organizations": [
         {"id": "A", "document_review": {"score": %s}, "site_review": {"score": 600}}]}""";
    assertThat(answer(post(DECIDE, round.formatted("612.345678"), "zh")).isObject()).isTrue();
    JsonNode problem = problem(post(DECIDE, round.formatted("612.3456789"), "en"), 422);
    assertThat(problem.path("field").asString())
        .isEqualTo("organizations[0].document_review.score");
    problem(post(DECIDE, round.formatted("6e2"), "en"), 422);
  }

  @Test
  void aFaultNamesTheOrganisationsField() {
    JsonNode problem =
        problem(
            post(DECIDE, """
                {"year": 2026, "application_deadline": "2026-06-30", "organizations": [
                 {"id": "A"}, {"id": "B", "facts": {"iso9001_certified": 3}}]}""", "zh"),
            422);
    assertThat(problem.path("field").asString())
        .isEqualTo("organizations[1].facts.iso9001_certified");
    assertThat(problem.path("code").asString()).isEqualTo("type");
    assertThat(problem.path("detail").asString())
        .startsWith("organizations[1].facts.iso9001_certified：类型不符");
  }

  @Test
  void aMalformedRoundIsRefusedWithItsLine() {
    JsonNode problem = problem(post(DECIDE, "{\"year\": 2026,\n\"organizations\": [", "en"), 400);
    assertThat(problem.path("detail").asString()).contains("line 2");
    byte[] latin = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    assertThat(problem(post(DECIDE, latin, "en"), 400).path("code").asString())
        .isEqualTo("encoding");
  }
}
