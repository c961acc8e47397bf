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

struct kqa_organization kqa_organization_blank(void)
{
  return (struct kqa_organization){
    .has_dossier = 1,
    .invited = 1,
    .quality_yes = KQA_NO_ENTRY,
    .quality_runoff = KQA_NO_ENTRY,
    .nomination_yes = KQA_NO_ENTRY,
    .nomination_runoff = KQA_NO_ENTRY,
  };
}

/* A place in one of the round's lists; an empty stretch of an absent list has none. */
#define STRETCH(list, span) ((span).count > 0 ? (list) + (span).first : NULL)

struct eligibility_case kqa_round_case(const struct kqa_round *round,
                                       const struct kqa_organization *organization)
{
  return (struct eligibility_case){
    .deadline = round->deadline,
    .application = &organization->application,
    .incidents = STRETCH(round->incidents, organization->incidents),
    .incident_count = (size_t)organization->incidents.count,
    .sanctions = STRETCH(round->sanctions, organization->sanctions),
    .sanction_count = (size_t)organization->sanctions.count,
  };
}

const struct kqa_past_award *kqa_round_history(const struct kqa_round *round,
                                               const struct kqa_organization *organization)
{
  return STRETCH(round->history, organization->history);
}

static struct kqa_ratio score_of(const struct kqa_round *round, const struct kqa_review *review)
{
  if (review->kind == KQA_REVIEW_SCORE)
    return kqa_ratio_reduce(review->score);
  if (review->kind == KQA_REVIEW_SHEETS)
    return kqa_panel_mean(round->criteria,
                          round->percents +
                            (ptrdiff_t)review->sheets.first * round->criteria->item_count,
                          review->sheets.count);
  return no_number();
}

/* What a step makes of an organisation: a final outcome, or a candidate. */
enum standing { OUT, NOMINATION_VOTE_ONLY, BOTH_VOTES };

/* Art. 5 and 18: total and floors, for one with both scores. */
static enum standing judge_scores(const struct kqa_edition *edition, struct kqa_outcome *outcome)
{
  outcome->total = kqa_total_of(edition, outcome->document, outcome->site);
  if (kqa_meets_total_floor(edition, outcome->total) &&
      kqa_meets_site_floor(edition, outcome->site))
    return BOTH_VOTES;
  if (edition->floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY)
    return NOMINATION_VOTE_ONLY;
  outcome->outcome = KQA_OUTCOME_BELOW_FLOOR;
  return OUT;
}

/* Art. 15 to 18: qualification, document review, list for site review, site review. */
static enum standing judge_dossier(const struct kqa_edition *edition, const struct kqa_round *round,
                                   const struct kqa_organization *organization,
                                   struct kqa_outcome *outcome)
{
  struct eligibility_case subject = kqa_round_case(round, organization);
  struct kqa_evaluation eligibility = kqa_eligibility_evaluate(edition, &subject);

  outcome->eligible = eligibility.verdict;
  outcome->missing = eligibility.missing;
  outcome->document = score_of(round, &organization->document);
  outcome->site = score_of(round, &organization->site);
  outcome->outcome = KQA_OUTCOME_PENDING;
  if (eligibility.verdict == KQA_VERDICT_NOT_MET)
    outcome->outcome = KQA_OUTCOME_INELIGIBLE;
  else if (eligibility.verdict == KQA_VERDICT_UNKNOWN)
    outcome->outcome = KQA_OUTCOME_UNDETERMINED;
  else if (outcome->document.den != 0 && !organization->invited)
    outcome->outcome = KQA_OUTCOME_NOT_INVITED;
  else if (outcome->document.den != 0 && outcome->site.den != 0)
    return judge_scores(edition, outcome);
  return OUT;
}

/* Steps 1 and 2 for all; afterwards `candidate.stands` says who stands in the quality vote and
 * `place` who is a candidate at all. */
static void judge_all(const struct kqa_edition *edition, const struct kqa_round *round,
                      struct kqa_outcome *outcomes, struct kqa_ranked *ranked,
                      struct kqa_candidate *candidates)
{
  for (int32_t i = 0; i < round->organization_count; i++) {
    const struct kqa_organization *organization = &round->organizations[i];
    enum standing standing = OUT;

    outcomes[i] = (struct kqa_outcome){.eligible = KQA_VERDICT_NOT_APPLICABLE};
    if (organization->has_dossier)
      standing = judge_dossier(edition, round, organization, &outcomes[i]);
    candidates[i] = (struct kqa_candidate){
      .stands = standing == BOTH_VOTES,
      .former_winner =
        organization->has_dossier && kqa_has_standing_award(kqa_round_history(round, organization),
                                                            (size_t)organization->history.count),
      .place = (int32_t)standing,
    };
    ranked[i] = (struct kqa_ranked){.total = no_number()};
    if (standing == BOTH_VOTES)
      ranked[i].total = outcomes[i].total;
  }
}

/* An entry for one that does not stand. `place` still holds the standing. */
static struct kqa_fault standing_fault(const struct kqa_round *round,
                                       const struct kqa_candidate *candidates)
{
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

static int32_t votes_entered(int32_t entry)
{
  return entry == KQA_NO_ENTRY ? 0 : entry;
}

/* Whether an organisation is a candidate that no vote has given the quality award. */
static bool is_open(const struct kqa_outcome *outcome)
{
  return outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0;
}

static void set_open(const struct kqa_round *round, struct kqa_outcome *outcomes, int32_t outcome)
{
  for (int32_t i = 0; i < round->organization_count; i++)
    if (is_open(&outcomes[i]))
      outcomes[i].outcome = outcome;
}

static void give(struct kqa_outcome *outcome, int32_t award, int32_t off_quota)
{
  outcome->award = award;
  outcome->off_quota = off_quota;
  outcome->outcome = award == KQA_AWARD_QUALITY ? KQA_OUTCOME_QUALITY : KQA_OUTCOME_NOMINATION;
}

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
static void count_quality_vote(const struct kqa_edition *edition, const struct kqa_round *round,
                               struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                               struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  for (int32_t i = 0; i < round->organization_count; i++) {
    candidates[i].yes = votes_entered(round->organizations[i].quality_yes);
    candidates[i].runoff = votes_entered(round->organizations[i].quality_runoff);
  }
  allocation = kqa_give_seats(edition, KQA_AWARD_QUALITY, round->quality.present, candidates,
                              round->organization_count);
  summary->quality = allocation.seats;
  summary->quality_tied = allocation.tied;
  for (int32_t i = 0; i < round->organization_count; i++) {
    outcomes[i].quality_place = candidates[i].place;
    if (candidates[i].place == KQA_PLACE_SEATED || candidates[i].place == KQA_PLACE_OFF_QUOTA)
      give(&outcomes[i], KQA_AWARD_QUALITY, candidates[i].place == KQA_PLACE_OFF_QUOTA);
    if (candidates[i].place == KQA_PLACE_TIED)
      outcomes[i].outcome = KQA_OUTCOME_TIED;
  }
}

/* Step 4, Art. 19 and 22: the nomination vote, for every candidate without the quality award. */
static void count_nomination_vote(const struct kqa_edition *edition, const struct kqa_round *round,
                                  struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                                  struct kqa_round_summary *summary)
{
  struct kqa_allocation allocation;

  for (int32_t i = 0; i < round->organization_count; i++) {
    candidates[i].stands = is_open(&outcomes[i]);
    candidates[i].yes = votes_entered(round->organizations[i].nomination_yes);
    candidates[i].runoff = votes_entered(round->organizations[i].nomination_runoff);
  }
  allocation = kqa_give_seats(edition, KQA_AWARD_NOMINATION, round->nomination.present, candidates,
                              round->organization_count);
  summary->nomination = allocation.seats;
  summary->nomination_tied = allocation.tied;
  for (int32_t i = 0; i < round->organization_count; i++) {
    outcomes[i].nomination_place = candidates[i].place;
    if (candidates[i].place == KQA_PLACE_SEATED || candidates[i].place == KQA_PLACE_OFF_QUOTA)
      give(&outcomes[i], KQA_AWARD_NOMINATION, candidates[i].place == KQA_PLACE_OFF_QUOTA);
    else if (candidates[i].place == KQA_PLACE_TIED)
      outcomes[i].outcome = KQA_OUTCOME_TIED;
    else if (candidates[i].stands)
      outcomes[i].outcome = KQA_OUTCOME_NOT_ELECTED;
  }
}

static void hold_votes(const struct kqa_edition *edition, const struct kqa_round *round,
                       struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                       struct kqa_round_summary *summary)
{
  summary->quality_vote = state_of(edition, round, &round->quality);
  summary->nomination_vote = KQA_VOTE_WAITS;
  if (summary->quality_vote == KQA_VOTE_VOID)
    set_open(round, outcomes, KQA_OUTCOME_VOTE_VOID);
  if (summary->quality_vote != KQA_VOTE_COUNTED)
    return;
  count_quality_vote(edition, round, outcomes, candidates, summary);
  if (summary->quality_tied > 0)
    return;
  summary->nomination_vote = state_of(edition, round, &round->nomination);
  if (summary->nomination_vote == KQA_VOTE_VOID)
    set_open(round, outcomes, KQA_OUTCOME_VOTE_VOID);
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

/* Step 6, Art. 24: the money. */
static void pay(const struct kqa_edition *edition, const struct kqa_round *round,
                struct kqa_outcome *outcomes, struct kqa_round_summary *summary)
{
  for (int32_t i = 0; i < round->organization_count; i++) {
    const struct kqa_organization *organization = &round->organizations[i];
    size_t count = organization->has_dossier ? (size_t)organization->history.count : 0;

    if (outcomes[i].award == KQA_AWARD_NONE)
      continue;
    outcomes[i].prize =
      kqa_prize_of(edition, outcomes[i].award,
                   count > 0 ? kqa_round_history(round, organization) : NULL, count)
        .amount;
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

  judge_all(edition, round, outcomes, ranked, candidates);
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
