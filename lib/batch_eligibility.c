/* The qualification check over columns: Art. 12, 14, 15, 26, 30. */
#include "batch_core.h"
#include "batch_places.h"
#include "eligibility_core.h"

/* Of each row what the columns beside the masks make known and not met, and its bars. */
struct judged {
  uint32_t known[BATCH_BLOCK];
  uint32_t failed[BATCH_BLOCK];
};

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures within: \result == (from <= day <= to ? bit : 0);
  @*/
static inline uint32_t within(int32_t day, int32_t from, int32_t to, uint32_t bit)
{
  return bit_if((day >= from) & (day <= to), bit);
}

/* Art. 12(6), 26 and 30: an incident or decision within its time fails, whatever is declared. */
/*@ requires judged: \valid(judged);
  @ requires plan: \valid_read(plan);
  @ requires block: readable_block(block);
  @ terminates \true;
  @ assigns judged->known[0 .. block->count - 1], judged->failed[0 .. block->count - 1];
  @*/
static bool judge_record(struct judged *restrict judged, const struct batch_plan *plan,
                         const struct batch_block *block)
{
  const int32_t *inspection = days_of(block->columns->inspection_failure, block, plan);
  const int32_t *accident = days_of(block->columns->major_accident, block, plan);
  const int32_t *complaint = days_of(block->columns->major_complaint, block, plan);
  const int32_t *fraud = days_of(block->columns->fraud, block, plan);
  const int32_t *revocation = days_of(block->columns->revocation, block, plan);
  const int32_t inspection_window = plan->inspection_window;
  const int32_t other_window = plan->other_window;
  const int32_t fraud_from = plan->fraud_from;
  const int32_t revocation_from = plan->revocation_from;
  const int32_t deadline = plan->deadline;
  const size_t count = block->count;
  struct days_seen seen = nothing_seen();

  /*@ loop invariant row: 0 <= i <= count;
    @ loop assigns i, seen, judged->known[0 .. count - 1], judged->failed[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    uint32_t hit =
      within(inspection[i], inspection_window, deadline, BIT(KQA_FACT_INSPECTIONS_CLEAN)) |
      within(accident[i], other_window, deadline, BIT(KQA_FACT_NO_MAJOR_ACCIDENT)) |
      within(complaint[i], other_window, deadline, BIT(KQA_FACT_NO_MAJOR_COMPLAINT)) |
      within(fraud[i], fraud_from, deadline, BIT(PLACE_FRAUD_BAR)) |
      within(revocation[i], revocation_from, deadline, BIT(PLACE_REVOCATION_BAR));

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
/*@ requires judged: \valid(judged);
  @ requires plan: \valid_read(plan);
  @ requires block: readable_block(block);
  @ terminates \true;
  @ assigns judged->known[0 .. block->count - 1], judged->failed[0 .. block->count - 1];
  @*/
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

  /*@ loop invariant row: 0 <= i <= count;
    @ loop assigns i, seen, least_copies, most_copies, judged->known[0 .. count - 1],
    @   judged->failed[0 .. count - 1];
    @ loop variant count - i;
    @*/
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
/*@ requires judged: \valid(judged) && count <= BATCH_BLOCK;
  @ requires bodies: \valid_read(bodies + (0 .. count - 1));
  @ terminates \true;
  @ assigns judged->known[0 .. count - 1], judged->failed[0 .. count - 1];
  @*/
static bool judge_recommendation(struct judged *restrict judged, const int8_t *bodies, size_t count)
{
  const uint32_t bit = BIT(KQA_REQUIREMENT_RECOMMENDED_BY);
  uint32_t suspect = 0;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop assigns i, suspect, judged->known[0 .. count - 1], judged->failed[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    judged->known[i] |= bit_if(bodies[i] != KQA_RECOMMENDER_UNKNOWN, bit);
    judged->failed[i] |= bit_if(bodies[i] == KQA_RECOMMENDER_NONE, bit);
    suspect |= (bodies[i] < KQA_RECOMMENDER_UNKNOWN) | (bodies[i] > KQA_RECOMMENDER_NONE);
  }
  return suspect;
}

/*@ requires judged: \valid(judged);
  @ requires plan: \valid_read(plan);
  @ requires block: readable_block(block);
  @ terminates \true;
  @ assigns judged->known[0 .. block->count - 1], judged->failed[0 .. block->count - 1];
  @*/
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

/* Bits of the requirements that fail, by the masks and by the other columns, and of those that are
 * unknown. */
/*@ predicate declared_failing(integer known, integer holds) =
  @   (known & (uint32_t)(~holds)) != 0;
  @ predicate open(integer declared, integer judged) =
  @   (ALL_REQUIREMENTS & (uint32_t)(~(declared | judged))) != 0;
  @ predicate row_verdict(integer known, integer holds, integer judged_known,
  @                       integer judged_failed, integer pair) =
  @   0 <= pair / 256 <= 32 && (pair / 256 == 0 <==> pair % 256 == KQA_VERDICT_MET) &&
  @   0 <= pair % 256 <= 2 && (pair % 256 == KQA_VERDICT_NOT_MET <==>
  @     declared_failing(known, holds) || judged_failed != 0) &&
  @   (pair % 256 == KQA_VERDICT_MET <==> !declared_failing(known, holds) &&
  @     judged_failed == 0 && !open(known, judged_known));
  @*/
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures failed: \result == 0 <==> !declared_failing(known, holds) && judged == 0;
  @*/
static inline uint32_t failed_of(uint32_t known, uint32_t holds, uint32_t judged)
{
  return (known & ~holds) | judged;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures unknown: \result == 0 <==> !open(known, judged);
  @*/
static inline uint32_t unknown_of(uint32_t known, uint32_t judged)
{
  return ALL_REQUIREMENTS & ~(known | judged);
}

/* Whether bits of the masks stand that may not stand. */
/*@ requires masks: \valid_read(known + (0 .. count - 1)) &&
  @   \valid_read(holds + (0 .. count - 1));
  @ requires judged: \valid_read(judged) && count <= BATCH_BLOCK;
  @ requires room: \valid(answers + (0 .. count - 1)) &&
  @   \separated(answers + (0 .. count - 1), known + (0 .. count - 1)) &&
  @   \separated(answers + (0 .. count - 1), holds + (0 .. count - 1)) &&
  @   \separated(answers + (0 .. count - 1), judged);
  @ terminates \true;
  @ assigns answers[0 .. count - 1];
  @ ensures verdict: \forall integer i; 0 <= i < count ==>
  @   row_verdict(known[i], holds[i], judged->known[i], judged->failed[i], answers[i]);
  @*/
static bool decide(uint32_t *restrict answers, const uint32_t *known, const uint32_t *holds,
                   const struct judged *judged, size_t count, uint32_t allowed)
{
  uint32_t any_known = 0;
  uint32_t any_contrary = 0;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant verdict: \forall integer k; 0 <= k < i ==>
    @   row_verdict(known[k], holds[k], judged->known[k], judged->failed[k], answers[k]);
    @ loop assigns i, any_known, any_contrary, answers[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    uint32_t failed = failed_of(known[i], holds[i], judged->failed[i]);
    uint32_t unknown = unknown_of(known[i], judged->known[i]);

    any_known |= known[i];
    any_contrary |= holds[i] & ~known[i];
    answers[i] = verdict_and_place(failed, unknown);
  }
  return (any_known & ~allowed) || any_contrary;
}

/*@ requires masks: \valid_read(known + (0 .. count - 1)) &&
  @   \valid_read(holds + (0 .. count - 1));
  @ requires judged: \valid_read(judged) && count <= BATCH_BLOCK;
  @ requires rows: \valid(failing + (0 .. count - 1));
  @ terminates \true;
  @ assigns failing[0 .. count - 1];
  @*/
static void write_failing(uint32_t *restrict failing, const uint32_t *known, const uint32_t *holds,
                          const struct judged *judged, size_t count)
{
  /*@ loop invariant row: 0 <= i <= count;
    @ loop assigns i, failing[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    failing[i] = in_places(failed_of(known[i], holds[i], judged->failed[i]));
}

/*@ requires masks: \valid_read(known + (0 .. count - 1)) &&
  @   \valid_read(holds + (0 .. count - 1));
  @ requires judged: \valid_read(judged) && count <= BATCH_BLOCK;
  @ requires rows: \valid(missing + (0 .. count - 1));
  @ terminates \true;
  @ assigns missing[0 .. count - 1];
  @*/
static void write_missing(uint32_t *restrict missing, const uint32_t *known, const uint32_t *holds,
                          const struct judged *judged, size_t count)
{
  /*@ loop invariant row: 0 <= i <= count;
    @ loop assigns i, missing[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    uint32_t failed = failed_of(known[i], holds[i], judged->failed[i]);
    uint32_t unknown = unknown_of(known[i], judged->known[i]);

    missing[i] = failed ? 0 : unknown;
  }
}

/* Of each row the verdict, and from pairs the place that decides, -1 for none. */
/*@ requires pairs: \valid_read(pairs + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> pairs[i] / 256 <= 32 && pairs[i] % 256 <= 2;
  @ requires room: \valid(verdict + (0 .. count - 1)) && \valid(decisive + (0 .. count - 1));
  @ requires separate: \separated(verdict + (0 .. count - 1), decisive + (0 .. count - 1));
  @ terminates \true;
  @ assigns verdict[0 .. count - 1], decisive[0 .. count - 1];
  @ ensures verdict: \forall integer i; 0 <= i < count ==> verdict[i] == pairs[i] % 256;
  @ ensures decisive: \forall integer i; 0 <= i < count ==> decisive[i] == pairs[i] / 256 - 1;
  @*/
static void write_verdicts(int8_t *restrict verdict, int8_t *restrict decisive,
                           const uint32_t *pairs, size_t count)
{
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant verdict: \forall integer k; 0 <= k < i ==> verdict[k] == pairs[k] % 256;
    @ loop invariant decisive: \forall integer k; 0 <= k < i ==>
    @   decisive[k] == pairs[k] / 256 - 1;
    @ loop assigns i, verdict[0 .. count - 1], decisive[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    verdict[i] = (int8_t)(pairs[i] % 256);
    decisive[i] = (int8_t)((int32_t)(pairs[i] / 256) - 1);
  }
}

/* Decides a block by the masks and what the other columns give. */
/*@ requires plan: \valid_read(plan) && \valid_read(judged);
  @ requires block: readable_block(block);
  @ requires separate: kqa_separate_answers(block->answers, block->first,
  @   block->first + block->count);
  @ terminates \true;
  @ assigns block->answers->verdict[block->first .. block->first + block->count - 1],
  @   block->answers->decisive[block->first .. block->first + block->count - 1],
  @   block->answers->failing[block->first .. block->first + block->count - 1],
  @   block->answers->missing[block->first .. block->first + block->count - 1];
  @*/
static bool conclude(const struct judged *judged, const struct batch_plan *plan,
                     const struct batch_block *block)
{
  static const uint32_t nothing_known[BATCH_BLOCK] = {0};
  const struct kqa_columns *columns = block->columns;
  const struct kqa_answers *answers = block->answers;
  const size_t first = block->first;
  const size_t count = block->count;
  const uint32_t *known = columns->known ? columns->known + first : nothing_known;
  const uint32_t *holds = columns->holds ? columns->holds + first : nothing_known;
  uint32_t verdicts[BATCH_BLOCK];
  int8_t unwanted_verdict[BATCH_BLOCK];
  int8_t unwanted_decisive[BATCH_BLOCK];
  bool suspect = decide(verdicts, known, holds, judged, count, plan->allowed);

  write_verdicts(answers->verdict ? answers->verdict + first : unwanted_verdict,
                 answers->decisive ? answers->decisive + first : unwanted_decisive, verdicts,
                 count);
  if (answers->failing)
    write_failing(answers->failing + first, known, holds, judged, count);
  if (answers->missing)
    write_missing(answers->missing + first, known, holds, judged, count);
  return suspect;
}

bool kqa_batch_eligibility(const struct batch_plan *plan, const struct batch_block *block)
{
  static const struct judged nothing = {.known = {0}};
  struct judged room;
  bool suspect;

  if (!plan->has_more)
    return conclude(&nothing, plan, block);
  suspect = judge(&room, plan, block);
  suspect |= conclude(&room, plan, block);
  return suspect;
}
