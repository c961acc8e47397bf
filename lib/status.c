/* Status codes and fields: their names, texts and paths. */
#include "kqaward/status.h"

#include "status_text.h"

/* All texts of a register stand in one constant and are found by offset: no pointers to relocate.
 */
struct status_texts {
#define X(NAME, code, name, zh, en)                                                                \
  char name_##NAME[sizeof(name)];                                                                  \
  char zh_##NAME[sizeof(zh)];                                                                      \
  char en_##NAME[sizeof(en)];
#include "status.def"
#undef X
};

static const struct status_texts status_texts = {
#define X(NAME, code, name, zh, en) name, zh, en,
#include "status.def"
#undef X
};

struct field_texts {
#define X(NAME, code, path, zh, en)                                                                \
  char path_##NAME[sizeof(path)];                                                                  \
  char zh_##NAME[sizeof(zh)];                                                                      \
  char en_##NAME[sizeof(en)];
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, label_zh,        \
          label_en, zh, en)                                                                        \
  X(NAME, code, name, zh, en)
#define R(NAME, member, code, name, article, item, touches, last, label_zh, label_en, zh, en,      \
          reason_zh, reason_en)                                                                    \
  X(NAME, code, name, zh, en)
#define V(NAME, code, word, zh, en)
#include "field.def"
#include "parameter.def"
#undef X
};

static const struct field_texts field_texts = {
#define X(NAME, code, path, zh, en) path, zh, en,
#include "field.def"
#include "parameter.def"
#undef X
};

struct text_row {
  int32_t code;
  uint16_t name, zh, en; /* offsets */
};

static const struct text_row status_rows[] = {
#define X(NAME, code, name, zh, en)                                                                \
  {KQA_##NAME, offsetof(struct status_texts, name_##NAME),                                         \
   offsetof(struct status_texts, zh_##NAME), offsetof(struct status_texts, en_##NAME)},
#include "status.def"
#undef X
};

static const struct text_row field_rows[] = {
#define X(NAME, code, path, zh, en)                                                                \
  {KQA_FIELD_##NAME, offsetof(struct field_texts, path_##NAME),                                    \
   offsetof(struct field_texts, zh_##NAME), offsetof(struct field_texts, en_##NAME)},
#include "field.def"
#include "parameter.def"
#undef X
};

#define X(NAME, code, name, zh, en)                                                                \
  _Static_assert(KQA_##NAME == (code), "status codes are permanent");
#include "status.def"
#undef X
#define X(NAME, code, path, zh, en)                                                                \
  _Static_assert(KQA_FIELD_##NAME == (code), "field codes are permanent");
#include "field.def"
#include "parameter.def"
#undef X
_Static_assert(sizeof(struct field_texts) <= UINT16_MAX, "offsets fit");
_Static_assert(sizeof(struct kqa_fault) == 20, "size of the interface");

/*@ requires rows: \valid_read(rows + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null || (\valid_read(\result) && \result->code == code);
  @*/
static const struct text_row *find(const struct text_row *rows, size_t count, int32_t code)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    if (rows[i].code == code)
      return &rows[i];
  return NULL;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null || \valid_read(\result);
  @*/
static const struct text_row *status_row(int32_t status)
{
  return find(status_rows, sizeof status_rows / sizeof status_rows[0], status);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null || \valid_read(\result);
  @*/
static const struct text_row *field_row(int32_t field)
{
  return find(field_rows, sizeof field_rows / sizeof field_rows[0], field);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *status_at(uint16_t offset)
{
  return pool_text((const char *)&status_texts, sizeof status_texts, offset);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *field_at(uint16_t offset)
{
  return pool_text((const char *)&field_texts, sizeof field_texts, offset);
}

const char *kqa_status_name(int32_t status)
{
  const struct text_row *row = status_row(status);

  return row ? status_at(row->name) : "";
}

const char *kqa_status_text(int32_t status, int32_t language)
{
  const struct text_row *row = status_row(status);

  return row ? in_language(language, status_at(row->zh), status_at(row->en)) : "";
}

const char *kqa_field_name(int32_t field)
{
  const struct text_row *row = field_row(field);

  return row ? field_at(row->name) : "";
}

const char *kqa_field_rule(int32_t field, int32_t language)
{
  const struct text_row *row = field_row(field);

  return row ? in_language(language, field_at(row->zh), field_at(row->en)) : "";
}

/* No path with its key is longer than this. */
#define MOST_PATH (65536 * (MOST_TEXT + 20))

/*@ requires text: sound_text(text, MOST_PATH);
  @ requires fault: \valid_read(fault);
  @ requires key: key == \null || apart_text(text, key);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_PATH;
  @*/
static void add_path(struct text *text, const struct kqa_fault *fault, const char *key)
{
  const char *path = kqa_field_name(fault->field);
  const int32_t *index = fault->index; /* no path has more than three places */

  for (size_t i = 0; path[i] != '\0'; i++) {
    if (path[i] == '*' && key)
      kqa_text_add(text, key);
    else if (path[i] == '*')
      kqa_text_number(text, *index++);
    else
      kqa_text_char(text, path[i]);
    if (path[i] == '[')
      kqa_text_number(text, *index++);
  }
}

size_t kqa_fault_path(const struct kqa_fault *fault, const char *key, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  add_path(&text, fault, key);
  return kqa_text_end(&text);
}

size_t kqa_fault_text(const struct kqa_fault *fault, const char *key, int32_t language,
                      char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);
  const char *rule = kqa_field_rule(fault->field, language);

  if (fault->status == KQA_OK || in_language(language, "x", "x")[0] == '\0')
    return kqa_text_end(&text);
  if (fault->field != KQA_FIELD_NONE) {
    add_path(&text, fault, key);
    kqa_text_add(&text, in_language(language, "：", ": "));
  }
  kqa_text_add(&text, kqa_status_text(fault->status, language));
  if (rule[0] != '\0') {
    kqa_text_add(&text, in_language(language, "；应为", "; expected "));
    kqa_text_add(&text, rule);
  }
  kqa_text_add(&text, in_language(language, "。", "."));
  return kqa_text_end(&text);
}
