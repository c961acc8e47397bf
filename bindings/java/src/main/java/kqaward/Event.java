package kqaward;

import java.time.LocalDate;

/** An event in the life of a winner that may have to be reported (Art. 29). */
public final class Event {
  private final EventKind kind;
  private final int grade;
  private final LocalDate date;

  private Event(EventKind kind, int grade, LocalDate date) {
    this.kind = kind;
    this.grade = grade;
    this.date = Given.notNull(date, "date");
  }

  /** Also an event that is none, for tests of what the library refuses. */
  static long[] numbers(int kind, int grade, LocalDate date) {
    return new long[] {kind, grade, Given.dayOrNone(date)};
  }

  long[] numbers() {
    return numbers(kind.code(), grade, date);
  }

  /**
   * A quality, work safety or environmental accident.
   *
   * @param grade its grade
   * @param date the day on which it happened
   * @return the event
   */
  public static Event accident(AccidentGrade grade, LocalDate date) {
    return new Event(EventKind.ACCIDENT, Given.notNull(grade, "grade").code(), date);
  }

  /**
   * A failed product inspection.
   *
   * @param level its level
   * @param date the day on which it happened
   * @return the event
   */
  public static Event inspection(InspectionLevel level, LocalDate date) {
    return new Event(EventKind.INSPECTION, Given.notNull(level, "level").code(), date);
  }

  /**
   * Strong complaints, a major one, or clearly falling quality.
   *
   * @param date the day on which it happened
   * @return the event
   */
  public static Event complaint(LocalDate date) {
    return new Event(EventKind.COMPLAINT, 0, date);
  }

  /**
   * A serious operating loss through poor management.
   *
   * @param date the day on which it happened
   * @return the event
   */
  public static Event loss(LocalDate date) {
    return new Event(EventKind.LOSS, 0, date);
  }

  /**
   * What happened.
   *
   * @return the kind
   */
  public EventKind kind() {
    return kind;
  }

  /**
   * When it happened.
   *
   * @return the day
   */
  public LocalDate date() {
    return date;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Event event
        && kind == event.kind
        && grade == event.grade
        && date.equals(event.date);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kind.hashCode() + grade) + date.hashCode();
  }
}
