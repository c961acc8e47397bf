/* The qualification check without its checks of input, for the round. */
#ifndef KQAWARD_ELIGIBILITY_CORE_H
#define KQAWARD_ELIGIBILITY_CORE_H

#include "kqaward/eligibility.h"

#include "date_core.h"

/* Where some findings stand in the ordinance's order, in which all of them are listed. */
enum eligibility_place {
  PLACE_OPERATING_YEARS = 3,
  PLACE_INSPECTIONS = 11,
  PLACE_RECOMMENDATION = 18,
  PLACE_COPIES = 19,
  PLACE_RECEIPT = 20,
  PLACE_FRAUD_BAR = 21,
  PLACE_REVOCATION_BAR = 22,
};

/* One organisation's case. */
struct eligibility_case {
  struct kqa_date deadline;
  const struct kqa_application *application;
  const struct kqa_incident *incidents;
  size_t incident_count;
  const struct kqa_sanction *sanctions;
  size_t sanction_count;
};

/* What the decision is and what it rests on; findings are made from it when asked for. */
struct kqa_evaluation {
  int32_t verdict;
  uint32_t missing;
  int32_t verdicts[KQA_ELIGIBILITY_FINDINGS]; /* in the findings' order */
  struct kqa_date complete;  /* day on which the years of operation are complete; absent: unknown */
  struct kqa_date window;    /* first day of the clean record */
  struct kqa_date latest[3]; /* latest counting incident by kind; absent: none */
  struct kqa_date bar_ends[2]; /* last day of the bars by kind of sanction; absent: none */
};

/*@ predicate readable_case{L}(struct eligibility_case *subject) =
  @   \valid_read(subject) && \valid_read(subject->application) &&
  @   \valid_read(subject->incidents + (0 .. subject->incident_count - 1)) &&
  @   \valid_read(subject->sanctions + (0 .. subject->sanction_count - 1));
  @ predicate sound_case{L}(struct eligibility_case *subject) =
  @   kqa_sound_application(subject->application) &&
  @   kqa_sound_incidents(subject->incidents, subject->incident_count) &&
  @   kqa_sound_sanctions(subject->sanctions, subject->sanction_count);
  @ predicate case_meets{L}(struct kqa_edition *edition, struct eligibility_case *subject) =
  @   kqa_qualifies(edition, subject->deadline, *subject->application, subject->incidents,
  @                 subject->incident_count, subject->sanctions, subject->sanction_count);
  @ predicate case_fails{L}(struct kqa_edition *edition, struct eligibility_case *subject) =
  @   kqa_disqualifies(edition, subject->deadline, *subject->application, subject->incidents,
  @                    subject->incident_count, subject->sanctions, subject->sanction_count);
  @ predicate reached_day(struct kqa_date date) =
  @   -100 <= date.year <= 10100 && kqa_month_day(date);
  @ predicate day_or_none(struct kqa_date date) = kqa_no_date(date) || reached_day(date);
  @ predicate record_days{L}(struct kqa_evaluation *evaluation) =
  @   reached_day(evaluation->window) &&
  @   day_or_none(evaluation->latest[0]) && day_or_none(evaluation->latest[1]) &&
  @   day_or_none(evaluation->latest[2]) && day_or_none(evaluation->bar_ends[0]) &&
  @   day_or_none(evaluation->bar_ends[1]);
  @ predicate all_days{L}(struct kqa_evaluation *evaluation) =
  @   record_days(evaluation) && day_or_none(evaluation->complete);
  @ predicate shown_days(struct kqa_evaluation evaluation) =
  @   day_or_none(evaluation.complete) && reached_day(evaluation.window) &&
  @   day_or_none(evaluation.latest[0]) && day_or_none(evaluation.latest[1]) &&
  @   day_or_none(evaluation.latest[2]) && day_or_none(evaluation.bar_ends[0]) &&
  @   day_or_none(evaluation.bar_ends[1]);
  @ predicate shown_incidents(struct kqa_evaluation evaluation) =
  @   (kqa_no_date(evaluation.latest[0]) ||
  @     evaluation.verdicts[PLACE_INSPECTIONS + 0] == KQA_VERDICT_NOT_MET) &&
  @   (kqa_no_date(evaluation.latest[1]) ||
  @     evaluation.verdicts[PLACE_INSPECTIONS + 1] == KQA_VERDICT_NOT_MET) &&
  @   (kqa_no_date(evaluation.latest[2]) ||
  @     evaluation.verdicts[PLACE_INSPECTIONS + 2] == KQA_VERDICT_NOT_MET);
  @*/

/* Days as the check compares them: perhaps outside the years 1 to 9999, or absent. */
/*@ requires days: day_or_none(a) && day_or_none(b);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures order: \result <==> kqa_key(a) <= kqa_key(b);
  @*/
static inline bool is_no_later(struct kqa_date a, struct kqa_date b)
{
  return date_key(a) <= date_key(b);
}

/* Art. 12(6): a failed inspection counts within the years before the deadline; accidents and
 * complaints do too, or by the other reading whenever they happened. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art12_6_limited: \result <==> kind == KQA_INCIDENT_INSPECTION_FAILURE ||
  @   edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;
  @*/
static inline bool is_limited(const struct kqa_edition *edition, int32_t kind)
{
  return kind == KQA_INCIDENT_INSPECTION_FAILURE ||
         edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures kind: \result <==> kind == KQA_SANCTION_FRAUD || kind == KQA_SANCTION_REVOCATION;
  @*/
static inline bool is_sanction_kind(int32_t kind)
{
  return kind == KQA_SANCTION_FRAUD || kind == KQA_SANCTION_REVOCATION;
}

/* The first fault of a case whose deadline is a day; fields as in kqa_eligibility_decide(). */
/*@ requires subject: readable_case(subject);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> sound_case(subject);
  @*/
struct kqa_fault kqa_eligibility_fault(const struct eligibility_case *subject);

/*@ predicate shows_incident{L1, L2}(struct kqa_date *latest, struct kqa_edition *edition,
  @     struct kqa_date deadline, struct kqa_incident *incidents, integer count, integer kind) =
  @   day_or_none(\at(latest[kind - 1], L2)) &&
  @   (kqa_has_incident{L1}(edition, deadline, incidents, count, kind) <==>
  @     !kqa_no_date(\at(latest[kind - 1], L2)));
  @ predicate bar_end{L1, L2}(struct kqa_date *ends, struct kqa_edition *edition,
  @     struct kqa_date deadline, struct kqa_sanction *sanctions, integer count, integer kind) =
  @   day_or_none(\at(ends[kind - 1], L2)) &&
  @   (kqa_key(deadline) <= kqa_key(\at(ends[kind - 1], L2)) <==>
  @     kqa_is_barred{L1}(edition, deadline, sanctions, count, kind));
  @*/
/* Art. 12(6), 26 and 30: what is on record, whatever is declared. */
/*@ requires evaluation: \valid(evaluation) && kqa_no_date(evaluation->latest[0]) &&
  @   kqa_no_date(evaluation->latest[1]) && kqa_no_date(evaluation->latest[2]) &&
  @   kqa_no_date(evaluation->bar_ends[0]) && kqa_no_date(evaluation->bar_ends[1]);
  @ requires edition: \valid_read(edition) && \separated(evaluation, edition);
  @ requires years: 0 <= edition->eligibility_clean_years <= 60 &&
  @   0 <= edition->bar_fraud_years <= 60 && 0 <= edition->bar_revocation_years <= 60;
  @ requires subject: \valid_read(subject) && kqa_valid_date(subject->deadline);
  @ requires incidents: kqa_sound_incidents(subject->incidents, subject->incident_count) &&
  @   \valid_read(subject->incidents + (0 .. subject->incident_count - 1)) &&
  @   \separated(evaluation, subject->incidents + (0 .. subject->incident_count - 1));
  @ requires sanctions: kqa_sound_sanctions(subject->sanctions, subject->sanction_count) &&
  @   \valid_read(subject->sanctions + (0 .. subject->sanction_count - 1)) &&
  @   \separated(evaluation, subject->sanctions + (0 .. subject->sanction_count - 1));
  @ terminates \true;
  @ assigns evaluation->window, evaluation->latest[0 .. 2], evaluation->bar_ends[0 .. 1];
  @ ensures art12_6_window: reached_day(evaluation->window) && kqa_shifted(
  @   \old(subject->deadline), -\old(edition->eligibility_clean_years), evaluation->window);
  @ ensures art12_6_inspections: shows_incident{Pre, Post}(&evaluation->latest[0], edition,
  @   \old(subject->deadline), \old(subject->incidents), \old(subject->incident_count), 1);
  @ ensures art12_6_accidents: shows_incident{Pre, Post}(&evaluation->latest[0], edition,
  @   \old(subject->deadline), \old(subject->incidents), \old(subject->incident_count), 2);
  @ ensures art12_6_complaints: shows_incident{Pre, Post}(&evaluation->latest[0], edition,
  @   \old(subject->deadline), \old(subject->incidents), \old(subject->incident_count), 3);
  @ ensures art26_fraud: bar_end{Pre, Post}(&evaluation->bar_ends[0], edition,
  @   \old(subject->deadline), \old(subject->sanctions), \old(subject->sanction_count), 1);
  @ ensures art30_revocation: bar_end{Pre, Post}(&evaluation->bar_ends[0], edition,
  @   \old(subject->deadline), \old(subject->sanctions), \old(subject->sanction_count), 2);
  @*/
void kqa_look_up_record(struct kqa_evaluation *evaluation, const struct kqa_edition *edition,
                        const struct eligibility_case *subject);

/* What the articles say of one value, and of the record. */
/*@ predicate declared_or_shown(integer verdict, integer declared, struct kqa_date latest) =
  @   (kqa_no_date(latest) ==> verdict == declared) &&
  @   (!kqa_no_date(latest) ==> verdict == KQA_VERDICT_NOT_MET);
  @ predicate record_is_clean{L}(struct kqa_evaluation *evaluation, struct kqa_date deadline) =
  @   kqa_no_date(evaluation->latest[0]) && kqa_no_date(evaluation->latest[1]) &&
  @   kqa_no_date(evaluation->latest[2]) &&
  @   kqa_key(evaluation->bar_ends[0]) < kqa_key(deadline) &&
  @   kqa_key(evaluation->bar_ends[1]) < kqa_key(deadline);
  @ logic integer verdict_on_years(struct kqa_date since, integer years,
  @                                struct kqa_date deadline) =
  @   since.year == 0 ? KQA_VERDICT_UNKNOWN :
  @   kqa_shifted_key(since, years) <= kqa_key(deadline) ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
  @ logic integer verdict_on_body(integer recommended_by) =
  @   recommended_by == KQA_RECOMMENDER_UNKNOWN ? KQA_VERDICT_UNKNOWN :
  @   recommended_by == KQA_RECOMMENDER_NONE ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;
  @ logic integer verdict_on_copies(struct kqa_application application, integer copies) =
  @   application.copies_known == 0 ? KQA_VERDICT_UNKNOWN :
  @   application.copies < copies ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;
  @ logic integer verdict_on_receipt(struct kqa_date received, struct kqa_date deadline) =
  @   received.year == 0 ? KQA_VERDICT_UNKNOWN :
  @   kqa_key(received) <= kqa_key(deadline) ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
  @ logic integer verdict_on_bar(struct kqa_date end, struct kqa_date deadline) =
  @   kqa_key(deadline) <= kqa_key(end) ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;
  @ predicate sound_values(struct kqa_application application) =
  @   (\forall integer fact; 0 <= fact < KQA_FACTS ==>
  @     KQA_UNKNOWN <= application.facts[fact] <= KQA_FALSE) &&
  @   (kqa_no_date(application.operating_since) || kqa_valid_date(application.operating_since)) &&
  @   KQA_RECOMMENDER_UNKNOWN <= application.recommended_by <= KQA_RECOMMENDER_NONE &&
  @   0 <= application.copies_known <= 1 &&
  @   (kqa_no_date(application.received) || kqa_valid_date(application.received));
  @*/

/* The places of declared facts; those of the clean record one by one, for Z3 to take apart. */
/*@ predicate is_declared(integer place) =
  @   (0 <= place < PLACE_INSPECTIONS && place != PLACE_OPERATING_YEARS) ||
  @   place == PLACE_INSPECTIONS || place == PLACE_INSPECTIONS + 1 ||
  @   place == PLACE_INSPECTIONS + 2 || PLACE_INSPECTIONS + 3 <= place < PLACE_RECOMMENDATION;
  @ predicate one_before_is{L}(struct kqa_evaluation *evaluation, integer place,
  @                            integer verdict) =
  @   (\exists integer i; is_declared(i) && i < place && evaluation->verdicts[i] == verdict) ||
  @   (PLACE_OPERATING_YEARS < place && evaluation->verdicts[PLACE_OPERATING_YEARS] == verdict) ||
  @   (PLACE_RECOMMENDATION < place && evaluation->verdicts[PLACE_RECOMMENDATION] == verdict) ||
  @   (PLACE_COPIES < place && evaluation->verdicts[PLACE_COPIES] == verdict) ||
  @   (PLACE_RECEIPT < place && evaluation->verdicts[PLACE_RECEIPT] == verdict) ||
  @   (PLACE_FRAUD_BAR < place && evaluation->verdicts[PLACE_FRAUD_BAR] == verdict) ||
  @   (PLACE_REVOCATION_BAR < place && evaluation->verdicts[PLACE_REVOCATION_BAR] == verdict);
  @ predicate one_is{L}(struct kqa_evaluation *evaluation, integer verdict) =
  @   one_before_is(evaluation, KQA_ELIGIBILITY_FINDINGS, verdict);
  @*/

/* Decides a case without fault under a sound edition. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires subject: readable_case(subject) && sound_case(subject) &&
  @   kqa_valid_date(subject->deadline);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art15_met: \result.verdict == KQA_VERDICT_MET <==> case_meets(edition, subject);
  @ ensures art15_not_met: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @   case_fails(edition, subject);
  @ ensures missing: \result.verdict != KQA_VERDICT_UNKNOWN ==> \result.missing == 0;
  @ ensures days: shown_days(\result);
  @ ensures incidents: shown_incidents(\result);
  @*/
struct kqa_evaluation kqa_eligibility_evaluate(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject);

/*@ predicate shows(struct kqa_eligibility answer, struct kqa_evaluation evaluation,
  @                 integer place, integer provision) =
  @   answer.findings[place].provision == provision &&
  @   answer.findings[place].verdict == evaluation.verdicts[place];
  @*/

/* The answer with its findings for an evaluated case. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires subject: readable_case(subject) && sound_case(subject) &&
  @   kqa_valid_date(subject->deadline);
  @ requires evaluation: \valid_read(evaluation) && shown_days(*evaluation) &&
  @   shown_incidents(*evaluation);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: \result.fault.status == KQA_OK &&
  @   \result.verdict == evaluation->verdict && \result.missing == evaluation->missing;
  @ ensures count: \result.count == KQA_ELIGIBILITY_FINDINGS;
  @ ensures art12_1: shows(\result, *evaluation, 0, KQA_PROVISION_REGISTERED_IN_DISTRICT) &&
  @   shows(\result, *evaluation, 1, KQA_PROVISION_PAYS_TAX_IN_DISTRICT) &&
  @   shows(\result, *evaluation, 2, KQA_PROVISION_LAWFUL_OPERATION) &&
  @   shows(\result, *evaluation, 3, KQA_PROVISION_OPERATING_YEARS);
  @ ensures art12_2: shows(\result, *evaluation, 4, KQA_PROVISION_EXCELLENCE_MODEL) &&
  @   shows(\result, *evaluation, 5, KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM) &&
  @   shows(\result, *evaluation, 6, KQA_PROVISION_ISO9001_CERTIFIED) &&
  @   shows(\result, *evaluation, 7, KQA_PROVISION_QUALITY_WORK_OUTSTANDING);
  @ ensures art12_3: shows(\result, *evaluation, 8, KQA_PROVISION_PERFORMANCE_LEADING);
  @ ensures art12_4: shows(\result, *evaluation, 9, KQA_PROVISION_INNOVATION_LEADING);
  @ ensures art12_5: shows(\result, *evaluation, 10, KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD);
  @ ensures art12_6: shows(\result, *evaluation, 11, KQA_PROVISION_INSPECTIONS_CLEAN) &&
  @   shows(\result, *evaluation, 12, KQA_PROVISION_NO_MAJOR_ACCIDENT) &&
  @   shows(\result, *evaluation, 13, KQA_PROVISION_NO_MAJOR_COMPLAINT);
  @ ensures art12_7: shows(\result, *evaluation, 14, KQA_PROVISION_OTHER_REQUIREMENTS_MET);
  @ ensures art14_papers: shows(\result, *evaluation, 15, KQA_PROVISION_SELF_EVALUATION) &&
  @   shows(\result, *evaluation, 16, KQA_PROVISION_APPLICATION_FORM) &&
  @   shows(\result, *evaluation, 17, KQA_PROVISION_EVIDENCE);
  @ ensures art14: shows(\result, *evaluation, 18, KQA_PROVISION_RECOMMENDATION) &&
  @   shows(\result, *evaluation, 19, KQA_PROVISION_COPIES) &&
  @   shows(\result, *evaluation, 20, KQA_PROVISION_RECEIVED_IN_TIME);
  @ ensures art26: shows(\result, *evaluation, 21, KQA_PROVISION_NO_FRAUD_BAR);
  @ ensures art30: shows(\result, *evaluation, 22, KQA_PROVISION_NO_REVOCATION_BAR);
  @*/
struct kqa_eligibility kqa_eligibility_explain(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject,
                                               const struct kqa_evaluation *evaluation);

/* Last day of a bar, perhaps beyond year 9999; edition and sanction are sound. */
/*@ requires edition: \valid_read(edition) && 0 <= edition->bar_fraud_years <= 60 &&
  @   0 <= edition->bar_revocation_years <= 60;
  @ requires decided: kqa_valid_date(sanction.decided);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art26_30_ends: kqa_shifted(sanction.decided,
  @   kqa_bar_years(edition, sanction.kind), \result);
  @ ensures key: kqa_key(\result) == kqa_bar_key(edition, sanction);
  @ ensures day: reached_day(\result);
  @*/
struct kqa_date kqa_bar_end(const struct kqa_edition *edition, struct kqa_sanction sanction);

#endif
