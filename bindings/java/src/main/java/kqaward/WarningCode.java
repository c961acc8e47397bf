package kqaward;

/** What a round's result is warned of. */
public enum WarningCode {
  /** Another value of a reading alone changes the outcome. */
  DEPENDS_ON_READING,
  /** Another value of a reading alone leaves the outcome and changes the prize. */
  PRIZE_DEPENDS_ON_READING,
  /** Equal to others across the last seat of a vote. */
  TIED,
  /** A vote was void. */
  VOTE_VOID;

  /**
   * The permanent word in data.
   *
   * @return the word
   */
  public String key() {
    return CodeTable.word(this);
  }
}
