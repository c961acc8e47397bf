/* One call of a library function as a case asks for it: its input read, its answer written. */
#ifndef CALL_H
#define CALL_H

#include "answer.h"
#include "case_tree.h"

#define CALL_MAX_LIST 256
#define CALL_MAX_YEARS 4

struct call {
  const struct json_value *input;
  struct kqa_edition edition;
  struct answer *answer;
  char trouble[160]; /* Why the input cannot be read; empty while it can. */
};

/* A function that cases may name, and the keys of its input, separated by blanks. */
struct function {
  const char *name;
  void (*run)(struct call *call);
  const char *keys;
};

/* The tables of functions, each ended by a row without a name. */
extern const struct function time_functions[];
extern const struct function rule_functions[];
extern const struct function people_functions[];
extern const struct function duty_functions[];
extern const struct function score_functions[];
extern const struct function award_functions[];
extern const struct function round_functions[];

/* Notes the first trouble with an input. */
void call_trouble(struct call *call, const char *key, const char *what);

/* Notes as trouble what columns decide otherwise; NULL: nothing. */
void call_columns(struct call *call, const char *difference);

/* Notes trouble when an object has a key outside the list. */
void call_keys(struct call *call, const struct json_value *object, const char *keys);

/* Words by code. The list ends at an empty word; a word outside it has no code and yields -1, which
 * the library must refuse. */
struct word {
  const char *text;
  int32_t code;
};
int32_t word_code(const struct word *words, const char *text);
const char *word_text(const struct word *words, int32_t code);

/* Each reads one member of an object. Absent members yield the value that stands for "not known".
 */
int32_t get_word(struct call *call, const struct json_value *object, const char *key,
                 const struct word *words, int32_t absent);
int32_t get_truth(struct call *call, const struct json_value *object, const char *key);
struct kqa_date get_date(struct call *call, const struct json_value *object, const char *key);
struct kqa_ratio get_ratio(struct call *call, const struct json_value *object, const char *key);
int64_t get_long(struct call *call, const struct json_value *object, const char *key);
int32_t get_number(struct call *call, const struct json_value *object, const char *key);
int32_t get_number_or(struct call *call, const struct json_value *object, const char *key,
                      int32_t absent);
const char *get_text(struct call *call, const struct json_value *object, const char *key);
/* 1 for true, 0 for false. */
int32_t get_flag(struct call *call, const struct json_value *object, const char *key,
                 int32_t absent);
int32_t get_language(struct call *call);
/* The first element of a list of at most CALL_MAX_LIST; NULL for an empty or absent one. */
const struct json_value *get_list(struct call *call, const struct json_value *object,
                                  const char *key, size_t *count);

/* An element of a list read as the one member of an object would be. */
struct kqa_ratio element_ratio(struct call *call, const struct json_value *value, const char *key);
struct kqa_date element_date(struct call *call, const struct json_value *value, const char *key);
int32_t element_number(struct call *call, const struct json_value *value, const char *key);
int32_t element_truth(struct call *call, const struct json_value *value);

/* The years of the input's `calendar`; a fault of kqa_calendar_mark() becomes the answer and false.
 */
bool get_calendar(struct call *call, struct kqa_calendar_year years[CALL_MAX_YEARS], size_t *count);

/* The input's `criteria`, by id or written out; a fault becomes the answer and false. */
bool get_criteria(struct call *call, struct kqa_criteria *criteria);

/* Lists that several functions share. */
size_t get_sanctions(struct call *call, struct kqa_sanction sanctions[CALL_MAX_LIST]);
extern const struct word sanction_words[];
extern const struct word award_words[];
extern const struct word verdict_words[];

/* Writes a set of measures as their words. */
void answer_measures(struct call *call, struct kqa_number measures);

#endif
