/* The qualification check of Art. 15: conditions (Art. 12), papers (Art. 14), bars (Art. 26, 30).
 */
#include "support_decision.h"

#include "kqaward/eligibility.h"

/* The states a requirement can be put in, as the three-valued facts that they amount to. */
static const int32_t truths[] = {KQA_TRUE, KQA_FALSE, KQA_UNKNOWN};

static const struct kqa_date deadline_2026 = {2026, 6, 30};

static const int32_t ordinance_order[KQA_ELIGIBILITY_FINDINGS] = {
  KQA_PROVISION_REGISTERED_IN_DISTRICT,
  KQA_PROVISION_PAYS_TAX_IN_DISTRICT,
  KQA_PROVISION_LAWFUL_OPERATION,
  KQA_PROVISION_OPERATING_YEARS,
  KQA_PROVISION_EXCELLENCE_MODEL,
  KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM,
  KQA_PROVISION_ISO9001_CERTIFIED,
  KQA_PROVISION_QUALITY_WORK_OUTSTANDING,
  KQA_PROVISION_PERFORMANCE_LEADING,
  KQA_PROVISION_INNOVATION_LEADING,
  KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD,
  KQA_PROVISION_INSPECTIONS_CLEAN,
  KQA_PROVISION_NO_MAJOR_ACCIDENT,
  KQA_PROVISION_NO_MAJOR_COMPLAINT,
  KQA_PROVISION_OTHER_REQUIREMENTS_MET,
  KQA_PROVISION_SELF_EVALUATION,
  KQA_PROVISION_APPLICATION_FORM,
  KQA_PROVISION_EVIDENCE,
  KQA_PROVISION_RECOMMENDATION,
  KQA_PROVISION_COPIES,
  KQA_PROVISION_RECEIVED_IN_TIME,
  KQA_PROVISION_NO_FRAUD_BAR,
  KQA_PROVISION_NO_REVOCATION_BAR,
};

/* The provision that a requirement serves, in the order of the requirements' codes. */
static const int32_t provision_of[KQA_REQUIREMENTS] = {
  KQA_PROVISION_REGISTERED_IN_DISTRICT,
  KQA_PROVISION_PAYS_TAX_IN_DISTRICT,
  KQA_PROVISION_LAWFUL_OPERATION,
  KQA_PROVISION_EXCELLENCE_MODEL,
  KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM,
  KQA_PROVISION_ISO9001_CERTIFIED,
  KQA_PROVISION_QUALITY_WORK_OUTSTANDING,
  KQA_PROVISION_PERFORMANCE_LEADING,
  KQA_PROVISION_INNOVATION_LEADING,
  KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD,
  KQA_PROVISION_INSPECTIONS_CLEAN,
  KQA_PROVISION_NO_MAJOR_ACCIDENT,
  KQA_PROVISION_NO_MAJOR_COMPLAINT,
  KQA_PROVISION_OTHER_REQUIREMENTS_MET,
  KQA_PROVISION_SELF_EVALUATION,
  KQA_PROVISION_APPLICATION_FORM,
  KQA_PROVISION_EVIDENCE,
  KQA_PROVISION_OPERATING_YEARS,
  KQA_PROVISION_RECOMMENDATION,
  KQA_PROVISION_COPIES,
  KQA_PROVISION_RECEIVED_IN_TIME,
};

static const char *const requirement_names[KQA_REQUIREMENTS] = {
  "registered_in_district",     "pays_tax_in_district",    "lawful_operation",
  "excellence_model",           "sound_management_system", "iso9001_certified",
  "quality_work_outstanding",   "performance_leading",     "innovation_leading",
  "integrity_and_service_good", "inspections_clean",       "no_major_accident",
  "no_major_complaint",         "other_requirements_met",  "application.self_evaluation",
  "application.form",           "application.evidence",    "operating_since",
  "application.recommended_by", "application.copies",      "application.received",
};

static struct kqa_application good_application(void)
{
  struct kqa_application application = {0};
  for (size_t i = 0; i < KQA_FACTS; i++)
    application.facts[i] = KQA_TRUE;
  application.operating_since = ymd(2009, 4, 1);
  application.recommended_by = KQA_RECOMMENDER_TOWN;
  application.copies_known = 1;
  application.copies = 2;
  application.received = ymd(2026, 6, 20);
  return application;
}

static void put(struct kqa_application *application, int32_t requirement, int32_t truth)
{
  const bool known = truth != KQA_UNKNOWN;
  const bool good = truth == KQA_TRUE;
  switch (requirement) {
  case KQA_REQUIREMENT_OPERATING_SINCE:
    application->operating_since = !known ? ymd(0, 0, 0) : ymd(good ? 2023 : 2024, 6, 30);
    break;
  case KQA_REQUIREMENT_RECOMMENDED_BY:
    application->recommended_by = !known ? KQA_RECOMMENDER_UNKNOWN
                                  : good ? KQA_RECOMMENDER_ASSOCIATION
                                         : KQA_RECOMMENDER_NONE;
    break;
  case KQA_REQUIREMENT_COPIES:
    application->copies_known = known;
    application->copies = !known ? 0 : good ? 2 : 1;
    break;
  case KQA_REQUIREMENT_RECEIVED:
    application->received = !known ? ymd(0, 0, 0) : good ? ymd(2026, 6, 30) : ymd(2026, 7, 1);
    break;
  default:
    application->facts[requirement] = truth;
  }
}

static struct kqa_eligibility decide(const struct kqa_edition *edition,
                                     const struct kqa_application *application)
{
  return kqa_eligibility_decide(edition, deadline_2026, application, NULL, 0, NULL, 0);
}

static const struct kqa_finding *finding_of(const struct kqa_eligibility *answer, int32_t provision)
{
  for (int32_t i = 0; i < answer->count; i++)
    if (answer->findings[i].provision == provision)
      return &answer->findings[i];
  fail_msg("no finding for provision %d", (int)provision);
  return NULL;
}

static void assert_answer(const struct kqa_eligibility *answer, int32_t verdict, uint32_t missing)
{
  assert_no_fault(answer->fault);
  assert_int_equal(answer->verdict, verdict);
  assert_int_equal(answer->missing, missing);
  assert_int_equal(answer->count, KQA_ELIGIBILITY_FINDINGS);
  assert_int_equal(conjunction(answer->findings, answer->count), verdict);
  for (int32_t i = 0; i < KQA_ELIGIBILITY_FINDINGS; i++) {
    assert_int_equal(answer->findings[i].provision, ordinance_order[i]);
    assert_finding_sound(&answer->findings[i]);
    if (answer->findings[i].verdict == KQA_VERDICT_UNKNOWN)
      assert_int_equal(answer->findings[i].observed.den, 0);
  }
}

static int32_t verdict_of(int32_t truth)
{
  return truth == KQA_TRUE    ? KQA_VERDICT_MET
         : truth == KQA_FALSE ? KQA_VERDICT_NOT_MET
                              : KQA_VERDICT_UNKNOWN;
}

static void full_application_is_accepted(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = good_application();
  struct kqa_eligibility answer = decide(&edition, &application);
  assert_answer(&answer, KQA_VERDICT_MET, 0);
  for (int32_t i = 0; i < answer.count; i++)
    assert_int_equal(answer.findings[i].verdict, KQA_VERDICT_MET);
}

static void nothing_known_misses_every_requirement(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = {0};
  struct kqa_eligibility answer = decide(&edition, &application);
  assert_answer(&answer, KQA_VERDICT_UNKNOWN, (UINT32_C(1) << KQA_REQUIREMENTS) - 1);
}

static void check_pair(const struct kqa_edition *edition, int32_t a, int32_t truth_a, int32_t b,
                       int32_t truth_b)
{
  struct kqa_application application = good_application();
  put(&application, a, truth_a);
  put(&application, b, truth_b);
  struct kqa_eligibility answer = decide(edition, &application);
  uint32_t missing = truth_a == KQA_UNKNOWN ? UINT32_C(1) << a : 0;
  missing |= truth_b == KQA_UNKNOWN ? UINT32_C(1) << b : 0;
  if (truth_a == KQA_FALSE || truth_b == KQA_FALSE)
    assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
  else
    assert_answer(&answer, missing != 0 ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET, missing);
  assert_finding(finding_of(&answer, provision_of[a]), provision_of[a], verdict_of(truth_a));
  assert_finding(finding_of(&answer, provision_of[b]), provision_of[b], verdict_of(truth_b));
}

static void every_requirement_alone_and_every_pair(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t a = 0; a < KQA_REQUIREMENTS; a++)
    for (int32_t b = 0; b < KQA_REQUIREMENTS; b++)
      for (size_t i = 0; i < COUNT_OF(truths); i++)
        for (size_t j = 0; j < COUNT_OF(truths); j++)
          if (a != b)
            check_pair(&edition, a, truths[i], b, truths[j]);
}

static void operation_counts_from_exactly_three_years(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const struct {
    struct kqa_date since;
    struct kqa_date deadline;
    int32_t verdict;
  } rows[] = {
    {{2023, 6, 30}, {2026, 6, 30}, KQA_VERDICT_MET},
    {{2023, 7, 1}, {2026, 6, 30}, KQA_VERDICT_NOT_MET},
    {{2024, 2, 29}, {2027, 2, 28}, KQA_VERDICT_MET},
    {{2024, 2, 29}, {2027, 2, 27}, KQA_VERDICT_NOT_MET},
    {{2021, 2, 28}, {2024, 2, 28}, KQA_VERDICT_MET},
    {{2021, 3, 1}, {2024, 2, 29}, KQA_VERDICT_NOT_MET},
    {{1, 1, 1}, {9999, 12, 31}, KQA_VERDICT_MET},
    {{9996, 12, 31}, {9999, 12, 31}, KQA_VERDICT_MET},
    {{9997, 1, 1}, {9999, 12, 31}, KQA_VERDICT_NOT_MET},
    {{9999, 12, 31}, {1, 1, 1}, KQA_VERDICT_NOT_MET},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    struct kqa_application application = good_application();
    application.operating_since = rows[i].since;
    application.received = rows[i].deadline;
    struct kqa_eligibility answer =
      kqa_eligibility_decide(&edition, rows[i].deadline, &application, NULL, 0, NULL, 0);
    assert_answer(&answer, rows[i].verdict, 0);
    assert_finding(&answer.findings[3], KQA_PROVISION_OPERATING_YEARS, rows[i].verdict);
  }
}

static void application_needs_two_copies(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t copies[] = {0, 1, 2, 3, 1000000};
  for (size_t i = 0; i < COUNT_OF(copies); i++) {
    struct kqa_application application = good_application();
    application.copies = copies[i];
    struct kqa_eligibility answer = decide(&edition, &application);
    assert_answer(&answer, copies[i] >= 2 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET, 0);
    assert_ratio(finding_of(&answer, KQA_PROVISION_COPIES)->observed, copies[i], 1);
    assert_ratio(finding_of(&answer, KQA_PROVISION_COPIES)->required, 2, 1);
  }
}

static void any_one_of_four_bodies_recommends(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t by = KQA_RECOMMENDER_UNKNOWN; by <= KQA_RECOMMENDER_NONE; by++) {
    struct kqa_application application = good_application();
    application.recommended_by = by;
    struct kqa_eligibility answer = decide(&edition, &application);
    int32_t want = by == KQA_RECOMMENDER_UNKNOWN ? KQA_VERDICT_UNKNOWN
                   : by == KQA_RECOMMENDER_NONE  ? KQA_VERDICT_NOT_MET
                                                 : KQA_VERDICT_MET;
    assert_int_equal(answer.verdict, want);
    assert_finding(finding_of(&answer, KQA_PROVISION_RECOMMENDATION), KQA_PROVISION_RECOMMENDATION,
                   want);
  }
}

static void application_is_in_time_on_the_last_day(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = good_application();
  application.received = deadline_2026;
  struct kqa_eligibility answer = decide(&edition, &application);
  assert_answer(&answer, KQA_VERDICT_MET, 0);
  application.received = ymd(2026, 7, 1);
  answer = decide(&edition, &application);
  assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
  const struct kqa_finding *finding = finding_of(&answer, KQA_PROVISION_RECEIVED_IN_TIME);
  assert_int_equal(finding->unit, KQA_UNIT_DATE);
  assert_ratio(finding->observed, 20260701, 1);
  assert_ratio(finding->required, 20260630, 1);
}

static int32_t clean_provision(int32_t kind)
{
  return kind == KQA_INCIDENT_INSPECTION_FAILURE ? KQA_PROVISION_INSPECTIONS_CLEAN
         : kind == KQA_INCIDENT_MAJOR_ACCIDENT   ? KQA_PROVISION_NO_MAJOR_ACCIDENT
                                                 : KQA_PROVISION_NO_MAJOR_COMPLAINT;
}

static int32_t clean_fact(int32_t kind)
{
  return kind == KQA_INCIDENT_INSPECTION_FAILURE ? KQA_FACT_INSPECTIONS_CLEAN
         : kind == KQA_INCIDENT_MAJOR_ACCIDENT   ? KQA_FACT_NO_MAJOR_ACCIDENT
                                                 : KQA_FACT_NO_MAJOR_COMPLAINT;
}

/* One dated incident of each kind under each declaration: it decides whatever is declared. */
static void check_incident(const struct kqa_edition *edition, struct kqa_date deadline,
                           struct kqa_date date, bool in_window, bool before)
{
  for (int32_t kind = 1; kind <= KQA_INCIDENT_MAJOR_COMPLAINT; kind++) {
    const bool ever = edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_INSPECTIONS_ONLY &&
                      kind != KQA_INCIDENT_INSPECTION_FAILURE;
    const bool counts = in_window || (ever && before);
    for (size_t i = 0; i < COUNT_OF(truths); i++) {
      struct kqa_application application = good_application();
      struct kqa_incident incident = {kind, date};
      application.facts[clean_fact(kind)] = truths[i];
      application.operating_since = ymd(1, 1, 1);
      application.received = deadline;
      struct kqa_edition young = *edition;
      young.eligibility_min_years = 0;
      struct kqa_eligibility answer =
        kqa_eligibility_decide(&young, deadline, &application, &incident, 1, NULL, 0);
      int32_t want = counts ? KQA_VERDICT_NOT_MET : verdict_of(truths[i]);
      assert_answer(&answer, want,
                    want == KQA_VERDICT_UNKNOWN ? UINT32_C(1) << clean_fact(kind) : 0);
      assert_finding(finding_of(&answer, clean_provision(kind)), clean_provision(kind), want);
    }
  }
}

static void incident_of_the_last_three_years_spoils_the_record(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t reading = 0; reading <= 1; reading++) {
    edition.clean_record_window = reading;
    check_incident(&edition, deadline_2026, ymd(2023, 6, 29), false, true);
    check_incident(&edition, deadline_2026, ymd(2023, 6, 30), true, true);
    check_incident(&edition, deadline_2026, ymd(2025, 1, 1), true, true);
    check_incident(&edition, deadline_2026, ymd(2026, 6, 30), true, true);
    check_incident(&edition, deadline_2026, ymd(2026, 7, 1), false, false);
    check_incident(&edition, deadline_2026, ymd(1, 1, 1), false, true);
    check_incident(&edition, deadline_2026, ymd(9999, 12, 31), false, false);
    check_incident(&edition, ymd(2024, 2, 29), ymd(2021, 2, 28), true, true);
    check_incident(&edition, ymd(2024, 2, 29), ymd(2021, 2, 27), false, true);
    check_incident(&edition, ymd(2, 5, 5), ymd(1, 1, 1), true, true);
    check_incident(&edition, ymd(4, 1, 2), ymd(1, 1, 1), false, true);
    check_incident(&edition, ymd(4, 1, 2), ymd(1, 1, 2), true, true);
  }
}

static void one_incident_among_many_suffices(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = good_application();
  struct kqa_incident incidents[] = {
    {KQA_INCIDENT_MAJOR_ACCIDENT, {2020, 1, 1}},     {KQA_INCIDENT_MAJOR_ACCIDENT, {2025, 1, 1}},
    {KQA_INCIDENT_MAJOR_ACCIDENT, {2024, 1, 1}},     {KQA_INCIDENT_MAJOR_ACCIDENT, {2027, 1, 1}},
    {KQA_INCIDENT_INSPECTION_FAILURE, {2021, 5, 6}},
  };
  struct kqa_eligibility answer = kqa_eligibility_decide(&edition, deadline_2026, &application,
                                                         incidents, COUNT_OF(incidents), NULL, 0);
  assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
  assert_int_equal(finding_of(&answer, KQA_PROVISION_INSPECTIONS_CLEAN)->verdict, KQA_VERDICT_MET);
  assert_int_equal(finding_of(&answer, KQA_PROVISION_NO_MAJOR_ACCIDENT)->verdict,
                   KQA_VERDICT_NOT_MET);
  assert_int_equal(finding_of(&answer, KQA_PROVISION_NO_MAJOR_COMPLAINT)->verdict, KQA_VERDICT_MET);
}

struct bar_row {
  struct kqa_sanction sanction;
  struct kqa_date last;
};

static const struct bar_row bar_rows[] = {
  {{KQA_SANCTION_FRAUD, {2021, 5, 10}}, {2026, 5, 10}},
  {{KQA_SANCTION_FRAUD, {2024, 2, 29}}, {2029, 2, 28}},
  {{KQA_SANCTION_REVOCATION, {2024, 2, 29}}, {2027, 2, 28}},
  {{KQA_SANCTION_REVOCATION, {2021, 2, 28}}, {2024, 2, 28}},
  {{KQA_SANCTION_REVOCATION, {2018, 5, 1}}, {2021, 5, 1}},
  {{KQA_SANCTION_FRAUD, {9994, 12, 31}}, {9999, 12, 31}},
  {{KQA_SANCTION_REVOCATION, {9996, 12, 31}}, {9999, 12, 31}},
};

static int32_t verdict_at(const struct kqa_edition *edition, const struct kqa_sanction *sanction,
                          struct kqa_date deadline)
{
  struct kqa_application application = good_application();
  application.operating_since = ymd(1990, 1, 1);
  application.received = ymd(1990, 1, 1);
  struct kqa_eligibility answer =
    kqa_eligibility_decide(edition, deadline, &application, NULL, 0, sanction, 1);
  assert_answer(&answer, answer.verdict, 0);
  const bool fraud = sanction->kind == KQA_SANCTION_FRAUD;
  assert_finding(&answer.findings[21], KQA_PROVISION_NO_FRAUD_BAR,
                 fraud ? answer.verdict : KQA_VERDICT_MET);
  assert_finding(&answer.findings[22], KQA_PROVISION_NO_REVOCATION_BAR,
                 fraud ? KQA_VERDICT_MET : answer.verdict);
  return answer.verdict;
}

static void bar_ends_with_its_last_day_that_day_included(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(bar_rows); i++) {
    const struct bar_row *row = &bar_rows[i];
    struct kqa_day last = kqa_bar_last_day(&edition, row->sanction);
    assert_no_fault(last.fault);
    assert_date(last.date, row->last.year, row->last.month, row->last.day);
    assert_int_equal(verdict_at(&edition, &row->sanction, row->last), KQA_VERDICT_NOT_MET);
    struct kqa_day next = kqa_date_add_days(row->last, 1);
    if (next.fault.status == KQA_OK)
      assert_int_equal(verdict_at(&edition, &row->sanction, next.date), KQA_VERDICT_MET);
  }
}

static void sanction_bars_from_the_day_it_is_decided(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int32_t kind = KQA_SANCTION_FRAUD; kind <= KQA_SANCTION_REVOCATION; kind++) {
    struct kqa_sanction sanction = {kind, {2026, 6, 30}};
    assert_int_equal(verdict_at(&edition, &sanction, ymd(2026, 6, 30)), KQA_VERDICT_NOT_MET);
    assert_int_equal(verdict_at(&edition, &sanction, ymd(2026, 6, 29)), KQA_VERDICT_MET);
  }
}

static void bar_beyond_the_calendar_still_bars(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_sanction fraud = {KQA_SANCTION_FRAUD, {9995, 1, 1}};
  struct kqa_sanction revocation = {KQA_SANCTION_REVOCATION, {9999, 12, 31}};
  assert_int_equal(verdict_at(&edition, &fraud, ymd(9999, 12, 31)), KQA_VERDICT_NOT_MET);
  assert_int_equal(verdict_at(&edition, &revocation, ymd(9999, 12, 31)), KQA_VERDICT_NOT_MET);
  assert_int_equal(verdict_at(&edition, &revocation, ymd(9999, 12, 30)), KQA_VERDICT_MET);
  assert_day_fault(kqa_bar_last_day(&edition, fraud), KQA_E_RANGE, KQA_FIELD_SANCTION_DECIDED);
}

static void every_bar_must_have_ended(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = good_application();
  struct kqa_sanction sanctions[] = {
    {KQA_SANCTION_REVOCATION, {2010, 1, 1}},
    {KQA_SANCTION_REVOCATION, {2026, 7, 1}},
    {KQA_SANCTION_FRAUD, {2021, 6, 29}},
    {KQA_SANCTION_FRAUD, {2021, 6, 30}},
  };
  struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, sanctions, 3);
  assert_answer(&answer, KQA_VERDICT_MET, 0);
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, sanctions, 4);
  assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
  sanctions[0].decided = ymd(2024, 1, 1);
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, sanctions, 4);
  assert_int_equal(answer.findings[21].verdict, KQA_VERDICT_NOT_MET);
  assert_int_equal(answer.findings[22].verdict, KQA_VERDICT_NOT_MET);
}

static void periods_are_the_edition_s(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.eligibility_min_years = 0;
  edition.eligibility_clean_years = 0;
  edition.application_min_copies = 0;
  edition.bar_fraud_years = 0;
  struct kqa_application application = good_application();
  application.operating_since = deadline_2026;
  application.copies = 0;
  struct kqa_incident incident = {KQA_INCIDENT_MAJOR_COMPLAINT, {2026, 6, 29}};
  struct kqa_sanction sanction = {KQA_SANCTION_FRAUD, {2026, 6, 29}};
  struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, deadline_2026, &application, &incident, 1, &sanction, 1);
  assert_answer(&answer, KQA_VERDICT_MET, 0);
  incident.date = deadline_2026;
  sanction.decided = deadline_2026;
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, &incident, 1, NULL, 0);
  assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, &sanction, 1);
  assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
}

static void requirement_is_found_by_the_name_of_the_round_file(void **state)
{
  (void)state;
  for (int32_t i = 0; i < KQA_REQUIREMENTS; i++) {
    assert_string_equal(kqa_requirement_name(i), requirement_names[i]);
    assert_int_equal(kqa_requirement_find(requirement_names[i]), i);
  }
  static const int32_t none[] = {-1, KQA_REQUIREMENTS, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(none); i++)
    assert_string_equal(kqa_requirement_name(none[i]), "");
  assert_int_equal(kqa_requirement_find(""), -1);
  assert_int_equal(kqa_requirement_find("form"), -1);
  assert_int_equal(kqa_requirement_find("iso9001_certified "), -1);
  assert_int_equal(kqa_requirement_find("application.for"), -1);
}

static void check_missing_order(uint32_t missing)
{
  int32_t place = 0;
  const char *before = "";
  uint32_t seen = 0;
  for (;; place++) {
    int32_t requirement = kqa_missing_at(missing, place);
    if (requirement < 0)
      break;
    assert_true(strcmp(before, requirement_names[requirement]) < 0);
    before = requirement_names[requirement];
    seen |= UINT32_C(1) << requirement;
  }
  assert_int_equal(seen, missing);
  assert_int_equal(kqa_missing_at(missing, place), -1);
  assert_int_equal(kqa_missing_at(missing, INT32_MAX), -1);
  assert_int_equal(kqa_missing_at(missing, -1), -1);
  assert_int_equal(kqa_missing_at(missing, INT32_MIN), -1);
}

static void missing_requirements_come_in_the_order_of_their_names(void **state)
{
  (void)state;
  uint64_t seed = 12;
  check_missing_order(0);
  check_missing_order((UINT32_C(1) << KQA_REQUIREMENTS) - 1);
  for (int32_t i = 0; i < KQA_REQUIREMENTS; i++)
    check_missing_order(UINT32_C(1) << i);
  for (int32_t i = 0; i < 2000; i++)
    check_missing_order((uint32_t)next_random(&seed) & ((UINT32_C(1) << KQA_REQUIREMENTS) - 1));
}

static void assert_refused(const struct kqa_eligibility *answer, int32_t status, int32_t field,
                           int32_t place)
{
  assert_fault_at(answer->fault, status, field, place, 0, 0);
  assert_int_equal(answer->verdict, KQA_VERDICT_UNKNOWN);
  assert_int_equal(answer->missing, 0);
  assert_int_equal(answer->count, 0);
  assert_true(is_all_zero(answer->findings, sizeof answer->findings));
}

static const int32_t bad_codes[] = {-1, 6, INT32_MIN, INT32_MAX};

static const struct kqa_date bad_dates[] = {{2023, 2, 29},
                                            {2026, 13, 1},
                                            {2026, 6, 31},
                                            {0, 1, 1},
                                            {10000, 1, 1},
                                            {2026, 0, 0},
                                            {INT32_MIN, INT32_MIN, INT32_MIN},
                                            {INT32_MAX, 1, 1}};

static void impossible_fact_is_a_fault_with_its_place(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  static const int32_t facts[] = {-1, 3, INT32_MIN, INT32_MAX};
  for (int32_t place = 0; place < KQA_FACTS; place++) {
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
      struct kqa_application application = good_application();
      application.facts[place] = facts[i];
      struct kqa_eligibility answer = decide(&edition, &application);
      assert_refused(&answer, KQA_E_VALUE, KQA_FIELD_FACT, place);
    }
  }
}

static void impossible_paper_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(bad_codes); i++) {
    struct kqa_application application = good_application();
    application.recommended_by = bad_codes[i];
    struct kqa_eligibility answer = decide(&edition, &application);
    assert_refused(&answer, KQA_E_VALUE, KQA_FIELD_RECOMMENDED_BY, 0);
  }
  static const int32_t copies[] = {-1, 1000001, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(copies); i++) {
    struct kqa_application application = good_application();
    application.copies = copies[i];
    struct kqa_eligibility answer = decide(&edition, &application);
    assert_refused(&answer, KQA_E_RANGE, KQA_FIELD_COPIES, 0);
  }
  static const int32_t flags[] = {-1, 2, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(flags); i++) {
    struct kqa_application application = good_application();
    application.copies_known = flags[i];
    struct kqa_eligibility answer = decide(&edition, &application);
    assert_refused(&answer, KQA_E_RANGE, KQA_FIELD_COPIES, 0);
  }
  struct kqa_application unknown = good_application();
  unknown.copies_known = 0;
  for (unknown.copies = 1; unknown.copies <= 2; unknown.copies++) {
    struct kqa_eligibility answer = decide(&edition, &unknown);
    assert_refused(&answer, KQA_E_RANGE, KQA_FIELD_COPIES, 0);
  }
}

static void impossible_day_is_a_fault(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < COUNT_OF(bad_dates); i++) {
    struct kqa_application application = good_application();
    struct kqa_eligibility answer =
      kqa_eligibility_decide(&edition, bad_dates[i], &application, NULL, 0, NULL, 0);
    assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE, 0);
    application.operating_since = bad_dates[i];
    answer = decide(&edition, &application);
    assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_OPERATING_SINCE, 0);
    application = good_application();
    application.received = bad_dates[i];
    answer = decide(&edition, &application);
    assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_RECEIVED, 0);
  }
  struct kqa_application application = good_application();
  struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, ymd(0, 0, 0), &application, NULL, 0, NULL, 0);
  assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE, 0);
}

static void impossible_incident_or_sanction_is_a_fault_with_its_place(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = good_application();
  const struct kqa_date fine = {2012, 1, 1};
  for (size_t i = 0; i < COUNT_OF(bad_codes); i++) {
    struct kqa_incident incidents[] = {{1, fine}, {2, fine}, {bad_codes[i], fine}};
    struct kqa_sanction sanctions[] = {{1, fine}, {bad_codes[i], fine}};
    struct kqa_eligibility answer =
      kqa_eligibility_decide(&edition, deadline_2026, &application, incidents, 3, NULL, 0);
    assert_refused(&answer, KQA_E_VALUE, KQA_FIELD_INCIDENT_KIND, 2);
    answer = kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, sanctions, 2);
    assert_refused(&answer, KQA_E_VALUE, KQA_FIELD_SANCTION_KIND, 1);
    assert_day_fault(kqa_bar_last_day(&edition, sanctions[1]), KQA_E_VALUE,
                     KQA_FIELD_SANCTION_KIND);
  }
  for (size_t i = 0; i < COUNT_OF(bad_dates); i++) {
    struct kqa_incident incidents[] = {{1, fine}, {3, bad_dates[i]}};
    struct kqa_sanction sanctions[] = {{2, fine}, {2, fine}, {1, bad_dates[i]}};
    struct kqa_eligibility answer =
      kqa_eligibility_decide(&edition, deadline_2026, &application, incidents, 2, NULL, 0);
    assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_INCIDENT_DATE, 1);
    answer = kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, sanctions, 3);
    assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_SANCTION_DECIDED, 2);
    assert_day_fault(kqa_bar_last_day(&edition, sanctions[2]), KQA_E_NO_SUCH_DAY,
                     KQA_FIELD_SANCTION_DECIDED);
  }
}

static void zero_is_no_kind_of_incident_or_sanction(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = good_application();
  struct kqa_incident incident = {0, {2012, 1, 1}};
  struct kqa_sanction sanction = {0, {2012, 1, 1}};
  struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, deadline_2026, &application, &incident, 1, NULL, 0);
  assert_refused(&answer, KQA_E_VALUE, KQA_FIELD_INCIDENT_KIND, 0);
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, NULL, 0, &sanction, 1);
  assert_refused(&answer, KQA_E_VALUE, KQA_FIELD_SANCTION_KIND, 0);
  incident = (struct kqa_incident){KQA_INCIDENT_MAJOR_ACCIDENT, {0, 0, 0}};
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, &incident, 1, NULL, 0);
  assert_refused(&answer, KQA_E_NO_SUCH_DAY, KQA_FIELD_INCIDENT_DATE, 0);
}

static void edition_in_disorder_is_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  struct kqa_application application = good_application();
  struct kqa_eligibility answer = decide(&edition, &application);
  assert_refused(&answer, KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE, 0);
  struct kqa_sanction sanction = {KQA_SANCTION_FRAUD, {2012, 1, 1}};
  assert_day_fault(kqa_bar_last_day(&edition, sanction), KQA_E_RANGE, KQA_FIELD_VOTE_QUORUM_SHARE);
}

static void latest_incident_is_shown_whatever_their_order(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  const struct kqa_application application = good_application();
  static const struct kqa_incident incidents[] = {
    {KQA_INCIDENT_MAJOR_ACCIDENT, {2025, 3, 1}},
    {KQA_INCIDENT_MAJOR_ACCIDENT, {2026, 2, 1}},
    {KQA_INCIDENT_MAJOR_ACCIDENT, {2024, 5, 9}},
  };
  const struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, deadline_2026, &application, incidents, 3, NULL, 0);
  assert_answer(&answer, KQA_VERDICT_NOT_MET, 0);
  assert_ratio(finding_of(&answer, KQA_PROVISION_NO_MAJOR_ACCIDENT)->observed, 20260201, 1);
}

/* Art. 12(6): the record is clean where the last incident lies before the window. */
static void first_day_of_the_window_is_shown_with_the_incident(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  const struct kqa_application application = good_application();
  const struct kqa_incident incident = {KQA_INCIDENT_MAJOR_ACCIDENT, {2023, 6, 30}};
  struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, deadline_2026, &application, &incident, 1, NULL, 0);
  const struct kqa_finding *finding = finding_of(&answer, KQA_PROVISION_NO_MAJOR_ACCIDENT);
  assert_ratio(finding->observed, 20230630, 1);
  assert_int_equal(finding->relation, KQA_RELATION_LESS_THAN);
  assert_ratio(finding->required, 20230630, 1);
  edition.clean_record_window = KQA_CLEAN_RECORD_WINDOW_INSPECTIONS_ONLY;
  answer = kqa_eligibility_decide(&edition, deadline_2026, &application, &incident, 1, NULL, 0);
  finding = finding_of(&answer, KQA_PROVISION_NO_MAJOR_ACCIDENT);
  assert_ratio(finding->observed, 20230630, 1);
  assert_int_equal(finding->relation, KQA_RELATION_NONE);
  assert_ratio(finding->required, 0, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(latest_incident_is_shown_whatever_their_order),
    cmocka_unit_test(first_day_of_the_window_is_shown_with_the_incident),
    cmocka_unit_test(full_application_is_accepted),
    cmocka_unit_test(nothing_known_misses_every_requirement),
    cmocka_unit_test(every_requirement_alone_and_every_pair),
    cmocka_unit_test(operation_counts_from_exactly_three_years),
    cmocka_unit_test(application_needs_two_copies),
    cmocka_unit_test(any_one_of_four_bodies_recommends),
    cmocka_unit_test(application_is_in_time_on_the_last_day),
    cmocka_unit_test(incident_of_the_last_three_years_spoils_the_record),
    cmocka_unit_test(one_incident_among_many_suffices),
    cmocka_unit_test(bar_ends_with_its_last_day_that_day_included),
    cmocka_unit_test(sanction_bars_from_the_day_it_is_decided),
    cmocka_unit_test(bar_beyond_the_calendar_still_bars),
    cmocka_unit_test(every_bar_must_have_ended),
    cmocka_unit_test(periods_are_the_edition_s),
    cmocka_unit_test(requirement_is_found_by_the_name_of_the_round_file),
    cmocka_unit_test(missing_requirements_come_in_the_order_of_their_names),
    cmocka_unit_test(impossible_fact_is_a_fault_with_its_place),
    cmocka_unit_test(impossible_paper_is_a_fault),
    cmocka_unit_test(impossible_day_is_a_fault),
    cmocka_unit_test(impossible_incident_or_sanction_is_a_fault_with_its_place),
    cmocka_unit_test(zero_is_no_kind_of_incident_or_sanction),
    cmocka_unit_test(edition_in_disorder_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
