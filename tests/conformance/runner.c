/* Runs conformance cases against the library and prints TAP.
 *
 *   conformance PATH...
 *
 * A path is a case file or a directory. README.md describes the files. */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "call.h"
#include "round_answer.h"

#define PATH_SIZE 4096
#define TITLE_SIZE 512
#define MOST_FILES 4096
#define EXPECTED ".expected.json"

struct tally {
  int cases;
  int failed;
};

/* The names in a directory, in order. */
struct listing {
  char *names[MOST_FILES];
  size_t count;
};

static void report(struct tally *tally, bool ok, const char *file, const char *name,
                   const char *why)
{
  const char *slash = strrchr(file, '/');

  tally->cases++;
  tally->failed += !ok;
  printf("%s %d - %s: %s\n", ok ? "ok" : "not ok", tally->cases, slash == NULL ? file : slash + 1,
         name);
  if (!ok)
    printf("# %s\n", why == NULL ? "" : why);
}

static const char *text_of(const struct json_value *object, const char *key)
{
  const struct json_value *value = json_member(object, key);

  return value != NULL && value->kind == JSON_STRING ? value->text : "";
}

static const struct function *find_function(const char *name)
{
  static const struct function *const tables[] = {
    time_functions,  rule_functions,  people_functions, duty_functions,
    score_functions, award_functions, round_functions,
  };

  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    for (const struct function *row = tables[i]; row->name != NULL; row++) {
      if (strcmp(row->name, name) == 0)
        return row;
    }
  }
  return NULL;
}

/* `amend` and `readings` alike: a name and its value, written as the edition's text. */
static bool amend(struct call *call, const struct json_value *values)
{
  if (values == NULL)
    return true;
  for (const struct json_value *value = values->first; value != NULL; value = value->next) {
    if (value->kind != JSON_STRING && value->kind != JSON_NUMBER)
      call_trouble(call, value->key, "a number or a text is wanted");
    else if (answer_fault(call->answer, kqa_edition_set(&call->edition, value->key, value->text)))
      return false;
  }
  return true;
}

static bool set_edition(struct call *call, const struct json_value *edition)
{
  const char *id = text_of(edition, "id");
  struct kqa_fault fault = kqa_edition_find(id[0] == '\0' ? "keqiao-2020" : id, &call->edition);

  call_keys(call, edition, "id amend readings");
  return !answer_fault(call->answer, fault) && amend(call, json_member(edition, "amend")) &&
         amend(call, json_member(edition, "readings"));
}

/* Writes the answer to a case as JSON text; why it could not be asked stays in trouble. */
static void ask(struct call *call, const struct json_value *one, const struct function *function)
{
  answer_open(call->answer, NULL, '{');
  if (function->keys != NULL)
    call_keys(call, call->input, function->keys);
  if (set_edition(call, json_member(one, "edition")))
    function->run(call);
  answer_close(call->answer, '}');
}

static bool compare(const struct json_value *expect, const struct answer *answer,
                    struct answer *difference)
{
  struct json_tree got = json_read_text(answer->text, answer->length);
  bool same;

  if (got.root == NULL || expect == NULL || expect->kind != JSON_OBJECT || expect->length == 0) {
    answer_text(difference, "place", "expect");
    answer_text(difference, "got", got.root == NULL ? "no JSON" : "nothing is expected");
    same = false;
  } else {
    same = case_match(expect, got.root, difference);
  }
  json_free(&got);
  return same;
}

/* The sentence that a case checks, after the articles it rests on. */
static void write_title(const struct json_value *one, char *title, size_t size)
{
  const struct json_value *articles = json_member(one, "articles");
  size_t used = 0;

  for (const struct json_value *article = articles == NULL ? NULL : articles->first;
       article != NULL && used < size; article = article->next)
    used += (size_t)snprintf(title + used, size - used, "%s%s", used == 0 ? "art. " : ", ",
                             article->text);
  if (used < size)
    snprintf(title + used, size - used, "%s%s", used == 0 ? "" : ": ", text_of(one, "name"));
}

static void run_case(struct tally *tally, const char *file, const struct json_value *base,
                     const struct json_value *one)
{
  const struct function *function = find_function(text_of(one, "function"));
  struct case_pool pool = {0};
  struct answer answer = {0};
  struct answer difference = {0};
  struct call call = {.answer = &answer};
  char title[TITLE_SIZE];
  bool ok;

  write_title(one, title, sizeof title);
  call_keys(&call, one, "name articles function edition input expect");
  if (function == NULL || call.trouble[0] != '\0') {
    report(tally, false, file, title, function == NULL ? "unknown function" : call.trouble);
    return;
  }
  call.input = case_merge(&pool, json_member(one, "input"), case_member(base, function->name));
  ask(&call, one, function);
  ok = call.trouble[0] == '\0' && compare(json_member(one, "expect"), &answer, &difference);
  report(tally, ok, file, title, call.trouble[0] != '\0' ? call.trouble : difference.text);
  answer_free(&difference);
  answer_free(&answer);
  case_pool_free(&pool);
}

static void run_case_file(struct tally *tally, const char *file)
{
  struct json_tree tree = json_read_file(file);
  const struct json_value *cases = json_member(tree.root, "cases");

  if (cases == NULL || cases->kind != JSON_ARRAY || cases->length == 0) {
    report(tally, false, file, "has cases", tree.root == NULL ? tree.fault.path : "no cases");
  } else {
    for (const struct json_value *one = cases->first; one != NULL; one = one->next)
      run_case(tally, file, json_member(tree.root, "base"), one);
  }
  json_free(&tree);
}

/* Writes the answer to a round file, its faults included. */
static void ask_round(const char *file, struct answer *answer)
{
  struct json_tree tree = json_read_file(file);

  answer_open(answer, NULL, '{');
  if (tree.root == NULL) {
    struct round_fault fault = round_fault_of_json(&tree.fault);

    round_answer_fault(answer, &fault);
  } else {
    round_answer(answer, tree.root, ROUND_LISTED);
  }
  answer_close(answer, '}');
  json_free(&tree);
}

/* An expected error stands as `"error": true` with the path beside it. */
static bool is_expected_error(const struct json_value *expect, const struct json_value *got)
{
  const struct json_value *error = json_member(got, "error");

  return error != NULL && strcmp(text_of(error, "path"), text_of(expect, "path")) == 0;
}

static void run_round(struct tally *tally, const char *file, const char *expected)
{
  struct json_tree expect = json_read_file(expected);
  struct answer answer = {0};
  struct answer difference = {0};
  struct json_tree got;
  bool ok;

  ask_round(file, &answer);
  got = json_read_text(answer.text, answer.length);
  if (expect.root == NULL)
    ok = false;
  else if (json_member(expect.root, "error") != NULL)
    ok = is_expected_error(expect.root, got.root);
  else
    ok = case_match(expect.root, got.root, &difference);
  report(tally, ok, file, "a whole round",
         difference.text != NULL ? difference.text : "the expected error was not found");
  json_free(&got);
  json_free(&expect);
  answer_free(&difference);
  answer_free(&answer);
}

static void join(char path[PATH_SIZE], const char *directory, const char *name)
{
  if (snprintf(path, PATH_SIZE, "%s/%s", directory, name) >= PATH_SIZE) {
    fprintf(stderr, "conformance: the path %s/%s is too long\n", directory, name);
    exit(2);
  }
}

static void run_error(struct tally *tally, const char *directory, const struct json_value *one)
{
  struct answer answer = {0};
  struct answer difference = {0};
  char path[PATH_SIZE];
  bool ok;

  join(path, directory, text_of(one, "file"));
  ask_round(path, &answer);
  ok = compare(json_member(one, "expect"), &answer, &difference);
  report(tally, ok, path, text_of(one, "name"), difference.text);
  answer_free(&difference);
  answer_free(&answer);
}

static bool is_named(const struct json_value *files, const char *name)
{
  for (const struct json_value *one = files->first; one != NULL; one = one->next) {
    if (strcmp(text_of(one, "file"), name) == 0)
      return true;
  }
  return strcmp(name, "index.json") == 0;
}

/* Rounds with an error each; a file that the index does not name is a failure. */
static void run_errors(struct tally *tally, const char *directory, const char *index,
                       const struct listing *listing)
{
  struct json_tree tree = json_read_file(index);
  const struct json_value *files = json_member(tree.root, "errors");

  if (files == NULL) {
    report(tally, false, index, "has errors", "no list `errors`");
  } else {
    for (const struct json_value *one = files->first; one != NULL; one = one->next)
      run_error(tally, directory, one);
    for (size_t i = 0; i < listing->count; i++) {
      if (!is_named(files, listing->names[i]))
        report(tally, false, listing->names[i], "is named by the index", "it is not");
    }
  }
  json_free(&tree);
}

static bool ends_with(const char *text, const char *end)
{
  size_t length = strlen(text);

  return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

static bool exists(const char *path)
{
  struct stat about;

  return stat(path, &about) == 0;
}

/* A round whose result stands beside it, or a file of cases. */
static void run_file(struct tally *tally, const char *file)
{
  char expected[PATH_SIZE];

  snprintf(expected, sizeof expected, "%.*s" EXPECTED, (int)(strlen(file) - strlen(".json")), file);
  if (exists(expected))
    run_round(tally, file, expected);
  else
    run_case_file(tally, file);
}

static void run_path(struct tally *tally, const char *path);

static int by_name(const void *a, const void *b)
{
  const char *const *left = a;
  const char *const *right = b;

  return strcmp(*left, *right);
}

/* Not by scandir(), which Windows does not have. */
static void list(const char *directory, struct listing *listing)
{
  DIR *stream = opendir(directory);
  const struct dirent *entry;

  while (stream != NULL && (entry = readdir(stream)) != NULL) {
    size_t size = strlen(entry->d_name) + 1;

    if (entry->d_name[0] == '.')
      continue;
    char *name = listing->count < MOST_FILES ? malloc(size) : NULL;
    if (name == NULL) {
      fprintf(stderr, "conformance: %s holds too many files\n", directory);
      exit(2);
    }
    memcpy(name, entry->d_name, size);
    listing->names[listing->count++] = name;
  }
  if (stream != NULL)
    closedir(stream);
  qsort(listing->names, listing->count, sizeof *listing->names, by_name);
}

static void run_directory(struct tally *tally, const char *directory)
{
  struct listing listing = {0};
  char path[PATH_SIZE];

  list(directory, &listing);
  join(path, directory, "index.json");
  if (exists(path)) {
    run_errors(tally, directory, path, &listing);
  } else {
    for (size_t i = 0; i < listing.count; i++) {
      join(path, directory, listing.names[i]);
      run_path(tally, path);
    }
  }
  for (size_t i = 0; i < listing.count; i++)
    free(listing.names[i]);
}

static void run_path(struct tally *tally, const char *path)
{
  struct stat about;

  if (stat(path, &about) != 0)
    report(tally, false, path, "can be read", "there is no such file");
  else if (S_ISDIR(about.st_mode))
    run_directory(tally, path);
  else if (ends_with(path, ".json") && !ends_with(path, EXPECTED))
    run_file(tally, path);
}

int main(int argc, char **argv)
{
  struct tally tally = {0};

  for (int i = 1; i < argc; i++)
    run_path(&tally, argv[i]);
  printf("1..%d\n", tally.cases);
  if (tally.cases == 0)
    fputs("usage: conformance FILE|DIRECTORY...\n", stderr);
  return tally.cases > 0 && tally.failed == 0 ? 0 : 1;
}
