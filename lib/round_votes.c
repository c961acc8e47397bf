/* Both votes of a round: Art. 19, 22. */
#include "allocation_core.h"
#include "ballot_core.h"
#include "round_core.h"

/* While the steps run, a candidate that no vote has decided on yet stands at PENDING; candidates
 * and only they have `stands` set below, or are left out of the quality vote by a floor. */

/*@ predicate in_votes{L}(struct kqa_outcome *outcome) =
  @   outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0;
  @ predicate stands_if_open(struct kqa_candidate before, struct kqa_outcome outcome,
  @                          struct kqa_candidate after) =
  @   after.former_winner == before.former_winner &&
  @   (outcome.outcome == KQA_OUTCOME_PENDING && outcome.total.den != 0 ==> after.stands == 1) &&
  @   (outcome.outcome != KQA_OUTCOME_PENDING || outcome.total.den == 0 ==> after.stands == 0);
  @*/

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures votes: \result == (entry == KQA_NO_ENTRY ? 0 : entry);
  @*/
static int32_t votes_entered(int32_t entry)
{
  return entry == KQA_NO_ENTRY ? 0 : entry;
}

/*@ predicate entered(struct kqa_candidate candidate, integer stands, integer former_winner,
  @                   integer yes, integer runoff) =
  @   candidate.stands == stands && candidate.former_winner == former_winner &&
  @   (stands == 0 ==> candidate.yes == 0 && candidate.runoff == 0) &&
  @   (stands != 0 ==> candidate.yes == (yes == KQA_NO_ENTRY ? 0 : yes) &&
  @     candidate.runoff == (runoff == KQA_NO_ENTRY ? 0 : runoff));
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
  @ ensures open: \result <==> in_votes(outcome);
  @*/
static bool is_open(const struct kqa_outcome *outcome)
{
  return outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0;
}

/*@ requires outcomes: \valid(outcomes + (0 .. count - 1));
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1].outcome;
  @ ensures set: \forall integer i; 0 <= i < count && in_votes{Pre}(outcomes + i) ==>
  @   outcomes[i].outcome == outcome;
  @ ensures kept: \forall integer i; 0 <= i < count && !in_votes{Pre}(outcomes + i) ==>
  @   outcomes[i].outcome == \at(outcomes[i].outcome, Pre);
  @*/
static void set_open(struct kqa_outcome *outcomes, int32_t count, int32_t outcome)
{
  /*@ loop invariant place: 0 <= i && (count >= 0 ==> i <= count);
    @ loop invariant set: \forall integer k; 0 <= k < i && in_votes{Pre}(outcomes + k) ==>
    @   outcomes[k].outcome == outcome;
    @ loop invariant kept: \forall integer k; 0 <= k < i && !in_votes{Pre}(outcomes + k) ==>
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

/* Step 3, Art. 19 and 22: the quality vote. */
static void count_quality_vote(const struct kqa_edition *edition, const struct kqa_round *round,
                               struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                               struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  enter_quality_votes(candidates, round->organizations, round->organization_count);
  allocation = kqa_give_seats(edition, KQA_AWARD_QUALITY, round->quality.present, candidates,
                              round->organization_count);
  summary->quality = allocation.seats;
  summary->quality_tied = allocation.tied;
  kqa_round_take_quality_places(outcomes, candidates, round->organization_count);
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

/* Step 4, Art. 19 and 22: the nomination vote, for every candidate without the quality award. */
static void count_nomination_vote(const struct kqa_edition *edition, const struct kqa_round *round,
                                  struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                                  struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  let_open_stand(candidates, outcomes, round->organization_count);
  enter_nomination_votes(candidates, round->organizations, round->organization_count);
  allocation = kqa_give_seats(edition, KQA_AWARD_NOMINATION, round->nomination.present, candidates,
                              round->organization_count);
  summary->nomination = allocation.seats;
  summary->nomination_tied = allocation.tied;
  kqa_round_take_nomination_places(outcomes, candidates, round->organization_count);
}

void kqa_round_hold_votes(const struct kqa_edition *edition, const struct kqa_round *round,
                          struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                          struct kqa_round_summary *summary)
{
  summary->quality_vote = state_of(edition, round, &round->quality);
  summary->nomination_vote = KQA_VOTE_WAITS;
  if (summary->quality_vote == KQA_VOTE_VOID)
    set_open(outcomes, round->organization_count, KQA_OUTCOME_VOTE_VOID);
  if (summary->quality_vote != KQA_VOTE_COUNTED)
    return;
  count_quality_vote(edition, round, outcomes, candidates, summary);
  if (summary->quality_tied > 0)
    return;
  summary->nomination_vote = state_of(edition, round, &round->nomination);
  if (summary->nomination_vote == KQA_VOTE_VOID)
    set_open(outcomes, round->organization_count, KQA_OUTCOME_VOTE_VOID);
  if (summary->nomination_vote == KQA_VOTE_COUNTED)
    count_nomination_vote(edition, round, outcomes, candidates, summary);
}
