#include "round_compare.h"

#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "round_inside.h"

/* More results than that no organisation has: eleven outcomes, each with a few prizes. */
enum { MOST_RESULTS = 64 };

static struct kqa_decided_round decided(const struct result_box *box)
{
  return (struct kqa_decided_round){&box->file.edition, &box->file.round, &box->result.summary,
                                    box->result.outcomes};
}

static PyObject *seats_of(struct kqa_seats seats)
{
  return Py_BuildValue("(iii)", (int)seats.quota, (int)seats.taken, (int)seats.off_quota);
}

static bool append_row(PyObject *list, PyObject *row)
{
  bool fine = row != NULL && PyList_Append(list, row) == 0;
  Py_XDECREF(row);
  return fine;
}

/* The transitions that occur: outcome before, outcome after, how many. */
static PyObject *transitions_of(const struct kqa_comparison *comparison)
{
  PyObject *list = PyList_New(0);
  for (int i = 0; list != NULL && i < KQA_OUTCOMES * KQA_OUTCOMES; i++) {
    if (comparison->transitions[i] == 0)
      continue;
    if (!append_row(list, Py_BuildValue("(iii)", i / KQA_OUTCOMES, i % KQA_OUTCOMES,
                                        (int)comparison->transitions[i])))
      Py_CLEAR(list);
  }
  PyObject *tuple = list == NULL ? NULL : PyList_AsTuple(list);
  Py_XDECREF(list);
  return tuple;
}

PyObject *round_result_compare(PyObject *before, PyObject *after)
{
  struct result_box *box = open_result(before);
  struct result_box *other = box == NULL ? NULL : open_result(after);
  if (other == NULL)
    return NULL;
  const struct kqa_decided_round one = decided(box);
  const struct kqa_decided_round two = decided(other);
  struct kqa_comparison comparison;
  Py_BEGIN_ALLOW_THREADS
  comparison = kqa_round_compare(&one, &two);
  Py_END_ALLOW_THREADS
  if (!kqa_py_fine(comparison.fault))
    return NULL;
  return Py_BuildValue("(iiiNNNNLLN)", (int)comparison.organizations, (int)comparison.flipped,
                       (int)comparison.changed, seats_of(comparison.quality_before),
                       seats_of(comparison.quality_after), seats_of(comparison.nomination_before),
                       seats_of(comparison.nomination_after), (long long)comparison.prize_before,
                       (long long)comparison.prize_after, transitions_of(&comparison));
}

static PyObject *finding_or_none(const struct kqa_finding *finding)
{
  if (finding->provision == 0)
    Py_RETURN_NONE;
  return kqa_py_from_finding(finding);
}

static PyObject *name_or_none(const char *name)
{
  if (name == NULL)
    Py_RETURN_NONE;
  return kqa_py_from_text(name);
}

static PyObject *change_row(const struct result_box *box, int32_t place,
                            const struct kqa_change *change)
{
  return Py_BuildValue("(NNiiiiiiiiiiLLNN)", kqa_py_from_text(box->file.ids[place]),
                       name_or_none(box->file.names[place]), (int)change->changed,
                       (int)change->outcome_before, (int)change->outcome_after,
                       (int)change->award_before, (int)change->award_after,
                       (int)change->off_quota_before, (int)change->off_quota_after,
                       (int)change->rank_before, (int)change->rank_after, (int)change->provision,
                       (long long)change->prize_before, (long long)change->prize_after,
                       finding_or_none(&change->before), finding_or_none(&change->after));
}

PyObject *round_result_change(PyObject *before, PyObject *after, PyObject *place)
{
  int32_t at = 0;
  struct result_box *box = open_result(before);
  struct result_box *other = box == NULL ? NULL : open_result(after);
  if (other == NULL || !kqa_py_int32(place, &at, "place"))
    return NULL;
  const struct kqa_decided_round one = decided(box);
  const struct kqa_decided_round two = decided(other);
  const struct kqa_change change = kqa_round_change(&one, &two, at);
  return kqa_py_fine(change.fault) ? change_row(box, at, &change) : NULL;
}

PyObject *round_result_changes(PyObject *before, PyObject *after)
{
  struct result_box *box = open_result(before);
  struct result_box *other = box == NULL ? NULL : open_result(after);
  if (other == NULL)
    return NULL;
  const struct kqa_decided_round one = decided(box);
  const struct kqa_decided_round two = decided(other);
  PyObject *list = PyList_New(0);
  for (int32_t i = 0; list != NULL && i < box->file.round.organization_count; i++) {
    const struct kqa_change change = kqa_round_change(&one, &two, i);
    if (!kqa_py_fine(change.fault) || ((change.changed & ~KQA_CHANGED_FINDINGS) != 0 &&
                                       !append_row(list, change_row(box, i, &change))))
      Py_CLEAR(list);
  }
  PyObject *tuple = list == NULL ? NULL : PyList_AsTuple(list);
  Py_XDECREF(list);
  return tuple;
}

/* One organisation whose result depends on readings: its results, and which of them it has under
 * each combination. */
struct dependent {
  int32_t place;
  int32_t count;
  int32_t outcomes[MOST_RESULTS];
  int64_t prizes[MOST_RESULTS];
  unsigned char *cells;
};

struct search {
  struct kqa_sensitivity *sets;
  struct kqa_outcome *outcomes;
  struct kqa_outcome *other;
  struct kqa_ranked *ranked;
  struct kqa_candidate *candidates;
  struct dependent *dependents;
  unsigned char *cells;
  int32_t count; /* Of dependents. */
};

static bool search_begin(struct search *search, size_t count)
{
  *search = (struct search){.sets = calloc(count, sizeof *search->sets),
                            .outcomes = malloc(count * sizeof *search->outcomes),
                            .other = malloc(count * sizeof *search->other),
                            .ranked = malloc(count * sizeof *search->ranked),
                            .candidates = malloc(count * sizeof *search->candidates)};
  return search->sets != NULL && search->outcomes != NULL && search->other != NULL &&
         search->ranked != NULL && search->candidates != NULL;
}

static void search_end(struct search *search)
{
  free(search->sets);
  free(search->outcomes);
  free(search->other);
  free(search->ranked);
  free(search->candidates);
  free(search->dependents);
  free(search->cells);
}

static bool has_sets(const struct kqa_sensitivity *sets)
{
  static const struct kqa_sensitivity none;
  return memcmp(sets, &none, sizeof none) != 0;
}

static bool list_dependents(struct search *search, int32_t organizations)
{
  size_t combinations = (size_t)kqa_reading_combinations();
  int32_t count = 0;
  for (int32_t i = 0; i < organizations; i++)
    search->count += has_sets(&search->sets[i]);
  search->dependents = calloc((size_t)search->count + 1, sizeof *search->dependents);
  search->cells = malloc(((size_t)search->count + 1) * combinations);
  if (search->dependents == NULL || search->cells == NULL)
    return false;
  for (int32_t i = 0; i < organizations; i++) {
    if (!has_sets(&search->sets[i]))
      continue;
    search->dependents[count].place = i;
    search->dependents[count].cells = search->cells + (size_t)count * combinations;
    count++;
  }
  return true;
}

/* The place of a result in an organisation's list, which it joins when it is new. */
static unsigned char note_result(struct dependent *dependent, const struct kqa_outcome *outcome)
{
  int32_t at = 0;
  while (at < dependent->count &&
         (dependent->outcomes[at] != outcome->outcome || dependent->prizes[at] != outcome->prize))
    at++;
  if (at == dependent->count && at < MOST_RESULTS - 1)
    dependent->count++;
  dependent->outcomes[at] = outcome->outcome;
  dependent->prizes[at] = outcome->prize;
  return (unsigned char)at;
}

static bool run_search(struct search *search, const struct round_file *file)
{
  const struct kqa_round *round = &file->round;
  struct kqa_fault fault =
    kqa_round_sensitivity(&file->edition, round, search->sets, search->outcomes, search->other,
                          search->ranked, search->candidates);
  if (fault.status != KQA_OK || !list_dependents(search, round->organization_count))
    return false;
  for (int32_t i = 0; search->count > 0 && i < kqa_reading_combinations(); i++) {
    struct kqa_edition edition = kqa_reading_combination(&file->edition, i);
    kqa_round_decide_under(&edition, round, search->other, search->ranked, search->candidates);
    for (int32_t k = 0; k < search->count; k++) {
      struct dependent *dependent = &search->dependents[k];
      dependent->cells[i] = note_result(dependent, &search->other[dependent->place]);
    }
  }
  return true;
}

static PyObject *sets_of(const uint32_t *sets)
{
  PyObject *list = PyList_New(0);
  for (int set = 0; list != NULL && set < 32 * KQA_READING_SET_WORDS; set++)
    if ((sets[set / 32] >> set % 32 & 1) != 0 && !append_row(list, PyLong_FromLong(set)))
      Py_CLEAR(list);
  PyObject *tuple = list == NULL ? NULL : PyList_AsTuple(list);
  Py_XDECREF(list);
  return tuple;
}

static PyObject *results_of(const struct dependent *dependent)
{
  PyObject *tuple = PyTuple_New(dependent->count);
  for (int32_t i = 0; tuple != NULL && i < dependent->count; i++) {
    PyObject *row =
      Py_BuildValue("(iL)", (int)dependent->outcomes[i], (long long)dependent->prizes[i]);
    if (row == NULL || PyTuple_SetItem(tuple, i, row) != 0)
      Py_CLEAR(tuple);
  }
  return tuple;
}

static PyObject *dependents_of(const struct search *search)
{
  PyObject *tuple = PyTuple_New(search->count);
  for (int32_t i = 0; tuple != NULL && i < search->count; i++) {
    const struct dependent *dependent = &search->dependents[i];
    const struct kqa_sensitivity *sets = &search->sets[dependent->place];
    PyObject *row = Py_BuildValue(
      "(iNNNN)", (int)dependent->place, sets_of(sets->outcome_sets), sets_of(sets->prize_sets),
      PyBytes_FromStringAndSize((const char *)dependent->cells, kqa_reading_combinations()),
      results_of(dependent));
    if (row == NULL || PyTuple_SetItem(tuple, i, row) != 0)
      Py_CLEAR(tuple);
  }
  return tuple;
}

PyObject *round_result_sensitivity(PyObject *result)
{
  struct result_box *box = open_result(result);
  if (box == NULL)
    return NULL;
  struct search search;
  bool fine = false;
  Py_BEGIN_ALLOW_THREADS
  fine = search_begin(&search, (size_t)box->file.round.organization_count + 1) &&
         run_search(&search, &box->file);
  Py_END_ALLOW_THREADS
  PyObject *dependents = fine ? dependents_of(&search) : PyErr_NoMemory();
  search_end(&search);
  return dependents;
}
