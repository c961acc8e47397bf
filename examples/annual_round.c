/* A whole year's round from a file: who gets which award and how much, and why the others do not.
 *
 * usage: annual_round FILE [--json] [--lang zh|en]       FILE may be - for standard input
 * Exit status 2, with one sentence on standard error and nothing on standard output, when the file
 * cannot be decided. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "round_json.h"
#include "round_output.h"

#define EXIT_BAD_INPUT 2

struct options {
  const char *file;
  bool json;
  int32_t language;
};

static bool parse_language(const char *word, int32_t *language)
{
  bool chinese = word != NULL && strcmp(word, "zh") == 0;
  bool english = word != NULL && strcmp(word, "en") == 0;
  *language = english ? KQA_LANGUAGE_EN : KQA_LANGUAGE_ZH;
  return chinese || english;
}

static bool parse_options(char **arguments, struct options *options)
{
  *options = (struct options){.language = KQA_LANGUAGE_ZH};
  for (char **argument = arguments; *argument != NULL; argument++) {
    if (strcmp(*argument, "--json") == 0) {
      options->json = true;
    } else if (strcmp(*argument, "--lang") == 0) {
      if (!parse_language(argument[1], &options->language))
        return false;
      argument++;
    } else if (options->file == NULL && ((*argument)[0] != '-' || strcmp(*argument, "-") == 0)) {
      options->file = *argument;
    } else {
      return false;
    }
  }
  return options->file != NULL;
}

static int complain(const struct round_fault *fault, const struct options *options)
{
  char text[1024];
  bool chinese = options->language == KQA_LANGUAGE_ZH;
  const char *standard_input = chinese ? "标准输入" : "standard input";
  round_fault_text(fault, strcmp(options->file, "-") == 0 ? standard_input : options->file,
                   options->language, text, sizeof text);
  fprintf(stderr, "%s\n", text);
  return EXIT_BAD_INPUT;
}

/* False when memory runs out; whether it could be written, standard output itself knows. */
static bool print_json(const struct round_file *file, const struct round_result *result)
{
  struct round_text text = {0};
  bool complete = round_write_json(file, result, &text);
  if (complete)
    fwrite(text.bytes, 1, text.length, stdout);
  free(text.bytes);
  return complete;
}

static int decide_and_print(const struct round_file *file, const struct options *options)
{
  struct round_fault fault;
  struct round_result result;
  if (!round_file_decide(file, &result, &fault))
    return complain(&fault, options);
  bool complete = true;
  if (options->json)
    complete = print_json(file, &result);
  else
    round_print_report(file, &result, options->language);
  round_result_free(&result);
  if (complete && fflush(stdout) == 0 && !ferror(stdout))
    return 0;
  fputs("annual_round: cannot write the result\n", stderr);
  return EXIT_BAD_INPUT;
}

static int run(const struct json_value *root, const struct options *options)
{
  struct round_fault fault;
  struct round_file file;
  if (!round_file_read(root, &file, &fault))
    return complain(&fault, options);
  int status = decide_and_print(&file, options);
  round_file_free(&file);
  return status;
}

int main(int count, char **arguments)
{
  struct options options;
  if (count < 2 || !parse_options(arguments + 1, &options)) {
    fputs("用法 / usage: annual_round FILE [--json] [--lang zh|en]\n", stderr);
    return EXIT_BAD_INPUT;
  }
  struct json_tree tree = json_read_file(options.file);
  int status = EXIT_BAD_INPUT;
  if (tree.fault.status == JSON_OK) {
    status = run(tree.root, &options);
  } else {
    struct round_fault fault = round_fault_of_json(&tree.fault);
    status = complain(&fault, &options);
  }
  json_free(&tree);
  return status;
}
