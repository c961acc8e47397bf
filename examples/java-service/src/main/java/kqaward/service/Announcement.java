package kqaward.service;

import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the service where it is. */
@Component
class Announcement {
  @EventListener
  void tell(ServletWebServerInitializedEvent event) {
    String at = "http://127.0.0.1:" + event.getWebServer().getPort();
    System.out.printf(
        "资格审查表：%1$s/%n接口说明：%1$s/docs%nThe form: %1$s/  The interface: %1$s/docs%n", at);
  }
}
