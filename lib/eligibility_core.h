/* The qualification check without its checks of input, for the round. */
#ifndef KQAWARD_ELIGIBILITY_CORE_H
#define KQAWARD_ELIGIBILITY_CORE_H

#include "kqaward/eligibility.h"

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
  @ predicate sound_incidents{L}(struct kqa_incident *incidents, integer count) =
  @   \forall integer i; 0 <= i < count ==> kqa_sound_incident(incidents + i);
  @ predicate sound_sanctions{L}(struct kqa_sanction *sanctions, integer count) =
  @   \forall integer i; 0 <= i < count ==> kqa_sound_sanction(sanctions + i);
  @ predicate sound_case{L}(struct eligibility_case *subject) =
  @   kqa_sound_application(subject->application) &&
  @   sound_incidents(subject->incidents, subject->incident_count) &&
  @   sound_sanctions(subject->sanctions, subject->sanction_count);
  @ predicate separate_case{L}(struct kqa_evaluation *evaluation, struct kqa_edition *edition,
  @                            struct eligibility_case *subject) =
  @   \separated(evaluation, edition) && \separated(evaluation, subject) &&
  @   \separated(evaluation, subject->application) &&
  @   \separated(evaluation, subject->incidents + (0 .. subject->incident_count - 1)) &&
  @   \separated(evaluation, subject->sanctions + (0 .. subject->sanction_count - 1));
  @ predicate has_incident{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                           struct kqa_incident *incidents, integer count, integer kind) =
  @   \exists integer i; 0 <= i < count && incidents[i].kind == kind &&
  @     kqa_incident_counts(edition, deadline, incidents + i);
  @ predicate is_barred{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                        struct kqa_sanction *sanctions, integer count, integer kind) =
  @   \exists integer i; 0 <= i < count && sanctions[i].kind == kind &&
  @     kqa_bars(edition, deadline, sanctions + i);
  @*/

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

/* Decides a case without fault under a sound edition. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires subject: readable_case(subject) && sound_case(subject) &&
  @   kqa_valid_date(subject->deadline);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @*/
struct kqa_evaluation kqa_eligibility_evaluate(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject);

/* The answer with its findings for an evaluated case. */
struct kqa_eligibility kqa_eligibility_explain(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject,
                                               const struct kqa_evaluation *evaluation);

/* Last day of a bar, perhaps beyond year 9999; edition and sanction are sound. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires decided: kqa_valid_date(sanction.decided);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art26_30_ends: kqa_shifted(sanction.decided,
  @   sanction.kind == KQA_SANCTION_FRAUD ? edition->bar_fraud_years
  @                                       : edition->bar_revocation_years, \result);
  @ ensures day: kqa_month_day(\result);
  @*/
struct kqa_date kqa_bar_end(const struct kqa_edition *edition, struct kqa_sanction sanction);

#endif
