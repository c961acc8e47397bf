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
  for (size_t i = 0; string[i] != '\0'; i++)
    kqa_text_char(text, string[i]);
}

void kqa_text_digits(struct text *text, int64_t number, int32_t width)
{
  char digits[20];
  int32_t count = 0;

  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  for (int32_t pad = count; pad < width; pad++)
    kqa_text_char(text, '0');
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
    while (end > 0 && ((unsigned char)text->buffer[end] & 0xC0u) == 0x80u)
      end--;
  }
  text->buffer[end] = '\0';
  return text->length;
}

bool kqa_text_equal(const char *a, const char *b)
{
  size_t i = 0;

  while (a[i] != '\0' && a[i] == b[i])
    i++;
  return a[i] == b[i];
}
