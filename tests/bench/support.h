/* What the benchmark's programs share: memory, numbers drawn alike in every run, how they give up.
 */
#ifndef KQAWARD_BENCH_SUPPORT_H
#define KQAWARD_BENCH_SUPPORT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static inline _Noreturn void fail(const char *what)
{
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

/* The same numbers in every run: xorshift with a fixed seed. */
static inline uint32_t draw(uint32_t below)
{
  static uint64_t state = UINT64_C(0x9e3779b97f4a7c15);

  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 33) % below;
}

enum { CACHE_LINE = 64, LARGE_PAGE = 2 << 20, LEAST_PIECE = 1 << 30 };

/* Columns stand one after another in one piece, as in a batch of Arrow, and in large pages where
 * the system gives them to those who ask, as numpy does. Touched, so that no run pays for new
 * pages. */
static inline void *touched_memory(size_t size)
{
  static char *next, *end;
  size_t lines = (size / CACHE_LINE + 1) * CACHE_LINE;
  char *memory;

  if (lines > (size_t)(end - next)) {
    size_t piece = (lines > LEAST_PIECE ? lines / LARGE_PAGE + 1 : LEAST_PIECE / LARGE_PAGE);

    next = aligned_alloc(LARGE_PAGE, piece * LARGE_PAGE);
    if (!next)
      fail("no memory");
    end = next + piece * LARGE_PAGE;
#ifdef MADV_HUGEPAGE
    madvise(next, piece * LARGE_PAGE, MADV_HUGEPAGE);
#endif
  }
  memory = next;
  next += lines;
  return memset(memory, 0, size);
}

#endif
