/* Columns in, columns out: what is refused as a whole, and the way through the blocks. */
#include "kqaward/batch.h"

#include "batch_core.h"
#include "date_core.h"
#include "edition_core.h"
#include "status_fault.h"

int32_t kqa_batch_provision(int32_t place)
{
  static const int16_t provisions[KQA_ELIGIBILITY_FINDINGS] = {
    KQA_PROVISION_REGISTERED_IN_DISTRICT,
    KQA_PROVISION_PAYS_TAX_IN_DISTRICT,
    KQA_PROVISION_LAWFUL_OPERATION,
    KQA_PROVISION_OPERATING_YEARS,
    KQA_PROVISION_EXCELLENCE_MODEL,
    KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM,
    KQA_PROVISION_ISO9001_CERTIFIED,
    KQA_PROVISION_QUALITY_WORK_OUTSTANDING,
    KQA_PROVISION_PERFORMANCE_LEADING,
    KQA_PROVISION_INNOVATION_LEADING,
    KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD,
    KQA_PROVISION_INSPECTIONS_CLEAN,
    KQA_PROVISION_NO_MAJOR_ACCIDENT,
    KQA_PROVISION_NO_MAJOR_COMPLAINT,
    KQA_PROVISION_OTHER_REQUIREMENTS_MET,
    KQA_PROVISION_SELF_EVALUATION,
    KQA_PROVISION_APPLICATION_FORM,
    KQA_PROVISION_EVIDENCE,
    KQA_PROVISION_RECOMMENDATION,
    KQA_PROVISION_COPIES,
    KQA_PROVISION_RECEIVED_IN_TIME,
    KQA_PROVISION_NO_FRAUD_BAR,
    KQA_PROVISION_NO_REVOCATION_BAR,
  };

  return place >= 0 && place < KQA_ELIGIBILITY_FINDINGS ? provisions[place] : 0;
}

/*@ requires edition: \valid_read(edition) && \valid_read(columns);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_edition(edition) &&
  @   kqa_valid_date(deadline) && (columns->known == \null <==> columns->holds == \null) &&
  @   first + count <= columns->rows;
  @*/
static struct kqa_fault columns_fault(const struct kqa_edition *edition, struct kqa_date deadline,
                                      const struct kqa_columns *columns, size_t first, size_t count)
{
  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  if (!kqa_date_is_valid(deadline))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE);
  if ((columns->known == NULL) != (columns->holds == NULL))
    return fault(KQA_E_MISSING, KQA_FIELD_FACT);
  if (first > columns->rows || count > columns->rows - first)
    return fault(KQA_E_RANGE, KQA_FIELD_ROWS);
  return no_fault();
}

/* A block's answers; returns how many rows are at fault. */
/*@ requires plan: sound_plan(plan);
  @ requires block: readable_block(block);
  @ requires separate: kqa_separate_answers(block->answers, block->first,
  @   block->first + block->count);
  @ requires apart: apart_from_plan(block->answers, block->first, block->first + block->count,
  @   plan);
  @ requires apart_from_paid: apart_from_paid(block->answers, block->columns, block->first,
  @   block->first + block->count);
  @ terminates \true;
  @ assigns block->answers->verdict[block->first .. block->first + block->count - 1],
  @   block->answers->decisive[block->first .. block->first + block->count - 1],
  @   block->answers->failing[block->first .. block->first + block->count - 1],
  @   block->answers->missing[block->first .. block->first + block->count - 1],
  @   block->answers->total[block->first .. block->first + block->count - 1],
  @   block->answers->floors[block->first .. block->first + block->count - 1],
  @   block->answers->below[block->first .. block->first + block->count - 1],
  @   block->answers->prize[block->first .. block->first + block->count - 1],
  @   block->answers->bar_last_day[block->first .. block->first + block->count - 1],
  @   block->answers->status[block->first .. block->first + block->count - 1],
  @   block->answers->field[block->first .. block->first + block->count - 1];
  @ ensures bounds: 0 <= \result <= block->count;
  @*/
static int64_t decide_block(const struct batch_plan *plan, const struct batch_block *block)
{
  bool suspect = kqa_batch_eligibility(plan, block);

  suspect |= kqa_batch_scores(plan, block);
  suspect |= kqa_batch_prizes(plan, block);
  kqa_batch_bars(plan, block);
  if (suspect)
    return kqa_batch_mark_faults(plan, block);
  kqa_batch_mark_none(block);
  return 0;
}

/* The rows of one block. */
/*@ requires plan: sound_plan(plan);
  @ requires block: count <= BATCH_BLOCK;
  @ requires columns: kqa_readable_columns(columns);
  @ requires rows: first + count <= columns->rows;
  @ requires answers: kqa_writable_answers(answers, first, count);
  @ requires separate: kqa_separate_answers(answers, first, first + count);
  @ requires apart: apart_from_plan(answers, first, first + count, plan);
  @ requires apart_from_paid: apart_from_paid(answers, columns, first, first + count);
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->decisive[first .. first + count - 1], answers->failing[first .. first + count - 1],
  @   answers->missing[first .. first + count - 1], answers->total[first .. first + count - 1],
  @   answers->floors[first .. first + count - 1], answers->below[first .. first + count - 1],
  @   answers->prize[first .. first + count - 1],
  @   answers->bar_last_day[first .. first + count - 1],
  @   answers->status[first .. first + count - 1], answers->field[first .. first + count - 1];
  @ ensures bounds: 0 <= \result <= count;
  @ ensures plan: sound_plan(plan);
  @*/
static int64_t decide_few(const struct batch_plan *plan, const struct kqa_columns *columns,
                          const struct kqa_answers *answers, size_t first, size_t count)
{
  struct batch_block block = {columns, answers, first, count};

  /*@ assert readable: kqa_readable_columns(columns); */
  /*@ assert writable: kqa_writable_answers(answers, first, count); */
  return decide_block(plan, &block);
}

/* The next block of those of a call, of which `left` are left. */
/*@ requires plan: sound_plan(plan);
  @ requires part: rows <= left <= count && rows <= BATCH_BLOCK;
  @ requires columns: kqa_readable_columns(columns);
  @ requires rows: first + count <= columns->rows;
  @ requires answers: kqa_writable_answers(answers, first, count);
  @ requires separate: kqa_separate_answers(answers, first, first + count);
  @ requires apart: apart_from_plan(answers, first, first + count, plan);
  @ requires apart_from_paid: apart_from_paid(answers, columns, first, first + count);
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->decisive[first .. first + count - 1], answers->failing[first .. first + count - 1],
  @   answers->missing[first .. first + count - 1], answers->total[first .. first + count - 1],
  @   answers->floors[first .. first + count - 1], answers->below[first .. first + count - 1],
  @   answers->prize[first .. first + count - 1],
  @   answers->bar_last_day[first .. first + count - 1],
  @   answers->status[first .. first + count - 1], answers->field[first .. first + count - 1];
  @ ensures bounds: 0 <= \result <= rows;
  @ ensures plan: sound_plan(plan);
  @*/
static int64_t decide_part(const struct batch_plan *plan, const struct kqa_columns *columns,
                           const struct kqa_answers *answers, size_t first, size_t count,
                           size_t left, size_t rows)
{
  return decide_few(plan, columns, answers, first + (count - left), rows);
}

/* Rows from `first` on, block by block; returns how many are at fault. */
/*@ requires plan: sound_plan(plan);
  @ requires columns: kqa_readable_columns(columns);
  @ requires rows: first + count <= columns->rows;
  @ requires answers: kqa_writable_answers(answers, first, count);
  @ requires separate: kqa_separate_answers(answers, first, first + count);
  @ requires apart: apart_from_plan(answers, first, first + count, plan);
  @ requires apart_from_paid: apart_from_paid(answers, columns, first, first + count);
  @ terminates \true;
  @ assigns answers->verdict[first .. first + count - 1],
  @   answers->decisive[first .. first + count - 1], answers->failing[first .. first + count - 1],
  @   answers->missing[first .. first + count - 1], answers->total[first .. first + count - 1],
  @   answers->floors[first .. first + count - 1], answers->below[first .. first + count - 1],
  @   answers->prize[first .. first + count - 1],
  @   answers->bar_last_day[first .. first + count - 1],
  @   answers->status[first .. first + count - 1], answers->field[first .. first + count - 1];
  @ ensures bounds: 0 <= \result <= count;
  @*/
static int64_t decide_rows(const struct batch_plan *plan, const struct kqa_columns *columns,
                           const struct kqa_answers *answers, size_t first, size_t count)
{
  int64_t at_fault = 0;

  /* Rows without any column may be as many as a size holds: the number done never passes it. */
  /*@ loop invariant left: 0 <= left <= count;
    @ loop invariant bounds: 0 <= at_fault <= count - left;
    @ loop invariant plan: sound_plan(plan);
    @ loop assigns left, at_fault, answers->verdict[first .. first + count - 1],
    @   answers->decisive[first .. first + count - 1],
    @   answers->failing[first .. first + count - 1],
    @   answers->missing[first .. first + count - 1], answers->total[first .. first + count - 1],
    @   answers->floors[first .. first + count - 1], answers->below[first .. first + count - 1],
    @   answers->prize[first .. first + count - 1],
    @   answers->bar_last_day[first .. first + count - 1],
    @   answers->status[first .. first + count - 1], answers->field[first .. first + count - 1];
    @ loop variant left;
    @*/
  for (size_t left = count; left > 0;) {
    size_t rows = left < BATCH_BLOCK ? left : BATCH_BLOCK;

    at_fault += decide_part(plan, columns, answers, first, count, left, rows);
    left -= rows;
  }
  return at_fault;
}

struct kqa_number kqa_batch_decide(const struct kqa_edition *edition, struct kqa_date deadline,
                                   const struct kqa_columns *columns,
                                   const struct kqa_answers *answers, size_t first, size_t count)
{
  struct kqa_number at_fault = {.fault = columns_fault(edition, deadline, columns, first, count)};
  struct batch_plan plan;

  if (at_fault.fault.status)
    return at_fault;
  /*@ assert readable: kqa_readable_columns(columns); */
  kqa_batch_make_plan(&plan, edition, deadline, columns);
  at_fault.value = decide_rows(&plan, columns, answers, first, count);
  return at_fault;
}
