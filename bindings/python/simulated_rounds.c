#include "simulated_rounds.h"

#include <stdlib.h>

#include "convert.h"

enum { INCIDENTS = 3, SANCTIONS = 2, AWARDS = 2 };

/* What is the same for every round, and room for one. */
struct stage {
  const struct kqa_edition *edition;
  const int32_t *columns;
  size_t rows;
  struct kqa_round round;
  struct kqa_criteria criteria;
  struct kqa_organization *organizations;
  struct kqa_incident *incidents;
  struct kqa_sanction *sanctions;
  struct kqa_past_award *history;
  struct kqa_outcome *outcomes;
  struct kqa_ranked *ranked;
  struct kqa_candidate *candidates;
};

/* Where the answers go. */
struct answers {
  int8_t *outcome;
  int8_t *off_quota;
  int64_t *prize;
};

static int32_t cell(const struct stage *stage, int32_t column, size_t row)
{
  return stage->columns[(size_t)column * stage->rows + row];
}

/* A number that stands for no day becomes one that the library refuses. */
static struct kqa_date day_of(int32_t number)
{
  if (number == KQA_NO_DAY)
    return (struct kqa_date){0};
  struct kqa_day day = kqa_date_from_day_number(number);
  return day.fault.status == KQA_OK ? day.date : (struct kqa_date){.day = -1};
}

static struct kqa_application application_of(const struct stage *stage, size_t row)
{
  uint32_t known = (uint32_t)cell(stage, KQA_SIMULATED_KNOWN, row);
  uint32_t holds = (uint32_t)cell(stage, KQA_SIMULATED_HOLDS, row);
  int32_t copies = cell(stage, KQA_SIMULATED_COPIES, row);
  struct kqa_application application = {
    .operating_since = day_of(cell(stage, KQA_SIMULATED_OPERATING_SINCE, row)),
    .recommended_by = cell(stage, KQA_SIMULATED_RECOMMENDED_BY, row),
    .copies_known = copies != KQA_NO_NUMBER,
    .copies = copies == KQA_NO_NUMBER ? 0 : copies,
    .received = day_of(cell(stage, KQA_SIMULATED_RECEIVED, row)),
  };
  for (int32_t fact = 0; fact < KQA_FACTS; fact++)
    application.facts[fact] = !(known >> fact & 1U)  ? KQA_UNKNOWN
                              : (holds >> fact & 1U) ? KQA_TRUE
                                                     : KQA_FALSE;
  return application;
}

static struct kqa_review review_of(int32_t score)
{
  if (score == KQA_NO_NUMBER)
    return (struct kqa_review){0};
  return (struct kqa_review){.kind = KQA_REVIEW_SCORE,
                             .score = {score, KQA_COLUMN_SCORE_PER_POINT}};
}

static struct kqa_span incidents_of(struct stage *stage, size_t row, int32_t first)
{
  struct kqa_span span = {first, 0};
  for (int32_t kind = 0; kind < INCIDENTS; kind++) {
    struct kqa_date day = day_of(cell(stage, KQA_SIMULATED_INSPECTION_FAILURE + kind, row));
    if (!kqa_date_is_absent(day))
      stage->incidents[first + span.count++] =
        (struct kqa_incident){KQA_INCIDENT_INSPECTION_FAILURE + kind, day};
  }
  return span;
}

static struct kqa_span sanctions_of(struct stage *stage, size_t row, int32_t first)
{
  struct kqa_span span = {first, 0};
  for (int32_t kind = 0; kind < SANCTIONS; kind++) {
    struct kqa_date day = day_of(cell(stage, KQA_SIMULATED_FRAUD + kind, row));
    if (!kqa_date_is_absent(day))
      stage->sanctions[first + span.count++] =
        (struct kqa_sanction){KQA_SANCTION_FRAUD + kind, day};
  }
  return span;
}

/* Everything paid so far stands with the first award. */
static struct kqa_span history_of(struct stage *stage, size_t row, int32_t first)
{
  static const int32_t awards[AWARDS] = {KQA_AWARD_QUALITY, KQA_AWARD_NOMINATION};
  int32_t won = cell(stage, KQA_SIMULATED_WON, row);
  int64_t paid = cell(stage, KQA_SIMULATED_PAID, row);
  struct kqa_span span = {first, 0};
  for (int32_t place = 0; place < AWARDS; place++)
    if (won >> place & 1) {
      stage->history[first + span.count++] = (struct kqa_past_award){
        .award = awards[place], .year = stage->round.year - 1, .paid = paid};
      paid = 0;
    }
  return span;
}

static void place_applicant(struct stage *stage, size_t row, int32_t place)
{
  struct kqa_organization *organization = &stage->organizations[place];
  *organization = kqa_organization_blank();
  organization->application = application_of(stage, row);
  organization->incidents = incidents_of(stage, row, place * INCIDENTS);
  organization->sanctions = sanctions_of(stage, row, place * SANCTIONS);
  organization->history = history_of(stage, row, place * AWARDS);
  organization->invited = cell(stage, KQA_SIMULATED_INVITED, row);
  organization->document = review_of(cell(stage, KQA_SIMULATED_DOCUMENT, row));
  organization->site = review_of(cell(stage, KQA_SIMULATED_SITE, row));
  organization->quality_yes = cell(stage, KQA_SIMULATED_QUALITY_YES, row);
  organization->quality_runoff = cell(stage, KQA_SIMULATED_QUALITY_RUNOFF, row);
  organization->nomination_yes = cell(stage, KQA_SIMULATED_NOMINATION_YES, row);
  organization->nomination_runoff = cell(stage, KQA_SIMULATED_NOMINATION_RUNOFF, row);
}

static struct kqa_fault decide_rounds(struct stage *stage, struct answers answers)
{
  size_t size = (size_t)stage->round.organization_count;
  for (size_t first = 0; first < stage->rows; first += size) {
    for (size_t i = 0; i < size; i++)
      place_applicant(stage, first + i, (int32_t)i);
    struct kqa_round_summary summary = kqa_round_decide_under(
      stage->edition, &stage->round, stage->outcomes, stage->ranked, stage->candidates);
    if (summary.fault.status != KQA_OK)
      return summary.fault;
    for (size_t i = 0; i < size; i++) {
      answers.outcome[first + i] = (int8_t)stage->outcomes[i].outcome;
      answers.off_quota[first + i] = (int8_t)stage->outcomes[i].off_quota;
      answers.prize[first + i] = stage->outcomes[i].prize;
    }
  }
  return (struct kqa_fault){0};
}

static bool make_room(struct stage *stage)
{
  size_t size = (size_t)stage->round.organization_count;
  stage->organizations = calloc(size, sizeof *stage->organizations);
  stage->incidents = calloc(size * INCIDENTS, sizeof *stage->incidents);
  stage->sanctions = calloc(size * SANCTIONS, sizeof *stage->sanctions);
  stage->history = calloc(size * AWARDS, sizeof *stage->history);
  stage->outcomes = calloc(size, sizeof *stage->outcomes);
  stage->ranked = calloc(size, sizeof *stage->ranked);
  stage->candidates = calloc(size, sizeof *stage->candidates);
  stage->round.organizations = stage->organizations;
  stage->round.incidents = stage->incidents;
  stage->round.incident_count = (int32_t)size * INCIDENTS;
  stage->round.sanctions = stage->sanctions;
  stage->round.sanction_count = (int32_t)size * SANCTIONS;
  stage->round.history = stage->history;
  stage->round.history_count = (int32_t)size * AWARDS;
  return stage->organizations && stage->incidents && stage->sanctions && stage->history &&
         stage->outcomes && stage->ranked && stage->candidates;
}

static void free_room(struct stage *stage)
{
  free(stage->organizations);
  free(stage->incidents);
  free(stage->sanctions);
  free(stage->history);
  free(stage->outcomes);
  free(stage->ranked);
  free(stage->candidates);
}

static PyObject *answer(struct stage *stage)
{
  Py_ssize_t rows = (Py_ssize_t)stage->rows;
  PyObject *outcome = PyBytes_FromStringAndSize(NULL, rows);
  PyObject *off_quota = PyBytes_FromStringAndSize(NULL, rows);
  PyObject *prize = PyBytes_FromStringAndSize(NULL, rows * (Py_ssize_t)sizeof(int64_t));
  PyObject *result = NULL;
  if (outcome != NULL && off_quota != NULL && prize != NULL) {
    struct answers answers = {(int8_t *)PyBytes_AsString(outcome),
                              (int8_t *)PyBytes_AsString(off_quota),
                              (int64_t *)(void *)PyBytes_AsString(prize)};
    struct kqa_fault fault;
    Py_BEGIN_ALLOW_THREADS
    fault = decide_rounds(stage, answers);
    Py_END_ALLOW_THREADS
    if (kqa_py_fine(fault))
      result = PyTuple_Pack(3, outcome, off_quota, prize);
  }
  Py_XDECREF(outcome);
  Py_XDECREF(off_quota);
  Py_XDECREF(prize);
  return result;
}

PyObject *plain_simulated_rounds(PyObject *edition, PyObject *deadline, PyObject *applicants,
                                 PyObject *size, PyObject *members, PyObject *present)
{
  struct stage stage = {.edition = kqa_py_plain(edition, sizeof(struct kqa_edition), "edition")};
  struct kqa_round *round = &stage.round;
  struct kqa_py_ints ints;
  int32_t voting = 0;
  if (stage.edition == NULL || !kqa_py_fine(kqa_edition_check(stage.edition)) ||
      !kqa_py_date(deadline, &round->deadline, "deadline") ||
      !kqa_py_int32(size, &round->organization_count, "size") ||
      !kqa_py_int32(members, &round->members, "members") ||
      !kqa_py_int32(present, &voting, "present") ||
      !kqa_py_fine(kqa_criteria_find("gbt19580-2012", &stage.criteria)) ||
      !kqa_py_ints(applicants, &ints, "applicants"))
    return NULL;
  round->year = round->deadline.year;
  round->criteria = &stage.criteria;
  round->has_committee = 1;
  round->quality = (struct kqa_vote){1, KQA_CONVENER_CHAIR, voting};
  round->nomination = round->quality;
  stage.columns = ints.items;
  stage.rows = ints.count / KQA_SIMULATED_COLUMNS;
  PyObject *result = NULL;
  if (round->organization_count < 1 || round->organization_count > 10000)
    kqa_py_refuse(KQA_E_RANGE, "size");
  else if (ints.count % KQA_SIMULATED_COLUMNS != 0 ||
           stage.rows % (size_t)round->organization_count != 0)
    kqa_py_refuse(KQA_E_TOO_FEW, "applicants");
  else if (!make_room(&stage))
    PyErr_NoMemory();
  else
    result = answer(&stage);
  free_room(&stage);
  kqa_py_ints_free(&ints);
  return result;
}
