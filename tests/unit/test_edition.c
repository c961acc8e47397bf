/* Editions as data: every parameter and reading of the rules, by struct and by name. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>

#include "kqaward/edition.h"

#define AT(member) offsetof(struct kqa_edition, member)
#define YUAN_MOST INT64_C(1000000000000)

/* The tables of parameters and readings: what the edition of 2020 has and between which values. */
static const struct row {
  const char *name;
  size_t offset;
  struct kqa_parameter parameter;
  const char *value;    /* of 2020 */
  const char *least;    /* the least value that is accepted */
  const char *greatest; /* the greatest */
} rows[] = {
#define COUNT(name, member, field, article, item, unit, touches, least, greatest, value)           \
  {name,                                                                                           \
   AT(member),                                                                                     \
   {KQA_FIELD_##field, KQA_PARAMETER_COUNT, article, item, KQA_UNIT_##unit, touches, least,        \
    greatest},                                                                                     \
   value,                                                                                          \
   #least,                                                                                         \
   #greatest}
#define MONEY(name, member, field, value)                                                          \
  {name,                                                                                           \
   AT(member),                                                                                     \
   {KQA_FIELD_##field, KQA_PARAMETER_MONEY, 24, 0, KQA_UNIT_YUAN, 1, 0, YUAN_MOST},                \
   value,                                                                                          \
   "0",                                                                                            \
   "1000000000000"}
#define OTHER(name, member, field, kind, article, greatest, value, least_text, greatest_text)      \
  {name,                                                                                           \
   AT(member),                                                                                     \
   {KQA_FIELD_##field, KQA_PARAMETER_##kind, article, 0,                                           \
    KQA_PARAMETER_##kind == KQA_PARAMETER_SCORE     ? KQA_UNIT_POINTS                              \
    : KQA_PARAMETER_##kind == KQA_PARAMETER_PERCENT ? KQA_UNIT_PERCENT                             \
                                                    : KQA_UNIT_SHARE,                              \
    1, 0, greatest},                                                                               \
   value,                                                                                          \
   least_text,                                                                                     \
   greatest_text}
#define READING(name, member, field, article, item, touches, last, value, other)                   \
  {name,                                                                                           \
   AT(member),                                                                                     \
   {KQA_FIELD_##field, KQA_PARAMETER_READING, article, item, KQA_UNIT_NONE, touches, 0, last},     \
   value,                                                                                          \
   value,                                                                                          \
   other}
  COUNT("quota.quality", quota_quality, QUOTA_QUALITY, 3, 0, ORGANIZATIONS, 1, 0, 10000, "3"),
  COUNT("quota.nomination", quota_nomination, QUOTA_NOMINATION, 3, 0, ORGANIZATIONS, 1, 0, 10000,
        "10"),
  OTHER("floor.total", floor_total, FLOOR_TOTAL, SCORE, 5, 1000, "600", "0", "1000"),
  OTHER("floor.site", floor_site, FLOOR_SITE, SCORE, 5, 1000, "600", "0", "1000"),
  OTHER("weight.document", weight_document_permille, WEIGHT_DOCUMENT, PERCENT, 18, 100, "20", "0",
        "100"),
  OTHER("weight.site", weight_site_permille, WEIGHT_SITE, PERCENT, 18, 100, "80", "0", "100"),
  COUNT("panel.min_assessors", panel_min_assessors, PANEL_MIN_ASSESSORS, 10, 0, PERSONS, 1, 1, 99,
        "3"),
  COUNT("assessor.min_years", assessor_min_years, ASSESSOR_MIN_YEARS, 11, 3, YEARS, 0, 0, 60, "3"),
  COUNT("eligibility.min_years", eligibility_min_years, ELIGIBILITY_MIN_YEARS, 12, 1, YEARS, 1, 0,
        60, "3"),
  COUNT("eligibility.clean_years", eligibility_clean_years, ELIGIBILITY_CLEAN_YEARS, 12, 6, YEARS,
        1, 0, 60, "3"),
  COUNT("application.copies", application_min_copies, APPLICATION_MIN_COPIES, 14, 0, COPIES, 1, 0,
        99, "2"),
  COUNT("site_report.working_days", site_report_working_days, SITE_REPORT_WORKING_DAYS, 17, 0,
        WORKING_DAYS, 0, 0, 250, "5"),
  OTHER("vote.quorum_share", vote_quorum_share, VOTE_QUORUM_SHARE, SHARE, 19, 1, "2/3", "1/1000",
        "1"),
  OTHER("vote.approval_share", vote_approval_share, VOTE_APPROVAL_SHARE, SHARE, 19, 1, "1/2",
        "1/1000", "1"),
  MONEY("prize.quality", prize_quality, PRIZE_QUALITY, "200000"),
  MONEY("prize.nomination", prize_nomination, PRIZE_NOMINATION, "100000"),
  MONEY("prize.cap", prize_cap, PRIZE_CAP, "200000"),
  COUNT("bar.fraud_years", bar_fraud_years, BAR_FRAUD_YEARS, 26, 0, YEARS, 1, 0, 60, "5"),
  COUNT("bar.revocation_years", bar_revocation_years, BAR_REVOCATION_YEARS, 30, 0, YEARS, 1, 0, 60,
        "3"),
  COUNT("report.days", report_days, REPORT_DAYS, 29, 0, DAYS, 0, 0, 3650, "30"),
  READING("vote.approval", vote_approval, VOTE_APPROVAL, 19, 0, 1, 1, "inclusive", "strict"),
  READING("vote.quorum", vote_quorum, VOTE_QUORUM, 19, 0, 1, 1, "inclusive", "strict"),
  READING("floors.apply_to", floors_apply_to, FLOORS_APPLY_TO, 5, 0, 1, 1, "both_awards",
          "quality_only"),
  READING("prior_winner.exempt", prior_winner_exempt, PRIOR_WINNER_EXEMPT, 22, 0, 1, 1,
          "quality_only", "both_awards"),
  READING("clean_record.window", clean_record_window, CLEAN_RECORD_WINDOW, 12, 6, 1, 1, "all_kinds",
          "inspections_only"),
  READING("special_nomination.floors", special_nomination_floors, SPECIAL_NOMINATION_FLOORS, 22, 0,
          1, 1, "exempt", "apply"),
  READING("prize.revoked_history", prize_revoked_history, PRIZE_REVOKED_HISTORY, 24, 0, 1, 1,
          "counts", "ignored"),
  READING("score.rounding", score_rounding, SCORE_ROUNDING, 18, 0, 1, 4, "none", "gbt8170:3"),
  READING("report.rollover", report_rollover, REPORT_ROLLOVER, 29, 0, 0, 1, "next_working_day",
          "none"),
};

enum { ROWS = COUNT_OF(rows), PARAMETERS = 20 };

/* Writes a raw value where the row has its own, without the library. */
static void put(struct kqa_edition *edition, const struct row *row, int64_t num, int64_t den)
{
  char *at = (char *)edition + row->offset;
  const struct kqa_ratio fraction = {num, den};
  const int32_t small = (int32_t)num;
  if (row->parameter.kind == KQA_PARAMETER_MONEY)
    memcpy(at, &num, sizeof num);
  else if (row->parameter.unit == KQA_UNIT_POINTS || row->parameter.unit == KQA_UNIT_SHARE)
    memcpy(at, &fraction, sizeof fraction);
  else
    memcpy(at, &small, sizeof small);
}

static bool is_fraction(const struct row *row)
{
  return row->parameter.kind == KQA_PARAMETER_SCORE || row->parameter.kind == KQA_PARAMETER_SHARE;
}

static void assert_same(const struct kqa_edition *a, const struct kqa_edition *b)
{
  assert_memory_equal(a, b, sizeof *a);
}

/* Sets, then reads back: what was read sets the same again. */
static void check_round_trip(const struct row *row, const char *value)
{
  struct kqa_edition edition = edition_2020();
  struct kqa_edition again = edition_2020();
  char text[40];
  const struct kqa_fault fault = kqa_edition_set(&edition, row->name, value);
  if (fault.status != KQA_OK)
    fail_msg("%s: %s was refused with %d", row->name, value, fault.status);
  const struct kqa_number length = kqa_edition_get(&edition, row->name, text, sizeof text);
  assert_no_fault(length.fault);
  assert_int_equal(length.value, strlen(text));
  assert_no_fault(kqa_edition_set(&again, row->name, text));
  assert_same(&again, &edition);
}

static void check_refused(const struct row *row, const char *value, int32_t status)
{
  struct kqa_edition edition = edition_2020();
  const struct kqa_edition before = edition;
  const struct kqa_fault fault = kqa_edition_set(&edition, row->name, value);
  if (fault.status != status)
    fail_msg("%s: \"%s\" was answered with %d", row->name, value, fault.status);
  assert_fault(fault, status, row->parameter.field);
  assert_same(&edition, &before);
}

static void the_edition_of_2020_holds_the_numbers_of_the_text(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  assert_no_fault(kqa_edition_check(&edition));
  assert_int_equal(edition.size, sizeof edition);
  assert_string_equal(edition.id, "keqiao-2020");
  assert_date(edition.in_force_from, 2020, 5, 10);
  assert_date(edition.in_force_to, 0, 0, 0);
  assert_int_equal(edition.reserved, 0);
  assert_int_equal(edition.weight_document_permille, 200);
  assert_int_equal(edition.weight_site_permille, 800);
  assert_ratio(edition.vote_quorum_share, 2, 3);
  for (size_t i = 0; i < ROWS; i++) {
    char text[40];
    struct kqa_edition same = edition;
    assert_no_fault(kqa_edition_get(&edition, rows[i].name, text, sizeof text).fault);
    assert_string_equal(text, rows[i].value);
    assert_no_fault(kqa_edition_set(&same, rows[i].name, rows[i].value));
    assert_same(&same, &edition);
  }
}

static void the_rules_are_in_force_from_10_may_2020(void **state)
{
  (void)state;
  struct kqa_edition edition;
  assert_no_fault(kqa_edition_on(ymd(2020, 5, 10), &edition));
  assert_string_equal(edition.id, "keqiao-2020");
  assert_no_fault(kqa_edition_on(ymd(9999, 12, 31), &edition));
  assert_string_equal(edition.id, "keqiao-2020");
  static const struct kqa_date before[] = {{2020, 5, 9}, {2020, 4, 30}, {2019, 12, 31}, {1, 1, 1}};
  for (size_t i = 0; i < COUNT_OF(before); i++) {
    memset(&edition, 0xA5, sizeof edition);
    assert_fault(kqa_edition_on(before[i], &edition), KQA_E_NO_EDITION, KQA_FIELD_DATE);
    assert_true(is_all_zero(&edition, sizeof edition));
  }
}

static void no_such_day_has_no_edition(void **state)
{
  (void)state;
  static const struct kqa_date no_days[] = {
    {0, 0, 0}, {2023, 2, 29}, {2026, 13, 1}, {10000, 1, 1}, {INT32_MIN, 1, 1}};
  for (size_t i = 0; i < COUNT_OF(no_days); i++) {
    struct kqa_edition edition;
    memset(&edition, 0xA5, sizeof edition);
    assert_fault(kqa_edition_on(no_days[i], &edition), KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
    assert_true(is_all_zero(&edition, sizeof edition));
  }
}

static void editions_are_found_by_their_id_alone(void **state)
{
  (void)state;
  static const char *const unknown[] = {
    "", "keqiao", "keqiao-202", "keqiao-20200", "KEQIAO-2020", "keqiao-2018", "keqiao-2020 "};
  struct kqa_edition edition;
  assert_true(kqa_edition_count() >= 1);
  for (size_t i = 0; i < kqa_edition_count(); i++) {
    assert_no_fault(kqa_edition_find(kqa_edition_id_at(i), &edition));
    assert_string_equal(edition.id, kqa_edition_id_at(i));
    assert_no_fault(kqa_edition_check(&edition));
  }
  assert_string_equal(kqa_edition_id_at(0), "keqiao-2020");
  assert_string_equal(kqa_edition_id_at(kqa_edition_count()), "");
  assert_string_equal(kqa_edition_id_at(SIZE_MAX), "");
  for (size_t i = 0; i < COUNT_OF(unknown); i++) {
    memset(&edition, 0xA5, sizeof edition);
    assert_fault(kqa_edition_find(unknown[i], &edition), KQA_E_NAME, KQA_FIELD_EDITION_ID);
    assert_true(is_all_zero(&edition, sizeof edition));
  }
}

static void the_register_lists_every_parameter_and_reading_once(void **state)
{
  (void)state;
  static const struct kqa_parameter none = {0};
  assert_int_equal(kqa_parameter_count(), ROWS);
  for (size_t i = 0; i < ROWS; i++) {
    const struct kqa_parameter by_place = kqa_parameter_at(i);
    const struct kqa_parameter by_name = kqa_parameter_find(rows[i].name);
    assert_memory_equal(&by_place, &rows[i].parameter, sizeof by_place);
    assert_memory_equal(&by_name, &rows[i].parameter, sizeof by_name);
    assert_string_equal(kqa_field_name(by_place.field), rows[i].name);
    assert_int_equal(by_place.kind == KQA_PARAMETER_READING, i >= PARAMETERS);
  }
  static const char *const unknown[] = {"", "quota", "quota.quality ", "Quota.Quality", "date"};
  for (size_t i = 0; i < COUNT_OF(unknown); i++) {
    const struct kqa_parameter found = kqa_parameter_find(unknown[i]);
    assert_memory_equal(&found, &none, sizeof found);
  }
  const struct kqa_parameter beyond = kqa_parameter_at(ROWS), far = kqa_parameter_at(SIZE_MAX);
  assert_memory_equal(&beyond, &none, sizeof none);
  assert_memory_equal(&far, &none, sizeof none);
}

static void every_value_from_the_least_to_the_greatest_is_accepted(void **state)
{
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    check_round_trip(&rows[i], rows[i].least);
    check_round_trip(&rows[i], rows[i].greatest);
    check_round_trip(&rows[i], rows[i].value);
  }
}

static void counts_and_money_are_read_and_written_as_digits(void **state)
{
  (void)state;
  for (size_t i = 0; i < PARAMETERS; i++) {
    const struct row *row = &rows[i];
    if (row->parameter.kind != KQA_PARAMETER_COUNT && row->parameter.kind != KQA_PARAMETER_MONEY)
      continue;
    const int64_t step = row->parameter.max > 10000 ? row->parameter.max / 97 : 1;
    for (int64_t value = row->parameter.min; value <= row->parameter.max; value += step) {
      struct kqa_edition edition = edition_2020(), expected = edition_2020();
      char digits[40], text[40];
      snprintf(digits, sizeof digits, "%" PRId64, value);
      put(&expected, row, value, 1);
      assert_no_fault(kqa_edition_set(&edition, row->name, digits));
      assert_same(&edition, &expected);
      assert_int_equal(kqa_edition_get(&edition, row->name, text, sizeof text).value,
                       strlen(digits));
      assert_string_equal(text, digits);
    }
  }
}

static void percents_have_at_most_one_decimal(void **state)
{
  (void)state;
  const struct row *const weights[] = {&rows[4], &rows[5]};
  for (size_t i = 0; i < COUNT_OF(weights); i++) {
    for (int tenths = 0; tenths <= 1000; tenths++) {
      struct kqa_edition edition = edition_2020(), expected = edition_2020();
      char decimal[32], text[40];
      snprintf(decimal, sizeof decimal, "%d.%d", tenths / 10, tenths % 10);
      put(&expected, weights[i], tenths, 1);
      assert_no_fault(kqa_edition_set(&edition, weights[i]->name, decimal));
      assert_same(&edition, &expected);
      assert_no_fault(kqa_edition_get(&edition, weights[i]->name, text, sizeof text).fault);
      if (tenths % 10 == 0)
        decimal[strlen(decimal) - 2] = '\0';
      assert_string_equal(text, decimal);
    }
    check_refused(weights[i], "12.55", KQA_E_RANGE);
    check_refused(weights[i], "1/3", KQA_E_RANGE);
    check_refused(weights[i], "1/4", KQA_E_RANGE);
    check_refused(weights[i], "100.1", KQA_E_RANGE);
    check_refused(weights[i], "101", KQA_E_RANGE);
  }
}

static void scores_are_taken_exactly(void **state)
{
  (void)state;
  const struct row *const floors[] = {&rows[2], &rows[3]};
  static const struct {
    const char *text;
    struct kqa_ratio value;
  } cases[] = {{"612.35", {12247, 20}},
               {"3057/5", {3057, 5}},
               {"0.000001", {1, 1000000}},
               {"999.999999", {999999999, 1000000}},
               {"600.000", {600, 1}}};
  for (size_t i = 0; i < COUNT_OF(floors); i++) {
    for (size_t j = 0; j < COUNT_OF(cases); j++) {
      struct kqa_edition edition = edition_2020(), expected = edition_2020();
      put(&expected, floors[i], cases[j].value.num, cases[j].value.den);
      assert_no_fault(kqa_edition_set(&edition, floors[i]->name, cases[j].text));
      assert_same(&edition, &expected);
      check_round_trip(floors[i], cases[j].text);
    }
    check_refused(floors[i], "1000.000001", KQA_E_RANGE);
    check_refused(floors[i], "1001", KQA_E_RANGE);
    check_refused(floors[i], "0.0000001", KQA_E_RANGE);
    check_refused(floors[i], "1/1000001", KQA_E_RANGE);
  }
}

static void a_share_lies_above_0_and_is_at_most_1(void **state)
{
  (void)state;
  const struct row *const shares[] = {&rows[12], &rows[13]};
  for (size_t i = 0; i < COUNT_OF(shares); i++) {
    check_round_trip(shares[i], "999/1000");
    check_round_trip(shares[i], "0.501");
    check_refused(shares[i], "0", KQA_E_RANGE);
    check_refused(shares[i], "0/5", KQA_E_RANGE);
    check_refused(shares[i], "3/2", KQA_E_RANGE);
    check_refused(shares[i], "1001/1000", KQA_E_RANGE);
    check_refused(shares[i], "1/1001", KQA_E_RANGE);
    check_refused(shares[i], "1000/1001", KQA_E_RANGE);
    check_refused(shares[i], "0.6667", KQA_E_RANGE);
    check_refused(shares[i], "2", KQA_E_RANGE);
  }
}

static void one_above_the_greatest_and_one_below_the_least_are_refused(void **state)
{
  (void)state;
  for (size_t i = 0; i < PARAMETERS; i++) {
    char above[40];
    snprintf(above, sizeof above, "%" PRId64, rows[i].parameter.max + 1);
    check_refused(&rows[i], above, KQA_E_RANGE);
    check_refused(&rows[i], "99999999999999999999999", KQA_E_RANGE);
    if (rows[i].parameter.min == 1)
      check_refused(&rows[i], "0", KQA_E_RANGE);
    else
      check_refused(&rows[i], "-1", KQA_E_FORM); /* a number has no sign */
  }
}

static void any_other_form_of_a_value_is_refused(void **state)
{
  (void)state;
  static const char *const forms[] = {"",     " 4",  "4 ",           "+4",  "0x4", "4e1",
                                      "four", "1/0", "4.",           ".4",  "4,5", "--4",
                                      "/",    "4/",  "\xef\xbc\x94", "4\n", "null"};
  static const char *const no_counts[] = {"4.0", "4/1", "4.5"};
  char many[100];
  memset(many, '0', sizeof many - 1);
  many[sizeof many - 1] = '\0';
  for (size_t i = 0; i < PARAMETERS; i++) {
    const bool counts = !is_fraction(&rows[i]) && rows[i].parameter.kind != KQA_PARAMETER_PERCENT;
    for (size_t j = 0; j < COUNT_OF(forms); j++)
      check_refused(&rows[i], forms[j], KQA_E_FORM);
    for (size_t j = 0; counts && j < COUNT_OF(no_counts); j++)
      check_refused(&rows[i], no_counts[j], KQA_E_FORM);
    check_refused(&rows[i], many, KQA_E_FORM);
  }
}

static void a_reading_takes_its_words_alone(void **state)
{
  (void)state;
  static const char *const words[] = {"",        "Inclusive", "strict ",   "0",     "1",
                                      "default", "gbt8170",   "gbt8170:4", "nonen", "non"};
  for (size_t i = PARAMETERS; i < ROWS; i++) {
    const struct row *row = &rows[i];
    for (int32_t code = 0; code <= row->parameter.max; code++) {
      struct kqa_edition edition = edition_2020(), expected = edition_2020();
      char text[40];
      put(&expected, row, code, 1);
      assert_no_fault(
        kqa_edition_set(&edition, row->name, kqa_reading_value(row->parameter.field, code)));
      assert_same(&edition, &expected);
      assert_no_fault(kqa_edition_check(&edition));
      assert_no_fault(kqa_edition_get(&edition, row->name, text, sizeof text).fault);
      assert_string_equal(text, kqa_reading_value(row->parameter.field, code));
    }
    for (size_t j = 0; j < COUNT_OF(words); j++)
      check_refused(row, words[j], KQA_E_VALUE);
  }
}

static void readings_are_spelled_as_the_round_file_spells_them(void **state)
{
  (void)state;
  static const char *const rounding[] = {"none", "gbt8170:0", "gbt8170:1", "gbt8170:2",
                                         "gbt8170:3"};
  for (size_t i = PARAMETERS; i < ROWS; i++) {
    const int32_t field = rows[i].parameter.field;
    const int32_t last = (int32_t)rows[i].parameter.max;
    assert_string_equal(kqa_reading_value(field, 0), rows[i].value);
    assert_string_equal(kqa_reading_value(field, last), rows[i].greatest);
    static const int32_t beyond[] = {-1, 5, INT32_MIN, INT32_MAX};
    for (size_t j = 0; j < COUNT_OF(beyond); j++) {
      assert_string_equal(kqa_reading_value(field, beyond[j]), "");
      assert_string_equal(kqa_reading_meaning(field, beyond[j], KQA_LANGUAGE_ZH), "");
    }
    assert_string_equal(kqa_reading_value(field, last + 1), "");
    assert_string_equal(kqa_reading_meaning(field, last + 1, KQA_LANGUAGE_EN), "");
  }
  for (int32_t code = 0; code < 5; code++)
    assert_string_equal(kqa_reading_value(KQA_FIELD_SCORE_ROUNDING, code), rounding[code]);
}

static void every_row_is_labelled_in_both_languages(void **state)
{
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    const int32_t field = rows[i].parameter.field;
    for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
      assert_people_text(kqa_parameter_label(field, language), language);
      for (size_t j = 0; j < i; j++)
        assert_string_not_equal(kqa_parameter_label(field, language),
                                kqa_parameter_label(rows[j].parameter.field, language));
      if (i < PARAMETERS) {
        assert_string_equal(kqa_reading_value(field, 0), "");
        assert_string_equal(kqa_reading_meaning(field, 0, language), "");
        assert_string_equal(kqa_reading_reason(field, language), "");
        continue;
      }
      assert_people_text(kqa_reading_reason(field, language), language);
      for (int32_t code = 0; code <= rows[i].parameter.max; code++)
        assert_people_text(kqa_reading_meaning(field, code, language), language);
    }
  }
}

static void other_fields_and_languages_have_no_texts(void **state)
{
  (void)state;
  static const int32_t fields[] = {0, 21, 100, 110, 201, -1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(fields); i++) {
    assert_string_equal(kqa_parameter_label(fields[i], KQA_LANGUAGE_ZH), "");
    assert_string_equal(kqa_reading_value(fields[i], 0), "");
    assert_string_equal(kqa_reading_meaning(fields[i], 0, KQA_LANGUAGE_ZH), "");
    assert_string_equal(kqa_reading_reason(fields[i], KQA_LANGUAGE_EN), "");
  }
  for (size_t i = 0; i < COUNT_OF(no_languages); i++) {
    assert_string_equal(kqa_parameter_label(KQA_FIELD_VOTE_QUORUM, no_languages[i]), "");
    assert_string_equal(kqa_reading_meaning(KQA_FIELD_VOTE_QUORUM, 0, no_languages[i]), "");
    assert_string_equal(kqa_reading_reason(KQA_FIELD_VOTE_QUORUM, no_languages[i]), "");
  }
}

static void a_name_that_the_register_lacks_is_refused(void **state)
{
  (void)state;
  static const char *const names[] = {"",        "quota", "quota.qualit", "quota.quality.",
                                      "edition", "id"};
  for (size_t i = 0; i < COUNT_OF(names); i++) {
    struct kqa_edition edition = edition_2020();
    const struct kqa_edition before = edition;
    char text[8] = "ZZZZ";
    assert_fault(kqa_edition_set(&edition, names[i], "3"), KQA_E_NAME, KQA_FIELD_PARAMETER_NAME);
    assert_same(&edition, &before);
    assert_number_fault(kqa_edition_get(&edition, names[i], text, sizeof text), KQA_E_NAME,
                        KQA_FIELD_PARAMETER_NAME);
    assert_string_equal(text, "");
    assert_number_fault(kqa_edition_get(&edition, names[i], NULL, 0), KQA_E_NAME,
                        KQA_FIELD_PARAMETER_NAME);
  }
}

/* Puts nonsense straight into the structure: neither the check nor the getter lets it pass. */
static void check_nonsense(const struct row *row, int64_t num, int64_t den)
{
  struct kqa_edition edition = edition_2020();
  const int32_t status = row->parameter.kind == KQA_PARAMETER_READING ? KQA_E_VALUE : KQA_E_RANGE;
  char text[40] = "ZZZZ";
  put(&edition, row, num, den);
  const struct kqa_fault fault = kqa_edition_check(&edition);
  const struct kqa_number length = kqa_edition_get(&edition, row->name, text, sizeof text);
  if (fault.status != status || length.fault.status != status)
    fail_msg("%s: %" PRId64 "/%" PRId64 " was answered with %d and \"%s\"", row->name, num, den,
             fault.status, text);
  assert_fault(fault, status, row->parameter.field);
  assert_number_fault(length, status, row->parameter.field);
  assert_string_equal(text, "");
}

static void the_check_refuses_every_value_outside_its_bounds(void **state)
{
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    const struct row *row = &rows[i];
    const int64_t scale = row->parameter.kind == KQA_PARAMETER_PERCENT ? 10 : 1;
    const bool large = row->parameter.kind == KQA_PARAMETER_MONEY || is_fraction(row);
    check_nonsense(row, row->parameter.min - 1, 1);
    check_nonsense(row, row->parameter.max * scale + 1, 1);
    check_nonsense(row, large ? INT64_MIN : INT32_MIN, 1);
    check_nonsense(row, large ? INT64_MAX : INT32_MAX, 1);
  }
}

static void the_check_refuses_fractions_that_are_none(void **state)
{
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    const struct row *row = &rows[i];
    if (!is_fraction(row))
      continue;
    const int64_t most = row->parameter.kind == KQA_PARAMETER_SCORE ? 1000000 : 1000;
    check_nonsense(row, 0, 0);
    check_nonsense(row, 1, 0);
    check_nonsense(row, 1, -1);
    check_nonsense(row, -1, -1);
    check_nonsense(row, 1, most + 1);
    check_nonsense(row, most, most + 1);
    check_nonsense(row, 1, INT64_MIN);
    check_nonsense(row, 1, INT64_MAX);
    check_nonsense(row, INT64_MAX, INT64_MAX);
    check_nonsense(row, row->parameter.max * most + 1, most);
  }
  check_nonsense(&rows[12], 0, 1); /* a share of nothing */
}

static void the_weights_add_up_to_100_percent(void **state)
{
  (void)state;
  for (int32_t document = 0; document <= 1000; document++)
    for (int32_t off = -2; off <= 2; off++) {
      struct kqa_edition edition = edition_2020();
      edition.weight_document_permille = document;
      edition.weight_site_permille = 1000 - document + off;
      if (edition.weight_site_permille < 0 || edition.weight_site_permille > 1000)
        continue;
      if (off == 0)
        assert_no_fault(kqa_edition_check(&edition));
      else
        assert_fault(kqa_edition_check(&edition), KQA_E_WEIGHTS, KQA_FIELD_WEIGHT_DOCUMENT);
    }
  struct kqa_edition draft = edition_2020();
  assert_no_fault(kqa_edition_set(&draft, "weight.site", "79.9"));
  assert_fault(kqa_edition_check(&draft), KQA_E_WEIGHTS, KQA_FIELD_WEIGHT_DOCUMENT);
  assert_no_fault(kqa_edition_set(&draft, "weight.document", "20.1"));
  assert_no_fault(kqa_edition_check(&draft));
}

static void an_edition_of_another_size_is_of_another_version(void **state)
{
  (void)state;
  static const uint32_t sizes[] = {0, 1, sizeof(struct kqa_edition) - 1,
                                   sizeof(struct kqa_edition) + 1, UINT32_MAX};
  for (size_t i = 0; i < COUNT_OF(sizes); i++) {
    struct kqa_edition edition = edition_2020();
    edition.size = sizes[i];
    assert_fault(kqa_edition_check(&edition), KQA_E_SIZE, KQA_FIELD_EDITION);
  }
}

static void an_id_is_of_small_letters_digits_and_hyphens(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (int byte = 1; byte < 256; byte++) {
    const bool allowed =
      (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
    memset(edition.id, 0, sizeof edition.id);
    memcpy(edition.id, "x0", 2);
    edition.id[2] = (char)byte;
    if (allowed)
      assert_no_fault(kqa_edition_check(&edition));
    else
      assert_fault(kqa_edition_check(&edition), KQA_E_FORM, KQA_FIELD_EDITION_ID);
  }
  memset(edition.id, 0, sizeof edition.id);
  assert_fault(kqa_edition_check(&edition), KQA_E_FORM, KQA_FIELD_EDITION_ID);
  edition.id[0] = 'a';
  assert_no_fault(kqa_edition_check(&edition));
  memset(edition.id, 'a', sizeof edition.id - 1);
  assert_no_fault(kqa_edition_check(&edition));
  memset(edition.id, 'a', sizeof edition.id);
  assert_fault(kqa_edition_check(&edition), KQA_E_FORM, KQA_FIELD_EDITION_ID);
  edition.in_force_from = ymd(2048, 1, 1); /* of which the first byte in memory is 0 */
  assert_fault(kqa_edition_check(&edition), KQA_E_FORM, KQA_FIELD_EDITION_ID);
}

static void the_dates_in_force_are_days_in_order(void **state)
{
  (void)state;
  static const struct {
    struct kqa_date from, to;
    int32_t status;
  } cases[] = {
    {{2020, 5, 10}, {0, 0, 0}, KQA_OK},
    {{2020, 5, 10}, {2020, 5, 10}, KQA_OK},
    {{2020, 5, 10}, {2020, 5, 11}, KQA_OK},
    {{2020, 5, 10}, {2020, 5, 9}, KQA_E_ORDER},
    {{2020, 5, 10}, {1, 1, 1}, KQA_E_ORDER},
    {{0, 0, 0}, {0, 0, 0}, KQA_E_NO_SUCH_DAY},
    {{2023, 2, 29}, {0, 0, 0}, KQA_E_NO_SUCH_DAY},
    {{2020, 5, 10}, {2023, 2, 29}, KQA_E_NO_SUCH_DAY},
    {{2020, 5, 10}, {2024, 0, 0}, KQA_E_NO_SUCH_DAY},
    {{INT32_MIN, 1, 1}, {0, 0, 0}, KQA_E_NO_SUCH_DAY},
    {{2020, 5, 10}, {INT32_MAX, 1, 1}, KQA_E_NO_SUCH_DAY},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    struct kqa_edition edition = edition_2020();
    edition.in_force_from = cases[i].from;
    edition.in_force_to = cases[i].to;
    assert_fault(kqa_edition_check(&edition), cases[i].status,
                 cases[i].status == KQA_OK ? KQA_FIELD_NONE : KQA_FIELD_IN_FORCE);
  }
}

static void the_first_fault_in_the_registers_order_is_named(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  for (size_t left = ROWS; left > 0; left--) {
    const size_t i = left - 1;
    put(&edition, &rows[i], -1, 1);
    assert_fault(kqa_edition_check(&edition), i < PARAMETERS ? KQA_E_RANGE : KQA_E_VALUE,
                 rows[i].parameter.field);
  }
  edition.size = 0;
  assert_fault(kqa_edition_check(&edition), KQA_E_SIZE, KQA_FIELD_EDITION);
}

struct lookup {
  const struct kqa_edition *edition;
  const char *name;
};

static size_t write_value(const void *subject, char *buffer, size_t capacity)
{
  const struct lookup *lookup = subject;
  return (size_t)kqa_edition_get(lookup->edition, lookup->name, buffer, capacity).value;
}

static void a_value_fits_the_buffer_or_is_cut(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  for (size_t i = 0; i < ROWS; i++) {
    const struct lookup lookup = {&edition, rows[i].name};
    assert_text_at_every_capacity(write_value, &lookup, rows[i].value);
  }
}

static void a_changed_parameter_is_the_only_difference(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  assert_int_equal(kqa_edition_diff(&edition, &edition, NULL, 0), 0);
  for (size_t i = 0; i < ROWS; i++) {
    struct kqa_edition draft = edition;
    int32_t fields[ROWS] = {0};
    assert_no_fault(kqa_edition_set(&draft, rows[i].name, rows[i].greatest));
    assert_int_equal(kqa_edition_diff(&edition, &draft, fields, ROWS), 1);
    assert_int_equal(fields[0], rows[i].parameter.field);
    assert_int_equal(fields[1], 0);
    assert_int_equal(kqa_edition_diff(&draft, &edition, NULL, 0), 1);
  }
}

static void all_differences_are_listed_in_the_registers_order(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  struct kqa_edition draft = edition;
  for (size_t i = 0; i < ROWS; i++)
    assert_no_fault(kqa_edition_set(&draft, rows[i].name, rows[i].greatest));
  for (size_t capacity = 0; capacity <= ROWS; capacity++) {
    int32_t fields[ROWS + 1] = {0};
    assert_int_equal(kqa_edition_diff(&edition, &draft, fields, capacity), ROWS);
    for (size_t i = 0; i <= ROWS; i++)
      assert_int_equal(fields[i], i < capacity ? rows[i].parameter.field : 0);
  }
}

static void values_differ_and_not_their_spelling_id_or_dates(void **state)
{
  (void)state;
  const struct kqa_edition edition = edition_2020();
  struct kqa_edition draft = edition;
  int32_t fields[2] = {0, 0};
  draft.id[0] = 'x';
  draft.in_force_to = ymd(2030, 1, 1);
  draft.vote_quorum_share = ratio(4, 6);
  draft.floor_total = ratio(1200, 2);
  assert_int_equal(kqa_edition_diff(&edition, &draft, NULL, 0), 0);
  draft.floor_total = ratio(600, 0); /* no number, though the numerator is the same */
  draft.prize_cap = INT64_MIN;
  assert_int_equal(kqa_edition_diff(&edition, &draft, fields, 2), 2);
  assert_int_equal(fields[0], KQA_FIELD_FLOOR_TOTAL);
  assert_int_equal(fields[1], KQA_FIELD_PRIZE_CAP);
  assert_int_equal(kqa_edition_diff(&draft, &edition, NULL, 0), 2);
  assert_int_equal(kqa_edition_diff(&draft, &draft, NULL, 0), 0);
}

static void no_number_differs_from_0_and_from_no_number_written_otherwise(void **state)
{
  (void)state;
  static const int64_t denominators[] = {1, 0, -1, INT64_MIN};
  struct kqa_edition a = edition_2020();
  struct kqa_edition b = a;
  for (size_t i = 0; i < COUNT_OF(denominators); i++)
    for (size_t j = 0; j < COUNT_OF(denominators); j++) {
      a.floor_total = ratio(0, denominators[i]);
      b.floor_total = ratio(0, denominators[j]);
      assert_int_equal(kqa_edition_diff(&a, &b, NULL, 0), i != j);
    }
}

static void text_of_a_value_has_at_most_64_bytes(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  char text[66];
  memset(text, '0', sizeof text);
  text[63] = '7';
  text[64] = '\0';
  assert_no_fault(kqa_edition_set(&edition, "report.days", text));
  assert_int_equal(edition.report_days, 7);
  text[64] = '7';
  text[65] = '\0';
  assert_fault(kqa_edition_set(&edition, "report.days", text), KQA_E_FORM, KQA_FIELD_REPORT_DAYS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(text_of_a_value_has_at_most_64_bytes),
    cmocka_unit_test(the_edition_of_2020_holds_the_numbers_of_the_text),
    cmocka_unit_test(the_rules_are_in_force_from_10_may_2020),
    cmocka_unit_test(no_such_day_has_no_edition),
    cmocka_unit_test(editions_are_found_by_their_id_alone),
    cmocka_unit_test(the_register_lists_every_parameter_and_reading_once),
    cmocka_unit_test(every_value_from_the_least_to_the_greatest_is_accepted),
    cmocka_unit_test(counts_and_money_are_read_and_written_as_digits),
    cmocka_unit_test(percents_have_at_most_one_decimal),
    cmocka_unit_test(scores_are_taken_exactly),
    cmocka_unit_test(a_share_lies_above_0_and_is_at_most_1),
    cmocka_unit_test(one_above_the_greatest_and_one_below_the_least_are_refused),
    cmocka_unit_test(any_other_form_of_a_value_is_refused),
    cmocka_unit_test(a_reading_takes_its_words_alone),
    cmocka_unit_test(readings_are_spelled_as_the_round_file_spells_them),
    cmocka_unit_test(every_row_is_labelled_in_both_languages),
    cmocka_unit_test(other_fields_and_languages_have_no_texts),
    cmocka_unit_test(a_name_that_the_register_lacks_is_refused),
    cmocka_unit_test(the_check_refuses_every_value_outside_its_bounds),
    cmocka_unit_test(the_check_refuses_fractions_that_are_none),
    cmocka_unit_test(the_weights_add_up_to_100_percent),
    cmocka_unit_test(an_edition_of_another_size_is_of_another_version),
    cmocka_unit_test(an_id_is_of_small_letters_digits_and_hyphens),
    cmocka_unit_test(the_dates_in_force_are_days_in_order),
    cmocka_unit_test(the_first_fault_in_the_registers_order_is_named),
    cmocka_unit_test(a_value_fits_the_buffer_or_is_cut),
    cmocka_unit_test(a_changed_parameter_is_the_only_difference),
    cmocka_unit_test(all_differences_are_listed_in_the_registers_order),
    cmocka_unit_test(values_differ_and_not_their_spelling_id_or_dates),
    cmocka_unit_test(no_number_differs_from_0_and_from_no_number_written_otherwise),
  };
  return cmocka_run_group_tests_name("edition", tests, NULL, NULL);
}
