/** @file round_compare.h
 * Two results of the same organisations side by side: under the ordinance and under a draft, or
 * before and after a change of the round's documents. It belongs to the room of rounds.
 */
#ifndef KQAWARD_ROUND_COMPARE_H
#define KQAWARD_ROUND_COMPARE_H

#include "kqaward/round.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How many outcomes there are, none among them: one without a dossier whose special nomination
 * kqa_round_decide_under() left out has the outcome 0. @since 0.1 */
#define KQA_OUTCOMES 11

/** A round, the edition it was decided under, and what kqa_round_decide() made of it. @since 0.1 */
struct kqa_decided_round {
  const struct kqa_edition *edition;       /**< The edition. */
  const struct kqa_round *round;           /**< The input. */
  const struct kqa_round_summary *summary; /**< The summary. */
  const struct kqa_outcome *outcomes;      /**< The results, one an organisation. */
};

/*@ predicate kqa_readable_decided{L}(struct kqa_decided_round *decided) =
  @   \valid_read(decided) && \valid_read(decided->edition) && \valid_read(decided->round) &&
  @   \valid_read(decided->summary) && kqa_readable_lists(decided->round) &&
  @   \valid_read(decided->outcomes + (0 .. decided->round->organization_count - 1));
  @ predicate kqa_decided{L}(struct kqa_decided_round *decided, integer place) =
  @   kqa_can_be_explained(decided->round, place) &&
  @   (0 <= place < decided->round->organization_count ==>
  @     kqa_decided_outcome(decided->round, decided->summary, decided->outcomes + place));
  @*/
/** What differs between two results of an organisation, as bits. @since 0.1 */
enum kqa_changed {
  KQA_CHANGED_OUTCOME = 1,   /**< The outcome. */
  KQA_CHANGED_AWARD = 2,     /**< The award. */
  KQA_CHANGED_OFF_QUOTA = 4, /**< Whether the award counts against the quota. */
  KQA_CHANGED_PRIZE = 8,     /**< The prize. */
  KQA_CHANGED_RANK = 16,     /**< The rank among the candidates. */
  KQA_CHANGED_TOTAL = 32,    /**< The total score. */
  KQA_CHANGED_FINDINGS = 64  /**< A finding. */
};

/** One organisation's result before and after. @since 0.1 */
struct kqa_change {
  struct kqa_fault fault;    /**< Status and field. */
  int32_t changed;           /**< KQA_CHANGED_ bits; 0: nothing differs. */
  int32_t outcome_before;    /**< A KQA_OUTCOME_ code; 0: none. */
  int32_t outcome_after;     /**< A KQA_OUTCOME_ code; 0: none. */
  int32_t award_before;      /**< A KQA_AWARD_ code. */
  int32_t award_after;       /**< A KQA_AWARD_ code. */
  int32_t off_quota_before;  /**< 1: off the quota; else 0. */
  int32_t off_quota_after;   /**< 1: off the quota; else 0. */
  int32_t rank_before;       /**< Rank from 1; 0: no candidate. */
  int32_t rank_after;        /**< Rank from 1; 0: no candidate. */
  int32_t provision;         /**< The KQA_PROVISION_ code that kqa_round_change() names; 0: none. */
  int64_t prize_before;      /**< Prize, 0 to KQA_MAX_YUAN yuan. */
  int64_t prize_after;       /**< Prize, 0 to KQA_MAX_YUAN yuan. */
  struct kqa_finding before; /**< Its finding before; all zero where there was none. */
  struct kqa_finding after;  /**< Its finding after; all zero where there is none. */
};

/** A whole round before and after. @since 0.1 */
struct kqa_comparison {
  struct kqa_fault fault; /**< Status and field. */
  int32_t organizations;  /**< Organisations compared, 0 to KQA_MAX_ORGANIZATIONS. */
  int32_t flipped;        /**< Organisations with another outcome, 0 to organizations. */
  int32_t changed; /**< Organisations with any other result, 0 to organizations: outcome, award,
                      prize, place off the quota, rank or total. */
  struct kqa_seats quality_before;    /**< Seats of the quality award before. */
  struct kqa_seats quality_after;     /**< Seats of the quality award after. */
  struct kqa_seats nomination_before; /**< Seats of the nomination award before. */
  struct kqa_seats nomination_after;  /**< Seats of the nomination award after. */
  int64_t prize_before;               /**< Sum of all prizes before, yuan, at least 0. */
  int64_t prize_after;                /**< Sum of all prizes after, yuan, at least 0. */
  int32_t transitions[KQA_OUTCOMES * KQA_OUTCOMES]; /**< Organisations, from 0, that went from one
                          outcome to another, row by row: place before x KQA_OUTCOMES + after. */
};

/** Compares two results of one organisation and names the first provision that differs: in the
 * order of the procedure the first with another verdict; where there is none, the first of which
 * only one side has a finding; where there is none, the first with other values. Where the prize
 * alone differs, the provisions on prizes are looked at before the others. Where the outcome
 * differs and no finding does, because another reading binds others by it, the first provision not
 * met is named, the same on both sides. A vote's provisions are compared with those of the same
 * vote.
 * @param before The one result.
 * @param after  The other result, of the same organisations in the same order.
 * @param place  Place of the organisation, 0 to organization_count - 1 of both rounds.
 * @return What differs; the faults of kqa_round_findings().
 * @since 0.1 */
/*@ requires decided: kqa_readable_decided(before) && kqa_readable_decided(after);
  @ requires results: kqa_decided(before, place) && kqa_decided(after, place);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures accepted: \result.fault.status == KQA_OK <==>
  @   \old(kqa_sound_edition(before->edition) && kqa_sound_edition(after->edition) &&
  @     0 <= place < before->round->organization_count &&
  @     place < after->round->organization_count);
  @ ensures outcomes: \result.fault.status == KQA_OK ==>
  @   \result.outcome_before == before->outcomes[place].outcome &&
  @   \result.outcome_after == after->outcomes[place].outcome;
  @ ensures prizes: \result.fault.status == KQA_OK ==>
  @   \result.prize_before == before->outcomes[place].prize &&
  @   \result.prize_after == after->outcomes[place].prize;
  @*/
KQA_API struct kqa_change kqa_round_change(const struct kqa_decided_round *before,
                                           const struct kqa_decided_round *after, int32_t place);

/** Compares two results of the same organisations: how many flip, from what to what, the seats and
 * the money. What differs for each of them is kqa_round_change()'s to say.
 * @param before The one result.
 * @param after  The other result, of the same organisations in the same order.
 * @return The comparison; KQA_E_TOO_FEW or KQA_E_TOO_MANY with KQA_FIELD_ORGANIZATIONS where after
 * has fewer or more organisations than before; KQA_E_VALUE with KQA_FIELD_ORGANIZATIONS (place in
 * `index[0]`) where a result holds a code that is no outcome.
 * @since 0.1 */
/*@ requires before: \valid_read(before) && \valid_read(before->round) &&
  @   \valid_read(before->summary) &&
  @   \valid_read(before->outcomes + (0 .. before->round->organization_count - 1));
  @ requires after: \valid_read(after) && \valid_read(after->round) &&
  @   \valid_read(after->summary) &&
  @   \valid_read(after->outcomes + (0 .. after->round->organization_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: before->round->organization_count != after->round->organization_count ==>
  @   \result.fault.status != KQA_OK;
  @ ensures organizations: \result.fault.status == KQA_OK ==>
  @   \result.organizations == before->round->organization_count;
  @ ensures flipped: \result.fault.status == KQA_OK && \result.organizations >= 0 ==>
  @   0 <= \result.flipped <= \result.changed <= \result.organizations;
  @ ensures unflipped: \result.fault.status == KQA_OK && \result.flipped == 0 ==>
  @   \forall integer i; 0 <= i < \result.organizations ==>
  @     before->outcomes[i].outcome == after->outcomes[i].outcome;
  @ ensures prizes: \result.fault.status == KQA_OK ==>
  @   \result.prize_before == before->summary->prize_total &&
  @   \result.prize_after == after->summary->prize_total;
  @*/
KQA_API struct kqa_comparison kqa_round_compare(const struct kqa_decided_round *before,
                                                const struct kqa_decided_round *after);

#ifdef __cplusplus
}
#endif

#endif
