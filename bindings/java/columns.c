#include "columns.h"

#include <stdlib.h>
#include <string.h>

/* A column of a structure: where its pointer stands, and how wide its numbers are. */
struct column {
  size_t offset;
  size_t width;
};

#define COLUMN(TYPE, NAME) {offsetof(struct TYPE, NAME), sizeof *((struct TYPE *)0)->NAME}
#define COUNT(LIST) (sizeof(LIST) / sizeof *(LIST))

static const struct column columns_of_organizations[] = {
  COLUMN(kqa_columns, known),
  COLUMN(kqa_columns, holds),
  COLUMN(kqa_columns, operating_since),
  COLUMN(kqa_columns, recommended_by),
  COLUMN(kqa_columns, copies),
  COLUMN(kqa_columns, received),
  COLUMN(kqa_columns, inspection_failure),
  COLUMN(kqa_columns, major_accident),
  COLUMN(kqa_columns, major_complaint),
  COLUMN(kqa_columns, fraud),
  COLUMN(kqa_columns, revocation),
  COLUMN(kqa_columns, document),
  COLUMN(kqa_columns, site),
  COLUMN(kqa_columns, award),
  COLUMN(kqa_columns, won),
  COLUMN(kqa_columns, paid),
  COLUMN(kqa_columns, paid_revoked),
};
static const struct column answers_of_organizations[] = {
  COLUMN(kqa_answers, verdict), COLUMN(kqa_answers, decisive), COLUMN(kqa_answers, failing),
  COLUMN(kqa_answers, missing), COLUMN(kqa_answers, total),    COLUMN(kqa_answers, floors),
  COLUMN(kqa_answers, below),   COLUMN(kqa_answers, prize),    COLUMN(kqa_answers, bar_last_day),
  COLUMN(kqa_answers, status),  COLUMN(kqa_answers, field),
};
static const struct column columns_of_ballots[] = {
  COLUMN(kqa_ballot_columns, members),
  COLUMN(kqa_ballot_columns, convened_by),
  COLUMN(kqa_ballot_columns, present),
  COLUMN(kqa_ballot_columns, yes),
};
static const struct column answers_of_ballots[] = {
  COLUMN(kqa_ballot_answers, verdict),
  COLUMN(kqa_ballot_answers, failing),
  COLUMN(kqa_ballot_answers, status),
  COLUMN(kqa_ballot_answers, field),
};

/* The pointer of a column in its structure. Pointers to numbers have one representation. */
static void *get_pointer(const void *structure, const struct column *column)
{
  void *pointer = NULL;
  memcpy(&pointer, (const char *)structure + column->offset, sizeof pointer);
  return pointer;
}

static void set_pointer(void *structure, const struct column *column, void *pointer)
{
  memcpy((char *)structure + column->offset, &pointer, sizeof pointer);
}

static void free_columns(const void *structure, const struct column *columns, size_t count)
{
  for (size_t i = 0; i < count; i++)
    free(get_pointer(structure, &columns[i]));
}

static void copy_in(JNIEnv *jenv, jobject array, size_t width, jsize rows, void *into)
{
  if (width == 1)
    (*jenv)->GetByteArrayRegion(jenv, array, 0, rows, into);
  else if (width == 4)
    (*jenv)->GetIntArrayRegion(jenv, array, 0, rows, into);
  else
    (*jenv)->GetLongArrayRegion(jenv, array, 0, rows, into);
}

/* Copies the arrays that are given; false when one is shorter, or there is no memory. */
static bool take_columns(JNIEnv *jenv, jobjectArray arrays, jsize rows, void *structure,
                         const struct column *columns, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    jobject array = (*jenv)->GetObjectArrayElement(jenv, arrays, (jsize)i);
    if ((*jenv)->ExceptionCheck(jenv))
      return false;
    if (array == NULL)
      continue;
    void *copy = malloc((size_t)rows * columns[i].width + 1);
    if (copy == NULL)
      return kqa_java_no_memory(jenv);
    set_pointer(structure, &columns[i], copy);
    copy_in(jenv, array, columns[i].width, rows, copy);
    if ((*jenv)->ExceptionCheck(jenv))
      return false;
    (*jenv)->DeleteLocalRef(jenv, array);
  }
  return true;
}

static bool make_columns(JNIEnv *jenv, jsize rows, void *structure, const struct column *columns,
                         size_t count)
{
  for (size_t i = 0; i < count; i++) {
    void *room = calloc((size_t)rows + 1, columns[i].width);
    if (room == NULL)
      return kqa_java_no_memory(jenv);
    set_pointer(structure, &columns[i], room);
  }
  return true;
}

static jobject copy_out(JNIEnv *jenv, const void *column, size_t width, jsize rows)
{
  jobject array = width == 1   ? (*jenv)->NewByteArray(jenv, rows)
                  : width == 2 ? (*jenv)->NewShortArray(jenv, rows)
                  : width == 4 ? (*jenv)->NewIntArray(jenv, rows)
                               : (*jenv)->NewLongArray(jenv, rows);
  if (array == NULL)
    return NULL;
  if (width == 1)
    (*jenv)->SetByteArrayRegion(jenv, array, 0, rows, column);
  else if (width == 2)
    (*jenv)->SetShortArrayRegion(jenv, array, 0, rows, column);
  else if (width == 4)
    (*jenv)->SetIntArrayRegion(jenv, array, 0, rows, column);
  else
    (*jenv)->SetLongArrayRegion(jenv, array, 0, rows, column);
  return array;
}

static jobjectArray give_columns(JNIEnv *jenv, jsize rows, const void *structure,
                                 const struct column *columns, size_t count)
{
  jclass object = (*jenv)->FindClass(jenv, "java/lang/Object");
  jobjectArray arrays =
    object == NULL ? NULL : (*jenv)->NewObjectArray(jenv, (jsize)count, object, NULL);
  for (size_t i = 0; arrays != NULL && i < count; i++) {
    jobject array = copy_out(jenv, get_pointer(structure, &columns[i]), columns[i].width, rows);
    if (array == NULL)
      return NULL;
    (*jenv)->SetObjectArrayElement(jenv, arrays, (jsize)i, array);
    (*jenv)->DeleteLocalRef(jenv, array);
  }
  return arrays;
}

jobjectArray plain_batch_decide(JNIEnv *jenv, const struct kqa_edition *edition,
                                struct kqa_date deadline, int32_t rows, jobjectArray columns)
{
  struct kqa_columns in = {.rows = (size_t)rows};
  struct kqa_answers out = {0};
  jobjectArray result = NULL;
  if (take_columns(jenv, columns, rows, &in, columns_of_organizations,
                   COUNT(columns_of_organizations)) &&
      make_columns(jenv, rows, &out, answers_of_organizations, COUNT(answers_of_organizations)) &&
      kqa_java_fine(jenv, kqa_batch_decide(edition, deadline, &in, &out, 0, (size_t)rows).fault))
    result =
      give_columns(jenv, rows, &out, answers_of_organizations, COUNT(answers_of_organizations));
  free_columns(&out, answers_of_organizations, COUNT(answers_of_organizations));
  free_columns(&in, columns_of_organizations, COUNT(columns_of_organizations));
  return result;
}

jobjectArray plain_batch_ballots(JNIEnv *jenv, const struct kqa_edition *edition, int32_t rows,
                                 jobjectArray columns)
{
  struct kqa_ballot_columns in = {.rows = (size_t)rows};
  struct kqa_ballot_answers out = {0};
  jobjectArray result = NULL;
  if (take_columns(jenv, columns, rows, &in, columns_of_ballots, COUNT(columns_of_ballots)) &&
      make_columns(jenv, rows, &out, answers_of_ballots, COUNT(answers_of_ballots)) &&
      kqa_java_fine(jenv, kqa_batch_ballots(edition, &in, &out, 0, (size_t)rows).fault))
    result = give_columns(jenv, rows, &out, answers_of_ballots, COUNT(answers_of_ballots));
  free_columns(&out, answers_of_ballots, COUNT(answers_of_ballots));
  free_columns(&in, columns_of_ballots, COUNT(columns_of_ballots));
  return result;
}
