/* What the benchmark's programs share: numbers drawn alike in every run, and how they give up. */
#ifndef KQAWARD_BENCH_SUPPORT_H
#define KQAWARD_BENCH_SUPPORT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void fail(const char *what)
{
  fprintf(stderr, "bench: %s\n", what);
  exit(1);
}

/* The same numbers in every run: xorshift with a fixed seed. */
static uint32_t draw(uint32_t below)
{
  static uint64_t state = UINT64_C(0x9e3779b97f4a7c15);

  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 33) % below;
}

#endif
