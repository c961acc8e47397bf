/** @file simulated_rounds.h
 * Rounds of made-up applicants, many in one call, from columns of 32-bit integers. */
#ifndef KQAWARD_PYTHON_SIMULATED_ROUNDS_H
#define KQAWARD_PYTHON_SIMULATED_ROUNDS_H

#include <Python.h>

/** The columns in their order. Masks, days, scores and awards won are written as in struct
 * kqa_columns; votes are numbers of votes, entered for everyone and counted for those who stand. */
enum kqa_simulated_column {
  KQA_SIMULATED_KNOWN = 0,
  KQA_SIMULATED_HOLDS = 1,
  KQA_SIMULATED_OPERATING_SINCE = 2,
  KQA_SIMULATED_RECEIVED = 3,
  KQA_SIMULATED_RECOMMENDED_BY = 4,
  KQA_SIMULATED_COPIES = 5,
  KQA_SIMULATED_INSPECTION_FAILURE = 6,
  KQA_SIMULATED_MAJOR_ACCIDENT = 7,
  KQA_SIMULATED_MAJOR_COMPLAINT = 8,
  KQA_SIMULATED_FRAUD = 9,
  KQA_SIMULATED_REVOCATION = 10,
  KQA_SIMULATED_DOCUMENT = 11,
  KQA_SIMULATED_SITE = 12,
  KQA_SIMULATED_WON = 13,
  KQA_SIMULATED_PAID = 14,
  KQA_SIMULATED_INVITED = 15,
  KQA_SIMULATED_QUALITY_YES = 16,
  KQA_SIMULATED_QUALITY_RUNOFF = 17,
  KQA_SIMULATED_NOMINATION_YES = 18,
  KQA_SIMULATED_NOMINATION_RUNOFF = 19
};

/** How many columns there are. */
#define KQA_SIMULATED_COLUMNS 20

/** Decides rounds of equally many applicants. Answers bytes: the outcome codes, 1 for each award off
 * the quota (one byte each), and the prizes in yuan (eight bytes each).
 * @param edition    Plain bytes of an edition.
 * @param deadline   Last day for applications of every round.
 * @param applicants The columns one after another.
 * @param size       Applicants a round.
 * @param members    Members of the committee.
 * @param present    Members present in both votes. */
PyObject *plain_simulated_rounds(PyObject *edition, PyObject *deadline, PyObject *applicants,
                                 PyObject *size, PyObject *members, PyObject *present);

#endif
