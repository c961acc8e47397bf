/* What differs between two results of an organisation: for round_compare.c. */
#ifndef KQAWARD_ROUND_CHANGE_H
#define KQAWARD_ROUND_CHANGE_H

#include "kqaward/round_compare.h"

/* KQA_CHANGED_ bits, all but KQA_CHANGED_FINDINGS. */
/*@ requires outcomes: \valid_read(before) && \valid_read(after);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures some: 0 <= \result && (before->outcome != after->outcome ==> \result != 0);
  @*/
int32_t kqa_changes_between(const struct kqa_outcome *before, const struct kqa_outcome *after);

#endif
