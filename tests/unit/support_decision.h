/* Helpers for tests of findings: each fits its values, and the verdict fits the findings. */
#ifndef TESTS_UNIT_SUPPORT_DECISION_H
#define TESTS_UNIT_SUPPORT_DECISION_H

#include "support.h"

#include "kqaward/ratio.h"

static inline bool relation_holds(const struct kqa_finding *finding)
{
  const int64_t order = kqa_ratio_compare(finding->observed, finding->required).value;
  switch (finding->relation) {
  case KQA_RELATION_EQUAL:
    return order == 0;
  case KQA_RELATION_AT_LEAST:
    return order >= 0;
  case KQA_RELATION_MORE_THAN:
    return order > 0;
  case KQA_RELATION_AT_MOST:
    return order <= 0;
  default:
    assert_int_equal(finding->relation, KQA_RELATION_LESS_THAN);
    return order < 0;
  }
}

/* Where both values are shown, they lead to the verdict by the relation shown. */
static inline void assert_finding_sound(const struct kqa_finding *finding)
{
  const bool decided =
    finding->verdict == KQA_VERDICT_MET || finding->verdict == KQA_VERDICT_NOT_MET;
  assert_true(decided || finding->verdict == KQA_VERDICT_UNKNOWN ||
              finding->verdict == KQA_VERDICT_NOT_APPLICABLE);
  if (!decided || finding->relation == KQA_RELATION_NONE || finding->observed.den == 0 ||
      finding->required.den == 0)
    return;
  assert_int_equal(relation_holds(finding), finding->verdict == KQA_VERDICT_MET);
}

static inline void assert_finding(const struct kqa_finding *finding, int32_t provision,
                                  int32_t verdict)
{
  assert_int_equal(finding->provision, provision);
  assert_int_equal(finding->verdict, verdict);
  assert_finding_sound(finding);
}

/* Not met when one finding is not met, else unknown when one is unknown, else met. */
static inline int32_t conjunction(const struct kqa_finding *findings, int32_t count)
{
  int32_t verdict = KQA_VERDICT_MET;
  for (int32_t i = 0; i < count; i++) {
    if (findings[i].verdict == KQA_VERDICT_NOT_MET)
      return KQA_VERDICT_NOT_MET;
    if (findings[i].verdict == KQA_VERDICT_UNKNOWN)
      verdict = KQA_VERDICT_UNKNOWN;
  }
  return verdict;
}

static inline void assert_decision(const struct kqa_decision *decision, int32_t verdict,
                                   int32_t count)
{
  assert_no_fault(decision->fault);
  assert_int_equal(decision->verdict, verdict);
  assert_int_equal(decision->count, count);
  assert_int_equal(conjunction(decision->findings, count), verdict);
  for (int32_t i = 0; i < count; i++)
    assert_finding_sound(&decision->findings[i]);
}

#endif
