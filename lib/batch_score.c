/* Totals and floors over columns: Art. 5 and 18. */
#include "batch_core.h"

/* Beyond all totals: what is added to a difference to see whether it is negative. */
#define BIAS (INT64_C(1) << 62)

/* Millionths by permille are billionths. */
/*@ requires permille: 0 <= permille <= 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art18_part: \result == permille * score;
  @ ensures bounds: -3000000000000 <= \result <= 3000000000000;
  @*/
static inline int64_t weigh(int32_t permille, int32_t score)
{
  return (int64_t)permille * score;
}

/* Art. 5: the verdict on the floors, and above it which of them are there and not met. */
/*@ requires sum: weighable(sum);
  @ requires floors: 0 <= total_floor <= 1000000000000 && 0 <= site_floor <= MAX_SCORE;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art5: floors_pair(document, site,
  @   low_total(total_floor, document, site, sum) + low_site(site_floor, site), \result);
  @*/
static inline uint32_t floors_of(int32_t document, int32_t site, int64_t sum, int64_t total_floor,
                                 int32_t site_floor)
{
  int32_t least = lesser(document, site); /* negative where one is missing */
  uint32_t low_total = (uint32_t)((uint64_t)(BIAS + total_floor - 1 - sum) / BIAS);
  /*@ assert sign: low_total == (sum < total_floor ? 1 : 0); */
  uint32_t low_site = ((site >= 0) & (site < site_floor)) ? KQA_BELOW_SITE : 0;
  uint32_t low = (least < 0 ? 0 : low_total) + low_site;
  uint32_t open = least < 0 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;

  return low * 256 + (low ? KQA_VERDICT_NOT_MET : open);
}

/* Art. 18: both scores by their weights. */
/*@ requires plan: sound_plan(plan);
  @ requires scores: \valid_read(document + (0 .. count - 1)) &&
  @   \valid_read(site + (0 .. count - 1));
  @ requires room: \valid(total + (0 .. count - 1)) && \valid(floors + (0 .. count - 1));
  @ terminates \true;
  @ assigns total[0 .. count - 1], floors[0 .. count - 1];
  @ ensures art18_total: \forall integer i; 0 <= i < count ==>
  @   total[i] == total_before{Old}(plan, document[i], site[i]);
  @ ensures bounds: \forall integer i; 0 <= i < count ==> weighable(total[i]);
  @ ensures art5_floors: \forall integer i; 0 <= i < count ==>
  @   floors_pair(document[i], site[i],
  @     low_total(\old(plan->total_floor), document[i], site[i], total[i]) +
  @     low_site(plan->site_floor, site[i]), floors[i]);
  @ ensures sound: !\result ==> \forall integer i; 0 <= i < count ==>
  @   KQA_NO_NUMBER <= document[i] <= MAX_SCORE && KQA_NO_NUMBER <= site[i] <= MAX_SCORE;
  @*/
static bool add_up(int64_t *restrict total, uint32_t *restrict floors, const int32_t *document,
                   const int32_t *site, size_t count, const struct batch_plan *plan)
{
  const int32_t document_permille = plan->document_permille;
  const int32_t site_permille = plan->site_permille;
  const int64_t total_floor = plan->total_floor;
  const int32_t site_floor = plan->site_floor;
  int32_t lowest = KQA_NO_NUMBER;
  int32_t highest = MAX_SCORE;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant total: \forall integer k; 0 <= k < i ==>
    @   total[k] == total_before{Pre}(plan, document[k], site[k]);
    @ loop invariant bounds: \forall integer k; 0 <= k < i ==> weighable(total[k]);
    @ loop invariant floors: \forall integer k; 0 <= k < i ==>
    @   floors_pair(document[k], site[k],
    @     low_total(total_floor, document[k], site[k], total[k]) + low_site(site_floor, site[k]),
    @     floors[k]);
    @ loop invariant ends: lowest <= KQA_NO_NUMBER && highest >= MAX_SCORE;
    @ loop invariant seen: \forall integer k; 0 <= k < i ==>
    @   lowest <= document[k] <= highest && lowest <= site[k] <= highest;
    @ loop assigns i, lowest, highest, total[0 .. count - 1], floors[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    int64_t sum = weigh(document_permille, document[i]) + weigh(site_permille, site[i]);
    /* Before the total is chosen: gcc makes no branches of it so. */
    uint32_t pair = floors_of(document[i], site[i], sum, total_floor, site_floor);
    int32_t least = lesser(document[i], site[i]);

    total[i] = least < 0 ? KQA_NO_NUMBER : sum;
    floors[i] = pair;
    lowest = lesser(lowest, least);
    highest = greater(highest, greater(document[i], site[i]));
  }
  return lowest != KQA_NO_NUMBER || highest != MAX_SCORE;
}

/* The reading `score.rounding`: half to even, by GB/T 8170. */
/*@ requires total: 0 < total && weighable(total);
  @ requires parts: 1 <= parts <= 1000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures rounded: rounded_to(total, parts, \result);
  @*/
static inline int64_t half_to_even(int64_t total, int64_t parts)
{
  int64_t quotient = total / parts;
  int64_t twice = total % parts * 2;
  int64_t steps = quotient + (twice > parts || (twice == parts && quotient % 2));

  /*@ assert division: total == quotient * parts + total % parts && 0 <= total % parts < parts; */
  /*@ assert whole: (steps * parts) / parts == steps; */
  return steps * parts;
}

/*@ requires room: \valid(total + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> weighable(total[i]);
  @ requires parts: 1 <= parts <= 1000000000;
  @ terminates \true;
  @ assigns total[0 .. count - 1];
  @ ensures none: \forall integer i; 0 <= i < count && \old(total[i]) <= 0 ==>
  @   total[i] == \old(total[i]);
  @ ensures rounded: \forall integer i; 0 <= i < count && \old(total[i]) > 0 ==>
  @   rounded_to(\old(total[i]), parts, total[i]);
  @*/
static void round_totals(int64_t *total, size_t count, int64_t parts)
{
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant none: \forall integer k; 0 <= k < i && \at(total[k], Pre) <= 0 ==>
    @   total[k] == \at(total[k], Pre);
    @ loop invariant rounded: \forall integer k; 0 <= k < i && \at(total[k], Pre) > 0 ==>
    @   rounded_to(\at(total[k], Pre), parts, total[k]);
    @ loop invariant rest: \forall integer k; i <= k < count ==> total[k] == \at(total[k], Pre);
    @ loop assigns i, total[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    if (total[i] > 0)
      total[i] = half_to_even(total[i], parts);
}

/*@ requires pairs: \valid_read(pairs + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> pairs[i] <= 1023 && pairs[i] % 256 <= 127;
  @ requires room: \valid(floors + (0 .. count - 1)) && \valid(below + (0 .. count - 1));
  @ terminates \true;
  @ assigns floors[0 .. count - 1], below[0 .. count - 1];
  @ ensures verdict: \forall integer i; 0 <= i < count ==> floors[i] == pairs[i] % 256;
  @ ensures below: \forall integer i; 0 <= i < count ==> below[i] == pairs[i] / 256;
  @*/
static void write_floors(int8_t *restrict floors, uint8_t *restrict below, const uint32_t *pairs,
                         size_t count)
{
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant verdict: \forall integer k; 0 <= k < i ==> floors[k] == pairs[k] % 256;
    @ loop invariant below: \forall integer k; 0 <= k < i ==> below[k] == pairs[k] / 256;
    @ loop assigns i, floors[0 .. count - 1], below[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    floors[i] = (int8_t)(pairs[i] % 256);
    below[i] = (uint8_t)(pairs[i] / 256);
  }
}

bool kqa_batch_scores(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_columns *columns = block->columns;
  const struct kqa_answers *answers = block->answers;
  const size_t first = block->first;
  const size_t count = block->count;
  uint32_t floors[BATCH_BLOCK];
  int64_t unwanted_total[BATCH_BLOCK];
  int8_t unwanted_verdict[BATCH_BLOCK];
  uint8_t unwanted_below[BATCH_BLOCK];
  int64_t *total = answers->total ? answers->total + first : unwanted_total;
  const int32_t *document = columns->document ? columns->document + first : plan->no_numbers;
  const int32_t *site = columns->site ? columns->site + first : plan->no_numbers;
  bool suspect = add_up(total, floors, document, site, count, plan);

  if (plan->rounding > 1)
    round_totals(total, count, plan->rounding);
  write_floors(answers->floors ? answers->floors + first : unwanted_verdict,
               answers->below ? answers->below + first : unwanted_below, floors, count);
  return suspect;
}
