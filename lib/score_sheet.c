/* From assessors' sheets to scores: Art. 5, 10, 16, 17. */
#include "edition_core.h"
#include "ratio_core.h"
#include "score_core.h"
#include "status_fault.h"

#define ALL_CATEGORIES (-1)

static struct kqa_fault percents_fault(const struct kqa_criteria *criteria, const int32_t *percents,
                                       int32_t sheet)
{
  for (int32_t item = 0; item < criteria->item_count; item++) {
    int32_t percent = percents[item];

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
  for (int32_t sheet = 0; sheet < sheets && !found.status; sheet++)
    found = percents_fault(criteria, percents + (ptrdiff_t)sheet * criteria->item_count, sheet);
  return found;
}

/* Sum of points x percent over a sheet, of one category or of all. */
static int64_t weighted_sum(const struct kqa_criteria *criteria, const int32_t *percents,
                            int32_t category)
{
  int64_t sum = 0;

  for (int32_t item = 0; item < criteria->item_count; item++)
    if (category == ALL_CATEGORIES || criteria->items[item].category == category)
      sum += (int64_t)criteria->items[item].points * percents[item];
  return sum;
}

static struct kqa_ratio mean(const struct kqa_criteria *criteria, const int32_t *percents,
                             int32_t sheets, int32_t category)
{
  int64_t sum = 0;

  for (int32_t sheet = 0; sheet < sheets; sheet++)
    sum += weighted_sum(criteria, percents + (ptrdiff_t)sheet * criteria->item_count, category);
  return kqa_ratio_reduce((struct kqa_ratio){.num = sum, .den = INT64_C(100) * sheets});
}

struct kqa_ratio kqa_panel_mean(const struct kqa_criteria *criteria, const int32_t *percents,
                                int32_t sheets)
{
  return mean(criteria, percents, sheets, ALL_CATEGORIES);
}

static struct kqa_fault sheet_fault(const struct kqa_criteria *criteria, const int32_t *percents)
{
  struct kqa_fault found = kqa_criteria_check(criteria);

  return found.status ? found : percents_fault(criteria, percents, 0);
}

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
  for (int32_t sheet = 1; sheet < sheets; sheet++) {
    int64_t sum =
      weighted_sum(criteria, percents + (ptrdiff_t)sheet * criteria->item_count, ALL_CATEGORIES);

    lowest = sum < lowest ? sum : lowest;
    highest = sum > highest ? sum : highest;
  }
  return (struct kqa_quantity){
    .value = kqa_ratio_reduce((struct kqa_ratio){.num = highest - lowest, .den = 100})};
}
