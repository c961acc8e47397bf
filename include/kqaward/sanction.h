/** @file sanction.h
 * After the award: when an application is accepted again (Art. 26, 30), the use of the title
 * (Art. 28), the duty to report (Art. 29) and the measures (Art. 26, 28, 30).
 */
#ifndef KQAWARD_SANCTION_H
#define KQAWARD_SANCTION_H

#include "kqaward/calendar.h"
#include "kqaward/eligibility.h"
#include "kqaward/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The first day, on or after a given one, on which no sanction bars an application whose deadline
 * it is. A sanction decided after a day does not bar that day.
 * @article 26, 30
 * @param edition   The edition.
 * @param sanctions The sanctions.
 * @param count     Length of sanctions, at most 10,000.
 * @param from      The day to start from, a valid date.
 * @return The day; the faults of kqa_bar_last_day() (place in `index[0]`), KQA_E_TOO_MANY with
 *         KQA_FIELD_SANCTION_KIND, KQA_E_NO_SUCH_DAY with KQA_FIELD_AS_OF, KQA_E_RANGE with
 *         KQA_FIELD_AS_OF when it would lie beyond year 9999.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires sanctions: \valid_read(sanctions + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_valid_date(from) || count > 10000 ||
  @   (\exists integer i; 0 <= i < count && !kqa_valid_date(sanctions[i].decided)) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures day: \result.fault.status == KQA_OK ==>
  @   kqa_valid_date(\result.date) && !kqa_earlier(\result.date, from);
  @ ensures art26_30_accepted: \result.fault.status == KQA_OK ==>
  @   \forall integer i; 0 <= i < count ==> !kqa_bars(edition, \result.date, sanctions + i);
  @ ensures art26_30_no_wait: \result.fault.status == KQA_OK &&
  @   (\forall integer i; 0 <= i < count ==> !kqa_bars(edition, from, sanctions + i)) ==>
  @   \result.date == from;
  @*/
KQA_API struct kqa_day kqa_first_acceptance(const struct kqa_edition *edition,
                                            const struct kqa_sanction *sanctions, size_t count,
                                            struct kqa_date from);

/** What follows when an award was obtained by fraud. The article says nothing of the money paid, so
 * neither does the set.
 * @article 26
 * @return A sum of KQA_MEASURE_ codes. Never a fault.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK;
  @ ensures art26_measures: \result.value == KQA_MEASURE_HONOUR_CANCELLED +
  @   KQA_MEASURE_PLAQUE_TAKEN_BACK + KQA_MEASURE_CIRCULATED_CRITICISM + KQA_MEASURE_NO_ACCEPTANCE;
  @*/
KQA_API struct kqa_number kqa_fraud_measures(void);

/** What follows an event of Art. 29 or another serious problem: the committee must investigate, and
 * chooses by gravity among the other measures of the set. The bar joins them where the honour is
 * revoked.
 * @article 30
 * @param event   A kqa_truth code: an event of Art. 29 happened.
 * @param problem A kqa_truth code: a follow-up check found another serious problem.
 * @param revoked A kqa_truth code: the honour was revoked.
 * @return A sum of KQA_MEASURE_ codes, 0 unless event or problem is KQA_TRUE; KQA_E_VALUE with
 *         KQA_FIELD_MEASURE (argument in `index[0]`).
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes KQA_UNKNOWN <= event <= KQA_FALSE && KQA_UNKNOWN <= problem <= KQA_FALSE &&
  @     KQA_UNKNOWN <= revoked <= KQA_FALSE;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures art30_none: event != KQA_TRUE && problem != KQA_TRUE ==> \result.value == 0;
  @   ensures art30_by_gravity: event == KQA_TRUE || problem == KQA_TRUE ==> \result.value ==
  @     KQA_MEASURE_INVESTIGATION + KQA_MEASURE_CRITICISM + KQA_MEASURE_WARNING +
  @     KQA_MEASURE_CIRCULATED_CRITICISM + KQA_MEASURE_HONOUR_REVOKED +
  @     (revoked == KQA_TRUE ? KQA_MEASURE_NO_ACCEPTANCE : 0);
  @ behavior refuse:
  @   assumes !(KQA_UNKNOWN <= event <= KQA_FALSE && KQA_UNKNOWN <= problem <= KQA_FALSE &&
  @     KQA_UNKNOWN <= revoked <= KQA_FALSE);
  @   ensures status: \result.fault.status != KQA_OK && \result.value == 0;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_serious_problem_measures(int32_t event, int32_t problem,
                                                       int32_t revoked);

/** What a measure is called.
 * @param measure  One KQA_MEASURE_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_measure_text(int32_t measure, int32_t language);

/** Facts about one use of the title (Art. 28). @since 0.1 */
enum kqa_title_fact {
  KQA_TITLE_YEAR_STATED = 0, /**< The year of the award is stated. */
  KQA_TITLE_ON_PRODUCTS = 1  /**< It serves to promote a product. */
};

/** How many facts of title use there are. @since 0.1 */
#define KQA_TITLE_FACTS 2

/** Whether a use of the title is allowed; where it is not, an order to rectify follows
 * (KQA_MEASURE_RECTIFICATION).
 * @article 28
 * @param facts A kqa_truth code for each KQA_TITLE_ fact.
 * @return Two findings; KQA_E_VALUE with KQA_FIELD_TITLE_USE (place in `index[0]`).
 * @since 0.1 */
/*@ requires facts: \valid_read(facts + (0 .. KQA_TITLE_FACTS - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_truths(facts, KQA_TITLE_FACTS);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 2;
  @   ensures art28_allowed: \result.verdict == KQA_VERDICT_MET <==>
  @     facts[KQA_TITLE_YEAR_STATED] == KQA_TRUE && facts[KQA_TITLE_ON_PRODUCTS] == KQA_FALSE;
  @   ensures art28_breached: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @     facts[KQA_TITLE_YEAR_STATED] == KQA_FALSE || facts[KQA_TITLE_ON_PRODUCTS] == KQA_TRUE;
  @   ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ behavior refuse:
  @   assumes !kqa_truths(facts, KQA_TITLE_FACTS);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_title_use_check(const int32_t facts[KQA_TITLE_FACTS]);

/** Measures after a use of the title.
 * @article 28
 * @param verdict A KQA_VERDICT_ code, that of kqa_title_use_check().
 * @return A sum of KQA_MEASURE_ codes: KQA_MEASURE_RECTIFICATION for not met, 0 for any other
 * verdict; KQA_E_VALUE with KQA_FIELD_TITLE_USE for a code that is no verdict.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   KQA_VERDICT_UNKNOWN <= verdict <= KQA_VERDICT_NOT_APPLICABLE;
  @ ensures art28_rectify: \result.value ==
  @   (verdict == KQA_VERDICT_NOT_MET ? KQA_MEASURE_RECTIFICATION : 0);
  @*/
KQA_API struct kqa_number kqa_title_measures(int32_t verdict);

/** Events to be reported (Art. 29). @since 0.1 */
enum kqa_event_kind {
  KQA_EVENT_ACCIDENT = 1,   /**< A quality, work safety or environmental accident (item 1). */
  KQA_EVENT_INSPECTION = 2, /**< A failed product inspection (item 2). */
  KQA_EVENT_COMPLAINT =
    3,               /**< Strong complaints, a major one, or clearly falling quality (item 3). */
  KQA_EVENT_LOSS = 4 /**< A serious operating loss through poor management (item 4). */
};

/** Grades of an accident. @since 0.1 */
enum kqa_accident_grade {
  KQA_ACCIDENT_ORDINARY = 1, /**< Ordinary: no duty to report. */
  KQA_ACCIDENT_LARGER = 2,   /**< Larger. */
  KQA_ACCIDENT_MAJOR = 3,    /**< Major. */
  KQA_ACCIDENT_GRAVEST = 4   /**< Especially major. */
};

/** Levels of a product inspection; each gives rise to the duty. @since 0.1 */
enum kqa_inspection_level {
  KQA_INSPECTION_NATIONAL = 1,   /**< National. */
  KQA_INSPECTION_PROVINCIAL = 2, /**< Provincial. */
  KQA_INSPECTION_MUNICIPAL = 3,  /**< Municipal. */
  KQA_INSPECTION_COUNTY = 4      /**< County or district. */
};

/** An event in the life of a winner. @since 0.1 */
struct kqa_event {
  int32_t kind;         /**< A KQA_EVENT_ code. */
  int32_t grade;        /**< A KQA_ACCIDENT_ or KQA_INSPECTION_ code; 0 for the other kinds. */
  struct kqa_date date; /**< Day on which it happened, a valid date. */
};

/*@ predicate kqa_known_grade{L}(struct kqa_event *event) =
  @   event->kind == KQA_EVENT_ACCIDENT || event->kind == KQA_EVENT_INSPECTION
  @     ? 1 <= event->grade <= 4 : event->grade == 0;
  @ predicate kqa_sound_event{L}(struct kqa_event *event, struct kqa_date reported,
  @                              struct kqa_date as_of) =
  @   KQA_EVENT_ACCIDENT <= event->kind <= KQA_EVENT_LOSS && kqa_known_grade(event) &&
  @   kqa_valid_date(event->date) && kqa_valid_date(as_of) && !kqa_earlier(as_of, event->date) &&
  @   (kqa_no_date(reported) ||
  @    (kqa_valid_date(reported) && !kqa_earlier(reported, event->date)));
  @ predicate kqa_to_be_reported{L}(struct kqa_event *event) =
  @   event->kind == KQA_EVENT_ACCIDENT ==> event->grade >= KQA_ACCIDENT_LARGER;
  @ logic integer kqa_report_provision(integer kind) =
  @   kind == KQA_EVENT_ACCIDENT ? KQA_PROVISION_REPORT_ACCIDENT :
  @   kind == KQA_EVENT_INSPECTION ? KQA_PROVISION_REPORT_INSPECTION :
  @   kind == KQA_EVENT_COMPLAINT ? KQA_PROVISION_REPORT_COMPLAINT : KQA_PROVISION_REPORT_LOSS;
  @ predicate kqa_report_verdict(struct kqa_date due, struct kqa_date reported,
  @                              struct kqa_date as_of, integer verdict) =
  @   kqa_no_date(reported)
  @     ? (kqa_earlier(due, as_of) ? verdict == KQA_VERDICT_NOT_MET
  @                                : verdict == KQA_VERDICT_UNKNOWN)
  @     : (kqa_earlier(due, reported) ? verdict == KQA_VERDICT_NOT_MET
  @                                   : verdict == KQA_VERDICT_MET);
  @*/
/** Whether, until when, and whether in time an event was to be reported. @since 0.1 */
struct kqa_report {
  struct kqa_fault fault;     /**< Status and field. */
  int32_t arises;             /**< 1: there is a duty to report; else 0. */
  struct kqa_date due;        /**< Last day; all zero where no duty arises. */
  struct kqa_finding finding; /**< The item of Art. 29; not applicable where no duty arises, unknown
                                 while the report may still come in time. */
};

/** The duty to report an event in writing within the days of Art. 29, the day of the event not
 * counted; a last day on a rest day moves to the next working day unless the reading
 * `report.rollover` says otherwise.
 * @article 29
 * @param edition   The edition.
 * @param event     The event.
 * @param reported  Day on which the report came in; all zero: not yet. It may lie after as_of.
 * @param as_of     Day for which the answer is given, a valid date.
 * @param own       The caller's years of working days.
 * @param own_count Length of own.
 * @return The answer; the faults of kqa_edition_check(), KQA_E_VALUE with KQA_FIELD_EVENT_KIND or
 *         KQA_FIELD_EVENT_GRADE, KQA_E_NO_SUCH_DAY with KQA_FIELD_EVENT_DATE, KQA_FIELD_REPORTED or
 *         KQA_FIELD_AS_OF, KQA_E_ORDER with KQA_FIELD_REPORTED or KQA_FIELD_AS_OF (before the
 * event), KQA_E_RANGE with KQA_FIELD_DAYS, KQA_E_NO_CALENDAR with KQA_FIELD_CALENDAR.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(event);
  @ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_sound_event(event, reported, as_of) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures art29_1_ordinary: \result.fault.status == KQA_OK && !kqa_to_be_reported(event) ==>
  @   \result.arises == 0 && \result.finding.verdict == KQA_VERDICT_NOT_APPLICABLE;
  @ ensures art29_arises: \result.fault.status == KQA_OK && kqa_to_be_reported(event) ==>
  @   \result.arises == 1 && kqa_valid_date(\result.due);
  @ ensures art29_days: \result.fault.status == KQA_OK && kqa_to_be_reported(event) &&
  @   edition->report_rollover == KQA_REPORT_ROLLOVER_NONE ==>
  @   kqa_place(\result.due) == kqa_place(event->date) + edition->report_days;
  @ ensures art29_not_before: \result.fault.status == KQA_OK && kqa_to_be_reported(event) ==>
  @   kqa_place(\result.due) >= kqa_place(event->date) + edition->report_days;
  @ ensures art29_in_time: \result.fault.status == KQA_OK && kqa_to_be_reported(event) ==>
  @   kqa_report_verdict(\result.due, reported, as_of, \result.finding.verdict);
  @ ensures art29_item: \result.fault.status == KQA_OK ==>
  @   \result.finding.provision == kqa_report_provision(event->kind);
  @ ensures fault: \result.fault.status != KQA_OK ==> \result.arises == 0;
  @*/
KQA_API struct kqa_report kqa_report_duty(const struct kqa_edition *edition,
                                          const struct kqa_event *event, struct kqa_date reported,
                                          struct kqa_date as_of,
                                          const struct kqa_calendar_year *own, size_t own_count);

#ifdef __cplusplus
}
#endif

#endif
