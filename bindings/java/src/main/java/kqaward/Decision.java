package kqaward;

import java.util.List;

/**
 * A decision with its findings.
 *
 * @param verdict not met when one finding is not met, else unknown when one is unknown, else met
 * @param findings what it rests on
 */
public record Decision(Verdict verdict, List<Finding> findings) {
  static Decision of(long[] answer) {
    return new Decision(Verdict.of(answer[0]), Finding.list(answer, 1));
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
