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

static void read_facts(struct masks *restrict masks, const uint32_t *known, const uint32_t *holds,
                       size_t count)
{
  if (known)
    for (size_t i = 0; i < count; i++) {
      masks->known[i] = known[i];
      masks->failed[i] = known[i] & ~holds[i];
    }
  else
    for (size_t i = 0; i < count; i++)
      masks->known[i] = masks->failed[i] = 0;
}

/* A day must be known and not after the last one. */
static void judge_by(struct masks *restrict masks, const int32_t *days, size_t count, int32_t last,
                     uint32_t bit)
{
  if (!days)
    return;
  for (size_t i = 0; i < count; i++) {
    masks->known[i] |= days[i] == KQA_NO_DAY ? 0 : bit;
    masks->failed[i] |= days[i] > last ? bit : 0;
  }
}

/* A day within a time fails, whatever is declared. */
static void judge_within(struct masks *restrict masks, const int32_t *days, size_t count,
                         int32_t from, int32_t to, uint32_t bit)
{
  if (!days)
    return;
  for (size_t i = 0; i < count; i++) {
    uint32_t hit = ((days[i] >= from) & (days[i] <= to)) ? bit : 0;

    masks->known[i] |= hit;
    masks->failed[i] |= hit;
  }
}

/* Art. 14: one of four bodies recommends. */
static void judge_recommendation(struct masks *restrict masks, const int8_t *bodies, size_t count)
{
  const uint32_t bit = BIT(KQA_REQUIREMENT_RECOMMENDED_BY);

  if (!bodies)
    return;
  for (size_t i = 0; i < count; i++) {
    masks->known[i] |= bodies[i] == KQA_RECOMMENDER_UNKNOWN ? 0 : bit;
    masks->failed[i] |= bodies[i] == KQA_RECOMMENDER_NONE ? bit : 0;
  }
}

/* Art. 14: so many copies. */
static void judge_copies(struct masks *restrict masks, const int32_t *copies, size_t count,
                         int32_t min_copies)
{
  const uint32_t bit = BIT(KQA_REQUIREMENT_COPIES);

  if (!copies)
    return;
  for (size_t i = 0; i < count; i++) {
    uint32_t known = copies[i] == KQA_NO_NUMBER ? 0 : bit;

    masks->known[i] |= known;
    masks->failed[i] |= copies[i] < min_copies ? known : 0;
  }
}

/* From the bits of requirements to the places of their findings. */
static uint32_t in_places(uint32_t bits)
{
  return (bits & (FACTS_BEFORE | LATER)) | (bits & FACTS_AFTER) << 1 |
         (bits & OPERATING_YEARS) >> (KQA_REQUIREMENT_OPERATING_SINCE - PLACE_OPERATING_YEARS);
}

/* Place of the lowest of some bits below the guard: how many zeros there are below it, counted two,
 * four and eight bits at a time. */
static uint32_t lowest_place(uint32_t bits)
{
  uint32_t guarded = bits | BIT(31);
  uint32_t below = (guarded - 1) & ~guarded;
  uint32_t pairs = below - (below >> 1 & UINT32_C(0x55555555));
  uint32_t fours = (pairs & UINT32_C(0x33333333)) + (pairs >> 2 & UINT32_C(0x33333333));
  uint32_t eights = (fours + (fours >> 4)) & UINT32_C(0x0f0f0f0f);

  return (eights + (eights >> 8) + (eights >> 16) + (eights >> 24)) & 31;
}

/* Not met when a provision is not met, else unknown when one is, else met; and the first place that
 * made it so. */
static void write_verdicts(int8_t *restrict verdict, int8_t *restrict decisive,
                           const struct masks *masks, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    uint32_t failed = masks->failed[i];
    uint32_t unknown = REQUIREMENTS & ~masks->known[i];
    uint32_t deciding = failed ? failed : unknown;
    int32_t open = unknown ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;

    verdict[i] = (int8_t)(failed ? KQA_VERDICT_NOT_MET : open);
    decisive[i] = (int8_t)(deciding ? (int32_t)lowest_place(in_places(deciding)) : -1);
  }
}

static void write_masks(uint32_t *restrict failing, uint32_t *restrict missing,
                        const struct masks *masks, size_t count)
{
  if (failing)
    for (size_t i = 0; i < count; i++)
      failing[i] = in_places(masks->failed[i]);
  if (missing)
    for (size_t i = 0; i < count; i++)
      missing[i] = masks->failed[i] ? 0 : REQUIREMENTS & ~masks->known[i];
}

void kqa_batch_eligibility(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_columns *columns = &block->columns;
  const struct kqa_answers *answers = &block->answers;
  const size_t count = block->count;
  struct masks masks;
  int8_t unwanted[BATCH_BLOCK];

  read_facts(&masks, columns->known, columns->holds, count);
  judge_by(&masks, columns->operating_since, count, plan->latest_start, OPERATING_YEARS);
  judge_within(&masks, columns->inspection_failure, count, plan->inspection_window, plan->deadline,
               BIT(KQA_FACT_INSPECTIONS_CLEAN));
  judge_within(&masks, columns->major_accident, count, plan->other_window, plan->deadline,
               BIT(KQA_FACT_NO_MAJOR_ACCIDENT));
  judge_within(&masks, columns->major_complaint, count, plan->other_window, plan->deadline,
               BIT(KQA_FACT_NO_MAJOR_COMPLAINT));
  judge_recommendation(&masks, columns->recommended_by, count);
  judge_copies(&masks, columns->copies, count, plan->min_copies);
  judge_by(&masks, columns->received, count, plan->deadline, BIT(KQA_REQUIREMENT_RECEIVED));
  judge_within(&masks, columns->fraud, count, plan->fraud_from, plan->deadline,
               BIT(PLACE_FRAUD_BAR));
  judge_within(&masks, columns->revocation, count, plan->revocation_from, plan->deadline,
               BIT(PLACE_REVOCATION_BAR));
  if (answers->verdict || answers->decisive)
    write_verdicts(answers->verdict ? answers->verdict : unwanted,
                   answers->decisive ? answers->decisive : unwanted, &masks, count);
  write_masks(answers->failing, answers->missing, &masks, count);
}
