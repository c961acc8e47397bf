#include "column_buffers.h"

#include <stdint.h>
#include <string.h>

#include "convert.h"

/* In the stable ABI of every version, and in its headers up to 3.9. */
PyAPI_FUNC(int) PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);
PyAPI_FUNC(int) PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length);

const struct kqa_py_kind kqa_py_codes8 = {"int8", 1, "b", "c", "0"};
const struct kqa_py_kind kqa_py_bits8 = {"uint8", 1, "B", "C", "0"};
const struct kqa_py_kind kqa_py_codes16 = {"int16", 2, "h", "s", "0"};
const struct kqa_py_kind kqa_py_bits32 = {"uint32", 4, "IL", "I", "0"};
const struct kqa_py_kind kqa_py_count32 = {"int32", 4, "il", "i", "NO_NUMBER"};
const struct kqa_py_kind kqa_py_day32 = {"int32", 4, "il", "i tdD", "NO_DAY"};
const struct kqa_py_kind kqa_py_yuan64 = {"int64", 8, "lq", "l", "0"};
const struct kqa_py_kind kqa_py_total64 = {"int64", 8, "lq", "l", "NO_NUMBER"};

/* --- Arrow's interface between programs: its structures in memory are part of its standard
 * -------- */

struct arrow_schema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t child_count;
  struct arrow_schema **children;
  struct arrow_schema *dictionary;
  void (*release)(struct arrow_schema *schema);
  void *data;
};

struct arrow_array {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t buffer_count;
  int64_t child_count;
  const void **buffers;
  struct arrow_array **children;
  struct arrow_array *dictionary;
  void (*release)(struct arrow_array *array);
  void *data;
};

struct arrow_stream {
  int (*get_schema)(struct arrow_stream *stream, struct arrow_schema *schema);
  int (*get_next)(struct arrow_stream *stream, struct arrow_array *array);
  const char *(*get_last_error)(struct arrow_stream *stream);
  void (*release)(struct arrow_stream *stream);
  void *data;
};

/* --- Sentences ---------------------------------------------------------------------------------
 */

static bool refuse_type(const struct kqa_py_kind *kind, const char *path)
{
  char zh[200];
  char en[200];
  PyOS_snprintf(zh, sizeof zh, "%s的一维缓冲区或Arrow数组", kind->name);
  PyOS_snprintf(en, sizeof en, "a one-dimensional buffer or an Arrow array of %s", kind->name);
  kqa_py_refuse_texts(KQA_E_TYPE, path, zh, en);
  return false;
}

static bool refuse_gaps(const char *path)
{
  kqa_py_refuse_texts(KQA_E_FORM, path, "逐个相邻、按类型对齐存放的数（如numpy.ascontiguousarray）",
                      "numbers that lie one after another, aligned for their type, as "
                      "numpy.ascontiguousarray() makes them");
  return false;
}

static bool refuse_pieces(const char *path)
{
  kqa_py_refuse_texts(
    KQA_E_FORM, path, "未分块的列（先用combine_chunks或rechunk合并）",
    "a column in one piece; join its chunks first, by combine_chunks() or rechunk()");
  return false;
}

static bool refuse_nulls(const struct kqa_py_kind *kind, const char *path)
{
  char zh[200];
  char en[200];
  PyOS_snprintf(zh, sizeof zh, "没有空值的列（先以%s填充）", kind->blank);
  PyOS_snprintf(en, sizeof en, "a column without nulls; fill them with %s first", kind->blank);
  kqa_py_refuse_texts(KQA_E_MISSING, path, zh, en);
  return false;
}

/* --- Buffers -----------------------------------------------------------------------------------
 */

static bool number_is(PyObject *view, const char *name, long wanted)
{
  PyObject *number = PyObject_GetAttrString(view, name);
  bool fine = number != NULL && PyLong_AsLong(number) == wanted;
  Py_XDECREF(number);
  PyErr_Clear();
  return fine;
}

static bool is_true(PyObject *view, const char *name)
{
  PyObject *truth = PyObject_GetAttrString(view, name);
  bool fine = truth == Py_True;
  Py_XDECREF(truth);
  PyErr_Clear();
  return fine;
}

/* A format is one letter; before it may stand that its bytes are in the machine's order. */
static bool has_format(PyObject *view, const struct kqa_py_kind *kind)
{
  PyObject *format = PyObject_GetAttrString(view, "format");
  const char *text = format == NULL ? NULL : PyUnicode_AsUTF8AndSize(format, NULL);
  const char order = PY_LITTLE_ENDIAN ? '<' : '>';
  if (text != NULL && (*text == '@' || *text == '=' || *text == order))
    text++;
  bool fine =
    text != NULL && text[0] != '\0' && text[1] == '\0' && strchr(kind->letters, text[0]) != NULL;
  Py_XDECREF(format);
  PyErr_Clear();
  return fine;
}

static bool check_view(PyObject *view, const struct kqa_py_kind *kind, const char *path)
{
  if (!has_format(view, kind) || !number_is(view, "itemsize", (long)kind->size) ||
      !number_is(view, "ndim", 1))
    return refuse_type(kind, path);
  return is_true(view, "c_contiguous") || refuse_gaps(path);
}

static bool is_aligned(const void *items, const struct kqa_py_kind *kind)
{
  return (uintptr_t)items % kind->size == 0;
}

/* Takes the view over. */
static bool column_of_view(PyObject *view, const struct kqa_py_kind *kind, const char *path,
                           struct kqa_py_column *column)
{
  const void *items = NULL;
  Py_ssize_t length = 0;
  column->owner = view;
  if (!check_view(view, kind, path))
    return false;
  if (PyObject_AsReadBuffer(view, &items, &length) != 0)
    return refuse_type(kind, path);
  column->items = (void *)items;
  column->count = (size_t)length / kind->size;
  return column->count == 0 || is_aligned(items, kind) || refuse_gaps(path);
}

/* A view of the buffer, or of the one in which pandas keeps a column of numpy's; no error when
 * there is none. */
static PyObject *view_of(PyObject *object)
{
  PyObject *view = PyMemoryView_FromObject(object);
  if (view == NULL) {
    PyErr_Clear();
    PyObject *values = PyObject_GetAttrString(object, "values");
    view = values == NULL ? NULL : PyMemoryView_FromObject(values);
    Py_XDECREF(values);
    PyErr_Clear();
  }
  return view;
}

/* --- Arrow -------------------------------------------------------------------------------------
 */

static bool is_one_of(const char *format, const char *formats)
{
  size_t length = strlen(format);
  for (const char *at = strstr(formats, format); length > 0 && at != NULL;
       at = strstr(at + 1, format))
    if ((at == formats || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return true;
  return false;
}

static bool check_schema(const struct arrow_schema *schema, const struct kqa_py_kind *kind,
                         const char *path)
{
  if (schema->format == NULL || schema->dictionary != NULL ||
      !is_one_of(schema->format, kind->arrow))
    return refuse_type(kind, path);
  return true;
}

/* The count of nulls may be left open; then the bits tell. */
static bool has_nulls(const struct arrow_array *array)
{
  const unsigned char *bits = array->buffers[0];
  if (bits == NULL || array->null_count >= 0)
    return array->null_count > 0;
  for (int64_t i = array->offset; i < array->offset + array->length; i++)
    if ((bits[i / 8] >> (i % 8) & 1) == 0)
      return true;
  return false;
}

static bool column_of_array(const struct arrow_array *array, const struct kqa_py_kind *kind,
                            const char *path, struct kqa_py_column *column)
{
  if (array->release == NULL || array->buffer_count != 2 || array->length < 0 || array->offset < 0)
    return refuse_type(kind, path);
  if (has_nulls(array))
    return refuse_nulls(kind, path);
  if (array->length > 0 && array->buffers[1] == NULL)
    return refuse_type(kind, path);
  column->count = (size_t)array->length;
  column->items =
    column->count == 0 ? NULL : (char *)array->buffers[1] + (size_t)array->offset * kind->size;
  return column->count == 0 || is_aligned(column->items, kind) || refuse_gaps(path);
}

/* The object's answer to a question of Arrow's interface; NULL without an error when it has none.
 */
static PyObject *ask(PyObject *object, const char *question)
{
  PyObject *method = PyObject_GetAttrString(object, question);
  PyObject *answer = method == NULL ? NULL : PyObject_CallObject(method, NULL);
  Py_XDECREF(method);
  PyErr_Clear();
  return answer;
}

static void *inside(PyObject *capsule, const char *name)
{
  return capsule != NULL && PyCapsule_IsValid(capsule, name) ? PyCapsule_GetPointer(capsule, name)
                                                             : NULL;
}

/* Takes over the pair of capsules, which keep the memory. */
static bool column_of_pair(PyObject *pair, const struct kqa_py_kind *kind, const char *path,
                           struct kqa_py_column *column)
{
  column->owner = pair;
  bool is_pair = PyTuple_Check(pair) && PyTuple_Size(pair) == 2;
  const struct arrow_schema *schema =
    is_pair ? inside(PyTuple_GetItem(pair, 0), "arrow_schema") : NULL;
  const struct arrow_array *array =
    is_pair ? inside(PyTuple_GetItem(pair, 1), "arrow_array") : NULL;
  if (schema == NULL || array == NULL)
    return refuse_type(kind, path);
  return check_schema(schema, kind, path) && column_of_array(array, kind, path, column);
}

static void free_array(PyObject *capsule)
{
  struct arrow_array *array = PyCapsule_GetPointer(capsule, "arrow_array");
  if (array->release != NULL)
    array->release(array);
  PyMem_Free(array);
}

/* A piece of a stream in a capsule that releases it; the end of the stream is a piece that is
 * released already. NULL with an error. */
static PyObject *next_piece(struct arrow_stream *stream, const struct kqa_py_kind *kind,
                            const char *path)
{
  struct arrow_array *array = PyMem_Calloc(1, sizeof *array);
  PyObject *capsule = array == NULL ? NULL : PyCapsule_New(array, "arrow_array", free_array);
  if (capsule == NULL) {
    PyMem_Free(array);
    return PyErr_NoMemory();
  }
  if (stream->get_next(stream, array) != 0) {
    array->release = NULL;
    Py_DECREF(capsule);
    refuse_type(kind, path);
    return NULL;
  }
  return capsule;
}

static bool is_end(PyObject *piece)
{
  const struct arrow_array *array = PyCapsule_GetPointer(piece, "arrow_array");
  return array->release == NULL;
}

static bool column_of_pieces(struct arrow_stream *stream, const struct kqa_py_kind *kind,
                             const char *path, struct kqa_py_column *column)
{
  PyObject *piece = next_piece(stream, kind, path);
  PyObject *second = piece == NULL || is_end(piece) ? NULL : next_piece(stream, kind, path);
  bool fine = second != NULL || (piece != NULL && is_end(piece));
  column->owner = piece;
  if (second != NULL)
    fine = is_end(second)
             ? column_of_array(PyCapsule_GetPointer(piece, "arrow_array"), kind, path, column)
             : refuse_pieces(path);
  Py_XDECREF(second);
  return fine;
}

static bool column_of_stream(PyObject *capsule, const struct kqa_py_kind *kind, const char *path,
                             struct kqa_py_column *column)
{
  struct arrow_stream *stream = inside(capsule, "arrow_array_stream");
  struct arrow_schema schema = {0};
  bool fine = stream != NULL && stream->release != NULL && stream->get_schema(stream, &schema) == 0;
  if (!fine)
    refuse_type(kind, path);
  else
    fine = check_schema(&schema, kind, path) && column_of_pieces(stream, kind, path, column);
  if (schema.release != NULL)
    schema.release(&schema);
  Py_DECREF(capsule);
  return fine;
}

/* --- Columns -----------------------------------------------------------------------------------
 */

static bool find_column(PyObject *object, const struct kqa_py_kind *kind, const char *path,
                        struct kqa_py_column *column)
{
  PyObject *found = view_of(object);
  if (found != NULL)
    return column_of_view(found, kind, path, column);
  found = ask(object, "__arrow_c_array__");
  if (found != NULL)
    return column_of_pair(found, kind, path, column);
  found = ask(object, "__arrow_c_stream__");
  if (found != NULL)
    return column_of_stream(found, kind, path, column);
  return refuse_type(kind, path);
}

bool kqa_py_column_read(PyObject *object, const struct kqa_py_kind *kind, const char *path,
                        struct kqa_py_column *column)
{
  *column = (struct kqa_py_column){0};
  if (object == Py_None)
    return true;
  bool fine = find_column(object, kind, path, column);
  if (!fine)
    kqa_py_column_release(column);
  return fine;
}

bool kqa_py_column_write(PyObject *object, const struct kqa_py_kind *kind, const char *path,
                         struct kqa_py_column *column)
{
  Py_ssize_t length = 0;
  *column = (struct kqa_py_column){0};
  if (object == Py_None)
    return true;
  PyObject *view = view_of(object);
  bool fine = view == NULL ? refuse_type(kind, path) : column_of_view(view, kind, path, column);
  if (fine && PyObject_AsWriteBuffer(view, &column->items, &length) != 0) {
    kqa_py_refuse_texts(KQA_E_VALUE, path, "可写的缓冲区", "a buffer that can be written");
    fine = false;
  }
  if (!fine)
    kqa_py_column_release(column);
  return fine;
}

void kqa_py_column_release(struct kqa_py_column *column)
{
  Py_XDECREF(column->owner);
  *column = (struct kqa_py_column){0};
}
