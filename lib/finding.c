/* Findings as text. */
#include "kqaward/finding.h"

#include "edition_core.h"
#include "finding_core.h"
#include "status_fault.h"
#include "status_text.h"

_Static_assert(sizeof(struct kqa_finding) == 48, "size of the interface");

const char *kqa_verdict_name(int32_t verdict)
{
  static const char names[4][15] = {"unknown", "met", "not_met", "not_applicable"};

  return verdict >= 0 && verdict <= KQA_VERDICT_NOT_APPLICABLE ? names[verdict] : "";
}

const char *kqa_verdict_text(int32_t verdict, int32_t language)
{
  static const char zh[4][16] = {"尚不明确", "符合", "不符合", "不适用"};
  static const char en[4][15] = {"unknown", "met", "not met", "not applicable"};

  if (verdict < 0 || verdict > KQA_VERDICT_NOT_APPLICABLE)
    return "";
  return in_language(language, zh[verdict], en[verdict]);
}

const char *kqa_unit_text(int32_t unit, int32_t language)
{
  static const char zh[15][13] = {"",   "",   "",   "分",       "%",  "",   "人", "人",
                                  "票", "年", "天", "个工作日", "份", "家", "元"};
  static const char en[15][14] = {"",        "",
                                  "",        "points",
                                  "%",       "",
                                  "persons", "members",
                                  "votes",   "years",
                                  "days",    "working days",
                                  "copies",  "organisations",
                                  "yuan"};

  if (unit < 0 || unit > KQA_UNIT_YUAN)
    return "";
  return in_language(language, zh[unit], en[unit]);
}

static void add_day(struct text *text, int64_t key)
{
  kqa_text_digits(text, key / 10000, 4);
  kqa_text_char(text, '-');
  kqa_text_digits(text, key / 100 % 100, 2);
  kqa_text_char(text, '-');
  kqa_text_digits(text, key % 100, 2);
}

static void add_value(struct text *text, int32_t unit, struct kqa_ratio value)
{
  if (unit == KQA_UNIT_FACT)
    kqa_text_add(text, value.num != 0 ? "true" : "false");
  else if (unit == KQA_UNIT_DATE && value.num >= 0)
    add_day(text, value.num);
  else if (kqa_ratio_is_sound(value))
    kqa_ratio_add(text, value);
}

size_t kqa_finding_observed(const struct kqa_finding *finding, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  if (finding->observed.den != 0)
    add_value(&text, finding->unit, finding->observed);
  else
    kqa_text_add(&text, finding->verdict == KQA_VERDICT_UNKNOWN ? "unknown" : "none");
  return kqa_text_end(&text);
}

size_t kqa_finding_required(const struct kqa_finding *finding, char *buffer, size_t capacity)
{
  static const char signs[6][4] = {"", "", ">= ", "> ", "<= ", "< "};
  struct text text = kqa_text_begin(buffer, capacity);

  if (finding->required.den != 0) {
    if (finding->relation >= 0 && finding->relation <= KQA_RELATION_LESS_THAN)
      kqa_text_add(&text, signs[finding->relation]);
    add_value(&text, finding->unit, finding->required);
  }
  return kqa_text_end(&text);
}

/* What the observed value of a provision is, where it is not plainly the value found. */
static const char *observed_word(const struct kqa_finding *finding, int32_t language)
{
  switch (finding->provision) {
  case KQA_PROVISION_OPERATING_YEARS:
    return in_language(language, "年限届满之日为", "the years are complete on ");
  case KQA_PROVISION_NO_FRAUD_BAR:
  case KQA_PROVISION_NO_REVOCATION_BAR:
    return in_language(language, "期限最后一日为", "the last day of the bar is ");
  case KQA_PROVISION_INSPECTIONS_CLEAN:
  case KQA_PROVISION_NO_MAJOR_ACCIDENT:
  case KQA_PROVISION_NO_MAJOR_COMPLAINT:
    return in_language(language, "最近一次发生于", "most recently on ");
  case KQA_PROVISION_PRIZE_UNDER_CAP:
    return in_language(language, "上限内尚可发放", "payable under the cap are ");
  default:
    return in_language(language, "实际", "observed ");
  }
}

static const char *required_word(const struct kqa_finding *finding, int32_t language)
{
  if (finding->provision == KQA_PROVISION_PRIZE_UNDER_CAP)
    return in_language(language, "，足额须", ", the full prize needs ");
  return in_language(language, "，要求", ", required ");
}

static const char *relation_word(int32_t relation, bool is_day, int32_t language)
{
  static const char zh[6][10] = {"", "", "不少于", "多于", "不多于", "少于"};
  static const char zh_day[6][10] = {"", "", "不早于", "晚于", "不晚于", "早于"};
  static const char en[6][14] = {"", "", "at least ", "more than ", "at most ", "less than "};
  static const char en_day[6][14] = {"", "", "not before ", "after ", "not after ", "before "};

  if (relation < 0 || relation > KQA_RELATION_LESS_THAN)
    return "";
  return is_day ? in_language(language, zh_day[relation], en_day[relation])
                : in_language(language, zh[relation], en[relation]);
}

/* Points for people: as a decimal where three digits hold the value, else the exact fraction with
 * its decimal beside it. */
static void add_points(struct text *text, struct kqa_ratio points, int32_t language)
{
  struct kqa_ratio exact = kqa_ratio_reduce(points);
  char decimal[32];
  int32_t decimals = 0;

  while (decimals < 3 && kqa_ratio_order(kqa_ratio_rounded(exact, decimals), exact) != 0)
    decimals++;
  kqa_ratio_format_rounded(exact, decimals, decimal, sizeof decimal);
  if (kqa_ratio_order(kqa_ratio_rounded(exact, decimals), exact) == 0) {
    kqa_text_add(text, decimal);
    return;
  }
  kqa_ratio_add(text, exact);
  kqa_text_add(text, in_language(language, "（约", " (about "));
  kqa_text_add(text, decimal);
  kqa_text_add(text, in_language(language, "）", ")"));
}

/* The largest size of points that a rounded decimal can show. */
static bool can_be_points(struct kqa_ratio value)
{
  return kqa_ratio_is_sound(value) && value.num >= 0 && value.num / value.den <= 1000;
}

static void add_unit(struct text *text, int32_t unit, bool one, int32_t language)
{
  static const char singular[15][13] = {
    "",       "",     "",     "point", "%",           "",     "person",
    "member", "vote", "year", "day",   "working day", "copy", "organisation",
    "yuan"};
  const char *word = kqa_unit_text(unit, language);

  if (language == KQA_LANGUAGE_EN && word[0] != '\0') {
    if (word[0] != '%')
      kqa_text_char(text, ' ');
    word = one ? singular[unit] : word;
  }
  kqa_text_add(text, word);
}

/* A value with its unit, for people. */
static void add_quantity(struct text *text, int32_t unit, struct kqa_ratio value, int32_t language)
{
  if (unit == KQA_UNIT_POINTS && can_be_points(value))
    add_points(text, value, language);
  else
    add_value(text, unit, value);
  add_unit(text, unit, value.num == value.den, language);
}

static bool shows_values(const struct kqa_finding *finding)
{
  return finding->unit != KQA_UNIT_FACT && finding->observed.den != 0 &&
         finding->verdict != KQA_VERDICT_NOT_APPLICABLE;
}

static void add_values(struct text *text, const struct kqa_finding *finding, int32_t language)
{
  bool is_day = finding->unit == KQA_UNIT_DATE;

  kqa_text_add(text, observed_word(finding, language));
  add_quantity(text, finding->unit, finding->observed, language);
  if (finding->required.den == 0)
    return;
  kqa_text_add(text, required_word(finding, language));
  kqa_text_add(text, relation_word(finding->relation, is_day, language));
  add_quantity(text, finding->unit, finding->required, language);
}

static void add_citation(struct text *text, struct kqa_provision provision, int32_t language)
{
  char citation[40];

  kqa_citation(provision.article, provision.item, language, citation, sizeof citation);
  kqa_text_add(text, in_language(language, "（", " ("));
  kqa_text_add(text, citation);
  kqa_text_add(text, in_language(language, "）", ")"));
}

size_t kqa_finding_text(const struct kqa_finding *finding, int32_t language, char *buffer,
                        size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);
  struct kqa_provision provision = kqa_provision_find(finding->provision);

  if (provision.code == 0 || kqa_verdict_text(finding->verdict, language)[0] == '\0')
    return kqa_text_end(&text);
  if (finding->verdict == KQA_VERDICT_NOT_MET) {
    kqa_text_add(&text, kqa_provision_text(finding->provision, language));
  } else {
    kqa_text_add(&text, kqa_provision_label(finding->provision, language));
    kqa_text_add(&text, in_language(language, "：", ": "));
    kqa_text_add(&text, kqa_verdict_text(finding->verdict, language));
  }
  if (shows_values(finding)) {
    kqa_text_add(&text, in_language(language, finding->verdict == KQA_VERDICT_NOT_MET ? "：" : "，",
                                    finding->verdict == KQA_VERDICT_NOT_MET ? ": " : ", "));
    add_values(&text, finding, language);
  }
  add_citation(&text, provision, language);
  return kqa_text_end(&text);
}

struct kqa_decision kqa_in_force_check(const struct kqa_edition *edition, struct kqa_date date)
{
  struct kqa_fault fault_found = kqa_edition_check(edition);
  struct kqa_decision decision = decision_begin();
  bool begun;
  bool ended;

  if (fault_found.status)
    return refused(fault_found);
  if (!kqa_date_is_valid(date))
    return refused(fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE));
  begun = kqa_date_compare(date, edition->in_force_from) >= 0;
  ended = begun && !kqa_edition_covers(edition, date);
  decision_add(&decision,
               value_finding(KQA_PROVISION_IN_FORCE, verdict_of(begun && !ended), KQA_UNIT_DATE,
                             ended ? KQA_RELATION_AT_MOST : KQA_RELATION_AT_LEAST, day_value(date),
                             day_value(ended ? edition->in_force_to : edition->in_force_from)));
  return decision;
}
