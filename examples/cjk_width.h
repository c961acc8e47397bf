/* Text on a terminal, where Chinese characters take two columns: width, padding, tables. */
#ifndef CJK_WIDTH_H
#define CJK_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#define TABLE_COLUMNS 8

struct table_cell {
  const char *text; /* Borrowed; NULL when the text is in own. */
  char own[48];
};

/* A table in memory; its columns become as wide as their widest cell. Start from all zero. */
struct table {
  size_t columns;
  bool right[TABLE_COLUMNS]; /* Columns of numbers. */
  struct table_cell *cells;
  size_t count;
  size_t capacity;
  bool broken; /* Memory ran out. */
};

/* Columns that UTF-8 text takes; a control character counts as the `?` that is printed for it. */
size_t cjk_width(const char *text);

/* Writes text to standard output with `?` for control characters. */
void cjk_print(const char *text);

/* Writes a text so many columns wide, with blanks before or after it. */
void cjk_print_padded(const char *text, size_t width, bool right);

/* The next cell, row by row; the text must live until the table is printed. */
void table_add(struct table *table, const char *text);

/* The next cell with a copy of a short text. */
void table_add_copy(struct table *table, const char *text);

/* Prints the table and empties it. */
void table_print(struct table *table);

#endif
