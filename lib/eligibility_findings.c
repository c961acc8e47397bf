/* The findings of an evaluated case: Art. 12, 14, 26, 30. */
#include "eligibility_core.h"
#include "finding_core.h"

/* A day as findings show it; no number for an absent one. */
/*@ requires date: day_or_none(date) || kqa_valid_date(date);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures none: kqa_no_date(date) ==> \result.den == 0;
  @ ensures key: !kqa_no_date(date) ==> \result.den == 1 && \result.num == kqa_key(date);
  @*/
static struct kqa_ratio shown_day(struct kqa_date date)
{
  return is_absent(date) ? no_number() : day_value(date);
}

/* Art. 12(6): where an incident decides, the finding shows its day and the first day of the window.
 */
/*@ requires kind: 1 <= kind <= 3;
  @ requires edition: \valid_read(edition);
  @ requires evaluation: \valid_read(evaluation) && shown_days(*evaluation) &&
  @   (kqa_no_date(evaluation->latest[kind - 1]) ||
  @     evaluation->verdicts[PLACE_INSPECTIONS + kind - 1] == KQA_VERDICT_NOT_MET);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures provision: \result.provision == provision;
  @ ensures verdict: \result.verdict == evaluation->verdicts[PLACE_INSPECTIONS + kind - 1];
  @ ensures art12_6_day: !kqa_no_date(evaluation->latest[kind - 1]) ==>
  @   \result.unit == KQA_UNIT_DATE &&
  @   \result.observed.num == kqa_key(evaluation->latest[kind - 1]);
  @*/
static struct kqa_finding clean_finding(int32_t provision, const struct kqa_edition *edition,
                                        const struct kqa_evaluation *evaluation, int32_t kind)
{
  int32_t place = kind - KQA_INCIDENT_INSPECTION_FAILURE;
  struct kqa_date latest = evaluation->latest[place];
  bool limited = is_limited(edition, kind);

  if (is_absent(latest))
    return fact_finding(provision, evaluation->verdicts[PLACE_INSPECTIONS + place]);
  return value_finding(provision, KQA_VERDICT_NOT_MET, KQA_UNIT_DATE,
                       limited ? KQA_RELATION_LESS_THAN : KQA_RELATION_NONE, day_value(latest),
                       limited ? day_value(evaluation->window) : no_number());
}

#define FACT(PLACE, NAME) [PLACE] = fact_finding(KQA_PROVISION_##NAME, verdicts[PLACE])
#define CLEAN(PLACE, NAME, KIND)                                                                   \
  [PLACE] = clean_finding(KQA_PROVISION_##NAME, edition, evaluation, KQA_INCIDENT_##KIND)
#define VALUE(PLACE, NAME, UNIT, RELATION, observed, required)                                     \
  [PLACE] = value_finding(KQA_PROVISION_##NAME, verdicts[PLACE], KQA_UNIT_##UNIT,                  \
                          KQA_RELATION_##RELATION, observed, required)

/* One expression, so that the answer is built where it is returned and never copied. */
struct kqa_eligibility kqa_eligibility_explain(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject,
                                               const struct kqa_evaluation *evaluation)
{
  const struct kqa_application *application = subject->application;
  const int32_t *verdicts = evaluation->verdicts;
  struct kqa_ratio deadline = day_value(subject->deadline);
  struct kqa_ratio copies = application->copies_known ? whole(application->copies) : no_number();

  return (struct kqa_eligibility){
    .verdict = evaluation->verdict,
    .missing = evaluation->missing,
    .count = KQA_ELIGIBILITY_FINDINGS,
    .findings =
      {
        FACT(0, REGISTERED_IN_DISTRICT),
        FACT(1, PAYS_TAX_IN_DISTRICT),
        FACT(2, LAWFUL_OPERATION),
        VALUE(3, OPERATING_YEARS, DATE, AT_MOST, shown_day(evaluation->complete), deadline),
        FACT(4, EXCELLENCE_MODEL),
        FACT(5, SOUND_MANAGEMENT_SYSTEM),
        FACT(6, ISO9001_CERTIFIED),
        FACT(7, QUALITY_WORK_OUTSTANDING),
        FACT(8, PERFORMANCE_LEADING),
        FACT(9, INNOVATION_LEADING),
        FACT(10, INTEGRITY_AND_SERVICE_GOOD),
        CLEAN(11, INSPECTIONS_CLEAN, INSPECTION_FAILURE),
        CLEAN(12, NO_MAJOR_ACCIDENT, MAJOR_ACCIDENT),
        CLEAN(13, NO_MAJOR_COMPLAINT, MAJOR_COMPLAINT),
        FACT(14, OTHER_REQUIREMENTS_MET),
        FACT(15, SELF_EVALUATION),
        FACT(16, APPLICATION_FORM),
        FACT(17, EVIDENCE),
        FACT(18, RECOMMENDATION),
        VALUE(19, COPIES, COPIES, AT_LEAST, copies, whole(edition->application_min_copies)),
        VALUE(20, RECEIVED_IN_TIME, DATE, AT_MOST, shown_day(application->received), deadline),
        VALUE(21, NO_FRAUD_BAR, DATE, LESS_THAN, shown_day(evaluation->bar_ends[0]), deadline),
        VALUE(22, NO_REVOCATION_BAR, DATE, LESS_THAN, shown_day(evaluation->bar_ends[1]), deadline),
      },
  };
}
