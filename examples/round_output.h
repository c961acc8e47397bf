/* A decided round on standard output, for people. */
#ifndef ROUND_OUTPUT_H
#define ROUND_OUTPUT_H

#include "round_file.h"

/* The report, in the language of a KQA_LANGUAGE_ code. */
void round_print_report(const struct round_file *file, const struct round_result *result,
                        int32_t language);

#endif
