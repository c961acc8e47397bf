/* Prizes without checks of input, for the round. */
#ifndef KQAWARD_PRIZE_CORE_H
#define KQAWARD_PRIZE_CORE_H

#include "kqaward/prize.h"

/* The first fault of a history; fields as in kqa_prize_decide(). */
struct kqa_fault kqa_history_fault(const struct kqa_past_award *history, size_t count);

/* The prize with its findings; everything is sound. */
struct kqa_prize kqa_prize_of(const struct kqa_edition *edition, int32_t award,
                              const struct kqa_past_award *history, size_t count);

/* Whether an award stands that is not revoked. */
bool kqa_has_standing_award(const struct kqa_past_award *history, size_t count);

#endif
