/* The stages of a year's review (Art. 13 to 21, 23) and the time of the site review report (Art.
 * 17). */
#include "support.h"

#include "kqaward/procedure.h"

enum { REPORT = KQA_STAGES }; /* place of the report's finding, after the stages */

static const int32_t provisions[KQA_PROCEDURE_FINDINGS] = {
  KQA_PROVISION_STAGE_NOTICE,        KQA_PROVISION_STAGE_APPLICATION,
  KQA_PROVISION_STAGE_QUALIFICATION, KQA_PROVISION_STAGE_DOCUMENT_REVIEW,
  KQA_PROVISION_STAGE_SITE_REVIEW,   KQA_PROVISION_STAGE_EVALUATION,
  KQA_PROVISION_STAGE_VOTE,          KQA_PROVISION_STAGE_PUBLICITY,
  KQA_PROVISION_STAGE_APPROVAL,      KQA_PROVISION_STAGE_AWARD,
  KQA_PROVISION_SITE_REPORT_IN_TIME,
};

static struct kqa_progress check(const struct kqa_procedure *procedure, struct kqa_date as_of)
{
  const struct kqa_edition edition = edition_2020();
  return kqa_procedure_check(&edition, procedure, as_of, NULL, 0);
}

#define assert_progress_fault_at(answer_, status_, field_, index0_)                                \
  do {                                                                                             \
    const struct kqa_progress given_ = (answer_);                                                  \
    assert_fault_at(given_.fault, status_, field_, index0_, 0, 0);                                 \
    assert_int_equal(given_.verdict, KQA_VERDICT_UNKNOWN);                                         \
    assert_int_equal(given_.next_stage, 0);                                                        \
    assert_int_equal(given_.count, 0);                                                             \
    assert_date(given_.site_report_due, 0, 0, 0);                                                  \
    assert_true(is_all_zero(given_.findings, sizeof given_.findings));                             \
  } while (0)

#define assert_progress_fault(answer_, status_, field_)                                            \
  assert_progress_fault_at(answer_, status_, field_, 0)

/* A year in which every stage was done in its month, the report three working days after the
 * review. */
static struct kqa_procedure whole_year(void)
{
  struct kqa_procedure procedure = {.site_report = ymd(2026, 7, 20)};
  for (int32_t place = 0; place < KQA_STAGES; place++)
    procedure.done[place] = ymd(2026, place + 3, 15);
  return procedure;
}

static const struct kqa_date year_end = {2026, 12, 31};

/* Days 1 and 2 of September 2026; 0 stands for a stage not done. */
static struct kqa_date day_of(int32_t day)
{
  return day == 0 ? ymd(0, 0, 0) : ymd(2026, 9, day);
}

/* The law, written out: done, everything before it done, and nothing before it later; not done is
 * out of order only when something after it is done. */
static int32_t stage_verdict(const int32_t *days, int32_t place)
{
  if (days[place] == 0) {
    for (int32_t later = place + 1; later < KQA_STAGES; later++)
      if (days[later] != 0)
        return KQA_VERDICT_NOT_MET;
    return KQA_VERDICT_UNKNOWN;
  }
  for (int32_t earlier = 0; earlier < place; earlier++)
    if (days[earlier] == 0 || days[earlier] > days[place])
      return KQA_VERDICT_NOT_MET;
  return KQA_VERDICT_MET;
}

static void check_days(const int32_t *days)
{
  struct kqa_procedure procedure = {.site_report = ymd(0, 0, 0)};
  int32_t next = 0;
  bool broken = false;
  for (int32_t place = 0; place < KQA_STAGES; place++)
    procedure.done[place] = day_of(days[place]);
  const struct kqa_progress progress = check(&procedure, day_of(2));
  assert_no_fault(progress.fault);
  assert_int_equal(progress.count, KQA_PROCEDURE_FINDINGS);
  for (int32_t place = 0; place < KQA_STAGES; place++) {
    const int32_t verdict = stage_verdict(days, place);
    assert_int_equal(progress.findings[place].provision, provisions[place]);
    assert_int_equal(progress.findings[place].verdict, verdict);
    broken = broken || verdict == KQA_VERDICT_NOT_MET;
    if (days[place] == 0 && next == 0)
      next = place + 1;
  }
  assert_int_equal(progress.findings[REPORT].provision, provisions[REPORT]);
  assert_int_equal(progress.findings[REPORT].verdict, KQA_VERDICT_UNKNOWN);
  assert_int_equal(progress.next_stage, next);
  assert_int_equal(progress.verdict, broken ? KQA_VERDICT_NOT_MET : KQA_VERDICT_UNKNOWN);
}

static void a_stage_is_in_order_when_every_earlier_one_was_done_by_its_day(void **state)
{
  (void)state;
  for (int32_t code = 0; code < 59049; code++) {
    int32_t days[KQA_STAGES];
    for (int32_t place = 0, rest = code; place < KQA_STAGES; place++, rest /= 3)
      days[place] = rest % 3;
    check_days(days);
  }
}

static void a_year_with_every_stage_in_order_is_met(void **state)
{
  (void)state;
  const struct kqa_procedure procedure = whole_year();
  const struct kqa_progress progress = check(&procedure, year_end);
  assert_no_fault(progress.fault);
  assert_int_equal(progress.verdict, KQA_VERDICT_MET);
  assert_int_equal(progress.next_stage, 0);
  assert_int_equal(progress.count, KQA_PROCEDURE_FINDINGS);
  assert_date(progress.site_report_due, 2026, 7, 22);
  for (int32_t i = 0; i < KQA_PROCEDURE_FINDINGS; i++) {
    assert_int_equal(progress.findings[i].provision, provisions[i]);
    assert_int_equal(progress.findings[i].verdict, KQA_VERDICT_MET);
    assert_int_equal(progress.findings[i].unit, KQA_UNIT_DATE);
  }
  assert_ratio(progress.findings[0].observed, 20260315, 1);
  assert_ratio(progress.findings[9].observed, 20261215, 1);
}

static void a_stage_is_required_not_before_the_latest_of_the_earlier_ones(void **state)
{
  (void)state;
  struct kqa_procedure procedure = whole_year();
  struct kqa_progress progress = check(&procedure, year_end);
  assert_ratio(progress.findings[0].required, 0, 0);
  for (int32_t place = 1; place < KQA_STAGES; place++) {
    assert_int_equal(progress.findings[place].relation, KQA_RELATION_AT_LEAST);
    assert_ratio(progress.findings[place].required, 20260215 + 100 * place, 1);
  }
  procedure.done[1] = ymd(2026, 12, 20);
  progress = check(&procedure, year_end);
  assert_ratio(progress.findings[1].required, 20260315, 1);
  for (int32_t place = 2; place < KQA_STAGES; place++)
    assert_ratio(progress.findings[place].required, 20261220, 1);
  procedure = (struct kqa_procedure){.site_report = ymd(0, 0, 0)};
  progress = check(&procedure, year_end);
  for (int32_t place = 0; place < KQA_STAGES; place++)
    assert_ratio(progress.findings[place].required, 0, 0);
}

static void all_stages_may_be_done_on_one_day(void **state)
{
  (void)state;
  struct kqa_procedure procedure = {.site_report = ymd(2026, 9, 18)};
  for (int32_t place = 0; place < KQA_STAGES; place++)
    procedure.done[place] = ymd(2026, 9, 18);
  assert_int_equal(check(&procedure, ymd(2026, 9, 18)).verdict, KQA_VERDICT_MET);
}

static void before_anything_is_done_the_notice_comes_next(void **state)
{
  (void)state;
  const struct kqa_procedure nothing = {.site_report = ymd(0, 0, 0)};
  const struct kqa_progress progress = check(&nothing, ymd(2026, 1, 1));
  assert_no_fault(progress.fault);
  assert_int_equal(progress.verdict, KQA_VERDICT_UNKNOWN);
  assert_int_equal(progress.next_stage, KQA_STAGE_NOTICE);
  assert_date(progress.site_report_due, 0, 0, 0);
  for (int32_t i = 0; i < KQA_PROCEDURE_FINDINGS; i++) {
    assert_int_equal(progress.findings[i].verdict, KQA_VERDICT_UNKNOWN);
    assert_int_equal(progress.findings[i].observed.den, 0);
  }
}

static void each_stage_comes_after_the_one_before_it(void **state)
{
  (void)state;
  for (int32_t done = 0; done <= KQA_STAGES; done++) {
    struct kqa_procedure procedure = whole_year();
    for (int32_t place = done; place < KQA_STAGES; place++)
      procedure.done[place] = ymd(0, 0, 0);
    if (done < KQA_STAGE_SITE_REVIEW)
      procedure.site_report = ymd(0, 0, 0);
    const struct kqa_progress progress = check(&procedure, year_end);
    assert_no_fault(progress.fault);
    assert_int_equal(progress.next_stage, done < KQA_STAGES ? done + 1 : 0);
    assert_int_equal(progress.verdict, done < KQA_STAGES ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET);
  }
}

/* The site review ended on a Friday before the Mid-Autumn days off: due 2026-09-24 (Art. 17). */
static struct kqa_procedure reviewed(struct kqa_date report)
{
  struct kqa_procedure procedure = {.site_report = report};
  for (int32_t place = 0; place < KQA_STAGE_SITE_REVIEW; place++)
    procedure.done[place] = ymd(2026, 9, 18);
  return procedure;
}

static void the_report_is_in_time_until_the_fifth_working_day(void **state)
{
  (void)state;
  for (int32_t day = 18; day <= 30; day++) {
    const struct kqa_procedure procedure = reviewed(ymd(2026, 9, day));
    const struct kqa_progress progress = check(&procedure, ymd(2026, 9, 30));
    const int32_t verdict = day <= 24 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
    assert_no_fault(progress.fault);
    assert_date(progress.site_report_due, 2026, 9, 24);
    assert_int_equal(progress.findings[REPORT].verdict, verdict);
    assert_int_equal(progress.findings[REPORT].unit, KQA_UNIT_DATE);
    assert_int_equal(progress.findings[REPORT].relation, KQA_RELATION_AT_MOST);
    assert_ratio(progress.findings[REPORT].observed, 20260900 + day, 1);
    assert_ratio(progress.findings[REPORT].required, 20260924, 1);
    assert_int_equal(progress.verdict, day <= 24 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_NOT_MET);
  }
}

static void a_missing_report_is_late_once_the_last_day_is_past(void **state)
{
  (void)state;
  const struct kqa_procedure procedure = reviewed(ymd(0, 0, 0));
  for (int32_t day = 18; day <= 30; day++) {
    const struct kqa_progress progress = check(&procedure, ymd(2026, 9, day));
    const int32_t verdict = day <= 24 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_NOT_MET;
    assert_no_fault(progress.fault);
    assert_int_equal(progress.findings[REPORT].verdict, verdict);
    assert_int_equal(progress.verdict, verdict);
    assert_int_equal(progress.findings[REPORT].observed.den, 0);
  }
}

static void the_reports_last_day_does_not_count_the_reviews(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date end, due;
  } cases[] = {
    {{2020, 4, 30}, {2020, 5, 11}},  {{2020, 9, 25}, {2020, 10, 9}},
    {{2021, 9, 30}, {2021, 10, 13}}, {{2022, 1, 27}, {2022, 2, 8}},
    {{2023, 9, 28}, {2023, 10, 11}}, {{2024, 2, 8}, {2024, 2, 21}},
    {{2024, 9, 13}, {2024, 9, 23}},  {{2025, 9, 26}, {2025, 10, 10}},
    {{2026, 2, 13}, {2026, 2, 27}},  {{2026, 9, 18}, {2026, 9, 24}},
  };
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_day due = kqa_site_report_due(&edition, cases[i].end, NULL, 0);
    assert_no_fault(due.fault);
    assert_memory_equal(&due.date, &cases[i].due, sizeof due.date);
  }
  edition.site_report_working_days = 0;
  assert_date(kqa_site_report_due(&edition, ymd(2026, 9, 18), NULL, 0).date, 2026, 9, 18);
  edition.site_report_working_days = 1;
  assert_date(kqa_site_report_due(&edition, ymd(2026, 9, 18), NULL, 0).date, 2026, 9, 20);
}

static void a_due_day_without_a_calendar_is_refused_unless_the_caller_has_one(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  const struct kqa_calendar_year own = {.year = 2027};
  struct kqa_procedure procedure = whole_year();
  for (int32_t place = 4; place < KQA_STAGES; place++)
    procedure.done[place] = ymd(2026, 12, 30);
  procedure.site_report = ymd(2026, 12, 31);
  const struct kqa_day due = kqa_site_report_due(&edition, ymd(2026, 12, 30), NULL, 0);
  assert_fault_at(due.fault, KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, 2027, 0, 0);
  assert_date(due.date, 0, 0, 0);
  assert_progress_fault_at(check(&procedure, year_end), KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR,
                           2027);
  assert_date(kqa_site_report_due(&edition, ymd(2026, 12, 30), &own, 1).date, 2027, 1, 6);
  const struct kqa_progress progress = kqa_procedure_check(&edition, &procedure, year_end, &own, 1);
  assert_no_fault(progress.fault);
  assert_int_equal(progress.verdict, KQA_VERDICT_MET);
  assert_date(progress.site_report_due, 2027, 1, 6);
}

static const struct kqa_date no_days[] = {{2023, 2, 29}, {0, 1, 1},         {2026, 13, 1},
                                          {10000, 1, 1}, {INT32_MIN, 1, 1}, {0, 0, INT32_MAX}};

static void what_is_no_day_is_refused_with_its_place(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(no_days); i++) {
    struct kqa_procedure procedure;
    for (int32_t place = 0; place < KQA_STAGES; place++) {
      procedure = whole_year();
      procedure.done[place] = no_days[i];
      assert_progress_fault_at(check(&procedure, year_end), KQA_E_NO_SUCH_DAY, KQA_FIELD_STAGE_DATE,
                               place);
    }
    procedure = whole_year();
    procedure.site_report = no_days[i];
    assert_progress_fault(check(&procedure, year_end), KQA_E_NO_SUCH_DAY, KQA_FIELD_SITE_REPORT);
    procedure = whole_year();
    assert_progress_fault(check(&procedure, no_days[i]), KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
    assert_day_fault(kqa_site_report_due(&edition, no_days[i], NULL, 0), KQA_E_NO_SUCH_DAY,
                     KQA_FIELD_SITE_REVIEW_END);
  }
  const struct kqa_procedure procedure = whole_year();
  assert_progress_fault(check(&procedure, ymd(0, 0, 0)), KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
  assert_day_fault(kqa_site_report_due(&edition, ymd(0, 0, 0), NULL, 0), KQA_E_NO_SUCH_DAY,
                   KQA_FIELD_SITE_REVIEW_END);
}

static void nothing_was_done_after_the_day_of_the_answer(void **state)
{
  (void)state;
  for (int32_t place = 0; place < KQA_STAGES; place++) {
    struct kqa_procedure procedure = {.site_report = ymd(0, 0, 0)};
    procedure.done[place] = ymd(2026, 9, 19);
    assert_progress_fault_at(check(&procedure, ymd(2026, 9, 18)), KQA_E_ORDER, KQA_FIELD_STAGE_DATE,
                             place);
    assert_no_fault(check(&procedure, ymd(2026, 9, 19)).fault);
  }
  const struct kqa_procedure procedure = reviewed(ymd(2026, 9, 21));
  assert_progress_fault(check(&procedure, ymd(2026, 9, 20)), KQA_E_ORDER, KQA_FIELD_SITE_REPORT);
  assert_no_fault(check(&procedure, ymd(2026, 9, 21)).fault);
}

static void no_report_comes_before_its_site_review(void **state)
{
  (void)state;
  struct kqa_procedure procedure = reviewed(ymd(2026, 9, 17));
  assert_progress_fault(check(&procedure, year_end), KQA_E_ORDER, KQA_FIELD_SITE_REPORT);
  procedure.site_report = ymd(2026, 9, 18);
  assert_no_fault(check(&procedure, year_end).fault);
  procedure.done[KQA_STAGE_SITE_REVIEW - 1] = ymd(0, 0, 0);
  assert_progress_fault(check(&procedure, year_end), KQA_E_ORDER, KQA_FIELD_SITE_REPORT);
}

static void an_edition_that_the_check_refuses_decides_nothing(void **state)
{
  (void)state;
  const struct kqa_procedure procedure = whole_year();
  const struct kqa_edition broken = broken_edition();
  assert_progress_fault(kqa_procedure_check(&broken, &procedure, year_end, NULL, 0), KQA_E_RANGE,
                        KQA_FIELD_VOTE_QUORUM_SHARE);
  const struct kqa_procedure nothing = {.site_report = ymd(0, 0, 0)};
  assert_progress_fault(kqa_procedure_check(&broken, &nothing, year_end, NULL, 0), KQA_E_RANGE,
                        KQA_FIELD_VOTE_QUORUM_SHARE);
  assert_day_fault(kqa_site_report_due(&broken, ymd(2026, 9, 18), NULL, 0), KQA_E_RANGE,
                   KQA_FIELD_VOTE_QUORUM_SHARE);
}

static void every_stage_is_called_something_in_both_languages(void **state)
{
  (void)state;
  static const int32_t beyond[] = {0, -1, 11, INT32_MIN, INT32_MAX};
  for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
    for (int32_t stage = KQA_STAGE_NOTICE; stage <= KQA_STAGE_AWARD; stage++) {
      assert_people_text(kqa_stage_text(stage, language), language);
      for (int32_t other = KQA_STAGE_NOTICE; other < stage; other++)
        assert_string_not_equal(kqa_stage_text(stage, language), kqa_stage_text(other, language));
    }
    for (size_t i = 0; i < COUNT_OF(beyond); i++)
      assert_string_equal(kqa_stage_text(beyond[i], language), "");
  }
  for (size_t i = 0; i < COUNT_OF(no_languages); i++)
    assert_string_equal(kqa_stage_text(KQA_STAGE_VOTE, no_languages[i]), "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_stage_is_in_order_when_every_earlier_one_was_done_by_its_day),
    cmocka_unit_test(a_year_with_every_stage_in_order_is_met),
    cmocka_unit_test(a_stage_is_required_not_before_the_latest_of_the_earlier_ones),
    cmocka_unit_test(all_stages_may_be_done_on_one_day),
    cmocka_unit_test(before_anything_is_done_the_notice_comes_next),
    cmocka_unit_test(each_stage_comes_after_the_one_before_it),
    cmocka_unit_test(the_report_is_in_time_until_the_fifth_working_day),
    cmocka_unit_test(a_missing_report_is_late_once_the_last_day_is_past),
    cmocka_unit_test(the_reports_last_day_does_not_count_the_reviews),
    cmocka_unit_test(a_due_day_without_a_calendar_is_refused_unless_the_caller_has_one),
    cmocka_unit_test(what_is_no_day_is_refused_with_its_place),
    cmocka_unit_test(nothing_was_done_after_the_day_of_the_answer),
    cmocka_unit_test(no_report_comes_before_its_site_review),
    cmocka_unit_test(an_edition_that_the_check_refuses_decides_nothing),
    cmocka_unit_test(every_stage_is_called_something_in_both_languages),
  };
  return cmocka_run_group_tests_name("procedure", tests, NULL, NULL);
}
