/* Totals and floors over columns: Art. 5 and 18. */
#include "batch_core.h"

/* Scores of each row; KQA_NO_NUMBER where there is none. */
struct scores {
  int32_t document[BATCH_BLOCK];
  int32_t site[BATCH_BLOCK];
  int64_t total[BATCH_BLOCK];
  int32_t below[BATCH_BLOCK];
};

static void read_scores(int32_t *restrict scores, const struct batch_block *block,
                        const int32_t *column)
{
  for (size_t i = 0; i < block->count; i++)
    scores[i] = column ? column[block->first + i] : KQA_NO_NUMBER;
}

/* Art. 18: both scores by their weights. Millionths by permille are billionths. */
static void add_up(const struct batch_plan *plan, struct scores *restrict scores, size_t count)
{
  const int32_t document_permille = plan->document_permille;
  const int32_t site_permille = plan->site_permille;

  for (size_t i = 0; i < count; i++) {
    int32_t document = scores->document[i];
    int32_t site = scores->site[i];
    int64_t total = (int64_t)document_permille * document + (int64_t)site_permille * site;

    scores->total[i] = ((document < 0) | (site < 0)) ? KQA_NO_NUMBER : total;
  }
}

/* The reading `score.rounding`: half to even, by GB/T 8170. */
static void round_totals(struct scores *restrict scores, size_t count, int64_t parts)
{
  for (size_t i = 0; i < count; i++) {
    int64_t total = scores->total[i];
    int64_t quotient = total / parts;
    int64_t twice = total % parts * 2;

    if (total > 0)
      scores->total[i] = (quotient + (twice > parts || (twice == parts && quotient % 2))) * parts;
  }
}

/* Art. 5: what is there and below its floor. */
static void judge_floors(const struct batch_plan *plan, struct scores *restrict scores,
                         size_t count)
{
  const int64_t total_floor = plan->total_floor;
  const int32_t site_floor = plan->site_floor;

  for (size_t i = 0; i < count; i++)
    scores->below[i] =
      ((scores->total[i] >= 0) & (scores->total[i] < total_floor)) ? KQA_BELOW_TOTAL : 0;
  for (size_t i = 0; i < count; i++)
    scores->below[i] |=
      ((scores->site[i] >= 0) & (scores->site[i] < site_floor)) ? KQA_BELOW_SITE : 0;
}

static void write_floors(const struct scores *scores, const struct batch_block *block)
{
  int8_t *floors = block->answers->floors;
  uint8_t *below = block->answers->below;

  if (floors)
    for (size_t i = 0; i < block->count; i++) {
      bool absent = (scores->document[i] < 0) | (scores->site[i] < 0);
      int32_t open = absent ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;

      floors[block->first + i] = (int8_t)(scores->below[i] ? KQA_VERDICT_NOT_MET : open);
    }
  if (below)
    for (size_t i = 0; i < block->count; i++)
      below[block->first + i] = (uint8_t)scores->below[i];
}

void kqa_batch_scores(const struct batch_plan *plan, const struct batch_block *block)
{
  const struct kqa_answers *answers = block->answers;
  struct scores scores;

  if (!answers->total && !answers->floors && !answers->below)
    return;
  read_scores(scores.document, block, block->columns->document);
  read_scores(scores.site, block, block->columns->site);
  add_up(plan, &scores, block->count);
  if (plan->rounding > 1)
    round_totals(&scores, block->count, plan->rounding);
  if (answers->total)
    for (size_t i = 0; i < block->count; i++)
      answers->total[block->first + i] = scores.total[i];
  judge_floors(plan, &scores, block->count);
  write_floors(&scores, block);
}
