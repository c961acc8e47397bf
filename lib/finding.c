/* Findings as text. */
#include "kqaward/finding.h"

#include "edition_core.h"
#include "finding_core.h"
#include "finding_words.h"
#include "status_fault.h"
#include "status_text.h"

_Static_assert(sizeof(struct kqa_finding) == 48, "size of the interface");

/* Appends one of two texts. */
/*@ requires text: sound_text(text, MOST_TEXT);
  @ requires texts: apart_text(text, zh) && apart_text(text, en);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_TEXT;
  @*/
static void add_either(struct text *text, int32_t language, const char *zh, const char *en)
{
  kqa_text_add(text, in_language(language, zh, en));
}

/*@ requires key: 0 <= key;
  @ requires text: sound_text(text, MOST_TEXT);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_TEXT;
  @*/
static void add_day(struct text *text, int64_t key)
{
  kqa_text_digits(text, key / 10000, 4);
  kqa_text_char(text, '-');
  kqa_text_digits(text, key / 100 % 100, 2);
  kqa_text_char(text, '-');
  kqa_text_digits(text, key % 100, 2);
}

/*@ requires text: sound_text(text, MOST_TEXT);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_TEXT;
  @*/
static void add_value(struct text *text, int32_t unit, struct kqa_ratio value)
{
  static const char facts[2][6] = {"false", "true"};

  /*@ assert ended: facts[0][5] == 0 && facts[1][5] == 0; */
  if (unit == KQA_UNIT_FACT)
    kqa_text_add(text, facts[value.num != 0]);
  else if (unit == KQA_UNIT_DATE && value.num >= 0)
    add_day(text, value.num);
  else if (kqa_ratio_is_sound(value))
    kqa_ratio_add(text, value);
}

size_t kqa_finding_observed(const struct kqa_finding *finding, char *buffer, size_t capacity)
{
  static const char none[2][8] = {"none", "unknown"};
  struct text text = kqa_text_begin(buffer, capacity);

  /*@ assert ended: none[0][7] == 0 && none[1][7] == 0; */
  if (finding->observed.den != 0)
    add_value(&text, finding->unit, finding->observed);
  else
    kqa_text_add(&text, none[finding->verdict == KQA_VERDICT_UNKNOWN]);
  return kqa_text_end(&text);
}

size_t kqa_finding_required(const struct kqa_finding *finding, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  if (finding->required.den != 0) {
    kqa_text_add(&text, kqa_relation_sign(finding->relation));
    add_value(&text, finding->unit, finding->required);
  }
  return kqa_text_end(&text);
}

/*@ predicate can_be_shown(struct kqa_ratio value) =
  @   kqa_sound_ratio(value) && 0 <= value.num < 1001 * value.den;
  @*/

/* Points for people: as a decimal where three digits hold the value, else the exact fraction with
 * its decimal beside it. */
/*@ requires text: sound_text(text, 4 * MOST_TEXT);
  @ requires points: can_be_shown(points);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 4 * MOST_TEXT;
  @*/
static void add_points(struct text *text, struct kqa_ratio points, int32_t language)
{
  struct kqa_ratio exact = kqa_ratio_reduce(points);
  char decimal[32];
  int32_t decimals = 0;

  /*@ assert shown: exact.num * points.den == points.num * exact.den; */
  /*@ assert cancelled: exact.num >= 1001 * exact.den ==>
    @   exact.num * points.den >= 1001 * exact.den * points.den; */
  /*@ assert within: can_be_shown(exact); */
  /*@ loop invariant decimals: 0 <= decimals <= 3;
    @ loop assigns decimals;
    @ loop variant 3 - decimals;
    @*/
  while (decimals < 3 && kqa_ratio_order(kqa_ratio_rounded(exact, decimals), exact) != 0)
    decimals++;
  kqa_ratio_format_rounded(exact, decimals, decimal, sizeof decimal);
  if (kqa_ratio_order(kqa_ratio_rounded(exact, decimals), exact) == 0) {
    kqa_text_add(text, decimal);
    return;
  }
  kqa_ratio_add(text, exact);
  add_either(text, language, "（约", " (about ");
  kqa_text_add(text, decimal);
  add_either(text, language, "）", ")");
}

/* The largest size of points that a rounded decimal can show. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures points: \result ==> can_be_shown(value);
  @*/
static bool can_be_points(struct kqa_ratio value)
{
  return kqa_ratio_is_sound(value) && value.num >= 0 && value.num / value.den <= 1000;
}

/*@ requires text: sound_text(text, 2 * MOST_TEXT);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 2 * MOST_TEXT;
  @*/
static void add_unit(struct text *text, int32_t unit, bool one, int32_t language)
{
  const char *word = kqa_unit_text(unit, language);

  if (language == KQA_LANGUAGE_EN && word[0] != '\0') {
    if (word[0] != '%')
      kqa_text_char(text, ' ');
    word = one ? kqa_unit_of_one(unit) : word;
  }
  kqa_text_add(text, word);
}

/* A value with its unit, for people. */
/*@ requires text: sound_text(text, 6 * MOST_TEXT);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 6 * MOST_TEXT;
  @*/
static void add_quantity(struct text *text, int32_t unit, struct kqa_ratio value, int32_t language)
{
  if (unit == KQA_UNIT_POINTS && can_be_points(value))
    add_points(text, value, language);
  else
    add_value(text, unit, value);
  add_unit(text, unit, value.num == value.den, language);
}

/*@ requires finding: \valid_read(finding);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static bool shows_values(const struct kqa_finding *finding)
{
  return finding->unit != KQA_UNIT_FACT && finding->observed.den != 0 &&
         finding->verdict != KQA_VERDICT_NOT_APPLICABLE;
}

/*@ requires text: sound_text(text, 15 * MOST_TEXT);
  @ requires finding: \valid_read(finding);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 15 * MOST_TEXT;
  @*/
static void add_values(struct text *text, const struct kqa_finding *finding, int32_t language)
{
  bool is_day = finding->unit == KQA_UNIT_DATE;

  kqa_text_add(text, kqa_observed_word(finding->provision, language));
  add_quantity(text, finding->unit, finding->observed, language);
  if (finding->required.den == 0)
    return;
  kqa_text_add(text, kqa_required_word(finding->provision, language));
  kqa_text_add(text, kqa_relation_word(finding->relation, is_day, language));
  add_quantity(text, finding->unit, finding->required, language);
}

/*@ requires text: sound_text(text, 3 * MOST_TEXT);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + 3 * MOST_TEXT;
  @*/
static void add_citation(struct text *text, struct kqa_provision provision, int32_t language)
{
  char citation[40];

  kqa_citation(provision.article, provision.item, language, citation, sizeof citation);
  add_either(text, language, "（", " (");
  kqa_text_add(text, citation);
  add_either(text, language, "）", ")");
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
    add_either(&text, language, "：", ": ");
    kqa_text_add(&text, kqa_verdict_text(finding->verdict, language));
  }
  if (shows_values(finding)) {
    if (finding->verdict == KQA_VERDICT_NOT_MET)
      add_either(&text, language, "：", ": ");
    else
      add_either(&text, language, "，", ", ");
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
