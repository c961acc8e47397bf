package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import kqaward.Edition;
import kqaward.Field;
import kqaward.Language;
import kqaward.Procedure;
import kqaward.Provision;

/** When the report of a site review is due (Art. 17). */
@Schema(description = "${schema.site_report}")
public record SiteReport(
    @Schema(description = "${schema.ordinance}") String ordinance,
    @Schema(description = "${schema.in_force_on}", format = "date") String inForceOn,
    @Schema(description = "${schema.amend}") Map<String, Object> amend,
    @Schema(description = "${schema.readings}") Map<String, String> readings,
    @Schema(
            description = "${schema.site_review_end}",
            format = "date",
            example = "2026-09-28",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String siteReviewEnd,
    OwnCalendar calendar)
    implements EditionChoice {

  /** The last day and where it stands. */
  public record Due(String ordinance, LocalDate due, String citation, String label) {}

  /** The answer in a language. */
  public Due answer(Language language) {
    LocalDate end = Given.requiredDay(siteReviewEnd, "site_review_end", Field.SITE_REVIEW_END);
    Edition edition = edition(end, "site_review_end");
    return new Due(
        edition.id(),
        Procedure.siteReportDue(edition, end, OwnCalendar.of(calendar)),
        Provision.SITE_REPORT_IN_TIME.citation(language),
        Provision.SITE_REPORT_IN_TIME.label(language));
  }
}
