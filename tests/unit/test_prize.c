/* The money of Art. 24, against a direct reading of the article over every short history. */
#include <stdlib.h>

#include "support_decision.h"

#include "kqaward/prize.h"

enum { KINDS = 2, SUMS = 4, ENTRIES = KINDS * SUMS * 2 };

static const int64_t sums[SUMS] = {0, 60000, 100000, 200000};

static struct kqa_past_award entry_at(size_t code)
{
  struct kqa_past_award entry = {0};
  entry.award = code % KINDS == 0 ? KQA_AWARD_QUALITY : KQA_AWARD_NOMINATION;
  entry.paid = sums[code / KINDS % SUMS];
  entry.revoked = (int32_t)(code / KINDS / SUMS);
  entry.year = 2021;
  return entry;
}

static struct kqa_past_award past(int32_t award, int64_t paid, int32_t revoked)
{
  return (struct kqa_past_award){award, 2023, paid, revoked, 0};
}

static bool counts(const struct kqa_edition *edition, const struct kqa_past_award *entry)
{
  return entry->revoked == 0 || edition->prize_revoked_history == KQA_PRIZE_REVOKED_HISTORY_COUNTS;
}

static int64_t left_under_cap(const struct kqa_edition *edition,
                              const struct kqa_past_award *history, size_t count)
{
  int64_t left = edition->prize_cap;
  for (size_t i = 0; i < count; i++)
    left -= counts(edition, &history[i]) ? history[i].paid : 0;
  return left > 0 ? left : 0;
}

static bool won_before(const struct kqa_edition *edition, int32_t award,
                       const struct kqa_past_award *history, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (counts(edition, &history[i]) && history[i].award == award)
      return true;
  return false;
}

static void check_history(const struct kqa_edition *edition, int32_t award,
                          const struct kqa_past_award *history, size_t count)
{
  const int64_t full =
    award == KQA_AWARD_QUALITY ? edition->prize_quality : edition->prize_nomination;
  const int64_t left = left_under_cap(edition, history, count);
  const bool repeated = won_before(edition, award, history, count);
  const int64_t want = repeated ? 0 : full < left ? full : left;
  struct kqa_prize prize = kqa_prize_decide(edition, award, history, count);
  assert_no_fault(prize.fault);
  assert_int_equal(prize.amount, want);
  assert_int_equal(prize.count, 2);
  assert_finding(&prize.findings[0], KQA_PROVISION_PRIZE_NOT_REPEATED,
                 repeated ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET);
  assert_int_equal(prize.findings[1].provision, KQA_PROVISION_PRIZE_UNDER_CAP);
  assert_finding_sound(&prize.findings[1]);
  if (!repeated)
    assert_int_equal(prize.findings[1].verdict,
                     full <= left ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  struct kqa_number payable = kqa_prize_payable(edition, history, count);
  assert_no_fault(payable.fault);
  assert_int_equal(payable.value, left);
}

static bool holds_award(const struct kqa_past_award *history, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (history[i].revoked == 0)
      return true;
  return false;
}

static void check_every_history(const struct kqa_edition *edition, size_t count)
{
  size_t histories = 1;
  for (size_t i = 0; i < count; i++)
    histories *= ENTRIES;
  for (size_t code = 0; code < histories; code++) {
    struct kqa_past_award history[3];
    size_t rest = code;
    for (size_t i = 0; i < count; i++, rest /= ENTRIES)
      history[i] = entry_at(rest % ENTRIES);
    check_history(edition, KQA_AWARD_QUALITY, history, count);
    check_history(edition, KQA_AWARD_NOMINATION, history, count);
    struct kqa_number former = kqa_is_former_winner(history, count);
    assert_no_fault(former.fault);
    assert_int_equal(former.value, holds_award(history, count));
  }
}

static void every_history_of_up_to_three_awards(void **state)
{
  (void)state;
  static const int64_t caps[] = {0, 150000, 200000, INT64_C(1000000000000)};
  struct kqa_edition edition = edition_2020();
  for (size_t cap = 0; cap < COUNT_OF(caps); cap++) {
    edition.prize_cap = caps[cap];
    for (int32_t reading = 0; reading <= 1; reading++) {
      edition.prize_revoked_history = reading;
      for (size_t count = 0; count <= 3; count++)
        check_every_history(&edition, count);
    }
  }
}

static void first_award_is_paid_in_full(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  assert_int_equal(kqa_prize_decide(&edition, KQA_AWARD_QUALITY, NULL, 0).amount, 200000);
  assert_int_equal(kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, NULL, 0).amount, 100000);
  assert_int_equal(kqa_prize_payable(&edition, NULL, 0).value, 200000);
}

static void quality_award_after_a_nomination_is_topped_up_to_the_cap(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award history = past(KQA_AWARD_NOMINATION, 100000, 0);
  struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_QUALITY, &history, 1);
  assert_int_equal(prize.amount, 100000);
  assert_finding(&prize.findings[0], KQA_PROVISION_PRIZE_NOT_REPEATED, KQA_VERDICT_MET);
  assert_finding(&prize.findings[1], KQA_PROVISION_PRIZE_UNDER_CAP, KQA_VERDICT_NOT_MET);
}

static void nomination_after_the_quality_award_finds_the_cap_used_up(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award history = past(KQA_AWARD_QUALITY, 200000, 0);
  assert_int_equal(kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, &history, 1).amount, 0);
  history.paid = 100001;
  assert_int_equal(kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, &history, 1).amount, 99999);
  history.paid = 100000;
  struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, &history, 1);
  assert_int_equal(prize.amount, 100000);
  assert_finding(&prize.findings[1], KQA_PROVISION_PRIZE_UNDER_CAP, KQA_VERDICT_MET);
}

static void same_award_is_not_paid_again_even_when_nothing_was_paid(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award history = past(KQA_AWARD_NOMINATION, 0, 0);
  struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, &history, 1);
  assert_int_equal(prize.amount, 0);
  assert_finding(&prize.findings[0], KQA_PROVISION_PRIZE_NOT_REPEATED, KQA_VERDICT_NOT_MET);
  assert_int_equal(kqa_prize_payable(&edition, &history, 1).value, 200000);
}

static void revoked_award_counts_unless_the_reading_ignores_it(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award history = past(KQA_AWARD_NOMINATION, 100000, 1);
  assert_int_equal(kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, &history, 1).amount, 0);
  assert_int_equal(kqa_prize_payable(&edition, &history, 1).value, 100000);
  edition.prize_revoked_history = KQA_PRIZE_REVOKED_HISTORY_IGNORED;
  assert_int_equal(kqa_prize_decide(&edition, KQA_AWARD_NOMINATION, &history, 1).amount, 100000);
  assert_int_equal(kqa_prize_payable(&edition, &history, 1).value, 200000);
}

static void former_winner_holds_an_award_that_is_not_revoked(void **state)
{
  (void)state;
  struct kqa_past_award history[] = {past(KQA_AWARD_QUALITY, 0, 1),
                                     past(KQA_AWARD_NOMINATION, 0, 0)};
  assert_int_equal(kqa_is_former_winner(NULL, 0).value, 0);
  assert_int_equal(kqa_is_former_winner(history, 1).value, 0);
  assert_int_equal(kqa_is_former_winner(history, 2).value, 1);
}

static void history_reaches_from_the_first_year_to_the_last(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award history[] = {{KQA_AWARD_NOMINATION, 1, 60000, 0, 0},
                                     {KQA_AWARD_NOMINATION, 9999, 60000, 0, 0}};
  struct kqa_number payable = kqa_prize_payable(&edition, history, 2);
  assert_no_fault(payable.fault);
  assert_int_equal(payable.value, 80000);
}

static void greatest_sums_do_not_overflow(void **state)
{
  (void)state;
  const size_t count = KQA_MAX_ORGANIZATIONS;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award *history = calloc(count, sizeof *history);
  assert_non_null(history);
  for (size_t i = 0; i < count; i++)
    history[i] = past(KQA_AWARD_NOMINATION, KQA_MAX_YUAN, 0);
  struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_QUALITY, history, count);
  assert_no_fault(prize.fault);
  assert_int_equal(prize.amount, 0);
  assert_int_equal(kqa_prize_payable(&edition, history, count).value, 0);
  assert_int_equal(kqa_is_former_winner(history, count).value, 1);
  free(history);
}

static void outlay_is_bounded_by_quotas_and_awards_off_them(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  assert_int_equal(kqa_outlay_bound(&edition, 0, 0).value, 1600000);
  assert_int_equal(kqa_outlay_bound(&edition, 1, 0).value, 1800000);
  assert_int_equal(kqa_outlay_bound(&edition, 0, 1).value, 1700000);
  edition.prize_cap = 80000;
  assert_int_equal(kqa_outlay_bound(&edition, 2, 5).value, 20 * INT64_C(80000));
  edition.prize_cap = 150000;
  assert_int_equal(kqa_outlay_bound(&edition, 0, 0).value, 3 * 150000 + 10 * 100000);
}

static void greatest_outlay_does_not_overflow(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.quota_quality = 10000;
  edition.quota_nomination = 10000;
  edition.prize_quality = KQA_MAX_YUAN;
  edition.prize_nomination = KQA_MAX_YUAN;
  edition.prize_cap = KQA_MAX_YUAN;
  struct kqa_number bound = kqa_outlay_bound(&edition, 100000, 100000);
  assert_no_fault(bound.fault);
  assert_int_equal(bound.value, 220000 * KQA_MAX_YUAN);
}

static void impossible_awards_off_the_quota_are_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t numbers[] = {-1, 100001, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    assert_number_fault(kqa_outlay_bound(&edition, numbers[i], 0), KQA_E_RANGE,
                        KQA_FIELD_OFF_QUOTA);
    assert_number_fault(kqa_outlay_bound(&edition, 0, numbers[i]), KQA_E_RANGE,
                        KQA_FIELD_OFF_QUOTA);
  }
}

static void assert_prize_fault(const struct kqa_prize *prize, int32_t status, int32_t field,
                               int32_t place)
{
  assert_fault_at(prize->fault, status, field, place, 0, 0);
  assert_int_equal(prize->count, 0);
  assert_int_equal(prize->amount, 0);
  assert_true(is_all_zero(prize->findings, sizeof prize->findings));
}

static void impossible_award_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t awards[] = {KQA_AWARD_NONE, 3, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(awards); i++) {
    struct kqa_prize prize = kqa_prize_decide(&edition, awards[i], NULL, 0);
    assert_prize_fault(&prize, KQA_E_VALUE, KQA_FIELD_AWARD, 0);
  }
}

struct history_fault {
  struct kqa_past_award entry;
  int32_t status;
  int32_t field;
};

static const struct history_fault history_faults[] = {
  {{0, 2023, 0, 0, 0}, KQA_E_VALUE, KQA_FIELD_HISTORY_AWARD},
  {{3, 2023, 0, 0, 0}, KQA_E_VALUE, KQA_FIELD_HISTORY_AWARD},
  {{INT32_MIN, 2023, 0, 0, 0}, KQA_E_VALUE, KQA_FIELD_HISTORY_AWARD},
  {{1, 0, 0, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_YEAR},
  {{1, 10000, 0, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_YEAR},
  {{1, INT32_MIN, 0, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_YEAR},
  {{1, 2023, -1, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_PAID},
  {{1, 2023, KQA_MAX_YUAN + 1, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_PAID},
  {{1, 2023, INT64_MIN, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_PAID},
  {{1, 2023, INT64_MAX, 0, 0}, KQA_E_RANGE, KQA_FIELD_HISTORY_PAID},
  {{1, 2023, 0, 2, 0}, KQA_E_VALUE, KQA_FIELD_HISTORY_REVOKED},
  {{1, 2023, 0, -1, 0}, KQA_E_VALUE, KQA_FIELD_HISTORY_REVOKED},
  {{1, 2023, 0, INT32_MIN, 0}, KQA_E_VALUE, KQA_FIELD_HISTORY_REVOKED},
};

static void impossible_history_is_a_fault_with_its_place(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(history_faults); i++) {
    const struct history_fault *row = &history_faults[i];
    struct kqa_past_award history[] = {past(KQA_AWARD_QUALITY, 0, 0), past(KQA_AWARD_QUALITY, 0, 1),
                                       row->entry, past(KQA_AWARD_QUALITY, 0, 0)};
    struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_QUALITY, history, 4);
    struct kqa_number payable = kqa_prize_payable(&edition, history, 4);
    struct kqa_number former = kqa_is_former_winner(history, 4);
    assert_prize_fault(&prize, row->status, row->field, 2);
    assert_fault_at(payable.fault, row->status, row->field, 2, 0, 0);
    assert_fault_at(former.fault, row->status, row->field, 2, 0, 0);
    assert_int_equal(payable.value, 0);
    assert_int_equal(former.value, 0);
  }
}

static void history_beyond_its_bound_is_a_fault(void **state)
{
  (void)state;
  const size_t count = KQA_MAX_ORGANIZATIONS + 1;
  struct kqa_edition edition = edition_2020();
  struct kqa_past_award *history = calloc(count, sizeof *history);
  assert_non_null(history);
  struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_QUALITY, history, count);
  assert_prize_fault(&prize, KQA_E_TOO_MANY, KQA_FIELD_HISTORY_AWARD, 0);
  assert_number_fault(kqa_prize_payable(&edition, history, count), KQA_E_TOO_MANY,
                      KQA_FIELD_HISTORY_AWARD);
  assert_number_fault(kqa_is_former_winner(history, count), KQA_E_TOO_MANY,
                      KQA_FIELD_HISTORY_AWARD);
  free(history);
}

static void edition_in_disorder_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  struct kqa_prize prize = kqa_prize_decide(&edition, KQA_AWARD_QUALITY, NULL, 0);
  assert_prize_fault(&prize, KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE, 0);
  assert_number_fault(kqa_prize_payable(&edition, NULL, 0), KQA_E_RANGE,
                      KQA_FIELD_VOTE_QUORUM_SHARE);
  assert_number_fault(kqa_outlay_bound(&edition, 0, 0), KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_history_of_up_to_three_awards),
    cmocka_unit_test(first_award_is_paid_in_full),
    cmocka_unit_test(quality_award_after_a_nomination_is_topped_up_to_the_cap),
    cmocka_unit_test(nomination_after_the_quality_award_finds_the_cap_used_up),
    cmocka_unit_test(same_award_is_not_paid_again_even_when_nothing_was_paid),
    cmocka_unit_test(revoked_award_counts_unless_the_reading_ignores_it),
    cmocka_unit_test(former_winner_holds_an_award_that_is_not_revoked),
    cmocka_unit_test(history_reaches_from_the_first_year_to_the_last),
    cmocka_unit_test(greatest_sums_do_not_overflow),
    cmocka_unit_test(outlay_is_bounded_by_quotas_and_awards_off_them),
    cmocka_unit_test(greatest_outlay_does_not_overflow),
    cmocka_unit_test(impossible_awards_off_the_quota_are_a_fault),
    cmocka_unit_test(impossible_award_is_a_fault),
    cmocka_unit_test(impossible_history_is_a_fault_with_its_place),
    cmocka_unit_test(history_beyond_its_bound_is_a_fault),
    cmocka_unit_test(edition_in_disorder_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
