/* Plain values for Python: results are tuples of numbers, days datetime.date, structures that a
 * caller keeps (editions, criteria, calendars) bytes. The typed package stands on top of them. */
%{
#include <stdlib.h>
#include <string.h>

#include "batch_columns.h"
#include "convert.h"
#include "plain_values.h"
#include "round_box.h"
#include "simulated_rounds.h"
#include "round_compare.h"
%}

%init %{
  if (!kqa_py_start())
    return -1;
%}

/* Structures are never wrapped. */
%rename($ignore, %$isclass) "";

/* Numbers, days and texts in. */
%typemap(in) int32_t {
  if (!kqa_py_int32($input, &$1, "$1_name"))
    SWIG_fail;
}
%typemap(in) uint32_t (int64_t wide = 0) {
  if (!kqa_py_int64($input, &wide, "$1_name"))
    SWIG_fail;
  if (wide < 0 || wide > UINT32_MAX) {
    kqa_py_refuse(KQA_E_RANGE, "$1_name");
    SWIG_fail;
  }
  $1 = (uint32_t)wide;
}
%typemap(in) int64_t {
  if (!kqa_py_int64($input, &$1, "$1_name"))
    SWIG_fail;
}
%typemap(in) size_t place (int64_t wide = 0) {
  if (!kqa_py_int64($input, &wide, "$1_name"))
    SWIG_fail;
  $1 = wide < 0 ? SIZE_MAX : (size_t)wide;
}
%typemap(in) struct kqa_date {
  if (!kqa_py_date($input, &$1, "$1_name"))
    SWIG_fail;
}
%typemap(in) struct kqa_ratio {
  if (!kqa_py_ratio($input, &$1, "$1_name"))
    SWIG_fail;
}
%typemap(in) const char * {
  const char *text = kqa_py_text($input, "$1_name");
  if (text == NULL)
    SWIG_fail;
  $1 = (char *)text;
}
%typemap(in) (const char *text, size_t length) {
  const char *text = kqa_py_text($input, "$1_name");
  if (text == NULL)
    SWIG_fail;
  $1 = (char *)text;
  $2 = strlen(text);
}
%typemap(freearg) const char *, (const char *text, size_t length) ""

/* Structures that a caller keeps, as bytes. */
%typemap(in) const struct kqa_edition * {
  $1 = (struct kqa_edition *)kqa_py_plain($input, sizeof *$1, "edition");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in) const struct kqa_criteria * {
  $1 = (struct kqa_criteria *)kqa_py_plain($input, sizeof *$1, "criteria");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in) (const struct kqa_calendar_year *own, size_t own_count) {
  $1 = (struct kqa_calendar_year *)kqa_py_plains($input, sizeof *$1, &$2, "calendar");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(in, numinputs=0) struct kqa_edition *edition (struct kqa_edition room) {
  memset(&room, 0, sizeof room);
  $1 = &room;
}
%typemap(argout) struct kqa_edition *edition {
  Py_XDECREF($result);
  $result = PyBytes_FromStringAndSize((const char *)$1, sizeof *$1);
}
%typemap(in, numinputs=0) struct kqa_criteria *criteria (struct kqa_criteria room) {
  memset(&room, 0, sizeof room);
  $1 = &room;
}
%typemap(argout) struct kqa_criteria *criteria {
  Py_XDECREF($result);
  $result = PyBytes_FromStringAndSize((const char *)$1, sizeof *$1);
}

/* Otherwise what is only read would be answered, too. */
%typemap(argout) const struct kqa_edition *edition, const struct kqa_criteria *criteria ""

/* What is known of a case, as tuples. */
%typemap(in) const struct kqa_application * (struct kqa_application room) {
  if (!kqa_py_application($input, &room))
    SWIG_fail;
  $1 = &room;
}
%typemap(in) const struct kqa_finding *finding (struct kqa_finding room) {
  if (!kqa_py_finding_in($input, &room))
    SWIG_fail;
  $1 = &room;
}
%typemap(in) struct kqa_sanction {
  if (!kqa_py_sanction($input, &$1, "sanction"))
    SWIG_fail;
}
%typemap(in) const struct kqa_assessor * (struct kqa_assessor room) {
  memset(&room, 0, sizeof room);
  if (!kqa_py_tuple($input, 2, "assessor") ||
      !kqa_py_codes(PyTuple_GetItem($input, 0), room.facts, KQA_ASSESSOR_FACTS, "assessor.facts"))
    SWIG_fail;
  room.years_known = PyTuple_GetItem($input, 1) != Py_None;
  if (room.years_known &&
      !kqa_py_int32(PyTuple_GetItem($input, 1), &room.years, "assessor.years"))
    SWIG_fail;
  $1 = &room;
}
%typemap(in) const struct kqa_ballot * (struct kqa_ballot room) {
  if (!kqa_py_tuple($input, 4, "ballot") ||
      !kqa_py_int32(PyTuple_GetItem($input, 0), &room.members, "committee.members") ||
      !kqa_py_int32(PyTuple_GetItem($input, 1), &room.convened_by, "convened_by") ||
      !kqa_py_int32(PyTuple_GetItem($input, 2), &room.present, "present") ||
      !kqa_py_int32(PyTuple_GetItem($input, 3), &room.yes, "yes"))
    SWIG_fail;
  $1 = &room;
}
%typemap(in) const struct kqa_event * (struct kqa_event room) {
  if (!kqa_py_tuple($input, 3, "event") ||
      !kqa_py_int32(PyTuple_GetItem($input, 0), &room.kind, "event.kind") ||
      !kqa_py_int32(PyTuple_GetItem($input, 1), &room.grade, "event.grade") ||
      !kqa_py_date(PyTuple_GetItem($input, 2), &room.date, "event.date"))
    SWIG_fail;
  $1 = &room;
}
%typemap(in) const struct kqa_procedure * (struct kqa_procedure room) {
  PyObject *days = NULL;
  if (!kqa_py_tuple($input, 2, "procedure"))
    SWIG_fail;
  days = PyTuple_GetItem($input, 0);
  if (!kqa_py_tuple(days, KQA_STAGES, "procedure.done"))
    SWIG_fail;
  for (int stage = 0; stage < KQA_STAGES; stage++) {
    char path[40];
    PyOS_snprintf(path, sizeof path, "procedure.done[%d]", stage);
    if (!kqa_py_date(PyTuple_GetItem(days, stage), &room.done[stage], path))
      SWIG_fail;
  }
  if (!kqa_py_date(PyTuple_GetItem($input, 1), &room.site_report, "procedure.site_report"))
    SWIG_fail;
  $1 = &room;
}
%typemap(in) const int32_t [ANY] (int32_t room[$1_dim0]) {
  if (!kqa_py_codes($input, room, $1_dim0, "$1_name"))
    SWIG_fail;
  $1 = room;
}

/* Lists: malloc'ed for the call. */
%define KQA_LIST(TYPE, NAME, COUNT, READ)
%typemap(in) (const struct TYPE *NAME, size_t COUNT) {
  $1 = kqa_py_list($input, sizeof *$1, READ, &$2, "NAME");
  if ($1 == NULL)
    SWIG_fail;
}
%typemap(freearg) (const struct TYPE *NAME, size_t COUNT) {
  free((void *)$1);
}
%enddef
KQA_LIST(kqa_incident, incidents, incident_count, kqa_py_incident)
KQA_LIST(kqa_sanction, sanctions, sanction_count, kqa_py_sanction)
KQA_LIST(kqa_sanction, sanctions, count, kqa_py_sanction)
KQA_LIST(kqa_past_award, history, count, kqa_py_past_award)

/* Sheets stand after the criteria that say how long they are. */
%typemap(in) const int32_t *percents (struct kqa_py_ints ints) {
  memset(&ints, 0, sizeof ints);
  if (!kqa_py_sheets($input, arg1, &ints, NULL))
    SWIG_fail;
  $1 = (int32_t *)ints.items;
}
%typemap(in) (const int32_t *percents, int32_t sheets) (struct kqa_py_ints ints) {
  memset(&ints, 0, sizeof ints);
  if (!kqa_py_sheets($input, arg2, &ints, &$2))
    SWIG_fail;
  $1 = (int32_t *)ints.items;
}
%typemap(arginit) const int32_t *percents, (const int32_t *percents, int32_t sheets) {
  memset(&ints$argnum, 0, sizeof ints$argnum);
}
%typemap(freearg) const int32_t *percents, (const int32_t *percents, int32_t sheets) {
  kqa_py_ints_free(&ints$argnum);
}

/* Texts out, by buffer. */
%typemap(in, numinputs=0) (char *buffer, size_t capacity) (char room[1024]) {
  room[0] = '\0';
  $1 = room;
  $2 = sizeof room;
}
%typemap(argout) (char *buffer, size_t capacity) {
  Py_XDECREF($result);
  $result = kqa_py_from_text($1);
}
%typemap(in, numinputs=0) (int32_t *fields, size_t capacity) (int32_t room[64]) {
  $1 = room;
  $2 = sizeof room / sizeof *room;
}
%typemap(argout) (int32_t *fields, size_t capacity) {
  Py_XDECREF($result);
  $result = PyTuple_New((Py_ssize_t)(result < $2 ? result : $2));
  for (Py_ssize_t i = 0; $result != NULL && i < PyTuple_Size($result); i++)
    PyTuple_SetItem($result, i, PyLong_FromLong($1[i]));
}

/* Results out. */
%typemap(out) const char * { $result = kqa_py_from_text($1); }
%typemap(out) bool { $result = PyBool_FromLong($1); }
%typemap(out) int32_t { $result = PyLong_FromLong($1); }
%typemap(out) uint32_t { $result = PyLong_FromUnsignedLong($1); }
%typemap(out) size_t { $result = PyLong_FromSize_t($1); }
%typemap(out) const struct kqa_calendar_year * {
  if ($1 == NULL)
    $result = SWIG_Py_Void();
  else
    $result = PyBytes_FromStringAndSize((const char *)$1, sizeof *$1);
}
%typemap(out) struct kqa_fault {
  if (!kqa_py_fine($1))
    SWIG_fail;
  $result = SWIG_Py_Void();
}
%typemap(out) struct kqa_number {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = PyLong_FromLongLong($1.value);
}
%typemap(out) struct kqa_quantity {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = kqa_py_from_ratio($1.value);
}
%typemap(out) struct kqa_day {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = kqa_py_from_date($1.date);
}
%typemap(out) struct kqa_decision {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = Py_BuildValue("(iN)", (int)$1.verdict, kqa_py_from_findings($1.findings, $1.count));
}
%typemap(out) struct kqa_eligibility {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = Py_BuildValue("(iIN)", (int)$1.verdict, (unsigned)$1.missing,
                          kqa_py_from_findings($1.findings, $1.count));
}
%typemap(out) struct kqa_prize {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = Py_BuildValue("(LN)", (long long)$1.amount,
                          kqa_py_from_findings($1.findings, $1.count));
}
%typemap(out) struct kqa_report {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = Py_BuildValue("(iNN)", (int)$1.arises, kqa_py_from_date($1.due),
                          kqa_py_from_finding(&$1.finding));
}
%typemap(out) struct kqa_progress {
  if (!kqa_py_fine($1.fault))
    SWIG_fail;
  $result = Py_BuildValue("(iiNN)", (int)$1.verdict, (int)$1.next_stage,
                          kqa_py_from_date($1.site_report_due),
                          kqa_py_from_findings($1.findings, $1.count));
}
%typemap(out) struct kqa_parameter {
  $result = Py_BuildValue("(iiiiiiLL)", (int)$1.field, (int)$1.kind, (int)$1.article, (int)$1.item,
                          (int)$1.unit, (int)$1.touches_round, (long long)$1.min,
                          (long long)$1.max);
}
%typemap(out) struct kqa_provision {
  $result =
    Py_BuildValue("(iiii)", (int)$1.code, (int)$1.kind, (int)$1.article, (int)$1.item);
}
