/* Sorting the candidate list by totals: Art. 18. */
#include "score_order.h"

#include "ratio_core.h"

/*@ predicate drawn{L}(struct kqa_ranked *entries, integer first, integer to, integer last) =
  @   \forall integer k; first <= k < to ==> of_stretch(entries, first, last, entries[k].spare);
  @ predicate falling{L}(struct kqa_ranked *entries, integer first, integer to) =
  @   \forall integer k; first < k < to ==>
  @     kqa_ahead(entries, entries[k - 1].spare, entries[k].spare);
  @ predicate merged{L}(struct kqa_ranked *entries, integer first, integer last) =
  @   drawn(entries, first, last, last) && falling(entries, first, last);
  @ predicate taken(integer all, integer left, integer right) = all == left + right;
  @ predicate found{L}(struct kqa_ranked *entries, integer first, integer to, integer place) =
  @   \exists integer k; first <= k < to && entries[k].spare == place;
  @ logic integer start(integer m, integer width) =
  @   m <= 0 ? 0 : \max(0, start(m - 1, width)) + width;
  @ predicate blocks{L}(struct kqa_ranked *entries, integer count, integer width) =
  @   \forall integer m; 0 <= m && start(m, width) < count ==>
  @     sorted(entries, start(m, width), \min(start(m, width) + width, count));
  @*/

/*@ requires sound: kqa_sound_ratio(a) && kqa_sound_ratio(b);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures greater: \result <==> kqa_value(a) > kqa_value(b);
  @*/
static bool is_greater(struct kqa_ratio a, struct kqa_ratio b)
{
  int32_t order = kqa_ratio_order(a, b);

  return order > 0;
}

bool kqa_total_precedes(const struct kqa_ranked *entries, int32_t a, int32_t b)
{
  return is_greater(entries[a].total, entries[b].total);
}

/* Whether the right one of two stretches comes next. Of equal totals the left one does, so input
 * order is kept. */
/*@ requires stretches: left < middle || right < last;
  @ requires left: left < middle ==> \valid_read(entries + left) &&
  @   listed(entries, entries[left].order);
  @ requires right: right < last ==> \valid_read(entries + right) &&
  @   listed(entries, entries[right].order);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures right: \result ==> right < last && (left < middle ==>
  @   kqa_total_at(entries, entries[right].order) > kqa_total_at(entries, entries[left].order));
  @ ensures left: !\result ==> left < middle && (right < last ==>
  @   kqa_total_at(entries, entries[left].order) >= kqa_total_at(entries, entries[right].order));
  @*/
static bool is_right_next(const struct kqa_ranked *entries, int32_t left, int32_t middle,
                          int32_t right, int32_t last)
{
  return left >= middle ||
         (right < last && kqa_total_precedes(entries, entries[right].order, entries[left].order));
}

/* Puts a place next in spare; the ghosts are the stretch that is being filled. */
/*@ requires range: 0 <= first <= to < last <= MAX_ENTRIES && \valid(entries + (first .. last - 1));
  @ requires drawn: drawn(entries, first, to, last) && of_stretch(entries, first, last, place);
  @ requires falling: falling(entries, first, to) &&
  @   (first < to ==> kqa_ahead(entries, entries[to - 1].spare, place));
  @ terminates \true;
  @ assigns entries[to].spare;
  @ ensures put: entries[to].spare == place;
  @ ensures drawn: drawn(entries, first, to + 1, last);
  @ ensures falling: falling(entries, first, to + 1);
  @ ensures found: found(entries, first, to + 1, place) &&
  @   \forall integer p; found{Pre}(entries, first, to, p) ==> found(entries, first, to + 1, p);
  @*/
static void put(struct kqa_ranked *entries, int32_t to,
                int32_t place) /*@ ghost (int32_t first, int32_t last) */
{
  entries[to].spare = place;
  /*@ assert others: \forall integer k; first <= k < to ==>
    @   entries[k].spare == \at(entries[k].spare, Pre); */
  /*@ assert step: \forall integer k; first < k <= to ==>
    @   kqa_ahead(entries, entries[k - 1].spare, entries[k].spare); */
}

/* Merges the sorted stretches [first, middle) and [middle, last) of the order into spare. */
/*@ requires stretches: 0 <= first < middle <= last <= MAX_ENTRIES &&
  @   \valid(entries + (first .. last - 1));
  @ requires left: sorted(entries, first, middle);
  @ requires right: sorted(entries, middle, last);
  @ terminates \true;
  @ assigns entries[first .. last - 1].spare;
  @ ensures drawn: drawn(entries, first, last, last);
  @ ensures falling: falling(entries, first, last);
  @ ensures all: \forall integer j; first <= j < last ==>
  @   found(entries, first, last, \at(entries[j].order, Pre));
  @*/
static void merge(struct kqa_ranked *entries, int32_t first, int32_t middle, int32_t last)
{
  int32_t left = first;
  int32_t right = middle;

  /*@ loop invariant index: first <= left <= middle <= right <= last && first <= to <= last;
    @ loop invariant taken: taken(to - first, left - first, right - middle);
    @ loop invariant kept: \forall integer j; first <= j < last ==>
    @   entries[j].order == \at(entries[j].order, Pre);
    @ loop invariant drawn: drawn(entries, first, to, last);
    @ loop invariant falling: falling(entries, first, to);
    @ loop invariant left_next: first < to && left < middle ==>
    @   kqa_ahead(entries, entries[to - 1].spare, entries[left].order);
    @ loop invariant right_next: first < to && right < last ==>
    @   kqa_ahead(entries, entries[to - 1].spare, entries[right].order);
    @ loop invariant all: \forall integer j; first <= j < left || middle <= j < right ==>
    @   found(entries, first, to, \at(entries[j].order, Pre));
    @ loop assigns to, left, right, entries[first .. last - 1].spare;
    @ loop variant last - to;
    @*/
  for (int32_t to = first; to < last; to++) {
    bool from_right = is_right_next(entries, left, middle, right, last);
    int32_t next = entries[from_right ? right : left].order;

    /*@ assert left_next: from_right && left < middle ==>
      @   kqa_ahead(entries, next, entries[left].order); */
    /*@ assert right_next: !from_right && right < last ==>
      @   kqa_ahead(entries, next, entries[right].order); */
    /*@ assert next: first < to ==> kqa_ahead(entries, entries[to - 1].spare, next); */
    /*@ assert of_stretch: of_stretch(entries, first, last, next); */
    put(entries, to, next) /*@ ghost (first, last) */;
    if (from_right)
      right++;
    else
      left++;
  }
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures smaller: \result == \min(a, b);
  @*/
static int32_t smaller(int32_t a, int32_t b)
{
  return a < b ? a : b;
}

/* Merges two stretches of a width, the second of which may be short or empty. */
/*@ requires range: 0 <= first < count <= MAX_ENTRIES && 1 <= width <= MAX_ENTRIES &&
  @   \valid(entries + (0 .. count - 1));
  @ requires left: sorted(entries, first, \min(first + width, count));
  @ requires right: first + width < count ==>
  @   sorted(entries, first + width, \min(first + 2 * width, count));
  @ terminates \true;
  @ assigns entries[0 .. count - 1].spare;
  @ ensures order: \forall integer j; 0 <= j < count ==>
  @   entries[j].order == \at(entries[j].order, Pre);
  @ ensures sorted: \forall integer a, b; 0 <= a && b <= count && sorted{Pre}(entries, a, b) ==>
  @   sorted(entries, a, b);
  @ ensures merged: merged(entries, first, \min(first + 2 * width, count));
  @ ensures others: \forall integer a, b; 0 <= a && b <= first && merged{Pre}(entries, a, b) ==>
  @   merged(entries, a, b);
  @ ensures found: \forall integer j; first <= j < \min(first + 2 * width, count) ==>
  @   found(entries, 0, \min(first + 2 * width, count), \at(entries[j].order, Pre));
  @ ensures still_found: \forall integer place; found{Pre}(entries, 0, first, place) ==>
  @   found(entries, 0, \min(first + 2 * width, count), place);
  @*/
static void merge_two(struct kqa_ranked *entries, int32_t first, int32_t width, int32_t count)
{
  int32_t middle = smaller(first + width, count);
  int32_t last = smaller(first + 2 * width, count);

  /*@ assert right: sorted(entries, middle, last); */
  merge(entries, first, middle, last);
  /*@ assert order: \forall integer k; 0 <= k < count ==>
    @   entries[k].order == \at(entries[k].order, Pre); */
  /*@ assert spare: \forall integer k; 0 <= k < first ==>
    @   entries[k].spare == \at(entries[k].spare, Pre); */
}

/*@ requires entries: 0 <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ terminates \true;
  @ assigns entries[0 .. count - 1].order;
  @ ensures copied: \forall integer k; 0 <= k < count ==>
  @   entries[k].order == \at(entries[k].spare, Pre);
  @ ensures sorted: \forall integer a, b; 0 <= a && b <= count && merged{Pre}(entries, a, b) ==>
  @   sorted(entries, a, b);
  @ ensures placed: \forall integer place; found{Pre}(entries, 0, count, place) ==>
  @   kqa_in_list(entries, count, place);
  @*/
static void take_over(struct kqa_ranked *entries, int32_t count)
{
  /*@ loop invariant index: 0 <= i <= count;
    @ loop invariant copied: \forall integer k; 0 <= k < i ==>
    @   entries[k].order == \at(entries[k].spare, Pre);
    @ loop invariant spare: \forall integer k; 0 <= k < count ==>
    @   entries[k].spare == \at(entries[k].spare, Pre);
    @ loop assigns i, entries[0 .. count - 1].order;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    entries[i].order = entries[i].spare;
}

/* Merges every two stretches of a width. */
/*@ requires range: 1 <= width < count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires blocks: blocks(entries, count, width);
  @ terminates \true;
  @ assigns entries[0 .. count - 1].order, entries[0 .. count - 1].spare;
  @ ensures blocks: blocks(entries, count, 2 * width);
  @ ensures placed: \forall integer j; 0 <= j < count ==>
  @   kqa_in_list(entries, count, \at(entries[j].order, Pre));
  @*/
static void merge_all(struct kqa_ranked *entries, int32_t count, int32_t width)
{
  /*@ ghost int32_t n = 0; */

  /*@ loop invariant block: 0 <= n <= first <= count + 2 * width;
    @ loop invariant wide: first == start(n, 2 * width);
    @ loop invariant narrow: first == start(2 * n, width);
    @ loop invariant order: \forall integer j; 0 <= j < count ==>
    @   entries[j].order == \at(entries[j].order, Pre);
    @ loop invariant blocks: blocks(entries, count, width);
    @ loop invariant below: \forall integer m; 0 <= m < n ==>
    @   start(m, 2 * width) + 2 * width <= first;
    @ loop invariant above: \forall integer m; n <= m ==> first <= start(m, 2 * width);
    @ loop invariant merged: \forall integer m; 0 <= m < n ==>
    @   merged(entries, start(m, 2 * width), \min(start(m, 2 * width) + 2 * width, count));
    @ loop invariant found: \forall integer j; 0 <= j < first && j < count ==>
    @   found(entries, 0, \min(first, count), \at(entries[j].order, Pre));
    @ loop assigns first, n, entries[0 .. count - 1].spare;
    @ loop variant count - first;
    @*/
  for (int32_t first = 0; first < count; first += 2 * width) {
    /*@ assert right: start(2 * n + 1, width) == first + width; */
    merge_two(entries, first, width, count);
    /*@ assert wide: start(n + 1, 2 * width) == first + 2 * width; */
    /*@ assert narrow: start(2 * n + 2, width) == first + 2 * width; */
    /*@ ghost n++; */
  }
  take_over(entries, count);
}

/* Merge sort from the bottom up: n log n whatever the input, no recursion. */
/*@ requires entries: 0 <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires listed: \forall integer k; 0 <= k < count ==> listed(entries, entries[k].order) &&
  @   kqa_ranked_of(entries, entries[k].order) == k;
  @ terminates \true;
  @ assigns entries[0 .. count - 1].order, entries[0 .. count - 1].spare;
  @ ensures sorted: sorted(entries, 0, count);
  @ ensures placed: \forall integer j; 0 <= j < count ==>
  @   kqa_in_list(entries, count, \at(entries[j].order, Pre));
  @*/
static void merge_sort(struct kqa_ranked *entries, int32_t count)
{
  int32_t width = 1;

  /*@ loop invariant width: 1 <= width <= 2 * MAX_ENTRIES;
    @ loop invariant blocks: blocks(entries, count, width);
    @ loop invariant placed: \forall integer j; 0 <= j < count ==>
    @   kqa_in_list(entries, count, \at(entries[j].order, Pre));
    @ loop assigns width, entries[0 .. count - 1].order, entries[0 .. count - 1].spare;
    @ loop variant count - width;
    @*/
  while (width < count) {
    merge_all(entries, count, width);
    width *= 2;
  }
  /*@ assert start: start(0, width) == 0; */
  /*@ assert sorted: sorted(entries, 0, count); */
}

void kqa_sort_list(struct kqa_ranked *entries, int32_t count)
{
  merge_sort(entries, count);
  /*@ assert rank: \forall integer i; entries[i].rank == \at(entries[i].rank, Pre); */
  /*@ ghost
    /@ loop invariant pairs: 0 <= k && \forall integer a, b; 0 <= a < b <= k && b < count ==>
      @   kqa_ahead(entries, entries[a].order, entries[b].order);
      @ loop assigns k;
      @ loop variant count - k;
      @/
    for (int32_t k = 0; k < count; k++) {
      /@ assert next: k + 1 < count ==>
        @   kqa_ahead(entries, entries[k].order, entries[k + 1].order); @/
      /@ assert here: \forall integer a; 0 <= a < k ==>
        @   kqa_ahead(entries, entries[a].order, entries[k].order); @/
      /@ assert step: k + 1 < count ==> \forall integer a; 0 <= a < k ==>
        @   kqa_ahead(entries, entries[a].order, entries[k + 1].order); @/
      /@ assert both: k + 1 < count ==> \forall integer a; 0 <= a <= k ==>
        @   kqa_ahead(entries, entries[a].order, entries[k + 1].order); @/
    }
    */
}
