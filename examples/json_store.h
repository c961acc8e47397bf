/* What a reader needs beside json_tree.h to build a tree: the tree's memory. */
#ifndef JSON_STORE_H
#define JSON_STORE_H

#include "json_tree.h"

/* Memory that lives as long as the tree; NULL when there is no more. */
void *json_take(struct json_tree *tree, size_t bytes);
char *json_take_text(struct json_tree *tree, const void *text, size_t length);

#endif
