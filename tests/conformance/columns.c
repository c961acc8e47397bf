/* One row of columns for a case. */
#include "columns.h"

static void require(struct call *call, bool condition, const char *what)
{
  if (!condition)
    call_trouble(call, "columns", what);
}

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

void same_eligibility_in_columns(struct call *call, struct kqa_date deadline,
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
    return;
  for (int32_t fact = 0; fact < KQA_FACTS; fact++) {
    known |= (uint32_t)(application->facts[fact] != KQA_UNKNOWN) << fact;
    holds |= (uint32_t)(application->facts[fact] == KQA_TRUE) << fact;
  }
  for (size_t i = 0; i < incident_count; i++)
    keep_latest(&days[incidents[i].kind - KQA_INCIDENT_INSPECTION_FAILURE], incidents[i].date,
                deadline);
  for (size_t i = 0; i < sanction_count; i++)
    keep_latest(&bars[sanctions[i].kind - KQA_SANCTION_FRAUD], sanctions[i].decided, deadline);
  at_fault = kqa_batch_decide(&call->edition, deadline, &columns, &answers, 0, 1);
  require(call, at_fault.fault.status == KQA_OK && at_fault.value == 0, "a fault");
  require(call, verdict == result->verdict, "another verdict");
  require(call, is_place_of_first(result, decisive), "another decisive finding");
  require(call, missing == result->missing, "other facts missing");
}

/* Whether a fraction counts whole millionths, and how many. */
static bool in_millionths(struct kqa_ratio score, int32_t *millionths)
{
  bool whole = score.den > 0 && KQA_COLUMN_SCORE_PER_POINT % score.den == 0;

  if (whole)
    *millionths = (int32_t)(score.num * (KQA_COLUMN_SCORE_PER_POINT / score.den));
  return whole;
}

void same_scores_in_columns(struct call *call, struct kqa_ratio document, struct kqa_ratio site)
{
  struct kqa_quantity total = kqa_total_score(&call->edition, document, site);
  struct kqa_decision decision = kqa_floors_check(&call->edition, document, site);
  int32_t scores[2];
  int64_t in_billionths;
  int8_t floors;
  const struct kqa_columns columns = {.rows = 1, .document = &scores[0], .site = &scores[1]};
  const struct kqa_answers answers = {.total = &in_billionths, .floors = &floors};

  if (total.fault.status != KQA_OK || !in_millionths(document, &scores[0]) ||
      !in_millionths(site, &scores[1]))
    return;
  require(call,
          kqa_batch_decide(&call->edition, call->edition.in_force_from, &columns, &answers, 0, 1)
              .fault.status == KQA_OK,
          "a fault");
  require(call, in_billionths == total.value.num * (KQA_COLUMN_TOTAL_PER_POINT / total.value.den),
          "another total");
  require(call, floors == decision.verdict, "another verdict on the floors");
}

void same_prize_in_columns(struct call *call, int32_t award, const struct kqa_past_award *history,
                           size_t count, int64_t amount)
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
  require(call,
          kqa_batch_decide(&call->edition, call->edition.in_force_from, &columns, &answers, 0, 1)
              .fault.status == KQA_OK,
          "a fault");
  require(call, prize == amount, "another prize");
}

static bool is_same_fault(struct kqa_fault fault, int8_t status, int16_t field)
{
  return fault.status == status && fault.field == field;
}

void same_ballot_in_columns(struct call *call, const struct kqa_ballot *ballot,
                            const struct kqa_decision *decision)
{
  int8_t convened_by = (int8_t)ballot->convened_by;
  int8_t verdict;
  int8_t status;
  int16_t field;
  const struct kqa_ballot_columns columns = {1, &ballot->members, &convened_by, &ballot->present,
                                             &ballot->yes};
  const struct kqa_ballot_answers answers = {&verdict, NULL, &status, &field};

  if (kqa_batch_ballots(&call->edition, &columns, &answers, 0, 1).fault.status != KQA_OK)
    return;
  require(call, verdict == decision->verdict, "another verdict");
  require(call, is_same_fault(decision->fault, status, field), "another fault");
}
