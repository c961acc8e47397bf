/* From votes to awards: Art. 3, 19, 22. */
#include "kqaward/allocation.h"

#include "allocation_core.h"
#include "ballot_core.h"
#include "edition_core.h"
#include "finding_core.h"
#include "score_core.h"
#include "status_fault.h"

/*@ predicate first{L}(struct kqa_edition *edition, integer award, integer present,
  @                    struct kqa_candidate *candidate, integer place) =
  @   candidate->stands == 0 ? place == KQA_PLACE_NONE :
  @   !kqa_approval(edition, present, candidate->yes) ? place == KQA_PLACE_NOT_PASSED :
  @   kqa_exempt(edition, award, candidate) ? place == KQA_PLACE_OFF_QUOTA
  @                                         : place == KQA_PLACE_NO_SEAT;
  @*/

/* Art. 22: which award a former winner takes off the quota. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art22_exempt: \result <==> award == KQA_AWARD_QUALITY ||
  @   edition->prior_winner_exempt == KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
  @*/
static bool exempts_former_winner(const struct kqa_edition *edition, int32_t award)
{
  return award == KQA_AWARD_QUALITY ||
         edition->prior_winner_exempt == KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires candidate: \valid_read(candidate) && 1 <= present <= KQA_MAX_MEMBERS &&
  @   kqa_sound_candidate(candidate, present);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures place: first(edition, award, present, candidate, \result);
  @*/
static int32_t first_place(const struct kqa_edition *edition, int32_t award, int32_t present,
                           const struct kqa_candidate *candidate)
{
  if (!candidate->stands)
    return KQA_PLACE_NONE;
  if (!kqa_is_approved(edition, present, candidate->yes))
    return KQA_PLACE_NOT_PASSED;
  return candidate->former_winner && exempts_former_winner(edition, award) ? KQA_PLACE_OFF_QUOTA
                                                                           : KQA_PLACE_NO_SEAT;
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires present: 1 <= present <= KQA_MAX_MEMBERS;
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires candidates: \valid(candidates + (0 .. count - 1)) &&
  @   kqa_sound_candidates(candidates, count, present);
  @ requires separated: \separated(edition, candidates + (0 .. count - 1));
  @ terminates \true;
  @ assigns candidates[0 .. count - 1].place;
  @ ensures votes: kqa_same_votes{Pre, Post}(candidates, count);
  @ ensures places: \forall integer i; 0 <= i < count ==>
  @   first{Pre}(edition, award, present, candidates + i, \at(candidates[i].place, Post));
  @*/
static void give_first_places(const struct kqa_edition *edition, int32_t award, int32_t present,
                              struct kqa_candidate *candidates, int32_t count)
{
  /*@ loop invariant range: 0 <= i <= count;
    @ loop invariant votes: kqa_same_votes{Pre, Here}(candidates, count);
    @ loop invariant edition: kqa_sound_edition(edition);
    @ loop invariant kept: edition->vote_approval == \at(edition->vote_approval, Pre) &&
    @   edition->prior_winner_exempt == \at(edition->prior_winner_exempt, Pre);
    @ loop invariant places: \forall integer k; 0 <= k < i ==>
    @   first{Pre}(edition, award, present, candidates + k, candidates[k].place);
    @ loop assigns i, candidates[0 .. count - 1].place;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    candidates[i].place = first_place(edition, award, present, &candidates[i]);
    /*@ assert votes: kqa_same_votes{LoopCurrent, Here}(candidates, count); */
  }
}

/*@ requires candidates: \valid_read(candidates + (0 .. count - 1));
  @ requires count: 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures number: 0 <= \result <= count && \result == kqa_placed(candidates, count, place);
  @*/
static int32_t count_placed(const struct kqa_candidate *candidates, int32_t count, int32_t place)
{
  int32_t found = 0;

  /*@ loop invariant number: 0 <= found <= i <= count &&
    @   found == kqa_placed(candidates, i, place);
    @ loop assigns i, found;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    found += candidates[i].place == place;
  return found;
}

struct kqa_allocation kqa_give_seats(const struct kqa_edition *edition, int32_t award,
                                     int32_t present, struct kqa_candidate *candidates,
                                     int32_t count)
{
  int32_t quota = award == KQA_AWARD_QUALITY ? edition->quota_quality : edition->quota_nomination;
  struct seating seating;

  give_first_places(edition, award, present, candidates, count);
  /*@ ghost
    /@ loop invariant none: 0 <= i <= count && kqa_placed(candidates, i, KQA_PLACE_SEATED) == 0 &&
      @   kqa_placed(candidates, i, KQA_PLACE_TIED) == 0;
      @ loop assigns i;
      @ loop variant count - i;
      @/
    for (int32_t i = 0; i < count; i++);
    */
  seating = kqa_fill_quota(candidates, count, present, quota);
  return (struct kqa_allocation){
    .seats = {quota, seating.seated, count_placed(candidates, count, KQA_PLACE_OFF_QUOTA)},
    .tied = seating.tied,
  };
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> 0 <= votes <= present;
  @*/
static struct kqa_fault votes_fault(int32_t votes, int32_t present, int32_t field, int32_t place)
{
  if (votes < 0)
    return fault_in_list(KQA_E_RANGE, field, place, 0);
  if (votes > present)
    return fault_in_list(KQA_E_ABOVE_PRESENT, field, place, 0);
  return no_fault();
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures flag: \result <==> 0 <= value <= 1;
  @*/
static bool is_flag(int32_t value)
{
  return value == 0 || value == 1;
}

/*@ requires candidate: \valid_read(candidate);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_candidate(candidate, present);
  @*/
static struct kqa_fault candidate_fault(const struct kqa_candidate *candidate, int32_t present,
                                        int32_t place)
{
  struct kqa_fault found;

  if (!is_flag(candidate->stands) || !is_flag(candidate->former_winner))
    return fault_in_list(KQA_E_VALUE, KQA_FIELD_CANDIDATES, place, 0);
  found = votes_fault(candidate->yes, present, KQA_FIELD_YES, place);
  return found.status ? found : votes_fault(candidate->runoff, present, KQA_FIELD_RUNOFF, place);
}

/*@ requires edition: \valid_read(edition);
  @ requires candidates: \valid_read(candidates + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_edition(edition) &&
  @   1 <= award <= 2 && 1 <= present <= KQA_MAX_MEMBERS && count <= KQA_MAX_ORGANIZATIONS &&
  @   kqa_sound_candidates(candidates, count, present);
  @*/
static struct kqa_fault allocation_fault(const struct kqa_edition *edition, int32_t award,
                                         int32_t present, const struct kqa_candidate *candidates,
                                         size_t count)
{
  struct kqa_fault found = no_fault();

  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  if (award != KQA_AWARD_QUALITY && award != KQA_AWARD_NOMINATION)
    return fault(KQA_E_VALUE, KQA_FIELD_AWARD);
  if (present < 1 || present > KQA_MAX_MEMBERS)
    return fault(KQA_E_RANGE, KQA_FIELD_PRESENT);
  if (count > KQA_MAX_ORGANIZATIONS)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_CANDIDATES);
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant sound: found.status == KQA_OK ==>
    @   kqa_sound_candidates(candidates, i, present);
    @ loop invariant fault: found.status != KQA_OK ==>
    @   \exists integer k; 0 <= k < i && !kqa_sound_candidate(candidates + k, present);
    @ loop assigns i, found;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count && !found.status; i++)
    found = candidate_fault(&candidates[i], present, (int32_t)i);
  return found;
}

struct kqa_allocation kqa_allocate(const struct kqa_edition *edition, int32_t award,
                                   int32_t present, struct kqa_candidate *candidates, size_t count)
{
  struct kqa_fault found = allocation_fault(edition, award, present, candidates, count);

  if (!found.status)
    return kqa_give_seats(edition, award, present, candidates, (int32_t)count);
  /*@ loop invariant nobody: 0 <= i <= count &&
    @   \forall integer k; 0 <= k < i ==> candidates[k].place == KQA_PLACE_NONE;
    @ loop assigns i, candidates[0 .. count - 1].place;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    candidates[i].place = KQA_PLACE_NONE;
  return (struct kqa_allocation){.fault = found};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art3_quota: \result.verdict ==
  @   (taken <= quota ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  @*/
static struct kqa_finding quota_finding(int32_t provision, int32_t taken, int32_t quota)
{
  return value_finding(provision, verdict_of(taken <= quota), KQA_UNIT_ORGANIZATIONS,
                       KQA_RELATION_AT_MOST, whole(taken), whole(quota));
}

struct kqa_decision kqa_allocation_check(const struct kqa_edition *edition, int32_t quality,
                                         int32_t nomination)
{
  struct kqa_decision decision = decision_begin();

  if (!kqa_edition_is_sound(edition))
    return refused(kqa_edition_check(edition));
  if (quality < 0 || quality > KQA_MAX_ORGANIZATIONS)
    return refused(fault(KQA_E_RANGE, KQA_FIELD_QUOTA_QUALITY));
  if (nomination < 0 || nomination > KQA_MAX_ORGANIZATIONS)
    return refused(fault(KQA_E_RANGE, KQA_FIELD_QUOTA_NOMINATION));
  decision_add(&decision,
               quota_finding(KQA_PROVISION_QUALITY_QUOTA, quality, edition->quota_quality));
  decision_add(&decision, quota_finding(KQA_PROVISION_NOMINATION_QUOTA, nomination,
                                        edition->quota_nomination));
  return decision;
}

bool kqa_special_may_stand(const struct kqa_edition *edition, struct kqa_ratio document,
                           struct kqa_ratio site)
{
  if (edition->special_nomination_floors == KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT)
    return true;
  return document.den != 0 && site.den != 0 && kqa_meets_site_floor(edition, site) &&
         kqa_meets_total_floor(edition, kqa_total_of(edition, document, site));
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures score: \result <==>
  @   (score.num == 0 && score.den == 0) || kqa_sound_score(score);
  @*/
static bool is_score_or_none(struct kqa_ratio score)
{
  return (score.num == 0 && score.den == 0) || kqa_ratio_is_score(score);
}

struct kqa_decision kqa_special_nomination_check(const struct kqa_edition *edition,
                                                 struct kqa_ratio document, struct kqa_ratio site)
{
  struct kqa_decision decision = decision_begin();
  bool may;

  if (!kqa_edition_is_sound(edition))
    return refused(kqa_edition_check(edition));
  if (!is_score_or_none(document))
    return refused(fault(KQA_E_RANGE, KQA_FIELD_DOCUMENT_SCORE));
  if (!is_score_or_none(site))
    return refused(fault(KQA_E_RANGE, KQA_FIELD_SITE_SCORE));
  may = kqa_special_may_stand(edition, document, site);
  decision_add(&decision,
               fact_finding(KQA_PROVISION_SPECIAL_NOMINATION, may ? KQA_TRUE : KQA_FALSE));
  return decision;
}
