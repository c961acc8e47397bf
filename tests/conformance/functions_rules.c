/* The rooms status, edition, provision and finding. */
#include "call.h"

#include <stdio.h>
#include <string.h>

#define MAX_FIELD 400

static int32_t field_code(const char *name)
{
  int32_t field = 1;

  while (field < MAX_FIELD && strcmp(kqa_field_name(field), name) != 0)
    field++;
  return field;
}

static int32_t provision_code(const char *key)
{
  struct kqa_provision row = {0};
  size_t place = 0;

  do {
    row = kqa_provision_at(place++);
  } while (row.code != 0 && strcmp(kqa_provision_key(row.code), key) != 0);
  return row.code;
}

static int32_t status_code(const char *name)
{
  int32_t status = 0;

  while (status > -200 && strcmp(kqa_status_name(status), name) != 0)
    status--;
  return status;
}

static void fault_path(struct call *call)
{
  struct kqa_fault fault = {.status = status_code(get_text(call, call->input, "status")),
                            .field = field_code(get_text(call, call->input, "field"))};
  const struct json_value *index;
  const char *key = NULL;
  char text[256];
  size_t count;

  index = get_list(call, call->input, "index", &count);
  for (size_t i = 0; i < count && i < 3; i++, index = index->next)
    fault.index[i] = element_number(call, index, "index");
  if (json_member(call->input, "key") != NULL)
    key = get_text(call, call->input, "key");
  kqa_fault_path(&fault, key, text, sizeof text);
  answer_text(call->answer, "text", text);
}

static void answer_edition(struct call *call, struct kqa_fault fault,
                           const struct kqa_edition *edition)
{
  if (answer_fault(call->answer, fault))
    return;
  answer_text(call->answer, "id", edition->id);
  answer_date(call->answer, "in_force_from", edition->in_force_from);
  answer_date(call->answer, "in_force_to", edition->in_force_to);
}

static void edition_find(struct call *call)
{
  struct kqa_edition edition;
  struct kqa_fault fault = kqa_edition_find(get_text(call, call->input, "id"), &edition);

  answer_edition(call, fault, &edition);
}

static void edition_on(struct call *call)
{
  struct kqa_edition edition;
  struct kqa_fault fault = kqa_edition_on(get_date(call, call->input, "date"), &edition);

  answer_edition(call, fault, &edition);
}

static void edition_check(struct call *call)
{
  if (!answer_fault(call->answer, kqa_edition_check(&call->edition)))
    answer_truth(call->answer, "value", true);
}

static void edition_get(struct call *call)
{
  char text[64];
  struct kqa_number length =
    kqa_edition_get(&call->edition, get_text(call, call->input, "name"), text, sizeof text);

  if (!answer_fault(call->answer, length.fault))
    answer_text(call->answer, "value", text);
}

static void edition_diff(struct call *call)
{
  struct kqa_edition enacted;
  int32_t fields[32];
  size_t count;

  if (answer_fault(call->answer, kqa_edition_find(call->edition.id, &enacted)))
    return;
  count = kqa_edition_diff(&enacted, &call->edition, fields, 32);
  answer_open(call->answer, "names", '[');
  for (size_t i = 0; i < count && i < 32; i++)
    answer_text(call->answer, NULL, kqa_field_name(fields[i]));
  answer_close(call->answer, ']');
}

static void parameter_find(struct call *call)
{
  static const struct word kinds[] = {{"count", KQA_PARAMETER_COUNT},
                                      {"score", KQA_PARAMETER_SCORE},
                                      {"percent", KQA_PARAMETER_PERCENT},
                                      {"share", KQA_PARAMETER_SHARE},
                                      {"money", KQA_PARAMETER_MONEY},
                                      {"reading", KQA_PARAMETER_READING},
                                      {"", 0}};
  struct kqa_parameter row = kqa_parameter_find(get_text(call, call->input, "name"));

  answer_word(call->answer, "name", kqa_field_name(row.field));
  answer_word(call->answer, "kind", word_text(kinds, row.kind));
  answer_number(call->answer, "article", row.article);
  answer_number(call->answer, "item", row.item);
  answer_number(call->answer, "min", row.min);
  answer_number(call->answer, "max", row.max);
  answer_truth(call->answer, "touches_round", row.touches_round == 1);
}

static void reading_value(struct call *call)
{
  int32_t field = field_code(get_text(call, call->input, "reading"));

  answer_open(call->answer, "words", '[');
  for (int32_t code = 0; kqa_reading_value(field, code)[0] != '\0'; code++)
    answer_text(call->answer, NULL, kqa_reading_value(field, code));
  answer_close(call->answer, ']');
}

static void in_force_check(struct call *call)
{
  struct kqa_decision decision =
    kqa_in_force_check(&call->edition, get_date(call, call->input, "date"));

  answer_decision(call->answer, &decision);
}

static void provision_find(struct call *call)
{
  static const struct word kinds[] = {{"decided", KQA_PROVISION_KIND_DECIDED},
                                      {"computed", KQA_PROVISION_KIND_COMPUTED},
                                      {"left_to_people", KQA_PROVISION_KIND_LEFT_TO_PEOPLE},
                                      {"", 0}};
  struct kqa_provision row =
    kqa_provision_find(provision_code(get_text(call, call->input, "provision")));

  answer_number(call->answer, "code", row.code);
  answer_word(call->answer, "kind", word_text(kinds, row.kind));
  answer_number(call->answer, "article", row.article);
  answer_number(call->answer, "item", row.item);
}

static void citation(struct call *call)
{
  int32_t article = get_number(call, call->input, "article");
  char text[64];

  kqa_citation(article, get_number_or(call, call->input, "item", 0), get_language(call), text,
               sizeof text);
  answer_text(call->answer, "text", text);
}

static const struct word unit_words[] = {
  {"none", KQA_UNIT_NONE},       {"fact", KQA_UNIT_FACT},
  {"date", KQA_UNIT_DATE},       {"points", KQA_UNIT_POINTS},
  {"percent", KQA_UNIT_PERCENT}, {"share", KQA_UNIT_SHARE},
  {"persons", KQA_UNIT_PERSONS}, {"members", KQA_UNIT_MEMBERS},
  {"votes", KQA_UNIT_VOTES},     {"years", KQA_UNIT_YEARS},
  {"days", KQA_UNIT_DAYS},       {"working_days", KQA_UNIT_WORKING_DAYS},
  {"copies", KQA_UNIT_COPIES},   {"organizations", KQA_UNIT_ORGANIZATIONS},
  {"yuan", KQA_UNIT_YUAN},       {"", 0}};

static const struct word relation_words[] = {{"none", KQA_RELATION_NONE},
                                             {"equal", KQA_RELATION_EQUAL},
                                             {"at_least", KQA_RELATION_AT_LEAST},
                                             {"more_than", KQA_RELATION_MORE_THAN},
                                             {"at_most", KQA_RELATION_AT_MOST},
                                             {"less_than", KQA_RELATION_LESS_THAN},
                                             {"", 0}};

static struct kqa_finding get_finding(struct call *call)
{
  return (struct kqa_finding){
    .provision = provision_code(get_text(call, call->input, "provision")),
    .verdict = get_word(call, call->input, "verdict", verdict_words, 0),
    .unit = get_word(call, call->input, "unit", unit_words, 0),
    .relation = get_word(call, call->input, "relation", relation_words, 0),
    .observed = get_ratio(call, call->input, "observed"),
    .required = get_ratio(call, call->input, "required"),
  };
}

static void finding_text(struct call *call)
{
  struct kqa_finding finding = get_finding(call);
  char text[1024];

  kqa_finding_text(&finding, get_language(call), text, sizeof text);
  answer_text(call->answer, "text", text);
}

static void finding_values(struct call *call)
{
  struct kqa_finding finding = get_finding(call);
  char text[64];

  kqa_finding_observed(&finding, text, sizeof text);
  answer_text(call->answer, "observed", text);
  kqa_finding_required(&finding, text, sizeof text);
  answer_text(call->answer, "required", text);
}

#define FINDING_KEYS "provision verdict unit relation observed required language"

const struct function rule_functions[] = {
  {"fault_path", fault_path, "status field index key"},
  {"edition_find", edition_find, "id"},
  {"edition_on", edition_on, "date"},
  {"edition_check", edition_check, ""},
  {"edition_get", edition_get, "name"},
  {"edition_diff", edition_diff, ""},
  {"parameter_find", parameter_find, "name"},
  {"reading_value", reading_value, "reading"},
  {"in_force_check", in_force_check, "date"},
  {"provision_find", provision_find, "provision"},
  {"citation", citation, "article item language"},
  {"finding_text", finding_text, FINDING_KEYS},
  {"finding_values", finding_values, FINDING_KEYS},
  {NULL, NULL, NULL},
};
