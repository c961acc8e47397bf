/* The register of parameters and readings: rows, labels, reasons, words. */
#include "edition_register.h"

#include "status_text.h"

static const struct kqa_parameter rows[] = {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  {KQA_FIELD_##NAME, KQA_PARAMETER_##KIND, article, item, KQA_UNIT_##unit, touches, min, max},
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  {KQA_FIELD_##NAME, KQA_PARAMETER_READING, article, item, KQA_UNIT_NONE, touches, 0, last},
#define V(NAME, code, word, zh, en)
#include "parameter.def"
#undef P
#undef R
#undef V
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

struct label_texts {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  char zh_##NAME[sizeof(zh)];                                                                      \
  char en_##NAME[sizeof(en)];
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  char zh_##NAME[sizeof(zh)];                                                                      \
  char en_##NAME[sizeof(en)];                                                                      \
  char reason_zh_##NAME[sizeof(reason_zh)];                                                        \
  char reason_en_##NAME[sizeof(reason_en)];
#define V(NAME, code, word, zh, en)                                                                \
  char word_##NAME##_##code[sizeof(word)];                                                         \
  char zh_##NAME##_##code[sizeof(zh)];                                                             \
  char en_##NAME##_##code[sizeof(en)];
#include "parameter.def"
#undef P
#undef R
#undef V
};

static const struct label_texts texts = {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  zh, en,
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  zh, en, reason_zh, reason_en,
#define V(NAME, code, word, zh, en) word, zh, en,
#include "parameter.def"
#undef P
#undef R
#undef V
};

_Static_assert(sizeof(struct label_texts) <= UINT16_MAX, "offsets fit");

struct label_row {
  int32_t field;
  uint16_t zh, en, reason_zh, reason_en; /* offsets; reasons 0 for a parameter */
};

#define AT(member) offsetof(struct label_texts, member)

static const struct label_row labels[] = {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  {KQA_FIELD_##NAME, AT(zh_##NAME), AT(en_##NAME), 0, 0},
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  {KQA_FIELD_##NAME, AT(zh_##NAME), AT(en_##NAME), AT(reason_zh_##NAME), AT(reason_en_##NAME)},
#define V(NAME, code, word, zh, en)
#include "parameter.def"
#undef P
#undef R
#undef V
};

struct value_row {
  int32_t field;
  int32_t code;
  uint16_t word, zh, en; /* offsets */
};

static const struct value_row values[] = {
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)
#define V(NAME, code, word, zh, en)                                                                \
  {KQA_FIELD_##NAME, code, AT(word_##NAME##_##code), AT(zh_##NAME##_##code),                       \
   AT(en_##NAME##_##code)},
#include "parameter.def"
#undef P
#undef R
#undef V
};

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *text_at(uint16_t offset)
{
  return pool_text((const char *)&texts, sizeof texts, offset);
}

/* The places one by one, so that each row of the table is looked at. */
/*@ predicate is_place(integer place) =
  @   place == 0 || place == 1 || place == 2 || place == 3 || place == 4 || place == 5 ||
  @   place == 6 || place == 7 || place == 8 || place == 9 || place == 10 || place == 11 ||
  @   place == 12 || place == 13 || place == 14 || place == 15 || place == 16 || place == 17 ||
  @   place == 18 || place == 19 || place == 20 || place == 21 || place == 22 || place == 23 ||
  @   place == 24 || place == 25 || place == 26 || place == 27 || place == 28;
  @*/

size_t kqa_parameter_count(void)
{
  return ROWS;
}

struct kqa_parameter kqa_parameter_at(size_t place)
{
  if (place >= ROWS)
    return (struct kqa_parameter){0};
  /*@ assert cases: is_place(place); */
  /*@ assert row: kqa_sound_row(rows[place]); */
  /*@ assert readings: 20 <= place ==> rows[place].kind == KQA_PARAMETER_READING &&
    @   rows[place].field == KQA_FIELD_VOTE_APPROVAL + place - 20;
    @*/
  return rows[place];
}

struct kqa_parameter kqa_parameter_find(const char *name)
{
  /*@ loop invariant place: 0 <= i <= ROWS;
    @ loop assigns i;
    @ loop variant ROWS - i;
    @*/
  for (size_t i = 0; i < ROWS; i++)
    if (kqa_text_equal(kqa_field_name(rows[i].field), name))
      return kqa_parameter_at(i);
  return (struct kqa_parameter){0};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null || (\valid_read(\result) && \result->field == field);
  @*/
static const struct label_row *find_label(int32_t field)
{
  /*@ loop invariant place: 0 <= i <= sizeof(labels) / sizeof(labels[0]);
    @ loop assigns i;
    @ loop variant sizeof(labels) / sizeof(labels[0]) - i;
    @*/
  for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
    if (labels[i].field == field)
      return &labels[i];
  return NULL;
}

const char *kqa_parameter_label(int32_t field, int32_t language)
{
  const struct label_row *row = find_label(field);

  return row ? in_language(language, text_at(row->zh), text_at(row->en)) : "";
}

const char *kqa_reading_reason(int32_t field, int32_t language)
{
  const struct label_row *row = find_label(field);

  if (!row || row->reason_zh == 0)
    return "";
  return in_language(language, text_at(row->reason_zh), text_at(row->reason_en));
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null ||
  @   (\valid_read(\result) && \result->field == field && \result->code == code);
  @*/
static const struct value_row *find_value(int32_t field, int32_t code)
{
  /*@ loop invariant place: 0 <= i <= sizeof(values) / sizeof(values[0]);
    @ loop assigns i;
    @ loop variant sizeof(values) / sizeof(values[0]) - i;
    @*/
  for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
    if (values[i].field == field && values[i].code == code)
      return &values[i];
  return NULL;
}

const char *kqa_reading_value(int32_t field, int32_t code)
{
  const struct value_row *row = find_value(field, code);

  return row ? text_at(row->word) : "";
}

const char *kqa_reading_meaning(int32_t field, int32_t code, int32_t language)
{
  const struct value_row *row = find_value(field, code);

  return row ? in_language(language, text_at(row->zh), text_at(row->en)) : "";
}
