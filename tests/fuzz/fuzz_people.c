/* Editions, criteria, people, applications, sanctions, reports and the procedure. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST 12

/* A text of the input's own, ended by a NUL. */
static char *take_text(struct bytes *bytes)
{
  size_t length = take_byte(bytes) % 48u;
  char *text = malloc(length + 1);

  REQUIRE(text != NULL);
  for (size_t i = 0; i < length; i++)
    text[i] = (char)(take_byte(bytes) % 128);
  text[length] = '\0';
  return text;
}

static void editions(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_edition before = edition, found;
  char *name = take_text(bytes), *value = take_text(bytes);
  int32_t fields[64];
  int32_t place = take_below(bytes, 32);
  const char *known = kqa_field_name(kqa_parameter_at((size_t)place).field);
  struct kqa_fault fault = kqa_edition_set(&edition, take_below(bytes, 2) ? known : name, value);
  struct kqa_decision force = kqa_in_force_check(&edition, take_date(bytes));

  if (!is_ok(fault))
    REQUIRE(memcmp(&edition, &before, sizeof edition) == 0);
  REQUIRE(kqa_edition_diff(&before, &edition, fields, 64) <= 1);
  (void)is_ok(kqa_edition_check(&edition));
  (void)is_ok(kqa_edition_find(name, &found));
  (void)is_ok(kqa_edition_on(take_date(bytes), &found));
  (void)is_decision(&force);
  REQUIRE(kqa_edition_count() >= 1);
  REQUIRE(kqa_parameter_find(name).field == 0 ||
          strcmp(kqa_field_name(kqa_parameter_find(name).field), name) == 0);
  (void)kqa_requirement_find(name);
  free(name);
  free(value);
}

static void criteria(struct bytes *bytes)
{
  struct kqa_criteria set;
  char *id = take_text(bytes);
  int32_t nonsense = take_wild(bytes);
  size_t at = (size_t)take_bits(bytes, 2) % (sizeof set / sizeof nonsense);
  struct kqa_decision decision;

  (void)is_ok(kqa_criteria_find(id, &set));
  free(id);
  REQUIRE(is_ok(kqa_criteria_find(kqa_criteria_id_at((size_t)take_below(bytes, 2)), &set)));
  REQUIRE(kqa_criteria_count() == 2);
  memcpy((char *)&set + at * sizeof nonsense, &nonsense, sizeof nonsense);
  if (is_ok(kqa_criteria_check(&set)))
    REQUIRE(set.full_score == 1000 && set.item_count <= KQA_CRITERIA_ITEMS);
  decision = kqa_criteria_verify(&set);
  (void)is_decision(&decision);
}

static void people(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_assessor assessor;
  int32_t filled[KQA_COMMITTEE_SEATS], conduct[KQA_CONDUCT_FACTS], title[KQA_TITLE_FACTS];
  struct kqa_decision decision;
  int32_t event = take_within(bytes, 0, 2);

  for (int32_t i = 0; i < KQA_ASSESSOR_FACTS; i++)
    assessor.facts[i] = take_within(bytes, 0, 2);
  assessor.years_known = take_within(bytes, 0, 1);
  assessor.years = assessor.years_known ? take_within(bytes, 0, 12) : 0;
  decision = kqa_assessor_check(&edition, &assessor);
  (void)is_decision(&decision);
  decision = kqa_panel_check(&edition, take_within(bytes, 0, 9), take_within(bytes, 0, 3));
  (void)is_decision(&decision);
  for (int32_t i = 0; i < KQA_COMMITTEE_SEATS; i++)
    filled[i] = take_within(bytes, 0, 2);
  decision = kqa_committee_check(filled);
  (void)is_decision(&decision);
  for (int32_t i = 0; i < KQA_CONDUCT_FACTS; i++)
    conduct[i] = take_within(bytes, 0, 2);
  decision = kqa_conduct_check(conduct);
  (void)is_decision(&decision);
  for (int32_t i = 0; i < KQA_TITLE_FACTS; i++)
    title[i] = take_within(bytes, 0, 2);
  decision = kqa_title_use_check(title);
  if (is_decision(&decision))
    REQUIRE((kqa_title_measures(decision.verdict).value == KQA_MEASURE_RECTIFICATION) ==
            (decision.verdict == KQA_VERDICT_NOT_MET));
  (void)is_number(kqa_title_measures(take_within(bytes, 0, 4)));
  (void)is_number(kqa_conduct_measures(event, take_within(bytes, 0, 2)));
  (void)is_number(
    kqa_serious_problem_measures(event, take_within(bytes, 0, 2), take_within(bytes, 0, 2)));
  REQUIRE(kqa_fraud_measures().value > 0);
}

static struct kqa_application take_application(struct bytes *bytes)
{
  struct kqa_application application = {0};
  uint8_t usual = take_byte(bytes);

  for (int32_t i = 0; i < KQA_FACTS; i++)
    application.facts[i] =
      usual % 4 ? (i == usual % 23 ? usual % 3 : KQA_TRUE) : take_within(bytes, 0, 2);
  application.operating_since = take_date(bytes);
  application.recommended_by = take_within(bytes, 0, 5);
  application.copies_known = take_within(bytes, 0, 1);
  application.copies = application.copies_known ? take_within(bytes, 0, 12) : 0;
  application.received = take_date(bytes);
  return application;
}

struct applicant {
  struct kqa_edition edition;
  struct kqa_date deadline;
  struct kqa_application application;
  int32_t incident_count, sanction_count;
  struct kqa_incident *incidents;
  struct kqa_sanction *sanctions;
};

static struct kqa_eligibility decide(const struct applicant *one)
{
  return kqa_eligibility_decide(&one->edition, one->deadline, &one->application, one->incidents,
                                (size_t)one->incident_count, one->sanctions,
                                (size_t)one->sanction_count);
}

/* One thing more that is known turns no answer round, only an unknown one into an answer. */
static void learn(struct applicant *one, int32_t verdict, int32_t fact, int32_t truth)
{
  struct kqa_eligibility again;

  if (one->application.facts[fact] != KQA_UNKNOWN || truth == KQA_UNKNOWN)
    return;
  one->application.facts[fact] = truth;
  again = decide(one);
  REQUIRE(is_ok(again.fault));
  REQUIRE(verdict == KQA_VERDICT_UNKNOWN || again.verdict == verdict);
}

static void require_eligibility(const struct kqa_eligibility *answer)
{
  int32_t missing = 0;

  REQUIRE(answer->count == KQA_ELIGIBILITY_FINDINGS);
  REQUIRE(answer->verdict == verdict_over(answer->findings, answer->count));
  REQUIRE(answer->verdict == KQA_VERDICT_UNKNOWN || answer->missing == 0);
  REQUIRE(answer->missing >> KQA_REQUIREMENTS == 0);
  for (int32_t i = 0; i < KQA_REQUIREMENTS; i++)
    missing += (answer->missing >> i & 1u) != 0;
  for (int32_t i = 0; i < missing; i++)
    REQUIRE((answer->missing >> kqa_missing_at(answer->missing, i) & 1u) != 0);
  REQUIRE(kqa_missing_at(answer->missing, missing) == -1);
}

static void applicants(struct bytes *bytes)
{
  struct applicant one = {.edition = take_edition(bytes), .deadline = take_date(bytes)};
  struct kqa_eligibility answer;

  one.application = take_application(bytes);
  one.incident_count = take_below(bytes, MOST);
  one.sanction_count = take_below(bytes, 4);
  one.incidents = new_list(one.incident_count, sizeof *one.incidents);
  one.sanctions = new_list(one.sanction_count, sizeof *one.sanctions);
  for (int32_t i = 0; i < one.incident_count; i++)
    one.incidents[i] = (struct kqa_incident){take_within(bytes, 1, 3), take_date(bytes)};
  for (int32_t i = 0; i < one.sanction_count; i++)
    one.sanctions[i] = (struct kqa_sanction){take_within(bytes, 1, 2), take_date(bytes)};
  answer = decide(&one);
  if (is_ok(answer.fault)) {
    require_eligibility(&answer);
    learn(&one, answer.verdict, take_below(bytes, KQA_FACTS), take_below(bytes, 3));
  } else {
    REQUIRE(answer.count == 0 && answer.missing == 0 && answer.verdict == KQA_VERDICT_UNKNOWN);
  }
  free(one.incidents);
  free(one.sanctions);
}

/* Whether a sanction bars a day: from its decision to its last day, both included. */
static bool bars(const struct kqa_edition *edition, struct kqa_sanction sanction,
                 struct kqa_date day)
{
  struct kqa_day last = kqa_bar_last_day(edition, sanction);

  REQUIRE(is_day(last));
  return kqa_date_compare(sanction.decided, day) <= 0 && kqa_date_compare(day, last.date) <= 0;
}

static bool any_bars(const struct kqa_edition *edition, const struct kqa_sanction *list,
                     int32_t count, struct kqa_date day)
{
  bool barred = false;

  for (int32_t i = 0; i < count; i++)
    barred = barred || bars(edition, list[i], day);
  return barred;
}

static void sanctions(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  int32_t count = take_below(bytes, MOST);
  struct kqa_sanction *list = new_list(count, sizeof *list);
  struct kqa_date from = take_date(bytes);
  struct kqa_day first;

  for (int32_t i = 0; i < count; i++)
    list[i] = (struct kqa_sanction){take_within(bytes, 1, 2), take_date(bytes)};
  first = kqa_first_acceptance(&edition, list, (size_t)count, from);
  if (is_day(first)) {
    REQUIRE(kqa_date_compare(first.date, from) >= 0);
    REQUIRE(!any_bars(&edition, list, count, first.date));
    if (!same_date(first.date, from))
      REQUIRE(any_bars(&edition, list, count, kqa_date_add_days(first.date, -1).date));
    REQUIRE(same_date(first.date, from) == !any_bars(&edition, list, count, from));
  }
  free(list);
}

static void reports(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_calendar_year own = {.year = 2027};
  struct kqa_event event = {take_within(bytes, 1, 4), take_within(bytes, 0, 4), take_date(bytes)};
  struct kqa_report report =
    kqa_report_duty(&edition, &event, take_date(bytes), take_date(bytes), &own, 1);

  if (!is_ok(report.fault)) {
    REQUIRE(report.arises == 0 && kqa_date_is_absent(report.due));
    return;
  }
  require_finding(&report.finding);
  REQUIRE(kqa_date_is_valid(report.due) == (report.arises == 1));
  REQUIRE(report.arises == 1 || report.finding.verdict == KQA_VERDICT_NOT_APPLICABLE);
}

static void procedures(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_calendar_year own = {.year = 2027};
  struct kqa_procedure procedure = {0};
  struct kqa_progress progress;
  struct kqa_date day = take_date(bytes);

  for (int32_t i = 0; i < KQA_STAGES; i++) {
    uint8_t how = take_byte(bytes);

    procedure.done[i] = how < 180 ? kqa_date_add_days(day, how % 16 + i).date : take_date(bytes);
  }
  procedure.site_report = take_date(bytes);
  progress = kqa_procedure_check(&edition, &procedure, take_date(bytes), &own, 1);
  (void)is_day(kqa_site_report_due(&edition, day, &own, 1));
  if (!is_ok(progress.fault)) {
    REQUIRE(progress.count == 0 && progress.next_stage == 0);
    return;
  }
  REQUIRE(progress.count == KQA_PROCEDURE_FINDINGS);
  REQUIRE(progress.next_stage >= 0 && progress.next_stage <= KQA_STAGES);
  REQUIRE(progress.verdict == verdict_over(progress.findings, progress.count));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static void (*const parts[])(struct bytes *) = {editions,  criteria, people,    applicants,
                                                  sanctions, reports,  procedures};
  struct bytes bytes = {data, size};

  parts[take_below(&bytes, COUNT(parts))](&bytes);
  return 0;
}
