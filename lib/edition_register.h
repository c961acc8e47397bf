/* The register of parameters and readings as tables, generated from parameter.def. */
#ifndef KQAWARD_EDITION_REGISTER_H
#define KQAWARD_EDITION_REGISTER_H

#include "kqaward/edition.h"

#define KQA_EDITION_MAX_YUAN INT64_C(1000000000000)

/* Offset in struct kqa_edition of the parameter in a row. */
/*@ requires place: place < 29;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures within: \result < sizeof(struct kqa_edition);
  @*/
size_t kqa_parameter_offset(size_t place);

#endif
