#include "call.h"

#include <stdio.h>
#include <string.h>

const struct word sanction_words[] = {
  {"fraud", KQA_SANCTION_FRAUD}, {"revocation", KQA_SANCTION_REVOCATION}, {"", 0}};

const struct word award_words[] = {
  {"quality", KQA_AWARD_QUALITY}, {"nomination", KQA_AWARD_NOMINATION}, {"", 0}};

const struct word verdict_words[] = {{"unknown", KQA_VERDICT_UNKNOWN},
                                     {"met", KQA_VERDICT_MET},
                                     {"not_met", KQA_VERDICT_NOT_MET},
                                     {"not_applicable", KQA_VERDICT_NOT_APPLICABLE},
                                     {"", 0}};

static const struct word measure_words[] = {
  {"criticism", KQA_MEASURE_CRITICISM},
  {"warning", KQA_MEASURE_WARNING},
  {"disqualification", KQA_MEASURE_DISQUALIFICATION},
  {"criminal_liability", KQA_MEASURE_CRIMINAL_LIABILITY},
  {"circulated_criticism", KQA_MEASURE_CIRCULATED_CRITICISM},
  {"honour_cancelled", KQA_MEASURE_HONOUR_CANCELLED},
  {"plaque_taken_back", KQA_MEASURE_PLAQUE_TAKEN_BACK},
  {"no_acceptance", KQA_MEASURE_NO_ACCEPTANCE},
  {"rectification", KQA_MEASURE_RECTIFICATION},
  {"investigation", KQA_MEASURE_INVESTIGATION},
  {"honour_revoked", KQA_MEASURE_HONOUR_REVOKED},
  {"", 0}};

void answer_measures(struct call *call, struct kqa_number measures)
{
  if (answer_fault(call->answer, measures.fault))
    return;
  answer_open(call->answer, "measures", '[');
  for (const struct word *word = measure_words; word->text[0] != '\0'; word++) {
    if ((measures.value & word->code) != 0)
      answer_text(call->answer, NULL, word->text);
    measures.value &= ~(int64_t)word->code;
  }
  if (measures.value != 0)
    answer_text(call->answer, NULL, "a measure without a word");
  answer_close(call->answer, ']');
}

size_t get_sanctions(struct call *call, struct kqa_sanction sanctions[CALL_MAX_LIST])
{
  size_t count;
  const struct json_value *item = get_list(call, call->input, "sanctions", &count);

  for (size_t i = 0; i < count; i++) {
    call_keys(call, item, "kind decided");
    sanctions[i].kind = get_word(call, item, "kind", sanction_words, 0);
    sanctions[i].decided = get_date(call, item, "decided");
    item = item->next;
  }
  return count;
}

static bool mark_days(struct call *call, const struct json_value *object, const char *key,
                      struct kqa_calendar_year *year, int32_t kind)
{
  size_t count;
  const struct json_value *item = get_list(call, object, key, &count);

  for (size_t i = 0; i < count; i++) {
    struct kqa_fault fault = kqa_calendar_mark(year, element_date(call, item, key), kind);

    if (answer_fault(call->answer, fault))
      return false;
    item = item->next;
  }
  return true;
}

bool get_calendar(struct call *call, struct kqa_calendar_year years[CALL_MAX_YEARS], size_t *count)
{
  const struct json_value *item = get_list(call, call->input, "calendar", count);

  if (*count > CALL_MAX_YEARS) {
    call_trouble(call, "calendar", "too many years");
    *count = CALL_MAX_YEARS;
  }
  for (size_t i = 0; i < *count; i++) {
    call_keys(call, item, "year off work");
    years[i] = (struct kqa_calendar_year){.year = get_number(call, item, "year")};
    if (!mark_days(call, item, "off", &years[i], KQA_DAY_OFF) ||
        !mark_days(call, item, "work", &years[i], KQA_DAY_WORKING))
      return false;
    item = item->next;
  }
  return true;
}

/* Items are pairs of points and the place of the category. */
static void read_criteria(struct call *call, const struct json_value *object,
                          struct kqa_criteria *criteria)
{
  size_t count;
  const struct json_value *item = get_list(call, object, "items", &count);

  call_keys(call, object, "id full_score percent_step category_count item_count items");
  *criteria = (struct kqa_criteria){
    .full_score = get_number(call, object, "full_score"),
    .percent_step = get_number(call, object, "percent_step"),
    .category_count = get_number(call, object, "category_count"),
    .item_count = get_number_or(call, object, "item_count", (int32_t)count),
  };
  snprintf(criteria->id, sizeof criteria->id, "%s", get_text(call, object, "id"));
  for (size_t i = 0; i < count && i < KQA_CRITERIA_ITEMS; i++) {
    if (item->kind != JSON_ARRAY || item->length != 2) {
      call_trouble(call, "items", "pairs are wanted");
      return;
    }
    criteria->items[i].points = element_number(call, item->first, "items");
    criteria->items[i].category = element_number(call, item->first->next, "items");
    item = item->next;
  }
}

bool get_criteria(struct call *call, struct kqa_criteria *criteria)
{
  const struct json_value *value = json_member(call->input, "criteria");

  if (value == NULL || value->kind != JSON_OBJECT) {
    const char *id = value == NULL ? "gbt19580-2012" : get_text(call, call->input, "criteria");

    return !answer_fault(call->answer, kqa_criteria_find(id, criteria));
  }
  read_criteria(call, value, criteria);
  return true;
}
