/* Both votes of a round: Art. 19, 22. */
#include "allocation_core.h"
#include "ballot_core.h"
#include "round_core.h"

/* While the steps run, a candidate that no vote has decided on yet stands at PENDING; candidates
 * and only they have `stands` set below, or are left out of the quality vote by a floor. */

/*@ predicate is_in_votes(struct kqa_outcome outcome) =
  @   outcome.outcome == KQA_OUTCOME_PENDING && outcome.total.den != 0;
  @ predicate stands_if_open(struct kqa_candidate before, struct kqa_outcome outcome,
  @                          struct kqa_candidate after) =
  @   after.former_winner == before.former_winner &&
  @   (is_in_votes(outcome) ==> after.stands == 1) && (!is_in_votes(outcome) ==> after.stands == 0);
  @*/

/*@ logic integer counted(integer entry) = entry == KQA_NO_ENTRY ? 0 : entry; */

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures votes: \result == counted(entry);
  @*/
static int32_t votes_entered(int32_t entry)
{
  return entry == KQA_NO_ENTRY ? 0 : entry;
}

/*@ predicate may_vote_on(struct kqa_candidate candidate, integer yes, integer runoff,
  @                       integer present) =
  @   0 <= candidate.stands <= 1 && 0 <= candidate.former_winner <= 1 &&
  @   (candidate.stands != 0 ==> kqa_sound_entry(yes, present) &&
  @     kqa_sound_entry(runoff, present));
  @ predicate may_be_nominated(struct kqa_outcome outcome, struct kqa_candidate candidate,
  @                            integer yes, integer runoff, integer present) =
  @   0 <= candidate.former_winner <= 1 && (is_in_votes(outcome) ==>
  @     kqa_sound_entry(yes, present) && kqa_sound_entry(runoff, present));
  @ predicate entered(struct kqa_candidate candidate, integer stands, integer former_winner,
  @                   integer yes, integer runoff) =
  @   candidate.stands == stands && candidate.former_winner == former_winner &&
  @   (stands == 0 ==> candidate.yes == 0 && candidate.runoff == 0) &&
  @   (stands != 0 ==> candidate.yes == counted(yes) && candidate.runoff == counted(runoff));
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

/* Whether an organisation is a candidate that no vote has given the quality award. */
/*@ requires outcome: \valid_read(outcome);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures open: \result <==> is_in_votes(*outcome);
  @*/
static bool is_open(const struct kqa_outcome *outcome)
{
  return outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0;
}

/*@ requires outcomes: \valid(outcomes + (0 .. count - 1));
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1].outcome;
  @ ensures set: \forall integer i; 0 <= i < count && is_in_votes(\at(outcomes[i], Pre)) ==>
  @   outcomes[i].outcome == outcome;
  @ ensures kept: \forall integer i; 0 <= i < count && !is_in_votes(\at(outcomes[i], Pre)) ==>
  @   outcomes[i].outcome == \at(outcomes[i].outcome, Pre);
  @*/
static void set_open(struct kqa_outcome *outcomes, int32_t count, int32_t outcome)
{
  /*@ loop invariant place: 0 <= i && (count >= 0 ==> i <= count);
    @ loop invariant set: \forall integer k; 0 <= k < i && is_in_votes(\at(outcomes[k], Pre)) ==>
    @   outcomes[k].outcome == outcome;
    @ loop invariant kept: \forall integer k; 0 <= k < i && !is_in_votes(\at(outcomes[k], Pre)) ==>
    @   outcomes[k].outcome == \at(outcomes[k].outcome, Pre);
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   outcomes[k].outcome == \at(outcomes[k].outcome, Pre);
    @ loop assigns i, outcomes[0 .. count - 1].outcome;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    if (is_open(&outcomes[i]))
      outcomes[i].outcome = outcome;
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

/* The edition is sound, said so that the prover looks into it only where a key is named: its many
 * members would lead it astray where they do not matter. */
/*@ predicate opened(integer key) = 0 <= key && key <= 1;
  @ predicate closed_edition{L}(struct kqa_edition *edition) =
  @   \forall integer key; opened(key) ==> kqa_sound_edition(edition);
  @*/

/*@ requires edition: \valid_read(edition) && closed_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations);
  @ requires stand: \forall integer k; 0 <= k < count ==>
  @   may_vote_on(candidates[k], organizations[k].quality_yes, organizations[k].quality_runoff,
  @               present);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1], candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(edition->quota_quality);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   kqa_wins_award(candidates[k].place) ==> \old(candidates[k].stands) == 1 &&
  @     kqa_approval{Pre}(edition, present, counted(\old(organizations[k].quality_yes)));
  @*/
static struct kqa_allocation give_quality_seats(const struct kqa_edition *edition, int32_t present,
                                                const struct kqa_organization *organizations,
                                                int32_t count, struct kqa_candidate *candidates)
{
  enter_quality_votes(candidates, organizations, count);
  /*@ assert quota: edition->quota_quality == \at(edition->quota_quality, Pre); */
  /*@ assert approval: \forall integer yes; kqa_approval(edition, present, yes) <==>
    @   kqa_approval{Pre}(edition, present, yes); */
  /*@ assert candidates: kqa_sound_candidates(candidates, count, present); */
  /*@ assert opened: opened(0); */
  /*@ assert parameters: kqa_sound_parameters(edition); */
  /*@ assert readings: kqa_sound_readings(edition); */
  /*@ assert sound: kqa_sound_edition(edition); */
  return kqa_give_seats(edition, KQA_AWARD_QUALITY, present, candidates, count);
}

/* Step 3, Art. 19 and 22: the quality vote. */
/*@ requires edition: \valid_read(edition) && closed_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires rooms: \valid(outcomes + (0 .. count - 1)) && \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ requires stand: \forall integer k; 0 <= k < count ==>
  @   may_vote_on(candidates[k], organizations[k].quality_yes, organizations[k].quality_runoff,
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
  @     kqa_approval{Pre}(edition, present, counted(\old(organizations[k].quality_yes)));
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @*/
static struct kqa_allocation count_quality_vote(const struct kqa_edition *edition, int32_t present,
                                                const struct kqa_organization *organizations,
                                                int32_t count, struct kqa_outcome *outcomes,
                                                struct kqa_candidate *candidates)
{
  struct kqa_allocation allocation =
    give_quality_seats(edition, present, organizations, count, candidates);

  /*@ assert scores: \forall integer k; 0 <= k < count ==>
    @   kqa_same_scores(\at(outcomes[k], Pre), outcomes[k]); */
  kqa_round_take_quality_places(outcomes, candidates, count);
  return allocation;
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
    candidates[i].stands = is_open(&outcomes[i]) ? 1 : 0;
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

/*@ requires edition: \valid_read(edition) && closed_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires rooms: \valid_read(outcomes + (0 .. count - 1)) &&
  @   \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ requires entries: \forall integer k; 0 <= k < count ==>
  @   may_be_nominated(outcomes[k], candidates[k], organizations[k].nomination_yes,
  @                    organizations[k].nomination_runoff, present);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1], candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(edition->quota_nomination);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art19_stands: \forall integer k; 0 <= k < count ==>
  @   !is_in_votes(\old(outcomes[k])) ==> candidates[k].place == KQA_PLACE_NONE;
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   kqa_wins_award(candidates[k].place) ==> is_in_votes(\old(outcomes[k])) &&
  @     kqa_approval{Pre}(edition, present, counted(\old(organizations[k].nomination_yes)));
  @*/
static struct kqa_allocation
give_nomination_seats(const struct kqa_edition *edition, int32_t present,
                      const struct kqa_organization *organizations, int32_t count,
                      const struct kqa_outcome *outcomes, struct kqa_candidate *candidates)
{
  let_open_stand(candidates, outcomes, count);
  enter_nomination_votes(candidates, organizations, count);
  /*@ assert stand: \forall integer k; 0 <= k < count ==>
    @   (candidates[k].stands == 1 <==> is_in_votes(\at(outcomes[k], Pre))) &&
    @   (candidates[k].stands == 0 <==> !is_in_votes(\at(outcomes[k], Pre))); */
  /*@ assert quota: edition->quota_nomination == \at(edition->quota_nomination, Pre); */
  /*@ assert approval: \forall integer yes; kqa_approval(edition, present, yes) <==>
    @   kqa_approval{Pre}(edition, present, yes); */
  /*@ assert candidates: kqa_sound_candidates(candidates, count, present); */
  /*@ assert opened: opened(0); */
  /*@ assert parameters: kqa_sound_parameters(edition); */
  /*@ assert readings: kqa_sound_readings(edition); */
  /*@ assert sound: kqa_sound_edition(edition); */
  return kqa_give_seats(edition, KQA_AWARD_NOMINATION, present, candidates, count);
}

/* Step 4, Art. 19 and 22: the nomination vote, for every candidate without the quality award. */
/*@ requires edition: \valid_read(edition) && closed_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires rooms: \valid(outcomes + (0 .. count - 1)) && \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ requires entries: \forall integer k; 0 <= k < count ==>
  @   may_be_nominated(outcomes[k], candidates[k], organizations[k].nomination_yes,
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
  @   outcomes[k].award == KQA_AWARD_NOMINATION ==> is_in_votes(\old(outcomes[k])) &&
  @     kqa_approval{Pre}(edition, present, counted(\old(organizations[k].nomination_yes)));
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @*/
static struct kqa_allocation count_nomination_vote(const struct kqa_edition *edition,
                                                   int32_t present,
                                                   const struct kqa_organization *organizations,
                                                   int32_t count, struct kqa_outcome *outcomes,
                                                   struct kqa_candidate *candidates)
{
  struct kqa_allocation allocation =
    give_nomination_seats(edition, present, organizations, count, outcomes, candidates);

  /*@ assert awards: \forall integer k; 0 <= k < count ==>
    @   outcomes[k].award == \at(outcomes[k].award, Pre); */
  /*@ assert scores: \forall integer k; 0 <= k < count ==>
    @   kqa_same_scores(\at(outcomes[k], Pre), outcomes[k]); */
  kqa_round_take_nomination_places(outcomes, candidates, count);
  return allocation;
}

void kqa_round_hold_votes(const struct kqa_edition *edition, const struct kqa_round *round,
                          struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                          struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  summary->quality_vote = state_of(edition, round, &round->quality);
  summary->nomination_vote = KQA_VOTE_WAITS;
  if (summary->quality_vote == KQA_VOTE_VOID)
    set_open(outcomes, round->organization_count, KQA_OUTCOME_VOTE_VOID);
  if (summary->quality_vote != KQA_VOTE_COUNTED)
    return;
  allocation = count_quality_vote(edition, round->quality.present, round->organizations,
                                  round->organization_count, outcomes, candidates);
  summary->quality = allocation.seats;
  summary->quality_tied = allocation.tied;
  if (summary->quality_tied > 0)
    return;
  summary->nomination_vote = state_of(edition, round, &round->nomination);
  if (summary->nomination_vote == KQA_VOTE_VOID)
    set_open(outcomes, round->organization_count, KQA_OUTCOME_VOTE_VOID);
  if (summary->nomination_vote != KQA_VOTE_COUNTED)
    return;
  allocation = count_nomination_vote(edition, round->nomination.present, round->organizations,
                                     round->organization_count, outcomes, candidates);
  summary->nomination = allocation.seats;
  summary->nomination_tied = allocation.tied;
}
