package kqaward;

import java.time.LocalDate;
import java.util.List;

/**
 * An earlier sanction (Art. 26, 30).
 *
 * @param kind its kind
 * @param decided the day of the decision
 */
public record Sanction(SanctionKind kind, LocalDate decided) {
  /**
   * Refuses null.
   *
   * @param kind its kind
   * @param decided the day of the decision
   */
  public Sanction {
    Given.notNull(kind, "kind");
    Given.notNull(decided, "decided");
  }

  static long[] numbers(List<Sanction> sanctions) {
    long[] numbers = new long[2 * sanctions.size()];
    int at = 0;
    for (Sanction sanction : sanctions) {
      numbers[at++] = sanction.kind.code();
      numbers[at++] = Given.dayOrNone(sanction.decided);
    }
    return numbers;
  }
}
