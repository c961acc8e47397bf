/* The votes of a round: Art. 19, 22. */
#ifndef KQAWARD_ROUND_VOTES_H
#define KQAWARD_ROUND_VOTES_H

#include "allocation_core.h"
#include "round_core.h"

/*@ predicate kqa_wins_award(integer place) =
  @   place == KQA_PLACE_SEATED || place == KQA_PLACE_OFF_QUOTA;
  @ predicate kqa_art19_quality(struct kqa_outcome before, struct kqa_outcome after,
  @                             integer place) =
  @   after.quality_place == place && after.nomination_place == before.nomination_place &&
  @   (kqa_wins_award(place) ==> after.award == KQA_AWARD_QUALITY &&
  @     after.outcome == KQA_OUTCOME_QUALITY &&
  @     (after.off_quota != 0 <==> place == KQA_PLACE_OFF_QUOTA)) &&
  @   (!kqa_wins_award(place) ==>
  @     after.award == KQA_AWARD_NONE && after.off_quota == before.off_quota) &&
  @   (place == KQA_PLACE_TIED ==> after.outcome == KQA_OUTCOME_TIED) &&
  @   (!kqa_wins_award(place) && place != KQA_PLACE_TIED ==> after.outcome == before.outcome);
  @ predicate kqa_art19_nomination(struct kqa_outcome before, struct kqa_outcome after,
  @                                integer place) =
  @   after.nomination_place == place && after.quality_place == before.quality_place &&
  @   (kqa_wins_award(place) ==> after.award == KQA_AWARD_NOMINATION &&
  @     after.outcome == KQA_OUTCOME_NOMINATION &&
  @     (after.off_quota != 0 <==> place == KQA_PLACE_OFF_QUOTA)) &&
  @   (!kqa_wins_award(place) ==>
  @     after.award == before.award && after.off_quota == before.off_quota) &&
  @   (place == KQA_PLACE_NONE ==> after.outcome == before.outcome) &&
  @   (place == KQA_PLACE_TIED ==> after.outcome == KQA_OUTCOME_TIED) &&
  @   (place == KQA_PLACE_NOT_PASSED || place == KQA_PLACE_NO_SEAT ==>
  @     after.outcome == KQA_OUTCOME_NOT_ELECTED);
  @*/

/* What the places of the quality vote give all who stood in it. */
/*@ requires outcomes: \valid(outcomes + (0 .. count - 1)) && 0 <= count;
  @ requires candidates: \valid_read(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(outcomes) != \base_addr(candidates);
  @ requires none: \forall integer k; 0 <= k < count ==> outcomes[k].award == KQA_AWARD_NONE;
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1];
  @ ensures art19_22_taken: \forall integer k; 0 <= k < count ==>
  @   kqa_art19_quality(\old(outcomes[k]), outcomes[k], \old(candidates[k].place));
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < count ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @ ensures art3_taken: kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY) ==
  @   \old(kqa_placed(candidates, count, KQA_PLACE_SEATED));
  @*/
void kqa_round_take_quality_places(struct kqa_outcome *outcomes,
                                   const struct kqa_candidate *candidates, int32_t count);

/* Nobody with a quality award stands in the nomination vote, and before it nobody has the other. */
/*@ requires outcomes: \valid(outcomes + (0 .. count - 1)) && 0 <= count;
  @ requires candidates: \valid_read(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(outcomes) != \base_addr(candidates);
  @ requires open: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award == KQA_AWARD_NONE || (outcomes[k].award == KQA_AWARD_QUALITY &&
  @     candidates[k].place == KQA_PLACE_NONE);
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1];
  @ ensures art19_22_taken: \forall integer k; 0 <= k < count ==>
  @   kqa_art19_nomination(\old(outcomes[k]), outcomes[k], \old(candidates[k].place));
  @ ensures scores: \forall integer k; 0 <= k < count ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < count ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @ ensures art3_taken: kqa_awards_in_quota(outcomes, count, KQA_AWARD_NOMINATION) ==
  @   \old(kqa_placed(candidates, count, KQA_PLACE_SEATED));
  @ ensures art3_quality: kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY) ==
  @   \old(kqa_awards_in_quota(outcomes, count, KQA_AWARD_QUALITY));
  @*/
void kqa_round_take_nomination_places(struct kqa_outcome *outcomes,
                                      const struct kqa_candidate *candidates, int32_t count);

/* What became of one of the votes. */
struct vote_result {
  int32_t state;
  int32_t tied;
  struct kqa_seats seats;
};

/*@ predicate kqa_may_vote_on(struct kqa_candidate candidate, integer yes, integer runoff,
  @                           integer present) =
  @   0 <= candidate.stands <= 1 && 0 <= candidate.former_winner <= 1 &&
  @   (candidate.stands != 0 ==> kqa_sound_entry(yes, present) &&
  @     kqa_sound_entry(runoff, present));
  @ predicate kqa_may_be_nominated(struct kqa_outcome outcome, struct kqa_candidate candidate,
  @                                integer yes, integer runoff, integer present) =
  @   0 <= candidate.former_winner <= 1 && (kqa_in_votes(outcome) ==>
  @     kqa_sound_entry(yes, present) && kqa_sound_entry(runoff, present));
  @ logic integer kqa_counted_votes(integer entry) = entry == KQA_NO_ENTRY ? 0 : entry;
  @ predicate kqa_after_quality(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.nomination_place == before.nomination_place && (kqa_in_votes(after) ==>
  @     kqa_in_votes(before)) && (after.award == KQA_AWARD_NONE ||
  @     (after.award == KQA_AWARD_QUALITY && after.outcome == KQA_OUTCOME_QUALITY));
  @ predicate kqa_after_nomination(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.quality_place == before.quality_place && (after.award == before.award ||
  @     (after.award == KQA_AWARD_NOMINATION && kqa_in_votes(before)));
  @ predicate kqa_rooms_apart{L}(struct kqa_edition *edition, struct kqa_round *round,
  @                              struct kqa_outcome *outcomes, struct kqa_candidate *candidates) =
  @   \base_addr(outcomes) != \base_addr(edition) && \base_addr(outcomes) != \base_addr(round) &&
  @   \base_addr(outcomes) != \base_addr(round->organizations) &&
  @   \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(round) &&
  @   \base_addr(candidates) != \base_addr(round->organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ predicate kqa_art19_counted{L}(struct kqa_edition *edition, struct kqa_round *round,
  @                                struct kqa_vote vote, integer state) =
  @   (state == KQA_VOTE_COUNTED <==> vote.held != 0 && kqa_convened(vote.convened_by) &&
  @     kqa_quorum(edition, round->members, vote.present));
  @*/

/* Whether an organisation is a candidate that no vote has decided on: while the steps run, it
 * stands at PENDING. */
/*@ requires outcome: \valid_read(outcome);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures open: \result <==> kqa_in_votes(*outcome);
  @*/
bool kqa_round_is_in_votes(const struct kqa_outcome *outcome);

/* The seats of the quality vote, for those that stand in it. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires candidates: \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations);
  @ requires stand: \forall integer k; 0 <= k < count ==>
  @   kqa_may_vote_on(candidates[k], organizations[k].quality_yes, organizations[k].quality_runoff,
  @                   present);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1], candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(edition->quota_quality);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   kqa_wins_award(candidates[k].place) ==> \old(candidates[k].stands) == 1 &&
  @     kqa_approval{Pre}(edition, present, kqa_counted_votes(\old(organizations[k].quality_yes)));
  @ ensures former: \forall integer k; 0 <= k < count ==>
  @   candidates[k].former_winner == \old(candidates[k].former_winner);
  @*/
struct kqa_allocation kqa_round_give_quality_seats(const struct kqa_edition *edition,
                                                   int32_t present,
                                                   const struct kqa_organization *organizations,
                                                   int32_t count, struct kqa_candidate *candidates);

/* The seats of the nomination vote: whoever is still open stands. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires vote: 1 <= present <= KQA_MAX_MEMBERS && 0 <= count <= KQA_MAX_ORGANIZATIONS;
  @ requires organizations: \valid_read(organizations + (0 .. count - 1));
  @ requires rooms: \valid_read(outcomes + (0 .. count - 1)) &&
  @   \valid(candidates + (0 .. count - 1));
  @ requires apart: \base_addr(candidates) != \base_addr(edition) &&
  @   \base_addr(candidates) != \base_addr(organizations) &&
  @   \base_addr(candidates) != \base_addr(outcomes);
  @ requires entries: \forall integer k; 0 <= k < count ==>
  @   kqa_may_be_nominated(outcomes[k], candidates[k], organizations[k].nomination_yes,
  @                    organizations[k].nomination_runoff, present);
  @ terminates \true;
  @ assigns candidates[0 .. count - 1], candidates[0 .. count - 1].place;
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota;
  @ ensures art3_edition: \result.seats.quota == \old(edition->quota_nomination);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_placed(candidates, count, KQA_PLACE_SEATED);
  @ ensures art19_stands: \forall integer k; 0 <= k < count ==>
  @   !kqa_in_votes(\old(outcomes[k])) ==> candidates[k].place == KQA_PLACE_NONE;
  @ ensures art19_approved: \forall integer k; 0 <= k < count ==>
  @   kqa_wins_award(candidates[k].place) ==> kqa_in_votes(\old(outcomes[k])) &&
  @     kqa_approval{Pre}(edition, present,
  @                       kqa_counted_votes(\old(organizations[k].nomination_yes)));
  @*/
struct kqa_allocation kqa_round_give_nomination_seats(
  const struct kqa_edition *edition, int32_t present, const struct kqa_organization *organizations,
  int32_t count, const struct kqa_outcome *outcomes, struct kqa_candidate *candidates);

/* Step 3, Art. 19 and 22: the quality vote; those it leaves open stand in the other one. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: \valid_read(round) && kqa_sound_vote(round, &round->quality) &&
  @   0 <= round->organization_count <= KQA_MAX_ORGANIZATIONS &&
  @   \valid_read(round->organizations + (0 .. round->organization_count - 1));
  @ requires rooms: \valid(outcomes + (0 .. round->organization_count - 1)) &&
  @   \valid(candidates + (0 .. round->organization_count - 1));
  @ requires apart: kqa_rooms_apart(edition, round, outcomes, candidates);
  @ requires stand: round->quality.held != 0 ==>
  @   \forall integer k; 0 <= k < round->organization_count ==>
  @     kqa_may_vote_on(candidates[k], round->organizations[k].quality_yes,
  @                     round->organizations[k].quality_runoff, round->quality.present);
  @ requires none: \forall integer k; 0 <= k < round->organization_count ==>
  @   outcomes[k].award == KQA_AWARD_NONE;
  @ terminates \true;
  @ assigns outcomes[0 .. round->organization_count - 1],
  @   candidates[0 .. round->organization_count - 1],
  @   candidates[0 .. round->organization_count - 1].place;
  @ ensures state: KQA_VOTE_NOT_HELD <= \result.state <= KQA_VOTE_COUNTED;
  @ ensures art19_valid: kqa_art19_counted{Pre}(edition, round, \old(round->quality),
  @                                             \result.state);
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota &&
  @   \result.seats.quota == \old(edition->quota_quality);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_awards_in_quota(outcomes, \old(round->organization_count), KQA_AWARD_QUALITY);
  @ ensures art3_nomination:
  @   kqa_awards_in_quota(outcomes, \old(round->organization_count), KQA_AWARD_NOMINATION) == 0;
  @ ensures art19_approved: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   outcomes[k].award == KQA_AWARD_QUALITY ==> \result.state == KQA_VOTE_COUNTED &&
  @     \old(candidates[k].stands) == 1 && kqa_approval{Pre}(edition, \old(round->quality.present),
  @       kqa_counted_votes(\old(round->organizations[k].quality_yes)));
  @ ensures decided: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_after_quality(\old(outcomes[k]), outcomes[k]);
  @ ensures scores: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @ ensures former: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   candidates[k].former_winner == \old(candidates[k].former_winner);
  @*/
struct vote_result kqa_round_hold_quality_vote(const struct kqa_edition *edition,
                                               const struct kqa_round *round,
                                               struct kqa_outcome *outcomes,
                                               struct kqa_candidate *candidates);

/* Step 4, Art. 19 and 22: the nomination vote, for every candidate without the quality award. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: \valid_read(round) && kqa_sound_vote(round, &round->nomination) &&
  @   0 <= round->organization_count <= KQA_MAX_ORGANIZATIONS &&
  @   \valid_read(round->organizations + (0 .. round->organization_count - 1));
  @ requires rooms: \valid(outcomes + (0 .. round->organization_count - 1)) &&
  @   \valid(candidates + (0 .. round->organization_count - 1));
  @ requires apart: kqa_rooms_apart(edition, round, outcomes, candidates);
  @ requires entries: round->nomination.held != 0 ==>
  @   \forall integer k; 0 <= k < round->organization_count ==>
  @     kqa_may_be_nominated(outcomes[k], candidates[k], round->organizations[k].nomination_yes,
  @                          round->organizations[k].nomination_runoff,
  @                          round->nomination.present);
  @ requires open: \forall integer k; 0 <= k < round->organization_count ==>
  @   outcomes[k].award == KQA_AWARD_NONE ||
  @   (outcomes[k].award == KQA_AWARD_QUALITY && outcomes[k].outcome == KQA_OUTCOME_QUALITY);
  @ requires vacant:
  @   kqa_awards_in_quota(outcomes, round->organization_count, KQA_AWARD_NOMINATION) == 0;
  @ terminates \true;
  @ assigns outcomes[0 .. round->organization_count - 1],
  @   candidates[0 .. round->organization_count - 1],
  @   candidates[0 .. round->organization_count - 1].place;
  @ ensures state: KQA_VOTE_NOT_HELD <= \result.state <= KQA_VOTE_COUNTED;
  @ ensures art19_valid: kqa_art19_counted{Pre}(edition, round, \old(round->nomination),
  @                                             \result.state);
  @ ensures art3_quota: 0 <= \result.seats.taken <= \result.seats.quota &&
  @   \result.seats.quota == \old(edition->quota_nomination);
  @ ensures art3_taken: \result.seats.taken ==
  @   kqa_awards_in_quota(outcomes, \old(round->organization_count), KQA_AWARD_NOMINATION);
  @ ensures art3_quality:
  @   kqa_awards_in_quota(outcomes, \old(round->organization_count), KQA_AWARD_QUALITY) ==
  @   \old(kqa_awards_in_quota(outcomes, round->organization_count, KQA_AWARD_QUALITY));
  @ ensures art19_approved: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   outcomes[k].award == KQA_AWARD_NOMINATION ==> \result.state == KQA_VOTE_COUNTED &&
  @     kqa_approval{Pre}(edition, \old(round->nomination.present),
  @       kqa_counted_votes(\old(round->organizations[k].nomination_yes)));
  @ ensures decided: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_after_nomination(\old(outcomes[k]), outcomes[k]);
  @ ensures scores: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_same_scores(\old(outcomes[k]), outcomes[k]);
  @ ensures rest: \forall integer k; 0 <= k < \old(round->organization_count) ==>
  @   kqa_same_rest(\old(outcomes[k]), outcomes[k]);
  @*/
struct vote_result kqa_round_hold_nomination_vote(const struct kqa_edition *edition,
                                                  const struct kqa_round *round,
                                                  struct kqa_outcome *outcomes,
                                                  struct kqa_candidate *candidates);

#endif
