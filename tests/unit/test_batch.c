/* Columns against one case at a time: the answers of the functions of the rooms before, row by row,
 * in small spaces that are tried whole and in random columns that favour boundaries.
 * `test_batch ROWS` tries so many random rows instead of the usual number. */
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

#include "kqaward/batch.h"

enum {
  FIRST_DAY = -719162,
  LAST_DAY = 2932896,
  DAYS_OF_400_YEARS = 146097,
  MAX_ROWS = 8192,
  PLACES = KQA_ELIGIBILITY_FINDINGS,
};

#define ALL_BITS ((UINT32_C(1) << KQA_REQUIREMENTS) - 1)
#define MILLION INT64_C(1000000)
#define BILLION INT64_C(1000000000)

static size_t random_rows = 150000;

/* Every column there is, for up to MAX_ROWS rows, and every answer. */
static struct {
  uint32_t known[MAX_ROWS], holds[MAX_ROWS];
  int32_t operating_since[MAX_ROWS], copies[MAX_ROWS], received[MAX_ROWS];
  int8_t recommended_by[MAX_ROWS];
  int32_t inspection_failure[MAX_ROWS], major_accident[MAX_ROWS], major_complaint[MAX_ROWS];
  int32_t fraud[MAX_ROWS], revocation[MAX_ROWS], document[MAX_ROWS], site[MAX_ROWS];
  int8_t award[MAX_ROWS];
  uint8_t won[MAX_ROWS];
  int64_t paid[MAX_ROWS], paid_revoked[MAX_ROWS];
} in;

static struct {
  int8_t verdict[MAX_ROWS], decisive[MAX_ROWS], floors[MAX_ROWS], status[MAX_ROWS];
  uint32_t failing[MAX_ROWS], missing[MAX_ROWS];
  int64_t total[MAX_ROWS], prize[MAX_ROWS];
  uint8_t below[MAX_ROWS];
  int32_t bar_last_day[MAX_ROWS];
  int16_t field[MAX_ROWS];
} out;

static const struct kqa_answers all_answers = {
  out.verdict, out.decisive, out.failing,      out.missing, out.total, out.floors,
  out.below,   out.prize,    out.bar_last_day, out.status,  out.field,
};

/* All that one row says of its organisation. */
struct answer {
  int32_t verdict, decisive, floors, below, bar_last_day, status, field;
  uint32_t failing, missing;
  int64_t total, prize;
};

/* The same numbers in every run. */
static uint32_t draw(uint32_t below)
{
  static uint64_t state = UINT64_C(0x2545f4914f6cdd1d);

  return (uint32_t)(next_random(&state) >> 33) % below;
}

static int32_t number_of(struct kqa_date date)
{
  struct kqa_number number = kqa_date_day_number(date);

  assert_no_fault(number.fault);
  return (int32_t)number.value;
}

/* The date of a day in a column; no calendar has the one of a number that is no day. */
static struct kqa_date date_of(int32_t day)
{
  if (day == KQA_NO_DAY)
    return (struct kqa_date){0, 0, 0};
  if (day < FIRST_DAY || day > LAST_DAY)
    return (struct kqa_date){1, 13, 1};
  return kqa_date_from_day_number(day).date;
}

static int32_t place_of(int32_t requirement)
{
  if (requirement == KQA_REQUIREMENT_OPERATING_SINCE)
    return 3;
  return requirement < 3 || requirement > KQA_FACT_EVIDENCE ? requirement : requirement + 1;
}

/* --- The model: one case at a time ------------------------------------------------------------ */

static struct kqa_application application_of(const struct kqa_columns *columns, size_t row)
{
  struct kqa_application application = {.recommended_by = KQA_RECOMMENDER_UNKNOWN};

  for (int32_t r = 0; columns->known && r < KQA_FACTS; r++)
    if (columns->known[row] >> r & 1)
      application.facts[r] = columns->holds[row] >> r & 1 ? KQA_TRUE : KQA_FALSE;
  if (columns->operating_since)
    application.operating_since = date_of(columns->operating_since[row]);
  if (columns->recommended_by)
    application.recommended_by = columns->recommended_by[row];
  if (columns->copies && columns->copies[row] != KQA_NO_NUMBER) {
    application.copies_known = 1;
    application.copies = columns->copies[row];
  }
  if (columns->received)
    application.received = date_of(columns->received[row]);
  return application;
}

static size_t incidents_of(const struct kqa_columns *columns, size_t row,
                           struct kqa_incident *incidents)
{
  const int32_t *days[] = {columns->inspection_failure, columns->major_accident,
                           columns->major_complaint};
  size_t count = 0;

  for (int32_t kind = 0; kind < 3; kind++)
    if (days[kind] && days[kind][row] != KQA_NO_DAY)
      incidents[count++] =
        (struct kqa_incident){kind + KQA_INCIDENT_INSPECTION_FAILURE, date_of(days[kind][row])};
  return count;
}

static size_t sanctions_of(const struct kqa_columns *columns, size_t row,
                           struct kqa_sanction *sanctions)
{
  const int32_t *days[] = {columns->fraud, columns->revocation};
  size_t count = 0;

  for (int32_t kind = 0; kind < 2; kind++)
    if (days[kind] && days[kind][row] != KQA_NO_DAY)
      sanctions[count++] =
        (struct kqa_sanction){kind + KQA_SANCTION_FRAUD, date_of(days[kind][row])};
  return count;
}

/* A requirement that only the masks know has the verdict that they give it. */
static void judge_by_masks(const struct kqa_columns *columns, size_t row,
                           struct kqa_eligibility *eligibility)
{
  const bool has_column[] = {columns->operating_since != NULL, columns->recommended_by != NULL,
                             columns->copies != NULL, columns->received != NULL};

  for (int32_t r = KQA_FACTS; columns->known && r < KQA_REQUIREMENTS; r++)
    if (!has_column[r - KQA_FACTS] && columns->known[row] >> r & 1)
      eligibility->findings[place_of(r)].verdict =
        columns->holds[row] >> r & 1 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
}

static void fold(const struct kqa_eligibility *eligibility, struct answer *answer)
{
  int32_t first[4] = {-1, -1, -1, -1}; /* place of the first finding of each verdict */

  for (int32_t place = PLACES - 1; place >= 0; place--) {
    int32_t verdict = eligibility->findings[place].verdict;

    first[verdict] = place;
    if (verdict == KQA_VERDICT_NOT_MET)
      answer->failing |= UINT32_C(1) << place;
  }
  answer->verdict = KQA_VERDICT_MET;
  if (first[KQA_VERDICT_UNKNOWN] >= 0)
    answer->verdict = KQA_VERDICT_UNKNOWN;
  if (first[KQA_VERDICT_NOT_MET] >= 0)
    answer->verdict = KQA_VERDICT_NOT_MET;
  answer->decisive = answer->verdict == KQA_VERDICT_MET ? -1 : first[answer->verdict];
  for (int32_t r = 0; answer->verdict == KQA_VERDICT_UNKNOWN && r < KQA_REQUIREMENTS; r++)
    if (eligibility->findings[place_of(r)].verdict == KQA_VERDICT_UNKNOWN)
      answer->missing |= UINT32_C(1) << r;
}

static struct kqa_fault decide_eligibility(const struct kqa_edition *edition,
                                           struct kqa_date deadline,
                                           const struct kqa_columns *columns, size_t row,
                                           struct answer *answer)
{
  struct kqa_application application = application_of(columns, row);
  struct kqa_incident incidents[3];
  struct kqa_sanction sanctions[2];
  size_t incident_count = incidents_of(columns, row, incidents);
  size_t sanction_count = sanctions_of(columns, row, sanctions);
  struct kqa_eligibility eligibility = kqa_eligibility_decide(
    edition, deadline, &application, incidents, incident_count, sanctions, sanction_count);
  struct answer bare = {.decisive = -1};

  if (eligibility.fault.status)
    return eligibility.fault;
  fold(&eligibility, &bare);
  assert_int_equal(bare.verdict, eligibility.verdict);
  assert_int_equal(bare.missing, eligibility.missing);
  judge_by_masks(columns, row, &eligibility);
  fold(&eligibility, answer);
  answer->bar_last_day = KQA_NO_DAY;
  for (size_t i = 0; i < sanction_count; i++) {
    /* 400 years earlier or later the calendar is the same. */
    struct kqa_sanction early = sanctions[i];
    bool late = early.decided.year > 5000;
    early.decided.year -= late ? 400 : 0;
    int32_t last =
      number_of(kqa_bar_last_day(edition, early).date) + (late ? DAYS_OF_400_YEARS : 0);
    answer->bar_last_day = last > answer->bar_last_day ? last : answer->bar_last_day;
  }
  return eligibility.fault;
}

static struct kqa_ratio score_of(const int32_t *column, size_t row)
{
  return (struct kqa_ratio){column ? column[row] : KQA_NO_NUMBER, MILLION};
}

/* One score alone: the other one is 0 for the question, and unknown in the answer. */
static struct kqa_fault decide_scores(const struct kqa_edition *edition,
                                      const struct kqa_columns *columns, size_t row,
                                      struct answer *answer)
{
  struct kqa_ratio document = score_of(columns->document, row);
  struct kqa_ratio site = score_of(columns->site, row);
  bool no_document = document.num == KQA_NO_NUMBER;
  bool no_site = site.num == KQA_NO_NUMBER;
  struct kqa_decision floors;
  struct kqa_quantity total;

  document.num = no_document ? 0 : document.num;
  site.num = no_site ? 0 : site.num;
  floors = kqa_floors_check(edition, document, site);
  total = kqa_total_score(edition, document, site);
  if (total.fault.status)
    return total.fault;
  if (no_document || no_site)
    floors.findings[0].verdict = KQA_VERDICT_UNKNOWN;
  if (no_site)
    floors.findings[1].verdict = KQA_VERDICT_UNKNOWN;
  answer->total =
    no_document || no_site ? KQA_NO_NUMBER : total.value.num * (BILLION / total.value.den);
  answer->below = (floors.findings[0].verdict == KQA_VERDICT_NOT_MET ? KQA_BELOW_TOTAL : 0) |
                  (floors.findings[1].verdict == KQA_VERDICT_NOT_MET ? KQA_BELOW_SITE : 0);
  answer->floors = KQA_VERDICT_MET;
  if (no_document || no_site)
    answer->floors = KQA_VERDICT_UNKNOWN;
  if (answer->below)
    answer->floors = KQA_VERDICT_NOT_MET;
  if (!no_document && !no_site)
    assert_int_equal(answer->floors, floors.verdict);
  return total.fault;
}

/* What was paid stands as payments for the award that is not asked about: they do not repeat it. */
static size_t payments(int32_t award, int32_t revoked, int64_t paid, struct kqa_past_award *history)
{
  size_t count = 0;

  while (paid != 0 && count < 4) {
    int64_t part = paid > KQA_MAX_YUAN && paid <= KQA_COLUMN_MAX_YUAN ? KQA_MAX_YUAN : paid;
    history[count++] = (struct kqa_past_award){award, 2020, part, revoked, 0};
    paid -= part;
  }
  return count;
}

static struct kqa_fault decide_prize(const struct kqa_edition *edition,
                                     const struct kqa_columns *columns, size_t row,
                                     struct answer *answer)
{
  int32_t award = columns->award ? columns->award[row] : KQA_AWARD_NONE;
  int32_t asked = award == KQA_AWARD_NONE ? KQA_AWARD_QUALITY : award;
  int32_t other = asked == KQA_AWARD_QUALITY ? KQA_AWARD_NOMINATION : KQA_AWARD_QUALITY;
  uint32_t won = columns->won ? columns->won[row] : 0;
  struct kqa_past_award history[12];
  size_t count = 0;
  struct kqa_prize prize;

  for (int32_t bit = 0; bit < 4; bit++)
    if (won >> bit & 1)
      history[count++] = (struct kqa_past_award){bit % 2 ? KQA_AWARD_NOMINATION : KQA_AWARD_QUALITY,
                                                 2019, 0, bit / 2, 0};
  if (columns->paid)
    count += payments(other, 0, columns->paid[row], history + count);
  if (columns->paid_revoked)
    count += payments(other, 1, columns->paid_revoked[row], history + count);
  if (asked == award || award == KQA_AWARD_NONE) {
    prize = kqa_prize_decide(edition, asked, NULL, 0);
    if (prize.fault.status)
      return prize.fault;
  }
  if (won > 15)
    return (struct kqa_fault){.status = KQA_E_VALUE, .field = KQA_FIELD_HISTORY_AWARD};
  prize = kqa_prize_decide(edition, asked, history, count);
  answer->prize = award == KQA_AWARD_NONE ? 0 : prize.amount;
  return prize.fault;
}

static struct kqa_fault masks_fault(const struct kqa_columns *columns, size_t row)
{
  const int32_t fact = KQA_FIELD_FACT;
  uint32_t bits = columns->known ? columns->known[row] | columns->holds[row] : 0;

  if (bits >= UINT32_C(1) << KQA_REQUIREMENTS || (columns->known && bits != columns->known[row]))
    return (struct kqa_fault){.status = KQA_E_VALUE, .field = fact};
  if ((columns->operating_since && bits >> KQA_REQUIREMENT_OPERATING_SINCE & 1) ||
      (columns->recommended_by && bits >> KQA_REQUIREMENT_RECOMMENDED_BY & 1) ||
      (columns->copies && bits >> KQA_REQUIREMENT_COPIES & 1) ||
      (columns->received && bits >> KQA_REQUIREMENT_RECEIVED & 1))
    return (struct kqa_fault){.status = KQA_E_BOTH, .field = fact};
  return (struct kqa_fault){.status = KQA_OK};
}

static struct answer decide_row(const struct kqa_edition *edition, struct kqa_date deadline,
                                const struct kqa_columns *columns, size_t row)
{
  struct answer answer = {.decisive = -1};
  struct kqa_fault fault = masks_fault(columns, row);

  if (!fault.status)
    fault = decide_eligibility(edition, deadline, columns, row, &answer);
  if (!fault.status)
    fault = decide_scores(edition, columns, row, &answer);
  if (!fault.status)
    fault = decide_prize(edition, columns, row, &answer);
  if (fault.status)
    answer = (struct answer){.decisive = -1,
                             .total = KQA_NO_NUMBER,
                             .bar_last_day = KQA_NO_DAY,
                             .status = fault.status,
                             .field = fault.field};
  return answer;
}

/* --- Comparing -------------------------------------------------------------------------------- */

static void assert_row(const struct answer *want, size_t row)
{
  assert_int_equal(out.status[row], want->status);
  assert_int_equal(out.field[row], want->field);
  assert_int_equal(out.verdict[row], want->verdict);
  assert_int_equal(out.decisive[row], want->decisive);
  assert_int_equal(out.failing[row], want->failing);
  assert_int_equal(out.missing[row], want->missing);
  assert_int_equal(out.total[row], want->total);
  assert_int_equal(out.floors[row], want->floors);
  assert_int_equal(out.below[row], want->below);
  assert_int_equal(out.prize[row], want->prize);
  assert_int_equal(out.bar_last_day[row], want->bar_last_day);
}

/* Decides all rows at once and one by one; returns how many are at fault. */
static int64_t assert_rows(const struct kqa_edition *edition, struct kqa_date deadline,
                           const struct kqa_columns *columns)
{
  struct kqa_number at_fault;
  int64_t count = 0;

  memset(&out, 0x55, sizeof out);
  at_fault = kqa_batch_decide(edition, deadline, columns, &all_answers, 0, columns->rows);
  assert_no_fault(at_fault.fault);
  for (size_t row = 0; row < columns->rows; row++) {
    struct answer want = decide_row(edition, deadline, columns, row);

    assert_row(&want, row);
    count += want.status != KQA_OK;
  }
  assert_int_equal(at_fault.value, count);
  return count;
}

/* --- Random columns --------------------------------------------------------------------------- */

static int32_t near(int32_t value, uint32_t span)
{
  return value - (int32_t)span + (int32_t)draw(2 * span + 1);
}

static const struct kqa_date deadlines[] = {
  {2026, 6, 30}, {2024, 2, 29}, {2024, 2, 28}, {2023, 2, 28},  {2100, 2, 28}, {2024, 3, 1},
  {2023, 3, 1},  {1, 1, 1},     {4, 2, 29},    {9999, 12, 31}, {2000, 2, 29}, {61, 1, 1},
};

static struct kqa_ratio random_score(void)
{
  static const int64_t denominators[] = {1, 2, 3, 7, 1000, 999983, 1000000};
  int64_t den = denominators[draw(7)];
  int64_t near_600 = 600 * den + (int64_t)draw(3) - 1;

  return kqa_ratio_make(draw(3) ? near_600 : (int64_t)draw((uint32_t)den) * 1000, den).value;
}

static struct kqa_edition random_edition(void)
{
  static const int32_t weights[] = {0, 1, 200, 333, 500, 999, 1000};
  struct kqa_edition edition = edition_2020();

  if (draw(4) == 0)
    return edition;
  edition.weight_document_permille = weights[draw(7)];
  edition.weight_site_permille = 1000 - edition.weight_document_permille;
  edition.floor_total = draw(8) ? random_score() : (struct kqa_ratio){(int64_t)draw(2) * 1000, 1};
  edition.floor_site = random_score();
  edition.eligibility_min_years = (int32_t)draw(6);
  edition.eligibility_clean_years = draw(8) ? (int32_t)draw(6) : 60;
  edition.bar_fraud_years = draw(8) ? (int32_t)draw(9) : 60;
  edition.bar_revocation_years = (int32_t)draw(6);
  edition.application_min_copies = (int32_t)draw(4);
  edition.prize_quality = draw(8) ? (int64_t)draw(300000) : KQA_MAX_YUAN;
  edition.prize_nomination = (int64_t)draw(300000);
  edition.prize_cap = draw(8) ? (int64_t)draw(300000) : KQA_MAX_YUAN;
  edition.clean_record_window = (int32_t)draw(2);
  edition.prize_revoked_history = (int32_t)draw(2);
  edition.score_rounding = (int32_t)draw(5);
  assert_no_fault(kqa_edition_check(&edition));
  return edition;
}

/* A day so many years before a deadline, moved into the calendar where it has no such day. */
static int32_t years_before(struct kqa_date deadline, int32_t years)
{
  struct kqa_date date = deadline;

  if (date.year <= years)
    return FIRST_DAY + (int32_t)draw(800);
  date.year -= years;
  if (date.day > 28 && (draw(2) || !kqa_date_is_valid(date)))
    date.day = 28;
  return number_of(date);
}

static int32_t into_calendar(int32_t day)
{
  if (day < FIRST_DAY)
    return FIRST_DAY;
  return day > LAST_DAY ? LAST_DAY : day;
}

/* A day, most often one where a period of the edition ends at the deadline. */
static int32_t random_day(const struct kqa_edition *edition, struct kqa_date deadline)
{
  const int32_t years[] = {0, edition->eligibility_min_years, edition->eligibility_clean_years,
                           edition->bar_fraud_years, edition->bar_revocation_years};

  switch (draw(16)) {
  case 0:
    return KQA_NO_DAY;
  case 1:
    return draw(2) ? FIRST_DAY + (int32_t)draw(3) : LAST_DAY - (int32_t)draw(3);
  case 2:
    return FIRST_DAY + (int32_t)draw(LAST_DAY - FIRST_DAY);
  default:
    return into_calendar(near(years_before(deadline, years[draw(5)]), 2));
  }
}

/* Millionths: near the floors, on half steps of rounding, anywhere, none. */
static int32_t random_points(struct kqa_ratio floor)
{
  int64_t near_floor = floor.num * MILLION / floor.den;

  switch (draw(6)) {
  case 0:
    return KQA_NO_NUMBER;
  case 1:
    return draw(2) ? 0 : 1000 * (int32_t)MILLION;
  case 2:
    return 500 * (int32_t)draw(2000001);
  case 3:
    return (int32_t)draw(1000000001);
  default:
    near_floor += (int64_t)draw(5) - 2;
    return near_floor < 0 || near_floor > 1000 * MILLION ? 0 : (int32_t)near_floor;
  }
}

static void fill_masks(size_t row)
{
  uint32_t unknown = draw(3) ? 0 : UINT32_C(1) << draw(32);
  uint32_t failed = draw(3) ? 0 : UINT32_C(1) << draw(32);

  if (draw(4) == 0)
    unknown |= draw(1 << 30) & draw(1 << 30);
  if (draw(4) == 0)
    failed |= draw(1 << 30) & draw(1 << 30);
  in.known[row] = ALL_BITS & ~unknown;
  in.holds[row] = in.known[row] & ~failed;
}

static void fill_row(const struct kqa_edition *edition, struct kqa_date deadline, size_t row)
{
  fill_masks(row);
  in.operating_since[row] = random_day(edition, deadline);
  in.recommended_by[row] = (int8_t)draw(6);
  in.copies[row] = draw(4) ? edition->application_min_copies + (int32_t)draw(3) - 1 : 1000000;
  in.received[row] = draw(2) ? number_of(deadline) : random_day(edition, deadline);
  in.inspection_failure[row] = draw(3) ? KQA_NO_DAY : random_day(edition, deadline);
  in.major_accident[row] = draw(3) ? KQA_NO_DAY : random_day(edition, deadline);
  in.major_complaint[row] = draw(3) ? KQA_NO_DAY : random_day(edition, deadline);
  in.fraud[row] = draw(3) ? KQA_NO_DAY : random_day(edition, deadline);
  in.revocation[row] = draw(3) ? KQA_NO_DAY : random_day(edition, deadline);
  in.document[row] = random_points(edition->floor_total);
  in.site[row] = random_points(draw(2) ? edition->floor_site : edition->floor_total);
  in.award[row] = (int8_t)draw(3);
  in.won[row] = (uint8_t)(draw(2) ? draw(16) : 0);
  in.paid[row] = draw(4) ? (int64_t)draw(400000) : 0;
  if (draw(4) == 0)
    in.paid[row] = edition->prize_cap + (int64_t)draw(3) - (edition->prize_cap > 0);
  in.paid_revoked[row] = draw(4) ? 0 : (int64_t)draw(400000);
}

enum { NUMBERS = 17, WAYS = 4 };

/* One number of the row becomes nonsense, just so or wildly. */
static void spoil(size_t row, uint32_t number, uint32_t way)
{
  static const int32_t no_days[WAYS] = {FIRST_DAY - 1, LAST_DAY + 1, KQA_NO_DAY + 1, INT32_MAX};
  static const int32_t no_copies[WAYS] = {-2, 1000001, INT32_MIN, INT32_MAX};
  static const int32_t no_scores[WAYS] = {-2, 1000000001, INT32_MIN, INT32_MAX};
  static const int8_t no_recommenders[WAYS] = {-1, 6, INT8_MIN, INT8_MAX};
  static const int8_t no_awards[WAYS] = {-1, 3, INT8_MIN, INT8_MAX};
  static const uint8_t no_won[WAYS] = {16, 17, 128, 255};
  static const int64_t no_yuan[WAYS] = {-1, KQA_COLUMN_MAX_YUAN + 1, INT64_MIN, INT64_MAX};
  int32_t *const days[] = {in.operating_since, in.received,        in.inspection_failure,
                           in.major_accident,  in.major_complaint, in.fraud,
                           in.revocation};

  switch (number) {
  case 0:
    in.known[row] |= UINT32_C(1) << (KQA_REQUIREMENTS + way);
    break;
  case 1:
    in.known[row] = 0;
    in.holds[row] |= UINT32_C(1) << way * 4;
    break;
  case 2:
    in.recommended_by[row] = no_recommenders[way];
    break;
  case 3:
    in.copies[row] = no_copies[way];
    break;
  case 4:
  case 5:
    (number == 4 ? in.document : in.site)[row] = no_scores[way];
    break;
  case 6:
    in.award[row] = no_awards[way];
    break;
  case 7:
    in.won[row] = no_won[way];
    break;
  case 8:
  case 9:
    (number == 8 ? in.paid : in.paid_revoked)[row] = no_yuan[way];
    break;
  default:
    days[number - 10][row] = no_days[way];
  }
}

static void spoil_row(size_t row)
{
  uint32_t number = draw(NUMBERS);

  spoil(row, number, draw(WAYS));
}

/* Some columns, the more often the more they matter; one bit of `chosen` for each. */
static struct kqa_columns columns_of(size_t rows, uint32_t chosen)
{
#define CHOOSE(bit, name) .name = chosen >> (bit) & 1 ? in.name : NULL
  return (struct kqa_columns){
    .rows = rows,
    CHOOSE(0, known),
    CHOOSE(0, holds),
    CHOOSE(1, operating_since),
    CHOOSE(2, recommended_by),
    CHOOSE(3, copies),
    CHOOSE(4, received),
    CHOOSE(5, inspection_failure),
    CHOOSE(6, major_accident),
    CHOOSE(7, major_complaint),
    CHOOSE(8, fraud),
    CHOOSE(9, revocation),
    CHOOSE(10, document),
    CHOOSE(11, site),
    CHOOSE(12, award),
    CHOOSE(13, won),
    CHOOSE(14, paid),
    CHOOSE(15, paid_revoked),
  };
#undef CHOOSE
}

enum { ALL_COLUMNS = 0xffff };

/* The masks keep out of requirements that have a column. */
static void clear_given_bits(const struct kqa_columns *columns)
{
  uint32_t given = (columns->operating_since ? UINT32_C(1) << 17 : 0) |
                   (columns->recommended_by ? UINT32_C(1) << 18 : 0) |
                   (columns->copies ? UINT32_C(1) << 19 : 0) |
                   (columns->received ? UINT32_C(1) << 20 : 0);

  for (size_t row = 0; row < columns->rows; row++) {
    in.known[row] &= ~given;
    in.holds[row] &= ~given;
  }
}

static void random_rows_are_decided_as_one_case_is(void **state)
{
  (void)state;
  for (size_t done = 0; done < random_rows;) {
    struct kqa_edition edition = random_edition();
    struct kqa_date deadline = deadlines[draw(COUNT_OF(deadlines))];
    struct kqa_columns columns =
      columns_of(1 + draw(draw(4) ? 1000 : MAX_ROWS), draw(2) ? ALL_COLUMNS : draw(1 << 16));
    uint32_t spoiled = draw(3) ? 0 : 1 + draw(40);
    int64_t at_fault;

    for (size_t row = 0; row < columns.rows; row++)
      fill_row(&edition, deadline, row);
    clear_given_bits(&columns);
    if (spoiled && draw(4) == 0)
      in.known[draw((uint32_t)columns.rows)] |= UINT32_C(1) << (17 + draw(4));
    for (size_t row = 0; spoiled && row < columns.rows; row++)
      if (draw(spoiled) == 0)
        spoil_row(row);
    at_fault = assert_rows(&edition, deadline, &columns);
    if (!spoiled)
      assert_int_equal(at_fault, 0);
    done += columns.rows;
  }
}

/* --- Small spaces, whole ---------------------------------------------------------------------- */

/* Art. 15: every two requirements, each met, not met or unknown, while all others are met. */
static void every_two_requirements_decide_as_in_one_case(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_columns columns = columns_of(0, 1);

  for (int32_t a = 0; a < KQA_REQUIREMENTS; a++)
    for (int32_t b = 0; b < KQA_REQUIREMENTS; b++)
      for (int32_t states = 0; states < 9; states++) {
        uint32_t bits[2] = {UINT32_C(1) << a, UINT32_C(1) << b};
        int32_t values[2] = {states % 3, states / 3};

        in.known[columns.rows] = in.holds[columns.rows] = ALL_BITS;
        for (int32_t i = 0; i < 2; i++) {
          if (values[i] == KQA_UNKNOWN)
            in.known[columns.rows] &= ~bits[i];
          if (values[i] != KQA_TRUE)
            in.holds[columns.rows] &= ~bits[i];
        }
        in.holds[columns.rows] &= in.known[columns.rows];
        columns.rows++;
      }
  assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
}

/* One day for all that has a day. */
static void fill_days(const struct kqa_edition *edition, struct kqa_date deadline, size_t row,
                      int32_t day)
{
  fill_row(edition, deadline, row);
  in.operating_since[row] = in.received[row] = day;
  in.inspection_failure[row] = in.major_accident[row] = in.major_complaint[row] = day;
  in.fraud[row] = in.revocation[row] = day;
}

/* Art. 12(1), 12(6), 26, 30: every day from eight years before a deadline to one year after it, as
 * day of founding, receipt, incident and decision, for every number of years. */
static void every_day_around_a_deadline_decides_as_in_one_case(void **state)
{
  (void)state;
  for (size_t d = 0; d < COUNT_OF(deadlines); d++)
    for (int32_t years = 0; years <= 9; years++) {
      struct kqa_edition edition = edition_2020();
      struct kqa_columns columns = columns_of(0, ALL_COLUMNS);
      int32_t deadline = number_of(deadlines[d]);

      edition.eligibility_min_years = edition.eligibility_clean_years = years < 8 ? years : 60;
      edition.bar_fraud_years = edition.bar_revocation_years = years < 9 ? years : 60;
      edition.clean_record_window = years % 2;
      for (int32_t day = deadline - 365 * 8; day <= deadline + 365; day++)
        if (day >= FIRST_DAY && day <= LAST_DAY)
          fill_days(&edition, deadlines[d], columns.rows++, day);
      clear_given_bits(&columns);
      assert_int_equal(assert_rows(&edition, deadlines[d], &columns), 0);
    }
}

/* Art. 12(1), 12(6), 26, 30: a time that would begin before the year 1. */
static void time_that_reaches_beyond_the_calendar_decides_as_in_one_case(void **state)
{
  (void)state;
  static const int32_t ends[][2] = {{1, 1}, {2, 28}, {2, 29}, {3, 1}, {12, 30}, {12, 31}};

  for (int32_t year = 1; year <= 5; year++)
    for (size_t e = 0; e < COUNT_OF(ends); e++)
      for (int32_t years = year - 1; years <= year + 1; years++) {
        struct kqa_date deadline = ymd(year, ends[e][0], ends[e][1]);
        struct kqa_edition edition = edition_2020();
        struct kqa_columns columns = columns_of(0, ALL_COLUMNS);

        if (!kqa_date_is_valid(deadline))
          continue;
        edition.eligibility_min_years = edition.eligibility_clean_years = years;
        edition.bar_fraud_years = edition.bar_revocation_years = years;
        for (int32_t day = FIRST_DAY; day <= FIRST_DAY + 366 * 2; day++)
          fill_days(&edition, deadline, columns.rows++, day);
        clear_given_bits(&columns);
        assert_int_equal(assert_rows(&edition, deadline, &columns), 0);
      }
}

/* Art. 26 and 30: every day of 400 years, after which the calendar repeats itself, by the years of
 * the ordinance and by the fewest and most that an edition may have. */
static void bar_from_every_day_of_the_calendar_ends_as_in_one_case(void **state)
{
  const int32_t years[] = {0, 1, 3, 5, 60};
  const int32_t first = number_of((struct kqa_date){1999, 12, 31});
  const struct kqa_answers answers = {.bar_last_day = out.bar_last_day};

  (void)state;
  for (size_t y = 0; y < COUNT_OF(years); y++) {
    struct kqa_edition edition = edition_2020();

    edition.bar_revocation_years = years[y];
    for (int32_t done = 0; done <= DAYS_OF_400_YEARS; done += MAX_ROWS) {
      struct kqa_columns columns = {.rows = MAX_ROWS, .revocation = in.revocation};

      for (int32_t row = 0; row < MAX_ROWS; row++)
        in.revocation[row] = first + done + row;
      assert_no_fault(
        kqa_batch_decide(&edition, deadlines[0], &columns, &answers, 0, MAX_ROWS).fault);
      for (int32_t row = 0; row < MAX_ROWS; row++)
        assert_int_equal(
          out.bar_last_day[row],
          number_of(kqa_bar_last_day(&edition, (struct kqa_sanction){KQA_SANCTION_REVOCATION,
                                                                     date_of(in.revocation[row])})
                      .date));
    }
  }
}

/* Art. 5 and 18: all scores near the floors, under every weight of two digits and every rounding.
 */
static void scores_near_the_floors_decide_as_in_one_case(void **state)
{
  (void)state;
  for (int32_t weight = 0; weight <= 1000; weight += 40)
    for (int32_t rounding = 0; rounding <= KQA_SCORE_ROUNDING_GBT8170_3; rounding++) {
      struct kqa_edition edition = edition_2020();
      struct kqa_columns columns = columns_of(0, ALL_COLUMNS & ~1U);

      edition.weight_document_permille = weight;
      edition.weight_site_permille = 1000 - weight;
      edition.score_rounding = rounding;
      for (int32_t a = -21; a <= 21; a++)
        for (int32_t b = -21; b <= 21; b++) {
          int32_t step = (int32_t[]){1, 50, 500, 5000, 50000}[(a + b + 42) % 5];

          fill_row(&edition, deadlines[0], columns.rows);
          in.document[columns.rows] = 600000000 + a * step;
          in.site[columns.rows++] = 600000000 + b * 500 - (a % 3 == 0 ? 500000 : 0);
        }
      assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
    }
}

/* Scores of which a total of so many billionths comes, where the document review counts 0.1 %. */
static void fill_total(const struct kqa_edition *edition, size_t row, int64_t total)
{
  int64_t site = total / 999 < 1000 * MILLION ? total / 999 : 1000 * MILLION;

  fill_row(edition, deadlines[0], row);
  in.site[row] = (int32_t)site;
  in.document[row] = (int32_t)(total - 999 * site);
}

/* Art. 5 and 18, reading `score.rounding`: totals on a floor, one billionth beside it, and so where
 * rounding begins to reach it: up to one step below. */
static void total_beside_a_floor_is_rounded_before_it_is_compared(void **state)
{
  (void)state;
  static const struct kqa_ratio floors[] = {
    {0, 1},
    {1, 1000000},
    {1, 1000},
    {1, 7},
    {1, 2},
    {2, 3},
    {1, 1},
    {3, 2},
    {2, 1},
    {1, 3},
    {599, 1},
    {600, 1},
    {1199, 2},
    {6001, 10},
    {59999, 100},
    {599999, 1000},
    {600000001, 1000000},
    {999983, 7000},
    {999999999, 1000000},
    {1000, 1},
  };

  for (int32_t rounding = 0; rounding <= KQA_SCORE_ROUNDING_GBT8170_3; rounding++)
    for (size_t f = 0; f < COUNT_OF(floors); f++) {
      static const int64_t parts[] = {1, BILLION, BILLION / 10, BILLION / 100, BILLION / 1000};
      struct kqa_edition edition = edition_2020();
      struct kqa_columns columns = columns_of(0, 1U << 10 | 1U << 11);
      int64_t part = parts[rounding];
      int64_t floor = floors[f].num * BILLION / floors[f].den;
      int64_t whole = (floor + part - 1) / part * part;
      const int64_t near_totals[] = {0, floor, whole - part, whole - part / 2, whole, whole + part};

      edition.weight_document_permille = 1;
      edition.weight_site_permille = 999;
      edition.floor_total = floors[f];
      edition.floor_site = ratio(0, 1);
      edition.score_rounding = rounding;
      for (size_t n = 0; n < COUNT_OF(near_totals); n++)
        for (int64_t total = near_totals[n] - 2; total <= near_totals[n] + 2; total++)
          if (total >= 0 && total <= 1000 * BILLION)
            fill_total(&edition, columns.rows++, total);
      assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
    }
}

static void total_halfway_between_two_decimals_goes_to_the_even_one(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_columns columns = columns_of(4, 1U << 10 | 1U << 11);

  edition.score_rounding = KQA_SCORE_ROUNDING_GBT8170_0;
  for (size_t row = 0; row < 4; row++)
    in.document[row] = in.site[row] = 598500000 + (int32_t)row * 1000000;
  assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
  assert_int_equal(out.total[0], 598 * BILLION);
  assert_int_equal(out.total[1], 600 * BILLION);
  assert_int_equal(out.below[1], KQA_BELOW_SITE);
  assert_int_equal(out.total[2], 600 * BILLION);
  assert_int_equal(out.total[3], 602 * BILLION);
}

/* --- What the contract promises --------------------------------------------------------------- */

static void place_names_the_provision_of_its_finding(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_application application = {.recommended_by = KQA_RECOMMENDER_UNKNOWN};
  struct kqa_eligibility eligibility =
    kqa_eligibility_decide(&edition, deadlines[0], &application, NULL, 0, NULL, 0);

  for (int32_t place = 0; place < PLACES; place++)
    assert_int_equal(kqa_batch_provision(place), eligibility.findings[place].provision);
  assert_int_equal(kqa_batch_provision(-1), 0);
  assert_int_equal(kqa_batch_provision(PLACES), 0);
}

static void columns_that_are_null_say_nothing(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_columns columns = {.rows = 300};

  assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
  for (size_t row = 0; row < columns.rows; row++) {
    assert_int_equal(out.verdict[row], KQA_VERDICT_UNKNOWN);
    assert_int_equal(out.decisive[row], 0);
    assert_int_equal(out.missing[row], ALL_BITS);
    assert_int_equal(out.total[row], KQA_NO_NUMBER);
    assert_int_equal(out.floors[row], KQA_VERDICT_UNKNOWN);
    assert_int_equal(out.bar_last_day[row], KQA_NO_DAY);
  }
}

/* Each column alone, the masks as one of them. */
static void one_column_alone_is_decided_as_in_one_case(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();

  for (uint32_t bit = 0; bit < 16; bit++) {
    struct kqa_columns columns = columns_of(200, UINT32_C(1) << bit);

    for (size_t row = 0; row < columns.rows; row++)
      fill_row(&edition, deadlines[0], row);
    assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
  }
}

/* The first half without fault, then two in five rows at fault, so that marking them matters for
 * every answer. */
static struct kqa_columns mixed_rows(const struct kqa_edition *edition, size_t rows)
{
  struct kqa_columns columns = columns_of(rows, ALL_COLUMNS);

  for (size_t row = 0; row < rows; row++)
    fill_row(edition, deadlines[0], row);
  clear_given_bits(&columns);
  for (size_t row = 0; row < rows; row++)
    if (row >= rows / 2 && draw(5) < 2)
      spoil_row(row);
  return columns;
}

/* Blocks have 64 rows: a row alone in its block, the last of a whole one, and beyond it. */
static const size_t block_lengths[] = {1, 64, 65};

/* So many sound rows, each with every day. */
static struct kqa_columns sound_rows(const struct kqa_edition *edition, size_t rows)
{
  struct kqa_columns columns = columns_of(rows, ALL_COLUMNS);

  for (size_t row = 0; row < rows; row++)
    fill_days(edition, deadlines[0], row, number_of(deadlines[0]) - (int32_t)draw(4000));
  clear_given_bits(&columns);
  return columns;
}

/* "What makes no sense in a row is marked in that row", whatever it is, though nothing else in the
 * rows makes no sense. */
static void one_number_alone_that_makes_no_sense_is_marked(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();

  for (uint32_t number = 0; number < NUMBERS; number++)
    for (uint32_t way = 0; way < WAYS; way++)
      for (size_t length = 0; length < COUNT_OF(block_lengths); length++) {
        size_t rows = block_lengths[length];
        struct kqa_columns columns = sound_rows(&edition, rows);

        assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 0);
        spoil(rows - 1, number, way);
        assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 1);
        assert_true(out.status[rows - 1] < 0);
      }
}

/* "KQA_E_BOTH with KQA_FIELD_FACT for a requirement that has a column and a bit too." */
static void one_requirement_alone_with_a_column_and_a_bit_is_marked(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();

  for (uint32_t r = KQA_FACTS; r < KQA_REQUIREMENTS; r++)
    for (uint32_t holds = 0; holds <= 1; holds++)
      for (size_t length = 0; length < COUNT_OF(block_lengths); length++) {
        size_t last = block_lengths[length] - 1;
        struct kqa_columns columns = sound_rows(&edition, last + 1);

        in.known[last] |= UINT32_C(1) << r;
        in.holds[last] |= holds << r;
        assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 1);
        assert_int_equal(out.status[last], KQA_E_BOTH);
        assert_int_equal(out.field[last], KQA_FIELD_FACT);
      }
}

/* The least and the most that each column may hold, beside a row at fault, so that all are asked.
 */
static void bounds_of_the_columns_make_sense(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_columns columns = sound_rows(&edition, 4);

  for (size_t row = 0; row < 2; row++) {
    fill_days(&edition, deadlines[0], row, row ? LAST_DAY : FIRST_DAY);
    in.recommended_by[row] = row ? KQA_RECOMMENDER_NONE : KQA_RECOMMENDER_UNKNOWN;
    in.copies[row] = row ? 1000000 : 0;
    in.document[row] = in.site[row] = row ? 1000 * KQA_COLUMN_SCORE_PER_POINT : 0;
    in.award[row] = row ? KQA_AWARD_NOMINATION : KQA_AWARD_NONE;
    in.won[row] = row ? 15 : 0;
    in.paid[row] = in.paid_revoked[row] = row ? KQA_COLUMN_MAX_YUAN : 0;
  }
  fill_days(&edition, deadlines[0], 2, KQA_NO_DAY);
  in.copies[2] = in.document[2] = in.site[2] = KQA_NO_NUMBER;
  clear_given_bits(&columns);
  spoil(3, 8, 0);
  assert_int_equal(assert_rows(&edition, deadlines[0], &columns), 1);
  assert_true(out.status[3] < 0);
}

/* Each answer alone is the one among all. */
static void an_answer_that_is_not_wanted_is_not_written(void **state)
{
  (void)state;
  enum { ROWS = 700 };
  struct kqa_edition edition = edition_2020();
  struct kqa_columns columns = mixed_rows(&edition, ROWS);
  static unsigned char wanted[sizeof out];
  const void *const list[] = {out.verdict,      out.decisive, out.failing, out.missing,
                              out.total,        out.floors,   out.below,   out.prize,
                              out.bar_last_day, out.status,   out.field};
  const size_t sizes[] = {1, 1, 4, 4, 8, 1, 1, 8, 4, 1, 2};

  for (int32_t rounding = 0; rounding <= 1; rounding++) {
    edition.score_rounding = rounding;
    assert_rows(&edition, deadlines[0], &columns);
    memcpy(wanted, &out, sizeof out);
    for (size_t a = 0; a < COUNT_OF(list); a++) {
      size_t at = (size_t)((const unsigned char *)list[a] - (const unsigned char *)&out);
      struct kqa_answers one = {0};
      struct kqa_number at_fault;

      memcpy((unsigned char *)&one + a * sizeof(void *), &list[a], sizeof(void *));
      memset(&out, 0x55, sizeof out);
      at_fault = kqa_batch_decide(&edition, deadlines[0], &columns, &one, 0, ROWS);
      assert_no_fault(at_fault.fault);
      assert_memory_equal(list[a], wanted + at, ROWS * sizes[a]);
      for (size_t byte = 0; byte < sizeof out; byte++)
        if (byte < at || byte >= at + ROWS * sizes[a])
          assert_int_equal(((const unsigned char *)&out)[byte], 0x55);
    }
  }
}

/* Threads take disjoint ranges: each writes its own rows, and together they are the whole. */
static void only_the_rows_asked_for_are_written(void **state)
{
  (void)state;
  enum { ROWS = 2000 };
  static unsigned char whole[sizeof out];
  struct kqa_edition edition = edition_2020();
  struct kqa_columns columns = mixed_rows(&edition, ROWS);
  int64_t at_fault = assert_rows(&edition, deadlines[0], &columns);
  int64_t together = 0;

  memcpy(whole, &out, sizeof out);
  memset(&out, 0x55, sizeof out);
  for (size_t first = 0; first < ROWS;) {
    size_t count = draw(600);
    struct kqa_number part;

    count = count < ROWS - first ? count : ROWS - first;
    part = kqa_batch_decide(&edition, deadlines[0], &columns, &all_answers, first, count);
    assert_no_fault(part.fault);
    together += part.value;
    first += count;
    if (first < ROWS) {
      assert_int_equal(out.total[first], INT64_C(0x5555555555555555));
      assert_int_equal(out.prize[first], INT64_C(0x5555555555555555));
      assert_int_equal(out.failing[first], 0x55555555);
      assert_int_equal(out.missing[first], 0x55555555);
      assert_int_equal(out.bar_last_day[first], 0x55555555);
      assert_int_equal(out.field[first], 0x5555);
      assert_int_equal(out.status[first], 0x55);
      assert_int_equal(out.verdict[first], 0x55);
      assert_int_equal(out.decisive[first], 0x55);
      assert_int_equal(out.floors[first], 0x55);
      assert_int_equal(out.below[first], 0x55);
    }
  }
  assert_int_equal(together, at_fault);
  assert_memory_equal(&out, whole, sizeof out);
}

static void assert_refused(const struct kqa_edition *edition, struct kqa_date deadline,
                           const struct kqa_columns *columns, size_t first, size_t count,
                           int32_t status, int32_t field)
{
  struct kqa_number answer;

  memset(&out, 0x55, sizeof out);
  answer = kqa_batch_decide(edition, deadline, columns, &all_answers, first, count);
  assert_number_fault(answer, status, field);
  for (size_t byte = 0; byte < sizeof out; byte++)
    assert_int_equal(((const unsigned char *)&out)[byte], 0x55);
}

static void what_makes_no_sense_as_a_whole_is_refused_before_any_work(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_edition unsound = edition;
  struct kqa_columns columns = mixed_rows(&edition, 10);
  struct kqa_columns one_mask = columns;

  unsound.weight_site_permille = 801;
  assert_refused(&unsound, deadlines[0], &columns, 0, 10, KQA_E_WEIGHTS, KQA_FIELD_WEIGHT_DOCUMENT);
  assert_refused(&edition, (struct kqa_date){2026, 6, 31}, &columns, 0, 10, KQA_E_NO_SUCH_DAY,
                 KQA_FIELD_DEADLINE);
  one_mask.known = NULL;
  assert_refused(&edition, deadlines[0], &one_mask, 0, 10, KQA_E_MISSING, KQA_FIELD_FACT);
  one_mask.known = in.known;
  one_mask.holds = NULL;
  assert_refused(&edition, deadlines[0], &one_mask, 0, 10, KQA_E_MISSING, KQA_FIELD_FACT);
  assert_refused(&edition, deadlines[0], &columns, 0, 11, KQA_E_RANGE, KQA_FIELD_ROWS);
  assert_refused(&edition, deadlines[0], &columns, 11, 0, KQA_E_RANGE, KQA_FIELD_ROWS);
  assert_refused(&edition, deadlines[0], &columns, 10, 1, KQA_E_RANGE, KQA_FIELD_ROWS);
  assert_refused(&edition, deadlines[0], &columns, 5, SIZE_MAX, KQA_E_RANGE, KQA_FIELD_ROWS);
  assert_no_fault(kqa_batch_decide(&edition, deadlines[0], &columns, &all_answers, 10, 0).fault);
}

/* --- Ballots ---------------------------------------------------------------------------------- */

static struct {
  int32_t members[MAX_ROWS], present[MAX_ROWS], yes[MAX_ROWS];
  int8_t convened_by[MAX_ROWS];
} votes;

static struct {
  int8_t verdict[MAX_ROWS], status[MAX_ROWS];
  uint8_t failing[MAX_ROWS];
  int16_t field[MAX_ROWS];
} votes_out;

static const struct kqa_ballot_answers vote_answers = {votes_out.verdict, votes_out.failing,
                                                       votes_out.status, votes_out.field};

static struct kqa_ballot_columns ballots_of(size_t rows)
{
  return (struct kqa_ballot_columns){rows, votes.members, votes.convened_by, votes.present,
                                     votes.yes};
}

static int64_t assert_ballots(const struct kqa_edition *edition, size_t rows)
{
  struct kqa_ballot_columns columns = ballots_of(rows);
  struct kqa_number at_fault;
  int64_t count = 0;

  memset(&votes_out, 0x55, sizeof votes_out);
  at_fault = kqa_batch_ballots(edition, &columns, &vote_answers, 0, rows);
  assert_no_fault(at_fault.fault);
  for (size_t row = 0; row < rows; row++) {
    struct kqa_ballot ballot = {votes.members[row], votes.convened_by[row], votes.present[row],
                                votes.yes[row]};
    struct kqa_decision decision = kqa_ballot_decide(edition, &ballot);
    uint32_t failing = 0;

    for (int32_t place = 0; place < decision.count; place++)
      if (decision.findings[place].verdict == KQA_VERDICT_NOT_MET)
        failing |= UINT32_C(1) << place;
    assert_int_equal(votes_out.status[row], decision.fault.status);
    assert_int_equal(votes_out.field[row], decision.fault.field);
    assert_int_equal(votes_out.verdict[row], decision.verdict);
    assert_int_equal(votes_out.failing[row], failing);
    count += decision.fault.status != KQA_OK;
  }
  assert_int_equal(at_fault.value, count);
  return count;
}

static const struct kqa_ratio shares[] = {{1, 2}, {2, 3}, {1, 1}, {999, 1000}, {1, 1000}, {3, 5}};

static struct kqa_edition voting_edition(struct kqa_ratio quorum, struct kqa_ratio approval,
                                         int32_t readings)
{
  struct kqa_edition edition = edition_2020();

  edition.vote_quorum_share = quorum;
  edition.vote_approval_share = approval;
  edition.vote_quorum = readings % 2;
  edition.vote_approval = readings / 2;
  return edition;
}

/* Art. 19: every meeting of up to twelve members, with convener and number just out of bounds. */
static void every_small_ballot_is_decided_as_one_is(void **state)
{
  (void)state;
  for (uint32_t s = 0; s < COUNT_OF(shares); s++)
    for (int32_t readings = 0; readings < 4; readings++) {
      struct kqa_edition edition =
        voting_edition(shares[s], shares[(s + 1) % COUNT_OF(shares)], readings);
      size_t rows = 0;

      for (int32_t members = 0; members <= 12; members++)
        for (int32_t present = -1; present <= members + 1; present++)
          for (int32_t yes = -1; yes <= present + 1; yes++)
            for (int8_t convener = 0; convener <= 4; convener++) {
              votes.members[rows] = members;
              votes.present[rows] = present;
              votes.yes[rows] = yes;
              votes.convened_by[rows++] = convener;
            }
      assert_true(rows < MAX_ROWS);
      assert_true(assert_ballots(&edition, rows) > 0);
    }
}

static void large_ballots_are_decided_as_one_is(void **state)
{
  (void)state;
  static const int32_t wild[] = {INT32_MIN, INT32_MAX, KQA_MAX_MEMBERS + 1, -1, 0};

  for (int32_t turn = 0; turn < 40; turn++) {
    struct kqa_edition edition =
      voting_edition(shares[draw(COUNT_OF(shares))], shares[draw(COUNT_OF(shares))], turn % 4);
    size_t rows = 1 + draw(MAX_ROWS);

    for (size_t row = 0; row < rows; row++) {
      int32_t members = draw(3) ? KQA_MAX_MEMBERS - (int32_t)draw(3) : 1 + (int32_t)draw(1000000);
      int32_t quorum = (int32_t)kqa_least_present(&edition, members).value;
      int32_t present = near(quorum < 2 ? members : quorum, 1);
      int32_t yes = near((int32_t)kqa_least_yes(&edition, 1 + (int32_t)draw(1000000)).value, 1);

      votes.members[row] = draw(100) ? members : wild[draw(5)];
      votes.present[row] = draw(100) ? present : wild[draw(5)];
      votes.yes[row] = draw(100) ? (yes < 0 ? 0 : yes % (members + 1)) : wild[draw(5)];
      votes.convened_by[row] = (int8_t)((int32_t)(draw(100) ? 129 + draw(3) : draw(256)) - 128);
    }
    assert_ballots(&edition, rows);
  }
}

static void ballots_are_decided_in_ranges_and_answer_by_answer(void **state)
{
  (void)state;
  enum { ROWS = 1000 };
  /* Blocks have 64 rows: none at all, just below, whole, just above. */
  static const size_t lengths[] = {250, 0, 1, 63, 64, 65, 128};
  static unsigned char whole[sizeof votes_out];
  struct kqa_edition edition = edition_2020();
  struct kqa_ballot_columns columns = ballots_of(ROWS);
  int64_t at_fault;
  int64_t together = 0;

  for (size_t row = 0; row < ROWS; row++) {
    votes.members[row] = 18;
    votes.present[row] = (int32_t)draw(20);
    votes.yes[row] = (int32_t)draw(20);
    votes.convened_by[row] = (int8_t)(1 + draw(3));
  }
  at_fault = assert_ballots(&edition, ROWS);
  assert_true(at_fault > 0);
  memcpy(whole, &votes_out, sizeof votes_out);
  memset(&votes_out, 0x55, sizeof votes_out);
  for (size_t first = 0, turn = 0; first < ROWS; first += lengths[turn++ % COUNT_OF(lengths)]) {
    size_t length = lengths[turn % COUNT_OF(lengths)];
    size_t count = length < ROWS - first ? length : ROWS - first;
    struct kqa_number part;
    struct kqa_ballot_answers some = {votes_out.verdict, NULL, votes_out.status, NULL};
    struct kqa_ballot_answers others = {NULL, votes_out.failing, NULL, votes_out.field};

    assert_int_equal(votes_out.verdict[first], 0x55);
    part = kqa_batch_ballots(&edition, &columns, &some, first, count);
    assert_no_fault(part.fault);
    together += part.value;
    assert_int_equal(votes_out.failing[first], 0x55);
    assert_no_fault(kqa_batch_ballots(&edition, &columns, &others, first, count).fault);
  }
  assert_int_equal(together, at_fault);
  assert_memory_equal(&votes_out, whole, sizeof votes_out);
}

static void columns_of_ballots_that_make_no_sense_are_refused(void **state)
{
  (void)state;
  struct kqa_edition edition = edition_2020();
  struct kqa_edition unsound = edition;
  struct kqa_ballot_columns whole = ballots_of(5);
  struct kqa_ballot_columns columns = whole;

#define REFUSED(edition_, first_, count_, status_, field_)                                         \
  assert_number_fault(kqa_batch_ballots(edition_, &columns, &vote_answers, first_, count_),        \
                      status_, field_)
  unsound.size = 0;
  memset(&votes_out, 0x55, sizeof votes_out);
  REFUSED(&unsound, 0, 5, KQA_E_SIZE, KQA_FIELD_EDITION);
  REFUSED(&edition, 0, 6, KQA_E_RANGE, KQA_FIELD_ROWS);
  REFUSED(&edition, 6, 0, KQA_E_RANGE, KQA_FIELD_ROWS);
  REFUSED(&edition, 1, SIZE_MAX, KQA_E_RANGE, KQA_FIELD_ROWS);
  REFUSED(&edition, 3, 3, KQA_E_RANGE, KQA_FIELD_ROWS);
  assert_no_fault(kqa_batch_ballots(&edition, &whole, &vote_answers, 5, 0).fault);
  columns.members = NULL;
  REFUSED(&edition, 0, 5, KQA_E_MISSING, KQA_FIELD_MEMBERS);
  columns = whole;
  columns.convened_by = NULL;
  REFUSED(&edition, 0, 5, KQA_E_MISSING, KQA_FIELD_CONVENED_BY);
  columns = whole;
  columns.present = NULL;
  REFUSED(&edition, 0, 5, KQA_E_MISSING, KQA_FIELD_PRESENT);
  columns = whole;
  columns.yes = NULL;
  REFUSED(&edition, 0, 5, KQA_E_MISSING, KQA_FIELD_YES);
  for (size_t byte = 0; byte < sizeof votes_out; byte++)
    assert_int_equal(((const unsigned char *)&votes_out)[byte], 0x55);
#undef REFUSED
}

int main(int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(random_rows_are_decided_as_one_case_is),
    cmocka_unit_test(every_two_requirements_decide_as_in_one_case),
    cmocka_unit_test(every_day_around_a_deadline_decides_as_in_one_case),
    cmocka_unit_test(time_that_reaches_beyond_the_calendar_decides_as_in_one_case),
    cmocka_unit_test(bar_from_every_day_of_the_calendar_ends_as_in_one_case),
    cmocka_unit_test(scores_near_the_floors_decide_as_in_one_case),
    cmocka_unit_test(total_beside_a_floor_is_rounded_before_it_is_compared),
    cmocka_unit_test(total_halfway_between_two_decimals_goes_to_the_even_one),
    cmocka_unit_test(place_names_the_provision_of_its_finding),
    cmocka_unit_test(columns_that_are_null_say_nothing),
    cmocka_unit_test(one_column_alone_is_decided_as_in_one_case),
    cmocka_unit_test(one_number_alone_that_makes_no_sense_is_marked),
    cmocka_unit_test(one_requirement_alone_with_a_column_and_a_bit_is_marked),
    cmocka_unit_test(bounds_of_the_columns_make_sense),
    cmocka_unit_test(an_answer_that_is_not_wanted_is_not_written),
    cmocka_unit_test(only_the_rows_asked_for_are_written),
    cmocka_unit_test(what_makes_no_sense_as_a_whole_is_refused_before_any_work),
    cmocka_unit_test(every_small_ballot_is_decided_as_one_is),
    cmocka_unit_test(large_ballots_are_decided_as_one_is),
    cmocka_unit_test(ballots_are_decided_in_ranges_and_answer_by_answer),
    cmocka_unit_test(columns_of_ballots_that_make_no_sense_are_refused),
  };

  if (argc > 1)
    random_rows = (size_t)strtoull(argv[1], NULL, 10);
  return cmocka_run_group_tests_name("batch", tests, NULL, NULL);
}
