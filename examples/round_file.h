/* A round file's JSON tree as the library's struct kqa_round, all errors of its form found. */
#ifndef ROUND_FILE_H
#define ROUND_FILE_H

#include "json_tree.h"
#include "kqaward/kqaward.h"

/* What is wrong with a round file, and where. */
struct round_fault {
  struct kqa_fault fault;    /* Status and field; KQA_FIELD_ROUND where the library has no code. */
  char path[JSON_PATH_SIZE]; /* Such as `organizations[3].site_review.score`; empty for the file. */
  size_t line;               /* Of a text that is not well-formed; else 0. */
  const char *const *expected; /* What would be right, zh and en; NULL: the field's rule. */
};

/* A round with everything the library's view of it does not hold. The lists belong to it. */
struct round_file {
  struct kqa_edition edition; /* The ordinance with `amend` and `readings` applied. */
  struct kqa_criteria criteria;
  struct kqa_round round;
  const char **ids;        /* In the order of the round's organisations. */
  const char **names;      /* Likewise; NULL for one without a name. */
  int32_t *special_places; /* Places of the special nominees, in the order of their list. */
  int32_t special_count;
  struct kqa_organization *organizations;
  struct kqa_incident *incidents;
  struct kqa_sanction *sanctions;
  struct kqa_past_award *history;
  int32_t *percents;
};

/* Results of a round: an outcome for each organisation, and the ranking. */
struct round_result {
  struct kqa_round_summary summary;
  struct kqa_outcome *outcomes;
  struct kqa_ranked *ranking;
};

/* Makes a round of a tree. The round points into the tree and into the file itself. On a fault
 * nothing is kept. */
bool round_file_read(const struct json_value *root, struct round_file *file,
                     struct round_fault *fault);

/* Decides the round and finds what depends on readings. On a fault nothing is kept. */
bool round_file_decide(const struct round_file *file, struct round_result *result,
                       struct round_fault *fault);

/* Decides the round under an edition other than the one it was held under, by
 * kqa_round_decide_under(). On a fault nothing is kept. */
bool round_file_decide_under(const struct round_file *file, struct round_result *result,
                             struct round_fault *fault);

void round_file_free(struct round_file *file);
void round_result_free(struct round_result *result);

/* The fault of a text that is no JSON. */
struct round_fault round_fault_of_json(const struct json_fault *json);

/* Writes one sentence with the path, or with the file's name where the file as a whole is at fault.
 * The buffer is always ended by a NUL. */
void round_fault_text(const struct round_fault *fault, const char *name, int32_t language,
                      char *buffer, size_t capacity);

#endif
