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

/* The edition is sound, said so that the prover looks into it only where a key is named: its many
 * members would lead it astray where they do not matter. */
/*@ predicate kqa_opened(integer key) = 0 <= key && key <= 1;
  @ predicate kqa_kept_edition{L}(struct kqa_edition *edition) =
  @   \forall integer key; kqa_opened(key) ==> kqa_sound_edition(edition);
  @ predicate kqa_score_or_none(struct kqa_ratio score) =
  @   kqa_no_score(score) || kqa_sound_score(score);
  @ predicate kqa_in_votes(struct kqa_outcome outcome) =
  @   outcome.outcome == KQA_OUTCOME_PENDING && outcome.total.den != 0;
  @*/

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
  @ predicate kqa_same_award(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.eligible == before.eligible && after.rank == before.rank &&
  @   after.special == before.special && after.outcome == before.outcome &&
  @   after.award == before.award && after.off_quota == before.off_quota &&
  @   after.quality_place == before.quality_place &&
  @   after.nomination_place == before.nomination_place;
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
  @*/

/*@ predicate kqa_special_floors(struct kqa_edition edition, struct kqa_outcome outcome) =
  @   edition.special_nomination_floors == KQA_SPECIAL_NOMINATION_FLOORS_APPLY ==>
  @     outcome.document.den != 0 && outcome.site.den != 0 &&
  @     kqa_at_least(outcome.site, edition.floor_site);
  @ predicate kqa_nominated(struct kqa_outcome before, struct kqa_outcome after) =
  @   after.award == KQA_AWARD_NOMINATION && after.off_quota == 1 && after.special == 1 &&
  @   after.outcome == KQA_OUTCOME_NOMINATION && after.eligible == before.eligible &&
  @   after.rank == before.rank && after.prize == before.prize &&
  @   after.quality_place == before.quality_place &&
  @   after.nomination_place == before.nomination_place && kqa_same_scores(before, after);
  @ predicate kqa_entitled(struct kqa_edition edition, integer nominated,
  @                        struct kqa_outcome before) =
  @   nominated != 0 && before.award == KQA_AWARD_NONE && kqa_special_floors(edition, before);
  @*/

/* Art. 22: a special nomination that may not stand. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires organizations: \valid_read(organizations + (0 .. count - 1)) && 0 <= count;
  @ requires outcomes: \valid_read(outcomes + (0 .. count - 1));
  @ requires scores: \forall integer k; 0 <= k < count ==>
  @   kqa_score_or_none(outcomes[k].document) && kqa_score_or_none(outcomes[k].site);
  @ terminates \true;
  @ assigns \nothing;
  @*/
struct kqa_fault kqa_round_special_fault(const struct kqa_edition *edition,
                                         const struct kqa_organization *organizations,
                                         int32_t count, const struct kqa_outcome *outcomes);

/* Step 5, Art. 22: special nominations, whatever the other steps said; how many are awarded. One
 * that may not stand is left out. */
/*@ requires edition: \valid_read(edition) && kqa_kept_edition(edition);
  @ requires organizations: \valid_read(organizations + (0 .. count - 1)) && 0 <= count;
  @ requires outcomes: \valid(outcomes + (0 .. count - 1));
  @ requires apart: \base_addr(outcomes) != \base_addr(edition) &&
  @   \base_addr(outcomes) != \base_addr(organizations);
  @ requires scores: \forall integer k; 0 <= k < count ==>
  @   kqa_score_or_none(outcomes[k].document) && kqa_score_or_none(outcomes[k].site);
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1];
  @ ensures given: 0 <= \result <= count;
  @ ensures kept: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award == \old(outcomes[k].award) ==>
  @     kqa_same_result(\old(outcomes[k]), outcomes[k]);
  @ ensures art22_given: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award != \old(outcomes[k].award) ==>
  @     kqa_nominated(\old(outcomes[k]), outcomes[k]);
  @ ensures art22_entitled: \forall integer k; 0 <= k < count ==>
  @   outcomes[k].award != \old(outcomes[k].award) ==>
  @     kqa_entitled(\old(*edition), \old(organizations[k].special_nomination),
  @                  \old(outcomes[k]));
  @*/
int32_t kqa_round_apply_special(const struct kqa_edition *edition,
                                const struct kqa_organization *organizations, int32_t count,
                                struct kqa_outcome *outcomes);

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
