/* Ballots over columns: Art. 19. */
#include "batch_core.h"

#include "edition_core.h"
#include "status_fault.h"

/* Bits of what fails, at the places of the findings. */
#define FAILS_CONVENER 1
#define FAILS_QUORUM 2
#define FAILS_APPROVAL 4

/*@ requires share: kqa_sound_share(share);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures same: sound_share(\result) && same_share(\result, share, strict);
  @*/
static struct share share_of(struct kqa_ratio share, bool strict)
{
  return (struct share){(int32_t)share.num, (int32_t)share.den, strict};
}

/* The first fault of a row, in the order of kqa_ballot_decide(). */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures code: batch_code(\result);
  @ ensures sound: \result == 0 <==> sound_row(members, convened_by, present, yes);
  @*/
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
/*@ requires numbers: 0 <= part <= KQA_MAX_MEMBERS && 0 <= whole_count <= KQA_MAX_MEMBERS;
  @ requires share: sound_share(share);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art19_share: \result != 0 <==> short_of(part, whole_count, share);
  @*/
static int32_t falls_short(int32_t part, int32_t whole_count, struct share share)
{
  return part * share.den < whole_count * share.num + share.more;
}

/*@ requires rows: readable_rows(columns, first, count);
  @ requires codes: \valid(codes + (0 .. count - 1)) && apart_from_rows(codes, count, columns);
  @ terminates \true;
  @ assigns codes[0 .. count - 1];
  @ ensures codes: \forall integer i; 0 <= i < count ==> batch_code(codes[i]);
  @ ensures sound: \forall integer i; 0 <= i < count ==>
  @   (codes[i] == 0 <==> kqa_sound_ballot_row(columns, first + i));
  @*/
static void check(int32_t *restrict codes, const struct kqa_ballot_columns *columns, size_t first,
                  size_t count)
{
  const int32_t *members = columns->members + first;
  const int8_t *convened_by = columns->convened_by + first;
  const int32_t *present = columns->present + first;
  const int32_t *yes = columns->yes + first;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant codes: \forall integer k; 0 <= k < i ==> batch_code(codes[k]);
    @ loop invariant sound: \forall integer k; 0 <= k < i ==>
    @   (codes[k] == 0 <==> kqa_sound_ballot_row(columns, first + k));
    @ loop assigns i, codes[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    codes[i] = fault_of(members[i], convened_by[i], present[i], yes[i]);
}

/* The bits of what a row fails. */
/*@ requires votes: 0 <= members <= KQA_MAX_MEMBERS && 0 <= present <= KQA_MAX_MEMBERS &&
  @   0 <= yes <= KQA_MAX_MEMBERS;
  @ requires shares: sound_share(quorum) && sound_share(approval);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art19_bits: KQA_CONVENER_CHAIR <= convened_by <= KQA_CONVENER_OTHER ==>
  @   fails_as(members, convened_by, present, yes, quorum, approval, \result);
  @ ensures art19_all: KQA_CONVENER_CHAIR <= convened_by <= KQA_CONVENER_OTHER ==>
  @   (\result == 0 <==> kqa_convened(convened_by) && !short_of(present, members, quorum) &&
  @     !short_of(yes, present, approval));
  @*/
static int32_t fails_of(int32_t members, int32_t convened_by, int32_t present, int32_t yes,
                        struct share quorum, struct share approval)
{
  return (convened_by == KQA_CONVENER_OTHER ? FAILS_CONVENER : 0) +
         (falls_short(present, members, quorum) ? FAILS_QUORUM : 0) +
         (falls_short(yes, present, approval) ? FAILS_APPROVAL : 0);
}

/*@ requires rows: readable_rows(columns, first, count);
  @ requires codes: \valid_read(codes + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==>
  @     (codes[i] == 0 <==> kqa_sound_ballot_row(columns, first + i));
  @ requires failing: \valid(failing + (0 .. count - 1)) &&
  @   \separated(failing + (0 .. count - 1), codes + (0 .. count - 1)) &&
  @   apart_from_rows(failing, count, columns);
  @ requires shares: sound_share(quorum) && sound_share(approval);
  @ terminates \true;
  @ assigns failing[0 .. count - 1];
  @ ensures at_fault: \forall integer i; 0 <= i < count && codes[i] != 0 ==> failing[i] == 0;
  @ ensures art19: \forall integer i; 0 <= i < count && codes[i] == 0 ==>
  @   failing_row(columns, first + i, quorum, approval, failing[i]);
  @ ensures art19_passes: \forall integer i; 0 <= i < count && codes[i] == 0 ==>
  @   (failing[i] == 0 <==> passing_row(columns, first + i, quorum, approval));
  @*/
static void judge(int32_t *restrict failing, const int32_t *codes,
                  const struct kqa_ballot_columns *columns, size_t first, size_t count,
                  struct share quorum, struct share approval)
{
  const int32_t *all_members = columns->members + first;
  const int8_t *convened_by = columns->convened_by + first;
  const int32_t *all_present = columns->present + first;
  const int32_t *all_yes = columns->yes + first;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant at_fault: \forall integer k; 0 <= k < i && codes[k] != 0 ==> failing[k] == 0;
    @ loop invariant art19: \forall integer k; 0 <= k < i && codes[k] == 0 ==>
    @   failing_row(columns, first + k, quorum, approval, failing[k]);
    @ loop invariant art19_passes: \forall integer k; 0 <= k < i && codes[k] == 0 ==>
    @   (failing[k] == 0 <==> passing_row(columns, first + k, quorum, approval));
    @ loop assigns i, failing[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    int32_t members = codes[i] ? 0 : all_members[i];
    int32_t present = codes[i] ? 0 : all_present[i];
    int32_t yes = codes[i] ? 0 : all_yes[i];
    int32_t fails = fails_of(members, convened_by[i], present, yes, quorum, approval);

    failing[i] = codes[i] ? 0 : fails;
  }
}

/* From here on a column of answers holds the block's rows from `first` on, where it is wanted. */
/*@ requires rows: \valid_read(failing + (0 .. count - 1)) &&
  @   \valid_read(codes + (0 .. count - 1));
  @ requires verdict: verdict != \null ==> \valid(verdict + (first .. first + count - 1)) &&
  @   first + count <= SIZE_MAX;
  @ terminates \true;
  @ assigns verdict[first .. first + count - 1];
  @ ensures verdict: verdict != \null ==> \forall integer row; first <= row < first + count ==>
  @   verdict[row] == verdict_of(codes[row - first], failing[row - first]);
  @*/
static void write_verdicts(int8_t *restrict verdict, const int32_t *failing, const int32_t *codes,
                           size_t first, size_t count)
{
  if (!verdict)
    return;
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant verdict: \forall integer row; first <= row < first + i ==>
    @   verdict[row] == verdict_of(codes[row - first], failing[row - first]);
    @ loop assigns i, verdict[first .. first + count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    int32_t open = failing[i] ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;

    verdict[first + i] = (int8_t)(codes[i] ? KQA_VERDICT_UNKNOWN : open);
  }
}

/*@ requires rows: \valid_read(failing + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> 0 <= failing[i] <= 7;
  @ requires bits: bits != \null ==> \valid(bits + (first .. first + count - 1)) &&
  @   first + count <= SIZE_MAX;
  @ terminates \true;
  @ assigns bits[first .. first + count - 1];
  @ ensures bits: bits != \null ==> \forall integer row; first <= row < first + count ==>
  @   bits[row] == failing[row - first];
  @*/
static void write_failing(uint8_t *restrict bits, const int32_t *failing, size_t first,
                          size_t count)
{
  if (!bits)
    return;
  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant bits: \forall integer row; first <= row < first + i ==>
    @   bits[row] == failing[row - first];
    @ loop assigns i, bits[first .. first + count - 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    bits[first + i] = (uint8_t)failing[i];
}

/*@ requires codes: \valid_read(codes + (0 .. count - 1)) && count <= BATCH_BLOCK;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: \result == at_fault_of(codes, count) && 0 <= \result <= count;
  @*/
static int32_t count_faults(const int32_t *codes, size_t count)
{
  int32_t at_fault = 0;

  /*@ loop invariant row: 0 <= i <= count;
    @ loop invariant count: at_fault == at_fault_of(codes, i) && 0 <= at_fault <= i;
    @ loop assigns i, at_fault;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    at_fault += codes[i] != 0;
  return at_fault;
}

/*@ requires edition: \valid_read(edition);
  @ requires columns: kqa_readable_ballots(columns);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_edition(edition) &&
  @   kqa_all_ballot_columns(columns) && first + count <= columns->rows;
  @*/
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
/*@ requires rows: readable_rows(columns, first, count);
  @ requires shares: sound_share(quorum) && sound_share(approval);
  @ requires answers: kqa_writable_ballots(answers, columns->rows);
  @ requires separate: kqa_separate_ballots(answers, columns->rows);
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->failing[first .. first + count - 1], answers->status[first .. first + count - 1],
  @   answers->field[first .. first + count - 1];
  @ ensures art19_verdict: verdicts_given{Old,Here}(columns, answers, first, first + count, quorum,
  @   approval);
  @ ensures art19_failing: failing_given{Old,Here}(columns, answers, first, first + count, quorum,
  @   approval);
  @ ensures status: status_given{Old,Here}(columns, answers, first, first + count);
  @ ensures field: field_given{Old,Here}(columns, answers, first, first + count);
  @ ensures bounds: 0 <= \result <= count;
  @*/
static int32_t decide_block(const struct kqa_ballot_columns *columns,
                            const struct kqa_ballot_answers *answers, size_t first, size_t count,
                            struct share quorum, struct share approval)
{
  int32_t codes[BATCH_BLOCK];
  int32_t failing[BATCH_BLOCK];

  if (count == 0)
    return 0;
  check(codes, columns, first, count);
  judge(failing, codes, columns, first, count, quorum, approval);
  /*@ assert same: \forall integer i; 0 <= i < count ==>
    @   columns->members[first + i] == \at(columns->members[first + i], Pre) &&
    @   columns->present[first + i] == \at(columns->present[first + i], Pre) &&
    @   columns->yes[first + i] == \at(columns->yes[first + i], Pre);
    @*/
  /*@ assert sound: \forall integer i; 0 <= i < count ==>
    @   (codes[i] == 0 <==> kqa_sound_ballot_row{Pre}(columns, first + i));
    @*/
  /*@ assert art19: \forall integer i; 0 <= i < count && codes[i] == 0 ==>
    @   failing_row{Pre}(columns, first + i, quorum, approval, failing[i]);
    @*/
  /*@ assert art19_passes: \forall integer i; 0 <= i < count && codes[i] == 0 ==>
    @   (failing[i] == 0 <==> passing_row{Pre}(columns, first + i, quorum, approval));
    @*/
  write_verdicts(answers->verdict, failing, codes, first, count);
  write_failing(answers->failing, failing, first, count);
  kqa_batch_write_faults(answers->status, answers->field, codes, first, count);
  /*@ assert verdict: answers->verdict != \null ==>
    @   \forall integer row; first <= row < first + count ==>
    @     answers->verdict[row] == verdict_of(codes[row - first], failing[row - first]);
    @*/
  /*@ assert failing: answers->failing != \null ==>
    @   \forall integer row; first <= row < first + count ==>
    @     answers->failing[row] == failing[row - first];
    @*/
  return count_faults(codes, count);
}

/* All blocks: the loops over a full one have a number of rows that compilers know. */
/*@ requires columns: kqa_readable_ballots(columns) && kqa_all_ballot_columns(columns);
  @ requires rows: first + count <= columns->rows;
  @ requires shares: sound_share(quorum) && sound_share(approval);
  @ requires answers: kqa_writable_ballots(answers, columns->rows);
  @ requires separate: kqa_separate_ballots(answers, columns->rows);
  @ requires apart: kqa_apart_from_ballots(columns, answers);
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->failing[first .. first + count - 1], answers->status[first .. first + count - 1],
  @   answers->field[first .. first + count - 1];
  @ ensures art19_verdict: verdicts_given{Old,Here}(columns, answers, first, first + count, quorum,
  @   approval);
  @ ensures art19_failing: failing_given{Old,Here}(columns, answers, first, first + count, quorum,
  @   approval);
  @ ensures status: status_given{Old,Here}(columns, answers, first, first + count);
  @ ensures field: field_given{Old,Here}(columns, answers, first, first + count);
  @ ensures bounds: 0 <= \result <= count;
  @*/
static int64_t decide_blocks(const struct kqa_ballot_columns *columns,
                             const struct kqa_ballot_answers *answers, size_t first, size_t count,
                             struct share quorum, struct share approval)
{
  const size_t end = first + count;
  int64_t at_fault = 0;
  size_t row = first;

  /*@ loop invariant row: first <= row <= end;
    @ loop invariant same: \forall integer k; 0 <= k < columns->rows ==>
    @   columns->convened_by[k] == \at(columns->convened_by[k], Pre);
    @ loop invariant bounds: 0 <= at_fault <= row - first;
    @ loop invariant verdict: verdicts_given{Pre,Here}(columns, answers, first, row, quorum,
    @   approval);
    @ loop invariant failing: failing_given{Pre,Here}(columns, answers, first, row, quorum,
    @   approval);
    @ loop invariant status: status_given{Pre,Here}(columns, answers, first, row);
    @ loop invariant field: field_given{Pre,Here}(columns, answers, first, row);
    @ loop assigns row, at_fault, answers->verdict[first .. first + count - 1],
    @   answers->failing[first .. first + count - 1], answers->status[first .. first + count - 1],
    @   answers->field[first .. first + count - 1];
    @ loop variant end - row;
    @*/
  for (; end - row >= BATCH_BLOCK; row += BATCH_BLOCK)
    at_fault += decide_block(columns, answers, row, BATCH_BLOCK, quorum, approval);
  return at_fault + decide_block(columns, answers, row, end - row, quorum, approval);
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
  /*@ assert quorum: \forall integer part, all; short_of(part, all, quorum) <==>
    @   !kqa_reaches(part, all, edition->vote_quorum_share, edition->vote_quorum);
    @*/
  /*@ assert approval: \forall integer part, all; short_of(part, all, approval) <==>
    @   !kqa_reaches(part, all, edition->vote_approval_share, edition->vote_approval);
    @*/
  at_fault.value = decide_blocks(columns, answers, first, count, quorum, approval);
  /*@ assert passing: \forall integer k; first <= k < first + count ==>
    @   (passing_row{Pre}(columns, k, quorum, approval) <==>
    @     kqa_passing_row{Pre}(edition, columns, k));
    @*/
  /*@ assert failing: \forall integer k, failing; first <= k < first + count ==>
    @   (failing_row{Pre}(columns, k, quorum, approval, failing) <==>
    @     kqa_failing_row{Pre}(edition, columns, k, failing));
    @*/
  return at_fault;
}
