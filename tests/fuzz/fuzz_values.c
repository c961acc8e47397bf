/* Days, working days, exact numbers, and every text: against slow models, in buffers too small. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* One of the functions that write text, with its arguments. */
struct writer {
  int32_t which;
  struct kqa_date date;
  struct kqa_ratio value;
  struct kqa_fault fault;
  struct kqa_finding finding;
  struct kqa_edition edition;
  int32_t number, item, language;
  const char *key;
};

static size_t write_text(const struct writer *from, char *buffer, size_t capacity)
{
  struct kqa_number got;

  switch (from->which) {
  case 0:
    return kqa_date_format(from->date, buffer, capacity);
  case 1:
    return kqa_ratio_format(from->value, buffer, capacity);
  case 2:
    return kqa_ratio_format_rounded(from->value, from->number, buffer, capacity);
  case 3:
    return kqa_fault_path(&from->fault, from->key, buffer, capacity);
  case 4:
    return kqa_fault_text(&from->fault, from->key, from->language, buffer, capacity);
  case 5:
    return kqa_finding_observed(&from->finding, buffer, capacity);
  case 6:
    return kqa_finding_required(&from->finding, buffer, capacity);
  case 7:
    return kqa_finding_text(&from->finding, from->language, buffer, capacity);
  case 8:
    return kqa_citation(from->number, from->item, from->language, buffer, capacity);
  default:
    got = kqa_edition_get(&from->edition, kqa_field_name(from->number), buffer, capacity);
    return is_number(got) ? (size_t)got.value : 0;
  }
}

/* What fits is the beginning of the whole text, ends in a NUL and in a whole character. */
static void texts_fit(const struct writer *from, size_t capacity)
{
  size_t needed = write_text(from, NULL, 0);
  char *all = malloc(needed + 1);
  char *part = malloc(capacity + 1);

  REQUIRE(all != NULL && part != NULL && needed < 4096);
  REQUIRE(write_text(from, all, needed + 1) == needed);
  REQUIRE(strlen(all) == needed);
  /* Freed to its exact size, so that one byte too many is seen. */
  part = realloc(part, capacity == 0 ? 1 : capacity);
  REQUIRE(part != NULL && write_text(from, part, capacity) == needed);
  if (capacity > 0) {
    size_t length = strlen(part);

    REQUIRE(length < capacity && length <= needed && memcmp(part, all, length) == 0);
    REQUIRE(((unsigned char)all[length] & 0xC0u) != 0x80u);
    REQUIRE(length == needed || capacity - length <= 4);
  }
  free(all);
  free(part);
}

static void texts(struct bytes *bytes)
{
  struct writer from = {.which = take_below(bytes, 10), .date = take_date(bytes)};
  size_t capacity = take_byte(bytes);

  from.value = take_ratio(bytes);
  from.fault.status = take_below(bytes, 2) ? take_within(bytes, -140, 0) : KQA_E_RANGE;
  from.fault.field = take_within(bytes, 90, 345);
  for (int32_t i = 0; i < 3; i++)
    from.fault.index[i] = take_wild(bytes);
  from.finding.provision = take_within(bytes, 90, 345);
  from.finding.verdict = take_within(bytes, 0, 3);
  from.finding.unit = take_within(bytes, 0, 15);
  from.finding.relation = take_within(bytes, 0, 6);
  from.finding.observed = take_ratio(bytes);
  from.finding.required = take_ratio(bytes);
  from.edition = take_edition(bytes);
  from.number = take_within(bytes, -3, 120);
  from.item = take_within(bytes, 0, 10);
  from.language = take_within(bytes, 0, 3);
  from.key = take_below(bytes, 2) ? "iso9001_certified" : NULL;
  texts_fit(&from, capacity);
}

static void static_texts(struct bytes *bytes)
{
  int32_t code = take_below(bytes, 2) ? take_within(bytes, -2, 240) : take_within(bytes, 200, 345);
  int32_t status = take_within(bytes, -140, 0);
  int32_t language = take_within(bytes, 0, 3);
  int32_t value = take_within(bytes, 0, 6);
  const char *const all[] = {
    kqa_status_name(status),
    kqa_status_text(status, language),
    kqa_field_name(code),
    kqa_field_rule(code, language),
    kqa_parameter_label(code, language),
    kqa_reading_value(code, value),
    kqa_reading_meaning(code, value, language),
    kqa_reading_reason(code, language),
    kqa_provision_key(code),
    kqa_provision_function(code),
    kqa_provision_label(code, language),
    kqa_provision_text(code, language),
    kqa_verdict_name(value),
    kqa_verdict_text(value, language),
    kqa_unit_text(code, language),
    kqa_requirement_name(code),
    kqa_committee_seat(code, language),
    kqa_measure_text(code, language),
    kqa_stage_text(code, language),
    kqa_outcome_name(code),
    kqa_outcome_text(code, language),
    kqa_award_name(value),
    kqa_award_text(value, language),
    kqa_criteria_id_at((size_t)value),
    kqa_criteria_item_clause("gbt19580-2012", code),
    kqa_criteria_item_name("baldrige-2021", code, language),
    kqa_criteria_category_name("gbt19580-2012", value, language),
    kqa_edition_id_at((size_t)value),
    kqa_version(),
  };

  for (int32_t i = 0; i < COUNT(all); i++)
    REQUIRE(all[i] != NULL && strlen(all[i]) < 1024);
  REQUIRE(kqa_committee_role(code) >= 0 && kqa_committee_role(code) <= KQA_COMMITTEE_MEMBER);
  REQUIRE(kqa_provision_find(code).code == (kqa_provision_key(code)[0] == '\0' ? 0 : code));
  REQUIRE(kqa_requirement_name(code)[0] == '\0' ||
          kqa_requirement_find(kqa_requirement_name(code)) == code);
  REQUIRE(kqa_provision_at((size_t)code).article <= 33);
  REQUIRE((size_t)value >= kqa_provision_count() || kqa_provision_at((size_t)value).code != 0);
  REQUIRE((kqa_reading_bit(code) & (kqa_reading_bit(code) - (kqa_reading_bit(code) != 0))) == 0);
}

static struct kqa_date next_day(struct kqa_date date)
{
  date.day++;
  if (kqa_date_is_valid(date))
    return date;
  date.day = 1;
  date.month++;
  return date.month <= 12 ? date : (struct kqa_date){date.year + 1, 1, 1};
}

static void days(struct bytes *bytes)
{
  struct kqa_date date = take_date(bytes);
  struct kqa_date other = take_date(bytes);
  int32_t step = take_wild(bytes);
  struct kqa_number number = kqa_date_day_number(date);
  struct kqa_day later = kqa_date_add_days(date, step);
  struct kqa_day anniversary = kqa_date_add_years(date, take_within(bytes, -60, 60));
  char text[11];

  (void)is_day(kqa_date_from_day_number(take_bits(bytes, take_below(bytes, 9))));
  REQUIRE(kqa_date_compare(date, other) == -kqa_date_compare(other, date));
  REQUIRE((kqa_date_compare(date, other) == 0) == same_date(date, other));
  REQUIRE(is_number(number) == kqa_date_is_valid(date));
  REQUIRE(is_number(kqa_date_weekday(date)) == kqa_date_is_valid(date));
  if (is_day(later))
    REQUIRE(same_date(kqa_date_add_days(later.date, -step).date, date));
  if (is_day(anniversary))
    REQUIRE(anniversary.date.month == date.month &&
            (anniversary.date.day == date.day || (date.month == 2 && date.day == 29)));
  if (!kqa_date_is_valid(date))
    return;
  REQUIRE(same_date(kqa_date_from_day_number(number.value).date, date));
  REQUIRE(kqa_date_format(date, text, sizeof text) == 10);
  REQUIRE(same_date(kqa_date_parse(text, 10).date, date));
  if (kqa_date_is_valid(next_day(date))) {
    REQUIRE(kqa_date_day_number(next_day(date)).value == number.value + 1);
    REQUIRE(kqa_date_weekday(next_day(date)).value == kqa_date_weekday(date).value % 7 + 1);
  }
}

static void working_days(struct bytes *bytes)
{
  struct kqa_calendar_year own[2] = {{.year = 2027}, {.year = take_within(bytes, 2020, 2030)}};
  struct kqa_date date = take_date(bytes);
  int32_t count = take_within(bytes, 0, 250);
  struct kqa_day end, roll;
  struct kqa_date at = date;
  int32_t seen = 0;

  for (int32_t i = take_below(bytes, 6); i > 0; i--)
    (void)is_ok(kqa_calendar_mark(&own[1], take_date(bytes), take_within(bytes, 0, 3)));
  if (take_below(bytes, 2))
    own[1].off[take_below(bytes, 12)] = (uint32_t)take_wild(bytes) & UINT32_MAX;
  end = kqa_calendar_add_working_days(date, count, own, 2);
  roll = kqa_calendar_roll_forward(date, own, 2);
  (void)is_number(kqa_calendar_count_working_days(date, take_date(bytes), own, 2));
  (void)is_number(kqa_calendar_is_working(date, NULL, 0));
  (void)kqa_calendar_builtin(take_within(bytes, 2015, 2030));
  if (is_day(roll)) {
    REQUIRE(kqa_calendar_is_working(roll.date, own, 2).value == 1);
    REQUIRE(kqa_date_compare(roll.date, date) >= 0);
  }
  if (!is_day(end))
    return;
  while (!same_date(at, end.date)) {
    at = next_day(at);
    seen += (int32_t)kqa_calendar_is_working(at, own, 2).value;
  }
  REQUIRE(seen == count);
  REQUIRE(count == 0 || kqa_calendar_is_working(end.date, own, 2).value == 1);
  /* The day itself may lie in a year without a notice: the count starts after it. */
  REQUIRE(count == 0 ||
          kqa_calendar_count_working_days(next_day(date), end.date, own, 2).value == count);
}

/* Rounded: a whole number of steps, at most half a step away, to the even one at exactly half. */
static void rounding(struct kqa_ratio value, int32_t decimals)
{
  struct kqa_quantity rounded = kqa_ratio_round(value, decimals);
  int64_t up = 1, down = 1, steps;
  wide away;

  if (!is_quantity(rounded))
    return;
  for (int32_t i = 0; i < decimals; i++)
    up *= 10;
  for (int32_t i = decimals; i < 0; i++)
    down *= 10;
  REQUIRE(rounded.value.num * (wide)up % ((wide)rounded.value.den * down) == 0);
  steps = (int64_t)(rounded.value.num * (wide)up / ((wide)rounded.value.den * down));
  /* |value - steps * down / up| <= down / (2 * up) */
  away = 2 * ((wide)value.num * up - (wide)steps * down * value.den);
  if (away < 0)
    away = -away;
  REQUIRE(away <= (wide)down * value.den);
  REQUIRE(away != (wide)down * value.den || steps % 2 == 0);
}

static void numbers(struct bytes *bytes)
{
  struct kqa_ratio a = take_ratio(bytes);
  struct kqa_ratio b = take_ratio(bytes);
  struct kqa_number order = kqa_ratio_compare(a, b);
  struct kqa_quantity made = kqa_ratio_make(a.num, a.den);
  char text[40];
  size_t length = kqa_ratio_format(a, text, sizeof text);

  if (is_number(order))
    REQUIRE(order.value == order_of(a, b));
  if (is_quantity(made)) {
    REQUIRE(order_of(made.value, a) == 0 && made.value.den <= a.den);
    REQUIRE(length > 0 && length < 38);
  }
  rounding(a, take_within(bytes, -3, 3));
  made = kqa_ratio_parse(text, length, 1000000);
  if (is_quantity(made))
    REQUIRE(order_of(made.value, a) == 0);
}

/* The rest of the input as a text that is read. */
static void reading(struct bytes *bytes)
{
  int64_t most = take_below(bytes, 2) ? 1000000 : take_wild(bytes);
  size_t length = bytes->left;
  char *text = malloc(length + 1);
  struct kqa_quantity number;

  REQUIRE(text != NULL);
  if (length > 0)
    memcpy(text, bytes->at, length);
  text = realloc(text, length == 0 ? 1 : length);
  REQUIRE(text != NULL);
  (void)is_day(kqa_date_parse(text, length));
  number = kqa_ratio_parse(text, length, most);
  if (is_quantity(number)) {
    REQUIRE(number.value.num >= 0 && number.value.den >= 1 && number.value.den <= most);
    REQUIRE(number.value.num <= number.value.den * INT64_C(1000000000000));
  }
  free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static void (*const parts[])(struct bytes *) = {texts,        static_texts, days,
                                                  working_days, numbers,      reading};
  struct bytes bytes = {data, size};

  parts[take_below(&bytes, COUNT(parts))](&bytes);
  return 0;
}
