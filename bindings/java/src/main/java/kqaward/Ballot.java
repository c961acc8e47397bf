package kqaward;

/**
 * One candidate's ballot (Art. 19).
 *
 * @param members members of the committee
 * @param convenedBy who convened the meeting
 * @param present members present; an abstention is present and not in favour
 * @param yes votes in favour
 */
public record Ballot(int members, Convener convenedBy, int present, int yes) {
  /**
   * Refuses null.
   *
   * @param members members of the committee
   * @param convenedBy who convened the meeting
   * @param present members present; an abstention is present and not in favour
   * @param yes votes in favour
   */
  public Ballot {
    Given.notNull(convenedBy, "convened_by");
  }
}
