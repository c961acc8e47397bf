/* The seats of both votes: Art. 3, 19, 22. */
#include "round_votes.h"

/*@ predicate stands_if_open(struct kqa_candidate before, struct kqa_outcome outcome,
  @                          struct kqa_candidate after) =
  @   after.former_winner == before.former_winner &&
  @   (kqa_in_votes(outcome) ==> after.stands == 1) &&
  @   (!kqa_in_votes(outcome) ==> after.stands == 0);
  @*/

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures votes: \result == kqa_counted_votes(entry);
  @*/
static int32_t votes_entered(int32_t entry)
{
  return entry == KQA_NO_ENTRY ? 0 : entry;
}

/*@ predicate entered(struct kqa_candidate candidate, integer stands, integer former_winner,
  @                   integer yes, integer runoff) =
  @   candidate.stands == stands && candidate.former_winner == former_winner &&
  @   (stands == 0 ==> candidate.yes == 0 && candidate.runoff == 0) &&
  @   (stands != 0 ==> candidate.yes == kqa_counted_votes(yes) &&
  @     candidate.runoff == kqa_counted_votes(runoff));
  @*/

/* The entries of one without a dossier are not checked, so nobody's count but who stands. */
/*@ requires candidate: \valid(candidate);
  @ terminates \true;
  @ assigns *candidate;
  @ ensures entered: entered(*candidate, \old(candidate->stands), \old(candidate->former_winner),
  @                          yes, runoff);
  @*/
static void enter_votes(struct kqa_candidate *candidate, int32_t yes, int32_t runoff)
{
  candidate->yes = candidate->stands ? votes_entered(yes) : 0;
  candidate->runoff = candidate->stands ? votes_entered(runoff) : 0;
}

/*@ logic integer yes_on{L}(struct kqa_organization *organization, integer award) =
  @   award == KQA_AWARD_QUALITY ? organization->quality_yes : organization->nomination_yes;
  @ logic integer runoff_on{L}(struct kqa_organization *organization, integer award) =
  @   award == KQA_AWARD_QUALITY ? organization->quality_runoff : organization->nomination_runoff;
  @*/

/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 0 <= count;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(organizations);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1];
  @ ensures art19_entered: \forall integer k; 0 <= k < count ==>
  @   entered(candidates[k], \old(candidates[k].stands), \old(candidates[k].former_winner),
  @           \old(yes_on(organizations + k, award)), \old(runoff_on(organizations + k, award)));
  @*/
static void enter_all_votes(struct kqa_candidate *candidates,
                            const struct kqa_organization *organizations, int32_t count,
                            int32_t award)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant entered: \forall integer k; 0 <= k < i ==>
    @   entered(candidates[k], \at(candidates[k].stands, Pre),
    @           \at(candidates[k].former_winner, Pre), \at(yes_on(organizations + k, award), Pre),
    @           \at(runoff_on(organizations + k, award), Pre));
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   candidates[k].stands == \at(candidates[k].stands, Pre) &&
    @   candidates[k].former_winner == \at(candidates[k].former_winner, Pre);
    @ loop assigns i, candidates[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    const struct kqa_organization *entry = &organizations[i];

    if (award == KQA_AWARD_QUALITY)
      enter_votes(&candidates[i], entry->quality_yes, entry->quality_runoff);
    else
      enter_votes(&candidates[i], entry->nomination_yes, entry->nomination_runoff);
  }
}

/* The seats of one vote, for those that stand in it. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires vote: 1 <= award <= 2 && 1 <= present <= KQA_MAX_MEMBERS &&
  @   0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations);
  @ requires stand: \forall integer k; 0 <= k < count ==>
  @   kqa_may_vote_on(candidates[k], yes_on(organizations + k, award),
  @                   runoff_on(organizations + k, award), present);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1], candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(award == KQA_AWARD_QUALITY
  @   ? edition->quota_quality : edition->quota_nomination);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art19_stands: \forall integer k; 0 <= k < count ==>
  @   \old(candidates[k].stands) == 0 ==> candidates[k].place == KQA_PLACE_NONE;
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   kqa_wins_award(candidates[k].place) ==> \old(candidates[k].stands) == 1 &&
  @     kqa_approval{Pre}(edition, present,
  @                       kqa_counted_votes(\old(yes_on(organizations + k, award))));
  @ ensures former: \forall integer k; 0 <= k < count ==>
  @   candidates[k].former_winner == \old(candidates[k].former_winner);
  @*/
static struct kqa_allocation give_seats(const struct kqa_edition *edition, int32_t award,
                                        int32_t present,
                                        const struct kqa_organization *organizations, int32_t count,
                                        struct kqa_candidate *candidates)
{
  enter_all_votes(candidates, organizations, count, award);
  /*@ assert quality: edition->quota_quality == \at(edition->quota_quality, Pre); */
  /*@ assert nomination: edition->quota_nomination == \at(edition->quota_nomination, Pre); */
  /*@ assert approval: \forall integer yes; kqa_approval(edition, present, yes) <==>
    @   kqa_approval{Pre}(edition, present, yes); */
  /*@ assert candidates: kqa_sound_candidates(candidates, count, present); */
  /*@ assert opened: kqa_opened(0); */
  /*@ assert parameters: kqa_sound_parameters(edition); */
  /*@ assert readings: kqa_sound_readings(edition); */
  /*@ assert sound: kqa_sound_edition(edition); */
  return kqa_give_seats(edition, award, present, candidates, count);
}

struct kqa_allocation kqa_round_give_quality_seats(const struct kqa_edition *edition,
                                                   int32_t present,
                                                   const struct kqa_organization *organizations,
                                                   int32_t count, struct kqa_candidate *candidates)
{
  return give_seats(edition, KQA_AWARD_QUALITY, present, organizations, count, candidates);
}

/* Whoever is still open stands. */
/*@ requires candidates: \valid(candidates + (0 .. count - 1)) && 0 <= count;
  @ requires outcomes: \valid_read(outcomes + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(outcomes);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1];
  @ ensures art19_stand: \forall integer k; 0 <= k < count ==>
  @   stands_if_open(\old(candidates[k]), \old(outcomes[k]), candidates[k]);
  @*/
static void let_open_stand(struct kqa_candidate *candidates, const struct kqa_outcome *outcomes,
                           int32_t count)
{
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant stand: \forall integer k; 0 <= k < i ==>
    @   stands_if_open(\at(candidates[k], Pre), \at(outcomes[k], Pre), candidates[k]);
    @ loop invariant rest: \forall integer k; i <= k < count ==>
    @   candidates[k].former_winner == \at(candidates[k].former_winner, Pre);
    @ loop assigns i, candidates[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    candidates[i].stands = kqa_round_is_in_votes(&outcomes[i]) ? 1 : 0;
}

struct kqa_allocation kqa_round_give_nomination_seats(
  const struct kqa_edition *edition, int32_t present, const struct kqa_organization *organizations,
  int32_t count, const struct kqa_outcome *outcomes, struct kqa_candidate *candidates)
{
  let_open_stand(candidates, outcomes, count);
  /*@ assert edition: *edition == \at(*edition, Pre); */
  /*@ assert opened: kqa_opened(0); */
  /*@ assert sound: kqa_sound_edition(edition); */
  /*@ assert yes: \forall integer k; 0 <= k < count ==>
    @   organizations[k].nomination_yes == \at(organizations[k].nomination_yes, Pre); */
  /*@ assert runoff: \forall integer k; 0 <= k < count ==>
    @   organizations[k].nomination_runoff == \at(organizations[k].nomination_runoff, Pre); */
  /*@ assert approval: \forall integer yes; kqa_approval(edition, present, yes) <==>
    @   kqa_approval{Pre}(edition, present, yes); */
  return give_seats(edition, KQA_AWARD_NOMINATION, present, organizations, count, candidates);
}
