package kqaward;

import java.time.LocalDate;

/**
 * A dated incident (Art. 12(6)).
 *
 * @param kind what happened
 * @param date the day on which it happened
 */
public record Incident(IncidentKind kind, LocalDate date) {
  /**
   * Refuses null.
   *
   * @param kind what happened
   * @param date the day on which it happened
   */
  public Incident {
    Given.notNull(kind, "kind");
    Given.notNull(date, "date");
  }
}
