/* Which readings a round's results depend on together. */
#include "edition_core.h"
#include "round_core.h"
#include "status_fault.h"

/* The bits of kqa_reading_bit() of the readings that touch a round, the first of the register. */
enum { READINGS = 8, SETS = 1 << READINGS };

/* Where they stand in the register, after the parameters. */
enum { FIRST_READING = 20 };

_Static_assert(KQA_FIELD_SCORE_ROUNDING - KQA_FIELD_VOTE_APPROVAL == READINGS - 1,
               "the readings that touch a round stand first");
_Static_assert(KQA_READING_SET_WORDS * 32 == SETS, "a bit for every set");

/* A reading that touches a round, by its bit: one of at most five values. */
/*@ requires bit: bit < READINGS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures field: \result.field == KQA_FIELD_VOTE_APPROVAL + bit;
  @ ensures values: 0 <= \result.max <= 4;
  @*/
static struct kqa_parameter reading_at(uint32_t bit)
{
  return kqa_parameter_at(FIRST_READING + bit);
}

int32_t kqa_reading_combinations(void)
{
  int32_t combinations = 1;

  /*@ loop invariant place: 0 <= bit <= READINGS && 1 <= combinations;
    @ loop invariant most: (bit == 0 && combinations <= 1) || (bit == 1 && combinations <= 5) ||
    @   (bit == 2 && combinations <= 25) || (bit == 3 && combinations <= 125) ||
    @   (bit == 4 && combinations <= 625) || (bit == 5 && combinations <= 3125) ||
    @   (bit == 6 && combinations <= 15625) || (bit == 7 && combinations <= 78125) ||
    @   (bit == 8 && combinations <= 390625);
    @ loop assigns bit, combinations;
    @ loop variant READINGS - bit;
    @*/
  for (uint32_t bit = 0; bit < READINGS; bit++) {
    int32_t values = (int32_t)reading_at(bit).max + 1;

    /*@ assert values: values == 1 || values == 2 || values == 3 || values == 4 || values == 5; */
    combinations *= values;
  }
  return combinations;
}

struct kqa_edition kqa_reading_combination(const struct kqa_edition *edition, int32_t combination)
{
  struct kqa_edition changed = *edition;
  int32_t rest = combination;

  if (combination < 0 || combination >= kqa_reading_combinations())
    return (struct kqa_edition){0};
  /*@ loop invariant place: 0 <= bit <= READINGS && 0 <= rest;
    @ loop assigns bit, rest, changed;
    @ loop variant READINGS - bit;
    @*/
  for (uint32_t bit = 0; bit < READINGS; bit++) {
    struct kqa_parameter reading = reading_at(bit);
    int32_t values = (int32_t)reading.max + 1;

    kqa_edition_set(&changed, kqa_field_name(reading.field),
                    kqa_reading_value(reading.field, rest % values));
    rest /= values;
  }
  return changed;
}

/*@ predicate set_stands{L}(uint32_t *sets, integer subset) =
  @   ((sets[subset / 32] >> (subset % 32)) & 1) != 0;
  @ predicate part_stands{L}(uint32_t *sets, integer part, integer all) =
  @   (part & all) == part && set_stands(sets, part);
  @*/

/*@ requires sets: \valid_read(sets + (0 .. KQA_READING_SET_WORDS - 1)) && subset < SETS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures stands: \result <==> set_stands(sets, subset);
  @*/
static bool has_set(const uint32_t *sets, uint32_t subset)
{
  return (sets[subset / 32] >> subset % 32 & 1) != 0;
}

/*@ requires sets: \valid(sets + (0 .. KQA_READING_SET_WORDS - 1)) && subset < SETS;
  @ terminates \true;
  @ assigns sets[subset / 32];
  @*/
static void put_set(uint32_t *sets, uint32_t subset)
{
  /*@ assert fits: (uint32_t)(1 << subset % 32) == 1 << subset % 32; */
  sets[subset / 32] |= UINT32_C(1) << subset % 32;
}

/* The readings in which two editions differ that differ in nothing else. */
/*@ requires editions: \valid_read(a) && \valid_read(b);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static uint32_t changed_readings(const struct kqa_edition *a, const struct kqa_edition *b)
{
  int32_t fields[READINGS];
  size_t count = kqa_edition_diff(a, b, fields, READINGS);
  uint32_t subset = 0;

  /*@ loop invariant place: 0 <= i <= READINGS;
    @ loop assigns i, subset;
    @ loop variant READINGS - i;
    @*/
  for (size_t i = 0; i < count && i < READINGS; i++)
    subset |= kqa_reading_bit(fields[i]);
  return subset;
}

/*@ requires room: \valid(sensitivity + (0 .. count - 1)) && subset < SETS;
  @ requires outcomes: \valid_read(outcomes + (0 .. count - 1)) &&
  @   \valid_read(other + (0 .. count - 1));
  @ terminates \true;
  @ assigns sensitivity[0 .. count - 1];
  @*/
static void note_changes(struct kqa_sensitivity *sensitivity, const struct kqa_outcome *outcomes,
                         const struct kqa_outcome *other, int32_t count, uint32_t subset)
{
  /*@ loop invariant place: 0 <= i;
    @ loop assigns i, sensitivity[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    if (other[i].outcome != outcomes[i].outcome)
      put_set(sensitivity[i].outcome_sets, subset);
    else if (other[i].prize != outcomes[i].prize)
      put_set(sensitivity[i].prize_sets, subset);
  }
}

/* Whether a part of a set, not the whole, stands in a list. */
/*@ requires sets: \valid_read(sets + (0 .. KQA_READING_SET_WORDS - 1)) && 1 <= subset < SETS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures part: \result <==> \exists integer part;
  @   1 <= part < subset && part_stands(sets, part, subset);
  @*/
static bool has_part(const uint32_t *sets, uint32_t subset)
{
  /*@ loop invariant part: 1 <= part <= subset;
    @ loop invariant none: \forall integer k; 1 <= k < part ==> !part_stands(sets, k, subset);
    @ loop assigns part;
    @ loop variant subset - part;
    @*/
  for (uint32_t part = 1; part < subset; part++) {
    bool stands = (part & subset) == part && has_set(sets, part);

    /*@ assert part: stands <==> part_stands(sets, part, subset); */
    if (stands)
      return true;
  }
  return false;
}

/* Leaves of all sets in a list the least ones. */
/*@ requires sets: \valid(sets + (0 .. KQA_READING_SET_WORDS - 1));
  @ terminates \true;
  @ assigns sets[0 .. KQA_READING_SET_WORDS - 1];
  @*/
static void keep_least(uint32_t *sets)
{
  uint32_t least[KQA_READING_SET_WORDS] = {0};

  /*@ loop invariant number: 1 <= subset <= SETS;
    @ loop assigns subset, least[0 .. KQA_READING_SET_WORDS - 1];
    @ loop variant SETS - subset;
    @*/
  for (uint32_t subset = 1; subset < SETS; subset++)
    if (has_set(sets, subset) && !has_part(sets, subset))
      put_set(least, subset);
  /*@ loop invariant word: 0 <= word <= KQA_READING_SET_WORDS;
    @ loop assigns word, sets[0 .. KQA_READING_SET_WORDS - 1];
    @ loop variant KQA_READING_SET_WORDS - word;
    @*/
  for (size_t word = 0; word < KQA_READING_SET_WORDS; word++)
    sets[word] = least[word];
}

/*@ requires room: \valid(sensitivity + (0 .. count - 1));
  @ terminates \true;
  @ assigns sensitivity[0 .. count - 1];
  @*/
static void clear(struct kqa_sensitivity *sensitivity, int32_t count)
{
  /*@ loop invariant place: 0 <= i;
    @ loop assigns i, sensitivity[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++)
    sensitivity[i] = (struct kqa_sensitivity){0};
}

/*@ requires room: \valid(sensitivity + (0 .. count - 1));
  @ terminates \true;
  @ assigns sensitivity[0 .. count - 1];
  @*/
static void keep_least_of_all(struct kqa_sensitivity *sensitivity, int32_t count)
{
  /*@ loop invariant place: 0 <= i;
    @ loop assigns i, sensitivity[0 .. count - 1];
    @ loop variant count - i;
    @*/
  for (int32_t i = 0; i < count; i++) {
    keep_least(sensitivity[i].outcome_sets);
    keep_least(sensitivity[i].prize_sets);
  }
}

struct kqa_fault kqa_round_sensitivity(const struct kqa_edition *edition,
                                       const struct kqa_round *round,
                                       struct kqa_sensitivity *sensitivity,
                                       struct kqa_outcome *outcomes, struct kqa_outcome *other,
                                       struct kqa_ranked *ranked, struct kqa_candidate *candidates)
{
  struct kqa_fault found = kqa_round_decide(edition, round, outcomes, ranked, candidates).fault;
  int32_t combinations = kqa_reading_combinations();

  if (found.status)
    return found;
  clear(sensitivity, round->organization_count);
  for (int32_t combination = 0; combination < combinations; combination++) {
    struct kqa_edition changed = kqa_reading_combination(edition, combination);
    uint32_t subset = changed_readings(edition, &changed);

    kqa_round_run(&changed, round, other, ranked, candidates, LEAVE_ENTRIES_OUT);
    note_changes(sensitivity, outcomes, other, round->organization_count, subset);
  }
  keep_least_of_all(sensitivity, round->organization_count);
  return found;
}
