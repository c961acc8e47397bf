/* Civil dates: Civil Code art. 200 (Gregorian calendar), 201 (first day not counted), 202
 * (corresponding day, or the month's last). */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

#include "kqaward/date.h"

/* The oracle walks the calendar day by day and knows nothing of the library's arithmetic. */
static bool is_leap(int32_t year)
{
  if (year % 400 == 0)
    return true;
  return year % 4 == 0 && year % 100 != 0;
}

static int32_t month_length(int32_t year, int32_t month)
{
  static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

static struct kqa_date day_after(struct kqa_date date)
{
  date.day++;
  if (date.day > month_length(date.year, date.month)) {
    date.day = 1;
    date.month++;
  }
  if (date.month > 12) {
    date.month = 1;
    date.year++;
  }
  return date;
}

static const struct kqa_date no_days[] = {
  {0, 0, 0},
  {0, 1, 1},
  {-1, 1, 1},
  {10000, 1, 1},
  {2023, 2, 29},
  {1900, 2, 29},
  {2100, 2, 29},
  {2024, 2, 30},
  {2024, 0, 1},
  {2024, 13, 1},
  {2024, 1, 0},
  {2024, 1, 32},
  {2024, 4, 31},
  {2024, 6, 31},
  {2024, 9, 31},
  {2024, 11, 31},
  {2024, -1, 1},
  {2024, 1, -1},
  {INT32_MIN, 1, 1},
  {INT32_MAX, 1, 1},
  {2024, INT32_MIN, 1},
  {2024, INT32_MAX, 1},
  {2024, 1, INT32_MIN},
  {2024, 1, INT32_MAX},
};

static void every_day_of_the_years_1_to_9999_has_its_number_and_weekday(void **state)
{
  (void)state;
  struct kqa_date date = ymd(1, 1, 1);
  int64_t weekday = 1; /* 0001-01-01 was a Monday, as 2001-01-01 was: 2000 years are 5 x 400. */
  for (int64_t number = -719162; number <= 2932896; number++) {
    const struct kqa_number there = kqa_date_day_number(date);
    const struct kqa_day back = kqa_date_from_day_number(number);
    if (there.fault.status != KQA_OK || there.value != number || back.fault.status != KQA_OK ||
        memcmp(&back.date, &date, sizeof date) != 0 || kqa_date_weekday(date).value != weekday ||
        !kqa_date_is_valid(date))
      fail_msg("%d-%02d-%02d is not day %lld", date.year, date.month, date.day, (long long)number);
    weekday = weekday % 7 + 1;
    date = day_after(date);
  }
  assert_date(date, 10000, 1, 1);
}

static void days_are_counted_from_1970(void **state)
{
  (void)state;
  assert_int_equal(kqa_date_day_number(ymd(1970, 1, 1)).value, 0);
  assert_int_equal(kqa_date_day_number(ymd(1969, 12, 31)).value, -1);
  assert_int_equal(kqa_date_day_number(ymd(2000, 3, 1)).value, 11017);
  assert_int_equal(kqa_date_weekday(ymd(1970, 1, 1)).value, 4);
  assert_int_equal(kqa_date_weekday(ymd(2020, 5, 10)).value, 7);
  assert_int_equal(kqa_date_weekday(ymd(2026, 6, 30)).value, 2);
}

static void a_day_number_outside_the_calendar_is_refused(void **state)
{
  (void)state;
  static const int64_t outside[] = {-719163, 2932897, INT64_MIN, INT64_MAX, INT64_C(1) << 32};
  for (size_t i = 0; i < COUNT_OF(outside); i++)
    assert_day_fault(kqa_date_from_day_number(outside[i]), KQA_E_RANGE, KQA_FIELD_DAY_NUMBER);
}

static void what_is_no_day_is_refused_everywhere(void **state)
{
  (void)state;
  char text[16];
  for (size_t i = 0; i < COUNT_OF(no_days); i++) {
    const struct kqa_date date = no_days[i];
    assert_false(kqa_date_is_valid(date));
    assert_number_fault(kqa_date_day_number(date), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    assert_number_fault(kqa_date_weekday(date), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    assert_day_fault(kqa_date_add_years(date, 1), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    assert_day_fault(kqa_date_add_days(date, 1), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    memset(text, 'Z', sizeof text);
    assert_int_equal(kqa_date_format(date, text, sizeof text), 0);
    assert_string_equal(text, "");
    assert_int_equal(kqa_date_format(date, NULL, 0), 0);
  }
}

static void only_all_zero_is_absent(void **state)
{
  (void)state;
  assert_true(kqa_date_is_absent(ymd(0, 0, 0)));
  assert_false(kqa_date_is_absent(ymd(1, 0, 0)));
  assert_false(kqa_date_is_absent(ymd(0, 1, 0)));
  assert_false(kqa_date_is_absent(ymd(0, 0, 1)));
  assert_false(kqa_date_is_absent(ymd(INT32_MIN, 0, 0)));
  assert_false(kqa_date_is_absent(ymd(2020, 5, 10)));
}

static void dates_compare_by_year_then_month_then_day(void **state)
{
  (void)state;
  static const int32_t parts[] = {INT32_MIN, -1, 0, 1, 2, INT32_MAX};
  enum { PARTS = COUNT_OF(parts), ALL = PARTS * PARTS * PARTS };
  for (int a = 0; a < ALL; a++)
    for (int b = 0; b < ALL; b++) {
      const struct kqa_date first = {parts[a / 36], parts[a / 6 % 6], parts[a % 6]};
      const struct kqa_date second = {parts[b / 36], parts[b / 6 % 6], parts[b % 6]};
      assert_int_equal(kqa_date_compare(first, second), (a > b) - (a < b));
    }
}

/* Leap years the test meets when it goes ten years either way from 2020 to 2027. */
static bool is_known_leap(int32_t year)
{
  static const int32_t leap[] = {2012, 2016, 2020, 2024, 2028, 2032, 2036};
  for (size_t i = 0; i < COUNT_OF(leap); i++)
    if (leap[i] == year)
      return true;
  return false;
}

static void a_year_later_is_the_corresponding_day_for_every_day_of_eight_years(void **state)
{
  (void)state;
  int days = 0;
  for (struct kqa_date date = ymd(2020, 1, 1); date.year < 2028; date = day_after(date), days++)
    for (int32_t years = -10; years <= 10; years++) {
      const struct kqa_day seen = kqa_date_add_years(date, years);
      const int32_t year = date.year + years;
      const bool cut = date.month == 2 && date.day == 29 && !is_known_leap(year);
      assert_no_fault(seen.fault);
      assert_date(seen.date, year, date.month, cut ? 28 : date.day);
    }
  assert_int_equal(days, 2922);
}

static void the_29th_of_february_becomes_the_28th_where_the_year_has_none(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date from;
    int32_t years;
    struct kqa_date to;
  } cases[] = {
    {{2024, 2, 29}, 5, {2029, 2, 28}},    {{2024, 2, 29}, 3, {2027, 2, 28}},
    {{2021, 5, 10}, 5, {2026, 5, 10}},    {{2024, 2, 29}, 4, {2028, 2, 29}},
    {{2024, 2, 29}, -3, {2021, 2, 28}},   {{2000, 2, 29}, 100, {2100, 2, 28}},
    {{2000, 2, 29}, 400, {2400, 2, 29}},  {{2000, 2, 29}, -100, {1900, 2, 28}},
    {{2023, 2, 28}, 1, {2024, 2, 28}},    {{1, 1, 1}, 9998, {9999, 1, 1}},
    {{9999, 12, 31}, -9998, {1, 12, 31}}, {{2024, 2, 29}, 0, {2024, 2, 29}},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_day seen = kqa_date_add_years(cases[i].from, cases[i].years);
    assert_no_fault(seen.fault);
    assert_date(seen.date, cases[i].to.year, cases[i].to.month, cases[i].to.day);
  }
}

static void years_that_leave_the_calendar_are_refused(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date date;
    int32_t years;
  } cases[] = {
    {{9999, 1, 1}, 1},      {{1, 1, 1}, -1},           {{2020, 5, 10}, 7980},
    {{2020, 5, 10}, -2020}, {{1, 1, 1}, 9999},         {{9999, 1, 1}, -9999},
    {{2020, 1, 1}, 9999},   {{2020, 1, 1}, INT32_MAX}, {{2020, 1, 1}, INT32_MIN},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_day_fault(kqa_date_add_years(cases[i].date, cases[i].years), KQA_E_RANGE,
                     KQA_FIELD_YEARS);
}

static void the_first_day_is_not_counted(void **state)
{
  (void)state;
  for (struct kqa_date date = ymd(2020, 1, 1); date.year < 2028; date = day_after(date)) {
    struct kqa_date later = date;
    for (int32_t days = 0; days <= 400; days++, later = day_after(later)) {
      const struct kqa_day forth = kqa_date_add_days(date, days);
      const struct kqa_day back = kqa_date_add_days(later, -days);
      if (forth.fault.status != KQA_OK || memcmp(&forth.date, &later, sizeof later) != 0)
        fail_msg("%d-%02d-%02d + %d", date.year, date.month, date.day, days);
      if (back.fault.status != KQA_OK || memcmp(&back.date, &date, sizeof date) != 0)
        fail_msg("%d-%02d-%02d - %d", later.year, later.month, later.day, days);
    }
  }
}

static void days_reach_from_end_to_end_of_the_calendar_and_no_further(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date date;
    int32_t days;
  } outside[] = {
    {{9999, 12, 31}, 1},        {{1, 1, 1}, -1},           {{1, 1, 1}, 3652059},
    {{9999, 12, 31}, -3652059}, {{2020, 1, 1}, 3652058},   {{2020, 1, 1}, -3652058},
    {{2020, 1, 1}, INT32_MAX},  {{2020, 1, 1}, INT32_MIN},
  };
  assert_date(kqa_date_add_days(ymd(1, 1, 1), 3652058).date, 9999, 12, 31);
  assert_date(kqa_date_add_days(ymd(9999, 12, 31), -3652058).date, 1, 1, 1);
  for (size_t i = 0; i < COUNT_OF(outside); i++)
    assert_day_fault(kqa_date_add_days(outside[i].date, outside[i].days), KQA_E_RANGE,
                     KQA_FIELD_DAYS);
}

/* Parses from memory of exactly that length, so that a sanitizer sees any step beyond it. */
static struct kqa_day parse_exactly(const char *text, size_t length)
{
  char *copy = malloc(length > 0 ? length : 1);
  assert_non_null(copy);
  memcpy(copy, text, length);
  const struct kqa_day day = kqa_date_parse(copy, length);
  free(copy);
  return day;
}

static void a_date_is_read_and_written_as_year_month_day(void **state)
{
  (void)state;
  for (struct kqa_date date = ymd(1999, 12, 1); date.year < 2029; date = day_after(date)) {
    char expected[48];
    char text[11];
    snprintf(expected, sizeof expected, "%04d-%02d-%02d", date.year, date.month, date.day);
    assert_int_equal(kqa_date_format(date, text, sizeof text), 10);
    assert_string_equal(text, expected);
    const struct kqa_day day = parse_exactly(text, 10);
    assert_no_fault(day.fault);
    assert_memory_equal(&day.date, &date, sizeof date);
  }
  assert_date(parse_exactly("0001-01-01", 10).date, 1, 1, 1);
  assert_date(parse_exactly("9999-12-31", 10).date, 9999, 12, 31);
}

static void an_impossible_date_is_no_such_day(void **state)
{
  (void)state;
  static const char *const texts[] = {"2023-02-29", "1900-02-29", "0000-01-01", "2024-00-01",
                                      "2024-13-01", "2024-01-00", "2024-01-32", "2024-04-31",
                                      "9999-99-99", "0000-00-00"};
  for (size_t i = 0; i < COUNT_OF(texts); i++)
    assert_day_fault(parse_exactly(texts[i], 10), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
}

static void any_other_form_of_a_date_is_refused(void **state)
{
  (void)state;
  static const char *const texts[] = {"",
                                      "2",
                                      "2024-1-1",
                                      "2024-02-2",
                                      "2024-02-290",
                                      "2024-02-29 ",
                                      " 2024-02-29",
                                      "20240229",
                                      "2024/02/29",
                                      "2024-0229-",
                                      "-024-02-29",
                                      "+024-02-29",
                                      "2024-2-029",
                                      "24-02-29",
                                      "2024-02-29T00:00:00Z"};
  for (size_t i = 0; i < COUNT_OF(texts); i++)
    assert_day_fault(parse_exactly(texts[i], strlen(texts[i])), KQA_E_FORM, KQA_FIELD_DATE);
  assert_day_fault(kqa_date_parse(NULL, 0), KQA_E_FORM, KQA_FIELD_DATE);
}

static void every_byte_of_a_date_counts(void **state)
{
  (void)state;
  for (size_t place = 0; place < 10; place++)
    for (int byte = 0; byte < 256; byte++) {
      char text[] = "2022-11-11";
      const bool dash = place == 4 || place == 7;
      text[place] = (char)byte;
      const struct kqa_day day = parse_exactly(text, 10);
      if (dash ? byte == '-' : byte >= '0' && byte <= '9')
        assert_int_not_equal(day.fault.status, KQA_E_FORM);
      else
        assert_day_fault(day, KQA_E_FORM, KQA_FIELD_DATE);
    }
}

static size_t write_date(const void *subject, char *buffer, size_t capacity)
{
  return kqa_date_format(*(const struct kqa_date *)subject, buffer, capacity);
}

static void a_date_fits_the_buffer_or_is_cut(void **state)
{
  (void)state;
  const struct kqa_date leap = {2024, 2, 29};
  const struct kqa_date first = {1, 1, 1};
  assert_text_at_every_capacity(write_date, &leap, "2024-02-29");
  assert_text_at_every_capacity(write_date, &first, "0001-01-01");
}

static void no_month_has_a_day_more_than_its_length(void **state)
{
  (void)state;
  static const int32_t lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int32_t month = 1; month <= 12; month++) {
    assert_true(kqa_date_is_valid(ymd(2023, month, lengths[month - 1])));
    assert_false(kqa_date_is_valid(ymd(2023, month, lengths[month - 1] + 1)));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(no_month_has_a_day_more_than_its_length),
    cmocka_unit_test(every_day_of_the_years_1_to_9999_has_its_number_and_weekday),
    cmocka_unit_test(days_are_counted_from_1970),
    cmocka_unit_test(a_day_number_outside_the_calendar_is_refused),
    cmocka_unit_test(what_is_no_day_is_refused_everywhere),
    cmocka_unit_test(only_all_zero_is_absent),
    cmocka_unit_test(dates_compare_by_year_then_month_then_day),
    cmocka_unit_test(a_year_later_is_the_corresponding_day_for_every_day_of_eight_years),
    cmocka_unit_test(the_29th_of_february_becomes_the_28th_where_the_year_has_none),
    cmocka_unit_test(years_that_leave_the_calendar_are_refused),
    cmocka_unit_test(the_first_day_is_not_counted),
    cmocka_unit_test(days_reach_from_end_to_end_of_the_calendar_and_no_further),
    cmocka_unit_test(a_date_is_read_and_written_as_year_month_day),
    cmocka_unit_test(an_impossible_date_is_no_such_day),
    cmocka_unit_test(any_other_form_of_a_date_is_refused),
    cmocka_unit_test(every_byte_of_a_date_counts),
    cmocka_unit_test(a_date_fits_the_buffer_or_is_cut),
  };
  return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
