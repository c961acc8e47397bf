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

static struct kqa_fault procedure_fault(const struct kqa_procedure *procedure,
                                        struct kqa_date as_of)
{
  struct kqa_date reviewed = procedure->done[KQA_STAGE_SITE_REVIEW - 1];
  struct kqa_fault found = no_fault();

  if (!kqa_date_is_valid(as_of))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
  for (int32_t i = 0; i < KQA_STAGES && !found.status; i++)
    found = day_fault(procedure->done[i], as_of, KQA_FIELD_STAGE_DATE, i);
  if (!found.status)
    found = day_fault(procedure->site_report, as_of, KQA_FIELD_SITE_REPORT, 0);
  if (!found.status && !is_absent(procedure->site_report) &&
      (is_absent(reviewed) || kqa_date_compare(procedure->site_report, reviewed) < 0))
    found = fault(KQA_E_ORDER, KQA_FIELD_SITE_REPORT);
  return found;
}

static void add(struct kqa_progress *progress, struct kqa_finding finding)
{
  progress->findings[progress->count++] = finding;
  progress->verdict = fold_verdict(progress->verdict, finding.verdict);
}

static bool is_skipped(const struct kqa_procedure *procedure, int32_t place)
{
  for (int32_t later = place + 1; later < KQA_STAGES; later++)
    if (!is_absent(procedure->done[later]))
      return true;
  return false;
}

/* A stage is in order when every earlier stage was done on or before its day; one that is not done
 * is out of order once a later one is. */
static struct kqa_finding stage_finding(const struct kqa_procedure *procedure, int32_t place)
{
  struct kqa_date date = procedure->done[place];
  struct kqa_date latest = {0, 0, 0};
  bool complete = true;
  int32_t verdict = KQA_VERDICT_UNKNOWN;

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

static int32_t next_stage(const struct kqa_procedure *procedure)
{
  for (int32_t i = 0; i < KQA_STAGES; i++)
    if (is_absent(procedure->done[i]))
      return i + 1;
  return 0;
}

struct kqa_progress kqa_procedure_check(const struct kqa_edition *edition,
                                        const struct kqa_procedure *procedure,
                                        struct kqa_date as_of, const struct kqa_calendar_year *own,
                                        size_t own_count)
{
  struct kqa_date reviewed = procedure->done[KQA_STAGE_SITE_REVIEW - 1];
  struct kqa_progress progress = {.verdict = KQA_VERDICT_MET};
  struct kqa_day due = {.date = {0, 0, 0}};
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_progress){.fault = kqa_edition_check(edition)};
  found = procedure_fault(procedure, as_of);
  if (found.status)
    return (struct kqa_progress){.fault = found};
  if (!is_absent(reviewed))
    due = kqa_site_report_due(edition, reviewed, own, own_count);
  if (due.fault.status)
    return (struct kqa_progress){.fault = due.fault};
  for (int32_t i = 0; i < KQA_STAGES; i++)
    add(&progress, stage_finding(procedure, i));
  add(&progress, site_report_finding(procedure, due.date, as_of));
  progress.site_report_due = due.date;
  progress.next_stage = next_stage(procedure);
  return progress;
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
