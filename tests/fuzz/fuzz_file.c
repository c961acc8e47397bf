/* Any bytes as a round file: refused with a place, or decided. */
#include "fuzz.h"

#include "round_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require_sentence(const struct round_fault *fault)
{
  char text[1024];

  REQUIRE(fault->fault.status != KQA_OK && kqa_status_name(fault->fault.status)[0] != '\0');
  for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
    round_fault_text(fault, "round.json", language, text, sizeof text);
    REQUIRE(text[0] != '\0');
    round_fault_text(fault, "round.json", language, text, 7);
    REQUIRE(strlen(text) < 7);
  }
}

static void decide(const struct round_file *file)
{
  struct round_result result;
  struct round_fault fault;

  if (!round_file_decide(file, &result, &fault)) {
    require_sentence(&fault);
    return;
  }
  REQUIRE(result.summary.quality.taken <= file->edition.quota_quality);
  REQUIRE(result.summary.nomination.taken <= file->edition.quota_nomination);
  for (int32_t i = 0; i < file->round.organization_count; i++)
    REQUIRE(kqa_outcome_name(result.outcomes[i].outcome)[0] != '\0');
  round_result_free(&result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct json_tree tree = json_read_text((const char *)data, size);
  struct round_file file;
  struct round_fault fault;

  if (tree.root == NULL) {
    fault = round_fault_of_json(&tree.fault);
    require_sentence(&fault);
  } else if (!round_file_read(tree.root, &file, &fault)) {
    require_sentence(&fault);
  } else {
    decide(&file);
    round_file_free(&file);
  }
  json_free(&tree);
  return 0;
}
