/* Plain values for Java: an exact number is long[2], a day one long, what is known of a case and
 * what is answered long[], structures that a caller keeps (editions, criteria, calendars) byte[].
 * The public classes stand on top of them; none of this is visible to others. */
%{
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "convert.h"
#include "lists.h"
#include "rounds.h"
%}

%include <stdint.i>

%pragma(java) jniclassclassmodifiers="final class"
%pragma(java) moduleclassmodifiers="final class"
%pragma(java) jniclasscode=%{
  static {
    NativeLibrary.load();
  }
%}

/* kqa_ballot_decide is Rules.ballotDecide. */
%rename("%(regex:/^(?:kqa|plain)_([a-z0-9]+)_?([a-z0-9]*)_?([a-z0-9]*)_?([a-z0-9]*)_?([a-z0-9]*)$/\\1\\u\\2\\u\\3\\u\\4\\u\\5/)s", %$isfunction) "";

/* Structures are never wrapped; the codes are classes of a run of their own, see enums.i. */
%rename($ignore, %$isclass) "";
%rename($ignore, %$isenum) "";
%rename($ignore, %$isenumitem) "";
%rename($ignore, %$isconstant) "";

/* A type of Java that is handed on as it is. */
%define KQA_JAVA_TYPE(JNI, JAVA, C...)
%typemap(jni) C "JNI"
%typemap(jtype) C "JAVA"
%typemap(jstype) C "JAVA"
%typemap(javain) C "$javainput"
%typemap(javaout) C { return $jnicall; }
%typemap(argout) C ""
%typemap(freearg) C ""
%enddef

KQA_JAVA_TYPE(jlong, long, size_t)
%typemap(in) size_t %{ $1 = $input < 0 ? SIZE_MAX : (size_t)$input; %}
%typemap(out) size_t %{ $result = (jlong)$1; %}

%typemap(in, numinputs=0) JNIEnv *jenv "$1 = jenv;"

/* Days, exact numbers, texts. */
KQA_JAVA_TYPE(jlong, long, struct kqa_date)
%typemap(in) struct kqa_date %{ $1 = kqa_java_date($input); %}

KQA_JAVA_TYPE(jlongArray, long[], struct kqa_ratio)
%typemap(in) struct kqa_ratio {
  if (!kqa_java_ratio(jenv, $input, &$1))
    return $null;
}

KQA_JAVA_TYPE(jbyteArray, byte[], const char *)
%typemap(in) const char * {
  $1 = kqa_java_text_in(jenv, $input, NULL);
  if ($1 == NULL)
    return $null;
}
%typemap(freearg) const char * "free((void *)$1);"

KQA_JAVA_TYPE(jbyteArray, byte[], (const char *text, size_t length))
%typemap(in) (const char *text, size_t length) {
  $1 = kqa_java_text_in(jenv, $input, &$2);
  if ($1 == NULL)
    return $null;
}
%typemap(freearg) (const char *text, size_t length) "free((void *)$1);"

/* Structures that a caller keeps. */
%define KQA_KEPT(TYPE, NAME)
KQA_JAVA_TYPE(jbyteArray, byte[], const struct TYPE *NAME)
%typemap(in) const struct TYPE *NAME (struct TYPE room) {
  if (!kqa_java_kept(jenv, $input, &room, sizeof room))
    return $null;
  $1 = &room;
}
%typemap(in, numinputs=0) struct TYPE *NAME (struct TYPE room) {
  memset(&room, 0, sizeof room);
  $1 = &room;
}
%enddef
KQA_KEPT(kqa_edition, edition)
KQA_KEPT(kqa_edition, a)
KQA_KEPT(kqa_edition, b)
KQA_KEPT(kqa_criteria, criteria)

/* What is known of a case. */
%define KQA_CASE(TYPE, NAME, READ)
KQA_JAVA_TYPE(jlongArray, long[], const struct TYPE *NAME)
%typemap(in) const struct TYPE *NAME (struct TYPE room) {
  if (!READ(jenv, $input, &room))
    return $null;
  $1 = &room;
}
%enddef
KQA_CASE(kqa_application, application, kqa_java_application)
KQA_CASE(kqa_finding, finding, kqa_java_finding)
KQA_CASE(kqa_assessor, assessor, kqa_java_assessor)
KQA_CASE(kqa_ballot, ballot, kqa_java_ballot)
KQA_CASE(kqa_event, event, kqa_java_event)
KQA_CASE(kqa_procedure, procedure, kqa_java_procedure)
KQA_JAVA_TYPE(jlongArray, long[], struct kqa_sanction)
%typemap(in) struct kqa_sanction {
  if (!kqa_java_sanction(jenv, $input, &$1))
    return $null;
}
KQA_JAVA_TYPE(jlongArray, long[], const int32_t [ANY])
%typemap(in) const int32_t [ANY] (int32_t room[$1_dim0]) {
  if (!kqa_java_codes(jenv, $input, room, $1_dim0))
    return $null;
  $1 = room;
}

/* Lists: malloc'ed for the call. */
%define KQA_LIST(TYPE, NAME, COUNT, READ)
KQA_JAVA_TYPE(jlongArray, long[], (const struct TYPE *NAME, size_t COUNT))
%typemap(in) (const struct TYPE *NAME, size_t COUNT) {
  if (!READ(jenv, $input, &$1, &$2))
    return $null;
}
%typemap(freearg) (const struct TYPE *NAME, size_t COUNT) "free((void *)$1);"
%enddef
KQA_LIST(kqa_incident, incidents, incident_count, kqa_java_incidents)
KQA_LIST(kqa_sanction, sanctions, sanction_count, kqa_java_sanctions)
KQA_LIST(kqa_sanction, sanctions, count, kqa_java_sanctions)
KQA_LIST(kqa_past_award, history, count, kqa_java_history)
KQA_JAVA_TYPE(jbyteArray, byte[], (const struct kqa_calendar_year *own, size_t own_count))
%typemap(in) (const struct kqa_calendar_year *own, size_t own_count) {
  if (!kqa_java_calendar(jenv, $input, &$1, &$2))
    return $null;
}
%typemap(freearg) (const struct kqa_calendar_year *own, size_t own_count) "free((void *)$1);"

/* Sheets stand after the criteria that say how long they are. */
KQA_JAVA_TYPE(jintArray, int[], const int32_t *percents)
%typemap(in) const int32_t *percents {
  if (!kqa_java_sheets(jenv, $input, arg1, (int32_t **)&$1, NULL))
    return $null;
}
%typemap(freearg) const int32_t *percents "free((void *)$1);"
KQA_JAVA_TYPE(jintArray, int[], (const int32_t *percents, int32_t sheets))
%typemap(in) (const int32_t *percents, int32_t sheets) {
  if (!kqa_java_sheets(jenv, $input, arg2, (int32_t **)&$1, &$2))
    return $null;
}
%typemap(freearg) (const int32_t *percents, int32_t sheets) "free((void *)$1);"

/* Texts out: static ones, and those that are written into a buffer. */
%define KQA_STATIC_TEXT(FUNCTION)
%typemap(jni) const char *FUNCTION "jstring"
%typemap(jtype) const char *FUNCTION "String"
%typemap(jstype) const char *FUNCTION "String"
%typemap(javaout) const char *FUNCTION { return $jnicall; }
%typemap(out) const char *FUNCTION %{ $result = kqa_java_text(jenv, $1); %}
%enddef
%define KQA_WRITTEN_TEXT(TYPE, FUNCTION)
%typemap(jni) TYPE FUNCTION "jstring"
%typemap(jtype) TYPE FUNCTION "String"
%typemap(jstype) TYPE FUNCTION "String"
%typemap(javaout) TYPE FUNCTION { return $jnicall; }
%typemap(out) TYPE FUNCTION ""
%enddef
KQA_STATIC_TEXT(kqa_version)
KQA_STATIC_TEXT(kqa_status_name)
KQA_STATIC_TEXT(kqa_status_text)
KQA_STATIC_TEXT(kqa_field_name)
KQA_STATIC_TEXT(kqa_field_rule)
KQA_STATIC_TEXT(kqa_edition_id_at)
KQA_STATIC_TEXT(kqa_parameter_label)
KQA_STATIC_TEXT(kqa_reading_value)
KQA_STATIC_TEXT(kqa_reading_meaning)
KQA_STATIC_TEXT(kqa_reading_reason)
KQA_STATIC_TEXT(kqa_provision_key)
KQA_STATIC_TEXT(kqa_provision_function)
KQA_STATIC_TEXT(kqa_provision_label)
KQA_STATIC_TEXT(kqa_provision_text)
KQA_STATIC_TEXT(kqa_verdict_name)
KQA_STATIC_TEXT(kqa_verdict_text)
KQA_STATIC_TEXT(kqa_unit_text)
KQA_STATIC_TEXT(kqa_requirement_name)
KQA_STATIC_TEXT(kqa_committee_seat)
KQA_STATIC_TEXT(kqa_criteria_id_at)
KQA_STATIC_TEXT(kqa_criteria_item_clause)
KQA_STATIC_TEXT(kqa_criteria_item_name)
KQA_STATIC_TEXT(kqa_criteria_category_name)
KQA_STATIC_TEXT(kqa_measure_text)
KQA_STATIC_TEXT(kqa_stage_text)
KQA_STATIC_TEXT(kqa_outcome_name)
KQA_STATIC_TEXT(kqa_outcome_text)
KQA_STATIC_TEXT(kqa_award_name)
KQA_STATIC_TEXT(kqa_award_text)
KQA_WRITTEN_TEXT(size_t, kqa_date_format)
KQA_WRITTEN_TEXT(size_t, kqa_ratio_format)
KQA_WRITTEN_TEXT(size_t, kqa_ratio_format_rounded)
KQA_WRITTEN_TEXT(size_t, kqa_citation)
KQA_WRITTEN_TEXT(size_t, kqa_finding_observed)
KQA_WRITTEN_TEXT(size_t, kqa_finding_required)
KQA_WRITTEN_TEXT(size_t, kqa_finding_text)
KQA_WRITTEN_TEXT(struct kqa_number, kqa_edition_get)
%typemap(out) struct kqa_number kqa_edition_get %{ kqa_java_fine(jenv, $1.fault); %}
%typemap(in, numinputs=0) (char *buffer, size_t capacity) (char room[1024]) {
  room[0] = '\0';
  $1 = room;
  $2 = sizeof room;
}
%typemap(argout) (char *buffer, size_t capacity) {
  if (!(*jenv)->ExceptionCheck(jenv))
    $result = kqa_java_text(jenv, $1);
}

/* Results out. */
KQA_JAVA_TYPE(void, void, struct kqa_fault)
%typemap(javaout) struct kqa_fault { $jnicall; }
%typemap(out) struct kqa_fault %{ kqa_java_fine(jenv, $1); %}
KQA_JAVA_TYPE(jlong, long, struct kqa_number)
%typemap(out) struct kqa_number %{
  if (kqa_java_fine(jenv, $1.fault))
    $result = (jlong)$1.value;
%}
KQA_JAVA_TYPE(jlong, long, struct kqa_day)
%typemap(out) struct kqa_day %{
  if (kqa_java_fine(jenv, $1.fault))
    $result = kqa_java_from_date($1.date);
%}
%define KQA_ANSWER(TYPE, COUNT, FINDINGS, HEAD...)
KQA_JAVA_TYPE(jlongArray, long[], struct TYPE)
%typemap(out) struct TYPE {
  const jlong head[] = {HEAD};
  if (kqa_java_fine(jenv, $1.fault))
    $result = kqa_java_answer(jenv, head, sizeof head / sizeof *head, FINDINGS, COUNT);
}
%enddef
KQA_ANSWER(kqa_quantity, 0, NULL, $1.value.num, $1.value.den)
KQA_ANSWER(kqa_decision, $1.count, $1.findings, $1.verdict)
KQA_ANSWER(kqa_eligibility, $1.count, $1.findings, $1.verdict, $1.missing)
KQA_ANSWER(kqa_prize, $1.count, $1.findings, $1.amount)
KQA_ANSWER(kqa_report, 1, &$1.finding, $1.arises, kqa_java_from_date($1.due))
KQA_ANSWER(kqa_progress, $1.count, $1.findings, $1.verdict, $1.next_stage,
           kqa_java_from_date($1.site_report_due))
KQA_JAVA_TYPE(jlongArray, long[], struct kqa_parameter)
%typemap(out) struct kqa_parameter {
  const jlong row[] = {$1.field, $1.kind,          $1.article, $1.item,
                       $1.unit,  $1.touches_round, $1.min,     $1.max};
  $result = kqa_java_answer(jenv, row, 8, NULL, 0);
}
KQA_JAVA_TYPE(jlongArray, long[], struct kqa_provision)
%typemap(out) struct kqa_provision {
  const jlong row[] = {$1.code, $1.kind, $1.article, $1.item};
  $result = kqa_java_answer(jenv, row, 4, NULL, 0);
}

/* Functions that fill a structure answer it. */
%define KQA_FILLS(FUNCTION, TYPE, NAME)
KQA_JAVA_TYPE(jbyteArray, byte[], struct kqa_fault FUNCTION)
%typemap(out) struct kqa_fault FUNCTION %{ kqa_java_fine(jenv, $1); %}
%typemap(argout) struct TYPE *NAME {
  if (!(*jenv)->ExceptionCheck(jenv))
    $result = kqa_java_keep(jenv, $1, sizeof *$1);
}
%enddef
KQA_FILLS(kqa_edition_find, kqa_edition, edition)
KQA_FILLS(kqa_edition_on, kqa_edition, edition)
KQA_FILLS(kqa_criteria_find, kqa_criteria, criteria)
/* Otherwise what is only read would be answered, too. */
%typemap(argout) const struct kqa_edition *edition, const struct kqa_criteria *criteria ""
KQA_JAVA_TYPE(jbyteArray, byte[], const struct kqa_calendar_year *)
%typemap(out) const struct kqa_calendar_year * %{
  if ($1 != NULL)
    $result = kqa_java_keep(jenv, $1, sizeof *$1);
%}
KQA_JAVA_TYPE(jlongArray, long[], size_t kqa_edition_diff)
%typemap(in, numinputs=0) (int32_t *fields, size_t capacity) (int32_t room[64]) {
  $1 = room;
  $2 = sizeof room / sizeof *room;
}
%typemap(out) size_t kqa_edition_diff ""
%typemap(argout) (int32_t *fields, size_t capacity) {
  $result = kqa_java_from_codes(jenv, $1, result < $2 ? result : $2);
}

/* Columns, lists that the library sorts or fills, and whole rounds. */
%include "columns.h"
%include "lists.h"
%include "rounds.h"
