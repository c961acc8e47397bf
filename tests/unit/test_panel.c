/* The people who review: assessors (Art. 11), panel (Art. 10), committee (Art. 7), conduct (Art.
 * 27). */
#include "support.h"

#include "kqaward/panel.h"

/* Written out, for the oracles: what must hold is unknown, met or not met. */
static int32_t verdict_of(int32_t truth)
{
  static const int32_t verdicts[] = {KQA_VERDICT_UNKNOWN, KQA_VERDICT_MET, KQA_VERDICT_NOT_MET};
  return verdicts[truth];
}

static int32_t either(int32_t a, int32_t b)
{
  if (a == KQA_TRUE || b == KQA_TRUE)
    return KQA_TRUE;
  return a == KQA_FALSE && b == KQA_FALSE ? KQA_FALSE : KQA_UNKNOWN;
}

static int32_t together(const int32_t *verdicts, int32_t count)
{
  bool unknown = false;
  for (int32_t i = 0; i < count; i++) {
    if (verdicts[i] == KQA_VERDICT_NOT_MET)
      return KQA_VERDICT_NOT_MET;
    unknown = unknown || verdicts[i] == KQA_VERDICT_UNKNOWN;
  }
  return unknown ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;
}

static void assert_findings(const struct kqa_decision *decision, const int32_t *provisions,
                            const int32_t *verdicts, int32_t count)
{
  assert_no_fault(decision->fault);
  assert_int_equal(decision->count, count);
  for (int32_t i = 0; i < count; i++) {
    assert_int_equal(decision->findings[i].provision, provisions[i]);
    assert_int_equal(decision->findings[i].verdict, verdicts[i]);
  }
  assert_int_equal(decision->verdict, together(verdicts, count));
  assert_true(is_all_zero(&decision->findings[count],
                          sizeof decision->findings[0] * (size_t)(KQA_DECISION_FINDINGS - count)));
}

static const int32_t assessor_provisions[] = {
  KQA_PROVISION_ASSESSOR_POLICY_AND_LAW, KQA_PROVISION_ASSESSOR_EDUCATION,
  KQA_PROVISION_ASSESSOR_TRAINING,       KQA_PROVISION_ASSESSOR_KNOWLEDGE,
  KQA_PROVISION_ASSESSOR_EXPERIENCE,     KQA_PROVISION_ASSESSOR_ABILITIES,
  KQA_PROVISION_ASSESSOR_ETHICS,
};

static void check_assessor(const struct kqa_edition *edition, const struct kqa_assessor *assessor)
{
  const int32_t *facts = assessor->facts;
  int32_t years = KQA_UNKNOWN;
  if (assessor->years_known)
    years = assessor->years >= edition->assessor_min_years ? KQA_TRUE : KQA_FALSE;
  const int32_t verdicts[] = {
    verdict_of(facts[0]), verdict_of(either(facts[1], facts[2])),
    verdict_of(facts[3]), verdict_of(facts[4]),
    verdict_of(years),    verdict_of(facts[5]),
    verdict_of(facts[6]),
  };
  const struct kqa_decision decision = kqa_assessor_check(edition, assessor);
  assert_findings(&decision, assessor_provisions, verdicts, 7);
  const struct kqa_finding *experience = &decision.findings[4];
  assert_int_equal(experience->unit, KQA_UNIT_YEARS);
  assert_int_equal(experience->relation, KQA_RELATION_AT_LEAST);
  assert_ratio(experience->required, edition->assessor_min_years, 1);
  assert_ratio(experience->observed, assessor->years_known ? assessor->years : 0,
               assessor->years_known ? 1 : 0);
}

static void every_combination_of_facts_makes_or_unmakes_an_assessor(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  static const struct {
    int32_t known, years;
  } experience[] = {{0, 0}, {1, 0}, {1, 2}, {1, 3}, {1, 4}, {1, 99}};
  int combinations = 0;
  for (int32_t code = 0; code < 2187; code++)
    for (size_t e = 0; e < COUNT_OF(experience); e++, combinations++) {
      struct kqa_assessor assessor = {.years_known = experience[e].known,
                                      .years = experience[e].years};
      for (int32_t i = 0, rest = code; i < KQA_ASSESSOR_FACTS; i++, rest /= 3)
        assessor.facts[i] = rest % 3;
      check_assessor(&edition, &assessor);
    }
  assert_int_equal(combinations, 2187 * 6);
}

static void three_years_of_work_suffice_unless_the_edition_asks_for_more(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_assessor assessor = {.years_known = 1};
  for (int32_t i = 0; i < KQA_ASSESSOR_FACTS; i++)
    assessor.facts[i] = KQA_TRUE;
  for (int32_t least = 0; least <= 60; least++)
    for (int32_t years = 0; years <= 99; years++) {
      edition.assessor_min_years = least;
      assessor.years = years;
      assert_int_equal(kqa_assessor_check(&edition, &assessor).verdict,
                       years >= least ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
    }
}

static void what_is_said_of_an_assessor_is_one_of_three_values(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  static const int32_t values[] = {-1, 3, INT32_MIN, INT32_MAX};
  for (int32_t fact = 0; fact < KQA_ASSESSOR_FACTS; fact++)
    for (size_t i = 0; i < COUNT_OF(values); i++) {
      struct kqa_assessor assessor = {.years_known = 1, .years = 3};
      assessor.facts[fact] = values[i];
      assert_decision_fault_at(kqa_assessor_check(&edition, &assessor), KQA_E_VALUE,
                               KQA_FIELD_ASSESSOR_FACT, fact);
    }
}

static void an_assessors_years_are_0_to_99_or_unknown(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  static const struct {
    int32_t known, years, status;
  } cases[] = {{2, 3, KQA_E_VALUE},         {-1, 3, KQA_E_VALUE},
               {INT32_MIN, 0, KQA_E_VALUE}, {INT32_MAX, 0, KQA_E_VALUE},
               {1, -1, KQA_E_RANGE},        {1, 100, KQA_E_RANGE},
               {1, INT32_MIN, KQA_E_RANGE}, {1, INT32_MAX, KQA_E_RANGE},
               {0, 1, KQA_E_RANGE},         {0, -1, KQA_E_RANGE}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_assessor assessor = {.years_known = cases[i].known, .years = cases[i].years};
    assert_decision_fault(kqa_assessor_check(&edition, &assessor), cases[i].status,
                          KQA_FIELD_ASSESSOR_YEARS);
  }
}

static void a_panel_has_three_assessors_or_more_and_exactly_one_leader(void **state)
{
  (void)state;
  static const int32_t provisions[] = {KQA_PROVISION_PANEL_SIZE, KQA_PROVISION_PANEL_LEADER};
  static const int32_t least[] = {1, 2, 3, 4, 99};
  struct kqa_edition edition = edition_2020();
  assert_int_equal(edition.panel_min_assessors, 3);
  for (size_t l = 0; l < COUNT_OF(least); l++) {
    edition.panel_min_assessors = least[l];
    for (int32_t assessors = 0; assessors <= 99; assessors++)
      for (int32_t leaders = 0; leaders <= assessors; leaders++) {
        const int32_t verdicts[] = {
          assessors >= least[l] ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET,
          leaders == 1 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET,
        };
        const struct kqa_decision decision = kqa_panel_check(&edition, assessors, leaders);
        assert_findings(&decision, provisions, verdicts, 2);
        assert_int_equal(decision.findings[0].unit, KQA_UNIT_PERSONS);
        assert_int_equal(decision.findings[0].relation, KQA_RELATION_AT_LEAST);
        assert_ratio(decision.findings[0].observed, assessors, 1);
        assert_ratio(decision.findings[0].required, least[l], 1);
        assert_int_equal(decision.findings[1].unit, KQA_UNIT_PERSONS);
        assert_int_equal(decision.findings[1].relation, KQA_RELATION_EQUAL);
        assert_ratio(decision.findings[1].observed, leaders, 1);
        assert_ratio(decision.findings[1].required, 1, 1);
      }
  }
}

static void a_panel_of_impossible_numbers_is_refused(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  static const int32_t sizes[] = {-1, 100, INT32_MIN, INT32_MAX};
  static const int32_t leaders[] = {-1, 6, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(sizes); i++) {
    assert_decision_fault(kqa_panel_check(&edition, sizes[i], 1), KQA_E_RANGE, KQA_FIELD_ASSESSORS);
    assert_decision_fault(kqa_panel_check(&edition, 5, leaders[i]), KQA_E_RANGE, KQA_FIELD_LEADERS);
  }
  assert_decision_fault(kqa_panel_check(&edition, 0, 1), KQA_E_RANGE, KQA_FIELD_LEADERS);
}

static void assert_decides_nothing(const struct kqa_edition *edition)
{
  static const struct kqa_assessor nobody = {.years_known = 0};
  const struct kqa_fault fault = kqa_edition_check(edition);
  assert_int_not_equal(fault.status, KQA_OK);
  assert_decision_fault(kqa_assessor_check(edition, &nobody), fault.status, fault.field);
  assert_decision_fault(kqa_panel_check(edition, 3, 1), fault.status, fault.field);
}

static void an_edition_that_the_check_refuses_decides_nothing(void **state)
{
  (void)state;
  struct kqa_edition edition = broken_edition();
  assert_decides_nothing(&edition);
  edition = edition_2020();
  edition.size = 0;
  assert_decides_nothing(&edition);
  edition = edition_2020();
  edition.weight_site_permille = 799;
  assert_decides_nothing(&edition);
}

static void the_id_and_days_of_an_edition_are_no_matter_of_a_decision(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  edition.id[0] = 'K';
  edition.in_force_from = ymd(2023, 2, 29);
  assert_int_equal(kqa_panel_check(&edition, 3, 1).fault.status, KQA_OK);
  assert_int_equal(kqa_panel_check(&edition, 3, 1).verdict, KQA_VERDICT_MET);
}

static void the_committee_has_a_chair_two_vice_chairs_and_fifteen_members(void **state)
{
  (void)state;
  static const int32_t beyond[] = {-1, KQA_COMMITTEE_SEATS, INT32_MIN, INT32_MAX};
  assert_int_equal(KQA_COMMITTEE_SEATS, 18);
  for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++) {
    const int32_t role = seat == 0  ? KQA_COMMITTEE_CHAIR
                         : seat < 3 ? KQA_COMMITTEE_VICE_CHAIR
                                    : KQA_COMMITTEE_MEMBER;
    assert_int_equal(kqa_committee_role(seat), role);
    for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
      assert_people_text(kqa_committee_seat(seat, language), language);
      for (int32_t other = 0; other < seat; other++)
        assert_string_not_equal(kqa_committee_seat(seat, language),
                                kqa_committee_seat(other, language));
    }
    for (size_t i = 0; i < COUNT_OF(no_languages); i++)
      assert_string_equal(kqa_committee_seat(seat, no_languages[i]), "");
  }
  for (size_t i = 0; i < COUNT_OF(beyond); i++) {
    assert_int_equal(kqa_committee_role(beyond[i]), 0);
    assert_string_equal(kqa_committee_seat(beyond[i], KQA_LANGUAGE_ZH), "");
    assert_string_equal(kqa_committee_seat(beyond[i], KQA_LANGUAGE_EN), "");
  }
}

/* All seats of a role filled, from the first seat to the last. */
static int32_t all_filled(const int32_t *filled, int32_t first, int32_t last)
{
  bool unknown = false;
  for (int32_t seat = first; seat <= last; seat++) {
    if (filled[seat] == KQA_FALSE)
      return KQA_VERDICT_NOT_MET;
    unknown = unknown || filled[seat] == KQA_UNKNOWN;
  }
  return unknown ? KQA_VERDICT_UNKNOWN : KQA_VERDICT_MET;
}

static void check_committee(const int32_t *filled)
{
  static const int32_t provisions[] = {KQA_PROVISION_COMMITTEE_CHAIR,
                                       KQA_PROVISION_COMMITTEE_VICE_CHAIRS,
                                       KQA_PROVISION_COMMITTEE_MEMBERS};
  const int32_t verdicts[] = {all_filled(filled, 0, 0), all_filled(filled, 1, 2),
                              all_filled(filled, 3, 17)};
  const struct kqa_decision decision = kqa_committee_check(filled);
  assert_findings(&decision, provisions, verdicts, 3);
}

static void the_committee_is_complete_when_every_seat_is_filled(void **state)
{
  (void)state;
  int32_t filled[KQA_COMMITTEE_SEATS];
  /* Two seats of any kind in any state, the others filled. */
  for (int32_t a = 0; a < KQA_COMMITTEE_SEATS; a++)
    for (int32_t b = 0; b < KQA_COMMITTEE_SEATS; b++)
      for (int32_t code = 0; code < 9; code++) {
        for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++)
          filled[seat] = KQA_TRUE;
        filled[a] = code % 3;
        filled[b] = code / 3;
        check_committee(filled);
      }
  uint64_t seed = 18;
  for (int i = 0; i < 20000; i++) {
    for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++)
      filled[seat] = (int32_t)(next_random(&seed) % 3);
    check_committee(filled);
  }
}

static void findings_on_the_committee_count_members(void **state)
{
  (void)state;
  int32_t filled[KQA_COMMITTEE_SEATS];
  for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++)
    filled[seat] = KQA_TRUE;
  filled[17] = KQA_FALSE;
  filled[2] = KQA_FALSE;
  const struct kqa_decision decision = kqa_committee_check(filled);
  assert_ratio(decision.findings[0].observed, 1, 1);
  assert_ratio(decision.findings[0].required, 1, 1);
  assert_ratio(decision.findings[1].observed, 1, 1);
  assert_ratio(decision.findings[1].required, 2, 1);
  assert_ratio(decision.findings[2].observed, 14, 1);
  assert_ratio(decision.findings[2].required, 15, 1);
}

static void a_seat_is_filled_empty_or_unknown(void **state)
{
  (void)state;
  static const int32_t values[] = {-1, 3, INT32_MIN, INT32_MAX};
  for (int32_t seat = 0; seat < KQA_COMMITTEE_SEATS; seat++)
    for (size_t i = 0; i < COUNT_OF(values); i++) {
      int32_t filled[KQA_COMMITTEE_SEATS] = {0};
      filled[seat] = values[i];
      assert_decision_fault_at(kqa_committee_check(filled), KQA_E_VALUE, KQA_FIELD_COMMITTEE_SEAT,
                               seat);
    }
}

static void a_reviewer_is_truthful_keeps_secrets_and_follows_procedure(void **state)
{
  (void)state;
  static const int32_t provisions[] = {KQA_PROVISION_REVIEWER_TRUTHFUL,
                                       KQA_PROVISION_REVIEWER_CONFIDENTIAL,
                                       KQA_PROVISION_REVIEWER_PROCEDURE};
  static const int32_t values[] = {-1, 3, INT32_MIN, INT32_MAX};
  for (int32_t code = 0; code < 27; code++) {
    const int32_t facts[] = {code % 3, code / 3 % 3, code / 9};
    const int32_t verdicts[] = {verdict_of(facts[0]), verdict_of(facts[1]), verdict_of(facts[2])};
    const struct kqa_decision decision = kqa_conduct_check(facts);
    assert_findings(&decision, provisions, verdicts, 3);
  }
  for (int32_t fact = 0; fact < KQA_CONDUCT_FACTS; fact++)
    for (size_t i = 0; i < COUNT_OF(values); i++) {
      int32_t facts[KQA_CONDUCT_FACTS] = {0};
      facts[fact] = values[i];
      assert_decision_fault_at(kqa_conduct_check(facts), KQA_E_VALUE, KQA_FIELD_CONDUCT, fact);
    }
}

static void a_breach_is_met_by_criticism_warning_or_disqualification(void **state)
{
  (void)state;
  const int64_t chosen = KQA_MEASURE_CRITICISM + KQA_MEASURE_WARNING + KQA_MEASURE_DISQUALIFICATION;
  for (int32_t breached = 0; breached < 3; breached++)
    for (int32_t criminal = 0; criminal < 3; criminal++) {
      const struct kqa_number measures = kqa_conduct_measures(breached, criminal);
      int64_t expected = breached == KQA_TRUE ? chosen : 0;
      if (breached == KQA_TRUE && criminal == KQA_TRUE)
        expected += KQA_MEASURE_CRIMINAL_LIABILITY;
      assert_no_fault(measures.fault);
      assert_int_equal(measures.value, expected);
    }
}

static void measures_need_known_words(void **state)
{
  (void)state;
  static const int32_t values[] = {-1, 3, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(values); i++)
    for (int32_t truth = 0; truth < 3; truth++) {
      const struct kqa_number breached = kqa_conduct_measures(values[i], truth);
      const struct kqa_number criminal = kqa_conduct_measures(truth, values[i]);
      assert_int_equal(breached.fault.status, KQA_E_VALUE);
      assert_int_equal(breached.fault.field, KQA_FIELD_CONDUCT);
      assert_int_equal(breached.value, 0);
      assert_int_equal(criminal.fault.status, KQA_E_VALUE);
      assert_int_equal(criminal.fault.field, KQA_FIELD_CONDUCT);
      assert_int_equal(criminal.value, 0);
    }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_combination_of_facts_makes_or_unmakes_an_assessor),
    cmocka_unit_test(three_years_of_work_suffice_unless_the_edition_asks_for_more),
    cmocka_unit_test(what_is_said_of_an_assessor_is_one_of_three_values),
    cmocka_unit_test(an_assessors_years_are_0_to_99_or_unknown),
    cmocka_unit_test(a_panel_has_three_assessors_or_more_and_exactly_one_leader),
    cmocka_unit_test(a_panel_of_impossible_numbers_is_refused),
    cmocka_unit_test(an_edition_that_the_check_refuses_decides_nothing),
    cmocka_unit_test(the_id_and_days_of_an_edition_are_no_matter_of_a_decision),
    cmocka_unit_test(the_committee_has_a_chair_two_vice_chairs_and_fifteen_members),
    cmocka_unit_test(the_committee_is_complete_when_every_seat_is_filled),
    cmocka_unit_test(findings_on_the_committee_count_members),
    cmocka_unit_test(a_seat_is_filled_empty_or_unknown),
    cmocka_unit_test(a_reviewer_is_truthful_keeps_secrets_and_follows_procedure),
    cmocka_unit_test(a_breach_is_met_by_criticism_warning_or_disqualification),
    cmocka_unit_test(measures_need_known_words),
  };
  return cmocka_run_group_tests_name("panel", tests, NULL, NULL);
}
