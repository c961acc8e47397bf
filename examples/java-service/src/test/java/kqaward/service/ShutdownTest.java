package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class ShutdownTest {
  @Test
  void aRequestThatIsUnderWayIsAnsweredBeforeTheServiceEnds() throws Exception {
    var service =
        (ServletWebServerApplicationContext)
            SpringApplication.run(ServiceApplication.class, "--server.port=0");
    String body = "{\"application_deadline\": \"2026-06-30\"}";
    try (Socket socket = new Socket("127.0.0.1", service.getWebServer().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/applications/check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/json\r\nContent-Length: " + body.length()
                  + "\r\n\r\n" + body.substring(0, 10))
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      TimeUnit.MILLISECONDS.sleep(500);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(service::close);
      TimeUnit.MILLISECONDS.sleep(500);
      out.write(body.substring(10).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("\"verdict\":\"unknown\"");
      closing.get(10, TimeUnit.SECONDS);
    }
  }
}
