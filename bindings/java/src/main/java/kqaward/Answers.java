package kqaward;

import java.util.Set;

/**
 * Answers about organisations, one a row. The arrays are the caller's own, and may be filled again;
 * one that is null is not wanted.
 *
 * @param verdict {@link Verdict} codes: the qualification check (Art. 15)
 * @param decisive place of the finding that decides, see {@link Batch#provision}; -1 where all are
 *     met and in a row at fault
 * @param failing bit p set: the finding at place p is not met
 * @param missing bit r set: the {@link Requirement} of code r is unknown and matters
 * @param total total scores, 0 to 1000 points in billionths of a point (Art. 18); {@link
 *     Columns#NO_NUMBER} while a score is missing
 * @param floors {@link Verdict} codes: both floors (Art. 5)
 * @param below the floors that are not met, as the sum of {@link Below} codes
 * @param prize prizes in yuan, from 0 (Art. 24)
 * @param barLastDay last day of the later bar, counted from 1970-01-01 (Art. 26, 30); {@link
 *     Columns#NO_DAY} without one
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
  static final String[] NAMES = {
    "into.verdict",
    "into.decisive",
    "into.failing",
    "into.missing",
    "into.total",
    "into.floors",
    "into.below",
    "into.prize",
    "into.barLastDay",
    "into.status",
    "into.field"
  };

  /**
   * The columns of answers, to say which ones are wanted.
   *
   * @since 0.1
   */
  public enum Column {
    /** See {@link Answers#verdict}. */
    VERDICT,
    /** See {@link Answers#decisive}. */
    DECISIVE,
    /** See {@link Answers#failing}. */
    FAILING,
    /** See {@link Answers#missing}. */
    MISSING,
    /** See {@link Answers#total}. */
    TOTAL,
    /** See {@link Answers#floors}. */
    FLOORS,
    /** See {@link Answers#below}. */
    BELOW,
    /** See {@link Answers#prize}. */
    PRIZE,
    /** See {@link Answers#barLastDay}. */
    BAR_LAST_DAY,
    /** See {@link Answers#status}. */
    STATUS,
    /** See {@link Answers#field}. */
    FIELD
  }

  /**
   * Arrays of zeros for {@link Batch#decide(Edition, java.time.LocalDate, Columns, Answers)} to
   * fill. Each answer that is not wanted spares its time.
   *
   * @param rows how many rows there are, from 0
   * @param wanted the answers that are wanted; the others stay null
   * @return the arrays
   * @since 0.1
   */
  public static Answers blank(int rows, Set<Column> wanted) {
    Given.rows(rows);
    Given.notNull(wanted, "wanted");
    return new Answers(
        wanted.contains(Column.VERDICT) ? new byte[rows] : null,
        wanted.contains(Column.DECISIVE) ? new byte[rows] : null,
        wanted.contains(Column.FAILING) ? new int[rows] : null,
        wanted.contains(Column.MISSING) ? new int[rows] : null,
        wanted.contains(Column.TOTAL) ? new long[rows] : null,
        wanted.contains(Column.FLOORS) ? new byte[rows] : null,
        wanted.contains(Column.BELOW) ? new byte[rows] : null,
        wanted.contains(Column.PRIZE) ? new long[rows] : null,
        wanted.contains(Column.BAR_LAST_DAY) ? new int[rows] : null,
        wanted.contains(Column.STATUS) ? new byte[rows] : null,
        wanted.contains(Column.FIELD) ? new short[rows] : null);
  }

  Object[] columns() {
    return new Object[] {
      verdict, decisive, failing, missing, total, floors, below, prize, barLastDay, status, field
    };
  }
}
