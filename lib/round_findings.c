/* The findings behind one organisation's result, in the order of the procedure. */
#include "ballot_core.h"
#include "edition_core.h"
#include "finding_core.h"
#include "prize_core.h"
#include "round_core.h"
#include "score_core.h"
#include "status_fault.h"

/* The caller's room for findings. */
struct finding_list {
  struct kqa_finding *findings;
  size_t capacity;
  size_t count;
};

/*@ requires list: \valid(list) && list->count < 1000000;
  @ requires room: list->count < list->capacity ==> \valid(list->findings + list->count);
  @ requires apart: \separated(list, list->findings + list->count);
  @ terminates \true;
  @ assigns list->count, list->findings[list->count];
  @ ensures count: list->count == \old(list->count) + 1;
  @ ensures finding: \old(list->count) < list->capacity ==>
  @   list->findings[\old(list->count)] == finding;
  @*/
static void add(struct finding_list *list, struct kqa_finding finding)
{
  if (list->count < list->capacity)
    list->findings[list->count] = finding;
  list->count++;
}

/* Art. 12, 14, 26, 30. */
static void add_eligibility(struct finding_list *list, const struct kqa_edition *edition,
                            const struct kqa_round *round,
                            const struct kqa_organization *organization)
{
  struct eligibility_case subject = kqa_round_case(round, organization);
  struct kqa_evaluation evaluation = kqa_eligibility_evaluate(edition, &subject);
  struct kqa_eligibility eligibility = kqa_eligibility_explain(edition, &subject, &evaluation);

  for (int32_t i = 0; i < eligibility.count; i++)
    add(list, eligibility.findings[i]);
}

/* Art. 16 and 5, for one that passed the qualification check: the list for site review once there
 * is a document score, then the floors unless it is off the list. */
static void add_scores(struct finding_list *list, const struct kqa_edition *edition,
                       const struct kqa_organization *organization,
                       const struct kqa_outcome *outcome)
{
  bool has_document = outcome->document.den != 0;

  if (has_document)
    add(list,
        fact_finding(KQA_PROVISION_SITE_REVIEW_LIST, organization->invited ? KQA_TRUE : KQA_FALSE));
  if (has_document && !organization->invited)
    return;
  add(list, kqa_total_floor_finding(edition, outcome->total));
  add(list, kqa_site_floor_finding(edition, outcome->site));
}

/* Art. 22: whether a former winner's award counts against the quota; no matter for anybody else. */
/*@ requires round: \valid_read(round) && \valid_read(organization) &&
  @   \valid_read(round->history + (0 .. round->history_count - 1)) &&
  @   kqa_inside(organization->history, round->history_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art22_others: \result.verdict != KQA_VERDICT_NOT_APPLICABLE ==>
  @   (\result.verdict == KQA_VERDICT_MET <==> place == KQA_PLACE_OFF_QUOTA);
  @ ensures art22_former: \result.verdict != KQA_VERDICT_NOT_APPLICABLE ==>
  @   organization->history.count > 0;
  @*/
static struct kqa_finding quota_place_finding(const struct kqa_round *round,
                                              const struct kqa_organization *organization,
                                              int32_t place)
{
  bool is_former_winner = kqa_has_standing_award(kqa_round_history(round, organization),
                                                 (size_t)organization->history.count);
  struct kqa_finding finding = fact_finding(KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA,
                                            place == KQA_PLACE_OFF_QUOTA ? KQA_TRUE : KQA_FALSE);

  if (!is_former_winner)
    finding.verdict = KQA_VERDICT_NOT_APPLICABLE;
  return finding;
}

/* Art. 19: a seat by number of votes; a tie leaves it open. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art19_seat: (\result.verdict == KQA_VERDICT_MET <==> place == KQA_PLACE_SEATED) &&
  @   (\result.verdict == KQA_VERDICT_UNKNOWN <==> place == KQA_PLACE_TIED);
  @*/
static struct kqa_finding seat_finding(int32_t place, int32_t yes)
{
  int32_t verdict = verdict_of(place == KQA_PLACE_SEATED);

  if (place == KQA_PLACE_TIED)
    verdict = KQA_VERDICT_UNKNOWN;
  return value_finding(KQA_PROVISION_SEAT_BY_VOTES, verdict, KQA_UNIT_VOTES, KQA_RELATION_NONE,
                       whole(yes), no_number());
}

static void add_place(struct finding_list *list, const struct kqa_round *round,
                      const struct kqa_organization *organization, int32_t place, int32_t yes)
{
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_TIED || place == KQA_PLACE_NO_SEAT)
    add(list, seat_finding(place, yes));
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
    add(list, quota_place_finding(round, organization, place));
}

/* Art. 19: one vote as it went for one candidate; of a void vote only why it is void. */
static void add_vote(struct finding_list *list, const struct kqa_edition *edition,
                     const struct kqa_round *round, const struct kqa_organization *organization,
                     const struct kqa_vote *vote, int32_t state, int32_t place, int32_t entry)
{
  int32_t yes = entry == KQA_NO_ENTRY ? 0 : entry;

  if (state != KQA_VOTE_VOID && place == KQA_PLACE_NONE)
    return;
  add(list, kqa_convener_finding(vote->convened_by));
  add(list, kqa_quorum_finding(edition, round->members, vote->present));
  if (state != KQA_VOTE_COUNTED)
    return;
  add(list, kqa_approval_finding(edition, vote->present, yes));
  add_place(list, round, organization, place, yes);
}

/*@ requires outcome: \valid_read(edition) && \valid_read(outcome);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures candidate: \result <==> outcome->total.den != 0 && (outcome->rank > 0 ||
  @   edition->floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY);
  @*/
static bool is_candidate(const struct kqa_edition *edition, const struct kqa_outcome *outcome)
{
  return outcome->total.den != 0 &&
         (outcome->rank > 0 || edition->floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY);
}

static void add_votes(struct finding_list *list, const struct kqa_edition *edition,
                      const struct kqa_round *round, const struct kqa_round_summary *summary,
                      const struct kqa_organization *organization,
                      const struct kqa_outcome *outcome)
{
  bool holds_quality = outcome->award == KQA_AWARD_QUALITY;

  add_vote(list, edition, round, organization, &round->quality, summary->quality_vote,
           outcome->quality_place, organization->quality_yes);
  if (summary->nomination_vote != KQA_VOTE_VOID && summary->nomination_vote != KQA_VOTE_COUNTED)
    return;
  add(list, fact_finding(KQA_PROVISION_NOMINATION_ENTRY, holds_quality ? KQA_FALSE : KQA_TRUE));
  if (!holds_quality)
    add_vote(list, edition, round, organization, &round->nomination, summary->nomination_vote,
             outcome->nomination_place, organization->nomination_yes);
}

/* Art. 24. */
static void add_prize(struct finding_list *list, const struct kqa_edition *edition,
                      const struct kqa_round *round, const struct kqa_organization *organization,
                      const struct kqa_outcome *outcome)
{
  struct kqa_prize prize =
    kqa_prize_of(edition, outcome->award, kqa_round_history(round, organization),
                 (size_t)organization->history.count);

  for (int32_t i = 0; i < prize.count; i++)
    add(list, prize.findings[i]);
}

struct kqa_number kqa_round_findings(const struct kqa_edition *edition,
                                     const struct kqa_round *round,
                                     const struct kqa_round_summary *summary,
                                     const struct kqa_outcome *outcomes, int32_t place,
                                     struct kqa_finding *findings, size_t capacity)
{
  struct finding_list list = {findings, capacity, 0};
  const struct kqa_organization *organization;
  const struct kqa_outcome *outcome;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_number){.fault = kqa_edition_check(edition)};
  if (place < 0 || place >= round->organization_count)
    return (struct kqa_number){.fault = fault(KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS)};
  organization = &round->organizations[place];
  outcome = &outcomes[place];
  if (!organization->has_dossier)
    return (struct kqa_number){.value = 0};
  add_eligibility(&list, edition, round, organization);
  if (outcome->eligible == KQA_VERDICT_MET)
    add_scores(&list, edition, organization, outcome);
  if (is_candidate(edition, outcome))
    add_votes(&list, edition, round, summary, organization, outcome);
  if (outcome->special)
    add(&list, fact_finding(KQA_PROVISION_SPECIAL_NOMINATION, KQA_TRUE));
  if (outcome->award != KQA_AWARD_NONE)
    add_prize(&list, edition, round, organization, outcome);
  return (struct kqa_number){.value = (int64_t)list.count};
}
