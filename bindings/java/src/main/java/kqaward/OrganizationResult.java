package kqaward;

import java.util.List;

/**
 * One organisation's result.
 *
 * @param id its id
 * @param name its name; null when the round gives none
 * @param outcome what became of it; null where {@link Round#decideUnder} has left out the special
 *     nomination of one without a dossier
 * @param eligible the qualification check; not applicable without a dossier
 * @param rank rank among the candidates; null for one that is no candidate
 * @param award the award
 * @param offQuota whether the award is off the quota
 * @param special whether the award is a special nomination (Art. 22)
 * @param qualityPlace place in the quality vote
 * @param nominationPlace place in the nomination vote
 * @param missing the unknown facts that matter
 * @param outcomeReadings readings of which another value alone changes the outcome
 * @param prizeReadings readings of which another value alone changes the prize, not the outcome
 * @param document score of the document review; null for none
 * @param site score of the site review; null for none
 * @param total total score; null for none
 * @param prize prize, yuan
 * @param qualityVotes votes in favour in the quality vote; null when none are entered
 * @param nominationVotes votes in favour in the nomination vote; null when none are entered
 * @param findings the findings in the order of the procedure; none without a dossier
 */
public record OrganizationResult(
    String id,
    String name,
    Outcome outcome,
    Verdict eligible,
    Integer rank,
    Award award,
    boolean offQuota,
    boolean special,
    Place qualityPlace,
    Place nominationPlace,
    List<Requirement> missing,
    List<String> outcomeReadings,
    List<String> prizeReadings,
    Ratio document,
    Ratio site,
    Ratio total,
    long prize,
    Integer qualityVotes,
    Integer nominationVotes,
    List<Finding> findings) {
  /** How many numbers stand before the findings, see rounds.c. */
  static final int NUMBERS = 21;

  static OrganizationResult at(long[] row, int at, String id, String name) {
    return new OrganizationResult(
        id,
        name,
        outcome(row[at]),
        Verdict.of(row[at + 1]),
        row[at + 2] == 0 ? null : (Integer) (int) row[at + 2],
        Award.of(row[at + 3]),
        row[at + 4] == 1,
        row[at + 5] == 1,
        Place.of(row[at + 6]),
        Place.of(row[at + 7]),
        EligibilityAnswer.missing(row[at + 8]),
        Parameter.readings(row[at + 9]),
        Parameter.readings(row[at + 10]),
        Ratio.at(row, at + 11),
        Ratio.at(row, at + 13),
        Ratio.at(row, at + 15),
        row[at + 17],
        votes(row[at + 18]),
        votes(row[at + 19]),
        Finding.list(row, at + NUMBERS, (int) row[at + 20]));
  }

  static Outcome outcome(long code) {
    return code == 0 ? null : Outcome.of(code);
  }

  private static Integer votes(long votes) {
    return votes < 0 ? null : (Integer) (int) votes;
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
