package kqaward;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Working days by the State Council's yearly notices. The built-in ones are those of 2020 to 2026;
 * other years are added day by day, as their notice says. There is no guessing.
 */
public final class WorkCalendar {
  /** The built-in notices alone. */
  public static final WorkCalendar BUILT_IN = new WorkCalendar(new byte[0]);

  private final byte[] raw;

  private WorkCalendar(byte[] raw) {
    this.raw = raw;
  }

  byte[] raw() {
    return raw;
  }

  /**
   * This calendar with a year of plain weeks, unless it holds a year of the caller's already.
   *
   * @param year the year
   * @return the changed calendar
   */
  public WorkCalendar withYear(int year) {
    return new WorkCalendar(Rules.calendarWithYear(raw, year, false));
  }

  /**
   * This calendar with what a notice says of one day. A year that it does not hold yet starts from
   * the built-in notice, or else from plain weeks.
   *
   * @param date the day
   * @param kind what the notice says
   * @return the changed calendar
   */
  public WorkCalendar with(LocalDate date, DayKind kind) {
    int code = Given.notNull(kind, "kind").code();
    return new WorkCalendar(Rules.calendarMarked(raw, Given.day(date, "date"), code));
  }

  /**
   * The years of the caller's own.
   *
   * @return the years, in the order in which they were added
   */
  public int[] years() {
    return Arrays.stream(Rules.calendarYears(raw)).mapToInt(Math::toIntExact).toArray();
  }

  /**
   * Whether there is a built-in notice of a year.
   *
   * @param year the year
   * @return whether there is
   */
  public static boolean isBuiltIn(int year) {
    return Rules.calendarBuiltin(year) != null;
  }

  /**
   * The years of the built-in notices.
   *
   * @return the years
   */
  public static int[] builtInYears() {
    return IntStream.rangeClosed(1, 9999).filter(WorkCalendar::isBuiltIn).toArray();
  }

  /**
   * Whether a day is a working day.
   *
   * @param date the day
   * @return whether it is
   */
  public boolean isWorking(LocalDate date) {
    return Rules.calendarIsWorking(Given.day(date, "date"), raw) == 1;
  }

  /**
   * The nth working day after a day, the day itself not counted (Civil Code art. 201).
   *
   * @param date the day
   * @param days working days, 0 to 250
   * @return the day
   */
  public LocalDate addWorkingDays(LocalDate date, int days) {
    return Given.toDay(Rules.calendarAddWorkingDays(Given.day(date, "date"), days, raw));
  }

  /**
   * The first working day on or after a day (Civil Code art. 203).
   *
   * @param date the day
   * @return the day
   */
  public LocalDate rollForward(LocalDate date) {
    return Given.toDay(Rules.calendarRollForward(Given.day(date, "date"), raw));
  }

  /**
   * How many working days lie from a first to a last day, both counted.
   *
   * @param first the first day
   * @param last the last day; earlier than the first yields 0
   * @return working days
   */
  public long count(LocalDate first, LocalDate last) {
    return Rules.calendarCountWorkingDays(Given.day(first, "first"), Given.day(last, "last"), raw);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkCalendar calendar && Arrays.equals(raw, calendar.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }
}
