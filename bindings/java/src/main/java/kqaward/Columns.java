package kqaward;

import java.lang.reflect.Array;

/**
 * Many organisations, one a row; each column is an array with one number a row. A column that is
 * not given says nothing of any row. The arrays are read when they are decided, and stay the
 * caller's.
 */
public final class Columns {
  /** In a column of days: no day. Other values are days since 1970-01-01. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  /** In a column of scores, totals or copies: none, or not known. */
  public static final int NO_NUMBER = -1;

  private static final String[] NAMES = {
    "known",
    "holds",
    "operatingSince",
    "recommendedBy",
    "copies",
    "received",
    "inspectionFailure",
    "majorAccident",
    "majorComplaint",
    "fraud",
    "revocation",
    "document",
    "site",
    "award",
    "won",
    "paid",
    "paidRevoked"
  };

  private final int rows;
  private final Object[] columns = new Object[NAMES.length];

  /**
   * Columns of which none is given yet.
   *
   * @param rows the length of every column
   */
  public Columns(int rows) {
    this.rows = Given.rows(rows);
  }

  /**
   * How many rows there are.
   *
   * @return the length of every column
   */
  public int rows() {
    return rows;
  }

  Object[] columns() {
    return columns;
  }

  /** Refuses an array that has not one number a row. */
  static <T> T whole(T array, int rows, String name) {
    int length = Array.getLength(Given.notNull(array, name));
    if (length != rows) {
      throw KqaException.refuse(length < rows ? Status.TOO_FEW : Status.TOO_MANY, name);
    }
    return array;
  }

  private Columns set(int place, Object array) {
    columns[place] = whole(array, rows, NAMES[place]);
    return this;
  }

  /**
   * Mask of the requirements that are known: bit r for {@link Requirement} code r. Goes with holds.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns known(int[] column) {
    return set(0, column);
  }

  /**
   * Mask of those that hold.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns holds(int[] column) {
    return set(1, column);
  }

  /**
   * First day of operation.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns operatingSince(int[] column) {
    return set(2, column);
  }

  /**
   * A {@link Recommender} code.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns recommendedBy(byte[] column) {
    return set(3, column);
  }

  /**
   * Copies; {@link #NO_NUMBER} for not known.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns copies(int[] column) {
    return set(4, column);
  }

  /**
   * Day of receipt.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns received(int[] column) {
    return set(5, column);
  }

  /**
   * Day of the latest failed inspection.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns inspectionFailure(int[] column) {
    return set(6, column);
  }

  /**
   * Day of the latest major accident.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns majorAccident(int[] column) {
    return set(7, column);
  }

  /**
   * Day of the latest major complaint.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns majorComplaint(int[] column) {
    return set(8, column);
  }

  /**
   * Day of the latest sanction for fraud.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns fraud(int[] column) {
    return set(9, column);
  }

  /**
   * Day of the latest revocation.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns revocation(int[] column) {
    return set(10, column);
  }

  /**
   * Score of the document review in millionths of a point; {@link #NO_NUMBER} for none.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns document(int[] column) {
    return set(11, column);
  }

  /**
   * Score of the site review, likewise.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns site(int[] column) {
    return set(12, column);
  }

  /**
   * The award of this round: an {@link Award} code.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns award(byte[] column) {
    return set(13, column);
  }

  /**
   * Awards of earlier years, as the sum of {@link Won} codes.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns won(byte[] column) {
    return set(14, column);
  }

  /**
   * Yuan paid so far for awards that are not revoked.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns paid(long[] column) {
    return set(15, column);
  }

  /**
   * Yuan paid for awards that were revoked later.
   *
   * @param column one number a row
   * @return these columns
   */
  public Columns paidRevoked(long[] column) {
    return set(16, column);
  }
}
