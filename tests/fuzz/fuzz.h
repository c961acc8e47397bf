/* Bytes of the fuzzer as numbers, days, fractions and editions, and what every answer must keep. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kqaward/kqaward.h"

__extension__ typedef __int128 wide;

#define COUNT(list) ((int32_t)(sizeof(list) / sizeof *(list)))

#define REQUIRE(condition)                                                                         \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition);                \
      abort();                                                                                     \
    }                                                                                              \
  } while (0)

/* What is left of the input; beyond its end everything is 0. */
struct bytes {
  const uint8_t *at;
  size_t left;
};

static inline uint8_t take_byte(struct bytes *bytes)
{
  if (bytes->left == 0)
    return 0;
  bytes->left--;
  return *bytes->at++;
}

static inline int64_t take_bits(struct bytes *bytes, int32_t count)
{
  uint64_t value = 0;
  int64_t number;

  for (int32_t i = 0; i < count; i++)
    value = value << 8 | take_byte(bytes);
  memcpy(&number, &value, sizeof number);
  return number;
}

/* 0 to count - 1. */
static inline int32_t take_below(struct bytes *bytes, int32_t count)
{
  return take_byte(bytes) % count;
}

static inline int32_t take_wild(struct bytes *bytes)
{
  static const int32_t notable[] = {0,     1,      -1,        2,       -13,      99,
                                    100,   101,    999,       1000,    1001,     9999,
                                    10000, 999999, 1000000,   1000001, -1000000, INT32_MAX,
                                    250,   251,    INT32_MIN, -9998,   9998,     3652058};

  if (take_byte(bytes) & 1u)
    return notable[take_below(bytes, COUNT(notable))];
  return (int32_t)(take_bits(bytes, 4) - INT32_MAX - 1);
}

/* Mostly first to last (at most 256 apart), now and then anything. */
static inline int32_t take_within(struct bytes *bytes, int32_t first, int32_t last)
{
  uint8_t how = take_byte(bytes);

  return how == 255 ? take_wild(bytes) : first + how % (last - first + 1);
}

/* Mostly a multiple of five up to 100, now and then anything. */
static inline int32_t take_percent(struct bytes *bytes)
{
  uint8_t how = take_byte(bytes);

  return how == 255 ? take_wild(bytes) : how % 21 * 5;
}

static inline struct kqa_date take_date(struct bytes *bytes)
{
  uint8_t how = take_byte(bytes);
  struct kqa_date date = {2017 + how % 11, 0, 0};

  if (how > 250)
    return (struct kqa_date){take_wild(bytes), take_wild(bytes), take_wild(bytes)};
  if (how > 230)
    return date.year % 2 ? (struct kqa_date){0} : (struct kqa_date){9999, 12, 31};
  if (how > 200)
    date.year = (int32_t)take_bits(bytes, 2) % 10001;
  date.month = 1 + take_below(bytes, 12);
  date.day = 1 + take_below(bytes, how % 7 ? 28 : 31);
  return date;
}

/* Mostly a score near the floors, now and then any two numbers. */
static inline struct kqa_ratio take_ratio(struct bytes *bytes)
{
  static const int32_t denominators[] = {1, 1, 2, 3, 7, 10, 100, 1000, 999983, 1000000};
  uint8_t how = take_byte(bytes);
  int64_t den = denominators[how % COUNT(denominators)];

  if (how > 250)
    return (struct kqa_ratio){take_bits(bytes, 8), take_bits(bytes, 8)};
  if (how > 240)
    return (struct kqa_ratio){0, 0};
  if (how > 200)
    return (struct kqa_ratio){(take_bits(bytes, 4)) % (1000 * den + 2), den};
  return (struct kqa_ratio){(595 + how % 11) * den + take_below(bytes, 3) - 1, den};
}

/* The edition of 2020 with parameters and readings set by name, rarely with nonsense in it. */
static inline struct kqa_edition take_edition(struct bytes *bytes)
{
  static const char *const values[] = {"0",   "1",   "2", "3",   "5",   "600",  "299.5",
                                       "1/2", "2/3", "1", "7/9", "100", "1000", "1000000"};
  struct kqa_edition edition;
  uint8_t how = take_byte(bytes);

  REQUIRE(kqa_edition_find("keqiao-2020", &edition).status == KQA_OK);
  for (int32_t i = 0; i < how % 8; i++) {
    struct kqa_parameter row =
      kqa_parameter_at((size_t)take_below(bytes, (int32_t)kqa_parameter_count()));
    const char *value = row.kind == KQA_PARAMETER_READING
                          ? kqa_reading_value(row.field, take_below(bytes, 6))
                          : values[take_below(bytes, COUNT(values))];

    (void)kqa_edition_set(&edition, kqa_field_name(row.field), value);
  }
  edition.weight_site_permille = 1000 - edition.weight_document_permille;
  if (how > 250) {
    size_t at = (size_t)take_bits(bytes, 1) % (sizeof edition / sizeof(int32_t));
    int32_t nonsense = take_wild(bytes);

    memcpy((char *)&edition + at * sizeof nonsense, &nonsense, sizeof nonsense);
  }
  return edition;
}

/* A list of exactly its length, so that a step beyond it is seen; NULL for none. */
static inline void *new_list(int32_t count, size_t size)
{
  void *list = count > 0 ? calloc((size_t)count, size) : NULL;

  if (count > 0 && list == NULL)
    exit(1);
  return list;
}

static inline bool same_ratio(struct kqa_ratio a, struct kqa_ratio b)
{
  return a.num == b.num && a.den == b.den;
}

static inline bool same_date(struct kqa_date a, struct kqa_date b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* a - b of two fractions with positive denominators: its sign. */
static inline int32_t order_of(struct kqa_ratio a, struct kqa_ratio b)
{
  wide left = (wide)a.num * b.den;
  wide right = (wide)b.num * a.den;

  return left < right ? -1 : left > right;
}

/* Whether there is an answer; a fault has a known status and field and no indexes without one. */
static inline bool is_ok(struct kqa_fault fault)
{
  REQUIRE(kqa_status_name(fault.status)[0] != '\0');
  if (fault.status == KQA_OK) {
    REQUIRE(fault.field == KQA_FIELD_NONE);
    REQUIRE(fault.index[0] == 0 && fault.index[1] == 0 && fault.index[2] == 0);
    return true;
  }
  REQUIRE(kqa_field_name(fault.field)[0] != '\0');
  return false;
}

static inline bool is_number(struct kqa_number number)
{
  bool ok = is_ok(number.fault);

  REQUIRE(ok || number.value == 0);
  return ok;
}

static inline bool is_day(struct kqa_day day)
{
  bool ok = is_ok(day.fault);

  REQUIRE(ok ? kqa_date_is_valid(day.date) : kqa_date_is_absent(day.date));
  return ok;
}

static inline bool is_quantity(struct kqa_quantity quantity)
{
  bool ok = is_ok(quantity.fault);

  REQUIRE(ok || (quantity.value.num == 0 && quantity.value.den == 0));
  return ok;
}

static inline void require_finding(const struct kqa_finding *finding)
{
  char text[512];

  REQUIRE(kqa_provision_key(finding->provision)[0] != '\0');
  REQUIRE(kqa_verdict_name(finding->verdict)[0] != '\0');
  REQUIRE(finding->relation >= KQA_RELATION_NONE && finding->relation <= KQA_RELATION_LESS_THAN);
  REQUIRE(finding->observed.den >= 0 && finding->required.den >= 0);
  REQUIRE(kqa_finding_observed(finding, text, 48) < 48);
  REQUIRE(kqa_finding_required(finding, text, 48) < 48);
  for (int32_t language = KQA_LANGUAGE_ZH; language <= KQA_LANGUAGE_EN; language++) {
    size_t length = kqa_finding_text(finding, language, text, sizeof text);

    REQUIRE(length > 0 && length < sizeof text && strlen(text) == length);
  }
}

/* The verdict of findings: not met beats unknown, unknown beats met. */
static inline int32_t verdict_over(const struct kqa_finding *findings, int32_t count)
{
  int32_t verdict = KQA_VERDICT_MET;

  for (int32_t i = 0; i < count; i++) {
    require_finding(&findings[i]);
    if (findings[i].verdict == KQA_VERDICT_NOT_MET)
      verdict = KQA_VERDICT_NOT_MET;
    else if (findings[i].verdict == KQA_VERDICT_UNKNOWN && verdict == KQA_VERDICT_MET)
      verdict = KQA_VERDICT_UNKNOWN;
  }
  return verdict;
}

static inline bool is_decision(const struct kqa_decision *decision)
{
  static const struct kqa_finding none = {0};
  bool ok = is_ok(decision->fault);

  REQUIRE(decision->count >= 0 && decision->count <= KQA_DECISION_FINDINGS);
  REQUIRE(ok == (decision->count > 0));
  for (int32_t i = decision->count; i < KQA_DECISION_FINDINGS; i++)
    REQUIRE(memcmp(&decision->findings[i], &none, sizeof none) == 0);
  REQUIRE(decision->verdict ==
          (ok ? verdict_over(decision->findings, decision->count) : KQA_VERDICT_UNKNOWN));
  return ok;
}

#endif
