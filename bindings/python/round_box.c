#include "round_box.h"

#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "document.h"
#include "round_inside.h"
#include "round_json.h"

static const char round_name[] = "kqaward.round";
static const char result_name[] = "kqaward.result";

void raise_round_fault(const struct round_fault *fault, const char *name)
{
  char zh[1024];
  char en[1024];
  round_fault_text(fault, name[0] == '\0' ? "本轮" : name, KQA_LANGUAGE_ZH, zh, sizeof zh);
  round_fault_text(fault, name[0] == '\0' ? "round" : name, KQA_LANGUAGE_EN, en, sizeof en);
  kqa_py_raise(en, fault->fault.status, fault->path, zh);
}

static void free_round(PyObject *capsule)
{
  struct round_box *box = PyCapsule_GetPointer(capsule, round_name);
  if (box == NULL)
    return;
  round_file_free(&box->file);
  json_free(&box->tree);
  free(box);
}

static void free_result(PyObject *capsule)
{
  struct result_box *box = PyCapsule_GetPointer(capsule, result_name);
  if (box == NULL)
    return;
  round_result_free(&box->result);
  Py_DECREF(box->round);
  free(box);
}

static void *open_box(PyObject *object, const char *name)
{
  if (PyCapsule_IsValid(object, name))
    return PyCapsule_GetPointer(object, name);
  kqa_py_refuse_texts(KQA_E_TYPE, "round", "由本包读入的一轮", "a round that this package has read");
  return NULL;
}

/* Takes the tree over. */
static PyObject *round_of_tree(struct json_tree *tree, const char *name)
{
  struct round_fault fault;
  struct round_box *box = calloc(1, sizeof *box);
  if (box == NULL) {
    json_free(tree);
    return PyErr_NoMemory();
  }
  box->tree = *tree;
  bool fine = false;
  Py_BEGIN_ALLOW_THREADS
  fine = round_file_read(box->tree.root, &box->file, &fault);
  Py_END_ALLOW_THREADS
  PyObject *capsule = NULL;
  if (!fine)
    raise_round_fault(&fault, name);
  else
    capsule = PyCapsule_New(box, round_name, free_round);
  if (capsule == NULL) {
    round_file_free(&box->file);
    json_free(&box->tree);
    free(box);
  }
  return capsule;
}

PyObject *round_from_json(PyObject *text, PyObject *name)
{
  char *bytes = NULL;
  Py_ssize_t length = 0;
  const char *shown = kqa_py_text(name, "name");
  if (shown == NULL)
    return NULL;
  if (PyUnicode_Check(text)) {
    bytes = (char *)(uintptr_t)PyUnicode_AsUTF8AndSize(text, &length);
    if (bytes == NULL) {
      kqa_py_refuse(KQA_E_ENCODING, "round");
      return NULL;
    }
  } else if (!PyBytes_Check(text) || PyBytes_AsStringAndSize(text, &bytes, &length) != 0) {
    kqa_py_refuse_texts(KQA_E_TYPE, "round", "JSON文本", "JSON text as str or bytes");
    return NULL;
  }
  struct json_tree tree;
  Py_BEGIN_ALLOW_THREADS
  tree = json_read_text(bytes, (size_t)length);
  Py_END_ALLOW_THREADS
  if (tree.fault.status == JSON_OK)
    return round_of_tree(&tree, shown);
  struct round_fault fault = round_fault_of_json(&tree.fault);
  json_free(&tree);
  raise_round_fault(&fault, shown);
  return NULL;
}

PyObject *round_from_object(PyObject *document)
{
  struct json_tree tree;
  return document_tree(document, &tree) ? round_of_tree(&tree, "") : NULL;
}

PyObject *round_document(PyObject *round)
{
  struct round_box *box = open_box(round, round_name);
  return box == NULL ? NULL : document_object(box->tree.root);
}

struct round_box *open_round(PyObject *round)
{
  return open_box(round, round_name);
}

struct result_box *open_result(PyObject *result)
{
  return open_box(result, result_name);
}

static PyObject *bytes_of_edition(const struct kqa_edition *edition)
{
  return PyBytes_FromStringAndSize((const char *)edition, sizeof *edition);
}

PyObject *round_edition(PyObject *round)
{
  struct round_box *box = open_box(round, round_name);
  return box == NULL ? NULL : bytes_of_edition(&box->file.edition);
}

PyObject *round_year(PyObject *round)
{
  struct round_box *box = open_box(round, round_name);
  return box == NULL ? NULL : PyLong_FromLong(box->file.round.year);
}

PyObject *round_ids(PyObject *round)
{
  struct round_box *box = open_box(round, round_name);
  PyObject *ids = box == NULL ? NULL : PyTuple_New(box->file.round.organization_count);
  for (int32_t i = 0; ids != NULL && i < box->file.round.organization_count; i++) {
    PyObject *id = kqa_py_from_text(box->file.ids[i]);
    if (id == NULL || PyTuple_SetItem(ids, i, id) != 0)
      Py_CLEAR(ids);
  }
  return ids;
}

typedef bool decide_function(const struct round_file *file, struct round_result *result,
                             struct round_fault *fault);

static PyObject *result_of(PyObject *round, PyObject *edition, decide_function *decide)
{
  struct round_box *round_box = open_round(round);
  const struct kqa_edition *plain =
    round_box == NULL ? NULL : kqa_py_plain(edition, sizeof *plain, "edition");
  struct result_box *box = plain == NULL ? NULL : calloc(1, sizeof *box);
  if (box == NULL)
    return plain == NULL ? NULL : PyErr_NoMemory();
  struct round_fault fault;
  bool fine = false;
  box->file = round_box->file;
  memcpy(&box->file.edition, plain, sizeof *plain);
  Py_BEGIN_ALLOW_THREADS
  fine = decide(&box->file, &box->result, &fault);
  Py_END_ALLOW_THREADS
  if (!fine) {
    raise_round_fault(&fault, "");
    free(box);
    return NULL;
  }
  PyObject *capsule = PyCapsule_New(box, result_name, free_result);
  if (capsule == NULL) {
    round_result_free(&box->result);
    free(box);
    return NULL;
  }
  Py_INCREF(round);
  box->round = round;
  return capsule;
}

PyObject *round_decide(PyObject *round, PyObject *edition)
{
  return result_of(round, edition, round_file_decide);
}

PyObject *round_decide_under(PyObject *round, PyObject *edition)
{
  return result_of(round, edition, round_file_decide_under);
}

PyObject *round_result_count(PyObject *result)
{
  struct result_box *box = open_box(result, result_name);
  return box == NULL ? NULL : PyLong_FromLong(box->file.round.organization_count);
}

static PyObject *entry_of_vote(const struct kqa_vote *vote, int32_t votes)
{
  if (!vote->held || votes == KQA_NO_ENTRY)
    Py_RETURN_NONE;
  return PyLong_FromLong(votes);
}

static PyObject *findings_of(const struct result_box *box, int32_t place)
{
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  struct kqa_number count =
    kqa_round_findings(&box->file.edition, &box->file.round, &box->result.summary,
                       box->result.outcomes, place, findings, KQA_ROUND_FINDINGS);
  int64_t kept = count.value < KQA_ROUND_FINDINGS ? count.value : KQA_ROUND_FINDINGS;
  return kqa_py_from_findings(findings, (int32_t)kept);
}

static PyObject *text_or_none(const char *text)
{
  if (text == NULL)
    Py_RETURN_NONE;
  return kqa_py_from_text(text);
}

PyObject *round_result_row(PyObject *result, PyObject *place)
{
  int32_t at = 0;
  struct result_box *box = open_box(result, result_name);
  if (box == NULL || !kqa_py_int32(place, &at, "place"))
    return NULL;
  if (at < 0 || at >= box->file.round.organization_count) {
    kqa_py_refuse(KQA_E_RANGE, "place");
    return NULL;
  }
  const struct kqa_outcome *outcome = &box->result.outcomes[at];
  const struct kqa_round *round = &box->file.round;
  const struct kqa_organization *organization = &round->organizations[at];
  return Py_BuildValue(
    "(NNiiiiiiiiIIINNNLNNN)", kqa_py_from_text(box->file.ids[at]),
    text_or_none(box->file.names[at]), (int)outcome->outcome, (int)outcome->eligible,
    (int)outcome->rank, (int)outcome->award, (int)outcome->off_quota, (int)outcome->special,
    (int)outcome->quality_place, (int)outcome->nomination_place, (unsigned)outcome->missing,
    (unsigned)outcome->outcome_readings, (unsigned)outcome->prize_readings,
    kqa_py_from_ratio(outcome->document), kqa_py_from_ratio(outcome->site),
    kqa_py_from_ratio(outcome->total), (long long)outcome->prize,
    entry_of_vote(&round->quality, organization->quality_yes),
    entry_of_vote(&round->nomination, organization->nomination_yes), findings_of(box, at));
}

PyObject *round_result_summary(PyObject *result)
{
  struct result_box *box = open_box(result, result_name);
  if (box == NULL)
    return NULL;
  const struct kqa_round_summary *summary = &box->result.summary;
  return Py_BuildValue("((iii)(iii)iiiLii)", (int)summary->quality.quota,
                       (int)summary->quality.taken, (int)summary->quality.off_quota,
                       (int)summary->nomination.quota, (int)summary->nomination.taken,
                       (int)summary->nomination.off_quota, (int)summary->quality_vote,
                       (int)summary->nomination_vote, (int)summary->candidates,
                       (long long)summary->prize_total, (int)summary->quality_tied,
                       (int)summary->nomination_tied);
}

PyObject *round_result_ranking(PyObject *result)
{
  struct result_box *box = open_box(result, result_name);
  int32_t count = box == NULL ? 0 : box->result.summary.candidates;
  PyObject *places = box == NULL ? NULL : PyTuple_New(count);
  for (int32_t i = 0; places != NULL && i < count; i++) {
    PyObject *place = PyLong_FromLong(box->result.ranking[i].order);
    if (place == NULL || PyTuple_SetItem(places, i, place) != 0)
      Py_CLEAR(places);
  }
  return places;
}

PyObject *round_result_edition(PyObject *result)
{
  struct result_box *box = open_box(result, result_name);
  return box == NULL ? NULL : bytes_of_edition(&box->file.edition);
}

static PyObject *written(const struct result_box *box,
                         bool (*write)(const struct round_file *, const struct round_result *,
                                       struct round_text *))
{
  struct round_text text = {0};
  bool fine = false;
  Py_BEGIN_ALLOW_THREADS
  fine = write(&box->file, &box->result, &text);
  Py_END_ALLOW_THREADS
  PyObject *result = fine ? PyUnicode_DecodeUTF8(text.bytes, (Py_ssize_t)text.length, "replace")
                          : PyErr_NoMemory();
  free(text.bytes);
  return result;
}

PyObject *round_result_json(PyObject *result)
{
  struct result_box *box = open_box(result, result_name);
  return box == NULL ? NULL : written(box, round_write_json);
}

PyObject *round_result_warnings(PyObject *result)
{
  struct result_box *box = open_box(result, result_name);
  return box == NULL ? NULL : written(box, round_write_warnings);
}
