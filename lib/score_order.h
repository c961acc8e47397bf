/* The list of those who are ranked, and its sorting: for score_rank.c. */
#ifndef KQAWARD_SCORE_ORDER_H
#define KQAWARD_SCORE_ORDER_H

#include "score_core.h"

#define MAX_ENTRIES 1000000

/*@ predicate listed{L}(struct kqa_ranked *entries, integer place) =
  @   0 <= place && \valid_read(entries + place) && kqa_sound_ratio(entries[place].total);
  @ predicate of_stretch{L}(struct kqa_ranked *entries, integer first, integer last,
  @                         integer place) =
  @   listed(entries, place) && first <= kqa_ranked_of(entries, place) < last;
  @ predicate sorted{L}(struct kqa_ranked *entries, integer first, integer last) =
  @   (\forall integer k; first <= k < last ==>
  @     of_stretch(entries, first, last, entries[k].order)) &&
  @   (\forall integer k; first < k < last ==>
  @     kqa_ahead(entries, entries[k - 1].order, entries[k].order));
  @*/

/* Whether the entry at place a ranks strictly before the one at place b. */
/*@ requires listed: listed(entries, a) && listed(entries, b);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art18_greater: \result <==> kqa_total_at(entries, a) > kqa_total_at(entries, b);
  @*/
bool kqa_total_precedes(const struct kqa_ranked *entries, int32_t a, int32_t b);

/* Sorts the list. */
/*@ requires entries: 0 <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires listed: \forall integer k; 0 <= k < count ==> listed(entries, entries[k].order) &&
  @   kqa_ranked_of(entries, entries[k].order) == k;
  @ terminates \true;
  @ assigns entries[0 .. count - 1].order, entries[0 .. count - 1].spare;
  @ ensures rank: \forall integer i; entries[i].rank == \at(entries[i].rank, Pre);
  @ ensures sorted: sorted(entries, 0, count);
  @ ensures art18_order: kqa_art18_order(entries, count);
  @ ensures placed: \forall integer j; 0 <= j < count ==>
  @   kqa_in_list(entries, count, \at(entries[j].order, Pre));
  @*/
void kqa_sort_list(struct kqa_ranked *entries, int32_t count);

#endif
