/* The first fault of a case: Art. 12, 14, 26, 30. */
#include "eligibility_core.h"
#include "finding_core.h"
#include "status_fault.h"

#define MAX_COPIES 1000000

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures day: \result <==> kqa_no_date(date) || kqa_valid_date(date);
  @*/
static bool is_absent_or_valid(struct kqa_date date)
{
  return is_absent(date) || kqa_date_is_valid(date);
}

/*@ requires application: \valid_read(application);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> kqa_sound_application(application);
  @*/
static struct kqa_fault application_fault(const struct kqa_application *application)
{
  /*@ loop invariant truths: 0 <= fact <= KQA_FACTS && \forall integer k; 0 <= k < fact ==>
    @   KQA_UNKNOWN <= application->facts[k] <= KQA_FALSE;
    @ loop assigns fact;
    @ loop variant KQA_FACTS - fact;
    @*/
  for (int32_t fact = 0; fact < KQA_FACTS; fact++)
    if (!is_truth(application->facts[fact]))
      return fault_in_list(KQA_E_VALUE, KQA_FIELD_FACT, fact, 0);
  if (!is_absent_or_valid(application->operating_since))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_OPERATING_SINCE);
  if (application->recommended_by < KQA_RECOMMENDER_UNKNOWN ||
      application->recommended_by > KQA_RECOMMENDER_NONE)
    return fault(KQA_E_VALUE, KQA_FIELD_RECOMMENDED_BY);
  if (application->copies_known < 0 || application->copies_known > 1 || application->copies < 0 ||
      application->copies > (application->copies_known ? MAX_COPIES : 0))
    return fault(KQA_E_RANGE, KQA_FIELD_COPIES);
  if (!is_absent_or_valid(application->received))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_RECEIVED);
  return no_fault();
}

/*@ requires subject: readable_case(subject);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==>
  @   kqa_sound_incidents(subject->incidents, subject->incident_count);
  @*/
static struct kqa_fault incident_fault(const struct eligibility_case *subject)
{
  /*@ loop invariant sound: 0 <= i <= subject->incident_count &&
    @   kqa_sound_incidents(subject->incidents, i);
    @ loop assigns i;
    @ loop variant subject->incident_count - i;
    @*/
  for (size_t i = 0; i < subject->incident_count; i++) {
    if (subject->incidents[i].kind < KQA_INCIDENT_INSPECTION_FAILURE ||
        subject->incidents[i].kind > KQA_INCIDENT_MAJOR_COMPLAINT)
      return fault_in_list(KQA_E_VALUE, KQA_FIELD_INCIDENT_KIND, (int32_t)i, 0);
    if (!kqa_date_is_valid(subject->incidents[i].date))
      return fault_in_list(KQA_E_NO_SUCH_DAY, KQA_FIELD_INCIDENT_DATE, (int32_t)i, 0);
  }
  return no_fault();
}

/*@ requires subject: readable_case(subject);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==>
  @   kqa_sound_sanctions(subject->sanctions, subject->sanction_count);
  @*/
static struct kqa_fault sanction_fault(const struct eligibility_case *subject)
{
  /*@ loop invariant sound: 0 <= i <= subject->sanction_count &&
    @   kqa_sound_sanctions(subject->sanctions, i);
    @ loop assigns i;
    @ loop variant subject->sanction_count - i;
    @*/
  for (size_t i = 0; i < subject->sanction_count; i++) {
    if (!is_sanction_kind(subject->sanctions[i].kind))
      return fault_in_list(KQA_E_VALUE, KQA_FIELD_SANCTION_KIND, (int32_t)i, 0);
    if (!kqa_date_is_valid(subject->sanctions[i].decided))
      return fault_in_list(KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED, (int32_t)i, 0);
  }
  return no_fault();
}

struct kqa_fault kqa_eligibility_fault(const struct eligibility_case *subject)
{
  struct kqa_fault found = application_fault(subject->application);

  if (!found.status)
    found = incident_fault(subject);
  return found.status ? found : sanction_fault(subject);
}
