package kqaward;

/**
 * Answers about ballots, one a row. The arrays are the caller's own, and may be filled again; one
 * that is null is not wanted.
 *
 * @param verdict {@link Verdict} codes: whether the candidate passes (Art. 19)
 * @param failing bit p set: the finding at place p of {@link Voting#ballot} is not met
 * @param status {@link Status} codes of the first fault of each row
 * @param field {@link Field} codes of that fault
 */
public record BallotAnswers(byte[] verdict, byte[] failing, byte[] status, short[] field) {
  static final String[] NAMES = {"into.verdict", "into.failing", "into.status", "into.field"};

  static BallotAnswers blank(int rows) {
    return new BallotAnswers(new byte[rows], new byte[rows], new byte[rows], new short[rows]);
  }

  Object[] columns() {
    return new Object[] {verdict, failing, status, field};
  }
}
