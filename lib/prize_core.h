/* Prizes without checks of input, for the round. */
#ifndef KQAWARD_PRIZE_CORE_H
#define KQAWARD_PRIZE_CORE_H

#include "kqaward/prize.h"

/* The first fault of a history; fields as in kqa_prize_decide(). */
/*@ requires history: \valid_read(history + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_history(history, count);
  @*/
struct kqa_fault kqa_history_fault(const struct kqa_past_award *history, size_t count);

/* The prize with its findings; everything is sound. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires history: \valid_read(history + (0 .. count - 1)) &&
  @   kqa_sound_history(history, count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK && \result.count == 2;
  @ ensures art24_not_repeated: kqa_won_before(edition, award, history, count) ==>
  @   \result.amount == 0;
  @ ensures art24_amount: !kqa_won_before(edition, award, history, count) ==>
  @   \result.amount == \max(0, \min(kqa_full_prize(edition, award),
  @     edition->prize_cap - kqa_paid(edition, history, count)));
  @ ensures art24_cap: 0 <= \result.amount && (\result.amount == 0 ||
  @   kqa_paid(edition, history, count) + \result.amount <= edition->prize_cap);
  @*/
struct kqa_prize kqa_prize_of(const struct kqa_edition *edition, int32_t award,
                              const struct kqa_past_award *history, size_t count);

/* Whether an award stands that is not revoked. */
/*@ requires history: \valid_read(history + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art22_former: \result <==> \exists integer i; 0 <= i < count && history[i].revoked == 0;
  @*/
bool kqa_has_standing_award(const struct kqa_past_award *history, size_t count);

#endif
