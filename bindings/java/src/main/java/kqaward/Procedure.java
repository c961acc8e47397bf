package kqaward;

import java.time.LocalDate;
import java.util.Map;

/** The stages of a year's review (Art. 13 to 21, 23). */
public final class Procedure {
  private Procedure() {}

  /**
   * Checks the order of the stages and the time of the site review report.
   *
   * @param edition the edition
   * @param done the day on which each stage was finished; absent for not yet
   * @param siteReport the day on which the site review report came in; null for not yet
   * @param asOf the day for which the answer is given
   * @param calendar working days
   * @return where the procedure stands
   */
  public static Progress check(
      Edition edition,
      Map<Stage, LocalDate> done,
      LocalDate siteReport,
      LocalDate asOf,
      WorkCalendar calendar) {
    Stage[] stages = Stage.values();
    long[] days = new long[stages.length + 1];
    for (Stage stage : stages) {
      days[stage.code() - 1] = Given.dayOrNone(Given.notNull(done, "done").get(stage));
    }
    days[stages.length] = Given.dayOrNone(siteReport);
    return progress(
        Rules.procedureCheck(
            Given.edition(edition), days, Given.day(asOf, "as_of"), Given.calendar(calendar)));
  }

  static Progress progress(long[] answer) {
    return new Progress(
        Verdict.of(answer[0]),
        answer[1] == 0 ? null : Stage.of(answer[1]),
        Given.toDay(answer[2]),
        Finding.list(answer, 3));
  }

  /**
   * Last day for the site review report (Art. 17).
   *
   * @param edition the edition
   * @param siteReviewEnd last day of the site review
   * @param calendar working days
   * @return the day
   */
  public static LocalDate siteReportDue(
      Edition edition, LocalDate siteReviewEnd, WorkCalendar calendar) {
    long last = Given.day(siteReviewEnd, "site_review_end");
    return Given.toDay(Rules.siteReportDue(Given.edition(edition), last, Given.calendar(calendar)));
  }
}
