/* Columns and ballots against one case at a time: lists of exactly their length, so that a step
 * beyond one is seen, and rows that may hold anything. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST 300

/* Where columns come from, and how long they are. A column may be missing; its numbers mostly make
 * sense. */
struct source {
  struct bytes *bytes;
  int32_t rows;
};

static int32_t take_day(struct bytes *bytes)
{
  struct kqa_date date;
  uint8_t how = take_byte(bytes);

  if (how < 40)
    return KQA_NO_DAY;
  if (how > 250)
    return take_wild(bytes);
  date = take_date(bytes);
  return kqa_date_is_valid(date) ? (int32_t)kqa_date_day_number(date).value : KQA_NO_DAY;
}

static int32_t take_copies(struct bytes *bytes)
{
  return take_within(bytes, -1, 4);
}

static int32_t take_score(struct bytes *bytes)
{
  if (take_byte(bytes) > 250)
    return take_wild(bytes);
  return (590 + take_below(bytes, 21)) * 1000000 + take_below(bytes, 3) - 1;
}

static int32_t *column(struct source source, int32_t (*take)(struct bytes *bytes))
{
  int32_t *list = take_byte(source.bytes) % 4 ? new_list(source.rows, sizeof *list) : NULL;

  for (int32_t i = 0; list && i < source.rows; i++)
    list[i] = take(source.bytes);
  return list;
}

static int8_t *codes(struct source source, int32_t first, int32_t last)
{
  int8_t *list = take_byte(source.bytes) % 4 ? new_list(source.rows, sizeof *list) : NULL;

  for (int32_t i = 0; list && i < source.rows; i++)
    list[i] =
      (int8_t)(take_byte(source.bytes) > 250 ? take_byte(source.bytes) - 128
                                             : take_within(source.bytes, first, last) % 128);
  return list;
}

static int64_t *money(struct source source)
{
  int64_t *list = take_byte(source.bytes) % 4 ? new_list(source.rows, sizeof *list) : NULL;

  for (int32_t i = 0; list && i < source.rows; i++)
    list[i] = take_byte(source.bytes) > 250 ? take_bits(source.bytes, 8)
                                            : take_below(source.bytes, 31) * 10000;
  return list;
}

static uint32_t *mask(struct source source)
{
  uint32_t *list = new_list(source.rows, sizeof *list);

  for (int32_t i = 0; i < source.rows; i++)
    list[i] =
      take_byte(source.bytes) % 3 ? UINT32_C(0x1ffff) : (uint32_t)take_bits(source.bytes, 4);
  return list;
}

static void *answer(struct source source, size_t size)
{
  return take_byte(source.bytes) % 8 ? new_list(source.rows, size) : NULL;
}

static struct kqa_columns take_columns(struct source source)
{
  struct kqa_columns columns = {.rows = (size_t)source.rows};

  if (take_byte(source.bytes) % 8) {
    uint32_t *holds = mask(source);
    uint32_t *known = mask(source);

    for (int32_t i = 0; i < source.rows; i++)
      holds[i] &= take_byte(source.bytes) > 250 ? UINT32_MAX : known[i];
    columns.holds = holds;
    columns.known = known;
  }
  columns.operating_since = column(source, take_day);
  columns.recommended_by = codes(source, 0, 5);
  columns.copies = column(source, take_copies);
  columns.received = column(source, take_day);
  columns.inspection_failure = column(source, take_day);
  columns.major_accident = column(source, take_day);
  columns.major_complaint = column(source, take_day);
  columns.fraud = column(source, take_day);
  columns.revocation = column(source, take_day);
  columns.document = column(source, take_score);
  columns.site = column(source, take_score);
  columns.award = codes(source, 0, 2);
  columns.won = (uint8_t *)codes(source, 0, 15);
  columns.paid = money(source);
  columns.paid_revoked = money(source);
  return columns;
}

static struct kqa_answers make_answers(struct source source)
{
  return (struct kqa_answers){
    .verdict = answer(source, 1),
    .decisive = answer(source, 1),
    .failing = answer(source, 4),
    .missing = answer(source, 4),
    .total = answer(source, 8),
    .floors = answer(source, 1),
    .below = answer(source, 1),
    .prize = answer(source, 8),
    .bar_last_day = answer(source, 4),
    .status = answer(source, 1),
    .field = answer(source, 2),
  };
}

static void free_all(const struct kqa_columns *columns, const struct kqa_answers *answers)
{
  const void *const lists[] = {
    columns->known,          columns->holds,           columns->operating_since,
    columns->recommended_by, columns->copies,          columns->received,
    columns->major_accident, columns->major_complaint, columns->inspection_failure,
    columns->fraud,          columns->revocation,      columns->document,
    columns->site,           columns->award,           columns->won,
    columns->paid,           columns->paid_revoked,    answers->verdict,
    answers->decisive,       answers->failing,         answers->missing,
    answers->total,          answers->floors,          answers->below,
    answers->prize,          answers->bar_last_day,    answers->status,
    answers->field,
  };

  for (int32_t i = 0; i < COUNT(lists); i++)
    free((void *)(uintptr_t)lists[i]);
}

/* Whether the answers of a row agree with each other, and with the functions for one case. */
static void check_row(const struct kqa_edition *edition, const struct kqa_columns *columns,
                      const struct kqa_answers *answers, int32_t row)
{
  int32_t status = answers->status ? answers->status[row] : KQA_OK;
  bool ok = answers->status && status == KQA_OK;

  REQUIRE(kqa_status_name(status)[0] != '\0');
  if (answers->field)
    REQUIRE(!answers->status || (answers->field[row] == KQA_FIELD_NONE) == ok);
  if (answers->verdict && answers->decisive && ok)
    REQUIRE((answers->decisive[row] == -1) == (answers->verdict[row] == KQA_VERDICT_MET));
  if (answers->decisive && answers->decisive[row] >= 0)
    REQUIRE(kqa_batch_provision(answers->decisive[row]) != 0);
  if (answers->failing && answers->decisive && answers->failing[row]) {
    uint32_t bit = UINT32_C(1) << answers->decisive[row];

    REQUIRE(answers->failing[row] % (2 * bit) == bit);
  }
  if (answers->total && ok && columns->document && columns->site && columns->document[row] >= 0 &&
      columns->site[row] >= 0) {
    struct kqa_ratio total =
      kqa_total_score(edition, (struct kqa_ratio){columns->document[row], 1000000},
                      (struct kqa_ratio){columns->site[row], 1000000})
        .value;
    REQUIRE((wide)answers->total[row] * total.den == (wide)total.num * KQA_COLUMN_TOTAL_PER_POINT);
  }
  if (answers->prize)
    REQUIRE(answers->prize[row] >= 0 && answers->prize[row] <= KQA_MAX_YUAN);
}

static void organisations(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct kqa_date deadline = take_date(bytes);
  struct source source = {bytes, take_byte(bytes) % MOST + take_byte(bytes) % 50};
  struct kqa_columns columns = take_columns(source);
  struct kqa_answers answers = make_answers(source);
  size_t first = (size_t)take_byte(bytes) % (columns.rows + 2);
  size_t count = columns.rows - (first < columns.rows ? first : columns.rows);
  struct kqa_number at_fault =
    kqa_batch_decide(&edition, deadline, &columns, &answers, first, count);

  if (is_number(at_fault)) {
    REQUIRE(at_fault.value >= 0 && (size_t)at_fault.value <= count);
    for (size_t row = first; row < first + count; row++)
      check_row(&edition, &columns, &answers, (int32_t)row);
  }
  free_all(&columns, &answers);
}

static int32_t take_persons(struct bytes *bytes)
{
  return take_within(bytes, 0, 40);
}

static void ballots(struct bytes *bytes)
{
  struct kqa_edition edition = take_edition(bytes);
  struct source source = {bytes, take_byte(bytes)};
  int32_t *members = column(source, take_persons);
  int32_t *present = column(source, take_persons);
  int32_t *yes = column(source, take_persons);
  int8_t *convened_by = codes(source, 0, 4);
  struct kqa_ballot_columns columns = {(size_t)source.rows, members, convened_by, present, yes};
  struct kqa_ballot_answers answers = {new_list(source.rows, 1), answer(source, 1),
                                       new_list(source.rows, 1), answer(source, 2)};

  if (is_number(kqa_batch_ballots(&edition, &columns, &answers, 0, columns.rows)))
    for (int32_t i = 0; i < source.rows; i++) {
      struct kqa_ballot ballot = {members[i], convened_by[i], present[i], yes[i]};
      struct kqa_decision decision = kqa_ballot_decide(&edition, &ballot);

      REQUIRE(answers.verdict[i] == decision.verdict);
      REQUIRE(answers.status[i] == decision.fault.status);
    }
  free(members);
  free(present);
  free(yes);
  free(convened_by);
  free(answers.verdict);
  free(answers.failing);
  free(answers.status);
  free(answers.field);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct bytes bytes = {data, size};

  if (take_byte(&bytes) % 4)
    organisations(&bytes);
  else
    ballots(&bytes);
  return 0;
}
