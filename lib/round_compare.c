/* Two results of the same organisations side by side. */
#include "kqaward/round_compare.h"

#include "finding_core.h"
#include "status_fault.h"

_Static_assert(KQA_OUTCOMES == KQA_OUTCOME_QUALITY + 1, "every outcome has its row");

/* One side's findings on one organisation. */
struct side {
  int32_t count;
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
};

/* A provision and the findings of both sides on it; a side without one has none. */
struct pair {
  struct kqa_finding before;
  struct kqa_finding after;
};

/*@ requires decided: kqa_readable_decided(decided) && kqa_decided(decided, place);
  @ requires side: \valid(side);
  @ requires apart: kqa_apart_from_round(&side->findings[0], decided->edition, decided->round) &&
  @   kqa_apart_from_results(&side->findings[0], decided->summary, decided->outcomes) &&
  @   \base_addr(side) != \base_addr(decided);
  @ terminates \true;
  @ assigns *side;
  @ ensures count: 0 <= side->count <= KQA_ROUND_FINDINGS;
  @ ensures accepted: \result.status == KQA_OK <==> \old(kqa_sound_edition(decided->edition) &&
  @   0 <= place < decided->round->organization_count);
  @*/
static struct kqa_fault list_findings(const struct kqa_decided_round *decided, int32_t place,
                                      struct side *side)
{
  struct kqa_number count =
    kqa_round_findings(decided->edition, decided->round, decided->summary, decided->outcomes, place,
                       side->findings, KQA_ROUND_FINDINGS);

  side->count = (int32_t)count.value;
  return count.fault;
}

/* The provisions on which each of the two votes of Art. 19 rests. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art19: \result <==> provision == KQA_PROVISION_VOTE_CONVENER ||
  @   provision == KQA_PROVISION_VOTE_QUORUM || provision == KQA_PROVISION_VOTE_APPROVAL ||
  @   provision == KQA_PROVISION_SEAT_BY_VOTES ||
  @   provision == KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA;
  @*/
static bool is_on_votes(int32_t provision)
{
  return provision == KQA_PROVISION_VOTE_CONVENER || provision == KQA_PROVISION_VOTE_QUORUM ||
         provision == KQA_PROVISION_VOTE_APPROVAL || provision == KQA_PROVISION_SEAT_BY_VOTES ||
         provision == KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA;
}

/* Standing in the nomination vote lies between the findings on the two. */
/*@ requires side: \valid_read(side) && 0 <= place < KQA_ROUND_FINDINGS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures none: \result != 0 ==>
  @   \exists integer i; 0 <= i < place &&
  @     side->findings[i].provision == KQA_PROVISION_NOMINATION_ENTRY;
  @*/
static bool is_of_nomination_vote(const struct side *side, int32_t place)
{
  if (!is_on_votes(side->findings[place].provision))
    return false;
  /*@ loop invariant place: 0 <= i <= place;
    @ loop assigns i;
    @ loop variant place - i;
    @*/
  for (int32_t i = 0; i < place; i++)
    if (side->findings[i].provision == KQA_PROVISION_NOMINATION_ENTRY)
      return true;
  return false;
}

/* The other side's finding on the same provision of the same vote; all zero where it has none. */
/*@ requires sides: \valid_read(side) && \valid_read(other) && 0 <= place < KQA_ROUND_FINDINGS &&
  @   0 <= other->count <= KQA_ROUND_FINDINGS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures same: \result.provision == side->findings[place].provision || \result.provision == 0;
  @*/
static struct kqa_finding counterpart(const struct side *side, int32_t place,
                                      const struct side *other)
{
  /*@ loop invariant place: 0 <= i <= other->count;
    @ loop assigns i;
    @ loop variant other->count - i;
    @*/
  for (int32_t i = 0; i < other->count; i++)
    if (other->findings[i].provision == side->findings[place].provision &&
        is_of_nomination_vote(other, i) == is_of_nomination_vote(side, place))
      return other->findings[i];
  return (struct kqa_finding){0};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures none: a.den == 0 || b.den == 0 ==> (\result <==> a.den == b.den);
  @*/
static bool is_same_number(struct kqa_ratio a, struct kqa_ratio b)
{
  if (a.den == 0 || b.den == 0)
    return a.den == b.den;
  return kqa_ratio_compare(a, b).value == 0;
}

/*@ requires pair: \valid_read(pair);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static bool has_other_values(const struct pair *pair)
{
  return !is_same_number(pair->before.observed, pair->after.observed) ||
         !is_same_number(pair->before.required, pair->after.required);
}

/* In what a pair of findings may differ, the weightiest first. */
enum difference { OTHER_VERDICT, ONE_SIDE_ONLY, OTHER_VALUES, NO_DIFFERENCE };

/*@ requires pair: \valid_read(pair);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures difference: OTHER_VERDICT <= \result <= NO_DIFFERENCE;
  @ ensures one_side: \result == ONE_SIDE_ONLY <==>
  @   pair->before.provision == 0 || pair->after.provision == 0;
  @ ensures verdict: \result == OTHER_VERDICT <==> pair->before.provision != 0 &&
  @   pair->after.provision != 0 && pair->before.verdict != pair->after.verdict;
  @*/
static int32_t difference_in(const struct pair *pair)
{
  if (pair->before.provision == 0 || pair->after.provision == 0)
    return ONE_SIDE_ONLY;
  if (pair->before.verdict != pair->after.verdict)
    return OTHER_VERDICT;
  return has_other_values(pair) ? OTHER_VALUES : NO_DIFFERENCE;
}

/*@ requires pair: \valid_read(pair);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures provision: \result ==
  @   (pair->before.provision != 0 ? pair->before.provision : pair->after.provision);
  @*/
static int32_t provision_of(const struct pair *pair)
{
  return pair->before.provision ? pair->before.provision : pair->after.provision;
}

/* Art. 24. */
/*@ requires pair: \valid_read(pair);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static bool is_on_prizes(const struct pair *pair)
{
  int32_t provision = provision_of(pair);

  return provision == KQA_PROVISION_PRIZE_NOT_REPEATED ||
         provision == KQA_PROVISION_PRIZE_UNDER_CAP;
}

/* A weight that no difference has, not even one that stands back behind those on prizes. */
enum { UNNAMED = 2 * NO_DIFFERENCE };

/* The first difference so far. */
struct first {
  bool prizes_first;
  int32_t weight;
  struct pair pair;
};

/*@ requires first: \valid(first);
  @ terminates \true;
  @ assigns first->weight, first->pair;
  @ ensures weight: first->weight <= \old(first->weight);
  @*/
static void consider(struct first *first, struct pair pair)
{
  int32_t weight = difference_in(&pair);

  if (weight == NO_DIFFERENCE)
    return;
  if (first->prizes_first && !is_on_prizes(&pair))
    weight += NO_DIFFERENCE;
  if (weight < first->weight) {
    first->weight = weight;
    first->pair = pair;
  }
}

/*@ requires sides: \valid_read(before) && \valid_read(after) &&
  @   0 <= before->count <= KQA_ROUND_FINDINGS && 0 <= after->count <= KQA_ROUND_FINDINGS;
  @ requires first: \valid(first) && \base_addr(first) != \base_addr(before) &&
  @   \base_addr(first) != \base_addr(after);
  @ terminates \true;
  @ assigns first->weight, first->pair;
  @ ensures weight: first->weight <= \old(first->weight);
  @*/
static void find_first_difference(const struct side *before, const struct side *after,
                                  struct first *first)
{
  /*@ loop invariant place: 0 <= i <= before->count;
    @ loop invariant weight: first->weight <= \at(first->weight, Pre);
    @ loop assigns i, first->weight, first->pair;
    @ loop variant before->count - i;
    @*/
  for (int32_t i = 0; i < before->count; i++)
    consider(first, (struct pair){before->findings[i], counterpart(before, i, after)});
  /*@ loop invariant place: 0 <= i <= after->count;
    @ loop invariant weight: first->weight <= \at(first->weight, Pre);
    @ loop assigns i, first->weight, first->pair;
    @ loop variant after->count - i;
    @*/
  for (int32_t i = 0; i < after->count; i++)
    if (counterpart(after, i, before).provision == 0)
      consider(first, (struct pair){.after = after->findings[i]});
}

/* Where a reading changes whom a provision binds, the outcome may differ and no finding: then the
 * first that is not met. */
/*@ requires side: \valid_read(side) && 0 <= side->count <= KQA_ROUND_FINDINGS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures not_met: \result.verdict == KQA_VERDICT_NOT_MET || \result.provision == 0;
  @*/
static struct kqa_finding first_not_met(const struct side *side)
{
  /*@ loop invariant place: 0 <= i <= side->count;
    @ loop assigns i;
    @ loop variant side->count - i;
    @*/
  for (int32_t i = 0; i < side->count; i++)
    if (side->findings[i].verdict == KQA_VERDICT_NOT_MET)
      return side->findings[i];
  return (struct kqa_finding){0};
}

/*@ requires outcomes: \valid_read(before) && \valid_read(after);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures some: 0 <= \result && (before->outcome != after->outcome ==> \result != 0);
  @*/
static int32_t changes_between(const struct kqa_outcome *before, const struct kqa_outcome *after)
{
  int32_t changed = 0;

  if (before->outcome != after->outcome)
    changed += KQA_CHANGED_OUTCOME;
  if (before->award != after->award)
    changed += KQA_CHANGED_AWARD;
  if (before->off_quota != after->off_quota)
    changed += KQA_CHANGED_OFF_QUOTA;
  if (before->prize != after->prize)
    changed += KQA_CHANGED_PRIZE;
  if (before->rank != after->rank)
    changed += KQA_CHANGED_RANK;
  if (!is_same_number(before->total, after->total))
    changed += KQA_CHANGED_TOTAL;
  return changed;
}

/*@ requires outcomes: \valid_read(before) && \valid_read(after);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures outcomes: \result.outcome_before == before->outcome &&
  @   \result.outcome_after == after->outcome;
  @ ensures awards: \result.award_before == before->award && \result.award_after == after->award;
  @ ensures prizes: \result.prize_before == before->prize && \result.prize_after == after->prize;
  @ ensures status: \result.fault.status == KQA_OK;
  @*/
static struct kqa_change change_of(const struct kqa_outcome *before,
                                   const struct kqa_outcome *after)
{
  return (struct kqa_change){
    .changed = changes_between(before, after),
    .outcome_before = before->outcome,
    .outcome_after = after->outcome,
    .award_before = before->award,
    .award_after = after->award,
    .off_quota_before = before->off_quota,
    .off_quota_after = after->off_quota,
    .rank_before = before->rank,
    .rank_after = after->rank,
    .prize_before = before->prize,
    .prize_after = after->prize,
  };
}

struct kqa_change kqa_round_change(const struct kqa_decided_round *before,
                                   const struct kqa_decided_round *after, int32_t place)
{
  struct side sides[2];
  struct first first = {.weight = UNNAMED};
  struct kqa_change change = {.fault = list_findings(before, place, &sides[0])};

  if (!change.fault.status)
    change.fault = list_findings(after, place, &sides[1]);
  if (change.fault.status)
    return change;
  change = change_of(&before->outcomes[place], &after->outcomes[place]);
  first.prizes_first = change.changed == KQA_CHANGED_PRIZE;
  find_first_difference(&sides[0], &sides[1], &first);
  if (first.weight < UNNAMED)
    change.changed |= KQA_CHANGED_FINDINGS;
  else if ((change.changed & KQA_CHANGED_OUTCOME) != 0)
    first.pair = (struct pair){first_not_met(&sides[0]), first_not_met(&sides[0])};
  change.before = first.pair.before;
  change.after = first.pair.after;
  change.provision = provision_of(&first.pair);
  return change;
}

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
    int32_t changed = changes_between(&before->outcomes[i], &after->outcomes[i]);
    int32_t row = before->outcomes[i].outcome * KQA_OUTCOMES;

    comparison.transitions[row + after->outcomes[i].outcome]++;
    comparison.changed += changed != 0;
    comparison.flipped += before->outcomes[i].outcome != after->outcomes[i].outcome;
  }
  return comparison;
}
