/* Helpers shared by the unit tests. */
#ifndef TESTS_UNIT_SUPPORT_H
#define TESTS_UNIT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kqaward/edition.h"
#include "kqaward/finding.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

#define assert_fault_at(fault_, status_, field_, index0_, index1_, index2_)                        \
  do {                                                                                             \
    const struct kqa_fault seen_ = (fault_);                                                       \
    assert_int_equal(seen_.status, status_);                                                       \
    assert_int_equal(seen_.field, field_);                                                         \
    assert_int_equal(seen_.index[0], index0_);                                                     \
    assert_int_equal(seen_.index[1], index1_);                                                     \
    assert_int_equal(seen_.index[2], index2_);                                                     \
  } while (0)

#define assert_fault(fault_, status_, field_) assert_fault_at(fault_, status_, field_, 0, 0, 0)

#define assert_no_fault(fault_) assert_fault(fault_, KQA_OK, KQA_FIELD_NONE)

#define assert_ratio(ratio_, num_, den_)                                                           \
  do {                                                                                             \
    const struct kqa_ratio value_ = (ratio_);                                                      \
    assert_int_equal(value_.num, num_);                                                            \
    assert_int_equal(value_.den, den_);                                                            \
  } while (0)

#define assert_date(date_, year_, month_, day_)                                                    \
  do {                                                                                             \
    const struct kqa_date day_seen_ = (date_);                                                     \
    assert_int_equal(day_seen_.year, year_);                                                       \
    assert_int_equal(day_seen_.month, month_);                                                     \
    assert_int_equal(day_seen_.day, day_);                                                         \
  } while (0)

/* A number, day, quantity or decision that answers a fault holds nothing else. */
#define assert_number_fault(number_, status_, field_)                                              \
  do {                                                                                             \
    const struct kqa_number answer_ = (number_);                                                   \
    assert_fault(answer_.fault, status_, field_);                                                  \
    assert_int_equal(answer_.value, 0);                                                            \
  } while (0)

#define assert_day_fault(answer_, status_, field_)                                                 \
  do {                                                                                             \
    const struct kqa_day given_ = (answer_);                                                       \
    assert_fault(given_.fault, status_, field_);                                                   \
    assert_date(given_.date, 0, 0, 0);                                                             \
  } while (0)

#define assert_quantity_fault(answer_, status_, field_)                                            \
  do {                                                                                             \
    const struct kqa_quantity given_ = (answer_);                                                  \
    assert_fault(given_.fault, status_, field_);                                                   \
    assert_ratio(given_.value, 0, 0);                                                              \
  } while (0)

#define assert_decision_fault_at(answer_, status_, field_, index0_)                                \
  do {                                                                                             \
    const struct kqa_decision given_ = (answer_);                                                  \
    assert_fault_at(given_.fault, status_, field_, index0_, 0, 0);                                 \
    assert_int_equal(given_.verdict, KQA_VERDICT_UNKNOWN);                                         \
    assert_int_equal(given_.count, 0);                                                             \
    assert_true(is_all_zero(given_.findings, sizeof given_.findings));                             \
  } while (0)

#define assert_decision_fault(answer_, status_, field_)                                            \
  assert_decision_fault_at(answer_, status_, field_, 0)

static inline bool is_all_zero(const void *memory, size_t size)
{
  const unsigned char *bytes = memory;
  for (size_t i = 0; i < size; i++)
    if (bytes[i] != 0)
      return false;
  return true;
}

static inline struct kqa_date ymd(int32_t year, int32_t month, int32_t day)
{
  return (struct kqa_date){year, month, day};
}

static inline struct kqa_ratio ratio(int64_t num, int64_t den)
{
  return (struct kqa_ratio){num, den};
}

static inline struct kqa_edition edition_2020(void)
{
  struct kqa_edition edition;
  assert_no_fault(kqa_edition_find("keqiao-2020", &edition));
  return edition;
}

/* An edition with no quorum share, which no decision may accept: KQA_E_RANGE, vote.quorum_share. */
static inline struct kqa_edition broken_edition(void)
{
  struct kqa_edition edition = edition_2020();
  edition.vote_quorum_share = ratio(0, 1);
  return edition;
}

/* Deterministic pseudo-random numbers; the seed must not be 0. The highest bits are taken off
 * before a shift, so that the sanitizers may refuse every bit that is shifted out. */
static inline uint64_t next_random(uint64_t *state)
{
  *state ^= (*state & (UINT64_MAX >> 13)) << 13;
  *state ^= *state >> 7;
  *state ^= (*state & (UINT64_MAX >> 17)) << 17;
  return *state;
}

static inline void fill_memory(int32_t number)
{
  volatile int32_t room[4096];
  for (size_t i = 0; i < COUNT_OF(room); i++)
    room[i] = number;
}

/* Leaves a number all over the memory in which the function called next keeps its variables. */
static inline void soil_memory(int32_t number)
{
  void (*volatile fill)(int32_t) = fill_memory;
  fill(number);
}

static inline bool is_ascii(const char *text)
{
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~')
      return false;
  return true;
}

/* Well-formed as to lengths: every lead byte has its continuation bytes, none stands alone. */
static inline bool is_utf8(const char *text)
{
  const unsigned char *byte = (const unsigned char *)text;
  while (*byte != 0) {
    int more = 0;
    for (unsigned mask = 0x40; *byte >= 0x80 && (*byte & mask) != 0; mask >>= 1)
      more++;
    if (*byte >= 0x80 && (more < 1 || more > 3))
      return false;
    byte++;
    for (int i = 0; i < more; i++, byte++)
      if ((*byte & 0xC0) != 0x80)
        return false;
  }
  return true;
}

/* A text for people: there, whole, without a full stop, Chinese where Chinese is asked for. */
static inline void assert_people_text(const char *text, int32_t language)
{
  const size_t length = strlen(text);
  assert_true(length > 0);
  assert_true(is_utf8(text));
  assert_true(text[length - 1] != '.');
  assert_true(language != KQA_LANGUAGE_EN || is_ascii(text));
  assert_true(length < 3 || memcmp(text + length - 3, "\xe3\x80\x82", 3) != 0);
}

static const int32_t no_languages[] = {0, 3, -1, INT32_MIN, INT32_MAX};

typedef size_t text_writer(const void *subject, char *buffer, size_t capacity);

/* Every capacity from 0 to two more than needed: the same length is answered, the text is the
 * longest run of whole characters that fits, it ends in a NUL and nothing beyond the capacity is
 * touched. */
static inline void assert_text_at_every_capacity(text_writer *write, const void *subject,
                                                 const char *expected)
{
  enum { MOST = 1024 };
  char buffer[MOST + 1];
  const size_t length = strlen(expected);
  assert_true(length + 2 < MOST);
  assert_true(is_utf8(expected));
  assert_int_equal(write(subject, NULL, 0), length);
  for (size_t capacity = 1; capacity <= length + 2; capacity++) {
    memset(buffer, 'Z', sizeof buffer);
    assert_int_equal(write(subject, buffer, capacity), length);
    assert_int_equal(buffer[capacity], 'Z');
    assert_non_null(memchr(buffer, '\0', capacity));
    size_t kept = capacity - 1 < length ? capacity - 1 : length;
    while (((unsigned char)expected[kept] & 0xC0) == 0x80)
      kept--;
    assert_int_equal(strlen(buffer), kept);
    assert_memory_equal(buffer, expected, kept);
  }
}

#endif
