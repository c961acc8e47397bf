/* A JSON text as the tree of json_tree.h, without a parser library. Strict RFC 8259: the same texts
 * are refused, with the same place, as by the reader of the example programs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_store.h"

struct level {
  struct json_value *container;
  struct json_value *last;
  const char *key;
};

struct parser {
  struct json_tree *tree;
  struct json_value *root;
  const char *text;
  const char *at;
  const char *end;
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

static size_t line_of(const char *text, const char *at)
{
  size_t line = 1;
  for (; text < at; text++)
    line += *text == '\n';
  return line;
}

static bool stop(struct parser *parser, enum json_status status)
{
  struct json_fault *fault = &parser->tree->fault;
  fault->status = status;
  fault->line = line_of(parser->text, parser->at);
  write_path(parser, false, fault->path);
  return false;
}

static bool stop_here(struct parser *parser)
{
  return stop(parser, parser->at == parser->end ? JSON_E_TRUNCATED : JSON_E_SYNTAX);
}

static void skip_blanks(struct parser *parser)
{
  while (parser->at < parser->end &&
         (*parser->at == ' ' || *parser->at == '\t' || *parser->at == '\n' || *parser->at == '\r'))
    parser->at++;
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

static bool read_literal(struct parser *parser, const char *word, enum json_kind kind, bool truth)
{
  for (; *word != '\0'; word++, parser->at++)
    if (parser->at == parser->end || *parser->at != *word)
      return stop_here(parser);
  struct json_value *value = append(parser, kind);
  if (value == NULL)
    return false;
  value->truth = truth;
  return true;
}

static bool read_digits(struct parser *parser)
{
  const char *first = parser->at;
  while (parser->at < parser->end && *parser->at >= '0' && *parser->at <= '9')
    parser->at++;
  return parser->at > first || stop_here(parser);
}

static bool scan_number(struct parser *parser)
{
  if (*parser->at == '-')
    parser->at++;
  if (parser->at < parser->end && *parser->at == '0')
    parser->at++;
  else if (!read_digits(parser))
    return false;
  if (parser->at < parser->end && *parser->at == '.') {
    parser->at++;
    if (!read_digits(parser))
      return false;
  }
  if (parser->at == parser->end || (*parser->at != 'e' && *parser->at != 'E'))
    return true;
  parser->at++;
  if (parser->at < parser->end && (*parser->at == '+' || *parser->at == '-'))
    parser->at++;
  return read_digits(parser);
}

static bool read_number(struct parser *parser)
{
  const char *first = parser->at;
  if (!scan_number(parser))
    return false;
  size_t length = (size_t)(parser->at - first);
  struct json_value *value = append(parser, JSON_NUMBER);
  if (value == NULL)
    return false;
  value->length = length;
  value->text = json_take_text(parser->tree, first, length);
  return value->text != NULL || stop(parser, JSON_E_MEMORY);
}

static uint32_t hex_unit(const char *at)
{
  uint32_t unit = 0;
  for (int i = 0; i < 4; i++) {
    char digit = at[i];
    uint32_t value = digit >= '0' && digit <= '9'   ? (uint32_t)(digit - '0')
                     : digit >= 'a' && digit <= 'f' ? (uint32_t)(digit - 'a' + 10)
                     : digit >= 'A' && digit <= 'F' ? (uint32_t)(digit - 'A' + 10)
                                                    : 16;
    if (value == 16)
      return 0x10000;
    unit = unit * 16 + value;
  }
  return unit;
}

static char *write_utf8(char *out, uint32_t point)
{
  if (point < 0x80) {
    *out++ = (char)point;
    return out;
  }
  int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  static const uint32_t leads[] = {0, 0xC0, 0xE0, 0xF0};
  *out++ = (char)(leads[more] | point >> (6 * more));
  while (more-- > 0)
    *out++ = (char)(0x80 | (point >> (6 * more) & 0x3F));
  return out;
}

/* One escape; NULL on a fault. first_unsound() has refused what no text can hold. */
static char *read_escape(struct parser *parser, char *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *letter = parser->at < parser->end ? strchr(letters, *parser->at) : NULL;
  if (letter != NULL && *letter != '\0') {
    *out++ = values[letter - letters];
    parser->at++;
    return out;
  }
  bool complete = parser->end - parser->at >= 5 && *parser->at == 'u';
  uint32_t unit = complete ? hex_unit(parser->at + 1) : 0x10000;
  if (unit == 0x10000) {
    stop_here(parser);
    return NULL;
  }
  parser->at += 5;
  if (unit < 0xD800 || unit > 0xDFFF)
    return write_utf8(out, unit);
  uint32_t low = hex_unit(parser->at + 2);
  parser->at += 6;
  return write_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
}

/* Where the string at the parser's place ends; the decoded text is never longer than its source. */
static const char *end_of_string(const struct parser *parser)
{
  const char *at = parser->at;
  while (at < parser->end && *at != '"')
    at += *at == '\\' && at + 1 < parser->end ? 2 : 1;
  return at;
}

static const char *read_string(struct parser *parser, size_t *length)
{
  parser->at++;
  char *text = json_take(parser->tree, (size_t)(end_of_string(parser) - parser->at) + 1);
  if (text == NULL) {
    stop(parser, JSON_E_MEMORY);
    return NULL;
  }
  char *out = text;
  while (parser->at < parser->end && *parser->at != '"') {
    if ((unsigned char)*parser->at < 0x20) {
      stop_here(parser);
      return NULL;
    }
    if (*parser->at == '\\') {
      parser->at++;
      out = read_escape(parser, out);
      if (out == NULL)
        return NULL;
    } else {
      *out++ = *parser->at++;
    }
  }
  if (parser->at == parser->end) {
    stop_here(parser);
    return NULL;
  }
  parser->at++;
  *out = '\0';
  *length = (size_t)(out - text);
  return text;
}

static bool read_text(struct parser *parser)
{
  size_t length = 0;
  const char *text = read_string(parser, &length);
  struct json_value *value = text == NULL ? NULL : append(parser, JSON_STRING);
  if (value == NULL)
    return false;
  value->text = text;
  value->length = length;
  return true;
}

static int by_key(const void *a, const void *b)
{
  const struct member_place *left = a;
  const struct member_place *right = b;
  int order = strcmp(left->key, right->key);
  return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

/* The second of two equal keys that stands first; few members are compared each with each. */
static const char *duplicate_of_few(const struct json_value *object)
{
  const struct json_value *member = object->first;
  for (; member != NULL; member = member->next)
    for (const struct json_value *earlier = object->first; earlier != member;
         earlier = earlier->next)
      if (strcmp(earlier->key, member->key) == 0)
        return member->key;
  return NULL;
}

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

static bool refuse_duplicates(struct parser *parser, const struct json_value *object)
{
  const char *key = NULL;
  if (object->length <= 16) {
    key = duplicate_of_few(object);
  } else {
    struct member_place *places = malloc(object->length * sizeof *places);
    if (places == NULL)
      return stop(parser, JSON_E_MEMORY);
    key = duplicate_key(object, places);
    free(places);
  }
  if (key == NULL)
    return true;
  struct json_fault *fault = &parser->tree->fault;
  fault->status = JSON_E_DUPLICATE;
  fault->line = line_of(parser->text, parser->at);
  write_path(parser, true, fault->path);
  json_path_key(fault->path, key);
  return false;
}

static bool open_container(struct parser *parser, enum json_kind kind)
{
  if (parser->depth == JSON_MAX_DEPTH)
    return stop(parser, JSON_E_DEPTH);
  struct json_value *value = append(parser, kind);
  if (value == NULL)
    return false;
  parser->at++;
  parser->levels[parser->depth++] = (struct level){.container = value};
  return true;
}

static bool read_value(struct parser *parser)
{
  skip_blanks(parser);
  if (parser->at == parser->end)
    return stop_here(parser);
  switch (*parser->at) {
  case '{':
    return open_container(parser, JSON_OBJECT);
  case '[':
    return open_container(parser, JSON_ARRAY);
  case '"':
    return read_text(parser);
  case 't':
    return read_literal(parser, "true", JSON_BOOLEAN, true);
  case 'f':
    return read_literal(parser, "false", JSON_BOOLEAN, false);
  case 'n':
    return read_literal(parser, "null", JSON_NULL, false);
  default:
    if (*parser->at != '-' && (*parser->at < '0' || *parser->at > '9'))
      return stop_here(parser);
    return read_number(parser);
  }
}

static bool read_key(struct parser *parser)
{
  size_t length = 0;
  if (parser->at == parser->end || *parser->at != '"')
    return stop_here(parser);
  const char *key = read_string(parser, &length);
  if (key == NULL)
    return false;
  parser->levels[parser->depth - 1].key = key;
  skip_blanks(parser);
  if (parser->at == parser->end || *parser->at != ':')
    return stop_here(parser);
  parser->at++;
  return true;
}

/* The next element or member of the innermost container, or its end. */
static bool step(struct parser *parser)
{
  struct level *level = &parser->levels[parser->depth - 1];
  struct json_value *container = level->container;
  bool object = container->kind == JSON_OBJECT;
  skip_blanks(parser);
  if (parser->at < parser->end && *parser->at == (object ? '}' : ']')) {
    if (object && !refuse_duplicates(parser, container))
      return false;
    parser->at++;
    parser->depth--;
    return true;
  }
  if (container->length > 0) {
    if (parser->at == parser->end || *parser->at != ',')
      return stop_here(parser);
    parser->at++;
    skip_blanks(parser);
  }
  return (!object || read_key(parser)) && read_value(parser);
}

static bool read_all(struct parser *parser)
{
  if (!read_value(parser))
    return false;
  while (parser->depth > 0)
    if (!step(parser))
      return false;
  skip_blanks(parser);
  return parser->at == parser->end || stop_here(parser);
}

/* Length of a sound escape at the start of text; 0 for U+0000 and for half a surrogate pair. */
static size_t escape_length(const char *text, size_t length)
{
  uint32_t unit = length < 6 || text[1] != 'u' ? 0x10000 : hex_unit(text + 2);
  if (unit == 0x10000)
    return length < 2 ? length : 2;
  if (unit < 0xD800 || unit > 0xDFFF)
    return unit == 0 ? 0 : 6;
  bool pair = unit < 0xDC00 && length >= 12 && text[6] == '\\' && text[7] == 'u';
  uint32_t low = pair ? hex_unit(text + 8) : 0;
  return low >= 0xDC00 && low <= 0xDFFF ? 12 : 0;
}

static const char *first_unsound(const char *text, size_t length)
{
  size_t at = 0;
  while (at < length) {
    uint32_t point = 0;
    size_t step = 1;
    if (text[at] == '\\')
      step = escape_length(text + at, length - at);
    else if ((unsigned char)text[at] >= 0x80)
      step = json_utf8_point(text + at, length - at, &point);
    if (step == 0)
      return text + at;
    at += step;
  }
  return NULL;
}

struct json_tree json_read_text(const char *text, size_t length)
{
  struct json_tree tree = {0};
  if (length > JSON_MAX_BYTES) {
    tree.fault.status = JSON_E_TOO_LARGE;
    return tree;
  }
  const char *unsound = first_unsound(text, length);
  if (unsound != NULL) {
    tree.fault.status = JSON_E_ENCODING;
    tree.fault.line = line_of(text, unsound);
    return tree;
  }
  struct parser parser = {.tree = &tree, .text = text, .at = text, .end = text + length};
  if (read_all(&parser))
    tree.root = parser.root;
  return tree;
}
