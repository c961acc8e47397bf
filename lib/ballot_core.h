/* The vote without checks of input, for the rooms that have checked it. */
#ifndef KQAWARD_BALLOT_CORE_H
#define KQAWARD_BALLOT_CORE_H

#include "kqaward/ballot.h"

/* The first fault of a meeting; fields as in kqa_vote_validity(). */
struct kqa_fault kqa_meeting_fault(int32_t members, int32_t convened_by, int32_t present);

/* Whether the convener and the quorum make a vote valid. */
bool kqa_is_valid_vote(const struct kqa_edition *edition, int32_t members, int32_t convened_by,
                       int32_t present);

/* Whether so many votes pass. */
bool kqa_is_approved(const struct kqa_edition *edition, int32_t present, int32_t yes);

struct kqa_finding kqa_convener_finding(int32_t convened_by);
struct kqa_finding kqa_quorum_finding(const struct kqa_edition *edition, int32_t members,
                                      int32_t present);
struct kqa_finding kqa_approval_finding(const struct kqa_edition *edition, int32_t present,
                                        int32_t yes);

#endif
