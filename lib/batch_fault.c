/* Rows of columns that make no sense. Each column is first searched for any bad number, which
 * vector code does at little cost; only where there is one are rows marked. */
#include "batch_core.h"

#include "date_core.h"

#define MAX_COPIES 1000000
#define MAX_SCORE (1000 * KQA_COLUMN_SCORE_PER_POINT)
#define ALL_WON                                                                                    \
  (KQA_WON_QUALITY | KQA_WON_NOMINATION | KQA_WON_QUALITY_REVOKED | KQA_WON_NOMINATION_REVOKED)
#define REQUIREMENTS ((UINT32_C(1) << KQA_REQUIREMENTS) - 1)

/* The first fault of each row, 0 for none. */
struct faults {
  int32_t codes[BATCH_BLOCK];
  bool any;
};

static void mark(struct faults *faults, size_t row, int32_t status, int32_t field)
{
  faults->any = true;
  if (faults->codes[row] == 0)
    faults->codes[row] = row_fault(status, field);
}

static void check_masks(struct faults *faults, const struct batch_block *block, uint32_t allowed)
{
  const uint32_t *known = block->columns->known;
  const uint32_t *holds = block->columns->holds;
  uint32_t any = 0;

  if (!known)
    return;
  known += block->first;
  holds += block->first;
  for (size_t i = 0; i < block->count; i++)
    any |= (known[i] & ~allowed) | (holds[i] & ~known[i]);
  for (size_t i = 0; any && i < block->count; i++)
    if ((known[i] & ~REQUIREMENTS) || (holds[i] & ~known[i]))
      mark(faults, i, KQA_E_VALUE, KQA_FIELD_FACT);
    else if (known[i] & ~allowed)
      mark(faults, i, KQA_E_BOTH, KQA_FIELD_FACT);
}

static bool is_no_day(int32_t day)
{
  return (day != KQA_NO_DAY) & ((day < FIRST_DAY_NUMBER) | (day > LAST_DAY_NUMBER));
}

static void check_days(struct faults *faults, const struct batch_block *block,
                       const int32_t *column, int32_t field)
{
  uint32_t any = 0;

  if (!column)
    return;
  column += block->first;
  for (size_t i = 0; i < block->count; i++)
    any |= is_no_day(column[i]);
  for (size_t i = 0; any && i < block->count; i++)
    if (is_no_day(column[i]))
      mark(faults, i, KQA_E_NO_SUCH_DAY, field);
}

/* Numbers from 0, or none. */
static void check_numbers(struct faults *faults, const struct batch_block *block,
                          const int32_t *column, int32_t most, int32_t field)
{
  uint32_t any = 0;

  if (!column)
    return;
  column += block->first;
  for (size_t i = 0; i < block->count; i++)
    any |= (column[i] < KQA_NO_NUMBER) | (column[i] > most);
  for (size_t i = 0; any && i < block->count; i++)
    if (column[i] < KQA_NO_NUMBER || column[i] > most)
      mark(faults, i, KQA_E_RANGE, field);
}

/* Codes from 0; bits are codes too. */
static void check_codes(struct faults *faults, const struct batch_block *block,
                        const uint8_t *column, uint8_t most, int32_t field)
{
  uint8_t any = 0;

  if (!column)
    return;
  column += block->first;
  for (size_t i = 0; i < block->count; i++)
    any |= column[i] > most;
  for (size_t i = 0; any && i < block->count; i++)
    if (column[i] > most)
      mark(faults, i, KQA_E_VALUE, field);
}

static void check_paid(struct faults *faults, const struct batch_block *block,
                       const int64_t *column)
{
  uint64_t any = 0;

  if (!column)
    return;
  column += block->first;
  for (size_t i = 0; i < block->count; i++)
    any |= (column[i] < 0) | (column[i] > KQA_COLUMN_MAX_YUAN);
  for (size_t i = 0; any && i < block->count; i++)
    if (column[i] < 0 || column[i] > KQA_COLUMN_MAX_YUAN)
      mark(faults, i, KQA_E_RANGE, KQA_FIELD_HISTORY_PAID);
}

/* In the order of the functions for one case. A negative code is above the highest. */
static void check_columns(struct faults *faults, const struct batch_block *block, uint32_t allowed)
{
  const struct kqa_columns *columns = block->columns;

  check_masks(faults, block, allowed);
  check_days(faults, block, columns->operating_since, KQA_FIELD_OPERATING_SINCE);
  check_codes(faults, block, (const uint8_t *)columns->recommended_by, KQA_RECOMMENDER_NONE,
              KQA_FIELD_RECOMMENDED_BY);
  check_numbers(faults, block, columns->copies, MAX_COPIES, KQA_FIELD_COPIES);
  check_days(faults, block, columns->received, KQA_FIELD_RECEIVED);
  check_days(faults, block, columns->inspection_failure, KQA_FIELD_INCIDENT_DATE);
  check_days(faults, block, columns->major_accident, KQA_FIELD_INCIDENT_DATE);
  check_days(faults, block, columns->major_complaint, KQA_FIELD_INCIDENT_DATE);
  check_days(faults, block, columns->fraud, KQA_FIELD_SANCTION_DECIDED);
  check_days(faults, block, columns->revocation, KQA_FIELD_SANCTION_DECIDED);
  check_numbers(faults, block, columns->document, MAX_SCORE, KQA_FIELD_DOCUMENT_SCORE);
  check_numbers(faults, block, columns->site, MAX_SCORE, KQA_FIELD_SITE_SCORE);
  check_codes(faults, block, (const uint8_t *)columns->award, KQA_AWARD_NOMINATION,
              KQA_FIELD_AWARD);
  check_codes(faults, block, columns->won, ALL_WON, KQA_FIELD_HISTORY_AWARD);
  check_paid(faults, block, columns->paid);
  check_paid(faults, block, columns->paid_revoked);
}

/* What a row at fault has for an answer. */
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

void kqa_batch_write_faults(const int32_t *codes, size_t count, int8_t *status, int16_t *field)
{
  if (status)
    for (size_t i = 0; i < count; i++)
      status[i] = (int8_t)-(codes[i] % 256);
  if (field)
    for (size_t i = 0; i < count; i++)
      field[i] = (int16_t)(codes[i] / 256);
}

int64_t kqa_batch_mark_faults(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_answers *answers = block->answers;
  struct faults faults = {.any = false};
  int64_t count = 0;

  check_columns(&faults, block, plan->allowed);
  for (size_t i = 0; faults.any && i < block->count; i++)
    if (faults.codes[i]) {
      take_back(answers, block->first + i);
      count++;
    }
  kqa_batch_write_faults(faults.codes, block->count,
                         answers->status ? answers->status + block->first : NULL,
                         answers->field ? answers->field + block->first : NULL);
  return count;
}
