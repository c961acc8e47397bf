/* Rows of columns that make no sense. */
#include "batch_core.h"

static bool has_no_day(const int32_t *days, size_t row)
{
  return days && days[row] != KQA_NO_DAY &&
         (days[row] < FIRST_DAY_NUMBER || days[row] > LAST_DAY_NUMBER);
}

/* A number from 0, or none. */
static bool is_beyond(const int32_t *numbers, size_t row, int32_t most)
{
  return numbers && (numbers[row] < KQA_NO_NUMBER || numbers[row] > most);
}

static bool is_no_code(const int8_t *codes, size_t row, int32_t most)
{
  return codes && (codes[row] < 0 || codes[row] > most);
}

static bool is_no_payment(const int64_t *paid, size_t row)
{
  return paid && (paid[row] < 0 || paid[row] > KQA_COLUMN_MAX_YUAN);
}

static int32_t masks_fault(const struct kqa_columns *columns, size_t row, uint32_t allowed)
{
  uint32_t known = columns->known ? columns->known[row] : 0;
  uint32_t holds = columns->holds ? columns->holds[row] : 0;

  if ((known & ~ALL_REQUIREMENTS) || (holds & ~known))
    return row_fault(KQA_E_VALUE, KQA_FIELD_FACT);
  return known & ~allowed ? row_fault(KQA_E_BOTH, KQA_FIELD_FACT) : 0;
}

static int32_t record_fault(const struct kqa_columns *columns, size_t row)
{
  if (has_no_day(columns->inspection_failure, row) || has_no_day(columns->major_accident, row) ||
      has_no_day(columns->major_complaint, row))
    return row_fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_INCIDENT_DATE);
  if (has_no_day(columns->fraud, row) || has_no_day(columns->revocation, row))
    return row_fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED);
  return 0;
}

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

  for (size_t i = block->first; status && i < end; i++)
    status[i] = KQA_OK;
  for (size_t i = block->first; field && i < end; i++)
    field[i] = KQA_FIELD_NONE;
}
