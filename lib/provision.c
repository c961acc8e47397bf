/* The register of provisions. */
#include "kqaward/provision.h"

#include "status_text.h"

struct provision_texts {
#define X(NAME, code, article, item, kind, key, function, label_zh, label_en, zh, en)              \
  char key_##NAME[sizeof(key)];                                                                    \
  char function_##NAME[sizeof(function)];                                                          \
  char label_zh_##NAME[sizeof(label_zh)];                                                          \
  char label_en_##NAME[sizeof(label_en)];                                                          \
  char zh_##NAME[sizeof(zh)];                                                                      \
  char en_##NAME[sizeof(en)];
#include "provision.def"
#undef X
};

static const struct provision_texts texts = {
#define X(NAME, code, article, item, kind, key, function, label_zh, label_en, zh, en)              \
  key, function, label_zh, label_en, zh, en,
#include "provision.def"
#undef X
};

struct provision_row {
  struct kqa_provision provision;
  uint16_t key, function, label_zh, label_en, zh, en; /* offsets */
};

#define AT(member) offsetof(struct provision_texts, member)

static const struct provision_row rows[] = {
#define X(NAME, code, article, item, kind, key, function, label_zh, label_en, zh, en)              \
  {{KQA_PROVISION_##NAME, KQA_PROVISION_KIND_##kind, article, item},                               \
   AT(key_##NAME),                                                                                 \
   AT(function_##NAME),                                                                            \
   AT(label_zh_##NAME),                                                                            \
   AT(label_en_##NAME),                                                                            \
   AT(zh_##NAME),                                                                                  \
   AT(en_##NAME)},
#include "provision.def"
#undef X
};

#define X(NAME, code, article, item, kind, key, function, label_zh, label_en, zh, en)              \
  _Static_assert(KQA_PROVISION_##NAME == (code), "provision codes are permanent");
#include "provision.def"
#undef X
_Static_assert(sizeof(struct provision_texts) <= UINT16_MAX, "offsets fit");

#define ROWS (sizeof(rows) / sizeof(rows[0]))

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *text_at(uint16_t offset)
{
  return pool_text((const char *)&texts, sizeof texts, offset);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null ||
  @   (\valid_read(\result) && \result->provision.code == code);
  @*/
static const struct provision_row *find(int32_t code)
{
  /*@ loop invariant place: 0 <= i <= ROWS;
    @ loop assigns i;
    @ loop variant ROWS - i;
    @*/
  for (size_t i = 0; i < ROWS; i++)
    if (rows[i].provision.code == code)
      return &rows[i];
  return NULL;
}

size_t kqa_provision_count(void)
{
  return ROWS;
}

struct kqa_provision kqa_provision_at(size_t place)
{
  return place < ROWS ? rows[place].provision : (struct kqa_provision){0};
}

struct kqa_provision kqa_provision_find(int32_t code)
{
  const struct provision_row *row = find(code);

  return row ? row->provision : (struct kqa_provision){0};
}

const char *kqa_provision_key(int32_t code)
{
  const struct provision_row *row = find(code);

  return row ? text_at(row->key) : "";
}

const char *kqa_provision_function(int32_t code)
{
  const struct provision_row *row = find(code);

  return row ? text_at(row->function) : "";
}

const char *kqa_provision_label(int32_t code, int32_t language)
{
  const struct provision_row *row = find(code);

  return row ? in_language(language, text_at(row->label_zh), text_at(row->label_en)) : "";
}

const char *kqa_provision_text(int32_t code, int32_t language)
{
  const struct provision_row *row = find(code);

  return row ? in_language(language, text_at(row->zh), text_at(row->en)) : "";
}

/*@ requires number: 0 <= number <= 10;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *numeral(int32_t number)
{
  static const char numerals[11][4] = {"",   "一", "二", "三", "四", "五",
                                       "六", "七", "八", "九", "十"};

  /*@ assert numbers: number == 0 || number == 1 || number == 2 || number == 3 || number == 4 ||
    @   number == 5 || number == 6 || number == 7 || number == 8 || number == 9 || number == 10; */
  /*@ assert ended: numerals[number][3] == 0; */
  return numerals[number];
}

/* A number from 1 to 99 in Chinese numerals. */
/*@ requires text: sound_text(text, 3 * MOST_TEXT);
  @ requires number: 1 <= number <= 99;
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 3 * MOST_TEXT;
  @*/
static void add_numeral(struct text *text, int32_t number)
{
  if (number >= 20)
    kqa_text_add(text, numeral(number / 10));
  if (number >= 10)
    kqa_text_add(text, numeral(10));
  kqa_text_add(text, numeral(number % 10));
}

/*@ requires text: sound_text(text, 8 * MOST_TEXT);
  @ requires article: 1 <= article <= 99;
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 8 * MOST_TEXT;
  @*/
static void add_chinese(struct text *text, int32_t article, int32_t item)
{
  kqa_text_add(text, "第");
  add_numeral(text, article);
  kqa_text_add(text, "条");
  if (item > 0) {
    kqa_text_add(text, "第");
    kqa_text_number(text, item);
    kqa_text_add(text, "项");
  }
}

/*@ requires text: sound_text(text, 2 * MOST_TEXT);
  @ requires article: 1 <= article <= 99;
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 2 * MOST_TEXT;
  @*/
static void add_english(struct text *text, int32_t article, int32_t item)
{
  const char *word = "Art. ";

  /*@ assert ended: word[5] == 0; */
  kqa_text_add(text, word);
  kqa_text_number(text, article);
  if (item > 0) {
    kqa_text_char(text, '(');
    kqa_text_number(text, item);
    kqa_text_char(text, ')');
  }
}

size_t kqa_citation(int32_t article, int32_t item, int32_t language, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  if (article >= 1 && article <= KQA_ARTICLES && item >= 0 && item <= 9) {
    if (language == KQA_LANGUAGE_ZH)
      add_chinese(&text, article, item);
    if (language == KQA_LANGUAGE_EN)
      add_english(&text, article, item);
  }
  return kqa_text_end(&text);
}
