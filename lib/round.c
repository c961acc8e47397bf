/* A whole year's round: the steps of the procedure, one after another. */
#include "kqaward/round.h"

#include "prize_core.h"
#include "round_votes.h"
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

/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures paid: outcome->prize == prize && kqa_same_award(\old(*outcome), *outcome);
  @ ensures scores: kqa_same_scores(\old(*outcome), *outcome);
  @*/
static void note_prize(struct kqa_outcome *outcome, int64_t prize)
{
  outcome->prize = prize;
}

/* Step 6, Art. 24: the money; the sum of all prizes. */
static int64_t pay(const struct kqa_edition *edition, const struct kqa_round *round,
                   struct kqa_outcome *outcomes)
{
  int64_t total = 0;

  for (int32_t i = 0; i < round->organization_count; i++) {
    if (outcomes[i].award == KQA_AWARD_NONE)
      continue;
    note_prize(&outcomes[i], prize_of(edition, round, &round->organizations[i], outcomes[i].award));
    total += outcomes[i].prize;
  }
  return total;
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

struct votes {
  struct vote_result quality;
  struct vote_result nomination;
};

/*@ predicate above_floors(struct kqa_edition edition, struct kqa_outcome outcome) =
  @   kqa_at_least(outcome.total, edition.floor_total) &&
  @   kqa_at_least(outcome.site, edition.floor_site);
  @ predicate before_votes(struct kqa_outcome outcome, struct kqa_candidate candidate) =
  @   outcome.award == KQA_AWARD_NONE && 0 <= candidate.stands <= 1 &&
  @   0 <= candidate.former_winner <= 1 &&
  @   (kqa_in_votes(outcome) ==> outcome.eligible == KQA_VERDICT_MET) &&
  @   (candidate.stands == 1 ==> kqa_in_votes(outcome));
  @ predicate floors_before(struct kqa_edition edition, struct kqa_outcome outcome,
  @                         struct kqa_candidate candidate) =
  @   (candidate.stands == 1 ==> above_floors(edition, outcome)) &&
  @   (kqa_in_votes(outcome) ==> above_floors(edition, outcome) ||
  @     edition.floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY);
  @*/

/* Steps 3 and 4: the nomination vote waits for a quality vote that is counted and has no tie. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires round: \valid_read(round) && kqa_sound_vote(round, &round->quality) &&
  @   kqa_sound_vote(round, &round->nomination) &&
  @   0 <= round->organization_count <= KQA_MAX_ORGANIZATIONS &&
  @   \valid_read(round->organizations + (0 .. round->organization_count - 1));
  @ requires rooms: \valid(outcomes + (0 .. round->organization_count - 1)) &&
  @   \valid(candidates + (0 .. round->organization_count - 1));
  @ requires apart: kqa_rooms_apart(edition, round, outcomes, candidates);
  @ requires before: \forall integer k; 0 <= k < round->organization_count ==>
  @   before_votes(outcomes[k], candidates[k]);
  @ requires floors: \forall integer k; 0 <= k < round->organization_count ==>
  @   floors_before(*edition, outcomes[k], candidates[k]);
  @ requires quality: round->quality.held != 0 ==>
  @   \forall integer k; 0 <= k < round->organization_count ==>
  @     kqa_may_vote_on(candidates[k], round->organizations[k].quality_yes,
  @                     round->organizations[k].quality_runoff, round->quality.present);
  @ requires nomination: round->nomination.held != 0 ==>
  @   \forall integer k; 0 <= k < round->organization_count ==>
  @     kqa_may_be_nominated(outcomes[k], candidates[k], round->organizations[k].nomination_yes,
  @                          round->organizations[k].nomination_runoff,
  @                          round->nomination.present);
  @ terminates \true;
  @ assigns outcomes[0 .. round->organization_count - 1],
  @   candidates[0 .. round->organization_count - 1],
  @   candidates[0 .. round->organization_count - 1].place;
  @ ensures art19_quality: kqa_art19_counted{Pre}(edition, round, \old(round->quality),
  @                                               \result.quality.state);
  @ ensures art19_nomination: \result.nomination.state == KQA_VOTE_COUNTED ==>
  @   kqa_art19_counted{Pre}(edition, round, \old(round->nomination), KQA_VOTE_COUNTED);
  @ ensures art3_quality: 0 <= \result.quality.seats.taken <= \result.quality.seats.quota &&
  @   \result.quality.seats.quota == \old(edition->quota_quality) &&
  @   \result.quality.seats.taken ==
  @     kqa_awards_in_quota(outcomes, \old(round->organization_count), KQA_AWARD_QUALITY);
  @ ensures art3_nomination:
  @   0 <= \result.nomination.seats.taken <= \result.nomination.seats.quota &&
  @   \result.nomination.seats.quota == \old(edition->quota_nomination) &&
  @   \result.nomination.seats.taken ==
  @     kqa_awards_in_quota(outcomes, \old(round->organization_count), KQA_AWARD_NOMINATION);
  @ ensures art19_approved: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   outcomes[k].award == KQA_AWARD_QUALITY ==> \result.quality.state == KQA_VOTE_COUNTED &&
  @     kqa_approval{Pre}(edition, \old(round->quality.present),
  @                       kqa_counted_votes(\old(round->organizations[k].quality_yes)));
  @ ensures art19_nominated: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   outcomes[k].award == KQA_AWARD_NOMINATION ==>
  @     \result.nomination.state == KQA_VOTE_COUNTED &&
  @     kqa_approval{Pre}(edition, \old(round->nomination.present),
  @                       kqa_counted_votes(\old(round->organizations[k].nomination_yes)));
  @ ensures art5_quality: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   outcomes[k].award == KQA_AWARD_QUALITY ==> outcomes[k].eligible == KQA_VERDICT_MET &&
  @     above_floors(\old(*edition), outcomes[k]);
  @ ensures art5_nomination: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   outcomes[k].award == KQA_AWARD_NOMINATION ==> outcomes[k].eligible == KQA_VERDICT_MET &&
  @     (above_floors(\old(*edition), outcomes[k]) ||
  @      \old(edition->floors_apply_to) == KQA_FLOORS_APPLY_TO_QUALITY_ONLY);
  @ ensures scores: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @*/
static struct votes hold_votes(const struct kqa_edition *edition, const struct kqa_round *round,
                               struct kqa_outcome *outcomes, struct kqa_candidate *candidates)
{
  int32_t quota = edition->quota_nomination;
  /*@ assert opened: kqa_opened(0); */
  struct vote_result quality = kqa_round_hold_quality_vote(edition, round, outcomes, candidates);

  /*@ assert edition: *edition == \at(*edition, Pre); */
  /*@ assert yes: \forall integer k; 0 <= k < round->organization_count ==>
    @   (\at(round->organizations, Pre) + k)->nomination_yes ==
    @   \at(round->organizations[k].nomination_yes, Pre); */
  /*@ assert runoff: \forall integer k; 0 <= k < round->organization_count ==>
    @   (\at(round->organizations, Pre) + k)->nomination_runoff ==
    @   \at(round->organizations[k].nomination_runoff, Pre); */
  /*@ assert round: *round == \at(*round, Pre); */
  /*@ assert stood: \forall integer k; 0 <= k < round->organization_count ==>
    @   outcomes[k].award == KQA_AWARD_QUALITY ==> outcomes[k].eligible == KQA_VERDICT_MET &&
    @     above_floors(\at(*edition, Pre), outcomes[k]); */
  /*@ assert open: \forall integer k; 0 <= k < round->organization_count ==>
    @   kqa_in_votes(outcomes[k]) ==> outcomes[k].eligible == KQA_VERDICT_MET &&
    @     (above_floors(\at(*edition, Pre), outcomes[k]) ||
    @      \at(edition->floors_apply_to, Pre) == KQA_FLOORS_APPLY_TO_QUALITY_ONLY); */
  if (quality.state != KQA_VOTE_COUNTED || quality.tied > 0)
    return (struct votes){quality, {KQA_VOTE_WAITS, 0, {.quota = quota}}};
  return (struct votes){quality,
                        kqa_round_hold_nomination_vote(edition, round, outcomes, candidates)};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.fault.status == KQA_OK && \result.candidates == candidates;
  @ ensures states: \result.quality_vote == votes.quality.state &&
  @   \result.nomination_vote == votes.nomination.state;
  @ ensures quality: \result.quality.quota == votes.quality.seats.quota &&
  @   \result.quality.taken == votes.quality.seats.taken;
  @ ensures nomination: \result.nomination.quota == votes.nomination.seats.quota &&
  @   \result.nomination.taken == votes.nomination.seats.taken;
  @*/
static struct kqa_round_summary summary_of(int32_t candidates, struct votes votes)
{
  return (struct kqa_round_summary){
    .quality_vote = votes.quality.state,
    .nomination_vote = votes.nomination.state,
    .candidates = candidates,
    .quality_tied = votes.quality.tied,
    .nomination_tied = votes.nomination.tied,
    .quality = votes.quality.seats,
    .nomination = votes.nomination.seats,
  };
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures fault: \result.fault.status == fault.status;
  @*/
static struct kqa_round_summary only_fault(struct kqa_fault fault)
{
  return (struct kqa_round_summary){.fault = fault};
}

struct kqa_round_summary kqa_round_run(const struct kqa_edition *edition,
                                       const struct kqa_round *round, struct kqa_outcome *outcomes,
                                       struct kqa_ranked *ranked, struct kqa_candidate *candidates,
                                       enum entry_rule rule)
{
  int32_t count = round->organization_count;
  struct kqa_fault found = no_fault();
  struct kqa_round_summary summary;
  int32_t standing;

  kqa_round_judge(edition, round, outcomes, ranked, candidates);
  if (rule == REFUSE_ENTRIES)
    found = standing_fault(round, candidates);
  if (found.status)
    return only_fault(found);
  standing = kqa_rank_entries(ranked, count);
  note_ranks(outcomes, ranked, count);
  summary = summary_of(standing, hold_votes(edition, round, outcomes, candidates));
  if (rule == REFUSE_ENTRIES)
    found = kqa_round_special_fault(edition, round->organizations, count, outcomes);
  if (found.status)
    return only_fault(found);
  summary.nomination.off_quota +=
    kqa_round_apply_special(edition, round->organizations, count, outcomes);
  summary.prize_total = pay(edition, round, outcomes);
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
  struct kqa_round_summary summary =
    found.status ? only_fault(found)
                 : kqa_round_run(edition, round, outcomes, ranked, candidates, rule);

  if (summary.fault.status)
    clear_all(outcomes, written_count(round));
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
