/* Who gets the seats of a quota: Art. 3, 19. */
#include "allocation_core.h"

/* The order by votes is needed only where the seats run out. So nothing is sorted: a cut is
 * searched for, the least number of votes such that those with at least so many fit into the seats.
 */

enum ballot_kind { FIRST_BALLOT, RUNOFF };

/* Those who contend for seats: at the first ballot everybody waiting for a seat, at the second
 * those of them with exactly `group` votes at the first. */
struct contest {
  enum ballot_kind ballot;
  int32_t group;
};

/*@ predicate contends{L}(struct kqa_candidate *candidate, integer ballot, integer group,
  @                       integer votes) =
  @   candidate->place == KQA_PLACE_NO_SEAT &&
  @   (ballot == FIRST_BALLOT || candidate->yes == group) &&
  @   (ballot == FIRST_BALLOT ? candidate->yes : candidate->runoff) >= votes;
  @ logic integer contenders{L}(struct kqa_candidate *candidates, integer count, integer ballot,
  @                             integer group, integer votes) =
  @   count <= 0 ? 0
  @              : contenders(candidates, count - 1, ballot, group, votes) +
  @                  (candidates[count - 1].place == KQA_PLACE_NO_SEAT &&
  @                   (ballot == FIRST_BALLOT || candidates[count - 1].yes == group) &&
  @                   (ballot == FIRST_BALLOT ? candidates[count - 1].yes
  @                                           : candidates[count - 1].runoff) >= votes ? 1 : 0);
  @ predicate moved{L, M}(struct kqa_candidate *candidates, integer done, integer count,
  @                       integer ballot, integer group, integer votes, integer place) =
  @   \forall integer i; 0 <= i < count ==>
  @     \at(candidates[i].yes, M) == \at(candidates[i].yes, L) &&
  @     \at(candidates[i].runoff, M) == \at(candidates[i].runoff, L) &&
  @     (i < done && contends{L}(candidates + i, ballot, group, votes)
  @        ? \at(candidates[i].place, M) == place
  @        : \at(candidates[i].place, M) == \at(candidates[i].place, L));
  @*/

/* A candidate who has passed and waits for a seat stands at KQA_PLACE_NO_SEAT. */
/*@ requires candidate: \valid_read(candidate);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures contends: \result <==> candidate->place == KQA_PLACE_NO_SEAT &&
  @   (contest.ballot == FIRST_BALLOT || candidate->yes == contest.group);
  @*/
static bool contends(const struct kqa_candidate *candidate, struct contest contest)
{
  return candidate->place == KQA_PLACE_NO_SEAT &&
         (contest.ballot == FIRST_BALLOT || candidate->yes == contest.group);
}

/*@ requires candidate: \valid_read(candidate);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures votes: \result == (contest.ballot == FIRST_BALLOT ? candidate->yes : candidate->runoff);
  @*/
static int32_t votes_of(const struct kqa_candidate *candidate, struct contest contest)
{
  return contest.ballot == FIRST_BALLOT ? candidate->yes : candidate->runoff;
}

/*@ requires candidates: \valid_read(candidates + (0 .. count - 1));
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures number: 0 <= \result <= count &&
  @   \result == contenders(candidates, count, contest.ballot, contest.group, votes);
  @*/
static int32_t count_at_least(const struct kqa_candidate *candidates, int32_t count,
                              struct contest contest, int32_t votes)
{
  int32_t found = 0;

  /*@ loop invariant number: 0 <= found <= i <= count &&
    @   found == contenders(candidates, i, contest.ballot, contest.group, votes);
    @ loop assigns i, found;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    found += contends(&candidates[i], contest) && votes_of(&candidates[i], contest) >= votes;
  return found;
}

/* The cut: the least number of votes, 0 to present + 1, that few enough contenders reach. */
/*@ requires candidates: \valid_read(candidates + (0 .. count - 1));
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS && 0 <= present <= KQA_MAX_MEMBERS &&
  @   kqa_sound_candidates(candidates, count, present) && seats >= 0;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures range: 0 <= \result <= present + 1;
  @ ensures fits:
  @   contenders(candidates, count, contest.ballot, contest.group, \result) <= seats;
  @ ensures least: \result > 0 ==>
  @   contenders(candidates, count, contest.ballot, contest.group, \result - 1) > seats;
  @*/
static int32_t find_cut(const struct kqa_candidate *candidates, int32_t count,
                        struct contest contest, int32_t seats, int32_t present)
{
  int32_t low = 0;
  int32_t high = present + 1;

  /*@ ghost
    /@ loop invariant none: 0 <= i <= count &&
      @   contenders(candidates, i, contest.ballot, contest.group, present + 1) == 0;
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  /*@ loop invariant range: 0 <= low <= high <= present + 1;
    @ loop invariant fits:
    @   contenders(candidates, count, contest.ballot, contest.group, high) <= seats;
    @ loop invariant least: low > 0 ==>
    @   contenders(candidates, count, contest.ballot, contest.group, low - 1) > seats;
    @ loop assigns low, high;
    @ loop variant high - low;
    @*/
  while (low < high) {
    int32_t middle = low + (high - low) / 2;

    if (count_at_least(candidates, count, contest, middle) <= seats)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* Seats every contender at or above the cut; returns how many. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS && 0 <= cut <= KQA_MAX_MEMBERS + 1;
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures seated: moved{Pre, Post}(candidates, count, count, contest.ballot, contest.group, cut,
  @                                  KQA_PLACE_SEATED);
  @ ensures number: 0 <= \result <= count &&
  @   \result == contenders{Pre}(candidates, count, contest.ballot, contest.group, cut);
  @ ensures art3_taken: kqa_placed(candidates, count, KQA_PLACE_SEATED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_SEATED) + \result;
  @ ensures none_tied: kqa_placed(candidates, count, KQA_PLACE_TIED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_TIED);
  @ ensures rest: contenders(candidates, count, contest.ballot, contest.group, cut - 1) ==
  @   contenders{Pre}(candidates, count, contest.ballot, contest.group, cut - 1) - \result;
  @*/
static int32_t seat_above(struct kqa_candidate *candidates, int32_t count, struct contest contest,
                          int32_t cut)
{
  int32_t seated = 0;

  /*@ loop invariant moved: 0 <= seated <= i <= count && moved{Pre, Here}(candidates, i, count,
    @   contest.ballot, contest.group, cut, KQA_PLACE_SEATED);
    @ loop invariant number: seated ==
    @   contenders{Pre}(candidates, i, contest.ballot, contest.group, cut);
    @ loop assigns i, seated, candidates[0 .. count - 1].place;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    if (contends(&candidates[i], contest) && votes_of(&candidates[i], contest) >= cut) {
      candidates[i].place = KQA_PLACE_SEATED;
      seated++;
    }
  }
  /*@ ghost
    /@ loop invariant seats: 0 <= i <= count && kqa_placed(candidates, i, KQA_PLACE_SEATED) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_SEATED) +
      @   contenders{Pre}(candidates, i, contest.ballot, contest.group, cut);
      @ loop invariant ties: kqa_placed(candidates, i, KQA_PLACE_TIED) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_TIED);
      @ loop invariant rest: contenders(candidates, i, contest.ballot, contest.group, cut - 1) +
      @   contenders{Pre}(candidates, i, contest.ballot, contest.group, cut) ==
      @   contenders{Pre}(candidates, i, contest.ballot, contest.group, cut - 1);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  return seated;
}

/* Marks the contenders just below the cut as tied; none of them is above it. Returns how many. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS && 0 <= cut <= KQA_MAX_MEMBERS + 1;
  @ requires below: \forall integer i; 0 <= i < count ==>
  @   !contends(candidates + i, contest.ballot, contest.group, cut);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures tied: moved{Pre, Post}(candidates, count, count, contest.ballot, contest.group,
  @                                cut - 1, KQA_PLACE_TIED);
  @ ensures number: 0 <= \result <= count &&
  @   \result == contenders{Pre}(candidates, count, contest.ballot, contest.group, cut - 1);
  @ ensures art3_taken: kqa_placed(candidates, count, KQA_PLACE_SEATED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_SEATED);
  @ ensures art19_tied: kqa_placed(candidates, count, KQA_PLACE_TIED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_TIED) + \result;
  @*/
static int32_t tie_below(struct kqa_candidate *candidates, int32_t count, struct contest contest,
                         int32_t cut)
{
  int32_t tied = 0;

  /*@ loop invariant moved: 0 <= tied <= i <= count && moved{Pre, Here}(candidates, i, count,
    @   contest.ballot, contest.group, cut - 1, KQA_PLACE_TIED);
    @ loop invariant number: tied ==
    @   contenders{Pre}(candidates, i, contest.ballot, contest.group, cut - 1);
    @ loop assigns i, tied, candidates[0 .. count - 1].place;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    if (contends(&candidates[i], contest) && votes_of(&candidates[i], contest) == cut - 1) {
      candidates[i].place = KQA_PLACE_TIED;
      tied++;
    }
  }
  /*@ ghost
    /@ loop invariant seats: 0 <= i <= count && kqa_placed(candidates, i, KQA_PLACE_SEATED) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_SEATED);
      @ loop invariant ties: kqa_placed(candidates, i, KQA_PLACE_TIED) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_TIED) +
      @   contenders{Pre}(candidates, i, contest.ballot, contest.group, cut - 1);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  return tied;
}

/* The group whose votes at the first ballot do not all fit is ordered by the second; those still
 * equal across the last seat are tied. Without a second ballot all have 0 there. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 1 <= present <= KQA_MAX_MEMBERS &&
  @   0 <= count <= KQA_MAX_ORGANIZATIONS && kqa_sound_candidates(candidates, count, present);
  @ requires too_many: 0 <= seats < contenders(candidates, count, RUNOFF, group, 0);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures group: \forall integer i; 0 <= i < count ==>
  @   (contends{Pre}(candidates + i, RUNOFF, group, 0)
  @      ? kqa_in_quota(candidates[i].place)
  @      : candidates[i].place == \at(candidates[i].place, Pre));
  @ ensures art3_quota: 0 <= \result.seated <= seats;
  @ ensures art3_taken: kqa_placed(candidates, count, KQA_PLACE_SEATED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_SEATED) + \result.seated;
  @ ensures art3_vacant: \result.seated == seats || \result.seated + \result.tied > seats;
  @ ensures art19_order: \forall integer i, j; 0 <= i < count && 0 <= j < count &&
  @   contends{Pre}(candidates + i, RUNOFF, group, 0) &&
  @   contends{Pre}(candidates + j, RUNOFF, group, 0) && candidates[i].place == KQA_PLACE_SEATED &&
  @   candidates[j].place != KQA_PLACE_SEATED ==> candidates[i].runoff > candidates[j].runoff;
  @ ensures art19_tied: kqa_placed(candidates, count, KQA_PLACE_TIED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_TIED) + \result.tied;
  @ ensures art19_tie: \forall integer i, j; 0 <= i < count && 0 <= j < count &&
  @   contends{Pre}(candidates + i, RUNOFF, group, 0) &&
  @   contends{Pre}(candidates + j, RUNOFF, group, 0) && candidates[i].place == KQA_PLACE_TIED ==>
  @   (candidates[j].place == KQA_PLACE_TIED <==> candidates[i].runoff == candidates[j].runoff);
  @*/
static struct seating fill_from_group(struct kqa_candidate *candidates, int32_t count,
                                      int32_t present, int32_t group, int32_t seats)
{
  struct contest contest = {RUNOFF, group};
  int32_t cut = find_cut(candidates, count, contest, seats, present);
  struct seating seating = {.seated = seat_above(candidates, count, contest, cut)};

  if (seating.seated < seats)
    seating.tied = tie_below(candidates, count, contest, cut);
  return seating;
}

struct seating kqa_fill_quota(struct kqa_candidate *candidates, int32_t count, int32_t present,
                              int32_t quota)
{
  struct contest contest = {FIRST_BALLOT, 0};
  int32_t cut = find_cut(candidates, count, contest, quota, present);
  struct seating seating = {.seated = 0};
  struct seating group;

  /*@ ghost
    /@ loop invariant none: 0 <= i <= count && kqa_placed(candidates, i, KQA_PLACE_SEATED) == 0 &&
      @   kqa_placed(candidates, i, KQA_PLACE_TIED) == 0;
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  seating.seated = seat_above(candidates, count, contest, cut);
  if (seating.seated == quota || cut == 0)
    return seating;
  /*@ ghost
    /@ loop invariant group: 0 <= i <= count &&
      @   contenders(candidates, i, RUNOFF, cut - 1, 0) ==
      @   contenders(candidates, i, FIRST_BALLOT, 0, cut - 1);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  group = fill_from_group(candidates, count, present, cut - 1, quota - seating.seated);
  seating.seated += group.seated;
  seating.tied = group.tied;
  return seating;
}
