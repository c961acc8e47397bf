/* The batch room over Python's columns. */
#ifndef KQAWARD_PYTHON_BATCH_COLUMNS_H
#define KQAWARD_PYTHON_BATCH_COLUMNS_H

#include <Python.h>

/** Decides rows of organisations; answers how many rows there are and how many are at fault.
 * @param edition  Plain bytes of an edition.
 * @param deadline Last day for applications.
 * @param columns  The columns of struct kqa_columns in its order; None for none.
 * @param answers  The columns of struct kqa_answers in its order, buffers to write; None for none.
 * @param first    First row to decide.
 * @param count    How many rows to decide; None: up to the last. */
PyObject *plain_batch_decide(PyObject *edition, PyObject *deadline, PyObject *columns,
                             PyObject *answers, PyObject *first, PyObject *count);

/** Decides rows of ballots; answers how many rows there are and how many are at fault.
 * @param edition Plain bytes of an edition.
 * @param columns The columns of struct kqa_ballot_columns in its order.
 * @param answers The columns of struct kqa_ballot_answers in its order, buffers to write; None for
 *                none.
 * @param first   First row to decide.
 * @param count   How many rows to decide; None: up to the last. */
PyObject *plain_batch_ballots(PyObject *edition, PyObject *columns, PyObject *answers,
                              PyObject *first, PyObject *count);

/** How many rows the columns of struct kqa_columns have.
 * @param columns In its order; None for none. */
PyObject *plain_batch_rows(PyObject *columns);

/** How many rows the columns of struct kqa_ballot_columns have.
 * @param columns In its order. */
PyObject *plain_batch_ballot_rows(PyObject *columns);

#endif
