/* Criteria of 1000 points (Art. 5). */
#include "support.h"

#include "kqaward/criteria.h"

struct item {
  const char *clause, *zh, *en;
  int32_t points, category;
};

struct category {
  const char *zh, *en;
  int32_t items, points;
};

/* GB/T 19580-2012 with the points of GB/Z 19579-2012, Appendix A. */
static const struct item gbt_items[] = {
  {"4.1.2", "高层领导的作用", "Role of senior leaders", 50, 0},
  {"4.1.3", "组织治理", "Organizational governance", 30, 0},
  {"4.1.4", "社会责任", "Social responsibility", 30, 0},
  {"4.2.2", "战略制定", "Strategy development", 40, 1},
  {"4.2.3", "战略部署", "Strategy deployment", 50, 1},
  {"4.3.2", "顾客和市场的了解", "Knowledge of customers and markets", 40, 2},
  {"4.3.3", "顾客关系与顾客满意", "Customer relationships and satisfaction", 50, 2},
  {"4.4.2", "人力资源", "Human resources", 60, 3},
  {"4.4.3", "财务资源", "Financial resources", 15, 3},
  {"4.4.4", "信息和知识资源", "Information and knowledge resources", 20, 3},
  {"4.4.5", "技术资源", "Technology resources", 15, 3},
  {"4.4.6", "基础设施", "Infrastructure", 10, 3},
  {"4.4.7", "相关方关系", "Relationships with interested parties", 10, 3},
  {"4.5.2", "过程的识别与设计", "Process identification and design", 50, 4},
  {"4.5.3", "过程的实施与改进", "Process implementation and improvement", 50, 4},
  {"4.6.2", "测量、分析和评价", "Measurement, analysis and evaluation", 40, 5},
  {"4.6.3", "改进与创新", "Improvement and innovation", 40, 5},
  {"4.7.2", "产品和服务结果", "Product and service results", 80, 6},
  {"4.7.3", "顾客与市场结果", "Customer and market results", 80, 6},
  {"4.7.4", "财务结果", "Financial results", 80, 6},
  {"4.7.5", "资源结果", "Resource results", 60, 6},
  {"4.7.6", "过程有效性结果", "Process effectiveness results", 50, 6},
  {"4.7.7", "领导方面的结果", "Leadership results", 50, 6},
};

static const struct category gbt_categories[] = {
  {"领导", "Leadership", 3, 110},
  {"战略", "Strategy", 2, 90},
  {"顾客与市场", "Customers and market", 2, 90},
  {"资源", "Resources", 6, 130},
  {"过程管理", "Process management", 2, 100},
  {"测量、分析与改进", "Measurement, analysis and improvement", 2, 80},
  {"结果", "Results", 6, 400},
};

static const struct item second_items[] = {
  {"1.1", "", "Senior Leadership", 70, 0},
  {"1.2", "", "Governance and Societal Contributions", 50, 0},
  {"2.1", "", "Strategy Development", 45, 1},
  {"2.2", "", "Strategy Implementation", 40, 1},
  {"3.1", "", "Customer Expectations", 40, 2},
  {"3.2", "", "Customer Engagement", 45, 2},
  {"4.1", "", "Measurement, Analysis, and Improvement of Organizational Performance", 45, 3},
  {"4.2", "", "Information and Knowledge Management", 45, 3},
  {"5.1", "", "Workforce Environment", 40, 4},
  {"5.2", "", "Workforce Engagement", 45, 4},
  {"6.1", "", "Work Processes", 45, 5},
  {"6.2", "", "Operational Effectiveness", 40, 5},
  {"7.1", "", "Product and Process Results", 120, 6},
  {"7.2", "", "Customer Results", 80, 6},
  {"7.3", "", "Workforce Results", 80, 6},
  {"7.4", "", "Leadership and Governance Results", 80, 6},
  {"7.5", "", "Financial, Market, and Strategy Results", 90, 6},
};

static const struct category second_categories[] = {
  {"", "Leadership", 2, 120}, {"", "Strategy", 2, 85},
  {"", "Customers", 2, 85},   {"", "Measurement, Analysis, and Knowledge Management", 2, 90},
  {"", "Workforce", 2, 85},   {"", "Operations", 2, 85},
  {"", "Results", 5, 450},
};

static const struct set {
  const char *id;
  const struct item *items;
  const struct category *categories;
  int32_t item_count, category_count;
} sets[] = {
  {"gbt19580-2012", gbt_items, gbt_categories, COUNT_OF(gbt_items), COUNT_OF(gbt_categories)},
  {"baldrige-2021", second_items, second_categories, COUNT_OF(second_items),
   COUNT_OF(second_categories)},
};

static struct kqa_criteria found(const char *id)
{
  struct kqa_criteria criteria;
  assert_no_fault(kqa_criteria_find(id, &criteria));
  return criteria;
}

static void the_standard_has_23_items_and_1000_points(void **state)
{
  (void)state;
  const struct kqa_criteria criteria = found("gbt19580-2012");
  assert_int_equal(criteria.item_count, 23);
  assert_int_equal(criteria.category_count, 7);
  assert_int_equal(criteria.full_score, 1000);
  assert_int_equal(criteria.percent_step, 5);
}

static void every_item_has_its_points_and_category(void **state)
{
  (void)state;
  for (size_t s = 0; s < COUNT_OF(sets); s++) {
    const struct kqa_criteria criteria = found(sets[s].id);
    int32_t sum = 0;
    assert_string_equal(criteria.id, sets[s].id);
    assert_int_equal(criteria.item_count, sets[s].item_count);
    assert_int_equal(criteria.category_count, sets[s].category_count);
    assert_int_equal(criteria.percent_step, 5);
    for (int32_t i = 0; i < sets[s].item_count; i++) {
      assert_int_equal(criteria.items[i].points, sets[s].items[i].points);
      assert_int_equal(criteria.items[i].category, sets[s].items[i].category);
      sum += criteria.items[i].points;
    }
    assert_int_equal(sum, 1000);
    assert_true(
      is_all_zero(&criteria.items[sets[s].item_count],
                  sizeof criteria.items[0] * (size_t)(KQA_CRITERIA_ITEMS - sets[s].item_count)));
    assert_no_fault(kqa_criteria_check(&criteria));
  }
}

static void every_category_has_its_points(void **state)
{
  (void)state;
  for (size_t s = 0; s < COUNT_OF(sets); s++) {
    const struct kqa_criteria criteria = found(sets[s].id);
    for (int32_t c = 0; c < sets[s].category_count; c++) {
      int32_t items = 0, points = 0;
      for (int32_t i = 0; i < criteria.item_count; i++)
        if (criteria.items[i].category == c) {
          items++;
          points += criteria.items[i].points;
        }
      assert_int_equal(items, sets[s].categories[c].items);
      assert_int_equal(points, sets[s].categories[c].points);
    }
  }
}

static void items_and_categories_are_called_as_the_standard_calls_them(void **state)
{
  (void)state;
  for (size_t s = 0; s < COUNT_OF(sets); s++) {
    const char *id = sets[s].id;
    for (int32_t i = 0; i < sets[s].item_count; i++) {
      assert_string_equal(kqa_criteria_item_clause(id, i), sets[s].items[i].clause);
      assert_string_equal(kqa_criteria_item_name(id, i, KQA_LANGUAGE_ZH), sets[s].items[i].zh);
      assert_string_equal(kqa_criteria_item_name(id, i, KQA_LANGUAGE_EN), sets[s].items[i].en);
    }
    for (int32_t c = 0; c < sets[s].category_count; c++) {
      assert_string_equal(kqa_criteria_category_name(id, c, KQA_LANGUAGE_ZH),
                          sets[s].categories[c].zh);
      assert_string_equal(kqa_criteria_category_name(id, c, KQA_LANGUAGE_EN),
                          sets[s].categories[c].en);
    }
  }
}

static void what_a_set_does_not_have_is_not_called_anything(void **state)
{
  (void)state;
  static const int32_t beyond[] = {-1, 64, INT32_MIN, INT32_MAX};
  for (size_t s = 0; s < COUNT_OF(sets); s++) {
    const char *id = sets[s].id;
    for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
      assert_string_equal(kqa_criteria_item_name(id, sets[s].item_count, language), "");
      assert_string_equal(kqa_criteria_category_name(id, sets[s].category_count, language), "");
      for (size_t i = 0; i < COUNT_OF(beyond); i++) {
        assert_string_equal(kqa_criteria_item_name(id, beyond[i], language), "");
        assert_string_equal(kqa_criteria_category_name(id, beyond[i], language), "");
      }
    }
    assert_string_equal(kqa_criteria_item_clause(id, sets[s].item_count), "");
    for (size_t i = 0; i < COUNT_OF(beyond); i++)
      assert_string_equal(kqa_criteria_item_clause(id, beyond[i]), "");
    for (size_t i = 0; i < COUNT_OF(no_languages); i++) {
      assert_string_equal(kqa_criteria_item_name(id, 0, no_languages[i]), "");
      assert_string_equal(kqa_criteria_category_name(id, 0, no_languages[i]), "");
    }
  }
  assert_string_equal(kqa_criteria_item_clause("gbt19580", 0), "");
  assert_string_equal(kqa_criteria_item_name("", 0, KQA_LANGUAGE_ZH), "");
  assert_string_equal(kqa_criteria_category_name("gbt19580-2012x", 0, KQA_LANGUAGE_ZH), "");
}

static void sets_are_found_by_their_id_alone(void **state)
{
  (void)state;
  static const char *const unknown[] = {"", "gbt19580", "gbt19580-20122", "GBT19580-2012",
                                        "baldrige"};
  assert_int_equal(kqa_criteria_count(), COUNT_OF(sets));
  for (size_t i = 0; i < COUNT_OF(sets); i++)
    assert_string_equal(kqa_criteria_id_at(i), sets[i].id);
  assert_string_equal(kqa_criteria_id_at(COUNT_OF(sets)), "");
  assert_string_equal(kqa_criteria_id_at(SIZE_MAX), "");
  for (size_t i = 0; i < COUNT_OF(unknown); i++) {
    struct kqa_criteria criteria;
    memset(&criteria, 0xA5, sizeof criteria);
    assert_fault(kqa_criteria_find(unknown[i], &criteria), KQA_E_NAME, KQA_FIELD_CRITERIA);
    assert_true(is_all_zero(&criteria, sizeof criteria));
  }
}

/* The check and the finding refuse the same sets. */
static void assert_refused(const struct kqa_criteria *criteria, int32_t status, int32_t field,
                           int32_t item)
{
  assert_fault_at(kqa_criteria_check(criteria), status, field, item, 0, 0);
  assert_decision_fault_at(kqa_criteria_verify(criteria), status, field, item);
}

static void a_set_has_its_form(void **state)
{
  (void)state;
  const struct kqa_criteria good = found("gbt19580-2012");
  struct kqa_criteria bad;
#define refuse(member, value)                                                                      \
  do {                                                                                             \
    bad = good;                                                                                    \
    bad.member = (value);                                                                          \
    assert_refused(&bad, KQA_E_RANGE, KQA_FIELD_CRITERIA, 0);                                      \
  } while (0)
  static const int32_t other_scores[] = {0, -1, 999, 1001, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(other_scores); i++)
    refuse(full_score, other_scores[i]);
  static const int32_t steps[] = {0, -1, 101, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(steps); i++)
    refuse(percent_step, steps[i]);
  static const int32_t categories[] = {0, -1, 17, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(categories); i++)
    refuse(category_count, categories[i]);
  static const int32_t items[] = {0, -1, 65, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(items); i++)
    refuse(item_count, items[i]);
#undef refuse
  bad = good;
  bad.percent_step = 1;
  assert_no_fault(kqa_criteria_check(&bad));
  bad.percent_step = 100;
  assert_no_fault(kqa_criteria_check(&bad));
}

static void the_id_of_a_set_is_of_small_letters_digits_and_hyphens(void **state)
{
  (void)state;
  struct kqa_criteria criteria = found("gbt19580-2012");
  for (int byte = 1; byte < 256; byte++) {
    const bool allowed =
      (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
    for (size_t place = 0; place < 4; place += 3) {
      criteria = found("gbt19580-2012");
      criteria.id[place] = (char)byte;
      if (allowed)
        assert_no_fault(kqa_criteria_check(&criteria));
      else
        assert_refused(&criteria, KQA_E_FORM, KQA_FIELD_CRITERIA, 0);
    }
  }
  memset(criteria.id, 0, sizeof criteria.id);
  assert_refused(&criteria, KQA_E_FORM, KQA_FIELD_CRITERIA, 0);
  criteria.id[0] = 'x';
  assert_no_fault(kqa_criteria_check(&criteria));
  criteria.id[2] = '?'; /* after the NUL that ends it */
  criteria.id[4] = 'x';
  assert_no_fault(kqa_criteria_check(&criteria));
  memset(criteria.id, 'x', sizeof criteria.id - 1);
  assert_no_fault(kqa_criteria_check(&criteria));
  memset(criteria.id, 'x', sizeof criteria.id);
  assert_refused(&criteria, KQA_E_FORM, KQA_FIELD_CRITERIA, 0);
}

static void every_item_has_from_1_point_to_the_full_score(void **state)
{
  (void)state;
  static const int32_t points[] = {0, -1, 1001, INT32_MIN, INT32_MAX};
  for (int32_t item = 0; item < 23; item++)
    for (size_t i = 0; i < COUNT_OF(points); i++) {
      struct kqa_criteria criteria = found("gbt19580-2012");
      criteria.items[item].points = points[i];
      assert_refused(&criteria, KQA_E_RANGE, KQA_FIELD_CRITERIA_POINTS, item);
    }
}

static void an_item_may_have_a_single_point(void **state)
{
  (void)state;
  struct kqa_criteria criteria = found("gbt19580-2012");
  criteria.items[0].points += criteria.items[1].points - 1;
  criteria.items[1].points = 1;
  assert_no_fault(kqa_criteria_check(&criteria));
}

static void categories_never_fall_from_item_to_item(void **state)
{
  (void)state;
  static const int32_t beyond[] = {-1, 7, INT32_MIN, INT32_MAX};
  for (int32_t item = 0; item < 23; item++)
    for (size_t i = 0; i < COUNT_OF(beyond); i++) {
      struct kqa_criteria criteria = found("gbt19580-2012");
      criteria.items[item].category = beyond[i];
      assert_refused(&criteria, KQA_E_ORDER, KQA_FIELD_CRITERIA_CATEGORY, item);
    }
  struct kqa_criteria falling = found("gbt19580-2012");
  falling.items[6].category = 1;
  assert_refused(&falling, KQA_E_ORDER, KQA_FIELD_CRITERIA_CATEGORY, 6);
}

static void a_set_may_have_one_item_or_64(void **state)
{
  (void)state;
  struct kqa_criteria one = {.id = "x",
                             .full_score = 1000,
                             .percent_step = 5,
                             .category_count = 1,
                             .item_count = 1,
                             .items = {{1000, 0}}};
  assert_no_fault(kqa_criteria_check(&one));
  struct kqa_criteria many = {.id = "x",
                              .full_score = 1000,
                              .percent_step = 5,
                              .category_count = KQA_CRITERIA_CATEGORIES,
                              .item_count = KQA_CRITERIA_ITEMS};
  for (int32_t i = 0; i < KQA_CRITERIA_ITEMS; i++)
    many.items[i] = (struct kqa_criteria_item){i == 0 ? 1000 - 63 * 15 : 15, i / 4};
  assert_no_fault(kqa_criteria_check(&many));
  assert_int_equal(kqa_criteria_verify(&many).verdict, KQA_VERDICT_MET);
  for (int32_t i = 0; i < KQA_CRITERIA_ITEMS; i++)
    many.items[i].points = 1000;
  assert_fault(kqa_criteria_check(&many), KQA_E_POINTS, KQA_FIELD_CRITERIA);
  assert_ratio(kqa_criteria_verify(&many).findings[0].observed, 64000, 1);
}

static void what_stands_after_the_last_item_has_no_points(void **state)
{
  (void)state;
  struct kqa_criteria criteria = found("gbt19580-2012");
  criteria.items[criteria.item_count].points = 1;
  assert_no_fault(kqa_criteria_check(&criteria));
  assert_int_equal(kqa_criteria_verify(&criteria).verdict, KQA_VERDICT_MET);
}

static void the_points_add_up_to_1000(void **state)
{
  (void)state;
  for (int32_t item = 0; item < 23; item++)
    for (int32_t off = -1; off <= 1; off++) {
      struct kqa_criteria criteria = found("gbt19580-2012");
      criteria.items[item].points += off;
      const int32_t verdict = off == 0 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
      const struct kqa_decision decision = kqa_criteria_verify(&criteria);
      assert_fault(kqa_criteria_check(&criteria), off == 0 ? KQA_OK : KQA_E_POINTS,
                   off == 0 ? KQA_FIELD_NONE : KQA_FIELD_CRITERIA);
      assert_no_fault(decision.fault);
      assert_int_equal(decision.verdict, verdict);
      assert_int_equal(decision.count, 1);
      assert_int_equal(decision.findings[0].provision, KQA_PROVISION_CRITERIA_POINTS);
      assert_int_equal(decision.findings[0].verdict, verdict);
      assert_int_equal(decision.findings[0].unit, KQA_UNIT_POINTS);
      assert_int_equal(decision.findings[0].relation, KQA_RELATION_EQUAL);
      assert_ratio(decision.findings[0].observed, 1000 + off, 1);
      assert_ratio(decision.findings[0].required, 1000, 1);
      assert_true(is_all_zero(&decision.findings[1],
                              sizeof decision.findings[1] * (KQA_DECISION_FINDINGS - 1)));
    }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_standard_has_23_items_and_1000_points),
    cmocka_unit_test(every_item_has_its_points_and_category),
    cmocka_unit_test(every_category_has_its_points),
    cmocka_unit_test(items_and_categories_are_called_as_the_standard_calls_them),
    cmocka_unit_test(what_a_set_does_not_have_is_not_called_anything),
    cmocka_unit_test(sets_are_found_by_their_id_alone),
    cmocka_unit_test(a_set_has_its_form),
    cmocka_unit_test(the_id_of_a_set_is_of_small_letters_digits_and_hyphens),
    cmocka_unit_test(every_item_has_from_1_point_to_the_full_score),
    cmocka_unit_test(an_item_may_have_a_single_point),
    cmocka_unit_test(categories_never_fall_from_item_to_item),
    cmocka_unit_test(a_set_may_have_one_item_or_64),
    cmocka_unit_test(what_stands_after_the_last_item_has_no_points),
    cmocka_unit_test(the_points_add_up_to_1000),
  };
  return cmocka_run_group_tests_name("criteria", tests, NULL, NULL);
}
