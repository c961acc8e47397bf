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

/* Rows from one copying to the next: few, so that they stay in the second cache. As an odd number
 * of 64s they keep columns of 4 bytes out of each other's places in the first one. */
enum { CHUNK = 65 * 64, MOST_COLUMNS = 17 };

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

/* The columns of a structure, and the arrays of Java that stand for them. */
struct side {
  void *structure;
  const struct column *columns;
  size_t count;
  jobject arrays[MOST_COLUMNS];
};

struct batch;
typedef struct kqa_number decide_rows(const struct batch *batch, size_t rows);

struct batch {
  decide_rows *decide;
  const struct kqa_edition *edition;
  struct kqa_date deadline;
  struct side in;
  struct side out;
};

/* The arrays are looked up once: a caller's thread may put another one in their place. */
static bool hold(JNIEnv *jenv, jobjectArray arrays, struct side *side)
{
  for (size_t i = 0; i < side->count; i++) {
    side->arrays[i] = (*jenv)->GetObjectArrayElement(jenv, arrays, (jsize)i);
    if ((*jenv)->ExceptionCheck(jenv))
      return false;
  }
  return true;
}

/* How much room a column takes, so that the next one is aligned, too. */
static size_t room_of(const struct side *side, size_t column, size_t rows)
{
  size_t bytes = rows * side->columns[column].width;
  return side->arrays[column] == NULL ? 0 : (bytes + 7) / 8 * 8;
}

static size_t room_of_all(const struct side *side, size_t rows)
{
  size_t size = 0;
  for (size_t i = 0; i < side->count; i++)
    size += room_of(side, i, rows);
  return size;
}

/* Points the structure at its part of the room, and answers where the next part begins. Pointers to
 * numbers have one representation. */
static char *lay_out(const struct side *side, char *room, size_t rows)
{
  for (size_t i = 0; i < side->count; i++) {
    if (side->arrays[i] != NULL)
      memcpy((char *)side->structure + side->columns[i].offset, &room, sizeof room);
    room += room_of(side, i, rows);
  }
  return room;
}

static void *room_at(const struct side *side, size_t column)
{
  void *room = NULL;
  memcpy(&room, (const char *)side->structure + side->columns[column].offset, sizeof room);
  return room;
}

static bool copy_in(JNIEnv *jenv, const struct side *side, jsize first, jsize rows)
{
  for (size_t i = 0; i < side->count; i++) {
    jobject array = side->arrays[i];
    if (array == NULL)
      continue;
    void *room = room_at(side, i);
    if (side->columns[i].width == 1)
      (*jenv)->GetByteArrayRegion(jenv, array, first, rows, room);
    else if (side->columns[i].width == 4)
      (*jenv)->GetIntArrayRegion(jenv, array, first, rows, room);
    else
      (*jenv)->GetLongArrayRegion(jenv, array, first, rows, room);
    if ((*jenv)->ExceptionCheck(jenv))
      return false;
  }
  return true;
}

static bool copy_out(JNIEnv *jenv, const struct side *side, jsize first, jsize rows)
{
  for (size_t i = 0; i < side->count; i++) {
    jobject array = side->arrays[i];
    if (array == NULL)
      continue;
    const void *room = room_at(side, i);
    if (side->columns[i].width == 1)
      (*jenv)->SetByteArrayRegion(jenv, array, first, rows, room);
    else if (side->columns[i].width == 2)
      (*jenv)->SetShortArrayRegion(jenv, array, first, rows, room);
    else if (side->columns[i].width == 4)
      (*jenv)->SetIntArrayRegion(jenv, array, first, rows, room);
    else
      (*jenv)->SetLongArrayRegion(jenv, array, first, rows, room);
    if ((*jenv)->ExceptionCheck(jenv))
      return false;
  }
  return true;
}

static bool decide_chunk(JNIEnv *jenv, const struct batch *batch, jsize first, jsize rows,
                         int32_t *faults)
{
  if (!copy_in(jenv, &batch->in, first, rows))
    return false;
  struct kqa_number found = batch->decide(batch, (size_t)rows);
  *faults += (int32_t)found.value;
  return kqa_java_fine(jenv, found.fault) && copy_out(jenv, &batch->out, first, rows);
}

/* The first chunk is decided even without rows: what is refused as a whole does not depend on them,
 * and is refused before any answer is written. */
static int32_t decide_chunks(JNIEnv *jenv, const struct batch *batch, jsize first, jsize count)
{
  jsize chunk = count < CHUNK ? count : CHUNK;
  size_t size = room_of_all(&batch->in, (size_t)chunk) + room_of_all(&batch->out, (size_t)chunk);
  char *room = malloc(size + 1);
  if (room == NULL)
    return kqa_java_no_memory(jenv);
  lay_out(&batch->out, lay_out(&batch->in, room, (size_t)chunk), (size_t)chunk);
  int32_t faults = 0;
  bool fine = decide_chunk(jenv, batch, first, chunk, &faults);
  for (jsize done = chunk; fine && done < count; done += chunk) {
    jsize left = count - done;
    fine = decide_chunk(jenv, batch, first + done, left < chunk ? left : chunk, &faults);
  }
  free(room);
  return faults;
}

static int32_t decide_batch(JNIEnv *jenv, struct batch *batch, jsize first, jsize count,
                            jobjectArray columns, jobjectArray answers)
{
  enum { OTHER_REFERENCES = 8 };
  int32_t faults = 0;
  if ((*jenv)->PushLocalFrame(jenv, 2 * MOST_COLUMNS + OTHER_REFERENCES) != JNI_OK)
    return 0;
  if (hold(jenv, columns, &batch->in) && hold(jenv, answers, &batch->out))
    faults = decide_chunks(jenv, batch, first, count);
  (*jenv)->PopLocalFrame(jenv, NULL);
  return faults;
}

static struct kqa_number decide_organizations(const struct batch *batch, size_t rows)
{
  struct kqa_columns *columns = batch->in.structure;
  columns->rows = rows;
  return kqa_batch_decide(batch->edition, batch->deadline, columns, batch->out.structure, 0, rows);
}

static struct kqa_number decide_ballots(const struct batch *batch, size_t rows)
{
  struct kqa_ballot_columns *columns = batch->in.structure;
  columns->rows = rows;
  return kqa_batch_ballots(batch->edition, columns, batch->out.structure, 0, rows);
}

int32_t plain_batch_decide(JNIEnv *jenv, const struct kqa_edition *edition,
                           struct kqa_date deadline, int32_t first, int32_t count,
                           jobjectArray columns, jobjectArray answers)
{
  struct kqa_columns in = {0};
  struct kqa_answers out = {0};
  struct batch batch = {
    .decide = decide_organizations,
    .edition = edition,
    .deadline = deadline,
    .in = {&in, columns_of_organizations, COUNT(columns_of_organizations), {NULL}},
    .out = {&out, answers_of_organizations, COUNT(answers_of_organizations), {NULL}},
  };
  return decide_batch(jenv, &batch, first, count, columns, answers);
}

int32_t plain_batch_ballots(JNIEnv *jenv, const struct kqa_edition *edition, int32_t first,
                            int32_t count, jobjectArray columns, jobjectArray answers)
{
  struct kqa_ballot_columns in = {0};
  struct kqa_ballot_answers out = {0};
  struct batch batch = {
    .decide = decide_ballots,
    .edition = edition,
    .in = {&in, columns_of_ballots, COUNT(columns_of_ballots), {NULL}},
    .out = {&out, answers_of_ballots, COUNT(answers_of_ballots), {NULL}},
  };
  return decide_batch(jenv, &batch, first, count, columns, answers);
}
