package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kqaward.Application;
import kqaward.Field;
import kqaward.KqaException;
import kqaward.IncidentKind;
import kqaward.Recommender;
import kqaward.Requirement;
import kqaward.Sanction;
import kqaward.SanctionKind;
import kqaward.Status;

/** One organisation's application, with the round file's keys. */
@Schema(description = "${schema.check}")
public record CheckRequest(
    @Schema(description = "${schema.ordinance}", example = "keqiao-2020") String ordinance,
    @Schema(description = "${schema.in_force_on}", format = "date") String inForceOn,
    @Schema(description = "${schema.amend}") Map<String, Object> amend,
    @Schema(description = "${schema.readings}") Map<String, String> readings,
    @Schema(
            description = "${schema.application_deadline}",
            format = "date",
            example = "2026-06-30",
            requiredMode = Schema.RequiredMode.REQUIRED)
        String applicationDeadline,
    @Schema(description = "${schema.facts}") Map<String, Object> facts,
    @Schema(description = "${schema.application}") Map<String, Object> application,
    List<DatedIncident> incidents,
    List<DecidedSanction> sanctions)
    implements EditionChoice {
  /** What the names of papers begin with. */
  static final String PAPERS = "application.";

  /** An incident with its day. */
  public record DatedIncident(
      @Schema(allowableValues = {"inspection_failure", "major_accident", "major_complaint"})
          String kind,
      @Schema(format = "date") String date) {}

  /** An earlier sanction with the day it was decided. */
  public record DecidedSanction(
      @Schema(allowableValues = {"fraud", "revocation"}) String kind,
      @Schema(format = "date") String decided) {

    static List<Sanction> read(List<DecidedSanction> given) {
      List<Sanction> sanctions = new ArrayList<>();
      for (DecidedSanction one : Given.list(given, "sanctions")) {
        String at = "sanctions[" + sanctions.size() + "]";
        sanctions.add(
            new Sanction(
                Given.requiredWord(
                    one.kind, SanctionKind::find, at + ".kind", Field.ORG_SANCTION_KIND),
                Given.requiredDay(one.decided, at + ".decided", Field.SANCTION_DECIDED)));
      }
      return sanctions;
    }
  }

  LocalDate deadline() {
    return Given.requiredDay(applicationDeadline, "application_deadline", Field.DEADLINE);
  }

  /** What is known of the application, its incidents and sanctions. */
  Application known() {
    Application.Builder known = Application.builder();
    Given.map(facts).forEach((key, value) -> take(known, "facts." + key, key, value));
    Given.map(application).forEach((key, value) -> take(known, PAPERS + key, PAPERS + key, value));
    int place = 0;
    for (DatedIncident one : Given.list(incidents, "incidents")) {
      String at = "incidents[" + place++ + "]";
      known.incident(
          Given.requiredWord(one.kind, IncidentKind::find, at + ".kind", Field.ORG_INCIDENT_KIND),
          Given.requiredDay(one.date, at + ".date", Field.INCIDENT_DATE));
    }
    DecidedSanction.read(sanctions).forEach(one -> known.sanction(one.kind(), one.decided()));
    return known.build();
  }

  private static void take(Application.Builder known, String path, String name, Object value) {
    Requirement requirement = requirement(name, path);
    if (value == null) {
      return;
    }
    switch (requirement) {
      case OPERATING_SINCE ->
          known.operatingSince(Given.day(value, path, Field.OPERATING_SINCE));
      case RECEIVED -> known.received(Given.day(value, path, Field.RECEIVED));
      case COPIES -> known.copies(Given.count(value, path, Field.COPIES));
      case RECOMMENDED_BY ->
          known.recommendedBy(
              Given.word(value, Recommender::find, path, Field.ORG_RECOMMENDED_BY));
      default -> known.fact(requirement, Given.truth(value, path));
    }
  }

  private static Requirement requirement(String name, String path) {
    try {
      if (name.startsWith(PAPERS) == path.startsWith(PAPERS)) {
        return Requirement.find(name);
      }
    } catch (KqaException fault) {
      // Told below, with the path.
    }
    throw new Fault(Status.UNKNOWN_KEY, path, Field.NONE);
  }
}
