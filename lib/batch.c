/* Columns in, columns out: what is refused as a whole, and the way through the blocks. */
#include "kqaward/batch.h"

#include "batch_core.h"
#include "date_core.h"
#include "edition_core.h"
#include "status_fault.h"

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
static uint32_t allowed_bits(const struct kqa_columns *columns)
{
  uint32_t bits = bit_of(KQA_REQUIREMENTS) - 1;

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

/*@ requires reading: 0 <= reading <= 4;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 1 <= \result <= BILLION;
  @*/
static int64_t rounding_of(int32_t reading)
{
  int64_t parts = BILLION;

  if (reading == KQA_SCORE_ROUNDING_NONE)
    return 1;
  /*@ loop invariant place: KQA_SCORE_ROUNDING_GBT8170_0 <= i <= reading;
    @ loop invariant parts: 1000000 <= parts <= BILLION &&
    @   (i == 1 ==> parts == BILLION) && (i == 2 ==> parts == BILLION / 10) &&
    @   (i == 3 ==> parts == BILLION / 100);
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
  @ requires parts: 1 <= parts <= BILLION;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result <= floor + parts;
  @*/
static int64_t least_unrounded(int64_t floor, int64_t parts)
{
  int64_t above = floor + parts - 1;
  int64_t steps = above / parts;

  /*@ assert division: above == steps * parts + above % parts && 0 <= above % parts < parts; */
  /*@ assert some: steps != 0 ==> steps * parts >= parts; */
  return steps == 0 ? 0 : steps * parts - parts / 2 + steps % 2 * (parts > 1);
}

static struct batch_plan plan_of(const struct kqa_edition *edition, struct kqa_date deadline,
                                 const struct kqa_columns *columns)
{
  bool all_kinds = edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;
  bool revoked_count = edition->prize_revoked_history == KQA_PRIZE_REVOKED_HISTORY_COUNTS;
  int32_t window = window_start(deadline, edition->eligibility_clean_years);
  int64_t rounding = rounding_of(edition->score_rounding);

  return (struct batch_plan){
    .deadline = day_number(deadline),
    .latest_start = latest_start(deadline, edition->eligibility_min_years),
    .inspection_window = window,
    .other_window = all_kinds ? window : (int32_t)FIRST_DAY_NUMBER,
    .fraud_from = bar_start(deadline, edition->bar_fraud_years),
    .revocation_from = bar_start(deadline, edition->bar_revocation_years),
    .min_copies = edition->application_min_copies,
    .allowed = allowed_bits(columns),
    .has_more = has_more(columns),
    .document_permille = edition->weight_document_permille,
    .site_permille = edition->weight_site_permille,
    .site_floor = (int32_t)least_parts(edition->floor_site, MILLION),
    .total_floor = least_unrounded(least_parts(edition->floor_total, BILLION), rounding),
    .rounding = rounding,
    .quality = edition->prize_quality,
    .nomination = edition->prize_nomination,
    .cap = edition->prize_cap,
    .quality_won = (uint8_t)(KQA_WON_QUALITY | (revoked_count ? KQA_WON_QUALITY_REVOKED : 0)),
    .nomination_won =
      (uint8_t)(KQA_WON_NOMINATION | (revoked_count ? KQA_WON_NOMINATION_REVOKED : 0)),
    .revoked_cap = revoked_count ? edition->prize_cap : 0,
    .fraud_years = edition->bar_fraud_years,
    .revocation_years = edition->bar_revocation_years,
  };
}

int32_t kqa_batch_provision(int32_t place)
{
  static const int16_t provisions[KQA_ELIGIBILITY_FINDINGS] = {
    KQA_PROVISION_REGISTERED_IN_DISTRICT,
    KQA_PROVISION_PAYS_TAX_IN_DISTRICT,
    KQA_PROVISION_LAWFUL_OPERATION,
    KQA_PROVISION_OPERATING_YEARS,
    KQA_PROVISION_EXCELLENCE_MODEL,
    KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM,
    KQA_PROVISION_ISO9001_CERTIFIED,
    KQA_PROVISION_QUALITY_WORK_OUTSTANDING,
    KQA_PROVISION_PERFORMANCE_LEADING,
    KQA_PROVISION_INNOVATION_LEADING,
    KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD,
    KQA_PROVISION_INSPECTIONS_CLEAN,
    KQA_PROVISION_NO_MAJOR_ACCIDENT,
    KQA_PROVISION_NO_MAJOR_COMPLAINT,
    KQA_PROVISION_OTHER_REQUIREMENTS_MET,
    KQA_PROVISION_SELF_EVALUATION,
    KQA_PROVISION_APPLICATION_FORM,
    KQA_PROVISION_EVIDENCE,
    KQA_PROVISION_RECOMMENDATION,
    KQA_PROVISION_COPIES,
    KQA_PROVISION_RECEIVED_IN_TIME,
    KQA_PROVISION_NO_FRAUD_BAR,
    KQA_PROVISION_NO_REVOCATION_BAR,
  };

  return place >= 0 && place < KQA_ELIGIBILITY_FINDINGS ? provisions[place] : 0;
}

/*@ requires edition: \valid_read(edition) && \valid_read(columns);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_edition(edition) &&
  @   kqa_valid_date(deadline) && (columns->known == \null <==> columns->holds == \null) &&
  @   first + count <= columns->rows;
  @*/
static struct kqa_fault columns_fault(const struct kqa_edition *edition, struct kqa_date deadline,
                                      const struct kqa_columns *columns, size_t first, size_t count)
{
  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  if (!kqa_date_is_valid(deadline))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE);
  if ((columns->known == NULL) != (columns->holds == NULL))
    return fault(KQA_E_MISSING, KQA_FIELD_FACT);
  if (first > columns->rows || count > columns->rows - first)
    return fault(KQA_E_RANGE, KQA_FIELD_ROWS);
  return no_fault();
}

/* A block's answers; returns how many rows are at fault. */
static int64_t decide_block(const struct batch_plan *plan, const struct batch_block *block)
{
  bool suspect = kqa_batch_eligibility(plan, block);

  suspect |= kqa_batch_scores(plan, block);
  suspect |= kqa_batch_prizes(plan, block);
  kqa_batch_bars(plan, block);
  if (suspect)
    return kqa_batch_mark_faults(plan, block);
  kqa_batch_mark_none(block);
  return 0;
}

struct kqa_number kqa_batch_decide(const struct kqa_edition *edition, struct kqa_date deadline,
                                   const struct kqa_columns *columns,
                                   const struct kqa_answers *answers, size_t first, size_t count)
{
  struct kqa_number at_fault = {.fault = columns_fault(edition, deadline, columns, first, count)};
  struct batch_plan plan;

  if (at_fault.fault.status)
    return at_fault;
  plan = plan_of(edition, deadline, columns);
  for (size_t i = 0; i < BATCH_BLOCK; i++) {
    plan.no_days[i] = KQA_NO_DAY;
    plan.no_numbers[i] = KQA_NO_NUMBER;
  }
  /* Rows without any column may be as many as a size holds: the number done never passes it. */
  for (size_t left = count; left > 0;) {
    struct batch_block block = {columns, answers, first + (count - left),
                                left < BATCH_BLOCK ? left : BATCH_BLOCK};

    at_fault.value += decide_block(&plan, &block);
    left -= block.count;
  }
  return at_fault;
}
