/* The parts of deciding columns. A call takes its rows in blocks that fit into the first cache, and
 * each part runs over a block column by column: loops of one kind of number, without branches, are
 * what compilers turn into vector code. */
#ifndef KQAWARD_BATCH_CORE_H
#define KQAWARD_BATCH_CORE_H

#include "kqaward/batch.h"

/* Rows of a block. */
#define BATCH_BLOCK 256

/* What an edition and a deadline ask, as the numbers that rows are compared with. */
struct batch_plan {
  int32_t deadline;          /* its day number */
  int32_t latest_start;      /* last first day of operation that gives enough years */
  int32_t inspection_window; /* first day that counts */
  int32_t other_window;      /* likewise, of accidents and complaints */
  int32_t fraud_from;        /* first day of a decision that still bars at the deadline */
  int32_t revocation_from;   /* likewise */
  int32_t min_copies;        /* copies */
  uint32_t allowed;          /* requirements that may stand in the masks */
  int32_t document_permille; /* weights */
  int32_t site_permille;
  int32_t site_floor;  /* least score, in millionths */
  int64_t total_floor; /* least total before rounding, in billionths */
  int64_t rounding;    /* billionths to which a total is rounded; 1: not rounded */
  int64_t quality;     /* yuan */
  int64_t nomination;
  int64_t cap;
  uint8_t quality_won; /* KQA_WON_ bits that count as the same award */
  uint8_t nomination_won;
  bool revoked_count; /* whether what was paid for revoked awards counts */
  int32_t fraud_years;
  int32_t revocation_years;
};

/* Rows of a call, at most BATCH_BLOCK: every column begins with the first of them. */
struct batch_block {
  struct kqa_columns columns;
  struct kqa_answers answers;
  size_t count;
};

/* Marks the rows at fault and takes their other answers back; returns how many there are. */
int64_t kqa_batch_mark_faults(const struct batch_plan *plan, const struct batch_block *block);

/* Each decides its answers of a block; rows at fault get anything. */
void kqa_batch_eligibility(const struct batch_plan *plan, const struct batch_block *block);
void kqa_batch_scores(const struct batch_plan *plan, const struct batch_block *block);
void kqa_batch_prizes(const struct batch_plan *plan, const struct batch_block *block);
void kqa_batch_bars(const struct batch_plan *plan, const struct batch_block *block);

/* A fault of a row in one number, 0 for none. */
static inline int32_t row_fault(int32_t status, int32_t field)
{
  return field * 256 - status;
}

/* Writes status and field of such faults, where wanted. */
void kqa_batch_write_faults(int8_t *restrict status, int16_t *restrict field, const int32_t *codes,
                            size_t count);

#endif
