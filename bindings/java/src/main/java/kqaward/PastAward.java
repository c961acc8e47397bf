package kqaward;

import java.util.List;

/**
 * An award of an earlier year (Art. 22, 24).
 *
 * @param award the award
 * @param year its year
 * @param paid what was paid for it, yuan
 * @param revoked whether it was revoked or cancelled later
 */
public record PastAward(Award award, int year, long paid, boolean revoked) {
  /**
   * Refuses null.
   *
   * @param award the award
   * @param year its year
   * @param paid what was paid for it, yuan
   * @param revoked whether it was revoked or cancelled later
   */
  public PastAward {
    Given.notNull(award, "award");
  }

  static long[] numbers(List<PastAward> history) {
    List<PastAward> given = Given.list(history, "history");
    long[] numbers = new long[4 * given.size()];
    int at = 0;
    for (PastAward past : given) {
      numbers[at++] = past.award.code();
      numbers[at++] = past.year;
      numbers[at++] = past.paid;
      numbers[at++] = past.revoked ? 1 : 0;
    }
    return numbers;
  }
}
