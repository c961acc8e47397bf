/* The people who review: Art. 7, 10, 11, 27. */
#include "kqaward/panel.h"

#include "edition_core.h"
#include "finding_core.h"
#include "status_fault.h"
#include "status_text.h"

#define MAX_ASSESSORS 99
#define MAX_EXPERIENCE 99

/*@ requires assessor: \valid_read(assessor);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_assessor(assessor);
  @*/
static struct kqa_fault assessor_fault(const struct kqa_assessor *assessor)
{
  /*@ loop invariant truths: 0 <= fact <= KQA_ASSESSOR_FACTS && \forall integer k; 0 <= k < fact ==>
    @   KQA_UNKNOWN <= assessor->facts[k] <= KQA_FALSE;
    @ loop assigns fact;
    @ loop variant KQA_ASSESSOR_FACTS - fact;
    @*/
  for (int32_t fact = 0; fact < KQA_ASSESSOR_FACTS; fact++)
    if (!is_truth(assessor->facts[fact]))
      return fault_in_list(KQA_E_VALUE, KQA_FIELD_ASSESSOR_FACT, fact, 0);
  if (assessor->years_known != 0 && assessor->years_known != 1)
    return fault(KQA_E_VALUE, KQA_FIELD_ASSESSOR_YEARS);
  if (assessor->years < 0 || assessor->years > (assessor->years_known ? MAX_EXPERIENCE : 0))
    return fault(KQA_E_RANGE, KQA_FIELD_ASSESSOR_YEARS);
  return no_fault();
}

/* One of two suffices: true beats unknown, unknown beats false. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art11_2_either: \result == kqa_either(a, b);
  @*/
static int32_t either(int32_t a, int32_t b)
{
  if (a == KQA_TRUE || b == KQA_TRUE)
    return KQA_TRUE;
  return a == KQA_UNKNOWN || b == KQA_UNKNOWN ? KQA_UNKNOWN : KQA_FALSE;
}

/* Art. 11(3): years of work in quality management or a technical profession. */
/*@ requires edition: \valid_read(edition) && \valid_read(assessor);
  @ requires years: 0 <= assessor->years_known <= 1;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art11_3_years: \result.verdict == kqa_experience(edition, assessor);
  @*/
static struct kqa_finding experience_finding(const struct kqa_edition *edition,
                                             const struct kqa_assessor *assessor)
{
  bool known = assessor->years_known != 0;
  int32_t verdict =
    known ? verdict_of(assessor->years >= edition->assessor_min_years) : KQA_VERDICT_UNKNOWN;

  return value_finding(KQA_PROVISION_ASSESSOR_EXPERIENCE, verdict, KQA_UNIT_YEARS,
                       KQA_RELATION_AT_LEAST, known ? whole(assessor->years) : no_number(),
                       whole(edition->assessor_min_years));
}

struct kqa_decision kqa_assessor_check(const struct kqa_edition *edition,
                                       const struct kqa_assessor *assessor)
{
  const int32_t *facts = assessor->facts;
  struct kqa_decision decision = decision_begin();
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return refused(kqa_edition_check(edition));
  found = assessor_fault(assessor);
  if (found.status)
    return refused(found);
  decision_add(&decision, fact_finding(KQA_PROVISION_ASSESSOR_POLICY_AND_LAW,
                                       facts[KQA_ASSESSOR_POLICY_AND_LAW]));
  decision_add(&decision,
               fact_finding(KQA_PROVISION_ASSESSOR_EDUCATION,
                            either(facts[KQA_ASSESSOR_DEGREE], facts[KQA_ASSESSOR_SENIOR_TITLE])));
  decision_add(&decision,
               fact_finding(KQA_PROVISION_ASSESSOR_TRAINING, facts[KQA_ASSESSOR_TRAINING]));
  decision_add(&decision,
               fact_finding(KQA_PROVISION_ASSESSOR_KNOWLEDGE, facts[KQA_ASSESSOR_KNOWLEDGE]));
  decision_add(&decision, experience_finding(edition, assessor));
  decision_add(&decision,
               fact_finding(KQA_PROVISION_ASSESSOR_ABILITIES, facts[KQA_ASSESSOR_ABILITIES]));
  decision_add(&decision, fact_finding(KQA_PROVISION_ASSESSOR_ETHICS, facts[KQA_ASSESSOR_ETHICS]));
  return decision;
}

struct kqa_decision kqa_panel_check(const struct kqa_edition *edition, int32_t assessors,
                                    int32_t leaders)
{
  struct kqa_decision decision = decision_begin();

  if (!kqa_edition_is_sound(edition))
    return refused(kqa_edition_check(edition));
  if (assessors < 0 || assessors > MAX_ASSESSORS)
    return refused(fault(KQA_E_RANGE, KQA_FIELD_ASSESSORS));
  if (leaders < 0 || leaders > assessors)
    return refused(fault(KQA_E_RANGE, KQA_FIELD_LEADERS));
  decision_add(&decision, value_finding(KQA_PROVISION_PANEL_SIZE,
                                        verdict_of(assessors >= edition->panel_min_assessors),
                                        KQA_UNIT_PERSONS, KQA_RELATION_AT_LEAST, whole(assessors),
                                        whole(edition->panel_min_assessors)));
  decision_add(&decision,
               value_finding(KQA_PROVISION_PANEL_LEADER, verdict_of(leaders == 1), KQA_UNIT_PERSONS,
                             KQA_RELATION_EQUAL, whole(leaders), whole(1)));
  return decision;
}

#define SEAT_TEXT_SIZE 64

/* Art. 7, in its order: the chair, two vice chairs, fifteen members. */
static const char seats_zh[KQA_COMMITTEE_SEATS][SEAT_TEXT_SIZE] = {
  "分管副区长",           "区府办分管副主任",     "区市场监管局局长",
  "区发改局分管领导",     "区经信局分管领导",     "区科技局分管领导",
  "区财政局分管领导",     "区人力社保局分管领导", "区生态环境分局分管领导",
  "区建设局分管领导",     "区农业农村局分管领导", "区商务局分管领导",
  "区应急管理局分管领导", "区市场监管局分管领导", "区统计局分管领导",
  "区法院分管领导",       "区税务局分管领导",     "纪检组相关领导",
};

static const char seats_en[KQA_COMMITTEE_SEATS][SEAT_TEXT_SIZE] = {
  "Deputy district head in charge",
  "Deputy director in charge, district government office",
  "Head of the market regulation bureau",
  "Development and reform bureau",
  "Economy and information technology bureau",
  "Science and technology bureau",
  "Finance bureau",
  "Human resources and social security bureau",
  "Ecology and environment branch bureau",
  "Construction bureau",
  "Agriculture and rural affairs bureau",
  "Commerce bureau",
  "Emergency management bureau",
  "Market regulation bureau",
  "Statistics bureau",
  "District court",
  "Tax bureau",
  "Discipline inspection group",
};

#define VICE_CHAIRS 2

int32_t kqa_committee_role(int32_t seat)
{
  if (seat < 0 || seat >= KQA_COMMITTEE_SEATS)
    return 0;
  if (seat == 0)
    return KQA_COMMITTEE_CHAIR;
  return seat <= VICE_CHAIRS ? KQA_COMMITTEE_VICE_CHAIR : KQA_COMMITTEE_MEMBER;
}

/*@ requires seat: 0 <= seat < KQA_COMMITTEE_SEATS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
static const char *seat_zh(int32_t seat)
{
  return seats_zh[seat];
}

/*@ requires seat: 0 <= seat < KQA_COMMITTEE_SEATS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
static const char *seat_en(int32_t seat)
{
  return seats_en[seat];
}

const char *kqa_committee_seat(int32_t seat, int32_t language)
{
  if (seat < 0 || seat >= KQA_COMMITTEE_SEATS)
    return "";
  return in_language(language, seat_zh(seat), seat_en(seat));
}

/* A finding about all seats of a role: how many are filled, how many there are. */
/*@ requires filled: \valid_read(filled + (0 .. KQA_COMMITTEE_SEATS - 1)) &&
  @   kqa_truths(filled, KQA_COMMITTEE_SEATS);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art7_filled: \result.verdict == KQA_VERDICT_MET <==>
  @   kqa_all_filled(filled, KQA_COMMITTEE_SEATS, role);
  @ ensures art7_vacant: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @   kqa_some_vacant(filled, KQA_COMMITTEE_SEATS, role);
  @*/
static struct kqa_finding role_finding(int32_t provision, const int32_t *filled, int32_t role)
{
  int32_t verdict = KQA_VERDICT_MET;
  int32_t seats = 0;
  int32_t taken = 0;

  /*@ loop invariant numbers: 0 <= taken <= seats <= seat <= KQA_COMMITTEE_SEATS;
    @ loop invariant verdict: KQA_VERDICT_UNKNOWN <= verdict <= KQA_VERDICT_NOT_MET;
    @ loop invariant filled: verdict == KQA_VERDICT_MET <==> kqa_all_filled(filled, seat, role);
    @ loop invariant vacant: verdict == KQA_VERDICT_NOT_MET <==>
    @   kqa_some_vacant(filled, seat, role);
    @ loop assigns seat, seats, taken, verdict;
    @ loop variant KQA_COMMITTEE_SEATS - seat;
    @*/
  for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++) {
    if (kqa_committee_role(seat) == role) {
      seats++;
      taken += filled[seat] == KQA_TRUE;
      verdict = fold_verdict(verdict, filled[seat]);
    }
  }
  return value_finding(provision, verdict, KQA_UNIT_MEMBERS, KQA_RELATION_EQUAL, whole(taken),
                       whole(seats));
}

struct kqa_decision kqa_committee_check(const int32_t filled[KQA_COMMITTEE_SEATS])
{
  struct kqa_decision decision = decision_begin();

  /*@ loop invariant truths: 0 <= seat <= KQA_COMMITTEE_SEATS && kqa_truths(filled, seat);
    @ loop assigns seat;
    @ loop variant KQA_COMMITTEE_SEATS - seat;
    @*/
  for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++)
    if (!is_truth(filled[seat]))
      return refused(fault_in_list(KQA_E_VALUE, KQA_FIELD_COMMITTEE_SEAT, seat, 0));
  decision_add(&decision, role_finding(KQA_PROVISION_COMMITTEE_CHAIR, filled, KQA_COMMITTEE_CHAIR));
  decision_add(&decision,
               role_finding(KQA_PROVISION_COMMITTEE_VICE_CHAIRS, filled, KQA_COMMITTEE_VICE_CHAIR));
  decision_add(&decision,
               role_finding(KQA_PROVISION_COMMITTEE_MEMBERS, filled, KQA_COMMITTEE_MEMBER));
  return decision;
}

struct kqa_decision kqa_conduct_check(const int32_t facts[KQA_CONDUCT_FACTS])
{
  static const int16_t provisions[KQA_CONDUCT_FACTS] = {
    KQA_PROVISION_REVIEWER_TRUTHFUL,
    KQA_PROVISION_REVIEWER_CONFIDENTIAL,
    KQA_PROVISION_REVIEWER_PROCEDURE,
  };
  struct kqa_decision decision = decision_begin();

  /*@ loop invariant truths: 0 <= fact <= KQA_CONDUCT_FACTS && kqa_truths(facts, fact);
    @ loop invariant count: decision.count == fact && decision.fault.status == KQA_OK;
    @ loop invariant each: \forall integer k; 0 <= k < fact ==>
    @   decision.findings[k].verdict == facts[k];
    @ loop invariant kept: decision.verdict == KQA_VERDICT_MET <==>
    @   \forall integer k; 0 <= k < fact ==> facts[k] == KQA_TRUE;
    @ loop invariant broken: decision.verdict == KQA_VERDICT_NOT_MET <==>
    @   \exists integer k; 0 <= k < fact && facts[k] == KQA_FALSE;
    @ loop assigns fact, decision;
    @ loop variant KQA_CONDUCT_FACTS - fact;
    @*/
  for (int32_t fact = 0; fact < KQA_CONDUCT_FACTS; fact++) {
    if (!is_truth(facts[fact]))
      return refused(fault_in_list(KQA_E_VALUE, KQA_FIELD_CONDUCT, fact, 0));
    decision_add(&decision, fact_finding(provisions[fact], facts[fact]));
  }
  return decision;
}

struct kqa_number kqa_conduct_measures(int32_t breached, int32_t criminal)
{
  struct kqa_number measures = {.value = 0};

  if (!is_truth(breached) || !is_truth(criminal))
    return (struct kqa_number){.fault = fault(KQA_E_VALUE, KQA_FIELD_CONDUCT)};
  if (breached == KQA_TRUE)
    measures.value = KQA_MEASURE_CRITICISM | KQA_MEASURE_WARNING | KQA_MEASURE_DISQUALIFICATION;
  if (breached == KQA_TRUE && criminal == KQA_TRUE)
    measures.value |= KQA_MEASURE_CRIMINAL_LIABILITY;
  return measures;
}
