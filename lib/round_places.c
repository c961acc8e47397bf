/* What places and special nominations give: Art. 3, 19, 22. */
#include "allocation_core.h"
#include "round_core.h"
#include "status_fault.h"

/*@ requires outcome: \valid(outcome);
  @ requires award: award == KQA_AWARD_QUALITY || award == KQA_AWARD_NOMINATION;
  @ terminates \true;
  @ assigns outcome->award, outcome->off_quota, outcome->outcome;
  @ ensures given: outcome->award == award && outcome->off_quota == off_quota;
  @ ensures outcome: outcome->outcome ==
  @   (award == KQA_AWARD_QUALITY ? KQA_OUTCOME_QUALITY : KQA_OUTCOME_NOMINATION);
  @*/
static void give(struct kqa_outcome *outcome, int32_t award, int32_t off_quota)
{
  outcome->award = award;
  outcome->off_quota = off_quota;
  outcome->outcome = award == KQA_AWARD_QUALITY ? KQA_OUTCOME_QUALITY : KQA_OUTCOME_NOMINATION;
}

/* Art. 19, 22: what a place in the quality vote gives. */
/*@ requires outcome: \valid(outcome) && outcome->award == KQA_AWARD_NONE;
  @ terminates \true;
  @ assigns *outcome;
  @ ensures art19_22_taken: kqa_art19_quality(\old(*outcome), *outcome, place);
  @ ensures scores: kqa_same_scores(\old(*outcome), *outcome);
  @ ensures rest: kqa_same_rest(\old(*outcome), *outcome);
  @*/
static void take_quality_place(struct kqa_outcome *outcome, int32_t place)
{
  outcome->quality_place = place;
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
    give(outcome, KQA_AWARD_QUALITY, place == KQA_PLACE_OFF_QUOTA);
  if (place == KQA_PLACE_TIED)
    outcome->outcome = KQA_OUTCOME_TIED;
}

void kqa_round_take_quality_places(struct kqa_outcome *outcomes,
                                   const struct kqa_candidate *candidates, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant taken: \forall integer k; 0 <= k < i ==>
    @   kqa_art19_quality(\at(outcomes[k], Pre), outcomes[k], \at(candidates[k].place, Pre));
    @ loop invariant scores: \forall integer k; 0 <= k < i ==>
    @   kqa_same_scores(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant others: \forall integer k; 0 <= k < i ==>
    @   kqa_same_rest(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   kqa_same_result(\at(outcomes[k], Pre), outcomes[k]);
    @ loop assigns i, outcomes[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    take_quality_place(&outcomes[i], candidates[i].place);
  /*@ assert seated: \forall integer k; 0 <= k < count ==>
    @   (outcomes[k].award == KQA_AWARD_QUALITY && outcomes[k].off_quota == 0 <==>
    @    \at(candidates[k].place, Pre) == KQA_PLACE_SEATED); */
  /*@ ghost
    /@ loop invariant place: 0 <= i <= count;
      @ loop invariant taken: kqa_awards_in_quota(outcomes, i, KQA_AWARD_QUALITY) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_SEATED);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
}

/* Art. 19, 22: what a place in the nomination vote gives one that stands in it. */
/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures art19_22_taken: kqa_art19_nomination(\old(*outcome), *outcome, place);
  @ ensures scores: kqa_same_scores(\old(*outcome), *outcome);
  @ ensures rest: kqa_same_rest(\old(*outcome), *outcome);
  @*/
static void take_nomination_place(struct kqa_outcome *outcome, int32_t place)
{
  outcome->nomination_place = place;
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
    give(outcome, KQA_AWARD_NOMINATION, place == KQA_PLACE_OFF_QUOTA);
  else if (place == KQA_PLACE_TIED)
    outcome->outcome = KQA_OUTCOME_TIED;
  else if (place != KQA_PLACE_NONE)
    outcome->outcome = KQA_OUTCOME_NOT_ELECTED;
}

void kqa_round_take_nomination_places(struct kqa_outcome *outcomes,
                                      const struct kqa_candidate *candidates, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant taken: \forall integer k; 0 <= k < i ==>
    @   kqa_art19_nomination(\at(outcomes[k], Pre), outcomes[k], \at(candidates[k].place, Pre));
    @ loop invariant scores: \forall integer k; 0 <= k < i ==>
    @   kqa_same_scores(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant others: \forall integer k; 0 <= k < i ==>
    @   kqa_same_rest(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   kqa_same_result(\at(outcomes[k], Pre), outcomes[k]);
    @ loop assigns i, outcomes[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    take_nomination_place(&outcomes[i], candidates[i].place);
  /*@ assert seated: \forall integer k; 0 <= k < count ==>
    @   (outcomes[k].award == KQA_AWARD_NOMINATION && outcomes[k].off_quota == 0 <==>
    @    \at(candidates[k].place, Pre) == KQA_PLACE_SEATED); */
  /*@ ghost
    /@ loop invariant place: 0 <= i <= count;
      @ loop invariant taken: kqa_awards_in_quota(outcomes, i, KQA_AWARD_NOMINATION) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_SEATED);
      @ loop invariant quality: kqa_awards_in_quota(outcomes, i, KQA_AWARD_QUALITY) ==
      @   kqa_awards_in_quota{Pre}(outcomes, i, KQA_AWARD_QUALITY);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
}

struct kqa_fault kqa_round_apply_special(const struct kqa_edition *edition,
                                         const struct kqa_round *round,
                                         struct kqa_outcome *outcomes,
                                         struct kqa_round_summary *summary, enum entry_rule rule)
{
  for (int32_t i = 0; i < round->organization_count; i++) {
    bool stands = round->organizations[i].special_nomination != 0;
    int32_t status = KQA_OK;

    if (stands && outcomes[i].award != KQA_AWARD_NONE)
      status = KQA_E_AWARDED;
    else if (stands && !kqa_special_may_stand(edition, outcomes[i].document, outcomes[i].site))
      status = KQA_E_FLOORS;
    if (status && rule == REFUSE_ENTRIES)
      return fault_in_list(status, KQA_FIELD_SPECIAL_NOMINATIONS, i, 0);
    if (stands && !status) {
      give(&outcomes[i], KQA_AWARD_NOMINATION, 1);
      outcomes[i].special = 1;
      summary->nomination.off_quota++;
    }
  }
  return no_fault();
}
