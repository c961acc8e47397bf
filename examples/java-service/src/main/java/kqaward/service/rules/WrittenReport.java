package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import kqaward.AccidentGrade;
import kqaward.Duties;
import kqaward.Edition;
import kqaward.Event;
import kqaward.EventKind;
import kqaward.Field;
import kqaward.InspectionLevel;
import kqaward.Language;
import kqaward.Report;
import kqaward.Status;

/** Whether and until when an award winner must report an event in writing (Art. 29). */
@Schema(description = "${schema.written_report}")
public record WrittenReport(
    @Schema(description = "${schema.ordinance}") String ordinance,
    @Schema(description = "${schema.in_force_on}", format = "date") String inForceOn,
    @Schema(description = "${schema.amend}") Map<String, Object> amend,
    @Schema(description = "${schema.readings}") Map<String, String> readings,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Happened event,
    @Schema(description = "${schema.reported}", format = "date") String reported,
    @Schema(description = "${schema.as_of}", format = "date") String asOf,
    OwnCalendar calendar)
    implements EditionChoice {

  /** An event in the life of a winner. */
  @Schema(name = "Event")
  public record Happened(
      @Schema(
              allowableValues = {"accident", "inspection", "complaint", "loss"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          String kind,
      @Schema(
              description = "${schema.grade}",
              allowableValues = {
                "ordinary", "larger", "major", "gravest",
                "national", "provincial", "municipal", "county"
              })
          String grade,
      @Schema(format = "date", example = "2026-03-06", requiredMode = Schema.RequiredMode.REQUIRED)
          String date) {}

  /** Whether there is a duty, its last day, and whether it was kept. */
  public record Duty(String ordinance, boolean arises, LocalDate due, Shown finding) {}

  /** The answer in a language. */
  public Duty answer(Language language) {
    Given.required(event, "event", Field.NONE);
    LocalDate date = Given.requiredDay(event.date, "event.date", Field.EVENT_DATE);
    LocalDate asked = Given.day(asOf, "as_of", Field.AS_OF);
    LocalDate came = Given.day(reported, "reported", Field.REPORTED);
    Edition edition = edition(date, "event.date");
    Report duty =
        Duties.reportDuty(
            edition, event(date), came, asked == null ? date : asked, OwnCalendar.of(calendar));
    return new Duty(
        edition.id(), duty.arises(), duty.due(), Shown.of(duty.finding(), language));
  }

  private Event event(LocalDate date) {
    EventKind kind =
        Given.requiredWord(event.kind, EventKind::find, "event.kind", Field.EVENT_KIND);
    return switch (kind) {
      case ACCIDENT -> Event.accident(grade(AccidentGrade::find), date);
      case INSPECTION -> Event.inspection(grade(InspectionLevel::find), date);
      case COMPLAINT -> Event.complaint(ungraded(date));
      case LOSS -> Event.loss(ungraded(date));
    };
  }

  private LocalDate ungraded(LocalDate date) {
    if (event.grade != null) {
      throw new Fault(Status.VALUE, "event.grade", Field.EVENT_GRADE);
    }
    return date;
  }

  private <E> E grade(Function<String, E> find) {
    return Given.requiredWord(event.grade, find, "event.grade", Field.EVENT_GRADE);
  }
}
