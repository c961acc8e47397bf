package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest extends OverLoopback {
  @Test
  void anotherMethodIsRefusedAndTheRightOneTold() {
    var response = get(CHECK, "zh");
    problem(response, 405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    problem(send(to(DECIDE).DELETE().build()), 405);
    problem(post("/api/v1/editions", "{}", "en"), 405);
  }

  @Test
  void anotherContentTypeIsRefused() {
    for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x", "no type")) {
      for (String path : List.of(CHECK, DECIDE, "/api/v1/due-dates/bars")) {
        problem(
            send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString("{}")).build()),
            415);
      }
    }
    problem(send(to(CHECK).POST(BodyPublishers.ofString("{}")).build()), 415);
  }

  @Test
  void anotherAnswerThanJsonIsRefused() {
    problem(
        send(posting(CHECK, "{\"application_deadline\": \"2026-06-30\"}", "zh")
            .header("Accept", "text/csv").build()),
        406);
  }

  @Test
  void whatIsNotThereIsAProblem() {
    problem(get("/api/v1/nothing", "zh"), 404);
    problem(get("/nothing.html", "zh"), 404);
    problem(get("/api/v2/editions", "en"), 404);
    problem(get("/actuator/env", "en"), 404);
    problem(get("/error", "en"), 404);
  }

  @Test
  void aBodyAboveTheLimitIsRefusedWithAndWithoutAnnouncedLength() {
    String large = "{" + " ".repeat(1 << 20) + "}";
    for (String path : List.of(CHECK, DECIDE)) {
      problem(post(path, large, "zh"), 413);
      HttpRequest.BodyPublisher chunked =
          BodyPublishers.ofInputStream(
              () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
      problem(send(posting(path, "", "zh").POST(chunked).build()), 413);
    }
  }

  @Test
  void aBodyThatDripsInIsCutOff() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(CHECK, 1000));
      for (int i = 0; i < 30; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(100);
        if (socket.getInputStream().available() > 0) {
          break;
        }
      }
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void whatIsNotHttpIsRefusedWithoutATrace() throws Exception {
    for (String text : List.of("GET / HTTP/9.9\r\n\r\n", "\u0001\u0002\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a{b} HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "POST " + CHECK + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1"
            + "\r\n\r\n",
        "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!answer.isEmpty()) {
          assertThat(answer).as(text).matches("(?s)HTTP/1.1 (4\\d\\d|505).*");
          assertThat(answer).doesNotContain("Exception", "\tat ", "Tomcat");
          assertThat(answer).contains("application/problem+json", "请求");
        }
      }
    }
    assertThat(get("/actuator/health", "zh").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerIsProtectedAndNoneKeepsState() {
    for (String path : List.of("/", "/api/v1/editions", "/api/v1/nothing", "/openapi", "/docs")) {
      var headers = get(path, "zh").headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
    assertThat(get("/api/v1/editions", "zh").headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }

  @Test
  void healthTellsUpAndNothingElse() {
    assertThat(get("/actuator/health/readiness", "zh").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/actuator/health", "zh").body()).doesNotContain("details");
  }

  private static byte[] head(String path, int length) {
    return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: " + length + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String firstLine(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0 && c != '\r';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
