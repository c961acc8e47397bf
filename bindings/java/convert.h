/* Between Java's arrays and the library's plain values. Every function that can fail leaves a Java
 * exception behind. */
#ifndef KQAWARD_JAVA_CONVERT_H
#define KQAWARD_JAVA_CONVERT_H

#include <jni.h>

#include "kqaward/kqaward.h"

/* How many numbers stand for a finding, an incident or sanction, an earlier award. */
enum { JAVA_FINDING = 8, JAVA_DATED = 2, JAVA_PAST_AWARD = 4 };

/* Throws KqaException for a fault of the library; true when there is none. */
bool kqa_java_fine(JNIEnv *jenv, struct kqa_fault fault);
/* Throws KqaException with its sentences. */
void kqa_java_throw(JNIEnv *jenv, struct kqa_fault fault, const char *path, const char *zh,
                    const char *en);
/* Throws OutOfMemoryError. Always false. */
bool kqa_java_no_memory(JNIEnv *jenv);

/* A day as one number: year, month and day in 48, 8 and 8 bits; 0 for an absent one. */
struct kqa_date kqa_java_date(jlong packed);
jlong kqa_java_from_date(struct kqa_date date);

/* UTF-8 text as a Java string; what is no UTF-8 becomes U+FFFD. */
jstring kqa_java_text(JNIEnv *jenv, const char *text);
/* UTF-8 bytes, malloc'ed and ended by a NUL; the length is optional. */
char *kqa_java_text_in(JNIEnv *jenv, jbyteArray bytes, size_t *length);

/* A structure that Java keeps as bytes. */
bool kqa_java_kept(JNIEnv *jenv, jbyteArray bytes, void *room, size_t size);
jbyteArray kqa_java_keep(JNIEnv *jenv, const void *bytes, size_t size);

/* The numbers of an array that must hold exactly so many. */
bool kqa_java_numbers(JNIEnv *jenv, jlongArray array, jlong *numbers, jsize count);
bool kqa_java_codes(JNIEnv *jenv, jlongArray array, int32_t *codes, jsize count);

bool kqa_java_ratio(JNIEnv *jenv, jlongArray array, struct kqa_ratio *value);
bool kqa_java_application(JNIEnv *jenv, jlongArray array, struct kqa_application *application);
bool kqa_java_finding(JNIEnv *jenv, jlongArray array, struct kqa_finding *finding);
bool kqa_java_assessor(JNIEnv *jenv, jlongArray array, struct kqa_assessor *assessor);
bool kqa_java_ballot(JNIEnv *jenv, jlongArray array, struct kqa_ballot *ballot);
bool kqa_java_event(JNIEnv *jenv, jlongArray array, struct kqa_event *event);
bool kqa_java_procedure(JNIEnv *jenv, jlongArray array, struct kqa_procedure *procedure);
bool kqa_java_sanction(JNIEnv *jenv, jlongArray array, struct kqa_sanction *sanction);

/* Lists as malloc'ed arrays that the caller frees; NULL for an empty one. */
bool kqa_java_incidents(JNIEnv *jenv, jlongArray array, struct kqa_incident **list, size_t *count);
bool kqa_java_sanctions(JNIEnv *jenv, jlongArray array, struct kqa_sanction **list, size_t *count);
bool kqa_java_history(JNIEnv *jenv, jlongArray array, struct kqa_past_award **list, size_t *count);
bool kqa_java_calendar(JNIEnv *jenv, jbyteArray array, struct kqa_calendar_year **list,
                       size_t *count);
/* The array's elements, malloc'ed; as kqa_java_incidents() otherwise. */
bool kqa_java_elements(JNIEnv *jenv, jlongArray array, jlong **elements, jsize *count);
/* Sheets of a criteria set: whole sheets only. A NULL for sheets means exactly one. */
bool kqa_java_sheets(JNIEnv *jenv, jintArray array, const struct kqa_criteria *criteria,
                     int32_t **percents, int32_t *sheets);

/* Writes a finding as JAVA_FINDING numbers. */
void kqa_java_write_finding(jlong *numbers, const struct kqa_finding *finding);
/* The head of an answer, then its findings. */
jlongArray kqa_java_answer(JNIEnv *jenv, const jlong *head, size_t head_count,
                           const struct kqa_finding *findings, int32_t count);
jlongArray kqa_java_from_numbers(JNIEnv *jenv, const jlong *numbers, size_t count);
jlongArray kqa_java_from_codes(JNIEnv *jenv, const int32_t *codes, size_t count);

#endif
