#include "case_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct case_node {
  struct json_value value; /* First, so that a node is found as its value. */
  struct case_node *after;
};

void case_pool_free(struct case_pool *pool)
{
  while (pool->nodes != NULL) {
    struct case_node *node = pool->nodes;

    pool->nodes = node->after;
    free(node);
  }
}

static struct json_value *copy(struct case_pool *pool, const struct json_value *value)
{
  struct case_node *node = malloc(sizeof *node);

  if (node == NULL) {
    fputs("conformance: out of memory\n", stderr);
    exit(2);
  }
  *node = (struct case_node){*value, pool->nodes};
  node->value.next = NULL;
  pool->nodes = node;
  return &node->value;
}

const struct json_value *case_member(const struct json_value *object, const char *key)
{
  if (object == NULL || object->kind != JSON_OBJECT)
    return NULL;
  for (const struct json_value *member = object->first; member != NULL; member = member->next) {
    if (strcmp(member->key, key) == 0)
      return member;
  }
  return NULL;
}

/* An object with the one member `[]` is the base of every element of a list. */
static const struct json_value *element_base(const struct json_value *base)
{
  return base->length == 1 ? case_member(base, "[]") : NULL;
}

static struct json_value **append(struct case_pool *pool, struct json_value *whole,
                                  struct json_value **end, const char *key,
                                  const struct json_value *member)
{
  *end = copy(pool, member);
  (*end)->key = key;
  whole->length++;
  return &(*end)->next;
}

static const struct json_value *merge_list(struct case_pool *pool, const struct json_value *over,
                                           const struct json_value *base)
{
  struct json_value *whole = copy(pool, over);
  struct json_value **end = &whole->first;

  *end = NULL;
  whole->length = 0;
  for (const struct json_value *element = over->first; element != NULL; element = element->next)
    end = append(pool, whole, end, NULL, case_merge(pool, element, base));
  return whole;
}

static const struct json_value *merge_object(struct case_pool *pool, const struct json_value *over,
                                             const struct json_value *base)
{
  struct json_value *whole = copy(pool, over);
  struct json_value **end = &whole->first;

  *end = NULL;
  whole->length = 0;
  for (const struct json_value *member = over->first; member != NULL; member = member->next)
    end = append(pool, whole, end, member->key,
                 case_merge(pool, member, case_member(base, member->key)));
  for (const struct json_value *member = base->first; member != NULL; member = member->next) {
    if (case_member(over, member->key) == NULL && element_base(member) == NULL)
      end = append(pool, whole, end, member->key, member);
  }
  return whole;
}

const struct json_value *case_merge(struct case_pool *pool, const struct json_value *over,
                                    const struct json_value *base)
{
  if (over == NULL)
    return base;
  if (base == NULL || base->kind != JSON_OBJECT)
    return over;
  if (over->kind == JSON_ARRAY && element_base(base) != NULL)
    return merge_list(pool, over, element_base(base));
  return over->kind == JSON_OBJECT ? merge_object(pool, over, base) : over;
}

static bool differ(const char *place, const struct json_value *expect, const struct json_value *got,
                   struct answer *difference)
{
  if (difference == NULL)
    return false;
  answer_text(difference, "place", place);
  answer_value(difference, "expected", expect);
  if (got == NULL)
    answer_text(difference, "got", "nothing under this key");
  else
    answer_value(difference, "got", got);
  return false;
}

static bool match(const char *place, const struct json_value *expect, const struct json_value *got,
                  struct answer *difference);

static bool match_list(const char *place, const struct json_value *expect,
                       const struct json_value *got, struct answer *difference)
{
  const struct json_value *other = got->first;

  if (expect->length != got->length)
    return differ(place, expect, got, difference);
  for (const struct json_value *element = expect->first; element != NULL; element = element->next) {
    if (!match(place, element, other, difference))
      return false;
    other = other->next;
  }
  return true;
}

/* Every finding that is expected stands somewhere among those of the answer. */
static bool match_findings(const struct json_value *expect, const struct json_value *got,
                           struct answer *difference)
{
  for (const struct json_value *wanted = expect->first; wanted != NULL; wanted = wanted->next) {
    const struct json_value *found = got == NULL ? NULL : got->first;

    while (found != NULL && !match("findings", wanted, found, NULL))
      found = found->next;
    if (found == NULL)
      return differ("findings", wanted, got, difference);
  }
  return true;
}

static bool match_contains(const struct json_value *expect, const struct json_value *text,
                           struct answer *difference)
{
  for (const struct json_value *part = expect->first; part != NULL; part = part->next) {
    if (part->kind != JSON_STRING || text == NULL || text->kind != JSON_STRING ||
        strstr(text->text, part->text) == NULL)
      return differ("contains", part, text, difference);
  }
  return true;
}

static bool match_object(const struct json_value *expect, const struct json_value *got,
                         struct answer *difference)
{
  for (const struct json_value *member = expect->first; member != NULL; member = member->next) {
    const struct json_value *other = case_member(got, member->key);
    bool same;

    if (strcmp(member->key, "findings") == 0)
      same = match_findings(member, other, difference);
    else if (strcmp(member->key, "contains") == 0)
      same = match_contains(member, case_member(got, "text"), difference);
    else
      same = match(member->key, member, other, difference);
    if (!same)
      return false;
  }
  return true;
}

static bool match(const char *place, const struct json_value *expect, const struct json_value *got,
                  struct answer *difference)
{
  bool same = got != NULL && expect->kind == got->kind;

  if (same && expect->kind == JSON_OBJECT)
    return match_object(expect, got, difference);
  if (same && expect->kind == JSON_ARRAY)
    return match_list(place, expect, got, difference);
  if (same && expect->kind == JSON_BOOLEAN)
    same = expect->truth == got->truth;
  else if (same && expect->kind != JSON_NULL)
    same = strcmp(expect->text, got->text) == 0;
  return same || differ(place, expect, got, difference);
}

bool case_match(const struct json_value *expect, const struct json_value *got,
                struct answer *difference)
{
  return match("expect", expect, got, difference);
}
