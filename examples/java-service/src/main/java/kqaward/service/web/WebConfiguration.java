package kqaward.service.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Locale;
import kqaward.service.Limits;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.filters.RateLimitFilter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Filters in their order, languages, and how JSON is read. */
@Configuration
class WebConfiguration {
  @Bean
  LocaleResolver localeResolver() {
    AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.CHINESE);
    return resolver;
  }

  @Bean
  FilterRegistrationBean<HeaderFilter> headerFilter(LocaleResolver locales) {
    return registered(new HeaderFilter(locales), 1);
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> rateFilter(Limits limits) {
    FilterRegistrationBean<RateLimitFilter> filter = registered(new RateLimitFilter(), 2);
    filter.addInitParameter("bucketRequests", String.valueOf(Math.max(1, limits.requests())));
    filter.addInitParameter("bucketDuration", String.valueOf(limits.window().toSeconds()));
    filter.setEnabled(limits.requests() > 0);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter(Limits limits, ProblemWriter problems) {
    return registered(new BodyFilter(limits, problems), 3);
  }

  private static <F extends Filter> FilterRegistrationBean<F> registered(
      F filter, int order) {
    FilterRegistrationBean<F> bean = new FilterRegistrationBean<>(filter);
    bean.setOrder(order);
    return bean;
  }

  /** What Tomcat refuses before any filter is answered as a problem, too. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemPages() {
    return factory ->
        factory.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemValve.class.getName()));
  }

  /** Text is text and numbers are numbers. */
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder -> {
      builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
      builder.withConfigOverride(
          List.class, list -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
      for (CoercionInputShape shape :
          List.of(CoercionInputShape.Integer, CoercionInputShape.Float,
              CoercionInputShape.Boolean)) {
        builder.withCoercionConfig(
            LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
      }
    };
  }
}
