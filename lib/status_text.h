/* Building text in a caller's buffer: counts every byte, writes what fits, never half a character.
 */
#ifndef KQAWARD_STATUS_TEXT_H
#define KQAWARD_STATUS_TEXT_H

#include "kqaward/status.h"

struct text {
  char *buffer;
  size_t capacity;
  size_t length; /* Bytes of the whole text so far, written or not. */
};

/* A text that may be built on: the buffer holds what the capacity says and is apart from the
 * structure, and so many bytes more can be counted. */
/*@ predicate sound_text{L}(struct text *text, integer more) =
  @   \valid(text) && text->length + more <= SIZE_MAX &&
  @   (text->capacity > 0 ==> \valid(text->buffer + (0 .. text->capacity - 1))) &&
  @   \separated(text, text->buffer + (0 .. text->capacity - 1));
  @*/

/* No text is longer than this, a tebibyte. */
#define MOST_TEXT 1099511627776

/* A text that ends, apart from what is written when it is appended; and two texts alike. */
/*@ predicate apart_text{L}(struct text *text, char *string) =
  @   \exists integer end; 0 <= end <= MOST_TEXT && \valid_read(string + (0 .. end)) &&
  @     string[end] == 0 && \separated(string + (0 .. end), text) &&
  @     \separated(string + (0 .. end), text->buffer + (0 .. text->capacity - 1));
  @ predicate same_text{L}(char *a, char *b) =
  @   \exists integer end; 0 <= end && a[end] == 0 && b[end] == 0 &&
  @     \forall integer i; 0 <= i <= end ==> a[i] == b[i];
  @*/

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures empty: \result.buffer == buffer && \result.capacity == capacity && \result.length == 0;
  @*/
struct text kqa_text_begin(char *buffer, size_t capacity);

/*@ requires text: sound_text(text, 1);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: text->length == \old(text->length) + 1;
  @ ensures written: \old(text->length) < text->capacity ==>
  @   text->buffer[\old(text->length)] == letter;
  @ ensures kept: \forall integer i; 0 <= i < text->capacity && i != \old(text->length) ==>
  @   text->buffer[i] == \old(text->buffer[i]);
  @*/
void kqa_text_char(struct text *text, char letter);

/* Appends a text ended by a NUL. */
/*@ requires text: sound_text(text, MOST_TEXT);
  @ requires string: apart_text(text, string);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) <= text->length <= \old(text->length) + MOST_TEXT;
  @*/
void kqa_text_add(struct text *text, const char *string);

/* Has at most so many digits. */
/*@ predicate has_digits(integer number, integer digits) =
  @   number <
  @     (digits == 19 ? 10000000000000000000 : digits == 18 ? 1000000000000000000 :
  @      digits == 17 ? 100000000000000000 : digits == 16 ? 10000000000000000 :
  @      digits == 15 ? 1000000000000000 : digits == 14 ? 100000000000000 :
  @      digits == 13 ? 10000000000000 : digits == 12 ? 1000000000000 :
  @      digits == 11 ? 100000000000 : digits == 10 ? 10000000000 : digits == 9 ? 1000000000 :
  @      digits == 8 ? 100000000 : digits == 7 ? 10000000 : digits == 6 ? 1000000 :
  @      digits == 5 ? 100000 : digits == 4 ? 10000 : digits == 3 ? 1000 : digits == 2 ? 100 :
  @      digits == 1 ? 10 : 1);
  @*/

/* Any number but the least of its type, which has no opposite. */
/*@ requires number: INT64_MIN < number;
  @ requires text: sound_text(text, 20);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) + 1 <= text->length <= \old(text->length) + 20;
  @ ensures digits: \forall integer most; 0 <= number && 1 <= most <= 19 &&
  @   has_digits(number, most) ==> text->length <= \old(text->length) + most;
  @*/
void kqa_text_number(struct text *text, int64_t number);

/* Padded with zeros to the width; the number is 0 or more. */
/*@ requires number: 0 <= number;
  @ requires width: width <= 19;
  @ requires text: sound_text(text, 19);
  @ terminates \true;
  @ assigns text->length, text->buffer[0 .. text->capacity - 1];
  @ ensures counted: \old(text->length) + 1 <= text->length <= \old(text->length) + 19;
  @ ensures digits: \forall integer most; 1 <= most <= 19 && has_digits(number, most) ==>
  @   text->length <= \old(text->length) + \max(most, width);
  @ ensures padded: text->length >= \old(text->length) + width;
  @*/
void kqa_text_digits(struct text *text, int64_t number, int32_t width);

/* Ends the text by a NUL within the buffer; its length, written or not. */
/*@ requires text: sound_text(text, 0);
  @ terminates \true;
  @ assigns text->buffer[0 .. text->capacity - 1];
  @ ensures length: \result == text->length;
  @ ensures whole: text->length < text->capacity ==> text->buffer[text->length] == 0;
  @ ensures ended: text->capacity > 0 ==>
  @   (\exists integer end; 0 <= end < text->capacity && text->buffer[end] == 0);
  @*/
size_t kqa_text_end(struct text *text);

/* Whether two texts ended by a NUL are the same. */
/*@ requires texts: kqa_text_within(a, MOST_TEXT) && kqa_text_within(b, MOST_TEXT);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures same: \result <==> same_text(a, b);
  @*/
bool kqa_text_equal(const char *a, const char *b);

/* A text that a NUL ends at the given place or before; the empty text when none does. */
/*@ requires text: end <= 65535 && \valid_read(text + (0 .. end)) && !\valid(text);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @ ensures same: text[end] == 0 ==> \result == text;
  @*/
static inline const char *ended_text(const char *text, size_t end)
{
  return text[end] == '\0' ? text : "";
}

/* The text at an offset of a pool of texts, which ends by a NUL; the empty text beyond the pool.
 * Compilers know the pool and drop the check of its end. */
/*@ requires pool: size <= 65535 && (size > 0 ==> \valid_read(pool + (0 .. size - 1))) &&
  @   \forall integer i; 0 <= i < size ==> !\valid(pool + i);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @ ensures place: offset < size && pool[size - 1] == 0 ==> \result == pool + offset;
  @*/
static inline const char *pool_text(const char *pool, size_t size, size_t offset)
{
  return offset < size ? ended_text(pool + offset, size - 1 - offset) : "";
}

/* The text in the given language; the empty text for a language that does not exist. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures zh: language == KQA_LANGUAGE_ZH ==> \result == zh;
  @ ensures en: language == KQA_LANGUAGE_EN ==> \result == en;
  @ ensures none: language != KQA_LANGUAGE_ZH && language != KQA_LANGUAGE_EN ==>
  @   kqa_constant_text(\result) && \result[0] == 0;
  @*/
static inline const char *in_language(int32_t language, const char *zh, const char *en)
{
  if (language == KQA_LANGUAGE_ZH)
    return zh;
  return language == KQA_LANGUAGE_EN ? en : "";
}

#endif
