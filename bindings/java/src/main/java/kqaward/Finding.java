package kqaward;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One thing that a decision rests on.
 *
 * @param provision the provision of the ordinance
 * @param verdict whether it is met
 * @param unit the unit of both values
 * @param relation how the observed value must stand to the required one
 * @param observed what is; null when it is not known or there is nothing to show
 * @param required what must be; null when there is nothing to show
 */
public record Finding(
    Provision provision,
    Verdict verdict,
    Unit unit,
    Relation relation,
    Ratio observed,
    Ratio required) {
  /** How many numbers stand for a finding, see convert.h. */
  static final int NUMBERS = 8;

  /**
   * Refuses null but for the values.
   *
   * @param provision the provision of the ordinance
   * @param verdict whether it is met
   * @param unit the unit of both values
   * @param relation how the observed value must stand to the required one
   * @param observed what is; null when it is not known or there is nothing to show
   * @param required what must be; null when there is nothing to show
   */
  public Finding {
    Given.notNull(provision, "provision");
    Given.notNull(verdict, "verdict");
    Given.notNull(unit, "unit");
    Given.notNull(relation, "relation");
  }

  /** The findings behind the head of an answer. */
  static List<Finding> list(long[] answer, int from, int count) {
    Finding[] findings = new Finding[count];
    for (int i = 0, at = from; i < count; i++, at += NUMBERS) {
      findings[i] =
          new Finding(
              Provision.of(answer[at]),
              Verdict.of(answer[at + 1]),
              Unit.of(answer[at + 2]),
              Relation.of(answer[at + 3]),
              Ratio.at(answer, at + 4),
              Ratio.at(answer, at + 6));
    }
    return Collections.unmodifiableList(Arrays.asList(findings));
  }

  static List<Finding> list(long[] answer, int from) {
    return list(answer, from, (answer.length - from) / NUMBERS);
  }

  /** Those not met, else those unknown. */
  static List<Finding> reasons(List<Finding> findings) {
    List<Finding> given = Given.list(findings, "findings");
    List<Finding> unmet = given.stream().filter(f -> f.verdict == Verdict.NOT_MET).toList();
    return unmet.isEmpty()
        ? given.stream().filter(f -> f.verdict == Verdict.UNKNOWN).toList()
        : unmet;
  }

  private long[] numbers() {
    long[] is = Given.ratioOrNone(observed);
    long[] must = Given.ratioOrNone(required);
    return new long[] {
      provision.code(), verdict.code(), unit.code(), relation.code(), is[0], is[1], must[0], must[1]
    };
  }

  /**
   * One sentence fit for a notice, without a full stop: what is wrong or right, the values, the
   * citation.
   *
   * @param language Chinese or English
   * @return the sentence
   */
  public String text(Language language) {
    return Rules.findingText(numbers(), Given.code(language));
  }

  /**
   * The article and item, such as Art. 12(6).
   *
   * @param language Chinese or English
   * @return the citation
   */
  public String citation(Language language) {
    return provision.citation(language);
  }

  /**
   * The observed value the same in every language: {@code true}, {@code 2021-05-06}, {@code
   * 3057/5}, {@code unknown}, {@code none}.
   *
   * @return the text
   */
  public String observedText() {
    return Rules.findingObserved(numbers());
  }

  /**
   * The required value with its relation: {@code >= 600}, {@code <= 2026-06-30}.
   *
   * @return the text; empty when nothing is required
   */
  public String requiredText() {
    return Rules.findingRequired(numbers());
  }
}
