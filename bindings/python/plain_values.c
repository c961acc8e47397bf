#include "plain_values.h"

#include <stdlib.h>
#include <string.h>

#include "convert.h"

/* Statuses are few and known by code; a name is looked up among all codes there can be. */
static int32_t status_of_name(const char *name)
{
  for (int32_t status = -1; status > -1000; status--)
    if (strcmp(kqa_status_name(status), name) == 0)
      return status;
  return KQA_E_VALUE;
}

PyObject *plain_refuse(PyObject *status, PyObject *field)
{
  const char *name = kqa_py_text(status, "status");
  const char *path = name == NULL ? NULL : kqa_py_text(field, "field");
  if (path != NULL)
    kqa_py_refuse(status_of_name(name), path);
  return NULL;
}

PyObject *plain_refuse_file(PyObject *status, PyObject *name)
{
  const char *word = kqa_py_text(status, "status");
  const char *file = word == NULL ? NULL : kqa_py_text(name, "name");
  if (file == NULL)
    return NULL;
  int32_t code = status_of_name(word);
  bool large = code == KQA_E_TOO_LARGE;
  char zh[1024];
  char en[1024];
  PyOS_snprintf(zh, sizeof zh, "%.700s：%s；应为%s。", file, kqa_status_text(code, KQA_LANGUAGE_ZH),
                large ? "不超过128 MiB的文件"
                      : kqa_field_rule(KQA_FIELD_ROUND, KQA_LANGUAGE_ZH));
  PyOS_snprintf(en, sizeof en, "%.700s: %s; expected %s.", file,
                kqa_status_text(code, KQA_LANGUAGE_EN),
                large ? "a file of at most 128 MiB"
                      : kqa_field_rule(KQA_FIELD_ROUND, KQA_LANGUAGE_EN));
  kqa_py_raise(en, code, "", zh);
  return NULL;
}

PyObject *plain_exact_text(PyObject *value, PyObject *name)
{
  const char *path = kqa_py_text(name, "name");
  return path == NULL ? NULL : kqa_py_exact_text(value, path);
}

static PyObject *bytes_of(const void *plain, size_t size)
{
  return PyBytes_FromStringAndSize(plain, (Py_ssize_t)size);
}

static const struct kqa_edition *edition_of(PyObject *object)
{
  return kqa_py_plain(object, sizeof(struct kqa_edition), "edition");
}

PyObject *plain_edition_with(PyObject *edition, PyObject *name, PyObject *value)
{
  const struct kqa_edition *plain = edition_of(edition);
  const char *key = plain == NULL ? NULL : kqa_py_text(name, "parameter");
  const char *text = key == NULL ? NULL : kqa_py_text(value, "value");
  if (text == NULL)
    return NULL;
  struct kqa_edition changed = *plain;
  if (!kqa_py_fine(kqa_edition_set(&changed, key, text)))
    return NULL;
  return bytes_of(&changed, sizeof changed);
}

PyObject *plain_edition_named(PyObject *edition, PyObject *id, PyObject *from, PyObject *to)
{
  const struct kqa_edition *plain = edition_of(edition);
  const char *text = plain == NULL ? NULL : kqa_py_text(id, "id");
  if (text == NULL)
    return NULL;
  struct kqa_edition named = *plain;
  memset(named.id, 0, sizeof named.id);
  if (strlen(text) >= sizeof named.id) {
    kqa_py_refuse(KQA_E_FORM, "id");
    return NULL;
  }
  memcpy(named.id, text, strlen(text));
  if (!kqa_py_date(from, &named.in_force_from, "in_force_from") ||
      !kqa_py_date(to, &named.in_force_to, "in_force_to") || !kqa_py_fine(kqa_edition_check(&named)))
    return NULL;
  return bytes_of(&named, sizeof named);
}

PyObject *plain_edition_checked(PyObject *edition)
{
  const struct kqa_edition *plain = edition_of(edition);
  if (plain == NULL || !kqa_py_fine(kqa_edition_check(plain)))
    return NULL;
  Py_INCREF(edition);
  return edition;
}

PyObject *plain_edition_id(PyObject *edition)
{
  const struct kqa_edition *plain = edition_of(edition);
  if (plain == NULL)
    return NULL;
  const char *end = memchr(plain->id, '\0', sizeof plain->id);
  size_t length = end == NULL ? sizeof plain->id : (size_t)(end - plain->id);
  return PyUnicode_DecodeUTF8(plain->id, (Py_ssize_t)length, "replace");
}

PyObject *plain_edition_in_force(PyObject *edition)
{
  const struct kqa_edition *plain = edition_of(edition);
  if (plain == NULL || !kqa_py_fine(kqa_edition_check(plain)))
    return NULL;
  return Py_BuildValue("(NN)", kqa_py_from_date(plain->in_force_from),
                       kqa_py_from_date(plain->in_force_to));
}

static const struct kqa_calendar_year *years_of(PyObject *calendar, size_t *count)
{
  return kqa_py_plains(calendar, sizeof(struct kqa_calendar_year), count, "calendar");
}

PyObject *plain_calendar_checked(PyObject *calendar)
{
  size_t count = 0;
  if (years_of(calendar, &count) == NULL)
    return NULL;
  Py_INCREF(calendar);
  return calendar;
}

/* A copy with the year in it, its place in `*place`; the caller frees it. */
static struct kqa_calendar_year *with_year(PyObject *calendar, int32_t year, size_t *count,
                                           size_t *place)
{
  const struct kqa_calendar_year *years = years_of(calendar, count);
  if (years == NULL)
    return NULL;
  struct kqa_calendar_year *copy = calloc(*count + 1, sizeof *copy);
  if (copy == NULL) {
    PyErr_NoMemory();
    return NULL;
  }
  memcpy(copy, years, *count * sizeof *copy);
  *place = 0;
  while (*place < *count && copy[*place].year != year)
    ++*place;
  if (*place == *count) {
    const struct kqa_calendar_year *known = kqa_calendar_builtin(year);
    if (known != NULL)
      copy[*place] = *known;
    copy[*place].year = year;
    ++*count;
  }
  return copy;
}

PyObject *plain_calendar_with_year(PyObject *calendar, PyObject *year)
{
  int32_t number = 0;
  size_t count = 0;
  size_t place = 0;
  if (!kqa_py_int32(year, &number, "year"))
    return NULL;
  if (number < 1 || number > 9999) {
    kqa_py_refuse(KQA_E_RANGE, "year");
    return NULL;
  }
  struct kqa_calendar_year *copy = with_year(calendar, number, &count, &place);
  PyObject *result = copy == NULL ? NULL : bytes_of(copy, count * sizeof *copy);
  free(copy);
  return result;
}

PyObject *plain_calendar_marked(PyObject *calendar, PyObject *date, PyObject *kind)
{
  struct kqa_date day;
  int32_t code = 0;
  size_t count = 0;
  size_t place = 0;
  if (!kqa_py_date(date, &day, "date") || !kqa_py_int32(kind, &code, "kind"))
    return NULL;
  struct kqa_calendar_year *copy = with_year(calendar, day.year, &count, &place);
  bool fine = copy != NULL && kqa_py_fine(kqa_calendar_mark(&copy[place], day, code));
  PyObject *result = fine ? bytes_of(copy, count * sizeof *copy) : NULL;
  free(copy);
  return result;
}

PyObject *plain_calendar_years(PyObject *calendar)
{
  size_t count = 0;
  const struct kqa_calendar_year *years = years_of(calendar, &count);
  PyObject *tuple = years == NULL ? NULL : PyTuple_New((Py_ssize_t)count);
  for (size_t i = 0; tuple != NULL && i < count; i++)
    PyTuple_SetItem(tuple, (Py_ssize_t)i, PyLong_FromLong(years[i].year));
  return tuple;
}

PyObject *plain_criteria_make(PyObject *id, PyObject *items, PyObject *percent_step, PyObject *full_score)
{
  struct kqa_criteria criteria = {0};
  const char *text = kqa_py_text(id, "criteria");
  if (text == NULL || !kqa_py_int32(percent_step, &criteria.percent_step, "criteria") ||
      !kqa_py_int32(full_score, &criteria.full_score, "criteria"))
    return NULL;
  size_t count = 0;
  struct kqa_criteria_item *list =
    kqa_py_list(items, sizeof *list, kqa_py_criteria_item, &count, "criteria.items");
  if (list == NULL)
    return NULL;
  bool fine = count <= KQA_CRITERIA_ITEMS && strlen(text) < sizeof criteria.id;
  if (fine) {
    memcpy(criteria.items, list, count * sizeof *list);
    memcpy(criteria.id, text, strlen(text));
    criteria.item_count = (int32_t)count;
    criteria.category_count =
      count > 0 && list[count - 1].category < INT32_MAX ? list[count - 1].category + 1 : 0;
  } else {
    kqa_py_refuse(count > KQA_CRITERIA_ITEMS ? KQA_E_TOO_MANY : KQA_E_FORM, "criteria");
  }
  free(list);
  return fine ? bytes_of(&criteria, sizeof criteria) : NULL;
}

PyObject *plain_criteria_fields(PyObject *criteria)
{
  const struct kqa_criteria *plain =
    kqa_py_plain(criteria, sizeof(struct kqa_criteria), "criteria");
  if (plain == NULL)
    return NULL;
  struct kqa_fault fault = kqa_criteria_check(plain);
  if (fault.status != KQA_E_POINTS && !kqa_py_fine(fault))
    return NULL;
  PyObject *items = PyTuple_New(plain->item_count);
  for (int32_t i = 0; items != NULL && i < plain->item_count; i++)
    PyTuple_SetItem(
      items, i, Py_BuildValue("(ii)", (int)plain->items[i].points, (int)plain->items[i].category));
  return Py_BuildValue("(NiiiN)", kqa_py_from_text(plain->id), (int)plain->full_score,
                       (int)plain->percent_step, (int)plain->category_count, items);
}

PyObject *plain_rank(PyObject *totals)
{
  size_t count = 0;
  struct kqa_ranked *entries =
    kqa_py_list(totals, sizeof *entries, kqa_py_ranked, &count, "totals");
  if (entries == NULL)
    return NULL;
  struct kqa_number ranked;
  Py_BEGIN_ALLOW_THREADS
  ranked = kqa_rank(entries, count);
  Py_END_ALLOW_THREADS
  PyObject *result = NULL;
  if (kqa_py_fine(ranked.fault)) {
    PyObject *ranks = PyTuple_New((Py_ssize_t)count);
    PyObject *order = PyTuple_New((Py_ssize_t)ranked.value);
    for (size_t i = 0; ranks != NULL && order != NULL && i < count; i++) {
      PyTuple_SetItem(ranks, (Py_ssize_t)i, PyLong_FromLong(entries[i].rank));
      if ((int64_t)i < ranked.value)
        PyTuple_SetItem(order, (Py_ssize_t)i, PyLong_FromLong(entries[i].order));
    }
    result = Py_BuildValue("(NN)", ranks, order);
  }
  free(entries);
  return result;
}

static PyObject *allocation_of(const struct kqa_edition *edition, int32_t award, int32_t present,
                               struct kqa_candidate *candidates, size_t count, bool column)
{
  struct kqa_allocation answer;
  Py_BEGIN_ALLOW_THREADS
  answer = kqa_allocate(edition, award, present, candidates, count);
  Py_END_ALLOW_THREADS
  if (!kqa_py_fine(answer.fault))
    return NULL;
  PyObject *places = column ? PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(count * sizeof(int32_t)))
                            : PyTuple_New((Py_ssize_t)count);
  char *bytes = column && places != NULL ? PyBytes_AsString(places) : NULL;
  for (size_t i = 0; places != NULL && i < count; i++) {
    if (column)
      memcpy(bytes + i * sizeof(int32_t), &candidates[i].place, sizeof(int32_t));
    else
      PyTuple_SetItem(places, (Py_ssize_t)i, PyLong_FromLong(candidates[i].place));
  }
  return Py_BuildValue("((iii)iN)", (int)answer.seats.quota, (int)answer.seats.taken,
                       (int)answer.seats.off_quota, (int)answer.tied, places);
}

PyObject *plain_allocate(PyObject *edition, PyObject *award, PyObject *present, PyObject *candidates)
{
  int32_t code = 0;
  int32_t number = 0;
  size_t count = 0;
  const struct kqa_edition *plain = edition_of(edition);
  if (plain == NULL || !kqa_py_int32(award, &code, "award") ||
      !kqa_py_int32(present, &number, "present"))
    return NULL;
  struct kqa_candidate *list =
    kqa_py_list(candidates, sizeof *list, kqa_py_candidate, &count, "candidates");
  PyObject *result =
    list == NULL ? NULL : allocation_of(plain, code, number, list, count, false);
  free(list);
  return result;
}

/* A column as long as the votes; None stands for zeros. */
static bool read_column(PyObject *object, struct kqa_py_ints *column, size_t count,
                        const char *name)
{
  *column = (struct kqa_py_ints){0};
  if (object == Py_None)
    return true;
  if (!kqa_py_ints(object, column, name))
    return false;
  if (column->count == count)
    return true;
  kqa_py_refuse(column->count < count ? KQA_E_TOO_FEW : KQA_E_TOO_MANY, name);
  kqa_py_ints_free(column);
  return false;
}

static PyObject *allocate_columns(const struct kqa_edition *edition, int32_t award, int32_t present,
                                  const struct kqa_py_ints columns[3])
{
  size_t count = columns[0].count;
  struct kqa_candidate *list = calloc(count + 1, sizeof *list);
  if (list == NULL)
    return PyErr_NoMemory();
  for (size_t i = 0; i < count; i++)
    list[i] = (struct kqa_candidate){
      .stands = 1,
      .yes = columns[0].items[i],
      .former_winner = columns[1].items == NULL ? 0 : columns[1].items[i],
      .runoff = columns[2].items == NULL ? 0 : columns[2].items[i],
    };
  PyObject *result = allocation_of(edition, award, present, list, count, true);
  free(list);
  return result;
}

PyObject *plain_allocate_column(PyObject *edition, PyObject *award, PyObject *present, PyObject *yes,
                          PyObject *former_winner, PyObject *runoff)
{
  int32_t code = 0;
  int32_t number = 0;
  struct kqa_py_ints columns[3] = {{0}, {0}, {0}};
  const struct kqa_edition *plain = edition_of(edition);
  if (plain == NULL || !kqa_py_int32(award, &code, "award") ||
      !kqa_py_int32(present, &number, "present") || !kqa_py_ints(yes, &columns[0], "yes"))
    return NULL;
  PyObject *result = NULL;
  if (read_column(former_winner, &columns[1], columns[0].count, "former_winner") &&
      read_column(runoff, &columns[2], columns[0].count, "runoff"))
    result = allocate_columns(plain, code, number, columns);
  for (size_t i = 0; i < 3; i++)
    kqa_py_ints_free(&columns[i]);
  return result;
}

static PyObject *list_of_scores(const struct kqa_quantity *scores, size_t count)
{
  PyObject *list = PyList_New((Py_ssize_t)count);
  for (size_t i = 0; list != NULL && i < count; i++)
    PyList_SetItem(list, (Py_ssize_t)i, kqa_py_from_ratio(scores[i].value));
  return list;
}

static PyObject *score_panels(const struct kqa_edition *edition,
                              const struct kqa_criteria *criteria, const int32_t *percents,
                              size_t panels, int32_t sheets)
{
  struct kqa_quantity *scores = calloc(panels + 1, sizeof *scores);
  if (scores == NULL)
    return PyErr_NoMemory();
  size_t step = (size_t)sheets * (size_t)criteria->item_count;
  struct kqa_fault fault = {0};
  Py_BEGIN_ALLOW_THREADS
  for (size_t i = 0; i < panels && fault.status == KQA_OK; i++) {
    scores[i] = kqa_panel_score(edition, criteria, percents + i * step, sheets);
    fault = scores[i].fault;
    /* Sheets are counted through all panels. */
    if (fault.status != KQA_OK && fault.field == KQA_FIELD_PERCENT && i <= INT32_MAX / 100)
      fault.index[0] += (int32_t)i * sheets;
  }
  Py_END_ALLOW_THREADS
  PyObject *result = kqa_py_fine(fault) ? list_of_scores(scores, panels) : NULL;
  free(scores);
  return result;
}

PyObject *plain_panel_score_column(PyObject *edition, PyObject *criteria, PyObject *percents,
                             PyObject *sheets)
{
  int32_t each = 0;
  struct kqa_py_ints ints;
  const struct kqa_edition *plain = edition_of(edition);
  const struct kqa_criteria *set =
    plain == NULL ? NULL : kqa_py_plain(criteria, sizeof *set, "criteria");
  if (set == NULL || !kqa_py_fine(kqa_criteria_check(set)) ||
      !kqa_py_int32(sheets, &each, "sheets") || !kqa_py_ints(percents, &ints, "percents"))
    return NULL;
  PyObject *result = NULL;
  size_t step = each < 1 || each > KQA_MAX_SHEETS ? 0 : (size_t)each * (size_t)set->item_count;
  if (step == 0)
    kqa_py_refuse(each < 1 ? KQA_E_TOO_FEW : KQA_E_TOO_MANY, "sheets");
  else if (ints.count % step != 0)
    kqa_py_refuse(KQA_E_TOO_FEW, "sheets");
  else
    result = score_panels(plain, set, ints.items, ints.count / step, each);
  kqa_py_ints_free(&ints);
  return result;
}
