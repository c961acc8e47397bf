/* Parts of the report for people. */
#ifndef ROUND_TEXT_H
#define ROUND_TEXT_H

#include "cjk_width.h"
#include "round_output.h"

struct report {
  const struct round_file *file;
  const struct round_result *result;
  int32_t language;
  int *sections; /* How many sections have begun. */
};

/* The text in the report's language. Both may be formats for the same arguments. */
__attribute__((format_arg(2), format_arg(3))) const char *in(const struct report *report,
                                                             const char *zh, const char *en);

void print_section(const struct report *report, const char *zh, const char *en);

/* An organisation's name; empty where the file gives none. */
const char *name_of(const struct report *report, int32_t place);

/* `  K01 name` without a line end. */
void print_organization(const struct report *report, int32_t place);

/* A number's cell, with thousands apart. */
void add_integer(struct table *table, int64_t value);

#define SCORE_TEXT 48

/* A score with two decimals, or three, where they hold it, else as a fraction; a dash for none. */
const char *exact_text(struct kqa_ratio score, char buffer[SCORE_TEXT]);

/* Whether two decimals hold the score. */
bool is_shown_exactly(struct kqa_ratio score);

/* A score's cell, rounded to two decimals; a dash for none. */
void add_score(struct table *table, struct kqa_ratio score);

/* The exact score's cell; empty where two decimals hold it already. */
void add_exact_score(struct table *table, struct kqa_ratio score);

/* One line for each finding of an organisation that is not met and belongs to one of the
 * provisions, which end in 0. */
void print_unmet(const struct report *report, int32_t place, const int32_t *provisions);

void print_votes(const struct report *report);
void print_special_nominations(const struct report *report);
void print_money(const struct report *report);
void print_warnings(const struct report *report);

#endif
