package kqaward;

import java.util.Arrays;
import java.util.List;

/**
 * From assessors' sheets to scores (Art. 5, 16, 17), from two scores to the total (Art. 18), the
 * floors (Art. 5) and the ranking (Art. 18). All exact. A sheet is one percent an item, in the
 * criteria's order.
 */
public final class Scores {
  private static final int MOST_PERCENTS = 1 << 20;

  private Scores() {}

  /**
   * Score of one sheet.
   *
   * @param criteria the set
   * @param sheet the percents
   * @return points
   */
  public static Ratio sheet(Criteria criteria, int... sheet) {
    return Ratio.of(Rules.sheetScore(Criteria.raw(criteria), Given.notNull(sheet, "sheet")));
  }

  /**
   * Score of one item on one sheet.
   *
   * @param criteria the set
   * @param sheet the percents
   * @param item the item's place, from 0
   * @return points
   */
  public static Ratio sheetItem(Criteria criteria, int[] sheet, int item) {
    return Ratio.of(
        Rules.sheetItemScore(Criteria.raw(criteria), Given.notNull(sheet, "sheet"), item));
  }

  /**
   * Score of one category on one sheet.
   *
   * @param criteria the set
   * @param sheet the percents
   * @param category the category's place, from 0
   * @return points
   */
  public static Ratio sheetCategory(Criteria criteria, int[] sheet, int category) {
    return Ratio.of(
        Rules.sheetCategoryScore(Criteria.raw(criteria), Given.notNull(sheet, "sheet"), category));
  }

  /** The percents of all sheets one after another. Each sheet must be whole. */
  private static int[] joined(Criteria criteria, int[][] sheets) {
    int items = Given.notNull(criteria, "criteria").items().size();
    long length = (long) Given.notNull(sheets, "sheets").length * items;
    if (length > MOST_PERCENTS) {
      throw KqaException.refuse(Status.TOO_MANY, "sheets");
    }
    int[] percents = new int[(int) length];
    for (int i = 0; i < sheets.length; i++) {
      int[] sheet = Given.notNull(sheets[i], "sheets[" + i + "]");
      if (sheet.length != items) {
        throw KqaException.refuse(
            sheet.length < items ? Status.TOO_FEW : Status.TOO_MANY, "sheets[" + i + "]");
      }
      System.arraycopy(sheet, 0, percents, i * items, items);
    }
    return percents;
  }

  /**
   * A panel's score: the exact mean of its sheets (Art. 10, 16, 17).
   *
   * @param edition the edition
   * @param criteria the set
   * @param sheets the percents, one array an assessor
   * @return points
   */
  public static Ratio panel(Edition edition, Criteria criteria, int[]... sheets) {
    return Ratio.of(
        Rules.panelScore(Given.edition(edition), Criteria.raw(criteria), joined(criteria, sheets)));
  }

  /**
   * A panel's mean score of one category.
   *
   * @param edition the edition
   * @param criteria the set
   * @param category the category's place, from 0
   * @param sheets the percents, one array an assessor
   * @return points
   */
  public static Ratio panelCategory(
      Edition edition, Criteria criteria, int category, int[]... sheets) {
    int[] percents = joined(criteria, sheets);
    return Ratio.of(
        Rules.panelCategoryScore(
            Given.edition(edition), Criteria.raw(criteria), percents, category));
  }

  /**
   * How far the assessors of a panel lie apart: the highest sheet less the lowest.
   *
   * @param edition the edition
   * @param criteria the set
   * @param sheets the percents, one array an assessor
   * @return points
   */
  public static Ratio panelSpread(Edition edition, Criteria criteria, int[]... sheets) {
    return Ratio.of(
        Rules.panelSpread(
            Given.edition(edition), Criteria.raw(criteria), joined(criteria, sheets)));
  }

  /**
   * The total score: both scores by their weights (Art. 18).
   *
   * @param edition the edition
   * @param document score of the document review
   * @param site score of the site review
   * @return points
   */
  public static Ratio total(Edition edition, Ratio document, Ratio site) {
    return Ratio.of(
        Rules.totalScore(
            Given.edition(edition),
            Given.ratio(document, "document_review.score"),
            Given.ratio(site, "site_review.score")));
  }

  /**
   * Whether both floors are reached (Art. 5).
   *
   * @param edition the edition
   * @param document score of the document review
   * @param site score of the site review
   * @return two findings: total, site
   */
  public static Decision floors(Edition edition, Ratio document, Ratio site) {
    return Decision.of(
        Rules.floorsCheck(
            Given.edition(edition),
            Given.ratio(document, "document_review.score"),
            Given.ratio(site, "site_review.score")));
  }

  /**
   * The least site score with which a document score reaches both floors (Art. 5, 18).
   *
   * @param edition the edition
   * @param document score of the document review
   * @param decimals decimals that the site score may have, 0 to 3
   * @return points; null when not even 1000 suffice
   */
  public static Ratio leastSiteScore(Edition edition, Ratio document, int decimals) {
    long[] score = Given.ratio(document, "document_review.score");
    return Ratio.at(Rules.leastSiteScore(Given.edition(edition), score, decimals), 0);
  }

  /**
   * Ranks totals from high to low; equal totals share a rank (Art. 18).
   *
   * @param totals the totals; null for one that is not ranked
   * @return the ranking
   */
  public static Ranking rank(List<Ratio> totals) {
    long[] numbers =
        Given.notNull(totals, "totals").stream()
            .flatMapToLong(total -> Arrays.stream(Given.ratioOrNone(total)))
            .toArray();
    long[] answer = Rules.rank(numbers);
    int count = (answer.length - 1) / 2;
    return new Ranking(integers(answer, 1, count), integers(answer, 1 + count, (int) answer[0]));
  }

  private static List<Integer> integers(long[] numbers, int from, int count) {
    return Arrays.stream(numbers, from, from + count).mapToObj(Math::toIntExact).toList();
  }
}
