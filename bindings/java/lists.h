/* What changes its argument or fills lists, for Java: structures held as bytes, answers in numbers.
 */
#ifndef KQAWARD_JAVA_LISTS_H
#define KQAWARD_JAVA_LISTS_H

#include "convert.h"

jbyteArray plain_edition_with(JNIEnv *jenv, const struct kqa_edition *edition, const char *name,
                              const char *value);
/* The edition with one combination of readings. */
jbyteArray plain_edition_combination(JNIEnv *jenv, const struct kqa_edition *edition,
                                     int32_t combination);
jstring plain_edition_id(JNIEnv *jenv, const struct kqa_edition *edition);
/* First and last day. */
jlongArray plain_edition_in_force(JNIEnv *jenv, const struct kqa_edition *edition);

/* The calendar with the year, unless it has it: as built in where wished and there, else plain. */
jbyteArray plain_calendar_with_year(JNIEnv *jenv, jbyteArray calendar, int32_t year, bool built_in);
jbyteArray plain_calendar_marked(JNIEnv *jenv, jbyteArray calendar, struct kqa_date date,
                                 int32_t kind);
jlongArray plain_calendar_years(JNIEnv *jenv, jbyteArray calendar);

/* Full score, step, categories, items; then points and category of each item. */
jbyteArray plain_criteria_make(JNIEnv *jenv, const char *id, jlongArray numbers);
jlongArray plain_criteria_numbers(JNIEnv *jenv, const struct kqa_criteria *criteria);
jstring plain_criteria_id(JNIEnv *jenv, const struct kqa_criteria *criteria);

/* Totals as pairs; how many are ranked, then all ranks, then the order. */
jlongArray plain_rank(JNIEnv *jenv, jlongArray totals);
/* Candidates as stands, former_winner, yes, runoff; quota, taken, off_quota, tied, then the places.
 */
jlongArray plain_allocate(JNIEnv *jenv, const struct kqa_edition *edition, int32_t award,
                          int32_t present, jlongArray candidates);

#endif
