/* Seats without checks of input, for the round. */
#ifndef KQAWARD_ALLOCATION_CORE_H
#define KQAWARD_ALLOCATION_CORE_H

#include "kqaward/allocation.h"

/* How many won a seat, and how many are tied across the last one. */
struct seating {
  int32_t seated;
  int32_t tied;
};

/* Art. 3, 19: those who wait at KQA_PLACE_NO_SEAT fill the seats in order of votes; of the group
 * that does not fit whole, in order of the second ballot. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 1 <= present <= KQA_MAX_MEMBERS &&
  @   0 <= count <= KQA_MAX_ORGANIZATIONS && kqa_sound_candidates(candidates, count, present);
  @ requires quota: 0 <= quota <= 10000;
  @ requires open: \forall integer i; 0 <= i < count ==>
  @   candidates[i].place != KQA_PLACE_SEATED && candidates[i].place != KQA_PLACE_TIED;
  @ requires vacant: kqa_placed(candidates, count, KQA_PLACE_SEATED) == 0 &&
  @   kqa_placed(candidates, count, KQA_PLACE_TIED) == 0;
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures votes: kqa_same_votes{Pre, Post}(candidates, count);
  @ ensures contest: \forall integer i; 0 <= i < count ==>
  @   (\at(candidates[i].place, Pre) == KQA_PLACE_NO_SEAT
  @      ? kqa_in_quota(candidates[i].place)
  @      : candidates[i].place == \at(candidates[i].place, Pre));
  @ ensures art3_quota: 0 <= \result.seated <= quota;
  @ ensures art3_taken: \result.seated == kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art3_vacant: \result.seated == quota || \result.seated + \result.tied > quota ||
  @   \forall integer i; 0 <= i < count ==> candidates[i].place != KQA_PLACE_NO_SEAT;
  @ ensures art19_order: kqa_seats_in_order(candidates, count);
  @ ensures art19_tied: \result.tied == kqa_placed(candidates, count, KQA_PLACE_TIED);
  @ ensures art19_tie: kqa_ties(candidates, count);
  @*/
struct seating kqa_fill_quota(struct kqa_candidate *candidates, int32_t count, int32_t present,
                              int32_t quota);

/* Gives the seats as kqa_allocate() says; edition, award, present and candidates are sound. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires award: 1 <= award <= 2 && 1 <= present <= KQA_MAX_MEMBERS;
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires candidates: \valid(candidates + (0 .. count - 1)) &&
  @   kqa_sound_candidates(candidates, count, present);
  @ requires separated: \separated(edition, candidates + (0 .. count - 1));
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures status: \result.fault.status == KQA_OK;
  @ ensures votes: kqa_same_votes{Pre, Post}(candidates, count);
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota &&
  @   \result.seats.quota == (award == KQA_AWARD_QUALITY ? edition->quota_quality
  @                                                      : edition->quota_nomination);
  @ ensures art3_taken: \result.seats.taken == kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art3_vacant: \result.seats.taken == \result.seats.quota ||
  @   \result.seats.taken + \result.tied > \result.seats.quota ||
  @   \forall integer i; 0 <= i < count ==> candidates[i].place != KQA_PLACE_NO_SEAT;
  @ ensures art19_stands: \forall integer i; 0 <= i < count ==>
  @   (candidates[i].place == KQA_PLACE_NONE <==> candidates[i].stands == 0);
  @ ensures art19_passes: \forall integer i; 0 <= i < count && candidates[i].stands == 1 ==>
  @   (candidates[i].place == KQA_PLACE_NOT_PASSED <==>
  @    !kqa_approval{Pre}(edition, present, candidates[i].yes));
  @ ensures art22_off_quota: \forall integer i; 0 <= i < count ==>
  @   (candidates[i].place == KQA_PLACE_OFF_QUOTA <==> candidates[i].stands == 1 &&
  @    kqa_approval{Pre}(edition, present, candidates[i].yes) &&
  @    kqa_exempt{Pre}(edition, award, candidates + i));
  @ ensures art22_counted: \result.seats.off_quota ==
  @   kqa_placed(candidates, count, KQA_PLACE_OFF_QUOTA);
  @ ensures art19_order: kqa_seats_in_order(candidates, count);
  @ ensures art19_tied: \result.tied == kqa_placed(candidates, count, KQA_PLACE_TIED);
  @ ensures art19_tie: kqa_ties(candidates, count);
  @*/
struct kqa_allocation kqa_give_seats(const struct kqa_edition *edition, int32_t award,
                                     int32_t present, struct kqa_candidate *candidates,
                                     int32_t count);

/* Whether a special nomination may stand; the scores are sound or 0/0. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires document: (document.num == 0 && document.den == 0) || kqa_sound_score(document);
  @ requires site: (site.num == 0 && site.den == 0) || kqa_sound_score(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art22_exempt:
  @   edition->special_nomination_floors == KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT ==> \result;
  @ ensures art5_site: \result != 0 &&
  @   edition->special_nomination_floors == KQA_SPECIAL_NOMINATION_FLOORS_APPLY ==>
  @   document.den != 0 && site.den != 0 &&
  @   site.num * edition->floor_site.den >= edition->floor_site.num * site.den;
  @*/
bool kqa_special_may_stand(const struct kqa_edition *edition, struct kqa_ratio document,
                           struct kqa_ratio site);

#endif
