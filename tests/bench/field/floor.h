/* What a programmer would write by hand who has only the rules of 2020 in mind and no unknown
 * facts: the floor under all times. */
#ifndef KQAWARD_FIELD_FLOOR_H
#define KQAWARD_FIELD_FLOOR_H

#include <kqaward/batch.h>

/* Decides verdict, total, floors and prize of all rows; an unknown fact counts as false. */
void floor_decide(const struct kqa_columns *columns, const struct kqa_answers *answers);

#endif
