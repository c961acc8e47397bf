/* Exact fractions, and GB/T 8170: once, half to even, the sign apart. */
#include "support.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "kqaward/ratio.h"

#define MAX_NUM KQA_RATIO_MAX_NUMERATOR
#define MAX_DEN KQA_RATIO_MAX_DENOMINATOR

static const struct kqa_ratio outside[] = {
  {1, 0},
  {0, 0},
  {1, -1},
  {1, INT64_C(1000000000000001)},
  {INT64_C(1000000000000000001), 1},
  {-INT64_C(1000000000000000001), 1},
  {INT64_MIN, 1},
  {INT64_MAX, 1},
  {1, INT64_MIN},
  {1, INT64_MAX},
  {INT64_MIN, INT64_MIN},
};

static int64_t common_divisor(int64_t a, int64_t b)
{
  while (b != 0) {
    const int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/* Compares by the continued fraction, which needs no number wider than the two given. */
static int compare_by_quotients(int64_t an, int64_t ad, int64_t bn, int64_t bd)
{
  int sign = 1;
  for (;;) {
    int64_t aq = an / ad, bq = bn / bd;
    int64_t ar = an % ad, br = bn % bd;
    if (ar < 0) {
      ar += ad;
      aq--;
    }
    if (br < 0) {
      br += bd;
      bq--;
    }
    if (aq != bq)
      return aq < bq ? -sign : sign;
    if (ar == 0 || br == 0)
      return sign * ((ar != 0) - (br != 0));
    an = ad;
    ad = ar;
    bn = bd;
    bd = br;
    sign = -sign;
  }
}

static void check_comparison(struct kqa_ratio a, struct kqa_ratio b)
{
  const struct kqa_number forth = kqa_ratio_compare(a, b);
  const struct kqa_number back = kqa_ratio_compare(b, a);
  const int expected = compare_by_quotients(a.num, a.den, b.num, b.den);
#ifdef __SIZEOF_INT128__
  __extension__ typedef __int128 wide;
  const wide left = (wide)a.num * b.den, right = (wide)b.num * a.den;
  assert_int_equal(expected, (left > right) - (left < right));
#endif
  assert_no_fault(forth.fault);
  assert_no_fault(back.fault);
  if (forth.value != expected || back.value != -expected)
    fail_msg("%" PRId64 "/%" PRId64 " with %" PRId64 "/%" PRId64, a.num, a.den, b.num, b.den);
}

static void fractions_compare_exactly_at_the_bounds(void **state)
{
  (void)state;
  static const int64_t nums[] = {-MAX_NUM, -MAX_NUM + 1, -MAX_DEN, -2,          -1,     0, 1, 2,
                                 600,      MAX_DEN - 1,  MAX_DEN,  MAX_NUM - 1, MAX_NUM};
  static const int64_t dens[] = {1, 2, 3, 1000000, MAX_DEN - 2, MAX_DEN - 1, MAX_DEN};
  for (size_t i = 0; i < COUNT_OF(nums); i++)
    for (size_t j = 0; j < COUNT_OF(dens); j++)
      for (size_t k = 0; k < COUNT_OF(nums); k++)
        for (size_t l = 0; l < COUNT_OF(dens); l++)
          check_comparison(ratio(nums[i], dens[j]), ratio(nums[k], dens[l]));
}

static int64_t random_between(uint64_t *seed, int64_t least, int64_t greatest)
{
  return least + (int64_t)(next_random(seed) % (uint64_t)(greatest - least + 1));
}

static void fractions_compare_exactly_at_random(void **state)
{
  (void)state;
  uint64_t seed = 19580;
  for (int i = 0; i < 200000; i++) {
    const int64_t den = random_between(&seed, 1, MAX_DEN);
    const int64_t num = random_between(&seed, -MAX_NUM, MAX_NUM);
    const int64_t small = random_between(&seed, 1, 1000000);
    check_comparison(ratio(num, den), ratio(random_between(&seed, -MAX_NUM, MAX_NUM), small));
    check_comparison(ratio(num % (1000 * small), small),
                     ratio(random_between(&seed, 0, 1000 * small), small));
  }
}

/* a/b and c/d with ad - bc = 1 lie as close as fractions with such denominators can. */
static void neighbouring_fractions_are_told_apart(void **state)
{
  (void)state;
  uint64_t seed = 8170;
  for (int i = 0; i < 100000; i++) {
    const int64_t den = random_between(&seed, MAX_DEN / 2, MAX_DEN - 1);
    const int64_t num = random_between(&seed, 1, MAX_NUM - 1000);
    check_comparison(ratio(num, den), ratio(num + 1, den));
    check_comparison(ratio(num, den), ratio(num, den + 1));
    check_comparison(ratio(num, den), ratio(num, den));
    check_comparison(ratio(-num, den), ratio(-num, den + 1));
    check_comparison(ratio(den - 1, den), ratio(den, den + 1));
    const int64_t times = random_between(&seed, 1, 1000);
    const int64_t reduced_num = num / 1000, reduced_den = den / 1000;
    check_comparison(ratio(reduced_num, reduced_den),
                     ratio(reduced_num * times, reduced_den * times));
  }
}

static void a_fraction_outside_the_bounds_is_not_compared(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(outside); i++) {
    const struct kqa_number first = kqa_ratio_compare(outside[i], ratio(1, 2));
    const struct kqa_number second = kqa_ratio_compare(ratio(1, 2), outside[i]);
    assert_fault_at(first.fault, KQA_E_RANGE, KQA_FIELD_NUMBER, 0, 0, 0);
    assert_fault_at(second.fault, KQA_E_RANGE, KQA_FIELD_NUMBER, 1, 0, 0);
    assert_int_equal(first.value, 0);
    assert_int_equal(second.value, 0);
    assert_fault_at(kqa_ratio_compare(outside[i], outside[i]).fault, KQA_E_RANGE, KQA_FIELD_NUMBER,
                    0, 0, 0);
  }
}

static void a_fraction_is_made_in_lowest_terms(void **state)
{
  (void)state;
  for (int64_t num = -60; num <= 60; num++)
    for (int64_t den = 1; den <= 60; den++) {
      const struct kqa_quantity made = kqa_ratio_make(num, den);
      const int64_t divisor = common_divisor(num, den);
      assert_no_fault(made.fault);
      assert_ratio(made.value, num / divisor, den / divisor);
    }
  assert_ratio(kqa_ratio_make(MAX_NUM, MAX_DEN).value, 1000, 1);
  assert_ratio(kqa_ratio_make(-MAX_NUM, MAX_DEN).value, -1000, 1);
  assert_ratio(kqa_ratio_make(MAX_NUM - 1, MAX_DEN).value, MAX_NUM - 1, MAX_DEN);
  assert_ratio(kqa_ratio_make(0, MAX_DEN).value, 0, 1);
  assert_ratio(kqa_ratio_make(-MAX_NUM, 1).value, -MAX_NUM, 1);
}

static void a_fraction_outside_the_bounds_is_not_made(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(outside); i++)
    assert_quantity_fault(kqa_ratio_make(outside[i].num, outside[i].den), KQA_E_RANGE,
                          KQA_FIELD_NUMBER);
}

static void numbers_round_as_the_standards_examples_do(void **state)
{
  (void)state;
  static const struct {
    struct kqa_ratio value;
    int32_t decimals;
    struct kqa_ratio rounded;
  } cases[] = {
    {{28175, 1000}, 2, {1409, 50}},
    {{28165, 1000}, 2, {704, 25}},
    {{28350, 1000}, 1, {142, 5}},
    {{28250, 1000}, 1, {141, 5}},
    {{28050, 1000}, 1, {28, 1}},
    {{282501, 10000}, 1, {283, 10}},
    {{121498, 10000}, 1, {121, 10}},
    {{121498, 10000}, 0, {12, 1}},
    {{105002, 10000}, 0, {11, 1}},
    {{1050, 1000}, 1, {1, 1}},
    {{35, 100}, 1, {2, 5}},
    {{2500, 1}, -3, {2000, 1}},
    {{3500, 1}, -3, {4000, 1}},
    {{-365, 10000}, 3, {-9, 250}},
    {{365, 10000}, 3, {9, 250}},
    {{-2500, 1}, -3, {-2000, 1}},
    {{-3500, 1}, -3, {-4000, 1}},
    {{500, 1}, -3, {0, 1}},
    {{501, 1}, -3, {1000, 1}},
    {{1999, 3}, 0, {666, 1}},
    {{1, 2}, 0, {0, 1}},
    {{-1, 2}, 0, {0, 1}},
    {{3, 2}, 0, {2, 1}},
    {{5999, 10}, 0, {600, 1}},
    {{599999, 1000}, 2, {600, 1}},
    {{599995, 1000}, 2, {600, 1}},
    {{599985, 1000}, 2, {29999, 50}},
    {{600, 1}, 3, {600, 1}},
    {{55, 1}, -1, {60, 1}},
    {{45, 1}, -1, {40, 1}},
    {{150, 1}, -2, {200, 1}},
    {{250, 1}, -2, {200, 1}},
    {{MAX_NUM - 1, 1}, -3, {MAX_NUM, 1}},
    {{1, MAX_DEN}, 3, {0, 1}},
    {{MAX_NUM, MAX_DEN}, 3, {1000, 1}},
    {{-MAX_NUM, 1}, 0, {-MAX_NUM, 1}},
    {{MAX_DEN - 1, 1}, 3, {MAX_DEN - 1, 1}},
    {{MAX_NUM - 1, 1000}, 2, {MAX_DEN, 1}},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_quantity seen = kqa_ratio_round(cases[i].value, cases[i].decimals);
    assert_no_fault(seen.fault);
    assert_ratio(seen.value, cases[i].rounded.num, cases[i].rounded.den);
  }
}

static const int64_t powers[] = {1, 10, 100, 1000};

/* Rounds by the definition: of the two neighbouring multiples the nearer, of equals the even one.
 */
static int64_t nearest_multiple(int64_t num, int64_t den)
{
  const int64_t size = num < 0 ? -num : num;
  const int64_t below = size / den, rest = size % den;
  const bool up = rest > den - rest || (rest == den - rest && below % 2 == 1);
  return (num < 0 ? -1 : 1) * (below + (up ? 1 : 0));
}

static void every_small_fraction_rounds_to_the_nearest_and_a_tie_to_the_even(void **state)
{
  (void)state;
  for (int64_t den = 1; den <= 40; den++)
    for (int64_t num = -4000; num <= 4000; num += 1 + (den % 3))
      for (int32_t decimals = -3; decimals <= 3; decimals++) {
        const struct kqa_quantity seen = kqa_ratio_round(ratio(num, den), decimals);
        const int64_t up = decimals > 0 ? powers[decimals] : 1;
        const int64_t down = decimals < 0 ? powers[-decimals] : 1;
        const int64_t rounded = nearest_multiple(num * up, den * down) * down;
        assert_no_fault(seen.fault);
        assert_int_equal(seen.value.num * up, rounded * seen.value.den);
        assert_int_equal(common_divisor(seen.value.num, seen.value.den), 1);
        assert_true(seen.value.den > 0);
      }
}

static void decimals_are_kept_below_the_bound_of_10_to_the_15_alone(void **state)
{
  (void)state;
  const struct kqa_ratio seventh = {MAX_NUM, 7};
  for (int32_t decimals = 1; decimals <= 3; decimals++) {
    assert_quantity_fault(kqa_ratio_round(seventh, decimals), KQA_E_RANGE, KQA_FIELD_NUMBER);
    assert_quantity_fault(kqa_ratio_round(ratio(-MAX_NUM, 7), decimals), KQA_E_RANGE,
                          KQA_FIELD_NUMBER);
    assert_quantity_fault(kqa_ratio_round(ratio(MAX_DEN, 1), decimals), KQA_E_RANGE,
                          KQA_FIELD_NUMBER);
    assert_quantity_fault(kqa_ratio_round(ratio(-MAX_DEN, 1), decimals), KQA_E_RANGE,
                          KQA_FIELD_NUMBER);
  }
  assert_ratio(kqa_ratio_round(seventh, 0).value, INT64_C(142857142857142857), 1);
  assert_ratio(kqa_ratio_round(seventh, -3).value, INT64_C(142857142857143000), 1);
}

static void rounding_refuses_other_digits_and_numbers(void **state)
{
  (void)state;
  static const int32_t decimals[] = {-4, 4, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(decimals); i++)
    assert_quantity_fault(kqa_ratio_round(ratio(1, 3), decimals[i]), KQA_E_RANGE,
                          KQA_FIELD_DECIMALS);
  for (size_t i = 0; i < COUNT_OF(outside); i++)
    assert_quantity_fault(kqa_ratio_round(outside[i], 1), KQA_E_RANGE, KQA_FIELD_NUMBER);
}

/* Parses from memory of exactly that length, so that a sanitizer sees any step beyond it. */
static struct kqa_quantity parse_exactly(const char *text, size_t length, int64_t max_denominator)
{
  char *copy = malloc(length > 0 ? length : 1);
  assert_non_null(copy);
  memcpy(copy, text, length);
  const struct kqa_quantity seen = kqa_ratio_parse(copy, length, max_denominator);
  free(copy);
  return seen;
}

static void decimals_and_fractions_are_read_exactly(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int64_t max_denominator;
    int64_t num, den;
  } cases[] = {
    {"652.5", 1000000, 1305, 2},
    {"0.0078125", 1000000, 1, 128},
    {"0.0078125", 128, 1, 128},
    {"612.35", 1000000, 12247, 20},
    {"640", 1000000, 640, 1},
    {"640", 1, 640, 1},
    {"3057/5", 1000000, 3057, 5},
    {"6114/10", 5, 3057, 5},
    {"0", 1, 0, 1},
    {"0.0", 1, 0, 1},
    {"0/7", 1, 0, 1},
    {"600.000", 1, 600, 1},
    {"600.00000000000000000", 1, 600, 1},
    {"652.500000000000000000000000000000000", 2, 1305, 2},
    {"00000000000000000600", 1, 600, 1},
    {"00000000000000000000000612.350", 20, 12247, 20},
    {"0.000001", 1000000, 1, 1000000},
    {"999.999999", 1000000, 999999999, 1000000},
    {"0.5", 2, 1, 2},
    {"2/6", 3, 1, 3},
    {"1/1000000", 1000000, 1, 1000000},
    {"1000000000000", 1, INT64_C(1000000000000), 1},
    {"999999999999.999999", 1000000, MAX_NUM - 1, 1000000},
    {"0.0000019073486328125", 1000000, 1, 524288},
    {"3057/00005", 5, 3057, 5},
    {"0.10", 10, 1, 10},
    {"9007199254.740993", 1000000, INT64_C(9007199254740993), 1000000},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_quantity seen =
      parse_exactly(cases[i].text, strlen(cases[i].text), cases[i].max_denominator);
    if (seen.fault.status != KQA_OK || seen.value.num != cases[i].num ||
        seen.value.den != cases[i].den)
      fail_msg("%s was read as %" PRId64 "/%" PRId64, cases[i].text, seen.value.num,
               seen.value.den);
  }
}

static void every_score_of_three_decimals_is_read_exactly(void **state)
{
  (void)state;
  char text[64];
  for (int thousandths = 0; thousandths <= 1000000; thousandths += 7) {
    snprintf(text, sizeof text, "%d.%03d", thousandths / 1000, thousandths % 1000);
    const struct kqa_quantity seen = parse_exactly(text, strlen(text), 1000);
    const int64_t divisor = common_divisor(thousandths, 1000);
    assert_no_fault(seen.fault);
    assert_ratio(seen.value, thousandths / divisor, 1000 / divisor);
  }
}

static void any_other_form_of_a_number_is_refused(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "",      "+1",    "-1",    " 1",   "1 ",           "1.",       ".5",       "1e3",
    "1E3",   ".",     "/",     "5/",   "/5",           "1/2/3",    "1..2",     "1.2.3",
    "1.5/2", "1/2.5", "0x10",  "1,5",  "1/-2",         "1/+2",     "1 /2",     "1/ 2",
    "NaN",   "inf",   "six",   "1_0",  "\xef\xbc\x91", "\xd9\xa1", "612.35\n", "1.e",
    "1./2",  "12a",   "a12",   "1.2a", "1/2a",         "-",        "+",        "--1",
    "1/0",   "0/0",   "1/000",
  };
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    const struct kqa_quantity seen = parse_exactly(texts[i], strlen(texts[i]), 1000000);
    if (seen.fault.status != KQA_E_FORM)
      fail_msg("\"%s\" was answered with %d", texts[i], seen.fault.status);
    assert_quantity_fault(seen, KQA_E_FORM, KQA_FIELD_NUMBER);
  }
  assert_quantity_fault(kqa_ratio_parse(NULL, 0, 1000000), KQA_E_FORM, KQA_FIELD_NUMBER);
  assert_quantity_fault(parse_exactly("6\0", 2, 1000000), KQA_E_FORM, KQA_FIELD_NUMBER);
  assert_quantity_fault(parse_exactly("6\0005", 3, 1000000), KQA_E_FORM, KQA_FIELD_NUMBER);
  assert_quantity_fault(parse_exactly("6.5\0", 4, 1000000), KQA_E_FORM, KQA_FIELD_NUMBER);
  assert_quantity_fault(parse_exactly("\0", 1, 1000000), KQA_E_FORM, KQA_FIELD_NUMBER);
}

static void no_byte_beyond_the_length_counts(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    size_t length;
    int64_t num, den;
  } cases[] = {{"7/2", 1, 7, 1},  {"7.5", 1, 7, 1},  {"00", 1, 0, 1},    {"05", 1, 0, 1},
               {"75", 1, 7, 1},   {"7/25", 3, 7, 2}, {"7/00", 2, 0, 0},  {"7.55", 3, 15, 2},
               {"0/50", 3, 0, 1}, {"0.00", 3, 0, 1}, {"7.5/2", 3, 15, 2}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_quantity seen = kqa_ratio_parse(cases[i].text, cases[i].length, 1000);
    assert_int_equal(seen.fault.status, cases[i].den ? KQA_OK : KQA_E_FORM);
    assert_ratio(seen.value, cases[i].num, cases[i].den);
  }
}

/* 18 digits of a numerator or denominator; 19 decimals, with as many digits or more, of which the
 * denominator is 2^19. */
static void the_most_digits_are_read_and_leading_zeros_are_free(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int64_t num, den;
  } cases[] = {{"100000000000000000/100000000000000000", 1, 1},
               {"999999999999999999/999999999999999999", 1, 1},
               {"999999999999999999/333333333333333333", 3, 1},
               {"000999999999999999999/0999999999999999999", 1, 1},
               {"0.1000003814697265625", 52429, 524288},
               {"0000000000000000000000.9999980926513671875000", 524287, 524288},
               {"0.0000019073486328125", 1, 524288}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_quantity seen = parse_exactly(cases[i].text, strlen(cases[i].text), 1000000);
    assert_no_fault(seen.fault);
    assert_ratio(seen.value, cases[i].num, cases[i].den);
  }
}

static void every_byte_of_a_number_counts(void **state)
{
  (void)state;
  for (int byte = 0; byte < 256; byte++) {
    const char alone[] = {(char)byte};
    const char last[] = {'1', '.', '5', (char)byte};
    const bool digit = byte >= '0' && byte <= '9';
    assert_int_equal(parse_exactly(alone, 1, 1000).fault.status, digit ? KQA_OK : KQA_E_FORM);
    assert_int_equal(parse_exactly(last, 4, 1000).fault.status, digit ? KQA_OK : KQA_E_FORM);
  }
}

static void a_number_beyond_the_bounds_is_out_of_range(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    int64_t max_denominator;
  } cases[] = {
    {"0.5", 1},
    {"1/3", 2},
    {"0.0078125", 127},
    {"0.0000001", 1000000},
    {"0.1234567", 1000000},
    {"1/1000001", 1000000},
    {"1000000000001", 1},
    {"1000000000000.000001", 1000000},
    {"12345678901234567890", 1000000},
    {"1000000000000000001", 1000000},
    {"9223372036854775808", 1000000},
    {"18446744073709551617", 1000000},
    {"18446744073709551617.5", 1000000},
    {"1844674407370955161700/1844674407370955161701", 1000000},
    {"999999999999999999.5", 1000000},
    {"0.00000000000000000000000000000000000000000000000001", 1000000},
    {"99999999999999999999999999999999999999999999999999999999999999999999", 1000000},
    {"1/18446744073709551617", 1000000},
    {"1", 0},
    {"1", -1},
    {"1", 1000001},
    {"1", INT64_MIN},
    {"1", INT64_MAX},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const struct kqa_quantity seen =
      parse_exactly(cases[i].text, strlen(cases[i].text), cases[i].max_denominator);
    if (seen.fault.status != KQA_E_RANGE)
      fail_msg("\"%s\" was answered with %d", cases[i].text, seen.fault.status);
    assert_quantity_fault(seen, KQA_E_RANGE, KQA_FIELD_NUMBER);
  }
}

struct rounded {
  struct kqa_ratio value;
  int32_t decimals;
};

static size_t write_ratio(const void *subject, char *buffer, size_t capacity)
{
  return kqa_ratio_format(*(const struct kqa_ratio *)subject, buffer, capacity);
}

static size_t write_rounded(const void *subject, char *buffer, size_t capacity)
{
  const struct rounded *rounded = subject;
  return kqa_ratio_format_rounded(rounded->value, rounded->decimals, buffer, capacity);
}

static void a_fraction_is_written_in_lowest_terms_and_whole_without_a_denominator(void **state)
{
  (void)state;
  static const struct {
    struct kqa_ratio value;
    const char *text;
  } cases[] = {
    {{6649, 10}, "6649/10"},
    {{13298, 20}, "6649/10"},
    {{600, 1}, "600"},
    {{1200, 2}, "600"},
    {{0, 7}, "0"},
    {{-73, 2000}, "-73/2000"},
    {{-5, 5}, "-1"},
    {{MAX_NUM, 1}, "1000000000000000000"},
    {{-MAX_NUM, 1}, "-1000000000000000000"},
    {{-MAX_NUM + 1, MAX_DEN}, "-999999999999999999/1000000000000000"},
    {{-MAX_NUM, MAX_DEN - 1}, "-1000000000000000000/999999999999999"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_text_at_every_capacity(write_ratio, &cases[i].value, cases[i].text);
  for (size_t i = 0; i < COUNT_OF(outside); i++)
    assert_text_at_every_capacity(write_ratio, &outside[i], "");
}

static void a_number_is_shown_rounded_by_the_standard(void **state)
{
  (void)state;
  static const struct {
    struct rounded number;
    const char *text;
  } cases[] = {
    {{{6649, 10}, 2}, "664.90"},
    {{{6649, 10}, 1}, "664.9"},
    {{{6649, 10}, 0}, "665"},
    {{{6649, 10}, 3}, "664.900"},
    {{{28175, 1000}, 2}, "28.18"},
    {{{28165, 1000}, 2}, "28.16"},
    {{{28050, 1000}, 1}, "28.0"},
    {{{1050, 1000}, 1}, "1.0"},
    {{{-365, 10000}, 3}, "-0.036"},
    {{{365, 10000}, 3}, "0.036"},
    {{{1, 2}, 0}, "0"},
    {{{3, 2}, 0}, "2"},
    {{{0, 1}, 3}, "0.000"},
    {{{9995, 10}, 0}, "1000"},
    {{{999999, 1000}, 2}, "1000.00"},
    {{{-9995, 10}, 0}, "-1000"},
    {{{MAX_NUM - 1, 1000}, 3}, "999999999999999.999"},
    {{{-MAX_NUM + 1, 1000}, 3}, "-999999999999999.999"},
    {{{MAX_DEN - 1, 1}, 3}, "999999999999999.000"},
    {{{MAX_DEN, 1}, 1}, ""},
    {{{MAX_NUM, 7}, 3}, ""},
    {{{-MAX_NUM, 1}, 0}, "-1000000000000000000"},
    {{{1, MAX_DEN}, 3}, "0.000"},
    {{{1, 3}, -1}, ""},
    {{{1, 3}, 4}, ""},
    {{{1, 3}, INT32_MIN}, ""},
    {{{1, 3}, INT32_MAX}, ""},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++)
    assert_text_at_every_capacity(write_rounded, &cases[i].number, cases[i].text);
  for (size_t i = 0; i < COUNT_OF(outside); i++) {
    const struct rounded number = {outside[i], 2};
    assert_text_at_every_capacity(write_rounded, &number, "");
  }
}

static void what_rounds_to_nothing_has_no_sign(void **state)
{
  (void)state;
  const struct rounded whole = {{-1, 2}, 0};
  const struct rounded tiny = {{-1, MAX_DEN}, 3};
  assert_text_at_every_capacity(write_rounded, &whole, "0");
  assert_text_at_every_capacity(write_rounded, &tiny, "0.000");
}

static void impossible_greatest_denominator_is_refused_whatever_the_text(void **state)
{
  (void)state;
  static const int64_t greatest[] = {0, -1, 1000001};
  for (size_t i = 0; i < COUNT_OF(greatest); i++) {
    assert_fault(kqa_ratio_parse("1", 1, greatest[i]).fault, KQA_E_RANGE, KQA_FIELD_NUMBER);
    assert_fault(kqa_ratio_parse("one", 3, greatest[i]).fault, KQA_E_RANGE, KQA_FIELD_NUMBER);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(impossible_greatest_denominator_is_refused_whatever_the_text),
    cmocka_unit_test(fractions_compare_exactly_at_the_bounds),
    cmocka_unit_test(fractions_compare_exactly_at_random),
    cmocka_unit_test(neighbouring_fractions_are_told_apart),
    cmocka_unit_test(a_fraction_outside_the_bounds_is_not_compared),
    cmocka_unit_test(a_fraction_is_made_in_lowest_terms),
    cmocka_unit_test(a_fraction_outside_the_bounds_is_not_made),
    cmocka_unit_test(numbers_round_as_the_standards_examples_do),
    cmocka_unit_test(every_small_fraction_rounds_to_the_nearest_and_a_tie_to_the_even),
    cmocka_unit_test(decimals_are_kept_below_the_bound_of_10_to_the_15_alone),
    cmocka_unit_test(rounding_refuses_other_digits_and_numbers),
    cmocka_unit_test(decimals_and_fractions_are_read_exactly),
    cmocka_unit_test(every_score_of_three_decimals_is_read_exactly),
    cmocka_unit_test(any_other_form_of_a_number_is_refused),
    cmocka_unit_test(no_byte_beyond_the_length_counts),
    cmocka_unit_test(the_most_digits_are_read_and_leading_zeros_are_free),
    cmocka_unit_test(every_byte_of_a_number_counts),
    cmocka_unit_test(a_number_beyond_the_bounds_is_out_of_range),
    cmocka_unit_test(a_fraction_is_written_in_lowest_terms_and_whole_without_a_denominator),
    cmocka_unit_test(a_number_is_shown_rounded_by_the_standard),
    cmocka_unit_test(what_rounds_to_nothing_has_no_sign),
  };
  return cmocka_run_group_tests_name("ratio", tests, NULL, NULL);
}
