/* Cases decided once more as one row of columns: where a case can be said in columns and they
 * decide otherwise, the case is in trouble. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "call.h"

void same_eligibility_in_columns(struct call *call, struct kqa_date deadline,
                                 const struct kqa_application *application,
                                 const struct kqa_incident *incidents, size_t incident_count,
                                 const struct kqa_sanction *sanctions, size_t sanction_count,
                                 const struct kqa_eligibility *result);
void same_scores_in_columns(struct call *call, struct kqa_ratio document, struct kqa_ratio site);
void same_prize_in_columns(struct call *call, int32_t award, const struct kqa_past_award *history,
                           size_t count, int64_t amount);
void same_ballot_in_columns(struct call *call, const struct kqa_ballot *ballot,
                            const struct kqa_decision *decision);

#endif
