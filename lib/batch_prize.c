/* Prizes over columns (Art. 24), and the last days of bars (Art. 26, 30). */
#include "batch_core.h"

/* The award of each row, KQA_AWARD_NONE for one that was won before. */
static bool read_awards(int8_t *restrict awards, const int8_t *award, const uint8_t *won,
                        size_t count, const struct batch_plan *plan)
{
  const uint8_t quality_won = plan->quality_won;
  const uint8_t nomination_won = plan->nomination_won;
  uint8_t highest_award = 0; /* a negative one is higher than all */
  uint8_t highest_won = 0;

  for (size_t i = 0; i < count; i++) {
    uint8_t code = (uint8_t)award[i];
    uint8_t bits = won[i];
    uint8_t same = code == KQA_AWARD_QUALITY ? quality_won : nomination_won;

    awards[i] = bits & same ? KQA_AWARD_NONE : award[i];
    highest_award = code > highest_award ? code : highest_award;
    highest_won = bits > highest_won ? bits : highest_won;
  }
  return highest_award > KQA_AWARD_NOMINATION || highest_won > ALL_WON;
}

/* Whether one payment among these bits may be out of bounds. */
static bool is_suspect_payment(int64_t bits)
{
  return bits < 0 || bits > KQA_COLUMN_MAX_YUAN;
}

/* What was paid for awards that stand and for revoked ones, each up to what counts of it. */
static bool add_paid(int64_t *restrict sum, const int64_t *paid, const int64_t *paid_revoked,
                     size_t count, const struct batch_plan *plan)
{
  const int64_t cap = plan->cap;
  const int64_t revoked_cap = plan->revoked_cap;
  int64_t bits = 0;

  for (size_t i = 0; i < count; i++) {
    int64_t some = paid[i] & INT64_MAX;
    int64_t some_revoked = paid_revoked[i] & INT64_MAX;

    sum[i] = (some < cap ? some : cap) + (some_revoked < revoked_cap ? some_revoked : revoked_cap);
    bits |= paid[i] | paid_revoked[i];
  }
  return is_suspect_payment(bits);
}

/* Art. 24: the amount of the award, or what the cap leaves. Of a negative payment, which makes the
 * row a fault, the sign is left out. */
static bool write_prizes(int64_t *restrict prize, const int8_t *awards, const int64_t *paid,
                         size_t count, const struct batch_plan *plan)
{
  const int64_t quality = plan->quality;
  const int64_t nomination = plan->nomination;
  const int64_t cap = plan->cap;
  int64_t bits = 0;

  for (size_t i = 0; i < count; i++) {
    int64_t award = awards[i];
    int64_t full = (-(award & KQA_AWARD_QUALITY) & quality) | (-(award >> 1 & 1) & nomination);
    int64_t some = paid[i] & INT64_MAX;
    int64_t left = cap - (some < cap ? some : cap);

    prize[i] = full < left ? full : left;
    bits |= paid[i];
  }
  return is_suspect_payment(bits);
}

bool kqa_batch_prizes(const struct batch_plan *plan, const struct batch_block *block)
{
  static const int8_t no_awards[BATCH_BLOCK] = {0};
  static const uint8_t nothing_won[BATCH_BLOCK] = {0};
  static const int64_t no_payments[BATCH_BLOCK] = {0};
  const struct kqa_columns *columns = block->columns;
  const size_t first = block->first;
  const size_t count = block->count;
  const int8_t *award = columns->award ? columns->award + first : no_awards;
  const uint8_t *won = columns->won ? columns->won + first : nothing_won;
  const int64_t *paid = columns->paid ? columns->paid + first : no_payments;
  int64_t *prize = block->answers->prize;
  int64_t room[BATCH_BLOCK];
  int8_t awards[BATCH_BLOCK];
  bool suspect = read_awards(awards, award, won, count, plan);

  if (columns->paid_revoked) {
    suspect |= add_paid(room, paid, columns->paid_revoked + first, count, plan);
    paid = room;
  }
  suspect |= write_prizes(prize ? prize + first : room, awards, paid, count, plan);
  return suspect;
}

/* Days are counted from 1 March of the year 0, so that a leap day is the last of its year, and
 * years within their century. */
#define MARCH_SHIFT 719468
#define DAYS_OF_4_CENTURIES 146097u

/* Days of the years before one of a century, which has the leap days of the century before it only
 * when that ends with one. */
static inline uint32_t days_before_year(uint32_t year, uint32_t leap_days_missing)
{
  return 365 * year + year / 4 - ((int32_t)year >= 100 ? leap_days_missing : 0);
}

/* The day so many years on, at most 100; 29 February becomes 28 February where there is none. */
static inline int32_t years_on(int32_t day, uint32_t years)
{
  uint32_t days = (uint32_t)(day + MARCH_SHIFT);
  uint32_t century = (4 * days + 3) / DAYS_OF_4_CENTURIES;
  uint32_t rest = days - DAYS_OF_4_CENTURIES * century / 4;
  uint32_t year = (rest * 91867 + 80000) >> 25; /* (4 * rest + 3) / 1461 without a division */
  uint32_t missing = century % 4 == 3 ? 0 : 1;
  uint32_t reached = rest - days_before_year(year, 0) + days_before_year(year + years, missing);
  uint32_t last = days_before_year(year + years + 1, missing) - 1;

  return day + (int32_t)((reached < last ? reached : last) - rest);
}

/* What is no day and not KQA_NO_DAY is in a row at fault, whose answer is taken back. */
static inline int32_t bar_end(int32_t decided, uint32_t years)
{
  int32_t day = lesser(greater(decided, FIRST_DAY_NUMBER), LAST_DAY_NUMBER);

  return decided == KQA_NO_DAY ? KQA_NO_DAY : years_on(day, years);
}

void kqa_batch_bars(const struct batch_plan *plan, const struct batch_block *block)
{
  const int32_t *fraud = days_of(block->columns->fraud, block, plan);
  const int32_t *revocation = days_of(block->columns->revocation, block, plan);
  const uint32_t fraud_years = (uint32_t)plan->fraud_years;
  const uint32_t revocation_years = (uint32_t)plan->revocation_years;
  const size_t count = block->count;
  int32_t *restrict bars = block->answers->bar_last_day;

  if (!bars)
    return;
  bars += block->first;
  for (size_t i = 0; i < count; i++)
    bars[i] = greater(bar_end(fraud[i], fraud_years), bar_end(revocation[i], revocation_years));
}
