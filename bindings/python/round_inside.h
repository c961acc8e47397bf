/* What the capsules of rounds and results hold. */
#ifndef KQAWARD_PYTHON_ROUND_INSIDE_H
#define KQAWARD_PYTHON_ROUND_INSIDE_H

#include <Python.h>

#include "round_file.h"

struct round_box {
  struct json_tree tree;
  struct round_file file;
};

struct result_box {
  PyObject *round;        /* Keeps the round's lists alive. */
  struct round_file file; /* The round's, with the edition of the decision. */
  struct round_result result;
};

/* What a capsule holds; NULL with the exception set for anything else. */
struct round_box *open_round(PyObject *round);
struct result_box *open_result(PyObject *result);

/* Raises a fault; `name` stands for the file. */
void raise_round_fault(const struct round_fault *fault, const char *name);

#endif
