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

/* A list with so many findings at most. The findings are apart from the list and from what they are
 * made of. */
/*@ predicate room_after{L}(struct finding_list *list, integer most) =
  @   \valid(list) && list->count <= most &&
  @   \valid(list->findings + (0 .. list->capacity - 1)) &&
  @   (\base_addr(list) != \base_addr(list->findings));
  @ predicate apart_from_edition{L}(struct finding_list *list, struct kqa_edition *edition) =
  @   \base_addr(list) != \base_addr(edition) &&
  @   (\base_addr(list->findings) != \base_addr(edition));
  @ predicate apart_from_history{L}(struct finding_list *list, struct kqa_round *round) =
  @   \base_addr(list) != \base_addr(round) && \base_addr(list) != \base_addr(round->history) &&
  @   (\base_addr(list->findings) != \base_addr(round) &&
  @     \base_addr(list->findings) != \base_addr(round->history));
  @ predicate apart_from_organization{L}(struct finding_list *list,
  @                                      struct kqa_organization *organization) =
  @   \base_addr(list) != \base_addr(organization) &&
  @   (\base_addr(list->findings) != \base_addr(organization));
  @ predicate apart_from_summary{L}(struct finding_list *list,
  @                                 struct kqa_round_summary *summary) =
  @   \base_addr(list) != \base_addr(summary) &&
  @   (\base_addr(list->findings) != \base_addr(summary));
  @ predicate apart_from_outcome{L}(struct finding_list *list, struct kqa_outcome *outcome) =
  @   \base_addr(list) != \base_addr(outcome) &&
  @   (\base_addr(list->findings) != \base_addr(outcome));
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

/* The qualification check with its findings. */
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
  struct eligibility_case subject = kqa_round_case(round, organization);
  struct kqa_evaluation evaluation = kqa_eligibility_evaluate(edition, &subject);

  return kqa_eligibility_explain(edition, &subject, &evaluation);
}

/* Art. 12, 14, 26, 30. */
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
/*@ requires list: room_after(list, KQA_ELIGIBILITY_FINDINGS);
  @ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires organization: \valid_read(organization) && apart_from_organization(list, organization);
  @ requires outcome: \valid_read(outcome) && apart_from_outcome(list, outcome) &&
  @   (outcome->total.den == 0 || kqa_sound_ratio(outcome->total)) &&
  @   (outcome->site.den == 0 || kqa_sound_ratio(outcome->site));
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures count: \old(list->count) < list->count <= \old(list->count) + 3;
  @ ensures art16_off_list: outcome->document.den != 0 && organization->invited == 0 ==>
  @   list->count == \old(list->count) + 1;
  @ ensures art5_floors: outcome->document.den == 0 || organization->invited != 0 ==>
  @   list->count >= \old(list->count) + 2;
  @*/
static void add_scores(struct finding_list *list, const struct kqa_edition *edition,
                       const struct kqa_organization *organization,
                       const struct kqa_outcome *outcome)
{
  bool has_document = outcome->document.den != 0;
  struct kqa_finding total = kqa_total_floor_finding(edition, outcome->total);
  struct kqa_finding site = kqa_site_floor_finding(edition, outcome->site);

  if (has_document)
    add(list,
        fact_finding(KQA_PROVISION_SITE_REVIEW_LIST, organization->invited ? KQA_TRUE : KQA_FALSE));
  if (has_document && !organization->invited)
    return;
  add(list, total);
  add(list, site);
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

/*@ requires list: room_after(list, KQA_ROUND_FINDINGS - 4);
  @ requires round: kqa_readable_lists(round) && apart_from_history(list, round);
  @ requires organization: \valid_read(organization) &&
  @   apart_from_organization(list, organization) &&
  @   kqa_inside(organization->history, round->history_count);
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures count: \old(list->count) <= list->count <= \old(list->count) + 2;
  @ ensures art19_seat: place == KQA_PLACE_TIED || place == KQA_PLACE_NO_SEAT ==>
  @   list->count == \old(list->count) + 1;
  @ ensures art22_seated: place == KQA_PLACE_SEATED ==> list->count == \old(list->count) + 2;
  @*/
static void add_place(struct finding_list *list, const struct kqa_round *round,
                      const struct kqa_organization *organization, int32_t place, int32_t yes)
{
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_TIED || place == KQA_PLACE_NO_SEAT)
    add(list, seat_finding(place, yes));
  if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
    add(list, quota_place_finding(round, organization, place));
}

/* Art. 19: one vote as it went for one candidate; of a void vote only why it is void. */
/*@ requires list: room_after(list, KQA_ROUND_FINDINGS - 8);
  @ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && apart_from_history(list, round);
  @ requires organization: \valid_read(organization) &&
  @   apart_from_organization(list, organization) &&
  @   kqa_inside(organization->history, round->history_count);
  @ requires vote: vote == &round->quality || vote == &round->nomination;
  @ requires held: kqa_sound_vote(round, vote) && kqa_decided_vote(*vote, state, place) &&
  @   (vote->held != 0 ==> kqa_sound_entry(entry, vote->present));
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures count: \old(list->count) <= list->count <= \old(list->count) + 5;
  @ ensures art19_void: state == KQA_VOTE_VOID ==> list->count == \old(list->count) + 2;
  @*/
static void add_vote(struct finding_list *list, const struct kqa_edition *edition,
                     const struct kqa_round *round, const struct kqa_organization *organization,
                     const struct kqa_vote *vote, int32_t state, int32_t place, int32_t entry)
{
  int32_t yes = entry == KQA_NO_ENTRY ? 0 : entry;
  struct kqa_finding quorum;
  struct kqa_finding approval;

  if (state != KQA_VOTE_VOID && place == KQA_PLACE_NONE)
    return;
  quorum = kqa_quorum_finding(edition, round->members, vote->present);
  approval = kqa_approval_finding(edition, vote->present, yes);
  add(list, kqa_convener_finding(vote->convened_by));
  add(list, quorum);
  if (state != KQA_VOTE_COUNTED)
    return;
  add(list, approval);
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

/*@ requires list: room_after(list, KQA_ELIGIBILITY_FINDINGS + 3);
  @ requires edition: \valid_read(edition) && kqa_sound_edition(edition) &&
  @   apart_from_edition(list, edition);
  @ requires round: kqa_readable_lists(round) && apart_from_history(list, round) &&
  @   kqa_sound_vote(round, &round->quality) && kqa_sound_vote(round, &round->nomination);
  @ requires organization: \valid_read(organization) &&
  @   apart_from_organization(list, organization) &&
  @   kqa_inside(organization->history, round->history_count) &&
  @   kqa_sound_entries(round, organization);
  @ requires results: \valid_read(summary) && \valid_read(outcome) &&
  @   apart_from_summary(list, summary) && apart_from_outcome(list, outcome) &&
  @   kqa_decided_outcome(round, summary, outcome);
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures count: \old(list->count) <= list->count <= \old(list->count) + 11;
  @*/
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
/*@ requires list: room_after(list, KQA_ROUND_FINDINGS - 2);
  @ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_lists(round) && \valid_read(organization) &&
  @   \valid_read(outcome);
  @ requires history: kqa_inside(organization->history, round->history_count) &&
  @   kqa_sound_past_awards(round, organization);
  @ terminates \true;
  @ assigns list->count, list->findings[0 .. list->capacity - 1];
  @ ensures art24_two: list->count == \old(list->count) + 2;
  @*/
static void add_prize(struct finding_list *list, const struct kqa_edition *edition,
                      const struct kqa_round *round, const struct kqa_organization *organization,
                      const struct kqa_outcome *outcome)
{
  struct kqa_prize prize =
    kqa_prize_of(edition, outcome->award, kqa_round_history(round, organization),
                 (size_t)organization->history.count);

  /*@ loop invariant place: 0 <= i <= 2;
    @ loop invariant count: list->count == \at(list->count, Pre) + i;
    @ loop assigns i, list->count, list->findings[0 .. list->capacity - 1];
    @ loop variant prize.count - i;
    @*/
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
