/* After the award: Art. 26, 28, 29, 30. */
#include "kqaward/sanction.h"

#include "date_core.h"
#include "edition_core.h"
#include "eligibility_core.h"
#include "finding_core.h"
#include "status_fault.h"
#include "status_text.h"

#define MAX_SANCTIONS 10000

/*@ requires edition: \valid_read(edition);
  @ requires sanctions: \valid_read(sanctions + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> count <= MAX_SANCTIONS &&
  @   \forall integer i; 0 <= i < count ==> kqa_valid_date(sanctions[i].decided);
  @*/
static struct kqa_fault bars_fault(const struct kqa_edition *edition,
                                   const struct kqa_sanction *sanctions, size_t count)
{
  if (count > MAX_SANCTIONS)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_SANCTION_KIND);
  /*@ loop invariant days: 0 <= i <= count &&
    @   \forall integer k; 0 <= k < i ==> kqa_valid_date(sanctions[k].decided);
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    struct kqa_day day = kqa_bar_last_day(edition, sanctions[i]);

    if (day.fault.status)
      return fault_in_list(day.fault.status, day.fault.field, (int32_t)i, 0);
  }
  return no_fault();
}

/* The last of all days on which bars in force on a day end; all zero when none is in force. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires sanctions: \valid_read(sanctions + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> kqa_valid_date(sanctions[i].decided);
  @ requires day: kqa_valid_date(day);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures none: kqa_no_date(\result) ==>
  @   \forall integer i; 0 <= i < count ==> !kqa_bars(edition, day, sanctions + i);
  @ ensures until: !kqa_no_date(\result) ==> kqa_month_day(\result) && \result.year <= 10059 &&
  @   !kqa_earlier(\result, day);
  @ ensures some: !kqa_no_date(\result) ==>
  @   \exists integer i; 0 <= i < count && kqa_bars(edition, day, sanctions + i);
  @*/
static struct kqa_date barred_until(const struct kqa_edition *edition,
                                    const struct kqa_sanction *sanctions, size_t count,
                                    struct kqa_date day)
{
  struct kqa_date until = {0, 0, 0};

  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant none: kqa_no_date(until) ==>
    @   \forall integer k; 0 <= k < i ==> !kqa_bars(edition, day, sanctions + k);
    @ loop invariant until: !kqa_no_date(until) ==> kqa_month_day(until) && until.year <= 10059 &&
    @   !kqa_earlier(until, day);
    @ loop invariant some: !kqa_no_date(until) ==>
    @   \exists integer k; 0 <= k < i && kqa_bars(edition, day, sanctions + k);
    @ loop assigns i, until;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    struct kqa_date end = kqa_bar_end(edition, sanctions[i]);

    /*@ assert end: kqa_key(end) == kqa_shifted_key(sanctions[i].decided,
      @   kqa_bar_years(edition, sanctions[i].kind)); */
    /*@ assert begun: kqa_earlier(day, sanctions[i].decided) <==>
      @   kqa_key(day) < kqa_key(sanctions[i].decided); */
    /*@ assert ended: kqa_earlier(end, day) <==> kqa_key(end) < kqa_key(day); */
    /*@ assert art26_30: kqa_bars(edition, day, sanctions + i) <==>
      @   !kqa_earlier(day, sanctions[i].decided) && !kqa_earlier(end, day); */
    if (kqa_date_compare(sanctions[i].decided, day) <= 0 && kqa_date_compare(end, day) >= 0 &&
        kqa_date_compare(end, until) > 0)
      until = end;
  }
  return until;
}

/* The next day, perhaps in a year that dates do not have. */
/*@ requires day: kqa_month_day(day) && day.year <= 10059;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures later: kqa_earlier(day, \result);
  @ ensures day: kqa_month_day(\result);
  @*/
static struct kqa_date day_after(struct kqa_date day)
{
  if (day.day < kqa_month_length(day.year, day.month))
    return (struct kqa_date){day.year, day.month, day.day + 1};
  if (day.month < 12)
    return (struct kqa_date){day.year, day.month + 1, 1};
  return (struct kqa_date){day.year + 1, 1, 1};
}

/* The first day from a given one that no bar holds; beyond year 9999 when there is none before. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires sanctions: \valid_read(sanctions + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> kqa_valid_date(sanctions[i].decided);
  @ requires day: kqa_valid_date(day);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures day: kqa_month_day(\result) && 1 <= \result.year && !kqa_earlier(\result, day);
  @ ensures accepted: kqa_valid_date(\result) ==>
  @   \forall integer i; 0 <= i < count ==> !kqa_bars(edition, \result, sanctions + i);
  @ ensures no_wait: (\forall integer i; 0 <= i < count ==>
  @   !kqa_bars(edition, day, sanctions + i)) ==> \result == day;
  @*/
static struct kqa_date first_free_day(const struct kqa_edition *edition,
                                      const struct kqa_sanction *sanctions, size_t count,
                                      struct kqa_date day)
{
  struct kqa_date until = barred_until(edition, sanctions, count, day);

  /*@ loop invariant day: kqa_valid_date(day) && !kqa_earlier(day, \at(day, Pre));
    @ loop invariant until: !kqa_no_date(until) ==> kqa_month_day(until) && until.year <= 10059 &&
    @   !kqa_earlier(until, day);
    @ loop invariant accepted: kqa_no_date(until) ==>
    @   \forall integer i; 0 <= i < count ==> !kqa_bars(edition, day, sanctions + i);
    @ loop invariant some: day == \at(day, Pre) || \exists integer i; 0 <= i < count &&
    @   kqa_bars(edition, \at(day, Pre), sanctions + i);
    @ loop invariant still: !kqa_no_date(until) ==>
    @   \exists integer i; 0 <= i < count && kqa_bars(edition, day, sanctions + i);
    @ loop assigns day, until;
    @ loop variant 99991231 - kqa_key(day);
    @*/
  while (!is_absent(until)) {
    day = day_after(until);
    if (day.year > 9999)
      return day;
    until = barred_until(edition, sanctions, count, day);
  }
  return day;
}

struct kqa_day kqa_first_acceptance(const struct kqa_edition *edition,
                                    const struct kqa_sanction *sanctions, size_t count,
                                    struct kqa_date from)
{
  struct kqa_fault found;
  struct kqa_date day;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_day){.fault = kqa_edition_check(edition)};
  found = bars_fault(edition, sanctions, count);
  if (!found.status && !kqa_date_is_valid(from))
    found = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
  if (found.status)
    return (struct kqa_day){.fault = found};
  day = first_free_day(edition, sanctions, count, from);
  if (day.year > 9999)
    return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_AS_OF)};
  return (struct kqa_day){.date = day};
}

struct kqa_number kqa_fraud_measures(void)
{
  return (struct kqa_number){.value = KQA_MEASURE_HONOUR_CANCELLED | KQA_MEASURE_PLAQUE_TAKEN_BACK |
                                      KQA_MEASURE_CIRCULATED_CRITICISM | KQA_MEASURE_NO_ACCEPTANCE};
}

struct kqa_number kqa_serious_problem_measures(int32_t event, int32_t problem, int32_t revoked)
{
  const int32_t truths[3] = {event, problem, revoked};
  struct kqa_number measures = {.value = 0};

  /*@ loop invariant truths: 0 <= i <= 3 && kqa_truths(&truths[0], i);
    @ loop assigns i;
    @ loop variant 3 - i;
    @*/
  for (int32_t i = 0; i < 3; i++)
    if (!is_truth(truths[i]))
      return (struct kqa_number){.fault = fault_in_list(KQA_E_VALUE, KQA_FIELD_MEASURE, i, 0)};
  if (event != KQA_TRUE && problem != KQA_TRUE)
    return measures;
  measures.value = KQA_MEASURE_INVESTIGATION | KQA_MEASURE_CRITICISM | KQA_MEASURE_WARNING |
                   KQA_MEASURE_CIRCULATED_CRITICISM | KQA_MEASURE_HONOUR_REVOKED;
  if (revoked == KQA_TRUE)
    measures.value |= KQA_MEASURE_NO_ACCEPTANCE;
  return measures;
}

#define MEASURES 11

/*@ requires place: 0 <= place < MEASURES;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
static const char *measure_zh(int32_t place)
{
  static const char texts[MEASURES][34] = {
    "批评",         "警告",           "取消评审资格",   "依法追究刑事责任",
    "通报批评",     "取消荣誉资格",   "收回奖牌、证书", "规定年限内不再受理申报",
    "责令限期改正", "评委会应当调查", "撤销荣誉称号",
  };

  return texts[place];
}

/*@ requires place: 0 <= place < MEASURES;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
static const char *measure_en(int32_t place)
{
  static const char texts[MEASURES][42] = {
    "criticism",
    "warning",
    "loss of the standing as reviewer",
    "criminal liability under the law",
    "circulated criticism",
    "cancellation of the honour",
    "return of plaque and certificate",
    "no acceptance of applications for years",
    "order to rectify within a time limit",
    "investigation by the review committee",
    "revocation of the honour",
  };

  return texts[place];
}

const char *kqa_measure_text(int32_t measure, int32_t language)
{
  int32_t code = 1;

  /*@ loop invariant code: (i == 0 && code == 1) || (i == 1 && code == 2) ||
    @   (i == 2 && code == 4) || (i == 3 && code == 8) || (i == 4 && code == 16) ||
    @   (i == 5 && code == 32) || (i == 6 && code == 64) || (i == 7 && code == 128) ||
    @   (i == 8 && code == 256) || (i == 9 && code == 512) || (i == 10 && code == 1024) ||
    @   (i == 11 && code == 2048);
    @ loop assigns i, code;
    @ loop variant MEASURES - i;
    @*/
  for (int32_t i = 0; i < MEASURES; i++, code *= 2)
    if (measure == code)
      return in_language(language, measure_zh(i), measure_en(i));
  return "";
}

struct kqa_decision kqa_title_use_check(const int32_t facts[KQA_TITLE_FACTS])
{
  struct kqa_decision decision = decision_begin();
  int32_t on_products = facts[KQA_TITLE_ON_PRODUCTS];
  int32_t not_on_products = on_products == KQA_TRUE ? KQA_FALSE : KQA_TRUE;

  /*@ loop invariant truths: 0 <= fact <= KQA_TITLE_FACTS && kqa_truths(facts, fact);
    @ loop assigns fact;
    @ loop variant KQA_TITLE_FACTS - fact;
    @*/
  for (int32_t fact = 0; fact < KQA_TITLE_FACTS; fact++)
    if (!is_truth(facts[fact]))
      return refused(fault_in_list(KQA_E_VALUE, KQA_FIELD_TITLE_USE, fact, 0));
  if (on_products == KQA_UNKNOWN)
    not_on_products = KQA_UNKNOWN;
  decision_add(&decision,
               fact_finding(KQA_PROVISION_TITLE_YEAR_STATED, facts[KQA_TITLE_YEAR_STATED]));
  decision_add(&decision, fact_finding(KQA_PROVISION_TITLE_NOT_ON_PRODUCTS, not_on_products));
  return decision;
}

struct kqa_number kqa_title_measures(int32_t verdict)
{
  if (verdict < KQA_VERDICT_UNKNOWN || verdict > KQA_VERDICT_NOT_APPLICABLE)
    return (struct kqa_number){.fault = fault(KQA_E_VALUE, KQA_FIELD_TITLE_USE)};
  return (struct kqa_number){.value =
                               verdict == KQA_VERDICT_NOT_MET ? KQA_MEASURE_RECTIFICATION : 0};
}
