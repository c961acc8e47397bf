/* The order of the candidate list: Art. 18. */
#include "ratio_core.h"
#include "score_core.h"
#include "status_fault.h"

#define MAX_ENTRIES 1000000

/* Whether the entry at place a ranks strictly before the one at place b. */
static bool precedes(const struct kqa_ranked *entries, int32_t a, int32_t b)
{
  return kqa_ratio_order(entries[a].total, entries[b].total) > 0;
}

/* Merges the sorted stretches [first, middle) and [middle, last) of the order into spare. Of equal
 * totals the left one comes first, so input order is kept. */
static void merge(struct kqa_ranked *entries, int32_t first, int32_t middle, int32_t last)
{
  int32_t left = first;
  int32_t right = middle;

  for (int32_t to = first; to < last; to++) {
    bool from_right = left == middle || (right < last && precedes(entries, entries[right].order,
                                                                  entries[left].order));

    entries[to].spare = entries[from_right ? right++ : left++].order;
  }
}

static int32_t smaller(int32_t a, int32_t b)
{
  return a < b ? a : b;
}

/* Merge sort from the bottom up: n log n whatever the input, no recursion. */
static void sort(struct kqa_ranked *entries, int32_t count)
{
  for (int32_t width = 1; width < count; width *= 2) {
    for (int32_t first = 0; first < count; first += 2 * width)
      merge(entries, first, smaller(first + width, count), smaller(first + 2 * width, count));
    for (int32_t i = 0; i < count; i++)
      entries[i].order = entries[i].spare;
  }
}

int32_t kqa_rank_entries(struct kqa_ranked *entries, int32_t count)
{
  int32_t ranked = 0;

  for (int32_t i = 0; i < count; i++) {
    entries[i].rank = 0;
    entries[i].order = -1;
    if (entries[i].total.den != 0)
      entries[ranked++].order = i;
  }
  sort(entries, ranked);
  for (int32_t i = 0; i < ranked; i++) {
    int32_t place = entries[i].order;
    bool equal = i > 0 && !precedes(entries, entries[i - 1].order, place);

    entries[place].rank = equal ? entries[entries[i - 1].order].rank : i + 1;
  }
  return ranked;
}

static bool is_total(struct kqa_ratio total)
{
  return (total.num == 0 && total.den == 0) ||
         (kqa_ratio_is_sound(total) && total.num >= 0 && kqa_ratio_order(total, whole(1000)) <= 0);
}

static struct kqa_fault entries_fault(const struct kqa_ranked *entries, size_t count)
{
  if (count > MAX_ENTRIES)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_CANDIDATES);
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
  for (size_t i = 0; i < count; i++) {
    entries[i].rank = 0;
    entries[i].order = 0;
  }
  return (struct kqa_number){.fault = found};
}
