import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import kqaward.AccidentGrade;
import kqaward.DayKind;
import kqaward.Duties;
import kqaward.Edition;
import kqaward.Event;
import kqaward.KqaException;
import kqaward.Language;
import kqaward.Procedure;
import kqaward.Progress;
import kqaward.Report;
import kqaward.Stage;
import kqaward.WorkCalendar;

/** Last days: for the site review report (Art. 17) and for reporting an accident (Art. 29). */
public final class Deadlines {
  private Deadlines() {}

  /** Prints them. */
  public static void main(String[] arguments) {
    Edition edition = Edition.find("keqiao-2020");
    LocalDate end = LocalDate.of(2026, 9, 23);
    WorkCalendar calendar = WorkCalendar.BUILT_IN;
    System.out.println(Procedure.siteReportDue(edition, end, calendar));

    Event accident = Event.accident(AccidentGrade.LARGER, LocalDate.of(2026, 9, 1));
    Report report = Duties.reportDuty(edition, accident, null, LocalDate.of(2026, 9, 20), calendar);
    System.out.println(report.due() + " " + report.finding().text(Language.EN));

    Map<Stage, LocalDate> done = new EnumMap<>(Stage.class);
    done.put(Stage.NOTICE, LocalDate.of(2026, 4, 1));
    Progress progress = Procedure.check(edition, done, null, LocalDate.of(2026, 5, 6), calendar);
    System.out.println(progress.nextStage().text(Language.ZH));

    try {
      Procedure.siteReportDue(edition, LocalDate.of(2027, 9, 23), calendar);
    } catch (KqaException e) {
      System.out.println(e.getMessage());
    }
    WorkCalendar own = calendar.with(LocalDate.of(2027, 10, 1), DayKind.OFF);
    System.out.println(Procedure.siteReportDue(edition, LocalDate.of(2027, 9, 23), own));
  }
}
