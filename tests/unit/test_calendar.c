/* Working days by the State Council's notices, and deadlines (Civil Code art. 201, 203; Art. 17).
 */
#include "support.h"

#include "kqaward/calendar.h"

static const struct {
  struct kqa_date date;
  int32_t kind;
} notices[] = {
#include "holidays.inc"
};

enum { FIRST_YEAR = 2020, LAST_YEAR = 2026, DAYS = 2557 };

/* The seven years, day by day, as the notices have them; filled before the tests. */
static struct {
  struct kqa_date date;
  bool working;
} days[DAYS];

static int32_t month_length(int32_t year, int32_t month)
{
  if (month == 2)
    return year == 2020 || year == 2024 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static int32_t notice_of(struct kqa_date date)
{
  for (size_t i = 0; i < COUNT_OF(notices); i++)
    if (memcmp(&notices[i].date, &date, sizeof date) == 0)
      return notices[i].kind;
  return KQA_DAY_ORDINARY;
}

static int fill_days(void **state)
{
  (void)state;
  size_t at = 0;
  int weekday = 3; /* 2020-01-01 was a Wednesday. */
  for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (int32_t month = 1; month <= 12; month++)
      for (int32_t day = 1; day <= month_length(year, month); day++) {
        const int32_t kind = notice_of(ymd(year, month, day));
        days[at].date = ymd(year, month, day);
        days[at].working = kind == KQA_DAY_ORDINARY ? weekday <= 5 : kind == KQA_DAY_WORKING;
        weekday = weekday % 7 + 1;
        at++;
      }
  return at == DAYS ? 0 : -1;
}

#define assert_no_calendar(fault_, year_)                                                          \
  assert_fault_at(fault_, KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, year_, 0, 0)

static struct kqa_calendar_year plain_year(int32_t year)
{
  struct kqa_calendar_year plain = {0};
  plain.year = year;
  return plain;
}

static void every_day_of_2020_to_2026_is_as_the_notices_have_it(void **state)
{
  (void)state;
  for (size_t i = 0; i < DAYS; i++) {
    const struct kqa_number working = kqa_calendar_is_working(days[i].date, NULL, 0);
    assert_no_fault(working.fault);
    if (working.value != (days[i].working ? 1 : 0))
      fail_msg("%d-%02d-%02d", days[i].date.year, days[i].date.month, days[i].date.day);
  }
}

static void the_years_have_their_working_days(void **state)
{
  (void)state;
  static const int64_t working[] = {249, 250, 249, 249, 251, 248, 248};
  for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const struct kqa_number count =
      kqa_calendar_count_working_days(ymd(year, 1, 1), ymd(year, 12, 31), NULL, 0);
    assert_no_fault(count.fault);
    assert_int_equal(count.value, working[year - FIRST_YEAR]);
  }
  assert_int_equal(
    kqa_calendar_count_working_days(ymd(2020, 1, 1), ymd(2026, 12, 31), NULL, 0).value, 1744);
}

static void the_built_in_table_has_seven_years(void **state)
{
  (void)state;
  static const int32_t others[] = {0, 1, -1, 2019, 2027, 9999, INT32_MIN, INT32_MAX};
  assert_int_equal(KQA_CALENDAR_FIRST_YEAR, FIRST_YEAR);
  assert_int_equal(KQA_CALENDAR_LAST_YEAR, LAST_YEAR);
  for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    assert_non_null(kqa_calendar_builtin(year));
    assert_int_equal(kqa_calendar_builtin(year)->year, year);
  }
  for (size_t i = 0; i < COUNT_OF(others); i++)
    assert_null(kqa_calendar_builtin(others[i]));
}

static void the_built_in_bits_stand_for_the_notices_days(void **state)
{
  (void)state;
  for (size_t i = 0; i < DAYS; i++) {
    const struct kqa_date date = days[i].date;
    const struct kqa_calendar_year *year = kqa_calendar_builtin(date.year);
    const int32_t kind = notice_of(date);
    const uint32_t bit = UINT32_C(1) << (date.day - 1);
    assert_int_equal((year->work[date.month - 1] & bit) != 0, kind == KQA_DAY_WORKING);
    assert_int_equal((year->off[date.month - 1] & bit) != 0, kind == KQA_DAY_OFF);
  }
}

static void a_year_without_a_calendar_is_a_fault_and_no_guess(void **state)
{
  (void)state;
  static const int32_t years[] = {1, 2019, 2027, 9999};
  for (size_t i = 0; i < COUNT_OF(years); i++) {
    const struct kqa_date date = ymd(years[i], 6, 15);
    assert_no_calendar(kqa_calendar_is_working(date, NULL, 0).fault, years[i]);
    assert_int_equal(kqa_calendar_is_working(date, NULL, 0).value, 0);
    const struct kqa_day added = kqa_calendar_add_working_days(date, 1, NULL, 0);
    assert_no_calendar(added.fault, years[i]);
    assert_date(added.date, 0, 0, 0);
    const struct kqa_day rolled = kqa_calendar_roll_forward(date, NULL, 0);
    assert_no_calendar(rolled.fault, years[i]);
    assert_date(rolled.date, 0, 0, 0);
    const struct kqa_number counted = kqa_calendar_count_working_days(date, date, NULL, 0);
    assert_no_calendar(counted.fault, years[i]);
    assert_int_equal(counted.value, 0);
  }
}

static void what_is_no_day_has_no_deadline(void **state)
{
  (void)state;
  static const struct kqa_date no_days[] = {
    {0, 0, 0}, {2023, 2, 29}, {2024, 13, 1}, {10000, 1, 1}, {INT32_MIN, INT32_MIN, INT32_MIN}};
  const struct kqa_date good = {2024, 2, 29};
  for (size_t i = 0; i < COUNT_OF(no_days); i++) {
    const struct kqa_date bad = no_days[i];
    assert_number_fault(kqa_calendar_is_working(bad, NULL, 0), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    assert_day_fault(kqa_calendar_add_working_days(bad, 5, NULL, 0), KQA_E_NO_SUCH_DAY,
                     KQA_FIELD_DATE);
    assert_day_fault(kqa_calendar_add_working_days(bad, 0, NULL, 0), KQA_E_NO_SUCH_DAY,
                     KQA_FIELD_DATE);
    assert_day_fault(kqa_calendar_roll_forward(bad, NULL, 0), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    assert_number_fault(kqa_calendar_count_working_days(bad, good, NULL, 0), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_DATE);
    assert_number_fault(kqa_calendar_count_working_days(good, bad, NULL, 0), KQA_E_NO_SUCH_DAY,
                        KQA_FIELD_DATE);
  }
}

static void five_working_days_do_not_count_the_day_of_the_event(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date end;
    struct kqa_date due;
  } cases[] = {
    {{2020, 4, 30}, {2020, 5, 11}},  {{2020, 9, 25}, {2020, 10, 9}},
    {{2021, 9, 30}, {2021, 10, 13}}, {{2022, 1, 27}, {2022, 2, 8}},
    {{2023, 9, 28}, {2023, 10, 11}}, {{2024, 2, 8}, {2024, 2, 21}},
    {{2024, 9, 13}, {2024, 9, 23}},  {{2025, 9, 26}, {2025, 10, 10}},
    {{2026, 2, 13}, {2026, 2, 27}},  {{2026, 9, 18}, {2026, 9, 24}},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_day due = kqa_calendar_add_working_days(cases[i].end, 5, NULL, 0);
    assert_no_fault(due.fault);
    assert_date(due.date, cases[i].due.year, cases[i].due.month, cases[i].due.day);
  }
}

static void the_nth_working_day_is_found_from_every_day(void **state)
{
  (void)state;
  for (size_t i = 0; i < DAYS; i++) {
    size_t at = i;
    for (int32_t n = 0; n <= 12; n++) {
      const struct kqa_day seen = kqa_calendar_add_working_days(days[i].date, n, NULL, 0);
      if (at >= DAYS) {
        assert_no_calendar(seen.fault, 2027);
        assert_date(seen.date, 0, 0, 0);
      } else {
        assert_no_fault(seen.fault);
        assert_memory_equal(&seen.date, &days[at].date, sizeof seen.date);
      }
      do
        at++;
      while (at < DAYS && !days[at].working);
    }
  }
}

static void working_days_run_to_250_and_no_further(void **state)
{
  (void)state;
  static const int32_t outside[] = {-1, 251, INT32_MIN, INT32_MAX};
  for (size_t start = 0; start < 700; start += 97) {
    size_t at = start;
    for (int32_t n = 1; n <= 250; n++) {
      do
        at++;
      while (!days[at].working);
      const struct kqa_day seen = kqa_calendar_add_working_days(days[start].date, n, NULL, 0);
      assert_no_fault(seen.fault);
      assert_memory_equal(&seen.date, &days[at].date, sizeof seen.date);
    }
  }
  for (size_t i = 0; i < COUNT_OF(outside); i++)
    assert_day_fault(kqa_calendar_add_working_days(ymd(2024, 1, 1), outside[i], NULL, 0),
                     KQA_E_RANGE, KQA_FIELD_DAYS);
}

static void no_working_days_lead_to_the_day_itself(void **state)
{
  (void)state;
  const struct kqa_day rest_day = kqa_calendar_add_working_days(ymd(2024, 10, 1), 0, NULL, 0);
  assert_no_fault(rest_day.fault);
  assert_date(rest_day.date, 2024, 10, 1);
}

static void a_last_day_on_a_rest_day_moves_to_the_next_working_day(void **state)
{
  (void)state;
  for (size_t i = 0; i < DAYS; i++) {
    size_t at = i;
    while (at < DAYS && !days[at].working)
      at++;
    const struct kqa_day seen = kqa_calendar_roll_forward(days[i].date, NULL, 0);
    assert_no_fault(seen.fault);
    assert_memory_equal(&seen.date, &days[at].date, sizeof seen.date);
  }
}

static void working_days_from_first_to_last_count_both(void **state)
{
  (void)state;
  for (size_t first = 0; first < DAYS; first += 53) {
    int64_t working = 0;
    for (size_t last = first; last < DAYS; last++) {
      working += days[last].working ? 1 : 0;
      if (last > first + 9 && last % 29 != 0)
        continue;
      const struct kqa_number seen =
        kqa_calendar_count_working_days(days[first].date, days[last].date, NULL, 0);
      assert_no_fault(seen.fault);
      assert_int_equal(seen.value, working);
    }
  }
}

static void a_last_day_before_the_first_leaves_no_working_day(void **state)
{
  (void)state;
  const struct kqa_number seen =
    kqa_calendar_count_working_days(ymd(2024, 6, 4), ymd(2024, 6, 3), NULL, 0);
  assert_no_fault(seen.fault);
  assert_int_equal(seen.value, 0);
}

static void counting_stops_at_the_first_year_without_a_calendar(void **state)
{
  (void)state;
  assert_no_calendar(
    kqa_calendar_count_working_days(ymd(2019, 12, 31), ymd(2020, 1, 31), NULL, 0).fault, 2019);
  assert_no_calendar(
    kqa_calendar_count_working_days(ymd(2026, 12, 1), ymd(2027, 1, 1), NULL, 0).fault, 2027);
  assert_no_calendar(
    kqa_calendar_count_working_days(ymd(2026, 12, 1), ymd(9999, 12, 31), NULL, 0).fault, 2027);
  assert_no_calendar(
    kqa_calendar_count_working_days(ymd(1, 1, 1), ymd(9999, 12, 31), NULL, 0).fault, 1);
}

static void the_callers_years_add_to_the_table(void **state)
{
  (void)state;
  struct kqa_calendar_year own[2] = {plain_year(2019), plain_year(2027)};
  assert_no_fault(kqa_calendar_mark(&own[1], ymd(2027, 1, 1), KQA_DAY_OFF));
  assert_no_fault(kqa_calendar_mark(&own[1], ymd(2027, 1, 3), KQA_DAY_WORKING));
  assert_int_equal(kqa_calendar_is_working(ymd(2019, 12, 31), own, 2).value, 1);
  assert_int_equal(kqa_calendar_is_working(ymd(2019, 12, 29), own, 2).value, 0);
  assert_int_equal(kqa_calendar_is_working(ymd(2027, 1, 1), own, 2).value, 0);
  assert_int_equal(kqa_calendar_is_working(ymd(2027, 1, 2), own, 2).value, 0);
  assert_int_equal(kqa_calendar_is_working(ymd(2027, 1, 3), own, 2).value, 1);
  assert_date(kqa_calendar_add_working_days(ymd(2026, 12, 31), 1, own, 2).date, 2027, 1, 3);
  assert_date(kqa_calendar_roll_forward(ymd(2027, 1, 1), own, 2).date, 2027, 1, 3);
  const struct kqa_number across =
    kqa_calendar_count_working_days(ymd(2019, 12, 30), ymd(2027, 1, 4), own, 2);
  assert_no_fault(across.fault);
  assert_int_equal(across.value, 2 + 1744 + 2);
  assert_no_calendar(kqa_calendar_is_working(ymd(2028, 1, 1), own, 2).fault, 2028);
}

static void the_callers_years_come_before_the_table(void **state)
{
  (void)state;
  const struct kqa_calendar_year plain = plain_year(2024);
  assert_int_equal(kqa_calendar_is_working(ymd(2024, 10, 1), NULL, 0).value, 0);
  assert_int_equal(kqa_calendar_is_working(ymd(2024, 10, 1), &plain, 1).value, 1);
  assert_int_equal(kqa_calendar_is_working(ymd(2024, 10, 12), NULL, 0).value, 1);
  assert_int_equal(kqa_calendar_is_working(ymd(2024, 10, 12), &plain, 1).value, 0);
  assert_int_equal(kqa_calendar_is_working(ymd(2024, 10, 1), &plain, 0).value, 0);
  assert_int_equal(kqa_calendar_is_working(ymd(2025, 10, 1), &plain, 1).value, 0);
}

static void a_day_in_both_lists_is_off(void **state)
{
  (void)state;
  struct kqa_calendar_year own = plain_year(2027);
  own.off[0] = own.work[0] = UINT32_C(1) << 2;
  assert_int_equal(kqa_calendar_is_working(ymd(2027, 1, 3), &own, 1).value, 0);
}

static void a_year_without_any_working_day_ends_at_the_next_calendar(void **state)
{
  (void)state;
  struct kqa_calendar_year own = plain_year(2027);
  memset(own.off, 0xFF, sizeof own.off);
  assert_no_calendar(kqa_calendar_roll_forward(ymd(2027, 1, 1), &own, 1).fault, 2028);
  assert_no_calendar(kqa_calendar_add_working_days(ymd(2026, 12, 31), 1, &own, 1).fault, 2028);
  assert_int_equal(
    kqa_calendar_count_working_days(ymd(2027, 1, 1), ymd(2027, 12, 31), &own, 1).value, 0);
}

static void the_last_day_of_the_calendar_has_none_after_it(void **state)
{
  (void)state;
  struct kqa_calendar_year own = plain_year(9999);
  assert_date(kqa_calendar_add_working_days(ymd(9999, 12, 30), 1, &own, 1).date, 9999, 12, 31);
  assert_int_equal(
    kqa_calendar_count_working_days(ymd(9999, 12, 27), ymd(9999, 12, 31), &own, 1).value, 5);
  assert_int_not_equal(kqa_calendar_add_working_days(ymd(9999, 12, 31), 1, &own, 1).fault.status,
                       KQA_OK);
  own.off[11] = UINT32_C(1) << 30;
  assert_int_not_equal(kqa_calendar_roll_forward(ymd(9999, 12, 31), &own, 1).fault.status, KQA_OK);
}

static void the_year_after_the_last_has_no_calendar(void **state)
{
  (void)state;
  struct kqa_calendar_year own = plain_year(9999);
  assert_fault_at(kqa_calendar_add_working_days(ymd(9999, 12, 31), 1, &own, 1).fault,
                  KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, 10000, 0, 0);
  const struct kqa_calendar_year beyond[] = {own, plain_year(10000)};
  assert_no_calendar(kqa_calendar_add_working_days(ymd(9999, 12, 31), 1, beyond, 2).fault, 10000);
}

static void marking_a_day_replaces_what_stood_there(void **state)
{
  (void)state;
  static const int32_t kinds[] = {KQA_DAY_ORDINARY, KQA_DAY_OFF, KQA_DAY_WORKING};
  for (size_t before = 0; before < 3; before++)
    for (size_t after = 0; after < 3; after++)
      for (int32_t month = 1; month <= 12; month++)
        for (int32_t day = 1; day <= month_length(2024, month); day++) {
          struct kqa_calendar_year year = plain_year(2024);
          struct kqa_calendar_year expected = plain_year(2024);
          const uint32_t bit = UINT32_C(1) << (day - 1);
          expected.off[month - 1] = kinds[after] == KQA_DAY_OFF ? bit : 0;
          expected.work[month - 1] = kinds[after] == KQA_DAY_WORKING ? bit : 0;
          assert_no_fault(kqa_calendar_mark(&year, ymd(2024, month, day), kinds[before]));
          assert_no_fault(kqa_calendar_mark(&year, ymd(2024, month, day), kinds[after]));
          assert_memory_equal(&year, &expected, sizeof year);
        }
}

static void a_wrong_mark_changes_nothing(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date date;
    int32_t kind;
    int32_t status;
    int32_t field;
  } cases[] = {
    {{2023, 2, 29}, KQA_DAY_OFF, KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE},
    {{0, 0, 0}, KQA_DAY_OFF, KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE},
    {{2024, 1, 32}, KQA_DAY_OFF, KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE},
    {{INT32_MIN, 1, 1}, KQA_DAY_OFF, KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE},
    {{2025, 1, 1}, KQA_DAY_OFF, KQA_E_RANGE, KQA_FIELD_DATE},
    {{2023, 1, 1}, KQA_DAY_WORKING, KQA_E_RANGE, KQA_FIELD_DATE},
    {{2024, 1, 1}, -1, KQA_E_VALUE, KQA_FIELD_DAY_KIND},
    {{2024, 1, 1}, 3, KQA_E_VALUE, KQA_FIELD_DAY_KIND},
    {{2024, 1, 1}, INT32_MIN, KQA_E_VALUE, KQA_FIELD_DAY_KIND},
    {{2024, 1, 1}, INT32_MAX, KQA_E_VALUE, KQA_FIELD_DAY_KIND},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    struct kqa_calendar_year year = *kqa_calendar_builtin(2024);
    assert_fault(kqa_calendar_mark(&year, cases[i].date, cases[i].kind), cases[i].status,
                 cases[i].field);
    assert_memory_equal(&year, kqa_calendar_builtin(2024), sizeof year);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_day_of_2020_to_2026_is_as_the_notices_have_it),
    cmocka_unit_test(the_years_have_their_working_days),
    cmocka_unit_test(the_built_in_table_has_seven_years),
    cmocka_unit_test(the_built_in_bits_stand_for_the_notices_days),
    cmocka_unit_test(a_year_without_a_calendar_is_a_fault_and_no_guess),
    cmocka_unit_test(what_is_no_day_has_no_deadline),
    cmocka_unit_test(five_working_days_do_not_count_the_day_of_the_event),
    cmocka_unit_test(the_nth_working_day_is_found_from_every_day),
    cmocka_unit_test(working_days_run_to_250_and_no_further),
    cmocka_unit_test(no_working_days_lead_to_the_day_itself),
    cmocka_unit_test(a_last_day_on_a_rest_day_moves_to_the_next_working_day),
    cmocka_unit_test(working_days_from_first_to_last_count_both),
    cmocka_unit_test(a_last_day_before_the_first_leaves_no_working_day),
    cmocka_unit_test(counting_stops_at_the_first_year_without_a_calendar),
    cmocka_unit_test(the_callers_years_add_to_the_table),
    cmocka_unit_test(the_callers_years_come_before_the_table),
    cmocka_unit_test(a_day_in_both_lists_is_off),
    cmocka_unit_test(a_year_without_any_working_day_ends_at_the_next_calendar),
    cmocka_unit_test(the_last_day_of_the_calendar_has_none_after_it),
    cmocka_unit_test(the_year_after_the_last_has_no_calendar),
    cmocka_unit_test(marking_a_day_replaces_what_stood_there),
    cmocka_unit_test(a_wrong_mark_changes_nothing),
  };
  return cmocka_run_group_tests_name("calendar", tests, fill_days, NULL);
}
