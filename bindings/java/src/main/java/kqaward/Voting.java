package kqaward;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The deliberation and vote of the review committee (Art. 19), and the seats it gives (Art. 3). */
public final class Voting {
  private Voting() {}

  /**
   * Whether a vote is valid: properly convened, with a quorum.
   *
   * @param edition the edition
   * @param members members of the committee
   * @param convenedBy who convened the meeting
   * @param present members present
   * @return two findings: convener, quorum
   */
  public static Decision validity(Edition edition, int members, Convener convenedBy, int present) {
    int convener = Given.notNull(convenedBy, "convened_by").code();
    return Decision.of(Rules.voteValidity(Given.edition(edition), members, convener, present));
  }

  /**
   * Whether a candidate passes: a valid vote with enough votes in favour of those present.
   *
   * @param edition the edition
   * @param ballot the ballot
   * @return three findings: convener, quorum, approval
   */
  public static Decision ballot(Edition edition, Ballot ballot) {
    Given.notNull(ballot, "ballot");
    long[] numbers = {ballot.members(), ballot.convenedBy().code(), ballot.present(), ballot.yes()};
    return Decision.of(Rules.ballotDecide(Given.edition(edition), numbers));
  }

  /**
   * The least number of members present that makes a quorum.
   *
   * @param edition the edition
   * @param members members of the committee
   * @return members; empty when not even all of them suffice
   */
  public static OptionalInt leastPresent(Edition edition, int members) {
    return number(Rules.leastPresent(Given.edition(edition), members));
  }

  /**
   * The least number of votes in favour with which a candidate passes.
   *
   * @param edition the edition
   * @param present members present
   * @return votes; empty when not even all of them suffice
   */
  public static OptionalInt leastYes(Edition edition, int present) {
    return number(Rules.leastYes(Given.edition(edition), present));
  }

  private static OptionalInt number(long least) {
    return least < 0 ? OptionalInt.empty() : OptionalInt.of((int) least);
  }

  /**
   * Gives the seats of one award after a valid vote.
   *
   * @param edition the edition
   * @param award the award
   * @param present members present
   * @param candidates the candidates
   * @return the seats, and each candidate's place
   */
  public static Allocation allocate(
      Edition edition, Award award, int present, List<Candidate> candidates) {
    List<Candidate> given = Given.list(candidates, "candidates");
    long[] numbers = new long[4 * given.size()];
    int at = 0;
    for (Candidate candidate : given) {
      numbers[at++] = candidate.stands() ? 1 : 0;
      numbers[at++] = candidate.formerWinner() ? 1 : 0;
      numbers[at++] = candidate.yes();
      numbers[at++] = candidate.runoff();
    }
    long[] answer =
        Rules.allocate(
            Given.edition(edition), Given.notNull(award, "award").code(), present, numbers);
    List<Place> places = Arrays.stream(answer).skip(4).mapToObj(Place::of).toList();
    return new Allocation(Seats.at(answer, 0), (int) answer[3], places);
  }

  /**
   * Whether numbers of awards stay within their quotas (Art. 3).
   *
   * @param edition the edition
   * @param quality quality awards inside the quota
   * @param nomination nomination awards inside the quota
   * @return two findings
   */
  public static Decision allocationCheck(Edition edition, int quality, int nomination) {
    return Decision.of(Rules.allocationCheck(Given.edition(edition), quality, nomination));
  }

  /**
   * Whether a special nomination may stand (Art. 22).
   *
   * @param edition the edition
   * @param document score of the document review; null for none
   * @param site score of the site review; null for none
   * @return one finding
   */
  public static Decision specialNomination(Edition edition, Ratio document, Ratio site) {
    return Decision.of(
        Rules.specialNominationCheck(
            Given.edition(edition), Given.ratioOrNone(document), Given.ratioOrNone(site)));
  }
}
