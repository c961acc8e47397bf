/** @file prize.h
 * The money (Art. 24): the prize of an award, the same award not paid twice, the cumulative cap.
 */
#ifndef KQAWARD_PRIZE_H
#define KQAWARD_PRIZE_H

#include "kqaward/allocation.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Greatest amount of money, yuan. @since 0.1 */
#define KQA_MAX_YUAN INT64_C(1000000000000)

/** An award of an earlier year. @since 0.1 */
struct kqa_past_award {
  int32_t award;    /**< KQA_AWARD_QUALITY or KQA_AWARD_NOMINATION. */
  int32_t year;     /**< Year of the award, 1 to 9999. */
  int64_t paid;     /**< What was paid for it, 0 to KQA_MAX_YUAN yuan. */
  int32_t revoked;  /**< 1: revoked or cancelled later; else 0. */
  int32_t reserved; /**< Always 0. */
};

/*@ predicate kqa_sound_past{L}(struct kqa_past_award *past) =
  @   (past->award == KQA_AWARD_QUALITY || past->award == KQA_AWARD_NOMINATION) &&
  @   1 <= past->year <= 9999 && 0 <= past->paid <= 1000000000000 && 0 <= past->revoked <= 1;
  @ predicate kqa_sound_history{L}(struct kqa_past_award *history, integer count) =
  @   count <= 1000000 && \forall integer i; 0 <= i < count ==> kqa_sound_past(history + i);
  @ predicate kqa_counts{L}(struct kqa_edition *edition, struct kqa_past_award *past) =
  @   past->revoked == 0 ||
  @   edition->prize_revoked_history == KQA_PRIZE_REVOKED_HISTORY_COUNTS;
  @ predicate kqa_won_before{L}(struct kqa_edition *edition, integer award,
  @                             struct kqa_past_award *history, integer count) =
  @   \exists integer i; 0 <= i < count && history[i].award == award &&
  @     kqa_counts(edition, history + i);
  @ logic integer kqa_paid{L}(struct kqa_edition *edition, struct kqa_past_award *history,
  @                           integer count) =
  @   count <= 0 ? 0
  @              : kqa_paid(edition, history, count - 1) +
  @                  (history[count - 1].revoked == 0 ||
  @                   edition->prize_revoked_history == KQA_PRIZE_REVOKED_HISTORY_COUNTS
  @                     ? history[count - 1].paid : 0);
  @ logic integer kqa_full_prize{L}(struct kqa_edition *edition, integer award) =
  @   award == KQA_AWARD_QUALITY ? edition->prize_quality : edition->prize_nomination;
  @*/

/** A prize with its findings. @since 0.1 */
struct kqa_prize {
  struct kqa_fault fault;         /**< Status and field. */
  int32_t count;                  /**< Findings: 2; 0 on a fault. */
  int64_t amount;                 /**< To be paid, 0 to KQA_MAX_YUAN yuan. */
  struct kqa_finding findings[2]; /**< Not repeated; under the cap. */
};

/** The prize of an award: 0 for an award that was won before, else its amount or what the cap
 * leaves.
 * @article 24
 * @param edition The edition.
 * @param award   The award of this round, KQA_AWARD_QUALITY or KQA_AWARD_NOMINATION.
 * @param history Awards of earlier years, in any order.
 * @param count   Length of history, at most KQA_MAX_ORGANIZATIONS.
 * @return The prize; the faults of kqa_edition_check(), KQA_E_VALUE with KQA_FIELD_AWARD,
 *         KQA_E_TOO_MANY with KQA_FIELD_HISTORY_AWARD, KQA_E_VALUE with KQA_FIELD_HISTORY_AWARD or
 *         KQA_FIELD_HISTORY_REVOKED, KQA_E_RANGE with KQA_FIELD_HISTORY_YEAR or
 *         KQA_FIELD_HISTORY_PAID (place in `index[0]`).
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires history: \valid_read(history + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 1 <= award <= 2 && kqa_sound_history(history, count);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 2;
  @   ensures art24_not_repeated: kqa_won_before(edition, award, history, count) ==>
  @     \result.amount == 0;
  @   ensures art24_amount: !kqa_won_before(edition, award, history, count) ==>
  @     \result.amount == \max(0, \min(kqa_full_prize(edition, award),
  @       edition->prize_cap - kqa_paid(edition, history, count)));
  @   ensures art24_cap: 0 <= \result.amount && (\result.amount == 0 ||
  @     kqa_paid(edition, history, count) + \result.amount <= edition->prize_cap);
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || award < 1 || award > 2 ||
  @     !kqa_sound_history(history, count);
  @   ensures status: \result.fault.status != KQA_OK;
  @   ensures nothing: \result.count == 0 && \result.amount == 0;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_prize kqa_prize_decide(const struct kqa_edition *edition, int32_t award,
                                          const struct kqa_past_award *history, size_t count);

/** Money still payable to an organisation under the cumulative cap, whatever it wins.
 * @article 24
 * @param edition The edition.
 * @param history Awards of earlier years.
 * @param count   Length of history, at most KQA_MAX_ORGANIZATIONS.
 * @return Yuan, 0 to KQA_MAX_YUAN; the faults of kqa_prize_decide().
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires history: \valid_read(history + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   kqa_sound_edition(edition) && kqa_sound_history(history, count);
  @ ensures art24_left: \result.fault.status == KQA_OK ==>
  @   \result.value == \max(0, edition->prize_cap - kqa_paid(edition, history, count));
  @*/
KQA_API struct kqa_number kqa_prize_payable(const struct kqa_edition *edition,
                                            const struct kqa_past_award *history, size_t count);

/** Whether an organisation holds an award of an earlier year that is not revoked (Art. 22).
 * @article 22
 * @param history Awards of earlier years.
 * @param count   Length of history, at most KQA_MAX_ORGANIZATIONS.
 * @return 1 where it does, else 0; the faults of kqa_prize_decide() about the history.
 * @since 0.1 */
/*@ requires history: \valid_read(history + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> kqa_sound_history(history, count);
  @ ensures art22_former: \result.fault.status == KQA_OK ==>
  @   (\result.value == 1 <==> \exists integer i; 0 <= i < count && history[i].revoked == 0);
  @*/
KQA_API struct kqa_number kqa_is_former_winner(const struct kqa_past_award *history, size_t count);

/** Upper bound of a round's outlay: all seats of both quotas and the given numbers of awards off
 * the quota, each at its full prize or the cap, whichever is less.
 * @article 3, 22, 24
 * @param edition              The edition.
 * @param off_quota_quality    Quality awards off the quota, 0 to 100,000.
 * @param off_quota_nomination Nomination awards off the quota, 0 to 100,000.
 * @return Yuan, 0 to 220,000 x KQA_MAX_YUAN; the faults of kqa_edition_check(), KQA_E_RANGE with
 *         KQA_FIELD_OFF_QUOTA.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 0 <= off_quota_quality <= 100000 &&
  @     0 <= off_quota_nomination <= 100000;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures bound: \result.value ==
  @     (edition->quota_quality + off_quota_quality) *
  @       \min(edition->prize_quality, edition->prize_cap) +
  @     (edition->quota_nomination + off_quota_nomination) *
  @       \min(edition->prize_nomination, edition->prize_cap);
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !(0 <= off_quota_quality <= 100000) ||
  @     !(0 <= off_quota_nomination <= 100000);
  @   ensures status: \result.fault.status != KQA_OK;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_outlay_bound(const struct kqa_edition *edition,
                                           int32_t off_quota_quality, int32_t off_quota_nomination);

#ifdef __cplusplus
}
#endif

#endif
