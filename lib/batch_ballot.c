/* Ballots over columns: Art. 19. */
#include "batch_core.h"

#include "edition_core.h"
#include "status_fault.h"

/* Bits of what fails, at the places of the findings. */
#define FAILS_CONVENER 1
#define FAILS_QUORUM 2
#define FAILS_APPROVAL 4

/* A share as whole numbers: part x den must reach whole x num, and one more where it is strict. */
struct share {
  int32_t num, den, more;
};

/* A block of ballots, each column from its first row on. */
struct ballots {
  const int32_t *members;
  const int8_t *convened_by;
  const int32_t *present;
  const int32_t *yes;
  size_t count;
};

static struct share share_of(struct kqa_ratio share, bool strict)
{
  return (struct share){(int32_t)share.num, (int32_t)share.den, strict};
}

/* The first fault of a row, in the order of kqa_ballot_decide(). */
static int32_t fault_of(int32_t members, int32_t convened_by, int32_t present, int32_t yes)
{
  int32_t found = 0;

  found = yes > present ? row_fault(KQA_E_ABOVE_PRESENT, KQA_FIELD_YES) : found;
  found = yes < 0 ? row_fault(KQA_E_RANGE, KQA_FIELD_YES) : found;
  found = present > members ? row_fault(KQA_E_ABOVE_MEMBERS, KQA_FIELD_PRESENT) : found;
  found = present < 1 ? row_fault(KQA_E_RANGE, KQA_FIELD_PRESENT) : found;
  found = ((convened_by < KQA_CONVENER_CHAIR) | (convened_by > KQA_CONVENER_OTHER))
            ? row_fault(KQA_E_VALUE, KQA_FIELD_CONVENED_BY)
            : found;
  return ((members < 1) | (members > KQA_MAX_MEMBERS)) ? row_fault(KQA_E_RANGE, KQA_FIELD_MEMBERS)
                                                       : found;
}

/* Numbers of a row at fault could overflow; 0 stands for them, and nothing fails. */
static int32_t falls_short(int32_t part, int32_t whole_count, struct share share)
{
  return part * share.den < whole_count * share.num + share.more;
}

static void check(int32_t *restrict codes, const struct ballots *ballots)
{
  for (size_t i = 0; i < ballots->count; i++)
    codes[i] =
      fault_of(ballots->members[i], ballots->convened_by[i], ballots->present[i], ballots->yes[i]);
}

static void judge(int32_t *restrict failing, const int32_t *codes, const struct ballots *ballots,
                  struct share quorum, struct share approval)
{
  for (size_t i = 0; i < ballots->count; i++) {
    int32_t members = codes[i] ? 0 : ballots->members[i];
    int32_t present = codes[i] ? 0 : ballots->present[i];
    int32_t yes = codes[i] ? 0 : ballots->yes[i];
    int32_t fails = ballots->convened_by[i] == KQA_CONVENER_OTHER ? FAILS_CONVENER : 0;

    fails |= falls_short(present, members, quorum) ? FAILS_QUORUM : 0;
    fails |= falls_short(yes, present, approval) ? FAILS_APPROVAL : 0;
    failing[i] = codes[i] ? 0 : fails;
  }
}

static int64_t decide_block(const struct ballots *ballots, const struct kqa_ballot_answers *answers,
                            size_t first, struct share quorum, struct share approval)
{
  int32_t codes[BATCH_BLOCK];
  int32_t failing[BATCH_BLOCK];
  int64_t at_fault = 0;

  check(codes, ballots);
  judge(failing, codes, ballots, quorum, approval);
  for (size_t i = 0; i < ballots->count; i++)
    at_fault += codes[i] != 0;
  if (answers->verdict)
    for (size_t i = 0; i < ballots->count; i++) {
      int32_t verdict = failing[i] ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;

      answers->verdict[first + i] = (int8_t)(codes[i] ? KQA_VERDICT_UNKNOWN : verdict);
    }
  if (answers->failing)
    for (size_t i = 0; i < ballots->count; i++)
      answers->failing[first + i] = (uint8_t)failing[i];
  kqa_batch_write_faults(codes, ballots->count, answers->status ? answers->status + first : NULL,
                         answers->field ? answers->field + first : NULL);
  return at_fault;
}

static struct kqa_fault columns_fault(const struct kqa_edition *edition,
                                      const struct kqa_ballot_columns *columns, size_t first,
                                      size_t count)
{
  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  if (!columns->members)
    return fault(KQA_E_MISSING, KQA_FIELD_MEMBERS);
  if (!columns->convened_by)
    return fault(KQA_E_MISSING, KQA_FIELD_CONVENED_BY);
  if (!columns->present)
    return fault(KQA_E_MISSING, KQA_FIELD_PRESENT);
  if (!columns->yes)
    return fault(KQA_E_MISSING, KQA_FIELD_YES);
  if (first > columns->rows || count > columns->rows - first)
    return fault(KQA_E_RANGE, KQA_FIELD_ROWS);
  return no_fault();
}

struct kqa_number kqa_batch_ballots(const struct kqa_edition *edition,
                                    const struct kqa_ballot_columns *columns,
                                    const struct kqa_ballot_answers *answers, size_t first,
                                    size_t count)
{
  struct kqa_number at_fault = {.fault = columns_fault(edition, columns, first, count)};
  struct share quorum;
  struct share approval;

  if (at_fault.fault.status)
    return at_fault;
  quorum = share_of(edition->vote_quorum_share, edition->vote_quorum == KQA_VOTE_QUORUM_STRICT);
  approval =
    share_of(edition->vote_approval_share, edition->vote_approval == KQA_VOTE_APPROVAL_STRICT);
  for (size_t row = first; row < first + count; row += BATCH_BLOCK) {
    size_t left = first + count - row;
    struct ballots ballots = {columns->members + row, columns->convened_by + row,
                              columns->present + row, columns->yes + row,
                              left < BATCH_BLOCK ? left : BATCH_BLOCK};

    at_fault.value += decide_block(&ballots, answers, row, quorum, approval);
  }
  return at_fault;
}
