/* Fractions read from text and written as text. */
#include "kqaward/ratio.h"

#include "ratio_core.h"
#include "ratio_whole.h"
#include "status_fault.h"

#define MAX_FRACTION_DIGITS 19 /* Longer decimals cannot have a denominator of at most 10^6. */
#define MAX_PART_DIGITS 18     /* Of an integer part, a numerator or a denominator. */
#define MAX_PARSED UINT64_C(1000000000000) /* Times 10^6 it reaches the bound of 10^18. */

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
  @ ensures value: \result.fits ==> \result.value == kqa_spelled(text, count);
  @ ensures short: count <= most ==> \result.fits && \result.value < ten_to(count);
  @*/
static struct digits read_digits(const char *text, size_t count, size_t most)
{
  struct digits digits = {.fits = true, .value = 0};
  size_t i = 0;

  /*@ loop invariant zeros: 0 <= i <= count && kqa_spelled(text, i) == 0;
    @ loop assigns i;
    @ loop variant count - i;
    @*/
  while (i < count && text[i] == '0')
    i++;
  digits.fits = count - i <= most;
  /*@ loop invariant place: \at(i, LoopEntry) <= i <= count;
    @ loop invariant value: digits.value == kqa_spelled(text, i);
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
  @ ensures refused: \result.fault.status == status && \result.value.num == 0 &&
  @   \result.value.den == 0;
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
  @ ensures whole: \result.fault.status == KQA_OK && den == 1 ==>
  @   \result.value.num == whole_part && \result.value.den == 1;
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
    /*@ assert short: has_digits(value.den, 16); */
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

/* So many digits of rest / den as `scale` has zeros. */
/*@ requires fraction: rest < den <= 1000000000000000;
  @ requires scale: scale == 10 || scale == 100 || scale == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures digits: \result == rest * scale / den;
  @ ensures short: \result < 1000 && has_digits(\result, 3);
  @*/
static uint64_t digits_after_point(uint64_t rest, uint64_t den, uint64_t scale)
{
  /*@ assert below: rest * scale < den * 1000; */
  return rest * scale / den;
}

size_t kqa_ratio_format_rounded(struct kqa_ratio value, int32_t decimals, char *buffer,
                                size_t capacity)
{
  struct text text = kqa_text_begin(buffer, capacity);
  struct kqa_quantity rounded = kqa_ratio_round(value, decimals);
  uint64_t den;
  uint64_t scale;
  uint64_t size;

  if (rounded.fault.status || decimals < 0)
    return kqa_text_end(&text);
  den = (uint64_t)rounded.value.den;
  scale = power_of_ten(decimals);
  size = magnitude(rounded.value.num);
  if (rounded.value.num < 0)
    kqa_text_char(&text, '-');
  /*@ assert whole: has_digits(size / den, 19); */
  kqa_text_number(&text, (int64_t)(size / den));
  if (decimals > 0) {
    kqa_text_char(&text, '.');
    kqa_text_digits(&text, (int64_t)digits_after_point(size % den, den, scale), decimals);
  }
  return kqa_text_end(&text);
}
