/* A round with its lists, made by hand or at random, shared by the tests of the room of rounds. */
#ifndef TESTS_UNIT_SUPPORT_ROUND_H
#define TESTS_UNIT_SUPPORT_ROUND_H

#include "support_decision.h"

#include "kqaward/round.h"

enum { MOST = 12, SHEETS = 6, ENTRIES = 2 * MOST };

struct scene {
  struct kqa_edition edition;
  struct kqa_criteria criteria;
  struct kqa_round round;
  struct kqa_organization orgs[MOST];
  struct kqa_incident incidents[ENTRIES];
  struct kqa_sanction sanctions[ENTRIES];
  struct kqa_past_award history[ENTRIES];
  int32_t percents[SHEETS * KQA_CRITERIA_ITEMS];
  struct kqa_round_summary summary;
  struct kqa_outcome outcomes[MOST];
  struct kqa_outcome other[MOST];
  struct kqa_ranked ranked[MOST];
  struct kqa_candidate candidates[MOST];
};

static inline struct kqa_review score_of(int64_t num, int64_t den)
{
  return (struct kqa_review){.kind = KQA_REVIEW_SCORE, .score = {num, den}};
}

static inline struct kqa_organization good_organization(void)
{
  struct kqa_organization org = kqa_organization_blank();
  for (size_t i = 0; i < KQA_FACTS; i++)
    org.application.facts[i] = KQA_TRUE;
  org.application.operating_since = ymd(2009, 4, 1);
  org.application.recommended_by = KQA_RECOMMENDER_SUBDISTRICT;
  org.application.copies_known = 1;
  org.application.copies = 2;
  org.application.received = ymd(2026, 6, 20);
  org.document = score_of(650, 1);
  org.site = score_of(660, 1);
  return org;
}

/* Organisations with all in order, two votes held by 14 of 18 members, no entries. */
static inline void start(struct scene *scene, int32_t count)
{
  memset(scene, 0, sizeof *scene);
  scene->edition = edition_2020();
  assert_no_fault(kqa_criteria_find("gbt19580-2012", &scene->criteria));
  for (int32_t i = 0; i < MOST; i++)
    scene->orgs[i] = good_organization();
  scene->round.year = 2026;
  scene->round.deadline = ymd(2026, 6, 30);
  scene->round.criteria = &scene->criteria;
  scene->round.has_committee = 1;
  scene->round.members = 18;
  scene->round.quality = (struct kqa_vote){1, KQA_CONVENER_CHAIR, 14};
  scene->round.nomination = (struct kqa_vote){1, KQA_CONVENER_DELEGATED_VICE_CHAIR, 14};
  scene->round.organization_count = count;
  scene->round.incident_count = ENTRIES;
  scene->round.sanction_count = ENTRIES;
  scene->round.history_count = ENTRIES;
  scene->round.sheet_count = SHEETS;
  scene->round.organizations = scene->orgs;
  scene->round.incidents = scene->incidents;
  scene->round.sanctions = scene->sanctions;
  scene->round.history = scene->history;
  scene->round.percents = scene->percents;
  for (int32_t i = 0; i < ENTRIES; i++) {
    scene->incidents[i] = (struct kqa_incident){KQA_INCIDENT_MAJOR_ACCIDENT, {2015, 1, 1}};
    scene->sanctions[i] = (struct kqa_sanction){KQA_SANCTION_REVOCATION, {2015, 1, 1}};
    scene->history[i] = (struct kqa_past_award){KQA_AWARD_NOMINATION, 2023, 100000, 0, 0};
  }
}

static inline struct kqa_fault decide(struct scene *scene)
{
  scene->summary = kqa_round_decide(&scene->edition, &scene->round, scene->outcomes, scene->ranked,
                                    scene->candidates);
  return scene->summary.fault;
}

static inline void vote(struct scene *scene, int32_t place, int32_t quality, int32_t nomination)
{
  scene->orgs[place].quality_yes = quality;
  scene->orgs[place].nomination_yes = nomination;
}

static inline void assert_outcome(const struct scene *scene, int32_t place, int32_t outcome,
                                  int64_t prize)
{
  const struct kqa_outcome *seen = &scene->outcomes[place];
  const int32_t award = outcome == KQA_OUTCOME_QUALITY      ? KQA_AWARD_QUALITY
                        : outcome == KQA_OUTCOME_NOMINATION ? KQA_AWARD_NOMINATION
                                                            : KQA_AWARD_NONE;
  assert_int_equal(seen->outcome, outcome);
  assert_int_equal(seen->award, award);
  assert_int_equal(seen->prize, prize);
}

static inline void assert_seats(struct kqa_seats seats, int32_t quota, int32_t taken,
                                int32_t off_quota)
{
  assert_int_equal(seats.quota, quota);
  assert_int_equal(seats.taken, taken);
  assert_int_equal(seats.off_quota, off_quota);
}

static inline int32_t pick(uint64_t *seed, int32_t from, int32_t to)
{
  return from + (int32_t)(next_random(seed) % (uint64_t)(to - from + 1));
}

static inline bool chance(uint64_t *seed, int32_t one_in)
{
  return pick(seed, 1, one_in) == 1;
}

/* Scores about the floors, in quarters, so that ties and all roundings occur. */
static inline struct kqa_review random_score(uint64_t *seed)
{
  struct kqa_review review = score_of(pick(seed, 2394, 2412), 4);
  if (chance(seed, 3))
    review.score = ratio(640, 1);
  if (chance(seed, 16))
    review = (struct kqa_review){.kind = KQA_REVIEW_NONE};
  if (chance(seed, 16))
    review = (struct kqa_review){.kind = KQA_REVIEW_SHEETS, .sheets = {pick(seed, 0, 3), 3}};
  return review;
}

static inline void random_organization(struct kqa_organization *org, int32_t place, uint64_t *seed)
{
  *org = good_organization();
  if (chance(seed, 16))
    org->application.facts[pick(seed, 0, KQA_FACTS - 1)] = pick(seed, KQA_UNKNOWN, KQA_FALSE);
  org->incidents = (struct kqa_span){2 * place, chance(seed, 5)};
  org->sanctions = (struct kqa_span){2 * place, chance(seed, 5)};
  org->history = (struct kqa_span){2 * place, chance(seed, 3) ? pick(seed, 1, 2) : 0};
  org->document = random_score(seed);
  org->site = random_score(seed);
  org->invited = !chance(seed, 16);
  org->quality_yes = chance(seed, 6) ? KQA_NO_ENTRY : pick(seed, 5, 8);
  org->nomination_yes = chance(seed, 6) ? KQA_NO_ENTRY : pick(seed, 5, 8);
  org->quality_runoff = chance(seed, 2) ? KQA_NO_ENTRY : pick(seed, 0, 2);
  org->nomination_runoff = chance(seed, 2) ? KQA_NO_ENTRY : pick(seed, 0, 2);
  org->special_nomination = chance(seed, 8);
  org->has_dossier = !org->special_nomination || !chance(seed, 3);
}

static inline void random_lists(struct scene *scene, uint64_t *seed)
{
  static const struct kqa_date old[] = {
    {2015, 1, 1}, {2021, 6, 30}, {2023, 6, 29}, {2023, 6, 30}, {2026, 7, 1}};
  for (int32_t i = 0; i < ENTRIES; i++) {
    scene->incidents[i] = (struct kqa_incident){pick(seed, 1, 3), old[pick(seed, 0, 4)]};
    scene->sanctions[i] = (struct kqa_sanction){pick(seed, 1, 2), old[pick(seed, 0, 4)]};
    scene->history[i] =
      (struct kqa_past_award){pick(seed, 1, 2), pick(seed, 2018, 2025),
                              pick(seed, 0, 2) * INT64_C(100000), pick(seed, 0, 1), 0};
  }
  for (size_t i = 0; i < COUNT_OF(scene->percents); i++)
    scene->percents[i] = pick(seed, 11, 13) * 5;
}

static inline void random_readings(struct kqa_edition *edition, uint64_t *seed)
{
  for (int32_t field = KQA_FIELD_VOTE_APPROVAL; field <= KQA_FIELD_REPORT_ROLLOVER; field++) {
    const struct kqa_parameter row = kqa_parameter_find(kqa_field_name(field));
    const int32_t code = chance(seed, 2) ? 0 : pick(seed, 0, (int32_t)row.max);
    assert_no_fault(
      kqa_edition_set(edition, kqa_field_name(field), kqa_reading_value(field, code)));
  }
}

static inline void random_scene(struct scene *scene, uint64_t *seed)
{
  start(scene, pick(seed, 0, 9));
  for (int32_t i = 0; i < scene->round.organization_count; i++)
    random_organization(&scene->orgs[i], i, seed);
  random_lists(scene, seed);
  random_readings(&scene->edition, seed);
  scene->edition.quota_quality = pick(seed, 0, 3);
  scene->edition.quota_nomination = pick(seed, 0, 3);
  const int32_t convener = chance(seed, 16) ? KQA_CONVENER_OTHER : KQA_CONVENER_CHAIR;
  scene->round.quality = (struct kqa_vote){!chance(seed, 12), convener, pick(seed, 11, 14)};
  scene->round.nomination =
    (struct kqa_vote){!chance(seed, 12), KQA_CONVENER_CHAIR, pick(seed, 11, 14)};
}

/* Takes out what a fault names as an entry that cannot stand; false for any other fault. */
static inline bool take_out(struct scene *scene, struct kqa_fault fault)
{
  struct kqa_organization *org = &scene->orgs[fault.index[0]];
  switch (fault.field) {
  case KQA_FIELD_VOTES_QUALITY_YES:
    org->quality_yes = KQA_NO_ENTRY;
    break;
  case KQA_FIELD_VOTES_QUALITY_RUNOFF:
    org->quality_runoff = KQA_NO_ENTRY;
    break;
  case KQA_FIELD_VOTES_NOMINATION_YES:
    org->nomination_yes = KQA_NO_ENTRY;
    break;
  case KQA_FIELD_VOTES_NOMINATION_RUNOFF:
    org->nomination_runoff = KQA_NO_ENTRY;
    break;
  default:
    assert_int_equal(fault.field, KQA_FIELD_SPECIAL_NOMINATIONS);
    assert_int_equal(org->special_nomination, 1);
    org->special_nomination = 0;
    if (!org->has_dossier)
      *org = kqa_organization_blank();
  }
  return fault.status == KQA_E_NOT_STANDING || fault.status == KQA_E_AWARDED ||
         fault.status == KQA_E_FLOORS;
}

/* Decides, taking out entries one by one until the round is valid. */
static inline void decide_what_stands(struct scene *scene)
{
  for (int32_t i = 0; decide(scene).status != KQA_OK; i++) {
    assert_true(i < 5 * MOST);
    assert_true(take_out(scene, scene->summary.fault));
  }
}

#endif
