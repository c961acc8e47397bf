/* The qualification check over columns: Art. 12, 14, 15, 26, 30. */
#include "batch_core.h"

#include "eligibility_core.h"

/* Where requirements stand among the findings: the years of operation, which the masks hold after
 * the facts, come fourth; papers and bars stand where their bits do. */
#define BIT(place) (UINT32_C(1) << (place))
#define FACTS_BEFORE (BIT(PLACE_OPERATING_YEARS) - 1)
#define FACTS_AFTER (BIT(KQA_FACTS) - BIT(PLACE_OPERATING_YEARS))
#define OPERATING_YEARS BIT(KQA_REQUIREMENT_OPERATING_SINCE)
#define LATER (BIT(KQA_ELIGIBILITY_FINDINGS) - BIT(KQA_REQUIREMENT_RECOMMENDED_BY))

/* Of each row what the columns beside the masks make known and not met, and its bars. */
struct judged {
  uint32_t known[BATCH_BLOCK];
  uint32_t failed[BATCH_BLOCK];
};

static inline uint32_t bit_if(bool condition, uint32_t bit)
{
  return condition ? bit : 0;
}

static inline uint32_t within(int32_t day, int32_t from, int32_t to, uint32_t bit)
{
  return bit_if((day >= from) & (day <= to), bit);
}

/* Art. 12(6), 26 and 30: an incident or decision within its time fails, whatever is declared. */
static bool judge_record(struct judged *restrict judged, const struct batch_plan *plan,
                         const struct batch_block *block)
{
  const int32_t *inspection = days_of(block->columns->inspection_failure, block, plan);
  const int32_t *accident = days_of(block->columns->major_accident, block, plan);
  const int32_t *complaint = days_of(block->columns->major_complaint, block, plan);
  const int32_t *fraud = days_of(block->columns->fraud, block, plan);
  const int32_t *revocation = days_of(block->columns->revocation, block, plan);
  const struct batch_plan p = *plan;
  const size_t count = block->count;
  struct days_seen seen = nothing_seen();

  for (size_t i = 0; i < count; i++) {
    uint32_t hit =
      within(inspection[i], p.inspection_window, p.deadline, BIT(KQA_FACT_INSPECTIONS_CLEAN)) |
      within(accident[i], p.other_window, p.deadline, BIT(KQA_FACT_NO_MAJOR_ACCIDENT)) |
      within(complaint[i], p.other_window, p.deadline, BIT(KQA_FACT_NO_MAJOR_COMPLAINT)) |
      within(fraud[i], p.fraud_from, p.deadline, BIT(PLACE_FRAUD_BAR)) |
      within(revocation[i], p.revocation_from, p.deadline, BIT(PLACE_REVOCATION_BAR));

    judged->known[i] = hit;
    judged->failed[i] = hit;
    see_day(&seen, inspection[i]);
    see_day(&seen, accident[i]);
    see_day(&seen, complaint[i]);
    see_day(&seen, fraud[i]);
    see_day(&seen, revocation[i]);
  }
  return saw_impossible_day(seen);
}

/* Art. 12(1) and 14: a day must be known and not after the last one, and so many copies. */
static bool judge_dossier(struct judged *restrict judged, const struct batch_plan *plan,
                          const struct batch_block *block)
{
  const int32_t *since = days_of(block->columns->operating_since, block, plan);
  const int32_t *received = days_of(block->columns->received, block, plan);
  const int32_t *copies =
    block->columns->copies ? block->columns->copies + block->first : plan->no_numbers;
  const int32_t latest_start = plan->latest_start;
  const int32_t deadline = plan->deadline;
  const int32_t min_copies = plan->min_copies;
  const size_t count = block->count;
  struct days_seen seen = nothing_seen();
  int32_t least_copies = KQA_NO_NUMBER;
  int32_t most_copies = MAX_COPIES;

  for (size_t i = 0; i < count; i++) {
    judged->known[i] |= bit_if(since[i] != KQA_NO_DAY, OPERATING_YEARS) |
                        bit_if(received[i] != KQA_NO_DAY, BIT(KQA_REQUIREMENT_RECEIVED)) |
                        bit_if(copies[i] != KQA_NO_NUMBER, BIT(KQA_REQUIREMENT_COPIES));
    judged->failed[i] |=
      bit_if(since[i] > latest_start, OPERATING_YEARS) |
      bit_if(received[i] > deadline, BIT(KQA_REQUIREMENT_RECEIVED)) |
      bit_if((copies[i] < min_copies) & (copies[i] != KQA_NO_NUMBER), BIT(KQA_REQUIREMENT_COPIES));
    see_day(&seen, since[i]);
    see_day(&seen, received[i]);
    least_copies = lesser(least_copies, copies[i]);
    most_copies = greater(most_copies, copies[i]);
  }
  return saw_impossible_day(seen) || least_copies != KQA_NO_NUMBER || most_copies != MAX_COPIES;
}

/* Art. 14: one of four bodies recommends. */
static bool judge_recommendation(struct judged *restrict judged, const int8_t *bodies, size_t count)
{
  const uint32_t bit = BIT(KQA_REQUIREMENT_RECOMMENDED_BY);
  uint32_t suspect = 0;

  for (size_t i = 0; i < count; i++) {
    judged->known[i] |= bit_if(bodies[i] != KQA_RECOMMENDER_UNKNOWN, bit);
    judged->failed[i] |= bit_if(bodies[i] == KQA_RECOMMENDER_NONE, bit);
    suspect |= (bodies[i] < KQA_RECOMMENDER_UNKNOWN) | (bodies[i] > KQA_RECOMMENDER_NONE);
  }
  return suspect;
}

static bool judge(struct judged *judged, const struct batch_plan *plan,
                  const struct batch_block *block)
{
  const int8_t *recommended_by = block->columns->recommended_by;
  bool suspect = judge_record(judged, plan, block);

  suspect |= judge_dossier(judged, plan, block);
  if (recommended_by)
    suspect |= judge_recommendation(judged, recommended_by + block->first, block->count);
  return suspect;
}

/* From the bits of requirements to the places of their findings. */
static uint32_t in_places(uint32_t bits)
{
  return (bits & (FACTS_BEFORE | LATER)) | (bits & FACTS_AFTER) << 1 |
         (bits & OPERATING_YEARS) >>
           ((int)KQA_REQUIREMENT_OPERATING_SINCE - (int)PLACE_OPERATING_YEARS);
}

/* How many zeros stand below the lowest bit, counted two, four and eight bits at a time. Without
 * any bit the guard above the last place stands for it. */
static uint32_t lowest_place(uint32_t bits)
{
  uint32_t guarded = bits | BIT(KQA_ELIGIBILITY_FINDINGS);
  uint32_t below = (guarded - 1) & ~guarded;
  uint32_t pairs = below - (below >> 1 & UINT32_C(0x555555));
  uint32_t fours = (pairs & UINT32_C(0x333333)) + (pairs >> 2 & UINT32_C(0x333333));
  uint32_t eights = (fours + (fours >> 4)) & UINT32_C(0x0f0f0f);

  return (eights + (eights >> 8) + (eights >> 16)) & 31;
}

/* Not met when a provision is not met, else unknown when one is, else met; above the verdict the
 * first place that made it so, where all bits set stand for none. */
static uint32_t verdict_and_place(uint32_t failed, uint32_t unknown)
{
  uint32_t deciding = failed | (unknown & (failed ? 0 : UINT32_MAX));
  uint32_t none = deciding ? 0 : UINT32_MAX;
  uint32_t verdict =
    (uint32_t)(failed != 0) * KQA_VERDICT_NOT_MET + (uint32_t)(deciding == 0) * KQA_VERDICT_MET;

  return verdict | (none | lowest_place(in_places(deciding))) << 8;
}

/* Whether bits of the masks stand that may not stand. */
static bool decide(uint32_t *restrict answers, const uint32_t *known, const uint32_t *holds,
                   const struct judged *judged, size_t count, uint32_t allowed)
{
  uint32_t any_known = 0;
  uint32_t any_contrary = 0;

  for (size_t i = 0; i < count; i++) {
    uint32_t failed = (known[i] & ~holds[i]) | judged->failed[i];
    uint32_t unknown = ALL_REQUIREMENTS & ~(known[i] | judged->known[i]);

    any_known |= known[i];
    any_contrary |= holds[i] & ~known[i];
    answers[i] = verdict_and_place(failed, unknown);
  }
  return (any_known & ~allowed) || any_contrary;
}

static void write_failing(uint32_t *restrict failing, const uint32_t *known, const uint32_t *holds,
                          const struct judged *judged, size_t count)
{
  for (size_t i = 0; i < count; i++)
    failing[i] = in_places((known[i] & ~holds[i]) | judged->failed[i]);
}

static void write_missing(uint32_t *restrict missing, const uint32_t *known, const uint32_t *holds,
                          const struct judged *judged, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    uint32_t failed = (known[i] & ~holds[i]) | judged->failed[i];
    uint32_t unknown = ALL_REQUIREMENTS & ~(known[i] | judged->known[i]);

    missing[i] = failed ? 0 : unknown;
  }
}

bool kqa_batch_eligibility(const struct batch_plan *plan, const struct batch_block *block)
{
  static const struct judged nothing = {.known = {0}};
  const struct kqa_columns *columns = block->columns;
  const struct kqa_answers *answers = block->answers;
  const size_t first = block->first;
  const size_t count = block->count;
  const uint32_t *known = columns->known ? columns->known + first : nothing.known;
  const uint32_t *holds = columns->holds ? columns->holds + first : nothing.known;
  const struct judged *judged = &nothing;
  struct judged room;
  uint32_t verdicts[BATCH_BLOCK];
  int8_t unwanted_verdict[BATCH_BLOCK];
  int8_t unwanted_decisive[BATCH_BLOCK];
  bool suspect = false;

  if (plan->has_more) {
    suspect = judge(&room, plan, block);
    judged = &room;
  }
  suspect |= decide(verdicts, known, holds, judged, count, plan->allowed);
  write_bytes(answers->verdict ? answers->verdict + first : unwanted_verdict,
              answers->decisive ? answers->decisive + first : unwanted_decisive, verdicts, count);
  if (answers->failing)
    write_failing(answers->failing + first, known, holds, judged, count);
  if (answers->missing)
    write_missing(answers->missing + first, known, holds, judged, count);
  return suspect;
}
