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

static void check_masks(struct faults *faults, const uint32_t *known, const uint32_t *holds,
                        size_t count, uint32_t allowed)
{
  uint32_t any = 0;

  if (!known)
    return;
  for (size_t i = 0; i < count; i++)
    any |= (known[i] & ~allowed) | (holds[i] & ~known[i]);
  for (size_t i = 0; any && i < count; i++)
    if ((known[i] & ~REQUIREMENTS) || (holds[i] & ~known[i]))
      mark(faults, i, KQA_E_VALUE, KQA_FIELD_FACT);
    else if (known[i] & ~allowed)
      mark(faults, i, KQA_E_BOTH, KQA_FIELD_FACT);
}

/* Numbers within bounds, or the one that stands for none. */
static void check_numbers(struct faults *faults, const int32_t *numbers, size_t count, int32_t none,
                          int32_t least, int32_t most, int32_t status, int32_t field)
{
  int32_t lowest = least;
  int32_t highest = most;

  if (!numbers)
    return;
  for (size_t i = 0; i < count; i++) {
    int32_t number = numbers[i] == none ? least : numbers[i];

    lowest = number < lowest ? number : lowest;
    highest = number > highest ? number : highest;
  }
  if (lowest == least && highest == most)
    return;
  for (size_t i = 0; i < count; i++)
    if (numbers[i] != none && (numbers[i] < least || numbers[i] > most))
      mark(faults, i, status, field);
}

static void check_days(struct faults *faults, const int32_t *days, size_t count, int32_t field)
{
  check_numbers(faults, days, count, KQA_NO_DAY, (int32_t)FIRST_DAY_NUMBER,
                (int32_t)LAST_DAY_NUMBER, KQA_E_NO_SUCH_DAY, field);
}

static void check_scores(struct faults *faults, const int32_t *scores, size_t count, int32_t field)
{
  check_numbers(faults, scores, count, KQA_NO_NUMBER, 0, MAX_SCORE, KQA_E_RANGE, field);
}

/* Codes from 0; bits are codes too. */
static void check_codes(struct faults *faults, const uint8_t *codes, size_t count, uint8_t most,
                        int32_t field)
{
  uint8_t highest = 0;

  if (!codes)
    return;
  for (size_t i = 0; i < count; i++)
    highest = codes[i] > highest ? codes[i] : highest;
  for (size_t i = 0; highest > most && i < count; i++)
    if (codes[i] > most)
      mark(faults, i, KQA_E_VALUE, field);
}

/* All bits together are above the bound, or near it, when one payment is. */
static void check_paid(struct faults *faults, const int64_t *paid, size_t count)
{
  int64_t any = 0;

  if (!paid)
    return;
  for (size_t i = 0; i < count; i++)
    any |= paid[i];
  if (any >= 0 && any <= KQA_COLUMN_MAX_YUAN)
    return;
  for (size_t i = 0; i < count; i++)
    if (paid[i] < 0 || paid[i] > KQA_COLUMN_MAX_YUAN)
      mark(faults, i, KQA_E_RANGE, KQA_FIELD_HISTORY_PAID);
}

/* In the order of the functions for one case. A negative code is above the highest. */
static void check_columns(struct faults *faults, const struct kqa_columns *columns, size_t count,
                          uint32_t allowed)
{
  check_masks(faults, columns->known, columns->holds, count, allowed);
  check_days(faults, columns->operating_since, count, KQA_FIELD_OPERATING_SINCE);
  check_codes(faults, (const uint8_t *)columns->recommended_by, count, KQA_RECOMMENDER_NONE,
              KQA_FIELD_RECOMMENDED_BY);
  check_numbers(faults, columns->copies, count, KQA_NO_NUMBER, 0, MAX_COPIES, KQA_E_RANGE,
                KQA_FIELD_COPIES);
  check_days(faults, columns->received, count, KQA_FIELD_RECEIVED);
  check_days(faults, columns->inspection_failure, count, KQA_FIELD_INCIDENT_DATE);
  check_days(faults, columns->major_accident, count, KQA_FIELD_INCIDENT_DATE);
  check_days(faults, columns->major_complaint, count, KQA_FIELD_INCIDENT_DATE);
  check_days(faults, columns->fraud, count, KQA_FIELD_SANCTION_DECIDED);
  check_days(faults, columns->revocation, count, KQA_FIELD_SANCTION_DECIDED);
  check_scores(faults, columns->document, count, KQA_FIELD_DOCUMENT_SCORE);
  check_scores(faults, columns->site, count, KQA_FIELD_SITE_SCORE);
  check_codes(faults, (const uint8_t *)columns->award, count, KQA_AWARD_NOMINATION,
              KQA_FIELD_AWARD);
  check_codes(faults, columns->won, count, ALL_WON, KQA_FIELD_HISTORY_AWARD);
  check_paid(faults, columns->paid, count);
  check_paid(faults, columns->paid_revoked, count);
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

static void write_no_faults(int8_t *restrict status, int16_t *restrict field, size_t count)
{
  if (status)
    for (size_t i = 0; i < count; i++)
      status[i] = KQA_OK;
  if (field)
    for (size_t i = 0; i < count; i++)
      field[i] = KQA_FIELD_NONE;
}

void kqa_batch_write_faults(int8_t *restrict status, int16_t *restrict field, const int32_t *codes,
                            size_t count)
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
  const struct kqa_answers *answers = &block->answers;
  struct faults faults = {.any = false};
  int64_t count = 0;

  check_columns(&faults, &block->columns, block->count, plan->allowed);
  if (!faults.any) {
    write_no_faults(answers->status, answers->field, block->count);
    return 0;
  }
  for (size_t i = 0; i < block->count; i++)
    if (faults.codes[i]) {
      take_back(answers, i);
      count++;
    }
  kqa_batch_write_faults(answers->status, answers->field, faults.codes, block->count);
  return count;
}
