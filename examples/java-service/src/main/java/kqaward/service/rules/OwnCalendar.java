package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import kqaward.DayKind;
import kqaward.Field;
import kqaward.WorkCalendar;

/** Days of yearly notices that the library does not hold, or that correct it. */
@Schema(description = "${schema.calendar}")
public record OwnCalendar(
    @Schema(description = "${schema.off}") List<String> off,
    @Schema(description = "${schema.working}") List<String> working) {

  static WorkCalendar of(OwnCalendar own) {
    if (own == null) {
      return WorkCalendar.BUILT_IN;
    }
    WorkCalendar calendar = marked(WorkCalendar.BUILT_IN, own.off, "off", DayKind.OFF);
    return marked(calendar, own.working, "working", DayKind.WORKING);
  }

  private static WorkCalendar marked(
      WorkCalendar calendar, List<String> days, String list, DayKind kind) {
    int place = 0;
    WorkCalendar result = calendar;
    for (String day : Given.list(days, "calendar." + list)) {
      String path = "calendar." + list + "[" + place++ + "]";
      result = result.with(Given.day(day, path, Field.AS_OF), kind);
    }
    return result;
  }
}
