/** @file calendar.h
 * Working days by the State Council's yearly notices, and deadlines counted with them.
 *
 * The built-in table holds the years 2020 to 2026. A caller may pass years of its own: they are
 * looked up first, so they add years and correct built-in ones. A year that neither has is a fault
 * (KQA_E_NO_CALENDAR), never a guess from Monday to Friday.
 */
#ifndef KQAWARD_CALENDAR_H
#define KQAWARD_CALENDAR_H

#include "kqaward/date.h"

#ifdef __cplusplus
extern "C" {
#endif

/** First year of the built-in table. @since 0.1 */
#define KQA_CALENDAR_FIRST_YEAR 2020
/** Last year of the built-in table. @since 0.1 */
#define KQA_CALENDAR_LAST_YEAR 2026

/** What a notice says of a day. @since 0.1 */
enum kqa_day_kind {
  KQA_DAY_ORDINARY = 0, /**< Nothing: Monday to Friday are working days. */
  KQA_DAY_OFF = 1,      /**< A holiday, or a weekday swapped out. */
  KQA_DAY_WORKING = 2   /**< A Saturday or Sunday swapped in as a working day. */
};

/** One year's notice: where it departs from Monday to Friday. Bit d - 1 of element m - 1 stands for
 * day d of month m. A year without any bit set is a year of plain weeks. @since 0.1 */
struct kqa_calendar_year {
  int32_t year;      /**< The year, 1 to 9999. */
  uint32_t off[12];  /**< Days off, by month: bit d - 1 set for day d. */
  uint32_t work[12]; /**< Working Saturdays and Sundays, likewise; a day in both counts as off. */
};

/* What a notice says of a day, and whether the day is then a working day: not off, and a day from
 * Monday to Friday or swapped in. */
/*@ predicate kqa_marked(uint32_t days, integer day) = (days >> (day - 1)) % 2 == 1;
  @ predicate kqa_works{L}(struct kqa_calendar_year *calendar, struct kqa_date date) =
  @   !kqa_marked(calendar->off[date.month - 1], date.day) &&
  @   (kqa_marked(calendar->work[date.month - 1], date.day) ||
  @    (kqa_place(date) + 719162) % 7 + 1 <= 5);
  @ predicate kqa_own_years{L}(struct kqa_calendar_year *own, integer count) =
  @   count > 0 ==> \valid_read(own + (0 .. count - 1));
  @ predicate kqa_first_of_year{L}(struct kqa_calendar_year *own, integer count, integer year,
  @                                integer place) =
  @   0 <= place < count && own[place].year == year &&
  @   (\forall integer i; 0 <= i < place ==> own[i].year != year);
  @*/

/** The built-in notice of a year.
 * @param year The year, any number.
 * @return A constant, or NULL when the table does not have the year.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures found: 2020 <= year <= 2026 ==> \valid_read(\result) && \result->year == year;
  @ ensures none: !(2020 <= year <= 2026) ==> \result == \null;
  @*/
KQA_API const struct kqa_calendar_year *kqa_calendar_builtin(int32_t year);

/** Records in a caller's year what the notice says of one day.
 * @param calendar The year; changed only when all is well.
 * @param date     A valid date of that year.
 * @param kind     A KQA_DAY_ code; KQA_DAY_ORDINARY takes an entry back.
 * @return KQA_E_NO_SUCH_DAY or KQA_E_RANGE (another year) with KQA_FIELD_DATE, KQA_E_VALUE with
 *         KQA_FIELD_DAY_KIND.
 * @since 0.1 */
/*@ requires calendar: \valid(calendar);
  @ terminates \true;
  @ assigns calendar->off[0 .. 11], calendar->work[0 .. 11];
  @ ensures status: \result.status == KQA_OK <==>
  @   kqa_valid_date(date) && date.year == calendar->year && 0 <= kind <= 2;
  @ ensures others: \forall integer month; 0 <= month < 12 &&
  @   (\result.status != KQA_OK || month != date.month - 1) ==>
  @   calendar->off[month] == \old(calendar->off[month]) &&
  @   calendar->work[month] == \old(calendar->work[month]);
  @*/
KQA_API struct kqa_fault kqa_calendar_mark(struct kqa_calendar_year *calendar, struct kqa_date date,
                                           int32_t kind);

/** Whether a day is a working day.
 * @param date      A valid date.
 * @param own       The caller's years, looked up before the built-in table.
 * @param own_count Length of own; 0 to use the table alone.
 * @return 1 for a working day, else 0; KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE, KQA_E_NO_CALENDAR
 * with KQA_FIELD_CALENDAR and the year in `index[0]`.
 * @since 0.1 */
/*@ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_valid_date(date) ==> \result.fault.status == KQA_E_NO_SUCH_DAY;
  @ ensures years: kqa_valid_date(date) && 2020 <= date.year <= 2026 ==>
  @   \result.fault.status == KQA_OK;
  @ ensures range: \result.value == 0 || \result.value == 1;
  @ ensures fault: \result.fault.status != KQA_OK ==> \result.value == 0;
  @ ensures own_first: \forall integer i; kqa_valid_date(date) &&
  @   kqa_first_of_year(own, own_count, date.year, i) ==>
  @   \result.fault.status == KQA_OK && (\result.value == 1 <==> kqa_works(own + i, date));
  @*/
KQA_API struct kqa_number kqa_calendar_is_working(struct kqa_date date,
                                                  const struct kqa_calendar_year *own,
                                                  size_t own_count);

/** The nth working day after a day, the day itself not counted (Civil Code art. 201).
 * @param date      A valid date.
 * @param days      Working days, 0 to 250; 0 answers the day itself.
 * @param own       The caller's years.
 * @param own_count Length of own.
 * @return The day; KQA_E_RANGE with KQA_FIELD_DAYS, and the faults of kqa_calendar_is_working().
 * @since 0.1 */
/*@ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !(kqa_valid_date(date) && 0 <= days <= 250) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures civil_code_201: \result.fault.status == KQA_OK ==> kqa_valid_date(\result.date) &&
  @   kqa_place(\result.date) >= kqa_place(date) + days;
  @ ensures working: \forall integer i; \result.fault.status == KQA_OK && days > 0 &&
  @   kqa_first_of_year(own, own_count, \result.date.year, i) ==> kqa_works(own + i, \result.date);
  @ ensures same: \result.fault.status == KQA_OK && days == 0 ==>
  @   \result.date.year == date.year && \result.date.month == date.month &&
  @   \result.date.day == date.day;
  @*/
KQA_API struct kqa_day kqa_calendar_add_working_days(struct kqa_date date, int32_t days,
                                                     const struct kqa_calendar_year *own,
                                                     size_t own_count);

/** The first working day on or after a day (Civil Code art. 203).
 * @param date      A valid date.
 * @param own       The caller's years.
 * @param own_count Length of own.
 * @return The day; the faults of kqa_calendar_is_working().
 * @since 0.1 */
/*@ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_valid_date(date) ==> \result.fault.status != KQA_OK;
  @ ensures civil_code_203: \result.fault.status == KQA_OK ==> kqa_valid_date(\result.date) &&
  @   kqa_place(\result.date) >= kqa_place(date);
  @ ensures working: \forall integer i; \result.fault.status == KQA_OK &&
  @   kqa_first_of_year(own, own_count, \result.date.year, i) ==> kqa_works(own + i, \result.date);
  @*/
KQA_API struct kqa_day kqa_calendar_roll_forward(struct kqa_date date,
                                                 const struct kqa_calendar_year *own,
                                                 size_t own_count);

/** How many working days lie from a first to a last day, both counted.
 * @param first     A valid date.
 * @param last      A valid date; earlier than first yields 0.
 * @param own       The caller's years.
 * @param own_count Length of own.
 * @return Working days, 0 to 3,652,059; the faults of kqa_calendar_is_working().
 * @since 0.1 */
/*@ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !(kqa_valid_date(first) && kqa_valid_date(last)) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures bounds: \result.fault.status == KQA_OK ==>
  @   0 <= \result.value <= \max(0, kqa_place(last) - kqa_place(first) + 1);
  @ ensures fault: \result.fault.status != KQA_OK ==> \result.value == 0;
  @*/
KQA_API struct kqa_number kqa_calendar_count_working_days(struct kqa_date first,
                                                          struct kqa_date last,
                                                          const struct kqa_calendar_year *own,
                                                          size_t own_count);

#ifdef __cplusplus
}
#endif

#endif
