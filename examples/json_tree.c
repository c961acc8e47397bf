#include "json_tree.h"

#include "json_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

struct level {
  struct json_value *container;
  struct json_value *last;
  const char *key; /* Key read whose value is still to come or at work. */
};

struct parser {
  struct json_tree *tree;
  struct json_value *root;
  size_t depth;
  struct level levels[JSON_MAX_DEPTH];
};

struct member_place {
  const char *key;
  size_t order;
};

/* The place that the parser has reached; without the innermost key when `outer` is set. */
static void write_path(const struct parser *parser, bool outer, char path[JSON_PATH_SIZE])
{
  path[0] = '\0';
  for (size_t i = 0; i < parser->depth; i++) {
    const struct level *level = &parser->levels[i];
    bool innermost = i + 1 == parser->depth;
    if (innermost && outer)
      return;
    if (level->container->kind == JSON_ARRAY)
      json_path_index(path, level->container->length - (innermost ? 0 : 1));
    else if (level->key != NULL)
      json_path_key(path, level->key);
  }
}

static int stop(struct parser *parser, enum json_status status)
{
  parser->tree->fault.status = status;
  write_path(parser, false, parser->tree->fault.path);
  return 0;
}

static struct json_value *append(struct parser *parser, enum json_kind kind)
{
  struct json_value *value = json_take(parser->tree, sizeof *value);
  if (value == NULL) {
    stop(parser, JSON_E_MEMORY);
    return NULL;
  }
  *value = (struct json_value){.kind = kind};
  if (parser->depth == 0) {
    parser->root = value;
    return value;
  }
  struct level *level = &parser->levels[parser->depth - 1];
  value->key = level->key;
  if (level->last == NULL)
    level->container->first = value;
  else
    level->last->next = value;
  level->last = value;
  level->container->length++;
  return value;
}

static int on_null(void *context)
{
  return append(context, JSON_NULL) != NULL;
}

static int on_boolean(void *context, int truth)
{
  struct json_value *value = append(context, JSON_BOOLEAN);
  if (value == NULL)
    return 0;
  value->truth = truth != 0;
  return 1;
}

static int append_text(struct parser *parser, enum json_kind kind, const void *text, size_t length)
{
  struct json_value *value = append(parser, kind);
  if (value == NULL)
    return 0;
  value->length = length;
  value->text = json_take_text(parser->tree, text, length);
  return value->text != NULL ? 1 : stop(parser, JSON_E_MEMORY);
}

static int on_number(void *context, const char *text, size_t length)
{
  return append_text(context, JSON_NUMBER, text, length);
}

static int on_string(void *context, const unsigned char *text, size_t length)
{
  return append_text(context, JSON_STRING, text, length);
}

static int on_key(void *context, const unsigned char *text, size_t length)
{
  struct parser *parser = context;
  struct level *level = &parser->levels[parser->depth - 1];
  level->key = json_take_text(parser->tree, text, length);
  return level->key != NULL ? 1 : stop(parser, JSON_E_MEMORY);
}

static int open_container(struct parser *parser, enum json_kind kind)
{
  if (parser->depth == JSON_MAX_DEPTH)
    return stop(parser, JSON_E_DEPTH);
  struct json_value *value = append(parser, kind);
  if (value == NULL)
    return 0;
  parser->levels[parser->depth++] = (struct level){.container = value};
  return 1;
}

static int on_object_start(void *context)
{
  return open_container(context, JSON_OBJECT);
}

static int on_array_start(void *context)
{
  return open_container(context, JSON_ARRAY);
}

static int by_key(const void *a, const void *b)
{
  const struct member_place *left = a;
  const struct member_place *right = b;
  int order = strcmp(left->key, right->key);
  return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

/* Sorting keeps an object of very many members from taking quadratic time. */
static const char *duplicate_key(const struct json_value *object, struct member_place *places)
{
  size_t count = 0;
  for (const struct json_value *member = object->first; member != NULL; member = member->next) {
    places[count] = (struct member_place){.key = member->key, .order = count};
    count++;
  }
  qsort(places, count, sizeof *places, by_key);
  const struct member_place *found = NULL;
  for (size_t i = 1; i < count; i++) {
    bool same = strcmp(places[i - 1].key, places[i].key) == 0;
    if (same && (found == NULL || places[i].order < found->order))
      found = &places[i];
  }
  return found == NULL ? NULL : found->key;
}

static int refuse_duplicates(struct parser *parser, const struct json_value *object)
{
  if (object->length < 2)
    return 1;
  struct member_place *places = malloc(object->length * sizeof *places);
  if (places == NULL)
    return stop(parser, JSON_E_MEMORY);
  const char *key = duplicate_key(object, places);
  free(places);
  if (key == NULL)
    return 1;
  struct json_fault *fault = &parser->tree->fault;
  fault->status = JSON_E_DUPLICATE;
  write_path(parser, true, fault->path);
  json_path_key(fault->path, key);
  return 0;
}

static int on_object_end(void *context)
{
  struct parser *parser = context;
  if (!refuse_duplicates(parser, parser->levels[parser->depth - 1].container))
    return 0;
  parser->depth--;
  return 1;
}

static int on_array_end(void *context)
{
  struct parser *parser = context;
  parser->depth--;
  return 1;
}

static const yajl_callbacks callbacks = {
  .yajl_null = on_null,
  .yajl_boolean = on_boolean,
  .yajl_number = on_number,
  .yajl_string = on_string,
  .yajl_start_map = on_object_start,
  .yajl_map_key = on_key,
  .yajl_end_map = on_object_end,
  .yajl_start_array = on_array_start,
  .yajl_end_array = on_array_end,
};

static size_t line_of(const char *text, size_t offset)
{
  size_t line = 1;
  for (size_t i = 0; i < offset; i++)
    line += text[i] == '\n';
  return line;
}

/* The code unit of `\uXXXX` at the start of text; 0x10000 where there is none. */
static uint32_t escaped_unit(const char *text, size_t length)
{
  static const char digits[] = "0123456789abcdefABCDEF";
  if (length < 6 || text[0] != '\\' || text[1] != 'u')
    return 0x10000;
  uint32_t unit = 0;
  for (size_t i = 2; i < 6; i++) {
    const char *digit = text[i] == '\0' ? NULL : strchr(digits, text[i]);
    if (digit == NULL)
      return 0x10000;
    uint32_t value = (uint32_t)(digit - digits);
    unit = unit * 16 + (value > 15 ? value - 6 : value);
  }
  return unit;
}

/* Length of a sound escape at the start of text; 0 for U+0000 and for half a surrogate pair, which
 * yajl would let pass as other text. */
static size_t escape_length(const char *text, size_t length)
{
  uint32_t unit = escaped_unit(text, length);
  if (unit == 0x10000)
    return length < 2 ? length : 2;
  if (unit < 0xD800 || unit > 0xDFFF)
    return unit == 0 ? 0 : 6;
  uint32_t low = unit < 0xDC00 ? escaped_unit(text + 6, length - 6) : 0;
  return low >= 0xDC00 && low <= 0xDFFF ? 12 : 0;
}

/* Offset of the first byte that is no sound text; length when all is sound. */
static size_t first_unsound(const char *text, size_t length)
{
  size_t at = 0;
  while (at < length) {
    size_t step = 1;
    if (text[at] == '\\') {
      step = escape_length(text + at, length - at);
    } else if ((unsigned char)text[at] >= 0x80) {
      uint32_t point = 0;
      step = json_utf8_point(text + at, length - at, &point);
    }
    if (step == 0)
      return at;
    at += step;
  }
  return length;
}

static void parse(struct parser *parser, yajl_handle handle, const char *text, size_t length)
{
  struct json_fault *fault = &parser->tree->fault;
  yajl_status status = yajl_parse(handle, (const unsigned char *)text, length);
  size_t reached = yajl_get_bytes_consumed(handle);
  if (status == yajl_status_ok) {
    reached = length;
    status = yajl_complete_parse(handle);
    if (status == yajl_status_error)
      stop(parser, JSON_E_TRUNCATED);
  } else if (status == yajl_status_error) {
    stop(parser, JSON_E_SYNTAX);
  }
  if (status != yajl_status_ok)
    fault->line = line_of(text, reached);
  else
    parser->tree->root = parser->root;
}

struct json_tree json_read_text(const char *text, size_t length)
{
  struct json_tree tree = {0};
  if (length > JSON_MAX_BYTES) {
    tree.fault.status = JSON_E_TOO_LARGE;
    return tree;
  }
  size_t unsound = first_unsound(text, length);
  if (unsound < length) {
    tree.fault = (struct json_fault){.status = JSON_E_ENCODING, .line = line_of(text, unsound)};
    return tree;
  }
  struct parser parser = {.tree = &tree};
  yajl_handle handle = yajl_alloc(&callbacks, NULL, &parser);
  if (handle == NULL) {
    tree.fault.status = JSON_E_MEMORY;
    return tree;
  }
  parse(&parser, handle, text, length);
  yajl_free(handle);
  return tree;
}

/* Stops one byte beyond the limit, however large the file is. */
static enum json_status read_stream(FILE *stream, char **text, size_t *length)
{
  size_t capacity = BLOCK_BYTES;
  *length = 0;
  *text = malloc(capacity);
  while (*text != NULL) {
    *length += fread(*text + *length, 1, capacity - *length, stream);
    if (ferror(stream))
      return JSON_E_UNREADABLE;
    if (*length > JSON_MAX_BYTES)
      return JSON_E_TOO_LARGE;
    if (*length < capacity)
      return JSON_OK;
    capacity *= 2;
    char *grown = realloc(*text, capacity);
    if (grown == NULL)
      return JSON_E_MEMORY;
    *text = grown;
  }
  return JSON_E_MEMORY;
}

struct json_tree json_read_file(const char *name)
{
  struct json_tree tree = {0};
  bool standard_input = strcmp(name, "-") == 0;
  FILE *stream = standard_input ? stdin : fopen(name, "rb");
  if (stream == NULL) {
    tree.fault.status = JSON_E_UNREADABLE;
    return tree;
  }
  char *text = NULL;
  size_t length = 0;
  enum json_status status = read_stream(stream, &text, &length);
  if (!standard_input)
    fclose(stream);
  if (status == JSON_OK)
    tree = json_read_text(text, length);
  else
    tree.fault.status = status;
  free(text);
  return tree;
}
