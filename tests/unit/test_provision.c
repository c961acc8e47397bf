/* The register of provisions and their citations. */
#include "support.h"

#include <stdio.h>

#include "kqaward/provision.h"

/* In the ordinance's order; codes and keys are permanent. */
static const struct {
  int32_t code;
  int32_t number;
  int32_t article;
  int32_t item;
  const char *key;
} rows[] = {
  {KQA_PROVISION_PURPOSE, 13, 1, 0, "purpose"},
  {KQA_PROVISION_AWARD_TIERS, 17, 2, 0, "award_tiers"},
  {KQA_PROVISION_QUALITY_QUOTA, 22, 3, 0, "quality_quota"},
  {KQA_PROVISION_NOMINATION_QUOTA, 26, 3, 0, "nomination_quota"},
  {KQA_PROVISION_VACANCY, 29, 3, 0, "vacancy"},
  {KQA_PROVISION_PRINCIPLES, 34, 4, 0, "principles"},
  {KQA_PROVISION_CRITERIA_POINTS, 37, 5, 0, "criteria_points"},
  {KQA_PROVISION_TOTAL_FLOOR, 41, 5, 0, "total_floor"},
  {KQA_PROVISION_SITE_FLOOR, 43, 5, 0, "site_floor"},
  {KQA_PROVISION_ENCOURAGED_APPLICANTS, 47, 6, 0, "encouraged_applicants"},
  {KQA_PROVISION_COMMITTEE_CHAIR, 52, 7, 0, "committee_chair"},
  {KQA_PROVISION_COMMITTEE_VICE_CHAIRS, 56, 7, 0, "committee_vice_chairs"},
  {KQA_PROVISION_COMMITTEE_MEMBERS, 59, 7, 0, "committee_members"},
  {KQA_PROVISION_COMMITTEE_DUTIES, 64, 8, 0, "committee_duties"},
  {KQA_PROVISION_OFFICE_DUTIES, 67, 9, 0, "office_duties"},
  {KQA_PROVISION_PANEL_SIZE, 71, 10, 0, "panel_size"},
  {KQA_PROVISION_PANEL_LEADER, 76, 10, 0, "panel_leader"},
  {KQA_PROVISION_ASSESSOR_POLICY_AND_LAW, 79, 11, 1, "assessor_policy_and_law"},
  {KQA_PROVISION_ASSESSOR_EDUCATION, 83, 11, 2, "assessor_education"},
  {KQA_PROVISION_ASSESSOR_TRAINING, 88, 11, 2, "assessor_training"},
  {KQA_PROVISION_ASSESSOR_KNOWLEDGE, 92, 11, 2, "assessor_knowledge"},
  {KQA_PROVISION_ASSESSOR_EXPERIENCE, 97, 11, 3, "assessor_experience"},
  {KQA_PROVISION_ASSESSOR_ABILITIES, 101, 11, 3, "assessor_abilities"},
  {KQA_PROVISION_ASSESSOR_ETHICS, 104, 11, 4, "assessor_ethics"},
  {KQA_PROVISION_REGISTERED_IN_DISTRICT, 109, 12, 1, "registered_in_district"},
  {KQA_PROVISION_PAYS_TAX_IN_DISTRICT, 113, 12, 1, "pays_tax_in_district"},
  {KQA_PROVISION_LAWFUL_OPERATION, 116, 12, 1, "lawful_operation"},
  {KQA_PROVISION_OPERATING_YEARS, 121, 12, 1, "operating_years"},
  {KQA_PROVISION_EXCELLENCE_MODEL, 125, 12, 2, "excellence_model"},
  {KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM, 128, 12, 2, "sound_management_system"},
  {KQA_PROVISION_ISO9001_CERTIFIED, 133, 12, 2, "iso9001_certified"},
  {KQA_PROVISION_QUALITY_WORK_OUTSTANDING, 137, 12, 2, "quality_work_outstanding"},
  {KQA_PROVISION_PERFORMANCE_LEADING, 142, 12, 3, "performance_leading"},
  {KQA_PROVISION_INNOVATION_LEADING, 146, 12, 4, "innovation_leading"},
  {KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD, 149, 12, 5, "integrity_and_service_good"},
  {KQA_PROVISION_INSPECTIONS_CLEAN, 154, 12, 6, "inspections_clean"},
  {KQA_PROVISION_NO_MAJOR_ACCIDENT, 158, 12, 6, "no_major_accident"},
  {KQA_PROVISION_NO_MAJOR_COMPLAINT, 161, 12, 6, "no_major_complaint"},
  {KQA_PROVISION_OTHER_REQUIREMENTS_MET, 166, 12, 7, "other_requirements_met"},
  {KQA_PROVISION_STAGE_NOTICE, 170, 13, 0, "stage_notice"},
  {KQA_PROVISION_SELF_EVALUATION, 173, 14, 0, "self_evaluation"},
  {KQA_PROVISION_APPLICATION_FORM, 178, 14, 0, "application_form"},
  {KQA_PROVISION_EVIDENCE, 181, 14, 0, "evidence"},
  {KQA_PROVISION_RECOMMENDATION, 185, 14, 0, "recommendation"},
  {KQA_PROVISION_COPIES, 190, 14, 0, "copies"},
  {KQA_PROVISION_RECEIVED_IN_TIME, 194, 14, 0, "received_in_time"},
  {KQA_PROVISION_STAGE_APPLICATION, 197, 14, 0, "stage_application"},
  {KQA_PROVISION_STAGE_QUALIFICATION, 202, 15, 0, "stage_qualification"},
  {KQA_PROVISION_STAGE_DOCUMENT_REVIEW, 206, 16, 0, "stage_document_review"},
  {KQA_PROVISION_SITE_REVIEW_LIST, 209, 16, 0, "site_review_list"},
  {KQA_PROVISION_STAGE_SITE_REVIEW, 214, 17, 0, "stage_site_review"},
  {KQA_PROVISION_SITE_REPORT_IN_TIME, 218, 17, 0, "site_report_in_time"},
  {KQA_PROVISION_TOTAL_SCORE, 221, 18, 0, "total_score"},
  {KQA_PROVISION_RANKING, 226, 18, 0, "ranking"},
  {KQA_PROVISION_STAGE_EVALUATION, 230, 18, 0, "stage_evaluation"},
  {KQA_PROVISION_VOTE_CONVENER, 233, 19, 0, "vote_convener"},
  {KQA_PROVISION_VOTE_QUORUM, 238, 19, 0, "vote_quorum"},
  {KQA_PROVISION_VOTE_APPROVAL, 241, 19, 0, "vote_approval"},
  {KQA_PROVISION_SEAT_BY_VOTES, 245, 19, 0, "seat_by_votes"},
  {KQA_PROVISION_NOMINATION_ENTRY, 250, 19, 0, "nomination_entry"},
  {KQA_PROVISION_STAGE_VOTE, 254, 19, 0, "stage_vote"},
  {KQA_PROVISION_STAGE_PUBLICITY, 257, 20, 0, "stage_publicity"},
  {KQA_PROVISION_STAGE_APPROVAL, 262, 21, 0, "stage_approval"},
  {KQA_PROVISION_SPECIAL_NOMINATION, 266, 22, 0, "special_nomination"},
  {KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA, 269, 22, 0, "prior_winner_off_quota"},
  {KQA_PROVISION_STAGE_AWARD, 274, 23, 0, "stage_award"},
  {KQA_PROVISION_NO_FEE, 278, 23, 0, "no_fee"},
  {KQA_PROVISION_PRIZE_AMOUNT, 281, 24, 0, "prize_amount"},
  {KQA_PROVISION_PRIZE_NOT_REPEATED, 286, 24, 0, "prize_not_repeated"},
  {KQA_PROVISION_PRIZE_UNDER_CAP, 290, 24, 0, "prize_under_cap"},
  {KQA_PROVISION_SUPPORT_BY_OTHERS, 293, 25, 0, "support_by_others"},
  {KQA_PROVISION_NO_FRAUD_BAR, 298, 26, 0, "no_fraud_bar"},
  {KQA_PROVISION_FRAUD_CONSEQUENCES, 302, 26, 0, "fraud_consequences"},
  {KQA_PROVISION_REVIEWER_TRUTHFUL, 305, 27, 0, "reviewer_truthful"},
  {KQA_PROVISION_REVIEWER_CONFIDENTIAL, 310, 27, 0, "reviewer_confidential"},
  {KQA_PROVISION_REVIEWER_PROCEDURE, 314, 27, 0, "reviewer_procedure"},
  {KQA_PROVISION_TITLE_YEAR_STATED, 317, 28, 0, "title_year_stated"},
  {KQA_PROVISION_TITLE_NOT_ON_PRODUCTS, 322, 28, 0, "title_not_on_products"},
  {KQA_PROVISION_REPORT_ACCIDENT, 326, 29, 1, "report_accident"},
  {KQA_PROVISION_REPORT_INSPECTION, 329, 29, 2, "report_inspection"},
  {KQA_PROVISION_REPORT_COMPLAINT, 334, 29, 3, "report_complaint"},
  {KQA_PROVISION_REPORT_LOSS, 338, 29, 4, "report_loss"},
  {KQA_PROVISION_NO_REVOCATION_BAR, 341, 30, 0, "no_revocation_bar"},
  {KQA_PROVISION_INVESTIGATION, 346, 30, 0, "investigation"},
  {KQA_PROVISION_INTERPRETATION, 350, 31, 0, "interpretation"},
  {KQA_PROVISION_IN_FORCE, 353, 32, 0, "in_force"},
  {KQA_PROVISION_TOWNS_ADAPT, 358, 33, 0, "towns_adapt"},
};

enum { ROWS = COUNT_OF(rows) };

/* Articles that ask nothing a library could compute. */
static bool computes_nothing(int32_t article)
{
  static const int32_t articles[] = {1, 2, 4, 6, 8, 9, 25, 31, 33};
  for (size_t i = 0; i < COUNT_OF(articles); i++)
    if (articles[i] == article)
      return true;
  return false;
}

static bool is_provision(int32_t code)
{
  for (size_t i = 0; i < ROWS; i++)
    if (rows[i].number == code)
      return true;
  return false;
}

static void the_register_stands_in_the_ordinances_order(void **state)
{
  (void)state;
  assert_int_equal(kqa_provision_count(), ROWS);
  for (size_t i = 0; i < ROWS; i++) {
    const struct kqa_provision by_place = kqa_provision_at(i);
    const struct kqa_provision by_code = kqa_provision_find(rows[i].code);
    assert_int_equal(rows[i].code, rows[i].number);
    assert_int_equal(by_place.code, rows[i].code);
    assert_int_equal(by_place.article, rows[i].article);
    assert_int_equal(by_place.item, rows[i].item);
    assert_memory_equal(&by_code, &by_place, sizeof by_code);
    assert_true(i == 0 || rows[i - 1].article <= rows[i].article);
  }
}

static void every_article_from_1_to_33_is_decided_computed_or_left_to_people(void **state)
{
  (void)state;
  int provisions[KQA_ARTICLES + 1] = {0};
  assert_int_equal(KQA_ARTICLES, 33);
  for (size_t i = 0; i < ROWS; i++) {
    const struct kqa_provision row = kqa_provision_at(i);
    assert_in_range(row.article, 1, KQA_ARTICLES);
    assert_in_range(row.kind, KQA_PROVISION_KIND_DECIDED, KQA_PROVISION_KIND_LEFT_TO_PEOPLE);
    if (row.code != KQA_PROVISION_NO_FEE)
      assert_int_equal(row.kind == KQA_PROVISION_KIND_LEFT_TO_PEOPLE,
                       computes_nothing(row.article));
    provisions[row.article]++;
  }
  for (int32_t article = 1; article <= KQA_ARTICLES; article++)
    assert_true(provisions[article] > 0);
}

static void what_is_not_left_to_people_has_a_function(void **state)
{
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    const char *function = kqa_provision_function(rows[i].code);
    if (kqa_provision_at(i).kind == KQA_PROVISION_KIND_LEFT_TO_PEOPLE) {
      assert_string_equal(function, "");
    } else {
      assert_memory_equal(function, "kqa_", 4);
      assert_true(is_ascii(function));
    }
  }
}

static void every_provision_has_its_key_label_and_text(void **state)
{
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    assert_string_equal(kqa_provision_key(rows[i].code), rows[i].key);
    for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
      const char *label = kqa_provision_label(rows[i].code, language);
      assert_people_text(label, language);
      assert_people_text(kqa_provision_text(rows[i].code, language), language);
      for (size_t j = 0; j < i; j++)
        assert_string_not_equal(label, kqa_provision_label(rows[j].code, language));
    }
  }
}

static void assert_no_provision(int32_t code)
{
  static const struct kqa_provision none = {0};
  const struct kqa_provision found = kqa_provision_find(code);
  assert_memory_equal(&found, &none, sizeof none);
  assert_string_equal(kqa_provision_key(code), "");
  assert_string_equal(kqa_provision_function(code), "");
  assert_string_equal(kqa_provision_label(code, KQA_LANGUAGE_ZH), "");
  assert_string_equal(kqa_provision_text(code, KQA_LANGUAGE_EN), "");
}

static void no_other_code_is_a_provision(void **state)
{
  (void)state;
  static const struct kqa_provision none = {0};
  static const int32_t far[] = {INT32_MIN, -1, 65536, INT32_MAX};
  for (int32_t code = -20; code <= 500; code++)
    if (!is_provision(code))
      assert_no_provision(code);
  for (size_t i = 0; i < COUNT_OF(far); i++)
    assert_no_provision(far[i]);
  const struct kqa_provision beyond = kqa_provision_at(ROWS), last = kqa_provision_at(SIZE_MAX);
  assert_memory_equal(&beyond, &none, sizeof none);
  assert_memory_equal(&last, &none, sizeof none);
}

static void other_languages_have_no_texts(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(no_languages); i++) {
    assert_string_equal(kqa_provision_label(KQA_PROVISION_COPIES, no_languages[i]), "");
    assert_string_equal(kqa_provision_text(KQA_PROVISION_COPIES, no_languages[i]), "");
  }
}

struct citation {
  int32_t article, item, language;
};

static size_t write_citation(const void *subject, char *buffer, size_t capacity)
{
  const struct citation *citation = subject;
  return kqa_citation(citation->article, citation->item, citation->language, buffer, capacity);
}

static void an_article_is_cited_in_words_and_its_item_in_digits(void **state)
{
  (void)state;
  static const char *const numerals[] = {
    "一",     "二",     "三",     "四",     "五",     "六",     "七",     "八",     "九",
    "十",     "十一",   "十二",   "十三",   "十四",   "十五",   "十六",   "十七",   "十八",
    "十九",   "二十",   "二十一", "二十二", "二十三", "二十四", "二十五", "二十六", "二十七",
    "二十八", "二十九", "三十",   "三十一", "三十二", "三十三"};
  assert_int_equal(COUNT_OF(numerals), KQA_ARTICLES);
  for (int32_t article = 1; article <= KQA_ARTICLES; article++)
    for (int32_t item = 0; item <= 9; item++) {
      const struct citation zh = {article, item, KQA_LANGUAGE_ZH};
      const struct citation en = {article, item, KQA_LANGUAGE_EN};
      char zh_item[32] = "", en_item[32] = "", zh_text[128], en_text[128];
      if (item > 0) {
        snprintf(zh_item, sizeof zh_item, "第%d项", item);
        snprintf(en_item, sizeof en_item, "(%d)", item);
      }
      snprintf(zh_text, sizeof zh_text, "第%s条%s", numerals[article - 1], zh_item);
      snprintf(en_text, sizeof en_text, "Art. %d%s", article, en_item);
      assert_text_at_every_capacity(write_citation, &zh, zh_text);
      assert_text_at_every_capacity(write_citation, &en, en_text);
    }
}

static void what_the_ordinance_does_not_have_is_not_cited(void **state)
{
  (void)state;
  static const struct citation cases[] = {
    {0, 0, KQA_LANGUAGE_ZH},
    {34, 0, KQA_LANGUAGE_ZH},
    {-1, 0, KQA_LANGUAGE_EN},
    {INT32_MIN, 0, KQA_LANGUAGE_ZH},
    {INT32_MAX, 0, KQA_LANGUAGE_EN},
    {12, 10, KQA_LANGUAGE_ZH},
    {12, -1, KQA_LANGUAGE_EN},
    {12, INT32_MIN, KQA_LANGUAGE_ZH},
    {12, INT32_MAX, KQA_LANGUAGE_EN},
    {12, 6, 0},
    {12, 6, 3},
    {12, 6, -1},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_text_at_every_capacity(write_citation, &cases[i], "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_register_stands_in_the_ordinances_order),
    cmocka_unit_test(every_article_from_1_to_33_is_decided_computed_or_left_to_people),
    cmocka_unit_test(what_is_not_left_to_people_has_a_function),
    cmocka_unit_test(every_provision_has_its_key_label_and_text),
    cmocka_unit_test(no_other_code_is_a_provision),
    cmocka_unit_test(other_languages_have_no_texts),
    cmocka_unit_test(an_article_is_cited_in_words_and_its_item_in_digits),
    cmocka_unit_test(what_the_ordinance_does_not_have_is_not_cited),
  };
  return cmocka_run_group_tests_name("provision", tests, NULL, NULL);
}
