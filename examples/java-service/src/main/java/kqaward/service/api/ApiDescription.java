package kqaward.service.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import kqaward.Language;
import kqaward.service.Languages;
import kqaward.service.rules.Wanted;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the interface says beyond the controllers' own words. */
@Configuration
class ApiDescription {
  private static final String PAPER = "application.";

  /** Keys in the form in which JSON is read and written here. */
  @Bean
  ModelResolver snakeCase() {
    return new ModelResolver(
            Json31.mapper()
                .copy()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
        .openapi31(true);
  }

  @Bean
  OpenApiLocaleCustomizer inLanguages(MessageSource messages) {
    return (description, locale) -> {
      description.setInfo(
          new Info()
              .title(messages.getMessage("api.title", null, locale))
              .description(messages.getMessage("api.description", null, locale))
              .version("1"));
      addRequirements(description, Languages.of(locale));
      addProblems(description);
      translate(description, text -> translated(text, messages, locale));
    };
  }

  /** The keys of an application, from the library's register. */
  private static void addRequirements(OpenAPI description, Language language) {
    var check = (Schema<?>) description.getComponents().getSchemas().get("CheckRequest");
    Schema<?> facts = described(check, "facts");
    Schema<?> application = described(check, "application");
    for (Wanted one : Wanted.all(language)) {
      boolean paper = one.name().startsWith(PAPER);
      (paper ? application : facts)
          .addProperty(paper ? one.name().substring(PAPER.length()) : one.name(), schema(one));
    }
    check.addProperty("facts", facts);
    check.addProperty("application", application);
  }

  private static Schema<?> described(Schema<?> of, String property) {
    String text = ((Schema<?>) of.getProperties().get(property)).getDescription();
    return typed("object").description(text).additionalProperties(false);
  }

  private static Schema<?> schema(Wanted one) {
    Schema<Object> schema =
        switch (one.kind()) {
          case "date" -> typed("string").format("date");
          case "count" -> typed("integer");
          case "word" -> typed("string");
          default -> typed("boolean");
        };
    if (one.words() != null) {
      schema.setEnum(List.copyOf(one.words()));
    }
    return schema.description(one.label() + " " + one.citation());
  }

  private static Schema<Object> typed(String type) {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }

  private static void addProblems(OpenAPI description) {
    Schema<?> problem =
        new ObjectSchema()
            .addProperty("status", typed("integer"))
            .addProperty("title", typed("string"))
            .addProperty("detail", typed("string"))
            .addProperty("code", typed("string"))
            .addProperty("field", typed("string"))
            .addProperty("line", typed("integer"))
            .addProperty("column", typed("integer"));
    description.getComponents().addSchemas("Problem", problem);
    ApiResponse answer =
        new ApiResponse()
            .description("${schema.problem}")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    description.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(operation -> operation.getResponses().addApiResponse("4XX", answer));
  }

  /** Puts the texts of a language in place of their names. */
  private static void translate(OpenAPI description, UnaryOperator<String> text) {
    description.getTags().forEach(tag -> tag.setDescription(text.apply(tag.getDescription())));
    description.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(operation -> translate(operation, text));
    description.getComponents().getSchemas().values().forEach(one -> translate(one, text));
  }

  private static void translate(Operation operation, UnaryOperator<String> text) {
    operation.setSummary(text.apply(operation.getSummary()));
    RequestBody body = operation.getRequestBody();
    if (body != null) {
      body.setDescription(text.apply(body.getDescription()));
    }
    operation.getResponses().values()
        .forEach(answer -> answer.setDescription(text.apply(answer.getDescription())));
  }

  private static void translate(Schema<?> schema, UnaryOperator<String> text) {
    schema.setDescription(text.apply(schema.getDescription()));
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(one -> translate(one, text));
    }
  }

  private static String translated(String text, MessageSource messages, Locale locale) {
    if (text == null || !text.startsWith("${")) {
      return text;
    }
    return messages.getMessage(text.substring(2, text.length() - 1), null, locale);
  }
}
