import java.time.LocalDate;
import kqaward.Application;
import kqaward.Edition;
import kqaward.Eligibility;
import kqaward.EligibilityAnswer;
import kqaward.Finding;
import kqaward.IncidentKind;
import kqaward.Language;
import kqaward.Recommender;
import kqaward.Requirement;

/** May this organisation apply, and if not, why? */
public final class MayApply {
  private MayApply() {}

  /** Prints the answer in both languages. */
  public static void main(String[] arguments) {
    LocalDate deadline = LocalDate.of(2026, 6, 30);
    Application application =
        Application.builder()
            .fact(Requirement.REGISTERED_IN_DISTRICT, true)
            .fact(Requirement.PAYS_TAX_IN_DISTRICT, true)
            .fact(Requirement.LAWFUL_OPERATION, true)
            .fact("iso9001_certified", true)
            .operatingSince(LocalDate.of(2024, 3, 1))
            .recommendedBy(Recommender.TOWN)
            .copies(1)
            .received(LocalDate.of(2026, 6, 20))
            .incident(IncidentKind.INSPECTION_FAILURE, LocalDate.of(2024, 11, 19))
            .build();
    EligibilityAnswer answer = Eligibility.decide(Edition.on(deadline), deadline, application);
    for (Language language : Language.values()) {
      System.out.println(answer.verdict().text(language));
      for (Finding reason : answer.reasons()) {
        System.out.println("  " + reason.text(language));
      }
    }
  }
}
