/* Exact fractions. */
#include "kqaward/ratio.h"

#include "ratio_core.h"
#include "ratio_whole.h"
#include "status_fault.h"

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
/*@ predicate nearest_parts(integer parts, integer size, integer den, integer up) =
  @   (up == 1000 ==> kqa_nearest_even(parts, size * 1000, den)) &&
  @   (up == 100 ==> kqa_nearest_even(parts, size * 100, den)) &&
  @   (up == 10 ==> kqa_nearest_even(parts, size * 10, den));
  @ predicate nearest_multiple(integer number, integer size, integer den, integer down) =
  @   (down == 1 ==> kqa_nearest_even(number, size, den)) &&
  @   (down == 10 ==> number % 10 == 0 && kqa_nearest_even(number / 10, size, den * 10)) &&
  @   (down == 100 ==> number % 100 == 0 && kqa_nearest_even(number / 100, size, den * 100)) &&
  @   (down == 1000 ==> number % 1000 == 0 && kqa_nearest_even(number / 1000, size, den * 1000));
  @ predicate is_parts(struct kqa_ratio value, integer parts, integer up) =
  @   (up == 1 ==> value.num == parts * value.den) &&
  @   (up == 10 ==> value.num * 10 == parts * value.den) &&
  @   (up == 100 ==> value.num * 100 == parts * value.den) &&
  @   (up == 1000 ==> value.num * 1000 == parts * value.den);
  @*/

/* The nearest number of steps of 1 / up to size / den, a tie to the even one. */
/*@ requires fraction: 1 <= den <= 1000000000000000 && size < 1000000000000000 * den;
  @ requires up: up == 10 || up == 100 || up == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures nearest: nearest_parts(\result, size, den, up);
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
  /*@ assert rest: 0 <= rest * up <= rest * 1000; */
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

/* The multiple of `down` nearest to size / den, a tie to the even one. */
/*@ requires fraction: 0 <= size <= 1000000000000000000 && 1 <= den <= 1000000000000000;
  @ requires down: down == 1 || down == 10 || down == 100 || down == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures nearest: nearest_multiple(\result, size, den, down);
  @ ensures bounds: 0 <= \result <= 1000000000000000000;
  @*/
static uint64_t nearest_multiple(uint64_t size, uint64_t den, uint64_t down)
{
  uint64_t unit = den * down;
  /*@ assert unit: (down == 1 ==> unit == den) && (down == 10 ==> unit == den * 10) &&
    @   (down == 100 ==> unit == den * 100) && (down == 1000 ==> unit == den * 1000); */
  uint64_t steps = nearest(size, unit);

  /*@ assert most: (down == 1 ==> steps <= 1000000000000000000) &&
    @   (down == 10 ==> steps <= 100000000000000000) &&
    @   (down == 100 ==> steps <= 10000000000000000) &&
    @   (down == 1000 ==> steps <= 1000000000000000); */
  uint64_t number = steps * down;
  /*@ assert number: (down == 1 ==> number == steps) && (down == 10 ==> number == steps * 10) &&
    @   (down == 100 ==> number == steps * 100) && (down == 1000 ==> number == steps * 1000); */
  /*@ assert tens: down == 10 ==>
    @   number % 10 == 0 && kqa_nearest_even(number / 10, size, den * 10); */
  /*@ assert hundreds: down == 100 ==>
    @   number % 100 == 0 && kqa_nearest_even(number / 100, size, den * 100); */
  /*@ assert thousands: down == 1000 ==>
    @   number % 1000 == 0 && kqa_nearest_even(number / 1000, size, den * 1000); */
  return number;
}

/* parts / up in lowest terms. */
/*@ requires parts: -1000000000000000000 <= parts <= 1000000000000000000;
  @ requires up: up == 1 || up == 10 || up == 100 || up == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures exact: is_parts(\result, parts, up);
  @ ensures bounds: kqa_sound_ratio(\result) && \result.den <= up;
  @ ensures lowest: kqa_lowest_terms(\result);
  @ ensures sign: (parts >= 0 ==> \result.num >= 0) && (parts <= 0 ==> \result.num <= 0);
  @*/
static struct kqa_ratio reduced_parts(int64_t parts, int64_t up)
{
  struct kqa_ratio value = {.num = parts, .den = up};
  struct kqa_ratio reduced = kqa_ratio_reduce(value);

  /*@ assert same: reduced.num * up == parts * reduced.den; */
  return reduced;
}

struct kqa_ratio kqa_ratio_rounded(struct kqa_ratio value, int32_t decimals)
{
  uint64_t up = decimals > 0 ? power_of_ten(decimals) : 1;
  uint64_t size = magnitude(value.num);
  uint64_t den = (uint64_t)value.den;
  int64_t parts = decimals > 0 ? (int64_t)nearest_parts(size, den, up)
                               : (int64_t)nearest_multiple(size, den, power_of_ten(-decimals));
  struct kqa_ratio rounded = reduced_parts(value.num < 0 ? -parts : parts, (int64_t)up);

  /*@ assert three: decimals == 3 ==> kqa_rounded_to(value, 3, parts, rounded); */
  /*@ assert two: decimals == 2 ==> kqa_rounded_to(value, 2, parts, rounded); */
  /*@ assert one: decimals == 1 ==> kqa_rounded_to(value, 1, parts, rounded); */
  /*@ assert none: decimals == 0 ==> kqa_rounded_to(value, 0, parts, rounded); */
  /*@ assert whole_tens: decimals == -1 ==> parts == parts / 10 * 10; */
  /*@ assert same_tens: decimals == -1 ==>
    @   rounded.num == (value.num < 0 ? -(parts / 10) : parts / 10) * 10 * rounded.den; */
  /*@ assert tens: decimals == -1 ==> kqa_rounded_to(value, -1, parts / 10, rounded); */
  /*@ assert whole_hundreds: decimals == -2 ==> parts == parts / 100 * 100; */
  /*@ assert same_hundreds: decimals == -2 ==>
    @   rounded.num == (value.num < 0 ? -(parts / 100) : parts / 100) * 100 * rounded.den; */
  /*@ assert hundreds: decimals == -2 ==> kqa_rounded_to(value, -2, parts / 100, rounded); */
  /*@ assert whole_thousands: decimals == -3 ==> parts == parts / 1000 * 1000; */
  /*@ assert same_thousands: decimals == -3 ==>
    @   rounded.num == (value.num < 0 ? -(parts / 1000) : parts / 1000) * 1000 * rounded.den; */
  /*@ assert near_thousands: decimals == -3 ==> kqa_nearest_steps(parts / 1000, size, den, -3); */
  /*@ assert is_thousands: decimals == -3 ==>
    @   kqa_is_steps(rounded, value.num < 0 ? -(parts / 1000) : parts / 1000, -3); */
  /*@ assert thousands: decimals == -3 ==> kqa_rounded_to(value, -3, parts / 1000, rounded); */
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
