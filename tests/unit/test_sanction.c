/* After the award: acceptance again (Art. 26, 30), the title (Art. 28), the duty to report (Art.
 * 29). */
#include <stdlib.h>

#include "support_decision.h"

#include "kqaward/sanction.h"

static bool is_barred(const struct kqa_edition *edition, const struct kqa_sanction *sanctions,
                      size_t count, struct kqa_date deadline)
{
  struct kqa_application application = {0};
  struct kqa_eligibility answer =
    kqa_eligibility_decide(edition, deadline, &application, NULL, 0, sanctions, count);
  assert_no_fault(answer.fault);
  return answer.verdict == KQA_VERDICT_NOT_MET;
}

/* Every day from the first to the answer is barred, the answer is not. */
static void check_acceptance(const struct kqa_edition *edition,
                             const struct kqa_sanction *sanctions, size_t count,
                             struct kqa_date from)
{
  struct kqa_day first = kqa_first_acceptance(edition, sanctions, count, from);
  assert_no_fault(first.fault);
  struct kqa_date day = from;
  while (kqa_date_compare(day, first.date) < 0) {
    assert_true(is_barred(edition, sanctions, count, day));
    day = kqa_date_add_days(day, 1).date;
  }
  assert_int_equal(kqa_date_compare(day, first.date), 0);
  assert_false(is_barred(edition, sanctions, count, day));
}

/* Days about the ends of one-day and one-year bars, 29 February among them. */
static const struct kqa_date days[] = {
  {2023, 2, 28}, {2023, 3, 1}, {2024, 2, 28}, {2024, 2, 29}, {2024, 3, 1}, {2025, 2, 28},
};

static struct kqa_sanction sanction_at(size_t code)
{
  return (struct kqa_sanction){code < COUNT_OF(days) ? KQA_SANCTION_FRAUD : KQA_SANCTION_REVOCATION,
                               days[code % COUNT_OF(days)]};
}

static void acceptance_agrees_with_the_bar_for_all_small_sets(void **state)
{
  (void)state;
  const size_t kinds = 2 * COUNT_OF(days);
  struct kqa_edition edition = edition_2020();
  edition.bar_fraud_years = 1;
  edition.bar_revocation_years = 0;
  for (size_t from = 0; from < COUNT_OF(days); from++) {
    check_acceptance(&edition, NULL, 0, days[from]);
    for (size_t a = 0; a < kinds; a++) {
      struct kqa_sanction set[3] = {sanction_at(a)};
      check_acceptance(&edition, set, 1, days[from]);
      for (size_t b = 0; b < kinds; b++) {
        set[1] = sanction_at(b);
        check_acceptance(&edition, set, 2, days[from]);
        set[2] = sanction_at((a + b * 5) % kinds);
        check_acceptance(&edition, set, 3, days[from]);
      }
    }
  }
}

static void acceptance_agrees_with_the_bars_of_the_ordinance(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  uint64_t seed = 26;
  for (int32_t i = 0; i < 60; i++) {
    struct kqa_sanction set[3];
    for (size_t k = 0; k < COUNT_OF(set); k++) {
      const int32_t kind = 1 + (int32_t)(next_random(&seed) % 2);
      const int32_t shift = (int32_t)(next_random(&seed) % 2500);
      set[k] = (struct kqa_sanction){kind, kqa_date_add_days(ymd(2019, 1, 1), shift).date};
    }
    const int32_t shift = (int32_t)(next_random(&seed) % 3000);
    check_acceptance(&edition, set, 3, kqa_date_add_days(ymd(2018, 6, 1), shift).date);
  }
}

static void assert_acceptance(const struct kqa_edition *edition, const struct kqa_sanction *set,
                              size_t count, struct kqa_date from, struct kqa_date want)
{
  struct kqa_day first = kqa_first_acceptance(edition, set, count, from);
  assert_no_fault(first.fault);
  assert_date(first.date, want.year, want.month, want.day);
}

static void applications_are_accepted_the_day_after_the_bar(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_sanction fraud = {KQA_SANCTION_FRAUD, {2021, 5, 10}};
  struct kqa_sanction leap_fraud = {KQA_SANCTION_FRAUD, {2024, 2, 29}};
  struct kqa_sanction leap_revocation = {KQA_SANCTION_REVOCATION, {2024, 2, 29}};
  assert_acceptance(&edition, &fraud, 1, ymd(2021, 5, 9), ymd(2021, 5, 9));
  assert_acceptance(&edition, &fraud, 1, ymd(2021, 5, 10), ymd(2026, 5, 11));
  assert_acceptance(&edition, &fraud, 1, ymd(2026, 5, 10), ymd(2026, 5, 11));
  assert_acceptance(&edition, &fraud, 1, ymd(2026, 5, 11), ymd(2026, 5, 11));
  assert_acceptance(&edition, &leap_fraud, 1, ymd(2024, 3, 1), ymd(2029, 3, 1));
  assert_acceptance(&edition, &leap_revocation, 1, ymd(2024, 3, 1), ymd(2027, 3, 1));
  assert_acceptance(&edition, NULL, 0, ymd(2026, 6, 30), ymd(2026, 6, 30));
}

static void day_after_a_bar_may_begin_a_month_or_a_year(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int32_t month = 1; month <= 12; month++) {
    struct kqa_sanction fraud = {KQA_SANCTION_FRAUD, {2020, month, lengths[month - 1]}};
    assert_acceptance(&edition, &fraud, 1, ymd(2021, 1, 1),
                      month == 12 ? ymd(2026, 1, 1) : ymd(2025, month + 1, 1));
  }
}

static void bar_that_begins_as_another_ends_carries_on(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_sanction set[] = {{KQA_SANCTION_REVOCATION, {2023, 5, 11}},
                               {KQA_SANCTION_REVOCATION, {2020, 5, 10}}};
  assert_acceptance(&edition, set, 2, ymd(2020, 5, 10), ymd(2026, 5, 12));
  set[0].decided = ymd(2023, 5, 12);
  assert_acceptance(&edition, set, 2, ymd(2020, 5, 10), ymd(2023, 5, 11));
  assert_acceptance(&edition, set, 2, ymd(2023, 5, 12), ymd(2026, 5, 13));
}

static void acceptance_beyond_the_calendar_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_sanction sanction = {KQA_SANCTION_FRAUD, {9994, 12, 31}};
  assert_day_fault(kqa_first_acceptance(&edition, &sanction, 1, ymd(9995, 1, 1)), KQA_E_RANGE,
                   KQA_FIELD_AS_OF);
  sanction.decided = ymd(9994, 12, 30);
  assert_acceptance(&edition, &sanction, 1, ymd(9995, 1, 1), ymd(9999, 12, 31));
  assert_acceptance(&edition, NULL, 0, ymd(9999, 12, 31), ymd(9999, 12, 31));
  struct kqa_sanction last[] = {{KQA_SANCTION_REVOCATION, {9995, 12, 31}},
                                {KQA_SANCTION_REVOCATION, {9996, 6, 1}}};
  assert_acceptance(&edition, last, 2, ymd(9996, 1, 1), ymd(9999, 6, 2));
  struct kqa_sanction late[] = {{KQA_SANCTION_FRAUD, {2012, 1, 1}},
                                {KQA_SANCTION_FRAUD, {9995, 1, 1}}};
  struct kqa_day first = kqa_first_acceptance(&edition, late, 2, ymd(2026, 1, 1));
  assert_fault_at(first.fault, KQA_E_RANGE, KQA_FIELD_SANCTION_DECIDED, 1, 0, 0);
  assert_date(first.date, 0, 0, 0);
}

static void impossible_sanction_is_a_fault_with_its_place(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t kinds[] = {0, 3, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(kinds); i++) {
    struct kqa_sanction set[] = {{KQA_SANCTION_FRAUD, {2012, 1, 1}}, {kinds[i], {2012, 1, 1}}};
    struct kqa_day first = kqa_first_acceptance(&edition, set, 2, ymd(2026, 1, 1));
    assert_fault_at(first.fault, KQA_E_VALUE, KQA_FIELD_SANCTION_KIND, 1, 0, 0);
    assert_date(first.date, 0, 0, 0);
  }
  struct kqa_sanction set[] = {{KQA_SANCTION_FRAUD, {2012, 1, 1}},
                               {KQA_SANCTION_REVOCATION, {2023, 2, 29}}};
  struct kqa_day first = kqa_first_acceptance(&edition, set, 2, ymd(2026, 1, 1));
  assert_fault_at(first.fault, KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED, 1, 0, 0);
  assert_day_fault(kqa_first_acceptance(&edition, set, 1, ymd(2023, 2, 29)), KQA_E_NO_SUCH_DAY,
                   KQA_FIELD_AS_OF);
  assert_day_fault(kqa_first_acceptance(&edition, set, 1, ymd(0, 0, 0)), KQA_E_NO_SUCH_DAY,
                   KQA_FIELD_AS_OF);
}

static void ten_thousand_sanctions_are_the_most(void **state)
{
  (void)state;
  enum { MOST = 10000 };
  struct kqa_edition edition = edition_2020();
  struct kqa_sanction *set = calloc(MOST + 1, sizeof *set);
  assert_non_null(set);
  for (int32_t i = 0; i <= MOST; i++) {
    const struct kqa_day decided = kqa_date_add_days(ymd(2000, 1, 1), (MOST - i) * 100 % MOST);
    set[i] = (struct kqa_sanction){KQA_SANCTION_REVOCATION, decided.date};
  }
  struct kqa_day first = kqa_first_acceptance(&edition, set, MOST, ymd(2000, 1, 1));
  assert_no_fault(first.fault);
  assert_day_fault(kqa_first_acceptance(&edition, set, MOST + 1, ymd(2000, 1, 1)), KQA_E_TOO_MANY,
                   KQA_FIELD_SANCTION_KIND);
  free(set);
}

static void fraud_costs_honour_and_plaque_but_the_article_names_no_money(void **state)
{
  (void)state;
  struct kqa_number measures = kqa_fraud_measures();
  assert_no_fault(measures.fault);
  assert_int_equal(measures.value, KQA_MEASURE_HONOUR_CANCELLED | KQA_MEASURE_PLAQUE_TAKEN_BACK |
                                     KQA_MEASURE_CIRCULATED_CRITICISM | KQA_MEASURE_NO_ACCEPTANCE);
}

static void serious_problem_is_investigated_and_may_cost_the_honour(void **state)
{
  (void)state;
  const int64_t chosen = KQA_MEASURE_INVESTIGATION | KQA_MEASURE_CRITICISM | KQA_MEASURE_WARNING |
                         KQA_MEASURE_CIRCULATED_CRITICISM | KQA_MEASURE_HONOUR_REVOKED;
  for (int32_t event = 0; event <= KQA_FALSE; event++) {
    for (int32_t problem = 0; problem <= KQA_FALSE; problem++) {
      for (int32_t revoked = 0; revoked <= KQA_FALSE; revoked++) {
        struct kqa_number measures = kqa_serious_problem_measures(event, problem, revoked);
        int64_t want = event == KQA_TRUE || problem == KQA_TRUE ? chosen : 0;
        if (want != 0 && revoked == KQA_TRUE)
          want |= KQA_MEASURE_NO_ACCEPTANCE;
        assert_no_fault(measures.fault);
        assert_int_equal(measures.value, want);
      }
    }
  }
}

static const int32_t no_truths[] = {-1, 3, INT32_MIN, INT32_MAX};

static void impossible_fact_about_a_problem_is_a_fault(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(no_truths); i++) {
    for (int32_t place = 0; place < 3; place++) {
      int32_t facts[3] = {KQA_TRUE, KQA_TRUE, KQA_TRUE};
      facts[place] = no_truths[i];
      struct kqa_number measures = kqa_serious_problem_measures(facts[0], facts[1], facts[2]);
      assert_fault_at(measures.fault, KQA_E_VALUE, KQA_FIELD_MEASURE, place, 0, 0);
      assert_int_equal(measures.value, 0);
    }
  }
}

static void every_measure_has_a_name_of_its_own(void **state)
{
  (void)state;
  for (int32_t measure = 1; measure <= KQA_MEASURE_HONOUR_REVOKED; measure *= 2) {
    assert_people_text(kqa_measure_text(measure, KQA_LANGUAGE_ZH), KQA_LANGUAGE_ZH);
    assert_people_text(kqa_measure_text(measure, KQA_LANGUAGE_EN), KQA_LANGUAGE_EN);
    for (int32_t other = 1; other < measure; other *= 2)
      assert_string_not_equal(kqa_measure_text(measure, KQA_LANGUAGE_ZH),
                              kqa_measure_text(other, KQA_LANGUAGE_ZH));
    for (size_t i = 0; i < COUNT_OF(no_languages); i++)
      assert_string_equal(kqa_measure_text(measure, no_languages[i]), "");
  }
  static const int32_t none[] = {0, 3, 2048, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(none); i++)
    assert_string_equal(kqa_measure_text(none[i], KQA_LANGUAGE_EN), "");
}

static void title_states_the_year_and_stays_off_products(void **state)
{
  (void)state;
  static const int32_t year_verdicts[] = {KQA_VERDICT_UNKNOWN, KQA_VERDICT_MET,
                                          KQA_VERDICT_NOT_MET};
  static const int32_t product_verdicts[] = {KQA_VERDICT_UNKNOWN, KQA_VERDICT_NOT_MET,
                                             KQA_VERDICT_MET};
  for (int32_t stated = 0; stated <= KQA_FALSE; stated++) {
    for (int32_t on_products = 0; on_products <= KQA_FALSE; on_products++) {
      const int32_t facts[KQA_TITLE_FACTS] = {stated, on_products};
      struct kqa_decision decision = kqa_title_use_check(facts);
      assert_decision(&decision, conjunction(decision.findings, 2), 2);
      assert_finding(&decision.findings[0], KQA_PROVISION_TITLE_YEAR_STATED, year_verdicts[stated]);
      assert_finding(&decision.findings[1], KQA_PROVISION_TITLE_NOT_ON_PRODUCTS,
                     product_verdicts[on_products]);
      struct kqa_number measures = kqa_title_measures(decision.verdict);
      assert_no_fault(measures.fault);
      assert_int_equal(measures.value,
                       decision.verdict == KQA_VERDICT_NOT_MET ? KQA_MEASURE_RECTIFICATION : 0);
    }
  }
}

static void title_use_that_is_none_needs_no_measure(void **state)
{
  (void)state;
  assert_no_fault(kqa_title_measures(KQA_VERDICT_NOT_APPLICABLE).fault);
  assert_int_equal(kqa_title_measures(KQA_VERDICT_NOT_APPLICABLE).value, 0);
}

static void impossible_fact_about_the_title_is_a_fault(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(no_truths); i++) {
    for (int32_t place = 0; place < KQA_TITLE_FACTS; place++) {
      int32_t facts[KQA_TITLE_FACTS] = {KQA_TRUE, KQA_FALSE};
      facts[place] = no_truths[i];
      assert_decision_fault_at(kqa_title_use_check(facts), KQA_E_VALUE, KQA_FIELD_TITLE_USE, place);
    }
  }
  static const int32_t verdicts[] = {-1, 4, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(verdicts); i++)
    assert_number_fault(kqa_title_measures(verdicts[i]), KQA_E_VALUE, KQA_FIELD_TITLE_USE);
}

static const struct kqa_date not_yet = {0, 0, 0};

static struct kqa_report report_of(const struct kqa_edition *edition, struct kqa_event event,
                                   struct kqa_date reported, struct kqa_date as_of)
{
  return kqa_report_duty(edition, &event, reported, as_of, NULL, 0);
}

struct due_row {
  struct kqa_date event;
  struct kqa_date plain;
  struct kqa_date rolled;
};

static const struct due_row due_rows[] = {
  {{2020, 9, 7}, {2020, 10, 7}, {2020, 10, 9}},  {{2021, 9, 5}, {2021, 10, 5}, {2021, 10, 8}},
  {{2022, 1, 2}, {2022, 2, 1}, {2022, 2, 7}},    {{2023, 8, 31}, {2023, 9, 30}, {2023, 10, 7}},
  {{2024, 1, 15}, {2024, 2, 14}, {2024, 2, 18}}, {{2024, 1, 5}, {2024, 2, 4}, {2024, 2, 4}},
  {{2026, 1, 24}, {2026, 2, 23}, {2026, 2, 24}}, {{2026, 8, 21}, {2026, 9, 20}, {2026, 9, 20}},
};

/* A report on the last day is in time, a day later it is late; while it may come, nothing is known.
 */
static void check_due(const struct kqa_edition *edition, struct kqa_date date, struct kqa_date due)
{
  const struct kqa_event event = {KQA_EVENT_LOSS, 0, date};
  const struct kqa_date after = kqa_date_add_days(due, 1).date;
  struct kqa_report in_time = report_of(edition, event, due, after);
  struct kqa_report late = report_of(edition, event, after, after);
  struct kqa_report open = report_of(edition, event, not_yet, due);
  struct kqa_report missed = report_of(edition, event, not_yet, after);
  assert_no_fault(in_time.fault);
  assert_int_equal(in_time.arises, 1);
  assert_date(in_time.due, due.year, due.month, due.day);
  assert_finding(&in_time.finding, KQA_PROVISION_REPORT_LOSS, KQA_VERDICT_MET);
  assert_finding(&late.finding, KQA_PROVISION_REPORT_LOSS, KQA_VERDICT_NOT_MET);
  assert_finding(&open.finding, KQA_PROVISION_REPORT_LOSS, KQA_VERDICT_UNKNOWN);
  assert_finding(&missed.finding, KQA_PROVISION_REPORT_LOSS, KQA_VERDICT_NOT_MET);
}

static void report_is_due_after_thirty_days_and_rolls_over_rest_days(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(due_rows); i++) {
    edition.report_rollover = KQA_REPORT_ROLLOVER_NEXT_WORKING_DAY;
    check_due(&edition, due_rows[i].event, due_rows[i].rolled);
    edition.report_rollover = KQA_REPORT_ROLLOVER_NONE;
    check_due(&edition, due_rows[i].event, due_rows[i].plain);
  }
}

static void report_on_the_day_of_the_event_is_in_time(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const struct kqa_event event = {KQA_EVENT_COMPLAINT, 0, {2026, 3, 2}};
  struct kqa_report report = report_of(&edition, event, event.date, event.date);
  assert_no_fault(report.fault);
  assert_finding(&report.finding, KQA_PROVISION_REPORT_COMPLAINT, KQA_VERDICT_MET);
  edition.report_days = 0;
  report = report_of(&edition, event, not_yet, event.date);
  assert_date(report.due, 2026, 3, 2);
  assert_finding(&report.finding, KQA_PROVISION_REPORT_COMPLAINT, KQA_VERDICT_UNKNOWN);
}

static void each_item_gives_rise_to_its_own_duty(void **state)
{
  (void)state;
  static const struct {
    int32_t kind;
    int32_t grade;
    int32_t provision;
    int32_t arises;
  } rows[] = {
    {KQA_EVENT_ACCIDENT, KQA_ACCIDENT_ORDINARY, KQA_PROVISION_REPORT_ACCIDENT, 0},
    {KQA_EVENT_ACCIDENT, KQA_ACCIDENT_LARGER, KQA_PROVISION_REPORT_ACCIDENT, 1},
    {KQA_EVENT_ACCIDENT, KQA_ACCIDENT_MAJOR, KQA_PROVISION_REPORT_ACCIDENT, 1},
    {KQA_EVENT_ACCIDENT, KQA_ACCIDENT_GRAVEST, KQA_PROVISION_REPORT_ACCIDENT, 1},
    {KQA_EVENT_INSPECTION, KQA_INSPECTION_NATIONAL, KQA_PROVISION_REPORT_INSPECTION, 1},
    {KQA_EVENT_INSPECTION, KQA_INSPECTION_PROVINCIAL, KQA_PROVISION_REPORT_INSPECTION, 1},
    {KQA_EVENT_INSPECTION, KQA_INSPECTION_MUNICIPAL, KQA_PROVISION_REPORT_INSPECTION, 1},
    {KQA_EVENT_INSPECTION, KQA_INSPECTION_COUNTY, KQA_PROVISION_REPORT_INSPECTION, 1},
    {KQA_EVENT_COMPLAINT, 0, KQA_PROVISION_REPORT_COMPLAINT, 1},
    {KQA_EVENT_LOSS, 0, KQA_PROVISION_REPORT_LOSS, 1},
  };
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const struct kqa_event event = {rows[i].kind, rows[i].grade, {2026, 3, 2}};
    struct kqa_report late = report_of(&edition, event, ymd(2026, 4, 2), ymd(2026, 5, 1));
    struct kqa_report in_time = report_of(&edition, event, ymd(2026, 4, 1), ymd(2026, 5, 1));
    assert_no_fault(late.fault);
    assert_int_equal(late.arises, rows[i].arises);
    assert_date(late.due, rows[i].arises * 2026, rows[i].arises * 4, rows[i].arises);
    assert_finding(&late.finding, rows[i].provision,
                   rows[i].arises ? KQA_VERDICT_NOT_MET : KQA_VERDICT_NOT_APPLICABLE);
    assert_finding(&in_time.finding, rows[i].provision,
                   rows[i].arises ? KQA_VERDICT_MET : KQA_VERDICT_NOT_APPLICABLE);
  }
}

static void assert_report_fault(struct kqa_report report, int32_t status, int32_t field,
                                int32_t index)
{
  assert_fault_at(report.fault, status, field, index, 0, 0);
  assert_int_equal(report.arises, 0);
  assert_date(report.due, 0, 0, 0);
  assert_true(is_all_zero(&report.finding, sizeof report.finding));
}

static void last_day_in_a_year_without_a_calendar_is_a_fault_not_a_guess(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const struct kqa_event event = {KQA_EVENT_LOSS, 0, {2026, 12, 4}};
  struct kqa_report report = report_of(&edition, event, not_yet, event.date);
  assert_report_fault(report, KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, 2027);
  struct kqa_calendar_year own = {.year = 2027};
  report = kqa_report_duty(&edition, &event, not_yet, event.date, &own, 1);
  assert_no_fault(report.fault);
  assert_date(report.due, 2027, 1, 4);
  assert_no_fault(kqa_calendar_mark(&own, ymd(2027, 1, 4), KQA_DAY_OFF));
  report = kqa_report_duty(&edition, &event, not_yet, event.date, &own, 1);
  assert_date(report.due, 2027, 1, 5);
  edition.report_rollover = KQA_REPORT_ROLLOVER_NONE;
  report = report_of(&edition, event, not_yet, event.date);
  assert_no_fault(report.fault);
  assert_date(report.due, 2027, 1, 3);
}

static void last_day_beyond_the_calendar_of_days_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.report_rollover = KQA_REPORT_ROLLOVER_NONE;
  struct kqa_event event = {KQA_EVENT_LOSS, 0, {9999, 12, 2}};
  assert_report_fault(report_of(&edition, event, not_yet, event.date), KQA_E_RANGE, KQA_FIELD_DAYS,
                      0);
  event.date = ymd(9999, 12, 1);
  struct kqa_report report = report_of(&edition, event, not_yet, event.date);
  assert_no_fault(report.fault);
  assert_date(report.due, 9999, 12, 31);
}

static void impossible_event_is_a_fault(void **state)
{
  (void)state;
  static const struct kqa_event events[] = {
    {0, 0, {2026, 3, 2}},         {5, 0, {2026, 3, 2}},         {-1, 0, {2026, 3, 2}},
    {INT32_MIN, 0, {2026, 3, 2}}, {INT32_MAX, 0, {2026, 3, 2}}, {1, 0, {2026, 3, 2}},
    {1, 5, {2026, 3, 2}},         {1, INT32_MIN, {2026, 3, 2}}, {2, 0, {2026, 3, 2}},
    {2, 5, {2026, 3, 2}},         {2, INT32_MAX, {2026, 3, 2}}, {3, 1, {2026, 3, 2}},
    {3, -1, {2026, 3, 2}},        {4, 1, {2026, 3, 2}},
  };
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(events); i++) {
    struct kqa_report report = report_of(&edition, events[i], not_yet, ymd(2026, 5, 1));
    assert_report_fault(report, KQA_E_VALUE, i < 5 ? KQA_FIELD_EVENT_KIND : KQA_FIELD_EVENT_GRADE,
                        0);
  }
}

static void impossible_day_is_a_fault(void **state)
{
  (void)state;
  static const struct kqa_date dates[] = {
    {2023, 2, 29}, {10000, 1, 1}, {2026, 0, 1}, {INT32_MIN, INT32_MIN, INT32_MIN}};
  struct kqa_edition edition = edition_2020();
  const struct kqa_event fine = {KQA_EVENT_LOSS, 0, {2022, 3, 2}};
  for (size_t i = 0; i < COUNT_OF(dates); i++) {
    const struct kqa_event event = {KQA_EVENT_LOSS, 0, dates[i]};
    assert_report_fault(report_of(&edition, event, not_yet, ymd(2026, 5, 1)), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_EVENT_DATE, 0);
    assert_report_fault(report_of(&edition, fine, dates[i], ymd(2026, 5, 1)), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_REPORTED, 0);
    assert_report_fault(report_of(&edition, fine, not_yet, dates[i]), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_AS_OF, 0);
  }
  assert_report_fault(report_of(&edition, fine, not_yet, not_yet), KQA_E_NO_SUCH_DAY,
                      KQA_FIELD_AS_OF, 0);
}

static void report_before_the_event_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const struct kqa_event event = {KQA_EVENT_LOSS, 0, {2026, 3, 2}};
  assert_report_fault(report_of(&edition, event, ymd(2026, 3, 1), ymd(2026, 5, 1)), KQA_E_ORDER,
                      KQA_FIELD_REPORTED, 0);
  assert_report_fault(report_of(&edition, event, not_yet, ymd(2026, 3, 1)), KQA_E_ORDER,
                      KQA_FIELD_AS_OF, 0);
}

static void edition_in_disorder_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  const struct kqa_event event = {KQA_EVENT_LOSS, 0, {2026, 3, 2}};
  assert_report_fault(report_of(&edition, event, not_yet, event.date), KQA_E_RANGE,
                      KQA_FIELD_VOTE_QUORUM_SHARE, 0);
  assert_day_fault(kqa_first_acceptance(&edition, NULL, 0, event.date), KQA_E_RANGE,
                   KQA_FIELD_VOTE_QUORUM_SHARE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(acceptance_agrees_with_the_bar_for_all_small_sets),
    cmocka_unit_test(acceptance_agrees_with_the_bars_of_the_ordinance),
    cmocka_unit_test(applications_are_accepted_the_day_after_the_bar),
    cmocka_unit_test(day_after_a_bar_may_begin_a_month_or_a_year),
    cmocka_unit_test(bar_that_begins_as_another_ends_carries_on),
    cmocka_unit_test(acceptance_beyond_the_calendar_is_a_fault),
    cmocka_unit_test(impossible_sanction_is_a_fault_with_its_place),
    cmocka_unit_test(ten_thousand_sanctions_are_the_most),
    cmocka_unit_test(fraud_costs_honour_and_plaque_but_the_article_names_no_money),
    cmocka_unit_test(serious_problem_is_investigated_and_may_cost_the_honour),
    cmocka_unit_test(impossible_fact_about_a_problem_is_a_fault),
    cmocka_unit_test(every_measure_has_a_name_of_its_own),
    cmocka_unit_test(title_states_the_year_and_stays_off_products),
    cmocka_unit_test(title_use_that_is_none_needs_no_measure),
    cmocka_unit_test(impossible_fact_about_the_title_is_a_fault),
    cmocka_unit_test(report_is_due_after_thirty_days_and_rolls_over_rest_days),
    cmocka_unit_test(report_on_the_day_of_the_event_is_in_time),
    cmocka_unit_test(each_item_gives_rise_to_its_own_duty),
    cmocka_unit_test(last_day_in_a_year_without_a_calendar_is_a_fault_not_a_guess),
    cmocka_unit_test(last_day_beyond_the_calendar_of_days_is_a_fault),
    cmocka_unit_test(impossible_event_is_a_fault),
    cmocka_unit_test(impossible_day_is_a_fault),
    cmocka_unit_test(report_before_the_event_is_a_fault),
    cmocka_unit_test(edition_in_disorder_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
