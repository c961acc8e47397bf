package kqaward;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A set of 1000-point criteria (Art. 5). */
public final class Criteria {
  private static final int HEAD = 4;

  private final byte[] raw;

  Criteria(byte[] raw) {
    this.raw = raw;
  }

  /**
   * One item of a set.
   *
   * @param points its points
   * @param category the place of its category, from 0
   */
  public record Item(int points, int category) {}

  byte[] raw() {
    return raw;
  }

  static byte[] raw(Criteria criteria) {
    return Given.notNull(criteria, "criteria").raw;
  }

  /**
   * The built-in set with an id: {@code gbt19580-2012} or {@code baldrige-2021}.
   *
   * @param id the id
   * @return the set
   */
  public static Criteria find(String id) {
    return new Criteria(Rules.criteriaFind(Given.text(id, "criteria")));
  }

  /**
   * The ids of the built-in sets.
   *
   * @return the ids
   */
  public static List<String> ids() {
    return LongStream.range(0, Rules.criteriaCount()).mapToObj(Rules::criteriaIdAt).toList();
  }

  /**
   * A set of one's own, checked.
   *
   * @param id {@code a-z 0-9 -}, 1 to 31 characters
   * @param percentStep assessors give percents in steps of this
   * @param items the items, their points adding up to 1000
   * @return the set
   */
  public static Criteria of(String id, int percentStep, List<Item> items) {
    List<Item> given = Given.list(items, "criteria.items");
    int categories = given.stream().mapToInt(Item::category).max().orElse(-1) + 1;
    Criteria criteria = of(id, 1000, percentStep, categories, given.size(), given);
    criteria.check();
    return criteria;
  }

  /** Unchecked. */
  static Criteria of(
      String id, int fullScore, int percentStep, int categories, int count, List<Item> items) {
    long[] head = {fullScore, percentStep, categories, count};
    LongStream pairs =
        items.stream().flatMapToLong(item -> LongStream.of(item.points(), item.category()));
    long[] numbers = LongStream.concat(LongStream.of(head), pairs).toArray();
    return new Criteria(Rules.criteriaMake(Given.text(id, "criteria"), numbers));
  }

  private int number(int place) {
    return (int) Rules.criteriaNumbers(raw)[place];
  }

  /**
   * Its id.
   *
   * @return the id
   */
  public String id() {
    return Rules.criteriaId(raw);
  }

  /**
   * The sum of all points.
   *
   * @return the full score
   */
  public int fullScore() {
    return number(0);
  }

  /**
   * The step of the percents that assessors give.
   *
   * @return the step
   */
  public int percentStep() {
    return number(1);
  }

  /**
   * How many categories it has.
   *
   * @return the number
   */
  public int categoryCount() {
    return number(2);
  }

  /**
   * Its items.
   *
   * @return an immutable list
   */
  public List<Item> items() {
    long[] numbers = Rules.criteriaNumbers(raw);
    return IntStream.range(0, (numbers.length - HEAD) / 2)
        .map(item -> HEAD + 2 * item)
        .mapToObj(at -> new Item((int) numbers[at], (int) numbers[at + 1]))
        .toList();
  }

  /**
   * The clause number of a built-in set's item, such as {@code 4.1.2}.
   *
   * @param item its place, from 0
   * @return the text; empty where there is none
   */
  public String itemClause(int item) {
    return Rules.criteriaItemClause(Given.text(id(), "criteria"), item);
  }

  /**
   * What a built-in set's item is called.
   *
   * @param item its place, from 0
   * @param language Chinese or English
   * @return the text; empty where there is none
   */
  public String itemName(int item, Language language) {
    return Rules.criteriaItemName(Given.text(id(), "criteria"), item, Given.code(language));
  }

  /**
   * What a built-in set's category is called.
   *
   * @param category its place, from 0
   * @param language Chinese or English
   * @return the text; empty where there is none
   */
  public String categoryName(int category, Language language) {
    return Rules.criteriaCategoryName(Given.text(id(), "criteria"), category, Given.code(language));
  }

  /**
   * Checks its form, and that its points add up to the full score.
   *
   * @throws KqaException that names the field at fault
   */
  public void check() {
    Rules.criteriaCheck(raw);
  }

  /**
   * Whether its points add up to the full score, as a finding (Art. 5).
   *
   * @return one finding
   */
  public Decision verify() {
    return Decision.of(Rules.criteriaVerify(raw));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Criteria criteria && Arrays.equals(raw, criteria.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "Criteria[" + id() + "]";
  }
}
