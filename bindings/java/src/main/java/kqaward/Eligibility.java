package kqaward;

import java.time.LocalDate;
import java.util.List;

/** Whether an organisation may apply (Art. 12, 14, 15), and until when a sanction bars it. */
public final class Eligibility {
  private Eligibility() {}

  /**
   * Decides the qualification check: not met when a provision is not met, else unknown when one is
   * unknown, else met (Art. 15).
   *
   * @param edition the edition
   * @param deadline last day for applications, the reference day of every period and bar
   * @param application what is known of the application
   * @return the answer
   */
  public static EligibilityAnswer decide(
      Edition edition, LocalDate deadline, Application application) {
    Given.notNull(application, "application");
    return EligibilityAnswer.of(
        Rules.eligibilityDecide(
            Given.edition(edition),
            Given.day(deadline, "application_deadline"),
            application.numbers(),
            application.incidentNumbers(),
            application.sanctionNumbers()));
  }

  /**
   * Last day of the bar that a sanction brings, that day included (Art. 26, 30).
   *
   * @param edition the edition
   * @param sanction the sanction
   * @return the day
   */
  public static LocalDate barLastDay(Edition edition, Sanction sanction) {
    long[] numbers = Sanction.numbers(List.of(Given.notNull(sanction, "sanction")));
    return Given.toDay(Rules.barLastDay(Given.edition(edition), numbers));
  }

  /**
   * The first day, on or after a given one, on which no sanction bars an application whose deadline
   * it is (Art. 26, 30).
   *
   * @param edition the edition
   * @param sanctions the sanctions
   * @param from the day to start from
   * @return the day
   */
  public static LocalDate firstAcceptance(
      Edition edition, List<Sanction> sanctions, LocalDate from) {
    long[] numbers = Sanction.numbers(Given.list(sanctions, "sanctions"));
    return Given.toDay(
        Rules.firstAcceptance(Given.edition(edition), numbers, Given.day(from, "from")));
  }
}
