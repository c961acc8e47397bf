/* Results of rounds side by side, and under every combination of the readings, for Python. */
#ifndef KQAWARD_PYTHON_ROUND_COMPARE_H
#define KQAWARD_PYTHON_ROUND_COMPARE_H

#include <Python.h>

/** Two results of the same organisations: counts, seats, money and transitions as plain numbers.
 * @param before A result.
 * @param after  A result. */
PyObject *round_result_compare(PyObject *before, PyObject *after);

/** What differs for one organisation, as plain numbers.
 * @param before A result.
 * @param after  A result of the same organisations.
 * @param place  Place of the organisation. */
PyObject *round_result_change(PyObject *before, PyObject *after, PyObject *place);

/** What differs for each organisation with another result.
 * @param before A result.
 * @param after  A result of the same organisations. */
PyObject *round_result_changes(PyObject *before, PyObject *after);

/** The organisations whose result depends on readings: place, sets of readings for outcome and
 * prize, for each combination of readings which of its results it has, and these results.
 * @param result A result. */
PyObject *round_result_sensitivity(PyObject *result);

#endif
