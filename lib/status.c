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

/* No letter of a path, and no path with its key, takes more than this. */
#define MOST_LETTER (MOST_TEXT + 20)
#define MOST_PATH (65536 * MOST_LETTER)

/* Appends the place of the given number; no path has more than a fault has. */
/*@ requires text: sound_text(text, 20);
  @ requires fault: \valid_read(fault);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 20;
  @*/
static void add_place(struct text *text, const struct kqa_fault *fault, size_t place)
{
  if (place < sizeof fault->index / sizeof fault->index[0])
    kqa_text_number(text, fault->index[place]);
}

/* Appends what stands for a letter of a path; the number of the next place. */
/*@ requires text: sound_text(text, MOST_LETTER);
  @ requires fault: \valid_read(fault);
  @ requires key: key == \null || apart_text(text, key);
  @ requires place: place <= 65535;
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_LETTER;
  @ ensures place: place <= \result <= place + 1;
  @*/
static size_t add_letter(struct text *text, const struct kqa_fault *fault, const char *key,
                         char letter, size_t place)
{
  if (letter == '*' && key) {
    kqa_text_add(text, key);
    return place;
  }
  if (letter != '*')
    kqa_text_char(text, letter);
  if (letter != '*' && letter != '[')
    return place;
  add_place(text, fault, place);
  return place + 1;
}

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
  size_t place = 0;

  /*@ loop invariant path: 0 <= place <= i <= 65535 && !\valid(path) &&
    @   \exists integer end; i <= end <= 65535 && \valid_read(path + (0 .. end)) && path[end] == 0;
    @ loop invariant key: key == \null || apart_text(text, key);
    @ loop invariant counted: \at(text->length, Pre) <= text->length <=
    @   \at(text->length, Pre) + i * MOST_LETTER;
    @ loop assigns i, place, text->length, text->buffer[0 .. text->capacity - 1];
    @ loop variant 65536 - i;
    @*/
  for (size_t i = 0; path[i] != '\0'; i++)
    place = add_letter(text, fault, key, path[i], place);
}

size_t kqa_fault_path(const struct kqa_fault *fault, const char *key, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  add_path(&text, fault, key);
  return kqa_text_end(&text);
}

/*@ requires text: sound_text(text, MOST_TEXT);
  @ requires words: apart_text(text, zh) && apart_text(text, en);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_TEXT;
  @*/
static void add_words(struct text *text, int32_t language, const char *zh, const char *en)
{
  kqa_text_add(text, in_language(language, zh, en));
}

/* Where the fault is. */
/*@ requires text: sound_text(text, MOST_PATH + MOST_TEXT);
  @ requires fault: \valid_read(fault);
  @ requires key: key == \null || apart_text(text, key);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <=
  @   \old(text->length) + MOST_PATH + MOST_TEXT;
  @*/
static void add_subject(struct text *text, const struct kqa_fault *fault, const char *key,
                        int32_t language)
{
  const char *zh = "：";
  const char *en = ": ";

  /*@ assert ended: zh[3] == 0 && en[2] == 0; */
  if (fault->field == KQA_FIELD_NONE)
    return;
  add_path(text, fault, key);
  add_words(text, language, zh, en);
}

/* What would be right. */
/*@ requires text: sound_text(text, 2 * MOST_TEXT);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 2 * MOST_TEXT;
  @*/
static void add_rule(struct text *text, int32_t field, int32_t language)
{
  const char *zh = "；应为";
  const char *en = "; expected ";

  /*@ assert ended: zh[9] == 0 && en[11] == 0; */
  if (kqa_field_rule(field, language)[0] == '\0')
    return;
  add_words(text, language, zh, en);
  kqa_text_add(text, kqa_field_rule(field, language));
}

/*@ requires text: sound_text(text, MOST_PATH + 5 * MOST_TEXT);
  @ requires fault: \valid_read(fault);
  @ requires key: key == \null || apart_text(text, key);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <=
  @   \old(text->length) + MOST_PATH + 5 * MOST_TEXT;
  @*/
static void add_sentence(struct text *text, const struct kqa_fault *fault, const char *key,
                         int32_t language)
{
  const char *zh = "。";
  const char *en = ".";

  /*@ assert ended: zh[3] == 0 && en[1] == 0; */
  add_subject(text, fault, key, language);
  kqa_text_add(text, kqa_status_text(fault->status, language));
  add_rule(text, fault->field, language);
  add_words(text, language, zh, en);
}

size_t kqa_fault_text(const struct kqa_fault *fault, const char *key, int32_t language,
                      char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  if (fault->status != KQA_OK && in_language(language, "x", "x")[0] != '\0')
    add_sentence(&text, fault, key, language);
  return kqa_text_end(&text);
}
