/* A JSON text as a small tree. A number keeps its source text, an object the order of its members.
 * Refused with the place of the fault: a key that stands twice in its object, text that is not
 * UTF-8 or holds U+0000, a text that ends early, nesting deeper than JSON_MAX_DEPTH, a text that is
 * too large. */
#ifndef JSON_TREE_H
#define JSON_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JSON_MAX_DEPTH 64
#define JSON_MAX_BYTES ((size_t)128 * 1024 * 1024)
#define JSON_MAX_TREE_BYTES ((size_t)1024 * 1024 * 1024)
#define JSON_PATH_SIZE 256

enum json_kind { JSON_NULL, JSON_BOOLEAN, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_value {
  enum json_kind kind;
  bool truth;               /* Of a boolean. */
  size_t length;            /* Bytes of text, or how many elements or members. */
  const char *key;          /* Of a member of an object, ended by a NUL; else NULL. */
  const char *text;         /* A number as written, a string in UTF-8; ended by a NUL. */
  struct json_value *first; /* First element or member. */
  struct json_value *next;  /* The next one beside this value. */
};

enum json_status {
  JSON_OK,
  JSON_E_UNREADABLE, /* Cannot be opened or read. */
  JSON_E_TOO_LARGE,
  JSON_E_ENCODING,
  JSON_E_SYNTAX,
  JSON_E_TRUNCATED, /* Ends before the value does. */
  JSON_E_DEPTH,
  JSON_E_DUPLICATE, /* path names the key that stands twice. */
  JSON_E_MEMORY
};

struct json_fault {
  enum json_status status;
  size_t line;               /* From 1; 0 where no line is at fault. */
  char path[JSON_PATH_SIZE]; /* Such as `organizations[3].id`; empty for the text as a whole. */
};

struct json_memory;

struct json_tree {
  struct json_fault fault;
  const struct json_value *root; /* NULL on a fault. */
  struct json_memory *memory;
  size_t reserved; /* Bytes of memory; beyond JSON_MAX_TREE_BYTES the text is refused. */
};

/* Reads a whole file, or standard input for "-". */
struct json_tree json_read_file(const char *name);

struct json_tree json_read_text(const char *text, size_t length);

/* Also after a fault; a second call does nothing. */
void json_free(struct json_tree *tree);

/* The member of that key; NULL when it is absent or null, or when the value is no object. */
const struct json_value *json_member(const struct json_value *object, const char *key);

/* Whether the value is a string of exactly this text. */
bool json_is_text(const struct json_value *value, const char *text);

/* Length of the first character of UTF-8 text, which is stored in point; 0 when it is not sound. */
size_t json_utf8_point(const char *text, size_t length, uint32_t *point);

/* Appends `.key` (a bare `key` at the start) or `[index]` to a path, in at most JSON_PATH_SIZE
 * bytes. A long path ends in `...`; control characters become `?`. */
void json_path_key(char path[JSON_PATH_SIZE], const char *key);
void json_path_index(char path[JSON_PATH_SIZE], size_t index);

#endif
