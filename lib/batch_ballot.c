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

static void write_verdicts(int8_t *restrict verdict, const int32_t *failing, const int32_t *codes,
                           size_t count)
{
  if (!verdict)
    return;
  for (size_t i = 0; i < count; i++) {
    int32_t open = failing[i] ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;

    verdict[i] = (int8_t)(codes[i] ? KQA_VERDICT_UNKNOWN : open);
  }
}

static void write_failing(uint8_t *restrict bits, const int32_t *failing, size_t count)
{
  if (bits)
    for (size_t i = 0; i < count; i++)
      bits[i] = (uint8_t)failing[i];
}

static int32_t count_faults(const int32_t *codes, size_t count)
{
  int32_t at_fault = 0;

  for (size_t i = 0; i < count; i++)
    at_fault += codes[i] != 0;
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

/* A block's answers; returns how many rows are at fault. */
static int32_t decide_block(const struct ballots *ballots, const struct kqa_ballot_answers *answers,
                            struct share quorum, struct share approval)
{
  int32_t codes[BATCH_BLOCK];
  int32_t failing[BATCH_BLOCK];

  check(codes, ballots);
  judge(failing, codes, ballots, quorum, approval);
  write_verdicts(answers->verdict, failing, codes, ballots->count);
  write_failing(answers->failing, failing, ballots->count);
  kqa_batch_write_faults(answers->status, answers->field, codes, ballots->count);
  return count_faults(codes, ballots->count);
}

#define FROM(list, name) .name = list->name ? list->name + row : NULL

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
    struct kqa_ballot_answers block = {FROM(answers, verdict), FROM(answers, failing),
                                       FROM(answers, status), FROM(answers, field)};

    at_fault.value += decide_block(&ballots, &block, quorum, approval);
  }
  return at_fault;
}
