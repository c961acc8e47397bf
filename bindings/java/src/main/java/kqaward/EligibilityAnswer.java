package kqaward;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether an application is accepted (Art. 15), with every finding in the ordinance's order.
 *
 * @param verdict met, not met or unknown
 * @param missing the unknown facts that matter; empty unless the verdict is unknown
 * @param findings the findings
 */
public record EligibilityAnswer(
    Verdict verdict, List<Requirement> missing, List<Finding> findings) {
  static EligibilityAnswer of(long[] answer) {
    return new EligibilityAnswer(
        Verdict.of(answer[0]), missing(answer[1]), Finding.list(answer, 2));
  }

  static List<Requirement> missing(long bits) {
    if (bits == 0) {
      return List.of();
    }
    List<Requirement> missing = new ArrayList<>();
    for (int code = Rules.missingAt(bits, 0); code >= 0; ) {
      missing.add(Requirement.of(code));
      code = Rules.missingAt(bits, missing.size());
    }
    return List.copyOf(missing);
  }

  /**
   * The findings that stand against it.
   *
   * @return those not met, else those unknown
   */
  public List<Finding> reasons() {
    return Finding.reasons(findings);
  }
}
