package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"limits.requests=20", "limits.window=3600s"})
class RateLimitTest extends OverLoopback {
  @Test
  void anAddressThatAsksTooOftenIsTurnedAwayWithATime() {
    var response = get("/api/v1/editions", "en");
    int count = 1;
    for (; response.statusCode() == 200 && count < 100; count++) {
      response = get("/api/v1/editions", "en");
    }
    // The server lengthens the window to a power of two of milliseconds, and the number with it.
    assertThat(count).isBetween(20, 41);
    assertThat(problem(response, 429).path("detail").asString()).contains("Retry-After");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("3600");
  }
}
