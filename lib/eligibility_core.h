/* The qualification check without its checks of input, for the round. */
#ifndef KQAWARD_ELIGIBILITY_CORE_H
#define KQAWARD_ELIGIBILITY_CORE_H

#include "kqaward/eligibility.h"

/* One organisation's case. */
struct eligibility_case {
  struct kqa_date deadline;
  const struct kqa_application *application;
  const struct kqa_incident *incidents;
  size_t incident_count;
  const struct kqa_sanction *sanctions;
  size_t sanction_count;
};

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures kind: \result <==> kind == KQA_SANCTION_FRAUD || kind == KQA_SANCTION_REVOCATION;
  @*/
static inline bool is_sanction_kind(int32_t kind)
{
  return kind == KQA_SANCTION_FRAUD || kind == KQA_SANCTION_REVOCATION;
}

/* The first fault of a case whose deadline is a day; fields as in kqa_eligibility_decide(). */
struct kqa_fault kqa_eligibility_fault(const struct eligibility_case *subject);

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

/* Decides a case without fault under a sound edition. */
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
