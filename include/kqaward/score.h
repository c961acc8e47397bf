/** @file score.h
 * From assessors' sheets to scores (Art. 5, 16, 17), from two scores to the total (Art. 18), the
 * floors (Art. 5) and the ranking (Art. 18). All exact.
 *
 * A sheet is one percent an item, in the criteria's order. A panel's sheets stand one after another
 * in one list of assessors x item_count percents.
 */
#ifndef KQAWARD_SCORE_H
#define KQAWARD_SCORE_H

#include "kqaward/criteria.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Most sheets of a panel. @since 0.1 */
#define KQA_MAX_SHEETS 99

/*@ predicate kqa_sound_percents{L}(int32_t *percents, integer count) =
  @   \forall integer i; 0 <= i < count ==> 0 <= percents[i] <= 100;
  @*/

/** Score of one item on one sheet: points x percent / 100.
 * @param criteria The set.
 * @param percents One sheet, criteria->item_count percents of 0 to 100 in the criteria's step.
 * @param item     Place of the item, 0 to item_count - 1.
 * @return Points, 0 to the item's; the faults of kqa_criteria_check(), KQA_E_RANGE with
 * KQA_FIELD_ITEM, KQA_E_RANGE or KQA_E_STEP with KQA_FIELD_PERCENT (item in `index[1]`).
 * @since 0.1 */
/*@ requires criteria: \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: \result.fault.status == KQA_OK ==>
  @   kqa_sound_ratio(\result.value) && 0 <= \result.value.num;
  @*/
KQA_API struct kqa_quantity kqa_sheet_item_score(const struct kqa_criteria *criteria,
                                                 const int32_t *percents, int32_t item);

/** Score of one category on one sheet.
 * @param criteria The set.
 * @param percents One sheet, as in kqa_sheet_item_score().
 * @param category Place of the category, 0 to category_count - 1.
 * @return Points, 0 to the category's; as kqa_sheet_item_score(), with KQA_FIELD_CATEGORY.
 * @since 0.1 */
/*@ requires criteria: \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: \result.fault.status == KQA_OK ==> kqa_sound_score(\result.value);
  @*/
KQA_API struct kqa_quantity kqa_sheet_category_score(const struct kqa_criteria *criteria,
                                                     const int32_t *percents, int32_t category);

/** Score of one sheet: the sum over its items.
 * @article 5
 * @param criteria The set.
 * @param percents One sheet, as in kqa_sheet_item_score().
 * @return Points, 0 to 1000; as kqa_sheet_item_score().
 * @since 0.1 */
/*@ requires criteria: \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: \result.fault.status == KQA_OK ==> kqa_sound_score(\result.value);
  @*/
KQA_API struct kqa_quantity kqa_sheet_score(const struct kqa_criteria *criteria,
                                            const int32_t *percents);

/** A panel's score: the exact mean of its sheets.
 * @article 10, 16, 17
 * @param edition  The edition.
 * @param criteria The set.
 * @param percents sheets x item_count percents of 0 to 100 in the criteria's step, sheet by sheet.
 * @param sheets   Number of sheets, at least the edition's least number of assessors, at most 99.
 * @return Points, 0 to 1000; the faults of kqa_edition_check() and kqa_criteria_check(),
 *         KQA_E_TOO_FEW or KQA_E_TOO_MANY with KQA_FIELD_SHEETS, KQA_E_RANGE or KQA_E_STEP with
 *         KQA_FIELD_PERCENT (sheet in `index[0]`, item in `index[1]`).
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. sheets * criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art10_sheets: \result.fault.status == KQA_OK ==>
  @   edition->panel_min_assessors <= sheets <= KQA_MAX_SHEETS;
  @ ensures score: \result.fault.status == KQA_OK ==> kqa_sound_score(\result.value);
  @*/
KQA_API struct kqa_quantity kqa_panel_score(const struct kqa_edition *edition,
                                            const struct kqa_criteria *criteria,
                                            const int32_t *percents, int32_t sheets);

/** A panel's mean score of one category.
 * @param edition  The edition.
 * @param criteria The set.
 * @param percents sheets x item_count percents of 0 to 100 in the criteria's step, sheet by sheet.
 * @param sheets   Number of sheets, as in kqa_panel_score().
 * @param category Place of the category, 0 to category_count - 1.
 * @return Points, 0 to the category's; as kqa_panel_score(), and KQA_E_RANGE with
 * KQA_FIELD_CATEGORY.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. sheets * criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art10_sheets: \result.fault.status == KQA_OK ==>
  @   edition->panel_min_assessors <= sheets <= KQA_MAX_SHEETS;
  @ ensures score: \result.fault.status == KQA_OK ==> kqa_sound_score(\result.value);
  @*/
KQA_API struct kqa_quantity kqa_panel_category_score(const struct kqa_edition *edition,
                                                     const struct kqa_criteria *criteria,
                                                     const int32_t *percents, int32_t sheets,
                                                     int32_t category);

/** How far the assessors of a panel lie apart: the highest sheet less the lowest.
 * @param edition  The edition.
 * @param criteria The set.
 * @param percents sheets x item_count percents of 0 to 100 in the criteria's step, sheet by sheet.
 * @param sheets   Number of sheets, as in kqa_panel_score().
 * @return Points, 0 to 1000; as kqa_panel_score().
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. sheets * criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art10_sheets: \result.fault.status == KQA_OK ==>
  @   edition->panel_min_assessors <= sheets <= KQA_MAX_SHEETS;
  @ ensures score: \result.fault.status == KQA_OK ==>
  @   kqa_sound_ratio(\result.value) && 0 <= \result.value.num;
  @*/
KQA_API struct kqa_quantity kqa_panel_spread(const struct kqa_edition *edition,
                                             const struct kqa_criteria *criteria,
                                             const int32_t *percents, int32_t sheets);

/* The total as Art. 18 has it: the exact sum of both scores by their weights, and where the reading
 * `score.rounding` asks for it that sum rounded once. The floors of Art. 5 for the site score and
 * for the total. */
/*@ logic integer kqa_weighted_num{L}(struct kqa_edition *edition, struct kqa_ratio document,
  @                                   struct kqa_ratio site) =
  @   edition->weight_document_permille * (document.num * site.den) +
  @   edition->weight_site_permille * (site.num * document.den);
  @ logic integer kqa_weighted_den(struct kqa_ratio document, struct kqa_ratio site) =
  @   1000 * (document.den * site.den);
  @ predicate kqa_weighted_sum{L}(struct kqa_edition *edition, struct kqa_ratio document,
  @                               struct kqa_ratio site, struct kqa_ratio sum) =
  @   sum.num * kqa_weighted_den(document, site) ==
  @   kqa_weighted_num(edition, document, site) * sum.den;
  @ predicate kqa_total_of_sum{L}(struct kqa_edition *edition, struct kqa_ratio sum,
  @                               struct kqa_ratio total) =
  @   edition->score_rounding == KQA_SCORE_ROUNDING_NONE
  @     ? total == sum
  @     : kqa_rounded(sum, edition->score_rounding - KQA_SCORE_ROUNDING_GBT8170_0, total);
  @ predicate kqa_art18_total{L}(struct kqa_edition *edition, struct kqa_ratio document,
  @                              struct kqa_ratio site, struct kqa_ratio total) =
  @   \exists struct kqa_ratio sum; kqa_sound_ratio(sum) &&
  @     kqa_weighted_sum(edition, document, site, sum) && kqa_total_of_sum(edition, sum, total);
  @ predicate kqa_at_least(struct kqa_ratio score, struct kqa_ratio floor) =
  @   score.num * floor.den >= floor.num * score.den;
  @ predicate kqa_floors_met{L}(struct kqa_edition *edition, struct kqa_ratio document,
  @                             struct kqa_ratio site) =
  @   kqa_at_least(site, edition->floor_site) &&
  @   \exists struct kqa_ratio total; kqa_art18_total(edition, document, site, total) &&
  @     kqa_sound_ratio(total) && kqa_at_least(total, edition->floor_total);
  @ predicate kqa_floors_missed{L}(struct kqa_edition *edition, struct kqa_ratio document,
  @                                struct kqa_ratio site) =
  @   !kqa_at_least(site, edition->floor_site) ||
  @   \exists struct kqa_ratio total; kqa_art18_total(edition, document, site, total) &&
  @     kqa_sound_ratio(total) && !kqa_at_least(total, edition->floor_total);
  @ predicate kqa_met_at{L}(struct kqa_edition *edition, struct kqa_ratio document, integer num,
  @                         integer den) =
  @   \exists struct kqa_ratio site; site.num == num && site.den == den &&
  @     kqa_floors_met(edition, document, site);
  @ predicate kqa_missed_at{L}(struct kqa_edition *edition, struct kqa_ratio document, integer num,
  @                            integer den) =
  @   \exists struct kqa_ratio site; site.num == num && site.den == den &&
  @     kqa_floors_missed(edition, document, site);
  @ predicate kqa_least_at{L}(struct kqa_edition *edition, struct kqa_ratio document, integer num,
  @                           integer den, struct kqa_ratio least) =
  @   0 <= num <= 1000 * den && least.num * den == num * least.den &&
  @   kqa_met_at(edition, document, num, den) &&
  @   (0 < num ==> kqa_missed_at(edition, document, num - 1, den));
  @*/

/** The total score: both scores by their weights; rounded once only where the reading
 * `score.rounding` says so.
 * @article 18
 * @param edition  The edition.
 * @param document Score of the document review, 0 to 1000 points, denominator at most 1,000,000.
 * @param site     Score of the site review, likewise.
 * @return Points, 0 to 1000, in lowest terms, denominator at most 10^15; the faults of
 * kqa_edition_check(), KQA_E_RANGE with KQA_FIELD_DOCUMENT_SCORE or KQA_FIELD_SITE_SCORE.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   kqa_sound_edition(edition) && kqa_sound_score(document) && kqa_sound_score(site);
  @ ensures art18_total: \result.fault.status == KQA_OK ==>
  @   kqa_sound_ratio(\result.value) && 0 <= \result.value.num <= 1000 * \result.value.den &&
  @   kqa_lowest_terms(\result.value) && kqa_art18_total(edition, document, site, \result.value);
  @ ensures refused: \result.fault.status != KQA_OK ==>
  @   \result.value.num == 0 && \result.value.den == 0;
  @*/
KQA_API struct kqa_quantity kqa_total_score(const struct kqa_edition *edition,
                                            struct kqa_ratio document, struct kqa_ratio site);

/** Whether both floors are reached.
 * @article 5
 * @param edition  The edition.
 * @param document Score of the document review, as in kqa_total_score().
 * @param site     Score of the site review, likewise.
 * @return Two findings: total, site; the faults of kqa_total_score().
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   kqa_sound_edition(edition) && kqa_sound_score(document) && kqa_sound_score(site);
  @ ensures refused: \result.fault.status != KQA_OK ==>
  @   \result.verdict == KQA_VERDICT_UNKNOWN && \result.count == 0;
  @ ensures art18_total: \result.fault.status == KQA_OK ==> \result.count == 2 &&
  @   kqa_art18_total(edition, document, site, \result.findings[0].observed);
  @ ensures art5_total: \result.fault.status == KQA_OK ==>
  @   (\result.findings[0].verdict == KQA_VERDICT_MET <==>
  @    kqa_at_least(\result.findings[0].observed, edition->floor_total));
  @ ensures art5_site: \result.fault.status == KQA_OK ==>
  @   (\result.findings[1].verdict == KQA_VERDICT_MET <==>
  @    kqa_at_least(site, edition->floor_site));
  @ ensures art5_met: \result.fault.status == KQA_OK ==>
  @   (\result.verdict == KQA_VERDICT_MET <==>
  @    kqa_at_least(\result.findings[0].observed, edition->floor_total) &&
  @    kqa_at_least(site, edition->floor_site));
  @ ensures art5_not_met: \result.fault.status == KQA_OK ==>
  @   (\result.verdict == KQA_VERDICT_NOT_MET <==>
  @    !kqa_at_least(\result.findings[0].observed, edition->floor_total) ||
  @    !kqa_at_least(site, edition->floor_site));
  @*/
KQA_API struct kqa_decision kqa_floors_check(const struct kqa_edition *edition,
                                             struct kqa_ratio document, struct kqa_ratio site);

/** The least site score with which a document score reaches both floors.
 * @article 5, 18
 * @param edition  The edition.
 * @param document Score of the document review, as in kqa_total_score().
 * @param decimals Decimals that the site score may have, 0 to 3.
 * @return Points, 0 to 1000; 0/0 when not even 1000 suffice. The faults of kqa_total_score(),
 * KQA_E_RANGE with KQA_FIELD_DECIMALS.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   kqa_sound_edition(edition) && kqa_sound_score(document) && 0 <= decimals <= 3;
  @ ensures art5_least: \result.fault.status == KQA_OK && \result.value.den != 0 ==>
  @   \exists integer num; kqa_least_at(edition, document, num, kqa_scale(decimals), \result.value);
  @ ensures none: \result.fault.status == KQA_OK && \result.value.den == 0 ==>
  @   kqa_missed_at(edition, document, 1000 * kqa_scale(decimals), kqa_scale(decimals));
  @*/
KQA_API struct kqa_quantity kqa_least_site_score(const struct kqa_edition *edition,
                                                 struct kqa_ratio document, int32_t decimals);

/** One entry of a ranking. @since 0.1 */
struct kqa_ranked {
  struct kqa_ratio
    total;       /**< In: the total, 0 to 1000 points; denominator 0 for one that is not ranked. */
  int32_t rank;  /**< Out: rank from 1; 0 for one that is not ranked. */
  int32_t order; /**< Out, at place k: place, from 0, of the kth of the ranking, from high to low,
                    equal totals in input order; -1 beyond the last ranked one. */
  int32_t spare; /**< Working room, any value. */
  int32_t reserved; /**< Always 0. */
};

/*@ logic real kqa_value(struct kqa_ratio value) = (real)value.num / (real)value.den;
  @ logic real kqa_total_at{L}(struct kqa_ranked *entries, integer place) =
  @   kqa_value(entries[place].total);
  @ predicate kqa_sound_total(struct kqa_ratio total) =
  @   (total.num == 0 && total.den == 0) ||
  @   (kqa_sound_ratio(total) && 0 <= total.num <= 1000 * total.den);
  @ predicate kqa_sound_totals{L}(struct kqa_ranked *entries, integer count) =
  @   \forall integer i; 0 <= i < count ==> kqa_sound_total(entries[i].total);
  @ logic integer kqa_ranked_of{L}(struct kqa_ranked *entries, integer count) =
  @   count <= 0 ? 0
  @              : kqa_ranked_of(entries, count - 1) + (entries[count - 1].total.den != 0 ? 1 : 0);
  @ logic integer kqa_above{L}(struct kqa_ranked *entries, integer count, real total) =
  @   count <= 0 ? 0
  @              : kqa_above(entries, count - 1, total) +
  @                  (entries[count - 1].total.den != 0 &&
  @                   kqa_total_at(entries, count - 1) > total ? 1 : 0);
  @ predicate kqa_art18_ranks{L}(struct kqa_ranked *entries, integer count) =
  @   \forall integer i; 0 <= i < count ==> entries[i].rank ==
  @     (entries[i].total.den == 0 ? 0
  @                                : 1 + kqa_above(entries, count, kqa_total_at(entries, i)));
  @ predicate kqa_ahead{L}(struct kqa_ranked *entries, integer a, integer b) =
  @   kqa_total_at(entries, a) > kqa_total_at(entries, b) ||
  @   (kqa_total_at(entries, a) == kqa_total_at(entries, b) &&
  @    kqa_ranked_of(entries, a) < kqa_ranked_of(entries, b));
  @ predicate kqa_in_list{L}(struct kqa_ranked *entries, integer ranked, integer place) =
  @   \exists integer k; 0 <= k < ranked && entries[k].order == place;
  @ predicate kqa_has_total{L}(struct kqa_ranked *entries, integer place) =
  @   entries[place].total.den != 0;
  @ predicate kqa_list_of_ranked{L}(struct kqa_ranked *entries, integer ranked, integer count) =
  @   (\forall integer k; 0 <= k < ranked ==> 0 <= entries[k].order < count &&
  @      entries[entries[k].order].total.den != 0) &&
  @   (\forall integer i; 0 <= i < count && kqa_has_total(entries, i) ==>
  @      kqa_in_list(entries, ranked, i)) &&
  @   (\forall integer k; ranked <= k < count ==> entries[k].order == -1);
  @ predicate kqa_art18_order{L}(struct kqa_ranked *entries, integer ranked) =
  @   \forall integer a, b; 0 <= a < b < ranked ==>
  @     kqa_ahead(entries, entries[a].order, entries[b].order);
  @*/

/** Ranks totals from high to low; equal totals share a rank (1, 1, 3).
 * @article 18
 * @param entries The entries; on a fault their outputs are zero.
 * @param count   Length of entries, at most 1,000,000.
 * @return How many entries are ranked, 0 to count; KQA_E_TOO_MANY with KQA_FIELD_CANDIDATES,
 * KQA_E_RANGE with KQA_FIELD_TOTAL (place in `index[0]`) for a total outside 0 to 1000 or with a
 * denominator above 10^15.
 * @since 0.1 */
/*@ requires entries: \valid(entries + (0 .. count - 1));
  @ terminates \true;
  @ assigns entries[0 .. count - 1].rank, entries[0 .. count - 1].order,
  @   entries[0 .. count - 1].spare;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   count <= 1000000 && kqa_sound_totals(entries, count);
  @ ensures art18_rank: \result.fault.status == KQA_OK ==> kqa_art18_ranks(entries, count);
  @ ensures art18_order: \result.fault.status == KQA_OK ==>
  @   \result.value == kqa_ranked_of(entries, count) &&
  @   kqa_list_of_ranked(entries, \result.value, count) &&
  @   kqa_art18_order(entries, \result.value);
  @ ensures refused: \result.fault.status != KQA_OK ==> \forall integer i; 0 <= i < count ==>
  @   entries[i].rank == 0 && entries[i].order == 0;
  @*/
KQA_API struct kqa_number kqa_rank(struct kqa_ranked *entries, size_t count);

#ifdef __cplusplus
}
#endif

#endif
