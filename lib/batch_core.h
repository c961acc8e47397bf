/* The parts of deciding columns. A call takes its rows in blocks that fit into the first cache, and
 * each part runs over a block column by column: loops of one kind of number, without branches, are
 * what compilers turn into vector code. */
#ifndef KQAWARD_BATCH_CORE_H
#define KQAWARD_BATCH_CORE_H

#include "kqaward/batch.h"

#include "date_core.h"

/* Rows of a block: few, so that a processor that works ahead computes one part of it while it waits
 * for the memory of another. */
#define BATCH_BLOCK 64

/* Bounds of the numbers in columns. */
#define MAX_COPIES 1000000
#define MAX_SCORE (1000 * KQA_COLUMN_SCORE_PER_POINT)
#define ALL_REQUIREMENTS ((UINT32_C(1) << KQA_REQUIREMENTS) - 1)
#define ALL_WON                                                                                    \
  (KQA_WON_QUALITY | KQA_WON_NOMINATION | KQA_WON_QUALITY_REVOKED | KQA_WON_NOMINATION_REVOKED)

/* What an edition and a deadline ask, as the numbers that rows are compared with. */
struct batch_plan {
  int32_t deadline;          /* its day number */
  int32_t latest_start;      /* last first day of operation that gives enough years */
  int32_t inspection_window; /* first day that counts */
  int32_t other_window;      /* likewise, of accidents and complaints */
  int32_t fraud_from;        /* first day of a decision that still bars at the deadline */
  int32_t revocation_from;   /* likewise */
  int32_t min_copies;        /* copies */
  uint32_t allowed;          /* requirements that may stand in the masks */
  bool has_more;             /* whether columns beside the masks matter to eligibility */
  int32_t document_permille; /* weights */
  int32_t site_permille;
  int32_t site_floor;  /* least score, in millionths */
  int64_t total_floor; /* least total before rounding, in billionths */
  int64_t rounding;    /* billionths to which a total is rounded; 1: not rounded */
  int64_t quality;     /* yuan */
  int64_t nomination;
  int64_t cap;
  uint8_t quality_won; /* KQA_WON_ bits that count as the same award */
  uint8_t nomination_won;
  int64_t revoked_cap; /* how much of what was paid for revoked awards counts at most */
  int32_t fraud_years;
  int32_t revocation_years;
  int32_t no_days[BATCH_BLOCK]; /* stand in for columns that are not there */
  int32_t no_numbers[BATCH_BLOCK];
};

/* Rows of a call, at most BATCH_BLOCK. */
struct batch_block {
  const struct kqa_columns *columns;
  const struct kqa_answers *answers;
  size_t first;
  size_t count;
};

/*@ predicate sound_plan{L}(struct batch_plan *plan) =
  @   \valid_read(plan) && 0 <= plan->document_permille <= 1000 &&
  @   0 <= plan->site_permille <= 1000 && 0 <= plan->site_floor <= MAX_SCORE &&
  @   0 <= plan->total_floor <= 1000000000000 && 1 <= plan->rounding <= 1000000000 &&
  @   0 <= plan->quality <= 1000000000000 && 0 <= plan->nomination <= 1000000000000 &&
  @   0 <= plan->cap <= 1000000000000 && 0 <= plan->revoked_cap <= plan->cap &&
  @   0 <= plan->fraud_years <= 60 && 0 <= plan->revocation_years <= 60;
  @ predicate apart_from_plan{L}(struct kqa_answers *answers, integer first, integer end,
  @                              struct batch_plan *plan) =
  @   \separated(answers->total + (first .. end - 1), plan) &&
  @   \separated(answers->prize + (first .. end - 1), plan) &&
  @   \separated(answers->bar_last_day + (first .. end - 1), plan);
  @ predicate apart_from_paid{L}(struct kqa_answers *answers, struct kqa_columns *columns,
  @                              integer first, integer end) =
  @   answers->prize != \null && columns->paid != \null ==>
  @     \separated(answers->prize + (first .. end - 1), columns->paid + (first .. end - 1));
  @ predicate readable_block{L}(struct batch_block *block) =
  @   \valid_read(block) && kqa_readable_columns(block->columns) && block->count <= BATCH_BLOCK &&
  @   block->first + block->count <= block->columns->rows &&
  @   kqa_writable_answers(block->answers, block->first, block->count);
  @*/

/* What the answers about scores are: Art. 18 and 5. A score or total that is missing is negative,
 * and the floors are asked of the total before it is rounded. */
/*@ logic integer total_before{L}(struct batch_plan *plan, integer document, integer site) =
  @   document < 0 || site < 0 ? KQA_NO_NUMBER :
  @     plan->document_permille * document + plan->site_permille * site;
  @ predicate weighable(integer total) = -10000000000000 <= total <= 10000000000000;
  @ predicate rounded_to(integer total, integer parts, integer rounded) =
  @   -parts <= 2 * (rounded - total) <= parts && rounded == rounded / parts * parts &&
  @   (2 * (rounded - total) == parts || 2 * (total - rounded) == parts ==>
  @     rounded / parts % 2 == 0);
  @ logic integer low_total(integer total_floor, integer document, integer site, integer total) =
  @   document >= 0 && site >= 0 && total < total_floor ? KQA_BELOW_TOTAL : 0;
  @ logic integer low_site(integer site_floor, integer site) =
  @   0 <= site < site_floor ? KQA_BELOW_SITE : 0;
  @ logic integer floors_verdict(integer document, integer site, integer low) =
  @   low != 0 ? KQA_VERDICT_NOT_MET :
  @     document < 0 || site < 0 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;
  @ predicate floors_pair(integer document, integer site, integer low, integer pair) =
  @   0 <= low <= 3 && pair == low * 256 + floors_verdict(document, site, low);
  @*/

/* Works a plan out for an edition and a deadline that are sound. */
/*@ requires plan: \valid(plan) && \valid_read(edition) && \separated(plan, edition);
  @ requires edition: kqa_sound_edition(edition) && kqa_valid_date(deadline);
  @ requires columns: \valid_read(columns) && \separated(plan, columns);
  @ terminates \true;
  @ assigns *plan;
  @ ensures sound: sound_plan(plan);
  @*/
void kqa_batch_make_plan(struct batch_plan *plan, const struct kqa_edition *edition,
                         struct kqa_date deadline, const struct kqa_columns *columns);

/* Each decides its answers of a block, whatever they are for a row at fault, and says whether a row
 * may be at fault. */
/*@ requires plan: \valid_read(plan);
  @ requires block: readable_block(block);
  @ requires separate: kqa_separate_answers(block->answers, block->first,
  @   block->first + block->count);
  @ terminates \true;
  @ assigns block->answers->verdict[block->first .. block->first + block->count - 1],
  @   block->answers->decisive[block->first .. block->first + block->count - 1],
  @   block->answers->failing[block->first .. block->first + block->count - 1],
  @   block->answers->missing[block->first .. block->first + block->count - 1];
  @*/
bool kqa_batch_eligibility(const struct batch_plan *plan, const struct batch_block *block);
/*@ requires plan: sound_plan(plan);
  @ requires block: readable_block(block);
  @ requires apart: block->answers->total != \null ==>
  @   \separated(block->answers->total + (block->first .. block->first + block->count - 1), plan);
  @ terminates \true;
  @ assigns block->answers->total[block->first .. block->first + block->count - 1],
  @   block->answers->floors[block->first .. block->first + block->count - 1],
  @   block->answers->below[block->first .. block->first + block->count - 1];
  @*/
bool kqa_batch_scores(const struct batch_plan *plan, const struct batch_block *block);
/*@ requires plan: sound_plan(plan);
  @ requires block: readable_block(block);
  @ requires apart: block->answers->prize != \null ==>
  @   \separated(block->answers->prize + (block->first .. block->first + block->count - 1), plan);
  @ requires apart_from_paid: block->answers->prize != \null && block->columns->paid != \null ==>
  @   \separated(block->answers->prize + (block->first .. block->first + block->count - 1),
  @     block->columns->paid + (block->first .. block->first + block->count - 1));
  @ terminates \true;
  @ assigns block->answers->prize[block->first .. block->first + block->count - 1];
  @*/
bool kqa_batch_prizes(const struct batch_plan *plan, const struct batch_block *block);
/*@ requires plan: sound_plan(plan);
  @ requires block: readable_block(block);
  @ terminates \true;
  @ assigns block->answers->bar_last_day[block->first .. block->first + block->count - 1];
  @*/
void kqa_batch_bars(const struct batch_plan *plan, const struct batch_block *block);

/* Writes the faults of a block where there may be one, and takes the other answers of rows at fault
 * back; returns how many there are. */
/*@ requires plan: \valid_read(plan);
  @ requires block: readable_block(block);
  @ terminates \true;
  @ assigns block->answers->verdict[block->first .. block->first + block->count - 1],
  @   block->answers->decisive[block->first .. block->first + block->count - 1],
  @   block->answers->failing[block->first .. block->first + block->count - 1],
  @   block->answers->missing[block->first .. block->first + block->count - 1],
  @   block->answers->total[block->first .. block->first + block->count - 1],
  @   block->answers->floors[block->first .. block->first + block->count - 1],
  @   block->answers->below[block->first .. block->first + block->count - 1],
  @   block->answers->prize[block->first .. block->first + block->count - 1],
  @   block->answers->bar_last_day[block->first .. block->first + block->count - 1],
  @   block->answers->status[block->first .. block->first + block->count - 1],
  @   block->answers->field[block->first .. block->first + block->count - 1];
  @ ensures bounds: 0 <= \result <= block->count;
  @*/
int64_t kqa_batch_mark_faults(const struct batch_plan *plan, const struct batch_block *block);

/* Writes that no row of a block is at fault. */
/*@ requires block: readable_block(block);
  @ terminates \true;
  @ assigns block->answers->status[block->first .. block->first + block->count - 1],
  @   block->answers->field[block->first .. block->first + block->count - 1];
  @ ensures status: block->answers->status != \null ==>
  @   \forall integer row; block->first <= row < block->first + block->count ==>
  @     block->answers->status[row] == KQA_OK;
  @ ensures field: block->answers->field != \null ==>
  @   \forall integer row; block->first <= row < block->first + block->count ==>
  @     block->answers->field[row] == KQA_FIELD_NONE;
  @*/
void kqa_batch_mark_none(const struct batch_block *block);

/* The bounds of days seen so far: what a day is not, but KQA_NO_DAY, lies outside. */
struct days_seen {
  int32_t least;
  int32_t most;
};

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures none: \result.least == 0 && \result.most == 0;
  @*/
static inline struct days_seen nothing_seen(void)
{
  return (struct days_seen){.least = 0, .most = 0};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures least: \result == \min(a, b);
  @*/
static inline int32_t lesser(int32_t a, int32_t b)
{
  return a < b ? a : b;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures most: \result == \max(a, b);
  @*/
static inline int32_t greater(int32_t a, int32_t b)
{
  return a > b ? a : b;
}

/*@ requires seen: \valid(seen);
  @ terminates \true;
  @ assigns *seen;
  @ ensures least: seen->least == \min(\old(seen->least), day == KQA_NO_DAY ? 0 : day);
  @ ensures most: seen->most == \max(\old(seen->most), day);
  @*/
static inline void see_day(struct days_seen *seen, int32_t day)
{
  seen->least = lesser(seen->least, day == KQA_NO_DAY ? 0 : day);
  seen->most = greater(seen->most, day);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures impossible: \result <==>
  @   seen.least < FIRST_DAY_NUMBER || seen.most > LAST_DAY_NUMBER;
  @*/
static inline bool saw_impossible_day(struct days_seen seen)
{
  return seen.least < FIRST_DAY_NUMBER || seen.most > LAST_DAY_NUMBER;
}

/* The block of a column of days; one that is not there has none. */
/*@ requires block: readable_block(block) && \valid_read(plan);
  @ requires column: column != \null ==>
  @   \valid_read(column + (block->first .. block->first + block->count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures days: \valid_read(\result + (0 .. block->count - 1));
  @*/
static inline const int32_t *days_of(const int32_t *column, const struct batch_block *block,
                                     const struct batch_plan *plan)
{
  return column ? column + block->first : plan->no_days;
}

/*@ predicate batch_code(integer code) =
  @   code == 0 || (256 <= code < 256 * 32768 && 1 <= code % 256 <= 127);
  @*/

/* A fault of a row in one number, 0 for none. */
/*@ requires codes: -127 <= status <= -1 && 1 <= field <= 32000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures code: \result == field * 256 - status && batch_code(\result);
  @ ensures parts: \result % 256 == -status && \result / 256 == field;
  @*/
static inline int32_t row_fault(int32_t status, int32_t field)
{
  return field * 256 - status;
}

/* Writes status and field of such faults into rows from `first` on, where wanted. */
/*@ requires codes: \valid_read(codes + (0 .. count - 1)) &&
  @   \forall integer i; 0 <= i < count ==> batch_code(codes[i]);
  @ requires rows: first + count <= SIZE_MAX;
  @ requires status: status != \null ==> \valid(status + (first .. first + count - 1));
  @ requires field: field != \null ==> \valid(field + (first .. first + count - 1));
  @ terminates \true;
  @ assigns status[first .. first + count - 1], field[first .. first + count - 1];
  @ ensures status: status != \null ==> \forall integer row; first <= row < first + count ==>
  @   status[row] == -(codes[row - first] % 256);
  @ ensures field: field != \null ==> \forall integer row; first <= row < first + count ==>
  @   field[row] == codes[row - first] / 256;
  @*/
void kqa_batch_write_faults(int8_t *restrict status, int16_t *restrict field, const int32_t *codes,
                            size_t first, size_t count);

/* A share as whole numbers: part x den must reach whole x num, and one more where it is strict. */
struct share {
  int32_t num, den, more;
};

/*@ predicate sound_share(struct share share) =
  @   1 <= share.den <= 1000 && 1 <= share.num <= share.den && 0 <= share.more <= 1;
  @ predicate same_share(struct share share, struct kqa_ratio ratio, integer strict) =
  @   share.num == ratio.num && share.den == ratio.den && share.more == (strict != 0 ? 1 : 0);
  @ predicate short_of(integer part, integer all, struct share share) =
  @   part * share.den < all * share.num + share.more;
  @ predicate sound_row(integer members, integer convened_by, integer present, integer yes) =
  @   kqa_sound_meeting(members, convened_by, present) && 0 <= yes <= present;
  @ predicate passing_row{L}(struct kqa_ballot_columns *columns, integer row, struct share quorum,
  @                          struct share approval) =
  @   kqa_convened(columns->convened_by[row]) &&
  @   !short_of(columns->present[row], columns->members[row], quorum) &&
  @   !short_of(columns->yes[row], columns->present[row], approval);
  @ predicate fails_as(integer members, integer convened_by, integer present, integer yes,
  @                    struct share quorum, struct share approval, integer failing) =
  @   0 <= failing <= 7 && (failing % 2 == 0 <==> kqa_convened(convened_by)) &&
  @   (failing / 2 % 2 == 0 <==> !short_of(present, members, quorum)) &&
  @   (failing / 4 == 0 <==> !short_of(yes, present, approval));
  @ predicate failing_row{L}(struct kqa_ballot_columns *columns, integer row, struct share quorum,
  @                          struct share approval, integer failing) =
  @   fails_as(columns->members[row], columns->convened_by[row], columns->present[row],
  @     columns->yes[row], quorum, approval, failing);
  @ predicate verdicts_given{I,O}(struct kqa_ballot_columns *columns,
  @                               struct kqa_ballot_answers *answers, integer first, integer end,
  @                               struct share quorum, struct share approval) =
  @   \at(answers->verdict, O) != \null ==> \forall integer row; first <= row < end ==>
  @     (\at(answers->verdict[row], O) == KQA_VERDICT_MET <==>
  @       kqa_sound_ballot_row{I}(columns, row) &&
  @       passing_row{I}(columns, row, quorum, approval)) &&
  @     (\at(answers->verdict[row], O) == KQA_VERDICT_NOT_MET <==>
  @       kqa_sound_ballot_row{I}(columns, row) &&
  @       !passing_row{I}(columns, row, quorum, approval)) &&
  @     (\at(answers->verdict[row], O) == KQA_VERDICT_UNKNOWN <==>
  @       !kqa_sound_ballot_row{I}(columns, row));
  @ predicate failing_given{I,O}(struct kqa_ballot_columns *columns,
  @                              struct kqa_ballot_answers *answers, integer first, integer end,
  @                              struct share quorum, struct share approval) =
  @   \at(answers->failing, O) != \null ==> \forall integer row; first <= row < end ==>
  @     (kqa_sound_ballot_row{I}(columns, row) ==>
  @       failing_row{I}(columns, row, quorum, approval, \at(answers->failing[row], O))) &&
  @     (!kqa_sound_ballot_row{I}(columns, row) ==> \at(answers->failing[row], O) == 0);
  @ predicate status_given{I,O}(struct kqa_ballot_columns *columns,
  @                             struct kqa_ballot_answers *answers, integer first, integer end) =
  @   \at(answers->status, O) != \null ==> \forall integer row; first <= row < end ==>
  @     (\at(answers->status[row], O) == KQA_OK <==> kqa_sound_ballot_row{I}(columns, row));
  @ predicate field_given{I,O}(struct kqa_ballot_columns *columns,
  @                            struct kqa_ballot_answers *answers, integer first, integer end) =
  @   \at(answers->field, O) != \null ==> \forall integer row; first <= row < end ==>
  @     (\at(answers->field[row], O) == KQA_FIELD_NONE <==>
  @       kqa_sound_ballot_row{I}(columns, row));
  @ logic integer verdict_of(integer code, integer failing) =
  @   code != 0 ? KQA_VERDICT_UNKNOWN : (failing != 0 ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET);
  @ logic integer at_fault_of{L}(int32_t *codes, integer count) =
  @   count <= 0 ? 0 : at_fault_of(codes, count - 1) + (codes[count - 1] != 0 ? 1 : 0);
  @ predicate readable_rows{L}(struct kqa_ballot_columns *columns, integer first,
  @                            integer count) =
  @   kqa_readable_ballots(columns) && kqa_all_ballot_columns(columns) && count <= BATCH_BLOCK &&
  @   first + count <= columns->rows;
  @ predicate apart_from_rows{L}(int32_t *room, integer count,
  @                              struct kqa_ballot_columns *columns) =
  @   \separated(room + (0 .. count - 1), columns) &&
  @   \separated(room + (0 .. count - 1), columns->members + (0 .. columns->rows - 1)) &&
  @   \separated(room + (0 .. count - 1), columns->present + (0 .. columns->rows - 1)) &&
  @   \separated(room + (0 .. count - 1), columns->yes + (0 .. columns->rows - 1));
  @*/

#endif
