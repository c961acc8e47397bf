/* Whole rounds for Python: the document as a tree, the round read from it, and its results. Both
 * live in capsules; nothing else is accepted for them. */
#ifndef KQAWARD_PYTHON_ROUND_BOX_H
#define KQAWARD_PYTHON_ROUND_BOX_H

#include <Python.h>

/** A round from JSON text.
 * @param text UTF-8, str or bytes.
 * @param name What stands for the file in errors. */
PyObject *round_from_json(PyObject *text, PyObject *name);

/** A round from Python objects with the round file's keys.
 * @param document A mapping. */
PyObject *round_from_object(PyObject *document);

/** The document of a round as Python objects.
 * @param round A round. */
PyObject *round_document(PyObject *round);

/** The edition of a round, as plain bytes.
 * @param round A round. */
PyObject *round_edition(PyObject *round);

/** The year of a round.
 * @param round A round. */
PyObject *round_year(PyObject *round);

/** The ids of a round's organisations.
 * @param round A round. */
PyObject *round_ids(PyObject *round);

/** Decides a round and finds what depends on readings.
 * @param round   A round.
 * @param edition Plain bytes of an edition. */
PyObject *round_decide(PyObject *round, PyObject *edition);

/** Decides a round under an edition other than the one it was held under: what that edition makes
 * invalid is left out. What depends on readings is not looked for.
 * @param round   A round.
 * @param edition Plain bytes of an edition. */
PyObject *round_decide_under(PyObject *round, PyObject *edition);

/** How many organisations a result has.
 * @param result A result. */
PyObject *round_result_count(PyObject *result);

/** One organisation's result as plain numbers.
 * @param result A result.
 * @param place  Place of the organisation. */
PyObject *round_result_row(PyObject *result, PyObject *place);

/** Seats, votes, candidates and prizes of a result as plain numbers.
 * @param result A result. */
PyObject *round_result_summary(PyObject *result);

/** The places of the ranked organisations, from high to low.
 * @param result A result. */
PyObject *round_result_ranking(PyObject *result);

/** The edition of a result, as plain bytes.
 * @param result A result. */
PyObject *round_result_edition(PyObject *result);

/** A result as JSON text.
 * @param result A result. */
PyObject *round_result_json(PyObject *result);

/** The warnings of a result as JSON text.
 * @param result A result. */
PyObject *round_result_warnings(PyObject *result);

#endif
