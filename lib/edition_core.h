/* What the deciding rooms need of an edition. */
#ifndef KQAWARD_EDITION_CORE_H
#define KQAWARD_EDITION_CORE_H

#include "kqaward/edition.h"

/* Whether size, parameters, readings and weights are what kqa_edition_check() accepts. Decisions
 * ask this first, and kqa_edition_check() for the fault when the answer is no. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result <==> kqa_sound_edition(edition);
  @*/
bool kqa_edition_is_sound(const struct kqa_edition *edition);

/* Whether an edition is in force on a day (Art. 32); both days of its dates belong to it. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art32: \result <==> !kqa_earlier(date, edition->in_force_from) &&
  @   (kqa_no_date(edition->in_force_to) || !kqa_earlier(edition->in_force_to, date));
  @*/
bool kqa_edition_covers(const struct kqa_edition *edition, struct kqa_date date);

/* Whether part / whole reaches a share, or exceeds it where `strict`. Both up to 10^6. */
/*@ requires part: 0 <= part <= 1000000 && 0 <= whole_count <= 1000000;
  @ requires share: kqa_sound_share(share);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures reaches: \result <==> kqa_reaches(part, whole_count, share, strict);
  @*/
static inline bool reaches_share(int64_t part, int64_t whole_count, struct kqa_ratio share,
                                 bool strict)
{
  int64_t have = part * share.den;
  int64_t need = whole_count * share.num;

  return strict ? have > need : have >= need;
}

/* The least part of a whole that reaches a share; above the whole when none does. */
/*@ requires whole: 0 <= whole_count <= 1000000;
  @ requires share: kqa_sound_share(share);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result;
  @ ensures least: kqa_reaches(\result, whole_count, share, strict);
  @ ensures none_less: !kqa_reaches(\result - 1, whole_count, share, strict);
  @*/
static inline int64_t least_part(int64_t whole_count, struct kqa_ratio share, bool strict)
{
  int64_t need = whole_count * share.num;
  int64_t fits = need / share.den;
  int64_t rest = need % share.den;

  /*@ assert division: need == fits * share.den + rest && 0 <= rest < share.den; */
  return fits + (strict || rest > 0);
}

#endif
