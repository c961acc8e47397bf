/* The rooms eligibility and panel. */
#include "call.h"
#include "columns.h"

#include <stdio.h>
#include <string.h>

static const struct word recommender_words[] = {
  {"town", KQA_RECOMMENDER_TOWN},
  {"subdistrict", KQA_RECOMMENDER_SUBDISTRICT},
  {"development_zone", KQA_RECOMMENDER_DEVELOPMENT_ZONE},
  {"association", KQA_RECOMMENDER_ASSOCIATION},
  {"none", KQA_RECOMMENDER_NONE},
  {"", 0}};

static const struct word incident_words[] = {
  {"inspection_failure", KQA_INCIDENT_INSPECTION_FAILURE},
  {"major_accident", KQA_INCIDENT_MAJOR_ACCIDENT},
  {"major_complaint", KQA_INCIDENT_MAJOR_COMPLAINT},
  {"", 0}};

static void get_facts(struct call *call, struct kqa_application *application)
{
  const struct json_value *facts = json_member(call->input, "facts");

  application->operating_since = get_date(call, facts, "operating_since");
  for (const struct json_value *fact = facts == NULL ? NULL : facts->first; fact != NULL;
       fact = fact->next) {
    int32_t place = kqa_requirement_find(fact->key);

    if (place >= 0 && place < KQA_FACT_SELF_EVALUATION)
      application->facts[place] = element_truth(call, fact);
    else if (place != KQA_REQUIREMENT_OPERATING_SINCE)
      call_trouble(call, fact->key, "no such fact");
  }
}

static struct kqa_application get_application(struct call *call)
{
  struct kqa_application application = {0};
  const struct json_value *papers = json_member(call->input, "application");

  call_keys(call, papers, "self_evaluation form evidence recommended_by copies received");
  get_facts(call, &application);
  application.facts[KQA_FACT_SELF_EVALUATION] = get_truth(call, papers, "self_evaluation");
  application.facts[KQA_FACT_FORM] = get_truth(call, papers, "form");
  application.facts[KQA_FACT_EVIDENCE] = get_truth(call, papers, "evidence");
  application.recommended_by =
    get_word(call, papers, "recommended_by", recommender_words, KQA_RECOMMENDER_UNKNOWN);
  application.copies_known = json_member(papers, "copies") != NULL;
  application.copies = get_number_or(call, papers, "copies", 0);
  application.received = get_date(call, papers, "received");
  return application;
}

static size_t get_incidents(struct call *call, struct kqa_incident incidents[CALL_MAX_LIST])
{
  size_t count;
  const struct json_value *item = get_list(call, call->input, "incidents", &count);

  for (size_t i = 0; i < count; i++) {
    call_keys(call, item, "kind date");
    incidents[i].kind = get_word(call, item, "kind", incident_words, 0);
    incidents[i].date = get_date(call, item, "date");
    item = item->next;
  }
  return count;
}

static void eligibility_decide(struct call *call)
{
  struct kqa_application application = get_application(call);
  struct kqa_incident incidents[CALL_MAX_LIST];
  struct kqa_sanction sanctions[CALL_MAX_LIST];
  size_t incident_count = get_incidents(call, incidents);
  size_t sanction_count = get_sanctions(call, sanctions);
  struct kqa_date deadline = get_date(call, call->input, "deadline");
  struct kqa_eligibility result = kqa_eligibility_decide(
    &call->edition, deadline, &application, incidents, incident_count, sanctions, sanction_count);

  call_columns(call, eligibility_in_columns(&call->edition, deadline, &application, incidents,
                                            incident_count, sanctions, sanction_count, &result));
  if (answer_fault(call->answer, result.fault))
    return;
  answer_text(call->answer, "verdict", kqa_verdict_name(result.verdict));
  answer_open(call->answer, "missing", '[');
  for (int32_t place = 0; kqa_missing_at(result.missing, place) >= 0; place++)
    answer_text(call->answer, NULL, kqa_requirement_name(kqa_missing_at(result.missing, place)));
  answer_close(call->answer, ']');
  answer_findings(call->answer, result.findings, result.count);
}

static void bar_last_day(struct call *call)
{
  struct kqa_sanction sanction = {get_word(call, call->input, "kind", sanction_words, 0),
                                  get_date(call, call->input, "decided")};

  answer_kqa_day(call->answer, kqa_bar_last_day(&call->edition, sanction));
}

static void assessor_check(struct call *call)
{
  static const char *const names[KQA_ASSESSOR_FACTS] = {
    "policy_and_law", "degree", "senior_title", "training", "knowledge", "abilities", "ethics"};
  struct kqa_assessor assessor = {0};
  struct kqa_decision decision;

  for (size_t i = 0; i < KQA_ASSESSOR_FACTS; i++)
    assessor.facts[i] = get_truth(call, call->input, names[i]);
  assessor.years_known = json_member(call->input, "years") != NULL;
  assessor.years = get_number_or(call, call->input, "years", 0);
  decision = kqa_assessor_check(&call->edition, &assessor);
  answer_decision(call->answer, &decision);
}

static void panel_check(struct call *call)
{
  int32_t assessors = get_number(call, call->input, "assessors");
  struct kqa_decision decision =
    kqa_panel_check(&call->edition, assessors, get_number(call, call->input, "leaders"));

  answer_decision(call->answer, &decision);
}

static void committee_role(struct call *call)
{
  static const struct word roles[] = {{"chair", KQA_COMMITTEE_CHAIR},
                                      {"vice_chair", KQA_COMMITTEE_VICE_CHAIR},
                                      {"member", KQA_COMMITTEE_MEMBER},
                                      {"", 0}};

  answer_open(call->answer, "roles", '[');
  for (int32_t seat = 0; kqa_committee_role(seat) != 0; seat++)
    answer_text(call->answer, NULL, word_text(roles, kqa_committee_role(seat)));
  answer_close(call->answer, ']');
}

static void committee_check(struct call *call)
{
  int32_t filled[KQA_COMMITTEE_SEATS] = {0};
  struct kqa_decision decision;
  size_t count;
  const struct json_value *seat = get_list(call, call->input, "filled", &count);

  if (count != KQA_COMMITTEE_SEATS)
    call_trouble(call, "filled", "18 seats are wanted");
  for (size_t i = 0; i < count && i < KQA_COMMITTEE_SEATS; i++, seat = seat->next)
    filled[i] = element_truth(call, seat);
  decision = kqa_committee_check(filled);
  answer_decision(call->answer, &decision);
}

static void conduct_check(struct call *call)
{
  int32_t facts[KQA_CONDUCT_FACTS] = {get_truth(call, call->input, "truthful"),
                                      get_truth(call, call->input, "confidential"),
                                      get_truth(call, call->input, "procedure")};
  struct kqa_decision decision = kqa_conduct_check(facts);

  answer_decision(call->answer, &decision);
}

static void conduct_measures(struct call *call)
{
  int32_t breached = get_truth(call, call->input, "breached");

  answer_measures(call, kqa_conduct_measures(breached, get_truth(call, call->input, "criminal")));
}

const struct function people_functions[] = {
  {"eligibility_decide", eligibility_decide, "deadline facts application incidents sanctions"},
  {"bar_last_day", bar_last_day, "kind decided"},
  {"assessor_check", assessor_check,
   "policy_and_law degree senior_title training knowledge abilities ethics years"},
  {"panel_check", panel_check, "assessors leaders"},
  {"committee_role", committee_role, ""},
  {"committee_check", committee_check, "filled"},
  {"conduct_check", conduct_check, "truthful confidential procedure"},
  {"conduct_measures", conduct_measures, "breached criminal"},
  {NULL, NULL, NULL},
};
