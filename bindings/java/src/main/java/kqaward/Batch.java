package kqaward;

import java.time.LocalDate;

/**
 * Many organisations, or many ballots, in one call: columns in, columns out. Answers are those of
 * the methods that decide one case. What makes no sense in a row is marked in that row.
 */
public final class Batch {
  private Batch() {}

  /**
   * Decides rows of organisations: the qualification check, the total score, the floors, the prize
   * and the bars.
   *
   * @param edition the edition
   * @param deadline last day for applications
   * @param columns the organisations
   * @return the answers
   */
  public static Answers decide(Edition edition, LocalDate deadline, Columns columns) {
    Columns given = Given.notNull(columns, "columns");
    long day = Given.day(deadline, "application_deadline");
    return Answers.of(
        Rules.batchDecide(Given.edition(edition), day, given.rows(), given.columns()));
  }

  /**
   * The provision that a place in the findings of the qualification check stands for.
   *
   * @param place a place of {@link Answers#decisive} or a bit of {@link Answers#failing}
   * @return the provision
   */
  public static Provision provision(int place) {
    int code = Rules.batchProvision(place);
    if (code == 0) {
      throw KqaException.refuse(Status.RANGE, "place");
    }
    return Provision.of(code);
  }

  /**
   * Decides rows of ballots (Art. 19), each a candidate in a vote of any round.
   *
   * @param edition the edition
   * @param members members of the committee
   * @param convenedBy {@link Convener} codes
   * @param present members present
   * @param yes votes in favour
   * @return the answers
   */
  public static BallotAnswers ballots(
      Edition edition, int[] members, byte[] convenedBy, int[] present, int[] yes) {
    int rows = Given.notNull(members, "members").length;
    Object[] columns = {
      members,
      Columns.whole(convenedBy, rows, "convened_by"),
      Columns.whole(present, rows, "present"),
      Columns.whole(yes, rows, "yes")
    };
    return BallotAnswers.of(Rules.batchBallots(Given.edition(edition), rows, columns));
  }
}
