#include "floor.h"

/* Days since 1970-01-01. */
#define DEADLINE 20634     /* 2026-06-30 */
#define YEARS_BEFORE 19538 /* 2023-06-30: Art. 12(1), 12(6), 30 */
#define FRAUD_FROM 18808   /* 2021-06-30: Art. 26 */
#define FLOOR_SITE 600000000
#define FLOOR_TOTAL INT64_C(600000000000)
#define ALL_FACTS UINT32_C(0x1ffff)

/* Without branches, so that compilers make vector code of each loop. */
static void check(const struct kqa_columns *in, size_t rows, int8_t *restrict verdict)
{
  for (size_t i = 0; i < rows; i++) {
    const int papers = (in->recommended_by[i] >= 1) & (in->recommended_by[i] <= 4) &
                       (in->copies[i] >= 2) & (in->received[i] <= DEADLINE) &
                       (in->received[i] != KQA_NO_DAY);
    const int years =
      (in->operating_since[i] <= YEARS_BEFORE) & (in->operating_since[i] != KQA_NO_DAY);
    const int clean = (in->inspection_failure[i] < YEARS_BEFORE) &
                      (in->major_accident[i] < YEARS_BEFORE) &
                      (in->major_complaint[i] < YEARS_BEFORE);
    const int barred = (in->fraud[i] >= FRAUD_FROM) | (in->revocation[i] >= YEARS_BEFORE);
    const int met = (in->holds[i] == ALL_FACTS) & papers & years & clean & !barred;

    verdict[i] = (int8_t)(KQA_VERDICT_NOT_MET - met);
  }
}

static void add_up(const int32_t *document, const int32_t *site, size_t rows,
                   int64_t *restrict total, int8_t *restrict floors)
{
  for (size_t i = 0; i < rows; i++) {
    const int scored = (document[i] | site[i]) >= 0;
    const int64_t sum = (int64_t)document[i] * 200 + (int64_t)site[i] * 800;
    const int met = scored & (sum >= FLOOR_TOTAL) & (site[i] >= FLOOR_SITE);

    total[i] = scored ? sum : KQA_NO_NUMBER;
    floors[i] = (int8_t)(KQA_VERDICT_NOT_MET - met);
  }
}

static void pay(const struct kqa_columns *in, size_t rows, int64_t *restrict prize)
{
  for (size_t i = 0; i < rows; i++) {
    const int64_t full = (in->award[i] == 1) * 200000 + (in->award[i] == 2) * 100000;
    const int64_t left = in->paid[i] < 200000 ? 200000 - in->paid[i] : 0;
    const int64_t paid = full < left ? full : left;

    prize[i] = (in->won[i] & in->award[i]) == 0 ? paid : 0;
  }
}

void floor_decide(const struct kqa_columns *columns, const struct kqa_answers *answers)
{
  check(columns, columns->rows, answers->verdict);
  add_up(columns->document, columns->site, columns->rows, answers->total, answers->floors);
  pay(columns, columns->rows, answers->prize);
}
