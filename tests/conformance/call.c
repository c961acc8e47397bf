#include "call.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void call_trouble(struct call *call, const char *key, const char *what)
{
  if (call->trouble[0] == '\0')
    snprintf(call->trouble, sizeof call->trouble, "input `%s`: %s", key, what);
}

void call_columns(struct call *call, const char *difference)
{
  if (difference != NULL)
    call_trouble(call, "columns", difference);
}

static bool is_listed(const char *keys, const char *key)
{
  size_t length = strlen(key);
  const char *found = keys;

  while ((found = strstr(found, key)) != NULL) {
    bool begins = found == keys || found[-1] == ' ';
    bool ends = found[length] == ' ' || found[length] == '\0';

    if (begins && ends && length > 0)
      return true;
    found++;
  }
  return false;
}

void call_keys(struct call *call, const struct json_value *object, const char *keys)
{
  if (object == NULL)
    return;
  if (object->kind != JSON_OBJECT)
    call_trouble(call, object->key == NULL ? "" : object->key, "no object");
  for (const struct json_value *member = object->first; member != NULL; member = member->next) {
    if (object->kind == JSON_OBJECT && !is_listed(keys, member->key))
      call_trouble(call, member->key, "the function has no such key");
  }
}

int32_t word_code(const struct word *words, const char *text)
{
  for (; words->text[0] != '\0'; words++) {
    if (strcmp(words->text, text) == 0)
      return words->code;
  }
  return -1;
}

const char *word_text(const struct word *words, int32_t code)
{
  while (words->text[0] != '\0' && words->code != code)
    words++;
  return words->text;
}

const char *get_text(struct call *call, const struct json_value *object, const char *key)
{
  const struct json_value *value = json_member(object, key);

  if (value != NULL && value->kind == JSON_STRING)
    return value->text;
  call_trouble(call, key, "a text is wanted");
  return "";
}

int32_t get_word(struct call *call, const struct json_value *object, const char *key,
                 const struct word *words, int32_t absent)
{
  if (json_member(object, key) == NULL)
    return absent;
  return word_code(words, get_text(call, object, key));
}

/* A word instead of true or false stands for a code that does not exist. */
int32_t element_truth(struct call *call, const struct json_value *value)
{
  (void)call;
  if (value == NULL || value->kind == JSON_NULL)
    return KQA_UNKNOWN;
  if (value->kind != JSON_BOOLEAN)
    return -1;
  return value->truth ? KQA_TRUE : KQA_FALSE;
}

int32_t get_truth(struct call *call, const struct json_value *object, const char *key)
{
  return element_truth(call, json_member(object, key));
}

int32_t get_flag(struct call *call, const struct json_value *object, const char *key,
                 int32_t absent)
{
  const struct json_value *value = json_member(object, key);

  if (value == NULL)
    return absent;
  if (value->kind != JSON_BOOLEAN)
    call_trouble(call, key, "true or false is wanted");
  return value->truth ? 1 : 0;
}

/* Three numbers, also where the calendar has no such day: refusing it is the library's part. */
struct kqa_date element_date(struct call *call, const struct json_value *value, const char *key)
{
  struct kqa_date date = {0};
  const char *text = value->kind == JSON_STRING ? value->text : "";
  bool form = strlen(text) == 10 && text[4] == '-' && text[7] == '-';

  for (size_t i = 0; form && i < 10; i++) {
    int32_t *part = i < 4 ? &date.year : i < 7 ? &date.month : &date.day;

    if (i == 4 || i == 7)
      continue;
    if (text[i] < '0' || text[i] > '9')
      form = false;
    *part = *part * 10 + (text[i] - '0');
  }
  if (!form)
    call_trouble(call, key, "a date is wanted");
  return date;
}

struct kqa_date get_date(struct call *call, const struct json_value *object, const char *key)
{
  const struct json_value *value = json_member(object, key);

  return value == NULL ? (struct kqa_date){0} : element_date(call, value, key);
}

static bool read_digits(const char **text, int64_t *number, int64_t *scale)
{
  const char *start = *text;

  for (; **text >= '0' && **text <= '9'; (*text)++) {
    if (*number > (INT64_MAX - 9) / 10 || *scale > INT64_MAX / 10)
      return false;
    *number = *number * 10 + (**text - '0');
    *scale *= 10;
  }
  return *text > start;
}

/* Any decimal or fraction that 64 bits hold, its bounds unchecked: that is the library's part. */
static bool scan_ratio(const char *text, struct kqa_ratio *ratio)
{
  bool negative = *text == '-';
  int64_t scale = 1;
  bool form;

  *ratio = (struct kqa_ratio){0, 1};
  text += negative;
  form = read_digits(&text, &ratio->num, &scale);
  if (form && *text == '.') {
    text++;
    form = read_digits(&text, &ratio->num, &ratio->den);
  } else if (form && *text == '/') {
    text++;
    ratio->den = 0;
    scale = 1;
    form = read_digits(&text, &ratio->den, &scale);
  }
  if (negative)
    ratio->num = -ratio->num;
  return form && *text == '\0';
}

struct kqa_ratio element_ratio(struct call *call, const struct json_value *value, const char *key)
{
  struct kqa_ratio ratio = {0};

  if (value == NULL || value->kind == JSON_NULL)
    return ratio;
  if ((value->kind != JSON_STRING && value->kind != JSON_NUMBER) ||
      !scan_ratio(value->text, &ratio))
    call_trouble(call, key, "an exact number is wanted");
  return ratio;
}

struct kqa_ratio get_ratio(struct call *call, const struct json_value *object, const char *key)
{
  return element_ratio(call, json_member(object, key), key);
}

static int64_t read_long(struct call *call, const struct json_value *value, const char *key)
{
  long long number = 0;
  char *end = NULL;

  if (value == NULL || value->kind != JSON_NUMBER) {
    call_trouble(call, key, "a whole number is wanted");
    return 0;
  }
  errno = 0;
  number = strtoll(value->text, &end, 10);
  if (*end != '\0' || errno != 0)
    call_trouble(call, key, "a whole number is wanted");
  return number;
}

int64_t get_long(struct call *call, const struct json_value *object, const char *key)
{
  return read_long(call, json_member(object, key), key);
}

int32_t element_number(struct call *call, const struct json_value *value, const char *key)
{
  int64_t number = read_long(call, value, key);

  if (number < INT32_MIN || number > INT32_MAX) {
    call_trouble(call, key, "a number of 32 bits is wanted");
    return 0;
  }
  return (int32_t)number;
}

int32_t get_number(struct call *call, const struct json_value *object, const char *key)
{
  return element_number(call, json_member(object, key), key);
}

int32_t get_number_or(struct call *call, const struct json_value *object, const char *key,
                      int32_t absent)
{
  return json_member(object, key) == NULL ? absent : get_number(call, object, key);
}

int32_t get_language(struct call *call)
{
  static const struct word words[] = {{"zh", KQA_LANGUAGE_ZH}, {"en", KQA_LANGUAGE_EN}, {"", 0}};

  return get_word(call, call->input, "language", words, KQA_LANGUAGE_ZH);
}

const struct json_value *get_list(struct call *call, const struct json_value *object,
                                  const char *key, size_t *count)
{
  const struct json_value *value = json_member(object, key);

  *count = 0;
  if (value == NULL)
    return NULL;
  if (value->kind != JSON_ARRAY || value->length > CALL_MAX_LIST) {
    call_trouble(call, key, "a list of at most 256 is wanted");
    return NULL;
  }
  *count = value->length;
  return value->first;
}
