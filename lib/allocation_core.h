/* Seats without checks of input, for the round. */
#ifndef KQAWARD_ALLOCATION_CORE_H
#define KQAWARD_ALLOCATION_CORE_H

#include "kqaward/allocation.h"

/* Gives the seats as kqa_allocate() says; edition, award, present and candidates are sound. */
struct kqa_allocation kqa_give_seats(const struct kqa_edition *edition, int32_t award,
                                     int32_t present, struct kqa_candidate *candidates,
                                     int32_t count);

/* Whether a special nomination may stand; the scores are sound or 0/0. */
bool kqa_special_may_stand(const struct kqa_edition *edition, struct kqa_ratio document,
                           struct kqa_ratio site);

#endif
