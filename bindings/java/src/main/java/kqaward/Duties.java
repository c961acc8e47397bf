package kqaward;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** After the award: the use of the title (Art. 28), the duty to report (Art. 29), the measures. */
public final class Duties {
  private Duties() {}

  static Set<Measure> measures(long bits) {
    return CodeTable.ofBits(Measure.class, bits, Measure::code);
  }

  /**
   * The duty to report an event in writing within the days of Art. 29, the day of the event not
   * counted.
   *
   * @param edition the edition
   * @param event the event
   * @param reported the day on which the report came in; null for not yet
   * @param asOf the day for which the answer is given
   * @param calendar working days
   * @return the answer
   */
  public static Report reportDuty(
      Edition edition, Event event, LocalDate reported, LocalDate asOf, WorkCalendar calendar) {
    return report(
        Rules.reportDuty(
            Given.edition(edition),
            Given.notNull(event, "event").numbers(),
            Given.dayOrNone(reported),
            Given.day(asOf, "as_of"),
            Given.calendar(calendar)));
  }

  static Report report(long[] answer) {
    return new Report(answer[0] == 1, Given.toDay(answer[1]), Finding.list(answer, 2).get(0));
  }

  /**
   * Whether a use of the title is allowed (Art. 28).
   *
   * @param facts what is known; absent for unknown
   * @return two findings
   */
  public static Decision titleUse(Map<TitleFact, Truth> facts) {
    return Decision.of(
        Rules.titleUseCheck(Given.facts(facts, TitleFact.values(), TitleFact::code, "title_use")));
  }

  /**
   * Measures after a use of the title (Art. 28).
   *
   * @param verdict the verdict of {@link #titleUse}
   * @return the measures
   */
  public static Set<Measure> titleMeasures(Verdict verdict) {
    return measures(Rules.titleMeasures(Given.notNull(verdict, "verdict").code()));
  }

  /**
   * What follows when an award was obtained by fraud (Art. 26).
   *
   * @return the measures
   */
  public static Set<Measure> fraudMeasures() {
    return measures(Rules.fraudMeasures());
  }

  /**
   * What follows an event of Art. 29 or another serious problem (Art. 30): the set from which the
   * committee chooses by gravity.
   *
   * @param event whether an event of Art. 29 happened
   * @param problem whether a follow-up check found another serious problem
   * @param revoked whether the honour was revoked
   * @return the measures
   */
  public static Set<Measure> seriousProblemMeasures(Truth event, Truth problem, Truth revoked) {
    return measures(
        Rules.seriousProblemMeasures(
            Given.notNull(event, "event").code(),
            Given.notNull(problem, "problem").code(),
            Given.notNull(revoked, "revoked").code()));
  }
}
