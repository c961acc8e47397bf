/* The order of the candidate list: Art. 18. */
#include "ratio_core.h"
#include "score_core.h"
#include "score_order.h"
#include "status_fault.h"

/*@ logic integer numbered{L}(struct kqa_ranked *entries, integer count) =
  @   count <= 0 ? 0 : numbered(entries, count - 1) + (entries[count - 1].rank != 0 ? 1 : 0);
  @ predicate in_range{L}(struct kqa_ranked *entries, integer ranked, integer count) =
  @   \forall integer k; 0 <= k < ranked ==>
  @     listed(entries, entries[k].order) && entries[k].order < count;
  @ predicate complete{L}(struct kqa_ranked *entries, integer ranked, integer count) =
  @   \forall integer i; 0 <= i < count && kqa_has_total(entries, i) ==>
  @     kqa_in_list(entries, ranked, i);
  @ predicate ordered{L}(struct kqa_ranked *entries, integer ranked, integer count) =
  @   in_range(entries, ranked, count) && complete(entries, ranked, count) &&
  @   kqa_art18_order(entries, ranked);
  @ predicate valued{L}(struct kqa_ranked *entries, integer to, integer count) =
  @   \forall integer k; 0 <= k < to ==> 1 <= entries[entries[k].order].rank <= to &&
  @     entries[entries[k].order].rank ==
  @       1 + kqa_above(entries, count, kqa_total_at(entries, entries[k].order));
  @ predicate has_rank{L}(struct kqa_ranked *entries, integer place) = entries[place].rank != 0;
  @ predicate no_other{L}(struct kqa_ranked *entries, integer to, integer count) =
  @   \forall integer i; 0 <= i < count && has_rank(entries, i) ==> kqa_in_list(entries, to, i);
  @ predicate ranks{L}(struct kqa_ranked *entries, integer to, integer count) =
  @   valued(entries, to, count) && no_other(entries, to, count) && numbered(entries, count) == to;
  @*/

/* Puts a place at the end of the list. */
/*@ requires range: 0 <= to < MAX_ENTRIES && \valid(entries + (0 .. to));
  @ terminates \true;
  @ assigns entries[to].order;
  @ ensures last: entries[to].order == place && kqa_in_list(entries, to + 1, place);
  @ ensures others: \forall integer p; kqa_in_list{Pre}(entries, to, p) ==>
  @   kqa_in_list(entries, to + 1, p);
  @*/
static void append(struct kqa_ranked *entries, int32_t to, int32_t place)
{
  entries[to].order = place;
}

/* Lists the places that have a total, in input order. */
/*@ requires entries: 0 <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ terminates \true;
  @ assigns entries[0 .. count - 1].rank, entries[0 .. count - 1].order;
  @ ensures number: 0 <= \result <= count && \result == kqa_ranked_of(entries, count);
  @ ensures listed: \forall integer k; 0 <= k < \result ==>
  @   0 <= entries[k].order < count && entries[entries[k].order].total.den != 0 &&
  @   kqa_ranked_of(entries, entries[k].order) == k;
  @ ensures all: \forall integer i; 0 <= i < count && entries[i].total.den != 0 ==>
  @   kqa_in_list(entries, \result, i);
  @ ensures beyond: \forall integer k; \result <= k < count ==> entries[k].order == -1;
  @ ensures no_rank: \forall integer i; 0 <= i < count ==> entries[i].rank == 0;
  @*/
static int32_t list_ranked(struct kqa_ranked *entries, int32_t count)
{
  int32_t ranked = 0;

  /*@ loop invariant number: 0 <= ranked <= i <= count && ranked == kqa_ranked_of(entries, i);
    @ loop invariant listed: \forall integer k; 0 <= k < ranked ==>
    @   0 <= entries[k].order < i && entries[entries[k].order].total.den != 0 &&
    @   kqa_ranked_of(entries, entries[k].order) == k;
    @ loop invariant all: \forall integer p; 0 <= p < i && entries[p].total.den != 0 ==>
    @   kqa_in_list(entries, ranked, p);
    @ loop invariant beyond: \forall integer k; ranked <= k < i ==> entries[k].order == -1;
    @ loop invariant no_rank: \forall integer k; 0 <= k < i ==> entries[k].rank == 0;
    @ loop assigns i, ranked, entries[0 .. count - 1].rank, entries[0 .. count - 1].order;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    entries[i].rank = 0;
    entries[i].order = -1;
    /*@ assert still: \forall integer p; kqa_in_list{LoopCurrent}(entries, ranked, p) ==>
      @   kqa_in_list(entries, ranked, p); */
    if (entries[i].total.den != 0)
      append(entries, ranked++, i);
  }
  return ranked;
}

/* Gives a place its rank; the ghost is the length of the list. */
/*@ requires range: 0 <= place < count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires new: rank != 0 && entries[place].rank == 0;
  @ terminates \true;
  @ assigns entries[place].rank;
  @ ensures rank: entries[place].rank == rank;
  @ ensures numbered: numbered(entries, count) == numbered{Pre}(entries, count) + 1;
  @*/
static void give_rank(struct kqa_ranked *entries, int32_t place,
                      int32_t rank) /*@ ghost (int32_t count) */
{
  entries[place].rank = rank;
  /*@ ghost
    /@ loop invariant numbered: 0 <= i <= count &&
      @   numbered(entries, i) == numbered{Pre}(entries, i) + (place < i ? 1 : 0);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
}

/* Whether the ith of the order has the same total as the one before it. */
/*@ requires range: 0 <= i < ranked <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires order: in_range(entries, ranked, count) && kqa_art18_order(entries, ranked);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures equal: \result ==> i > 0 && kqa_total_at(entries, entries[i - 1].order) ==
  @   kqa_total_at(entries, entries[i].order);
  @ ensures before: !\result ==> \forall integer k; 0 <= k < i ==>
  @   kqa_total_at(entries, entries[k].order) > kqa_total_at(entries, entries[i].order);
  @ ensures after: \forall integer k; i <= k < ranked ==>
  @   kqa_total_at(entries, entries[k].order) <= kqa_total_at(entries, entries[i].order);
  @ ensures different: \forall integer k; 0 <= k < i ==> entries[k].order != entries[i].order;
  @*/
static bool equals_last(const struct kqa_ranked *entries,
                        int32_t i) /*@ ghost (int32_t ranked, int32_t count) */
{
  bool equal = i > 0 && !kqa_total_precedes(entries, entries[i - 1].order, entries[i].order);

  /*@ assert last: i > 0 ==> kqa_ahead(entries, entries[i - 1].order, entries[i].order); */
  /*@ assert above: \forall integer k; 0 <= k < i - 1 ==>
    @   kqa_ahead(entries, entries[k].order, entries[i - 1].order); */
  /*@ assert below: \forall integer k; i < k < ranked ==>
    @   kqa_ahead(entries, entries[i].order, entries[k].order); */
  return equal;
}

/* The rank of the ith of the order, when those before it have theirs: equal totals share it. */
/*@ requires range: 0 <= i < ranked <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires order: ordered(entries, ranked, count);
  @ requires ranks: ranks(entries, i, count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art18_rank: \result == 1 + kqa_above(entries, count,
  @   kqa_total_at(entries, entries[i].order));
  @ ensures range: 1 <= \result <= i + 1;
  @ ensures different: \forall integer k; 0 <= k < i ==> entries[k].order != entries[i].order;
  @*/
static int32_t rank_at(const struct kqa_ranked *entries,
                       int32_t i) /*@ ghost (int32_t ranked, int32_t count) */
{
  if (equals_last(entries, i) /*@ ghost (ranked, count) */)
    return entries[entries[i - 1].order].rank;
  /*@ assert above: \forall integer p; 0 <= p < count && has_rank(entries, p) ==>
    @   entries[p].total.den != 0 &&
    @   kqa_total_at(entries, p) > kqa_total_at(entries, entries[i].order); */
  /*@ assert earlier: \forall integer k; 0 <= k < i ==> has_rank(entries, entries[k].order); */
  /*@ assert not_above: \forall integer p; 0 <= p < count && !has_rank(entries, p) &&
    @   kqa_has_total(entries, p) ==>
    @   kqa_total_at(entries, p) <= kqa_total_at(entries, entries[i].order); */
  /*@ ghost
    /@ loop invariant above: 0 <= p <= count &&
      @   numbered(entries, p) ==
      @   kqa_above(entries, p, kqa_total_at(entries, entries[i].order));
      @ loop assigns p;
      @ loop variant count - p;
      @/
    for (int32_t p = 0; p < count; p++)
      /@ assert names: (has_rank(entries, p) <==> entries[p].rank != 0) &&
        @   (kqa_has_total(entries, p) <==> entries[p].total.den != 0); @/
      ;
    */
  return i + 1;
}

/* Ranks the ith of the order. */
/*@ requires range: 0 <= i < ranked <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires order: ordered(entries, ranked, count);
  @ requires ranks: ranks(entries, i, count);
  @ terminates \true;
  @ assigns entries[0 .. count - 1].rank;
  @ ensures order: ordered(entries, ranked, count);
  @ ensures kept: \forall integer k; 0 <= k < count ==>
  @   entries[k].order == \at(entries[k].order, Pre);
  @ ensures ranks: ranks(entries, i + 1, count);
  @*/
static void rank_next(struct kqa_ranked *entries,
                      int32_t i) /*@ ghost (int32_t ranked, int32_t count) */
{
  int32_t rank = rank_at(entries, i) /*@ ghost (ranked, count) */;
  int32_t place = entries[i].order;

  /*@ assert new: !has_rank(entries, place); */
  give_rank(entries, place, rank) /*@ ghost (count) */;
  /*@ assert kept: \forall integer k; 0 <= k < count ==>
    @   entries[k].order == \at(entries[k].order, Pre); */
  /*@ assert others: \forall integer p; 0 <= p < count && p != place ==>
    @   entries[p].rank == \at(entries[p].rank, Pre); */
  /*@ assert range: in_range(entries, ranked, count); */
  /*@ assert listed: \forall integer p; kqa_in_list{Pre}(entries, ranked, p) ==>
    @   kqa_in_list(entries, ranked, p); */
  /*@ assert complete: complete(entries, ranked, count); */
  /*@ assert order: kqa_art18_order(entries, ranked); */
  /*@ assert last: kqa_in_list(entries, i + 1, place); */
  /*@ assert earlier: \forall integer k; 0 <= k < i ==>
    @   entries[entries[k].order].rank == \at(entries[entries[k].order].rank, Pre); */
  /*@ assert of_earlier: \forall integer k; 0 <= k < i ==>
    @   1 <= entries[entries[k].order].rank <= i + 1 && entries[entries[k].order].rank ==
    @     1 + kqa_above(entries, count, kqa_total_at(entries, entries[k].order)); */
  /*@ assert valued: valued(entries, i + 1, count); */
  /*@ assert still: \forall integer p; kqa_in_list{Pre}(entries, i, p) ==>
    @   kqa_in_list(entries, i + 1, p); */
  /*@ assert had: \forall integer p; 0 <= p < count && p != place && has_rank(entries, p) ==>
    @   has_rank{Pre}(entries, p); */
  /*@ assert no_other: no_other(entries, i + 1, count); */
}

/* The order of those with a total; nobody has a rank yet. */
/*@ requires entries: 0 <= count <= MAX_ENTRIES && \valid(entries + (0 .. count - 1));
  @ requires totals: \forall integer i; 0 <= i < count && entries[i].total.den != 0 ==>
  @   kqa_sound_ratio(entries[i].total);
  @ terminates \true;
  @ assigns entries[0 .. count - 1].rank, entries[0 .. count - 1].order,
  @   entries[0 .. count - 1].spare;
  @ ensures number: 0 <= \result <= count && \result == kqa_ranked_of(entries, count);
  @ ensures order: ordered(entries, \result, count);
  @ ensures beyond: \forall integer k; \result <= k < count ==> entries[k].order == -1;
  @ ensures no_rank: \forall integer i; 0 <= i < count ==> entries[i].rank == 0;
  @*/
static int32_t put_in_order(struct kqa_ranked *entries, int32_t count)
{
  int32_t ranked = list_ranked(entries, count);

  /*@ ghost
    /@ loop invariant beyond: count <= p && \forall integer q; count <= q <= p ==>
      @   ranked <= kqa_ranked_of(entries, q);
      @ loop assigns p;
      @ loop variant INT32_MAX - p;
      @/
    for (int32_t p = count; p < INT32_MAX; p++);
    */
  /*@ ghost Listed:; */
  kqa_sort_list(entries, ranked);
  /*@ assert no_rank: \forall integer i; 0 <= i < count ==>
    @   entries[i].rank == \at(entries[i].rank, Listed); */
  /*@ assert listed: \forall integer k; 0 <= k < ranked ==>
    @   of_stretch(entries, 0, ranked, entries[k].order); */
  /*@ assert below: \forall integer k; 0 <= k < ranked ==>
    @   kqa_ranked_of(entries, entries[k].order) < ranked && entries[k].order <= INT32_MAX; */
  /*@ assert range: in_range(entries, ranked, count); */
  /*@ assert all: \forall integer p; kqa_in_list{Listed}(entries, ranked, p) ==>
    @   kqa_in_list(entries, ranked, p); */
  /*@ assert complete: complete(entries, ranked, count); */
  return ranked;
}

int32_t kqa_rank_entries(struct kqa_ranked *entries, int32_t count)
{
  int32_t ranked = put_in_order(entries, count);

  /*@ ghost
    /@ loop invariant none: 0 <= k <= count && numbered(entries, k) == 0;
      @ loop assigns k;
      @ loop variant count - k;
      @/
    for (int32_t k = 0; k < count; k++);
    */
  /*@ loop invariant index: 0 <= i <= ranked;
    @ loop invariant order: ordered(entries, ranked, count);
    @ loop invariant beyond: \forall integer k; ranked <= k < count ==> entries[k].order == -1;
    @ loop invariant ranks: ranks(entries, i, count);
    @ loop assigns i, entries[0 .. count - 1].rank;
    @ loop variant ranked - i;
    @*/
  for (int32_t i = 0; i < ranked; i++)
    rank_next(entries, i) /*@ ghost (ranked, count) */;
  /*@ assert valued: valued(entries, ranked, count) && no_other(entries, ranked, count); */
  /*@ assert in_bounds: \forall integer i; 0 <= i < count && kqa_has_total(entries, i) ==>
    @   1 <= entries[i].rank <= count; */
  /*@ assert with_total: \forall integer i; 0 <= i < count && kqa_has_total(entries, i) ==>
    @   entries[i].rank == 1 + kqa_above(entries, count, kqa_total_at(entries, i)); */
  /*@ assert without: \forall integer i; 0 <= i < count && has_rank(entries, i) ==>
    @   kqa_has_total(entries, i); */
  /*@ assert names: \forall integer i; (has_rank(entries, i) <==> entries[i].rank != 0) &&
    @   (kqa_has_total(entries, i) <==> entries[i].total.den != 0); */
  return ranked;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures total: \result <==> kqa_sound_total(total);
  @*/
static bool is_total(struct kqa_ratio total)
{
  return (total.num == 0 && total.den == 0) ||
         (kqa_ratio_is_sound(total) && total.num >= 0 && kqa_ratio_order(total, whole(1000)) <= 0);
}

/*@ requires entries: \valid_read(entries + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==>
  @   count <= MAX_ENTRIES && kqa_sound_totals(entries, count);
  @*/
static struct kqa_fault entries_fault(const struct kqa_ranked *entries, size_t count)
{
  if (count > MAX_ENTRIES)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_CANDIDATES);
  /*@ loop invariant sound: 0 <= i <= count && kqa_sound_totals(entries, i);
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    if (!is_total(entries[i].total))
      return fault_in_list(KQA_E_RANGE, KQA_FIELD_TOTAL, (int32_t)i, 0);
  return no_fault();
}

struct kqa_number kqa_rank(struct kqa_ranked *entries, size_t count)
{
  struct kqa_fault found = entries_fault(entries, count);

  if (!found.status)
    return (struct kqa_number){.value = kqa_rank_entries(entries, (int32_t)count)};
  /*@ loop invariant zero: 0 <= i <= count &&
    @   \forall integer k; 0 <= k < i ==> entries[k].rank == 0 && entries[k].order == 0;
    @ loop assigns i, entries[0 .. count - 1].rank, entries[0 .. count - 1].order;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    entries[i].rank = 0;
    entries[i].order = 0;
  }
  return (struct kqa_number){.fault = found};
}
