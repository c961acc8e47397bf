/* A whole year's round: the steps of the procedure, one after another. */
#include "kqaward/round.h"

#include "prize_core.h"
#include "round_core.h"
#include "score_core.h"
#include "status_fault.h"

_Static_assert(sizeof(struct kqa_candidate) == 20, "size of the interface");
_Static_assert(sizeof(struct kqa_ranked) == 32, "size of the interface");

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

/*@ predicate ranked_so(struct kqa_outcome before, struct kqa_outcome after, integer rank) =
  @   after.rank == rank && after.outcome == before.outcome && after.award == before.award &&
  @   after.off_quota == before.off_quota && after.special == before.special &&
  @   after.prize == before.prize && after.quality_place == before.quality_place &&
  @   after.nomination_place == before.nomination_place && after.eligible == before.eligible &&
  @   after.document.num == before.document.num && after.document.den == before.document.den &&
  @   after.site.num == before.site.num && after.site.den == before.site.den &&
  @   after.total.num == before.total.num && after.total.den == before.total.den;
  @*/

/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures art18_rank: ranked_so(\old(*outcome), *outcome, rank);
  @*/
static void note_rank(struct kqa_outcome *outcome, int32_t rank)
{
  outcome->rank = rank;
}

/* Art. 18. */
/*@ requires outcomes: \valid(outcomes + (0 .. count - 1)) && 0 <= count;
  @ requires ranked: \valid_read(ranked + (0 .. count - 1));
  @ requires apart: \base_addr(outcomes) != \base_addr(ranked);
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1];
  @ ensures art18_rank: \forall integer k; 0 <= k < count ==>
  @   ranked_so(\old(outcomes[k]), outcomes[k], \old(ranked[k].rank));
  @*/
static void note_ranks(struct kqa_outcome *outcomes, const struct kqa_ranked *ranked, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant ranked: \forall integer k; 0 <= k < i ==>
    @   ranked_so(\at(outcomes[k], Pre), outcomes[k], \at(ranked[k].rank, Pre));
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   kqa_same_result(\at(outcomes[k], Pre), outcomes[k]);
    @ loop assigns i, outcomes[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    note_rank(&outcomes[i], ranked[i].rank);
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
  note_ranks(outcomes, ranked, round->organization_count);
  kqa_round_hold_votes(edition, round, outcomes, candidates, &summary);
  summary.fault = kqa_round_apply_special(edition, round, outcomes, &summary, rule);
  if (!summary.fault.status)
    pay(edition, round, outcomes, &summary);
  return summary;
}

/* How many results a fault leaves zero: none where the number itself is at fault. */
/*@ requires round: \valid_read(round);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: \result == (0 <= round->organization_count <= KQA_MAX_ORGANIZATIONS
  @                               ? round->organization_count : 0);
  @*/
static int32_t written_count(const struct kqa_round *round)
{
  bool sound = round->organization_count >= 0 && round->organization_count <= KQA_MAX_ORGANIZATIONS;

  return sound ? round->organization_count : 0;
}

/*@ predicate all_zero(struct kqa_outcome outcome) =
  @   outcome.outcome == 0 && outcome.eligible == 0 && outcome.rank == 0 && outcome.award == 0 &&
  @   outcome.off_quota == 0 && outcome.special == 0 && outcome.quality_place == 0 &&
  @   outcome.nomination_place == 0 && outcome.missing == 0 && outcome.outcome_readings == 0 &&
  @   outcome.prize_readings == 0 && outcome.reserved == 0 && outcome.prize == 0 &&
  @   outcome.document.num == 0 && outcome.document.den == 0 && outcome.site.num == 0 &&
  @   outcome.site.den == 0 && outcome.total.num == 0 && outcome.total.den == 0;
  @*/

/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures zero: all_zero(*outcome);
  @*/
static void clear(struct kqa_outcome *outcome)
{
  *outcome = (struct kqa_outcome){0};
}

/*@ requires outcomes: \valid(outcomes + (0 .. count - 1)) && 0 <= count;
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1];
  @ ensures zero: \forall integer k; 0 <= k < count ==> all_zero(outcomes[k]);
  @*/
static void clear_all(struct kqa_outcome *outcomes, int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant zero: \forall integer k; 0 <= k < i ==> all_zero(outcomes[k]);
    @ loop assigns i, outcomes[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    clear(&outcomes[i]);
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
    clear_all(outcomes, written_count(round));
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
