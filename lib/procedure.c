/* The stages of a year's review: Art. 13 to 21, 23. */
#include "kqaward/procedure.h"

#include "edition_core.h"
#include "finding_core.h"
#include "status_fault.h"
#include "status_text.h"

static const int16_t stage_provisions[KQA_STAGES] = {
  KQA_PROVISION_STAGE_NOTICE,        KQA_PROVISION_STAGE_APPLICATION,
  KQA_PROVISION_STAGE_QUALIFICATION, KQA_PROVISION_STAGE_DOCUMENT_REVIEW,
  KQA_PROVISION_STAGE_SITE_REVIEW,   KQA_PROVISION_STAGE_EVALUATION,
  KQA_PROVISION_STAGE_VOTE,          KQA_PROVISION_STAGE_PUBLICITY,
  KQA_PROVISION_STAGE_APPROVAL,      KQA_PROVISION_STAGE_AWARD,
};

const char *kqa_stage_text(int32_t stage, int32_t language)
{
  if (stage < KQA_STAGE_NOTICE || stage > KQA_STAGE_AWARD)
    return "";
  return kqa_provision_label(stage_provisions[stage - 1], language);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_day_by(date, as_of);
  @*/
static struct kqa_fault day_fault(struct kqa_date date, struct kqa_date as_of, int32_t field,
                                  int32_t place)
{
  if (is_absent(date))
    return no_fault();
  if (!kqa_date_is_valid(date))
    return fault_in_list(KQA_E_NO_SUCH_DAY, field, place, 0);
  if (kqa_date_compare(date, as_of) > 0)
    return fault_in_list(KQA_E_ORDER, field, place, 0);
  return no_fault();
}

/*@ requires procedure: \valid_read(procedure);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_procedure(procedure, as_of);
  @*/
static struct kqa_fault procedure_fault(const struct kqa_procedure *procedure,
                                        struct kqa_date as_of)
{
  struct kqa_date reviewed = procedure->done[KQA_STAGE_SITE_REVIEW - 1];
  struct kqa_fault found = no_fault();

  if (!kqa_date_is_valid(as_of))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
  /*@ loop invariant place: 0 <= i <= KQA_STAGES;
    @ loop invariant sound: found.status == KQA_OK ==> kqa_stages_by(procedure, i, as_of);
    @ loop invariant fault: found.status != KQA_OK ==>
    @   \exists integer k; 0 <= k < i && !kqa_day_by(procedure->done[k], as_of);
    @ loop assigns i, found;
    @ loop variant KQA_STAGES - i;
    @*/
  for (int32_t i = 0; i < KQA_STAGES && !found.status; i++)
    found = day_fault(procedure->done[i], as_of, KQA_FIELD_STAGE_DATE, i);
  if (!found.status)
    found = day_fault(procedure->site_report, as_of, KQA_FIELD_SITE_REPORT, 0);
  if (!found.status && !is_absent(procedure->site_report) &&
      (is_absent(reviewed) || kqa_date_compare(procedure->site_report, reviewed) < 0))
    found = fault(KQA_E_ORDER, KQA_FIELD_SITE_REPORT);
  return found;
}

/*@ requires progress: \valid(progress) && 0 <= progress->count < KQA_PROCEDURE_FINDINGS;
  @ requires verdict: KQA_VERDICT_UNKNOWN <= finding.verdict <= KQA_VERDICT_NOT_MET;
  @ requires so_far: KQA_VERDICT_UNKNOWN <= progress->verdict <= KQA_VERDICT_NOT_MET;
  @ requires met: progress->verdict == KQA_VERDICT_MET <==>
  @   kqa_findings_met(progress, progress->count);
  @ requires not_met: progress->verdict == KQA_VERDICT_NOT_MET <==>
  @   kqa_finding_not_met(progress, progress->count);
  @ terminates \true;
  @ assigns progress->findings[progress->count], progress->count, progress->verdict;
  @ ensures count: progress->count == \old(progress->count) + 1;
  @ ensures finding: progress->findings[\old(progress->count)].verdict == finding.verdict;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= progress->verdict <= KQA_VERDICT_NOT_MET;
  @ ensures met: progress->verdict == KQA_VERDICT_MET <==>
  @   kqa_findings_met(progress, progress->count);
  @ ensures not_met: progress->verdict == KQA_VERDICT_NOT_MET <==>
  @   kqa_finding_not_met(progress, progress->count);
  @*/
static void add(struct kqa_progress *progress, struct kqa_finding finding)
{
  progress->findings[progress->count++] = finding;
  /*@ assert kept: \forall integer i; 0 <= i < progress->count - 1 ==>
    @   progress->findings[i].verdict == \at(progress->findings[i].verdict, Pre); */
  progress->verdict = fold_verdict(progress->verdict, finding.verdict);
}

/*@ requires procedure: \valid_read(procedure) && 0 <= place < KQA_STAGES;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures skipped: \result <==> kqa_skipped(procedure, place);
  @*/
static bool is_skipped(const struct kqa_procedure *procedure, int32_t place)
{
  /*@ loop invariant none: place < later <= KQA_STAGES &&
    @   \forall integer k; place < k < later ==> kqa_no_date(procedure->done[k]);
    @ loop assigns later;
    @ loop variant KQA_STAGES - later;
    @*/
  for (int32_t later = place + 1; later < KQA_STAGES; later++)
    if (!is_absent(procedure->done[later]))
      return true;
  return false;
}

/*@ predicate same_verdicts{K, L}(struct kqa_procedure *procedure) =
  @   \forall integer i, integer verdict; 0 <= i < KQA_STAGES ==>
  @     (kqa_stage_verdict{K}(procedure, i, verdict) <==>
  @      kqa_stage_verdict{L}(procedure, i, verdict));
  @*/

/* A stage is in order when every earlier stage was done on or before its day; one that is not done
 * is out of order once a later one is. */
/*@ requires procedure: \valid_read(procedure) && 0 <= place < KQA_STAGES;
  @ requires sound: \forall integer i; 0 <= i < KQA_STAGES ==>
  @   kqa_no_date(procedure->done[i]) || kqa_valid_date(procedure->done[i]);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art13_to_23_order: kqa_stage_verdict(procedure, place, \result.verdict);
  @*/
static struct kqa_finding stage_finding(const struct kqa_procedure *procedure, int32_t place)
{
  struct kqa_date date = procedure->done[place];
  struct kqa_date latest = {0, 0, 0};
  bool complete = true;
  int32_t verdict = KQA_VERDICT_UNKNOWN;

  /*@ loop invariant place: 0 <= i <= place;
    @ loop invariant complete: complete <==> kqa_all_done(procedure, i);
    @ loop invariant latest: kqa_none_later(procedure, i, latest);
    @ loop invariant one: kqa_no_date(latest) || (kqa_valid_date(latest) &&
    @   \exists integer k; 0 <= k < i && latest == procedure->done[k]);
    @ loop assigns i, complete, latest;
    @ loop variant place - i;
    @*/
  for (int32_t i = 0; i < place; i++) {
    complete = complete && !is_absent(procedure->done[i]);
    if (kqa_date_compare(procedure->done[i], latest) > 0)
      latest = procedure->done[i];
  }
  if (!is_absent(date))
    verdict = verdict_of(complete && kqa_date_compare(latest, date) <= 0);
  else if (is_skipped(procedure, place))
    verdict = KQA_VERDICT_NOT_MET;
  return value_finding(stage_provisions[place], verdict, KQA_UNIT_DATE, KQA_RELATION_AT_LEAST,
                       is_absent(date) ? no_number() : day_value(date),
                       is_absent(latest) ? no_number() : day_value(latest));
}

/* Art. 17: in time or late by the day of the report; without one, late once the due day is past. */
/*@ requires procedure: \valid_read(procedure);
  @ requires report: kqa_no_date(procedure->site_report) ||
  @   (kqa_valid_date(procedure->site_report) && kqa_valid_date(due));
  @ requires due: kqa_no_date(due) || kqa_valid_date(due);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art17_in_time:
  @   kqa_deadline_verdict(due, procedure->site_report, as_of, \result.verdict);
  @*/
static struct kqa_finding site_report_finding(const struct kqa_procedure *procedure,
                                              struct kqa_date due, struct kqa_date as_of)
{
  struct kqa_date report = procedure->site_report;
  int32_t verdict = KQA_VERDICT_UNKNOWN;

  if (!is_absent(report))
    verdict = verdict_of(kqa_date_compare(report, due) <= 0);
  else if (!is_absent(due) && kqa_date_compare(as_of, due) > 0)
    verdict = KQA_VERDICT_NOT_MET;
  return value_finding(KQA_PROVISION_SITE_REPORT_IN_TIME, verdict, KQA_UNIT_DATE,
                       KQA_RELATION_AT_MOST, is_absent(report) ? no_number() : day_value(report),
                       is_absent(due) ? no_number() : day_value(due));
}

/*@ requires procedure: \valid_read(procedure);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures next: \result != 0 ==> 1 <= \result <= KQA_STAGES &&
  @   kqa_all_done(procedure, \result - 1) && kqa_no_date(procedure->done[\result - 1]);
  @ ensures none: \result == 0 ==> kqa_all_done(procedure, KQA_STAGES);
  @*/
static int32_t next_stage(const struct kqa_procedure *procedure)
{
  /*@ loop invariant done: 0 <= i <= KQA_STAGES && kqa_all_done(procedure, i);
    @ loop assigns i;
    @ loop variant KQA_STAGES - i;
    @*/
  for (int32_t i = 0; i < KQA_STAGES; i++)
    if (is_absent(procedure->done[i]))
      return i + 1;
  return 0;
}

/* An answer with a finding about each stage. */
/*@ requires progress: \valid(progress);
  @ requires procedure: \valid_read(procedure) &&
  @   \base_addr(progress) != \base_addr(procedure);
  @ requires sound: \forall integer i; 0 <= i < KQA_STAGES ==>
  @   kqa_no_date(procedure->done[i]) || kqa_valid_date(procedure->done[i]);
  @ terminates \true;
  @ assigns *progress;
  @ ensures count: progress->fault.status == KQA_OK && progress->count == KQA_STAGES;
  @ ensures art13_to_23_order: \forall integer i; 0 <= i < KQA_STAGES ==>
  @   kqa_stage_verdict{Pre}(procedure, i, progress->findings[i].verdict);
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= progress->verdict <= KQA_VERDICT_NOT_MET;
  @ ensures met: progress->verdict == KQA_VERDICT_MET <==>
  @   kqa_findings_met(progress, KQA_STAGES);
  @ ensures not_met: progress->verdict == KQA_VERDICT_NOT_MET <==>
  @   kqa_finding_not_met(progress, KQA_STAGES);
  @*/
static void fill_stages(struct kqa_progress *progress, const struct kqa_procedure *procedure)
{
  progress->fault = no_fault();
  progress->verdict = KQA_VERDICT_MET;
  progress->count = 0;
  /*@ loop invariant count: 0 <= i <= KQA_STAGES && progress->count == i;
    @ loop invariant year: \forall integer k; 0 <= k < KQA_STAGES ==>
    @   procedure->done[k].year == \at(procedure->done[k].year, Pre);
    @ loop invariant month: \forall integer k; 0 <= k < KQA_STAGES ==>
    @   procedure->done[k].month == \at(procedure->done[k].month, Pre);
    @ loop invariant day: \forall integer k; 0 <= k < KQA_STAGES ==>
    @   procedure->done[k].day == \at(procedure->done[k].day, Pre);
    @ loop invariant order: \forall integer k; 0 <= k < i ==>
    @   kqa_stage_verdict{Pre}(procedure, k, progress->findings[k].verdict);
    @ loop invariant verdict: KQA_VERDICT_UNKNOWN <= progress->verdict <= KQA_VERDICT_NOT_MET;
    @ loop invariant met: progress->verdict == KQA_VERDICT_MET <==>
    @   kqa_findings_met(progress, i);
    @ loop invariant not_met: progress->verdict == KQA_VERDICT_NOT_MET <==>
    @   kqa_finding_not_met(progress, i);
    @ loop assigns i, progress->findings[0 .. KQA_STAGES - 1], progress->count, progress->verdict;
    @ loop variant KQA_STAGES - i;
    @*/
  for (int32_t i = 0; i < KQA_STAGES; i++) {
    /*@ assert all_done: \forall integer k; 0 <= k < KQA_STAGES ==>
      @   (kqa_all_done{Pre}(procedure, k) <==> kqa_all_done(procedure, k)); */
    /*@ assert skipped: \forall integer k; 0 <= k < KQA_STAGES ==>
      @   (kqa_skipped{Pre}(procedure, k) <==> kqa_skipped(procedure, k)); */
    /*@ assert stages: same_verdicts{Pre, Here}(procedure); */
    add(progress, stage_finding(procedure, i));
    /*@ assert verdicts: \forall integer k; 0 <= k < i ==>
      @   progress->findings[k].verdict == \at(progress->findings[k].verdict, LoopCurrent); */
  }
}

/*@ requires status: fault.status != KQA_OK;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures fault: \result.fault == fault && \result.count == 0 &&
  @   \result.verdict == KQA_VERDICT_UNKNOWN;
  @*/
static struct kqa_progress refused_progress(struct kqa_fault fault)
{
  return (struct kqa_progress){.fault = fault};
}

/*@ requires progress: \valid(progress);
  @ requires procedure: \valid_read(procedure) && kqa_sound_procedure(procedure, as_of) &&
  @   \base_addr(progress) != \base_addr(procedure);
  @ requires due: kqa_no_date(procedure->done[KQA_STAGE_SITE_REVIEW - 1]) ? kqa_no_date(due)
  @                                                                      : kqa_valid_date(due);
  @ terminates \true;
  @ assigns *progress;
  @ ensures status: progress->fault.status == KQA_OK && progress->count == KQA_PROCEDURE_FINDINGS;
  @ ensures art13_to_23_order: \forall integer place; 0 <= place < KQA_STAGES ==>
  @   kqa_stage_verdict{Pre}(procedure, place, progress->findings[place].verdict);
  @ ensures art17_report: kqa_deadline_verdict(due, \at(procedure->site_report, Pre), as_of,
  @   progress->findings[KQA_STAGES].verdict);
  @ ensures art17_due: progress->site_report_due == due;
  @ ensures next: progress->next_stage != 0 ==> 1 <= progress->next_stage <= KQA_STAGES &&
  @   kqa_all_done{Pre}(procedure, progress->next_stage - 1) &&
  @   kqa_no_date(\at(procedure->done[\at(progress->next_stage, Post) - 1], Pre));
  @ ensures none_next: progress->next_stage == 0 ==> kqa_all_done{Pre}(procedure, KQA_STAGES);
  @ ensures met: progress->verdict == KQA_VERDICT_MET <==>
  @   \forall integer i; 0 <= i < KQA_PROCEDURE_FINDINGS ==>
  @     progress->findings[i].verdict == KQA_VERDICT_MET;
  @ ensures not_met: progress->verdict == KQA_VERDICT_NOT_MET <==>
  @   \exists integer i; 0 <= i < KQA_PROCEDURE_FINDINGS &&
  @     progress->findings[i].verdict == KQA_VERDICT_NOT_MET;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= progress->verdict <= KQA_VERDICT_NOT_MET;
  @*/
static void fill(struct kqa_progress *progress, const struct kqa_procedure *procedure,
                 struct kqa_date due, struct kqa_date as_of)
{
  int32_t next = next_stage(procedure);
  struct kqa_finding report = site_report_finding(procedure, due, as_of);

  fill_stages(progress, procedure);
  add(progress, report);
  progress->site_report_due = due;
  progress->next_stage = next;
}

/*@ requires procedure: \valid_read(procedure) && kqa_sound_procedure(procedure, as_of);
  @ requires due: kqa_no_date(procedure->done[KQA_STAGE_SITE_REVIEW - 1]) ? kqa_no_date(due)
  @                                                                      : kqa_valid_date(due);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK && \result.count == KQA_PROCEDURE_FINDINGS;
  @ ensures art13_to_23_order: \forall integer place; 0 <= place < KQA_STAGES ==>
  @   kqa_stage_verdict{Pre}(procedure, place, \result.findings[place].verdict);
  @ ensures art17_report: kqa_deadline_verdict(due, procedure->site_report, as_of,
  @   \result.findings[KQA_STAGES].verdict);
  @ ensures art17_due: \result.site_report_due == due;
  @ ensures next: \result.next_stage != 0 ==> 1 <= \result.next_stage <= KQA_STAGES &&
  @   kqa_all_done{Pre}(procedure, \result.next_stage - 1) &&
  @   kqa_no_date(procedure->done[\result.next_stage - 1]);
  @ ensures none_next: \result.next_stage == 0 ==> kqa_all_done{Pre}(procedure, KQA_STAGES);
  @ ensures met: \result.verdict == KQA_VERDICT_MET <==>
  @   \forall integer i; 0 <= i < KQA_PROCEDURE_FINDINGS ==>
  @     \result.findings[i].verdict == KQA_VERDICT_MET;
  @ ensures not_met: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @   \exists integer i; 0 <= i < KQA_PROCEDURE_FINDINGS &&
  @     \result.findings[i].verdict == KQA_VERDICT_NOT_MET;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @*/
static struct kqa_progress progress_of(const struct kqa_procedure *procedure, struct kqa_date due,
                                       struct kqa_date as_of)
{
  struct kqa_progress progress;

  fill(&progress, procedure, due, as_of);
  /*@ assert value: \let answer = progress; \forall integer i; 0 <= i < KQA_PROCEDURE_FINDINGS ==>
    @   progress.findings[i].verdict == answer.findings[i].verdict; */
  return progress;
}

struct kqa_progress kqa_procedure_check(const struct kqa_edition *edition,
                                        const struct kqa_procedure *procedure,
                                        struct kqa_date as_of, const struct kqa_calendar_year *own,
                                        size_t own_count)
{
  struct kqa_date reviewed = procedure->done[KQA_STAGE_SITE_REVIEW - 1];
  struct kqa_day due = {.date = {0, 0, 0}};
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return refused_progress(kqa_edition_check(edition));
  found = procedure_fault(procedure, as_of);
  if (found.status)
    return refused_progress(found);
  if (!is_absent(reviewed))
    due = kqa_site_report_due(edition, reviewed, own, own_count);
  if (due.fault.status)
    return refused_progress(due.fault);
  return progress_of(procedure, due.date, as_of);
}

struct kqa_day kqa_site_report_due(const struct kqa_edition *edition,
                                   struct kqa_date site_review_end,
                                   const struct kqa_calendar_year *own, size_t own_count)
{
  if (!kqa_edition_is_sound(edition))
    return (struct kqa_day){.fault = kqa_edition_check(edition)};
  if (!kqa_date_is_valid(site_review_end))
    return (struct kqa_day){.fault = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_SITE_REVIEW_END)};
  return kqa_calendar_add_working_days(site_review_end, edition->site_report_working_days, own,
                                       own_count);
}
