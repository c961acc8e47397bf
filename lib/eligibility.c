/* The qualification check: Art. 12, 14, 15, 26, 30. */
#include "kqaward/eligibility.h"

#include "edition_core.h"
#include "eligibility_core.h"
#include "status_fault.h"

/* The first fault of edition, deadline and case. */
/*@ requires edition: \valid_read(edition);
  @ requires subject: readable_case(subject);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> kqa_sound_edition(edition) &&
  @   kqa_valid_date(subject->deadline) && sound_case(subject);
  @*/
static struct kqa_fault decide_fault(const struct kqa_edition *edition,
                                     const struct eligibility_case *subject)
{
  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  if (!kqa_date_is_valid(subject->deadline))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE);
  return kqa_eligibility_fault(subject);
}

struct kqa_eligibility
kqa_eligibility_decide(const struct kqa_edition *edition, struct kqa_date deadline,
                       const struct kqa_application *application,
                       const struct kqa_incident *incidents, size_t incident_count,
                       const struct kqa_sanction *sanctions, size_t sanction_count)
{
  struct eligibility_case subject = {deadline,       application, incidents,
                                     incident_count, sanctions,   sanction_count};
  struct kqa_fault found = decide_fault(edition, &subject);
  struct kqa_evaluation evaluation;

  if (found.status)
    return (struct kqa_eligibility){.fault = found};
  evaluation = kqa_eligibility_evaluate(edition, &subject);
  return kqa_eligibility_explain(edition, &subject, &evaluation);
}

struct kqa_day kqa_bar_last_day(const struct kqa_edition *edition, struct kqa_sanction sanction)
{
  struct kqa_date end;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_day){.fault = kqa_edition_check(edition)};
  if (!is_sanction_kind(sanction.kind))
    return (struct kqa_day){.fault = fault(KQA_E_VALUE, KQA_FIELD_SANCTION_KIND)};
  if (!kqa_date_is_valid(sanction.decided))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED)};
  end = kqa_bar_end(edition, sanction);
  if (!kqa_date_is_valid(end))
    return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_SANCTION_DECIDED)};
  return (struct kqa_day){.date = end};
}
