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
