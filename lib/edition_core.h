/* What the deciding rooms need of an edition. */
#ifndef KQAWARD_EDITION_CORE_H
#define KQAWARD_EDITION_CORE_H

#include "kqaward/edition.h"

/* Whether size, parameters, readings and weights are what kqa_edition_check() accepts. Decisions
 * ask this first, and kqa_edition_check() for the fault when the answer is no. */
bool kqa_edition_is_sound(const struct kqa_edition *edition);

/* Whether an edition is in force on a day (Art. 32); both days of its dates belong to it. */
bool kqa_edition_covers(const struct kqa_edition *edition, struct kqa_date date);

/* Whether part / whole reaches a share, or exceeds it where `strict`. Both up to 10^6. */
static inline bool reaches_share(int64_t part, int64_t whole_count, struct kqa_ratio share,
                                 bool strict)
{
  int64_t have = part * share.den;
  int64_t need = whole_count * share.num;

  return strict ? have > need : have >= need;
}

/* The least part of a whole that reaches a share; above the whole when none does. */
static inline int64_t least_part(int64_t whole_count, struct kqa_ratio share, bool strict)
{
  int64_t need = whole_count * share.num;

  return strict ? need / share.den + 1 : (need + share.den - 1) / share.den;
}

#endif
