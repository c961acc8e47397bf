/* Columns for Java: arrays in, arrays out. */
#ifndef KQAWARD_JAVA_COLUMNS_H
#define KQAWARD_JAVA_COLUMNS_H

#include "convert.h"

/* Decides all rows of organisations. The columns stand in the order of struct kqa_columns, a null
 * for one that is absent; the answers in that of struct kqa_answers. Each column is as long as the
 * rows. */
jobjectArray plain_batch_decide(JNIEnv *jenv, const struct kqa_edition *edition,
                                struct kqa_date deadline, int32_t rows, jobjectArray columns);
/* The same of ballots. */
jobjectArray plain_batch_ballots(JNIEnv *jenv, const struct kqa_edition *edition, int32_t rows,
                                 jobjectArray columns);

#endif
