package kqaward;

import java.util.List;

/** The money (Art. 24): prizes, the same award not paid twice, the cumulative cap. */
public final class Prizes {
  private Prizes() {}

  /**
   * The prize of an award: 0 for one that was won before, else its amount or what the cap leaves.
   *
   * @param edition the edition
   * @param award the award of this round
   * @param history awards of earlier years
   * @return the prize
   */
  public static Prize decide(Edition edition, Award award, List<PastAward> history) {
    int code = Given.notNull(award, "award").code();
    long[] answer = Rules.prizeDecide(Given.edition(edition), code, PastAward.numbers(history));
    return new Prize(answer[0], Finding.list(answer, 1));
  }

  /**
   * Money still payable to an organisation under the cumulative cap, whatever it wins.
   *
   * @param edition the edition
   * @param history awards of earlier years
   * @return yuan
   */
  public static long payable(Edition edition, List<PastAward> history) {
    return Rules.prizePayable(Given.edition(edition), PastAward.numbers(history));
  }

  /**
   * Whether an organisation holds an award of an earlier year that is not revoked (Art. 22).
   *
   * @param history awards of earlier years
   * @return whether it does
   */
  public static boolean formerWinner(List<PastAward> history) {
    return Rules.isFormerWinner(PastAward.numbers(history)) == 1;
  }

  /**
   * Upper bound of a round's outlay.
   *
   * @param edition the edition
   * @param offQuotaQuality quality awards off the quota
   * @param offQuotaNomination nomination awards off the quota
   * @return yuan
   */
  public static long outlayBound(Edition edition, int offQuotaQuality, int offQuotaNomination) {
    return Rules.outlayBound(Given.edition(edition), offQuotaQuality, offQuotaNomination);
  }
}
