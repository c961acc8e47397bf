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
  @ predicate moved{L, M}(struct kqa_candidate *candidates, integer count, integer ballot,
  @                       integer group, integer votes, integer place) =
  @   kqa_same_votes{L, M}(candidates, count) &&
  @   (\forall integer i; 0 <= i < count && contends{L}(candidates + i, ballot, group, votes) ==>
  @     \at(candidates[i].place, M) == place) &&
  @   (\forall integer i; 0 <= i < count && !contends{L}(candidates + i, ballot, group, votes) ==>
  @     \at(candidates[i].place, M) == \at(candidates[i].place, L));
  @ predicate lines{L}(struct kqa_candidate *candidates, integer count, integer group,
  @                    integer line, integer tie) =
  @   tie <= line && \forall integer i; 0 <= i < count ==>
  @     (candidates[i].place == KQA_PLACE_SEATED ==>
  @        candidates[i].yes > group ||
  @        (candidates[i].yes == group && candidates[i].runoff >= line)) &&
  @     (candidates[i].place == KQA_PLACE_TIED ==>
  @        candidates[i].yes == group && candidates[i].runoff == tie && tie == line - 1) &&
  @     (candidates[i].place == KQA_PLACE_NO_SEAT ==>
  @        candidates[i].yes < group ||
  @        (candidates[i].yes == group && candidates[i].runoff < tie));
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

/* Gives a place to every contender with at least so many votes; returns how many they are. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS && -1 <= votes <= KQA_MAX_MEMBERS + 1;
  @ requires place: place == KQA_PLACE_SEATED || place == KQA_PLACE_TIED;
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures moved: moved{Pre, Post}(candidates, count, contest.ballot, contest.group, votes,
  @                                 place);
  @ ensures number: 0 <= \result <= count &&
  @   \result == contenders{Pre}(candidates, count, contest.ballot, contest.group, votes);
  @ ensures art3_taken: kqa_placed(candidates, count, KQA_PLACE_SEATED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_SEATED) +
  @   (place == KQA_PLACE_SEATED ? \result : 0);
  @ ensures art19_tied: kqa_placed(candidates, count, KQA_PLACE_TIED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_TIED) + (place == KQA_PLACE_TIED ? \result : 0);
  @ ensures rest: contenders(candidates, count, contest.ballot, contest.group, votes - 1) ==
  @   contenders{Pre}(candidates, count, contest.ballot, contest.group, votes - 1) - \result;
  @*/
static int32_t give_place(struct kqa_candidate *candidates, int32_t count, struct contest contest,
                          int32_t votes, int32_t place)
{
  int32_t given = 0;

  /*@ loop invariant range: 0 <= given <= i <= count;
    @ loop invariant votes: kqa_same_votes{Pre, Here}(candidates, count);
    @ loop invariant open: \forall integer k; i <= k < count ==>
    @   candidates[k].place == \at(candidates[k].place, Pre);
    @ loop invariant given: \forall integer k; 0 <= k < i &&
    @   contends{Pre}(candidates + k, contest.ballot, contest.group, votes) ==>
    @   candidates[k].place == place;
    @ loop invariant kept: \forall integer k; 0 <= k < i &&
    @   !contends{Pre}(candidates + k, contest.ballot, contest.group, votes) ==>
    @   candidates[k].place == \at(candidates[k].place, Pre);
    @ loop invariant number: given ==
    @   contenders{Pre}(candidates, i, contest.ballot, contest.group, votes);
    @ loop assigns i, given, candidates[0 .. count - 1].place;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    if (contends(&candidates[i], contest) && votes_of(&candidates[i], contest) >= votes) {
      candidates[i].place = place;
      given++;
    }
  }
  /*@ ghost
    /@ loop invariant seated: 0 <= i <= count && kqa_placed(candidates, i, KQA_PLACE_SEATED) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_SEATED) + (place == KQA_PLACE_SEATED
      @     ? contenders{Pre}(candidates, i, contest.ballot, contest.group, votes) : 0);
      @ loop invariant tied: kqa_placed(candidates, i, KQA_PLACE_TIED) ==
      @   kqa_placed{Pre}(candidates, i, KQA_PLACE_TIED) + (place == KQA_PLACE_TIED
      @     ? contenders{Pre}(candidates, i, contest.ballot, contest.group, votes) : 0);
      @ loop invariant rest: contenders(candidates, i, contest.ballot, contest.group, votes - 1) +
      @   contenders{Pre}(candidates, i, contest.ballot, contest.group, votes) ==
      @   contenders{Pre}(candidates, i, contest.ballot, contest.group, votes - 1);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  return given;
}

/* The group whose votes at the first ballot do not all fit is ordered by the second; those still
 * equal across the last seat are tied. Without a second ballot all have 0 there. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 1 <= present <= KQA_MAX_MEMBERS &&
  @   0 <= count <= KQA_MAX_ORGANIZATIONS && kqa_sound_candidates(candidates, count, present);
  @ requires too_many: 0 <= seats < contenders(candidates, count, FIRST_BALLOT, 0, group);
  @ requires first_ballot: 0 <= group && lines(candidates, count, group, present + 1, present + 1);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures votes: kqa_same_votes{Pre, Post}(candidates, count);
  @ ensures contest: \forall integer i; 0 <= i < count ==>
  @   (\at(candidates[i].place, Pre) == KQA_PLACE_NO_SEAT
  @      ? kqa_in_quota(candidates[i].place)
  @      : candidates[i].place == \at(candidates[i].place, Pre));
  @ ensures art3_quota: 0 <= \result.seated <= seats;
  @ ensures art3_taken: kqa_placed(candidates, count, KQA_PLACE_SEATED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_SEATED) + \result.seated;
  @ ensures art3_vacant: \result.seated == seats || \result.seated + \result.tied > seats;
  @ ensures art19_lines: \exists integer line, tie; lines(candidates, count, group, line, tie);
  @ ensures art19_tied: kqa_placed(candidates, count, KQA_PLACE_TIED) ==
  @   kqa_placed{Pre}(candidates, count, KQA_PLACE_TIED) + \result.tied;
  @*/
static struct seating fill_from_group(struct kqa_candidate *candidates, int32_t count,
                                      int32_t present, int32_t group, int32_t seats)
{
  struct contest contest = {RUNOFF, group};
  int32_t cut = find_cut(candidates, count, contest, seats, present);
  struct seating seating;

  /*@ ghost
    /@ loop invariant group: 0 <= i <= count &&
      @   contenders(candidates, i, RUNOFF, group, 0) ==
      @   contenders(candidates, i, FIRST_BALLOT, 0, group);
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  seating =
    (struct seating){.seated = give_place(candidates, count, contest, cut, KQA_PLACE_SEATED)};
  /*@ assert seated: lines(candidates, count, group, cut, cut); */
  if (seating.seated < seats) {
    seating.tied = give_place(candidates, count, contest, cut - 1, KQA_PLACE_TIED);
    /*@ assert tied: lines(candidates, count, group, cut, cut - 1); */
  }
  return seating;
}

struct seating kqa_fill_quota(struct kqa_candidate *candidates, int32_t count, int32_t present,
                              int32_t quota)
{
  struct contest contest = {FIRST_BALLOT, 0};
  int32_t cut = find_cut(candidates, count, contest, quota, present);
  struct seating seating = {.seated =
                              give_place(candidates, count, contest, cut, KQA_PLACE_SEATED)};

  /*@ assert first: lines(candidates, count, cut - 1, present + 1, present + 1); */
  if (seating.seated < quota && cut > 0) {
    struct seating group =
      fill_from_group(candidates, count, present, cut - 1, quota - seating.seated);

    seating.seated += group.seated;
    seating.tied = group.tied;
  }
  /*@ assert lines: \exists integer line, tie; lines(candidates, count, cut - 1, line, tie); */
  return seating;
}
