#include "rounds.h"

#include <stdlib.h>
#include <string.h>

#include "round_file.h"
#include "round_json.h"

enum {
  SUMMARY = 14,
  ROW = 21,
  COMPARISON = 17,
  TRANSITIONS = KQA_OUTCOMES * KQA_OUTCOMES,
  CHANGE = 12 + 2 * JAVA_FINDING,
  SETS = 2 * KQA_READING_SET_WORDS
};

/* A round as it is read, and what it came to. */
struct room {
  struct json_tree tree;
  struct round_file file;
  struct round_result result;
};

static bool refuse_round(JNIEnv *jenv, const struct round_fault *fault)
{
  char zh[1024];
  char en[1024];
  round_fault_text(fault, "本轮", KQA_LANGUAGE_ZH, zh, sizeof zh);
  round_fault_text(fault, "round", KQA_LANGUAGE_EN, en, sizeof en);
  kqa_java_throw(jenv, fault->fault, fault->path, zh, en);
  return false;
}

static void close_room(struct room *room)
{
  round_result_free(&room->result);
  round_file_free(&room->file);
  json_free(&room->tree);
}

static bool open_room(JNIEnv *jenv, jbyteArray json, struct room *room)
{
  struct round_fault fault;
  size_t length = 0;
  memset(room, 0, sizeof *room);
  char *text = kqa_java_text_in(jenv, json, &length);
  if (text == NULL)
    return false;
  room->tree = json_read_text(text, length);
  free(text);
  if (room->tree.fault.status != JSON_OK) {
    fault = round_fault_of_json(&room->tree.fault);
    json_free(&room->tree);
    return refuse_round(jenv, &fault);
  }
  if (round_file_read(room->tree.root, &room->file, &fault))
    return true;
  json_free(&room->tree);
  return refuse_round(jenv, &fault);
}

static bool decide(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition, bool under,
                   struct room *room)
{
  struct round_fault fault;
  if (!open_room(jenv, json, room))
    return false;
  room->file.edition = *edition;
  if (under ? round_file_decide_under(&room->file, &room->result, &fault)
            : round_file_decide(&room->file, &room->result, &fault))
    return true;
  round_file_free(&room->file);
  json_free(&room->tree);
  return refuse_round(jenv, &fault);
}

static jobjectArray new_array(JNIEnv *jenv, const char *class, jsize count)
{
  jclass element = (*jenv)->FindClass(jenv, class);
  return element == NULL ? NULL : (*jenv)->NewObjectArray(jenv, count, element, NULL);
}

/* Texts as a String[]; an absent one stays null. */
static jobjectArray from_texts(JNIEnv *jenv, const char **texts, int32_t count)
{
  jobjectArray array = new_array(jenv, "java/lang/String", count);
  for (int32_t i = 0; array != NULL && i < count; i++) {
    jstring text = texts[i] == NULL ? NULL : kqa_java_text(jenv, texts[i]);
    if (texts[i] != NULL && text == NULL)
      return NULL;
    (*jenv)->SetObjectArrayElement(jenv, array, i, text);
    (*jenv)->DeleteLocalRef(jenv, text);
  }
  return array;
}

/* The three parts of an answer; NULL when one could not be made. */
static jobjectArray from_parts(JNIEnv *jenv, jobject first, jobject second, jobject third)
{
  jobject parts[] = {first, second, third};
  for (jsize i = 0; i < 3; i++)
    if (parts[i] == NULL)
      return NULL;
  jobjectArray array = new_array(jenv, "java/lang/Object", 3);
  for (jsize i = 0; array != NULL && i < 3; i++)
    (*jenv)->SetObjectArrayElement(jenv, array, i, parts[i]);
  return array;
}

jobjectArray plain_round_read(JNIEnv *jenv, jbyteArray json)
{
  struct room room;
  if (!open_room(jenv, json, &room))
    return NULL;
  const jlong days[] = {room.file.round.year, kqa_java_from_date(room.file.round.deadline)};
  jobject edition = kqa_java_keep(jenv, &room.file.edition, sizeof room.file.edition);
  jobject numbers = edition == NULL ? NULL : kqa_java_from_numbers(jenv, days, 2);
  jobject ids =
    numbers == NULL ? NULL : from_texts(jenv, room.file.ids, room.file.round.organization_count);
  jobjectArray answer = from_parts(jenv, edition, numbers, ids);
  close_room(&room);
  return answer;
}

static jlong *write_summary(jlong *out, const struct room *room)
{
  const struct kqa_round_summary *summary = &room->result.summary;
  const jlong numbers[SUMMARY] = {
    room->file.round.year,      summary->candidates,
    summary->quality_vote,      summary->nomination_vote,
    summary->quality_tied,      summary->nomination_tied,
    summary->quality.quota,     summary->quality.taken,
    summary->quality.off_quota, summary->nomination.quota,
    summary->nomination.taken,  summary->nomination.off_quota,
    summary->prize_total,       room->file.round.organization_count,
  };
  memcpy(out, numbers, sizeof numbers);
  out += SUMMARY;
  for (int32_t i = 0; i < summary->candidates; i++)
    *out++ = room->result.ranking[i].order;
  return out;
}

static jlong entry_of_vote(const struct kqa_vote *vote, int32_t votes)
{
  return vote->held ? votes : KQA_NO_ENTRY;
}

/* One row: ROW numbers, the last of which says how many findings follow. */
static jlong *write_row(jlong *out, const struct room *room, int32_t place)
{
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  const struct kqa_outcome *outcome = &room->result.outcomes[place];
  const struct kqa_round *round = &room->file.round;
  struct kqa_number count =
    kqa_round_findings(&room->file.edition, round, &room->result.summary, room->result.outcomes,
                       place, findings, KQA_ROUND_FINDINGS);
  const jlong numbers[ROW] = {
    outcome->outcome,
    outcome->eligible,
    outcome->rank,
    outcome->award,
    outcome->off_quota,
    outcome->special,
    outcome->quality_place,
    outcome->nomination_place,
    outcome->missing,
    outcome->outcome_readings,
    outcome->prize_readings,
    outcome->document.num,
    outcome->document.den,
    outcome->site.num,
    outcome->site.den,
    outcome->total.num,
    outcome->total.den,
    outcome->prize,
    entry_of_vote(&round->quality, round->organizations[place].quality_yes),
    entry_of_vote(&round->nomination, round->organizations[place].nomination_yes),
    count.value,
  };
  memcpy(out, numbers, sizeof numbers);
  out += ROW;
  for (int64_t i = 0; i < count.value; i++, out += JAVA_FINDING)
    kqa_java_write_finding(out, &findings[i]);
  return out;
}

static jlongArray numbers_of(JNIEnv *jenv, const struct room *room)
{
  size_t organizations = (size_t)room->file.round.organization_count;
  size_t most = SUMMARY + organizations * (1 + ROW + JAVA_FINDING * (size_t)KQA_ROUND_FINDINGS);
  jlong *numbers = malloc(most * sizeof *numbers);
  if (numbers == NULL) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  jlong *out = write_summary(numbers, room);
  for (int32_t i = 0; i < room->file.round.organization_count; i++)
    out = write_row(out, room, i);
  jlongArray array = kqa_java_from_numbers(jenv, numbers, (size_t)(out - numbers));
  free(numbers);
  return array;
}

jobjectArray plain_round_decide(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition,
                                bool under)
{
  struct room room;
  if (!decide(jenv, json, edition, under, &room))
    return NULL;
  int32_t count = room.file.round.organization_count;
  jobject numbers = numbers_of(jenv, &room);
  jobject ids = numbers == NULL ? NULL : from_texts(jenv, room.file.ids, count);
  jobject names = ids == NULL ? NULL : from_texts(jenv, room.file.names, count);
  jobjectArray answer = from_parts(jenv, numbers, ids, names);
  close_room(&room);
  return answer;
}

jbyteArray plain_round_json(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition,
                            bool under)
{
  struct room room;
  struct round_text text = {0};
  jbyteArray answer = NULL;
  if (!decide(jenv, json, edition, under, &room))
    return NULL;
  if (round_write_json(&room.file, &room.result, &text))
    answer = kqa_java_keep(jenv, text.bytes, text.length);
  else
    kqa_java_no_memory(jenv);
  free(text.bytes);
  close_room(&room);
  return answer;
}

static struct kqa_decided_round decided(const struct room *room)
{
  return (struct kqa_decided_round){&room->file.edition, &room->file.round, &room->result.summary,
                                    room->result.outcomes};
}

static jlong *write_comparison(jlong *out, const struct kqa_comparison *comparison)
{
  const jlong numbers[COMPARISON] = {
    comparison->organizations,
    comparison->flipped,
    comparison->changed,
    comparison->quality_before.quota,
    comparison->quality_before.taken,
    comparison->quality_before.off_quota,
    comparison->quality_after.quota,
    comparison->quality_after.taken,
    comparison->quality_after.off_quota,
    comparison->nomination_before.quota,
    comparison->nomination_before.taken,
    comparison->nomination_before.off_quota,
    comparison->nomination_after.quota,
    comparison->nomination_after.taken,
    comparison->nomination_after.off_quota,
    comparison->prize_before,
    comparison->prize_after,
  };
  memcpy(out, numbers, sizeof numbers);
  out += COMPARISON;
  for (int i = 0; i < TRANSITIONS; i++)
    *out++ = comparison->transitions[i];
  return out;
}

static jlong *write_change(jlong *out, const struct kqa_change *change)
{
  const jlong numbers[CHANGE - 2 * JAVA_FINDING] = {
    change->changed,     change->outcome_before,   change->outcome_after,   change->award_before,
    change->award_after, change->off_quota_before, change->off_quota_after, change->rank_before,
    change->rank_after,  change->provision,        change->prize_before,    change->prize_after,
  };
  memcpy(out, numbers, sizeof numbers);
  kqa_java_write_finding(out + CHANGE - 2 * JAVA_FINDING, &change->before);
  kqa_java_write_finding(out + CHANGE - JAVA_FINDING, &change->after);
  return out + CHANGE;
}

static jlongArray compare(JNIEnv *jenv, const struct room *before, const struct room *after)
{
  const struct kqa_decided_round one = decided(before);
  const struct kqa_decided_round two = decided(after);
  const struct kqa_comparison comparison = kqa_round_compare(&one, &two);
  if (!kqa_java_fine(jenv, comparison.fault))
    return NULL;
  size_t most = COMPARISON + TRANSITIONS + CHANGE * (size_t)comparison.organizations;
  jlong *numbers = malloc(most * sizeof *numbers);
  if (numbers == NULL) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  jlong *out = write_comparison(numbers, &comparison);
  for (int32_t i = 0; i < comparison.organizations; i++) {
    const struct kqa_change change = kqa_round_change(&one, &two, i);
    out = write_change(out, &change);
  }
  jlongArray answer = kqa_java_from_numbers(jenv, numbers, most);
  free(numbers);
  return answer;
}

jlongArray plain_round_compare(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *a,
                               bool a_under, jbyteArray other, const struct kqa_edition *b,
                               bool b_under)
{
  struct room before;
  struct room after;
  jlongArray answer = NULL;
  if (!decide(jenv, json, a, a_under, &before))
    return NULL;
  if (decide(jenv, other, b, b_under, &after)) {
    answer = compare(jenv, &before, &after);
    close_room(&after);
  }
  close_room(&before);
  return answer;
}

static jlongArray from_sets(JNIEnv *jenv, const struct kqa_sensitivity *sets, size_t count)
{
  jlong *numbers = malloc((SETS * count + 1) * sizeof *numbers);
  if (numbers == NULL) {
    kqa_java_no_memory(jenv);
    return NULL;
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t word = 0; word < KQA_READING_SET_WORDS; word++) {
      numbers[SETS * i + word] = sets[i].outcome_sets[word];
      numbers[SETS * i + KQA_READING_SET_WORDS + word] = sets[i].prize_sets[word];
    }
  }
  jlongArray answer = kqa_java_from_numbers(jenv, numbers, SETS * count);
  free(numbers);
  return answer;
}

jlongArray plain_round_sensitivity(JNIEnv *jenv, jbyteArray json, const struct kqa_edition *edition)
{
  struct room room;
  jlongArray answer = NULL;
  if (!open_room(jenv, json, &room))
    return NULL;
  size_t count = (size_t)room.file.round.organization_count;
  struct kqa_sensitivity *sets = calloc(count + 1, sizeof *sets);
  struct kqa_outcome *outcomes = calloc(count + 1, sizeof *outcomes);
  struct kqa_outcome *more = calloc(count + 1, sizeof *more);
  struct kqa_ranked *ranked = calloc(count + 1, sizeof *ranked);
  struct kqa_candidate *candidates = calloc(count + 1, sizeof *candidates);
  if (sets == NULL || outcomes == NULL || more == NULL || ranked == NULL || candidates == NULL)
    kqa_java_no_memory(jenv);
  else if (kqa_java_fine(jenv, kqa_round_sensitivity(edition, &room.file.round, sets, outcomes,
                                                     more, ranked, candidates)))
    answer = from_sets(jenv, sets, count);
  free(candidates);
  free(ranked);
  free(more);
  free(outcomes);
  free(sets);
  close_room(&room);
  return answer;
}
