/* Totals and floors over columns: Art. 5 and 18. */
#include "batch_core.h"

/* Art. 18: both scores by their weights, millionths by permille being billionths. Art. 5: the
 * verdict on the floors, and above it which of them are there and not met. */
static bool add_up(int64_t *restrict total, uint32_t *restrict floors, const int32_t *document,
                   const int32_t *site, size_t count, const struct batch_plan *plan)
{
  const int32_t document_permille = plan->document_permille;
  const int32_t site_permille = plan->site_permille;
  const int64_t total_floor = plan->total_floor;
  const int32_t site_floor = plan->site_floor;
  int32_t lowest = KQA_NO_NUMBER;
  int32_t highest = MAX_SCORE;

  for (size_t i = 0; i < count; i++) {
    int64_t sum = (int64_t)document_permille * document[i] + (int64_t)site_permille * site[i];
    int32_t either = document[i] | site[i]; /* negative where one is missing */
    uint32_t low_total = (uint32_t)((uint64_t)(sum - total_floor) >> 63);
    uint32_t low_site = ((site[i] >= 0) & (site[i] < site_floor)) ? KQA_BELOW_SITE : 0;
    uint32_t low = (either < 0 ? 0 : low_total) | low_site;
    uint32_t open = either < 0 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;

    total[i] = either < 0 ? KQA_NO_NUMBER : sum;
    floors[i] = low << 8 | (low ? KQA_VERDICT_NOT_MET : open);
    lowest = lesser(lowest, lesser(document[i], site[i]));
    highest = greater(highest, greater(document[i], site[i]));
  }
  return lowest != KQA_NO_NUMBER || highest != MAX_SCORE;
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

bool kqa_batch_scores(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_columns *columns = block->columns;
  const struct kqa_answers *answers = block->answers;
  const size_t first = block->first;
  const size_t count = block->count;
  uint32_t floors[BATCH_BLOCK];
  int64_t unwanted_total[BATCH_BLOCK];
  int8_t unwanted[BATCH_BLOCK];
  int64_t *total = answers->total ? answers->total + first : unwanted_total;
  const int32_t *document = columns->document ? columns->document + first : plan->no_numbers;
  const int32_t *site = columns->site ? columns->site + first : plan->no_numbers;
  bool suspect = add_up(total, floors, document, site, count, plan);

  if (plan->rounding > 1)
    round_totals(total, count, plan->rounding);
  write_bytes(answers->floors ? answers->floors + first : unwanted,
              answers->below ? (int8_t *)answers->below + first : unwanted, floors, count);
  return suspect;
}
