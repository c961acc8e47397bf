#include "answer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void append(struct answer *answer, const char *text, size_t length)
{
  if (answer->length + length + 1 > answer->capacity) {
    size_t capacity = 2 * (answer->length + length + 1);
    char *grown = realloc(answer->text, capacity);

    if (grown == NULL) {
      fputs("conformance: out of memory\n", stderr);
      exit(2);
    }
    answer->text = grown;
    answer->capacity = capacity;
  }
  memcpy(answer->text + answer->length, text, length);
  answer->length += length;
  answer->text[answer->length] = '\0';
}

static void append_string(struct answer *answer, const char *text)
{
  append(answer, text, strlen(text));
}

static void append_quoted(struct answer *answer, const char *text)
{
  append_string(answer, "\"");
  for (; *text != '\0'; text++) {
    char escape[8];

    if (*text == '"' || *text == '\\' || (unsigned char)*text < 0x20) {
      snprintf(escape, sizeof escape, "\\u%04x", (unsigned)(unsigned char)*text);
      append_string(answer, escape);
    } else {
      append(answer, text, 1);
    }
  }
  append_string(answer, "\"");
}

static void append_key(struct answer *answer, const char *key)
{
  char last = answer->length == 0 ? '{' : answer->text[answer->length - 1];

  if (last != '{' && last != '[')
    append_string(answer, ", ");
  if (key != NULL) {
    append_quoted(answer, key);
    append_string(answer, ": ");
  }
}

void answer_free(struct answer *answer)
{
  free(answer->text);
  *answer = (struct answer){0};
}

void answer_open(struct answer *answer, const char *key, char bracket)
{
  append_key(answer, key);
  append(answer, &bracket, 1);
}

void answer_close(struct answer *answer, char bracket)
{
  append(answer, &bracket, 1);
}

void answer_text(struct answer *answer, const char *key, const char *text)
{
  append_key(answer, key);
  append_quoted(answer, text);
}

void answer_number(struct answer *answer, const char *key, int64_t number)
{
  char text[24];

  snprintf(text, sizeof text, "%" PRId64, number);
  append_key(answer, key);
  append_string(answer, text);
}

void answer_truth(struct answer *answer, const char *key, bool truth)
{
  append_key(answer, key);
  append_string(answer, truth ? "true" : "false");
}

void answer_null(struct answer *answer, const char *key)
{
  append_key(answer, key);
  append_string(answer, "null");
}

void answer_word(struct answer *answer, const char *key, const char *word)
{
  if (word[0] == '\0')
    answer_null(answer, key);
  else
    answer_text(answer, key, word);
}

void answer_date(struct answer *answer, const char *key, struct kqa_date date)
{
  char text[16];

  kqa_date_format(date, text, sizeof text);
  answer_word(answer, key, text);
}

void answer_ratio(struct answer *answer, const char *key, struct kqa_ratio ratio)
{
  char text[48];

  kqa_ratio_format(ratio, text, sizeof text);
  answer_word(answer, key, text);
}

bool answer_fault(struct answer *answer, struct kqa_fault fault)
{
  if (fault.status == KQA_OK)
    return false;
  answer_open(answer, "error", '{');
  answer_text(answer, "status", kqa_status_name(fault.status));
  answer_text(answer, "field", kqa_field_name(fault.field));
  answer_open(answer, "index", '[');
  for (size_t i = 0; i < 3; i++)
    answer_number(answer, NULL, fault.index[i]);
  answer_close(answer, ']');
  answer_close(answer, '}');
  return true;
}

void answer_findings(struct answer *answer, const struct kqa_finding *findings, int32_t count)
{
  answer_number(answer, "count", count);
  answer_open(answer, "findings", '[');
  for (int32_t i = 0; i < count; i++) {
    char text[64];

    answer_open(answer, NULL, '{');
    answer_text(answer, "provision", kqa_provision_key(findings[i].provision));
    answer_text(answer, "verdict", kqa_verdict_name(findings[i].verdict));
    kqa_finding_observed(&findings[i], text, sizeof text);
    answer_text(answer, "observed", text);
    kqa_finding_required(&findings[i], text, sizeof text);
    answer_text(answer, "required", text);
    answer_close(answer, '}');
  }
  answer_close(answer, ']');
}

void answer_decision(struct answer *answer, const struct kqa_decision *decision)
{
  if (answer_fault(answer, decision->fault))
    return;
  answer_text(answer, "verdict", kqa_verdict_name(decision->verdict));
  answer_findings(answer, decision->findings, decision->count);
}

void answer_kqa_number(struct answer *answer, struct kqa_number number)
{
  if (!answer_fault(answer, number.fault))
    answer_number(answer, "value", number.value);
}

void answer_kqa_truth(struct answer *answer, struct kqa_number number)
{
  if (!answer_fault(answer, number.fault))
    answer_truth(answer, "value", number.value == 1);
}

void answer_kqa_quantity(struct answer *answer, struct kqa_quantity quantity)
{
  if (!answer_fault(answer, quantity.fault))
    answer_ratio(answer, "value", quantity.value);
}

void answer_kqa_day(struct answer *answer, struct kqa_day day)
{
  if (!answer_fault(answer, day.fault))
    answer_date(answer, "date", day.date);
}

void answer_value(struct answer *answer, const char *key, const struct json_value *value)
{
  append_key(answer, key);
  switch (value->kind) {
  case JSON_NULL:
    append_string(answer, "null");
    break;
  case JSON_BOOLEAN:
    append_string(answer, value->truth ? "true" : "false");
    break;
  case JSON_NUMBER:
    append_string(answer, value->text);
    break;
  case JSON_STRING:
    append_quoted(answer, value->text);
    break;
  case JSON_ARRAY:
  case JSON_OBJECT:
    append_string(answer, value->kind == JSON_ARRAY ? "[" : "{");
    for (const struct json_value *member = value->first; member != NULL; member = member->next)
      answer_value(answer, member->key, member);
    append_string(answer, value->kind == JSON_ARRAY ? "]" : "}");
    break;
  }
}
