/* Which readings a round's results depend on. */
#include "edition_core.h"
#include "round_core.h"
#include "status_fault.h"

uint32_t kqa_reading_bit(int32_t field)
{
  if (field < KQA_FIELD_VOTE_APPROVAL || field > KQA_FIELD_REPORT_ROLLOVER)
    return 0;
  /*@ assert fits: (uint32_t)(1 << (field - KQA_FIELD_VOTE_APPROVAL)) ==
    @   1 << (field - KQA_FIELD_VOTE_APPROVAL);
    @*/
  return UINT32_C(1) << (uint32_t)(field - KQA_FIELD_VOTE_APPROVAL);
}

/*@ requires outcomes: \valid(outcomes + (0 .. count - 1)) && \valid_read(other + (0 .. count - 1));
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1].outcome_readings, outcomes[0 .. count - 1].prize_readings;
  @*/
static void note_changes(struct kqa_outcome *outcomes, const struct kqa_outcome *other,
                         int32_t count, uint32_t bit)
{
  /*@ loop invariant place: 0 <= i;
    @ loop assigns i, outcomes[0 .. count - 1].outcome_readings,
    @   outcomes[0 .. count - 1].prize_readings;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    if (other[i].outcome != outcomes[i].outcome)
      outcomes[i].outcome_readings |= bit;
    else if (other[i].prize != outcomes[i].prize)
      outcomes[i].prize_readings |= bit;
  }
}

/*@ requires outcomes: \valid(outcomes + (0 .. count - 1));
  @ terminates \true;
  @ assigns outcomes[0 .. count - 1].outcome_readings, outcomes[0 .. count - 1].prize_readings;
  @ ensures none: \forall integer i; 0 <= i < count ==>
  @   outcomes[i].outcome_readings == 0 && outcomes[i].prize_readings == 0;
  @*/
static void clear_readings(struct kqa_outcome *outcomes, int32_t count)
{
  /*@ loop invariant place: 0 <= i && (count >= 0 ==> i <= count);
    @ loop invariant none: \forall integer k; 0 <= k < i ==>
    @   outcomes[k].outcome_readings == 0 && outcomes[k].prize_readings == 0;
    @ loop assigns i, outcomes[0 .. count - 1].outcome_readings,
    @   outcomes[0 .. count - 1].prize_readings;
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    outcomes[i].outcome_readings = 0;
    outcomes[i].prize_readings = 0;
  }
}

/* Decides the round under one other value of one reading. */
static void try_reading(const struct kqa_edition *edition, const struct kqa_round *round,
                        struct kqa_parameter reading, int32_t code, struct kqa_outcome *outcomes,
                        struct kqa_outcome *other, struct kqa_ranked *ranked,
                        struct kqa_candidate *candidates)
{
  const char *name = kqa_field_name(reading.field);
  struct kqa_edition changed = *edition;

  kqa_edition_set(&changed, name, kqa_reading_value(reading.field, code));
  if (kqa_edition_diff(edition, &changed, NULL, 0) == 0)
    return; /* the value it has */
  kqa_round_run(&changed, round, other, ranked, candidates, LEAVE_ENTRIES_OUT);
  note_changes(outcomes, other, round->organization_count, kqa_reading_bit(reading.field));
}

struct kqa_fault kqa_round_dependence(const struct kqa_edition *edition,
                                      const struct kqa_round *round, struct kqa_outcome *outcomes,
                                      struct kqa_outcome *other, struct kqa_ranked *ranked,
                                      struct kqa_candidate *candidates)
{
  struct kqa_fault found = kqa_round_decide(edition, round, other, ranked, candidates).fault;

  if (found.status)
    return found;
  clear_readings(outcomes, round->organization_count);
  for (size_t place = 0; place < kqa_parameter_count(); place++) {
    struct kqa_parameter reading = kqa_parameter_at(place);

    if (reading.kind == KQA_PARAMETER_READING && reading.touches_round)
      for (int32_t code = 0; code <= reading.max; code++)
        try_reading(edition, round, reading, code, outcomes, other, ranked, candidates);
  }
  return found;
}
