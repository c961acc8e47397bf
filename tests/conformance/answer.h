/* A function's answer, written as JSON text and read back as a tree, so that one comparison serves
 * every function. */
#ifndef ANSWER_H
#define ANSWER_H

#include "json_tree.h"
#include "kqaward/kqaward.h"

struct answer {
  char *text;
  size_t length;
  size_t capacity;
};

void answer_free(struct answer *answer);

/* Opens and closes an object or a list; key is NULL in a list and at the start. */
void answer_open(struct answer *answer, const char *key, char bracket);
void answer_close(struct answer *answer, char bracket);

void answer_text(struct answer *answer, const char *key, const char *text);
void answer_number(struct answer *answer, const char *key, int64_t number);
void answer_truth(struct answer *answer, const char *key, bool truth);
void answer_null(struct answer *answer, const char *key);

/* An empty word is written as null. */
void answer_word(struct answer *answer, const char *key, const char *word);
/* An absent date is written as null. */
void answer_date(struct answer *answer, const char *key, struct kqa_date date);
/* A fraction with the denominator 0 is written as null. */
void answer_ratio(struct answer *answer, const char *key, struct kqa_ratio ratio);

/* Writes a fault under the key `error` and says whether there was one. */
bool answer_fault(struct answer *answer, struct kqa_fault fault);
void answer_findings(struct answer *answer, const struct kqa_finding *findings, int32_t count);
void answer_decision(struct answer *answer, const struct kqa_decision *decision);
/* Writes what a function answers that yields a number, a fraction or a day. */
void answer_kqa_number(struct answer *answer, struct kqa_number number);
void answer_kqa_truth(struct answer *answer, struct kqa_number number);
void answer_kqa_quantity(struct answer *answer, struct kqa_quantity quantity);
void answer_kqa_day(struct answer *answer, struct kqa_day day);

/* Writes a value as it stands, for diagnostics. */
void answer_value(struct answer *answer, const char *key, const struct json_value *value);

#endif
