/* The place of a fault in a text: however long its keys are, it stays in its room. */
#include "json_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct guarded {
  char path[JSON_PATH_SIZE];
  char guard[16];
};

static const char untouched[16] = "untouched bytes";

/* A path of one key of `length` bytes. */
static struct guarded path_of(size_t length)
{
  struct guarded place = {.path = ""};
  char key[2 * JSON_PATH_SIZE] = "";

  memcpy(place.guard, untouched, sizeof untouched);
  memset(key, 'k', length);
  json_path_key(place.path, key);
  return place;
}

static void require_inside(const struct guarded *place)
{
  assert_memory_equal(place->guard, untouched, sizeof untouched);
  assert_non_null(memchr(place->path, '\0', JSON_PATH_SIZE));
}

static void a_key_after_a_key_of_any_length_stays_in_the_path(void **state)
{
  (void)state;
  for (size_t length = 0; length < 2 * JSON_PATH_SIZE; length++) {
    struct guarded place = path_of(length);

    json_path_key(place.path, "x");
    require_inside(&place);
    json_path_key(place.path, "another");
    require_inside(&place);
  }
}

static void an_index_after_a_key_of_any_length_stays_in_the_path(void **state)
{
  (void)state;
  for (size_t length = 0; length < 2 * JSON_PATH_SIZE; length++) {
    struct guarded place = path_of(length);

    json_path_index(place.path, SIZE_MAX);
    require_inside(&place);
    json_path_key(place.path, "x");
    require_inside(&place);
  }
}

static void a_path_that_is_cut_says_so(void **state)
{
  struct guarded place = path_of(JSON_PATH_SIZE - 4);

  (void)state;
  json_path_key(place.path, "x");
  assert_string_equal(place.path + strlen(place.path) - 3, "...");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_key_after_a_key_of_any_length_stays_in_the_path),
    cmocka_unit_test(an_index_after_a_key_of_any_length_stays_in_the_path),
    cmocka_unit_test(a_path_that_is_cut_says_so),
  };
  return cmocka_run_group_tests_name("json path", tests, NULL, NULL);
}
