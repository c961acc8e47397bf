/* The rooms criteria and score. */
#include "call.h"
#include "columns.h"

#define MAX_PERCENTS ((KQA_MAX_SHEETS + 1) * KQA_CRITERIA_ITEMS)

static void criteria_find(struct call *call)
{
  struct kqa_criteria criteria;

  if (answer_fault(call->answer, kqa_criteria_find(get_text(call, call->input, "id"), &criteria)))
    return;
  answer_number(call->answer, "full_score", criteria.full_score);
  answer_number(call->answer, "percent_step", criteria.percent_step);
  answer_number(call->answer, "category_count", criteria.category_count);
  answer_number(call->answer, "item_count", criteria.item_count);
  answer_open(call->answer, "items", '[');
  for (int32_t i = 0; i < criteria.item_count; i++) {
    answer_open(call->answer, NULL, '[');
    answer_number(call->answer, NULL, criteria.items[i].points);
    answer_number(call->answer, NULL, criteria.items[i].category);
    answer_close(call->answer, ']');
  }
  answer_close(call->answer, ']');
}

static void criteria_check(struct call *call)
{
  struct kqa_criteria criteria;

  if (get_criteria(call, &criteria) && !answer_fault(call->answer, kqa_criteria_check(&criteria)))
    answer_truth(call->answer, "value", true);
}

static void criteria_verify(struct call *call)
{
  struct kqa_criteria criteria;
  struct kqa_decision decision;

  if (!get_criteria(call, &criteria))
    return;
  decision = kqa_criteria_verify(&criteria);
  answer_decision(call->answer, &decision);
}

static void criteria_item(struct call *call)
{
  const char *id = get_text(call, call->input, "id");
  int32_t item = get_number(call, call->input, "item");

  answer_text(call->answer, "clause", kqa_criteria_item_clause(id, item));
  answer_text(call->answer, "zh", kqa_criteria_item_name(id, item, KQA_LANGUAGE_ZH));
  answer_text(call->answer, "en", kqa_criteria_item_name(id, item, KQA_LANGUAGE_EN));
}

static void criteria_category(struct call *call)
{
  const char *id = get_text(call, call->input, "id");
  int32_t category = get_number(call, call->input, "category");

  answer_text(call->answer, "zh", kqa_criteria_category_name(id, category, KQA_LANGUAGE_ZH));
  answer_text(call->answer, "en", kqa_criteria_category_name(id, category, KQA_LANGUAGE_EN));
}

/* How many percents a list holds is the caller's part, so a wrong number is trouble. A single
 * number stands for a sheet that gives it to every item. */
static void get_sheet(struct call *call, const struct json_value *sheet, int32_t items,
                      int32_t *percents)
{
  const struct json_value *percent = sheet == NULL ? NULL : sheet->first;

  if (sheet != NULL && sheet->kind == JSON_NUMBER) {
    for (int32_t i = 0; i < items; i++)
      percents[i] = element_number(call, sheet, "sheet");
    return;
  }
  if (sheet == NULL || sheet->kind != JSON_ARRAY || sheet->length != (size_t)items) {
    call_trouble(call, "sheet", "one percent an item is wanted");
    return;
  }
  for (int32_t i = 0; i < items; i++, percent = percent->next)
    percents[i] = element_number(call, percent, "sheet");
}

static void one_sheet(struct call *call, const char *key,
                      struct kqa_quantity (*score)(const struct kqa_criteria *, const int32_t *,
                                                   int32_t))
{
  struct kqa_criteria criteria;
  int32_t percents[KQA_CRITERIA_ITEMS] = {0};

  if (!get_criteria(call, &criteria))
    return;
  get_sheet(call, json_member(call->input, "sheet"), criteria.item_count, percents);
  answer_kqa_quantity(call->answer,
                      score(&criteria, percents, get_number_or(call, call->input, key, 0)));
}

static struct kqa_quantity whole_sheet(const struct kqa_criteria *criteria, const int32_t *percents,
                                       int32_t none)
{
  (void)none;
  return kqa_sheet_score(criteria, percents);
}

static void sheet_item_score(struct call *call)
{
  one_sheet(call, "item", kqa_sheet_item_score);
}

static void sheet_category_score(struct call *call)
{
  one_sheet(call, "category", kqa_sheet_category_score);
}

static void sheet_score(struct call *call)
{
  one_sheet(call, "", whole_sheet);
}

struct panel {
  struct kqa_criteria criteria;
  int32_t sheets;
  int32_t percents[MAX_PERCENTS];
};

static bool get_panel(struct call *call, struct panel *panel)
{
  size_t count;
  const struct json_value *sheet = get_list(call, call->input, "sheets", &count);

  *panel = (struct panel){0};
  if (!get_criteria(call, &panel->criteria))
    return false;
  for (size_t i = 0; i < count && i <= KQA_MAX_SHEETS; i++, sheet = sheet->next)
    get_sheet(call, sheet, panel->criteria.item_count,
              panel->percents + i * (size_t)panel->criteria.item_count);
  panel->sheets = (int32_t)count;
  return true;
}

static void panel_score(struct call *call)
{
  struct panel panel;

  if (get_panel(call, &panel))
    answer_kqa_quantity(
      call->answer, kqa_panel_score(&call->edition, &panel.criteria, panel.percents, panel.sheets));
}

static void panel_category_score(struct call *call)
{
  struct panel panel;
  int32_t category = get_number(call, call->input, "category");

  if (get_panel(call, &panel))
    answer_kqa_quantity(call->answer,
                        kqa_panel_category_score(&call->edition, &panel.criteria, panel.percents,
                                                 panel.sheets, category));
}

static void panel_spread(struct call *call)
{
  struct panel panel;

  if (get_panel(call, &panel))
    answer_kqa_quantity(call->answer, kqa_panel_spread(&call->edition, &panel.criteria,
                                                       panel.percents, panel.sheets));
}

static void total_score(struct call *call)
{
  struct kqa_ratio document = get_ratio(call, call->input, "document");
  struct kqa_ratio site = get_ratio(call, call->input, "site");

  call_columns(call, scores_in_columns(&call->edition, document, site));
  answer_kqa_quantity(call->answer, kqa_total_score(&call->edition, document, site));
}

static void floors_check(struct call *call)
{
  struct kqa_ratio document = get_ratio(call, call->input, "document");
  struct kqa_ratio site = get_ratio(call, call->input, "site");
  struct kqa_decision decision = kqa_floors_check(&call->edition, document, site);

  call_columns(call, scores_in_columns(&call->edition, document, site));
  answer_decision(call->answer, &decision);
}

static void least_site_score(struct call *call)
{
  struct kqa_ratio document = get_ratio(call, call->input, "document");
  int32_t decimals = get_number(call, call->input, "decimals");

  answer_kqa_quantity(call->answer, kqa_least_site_score(&call->edition, document, decimals));
}

static void rank(struct call *call)
{
  struct kqa_ranked entries[CALL_MAX_LIST] = {0};
  struct kqa_number ranked;
  size_t count;
  const struct json_value *total = get_list(call, call->input, "totals", &count);

  for (size_t i = 0; i < count; i++, total = total->next)
    entries[i].total = element_ratio(call, total, "totals");
  ranked = kqa_rank(entries, count);
  if (answer_fault(call->answer, ranked.fault))
    return;
  answer_number(call->answer, "ranked", ranked.value);
  answer_open(call->answer, "ranks", '[');
  for (size_t i = 0; i < count; i++)
    answer_number(call->answer, NULL, entries[i].rank);
  answer_close(call->answer, ']');
  answer_open(call->answer, "order", '[');
  for (size_t i = 0; i < count; i++)
    answer_number(call->answer, NULL, entries[i].order);
  answer_close(call->answer, ']');
}

const struct function score_functions[] = {
  {"criteria_find", criteria_find, "id"},
  {"criteria_check", criteria_check, "criteria"},
  {"criteria_verify", criteria_verify, "criteria"},
  {"criteria_item", criteria_item, "id item"},
  {"criteria_category", criteria_category, "id category"},
  {"sheet_item_score", sheet_item_score, "criteria sheet item"},
  {"sheet_category_score", sheet_category_score, "criteria sheet category"},
  {"sheet_score", sheet_score, "criteria sheet"},
  {"panel_score", panel_score, "criteria sheets"},
  {"panel_category_score", panel_category_score, "criteria sheets category"},
  {"panel_spread", panel_spread, "criteria sheets"},
  {"total_score", total_score, "document site"},
  {"floors_check", floors_check, "document site"},
  {"least_site_score", least_site_score, "document decimals"},
  {"rank", rank, "totals"},
  {NULL, NULL, NULL},
};
