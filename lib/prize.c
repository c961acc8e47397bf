/* The money: Art. 24. */
#include "kqaward/prize.h"

#include "edition_core.h"
#include "finding_core.h"
#include "prize_core.h"
#include "status_fault.h"

#define MAX_OFF_QUOTA 100000

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures award: \result <==> 1 <= award <= 2;
  @*/
static bool is_award(int32_t award)
{
  return award == KQA_AWARD_QUALITY || award == KQA_AWARD_NOMINATION;
}

/*@ requires past: \valid_read(past);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_past(past);
  @*/
static struct kqa_fault past_award_fault(const struct kqa_past_award *past, int32_t place)
{
  if (!is_award(past->award))
    return fault_in_list(KQA_E_VALUE, KQA_FIELD_HISTORY_AWARD, place, 0);
  if (past->year < 1 || past->year > 9999)
    return fault_in_list(KQA_E_RANGE, KQA_FIELD_HISTORY_YEAR, place, 0);
  if (past->paid < 0 || past->paid > KQA_MAX_YUAN)
    return fault_in_list(KQA_E_RANGE, KQA_FIELD_HISTORY_PAID, place, 0);
  if (past->revoked != 0 && past->revoked != 1)
    return fault_in_list(KQA_E_VALUE, KQA_FIELD_HISTORY_REVOKED, place, 0);
  return no_fault();
}

struct kqa_fault kqa_history_fault(const struct kqa_past_award *history, size_t count)
{
  struct kqa_fault found = no_fault();

  if (count > KQA_MAX_ORGANIZATIONS)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_HISTORY_AWARD);
  /*@ loop invariant place: 0 <= i <= count;
    @ loop invariant sound: found.status == KQA_OK ==>
    @   \forall integer k; 0 <= k < i ==> kqa_sound_past(history + k);
    @ loop invariant fault: found.status != KQA_OK ==>
    @   \exists integer k; 0 <= k < i && !kqa_sound_past(history + k);
    @ loop assigns i, found;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count && !found.status; i++)
    found = past_award_fault(&history[i], (int32_t)i);
  return found;
}

bool kqa_has_standing_award(const struct kqa_past_award *history, size_t count)
{
  /*@ loop invariant none: 0 <= i <= count &&
    @   \forall integer k; 0 <= k < i ==> history[k].revoked != 0;
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    if (!history[i].revoked)
      return true;
  return false;
}

/* Art. 24 with 26 and 30: whether an earlier award counts for prizes. */
/*@ requires edition: \valid_read(edition) && \valid_read(past);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures counts: \result <==> kqa_counts(edition, past);
  @*/
static bool counts(const struct kqa_edition *edition, const struct kqa_past_award *past)
{
  return !past->revoked || edition->prize_revoked_history == KQA_PRIZE_REVOKED_HISTORY_COUNTS;
}

/*@ requires edition: \valid_read(edition);
  @ requires history: \valid_read(history + (0 .. count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art24_won: \result <==> kqa_won_before(edition, award, history, count);
  @*/
static bool was_won_before(const struct kqa_edition *edition, int32_t award,
                           const struct kqa_past_award *history, size_t count)
{
  /*@ loop invariant none: 0 <= i <= count && !kqa_won_before(edition, award, history, i);
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    if (history[i].award == award && counts(edition, &history[i]))
      return true;
  return false;
}

/* What the cap leaves: 10^6 entries of at most 10^12 yuan cannot overflow the sum. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires history: \valid_read(history + (0 .. count - 1)) &&
  @   kqa_sound_history(history, count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art24_left: \result == \max(0, edition->prize_cap - kqa_paid(edition, history, count));
  @*/
static int64_t payable(const struct kqa_edition *edition, const struct kqa_past_award *history,
                       size_t count)
{
  int64_t paid = 0;

  /*@ loop invariant paid: 0 <= i <= count && paid == kqa_paid(edition, history, i);
    @ loop invariant bounds: 0 <= paid <= i * 1000000000000;
    @ loop assigns i, paid;
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++)
    if (counts(edition, &history[i]))
      paid += history[i].paid;
  return paid < edition->prize_cap ? edition->prize_cap - paid : 0;
}

/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures full: \result == kqa_full_prize(edition, award);
  @*/
static int64_t full_prize(const struct kqa_edition *edition, int32_t award)
{
  return award == KQA_AWARD_QUALITY ? edition->prize_quality : edition->prize_nomination;
}

struct kqa_prize kqa_prize_of(const struct kqa_edition *edition, int32_t award,
                              const struct kqa_past_award *history, size_t count)
{
  bool repeated = was_won_before(edition, award, history, count);
  int64_t full = full_prize(edition, award);
  int64_t left = payable(edition, history, count);
  struct kqa_prize prize = {.count = 2};

  if (!repeated)
    prize.amount = full < left ? full : left;
  prize.findings[0] =
    fact_finding(KQA_PROVISION_PRIZE_NOT_REPEATED, repeated ? KQA_FALSE : KQA_TRUE);
  prize.findings[1] = value_finding(
    KQA_PROVISION_PRIZE_UNDER_CAP, repeated ? KQA_VERDICT_NOT_APPLICABLE : verdict_of(full <= left),
    KQA_UNIT_YUAN, KQA_RELATION_AT_LEAST, whole(left), whole(full));
  return prize;
}

struct kqa_prize kqa_prize_decide(const struct kqa_edition *edition, int32_t award,
                                  const struct kqa_past_award *history, size_t count)
{
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_prize){.fault = kqa_edition_check(edition)};
  if (!is_award(award))
    return (struct kqa_prize){.fault = fault(KQA_E_VALUE, KQA_FIELD_AWARD)};
  found = kqa_history_fault(history, count);
  if (found.status)
    return (struct kqa_prize){.fault = found};
  return kqa_prize_of(edition, award, history, count);
}

struct kqa_number kqa_prize_payable(const struct kqa_edition *edition,
                                    const struct kqa_past_award *history, size_t count)
{
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_number){.fault = kqa_edition_check(edition)};
  found = kqa_history_fault(history, count);
  if (found.status)
    return (struct kqa_number){.fault = found};
  return (struct kqa_number){.value = payable(edition, history, count)};
}

struct kqa_number kqa_is_former_winner(const struct kqa_past_award *history, size_t count)
{
  struct kqa_fault found = kqa_history_fault(history, count);

  if (found.status)
    return (struct kqa_number){.fault = found};
  return (struct kqa_number){.value = kqa_has_standing_award(history, count)};
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 0 <= \result <= 1000000000000;
  @ ensures most: \result == \min(kqa_full_prize(edition, award), edition->prize_cap);
  @*/
static int64_t most_for_one(const struct kqa_edition *edition, int32_t award)
{
  int64_t full = full_prize(edition, award);

  return full < edition->prize_cap ? full : edition->prize_cap;
}

struct kqa_number kqa_outlay_bound(const struct kqa_edition *edition, int32_t off_quota_quality,
                                   int32_t off_quota_nomination)
{
  int64_t quality;
  int64_t nomination;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_number){.fault = kqa_edition_check(edition)};
  if (off_quota_quality < 0 || off_quota_quality > MAX_OFF_QUOTA || off_quota_nomination < 0 ||
      off_quota_nomination > MAX_OFF_QUOTA)
    return (struct kqa_number){.fault = fault(KQA_E_RANGE, KQA_FIELD_OFF_QUOTA)};
  quality = (int64_t)edition->quota_quality + off_quota_quality;
  nomination = (int64_t)edition->quota_nomination + off_quota_nomination;
  return (struct kqa_number){.value = quality * most_for_one(edition, KQA_AWARD_QUALITY) +
                                      nomination * most_for_one(edition, KQA_AWARD_NOMINATION)};
}
