/* Statuses, fields and the sentences that name them. */
#include "support.h"

#include <stdio.h>

#include "kqaward/status.h"

static const struct {
  int32_t code;
  int32_t number;
} statuses[] = {
  {KQA_OK, 0},
  {KQA_E_RANGE, -13},
  {KQA_E_VALUE, -19},
  {KQA_E_FORM, -27},
  {KQA_E_NO_SUCH_DAY, -31},
  {KQA_E_NAME, -38},
  {KQA_E_NO_EDITION, -42},
  {KQA_E_NO_CALENDAR, -47},
  {KQA_E_WEIGHTS, -53},
  {KQA_E_POINTS, -58},
  {KQA_E_STEP, -61},
  {KQA_E_TOO_FEW, -66},
  {KQA_E_TOO_MANY, -70},
  {KQA_E_ABOVE_PRESENT, -74},
  {KQA_E_ABOVE_MEMBERS, -79},
  {KQA_E_NOT_STANDING, -83},
  {KQA_E_AWARDED, -87},
  {KQA_E_FLOORS, -92},
  {KQA_E_BOTH, -96},
  {KQA_E_ORDER, -101},
  {KQA_E_SIZE, -107},
  {KQA_E_UNKNOWN_KEY, -111},
  {KQA_E_DUPLICATE, -114},
  {KQA_E_MISSING, -118},
  {KQA_E_TYPE, -121},
  {KQA_E_SYNTAX, -125},
  {KQA_E_ENCODING, -129},
  {KQA_E_TOO_LARGE, -133},
  {KQA_E_UNREADABLE, -137},
};

/* The name is NULL where the header only describes the field. */
static const struct {
  int32_t code;
  int32_t number;
  const char *name;
} fields[] = {
  {KQA_FIELD_QUOTA_QUALITY, 1, "quota.quality"},
  {KQA_FIELD_QUOTA_NOMINATION, 2, "quota.nomination"},
  {KQA_FIELD_FLOOR_TOTAL, 3, "floor.total"},
  {KQA_FIELD_FLOOR_SITE, 4, "floor.site"},
  {KQA_FIELD_WEIGHT_DOCUMENT, 5, "weight.document"},
  {KQA_FIELD_WEIGHT_SITE, 6, "weight.site"},
  {KQA_FIELD_PANEL_MIN_ASSESSORS, 7, "panel.min_assessors"},
  {KQA_FIELD_ASSESSOR_MIN_YEARS, 8, "assessor.min_years"},
  {KQA_FIELD_ELIGIBILITY_MIN_YEARS, 9, "eligibility.min_years"},
  {KQA_FIELD_ELIGIBILITY_CLEAN_YEARS, 10, "eligibility.clean_years"},
  {KQA_FIELD_APPLICATION_MIN_COPIES, 11, "application.copies"},
  {KQA_FIELD_SITE_REPORT_WORKING_DAYS, 12, "site_report.working_days"},
  {KQA_FIELD_VOTE_QUORUM_SHARE, 13, "vote.quorum_share"},
  {KQA_FIELD_VOTE_APPROVAL_SHARE, 14, "vote.approval_share"},
  {KQA_FIELD_PRIZE_QUALITY, 15, "prize.quality"},
  {KQA_FIELD_PRIZE_NOMINATION, 16, "prize.nomination"},
  {KQA_FIELD_PRIZE_CAP, 17, "prize.cap"},
  {KQA_FIELD_BAR_FRAUD_YEARS, 18, "bar.fraud_years"},
  {KQA_FIELD_BAR_REVOCATION_YEARS, 19, "bar.revocation_years"},
  {KQA_FIELD_REPORT_DAYS, 20, "report.days"},
  {KQA_FIELD_VOTE_APPROVAL, 101, "vote.approval"},
  {KQA_FIELD_VOTE_QUORUM, 102, "vote.quorum"},
  {KQA_FIELD_FLOORS_APPLY_TO, 103, "floors.apply_to"},
  {KQA_FIELD_PRIOR_WINNER_EXEMPT, 104, "prior_winner.exempt"},
  {KQA_FIELD_CLEAN_RECORD_WINDOW, 105, "clean_record.window"},
  {KQA_FIELD_SPECIAL_NOMINATION_FLOORS, 106, "special_nomination.floors"},
  {KQA_FIELD_PRIZE_REVOKED_HISTORY, 107, "prize.revoked_history"},
  {KQA_FIELD_SCORE_ROUNDING, 108, "score.rounding"},
  {KQA_FIELD_REPORT_ROLLOVER, 109, "report.rollover"},
  {KQA_FIELD_EDITION, 201, NULL},
  {KQA_FIELD_EDITION_ID, 202, NULL},
  {KQA_FIELD_IN_FORCE, 203, NULL},
  {KQA_FIELD_PARAMETER_NAME, 204, NULL},
  {KQA_FIELD_PARAMETER_VALUE, 205, NULL},
  {KQA_FIELD_DATE, 206, NULL},
  {KQA_FIELD_YEARS, 207, NULL},
  {KQA_FIELD_DAYS, 208, NULL},
  {KQA_FIELD_DAY_NUMBER, 209, NULL},
  {KQA_FIELD_CALENDAR, 210, NULL},
  {KQA_FIELD_DAY_KIND, 211, NULL},
  {KQA_FIELD_NUMBER, 212, NULL},
  {KQA_FIELD_DECIMALS, 213, NULL},
  {KQA_FIELD_PROVISION, 214, NULL},
  {KQA_FIELD_CRITERIA, 215, NULL},
  {KQA_FIELD_CRITERIA_POINTS, 216, NULL},
  {KQA_FIELD_CRITERIA_CATEGORY, 217, NULL},
  {KQA_FIELD_ITEM, 218, NULL},
  {KQA_FIELD_CATEGORY, 219, NULL},
  {KQA_FIELD_PERCENT, 220, NULL},
  {KQA_FIELD_SHEETS, 221, NULL},
  {KQA_FIELD_SCORE, 222, NULL},
  {KQA_FIELD_DOCUMENT_SCORE, 223, NULL},
  {KQA_FIELD_SITE_SCORE, 224, NULL},
  {KQA_FIELD_TOTAL, 225, NULL},
  {KQA_FIELD_ASSESSORS, 226, NULL},
  {KQA_FIELD_LEADERS, 227, NULL},
  {KQA_FIELD_ASSESSOR_FACT, 228, NULL},
  {KQA_FIELD_ASSESSOR_YEARS, 229, NULL},
  {KQA_FIELD_COMMITTEE_SEAT, 230, NULL},
  {KQA_FIELD_CONDUCT, 231, NULL},
  {KQA_FIELD_MEMBERS, 232, NULL},
  {KQA_FIELD_PRESENT, 233, NULL},
  {KQA_FIELD_CONVENED_BY, 234, NULL},
  {KQA_FIELD_YES, 235, NULL},
  {KQA_FIELD_RUNOFF, 236, NULL},
  {KQA_FIELD_AWARD, 237, NULL},
  {KQA_FIELD_HISTORY_AWARD, 238, NULL},
  {KQA_FIELD_HISTORY_YEAR, 239, NULL},
  {KQA_FIELD_HISTORY_PAID, 240, NULL},
  {KQA_FIELD_HISTORY_REVOKED, 241, NULL},
  {KQA_FIELD_CANDIDATES, 242, NULL},
  {KQA_FIELD_OFF_QUOTA, 243, NULL},
  {KQA_FIELD_SANCTION_KIND, 244, NULL},
  {KQA_FIELD_SANCTION_DECIDED, 245, NULL},
  {KQA_FIELD_EVENT_KIND, 246, NULL},
  {KQA_FIELD_EVENT_GRADE, 247, NULL},
  {KQA_FIELD_EVENT_DATE, 248, NULL},
  {KQA_FIELD_REPORTED, 249, NULL},
  {KQA_FIELD_MEASURE, 250, NULL},
  {KQA_FIELD_TITLE_USE, 251, NULL},
  {KQA_FIELD_STAGE, 252, NULL},
  {KQA_FIELD_STAGE_DATE, 253, NULL},
  {KQA_FIELD_SITE_REVIEW_END, 254, NULL},
  {KQA_FIELD_SITE_REPORT, 255, NULL},
  {KQA_FIELD_AS_OF, 256, NULL},
  {KQA_FIELD_FACT, 257, NULL},
  {KQA_FIELD_OPERATING_SINCE, 258, NULL},
  {KQA_FIELD_RECOMMENDED_BY, 259, NULL},
  {KQA_FIELD_COPIES, 260, NULL},
  {KQA_FIELD_RECEIVED, 261, NULL},
  {KQA_FIELD_INCIDENT_KIND, 262, NULL},
  {KQA_FIELD_INCIDENT_DATE, 263, NULL},
  {KQA_FIELD_DEADLINE, 264, NULL},
  {KQA_FIELD_LANGUAGE, 265, NULL},
  {KQA_FIELD_ROWS, 266, NULL},
  {KQA_FIELD_ROUND, 301, NULL},
  {KQA_FIELD_YEAR, 302, "year"},
  {KQA_FIELD_ORGANIZATIONS, 303, "organizations"},
  {KQA_FIELD_ORG_FACT, 304, "organizations[].facts.*"},
  {KQA_FIELD_ORG_OPERATING_SINCE, 305, "organizations[].facts.operating_since"},
  {KQA_FIELD_ORG_APPLICATION_FACT, 306, "organizations[].application.*"},
  {KQA_FIELD_ORG_RECOMMENDED_BY, 307, "organizations[].application.recommended_by"},
  {KQA_FIELD_ORG_COPIES, 308, "organizations[].application.copies"},
  {KQA_FIELD_ORG_RECEIVED, 309, "organizations[].application.received"},
  {KQA_FIELD_ORG_INCIDENTS, 310, "organizations[].incidents"},
  {KQA_FIELD_ORG_INCIDENT_KIND, 311, "organizations[].incidents[].kind"},
  {KQA_FIELD_ORG_INCIDENT_DATE, 312, "organizations[].incidents[].date"},
  {KQA_FIELD_ORG_SANCTIONS, 313, "organizations[].sanctions"},
  {KQA_FIELD_ORG_SANCTION_KIND, 314, "organizations[].sanctions[].kind"},
  {KQA_FIELD_ORG_SANCTION_DECIDED, 315, "organizations[].sanctions[].decided"},
  {KQA_FIELD_ORG_HISTORY, 316, "organizations[].history"},
  {KQA_FIELD_ORG_HISTORY_AWARD, 317, "organizations[].history[].award"},
  {KQA_FIELD_ORG_HISTORY_YEAR, 318, "organizations[].history[].year"},
  {KQA_FIELD_ORG_HISTORY_PAID, 319, "organizations[].history[].paid"},
  {KQA_FIELD_ORG_HISTORY_REVOKED, 320, "organizations[].history[].revoked"},
  {KQA_FIELD_ORG_DOCUMENT, 321, "organizations[].document_review"},
  {KQA_FIELD_ORG_DOCUMENT_SCORE, 322, "organizations[].document_review.score"},
  {KQA_FIELD_ORG_DOCUMENT_SHEETS, 323, "organizations[].document_review.sheets"},
  {KQA_FIELD_ORG_DOCUMENT_PERCENT, 324, "organizations[].document_review.sheets[][]"},
  {KQA_FIELD_ORG_SITE, 325, "organizations[].site_review"},
  {KQA_FIELD_ORG_SITE_SCORE, 326, "organizations[].site_review.score"},
  {KQA_FIELD_ORG_SITE_SHEETS, 327, "organizations[].site_review.sheets"},
  {KQA_FIELD_ORG_SITE_PERCENT, 328, "organizations[].site_review.sheets[][]"},
  {KQA_FIELD_ORG_INVITED, 329, "organizations[].invited"},
  {KQA_FIELD_VOTES_QUALITY, 330, "votes.quality"},
  {KQA_FIELD_VOTES_QUALITY_CONVENED_BY, 331, "votes.quality.convened_by"},
  {KQA_FIELD_VOTES_QUALITY_PRESENT, 332, "votes.quality.present"},
  {KQA_FIELD_VOTES_QUALITY_YES, 333, "votes.quality.yes.*"},
  {KQA_FIELD_VOTES_QUALITY_RUNOFF, 334, "votes.quality.runoff.*"},
  {KQA_FIELD_VOTES_NOMINATION, 335, "votes.nomination"},
  {KQA_FIELD_VOTES_NOMINATION_CONVENED_BY, 336, "votes.nomination.convened_by"},
  {KQA_FIELD_VOTES_NOMINATION_PRESENT, 337, "votes.nomination.present"},
  {KQA_FIELD_VOTES_NOMINATION_YES, 338, "votes.nomination.yes.*"},
  {KQA_FIELD_VOTES_NOMINATION_RUNOFF, 339, "votes.nomination.runoff.*"},
  {KQA_FIELD_SPECIAL_NOMINATIONS, 340, "special_nominations[]"},
};

static const int32_t languages[] = {KQA_LANGUAGE_ZH, KQA_LANGUAGE_EN};

static bool is_status(int32_t code)
{
  for (size_t i = 0; i < COUNT_OF(statuses); i++)
    if (statuses[i].number == code)
      return true;
  return false;
}

static bool is_field(int32_t code)
{
  for (size_t i = 0; i < COUNT_OF(fields); i++)
    if (fields[i].number == code)
      return true;
  return false;
}

static void codes_are_permanent(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(statuses); i++)
    assert_int_equal(statuses[i].code, statuses[i].number);
  for (size_t i = 0; i < COUNT_OF(fields); i++)
    assert_int_equal(fields[i].code, fields[i].number);
  assert_int_equal(KQA_FIELD_NONE, 0);
}

static void every_status_has_a_short_name_of_its_own(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(statuses); i++) {
    const char *name = kqa_status_name(statuses[i].code);
    assert_true(strlen(name) > 0);
    assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"), strlen(name));
    for (size_t j = 0; j < i; j++)
      assert_string_not_equal(name, kqa_status_name(statuses[j].code));
  }
  assert_string_equal(kqa_status_name(KQA_E_RANGE), "range");
}

static void every_status_has_a_clause_in_both_languages(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(statuses); i++)
    for (size_t l = 0; l < COUNT_OF(languages); l++) {
      const char *text = kqa_status_text(statuses[i].code, languages[l]);
      assert_people_text(text, languages[l]);
      assert_null(strchr(text, '#'));
      for (size_t j = 0; j < i; j++)
        assert_string_not_equal(text, kqa_status_text(statuses[j].code, languages[l]));
    }
}

static void no_other_code_is_a_status(void **state)
{
  (void)state;
  static const int32_t far[] = {INT32_MIN, INT32_MIN + 1, -1000, 1000, INT32_MAX};
  for (int32_t code = -300; code <= 300; code++)
    if (!is_status(code)) {
      assert_string_equal(kqa_status_name(code), "");
      assert_string_equal(kqa_status_text(code, KQA_LANGUAGE_ZH), "");
      assert_string_equal(kqa_status_text(code, KQA_LANGUAGE_EN), "");
    }
  for (size_t i = 0; i < COUNT_OF(far); i++) {
    assert_string_equal(kqa_status_name(far[i]), "");
    assert_string_equal(kqa_status_text(far[i], KQA_LANGUAGE_ZH), "");
  }
}

static void any_other_language_yields_the_empty_text(void **state)
{
  (void)state;
  const struct kqa_fault fault = {KQA_E_RANGE, KQA_FIELD_SCORE, {0, 0, 0}};
  char buffer[8];
  for (size_t i = 0; i < COUNT_OF(no_languages); i++) {
    assert_string_equal(kqa_status_text(KQA_E_RANGE, no_languages[i]), "");
    assert_string_equal(kqa_field_rule(KQA_FIELD_SCORE, no_languages[i]), "");
    memset(buffer, 'Z', sizeof buffer);
    assert_int_equal(kqa_fault_text(&fault, NULL, no_languages[i], buffer, sizeof buffer), 0);
    assert_string_equal(buffer, "");
    assert_int_equal(kqa_fault_text(&fault, NULL, no_languages[i], NULL, 0), 0);
  }
}

static void every_field_is_named_as_the_round_file_names_it(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(fields); i++) {
    const char *name = kqa_field_name(fields[i].code);
    assert_true(strlen(name) > 0);
    assert_true(is_ascii(name));
    if (fields[i].name != NULL)
      assert_string_equal(name, fields[i].name);
  }
}

static void every_field_has_a_rule_in_both_languages(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(fields); i++)
    for (size_t l = 0; l < COUNT_OF(languages); l++)
      assert_people_text(kqa_field_rule(fields[i].code, languages[l]), languages[l]);
}

static void no_other_code_is_a_field(void **state)
{
  (void)state;
  static const int32_t far[] = {INT32_MIN, -1, 0, 4096, INT32_MAX};
  for (int32_t code = -20; code <= 1000; code++)
    if (!is_field(code)) {
      assert_string_equal(kqa_field_name(code), "");
      assert_string_equal(kqa_field_rule(code, KQA_LANGUAGE_ZH), "");
      assert_string_equal(kqa_field_rule(code, KQA_LANGUAGE_EN), "");
    }
  for (size_t i = 0; i < COUNT_OF(far); i++) {
    assert_string_equal(kqa_field_name(far[i]), "");
    assert_string_equal(kqa_field_rule(far[i], KQA_LANGUAGE_ZH), "");
  }
}

struct sentence {
  struct kqa_fault fault;
  const char *key;
  int32_t language;
};

static size_t write_path(const void *subject, char *buffer, size_t capacity)
{
  const struct sentence *sentence = subject;
  return kqa_fault_path(&sentence->fault, sentence->key, buffer, capacity);
}

static size_t write_sentence(const void *subject, char *buffer, size_t capacity)
{
  const struct sentence *sentence = subject;
  return kqa_fault_text(&sentence->fault, sentence->key, sentence->language, buffer, capacity);
}

static void a_path_counts_list_places_from_the_outermost(void **state)
{
  (void)state;
  static const struct {
    struct kqa_fault fault;
    const char *key;
    const char *path;
  } cases[] = {
    {{KQA_E_RANGE, KQA_FIELD_ORG_SITE_SCORE, {3, 0, 0}},
     NULL,
     "organizations[3].site_review.score"},
    {{KQA_E_STEP, KQA_FIELD_ORG_DOCUMENT_PERCENT, {1, 2, 22}},
     NULL,
     "organizations[1].document_review.sheets[2][22]"},
    {{KQA_E_VALUE, KQA_FIELD_ORG_INCIDENT_KIND, {12, 9, 0}},
     NULL,
     "organizations[12].incidents[9].kind"},
    {{KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_QUALITY_YES, {0, 0, 0}}, "K01", "votes.quality.yes.K01"},
    {{KQA_E_ABOVE_PRESENT, KQA_FIELD_VOTES_QUALITY_YES, {7, 0, 0}}, NULL, "votes.quality.yes.7"},
    {{KQA_E_VALUE, KQA_FIELD_ORG_FACT, {3, 0, 0}},
     "iso9001_certified",
     "organizations[3].facts.iso9001_certified"},
    {{KQA_E_DUPLICATE, KQA_FIELD_SPECIAL_NOMINATIONS, {10, 0, 0}}, NULL, "special_nominations[10]"},
    {{KQA_E_MISSING, KQA_FIELD_YEAR, {0, 0, 0}}, "ignored", "year"},
    {{KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS, {5, 6, 7}}, NULL, "organizations"},
    {{KQA_E_RANGE, KQA_FIELD_ORG_SITE, {INT32_MAX, 0, 0}},
     NULL,
     "organizations[2147483647].site_review"},
    {{KQA_E_RANGE, KQA_FIELD_QUOTA_QUALITY, {0, 0, 0}}, NULL, "quota.quality"},
    {{KQA_E_NOT_STANDING, KQA_FIELD_VOTES_NOMINATION_RUNOFF, {0, 0, 0}},
     "\xe7\xa4\xba\xe4\xbe\x8b\xe7\xbb\x87",
     "votes.nomination.runoff.\xe7\xa4\xba\xe4\xbe\x8b\xe7\xbb\x87"},
    {{KQA_OK, KQA_FIELD_NONE, {0, 0, 0}}, NULL, ""},
    {{KQA_E_RANGE, 4711, {1, 2, 3}}, "K01", ""},
    {{KQA_E_RANGE, INT32_MIN, {1, 2, 3}}, "K01", ""},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct sentence sentence = {cases[i].fault, cases[i].key, KQA_LANGUAGE_ZH};
    assert_text_at_every_capacity(write_path, &sentence, cases[i].path);
  }
}

static void a_sentence_names_the_field_what_is_wrong_and_what_would_be_right(void **state)
{
  (void)state;
  for (size_t s = 1; s < COUNT_OF(statuses); s++)
    for (size_t f = 0; f < COUNT_OF(fields); f++)
      for (size_t l = 0; l < COUNT_OF(languages); l++) {
        const struct kqa_fault fault = {statuses[s].code, fields[f].code, {3, 1, 4}};
        const struct sentence sentence = {fault, "K01", languages[l]};
        char path[128];
        char text[640];
        kqa_fault_path(&fault, "K01", path, sizeof path);
        assert_true(write_sentence(&sentence, text, sizeof text) < sizeof text);
        assert_true(is_utf8(text));
        assert_non_null(strstr(text, path));
        if (fault.status != KQA_E_NO_CALENDAR) /* which names the year in the index */
          assert_non_null(strstr(text, kqa_status_text(fault.status, languages[l])));
        assert_non_null(strstr(text, kqa_field_rule(fault.field, languages[l])));
      }
}

static void a_sentence_is_cut_between_characters(void **state)
{
  (void)state;
  for (size_t s = 1; s < COUNT_OF(statuses); s++)
    for (size_t l = 0; l < COUNT_OF(languages); l++) {
      const struct kqa_fault fault = {statuses[s].code, KQA_FIELD_VOTES_QUALITY_YES, {2, 0, 0}};
      const struct sentence sentence = {fault, "\xe7\xbb\x87\xf0\xa0\x80\x80\xc2\xb7",
                                        languages[l]};
      char text[640];
      assert_true(write_sentence(&sentence, text, sizeof text) < sizeof text);
      assert_text_at_every_capacity(write_sentence, &sentence, text);
    }
}

static void a_sentence_is_place_colon_status_and_what_would_be_right(void **state)
{
  (void)state;
  const struct kqa_fault fault = {KQA_E_RANGE, KQA_FIELD_YEAR, {0, 0, 0}};
  char text[640];
  char wanted[640];
  for (size_t l = 0; l < COUNT_OF(languages); l++) {
    char path[64];
    assert_true(kqa_fault_path(&fault, NULL, path, sizeof path) < sizeof path);
    bool zh = languages[l] == KQA_LANGUAGE_ZH;
    snprintf(wanted, sizeof wanted, "%s%s%s%s%s%s", path, zh ? "：" : ": ",
             kqa_status_text(KQA_E_RANGE, languages[l]), zh ? "；应为" : "; expected ",
             kqa_field_rule(KQA_FIELD_YEAR, languages[l]), zh ? "。" : ".");
    kqa_fault_text(&fault, NULL, languages[l], text, sizeof text);
    assert_string_equal(text, wanted);
  }
}

static void nothing_is_said_of_a_question_that_was_answered(void **state)
{
  (void)state;
  const struct sentence sentence = {{KQA_OK, KQA_FIELD_NONE, {0, 0, 0}}, NULL, KQA_LANGUAGE_ZH};
  assert_text_at_every_capacity(write_sentence, &sentence, "");
}

static void a_missing_calendar_is_named_by_its_year(void **state)
{
  (void)state;
  const struct kqa_fault fault = {KQA_E_NO_CALENDAR, KQA_FIELD_CALENDAR, {2027, 0, 0}};
  char text[640];
  for (size_t l = 0; l < COUNT_OF(languages); l++) {
    kqa_fault_text(&fault, NULL, languages[l], text, sizeof text);
    assert_non_null(strstr(text, "2027"));
    assert_null(strchr(text, '#'));
  }
}

static void a_fault_of_no_field_is_named_by_what_is_wrong(void **state)
{
  (void)state;
  for (size_t l = 0; l < COUNT_OF(languages); l++) {
    const struct sentence sentence = {
      {KQA_E_SYNTAX, KQA_FIELD_NONE, {0, 0, 0}}, NULL, languages[l]};
    char text[640];
    char wanted[640];
    snprintf(wanted, sizeof wanted, "%s%s", kqa_status_text(KQA_E_SYNTAX, languages[l]),
             languages[l] == KQA_LANGUAGE_ZH ? "。" : ".");
    assert_true(write_sentence(&sentence, text, sizeof text) < sizeof text);
    assert_string_equal(text, wanted);
    assert_text_at_every_capacity(write_sentence, &sentence, text);
  }
}

static void an_unknown_fault_is_met_without_harm(void **state)
{
  (void)state;
  static const int32_t codes[] = {INT32_MIN, -1, 1, INT32_MAX};
  char text[640];
  for (size_t i = 0; i < COUNT_OF(codes); i++)
    for (size_t j = 0; j < COUNT_OF(codes); j++) {
      const struct kqa_fault fault = {codes[i], codes[j], {INT32_MIN, -1, INT32_MAX}};
      assert_true(kqa_fault_text(&fault, NULL, KQA_LANGUAGE_EN, text, sizeof text) < sizeof text);
      assert_true(is_utf8(text));
    }
  const struct kqa_fault lowest = {KQA_E_RANGE, KQA_FIELD_ORG_SITE_PERCENT, {INT32_MIN, -1, 0}};
  assert_true(kqa_fault_path(&lowest, NULL, text, sizeof text) < sizeof text);
  assert_string_equal(text, "organizations[-2147483648].site_review.sheets[-1][0]");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(codes_are_permanent),
    cmocka_unit_test(every_status_has_a_short_name_of_its_own),
    cmocka_unit_test(every_status_has_a_clause_in_both_languages),
    cmocka_unit_test(no_other_code_is_a_status),
    cmocka_unit_test(any_other_language_yields_the_empty_text),
    cmocka_unit_test(every_field_is_named_as_the_round_file_names_it),
    cmocka_unit_test(every_field_has_a_rule_in_both_languages),
    cmocka_unit_test(no_other_code_is_a_field),
    cmocka_unit_test(a_path_counts_list_places_from_the_outermost),
    cmocka_unit_test(a_sentence_names_the_field_what_is_wrong_and_what_would_be_right),
    cmocka_unit_test(a_sentence_is_cut_between_characters),
    cmocka_unit_test(a_sentence_is_place_colon_status_and_what_would_be_right),
    cmocka_unit_test(nothing_is_said_of_a_question_that_was_answered),
    cmocka_unit_test(a_missing_calendar_is_named_by_its_year),
    cmocka_unit_test(a_fault_of_no_field_is_named_by_what_is_wrong),
    cmocka_unit_test(an_unknown_fault_is_met_without_harm),
  };
  return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
