/* Editions: the built-in ones, the check, access by name, differences. */
#include "kqaward/edition.h"

#include "date_core.h"
#include "edition_core.h"
#include "edition_register.h"
#include "ratio_core.h"
#include "status_fault.h"
#include "status_text.h"

#define ALL_PERMILLE 1000
#define MAX_SHARE_DENOMINATOR 1000

/* 绍柯政办发〔2020〕15号. */
static const struct kqa_edition editions[] = {
  {
    .size = sizeof(struct kqa_edition),
    .id = "keqiao-2020",
    .in_force_from = {2020, 5, 10},  /* Art. 32 */
    .quota_quality = 3,              /* Art. 3 */
    .quota_nomination = 10,          /* Art. 3 */
    .floor_total = {600, 1},         /* Art. 5 */
    .floor_site = {600, 1},          /* Art. 5 */
    .weight_document_permille = 200, /* Art. 18 */
    .weight_site_permille = 800,     /* Art. 18 */
    .panel_min_assessors = 3,        /* Art. 10 */
    .assessor_min_years = 3,         /* Art. 11(3) */
    .eligibility_min_years = 3,      /* Art. 12(1) */
    .eligibility_clean_years = 3,    /* Art. 12(6) */
    .application_min_copies = 2,     /* Art. 14 */
    .site_report_working_days = 5,   /* Art. 17 */
    .vote_quorum_share = {2, 3},     /* Art. 19 */
    .vote_approval_share = {1, 2},   /* Art. 19 */
    .prize_quality = 200000,         /* Art. 24 */
    .prize_nomination = 100000,      /* Art. 24 */
    .prize_cap = 200000,             /* Art. 24 */
    .bar_fraud_years = 5,            /* Art. 26 */
    .bar_revocation_years = 3,       /* Art. 30 */
    .report_days = 30,               /* Art. 29 */
    /* Every reading stands at its default, 0. */
  },
};

#define EDITIONS (sizeof(editions) / sizeof(editions[0]))

size_t kqa_edition_count(void)
{
  return EDITIONS;
}

const char *kqa_edition_id_at(size_t place)
{
  return place < EDITIONS ? editions[place].id : "";
}

struct kqa_fault kqa_edition_find(const char *id, struct kqa_edition *edition)
{
  /*@ assert ended: editions[0].id[11] == 0; */
  *edition = (struct kqa_edition){0};
  /*@ loop invariant place: 0 <= i <= EDITIONS;
    @ loop assigns i;
    @ loop variant EDITIONS - i;
    @*/
  for (size_t i = 0; i < EDITIONS; i++) {
    if (kqa_text_equal(editions[i].id, id)) {
      *edition = editions[i];
      return no_fault();
    }
  }
  return fault(KQA_E_NAME, KQA_FIELD_EDITION_ID);
}

bool kqa_edition_covers(const struct kqa_edition *edition, struct kqa_date date)
{
  return kqa_date_compare(edition->in_force_from, date) <= 0 &&
         (is_absent(edition->in_force_to) || kqa_date_compare(date, edition->in_force_to) <= 0);
}

struct kqa_fault kqa_edition_on(struct kqa_date date, struct kqa_edition *edition)
{
  *edition = (struct kqa_edition){0};
  if (!kqa_date_is_valid(date))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DATE);
  /*@ loop invariant place: 0 <= i <= EDITIONS;
    @ loop assigns i;
    @ loop variant EDITIONS - i;
    @*/
  for (size_t i = 0; i < EDITIONS; i++) {
    if (kqa_edition_covers(&editions[i], date)) {
      *edition = editions[i];
      return no_fault();
    }
  }
  return fault(KQA_E_NO_EDITION, KQA_FIELD_DATE);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures within: \result <==> min <= value <= max;
  @*/
static bool within(int64_t value, int64_t min, int64_t max)
{
  return value >= min && value <= max;
}

/*@ requires bounds: 0 <= min <= max <= 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: \result <==>
  @   1 <= value.den <= 1000000 && min * value.den <= value.num <= max * value.den;
  @*/
static bool is_score_within(struct kqa_ratio value, int64_t min, int64_t max)
{
  return within(value.den, 1, KQA_SCORE_MAX_DENOMINATOR) &&
         within(value.num, min * value.den, max * value.den);
}

/*@ requires bounds: 0 <= min <= max <= 1;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures share: \result <==>
  @   1 <= value.den <= 1000 && min * value.den + 1 <= value.num <= max * value.den;
  @*/
static bool is_share(struct kqa_ratio value, int64_t min, int64_t max)
{
  return within(value.den, 1, MAX_SHARE_DENOMINATOR) &&
         within(value.num, min * value.den + 1, max * value.den);
}

#define WITHIN_COUNT(value, min, max) within(value, min, max)
#define WITHIN_MONEY(value, min, max) within(value, min, max)
#define WITHIN_PERCENT(value, min, max) within(value, INT64_C(10) * (min), INT64_C(10) * (max))
#define WITHIN_SCORE(value, min, max) is_score_within(value, min, max)
#define WITHIN_SHARE(value, min, max) is_share(value, min, max)

/*@ requires edition: \valid_read(edition) && kqa_sound_parameters(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art18_whole: \result <==>
  @   edition->weight_document_permille + edition->weight_site_permille == 1000;
  @*/
static bool weights_are_whole(const struct kqa_edition *edition)
{
  return edition->weight_document_permille + edition->weight_site_permille == ALL_PERMILLE;
}

/* The first parameter out of bounds, or KQA_FIELD_NONE. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result == KQA_FIELD_NONE <==> kqa_sound_parameters(edition);
  @*/
static int32_t first_bad_parameter(const struct kqa_edition *edition)
{
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)                                                                                 \
  if (!WITHIN_##KIND(edition->member, min, max))                                                   \
    return KQA_FIELD_##NAME;
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)
#define V(NAME, code, word, zh, en)
#include "parameter.def"
#undef P
#undef R
#undef V
  return KQA_FIELD_NONE;
}

/* The first reading that is none of its values, or KQA_FIELD_NONE. */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result == KQA_FIELD_NONE <==> kqa_sound_readings(edition);
  @*/
static int32_t first_bad_reading(const struct kqa_edition *edition)
{
#define P(KIND, NAME, member, code, name, article, item, unit, touches, min, max, zh, en, rule_zh, \
          rule_en)
#define R(NAME, member, code, name, article, item, touches, last, zh, en, rule_zh, rule_en,        \
          reason_zh, reason_en)                                                                    \
  if (!within(edition->member, 0, last))                                                           \
    return KQA_FIELD_##NAME;
#define V(NAME, code, word, zh, en)
#include "parameter.def"
#undef P
#undef R
#undef V
  return KQA_FIELD_NONE;
}

bool kqa_edition_is_sound(const struct kqa_edition *edition)
{
  return edition->size == sizeof(struct kqa_edition) &&
         first_bad_parameter(edition) == KQA_FIELD_NONE &&
         first_bad_reading(edition) == KQA_FIELD_NONE && weights_are_whole(edition);
}

/*@ requires id: \valid_read(id + (0 .. 31));
  @ terminates \true;
  @ assigns \nothing;
  @*/
static bool is_id(const char id[KQA_EDITION_ID_SIZE])
{
  size_t length = 0;

  /*@ loop invariant within: 0 <= length <= 32;
    @ loop assigns length;
    @ loop variant 32 - length;
    @*/
  while (length < KQA_EDITION_ID_SIZE &&
         ((id[length] >= 'a' && id[length] <= 'z') || (id[length] >= '0' && id[length] <= '9') ||
          id[length] == '-'))
    length++;
  return length > 0 && length < KQA_EDITION_ID_SIZE && id[length] == '\0';
}

/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art32_term: \result.status == KQA_OK ==> kqa_sound_term(edition);
  @*/
static struct kqa_fault check_dates(const struct kqa_edition *edition)
{
  if (!kqa_date_is_valid(edition->in_force_from))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_IN_FORCE);
  if (is_absent(edition->in_force_to))
    return no_fault();
  if (!kqa_date_is_valid(edition->in_force_to))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_IN_FORCE);
  if (kqa_date_compare(edition->in_force_to, edition->in_force_from) < 0)
    return fault(KQA_E_ORDER, KQA_FIELD_IN_FORCE);
  return no_fault();
}

struct kqa_fault kqa_edition_check(const struct kqa_edition *edition)
{
  int32_t field;

  if (edition->size != sizeof(struct kqa_edition))
    return fault(KQA_E_SIZE, KQA_FIELD_EDITION);
  field = first_bad_parameter(edition);
  if (field != KQA_FIELD_NONE)
    return fault(KQA_E_RANGE, field);
  field = first_bad_reading(edition);
  if (field != KQA_FIELD_NONE)
    return fault(KQA_E_VALUE, field);
  if (!weights_are_whole(edition))
    return fault(KQA_E_WEIGHTS, KQA_FIELD_WEIGHT_DOCUMENT);
  if (!is_id(edition->id))
    return fault(KQA_E_FORM, KQA_FIELD_EDITION_ID);
  return check_dates(edition);
}
