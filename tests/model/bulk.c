/* Decides many rounds from one stream, so that tens of thousands can be compared with the model.
 *
 * usage: bulk FILE    one round a line; prints one line a round: its result, or its error */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_tree.h"
#include "round_file.h"

static void print_text(const char *text)
{
  putchar('"');
  for (const char *at = text; *at != '\0'; at++) {
    const unsigned char byte = (unsigned char)*at;
    if (byte == '"' || byte == '\\')
      printf("\\%c", byte);
    else if (byte < 0x20)
      printf("\\u%04x", (unsigned)byte);
    else
      putchar(byte);
  }
  putchar('"');
}

static void print_named(const char *name, const char *text)
{
  printf("\"%s\": ", name);
  print_text(text);
  printf(", ");
}

static void print_error(const struct round_fault *fault)
{
  char text[1024];
  round_fault_text(fault, "round", KQA_LANGUAGE_EN, text, sizeof text);
  printf("{\"error\": ");
  print_text(text);
  printf("}\n");
}

static void print_total(struct kqa_ratio total)
{
  if (total.den == 0)
    printf("\"total\": null, ");
  else if (total.den == 1)
    printf("\"total\": \"%" PRId64 "\", ", total.num);
  else
    printf("\"total\": \"%" PRId64 "/%" PRId64 "\", ", total.num, total.den);
}

static void print_missing(uint32_t missing)
{
  printf("\"missing\": [");
  int32_t requirement;
  for (int32_t place = 0; (requirement = kqa_missing_at(missing, place)) >= 0; place++) {
    printf("%s", place == 0 ? "" : ", ");
    print_text(kqa_requirement_name(requirement));
  }
  printf("]");
}

static void print_organization(const char *id, const struct kqa_outcome *outcome)
{
  printf("{");
  print_named("id", id);
  print_named("outcome", kqa_outcome_name(outcome->outcome));
  if (outcome->rank == 0)
    printf("\"rank\": null, ");
  else
    printf("\"rank\": %" PRId32 ", ", outcome->rank);
  print_total(outcome->total);
  if (outcome->award == KQA_AWARD_NONE)
    printf("\"award\": null, ");
  else
    print_named("award", kqa_award_name(outcome->award));
  printf("\"off_quota\": %s, ", outcome->off_quota ? "true" : "false");
  printf("\"prize\": %" PRId64 ", ", outcome->prize);
  print_missing(outcome->missing);
  printf("}");
}

static void print_seats(const char *name, struct kqa_seats seats)
{
  printf("\"%s\": {\"quota\": %" PRId32 ", ", name, seats.quota);
  printf("\"taken\": %" PRId32 ", \"off_quota\": %" PRId32 "}", seats.taken, seats.off_quota);
}

static void print_warnings_of(uint32_t readings, const char *code, const char *id,
                              const char **separator)
{
  for (size_t place = 0; place < kqa_parameter_count(); place++) {
    const struct kqa_parameter row = kqa_parameter_at(place);
    if ((readings & kqa_reading_bit(row.field)) == 0)
      continue;
    printf("%s{", *separator);
    print_named("code", code);
    print_named("id", id);
    printf("\"reading\": ");
    print_text(kqa_field_name(row.field));
    printf("}");
    *separator = ", ";
  }
}

static void print_result(const struct round_file *file, const struct round_result *result)
{
  const struct kqa_round *round = &file->round;
  printf("{\"year\": %" PRId32 ", ", round->year);
  print_named("ordinance", file->edition.id);
  printf("\"organizations\": [");
  for (int32_t place = 0; place < round->organization_count; place++) {
    printf("%s", place == 0 ? "" : ", ");
    print_organization(file->ids[place], &result->outcomes[place]);
  }
  printf("], \"seats\": {");
  print_seats("quality", result->summary.quality);
  printf(", ");
  print_seats("nomination", result->summary.nomination);
  printf("}, \"prize_total\": %" PRId64 ", \"warnings\": [", result->summary.prize_total);
  const char *separator = "";
  for (int32_t place = 0; place < round->organization_count; place++) {
    const struct kqa_outcome *outcome = &result->outcomes[place];
    print_warnings_of(outcome->outcome_readings, "depends_on_reading", file->ids[place],
                      &separator);
    print_warnings_of(outcome->prize_readings, "prize_depends_on_reading", file->ids[place],
                      &separator);
  }
  printf("]}\n");
}

static void decide_tree(const struct json_value *root)
{
  struct round_file file;
  struct round_fault fault;
  if (!round_file_read(root, &file, &fault)) {
    print_error(&fault);
    return;
  }
  struct round_result result;
  if (round_file_decide(&file, &result, &fault)) {
    print_result(&file, &result);
    round_result_free(&result);
  } else {
    print_error(&fault);
  }
  round_file_free(&file);
}

static void decide_text(const char *text, size_t length)
{
  struct json_tree tree = json_read_text(text, length);
  if (tree.root != NULL) {
    decide_tree(tree.root);
  } else {
    const struct round_fault fault = round_fault_of_json(&tree.fault);
    print_error(&fault);
  }
  json_free(&tree);
}

/* The next line without its end; false at the end of the stream. */
static bool read_line(FILE *stream, char **line, size_t *capacity, size_t *length)
{
  *length = 0;
  int byte;
  while ((byte = getc(stream)) != EOF && byte != '\n') {
    if (*length == *capacity) {
      *capacity = *capacity == 0 ? 4096 : *capacity * 2;
      *line = realloc(*line, *capacity);
      if (*line == NULL)
        abort();
    }
    (*line)[(*length)++] = (char)byte;
  }
  return byte != EOF || *length > 0;
}

int main(int argc, char **argv)
{
  FILE *stream = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (stream == NULL) {
    fprintf(stderr, "usage: bulk FILE\n");
    return 2;
  }
  char *line = NULL;
  size_t capacity = 0;
  size_t length;
  while (read_line(stream, &line, &capacity, &length))
    decide_text(line, length);
  free(line);
  fclose(stream);
  return fflush(stdout) == 0 ? 0 : 1;
}
