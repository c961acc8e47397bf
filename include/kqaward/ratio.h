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
KQA_API struct kqa_quantity kqa_ratio_parse(const char *text, size_t length,
                                            int64_t max_denominator);

/** Writes a fraction in lowest terms (`6649/10`), a whole number without a denominator (`600`).
 * @param value    Any value as in struct kqa_ratio; otherwise the text is empty.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 38 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
KQA_API size_t kqa_ratio_format(struct kqa_ratio value, char *buffer, size_t capacity);

/** Writes a number rounded by GB/T 8170 for display (`664.90`). What is shown is not what is
 * compared.
 * @param value    A fraction as in kqa_ratio_round(); otherwise the text is empty.
 * @param decimals Digits after the point, 0 to 3; otherwise the text is empty.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 25 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
KQA_API size_t kqa_ratio_format_rounded(struct kqa_ratio value, int32_t decimals, char *buffer,
                                        size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
