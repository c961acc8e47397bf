/* The peers written in C: `native DATA ROWS SECONDS ANSWERS MODE` reads the columns, writes the
 * answers and prints the seconds of each run as JSON, as harness.py does. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <kqaward/kqaward.h>

#include "floor.h"
#include "support.h"

enum { LEAST_RUNS = 3, MOST_RUNS = 15, INPUT_BYTES = 59, ANSWER_BYTES = 19 };

#define LEAST_SECONDS 0.002

struct organisation {
  struct kqa_application application;
  struct kqa_incident incidents[3];
  struct kqa_sanction sanctions[2];
  struct kqa_past_award history[2];
  struct kqa_ratio document, site;
  size_t incident_count, sanction_count, history_count;
  int32_t award;
};

struct work {
  struct kqa_edition edition;
  struct kqa_date deadline;
  struct kqa_columns columns;
  struct kqa_answers answers;
  struct organisation *organisations; /* of the mode `single` */
  char *from, *to;                    /* of the mode `memcpy` */
};

typedef void mode_run(struct work *work);

static void *room(size_t count, size_t size)
{
  return touched_memory(count * size);
}

static FILE *open_column(const char *folder, const char *name, const char *how)
{
  char path[4096];
  FILE *file;

  snprintf(path, sizeof path, "%s/%s.bin", folder, name);
  file = fopen(path, how);
  if (!file)
    fail(path);
  return file;
}

static void *load(const char *folder, const char *name, size_t size, size_t rows)
{
  FILE *file = open_column(folder, name, "rb");
  void *column = room(rows, size);

  if (fread(column, size, rows, file) != rows)
    fail(name);
  fclose(file);
  return column;
}

static void save(const char *folder, const char *name, const void *column, size_t size, size_t rows)
{
  FILE *file = open_column(folder, name, "wb");

  if (fwrite(column, size, rows, file) != rows || fclose(file) != 0)
    fail(name);
}

#define LOAD(NAME) columns->NAME = load(folder, #NAME, sizeof *columns->NAME, columns->rows)

static void load_columns(struct kqa_columns *columns, const char *folder)
{
  LOAD(known);
  LOAD(holds);
  LOAD(operating_since);
  LOAD(recommended_by);
  LOAD(copies);
  LOAD(received);
  LOAD(inspection_failure);
  LOAD(major_accident);
  LOAD(major_complaint);
  LOAD(fraud);
  LOAD(revocation);
  LOAD(document);
  LOAD(site);
  LOAD(award);
  LOAD(won);
  LOAD(paid);
}

static struct kqa_date date_of(int32_t day)
{
  return day == KQA_NO_DAY ? (struct kqa_date){0, 0, 0} : kqa_date_from_day_number(day).date;
}

static void fill_history(struct organisation *one, const struct kqa_columns *columns, size_t row)
{
  int64_t paid = columns->paid[row];

  for (int32_t award = KQA_AWARD_QUALITY; award <= KQA_AWARD_NOMINATION; award++)
    if (columns->won[row] & award) {
      one->history[one->history_count++] =
        (struct kqa_past_award){.award = award, .year = 2020, .paid = paid};
      paid = 0;
    }
}

static void fill_past(struct organisation *one, const struct kqa_columns *columns, size_t row)
{
  const int32_t incidents[] = {columns->inspection_failure[row], columns->major_accident[row],
                               columns->major_complaint[row]};
  const int32_t sanctions[] = {columns->fraud[row], columns->revocation[row]};

  for (int32_t i = 0; i < 3; i++)
    if (incidents[i] != KQA_NO_DAY)
      one->incidents[one->incident_count++] =
        (struct kqa_incident){KQA_INCIDENT_INSPECTION_FAILURE + i, date_of(incidents[i])};
  for (int32_t i = 0; i < 2; i++)
    if (sanctions[i] != KQA_NO_DAY)
      one->sanctions[one->sanction_count++] =
        (struct kqa_sanction){KQA_SANCTION_FRAUD + i, date_of(sanctions[i])};
  fill_history(one, columns, row);
}

static struct kqa_ratio score_of(int32_t millionths)
{
  return millionths < 0 ? (struct kqa_ratio){0, 0}
                        : kqa_ratio_make(millionths, KQA_COLUMN_SCORE_PER_POINT).value;
}

static void fill_organisation(struct organisation *one, const struct kqa_columns *columns,
                              size_t row)
{
  struct kqa_application *application = &one->application;

  for (uint32_t fact = 0; fact < KQA_FACTS; fact++)
    if (columns->known[row] >> fact & 1)
      application->facts[fact] = columns->holds[row] >> fact & 1 ? KQA_TRUE : KQA_FALSE;
  application->operating_since = date_of(columns->operating_since[row]);
  application->recommended_by = columns->recommended_by[row];
  application->copies_known = columns->copies[row] != KQA_NO_NUMBER;
  application->copies = application->copies_known ? columns->copies[row] : 0;
  application->received = date_of(columns->received[row]);
  one->document = score_of(columns->document[row]);
  one->site = score_of(columns->site[row]);
  one->award = columns->award[row];
  fill_past(one, columns, row);
}

static int8_t decisive_of(const struct kqa_eligibility *answer)
{
  for (int32_t place = 0; place < answer->count; place++)
    if (answer->verdict != KQA_VERDICT_MET && answer->findings[place].verdict == answer->verdict)
      return (int8_t)place;
  return -1;
}

/* As the round does: floors are asked where both scores are there. */
static void score_one(struct work *work, const struct organisation *one, size_t row)
{
  struct kqa_ratio total;

  work->answers.total[row] = KQA_NO_NUMBER;
  if (one->document.den == 0 || one->site.den == 0) {
    work->answers.floors[row] =
      one->site.den != 0 && kqa_ratio_compare(one->site, work->edition.floor_site).value < 0
        ? KQA_VERDICT_NOT_MET
        : KQA_VERDICT_UNKNOWN;
    return;
  }
  total = kqa_total_score(&work->edition, one->document, one->site).value;
  work->answers.total[row] = total.num * (KQA_COLUMN_TOTAL_PER_POINT / total.den);
  work->answers.floors[row] =
    (int8_t)kqa_floors_check(&work->edition, one->document, one->site).verdict;
}

static void decide_one(struct work *work, size_t row)
{
  const struct organisation *one = &work->organisations[row];
  const struct kqa_eligibility answer =
    kqa_eligibility_decide(&work->edition, work->deadline, &one->application, one->incidents,
                           one->incident_count, one->sanctions, one->sanction_count);

  work->answers.verdict[row] = (int8_t)answer.verdict;
  work->answers.decisive[row] = decisive_of(&answer);
  score_one(work, one, row);
  work->answers.prize[row] = 0;
  if (one->award != KQA_AWARD_NONE)
    work->answers.prize[row] =
      kqa_prize_decide(&work->edition, one->award, one->history, one->history_count).amount;
}

static void run_single(struct work *work)
{
  for (size_t row = 0; row < work->columns.rows; row++)
    decide_one(work, row);
}

static void run_columns(struct work *work)
{
  if (kqa_batch_decide(&work->edition, work->deadline, &work->columns, &work->answers, 0,
                       work->columns.rows)
        .fault.status != KQA_OK)
    fail("the library refuses the columns");
}

static void run_floor(struct work *work)
{
  floor_decide(&work->columns, &work->answers);
}

/* As many bytes read and written, together, as the columns are. */
static void run_memcpy(struct work *work)
{
  memcpy(work->to, work->from, work->columns.rows * (INPUT_BYTES + ANSWER_BYTES) / 2);
}

static const struct {
  const char *name;
  mode_run *run;
} modes[] = {
  {"single", run_single}, {"columns", run_columns}, {"floor", run_floor}, {"memcpy", run_memcpy}};

static mode_run *find_mode(const char *name)
{
  for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
    if (strcmp(modes[i].name, name) == 0)
      return modes[i].run;
  fail("there is no such mode");
}

static double seconds(mode_run *run, struct work *work, int64_t times)
{
  struct timespec start, end;

  clock_gettime(CLOCK_MONOTONIC, &start);
  for (int64_t i = 0; i < times; i++) {
    run(work);
    __asm__ volatile("" ::: "memory"); /* no run may be left out */
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  return ((double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec)) /
         (double)times;
}

static void measure(mode_run *run, struct work *work, double budget)
{
  double first = seconds(run, work, 1);
  int64_t times = 1;
  int64_t runs;

  if (first < LEAST_SECONDS)
    first = seconds(run, work, (int64_t)(LEAST_SECONDS / (first + 1e-8)) + 1);
  if (first < LEAST_SECONDS)
    times = (int64_t)(LEAST_SECONDS / first) + 1;
  runs = (int64_t)(budget / (first * (double)times));
  runs = runs < LEAST_RUNS ? LEAST_RUNS : runs > MOST_RUNS ? MOST_RUNS : runs;
  printf("{\"versions\": {}, \"seconds\": [%.9g", seconds(run, work, times));
  for (int64_t i = 1; i < runs; i++)
    printf(", %.9g", seconds(run, work, times));
  puts("]}");
}

static void make_room(struct work *work, mode_run *run)
{
  const size_t rows = work->columns.rows;

  work->answers.verdict = room(rows, 1);
  work->answers.decisive = room(rows, 1);
  work->answers.total = room(rows, sizeof *work->answers.total);
  work->answers.floors = room(rows, 1);
  work->answers.prize = room(rows, sizeof *work->answers.prize);
  if (run == run_single) {
    work->organisations = room(rows, sizeof *work->organisations);
    for (size_t row = 0; row < rows; row++)
      fill_organisation(&work->organisations[row], &work->columns, row);
  }
  if (run == run_memcpy) {
    work->from = room(rows, (INPUT_BYTES + ANSWER_BYTES) / 2);
    work->to = room(rows, (INPUT_BYTES + ANSWER_BYTES) / 2);
  }
}

static void save_answers(const struct work *work, const char *folder)
{
  const size_t rows = work->columns.rows;

  save(folder, "verdict", work->answers.verdict, 1, rows);
  save(folder, "decisive", work->answers.decisive, 1, rows);
  save(folder, "total", work->answers.total, sizeof *work->answers.total, rows);
  save(folder, "floors", work->answers.floors, 1, rows);
  save(folder, "prize", work->answers.prize, sizeof *work->answers.prize, rows);
}

int main(int argc, char **argv)
{
  struct work work = {.deadline = {2026, 6, 30}};
  mode_run *run;

  if (argc != 6)
    fail("usage: native DATA ROWS SECONDS ANSWERS MODE");
  run = find_mode(argv[5]);
  work.columns.rows = (size_t)strtoull(argv[2], NULL, 10);
  if (kqa_edition_find("keqiao-2020", &work.edition).status != KQA_OK)
    fail("there is no edition");
  load_columns(&work.columns, argv[1]);
  make_room(&work, run);
  run(&work);
  save_answers(&work, argv[4]);
  measure(run, &work, strtod(argv[3], NULL));
  return 0;
}
