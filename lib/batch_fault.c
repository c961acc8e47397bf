/* Rows of columns that make no sense. */
#include "batch_core.h"

/*@ predicate sound_record{L}(struct kqa_columns *columns, integer row) =
  @   kqa_day_or_none(columns->inspection_failure, row) &&
  @   kqa_day_or_none(columns->major_accident, row) &&
  @   kqa_day_or_none(columns->major_complaint, row) && kqa_day_or_none(columns->fraud, row) &&
  @   kqa_day_or_none(columns->revocation, row);
  @ predicate sound_application{L}(struct kqa_columns *columns, integer row) =
  @   kqa_day_or_none(columns->operating_since, row) && kqa_day_or_none(columns->received, row) &&
  @   (columns->recommended_by != \null ==>
  @     KQA_RECOMMENDER_UNKNOWN <= columns->recommended_by[row] <= KQA_RECOMMENDER_NONE) &&
  @   kqa_up_to_or_none(columns->copies, row, MAX_COPIES) && sound_record(columns, row);
  @*/

/*@ requires days: days != \null ==> \valid_read(days + row);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures day: \result <==> !kqa_day_or_none(days, row);
  @*/
static bool has_no_day(const int32_t *days, size_t row)
{
  return days && days[row] != KQA_NO_DAY &&
         (days[row] < FIRST_DAY_NUMBER || days[row] > LAST_DAY_NUMBER);
}

/* A number from 0, or none. */
/*@ requires numbers: numbers != \null ==> \valid_read(numbers + row);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures number: \result <==> !kqa_up_to_or_none(numbers, row, most);
  @*/
static bool is_beyond(const int32_t *numbers, size_t row, int32_t most)
{
  return numbers && (numbers[row] < KQA_NO_NUMBER || numbers[row] > most);
}

/*@ requires codes: codes != \null ==> \valid_read(codes + row);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures code: \result <==> codes != \null && !(0 <= codes[row] <= most);
  @*/
static bool is_no_code(const int8_t *codes, size_t row, int32_t most)
{
  return codes && (codes[row] < 0 || codes[row] > most);
}

/*@ requires paid: paid != \null ==> \valid_read(paid + row);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures payment: \result <==> !kqa_payment(paid, row);
  @*/
static bool is_no_payment(const int64_t *paid, size_t row)
{
  return paid && (paid[row] < 0 || paid[row] > KQA_COLUMN_MAX_YUAN);
}

/*@ requires columns: kqa_readable_columns(columns) && row < columns->rows;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures code: batch_code(\result);
  @*/
static int32_t masks_fault(const struct kqa_columns *columns, size_t row, uint32_t allowed)
{
  uint32_t known = columns->known ? columns->known[row] : 0;
  uint32_t holds = columns->holds ? columns->holds[row] : 0;

  if ((known & ~ALL_REQUIREMENTS) || (holds & ~known))
    return row_fault(KQA_E_VALUE, KQA_FIELD_FACT);
  return (known & ~allowed) ? row_fault(KQA_E_BOTH, KQA_FIELD_FACT) : 0;
}

/*@ requires columns: kqa_readable_columns(columns) && row < columns->rows;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures code: batch_code(\result);
  @ ensures sound: \result == 0 <==> sound_record(columns, row);
  @*/
static int32_t record_fault(const struct kqa_columns *columns, size_t row)
{
  if (has_no_day(columns->inspection_failure, row) || has_no_day(columns->major_accident, row) ||
      has_no_day(columns->major_complaint, row))
    return row_fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_INCIDENT_DATE);
  if (has_no_day(columns->fraud, row) || has_no_day(columns->revocation, row))
    return row_fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED);
  return 0;
}

/*@ requires columns: kqa_readable_columns(columns) && row < columns->rows;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures code: batch_code(\result);
  @ ensures sound: \result == 0 ==> sound_application(columns, row);
  @*/
static int32_t application_fault(const struct kqa_columns *columns, size_t row, uint32_t allowed)
{
  int32_t code = masks_fault(columns, row, allowed);

  if (code)
    return code;
  if (has_no_day(columns->operating_since, row))
    return row_fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_OPERATING_SINCE);
  if (is_no_code(columns->recommended_by, row, KQA_RECOMMENDER_NONE))
    return row_fault(KQA_E_VALUE, KQA_FIELD_RECOMMENDED_BY);
  if (is_beyond(columns->copies, row, MAX_COPIES))
    return row_fault(KQA_E_RANGE, KQA_FIELD_COPIES);
  if (has_no_day(columns->received, row))
    return row_fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_RECEIVED);
  return record_fault(columns, row);
}

/* The first fault of a row in the order of the functions for one case. */
/*@ requires columns: kqa_readable_columns(columns) && row < columns->rows;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures code: batch_code(\result);
  @ ensures sound: \result == 0 ==> kqa_sound_numbers(columns, row);
  @*/
static int32_t fault_of(const struct kqa_columns *columns, size_t row, uint32_t allowed)
{
  int32_t code = application_fault(columns, row, allowed);

  if (code)
    return code;
  if (is_beyond(columns->document, row, MAX_SCORE))
    return row_fault(KQA_E_RANGE, KQA_FIELD_DOCUMENT_SCORE);
  if (is_beyond(columns->site, row, MAX_SCORE))
    return row_fault(KQA_E_RANGE, KQA_FIELD_SITE_SCORE);
  if (is_no_code(columns->award, row, KQA_AWARD_NOMINATION))
    return row_fault(KQA_E_VALUE, KQA_FIELD_AWARD);
  if (columns->won && columns->won[row] > ALL_WON)
    return row_fault(KQA_E_VALUE, KQA_FIELD_HISTORY_AWARD);
  if (is_no_payment(columns->paid, row) || is_no_payment(columns->paid_revoked, row))
    return row_fault(KQA_E_RANGE, KQA_FIELD_HISTORY_PAID);
  return 0;
}

/* What a row at fault has for answers. */
/*@ requires answers: kqa_writable_answers(answers, row, 1);
  @ terminates \true;
  @ assigns answers->verdict[row], answers->decisive[row], answers->failing[row],
  @   answers->missing[row], answers->total[row], answers->floors[row], answers->below[row],
  @   answers->prize[row], answers->bar_last_day[row];
  @ ensures verdict: kqa_separate_answers(answers, row, row + 1) && answers->verdict != \null ==>
  @   answers->verdict[row] == KQA_VERDICT_UNKNOWN;
  @ ensures decisive: kqa_separate_answers(answers, row, row + 1) && answers->decisive != \null ==>
  @   answers->decisive[row] == KQA_NO_NUMBER;
  @ ensures failing: kqa_separate_answers(answers, row, row + 1) && answers->failing != \null ==>
  @   answers->failing[row] == 0;
  @ ensures missing: kqa_separate_answers(answers, row, row + 1) && answers->missing != \null ==>
  @   answers->missing[row] == 0;
  @ ensures total: kqa_separate_answers(answers, row, row + 1) && answers->total != \null ==>
  @   answers->total[row] == KQA_NO_NUMBER;
  @ ensures floors: kqa_separate_answers(answers, row, row + 1) && answers->floors != \null ==>
  @   answers->floors[row] == KQA_VERDICT_UNKNOWN;
  @ ensures below: answers->below != \null ==> answers->below[row] == 0;
  @ ensures prize: kqa_separate_answers(answers, row, row + 1) && answers->prize != \null ==>
  @   answers->prize[row] == 0;
  @ ensures bars: answers->bar_last_day != \null ==> answers->bar_last_day[row] == KQA_NO_DAY;
  @*/
static void take_back(const struct kqa_answers *answers, size_t row)
{
  if (answers->verdict)
    answers->verdict[row] = KQA_VERDICT_UNKNOWN;
  if (answers->decisive)
    answers->decisive[row] = KQA_NO_NUMBER;
  if (answers->failing)
    answers->failing[row] = 0;
  if (answers->missing)
    answers->missing[row] = 0;
  if (answers->total)
    answers->total[row] = KQA_NO_NUMBER;
  if (answers->floors)
    answers->floors[row] = KQA_VERDICT_UNKNOWN;
  if (answers->below)
    answers->below[row] = 0;
  if (answers->prize)
    answers->prize[row] = 0;
  if (answers->bar_last_day)
    answers->bar_last_day[row] = KQA_NO_DAY;
}

void kqa_batch_write_faults(int8_t *restrict status, int16_t *restrict field, const int32_t *codes,
                            size_t first, size_t count)
{
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant status: \forall integer row; first <= row < first + i ==>
    @   status[row] == -(codes[row - first] % 256);
    @ loop assigns i, status[first .. first + count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; status && i < count; i++)
    status[first + i] = (int8_t)-(codes[i] % 256);
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant field: \forall integer row; first <= row < first + i ==>
    @   field[row] == codes[row - first] / 256;
    @ loop assigns i, field[first .. first + count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; field && i < count; i++)
    field[first + i] = (int16_t)(codes[i] / 256);
}

int64_t kqa_batch_mark_faults(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_answers *answers = block->answers;
  const size_t first = block->first;
  int32_t codes[BATCH_BLOCK];
  int64_t count = 0;

  /*@ loop invariant row: 0 <= i <= block->count;
    @ loop invariant codes: \forall integer k; 0 <= k < i ==> batch_code(codes[k]);
    @ loop invariant count: 0 <= count <= i;
    @ loop assigns i, count, codes[0 .. block->count - 1],
    @   answers->verdict[first .. first + block->count - 1],
    @   answers->decisive[first .. first + block->count - 1],
    @   answers->failing[first .. first + block->count - 1],
    @   answers->missing[first .. first + block->count - 1],
    @   answers->total[first .. first + block->count - 1],
    @   answers->floors[first .. first + block->count - 1],
    @   answers->below[first .. first + block->count - 1],
    @   answers->prize[first .. first + block->count - 1],
    @   answers->bar_last_day[first .. first + block->count - 1];
    @ loop variant block->count - i;
    @*/
  for (size_t i = 0; i < block->count; i++) {
    codes[i] = fault_of(block->columns, first + i, plan->allowed);
    if (codes[i]) {
      take_back(answers, first + i);
      count++;
    }
  }
  kqa_batch_write_faults(answers->status, answers->field, codes, first, block->count);
  return count;
}

void kqa_batch_mark_none(const struct batch_block *block)
{
  int8_t *status = block->answers->status;
  int16_t *field = block->answers->field;
  const size_t end = block->first + block->count;

  /*@ loop invariant row: block->first <= i <= end;
    @ loop invariant none: \forall integer row; block->first <= row < i ==> status[row] == KQA_OK;
    @ loop assigns i, status[block->first .. end - 1];
    @ loop variant end - i;
    @*/
  for (size_t i = block->first; status && i < end; i++)
    status[i] = KQA_OK;
  /*@ loop invariant row: block->first <= i <= end;
    @ loop invariant none: \forall integer row; block->first <= row < i ==>
    @   field[row] == KQA_FIELD_NONE;
    @ loop assigns i, field[block->first .. end - 1];
    @ loop variant end - i;
    @*/
  for (size_t i = block->first; field && i < end; i++)
    field[i] = KQA_FIELD_NONE;
}
