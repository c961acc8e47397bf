/* Fractions without checks, for the rooms that have checked them. */
#ifndef KQAWARD_RATIO_CORE_H
#define KQAWARD_RATIO_CORE_H

#include "kqaward/ratio.h"

#include "status_text.h"

/* Whether a fraction keeps the bounds of struct kqa_ratio. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result <==> kqa_sound_ratio(value);
  @*/
bool kqa_ratio_is_sound(struct kqa_ratio value);

/* Whether a fraction is a score as it is given: 0 to 1000, denominator at most 1,000,000. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures score: \result <==> kqa_sound_score(value);
  @*/
bool kqa_ratio_is_score(struct kqa_ratio value);

/* Lowest terms of a sound fraction. */
/*@ requires sound: kqa_sound_ratio(value);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: 1 <= \result.den <= value.den && kqa_sound_ratio(\result);
  @ ensures sign: (value.num >= 0 ==> \result.num >= 0) && (value.num <= 0 ==> \result.num <= 0);
  @ ensures exact: kqa_same_value(\result, value);
  @ ensures lowest: kqa_lowest_terms(\result);
  @*/
struct kqa_ratio kqa_ratio_reduce(struct kqa_ratio value);

/* -1, 0, 1 for two sound fractions. */
/*@ requires sound: kqa_sound_ratio(a) && kqa_sound_ratio(b);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures range: -1 <= \result <= 1;
  @ ensures less: \result < 0 <==> a.num * b.den < b.num * a.den;
  @ ensures more: \result > 0 <==> a.num * b.den > b.num * a.den;
  @*/
int32_t kqa_ratio_order(struct kqa_ratio a, struct kqa_ratio b);

/* GB/T 8170 rounding of a sound fraction, -3 to 3 decimals. */
/*@ requires value: kqa_may_round(value, decimals);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures rounded: kqa_rounded(value, decimals, \result);
  @ ensures bounds: kqa_sound_ratio(\result) && \result.den <= kqa_scale(decimals);
  @ ensures lowest: kqa_lowest_terms(\result);
  @ ensures sign: value.num >= 0 ==> \result.num >= 0;
  @*/
struct kqa_ratio kqa_ratio_rounded(struct kqa_ratio value, int32_t decimals);

/* Appends a sound fraction in lowest terms. */
/*@ requires sound: kqa_sound_ratio(value);
  @ requires text: sound_text(text, 41);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) + 1 <= text->length <= \old(text->length) + 37;
  @*/
void kqa_ratio_add(struct text *text, struct kqa_ratio value);

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures whole: \result.num == number && \result.den == 1;
  @*/
static inline struct kqa_ratio whole(int64_t number)
{
  return (struct kqa_ratio){.num = number, .den = 1};
}

/* A fraction that stands for "no number". */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures none: \result.num == 0 && \result.den == 0;
  @*/
static inline struct kqa_ratio no_number(void)
{
  return (struct kqa_ratio){.num = 0, .den = 0};
}

#endif
