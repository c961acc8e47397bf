package kqaward.service.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import kqaward.service.Languages;
import kqaward.service.rules.CheckAnswer;
import kqaward.service.rules.CheckRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The qualification check of one application (Art. 15). */
@RestController
@Tag(name = "applications", description = "${tag.applications}")
class ApplicationController {
  @PostMapping(
      path = "/api/v1/applications/check",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "${op.check}")
  CheckAnswer check(@RequestBody CheckRequest request, Locale locale) {
    return CheckAnswer.of(request, Languages.of(locale));
  }
}
