#include "convert.h"

#include <stdlib.h>
#include <string.h>

#include "json_tree.h"

#define PATH_SIZE 256
#define TEXT_SIZE 1024

bool kqa_java_no_memory(JNIEnv *jenv)
{
  jclass error = (*jenv)->FindClass(jenv, "java/lang/OutOfMemoryError");
  if (error != NULL)
    (*jenv)->ThrowNew(jenv, error, "the rules library has no memory left");
  return false;
}

void kqa_java_throw(JNIEnv *jenv, struct kqa_fault fault, const char *path, const char *zh,
                    const char *en)
{
  jclass class = (*jenv)->FindClass(jenv, "kqaward/KqaException");
  jmethodID constructor =
    class == NULL
      ? NULL
      : (*jenv)->GetMethodID(jenv, class, "<init>",
                             "(IILjava/lang/String;Ljava/lang/String;Ljava/lang/String;)V");
  jstring path_text = constructor == NULL ? NULL : kqa_java_text(jenv, path);
  jstring zh_text = path_text == NULL ? NULL : kqa_java_text(jenv, zh);
  jstring en_text = zh_text == NULL ? NULL : kqa_java_text(jenv, en);
  if (en_text == NULL)
    return;
  jobject exception = (*jenv)->NewObject(jenv, class, constructor, (jint)fault.status,
                                         (jint)fault.field, path_text, zh_text, en_text);
  if (exception != NULL)
    (*jenv)->Throw(jenv, exception);
}

bool kqa_java_fine(JNIEnv *jenv, struct kqa_fault fault)
{
  char path[PATH_SIZE];
  char zh[TEXT_SIZE];
  char en[TEXT_SIZE];
  if (fault.status == KQA_OK)
    return true;
  kqa_fault_path(&fault, NULL, path, sizeof path);
  kqa_fault_text(&fault, NULL, KQA_LANGUAGE_ZH, zh, sizeof zh);
  kqa_fault_text(&fault, NULL, KQA_LANGUAGE_EN, en, sizeof en);
  kqa_java_throw(jenv, fault, path, zh, en);
  return false;
}

static bool refuse(JNIEnv *jenv, int32_t status, int32_t field)
{
  return kqa_java_fine(jenv, (struct kqa_fault){.status = status, .field = field});
}

struct kqa_date kqa_java_date(jlong packed)
{
  return (struct kqa_date){(int32_t)(packed >> 16), (int32_t)(packed >> 8 & 0xFF),
                           (int32_t)(packed & 0xFF)};
}

jlong kqa_java_from_date(struct kqa_date date)
{
  return (jlong)date.year * 65536 + date.month * 256 + date.day;
}

/* Writes one character as UTF-16. */
static jchar *write_utf16(jchar *out, uint32_t point)
{
  if (point < 0x10000) {
    *out++ = (jchar)point;
    return out;
  }
  *out++ = (jchar)(0xD800 + ((point - 0x10000) >> 10));
  *out++ = (jchar)(0xDC00 + ((point - 0x10000) & 0x3FF));
  return out;
}

jstring kqa_java_text(JNIEnv *jenv, const char *text)
{
  jchar few[TEXT_SIZE];
  size_t length = strlen(text);
  jchar *units = length <= TEXT_SIZE ? few : malloc(length * sizeof *units);
  if (units == NULL) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  jchar *out = units;
  for (size_t at = 0; at < length;) {
    uint32_t point = 0;
    size_t step = json_utf8_point(text + at, length - at, &point);
    out = write_utf16(out, step == 0 ? 0xFFFD : point);
    at += step == 0 ? 1 : step;
  }
  jstring string = (*jenv)->NewString(jenv, units, (jsize)(out - units));
  if (units != few)
    free(units);
  return string;
}

char *kqa_java_text_in(JNIEnv *jenv, jbyteArray bytes, size_t *length)
{
  jsize count = bytes == NULL ? 0 : (*jenv)->GetArrayLength(jenv, bytes);
  char *text = malloc((size_t)count + 1);
  if (text == NULL) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  if (count > 0)
    (*jenv)->GetByteArrayRegion(jenv, bytes, 0, count, (jbyte *)text);
  text[count] = '\0';
  if (length != NULL)
    *length = (size_t)count;
  return text;
}

bool kqa_java_kept(JNIEnv *jenv, jbyteArray bytes, void *room, size_t size)
{
  if (bytes == NULL || (size_t)(*jenv)->GetArrayLength(jenv, bytes) != size)
    return refuse(jenv, KQA_E_SIZE, KQA_FIELD_NONE);
  (*jenv)->GetByteArrayRegion(jenv, bytes, 0, (jsize)size, room);
  return true;
}

jbyteArray kqa_java_keep(JNIEnv *jenv, const void *bytes, size_t size)
{
  if (size > INT32_MAX) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  jbyteArray array = (*jenv)->NewByteArray(jenv, (jsize)size);
  if (array != NULL)
    (*jenv)->SetByteArrayRegion(jenv, array, 0, (jsize)size, bytes);
  return array;
}

bool kqa_java_numbers(JNIEnv *jenv, jlongArray array, jlong *numbers, jsize count)
{
  if (array == NULL || (*jenv)->GetArrayLength(jenv, array) != count)
    return refuse(jenv, KQA_E_SIZE, KQA_FIELD_NONE);
  (*jenv)->GetLongArrayRegion(jenv, array, 0, count, numbers);
  return true;
}

bool kqa_java_codes(JNIEnv *jenv, jlongArray array, int32_t *codes, jsize count)
{
  jlong numbers[64];
  if (count > 64 || !kqa_java_numbers(jenv, array, numbers, count))
    return false;
  for (jsize i = 0; i < count; i++)
    codes[i] = (int32_t)numbers[i];
  return true;
}

bool kqa_java_ratio(JNIEnv *jenv, jlongArray array, struct kqa_ratio *value)
{
  jlong numbers[2];
  if (!kqa_java_numbers(jenv, array, numbers, 2))
    return false;
  *value = (struct kqa_ratio){numbers[0], numbers[1]};
  return true;
}

bool kqa_java_application(JNIEnv *jenv, jlongArray array, struct kqa_application *application)
{
  jlong numbers[KQA_FACTS + 5];
  const jlong *rest = numbers + KQA_FACTS;
  if (!kqa_java_numbers(jenv, array, numbers, KQA_FACTS + 5))
    return false;
  for (int i = 0; i < KQA_FACTS; i++)
    application->facts[i] = (int32_t)numbers[i];
  application->operating_since = kqa_java_date(rest[0]);
  application->recommended_by = (int32_t)rest[1];
  application->copies_known = (int32_t)rest[2];
  application->copies = (int32_t)rest[3];
  application->received = kqa_java_date(rest[4]);
  return true;
}

bool kqa_java_finding(JNIEnv *jenv, jlongArray array, struct kqa_finding *finding)
{
  jlong numbers[JAVA_FINDING];
  if (!kqa_java_numbers(jenv, array, numbers, JAVA_FINDING))
    return false;
  *finding = (struct kqa_finding){
    (int32_t)numbers[0], (int32_t)numbers[1],      (int32_t)numbers[2],
    (int32_t)numbers[3], {numbers[4], numbers[5]}, {numbers[6], numbers[7]},
  };
  return true;
}

bool kqa_java_assessor(JNIEnv *jenv, jlongArray array, struct kqa_assessor *assessor)
{
  jlong numbers[KQA_ASSESSOR_FACTS + 2];
  if (!kqa_java_numbers(jenv, array, numbers, KQA_ASSESSOR_FACTS + 2))
    return false;
  for (int i = 0; i < KQA_ASSESSOR_FACTS; i++)
    assessor->facts[i] = (int32_t)numbers[i];
  assessor->years_known = (int32_t)numbers[KQA_ASSESSOR_FACTS];
  assessor->years = (int32_t)numbers[KQA_ASSESSOR_FACTS + 1];
  return true;
}

bool kqa_java_ballot(JNIEnv *jenv, jlongArray array, struct kqa_ballot *ballot)
{
  jlong numbers[4];
  if (!kqa_java_numbers(jenv, array, numbers, 4))
    return false;
  *ballot = (struct kqa_ballot){(int32_t)numbers[0], (int32_t)numbers[1], (int32_t)numbers[2],
                                (int32_t)numbers[3]};
  return true;
}

bool kqa_java_event(JNIEnv *jenv, jlongArray array, struct kqa_event *event)
{
  jlong numbers[3];
  if (!kqa_java_numbers(jenv, array, numbers, 3))
    return false;
  *event = (struct kqa_event){(int32_t)numbers[0], (int32_t)numbers[1], kqa_java_date(numbers[2])};
  return true;
}

bool kqa_java_procedure(JNIEnv *jenv, jlongArray array, struct kqa_procedure *procedure)
{
  jlong numbers[KQA_STAGES + 1];
  if (!kqa_java_numbers(jenv, array, numbers, KQA_STAGES + 1))
    return false;
  for (int i = 0; i < KQA_STAGES; i++)
    procedure->done[i] = kqa_java_date(numbers[i]);
  procedure->site_report = kqa_java_date(numbers[KQA_STAGES]);
  return true;
}

bool kqa_java_sanction(JNIEnv *jenv, jlongArray array, struct kqa_sanction *sanction)
{
  jlong numbers[JAVA_DATED];
  if (!kqa_java_numbers(jenv, array, numbers, JAVA_DATED))
    return false;
  *sanction = (struct kqa_sanction){(int32_t)numbers[0], kqa_java_date(numbers[1])};
  return true;
}

bool kqa_java_elements(JNIEnv *jenv, jlongArray array, jlong **elements, jsize *count)
{
  *elements = NULL;
  *count = array == NULL ? 0 : (*jenv)->GetArrayLength(jenv, array);
  if (*count == 0)
    return true;
  *elements = malloc((size_t)*count * sizeof **elements);
  if (*elements == NULL)
    return kqa_java_no_memory(jenv);
  (*jenv)->GetLongArrayRegion(jenv, array, 0, *count, *elements);
  return true;
}

/* Room for a list whose elements take so many numbers, and these numbers; both are malloc'ed. */
static bool open_list(JNIEnv *jenv, jlongArray array, jsize width, size_t size, jlong **numbers,
                      void **list, size_t *count)
{
  jsize length = 0;
  *list = NULL;
  *count = 0;
  if (!kqa_java_elements(jenv, array, numbers, &length))
    return false;
  if (length == 0)
    return true;
  *count = (size_t)(length / width);
  *list = calloc(*count, size);
  if (*list != NULL)
    return true;
  free(*numbers);
  return kqa_java_no_memory(jenv);
}

bool kqa_java_incidents(JNIEnv *jenv, jlongArray array, struct kqa_incident **list, size_t *count)
{
  jlong *numbers = NULL;
  if (!open_list(jenv, array, JAVA_DATED, sizeof **list, &numbers, (void **)list, count))
    return false;
  for (size_t i = 0; i < *count; i++)
    (*list)[i] = (struct kqa_incident){(int32_t)numbers[JAVA_DATED * i],
                                       kqa_java_date(numbers[JAVA_DATED * i + 1])};
  free(numbers);
  return true;
}

bool kqa_java_sanctions(JNIEnv *jenv, jlongArray array, struct kqa_sanction **list, size_t *count)
{
  jlong *numbers = NULL;
  if (!open_list(jenv, array, JAVA_DATED, sizeof **list, &numbers, (void **)list, count))
    return false;
  for (size_t i = 0; i < *count; i++)
    (*list)[i] = (struct kqa_sanction){(int32_t)numbers[JAVA_DATED * i],
                                       kqa_java_date(numbers[JAVA_DATED * i + 1])};
  free(numbers);
  return true;
}

bool kqa_java_history(JNIEnv *jenv, jlongArray array, struct kqa_past_award **list, size_t *count)
{
  jlong *numbers = NULL;
  if (!open_list(jenv, array, JAVA_PAST_AWARD, sizeof **list, &numbers, (void **)list, count))
    return false;
  for (size_t i = 0; i < *count; i++) {
    const jlong *past = numbers + JAVA_PAST_AWARD * i;
    (*list)[i] = (struct kqa_past_award){.award = (int32_t)past[0],
                                         .year = (int32_t)past[1],
                                         .paid = past[2],
                                         .revoked = (int32_t)past[3]};
  }
  free(numbers);
  return true;
}

bool kqa_java_calendar(JNIEnv *jenv, jbyteArray array, struct kqa_calendar_year **list,
                       size_t *count)
{
  size_t length = array == NULL ? 0 : (size_t)(*jenv)->GetArrayLength(jenv, array);
  *list = NULL;
  *count = length / sizeof **list;
  if (length % sizeof **list != 0)
    return refuse(jenv, KQA_E_SIZE, KQA_FIELD_CALENDAR);
  if (length == 0)
    return true;
  *list = malloc(length);
  if (*list == NULL)
    return kqa_java_no_memory(jenv);
  (*jenv)->GetByteArrayRegion(jenv, array, 0, (jsize)length, (jbyte *)*list);
  return true;
}

bool kqa_java_sheets(JNIEnv *jenv, jintArray array, const struct kqa_criteria *criteria,
                     int32_t **percents, int32_t *sheets)
{
  jsize length = array == NULL ? 0 : (*jenv)->GetArrayLength(jenv, array);
  if (!kqa_java_fine(jenv, kqa_criteria_check(criteria)))
    return false;
  if (length % criteria->item_count != 0 || (sheets == NULL && length != criteria->item_count))
    return refuse(jenv, length < criteria->item_count ? KQA_E_TOO_FEW : KQA_E_TOO_MANY,
                  KQA_FIELD_SHEETS);
  *percents = malloc((size_t)length * sizeof **percents + 1);
  if (*percents == NULL)
    return kqa_java_no_memory(jenv);
  (*jenv)->GetIntArrayRegion(jenv, array, 0, length, (jint *)*percents);
  if (sheets != NULL)
    *sheets = length / criteria->item_count;
  return true;
}

void kqa_java_write_finding(jlong *numbers, const struct kqa_finding *finding)
{
  numbers[0] = finding->provision;
  numbers[1] = finding->verdict;
  numbers[2] = finding->unit;
  numbers[3] = finding->relation;
  numbers[4] = finding->observed.num;
  numbers[5] = finding->observed.den;
  numbers[6] = finding->required.num;
  numbers[7] = finding->required.den;
}

jlongArray kqa_java_from_numbers(JNIEnv *jenv, const jlong *numbers, size_t count)
{
  if (count > INT32_MAX) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  jlongArray array = (*jenv)->NewLongArray(jenv, (jsize)count);
  if (array != NULL)
    (*jenv)->SetLongArrayRegion(jenv, array, 0, (jsize)count, numbers);
  return array;
}

jlongArray kqa_java_from_codes(JNIEnv *jenv, const int32_t *codes, size_t count)
{
  jlong numbers[64];
  for (size_t i = 0; i < count && i < 64; i++)
    numbers[i] = codes[i];
  return kqa_java_from_numbers(jenv, numbers, count < 64 ? count : 64);
}

jlongArray kqa_java_answer(JNIEnv *jenv, const jlong *head, size_t head_count,
                           const struct kqa_finding *findings, int32_t count)
{
  jlong numbers[8 + JAVA_FINDING * KQA_ELIGIBILITY_FINDINGS];
  size_t length = 0;
  for (; length < head_count; length++)
    numbers[length] = head[length];
  for (int32_t i = 0; i < count; i++, length += JAVA_FINDING)
    kqa_java_write_finding(numbers + length, &findings[i]);
  return kqa_java_from_numbers(jenv, numbers, length);
}
