/* A whole round's answer. */
#ifndef ROUND_ANSWER_H
#define ROUND_ANSWER_H

#include "answer.h"
#include "round_file.h"

enum round_form {
  ROUND_LISTED, /* Organisations as a list in the order of the output. */
  ROUND_BY_ID   /* Organisations as members of an object, with their findings. */
};

/* Reads and decides a round and writes what came out, or its fault under the key `error`. */
void round_answer(struct answer *answer, const struct json_value *root, enum round_form form);

/* Writes a fault of a round file: its status and the path of the field. */
void round_answer_fault(struct answer *answer, const struct round_fault *fault);

#endif
