/* Sets of criteria: the check, the built-in sets, their names. */
#include "kqaward/criteria.h"

#include "finding_core.h"
#include "status_fault.h"
#include "status_text.h"

#define FULL_SCORE 1000 /* Art. 5 */

enum set { GBT19580, BALDRIGE, SETS };

static const char ids[SETS][KQA_CRITERIA_ID_SIZE] = {"gbt19580-2012", "baldrige-2021"};

/* Category rows and item rows of both sets stand in one list, in the standard's order. */
struct criteria_row {
  uint8_t set;
  uint8_t points;          /* 0 for a category */
  uint16_t clause, zh, en; /* offsets; clause 0 for a category */
};

struct criteria_texts {
  char none[1];
#define PASTE(a, b) a##b
#define NAME(prefix, line) PASTE(prefix, line)
#define C(SET, zh, en)                                                                             \
  char NAME(zh_, __LINE__)[sizeof(zh)];                                                            \
  char NAME(en_, __LINE__)[sizeof(en)];
#define I(SET, points, clause, zh, en)                                                             \
  char NAME(clause_, __LINE__)[sizeof(clause)];                                                    \
  char NAME(zh_, __LINE__)[sizeof(zh)];                                                            \
  char NAME(en_, __LINE__)[sizeof(en)];
#include "criteria_table.def"
#undef C
#undef I
};

static const struct criteria_texts texts = {
  "",
#define C(SET, zh, en) zh, en,
#define I(SET, points, clause, zh, en) clause, zh, en,
#include "criteria_table.def"
#undef C
#undef I
};

#define AT(member) offsetof(struct criteria_texts, member)

static const struct criteria_row rows[] = {
#define C(SET, zh, en) {SET, 0, 0, AT(NAME(zh_, __LINE__)), AT(NAME(en_, __LINE__))},
#define I(SET, points, clause, zh, en)                                                             \
  {SET, points, AT(NAME(clause_, __LINE__)), AT(NAME(zh_, __LINE__)), AT(NAME(en_, __LINE__))},
#include "criteria_table.def"
#undef C
#undef I
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *text_at(uint16_t offset)
{
  return pool_text((const char *)&texts, sizeof texts, offset);
}

/* SETS when there is no such set. */
/*@ requires id: kqa_text_within(id, MOST_TEXT);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures set: 0 <= \result <= SETS;
  @*/
static int32_t find_set(const char *id)
{
  int32_t set = 0;

  /*@ assert ended: ids[GBT19580][13] == 0 && ids[BALDRIGE][13] == 0; */
  /*@ loop invariant set: 0 <= set <= SETS;
    @ loop assigns set;
    @ loop variant SETS - set;
    @*/
  while (set < SETS && !kqa_text_equal(ids[set], id))
    set++;
  return set;
}

struct kqa_fault kqa_criteria_find(const char *id, struct kqa_criteria *criteria)
{
  int32_t set = find_set(id);
  int32_t categories = 0;
  int32_t items = 0;

  *criteria = (struct kqa_criteria){0};
  if (set == SETS)
    return fault(KQA_E_NAME, KQA_FIELD_CRITERIA);
  /*@ loop invariant place: 0 <= i <= KQA_CRITERIA_ID_SIZE;
    @ loop assigns i, criteria->id[0 .. KQA_CRITERIA_ID_SIZE - 1];
    @ loop variant KQA_CRITERIA_ID_SIZE - i;
    @*/
  for (size_t i = 0; i < KQA_CRITERIA_ID_SIZE; i++)
    criteria->id[i] = ids[set][i];
  criteria->full_score = FULL_SCORE;
  criteria->percent_step = 5;
  /*@ loop invariant place: 0 <= i <= ROWS && ROWS <= KQA_CRITERIA_ITEMS;
    @ loop invariant counts: 0 <= items <= i && 0 <= categories <= i;
    @ loop assigns i, categories, items, criteria->items[0 .. KQA_CRITERIA_ITEMS - 1];
    @ loop variant ROWS - i;
    @*/
  for (size_t i = 0; i < ROWS; i++) {
    if (rows[i].set == set && rows[i].points == 0)
      categories++;
    if (rows[i].set == set && rows[i].points != 0)
      criteria->items[items++] = (struct kqa_criteria_item){rows[i].points, categories - 1};
  }
  criteria->category_count = categories;
  criteria->item_count = items;
  return no_fault();
}

size_t kqa_criteria_count(void)
{
  return SETS;
}

const char *kqa_criteria_id_at(size_t place)
{
  return place < SETS ? ids[place] : "";
}

/* The nth item or category of a set, or NULL. */
/*@ requires id: kqa_text_within(id, MOST_TEXT);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures row: \result == \null || (\valid_read(\result) &&
  @   ((\result->points != 0) <==> is_item));
  @*/
static const struct criteria_row *nth(const char *id, int32_t place, bool is_item)
{
  int32_t set = find_set(id);
  int32_t seen = 0;

  /*@ loop invariant place: 0 <= i <= ROWS && 0 <= seen <= i;
    @ loop assigns i, seen;
    @ loop variant ROWS - i;
    @*/
  for (size_t i = 0; i < ROWS; i++)
    if (rows[i].set == set && (rows[i].points != 0) == is_item && seen++ == place)
      return &rows[i];
  return NULL;
}

const char *kqa_criteria_item_clause(const char *id, int32_t item)
{
  const struct criteria_row *row = nth(id, item, true);

  return row ? text_at(row->clause) : "";
}

const char *kqa_criteria_item_name(const char *id, int32_t item, int32_t language)
{
  const struct criteria_row *row = nth(id, item, true);

  return row ? in_language(language, text_at(row->zh), text_at(row->en)) : "";
}

const char *kqa_criteria_category_name(const char *id, int32_t category, int32_t language)
{
  const struct criteria_row *row = nth(id, category, false);

  return row ? in_language(language, text_at(row->zh), text_at(row->en)) : "";
}

/*@ requires criteria: \valid_read(criteria);
  @ terminates \true;
  @ assigns \nothing;
  @*/
static bool has_id(const struct kqa_criteria *criteria)
{
  bool ended = false;

  /*@ loop invariant index: 0 <= i <= KQA_CRITERIA_ID_SIZE;
    @ loop assigns i, ended;
    @ loop variant KQA_CRITERIA_ID_SIZE - i;
    @*/
  for (size_t i = 0; i < KQA_CRITERIA_ID_SIZE && !ended; i++) {
    char letter = criteria->id[i];

    ended = letter == '\0';
    if (!ended && !(letter >= 'a' && letter <= 'z') && !(letter >= '0' && letter <= '9') &&
        letter != '-')
      return false;
  }
  return ended && criteria->id[0] != '\0';
}

/*@ requires criteria: \valid_read(criteria) && 0 <= item < KQA_CRITERIA_ITEMS &&
  @   criteria->full_score == 1000;
  @ requires before: item > 0 ==> 0 <= criteria->items[item - 1].category;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> kqa_sound_item(criteria, item);
  @ ensures order: \result.status == KQA_OK && item > 0 ==>
  @   criteria->items[item - 1].category <= criteria->items[item].category;
  @ ensures refused: !kqa_sound_item(criteria, item) ==> \result.status != KQA_OK;
  @*/
static struct kqa_fault item_fault(const struct kqa_criteria *criteria, int32_t item)
{
  int32_t before = item > 0 ? criteria->items[item - 1].category : 0;
  int32_t category = criteria->items[item].category;

  if (criteria->items[item].points < 1 || criteria->items[item].points > criteria->full_score)
    return fault_in_list(KQA_E_RANGE, KQA_FIELD_CRITERIA_POINTS, item, 0);
  if (category < before || category >= criteria->category_count)
    return fault_in_list(KQA_E_ORDER, KQA_FIELD_CRITERIA_CATEGORY, item, 0);
  return no_fault();
}

/* Everything but the sum of the points. */
/*@ requires criteria: \valid_read(criteria);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> criteria->full_score == 1000 &&
  @   1 <= criteria->percent_step <= 100 &&
  @   1 <= criteria->category_count <= KQA_CRITERIA_CATEGORIES &&
  @   1 <= criteria->item_count <= KQA_CRITERIA_ITEMS && \forall integer item;
  @   0 <= item < criteria->item_count ==> kqa_sound_item(criteria, item);
  @*/
static struct kqa_fault form_fault(const struct kqa_criteria *criteria)
{
  if (!has_id(criteria))
    return fault(KQA_E_FORM, KQA_FIELD_CRITERIA);
  if (criteria->full_score != FULL_SCORE || criteria->percent_step < 1 ||
      criteria->percent_step > 100 || criteria->category_count < 1 ||
      criteria->category_count > KQA_CRITERIA_CATEGORIES || criteria->item_count < 1 ||
      criteria->item_count > KQA_CRITERIA_ITEMS)
    return fault(KQA_E_RANGE, KQA_FIELD_CRITERIA);
  /*@ loop invariant sound: 0 <= item <= criteria->item_count &&
    @   \forall integer k; 0 <= k < item ==> kqa_sound_item(criteria, k);
    @ loop assigns item;
    @ loop variant criteria->item_count - item;
    @*/
  for (int32_t item = 0; item < criteria->item_count; item++) {
    struct kqa_fault found = item_fault(criteria, item);

    if (found.status)
      return found;
  }
  return no_fault();
}

/*@ requires criteria: \valid_read(criteria) &&
  @   1 <= criteria->item_count <= KQA_CRITERIA_ITEMS && \forall integer item;
  @   0 <= item < criteria->item_count ==> kqa_sound_item(criteria, item);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art5_sum: \result == kqa_points(criteria, criteria->item_count);
  @ ensures range: 1 <= \result <= 64000;
  @*/
static int32_t sum_of_points(const struct kqa_criteria *criteria)
{
  int32_t sum = 0;

  /*@ loop invariant sum: 0 <= item <= criteria->item_count &&
    @   sum == kqa_points(criteria, item);
    @ loop invariant range: item <= sum <= 1000 * item;
    @ loop assigns item, sum;
    @ loop variant criteria->item_count - item;
    @*/
  for (int32_t item = 0; item < criteria->item_count; item++)
    sum += criteria->items[item].points;
  return sum;
}

struct kqa_fault kqa_criteria_check(const struct kqa_criteria *criteria)
{
  struct kqa_fault found = form_fault(criteria);

  if (!found.status && sum_of_points(criteria) != criteria->full_score)
    found = fault(KQA_E_POINTS, KQA_FIELD_CRITERIA);
  return found;
}

struct kqa_decision kqa_criteria_verify(const struct kqa_criteria *criteria)
{
  struct kqa_fault found = form_fault(criteria);
  struct kqa_decision decision = decision_begin();
  int32_t sum;

  if (found.status)
    return refused(found);
  sum = sum_of_points(criteria);
  decision_add(&decision,
               value_finding(KQA_PROVISION_CRITERIA_POINTS, verdict_of(sum == criteria->full_score),
                             KQA_UNIT_POINTS, KQA_RELATION_EQUAL, whole(sum),
                             whole(criteria->full_score)));
  return decision;
}
