/* Both votes of a round: Art. 19, 22. */
#include "round_votes.h"

#include "ballot_core.h"

bool kqa_round_is_in_votes(const struct kqa_outcome *outcome)
{
  return outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0;
}

/*@ predicate not_counted(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.award == before.award && after.off_quota == before.off_quota &&
  @   after.quality_place == before.quality_place &&
  @   after.nomination_place == before.nomination_place &&
  @   (kqa_in_votes(after) ==> kqa_in_votes(before)) &&
  @   (!kqa_in_votes(before) ==> after.outcome == before.outcome);
  @*/

/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures not_counted: not_counted(\old(*outcome), *outcome);
  @ ensures void: kqa_in_votes(\old(*outcome)) ==> outcome->outcome == KQA_OUTCOME_VOTE_VOID;
  @ ensures scores: kqa_same_scores(\old(*outcome), *outcome);
  @ ensures rest: kqa_same_rest(\old(*outcome), *outcome);
  @*/
static void end_void(struct kqa_outcome *outcome)
{
  if (kqa_round_is_in_votes(outcome))
    outcome->outcome = KQA_OUTCOME_VOTE_VOID;
}

/* A void vote ends it for all that stand. */
/*@ requires outcomes: \valid(outcomes + (0 .. count - 1)) && 0 <= count;
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1];
  @ ensures not_counted: \forall integer k; 0 <= k < count ==>
  @   not_counted(\old(outcomes[k]), outcomes[k]);
  @ ensures art19_void: \forall integer k; 0 <= k < count && kqa_in_votes(\old(outcomes[k])) ==>
  @   outcomes[k].outcome == KQA_OUTCOME_VOTE_VOID;
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < count ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @ ensures quality: kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY) ==
  @   \old(kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY));
  @ ensures nomination: kqa_awards_in_quota(outcomes, count, KQA_AWARD_NOMINATION) ==
  @   \old(kqa_awards_in_quota(outcomes, count, KQA_AWARD_NOMINATION));
  @*/
static void end_all_void(struct kqa_outcome *outcomes, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant not_counted: \forall integer k; 0 <= k < i ==>
    @   not_counted(\at(outcomes[k], Pre), outcomes[k]);
    @ loop invariant void: \forall integer k; 0 <= k < i &&
    @   kqa_in_votes(\at(outcomes[k], Pre)) ==> outcomes[k].outcome == KQA_OUTCOME_VOTE_VOID;
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
    end_void(&outcomes[i]);
  /*@ assert awards: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].award == \at(outcomes[k].award, Pre) &&
    @   outcomes[k].off_quota == \at(outcomes[k].off_quota, Pre); */
  /*@ ghost
    /@ loop invariant place: 0 <= i <= count;
      @ loop invariant quality: kqa_awards_in_quota(outcomes, i, KQA_AWARD_QUALITY) ==
      @   kqa_awards_in_quota{Pre}(outcomes, i, KQA_AWARD_QUALITY);
      @ loop invariant nomination: kqa_awards_in_quota(outcomes, i, KQA_AWARD_NOMINATION) ==
      @   kqa_awards_in_quota{Pre}(outcomes, i, KQA_AWARD_NOMINATION);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: \valid_read(round) && \valid_read(vote) && kqa_sound_vote(round, vote);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures state: KQA_VOTE_NOT_HELD <= \result <= KQA_VOTE_COUNTED &&
  @   (\result == KQA_VOTE_NOT_HELD <==> vote->held == 0);
  @ ensures art19_valid: \result == KQA_VOTE_COUNTED <==> vote->held != 0 &&
  @   kqa_convened(vote->convened_by) && kqa_quorum(edition, round->members, vote->present);
  @*/
static int32_t state_of(const struct kqa_edition *edition, const struct kqa_round *round,
                        const struct kqa_vote *vote)
{
  if (!vote->held)
    return KQA_VOTE_NOT_HELD;
  return kqa_is_valid_vote(edition, round->members, vote->convened_by, vote->present)
           ? KQA_VOTE_COUNTED
           : KQA_VOTE_VOID;
}

/* Step 3, Art. 19 and 22: the quality vote. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires rooms: \valid(outcomes + (0 .. count - 1)) && \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ requires stand: \forall integer k; 0 <= k < count ==>
  @   kqa_may_vote_on(candidates[k], organizations[k].quality_yes, organizations[k].quality_runoff,
  @               present);
  @ requires none: \forall integer k; 0 <= k < count ==> outcomes[k].award == KQA_AWARD_NONE;
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1], candidates[0 .. count - 1],
  @   candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(edition->quota_quality);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY);
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award == KQA_AWARD_QUALITY ==> \old(candidates[k].stands) == 1 &&
  @     kqa_approval{Pre}(edition, present, kqa_counted_votes(\old(organizations[k].quality_yes)));
  @ ensures former: \forall integer k; 0 <= k < count ==>
  @   candidates[k].former_winner == \old(candidates[k].former_winner);
  @ ensures decided: \forall integer k; 0 <= k < count ==>
  @   kqa_after_quality(\old(outcomes[k]), outcomes[k]);
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < count ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @ ensures art3_nomination: kqa_awards_in_quota(outcomes, count, KQA_AWARD_NOMINATION) == 0;
  @*/
static struct kqa_allocation count_quality_vote(const struct kqa_edition *edition, int32_t present,
                                                const struct kqa_organization *organizations,
                                                int32_t count, struct kqa_outcome *outcomes,
                                                struct kqa_candidate *candidates)
{
  struct kqa_allocation allocation =
    kqa_round_give_quality_seats(edition, present, organizations, count, candidates);

  /*@ assert scores: \forall integer k; 0 <= k < count ==>
    @   kqa_same_scores(\at(outcomes[k], Pre), outcomes[k]); */
  /*@ assert outcome: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].outcome == \at(outcomes[k].outcome, Pre); */
  /*@ assert award: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].award == \at(outcomes[k].award, Pre); */
  /*@ assert off_quota: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].off_quota == \at(outcomes[k].off_quota, Pre); */
  /*@ assert quality_place: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].quality_place == \at(outcomes[k].quality_place, Pre); */
  /*@ assert nomination_place: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].nomination_place == \at(outcomes[k].nomination_place, Pre); */
  /*@ assert eligible: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].eligible == \at(outcomes[k].eligible, Pre); */
  /*@ assert rank: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].rank == \at(outcomes[k].rank, Pre); */
  /*@ assert special: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].special == \at(outcomes[k].special, Pre); */
  /*@ assert prize: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].prize == \at(outcomes[k].prize, Pre); */
  kqa_round_take_quality_places(outcomes, candidates, count);
  /*@ assert decided: \forall integer k; 0 <= k < count ==>
    @   kqa_after_quality(\at(outcomes[k], Pre), outcomes[k]); */
  /*@ assert vacant: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].award != KQA_AWARD_NOMINATION; */
  /*@ ghost
    /@ loop invariant vacant: 0 <= i <= count &&
      @   kqa_awards_in_quota(outcomes, i, KQA_AWARD_NOMINATION) == 0;
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  return allocation;
}

/* Step 4, Art. 19 and 22: the nomination vote, for every candidate without the quality award. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires rooms: \valid(outcomes + (0 .. count - 1)) && \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ requires entries: \forall integer k; 0 <= k < count ==>
  @   kqa_may_be_nominated(outcomes[k], candidates[k], organizations[k].nomination_yes,
  @                    organizations[k].nomination_runoff, present);
  @ requires open: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award == KQA_AWARD_NONE ||
  @   (outcomes[k].award == KQA_AWARD_QUALITY && outcomes[k].outcome == KQA_OUTCOME_QUALITY);
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1], candidates[0 .. count - 1],
  @   candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(edition->quota_nomination);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_awards_in_quota(outcomes, count, KQA_AWARD_NOMINATION);
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award == KQA_AWARD_NOMINATION ==> kqa_in_votes(\old(outcomes[k])) &&
  @     kqa_approval{Pre}(edition, present,
  @                       kqa_counted_votes(\old(organizations[k].nomination_yes)));
  @ ensures art3_quality: kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY) ==
  @   \old(kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY));
  @ ensures decided: \forall integer k; 0 <= k < count ==>
  @   kqa_after_nomination(\old(outcomes[k]), outcomes[k]);
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < count ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @*/
static struct kqa_allocation count_nomination_vote(const struct kqa_edition *edition,
                                                   int32_t present,
                                                   const struct kqa_organization *organizations,
                                                   int32_t count, struct kqa_outcome *outcomes,
                                                   struct kqa_candidate *candidates)
{
  struct kqa_allocation allocation =
    kqa_round_give_nomination_seats(edition, present, organizations, count, outcomes, candidates);

  /*@ assert award: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].award == \at(outcomes[k].award, Pre); */
  /*@ assert outcome: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].outcome == \at(outcomes[k].outcome, Pre); */
  /*@ assert off_quota: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].off_quota == \at(outcomes[k].off_quota, Pre); */
  /*@ assert quality_place: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].quality_place == \at(outcomes[k].quality_place, Pre); */
  /*@ assert nomination_place: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].nomination_place == \at(outcomes[k].nomination_place, Pre); */
  /*@ assert eligible: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].eligible == \at(outcomes[k].eligible, Pre); */
  /*@ assert rank: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].rank == \at(outcomes[k].rank, Pre); */
  /*@ assert special: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].special == \at(outcomes[k].special, Pre); */
  /*@ assert prize: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].prize == \at(outcomes[k].prize, Pre); */
  /*@ assert scores: \forall integer k; 0 <= k < count ==>
    @   kqa_same_scores(\at(outcomes[k], Pre), outcomes[k]); */
  /*@ ghost
    /@ loop invariant place: 0 <= i <= count;
      @ loop invariant quality: kqa_awards_in_quota(outcomes, i, KQA_AWARD_QUALITY) ==
      @   kqa_awards_in_quota{Pre}(outcomes, i, KQA_AWARD_QUALITY);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  kqa_round_take_nomination_places(outcomes, candidates, count);
  return allocation;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures counted: \result.state == KQA_VOTE_COUNTED && \result.tied == allocation.tied;
  @ ensures seats: \result.seats.quota == allocation.seats.quota &&
  @   \result.seats.taken == allocation.seats.taken;
  @*/
static struct vote_result counted_vote(struct kqa_allocation allocation)
{
  return (struct vote_result){KQA_VOTE_COUNTED, allocation.tied, allocation.seats};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures result: \result.state == state && \result.tied == 0;
  @ ensures seats: \result.seats.quota == quota && \result.seats.taken == 0;
  @*/
static struct vote_result uncounted_vote(int32_t state, int32_t quota)
{
  return (struct vote_result){state, 0, {.quota = quota}};
}

struct vote_result kqa_round_hold_quality_vote(const struct kqa_edition *edition,
                                               const struct kqa_round *round,
                                               struct kqa_outcome *outcomes,
                                               struct kqa_candidate *candidates)
{
  int32_t count = round->organization_count;
  int32_t quota = edition->quota_quality;
  int32_t state = state_of(edition, round, &round->quality);

  if (state == KQA_VOTE_COUNTED)
    return counted_vote(count_quality_vote(edition, round->quality.present, round->organizations,
                                           count, outcomes, candidates));
  /*@ ghost
    /@ loop invariant vacant: 0 <= i <= count &&
      @   kqa_awards_in_quota(outcomes, i, KQA_AWARD_QUALITY) == 0 &&
      @   kqa_awards_in_quota(outcomes, i, KQA_AWARD_NOMINATION) == 0;
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  if (state == KQA_VOTE_VOID)
    end_all_void(outcomes, count);
  return uncounted_vote(state, quota);
}

struct vote_result kqa_round_hold_nomination_vote(const struct kqa_edition *edition,
                                                  const struct kqa_round *round,
                                                  struct kqa_outcome *outcomes,
                                                  struct kqa_candidate *candidates)
{
  int32_t count = round->organization_count;
  int32_t quota = edition->quota_nomination;
  int32_t state = state_of(edition, round, &round->nomination);

  if (state == KQA_VOTE_COUNTED)
    return counted_vote(count_nomination_vote(edition, round->nomination.present,
                                              round->organizations, count, outcomes, candidates));
  if (state == KQA_VOTE_VOID)
    end_all_void(outcomes, count);
  return uncounted_vote(state, quota);
}
