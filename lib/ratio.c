/* Exact fractions. */
#include "kqaward/ratio.h"

#include "ratio_core.h"
#include "status_fault.h"

#define MAX_FRACTION_DIGITS 19 /* Longer decimals cannot have a denominator of at most 10^6. */
#define MAX_PART_DIGITS 18     /* Of an integer part, a numerator or a denominator. */
#define MAX_PARSED UINT64_C(1000000000000) /* Times 10^6 it reaches the bound of 10^18. */
#define MAX_ROUNDED_WHOLE                                                                          \
  UINT64_C(1000000000000000) /* Times 10^3 it reaches the bound of 10^18.                          \
                              */

bool kqa_ratio_is_sound(struct kqa_ratio value)
{
  return value.den >= 1 && value.den <= KQA_RATIO_MAX_DENOMINATOR &&
         value.num >= -KQA_RATIO_MAX_NUMERATOR && value.num <= KQA_RATIO_MAX_NUMERATOR;
}

bool kqa_ratio_is_score(struct kqa_ratio value)
{
  return value.den >= 1 && value.den <= KQA_SCORE_MAX_DENOMINATOR && value.num >= 0 &&
         value.num <= value.den * 1000;
}

/*@ requires above_zero: 0 < b;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 1 <= \result <= b;
  @*/
static uint64_t greatest_common_divisor(uint64_t a, uint64_t b)
{
  /*@ loop invariant bounds: 0 <= b <= \at(b, Pre) && (b == 0 ==> 1 <= a <= \at(b, Pre));
    @ loop assigns a, b;
    @ loop variant b;
    @*/
  while (b != 0) {
    uint64_t rest = a % b;

    a = b;
    b = rest;
  }
  return a;
}

/*@ requires bounds: -1000000000000000000 <= number <= 1000000000000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures size: \result == \abs(number);
  @*/
static uint64_t magnitude(int64_t number)
{
  return number < 0 ? (uint64_t)-number : (uint64_t)number;
}

struct kqa_ratio kqa_ratio_reduce(struct kqa_ratio value)
{
  int64_t divisor = (int64_t)greatest_common_divisor(magnitude(value.num), (uint64_t)value.den);
  return (struct kqa_ratio){.num = value.num / divisor, .den = value.den / divisor};
}

struct kqa_quantity kqa_ratio_make(int64_t num, int64_t den)
{
  struct kqa_ratio value = {.num = num, .den = den};

  if (!kqa_ratio_is_sound(value))
    return (struct kqa_quantity){.fault = fault(KQA_E_RANGE, KQA_FIELD_NUMBER)};
  return (struct kqa_quantity){.value = kqa_ratio_reduce(value)};
}

/* A product of two 64-bit numbers. */
struct wide {
  uint64_t high, low;
};

#define HALF UINT64_C(4294967296) /* 2^32 */

/*@ logic integer wide_value(struct wide wide) = wide.high * 18446744073709551616 + wide.low; */

/*@ requires bounds: a <= 1000000000000000000 && b <= 1000000000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures exact: wide_value(\result) == a * b;
  @*/
static struct wide multiply(uint64_t a, uint64_t b)
{
  uint64_t a_low = a % HALF;
  uint64_t a_high = a / HALF;
  uint64_t b_low = b % HALF;
  uint64_t b_high = b / HALF;
  /*@ assert parts: a == a_high * HALF + a_low && b == b_high * HALF + b_low; */
  /*@ assert bounds: a_low < HALF && b_low < HALF && a_high < 232830644 && b_high < 232831; */
  /*@ assert low_high: a_low * b_high <= 4294967295 * 232831; */
  /*@ assert high_low: b_low * a_high <= 4294967295 * 232830644; */
  /*@ assert product: a * b == a_high * b_high * HALF * HALF + a_high * b_low * HALF +
    @   a_low * b_high * HALF + a_low * b_low; */
  uint64_t low = a_low * b_low;
  uint64_t middle = a_high * b_low + low / HALF; /* cannot overflow: (2^32 - 1)^2 + 2^32 < 2^64 */
  uint64_t other = a_low * b_high + middle % HALF;

  return (struct wide){.high = a_high * b_high + middle / HALF + other / HALF,
                       .low = other % HALF * HALF + low % HALF};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures order: \result ==
  @   (wide_value(a) < wide_value(b) ? -1 : (wide_value(a) > wide_value(b) ? 1 : 0));
  @*/
static int32_t compare_wide(struct wide a, struct wide b)
{
  if (a.high != b.high)
    return a.high < b.high ? -1 : 1;
  return a.low < b.low ? -1 : a.low > b.low;
}

int32_t kqa_ratio_order(struct kqa_ratio a, struct kqa_ratio b)
{
  int32_t order;

  if (a.den == b.den)
    return a.num < b.num ? -1 : a.num > b.num;
  if ((a.num < 0) != (b.num < 0))
    return a.num < 0 ? -1 : 1;
  order = compare_wide(multiply(magnitude(a.num), (uint64_t)b.den),
                       multiply(magnitude(b.num), (uint64_t)a.den));
  return a.num < 0 ? -order : order;
}

struct kqa_number kqa_ratio_compare(struct kqa_ratio a, struct kqa_ratio b)
{
  if (!kqa_ratio_is_sound(a))
    return (struct kqa_number){.fault = fault(KQA_E_RANGE, KQA_FIELD_NUMBER)};
  if (!kqa_ratio_is_sound(b))
    return (struct kqa_number){.fault = fault_in_list(KQA_E_RANGE, KQA_FIELD_NUMBER, 1, 0)};
  return (struct kqa_number){.value = kqa_ratio_order(a, b)};
}

/*@ requires exponent: 0 <= exponent <= 18;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures power: 1 <= \result <= 1000000000000000000;
  @*/
static uint64_t power_of_ten(int32_t exponent)
{
  uint64_t power = 1;

  for (int32_t i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

/* The nearest whole number to num / den, a tie to the even one; den at most 10^18. */
/*@ requires bounds: 1 <= den <= 1000000000000000000 && num <= 1000000000000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures nearest: 2 * \abs(\result * den - num) <= den;
  @ ensures tie_to_even: 2 * \abs(\result * den - num) == den ==> \result % 2 == 0;
  @*/
static uint64_t nearest(uint64_t num, uint64_t den)
{
  uint64_t quotient = num / den;
  uint64_t twice = num % den * 2;
  bool up = twice > den || (twice == den && quotient % 2 == 1);

  return quotient + up;
}

struct kqa_ratio kqa_ratio_rounded(struct kqa_ratio value, int32_t decimals)
{
  uint64_t size = magnitude(value.num);
  uint64_t den = (uint64_t)value.den;
  uint64_t up = power_of_ten(decimals > 0 ? decimals : 0);
  uint64_t down = power_of_ten(decimals < 0 ? -decimals : 0);
  /* Whole part and rest apart, so that scaling the rest stays below 10^18. A whole part scales
   * only when decimals > 0, and then its parity does not matter: `up` is even. */
  uint64_t rest = decimals > 0 ? size % den : size;
  uint64_t scaled = (size - rest) / den * up + nearest(rest * up, den * down);
  int64_t signed_value = (int64_t)(scaled * down);

  return kqa_ratio_reduce(
    (struct kqa_ratio){.num = value.num < 0 ? -signed_value : signed_value, .den = (int64_t)up});
}

struct kqa_quantity kqa_ratio_round(struct kqa_ratio value, int32_t decimals)
{
  if (!kqa_ratio_is_sound(value))
    return (struct kqa_quantity){.fault = fault(KQA_E_RANGE, KQA_FIELD_NUMBER)};
  if (decimals < -3 || decimals > 3)
    return (struct kqa_quantity){.fault = fault(KQA_E_RANGE, KQA_FIELD_DECIMALS)};
  if (decimals > 0 && magnitude(value.num) / (uint64_t)value.den >= MAX_ROUNDED_WHOLE)
    return (struct kqa_quantity){.fault = fault(KQA_E_RANGE, KQA_FIELD_NUMBER)};
  return (struct kqa_quantity){.value = kqa_ratio_rounded(value, decimals)};
}

/* How many of the first bytes of text are digits. */
static size_t count_digits(const char *text, size_t length)
{
  size_t count = 0;

  while (count < length && text[count] >= '0' && text[count] <= '9')
    count++;
  return count;
}

/* A run of digits as a number: leading zeros are free, then at most `most` digits. */
struct digits {
  bool fits;
  uint64_t value;
};

static struct digits read_digits(const char *text, size_t count, size_t most)
{
  struct digits digits = {.fits = true, .value = 0};
  size_t i = 0;

  while (i < count && text[i] == '0')
    i++;
  digits.fits = count - i <= most;
  for (; digits.fits && i < count; i++)
    digits.value = digits.value * 10 + (uint64_t)(text[i] - '0');
  return digits;
}

static struct kqa_quantity refuse(int32_t status)
{
  return (struct kqa_quantity){.fault = fault(status, KQA_FIELD_NUMBER)};
}

/* The value (whole + part / den), where part < den or whole is 0, in lowest terms. */
static struct kqa_quantity checked(uint64_t whole_part, uint64_t part, uint64_t den,
                                   int64_t max_denominator)
{
  uint64_t divisor = greatest_common_divisor(part, den);

  part /= divisor;
  den /= divisor;
  if (den > (uint64_t)max_denominator || whole_part > MAX_PARSED ||
      (whole_part == MAX_PARSED && part > 0))
    return refuse(KQA_E_RANGE);
  return (struct kqa_quantity){
    .value = {.num = (int64_t)(whole_part * den + part), .den = (int64_t)den}};
}

static struct kqa_quantity parse_fraction(const char *text, size_t top, size_t length,
                                          int64_t max_denominator)
{
  const char *bottom_text = text + top + 1;
  size_t bottom = length - top - 1;
  struct digits num;
  struct digits den;

  if (bottom == 0 || count_digits(bottom_text, bottom) != bottom)
    return refuse(KQA_E_FORM);
  num = read_digits(text, top, MAX_PART_DIGITS);
  den = read_digits(bottom_text, bottom, MAX_PART_DIGITS);
  if (!num.fits || !den.fits)
    return refuse(KQA_E_RANGE);
  if (den.value == 0)
    return refuse(KQA_E_FORM);
  return checked(num.value / den.value, num.value % den.value, den.value, max_denominator);
}

static struct kqa_quantity parse_decimal(const char *text, size_t top, size_t length,
                                         int64_t max_denominator)
{
  const char *part_text = text + top + 1;
  size_t part = length - top - 1;
  struct digits integer = read_digits(text, top, MAX_PART_DIGITS);
  struct digits fraction;

  if (part == 0 || count_digits(part_text, part) != part)
    return refuse(KQA_E_FORM);
  while (part > 0 && part_text[part - 1] == '0')
    part--;
  if (!integer.fits || part > MAX_FRACTION_DIGITS)
    return refuse(KQA_E_RANGE);
  fraction = read_digits(part_text, part, MAX_FRACTION_DIGITS);
  return checked(integer.value, fraction.value, power_of_ten((int32_t)part), max_denominator);
}

struct kqa_quantity kqa_ratio_parse(const char *text, size_t length, int64_t max_denominator)
{
  size_t top = count_digits(text, length);
  struct digits integer;

  if (max_denominator < 1 || max_denominator > KQA_SCORE_MAX_DENOMINATOR)
    return refuse(KQA_E_RANGE);
  if (top == 0)
    return refuse(KQA_E_FORM);
  if (top < length && text[top] == '/')
    return parse_fraction(text, top, length, max_denominator);
  if (top < length && text[top] == '.')
    return parse_decimal(text, top, length, max_denominator);
  if (top < length)
    return refuse(KQA_E_FORM);
  integer = read_digits(text, top, MAX_PART_DIGITS);
  return integer.fits ? checked(integer.value, 0, 1, max_denominator) : refuse(KQA_E_RANGE);
}

void kqa_ratio_add(struct text *text, struct kqa_ratio value)
{
  value = kqa_ratio_reduce(value);
  kqa_text_number(text, value.num);
  if (value.den != 1) {
    kqa_text_char(text, '/');
    kqa_text_number(text, value.den);
  }
}

size_t kqa_ratio_format(struct kqa_ratio value, char *buffer, size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);

  if (kqa_ratio_is_sound(value))
    kqa_ratio_add(&text, value);
  return kqa_text_end(&text);
}

size_t kqa_ratio_format_rounded(struct kqa_ratio value, int32_t decimals, char *buffer,
                                size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);
  struct kqa_quantity rounded = kqa_ratio_round(value, decimals);
  uint64_t scale;
  uint64_t size;

  if (rounded.fault.status || decimals < 0)
    return kqa_text_end(&text);
  scale = power_of_ten(decimals);
  size = magnitude(rounded.value.num);
  if (rounded.value.num < 0)
    kqa_text_char(&text, '-');
  kqa_text_number(&text, (int64_t)(size / (uint64_t)rounded.value.den));
  if (decimals > 0) {
    kqa_text_char(&text, '.');
    kqa_text_digits(
      &text, (int64_t)(size % (uint64_t)rounded.value.den * scale / (uint64_t)rounded.value.den),
      decimals);
  }
  return kqa_text_end(&text);
}
