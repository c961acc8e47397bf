/* The seats of both votes: Art. 3, 19, 22. */
#include "round_votes.h"

/*@ predicate stands_if_open(struct kqa_candidate before, struct kqa_outcome outcome,
  @                          struct kqa_candidate after) =
  @   after.former_winner == before.former_winner &&
  @   (kqa_in_votes(outcome) ==> after.stands == 1) &&
  @   (!kqa_in_votes(outcome) ==> after.stands == 0);
  @*/

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures votes: \result == kqa_counted_votes(entry);
  @*/
static int32_t votes_entered(int32_t entry)
{
  return entry == KQA_NO_ENTRY ? 0 : entry;
}

/*@ predicate entered(struct kqa_candidate candidate, integer stands, integer former_winner,
  @                   integer yes, integer runoff) =
  @   candidate.stands == stands && candidate.former_winner == former_winner &&
  @   (stands == 0 ==> candidate.yes == 0 && candidate.runoff == 0) &&
  @   (stands != 0 ==> candidate.yes == kqa_counted_votes(yes) &&
  @     candidate.runoff == kqa_counted_votes(runoff));
  @*/

/* The entries of one without a dossier are not checked, so nobody's count but who stands. */
/*@ requires candidate: \valid(candidate);
  @ terminates \true;
  @ assigns *candidate;
  @ ensures entered: entered(*candidate, \old(candidate->stands), \old(candidate->former_winner),
  @                          yes, runoff);
  @*/
static void enter_votes(struct kqa_candidate *candidate, int32_t yes, int32_t runoff)
{
  candidate->yes = candidate->stands ? votes_entered(yes) : 0;
  candidate->runoff = candidate->stands ? votes_entered(runoff) : 0;
}

/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 0 <= count;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(organizations);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1];
  @ ensures art19_entered: \forall integer k; 0 <= k < count ==>
  @   entered(candidates[k], \old(candidates[k].stands), \old(candidates[k].former_winner),
  @           \old(organizations[k].quality_yes), \old(organizations[k].quality_runoff));
  @*/
static void enter_quality_votes(struct kqa_candidate *candidates,
                                const struct kqa_organization *organizations, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant entered: \forall integer k; 0 <= k < i ==>
    @   entered(candidates[k], \at(candidates[k].stands, Pre),
    @           \at(candidates[k].former_winner, Pre), \at(organizations[k].quality_yes, Pre),
    @           \at(organizations[k].quality_runoff, Pre));
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   candidates[k].stands == \at(candidates[k].stands, Pre) &&
    @   candidates[k].former_winner == \at(candidates[k].former_winner, Pre);
    @ loop assigns i, candidates[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    enter_votes(&candidates[i], organizations[i].quality_yes, organizations[i].quality_runoff);
}

struct kqa_allocation kqa_round_give_quality_seats(const struct kqa_edition *edition,
                                                   int32_t present,
                                                   const struct kqa_organization *organizations,
                                                   int32_t count, struct kqa_candidate *candidates)
{
  enter_quality_votes(candidates, organizations, count);
  /*@ assert quota: edition->quota_quality == \at(edition->quota_quality, Pre); */
  /*@ assert approval: \forall integer yes; kqa_approval(edition, present, yes) <==>
    @   kqa_approval{Pre}(edition, present, yes); */
  /*@ assert candidates: kqa_sound_candidates(candidates, count, present); */
  /*@ assert opened: kqa_opened(0); */
  /*@ assert parameters: kqa_sound_parameters(edition); */
  /*@ assert readings: kqa_sound_readings(edition); */
  /*@ assert sound: kqa_sound_edition(edition); */
  return kqa_give_seats(edition, KQA_AWARD_QUALITY, present, candidates, count);
}

/* Whoever is still open stands. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 0 <= count;
  @ requires outcomes: \valid_read(outcomes + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(outcomes);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1];
  @ ensures art19_stand: \forall integer k; 0 <= k < count ==>
  @   stands_if_open(\old(candidates[k]), \old(outcomes[k]), candidates[k]);
  @*/
static void let_open_stand(struct kqa_candidate *candidates, const struct kqa_outcome *outcomes,
                           int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant stand: \forall integer k; 0 <= k < i ==>
    @   stands_if_open(\at(candidates[k], Pre), \at(outcomes[k], Pre), candidates[k]);
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   candidates[k].former_winner == \at(candidates[k].former_winner, Pre);
    @ loop assigns i, candidates[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    candidates[i].stands = kqa_round_is_in_votes(&outcomes[i]) ? 1 : 0;
}

/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 0 <= count;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(organizations);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1];
  @ ensures art19_entered: \forall integer k; 0 <= k < count ==>
  @   entered(candidates[k], \old(candidates[k].stands), \old(candidates[k].former_winner),
  @           \old(organizations[k].nomination_yes), \old(organizations[k].nomination_runoff));
  @*/
static void enter_nomination_votes(struct kqa_candidate *candidates,
                                   const struct kqa_organization *organizations, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant entered: \forall integer k; 0 <= k < i ==>
    @   entered(candidates[k], \at(candidates[k].stands, Pre),
    @           \at(candidates[k].former_winner, Pre), \at(organizations[k].nomination_yes, Pre),
    @           \at(organizations[k].nomination_runoff, Pre));
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   candidates[k].stands == \at(candidates[k].stands, Pre) &&
    @   candidates[k].former_winner == \at(candidates[k].former_winner, Pre);
    @ loop assigns i, candidates[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    enter_votes(&candidates[i], organizations[i].nomination_yes,
                organizations[i].nomination_runoff);
}

struct kqa_allocation kqa_round_give_nomination_seats(
  const struct kqa_edition *edition, int32_t present, const struct kqa_organization *organizations,
  int32_t count, const struct kqa_outcome *outcomes, struct kqa_candidate *candidates)
{
  let_open_stand(candidates, outcomes, count);
  enter_nomination_votes(candidates, organizations, count);
  /*@ assert stand: \forall integer k; 0 <= k < count ==>
    @   (candidates[k].stands == 1 <==> kqa_in_votes(\at(outcomes[k], Pre))) &&
    @   (candidates[k].stands == 0 <==> !kqa_in_votes(\at(outcomes[k], Pre))); */
  /*@ assert quota: edition->quota_nomination == \at(edition->quota_nomination, Pre); */
  /*@ assert approval: \forall integer yes; kqa_approval(edition, present, yes) <==>
    @   kqa_approval{Pre}(edition, present, yes); */
  /*@ assert candidates: kqa_sound_candidates(candidates, count, present); */
  /*@ assert opened: kqa_opened(0); */
  /*@ assert parameters: kqa_sound_parameters(edition); */
  /*@ assert readings: kqa_sound_readings(edition); */
  /*@ assert sound: kqa_sound_edition(edition); */
  return kqa_give_seats(edition, KQA_AWARD_NOMINATION, present, candidates, count);
}
