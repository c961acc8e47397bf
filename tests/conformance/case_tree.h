/* What case files ask of JSON trees: an input laid over its base, an answer held against what is
 * expected. README.md gives the rules. */
#ifndef CASE_TREE_H
#define CASE_TREE_H

#include "answer.h"

/* Nodes made by case_merge(); all zero at first. */
struct case_pool {
  struct case_node *nodes;
};

void case_pool_free(struct case_pool *pool);

/* The member of that key, also where it is null; NULL when it is absent. */
const struct json_value *case_member(const struct json_value *object, const char *key);

/* The value `over` laid over `base`; either may be NULL, and NULL when both are. */
const struct json_value *case_merge(struct case_pool *pool, const struct json_value *over,
                                    const struct json_value *base);

/* Whether an answer is as expected; if not, writes the place and both values. */
bool case_match(const struct json_value *expect, const struct json_value *got,
                struct answer *difference);

#endif
