package kqaward.service.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kqaward.KqaException;
import kqaward.Language;
import kqaward.Status;
import kqaward.service.Languages;
import kqaward.service.rules.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every exception as a problem; none of them tells how the service is made. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  /** Faults of the text itself; all others are faults of what it says. */
  private static final Map<Status, HttpStatus> OF_THE_TEXT =
      Map.of(
          Status.SYNTAX, HttpStatus.BAD_REQUEST,
          Status.ENCODING, HttpStatus.BAD_REQUEST,
          Status.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE);

  private final ProblemWriter problems;

  ProblemAdvice(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ofTheLibrary(KqaException fault, Locale locale) {
    return answer(fault.status(), fault.path(), fault.text(Languages.of(locale)), locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> ofTheRequest(Fault fault, Locale locale) {
    return answer(fault.status(), fault.path(), fault.text(Languages.of(locale)), locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unforeseen(Exception exception, Locale locale) {
    LOG.error("A request could not be answered", exception);
    return ResponseEntity.internalServerError()
        .body(problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, locale));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyFault fault) {
        return answer(fault.status());
      }
      if (cause instanceof StreamConstraintsException) {
        return beyondLimits();
      }
      if (cause instanceof StreamReadException fault) {
        return atPlace(fault);
      }
      if (cause instanceof MismatchedInputException fault) {
        return mismatch(fault);
      }
    }
    return answer(HttpStatus.BAD_REQUEST);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception exception, Object body, HttpHeaders headers, HttpStatusCode status,
      WebRequest request) {
    HttpStatus known = HttpStatus.resolve(status.value());
    ProblemDetail problem =
        problems.problem(known == null ? HttpStatus.BAD_REQUEST : known, language());
    return ResponseEntity.status(status).headers(headers).body(problem);
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }

  private ResponseEntity<Object> answer(HttpStatus status) {
    return ResponseEntity.status(status).body(problems.problem(status, language()));
  }

  private ResponseEntity<ProblemDetail> answer(
      Status fault, String path, String sentence, Locale locale) {
    HttpStatus status = OF_THE_TEXT.getOrDefault(fault, HttpStatus.UNPROCESSABLE_CONTENT);
    ProblemDetail problem = problems.problem(status, fault.key(), sentence, locale);
    if (!path.isEmpty()) {
      problem.setProperty("field", path);
    }
    return ResponseEntity.status(status).body(problem);
  }

  /** JSON that cannot be read, with the place where reading stopped. */
  private ResponseEntity<Object> atPlace(StreamReadException fault) {
    TokenStreamLocation place = fault.getLocation();
    String sentence =
        problems.sentence("json.syntax", language(), place.getLineNr(), place.getColumnNr());
    ProblemDetail problem =
        problems.problem(HttpStatus.BAD_REQUEST, "syntax", sentence, language());
    problem.setProperty("line", place.getLineNr());
    problem.setProperty("column", place.getColumnNr());
    return ResponseEntity.badRequest().body(problem);
  }

  private ResponseEntity<Object> beyondLimits() {
    String sentence = problems.sentence("json.limits", language());
    return ResponseEntity.badRequest()
        .body(problems.problem(HttpStatus.BAD_REQUEST, "limits", sentence, language()));
  }

  /** JSON that is well-formed and not what is asked for. */
  private ResponseEntity<Object> mismatch(MismatchedInputException fault) {
    boolean unknown = fault instanceof UnrecognizedPropertyException;
    Status status = unknown ? Status.UNKNOWN_KEY : Status.TYPE;
    String path = fault.getPath().isEmpty() ? "$" : path(fault.getPath());
    Language language = Languages.of(language());
    String sentence =
        problems.sentence(
            unknown ? "field.unknown" : "field." + expected(fault.getTargetType()),
            language(), path, status.text(language));
    ProblemDetail problem =
        problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, status.key(), sentence, language());
    problem.setProperty("field", path);
    return ResponseEntity.unprocessableContent().body(problem);
  }

  private static String expected(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    return type != null && List.class.isAssignableFrom(type) ? "list" : "object";
  }

  private static String path(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
