#include "batch_columns.h"

#include <stdint.h>
#include <string.h>

#include "column_buffers.h"
#include "convert.h"

/* A column of a C structure: its name, the kind of its numbers and where its pointer stands. */
struct slot {
  const char *name;
  const struct kqa_py_kind *kind;
  size_t offset;
};

#define SLOT(STRUCT, MEMBER, KIND) {#MEMBER, &kqa_py_##KIND, offsetof(struct STRUCT, MEMBER)}
#define COUNT_OF(LIST) (Py_ssize_t)(sizeof(LIST) / sizeof *(LIST))

static const struct slot organisations[] = {
  SLOT(kqa_columns, known, bits32),
  SLOT(kqa_columns, holds, bits32),
  SLOT(kqa_columns, operating_since, day32),
  SLOT(kqa_columns, recommended_by, codes8),
  SLOT(kqa_columns, copies, count32),
  SLOT(kqa_columns, received, day32),
  SLOT(kqa_columns, inspection_failure, day32),
  SLOT(kqa_columns, major_accident, day32),
  SLOT(kqa_columns, major_complaint, day32),
  SLOT(kqa_columns, fraud, day32),
  SLOT(kqa_columns, revocation, day32),
  SLOT(kqa_columns, document, count32),
  SLOT(kqa_columns, site, count32),
  SLOT(kqa_columns, award, codes8),
  SLOT(kqa_columns, won, bits8),
  SLOT(kqa_columns, paid, yuan64),
  SLOT(kqa_columns, paid_revoked, yuan64),
};
static const struct slot organisation_answers[] = {
  SLOT(kqa_answers, verdict, codes8),     SLOT(kqa_answers, decisive, codes8),
  SLOT(kqa_answers, failing, bits32),     SLOT(kqa_answers, missing, bits32),
  SLOT(kqa_answers, total, total64),      SLOT(kqa_answers, floors, codes8),
  SLOT(kqa_answers, below, bits8),        SLOT(kqa_answers, prize, yuan64),
  SLOT(kqa_answers, bar_last_day, day32), SLOT(kqa_answers, status, codes8),
  SLOT(kqa_answers, field, codes16),
};
static const struct slot ballots[] = {
  SLOT(kqa_ballot_columns, members, count32),
  SLOT(kqa_ballot_columns, convened_by, codes8),
  SLOT(kqa_ballot_columns, present, count32),
  SLOT(kqa_ballot_columns, yes, count32),
};
static const struct slot ballot_answers[] = {
  SLOT(kqa_ballot_answers, verdict, codes8),
  SLOT(kqa_ballot_answers, failing, bits8),
  SLOT(kqa_ballot_answers, status, codes8),
  SLOT(kqa_ballot_answers, field, codes16),
};

enum { MOST_SLOTS = 17 };

/* Columns that are held while the library works on them. */
struct held {
  const struct slot *slots;
  Py_ssize_t count;
  bool written;
  struct kqa_py_column columns[MOST_SLOTS];
};

static void release(struct held *held)
{
  for (Py_ssize_t i = 0; i < held->count; i++)
    kqa_py_column_release(&held->columns[i]);
}

static const char *path_of(const struct held *held, Py_ssize_t place, char *path, size_t size)
{
  PyOS_snprintf(path, size, "%s%s", held->written ? "answers." : "", held->slots[place].name);
  return path;
}

static bool hold(struct held *held, PyObject *objects)
{
  char path[60];
  const char *what = held->written ? "answers" : "columns";
  if (!kqa_py_tuple(objects, held->count, what))
    return false;
  for (Py_ssize_t i = 0; i < held->count; i++) {
    PyObject *object = PyTuple_GetItem(objects, i);
    path_of(held, i, path, sizeof path);
    if (!(held->written ? kqa_py_column_write : kqa_py_column_read)(object, held->slots[i].kind,
                                                                    path, &held->columns[i]))
      return false;
  }
  return true;
}

/* All columns are as long as the first one that is there; a column of its own length is named. */
static bool have_rows(const struct held *held, const char *first, size_t rows)
{
  char path[60];
  char zh[120];
  char en[120];
  for (Py_ssize_t i = 0; i < held->count; i++) {
    const struct kqa_py_column *column = &held->columns[i];
    if (column->owner == NULL || column->count == rows)
      continue;
    PyOS_snprintf(zh, sizeof zh, "与%s同为%zu行，现为%zu行", first, rows, column->count);
    PyOS_snprintf(en, sizeof en, "%zu rows as in %s, not %zu", rows, first, column->count);
    kqa_py_refuse_texts(column->count < rows ? KQA_E_TOO_FEW : KQA_E_TOO_MANY,
                        path_of(held, i, path, sizeof path), zh, en);
    return false;
  }
  return true;
}

/* The first column that is there; NULL with an error when there is none. */
static const struct kqa_py_column *first_of(const struct held *held, const char **name)
{
  for (Py_ssize_t i = 0; i < held->count; i++)
    if (held->columns[i].owner != NULL) {
      *name = held->slots[i].name;
      return &held->columns[i];
    }
  kqa_py_refuse_texts(KQA_E_MISSING, "columns", "至少一列", "at least one column");
  return NULL;
}

static bool overlap(const struct held *a, Py_ssize_t i, const struct held *b, Py_ssize_t j)
{
  uintptr_t start_a = (uintptr_t)a->columns[i].items;
  uintptr_t start_b = (uintptr_t)b->columns[j].items;
  return start_a < start_b + b->columns[j].count * b->slots[j].kind->size &&
         start_b < start_a + a->columns[i].count * a->slots[i].kind->size;
}

/* What is written lies in no column that is read and in no other one that is written. */
static bool lie_apart(const struct held *columns, const struct held *answers)
{
  char path[60];
  for (Py_ssize_t i = 0; i < answers->count; i++) {
    bool apart = true;
    for (Py_ssize_t j = 0; j < columns->count; j++)
      apart = apart && !overlap(answers, i, columns, j);
    for (Py_ssize_t j = 0; j < i; j++)
      apart = apart && !overlap(answers, i, answers, j);
    if (!apart) {
      kqa_py_refuse_texts(KQA_E_BOTH, path_of(answers, i, path, sizeof path),
                          "不与其他列共用内存的缓冲区", "memory that no other column uses");
      return false;
    }
  }
  return true;
}

static void point(void *structure, const struct held *held)
{
  for (Py_ssize_t i = 0; i < held->count; i++)
    memcpy((char *)structure + held->slots[i].offset, &held->columns[i].items,
           sizeof held->columns[i].items);
}

/* The masks of what is known and of what holds go together. */
static bool have_both_masks(const struct kqa_columns *columns)
{
  if ((columns->known == NULL) == (columns->holds == NULL))
    return true;
  kqa_py_refuse_texts(KQA_E_MISSING, columns->known == NULL ? "known" : "holds",
                      "known与holds须同时给出", "both masks, known and holds");
  return false;
}

struct range {
  size_t first;
  size_t count;
};

static bool read_range(PyObject *first, PyObject *count, size_t rows, struct range *range)
{
  int64_t from = 0;
  int64_t many = 0;
  if (!kqa_py_int64(first, &from, "first") ||
      (count != Py_None && !kqa_py_int64(count, &many, "count")))
    return false;
  if (from < 0 || many < 0) {
    kqa_py_refuse(KQA_E_RANGE, "rows");
    return false;
  }
  range->first = (size_t)from;
  range->count = count != Py_None ? (size_t)many : range->first < rows ? rows - range->first : 0;
  return true;
}

/* Holds columns and answers of as many rows, and reads the range. */
static bool prepare(struct held *columns, PyObject *inputs, struct held *answers, PyObject *outputs,
                    size_t *rows)
{
  const char *name = NULL;
  if (!hold(columns, inputs))
    return false;
  const struct kqa_py_column *first = first_of(columns, &name);
  if (first == NULL || !have_rows(columns, name, first->count) || !hold(answers, outputs) ||
      !have_rows(answers, name, first->count))
    return false;
  *rows = first->count;
  return lie_apart(columns, answers);
}

static PyObject *answered(size_t rows, struct kqa_number faults)
{
  return kqa_py_fine(faults.fault)
           ? Py_BuildValue("(nL)", (Py_ssize_t)rows, (long long)faults.value)
           : NULL;
}

PyObject *plain_batch_decide(PyObject *edition, PyObject *deadline, PyObject *columns,
                             PyObject *answers, PyObject *first, PyObject *count)
{
  struct held read = {.slots = organisations, .count = COUNT_OF(organisations)};
  struct held written = {organisation_answers, COUNT_OF(organisation_answers), true, {{0}}};
  struct kqa_columns in = {0};
  struct kqa_answers out = {0};
  struct kqa_date day = {0, 0, 0};
  struct kqa_number faults = {0};
  struct range range = {0, 0};
  const struct kqa_edition *plain = kqa_py_plain(edition, sizeof *plain, "edition");
  bool fine = plain != NULL && kqa_py_date(deadline, &day, "application_deadline") &&
              prepare(&read, columns, &written, answers, &in.rows) &&
              read_range(first, count, in.rows, &range);
  point(&in, &read);
  point(&out, &written);
  fine = fine && have_both_masks(&in);
  if (fine) {
    Py_BEGIN_ALLOW_THREADS
    faults = kqa_batch_decide(plain, day, &in, &out, range.first, range.count);
    Py_END_ALLOW_THREADS
  }
  release(&read);
  release(&written);
  return fine ? answered(in.rows, faults) : NULL;
}

PyObject *plain_batch_ballots(PyObject *edition, PyObject *columns, PyObject *answers,
                              PyObject *first, PyObject *count)
{
  struct held read = {.slots = ballots, .count = COUNT_OF(ballots)};
  struct held written = {ballot_answers, COUNT_OF(ballot_answers), true, {{0}}};
  struct kqa_ballot_columns in = {0};
  struct kqa_ballot_answers out = {0};
  struct kqa_number faults = {0};
  struct range range = {0, 0};
  const struct kqa_edition *plain = kqa_py_plain(edition, sizeof *plain, "edition");
  bool fine = plain != NULL && prepare(&read, columns, &written, answers, &in.rows) &&
              read_range(first, count, in.rows, &range);
  if (fine) {
    point(&in, &read);
    point(&out, &written);
    Py_BEGIN_ALLOW_THREADS
    faults = kqa_batch_ballots(plain, &in, &out, range.first, range.count);
    Py_END_ALLOW_THREADS
  }
  release(&read);
  release(&written);
  return fine ? answered(in.rows, faults) : NULL;
}

static PyObject *rows_of(struct held *read, PyObject *columns)
{
  const char *name = NULL;
  PyObject *result = NULL;
  if (hold(read, columns)) {
    const struct kqa_py_column *first = first_of(read, &name);
    if (first != NULL && have_rows(read, name, first->count))
      result = PyLong_FromSize_t(first->count);
  }
  release(read);
  return result;
}

PyObject *plain_batch_rows(PyObject *columns)
{
  struct held read = {.slots = organisations, .count = COUNT_OF(organisations)};
  return rows_of(&read, columns);
}

PyObject *plain_batch_ballot_rows(PyObject *columns)
{
  struct held read = {.slots = ballots, .count = COUNT_OF(ballots)};
  return rows_of(&read, columns);
}
