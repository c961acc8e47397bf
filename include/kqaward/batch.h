/** @file batch.h
 * Many organisations, or many ballots, in one call: columns in, columns out.
 *
 * A column is an array with one number a row, aligned for its type, NULL only where that is said. A
 * day in a column is a day number from -719162 to 2932896 (kqa_date_day_number()), or KQA_NO_DAY.
 * Rows do not know of each other, and a call reads and writes nothing outside its rows: threads of
 * the caller take disjoint ranges of the same columns. Answers are those of the functions that
 * decide one case: kqa_eligibility_decide(), kqa_total_score(), kqa_floors_check(),
 * kqa_prize_decide(), kqa_bar_last_day() and kqa_ballot_decide(), under every edition and reading.
 *
 * What makes no sense as a whole (an unsound edition, a range beyond the rows) is refused before
 * anything is read or written. What makes no sense in a row is marked in that row: its status is a
 * KQA_E_ code, and its other answers are 0, or the value that stands for none.
 */
#ifndef KQAWARD_BATCH_H
#define KQAWARD_BATCH_H

#include "kqaward/ballot.h"
#include "kqaward/eligibility.h"
#include "kqaward/prize.h"
#include "kqaward/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/** In a column of days: no day. Every other value is a day number as in kqa_date_day_number(), the
 * count of days that columnar files use too. @since 0.1 */
#define KQA_NO_DAY INT32_MIN

/** A score in a column counts millionths of a point: 612.35 points are 612,350,000. @since 0.1 */
#define KQA_COLUMN_SCORE_PER_POINT INT32_C(1000000)

/** A total in a column counts billionths of a point, in which every total of two scores in
 * millionths is a whole number. @since 0.1 */
#define KQA_COLUMN_TOTAL_PER_POINT INT64_C(1000000000)

/** In a column of scores, totals or copies: none, or not known. @since 0.1 */
#define KQA_NO_NUMBER (-1)

/** Most money in a column: as many payments as a history may have, each of KQA_MAX_YUAN. @since 0.1
 */
#define KQA_COLUMN_MAX_YUAN INT64_C(1000000000000000000)

/** Bits of a column of awards won in earlier years (Art. 24). @since 0.1 */
enum kqa_won {
  KQA_WON_QUALITY = 1,           /**< A quality award that is not revoked. */
  KQA_WON_NOMINATION = 2,        /**< A nomination award that is not revoked. */
  KQA_WON_QUALITY_REVOKED = 4,   /**< A quality award that was revoked or cancelled later. */
  KQA_WON_NOMINATION_REVOKED = 8 /**< A nomination award that was revoked or cancelled later. */
};

/** Bits of a column of failed floors (Art. 5). @since 0.1 */
enum kqa_below {
  KQA_BELOW_TOTAL = 1, /**< The total is below its floor. */
  KQA_BELOW_SITE = 2   /**< The score of the site review is below its floor. */
};

/** Organisations, one a row. A column that is NULL says nothing of any row. All zero: no rows.
 *
 * The masks hold bit r for the KQA_FACT_ or KQA_REQUIREMENT_ code r. For a KQA_REQUIREMENT_ the bit
 * stands for its provision as judged by the caller, and may be set only where the requirement's own
 * column is NULL. @since 0.1 */
struct kqa_columns {
  size_t rows;           /**< Length of every column. */
  const uint32_t *known; /**< Mask: requirements that are known. Goes with `holds`. */
  const uint32_t *holds; /**< Mask: of those that are known, the ones that hold. A bit that `known`
                            lacks is a fault of the row. */
  const int32_t *operating_since; /**< First day of operation, a day number; KQA_NO_DAY to say that
                                     it is not known. */
  const int8_t *recommended_by;   /**< A KQA_RECOMMENDER_ code. */
  const int32_t *copies;          /**< Copies, 0 to 1,000,000; KQA_NO_NUMBER: not known. */
  const int32_t *received;        /**< Day of receipt, likewise. */

  /* Of each kind the latest incident or decision that is not after the deadline decides. One after
   * the deadline does not count; NULL and KQA_NO_DAY: none. */
  const int32_t
    *inspection_failure; /**< Day of the latest KQA_INCIDENT_INSPECTION_FAILURE, likewise. */
  const int32_t *major_accident;  /**< Day of the latest KQA_INCIDENT_MAJOR_ACCIDENT, likewise. */
  const int32_t *major_complaint; /**< Day of the latest KQA_INCIDENT_MAJOR_COMPLAINT, likewise. */
  const int32_t *fraud;           /**< Day of the latest KQA_SANCTION_FRAUD, likewise. */
  const int32_t *revocation;      /**< Day of the latest KQA_SANCTION_REVOCATION, likewise. */

  const int32_t *document; /**< Score of the document review, 0 to 1000 points in millionths;
                              KQA_NO_NUMBER: none. */
  const int32_t *site;     /**< Score of the site review, likewise. */

  const int8_t *award;         /**< The award of this round: a KQA_AWARD_ code. NULL: none. */
  const uint8_t *won;          /**< KQA_WON_ bits. NULL: none. */
  const int64_t *paid;         /**< Yuan paid so far for awards that are not revoked, 0 to
                                  KQA_COLUMN_MAX_YUAN. NULL: nothing. */
  const int64_t *paid_revoked; /**< Yuan paid for awards that were revoked later, likewise. */
};

/** Where the answers about organisations go, row by row; a column that is NULL is not wanted, any
 * other is as long as the columns of input. No
 * column may overlap another one of input or answers. @since 0.1 */
struct kqa_answers {
  int8_t *verdict;  /**< A KQA_VERDICT_ code a row: the qualification check (Art. 15). */
  int8_t *decisive; /**< Place, from 0, of the finding that decides a row: the first in the order of
                       kqa_eligibility_decide() that is not met; where none is not met, the first
                       that is unknown; -1 where all are met and in a row at fault. */
  uint32_t *failing; /**< Bit p set: the finding at place p is not met. */
  uint32_t *missing; /**< Bit r set, as of `missing` in struct kqa_eligibility: requirement r is
                        unknown and matters. */
  int64_t *total; /**< Total score, 0 to 1000 points in billionths (Art. 18), rounded only where the
                     edition says so; KQA_NO_NUMBER while a score is missing. */
  int8_t *floors; /**< A KQA_VERDICT_ code: both floors (Art. 5); unknown while a score that
                     matters is missing. */
  uint8_t *below; /**< KQA_BELOW_ bits: the floors that are not met. */
  int64_t
    *prize; /**< The prize of `award`, 0 to KQA_MAX_YUAN yuan (Art. 24); 0 without an award. */
  int32_t
    *bar_last_day; /**< Last day, a day number, at least that of 0001-01-01, of the later bar that
                      `fraud` or `revocation` brings (Art. 26, 30), whether or not it was decided by
                      the deadline; counts on beyond 9999-12-31; KQA_NO_DAY without one. */
  int8_t *status;  /**< KQA_OK, or the KQA_E_ code of the row's first fault. */
  int16_t *field;  /**< The KQA_FIELD_ code of that fault; KQA_FIELD_NONE without one. */
};

/* Columns that can be read; answers that can be written, and those of one type apart. What a row
 * may hold; of the masks, that is a matter of bits. */
/*@ predicate kqa_readable_columns{L}(struct kqa_columns *columns) =
  @   \valid_read(columns) && columns->rows <= PTRDIFF_MAX &&
  @   (columns->known != \null ==> \valid_read(columns->known + (0 .. columns->rows - 1))) &&
  @   (columns->holds != \null ==> \valid_read(columns->holds + (0 .. columns->rows - 1))) &&
  @   (columns->operating_since != \null ==>
  @     \valid_read(columns->operating_since + (0 .. columns->rows - 1))) &&
  @   (columns->recommended_by != \null ==>
  @     \valid_read(columns->recommended_by + (0 .. columns->rows - 1))) &&
  @   (columns->copies != \null ==> \valid_read(columns->copies + (0 .. columns->rows - 1))) &&
  @   (columns->received != \null ==> \valid_read(columns->received + (0 .. columns->rows - 1))) &&
  @   (columns->inspection_failure != \null ==>
  @     \valid_read(columns->inspection_failure + (0 .. columns->rows - 1))) &&
  @   (columns->major_accident != \null ==>
  @     \valid_read(columns->major_accident + (0 .. columns->rows - 1))) &&
  @   (columns->major_complaint != \null ==>
  @     \valid_read(columns->major_complaint + (0 .. columns->rows - 1))) &&
  @   (columns->fraud != \null ==> \valid_read(columns->fraud + (0 .. columns->rows - 1))) &&
  @   (columns->revocation != \null ==>
  @     \valid_read(columns->revocation + (0 .. columns->rows - 1))) &&
  @   (columns->document != \null ==> \valid_read(columns->document + (0 .. columns->rows - 1))) &&
  @   (columns->site != \null ==> \valid_read(columns->site + (0 .. columns->rows - 1))) &&
  @   (columns->award != \null ==> \valid_read(columns->award + (0 .. columns->rows - 1))) &&
  @   (columns->won != \null ==> \valid_read(columns->won + (0 .. columns->rows - 1))) &&
  @   (columns->paid != \null ==> \valid_read(columns->paid + (0 .. columns->rows - 1))) &&
  @   (columns->paid_revoked != \null ==>
  @     \valid_read(columns->paid_revoked + (0 .. columns->rows - 1)));
  @ predicate kqa_writable_answers{L}(struct kqa_answers *answers, integer first, integer count) =
  @   \valid_read(answers) &&
  @   (answers->verdict != \null ==> \valid(answers->verdict + (first .. first + count - 1))) &&
  @   (answers->decisive != \null ==> \valid(answers->decisive + (first .. first + count - 1))) &&
  @   (answers->failing != \null ==> \valid(answers->failing + (first .. first + count - 1))) &&
  @   (answers->missing != \null ==> \valid(answers->missing + (first .. first + count - 1))) &&
  @   (answers->total != \null ==> \valid(answers->total + (first .. first + count - 1))) &&
  @   (answers->floors != \null ==> \valid(answers->floors + (first .. first + count - 1))) &&
  @   (answers->below != \null ==> \valid(answers->below + (first .. first + count - 1))) &&
  @   (answers->prize != \null ==> \valid(answers->prize + (first .. first + count - 1))) &&
  @   (answers->bar_last_day != \null ==>
  @     \valid(answers->bar_last_day + (first .. first + count - 1))) &&
  @   (answers->status != \null ==> \valid(answers->status + (first .. first + count - 1))) &&
  @   (answers->field != \null ==> \valid(answers->field + (first .. first + count - 1)));
  @ predicate kqa_separate_answers{L}(struct kqa_answers *answers, integer first, integer end) =
  @   (answers->verdict != \null ==>
  @     \separated(answers->verdict + (first .. end - 1),
  @       answers->decisive + (first .. end - 1))) &&
  @   (answers->verdict != \null ==>
  @     \separated(answers->verdict + (first .. end - 1), answers->floors + (first .. end - 1))) &&
  @   (answers->verdict != \null ==>
  @     \separated(answers->verdict + (first .. end - 1), answers->status + (first .. end - 1))) &&
  @   (answers->decisive != \null ==>
  @     \separated(answers->decisive + (first .. end - 1), answers->floors + (first .. end - 1))) &&
  @   (answers->decisive != \null ==>
  @     \separated(answers->decisive + (first .. end - 1), answers->status + (first .. end - 1))) &&
  @   (answers->floors != \null ==>
  @     \separated(answers->floors + (first .. end - 1), answers->status + (first .. end - 1))) &&
  @   (answers->failing != \null ==>
  @     \separated(answers->failing + (first .. end - 1), answers->missing + (first .. end - 1))) &&
  @   (answers->total != \null ==>
  @     \separated(answers->total + (first .. end - 1), answers->prize + (first .. end - 1)));
  @ predicate kqa_day_or_none{L}(int32_t *days, integer row) =
  @   days != \null ==> days[row] == KQA_NO_DAY || -719162 <= days[row] <= 2932896;
  @ predicate kqa_up_to_or_none{L}(int32_t *numbers, integer row, integer most) =
  @   numbers != \null ==> KQA_NO_NUMBER <= numbers[row] <= most;
  @ predicate kqa_payment{L}(int64_t *paid, integer row) =
  @   paid != \null ==> 0 <= paid[row] <= KQA_COLUMN_MAX_YUAN;
  @ predicate kqa_sound_numbers{L}(struct kqa_columns *columns, integer row) =
  @   kqa_day_or_none(columns->operating_since, row) &&
  @   kqa_day_or_none(columns->received, row) &&
  @   kqa_day_or_none(columns->inspection_failure, row) &&
  @   kqa_day_or_none(columns->major_accident, row) &&
  @   kqa_day_or_none(columns->major_complaint, row) &&
  @   kqa_day_or_none(columns->fraud, row) &&
  @   kqa_day_or_none(columns->revocation, row) &&
  @   (columns->recommended_by != \null ==>
  @     KQA_RECOMMENDER_UNKNOWN <= columns->recommended_by[row] <= KQA_RECOMMENDER_NONE) &&
  @   kqa_up_to_or_none(columns->copies, row, 1000000) &&
  @   kqa_up_to_or_none(columns->document, row, 1000000000) &&
  @   kqa_up_to_or_none(columns->site, row, 1000000000) &&
  @   (columns->award != \null ==>
  @     KQA_AWARD_NONE <= columns->award[row] <= KQA_AWARD_NOMINATION) &&
  @   (columns->won != \null ==> 0 <= columns->won[row] <= 15) &&
  @   kqa_payment(columns->paid, row) && kqa_payment(columns->paid_revoked, row);
  @*/

/** Decides rows of organisations: the qualification check, the total score, the floors, the prize
 * and the bars.
 *
 * Faults of a row, of which the first counts: KQA_E_VALUE with KQA_FIELD_FACT for a bit of the
 * masks beyond the requirements or one that holds without being known, KQA_E_BOTH with
 * KQA_FIELD_FACT for a requirement that has a column and a bit too; KQA_E_NO_SUCH_DAY with
 * KQA_FIELD_OPERATING_SINCE, KQA_E_VALUE with KQA_FIELD_RECOMMENDED_BY, KQA_E_RANGE with
 * KQA_FIELD_COPIES, KQA_E_NO_SUCH_DAY with KQA_FIELD_RECEIVED, KQA_FIELD_INCIDENT_DATE or
 * KQA_FIELD_SANCTION_DECIDED; KQA_E_RANGE with KQA_FIELD_DOCUMENT_SCORE or KQA_FIELD_SITE_SCORE;
 * KQA_E_VALUE with KQA_FIELD_AWARD or (KQA_WON_ bits) KQA_FIELD_HISTORY_AWARD; KQA_E_RANGE with
 * KQA_FIELD_HISTORY_PAID. All columns are checked, also where no answer needs them.
 * @article 5, 12, 14, 15, 18, 24, 26, 30
 * @param edition  The edition.
 * @param deadline Last day for applications, as in kqa_eligibility_decide().
 * @param columns  The organisations.
 * @param answers  Where the answers go; only the rows asked for are written.
 * @param first    First of the rows to decide, from 0.
 * @param count    How many rows to decide.
 * @return How many of these rows are at fault, 0 to count. The faults of kqa_edition_check(),
 * KQA_E_NO_SUCH_DAY with KQA_FIELD_DEADLINE, KQA_E_MISSING with KQA_FIELD_FACT for one mask without
 * the other, KQA_E_RANGE with KQA_FIELD_ROWS for rows beyond the last; then no answer is written.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires columns: kqa_readable_columns(columns);
  @ requires answers: \valid_read(answers) && (first + count <= columns->rows ==>
  @   kqa_writable_answers(answers, first, count));
  @ requires separate: kqa_separate_answers(answers, first, first + count);
  @ requires apart: answers->prize != \null && columns->paid != \null ==>
  @   \separated(answers->prize + (first .. first + count - 1),
  @     columns->paid + (first .. first + count - 1));
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->decisive[first .. first + count - 1], answers->failing[first .. first + count - 1],
  @   answers->missing[first .. first + count - 1], answers->total[first .. first + count - 1],
  @   answers->floors[first .. first + count - 1], answers->below[first .. first + count - 1],
  @   answers->prize[first .. first + count - 1],
  @   answers->bar_last_day[first .. first + count - 1],
  @   answers->status[first .. first + count - 1], answers->field[first .. first + count - 1];
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && kqa_valid_date(deadline) &&
  @     (columns->known == \null <==> columns->holds == \null) && first + count <= columns->rows;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures bounds: 0 <= \result.value <= count;
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !kqa_valid_date(deadline) ||
  @     !(columns->known == \null <==> columns->holds == \null) ||
  @     first + count > columns->rows;
  @   assigns \nothing;
  @   ensures status: \result.fault.status != KQA_OK && \result.value == 0;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_batch_decide(const struct kqa_edition *edition,
                                           struct kqa_date deadline,
                                           const struct kqa_columns *columns,
                                           const struct kqa_answers *answers, size_t first,
                                           size_t count);

/** The provision that a place in the findings of the qualification check stands for: what
 * `decisive` and the bits of `failing` name.
 * @param place The place, 0 to KQA_ELIGIBILITY_FINDINGS - 1.
 * @return A KQA_PROVISION_ code; 0 for any other place.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures other: !(0 <= place < KQA_ELIGIBILITY_FINDINGS) ==> \result == 0;
  @*/
KQA_API int32_t kqa_batch_provision(int32_t place);

/** Ballots, one a row: a candidate in a vote of any round. No column may be NULL. @since 0.1 */
struct kqa_ballot_columns {
  size_t rows;               /**< Length of every column. */
  const int32_t *members;    /**< Members of the committee, 1 to KQA_MAX_MEMBERS. */
  const int8_t *convened_by; /**< A KQA_CONVENER_ code. */
  const int32_t *present;    /**< Members present, 1 to members. */
  const int32_t *yes;        /**< Votes in favour, 0 to present. */
};

/** Where the answers about ballots go, as long as the columns of input; as struct kqa_answers.
 * @since 0.1 */
struct kqa_ballot_answers {
  int8_t *verdict;  /**< A KQA_VERDICT_ code: whether the candidate passes (Art. 19). */
  uint8_t *failing; /**< Bit p set: the finding at place p of kqa_ballot_decide() is not met. */
  int8_t *status;   /**< KQA_OK, or the KQA_E_ code of the row's first fault. */
  int16_t *field;   /**< The KQA_FIELD_ code of that fault; KQA_FIELD_NONE without one. */
};

/* Ballots that can be read: a column that is NULL is refused. What is true of a row: whether it
 * makes sense, and what of Art. 19 it fails, as bits. Last, the answers: those that are wanted can
 * be written, and overlap with nothing else. */
/*@ predicate kqa_readable_ballots{L}(struct kqa_ballot_columns *columns) =
  @   \valid_read(columns) &&
  @   (columns->members != \null ==> columns->rows <= SIZE_MAX / 4 &&
  @     \valid_read(columns->members + (0 .. columns->rows - 1))) &&
  @   (columns->convened_by != \null ==>
  @     \valid_read(columns->convened_by + (0 .. columns->rows - 1))) &&
  @   (columns->present != \null ==> \valid_read(columns->present + (0 .. columns->rows - 1))) &&
  @   (columns->yes != \null ==> \valid_read(columns->yes + (0 .. columns->rows - 1)));
  @ predicate kqa_all_ballot_columns{L}(struct kqa_ballot_columns *columns) =
  @   columns->members != \null && columns->convened_by != \null && columns->present != \null &&
  @   columns->yes != \null;
  @ predicate kqa_sound_ballot_row{L}(struct kqa_ballot_columns *columns, integer row) =
  @   kqa_sound_meeting(columns->members[row], columns->convened_by[row],
  @     columns->present[row]) &&
  @   0 <= columns->yes[row] <= columns->present[row];
  @ predicate kqa_passing_row{L}(struct kqa_edition *edition, struct kqa_ballot_columns *columns,
  @                              integer row) =
  @   kqa_convened(columns->convened_by[row]) &&
  @   kqa_quorum(edition, columns->members[row], columns->present[row]) &&
  @   kqa_approval(edition, columns->present[row], columns->yes[row]);
  @ predicate kqa_failing_row{L}(struct kqa_edition *edition, struct kqa_ballot_columns *columns,
  @                              integer row, integer failing) =
  @   0 <= failing <= 7 && (failing % 2 == 0 <==> kqa_convened(columns->convened_by[row])) &&
  @   (failing / 2 % 2 == 0 <==>
  @     kqa_quorum(edition, columns->members[row], columns->present[row])) &&
  @   (failing / 4 == 0 <==> kqa_approval(edition, columns->present[row], columns->yes[row]));
  @ predicate kqa_ballot_verdict{L}(struct kqa_edition *edition,
  @                                 struct kqa_ballot_columns *columns, integer row,
  @                                 integer verdict) =
  @   (verdict == KQA_VERDICT_MET || verdict == KQA_VERDICT_NOT_MET ||
  @     verdict == KQA_VERDICT_UNKNOWN) &&
  @   (verdict == KQA_VERDICT_UNKNOWN <==> !kqa_sound_ballot_row(columns, row)) &&
  @   (verdict == KQA_VERDICT_MET <==>
  @     kqa_sound_ballot_row(columns, row) && kqa_passing_row(edition, columns, row));
  @ predicate kqa_writable_ballots{L}(struct kqa_ballot_answers *answers, integer rows) =
  @   \valid_read(answers) &&
  @   (answers->verdict != \null ==> \valid(answers->verdict + (0 .. rows - 1))) &&
  @   (answers->failing != \null ==> \valid(answers->failing + (0 .. rows - 1))) &&
  @   (answers->status != \null ==> \valid(answers->status + (0 .. rows - 1))) &&
  @   (answers->field != \null ==> \valid(answers->field + (0 .. rows - 1)));
  @ predicate kqa_separate_ballots{L}(struct kqa_ballot_answers *answers, integer rows) =
  @   (answers->verdict != \null ==>
  @     \separated(answers->verdict + (0 .. rows - 1), answers->failing + (0 .. rows - 1)) &&
  @     \separated(answers->verdict + (0 .. rows - 1), answers->status + (0 .. rows - 1)) &&
  @     \separated(answers->verdict + (0 .. rows - 1), answers->field + (0 .. rows - 1))) &&
  @   (answers->failing != \null ==>
  @     \separated(answers->failing + (0 .. rows - 1), answers->status + (0 .. rows - 1)) &&
  @     \separated(answers->failing + (0 .. rows - 1), answers->field + (0 .. rows - 1))) &&
  @   (answers->status != \null ==>
  @     \separated(answers->status + (0 .. rows - 1), answers->field + (0 .. rows - 1)));
  @ predicate kqa_apart_from_ballots{L}(struct kqa_ballot_columns *columns,
  @                                     struct kqa_ballot_answers *answers) =
  @   (answers->verdict != \null ==>
  @     \separated(answers->verdict + (0 .. columns->rows - 1), columns) &&
  @     \separated(answers->verdict + (0 .. columns->rows - 1), answers) &&
  @     \separated(answers->verdict + (0 .. columns->rows - 1),
  @       columns->members + (0 .. columns->rows - 1)) &&
  @     \separated(answers->verdict + (0 .. columns->rows - 1),
  @       columns->convened_by + (0 .. columns->rows - 1)) &&
  @     \separated(answers->verdict + (0 .. columns->rows - 1),
  @       columns->present + (0 .. columns->rows - 1)) &&
  @     \separated(answers->verdict + (0 .. columns->rows - 1),
  @       columns->yes + (0 .. columns->rows - 1))) &&
  @   (answers->failing != \null ==>
  @     \separated(answers->failing + (0 .. columns->rows - 1), columns) &&
  @     \separated(answers->failing + (0 .. columns->rows - 1), answers) &&
  @     \separated(answers->failing + (0 .. columns->rows - 1),
  @       columns->members + (0 .. columns->rows - 1)) &&
  @     \separated(answers->failing + (0 .. columns->rows - 1),
  @       columns->convened_by + (0 .. columns->rows - 1)) &&
  @     \separated(answers->failing + (0 .. columns->rows - 1),
  @       columns->present + (0 .. columns->rows - 1)) &&
  @     \separated(answers->failing + (0 .. columns->rows - 1),
  @       columns->yes + (0 .. columns->rows - 1))) &&
  @   (answers->status != \null ==>
  @     \separated(answers->status + (0 .. columns->rows - 1), columns) &&
  @     \separated(answers->status + (0 .. columns->rows - 1), answers) &&
  @     \separated(answers->status + (0 .. columns->rows - 1),
  @       columns->members + (0 .. columns->rows - 1)) &&
  @     \separated(answers->status + (0 .. columns->rows - 1),
  @       columns->convened_by + (0 .. columns->rows - 1)) &&
  @     \separated(answers->status + (0 .. columns->rows - 1),
  @       columns->present + (0 .. columns->rows - 1)) &&
  @     \separated(answers->status + (0 .. columns->rows - 1),
  @       columns->yes + (0 .. columns->rows - 1))) &&
  @   (answers->field != \null ==>
  @     \separated(answers->field + (0 .. columns->rows - 1), columns) &&
  @     \separated(answers->field + (0 .. columns->rows - 1), answers) &&
  @     \separated(answers->field + (0 .. columns->rows - 1),
  @       columns->members + (0 .. columns->rows - 1)) &&
  @     \separated(answers->field + (0 .. columns->rows - 1),
  @       columns->convened_by + (0 .. columns->rows - 1)) &&
  @     \separated(answers->field + (0 .. columns->rows - 1),
  @       columns->present + (0 .. columns->rows - 1)) &&
  @     \separated(answers->field + (0 .. columns->rows - 1),
  @       columns->yes + (0 .. columns->rows - 1)));
  @*/

/** Decides rows of ballots. The faults of a row are those of kqa_ballot_decide() about the ballot.
 * @article 19
 * @param edition The edition.
 * @param columns The ballots.
 * @param answers Where the answers go; only the rows asked for are written.
 * @param first   First of the rows to decide, from 0.
 * @param count   How many rows to decide.
 * @return How many of these rows are at fault, 0 to count. The faults of kqa_edition_check(),
 * KQA_E_MISSING with KQA_FIELD_MEMBERS, KQA_FIELD_CONVENED_BY, KQA_FIELD_PRESENT or KQA_FIELD_YES
 * for a column that is NULL, KQA_E_RANGE with KQA_FIELD_ROWS for rows beyond the last; then no
 *         answer is written.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires columns: kqa_readable_ballots(columns);
  @ requires answers: kqa_writable_ballots(answers, columns->rows);
  @ requires separate: kqa_separate_ballots(answers, columns->rows);
  @ requires apart: kqa_apart_from_ballots(columns, answers);
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->failing[first .. first + count - 1], answers->status[first .. first + count - 1],
  @   answers->field[first .. first + count - 1];
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && kqa_all_ballot_columns(columns) &&
  @     first + count <= columns->rows;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures bounds: 0 <= \result.value <= count;
  @   ensures art19_verdict: answers->verdict != \null ==>
  @     \forall integer row; first <= row < first + count ==>
  @       kqa_ballot_verdict{Old}(edition, columns, row, answers->verdict[row]);
  @   ensures art19_failing: answers->failing != \null ==>
  @     \forall integer row; first <= row < first + count ==>
  @       (kqa_sound_ballot_row{Old}(columns, row) ==>
  @         kqa_failing_row{Old}(edition, columns, row, answers->failing[row])) &&
  @       (!kqa_sound_ballot_row{Old}(columns, row) ==> answers->failing[row] == 0);
  @   ensures row_status: answers->status != \null ==>
  @     \forall integer row; first <= row < first + count ==>
  @       (answers->status[row] == KQA_OK <==> kqa_sound_ballot_row{Old}(columns, row));
  @   ensures row_field: answers->field != \null ==>
  @     \forall integer row; first <= row < first + count ==>
  @       (answers->field[row] == KQA_FIELD_NONE <==> kqa_sound_ballot_row{Old}(columns, row));
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !kqa_all_ballot_columns(columns) ||
  @     first + count > columns->rows;
  @   assigns \nothing;
  @   ensures status: \result.fault.status != KQA_OK && \result.value == 0;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_batch_ballots(const struct kqa_edition *edition,
                                            const struct kqa_ballot_columns *columns,
                                            const struct kqa_ballot_answers *answers, size_t first,
                                            size_t count);

#ifdef __cplusplus
}
#endif

#endif
