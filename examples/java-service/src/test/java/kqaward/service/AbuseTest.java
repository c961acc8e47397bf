package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AbuseTest extends OverLoopback {
  private static final int CLIENTS = 16;
  private static final int REQUESTS = 60;

  /** Sound and broken requests at once: each gets the answer that is its own. */
  @Test
  void manyClientsWithSoundAndBrokenRequestsGetTheirOwnAnswers() throws Exception {
    byte[] round = Files.readAllBytes(ROOT.resolve("examples/rounds/2026.json"));
    String right = post(DECIDE, round, "zh").body();
    String sound = ApplicationCheckTest.sound().toString();
    String accepted = post(CHECK, sound, "zh").body();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Void>> done = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Random random = new Random(client);
        done.add(clients.submit(calls(random, round, right, sound, accepted)));
      }
      for (Future<Void> one : done) {
        one.get();
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(get("/actuator/health", "zh").statusCode()).isEqualTo(200);
  }

  /** A small request must not make a large answer, nor much work. */
  @Test
  void listsBeyondWhatAnOfficeHasAreRefused() {
    String round =
        "{\"year\": 2026, \"application_deadline\": \"2026-06-30\", \"organizations\": [%s]}";
    assertThat(post(DECIDE, round.formatted(organizations(500)), "zh").statusCode()).isEqualTo(200);
    expectTooMany(DECIDE, round.formatted(organizations(501)), "organizations", 500);
    String incident = "{\"kind\": \"major_accident\", \"date\": \"2020-01-01\"}";
    expectTooMany(
        CHECK,
        "{\"application_deadline\": \"2026-06-30\", \"incidents\": ["
            + String.join(",", Collections.nCopies(1001, incident)) + "]}",
        "incidents", 1000);
    expectTooMany(
        "/api/v1/due-dates/site-report",
        "{\"site_review_end\": \"2026-09-25\", \"calendar\": {\"off\": ["
            + String.join(",", Collections.nCopies(1001, "\"2031-01-01\"")) + "]}}",
        "calendar.off", 1000);
  }

  private static String organizations(int count) {
    return IntStream.range(0, count)
        .mapToObj("{\"id\": \"%d\"}"::formatted)
        .collect(Collectors.joining(","));
  }

  private void expectTooMany(String path, String body, String field, int most) {
    JsonNode problem = problem(post(path, body, "zh"), 422);
    assertThat(problem.path("field").asString()).isEqualTo(field);
    assertThat(problem.path("detail").asString())
        .isEqualTo(field + "：数量过多；应为不超过" + most + "项的列表。");
  }

  private Callable<Void> calls(
      Random random, byte[] round, String right, String sound, String accepted) {
    return () -> {
      for (int i = 0; i < REQUESTS; i++) {
        switch (random.nextInt(4)) {
          case 0 -> assertThat(post(DECIDE, round, "zh").body()).isEqualTo(right);
          case 1 -> assertThat(post(CHECK, sound, "zh").body()).isEqualTo(accepted);
          case 2 -> expectAnswerOrProblem(DECIDE, damaged(round, random));
          default ->
              expectAnswerOrProblem(
                  CHECK, damaged(sound.getBytes(StandardCharsets.UTF_8), random));
        }
      }
      return null;
    };
  }

  /** A few bytes replaced, or a piece cut out. */
  private static byte[] damaged(byte[] text, Random random) {
    byte[] result = text.clone();
    if (random.nextBoolean()) {
      int from = random.nextInt(text.length);
      int length = random.nextInt(text.length - from);
      result = new byte[text.length - length];
      System.arraycopy(text, 0, result, 0, from);
      System.arraycopy(text, from + length, result, from, text.length - from - length);
    }
    for (int i = random.nextInt(4); i > 0 && result.length > 0; i--) {
      result[random.nextInt(result.length)] = (byte) random.nextInt(256);
    }
    return result;
  }

  private void expectAnswerOrProblem(String path, byte[] body) {
    var response = post(path, body, "en");
    if (response.statusCode() != 200) {
      problem(response, response.statusCode());
      assertThat(response.statusCode()).isIn(400, 422);
    }
  }
}
