import java.nio.file.Path;
import kqaward.OrganizationResult;
import kqaward.Round;
import kqaward.RoundResult;

/** A round under the rules in force, and under a draft. */
public final class DraftAmendment {
  private DraftAmendment() {}

  /** Takes the round file and prints whose outcome the draft changes. */
  public static void main(String[] arguments) {
    Round round = Round.read(Path.of(arguments[0]));
    RoundResult now = round.decide();
    RoundResult draft = round.decide(round.edition().with("quota.quality", "4"));
    for (OrganizationResult before : now.organizations()) {
      OrganizationResult after = draft.organization(before.id());
      if (before.outcome() != after.outcome()) {
        System.out.println(
            before.id() + " " + before.outcome().key() + " -> " + after.outcome().key());
      }
    }
    System.out.println(now.prizeTotal() + " -> " + draft.prizeTotal() + " yuan");
  }
}
