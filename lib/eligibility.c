/* The qualification check: Art. 12, 14, 15, 26, 30. */
#include "kqaward/eligibility.h"

#include "edition_core.h"
#include "eligibility_core.h"
#include "finding_core.h"
#include "status_fault.h"

#define MAX_COPIES 1000000

/* The provision of each declared fact, by KQA_FACT_. */
static const int16_t fact_provisions[KQA_FACTS] = {
  KQA_PROVISION_REGISTERED_IN_DISTRICT,
  KQA_PROVISION_PAYS_TAX_IN_DISTRICT,
  KQA_PROVISION_LAWFUL_OPERATION,
  KQA_PROVISION_EXCELLENCE_MODEL,
  KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM,
  KQA_PROVISION_ISO9001_CERTIFIED,
  KQA_PROVISION_QUALITY_WORK_OUTSTANDING,
  KQA_PROVISION_PERFORMANCE_LEADING,
  KQA_PROVISION_INNOVATION_LEADING,
  KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD,
  KQA_PROVISION_INSPECTIONS_CLEAN,
  KQA_PROVISION_NO_MAJOR_ACCIDENT,
  KQA_PROVISION_NO_MAJOR_COMPLAINT,
  KQA_PROVISION_OTHER_REQUIREMENTS_MET,
  KQA_PROVISION_SELF_EVALUATION,
  KQA_PROVISION_APPLICATION_FORM,
  KQA_PROVISION_EVIDENCE,
};

#define NO_REQUIREMENT (-1)

static void add(struct kqa_eligibility *answer, struct kqa_finding finding, int32_t requirement)
{
  answer->findings[answer->count++] = finding;
  answer->verdict = fold_verdict(answer->verdict, finding.verdict);
  if (finding.verdict == KQA_VERDICT_UNKNOWN && requirement != NO_REQUIREMENT)
    answer->missing |= UINT32_C(1) << (uint32_t)requirement;
}

static void add_facts(struct kqa_eligibility *answer, const struct kqa_application *application,
                      int32_t first, int32_t last)
{
  for (int32_t fact = first; fact <= last; fact++)
    add(answer, fact_finding(fact_provisions[fact], application->facts[fact]), fact);
}

/* Art. 12(1): the years of operation are complete by the deadline. */
static void add_operating_years(struct kqa_eligibility *answer, const struct kqa_edition *edition,
                                const struct eligibility_case *subject)
{
  struct kqa_date since = subject->application->operating_since;
  struct kqa_ratio observed = no_number();
  int32_t verdict = KQA_VERDICT_UNKNOWN;

  if (!kqa_date_is_absent(since)) {
    struct kqa_date complete = kqa_date_shift_years(since, edition->eligibility_min_years);

    observed = day_value(complete);
    verdict = verdict_of(kqa_date_compare(complete, subject->deadline) <= 0);
  }
  add(answer,
      value_finding(KQA_PROVISION_OPERATING_YEARS, verdict, KQA_UNIT_DATE, KQA_RELATION_AT_MOST,
                    observed, day_value(subject->deadline)),
      KQA_REQUIREMENT_OPERATING_SINCE);
}

/* The latest incident of a kind that counts, all zero for none: on or before the deadline and, where
 * the window limits the kind, on or after its first day. */
static struct kqa_date latest_incident(const struct eligibility_case *subject, int32_t kind,
                                       bool limited, struct kqa_date window)
{
  struct kqa_date latest = { 0, 0, 0 };

  for (size_t i = 0; i < subject->incident_count; i++) {
    struct kqa_date date = subject->incidents[i].date;

    if (subject->incidents[i].kind == kind && kqa_date_compare(date, subject->deadline) <= 0 &&
        (!limited || kqa_date_compare(date, window) >= 0) && kqa_date_compare(date, latest) > 0)
      latest = date;
  }
  return latest;
}

/* Art. 12(6): declared false or a counting incident is not met, whatever else is declared. */
static void add_clean_record(struct kqa_eligibility *answer, const struct kqa_edition *edition,
                             const struct eligibility_case *subject, int32_t fact, int32_t kind)
{
  bool limited = kind == KQA_INCIDENT_INSPECTION_FAILURE ||
                 edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;
  struct kqa_date window =
    kqa_date_shift_years(subject->deadline, -edition->eligibility_clean_years);
  struct kqa_date latest = latest_incident(subject, kind, limited, window);
  struct kqa_finding finding = fact_finding(fact_provisions[fact], subject->application->facts[fact]);

  if (!kqa_date_is_absent(latest))
    finding = value_finding(fact_provisions[fact], KQA_VERDICT_NOT_MET, KQA_UNIT_DATE,
                            limited ? KQA_RELATION_LESS_THAN : KQA_RELATION_NONE, day_value(latest),
                            limited ? day_value(window) : no_number());
  add(answer, finding, fact);
}

/* Art. 14: one of four bodies signs a recommendation. */
static void add_recommendation(struct kqa_eligibility *answer,
                               const struct kqa_application *application)
{
  int32_t by = application->recommended_by;
  int32_t truth = by == KQA_RECOMMENDER_NONE ? KQA_FALSE : KQA_TRUE;

  if (by == KQA_RECOMMENDER_UNKNOWN)
    truth = KQA_UNKNOWN;
  add(answer, fact_finding(KQA_PROVISION_RECOMMENDATION, truth), KQA_REQUIREMENT_RECOMMENDED_BY);
}

/* Art. 14: so many copies. */
static void add_copies(struct kqa_eligibility *answer, const struct kqa_edition *edition,
                       const struct kqa_application *application)
{
  bool known = application->copies_known != 0;
  int32_t verdict = known ? verdict_of(application->copies >= edition->application_min_copies)
                          : KQA_VERDICT_UNKNOWN;

  add(answer,
      value_finding(KQA_PROVISION_COPIES, verdict, KQA_UNIT_COPIES, KQA_RELATION_AT_LEAST,
                    known ? whole(application->copies) : no_number(),
                    whole(edition->application_min_copies)),
      KQA_REQUIREMENT_COPIES);
}

/* Art. 14: received by the deadline. */
static void add_receipt(struct kqa_eligibility *answer, const struct eligibility_case *subject)
{
  struct kqa_date received = subject->application->received;
  bool known = !kqa_date_is_absent(received);
  int32_t verdict = known ? verdict_of(kqa_date_compare(received, subject->deadline) <= 0)
                          : KQA_VERDICT_UNKNOWN;

  add(answer,
      value_finding(KQA_PROVISION_RECEIVED_IN_TIME, verdict, KQA_UNIT_DATE, KQA_RELATION_AT_MOST,
                    known ? day_value(received) : no_number(), day_value(subject->deadline)),
      KQA_REQUIREMENT_RECEIVED);
}

struct kqa_date kqa_bar_end(const struct kqa_edition *edition, struct kqa_sanction sanction)
{
  return kqa_date_shift_years(sanction.decided, sanction.kind == KQA_SANCTION_FRAUD
                                                  ? edition->bar_fraud_years
                                                  : edition->bar_revocation_years);
}

/* Art. 26 and 30: every bar of the kind ended before the deadline. */
static void add_bar(struct kqa_eligibility *answer, const struct kqa_edition *edition,
                    const struct eligibility_case *subject, int32_t kind, int32_t provision)
{
  struct kqa_date end = { 0, 0, 0 };
  bool met;

  for (size_t i = 0; i < subject->sanction_count; i++) {
    struct kqa_sanction sanction = subject->sanctions[i];

    if (sanction.kind == kind && kqa_date_compare(sanction.decided, subject->deadline) <= 0 &&
        kqa_date_compare(kqa_bar_end(edition, sanction), end) > 0)
      end = kqa_bar_end(edition, sanction);
  }
  met = kqa_date_compare(end, subject->deadline) < 0;
  add(answer,
      value_finding(provision, verdict_of(met), KQA_UNIT_DATE, KQA_RELATION_LESS_THAN,
                    kqa_date_is_absent(end) ? no_number() : day_value(end),
                    day_value(subject->deadline)),
      NO_REQUIREMENT);
}

struct kqa_eligibility kqa_eligibility_answer(const struct kqa_edition *edition,
                                              const struct eligibility_case *subject)
{
  struct kqa_eligibility answer = { .verdict = KQA_VERDICT_MET };

  add_facts(&answer, subject->application, KQA_FACT_REGISTERED_IN_DISTRICT,
            KQA_FACT_LAWFUL_OPERATION);
  add_operating_years(&answer, edition, subject);
  add_facts(&answer, subject->application, KQA_FACT_EXCELLENCE_MODEL,
            KQA_FACT_INTEGRITY_AND_SERVICE_GOOD);
  add_clean_record(&answer, edition, subject, KQA_FACT_INSPECTIONS_CLEAN,
                   KQA_INCIDENT_INSPECTION_FAILURE);
  add_clean_record(&answer, edition, subject, KQA_FACT_NO_MAJOR_ACCIDENT,
                   KQA_INCIDENT_MAJOR_ACCIDENT);
  add_clean_record(&answer, edition, subject, KQA_FACT_NO_MAJOR_COMPLAINT,
                   KQA_INCIDENT_MAJOR_COMPLAINT);
  add_facts(&answer, subject->application, KQA_FACT_OTHER_REQUIREMENTS_MET, KQA_FACT_EVIDENCE);
  add_recommendation(&answer, subject->application);
  add_copies(&answer, edition, subject->application);
  add_receipt(&answer, subject);
  add_bar(&answer, edition, subject, KQA_SANCTION_FRAUD, KQA_PROVISION_NO_FRAUD_BAR);
  add_bar(&answer, edition, subject, KQA_SANCTION_REVOCATION, KQA_PROVISION_NO_REVOCATION_BAR);
  if (answer.verdict != KQA_VERDICT_UNKNOWN)
    answer.missing = 0;
  return answer;
}

static bool is_absent_or_valid(struct kqa_date date)
{
  return kqa_date_is_absent(date) || kqa_date_is_valid(date);
}

static struct kqa_fault application_fault(const struct kqa_application *application)
{
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

static struct kqa_fault incident_fault(const struct eligibility_case *subject)
{
  for (size_t i = 0; i < subject->incident_count; i++) {
    if (subject->incidents[i].kind < KQA_INCIDENT_INSPECTION_FAILURE ||
        subject->incidents[i].kind > KQA_INCIDENT_MAJOR_COMPLAINT)
      return fault_in_list(KQA_E_VALUE, KQA_FIELD_INCIDENT_KIND, (int32_t)i, 0);
    if (!kqa_date_is_valid(subject->incidents[i].date))
      return fault_in_list(KQA_E_NO_SUCH_DAY, KQA_FIELD_INCIDENT_DATE, (int32_t)i, 0);
  }
  return no_fault();
}

static bool is_sanction_kind(int32_t kind)
{
  return kind == KQA_SANCTION_FRAUD || kind == KQA_SANCTION_REVOCATION;
}

static struct kqa_fault sanction_fault(const struct eligibility_case *subject)
{
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

struct kqa_eligibility kqa_eligibility_decide(
  const struct kqa_edition *edition, struct kqa_date deadline,
  const struct kqa_application *application, const struct kqa_incident *incidents,
  size_t incident_count, const struct kqa_sanction *sanctions, size_t sanction_count)
{
  struct eligibility_case subject = { deadline,  application, incidents, incident_count,
                                      sanctions, sanction_count };
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_eligibility){ .fault = kqa_edition_check(edition) };
  if (!kqa_date_is_valid(deadline))
    return (struct kqa_eligibility){ .fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE) };
  found = kqa_eligibility_fault(&subject);
  if (found.status)
    return (struct kqa_eligibility){ .fault = found };
  return kqa_eligibility_answer(edition, &subject);
}

struct kqa_day kqa_bar_last_day(const struct kqa_edition *edition, struct kqa_sanction sanction)
{
  struct kqa_date end;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_day){ .fault = kqa_edition_check(edition) };
  if (!is_sanction_kind(sanction.kind))
    return (struct kqa_day){ .fault = fault(KQA_E_VALUE, KQA_FIELD_SANCTION_KIND) };
  if (!kqa_date_is_valid(sanction.decided))
    return (struct kqa_day){ .fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED) };
  end = kqa_bar_end(edition, sanction);
  if (!kqa_date_is_valid(end))
    return (struct kqa_day){ .fault = fault(KQA_E_RANGE, KQA_FIELD_SANCTION_DECIDED) };
  return (struct kqa_day){ .date = end };
}
