/* Measures columns: `columns SET ROWS` prints the nanoseconds a row, least and median of several
 * runs: processor time of deciding and of copying as many bytes in all as the columns have, then
 * time by the wall of deciding by one thread and by two, and of copying likewise. `columns SET ROWS
 * count` decides once, for counting instructions. */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <kqaward/kqaward.h>

#include "support.h"

enum { RUNS = 15, THREADS = 2, ROWS_A_RUN = 2000000 };

struct data {
  struct kqa_edition edition;
  size_t rows;
  size_t bytes_a_row; /* read and written */
  struct kqa_columns columns;
  struct kqa_answers answers;
  struct kqa_ballot_columns ballots;
  struct kqa_ballot_answers ballot_answers;
  char *from, *to;
};

/* A part of the rows, for one thread. */
struct part {
  const struct data *data;
  size_t first, count;
};

/* A column whose bytes count. */
static void *column(struct data *data, size_t size)
{
  data->bytes_a_row += size;
  return touched_memory(data->rows * size);
}

/* One fact in four rows is unknown, some fail in one of three. */
static void fill_masks(struct data *data, uint32_t all)
{
  uint32_t *known = column(data, sizeof *known);
  uint32_t *holds = column(data, sizeof *holds);

  for (size_t i = 0; i < data->rows; i++) {
    known[i] = draw(4) ? all : all & ~(UINT32_C(1) << draw(KQA_FACTS));
    holds[i] = known[i] & (draw(3) ? all : draw(all + 1));
  }
  data->columns.known = known;
  data->columns.holds = holds;
}

static void fill_scores(struct data *data)
{
  int32_t *document = column(data, sizeof *document);
  int32_t *site = column(data, sizeof *site);

  for (size_t i = 0; i < data->rows; i++) {
    document[i] = 300000000 + (int32_t)draw(700000001);
    site[i] = draw(10) ? 500000000 + (int32_t)draw(500000001) : KQA_NO_NUMBER;
  }
  data->columns.document = document;
  data->columns.site = site;
}

static void fill_awards(struct data *data)
{
  int8_t *award = column(data, sizeof *award);
  uint8_t *won = column(data, sizeof *won);
  int64_t *paid = column(data, sizeof *paid);

  for (size_t i = 0; i < data->rows; i++) {
    award[i] = (int8_t)draw(3);
    won[i] = (uint8_t)(draw(4) ? 0 : draw(16));
    paid[i] = won[i] ? 100000 * (int64_t)draw(3) : 0;
  }
  data->columns.award = award;
  data->columns.won = won;
  data->columns.paid = paid;
}

static const int32_t *days(struct data *data, uint32_t one_in)
{
  int32_t *column_of_days = column(data, sizeof *column_of_days);

  for (size_t i = 0; i < data->rows; i++)
    column_of_days[i] = draw(one_in) ? KQA_NO_DAY : 14000 + (int32_t)draw(6700);
  return column_of_days;
}

static void fill_papers(struct data *data)
{
  int8_t *recommended_by = column(data, sizeof *recommended_by);
  int32_t *copies = column(data, sizeof *copies);

  for (size_t i = 0; i < data->rows; i++) {
    recommended_by[i] = (int8_t)draw(KQA_RECOMMENDER_NONE + 1);
    copies[i] = (int32_t)draw(5) - 1;
  }
  data->columns.recommended_by = recommended_by;
  data->columns.copies = copies;
  data->columns.operating_since = days(data, 1);
  data->columns.received = days(data, 1);
  data->columns.inspection_failure = days(data, 8);
  data->columns.major_accident = days(data, 8);
  data->columns.major_complaint = days(data, 8);
  data->columns.fraud = days(data, 8);
  data->columns.revocation = days(data, 8);
}

static void make_answers(struct data *data)
{
  data->columns.rows = data->rows;
  data->answers.verdict = column(data, sizeof *data->answers.verdict);
  data->answers.decisive = column(data, sizeof *data->answers.decisive);
  data->answers.total = column(data, sizeof *data->answers.total);
  data->answers.floors = column(data, sizeof *data->answers.floors);
  data->answers.prize = column(data, sizeof *data->answers.prize);
  data->answers.status = column(data, sizeof *data->answers.status);
}

static void make_facts(struct data *data)
{
  fill_masks(data, (UINT32_C(1) << KQA_REQUIREMENTS) - 1);
  fill_scores(data);
  fill_awards(data);
  make_answers(data);
}

static void make_all(struct data *data)
{
  fill_masks(data, (UINT32_C(1) << KQA_FACTS) - 1);
  fill_papers(data);
  fill_scores(data);
  fill_awards(data);
  make_answers(data);
  data->answers.bar_last_day = column(data, sizeof *data->answers.bar_last_day);
}

static void make_ballots(struct data *data)
{
  int32_t *members = column(data, sizeof *members);
  int8_t *convened_by = column(data, sizeof *convened_by);
  int32_t *present = column(data, sizeof *present);
  int32_t *yes = column(data, sizeof *yes);

  for (size_t i = 0; i < data->rows; i++) {
    members[i] = 10 + (int32_t)draw(20);
    convened_by[i] = (int8_t)(KQA_CONVENER_CHAIR + draw(3));
    present[i] = 5 + (int32_t)draw((uint32_t)members[i] - 4);
    yes[i] = (int32_t)draw((uint32_t)present[i] + 1);
  }
  data->ballots = (struct kqa_ballot_columns){data->rows, members, convened_by, present, yes};
  data->ballot_answers.verdict = column(data, 1);
  data->ballot_answers.status = column(data, 1);
}

static const struct {
  const char *name;
  void (*make)(struct data *data);
} sets[] = {{"facts", make_facts}, {"all", make_all}, {"ballots", make_ballots}};

static struct data make_data(const char *set, size_t rows)
{
  struct data data = {.rows = rows};
  size_t half;
  size_t i = 0;

  if (kqa_edition_find("keqiao-2020", &data.edition).status != KQA_OK)
    fail("no edition");
  while (i < sizeof sets / sizeof *sets && strcmp(sets[i].name, set) != 0)
    i++;
  if (rows == 0 || i == sizeof sets / sizeof *sets)
    fail("usage: columns facts|all|ballots ROWS [count]");
  sets[i].make(&data);
  half = data.bytes_a_row / 2;
  data.from = column(&data, half);
  data.to = column(&data, half);
  data.bytes_a_row -= half * 2;
  return data;
}

typedef void *work_on(void *part);

static void *decide(void *argument)
{
  const struct part *part = argument;
  const struct data *data = part->data;
  const struct kqa_number at_fault =
    data->ballots.rows ? kqa_batch_ballots(&data->edition, &data->ballots, &data->ballot_answers,
                                           part->first, part->count)
                       : kqa_batch_decide(&data->edition, (struct kqa_date){2026, 6, 30},
                                          &data->columns, &data->answers, part->first, part->count);

  if (at_fault.fault.status != KQA_OK || at_fault.value != 0)
    fail(kqa_field_name(at_fault.fault.field));
  return NULL;
}

static void *copy(void *argument)
{
  const struct part *part = argument;
  const struct data *data = part->data;
  const size_t half = data->bytes_a_row / 2;

  memcpy(data->to + part->first * half, data->from + part->first * half, part->count * half);
  __asm__ volatile("" ::: "memory"); /* no run may be left out */
  return NULL;
}

static void run_alone(work_on *work, const struct data *data)
{
  struct part part = {data, 0, data->rows};

  work(&part);
}

static void run_by_threads(work_on *work, const struct data *data)
{
  struct part parts[THREADS];
  pthread_t threads[THREADS];

  for (size_t i = 0; i < THREADS; i++) {
    size_t first = data->rows / THREADS * i;

    parts[i] =
      (struct part){data, first, i + 1 < THREADS ? data->rows / THREADS : data->rows - first};
    if (pthread_create(&threads[i], NULL, work, &parts[i]) != 0)
      fail("no thread");
  }
  for (size_t i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
}

/* One thing to measure. */
struct kind {
  void (*run)(work_on *work, const struct data *data);
  work_on *work;
  clockid_t clock;
};

/* Nanoseconds a row, by a clock. */
static double timed(const struct kind *kind, const struct data *data)
{
  const size_t times = ROWS_A_RUN / data->rows + 1;
  struct timespec start;
  struct timespec end;

  clock_gettime(kind->clock, &start);
  for (size_t i = 0; i < times; i++)
    kind->run(kind->work, data);
  clock_gettime(kind->clock, &end);
  return ((double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec)) /
         (double)(times * data->rows);
}

static int by_size(const void *a, const void *b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;

  return (x > y) - (x < y);
}

/* By turns, so that what else the machine does falls on all alike. */
static void measure(const struct data *data)
{
  static const struct kind kinds[] = {{run_alone, decide, CLOCK_PROCESS_CPUTIME_ID},
                                      {run_alone, copy, CLOCK_PROCESS_CPUTIME_ID},
                                      {run_alone, decide, CLOCK_MONOTONIC},
                                      {run_by_threads, decide, CLOCK_MONOTONIC},
                                      {run_alone, copy, CLOCK_MONOTONIC},
                                      {run_by_threads, copy, CLOCK_MONOTONIC}};
  enum { KINDS = sizeof kinds / sizeof *kinds };
  double took[KINDS][RUNS];

  for (int32_t run = 0; run < RUNS; run++)
    for (int32_t kind = 0; kind < KINDS; kind++)
      took[kind][run] = timed(&kinds[kind], data);
  for (int32_t kind = 0; kind < KINDS; kind++) {
    qsort(took[kind], RUNS, sizeof **took, by_size);
    printf("%.3f %.3f\n", took[kind][0], took[kind][RUNS / 2]);
  }
}

int main(int argc, char **argv)
{
  struct data data;

  if (argc < 3)
    fail("usage: columns facts|all|ballots ROWS [count]");
  data = make_data(argv[1], (size_t)strtoull(argv[2], NULL, 10));
  if (argc > 3)
    run_alone(decide, &data);
  else
    measure(&data);
  return 0;
}
