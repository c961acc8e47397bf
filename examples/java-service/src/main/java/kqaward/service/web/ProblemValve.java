package kqaward.service.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;

/**
 * What Tomcat itself refuses, such as a malformed request line. No language is known there and the
 * client may be no browser, so the sentence stands in both.
 */
public final class ProblemValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String problem =
        "{\"title\":\"请求无法受理\",\"status\":" + status + ",\"code\":\"http." + status
            + "\",\"detail\":\"请求不符合HTTP协议或服务暂不可用。"
            + " The request is not proper HTTP, or the service is not available.\"}";
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.getReporter().write(problem);
      response.finishResponse();
    } catch (IOException | NullPointerException closed) {
      // The client is gone.
    }
  }
}
