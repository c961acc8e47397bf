#include "cjk_width.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_tree.h"

struct range {
  uint32_t first;
  uint32_t last;
};

/* East Asian Wide and Fullwidth characters (Unicode Standard Annex 11), small gaps closed. */
static const struct range wide[] = {
  {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97C},
  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

/* Combining marks and format characters. */
static const struct range narrowest[] = {
  {0x0300, 0x036F}, {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x2064},
  {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

static bool is_in(uint32_t point, const struct range *ranges, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (point >= ranges[i].first && point <= ranges[i].last)
      return true;
  return false;
}

static bool is_control(uint32_t point)
{
  return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

/* Length of the character at text, and which it is; a stray byte counts as a control character. */
static size_t next_point(const char *text, uint32_t *point)
{
  size_t bytes = json_utf8_point(text, strlen(text), point);
  if (bytes == 0)
    *point = 0x7F;
  return bytes == 0 ? 1 : bytes;
}

size_t cjk_width(const char *text)
{
  size_t width = 0;
  uint32_t point = 0;
  for (; *text != '\0'; text += next_point(text, &point)) {
    next_point(text, &point);
    if (is_in(point, wide, sizeof wide / sizeof *wide))
      width += 2;
    else if (!is_in(point, narrowest, sizeof narrowest / sizeof *narrowest))
      width += 1;
  }
  return width;
}

void cjk_print(const char *text)
{
  while (*text != '\0') {
    uint32_t point = 0;
    size_t bytes = next_point(text, &point);
    if (is_control(point))
      putchar('?');
    else
      fwrite(text, 1, bytes, stdout);
    text += bytes;
  }
}

void cjk_print_padded(const char *text, size_t width, bool right)
{
  size_t taken = cjk_width(text);
  int blanks = taken < width ? (int)(width - taken) : 0;
  if (right)
    printf("%*s", blanks, "");
  cjk_print(text);
  if (!right)
    printf("%*s", blanks, "");
}

static struct table_cell *next_cell(struct table *table)
{
  if (table->count == table->capacity) {
    size_t capacity = table->capacity == 0 ? 64 : 2 * table->capacity;
    struct table_cell *grown = realloc(table->cells, capacity * sizeof *grown);
    if (grown == NULL) {
      table->broken = true;
      return NULL;
    }
    table->cells = grown;
    table->capacity = capacity;
  }
  return &table->cells[table->count++];
}

void table_add(struct table *table, const char *text)
{
  struct table_cell *cell = next_cell(table);
  if (cell != NULL)
    cell->text = text;
}

void table_add_copy(struct table *table, const char *text)
{
  struct table_cell *cell = next_cell(table);
  if (cell == NULL)
    return;
  cell->text = NULL;
  snprintf(cell->own, sizeof cell->own, "%s", text);
}

static const char *text_of(const struct table_cell *cell)
{
  return cell->text == NULL ? cell->own : cell->text;
}

static void print_row(const struct table *table, size_t row, const size_t widths[TABLE_COLUMNS])
{
  size_t last = table->columns;
  const struct table_cell *cells = &table->cells[row * table->columns];
  while (last > 0 && *text_of(&cells[last - 1]) == '\0')
    last--;
  for (size_t column = 0; column < last; column++) {
    bool right = table->right[column];
    printf("  ");
    cjk_print_padded(text_of(&cells[column]), column + 1 < last || right ? widths[column] : 0,
                     right);
  }
  putchar('\n');
}

void table_print(struct table *table)
{
  size_t widths[TABLE_COLUMNS] = {0};
  for (size_t i = 0; i < table->count; i++) {
    size_t width = cjk_width(text_of(&table->cells[i]));
    if (width > widths[i % table->columns])
      widths[i % table->columns] = width;
  }
  for (size_t row = 0; row < table->count / table->columns; row++)
    print_row(table, row, widths);
  if (table->broken)
    fputs("out of memory\n", stderr);
  free(table->cells);
  *table = (struct table){0};
}
