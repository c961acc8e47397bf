/* The words of findings. */
#ifndef KQAWARD_FINDING_WORDS_H
#define KQAWARD_FINDING_WORDS_H

#include "kqaward/finding.h"

/* A unit of one, in English. */
/*@ requires unit: 0 <= unit <= 14;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
const char *kqa_unit_of_one(int32_t unit);

/* The sign of a relation in data, with a blank; empty where none is shown. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
const char *kqa_relation_sign(int32_t relation);

/* The words before a required number or day. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
const char *kqa_relation_word(int32_t relation, bool is_day, int32_t language);

/* What the observed value of a provision is. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
const char *kqa_observed_word(int32_t provision, int32_t language);

/* What joins the required value to the observed one. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
const char *kqa_required_word(int32_t provision, int32_t language);

#endif
