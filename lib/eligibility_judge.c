/* The verdict on each provision and on all: Art. 12, 14, 15, 26, 30. */
#include "eligibility_core.h"
#include "finding_core.h"

/* Place of a declared fact: they stand in the ordinance's order, the years of operation between. */
/*@ requires fact: 0 <= fact < KQA_FACTS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures place: \result == (fact < PLACE_OPERATING_YEARS ? fact : fact + 1);
  @*/
static int32_t place_of(int32_t fact)
{
  return fact < PLACE_OPERATING_YEARS ? fact : fact + 1;
}

/* Art. 12 and 14: a declared fact is met as declared. */
/*@ requires evaluation: \valid(evaluation);
  @ terminates \true;
  @ assigns evaluation->verdicts[0 .. PLACE_RECOMMENDATION - 1];
  @ ensures facts: \forall integer fact; 0 <= fact < KQA_FACTS ==>
  @   evaluation->verdicts[fact < PLACE_OPERATING_YEARS ? fact : fact + 1] ==
  @   application.facts[fact];
  @ ensures places: \forall integer place;
  @   0 <= place < PLACE_RECOMMENDATION && place != PLACE_OPERATING_YEARS ==>
  @   evaluation->verdicts[place] ==
  @   application.facts[place < PLACE_OPERATING_YEARS ? place : place - 1];
  @ ensures years: evaluation->verdicts[PLACE_OPERATING_YEARS] ==
  @   \old(evaluation->verdicts[PLACE_OPERATING_YEARS]);
  @ ensures days: all_days{Pre}(evaluation) ==> all_days(evaluation);
  @*/
static void copy_facts(struct kqa_evaluation *evaluation, struct kqa_application application)
{
  /*@ loop invariant range: 0 <= fact <= KQA_FACTS;
    @ loop invariant facts: \forall integer k; 0 <= k < fact ==>
    @   evaluation->verdicts[k < PLACE_OPERATING_YEARS ? k : k + 1] == application.facts[k];
    @ loop invariant years: evaluation->verdicts[PLACE_OPERATING_YEARS] ==
    @   \at(evaluation->verdicts[PLACE_OPERATING_YEARS], Pre);
    @ loop assigns fact, evaluation->verdicts[0 .. PLACE_RECOMMENDATION - 1];
    @ loop variant KQA_FACTS - fact;
    @*/
  for (int32_t fact = 0; fact < KQA_FACTS; fact++)
    evaluation->verdicts[place_of(fact)] = application.facts[fact];
}

/* Art. 12(1): the years of operation are complete by the deadline. */
/*@ requires evaluation: \valid(evaluation);
  @ requires years: 0 <= years <= 60;
  @ requires deadline: kqa_valid_date(deadline);
  @ requires since: kqa_no_date(since) || kqa_valid_date(since);
  @ terminates \true;
  @ assigns evaluation->complete, evaluation->verdicts[PLACE_OPERATING_YEARS];
  @ ensures day: day_or_none(evaluation->complete);
  @ ensures art12_1_unknown: kqa_no_date(since) ==> kqa_no_date(evaluation->complete);
  @ ensures art12_1_complete: !kqa_no_date(since) ==> reached_day(evaluation->complete) &&
  @   kqa_shifted(since, years, evaluation->complete);
  @ ensures art12_1_years: evaluation->verdicts[PLACE_OPERATING_YEARS] ==
  @   verdict_on_years(since, years, deadline);
  @ ensures days: record_days{Pre}(evaluation) ==> all_days(evaluation);
  @*/
static void judge_operating_years(struct kqa_evaluation *evaluation, int32_t years,
                                  struct kqa_date deadline, struct kqa_date since)
{
  struct kqa_date complete = since;
  int32_t verdict = KQA_VERDICT_UNKNOWN;

  if (!is_absent(since)) {
    complete = kqa_date_shift_years(since, years);
    verdict = verdict_of(is_no_later(complete, deadline));
  }
  evaluation->complete = complete;
  /*@ assert record: record_days{Pre}(evaluation) ==> record_days(evaluation); */
  /*@ assert day: day_or_none(evaluation->complete); */
  evaluation->verdicts[PLACE_OPERATING_YEARS] = verdict;
}

/* Art. 12(6): an incident that counts is not met, whatever is declared. */
/*@ requires evaluation: \valid(evaluation);
  @ terminates \true;
  @ assigns evaluation->verdicts[PLACE_INSPECTIONS .. PLACE_INSPECTIONS + 2];
  @ ensures art12_6_shown: \forall integer k; 0 <= k < 3 && !kqa_no_date(evaluation->latest[k]) ==>
  @   evaluation->verdicts[PLACE_INSPECTIONS + k] == KQA_VERDICT_NOT_MET;
  @ ensures art12_6_declared: \forall integer k; 0 <= k < 3 &&
  @   kqa_no_date(evaluation->latest[k]) ==>
  @   evaluation->verdicts[PLACE_INSPECTIONS + k] ==
  @     \old(evaluation->verdicts[PLACE_INSPECTIONS + k]);
  @ ensures days: all_days{Pre}(evaluation) ==> all_days(evaluation);
  @*/
static void judge_clean_record(struct kqa_evaluation *evaluation)
{
  /*@ loop invariant range: 0 <= i <= 3;
    @ loop invariant shown: \forall integer k; 0 <= k < i && !kqa_no_date(evaluation->latest[k]) ==>
    @   evaluation->verdicts[PLACE_INSPECTIONS + k] == KQA_VERDICT_NOT_MET;
    @ loop invariant latest: \forall integer k; 0 <= k < 3 ==>
    @   evaluation->latest[k] == \at(evaluation->latest[k], Pre);
    @ loop invariant declared: \forall integer k; 0 <= k < i && kqa_no_date(evaluation->latest[k])
    @   ==> evaluation->verdicts[PLACE_INSPECTIONS + k] ==
    @     \at(evaluation->verdicts[PLACE_INSPECTIONS + k], Pre);
    @ loop invariant rest: \forall integer k; i <= k < 3 ==>
    @   evaluation->verdicts[PLACE_INSPECTIONS + k] ==
    @     \at(evaluation->verdicts[PLACE_INSPECTIONS + k], Pre);
    @ loop assigns i, evaluation->verdicts[PLACE_INSPECTIONS .. PLACE_INSPECTIONS + 2];
    @ loop variant 3 - i;
    @*/
  for (int32_t i = 0; i < 3; i++)
    if (!is_absent(evaluation->latest[i]))
      evaluation->verdicts[PLACE_INSPECTIONS + i] = KQA_VERDICT_NOT_MET;
}

/* Art. 14: one of four bodies recommends, so many copies, received by the deadline. */
/*@ requires evaluation: \valid(evaluation);
  @ requires days: kqa_valid_date(deadline) &&
  @   (kqa_no_date(application.received) || kqa_valid_date(application.received));
  @ terminates \true;
  @ assigns evaluation->verdicts[PLACE_RECOMMENDATION .. PLACE_RECEIPT];
  @ ensures art14_recommended: evaluation->verdicts[PLACE_RECOMMENDATION] ==
  @   verdict_on_body(application.recommended_by);
  @ ensures art14_copies: evaluation->verdicts[PLACE_COPIES] ==
  @   verdict_on_copies(application, copies);
  @ ensures art14_received: evaluation->verdicts[PLACE_RECEIPT] ==
  @   verdict_on_receipt(application.received, deadline);
  @ ensures days: all_days{Pre}(evaluation) ==> all_days(evaluation);
  @*/
static void judge_papers(struct kqa_evaluation *evaluation, int32_t copies,
                         struct kqa_date deadline, struct kqa_application application)
{
  evaluation->verdicts[PLACE_RECOMMENDATION] =
    application.recommended_by == KQA_RECOMMENDER_UNKNOWN
      ? KQA_VERDICT_UNKNOWN
      : verdict_of(application.recommended_by != KQA_RECOMMENDER_NONE);
  evaluation->verdicts[PLACE_COPIES] =
    application.copies_known ? verdict_of(application.copies >= copies) : KQA_VERDICT_UNKNOWN;
  evaluation->verdicts[PLACE_RECEIPT] = is_absent(application.received)
                                          ? KQA_VERDICT_UNKNOWN
                                          : verdict_of(is_no_later(application.received, deadline));
}

/* Art. 26 and 30: every bar decided by the deadline ended before it. */
/*@ requires evaluation: \valid(evaluation) && day_or_none(evaluation->bar_ends[0]) &&
  @   day_or_none(evaluation->bar_ends[1]);
  @ requires deadline: kqa_valid_date(deadline);
  @ terminates \true;
  @ assigns evaluation->verdicts[PLACE_FRAUD_BAR .. PLACE_REVOCATION_BAR];
  @ ensures art26_fraud: evaluation->verdicts[PLACE_FRAUD_BAR] ==
  @   verdict_on_bar(evaluation->bar_ends[0], deadline);
  @ ensures art30_revocation: evaluation->verdicts[PLACE_REVOCATION_BAR] ==
  @   verdict_on_bar(evaluation->bar_ends[1], deadline);
  @ ensures days: all_days{Pre}(evaluation) ==> all_days(evaluation);
  @*/
static void judge_bars(struct kqa_evaluation *evaluation, struct kqa_date deadline)
{
  evaluation->verdicts[PLACE_FRAUD_BAR] =
    verdict_of(!is_no_later(deadline, evaluation->bar_ends[0]));
  evaluation->verdicts[PLACE_REVOCATION_BAR] =
    verdict_of(!is_no_later(deadline, evaluation->bar_ends[1]));
}

#define BIT(REQUIREMENT) (UINT32_C(1) << KQA_##REQUIREMENT)

/* The bit of the requirement at a place of the findings; a bar has none, and is never unknown. */
static const uint32_t bits[KQA_ELIGIBILITY_FINDINGS] = {
  BIT(FACT_REGISTERED_IN_DISTRICT),
  BIT(FACT_PAYS_TAX_IN_DISTRICT),
  BIT(FACT_LAWFUL_OPERATION),
  BIT(REQUIREMENT_OPERATING_SINCE),
  BIT(FACT_EXCELLENCE_MODEL),
  BIT(FACT_SOUND_MANAGEMENT_SYSTEM),
  BIT(FACT_ISO9001_CERTIFIED),
  BIT(FACT_QUALITY_WORK_OUTSTANDING),
  BIT(FACT_PERFORMANCE_LEADING),
  BIT(FACT_INNOVATION_LEADING),
  BIT(FACT_INTEGRITY_AND_SERVICE_GOOD),
  BIT(FACT_INSPECTIONS_CLEAN),
  BIT(FACT_NO_MAJOR_ACCIDENT),
  BIT(FACT_NO_MAJOR_COMPLAINT),
  BIT(FACT_OTHER_REQUIREMENTS_MET),
  BIT(FACT_SELF_EVALUATION),
  BIT(FACT_FORM),
  BIT(FACT_EVIDENCE),
  BIT(REQUIREMENT_RECOMMENDED_BY),
  BIT(REQUIREMENT_COPIES),
  BIT(REQUIREMENT_RECEIVED),
  0,
  0,
};

/* The requirements that are unknown. */
/*@ requires evaluation: \valid_read(evaluation);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static uint32_t missing_of(const struct kqa_evaluation *evaluation)
{
  uint32_t missing = 0;

  /*@ loop invariant place: 0 <= place <= KQA_ELIGIBILITY_FINDINGS;
    @ loop assigns place, missing;
    @ loop variant KQA_ELIGIBILITY_FINDINGS - place;
    @*/
  for (int32_t place = 0; place < KQA_ELIGIBILITY_FINDINGS; place++)
    if (evaluation->verdicts[place] == KQA_VERDICT_UNKNOWN)
      missing |= bits[place];
  return missing;
}

/* Not met when a provision is not met, else unknown when one is, else met. */
/*@ requires evaluation: \valid(evaluation);
  @ terminates \true;
  @ assigns evaluation->verdict, evaluation->missing;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= evaluation->verdict <= KQA_VERDICT_NOT_MET;
  @ ensures missing: evaluation->verdict != KQA_VERDICT_UNKNOWN ==> evaluation->missing == 0;
  @ ensures not_met_first: evaluation->verdict == KQA_VERDICT_NOT_MET <==>
  @   one_is{Pre}(evaluation, KQA_VERDICT_NOT_MET);
  @ ensures met_last: evaluation->verdict == KQA_VERDICT_MET <==>
  @   !one_is{Pre}(evaluation, KQA_VERDICT_NOT_MET) &&
  @   !one_is{Pre}(evaluation, KQA_VERDICT_UNKNOWN);
  @ ensures days: all_days{Pre}(evaluation) ==> all_days(evaluation);
  @*/
static void fold(struct kqa_evaluation *evaluation)
{
  bool one_is_not_met = false;
  bool one_is_unknown = false;

  /*@ loop invariant place: 0 <= place <= KQA_ELIGIBILITY_FINDINGS;
    @ loop invariant not_met: one_is_not_met <==>
    @   one_before_is(evaluation, place, KQA_VERDICT_NOT_MET);
    @ loop invariant unknown: one_is_unknown <==>
    @   one_before_is(evaluation, place, KQA_VERDICT_UNKNOWN);
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
  /*@ assert days: all_days{Pre}(evaluation) ==> all_days(evaluation); */
  evaluation->missing = 0;
  /*@ assert still: all_days{Pre}(evaluation) ==> all_days(evaluation); */
  if (one_is_not_met)
    evaluation->verdict = KQA_VERDICT_NOT_MET;
  else if (one_is_unknown)
    evaluation->missing = missing_of(evaluation);
}

/* The verdict on each provision; the record is looked up. */
/*@ requires evaluation: \valid(evaluation) && day_or_none(evaluation->bar_ends[0]) &&
  @   day_or_none(evaluation->bar_ends[1]);
  @ requires years: 0 <= years <= 60;
  @ requires deadline: kqa_valid_date(deadline);
  @ requires application: sound_values(application);
  @ terminates \true;
  @ assigns evaluation->verdicts[0 .. KQA_ELIGIBILITY_FINDINGS - 1], evaluation->complete;
  @ ensures art12_facts: \forall integer fact; 0 <= fact < KQA_FACTS && !(10 <= fact < 13) ==>
  @   evaluation->verdicts[fact < PLACE_OPERATING_YEARS ? fact : fact + 1] ==
  @   application.facts[fact];
  @ ensures art12_places: \forall integer place; 0 <= place < PLACE_RECOMMENDATION &&
  @   place != PLACE_OPERATING_YEARS && !(PLACE_INSPECTIONS <= place < PLACE_INSPECTIONS + 3) ==>
  @   evaluation->verdicts[place] ==
  @   application.facts[place < PLACE_OPERATING_YEARS ? place : place - 1];
  @ ensures art12_6_facts: \forall integer fact; 10 <= fact < 13 ==> declared_or_shown(
  @   evaluation->verdicts[fact + 1], application.facts[fact], evaluation->latest[fact - 10]);
  @ ensures art12_6_places: \forall integer place;
  @   PLACE_INSPECTIONS <= place < PLACE_INSPECTIONS + 3 ==> declared_or_shown(
  @   evaluation->verdicts[place], application.facts[place - 1],
  @   evaluation->latest[place - PLACE_INSPECTIONS]);
  @ ensures art12_1_years: evaluation->verdicts[PLACE_OPERATING_YEARS] ==
  @   verdict_on_years(application.operating_since, years, deadline);
  @ ensures days: record_days{Pre}(evaluation) ==> all_days(evaluation);
  @ ensures art12_6_inspections: declared_or_shown(evaluation->verdicts[PLACE_INSPECTIONS + 0],
  @   application.facts[10], evaluation->latest[0]);
  @ ensures art12_6_accidents: declared_or_shown(evaluation->verdicts[PLACE_INSPECTIONS + 1],
  @   application.facts[11], evaluation->latest[1]);
  @ ensures art12_6_complaints: declared_or_shown(evaluation->verdicts[PLACE_INSPECTIONS + 2],
  @   application.facts[12], evaluation->latest[2]);
  @ ensures art14_recommended: evaluation->verdicts[PLACE_RECOMMENDATION] ==
  @   verdict_on_body(application.recommended_by);
  @ ensures art14_copies: evaluation->verdicts[PLACE_COPIES] ==
  @   verdict_on_copies(application, copies);
  @ ensures art14_received: evaluation->verdicts[PLACE_RECEIPT] ==
  @   verdict_on_receipt(application.received, deadline);
  @ ensures art26_fraud: evaluation->verdicts[PLACE_FRAUD_BAR] ==
  @   verdict_on_bar(evaluation->bar_ends[0], deadline);
  @ ensures art30_revocation: evaluation->verdicts[PLACE_REVOCATION_BAR] ==
  @   verdict_on_bar(evaluation->bar_ends[1], deadline);
  @*/
static void judge_provisions(struct kqa_evaluation *evaluation, int32_t years, int32_t copies,
                             struct kqa_date deadline, struct kqa_application application)
{
  judge_operating_years(evaluation, years, deadline, application.operating_since);
  judge_papers(evaluation, copies, deadline, application);
  judge_bars(evaluation, deadline);
  copy_facts(evaluation, application);
  judge_clean_record(evaluation);
}

/* The verdict on all provisions. */
/*@ requires evaluation: \valid(evaluation) && record_days(evaluation);
  @ requires years: 0 <= years <= 60;
  @ requires deadline: kqa_valid_date(deadline);
  @ requires application: sound_values(application);
  @ terminates \true;
  @ assigns evaluation->verdicts[0 .. KQA_ELIGIBILITY_FINDINGS - 1], evaluation->complete,
  @   evaluation->verdict, evaluation->missing;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= evaluation->verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art15_met: evaluation->verdict == KQA_VERDICT_MET <==>
  @   kqa_application_meets(years, copies, deadline, application) &&
  @   record_is_clean{Pre}(evaluation, deadline);
  @ ensures art15_not_met: evaluation->verdict == KQA_VERDICT_NOT_MET <==>
  @   kqa_application_fails(years, copies, deadline, application) ||
  @   !record_is_clean{Pre}(evaluation, deadline);
  @ ensures missing: evaluation->verdict != KQA_VERDICT_UNKNOWN ==> evaluation->missing == 0;
  @ ensures days: shown_days(*evaluation);
  @ ensures incidents: shown_incidents(*evaluation);
  @*/
static void judge(struct kqa_evaluation *evaluation, int32_t years, int32_t copies,
                  struct kqa_date deadline, struct kqa_application application)
{
  judge_provisions(evaluation, years, copies, deadline, application);
  /*@ assert record: record_is_clean{Here}(evaluation, deadline) <==>
    @   record_is_clean{Pre}(evaluation, deadline); */
  /*@ assert declared_not_met: \forall integer i; is_declared(i) &&
    @   evaluation->verdicts[i] == KQA_VERDICT_NOT_MET ==>
    @   kqa_application_fails(years, copies, deadline, application) ||
    @   !record_is_clean(evaluation, deadline); */
  /*@ assert denied: \forall integer fact; 0 <= fact < KQA_FACTS &&
    @   application.facts[fact] == KQA_FALSE ==> one_is(evaluation, KQA_VERDICT_NOT_MET); */
  /*@ assert not_met: one_is(evaluation, KQA_VERDICT_NOT_MET) <==>
    @   kqa_application_fails(years, copies, deadline, application) ||
    @   !record_is_clean(evaluation, deadline); */
  /*@ assert open: \forall integer fact; 0 <= fact < KQA_FACTS &&
    @   application.facts[fact] == KQA_UNKNOWN ==>
    @   one_is(evaluation, KQA_VERDICT_NOT_MET) || one_is(evaluation, KQA_VERDICT_UNKNOWN); */
  /*@ assert none_not_met: kqa_application_meets(years, copies, deadline, application) &&
    @   record_is_clean(evaluation, deadline) ==> !one_is(evaluation, KQA_VERDICT_NOT_MET); */
  /*@ assert none_unknown: kqa_application_meets(years, copies, deadline, application) &&
    @   record_is_clean(evaluation, deadline) ==> !one_is(evaluation, KQA_VERDICT_UNKNOWN); */
  /*@ assert met: !one_is(evaluation, KQA_VERDICT_NOT_MET) &&
    @   !one_is(evaluation, KQA_VERDICT_UNKNOWN) <==>
    @   kqa_application_meets(years, copies, deadline, application) &&
    @   record_is_clean(evaluation, deadline); */
  fold(evaluation);
}

/*@ requires evaluation: \valid(evaluation) && kqa_no_date(evaluation->latest[0]) &&
  @   kqa_no_date(evaluation->latest[1]) && kqa_no_date(evaluation->latest[2]) &&
  @   kqa_no_date(evaluation->bar_ends[0]) && kqa_no_date(evaluation->bar_ends[1]);
  @ requires edition: \valid_read(edition) && \separated(evaluation, edition);
  @ requires years: 0 <= edition->eligibility_min_years <= 60 &&
  @   0 <= edition->eligibility_clean_years <= 60 &&
  @   0 <= edition->bar_fraud_years <= 60 && 0 <= edition->bar_revocation_years <= 60;
  @ requires subject: \valid_read(subject) && kqa_valid_date(subject->deadline);
  @ requires application: \valid_read(subject->application) &&
  @   kqa_sound_application(subject->application);
  @ requires incidents: kqa_sound_incidents(subject->incidents, subject->incident_count) &&
  @   \valid_read(subject->incidents + (0 .. subject->incident_count - 1)) &&
  @   \separated(evaluation, subject->incidents + (0 .. subject->incident_count - 1));
  @ requires sanctions: kqa_sound_sanctions(subject->sanctions, subject->sanction_count) &&
  @   \valid_read(subject->sanctions + (0 .. subject->sanction_count - 1)) &&
  @   \separated(evaluation, subject->sanctions + (0 .. subject->sanction_count - 1));
  @ terminates \true;
  @ assigns *evaluation;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= evaluation->verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art15_met: evaluation->verdict == KQA_VERDICT_MET <==>
  @   case_meets{Pre}(edition, subject);
  @ ensures art15_not_met: evaluation->verdict == KQA_VERDICT_NOT_MET <==>
  @   case_fails{Pre}(edition, subject);
  @ ensures missing: evaluation->verdict != KQA_VERDICT_UNKNOWN ==> evaluation->missing == 0;
  @ ensures days: shown_days(*evaluation);
  @ ensures incidents: shown_incidents(*evaluation);
  @*/
static void evaluate(struct kqa_evaluation *evaluation, const struct kqa_edition *edition,
                     const struct eligibility_case *subject)
{
  struct kqa_application application = *subject->application;
  struct kqa_date deadline = subject->deadline;
  int32_t years = edition->eligibility_min_years;
  int32_t copies = edition->application_min_copies;

  kqa_look_up_record(evaluation, edition, subject);
  judge(evaluation, years, copies, deadline, application);
}

struct kqa_evaluation kqa_eligibility_evaluate(const struct kqa_edition *edition,
                                               const struct eligibility_case *subject)
{
  struct kqa_evaluation evaluation = {.verdict = KQA_VERDICT_UNKNOWN};

  evaluate(&evaluation, edition, subject);
  return evaluation;
}
