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

/*@ predicate sound_text{L}(struct text *text) =
  @   text->capacity > 0 ==> \valid(text->buffer + (0 .. text->capacity - 1));
  @*/
struct text kqa_text_begin(char *buffer, size_t capacity);
void kqa_text_char(struct text *text, char letter);
void kqa_text_add(struct text *text, const char *string);
void kqa_text_number(struct text *text, int64_t number);
void kqa_text_digits(struct text *text, int64_t number,
                     int32_t width); /* zero-padded, number >= 0 */
size_t kqa_text_end(struct text *text);

/* Whether two texts ended by a NUL are the same. */
bool kqa_text_equal(const char *a, const char *b);

/* The text in the given language; the empty text for a language that does not exist. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures language: \result == zh || \result == en || language != KQA_LANGUAGE_ZH;
  @*/
static inline const char *in_language(int32_t language, const char *zh, const char *en)
{
  if (language == KQA_LANGUAGE_ZH)
    return zh;
  return language == KQA_LANGUAGE_EN ? en : "";
}

#endif
