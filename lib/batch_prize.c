/* Prizes over columns (Art. 24), and the last days of bars (Art. 26, 30). */
#include "batch_core.h"

/* The award of each row, KQA_AWARD_NONE for one that was won before. */
/*@ requires rows: \valid_read(award + (0 .. count - 1)) && \valid_read(won + (0 .. count - 1));
  @ requires room: \valid(awards + (0 .. count - 1)) &&
  @   \separated(awards + (0 .. count - 1), award + (0 .. count - 1)) && \valid_read(plan);
  @ terminates \true;
  @ assigns awards[0 .. count - 1];
  @ ensures art24_award: \forall integer i; 0 <= i < count ==>
  @   awards[i] == KQA_AWARD_NONE || awards[i] == award[i];
  @ ensures sound: !\result ==> \forall integer i; 0 <= i < count ==>
  @   award[i] <= KQA_AWARD_NOMINATION && won[i] <= ALL_WON;
  @*/
static bool read_awards(int8_t *restrict awards, const int8_t *award, const uint8_t *won,
                        size_t count, const struct batch_plan *plan)
{
  const uint8_t quality_won = plan->quality_won;
  const uint8_t nomination_won = plan->nomination_won;
  uint8_t highest_award = 0; /* a negative one is higher than all */
  uint8_t highest_won = 0;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant award: \forall integer k; 0 <= k < i ==>
    @   awards[k] == KQA_AWARD_NONE || awards[k] == award[k];
    @ loop invariant highest: \forall integer k; 0 <= k < i ==> won[k] <= highest_won &&
    @   award[k] <= highest_award;
    @ loop assigns i, highest_award, highest_won, awards[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    uint8_t code = (uint8_t)award[i];
    uint8_t bits = won[i];
    uint8_t same = code == KQA_AWARD_QUALITY ? quality_won : nomination_won;

    awards[i] = (int8_t)((bits & same) ? KQA_AWARD_NONE : award[i]);
    highest_award = code > highest_award ? code : highest_award;
    highest_won = bits > highest_won ? bits : highest_won;
  }
  return highest_award > KQA_AWARD_NOMINATION || highest_won > ALL_WON;
}

/* Whether one payment among these bits may be out of bounds. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures suspect: \result <==> bits < 0 || bits > KQA_COLUMN_MAX_YUAN;
  @*/
static bool is_suspect_payment(int64_t bits)
{
  return bits < 0 || bits > KQA_COLUMN_MAX_YUAN;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result;
  @ ensures same: paid >= 0 ==> \result == paid;
  @*/
static inline int64_t without_sign(int64_t paid)
{
  return (int64_t)((uint64_t)paid % ((uint64_t)INT64_MAX + 1));
}

/* What was paid for awards that stand and for revoked ones, each up to what counts of it. */
/*@ requires rows: \valid_read(paid + (0 .. count - 1)) &&
  @   \valid_read(paid_revoked + (0 .. count - 1));
  @ requires room: \valid(sum + (0 .. count - 1)) &&
  @   \separated(sum + (0 .. count - 1), paid + (0 .. count - 1)) &&
  @   \separated(sum + (0 .. count - 1), paid_revoked + (0 .. count - 1));
  @ requires plan: sound_plan(plan);
  @ terminates \true;
  @ assigns sum[0 .. count - 1];
  @ ensures bounds: \forall integer i; 0 <= i < count ==> 0 <= sum[i] <= 2000000000000;
  @ ensures art24_paid: \forall integer i;
  @   0 <= i < count && paid[i] >= 0 && paid_revoked[i] >= 0 ==>
  @   sum[i] == \min(paid[i], \old(plan->cap)) + \min(paid_revoked[i], \old(plan->revoked_cap));
  @*/
static bool add_paid(int64_t *restrict sum, const int64_t *paid, const int64_t *paid_revoked,
                     size_t count, const struct batch_plan *plan)
{
  const int64_t cap = plan->cap;
  const int64_t revoked_cap = plan->revoked_cap;
  int64_t bits = 0;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant bounds: \forall integer k; 0 <= k < i ==> 0 <= sum[k] <= 2000000000000;
    @ loop invariant paid: \forall integer k;
    @   0 <= k < i && paid[k] >= 0 && paid_revoked[k] >= 0 ==>
    @   sum[k] == \min(paid[k], cap) + \min(paid_revoked[k], revoked_cap);
    @ loop assigns i, bits, sum[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    int64_t some = without_sign(paid[i]);
    int64_t some_revoked = without_sign(paid_revoked[i]);

    sum[i] = (some < cap ? some : cap) + (some_revoked < revoked_cap ? some_revoked : revoked_cap);
    bits |= paid[i] | paid_revoked[i];
  }
  return is_suspect_payment(bits);
}

/*@ requires bit: 0 <= bit <= 1;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures amount: \result == (bit == 1 ? amount : 0);
  @*/
static inline int64_t amount_if(int64_t bit, int64_t amount)
{
  return -bit & amount;
}

/* The prize of an award; of another code, which makes the row a fault, some or none of both. */
/*@ requires prizes: 0 <= quality <= 1000000000000 && 0 <= nomination <= 1000000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result;
  @ ensures art24_none: award == KQA_AWARD_NONE ==> \result == 0;
  @ ensures art24_quality: award == KQA_AWARD_QUALITY ==> \result == quality;
  @ ensures art24_nomination: award == KQA_AWARD_NOMINATION ==> \result == nomination;
  @*/
static inline int64_t full_prize(int64_t award, int64_t quality, int64_t nomination)
{
  return amount_if(award & KQA_AWARD_QUALITY, quality) + amount_if(award >> 1 & 1, nomination);
}

/* Art. 24: the amount of the award, or what the cap leaves. Of a negative payment, which makes the
 * row a fault, the sign is left out. */
/*@ requires rows: \valid_read(awards + (0 .. count - 1)) &&
  @   \valid_read(paid + (0 .. count - 1));
  @ requires room: \valid(prize + (0 .. count - 1)) &&
  @   \separated(prize + (0 .. count - 1), paid + (0 .. count - 1));
  @ requires plan: sound_plan(plan);
  @ terminates \true;
  @ assigns prize[0 .. count - 1];
  @ ensures bounds: \forall integer i; 0 <= i < count ==> 0 <= prize[i] <= \old(plan->cap);
  @ ensures art24_cap: \forall integer i; 0 <= i < count && paid[i] >= 0 ==>
  @   prize[i] == 0 || paid[i] + prize[i] <= \old(plan->cap);
  @ ensures art24_none: \forall integer i; 0 <= i < count && awards[i] == KQA_AWARD_NONE ==>
  @   prize[i] == 0;
  @ ensures art24_quality: \forall integer i;
  @   0 <= i < count && awards[i] == KQA_AWARD_QUALITY && paid[i] >= 0 ==>
  @   prize[i] == \max(0, \min(\old(plan->quality), \old(plan->cap) - paid[i]));
  @ ensures art24_nomination: \forall integer i;
  @   0 <= i < count && awards[i] == KQA_AWARD_NOMINATION && paid[i] >= 0 ==>
  @   prize[i] == \max(0, \min(\old(plan->nomination), \old(plan->cap) - paid[i]));
  @*/
static bool write_prizes(int64_t *restrict prize, const int8_t *awards, const int64_t *paid,
                         size_t count, const struct batch_plan *plan)
{
  const int64_t quality = plan->quality;
  const int64_t nomination = plan->nomination;
  const int64_t cap = plan->cap;
  int64_t bits = 0;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant bounds: \forall integer k; 0 <= k < i ==> 0 <= prize[k] <= cap;
    @ loop invariant cap: \forall integer k; 0 <= k < i && paid[k] >= 0 ==>
    @   prize[k] == 0 || paid[k] + prize[k] <= cap;
    @ loop invariant none: \forall integer k; 0 <= k < i && awards[k] == KQA_AWARD_NONE ==>
    @   prize[k] == 0;
    @ loop invariant quality: \forall integer k;
    @   0 <= k < i && awards[k] == KQA_AWARD_QUALITY && paid[k] >= 0 ==>
    @   prize[k] == \max(0, \min(quality, cap - paid[k]));
    @ loop invariant nomination: \forall integer k;
    @   0 <= k < i && awards[k] == KQA_AWARD_NOMINATION && paid[k] >= 0 ==>
    @   prize[k] == \max(0, \min(nomination, cap - paid[k]));
    @ loop assigns i, bits, prize[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    int64_t full = full_prize(awards[i], quality, nomination);
    int64_t some = without_sign(paid[i]);
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
  int64_t unwanted[BATCH_BLOCK];
  int8_t awards[BATCH_BLOCK];
  bool suspect;

  /*@ assert paid: \valid_read(paid + (0 .. count - 1)); */
  /*@ assert revoked: columns->paid_revoked != \null ==>
    @   \valid_read(columns->paid_revoked + (first .. first + count - 1));
    @*/
  suspect = read_awards(awards, award, won, count, plan);
  if (columns->paid_revoked) {
    /*@ assert some: \valid_read(columns->paid_revoked + first + (0 .. count - 1)); */
    suspect |= add_paid(room, paid, columns->paid_revoked + first, count, plan);
    paid = room;
  }
  suspect |= write_prizes(prize ? prize + first : unwanted, awards, paid, count, plan);
  return suspect;
}

/* Days are counted from 1 March of the year 0, so that a leap day is the last of its year, and
 * years within their century. */
#define MARCH_SHIFT 719468
#define DAYS_OF_4_CENTURIES 146097u

/* Days of the years before one of a century, which has the leap days of the century before it only
 * when that ends with one. */
/*@ requires year: year <= 1000 && leap_days_missing <= 1;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures days: \result == 365 * year + year / 4 - (year >= 100 ? leap_days_missing : 0);
  @*/
static inline uint32_t days_before_year(uint32_t year, uint32_t leap_days_missing)
{
  return 365 * year + year / 4 - ((int32_t)year >= 100 ? leap_days_missing : 0);
}

/* The day so many years on, at most 100; 29 February becomes 28 February where there is none. */
/*@ requires day: FIRST_DAY_NUMBER <= day <= LAST_DAY_NUMBER;
  @ requires years: years <= 100;
  @ terminates \true;
  @ assigns \nothing;
  @*/
static inline int32_t years_on(int32_t day, uint32_t years)
{
  uint32_t days = (uint32_t)(day + MARCH_SHIFT);
  uint32_t century = (4 * days + 3) / DAYS_OF_4_CENTURIES;
  uint32_t rest = days - DAYS_OF_4_CENTURIES * century / 4;
  uint32_t year =
    (rest * 91867 + 80000) / (1u << 25); /* (4 * rest + 3) / 1461 without a division */
  /*@ assert century: century * DAYS_OF_4_CENTURIES <= 4 * days + 3 <
    @   (century + 1) * DAYS_OF_4_CENTURIES;
    @*/
  /*@ assert rest: 0 <= rest <= 36524; */
  /*@ assert multiplied: year * 33554432 <= rest * 91867 + 80000 < (year + 1) * 33554432; */
  /*@ assert year: 0 <= year <= 100; */
  /*@ assert within: 1461 * year <= 4 * rest + 3 < 1461 * (year + 1); */
  /*@ assert begun: 365 * year + year / 4 <= rest < 365 * (year + 1) + (year + 1) / 4; */
  /*@ assert leap: rest == 36524 ==> century % 4 == 3; */
  /*@ assert full: year == 100 ==> rest == 36524; */
  uint32_t missing = century % 4 == 3 ? 0 : 1;
  uint32_t reached = rest - days_before_year(year, 0) + days_before_year(year + years, missing);
  uint32_t last = days_before_year(year + years + 1, missing) - 1;

  return day + (int32_t)((reached < last ? reached : last) - rest);
}

/* What is no day and not KQA_NO_DAY is in a row at fault, whose answer is taken back. */
/*@ requires years: years <= 100;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures none: decided == KQA_NO_DAY ==> \result == KQA_NO_DAY;
  @*/
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
  /*@ loop invariant row: 0 <= i <= count;
    @ loop assigns i, bars[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    bars[i] = greater(bar_end(fraud[i], fraud_years), bar_end(revocation[i], revocation_years));
}
