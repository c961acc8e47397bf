/* Two results of the same organisations side by side. */
#include "round_difference.h"
#include "status_fault.h"

_Static_assert(KQA_OUTCOMES == KQA_OUTCOME_QUALITY + 1, "every outcome has its row");

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures outcome: \result <==> 0 <= code < KQA_OUTCOMES;
  @*/
static bool is_outcome(int32_t code)
{
  return code >= 0 && code < KQA_OUTCOMES;
}

/*@ predicate readable_decided{L}(struct kqa_decided_round *decided) =
  @   \valid_read(decided) && \valid_read(decided->round) && \valid_read(decided->summary) &&
  @   \valid_read(decided->outcomes + (0 .. decided->round->organization_count - 1));
  @*/

/* Whether both hold the same number of organisations, each with the code of an outcome. */
/*@ requires decided: readable_decided(before) && readable_decided(after);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures count: \result.status == KQA_OK ==>
  @   before->round->organization_count == after->round->organization_count;
  @ ensures outcomes: \result.status == KQA_OK ==>
  @   \forall integer i; 0 <= i < before->round->organization_count ==>
  @     0 <= before->outcomes[i].outcome < KQA_OUTCOMES &&
  @     0 <= after->outcomes[i].outcome < KQA_OUTCOMES;
  @*/
static struct kqa_fault comparison_fault(const struct kqa_decided_round *before,
                                         const struct kqa_decided_round *after)
{
  int32_t count = before->round->organization_count;

  if (after->round->organization_count < count)
    return fault(KQA_E_TOO_FEW, KQA_FIELD_ORGANIZATIONS);
  if (after->round->organization_count > count)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_ORGANIZATIONS);
  /*@ loop invariant place: 0 <= i;
    @ loop invariant outcomes: \forall integer k; 0 <= k < i ==>
    @   0 <= before->outcomes[k].outcome < KQA_OUTCOMES &&
    @   0 <= after->outcomes[k].outcome < KQA_OUTCOMES;
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    if (!is_outcome(before->outcomes[i].outcome) || !is_outcome(after->outcomes[i].outcome))
      return fault_in_list(KQA_E_VALUE, KQA_FIELD_ORGANIZATIONS, i, 0);
  return no_fault();
}

struct kqa_comparison kqa_round_compare(const struct kqa_decided_round *before,
                                        const struct kqa_decided_round *after)
{
  struct kqa_comparison comparison = {.fault = comparison_fault(before, after)};

  if (comparison.fault.status)
    return comparison;
  comparison.organizations = before->round->organization_count;
  comparison.quality_before = before->summary->quality;
  comparison.quality_after = after->summary->quality;
  comparison.nomination_before = before->summary->nomination;
  comparison.nomination_after = after->summary->nomination;
  comparison.prize_before = before->summary->prize_total;
  comparison.prize_after = after->summary->prize_total;
  /*@ loop invariant place: 0 <= i && (0 <= comparison.organizations ==>
    @   i <= comparison.organizations);
    @ loop invariant organizations: comparison.organizations == before->round->organization_count;
    @ loop invariant flipped: 0 <= comparison.flipped <= comparison.changed <= i;
    @ loop invariant unflipped: comparison.flipped == 0 ==> \forall integer k; 0 <= k < i ==>
    @     before->outcomes[k].outcome == after->outcomes[k].outcome;
    @ loop invariant transitions: \forall integer k; 0 <= k < KQA_OUTCOMES * KQA_OUTCOMES ==>
    @   0 <= comparison.transitions[k] <= i;
    @ loop assigns i, comparison.changed, comparison.flipped,
    @   comparison.transitions[0 .. KQA_OUTCOMES * KQA_OUTCOMES - 1];
    @ loop variant comparison.organizations - i;
    @*/
  for (int32_t i = 0; i < comparison.organizations; i++) {
    int32_t changed = kqa_changes_between(&before->outcomes[i], &after->outcomes[i]);
    int32_t row = before->outcomes[i].outcome * KQA_OUTCOMES;

    comparison.transitions[row + after->outcomes[i].outcome]++;
    comparison.changed += changed != 0;
    comparison.flipped += before->outcomes[i].outcome != after->outcomes[i].outcome;
  }
  return comparison;
}
