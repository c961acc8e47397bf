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

/* That a and b are combinations of x and y by a matrix of determinant 1 or -1. The steps of
 * Euclid's algorithm keep it; with y 0 it says that x divides both, and that the quotients p and r
 * have no common divisor. */
/*@ predicate combined(integer a, integer b, integer x, integer y, integer p, integer q, integer r,
  @                    integer s) =
  @   a == p * x + q * y && b == r * x + s * y && (p * s - q * r == 1 || p * s - q * r == -1);
  @ predicate euclid(integer a, integer b, integer x, integer y) =
  @   \exists integer p, q, r, s; combined(a, b, x, y, p, q, r, s);
  @*/

/*@ requires above_zero: 0 < b;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 1 <= \result <= b;
  @ ensures greatest: euclid(a, b, \result, 0);
  @*/
static uint64_t greatest_common_divisor(uint64_t a, uint64_t b)
{
  /*@ assert start: combined(a, b, a, b, 1, 0, 0, 1); */
  /*@ loop invariant bounds: 0 <= b <= \at(b, Pre) && (b == 0 ==> 1 <= a <= \at(b, Pre));
    @ loop invariant euclid: euclid(\at(a, Pre), \at(b, Pre), a, b);
    @ loop assigns a, b;
    @ loop variant b;
    @*/
  while (b != 0) {
    uint64_t rest = a % b;

    /*@ assert division: a == b * (a / b) + rest; */
    /*@ assert step: \forall integer p, q, r, s;
      @   combined(\at(a, Pre), \at(b, Pre), a, b, p, q, r, s) ==>
      @   combined(\at(a, Pre), \at(b, Pre), b, rest, p * (a / b) + q, p, r * (a / b) + s, r); */
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

/*@ predicate product(integer number, integer p, integer divisor) = number == p * divisor; */

/* A division that leaves no rest. */
/*@ requires divisor: 0 < divisor;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures exact: \forall integer p; product(number, p, divisor) ==> \result == p;
  @*/
static uint64_t divide(uint64_t number, uint64_t divisor)
{
  uint64_t quotient = number / divisor;

  /*@ assert rest: number == quotient * divisor + number % divisor; */
  /*@ assert low: \forall integer p; product(number, p, divisor) ==> p >= quotient; */
  /*@ assert high: \forall integer p; product(number, p, divisor) ==> p <= quotient; */
  return quotient;
}

struct kqa_ratio kqa_ratio_reduce(struct kqa_ratio value)
{
  uint64_t size = magnitude(value.num);
  uint64_t divisor = greatest_common_divisor(size, (uint64_t)value.den);
  int64_t num = (int64_t)divide(size, divisor);
  int64_t den = (int64_t)divide((uint64_t)value.den, divisor);

  /*@ assert quotients: \forall integer p, q, r, s;
    @   combined(size, value.den, divisor, 0, p, q, r, s) ==>
    @   product(size, p, divisor) && product(value.den, r, divisor); */
  /*@ assert divided: size == num * divisor && value.den == den * divisor; */
  if (value.num < 0)
    num = -num;
  /*@ assert lowest: \forall integer p, q, r, s;
    @   combined(size, value.den, divisor, 0, p, q, r, s) ==>
    @   kqa_coprime_by(num, den, s, -q) || kqa_coprime_by(num, den, -s, q) ||
    @   kqa_coprime_by(num, den, -s, -q) || kqa_coprime_by(num, den, s, q); */
  return (struct kqa_ratio){.num = num, .den = den};
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

/*@ logic integer ten_to(integer n) =
  @   n == 0 ? 1 : n == 1 ? 10 : n == 2 ? 100 : n == 3 ? 1000 : n == 4 ? 10000 :
  @   n == 5 ? 100000 : n == 6 ? 1000000 : n == 7 ? 10000000 : n == 8 ? 100000000 :
  @   n == 9 ? 1000000000 : n == 10 ? 10000000000 : n == 11 ? 100000000000 :
  @   n == 12 ? 1000000000000 : n == 13 ? 10000000000000 : n == 14 ? 100000000000000 :
  @   n == 15 ? 1000000000000000 : n == 16 ? 10000000000000000 : n == 17 ? 100000000000000000 :
  @   n == 18 ? 1000000000000000000 : 10000000000000000000;
  @*/

/*@ requires exponent: 0 <= exponent <= 19;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures power: \result == ten_to(exponent);
  @*/
static uint64_t power_of_ten(int32_t exponent)
{
  uint64_t power = 1;

  /*@ loop invariant power: 0 <= i <= exponent && power == ten_to(i);
    @ loop assigns i, power;
    @ loop variant exponent - i;
    @*/
  for (int32_t i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

/* The nearest whole number to num / den, a tie to the even one; den at most 10^18. */
/*@ requires bounds: 1 <= den <= 1000000000000000000 && num <= 1000000000000000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures nearest: kqa_nearest_even(\result, num, den);
  @ ensures ceiling: \result * den < num + den;
  @*/
static uint64_t nearest(uint64_t num, uint64_t den)
{
  uint64_t quotient = num / den;
  uint64_t twice = num % den * 2;
  bool up = twice > den || (twice == den && quotient % 2 == 1);

  return quotient + up;
}

/* Case by case, so that every product has at most two factors that are not constant. */
/*@ predicate nearest_by(integer steps, integer size, integer den, integer up, integer down) =
  @   (up == 1000 ==> kqa_nearest_even(steps, size * 1000, den)) &&
  @   (up == 100 ==> kqa_nearest_even(steps, size * 100, den)) &&
  @   (up == 10 ==> kqa_nearest_even(steps, size * 10, den)) &&
  @   (up == 1 && down == 1 ==> kqa_nearest_even(steps, size, den)) &&
  @   (down == 10 ==> kqa_nearest_even(steps, size, den * 10)) &&
  @   (down == 100 ==> kqa_nearest_even(steps, size, den * 100)) &&
  @   (down == 1000 ==> kqa_nearest_even(steps, size, den * 1000));
  @*/

/* The nearest number of steps of 1 / up to size / den, a tie to the even one. */
/*@ requires fraction: 1 <= den <= 1000000000000000 && size < 1000000000000000 * den;
  @ requires up: up == 10 || up == 100 || up == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures nearest: nearest_by(\result, size, den, up, 1);
  @ ensures bounds: \result <= 1000000000000000 * up;
  @*/
static uint64_t nearest_parts(uint64_t size, uint64_t den, uint64_t up)
{
  /* Whole part and rest apart, so that scaling the rest stays below 10^18. The parity of the whole
   * part does not matter: `up` is even. */
  uint64_t wholes = size / den;
  uint64_t rest = size % den;
  /*@ assert size: size == wholes * den + rest; */
  /*@ assert wholes: wholes < 1000000000000000; */
  uint64_t scaled = rest * up;
  /*@ assert scaled: (up == 10 ==> scaled == rest * 10) && (up == 100 ==> scaled == rest * 100) &&
    @   (up == 1000 ==> scaled == rest * 1000); */
  uint64_t parts = nearest(scaled, den);

  /*@ assert ten: up == 10 && parts > 10 ==> parts * den >= 11 * den; */
  /*@ assert hundred: up == 100 && parts > 100 ==> parts * den >= 101 * den; */
  /*@ assert thousand: up == 1000 && parts > 1000 ==> parts * den >= 1001 * den; */
  /*@ assert most: parts <= up; */
  uint64_t steps = wholes * up + parts;
  /*@ assert steps: (up == 10 ==> steps == wholes * 10 + parts) &&
    @   (up == 100 ==> steps == wholes * 100 + parts) &&
    @   (up == 1000 ==> steps == wholes * 1000 + parts); */
  /*@ assert tens: up == 10 ==> kqa_nearest_even(steps, size * 10, den); */
  /*@ assert hundreds: up == 100 ==> kqa_nearest_even(steps, size * 100, den); */
  /*@ assert thousands: up == 1000 ==> kqa_nearest_even(steps, size * 1000, den); */
  return steps;
}

/* The nearest number of steps of `down` to size / den, a tie to the even one. */
/*@ requires fraction: 0 <= size <= 1000000000000000000 && 1 <= den <= 1000000000000000;
  @ requires down: down == 1 || down == 10 || down == 100 || down == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures nearest: nearest_by(\result, size, den, 1, down);
  @ ensures bounds: 0 <= \result * down <= 1000000000000000000;
  @*/
static uint64_t nearest_multiple(uint64_t size, uint64_t den, uint64_t down)
{
  uint64_t unit = den * down;
  /*@ assert unit: (down == 1 ==> unit == den) && (down == 10 ==> unit == den * 10) &&
    @   (down == 100 ==> unit == den * 100) && (down == 1000 ==> unit == den * 1000); */
  uint64_t multiple = nearest(size, unit);

  /*@ assert most: (down == 1 ==> multiple <= 1000000000000000000) &&
    @   (down == 10 ==> multiple <= 100000000000000000) &&
    @   (down == 100 ==> multiple <= 10000000000000000) &&
    @   (down == 1000 ==> multiple <= 1000000000000000); */
  return multiple;
}

struct kqa_ratio kqa_ratio_rounded(struct kqa_ratio value, int32_t decimals)
{
  uint64_t up = power_of_ten(decimals > 0 ? decimals : 0);
  uint64_t down = power_of_ten(decimals < 0 ? -decimals : 0);
  uint64_t steps = up > 1 ? nearest_parts(magnitude(value.num), (uint64_t)value.den, up)
                          : nearest_multiple(magnitude(value.num), (uint64_t)value.den, down);
  /*@ assert scales: up == kqa_scale(decimals) && down == kqa_scale(-decimals); */
  /*@ assert near: nearest_by(steps, \abs(value.num), value.den, up, down); */
  /*@ assert one: up == 1 || down == 1; */
  /*@ assert bounds: 0 <= steps * down <= 1000000000000000000; */
  /*@ assert nearest: kqa_nearest_steps(steps, \abs(value.num), value.den, decimals); */
  int64_t size = (int64_t)(steps * down);
  /*@ assert size: (down == 1 ==> size == steps) && (down == 10 ==> size == steps * 10) &&
    @   (down == 100 ==> size == steps * 100) && (down == 1000 ==> size == steps * 1000); */
  int64_t num = value.num < 0 ? -size : size;
  struct kqa_ratio rounded = kqa_ratio_reduce((struct kqa_ratio){.num = num, .den = (int64_t)up});

  /*@ assert exact: (up == 1 ==> rounded.num == num * rounded.den) &&
    @   (up == 10 ==> rounded.num * 10 == num * rounded.den) &&
    @   (up == 100 ==> rounded.num * 100 == num * rounded.den) &&
    @   (up == 1000 ==> rounded.num * 1000 == num * rounded.den); */
  /*@ assert tens: decimals == -1 ==> num == (value.num < 0 ? -steps : steps) * 10; */
  /*@ assert hundreds: decimals == -2 ==> num == (value.num < 0 ? -steps : steps) * 100; */
  /*@ assert thousands: decimals == -3 ==> num == (value.num < 0 ? -steps : steps) * 1000; */
  /*@ assert steps: kqa_is_steps(rounded, value.num < 0 ? -steps : steps, decimals); */
  /*@ assert rounded: kqa_rounded_to(value, decimals, steps, rounded); */
  return rounded;
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

/*@ predicate readable{L}(char *text, integer length) =
  @   length > 0 ==> \valid_read(text + (0 .. length - 1));
  @ predicate digits_only{L}(char *text, integer length) =
  @   \forall integer i; 0 <= i < length ==> '0' <= text[i] <= '9';
  @*/

/* How many of the first bytes of text are digits. */
/*@ requires text: readable(text, length);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures digits: 0 <= \result <= length && digits_only(text, \result);
  @ ensures end: \result < length ==> !('0' <= text[\result] <= '9');
  @*/
static size_t count_digits(const char *text, size_t length)
{
  size_t count = 0;

  /*@ loop invariant digits: 0 <= count <= length && digits_only(text, count);
    @ loop assigns count;
    @ loop variant length - count;
    @*/
  while (count < length && text[count] >= '0' && text[count] <= '9')
    count++;
  return count;
}

/* A run of digits as a number: leading zeros are free, then at most `most` digits. */
struct digits {
  bool fits;
  uint64_t value;
};

/*@ requires text: readable(text, count) && digits_only(text, count);
  @ requires most: most <= 19;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures below: \result.fits ==> \result.value < ten_to(most);
  @ ensures short: count <= most ==> \result.fits && \result.value < ten_to(count);
  @*/
static struct digits read_digits(const char *text, size_t count, size_t most)
{
  struct digits digits = {.fits = true, .value = 0};
  size_t i = 0;

  /*@ loop invariant zeros: 0 <= i <= count;
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  while (i < count && text[i] == '0')
    i++;
  digits.fits = count - i <= most;
  /*@ loop invariant place: \at(i, LoopEntry) <= i <= count;
    @ loop invariant below: digits.fits ==>
    @   0 <= i - \at(i, LoopEntry) <= most && digits.value < ten_to(i - \at(i, LoopEntry));
    @ loop assigns i, digits.value;
    @ loop variant count - i;
    @*/
  for (; digits.fits && i < count; i++)
    digits.value = digits.value * 10 + (uint64_t)(text[i] - '0');
  return digits;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures refused: \result.fault.status == status && \result.value.num == 0 && \result.value.den
  == 0;
  @*/
static struct kqa_quantity refuse(int32_t status)
{
  return (struct kqa_quantity){.fault = fault(status, KQA_FIELD_NUMBER)};
}

/*@ predicate parsed_within(struct kqa_quantity parsed, integer max_denominator) =
  @   parsed.fault.status == KQA_OK
  @     ? 1 <= parsed.value.den <= max_denominator &&
  @       0 <= parsed.value.num <= 1000000000000 * parsed.value.den &&
  @       kqa_lowest_terms(parsed.value)
  @     : parsed.value.num == 0 && parsed.value.den == 0;
  @*/

/* The value (whole + part / den), where part < den, in lowest terms. */
/*@ requires den: 1 <= den <= 10000000000000000000;
  @ requires part: part < den;
  @ requires limit: 1 <= max_denominator <= 1000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: parsed_within(\result, max_denominator);
  @ ensures exact: \result.fault.status == KQA_OK ==>
  @   \result.value.num * den == (whole_part * den + part) * \result.value.den;
  @*/
static struct kqa_quantity checked(uint64_t whole_part, uint64_t part, uint64_t den,
                                   int64_t max_denominator)
{
  uint64_t divisor = greatest_common_divisor(part, den);
  uint64_t top = divide(part, divisor);
  uint64_t bottom = divide(den, divisor);

  /*@ assert quotients: \forall integer p, q, r, s;
    @   combined(part, den, divisor, 0, p, q, r, s) ==>
    @   product(part, p, divisor) && product(den, r, divisor); */
  /*@ assert divided: part == top * divisor && den == bottom * divisor; */
  /*@ assert below: top < bottom; */
  if (bottom > (uint64_t)max_denominator || whole_part > MAX_PARSED ||
      (whole_part == MAX_PARSED && top > 0))
    return refuse(KQA_E_RANGE);
  /*@ assert lowest: \forall integer p, q, r, s;
    @   combined(part, den, divisor, 0, p, q, r, s) ==>
    @   kqa_coprime_by(whole_part * bottom + top, bottom, s, -q - s * whole_part) ||
    @   kqa_coprime_by(whole_part * bottom + top, bottom, -s, q + s * whole_part); */
  return (struct kqa_quantity){
    .value = {.num = (int64_t)(whole_part * bottom + top), .den = (int64_t)bottom}};
}

/*@ requires text: readable(text, length) && digits_only(text, top) && 0 <= top < length;
  @ requires limit: 1 <= max_denominator <= 1000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: parsed_within(\result, max_denominator);
  @*/
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

/*@ requires text: readable(text, length) && digits_only(text, top) && 0 <= top < length;
  @ requires limit: 1 <= max_denominator <= 1000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: parsed_within(\result, max_denominator);
  @*/
static struct kqa_quantity parse_decimal(const char *text, size_t top, size_t length,
                                         int64_t max_denominator)
{
  const char *part_text = text + top + 1;
  size_t part = length - top - 1;
  struct digits integer = read_digits(text, top, MAX_PART_DIGITS);
  struct digits fraction;

  if (part == 0 || count_digits(part_text, part) != part)
    return refuse(KQA_E_FORM);
  /*@ loop invariant digits: 0 <= part <= \at(part, LoopEntry) && digits_only(part_text, part);
    @ loop assigns part;
    @ loop variant part;
    @*/
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
