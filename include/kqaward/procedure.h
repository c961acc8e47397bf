/** @file procedure.h
 * The stages of a year's review (Art. 13 to 21, 23): what is done, what comes next, what is late or
 * out of order.
 */
#ifndef KQAWARD_PROCEDURE_H
#define KQAWARD_PROCEDURE_H

#include "kqaward/calendar.h"
#include "kqaward/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The stages in their order. @since 0.1 */
enum kqa_stage {
  KQA_STAGE_NOTICE = 1,          /**< Notice (Art. 13). */
  KQA_STAGE_APPLICATION = 2,     /**< Application and recommendation (Art. 14). */
  KQA_STAGE_QUALIFICATION = 3,   /**< Qualification check (Art. 15). */
  KQA_STAGE_DOCUMENT_REVIEW = 4, /**< Document review (Art. 16). */
  KQA_STAGE_SITE_REVIEW = 5,     /**< Site review (Art. 17). */
  KQA_STAGE_EVALUATION = 6,      /**< Evaluation (Art. 18). */
  KQA_STAGE_VOTE = 7,            /**< Deliberation and vote (Art. 19). */
  KQA_STAGE_PUBLICITY = 8,       /**< Publicity (Art. 20). */
  KQA_STAGE_APPROVAL = 9,        /**< Approval (Art. 21). */
  KQA_STAGE_AWARD = 10           /**< Award (Art. 23). */
};

/** How many stages there are. @since 0.1 */
#define KQA_STAGES 10
/** How many findings the check of a procedure has. @since 0.1 */
#define KQA_PROCEDURE_FINDINGS 11

/** What is known of a year's procedure. @since 0.1 */
struct kqa_procedure {
  struct kqa_date
    done[KQA_STAGES]; /**< Day on which stage s was finished at place s - 1; all zero: not yet. */
  struct kqa_date site_report; /**< Day on which the site review report reached the review office;
                                  all zero: not yet. */
};

/*@ predicate kqa_day_by(struct kqa_date day, struct kqa_date as_of) =
  @   kqa_no_date(day) || (kqa_valid_date(day) && !kqa_earlier(as_of, day));
  @ predicate kqa_stages_by{L}(struct kqa_procedure *procedure, integer count,
  @                            struct kqa_date as_of) =
  @   \forall integer i; 0 <= i < count ==> kqa_day_by(procedure->done[i], as_of);
  @ predicate kqa_sound_procedure{L}(struct kqa_procedure *procedure, struct kqa_date as_of) =
  @   kqa_valid_date(as_of) && kqa_stages_by(procedure, KQA_STAGES, as_of) &&
  @   kqa_day_by(procedure->site_report, as_of) &&
  @   (kqa_no_date(procedure->site_report) ||
  @    (!kqa_no_date(procedure->done[KQA_STAGE_SITE_REVIEW - 1]) &&
  @     !kqa_earlier(procedure->site_report, procedure->done[KQA_STAGE_SITE_REVIEW - 1])));
  @ predicate kqa_all_done{L}(struct kqa_procedure *procedure, integer count) =
  @   \forall integer i; 0 <= i < count ==> !kqa_no_date(procedure->done[i]);
  @ predicate kqa_none_later{L}(struct kqa_procedure *procedure, integer count,
  @                             struct kqa_date day) =
  @   \forall integer i; 0 <= i < count ==> !kqa_earlier(day, procedure->done[i]);
  @ predicate kqa_skipped{L}(struct kqa_procedure *procedure, integer place) =
  @   \exists integer later; place < later < KQA_STAGES && !kqa_no_date(procedure->done[later]);
  @ predicate kqa_stage_verdict{L}(struct kqa_procedure *procedure, integer place,
  @                                integer verdict) =
  @   kqa_no_date(procedure->done[place])
  @     ? (kqa_skipped(procedure, place) ? verdict == KQA_VERDICT_NOT_MET
  @                                      : verdict == KQA_VERDICT_UNKNOWN)
  @     : (kqa_all_done(procedure, place) &&
  @        kqa_none_later(procedure, place, procedure->done[place])
  @          ? verdict == KQA_VERDICT_MET : verdict == KQA_VERDICT_NOT_MET);
  @ predicate kqa_deadline_verdict(struct kqa_date due, struct kqa_date done,
  @                                struct kqa_date as_of, integer verdict) =
  @   kqa_no_date(done)
  @     ? (!kqa_no_date(due) && kqa_earlier(due, as_of) ? verdict == KQA_VERDICT_NOT_MET
  @                                                     : verdict == KQA_VERDICT_UNKNOWN)
  @     : (kqa_earlier(due, done) ? verdict == KQA_VERDICT_NOT_MET
  @                               : verdict == KQA_VERDICT_MET);
  @*/
/** Where a procedure stands. @since 0.1 */
struct kqa_progress {
  struct kqa_fault fault; /**< Status and field. */
  int32_t verdict;    /**< A KQA_VERDICT_ code: not met when something is late or out of order, else
                         unknown    while something is still to come, else met. */
  int32_t next_stage; /**< The KQA_STAGE_ code of the first not done; 0 when all are. */
  struct kqa_date site_report_due; /**< Last day for the site review report; all zero before the
                                      site review is done. */
  int32_t count;                   /**< Findings: KQA_PROCEDURE_FINDINGS; 0 on a fault. */
  struct kqa_finding
    findings[KQA_PROCEDURE_FINDINGS]; /**< Stages in order, then the site review report. */
};

/*@ predicate kqa_findings_met{L}(struct kqa_progress *progress, integer count) =
  @   \forall integer i; 0 <= i < count ==> progress->findings[i].verdict == KQA_VERDICT_MET;
  @ predicate kqa_finding_not_met{L}(struct kqa_progress *progress, integer count) =
  @   \exists integer i; 0 <= i < count && progress->findings[i].verdict == KQA_VERDICT_NOT_MET;
  @*/
/** Checks the order of the stages and the time of the site review report. A stage is in order when
 * every earlier one was done on or before its day; one that is not done is unknown, and out of
 * order once a later one is done.
 * @article 13, 14, 15, 16, 17, 18, 19, 20, 21, 23
 * @param edition   The edition.
 * @param procedure What is known.
 * @param as_of     Day for which the answer is given, a valid date.
 * @param own       The caller's years of working days.
 * @param own_count Length of own.
 * @return The answer; the faults of kqa_edition_check(), KQA_E_NO_SUCH_DAY with
 * KQA_FIELD_STAGE_DATE (place in `index[0]`), KQA_FIELD_SITE_REPORT or KQA_FIELD_AS_OF, KQA_E_ORDER
 * with KQA_FIELD_STAGE_DATE or KQA_FIELD_SITE_REPORT (later than as_of), KQA_E_ORDER with
 *         KQA_FIELD_SITE_REPORT (before the site review was done), KQA_E_NO_CALENDAR with
 *         KQA_FIELD_CALENDAR.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(procedure);
  @ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_sound_procedure(procedure, as_of) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures count: \result.fault.status == KQA_OK ==> \result.count == KQA_PROCEDURE_FINDINGS;
  @ ensures art13_to_23_order: \result.fault.status == KQA_OK ==>
  @   \forall integer place; 0 <= place < KQA_STAGES ==>
  @     kqa_stage_verdict(procedure, place, \result.findings[place].verdict);
  @ ensures art17_report: \result.fault.status == KQA_OK ==>
  @   kqa_deadline_verdict(\result.site_report_due, procedure->site_report, as_of,
  @     \result.findings[KQA_STAGES].verdict);
  @ ensures art17_due: \result.fault.status == KQA_OK ==>
  @   (kqa_no_date(procedure->done[KQA_STAGE_SITE_REVIEW - 1]) ?
  @      kqa_no_date(\result.site_report_due) : kqa_valid_date(\result.site_report_due));
  @ ensures next: \result.fault.status == KQA_OK && \result.next_stage != 0 ==>
  @   1 <= \result.next_stage <= KQA_STAGES &&
  @   kqa_all_done(procedure, \result.next_stage - 1) &&
  @   kqa_no_date(procedure->done[\result.next_stage - 1]);
  @ ensures none_next: \result.fault.status == KQA_OK && \result.next_stage == 0 ==>
  @   kqa_all_done(procedure, KQA_STAGES);
  @ ensures met: \result.fault.status == KQA_OK ==> (\result.verdict == KQA_VERDICT_MET <==>
  @   \forall integer i; 0 <= i < KQA_PROCEDURE_FINDINGS ==>
  @     \result.findings[i].verdict == KQA_VERDICT_MET);
  @ ensures not_met: \result.fault.status == KQA_OK ==>
  @   (\result.verdict == KQA_VERDICT_NOT_MET <==>
  @    \exists integer i; 0 <= i < KQA_PROCEDURE_FINDINGS &&
  @      \result.findings[i].verdict == KQA_VERDICT_NOT_MET);
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ ensures fault: \result.fault.status != KQA_OK ==>
  @   \result.count == 0 && \result.verdict == KQA_VERDICT_UNKNOWN;
  @*/
KQA_API struct kqa_progress
kqa_procedure_check(const struct kqa_edition *edition, const struct kqa_procedure *procedure,
                    struct kqa_date as_of, const struct kqa_calendar_year *own, size_t own_count);

/** Last day for the site review report: so many working days after the site review, its last day
 * not counted.
 * @article 17
 * @param edition         The edition.
 * @param site_review_end Last day of the site review, a valid date.
 * @param own             The caller's years of working days.
 * @param own_count       Length of own.
 * @return The day; the faults of kqa_edition_check(), KQA_E_NO_SUCH_DAY with
 *         KQA_FIELD_SITE_REVIEW_END, KQA_E_NO_CALENDAR with KQA_FIELD_CALENDAR.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_valid_date(site_review_end) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures day: \result.fault.status == KQA_OK ==> kqa_valid_date(\result.date);
  @ ensures art17_working_days: \result.fault.status == KQA_OK ==>
  @   kqa_place(\result.date) >= kqa_place(site_review_end) + edition->site_report_working_days;
  @*/
KQA_API struct kqa_day kqa_site_report_due(const struct kqa_edition *edition,
                                           struct kqa_date site_review_end,
                                           const struct kqa_calendar_year *own, size_t own_count);

/** What a stage is called.
 * @param stage    A KQA_STAGE_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a stage or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_stage_text(int32_t stage, int32_t language);

#ifdef __cplusplus
}
#endif

#endif
