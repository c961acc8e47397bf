#include "status_text.h"

struct text kqa_text_begin(char *buffer, size_t capacity)
{
  return (struct text){.buffer = buffer, .capacity = capacity, .length = 0};
}

void kqa_text_char(struct text *text, char letter)
{
  if (text->length < text->capacity)
    text->buffer[text->length] = letter;
  text->length++;
}

void kqa_text_add(struct text *text, const char *string)
{
  /*@ loop invariant end: \exists integer end; i <= end <= MOST_TEXT &&
    @   \valid_read(string + (0 .. end)) && string[end] == 0 &&
    @   \separated(string + (0 .. end), text) &&
    @   \separated(string + (0 .. end), text->buffer + (0 .. text->capacity - 1));
    @ loop invariant counted: 0 <= i <= MOST_TEXT && text->length == \at(text->length, Pre) + i;
    @ loop assigns i, text->length, text->buffer[0 .. text->capacity - 1];
    @ loop variant MOST_TEXT - i;
    @*/
  for (size_t i = 0; string[i] != '\0'; i++)
    kqa_text_char(text, string[i]);
}

void kqa_text_digits(struct text *text, int64_t number, int32_t width)
{
  char digits[20];
  int32_t count = 0;

  /*@ loop invariant count: 0 <= count <= 18 && has_digits(number, 19 - count);
    @ loop invariant fewer: \forall integer most; 1 <= most <= 19 &&
    @   has_digits(\at(number, Pre), most) ==>
    @   count < most && has_digits(number, most - count);
    @ loop assigns number, count, digits[0 .. 18];
    @ loop variant number;
    @*/
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  /*@ assert fewer: \forall integer most; 1 <= most <= 19 &&
    @   has_digits(\at(number, Pre), most) ==> count <= most; */
  /*@ loop invariant pad: pad >= count && (pad > count ==> pad <= width);
    @ loop invariant length: text->length == \at(text->length, Pre) + pad - count;
    @ loop assigns pad, text->length, text->buffer[0 .. text->capacity - 1];
    @ loop variant width - pad;
    @*/
  for (int32_t pad = count; pad < width; pad++)
    kqa_text_char(text, '0');
  /*@ loop invariant count: 0 <= count <= \at(count, LoopEntry);
    @ loop invariant length:
    @   text->length == \at(text->length, LoopEntry) + \at(count, LoopEntry) - count;
    @ loop assigns count, text->length, text->buffer[0 .. text->capacity - 1];
    @ loop variant count;
    @*/
  while (count > 0)
    kqa_text_char(text, digits[--count]);
}

void kqa_text_number(struct text *text, int64_t number)
{
  if (number < 0) {
    kqa_text_char(text, '-');
    number = -number;
  }
  kqa_text_digits(text, number, 0);
}

size_t kqa_text_end(struct text *text)
{
  size_t end = text->length;

  if (text->capacity == 0)
    return text->length;
  if (end >= text->capacity) {
    end = text->capacity - 1;
    /* The byte at `end` was written: step back while it continues a UTF-8 character. */
    /*@ loop invariant end: 0 <= end < text->capacity;
      @ loop assigns end;
      @ loop variant end;
      @*/
    while (end > 0 && ((unsigned char)text->buffer[end] & 0xC0u) == 0x80u)
      end--;
  }
  text->buffer[end] = '\0';
  return text->length;
}

bool kqa_text_equal(const char *a, const char *b)
{
  size_t i = 0;

  /*@ loop invariant end_a: \exists integer end; i <= end <= MOST_TEXT &&
    @   \valid_read(a + (0 .. end)) && a[end] == 0;
    @ loop invariant end_b: \exists integer end; i <= end <= MOST_TEXT &&
    @   \valid_read(b + (0 .. end)) && b[end] == 0;
    @ loop invariant same: 0 <= i <= MOST_TEXT &&
    @   \forall integer k; 0 <= k < i ==> a[k] == b[k] && a[k] != 0;
    @ loop assigns i;
    @ loop variant MOST_TEXT - i;
    @*/
  while (a[i] != '\0' && a[i] == b[i])
    i++;
  return a[i] == b[i];
}
