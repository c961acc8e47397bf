package kqaward.service.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import kqaward.service.Languages;
import kqaward.service.rules.Bars;
import kqaward.service.rules.SiteReport;
import kqaward.service.rules.WrittenReport;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Due dates and last days. */
@RestController
@RequestMapping(
    path = "/api/v1/due-dates",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "due-dates", description = "${tag.due_dates}")
class DueDateController {
  @PostMapping("/site-report")
  @Operation(summary = "${op.site_report}")
  SiteReport.Due siteReport(@RequestBody SiteReport request, Locale locale) {
    return request.answer(Languages.of(locale));
  }

  @PostMapping("/written-report")
  @Operation(summary = "${op.written_report}")
  WrittenReport.Duty writtenReport(@RequestBody WrittenReport request, Locale locale) {
    return request.answer(Languages.of(locale));
  }

  @PostMapping("/bars")
  @Operation(summary = "${op.bars}")
  Bars.Ends bars(@RequestBody Bars request, Locale locale) {
    return request.answer(Languages.of(locale));
  }
}
