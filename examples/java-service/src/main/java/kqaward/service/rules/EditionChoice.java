package kqaward.service.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import kqaward.Edition;
import kqaward.Field;
import kqaward.KqaException;
import kqaward.Parameter;
import kqaward.ParameterKind;
import kqaward.Status;

/**
 * Which edition of the rules a request means. The keys are those of the round file, and {@code
 * in_force_on} chooses by a day.
 */
public interface EditionChoice {
  /** The id of an edition; null for the one in force on a day. */
  String ordinance();

  /** A day on which the edition is in force; null for the request's own day. */
  String inForceOn();

  /** Parameters of a draft amendment: name to number, or text such as {@code "2/3"}. */
  Map<String, Object> amend();

  /** Readings: name to word. */
  Map<String, String> readings();

  /** The edition, where the request's own day stands in the given field. */
  default Edition edition(LocalDate day, String field) {
    if (ordinance() != null && inForceOn() != null) {
      throw new Fault(Status.BOTH, "in_force_on", Field.NONE);
    }
    LocalDate chosen = Given.day(inForceOn(), "in_force_on", Field.DATE);
    Edition edition =
        ordinance() != null
            ? Edition.find(ordinance())
            : chosen != null
                ? Editions.inForce(chosen, "in_force_on")
                : Editions.inForce(day, field);
    Map<String, String> changes = new LinkedHashMap<>();
    take(changes, "amend", amend());
    take(changes, "readings", readings());
    try {
      return edition.with(changes);
    } catch (KqaException fault) {
      String list = Given.map(readings()).containsKey(fault.path()) ? "readings." : "amend.";
      throw new Fault(fault.status(), list + fault.path(), fault.field());
    }
  }

  private static void take(Map<String, String> changes, String list, Map<String, ?> values) {
    Given.map(values)
        .forEach(
            (name, value) -> {
              String path = list + "." + name;
              Field field = parameter(name, list.equals("readings"), path);
              if (value != null) {
                changes.put(name, text(value, path, field));
              }
            });
  }

  private static Field parameter(String name, boolean reading, String path) {
    try {
      Parameter parameter = Parameter.find(name);
      if (reading == (parameter.kind() == ParameterKind.READING)) {
        return parameter.field();
      }
    } catch (KqaException unknown) {
      // Told below, with the path.
    }
    throw new Fault(Status.UNKNOWN_KEY, path, Field.PARAMETER_NAME);
  }

  /** A number as it was written; an exponent, which no parameter may have, stays visible. */
  private static String text(Object value, String path, Field field) {
    if (value instanceof String || value instanceof Number) {
      return value.toString();
    }
    throw new Fault(Status.TYPE, path, field);
  }
}
