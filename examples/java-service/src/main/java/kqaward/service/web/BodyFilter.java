package kqaward.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kqaward.service.Limits;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large or too slow, whether their length is announced or not. */
final class BodyFilter extends OncePerRequestFilter {
  private final Limits limits;
  private final ProblemWriter problems;

  BodyFilter(Limits limits, ProblemWriter problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limits.body().toBytes()) {
      // The rest of the body is not read, so the connection cannot be used again.
      response.setHeader("Connection", "close");
      problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE);
    } else {
      chain.doFilter(new Limited(request, limits), response);
    }
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final Limits limits;
    private ServletInputStream body;

    Limited(HttpServletRequest request, Limits limits) {
      super(request);
      this.limits = limits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new LimitedBody(super.getInputStream(), limits);
      }
      return body;
    }
  }
}
