/* Whole rounds for Java. The text goes in at each call, and all that is answered is copied, so that
 * nothing of a round stays behind. */
#ifndef KQAWARD_JAVA_ROUNDS_H
#define KQAWARD_JAVA_ROUNDS_H

#include "convert.h"

/* Reads and checks a round: its edition as bytes, the year and the deadline, the ids. */
jobjectArray plain_round_read(JNIEnv *jenv, jbyteArray json);
/* Decides a round: numbers, ids, names. The numbers are the summary, the places of the ranked
 * organisations, and one row an organisation. Under another edition than it was held under, entries
 * that the edition makes invalid may be left out, see kqa_round_decide_under(). */
jobjectArray plain_round_decide(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition,
                                bool under);
/* The result as JSON in UTF-8. */
jbyteArray plain_round_json(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition,
                            bool under);
/* Two results: the whole, every transition, and one row an organisation. */
jlongArray plain_round_compare(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *a,
                               bool a_under, jbyteArray other, const struct kqa_edition *b,
                               bool b_under);
/* The sets of readings on which each organisation's outcome and prize depend, as words. */
jlongArray plain_round_sensitivity(JNIEnv *jenv, jbyteArray json,
                                   const struct kqa_edition *edition);

#endif
