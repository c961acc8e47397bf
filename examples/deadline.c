/* Deadlines: the site review report (Art. 17), a winner's duty to report (Art. 29), and a year for
 * which the caller must bring the calendar. */
#include <kqaward/kqaward.h>

#include <stdio.h>

static void print_day(const char *what, struct kqa_day day)
{
  char text[512];
  if (day.fault.status == KQA_OK)
    kqa_date_format(day.date, text, sizeof text);
  else
    kqa_fault_text(&day.fault, NULL, KQA_LANGUAGE_ZH, text, sizeof text);
  printf("%s：%s\n", what, text);
}

static void print_report(const char *what, struct kqa_report report)
{
  char text[512];
  print_day(what, (struct kqa_day){.fault = report.fault, .date = report.due});
  if (report.fault.status != KQA_OK)
    return;
  kqa_finding_text(&report.finding, KQA_LANGUAGE_ZH, text, sizeof text);
  printf("  %s\n", text);
  kqa_finding_text(&report.finding, KQA_LANGUAGE_EN, text, sizeof text);
  printf("  %s\n", text);
}

/* The days that matter here; a real calendar copies the year's whole notice. */
static struct kqa_calendar_year calendar_of_2027(void)
{
  struct kqa_calendar_year year = {.year = 2027};
  kqa_calendar_mark(&year, (struct kqa_date){2027, 1, 1}, KQA_DAY_OFF);
  kqa_calendar_mark(&year, (struct kqa_date){2027, 1, 3}, KQA_DAY_WORKING);
  return year;
}

int main(void)
{
  struct kqa_edition edition;
  if (kqa_edition_find("keqiao-2020", &edition).status != KQA_OK)
    return 1;

  const struct kqa_date before_autumn = {2026, 9, 18};
  print_day("现场评审2026-09-18结束，报告最迟",
            kqa_site_report_due(&edition, before_autumn, NULL, 0));

  const struct kqa_event accident = {
    .kind = KQA_EVENT_ACCIDENT, .grade = KQA_ACCIDENT_LARGER, .date = {2026, 1, 24}};
  const struct kqa_date today = {2026, 2, 24};
  const struct kqa_date not_yet = {0};
  print_report("较大事故2026-01-24发生，书面报告最迟",
               kqa_report_duty(&edition, &accident, not_yet, today, NULL, 0));
  const struct kqa_date reported = {2026, 2, 25};
  print_report("同一事故，2026-02-25收到报告，最迟",
               kqa_report_duty(&edition, &accident, reported, reported, NULL, 0));

  const struct kqa_date year_end = {2026, 12, 28};
  print_day("现场评审2026-12-28结束，报告最迟", kqa_site_report_due(&edition, year_end, NULL, 0));
  const struct kqa_calendar_year own = calendar_of_2027();
  print_day("自带2027年日历后，报告最迟", kqa_site_report_due(&edition, year_end, &own, 1));
  return 0;
}
