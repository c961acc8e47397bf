/* From assessors' sheets to scores: Art. 5, 10, 16, 17. */
#include "edition_core.h"
#include "ratio_core.h"
#include "score_core.h"
#include "status_fault.h"

#define ALL_CATEGORIES (-1)

/* Of one sheet among those that stand in percents. */
/*@ requires criteria: \valid_read(criteria) && 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS &&
  @   1 <= criteria->percent_step <= 100;
  @ requires sheet: 0 <= sheet < KQA_MAX_SHEETS;
  @ requires percents: \valid_read(percents + (0 .. sheet * criteria->item_count +
  @   criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> \forall integer i;
  @   sheet * criteria->item_count <= i < sheet * criteria->item_count + criteria->item_count ==>
  @   0 <= percents[i] <= 100;
  @*/
static struct kqa_fault percents_fault(const struct kqa_criteria *criteria, const int32_t *percents,
                                       int32_t sheet)
{
  int32_t first = sheet * criteria->item_count;

  /*@ loop invariant sound: 0 <= item <= criteria->item_count &&
    @   \forall integer i; first <= i < first + item ==> 0 <= percents[i] <= 100;
    @ loop assigns item;
    @ loop variant criteria->item_count - item;
    @*/
  for (int32_t item = 0; item < criteria->item_count; item++) {
    int32_t percent = percents[first + item];

    if (percent < 0 || percent > 100)
      return fault_in_list(KQA_E_RANGE, KQA_FIELD_PERCENT, sheet, item);
    if (percent % criteria->percent_step != 0)
      return fault_in_list(KQA_E_STEP, KQA_FIELD_PERCENT, sheet, item);
  }
  return no_fault();
}

struct kqa_fault kqa_sheets_fault(const struct kqa_edition *edition,
                                  const struct kqa_criteria *criteria, const int32_t *percents,
                                  int32_t sheets)
{
  struct kqa_fault found = no_fault();

  if (sheets < edition->panel_min_assessors)
    return fault(KQA_E_TOO_FEW, KQA_FIELD_SHEETS);
  if (sheets > KQA_MAX_SHEETS)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_SHEETS);
  /*@ loop invariant sheet: 0 <= sheet <= sheets;
    @ loop invariant sound: found.status == KQA_OK ==>
    @   \forall integer i; 0 <= i < sheet * criteria->item_count ==> 0 <= percents[i] <= 100;
    @ loop assigns sheet, found;
    @ loop variant sheets - sheet;
    @*/
  for (int32_t sheet = 0; sheet < sheets && !found.status; sheet++) {
    /*@ assert rest: 0 <= sheet * criteria->item_count &&
      @   sheet * criteria->item_count + criteria->item_count <= sheets * criteria->item_count; */
    found = percents_fault(criteria, percents, sheet);
  }
  return found;
}

/* Sum of points x percent over a sheet, of one category or of all. */
/*@ requires criteria: \valid_read(criteria) && kqa_sound_criteria(criteria);
  @ requires percents: \valid_read(percents + (0 .. criteria->item_count - 1)) &&
  @   \forall integer i; 0 <= i < criteria->item_count ==> 0 <= percents[i] <= 100;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures range: 0 <= \result <= 100000;
  @*/
static int64_t weighted_sum(const struct kqa_criteria *criteria, const int32_t *percents,
                            int32_t category)
{
  int64_t sum = 0;

  /*@ loop invariant item: 0 <= item <= criteria->item_count;
    @ loop invariant points: item <= kqa_points(criteria, item) <= 1000 * item;
    @ loop invariant sum: 0 <= sum <= 100 * kqa_points(criteria, item);
    @ loop assigns item, sum;
    @ loop variant criteria->item_count - item;
    @*/
  for (int32_t item = 0; item < criteria->item_count; item++) {
    /*@ assert item: kqa_sound_item(criteria, item); */
    /*@ assert product: 0 <= criteria->items[item].points * percents[item] <=
      @   100 * criteria->items[item].points; */
    if (category == ALL_CATEGORIES || criteria->items[item].category == category)
      sum += (int64_t)criteria->items[item].points * percents[item];
  }
  return sum;
}

/*@ requires criteria: \valid_read(criteria) && kqa_sound_criteria(criteria);
  @ requires sheets: 1 <= sheets <= KQA_MAX_SHEETS;
  @ requires percents: \valid_read(percents + (0 .. sheets * criteria->item_count - 1)) &&
  @   \forall integer i; 0 <= i < sheets * criteria->item_count ==> 0 <= percents[i] <= 100;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: kqa_sound_score(\result);
  @*/
static struct kqa_ratio mean(const struct kqa_criteria *criteria, const int32_t *percents,
                             int32_t sheets, int32_t category)
{
  int64_t sum = 0;
  struct kqa_ratio exact;
  struct kqa_ratio reduced;

  /*@ loop invariant sheet: 0 <= sheet <= sheets;
    @ loop invariant sum: 0 <= sum <= 100000 * sheet;
    @ loop assigns sheet, sum;
    @ loop variant sheets - sheet;
    @*/
  for (int32_t sheet = 0; sheet < sheets; sheet++) {
    /*@ assert rest: 0 <= sheet * criteria->item_count &&
      @   sheet * criteria->item_count + criteria->item_count <= sheets * criteria->item_count; */
    sum += weighted_sum(criteria, percents + (ptrdiff_t)sheet * criteria->item_count, category);
  }
  exact = (struct kqa_ratio){.num = sum, .den = INT64_C(100) * sheets};
  reduced = kqa_ratio_reduce(exact);
  /*@ assert same: reduced.num * exact.den == exact.num * reduced.den; */
  /*@ assert cap: exact.num <= 1000 * exact.den; */
  /*@ assert most: exact.num * reduced.den <= 1000 * exact.den * reduced.den; */
  /*@ assert score: reduced.num <= 1000 * reduced.den; */
  return reduced;
}

struct kqa_ratio kqa_panel_mean(const struct kqa_criteria *criteria, const int32_t *percents,
                                int32_t sheets)
{
  return mean(criteria, percents, sheets, ALL_CATEGORIES);
}

/*@ requires criteria: \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> kqa_sound_criteria(criteria) &&
  @   \forall integer i; 0 <= i < criteria->item_count ==> 0 <= percents[i] <= 100;
  @*/
static struct kqa_fault sheet_fault(const struct kqa_criteria *criteria, const int32_t *percents)
{
  struct kqa_fault found = kqa_criteria_check(criteria);

  return found.status ? found : percents_fault(criteria, percents, 0);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures refused: \result.fault == found && \result.value.num == 0 && \result.value.den == 0;
  @*/
static struct kqa_quantity refused_quantity(struct kqa_fault found)
{
  return (struct kqa_quantity){.fault = found};
}

struct kqa_quantity kqa_sheet_item_score(const struct kqa_criteria *criteria,
                                         const int32_t *percents, int32_t item)
{
  struct kqa_fault found = sheet_fault(criteria, percents);

  if (found.status)
    return refused_quantity(found);
  if (item < 0 || item >= criteria->item_count)
    return refused_quantity(fault(KQA_E_RANGE, KQA_FIELD_ITEM));
  return (struct kqa_quantity){
    .value = kqa_ratio_reduce((struct kqa_ratio){
      .num = (int64_t)criteria->items[item].points * percents[item], .den = 100})};
}

struct kqa_quantity kqa_sheet_category_score(const struct kqa_criteria *criteria,
                                             const int32_t *percents, int32_t category)
{
  struct kqa_fault found = sheet_fault(criteria, percents);

  if (found.status)
    return refused_quantity(found);
  if (category < 0 || category >= criteria->category_count)
    return refused_quantity(fault(KQA_E_RANGE, KQA_FIELD_CATEGORY));
  return (struct kqa_quantity){.value = mean(criteria, percents, 1, category)};
}

struct kqa_quantity kqa_sheet_score(const struct kqa_criteria *criteria, const int32_t *percents)
{
  struct kqa_fault found = sheet_fault(criteria, percents);

  if (found.status)
    return refused_quantity(found);
  return (struct kqa_quantity){.value = kqa_panel_mean(criteria, percents, 1)};
}

/*@ requires edition: \valid_read(edition) && \valid_read(criteria);
  @ requires percents: 1 <= criteria->item_count <= KQA_CRITERIA_ITEMS ==>
  @   \valid_read(percents + (0 .. sheets * criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> kqa_sound_criteria(criteria) &&
  @   1 <= sheets && edition->panel_min_assessors <= sheets <= KQA_MAX_SHEETS &&
  @   kqa_sound_percents(percents, sheets * criteria->item_count);
  @*/
static struct kqa_fault panel_fault(const struct kqa_edition *edition,
                                    const struct kqa_criteria *criteria, const int32_t *percents,
                                    int32_t sheets)
{
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  found = kqa_criteria_check(criteria);
  return found.status ? found : kqa_sheets_fault(edition, criteria, percents, sheets);
}

struct kqa_quantity kqa_panel_score(const struct kqa_edition *edition,
                                    const struct kqa_criteria *criteria, const int32_t *percents,
                                    int32_t sheets)
{
  struct kqa_fault found = panel_fault(edition, criteria, percents, sheets);

  if (found.status)
    return refused_quantity(found);
  return (struct kqa_quantity){.value = kqa_panel_mean(criteria, percents, sheets)};
}

struct kqa_quantity kqa_panel_category_score(const struct kqa_edition *edition,
                                             const struct kqa_criteria *criteria,
                                             const int32_t *percents, int32_t sheets,
                                             int32_t category)
{
  struct kqa_fault found = panel_fault(edition, criteria, percents, sheets);

  if (found.status)
    return refused_quantity(found);
  if (category < 0 || category >= criteria->category_count)
    return refused_quantity(fault(KQA_E_RANGE, KQA_FIELD_CATEGORY));
  return (struct kqa_quantity){.value = mean(criteria, percents, sheets, category)};
}

struct kqa_quantity kqa_panel_spread(const struct kqa_edition *edition,
                                     const struct kqa_criteria *criteria, const int32_t *percents,
                                     int32_t sheets)
{
  struct kqa_fault found = panel_fault(edition, criteria, percents, sheets);
  int64_t lowest;
  int64_t highest;

  if (found.status)
    return refused_quantity(found);
  lowest = weighted_sum(criteria, percents, ALL_CATEGORIES);
  highest = lowest;
  /*@ loop invariant sheet: 1 <= sheet <= sheets;
    @ loop invariant range: 0 <= lowest <= highest <= 100000;
    @ loop assigns sheet, lowest, highest;
    @ loop variant sheets - sheet;
    @*/
  for (int32_t sheet = 1; sheet < sheets; sheet++) {
    /*@ assert rest: 0 <= sheet * criteria->item_count &&
      @   sheet * criteria->item_count + criteria->item_count <= sheets * criteria->item_count; */
    int64_t sum =
      weighted_sum(criteria, percents + (ptrdiff_t)sheet * criteria->item_count, ALL_CATEGORIES);

    lowest = sum < lowest ? sum : lowest;
    highest = sum > highest ? sum : highest;
  }
  return (struct kqa_quantity){
    .value = kqa_ratio_reduce((struct kqa_ratio){.num = highest - lowest, .den = 100})};
}
