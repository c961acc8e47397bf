/* The qualification check over columns: Art. 12, 14, 15, 26, 30. */
#include "batch_core.h"

/* Places of the findings, and where requirements stand among them: the years of operation, which
 * the masks hold after the facts, come fourth; papers and bars stand where their bits do. */
#define PLACE_OPERATING_YEARS 3
#define PLACE_FRAUD_BAR 21
#define PLACE_REVOCATION_BAR 22
#define BIT(place) (UINT32_C(1) << (place))
#define FACTS_BEFORE (BIT(PLACE_OPERATING_YEARS) - 1)
#define FACTS_AFTER (BIT(KQA_FACTS) - BIT(PLACE_OPERATING_YEARS))
#define OPERATING_YEARS BIT(KQA_REQUIREMENT_OPERATING_SINCE)
#define LATER (BIT(KQA_ELIGIBILITY_FINDINGS) - BIT(KQA_REQUIREMENT_RECOMMENDED_BY))
#define REQUIREMENTS (BIT(KQA_REQUIREMENTS) - 1)

/* Of each row the requirements that are known and those that are not met, and its bars. */
struct masks {
  uint32_t known[BATCH_BLOCK];
  uint32_t failed[BATCH_BLOCK];
};

static void read_facts(struct masks *restrict masks, const struct batch_block *block)
{
  const uint32_t *known = block->columns->known;
  const uint32_t *holds = block->columns->holds;

  for (size_t i = 0; i < block->count; i++) {
    masks->known[i] = known ? known[block->first + i] : 0;
    masks->failed[i] = known ? known[block->first + i] & ~holds[block->first + i] : 0;
  }
}

/* A day must be known and not after the last one. */
static void judge_by(struct masks *restrict masks, const struct batch_block *block,
                     const int32_t *column, int32_t last, uint32_t bit)
{
  if (!column)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int32_t day = column[block->first + i];

    masks->known[i] |= day == KQA_NO_DAY ? 0 : bit;
    masks->failed[i] |= day > last ? bit : 0;
  }
}

/* A day within a time fails, whatever is declared. */
static void judge_within(struct masks *restrict masks, const struct batch_block *block,
                         const int32_t *column, int32_t from, int32_t to, uint32_t bit)
{
  if (!column)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int32_t day = column[block->first + i];
    uint32_t hit = ((day >= from) & (day <= to)) ? bit : 0;

    masks->known[i] |= hit;
    masks->failed[i] |= hit;
  }
}

/* Art. 14: one of four bodies recommends. */
static void judge_recommendation(struct masks *restrict masks, const struct batch_block *block)
{
  const int8_t *column = block->columns->recommended_by;
  const uint32_t bit = BIT(KQA_REQUIREMENT_RECOMMENDED_BY);

  if (!column)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int32_t body = column[block->first + i];

    masks->known[i] |= body == KQA_RECOMMENDER_UNKNOWN ? 0 : bit;
    masks->failed[i] |= body == KQA_RECOMMENDER_NONE ? bit : 0;
  }
}

/* Art. 14: so many copies. */
static void judge_copies(struct masks *restrict masks, const struct batch_block *block,
                         int32_t min_copies)
{
  const int32_t *column = block->columns->copies;
  const uint32_t bit = BIT(KQA_REQUIREMENT_COPIES);

  if (!column)
    return;
  for (size_t i = 0; i < block->count; i++) {
    uint32_t known = column[block->first + i] == KQA_NO_NUMBER ? 0 : bit;

    masks->known[i] |= known;
    masks->failed[i] |= column[block->first + i] < min_copies ? known : 0;
  }
}

/* From the bits of requirements to the places of their findings. */
static uint32_t in_places(uint32_t bits)
{
  return (bits & FACTS_BEFORE) | (bits & FACTS_AFTER) << 1 |
         (bits & OPERATING_YEARS) >> (KQA_REQUIREMENT_OPERATING_SINCE - PLACE_OPERATING_YEARS) |
         (bits & LATER);
}

/* Place of the lowest bit, -1 for none: the bit's own number, put together digit by digit. */
static int32_t lowest_place(uint32_t bits)
{
  uint32_t guarded = bits | BIT(31);
  uint32_t lowest = guarded & ~(guarded - 1);
  uint32_t place = 0;

  place |= lowest & UINT32_C(0xaaaaaaaa) ? 1 : 0;
  place |= lowest & UINT32_C(0xcccccccc) ? 2 : 0;
  place |= lowest & UINT32_C(0xf0f0f0f0) ? 4 : 0;
  place |= lowest & UINT32_C(0xff00ff00) ? 8 : 0;
  place |= lowest & UINT32_C(0xffff0000) ? 16 : 0;
  return bits ? (int32_t)place : -1;
}

static void write_verdicts(const struct masks *masks, const struct batch_block *block)
{
  int8_t *verdict = block->answers->verdict;

  if (!verdict)
    return;
  for (size_t i = 0; i < block->count; i++) {
    int32_t open = REQUIREMENTS & ~masks->known[i] ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;

    verdict[block->first + i] = (int8_t)(masks->failed[i] ? KQA_VERDICT_NOT_MET : open);
  }
}

static void write_decisive(const struct masks *masks, const struct batch_block *block)
{
  int8_t *decisive = block->answers->decisive;

  if (!decisive)
    return;
  for (size_t i = 0; i < block->count; i++) {
    uint32_t failed = masks->failed[i];
    uint32_t unknown = REQUIREMENTS & ~masks->known[i];

    decisive[block->first + i] = (int8_t)lowest_place(in_places(failed ? failed : unknown));
  }
}

static void write_masks(const struct masks *masks, const struct batch_block *block)
{
  uint32_t *failing = block->answers->failing;
  uint32_t *missing = block->answers->missing;

  if (failing)
    for (size_t i = 0; i < block->count; i++)
      failing[block->first + i] = in_places(masks->failed[i]);
  if (missing)
    for (size_t i = 0; i < block->count; i++)
      missing[block->first + i] = masks->failed[i] ? 0 : REQUIREMENTS & ~masks->known[i];
}

void kqa_batch_eligibility(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_columns *columns = block->columns;
  struct masks masks;

  read_facts(&masks, block);
  judge_by(&masks, block, columns->operating_since, plan->latest_start, OPERATING_YEARS);
  judge_within(&masks, block, columns->inspection_failure, plan->inspection_window, plan->deadline,
               BIT(KQA_FACT_INSPECTIONS_CLEAN));
  judge_within(&masks, block, columns->major_accident, plan->other_window, plan->deadline,
               BIT(KQA_FACT_NO_MAJOR_ACCIDENT));
  judge_within(&masks, block, columns->major_complaint, plan->other_window, plan->deadline,
               BIT(KQA_FACT_NO_MAJOR_COMPLAINT));
  judge_recommendation(&masks, block);
  judge_copies(&masks, block, plan->min_copies);
  judge_by(&masks, block, columns->received, plan->deadline, BIT(KQA_REQUIREMENT_RECEIVED));
  judge_within(&masks, block, columns->fraud, plan->fraud_from, plan->deadline,
               BIT(PLACE_FRAUD_BAR));
  judge_within(&masks, block, columns->revocation, plan->revocation_from, plan->deadline,
               BIT(PLACE_REVOCATION_BAR));
  write_verdicts(&masks, block);
  write_decisive(&masks, block);
  write_masks(&masks, block);
}
