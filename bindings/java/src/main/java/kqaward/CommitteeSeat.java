package kqaward;

/**
 * A seat of the review committee by the ordinance's list (Art. 7).
 *
 * @param place its place in the list, from 0
 * @param role its role
 */
public record CommitteeSeat(int place, CommitteeRole role) {
  /**
   * Who holds it by office.
   *
   * @param language Chinese or English
   * @return the text
   */
  public String text(Language language) {
    return Rules.committeeSeat(place, Given.code(language));
  }
}
