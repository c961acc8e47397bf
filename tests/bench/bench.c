/* Measures one case: `bench CASE` prints the nanoseconds of one call, the best of several runs;
 * `bench CASE N` makes exactly N calls, for counting instructions. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <kqaward/kqaward.h>

#include "support.h"

enum { RUNS = 15, PERCENTS_OF_A_SHEET = 23, SHEETS = 3, BALLOTS = 64 };

struct data {
  struct kqa_edition edition;
  struct kqa_criteria criteria;
  struct kqa_round round;
  struct kqa_organization *organizations;
  struct kqa_incident *incidents;
  struct kqa_sanction *sanctions;
  struct kqa_past_award *history;
  int32_t *percents;
  struct kqa_outcome *outcomes, *other;
  struct kqa_ranked *ranked;
  struct kqa_candidate *candidates;
  struct kqa_ballot ballots[BALLOTS];
};

static volatile int64_t sink;

static void *room(size_t count, size_t size)
{
  void *memory = calloc(count ? count : 1, size);

  if (!memory)
    fail("no memory");
  return memory;
}

/* Denominators of every kind, so that comparing totals cannot take a short way. */
static struct kqa_ratio score(int32_t least)
{
  static const int32_t denominators[] = {1, 2, 10, 20, 100, 3, 7, 1000, 999983, 1000000};
  const int64_t den = denominators[draw(10)];
  const int64_t span = (1000 - least) * den;

  return kqa_ratio_make(least * den + (int64_t)draw((uint32_t)span + 1), den).value;
}

static void fill_dossier(struct data *data, struct kqa_organization *organization, int32_t place)
{
  struct kqa_application *application = &organization->application;

  for (int32_t i = 0; i < KQA_FACTS; i++)
    application->facts[i] = KQA_TRUE;
  application->operating_since = (struct kqa_date){1990 + (int32_t)draw(33), 2, 28};
  application->recommended_by = KQA_RECOMMENDER_TOWN + (int32_t)draw(4);
  application->copies_known = 1;
  application->copies = 2 + (int32_t)draw(3);
  application->received = (struct kqa_date){2026, 6, 1 + (int32_t)draw(30)};
  data->incidents[place] =
    (struct kqa_incident){KQA_INCIDENT_MAJOR_ACCIDENT, {2015 + (int32_t)draw(8), 5, 6}};
  data->sanctions[place] =
    (struct kqa_sanction){KQA_SANCTION_REVOCATION, {2010 + (int32_t)draw(12), 2, 28}};
  data->history[place] = (struct kqa_past_award){KQA_AWARD_NOMINATION, 2020, 100000, 0, 0};
  organization->incidents = (struct kqa_span){place, draw(4) == 0};
  organization->sanctions = (struct kqa_span){place, draw(8) == 0};
  organization->history = (struct kqa_span){place, draw(5) == 0};
}

static void fill_reviews(struct data *data, struct kqa_organization *organization, int32_t place)
{
  organization->document.kind = KQA_REVIEW_SCORE;
  organization->document.score = score(600);
  organization->site.kind = KQA_REVIEW_SCORE;
  organization->site.score = score(600);
  if (draw(8) > 0)
    return;
  for (int32_t i = 0; i < SHEETS * PERCENTS_OF_A_SHEET; i++)
    data->percents[place * SHEETS * PERCENTS_OF_A_SHEET + i] = 60 + 5 * (int32_t)draw(9);
  organization->site.kind = KQA_REVIEW_SHEETS;
  organization->site.sheets = (struct kqa_span){place * SHEETS, SHEETS};
  organization->site.score = (struct kqa_ratio){0, 0};
}

/* One in four falls out before the vote, each in its own way; the others have votes with ties. */
static void fill_organization(struct data *data, int32_t place)
{
  struct kqa_organization *organization = &data->organizations[place];
  const int32_t present = data->round.quality.present;
  const int32_t step = present > 100 ? 50 : 1;

  *organization = kqa_organization_blank();
  fill_dossier(data, organization, place);
  fill_reviews(data, organization, place);
  switch (draw(16)) {
  case 0:
    organization->application.copies = 1;
    return;
  case 1:
    organization->application.facts[KQA_FACT_ISO9001_CERTIFIED] = KQA_UNKNOWN;
    return;
  case 2:
    organization->invited = 0;
    return;
  case 3:
    organization->document.kind = organization->site.kind = KQA_REVIEW_SCORE;
    organization->site.score = (struct kqa_ratio){1199, 2};
    return;
  default:
    organization->quality_yes = (int32_t)draw((uint32_t)(present / step)) * step;
    organization->nomination_yes = (int32_t)draw((uint32_t)(present / step)) * step;
    organization->quality_runoff = place % (present + 1);
    organization->nomination_runoff = place % (present + 1);
  }
}

static struct data make_data(int32_t count)
{
  struct data data = {.round.year = 2026};
  const size_t n = (size_t)count;
  const int32_t members = count > 100 ? KQA_MAX_MEMBERS : 18;

  if (kqa_edition_find("keqiao-2020", &data.edition).status != KQA_OK ||
      kqa_criteria_find("gbt19580-2012", &data.criteria).status != KQA_OK)
    fail("no edition or no criteria");
  data.organizations = room(n, sizeof *data.organizations);
  data.incidents = room(n, sizeof *data.incidents);
  data.sanctions = room(n, sizeof *data.sanctions);
  data.history = room(n, sizeof *data.history);
  data.percents = room(n * SHEETS * PERCENTS_OF_A_SHEET, sizeof *data.percents);
  data.outcomes = room(n, sizeof *data.outcomes);
  data.other = room(n, sizeof *data.other);
  data.ranked = room(n, sizeof *data.ranked);
  data.candidates = room(n, sizeof *data.candidates);
  data.round.deadline = (struct kqa_date){2026, 6, 30};
  data.round.has_committee = 1;
  data.round.members = members;
  data.round.quality = (struct kqa_vote){1, KQA_CONVENER_CHAIR, members - members / 9};
  data.round.nomination = data.round.quality;
  for (int32_t i = 0; i < count; i++)
    fill_organization(&data, i);
  data.round.organization_count = data.round.incident_count = data.round.sanction_count =
    data.round.history_count = count;
  data.round.sheet_count = count * SHEETS;
  for (int32_t i = 0; i < BALLOTS; i++)
    data.ballots[i] = (struct kqa_ballot){18, KQA_CONVENER_CHAIR, 16, (int32_t)draw(17)};
  return data;
}

/* The lists of a round stay where they are while the structure that names them is returned. */
static void point(struct data *data)
{
  data->round.criteria = &data->criteria;
  data->round.organizations = data->organizations;
  data->round.incidents = data->incidents;
  data->round.sanctions = data->sanctions;
  data->round.history = data->history;
  data->round.percents = data->percents;
}

static void free_data(struct data *data)
{
  free(data->organizations);
  free(data->incidents);
  free(data->sanctions);
  free(data->history);
  free(data->percents);
  free(data->outcomes);
  free(data->other);
  free(data->ranked);
  free(data->candidates);
}

static void run_eligibility(struct data *data, int64_t call)
{
  const int32_t place = (int32_t)(call % data->round.organization_count);
  const struct kqa_organization *organization = &data->organizations[place];
  const struct kqa_eligibility answer = kqa_eligibility_decide(
    &data->edition, data->round.deadline, &organization->application,
    data->incidents + organization->incidents.first, (size_t)organization->incidents.count,
    data->sanctions + organization->sanctions.first, (size_t)organization->sanctions.count);

  sink += answer.verdict + answer.findings[answer.count - 1].verdict;
}

static void run_ballot(struct data *data, int64_t call)
{
  const struct kqa_decision decision =
    kqa_ballot_decide(&data->edition, &data->ballots[call % BALLOTS]);

  sink += decision.verdict + decision.findings[decision.count - 1].verdict;
}

static void run_round(struct data *data, int64_t call)
{
  const struct kqa_round_summary summary =
    kqa_round_decide(&data->edition, &data->round, data->outcomes, data->ranked, data->candidates);

  if (summary.fault.status != KQA_OK)
    fail(kqa_field_name(summary.fault.field));
  sink += summary.prize_total + call;
}

static void run_dependence(struct data *data, int64_t call)
{
  const struct kqa_fault fault = kqa_round_dependence(&data->edition, &data->round, data->outcomes,
                                                      data->other, data->ranked, data->candidates);

  if (fault.status != KQA_OK)
    fail(kqa_field_name(fault.field));
  sink += call;
}

static const struct bench_case {
  const char *name;
  void (*run)(struct data *data, int64_t call);
  int32_t organizations;
} cases[] = {
  {"eligibility", run_eligibility, 64},
  {"ballot", run_ballot, 1},
  {"round-24", run_round, 24},
  {"round-1000", run_round, 1000},
  {"round-10000", run_round, 10000},
  {"round-100000", run_round, 100000},
  {"dependence-24", run_dependence, 24},
  {"dependence-1000", run_dependence, 1000},
  {"dependence-10000", run_dependence, 10000},
  {"dependence-100000", run_dependence, 100000},
};

/* Of this process alone, so that others on the machine count less. */
static double seconds(void)
{
  struct timespec now;

  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Seconds of that many calls. */
static double timed(const struct bench_case *chosen, struct data *data, int64_t calls)
{
  const double start = seconds();

  for (int64_t i = 0; i < calls; i++)
    chosen->run(data, i);
  return seconds() - start;
}

static double best_of_runs(const struct bench_case *chosen, struct data *data)
{
  int64_t calls = 1;
  double best = 0;

  while (timed(chosen, data, calls) < 0.02)
    calls *= 2;
  for (int32_t run = 0; run < RUNS; run++) {
    const double took = timed(chosen, data, calls) / (double)calls;

    best = run == 0 || took < best ? took : best;
  }
  return best;
}

int main(int argc, char **argv)
{
  const struct bench_case *chosen = NULL;

  for (size_t i = 0; argc > 1 && i < sizeof cases / sizeof *cases; i++)
    if (strcmp(argv[1], cases[i].name) == 0)
      chosen = &cases[i];
  if (!chosen)
    fail("usage: bench CASE [CALLS]");

  struct data data = make_data(chosen->organizations);
  point(&data);
  if (chosen->run == run_dependence)
    run_round(&data, 0);
  if (argc > 2)
    timed(chosen, &data, strtol(argv[2], NULL, 10));
  else
    printf("%.1f\n", best_of_runs(chosen, &data) * 1e9);
  free_data(&data);
  return 0;
}
