package kqaward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A year's round, read and checked. It keeps its text alone; each decision reads it anew. */
public final class Round {
  private static final int MOST_BYTES = 128 * 1024 * 1024;

  private final byte[] json;
  private final Edition edition;
  private final int year;
  private final LocalDate deadline;
  private final List<String> ids;

  private Round(byte[] json) {
    Object[] read = Rules.roundRead(json);
    long[] numbers = (long[]) read[1];
    this.json = json;
    this.edition = new Edition((byte[]) read[0]);
    this.year = (int) numbers[0];
    this.deadline = Given.toDay(numbers[1]);
    this.ids = List.of((String[]) read[2]);
  }

  /**
   * A round from JSON, numbers taken exactly.
   *
   * @param json the text, UTF-8
   * @return the round
   * @throws KqaException that names the path of the first field at fault
   */
  public static Round parse(byte[] json) {
    return new Round(Given.notNull(json, "round").clone());
  }

  /**
   * A round from JSON, numbers taken exactly.
   *
   * @param json the text
   * @return the round
   * @throws KqaException that names the path of the first field at fault
   */
  public static Round parse(String json) {
    return new Round(Given.utf8(json, "round"));
  }

  /**
   * A round from a JSON file.
   *
   * @param file the file
   * @return the round
   * @throws KqaException also when the file cannot be read or is too large
   */
  public static Round read(Path file) {
    try (InputStream in = Files.newInputStream(Given.notNull(file, "file"))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return new Round(bytes);
    } catch (IOException e) {
      throw KqaException.refuse(Status.UNREADABLE, file.toString());
    }
  }

  byte[] json() {
    return json;
  }

  /**
   * The edition, with the round's amendments and readings.
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
    return year;
  }

  /**
   * Last day for applications.
   *
   * @return the day
   */
  public LocalDate deadline() {
    return deadline;
  }

  /**
   * The ids: organisations in input order, then special nominees without a dossier.
   *
   * @return an immutable list
   */
  public List<String> ids() {
    return ids;
  }

  /**
   * Decides the round, and finds what depends on readings.
   *
   * @return the result
   */
  public RoundResult decide() {
    return decide(edition);
  }

  /**
   * Decides the round under another edition, such as a draft amendment.
   *
   * @param edition the edition
   * @return the result
   */
  public RoundResult decide(Edition edition) {
    return new RoundResult(this, Given.notNull(edition, "edition"), false);
  }

  /**
   * Decides the round under an edition other than the one it was held under: as {@link
   * #decide(Edition)}, but entries that the edition makes invalid are left out, votes for one that
   * no longer stands and a special nomination that no longer holds. What depends on readings is not
   * looked for.
   *
   * @param edition the edition
   * @return the result
   */
  public RoundResult decideUnder(Edition edition) {
    return new RoundResult(this, Given.notNull(edition, "edition"), true);
  }

  /**
   * Finds on which readings each result depends, singly and jointly: decides the round under every
   * combination of them.
   *
   * @return one answer an organisation
   */
  public List<Sensitivity> sensitivity() {
    return Sensitivity.list(ids, Rules.roundSensitivity(json, edition.raw()));
  }

  @Override
  public String toString() {
    return "Round[" + year + ", " + edition.id() + ", " + ids.size() + " organizations]";
  }
}
