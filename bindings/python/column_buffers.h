/* Columns of numbers where Python keeps them: in buffers (numpy, array, memoryview) and in Arrow's
 * arrays (pyarrow, polars, pandas over Arrow). Nothing is copied. */
#ifndef KQAWARD_PYTHON_COLUMN_BUFFERS_H
#define KQAWARD_PYTHON_COLUMN_BUFFERS_H

#include <Python.h>

#include <stdbool.h>
#include <stddef.h>

/* What the numbers of a column are, and what stands in it where there is no number. */
struct kqa_py_kind {
  const char *name;    /* as numpy and Arrow name it */
  size_t size;         /* bytes */
  const char *letters; /* formats of the buffer protocol */
  const char *arrow;   /* formats of Arrow, parted by blanks */
  const char *blank;   /* what to fill nulls with */
};

extern const struct kqa_py_kind kqa_py_codes8, kqa_py_bits8, kqa_py_bits32, kqa_py_count32,
  kqa_py_day32, kqa_py_yuan64, kqa_py_total64, kqa_py_codes16;

/* A column that stays where it is until kqa_py_column_release(). */
struct kqa_py_column {
  void *items;
  size_t count;
  PyObject *owner; /* what keeps the memory; NULL: there is no column */
};

/* None is no column. Raises KqaError naming the path for a column of other numbers, with gaps, in
 * pieces or with nulls. */
bool kqa_py_column_read(PyObject *object, const struct kqa_py_kind *kind, const char *path,
                        struct kqa_py_column *column);
/* Likewise for a buffer that can be written. */
bool kqa_py_column_write(PyObject *object, const struct kqa_py_kind *kind, const char *path,
                         struct kqa_py_column *column);
void kqa_py_column_release(struct kqa_py_column *column);

#endif
