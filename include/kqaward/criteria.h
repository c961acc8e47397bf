/** @file criteria.h
 * Sets of 1000-point criteria as data (Art. 5): GB/T 19580 with the points of its guide, a second
 * set, and the check of any other.
 */
#ifndef KQAWARD_CRITERIA_H
#define KQAWARD_CRITERIA_H

#include "kqaward/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Most items of a set. @since 0.1 */
#define KQA_CRITERIA_ITEMS 64
/** Most categories of a set. @since 0.1 */
#define KQA_CRITERIA_CATEGORIES 16
/** Bytes of a set's id, the NUL included. @since 0.1 */
#define KQA_CRITERIA_ID_SIZE 32

/** One item of a set. @since 0.1 */
struct kqa_criteria_item {
  int32_t points;   /**< Points, 1 to full_score. */
  int32_t category; /**< Place of its category, 0 to category_count - 1, never falling from item to
                       item. */
};

/** A set of criteria. @since 0.1 */
struct kqa_criteria {
  char id[KQA_CRITERIA_ID_SIZE]; /**< `a-z 0-9 -`, 1 to 31 characters, ended by a NUL. */
  int32_t full_score;            /**< Sum of all points, always 1000. */
  int32_t percent_step;          /**< Assessors give percents in steps of this, 1 to 100. */
  int32_t category_count;        /**< Categories, 1 to KQA_CRITERIA_CATEGORIES. */
  int32_t item_count;            /**< Items, 1 to KQA_CRITERIA_ITEMS. */
  struct kqa_criteria_item items[KQA_CRITERIA_ITEMS]; /**< The items; zero beyond item_count. */
};

/*@ predicate kqa_sound_item{L}(struct kqa_criteria *criteria, integer item) =
  @   1 <= criteria->items[item].points <= 1000 &&
  @   0 <= criteria->items[item].category < criteria->category_count;
  @ logic integer kqa_points{L}(struct kqa_criteria *criteria, integer items) =
  @   items <= 0 ? 0 : kqa_points(criteria, items - 1) + criteria->items[items - 1].points;
  @ predicate kqa_sound_criteria{L}(struct kqa_criteria *criteria) =
  @   criteria->full_score == 1000 && 1 <= criteria->percent_step <= 100 &&
  @   1 <= criteria->category_count <= KQA_CRITERIA_CATEGORIES &&
  @   1 <= criteria->item_count <= KQA_CRITERIA_ITEMS &&
  @   (\forall integer item; 0 <= item < criteria->item_count ==>
  @     kqa_sound_item(criteria, item)) &&
  @   kqa_points(criteria, criteria->item_count) == 1000;
  @*/

/** The built-in set with the given id: `"gbt19580-2012"` or `"baldrige-2021"`.
 * @article 5
 * @param id       Text ended by a NUL.
 * @param criteria Receives a copy; all zero on a fault.
 * @return KQA_E_NAME with KQA_FIELD_CRITERIA.
 * @since 0.1 */
/*@ requires id: kqa_text_within(id, 1099511627776);
  @ requires criteria: \valid(criteria);
  @ terminates \true;
  @ assigns *criteria;
  @ ensures counts: \result.status == KQA_OK ==> criteria->full_score == 1000 &&
  @   criteria->percent_step == 5 && 0 <= criteria->item_count <= KQA_CRITERIA_ITEMS;
  @*/
KQA_API struct kqa_fault kqa_criteria_find(const char *id, struct kqa_criteria *criteria);

/** How many sets are built in.
 * @return The number of sets.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @*/
KQA_API size_t kqa_criteria_count(void);

/** A built-in set's id by place.
 * @param place Its place, 0 to kqa_criteria_count() - 1.
 * @return A static text; empty beyond the last.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @*/
KQA_API const char *kqa_criteria_id_at(size_t place);

/** Checks a set: its form, and that its points add up to the full score of 1000.
 * @article 5
 * @param criteria The set.
 * @return KQA_E_FORM or KQA_E_RANGE with KQA_FIELD_CRITERIA, KQA_E_RANGE with
 *         KQA_FIELD_CRITERIA_POINTS or KQA_E_ORDER with KQA_FIELD_CRITERIA_CATEGORY (item in
 *         `index[0]`), KQA_E_POINTS with KQA_FIELD_CRITERIA.
 * @since 0.1 */
/*@ requires criteria: \valid_read(criteria);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> kqa_sound_criteria(criteria);
  @ ensures art5_full: criteria->item_count >= 1 &&
  @   kqa_points(criteria, criteria->item_count) != 1000 ==> \result.status != KQA_OK;
  @*/
KQA_API struct kqa_fault kqa_criteria_check(const struct kqa_criteria *criteria);

/** Whether the points of a set in proper form add up to its full score, as a finding.
 * @article 5
 * @param criteria The set.
 * @return One finding; the faults of kqa_criteria_check(), but not that of the sum.
 * @since 0.1 */
/*@ requires criteria: \valid_read(criteria);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art5_full: \result.fault.status == KQA_OK ==> \result.count == 1 &&
  @   (\result.verdict == KQA_VERDICT_MET <==>
  @      kqa_points(criteria, criteria->item_count) == 1000);
  @*/
KQA_API struct kqa_decision kqa_criteria_verify(const struct kqa_criteria *criteria);

/** Clause number of a built-in set's item, such as `"4.1.2"`.
 * @param id   The set's id, ended by a NUL.
 * @param item Place of the item, 0 to item_count - 1.
 * @return A static ASCII text; empty where there is none.
 * @since 0.1 */
/*@ requires id: kqa_text_within(id, 1099511627776);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_criteria_item_clause(const char *id, int32_t item);

/** What a built-in set's item is called. The second set has English names alone.
 * @param id       The set's id, ended by a NUL.
 * @param item     Place of the item, 0 to item_count - 1.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty where there is none.
 * @since 0.1 */
/*@ requires id: kqa_text_within(id, 1099511627776);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_criteria_item_name(const char *id, int32_t item, int32_t language);

/** What a built-in set's category is called. The second set has English names alone.
 * @param id       The set's id, ended by a NUL.
 * @param category Place of the category, 0 to category_count - 1.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty where there is none.
 * @since 0.1 */
/*@ requires id: kqa_text_within(id, 1099511627776);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_criteria_category_name(const char *id, int32_t category, int32_t language);

#ifdef __cplusplus
}
#endif

#endif
