package kqaward.service.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import kqaward.Edition;
import kqaward.Field;
import kqaward.KqaException;
import kqaward.Language;
import kqaward.Parameter;

/** The editions of the rules, and their parameters and readings. */
public final class Editions {
  private Editions() {}

  /** An edition; {@code inForceTo} is null while it is in force. */
  @Schema(name = "Edition")
  public record Row(String ordinance, LocalDate inForceFrom, LocalDate inForceTo) {
    static Row of(Edition edition) {
      return new Row(edition.id(), edition.inForceFrom(), edition.inForceTo());
    }
  }

  /** An edition with everything that it sets. */
  @Schema(name = "WholeEdition")
  public record Whole(
      String ordinance, LocalDate inForceFrom, LocalDate inForceTo, List<Value> parameters) {}

  /** What an edition sets. */
  @Schema(name = "ParameterValue")
  public record Value(
      String name,
      String value,
      String kind,
      String unit,
      int article,
      Integer item,
      String label,
      String rule,
      String reason) {
    static Value of(Edition edition, Parameter row, Language language) {
      return new Value(
          row.name(),
          edition.get(row.name()),
          row.kind().key(),
          row.unit().text(language),
          row.article(),
          row.item() == 0 ? null : row.item(),
          row.label(language),
          row.field().rule(language),
          row.reason(language));
    }
  }

  static Edition inForce(LocalDate day, String field) {
    try {
      return Edition.on(day);
    } catch (KqaException fault) {
      throw new Fault(fault.status(), field, Field.DATE);
    }
  }

  /** All editions, or the one in force on a day. */
  public static List<Row> list(String inForceOn) {
    LocalDate day = Given.day(inForceOn, "in_force_on", Field.DATE);
    return day == null
        ? Edition.ids().stream().map(Edition::find).map(Row::of).toList()
        : List.of(Row.of(inForce(day, "in_force_on")));
  }

  /** One edition. */
  public static Whole find(String ordinance, Language language) {
    Edition edition = Edition.find(ordinance);
    return new Whole(
        edition.id(),
        edition.inForceFrom(),
        edition.inForceTo(),
        Parameter.all().stream().map(row -> Value.of(edition, row, language)).toList());
  }
}
