package kqaward;

/**
 * Answers about organisations, one a row. The arrays are the caller's own.
 *
 * @param verdict {@link Verdict} codes: the qualification check (Art. 15)
 * @param decisive place of the finding that decides, see {@link Batch#provision}; -1 where all are
 *     met
 * @param failing bit p set: the finding at place p is not met
 * @param missing bit r set: the {@link Requirement} of code r is unknown and matters
 * @param total total scores in billionths of a point (Art. 18); -1 while a score is missing
 * @param floors {@link Verdict} codes: both floors (Art. 5)
 * @param below the floors that are not met, as the sum of {@link Below} codes
 * @param prize prizes, yuan (Art. 24)
 * @param barLastDay last day of the later bar (Art. 26, 30); {@link Columns#NO_DAY} without one
 * @param status {@link Status} codes of the first fault of each row
 * @param field {@link Field} codes of that fault
 */
public record Answers(
    byte[] verdict,
    byte[] decisive,
    int[] failing,
    int[] missing,
    long[] total,
    byte[] floors,
    byte[] below,
    long[] prize,
    int[] barLastDay,
    byte[] status,
    short[] field) {
  static Answers of(Object[] columns) {
    return new Answers(
        (byte[]) columns[0],
        (byte[]) columns[1],
        (int[]) columns[2],
        (int[]) columns[3],
        (long[]) columns[4],
        (byte[]) columns[5],
        (byte[]) columns[6],
        (long[]) columns[7],
        (int[]) columns[8],
        (byte[]) columns[9],
        (short[]) columns[10]);
  }
}
