package kqaward.field;

/** One way to decide the columns. */
interface Peer {
  /** Decides all rows. */
  void run();

  /** Writes the answers of the last run. */
  void write(ColumnFiles answers);

  /** Its name and version. */
  String version();
}
