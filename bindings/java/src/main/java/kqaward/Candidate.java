package kqaward;

/**
 * One that may stand in a vote.
 *
 * @param stands whether it stands in this vote
 * @param formerWinner whether it holds an award of an earlier year that is not revoked
 * @param yes votes in favour
 * @param runoff votes of the second ballot; 0 when there was none
 */
public record Candidate(boolean stands, boolean formerWinner, int yes, int runoff) {
  /**
   * One that stands, without an earlier award or a second ballot.
   *
   * @param yes votes in favour
   */
  public Candidate(int yes) {
    this(true, false, yes, 0);
  }
}
