/** @file allocation.h
 * From votes to awards: seats in order of votes (Art. 19) within the quota (Art. 3), former winners
 * and special nominations off it (Art. 22), vacancies, ties.
 */
#ifndef KQAWARD_ALLOCATION_H
#define KQAWARD_ALLOCATION_H

#include "kqaward/ballot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Most organisations of a round, and candidates of a vote. @since 0.1 */
#define KQA_MAX_ORGANIZATIONS 1000000

/** The two awards. @since 0.1 */
enum kqa_award {
  KQA_AWARD_NONE = 0,      /**< No award. */
  KQA_AWARD_QUALITY = 1,   /**< The quality award. */
  KQA_AWARD_NOMINATION = 2 /**< The nomination award, attached to it. */
};

/** One that may stand in a vote. @since 0.1 */
struct kqa_candidate {
  int32_t stands;        /**< 1: stands in this vote; 0: does not, and takes no part. */
  int32_t former_winner; /**< 1: holds an award of an earlier year that is not revoked; else 0. */
  int32_t yes;           /**< Votes in favour, 0 to present. */
  int32_t runoff;        /**< Votes of the second ballot, 0 to present; 0 when there was none. */
  int32_t place;         /**< Out: a KQA_PLACE_ code. */
};

/** What a vote gives a candidate. @since 0.1 */
enum kqa_place {
  KQA_PLACE_NONE = 0,       /**< Does not stand. */
  KQA_PLACE_NOT_PASSED = 1, /**< Too few votes in favour. */
  KQA_PLACE_SEATED = 2,     /**< Wins a seat of the quota. */
  KQA_PLACE_OFF_QUOTA = 3,  /**< Wins off the quota (Art. 22). */
  KQA_PLACE_TIED = 4,       /**< Passed; equal to others across the last seat, which nobody gets. */
  KQA_PLACE_NO_SEAT = 5     /**< Passed; the seats went to those with more votes. */
};

/*@ predicate kqa_sound_candidate{L}(struct kqa_candidate *candidate, integer present) =
  @   0 <= candidate->stands <= 1 && 0 <= candidate->former_winner <= 1 &&
  @   0 <= candidate->yes <= present && 0 <= candidate->runoff <= present;
  @ predicate kqa_sound_candidates{L}(struct kqa_candidate *candidates, integer count,
  @                                   integer present) =
  @   \forall integer i; 0 <= i < count ==> kqa_sound_candidate(candidates + i, present);
  @ predicate kqa_exempt{L}(struct kqa_edition *edition, integer award,
  @                         struct kqa_candidate *candidate) =
  @   candidate->former_winner == 1 && (award == KQA_AWARD_QUALITY ||
  @     edition->prior_winner_exempt == KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS);
  @ predicate kqa_in_quota(integer place) =
  @   place == KQA_PLACE_SEATED || place == KQA_PLACE_TIED || place == KQA_PLACE_NO_SEAT;
  @ predicate kqa_ahead{L}(struct kqa_candidate *one, struct kqa_candidate *other) =
  @   one->yes > other->yes || (one->yes == other->yes && one->runoff > other->runoff);
  @ predicate kqa_seats_in_order{L}(struct kqa_candidate *candidates, integer count) =
  @   \forall integer i, j; 0 <= i < count && 0 <= j < count &&
  @     candidates[i].place == KQA_PLACE_SEATED && (candidates[j].place == KQA_PLACE_TIED ||
  @       candidates[j].place == KQA_PLACE_NO_SEAT) ==>
  @     kqa_ahead(candidates + i, candidates + j);
  @ predicate kqa_ties{L}(struct kqa_candidate *candidates, integer count) =
  @   \forall integer i, j; 0 <= i < count && 0 <= j < count &&
  @     candidates[i].place == KQA_PLACE_TIED && kqa_in_quota(candidates[j].place) ==>
  @     (candidates[j].place == KQA_PLACE_TIED <==> candidates[i].yes == candidates[j].yes &&
  @      candidates[i].runoff == candidates[j].runoff);
  @ predicate kqa_same_votes{L, M}(struct kqa_candidate *candidates, integer count) =
  @   \forall integer i; 0 <= i < count ==>
  @     \at(candidates[i].stands, M) == \at(candidates[i].stands, L) &&
  @     \at(candidates[i].former_winner, M) == \at(candidates[i].former_winner, L) &&
  @     \at(candidates[i].yes, M) == \at(candidates[i].yes, L) &&
  @     \at(candidates[i].runoff, M) == \at(candidates[i].runoff, L);
  @ logic integer kqa_placed{L}(struct kqa_candidate *candidates, integer count,
  @                             integer place) =
  @   count <= 0 ? 0
  @              : kqa_placed(candidates, count - 1, place) +
  @                  (candidates[count - 1].place == place ? 1 : 0);
  @*/
/** How the seats of an award were taken. @since 0.1 */
struct kqa_seats {
  int32_t quota;     /**< Seats of the quota, 0 to 10,000. */
  int32_t taken;     /**< Awards inside the quota, 0 to quota. */
  int32_t off_quota; /**< Awards off the quota, 0 to KQA_MAX_ORGANIZATIONS. */
};

/** A vote's allocation. @since 0.1 */
struct kqa_allocation {
  struct kqa_fault fault; /**< Status and field. */
  struct kqa_seats seats; /**< Seats taken. */
  int32_t tied;           /**< Candidates tied across the last seat, at least 2; 0 for no tie. */
};

/** Gives the seats of one award after a valid vote. Those who pass fill the quota in order of
 * votes; a passing former winner takes the quality award off the quota, and a nomination too where
 * the reading `prior_winner.exempt` says so. A group with equal votes that does not fit into the
 * seats left is ordered by the second ballot; those still equal across the last seat are tied and
 * none of them gets a seat. Seats nobody wins stay vacant.
 * @article 3, 19, 22
 * @param edition    The edition.
 * @param award      KQA_AWARD_QUALITY or KQA_AWARD_NOMINATION.
 * @param present    Members present, 1 to KQA_MAX_MEMBERS.
 * @param candidates The candidates; receives the place of each, 0 on a fault.
 * @param count      Length of candidates, at most KQA_MAX_ORGANIZATIONS.
 * @return The allocation; the faults of kqa_edition_check(), KQA_E_VALUE with KQA_FIELD_AWARD,
 *         KQA_E_RANGE with KQA_FIELD_PRESENT, KQA_E_TOO_MANY with KQA_FIELD_CANDIDATES, KQA_E_VALUE
 *         with KQA_FIELD_CANDIDATES, KQA_E_RANGE or KQA_E_ABOVE_PRESENT with KQA_FIELD_YES or
 *         KQA_FIELD_RUNOFF (candidate in `index[0]`).
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires separated: \separated(edition, candidates + (0 .. count - 1));
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 1 <= award <= 2 && 1 <= present <= KQA_MAX_MEMBERS &&
  @     count <= KQA_MAX_ORGANIZATIONS && kqa_sound_candidates(candidates, count, present);
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota &&
  @     \result.seats.quota == (award == KQA_AWARD_QUALITY ? edition->quota_quality
  @                                                        : edition->quota_nomination);
  @   ensures art3_taken: \result.seats.taken == kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @   ensures art3_vacant: \result.seats.taken == \result.seats.quota ||
  @     \result.seats.taken + \result.tied > \result.seats.quota ||
  @     \forall integer i; 0 <= i < count ==> candidates[i].place != KQA_PLACE_NO_SEAT;
  @   ensures art19_passes: \forall integer i; 0 <= i < count && candidates[i].stands == 1 ==>
  @     (candidates[i].place == KQA_PLACE_NOT_PASSED <==>
  @      !kqa_approval{Pre}(edition, present, candidates[i].yes));
  @   ensures art22_off_quota: \forall integer i; 0 <= i < count ==>
  @     (candidates[i].place == KQA_PLACE_OFF_QUOTA <==> candidates[i].stands == 1 &&
  @      kqa_approval{Pre}(edition, present, candidates[i].yes) &&
  @      kqa_exempt{Pre}(edition, award, candidates + i));
  @   ensures art22_counted: \result.seats.off_quota ==
  @     kqa_placed(candidates, count, KQA_PLACE_OFF_QUOTA);
  @   ensures art19_order: kqa_seats_in_order(candidates, count);
  @   ensures art19_tied: \result.tied == kqa_placed(candidates, count, KQA_PLACE_TIED);
  @   ensures art19_tie: kqa_ties(candidates, count);
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || award < 1 || award > 2 || present < 1 ||
  @     present > KQA_MAX_MEMBERS || count > KQA_MAX_ORGANIZATIONS ||
  @     !kqa_sound_candidates(candidates, count, present);
  @   ensures status: \result.fault.status != KQA_OK;
  @   ensures nobody: \forall integer i; 0 <= i < count ==> candidates[i].place == KQA_PLACE_NONE;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_allocation kqa_allocate(const struct kqa_edition *edition, int32_t award,
                                           int32_t present, struct kqa_candidate *candidates,
                                           size_t count);

/** Whether numbers of awards stay within their quotas.
 * @article 3
 * @param edition    The edition.
 * @param quality    Quality awards inside the quota, 0 to KQA_MAX_ORGANIZATIONS.
 * @param nomination Nomination awards inside the quota, 0 to KQA_MAX_ORGANIZATIONS.
 * @return Two findings; the faults of kqa_edition_check(), KQA_E_RANGE with KQA_FIELD_QUOTA_QUALITY
 *         or KQA_FIELD_QUOTA_NOMINATION.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 0 <= quality <= KQA_MAX_ORGANIZATIONS &&
  @     0 <= nomination <= KQA_MAX_ORGANIZATIONS;
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 2;
  @   ensures art3_quota: \result.verdict == KQA_VERDICT_MET <==>
  @     quality <= edition->quota_quality && nomination <= edition->quota_nomination;
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || quality < 0 || quality > KQA_MAX_ORGANIZATIONS ||
  @     nomination < 0 || nomination > KQA_MAX_ORGANIZATIONS;
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_allocation_check(const struct kqa_edition *edition, int32_t quality,
                                                 int32_t nomination);

/** Whether a special nomination may stand: always, unless the reading `special_nomination.floors`
 * applies the floors; then its dossier must hold both scores and meet both floors.
 * @article 22
 * @param edition  The edition.
 * @param document Score of the document review as in kqa_total_score(); 0/0 for none.
 * @param site     Score of the site review, likewise.
 * @return One finding; the faults of kqa_total_score().
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) ==> \result.fault.status != KQA_OK;
  @ ensures art22_exempt: \result.fault.status == KQA_OK &&
  @   edition->special_nomination_floors == KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT ==>
  @   \result.verdict == KQA_VERDICT_MET;
  @ ensures art5_site: \result.verdict == KQA_VERDICT_MET &&
  @   edition->special_nomination_floors == KQA_SPECIAL_NOMINATION_FLOORS_APPLY ==>
  @   document.den != 0 && site.den != 0 &&
  @   site.num * edition->floor_site.den >= edition->floor_site.num * site.den;
  @*/
KQA_API struct kqa_decision kqa_special_nomination_check(const struct kqa_edition *edition,
                                                         struct kqa_ratio document,
                                                         struct kqa_ratio site);

#ifdef __cplusplus
}
#endif

#endif
