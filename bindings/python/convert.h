/* Between Python objects and the library's plain values. Every function that can fail leaves a
 * Python exception behind; no object, whatever it is, is taken on trust. */
#ifndef KQAWARD_PYTHON_CONVERT_H
#define KQAWARD_PYTHON_CONVERT_H

#include <Python.h>

#include "kqaward/kqaward.h"

/* Looks up the classes of dates, decimals and errors. */
bool kqa_py_start(void);

/* Raises KqaError. A path that names a field of the library brings the field's rule with it. */
void kqa_py_refuse(int32_t status, const char *path);
void kqa_py_refuse_texts(int32_t status, const char *path, const char *zh, const char *en);
/* Raises KqaError with its sentences. */
void kqa_py_raise(const char *en, int32_t status, const char *path, const char *zh);
/* Raises KqaError for a fault of the library; true when there is none. */
bool kqa_py_fine(struct kqa_fault fault);

/* Integers: bool and float are refused; KqaError names the path. */
bool kqa_py_int32(PyObject *object, int32_t *value, const char *path);
bool kqa_py_int64(PyObject *object, int64_t *value, const char *path);
/* A day as datetime.date or YYYY-MM-DD; None is the absent day. */
bool kqa_py_date(PyObject *object, struct kqa_date *date, const char *path);
/* An exact number: int, Fraction, Decimal or text; None is 0/0. A float is refused. */
bool kqa_py_ratio(PyObject *object, struct kqa_ratio *value, const char *path);
/* UTF-8 text without a NUL inside; lives as long as the object. */
const char *kqa_py_text(PyObject *object, const char *path);
/* The number as text that the library reads; a new reference. */
PyObject *kqa_py_exact_text(PyObject *value, const char *path);

/* Plain bytes that hold one structure, or several of them; NULL on a fault. */
const void *kqa_py_plain(PyObject *object, size_t size, const char *path);
const void *kqa_py_plains(PyObject *object, size_t size, size_t *count, const char *path);

/* Whether the object is a tuple of so many elements; raises otherwise. */
bool kqa_py_tuple(PyObject *object, Py_ssize_t length, const char *path);
/* Exactly `count` int32 codes from a list or tuple. */
bool kqa_py_codes(PyObject *object, int32_t *codes, size_t count, const char *path);

/* One element of a list, as C. */
typedef bool kqa_py_reader(PyObject *object, void *into, const char *path);
/* A list as a malloc'ed array that the caller frees; NULL on a fault. */
void *kqa_py_list(PyObject *object, size_t size, kqa_py_reader *read, size_t *count,
                  const char *path);
kqa_py_reader kqa_py_incident;
kqa_py_reader kqa_py_sanction;
kqa_py_reader kqa_py_past_award;
kqa_py_reader kqa_py_ranked;
kqa_py_reader kqa_py_candidate;
kqa_py_reader kqa_py_criteria_item;
bool kqa_py_application(PyObject *object, struct kqa_application *application);
bool kqa_py_finding_in(PyObject *object, struct kqa_finding *finding);

/* 32-bit integers from a buffer, in place, or from lists, copied. */
struct kqa_py_ints {
  const int32_t *items;
  size_t count;
  int32_t *copy;
  PyObject *view;
};
bool kqa_py_ints(PyObject *object, struct kqa_py_ints *ints, const char *path);
void kqa_py_ints_free(struct kqa_py_ints *ints);
/* Sheets of a criteria set: whole sheets only. `*sheets` may be NULL for exactly one. */
bool kqa_py_sheets(PyObject *object, const struct kqa_criteria *criteria, struct kqa_py_ints *ints,
                   int32_t *sheets);

PyObject *kqa_py_from_text(const char *text);
PyObject *kqa_py_from_date(struct kqa_date date);
PyObject *kqa_py_from_ratio(struct kqa_ratio value);
PyObject *kqa_py_from_finding(const struct kqa_finding *finding);
PyObject *kqa_py_from_findings(const struct kqa_finding *findings, int32_t count);

#endif
