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

static uint32_t day_bit(struct kqa_date date)
{
  return UINT32_C(1) << (uint32_t)(date.day - 1);
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

static const struct kqa_calendar_year *find_year(int32_t year, const struct kqa_calendar_year *own,
                                                 size_t own_count)
{
  for (size_t i = 0; i < own_count; i++)
    if (own[i].year == year)
      return &own[i];
  return kqa_calendar_builtin(year);
}

static bool is_working(const struct kqa_calendar_year *calendar, struct kqa_date date,
                       int64_t number)
{
  if (calendar->off[date.month - 1] & day_bit(date))
    return false;
  return (calendar->work[date.month - 1] & day_bit(date)) || kqa_weekday_of_number(number) <= 5;
}

/* A place in time that moves day by day, with the notice of its year. */
struct cursor {
  struct kqa_fault fault;
  struct kqa_date date;
  int64_t number;
  bool working;
};

static struct cursor cursor_at(int64_t number, const struct kqa_calendar_year *own,
                               size_t own_count)
{
  struct cursor cursor = {.number = number};
  const struct kqa_calendar_year *calendar;

  if (number > LAST_DAY_NUMBER) {
    cursor.fault = fault_in_list(KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, 10000, 0);
    return cursor;
  }
  cursor.date = kqa_day_of_number(number);
  calendar = find_year(cursor.date.year, own, own_count);
  if (calendar)
    cursor.working = is_working(calendar, cursor.date, number);
  else
    cursor.fault = fault_in_list(KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, cursor.date.year, 0);
  return cursor;
}

struct kqa_number kqa_calendar_is_working(struct kqa_date date, const struct kqa_calendar_year *own,
                                          size_t own_count)
{
  struct cursor cursor;

  if (!kqa_date_is_valid(date))
    return (struct kqa_number){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE)};
  cursor = cursor_at(kqa_day_number(date), own, own_count);
  return (struct kqa_number){.fault = cursor.fault, .value = cursor.working};
}

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
  cursor = cursor_at(kqa_day_number(date), own, own_count);
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
  for (int64_t number = kqa_day_number(first); number <= kqa_day_number(last); number++) {
    struct cursor cursor = cursor_at(number, own, own_count);

    if (cursor.fault.status)
      return (struct kqa_number){.fault = cursor.fault};
    count.value += cursor.working;
  }
  return count;
}
