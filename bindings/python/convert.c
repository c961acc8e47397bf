#include "convert.h"

#include <stdlib.h>
#include <string.h>

/* In the stable ABI of every version, and in its headers up to 3.9: reads a contiguous buffer. */
PyAPI_FUNC(int) PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

#define PATH_SIZE 256

static PyObject *error_class;
static PyObject *date_class;
static PyObject *datetime_class;
static PyObject *decimal_class;

static PyObject *class_of(const char *module, const char *name)
{
  PyObject *imported = PyImport_ImportModule(module);
  PyObject *class = imported == NULL ? NULL : PyObject_GetAttrString(imported, name);
  Py_XDECREF(imported);
  return class;
}

bool kqa_py_start(void)
{
  error_class = class_of("kqaward._errors", "KqaError");
  date_class = error_class == NULL ? NULL : class_of("datetime", "date");
  datetime_class = date_class == NULL ? NULL : class_of("datetime", "datetime");
  decimal_class = datetime_class == NULL ? NULL : class_of("decimal", "Decimal");
  return decimal_class != NULL;
}

/* The name of a field has empty brackets where a path has places. */
static int32_t field_of_path(const char *path)
{
  char name[PATH_SIZE];
  size_t length = 0;
  for (bool inside = false; *path != '\0' && length + 1 < sizeof name; path++) {
    inside = inside && *path != ']';
    if (!inside)
      name[length++] = *path;
    inside = inside || *path == '[';
  }
  name[length] = '\0';
  for (int32_t field = 1; field <= KQA_FIELD_SPECIAL_NOMINATIONS; field++)
    if (name[0] != '\0' && strcmp(kqa_field_name(field), name) == 0)
      return field;
  return KQA_FIELD_NONE;
}

static PyObject *sentence(int32_t status, const char *path, const char *rule, bool chinese)
{
  int32_t language = chinese ? KQA_LANGUAGE_ZH : KQA_LANGUAGE_EN;
  return PyUnicode_FromFormat("%s%s%s%s%s%s", path,
                              path[0] == '\0' ? "" : chinese ? "：" : ": ",
                              kqa_status_text(status, language),
                              rule[0] == '\0' ? "" : chinese ? "；应为" : "; expected ", rule,
                              chinese ? "。" : ".");
}

static void raise_error(PyObject *english, int32_t status, PyObject *field, PyObject *chinese)
{
  PyObject *error = NULL;
  if (english != NULL && chinese != NULL && field != NULL)
    error = PyObject_CallFunction(error_class, "OsOO", english, kqa_status_name(status), field,
                                  chinese);
  if (error != NULL)
    PyErr_SetObject(error_class, error);
  Py_XDECREF(error);
  Py_XDECREF(english);
  Py_XDECREF(chinese);
  Py_XDECREF(field);
}

void kqa_py_raise(const char *en, int32_t status, const char *path, const char *zh)
{
  raise_error(kqa_py_from_text(en), status, kqa_py_from_text(path), kqa_py_from_text(zh));
}

void kqa_py_refuse_texts(int32_t status, const char *path, const char *zh, const char *en)
{
  PyErr_Clear();
  raise_error(sentence(status, path, en, false), status, PyUnicode_FromString(path),
              sentence(status, path, zh, true));
}

void kqa_py_refuse(int32_t status, const char *path)
{
  int32_t field = field_of_path(path);
  kqa_py_refuse_texts(status, path, kqa_field_rule(field, KQA_LANGUAGE_ZH),
                      kqa_field_rule(field, KQA_LANGUAGE_EN));
}

bool kqa_py_fine(struct kqa_fault fault)
{
  char path[PATH_SIZE];
  if (fault.status == KQA_OK)
    return true;
  kqa_fault_path(&fault, NULL, path, sizeof path);
  kqa_py_refuse_texts(fault.status, path, kqa_field_rule(fault.field, KQA_LANGUAGE_ZH),
                      kqa_field_rule(fault.field, KQA_LANGUAGE_EN));
  return false;
}

static bool refuse_as(int32_t status, const char *path)
{
  kqa_py_refuse(status, path);
  return false;
}

bool kqa_py_int64(PyObject *object, int64_t *value, const char *path)
{
  if (PyBool_Check(object) || PyFloat_Check(object) || !PyIndex_Check(object))
    return refuse_as(KQA_E_TYPE, path);
  PyObject *index = PyNumber_Index(object);
  if (index == NULL)
    return refuse_as(KQA_E_TYPE, path);
  int overflow = 0;
  long long wide = PyLong_AsLongLongAndOverflow(index, &overflow);
  Py_DECREF(index);
  if (overflow != 0)
    return refuse_as(KQA_E_RANGE, path);
  *value = wide;
  return true;
}

bool kqa_py_int32(PyObject *object, int32_t *value, const char *path)
{
  int64_t wide = 0;
  if (!kqa_py_int64(object, &wide, path))
    return false;
  if (wide < INT32_MIN || wide > INT32_MAX)
    return refuse_as(KQA_E_RANGE, path);
  *value = (int32_t)wide;
  return true;
}

const char *kqa_py_text(PyObject *object, const char *path)
{
  Py_ssize_t length = 0;
  if (!PyUnicode_Check(object)) {
    kqa_py_refuse(KQA_E_TYPE, path);
    return NULL;
  }
  const char *text = PyUnicode_AsUTF8AndSize(object, &length);
  if (text == NULL || strlen(text) != (size_t)length) {
    kqa_py_refuse(text == NULL ? KQA_E_ENCODING : KQA_E_FORM, path);
    return NULL;
  }
  return text;
}

static bool attribute_int64(PyObject *object, const char *name, int64_t *value, const char *path)
{
  PyObject *attribute = PyObject_GetAttrString(object, name);
  if (attribute == NULL)
    return refuse_as(KQA_E_TYPE, path);
  bool fine = kqa_py_int64(attribute, value, path);
  Py_DECREF(attribute);
  return fine;
}

static bool date_of_object(PyObject *object, struct kqa_date *date, const char *path)
{
  int64_t year = 0;
  int64_t month = 0;
  int64_t day = 0;
  if (!attribute_int64(object, "year", &year, path) ||
      !attribute_int64(object, "month", &month, path) ||
      !attribute_int64(object, "day", &day, path))
    return false;
  /* A subclass may say anything. */
  bool small = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!small)
    return refuse_as(KQA_E_NO_SUCH_DAY, path);
  *date = (struct kqa_date){(int32_t)year, (int32_t)month, (int32_t)day};
  return true;
}

bool kqa_py_date(PyObject *object, struct kqa_date *date, const char *path)
{
  *date = (struct kqa_date){0};
  if (object == Py_None)
    return true;
  if (PyUnicode_Check(object)) {
    const char *text = kqa_py_text(object, path);
    if (text == NULL)
      return false;
    struct kqa_day day = kqa_date_parse(text, strlen(text));
    *date = day.date;
    return day.fault.status == KQA_OK || refuse_as(day.fault.status, path);
  }
  /* A moment is no day: which day it is depends on where one stands. */
  if (PyObject_IsInstance(object, date_class) != 1 ||
      PyObject_IsInstance(object, datetime_class) != 0)
    return refuse_as(KQA_E_TYPE, path);
  return date_of_object(object, date, path);
}

static bool refuse_float(const char *path)
{
  kqa_py_refuse_texts(KQA_E_TYPE, path, "整数、Fraction、Decimal或\"612.35\"之类的文本，不能用float",
                      "an int, Fraction, Decimal or a text such as \"612.35\", never a float");
  return false;
}

/* Whether a Decimal is so large or so small that it must be out of range, before it is expanded. */
static int extreme_decimal(PyObject *object, const char *path)
{
  if (PyObject_IsTrue(object) == 0)
    return 1;
  PyObject *adjusted = PyObject_CallMethod(object, "adjusted", NULL);
  int64_t exponent = 0;
  bool fine = adjusted != NULL && kqa_py_int64(adjusted, &exponent, path);
  Py_XDECREF(adjusted);
  if (!fine)
    return -1;
  return exponent > 40 || exponent < -40 ? -1 : 0;
}

static bool pair_of_object(PyObject *object, struct kqa_ratio *value, const char *path)
{
  return attribute_int64(object, "numerator", &value->num, path) &&
         attribute_int64(object, "denominator", &value->den, path);
}

static bool ratio_of_decimal(PyObject *object, struct kqa_ratio *value, const char *path)
{
  PyObject *finite = PyObject_CallMethod(object, "is_finite", NULL);
  bool sound = finite != NULL && PyObject_IsTrue(finite) == 1;
  Py_XDECREF(finite);
  if (!sound)
    return refuse_as(KQA_E_FORM, path);
  int extreme = extreme_decimal(object, path);
  if (extreme != 0) {
    *value = (struct kqa_ratio){0, 1};
    return extreme > 0 || refuse_as(KQA_E_RANGE, path);
  }
  PyObject *pair = PyObject_CallMethod(object, "as_integer_ratio", NULL);
  if (pair == NULL || !PyTuple_Check(pair) || PyTuple_Size(pair) != 2) {
    Py_XDECREF(pair);
    return refuse_as(KQA_E_TYPE, path);
  }
  bool fine = kqa_py_int64(PyTuple_GetItem(pair, 0), &value->num, path) &&
              kqa_py_int64(PyTuple_GetItem(pair, 1), &value->den, path);
  Py_DECREF(pair);
  return fine;
}

static bool ratio_of_text(PyObject *object, struct kqa_ratio *value, const char *path)
{
  const char *text = kqa_py_text(object, path);
  if (text == NULL)
    return false;
  struct kqa_quantity parsed = kqa_ratio_parse(text, strlen(text), KQA_SCORE_MAX_DENOMINATOR);
  *value = parsed.value;
  return parsed.fault.status == KQA_OK || refuse_as(parsed.fault.status, path);
}

bool kqa_py_ratio(PyObject *object, struct kqa_ratio *value, const char *path)
{
  *value = (struct kqa_ratio){0};
  if (object == Py_None)
    return true;
  if (PyBool_Check(object))
    return refuse_as(KQA_E_TYPE, path);
  if (PyUnicode_Check(object))
    return ratio_of_text(object, value, path);
  if (PyFloat_Check(object))
    return refuse_float(path);
  if (PyIndex_Check(object)) {
    value->den = 1;
    return kqa_py_int64(object, &value->num, path);
  }
  if (PyObject_IsInstance(object, decimal_class) == 1)
    return ratio_of_decimal(object, value, path);
  PyErr_Clear();
  if (!PyObject_HasAttrString(object, "numerator"))
    return refuse_float(path);
  if (!pair_of_object(object, value, path))
    return false;
  return value->den >= 1 || refuse_as(KQA_E_RANGE, path);
}

PyObject *kqa_py_exact_text(PyObject *value, const char *path)
{
  char text[48];
  struct kqa_ratio ratio = {0};
  if (PyUnicode_Check(value))
    return PyObject_Str(value);
  if (!kqa_py_ratio(value, &ratio, path))
    return NULL;
  kqa_ratio_format(ratio, text, sizeof text);
  if (text[0] == '\0')
    kqa_py_refuse(KQA_E_RANGE, path);
  return text[0] == '\0' ? NULL : PyUnicode_FromString(text);
}

const void *kqa_py_plains(PyObject *object, size_t size, size_t *count, const char *path)
{
  char *bytes = NULL;
  Py_ssize_t length = 0;
  if (!PyBytes_Check(object) || PyBytes_AsStringAndSize(object, &bytes, &length) != 0) {
    kqa_py_refuse(KQA_E_TYPE, path);
    return NULL;
  }
  if ((size_t)length % size != 0) {
    kqa_py_refuse(KQA_E_SIZE, path);
    return NULL;
  }
  *count = (size_t)length / size;
  return bytes;
}

const void *kqa_py_plain(PyObject *object, size_t size, const char *path)
{
  size_t count = 0;
  const void *plain = kqa_py_plains(object, size, &count, path);
  if (plain != NULL && count != 1) {
    kqa_py_refuse(KQA_E_SIZE, path);
    return NULL;
  }
  return plain;
}

bool kqa_py_tuple(PyObject *object, Py_ssize_t length, const char *path)
{
  if (PyTuple_Check(object) && PyTuple_Size(object) == length)
    return true;
  return refuse_as(KQA_E_TYPE, path);
}

bool kqa_py_codes(PyObject *object, int32_t *codes, size_t count, const char *path)
{
  if (!PyTuple_Check(object))
    return refuse_as(KQA_E_TYPE, path);
  size_t length = (size_t)PyTuple_Size(object);
  if (length != count)
    return refuse_as(length < count ? KQA_E_TOO_FEW : KQA_E_TOO_MANY, path);
  for (size_t i = 0; i < count; i++)
    if (!kqa_py_int32(PyTuple_GetItem(object, (Py_ssize_t)i), &codes[i], path))
      return false;
  return true;
}

void *kqa_py_list(PyObject *object, size_t size, kqa_py_reader *read, size_t *count,
                  const char *path)
{
  char place[PATH_SIZE];
  PyObject *items =
    PyList_Check(object) || PyTuple_Check(object) ? PySequence_Tuple(object) : NULL;
  if (items == NULL) {
    kqa_py_refuse(KQA_E_TYPE, path);
    return NULL;
  }
  *count = (size_t)PyTuple_Size(items);
  char *list = calloc(*count + 1, size);
  if (list == NULL)
    PyErr_NoMemory();
  for (size_t i = 0; list != NULL && i < *count; i++) {
    PyOS_snprintf(place, sizeof place, "%s[%zu]", path, i);
    if (!read(PyTuple_GetItem(items, (Py_ssize_t)i), list + i * size, place)) {
      free(list);
      list = NULL;
    }
  }
  Py_DECREF(items);
  return list;
}

static bool kind_and_day(PyObject *object, int32_t *kind, struct kqa_date *date, const char *path)
{
  return kqa_py_tuple(object, 2, path) && kqa_py_int32(PyTuple_GetItem(object, 0), kind, path) &&
         kqa_py_date(PyTuple_GetItem(object, 1), date, path);
}

bool kqa_py_incident(PyObject *object, void *into, const char *path)
{
  struct kqa_incident *incident = into;
  return kind_and_day(object, &incident->kind, &incident->date, path);
}

bool kqa_py_sanction(PyObject *object, void *into, const char *path)
{
  struct kqa_sanction *sanction = into;
  return kind_and_day(object, &sanction->kind, &sanction->decided, path);
}

bool kqa_py_past_award(PyObject *object, void *into, const char *path)
{
  struct kqa_past_award *past = into;
  return kqa_py_tuple(object, 4, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 0), &past->award, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 1), &past->year, path) &&
         kqa_py_int64(PyTuple_GetItem(object, 2), &past->paid, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 3), &past->revoked, path);
}

bool kqa_py_ranked(PyObject *object, void *into, const char *path)
{
  return kqa_py_ratio(object, &((struct kqa_ranked *)into)->total, path);
}

bool kqa_py_candidate(PyObject *object, void *into, const char *path)
{
  struct kqa_candidate *candidate = into;
  return kqa_py_tuple(object, 4, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 0), &candidate->stands, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 1), &candidate->former_winner, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 2), &candidate->yes, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 3), &candidate->runoff, path);
}

bool kqa_py_criteria_item(PyObject *object, void *into, const char *path)
{
  struct kqa_criteria_item *item = into;
  return kqa_py_tuple(object, 2, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 0), &item->points, path) &&
         kqa_py_int32(PyTuple_GetItem(object, 1), &item->category, path);
}

bool kqa_py_application(PyObject *object, struct kqa_application *application)
{
  *application = (struct kqa_application){0};
  if (!kqa_py_tuple(object, 5, "application") ||
      !kqa_py_codes(PyTuple_GetItem(object, 0), application->facts, KQA_FACTS, "facts") ||
      !kqa_py_date(PyTuple_GetItem(object, 1), &application->operating_since,
                   "facts.operating_since") ||
      !kqa_py_int32(PyTuple_GetItem(object, 2), &application->recommended_by,
                    "application.recommended_by") ||
      !kqa_py_date(PyTuple_GetItem(object, 4), &application->received, "application.received"))
    return false;
  application->copies_known = PyTuple_GetItem(object, 3) != Py_None;
  return !application->copies_known || kqa_py_int32(PyTuple_GetItem(object, 3),
                                                    &application->copies, "application.copies");
}

bool kqa_py_finding_in(PyObject *object, struct kqa_finding *finding)
{
  static const char path[] = "finding";
  if (!kqa_py_tuple(object, 8, path))
    return false;
  int32_t *codes[] = {&finding->provision, &finding->verdict, &finding->unit, &finding->relation};
  int64_t *numbers[] = {&finding->observed.num, &finding->observed.den, &finding->required.num,
                        &finding->required.den};
  for (Py_ssize_t i = 0; i < 4; i++)
    if (!kqa_py_int32(PyTuple_GetItem(object, i), codes[i], path) ||
        !kqa_py_int64(PyTuple_GetItem(object, i + 4), numbers[i], path))
      return false;
  return true;
}

static bool attribute_is(PyObject *view, const char *name, long wanted)
{
  int64_t value = 0;
  bool fine = attribute_int64(view, name, &value, name);
  if (!fine)
    PyErr_Clear();
  return fine && value == wanted;
}

/* The native formats of a signed integer; a size of 4 is checked apart. */
static bool is_signed_integer(PyObject *view)
{
  PyObject *format = PyObject_GetAttrString(view, "format");
  const char *text = format == NULL ? NULL : PyUnicode_AsUTF8AndSize(format, NULL);
  bool fine = text != NULL && (strcmp(text, "i") == 0 || strcmp(text, "l") == 0 ||
                               strcmp(text, "@i") == 0 || strcmp(text, "=i") == 0);
  Py_XDECREF(format);
  PyErr_Clear();
  return fine;
}

static bool is_contiguous(PyObject *view)
{
  PyObject *contiguous = PyObject_GetAttrString(view, "c_contiguous");
  bool fine = contiguous == Py_True;
  Py_XDECREF(contiguous);
  PyErr_Clear();
  return fine;
}

static bool ints_of_buffer(PyObject *object, struct kqa_py_ints *ints, const char *path)
{
  const void *bytes = NULL;
  Py_ssize_t length = 0;
  ints->view = PyMemoryView_FromObject(object);
  bool fine = ints->view != NULL && attribute_is(ints->view, "itemsize", sizeof(int32_t)) &&
              is_signed_integer(ints->view) && is_contiguous(ints->view) &&
              PyObject_AsReadBuffer(ints->view, &bytes, &length) == 0 &&
              (uintptr_t)bytes % _Alignof(int32_t) == 0;
  if (!fine) {
    kqa_py_ints_free(ints);
    kqa_py_refuse_texts(KQA_E_TYPE, path, "整数列表，或连续存放的32位整数缓冲区",
                        "a list of ints, or a contiguous buffer of 32-bit integers");
    return false;
  }
  ints->items = bytes;
  ints->count = (size_t)length / sizeof(int32_t);
  return true;
}

bool kqa_py_ints(PyObject *object, struct kqa_py_ints *ints, const char *path)
{
  *ints = (struct kqa_py_ints){0};
  if (!PyList_Check(object) && !PyTuple_Check(object))
    return ints_of_buffer(object, ints, path);
  PyObject *items = PySequence_Tuple(object);
  ints->count = items == NULL ? 0 : (size_t)PyTuple_Size(items);
  ints->copy = items == NULL ? NULL : calloc(ints->count + 1, sizeof *ints->copy);
  bool fine = ints->copy != NULL;
  if (!fine)
    PyErr_NoMemory();
  for (size_t i = 0; fine && i < ints->count; i++) {
    PyObject *item = PyTuple_GetItem(items, (Py_ssize_t)i);
    fine = kqa_py_int32(item, &ints->copy[i], path);
  }
  Py_XDECREF(items);
  if (!fine)
    kqa_py_ints_free(ints);
  ints->items = ints->copy;
  return fine;
}

void kqa_py_ints_free(struct kqa_py_ints *ints)
{
  free(ints->copy);
  Py_XDECREF(ints->view);
  *ints = (struct kqa_py_ints){0};
}

static bool refuse_length(size_t length, size_t items, size_t sheet)
{
  char path[PATH_SIZE];
  PyOS_snprintf(path, sizeof path, "sheets[%zu]", sheet);
  kqa_py_refuse_texts(length < items ? KQA_E_TOO_FEW : KQA_E_TOO_MANY, path,
                      "每个评分条目一个百分数", "one percent for each item");
  return false;
}

/* Sheets as lists, one after another into one array. */
static bool join_sheets(PyObject *sheets, size_t items, struct kqa_py_ints *ints)
{
  size_t count = (size_t)PyTuple_Size(sheets);
  ints->copy = calloc(count * items + 1, sizeof *ints->copy);
  if (ints->copy == NULL) {
    PyErr_NoMemory();
    return false;
  }
  ints->items = ints->copy;
  ints->count = count * items;
  for (size_t i = 0; i < count; i++) {
    struct kqa_py_ints one;
    char path[PATH_SIZE];
    PyOS_snprintf(path, sizeof path, "sheets[%zu]", i);
    if (!kqa_py_ints(PyTuple_GetItem(sheets, (Py_ssize_t)i), &one, path))
      return false;
    bool fits = one.count == items || refuse_length(one.count, items, i);
    if (fits)
      memcpy(ints->copy + i * items, one.items, items * sizeof *ints->copy);
    kqa_py_ints_free(&one);
    if (!fits)
      return false;
  }
  return true;
}

static bool is_list_of_ints(PyObject *object)
{
  if (!PyList_Check(object) && !PyTuple_Check(object))
    return true;
  PyObject *first = PySequence_Size(object) > 0 ? PySequence_GetItem(object, 0) : NULL;
  bool flat = first != NULL && PyIndex_Check(first);
  Py_XDECREF(first);
  PyErr_Clear();
  return flat;
}

bool kqa_py_sheets(PyObject *object, const struct kqa_criteria *criteria, struct kqa_py_ints *ints,
                   int32_t *sheets)
{
  *ints = (struct kqa_py_ints){0};
  if (!kqa_py_fine(kqa_criteria_check(criteria)))
    return false;
  size_t items = (size_t)criteria->item_count;
  bool fine = false;
  if (sheets == NULL || is_list_of_ints(object)) {
    fine = kqa_py_ints(object, ints, "sheets");
  } else {
    PyObject *list = PySequence_Tuple(object);
    fine = list != NULL && join_sheets(list, items, ints);
    Py_XDECREF(list);
  }
  if (!fine) {
    kqa_py_ints_free(ints);
    return false;
  }
  size_t count = ints->count / items;
  if (ints->count % items != 0 || (sheets == NULL && count != 1) || count > INT32_MAX) {
    refuse_length(ints->count, items, count > 0 && sheets != NULL ? count - 1 : 0);
    kqa_py_ints_free(ints);
    return false;
  }
  if (sheets != NULL)
    *sheets = (int32_t)count;
  return true;
}

PyObject *kqa_py_from_text(const char *text)
{
  return PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "replace");
}

PyObject *kqa_py_from_date(struct kqa_date date)
{
  if (kqa_date_is_absent(date))
    Py_RETURN_NONE;
  return PyObject_CallFunction(date_class, "iii", (int)date.year, (int)date.month, (int)date.day);
}

static PyObject *tuple_of(size_t count, const int64_t *numbers)
{
  PyObject *tuple = PyTuple_New((Py_ssize_t)count);
  for (size_t i = 0; tuple != NULL && i < count; i++) {
    PyObject *number = PyLong_FromLongLong(numbers[i]);
    if (number == NULL || PyTuple_SetItem(tuple, (Py_ssize_t)i, number) != 0)
      Py_CLEAR(tuple);
  }
  return tuple;
}

PyObject *kqa_py_from_ratio(struct kqa_ratio value)
{
  if (value.den == 0)
    Py_RETURN_NONE;
  return tuple_of(2, (int64_t[]){value.num, value.den});
}

PyObject *kqa_py_from_finding(const struct kqa_finding *finding)
{
  return tuple_of(8, (int64_t[]){finding->provision, finding->verdict, finding->unit,
                                 finding->relation, finding->observed.num, finding->observed.den,
                                 finding->required.num, finding->required.den});
}

PyObject *kqa_py_from_findings(const struct kqa_finding *findings, int32_t count)
{
  PyObject *tuple = PyTuple_New(count);
  for (int32_t i = 0; tuple != NULL && i < count; i++) {
    PyObject *finding = kqa_py_from_finding(&findings[i]);
    if (finding == NULL || PyTuple_SetItem(tuple, i, finding) != 0)
      Py_CLEAR(tuple);
  }
  return tuple;
}
