/* Bits of requirements, the places of their findings and the verdict on a row, without branches:
 * for batch_eligibility.c. */
#ifndef KQAWARD_BATCH_PLACES_H
#define KQAWARD_BATCH_PLACES_H

#include "eligibility_core.h"

/* Where requirements stand among the findings: the years of operation, which the masks hold after
 * the facts, come fourth; papers and bars stand where their bits do. */
#define BIT(place) (UINT32_C(1) << (place))
#define FACTS_BEFORE (BIT(PLACE_OPERATING_YEARS) - 1)
#define FACTS_AFTER (BIT(KQA_FACTS) - BIT(PLACE_OPERATING_YEARS))
#define OPERATING_YEARS BIT(KQA_REQUIREMENT_OPERATING_SINCE)
#define LATER (BIT(KQA_ELIGIBILITY_FINDINGS) - BIT(KQA_REQUIREMENT_RECOMMENDED_BY))

/* The lower half of every two, four and eight bits. */
#define PAIRS UINT32_C(0x555555)
#define FOURS UINT32_C(0x333333)
#define EIGHTS UINT32_C(0x0f0f0f)

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures bit: \result == (condition ? bit : 0);
  @*/
static inline uint32_t bit_if(bool condition, uint32_t bit)
{
  return condition ? bit : 0;
}

/* Of some bits those of a mask. */
/*@ requires mask: mask == (FACTS_BEFORE | LATER) || mask == FACTS_AFTER ||
  @   mask == OPERATING_YEARS || mask == PAIRS || mask == FOURS || mask == EIGHTS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result <= mask;
  @*/
static inline uint32_t among(uint32_t bits, uint32_t mask)
{
  /*@ assert requirements: mask == (FACTS_BEFORE | LATER) ==>
    @   (bits & mask) <= (FACTS_BEFORE | LATER);
    @*/
  /*@ assert facts: mask == FACTS_AFTER ==> (bits & mask) <= FACTS_AFTER; */
  /*@ assert years: mask == OPERATING_YEARS ==> (bits & mask) <= OPERATING_YEARS; */
  /*@ assert pairs: mask == PAIRS ==> (bits & mask) <= PAIRS; */
  /*@ assert fours: mask == FOURS ==> (bits & mask) <= FOURS; */
  /*@ assert eights: mask == EIGHTS ==> (bits & mask) <= EIGHTS; */
  return bits & mask;
}

/* From the bits of requirements to the places of their findings, which no two share. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result < 1 << KQA_ELIGIBILITY_FINDINGS;
  @*/
static inline uint32_t in_places(uint32_t bits)
{
  return among(bits, FACTS_BEFORE | LATER) + among(bits, FACTS_AFTER) * 2 +
         among(bits, OPERATING_YEARS) /
           BIT((int)KQA_REQUIREMENT_OPERATING_SINCE - (int)PLACE_OPERATING_YEARS);
}

/* How many zeros stand below the lowest bit, counted two, four and eight bits at a time. Without
 * any bit the guard above the last place stands for it. */
/*@ requires places: bits < 1 << KQA_ELIGIBILITY_FINDINGS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result <= 31;
  @*/
static inline uint32_t lowest_place(uint32_t bits)
{
  uint32_t guarded = bits + BIT(KQA_ELIGIBILITY_FINDINGS);
  uint32_t below = (guarded - 1) & ~guarded;
  uint32_t pairs = among(below, PAIRS) + among(below / 2, PAIRS);
  uint32_t fours = among(pairs, FOURS) + among(pairs / 4, FOURS);
  uint32_t eights = among(fours + fours / 16, EIGHTS);

  return (eights + eights / 256 + eights / 65536) % 32;
}

/* The verdict on a row and above it one more than the place that decides. */
/*@ predicate verdict_pair(integer failed, integer unknown, integer pair) =
  @   0 <= pair / 256 <= 32 && (pair / 256 == 0 <==> failed == 0 && unknown == 0) &&
  @   pair % 256 == (failed != 0 ? KQA_VERDICT_NOT_MET :
  @     unknown != 0 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET);
  @*/

/* Not met when a provision is not met, else unknown when one is, else met; above the verdict one
 * more than the first place that made it so, or 0 for none. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art15: verdict_pair(failed, unknown, \result);
  @*/
static inline uint32_t verdict_and_place(uint32_t failed, uint32_t unknown)
{
  uint32_t deciding = failed + bit_if(failed == 0, unknown);
  uint32_t verdict =
    bit_if(failed != 0, KQA_VERDICT_NOT_MET) + bit_if(deciding == 0, KQA_VERDICT_MET);
  uint32_t place = lowest_place(in_places(deciding));

  return verdict + 256 * bit_if(deciding != 0, place + 1);
}

#endif
