/* The first difference between the findings of two results of one organisation. */
#include "round_difference.h"

#include "finding_core.h"

/* A provision and the findings of both sides on it; a side without one has none. */
struct pair {
  struct kqa_finding before;
  struct kqa_finding after;
};

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
static bool is_of_nomination_vote(const struct kqa_side *side, int32_t place)
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
static struct kqa_finding counterpart(const struct kqa_side *side, int32_t place,
                                      const struct kqa_side *other)
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
static void find_first_difference(const struct kqa_side *before, const struct kqa_side *after,
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
static struct kqa_finding first_not_met(const struct kqa_side *side)
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

int32_t kqa_changes_between(const struct kqa_outcome *before, const struct kqa_outcome *after)
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
    .changed = kqa_changes_between(before, after),
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

/*@ requires sides: \valid_read(one) && \valid_read(other) &&
  @   0 <= one->count <= KQA_ROUND_FINDINGS && 0 <= other->count <= KQA_ROUND_FINDINGS;
  @ terminates \true;
  @ assigns \nothing;
  @*/
static struct first named_difference(const struct kqa_side *one, const struct kqa_side *other,
                                     int32_t changed)
{
  struct first first = {.prizes_first = changed == KQA_CHANGED_PRIZE, .weight = UNNAMED};

  find_first_difference(one, other, &first);
  if (first.weight == UNNAMED && (changed & KQA_CHANGED_OUTCOME) != 0)
    first.pair = (struct pair){first_not_met(one), first_not_met(one)};
  return first;
}

struct kqa_change kqa_compare_sides(const struct kqa_outcome *before,
                                    const struct kqa_outcome *after, const struct kqa_side *one,
                                    const struct kqa_side *other)
{
  struct kqa_change change = change_of(before, after);
  struct first first = named_difference(one, other, change.changed);

  if (first.weight < UNNAMED)
    change.changed |= KQA_CHANGED_FINDINGS;
  change.before = first.pair.before;
  change.after = first.pair.after;
  change.provision = provision_of(&first.pair);
  return change;
}
