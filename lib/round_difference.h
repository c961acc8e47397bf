/* What differs between two results of an organisation: for round_change.c and round_compare.c. */
#ifndef KQAWARD_ROUND_DIFFERENCE_H
#define KQAWARD_ROUND_DIFFERENCE_H

#include "kqaward/round_compare.h"

/* One side's findings on one organisation. */
struct kqa_side {
  int32_t count;
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
};

/* KQA_CHANGED_ bits, all but KQA_CHANGED_FINDINGS. */
/*@ requires outcomes: \valid_read(before) && \valid_read(after);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures some: 0 <= \result && (before->outcome != after->outcome ==> \result != 0);
  @*/
int32_t kqa_changes_between(const struct kqa_outcome *before, const struct kqa_outcome *after);

/* What differs, and the first provision on which the two sides differ. */
/*@ requires outcomes: \valid_read(before) && \valid_read(after);
  @ requires sides: \valid_read(one) && \valid_read(other) &&
  @   0 <= one->count <= KQA_ROUND_FINDINGS && 0 <= other->count <= KQA_ROUND_FINDINGS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures outcomes: \result.outcome_before == before->outcome &&
  @   \result.outcome_after == after->outcome;
  @ ensures prizes: \result.prize_before == before->prize && \result.prize_after == after->prize;
  @ ensures status: \result.fault.status == KQA_OK;
  @*/
struct kqa_change kqa_compare_sides(const struct kqa_outcome *before,
                                    const struct kqa_outcome *after, const struct kqa_side *one,
                                    const struct kqa_side *other);

#endif
