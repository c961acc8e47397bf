/* What an edition and a deadline ask of every row of columns, worked out once. */
#include "batch_core.h"
#include "date_core.h"
#include "edition_core.h"

#define BILLION KQA_COLUMN_TOTAL_PER_POINT
#define MILLION INT64_C(1000000)

/* The least whole number of parts that is not below a score of an edition. */
/*@ requires score: kqa_sound_score(score);
  @ requires parts: 1 <= parts_per_point <= BILLION;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result <= 1000 * parts_per_point;
  @ ensures art5_least: (\result - 1) * score.den < score.num * parts_per_point <=
  @   \result * score.den;
  @*/
static int64_t least_parts(struct kqa_ratio score, int64_t parts_per_point)
{
  int64_t parts = score.num * parts_per_point;
  int64_t above = parts + score.den - 1;

  /*@ assert parts: 0 <= parts <= 1000 * parts_per_point * score.den; */
  /*@ assert division: above == above / score.den * score.den + above % score.den &&
    @   0 <= above % score.den < score.den;
    @*/
  return above / score.den;
}

/*@ requires date: kqa_valid_date(date);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures place: \result == kqa_place(date);
  @ ensures bounds: FIRST_DAY_NUMBER <= \result <= LAST_DAY_NUMBER;
  @*/
static int32_t day_number(struct kqa_date date)
{
  return (int32_t)kqa_day_number(date);
}

/* The first day that counts when one looks back so many years from the deadline. */
/*@ requires deadline: kqa_valid_date(deadline);
  @ requires years: 0 <= years <= 60;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: FIRST_DAY_NUMBER <= \result <= LAST_DAY_NUMBER;
  @*/
static int32_t window_start(struct kqa_date deadline, int32_t years)
{
  struct kqa_date start = kqa_date_shift_years(deadline, -years);

  return start.year < 1 ? (int32_t)FIRST_DAY_NUMBER : day_number(start);
}

/* The last day that lies so many years before the deadline: 29 February is one of them where only
 * the deadline's year has none (Civil Code art. 202). */
/*@ requires deadline: kqa_valid_date(deadline);
  @ requires years: 0 <= years <= 60;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: FIRST_DAY_NUMBER - 1 <= \result <= LAST_DAY_NUMBER + 1;
  @*/
static int32_t latest_start(struct kqa_date deadline, int32_t years)
{
  struct kqa_date start = kqa_date_shift_years(deadline, -years);

  if (start.year < 1)
    return (int32_t)FIRST_DAY_NUMBER - 1;
  if (start.month == 2 && deadline.day == kqa_month_length(deadline.year, 2))
    start.day = kqa_month_length(start.year, 2);
  return day_number(start);
}

/* The first day of a decision whose bar reaches the deadline: where the deadline is a 29 February
 * that the earlier year lacks, the bar from the 28th ends a day too early. */
/*@ requires deadline: kqa_valid_date(deadline);
  @ requires years: 0 <= years <= 60;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: FIRST_DAY_NUMBER - 1 <= \result <= LAST_DAY_NUMBER + 1;
  @*/
static int32_t bar_start(struct kqa_date deadline, int32_t years)
{
  return window_start(deadline, years) +
         (deadline.year > years && kqa_date_shift_years(deadline, -years).day != deadline.day);
}

/*@ requires requirement: 0 <= requirement <= KQA_REQUIREMENTS;
  @ terminates \true;
  @ assigns \nothing;
  @*/
static uint32_t bit_of(int32_t requirement)
{
  /*@ assert fits: (uint32_t)(1 << requirement) == 1 << requirement; */
  return UINT32_C(1) << (uint32_t)requirement;
}

/* The requirements that the masks may hold: all that have no column. */
/*@ requires columns: \valid_read(columns);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static uint32_t allowed_bits(const struct kqa_columns *columns)
{
  uint32_t bits = ALL_REQUIREMENTS;

  if (columns->operating_since)
    bits &= ~bit_of(KQA_REQUIREMENT_OPERATING_SINCE);
  if (columns->recommended_by)
    bits &= ~bit_of(KQA_REQUIREMENT_RECOMMENDED_BY);
  if (columns->copies)
    bits &= ~bit_of(KQA_REQUIREMENT_COPIES);
  if (columns->received)
    bits &= ~bit_of(KQA_REQUIREMENT_RECEIVED);
  return bits;
}

/* Whether columns beside the masks matter to the qualification check. */
/*@ requires columns: \valid_read(columns);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static bool has_more(const struct kqa_columns *columns)
{
  return columns->operating_since || columns->recommended_by || columns->copies ||
         columns->received || columns->inspection_failure || columns->major_accident ||
         columns->major_complaint || columns->fraud || columns->revocation;
}

/*@ predicate rounding_parts(integer parts) = parts == 1 || parts == BILLION ||
  @   parts == BILLION / 10 || parts == BILLION / 100 || parts == BILLION / 1000;
  @*/
/*@ requires reading: 0 <= reading <= 4;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures parts: rounding_parts(\result);
  @*/
static int64_t rounding_of(int32_t reading)
{
  int64_t parts = BILLION;

  if (reading == KQA_SCORE_ROUNDING_NONE)
    return 1;
  /*@ loop invariant place: KQA_SCORE_ROUNDING_GBT8170_0 <= i <= reading;
    @ loop invariant parts: 1000000 <= parts <= BILLION &&
    @   (i == 1 ==> parts == BILLION) && (i == 2 ==> parts == BILLION / 10) &&
    @   (i == 3 ==> parts == BILLION / 100) &&
    @   (i == 4 ==> parts == BILLION / 1000);
    @ loop assigns i, parts;
    @ loop variant reading - i;
    @*/
  for (int32_t i = KQA_SCORE_ROUNDING_GBT8170_0; i < reading; i++)
    parts /= 10;
  return parts;
}

/* The least total that is rounded to a floor or above it: from the middle below the step that
 * reaches the floor, which itself is rounded up where that step is even. */
/*@ requires floor: 0 <= floor <= 1000 * BILLION;
  @ requires parts: rounding_parts(parts);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result <= 1000 * BILLION;
  @*/
static int64_t least_unrounded(int64_t floor, int64_t parts)
{
  int64_t above = floor + parts - 1;
  int64_t steps = above / parts;

  /*@ assert division: above == steps * parts + above % parts && 0 <= above % parts < parts; */
  /*@ assert some: steps != 0 ==> steps * parts >= parts; */
  /*@ assert none: parts == 1 ==> steps * parts <= 1000 * BILLION; */
  /*@ assert whole: parts == BILLION ==> steps * parts <= 1000 * BILLION; */
  /*@ assert tenths: parts == BILLION / 10 ==> steps * parts <= 1000 * BILLION; */
  /*@ assert hundredths: parts == BILLION / 100 ==> steps * parts <= 1000 * BILLION; */
  /*@ assert thousandths: parts == BILLION / 1000 ==> steps * parts <= 1000 * BILLION; */
  return steps == 0 ? 0 : steps * parts - parts / 2 + steps % 2 * (parts > 1);
}

/*@ requires plan: \valid(plan);
  @ terminates \true;
  @ assigns plan->no_days[0 .. BATCH_BLOCK - 1], plan->no_numbers[0 .. BATCH_BLOCK - 1];
  @ ensures none: \forall integer i; 0 <= i < BATCH_BLOCK ==>
  @   plan->no_days[i] == KQA_NO_DAY && plan->no_numbers[i] == KQA_NO_NUMBER;
  @*/
static void fill_none(struct batch_plan *plan)
{
  /*@ loop invariant place: 0 <= i <= BATCH_BLOCK;
    @ loop invariant none: \forall integer k; 0 <= k < i ==>
    @   plan->no_days[k] == KQA_NO_DAY && plan->no_numbers[k] == KQA_NO_NUMBER;
    @ loop assigns i, plan->no_days[0 .. BATCH_BLOCK - 1],
    @   plan->no_numbers[0 .. BATCH_BLOCK - 1];
    @ loop variant BATCH_BLOCK - i;
    @*/
  for (size_t i = 0; i < BATCH_BLOCK; i++) {
    plan->no_days[i] = KQA_NO_DAY;
    plan->no_numbers[i] = KQA_NO_NUMBER;
  }
}

/* The days that a deadline asks for. */
/*@ requires plan: \valid(plan) && \valid_read(edition) && \separated(plan, edition);
  @ requires years: 0 <= edition->eligibility_min_years <= 60 &&
  @   0 <= edition->eligibility_clean_years <= 60 && 0 <= edition->bar_fraud_years <= 60 &&
  @   0 <= edition->bar_revocation_years <= 60;
  @ requires deadline: kqa_valid_date(deadline);
  @ terminates \true;
  @ assigns plan->deadline, plan->latest_start, plan->inspection_window, plan->other_window,
  @   plan->fraud_from, plan->revocation_from;
  @ ensures deadline: plan->deadline == kqa_place(deadline);
  @ ensures days: FIRST_DAY_NUMBER <= plan->inspection_window &&
  @   FIRST_DAY_NUMBER <= plan->other_window && FIRST_DAY_NUMBER - 1 <= plan->fraud_from &&
  @   FIRST_DAY_NUMBER - 1 <= plan->revocation_from;
  @*/
static void plan_days(struct batch_plan *plan, const struct kqa_edition *edition,
                      struct kqa_date deadline)
{
  bool all_kinds = edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;

  plan->deadline = day_number(deadline);
  plan->latest_start = latest_start(deadline, edition->eligibility_min_years);
  plan->inspection_window = window_start(deadline, edition->eligibility_clean_years);
  plan->other_window = all_kinds ? plan->inspection_window : (int32_t)FIRST_DAY_NUMBER;
  plan->fraud_from = bar_start(deadline, edition->bar_fraud_years);
  plan->revocation_from = bar_start(deadline, edition->bar_revocation_years);
}

/* The weights, floors, amounts and years of an edition. */
/*@ requires plan: \valid(plan) && \valid_read(edition) && \separated(plan, edition);
  @ requires edition: kqa_sound_edition(edition);
  @ terminates \true;
  @ assigns plan->document_permille, plan->site_permille, plan->site_floor, plan->total_floor,
  @   plan->rounding, plan->quality, plan->nomination, plan->cap, plan->quality_won,
  @   plan->nomination_won, plan->revoked_cap, plan->fraud_years, plan->revocation_years;
  @ ensures sound: sound_plan(plan);
  @ ensures art18_weights: plan->document_permille == edition->weight_document_permille &&
  @   plan->site_permille == edition->weight_site_permille;
  @ ensures art24_amounts: plan->quality == edition->prize_quality &&
  @   plan->nomination == edition->prize_nomination && plan->cap == edition->prize_cap;
  @ ensures art24_revoked: plan->revoked_cap == (edition->prize_revoked_history ==
  @   KQA_PRIZE_REVOKED_HISTORY_COUNTS ? edition->prize_cap : 0);
  @ ensures art26_30_years: plan->fraud_years == edition->bar_fraud_years &&
  @   plan->revocation_years == edition->bar_revocation_years;
  @*/
static void plan_numbers(struct batch_plan *plan, const struct kqa_edition *edition)
{
  bool revoked_count = edition->prize_revoked_history == KQA_PRIZE_REVOKED_HISTORY_COUNTS;
  int64_t rounding = rounding_of(edition->score_rounding);

  plan->document_permille = edition->weight_document_permille;
  plan->site_permille = edition->weight_site_permille;
  plan->site_floor = (int32_t)least_parts(edition->floor_site, MILLION);
  plan->total_floor = least_unrounded(least_parts(edition->floor_total, BILLION), rounding);
  plan->rounding = rounding;
  plan->quality = edition->prize_quality;
  plan->nomination = edition->prize_nomination;
  plan->cap = edition->prize_cap;
  plan->quality_won = (uint8_t)(KQA_WON_QUALITY | (revoked_count ? KQA_WON_QUALITY_REVOKED : 0));
  plan->nomination_won =
    (uint8_t)(KQA_WON_NOMINATION | (revoked_count ? KQA_WON_NOMINATION_REVOKED : 0));
  plan->revoked_cap = revoked_count ? edition->prize_cap : 0;
  plan->fraud_years = edition->bar_fraud_years;
  plan->revocation_years = edition->bar_revocation_years;
}

void kqa_batch_make_plan(struct batch_plan *plan, const struct kqa_edition *edition,
                         struct kqa_date deadline, const struct kqa_columns *columns)
{
  /*@ assert years: 0 <= edition->eligibility_min_years <= 60 &&
    @   0 <= edition->eligibility_clean_years <= 60 && 0 <= edition->bar_fraud_years <= 60 &&
    @   0 <= edition->bar_revocation_years <= 60;
    @*/
  plan_numbers(plan, edition);
  plan_days(plan, edition, deadline);
  /*@ assert days: sound_plan(plan); */
  plan->min_copies = edition->application_min_copies;
  plan->allowed = allowed_bits(columns);
  plan->has_more = has_more(columns);
  /*@ assert columns: sound_plan(plan); */
  fill_none(plan);
  /*@ assert none: sound_plan(plan); */
}
