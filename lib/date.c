/* Civil dates. */
#include "kqaward/date.h"

#include "date_core.h"
#include "status_fault.h"
#include "status_text.h"

#define MAX_YEARS 9998
#define MAX_DAYS 3652058 /* from the first to the last day of the years 1 to 9999 */

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures leap: \result <==> kqa_leap_day(year) == 1;
  @*/
static bool is_leap(int32_t year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t kqa_month_length(int32_t year, int32_t month)
{
  static const uint8_t lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

bool kqa_date_is_valid(struct kqa_date date)
{
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= kqa_month_length(date.year, date.month);
}

bool kqa_date_is_absent(struct kqa_date date)
{
  return is_absent(date);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures order: \result == (a < b ? -1 : (a > b ? 1 : 0));
  @*/
static int32_t compare(int32_t a, int32_t b)
{
  return a < b ? -1 : a > b;
}

int32_t kqa_date_compare(struct kqa_date a, struct kqa_date b)
{
  if (a.year != b.year)
    return compare(a.year, b.year);
  return a.month != b.month ? compare(a.month, b.month) : compare(a.day, b.day);
}

struct kqa_date kqa_date_shift_years(struct kqa_date date, int32_t years)
{
  int32_t length = kqa_month_length(date.year + years, date.month);

  date.year += years;
  if (date.day > length)
    date.day = length;
  return date;
}

/* Days before 1 January of a year, counted from 1 January of year 1. */
/*@ requires year: 1 <= year <= 10001;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures days: \result == kqa_days_before_year(year);
  @*/
static int64_t days_before_year(int32_t year)
{
  int64_t past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400;
}

/* Days before the first of a month, 1 to 12, in its year. */
/*@ requires month: 1 <= month <= 12;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures days: \result == kqa_days_before(year, month);
  @ ensures end: \result + kqa_length(year, month) <= 365 + kqa_leap_day(year);
  @ ensures december: month == 12 ==> \result == 334 + kqa_leap_day(year);
  @*/
static int32_t days_before_month(int32_t year, int32_t month)
{
  static const uint16_t before[12] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

  return before[month - 1] + (month > 2 && is_leap(year) ? 1 : 0);
}

int64_t kqa_day_number(struct kqa_date date)
{
  /*@ assert last: kqa_days_before_year(date.year) + 365 + kqa_leap_day(date.year) <= 3652059; */
  return FIRST_DAY_NUMBER + days_before_year(date.year) + days_before_month(date.year, date.month) +
         date.day - 1;
}

struct kqa_date kqa_day_of_number(int64_t number)
{
  int64_t days = number - FIRST_DAY_NUMBER;
  /* 400 years have 146,097 days: this year is right or one too early, on every day of 1 to 9999. */
  int32_t year = (int32_t)(days * 400 / 146097) + 1;
  int32_t month = 12;
  int32_t rest;

  /*@ assert estimate: 146097 * (year - 1) <= days * 400 < 146097 * year && 1 <= year <= 9999; */
  /*@ assert not_late: kqa_days_before_year(year) <= days; */
  /*@ assert not_early: days < kqa_days_before_year(year + 2); */
  if (days_before_year(year + 1) <= days)
    year++;
  /*@ assert year: 1 <= year <= 9999 &&
    @   kqa_days_before_year(year) <= days < kqa_days_before_year(year + 1); */
  /*@ assert fourth: year / 4 == (year - 1) / 4 + (year % 4 == 0 ? 1 : 0); */
  /*@ assert hundredth: year / 100 == (year - 1) / 100 + (year % 100 == 0 ? 1 : 0); */
  /*@ assert four_hundredth: year / 400 == (year - 1) / 400 + (year % 400 == 0 ? 1 : 0); */
  /*@ assert length: kqa_days_before_year(year + 1) ==
    @   kqa_days_before_year(year) + 365 + kqa_leap_day(year); */
  rest = (int32_t)(days - days_before_year(year));
  /*@ loop invariant month: 1 <= month <= 12 && 0 <= rest <= 364 + kqa_leap_day(year);
    @ loop invariant later: month < 12 ==> rest < kqa_days_before(year, month + 1);
    @ loop assigns month;
    @ loop variant month;
    @*/
  while (days_before_month(year, month) > rest)
    month--;
  return (struct kqa_date){year, month, rest - days_before_month(year, month) + 1};
}

int32_t kqa_weekday_of_number(int64_t number)
{
  /* 0001-01-01 was a Monday. */
  return (int32_t)((number - FIRST_DAY_NUMBER) % 7) + 1;
}

struct kqa_number kqa_date_day_number(struct kqa_date date)
{
  if (!kqa_date_is_valid(date))
    return (struct kqa_number){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  return (struct kqa_number){.value = kqa_day_number(date)};
}

struct kqa_day kqa_date_from_day_number(int64_t number)
{
  if (number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER)
    return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_DAY_NUMBER)};
  return (struct kqa_day){.date = kqa_day_of_number(number)};
}

struct kqa_number kqa_date_weekday(struct kqa_date date)
{
  if (!kqa_date_is_valid(date))
    return (struct kqa_number){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  return (struct kqa_number){.value = kqa_weekday_of_number(kqa_day_number(date))};
}

struct kqa_day kqa_date_add_years(struct kqa_date date, int32_t years)
{
  if (!kqa_date_is_valid(date))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  if (years < -MAX_YEARS || years > MAX_YEARS || date.year + years < 1 || date.year + years > 9999)
    return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_YEARS)};
  return (struct kqa_day){.date = kqa_date_shift_years(date, years)};
}

struct kqa_day kqa_date_add_days(struct kqa_date date, int32_t days)
{
  int64_t number;

  if (!kqa_date_is_valid(date))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  number = kqa_day_number(date) + days;
  if (days < -MAX_DAYS || days > MAX_DAYS || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER)
    return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_DAYS)};
  return (struct kqa_day){.date = kqa_day_of_number(number)};
}

/* The number that `count` digits of text spell, or -1. */
/*@ requires text: count <= 4 && \valid_read(text + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures value: -1 <= \result <= 9999;
  @*/
static int32_t digits(const char *text, size_t count)
{
  int32_t value = 0;

  /*@ loop invariant value: 0 <= i <= count && 0 <= value &&
    @   value <= (i == 0 ? 0 : (i == 1 ? 9 : (i == 2 ? 99 : (i == 3 ? 999 : 9999))));
    @ loop assigns i, value;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

struct kqa_day kqa_date_parse(const char *text, size_t length)
{
  struct kqa_date date;

  if (length != 10 || text[4] != '-' || text[7] != '-')
    return (struct kqa_day){.fault = fault(KQA_E_FORM, KQA_FIELD_DATE)};
  date = (struct kqa_date){digits(text, 4), digits(text + 5, 2), digits(text + 8, 2)};
  if (date.year < 0 || date.month < 0 || date.day < 0)
    return (struct kqa_day){.fault = fault(KQA_E_FORM, KQA_FIELD_DATE)};
  if (!kqa_date_is_valid(date))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  return (struct kqa_day){.date = date};
}

size_t kqa_date_format(struct kqa_date date, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  if (kqa_date_is_valid(date)) {
    /*@ assert short: has_digits(date.year, 4) && has_digits(date.month, 2) &&
      @   has_digits(date.day, 2); */
    kqa_text_digits(&text, date.year, 4);
    kqa_text_char(&text, '-');
    kqa_text_digits(&text, date.month, 2);
    kqa_text_char(&text, '-');
    kqa_text_digits(&text, date.day, 2);
  }
  return kqa_text_end(&text);
}
