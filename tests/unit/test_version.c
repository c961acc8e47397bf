/* The version of the library and of its headers. */
#include <stdio.h>

#include "support.h"

#include "kqaward/kqaward.h"

static void the_linked_library_is_of_the_headers_version(void **state)
{
  (void)state;
  assert_string_equal(kqa_version(), KQA_VERSION);
}

static void the_version_as_text_is_made_of_its_three_numbers(void **state)
{
  char text[32];

  (void)state;
  snprintf(text, sizeof text, "%d.%d.%d", KQA_VERSION_MAJOR, KQA_VERSION_MINOR, KQA_VERSION_PATCH);
  assert_string_equal(KQA_VERSION, text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_linked_library_is_of_the_headers_version),
    cmocka_unit_test(the_version_as_text_is_made_of_its_three_numbers),
  };
  return cmocka_run_group_tests_name("version", tests, NULL, NULL);
}
