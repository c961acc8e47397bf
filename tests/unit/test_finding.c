/* Findings as text, and whether an edition is in force (Art. 32). */
#include "support.h"

#include "kqaward/finding.h"

static struct kqa_finding finding(int32_t provision, int32_t verdict, int32_t unit,
                                  int32_t relation, struct kqa_ratio observed,
                                  struct kqa_ratio required)
{
  return (struct kqa_finding){provision, verdict, unit, relation, observed, required};
}

static const struct kqa_ratio no_number = {0, 0};

static size_t write_observed(const void *subject, char *buffer, size_t capacity)
{
  return kqa_finding_observed(subject, buffer, capacity);
}

static size_t write_required(const void *subject, char *buffer, size_t capacity)
{
  return kqa_finding_required(subject, buffer, capacity);
}

struct notice {
  struct kqa_finding finding;
  int32_t language;
};

static size_t write_notice(const void *subject, char *buffer, size_t capacity)
{
  const struct notice *notice = subject;
  return kqa_finding_text(&notice->finding, notice->language, buffer, capacity);
}

static void verdicts_have_permanent_names(void **state)
{
  (void)state;
  static const struct {
    int32_t code;
    const char *name;
  } cases[] = {{KQA_VERDICT_UNKNOWN, "unknown"},
               {KQA_VERDICT_MET, "met"},
               {KQA_VERDICT_NOT_MET, "not_met"},
               {KQA_VERDICT_NOT_APPLICABLE, "not_applicable"},
               {-1, ""},
               {4, ""},
               {INT32_MIN, ""},
               {INT32_MAX, ""}};
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_string_equal(kqa_verdict_name(cases[i].code), cases[i].name);
}

static void verdicts_are_told_apart_in_both_languages(void **state)
{
  (void)state;
  static const int32_t none[] = {-1, 4, INT32_MIN, INT32_MAX};
  for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
    for (int32_t verdict = 0; verdict <= 3; verdict++) {
      assert_people_text(kqa_verdict_text(verdict, language), language);
      for (int32_t other = 0; other < verdict; other++)
        assert_string_not_equal(kqa_verdict_text(verdict, language),
                                kqa_verdict_text(other, language));
    }
    for (size_t i = 0; i < COUNT_OF(none); i++)
      assert_string_equal(kqa_verdict_text(none[i], language), "");
  }
  for (size_t i = 0; i < COUNT_OF(no_languages); i++)
    assert_string_equal(kqa_verdict_text(KQA_VERDICT_MET, no_languages[i]), "");
}

static void units_are_named_where_there_is_one_to_show(void **state)
{
  (void)state;
  static const int32_t shown[] = {KQA_UNIT_POINTS,        KQA_UNIT_PERCENT, KQA_UNIT_PERSONS,
                                  KQA_UNIT_MEMBERS,       KQA_UNIT_VOTES,   KQA_UNIT_YEARS,
                                  KQA_UNIT_DAYS,          KQA_UNIT_COPIES,  KQA_UNIT_WORKING_DAYS,
                                  KQA_UNIT_ORGANIZATIONS, KQA_UNIT_YUAN};
  static const int32_t hidden[] = {
    KQA_UNIT_NONE, KQA_UNIT_FACT, KQA_UNIT_DATE, KQA_UNIT_SHARE, -1, 15, INT32_MIN, INT32_MAX};
  for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
    for (size_t i = 0; i < COUNT_OF(shown); i++)
      assert_people_text(kqa_unit_text(shown[i], language), language);
    for (size_t i = 0; i < COUNT_OF(hidden); i++)
      assert_string_equal(kqa_unit_text(hidden[i], language), "");
  }
  assert_string_equal(kqa_unit_text(KQA_UNIT_POINTS, KQA_LANGUAGE_ZH), "分");
  assert_string_equal(kqa_unit_text(KQA_UNIT_POINTS, KQA_LANGUAGE_EN), "points");
  assert_string_equal(kqa_unit_text(KQA_UNIT_WORKING_DAYS, KQA_LANGUAGE_ZH), "个工作日");
  for (size_t i = 0; i < COUNT_OF(no_languages); i++)
    assert_string_equal(kqa_unit_text(KQA_UNIT_POINTS, no_languages[i]), "");
}

static void the_observed_value_is_written_the_same_in_every_language(void **state)
{
  (void)state;
  static const struct {
    int32_t verdict, unit;
    struct kqa_ratio observed;
    const char *text;
  } cases[] = {
    {KQA_VERDICT_MET, KQA_UNIT_FACT, {1, 1}, "true"},
    {KQA_VERDICT_NOT_MET, KQA_UNIT_FACT, {0, 1}, "false"},
    {KQA_VERDICT_UNKNOWN, KQA_UNIT_FACT, {0, 0}, "unknown"},
    {KQA_VERDICT_UNKNOWN, KQA_UNIT_DATE, {0, 0}, "unknown"},
    {KQA_VERDICT_NOT_MET, KQA_UNIT_DATE, {20210506, 1}, "2021-05-06"},
    {KQA_VERDICT_MET, KQA_UNIT_DATE, {10101, 1}, "0001-01-01"},
    {KQA_VERDICT_MET, KQA_UNIT_DATE, {99991231, 1}, "9999-12-31"},
    {KQA_VERDICT_MET, KQA_UNIT_POINTS, {3057, 5}, "3057/5"},
    {KQA_VERDICT_MET, KQA_UNIT_POINTS, {6114, 10}, "3057/5"},
    {KQA_VERDICT_MET, KQA_UNIT_POINTS, {600, 1}, "600"},
    {KQA_VERDICT_MET, KQA_UNIT_SHARE, {2, 3}, "2/3"},
    {KQA_VERDICT_MET, KQA_UNIT_YUAN, {200000, 1}, "200000"},
    {KQA_VERDICT_MET, KQA_UNIT_VOTES, {0, 1}, "0"},
    {KQA_VERDICT_MET,
     KQA_UNIT_POINTS,
     {-KQA_RATIO_MAX_NUMERATOR + 1, KQA_RATIO_MAX_DENOMINATOR},
     "-999999999999999999/1000000000000000"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_finding found = finding(KQA_PROVISION_TOTAL_FLOOR, cases[i].verdict,
                                             cases[i].unit, 0, cases[i].observed, no_number);
    assert_true(strlen(cases[i].text) < 48);
    assert_text_at_every_capacity(write_observed, &found, cases[i].text);
  }
}

static void the_required_value_is_written_with_its_relation(void **state)
{
  (void)state;
  static const struct {
    int32_t unit, relation;
    struct kqa_ratio required;
    const char *text;
  } cases[] = {
    {KQA_UNIT_FACT, KQA_RELATION_EQUAL, {1, 1}, "true"},
    {KQA_UNIT_FACT, KQA_RELATION_EQUAL, {0, 1}, "false"},
    {KQA_UNIT_POINTS, KQA_RELATION_AT_LEAST, {600, 1}, ">= 600"},
    {KQA_UNIT_DATE, KQA_RELATION_AT_MOST, {20260630, 1}, "<= 2026-06-30"},
    {KQA_UNIT_DATE, KQA_RELATION_LESS_THAN, {20260630, 1}, "< 2026-06-30"},
    {KQA_UNIT_SHARE, KQA_RELATION_MORE_THAN, {1, 2}, "> 1/2"},
    {KQA_UNIT_POINTS, KQA_RELATION_EQUAL, {1000, 1}, "1000"},
    {KQA_UNIT_POINTS, KQA_RELATION_AT_LEAST, {1200, 2}, ">= 600"},
    {KQA_UNIT_POINTS, KQA_RELATION_AT_LEAST, {0, 0}, ""},
    {KQA_UNIT_FACT, KQA_RELATION_EQUAL, {0, 0}, ""},
    {KQA_UNIT_NONE, KQA_RELATION_NONE, {0, 0}, ""},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_finding found =
      finding(KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET, cases[i].unit, cases[i].relation,
              no_number, cases[i].required);
    assert_text_at_every_capacity(write_required, &found, cases[i].text);
  }
}

static void values_beyond_all_bounds_do_no_harm(void **state)
{
  (void)state;
  static const int64_t numbers[] = {INT64_MIN, -1, 0, 1, INT64_MAX};
  static const int32_t codes[] = {INT32_MIN, -1, 0, 1, 2, 3, 5, 6, 14, 15, INT32_MAX};
  char text[600];
  for (size_t u = 0; u < COUNT_OF(codes); u++)
    for (size_t r = 0; r < COUNT_OF(codes); r++)
      for (size_t n = 0; n < COUNT_OF(numbers); n++)
        for (size_t d = 0; d < COUNT_OF(numbers); d++) {
          const struct kqa_ratio value = ratio(numbers[n], numbers[d]);
          const struct kqa_finding found =
            finding(KQA_PROVISION_COPIES, KQA_VERDICT_NOT_MET, codes[u], codes[r], value, value);
          assert_true(kqa_finding_observed(&found, text, sizeof text) < 48);
          assert_true(kqa_finding_required(&found, text, sizeof text) < 48);
          assert_true(kqa_finding_text(&found, KQA_LANGUAGE_ZH, text, sizeof text) < 512);
          assert_true(is_utf8(text));
          assert_true(kqa_finding_text(&found, KQA_LANGUAGE_EN, text, sizeof text) < 512);
        }
}

static void a_fraction_out_of_its_bounds_is_not_written(void **state)
{
  (void)state;
  static const struct kqa_ratio values[] = {{1, -1},
                                            {1, INT64_MIN},
                                            {KQA_RATIO_MAX_NUMERATOR + 1, 1},
                                            {-KQA_RATIO_MAX_NUMERATOR - 1, 1},
                                            {1, KQA_RATIO_MAX_DENOMINATOR + 1}};
  static const int32_t units[] = {KQA_UNIT_POINTS, KQA_UNIT_YUAN, KQA_UNIT_SHARE};
  for (size_t i = 0; i < COUNT_OF(values); i++)
    for (size_t u = 0; u < COUNT_OF(units); u++) {
      const struct kqa_finding found = finding(KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET, units[u],
                                               KQA_RELATION_EQUAL, values[i], values[i]);
      assert_text_at_every_capacity(write_observed, &found, "");
      assert_text_at_every_capacity(write_required, &found, "");
    }
}

/* What every sentence must hold, whatever the provision. */
static void check_notice(const struct kqa_finding *found, int32_t language)
{
  const struct kqa_provision provision = kqa_provision_find(found->provision);
  const struct notice notice = {*found, language};
  char text[512], citation[64];
  const size_t length = kqa_finding_text(found, language, text, sizeof text);
  assert_true(length < sizeof text);
  assert_people_text(text, language);
  kqa_citation(provision.article, provision.item, language, citation, sizeof citation);
  assert_non_null(strstr(text, citation));
  assert_non_null(strstr(text, found->verdict == KQA_VERDICT_NOT_MET
                                 ? kqa_provision_text(provision.code, language)
                                 : kqa_provision_label(provision.code, language)));
  if (found->verdict != KQA_VERDICT_NOT_MET)
    assert_non_null(strstr(text, kqa_verdict_text(found->verdict, language)));
  if (found->unit == KQA_UNIT_DATE)
    assert_text_at_every_capacity(write_notice, &notice, text);
}

static void every_provision_yields_a_sentence_with_its_citation(void **state)
{
  (void)state;
  for (size_t i = 0; i < kqa_provision_count(); i++)
    for (int32_t verdict = KQA_VERDICT_UNKNOWN; verdict <= KQA_VERDICT_NOT_APPLICABLE; verdict++)
      for (int32_t unit = KQA_UNIT_NONE; unit <= KQA_UNIT_YUAN; unit++)
        for (int32_t relation = KQA_RELATION_NONE; relation <= KQA_RELATION_LESS_THAN; relation++) {
          const struct kqa_ratio value = ratio(unit == KQA_UNIT_DATE ? 20260630 : 1, 1);
          const bool given = unit != KQA_UNIT_NONE && verdict != KQA_VERDICT_UNKNOWN;
          const struct kqa_finding found =
            finding(kqa_provision_at(i).code, verdict, unit, relation, given ? value : no_number,
                    unit != KQA_UNIT_NONE ? value : no_number);
          check_notice(&found, KQA_LANGUAGE_ZH);
          check_notice(&found, KQA_LANGUAGE_EN);
        }
}

static void a_notice_states_what_was_found_and_what_is_required(void **state)
{
  (void)state;
  const struct kqa_finding copies =
    finding(KQA_PROVISION_COPIES, KQA_VERDICT_NOT_MET, KQA_UNIT_COPIES, KQA_RELATION_AT_LEAST,
            ratio(1, 1), ratio(2, 1));
  const struct kqa_finding received =
    finding(KQA_PROVISION_RECEIVED_IN_TIME, KQA_VERDICT_NOT_MET, KQA_UNIT_DATE,
            KQA_RELATION_AT_MOST, ratio(20260701, 1), ratio(20260630, 1));
  static const int32_t languages[] = {KQA_LANGUAGE_ZH, KQA_LANGUAGE_EN};
  char text[512];
  for (size_t l = 0; l < COUNT_OF(languages); l++) {
    kqa_finding_text(&copies, languages[l], text, sizeof text);
    const char *found = strstr(text, "1");
    assert_non_null(found);
    assert_non_null(strstr(found, "2"));
    assert_non_null(strstr(text, kqa_unit_text(KQA_UNIT_COPIES, languages[l])));
    kqa_finding_text(&received, languages[l], text, sizeof text);
    found = strstr(text, "2026-07-01");
    assert_non_null(found);
    assert_non_null(strstr(found, "2026-06-30"));
  }
}

static void what_requires_nothing_shows_what_was_found_alone(void **state)
{
  (void)state;
  const struct kqa_finding prize =
    finding(KQA_PROVISION_PRIZE_AMOUNT, KQA_VERDICT_MET, KQA_UNIT_YUAN, KQA_RELATION_NONE,
            ratio(150000, 1), no_number);
  char text[512];
  kqa_finding_text(&prize, KQA_LANGUAGE_ZH, text, sizeof text);
  assert_non_null(strstr(text, "150000元"));
  assert_null(strstr(text, "要求"));
  kqa_finding_text(&prize, KQA_LANGUAGE_EN, text, sizeof text);
  assert_non_null(strstr(text, "150000 yuan"));
  assert_null(strstr(text, "required"));
}

/* Art. 15: a notice is for people; three decimals are shown as such, any other value also exactly.
 */
static void points_are_shown_as_decimals_and_exactly_where_no_decimal_holds_them(void **state)
{
  (void)state;
  static const struct {
    int64_t num, den;
    const char *zh, *en;
  } cases[] = {
    {600, 1, "实际600分", "observed 600 points,"},
    {1200, 2, "实际600分", "observed 600 points,"},
    {2992, 5, "实际598.4分", "observed 598.4 points,"},
    {1, 1, "实际1分", "observed 1 point,"},
    {2001, 2, "实际1000.5分", "observed 1000.5 points,"},
    {149999, 250, "实际599.996分", "observed 599.996 points,"},
    {1799, 3, "实际1799/3（约599.667）分", "observed 1799/3 (about 599.667) points,"},
    {5999999, 10000, "实际5999999/10000（约600.000）分",
     "observed 5999999/10000 (about 600.000) points,"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    char text[512];
    struct kqa_finding found = {
      KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_NOT_MET,          KQA_UNIT_POINTS,
      KQA_RELATION_AT_LEAST,     {cases[i].num, cases[i].den}, {600, 1}};
    kqa_finding_text(&found, KQA_LANGUAGE_ZH, text, sizeof text);
    assert_non_null(strstr(text, cases[i].zh));
    kqa_finding_text(&found, KQA_LANGUAGE_EN, text, sizeof text);
    assert_non_null(strstr(text, cases[i].en));
  }
}

static void a_notice_is_one_whole_sentence(void **state)
{
  (void)state;
  static const struct {
    struct kqa_finding finding;
    const char *zh, *en;
  } cases[] = {
    {{KQA_PROVISION_COPIES,
      KQA_VERDICT_NOT_MET,
      KQA_UNIT_COPIES,
      KQA_RELATION_AT_LEAST,
      {1, 1},
      {2, 1}},
     "申报材料份数不足：实际1份，要求不少于2份（第十四条）",
     "Too few copies of the application were handed in: observed 1 copy, required at least 2 copies"
     " (Art. 14)"},
    {{KQA_PROVISION_COPIES,
      KQA_VERDICT_MET,
      KQA_UNIT_COPIES,
      KQA_RELATION_AT_LEAST,
      {3, 1},
      {2, 1}},
     "申报材料份数：符合，实际3份，要求不少于2份（第十四条）",
     "Copies of the application: met, observed 3 copies, required at least 2 copies (Art. 14)"},
    {{KQA_PROVISION_PRIZE_UNDER_CAP,
      KQA_VERDICT_NOT_MET,
      KQA_UNIT_YUAN,
      KQA_RELATION_AT_LEAST,
      {50000, 1},
      {150000, 1}},
     "累计奖励已受上限限制，不能足额发放：上限内尚可发放50000元，足额须不少于150000元（第二十四条"
     "）",
     "The cumulative cap leaves less than the full prize: payable under the cap are 50000 yuan, the"
     " full prize needs at least 150000 yuan (Art. 24)"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    char text[512];
    kqa_finding_text(&cases[i].finding, KQA_LANGUAGE_ZH, text, sizeof text);
    assert_string_equal(text, cases[i].zh);
    kqa_finding_text(&cases[i].finding, KQA_LANGUAGE_EN, text, sizeof text);
    assert_string_equal(text, cases[i].en);
  }
}

static void a_notice_says_what_the_observed_day_is(void **state)
{
  (void)state;
  static const struct {
    int32_t provision, relation;
    const char *zh, *en;
  } cases[] = {
    {KQA_PROVISION_RECEIVED_IN_TIME, KQA_RELATION_AT_MOST, "实际2026-07-01，要求不晚于2026-06-30（",
     "observed 2026-07-01, required not after 2026-06-30 ("},
    {KQA_PROVISION_OPERATING_YEARS, KQA_RELATION_AT_MOST,
     "年限届满之日为2026-07-01，要求不晚于2026-06-30（",
     "the years are complete on 2026-07-01, required not after 2026-06-30 ("},
    {KQA_PROVISION_NO_FRAUD_BAR, KQA_RELATION_LESS_THAN,
     "期限最后一日为2026-07-01，要求早于2026-06-30（",
     "the last day of the bar is 2026-07-01, required before 2026-06-30 ("},
    {KQA_PROVISION_NO_REVOCATION_BAR, KQA_RELATION_LESS_THAN,
     "期限最后一日为2026-07-01，要求早于2026-06-30（",
     "the last day of the bar is 2026-07-01, required before 2026-06-30 ("},
    {KQA_PROVISION_INSPECTIONS_CLEAN, KQA_RELATION_LESS_THAN,
     "最近一次发生于2026-07-01，要求早于2026-06-30（",
     "most recently on 2026-07-01, required before 2026-06-30 ("},
    {KQA_PROVISION_NO_MAJOR_ACCIDENT, KQA_RELATION_MORE_THAN,
     "最近一次发生于2026-07-01，要求晚于2026-06-30（",
     "most recently on 2026-07-01, required after 2026-06-30 ("},
    {KQA_PROVISION_NO_MAJOR_COMPLAINT, KQA_RELATION_AT_LEAST,
     "最近一次发生于2026-07-01，要求不早于2026-06-30（",
     "most recently on 2026-07-01, required not before 2026-06-30 ("},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_finding found =
      finding(cases[i].provision, KQA_VERDICT_NOT_MET, KQA_UNIT_DATE, cases[i].relation,
              ratio(20260701, 1), ratio(20260630, 1));
    char text[512];
    kqa_finding_text(&found, KQA_LANGUAGE_ZH, text, sizeof text);
    assert_non_null(strstr(text, cases[i].zh));
    kqa_finding_text(&found, KQA_LANGUAGE_EN, text, sizeof text);
    assert_non_null(strstr(text, cases[i].en));
  }
}

static void a_number_is_shown_with_its_relation_and_unit(void **state)
{
  (void)state;
  static const struct {
    int32_t unit, relation;
    const char *zh, *en;
  } cases[] = {
    {KQA_UNIT_COPIES, KQA_RELATION_LESS_THAN, "实际20份，要求少于30份（",
     "observed 20 copies, required less than 30 copies ("},
    {KQA_UNIT_COPIES, KQA_RELATION_MORE_THAN, "实际20份，要求多于30份（",
     "observed 20 copies, required more than 30 copies ("},
    {KQA_UNIT_COPIES, KQA_RELATION_AT_MOST, "实际20份，要求不多于30份（",
     "observed 20 copies, required at most 30 copies ("},
    {KQA_UNIT_PERCENT, KQA_RELATION_AT_LEAST, "实际20%，要求不少于30%（",
     "observed 20%, required at least 30% ("},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_finding found =
      finding(KQA_PROVISION_COPIES, KQA_VERDICT_NOT_MET, cases[i].unit, cases[i].relation,
              ratio(20, 1), ratio(30, 1));
    char text[512];
    kqa_finding_text(&found, KQA_LANGUAGE_ZH, text, sizeof text);
    assert_non_null(strstr(text, cases[i].zh));
    kqa_finding_text(&found, KQA_LANGUAGE_EN, text, sizeof text);
    assert_non_null(strstr(text, cases[i].en));
  }
}

static void points_above_every_score_are_shown_exactly(void **state)
{
  (void)state;
  const struct kqa_finding found =
    finding(KQA_PROVISION_TOTAL_FLOOR, KQA_VERDICT_MET, KQA_UNIT_POINTS, KQA_RELATION_AT_LEAST,
            ratio(20023, 20), ratio(600, 1));
  char text[512];
  kqa_finding_text(&found, KQA_LANGUAGE_ZH, text, sizeof text);
  assert_non_null(strstr(text, "实际20023/20分"));
  kqa_finding_text(&found, KQA_LANGUAGE_EN, text, sizeof text);
  assert_non_null(strstr(text, "observed 20023/20 points,"));
}

static void a_fact_needs_no_value_in_a_notice(void **state)
{
  (void)state;
  const struct kqa_finding fact =
    finding(KQA_PROVISION_ISO9001_CERTIFIED, KQA_VERDICT_NOT_MET, KQA_UNIT_FACT, KQA_RELATION_EQUAL,
            ratio(0, 1), ratio(1, 1));
  char text[512];
  kqa_finding_text(&fact, KQA_LANGUAGE_ZH, text, sizeof text);
  assert_null(strstr(text, "false"));
  assert_non_null(strstr(text, "第十二条第2项"));
  kqa_finding_text(&fact, KQA_LANGUAGE_EN, text, sizeof text);
  assert_null(strstr(text, "false"));
  assert_non_null(strstr(text, "Art. 12(2)"));
}

static void what_is_no_provision_or_language_has_no_text(void **state)
{
  (void)state;
  static const int32_t codes[] = {0, 1, -1, 12, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(codes); i++) {
    const struct notice notice = {finding(codes[i], KQA_VERDICT_NOT_MET, KQA_UNIT_FACT,
                                          KQA_RELATION_EQUAL, ratio(0, 1), ratio(1, 1)),
                                  KQA_LANGUAGE_ZH};
    assert_text_at_every_capacity(write_notice, &notice, "");
  }
  for (size_t i = 0; i < COUNT_OF(no_languages); i++) {
    const struct notice notice = {finding(KQA_PROVISION_COPIES, KQA_VERDICT_NOT_MET,
                                          KQA_UNIT_COPIES, KQA_RELATION_AT_LEAST, ratio(1, 1),
                                          ratio(2, 1)),
                                  no_languages[i]};
    assert_text_at_every_capacity(write_notice, &notice, "");
  }
}

static void check_in_force(const struct kqa_edition *edition, struct kqa_date date, int32_t verdict)
{
  const struct kqa_decision decision = kqa_in_force_check(edition, date);
  assert_no_fault(decision.fault);
  assert_int_equal(decision.verdict, verdict);
  assert_int_equal(decision.count, 1);
  assert_int_equal(decision.findings[0].provision, KQA_PROVISION_IN_FORCE);
  assert_int_equal(decision.findings[0].verdict, verdict);
  assert_int_equal(decision.findings[0].unit, KQA_UNIT_DATE);
  assert_ratio(decision.findings[0].observed, date.year * 10000 + date.month * 100 + date.day, 1);
  assert_true(
    is_all_zero(&decision.findings[1], sizeof decision.findings[1] * (KQA_DECISION_FINDINGS - 1)));
}

static void an_edition_is_in_force_from_its_first_to_its_last_day(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  check_in_force(&edition, ymd(2020, 5, 9), KQA_VERDICT_NOT_MET);
  check_in_force(&edition, ymd(2020, 5, 10), KQA_VERDICT_MET);
  check_in_force(&edition, ymd(9999, 12, 31), KQA_VERDICT_MET);
  check_in_force(&edition, ymd(1, 1, 1), KQA_VERDICT_NOT_MET);
  edition.in_force_to = ymd(2028, 2, 29);
  check_in_force(&edition, ymd(2028, 2, 29), KQA_VERDICT_MET);
  check_in_force(&edition, ymd(2028, 3, 1), KQA_VERDICT_NOT_MET);
  check_in_force(&edition, ymd(2020, 5, 9), KQA_VERDICT_NOT_MET);
}

static void the_day_that_is_missed_is_required(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.in_force_to = ymd(2028, 2, 29);
  const struct kqa_finding early = kqa_in_force_check(&edition, ymd(2020, 5, 9)).findings[0];
  const struct kqa_finding late = kqa_in_force_check(&edition, ymd(2028, 3, 1)).findings[0];
  assert_ratio(early.required, 20200510, 1);
  assert_int_equal(early.relation, KQA_RELATION_AT_LEAST);
  assert_ratio(late.required, 20280229, 1);
  assert_int_equal(late.relation, KQA_RELATION_AT_MOST);
}

static void no_such_day_and_no_sound_edition_are_faults(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const struct kqa_edition broken = broken_edition();
  assert_decision_fault(kqa_in_force_check(&edition, ymd(2023, 2, 29)), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_DATE);
  assert_decision_fault(kqa_in_force_check(&edition, ymd(0, 0, 0)), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_DATE);
  assert_decision_fault(kqa_in_force_check(&broken, ymd(2024, 2, 29)), KQA_E_RANGE,
                        KQA_FIELD_VOTE_QUORUM_SHARE);
  edition.in_force_to = ymd(2020, 5, 9);
  assert_decision_fault(kqa_in_force_check(&edition, ymd(2024, 2, 29)), KQA_E_ORDER,
                        KQA_FIELD_IN_FORCE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(verdicts_have_permanent_names),
    cmocka_unit_test(verdicts_are_told_apart_in_both_languages),
    cmocka_unit_test(units_are_named_where_there_is_one_to_show),
    cmocka_unit_test(the_observed_value_is_written_the_same_in_every_language),
    cmocka_unit_test(the_required_value_is_written_with_its_relation),
    cmocka_unit_test(values_beyond_all_bounds_do_no_harm),
    cmocka_unit_test(a_fraction_out_of_its_bounds_is_not_written),
    cmocka_unit_test(every_provision_yields_a_sentence_with_its_citation),
    cmocka_unit_test(a_notice_states_what_was_found_and_what_is_required),
    cmocka_unit_test(what_requires_nothing_shows_what_was_found_alone),
    cmocka_unit_test(points_are_shown_as_decimals_and_exactly_where_no_decimal_holds_them),
    cmocka_unit_test(a_notice_is_one_whole_sentence),
    cmocka_unit_test(a_notice_says_what_the_observed_day_is),
    cmocka_unit_test(a_number_is_shown_with_its_relation_and_unit),
    cmocka_unit_test(points_above_every_score_are_shown_exactly),
    cmocka_unit_test(a_fact_needs_no_value_in_a_notice),
    cmocka_unit_test(what_is_no_provision_or_language_has_no_text),
    cmocka_unit_test(an_edition_is_in_force_from_its_first_to_its_last_day),
    cmocka_unit_test(the_day_that_is_missed_is_required),
    cmocka_unit_test(no_such_day_and_no_sound_edition_are_faults),
  };
  return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
