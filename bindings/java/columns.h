/* Columns for Java: arrays in, arrays out. */
#ifndef KQAWARD_JAVA_COLUMNS_H
#define KQAWARD_JAVA_COLUMNS_H

#include "convert.h"

/* Decides so many rows of organisations from the first one on and returns how many are at fault.
 * The columns stand in the order of struct kqa_columns, a null for one that is absent; the answers
 * in that of struct kqa_answers, a null for one that is not wanted. Each array holds all the rows
 * asked for; the other ones are neither read nor written. */
int32_t plain_batch_decide(JNIEnv *jenv, const struct kqa_edition *edition,
                           struct kqa_date deadline, int32_t first, int32_t count,
                           jobjectArray columns, jobjectArray answers);
/* The same of ballots. */
int32_t plain_batch_ballots(JNIEnv *jenv, const struct kqa_edition *edition, int32_t first,
                            int32_t count, jobjectArray columns, jobjectArray answers);

#endif
