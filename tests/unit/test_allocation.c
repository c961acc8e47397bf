/* Seats in order of votes (Art. 3, 19, 22), against a plain model that sorts those who pass. */
#include <stdlib.h>

#include "support_decision.h"

#include "kqaward/allocation.h"

enum { SMALL = 5, LARGE = 60 };

/* The model: what a vote gives each of at most LARGE candidates. */
struct model {
  int32_t places[LARGE];
  int32_t taken;
  int32_t off_quota;
  int32_t tied;
};

static bool passes(const struct kqa_edition *edition, int32_t present, int32_t yes)
{
  const struct kqa_ratio share = edition->vote_approval_share;
  const int64_t have = yes * share.den;
  const int64_t need = present * share.num;
  return edition->vote_approval == KQA_VOTE_APPROVAL_STRICT ? have > need : have >= need;
}

static bool comes_before(const struct kqa_candidate *a, const struct kqa_candidate *b)
{
  return a->yes != b->yes ? a->yes > b->yes : a->runoff > b->runoff;
}

static bool is_equal(const struct kqa_candidate *a, const struct kqa_candidate *b)
{
  return a->yes == b->yes && a->runoff == b->runoff;
}

static void sort_by_votes(const struct kqa_candidate *candidates, size_t *order, size_t count)
{
  for (size_t i = 1; i < count; i++)
    for (size_t j = i; j > 0 && comes_before(&candidates[order[j]], &candidates[order[j - 1]]);
         j--) {
      const size_t moved = order[j];
      order[j] = order[j - 1];
      order[j - 1] = moved;
    }
}

/* Fills the seats group by group; the second ballot only matters inside a group that is too large.
 */
static void fill_seats(struct model *model, const struct kqa_candidate *candidates,
                       const size_t *order, size_t count, int32_t quota)
{
  int32_t left = quota;
  for (size_t first = 0, end = 0; first < count; first = end) {
    while (end < count && candidates[order[end]].yes == candidates[order[first]].yes)
      end++;
    const bool whole = (int32_t)(end - first) <= left;
    for (size_t from = first, to = first; from < end; from = to) {
      while (to < end && (whole || is_equal(&candidates[order[to]], &candidates[order[from]])))
        to++;
      const int32_t size = (int32_t)(to - from);
      const int32_t place = left == 0      ? KQA_PLACE_NO_SEAT
                            : size <= left ? KQA_PLACE_SEATED
                                           : KQA_PLACE_TIED;
      for (size_t i = from; i < to; i++)
        model->places[order[i]] = place;
      model->taken += place == KQA_PLACE_SEATED ? size : 0;
      model->tied += place == KQA_PLACE_TIED ? size : 0;
      left = place == KQA_PLACE_SEATED ? left - size : 0;
    }
  }
}

static struct model model_of(const struct kqa_edition *edition, int32_t award, int32_t present,
                             const struct kqa_candidate *candidates, size_t count)
{
  const bool exempt = award == KQA_AWARD_QUALITY ||
                      edition->prior_winner_exempt == KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
  struct model model = {0};
  size_t order[LARGE];
  size_t passing = 0;
  for (size_t i = 0; i < count; i++) {
    if (candidates[i].stands == 0)
      continue;
    model.places[i] = KQA_PLACE_NOT_PASSED;
    if (!passes(edition, present, candidates[i].yes))
      continue;
    if (exempt && candidates[i].former_winner) {
      model.places[i] = KQA_PLACE_OFF_QUOTA;
      model.off_quota++;
    } else {
      order[passing++] = i;
    }
  }
  sort_by_votes(candidates, order, passing);
  fill_seats(&model, candidates, order, passing,
             award == KQA_AWARD_QUALITY ? edition->quota_quality : edition->quota_nomination);
  return model;
}

static void check_allocation(const struct kqa_edition *edition, int32_t award, int32_t present,
                             struct kqa_candidate *candidates, size_t count)
{
  const struct model want = model_of(edition, award, present, candidates, count);
  const struct kqa_allocation got = kqa_allocate(edition, award, present, candidates, count);
  const int32_t quota =
    award == KQA_AWARD_QUALITY ? edition->quota_quality : edition->quota_nomination;
  assert_no_fault(got.fault);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(candidates[i].place, want.places[i]);
  assert_int_equal(got.seats.quota, quota);
  assert_int_equal(got.seats.taken, want.taken);
  assert_int_equal(got.seats.off_quota, want.off_quota);
  assert_int_equal(got.tied, want.tied);
  assert_true(got.seats.taken <= quota);
}

static struct kqa_candidate candidate(int32_t yes, int32_t runoff)
{
  return (struct kqa_candidate){1, 0, yes, runoff, 0};
}

/* The lowest `digits` digits of a code in a base. */
static int32_t digit(size_t code, size_t base, size_t place)
{
  for (size_t i = 0; i < place; i++)
    code /= base;
  return (int32_t)(code % base);
}

static size_t power(size_t base, size_t exponent)
{
  size_t result = 1;
  for (size_t i = 0; i < exponent; i++)
    result *= base;
  return result;
}

/* All votes of 0 to 3 with all patterns of former winners. */
static void check_all_votes(const struct kqa_edition *edition, int32_t award, size_t count)
{
  for (size_t votes = 0; votes < power(4, count); votes++) {
    for (size_t formers = 0; formers < power(2, count); formers++) {
      struct kqa_candidate candidates[SMALL];
      for (size_t i = 0; i < count; i++) {
        candidates[i] = candidate(digit(votes, 4, i), 0);
        candidates[i].former_winner = digit(formers, 2, i);
      }
      check_allocation(edition, award, 3, candidates, count);
    }
  }
}

static void every_vote_of_up_to_five_candidates(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t quota = 0; quota <= 3; quota++) {
    edition.quota_quality = quota;
    edition.quota_nomination = quota;
    for (size_t count = 0; count <= SMALL; count++) {
      check_all_votes(&edition, KQA_AWARD_QUALITY, count);
      edition.prior_winner_exempt =
        quota % 2 == 0 ? KQA_PRIOR_WINNER_EXEMPT_QUALITY_ONLY : KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
      if (count < SMALL)
        check_all_votes(&edition, KQA_AWARD_NOMINATION, count);
    }
  }
}

static void every_vote_where_one_in_three_suffices(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.vote_approval_share = ratio(1, 3);
  for (int32_t quota = 0; quota <= 3; quota++) {
    edition.quota_quality = quota;
    for (int32_t strict = 0; strict <= 1; strict++) {
      edition.vote_approval = strict;
      check_all_votes(&edition, KQA_AWARD_QUALITY, 4);
    }
  }
}

static void every_second_ballot_of_up_to_four_candidates(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t quota = 0; quota <= 3; quota++) {
    edition.quota_quality = quota;
    for (size_t count = 1; count <= 4; count++) {
      for (size_t votes = 0; votes < power(3, count); votes++) {
        for (size_t runoffs = 0; runoffs < power(3, count); runoffs++) {
          struct kqa_candidate candidates[SMALL];
          for (size_t i = 0; i < count; i++)
            candidates[i] = candidate(1 + digit(votes, 3, i), digit(runoffs, 3, i));
          check_allocation(&edition, KQA_AWARD_QUALITY, 3, candidates, count);
        }
      }
    }
  }
}

static void every_pattern_of_those_who_stand(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.quota_nomination = 2;
  for (size_t stands = 0; stands < power(2, 4); stands++) {
    for (size_t votes = 0; votes < power(4, 4); votes++) {
      struct kqa_candidate candidates[SMALL];
      for (size_t i = 0; i < 4; i++) {
        candidates[i] = candidate(digit(votes, 4, i), digit(votes, 2, i));
        candidates[i].stands = digit(stands, 2, i);
        candidates[i].former_winner = i == 2;
      }
      check_allocation(&edition, KQA_AWARD_NOMINATION, 3, candidates, 4);
    }
  }
}

static size_t random_candidates(struct kqa_candidate *candidates, int32_t present, uint64_t *seed)
{
  const size_t count = 1 + (size_t)(next_random(seed) % LARGE);
  for (size_t i = 0; i < count; i++) {
    const int32_t spread = 1 + present / 2;
    candidates[i] = candidate(present - (int32_t)(next_random(seed) % (uint64_t)(spread + 1)),
                              (int32_t)(next_random(seed) % (uint64_t)(present + 1)));
    candidates[i].former_winner = next_random(seed) % 8 == 0;
    candidates[i].stands = next_random(seed) % 8 != 0;
    if (next_random(seed) % 2 == 0)
      candidates[i].runoff = 0;
  }
  return count;
}

static struct kqa_edition random_edition(uint64_t *seed)
{
  struct kqa_edition edition = edition_2020();
  edition.quota_quality = (int32_t)(next_random(seed) % 12);
  edition.quota_nomination = (int32_t)(next_random(seed) % 12);
  edition.vote_approval = (int32_t)(next_random(seed) % 2);
  edition.prior_winner_exempt = (int32_t)(next_random(seed) % 2);
  return edition;
}

static void random_votes_agree_with_the_model(void **state)
{
  (void)state;
  uint64_t seed = 19;
  for (int32_t i = 0; i < 4000; i++) {
    struct kqa_candidate candidates[LARGE];
    const struct kqa_edition edition = random_edition(&seed);
    const int32_t present = 1 + (int32_t)(next_random(&seed) % 18);
    const size_t count = random_candidates(candidates, present, &seed);
    check_allocation(&edition, 1 + i % 2, present, candidates, count);
  }
}

/* Whoever wins inside the quota has no fewer votes than whoever passes and does not. */
static void more_votes_never_lose_a_seat_to_fewer(void **state)
{
  (void)state;
  uint64_t seed = 3;
  for (int32_t round = 0; round < 2000; round++) {
    struct kqa_candidate candidates[LARGE];
    const struct kqa_edition edition = random_edition(&seed);
    const size_t count = random_candidates(candidates, 18, &seed);
    kqa_allocate(&edition, 1 + round % 2, 18, candidates, count);
    int32_t least_seated = INT32_MAX;
    for (size_t i = 0; i < count; i++)
      if (candidates[i].place == KQA_PLACE_SEATED && candidates[i].yes < least_seated)
        least_seated = candidates[i].yes;
    for (size_t i = 0; i < count; i++)
      if (candidates[i].place == KQA_PLACE_TIED || candidates[i].place == KQA_PLACE_NO_SEAT)
        assert_true(candidates[i].yes <= least_seated);
  }
}

static void places_do_not_depend_on_the_order_of_input(void **state)
{
  (void)state;
  uint64_t seed = 7;
  for (int32_t round = 0; round < 2000; round++) {
    struct kqa_candidate straight[LARGE];
    struct kqa_candidate shuffled[LARGE];
    size_t from[LARGE];
    const struct kqa_edition edition = random_edition(&seed);
    const size_t count = random_candidates(straight, 18, &seed);
    for (size_t i = 0; i < count; i++) {
      const size_t j = (size_t)(next_random(&seed) % (i + 1));
      from[i] = from[j];
      from[j] = i;
    }
    for (size_t i = 0; i < count; i++)
      shuffled[i] = straight[from[i]];
    kqa_allocate(&edition, 1 + round % 2, 18, straight, count);
    kqa_allocate(&edition, 1 + round % 2, 18, shuffled, count);
    for (size_t i = 0; i < count; i++)
      assert_int_equal(shuffled[i].place, straight[from[i]].place);
  }
}

static void seats_go_by_number_of_votes(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_candidate candidates[] = {candidate(9, 0), candidate(13, 0), candidate(7, 0),
                                       candidate(11, 0), candidate(6, 0)};
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 5);
  assert_int_equal(got.seats.taken, 3);
  assert_int_equal(candidates[0].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[1].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[2].place, KQA_PLACE_NO_SEAT);
  assert_int_equal(candidates[3].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[4].place, KQA_PLACE_NOT_PASSED);
}

static void seats_that_nobody_wins_stay_vacant(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_candidate candidates[] = {candidate(7, 0), candidate(6, 14)};
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 2);
  assert_int_equal(got.seats.quota, 3);
  assert_int_equal(got.seats.taken, 1);
  assert_int_equal(got.seats.off_quota, 0);
  assert_int_equal(candidates[1].place, KQA_PLACE_NOT_PASSED);
}

static void former_winner_takes_the_quality_award_off_the_quota(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.quota_quality = 0;
  edition.quota_nomination = 0;
  struct kqa_candidate former = {1, 1, 7, 0, 0};
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, &former, 1);
  assert_int_equal(former.place, KQA_PLACE_OFF_QUOTA);
  assert_int_equal(got.seats.off_quota, 1);
  kqa_allocate(&edition, KQA_AWARD_NOMINATION, 14, &former, 1);
  assert_int_equal(former.place, KQA_PLACE_NO_SEAT);
  edition.prior_winner_exempt = KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS;
  kqa_allocate(&edition, KQA_AWARD_NOMINATION, 14, &former, 1);
  assert_int_equal(former.place, KQA_PLACE_OFF_QUOTA);
  former.yes = 6;
  kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, &former, 1);
  assert_int_equal(former.place, KQA_PLACE_NOT_PASSED);
}

static void equal_votes_across_the_last_seat_give_it_to_nobody(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_candidate candidates[] = {candidate(9, 0), candidate(9, 0), candidate(12, 0),
                                       candidate(9, 0), candidate(8, 0)};
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 5);
  assert_int_equal(got.tied, 3);
  assert_int_equal(got.seats.taken, 1);
  assert_int_equal(candidates[0].place, KQA_PLACE_TIED);
  assert_int_equal(candidates[3].place, KQA_PLACE_TIED);
  assert_int_equal(candidates[4].place, KQA_PLACE_NO_SEAT);
  edition.quota_quality = 4;
  got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 5);
  assert_int_equal(got.tied, 0);
  assert_int_equal(candidates[0].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[4].place, KQA_PLACE_NO_SEAT);
}

static void second_ballot_orders_the_equal_and_nobody_else(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_candidate candidates[] = {candidate(9, 5), candidate(9, 8), candidate(12, 0),
                                       candidate(9, 5), candidate(8, 14)};
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 5);
  assert_int_equal(got.tied, 2);
  assert_int_equal(got.seats.taken, 2);
  assert_int_equal(candidates[0].place, KQA_PLACE_TIED);
  assert_int_equal(candidates[1].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[2].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[3].place, KQA_PLACE_TIED);
  assert_int_equal(candidates[4].place, KQA_PLACE_NO_SEAT);
  candidates[0].runoff = 6;
  got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 5);
  assert_int_equal(got.tied, 0);
  assert_int_equal(candidates[0].place, KQA_PLACE_SEATED);
  assert_int_equal(candidates[3].place, KQA_PLACE_NO_SEAT);
}

static void a_million_candidates_are_the_most(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const size_t most = KQA_MAX_ORGANIZATIONS;
  struct kqa_candidate *candidates = calloc(most + 1, sizeof *candidates);
  assert_non_null(candidates);
  for (size_t i = 0; i <= most; i++)
    candidates[i] = candidate((int32_t)((uint64_t)i * 7919 % KQA_MAX_MEMBERS), 0);
  candidates[most].place = 9;
  struct kqa_allocation got =
    kqa_allocate(&edition, KQA_AWARD_NOMINATION, KQA_MAX_MEMBERS, candidates, most + 1);
  assert_fault(got.fault, KQA_E_TOO_MANY, KQA_FIELD_CANDIDATES);
  assert_int_equal(candidates[most].place, 0);
  got = kqa_allocate(&edition, KQA_AWARD_NOMINATION, KQA_MAX_MEMBERS, candidates, most);
  assert_no_fault(got.fault);
  assert_int_equal(got.seats.taken, 10);
  for (size_t i = 0; i < most; i++)
    if (candidates[i].place == KQA_PLACE_SEATED)
      assert_true(candidates[i].yes >= KQA_MAX_MEMBERS - 10);
  free(candidates);
}

static void assert_nothing_allocated(const struct kqa_allocation *got,
                                     const struct kqa_candidate *candidates, size_t count)
{
  assert_true(is_all_zero(&got->seats, sizeof got->seats));
  assert_int_equal(got->tied, 0);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(candidates[i].place, 0);
}

struct candidate_fault {
  struct kqa_candidate candidate;
  int32_t status;
  int32_t field;
};

static const struct candidate_fault candidate_faults[] = {
  {{2, 0, 9, 0, 5}, KQA_E_VALUE, KQA_FIELD_CANDIDATES},
  {{-1, 0, 9, 0, 5}, KQA_E_VALUE, KQA_FIELD_CANDIDATES},
  {{INT32_MIN, 0, 9, 0, 5}, KQA_E_VALUE, KQA_FIELD_CANDIDATES},
  {{1, 2, 9, 0, 5}, KQA_E_VALUE, KQA_FIELD_CANDIDATES},
  {{1, INT32_MIN, 9, 0, 5}, KQA_E_VALUE, KQA_FIELD_CANDIDATES},
  {{1, 0, -1, 0, 5}, KQA_E_RANGE, KQA_FIELD_YES},
  {{1, 0, INT32_MIN, 0, 5}, KQA_E_RANGE, KQA_FIELD_YES},
  {{1, 0, 15, 0, 5}, KQA_E_ABOVE_PRESENT, KQA_FIELD_YES},
  {{1, 0, INT32_MAX, 0, 5}, KQA_E_ABOVE_PRESENT, KQA_FIELD_YES},
  {{1, 0, 9, -1, 5}, KQA_E_RANGE, KQA_FIELD_RUNOFF},
  {{1, 0, 9, INT32_MIN, 5}, KQA_E_RANGE, KQA_FIELD_RUNOFF},
  {{1, 0, 9, 15, 5}, KQA_E_ABOVE_PRESENT, KQA_FIELD_RUNOFF},
  {{1, 0, 9, INT32_MAX, 5}, KQA_E_ABOVE_PRESENT, KQA_FIELD_RUNOFF},
};

static void impossible_candidate_is_a_fault_with_its_place(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(candidate_faults); i++) {
    const struct candidate_fault *row = &candidate_faults[i];
    struct kqa_candidate candidates[] = {
      {1, 1, 14, 14, 5}, {1, 0, 0, 0, 5}, {0, 0, 0, 0, 5}, row->candidate, {1, 0, 14, 0, 5}};
    struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, candidates, 5);
    assert_fault_at(got.fault, row->status, row->field, 3, 0, 0);
    assert_nothing_allocated(&got, candidates, 5);
  }
}

static void impossible_award_or_number_present_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_candidate one = {1, 0, 0, 0, 5};
  static const int32_t awards[] = {KQA_AWARD_NONE, 3, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(awards); i++) {
    struct kqa_allocation got = kqa_allocate(&edition, awards[i], 14, &one, 1);
    assert_fault(got.fault, KQA_E_VALUE, KQA_FIELD_AWARD);
    assert_nothing_allocated(&got, &one, 1);
    one.place = 5;
  }
  static const int32_t numbers[] = {0, -1, KQA_MAX_MEMBERS + 1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, numbers[i], &one, 1);
    assert_fault(got.fault, KQA_E_RANGE, KQA_FIELD_PRESENT);
    assert_nothing_allocated(&got, &one, 1);
    one.place = 5;
  }
}

static void no_candidates_leave_all_seats_vacant(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_NOMINATION, 14, NULL, 0);
  assert_no_fault(got.fault);
  assert_int_equal(got.seats.quota, 10);
  assert_int_equal(got.seats.taken, 0);
  assert_int_equal(got.tied, 0);
}

static void no_more_than_three_quality_and_ten_nomination_awards(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t quality = 2; quality <= 4; quality++) {
    for (int32_t nomination = 9; nomination <= 11; nomination++) {
      struct kqa_decision decision = kqa_allocation_check(&edition, quality, nomination);
      assert_decision(&decision,
                      quality <= 3 && nomination <= 10 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET, 2);
      assert_finding(&decision.findings[0], KQA_PROVISION_QUALITY_QUOTA,
                     quality <= 3 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
      assert_finding(&decision.findings[1], KQA_PROVISION_NOMINATION_QUOTA,
                     nomination <= 10 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
    }
  }
  struct kqa_decision most =
    kqa_allocation_check(&edition, KQA_MAX_ORGANIZATIONS, KQA_MAX_ORGANIZATIONS);
  assert_decision(&most, KQA_VERDICT_NOT_MET, 2);
  assert_ratio(most.findings[0].observed, KQA_MAX_ORGANIZATIONS, 1);
  assert_ratio(most.findings[0].required, 3, 1);
}

static void impossible_number_of_awards_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t numbers[] = {-1, KQA_MAX_ORGANIZATIONS + 1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    assert_decision_fault(kqa_allocation_check(&edition, numbers[i], 0), KQA_E_RANGE,
                          KQA_FIELD_QUOTA_QUALITY);
    assert_decision_fault(kqa_allocation_check(&edition, 0, numbers[i]), KQA_E_RANGE,
                          KQA_FIELD_QUOTA_NOMINATION);
  }
}

static void special_nomination_is_free_of_the_floors_unless_they_apply(void **state)
{
  (void)state;
  static const struct {
    struct kqa_ratio document;
    struct kqa_ratio site;
    bool holds;
  } rows[] = {
    {{600, 1}, {600, 1}, true},  {{599, 1}, {600, 1}, false}, {{1000, 1}, {5999, 10}, false},
    {{0, 0}, {600, 1}, false},   {{600, 1}, {0, 0}, false},   {{0, 0}, {0, 0}, false},
    {{1000, 1}, {600, 1}, true}, {{0, 1}, {600, 1}, false},   {{0, 1}, {1000, 1}, true},
  };
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    edition.special_nomination_floors = KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT;
    struct kqa_decision decision =
      kqa_special_nomination_check(&edition, rows[i].document, rows[i].site);
    assert_decision(&decision, KQA_VERDICT_MET, 1);
    assert_int_equal(decision.findings[0].provision, KQA_PROVISION_SPECIAL_NOMINATION);
    edition.special_nomination_floors = KQA_SPECIAL_NOMINATION_FLOORS_APPLY;
    decision = kqa_special_nomination_check(&edition, rows[i].document, rows[i].site);
    assert_decision(&decision, rows[i].holds ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET, 1);
    assert_finding(&decision.findings[0], KQA_PROVISION_SPECIAL_NOMINATION,
                   rows[i].holds ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  }
}

static void special_nomination_with_an_impossible_score_is_a_fault(void **state)
{
  (void)state;
  static const struct kqa_ratio bad[] = {{-1, 1},      {1001, 1},      {1, -1},
                                         {1, 1000001}, {INT64_MIN, 1}, {INT64_MAX, INT64_MIN}};
  struct kqa_edition edition = edition_2020();
  for (int32_t reading = 0; reading <= 1; reading++) {
    edition.special_nomination_floors = reading;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
      assert_decision_fault(kqa_special_nomination_check(&edition, bad[i], ratio(600, 1)),
                            KQA_E_RANGE, KQA_FIELD_DOCUMENT_SCORE);
      assert_decision_fault(kqa_special_nomination_check(&edition, ratio(600, 1), bad[i]),
                            KQA_E_RANGE, KQA_FIELD_SITE_SCORE);
      assert_decision_fault(kqa_special_nomination_check(&edition, ratio(0, 0), bad[i]),
                            KQA_E_RANGE, KQA_FIELD_SITE_SCORE);
    }
  }
}

static void no_score_is_zero_over_zero_and_nothing_else(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const struct kqa_ratio bad[] = {{0, -1}, {0, 1000001}, {1, 0}};
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_decision_fault(kqa_special_nomination_check(&edition, bad[i], ratio(0, 0)), KQA_E_RANGE,
                          KQA_FIELD_DOCUMENT_SCORE);
}

static void edition_in_disorder_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  const int32_t field = KQA_FIELD_VOTE_QUORUM_SHARE;
  struct kqa_candidate one = {1, 0, 7, 0, 5};
  struct kqa_allocation got = kqa_allocate(&edition, KQA_AWARD_QUALITY, 14, &one, 1);
  assert_fault(got.fault, KQA_E_RANGE, field);
  assert_nothing_allocated(&got, &one, 1);
  assert_decision_fault(kqa_allocation_check(&edition, 1, 1), KQA_E_RANGE, field);
  assert_decision_fault(kqa_special_nomination_check(&edition, ratio(600, 1), ratio(600, 1)),
                        KQA_E_RANGE, field);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_vote_of_up_to_five_candidates),
    cmocka_unit_test(every_vote_where_one_in_three_suffices),
    cmocka_unit_test(every_second_ballot_of_up_to_four_candidates),
    cmocka_unit_test(every_pattern_of_those_who_stand),
    cmocka_unit_test(random_votes_agree_with_the_model),
    cmocka_unit_test(more_votes_never_lose_a_seat_to_fewer),
    cmocka_unit_test(places_do_not_depend_on_the_order_of_input),
    cmocka_unit_test(seats_go_by_number_of_votes),
    cmocka_unit_test(seats_that_nobody_wins_stay_vacant),
    cmocka_unit_test(former_winner_takes_the_quality_award_off_the_quota),
    cmocka_unit_test(equal_votes_across_the_last_seat_give_it_to_nobody),
    cmocka_unit_test(second_ballot_orders_the_equal_and_nobody_else),
    cmocka_unit_test(a_million_candidates_are_the_most),
    cmocka_unit_test(impossible_candidate_is_a_fault_with_its_place),
    cmocka_unit_test(impossible_award_or_number_present_is_a_fault),
    cmocka_unit_test(no_candidates_leave_all_seats_vacant),
    cmocka_unit_test(no_more_than_three_quality_and_ten_nomination_awards),
    cmocka_unit_test(impossible_number_of_awards_is_a_fault),
    cmocka_unit_test(special_nomination_is_free_of_the_floors_unless_they_apply),
    cmocka_unit_test(special_nomination_with_an_impossible_score_is_a_fault),
    cmocka_unit_test(no_score_is_zero_over_zero_and_nothing_else),
    cmocka_unit_test(edition_in_disorder_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
