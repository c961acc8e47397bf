package kqaward.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problems as RFC 9457 has them: one sentence in the client's language, and the field if any. */
@Component
public class ProblemWriter {
  private final MessageSource messages;
  private final LocaleResolver locales;
  private final JsonMapper json;

  ProblemWriter(MessageSource messages, LocaleResolver locales, JsonMapper json) {
    this.messages = messages;
    this.locales = locales;
    this.json = json;
  }

  /** The sentence of a fault in a language. */
  String sentence(String code, Locale language, Object... arguments) {
    return messages.getMessage(code, arguments, language);
  }

  /** A problem with a sentence of its own. */
  ProblemDetail problem(HttpStatus status, String code, String sentence, Locale language) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setTitle(sentence("status." + status.value(), language));
    problem.setProperty("code", code);
    return problem;
  }

  /** The problem that a status stands for where nothing more is known. */
  ProblemDetail problem(HttpStatus status, Locale language) {
    String code = "http." + status.value();
    return problem(status, code, sentence(code, language), language);
  }

  /** Answers outside of any controller. */
  void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    ProblemDetail problem = problem(status, locales.resolveLocale(request));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
