/* Sheets, panels, the total (Art. 18), the floors (Art. 5), the ranking (Art. 18), in exact
 * numbers. */
#include <stdlib.h>

#include "support_decision.h"

#include "kqaward/score.h"

static struct kqa_criteria criteria_2012(void)
{
  struct kqa_criteria criteria;
  assert_no_fault(kqa_criteria_find("gbt19580-2012", &criteria));
  return criteria;
}

static int64_t divisor(int64_t a, int64_t b)
{
  while (b != 0) {
    const int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

static struct kqa_ratio lowest(int64_t num, int64_t den)
{
  const int64_t by = divisor(num, den);
  return ratio(num / by, den / by);
}

#define assert_quantity(answer_, want_)                                                            \
  do {                                                                                             \
    const struct kqa_quantity quantity_ = (answer_);                                               \
    const struct kqa_ratio wanted_ = (want_);                                                      \
    assert_no_fault(quantity_.fault);                                                              \
    assert_ratio(quantity_.value, wanted_.num, wanted_.den);                                       \
  } while (0)

static void fill_sheet(int32_t *percents, int32_t count, uint64_t *seed)
{
  for (int32_t i = 0; i < count; i++)
    percents[i] = 5 * (int32_t)(next_random(seed) % 21);
}

/* Hundredths of a point of the items of one category; of all items for category -1. */
static int64_t hundredths(const struct kqa_criteria *criteria, const int32_t *percents,
                          int32_t category)
{
  int64_t sum = 0;
  for (int32_t i = 0; i < criteria->item_count; i++)
    if (category < 0 || criteria->items[i].category == category)
      sum += (int64_t)criteria->items[i].points * percents[i];
  return sum;
}

static void full_marks_are_a_thousand_points(void **state)
{
  (void)state;
  struct kqa_criteria criteria = criteria_2012();
  int32_t percents[KQA_CRITERIA_ITEMS];
  for (int32_t i = 0; i < KQA_CRITERIA_ITEMS; i++)
    percents[i] = 100;
  assert_quantity(kqa_sheet_score(&criteria, percents), ratio(1000, 1));
  criteria.items[criteria.item_count] = (struct kqa_criteria_item){1, 0}; /* after the last one */
  assert_quantity(kqa_sheet_score(&criteria, percents), ratio(1000, 1));
  for (int32_t i = 0; i < KQA_CRITERIA_ITEMS; i++)
    percents[i] = 0;
  assert_quantity(kqa_sheet_score(&criteria, percents), ratio(0, 1));
}

static void sheet_is_the_sum_of_points_by_percent(void **state)
{
  (void)state;
  struct kqa_criteria criteria = criteria_2012();
  uint64_t seed = 5;
  for (int32_t round = 0; round < 200; round++) {
    int32_t percents[KQA_CRITERIA_ITEMS];
    fill_sheet(percents, criteria.item_count, &seed);
    for (int32_t i = 0; i < criteria.item_count; i++)
      assert_quantity(kqa_sheet_item_score(&criteria, percents, i),
                      lowest((int64_t)criteria.items[i].points * percents[i], 100));
    for (int32_t i = 0; i < criteria.category_count; i++)
      assert_quantity(kqa_sheet_category_score(&criteria, percents, i),
                      lowest(hundredths(&criteria, percents, i), 100));
    assert_quantity(kqa_sheet_score(&criteria, percents),
                    lowest(hundredths(&criteria, percents, -1), 100));
  }
}

static void check_panel(const struct kqa_edition *edition, const struct kqa_criteria *criteria,
                        const int32_t *percents, int32_t sheets)
{
  int64_t sum = 0;
  int64_t least = INT64_MAX;
  int64_t most = 0;
  for (int32_t i = 0; i < sheets; i++) {
    const int64_t score = hundredths(criteria, percents + i * criteria->item_count, -1);
    sum += score;
    least = score < least ? score : least;
    most = score > most ? score : most;
  }
  assert_quantity(kqa_panel_score(edition, criteria, percents, sheets),
                  lowest(sum, INT64_C(100) * sheets));
  assert_quantity(kqa_panel_spread(edition, criteria, percents, sheets), lowest(most - least, 100));
  for (int32_t category = 0; category < criteria->category_count; category++) {
    int64_t part = 0;
    for (int32_t i = 0; i < sheets; i++)
      part += hundredths(criteria, percents + i * criteria->item_count, category);
    assert_quantity(kqa_panel_category_score(edition, criteria, percents, sheets, category),
                    lowest(part, INT64_C(100) * sheets));
  }
}

static void panel_score_is_the_exact_mean_of_its_sheets(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_criteria criteria = criteria_2012();
  static int32_t percents[KQA_MAX_SHEETS * KQA_CRITERIA_ITEMS];
  uint64_t seed = 10;
  for (int32_t sheets = 3; sheets <= KQA_MAX_SHEETS; sheets++) {
    fill_sheet(percents, sheets * criteria.item_count, &seed);
    check_panel(&edition, &criteria, percents, sheets);
  }
  edition.panel_min_assessors = 1;
  check_panel(&edition, &criteria, percents, 1);
}

static void panel_has_three_assessors_or_more(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_criteria criteria = criteria_2012();
  static const int32_t percents[100 * KQA_CRITERIA_ITEMS];
  static const int32_t numbers[] = {2, 0, -1, INT32_MIN, 100, INT32_MAX};
  assert_no_fault(kqa_panel_score(&edition, &criteria, percents, 3).fault);
  assert_no_fault(kqa_panel_score(&edition, &criteria, percents, 99).fault);
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    const int32_t sheets = numbers[i];
    const int32_t status = sheets < 3 ? KQA_E_TOO_FEW : KQA_E_TOO_MANY;
    assert_quantity_fault(kqa_panel_score(&edition, &criteria, percents, sheets), status,
                          KQA_FIELD_SHEETS);
    assert_quantity_fault(kqa_panel_spread(&edition, &criteria, percents, sheets), status,
                          KQA_FIELD_SHEETS);
    assert_quantity_fault(kqa_panel_category_score(&edition, &criteria, percents, sheets, 0),
                          status, KQA_FIELD_SHEETS);
  }
}

#define assert_quantity_fault_at(answer_, status_, field_, index0_, index1_)                       \
  do {                                                                                             \
    const struct kqa_quantity wrong_ = (answer_);                                                  \
    assert_fault_at(wrong_.fault, status_, field_, index0_, index1_, 0);                           \
    assert_ratio(wrong_.value, 0, 0);                                                              \
  } while (0)

static void percent_outside_its_steps_is_a_fault_with_its_place(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_criteria criteria = criteria_2012();
  static const int32_t numbers[] = {-5, 105, INT32_MIN, INT32_MAX, 1, 99, 52};
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    const int32_t status = i < 4 ? KQA_E_RANGE : KQA_E_STEP;
    int32_t percents[3 * KQA_CRITERIA_ITEMS] = {0};
    percents[7] = numbers[i];
    assert_quantity_fault_at(kqa_sheet_score(&criteria, percents), status, KQA_FIELD_PERCENT, 0, 7);
    assert_quantity_fault_at(kqa_sheet_item_score(&criteria, percents, 7), status,
                             KQA_FIELD_PERCENT, 0, 7);
    assert_quantity_fault_at(
      kqa_sheet_category_score(&criteria, percents, criteria.items[7].category), status,
      KQA_FIELD_PERCENT, 0, 7);
    percents[7] = 0;
    percents[2 * criteria.item_count + 22] = numbers[i];
    assert_quantity_fault_at(kqa_panel_score(&edition, &criteria, percents, 3), status,
                             KQA_FIELD_PERCENT, 2, 22);
    assert_quantity_fault_at(kqa_panel_spread(&edition, &criteria, percents, 3), status,
                             KQA_FIELD_PERCENT, 2, 22);
    assert_quantity_fault_at(
      kqa_panel_category_score(&edition, &criteria, percents, 3, criteria.items[22].category),
      status, KQA_FIELD_PERCENT, 2, 22);
  }
}

static void item_or_category_beyond_the_set_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_criteria criteria = criteria_2012();
  static const int32_t percents[3 * KQA_CRITERIA_ITEMS];
  const int32_t items[] = {-1, criteria.item_count, INT32_MIN, INT32_MAX};
  const int32_t categories[] = {-1, criteria.category_count, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(items); i++) {
    assert_quantity_fault(kqa_sheet_item_score(&criteria, percents, items[i]), KQA_E_RANGE,
                          KQA_FIELD_ITEM);
    assert_quantity_fault(kqa_sheet_category_score(&criteria, percents, categories[i]), KQA_E_RANGE,
                          KQA_FIELD_CATEGORY);
    assert_quantity_fault(kqa_panel_category_score(&edition, &criteria, percents, 3, categories[i]),
                          KQA_E_RANGE, KQA_FIELD_CATEGORY);
  }
}

static void set_that_does_not_add_up_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_criteria criteria = criteria_2012();
  static const int32_t percents[3 * KQA_CRITERIA_ITEMS];
  criteria.items[0].points++;
  assert_quantity_fault(kqa_sheet_item_score(&criteria, percents, 0), KQA_E_POINTS,
                        KQA_FIELD_CRITERIA);
  assert_quantity_fault(kqa_sheet_category_score(&criteria, percents, 0), KQA_E_POINTS,
                        KQA_FIELD_CRITERIA);
  assert_quantity_fault(kqa_sheet_score(&criteria, percents), KQA_E_POINTS, KQA_FIELD_CRITERIA);
  assert_quantity_fault(kqa_panel_score(&edition, &criteria, percents, 3), KQA_E_POINTS,
                        KQA_FIELD_CRITERIA);
  assert_quantity_fault(kqa_panel_spread(&edition, &criteria, percents, 3), KQA_E_POINTS,
                        KQA_FIELD_CRITERIA);
  assert_quantity_fault(kqa_panel_category_score(&edition, &criteria, percents, 3, 0), KQA_E_POINTS,
                        KQA_FIELD_CRITERIA);
}

/* Scores in tenths. The floors by whole numbers: 20 d + 80 s >= 60000, s >= 600. */
static void check_floors(const struct kqa_edition *edition, int64_t document, int64_t site)
{
  if (document < 0 || document > 10000 || site < 0 || site > 10000)
    return;
  const bool total_met = 20 * document + 80 * site >= 600000;
  const bool site_met = site >= 6000;
  struct kqa_decision decision = kqa_floors_check(edition, ratio(document, 10), lowest(site, 10));
  assert_decision(&decision, total_met && site_met ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET, 2);
  assert_finding(&decision.findings[0], KQA_PROVISION_TOTAL_FLOOR,
                 total_met ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  assert_finding(&decision.findings[1], KQA_PROVISION_SITE_FLOOR,
                 site_met ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  assert_quantity(kqa_total_score(edition, lowest(document, 10), ratio(site, 10)),
                  lowest(20 * document + 80 * site, 1000));
}

static void every_pair_of_decimals_that_totals_six_hundred_and_its_neighbours(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  int32_t winners = 0;
  for (int64_t document = 0; document <= 10000; document += 4) {
    const int64_t site = (30000 - document) / 4;
    check_floors(&edition, document, site);
    check_floors(&edition, document - 1, site);
    check_floors(&edition, document + 1, site);
    check_floors(&edition, document, site - 1);
    check_floors(&edition, document, site + 1);
    assert_quantity(kqa_total_score(&edition, ratio(document, 10), ratio(site, 10)), ratio(600, 1));
    struct kqa_decision decision = kqa_floors_check(&edition, ratio(document, 10), ratio(site, 10));
    winners += decision.verdict == KQA_VERDICT_MET;
  }
  assert_int_equal(winners, 1501);
}

static void both_scores_must_reach_six_hundred(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_decision decision =
    kqa_floors_check(&edition, ratio(1000, 1), ratio(599999999, 1000000));
  assert_finding(&decision.findings[0], KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET);
  assert_finding(&decision.findings[1], KQA_PROVISION_SITE_FLOOR, KQA_VERDICT_NOT_MET);
  assert_ratio(decision.findings[1].observed, 599999999, 1000000);
  assert_ratio(decision.findings[1].required, 600, 1);
  assert_int_equal(decision.findings[1].unit, KQA_UNIT_POINTS);
  decision = kqa_floors_check(&edition, ratio(599999999, 1000000), ratio(600, 1));
  assert_finding(&decision.findings[0], KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_NOT_MET);
  assert_finding(&decision.findings[1], KQA_PROVISION_SITE_FLOOR, KQA_VERDICT_MET);
  decision = kqa_floors_check(&edition, ratio(600, 1), ratio(600, 1));
  assert_decision(&decision, KQA_VERDICT_MET, 2);
}

static void total_of_any_fractions_is_exact(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  uint64_t seed = 18;
  for (int32_t i = 0; i < 20000; i++) {
    edition.weight_document_permille = (int32_t)(next_random(&seed) % 1001);
    edition.weight_site_permille = 1000 - edition.weight_document_permille;
    const int64_t p = 1 + (int64_t)(next_random(&seed) % KQA_SCORE_MAX_DENOMINATOR);
    const int64_t q = 1 + (int64_t)(next_random(&seed) % KQA_SCORE_MAX_DENOMINATOR);
    const int64_t a = (int64_t)(next_random(&seed) % (uint64_t)(1000 * p + 1));
    const int64_t b = (int64_t)(next_random(&seed) % (uint64_t)(1000 * q + 1));
    const int64_t num =
      edition.weight_document_permille * a * q + edition.weight_site_permille * b * p;
    assert_quantity(kqa_total_score(&edition, ratio(a, p), ratio(b, q)), lowest(num, 1000 * p * q));
  }
}

static void greatest_denominators_do_not_overflow(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.weight_document_permille = 333;
  edition.weight_site_permille = 667;
  const int64_t p = 999983;
  const int64_t q = 999979;
  const struct kqa_ratio document = ratio(1000 * p - 1, p);
  const struct kqa_ratio site = ratio(1000 * q - 1, q);
  assert_quantity(kqa_total_score(&edition, document, site),
                  lowest(333 * (1000 * p - 1) * q + 667 * (1000 * q - 1) * p, 1000 * p * q));
  struct kqa_decision decision = kqa_floors_check(&edition, document, site);
  assert_decision(&decision, KQA_VERDICT_MET, 2);
  edition.floor_total = ratio(999999999, 1000000);
  decision = kqa_floors_check(&edition, document, site);
  assert_decision(&decision, KQA_VERDICT_NOT_MET, 2);
}

/* Rounds num / den to a multiple of 1 / scale, half to even, from whole numbers alone. */
static struct kqa_ratio rounded(int64_t num, int64_t den, int64_t scale)
{
  const int64_t down = num * scale / den;
  const int64_t twice_rest = 2 * (num * scale - down * den);
  const bool up = twice_rest > den || (twice_rest == den && down % 2 == 1);
  return lowest(down + up, scale);
}

static void total_is_rounded_once_half_to_even_where_the_reading_says_so(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int64_t scales[] = {1, 10, 100, 1000};
  for (int32_t decimals = 0; decimals <= 3; decimals++) {
    edition.score_rounding = KQA_SCORE_ROUNDING_GBT8170_0 + decimals;
    for (int64_t document = 59000; document <= 61000; document += 7) {
      for (int64_t site = 600000; site <= 600250; site += 5) {
        const int64_t num = 20 * document * 10 + 80 * site;
        assert_quantity(kqa_total_score(&edition, ratio(document, 100), ratio(site, 1000)),
                        rounded(num, 100000, scales[decimals]));
      }
    }
  }
}

static void rounding_decides_the_total_floor_but_never_the_site_floor(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.score_rounding = KQA_SCORE_ROUNDING_GBT8170_0;
  struct kqa_decision decision = kqa_floors_check(&edition, ratio(1195, 2), ratio(600, 1));
  assert_decision(&decision, KQA_VERDICT_MET, 2);
  assert_ratio(decision.findings[0].observed, 600, 1);
  decision = kqa_floors_check(&edition, ratio(59749, 100), ratio(600, 1));
  assert_finding(&decision.findings[0], KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_NOT_MET);
  decision = kqa_floors_check(&edition, ratio(1000, 1), ratio(5999, 10));
  assert_finding(&decision.findings[1], KQA_PROVISION_SITE_FLOOR, KQA_VERDICT_NOT_MET);
  edition.score_rounding = KQA_SCORE_ROUNDING_GBT8170_1;
  decision = kqa_floors_check(&edition, ratio(1195, 2), ratio(600, 1));
  assert_finding(&decision.findings[0], KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_NOT_MET);
}

static const struct kqa_ratio bad_scores[] = {
  {-1, 1},      {1001, 1},       {1000000001, 1000000},  {1, 0},         {1, -1},
  {1, 1000001}, {INT64_MIN, 1},  {INT64_MAX, 1},         {0, INT64_MIN}, {0, INT64_MAX},
  {-1, -1},     {INT64_MIN, -1}, {INT64_MIN, INT64_MIN}, {0, 0},         {600, INT64_MAX},
};

static void score_outside_its_bounds_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const struct kqa_ratio fine = ratio(600, 1);
  for (size_t i = 0; i < COUNT_OF(bad_scores); i++) {
    const struct kqa_ratio bad = bad_scores[i];
    assert_quantity_fault(kqa_total_score(&edition, bad, fine), KQA_E_RANGE,
                          KQA_FIELD_DOCUMENT_SCORE);
    assert_quantity_fault(kqa_total_score(&edition, fine, bad), KQA_E_RANGE, KQA_FIELD_SITE_SCORE);
    assert_decision_fault(kqa_floors_check(&edition, bad, fine), KQA_E_RANGE,
                          KQA_FIELD_DOCUMENT_SCORE);
    assert_decision_fault(kqa_floors_check(&edition, fine, bad), KQA_E_RANGE, KQA_FIELD_SITE_SCORE);
    assert_quantity_fault(kqa_least_site_score(&edition, bad, 1), KQA_E_RANGE,
                          KQA_FIELD_DOCUMENT_SCORE);
  }
  static const int32_t decimals[] = {-1, 4, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(decimals); i++)
    assert_quantity_fault(kqa_least_site_score(&edition, fine, decimals[i]), KQA_E_RANGE,
                          KQA_FIELD_DECIMALS);
}

static bool reaches_floors(const struct kqa_edition *edition, struct kqa_ratio document,
                           struct kqa_ratio site)
{
  struct kqa_decision decision = kqa_floors_check(edition, document, site);
  assert_no_fault(decision.fault);
  return decision.verdict == KQA_VERDICT_MET;
}

static void check_least_site_score(const struct kqa_edition *edition, struct kqa_ratio document,
                                   int32_t decimals)
{
  static const int64_t scales[] = {1, 10, 100, 1000};
  const int64_t scale = scales[decimals];
  struct kqa_quantity least = kqa_least_site_score(edition, document, decimals);
  assert_no_fault(least.fault);
  if (least.value.den == 0) {
    assert_int_equal(least.value.num, 0);
    assert_false(reaches_floors(edition, document, ratio(1000, 1)));
    return;
  }
  assert_int_equal(scale % least.value.den, 0);
  const int64_t steps = least.value.num * (scale / least.value.den);
  assert_ratio(lowest(steps, scale), least.value.num, least.value.den);
  assert_true(reaches_floors(edition, document, least.value));
  if (steps > 0)
    assert_false(reaches_floors(edition, document, ratio(steps - 1, scale)));
}

static void least_site_score_agrees_with_the_floors_on_both_sides(void **state)
{
  (void)state;
  static const int32_t weights[] = {200, 0, 1, 333, 505, 999, 1000};
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(weights); i++) {
    edition.weight_document_permille = weights[i];
    edition.weight_site_permille = 1000 - weights[i];
    for (int32_t rounding = 0; rounding <= KQA_SCORE_ROUNDING_GBT8170_3; rounding++) {
      edition.score_rounding = rounding;
      for (int64_t document = 0; document <= 1000; document++)
        check_least_site_score(&edition, ratio(document, 1), (int32_t)(document % 4));
    }
  }
}

static void least_site_score_agrees_under_other_floors(void **state)
{
  (void)state;
  static const struct kqa_ratio floors[][2] = {{{0, 1}, {0, 1}},      {{1000, 1}, {0, 1}},
                                               {{0, 1}, {1000, 1}},   {{1201, 2}, {599, 1}},
                                               {{1201, 2}, {601, 1}}, {{1801, 3}, {1, 1000000}},
                                               {{650, 1}, {1000, 1}}, {{1, 1000000}, {0, 1}}};
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(floors); i++) {
    edition.floor_total = floors[i][0];
    edition.floor_site = floors[i][1];
    for (int32_t rounding = 0; rounding <= KQA_SCORE_ROUNDING_GBT8170_3; rounding++) {
      edition.score_rounding = rounding;
      for (int32_t decimals = 0; decimals <= 3; decimals++)
        for (int64_t document = 0; document <= 3000; document += 37)
          check_least_site_score(&edition, ratio(document, 3), decimals);
    }
  }
}

static void least_site_score_of_the_ordinance(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  assert_quantity(kqa_least_site_score(&edition, ratio(600, 1), 0), ratio(600, 1));
  assert_quantity(kqa_least_site_score(&edition, ratio(1000, 1), 1), ratio(600, 1));
  assert_quantity(kqa_least_site_score(&edition, ratio(599, 1), 0), ratio(601, 1));
  assert_quantity(kqa_least_site_score(&edition, ratio(599, 1), 1), ratio(6003, 10));
  assert_quantity(kqa_least_site_score(&edition, ratio(599, 1), 2), ratio(2401, 4));
  assert_quantity(kqa_least_site_score(&edition, ratio(0, 1), 0), ratio(750, 1));
  edition.weight_document_permille = 1000;
  edition.weight_site_permille = 0;
  assert_quantity(kqa_least_site_score(&edition, ratio(599, 1), 3), ratio(0, 0));
}

static void check_ranking(struct kqa_ranked *entries, size_t count)
{
  int64_t ranked = 0;
  for (size_t i = 0; i < count; i++) {
    ranked += entries[i].total.den != 0;
    entries[i].rank = entries[i].order = 7;
  }
  struct kqa_number answer = kqa_rank(entries, count);
  assert_no_fault(answer.fault);
  assert_int_equal(answer.value, ranked);
  for (size_t i = 0; i < count; i++) {
    int32_t rank = entries[i].total.den != 0;
    int64_t before = 0;
    for (size_t j = 0; j < count && rank != 0; j++) {
      const int64_t order = entries[j].total.den == 0
                              ? -1
                              : kqa_ratio_compare(entries[j].total, entries[i].total).value;
      rank += order > 0;
      before += order > 0 || (order == 0 && j < i);
    }
    assert_int_equal(entries[i].rank, rank);
    if (rank != 0)
      assert_int_equal(entries[before].order, i);
    if ((int64_t)i >= ranked)
      assert_int_equal(entries[i].order, -1);
  }
}

/* Every sequence of up to six totals of four values, one of which is "not ranked". */
static void equal_totals_share_a_rank_in_every_small_sequence(void **state)
{
  (void)state;
  static const struct kqa_ratio totals[] = {{0, 0}, {600, 1}, {1201, 2}, {18015, 30}};
  for (size_t count = 0; count <= 6; count++) {
    for (size_t code = 0; code < (size_t)1 << 2 * count; code++) {
      struct kqa_ranked entries[6] = {0};
      for (size_t i = 0; i < count; i++)
        entries[i].total = totals[code >> 2 * i & 3];
      check_ranking(entries, count);
    }
  }
}

static void first_two_equal_leave_the_second_rank_empty(void **state)
{
  (void)state;
  struct kqa_ranked entries[] = {
    {.total = {1300, 2}}, {.total = {649, 1}}, {.total = {650, 1}}, {.total = {0, 0}}};
  assert_int_equal(kqa_rank(entries, 4).value, 3);
  assert_int_equal(entries[0].rank, 1);
  assert_int_equal(entries[1].rank, 3);
  assert_int_equal(entries[2].rank, 1);
  assert_int_equal(entries[3].rank, 0);
  assert_int_equal(entries[0].order, 0);
  assert_int_equal(entries[1].order, 2);
  assert_int_equal(entries[2].order, 1);
  assert_int_equal(entries[3].order, -1);
}

static void random_totals_are_ranked_as_by_counting(void **state)
{
  (void)state;
  uint64_t seed = 1000;
  for (size_t count = 1000; count >= 997; count--) {
    struct kqa_ranked *entries = calloc(count, sizeof *entries);
    assert_non_null(entries);
    for (size_t i = 0; i < count; i++) {
      const int64_t den = (int64_t)(next_random(&seed) % 4);
      entries[i].total =
        ratio(den == 0 ? 0 : (int64_t)(next_random(&seed) % 400) + 600 * (den - 1), den);
    }
    check_ranking(entries, count);
    free(entries);
  }
}

static void totals_that_differ_in_the_last_place_are_told_apart(void **state)
{
  (void)state;
  const int64_t den = KQA_RATIO_MAX_DENOMINATOR;
  struct kqa_ranked entries[] = {{.total = {600 * den - 1, den}},
                                 {.total = {600, 1}},
                                 {.total = {599 * den + den - 2, den}},
                                 {.total = {1000 * den, den}},
                                 {.total = {0, den}}};
  check_ranking(entries, COUNT_OF(entries));
  assert_int_equal(entries[0].rank, 3);
  assert_int_equal(entries[1].rank, 2);
  assert_int_equal(entries[2].rank, 4);
  assert_int_equal(entries[3].rank, 1);
  assert_int_equal(entries[4].rank, 5);
}

static void assert_unranked(const struct kqa_ranked *entries, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(entries[i].rank, 0);
    assert_int_equal(entries[i].order, 0);
  }
}

static void impossible_total_is_a_fault_with_its_place(void **state)
{
  (void)state;
  static const struct kqa_ratio totals[] = {
    {-1, 1},        {1001, 1},      {1, -1},        {0, KQA_RATIO_MAX_DENOMINATOR + 1},
    {INT64_MIN, 1}, {INT64_MAX, 1}, {0, INT64_MIN}, {0, INT64_MAX},
    {-1, -1}};
  for (size_t i = 0; i < COUNT_OF(totals); i++) {
    struct kqa_ranked entries[] = {{.total = {650, 1}, .rank = 7, .order = 7},
                                   {.total = {600, 1}, .rank = 7, .order = 7},
                                   {.total = totals[i], .rank = 7, .order = 7},
                                   {.total = {650, 1}, .rank = 7, .order = 7}};
    struct kqa_number answer = kqa_rank(entries, 3);
    assert_fault_at(answer.fault, KQA_E_RANGE, KQA_FIELD_TOTAL, 2, 0, 0);
    assert_int_equal(answer.value, 0);
    assert_unranked(entries, 3);
    assert_int_equal(entries[3].rank, 7);
    assert_int_equal(entries[3].order, 7);
  }
}

static void a_million_are_ranked_and_no_more(void **state)
{
  (void)state;
  const size_t most = 1000000;
  struct kqa_ranked *entries = calloc(most + 1, sizeof *entries);
  assert_non_null(entries);
  for (size_t i = 0; i <= most; i++)
    entries[i] = (struct kqa_ranked){.total = {(int64_t)(i % 1000 * 919 % 1000), 1}, .rank = 7};
  assert_number_fault(kqa_rank(entries, most + 1), KQA_E_TOO_MANY, KQA_FIELD_CANDIDATES);
  assert_unranked(entries, most + 1);
  struct kqa_number answer = kqa_rank(entries, most);
  assert_no_fault(answer.fault);
  assert_int_equal(answer.value, most);
  for (size_t i = 0; i < most; i += 1009)
    assert_int_equal(entries[i].rank, 1 + (999 - entries[i].total.num) * 1000);
  free(entries);
}

static void no_entries_are_a_ranking_too(void **state)
{
  (void)state;
  struct kqa_number answer = kqa_rank(NULL, 0);
  assert_no_fault(answer.fault);
  assert_int_equal(answer.value, 0);
}

static void edition_in_disorder_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  struct kqa_criteria criteria = criteria_2012();
  static const int32_t percents[3 * KQA_CRITERIA_ITEMS];
  const struct kqa_ratio fine = ratio(600, 1);
  const int32_t field = KQA_FIELD_VOTE_QUORUM_SHARE;
  assert_quantity_fault(kqa_panel_score(&edition, &criteria, percents, 3), KQA_E_RANGE, field);
  assert_quantity_fault(kqa_panel_spread(&edition, &criteria, percents, 3), KQA_E_RANGE, field);
  assert_quantity_fault(kqa_panel_category_score(&edition, &criteria, percents, 3, 0), KQA_E_RANGE,
                        field);
  assert_quantity_fault(kqa_total_score(&edition, fine, fine), KQA_E_RANGE, field);
  assert_decision_fault(kqa_floors_check(&edition, fine, fine), KQA_E_RANGE, field);
  assert_quantity_fault(kqa_least_site_score(&edition, fine, 1), KQA_E_RANGE, field);
  edition = edition_2020();
  edition.weight_site_permille = 799;
  assert_quantity_fault(kqa_total_score(&edition, fine, fine), KQA_E_WEIGHTS,
                        KQA_FIELD_WEIGHT_DOCUMENT);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(full_marks_are_a_thousand_points),
    cmocka_unit_test(sheet_is_the_sum_of_points_by_percent),
    cmocka_unit_test(panel_score_is_the_exact_mean_of_its_sheets),
    cmocka_unit_test(panel_has_three_assessors_or_more),
    cmocka_unit_test(percent_outside_its_steps_is_a_fault_with_its_place),
    cmocka_unit_test(item_or_category_beyond_the_set_is_a_fault),
    cmocka_unit_test(set_that_does_not_add_up_is_refused),
    cmocka_unit_test(every_pair_of_decimals_that_totals_six_hundred_and_its_neighbours),
    cmocka_unit_test(both_scores_must_reach_six_hundred),
    cmocka_unit_test(total_of_any_fractions_is_exact),
    cmocka_unit_test(greatest_denominators_do_not_overflow),
    cmocka_unit_test(total_is_rounded_once_half_to_even_where_the_reading_says_so),
    cmocka_unit_test(rounding_decides_the_total_floor_but_never_the_site_floor),
    cmocka_unit_test(score_outside_its_bounds_is_a_fault),
    cmocka_unit_test(least_site_score_agrees_with_the_floors_on_both_sides),
    cmocka_unit_test(least_site_score_agrees_under_other_floors),
    cmocka_unit_test(least_site_score_of_the_ordinance),
    cmocka_unit_test(equal_totals_share_a_rank_in_every_small_sequence),
    cmocka_unit_test(first_two_equal_leave_the_second_rank_empty),
    cmocka_unit_test(random_totals_are_ranked_as_by_counting),
    cmocka_unit_test(totals_that_differ_in_the_last_place_are_told_apart),
    cmocka_unit_test(impossible_total_is_a_fault_with_its_place),
    cmocka_unit_test(a_million_are_ranked_and_no_more),
    cmocka_unit_test(no_entries_are_a_ranking_too),
    cmocka_unit_test(edition_in_disorder_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
