/* Prizes over columns (Art. 24), and the last days of bars (Art. 26, 30). */
#include "batch_core.h"

#include "date_core.h"

/* The award of each row, KQA_AWARD_NONE for one that was won before. */
static void read_awards(int8_t *restrict awards, const int8_t *award, const uint8_t *won,
                        size_t count, const struct batch_plan *plan)
{
  const uint8_t quality_won = plan->quality_won;
  const uint8_t nomination_won = plan->nomination_won;

  for (size_t i = 0; i < count; i++)
    awards[i] = award ? award[i] : KQA_AWARD_NONE;
  if (!won)
    return;
  for (size_t i = 0; i < count; i++) {
    uint8_t same = awards[i] == KQA_AWARD_QUALITY ? quality_won : nomination_won;

    awards[i] = won[i] & same ? KQA_AWARD_NONE : awards[i];
  }
}

/* Takes what was paid from what the cap leaves. A negative payment, which makes the row a fault, is
 * made any that is not. */
static void take_paid(int64_t *restrict left, const int64_t *paid, size_t count)
{
  if (!paid)
    return;
  for (size_t i = 0; i < count; i++) {
    int64_t some = paid[i] & INT64_MAX;

    left[i] -= some < left[i] ? some : left[i];
  }
}

static void write_prizes(int64_t *restrict prize, const int8_t *awards, const int64_t *left,
                         size_t count, const struct batch_plan *plan)
{
  const int64_t quality = plan->quality;
  const int64_t nomination = plan->nomination;

  for (size_t i = 0; i < count; i++) {
    int64_t other = awards[i] == KQA_AWARD_NOMINATION ? nomination : 0;
    int64_t full = awards[i] == KQA_AWARD_QUALITY ? quality : other;

    prize[i] = full < left[i] ? full : left[i];
  }
}

void kqa_batch_prizes(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_columns *columns = &block->columns;
  const size_t count = block->count;
  int8_t awards[BATCH_BLOCK];
  int64_t left[BATCH_BLOCK];

  if (!block->answers.prize)
    return;
  read_awards(awards, columns->award, columns->won, count, plan);
  for (size_t i = 0; i < count; i++)
    left[i] = plan->cap;
  take_paid(left, columns->paid, count);
  if (plan->revoked_count)
    take_paid(left, columns->paid_revoked, count);
  write_prizes(block->answers.prize, awards, left, count, plan);
}

/* Days are counted from 1 March of the year 0, so that a leap day is the last of its year. */
#define MARCH_SHIFT 719468

static int32_t days_before_march_year(int32_t year)
{
  return 365 * year + year / 4 - year / 100 + year / 400;
}

/* The day so many years on; 29 February becomes 28 February where there is none. */
static int32_t years_on(int32_t day, int32_t years)
{
  int32_t days = day + MARCH_SHIFT;
  int32_t century = (4 * days + 3) / 146097;
  int32_t year = 100 * century + (4 * (days - 146097 * century / 4) + 3) / 1461;
  int32_t reached = days_before_march_year(year + years) + days - days_before_march_year(year);
  int32_t last = days_before_march_year(year + years + 1) - 1;

  return (reached < last ? reached : last) - MARCH_SHIFT;
}

/* The later of the day that stands and the end of the bar that a decision brings. */
static void extend_bars(int32_t *restrict bars, const int32_t *decided, size_t count, int32_t years)
{
  if (!decided)
    return;
  for (size_t i = 0; i < count; i++) {
    bool is_day = (decided[i] >= FIRST_DAY_NUMBER) & (decided[i] <= LAST_DAY_NUMBER);
    int32_t end = years_on(is_day ? decided[i] : 0, years);

    bars[i] = (is_day & (end > bars[i])) ? end : bars[i];
  }
}

void kqa_batch_bars(const struct batch_plan *plan, const struct batch_block *block)
{
  int32_t *bars = block->answers.bar_last_day;

  if (!bars)
    return;
  for (size_t i = 0; i < block->count; i++)
    bars[i] = KQA_NO_DAY;
  extend_bars(bars, block->columns.fraud, block->count, plan->fraud_years);
  extend_bars(bars, block->columns.revocation, block->count, plan->revocation_years);
}
