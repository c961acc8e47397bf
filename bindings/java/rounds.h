/* Whole rounds for Java. The text goes in at each call, and all that is answered is copied, so that
 * nothing of a round stays behind. */
#ifndef KQAWARD_JAVA_ROUNDS_H
#define KQAWARD_JAVA_ROUNDS_H

#include "convert.h"

/* Reads and checks a round: its edition as bytes, the year and the deadline, the ids. */
jobjectArray plain_round_read(JNIEnv *jenv, jbyteArray json);
/* Decides a round: numbers, ids, names. The numbers are the summary, the places of the ranked
 * organisations, and one row an organisation. */
jobjectArray plain_round_decide(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition);
/* The result as JSON in UTF-8. */
jbyteArray plain_round_json(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition);

#endif
