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

/* The findings of one step of the procedure after the qualification check; those of a vote are the
 * most. All steps are made before anything is written. */
#define STEP_FINDINGS 5

struct step {
  int32_t count;
  struct kqa_finding findings[STEP_FINDINGS];
};

/* A list with so many findings at most, which are apart from it. */
/*@ predicate room_after{L}(struct finding_list *list, integer most) =
  @   \valid(list) && list->count <= most &&
  @   \valid(list->findings + (0 .. list->capacity - 1)) &&
  @   (\base_addr(list) != \base_addr(list->findings));
  @*/

/*@ requires list: room_after(list, KQA_ROUND_FINDINGS);
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
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

/*@ requires list: room_after(list, KQA_ROUND_FINDINGS - step.count);
  @ requires step: 0 <= step.count <= STEP_FINDINGS;
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures count: list->count == \old(list->count) + step.count;
  @*/
static void add_step(struct finding_list *list, struct step step)
{
  /*@ loop invariant place: 0 <= i <= step.count;
    @ loop invariant count: list->count == \at(list->count, Pre) + i;
    @ loop assigns i, list->count, list->findings[0 .. list->capacity - 1];
    @ loop variant step.count - i;
    @*/
  for (int32_t i = 0; i < step.count; i++)
    add(list, step.findings[i]);
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires lists: \valid_read(subject.application) &&
  @   \valid_read(subject.incidents + (0 .. subject.incident_count - 1)) &&
  @   \valid_read(subject.sanctions + (0 .. subject.sanction_count - 1));
  @ requires sound: kqa_sound_application(subject.application) &&
  @   kqa_sound_incidents(subject.incidents, subject.incident_count) &&
  @   kqa_sound_sanctions(subject.sanctions, subject.sanction_count) &&
  @   kqa_valid_date(subject.deadline);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: \result.count == KQA_ELIGIBILITY_FINDINGS;
  @*/
static struct kqa_eligibility explain(const struct kqa_edition *edition,
                                      struct eligibility_case subject)
{
  struct kqa_evaluation evaluation = kqa_eligibility_evaluate(edition, &subject);

  return kqa_eligibility_explain(edition, &subject, &evaluation);
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && \valid_read(organization) &&
  @   kqa_valid_date(round->deadline);
  @ requires organization: kqa_sound_spans(round, organization) &&
  @   kqa_sound_case(round, organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: \result.count == KQA_ELIGIBILITY_FINDINGS;
  @*/
static struct kqa_eligibility explanation_of(const struct kqa_edition *edition,
                                             const struct kqa_round *round,
                                             const struct kqa_organization *organization)
{
  return explain(edition, kqa_round_case(round, organization));
}

/* Art. 12, 14, 26, 30: the qualification check. */
/*@ requires list: room_after(list, 0);
  @ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && \valid_read(organization) &&
  @   kqa_valid_date(round->deadline);
  @ requires organization: kqa_sound_spans(round, organization) &&
  @   kqa_sound_case(round, organization);
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures count: list->count == \old(list->count) + KQA_ELIGIBILITY_FINDINGS;
  @*/
static void add_eligibility(struct finding_list *list, const struct kqa_edition *edition,
                            const struct kqa_round *round,
                            const struct kqa_organization *organization)
{
  struct kqa_eligibility eligibility = explanation_of(edition, round, organization);

  /*@ loop invariant place: 0 <= i <= KQA_ELIGIBILITY_FINDINGS;
    @ loop invariant count: list->count == \at(list->count, Pre) + i;
    @ loop assigns i, list->count, list->findings[0 .. list->capacity - 1];
    @ loop variant eligibility.count - i;
    @*/
  for (int32_t i = 0; i < eligibility.count; i++)
    add(list, eligibility.findings[i]);
}

/* Art. 16 and 5, for one that passed the qualification check: the list for site review once there
 * is a document score, then the floors unless it is off the list. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires organization: \valid_read(organization);
  @ requires outcome: \valid_read(outcome) &&
  @   (outcome->total.den == 0 || kqa_sound_ratio(outcome->total)) &&
  @   (outcome->site.den == 0 || kqa_sound_ratio(outcome->site));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: 0 <= \result.count <= 3;
  @ ensures art15_not_met: outcome->eligible != KQA_VERDICT_MET <==> \result.count == 0;
  @ ensures art16_off_list: outcome->eligible == KQA_VERDICT_MET && outcome->document.den != 0 &&
  @   organization->invited == 0 ==> \result.count == 1 &&
  @   \result.findings[0].provision == KQA_PROVISION_SITE_REVIEW_LIST &&
  @   \result.findings[0].verdict == KQA_VERDICT_NOT_MET;
  @ ensures art5_floors: outcome->eligible == KQA_VERDICT_MET &&
  @   (outcome->document.den == 0 || organization->invited != 0) ==> \result.count >= 2;
  @*/
static struct step score_findings(const struct kqa_edition *edition,
                                  const struct kqa_organization *organization,
                                  const struct kqa_outcome *outcome)
{
  struct step step = {.count = 0};

  if (outcome->eligible != KQA_VERDICT_MET)
    return step;
  if (outcome->document.den != 0)
    step.findings[step.count++] =
      fact_finding(KQA_PROVISION_SITE_REVIEW_LIST, organization->invited ? KQA_TRUE : KQA_FALSE);
  if (outcome->document.den != 0 && !organization->invited)
    return step;
  step.findings[step.count++] = kqa_total_floor_finding(edition, outcome->total);
  step.findings[step.count++] = kqa_site_floor_finding(edition, outcome->site);
  return step;
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

/* Art. 19: one vote as it went for one candidate; of a void vote only why it is void. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round);
  @ requires organization: \valid_read(organization) &&
  @   kqa_inside(organization->history, round->history_count);
  @ requires vote: vote == &round->quality || vote == &round->nomination;
  @ requires held: kqa_sound_vote(round, vote) && kqa_decided_vote(*vote, state, place) &&
  @   (vote->held != 0 ==> kqa_sound_entry(entry, vote->present));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: 0 <= \result.count <= STEP_FINDINGS;
  @ ensures art19_none: state != KQA_VOTE_VOID && place == KQA_PLACE_NONE <==>
  @   \result.count == 0;
  @ ensures art19_void: state == KQA_VOTE_VOID ==> \result.count == 2;
  @ ensures art19_by_votes: place == KQA_PLACE_TIED || place == KQA_PLACE_NO_SEAT ==>
  @   \result.count == 4;
  @ ensures art22_seated: place == KQA_PLACE_SEATED ==> \result.count == 5;
  @*/
static struct step vote_findings(const struct kqa_edition *edition, const struct kqa_round *round,
                                 const struct kqa_organization *organization,
                                 const struct kqa_vote *vote, int32_t state, int32_t place,
                                 int32_t entry)
{
  struct step step = {.count = 0};
  int32_t yes = entry == KQA_NO_ENTRY ? 0 : entry;

  if (state != KQA_VOTE_VOID && place == KQA_PLACE_NONE)
    return step;
  step.findings[step.count++] = kqa_convener_finding(vote->convened_by);
  step.findings[step.count++] = kqa_quorum_finding(edition, round->members, vote->present);
  if (state != KQA_VOTE_COUNTED)
    return step;
  step.findings[step.count++] = kqa_approval_finding(edition, vote->present, yes);
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_TIED || place == KQA_PLACE_NO_SEAT)
    step.findings[step.count++] = seat_finding(place, yes);
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
    step.findings[step.count++] = quota_place_finding(round, organization, place);
  return step;
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

/* The vote on the quality award. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && kqa_sound_vote(round, &round->quality);
  @ requires organization: \valid_read(organization) &&
  @   kqa_inside(organization->history, round->history_count) &&
  @   kqa_sound_entries(round, organization);
  @ requires results: \valid_read(summary) && \valid_read(outcome) &&
  @   kqa_decided_outcome(round, summary, outcome);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: 0 <= \result.count <= STEP_FINDINGS;
  @*/
static struct step quality_findings(const struct kqa_edition *edition,
                                    const struct kqa_round *round,
                                    const struct kqa_round_summary *summary,
                                    const struct kqa_organization *organization,
                                    const struct kqa_outcome *outcome)
{
  if (!is_candidate(edition, outcome))
    return (struct step){.count = 0};
  return vote_findings(edition, round, organization, &round->quality, summary->quality_vote,
                       outcome->quality_place, organization->quality_yes);
}

/* Art. 19: whether one stands in the nomination vote, once that is held: not with the quality
 * award. */
/*@ requires results: \valid_read(edition) && \valid_read(summary) && \valid_read(outcome);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: 0 <= \result.count <= 1;
  @ ensures entry: \result.count == 1 ==>
  @   \result.findings[0].provision == KQA_PROVISION_NOMINATION_ENTRY &&
  @   (\result.findings[0].verdict == KQA_VERDICT_MET <==> outcome->award != KQA_AWARD_QUALITY);
  @ ensures held: summary->nomination_vote != KQA_VOTE_VOID &&
  @   summary->nomination_vote != KQA_VOTE_COUNTED ==> \result.count == 0;
  @*/
static struct step entry_finding(const struct kqa_edition *edition,
                                 const struct kqa_round_summary *summary,
                                 const struct kqa_outcome *outcome)
{
  struct step step = {.count = 0};

  if (is_candidate(edition, outcome) &&
      (summary->nomination_vote == KQA_VOTE_VOID || summary->nomination_vote == KQA_VOTE_COUNTED))
    step.findings[step.count++] = fact_finding(
      KQA_PROVISION_NOMINATION_ENTRY, outcome->award == KQA_AWARD_QUALITY ? KQA_FALSE : KQA_TRUE);
  return step;
}

/* The vote on the nominations, for one that stands in it. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && kqa_sound_vote(round, &round->nomination);
  @ requires organization: \valid_read(organization) &&
  @   kqa_inside(organization->history, round->history_count) &&
  @   kqa_sound_entries(round, organization);
  @ requires results: \valid_read(summary) && \valid_read(outcome) &&
  @   kqa_decided_outcome(round, summary, outcome);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: 0 <= \result.count <= STEP_FINDINGS;
  @ ensures quality: outcome->award == KQA_AWARD_QUALITY ==> \result.count == 0;
  @*/
static struct step nomination_findings(const struct kqa_edition *edition,
                                       const struct kqa_round *round,
                                       const struct kqa_round_summary *summary,
                                       const struct kqa_organization *organization,
                                       const struct kqa_outcome *outcome)
{
  if (!is_candidate(edition, outcome) || outcome->award == KQA_AWARD_QUALITY)
    return (struct step){.count = 0};
  return vote_findings(edition, round, organization, &round->nomination, summary->nomination_vote,
                       outcome->nomination_place, organization->nomination_yes);
}

/* Art. 22 and 24: a special nomination, and what an award brings. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && \valid_read(organization) &&
  @   \valid_read(outcome);
  @ requires history: kqa_inside(organization->history, round->history_count) &&
  @   kqa_sound_past_awards(round, organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art24_two: \result.count ==
  @   (outcome->special != 0 ? 1 : 0) + (outcome->award != KQA_AWARD_NONE ? 2 : 0);
  @*/
static struct step award_findings(const struct kqa_edition *edition, const struct kqa_round *round,
                                  const struct kqa_organization *organization,
                                  const struct kqa_outcome *outcome)
{
  struct step step = {.count = 0};
  struct kqa_prize prize;

  if (outcome->special)
    step.findings[step.count++] = fact_finding(KQA_PROVISION_SPECIAL_NOMINATION, KQA_TRUE);
  if (outcome->award == KQA_AWARD_NONE)
    return step;
  prize = kqa_prize_of(edition, outcome->award, kqa_round_history(round, organization),
                       (size_t)organization->history.count);
  step.findings[step.count++] = prize.findings[0];
  step.findings[step.count++] = prize.findings[1];
  return step;
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
  struct step scores, quality, entry, nomination, award;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_number){.fault = kqa_edition_check(edition)};
  if (place < 0 || place >= round->organization_count)
    return (struct kqa_number){.fault = fault(KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS)};
  organization = &round->organizations[place];
  outcome = &outcomes[place];
  if (!organization->has_dossier)
    return (struct kqa_number){.value = 0};
  scores = score_findings(edition, organization, outcome);
  quality = quality_findings(edition, round, summary, organization, outcome);
  entry = entry_finding(edition, summary, outcome);
  nomination = nomination_findings(edition, round, summary, organization, outcome);
  award = award_findings(edition, round, organization, outcome);
  add_eligibility(&list, edition, round, organization);
  add_step(&list, scores);
  add_step(&list, quality);
  add_step(&list, entry);
  add_step(&list, nomination);
  add_step(&list, award);
  return (struct kqa_number){.value = (int64_t)list.count};
}
