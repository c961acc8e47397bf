package kqaward;

import java.util.Set;

/**
 * One organisation's result before and after.
 *
 * @param id the organisation
 * @param changed what differs
 * @param outcomeBefore its outcome; null for none
 * @param outcomeAfter its outcome; null for none
 * @param awardBefore its award
 * @param awardAfter its award
 * @param offQuotaBefore whether its award was off the quota
 * @param offQuotaAfter whether its award is off the quota
 * @param rankBefore its rank; null for no candidate
 * @param rankAfter its rank; null for no candidate
 * @param prizeBefore its prize, yuan
 * @param prizeAfter its prize, yuan
 * @param provision the first provision that differs, in the order of the procedure; null for none
 * @param findingBefore the provision's finding; null where there was none
 * @param findingAfter the provision's finding; null where there is none
 */
public record Change(
    String id,
    Set<Changed> changed,
    Outcome outcomeBefore,
    Outcome outcomeAfter,
    Award awardBefore,
    Award awardAfter,
    boolean offQuotaBefore,
    boolean offQuotaAfter,
    Integer rankBefore,
    Integer rankAfter,
    long prizeBefore,
    long prizeAfter,
    Provision provision,
    Finding findingBefore,
    Finding findingAfter) {
  /** How many numbers stand for a change, see rounds.c. */
  static final int NUMBERS = 12 + 2 * Finding.NUMBERS;

  static Change at(String id, long[] row, int at) {
    return new Change(
        id,
        CodeTable.ofBits(Changed.class, row[at], Changed::code),
        OrganizationResult.outcome(row[at + 1]),
        OrganizationResult.outcome(row[at + 2]),
        Award.of(row[at + 3]),
        Award.of(row[at + 4]),
        row[at + 5] == 1,
        row[at + 6] == 1,
        rank(row[at + 7]),
        rank(row[at + 8]),
        row[at + 10],
        row[at + 11],
        row[at + 9] == 0 ? null : Provision.of(row[at + 9]),
        finding(row, at + 12),
        finding(row, at + 12 + Finding.NUMBERS));
  }

  private static Integer rank(long rank) {
    return rank == 0 ? null : (Integer) (int) rank;
  }

  private static Finding finding(long[] row, int at) {
    return row[at] == 0 ? null : Finding.list(row, at, 1).get(0);
  }
}
