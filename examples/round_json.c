#include "round_json.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the writer stands: how deep, and whether a value has been written there already. */
struct writer {
  struct round_text *text;
  int depth;
  bool filled;
  bool failed;
};

static void put(struct writer *writer, const char *bytes, size_t length)
{
  struct round_text *text = writer->text;
  if (text->capacity - text->length < length) {
    size_t capacity = 2 * text->capacity + length + 4096;
    char *grown = realloc(text->bytes, capacity);
    writer->failed = writer->failed || grown == NULL;
    if (grown == NULL)
      return;
    text->bytes = grown;
    text->capacity = capacity;
  }
  memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
}

static void puts_in(struct writer *writer, const char *string)
{
  put(writer, string, strlen(string));
}

static void put_char(struct writer *writer, char letter)
{
  put(writer, &letter, 1);
}

static void write_escape(struct writer *writer, char letter)
{
  static const char shorts[] = "\b\t\n\f\r\"\\";
  static const char letters[] = "btnfr\"\\";
  char escape[8];
  const char *found = strchr(shorts, letter);
  if (found != NULL)
    snprintf(escape, sizeof escape, "\\%c", letters[found - shorts]);
  else
    snprintf(escape, sizeof escape, "\\u%04x", (unsigned)(unsigned char)letter);
  puts_in(writer, escape);
}

static void write_text(struct writer *writer, const char *text)
{
  put_char(writer, '"');
  while (*text != '\0') {
    size_t plain = 0;
    while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
      plain++;
    put(writer, text, plain);
    text += plain;
    if (*text != '\0')
      write_escape(writer, *text++);
  }
  put_char(writer, '"');
}

static void new_line(struct writer *writer)
{
  static const char blanks[] = "\n                    ";
  put(writer, blanks, 1 + 2 * (size_t)writer->depth);
}

/* Begins a value; key is NULL in a list. */
static void begin(struct writer *writer, const char *key)
{
  if (writer->filled)
    put_char(writer, ',');
  if (writer->depth > 0)
    new_line(writer);
  writer->filled = true;
  if (key == NULL)
    return;
  write_text(writer, key);
  puts_in(writer, ": ");
}

static void open_group(struct writer *writer, const char *key, char bracket)
{
  begin(writer, key);
  put_char(writer, bracket);
  writer->depth++;
  writer->filled = false;
}

static void close_group(struct writer *writer, char bracket)
{
  writer->depth--;
  if (writer->filled)
    new_line(writer);
  put_char(writer, bracket);
  writer->filled = true;
}

static void put_text(struct writer *writer, const char *key, const char *text)
{
  begin(writer, key);
  write_text(writer, text);
}

static void put_integer(struct writer *writer, const char *key, int64_t value)
{
  begin(writer, key);
  char digits[24];
  snprintf(digits, sizeof digits, "%" PRId64, value);
  puts_in(writer, digits);
}

static void put_null(struct writer *writer, const char *key)
{
  begin(writer, key);
  puts_in(writer, "null");
}

static void put_finding(struct writer *writer, const struct kqa_finding *finding)
{
  struct kqa_provision provision = kqa_provision_find(finding->provision);
  char observed[48];
  char required[48];
  kqa_finding_observed(finding, observed, sizeof observed);
  kqa_finding_required(finding, required, sizeof required);
  open_group(writer, NULL, '{');
  put_text(writer, "provision", kqa_provision_key(finding->provision));
  put_integer(writer, "article", provision.article);
  put_text(writer, "verdict", kqa_verdict_name(finding->verdict));
  put_text(writer, "observed", observed);
  put_text(writer, "required", required);
  if (provision.item == 0)
    put_null(writer, "item");
  else
    put_integer(writer, "item", provision.item);
  close_group(writer, '}');
}

static void put_missing(struct writer *writer, uint32_t missing)
{
  open_group(writer, "missing", '[');
  for (int32_t i = 0; kqa_missing_at(missing, i) >= 0; i++)
    put_text(writer, NULL, kqa_requirement_name(kqa_missing_at(missing, i)));
  close_group(writer, ']');
}

static void put_findings(struct writer *writer, const struct round_file *file,
                         const struct round_result *result, int32_t place)
{
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  struct kqa_number count =
    kqa_round_findings(&file->edition, &file->round, &result->summary, result->outcomes, place,
                       findings, KQA_ROUND_FINDINGS);
  open_group(writer, "findings", '[');
  for (int64_t i = 0; i < count.value && i < KQA_ROUND_FINDINGS; i++)
    put_finding(writer, &findings[i]);
  close_group(writer, ']');
}

static void put_score_and_award(struct writer *writer, const struct kqa_outcome *outcome)
{
  if (outcome->rank == 0)
    put_null(writer, "rank");
  else
    put_integer(writer, "rank", outcome->rank);
  char total[40];
  kqa_ratio_format(outcome->total, total, sizeof total);
  if (outcome->total.den == 0)
    put_null(writer, "total");
  else
    put_text(writer, "total", total);
  if (outcome->award == KQA_AWARD_NONE)
    put_null(writer, "award");
  else
    put_text(writer, "award", kqa_award_name(outcome->award));
  begin(writer, "off_quota");
  puts_in(writer, outcome->off_quota ? "true" : "false");
  put_integer(writer, "prize", outcome->prize);
}

static void put_organization(struct writer *writer, const struct round_file *file,
                             const struct round_result *result, int32_t place)
{
  const struct kqa_outcome *outcome = &result->outcomes[place];
  open_group(writer, NULL, '{');
  put_text(writer, "id", file->ids[place]);
  put_text(writer, "outcome", kqa_outcome_name(outcome->outcome));
  put_score_and_award(writer, outcome);
  put_missing(writer, outcome->missing);
  put_findings(writer, file, result, place);
  if (outcome->eligible == KQA_VERDICT_NOT_APPLICABLE)
    put_null(writer, "eligible");
  else
    put_text(writer, "eligible", kqa_verdict_name(outcome->eligible));
  close_group(writer, '}');
}

static void put_seats(struct writer *writer, const char *award, const struct kqa_seats *seats)
{
  open_group(writer, award, '{');
  put_integer(writer, "quota", seats->quota);
  put_integer(writer, "taken", seats->taken);
  put_integer(writer, "off_quota", seats->off_quota);
  close_group(writer, '}');
}

static void put_warning(struct writer *writer, const char *code, const char *id, const char *key,
                        const char *text)
{
  open_group(writer, NULL, '{');
  put_text(writer, "code", code);
  if (id != NULL)
    put_text(writer, "id", id);
  put_text(writer, key, text);
  close_group(writer, '}');
}

static void put_readings(struct writer *writer, const char *code, const char *id, uint32_t readings)
{
  for (size_t i = 0; readings != 0 && i < kqa_parameter_count(); i++) {
    int32_t field = kqa_parameter_at(i).field;
    if (readings & kqa_reading_bit(field))
      put_warning(writer, code, id, "reading", kqa_field_name(field));
  }
}

static void put_warnings(struct writer *writer, const char *key, const struct round_file *file,
                         const struct round_result *result)
{
  int32_t count = file->round.organization_count;
  const struct kqa_outcome *outcomes = result->outcomes;
  const char *quality = kqa_award_name(KQA_AWARD_QUALITY);
  const char *nomination = kqa_award_name(KQA_AWARD_NOMINATION);
  open_group(writer, key, '[');
  for (int32_t i = 0; i < count; i++)
    put_readings(writer, "depends_on_reading", file->ids[i], outcomes[i].outcome_readings);
  for (int32_t i = 0; i < count; i++)
    put_readings(writer, "prize_depends_on_reading", file->ids[i], outcomes[i].prize_readings);
  for (int32_t i = 0; i < count; i++) {
    if (outcomes[i].quality_place == KQA_PLACE_TIED)
      put_warning(writer, "tied", file->ids[i], "vote", quality);
    if (outcomes[i].nomination_place == KQA_PLACE_TIED)
      put_warning(writer, "tied", file->ids[i], "vote", nomination);
  }
  if (result->summary.quality_vote == KQA_VOTE_VOID)
    put_warning(writer, "vote_void", NULL, "vote", quality);
  if (result->summary.nomination_vote == KQA_VOTE_VOID)
    put_warning(writer, "vote_void", NULL, "vote", nomination);
  close_group(writer, ']');
}

bool round_write_json(const struct round_file *file, const struct round_result *result,
                      struct round_text *text)
{
  struct writer writer = {.text = text};
  open_group(&writer, NULL, '{');
  put_integer(&writer, "year", file->round.year);
  put_text(&writer, "ordinance", file->edition.id);
  open_group(&writer, "organizations", '[');
  for (int32_t i = 0; i < file->round.organization_count; i++)
    put_organization(&writer, file, result, i);
  close_group(&writer, ']');
  open_group(&writer, "seats", '{');
  put_seats(&writer, "quality", &result->summary.quality);
  put_seats(&writer, "nomination", &result->summary.nomination);
  close_group(&writer, '}');
  put_integer(&writer, "prize_total", result->summary.prize_total);
  put_warnings(&writer, "warnings", file, result);
  close_group(&writer, '}');
  put_char(&writer, '\n');
  return !writer.failed;
}

bool round_write_warnings(const struct round_file *file, const struct round_result *result,
                          struct round_text *text)
{
  struct writer writer = {.text = text};
  put_warnings(&writer, NULL, file, result);
  return !writer.failed;
}
