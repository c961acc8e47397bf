package kqaward;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a round came to. */
public final class RoundResult {
  private static final int SUMMARY = 14;

  private final Round round;
  private final Edition edition;
  private final boolean under;
  private final long[] summary;
  private final List<OrganizationResult> organizations;
  private final List<String> ranking;
  private final List<Warning> warnings;

  RoundResult(Round round, Edition edition, boolean under) {
    Object[] answer = Rules.roundDecide(round.json(), edition.raw(), under);
    long[] numbers = (long[]) answer[0];
    String[] ids = (String[]) answer[1];
    String[] names = (String[]) answer[2];
    this.round = round;
    this.edition = edition;
    this.under = under;
    this.summary = Arrays.copyOf(numbers, SUMMARY);
    int at = SUMMARY + candidates();
    List<OrganizationResult> rows = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      OrganizationResult row = OrganizationResult.at(numbers, at, ids[i], names[i]);
      rows.add(row);
      at += OrganizationResult.NUMBERS + Finding.NUMBERS * row.findings().size();
    }
    this.organizations = Collections.unmodifiableList(rows);
    List<String> ranked = new ArrayList<>(candidates());
    for (int i = 0; i < candidates(); i++) {
      ranked.add(ids[(int) numbers[SUMMARY + i]]);
    }
    this.ranking = Collections.unmodifiableList(ranked);
    this.warnings = warningsOf();
  }

  private List<Warning> warningsOf() {
    List<Warning> list = new ArrayList<>();
    for (OrganizationResult one : organizations) {
      for (String reading : one.outcomeReadings()) {
        list.add(new Warning(WarningCode.DEPENDS_ON_READING, one.id(), reading, Award.NONE));
      }
    }
    for (OrganizationResult one : organizations) {
      for (String reading : one.prizeReadings()) {
        list.add(new Warning(WarningCode.PRIZE_DEPENDS_ON_READING, one.id(), reading, Award.NONE));
      }
    }
    for (OrganizationResult one : organizations) {
      if (one.qualityPlace() == Place.TIED) {
        list.add(new Warning(WarningCode.TIED, one.id(), null, Award.QUALITY));
      }
      if (one.nominationPlace() == Place.TIED) {
        list.add(new Warning(WarningCode.TIED, one.id(), null, Award.NOMINATION));
      }
    }
    if (qualityVote() == VoteState.VOID) {
      list.add(new Warning(WarningCode.VOTE_VOID, null, null, Award.QUALITY));
    }
    if (nominationVote() == VoteState.VOID) {
      list.add(new Warning(WarningCode.VOTE_VOID, null, null, Award.NOMINATION));
    }
    return List.copyOf(list);
  }

  /**
   * The round that was decided.
   *
   * @return the round
   */
  public Round round() {
    return round;
  }

  /**
   * The edition under which it was decided.
   *
   * @return the edition
   */
  public Edition edition() {
    return edition;
  }

  /**
   * The year of the round.
   *
   * @return the year
   */
  public int year() {
    return (int) summary[0];
  }

  /**
   * How many organisations are ranked.
   *
   * @return the number
   */
  public int candidates() {
    return (int) summary[1];
  }

  /**
   * What became of the quality vote.
   *
   * @return the state
   */
  public VoteState qualityVote() {
    return VoteState.of(summary[2]);
  }

  /**
   * What became of the nomination vote.
   *
   * @return the state
   */
  public VoteState nominationVote() {
    return VoteState.of(summary[3]);
  }

  /**
   * How many are tied in the quality vote.
   *
   * @return the number
   */
  public int qualityTied() {
    return (int) summary[4];
  }

  /**
   * How many are tied in the nomination vote.
   *
   * @return the number
   */
  public int nominationTied() {
    return (int) summary[5];
  }

  /**
   * How the seats of the quality award were taken.
   *
   * @return the seats
   */
  public Seats qualitySeats() {
    return Seats.at(summary, 6);
  }

  /**
   * How the seats of the nomination award were taken.
   *
   * @return the seats
   */
  public Seats nominationSeats() {
    return Seats.at(summary, 9);
  }

  /**
   * The sum of all prizes.
   *
   * @return yuan
   */
  public long prizeTotal() {
    return summary[12];
  }

  /**
   * The results: organisations in input order, then special nominees without a dossier.
   *
   * @return an immutable list
   */
  public List<OrganizationResult> organizations() {
    return organizations;
  }

  /**
   * One organisation's result.
   *
   * @param id its id
   * @return the result
   */
  public OrganizationResult organization(String id) {
    Given.notNull(id, "id");
    return organizations.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> KqaException.refuse(Status.NAME, "id"));
  }

  /**
   * The ids of the candidates, from the highest total to the lowest.
   *
   * @return an immutable list
   */
  public List<String> ranking() {
    return ranking;
  }

  /**
   * Results that depend on a reading, ties and void votes.
   *
   * @return an immutable list
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * This result and another one of the same organisations in the same order, such as one under a
   * draft: what changes, by which provision, the seats and the money.
   *
   * @param after the other result
   * @return the comparison
   */
  public Comparison compare(RoundResult after) {
    RoundResult other = Given.notNull(after, "after");
    long[] answer =
        Rules.roundCompare(
            round.json(),
            edition.raw(),
            under,
            other.round.json(),
            other.edition.raw(),
            other.under);
    return Comparison.of(round.ids(), answer);
  }

  /**
   * The result in the round file's output form, byte for byte what the C program prints.
   *
   * @return JSON in UTF-8
   */
  public byte[] toJsonBytes() {
    return Rules.roundJson(round.json(), edition.raw(), under);
  }

  /**
   * The same as text.
   *
   * @return JSON
   */
  public String toJson() {
    return new String(toJsonBytes(), StandardCharsets.UTF_8);
  }
}
