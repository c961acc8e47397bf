package kqaward;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * An edition of the review rules: every number of the text and every reading of its open wording,
 * with the days between which it is in force. A draft amendment is an edition with values set.
 */
public final class Edition {
  private final byte[] raw;

  /** Takes the bytes of a struct kqa_edition over. */
  Edition(byte[] raw) {
    this.raw = raw;
  }

  byte[] raw() {
    return raw;
  }

  /**
   * The built-in edition with an id, such as {@code keqiao-2020}.
   *
   * @param id the id
   * @return the edition
   */
  public static Edition find(String id) {
    return new Edition(Rules.editionFind(Given.text(id, "ordinance")));
  }

  /**
   * The edition in force on a day (Art. 32). Days before 2020-05-10 have none.
   *
   * @param date the day
   * @return the edition
   */
  public static Edition on(LocalDate date) {
    return new Edition(Rules.editionOn(Given.day(date, "date")));
  }

  /**
   * The ids of the built-in editions.
   *
   * @return at least one
   */
  public static List<String> ids() {
    return LongStream.range(0, Rules.editionCount()).mapToObj(Rules::editionIdAt).toList();
  }

  /**
   * This edition with a parameter or reading set, checked as a whole.
   *
   * @param name a name of the register, such as {@code quota.quality}
   * @param value its value: {@code 4}, {@code 12.5}, {@code 2/3}, {@code strict}
   * @return the changed edition
   */
  public Edition with(String name, String value) {
    return with(Collections.singletonMap(name, value));
  }

  /**
   * This edition with several values set, checked as a whole when all are set.
   *
   * @param values values by names of the register
   * @return the changed edition
   */
  public Edition with(Map<String, String> values) {
    Edition changed = this;
    for (Map.Entry<String, String> entry : Given.notNull(values, "values").entrySet()) {
      changed = changed.set(entry.getKey(), entry.getValue());
    }
    changed.check();
    return changed;
  }

  /** Checks the value's own bounds alone. */
  Edition set(String name, String value) {
    byte[] key = Given.text(name, "parameter.name");
    return new Edition(Rules.editionWith(raw, key, Given.text(value, name)));
  }

  /**
   * The value of a parameter or reading as text.
   *
   * @param name a name of the register
   * @return the value as {@link #with(String, String)} reads it
   */
  public String get(String name) {
    return Rules.editionGet(raw, Given.text(name, "parameter.name"));
  }

  /**
   * Which parameters and readings differ.
   *
   * @param other another edition
   * @return their names, in the register's order
   */
  public List<String> diff(Edition other) {
    return Arrays.stream(Rules.editionDiff(raw, Given.edition(other)))
        .mapToObj(field -> Rules.fieldName((int) field))
        .toList();
  }

  /**
   * How many combinations of the readings that touch a round there are.
   *
   * @return at least 1
   */
  public static int combinations() {
    return Rules.readingCombinations();
  }

  /**
   * This edition with one combination of the readings that touch a round.
   *
   * @param combination 0 (every default) to {@link #combinations()} - 1
   * @return the edition so read
   */
  public Edition combination(int combination) {
    return new Edition(Rules.editionCombination(raw, combination));
  }

  /**
   * Checks every value against its bounds, and the edition as a whole.
   *
   * @throws KqaException that names the first field at fault
   */
  public void check() {
    Rules.editionCheck(raw);
  }

  /**
   * Whether it is in force on a day (Art. 32).
   *
   * @param date the day
   * @return one finding
   */
  public Decision inForce(LocalDate date) {
    return Decision.of(Rules.inForceCheck(raw, Given.day(date, "date")));
  }

  /**
   * Its id.
   *
   * @return the id
   */
  public String id() {
    return Rules.editionId(raw);
  }

  /**
   * Its first day in force.
   *
   * @return the day
   */
  public LocalDate inForceFrom() {
    return Given.toDay(Rules.editionInForce(raw)[0]);
  }

  /**
   * Its last day in force.
   *
   * @return the day; null while it is open
   */
  public LocalDate inForceTo() {
    return Given.toDay(Rules.editionInForce(raw)[1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edition edition && Arrays.equals(raw, edition.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "Edition[" + id() + "]";
  }
}
