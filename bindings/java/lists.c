#include "lists.h"

#include <stdlib.h>
#include <string.h>

enum { CANDIDATE = 4, ALLOCATION = 4, CRITERIA = 4 };

jbyteArray plain_edition_with(JNIEnv *jenv, const struct kqa_edition *edition, const char *name,
                              const char *value)
{
  struct kqa_edition changed = *edition;
  if (!kqa_java_fine(jenv, kqa_edition_set(&changed, name, value)))
    return NULL;
  return kqa_java_keep(jenv, &changed, sizeof changed);
}

jbyteArray plain_edition_combination(JNIEnv *jenv, const struct kqa_edition *edition,
                                     int32_t combination)
{
  struct kqa_edition read = kqa_reading_combination(edition, combination);
  if (read.size == 0) {
    kqa_java_fine(jenv,
                  (struct kqa_fault){.status = KQA_E_RANGE, .field = KQA_FIELD_PARAMETER_VALUE});
    return NULL;
  }
  return kqa_java_keep(jenv, &read, sizeof read);
}

jstring plain_edition_id(JNIEnv *jenv, const struct kqa_edition *edition)
{
  return kqa_java_text(jenv, edition->id);
}

jlongArray plain_edition_in_force(JNIEnv *jenv, const struct kqa_edition *edition)
{
  const jlong days[] = {kqa_java_from_date(edition->in_force_from),
                        kqa_java_from_date(edition->in_force_to)};
  return kqa_java_from_numbers(jenv, days, 2);
}

/* The calendar's years with room for one more, malloc'ed. */
static struct kqa_calendar_year *open_years(JNIEnv *jenv, jbyteArray calendar, size_t *count)
{
  struct kqa_calendar_year *years = NULL;
  if (!kqa_java_calendar(jenv, calendar, &years, count))
    return NULL;
  struct kqa_calendar_year *more = realloc(years, (*count + 1) * sizeof *years);
  if (more == NULL) {
    free(years);
    kqa_java_no_memory(jenv);
  }
  return more;
}

static struct kqa_calendar_year *find_or_add(struct kqa_calendar_year *years, size_t *count,
                                             int32_t year, bool built_in)
{
  for (size_t i = 0; i < *count; i++)
    if (years[i].year == year)
      return &years[i];
  const struct kqa_calendar_year *notice = built_in ? kqa_calendar_builtin(year) : NULL;
  struct kqa_calendar_year *added = &years[(*count)++];
  *added = notice != NULL ? *notice : (struct kqa_calendar_year){.year = year};
  return added;
}

jbyteArray plain_calendar_with_year(JNIEnv *jenv, jbyteArray calendar, int32_t year, bool built_in)
{
  size_t count = 0;
  if (year < 1 || year > 9999) {
    kqa_java_fine(jenv, (struct kqa_fault){.status = KQA_E_RANGE, .field = KQA_FIELD_CALENDAR});
    return NULL;
  }
  struct kqa_calendar_year *years = open_years(jenv, calendar, &count);
  if (years == NULL)
    return NULL;
  find_or_add(years, &count, year, built_in);
  jbyteArray result = kqa_java_keep(jenv, years, count * sizeof *years);
  free(years);
  return result;
}

jbyteArray plain_calendar_marked(JNIEnv *jenv, jbyteArray calendar, struct kqa_date date,
                                 int32_t kind)
{
  size_t count = 0;
  struct kqa_calendar_year *years = open_years(jenv, calendar, &count);
  if (years == NULL)
    return NULL;
  struct kqa_calendar_year *year = find_or_add(years, &count, date.year, true);
  jbyteArray result = NULL;
  if (kqa_java_fine(jenv, kqa_calendar_mark(year, date, kind)))
    result = kqa_java_keep(jenv, years, count * sizeof *years);
  free(years);
  return result;
}

jlongArray plain_calendar_years(JNIEnv *jenv, jbyteArray calendar)
{
  size_t count = 0;
  struct kqa_calendar_year *years = open_years(jenv, calendar, &count);
  jlong *numbers = years == NULL ? NULL : malloc((count + 1) * sizeof *numbers);
  if (years != NULL && numbers == NULL)
    kqa_java_no_memory(jenv);
  for (size_t i = 0; numbers != NULL && i < count; i++)
    numbers[i] = years[i].year;
  jlongArray result = numbers == NULL ? NULL : kqa_java_from_numbers(jenv, numbers, count);
  free(numbers);
  free(years);
  return result;
}

jbyteArray plain_criteria_make(JNIEnv *jenv, const char *id, jlongArray numbers)
{
  struct kqa_criteria criteria = {0};
  jlong *given = NULL;
  jsize count = 0;
  if (!kqa_java_elements(jenv, numbers, &given, &count))
    return NULL;
  jsize items = (count - CRITERIA) / 2;
  if (strlen(id) >= sizeof criteria.id || count < CRITERIA || items > KQA_CRITERIA_ITEMS) {
    int32_t status = items > KQA_CRITERIA_ITEMS ? KQA_E_TOO_MANY : KQA_E_FORM;
    kqa_java_fine(jenv, (struct kqa_fault){.status = status, .field = KQA_FIELD_CRITERIA});
    free(given);
    return NULL;
  }
  memcpy(criteria.id, id, strlen(id));
  criteria.full_score = (int32_t)given[0];
  criteria.percent_step = (int32_t)given[1];
  criteria.category_count = (int32_t)given[2];
  criteria.item_count = (int32_t)given[3];
  for (jsize i = 0; i < items; i++)
    criteria.items[i] = (struct kqa_criteria_item){(int32_t)given[CRITERIA + 2 * i],
                                                   (int32_t)given[CRITERIA + 2 * i + 1]};
  free(given);
  return kqa_java_keep(jenv, &criteria, sizeof criteria);
}

jlongArray plain_criteria_numbers(JNIEnv *jenv, const struct kqa_criteria *criteria)
{
  jlong numbers[CRITERIA + 2 * KQA_CRITERIA_ITEMS];
  int32_t items = criteria->item_count < 0                    ? 0
                  : criteria->item_count > KQA_CRITERIA_ITEMS ? KQA_CRITERIA_ITEMS
                                                              : criteria->item_count;
  numbers[0] = criteria->full_score;
  numbers[1] = criteria->percent_step;
  numbers[2] = criteria->category_count;
  numbers[3] = criteria->item_count;
  for (int32_t i = 0; i < items; i++) {
    numbers[CRITERIA + 2 * i] = criteria->items[i].points;
    numbers[CRITERIA + 2 * i + 1] = criteria->items[i].category;
  }
  return kqa_java_from_numbers(jenv, numbers, (size_t)(CRITERIA + 2 * items));
}

jstring plain_criteria_id(JNIEnv *jenv, const struct kqa_criteria *criteria)
{
  return kqa_java_text(jenv, criteria->id);
}

jlongArray plain_rank(JNIEnv *jenv, jlongArray totals)
{
  jlong *numbers = NULL;
  jsize length = 0;
  if (!kqa_java_elements(jenv, totals, &numbers, &length))
    return NULL;
  size_t count = (size_t)(length / 2);
  struct kqa_ranked *entries = calloc(count + 1, sizeof *entries);
  jlong *answer = calloc(2 * count + 1, sizeof *answer);
  jlongArray result = NULL;
  if (entries == NULL || answer == NULL) {
    kqa_java_no_memory(jenv);
  } else {
    for (size_t i = 0; i < count; i++)
      entries[i].total = (struct kqa_ratio){numbers[2 * i], numbers[2 * i + 1]};
    struct kqa_number ranked = kqa_rank(entries, count);
    answer[0] = ranked.value;
    for (size_t i = 0; i < count; i++) {
      answer[1 + i] = entries[i].rank;
      answer[1 + count + i] = entries[i].order;
    }
    if (kqa_java_fine(jenv, ranked.fault))
      result = kqa_java_from_numbers(jenv, answer, 2 * count + 1);
  }
  free(answer);
  free(entries);
  free(numbers);
  return result;
}

static void read_candidates(struct kqa_candidate *candidates, const jlong *numbers, size_t count)
{
  for (size_t i = 0; i < count; i++, numbers += CANDIDATE)
    candidates[i] = (struct kqa_candidate){.stands = (int32_t)numbers[0],
                                           .former_winner = (int32_t)numbers[1],
                                           .yes = (int32_t)numbers[2],
                                           .runoff = (int32_t)numbers[3]};
}

jlongArray plain_allocate(JNIEnv *jenv, const struct kqa_edition *edition, int32_t award,
                          int32_t present, jlongArray candidates)
{
  jlong *numbers = NULL;
  jsize length = 0;
  if (!kqa_java_elements(jenv, candidates, &numbers, &length))
    return NULL;
  size_t count = (size_t)(length / CANDIDATE);
  struct kqa_candidate *list = calloc(count + 1, sizeof *list);
  jlong *answer = calloc(ALLOCATION + count, sizeof *answer);
  jlongArray result = NULL;
  if (list == NULL || answer == NULL) {
    kqa_java_no_memory(jenv);
  } else {
    read_candidates(list, numbers, count);
    struct kqa_allocation allocation = kqa_allocate(edition, award, present, list, count);
    answer[0] = allocation.seats.quota;
    answer[1] = allocation.seats.taken;
    answer[2] = allocation.seats.off_quota;
    answer[3] = allocation.tied;
    for (size_t i = 0; i < count; i++)
      answer[ALLOCATION + i] = list[i].place;
    if (kqa_java_fine(jenv, allocation.fault))
      result = kqa_java_from_numbers(jenv, answer, ALLOCATION + count);
  }
  free(answer);
  free(list);
  free(numbers);
  return result;
}
