/* Dates without checks, for the rooms that have checked them. */
#ifndef KQAWARD_DATE_CORE_H
#define KQAWARD_DATE_CORE_H

#include "kqaward/date.h"

#define FIRST_DAY_NUMBER INT64_C(-719162) /* 0001-01-01 */
#define LAST_DAY_NUMBER INT64_C(2932896)  /* 9999-12-31 */

/* YYYYMMDD: orders days as numbers and is what findings show. */
/*@ requires range: -20000 <= date.year <= 20000 && 0 <= date.month <= 12 && 0 <= date.day <= 31;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures key: \result == kqa_key(date);
  @*/
static inline int32_t date_key(struct kqa_date date)
{
  return date.year * 10000 + date.month * 100 + date.day;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures absent: \result <==> kqa_no_date(date);
  @*/
static inline bool is_absent(struct kqa_date date)
{
  return date.year == 0 && date.month == 0 && date.day == 0;
}

/* Length of a month, 1 to 12, in any year. */
/*@ requires month: 1 <= month <= 12;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures length: \result == kqa_length(year, month);
  @*/
int32_t kqa_month_length(int32_t year, int32_t month);

/* A valid day so many years (-9999 to 9999) on, perhaps outside the years 1 to 9999; 29 February
 * becomes 28 February where there is none (Civil Code art. 202). */
/*@ requires date: kqa_valid_date(date);
  @ requires years: -9999 <= years <= 9999;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures civil_code_202: kqa_shifted(date, years, \result) && kqa_month_day(\result);
  @*/
struct kqa_date kqa_date_shift_years(struct kqa_date date, int32_t years);

/* Day number of a valid date. */
/*@ requires date: kqa_valid_date(date);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: FIRST_DAY_NUMBER <= \result <= LAST_DAY_NUMBER;
  @ ensures place: \result == kqa_place(date);
  @*/
int64_t kqa_day_number(struct kqa_date date);

/* The date of a day number from FIRST_DAY_NUMBER to LAST_DAY_NUMBER. */
/*@ requires number: FIRST_DAY_NUMBER <= number <= LAST_DAY_NUMBER;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures day: kqa_valid_date(\result);
  @ ensures place: kqa_place(\result) == number;
  @*/
struct kqa_date kqa_day_of_number(int64_t number);

/* 1 (Monday) to 7 (Sunday) of such a day number. */
/*@ requires number: FIRST_DAY_NUMBER <= number <= LAST_DAY_NUMBER;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures weekday: 1 <= \result <= 7 && \result == (number - FIRST_DAY_NUMBER) % 7 + 1;
  @*/
int32_t kqa_weekday_of_number(int64_t number);

#endif
