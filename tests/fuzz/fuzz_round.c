/* Whole rounds of any structs: spans and counts that lie, votes that cannot be. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST 24

/* A round with the lists that it points into, each of exactly its length. */
struct made {
  struct kqa_edition edition;
  struct kqa_criteria criteria;
  struct kqa_round round;
  struct kqa_organization *organizations;
  struct kqa_incident *incidents;
  struct kqa_sanction *sanctions;
  struct kqa_past_award *history;
  int32_t *percents;
};

static struct kqa_span take_span(struct bytes *bytes, int32_t length)
{
  struct kqa_span span = {take_within(bytes, 0, length), 0};

  span.count = span.first >= 0 && span.first <= length ? take_within(bytes, 0, length - span.first)
                                                       : take_wild(bytes);
  return span;
}

static struct kqa_review take_review(struct bytes *bytes, int32_t sheets)
{
  struct kqa_review review = {.kind = KQA_REVIEW_SCORE};
  uint8_t how = take_byte(bytes);

  if (how > 200)
    review.kind = take_within(bytes, 0, 2);
  if (review.kind == KQA_REVIEW_SHEETS)
    review.sheets = take_span(bytes, sheets);
  else if (review.kind != KQA_REVIEW_NONE)
    review.score = how % 4 ? (struct kqa_ratio){600 + how, 1} : take_ratio(bytes);
  return review;
}

static struct kqa_application take_application(struct bytes *bytes)
{
  struct kqa_application application = {
    .operating_since = {2010, 1, 1},
    .recommended_by = KQA_RECOMMENDER_TOWN,
    .copies_known = 1,
    .copies = 100,
    .received = {2020, 6, 1},
  };
  uint8_t how = take_byte(bytes);

  for (int32_t i = 0; i < KQA_FACTS; i++)
    application.facts[i] = KQA_TRUE;
  if (how > 200) {
    application.facts[how % KQA_FACTS] = take_within(bytes, 0, 2);
    application.recommended_by = take_within(bytes, 0, 5);
    application.operating_since = take_date(bytes);
    application.received = take_date(bytes);
  }
  return application;
}

static int32_t take_votes(struct bytes *bytes, const struct kqa_vote *vote)
{
  uint8_t how = take_byte(bytes);

  if (how > 250)
    return take_wild(bytes);
  return how < 20 ? KQA_NO_ENTRY : how % ((vote->present > 0 ? vote->present % 200 : 0) + 1);
}

static struct kqa_organization take_organization(struct bytes *bytes, const struct kqa_round *round)
{
  struct kqa_organization one = kqa_organization_blank();
  uint8_t how = take_byte(bytes);

  one.special_nomination = how > 220 ? take_within(bytes, 0, 1) : 0;
  one.has_dossier = how > 240 ? take_within(bytes, 0, 1) : 1;
  one.application = take_application(bytes);
  if (how % 4 == 1)
    one.incidents = take_span(bytes, round->incident_count);
  if (how % 8 == 2)
    one.sanctions = take_span(bytes, round->sanction_count);
  if (how % 3 == 0)
    one.history = take_span(bytes, round->history_count);
  one.invited = take_within(bytes, 0, 40) > 0;
  one.document = take_review(bytes, round->sheet_count);
  one.site = take_review(bytes, round->sheet_count);
  if (how % 16 != 15) {
    one.quality_yes = take_votes(bytes, &round->quality);
    one.quality_runoff = how % 5 ? KQA_NO_ENTRY : take_votes(bytes, &round->quality);
    one.nomination_yes = take_votes(bytes, &round->nomination);
    one.nomination_runoff = how % 5 ? KQA_NO_ENTRY : take_votes(bytes, &round->nomination);
  }
  return one;
}

static void take_lists(struct bytes *bytes, struct made *made)
{
  struct kqa_round *round = &made->round;
  int32_t percents = round->sheet_count * made->criteria.item_count;

  made->incidents = new_list(round->incident_count, sizeof *made->incidents);
  for (int32_t i = 0; i < round->incident_count; i++)
    made->incidents[i] = (struct kqa_incident){take_within(bytes, 1, 3), take_date(bytes)};
  made->sanctions = new_list(round->sanction_count, sizeof *made->sanctions);
  for (int32_t i = 0; i < round->sanction_count; i++)
    made->sanctions[i] = (struct kqa_sanction){take_within(bytes, 1, 2), take_date(bytes)};
  made->history = new_list(round->history_count, sizeof *made->history);
  for (int32_t i = 0; i < round->history_count; i++)
    made->history[i] = (struct kqa_past_award){
      .award = take_within(bytes, 1, 2),
      .year = take_within(bytes, 2015, 2024),
      .paid = take_within(bytes, 0, 120) * INT64_C(10000),
      .revoked = take_within(bytes, 0, 1),
    };
  made->percents = new_list(percents, sizeof *made->percents);
  for (int32_t i = 0; i < percents; i++)
    made->percents[i] = take_percent(bytes);
  made->organizations = new_list(round->organization_count, sizeof *made->organizations);
  for (int32_t i = 0; i < round->organization_count; i++)
    made->organizations[i] = take_organization(bytes, round);
}

static int32_t take_present(struct bytes *bytes, int32_t members)
{
  return members > 4 && members <= 24 ? members - take_below(bytes, 4) : take_within(bytes, 1, 24);
}

static void take_round(struct bytes *bytes, struct made *made)
{
  struct kqa_round *round = &made->round;

  *made = (struct made){.edition = take_edition(bytes)};
  REQUIRE(is_ok(kqa_criteria_find("gbt19580-2012", &made->criteria)));
  *round = (struct kqa_round){
    .year = take_within(bytes, 2020, 2030),
    .deadline = take_byte(bytes) > 230 ? take_date(bytes) : (struct kqa_date){2020, 6, 30},
    .criteria = &made->criteria,
    .has_committee = take_within(bytes, 1, 1),
    .members = take_within(bytes, 1, 24),
    .organization_count = take_below(bytes, MOST + 1),
    .incident_count = take_below(bytes, 4),
    .sanction_count = take_below(bytes, 4),
    .history_count = take_below(bytes, 6),
    .sheet_count = take_below(bytes, 12),
  };
  round->quality = (struct kqa_vote){take_byte(bytes) > 30, take_within(bytes, 1, 2),
                                     take_present(bytes, round->members)};
  round->nomination = (struct kqa_vote){take_byte(bytes) > 30, take_within(bytes, 1, 2),
                                        take_present(bytes, round->members)};
  take_lists(bytes, made);
  round->organizations = made->organizations;
  round->incidents = made->incidents;
  round->sanctions = made->sanctions;
  round->history = made->history;
  round->percents = made->percents;
  /* Lengths that no list has are refused before a list is looked at. */
  if (take_byte(bytes) > 252)
    round->organization_count = KQA_MAX_ORGANIZATIONS + 1 + take_below(bytes, 9);
  else if (take_byte(bytes) > 252)
    round->history_count = -1 - take_below(bytes, 9);
}

static void free_round(const struct made *made)
{
  free(made->organizations);
  free(made->incidents);
  free(made->sanctions);
  free(made->history);
  free(made->percents);
}

static int64_t counted_before(const struct made *made, const struct kqa_organization *one)
{
  int64_t paid = 0;

  for (int32_t i = 0; one->has_dossier && i < one->history.count; i++) {
    const struct kqa_past_award *past = &made->history[one->history.first + i];

    paid += past->revoked && made->edition.prize_revoked_history == 1 ? 0 : past->paid;
  }
  return paid;
}

/* An award means: eligible, at or above the floors, a counted vote; a prize stays under the cap. */
static void require_outcome(const struct made *made, const struct kqa_round_summary *summary,
                            int32_t place, const struct kqa_outcome *outcome)
{
  const struct kqa_edition *edition = &made->edition;
  const struct kqa_organization *one = &made->organizations[place];
  bool quality = outcome->award == KQA_AWARD_QUALITY;

  REQUIRE(outcome->special || kqa_outcome_name(outcome->outcome)[0] != '\0');
  REQUIRE(outcome->prize >= 0 && outcome->prize <= edition->prize_cap);
  REQUIRE(outcome->prize == 0 || outcome->award != KQA_AWARD_NONE);
  REQUIRE(outcome->prize == 0 || counted_before(made, one) + outcome->prize <= edition->prize_cap);
  REQUIRE((outcome->outcome == KQA_OUTCOME_QUALITY) == quality);
  REQUIRE((outcome->outcome == KQA_OUTCOME_NOMINATION) == (outcome->award == KQA_AWARD_NOMINATION));
  if (outcome->award == KQA_AWARD_NONE || outcome->special)
    return;
  REQUIRE(one->has_dossier && one->invited && outcome->eligible == KQA_VERDICT_MET);
  REQUIRE(outcome->rank >= 1 || !quality);
  REQUIRE((quality ? summary->quality_vote : summary->nomination_vote) == KQA_VOTE_COUNTED);
  REQUIRE((quality ? outcome->quality_place : outcome->nomination_place) ==
          (outcome->off_quota ? KQA_PLACE_OFF_QUOTA : KQA_PLACE_SEATED));
  if (quality || edition->floors_apply_to == KQA_FLOORS_APPLY_TO_BOTH_AWARDS) {
    REQUIRE(order_of(outcome->total, edition->floor_total) >= 0);
    REQUIRE(order_of(outcome->site, edition->floor_site) >= 0);
  }
}

static void require_summary(const struct made *made, const struct kqa_round_summary *summary,
                            const struct kqa_outcome *outcomes)
{
  struct kqa_seats quality = {.quota = made->edition.quota_quality};
  struct kqa_seats nomination = {.quota = made->edition.quota_nomination};
  int64_t prizes = 0;

  for (int32_t i = 0; i < made->round.organization_count; i++) {
    struct kqa_seats *seats = outcomes[i].award == KQA_AWARD_QUALITY ? &quality : &nomination;

    require_outcome(made, summary, i, &outcomes[i]);
    prizes += outcomes[i].prize;
    seats->off_quota += outcomes[i].award != KQA_AWARD_NONE && outcomes[i].off_quota;
    seats->taken += outcomes[i].award != KQA_AWARD_NONE && !outcomes[i].off_quota;
  }
  REQUIRE(prizes == summary->prize_total);
  REQUIRE(quality.taken <= quality.quota && nomination.taken <= nomination.quota);
  REQUIRE(quality.taken == summary->quality.taken &&
          quality.off_quota == summary->quality.off_quota);
  REQUIRE(nomination.taken == summary->nomination.taken &&
          nomination.off_quota == summary->nomination.off_quota);
}

static void require_findings(const struct made *made, const struct kqa_round_summary *summary,
                             const struct kqa_outcome *outcomes, int32_t place)
{
  struct kqa_finding all[KQA_ROUND_FINDINGS];
  struct kqa_number count = kqa_round_findings(&made->edition, &made->round, summary, outcomes,
                                               place, all, KQA_ROUND_FINDINGS);

  if (!is_number(count))
    return;
  REQUIRE(count.value >= 0 && count.value <= KQA_ROUND_FINDINGS);
  (void)verdict_over(all, (int32_t)count.value);
  REQUIRE(
    kqa_round_findings(&made->edition, &made->round, summary, outcomes, place, all, 1).value ==
    count.value);
}

static void decide(const struct made *made, int32_t place)
{
  static const struct kqa_outcome nothing = {0};
  const struct kqa_round *round = &made->round;
  int32_t count = round->organization_count > MOST ? 0 : round->organization_count;
  struct kqa_outcome *outcomes = new_list(2 * count, sizeof *outcomes);
  struct kqa_ranked *ranked = new_list(count, sizeof *ranked);
  struct kqa_candidate *candidates = new_list(count, sizeof *candidates);
  struct kqa_round_summary summary =
    kqa_round_decide(&made->edition, round, outcomes, ranked, candidates);

  if (is_ok(summary.fault)) {
    require_summary(made, &summary, outcomes);
    require_findings(made, &summary, outcomes, place);
    REQUIRE(is_ok(kqa_round_dependence(&made->edition, round, outcomes,
                                       count > 0 ? outcomes + count : NULL, ranked, candidates)));
    require_summary(made, &summary, outcomes);
  } else {
    for (int32_t i = 0; i < count; i++)
      REQUIRE(memcmp(&outcomes[i], &nothing, sizeof nothing) == 0);
    REQUIRE(summary.prize_total == 0 && summary.candidates == 0);
  }
  free(outcomes);
  free(ranked);
  free(candidates);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct bytes bytes = {data, size};
  int32_t place = take_within(&bytes, 0, MOST);
  struct made made;

  take_round(&bytes, &made);
  decide(&made, place);
  free_round(&made);
  return 0;
}
