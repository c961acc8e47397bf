/* The deliberation and vote of Art. 19, against a direct count of the shares. */
#include "support_decision.h"

#include "kqaward/ballot.h"

struct share {
  int64_t num;
  int64_t den;
};

static const struct share shares[] = {{1, 2}, {2, 3}, {3, 5}, {1, 1000}, {999, 1000}, {1, 1}};

static bool reaches(int64_t part, int64_t whole, struct share share, bool strict)
{
  int64_t have = part * share.den;
  int64_t need = whole * share.num;
  return strict ? have > need : have >= need;
}

static struct kqa_edition edition_with(struct share quorum, struct share approval,
                                       int32_t strict_quorum, int32_t strict_approval)
{
  struct kqa_edition edition = edition_2020();
  edition.vote_quorum_share = (struct kqa_ratio){quorum.num, quorum.den};
  edition.vote_approval_share = (struct kqa_ratio){approval.num, approval.den};
  edition.vote_quorum = strict_quorum;
  edition.vote_approval = strict_approval;
  return edition;
}

static struct kqa_ballot ballot_of(int32_t members, int32_t present, int32_t yes)
{
  return (struct kqa_ballot){members, KQA_CONVENER_CHAIR, present, yes};
}

static void meeting_is_convened_by_the_chair_or_a_delegated_vice_chair(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t convener = KQA_CONVENER_CHAIR; convener <= KQA_CONVENER_OTHER; convener++) {
    struct kqa_ballot ballot = {18, convener, 18, 18};
    struct kqa_decision validity = kqa_vote_validity(&edition, 18, convener, 18);
    struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
    int32_t want = convener == KQA_CONVENER_OTHER ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET;
    assert_decision(&validity, want, 2);
    assert_decision(&decision, want, 3);
    assert_finding(&validity.findings[0], KQA_PROVISION_VOTE_CONVENER, want);
    assert_finding(&validity.findings[1], KQA_PROVISION_VOTE_QUORUM, KQA_VERDICT_MET);
    assert_finding(&decision.findings[0], KQA_PROVISION_VOTE_CONVENER, want);
    assert_finding(&decision.findings[2], KQA_PROVISION_VOTE_APPROVAL, KQA_VERDICT_MET);
  }
}

static void vote_is_valid_with_exactly_two_thirds_of_the_members(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_decision eleven = kqa_vote_validity(&edition, 18, KQA_CONVENER_CHAIR, 11);
  struct kqa_decision twelve = kqa_vote_validity(&edition, 18, KQA_CONVENER_CHAIR, 12);
  assert_decision(&eleven, KQA_VERDICT_NOT_MET, 2);
  assert_decision(&twelve, KQA_VERDICT_MET, 2);
  assert_finding(&eleven.findings[1], KQA_PROVISION_VOTE_QUORUM, KQA_VERDICT_NOT_MET);
  assert_finding(&twelve.findings[1], KQA_PROVISION_VOTE_QUORUM, KQA_VERDICT_MET);
  edition.vote_quorum = KQA_VOTE_QUORUM_STRICT;
  twelve = kqa_vote_validity(&edition, 18, KQA_CONVENER_CHAIR, 12);
  assert_decision(&twelve, KQA_VERDICT_NOT_MET, 2);
  struct kqa_decision thirteen = kqa_vote_validity(&edition, 18, KQA_CONVENER_CHAIR, 13);
  assert_decision(&thirteen, KQA_VERDICT_MET, 2);
}

static void winner_needs_half_of_those_present_not_of_the_members(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_ballot six = ballot_of(18, 14, 6);
  struct kqa_ballot seven = ballot_of(18, 14, 7);
  struct kqa_decision below = kqa_ballot_decide(&edition, &six);
  struct kqa_decision exact = kqa_ballot_decide(&edition, &seven);
  assert_decision(&below, KQA_VERDICT_NOT_MET, 3);
  assert_finding(&below.findings[2], KQA_PROVISION_VOTE_APPROVAL, KQA_VERDICT_NOT_MET);
  assert_decision(&exact, KQA_VERDICT_MET, 3);
  assert_finding(&exact.findings[2], KQA_PROVISION_VOTE_APPROVAL, KQA_VERDICT_MET);
  edition.vote_approval = KQA_VOTE_APPROVAL_STRICT;
  exact = kqa_ballot_decide(&edition, &seven);
  assert_decision(&exact, KQA_VERDICT_NOT_MET, 3);
}

static void void_vote_elects_nobody_however_many_votes(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_ballot ballot = ballot_of(18, 11, 11);
  struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
  assert_decision(&decision, KQA_VERDICT_NOT_MET, 3);
  assert_finding(&decision.findings[1], KQA_PROVISION_VOTE_QUORUM, KQA_VERDICT_NOT_MET);
  assert_finding(&decision.findings[2], KQA_PROVISION_VOTE_APPROVAL, KQA_VERDICT_MET);
}

static void finding_shows_votes_and_members(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_ballot ballot = ballot_of(18, 14, 8);
  struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
  assert_int_equal(decision.findings[1].unit, KQA_UNIT_MEMBERS);
  assert_ratio(decision.findings[1].observed, 14, 1);
  assert_int_equal(decision.findings[2].unit, KQA_UNIT_VOTES);
  assert_ratio(decision.findings[2].observed, 8, 1);
}

static void check_ballots_of(const struct kqa_edition *edition, struct share quorum,
                             struct share approval, int32_t members)
{
  for (int32_t present = 1; present <= members; present++) {
    bool valid = reaches(present, members, quorum, edition->vote_quorum == KQA_VOTE_QUORUM_STRICT);
    for (int32_t yes = 0; yes <= present; yes++) {
      struct kqa_ballot ballot = ballot_of(members, present, yes);
      struct kqa_decision decision = kqa_ballot_decide(edition, &ballot);
      bool enough =
        reaches(yes, present, approval, edition->vote_approval == KQA_VOTE_APPROVAL_STRICT);
      assert_decision(&decision, valid && enough ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET, 3);
      assert_finding(&decision.findings[1], KQA_PROVISION_VOTE_QUORUM,
                     valid ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
      assert_finding(&decision.findings[2], KQA_PROVISION_VOTE_APPROVAL,
                     enough ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
    }
  }
}

static void every_ballot_of_a_committee_up_to_forty(void **state)
{
  (void)state;
  for (size_t at = 0; at < COUNT_OF(shares); at++) {
    struct share quorum = shares[(at + 1) % COUNT_OF(shares)];
    for (int32_t reading = 0; reading < 4; reading++) {
      struct kqa_edition edition = edition_with(quorum, shares[at], reading & 1, reading >> 1);
      for (int32_t members = 1; members <= 40; members++)
        check_ballots_of(&edition, quorum, shares[at], members);
    }
  }
}

/* The least part of a whole that reaches a share, by trying one after the other. */
static int64_t least_by_trying(int64_t whole, struct share share, bool strict)
{
  for (int64_t part = 0; part <= whole; part++)
    if (reaches(part, whole, share, strict))
      return part;
  return -1;
}

static void check_least_present(const struct kqa_edition *edition, int32_t members)
{
  struct kqa_number least = kqa_least_present(edition, members);
  assert_int_equal(least.fault.status, KQA_OK);
  int32_t bound = least.value < 0 ? members + 1 : (int32_t)least.value;
  assert_true(bound >= 1);
  if (bound <= members) {
    struct kqa_decision at = kqa_vote_validity(edition, members, KQA_CONVENER_CHAIR, bound);
    assert_int_equal(at.verdict, KQA_VERDICT_MET);
  }
  if (bound > 1) {
    struct kqa_decision below = kqa_vote_validity(edition, members, KQA_CONVENER_CHAIR, bound - 1);
    assert_int_equal(below.verdict, KQA_VERDICT_NOT_MET);
  }
}

static void check_least_yes(const struct kqa_edition *edition, int32_t present)
{
  struct kqa_number least = kqa_least_yes(edition, present);
  assert_int_equal(least.fault.status, KQA_OK);
  int32_t bound = least.value < 0 ? present + 1 : (int32_t)least.value;
  struct kqa_ballot ballot = ballot_of(present, present, bound);
  struct kqa_edition lenient = *edition;
  lenient.vote_quorum = KQA_VOTE_QUORUM_INCLUSIVE;
  if (bound <= present) {
    struct kqa_decision at = kqa_ballot_decide(&lenient, &ballot);
    assert_int_equal(at.verdict, KQA_VERDICT_MET);
  }
  ballot.yes = bound - 1;
  if (bound > 0) {
    struct kqa_decision below = kqa_ballot_decide(&lenient, &ballot);
    assert_int_equal(below.verdict, KQA_VERDICT_NOT_MET);
  }
}

static void least_numbers_agree_with_the_vote_on_both_sides(void **state)
{
  (void)state;
  for (size_t at = 0; at < COUNT_OF(shares); at++) {
    for (int32_t strict = 0; strict <= 1; strict++) {
      struct kqa_edition edition = edition_with(shares[at], shares[at], strict, strict);
      for (int32_t whole = 1; whole <= 300; whole++) {
        int64_t want = least_by_trying(whole, shares[at], strict);
        assert_int_equal(kqa_least_present(&edition, whole).value, want);
        assert_int_equal(kqa_least_yes(&edition, whole).value, want);
        check_least_present(&edition, whole);
        check_least_yes(&edition, whole);
      }
      check_least_present(&edition, KQA_MAX_MEMBERS);
      check_least_yes(&edition, KQA_MAX_MEMBERS);
    }
  }
}

static void more_than_the_whole_is_out_of_reach(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_with((struct share){1, 1}, (struct share){1, 1}, 1, 1);
  assert_int_equal(kqa_least_present(&edition, 18).value, -1);
  assert_int_equal(kqa_least_yes(&edition, 18).value, -1);
  edition = edition_with((struct share){1, 1}, (struct share){1, 1}, 0, 0);
  assert_int_equal(kqa_least_present(&edition, 18).value, 18);
  assert_int_equal(kqa_least_yes(&edition, 18).value, 18);
}

static void share_need_not_be_in_lowest_terms(void **state)
{
  (void)state;
  struct share half = {500, 1000};
  struct kqa_edition edition = edition_with(half, half, 0, 0);
  assert_int_equal(kqa_least_present(&edition, 17).value, 9);
  assert_int_equal(kqa_least_yes(&edition, 16).value, 8);
  edition.vote_approval = KQA_VOTE_APPROVAL_STRICT;
  assert_int_equal(kqa_least_yes(&edition, 16).value, 9);
}

struct validity_fault {
  int32_t members;
  int32_t convened_by;
  int32_t present;
  int32_t status;
  int32_t field;
};

static const struct validity_fault validity_faults[] = {
  {0, 1, 1, KQA_E_RANGE, KQA_FIELD_MEMBERS},
  {-1, 1, 1, KQA_E_RANGE, KQA_FIELD_MEMBERS},
  {INT32_MIN, 1, 1, KQA_E_RANGE, KQA_FIELD_MEMBERS},
  {INT32_MAX, 1, 1, KQA_E_RANGE, KQA_FIELD_MEMBERS},
  {KQA_MAX_MEMBERS + 1, 1, 1, KQA_E_RANGE, KQA_FIELD_MEMBERS},
  {18, 0, 12, KQA_E_VALUE, KQA_FIELD_CONVENED_BY},
  {18, 4, 12, KQA_E_VALUE, KQA_FIELD_CONVENED_BY},
  {18, INT32_MIN, 12, KQA_E_VALUE, KQA_FIELD_CONVENED_BY},
  {18, 1, 0, KQA_E_RANGE, KQA_FIELD_PRESENT},
  {18, 1, INT32_MIN, KQA_E_RANGE, KQA_FIELD_PRESENT},
  {18, 1, 19, KQA_E_ABOVE_MEMBERS, KQA_FIELD_PRESENT},
};

static void impossible_meeting_is_a_fault_not_a_verdict(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t at = 0; at < COUNT_OF(validity_faults); at++) {
    const struct validity_fault *row = &validity_faults[at];
    struct kqa_ballot ballot = {row->members, row->convened_by, row->present, 1};
    struct kqa_decision validity =
      kqa_vote_validity(&edition, row->members, row->convened_by, row->present);
    struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
    assert_decision_fault(validity, row->status, row->field);
    assert_decision_fault(decision, row->status, row->field);
  }
}

static void largest_committee_is_decided(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_ballot ballot = ballot_of(KQA_MAX_MEMBERS, KQA_MAX_MEMBERS, KQA_MAX_MEMBERS / 2);
  struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
  assert_decision(&decision, KQA_VERDICT_MET, 3);
  ballot.yes--;
  decision = kqa_ballot_decide(&edition, &ballot);
  assert_decision(&decision, KQA_VERDICT_NOT_MET, 3);
}

static void impossible_votes_are_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t votes[] = {-1, INT32_MIN, 13, INT32_MAX};
  for (size_t at = 0; at < 4; at++) {
    struct kqa_ballot ballot = ballot_of(18, 12, votes[at]);
    struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
    assert_decision_fault(decision, votes[at] < 0 ? KQA_E_RANGE : KQA_E_ABOVE_PRESENT,
                          KQA_FIELD_YES);
  }
}

static void least_numbers_refuse_impossible_wholes(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t wholes[] = {0, -1, INT32_MIN, KQA_MAX_MEMBERS + 1, INT32_MAX};
  for (size_t at = 0; at < 5; at++) {
    assert_number_fault(kqa_least_present(&edition, wholes[at]), KQA_E_RANGE, KQA_FIELD_MEMBERS);
    assert_number_fault(kqa_least_yes(&edition, wholes[at]), KQA_E_RANGE, KQA_FIELD_PRESENT);
  }
}

static void reading_that_does_not_exist_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.vote_approval = KQA_VOTE_APPROVAL_STRICT + 1;
  assert_decision_fault(kqa_vote_validity(&edition, 18, KQA_CONVENER_CHAIR, 12), KQA_E_VALUE,
                        KQA_FIELD_VOTE_APPROVAL);
  assert_fault(kqa_least_yes(&edition, 18).fault, KQA_E_VALUE, KQA_FIELD_VOTE_APPROVAL);
}

static void edition_in_disorder_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  struct kqa_ballot ballot = ballot_of(18, 12, 6);
  const int32_t field = KQA_FIELD_VOTE_QUORUM_SHARE;
  assert_decision_fault(kqa_vote_validity(&edition, 18, KQA_CONVENER_CHAIR, 12), KQA_E_RANGE,
                        field);
  assert_decision_fault(kqa_ballot_decide(&edition, &ballot), KQA_E_RANGE, field);
  assert_number_fault(kqa_least_present(&edition, 18), KQA_E_RANGE, field);
  assert_number_fault(kqa_least_yes(&edition, 18), KQA_E_RANGE, field);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(meeting_is_convened_by_the_chair_or_a_delegated_vice_chair),
    cmocka_unit_test(vote_is_valid_with_exactly_two_thirds_of_the_members),
    cmocka_unit_test(winner_needs_half_of_those_present_not_of_the_members),
    cmocka_unit_test(void_vote_elects_nobody_however_many_votes),
    cmocka_unit_test(finding_shows_votes_and_members),
    cmocka_unit_test(every_ballot_of_a_committee_up_to_forty),
    cmocka_unit_test(least_numbers_agree_with_the_vote_on_both_sides),
    cmocka_unit_test(more_than_the_whole_is_out_of_reach),
    cmocka_unit_test(share_need_not_be_in_lowest_terms),
    cmocka_unit_test(impossible_meeting_is_a_fault_not_a_verdict),
    cmocka_unit_test(largest_committee_is_decided),
    cmocka_unit_test(impossible_votes_are_a_fault),
    cmocka_unit_test(least_numbers_refuse_impossible_wholes),
    cmocka_unit_test(reading_that_does_not_exist_is_refused),
    cmocka_unit_test(edition_in_disorder_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
