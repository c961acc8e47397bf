package kqaward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One row of the register of parameters and readings.
 *
 * @param name its name, such as {@code quota.quality}
 * @param field its code
 * @param kind how its value is written
 * @param article its article of the ordinance
 * @param item its item of the article; 0 for none
 * @param unit its unit
 * @param touchesRound whether a round's result may depend on it
 * @param min least value, in the unit; of a reading 0
 * @param max greatest value, in the unit; of a reading its last code
 */
public record Parameter(
    String name,
    Field field,
    ParameterKind kind,
    int article,
    int item,
    Unit unit,
    boolean touchesRound,
    long min,
    long max) {
  private int code() {
    return Given.notNull(field, "field").code();
  }

  private static Parameter of(long[] row) {
    Field field = Field.of(row[0]);
    return new Parameter(
        field.key(),
        field,
        ParameterKind.of(row[1]),
        (int) row[2],
        (int) row[3],
        Unit.of(row[4]),
        row[5] == 1,
        row[6],
        row[7]);
  }

  /**
   * All rows, parameters first.
   *
   * @return the register
   */
  public static List<Parameter> all() {
    return LongStream.range(0, Rules.parameterCount())
        .mapToObj(place -> of(Rules.parameterAt(place)))
        .toList();
  }

  /**
   * The row of a name.
   *
   * @param name a name of the register
   * @return the row
   */
  public static Parameter find(String name) {
    long[] row = Rules.parameterFind(Given.text(name, "parameter.name"));
    if (row[0] == 0) {
      throw KqaException.refuse(Status.NAME, "parameter.name");
    }
    return of(row);
  }

  /** The names of the readings whose bits are set, in the register's order. */
  static List<String> readings(long bits) {
    if (bits == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Parameter row : all()) {
      if ((Rules.readingBit(row.code()) & bits) != 0) {
        names.add(row.name);
      }
    }
    return List.copyOf(names);
  }

  /**
   * What it is called.
   *
   * @param language Chinese or English
   * @return the text
   */
  public String label(Language language) {
    return Rules.parameterLabel(code(), Given.code(language));
  }

  /**
   * What a right value looks like.
   *
   * @param language Chinese or English
   * @return the text
   */
  public String rule(Language language) {
    return Rules.fieldRule(code(), Given.code(language));
  }

  /**
   * The article and item.
   *
   * @param language Chinese or English
   * @return the citation
   */
  public String citation(Language language) {
    return Rules.citation(article, item, Given.code(language));
  }

  /**
   * The words of a reading's values, the default first.
   *
   * @return the words; none for a parameter that is no reading
   */
  public List<String> words() {
    return IntStream.iterate(0, value -> value + 1)
        .mapToObj(value -> Rules.readingValue(code(), value))
        .takeWhile(word -> !word.isEmpty())
        .toList();
  }

  /**
   * What a reading's value means.
   *
   * @param word one of {@link #words()}
   * @param language Chinese or English
   * @return the text
   */
  public String meaning(String word, Language language) {
    int value = words().indexOf(Given.notNull(word, "word"));
    if (value < 0) {
      throw KqaException.refuse(Status.VALUE, "word");
    }
    return Rules.readingMeaning(code(), value, Given.code(language));
  }

  /**
   * Why the wording is open and why the default is what it is.
   *
   * @param language Chinese or English
   * @return the text; empty for a parameter that is no reading
   */
  public String reason(Language language) {
    return Rules.readingReason(code(), Given.code(language));
  }
}
