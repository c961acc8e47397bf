/* Votes, seats, ranks, scores and prizes against models that count one by one. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST 40

static bool reaches(int64_t part, int64_t all, struct kqa_ratio share, bool strict)
{
  return strict ? part * share.den > all * share.num : part * share.den >= all * share.num;
}

static bool passes(const struct kqa_edition *edition, int32_t present, int32_t yes)
{
  return reaches(yes, present, edition->vote_approval_share, edition->vote_approval == 1);
}

static void least_numbers(const struct kqa_edition *edition, int32_t members)
{
  int64_t quorum = -1;
  int64_t approval = -1;

  for (int32_t part = members; part >= 0; part--) {
    if (reaches(part, members, edition->vote_quorum_share, edition->vote_quorum == 1))
      quorum = part;
    if (passes(edition, members, part))
      approval = part;
  }
  REQUIRE(kqa_least_present(edition, members).value == quorum);
  REQUIRE(kqa_least_yes(edition, members).value == approval);
}

static void ballots(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_ballot ballot = {take_within(bytes, 1, 60), take_within(bytes, 1, 3),
                              take_within(bytes, 1, 60), take_within(bytes, 0, 60)};
  struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);
  struct kqa_decision validity =
    kqa_vote_validity(&edition, ballot.members, ballot.convened_by, ballot.present);
  bool valid;

  (void)is_number(kqa_least_present(&edition, take_wild(bytes)));
  (void)is_number(kqa_least_yes(&edition, take_wild(bytes)));
  (void)is_decision(&validity);
  if (!is_decision(&decision))
    return;
  valid =
    ballot.convened_by != KQA_CONVENER_OTHER &&
    reaches(ballot.present, ballot.members, edition.vote_quorum_share, edition.vote_quorum == 1);
  REQUIRE((validity.verdict == KQA_VERDICT_MET) == valid);
  REQUIRE((decision.verdict == KQA_VERDICT_MET) ==
          (valid && passes(&edition, ballot.present, ballot.yes)));
  if (ballot.members <= 100)
    least_numbers(&edition, ballot.members);
}

/* How many wait for a seat with more votes (or as many, where `equal`), in a group of the first
 * ballot where `group` is not negative. */
static int32_t ahead(const struct kqa_candidate *all, const bool *waits, int32_t count, int32_t me,
                     bool runoff, bool equal)
{
  int32_t found = 0;

  for (int32_t i = 0; i < count; i++) {
    int32_t theirs = runoff ? all[i].runoff : all[i].yes;
    int32_t mine = runoff ? all[me].runoff : all[me].yes;

    if (waits[i] && (!runoff || all[i].yes == all[me].yes))
      found += theirs > mine || (equal && theirs == mine);
  }
  return found;
}

static int32_t place_of(const struct kqa_candidate *all, const bool *waits, int32_t count,
                        int32_t me, int32_t quota)
{
  int32_t left = quota - ahead(all, waits, count, me, false, false);

  if (ahead(all, waits, count, me, false, true) <= quota)
    return KQA_PLACE_SEATED;
  if (left <= 0)
    return KQA_PLACE_NO_SEAT;
  if (ahead(all, waits, count, me, true, true) <= left)
    return KQA_PLACE_SEATED;
  return ahead(all, waits, count, me, true, false) < left ? KQA_PLACE_TIED : KQA_PLACE_NO_SEAT;
}

static void require_seats(const struct kqa_edition *edition, int32_t award, int32_t present,
                          const struct kqa_candidate *all, int32_t count,
                          const struct kqa_allocation *allocation)
{
  bool waits[MOST], exempt = award == KQA_AWARD_QUALITY || edition->prior_winner_exempt == 1;
  int32_t quota = award == KQA_AWARD_QUALITY ? edition->quota_quality : edition->quota_nomination;
  int32_t seated = 0, off_quota = 0, tied = 0;

  for (int32_t i = 0; i < count; i++)
    waits[i] =
      all[i].stands && passes(edition, present, all[i].yes) && !(all[i].former_winner && exempt);
  for (int32_t i = 0; i < count; i++) {
    int32_t place = KQA_PLACE_NONE;

    if (waits[i])
      place = place_of(all, waits, count, i, quota);
    else if (all[i].stands)
      place = passes(edition, present, all[i].yes) ? KQA_PLACE_OFF_QUOTA : KQA_PLACE_NOT_PASSED;
    REQUIRE(all[i].place == place);
    seated += place == KQA_PLACE_SEATED;
    off_quota += place == KQA_PLACE_OFF_QUOTA;
    tied += place == KQA_PLACE_TIED;
  }
  REQUIRE(allocation->seats.quota == quota && seated <= quota);
  REQUIRE(allocation->seats.taken == seated && allocation->seats.off_quota == off_quota);
  REQUIRE(allocation->tied == tied);
}

static void seats(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  int32_t award = take_within(bytes, 1, 2);
  int32_t present = take_within(bytes, 1, 20);
  int32_t count = take_below(bytes, MOST + 1);
  int32_t lucky = take_below(bytes, MOST);
  struct kqa_candidate *all = new_list(count, sizeof *all);
  struct kqa_allocation allocation;

  for (int32_t i = 0; i < count; i++)
    all[i] =
      (struct kqa_candidate){take_within(bytes, 0, 1), take_byte(bytes) < 40,
                             take_within(bytes, 0, present > 0 && present < 99 ? present : 3),
                             take_within(bytes, 0, 1), take_wild(bytes)};
  allocation = kqa_allocate(&edition, award, present, all, (size_t)count);
  if (is_ok(allocation.fault)) {
    require_seats(&edition, award, present, all, count, &allocation);
    /* One vote more never loses a seat. */
    if (lucky < count && all[lucky].place == KQA_PLACE_SEATED && all[lucky].yes < present) {
      all[lucky].yes++;
      allocation = kqa_allocate(&edition, award, present, all, (size_t)count);
      REQUIRE(is_ok(allocation.fault) && all[lucky].place == KQA_PLACE_SEATED);
    }
  } else {
    for (int32_t i = 0; i < count; i++)
      REQUIRE(all[i].place == KQA_PLACE_NONE);
    REQUIRE(allocation.seats.taken == 0 && allocation.seats.quota == 0 && allocation.tied == 0);
  }
  free(all);
}

static void ranks(struct bytes *bytes)
{
  int32_t count = take_below(bytes, MOST + 1);
  struct kqa_ranked *entries = new_list(count, sizeof *entries);
  int32_t ranked = 0;
  struct kqa_number number;

  for (int32_t i = 0; i < count; i++)
    entries[i].total = take_ratio(bytes);
  number = kqa_rank(entries, (size_t)count);
  if (!is_number(number)) {
    for (int32_t i = 0; i < count; i++)
      REQUIRE(entries[i].rank == 0 && entries[i].order == 0);
    free(entries);
    return;
  }
  for (int32_t i = 0; i < count; i++) {
    int32_t before = 0, earlier = 0;

    for (int32_t j = 0; j < count && entries[i].total.den != 0; j++) {
      int32_t order = entries[j].total.den == 0 ? -1 : order_of(entries[j].total, entries[i].total);

      before += order > 0;
      earlier += order == 0 && j < i;
    }
    REQUIRE(entries[i].rank == (entries[i].total.den == 0 ? 0 : before + 1));
    REQUIRE(entries[i].total.den == 0 || entries[before + earlier].order == i);
    ranked += entries[i].total.den != 0;
  }
  REQUIRE(number.value == ranked);
  for (int32_t i = ranked; i < count; i++)
    REQUIRE(entries[i].order == -1);
  free(entries);
}

static struct kqa_past_award take_award(struct bytes *bytes)
{
  return (struct kqa_past_award){
    .award = take_within(bytes, 1, 2),
    .year = take_within(bytes, 2010, 2030),
    .paid = take_within(bytes, 0, 100) * INT64_C(10000),
    .revoked = take_within(bytes, 0, 1),
  };
}

static int64_t paid_so_far(const struct kqa_past_award *history, int32_t count)
{
  int64_t paid = 0;

  for (int32_t i = 0; i < count; i++)
    paid += history[i].paid;
  return paid;
}

/* A life of awards: what is paid on top of the history never goes above the cap. */
static void prizes(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  int32_t past = take_below(bytes, 6);
  int32_t count = past;
  struct kqa_past_award *history = new_list(past + 8, sizeof *history);

  for (int32_t i = 0; i < past; i++)
    history[i] = take_award(bytes);
  (void)is_number(kqa_is_former_winner(history, (size_t)past));
  (void)is_number(kqa_outlay_bound(&edition, take_wild(bytes), take_within(bytes, 0, 9)));
  for (int32_t i = 0; i < 8; i++) {
    int32_t award = take_within(bytes, 1, 2);
    struct kqa_prize prize = kqa_prize_decide(&edition, award, history, (size_t)count);
    struct kqa_number payable = kqa_prize_payable(&edition, history, (size_t)count);
    int64_t full = award == KQA_AWARD_QUALITY ? edition.prize_quality : edition.prize_nomination;

    if (!is_ok(prize.fault)) {
      REQUIRE(prize.amount == 0 && prize.count == 0);
      break;
    }
    REQUIRE(is_number(payable) && prize.amount >= 0 && prize.amount <= payable.value);
    REQUIRE(prize.amount <= full && prize.count == 2);
    REQUIRE(prize.amount == 0 || edition.prize_revoked_history == 1 ||
            paid_so_far(history, count) + prize.amount <= edition.prize_cap);
    for (int32_t j = 0; j < count && edition.prize_revoked_history == 0; j++)
      REQUIRE(history[j].award != award || prize.amount == 0);
    (void)verdict_over(prize.findings, 2);
    history[count++] = (struct kqa_past_award){.award = award, .year = 2024, .paid = prize.amount};
  }
  free(history);
}

static void floors(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_ratio document = take_ratio(bytes);
  struct kqa_ratio site = take_ratio(bytes);
  struct kqa_quantity total = kqa_total_score(&edition, document, site);
  struct kqa_decision decision = kqa_floors_check(&edition, document, site);
  struct kqa_decision special = kqa_special_nomination_check(&edition, document, site);
  struct kqa_decision quota =
    kqa_allocation_check(&edition, take_within(bytes, -1, 9), take_within(bytes, -1, 9));
  int32_t decimals = take_within(bytes, 0, 3);
  struct kqa_quantity least = kqa_least_site_score(&edition, document, decimals);

  (void)is_decision(&special);
  (void)is_decision(&quota);
  if (is_quantity(least) && least.value.den != 0)
    REQUIRE(kqa_floors_check(&edition, document, least.value).verdict == KQA_VERDICT_MET);
  if (!is_decision(&decision))
    return;
  REQUIRE(is_quantity(total));
  REQUIRE(
    (decision.verdict == KQA_VERDICT_MET) ==
    (order_of(total.value, edition.floor_total) >= 0 && order_of(site, edition.floor_site) >= 0));
  if (edition.score_rounding == KQA_SCORE_ROUNDING_NONE)
    REQUIRE((wide)total.value.num * document.den * site.den * 1000 ==
            (wide)total.value.den *
              ((wide)document.num * site.den * edition.weight_document_permille +
               (wide)site.num * document.den * edition.weight_site_permille));
}

static void sheets(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_criteria criteria;
  int32_t count = take_within(bytes, 1, 9);
  int32_t length, category = take_within(bytes, 0, 6);
  int64_t sum = 0;
  int32_t *percents;
  struct kqa_quantity score;

  REQUIRE(is_ok(kqa_criteria_find(kqa_criteria_id_at((size_t)take_below(bytes, 2)), &criteria)));
  length = count > 0 && count <= 99 ? count * criteria.item_count : criteria.item_count;
  percents = new_list(length, sizeof *percents);
  for (int32_t i = 0; i < length; i++) {
    percents[i] = take_percent(bytes);
    sum += (int64_t)percents[i] * criteria.items[i % criteria.item_count].points;
  }
  score = kqa_panel_score(&edition, &criteria, percents, count);
  if (is_quantity(score))
    REQUIRE((wide)score.value.num * 100 * count == (wide)score.value.den * sum);
  (void)is_quantity(kqa_panel_spread(&edition, &criteria, percents, count));
  (void)is_quantity(kqa_panel_category_score(&edition, &criteria, percents, count, category));
  (void)is_quantity(kqa_sheet_score(&criteria, percents));
  (void)is_quantity(kqa_sheet_category_score(&criteria, percents, category));
  (void)is_quantity(kqa_sheet_item_score(&criteria, percents, take_within(bytes, 0, 40)));
  free(percents);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static void (*const parts[])(struct bytes *) = {ballots, seats, ranks, prizes, floors, sheets};
  struct bytes bytes = {data, size};

  parts[take_below(&bytes, COUNT(parts))](&bytes);
  return 0;
}
