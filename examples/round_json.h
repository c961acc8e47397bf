/* A round's result as JSON text in memory: keys in a fixed order, two-space indentation. */
#ifndef ROUND_JSON_H
#define ROUND_JSON_H

#include "round_file.h"

/* A text that grows; bytes come from malloc. */
struct round_text {
  char *bytes;
  size_t length;
  size_t capacity;
};

/* The whole document; its warnings alone, as a list. False when memory runs out. */
bool round_write_json(const struct round_file *file, const struct round_result *result,
                      struct round_text *text);
bool round_write_warnings(const struct round_file *file, const struct round_result *result,
                          struct round_text *text);

#endif
