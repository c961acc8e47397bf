/* The rooms sanction and procedure. */
#include "call.h"

static void first_acceptance(struct call *call)
{
  struct kqa_sanction sanctions[CALL_MAX_LIST];
  size_t count = get_sanctions(call, sanctions);
  struct kqa_date from = get_date(call, call->input, "from");

  answer_kqa_day(call->answer, kqa_first_acceptance(&call->edition, sanctions, count, from));
}

static void fraud_measures(struct call *call)
{
  answer_measures(call, kqa_fraud_measures());
}

static void serious_problem_measures(struct call *call)
{
  int32_t event = get_truth(call, call->input, "event");
  int32_t problem = get_truth(call, call->input, "problem");
  int32_t revoked = get_truth(call, call->input, "revoked");

  answer_measures(call, kqa_serious_problem_measures(event, problem, revoked));
}

static void title_use_check(struct call *call)
{
  int32_t facts[KQA_TITLE_FACTS] = {get_truth(call, call->input, "year_stated"),
                                    get_truth(call, call->input, "on_products")};
  struct kqa_decision decision = kqa_title_use_check(facts);

  answer_decision(call->answer, &decision);
}

static void title_measures(struct call *call)
{
  answer_measures(call,
                  kqa_title_measures(get_word(call, call->input, "verdict", verdict_words, 0)));
}

static struct kqa_event get_event(struct call *call)
{
  static const struct word kinds[] = {{"accident", KQA_EVENT_ACCIDENT},
                                      {"inspection", KQA_EVENT_INSPECTION},
                                      {"complaint", KQA_EVENT_COMPLAINT},
                                      {"loss", KQA_EVENT_LOSS},
                                      {"", 0}};
  static const struct word grades[] = {{"ordinary", KQA_ACCIDENT_ORDINARY},
                                       {"larger", KQA_ACCIDENT_LARGER},
                                       {"major", KQA_ACCIDENT_MAJOR},
                                       {"gravest", KQA_ACCIDENT_GRAVEST},
                                       {"", 0}};
  static const struct word levels[] = {{"national", KQA_INSPECTION_NATIONAL},
                                       {"provincial", KQA_INSPECTION_PROVINCIAL},
                                       {"municipal", KQA_INSPECTION_MUNICIPAL},
                                       {"county", KQA_INSPECTION_COUNTY},
                                       {"", 0}};
  struct kqa_event event = {.kind = get_word(call, call->input, "kind", kinds, 0),
                            .date = get_date(call, call->input, "date")};
  const struct word *words = event.kind == KQA_EVENT_INSPECTION ? levels : grades;

  event.grade = get_word(call, call->input, "grade", words, 0);
  return event;
}

static void report_duty(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  struct kqa_event event = get_event(call);
  struct kqa_date reported = get_date(call, call->input, "reported");
  struct kqa_date as_of = get_date(call, call->input, "as_of");
  struct kqa_report report;
  size_t count;

  if (!get_calendar(call, own, &count))
    return;
  report = kqa_report_duty(&call->edition, &event, reported, as_of, own, count);
  if (answer_fault(call->answer, report.fault))
    return;
  answer_truth(call->answer, "arises", report.arises == 1);
  answer_date(call->answer, "due", report.due);
  answer_findings(call->answer, &report.finding, 1);
}

static const struct word stage_words[] = {{"notice", KQA_STAGE_NOTICE},
                                          {"application", KQA_STAGE_APPLICATION},
                                          {"qualification", KQA_STAGE_QUALIFICATION},
                                          {"document_review", KQA_STAGE_DOCUMENT_REVIEW},
                                          {"site_review", KQA_STAGE_SITE_REVIEW},
                                          {"evaluation", KQA_STAGE_EVALUATION},
                                          {"vote", KQA_STAGE_VOTE},
                                          {"publicity", KQA_STAGE_PUBLICITY},
                                          {"approval", KQA_STAGE_APPROVAL},
                                          {"award", KQA_STAGE_AWARD},
                                          {"", 0}};

static struct kqa_procedure get_procedure(struct call *call)
{
  struct kqa_procedure procedure = {.site_report = get_date(call, call->input, "site_report")};
  const struct json_value *done = json_member(call->input, "done");

  for (const struct json_value *day = done == NULL ? NULL : done->first; day != NULL;
       day = day->next) {
    int32_t stage = word_code(stage_words, day->key);

    if (stage < 0)
      call_trouble(call, day->key, "no such stage");
    else
      procedure.done[stage - 1] = get_date(call, done, day->key);
  }
  return procedure;
}

static void procedure_check(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  struct kqa_procedure procedure = get_procedure(call);
  struct kqa_date as_of = get_date(call, call->input, "as_of");
  struct kqa_progress progress;
  size_t count;

  if (!get_calendar(call, own, &count))
    return;
  progress = kqa_procedure_check(&call->edition, &procedure, as_of, own, count);
  if (answer_fault(call->answer, progress.fault))
    return;
  answer_text(call->answer, "verdict", kqa_verdict_name(progress.verdict));
  answer_word(call->answer, "next_stage", word_text(stage_words, progress.next_stage));
  answer_date(call->answer, "site_report_due", progress.site_report_due);
  answer_findings(call->answer, progress.findings, progress.count);
}

static void site_report_due(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  struct kqa_date end = get_date(call, call->input, "site_review_end");
  size_t count;

  if (get_calendar(call, own, &count))
    answer_kqa_day(call->answer, kqa_site_report_due(&call->edition, end, own, count));
}

const struct function duty_functions[] = {
  {"first_acceptance", first_acceptance, "sanctions from"},
  {"fraud_measures", fraud_measures, ""},
  {"serious_problem_measures", serious_problem_measures, "event problem revoked"},
  {"title_use_check", title_use_check, "year_stated on_products"},
  {"title_measures", title_measures, "verdict"},
  {"report_duty", report_duty, "kind grade date reported as_of calendar"},
  {"procedure_check", procedure_check, "done site_report as_of calendar"},
  {"site_report_due", site_report_due, "site_review_end calendar"},
  {NULL, NULL, NULL},
};
