/* A tree's memory, its paths and its look-ups: what every reader of JSON texts shares. */
#include "json_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)64 * 1024)
#define ALIGNMENT sizeof(max_align_t)

/* Nodes and texts of a tree live and die together, so they come from one chain of blocks. */
struct json_memory {
  struct json_memory *next;
  size_t used;
  size_t size;
  _Alignas(max_align_t) char bytes[];
};

void *json_take(struct json_tree *tree, size_t bytes)
{
  size_t need = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  struct json_memory *block = tree->memory;
  if (block == NULL || block->size - block->used < need) {
    size_t size = need > BLOCK_BYTES ? need : BLOCK_BYTES;
    if (need < bytes || size > JSON_MAX_TREE_BYTES - tree->reserved)
      return NULL;
    block = malloc(sizeof *block + size);
    if (block == NULL)
      return NULL;
    tree->reserved += size;
    *block = (struct json_memory){.next = tree->memory, .size = size};
    tree->memory = block;
  }
  block->used += need;
  return block->bytes + block->used - need;
}

char *json_take_text(struct json_tree *tree, const void *text, size_t length)
{
  char *copy = json_take(tree, length + 1);
  if (copy == NULL)
    return NULL;
  if (length > 0)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

static bool is_cut(const char *path)
{
  size_t length = strlen(path);
  return length > JSON_PATH_SIZE - 16 && strcmp(path + length - 3, "...") == 0;
}

static void append_to_path(char path[JSON_PATH_SIZE], const char *text)
{
  static const char cut[] = "...";
  size_t used = strlen(path);
  if (is_cut(path))
    return;
  for (; *text != '\0'; text++) {
    if (used + sizeof cut >= JSON_PATH_SIZE) {
      while (used > 0 && ((unsigned char)path[used - 1] & 0xC0) == 0x80)
        used--;
      if (used > 0 && (unsigned char)path[used - 1] >= 0xC0)
        used--;
      memcpy(path + used, cut, sizeof cut);
      return;
    }
    bool control = (unsigned char)*text < 0x20 || *text == 0x7F;
    path[used++] = control ? '?' : *text;
    path[used] = '\0';
  }
}

void json_path_key(char path[JSON_PATH_SIZE], const char *key)
{
  if (path[0] != '\0')
    append_to_path(path, ".");
  append_to_path(path, key);
}

void json_path_index(char path[JSON_PATH_SIZE], size_t index)
{
  char text[32];
  snprintf(text, sizeof text, "[%zu]", index);
  append_to_path(path, text);
}

size_t json_utf8_point(const char *text, size_t length, uint32_t *point)
{
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  unsigned char lead = length > 0 ? (unsigned char)text[0] : 0xFF;
  size_t bytes = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes == 0 || bytes > length || lead >= 0xF8)
    return 0;
  *point = bytes == 1 ? lead : lead & (0x7FU >> bytes);
  for (size_t i = 1; i < bytes; i++) {
    unsigned char next = (unsigned char)text[i];
    if ((next & 0xC0) != 0x80)
      return 0;
    *point = *point << 6 | (next & 0x3FU);
  }
  bool surrogate = *point >= 0xD800 && *point <= 0xDFFF;
  return *point < least[bytes] || *point > 0x10FFFF || surrogate ? 0 : bytes;
}

void json_free(struct json_tree *tree)
{
  while (tree->memory != NULL) {
    struct json_memory *next = tree->memory->next;
    free(tree->memory);
    tree->memory = next;
  }
  tree->root = NULL;
}

const struct json_value *json_member(const struct json_value *object, const char *key)
{
  if (object == NULL || object->kind != JSON_OBJECT)
    return NULL;
  for (const struct json_value *member = object->first; member != NULL; member = member->next)
    if (strcmp(member->key, key) == 0)
      return member->kind == JSON_NULL ? NULL : member;
  return NULL;
}

bool json_is_text(const struct json_value *value, const char *text)
{
  return value != NULL && value->kind == JSON_STRING && strcmp(value->text, text) == 0;
}
