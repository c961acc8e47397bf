#include "document.h"

#include <string.h>

#include "convert.h"

/* What the helper in Python answers about an object of a kind not known here. */
enum plain_kind { PLAIN_TEXT, PLAIN_NUMBER, PLAIN_LIST, PLAIN_MAPPING, PLAIN_FLOAT };

/* A fault is noted where it is found; its place is collected on the way out, innermost first. */
struct maker {
  struct json_tree *tree;
  PyObject *plain;
  size_t depth;
  int32_t status;
  const char *zh;
  const char *en;
  size_t steps;
  PyObject *keys[JSON_MAX_DEPTH]; /* Own references; NULL for a place in a list. */
  size_t places[JSON_MAX_DEPTH];
};

static struct json_value *make(struct maker *maker, PyObject *object);

static struct json_value *refuse(struct maker *maker, int32_t status, const char *zh,
                                 const char *en)
{
  maker->status = status;
  maker->zh = zh;
  maker->en = en;
  return NULL;
}

static void note(struct maker *maker, PyObject *key, size_t place)
{
  if (maker->steps == JSON_MAX_DEPTH)
    return;
  Py_XINCREF(key);
  maker->keys[maker->steps] = key;
  maker->places[maker->steps++] = place;
}

static struct json_value *take(struct maker *maker, enum json_kind kind)
{
  struct json_value *value = json_take(maker->tree, sizeof *value);
  if (value == NULL)
    return refuse(maker, KQA_E_TOO_LARGE, "", "");
  *value = (struct json_value){.kind = kind};
  return value;
}

/* UTF-8 of a str; refused like a file's text when it is none or holds U+0000. */
static const char *text_of(struct maker *maker, PyObject *object, size_t *length)
{
  Py_ssize_t size = 0;
  const char *text = PyUnicode_AsUTF8AndSize(object, &size);
  if (text == NULL || strlen(text) != (size_t)size) {
    PyErr_Clear();
    refuse(maker, KQA_E_ENCODING, "", "");
    return NULL;
  }
  *length = (size_t)size;
  return text;
}

static struct json_value *make_text(struct maker *maker, PyObject *object, enum json_kind kind)
{
  size_t length = 0;
  const char *text = text_of(maker, object, &length);
  struct json_value *value = text == NULL ? NULL : take(maker, kind);
  if (value == NULL)
    return NULL;
  value->length = length;
  value->text = json_take_text(maker->tree, text, length);
  return value->text != NULL ? value : refuse(maker, KQA_E_TOO_LARGE, "", "");
}

static struct json_value *make_integer(struct maker *maker, PyObject *object)
{
  int overflow = 0;
  char text[32];
  long long number = PyLong_AsLongLongAndOverflow(object, &overflow);
  /* Beyond 64 bits every number is out of every range. */
  if (overflow != 0)
    PyOS_snprintf(text, sizeof text, "%s99999999999999999999", overflow < 0 ? "-" : "");
  else
    PyOS_snprintf(text, sizeof text, "%lld", number);
  struct json_value *value = take(maker, JSON_NUMBER);
  if (value == NULL)
    return NULL;
  value->length = strlen(text);
  value->text = json_take_text(maker->tree, text, value->length);
  return value->text != NULL ? value : refuse(maker, KQA_E_TOO_LARGE, "", "");
}

static void append(struct json_value *container, struct json_value **last,
                   struct json_value *value)
{
  if (*last == NULL)
    container->first = value;
  else
    (*last)->next = value;
  *last = value;
  container->length++;
}

static struct json_value *make_list(struct maker *maker, PyObject *object)
{
  struct json_value *list = take(maker, JSON_ARRAY);
  struct json_value *last = NULL;
  PyObject *items = list == NULL ? NULL : PySequence_Tuple(object);
  Py_ssize_t count = items == NULL ? -1 : PyTuple_Size(items);
  for (Py_ssize_t i = 0; i < count; i++) {
    struct json_value *value = make(maker, PyTuple_GetItem(items, i));
    if (value == NULL) {
      note(maker, NULL, (size_t)i);
      list = NULL;
      break;
    }
    append(list, &last, value);
  }
  Py_XDECREF(items);
  return count < 0 ? NULL : list;
}

static bool make_member(struct maker *maker, PyObject *key, PyObject *object,
                        struct json_value *container, struct json_value **last)
{
  size_t length = 0;
  if (!PyUnicode_Check(key))
    return refuse(maker, KQA_E_TYPE, "文本作键", "a text as key") != NULL;
  const char *text = text_of(maker, key, &length);
  const char *copy = text == NULL ? NULL : json_take_text(maker->tree, text, length);
  struct json_value *value = copy == NULL ? NULL : make(maker, object);
  if (value == NULL) {
    if (copy != NULL)
      note(maker, key, 0);
    return false;
  }
  value->key = copy;
  append(container, last, value);
  return true;
}

/* Making a member may run Python code, which may change the mapping: a copy cannot be changed. */
static struct json_value *make_mapping(struct maker *maker, PyObject *object)
{
  struct json_value *mapping = take(maker, JSON_OBJECT);
  struct json_value *last = NULL;
  PyObject *items = mapping == NULL ? NULL : PyDict_Items(object);
  Py_ssize_t count = items == NULL ? -1 : PyList_Size(items);
  for (Py_ssize_t i = 0; i < count; i++) {
    PyObject *pair = PyList_GetItem(items, i);
    if (!make_member(maker, PyTuple_GetItem(pair, 0), PyTuple_GetItem(pair, 1), mapping, &last)) {
      mapping = NULL;
      break;
    }
  }
  Py_XDECREF(items);
  return count < 0 ? NULL : mapping;
}

static struct json_value *make_plain(struct maker *maker, int64_t kind, PyObject *object)
{
  switch (kind) {
  case PLAIN_TEXT:
    return make_text(maker, object, JSON_STRING);
  case PLAIN_NUMBER:
    return make_text(maker, object, JSON_NUMBER);
  case PLAIN_LIST:
    return make_list(maker, object);
  case PLAIN_MAPPING:
    return make_mapping(maker, object);
  case PLAIN_FLOAT:
    return refuse(maker, KQA_E_TYPE, "整数、Fraction、Decimal或\"612.35\"之类的文本，不能用float",
                  "an int, Fraction, Decimal or a text such as \"612.35\", never a float");
  default:
    return refuse(maker, KQA_E_TYPE, "", "");
  }
}

static struct json_value *make_other(struct maker *maker, PyObject *object)
{
  struct json_value *value = NULL;
  PyObject *pair = PyObject_CallFunctionObjArgs(maker->plain, object, NULL);
  int64_t kind = -1;
  if (pair == NULL)
    return NULL;
  if (kqa_py_tuple(pair, 2, "document") &&
      kqa_py_int64(PyTuple_GetItem(pair, 0), &kind, "document"))
    value = make_plain(maker, kind, PyTuple_GetItem(pair, 1));
  Py_DECREF(pair);
  return value;
}

static struct json_value *make_container(struct maker *maker, PyObject *object)
{
  if (maker->depth == JSON_MAX_DEPTH)
    return refuse(maker, KQA_E_SYNTAX, "嵌套不超过64层的文件", "a document nested at most 64 deep");
  maker->depth++;
  struct json_value *value = PyDict_CheckExact(object)   ? make_mapping(maker, object)
                             : PyList_CheckExact(object) ? make_list(maker, object)
                                                         : make_other(maker, object);
  maker->depth--;
  return value;
}

static struct json_value *make(struct maker *maker, PyObject *object)
{
  if (PyUnicode_CheckExact(object))
    return make_text(maker, object, JSON_STRING);
  if (PyBool_Check(object)) {
    struct json_value *value = take(maker, JSON_BOOLEAN);
    if (value != NULL)
      value->truth = object == Py_True;
    return value;
  }
  if (object == Py_None)
    return take(maker, JSON_NULL);
  if (PyLong_Check(object))
    return make_integer(maker, object);
  return make_container(maker, object);
}

static void raise_fault(struct maker *maker)
{
  char path[JSON_PATH_SIZE] = "";
  for (size_t i = maker->steps; i-- > 0;) {
    const char *key = maker->keys[i] == NULL ? NULL : PyUnicode_AsUTF8AndSize(maker->keys[i], NULL);
    if (maker->keys[i] == NULL)
      json_path_index(path, maker->places[i]);
    else
      json_path_key(path, key == NULL ? "?" : key);
  }
  if (maker->en[0] == '\0')
    kqa_py_refuse(maker->status, path);
  else
    kqa_py_refuse_texts(maker->status, path, maker->zh, maker->en);
}

bool document_tree(PyObject *document, struct json_tree *tree)
{
  struct maker maker = {.tree = tree, .zh = "", .en = ""};
  *tree = (struct json_tree){0};
  PyObject *module = PyImport_ImportModule("kqaward._plain");
  maker.plain = module == NULL ? NULL : PyObject_GetAttrString(module, "plain");
  Py_XDECREF(module);
  if (maker.plain == NULL)
    return false;
  tree->root = make(&maker, document);
  Py_DECREF(maker.plain);
  if (tree->root == NULL) {
    if (maker.status != KQA_OK)
      raise_fault(&maker);
    json_free(tree);
  }
  for (size_t i = 0; i < maker.steps; i++)
    Py_XDECREF(maker.keys[i]);
  return tree->root != NULL;
}

static PyObject *object_of_number(const struct json_value *value)
{
  if (strpbrk(value->text, ".eE") == NULL && value->length < 40)
    return PyLong_FromString(value->text, NULL, 10);
  return kqa_py_from_text(value->text);
}

static PyObject *object_of_list(const struct json_value *value)
{
  PyObject *list = PyList_New(0);
  for (const struct json_value *item = value->first; list != NULL && item != NULL;
       item = item->next) {
    PyObject *object = document_object(item);
    if (object == NULL || PyList_Append(list, object) != 0)
      Py_CLEAR(list);
    Py_XDECREF(object);
  }
  return list;
}

static PyObject *object_of_mapping(const struct json_value *value)
{
  PyObject *mapping = PyDict_New();
  for (const struct json_value *item = value->first; mapping != NULL && item != NULL;
       item = item->next) {
    PyObject *key = kqa_py_from_text(item->key);
    PyObject *object = document_object(item);
    if (key == NULL || object == NULL || PyDict_SetItem(mapping, key, object) != 0)
      Py_CLEAR(mapping);
    Py_XDECREF(key);
    Py_XDECREF(object);
  }
  return mapping;
}

PyObject *document_object(const struct json_value *value)
{
  switch (value->kind) {
  case JSON_BOOLEAN:
    return PyBool_FromLong(value->truth);
  case JSON_NUMBER:
    return object_of_number(value);
  case JSON_STRING:
    return kqa_py_from_text(value->text);
  case JSON_ARRAY:
    return object_of_list(value);
  case JSON_OBJECT:
    return object_of_mapping(value);
  case JSON_NULL:
  default:
    Py_RETURN_NONE;
  }
}
