/** @file ratio.h
 * Exact fractions: making, comparing, rounding by GB/T 8170, reading and writing. No rounding
 * happens unless a function's name says so.
 */
#ifndef KQAWARD_RATIO_H
#define KQAWARD_RATIO_H

#include "kqaward/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Greatest denominator of a score as it is given: six decimals. @since 0.1 */
#define KQA_SCORE_MAX_DENOMINATOR 1000000
/** Greatest denominator that a fraction may have anywhere, reached by totals. @since 0.1 */
#define KQA_RATIO_MAX_DENOMINATOR INT64_C(1000000000000000)
/** Greatest absolute numerator that a fraction may have anywhere. @since 0.1 */
#define KQA_RATIO_MAX_NUMERATOR INT64_C(1000000000000000000)

/** A fraction. A denominator of 0 stands for "no number" where a function says so. @since 0.1 */
struct kqa_ratio {
  int64_t num; /**< Numerator, at most 10^18 either way. */
  int64_t den; /**< Denominator, 1 to 10^15; 0 for "no number". */
};

/*@ predicate kqa_sound_ratio(struct kqa_ratio value) =
  @   1 <= value.den <= 1000000000000000 &&
  @   -1000000000000000000 <= value.num <= 1000000000000000000;
  @ predicate kqa_sound_score(struct kqa_ratio score) =
  @   1 <= score.den <= 1000000 && 0 <= score.num <= 1000 * score.den;
  @ predicate kqa_same_value(struct kqa_ratio a, struct kqa_ratio b) =
  @   a.num * b.den == b.num * a.den;
  @ predicate kqa_coprime_by(integer num, integer den, integer a, integer b) =
  @   a * num + b * den == 1;
  @ predicate kqa_lowest_terms(struct kqa_ratio value) =
  @   \exists integer a, b; kqa_coprime_by(value.num, value.den, a, b);
  @*/

/* Rounding by GB/T 8170: a multiple of 10^-decimals, as a count of such steps, is nearest to the
 * value, and even where two are equally near. */
/*@ logic integer kqa_scale(integer decimals) =
  @   decimals == 3 ? 1000 : decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
  @ predicate kqa_nearest_even(integer steps, integer num, integer den) =
  @   2 * \abs(steps * den - num) <= den &&
  @   (2 * \abs(steps * den - num) == den ==> steps % 2 == 0);
  @ predicate kqa_nearest_steps(integer steps, integer size, integer den, integer decimals) =
  @   decimals == 3    ? kqa_nearest_even(steps, size * 1000, den)
  @   : decimals == 2  ? kqa_nearest_even(steps, size * 100, den)
  @   : decimals == 1  ? kqa_nearest_even(steps, size * 10, den)
  @   : decimals == 0  ? kqa_nearest_even(steps, size, den)
  @   : decimals == -1 ? kqa_nearest_even(steps, size, den * 10)
  @   : decimals == -2 ? kqa_nearest_even(steps, size, den * 100)
  @                    : kqa_nearest_even(steps, size, den * 1000);
  @ predicate kqa_is_steps(struct kqa_ratio value, integer steps, integer decimals) =
  @   decimals == 3    ? value.num * 1000 == steps * value.den
  @   : decimals == 2  ? value.num * 100 == steps * value.den
  @   : decimals == 1  ? value.num * 10 == steps * value.den
  @   : decimals == 0  ? value.num == steps * value.den
  @   : decimals == -1 ? value.num == steps * 10 * value.den
  @   : decimals == -2 ? value.num == steps * 100 * value.den
  @                    : value.num == steps * 1000 * value.den;
  @ predicate kqa_rounded_to(struct kqa_ratio value, integer decimals, integer steps,
  @                          struct kqa_ratio rounded) =
  @   0 <= steps && kqa_nearest_steps(steps, \abs(value.num), value.den, decimals) &&
  @   kqa_is_steps(rounded, value.num < 0 ? -steps : steps, decimals);
  @ predicate kqa_rounded(struct kqa_ratio value, integer decimals, struct kqa_ratio rounded) =
  @   \exists integer steps; kqa_rounded_to(value, decimals, steps, rounded);
  @ predicate kqa_may_round(struct kqa_ratio value, integer decimals) =
  @   kqa_sound_ratio(value) && -3 <= decimals <= 3 &&
  @   (decimals > 0 ==> \abs(value.num) < 1000000000000000 * value.den);
  @*/

/** A fraction, or a fault. @since 0.1 */
struct kqa_quantity {
  struct kqa_fault fault; /**< Status and field. */
  struct kqa_ratio value; /**< The value in lowest terms, in the unit and within the bounds that the
                             function names; 0/0 on a fault, or where the function says so. A
                             denominator of at most 10^15 holds it. */
};

/** Brings a fraction to lowest terms.
 * @param num Numerator, -10^18 to 10^18.
 * @param den Denominator, 1 to 10^15.
 * @return The same value, numerator -10^18 to 10^18; KQA_E_RANGE with KQA_FIELD_NUMBER.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==>
  @   1 <= den <= 1000000000000000 && -1000000000000000000 <= num <= 1000000000000000000;
  @ ensures exact: \result.fault.status == KQA_OK ==>
  @   kqa_sound_ratio(\result.value) && kqa_lowest_terms(\result.value) &&
  @   \result.value.num * den == num * \result.value.den;
  @*/
KQA_API struct kqa_quantity kqa_ratio_make(int64_t num, int64_t den);

/** Compares two fractions exactly, by cross-multiplication in 128 bits.
 * @param a Any value as in struct kqa_ratio, in lowest terms or not.
 * @param b Likewise: any value as in struct kqa_ratio.
 * @return A value from -1 to 1: -1, 0 or 1 as a is less than, equal to or greater than b;
 * KQA_E_RANGE with KQA_FIELD_NUMBER, `index[0]` 0 for a and 1 for b.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> kqa_sound_ratio(a) && kqa_sound_ratio(b);
  @ ensures less: \result.fault.status == KQA_OK ==>
  @   (\result.value < 0 <==> a.num * b.den < b.num * a.den);
  @ ensures more: \result.fault.status == KQA_OK ==>
  @   (\result.value > 0 <==> a.num * b.den > b.num * a.den);
  @*/
KQA_API struct kqa_number kqa_ratio_compare(struct kqa_ratio a, struct kqa_ratio b);

/** Rounds once by GB/T 8170: to the nearest, a tie to the even digit, the sign apart.
 * @param value    Any value as in struct kqa_ratio, below 10^15 in size when decimals are kept.
 * @param decimals Digits kept after the point, -3 (thousands) to 3.
 * @return The rounded value, at most 10^18 either way; KQA_E_RANGE with KQA_FIELD_NUMBER or
 * KQA_FIELD_DECIMALS.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK <==> kqa_may_round(value, decimals);
  @ ensures rounded: \result.fault.status == KQA_OK ==>
  @   kqa_rounded(value, decimals, \result.value) &&
  @   kqa_sound_ratio(\result.value) && kqa_lowest_terms(\result.value);
  @*/
KQA_API struct kqa_quantity kqa_ratio_round(struct kqa_ratio value, int32_t decimals);

/** Reads a plain decimal (`612.35`) or a fraction (`3057/5`): digits only, no sign, no exponent, no
 * blanks, at most 10^12, no part of more than 18 digits without its leading zeros and, after the
 * point, 19 without its trailing ones. The value is taken exactly.
 * @param text            ASCII text; need not end in a NUL.
 * @param length          Bytes of text.
 * @param max_denominator Greatest denominator allowed in lowest terms, 1 to 1,000,000.
 * @return The value in lowest terms, 0 to 10^12; with KQA_FIELD_NUMBER KQA_E_FORM (also for a
 * denominator of 0) or KQA_E_RANGE.
 * @since 0.1 */
/*@ logic integer kqa_spelled{L}(char *text, integer count) =
  @   count <= 0 ? 0 : kqa_spelled(text, count - 1) * 10 + (text[count - 1] - '0');
  @ predicate kqa_digits{L}(char *text, integer count) =
  @   \forall integer i; 0 <= i < count ==> '0' <= text[i] <= '9';
  @*/
/*@ requires text: length > 0 ==> \valid_read(text + (0 .. length - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures limit: max_denominator < 1 || max_denominator > 1000000 ==>
  @   \result.fault.status == KQA_E_RANGE;
  @ ensures bounds: \result.fault.status == KQA_OK ==>
  @   1 <= \result.value.den <= max_denominator && kqa_lowest_terms(\result.value) &&
  @   0 <= \result.value.num <= 1000000000000 * \result.value.den;
  @ ensures refused: \result.fault.status != KQA_OK ==>
  @   \result.value.num == 0 && \result.value.den == 0;
  @ ensures whole: \result.fault.status == KQA_OK && kqa_digits(text, length) ==>
  @   \result.value.num == kqa_spelled(text, length) && \result.value.den == 1;
  @*/
KQA_API struct kqa_quantity kqa_ratio_parse(const char *text, size_t length,
                                            int64_t max_denominator);

/** Writes a fraction in lowest terms (`6649/10`), a whole number without a denominator (`600`).
 * @param value    Any value as in struct kqa_ratio; otherwise the text is empty.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 38 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures suffices: \result < 38;
  @ ensures ended: capacity > 0 ==>
  @   (\exists integer end; 0 <= end < capacity && buffer[end] == 0);
  @ ensures whole: \result < capacity ==> buffer[\result] == 0;
  @ ensures empty: !kqa_sound_ratio(value) ==> \result == 0;
  @*/
KQA_API size_t kqa_ratio_format(struct kqa_ratio value, char *buffer, size_t capacity);

/** Writes a number rounded by GB/T 8170 for display (`664.90`). What is shown is not what is
 * compared.
 * @param value    A fraction as in kqa_ratio_round(); otherwise the text is empty.
 * @param decimals Digits after the point, 0 to 3; otherwise the text is empty.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 25 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures suffices: \result < 25;
  @ ensures ended: capacity > 0 ==>
  @   (\exists integer end; 0 <= end < capacity && buffer[end] == 0);
  @ ensures whole: \result < capacity ==> buffer[\result] == 0;
  @ ensures empty: !kqa_sound_ratio(value) || decimals < 0 || decimals > 3 ==> \result == 0;
  @*/
KQA_API size_t kqa_ratio_format_rounded(struct kqa_ratio value, int32_t decimals, char *buffer,
                                        size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
