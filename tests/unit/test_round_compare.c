/* Two results of the same organisations: what differs, and which provision is named first. */
#include "support_round.h"

#include "kqaward/round_compare.h"

static struct scene base;
static struct scene draft;

static struct kqa_decided_round decided(const struct scene *scene)
{
  return (struct kqa_decided_round){&scene->edition, &scene->round, &scene->summary,
                                    scene->outcomes};
}

/* Decides the round of `base` again under the edition of `draft`. */
static void decide_draft(void)
{
  draft.summary = kqa_round_decide_under(&draft.edition, &base.round, draft.outcomes, draft.ranked,
                                         draft.candidates);
  draft.round = base.round;
  assert_no_fault(draft.summary.fault);
}

static void set_draft(const char *name, const char *value)
{
  assert_no_fault(kqa_edition_set(&draft.edition, name, value));
}

/* A round and a draft that sets one parameter or reading. */
static void compare_with(const char *name, const char *value)
{
  assert_no_fault(decide(&base));
  draft.edition = base.edition;
  set_draft(name, value);
  decide_draft();
}

static struct kqa_change change_at(int32_t place)
{
  const struct kqa_decided_round before = decided(&base);
  const struct kqa_decided_round after = decided(&draft);
  return kqa_round_change(&before, &after, place);
}

static struct kqa_comparison compare(void)
{
  const struct kqa_decided_round before = decided(&base);
  const struct kqa_decided_round after = decided(&draft);
  return kqa_round_compare(&before, &after);
}

static void assert_outcomes(const struct kqa_change *change, int32_t before, int32_t after)
{
  assert_no_fault(change->fault);
  assert_int_equal(change->outcome_before, before);
  assert_int_equal(change->outcome_after, after);
}

/* The provision named, with the verdict of each side; -1: the side has no finding. */
static void assert_named(const struct kqa_change *change, int32_t provision, int32_t before,
                         int32_t after)
{
  assert_true(change->changed & KQA_CHANGED_FINDINGS);
  assert_int_equal(change->provision, provision);
  if (before < 0)
    assert_true(is_all_zero(&change->before, sizeof change->before));
  else
    assert_finding(&change->before, provision, before);
  if (after < 0)
    assert_true(is_all_zero(&change->after, sizeof change->after));
  else
    assert_finding(&change->after, provision, after);
}

static int32_t transition(const struct kqa_comparison *comparison, int32_t before, int32_t after)
{
  return comparison->transitions[before * KQA_OUTCOMES + after];
}

static void same_edition_changes_nothing(void **state)
{
  (void)state;
  start(&base, 3);
  vote(&base, 0, 14, KQA_NO_ENTRY);
  vote(&base, 1, 2, 9);
  compare_with("quota.quality", "3");
  for (int32_t i = 0; i < 3; i++) {
    const struct kqa_change change = change_at(i);
    assert_no_fault(change.fault);
    assert_int_equal(change.changed, 0);
    assert_int_equal(change.provision, 0);
    assert_int_equal(change.prize_before, change.prize_after);
    assert_true(is_all_zero(&change.before, sizeof change.before));
    assert_true(is_all_zero(&change.after, sizeof change.after));
  }
  const struct kqa_comparison comparison = compare();
  assert_no_fault(comparison.fault);
  assert_int_equal(comparison.organizations, 3);
  assert_int_equal(comparison.flipped, 0);
  assert_int_equal(comparison.changed, 0);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_QUALITY, KQA_OUTCOME_QUALITY), 1);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_NOMINATION), 1);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_NOT_ELECTED, KQA_OUTCOME_NOT_ELECTED), 1);
}

static void higher_floor_takes_the_award_by_the_floor(void **state)
{
  (void)state;
  start(&base, 2);
  base.orgs[0].document = score_of(600, 1);
  base.orgs[0].site = score_of(620, 1);
  vote(&base, 0, 14, KQA_NO_ENTRY);
  vote(&base, 1, 13, KQA_NO_ENTRY);
  compare_with("floor.total", "616.01");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_QUALITY, KQA_OUTCOME_BELOW_FLOOR);
  assert_named(&change, KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET);
  assert_ratio(change.before.required, 600, 1);
  assert_ratio(change.after.required, 61601, 100);
  assert_ratio(change.after.observed, 616, 1);
  assert_int_equal(change.award_before, KQA_AWARD_QUALITY);
  assert_int_equal(change.award_after, KQA_AWARD_NONE);
  assert_int_equal(change.rank_before, 2);
  assert_int_equal(change.rank_after, 0);
  assert_int_equal(change.prize_before, 200000);
  assert_int_equal(change.prize_after, 0);
  assert_int_equal(change.changed, KQA_CHANGED_OUTCOME | KQA_CHANGED_AWARD | KQA_CHANGED_PRIZE |
                                     KQA_CHANGED_RANK | KQA_CHANGED_FINDINGS);
  set_draft("floor.total", "616");
  decide_draft();
  assert_int_equal(change_at(0).changed, KQA_CHANGED_FINDINGS);
}

static void same_result_by_another_number_names_the_number(void **state)
{
  (void)state;
  start(&base, 1);
  vote(&base, 0, 14, KQA_NO_ENTRY);
  compare_with("floor.site", "601");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_QUALITY, KQA_OUTCOME_QUALITY);
  assert_int_equal(change.changed, KQA_CHANGED_FINDINGS);
  assert_named(&change, KQA_PROVISION_SITE_FLOOR, KQA_VERDICT_MET, KQA_VERDICT_MET);
  assert_int_equal(compare().changed, 0);
}

static void another_verdict_goes_before_other_numbers_and_one_sided_findings(void **state)
{
  (void)state;
  start(&base, 4);
  vote(&base, 0, 14, KQA_NO_ENTRY);
  vote(&base, 1, 13, 7);
  compare_with("quota.quality", "1");
  set_draft("floor.total", "601");
  decide_draft();
  const struct kqa_change change = change_at(1);
  assert_outcomes(&change, KQA_OUTCOME_QUALITY, KQA_OUTCOME_NOMINATION);
  assert_named(&change, KQA_PROVISION_SEAT_BY_VOTES, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET);
  assert_int_equal(change.before.observed.num, 13);
}

static void strict_reading_is_named_by_the_approval(void **state)
{
  (void)state;
  start(&base, 1);
  vote(&base, 0, 7, 6);
  compare_with("vote.approval", "strict");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_QUALITY, KQA_OUTCOME_NOT_ELECTED);
  assert_named(&change, KQA_PROVISION_VOTE_APPROVAL, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET);
  assert_ratio(change.before.required, 7, 1);
  assert_ratio(change.after.required, 8, 1);
}

/* Without a quality vote the reading of Art. 5 alone parts the pending from those below a floor. */
static void reading_of_whom_a_floor_binds_names_the_floor(void **state)
{
  (void)state;
  start(&base, 1);
  base.round.quality.held = 0;
  base.edition.floors_apply_to = KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  base.orgs[0].site = score_of(599, 1);
  base.orgs[0].document = score_of(1000, 1);
  compare_with("floors.apply_to", "both_awards");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_PENDING, KQA_OUTCOME_BELOW_FLOOR);
  assert_int_equal(change.changed, KQA_CHANGED_OUTCOME);
  assert_int_equal(change.provision, KQA_PROVISION_SITE_FLOOR);
  assert_finding(&change.before, KQA_PROVISION_SITE_FLOOR, KQA_VERDICT_NOT_MET);
  assert_memory_equal(&change.before, &change.after, sizeof change.before);
}

static void findings_of_one_vote_are_not_held_against_the_other(void **state)
{
  (void)state;
  start(&base, 2);
  base.edition.floors_apply_to = KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  base.orgs[0].site = score_of(605, 1);
  base.orgs[0].document = score_of(600, 1);
  vote(&base, 0, 6, 9);
  compare_with("floor.site", "606");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_NOMINATION);
  assert_named(&change, KQA_PROVISION_SITE_FLOOR, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET);
  /* Without a finding of another verdict the missing quality vote itself is named. */
  set_draft("floor.site", "605");
  base.orgs[0].site = score_of(600, 1);
  base.orgs[0].document = score_of(599, 1);
  base.orgs[0].quality_yes = KQA_NO_ENTRY;
  assert_no_fault(decide(&base));
  draft.edition.floors_apply_to = KQA_FLOORS_APPLY_TO_BOTH_AWARDS;
  draft.edition.floor_site = ratio(600, 1);
  decide_draft();
  const struct kqa_change missing = change_at(0);
  assert_outcomes(&missing, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_BELOW_FLOOR);
  assert_named(&missing, KQA_PROVISION_NOMINATION_ENTRY, KQA_VERDICT_MET, -1);
}

static void finding_that_only_the_draft_has_is_named(void **state)
{
  (void)state;
  start(&base, 1);
  base.orgs[0].site = score_of(590, 1);
  base.orgs[0].nomination_yes = KQA_NO_ENTRY;
  compare_with("floors.apply_to", "quality_only");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_BELOW_FLOOR, KQA_OUTCOME_NOT_ELECTED);
  assert_named(&change, KQA_PROVISION_NOMINATION_ENTRY, -1, KQA_VERDICT_MET);
}

static void prize_alone_is_named_by_the_article_on_prizes(void **state)
{
  (void)state;
  start(&base, 2);
  base.orgs[0].history = (struct kqa_span){0, 1};
  base.history[0] = (struct kqa_past_award){KQA_AWARD_NOMINATION, 2023, 100000, 1, 0};
  vote(&base, 0, 14, KQA_NO_ENTRY);
  vote(&base, 1, 6, 9);
  compare_with("prize.cap", "150000");
  set_draft("floor.total", "601");
  decide_draft();
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_QUALITY, KQA_OUTCOME_QUALITY);
  assert_int_equal(change.changed, KQA_CHANGED_PRIZE | KQA_CHANGED_FINDINGS);
  assert_named(&change, KQA_PROVISION_PRIZE_UNDER_CAP, KQA_VERDICT_NOT_MET, KQA_VERDICT_NOT_MET);
  assert_int_equal(change.prize_before, 100000);
  assert_int_equal(change.prize_after, 50000);
  const struct kqa_comparison comparison = compare();
  assert_int_equal(comparison.flipped, 0);
  assert_int_equal(comparison.changed, 1);
  assert_int_equal(comparison.prize_before, 200000);
  assert_int_equal(comparison.prize_after, 150000);
}

/* Before, a tie keeps the nomination vote waiting, so its findings are missing there. */
static void prize_is_named_also_where_one_side_has_the_nomination_vote(void **state)
{
  (void)state;
  start(&base, 3);
  base.edition.quota_quality = 2;
  vote(&base, 0, 14, KQA_NO_ENTRY);
  vote(&base, 1, 9, KQA_NO_ENTRY);
  vote(&base, 2, 9, KQA_NO_ENTRY);
  compare_with("quota.quality", "3");
  set_draft("prize.quality", "150000");
  decide_draft();
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_QUALITY, KQA_OUTCOME_QUALITY);
  assert_int_equal(change.changed, KQA_CHANGED_PRIZE | KQA_CHANGED_FINDINGS);
  assert_named(&change, KQA_PROVISION_PRIZE_UNDER_CAP, KQA_VERDICT_MET, KQA_VERDICT_MET);
  const struct kqa_change tied = change_at(1);
  assert_outcomes(&tied, KQA_OUTCOME_TIED, KQA_OUTCOME_QUALITY);
  assert_named(&tied, KQA_PROVISION_SEAT_BY_VOTES, KQA_VERDICT_UNKNOWN, KQA_VERDICT_MET);
}

static void repeated_award_that_the_reading_forgets_is_named(void **state)
{
  (void)state;
  start(&base, 1);
  base.orgs[0].history = (struct kqa_span){0, 1};
  base.history[0] = (struct kqa_past_award){KQA_AWARD_QUALITY, 2020, 200000, 1, 0};
  vote(&base, 0, 14, KQA_NO_ENTRY);
  compare_with("prize.revoked_history", "ignored");
  const struct kqa_change change = change_at(0);
  assert_named(&change, KQA_PROVISION_PRIZE_NOT_REPEATED, KQA_VERDICT_NOT_MET, KQA_VERDICT_MET);
  assert_int_equal(change.prize_before, 0);
  assert_int_equal(change.prize_after, 200000);
}

/* Without a dossier there are no findings to name. */
static void nominee_without_a_dossier_changes_in_the_prize_alone(void **state)
{
  (void)state;
  start(&base, 1);
  base.orgs[0] = kqa_organization_blank();
  base.orgs[0].has_dossier = 0;
  base.orgs[0].special_nomination = 1;
  compare_with("prize.nomination", "80000");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_NOMINATION);
  assert_int_equal(change.changed, KQA_CHANGED_PRIZE);
  assert_int_equal(change.provision, 0);
  assert_int_equal(change.prize_after, 80000);
}

/* Nor is there an outcome where the draft leaves its nomination out. */
static void nominee_without_a_dossier_that_the_draft_leaves_out_has_no_outcome(void **state)
{
  (void)state;
  start(&base, 2);
  base.orgs[1] = kqa_organization_blank();
  base.orgs[1].has_dossier = 0;
  base.orgs[1].special_nomination = 1;
  compare_with("special_nomination.floors", "apply");
  const struct kqa_change change = change_at(1);
  assert_outcomes(&change, KQA_OUTCOME_NOMINATION, 0);
  assert_int_equal(change.provision, 0);
  const struct kqa_comparison comparison = compare();
  assert_no_fault(comparison.fault);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_NOMINATION, 0), 1);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_NOT_ELECTED, KQA_OUTCOME_NOT_ELECTED), 1);
}

static void former_winner_leaves_the_quota_without_another_outcome(void **state)
{
  (void)state;
  start(&base, 2);
  base.orgs[0].history = (struct kqa_span){0, 1};
  vote(&base, 0, 6, 9);
  vote(&base, 1, 6, 8);
  compare_with("prior_winner.exempt", "both_awards");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_NOMINATION);
  assert_int_equal(change.changed, KQA_CHANGED_OFF_QUOTA | KQA_CHANGED_FINDINGS);
  assert_int_equal(change.off_quota_before, 0);
  assert_int_equal(change.off_quota_after, 1);
  assert_named(&change, KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA, KQA_VERDICT_NOT_MET, KQA_VERDICT_MET);
  const struct kqa_comparison comparison = compare();
  assert_seats(comparison.nomination_before, 10, 2, 0);
  assert_seats(comparison.nomination_after, 10, 1, 1);
}

static void rounded_total_is_another_total_and_rank(void **state)
{
  (void)state;
  start(&base, 2);
  base.orgs[0].site = score_of(6601, 10);
  compare_with("score.rounding", "gbt8170:0");
  const struct kqa_change first = change_at(0);
  assert_int_equal(first.changed, KQA_CHANGED_TOTAL | KQA_CHANGED_FINDINGS);
  assert_named(&first, KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET, KQA_VERDICT_MET);
  const struct kqa_change second = change_at(1);
  assert_int_equal(second.changed, KQA_CHANGED_RANK);
  assert_int_equal(second.rank_before, 2);
  assert_int_equal(second.rank_after, 1);
  assert_int_equal(compare().changed, 2);
  assert_int_equal(compare().flipped, 0);
}

static void summary_counts_seats_money_and_transitions(void **state)
{
  (void)state;
  start(&base, 5);
  for (int32_t i = 0; i < 5; i++)
    vote(&base, i, 14 - i, 14 - i);
  compare_with("quota.quality", "1");
  set_draft("prize.nomination", "50000");
  decide_draft();
  const struct kqa_comparison comparison = compare();
  assert_no_fault(comparison.fault);
  assert_int_equal(comparison.organizations, 5);
  assert_int_equal(comparison.flipped, 2);
  assert_int_equal(comparison.changed, 4);
  assert_seats(comparison.quality_before, 3, 3, 0);
  assert_seats(comparison.quality_after, 1, 1, 0);
  assert_seats(comparison.nomination_before, 10, 2, 0);
  assert_seats(comparison.nomination_after, 10, 4, 0);
  assert_int_equal(comparison.prize_before, 3 * 200000 + 2 * 100000);
  assert_int_equal(comparison.prize_after, 200000 + 4 * 50000);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_QUALITY, KQA_OUTCOME_QUALITY), 1);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_QUALITY, KQA_OUTCOME_NOMINATION), 2);
  assert_int_equal(transition(&comparison, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_NOMINATION), 2);
}

/* In the nomination vote there are 13, and it may be void; candidate 1 stands in both. */
static void each_vote_is_compared_with_itself(void **state)
{
  (void)state;
  for (int32_t convener = KQA_CONVENER_CHAIR; convener <= KQA_CONVENER_OTHER; convener++) {
    start(&base, 3);
    base.edition.quota_quality = 1;
    base.round.nomination.present = 13;
    base.round.nomination.convened_by = convener;
    vote(&base, 0, 14, KQA_NO_ENTRY);
    vote(&base, 1, 8, 9);
    vote(&base, 2, 6, 5);
    compare_with("quota.quality", "1");
    for (int32_t i = 0; i < 3; i++) {
      const struct kqa_change change = change_at(i);
      assert_no_fault(change.fault);
      assert_int_equal(change.changed, 0);
      assert_int_equal(change.provision, 0);
    }
  }
}

static void one_that_drops_out_has_no_total(void **state)
{
  (void)state;
  start(&base, 1);
  compare_with("eligibility.min_years", "20");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_NOT_ELECTED, KQA_OUTCOME_INELIGIBLE);
  assert_int_equal(change.changed, KQA_CHANGED_OUTCOME | KQA_CHANGED_RANK | KQA_CHANGED_TOTAL |
                                     KQA_CHANGED_FINDINGS);
  assert_named(&change, KQA_PROVISION_OPERATING_YEARS, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET);
}

/* Before off the quota, after without a seat: a finding on the quota before alone, one on the seat
 * after alone. */
static void of_findings_on_one_side_each_the_first_is_named(void **state)
{
  (void)state;
  start(&base, 2);
  base.edition.quota_nomination = 1;
  base.edition.prior_winner_exempt = KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
  base.orgs[0].history = (struct kqa_span){0, 1};
  vote(&base, 0, 6, 8);
  vote(&base, 1, 6, 9);
  compare_with("prior_winner.exempt", "quality_only");
  const struct kqa_change change = change_at(0);
  assert_outcomes(&change, KQA_OUTCOME_NOMINATION, KQA_OUTCOME_NOT_ELECTED);
  assert_named(&change, KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA, KQA_VERDICT_MET, -1);
}

/* Decides the round of `base` with what `draft` has of its own. */
static void copy_base(void)
{
  draft = base;
  draft.round.organizations = draft.orgs;
  draft.round.history = draft.history;
}

static void first_finding_of_all_is_compared_too(void **state)
{
  (void)state;
  start(&base, 1);
  copy_base();
  draft.orgs[0].application.facts[KQA_FACT_REGISTERED_IN_DISTRICT] = KQA_FALSE;
  assert_no_fault(decide(&base));
  assert_no_fault(decide(&draft));
  struct kqa_change change = change_at(0);
  assert_named(&change, KQA_PROVISION_REGISTERED_IN_DISTRICT, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET);
  base.orgs[0] = kqa_organization_blank();
  base.orgs[0].has_dossier = 0;
  base.orgs[0].special_nomination = 1;
  assert_no_fault(decide(&base));
  change = change_at(0);
  assert_named(&change, KQA_PROVISION_REGISTERED_IN_DISTRICT, -1, KQA_VERDICT_NOT_MET);
}

/* A prize that the caller wrote: no finding on prizes differs, so the first other one is named. */
static void prize_that_no_provision_explains_has_the_first_difference(void **state)
{
  (void)state;
  start(&base, 1);
  vote(&base, 0, 14, KQA_NO_ENTRY);
  compare_with("floor.total", "601");
  draft.outcomes[0].prize--;
  const struct kqa_change change = change_at(0);
  assert_int_equal(change.changed, KQA_CHANGED_PRIZE | KQA_CHANGED_FINDINGS);
  assert_named(&change, KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET, KQA_VERDICT_MET);
}

/* An outcome that the caller wrote: the first finding that is not met stands for the reason. */
static void outcome_that_no_difference_explains_has_the_first_that_is_not_met(void **state)
{
  (void)state;
  start(&base, 1);
  base.orgs[0].application.facts[KQA_FACT_REGISTERED_IN_DISTRICT] = KQA_FALSE;
  base.orgs[0].application.facts[KQA_FACT_PAYS_TAX_IN_DISTRICT] = KQA_FALSE;
  compare_with("quota.quality", "1");
  draft.outcomes[0].outcome = KQA_OUTCOME_NOT_ELECTED;
  const struct kqa_change change = change_at(0);
  assert_int_equal(change.changed, KQA_CHANGED_OUTCOME);
  assert_int_equal(change.provision, KQA_PROVISION_REGISTERED_IN_DISTRICT);
  assert_finding(&change.before, KQA_PROVISION_REGISTERED_IN_DISTRICT, KQA_VERDICT_NOT_MET);
  assert_finding(&change.after, KQA_PROVISION_REGISTERED_IN_DISTRICT, KQA_VERDICT_NOT_MET);
}

/* An outcome that the caller wrote, while all is met; memory holds what could be taken for a
 * finding that is not met. */
static void outcome_that_no_provision_explains_names_none(void **state)
{
  (void)state;
  start(&base, 1);
  base.round.quality.held = base.round.nomination.held = 0;
  compare_with("quota.quality", "1");
  draft.outcomes[0].outcome = KQA_OUTCOME_NOT_ELECTED;
  const struct kqa_decided_round before = decided(&base);
  const struct kqa_decided_round after = decided(&draft);
  soil_memory(KQA_VERDICT_NOT_MET);
  const struct kqa_change change = kqa_round_change(&before, &after, 0);
  assert_outcomes(&change, KQA_OUTCOME_PENDING, KQA_OUTCOME_NOT_ELECTED);
  assert_int_equal(change.changed, KQA_CHANGED_OUTCOME);
  assert_int_equal(change.provision, 0);
  assert_true(is_all_zero(&change.before, sizeof change.before));
  assert_true(is_all_zero(&change.after, sizeof change.after));
}

/* A provision that one side alone has is not found beyond the other's last finding, whatever memory
 * holds there. */
static void finding_of_one_side_has_no_counterpart_in_memory(void **state)
{
  (void)state;
  start(&base, 1);
  base.orgs[0].site = score_of(599, 1);
  compare_with("floors.apply_to", "quality_only");
  const struct kqa_decided_round before = decided(&base);
  const struct kqa_decided_round after = decided(&draft);
  soil_memory(KQA_PROVISION_NOMINATION_ENTRY);
  const struct kqa_change change = kqa_round_change(&before, &after, 0);
  assert_named(&change, KQA_PROVISION_NOMINATION_ENTRY, -1, KQA_VERDICT_MET);
}

static void comparison_needs_the_same_organisations_with_outcomes(void **state)
{
  (void)state;
  start(&base, 3);
  compare_with("quota.quality", "1");
  draft.round.organization_count = 2;
  assert_fault(compare().fault, KQA_E_TOO_FEW, KQA_FIELD_ORGANIZATIONS);
  draft.round.organization_count = 4;
  assert_fault(compare().fault, KQA_E_TOO_MANY, KQA_FIELD_ORGANIZATIONS);
  draft.round.organization_count = 3;
  draft.outcomes[3].outcome = base.outcomes[3].outcome = -1;
  assert_no_fault(compare().fault);
  draft.outcomes[2].outcome = -1;
  assert_fault_at(compare().fault, KQA_E_VALUE, KQA_FIELD_ORGANIZATIONS, 2, 0, 0);
  draft.outcomes[0].outcome = -1;
  assert_fault_at(compare().fault, KQA_E_VALUE, KQA_FIELD_ORGANIZATIONS, 0, 0, 0);
  draft.outcomes[0].outcome = base.outcomes[0].outcome;
  base.outcomes[1].outcome = KQA_OUTCOMES;
  const struct kqa_comparison comparison = compare();
  assert_fault_at(comparison.fault, KQA_E_VALUE, KQA_FIELD_ORGANIZATIONS, 1, 0, 0);
  assert_int_equal(comparison.organizations, 0);
  assert_true(is_all_zero(comparison.transitions, sizeof comparison.transitions));
}

static void change_refuses_what_findings_refuse_on_either_side(void **state)
{
  (void)state;
  start(&base, 2);
  compare_with("quota.quality", "1");
  assert_fault(change_at(-1).fault, KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS);
  assert_fault(change_at(2).fault, KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS);
  draft.round.organization_count = 1;
  const struct kqa_change change = change_at(1);
  assert_fault(change.fault, KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS);
  assert_int_equal(change.outcome_before, 0);
  draft.round.organization_count = 2;
  draft.edition = broken_edition();
  assert_fault(change_at(0).fault, KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE);
  draft.edition = base.edition;
  base.edition = broken_edition();
  assert_fault(change_at(0).fault, KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE);
}

/* Whatever differs: another outcome has a provision that says why, and nothing else has none. */
static void random_drafts_name_a_provision_for_every_flip(void **state)
{
  (void)state;
  uint64_t seed = 41;
  int32_t flips = 0;
  for (int32_t i = 0; i < 3000; i++) {
    random_scene(&base, &seed);
    decide_what_stands(&base);
    draft.edition = base.edition;
    random_readings(&draft.edition, &seed);
    draft.edition.quota_quality = pick(&seed, 0, 3);
    draft.edition.floor_total = ratio(pick(&seed, 598, 604), 1);
    decide_draft();
    const struct kqa_comparison comparison = compare();
    int32_t flipped = 0;
    int32_t changed = 0;
    for (int32_t k = 0; k < base.round.organization_count; k++) {
      const struct kqa_change change = change_at(k);
      assert_no_fault(change.fault);
      assert_true(change.provision != 0 || (change.changed & KQA_CHANGED_FINDINGS) == 0);
      flipped += (change.changed & KQA_CHANGED_OUTCOME) != 0;
      changed += (change.changed & ~KQA_CHANGED_FINDINGS) != 0;
      if ((change.changed & KQA_CHANGED_OUTCOME) != 0 && base.orgs[k].has_dossier)
        assert_int_not_equal(change.provision, 0);
    }
    assert_int_equal(flipped, comparison.flipped);
    assert_int_equal(changed, comparison.changed);
    flips += flipped;
  }
  assert_true(flips > 1000);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(same_edition_changes_nothing),
    cmocka_unit_test(higher_floor_takes_the_award_by_the_floor),
    cmocka_unit_test(same_result_by_another_number_names_the_number),
    cmocka_unit_test(another_verdict_goes_before_other_numbers_and_one_sided_findings),
    cmocka_unit_test(strict_reading_is_named_by_the_approval),
    cmocka_unit_test(reading_of_whom_a_floor_binds_names_the_floor),
    cmocka_unit_test(findings_of_one_vote_are_not_held_against_the_other),
    cmocka_unit_test(finding_that_only_the_draft_has_is_named),
    cmocka_unit_test(prize_alone_is_named_by_the_article_on_prizes),
    cmocka_unit_test(prize_is_named_also_where_one_side_has_the_nomination_vote),
    cmocka_unit_test(repeated_award_that_the_reading_forgets_is_named),
    cmocka_unit_test(nominee_without_a_dossier_changes_in_the_prize_alone),
    cmocka_unit_test(nominee_without_a_dossier_that_the_draft_leaves_out_has_no_outcome),
    cmocka_unit_test(former_winner_leaves_the_quota_without_another_outcome),
    cmocka_unit_test(rounded_total_is_another_total_and_rank),
    cmocka_unit_test(summary_counts_seats_money_and_transitions),
    cmocka_unit_test(each_vote_is_compared_with_itself),
    cmocka_unit_test(one_that_drops_out_has_no_total),
    cmocka_unit_test(of_findings_on_one_side_each_the_first_is_named),
    cmocka_unit_test(first_finding_of_all_is_compared_too),
    cmocka_unit_test(prize_that_no_provision_explains_has_the_first_difference),
    cmocka_unit_test(outcome_that_no_difference_explains_has_the_first_that_is_not_met),
    cmocka_unit_test(outcome_that_no_provision_explains_names_none),
    cmocka_unit_test(finding_of_one_side_has_no_counterpart_in_memory),
    cmocka_unit_test(comparison_needs_the_same_organisations_with_outcomes),
    cmocka_unit_test(change_refuses_what_findings_refuse_on_either_side),
    cmocka_unit_test(random_drafts_name_a_provision_for_every_flip),
  };
  return cmocka_run_group_tests_name("round_compare", tests, NULL, NULL);
}
