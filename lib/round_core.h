/* The parts of a round. */
#ifndef KQAWARD_ROUND_CORE_H
#define KQAWARD_ROUND_CORE_H

#include "kqaward/round.h"

#include "eligibility_core.h"

/* Whether entries that a reading makes invalid are faults, or are left out. */
enum entry_rule { REFUSE_ENTRIES, LEAVE_ENTRIES_OUT };

/* Everything about the input that can be checked before anything is decided. */
struct kqa_fault kqa_round_input_fault(const struct kqa_edition *edition,
                                       const struct kqa_round *round);

/* Decides a round whose input has no fault. */
struct kqa_round_summary kqa_round_run(const struct kqa_edition *edition,
                                       const struct kqa_round *round, struct kqa_outcome *outcomes,
                                       struct kqa_ranked *ranked, struct kqa_candidate *candidates,
                                       enum entry_rule rule);

/* The case of an organisation's qualification check. */
struct eligibility_case kqa_round_case(const struct kqa_round *round,
                                       const struct kqa_organization *organization);

/* An organisation's earlier awards. */
const struct kqa_past_award *kqa_round_history(const struct kqa_round *round,
                                               const struct kqa_organization *organization);

#endif
