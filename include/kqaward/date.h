/** @file date.h
 * Civil dates of the Gregorian calendar (Civil Code art. 200): years 1 to 9999, no clock, no zone.
 */
#ifndef KQAWARD_DATE_H
#define KQAWARD_DATE_H

#include "kqaward/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A day. All zero stands for "not given" where a function allows that. @since 0.1 */
struct kqa_date {
  int32_t year;  /**< Year, 1 to 9999. */
  int32_t month; /**< Month, 1 to 12. */
  int32_t day;   /**< Day, 1 to the length of the month. */
};

/*@ logic integer kqa_leap_day(integer year) =
  @   year % 4 == 0 ? (year % 100 == 0 ? (year % 400 == 0 ? 1 : 0) : 1) : 0;
  @ logic integer kqa_length(integer year, integer month) =
  @   month == 2 ? 28 + kqa_leap_day(year)
  @              : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
  @ logic integer kqa_days_before(integer year, integer month) =
  @   month <= 1 ? 0 : kqa_days_before(year, month - 1) + kqa_length(year, month - 1);
  @ logic integer kqa_days_before_year(integer year) =
  @   (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
  @ logic integer kqa_place(struct kqa_date date) =
  @   -719162 + kqa_days_before_year(date.year) + kqa_days_before(date.year, date.month) +
  @     date.day - 1;
  @ logic integer kqa_key(struct kqa_date date) =
  @   date.year * 10000 + date.month * 100 + date.day;
  @ predicate kqa_month_day(struct kqa_date date) =
  @   1 <= date.month <= 12 && 1 <= date.day <= kqa_length(date.year, date.month);
  @ predicate kqa_valid_date(struct kqa_date date) =
  @   1 <= date.year <= 9999 && kqa_month_day(date);
  @ predicate kqa_no_date(struct kqa_date date) =
  @   date.year == 0 && date.month == 0 && date.day == 0;
  @ predicate kqa_earlier(struct kqa_date a, struct kqa_date b) =
  @   a.year < b.year ||
  @   (a.year == b.year && (a.month < b.month || (a.month == b.month && a.day < b.day)));
  @ logic integer kqa_shifted_key(struct kqa_date from, integer years) =
  @   (from.year + years) * 10000 + from.month * 100 +
  @     \min(from.day, kqa_length(from.year + years, from.month));
  @ predicate kqa_shifted(struct kqa_date from, integer years, struct kqa_date to) =
  @   to.year == from.year + years && to.month == from.month &&
  @   to.day == \min(from.day, kqa_length(to.year, to.month));
  @*/
/** A day, or a fault. @since 0.1 */
struct kqa_day {
  struct kqa_fault fault; /**< Status and field. */
  struct kqa_date date;   /**< The day; all zero on a fault, or where the function says so. */
};

/** Whether the calendar has such a day.
 * @param date Any three numbers.
 * @return true for a day of the years 1 to 9999.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures valid: \result <==> kqa_valid_date(date);
  @*/
KQA_API bool kqa_date_is_valid(struct kqa_date date);

/** Whether a date is all zero, which stands for "not given".
 * @param date Any three numbers.
 * @return true when year, month and day are all 0.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures absent: \result <==> kqa_no_date(date);
  @*/
KQA_API bool kqa_date_is_absent(struct kqa_date date);

/** Compares two dates by year, then month, then day.
 * @param a Any three numbers.
 * @param b Any three numbers.
 * @return -1 when a is earlier, 0 when equal, 1 when later.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures order: -1 <= \result <= 1;
  @ ensures earlier: \result < 0 <==> kqa_earlier(a, b);
  @ ensures later: \result > 0 <==> kqa_earlier(b, a);
  @*/
KQA_API int32_t kqa_date_compare(struct kqa_date a, struct kqa_date b);

/** The day's place in the count of days, where 1970-01-01 is 0.
 * @param date A valid date.
 * @return Days, -719162 (0001-01-01) to 2932896 (9999-12-31), negative before 1970;
 *         KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> kqa_valid_date(date);
  @ ensures bounds: kqa_valid_date(date) ==> -719162 <= \result.value <= 2932896;
  @ ensures place: kqa_valid_date(date) ==> \result.value == kqa_place(date);
  @*/
KQA_API struct kqa_number kqa_date_day_number(struct kqa_date date);

/** The day with the given place in the count of days; inverse of kqa_date_day_number().
 * @param number Days since 1970-01-01, -719162 (0001-01-01) to 2932896 (9999-12-31).
 * @return The day; KQA_E_RANGE with KQA_FIELD_DAY_NUMBER.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> -719162 <= number <= 2932896;
  @ ensures day: \result.fault.status == KQA_OK ==>
  @   kqa_valid_date(\result.date) && kqa_place(\result.date) == number;
  @*/
KQA_API struct kqa_day kqa_date_from_day_number(int64_t number);

/** Day of the week.
 * @param date A valid date.
 * @return The day of the week, 1 (Monday) to 7 (Sunday); KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> kqa_valid_date(date);
  @ ensures bounds: kqa_valid_date(date) ==> 1 <= \result.value <= 7;
  @ ensures weekday: kqa_valid_date(date) ==>
  @   \result.value == (kqa_place(date) + 719162) % 7 + 1;
  @*/
KQA_API struct kqa_number kqa_date_weekday(struct kqa_date date);

/** Adds years, keeping month and day; 29 February becomes 28 February where the target year has
 * none (Civil Code art. 202).
 * @param date  A valid date.
 * @param years Years, -9998 to 9998; negative goes back.
 * @return The day; KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE for the date, KQA_E_RANGE with
 *         KQA_FIELD_YEARS when years or the year reached is out of range.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   kqa_valid_date(date) && 1 <= date.year + years <= 9999;
  @ ensures civil_code_202: \result.fault.status == KQA_OK ==>
  @   kqa_shifted(date, years, \result.date) && kqa_valid_date(\result.date);
  @*/
KQA_API struct kqa_day kqa_date_add_years(struct kqa_date date, int32_t years);

/** Adds calendar days; the first day is not counted (Civil Code art. 201).
 * @param date A valid date.
 * @param days Days, -3652058 to 3652058; negative goes back.
 * @return The day; KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE for the date, KQA_E_RANGE with
 *         KQA_FIELD_DAYS when days or the day reached is out of range.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> kqa_valid_date(date) &&
  @   -3652058 <= days <= 3652058 && -719162 <= kqa_place(date) + days <= 2932896;
  @ ensures civil_code_201: \result.fault.status == KQA_OK ==>
  @   kqa_valid_date(\result.date) && kqa_place(\result.date) == kqa_place(date) + days;
  @*/
KQA_API struct kqa_day kqa_date_add_days(struct kqa_date date, int32_t days);

/** Reads `YYYY-MM-DD`.
 * @param text   ASCII text; need not end in a NUL.
 * @param length Bytes of text; 10 for a date.
 * @return The day; KQA_E_FORM or KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE.
 * @since 0.1 */
/*@ requires text: length == 10 ==> \valid_read(text + (0 .. 9));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures day: \result.fault.status == KQA_OK ==> kqa_valid_date(\result.date);
  @*/
KQA_API struct kqa_day kqa_date_parse(const char *text, size_t length);

/** Writes `YYYY-MM-DD`.
 * @param date     A valid date; for any other numbers the text is empty.
 * @param buffer   Receives the text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 11 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures length: (kqa_valid_date(date) ==> \result == 10) &&
  @   (!kqa_valid_date(date) ==> \result == 0);
  @ ensures ended: capacity > 0 ==>
  @   (\exists integer end; 0 <= end < capacity && buffer[end] == 0);
  @ ensures whole: \result < capacity ==> buffer[\result] == 0;
  @*/
KQA_API size_t kqa_date_format(struct kqa_date date, char *buffer, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
