/* Making faults. */
#ifndef KQAWARD_STATUS_FAULT_H
#define KQAWARD_STATUS_FAULT_H

#include "kqaward/status.h"

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures fault: \result.status == status && \result.field == field;
  @ ensures place: \result.index[0] == outer && \result.index[1] == inner &&
  @   \result.index[2] == 0;
  @*/
static inline struct kqa_fault fault_in_list(int32_t status, int32_t field, int32_t outer,
                                             int32_t inner)
{
  return (struct kqa_fault){.status = status, .field = field, .index = {outer, inner, 0}};
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures fault: \result.status == status && \result.field == field;
  @ ensures place: \result.index[0] == 0 && \result.index[1] == 0 && \result.index[2] == 0;
  @*/
static inline struct kqa_fault fault(int32_t status, int32_t field)
{
  return fault_in_list(status, field, 0, 0);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures none: \result.status == KQA_OK && \result.field == KQA_FIELD_NONE;
  @ ensures place: \result.index[0] == 0 && \result.index[1] == 0 && \result.index[2] == 0;
  @*/
static inline struct kqa_fault no_fault(void)
{
  return (struct kqa_fault){.status = KQA_OK};
}

#endif
