/* A decided round on standard output: as JSON for programs, as a report for people. */
#ifndef ROUND_OUTPUT_H
#define ROUND_OUTPUT_H

#include "round_file.h"

/* The document of the round's result: keys in a fixed order, two-space indentation. */
void round_print_json(const struct round_file *file, const struct round_result *result);

/* The report, in the language of a KQA_LANGUAGE_ code. */
void round_print_report(const struct round_file *file, const struct round_result *result,
                        int32_t language);

#endif
