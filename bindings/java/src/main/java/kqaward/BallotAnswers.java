package kqaward;

/**
 * Answers about ballots, one a row. The arrays are the caller's own.
 *
 * @param verdict {@link Verdict} codes: whether the candidate passes (Art. 19)
 * @param failing bit p set: the finding at place p of {@link Voting#ballot} is not met
 * @param status {@link Status} codes of the first fault of each row
 * @param field {@link Field} codes of that fault
 */
public record BallotAnswers(byte[] verdict, byte[] failing, byte[] status, short[] field) {
  static BallotAnswers of(Object[] columns) {
    return new BallotAnswers(
        (byte[]) columns[0], (byte[]) columns[1], (byte[]) columns[2], (short[]) columns[3]);
  }
}
