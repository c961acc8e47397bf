#include "round_fields.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A record in a list: `{kind, date}` and the like. */
struct record {
  const struct rule *rules;
  size_t rule_count;
  size_t size;
};

const char *const an_object[2] = {"对象", "an object"};
const char *const a_list[2] = {"列表", "a list"};
const char *const a_text[2] = {"文本", "a text"};

bool refuse_expecting(struct reader *reader, int32_t status, const char *const expected[2])
{
  struct round_fault *fault = reader->fault;
  int32_t field = reader->rule == NULL ? KQA_FIELD_ROUND : reader->rule->field;
  *fault = (struct round_fault){.fault = {.status = status, .field = field}, .expected = expected};
  memcpy(fault->path, reader->path, sizeof fault->path);
  return false;
}

bool refuse(struct reader *reader, int32_t status)
{
  return refuse_expecting(reader, status, NULL);
}

size_t enter_key(struct reader *reader, const char *key)
{
  size_t mark = strlen(reader->path);
  json_path_key(reader->path, key);
  return mark;
}

size_t enter_index(struct reader *reader, size_t index)
{
  size_t mark = strlen(reader->path);
  json_path_index(reader->path, index);
  return mark;
}

void leave(struct reader *reader, size_t mark)
{
  reader->path[mark] = '\0';
}

static void *list_add(struct list *list, size_t size)
{
  if (list->count == list->capacity) {
    size_t capacity = list->capacity == 0 ? 64 : 2 * list->capacity;
    char *grown = realloc(list->items, capacity * size);
    if (grown == NULL)
      return NULL;
    list->items = grown;
    list->capacity = capacity;
  }
  return memset(list->items + list->count++ * size, 0, size);
}

static bool refuse_unknown_keys(struct reader *reader, const struct json_value *object,
                                const struct rule *rules, size_t count)
{
  for (const struct json_value *member = object->first; member != NULL; member = member->next) {
    size_t i = 0;
    while (i < count && strcmp(rules[i].key, member->key) != 0)
      i++;
    if (i == count) {
      enter_key(reader, member->key);
      reader->rule = NULL;
      return refuse(reader, KQA_E_UNKNOWN_KEY);
    }
  }
  return true;
}

bool read_members(struct reader *reader, const struct json_value *object, const struct rule *rules,
                  size_t count, void *into)
{
  if (object->kind != JSON_OBJECT)
    return refuse_expecting(reader, KQA_E_TYPE, an_object);
  if (!refuse_unknown_keys(reader, object, rules, count))
    return false;
  for (size_t i = 0; i < count; i++) {
    const struct json_value *member = json_member(object, rules[i].key);
    size_t mark = enter_key(reader, rules[i].key);
    reader->rule = &rules[i];
    if (member == NULL && rules[i].required)
      return refuse(reader, KQA_E_MISSING);
    if (member != NULL && !rules[i].read(reader, member, (char *)into + rules[i].offset))
      return false;
    leave(reader, mark);
  }
  return true;
}

static bool read_records(struct reader *reader, const struct json_value *value,
                         const struct record *record, struct list *list, struct kqa_span *span)
{
  if (value->kind != JSON_ARRAY)
    return refuse_expecting(reader, KQA_E_TYPE, a_list);
  *span = (struct kqa_span){.first = (int32_t)list->count, .count = (int32_t)value->length};
  size_t place = 0;
  for (const struct json_value *item = value->first; item != NULL; item = item->next) {
    const struct rule *rule = reader->rule;
    size_t mark = enter_index(reader, place++);
    void *slot = list_add(list, record->size);
    if (slot == NULL)
      return refuse(reader, KQA_E_TOO_LARGE);
    if (!read_members(reader, item, record->rules, record->rule_count, slot))
      return false;
    leave(reader, mark);
    reader->rule = rule;
  }
  return true;
}

bool is_integer_literal(const struct json_value *value)
{
  if (value->kind != JSON_NUMBER)
    return false;
  const char *digits = value->text + (value->text[0] == '-');
  return strspn(digits, "0123456789") == strlen(digits);
}

/* The value of an integer literal as far as 64 bits hold it; beyond, their end. */
static int64_t integer_of(const char *text)
{
  bool negative = text[0] == '-';
  int64_t value = 0;
  for (text += negative; *text != '\0'; text++) {
    if (value > (INT64_MAX - 9) / 10)
      return negative ? INT64_MIN : INT64_MAX;
    value = value * 10 + (*text - '0');
  }
  return negative ? -value : value;
}

static bool read_integer64(struct reader *reader, const struct json_value *value, void *into)
{
  if (!is_integer_literal(value))
    return refuse(reader, KQA_E_TYPE);
  *(int64_t *)into = integer_of(value->text);
  return true;
}

bool read_integer32(struct reader *reader, const struct json_value *value, void *into)
{
  int64_t wide = 0;
  if (!read_integer64(reader, value, &wide))
    return false;
  if (wide < INT32_MIN || wide > INT32_MAX)
    return refuse(reader, KQA_E_RANGE);
  *(int32_t *)into = (int32_t)wide;
  return true;
}

static bool read_flag(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_BOOLEAN)
    return refuse(reader, KQA_E_TYPE);
  *(int32_t *)into = value->truth;
  return true;
}

bool read_date(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_STRING)
    return refuse(reader, KQA_E_TYPE);
  struct kqa_day day = kqa_date_parse(value->text, value->length);
  if (day.fault.status != KQA_OK)
    return refuse(reader, day.fault.status);
  *(struct kqa_date *)into = day.date;
  return true;
}

static bool read_score(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_NUMBER && value->kind != JSON_STRING)
    return refuse(reader, KQA_E_TYPE);
  struct kqa_quantity score =
    kqa_ratio_parse(value->text, value->length, KQA_SCORE_MAX_DENOMINATOR);
  if (score.fault.status != KQA_OK)
    return refuse(reader, score.fault.status);
  *(struct kqa_ratio *)into = score.value;
  return true;
}

bool read_word(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_STRING)
    return refuse(reader, KQA_E_TYPE);
  const char *const *words = reader->rule->words;
  for (int32_t i = 0; words[i] != NULL; i++) {
    if (strcmp(words[i], value->text) == 0) {
      *(int32_t *)into = i + 1;
      return true;
    }
  }
  return refuse(reader, KQA_E_VALUE);
}

bool read_text(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_STRING)
    return refuse_expecting(reader, KQA_E_TYPE, a_text);
  *(const char **)into = value->text;
  return true;
}

static const char *const recommenders[] = {"town",        "subdistrict", "development_zone",
                                           "association", "none",        NULL};
static const char *const incident_kinds[] = {"inspection_failure", "major_accident",
                                             "major_complaint", NULL};
static const char *const sanction_kinds[] = {"fraud", "revocation", NULL};
static const char *const awards[] = {"quality", "nomination", NULL};

static const struct rule incident_rules[] = {
  {"kind", KQA_FIELD_ORG_INCIDENT_KIND, true, read_word, offsetof(struct kqa_incident, kind),
   incident_kinds},
  {"date", KQA_FIELD_ORG_INCIDENT_DATE, true, read_date, offsetof(struct kqa_incident, date), NULL},
};
static const struct record incident_record = {incident_rules, COUNT(incident_rules),
                                              sizeof(struct kqa_incident)};

static const struct rule sanction_rules[] = {
  {"kind", KQA_FIELD_ORG_SANCTION_KIND, true, read_word, offsetof(struct kqa_sanction, kind),
   sanction_kinds},
  {"decided", KQA_FIELD_ORG_SANCTION_DECIDED, true, read_date,
   offsetof(struct kqa_sanction, decided), NULL},
};
static const struct record sanction_record = {sanction_rules, COUNT(sanction_rules),
                                              sizeof(struct kqa_sanction)};

static const struct rule history_rules[] = {
  {"award", KQA_FIELD_ORG_HISTORY_AWARD, true, read_word, offsetof(struct kqa_past_award, award),
   awards},
  {"year", KQA_FIELD_ORG_HISTORY_YEAR, true, read_integer32, offsetof(struct kqa_past_award, year),
   NULL},
  {"paid", KQA_FIELD_ORG_HISTORY_PAID, true, read_integer64, offsetof(struct kqa_past_award, paid),
   NULL},
  {"revoked", KQA_FIELD_ORG_HISTORY_REVOKED, false, read_flag,
   offsetof(struct kqa_past_award, revoked), NULL},
};
static const struct record history_record = {history_rules, COUNT(history_rules),
                                             sizeof(struct kqa_past_award)};

static bool read_fact(struct reader *reader, const struct json_value *value, void *into)
{
  int32_t truth = 0;
  if (!read_flag(reader, value, &truth))
    return false;
  *(int32_t *)into = truth ? KQA_TRUE : KQA_FALSE;
  return true;
}

static bool read_copies(struct reader *reader, const struct json_value *value, void *into)
{
  struct kqa_application *application = into;
  application->copies_known = 1;
  return read_integer32(reader, value, &application->copies);
}

/* The requirements that are no plain facts, in the order of their codes. */
static const struct rule paper_rules[] = {
  {"operating_since", KQA_FIELD_ORG_OPERATING_SINCE, false, read_date,
   offsetof(struct kqa_application, operating_since), NULL},
  {"recommended_by", KQA_FIELD_ORG_RECOMMENDED_BY, false, read_word,
   offsetof(struct kqa_application, recommended_by), recommenders},
  {"copies", KQA_FIELD_ORG_COPIES, false, read_copies, 0, NULL},
  {"received", KQA_FIELD_ORG_RECEIVED, false, read_date, offsetof(struct kqa_application, received),
   NULL},
};
_Static_assert(COUNT(paper_rules) == KQA_REQUIREMENTS - KQA_FACTS, "a rule for each of the others");

static const struct rule fact_rule = {"", KQA_FIELD_ORG_FACT, false, read_fact, 0, NULL};
static const struct rule paper_fact_rule = {
  "", KQA_FIELD_ORG_APPLICATION_FACT, false, read_fact, 0, NULL};

static bool read_requirement(struct reader *reader, const struct json_value *value,
                             int32_t requirement, struct kqa_application *application)
{
  if (requirement < KQA_FACTS) {
    reader->rule = requirement < KQA_FACT_SELF_EVALUATION ? &fact_rule : &paper_fact_rule;
    return read_fact(reader, value, &application->facts[requirement]);
  }
  reader->rule = &paper_rules[requirement - KQA_FACTS];
  return reader->rule->read(reader, value, (char *)application + reader->rule->offset);
}

/* The library's register of requirements is the table of keys. */
static bool read_requirements(struct reader *reader, const struct json_value *value,
                              const char *prefix, struct kqa_application *application)
{
  if (value->kind != JSON_OBJECT)
    return refuse_expecting(reader, KQA_E_TYPE, an_object);
  for (const struct json_value *member = value->first; member != NULL; member = member->next) {
    char name[64];
    snprintf(name, sizeof name, "%s%s", prefix, member->key);
    int32_t requirement = strchr(member->key, '.') == NULL ? kqa_requirement_find(name) : -1;
    size_t mark = enter_key(reader, member->key);
    if (requirement < 0) {
      reader->rule = NULL;
      return refuse(reader, KQA_E_UNKNOWN_KEY);
    }
    if (member->kind != JSON_NULL && !read_requirement(reader, member, requirement, application))
      return false;
    leave(reader, mark);
  }
  return true;
}

static bool read_facts(struct reader *reader, const struct json_value *value, void *into)
{
  return read_requirements(reader, value, "", into);
}

static bool read_papers(struct reader *reader, const struct json_value *value, void *into)
{
  return read_requirements(reader, value, "application.", into);
}

static bool read_incidents(struct reader *reader, const struct json_value *value, void *into)
{
  return read_records(reader, value, &incident_record, &reader->incidents, into);
}

static bool read_sanctions(struct reader *reader, const struct json_value *value, void *into)
{
  return read_records(reader, value, &sanction_record, &reader->sanctions, into);
}

static bool read_history(struct reader *reader, const struct json_value *value, void *into)
{
  return read_records(reader, value, &history_record, &reader->history, into);
}

static bool read_sheet(struct reader *reader, const struct json_value *sheet)
{
  static const char *const one_each[2] = {"每个评分条目一个百分数", "one percent for each item"};
  if (sheet->kind != JSON_ARRAY)
    return refuse_expecting(reader, KQA_E_TYPE, a_list);
  size_t items = (size_t)reader->file->criteria.item_count;
  if (sheet->length != items)
    return refuse_expecting(reader, sheet->length < items ? KQA_E_TOO_FEW : KQA_E_TOO_MANY,
                            one_each);
  size_t place = 0;
  for (const struct json_value *item = sheet->first; item != NULL; item = item->next) {
    static const char *const percent[2] = {"0至100之间5的倍数", "a multiple of 5 from 0 to 100"};
    size_t mark = enter_index(reader, place++);
    int32_t *slot = list_add(&reader->percents, sizeof *slot);
    if (slot == NULL)
      return refuse(reader, KQA_E_TOO_LARGE);
    if (!read_integer32(reader, item, slot)) {
      reader->fault->expected = percent;
      return false;
    }
    leave(reader, mark);
  }
  return true;
}

static bool read_sheets(struct reader *reader, const struct json_value *value, void *into)
{
  struct kqa_review *review = into;
  if (value->kind != JSON_ARRAY)
    return refuse_expecting(reader, KQA_E_TYPE, a_list);
  size_t items = (size_t)reader->file->criteria.item_count;
  review->kind = KQA_REVIEW_SHEETS;
  review->sheets = (struct kqa_span){.first = (int32_t)(reader->percents.count / items),
                                     .count = (int32_t)value->length};
  size_t place = 0;
  for (const struct json_value *sheet = value->first; sheet != NULL; sheet = sheet->next) {
    size_t mark = enter_index(reader, place++);
    if (!read_sheet(reader, sheet))
      return false;
    leave(reader, mark);
  }
  return true;
}

static bool read_review_score(struct reader *reader, const struct json_value *value, void *into)
{
  struct kqa_review *review = into;
  review->kind = KQA_REVIEW_SCORE;
  return read_score(reader, value, &review->score);
}

static const struct rule document_rules[] = {
  {"score", KQA_FIELD_ORG_DOCUMENT_SCORE, false, read_review_score, 0, NULL},
  {"sheets", KQA_FIELD_ORG_DOCUMENT_SHEETS, false, read_sheets, 0, NULL},
};
static const struct rule site_rules[] = {
  {"score", KQA_FIELD_ORG_SITE_SCORE, false, read_review_score, 0, NULL},
  {"sheets", KQA_FIELD_ORG_SITE_SHEETS, false, read_sheets, 0, NULL},
};

static bool read_review(struct reader *reader, const struct json_value *value,
                        const struct rule rules[2], struct kqa_review *review)
{
  if (json_member(value, "score") != NULL && json_member(value, "sheets") != NULL)
    return refuse(reader, KQA_E_BOTH);
  return read_members(reader, value, rules, 2, review);
}

static bool read_document(struct reader *reader, const struct json_value *value, void *into)
{
  return read_review(reader, value, document_rules, into);
}

static bool read_site(struct reader *reader, const struct json_value *value, void *into)
{
  return read_review(reader, value, site_rules, into);
}

static const struct rule organization_rules[] = {
  {"id", KQA_FIELD_ROUND, true, read_text, offsetof(struct entry, id), NULL},
  {"name", KQA_FIELD_ROUND, false, read_text, offsetof(struct entry, name), NULL},
  {"facts", KQA_FIELD_ROUND, false, read_facts, offsetof(struct entry, organization.application),
   NULL},
  {"incidents", KQA_FIELD_ORG_INCIDENTS, false, read_incidents,
   offsetof(struct entry, organization.incidents), NULL},
  {"application", KQA_FIELD_ROUND, false, read_papers,
   offsetof(struct entry, organization.application), NULL},
  {"sanctions", KQA_FIELD_ORG_SANCTIONS, false, read_sanctions,
   offsetof(struct entry, organization.sanctions), NULL},
  {"history", KQA_FIELD_ORG_HISTORY, false, read_history,
   offsetof(struct entry, organization.history), NULL},
  {"document_review", KQA_FIELD_ORG_DOCUMENT, false, read_document,
   offsetof(struct entry, organization.document), NULL},
  {"invited", KQA_FIELD_ORG_INVITED, false, read_flag, offsetof(struct entry, organization.invited),
   NULL},
  {"site_review", KQA_FIELD_ORG_SITE, false, read_site, offsetof(struct entry, organization.site),
   NULL},
};

bool read_organization_members(struct reader *reader, const struct json_value *value,
                               struct entry *entry)
{
  return read_members(reader, value, organization_rules, COUNT(organization_rules), entry);
}
