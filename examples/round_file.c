#include "round_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "round_fields.h"

struct top {
  int32_t year;
  struct kqa_date deadline;
  const char *ordinance;
  const char *criteria;
  const struct json_value *amend;
  const struct json_value *readings;
  const struct json_value *special;
};

static const char *const conveners[] = {"chair", "delegated_vice_chair", "other", NULL};

static int by_id(const void *a, const void *b)
{
  const struct id_place *left = a;
  const struct id_place *right = b;
  int order = strcmp(left->id, right->id);
  return order != 0 ? order : (left->place > right->place) - (left->place < right->place);
}

/* Sorts ids and answers the least place of one that stood earlier already; -1 for none. */
static int32_t sort_ids(struct id_place *ids, size_t count)
{
  int32_t repeated = -1;
  qsort(ids, count, sizeof *ids, by_id);
  for (size_t i = 1; i < count; i++) {
    bool same = strcmp(ids[i - 1].id, ids[i].id) == 0;
    if (same && (repeated < 0 || ids[i].place < repeated))
      repeated = ids[i].place;
  }
  return repeated;
}

static int compare_id(const void *id, const void *place)
{
  return strcmp(id, ((const struct id_place *)place)->id);
}

/* Place of the organisation with a dossier that has this id; -1 when there is none. */
static int32_t place_of(const struct reader *reader, const char *id)
{
  const struct id_place *found =
    bsearch(id, reader->ids, reader->id_count, sizeof *reader->ids, compare_id);
  return found == NULL ? -1 : found->place;
}

static bool allocate_organizations(struct round_file *file, struct reader *reader, size_t count)
{
  file->organizations = malloc((count + 1) * sizeof *file->organizations);
  file->ids = malloc((count + 1) * sizeof *file->ids);
  file->names = malloc((count + 1) * sizeof *file->names);
  reader->ids = malloc((count + 1) * sizeof *reader->ids);
  return file->organizations != NULL && file->ids != NULL && file->names != NULL &&
         reader->ids != NULL;
}

static bool read_organization(struct reader *reader, const struct json_value *value)
{
  struct round_file *file = reader->file;
  struct entry entry = {.organization = kqa_organization_blank()};
  if (!read_organization_members(reader, value, &entry))
    return false;
  int32_t place = file->round.organization_count++;
  file->organizations[place] = entry.organization;
  file->ids[place] = entry.id;
  file->names[place] = entry.name;
  reader->ids[place] = (struct id_place){.id = entry.id, .place = place};
  return true;
}

static bool read_organizations(struct reader *reader, const struct json_value *value, void *into)
{
  const struct json_value *special = *(const struct json_value **)into;
  size_t nominees = special == NULL ? 0 : special->length;
  if (value->kind != JSON_ARRAY)
    return refuse(reader, KQA_E_TYPE);
  if (value->length > KQA_MAX_ORGANIZATIONS || nominees > KQA_MAX_ORGANIZATIONS)
    return refuse(reader, KQA_E_TOO_MANY);
  if (!allocate_organizations(reader->file, reader, value->length + nominees))
    return refuse(reader, KQA_E_TOO_LARGE);
  const struct rule *rule = reader->rule;
  size_t place = 0;
  for (const struct json_value *item = value->first; item != NULL; item = item->next) {
    reader->rule = rule;
    size_t mark = enter_index(reader, place++);
    if (!read_organization(reader, item))
      return false;
    leave(reader, mark);
  }
  reader->id_count = value->length;
  int32_t repeated = sort_ids(reader->ids, reader->id_count);
  if (repeated < 0)
    return true;
  enter_index(reader, (size_t)repeated);
  enter_key(reader, "id");
  reader->rule = NULL;
  return refuse(reader, KQA_E_DUPLICATE);
}

static int32_t *entry_of_vote(struct kqa_organization *organization, int32_t field)
{
  switch (field) {
  case KQA_FIELD_VOTES_QUALITY_YES:
    return &organization->quality_yes;
  case KQA_FIELD_VOTES_QUALITY_RUNOFF:
    return &organization->quality_runoff;
  case KQA_FIELD_VOTES_NOMINATION_YES:
    return &organization->nomination_yes;
  default:
    return &organization->nomination_runoff;
  }
}

static bool read_entry(struct reader *reader, const struct json_value *value)
{
  int32_t votes = 0;
  int32_t place = place_of(reader, value->key);
  if (place < 0)
    return refuse(reader, KQA_E_NOT_STANDING);
  if (!read_integer32(reader, value, &votes))
    return false;
  /* Below zero stands KQA_NO_ENTRY, which no file may spell. */
  if (votes < 0)
    return refuse(reader, KQA_E_RANGE);
  *entry_of_vote(&reader->file->organizations[place], reader->rule->field) = votes;
  return true;
}

static bool read_entries(struct reader *reader, const struct json_value *value, void *into)
{
  (void)into;
  if (value->kind != JSON_OBJECT)
    return refuse_expecting(reader, KQA_E_TYPE, an_object);
  for (const struct json_value *entry = value->first; entry != NULL; entry = entry->next) {
    size_t mark = enter_key(reader, entry->key);
    if (entry->kind != JSON_NULL && !read_entry(reader, entry))
      return false;
    leave(reader, mark);
  }
  return true;
}

static const struct rule quality_rules[] = {
  {"convened_by", KQA_FIELD_VOTES_QUALITY_CONVENED_BY, true, read_word,
   offsetof(struct kqa_vote, convened_by), conveners},
  {"present", KQA_FIELD_VOTES_QUALITY_PRESENT, true, read_integer32,
   offsetof(struct kqa_vote, present), NULL},
  {"yes", KQA_FIELD_VOTES_QUALITY_YES, true, read_entries, 0, NULL},
  {"runoff", KQA_FIELD_VOTES_QUALITY_RUNOFF, false, read_entries, 0, NULL},
};
static const struct rule nomination_rules[] = {
  {"convened_by", KQA_FIELD_VOTES_NOMINATION_CONVENED_BY, true, read_word,
   offsetof(struct kqa_vote, convened_by), conveners},
  {"present", KQA_FIELD_VOTES_NOMINATION_PRESENT, true, read_integer32,
   offsetof(struct kqa_vote, present), NULL},
  {"yes", KQA_FIELD_VOTES_NOMINATION_YES, true, read_entries, 0, NULL},
  {"runoff", KQA_FIELD_VOTES_NOMINATION_RUNOFF, false, read_entries, 0, NULL},
};

static bool read_quality_vote(struct reader *reader, const struct json_value *value, void *into)
{
  ((struct kqa_vote *)into)->held = 1;
  return read_members(reader, value, quality_rules, COUNT(quality_rules), into);
}

static bool read_nomination_vote(struct reader *reader, const struct json_value *value, void *into)
{
  ((struct kqa_vote *)into)->held = 1;
  return read_members(reader, value, nomination_rules, COUNT(nomination_rules), into);
}

static const struct rule votes_rules[] = {
  {"quality", KQA_FIELD_VOTES_QUALITY, false, read_quality_vote,
   offsetof(struct kqa_round, quality), NULL},
  {"nomination", KQA_FIELD_VOTES_NOMINATION, false, read_nomination_vote,
   offsetof(struct kqa_round, nomination), NULL},
};

static bool read_votes(struct reader *reader, const struct json_value *value, void *into)
{
  (void)into;
  return read_members(reader, value, votes_rules, COUNT(votes_rules), &reader->file->round);
}

static bool read_members_count(struct reader *reader, const struct json_value *value, void *into)
{
  struct kqa_round *round = into;
  round->has_committee = 1;
  return read_integer32(reader, value, &round->members);
}

static const struct rule committee_rules[] = {
  {"members", KQA_FIELD_MEMBERS, false, read_members_count, 0, NULL},
};

static bool read_committee(struct reader *reader, const struct json_value *value, void *into)
{
  (void)into;
  return read_members(reader, value, committee_rules, COUNT(committee_rules), &reader->file->round);
}

static bool read_criteria(struct reader *reader, const struct json_value *value, void *into)
{
  const char **id = into;
  if (!read_text(reader, value, into))
    return false;
  int32_t status = kqa_criteria_find(*id, &reader->file->criteria).status;
  return status == KQA_OK || refuse(reader, status);
}

static bool keep_list(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_ARRAY)
    return refuse_expecting(reader, KQA_E_TYPE, a_list);
  *(const struct json_value **)into = value;
  return true;
}

static bool keep_object(struct reader *reader, const struct json_value *value, void *into)
{
  if (value->kind != JSON_OBJECT)
    return refuse_expecting(reader, KQA_E_TYPE, an_object);
  *(const struct json_value **)into = value;
  return true;
}

/* Each is read after those that it needs: sheets need the criteria, votes the organisations. */
static const struct rule top_rules[] = {
  {"year", KQA_FIELD_YEAR, true, read_integer32, offsetof(struct top, year), NULL},
  {"application_deadline", KQA_FIELD_DEADLINE, true, read_date, offsetof(struct top, deadline),
   NULL},
  {"ordinance", KQA_FIELD_EDITION_ID, false, read_text, offsetof(struct top, ordinance), NULL},
  {"amend", KQA_FIELD_ROUND, false, keep_object, offsetof(struct top, amend), NULL},
  {"readings", KQA_FIELD_ROUND, false, keep_object, offsetof(struct top, readings), NULL},
  {"criteria", KQA_FIELD_CRITERIA, false, read_criteria, offsetof(struct top, criteria), NULL},
  {"committee", KQA_FIELD_ROUND, false, read_committee, 0, NULL},
  {"special_nominations", KQA_FIELD_ROUND, false, keep_list, offsetof(struct top, special), NULL},
  {"organizations", KQA_FIELD_ORGANIZATIONS, true, read_organizations,
   offsetof(struct top, special), NULL},
  {"votes", KQA_FIELD_ROUND, false, read_votes, 0, NULL},
};

static bool choose_edition(struct reader *reader, const struct top *top)
{
  struct kqa_edition *edition = &reader->file->edition;
  struct kqa_fault fault = top->ordinance != NULL ? kqa_edition_find(top->ordinance, edition)
                                                  : kqa_edition_on(top->deadline, edition);
  if (fault.status == KQA_OK)
    return true;
  static const struct rule by_name = {.field = KQA_FIELD_EDITION_ID};
  static const struct rule by_day = {.field = KQA_FIELD_DATE};
  reader->rule = top->ordinance != NULL ? &by_name : &by_day;
  enter_key(reader, top->ordinance != NULL ? "ordinance" : "application_deadline");
  return refuse(reader, fault.status);
}

/* Whether the value's type is one in which the form lets this parameter be written. */
static bool type_fits(const struct kqa_parameter *parameter, const struct json_value *value)
{
  switch (parameter->kind) {
  case KQA_PARAMETER_COUNT:
  case KQA_PARAMETER_MONEY:
    return is_integer_literal(value);
  case KQA_PARAMETER_READING:
    return value->kind == JSON_STRING;
  default:
    return value->kind == JSON_NUMBER || value->kind == JSON_STRING;
  }
}

static bool set_one(struct reader *reader, const struct json_value *value, bool readings)
{
  struct kqa_parameter parameter = kqa_parameter_find(value->key);
  bool known = parameter.field != 0 && (parameter.kind == KQA_PARAMETER_READING) == readings;
  struct rule rule = {.field = known ? parameter.field : KQA_FIELD_PARAMETER_NAME};
  reader->rule = &rule;
  int32_t status = KQA_OK;
  if (!known)
    status = KQA_E_NAME;
  else if (value->kind != JSON_NULL && !type_fits(&parameter, value))
    status = KQA_E_TYPE;
  else if (value->kind != JSON_NULL)
    status = kqa_edition_set(&reader->file->edition, value->key, value->text).status;
  bool fine = status == KQA_OK || refuse(reader, status);
  reader->rule = NULL;
  return fine;
}

static bool set_all(struct reader *reader, const struct json_value *object, const char *name)
{
  if (object == NULL)
    return true;
  size_t outer = enter_key(reader, name);
  for (const struct json_value *value = object->first; value != NULL; value = value->next) {
    size_t mark = enter_key(reader, value->key);
    if (!set_one(reader, value, strcmp(name, "readings") == 0))
      return false;
    leave(reader, mark);
  }
  leave(reader, outer);
  return true;
}

/* The path of a fault that the library found. */
static struct round_fault fault_of_library(const struct round_file *file, struct kqa_fault fault)
{
  struct round_fault result = {.fault = fault};
  const char *key = NULL;
  bool entry = fault.field == KQA_FIELD_VOTES_QUALITY_YES ||
               fault.field == KQA_FIELD_VOTES_QUALITY_RUNOFF ||
               fault.field == KQA_FIELD_VOTES_NOMINATION_YES ||
               fault.field == KQA_FIELD_VOTES_NOMINATION_RUNOFF;
  if (entry)
    key = file->ids[fault.index[0]];
  for (int32_t i = 0; fault.field == KQA_FIELD_SPECIAL_NOMINATIONS && i < file->special_count; i++)
    if (file->special_places[i] == fault.index[0]) {
      fault.index[0] = i;
      break;
    }
  char path[JSON_PATH_SIZE];
  kqa_fault_path(&fault, key, path, sizeof path);
  struct kqa_parameter parameter = kqa_parameter_find(path);
  if (parameter.field != 0)
    json_path_key(result.path, parameter.kind == KQA_PARAMETER_READING ? "readings" : "amend");
  json_path_key(result.path, path);
  return result;
}

static bool make_edition(struct reader *reader, const struct top *top)
{
  if (!choose_edition(reader, top) || !set_all(reader, top->amend, "amend") ||
      !set_all(reader, top->readings, "readings"))
    return false;
  struct kqa_fault fault = kqa_edition_check(&reader->file->edition);
  if (fault.status == KQA_OK)
    return true;
  *reader->fault = fault_of_library(reader->file, fault);
  return false;
}

/* One without a dossier is appended after the organisations. */
static int32_t place_of_nominee(struct reader *reader, const char *id)
{
  struct round_file *file = reader->file;
  int32_t place = place_of(reader, id);
  if (place < 0) {
    place = file->round.organization_count++;
    file->organizations[place] = kqa_organization_blank();
    file->organizations[place].has_dossier = 0;
    file->ids[place] = id;
    file->names[place] = NULL;
  }
  file->organizations[place].special_nomination = 1;
  return place;
}

static bool read_nominees(struct reader *reader, const struct json_value *list,
                          struct id_place *sorted)
{
  struct round_file *file = reader->file;
  static const struct rule rule = {.field = KQA_FIELD_SPECIAL_NOMINATIONS};
  reader->rule = &rule;
  int32_t place = 0;
  for (const struct json_value *item = list->first; item != NULL; item = item->next) {
    size_t mark = enter_index(reader, (size_t)place);
    if (item->kind != JSON_STRING)
      return refuse_expecting(reader, KQA_E_TYPE, a_text);
    leave(reader, mark);
    sorted[place] = (struct id_place){.id = item->text, .place = place};
    place++;
  }
  int32_t repeated = sort_ids(sorted, list->length);
  if (repeated >= 0) {
    enter_index(reader, (size_t)repeated);
    reader->rule = NULL;
    return refuse(reader, KQA_E_DUPLICATE);
  }
  for (const struct json_value *item = list->first; item != NULL; item = item->next)
    file->special_places[file->special_count++] = place_of_nominee(reader, item->text);
  return true;
}

static bool read_special(struct reader *reader, const struct json_value *list)
{
  if (list == NULL)
    return true;
  size_t mark = enter_key(reader, "special_nominations");
  struct id_place *sorted = malloc((list->length + 1) * sizeof *sorted);
  reader->file->special_places = malloc((list->length + 1) * sizeof(int32_t));
  bool fine = sorted != NULL && reader->file->special_places != NULL;
  fine = fine ? read_nominees(reader, list, sorted) : refuse(reader, KQA_E_TOO_LARGE);
  free(sorted);
  leave(reader, mark);
  return fine;
}

static bool refuse_vote_without_committee(struct reader *reader)
{
  const struct kqa_round *round = &reader->file->round;
  if (round->has_committee || (!round->quality.held && !round->nomination.held))
    return true;
  reader->rule = &committee_rules[0];
  enter_key(reader, "committee");
  enter_key(reader, "members");
  return refuse(reader, KQA_E_MISSING);
}

static bool read_round(struct reader *reader, const struct json_value *root)
{
  struct top top = {0};
  kqa_criteria_find("gbt19580-2012", &reader->file->criteria);
  if (!read_members(reader, root, top_rules, COUNT(top_rules), &top))
    return false;
  reader->rule = NULL;
  reader->file->round.year = top.year;
  reader->file->round.deadline = top.deadline;
  return make_edition(reader, &top) && read_special(reader, top.special) &&
         refuse_vote_without_committee(reader);
}

bool round_file_read(const struct json_value *root, struct round_file *file,
                     struct round_fault *fault)
{
  struct reader reader = {.file = file, .fault = fault};
  *file = (struct round_file){0};
  *fault = (struct round_fault){0};
  bool fine = read_round(&reader, root);
  free(reader.ids);
  file->incidents = (void *)reader.incidents.items;
  file->sanctions = (void *)reader.sanctions.items;
  file->history = (void *)reader.history.items;
  file->percents = (void *)reader.percents.items;
  if (!fine) {
    round_file_free(file);
    return false;
  }
  struct kqa_round *round = &file->round;
  round->criteria = &file->criteria;
  round->organizations = file->organizations;
  round->incidents = file->incidents;
  round->sanctions = file->sanctions;
  round->history = file->history;
  round->percents = file->percents;
  round->incident_count = (int32_t)reader.incidents.count;
  round->sanction_count = (int32_t)reader.sanctions.count;
  round->history_count = (int32_t)reader.history.count;
  round->sheet_count = (int32_t)(reader.percents.count / (size_t)file->criteria.item_count);
  return true;
}

void round_file_free(struct round_file *file)
{
  free(file->ids);
  free(file->names);
  free(file->special_places);
  free(file->organizations);
  free(file->incidents);
  free(file->sanctions);
  free(file->history);
  free(file->percents);
  *file = (struct round_file){0};
}

/* Working room for the search for what depends on readings. */
struct room {
  struct kqa_outcome *other;
  struct kqa_ranked *ranked;
  struct kqa_candidate *candidates;
};

static struct kqa_fault decide(const struct round_file *file, struct round_result *result,
                               const struct room *room)
{
  result->summary = kqa_round_decide(&file->edition, &file->round, result->outcomes,
                                     result->ranking, room->candidates);
  if (result->summary.fault.status != KQA_OK)
    return result->summary.fault;
  return kqa_round_dependence(&file->edition, &file->round, result->outcomes, room->other,
                              room->ranked, room->candidates);
}

static struct kqa_fault decide_under(const struct round_file *file, struct round_result *result,
                                     const struct room *room)
{
  result->summary = kqa_round_decide_under(&file->edition, &file->round, result->outcomes,
                                           result->ranking, room->candidates);
  return result->summary.fault;
}

/* Decides in rooms made for it. */
static bool decide_in_room(const struct round_file *file, struct round_result *result,
                           struct round_fault *fault,
                           struct kqa_fault (*decider)(const struct round_file *,
                                                       struct round_result *, const struct room *))
{
  /* One more than needed: a round without organisations has lists, too. */
  size_t count = (size_t)file->round.organization_count + 1;
  struct room room = {.other = malloc(count * sizeof *room.other),
                      .ranked = malloc(count * sizeof *room.ranked),
                      .candidates = malloc(count * sizeof *room.candidates)};
  *result = (struct round_result){.outcomes = malloc(count * sizeof *result->outcomes),
                                  .ranking = malloc(count * sizeof *result->ranking)};
  *fault = (struct round_fault){.fault.status = KQA_E_TOO_LARGE};
  if (room.other != NULL && room.ranked != NULL && room.candidates != NULL &&
      result->outcomes != NULL && result->ranking != NULL)
    *fault = fault_of_library(file, decider(file, result, &room));
  free(room.other);
  free(room.ranked);
  free(room.candidates);
  if (fault->fault.status != KQA_OK)
    round_result_free(result);
  return fault->fault.status == KQA_OK;
}

bool round_file_decide(const struct round_file *file, struct round_result *result,
                       struct round_fault *fault)
{
  return decide_in_room(file, result, fault, decide);
}

bool round_file_decide_under(const struct round_file *file, struct round_result *result,
                             struct round_fault *fault)
{
  return decide_in_room(file, result, fault, decide_under);
}

void round_result_free(struct round_result *result)
{
  free(result->outcomes);
  free(result->ranking);
  *result = (struct round_result){0};
}

struct round_fault round_fault_of_json(const struct json_fault *json)
{
  static const int32_t statuses[] = {
    [JSON_OK] = KQA_OK,
    [JSON_E_UNREADABLE] = KQA_E_UNREADABLE,
    [JSON_E_TOO_LARGE] = KQA_E_TOO_LARGE,
    [JSON_E_ENCODING] = KQA_E_ENCODING,
    [JSON_E_SYNTAX] = KQA_E_SYNTAX,
    [JSON_E_TRUNCATED] = KQA_E_SYNTAX,
    [JSON_E_DEPTH] = KQA_E_SYNTAX,
    [JSON_E_DUPLICATE] = KQA_E_DUPLICATE,
    [JSON_E_MEMORY] = KQA_E_TOO_LARGE,
  };
  static const char *const small[2] = {"不超过128 MiB的文件", "a file of at most 128 MiB"};
  static const char *const shallow[2] = {"嵌套不超过64层的JSON", "JSON nested at most 64 deep"};
  struct round_fault fault = {.fault = {.status = statuses[json->status], .field = KQA_FIELD_ROUND},
                              .line = json->line};
  memcpy(fault.path, json->path, sizeof fault.path);
  if (json->status == JSON_E_TOO_LARGE)
    fault.expected = small;
  else if (json->status == JSON_E_DEPTH)
    fault.expected = shallow;
  return fault;
}

void round_fault_text(const struct round_fault *fault, const char *name, int32_t language,
                      char *buffer, size_t capacity)
{
  bool chinese = language == KQA_LANGUAGE_ZH;
  bool whole = fault->path[0] == '\0';
  char line[48] = "";
  if (fault->line > 0)
    snprintf(line, sizeof line, chinese ? "（第%zu行）" : " (line %zu)", fault->line);
  const char *rule = whole || fault->fault.field != KQA_FIELD_ROUND
                       ? kqa_field_rule(fault->fault.field, language)
                       : "";
  if (fault->expected != NULL)
    rule = fault->expected[chinese ? 0 : 1];
  const char *expected = chinese ? "；应为" : "; expected ";
  snprintf(buffer, capacity, "%s%s%s%s%s%s%s", whole ? name : fault->path, line,
           chinese ? "：" : ": ", kqa_status_text(fault->fault.status, language),
           rule[0] == '\0' ? "" : expected, rule, chinese ? "。" : ".");
}
