/* Making findings and folding them into a decision. */
#ifndef KQAWARD_FINDING_CORE_H
#define KQAWARD_FINDING_CORE_H

#include "kqaward/finding.h"

#include "date_core.h"
#include "ratio_core.h"

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures truth: \result <==> KQA_UNKNOWN <= value <= KQA_FALSE;
  @*/
static inline bool is_truth(int32_t value)
{
  return value >= KQA_UNKNOWN && value <= KQA_FALSE;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: \result == (met != 0 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  @*/
static inline int32_t verdict_of(bool met)
{
  return met ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
}

/* A fact that must hold has the verdict of its own code. */
_Static_assert(KQA_UNKNOWN + 0 == KQA_VERDICT_UNKNOWN + 0, "codes agree");
_Static_assert(KQA_TRUE + 0 == KQA_VERDICT_MET + 0, "codes agree");
_Static_assert(KQA_FALSE + 0 == KQA_VERDICT_NOT_MET + 0, "codes agree");

/* A finding about a fact that must hold. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: \result.provision == provision && \result.verdict == truth;
  @ ensures values: \result.unit == KQA_UNIT_FACT && \result.relation == KQA_RELATION_EQUAL;
  @*/
static inline struct kqa_finding fact_finding(int32_t provision, int32_t truth)
{
  return (struct kqa_finding){
    .provision = provision,
    .verdict = truth,
    .unit = KQA_UNIT_FACT,
    .relation = KQA_RELATION_EQUAL,
    .observed = {.num = truth == KQA_TRUE, .den = truth != KQA_UNKNOWN},
    .required = whole(1),
  };
}

/* A finding about a number or day. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: \result.provision == provision && \result.verdict == verdict;
  @ ensures kind: \result.unit == unit && \result.relation == relation;
  @ ensures values: \result.observed == observed && \result.required == required;
  @*/
static inline struct kqa_finding value_finding(int32_t provision, int32_t verdict, int32_t unit,
                                               int32_t relation, struct kqa_ratio observed,
                                               struct kqa_ratio required)
{
  return (struct kqa_finding){provision, verdict, unit, relation, observed, required};
}

/* A day as findings show it. */
/*@ requires range: -20000 <= date.year <= 20000 && kqa_month_day(date);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures key: \result.den == 1 && \result.num == date.year * 10000 + date.month * 100 + date.day;
  @*/
static inline struct kqa_ratio day_value(struct kqa_date date)
{
  return whole(date_key(date));
}

/* One finding more: not met beats unknown, unknown beats met, not applicable changes nothing. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures fold: \result == kqa_fold(so_far, next);
  @*/
static inline int32_t fold_verdict(int32_t so_far, int32_t next)
{
  if (next == KQA_VERDICT_NOT_APPLICABLE || so_far == KQA_VERDICT_NOT_MET)
    return so_far;
  return next == KQA_VERDICT_MET ? so_far : next;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures empty: \result.fault.status == KQA_OK && \result.verdict == KQA_VERDICT_MET &&
  @   \result.count == 0;
  @*/
static inline struct kqa_decision decision_begin(void)
{
  return (struct kqa_decision){.verdict = KQA_VERDICT_MET};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures refused: \result.fault == fault && \result.verdict == KQA_VERDICT_UNKNOWN &&
  @   \result.count == 0;
  @*/
static inline struct kqa_decision refused(struct kqa_fault fault)
{
  return (struct kqa_decision){.fault = fault};
}

/*@ requires decision: \valid(decision) && 0 <= decision->count < KQA_DECISION_FINDINGS;
  @ terminates \true;
  @ assigns decision->findings[decision->count], decision->count, decision->verdict;
  @ ensures count: decision->count == \old(decision->count) + 1;
  @ ensures verdict: decision->verdict == kqa_fold(\old(decision->verdict), finding.verdict);
  @ ensures finding: decision->findings[\old(decision->count)] == finding;
  @*/
static inline void decision_add(struct kqa_decision *decision, struct kqa_finding finding)
{
  decision->findings[decision->count++] = finding;
  decision->verdict = fold_verdict(decision->verdict, finding.verdict);
}

#endif
