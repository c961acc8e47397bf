/* Prizes over columns (Art. 24), and the last days of bars (Art. 26, 30). */
#include "batch_core.h"

#include "date_core.h"

/* The award of each row, KQA_AWARD_NONE for one that was won before. */
static void read_awards(int32_t *restrict awards, const struct batch_plan *plan,
                        const struct batch_block *block)
{
  const int8_t *award = block->columns->award;
  const uint8_t *won = block->columns->won;
  const int32_t quality_won = plan->quality_won;
  const int32_t nomination_won = plan->nomination_won;

  for (size_t i = 0; i < block->count; i++)
    awards[i] = award ? award[block->first + i] : KQA_AWARD_NONE;
  if (!won)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int32_t same = awards[i] == KQA_AWARD_QUALITY ? quality_won : nomination_won;

    awards[i] = won[block->first + i] & same ? KQA_AWARD_NONE : awards[i];
  }
}

/* Takes what was paid, of which at most so much counts, from what the cap leaves. */
static void take_paid(int64_t *restrict left, const struct batch_block *block,
                      const int64_t *column, int64_t most)
{
  if (!column)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int64_t paid = column[block->first + i];
    int64_t counted = paid < most ? paid : most;

    counted = counted > 0 ? counted : 0;
    left[i] = counted < left[i] ? left[i] - counted : 0;
  }
}

void kqa_batch_prizes(const struct batch_plan *plan, const struct batch_block *block)
{
  int64_t *prize = block->answers->prize;
  const int64_t quality = plan->quality;
  const int64_t nomination = plan->nomination;
  int32_t awards[BATCH_BLOCK];
  int64_t left[BATCH_BLOCK];

  if (!prize)
    return;
  read_awards(awards, plan, block);
  for (size_t i = 0; i < block->count; i++)
    left[i] = plan->cap;
  take_paid(left, block, block->columns->paid, plan->cap);
  take_paid(left, block, block->columns->paid_revoked, plan->revoked_cap);
  for (size_t i = 0; i < block->count; i++) {
    int64_t other = awards[i] == KQA_AWARD_NOMINATION ? nomination : 0;
    int64_t full = awards[i] == KQA_AWARD_QUALITY ? quality : other;

    prize[block->first + i] = full < left[i] ? full : left[i];
  }
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
static void extend_bars(const struct batch_block *block, const int32_t *column, int32_t years)
{
  int32_t *bars = block->answers->bar_last_day;

  if (!column)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int32_t decided = column[block->first + i];
    bool is_day = (decided >= FIRST_DAY_NUMBER) & (decided <= LAST_DAY_NUMBER);
    int32_t end = years_on(is_day ? decided : 0, years);
    int32_t so_far = bars[block->first + i];

    bars[block->first + i] = (is_day & (end > so_far)) ? end : so_far;
  }
}

void kqa_batch_bars(const struct batch_plan *plan, const struct batch_block *block)
{
  int32_t *bars = block->answers->bar_last_day;

  if (!bars)
    return;
  for (size_t i = 0; i < block->count; i++)
    bars[block->first + i] = KQA_NO_DAY;
  extend_bars(block, block->columns->fraud, plan->fraud_years);
  extend_bars(block, block->columns->revocation, plan->revocation_years);
}
