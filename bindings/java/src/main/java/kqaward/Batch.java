package kqaward;

import java.time.LocalDate;
import java.util.EnumSet;

/**
 * Many organisations, or many ballots, in one call: columns in, columns out. Answers are those of
 * the methods that decide one case. What makes no sense in a row is marked in that row; what makes
 * no sense as a whole is refused before any answer is written.
 *
 * <p>Where many calls follow each other, give the answers of an earlier one again: new arrays cost
 * more time than the rules. Threads may decide disjoint ranges of the same columns into the same
 * answers.
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
   * @return the answers, all of them in new arrays
   */
  public static Answers decide(Edition edition, LocalDate deadline, Columns columns) {
    Columns given = Given.notNull(columns, "columns");
    long day = Given.day(deadline, "application_deadline");
    byte[] rules = Given.edition(edition);
    Answers answers = Answers.blank(given.rows(), EnumSet.allOf(Answers.Column.class));
    Rules.batchDecide(rules, day, 0, given.rows(), given.columns(), answers.columns());
    return answers;
  }

  /**
   * Decides rows of organisations into arrays that are there.
   *
   * @param edition the edition
   * @param deadline last day for applications
   * @param columns the organisations
   * @param into where the answers go: an earlier answer, or {@link Answers#blank}; an array that is
   *     null is not wanted, any other has one number a row and is none of those of the columns
   * @return how many rows are at fault, from 0
   * @since 0.1
   */
  public static int decide(Edition edition, LocalDate deadline, Columns columns, Answers into) {
    return decide(edition, deadline, columns, into, 0, Given.notNull(columns, "columns").rows());
  }

  /**
   * Decides some rows of organisations; the other rows of the answers stay as they are.
   *
   * @param edition the edition
   * @param deadline last day for applications
   * @param columns the organisations
   * @param into where the answers go, as above
   * @param first the first of the rows to decide, from 0
   * @param count how many rows to decide, from 0
   * @return how many of them are at fault, 0 to count
   * @since 0.1
   */
  public static int decide(
      Edition edition, LocalDate deadline, Columns columns, Answers into, int first, int count) {
    Columns given = Given.notNull(columns, "columns");
    long day = Given.day(deadline, "application_deadline");
    byte[] rules = Given.edition(edition);
    Object[] read = given.columns();
    Object[] written = Given.notNull(into, "into").columns();
    checkWritten(written, Answers.NAMES, read, given.rows());
    checkRange(first, count, given.rows());
    return Rules.batchDecide(rules, day, first, count, read, written);
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
   * @return the answers, all of them in new arrays
   */
  public static BallotAnswers ballots(
      Edition edition, int[] members, byte[] convenedBy, int[] present, int[] yes) {
    Object[] read = ballotColumns(members, convenedBy, present, yes);
    byte[] rules = Given.edition(edition);
    BallotAnswers answers = BallotAnswers.blank(members.length);
    Rules.batchBallots(rules, 0, members.length, read, answers.columns());
    return answers;
  }

  /**
   * Decides rows of ballots into arrays that are there.
   *
   * @param edition the edition
   * @param members members of the committee
   * @param convenedBy {@link Convener} codes
   * @param present members present
   * @param yes votes in favour
   * @param into where the answers go: an earlier answer, or arrays of your own; one that is null is
   *     not wanted, any other has one number a row and is none of those that are read
   * @return how many rows are at fault, from 0
   * @since 0.1
   */
  public static int ballots(
      Edition edition,
      int[] members,
      byte[] convenedBy,
      int[] present,
      int[] yes,
      BallotAnswers into) {
    Object[] read = ballotColumns(members, convenedBy, present, yes);
    byte[] rules = Given.edition(edition);
    Object[] written = Given.notNull(into, "into").columns();
    checkWritten(written, BallotAnswers.NAMES, read, members.length);
    return Rules.batchBallots(rules, 0, members.length, read, written);
  }

  private static Object[] ballotColumns(
      int[] members, byte[] convenedBy, int[] present, int[] yes) {
    int rows = Given.notNull(members, "members").length;
    return new Object[] {
      members,
      Columns.whole(convenedBy, rows, "convened_by"),
      Columns.whole(present, rows, "present"),
      Columns.whole(yes, rows, "yes")
    };
  }

  /** What is written has one number a row, and is neither read nor written as another column. */
  private static void checkWritten(Object[] written, String[] names, Object[] read, int rows) {
    for (int i = 0; i < written.length; i++) {
      Object array = written[i];
      if (array == null) {
        continue;
      }
      Columns.whole(array, rows, names[i]);
      if (holds(read, read.length, array) || holds(written, i, array)) {
        throw KqaException.refuse(Status.DUPLICATE, names[i]);
      }
    }
  }

  private static boolean holds(Object[] arrays, int count, Object array) {
    for (int i = 0; i < count; i++) {
      if (arrays[i] == array) {
        return true;
      }
    }
    return false;
  }

  private static void checkRange(int first, int count, int rows) {
    if (first < 0 || count < 0 || first > rows || count > rows - first) {
      throw KqaException.refuse(Status.RANGE, "rows");
    }
  }
}
