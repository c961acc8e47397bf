package kqaward.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Headers of every answer: its language, and what a browser may do with it. */
final class HeaderFilter extends OncePerRequestFilter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'%s; img-src 'self' data:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> SECURITY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final LocaleResolver locales;

  HeaderFilter(LocaleResolver locales) {
    this.locales = locales;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    SECURITY.forEach(response::setHeader);
    // The viewer of the interface's description styles elements from its script.
    String inline = path.startsWith("/swagger-ui/") ? " 'unsafe-inline'" : "";
    response.setHeader("Content-Security-Policy", POLICY.formatted(inline));
    if (path.startsWith("/api/")) {
      Locale language = locales.resolveLocale(request);
      response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
      response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      // Facts about an organisation are nobody's to keep.
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    chain.doFilter(request, response);
  }
}
