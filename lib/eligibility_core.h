/* The qualification check without its checks of input, for the round. */
#ifndef KQAWARD_ELIGIBILITY_CORE_H
#define KQAWARD_ELIGIBILITY_CORE_H

#include "kqaward/eligibility.h"

/* One organisation's case. */
struct eligibility_case {
  struct kqa_date deadline;
  const struct kqa_application *application;
  const struct kqa_incident *incidents;
  size_t incident_count;
  const struct kqa_sanction *sanctions;
  size_t sanction_count;
};

/* The first fault of a case whose deadline is a day; fields as in kqa_eligibility_decide(). */
struct kqa_fault kqa_eligibility_fault(const struct eligibility_case *subject);

/* The answer for a case without fault under a sound edition. */
struct kqa_eligibility kqa_eligibility_answer(const struct kqa_edition *edition,
                                              const struct eligibility_case *subject);

/* Last day of a bar, perhaps beyond year 9999; edition and sanction are sound. */
struct kqa_date kqa_bar_end(const struct kqa_edition *edition, struct kqa_sanction sanction);

#endif
