/* The parts of a round. */
#ifndef KQAWARD_ROUND_CORE_H
#define KQAWARD_ROUND_CORE_H

#include "kqaward/round.h"

#include "eligibility_core.h"

/* Whether entries that a reading makes invalid are faults, or are left out. */
enum entry_rule { REFUSE_ENTRIES, LEAVE_ENTRIES_OUT };

/* Everything about the input that can be checked before anything is decided. */
/*@ requires edition: \valid_read(edition);
  @ requires round: kqa_readable_round(round);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==>
  @   kqa_sound_edition(edition) && kqa_sound_round(round);
  @*/
struct kqa_fault kqa_round_input_fault(const struct kqa_edition *edition,
                                       const struct kqa_round *round);

/* What a step makes of an organisation: a final outcome, or a candidate. */
enum standing { OUT, NOMINATION_VOTE_ONLY, BOTH_VOTES };

/* Steps 1 and 2 for all of a round whose input has no fault; afterwards `candidate.stands` says who
 * stands in the quality vote and `place`, a standing, who is a candidate at all. */
void kqa_round_judge(const struct kqa_edition *edition, const struct kqa_round *round,
                     struct kqa_outcome *outcomes, struct kqa_ranked *ranked,
                     struct kqa_candidate *candidates);

/*@ predicate kqa_same_scores(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.document.num == before.document.num && after.document.den == before.document.den &&
  @   after.site.num == before.site.num && after.site.den == before.site.den &&
  @   after.total.num == before.total.num && after.total.den == before.total.den;
  @ predicate kqa_same_rest(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.eligible == before.eligible && after.rank == before.rank &&
  @   after.special == before.special && after.prize == before.prize;
  @ predicate kqa_same_result(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.document.num == before.document.num && after.document.den == before.document.den &&
  @   after.site.num == before.site.num && after.site.den == before.site.den &&
  @   after.total.num == before.total.num && after.total.den == before.total.den &&
  @   after.eligible == before.eligible && after.rank == before.rank &&
  @   after.special == before.special && after.prize == before.prize &&
  @   after.outcome == before.outcome && after.award == before.award &&
  @   after.off_quota == before.off_quota && after.quality_place == before.quality_place &&
  @   after.nomination_place == before.nomination_place;
  @ logic integer kqa_awards_in_quota{L}(struct kqa_outcome *outcomes, integer count,
  @                                      integer award) =
  @   count <= 0 ? 0
  @              : kqa_awards_in_quota(outcomes, count - 1, award) +
  @                  (outcomes[count - 1].award == award && outcomes[count - 1].off_quota == 0
  @                     ? 1 : 0);
  @ predicate kqa_wins_award(integer place) =
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

/* Steps 3 and 4, Art. 19 and 22: both votes. */
void kqa_round_hold_votes(const struct kqa_edition *edition, const struct kqa_round *round,
                          struct kqa_outcome *outcomes, struct kqa_candidate *candidates,
                          struct kqa_round_summary *summary);

/* Step 5, Art. 22: special nominations, whatever the other steps said. */
struct kqa_fault kqa_round_apply_special(const struct kqa_edition *edition,
                                         const struct kqa_round *round,
                                         struct kqa_outcome *outcomes,
                                         struct kqa_round_summary *summary, enum entry_rule rule);

/* Decides a round whose input has no fault. */
struct kqa_round_summary kqa_round_run(const struct kqa_edition *edition,
                                       const struct kqa_round *round, struct kqa_outcome *outcomes,
                                       struct kqa_ranked *ranked, struct kqa_candidate *candidates,
                                       enum entry_rule rule);

/* The case of an organisation's qualification check. */
/*@ requires round: \valid_read(round) && \valid_read(organization);
  @ requires spans: kqa_sound_spans(round, organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures deadline: \result.deadline == round->deadline;
  @ ensures application: \result.application == &organization->application;
  @ ensures counts: \result.incident_count == organization->incidents.count &&
  @   \result.sanction_count == organization->sanctions.count;
  @ ensures incidents: organization->incidents.count > 0 ==>
  @   \result.incidents == round->incidents + organization->incidents.first;
  @ ensures sanctions: organization->sanctions.count > 0 ==>
  @   \result.sanctions == round->sanctions + organization->sanctions.first;
  @*/
struct eligibility_case kqa_round_case(const struct kqa_round *round,
                                       const struct kqa_organization *organization);

/* An organisation's earlier awards. */
/*@ requires round: \valid_read(round) && \valid_read(organization);
  @ requires span: kqa_inside(organization->history, round->history_count);
  @ terminates \true;
  @ assigns \result \from round, organization;
  @ ensures history: organization->history.count > 0 ==>
  @   \result == round->history + organization->history.first;
  @*/
const struct kqa_past_award *kqa_round_history(const struct kqa_round *round,
                                               const struct kqa_organization *organization);

#endif
