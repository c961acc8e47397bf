/* What was decided, decided once more as rows of columns. Each function says what columns decide
 * otherwise, or NULL: nothing, or the case cannot be said in columns. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <kqaward/kqaward.h>

const char *eligibility_in_columns(const struct kqa_edition *edition, struct kqa_date deadline,
                                   const struct kqa_application *application,
                                   const struct kqa_incident *incidents, size_t incident_count,
                                   const struct kqa_sanction *sanctions, size_t sanction_count,
                                   const struct kqa_eligibility *result);
const char *scores_in_columns(const struct kqa_edition *edition, struct kqa_ratio document,
                              struct kqa_ratio site);
const char *prize_in_columns(const struct kqa_edition *edition, int32_t award,
                             const struct kqa_past_award *history, size_t count, int64_t amount);
const char *ballot_in_columns(const struct kqa_edition *edition, const struct kqa_ballot *ballot,
                              const struct kqa_decision *decision);

/* All organisations of a decided round: qualification, scores, floors and prizes. */
const char *round_in_columns(const struct kqa_edition *edition, const struct kqa_round *round,
                             const struct kqa_outcome *outcomes);

#endif
