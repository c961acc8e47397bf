package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a port of its own, and a client that talks to it. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "limits.requests=0",
      "limits.body-time=2s",
      "server.tomcat.connection-timeout=4s"
    })
abstract class OverLoopback {
  static final Path ROOT = Path.of(System.getProperty("kqaward.root", "../.."));
  static final String CHECK = "/api/v1/applications/check";
  static final String DECIDE = "/api/v1/rounds/decide";
  static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    } catch (InterruptedException fault) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(fault);
    }
  }

  HttpRequest.Builder posting(String path, String body, String language) {
    return to(path)
        .header("Content-Type", "application/json")
        .header("Accept-Language", language)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String path, String body, String language) {
    return send(posting(path, body, language).build());
  }

  HttpResponse<String> post(String path, byte[] body, String language) {
    return send(
        posting(path, "", language)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  HttpResponse<String> get(String path, String language) {
    return send(to(path).header("Accept-Language", language).build());
  }

  /** The answer to a request that is well asked. */
  JsonNode answer(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(start(response)).isEqualTo(200);
    assertThat(type(response)).startsWith("application/json");
    return JSON.readTree(response.body());
  }

  /** A problem by RFC 9457: one sentence, and nothing of how the service is made. */
  JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(start(response)).isEqualTo(status);
    assertThat(type(response)).startsWith("application/problem+json");
    assertThat(response.body())
        .doesNotContain("Exception", "\\tat ", "kqaward.service", "springframework", "tomcat");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).matches("(?s).+[.。]");
    assertThat(problem.path("title").asString()).isNotEmpty();
    assertThat(problem.path("code").asString()).isNotEmpty();
    return problem;
  }

  private static String start(HttpResponse<String> response) {
    return response.body().substring(0, Math.min(300, response.body().length()));
  }

  static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
