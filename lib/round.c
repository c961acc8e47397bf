/* A whole year's round: the steps of the procedure, one after another. */
#include "kqaward/round.h"

#include "allocation_core.h"
#include "ballot_core.h"
#include "finding_core.h"
#include "prize_core.h"
#include "round_core.h"
#include "score_core.h"
#include "status_fault.h"

_Static_assert(sizeof(struct kqa_candidate) == 20, "size of the interface");
_Static_assert(sizeof(struct kqa_ranked) == 32, "size of the interface");

/* While the steps run, a candidate that no vote has decided on yet stands at PENDING; candidates
 * and only they have `stands` set below, or are left out of the quality vote by a floor. */

/*@ predicate in_votes{L}(struct kqa_outcome *outcome) =
  @   outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0;
  @*/

/* An entry for one that does not stand. `place` still holds the standing. */
/*@ requires round: \valid_read(round) &&
  @   \valid_read(round->organizations + (0 .. round->organization_count - 1)) &&
  @   \valid_read(candidates + (0 .. round->organization_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @*/
static struct kqa_fault standing_fault(const struct kqa_round *round,
                                       const struct kqa_candidate *candidates)
{
  /*@ loop invariant place: 0 <= i;
    @ loop assigns i;
    @ loop variant round->organization_count - i;
    @*/
  for (int32_t i = 0; i < round->organization_count; i++) {
    const struct kqa_organization *organization = &round->organizations[i];

    if (!organization->has_dossier || candidates[i].place == BOTH_VOTES)
      continue;
    if (round->quality.held && organization->quality_yes != KQA_NO_ENTRY)
      return fault_in_list(KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_YES, i, 0);
    if (round->quality.held && organization->quality_runoff != KQA_NO_ENTRY)
      return fault_in_list(KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_RUNOFF, i, 0);
    if (candidates[i].place == NOMINATION_VOTE_ONLY || !round->nomination.held)
      continue;
    if (organization->nomination_yes != KQA_NO_ENTRY)
      return fault_in_list(KQA_E_NOT_STANDING, KQA_FIELD_VOTES_NOMINATION_YES, i, 0);
    if (organization->nomination_runoff != KQA_NO_ENTRY)
      return fault_in_list(KQA_E_NOT_STANDING, KQA_FIELD_VOTES_NOMINATION_RUNOFF, i, 0);
  }
  return no_fault();
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures votes: \result == (entry == KQA_NO_ENTRY ? 0 : entry);
  @*/
static int32_t votes_entered(int32_t entry)
{
  return entry == KQA_NO_ENTRY ? 0 : entry;
}

/* The entries of one without a dossier are not checked, so nobody's count but who stands. */
/*@ requires candidate: \valid(candidate);
  @ terminates \true;
  @ assigns candidate->yes, candidate->runoff;
  @ ensures none: candidate->stands == 0 ==> candidate->yes == 0 && candidate->runoff == 0;
  @ ensures votes: candidate->stands != 0 ==>
  @   candidate->yes == (yes == KQA_NO_ENTRY ? 0 : yes) &&
  @   candidate->runoff == (runoff == KQA_NO_ENTRY ? 0 : runoff);
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

/* Art. 19, 22: what a place in the quality vote gives. */
/*@ requires outcome: \valid(outcome) && outcome->award == KQA_AWARD_NONE;
  @ terminates \true;
  @ assigns outcome->quality_place, outcome->award, outcome->off_quota, outcome->outcome;
  @ ensures place: outcome->quality_place == place;
  @ ensures art19_award: outcome->award == KQA_AWARD_QUALITY <==>
  @   place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA;
  @ ensures art19_none: outcome->award == KQA_AWARD_QUALITY || outcome->award == KQA_AWARD_NONE;
  @ ensures outcome: outcome->outcome == KQA_OUTCOME_QUALITY <==>
  @   outcome->award == KQA_AWARD_QUALITY || \old(outcome->outcome) == KQA_OUTCOME_QUALITY &&
  @     place != KQA_PLACE_TIED;
  @ ensures art22_off_quota: outcome->award == KQA_AWARD_QUALITY ==>
  @   (outcome->off_quota == 1 <==> place == KQA_PLACE_OFF_QUOTA) &&
  @   (outcome->off_quota == 0 <==> place == KQA_PLACE_SEATED);
  @ ensures art19_tied: place == KQA_PLACE_TIED ==> outcome->outcome == KQA_OUTCOME_TIED;
  @*/
static void take_quality_place(struct kqa_outcome *outcome, int32_t place)
{
  outcome->quality_place = place;
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
    give(outcome, KQA_AWARD_QUALITY, place == KQA_PLACE_OFF_QUOTA);
  if (place == KQA_PLACE_TIED)
    outcome->outcome = KQA_OUTCOME_TIED;
}

/* Step 3, Art. 19 and 22: the quality vote. */
static void count_quality_vote(const struct kqa_edition *edition, const struct kqa_round *round,
                               struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                               struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  for (int32_t i = 0; i < round->organization_count; i++)
    enter_votes(&candidates[i], round->organizations[i].quality_yes,
                round->organizations[i].quality_runoff);
  allocation = kqa_give_seats(edition, KQA_AWARD_QUALITY, round->quality.present, candidates,
                              round->organization_count);
  summary->quality = allocation.seats;
  summary->quality_tied = allocation.tied;
  for (int32_t i = 0; i < round->organization_count; i++)
    take_quality_place(&outcomes[i], candidates[i].place);
}

/* Art. 19, 22: what a place in the nomination vote gives one that stands in it. */
/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns outcome->nomination_place, outcome->award, outcome->off_quota, outcome->outcome;
  @ ensures place: outcome->nomination_place == place;
  @ ensures art19_award: place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA ==>
  @   outcome->award == KQA_AWARD_NOMINATION && outcome->outcome == KQA_OUTCOME_NOMINATION;
  @ ensures art19_none: place != KQA_PLACE_SEATED && place != KQA_PLACE_OFF_QUOTA ==>
  @   outcome->award == \old(outcome->award) && outcome->off_quota == \old(outcome->off_quota);
  @ ensures art22_off_quota: (place == KQA_PLACE_SEATED ==> outcome->off_quota == 0) &&
  @   (place == KQA_PLACE_OFF_QUOTA ==> outcome->off_quota == 1);
  @ ensures art19_tied: place == KQA_PLACE_TIED ==> outcome->outcome == KQA_OUTCOME_TIED;
  @ ensures none: place == KQA_PLACE_NONE ==> outcome->outcome == \old(outcome->outcome);
  @ ensures art19_not_elected: place == KQA_PLACE_NOT_PASSED || place == KQA_PLACE_NO_SEAT ==>
  @   outcome->outcome == KQA_OUTCOME_NOT_ELECTED;
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

/* Step 4, Art. 19 and 22: the nomination vote, for every candidate without the quality award. */
static void count_nomination_vote(const struct kqa_edition *edition, const struct kqa_round *round,
                                  struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                                  struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  for (int32_t i = 0; i < round->organization_count; i++) {
    candidates[i].stands = is_open(&outcomes[i]);
    enter_votes(&candidates[i], round->organizations[i].nomination_yes,
                round->organizations[i].nomination_runoff);
  }
  allocation = kqa_give_seats(edition, KQA_AWARD_NOMINATION, round->nomination.present, candidates,
                              round->organization_count);
  summary->nomination = allocation.seats;
  summary->nomination_tied = allocation.tied;
  for (int32_t i = 0; i < round->organization_count; i++)
    take_nomination_place(&outcomes[i], candidates[i].place);
}

static void hold_votes(const struct kqa_edition *edition, const struct kqa_round *round,
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

/* Step 5, Art. 22: special nominations, whatever the other steps said. */
static struct kqa_fault apply_special_nominations(const struct kqa_edition *edition,
                                                  const struct kqa_round *round,
                                                  struct kqa_outcome *outcomes,
                                                  struct kqa_round_summary *summary,
                                                  enum entry_rule rule)
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

/* Art. 24: what an organisation is paid for its award. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: \valid_read(round) && \valid_read(organization) &&
  @   \valid_read(round->history + (0 .. round->history_count - 1));
  @ requires history: organization->has_dossier != 0 ==>
  @   kqa_inside(organization->history, round->history_count) &&
  @   kqa_sound_past_awards(round, organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art24_bounds: 0 <= \result <= kqa_full_prize(edition, award);
  @ ensures art24_first: organization->has_dossier == 0 || organization->history.count == 0 ==>
  @   \result <= edition->prize_cap;
  @ ensures art24_cap: organization->has_dossier != 0 && organization->history.count > 0 ==>
  @   \result == 0 || \result + kqa_paid(edition, round->history + organization->history.first,
  @                                     organization->history.count) <= edition->prize_cap;
  @ ensures art24_not_repeated: organization->has_dossier != 0 &&
  @   organization->history.count > 0 && kqa_won_before(edition, award,
  @     round->history + organization->history.first, organization->history.count) ==>
  @   \result == 0;
  @*/
static int64_t prize_of(const struct kqa_edition *edition, const struct kqa_round *round,
                        const struct kqa_organization *organization, int32_t award)
{
  if (!organization->has_dossier || organization->history.count == 0)
    return kqa_prize_of(edition, award, NULL, 0).amount;
  return kqa_prize_of(edition, award, kqa_round_history(round, organization),
                      (size_t)organization->history.count)
    .amount;
}

/* Step 6, Art. 24: the money. */
static void pay(const struct kqa_edition *edition, const struct kqa_round *round,
                struct kqa_outcome *outcomes, struct kqa_round_summary *summary)
{
  for (int32_t i = 0; i < round->organization_count; i++) {
    if (outcomes[i].award == KQA_AWARD_NONE)
      continue;
    outcomes[i].prize = prize_of(edition, round, &round->organizations[i], outcomes[i].award);
    summary->prize_total += outcomes[i].prize;
  }
}

struct kqa_round_summary kqa_round_run(const struct kqa_edition *edition,
                                       const struct kqa_round *round, struct kqa_outcome *outcomes,
                                       struct kqa_ranked *ranked, struct kqa_candidate *candidates,
                                       enum entry_rule rule)
{
  struct kqa_round_summary summary = {.quality.quota = edition->quota_quality,
                                      .nomination.quota = edition->quota_nomination};

  kqa_round_judge(edition, round, outcomes, ranked, candidates);
  if (rule == REFUSE_ENTRIES)
    summary.fault = standing_fault(round, candidates);
  if (summary.fault.status)
    return summary;
  summary.candidates = kqa_rank_entries(ranked, round->organization_count);
  for (int32_t i = 0; i < round->organization_count; i++)
    outcomes[i].rank = ranked[i].rank;
  hold_votes(edition, round, outcomes, candidates, &summary);
  summary.fault = apply_special_nominations(edition, round, outcomes, &summary, rule);
  if (!summary.fault.status)
    pay(edition, round, outcomes, &summary);
  return summary;
}

/* How many results a fault leaves zero: none where the number itself is at fault. */
/*@ requires round: \valid_read(round);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: \result <= KQA_MAX_ORGANIZATIONS && \result <= round->organization_count;
  @*/
static int32_t written_count(const struct kqa_round *round)
{
  return round->organization_count <= KQA_MAX_ORGANIZATIONS ? round->organization_count : 0;
}

static struct kqa_round_summary decide(const struct kqa_edition *edition,
                                       const struct kqa_round *round, struct kqa_outcome *outcomes,
                                       struct kqa_ranked *ranked, struct kqa_candidate *candidates,
                                       enum entry_rule rule)
{
  struct kqa_fault found = kqa_round_input_fault(edition, round);
  struct kqa_round_summary summary = {.fault = found};

  if (!found.status)
    summary = kqa_round_run(edition, round, outcomes, ranked, candidates, rule);
  if (summary.fault.status) {
    for (int32_t i = 0; i < written_count(round); i++)
      outcomes[i] = (struct kqa_outcome){0};
    summary = (struct kqa_round_summary){.fault = summary.fault};
  }
  return summary;
}

struct kqa_round_summary kqa_round_decide(const struct kqa_edition *edition,
                                          const struct kqa_round *round,
                                          struct kqa_outcome *outcomes, struct kqa_ranked *ranked,
                                          struct kqa_candidate *candidates)
{
  return decide(edition, round, outcomes, ranked, candidates, REFUSE_ENTRIES);
}

struct kqa_round_summary kqa_round_decide_under(const struct kqa_edition *edition,
                                                const struct kqa_round *round,
                                                struct kqa_outcome *outcomes,
                                                struct kqa_ranked *ranked,
                                                struct kqa_candidate *candidates)
{
  return decide(edition, round, outcomes, ranked, candidates, LEAVE_ENTRIES_OUT);
}
