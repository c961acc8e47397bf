/* On which readings a result depends, singly and jointly, and rounds under other editions. */
#include "support_round.h"

static struct scene scene;
static struct scene twin;
static struct kqa_sensitivity sensitivity[MOST];

static void find_sets(void)
{
  assert_no_fault(kqa_round_sensitivity(&scene.edition, &scene.round, sensitivity, scene.outcomes,
                                        scene.other, scene.ranked, scene.candidates));
}

static bool is_in(const uint32_t *sets, uint32_t set)
{
  return (sets[set / 32] >> set % 32 & 1) != 0;
}

static int32_t count_of_sets(const uint32_t *sets)
{
  int32_t count = 0;
  for (uint32_t set = 0; set < 32 * KQA_READING_SET_WORDS; set++)
    count += is_in(sets, set);
  return count;
}

static void combinations_are_the_product_of_all_values_each_once(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  int64_t product = 1;
  for (size_t place = 0; place < kqa_parameter_count(); place++) {
    const struct kqa_parameter row = kqa_parameter_at(place);
    if (row.kind == KQA_PARAMETER_READING && row.touches_round)
      product *= row.max + 1;
  }
  assert_int_equal(kqa_reading_combinations(), product);
  for (int32_t a = 0; a < product; a++) {
    const struct kqa_edition one = kqa_reading_combination(&edition, a);
    const struct kqa_edition two = kqa_reading_combination(&edition, (a + 1) % (int32_t)product);
    assert_no_fault(kqa_edition_check(&one));
    assert_true(kqa_edition_diff(&one, &two, NULL, 0) > 0);
  }
}

static void combination_changes_no_number_and_no_reading_outside_a_round(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.vote_approval = KQA_VOTE_APPROVAL_STRICT;
  edition.report_rollover = KQA_REPORT_ROLLOVER_NONE;
  const struct kqa_edition defaults = kqa_reading_combination(&edition, 0);
  assert_int_equal(defaults.vote_approval, KQA_VOTE_APPROVAL_INCLUSIVE);
  const struct kqa_edition next = kqa_reading_combination(&defaults, 1);
  assert_int_equal(next.vote_approval, KQA_VOTE_APPROVAL_STRICT);
  assert_int_equal(kqa_edition_diff(&defaults, &next, NULL, 0), 1);
  const struct kqa_edition last = kqa_reading_combination(&edition, kqa_reading_combinations() - 1);
  assert_int_equal(last.score_rounding, KQA_SCORE_ROUNDING_GBT8170_3);
  assert_int_equal(last.prize_revoked_history, KQA_PRIZE_REVOKED_HISTORY_IGNORED);
  assert_int_equal(last.report_rollover, KQA_REPORT_ROLLOVER_NONE);
  assert_int_equal(last.quota_quality, edition.quota_quality);
}

static void combination_that_does_not_exist_is_no_edition(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  const struct kqa_edition before = kqa_reading_combination(&edition, -1);
  const struct kqa_edition beyond = kqa_reading_combination(&edition, kqa_reading_combinations());
  assert_true(is_all_zero(&before, sizeof before));
  assert_true(is_all_zero(&beyond, sizeof beyond));
}

/* Exactly half of the votes, by exactly two thirds of the members: either strict reading alone
 * takes the award, so the two together are no least set. */
static void readings_that_each_suffice_make_no_joint_set(void **state)
{
  (void)state;
  start(&scene, 1);
  scene.round.quality.present = 12;
  vote(&scene, 0, 6, KQA_NO_ENTRY);
  find_sets();
  assert_int_equal(scene.outcomes[0].outcome, KQA_OUTCOME_QUALITY);
  assert_true(is_in(sensitivity[0].outcome_sets, kqa_reading_bit(KQA_FIELD_VOTE_APPROVAL)));
  assert_true(is_in(sensitivity[0].outcome_sets, kqa_reading_bit(KQA_FIELD_VOTE_QUORUM)));
  assert_int_equal(count_of_sets(sensitivity[0].outcome_sets), 2);
  assert_int_equal(count_of_sets(sensitivity[0].prize_sets), 0);
}

/* A total of 600.4 under a floor of 600.2: rounding takes it below the floor, which binds a special
 * nomination only where the reading applies the floors. */
static void readings_that_suffice_only_together_are_one_set(void **state)
{
  (void)state;
  start(&scene, 1);
  scene.edition.floor_total = ratio(6002, 10);
  scene.orgs[0].document = score_of(602, 1);
  scene.orgs[0].site = score_of(600, 1);
  scene.orgs[0].special_nomination = 1;
  find_sets();
  assert_int_equal(scene.outcomes[0].outcome, KQA_OUTCOME_NOMINATION);
  assert_true(
    is_in(sensitivity[0].outcome_sets, kqa_reading_bit(KQA_FIELD_SPECIAL_NOMINATION_FLOORS) |
                                         kqa_reading_bit(KQA_FIELD_SCORE_ROUNDING)));
  assert_int_equal(count_of_sets(sensitivity[0].outcome_sets), 1);
  assert_int_equal(count_of_sets(sensitivity[0].prize_sets), 0);
}

/* Revoked quality award in the history and exactly half of the votes. */
static void reading_of_the_prize_alone_is_listed_apart(void **state)
{
  (void)state;
  start(&scene, 1);
  scene.orgs[0].history = (struct kqa_span){0, 1};
  scene.history[0] = (struct kqa_past_award){KQA_AWARD_QUALITY, 2020, 200000, 1, 0};
  vote(&scene, 0, 7, KQA_NO_ENTRY);
  find_sets();
  assert_true(is_in(sensitivity[0].outcome_sets, kqa_reading_bit(KQA_FIELD_VOTE_APPROVAL)));
  assert_int_equal(count_of_sets(sensitivity[0].outcome_sets), 1);
  assert_true(is_in(sensitivity[0].prize_sets, kqa_reading_bit(KQA_FIELD_PRIZE_REVOKED_HISTORY)));
  assert_int_equal(count_of_sets(sensitivity[0].prize_sets), 1);
}

static void sensitivity_refuses_what_the_decision_refuses(void **state)
{
  (void)state;
  start(&scene, 2);
  scene.orgs[1].site = score_of(599, 1);
  vote(&scene, 1, 3, KQA_NO_ENTRY);
  memset(sensitivity, 7, sizeof sensitivity);
  const struct kqa_fault fault =
    kqa_round_sensitivity(&scene.edition, &scene.round, sensitivity, scene.outcomes, scene.other,
                          scene.ranked, scene.candidates);
  assert_fault_at(fault, KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_YES, 1, 0, 0);
  assert_int_equal(sensitivity[0].outcome_sets[0], 0x07070707);
}

/* Below the floor, which another reading of whom it binds lifts; other numbers are as low as an
 * edition may have it. */
static void edition_of_least_numbers_depends_on_the_floors_alone(void **state)
{
  (void)state;
  start(&scene, 1);
  scene.orgs[0].site = score_of(599, 1);
  scene.edition.vote_approval = KQA_VOTE_APPROVAL_STRICT;
  scene.edition.quota_quality = scene.edition.quota_nomination = 0;
  scene.edition.weight_document_permille = 0;
  scene.edition.weight_site_permille = 1000;
  scene.edition.assessor_min_years = 0;
  scene.edition.eligibility_min_years = scene.edition.eligibility_clean_years = 0;
  scene.edition.application_min_copies = 0;
  scene.edition.site_report_working_days = scene.edition.report_days = 0;
  scene.edition.prize_quality = scene.edition.prize_nomination = scene.edition.prize_cap = 0;
  scene.edition.bar_fraud_years = scene.edition.bar_revocation_years = 0;
  find_sets();
  assert_int_equal(scene.outcomes[0].outcome, KQA_OUTCOME_BELOW_FLOOR);
  assert_int_equal(count_of_sets(sensitivity[0].outcome_sets), 1);
  assert_true(is_in(sensitivity[0].outcome_sets, kqa_reading_bit(KQA_FIELD_FLOORS_APPLY_TO)));
}

/* Results and sets beyond the last, of which the results differ. */
static void sets_beyond_the_last_are_not_written(void **state)
{
  (void)state;
  start(&scene, 2);
  scene.outcomes[2].outcome = KQA_OUTCOME_PENDING;
  scene.other[2].outcome = KQA_OUTCOME_TIED;
  memset(sensitivity, 0x5a, sizeof sensitivity);
  find_sets();
  for (size_t i = 0; i < sizeof sensitivity[2]; i++)
    assert_int_equal(((const unsigned char *)&sensitivity[2])[i], 0x5a);
}

static uint32_t set_between(const struct kqa_edition *a, const struct kqa_edition *b)
{
  int32_t fields[9];
  const size_t count = kqa_edition_diff(a, b, fields, COUNT_OF(fields));
  uint32_t set = 0;
  for (size_t i = 0; i < count; i++)
    set |= kqa_reading_bit(fields[i]);
  return set;
}

/* Which sets of readings change the outcome, or the prize alone, by taking out entries one by one
 * until the round is valid under each combination. */
static void collect(uint8_t outcome[MOST][256], uint8_t prize[MOST][256])
{
  for (int32_t number = 0; number < kqa_reading_combinations(); number++) {
    twin = scene;
    twin.round.organizations = twin.orgs;
    twin.edition = kqa_reading_combination(&scene.edition, number);
    const uint32_t set = set_between(&scene.edition, &twin.edition);
    decide_what_stands(&twin);
    for (int32_t i = 0; i < scene.round.organization_count; i++) {
      outcome[i][set] |= twin.outcomes[i].outcome != scene.outcomes[i].outcome;
      prize[i][set] |= twin.outcomes[i].outcome == scene.outcomes[i].outcome &&
                       twin.outcomes[i].prize != scene.outcomes[i].prize;
    }
  }
}

static bool has_smaller(const uint8_t *changes, uint32_t set)
{
  for (uint32_t part = 1; part < set; part++)
    if ((part & set) == part && changes[part])
      return true;
  return false;
}

static void random_rounds_keep_exactly_the_least_sets(void **state)
{
  (void)state;
  static uint8_t outcome[MOST][256];
  static uint8_t prize[MOST][256];
  uint64_t seed = 77;
  int32_t joint = 0;
  for (int32_t i = 0; i < 16; i++) {
    random_scene(&scene, &seed);
    scene.edition.floor_total = ratio(60005, 100);
    scene.edition.special_nomination_floors = KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT;
    scene.edition.score_rounding = KQA_SCORE_ROUNDING_NONE;
    for (int32_t k = 0; k < scene.round.organization_count; k++)
      scene.orgs[k].special_nomination |= chance(&seed, 2);
    decide_what_stands(&scene);
    find_sets();
    memset(outcome, 0, sizeof outcome);
    memset(prize, 0, sizeof prize);
    collect(outcome, prize);
    for (int32_t k = 0; k < scene.round.organization_count; k++)
      for (uint32_t set = 0; set < 256; set++) {
        assert_int_equal(is_in(sensitivity[k].outcome_sets, set),
                         outcome[k][set] && !has_smaller(outcome[k], set));
        assert_int_equal(is_in(sensitivity[k].prize_sets, set),
                         prize[k][set] && !has_smaller(prize[k], set));
        joint += set != 0 && (set & (set - 1)) != 0 && is_in(sensitivity[k].outcome_sets, set);
      }
  }
  assert_true(joint > 0);
}

static void single_readings_are_those_of_the_dependence(void **state)
{
  (void)state;
  uint64_t seed = 78;
  for (int32_t i = 0; i < 24; i++) {
    random_scene(&scene, &seed);
    decide_what_stands(&scene);
    find_sets();
    assert_no_fault(kqa_round_dependence(&scene.edition, &scene.round, scene.outcomes, scene.other,
                                         scene.ranked, scene.candidates));
    for (int32_t k = 0; k < scene.round.organization_count; k++)
      for (uint32_t bit = 1; bit < 256; bit <<= 1) {
        assert_int_equal(is_in(sensitivity[k].outcome_sets, bit),
                         (scene.outcomes[k].outcome_readings & bit) != 0);
        assert_int_equal(is_in(sensitivity[k].prize_sets, bit),
                         (scene.outcomes[k].prize_readings & bit) != 0);
      }
  }
}

/* A draft's floor leaves out the votes for one that no longer stands; a fault of the input stays.
 */
static void round_under_a_draft_leaves_out_what_no_longer_stands(void **state)
{
  (void)state;
  start(&scene, 3);
  scene.orgs[0].site = score_of(610, 1);
  scene.orgs[2].site = score_of(610, 1);
  scene.orgs[2].special_nomination = 1;
  vote(&scene, 0, 14, KQA_NO_ENTRY);
  vote(&scene, 1, 8, KQA_NO_ENTRY);
  assert_no_fault(decide(&scene));
  scene.edition.floor_site = ratio(620, 1);
  scene.edition.special_nomination_floors = KQA_SPECIAL_NOMINATION_FLOORS_APPLY;
  assert_fault(decide(&scene), KQA_E_NOT_STANDING, KQA_FIELD_VOTES_QUALITY_YES);
  scene.summary = kqa_round_decide_under(&scene.edition, &scene.round, scene.outcomes, scene.ranked,
                                         scene.candidates);
  assert_no_fault(scene.summary.fault);
  assert_outcome(&scene, 0, KQA_OUTCOME_BELOW_FLOOR, 0);
  assert_outcome(&scene, 1, KQA_OUTCOME_QUALITY, 200000);
  assert_outcome(&scene, 2, KQA_OUTCOME_BELOW_FLOOR, 0);
  assert_int_equal(scene.summary.prize_total, 200000);
  vote(&scene, 1, 15, KQA_NO_ENTRY);
  scene.summary = kqa_round_decide_under(&scene.edition, &scene.round, scene.outcomes, scene.ranked,
                                         scene.candidates);
  assert_fault_at(scene.summary.fault, KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_QUALITY_YES, 1, 0, 0);
  assert_true(is_all_zero(scene.outcomes, 3 * sizeof scene.outcomes[0]));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(combinations_are_the_product_of_all_values_each_once),
    cmocka_unit_test(combination_changes_no_number_and_no_reading_outside_a_round),
    cmocka_unit_test(combination_that_does_not_exist_is_no_edition),
    cmocka_unit_test(readings_that_each_suffice_make_no_joint_set),
    cmocka_unit_test(readings_that_suffice_only_together_are_one_set),
    cmocka_unit_test(reading_of_the_prize_alone_is_listed_apart),
    cmocka_unit_test(sensitivity_refuses_what_the_decision_refuses),
    cmocka_unit_test(edition_of_least_numbers_depends_on_the_floors_alone),
    cmocka_unit_test(sets_beyond_the_last_are_not_written),
    cmocka_unit_test(random_rounds_keep_exactly_the_least_sets),
    cmocka_unit_test(single_readings_are_those_of_the_dependence),
    cmocka_unit_test(round_under_a_draft_leaves_out_what_no_longer_stands),
  };
  return cmocka_run_group_tests_name("round_sensitivity", tests, NULL, NULL);
}
