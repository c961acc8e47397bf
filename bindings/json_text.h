/* What a builder of a JSON tree needs beside json_tree.h: the tree's memory. */
#ifndef KQAWARD_JSON_TEXT_H
#define KQAWARD_JSON_TEXT_H

#include "json_tree.h"

/* Memory that lives as long as the tree; NULL when there is no more. */
void *json_take(struct json_tree *tree, size_t bytes);
char *json_take_text(struct json_tree *tree, const char *text, size_t length);

#endif
