/* Parameters and readings of an edition by name, and the differences between two editions. */
#include "edition_register.h"
#include "ratio_core.h"
#include "status_fault.h"
#include "status_text.h"

#define MAX_VALUE_LENGTH 64 /* No value that is in bounds needs a longer text. */

/* A percent in the tenths that editions hold. */
/*@ requires value: 1 <= value.den <= 1000000 && 0 <= value.num <= 1000000000000 * value.den;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures tenths: 10 % value.den == 0 ==> \result * value.den == 10 * value.num;
  @*/
static int64_t tenths_of(struct kqa_ratio value)
{
  /*@ assert cases: value.den > 10 || value.den == 1 || value.den == 2 || value.den == 3 ||
    @   value.den == 4 || value.den == 5 || value.den == 6 || value.den == 7 || value.den == 8 ||
    @   value.den == 9 || value.den == 10; */
  return value.num * (10 / value.den);
}

/* How each kind of member stands for a fraction, and takes one. */
#define FROM_COUNT(member) whole(member)
#define FROM_MONEY(member) whole(member)
#define FROM_SCORE(member) (member)
#define FROM_SHARE(member) (member)
#define FROM_PERCENT(member) ((struct kqa_ratio){.num = (member), .den = 10})
#define AS_COUNT(value) (int32_t)(value).num
#define AS_MONEY(value) (value).num
#define AS_SCORE(value) (value)
#define AS_SHARE(value) (value)
#define AS_PERCENT(value) (int32_t)tenths_of(value)

#define V(NAME, code, word, zh, en)

/* Any value of an edition as a number: whole kinds and codes over 1, percents over 10; no number
 * for a field that is none of the register's. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static struct kqa_ratio get(const struct kqa_edition *edition, int32_t field)
{
  switch (field) {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  case KQA_FIELD_##NAME:                                                                           \
    return FROM_##KIND(edition->member);
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  case KQA_FIELD_##NAME:                                                                           \
    return FROM_COUNT(edition->member);
#include "parameter.def"
#undef P
#undef R
  default:
    break;
  }
  return no_number();
}

/*@ requires edition: \valid(edition);
  @ requires value: 1 <= value.den <= 1000000 && 0 <= value.num <= 1000000000000 * value.den;
  @ terminates \true;
  @ assigns *edition;
  @*/
static void put(struct kqa_edition *edition, int32_t field, struct kqa_ratio value)
{
  switch (field) {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  case KQA_FIELD_##NAME:                                                                           \
    edition->member = AS_##KIND(value);                                                            \
    return;
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  case KQA_FIELD_##NAME:                                                                           \
    edition->member = AS_COUNT(value);                                                             \
    return;
#include "parameter.def"
#undef P
#undef R
  }
}

#undef V

/*@ logic integer most_parts(integer kind) =
  @   kind == KQA_PARAMETER_SCORE ? 1000000 : kind == KQA_PARAMETER_SHARE ? 1000 :
  @   kind == KQA_PARAMETER_PERCENT ? 10 : 1;
  @ predicate allowed(struct kqa_parameter row, struct kqa_ratio value) =
  @   (row.kind == KQA_PARAMETER_PERCENT ? 10 % value.den == 0
  @                                      : value.den <= most_parts(row.kind)) &&
  @   (row.kind == KQA_PARAMETER_SHARE ==> value.num > 0) &&
  @   row.min * value.den <= value.num <= row.max * value.den;
  @*/

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures parts: \result == most_parts(kind);
  @*/
static int64_t max_denominator(int32_t kind)
{
  switch (kind) {
  case KQA_PARAMETER_SCORE:
    return KQA_SCORE_MAX_DENOMINATOR;
  case KQA_PARAMETER_SHARE:
    return 1000;
  case KQA_PARAMETER_PERCENT:
    return 10;
  default:
    return 1;
  }
}

/* Whether a sound fraction is a value that the row allows. */
/*@ requires sound: kqa_sound_row(row) && kqa_sound_ratio(value);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures allowed: \result <==> allowed(row, value);
  @*/
static bool is_allowed(struct kqa_parameter row, struct kqa_ratio value)
{
  bool divides = row.kind == KQA_PARAMETER_PERCENT ? 10 % value.den == 0
                                                   : value.den <= max_denominator(row.kind);
  bool above_zero = row.kind != KQA_PARAMETER_SHARE || value.num > 0;

  return divides && above_zero && kqa_ratio_order(value, whole(row.min)) >= 0 &&
         kqa_ratio_order(value, whole(row.max)) <= 0;
}

/*@ requires edition: \valid(edition);
  @ requires row: kqa_sound_row(row) && row.kind == KQA_PARAMETER_READING;
  @ requires word: kqa_text_within(word, MOST_TEXT);
  @ terminates \true;
  @ assigns *edition;
  @ ensures unchanged: \result.status != KQA_OK ==> *edition == \old(*edition);
  @*/
static struct kqa_fault set_reading(struct kqa_edition *edition, struct kqa_parameter row,
                                    const char *word)
{
  /*@ loop invariant code: 0 <= code <= row.max + 1;
    @ loop assigns code;
    @ loop variant row.max - code;
    @*/
  for (int32_t code = 0; code <= row.max; code++) {
    if (kqa_text_equal(kqa_reading_value(row.field, code), word)) {
      put(edition, row.field, whole(code));
      return no_fault();
    }
  }
  return fault(KQA_E_VALUE, row.field);
}

/* Length of a text, or one above the bound when it is longer. */
/*@ requires text: kqa_text_within(text, MOST_TEXT);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures length: 0 <= \result <= MAX_VALUE_LENGTH + 1;
  @ ensures readable: \result > 0 ==> \valid_read(text + (0 .. \result - 1));
  @*/
static size_t bounded_length(const char *text)
{
  size_t length = 0;

  /*@ loop invariant length: 0 <= length <= MAX_VALUE_LENGTH + 1;
    @ loop invariant end: \exists integer end; length <= end <= MOST_TEXT &&
    @   \valid_read(text + (0 .. end)) && text[end] == 0;
    @ loop assigns length;
    @ loop variant MAX_VALUE_LENGTH + 1 - length;
    @*/
  while (length <= MAX_VALUE_LENGTH && text[length] != '\0')
    length++;
  return length;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures whole: \result <==> kind == KQA_PARAMETER_COUNT || kind == KQA_PARAMETER_MONEY;
  @*/
static bool is_whole_kind(int32_t kind)
{
  return kind == KQA_PARAMETER_COUNT || kind == KQA_PARAMETER_MONEY;
}

/* Counts and money are written as digits alone. */
/*@ requires text: length > 0 ==> \valid_read(text + (0 .. length - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures digits: \result <==>
  @   \forall integer i; 0 <= i < length ==> '0' <= text[i] <= '9';
  @*/
static bool has_only_digits(const char *text, size_t length)
{
  /*@ loop invariant digits: 0 <= i <= length &&
    @   \forall integer k; 0 <= k < i ==> '0' <= text[k] <= '9';
    @ loop assigns i;
    @ loop variant length - i;
    @*/
  for (size_t i = 0; i < length; i++)
    if (text[i] < '0' || text[i] > '9')
      return false;
  return true;
}

/*@ requires edition: \valid(edition);
  @ requires row: kqa_sound_row(row);
  @ requires text: kqa_text_within(text, MOST_TEXT);
  @ terminates \true;
  @ assigns *edition;
  @ ensures unchanged: \result.status != KQA_OK ==> *edition == \old(*edition);
  @*/
static struct kqa_fault set_number(struct kqa_edition *edition, struct kqa_parameter row,
                                   const char *text)
{
  size_t length = bounded_length(text);
  struct kqa_quantity parsed;

  if (length > MAX_VALUE_LENGTH || (is_whole_kind(row.kind) && !has_only_digits(text, length)))
    return fault(KQA_E_FORM, row.field);
  parsed = kqa_ratio_parse(text, length, max_denominator(row.kind));
  if (parsed.fault.status)
    return fault(parsed.fault.status, row.field);
  if (!is_allowed(row, parsed.value))
    return fault(KQA_E_RANGE, row.field);
  put(edition, row.field, parsed.value);
  return no_fault();
}

struct kqa_fault kqa_edition_set(struct kqa_edition *edition, const char *name, const char *value)
{
  struct kqa_parameter row = kqa_parameter_find(name);

  if (row.field == KQA_FIELD_NONE)
    return fault(KQA_E_NAME, KQA_FIELD_PARAMETER_NAME);
  if (row.kind == KQA_PARAMETER_READING)
    return set_reading(edition, row, value);
  return set_number(edition, row, value);
}

/*@ requires text: sound_text(text, 41) && 0 <= tenths;
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) + 1 <= text->length <= \old(text->length) + 41;
  @*/
static void add_percent(struct text *text, int64_t tenths)
{
  kqa_text_number(text, tenths / 10);
  if (tenths % 10 != 0) {
    kqa_text_char(text, '.');
    kqa_text_number(text, tenths % 10);
  }
}

struct kqa_number kqa_edition_get(const struct kqa_edition *edition, const char *name, char *buffer,
                                  size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);
  struct kqa_number answer = {.value = 0};
  struct kqa_parameter row = kqa_parameter_find(name);
  struct kqa_ratio value = get(edition, row.field);

  if (row.field == KQA_FIELD_NONE)
    answer.fault = fault(KQA_E_NAME, KQA_FIELD_PARAMETER_NAME);
  else if (!kqa_ratio_is_sound(value) || !is_allowed(row, value))
    answer.fault = fault(row.kind == KQA_PARAMETER_READING ? KQA_E_VALUE : KQA_E_RANGE, row.field);
  else if (row.kind == KQA_PARAMETER_READING)
    kqa_text_add(&text, kqa_reading_value(row.field, (int32_t)value.num));
  else if (row.kind == KQA_PARAMETER_PERCENT)
    add_percent(&text, value.num);
  else
    kqa_ratio_add(&text, value);
  answer.value = (int64_t)kqa_text_end(&text);
  return answer;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures same: kqa_sound_ratio(a) && kqa_sound_ratio(b) ==>
  @   (\result <==> a.num * b.den == b.num * a.den);
  @*/
static bool same(struct kqa_ratio a, struct kqa_ratio b)
{
  if (!kqa_ratio_is_sound(a) || !kqa_ratio_is_sound(b))
    return a.num == b.num && a.den == b.den;
  return kqa_ratio_order(a, b) == 0;
}

size_t kqa_edition_diff(const struct kqa_edition *a, const struct kqa_edition *b, int32_t *fields,
                        size_t capacity)
{
  size_t count = 0;

  /*@ loop invariant place: 0 <= place <= 29;
    @ loop invariant count: 0 <= count <= place;
    @ loop assigns place, count, fields[0 .. capacity - 1];
    @ loop variant 29 - place;
    @*/
  for (size_t place = 0; place < kqa_parameter_count(); place++) {
    int32_t field = kqa_parameter_at(place).field;

    if (!same(get(a, field), get(b, field))) {
      if (count < capacity)
        fields[count] = field;
      count++;
    }
  }
  return count;
}
