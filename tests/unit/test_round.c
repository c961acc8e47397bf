/* A whole round: every outcome by hand, random rounds against the other rooms put together, and
 * every reading against deciding again. */
#include <stdlib.h>

#include "support_round.h"

/* round.h: years from 1 to 9999, members from 1 to KQA_MAX_MEMBERS. */
static void first_and_last_year_and_number_of_members_are_taken_and_no_other(void **state)
{
  const struct {
    int32_t year, members, field;
  } cases[] = {
    {1, 18, KQA_FIELD_NONE},      {9999, 18, KQA_FIELD_NONE},
    {0, 18, KQA_FIELD_YEAR},      {10000, 18, KQA_FIELD_YEAR},
    {2026, 1, KQA_FIELD_NONE},    {2026, KQA_MAX_MEMBERS, KQA_FIELD_NONE},
    {2026, 0, KQA_FIELD_MEMBERS}, {2026, KQA_MAX_MEMBERS + 1, KQA_FIELD_MEMBERS},
  };

  (void)state;
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    static struct scene scene;
    start(&scene, 1);
    scene.round.year = cases[i].year;
    scene.round.members = cases[i].members;
    scene.round.quality.held = scene.round.nomination.held = 0;
    scene.orgs[0].quality_yes = scene.orgs[0].nomination_yes = KQA_NO_ENTRY;
    struct kqa_fault fault = decide(&scene);
    assert_int_equal(fault.status, cases[i].field == KQA_FIELD_NONE ? KQA_OK : KQA_E_RANGE);
    assert_int_equal(fault.field, cases[i].field);
  }
}

static void condition_not_met_is_ineligible_whatever_the_scores(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  scene.orgs[0].application.facts[KQA_FACT_ISO9001_CERTIFIED] = KQA_FALSE;
  scene.orgs[0].application.facts[KQA_FACT_FORM] = KQA_UNKNOWN;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_INELIGIBLE, 0);
  assert_int_equal(scene.outcomes[0].eligible, KQA_VERDICT_NOT_MET);
  assert_int_equal(scene.outcomes[0].missing, 0);
  assert_int_equal(scene.outcomes[0].rank, 0);
  assert_ratio(scene.outcomes[0].total, 0, 0);
  assert_int_equal(scene.outcomes[1].rank, 1);
  assert_ratio(scene.outcomes[1].total, 658, 1);
}

static void missing_fact_leaves_the_outcome_undetermined(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 1);
  scene.orgs[0].application.facts[KQA_FACT_FORM] = KQA_UNKNOWN;
  scene.orgs[0].application.received = ymd(0, 0, 0);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_UNDETERMINED, 0);
  assert_int_equal(scene.outcomes[0].eligible, KQA_VERDICT_UNKNOWN);
  assert_int_equal(scene.outcomes[0].missing,
                   UINT32_C(1) << KQA_FACT_FORM | UINT32_C(1) << KQA_REQUIREMENT_RECEIVED);
  assert_ratio(scene.outcomes[0].total, 0, 0);
}

static void incidents_sanctions_and_history_are_those_of_the_spans(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 4);
  scene.incidents[3].date = ymd(2025, 1, 1);
  scene.sanctions[4].decided = ymd(2025, 1, 1);
  scene.orgs[0].incidents = (struct kqa_span){2, 1};
  scene.orgs[1].incidents = (struct kqa_span){2, 2};
  scene.orgs[2].sanctions = (struct kqa_span){4, 1};
  scene.orgs[3].sanctions = (struct kqa_span){5, 3};
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOT_ELECTED, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_INELIGIBLE, 0);
  assert_outcome(&scene, 2, KQA_OUTCOME_INELIGIBLE, 0);
  assert_outcome(&scene, 3, KQA_OUTCOME_NOT_ELECTED, 0);
}

static void missing_score_is_pending_and_no_invitation_ends_there(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 4);
  scene.orgs[0].document.kind = KQA_REVIEW_NONE;
  scene.orgs[0].invited = 0;
  scene.orgs[1].invited = 0;
  scene.orgs[2].site.kind = KQA_REVIEW_NONE;
  scene.orgs[3].invited = 0;
  scene.orgs[3].site.kind = KQA_REVIEW_NONE;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_PENDING, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_NOT_INVITED, 0);
  assert_outcome(&scene, 2, KQA_OUTCOME_PENDING, 0);
  assert_outcome(&scene, 3, KQA_OUTCOME_NOT_INVITED, 0);
  for (int32_t i = 0; i < 4; i++) {
    assert_ratio(scene.outcomes[i].total, 0, 0);
    assert_int_equal(scene.outcomes[i].rank, 0);
  }
}

/* Art. 5: without a score of the site review neither floor is decided. */
static void floor_without_a_score_is_unknown(void **state)
{
  (void)state;
  static struct scene scene;
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  start(&scene, 1);
  scene.orgs[0].site.kind = KQA_REVIEW_NONE;
  assert_no_fault(decide(&scene));
  const struct kqa_number count = kqa_round_findings(
    &scene.edition, &scene.round, &scene.summary, scene.outcomes, 0, findings, KQA_ROUND_FINDINGS);
  assert_int_equal(count.value, KQA_ELIGIBILITY_FINDINGS + 3);
  for (int64_t i = count.value - 2; i < count.value; i++) {
    assert_int_equal(findings[i].verdict, KQA_VERDICT_UNKNOWN);
    assert_ratio(findings[i].observed, 0, 0);
    assert_ratio(findings[i].required, 600, 1);
  }
}

static size_t count_findings(const struct scene *scene, int32_t place)
{
  const struct kqa_number count = kqa_round_findings(
    &scene->edition, &scene->round, &scene->summary, scene->outcomes, place, NULL, 0);
  assert_no_fault(count.fault);
  return (size_t)count.value;
}

/* Art. 15, 16, 5 and 19: each step is about those that reach it: scores after the qualification
 * check, the list once there is a document score, votes on candidates, the second vote on those
 * without the quality award. Void votes leave two findings on each that stands in them. */
static void findings_are_about_the_steps_that_one_reaches(void **state)
{
  (void)state;
  enum { CHECKED = KQA_ELIGIBILITY_FINDINGS };
  static struct scene scene;
  start(&scene, 5);
  scene.orgs[0].application.facts[KQA_FACT_FORM] = KQA_FALSE;
  scene.orgs[1].application.facts[KQA_FACT_FORM] = KQA_UNKNOWN;
  scene.orgs[2].document.kind = KQA_REVIEW_NONE;
  scene.orgs[3].site = score_of(599, 1);
  vote(&scene, 4, 14, KQA_NO_ENTRY);
  scene.round.nomination.convened_by = KQA_CONVENER_OTHER;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 4, KQA_OUTCOME_QUALITY, 200000);
  const size_t winner = count_findings(&scene, 4);
  for (int32_t convener = KQA_CONVENER_CHAIR; convener <= KQA_CONVENER_OTHER; convener++) {
    scene.round.quality.convened_by = convener;
    assert_no_fault(decide(&scene));
    assert_int_equal(count_findings(&scene, 0), CHECKED);
    assert_int_equal(count_findings(&scene, 1), CHECKED);
    assert_int_equal(count_findings(&scene, 2), CHECKED + 2);
    assert_int_equal(count_findings(&scene, 3), CHECKED + 3);
    assert_int_equal(count_findings(&scene, 4),
                     convener == KQA_CONVENER_OTHER ? CHECKED + 3 + 2 : winner);
  }
  scene.round.quality.convened_by = KQA_CONVENER_CHAIR;
  scene.round.nomination.convened_by = KQA_CONVENER_CHAIR;
  assert_no_fault(decide(&scene));
  assert_int_equal(count_findings(&scene, 4), winner);
}

static void findings_of_one_not_invited_end_with_the_list(void **state)
{
  (void)state;
  static struct scene scene;
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  start(&scene, 1);
  scene.orgs[0].invited = 0;
  assert_no_fault(decide(&scene));
  struct kqa_number count = kqa_round_findings(&scene.edition, &scene.round, &scene.summary,
                                               scene.outcomes, 0, findings, KQA_ROUND_FINDINGS);
  assert_no_fault(count.fault);
  assert_int_equal(count.value, KQA_ELIGIBILITY_FINDINGS + 1);
  assert_finding(&findings[KQA_ELIGIBILITY_FINDINGS], KQA_PROVISION_SITE_REVIEW_LIST,
                 KQA_VERDICT_NOT_MET);
}

static void winner_reaches_both_floors_of_six_hundred(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 4);
  scene.orgs[0].document = score_of(600, 1);
  scene.orgs[0].site = score_of(600, 1);
  scene.orgs[1].document = score_of(5999, 10);
  scene.orgs[1].site = score_of(600, 1);
  scene.orgs[2].document = score_of(1000, 1);
  scene.orgs[2].site = score_of(5999, 10);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOT_ELECTED, 0);
  assert_int_equal(scene.outcomes[0].rank, 2);
  assert_outcome(&scene, 1, KQA_OUTCOME_BELOW_FLOOR, 0);
  assert_ratio(scene.outcomes[1].total, 29999, 50);
  assert_int_equal(scene.outcomes[1].rank, 0);
  assert_outcome(&scene, 2, KQA_OUTCOME_BELOW_FLOOR, 0);
  assert_ratio(scene.outcomes[2].total, 16998, 25);
  assert_int_equal(scene.summary.candidates, 2);
}

static void floors_of_the_quality_award_alone_leave_the_nomination_open(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  scene.edition.floors_apply_to = KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  scene.orgs[0].site = score_of(500, 1);
  vote(&scene, 0, KQA_NO_ENTRY, 7);
  vote(&scene, 1, 7, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 100000);
  assert_int_equal(scene.outcomes[0].rank, 0);
  assert_int_equal(scene.outcomes[0].quality_place, KQA_PLACE_NONE);
  assert_int_equal(scene.outcomes[0].nomination_place, KQA_PLACE_SEATED);
  assert_outcome(&scene, 1, KQA_OUTCOME_QUALITY, 200000);
  assert_int_equal(scene.summary.candidates, 1);
  scene.round.quality.held = 0;
  vote(&scene, 1, KQA_NO_ENTRY, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_PENDING, 0);
  scene.round.quality = (struct kqa_vote){1, KQA_CONVENER_OTHER, 18};
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_VOTE_VOID, 0);
  scene.round.quality = (struct kqa_vote){1, KQA_CONVENER_CHAIR, 14};
  vote(&scene, 0, 0, KQA_NO_ENTRY);
  assert_fault_at(decide(&scene), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_YES, 0, 0, 0);
}

static void vote_not_yet_held_leaves_candidates_pending(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  scene.round.quality.held = 0;
  vote(&scene, 0, KQA_NO_ENTRY, 14);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_PENDING, 0);
  assert_int_equal(scene.outcomes[0].rank, 1);
  assert_int_equal(scene.summary.quality_vote, KQA_VOTE_NOT_HELD);
  assert_int_equal(scene.summary.nomination_vote, KQA_VOTE_WAITS);
  scene.round.quality.held = 1;
  scene.round.nomination.held = 0;
  vote(&scene, 0, 7, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 1, KQA_OUTCOME_PENDING, 0);
  assert_int_equal(scene.summary.nomination_vote, KQA_VOTE_NOT_HELD);
}

static void void_vote_gives_nothing_and_is_not_followed_by_another(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  vote(&scene, 0, 11, 14);
  scene.round.quality.present = 11;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_VOTE_VOID, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_VOTE_VOID, 0);
  assert_int_equal(scene.summary.quality_vote, KQA_VOTE_VOID);
  assert_int_equal(scene.summary.nomination_vote, KQA_VOTE_WAITS);
  scene.round.quality.present = 12;
  scene.round.nomination.convened_by = KQA_CONVENER_OTHER;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 1, KQA_OUTCOME_VOTE_VOID, 0);
  assert_int_equal(scene.summary.quality_vote, KQA_VOTE_COUNTED);
  assert_int_equal(scene.summary.nomination_vote, KQA_VOTE_VOID);
  assert_seats(scene.summary.quality, 3, 1, 0);
  assert_seats(scene.summary.nomination, 10, 0, 0);
}

static void seats_go_by_votes_and_the_rest_stand_for_the_nomination(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 6);
  static const int32_t yes[6][2] = {{8, 7}, {13, 3}, {9, 0}, {12, KQA_NO_ENTRY}, {6, 6}, {-1, 14}};
  for (int32_t i = 0; i < 6; i++)
    vote(&scene, i, yes[i][0], yes[i][1]);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 100000);
  assert_outcome(&scene, 1, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 2, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 3, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 4, KQA_OUTCOME_NOT_ELECTED, 0);
  assert_outcome(&scene, 5, KQA_OUTCOME_NOMINATION, 100000);
  assert_int_equal(scene.outcomes[0].quality_place, KQA_PLACE_NO_SEAT);
  assert_int_equal(scene.outcomes[1].nomination_place, KQA_PLACE_NONE);
  assert_seats(scene.summary.quality, 3, 3, 0);
  assert_seats(scene.summary.nomination, 10, 2, 0);
  assert_int_equal(scene.summary.prize_total, 800000);
}

static void former_winner_is_off_the_quota_and_paid_what_the_cap_leaves(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 3);
  scene.edition.quota_quality = 1;
  scene.orgs[0].history = (struct kqa_span){0, 1};
  scene.history[1].revoked = 1;
  scene.orgs[1].history = (struct kqa_span){1, 1};
  vote(&scene, 0, 7, KQA_NO_ENTRY);
  vote(&scene, 1, 8, KQA_NO_ENTRY);
  vote(&scene, 2, 9, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_QUALITY, 100000);
  assert_int_equal(scene.outcomes[0].off_quota, 1);
  assert_int_equal(scene.outcomes[0].quality_place, KQA_PLACE_OFF_QUOTA);
  assert_outcome(&scene, 1, KQA_OUTCOME_NOT_ELECTED, 0);
  assert_outcome(&scene, 2, KQA_OUTCOME_QUALITY, 200000);
  assert_int_equal(scene.outcomes[2].off_quota, 0);
  assert_seats(scene.summary.quality, 1, 1, 1);
}

static void former_winner_takes_a_nomination_inside_the_quota(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 1);
  scene.orgs[0].history = (struct kqa_span){0, 1};
  vote(&scene, 0, KQA_NO_ENTRY, 7);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 0);
  assert_int_equal(scene.outcomes[0].off_quota, 0);
  assert_seats(scene.summary.nomination, 10, 1, 0);
  scene.edition.prior_winner_exempt = KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
  assert_no_fault(decide(&scene));
  assert_int_equal(scene.outcomes[0].off_quota, 1);
  assert_seats(scene.summary.nomination, 10, 0, 1);
}

static void tie_for_the_quality_award_makes_the_nomination_vote_wait(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 4);
  scene.edition.quota_quality = 2;
  vote(&scene, 0, 9, 14);
  vote(&scene, 1, 9, 14);
  vote(&scene, 2, 12, 14);
  vote(&scene, 3, 2, 14);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_TIED, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_TIED, 0);
  assert_outcome(&scene, 2, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 3, KQA_OUTCOME_PENDING, 0);
  assert_int_equal(scene.summary.quality_tied, 2);
  assert_int_equal(scene.summary.nomination_vote, KQA_VOTE_WAITS);
  assert_seats(scene.summary.nomination, 10, 0, 0);
  scene.orgs[1].quality_runoff = 1;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 1, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 100000);
  assert_outcome(&scene, 3, KQA_OUTCOME_NOMINATION, 100000);
}

static void tie_for_the_nomination_leaves_only_the_equal_without_an_answer(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 4);
  scene.edition.quota_nomination = 2;
  vote(&scene, 0, KQA_NO_ENTRY, 9);
  vote(&scene, 1, KQA_NO_ENTRY, 12);
  vote(&scene, 2, KQA_NO_ENTRY, 9);
  vote(&scene, 3, KQA_NO_ENTRY, 8);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_TIED, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_NOMINATION, 100000);
  assert_outcome(&scene, 2, KQA_OUTCOME_TIED, 0);
  assert_outcome(&scene, 3, KQA_OUTCOME_NOT_ELECTED, 0);
  assert_int_equal(scene.summary.nomination_tied, 2);
  scene.orgs[0].nomination_runoff = 8;
  scene.orgs[2].nomination_runoff = 6;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 100000);
  assert_outcome(&scene, 2, KQA_OUTCOME_NOT_ELECTED, 0);
}

static void special_nomination_replaces_the_outcome_and_nothing_else(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 8);
  scene.edition.quota_nomination = 1;
  scene.orgs[0].application.facts[KQA_FACT_LAWFUL_OPERATION] = KQA_FALSE;
  scene.orgs[1].application.facts[KQA_FACT_LAWFUL_OPERATION] = KQA_UNKNOWN;
  scene.orgs[2].document.kind = KQA_REVIEW_NONE;
  scene.orgs[3].invited = 0;
  scene.orgs[4].site = score_of(1, 1);
  vote(&scene, 5, 0, 0);
  vote(&scene, 6, KQA_NO_ENTRY, 9);
  vote(&scene, 7, KQA_NO_ENTRY, 9);
  assert_no_fault(decide(&scene));
  static struct scene special;
  special = scene;
  special.round.organizations = special.orgs;
  for (int32_t i = 0; i < 8; i++)
    special.orgs[i].special_nomination = 1;
  assert_no_fault(decide(&special));
  for (int32_t i = 0; i < 8; i++) {
    const struct kqa_outcome *was = &scene.outcomes[i];
    const struct kqa_outcome *is = &special.outcomes[i];
    assert_outcome(&scene, i, i == 7 || i == 6 ? KQA_OUTCOME_TIED : was->outcome, 0);
    assert_outcome(&special, i, KQA_OUTCOME_NOMINATION, 100000);
    assert_int_equal(is->off_quota, 1);
    assert_int_equal(is->special, 1);
    assert_int_equal(is->rank, was->rank);
    assert_int_equal(is->eligible, was->eligible);
    assert_int_equal(is->missing, was->missing);
    assert_int_equal(is->nomination_place, was->nomination_place);
    assert_ratio(is->total, was->total.num, was->total.den);
  }
  assert_seats(special.summary.nomination, 1, 0, 8);
  assert_int_equal(special.summary.nomination_tied, 2);
  assert_int_equal(special.summary.prize_total, 800000);
}

static void special_nominee_needs_no_dossier_nor_a_vote(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  scene.round.has_committee = 0;
  scene.round.members = 0;
  scene.round.quality.held = 0;
  scene.round.nomination.held = 0;
  scene.orgs[1] = kqa_organization_blank();
  scene.orgs[1].has_dossier = 0;
  scene.orgs[1].special_nomination = 1;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_PENDING, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_NOMINATION, 100000);
  assert_int_equal(scene.outcomes[1].eligible, KQA_VERDICT_NOT_APPLICABLE);
  assert_int_equal(scene.outcomes[1].missing, 0);
  assert_int_equal(scene.outcomes[1].off_quota, 1);
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  struct kqa_number count = kqa_round_findings(&scene.edition, &scene.round, &scene.summary,
                                               scene.outcomes, 1, findings, KQA_ROUND_FINDINGS);
  assert_no_fault(count.fault);
  assert_int_equal(count.value, 0);
}

static void special_nomination_paid_before_is_not_paid_again(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 1);
  scene.orgs[0].special_nomination = 1;
  scene.orgs[0].history = (struct kqa_span){0, 1};
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 0);
  scene.history[0].award = KQA_AWARD_QUALITY;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_NOMINATION, 100000);
}

static void special_nomination_of_a_winner_is_a_fault(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 3);
  vote(&scene, 1, 7, KQA_NO_ENTRY);
  vote(&scene, 2, KQA_NO_ENTRY, 7);
  scene.orgs[0].special_nomination = 1;
  assert_no_fault(decide(&scene));
  for (int32_t winner = 1; winner <= 2; winner++) {
    scene.orgs[winner].special_nomination = 1;
    assert_fault_at(decide(&scene), KQA_E_AWARDED, KQA_FIELD_SPECIAL_NOMINATIONS, winner, 0, 0);
    assert_true(is_all_zero(scene.outcomes, sizeof scene.outcomes));
    scene.orgs[winner].special_nomination = 0;
  }
}

static void
special_nominee_reaches_the_floors_where_they_apply_whatever_its_eligibility(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  scene.edition.special_nomination_floors = KQA_SPECIAL_NOMINATION_FLOORS_APPLY;
  scene.orgs[1].special_nomination = 1;
  scene.orgs[1].invited = 0;
  scene.orgs[1].application.facts[KQA_FACT_LAWFUL_OPERATION] = KQA_FALSE;
  scene.orgs[1].document = score_of(600, 1);
  scene.orgs[1].site = score_of(600, 1);
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 1, KQA_OUTCOME_NOMINATION, 100000);
  scene.orgs[1].site = score_of(5999, 10);
  assert_fault_at(decide(&scene), KQA_E_FLOORS, KQA_FIELD_SPECIAL_NOMINATIONS, 1, 0, 0);
  scene.orgs[1].site.kind = KQA_REVIEW_NONE;
  assert_fault_at(decide(&scene), KQA_E_FLOORS, KQA_FIELD_SPECIAL_NOMINATIONS, 1, 0, 0);
  scene.orgs[1].has_dossier = 0;
  assert_fault_at(decide(&scene), KQA_E_FLOORS, KQA_FIELD_SPECIAL_NOMINATIONS, 1, 0, 0);
}

static void sheets_are_scored_as_their_panel_would(void **state)
{
  (void)state;
  static struct scene scene;
  uint64_t seed = 23;
  start(&scene, 1);
  const size_t items = (size_t)scene.criteria.item_count;
  for (size_t i = 0; i < SHEETS * items; i++)
    scene.percents[i] = 60 + 5 * (int32_t)(next_random(&seed) % 5);
  scene.orgs[0].document = (struct kqa_review){.kind = KQA_REVIEW_SHEETS, .sheets = {0, 3}};
  scene.orgs[0].site = (struct kqa_review){.kind = KQA_REVIEW_SHEETS, .sheets = {2, 4}};
  assert_no_fault(decide(&scene));
  const struct kqa_ratio document =
    kqa_panel_score(&scene.edition, &scene.criteria, scene.percents, 3).value;
  const struct kqa_ratio site =
    kqa_panel_score(&scene.edition, &scene.criteria, scene.percents + 2 * items, 4).value;
  const struct kqa_ratio total = kqa_total_score(&scene.edition, document, site).value;
  assert_ratio(scene.outcomes[0].document, document.num, document.den);
  assert_ratio(scene.outcomes[0].site, site.num, site.den);
  assert_ratio(scene.outcomes[0].total, total.num, total.den);
}

static void negative_length_of_a_list_is_a_fault_even_if_nobody_uses_it(void **state)
{
  (void)state;
  static const int32_t fields[] = {KQA_FIELD_ORG_INCIDENTS, KQA_FIELD_ORG_SANCTIONS,
                                   KQA_FIELD_ORG_HISTORY, KQA_FIELD_SHEETS};
  static struct scene scene;
  for (size_t i = 0; i < COUNT_OF(fields); i++) {
    start(&scene, 0);
    int32_t *const lengths[] = {&scene.round.incident_count, &scene.round.sanction_count,
                                &scene.round.history_count, &scene.round.sheet_count};
    *lengths[i] = -1;
    assert_fault(decide(&scene), KQA_E_RANGE, fields[i]);
  }
}

static int32_t findings_about(const struct scene *scene, int32_t place, int32_t provision)
{
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  struct kqa_number count =
    kqa_round_findings(&scene->edition, &scene->round, &scene->summary, scene->outcomes, place,
                       findings, KQA_ROUND_FINDINGS);
  int32_t found = 0;
  assert_no_fault(count.fault);
  for (int64_t i = 0; i < count.value; i++)
    found += findings[i].provision == provision;
  return found;
}

static void findings_of_a_vote_are_about_those_it_was_held_on(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 3);
  scene.edition.floors_apply_to = KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  scene.orgs[0].history = (struct kqa_span){0, 1};
  scene.orgs[2].site = score_of(599, 1);
  vote(&scene, 0, 14, KQA_NO_ENTRY);
  vote(&scene, 1, 1, KQA_NO_ENTRY);
  scene.round.nomination.held = 0;
  assert_no_fault(decide(&scene));
  assert_int_equal(findings_about(&scene, 0, KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA), 1);
  assert_int_equal(findings_about(&scene, 1, KQA_PROVISION_VOTE_APPROVAL), 1);
  assert_int_equal(findings_about(&scene, 2, KQA_PROVISION_VOTE_CONVENER), 0);
  for (int32_t i = 0; i < 3; i++) {
    assert_int_equal(findings_about(&scene, i, KQA_PROVISION_SEAT_BY_VOTES), 0);
    assert_int_equal(findings_about(&scene, i, KQA_PROVISION_NOMINATION_ENTRY), 0);
  }
  scene.edition.floors_apply_to = KQA_FLOORS_APPLY_TO_BOTH_AWARDS;
  scene.round.nomination.held = 1;
  assert_no_fault(decide(&scene));
  assert_int_equal(findings_about(&scene, 1, KQA_PROVISION_NOMINATION_ENTRY), 1);
  assert_int_equal(findings_about(&scene, 2, KQA_PROVISION_NOMINATION_ENTRY), 0);
}

static void round_without_organizations_leaves_all_seats_vacant(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 0);
  scene.round.organizations = NULL;
  scene.round.incidents = NULL;
  scene.round.sanctions = NULL;
  scene.round.history = NULL;
  scene.round.percents = NULL;
  scene.round.incident_count = 0;
  scene.round.sanction_count = 0;
  scene.round.history_count = 0;
  scene.round.sheet_count = 0;
  scene.summary = kqa_round_decide(&scene.edition, &scene.round, NULL, NULL, NULL);
  assert_no_fault(scene.summary.fault);
  assert_seats(scene.summary.quality, 3, 0, 0);
  assert_seats(scene.summary.nomination, 10, 0, 0);
  assert_int_equal(scene.summary.prize_total, 0);
  assert_no_fault(kqa_round_dependence(&scene.edition, &scene.round, NULL, NULL, NULL, NULL));
}

/* What the other rooms say of a round, put together step by step. */
struct expected {
  struct kqa_outcome outcomes[MOST];
  struct kqa_candidate quality[MOST];
  struct kqa_candidate nomination[MOST];
  struct kqa_seats quality_seats;
  struct kqa_seats nomination_seats;
  int32_t quality_tied;
  int32_t nomination_tied;
  int64_t prize_total;
};

static struct kqa_ratio expected_score(const struct scene *scene, const struct kqa_review *review)
{
  if (review->kind == KQA_REVIEW_NONE)
    return ratio(0, 0);
  if (review->kind == KQA_REVIEW_SCORE)
    return kqa_ratio_make(review->score.num, review->score.den).value;
  return kqa_panel_score(&scene->edition, &scene->criteria,
                         scene->percents + review->sheets.first * scene->criteria.item_count,
                         review->sheets.count)
    .value;
}

static void expect_scores(const struct scene *scene, const struct kqa_organization *org,
                          struct kqa_outcome *want, struct kqa_candidate *quality,
                          struct kqa_candidate *nomination)
{
  const bool both = want->document.den != 0 && want->site.den != 0;
  if (want->document.den == 0 || (org->invited && !both))
    want->outcome = KQA_OUTCOME_PENDING;
  else if (!org->invited)
    want->outcome = KQA_OUTCOME_NOT_INVITED;
  if (want->outcome != 0)
    return;
  want->total = kqa_total_score(&scene->edition, want->document, want->site).value;
  const struct kqa_decision floors = kqa_floors_check(&scene->edition, want->document, want->site);
  quality->stands = floors.verdict == KQA_VERDICT_MET;
  nomination->stands =
    quality->stands || scene->edition.floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  if (!nomination->stands)
    want->outcome = KQA_OUTCOME_BELOW_FLOOR;
}

static void expect_organization(const struct scene *scene, int32_t place, struct expected *want)
{
  const struct kqa_organization *org = &scene->orgs[place];
  struct kqa_outcome *outcome = &want->outcomes[place];
  outcome->eligible = KQA_VERDICT_NOT_APPLICABLE;
  if (!org->has_dossier)
    return;
  const struct kqa_eligibility answer =
    kqa_eligibility_decide(&scene->edition, scene->round.deadline, &org->application,
                           scene->incidents + org->incidents.first, (size_t)org->incidents.count,
                           scene->sanctions + org->sanctions.first, (size_t)org->sanctions.count);
  assert_no_fault(answer.fault);
  outcome->eligible = answer.verdict;
  outcome->missing = answer.missing;
  outcome->document = expected_score(scene, &org->document);
  outcome->site = expected_score(scene, &org->site);
  if (answer.verdict == KQA_VERDICT_MET)
    expect_scores(scene, org, outcome, &want->quality[place], &want->nomination[place]);
  else
    outcome->outcome =
      answer.verdict == KQA_VERDICT_NOT_MET ? KQA_OUTCOME_INELIGIBLE : KQA_OUTCOME_UNDETERMINED;
  const struct kqa_number former =
    kqa_is_former_winner(scene->history + org->history.first, (size_t)org->history.count);
  struct kqa_candidate *quality = &want->quality[place];
  struct kqa_candidate *nomination = &want->nomination[place];
  quality->former_winner = nomination->former_winner = (int32_t)former.value;
  quality->yes = org->quality_yes > 0 ? org->quality_yes : 0;
  quality->runoff = org->quality_runoff > 0 ? org->quality_runoff : 0;
  nomination->yes = org->nomination_yes > 0 ? org->nomination_yes : 0;
  nomination->runoff = org->nomination_runoff > 0 ? org->nomination_runoff : 0;
}

static void expect_ranks(const struct scene *scene, struct expected *want)
{
  struct kqa_ranked ranked[MOST] = {0};
  for (int32_t i = 0; i < scene->round.organization_count; i++)
    if (want->quality[i].stands)
      ranked[i].total = want->outcomes[i].total;
  kqa_rank(ranked, (size_t)scene->round.organization_count);
  for (int32_t i = 0; i < scene->round.organization_count; i++)
    want->outcomes[i].rank = ranked[i].rank;
}

static int32_t vote_state(const struct scene *scene, const struct kqa_vote *held)
{
  if (!held->held)
    return KQA_VOTE_NOT_HELD;
  const struct kqa_decision validity =
    kqa_vote_validity(&scene->edition, scene->round.members, held->convened_by, held->present);
  return validity.verdict == KQA_VERDICT_MET ? KQA_VOTE_COUNTED : KQA_VOTE_VOID;
}

/* Candidates that have no outcome yet get this one. */
static void settle(const struct scene *scene, struct expected *want, int32_t outcome)
{
  for (int32_t i = 0; i < scene->round.organization_count; i++)
    if (want->outcomes[i].outcome == 0 && scene->orgs[i].has_dossier)
      want->outcomes[i].outcome = outcome;
}

static void award(struct kqa_outcome *outcome, int32_t won, bool off_quota)
{
  outcome->award = won;
  outcome->outcome = won == KQA_AWARD_QUALITY ? KQA_OUTCOME_QUALITY : KQA_OUTCOME_NOMINATION;
  outcome->off_quota = off_quota;
}

static void expect_vote(const struct scene *scene, struct expected *want, int32_t won)
{
  const bool quality = won == KQA_AWARD_QUALITY;
  struct kqa_candidate *candidates = quality ? want->quality : want->nomination;
  const struct kqa_vote *held = quality ? &scene->round.quality : &scene->round.nomination;
  const struct kqa_allocation given = kqa_allocate(&scene->edition, won, held->present, candidates,
                                                   (size_t)scene->round.organization_count);
  assert_no_fault(given.fault);
  *(quality ? &want->quality_seats : &want->nomination_seats) = given.seats;
  *(quality ? &want->quality_tied : &want->nomination_tied) = given.tied;
  for (int32_t i = 0; i < scene->round.organization_count; i++) {
    const int32_t place = candidates[i].place;
    *(quality ? &want->outcomes[i].quality_place : &want->outcomes[i].nomination_place) = place;
    if (place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA)
      award(&want->outcomes[i], won, place == KQA_PLACE_OFF_QUOTA);
    else if (place == KQA_PLACE_TIED)
      want->outcomes[i].outcome = KQA_OUTCOME_TIED;
  }
}

static void expect_votes(const struct scene *scene, struct expected *want)
{
  want->quality_seats.quota = scene->edition.quota_quality;
  want->nomination_seats.quota = scene->edition.quota_nomination;
  int32_t counted = vote_state(scene, &scene->round.quality);
  if (counted == KQA_VOTE_COUNTED) {
    expect_vote(scene, want, KQA_AWARD_QUALITY);
    for (int32_t i = 0; i < scene->round.organization_count; i++)
      if (want->outcomes[i].award != KQA_AWARD_NONE)
        want->nomination[i].stands = 0;
    counted =
      want->quality_tied > 0 ? KQA_VOTE_NOT_HELD : vote_state(scene, &scene->round.nomination);
    if (counted == KQA_VOTE_COUNTED)
      expect_vote(scene, want, KQA_AWARD_NOMINATION);
  }
  settle(scene, want,
         counted == KQA_VOTE_COUNTED ? KQA_OUTCOME_NOT_ELECTED
         : counted == KQA_VOTE_VOID  ? KQA_OUTCOME_VOTE_VOID
                                     : KQA_OUTCOME_PENDING);
}

static void expect_prizes(const struct scene *scene, struct expected *want)
{
  for (int32_t i = 0; i < scene->round.organization_count; i++) {
    const struct kqa_organization *org = &scene->orgs[i];
    struct kqa_outcome *outcome = &want->outcomes[i];
    if (org->special_nomination) {
      award(outcome, KQA_AWARD_NOMINATION, true);
      outcome->special = 1;
      want->nomination_seats.off_quota++;
    }
    if (outcome->award != KQA_AWARD_NONE)
      outcome->prize =
        kqa_prize_decide(&scene->edition, outcome->award, scene->history + org->history.first,
                         org->has_dossier ? (size_t)org->history.count : 0)
          .amount;
    want->prize_total += outcome->prize;
  }
}

static void expect_round(const struct scene *scene, struct expected *want)
{
  memset(want, 0, sizeof *want);
  for (int32_t i = 0; i < scene->round.organization_count; i++)
    expect_organization(scene, i, want);
  expect_ranks(scene, want);
  expect_votes(scene, want);
  expect_prizes(scene, want);
}

static void assert_same_outcome(const struct kqa_outcome *seen, const struct kqa_outcome *want)
{
  assert_int_equal(seen->outcome, want->outcome);
  assert_int_equal(seen->eligible, want->eligible);
  assert_int_equal(seen->rank, want->rank);
  assert_int_equal(seen->award, want->award);
  assert_int_equal(seen->off_quota, want->off_quota);
  assert_int_equal(seen->special, want->special);
  assert_int_equal(seen->quality_place, want->quality_place);
  assert_int_equal(seen->nomination_place, want->nomination_place);
  assert_int_equal(seen->missing, want->missing);
  assert_ratio(seen->document, want->document.num, want->document.den);
  assert_ratio(seen->site, want->site.num, want->site.den);
  assert_ratio(seen->total, want->total.num, want->total.den);
  assert_int_equal(seen->prize, want->prize);
}

static void assert_as_expected(const struct scene *scene)
{
  struct expected want;
  expect_round(scene, &want);
  for (int32_t i = 0; i < scene->round.organization_count; i++)
    assert_same_outcome(&scene->outcomes[i], &want.outcomes[i]);
  const struct kqa_round_summary *summary = &scene->summary;
  assert_seats(summary->quality, want.quality_seats.quota, want.quality_seats.taken,
               want.quality_seats.off_quota);
  assert_seats(summary->nomination, want.nomination_seats.quota, want.nomination_seats.taken,
               want.nomination_seats.off_quota);
  assert_int_equal(summary->quality_tied, want.quality_tied);
  assert_int_equal(summary->nomination_tied, want.nomination_tied);
  assert_int_equal(summary->prize_total, want.prize_total);
  assert_true(summary->prize_total <= kqa_outlay_bound(&scene->edition, summary->quality.off_quota,
                                                       summary->nomination.off_quota)
                                        .value);
}

static void random_rounds_are_the_other_rooms_put_together(void **state)
{
  (void)state;
  static struct scene scene;
  uint64_t seed = 2026;
  int32_t seen[KQA_OUTCOME_QUALITY + 1] = {0};
  for (int32_t i = 0; i < 4000; i++) {
    random_scene(&scene, &seed);
    decide_what_stands(&scene);
    assert_as_expected(&scene);
    for (int32_t k = 0; k < scene.round.organization_count; k++)
      seen[scene.outcomes[k].outcome]++;
  }
  for (int32_t outcome = KQA_OUTCOME_INELIGIBLE; outcome <= KQA_OUTCOME_QUALITY; outcome++)
    assert_true(seen[outcome] > 50);
}

static struct scene twin;

/* Decides a copy of the round under one other value of a reading. */
static void decide_twin(const struct scene *scene, int32_t field, int32_t code)
{
  twin = *scene;
  twin.round.organizations = twin.orgs;
  assert_no_fault(
    kqa_edition_set(&twin.edition, kqa_field_name(field), kqa_reading_value(field, code)));
  decide_what_stands(&twin);
}

static int32_t reading_of(const struct kqa_edition *edition, int32_t field)
{
  char word[40];
  struct kqa_number length = kqa_edition_get(edition, kqa_field_name(field), word, sizeof word);
  assert_no_fault(length.fault);
  for (int32_t code = 0;; code++)
    if (strcmp(word, kqa_reading_value(field, code)) == 0)
      return code;
}

static void collect_bits(const struct scene *scene, int32_t field, uint32_t *outcome_bits,
                         uint32_t *prize_bits)
{
  const struct kqa_parameter row = kqa_parameter_find(kqa_field_name(field));
  for (int32_t code = 0; code <= row.max; code++) {
    if (code == reading_of(&scene->edition, field))
      continue;
    decide_twin(scene, field, code);
    for (int32_t i = 0; i < scene->round.organization_count; i++) {
      if (twin.outcomes[i].outcome != scene->outcomes[i].outcome)
        outcome_bits[i] |= kqa_reading_bit(field);
      else if (twin.outcomes[i].prize != scene->outcomes[i].prize)
        prize_bits[i] |= kqa_reading_bit(field);
    }
  }
}

static void dependence_is_what_deciding_again_shows(void **state)
{
  (void)state;
  static struct scene scene;
  uint64_t seed = 101;
  uint32_t seen = 0;
  for (int32_t round = 0; round < 1500; round++) {
    uint32_t outcome_bits[MOST] = {0};
    uint32_t prize_bits[MOST] = {0};
    random_scene(&scene, &seed);
    decide_what_stands(&scene);
    for (int32_t field = KQA_FIELD_VOTE_APPROVAL; field <= KQA_FIELD_REPORT_ROLLOVER; field++)
      collect_bits(&scene, field, outcome_bits, prize_bits);
    assert_no_fault(kqa_round_dependence(&scene.edition, &scene.round, scene.outcomes, scene.other,
                                         scene.ranked, scene.candidates));
    assert_as_expected(&scene);
    for (int32_t i = 0; i < scene.round.organization_count; i++) {
      assert_int_equal(scene.outcomes[i].outcome_readings, outcome_bits[i]);
      assert_int_equal(scene.outcomes[i].prize_readings, prize_bits[i]);
      seen |= outcome_bits[i] | prize_bits[i];
    }
  }
  uint32_t all = 0;
  for (int32_t field = KQA_FIELD_VOTE_APPROVAL; field <= KQA_FIELD_SCORE_ROUNDING; field++)
    all |= kqa_reading_bit(field);
  assert_int_equal(seen, all);
}

static void each_reading_has_a_bit_of_its_own(void **state)
{
  (void)state;
  uint32_t seen = 0;
  for (int32_t field = KQA_FIELD_VOTE_APPROVAL; field <= KQA_FIELD_REPORT_ROLLOVER; field++) {
    const uint32_t bit = kqa_reading_bit(field);
    assert_true(bit != 0 && (bit & (bit - 1)) == 0 && (seen & bit) == 0);
    seen |= bit;
  }
  static const int32_t none[] = {0, 1, 20, 100, 110, 201, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(none); i++)
    assert_int_equal(kqa_reading_bit(none[i]), 0);
}

static const struct kqa_finding *find(const struct kqa_finding *findings, int64_t count,
                                      int32_t provision, int32_t verdict)
{
  for (int64_t i = 0; i < count; i++)
    if (findings[i].provision == provision && findings[i].verdict == verdict)
      return &findings[i];
  return NULL;
}

static bool has_any(const struct kqa_finding *findings, int64_t count, const int32_t *provisions,
                    int32_t verdict)
{
  for (size_t i = 0; provisions[i] != 0; i++)
    if (find(findings, count, provisions[i], verdict) != NULL)
      return true;
  return false;
}

static const int32_t floor_provisions[] = {KQA_PROVISION_TOTAL_FLOOR, KQA_PROVISION_SITE_FLOOR, 0};
static const int32_t validity_provisions[] = {KQA_PROVISION_VOTE_CONVENER,
                                              KQA_PROVISION_VOTE_QUORUM, 0};
static const int32_t vote_provisions[] = {KQA_PROVISION_VOTE_APPROVAL, KQA_PROVISION_SEAT_BY_VOTES,
                                          0};
static const int32_t seat_provisions[] = {KQA_PROVISION_SEAT_BY_VOTES,
                                          KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA,
                                          KQA_PROVISION_SPECIAL_NOMINATION, 0};

/* What made the outcome stands among the findings. */
static void check_reason(const struct kqa_outcome *outcome, const struct kqa_finding *findings,
                         int64_t count)
{
  const int64_t rest = count - KQA_ELIGIBILITY_FINDINGS;
  const struct kqa_finding *after = findings + KQA_ELIGIBILITY_FINDINGS;
  assert_int_equal(conjunction(findings, KQA_ELIGIBILITY_FINDINGS), outcome->eligible);
  switch (outcome->outcome) {
  case KQA_OUTCOME_INELIGIBLE:
    assert_int_equal(outcome->eligible, KQA_VERDICT_NOT_MET);
    break;
  case KQA_OUTCOME_UNDETERMINED:
    assert_int_equal(outcome->eligible, KQA_VERDICT_UNKNOWN);
    break;
  case KQA_OUTCOME_NOT_INVITED:
    assert_non_null(find(after, rest, KQA_PROVISION_SITE_REVIEW_LIST, KQA_VERDICT_NOT_MET));
    break;
  case KQA_OUTCOME_BELOW_FLOOR:
    assert_true(has_any(after, rest, floor_provisions, KQA_VERDICT_NOT_MET));
    break;
  case KQA_OUTCOME_VOTE_VOID:
    assert_true(has_any(after, rest, validity_provisions, KQA_VERDICT_NOT_MET));
    break;
  case KQA_OUTCOME_TIED:
    assert_non_null(find(after, rest, KQA_PROVISION_SEAT_BY_VOTES, KQA_VERDICT_UNKNOWN));
    break;
  case KQA_OUTCOME_NOT_ELECTED:
    assert_true(has_any(after, rest, vote_provisions, KQA_VERDICT_NOT_MET));
    break;
  case KQA_OUTCOME_NOMINATION:
  case KQA_OUTCOME_QUALITY:
    assert_true(has_any(after, rest, seat_provisions, KQA_VERDICT_MET));
    assert_non_null(find(after, rest, KQA_PROVISION_PRIZE_NOT_REPEATED, KQA_VERDICT_MET) != NULL
                      ? after
                      : find(after, rest, KQA_PROVISION_PRIZE_NOT_REPEATED, KQA_VERDICT_NOT_MET));
    break;
  default:
    assert_int_equal(outcome->outcome, KQA_OUTCOME_PENDING);
  }
}

static void check_findings(const struct scene *scene, int32_t place)
{
  struct kqa_finding full[KQA_ROUND_FINDINGS];
  struct kqa_finding part[KQA_ROUND_FINDINGS];
  struct kqa_number count = kqa_round_findings(&scene->edition, &scene->round, &scene->summary,
                                               scene->outcomes, place, full, KQA_ROUND_FINDINGS);
  assert_no_fault(count.fault);
  assert_true(count.value <= KQA_ROUND_FINDINGS);
  for (int64_t i = 0; i < count.value; i++)
    assert_finding_sound(&full[i]);
  if (scene->orgs[place].has_dossier)
    check_reason(&scene->outcomes[place], full, count.value);
  else
    assert_int_equal(count.value, 0);
  for (size_t capacity = 0; capacity <= (size_t)count.value; capacity += 5) {
    memset(part, 0x5A, sizeof part);
    struct kqa_number again =
      kqa_round_findings(&scene->edition, &scene->round, &scene->summary, scene->outcomes, place,
                         capacity == 0 ? NULL : part, capacity);
    assert_no_fault(again.fault);
    assert_int_equal(again.value, count.value);
    assert_memory_equal(part, full, capacity * sizeof part[0]);
    if (capacity < KQA_ROUND_FINDINGS)
      assert_int_equal(part[capacity].provision, 0x5A5A5A5A);
  }
}

static void findings_hold_what_made_the_outcome(void **state)
{
  (void)state;
  static struct scene scene;
  uint64_t seed = 15;
  for (int32_t round = 0; round < 2000; round++) {
    random_scene(&scene, &seed);
    decide_what_stands(&scene);
    for (int32_t i = 0; i < scene.round.organization_count; i++)
      check_findings(&scene, i);
  }
}

static void findings_of_nobody_are_a_fault(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  assert_no_fault(decide(&scene));
  static const int32_t places[] = {-1, 2, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(places); i++)
    assert_number_fault(kqa_round_findings(&scene.edition, &scene.round, &scene.summary,
                                           scene.outcomes, places[i], NULL, 0),
                        KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS);
  struct kqa_edition broken = broken_edition();
  assert_number_fault(
    kqa_round_findings(&broken, &scene.round, &scene.summary, scene.outcomes, 0, NULL, 0),
    KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE);
}

static void blank_organization_has_applied_and_nothing_is_known(void **state)
{
  (void)state;
  struct kqa_organization org = kqa_organization_blank();
  assert_int_equal(org.has_dossier, 1);
  assert_int_equal(org.invited, 1);
  assert_int_equal(org.quality_yes, KQA_NO_ENTRY);
  assert_int_equal(org.quality_runoff, KQA_NO_ENTRY);
  assert_int_equal(org.nomination_yes, KQA_NO_ENTRY);
  assert_int_equal(org.nomination_runoff, KQA_NO_ENTRY);
  assert_int_equal(org.special_nomination, 0);
  assert_int_equal(org.document.kind, KQA_REVIEW_NONE);
  assert_int_equal(org.site.kind, KQA_REVIEW_NONE);
  for (size_t i = 0; i < KQA_FACTS; i++)
    assert_int_equal(org.application.facts[i], KQA_UNKNOWN);
}

struct input_fault {
  size_t offset;
  int64_t value;
  int32_t width;
  int32_t status;
  int32_t field;
  int32_t index[3];
};

#define IS(member_, value_) offsetof(struct scene, member_), value_, 4
#define WIDE(member_, value_) offsetof(struct scene, member_), value_, 8

static const struct input_fault round_faults[] = {
  {IS(round.year, 0), KQA_E_RANGE, KQA_FIELD_YEAR, {0}},
  {IS(round.year, 10000), KQA_E_RANGE, KQA_FIELD_YEAR, {0}},
  {IS(round.year, INT32_MIN), KQA_E_RANGE, KQA_FIELD_YEAR, {0}},
  {IS(round.deadline.month, 13), KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE, {0}},
  {IS(round.deadline.day, INT32_MIN), KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE, {0}},
  {IS(round.members, 0), KQA_E_RANGE, KQA_FIELD_MEMBERS, {0}},
  {IS(round.members, INT32_MIN), KQA_E_RANGE, KQA_FIELD_MEMBERS, {0}},
  {IS(round.members, KQA_MAX_MEMBERS + 1), KQA_E_RANGE, KQA_FIELD_MEMBERS, {0}},
  {IS(round.has_committee, 2), KQA_E_VALUE, KQA_FIELD_MEMBERS, {0}},
  {IS(round.has_committee, 0), KQA_E_MISSING, KQA_FIELD_MEMBERS, {0}},
  {IS(round.quality.held, 2), KQA_E_VALUE, KQA_FIELD_VOTES_QUALITY, {0}},
  {IS(round.quality.convened_by, 0), KQA_E_VALUE, KQA_FIELD_VOTES_QUALITY_CONVENED_BY, {0}},
  {IS(round.quality.convened_by, 4), KQA_E_VALUE, KQA_FIELD_VOTES_QUALITY_CONVENED_BY, {0}},
  {IS(round.quality.present, 0), KQA_E_RANGE, KQA_FIELD_VOTES_QUALITY_PRESENT, {0}},
  {IS(round.quality.present, 19), KQA_E_ABOVE_MEMBERS, KQA_FIELD_VOTES_QUALITY_PRESENT, {0}},
  {IS(round.nomination.held, -1), KQA_E_VALUE, KQA_FIELD_VOTES_NOMINATION, {0}},
  {IS(round.nomination.convened_by, 0), KQA_E_VALUE, KQA_FIELD_VOTES_NOMINATION_CONVENED_BY, {0}},
  {IS(round.nomination.present, -1), KQA_E_RANGE, KQA_FIELD_VOTES_NOMINATION_PRESENT, {0}},
  {IS(round.nomination.present, 19), KQA_E_ABOVE_MEMBERS, KQA_FIELD_VOTES_NOMINATION_PRESENT, {0}},
  {IS(round.organization_count, -1), KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS, {0}},
  {IS(round.organization_count, INT32_MIN), KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS, {0}},
  {IS(round.incident_count, -1), KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS, {0}},
  {IS(round.sanction_count, -1), KQA_E_RANGE, KQA_FIELD_ORG_SANCTIONS, {0}},
  {IS(round.history_count, -1), KQA_E_RANGE, KQA_FIELD_ORG_HISTORY, {0}},
  {IS(round.sheet_count, INT32_MIN), KQA_E_RANGE, KQA_FIELD_SHEETS, {0}},
  {IS(criteria.items[0].points, 51), KQA_E_POINTS, KQA_FIELD_CRITERIA, {0}},
  {IS(edition.weight_site_permille, 801), KQA_E_WEIGHTS, KQA_FIELD_WEIGHT_DOCUMENT, {0}},
};

static const struct input_fault organization_faults[] = {
  {IS(orgs[1].has_dossier, 2), KQA_E_VALUE, KQA_FIELD_ORGANIZATIONS, {1}},
  {IS(orgs[1].has_dossier, 0), KQA_E_VALUE, KQA_FIELD_SPECIAL_NOMINATIONS, {1}},
  {IS(orgs[1].application.facts[3], 3), KQA_E_VALUE, KQA_FIELD_ORG_FACT, {1, 3}},
  {IS(orgs[1].application.facts[15], -1), KQA_E_VALUE, KQA_FIELD_ORG_APPLICATION_FACT, {1, 15}},
  {IS(orgs[1].application.operating_since.day, 31),
   KQA_E_NO_SUCH_DAY,
   KQA_FIELD_ORG_OPERATING_SINCE,
   {1}},
  {IS(orgs[1].application.recommended_by, 6), KQA_E_VALUE, KQA_FIELD_ORG_RECOMMENDED_BY, {1}},
  {IS(orgs[1].application.copies, -1), KQA_E_RANGE, KQA_FIELD_ORG_COPIES, {1}},
  {IS(orgs[1].application.received.month, 0), KQA_E_NO_SUCH_DAY, KQA_FIELD_ORG_RECEIVED, {1}},
  {IS(incidents[2].kind, 4), KQA_E_VALUE, KQA_FIELD_ORG_INCIDENT_KIND, {1, 1}},
  {IS(incidents[2].date.month, 13), KQA_E_NO_SUCH_DAY, KQA_FIELD_ORG_INCIDENT_DATE, {1, 1}},
  {IS(sanctions[2].kind, 0), KQA_E_VALUE, KQA_FIELD_ORG_SANCTION_KIND, {1, 1}},
  {IS(sanctions[2].decided.day, 0), KQA_E_NO_SUCH_DAY, KQA_FIELD_ORG_SANCTION_DECIDED, {1, 1}},
  {IS(history[2].award, 0), KQA_E_VALUE, KQA_FIELD_ORG_HISTORY_AWARD, {1, 1}},
  {IS(history[2].year, 10000), KQA_E_RANGE, KQA_FIELD_ORG_HISTORY_YEAR, {1, 1}},
  {WIDE(history[2].paid, -1), KQA_E_RANGE, KQA_FIELD_ORG_HISTORY_PAID, {1, 1}},
  {IS(history[2].revoked, 2), KQA_E_VALUE, KQA_FIELD_ORG_HISTORY_REVOKED, {1, 1}},
  {IS(orgs[1].invited, 2), KQA_E_VALUE, KQA_FIELD_ORG_INVITED, {1}},
  {IS(orgs[2].special_nomination, 2), KQA_E_VALUE, KQA_FIELD_SPECIAL_NOMINATIONS, {2}},
  {IS(orgs[1].incidents.first, -1), KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS, {1}},
  {IS(orgs[1].incidents.count, -1), KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS, {1}},
  {IS(orgs[1].incidents.count, ENTRIES), KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS, {1}},
  {IS(orgs[1].incidents.count, INT32_MAX), KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS, {1}},
  {IS(orgs[1].sanctions.first, INT32_MAX), KQA_E_RANGE, KQA_FIELD_ORG_SANCTIONS, {1}},
  {IS(orgs[1].history.first, INT32_MIN), KQA_E_RANGE, KQA_FIELD_ORG_HISTORY, {1}},
};

static const struct input_fault review_faults[] = {
  {IS(orgs[1].document.kind, 3), KQA_E_VALUE, KQA_FIELD_ORG_DOCUMENT, {1}},
  {IS(orgs[1].site.kind, -1), KQA_E_VALUE, KQA_FIELD_ORG_SITE, {1}},
  {WIDE(orgs[0].document.score.num, 1001), KQA_E_RANGE, KQA_FIELD_ORG_DOCUMENT_SCORE, {0}},
  {WIDE(orgs[0].document.score.den, 0), KQA_E_RANGE, KQA_FIELD_ORG_DOCUMENT_SCORE, {0}},
  {WIDE(orgs[0].document.score.den, 1000001), KQA_E_RANGE, KQA_FIELD_ORG_DOCUMENT_SCORE, {0}},
  {WIDE(orgs[1].site.score.num, INT64_MIN), KQA_E_RANGE, KQA_FIELD_ORG_SITE_SCORE, {1}},
  {WIDE(orgs[1].site.score.den, -1), KQA_E_RANGE, KQA_FIELD_ORG_SITE_SCORE, {1}},
  {IS(orgs[1].document.sheets.first, -1), KQA_E_RANGE, KQA_FIELD_ORG_DOCUMENT_SHEETS, {1}},
  {IS(orgs[1].document.sheets.first, 4), KQA_E_RANGE, KQA_FIELD_ORG_DOCUMENT_SHEETS, {1}},
  {IS(orgs[1].document.sheets.count, 2), KQA_E_TOO_FEW, KQA_FIELD_ORG_DOCUMENT_SHEETS, {1}},
  {IS(orgs[2].site.sheets.first, INT32_MAX), KQA_E_RANGE, KQA_FIELD_ORG_SITE_SHEETS, {2}},
  {IS(orgs[2].site.sheets.count, 0), KQA_E_TOO_FEW, KQA_FIELD_ORG_SITE_SHEETS, {2}},
  {IS(percents[4 * 23 + 7], 101), KQA_E_RANGE, KQA_FIELD_ORG_DOCUMENT_PERCENT, {1, 1, 7}},
  {IS(percents[5 * 23 + 22], 52), KQA_E_STEP, KQA_FIELD_ORG_DOCUMENT_PERCENT, {1, 2, 22}},
  {IS(percents[0], -5), KQA_E_RANGE, KQA_FIELD_ORG_SITE_PERCENT, {2, 0, 0}},
  {IS(percents[23], 51), KQA_E_STEP, KQA_FIELD_ORG_SITE_PERCENT, {2, 1, 0}},
};

static const struct input_fault entry_faults[] = {
  {IS(orgs[0].quality_yes, -2), KQA_E_RANGE, KQA_FIELD_VOTES_QUALITY_YES, {0}},
  {IS(orgs[0].quality_yes, 15), KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_QUALITY_YES, {0}},
  {IS(orgs[0].quality_runoff, INT32_MIN), KQA_E_RANGE, KQA_FIELD_VOTES_QUALITY_RUNOFF, {0}},
  {IS(orgs[0].quality_runoff, 15), KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_QUALITY_RUNOFF, {0}},
  {IS(orgs[0].nomination_yes, -2), KQA_E_RANGE, KQA_FIELD_VOTES_NOMINATION_YES, {0}},
  {IS(orgs[0].nomination_yes, 15), KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_NOMINATION_YES, {0}},
  {IS(orgs[0].nomination_runoff, -2), KQA_E_RANGE, KQA_FIELD_VOTES_NOMINATION_RUNOFF, {0}},
  {IS(orgs[0].nomination_runoff, INT32_MAX),
   KQA_E_ABOVE_PRESENT,
   KQA_FIELD_VOTES_NOMINATION_RUNOFF,
   {0}},
  {IS(orgs[3].quality_yes, 0), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_YES, {3}},
  {IS(orgs[3].quality_runoff, 0), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_RUNOFF, {3}},
  {IS(orgs[3].nomination_yes, 0), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_NOMINATION_YES, {3}},
  {IS(orgs[3].nomination_runoff, 0), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_NOMINATION_RUNOFF, {3}},
};

/* Four organisations with lists, sheets and votes; the last one is ineligible. */
static void start_full(struct scene *scene)
{
  start(scene, 4);
  for (size_t i = 0; i < COUNT_OF(scene->percents); i++)
    scene->percents[i] = 65;
  scene->orgs[0].incidents = (struct kqa_span){0, 1};
  scene->orgs[0].sanctions = (struct kqa_span){0, 1};
  scene->orgs[0].history = (struct kqa_span){0, 1};
  scene->orgs[1].incidents = (struct kqa_span){1, 2};
  scene->orgs[1].sanctions = (struct kqa_span){1, 2};
  scene->orgs[1].history = (struct kqa_span){1, 2};
  scene->orgs[1].document = (struct kqa_review){.kind = KQA_REVIEW_SHEETS, .sheets = {3, 3}};
  scene->orgs[2].site = (struct kqa_review){.kind = KQA_REVIEW_SHEETS, .sheets = {0, 3}};
  scene->orgs[3].application.facts[0] = KQA_FALSE;
  vote(scene, 0, 7, 7);
  vote(scene, 1, 14, KQA_NO_ENTRY);
}

static void check_fault(const struct input_fault *row)
{
  static struct scene scene;
  start_full(&scene);
  assert_no_fault(decide(&scene));
  char *field = (char *)&scene + row->offset;
  const int32_t narrow = (int32_t)row->value;
  if (row->width == 4)
    memcpy(field, &narrow, sizeof narrow);
  else
    memcpy(field, &row->value, sizeof row->value);
  assert_fault_at(decide(&scene), row->status, row->field, row->index[0], row->index[1],
                  row->index[2]);
  if (scene.round.organization_count > 0)
    assert_true(is_all_zero(scene.outcomes, sizeof scene.outcomes));
  assert_int_equal(scene.summary.candidates, 0);
  assert_seats(scene.summary.quality, 0, 0, 0);
  assert_int_equal(scene.summary.prize_total, 0);
  assert_fault_at(kqa_round_dependence(&scene.edition, &scene.round, scene.outcomes, scene.other,
                                       scene.ranked, scene.candidates),
                  row->status, row->field, row->index[0], row->index[1], row->index[2]);
}

static void impossible_round_is_a_fault_with_its_field(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(round_faults); i++)
    check_fault(&round_faults[i]);
}

static void impossible_organization_is_a_fault_with_its_place(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(organization_faults); i++)
    check_fault(&organization_faults[i]);
}

static void impossible_review_is_a_fault_with_its_place(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(review_faults); i++)
    check_fault(&review_faults[i]);
}

static void impossible_or_misplaced_vote_is_a_fault_with_its_place(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(entry_faults); i++)
    check_fault(&entry_faults[i]);
}

static void more_than_a_million_organizations_are_a_fault(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, KQA_MAX_ORGANIZATIONS + 1);
  struct kqa_outcome *outcomes = calloc(KQA_MAX_ORGANIZATIONS + 1, sizeof *outcomes);
  assert_non_null(outcomes);
  scene.summary =
    kqa_round_decide(&scene.edition, &scene.round, outcomes, scene.ranked, scene.candidates);
  assert_fault(scene.summary.fault, KQA_E_TOO_MANY, KQA_FIELD_ORGANIZATIONS);
  free(outcomes);
}

/* On a fault all results are zero, but where their number is at fault, none. */
static void fault_zeroes_as_many_results_as_there_are_organizations(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, KQA_MAX_ORGANIZATIONS + 1);
  struct kqa_outcome *outcomes = calloc(KQA_MAX_ORGANIZATIONS + 1, sizeof *outcomes);
  assert_non_null(outcomes);
  outcomes[0].rank = outcomes[KQA_MAX_ORGANIZATIONS - 1].rank = 7;
  outcomes[KQA_MAX_ORGANIZATIONS].rank = 7;
  scene.round.members = 0;
  scene.summary =
    kqa_round_decide(&scene.edition, &scene.round, outcomes, scene.ranked, scene.candidates);
  assert_fault(scene.summary.fault, KQA_E_TOO_MANY, KQA_FIELD_ORGANIZATIONS);
  assert_int_equal(outcomes[0].rank, 7);
  scene.round.organization_count = KQA_MAX_ORGANIZATIONS;
  scene.summary =
    kqa_round_decide(&scene.edition, &scene.round, outcomes, scene.ranked, scene.candidates);
  assert_fault(scene.summary.fault, KQA_E_RANGE, KQA_FIELD_MEMBERS);
  assert_int_equal(outcomes[0].rank, 0);
  assert_int_equal(outcomes[KQA_MAX_ORGANIZATIONS - 1].rank, 0);
  assert_int_equal(outcomes[KQA_MAX_ORGANIZATIONS].rank, 7);
  free(outcomes);
}

/* A result beyond the last that looks like a candidate's. */
static void results_beyond_the_last_are_not_written(void **state)
{
  (void)state;
  static struct scene scene;
  const struct kqa_outcome beyond = {.outcome = KQA_OUTCOME_PENDING, .rank = 1, .total = {700, 1}};
  for (int32_t convener = KQA_CONVENER_CHAIR; convener <= KQA_CONVENER_OTHER; convener++)
    for (int32_t convener_2 = KQA_CONVENER_CHAIR; convener_2 <= KQA_CONVENER_OTHER; convener_2++) {
      start(&scene, 2);
      scene.round.quality.convened_by = convener;
      scene.round.nomination.convened_by = convener_2;
      scene.outcomes[2] = beyond;
      assert_no_fault(decide(&scene));
      assert_memory_equal(&scene.outcomes[2], &beyond, sizeof beyond);
    }
}

static void results_do_not_depend_on_what_their_memory_held(void **state)
{
  (void)state;
  static struct scene scene;
  static struct kqa_outcome once[MOST];
  uint64_t seed = 79;
  for (int32_t i = 0; i < 200; i++) {
    random_scene(&scene, &seed);
    decide_what_stands(&scene);
    memset(scene.outcomes, 0, sizeof scene.outcomes);
    assert_no_fault(decide(&scene));
    memcpy(once, scene.outcomes, sizeof once);
    memset(scene.outcomes, 0x5A, sizeof scene.outcomes);
    assert_no_fault(decide(&scene));
    for (int32_t place = 0; place < scene.round.organization_count; place++) {
      assert_memory_equal(&scene.outcomes[place], &once[place], sizeof once[0]);
      assert_int_equal(once[place].outcome_readings, 0);
      assert_int_equal(once[place].prize_readings, 0);
      assert_int_equal(once[place].reserved, 0);
    }
  }
}

static void readings_noted_before_are_forgotten(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  vote(&scene, 0, 7, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  for (int32_t i = 0; i < 2; i++)
    scene.outcomes[i].outcome_readings = scene.outcomes[i].prize_readings = 0xff;
  assert_no_fault(kqa_round_dependence(&scene.edition, &scene.round, scene.outcomes, scene.other,
                                       scene.ranked, scene.candidates));
  assert_int_equal(scene.outcomes[0].outcome_readings, kqa_reading_bit(KQA_FIELD_VOTE_APPROVAL));
  assert_int_equal(scene.outcomes[1].outcome_readings, 0);
  assert_int_equal(scene.outcomes[0].prize_readings, 0);
  assert_int_equal(scene.outcomes[1].prize_readings, 0);
}

static void fact_at_fault_is_one_of_the_organization_or_of_its_application(void **state)
{
  (void)state;
  static struct scene scene;
  for (int32_t fact = 0; fact < KQA_FACTS; fact++) {
    start(&scene, 1);
    scene.orgs[0].application.facts[fact] = 7;
    assert_fault_at(decide(&scene), KQA_E_VALUE,
                    fact < KQA_FACT_SELF_EVALUATION ? KQA_FIELD_ORG_FACT
                                                    : KQA_FIELD_ORG_APPLICATION_FACT,
                    0, fact, 0);
  }
}

static size_t list(const struct scene *scene, int32_t place, struct kqa_finding *findings)
{
  const struct kqa_number count =
    kqa_round_findings(&scene->edition, &scene->round, &scene->summary, scene->outcomes, place,
                       findings, KQA_ROUND_FINDINGS);
  assert_no_fault(count.fault);
  return (size_t)count.value;
}

/* The findings on a candidate that the qualification check and both floors let pass come first. */
static void assert_on_votes(const struct scene *scene, int32_t place, const int32_t *provisions,
                            size_t count)
{
  enum { BEFORE = KQA_ELIGIBILITY_FINDINGS + 3 };
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  assert_int_equal(list(scene, place, findings), BEFORE + count);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(findings[BEFORE + i].provision, provisions[i]);
}

/* Art. 19 and 22: of a void vote only why it is void; of one without a seat nothing on the quota;
 * where nothing was entered, 0 votes. */
static void findings_on_a_vote_are_those_that_matter_to_its_candidate(void **state)
{
  (void)state;
  static const int32_t without_seat[] = {
    KQA_PROVISION_VOTE_CONVENER, KQA_PROVISION_VOTE_QUORUM,      KQA_PROVISION_VOTE_APPROVAL,
    KQA_PROVISION_SEAT_BY_VOTES, KQA_PROVISION_NOMINATION_ENTRY, KQA_PROVISION_VOTE_CONVENER,
    KQA_PROVISION_VOTE_QUORUM,   KQA_PROVISION_VOTE_APPROVAL};
  static struct scene scene;
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  start(&scene, 2);
  scene.edition.quota_quality = 1;
  vote(&scene, 0, 14, KQA_NO_ENTRY);
  vote(&scene, 1, 13, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  assert_on_votes(&scene, 1, without_seat, COUNT_OF(without_seat));
  list(&scene, 1, findings);
  assert_ratio(findings[KQA_ELIGIBILITY_FINDINGS + 3 + 7].observed, 0, 1);
  scene.round.quality.convened_by = KQA_CONVENER_OTHER;
  assert_no_fault(decide(&scene));
  assert_on_votes(&scene, 1, without_seat, 2);
}

static void what_is_not_given_is_not_read(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 2);
  scene.round.has_committee = 0;
  scene.round.members = INT32_MIN;
  scene.round.quality = (struct kqa_vote){0, INT32_MIN, INT32_MAX};
  scene.round.nomination = (struct kqa_vote){0, INT32_MAX, INT32_MIN};
  vote(&scene, 0, 15, INT32_MIN);
  memset(&scene.orgs[1], 0x5A, sizeof scene.orgs[1]);
  scene.orgs[1].has_dossier = 0;
  scene.orgs[1].special_nomination = 1;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_PENDING, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_NOMINATION, 100000);
  scene.round.quality.present = INT32_MIN;
  scene.round.nomination.present = INT32_MAX;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_PENDING, 0);
}

static void sheets_that_are_not_there_are_a_fault(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 1);
  scene.round.sheet_count = 0;
  scene.round.percents = NULL;
  scene.orgs[0].site = (struct kqa_review){.kind = KQA_REVIEW_SHEETS};
  assert_fault_at(decide(&scene), KQA_E_TOO_FEW, KQA_FIELD_ORG_SITE_SHEETS, 0, 0, 0);
  scene.orgs[0].site.sheets.count = 3;
  assert_fault_at(decide(&scene), KQA_E_RANGE, KQA_FIELD_ORG_SITE_SHEETS, 0, 0, 0);
}

static void nomination_entry_for_a_quality_winner_is_ignored(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 1);
  vote(&scene, 0, 14, 0);
  scene.orgs[0].nomination_runoff = 3;
  assert_no_fault(decide(&scene));
  assert_outcome(&scene, 0, KQA_OUTCOME_QUALITY, 200000);
  scene.orgs[0].nomination_yes = 15;
  assert_fault_at(decide(&scene), KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_NOMINATION_YES, 0, 0, 0);
}

static void nomination_vote_is_checked_even_where_it_is_not_read(void **state)
{
  (void)state;
  static struct scene scene;
  start(&scene, 1);
  scene.round.quality.held = 0;
  scene.orgs[0].nomination_yes = 15;
  assert_fault_at(decide(&scene), KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_NOMINATION_YES, 0, 0, 0);
  scene.orgs[0].nomination_yes = 14;
  assert_no_fault(decide(&scene));
  scene.orgs[0].application.facts[0] = KQA_FALSE;
  assert_fault_at(decide(&scene), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_NOMINATION_YES, 0, 0, 0);
}

static void outcomes_and_awards_have_names(void **state)
{
  (void)state;
  static const char *const names[] = {"ineligible",  "undetermined", "pending", "not_invited",
                                      "below_floor", "vote_void",    "tied",    "not_elected",
                                      "nomination",  "quality"};
  for (int32_t i = 0; i < 10; i++) {
    assert_string_equal(kqa_outcome_name(i + 1), names[i]);
    assert_people_text(kqa_outcome_text(i + 1, KQA_LANGUAGE_ZH), KQA_LANGUAGE_ZH);
    assert_people_text(kqa_outcome_text(i + 1, KQA_LANGUAGE_EN), KQA_LANGUAGE_EN);
  }
  assert_string_equal(kqa_award_name(KQA_AWARD_QUALITY), "quality");
  assert_string_equal(kqa_award_name(KQA_AWARD_NOMINATION), "nomination");
  for (int32_t award_code = KQA_AWARD_QUALITY; award_code <= KQA_AWARD_NOMINATION; award_code++) {
    assert_people_text(kqa_award_text(award_code, KQA_LANGUAGE_ZH), KQA_LANGUAGE_ZH);
    assert_people_text(kqa_award_text(award_code, KQA_LANGUAGE_EN), KQA_LANGUAGE_EN);
  }
}

static void codes_that_do_not_exist_have_no_name(void **state)
{
  (void)state;
  static const int32_t none[] = {0, 11, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(none); i++) {
    assert_string_equal(kqa_outcome_name(none[i]), "");
    assert_string_equal(kqa_outcome_text(none[i], KQA_LANGUAGE_ZH), "");
    assert_string_equal(kqa_award_name(none[i]), "");
    assert_string_equal(kqa_award_text(none[i], KQA_LANGUAGE_EN), "");
  }
  assert_string_equal(kqa_award_name(3), "");
  for (size_t i = 0; i < COUNT_OF(no_languages); i++) {
    assert_string_equal(kqa_outcome_text(KQA_OUTCOME_TIED, no_languages[i]), "");
    assert_string_equal(kqa_award_text(KQA_AWARD_QUALITY, no_languages[i]), "");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(first_and_last_year_and_number_of_members_are_taken_and_no_other),
    cmocka_unit_test(condition_not_met_is_ineligible_whatever_the_scores),
    cmocka_unit_test(missing_fact_leaves_the_outcome_undetermined),
    cmocka_unit_test(incidents_sanctions_and_history_are_those_of_the_spans),
    cmocka_unit_test(missing_score_is_pending_and_no_invitation_ends_there),
    cmocka_unit_test(floor_without_a_score_is_unknown),
    cmocka_unit_test(findings_are_about_the_steps_that_one_reaches),
    cmocka_unit_test(findings_of_one_not_invited_end_with_the_list),
    cmocka_unit_test(winner_reaches_both_floors_of_six_hundred),
    cmocka_unit_test(floors_of_the_quality_award_alone_leave_the_nomination_open),
    cmocka_unit_test(vote_not_yet_held_leaves_candidates_pending),
    cmocka_unit_test(void_vote_gives_nothing_and_is_not_followed_by_another),
    cmocka_unit_test(seats_go_by_votes_and_the_rest_stand_for_the_nomination),
    cmocka_unit_test(former_winner_is_off_the_quota_and_paid_what_the_cap_leaves),
    cmocka_unit_test(former_winner_takes_a_nomination_inside_the_quota),
    cmocka_unit_test(tie_for_the_quality_award_makes_the_nomination_vote_wait),
    cmocka_unit_test(tie_for_the_nomination_leaves_only_the_equal_without_an_answer),
    cmocka_unit_test(special_nomination_replaces_the_outcome_and_nothing_else),
    cmocka_unit_test(special_nominee_needs_no_dossier_nor_a_vote),
    cmocka_unit_test(special_nomination_paid_before_is_not_paid_again),
    cmocka_unit_test(special_nomination_of_a_winner_is_a_fault),
    cmocka_unit_test(special_nominee_reaches_the_floors_where_they_apply_whatever_its_eligibility),
    cmocka_unit_test(sheets_are_scored_as_their_panel_would),
    cmocka_unit_test(negative_length_of_a_list_is_a_fault_even_if_nobody_uses_it),
    cmocka_unit_test(findings_of_a_vote_are_about_those_it_was_held_on),
    cmocka_unit_test(round_without_organizations_leaves_all_seats_vacant),
    cmocka_unit_test(random_rounds_are_the_other_rooms_put_together),
    cmocka_unit_test(dependence_is_what_deciding_again_shows),
    cmocka_unit_test(each_reading_has_a_bit_of_its_own),
    cmocka_unit_test(findings_hold_what_made_the_outcome),
    cmocka_unit_test(findings_of_nobody_are_a_fault),
    cmocka_unit_test(blank_organization_has_applied_and_nothing_is_known),
    cmocka_unit_test(impossible_round_is_a_fault_with_its_field),
    cmocka_unit_test(impossible_organization_is_a_fault_with_its_place),
    cmocka_unit_test(impossible_review_is_a_fault_with_its_place),
    cmocka_unit_test(impossible_or_misplaced_vote_is_a_fault_with_its_place),
    cmocka_unit_test(more_than_a_million_organizations_are_a_fault),
    cmocka_unit_test(fault_zeroes_as_many_results_as_there_are_organizations),
    cmocka_unit_test(results_beyond_the_last_are_not_written),
    cmocka_unit_test(results_do_not_depend_on_what_their_memory_held),
    cmocka_unit_test(readings_noted_before_are_forgotten),
    cmocka_unit_test(fact_at_fault_is_one_of_the_organization_or_of_its_application),
    cmocka_unit_test(findings_on_a_vote_are_those_that_matter_to_its_candidate),
    cmocka_unit_test(what_is_not_given_is_not_read),
    cmocka_unit_test(sheets_that_are_not_there_are_a_fault),
    cmocka_unit_test(nomination_entry_for_a_quality_winner_is_ignored),
    cmocka_unit_test(nomination_vote_is_checked_even_where_it_is_not_read),
    cmocka_unit_test(outcomes_and_awards_have_names),
    cmocka_unit_test(codes_that_do_not_exist_have_no_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
