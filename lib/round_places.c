/* What places and special nominations give: Art. 3, 19, 22. */
#include "round_votes.h"
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

/* What stands against a special nomination: an award of the votes (Art. 22), a floor (Art. 5). */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires scores: kqa_score_or_none(outcome.document) && kqa_score_or_none(outcome.site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art22_awarded: outcome.award != KQA_AWARD_NONE ==> \result != KQA_OK;
  @ ensures art22_floors: \result == KQA_OK ==> kqa_special_floors(*edition, outcome);
  @*/
static int32_t special_status(const struct kqa_edition *edition, struct kqa_outcome outcome)
{
  if (outcome.award != KQA_AWARD_NONE)
    return KQA_E_AWARDED;
  /*@ assert opened: kqa_opened(0); */
  return kqa_special_may_stand(edition, outcome.document, outcome.site) ? KQA_OK : KQA_E_FLOORS;
}

/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures art22_given: kqa_nominated(\old(*outcome), *outcome);
  @*/
static void give_special(struct kqa_outcome *outcome)
{
  give(outcome, KQA_AWARD_NOMINATION, 1);
  outcome->special = 1;
}

struct kqa_fault kqa_round_special_fault(const struct kqa_edition *edition,
                                         const struct kqa_organization *organizations,
                                         int32_t count, const struct kqa_outcome *outcomes)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    int32_t status =
      organizations[i].special_nomination ? special_status(edition, outcomes[i]) : KQA_OK;

    if (status)
      return fault_in_list(status, KQA_FIELD_SPECIAL_NOMINATIONS, i, 0);
  }
  return no_fault();
}

/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires outcome: \valid(outcome) && \base_addr(outcome) != \base_addr(edition);
  @ requires scores: kqa_score_or_none(outcome->document) && kqa_score_or_none(outcome->site);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures edition: *edition == \old(*edition);
  @ ensures sound: kqa_kept_edition(edition);
  @ ensures kept: outcome->award == \old(outcome->award) ==>
  @   kqa_same_result(\old(*outcome), *outcome);
  @ ensures art22_given: outcome->award != \old(outcome->award) ==>
  @   kqa_nominated(\old(*outcome), *outcome);
  @ ensures art22_entitled: outcome->award != \old(outcome->award) ==>
  @   kqa_entitled(\old(*edition), nominated, \old(*outcome));
  @*/
static bool nominate(const struct kqa_edition *edition, int32_t nominated,
                     struct kqa_outcome *outcome)
{
  bool entitled = nominated && special_status(edition, *outcome) == KQA_OK;

  if (entitled)
    give_special(outcome);
  /*@ assert edition: *edition == \at(*edition, Pre); */
  return entitled;
}

int32_t kqa_round_apply_special(const struct kqa_edition *edition,
                                const struct kqa_organization *organizations, int32_t count,
                                struct kqa_outcome *outcomes)
{
  int32_t given = 0;

  /*@ loop invariant place: 0 <= i <= count && 0 <= given <= i;
    @ loop invariant edition: *edition == \at(*edition, Pre);
    @ loop invariant sound: kqa_kept_edition(edition);
    @ loop invariant nominations: \forall integer k; 0 <= k < count ==>
    @   organizations[k].special_nomination == \at(organizations[k].special_nomination, Pre);
    @ loop invariant kept: \forall integer k; 0 <= k < i ==>
    @   outcomes[k].award == \at(outcomes[k].award, Pre) ==>
    @     kqa_same_result(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant given: \forall integer k; 0 <= k < i ==>
    @   outcomes[k].award != \at(outcomes[k].award, Pre) ==>
    @     kqa_nominated(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant entitled: \forall integer k; 0 <= k < i ==>
    @   outcomes[k].award != \at(outcomes[k].award, Pre) ==>
    @     kqa_entitled(\at(*edition, Pre), \at(organizations[k].special_nomination, Pre),
    @                  \at(outcomes[k], Pre));
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   kqa_same_result(\at(outcomes[k], Pre), outcomes[k]);
    @ loop assigns i, given, outcomes[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    given += nominate(edition, organizations[i].special_nomination, &outcomes[i]);
    /*@ assert nominations: \forall integer k; 0 <= k < count ==>
      @   organizations[k].special_nomination == \at(organizations[k].special_nomination, Pre); */
    /*@ assert awards: \forall integer k; 0 <= k < i ==>
      @   outcomes[k].award == \at(outcomes[k].award, LoopCurrent); */
    /*@ assert entitled: \forall integer k; k == i ==>
      @   outcomes[k].award != \at(outcomes[k].award, Pre) ==>
      @     kqa_entitled(\at(*edition, Pre), \at(organizations[k].special_nomination, Pre),
      @                  \at(outcomes[k], Pre)); */
  }
  return given;
}
