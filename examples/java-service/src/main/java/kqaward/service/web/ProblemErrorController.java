package kqaward.service.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kqaward.service.Limits;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the server refuse. */
@Controller
@Hidden
class ProblemErrorController implements ErrorController {
  private final ProblemWriter problems;
  private final Limits limits;

  ProblemErrorController(ProblemWriter problems, Limits limits) {
    this.problems = problems;
    this.limits = limits;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(limits.window().toSeconds()));
    }
    problems.write(request, response, status == null ? HttpStatus.BAD_REQUEST : status);
  }
}
