#include "round_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One that stands in a vote. */
struct standing {
  int32_t place;
  int32_t yes;
  int32_t runoff;
};

static const int32_t prize_provisions[] = {KQA_PROVISION_PRIZE_NOT_REPEATED,
                                           KQA_PROVISION_PRIZE_UNDER_CAP, 0};

const char *in(const struct report *report, const char *zh, const char *en)
{
  return report->language == KQA_LANGUAGE_ZH ? zh : en;
}

void print_section(const struct report *report, const char *zh, const char *en)
{
  static const char *const numerals[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "十"};
  int section = (*report->sections)++;
  if (report->language == KQA_LANGUAGE_ZH)
    printf("\n%s、%s\n", numerals[section % 10], zh);
  else
    printf("\n%d. %s\n", section + 1, en);
}

const char *name_of(const struct report *report, int32_t place)
{
  const char *name = report->file->names[place];
  return name == NULL ? "" : name;
}

void print_organization(const struct report *report, int32_t place)
{
  const char *name = name_of(report, place);
  printf("  ");
  cjk_print(report->file->ids[place]);
  if (*name != '\0')
    putchar(' ');
  cjk_print(name);
}

/* Digits in groups of three. */
static const char *grouped(int64_t value, char buffer[32])
{
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%" PRId64, value);
  char *out = buffer;
  for (int i = 0; i < length; i++) {
    *out++ = digits[i];
    int left = length - 1 - i;
    if (left > 0 && left % 3 == 0 && digits[i] != '-')
      *out++ = ',';
  }
  *out = '\0';
  return buffer;
}

void add_integer(struct table *table, int64_t value)
{
  char text[32];
  table_add_copy(table, grouped(value, text));
}

static bool decimals_hold(struct kqa_ratio score, int32_t decimals)
{
  return kqa_ratio_compare(kqa_ratio_round(score, decimals).value, score).value == 0;
}

bool is_shown_exactly(struct kqa_ratio score)
{
  return decimals_hold(score, 2);
}

const char *exact_text(struct kqa_ratio score, char buffer[SCORE_TEXT])
{
  if (score.den == 0)
    return "-";
  if (decimals_hold(score, 3))
    kqa_ratio_format_rounded(score, decimals_hold(score, 2) ? 2 : 3, buffer, SCORE_TEXT);
  else
    kqa_ratio_format(score, buffer, SCORE_TEXT);
  return buffer;
}

void add_score(struct table *table, struct kqa_ratio score)
{
  char text[SCORE_TEXT] = "-";
  if (score.den != 0)
    kqa_ratio_format_rounded(score, 2, text, sizeof text);
  table_add_copy(table, text);
}

void add_exact_score(struct table *table, struct kqa_ratio score)
{
  char text[SCORE_TEXT];
  table_add_copy(table, is_shown_exactly(score) ? "" : exact_text(score, text));
}

static bool is_among(int32_t provision, const int32_t *provisions)
{
  while (*provisions != 0 && *provisions != provision)
    provisions++;
  return *provisions != 0;
}

static void print_finding(const struct report *report, const struct kqa_finding *finding)
{
  char text[512];
  kqa_finding_text(finding, report->language, text, sizeof text);
  printf(in(report, "    %s。\n", "    %s.\n"), text);
}

void print_unmet(const struct report *report, int32_t place, const int32_t *provisions)
{
  const struct round_result *result = report->result;
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  struct kqa_number count =
    kqa_round_findings(&report->file->edition, &report->file->round, &result->summary,
                       result->outcomes, place, findings, KQA_ROUND_FINDINGS);
  for (int64_t i = 0; i < count.value && i < KQA_ROUND_FINDINGS; i++)
    if (findings[i].verdict == KQA_VERDICT_NOT_MET && is_among(findings[i].provision, provisions))
      print_finding(report, &findings[i]);
}

/* The two votes. */

static int32_t place_in_vote(const struct kqa_outcome *outcome, int32_t award)
{
  return award == KQA_AWARD_QUALITY ? outcome->quality_place : outcome->nomination_place;
}

static const char *place_text(const struct report *report, int32_t place)
{
  switch (place) {
  case KQA_PLACE_SEATED:
    return in(report, "入选，占名额", "elected within the quota");
  case KQA_PLACE_OFF_QUOTA:
    return in(report, "入选，不占名额", "elected off the quota");
  case KQA_PLACE_TIED:
    return in(report, "末席得票并列，待再次表决", "tied for the last seat, second ballot needed");
  case KQA_PLACE_NO_SEAT:
    return in(report, "赞成票达标，名额已满", "enough votes, no seat left");
  default:
    return in(report, "赞成票未达标", "too few votes in favour");
  }
}

static const char *convener_text(const struct report *report, int32_t convener)
{
  switch (convener) {
  case KQA_CONVENER_CHAIR:
    return in(report, "评委会主任", "the chair");
  case KQA_CONVENER_DELEGATED_VICE_CHAIR:
    return in(report, "受主任委托的副主任", "a vice chair delegated by the chair");
  default:
    return in(report, "其他人", "somebody else");
  }
}

static int by_votes(const void *a, const void *b)
{
  const struct standing *left = a;
  const struct standing *right = b;
  if (left->yes != right->yes)
    return left->yes < right->yes ? 1 : -1;
  if (left->runoff != right->runoff)
    return left->runoff < right->runoff ? 1 : -1;
  return left->place < right->place ? -1 : 1;
}

static struct standing standing_of(const struct report *report, int32_t place, int32_t award)
{
  const struct kqa_organization *organization = &report->file->organizations[place];
  bool quality = award == KQA_AWARD_QUALITY;
  int32_t yes = quality ? organization->quality_yes : organization->nomination_yes;
  return (struct standing){
    .place = place,
    .yes = yes == KQA_NO_ENTRY ? 0 : yes,
    .runoff = quality ? organization->quality_runoff : organization->nomination_runoff,
  };
}

static size_t list_standing(const struct report *report, int32_t award, struct standing *list)
{
  size_t count = 0;
  for (int32_t i = 0; i < report->file->round.organization_count; i++)
    if (place_in_vote(&report->result->outcomes[i], award) != KQA_PLACE_NONE)
      list[count++] = standing_of(report, i, award);
  qsort(list, count, sizeof *list, by_votes);
  return count;
}

static void add_heading(struct table *table, const struct report *report, bool runoff)
{
  table_add(table, in(report, "编号", "Id"));
  table_add(table, in(report, "名称", "Name"));
  table_add(table, in(report, "赞成票", "Yes"));
  if (runoff)
    table_add(table, in(report, "再次表决", "Second ballot"));
  table_add(table, in(report, "表决结果", "Result"));
  table_add(table, in(report, "奖金（元）", "Prize (yuan)"));
}

static void add_standing(struct table *table, const struct report *report, int32_t award,
                         const struct standing *one, bool runoff)
{
  const struct kqa_outcome *outcome = &report->result->outcomes[one->place];
  table_add(table, report->file->ids[one->place]);
  table_add(table, name_of(report, one->place));
  add_integer(table, one->yes);
  if (runoff && one->runoff == KQA_NO_ENTRY)
    table_add(table, "");
  else if (runoff)
    add_integer(table, one->runoff);
  table_add(table, place_text(report, place_in_vote(outcome, award)));
  if (outcome->award == award && !outcome->special)
    add_integer(table, outcome->prize);
  else
    table_add(table, "");
}

static void print_standing(const struct report *report, int32_t award, const struct standing *list,
                           size_t count)
{
  bool runoff = false;
  for (size_t i = 0; i < count; i++)
    runoff = runoff || list[i].runoff != KQA_NO_ENTRY;
  struct table table = {.columns = runoff ? 6 : 5,
                        .right = {false, false, true, runoff, !runoff, true}};
  add_heading(&table, report, runoff);
  for (size_t i = 0; i < count; i++)
    add_standing(&table, report, award, &list[i], runoff);
  table_print(&table);
}

static void print_ballots(const struct report *report, int32_t award)
{
  size_t capacity = (size_t)report->file->round.organization_count + 1;
  struct standing *list = malloc(capacity * sizeof *list);
  if (list == NULL) {
    fputs("out of memory\n", stderr);
    return;
  }
  size_t count = list_standing(report, award, list);
  if (count == 0)
    puts(in(report, "  无组织进入此项表决。", "  Nobody stands in this vote."));
  else
    print_standing(report, award, list, count);
  free(list);
}

static void print_meeting(const struct report *report, const struct kqa_vote *vote)
{
  const struct kqa_edition *edition = &report->file->edition;
  int32_t members = report->file->round.members;
  struct kqa_number quorum = kqa_least_present(edition, members);
  struct kqa_number approval = kqa_least_yes(edition, vote->present);
  printf(in(report, "  召集人：%s；评委会成员%d人，到会%d人。\n",
            "  Convened by %s; %d members, %d present.\n"),
         convener_text(report, vote->convened_by), (int)members, (int)vote->present);
  if (quorum.value > 0 && approval.value > 0)
    printf(in(report, "  表决有效须至少%d人到会，通过须至少%d票赞成。\n",
              "  A valid vote needs %d present; passing needs %d votes in favour.\n"),
           (int)quorum.value, (int)approval.value);
}

static void print_void(const struct report *report, const struct kqa_vote *vote)
{
  struct kqa_decision validity = kqa_vote_validity(
    &report->file->edition, report->file->round.members, vote->convened_by, vote->present);
  puts(in(report, "  表决无效：", "  The vote is void:"));
  for (int32_t i = 0; i < validity.count; i++)
    if (validity.findings[i].verdict == KQA_VERDICT_NOT_MET)
      print_finding(report, &validity.findings[i]);
}

static void print_vote(const struct report *report, int32_t award, const struct kqa_vote *vote,
                       int32_t state)
{
  if (state == KQA_VOTE_WAITS) {
    puts(vote->held ? in(report, "  质量奖表决尚无定论，已录入的提名奖表决暂不计入。",
                         "  The quality vote is not settled; the votes entered here do not count "
                         "for now.")
                    : in(report, "  待质量奖表决有定论后进行。",
                         "  Waits until the quality vote is settled."));
    return;
  }
  if (state == KQA_VOTE_NOT_HELD) {
    puts(in(report, "  尚未表决。", "  Not held yet."));
    return;
  }
  print_meeting(report, vote);
  if (state == KQA_VOTE_VOID)
    print_void(report, vote);
  else
    print_ballots(report, award);
}

void print_votes(const struct report *report)
{
  const struct kqa_round *round = &report->file->round;
  const struct kqa_round_summary *summary = &report->result->summary;
  print_section(report, "质量奖表决与初选授奖名单（第十九条）",
                "Quality award: vote and list of winners (Art. 19)");
  print_vote(report, KQA_AWARD_QUALITY, &round->quality, summary->quality_vote);
  print_section(report, "提名奖表决与初选授奖名单（第十九条）",
                "Nomination award: vote and list of winners (Art. 19)");
  print_vote(report, KQA_AWARD_NOMINATION, &round->nomination, summary->nomination_vote);
}

void print_special_nominations(const struct report *report)
{
  const struct round_file *file = report->file;
  if (file->special_count == 0)
    return;
  print_section(report, "区政府特别贡献提名（第二十二条，不占名额）",
                "Special nominations by the district government (Art. 22, off the quota)");
  for (int32_t i = 0; i < file->special_count; i++) {
    int32_t place = file->special_places[i];
    char prize[32];
    print_organization(report, place);
    printf(in(report, "：%s，奖金%s元", ": %s, prize %s yuan"),
           kqa_award_text(report->result->outcomes[place].award, report->language),
           grouped(report->result->outcomes[place].prize, prize));
    puts(file->organizations[place].has_dossier
           ? ""
           : in(report, "（无申报材料）", " (without a dossier)"));
  }
}

/* Money and warnings. */

static void add_seats(struct table *table, const struct report *report, int32_t award,
                      const struct kqa_seats *seats)
{
  table_add(table, kqa_award_text(award, report->language));
  add_integer(table, seats->quota);
  add_integer(table, seats->taken);
  add_integer(table, seats->off_quota);
}

static void print_seats(const struct report *report)
{
  const struct kqa_round_summary *summary = &report->result->summary;
  struct table table = {.columns = 4, .right = {false, true, true, true}};
  table_add(&table, in(report, "奖项", "Award"));
  table_add(&table, in(report, "名额", "Quota"));
  table_add(&table, in(report, "已占名额", "Taken"));
  table_add(&table, in(report, "不占名额", "Off the quota"));
  add_seats(&table, report, KQA_AWARD_QUALITY, &summary->quality);
  add_seats(&table, report, KQA_AWARD_NOMINATION, &summary->nomination);
  table_print(&table);
}

static bool is_cut(const struct report *report, int32_t place)
{
  const struct kqa_outcome *outcome = &report->result->outcomes[place];
  const struct kqa_organization *organization = &report->file->organizations[place];
  if (outcome->award == KQA_AWARD_NONE || organization->history.count == 0)
    return false;
  struct kqa_prize prize = kqa_prize_decide(&report->file->edition, outcome->award,
                                            report->file->history + organization->history.first,
                                            (size_t)organization->history.count);
  for (int32_t i = 0; i < prize.count; i++)
    if (prize.findings[i].verdict == KQA_VERDICT_NOT_MET)
      return true;
  return false;
}

void print_money(const struct report *report)
{
  const struct kqa_round_summary *summary = &report->result->summary;
  struct kqa_number bound = kqa_outlay_bound(&report->file->edition, summary->quality.off_quota,
                                             summary->nomination.off_quota);
  char total[32];
  char most[32];
  print_section(report, "名额与奖金（第三条、第二十四条）", "Seats and prizes (Art. 3, 24)");
  print_seats(report);
  printf(in(report, "  奖金合计%s元；名额全部用足时，奖金支出上限为%s元。\n",
            "  Prizes total %s yuan; with every seat taken, at most %s yuan.\n"),
         grouped(summary->prize_total, total), grouped(bound.value, most));
  for (int32_t i = 0; i < report->file->round.organization_count; i++) {
    char prize[32];
    if (!is_cut(report, i))
      continue;
    print_organization(report, i);
    printf(in(report, "：奖金%s元，未足额发放\n", ": reduced prize of %s yuan\n"),
           grouped(report->result->outcomes[i].prize, prize));
    print_unmet(report, i, prize_provisions);
  }
}

static uint32_t dependence_of(const struct kqa_outcome *outcome, bool prize)
{
  return prize ? outcome->prize_readings : outcome->outcome_readings;
}

/* A line for each organisation whose outcome, or prize, another value of the reading changes. */
static void print_dependent(const struct report *report, uint32_t bit, bool prize)
{
  bool any = false;
  for (int32_t i = 0; i < report->file->round.organization_count; i++) {
    if ((dependence_of(&report->result->outcomes[i], prize) & bit) == 0)
      continue;
    if (!any)
      puts(prize ? in(report, "    换一读法奖金即改变的组织：",
                      "    Another reading changes the prize of:")
                 : in(report, "    换一读法结果即改变的组织：",
                      "    Another reading changes the outcome of:"));
    any = true;
    printf("    ");
    print_organization(report, i);
    putchar('\n');
  }
}

static const char *meaning_of(const struct report *report, int32_t field, const char *value)
{
  int32_t code = 0;
  const char *word = kqa_reading_value(field, code);
  while (*word != '\0' && strcmp(word, value) != 0)
    word = kqa_reading_value(field, ++code);
  return kqa_reading_meaning(field, code, report->language);
}

static void print_reading(const struct report *report, int32_t field)
{
  const char *name = kqa_field_name(field);
  char value[48];
  kqa_edition_get(&report->file->edition, name, value, sizeof value);
  printf(in(report, "  读法%s：%s\n", "  Reading %s: %s\n"), name,
         kqa_parameter_label(field, report->language));
  printf(in(report, "    本轮取%s：%s。%s。\n", "    Here %s: %s. %s.\n"), value,
         meaning_of(report, field, value), kqa_reading_reason(field, report->language));
  print_dependent(report, kqa_reading_bit(field), false);
  print_dependent(report, kqa_reading_bit(field), true);
}

static uint32_t print_dependence(const struct report *report)
{
  uint32_t all = 0;
  for (int32_t i = 0; i < report->file->round.organization_count; i++)
    all |= dependence_of(&report->result->outcomes[i], false) |
           dependence_of(&report->result->outcomes[i], true);
  for (size_t i = 0; all != 0 && i < kqa_parameter_count(); i++)
    if (all & kqa_reading_bit(kqa_parameter_at(i).field))
      print_reading(report, kqa_parameter_at(i).field);
  return all;
}

static bool print_vote_warning(const struct report *report, int32_t award, int32_t state,
                               int32_t tied)
{
  const char *name = kqa_award_text(award, report->language);
  if (tied > 0)
    printf(in(report, "  %s表决：%d家末席得票并列，均未取得名额，须再次表决。\n",
              "  %s: %d are tied for the last seat and none of them gets it; a second ballot is "
              "needed.\n"),
           name, (int)tied);
  if (state == KQA_VOTE_VOID)
    printf(in(report, "  %s表决无效，须重新表决。\n",
              "  %s: the vote is void and must be held again.\n"),
           name);
  return tied > 0 || state == KQA_VOTE_VOID;
}

void print_warnings(const struct report *report)
{
  const struct kqa_round_summary *summary = &report->result->summary;
  print_section(report, "需注意的事项", "Points to note");
  bool quality =
    print_vote_warning(report, KQA_AWARD_QUALITY, summary->quality_vote, summary->quality_tied);
  bool nomination = print_vote_warning(report, KQA_AWARD_NOMINATION, summary->nomination_vote,
                                       summary->nomination_tied);
  bool readings = print_dependence(report) != 0;
  if (!quality && !nomination && !readings)
    puts(in(report, "  无。", "  None."));
}
