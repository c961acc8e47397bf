/* A document given as Python objects, as a JSON tree, and back. */
#ifndef KQAWARD_PYTHON_DOCUMENT_H
#define KQAWARD_PYTHON_DOCUMENT_H

#include <Python.h>

#include "json_store.h"

/* Makes a tree; on a fault the tree is freed and a Python exception is set. */
bool document_tree(PyObject *document, struct json_tree *tree);

/* The tree as Python objects: whole numbers as int, other numbers as text. */
PyObject *document_object(const struct json_value *value);

#endif
