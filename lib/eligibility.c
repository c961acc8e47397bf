/* The qualification check: Art. 12, 14, 15, 26, 30. */
#include "kqaward/eligibility.h"

#include "edition_core.h"
#include "eligibility_core.h"
#include "finding_core.h"
#include "status_fault.h"

/* Place of a declared fact: they stand in the ordinance's order, the years of operation between. */
static int32_t place_of(int32_t fact)
{
  return fact < PLACE_OPERATING_YEARS ? fact : fact + 1;
}

/* What the fact at a place of the findings is; a bar has none, and is never unknown. */
static const int8_t requirements[KQA_ELIGIBILITY_FINDINGS] = {
  KQA_FACT_REGISTERED_IN_DISTRICT,
  KQA_FACT_PAYS_TAX_IN_DISTRICT,
  KQA_FACT_LAWFUL_OPERATION,
  KQA_REQUIREMENT_OPERATING_SINCE,
  KQA_FACT_EXCELLENCE_MODEL,
  KQA_FACT_SOUND_MANAGEMENT_SYSTEM,
  KQA_FACT_ISO9001_CERTIFIED,
  KQA_FACT_QUALITY_WORK_OUTSTANDING,
  KQA_FACT_PERFORMANCE_LEADING,
  KQA_FACT_INNOVATION_LEADING,
  KQA_FACT_INTEGRITY_AND_SERVICE_GOOD,
  KQA_FACT_INSPECTIONS_CLEAN,
  KQA_FACT_NO_MAJOR_ACCIDENT,
  KQA_FACT_NO_MAJOR_COMPLAINT,
  KQA_FACT_OTHER_REQUIREMENTS_MET,
  KQA_FACT_SELF_EVALUATION,
  KQA_FACT_FORM,
  KQA_FACT_EVIDENCE,
  KQA_REQUIREMENT_RECOMMENDED_BY,
  KQA_REQUIREMENT_COPIES,
  KQA_REQUIREMENT_RECEIVED,
  0,
  0,
};

static bool is_no_later(struct kqa_date a, struct kqa_date b)
{
  return date_key(a) <= date_key(b);
}

/* Art. 12(1): the years of operation are complete by the deadline. */
static void judge_operating_years(struct kqa_evaluation *evaluation,
                                  const struct kqa_edition *edition,
                                  const struct eligibility_case *subject)
{
  struct kqa_date since = subject->application->operating_since;

  if (is_absent(since))
    return;
  evaluation->complete = kqa_date_shift_years(since, edition->eligibility_min_years);
  evaluation->verdicts[PLACE_OPERATING_YEARS] =
    verdict_of(is_no_later(evaluation->complete, subject->deadline));
}

/* Art. 12(6): a failed inspection counts within the years before the deadline; accidents and
 * complaints do too, or by the other reading whenever they happened. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art12_6_limited: \result <==> kind == KQA_INCIDENT_INSPECTION_FAILURE ||
  @   edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;
  @*/
static bool is_limited(const struct kqa_edition *edition, int32_t kind)
{
  return kind == KQA_INCIDENT_INSPECTION_FAILURE ||
         edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS;
}

/* Art. 12(6): an incident that counts is not met, whatever is declared. */
static void judge_clean_record(struct kqa_evaluation *evaluation, const struct kqa_edition *edition,
                               const struct eligibility_case *subject)
{
  evaluation->window = kqa_date_shift_years(subject->deadline, -edition->eligibility_clean_years);
  for (size_t i = 0; i < subject->incident_count; i++) {
    struct kqa_date date = subject->incidents[i].date;
    int32_t kind = subject->incidents[i].kind;
    struct kqa_date *latest = &evaluation->latest[kind - KQA_INCIDENT_INSPECTION_FAILURE];

    if (is_no_later(date, subject->deadline) &&
        (!is_limited(edition, kind) || is_no_later(evaluation->window, date))) {
      evaluation->verdicts[PLACE_INSPECTIONS + kind - KQA_INCIDENT_INSPECTION_FAILURE] =
        KQA_VERDICT_NOT_MET;
      if (is_no_later(*latest, date))
        *latest = date;
    }
  }
}

/* Art. 14: one of four bodies recommends, so many copies, received by the deadline. */
static void judge_papers(struct kqa_evaluation *evaluation, const struct kqa_edition *edition,
                         const struct eligibility_case *subject)
{
  const struct kqa_application *application = subject->application;

  if (application->recommended_by != KQA_RECOMMENDER_UNKNOWN)
    evaluation->verdicts[PLACE_RECOMMENDATION] =
      verdict_of(application->recommended_by != KQA_RECOMMENDER_NONE);
  if (application->copies_known)
    evaluation->verdicts[PLACE_COPIES] =
      verdict_of(application->copies >= edition->application_min_copies);
  if (!is_absent(application->received))
    evaluation->verdicts[PLACE_RECEIPT] =
      verdict_of(is_no_later(application->received, subject->deadline));
}

struct kqa_date kqa_bar_end(const struct kqa_edition *edition, struct kqa_sanction sanction)
{
  return kqa_date_shift_years(sanction.decided, sanction.kind == KQA_SANCTION_FRAUD
                                                  ? edition->bar_fraud_years
                                                  : edition->bar_revocation_years);
}

/* Art. 26 and 30: every bar decided by the deadline ended before it. */
static void judge_bars(struct kqa_evaluation *evaluation, const struct kqa_edition *edition,
                       const struct eligibility_case *subject)
{
  for (size_t i = 0; i < subject->sanction_count; i++) {
    struct kqa_sanction sanction = subject->sanctions[i];
    struct kqa_date *last = &evaluation->bar_ends[sanction.kind - KQA_SANCTION_FRAUD];
    struct kqa_date end = kqa_bar_end(edition, sanction);

    if (is_no_later(sanction.decided, subject->deadline) && is_no_later(*last, end))
      *last = end;
  }
  for (int32_t i = 0; i < 2; i++)
    evaluation->verdicts[PLACE_FRAUD_BAR + i] =
      verdict_of(!is_no_later(subject->deadline, evaluation->bar_ends[i]));
}

/* The requirements that are unknown. */
/*@ requires evaluation: \valid_read(evaluation);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static uint32_t missing_of(const struct kqa_evaluation *evaluation)
{
  uint32_t missing = 0;

  for (int32_t place = 0; place < KQA_ELIGIBILITY_FINDINGS; place++)
    if (evaluation->verdicts[place] == KQA_VERDICT_UNKNOWN)
      missing |= UINT32_C(1) << (uint32_t)requirements[place];
  return missing;
}

/* Not met when a provision is not met, else unknown when one is, else met. */
/*@ requires evaluation: \valid(evaluation);
  @ terminates \true;
  @ assigns evaluation->verdict, evaluation->missing;
  @ ensures not_met_first: evaluation->verdict == KQA_VERDICT_NOT_MET <==>
  @   \exists integer i; 0 <= i < KQA_ELIGIBILITY_FINDINGS &&
  @     evaluation->verdicts[i] == KQA_VERDICT_NOT_MET;
  @ ensures met_last: evaluation->verdict == KQA_VERDICT_MET <==>
  @   \forall integer i; 0 <= i < KQA_ELIGIBILITY_FINDINGS ==>
  @     evaluation->verdicts[i] != KQA_VERDICT_NOT_MET &&
  @     evaluation->verdicts[i] != KQA_VERDICT_UNKNOWN;
  @*/
static void fold(struct kqa_evaluation *evaluation)
{
  bool one_is_not_met = false;
  bool one_is_unknown = false;

  /*@ loop invariant place: 0 <= place <= KQA_ELIGIBILITY_FINDINGS;
    @ loop invariant not_met: one_is_not_met <==> \exists integer i; 0 <= i < place &&
    @   evaluation->verdicts[i] == KQA_VERDICT_NOT_MET;
    @ loop invariant unknown: one_is_unknown <==> \exists integer i; 0 <= i < place &&
    @   evaluation->verdicts[i] == KQA_VERDICT_UNKNOWN;
    @ loop assigns place, one_is_not_met, one_is_unknown;
    @ loop variant KQA_ELIGIBILITY_FINDINGS - place;
    @*/
  for (int32_t place = 0; place < KQA_ELIGIBILITY_FINDINGS; place++) {
    if (evaluation->verdicts[place] == KQA_VERDICT_NOT_MET)
      one_is_not_met = true;
    if (evaluation->verdicts[place] == KQA_VERDICT_UNKNOWN)
      one_is_unknown = true;
  }
  evaluation->verdict = one_is_unknown ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;
  if (one_is_not_met)
    evaluation->verdict = KQA_VERDICT_NOT_MET;
  else if (one_is_unknown)
    evaluation->missing = missing_of(evaluation);
}

struct kqa_evaluation kqa_eligibility_evaluate(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject)
{
  struct kqa_evaluation evaluation = {.verdict = KQA_VERDICT_UNKNOWN};

  for (int32_t fact = 0; fact < KQA_FACTS; fact++)
    evaluation.verdicts[place_of(fact)] = subject->application->facts[fact];
  judge_operating_years(&evaluation, edition, subject);
  judge_clean_record(&evaluation, edition, subject);
  judge_papers(&evaluation, edition, subject);
  judge_bars(&evaluation, edition, subject);
  fold(&evaluation);
  return evaluation;
}

/* A day as findings show it; no number for an absent one. */
static struct kqa_ratio shown_day(struct kqa_date date)
{
  return is_absent(date) ? no_number() : day_value(date);
}

/* Art. 12(6): where an incident decides, the finding shows its day and the first day of the window.
 */
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
