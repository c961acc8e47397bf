/* Reading the fields of a round file: objects by tables of their keys, scalars, organisations. */
#ifndef ROUND_FIELDS_H
#define ROUND_FIELDS_H

#include "round_file.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* A list that grows. */
struct list {
  char *items;
  size_t count;
  size_t capacity;
};

struct rule;

struct id_place {
  const char *id;
  int32_t place;
};

/* Where a reader is, and what it has read. */
struct reader {
  struct round_file *file;
  struct round_fault *fault;
  char path[JSON_PATH_SIZE];
  const struct rule *rule; /* The member at work. */
  struct id_place *ids;    /* Of the organisations with a dossier, sorted. */
  size_t id_count;
  struct list incidents;
  struct list sanctions;
  struct list history;
  struct list percents;
};

/* One key of an object, and how its value is read. */
struct rule {
  const char *key;
  int32_t field; /* A KQA_FIELD_ code, or KQA_FIELD_ROUND. */
  bool required;
  bool (*read)(struct reader *reader, const struct json_value *value, void *into);
  size_t offset;            /* Where in the record the value belongs. */
  const char *const *words; /* Of read_word(): code 1 and on, then NULL. */
};

/* An organisation as it is read. */
struct entry {
  const char *id;
  const char *name;
  struct kqa_organization organization;
};

/* What a value of the wrong type should have been, in Chinese and English. */
extern const char *const an_object[2];
extern const char *const a_list[2];
extern const char *const a_text[2];

/* Notes a fault at the reader's place. Always false, so that a reading function can return it. */
bool refuse(struct reader *reader, int32_t status);
bool refuse_expecting(struct reader *reader, int32_t status, const char *const expected[2]);

/* Going down to a member or element; leave() goes back to the length that enter_ returned. */
size_t enter_key(struct reader *reader, const char *key);
size_t enter_index(struct reader *reader, size_t index);
void leave(struct reader *reader, size_t mark);

bool read_members(struct reader *reader, const struct json_value *object, const struct rule *rules,
                  size_t count, void *into);

/* For tables of rules. */
bool read_integer32(struct reader *reader, const struct json_value *value, void *into);
bool read_date(struct reader *reader, const struct json_value *value, void *into);
bool read_word(struct reader *reader, const struct json_value *value, void *into);
bool read_text(struct reader *reader, const struct json_value *value, void *into);

/* The organisation itself; its lists go to the reader's. */
bool read_organization_members(struct reader *reader, const struct json_value *value,
                               struct entry *entry);

/* Whether a number is written as an integer: digits with at most a minus before them. */
bool is_integer_literal(const struct json_value *value);

#endif
