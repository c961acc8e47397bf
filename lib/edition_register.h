/* The register of parameters and readings as tables, generated from parameter.def. */
#ifndef KQAWARD_EDITION_REGISTER_H
#define KQAWARD_EDITION_REGISTER_H

#include "kqaward/edition.h"

#define KQA_EDITION_MAX_YUAN INT64_C(1000000000000)

#endif
