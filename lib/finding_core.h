/* Making findings and folding them into a decision. */
#ifndef KQAWARD_FINDING_CORE_H
#define KQAWARD_FINDING_CORE_H

#include "kqaward/finding.h"

#include "date_core.h"
#include "ratio_core.h"

static inline bool is_truth(int32_t value)
{
  return value >= KQA_UNKNOWN && value <= KQA_FALSE;
}

static inline int32_t verdict_of(bool met)
{
  return met ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
}

/* A fact that must hold has the verdict of its own code. */
_Static_assert(KQA_UNKNOWN + 0 == KQA_VERDICT_UNKNOWN + 0, "codes agree");
_Static_assert(KQA_TRUE + 0 == KQA_VERDICT_MET + 0, "codes agree");
_Static_assert(KQA_FALSE + 0 == KQA_VERDICT_NOT_MET + 0, "codes agree");

/* A finding about a fact that must hold. */
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
static inline struct kqa_finding value_finding(int32_t provision, int32_t verdict, int32_t unit,
                                               int32_t relation, struct kqa_ratio observed,
                                               struct kqa_ratio required)
{
  return (struct kqa_finding){provision, verdict, unit, relation, observed, required};
}

/* A day as findings show it. */
static inline struct kqa_ratio day_value(struct kqa_date date)
{
  return whole(date_key(date));
}

/* One finding more: not met beats unknown, unknown beats met, not applicable changes nothing. */
static inline int32_t fold_verdict(int32_t so_far, int32_t next)
{
  if (next == KQA_VERDICT_NOT_APPLICABLE || so_far == KQA_VERDICT_NOT_MET)
    return so_far;
  return next == KQA_VERDICT_MET ? so_far : next;
}

static inline struct kqa_decision decision_begin(void)
{
  return (struct kqa_decision){.verdict = KQA_VERDICT_MET};
}

static inline struct kqa_decision refused(struct kqa_fault fault)
{
  return (struct kqa_decision){.fault = fault};
}

static inline void decision_add(struct kqa_decision *decision, struct kqa_finding finding)
{
  decision->findings[decision->count++] = finding;
  decision->verdict = fold_verdict(decision->verdict, finding.verdict);
}

#endif
