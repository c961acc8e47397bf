/* Working days and deadlines. */
#include "kqaward/calendar.h"

#include "date_core.h"
#include "status_fault.h"

#define MAX_WORKING_DAYS 250

static const struct kqa_calendar_year builtin[] = {
#include "calendar_table.def"
};

_Static_assert(sizeof builtin / sizeof builtin[0] ==
                 KQA_CALENDAR_LAST_YEAR - KQA_CALENDAR_FIRST_YEAR + 1,
               "one row a year");

const struct kqa_calendar_year *kqa_calendar_builtin(int32_t year)
{
  if (year < KQA_CALENDAR_FIRST_YEAR || year > KQA_CALENDAR_LAST_YEAR)
    return NULL;
  return &builtin[year - KQA_CALENDAR_FIRST_YEAR];
}

/*@ requires day: 1 <= date.day <= 31;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bit: \result == (1 << (date.day - 1));
  @*/
static uint32_t day_bit(struct kqa_date date)
{
  /*@ assert fits: (uint32_t)(1 << (date.day - 1)) == 1 << (date.day - 1); */
  return UINT32_C(1) << (uint32_t)(date.day - 1);
}

/*@ requires day: 1 <= date.day <= 31;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures marked: \result <==> kqa_marked(days, date.day);
  @*/
static bool is_marked(uint32_t days, struct kqa_date date)
{
  return (days >> (uint32_t)(date.day - 1)) % 2 == 1;
}

struct kqa_fault kqa_calendar_mark(struct kqa_calendar_year *calendar, struct kqa_date date,
                                   int32_t kind)
{
  if (!kqa_date_is_valid(date))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
  if (date.year != calendar->year)
    return fault(KQA_E_RANGE, KQA_FIELD_DATE);
  if (kind != KQA_DAY_ORDINARY && kind != KQA_DAY_OFF && kind != KQA_DAY_WORKING)
    return fault(KQA_E_VALUE, KQA_FIELD_DAY_KIND);
  calendar->off[date.month - 1] &= ~day_bit(date);
  calendar->work[date.month - 1] &= ~day_bit(date);
  if (kind == KQA_DAY_OFF)
    calendar->off[date.month - 1] |= day_bit(date);
  if (kind == KQA_DAY_WORKING)
    calendar->work[date.month - 1] |= day_bit(date);
  return no_fault();
}

/* The notice that holds for a year: the first of the caller's own, else the built-in one. */
/*@ predicate notice{L}(struct kqa_calendar_year *calendar, integer year,
  @                     struct kqa_calendar_year *own, integer own_count) =
  @   \valid_read(calendar) && calendar->year == year &&
  @   (\forall integer i; kqa_first_of_year(own, own_count, year, i) ==> calendar == own + i);
  @*/

/*@ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures notice: \result != \null ==> notice(\result, year, own, own_count);
  @ ensures none: \result == \null ==> !(2020 <= year <= 2026) &&
  @   (\forall integer i; 0 <= i < own_count ==> own[i].year != year);
  @*/
static const struct kqa_calendar_year *find_year(int32_t year, const struct kqa_calendar_year *own,
                                                 size_t own_count)
{
  /*@ loop invariant others: 0 <= i <= own_count &&
    @   (\forall integer j; 0 <= j < i ==> own[j].year != year);
    @ loop assigns i;
    @ loop variant own_count - i;
    @*/
  for (size_t i = 0; i < own_count; i++)
    if (own[i].year == year)
      return &own[i];
  return kqa_calendar_builtin(year);
}

/*@ requires calendar: \valid_read(calendar);
  @ requires date: kqa_valid_date(date) && kqa_place(date) == number;
  @ requires number: FIRST_DAY_NUMBER <= number <= LAST_DAY_NUMBER;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures working: \result <==> kqa_works(calendar, date);
  @*/
static bool is_working(const struct kqa_calendar_year *calendar, struct kqa_date date,
                       int64_t number)
{
  if (is_marked(calendar->off[date.month - 1], date))
    return false;
  return is_marked(calendar->work[date.month - 1], date) || kqa_weekday_of_number(number) <= 5;
}

/* A place in time that moves day by day, with the notice of its year. */
struct cursor {
  struct kqa_fault fault;
  struct kqa_date date;
  int64_t number;
  bool working;
};

/*@ predicate sound_cursor(struct cursor cursor) =
  @   cursor.fault.status == KQA_OK ==>
  @   FIRST_DAY_NUMBER <= cursor.number <= LAST_DAY_NUMBER && kqa_valid_date(cursor.date) &&
  @   kqa_place(cursor.date) == cursor.number;
  @ predicate decided{L}(struct cursor cursor, struct kqa_calendar_year *own, integer own_count) =
  @   \forall integer i; kqa_first_of_year(own, own_count, cursor.date.year, i) ==>
  @   cursor.fault.status == KQA_OK && (cursor.working <==> kqa_works(own + i, cursor.date));
  @*/

/*@ requires date: kqa_valid_date(date) && kqa_place(date) == number;
  @ requires number: FIRST_DAY_NUMBER <= number <= LAST_DAY_NUMBER;
  @ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures number: \result.number == number;
  @ ensures date: \result.date.year == date.year && \result.date.month == date.month &&
  @   \result.date.day == date.day;
  @ ensures years: 2020 <= date.year <= 2026 ==> \result.fault.status == KQA_OK;
  @ ensures decided: decided(\result, own, own_count);
  @ ensures fault: \result.fault.status != KQA_OK ==> !\result.working;
  @*/
static struct cursor cursor_on(struct kqa_date date, int64_t number,
                               const struct kqa_calendar_year *own, size_t own_count)
{
  struct cursor cursor = {.date = date, .number = number};
  const struct kqa_calendar_year *calendar = find_year(date.year, own, own_count);

  if (calendar)
    cursor.working = is_working(calendar, date, number);
  else
    cursor.fault = fault_in_list(KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, date.year, 0);
  return cursor;
}

/*@ requires number: FIRST_DAY_NUMBER <= number <= LAST_DAY_NUMBER + 1;
  @ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures cursor: \result.number == number && sound_cursor(\result);
  @ ensures decided: \result.fault.status == KQA_OK ==> decided(\result, own, own_count);
  @ ensures end: number > LAST_DAY_NUMBER ==> \result.fault.status != KQA_OK;
  @ ensures fault: \result.fault.status != KQA_OK ==> !\result.working;
  @*/
static struct cursor cursor_at(int64_t number, const struct kqa_calendar_year *own,
                               size_t own_count)
{
  struct cursor cursor = {.number = number};

  if (number <= LAST_DAY_NUMBER)
    return cursor_on(kqa_day_of_number(number), number, own, own_count);
  cursor.fault = fault_in_list(KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, 10000, 0);
  return cursor;
}

struct kqa_number kqa_calendar_is_working(struct kqa_date date, const struct kqa_calendar_year *own,
                                          size_t own_count)
{
  struct cursor cursor;

  if (!kqa_date_is_valid(date))
    return (struct kqa_number){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  cursor = cursor_on(date, kqa_day_number(date), own, own_count);
  return (struct kqa_number){.fault = cursor.fault, .value = cursor.working};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures fault: \result.fault.status == cursor.fault.status;
  @ ensures day: cursor.fault.status == KQA_OK ==> \result.date.year == cursor.date.year &&
  @   \result.date.month == cursor.date.month && \result.date.day == cursor.date.day;
  @*/
static struct kqa_day day_at(struct cursor cursor)
{
  if (cursor.fault.status)
    return (struct kqa_day){.fault = cursor.fault};
  return (struct kqa_day){.date = cursor.date};
}

struct kqa_day kqa_calendar_add_working_days(struct kqa_date date, int32_t days,
                                             const struct kqa_calendar_year *own, size_t own_count)
{
  struct cursor cursor;

  if (!kqa_date_is_valid(date))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  if (days < 0 || days > MAX_WORKING_DAYS)
    return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_DAYS)};
  cursor = (struct cursor){.date = date, .number = kqa_day_number(date)};
  /*@ loop invariant days: 0 <= days <= \at(days, Pre);
    @ loop invariant cursor: sound_cursor(cursor);
    @ loop invariant place: cursor.number >= kqa_place(date) + \at(days, Pre) - days &&
    @   cursor.number <= LAST_DAY_NUMBER + 1;
    @ loop invariant same: \at(days, Pre) == 0 ==>
    @   cursor.date.year == date.year && cursor.date.month == date.month &&
    @   cursor.date.day == date.day;
    @ loop invariant last: days == 0 < \at(days, Pre) && cursor.fault.status == KQA_OK ==>
    @   cursor.working && decided(cursor, own, own_count);
    @ loop assigns days, cursor;
    @ loop variant LAST_DAY_NUMBER + 1 - cursor.number;
    @*/
  while (days > 0 && !cursor.fault.status) {
    cursor = cursor_at(cursor.number + 1, own, own_count);
    days -= cursor.working;
  }
  return day_at(cursor);
}

struct kqa_day kqa_calendar_roll_forward(struct kqa_date date, const struct kqa_calendar_year *own,
                                         size_t own_count)
{
  struct cursor cursor;

  if (!kqa_date_is_valid(date))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  cursor = cursor_on(date, kqa_day_number(date), own, own_count);
  /*@ loop invariant cursor: sound_cursor(cursor);
    @ loop invariant place: kqa_place(date) <= cursor.number <= LAST_DAY_NUMBER + 1;
    @ loop invariant decided: cursor.fault.status == KQA_OK ==> decided(cursor, own, own_count);
    @ loop assigns cursor;
    @ loop variant LAST_DAY_NUMBER + 1 - cursor.number;
    @*/
  while (!cursor.working && !cursor.fault.status)
    cursor = cursor_at(cursor.number + 1, own, own_count);
  return day_at(cursor);
}

struct kqa_number kqa_calendar_count_working_days(struct kqa_date first, struct kqa_date last,
                                                  const struct kqa_calendar_year *own,
                                                  size_t own_count)
{
  struct kqa_number count = {.value = 0};

  if (!kqa_date_is_valid(first) || !kqa_date_is_valid(last))
    return (struct kqa_number){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  /*@ loop invariant number: kqa_place(first) <= number &&
    @   number <= \max(kqa_place(first), kqa_place(last) + 1);
    @ loop invariant count: 0 <= count.value <= number - kqa_place(first);
    @ loop assigns number, count.value;
    @ loop variant kqa_place(last) + 1 - number;
    @*/
  for (int64_t number = kqa_day_number(first); number <= kqa_day_number(last); number++) {
    struct cursor cursor = cursor_at(number, own, own_count);

    if (cursor.fault.status)
      return (struct kqa_number){.fault = cursor.fault};
    count.value += cursor.working;
  }
  return count;
}
