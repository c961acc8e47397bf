/* One row of columns for a case. */
#include "columns.h"

#include <stddef.h>

static int32_t day_of(struct kqa_date date)
{
  return kqa_date_is_absent(date) ? KQA_NO_DAY : (int32_t)kqa_date_day_number(date).value;
}

/* Of one kind the latest day that is not after the deadline. */
static void keep_latest(int32_t *latest, struct kqa_date date, struct kqa_date deadline)
{
  int32_t day = day_of(date);

  if (kqa_date_compare(date, deadline) <= 0 && day > *latest)
    *latest = day;
}

static bool is_place_of_first(const struct kqa_eligibility *result, int32_t place)
{
  int32_t first = 0;

  if (result->verdict == KQA_VERDICT_MET)
    return place == -1;
  while (result->findings[first].verdict != result->verdict)
    first++;
  return place == first;
}

const char *eligibility_in_columns(const struct kqa_edition *edition, struct kqa_date deadline,
                                   const struct kqa_application *application,
                                   const struct kqa_incident *incidents, size_t incident_count,
                                   const struct kqa_sanction *sanctions, size_t sanction_count,
                                   const struct kqa_eligibility *result)
{
  uint32_t known = 0;
  uint32_t holds = 0;
  int32_t since = day_of(application->operating_since);
  int8_t recommended_by = (int8_t)application->recommended_by;
  int32_t copies = application->copies_known ? application->copies : KQA_NO_NUMBER;
  int32_t received = day_of(application->received);
  int32_t days[3] = {KQA_NO_DAY, KQA_NO_DAY, KQA_NO_DAY};
  int32_t bars[2] = {KQA_NO_DAY, KQA_NO_DAY};
  int8_t verdict;
  int8_t decisive;
  uint32_t missing;
  const struct kqa_columns columns = {1,        &known,    &holds,   &since,   &recommended_by,
                                      &copies,  &received, &days[0], &days[1], &days[2],
                                      &bars[0], &bars[1],  NULL,     NULL,     NULL,
                                      NULL,     NULL,      NULL};
  const struct kqa_answers answers = {
    .verdict = &verdict, .decisive = &decisive, .missing = &missing};
  struct kqa_number at_fault;

  if (result->fault.status != KQA_OK)
    return NULL;
  for (int32_t fact = 0; fact < KQA_FACTS; fact++) {
    known |= (uint32_t)(application->facts[fact] != KQA_UNKNOWN) << fact;
    holds |= (uint32_t)(application->facts[fact] == KQA_TRUE) << fact;
  }
  for (size_t i = 0; i < incident_count; i++)
    keep_latest(&days[incidents[i].kind - KQA_INCIDENT_INSPECTION_FAILURE], incidents[i].date,
                deadline);
  for (size_t i = 0; i < sanction_count; i++)
    keep_latest(&bars[sanctions[i].kind - KQA_SANCTION_FRAUD], sanctions[i].decided, deadline);
  at_fault = kqa_batch_decide(edition, deadline, &columns, &answers, 0, 1);
  if (at_fault.fault.status != KQA_OK || at_fault.value != 0)
    return "a fault of the qualification check";
  if (verdict != result->verdict)
    return "another verdict";
  if (!is_place_of_first(result, decisive))
    return "another decisive finding";
  return missing == result->missing ? NULL : "other facts missing";
}

static bool is_refused(const struct kqa_edition *edition, const struct kqa_columns *columns,
                       const struct kqa_answers *answers)
{
  struct kqa_number at_fault =
    kqa_batch_decide(edition, edition->in_force_from, columns, answers, 0, 1);

  return at_fault.fault.status != KQA_OK || at_fault.value != 0;
}

/* Whether a fraction counts whole millionths, and how many. */
static bool in_millionths(struct kqa_ratio score, int32_t *millionths)
{
  bool whole = score.den > 0 && KQA_COLUMN_SCORE_PER_POINT % score.den == 0;

  if (whole)
    *millionths = (int32_t)(score.num * (KQA_COLUMN_SCORE_PER_POINT / score.den));
  return whole;
}

const char *scores_in_columns(const struct kqa_edition *edition, struct kqa_ratio document,
                              struct kqa_ratio site)
{
  struct kqa_quantity total = kqa_total_score(edition, document, site);
  struct kqa_decision decision = kqa_floors_check(edition, document, site);
  int32_t scores[2];
  int64_t in_billionths;
  int8_t floors;
  const struct kqa_columns columns = {.rows = 1, .document = &scores[0], .site = &scores[1]};
  const struct kqa_answers answers = {.total = &in_billionths, .floors = &floors};

  if (total.fault.status != KQA_OK || !in_millionths(document, &scores[0]) ||
      !in_millionths(site, &scores[1]))
    return NULL;
  if (is_refused(edition, &columns, &answers))
    return "a fault of the scores";
  if (in_billionths != total.value.num * (KQA_COLUMN_TOTAL_PER_POINT / total.value.den))
    return "another total";
  return floors == decision.verdict ? NULL : "another verdict on the floors";
}

const char *prize_in_columns(const struct kqa_edition *edition, int32_t award,
                             const struct kqa_past_award *history, size_t count, int64_t amount)
{
  int8_t asked = (int8_t)award;
  uint8_t won = 0;
  int64_t paid[2] = {0, 0}; /* for awards that stand, for revoked ones */
  int64_t prize;
  const struct kqa_columns columns = {
    .rows = 1, .award = &asked, .won = &won, .paid = &paid[0], .paid_revoked = &paid[1]};
  const struct kqa_answers answers = {.prize = &prize};

  for (size_t i = 0; i < count; i++) {
    won |= (uint8_t)(history[i].award << (history[i].revoked ? 2 : 0));
    paid[history[i].revoked] += history[i].paid;
  }
  if (is_refused(edition, &columns, &answers))
    return "a fault of the prize";
  return prize == amount ? NULL : "another prize";
}

static bool is_same_fault(struct kqa_fault fault, int8_t status, int16_t field)
{
  return fault.status == status && fault.field == field;
}

const char *ballot_in_columns(const struct kqa_edition *edition, const struct kqa_ballot *ballot,
                              const struct kqa_decision *decision)
{
  int8_t convened_by = (int8_t)ballot->convened_by;
  int8_t verdict;
  int8_t status;
  int16_t field;
  const struct kqa_ballot_columns columns = {1, &ballot->members, &convened_by, &ballot->present,
                                             &ballot->yes};
  const struct kqa_ballot_answers answers = {&verdict, NULL, &status, &field};

  if (kqa_batch_ballots(edition, &columns, &answers, 0, 1).fault.status != KQA_OK)
    return NULL;
  if (verdict != decision->verdict)
    return "another verdict on the vote";
  return is_same_fault(decision->fault, status, field) ? NULL : "another fault of the vote";
}

static const struct kqa_past_award *history_of(const struct kqa_round *round,
                                               const struct kqa_organization *organization)
{
  return organization->history.count > 0 ? round->history + organization->history.first : NULL;
}

static const char *organization_in_columns(const struct kqa_edition *edition,
                                           const struct kqa_round *round,
                                           const struct kqa_organization *organization,
                                           const struct kqa_outcome *outcome)
{
  const struct kqa_incident *incidents =
    organization->incidents.count > 0 ? round->incidents + organization->incidents.first : NULL;
  const struct kqa_sanction *sanctions =
    organization->sanctions.count > 0 ? round->sanctions + organization->sanctions.first : NULL;
  const size_t incident_count = (size_t)organization->incidents.count;
  const size_t sanction_count = (size_t)organization->sanctions.count;
  struct kqa_eligibility eligibility =
    kqa_eligibility_decide(edition, round->deadline, &organization->application, incidents,
                           incident_count, sanctions, sanction_count);
  const char *difference =
    eligibility_in_columns(edition, round->deadline, &organization->application, incidents,
                           incident_count, sanctions, sanction_count, &eligibility);

  if (eligibility.verdict != outcome->eligible)
    return "another verdict than in the round";
  if (!difference)
    difference = scores_in_columns(edition, outcome->document, outcome->site);
  if (!difference && outcome->award != KQA_AWARD_NONE)
    difference = prize_in_columns(edition, outcome->award, history_of(round, organization),
                                  (size_t)organization->history.count, outcome->prize);
  return difference;
}

const char *round_in_columns(const struct kqa_edition *edition, const struct kqa_round *round,
                             const struct kqa_outcome *outcomes)
{
  const char *difference = NULL;

  for (int32_t i = 0; i < round->organization_count && !difference; i++)
    if (round->organizations[i].has_dossier)
      difference = organization_in_columns(edition, round, &round->organizations[i], &outcomes[i]);
  return difference;
}
