/* Totals and floors over columns: Art. 5 and 18. */
#include "batch_core.h"

/* Art. 18: both scores by their weights, millionths by permille being billionths. Art. 5: whether
 * that is below the floor; any of both is for nothing where a score is missing. */
static void add_up(int64_t *restrict total, uint32_t *restrict is_low, const int32_t *document,
                   const int32_t *site, size_t count, const struct batch_plan *plan)
{
  const int32_t document_permille = plan->document_permille;
  const int32_t site_permille = plan->site_permille;
  const int64_t total_floor = plan->total_floor;

  for (size_t i = 0; i < count; i++) {
    int64_t sum = (int64_t)document_permille * document[i] + (int64_t)site_permille * site[i];

    total[i] = (document[i] | site[i]) < 0 ? KQA_NO_NUMBER : sum;
    is_low[i] = (uint32_t)((uint64_t)(sum - total_floor) >> 63);
  }
}

/* The reading `score.rounding`: half to even, by GB/T 8170. */
static void round_totals(int64_t *total, size_t count, int64_t parts)
{
  for (size_t i = 0; i < count; i++) {
    int64_t quotient = total[i] / parts;
    int64_t twice = total[i] % parts * 2;

    if (total[i] > 0)
      total[i] = (quotient + (twice > parts || (twice == parts && quotient % 2))) * parts;
  }
}

/* Art. 5: what is there and below its floor. */
static void judge_floors(int8_t *restrict floors, uint8_t *restrict below, const uint32_t *is_low,
                         const int32_t *document, const int32_t *site, size_t count,
                         int32_t site_floor)
{
  for (size_t i = 0; i < count; i++) {
    bool absent = (document[i] | site[i]) < 0;
    uint32_t low_total = is_low[i];
    uint32_t low_site = ((site[i] >= 0) & (site[i] < site_floor)) ? KQA_BELOW_SITE : 0;
    uint32_t low = (absent ? 0 : low_total) | low_site;
    int32_t open = absent ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;

    below[i] = (uint8_t)low;
    floors[i] = (int8_t)(low ? KQA_VERDICT_NOT_MET : open);
  }
}

static const int32_t *column_or_none(const int32_t *column, int32_t *restrict none, size_t count)
{
  if (column)
    return column;
  for (size_t i = 0; i < count; i++)
    none[i] = KQA_NO_NUMBER;
  return none;
}

/* Room for answers that are not wanted. */
struct unwanted {
  int64_t total[BATCH_BLOCK];
  int8_t floors[BATCH_BLOCK];
  uint8_t below[BATCH_BLOCK];
};

void kqa_batch_scores(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_answers *answers = &block->answers;
  const size_t count = block->count;
  int32_t none[BATCH_BLOCK];
  uint32_t is_low[BATCH_BLOCK];
  struct unwanted unwanted;
  int64_t *total = answers->total ? answers->total : unwanted.total;
  const int32_t *document = column_or_none(block->columns.document, none, count);
  const int32_t *site = column_or_none(block->columns.site, none, count);

  if (!answers->total && !answers->floors && !answers->below)
    return;
  add_up(total, is_low, document, site, count, plan);
  if (plan->rounding > 1)
    round_totals(total, count, plan->rounding);
  if (answers->floors || answers->below)
    judge_floors(answers->floors ? answers->floors : unwanted.floors,
                 answers->below ? answers->below : unwanted.below, is_low, document, site, count,
                 plan->site_floor);
}
