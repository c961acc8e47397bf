/* The duty to report: Art. 29. */
#include "kqaward/sanction.h"

#include "edition_core.h"
#include "finding_core.h"
#include "status_fault.h"

/*@ requires event: \valid_read(event);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures grade: \result <==> kqa_known_grade(event);
  @*/
static bool is_known_grade(const struct kqa_event *event)
{
  switch (event->kind) {
  case KQA_EVENT_ACCIDENT:
    return event->grade >= KQA_ACCIDENT_ORDINARY && event->grade <= KQA_ACCIDENT_GRAVEST;
  case KQA_EVENT_INSPECTION:
    return event->grade >= KQA_INSPECTION_NATIONAL && event->grade <= KQA_INSPECTION_COUNTY;
  default:
    return event->grade == 0;
  }
}

/*@ requires event: \valid_read(event);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_event(event, reported, as_of);
  @*/
static struct kqa_fault event_fault(const struct kqa_event *event, struct kqa_date reported,
                                    struct kqa_date as_of)
{
  bool is_reported = !is_absent(reported);

  if (event->kind < KQA_EVENT_ACCIDENT || event->kind > KQA_EVENT_LOSS)
    return fault(KQA_E_VALUE, KQA_FIELD_EVENT_KIND);
  if (!is_known_grade(event))
    return fault(KQA_E_VALUE, KQA_FIELD_EVENT_GRADE);
  if (!kqa_date_is_valid(event->date))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_EVENT_DATE);
  if (is_reported && !kqa_date_is_valid(reported))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_REPORTED);
  if (!kqa_date_is_valid(as_of))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
  if (is_reported && kqa_date_compare(reported, event->date) < 0)
    return fault(KQA_E_ORDER, KQA_FIELD_REPORTED);
  if (kqa_date_compare(as_of, event->date) < 0)
    return fault(KQA_E_ORDER, KQA_FIELD_AS_OF);
  return no_fault();
}

/* Art. 29(1) to (4). */
/*@ requires kind: KQA_EVENT_ACCIDENT <= kind <= KQA_EVENT_LOSS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art29_item: \result == kqa_report_provision(kind);
  @*/
static int32_t provision_of(int32_t kind)
{
  static const int16_t provisions[4] = {
    KQA_PROVISION_REPORT_ACCIDENT,
    KQA_PROVISION_REPORT_INSPECTION,
    KQA_PROVISION_REPORT_COMPLAINT,
    KQA_PROVISION_REPORT_LOSS,
  };

  /*@ assert kinds: kind == 1 || kind == 2 || kind == 3 || kind == 4; */
  return provisions[kind - KQA_EVENT_ACCIDENT];
}

/* Art. 29(1): an ordinary accident need not be reported. */
/*@ requires event: \valid_read(event) && kqa_known_grade(event);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art29_1_ordinary: \result <==> kqa_to_be_reported(event);
  @*/
static bool duty_arises(const struct kqa_event *event)
{
  return event->kind != KQA_EVENT_ACCIDENT || event->grade != KQA_ACCIDENT_ORDINARY;
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires date: kqa_valid_date(date);
  @ requires own: kqa_own_years(own, own_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures day: \result.fault.status == KQA_OK ==> kqa_valid_date(\result.date);
  @ ensures art29_days: \result.fault.status == KQA_OK &&
  @   edition->report_rollover == KQA_REPORT_ROLLOVER_NONE ==>
  @   kqa_place(\result.date) == kqa_place(date) + edition->report_days;
  @ ensures art29_not_before: \result.fault.status == KQA_OK ==>
  @   kqa_place(\result.date) >= kqa_place(date) + edition->report_days;
  @*/
static struct kqa_day due_day(const struct kqa_edition *edition, struct kqa_date date,
                              const struct kqa_calendar_year *own, size_t own_count)
{
  struct kqa_day due = kqa_date_add_days(date, edition->report_days);

  if (due.fault.status || edition->report_rollover == KQA_REPORT_ROLLOVER_NONE)
    return due;
  return kqa_calendar_roll_forward(due.date, own, own_count);
}

/* In time or late by the day of the report; without one, late once the due day is past. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art29_in_time: kqa_report_verdict(due, reported, as_of, \result);
  @*/
static int32_t verdict_on(struct kqa_date due, struct kqa_date reported, struct kqa_date as_of)
{
  if (!is_absent(reported))
    return verdict_of(kqa_date_compare(reported, due) <= 0);
  return kqa_date_compare(as_of, due) > 0 ? KQA_VERDICT_NOT_MET : KQA_VERDICT_UNKNOWN;
}

struct kqa_report kqa_report_duty(const struct kqa_edition *edition, const struct kqa_event *event,
                                  struct kqa_date reported, struct kqa_date as_of,
                                  const struct kqa_calendar_year *own, size_t own_count)
{
  struct kqa_report report = {.arises = 0};
  struct kqa_fault found;
  struct kqa_day due;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_report){.fault = kqa_edition_check(edition)};
  found = event_fault(event, reported, as_of);
  if (found.status)
    return (struct kqa_report){.fault = found};
  if (!duty_arises(event)) {
    report.finding = value_finding(provision_of(event->kind), KQA_VERDICT_NOT_APPLICABLE,
                                   KQA_UNIT_DATE, KQA_RELATION_NONE, no_number(), no_number());
    return report;
  }
  due = due_day(edition, event->date, own, own_count);
  if (due.fault.status)
    return (struct kqa_report){.fault = due.fault};
  report.arises = 1;
  report.due = due.date;
  report.finding =
    value_finding(provision_of(event->kind), verdict_on(due.date, reported, as_of), KQA_UNIT_DATE,
                  KQA_RELATION_AT_MOST, is_absent(reported) ? no_number() : day_value(reported),
                  day_value(due.date));
  return report;
}
