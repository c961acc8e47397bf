#include <stdio.h>

#include "round_text.h"

static const int32_t review_provisions[] = {KQA_PROVISION_SITE_REVIEW_LIST,
                                            KQA_PROVISION_TOTAL_FLOOR, KQA_PROVISION_SITE_FLOOR, 0};

/* Heading and rules of the round. */

static void print_title(const struct report *report)
{
  char title[96];
  snprintf(title, sizeof title,
           in(report, "柯桥区政府质量奖%d年度评审结果",
              "Keqiao District Government Quality Award: the round of %d"),
           (int)report->file->round.year);
  puts(title);
  for (size_t i = cjk_width(title); i > 0; i--)
    putchar('=');
  printf("\n\n");
}

static void print_changes(const struct report *report)
{
  const struct kqa_edition *edition = &report->file->edition;
  struct kqa_edition text;
  int32_t fields[64];
  kqa_edition_find(edition->id, &text);
  size_t count = kqa_edition_diff(&text, edition, fields, 64);
  if (count == 0)
    return;
  puts(in(report, "与该版本不同之处：", "Departing from that edition:"));
  for (size_t i = 0; i < count; i++) {
    const char *name = kqa_field_name(fields[i]);
    char before[48];
    char after[48];
    kqa_edition_get(&text, name, before, sizeof before);
    kqa_edition_get(edition, name, after, sizeof after);
    printf(in(report, "  %s（%s）：%s → %s\n", "  %s (%s): %s -> %s\n"),
           kqa_parameter_label(fields[i], report->language), name, before, after);
  }
}

static void print_heading(const struct report *report)
{
  const struct round_file *file = report->file;
  char from[16];
  char deadline[16];
  kqa_date_format(file->edition.in_force_from, from, sizeof from);
  kqa_date_format(file->round.deadline, deadline, sizeof deadline);
  print_title(report);
  printf(in(report, "评审依据：《柯桥区政府质量奖评审管理办法》（版本%s，%s起施行）\n",
            "Rules: review rules of the Keqiao District Government Quality Award (edition %s, "
            "in force from %s)\n"),
         file->edition.id, from);
  printf(in(report, "申报截止：%s\n", "Deadline for applications: %s\n"), deadline);
  printf(in(report, "评审标准：%s\n", "Criteria: %s\n"), file->criteria.id);
  if (file->round.has_committee)
    printf(in(report, "评委会：%d人\n", "Review committee: %d members\n"),
           (int)file->round.members);
  print_changes(report);
}

static void print_overview(const struct report *report)
{
  const struct round_file *file = report->file;
  int32_t counts[KQA_OUTCOME_QUALITY + 1] = {0};
  int32_t applicants = 0;
  for (int32_t i = 0; i < file->round.organization_count; i++) {
    counts[report->result->outcomes[i].outcome]++;
    applicants += file->organizations[i].has_dossier;
  }
  print_section(report, "概况", "Overview");
  printf(in(report, "  申报组织%d家，列入候选名单%d家", "  Applicants: %d; candidates: %d"),
         (int)applicants, (int)report->result->summary.candidates);
  if (file->special_count > 0)
    printf(in(report, "，特别贡献提名%d家", "; special nominations: %d"), (int)file->special_count);
  puts(in(report, "。各家结果：", ". Outcomes:"));
  struct table table = {.columns = 2, .right = {false, true}};
  for (int32_t i = KQA_OUTCOME_QUALITY; i >= KQA_OUTCOME_INELIGIBLE; i--) {
    if (counts[i] == 0)
      continue;
    table_add(&table, kqa_outcome_text(i, report->language));
    add_integer(&table, counts[i]);
  }
  table_print(&table);
}

/* Qualification check. */

static struct kqa_eligibility eligibility_of(const struct round_file *file, int32_t place)
{
  const struct kqa_organization *organization = &file->organizations[place];
  return kqa_eligibility_decide(
    &file->edition, file->round.deadline, &organization->application,
    file->incidents == NULL ? NULL : file->incidents + organization->incidents.first,
    (size_t)organization->incidents.count,
    file->sanctions == NULL ? NULL : file->sanctions + organization->sanctions.first,
    (size_t)organization->sanctions.count);
}

static void print_reasons(const struct report *report, int32_t place)
{
  struct kqa_eligibility eligibility = eligibility_of(report->file, place);
  int number = 0;
  for (int32_t i = 0; i < eligibility.count; i++) {
    char text[512];
    if (eligibility.findings[i].verdict != KQA_VERDICT_NOT_MET)
      continue;
    kqa_finding_text(&eligibility.findings[i], report->language, text, sizeof text);
    printf(in(report, "    %d. %s。\n", "    %d. %s.\n"), ++number, text);
  }
}

static void print_missing(const struct report *report, int32_t place)
{
  struct kqa_eligibility eligibility = eligibility_of(report->file, place);
  const char *between = "";
  printf("%s", in(report, "    尚缺：", "    Missing: "));
  for (int32_t i = 0; i < eligibility.count; i++) {
    const struct kqa_finding *finding = &eligibility.findings[i];
    struct kqa_provision provision = kqa_provision_find(finding->provision);
    char citation[64];
    if (finding->verdict != KQA_VERDICT_UNKNOWN)
      continue;
    kqa_citation(provision.article, provision.item, report->language, citation, sizeof citation);
    printf(in(report, "%s%s（%s）", "%s%s (%s)"), between,
           kqa_provision_label(finding->provision, report->language), citation);
    between = in(report, "、", ", ");
  }
  puts(in(report, "。", "."));
}

static void print_qualification(const struct report *report, int32_t verdict, const char *zh,
                                const char *en, void (*print_more)(const struct report *, int32_t))
{
  bool any = false;
  print_section(report, zh, en);
  for (int32_t i = 0; i < report->file->round.organization_count; i++) {
    const struct kqa_outcome *outcome = &report->result->outcomes[i];
    if (outcome->eligible != verdict)
      continue;
    any = true;
    print_organization(report, i);
    puts(outcome->special
           ? in(report, "（另经特别贡献提名获奖）", " (special nomination, see below)")
           : "");
    print_more(report, i);
  }
  if (!any)
    puts(in(report, "  无。", "  None."));
}

/* Ranking. */

static bool any_is_inexact(const struct report *report)
{
  const struct kqa_outcome *outcomes = report->result->outcomes;
  for (int32_t i = 0; i < report->file->round.organization_count; i++)
    if (outcomes[i].rank > 0 && !is_shown_exactly(outcomes[i].total))
      return true;
  return false;
}

static void add_ranking_row(struct table *table, const struct report *report, int32_t place)
{
  const struct kqa_outcome *outcome = &report->result->outcomes[place];
  add_integer(table, outcome->rank);
  table_add(table, report->file->ids[place]);
  table_add(table, name_of(report, place));
  add_score(table, outcome->document);
  add_score(table, outcome->site);
  add_score(table, outcome->total);
  if (table->columns == 8)
    add_exact_score(table, outcome->total);
  table_add(table, kqa_outcome_text(outcome->outcome, report->language));
}

static void print_ranking(const struct report *report)
{
  const struct kqa_ranked *ranking = report->result->ranking;
  print_section(report, "总评分排名（第十八条）", "Ranking by total score (Art. 18)");
  if (report->result->summary.candidates == 0) {
    puts(in(report, "  无候选组织。", "  No candidates."));
    return;
  }
  bool exact = any_is_inexact(report);
  struct table table = {.columns = exact ? 8 : 7,
                        .right = {true, false, false, true, true, true, exact, false}};
  table_add(&table, in(report, "名次", "Rank"));
  table_add(&table, in(report, "编号", "Id"));
  table_add(&table, in(report, "名称", "Name"));
  table_add(&table, in(report, "资料评审", "Document"));
  table_add(&table, in(report, "现场评审", "Site"));
  table_add(&table, in(report, "总评分", "Total"));
  if (exact)
    table_add(&table, in(report, "精确值", "Exact"));
  table_add(&table, in(report, "结果", "Outcome"));
  for (int32_t i = 0; i < report->result->summary.candidates; i++)
    add_ranking_row(&table, report, ranking[i].order);
  table_print(&table);
  if (exact)
    puts(in(report, "  评分显示两位小数，比较和排名一律用精确值；两位小数写不尽的另列精确值。",
            "  Scores are shown with two decimals but compared exactly; the exact value is listed "
            "where two decimals do not hold it."));
}

static bool is_listed_as_unranked(const struct report *report, int32_t place)
{
  const struct kqa_outcome *outcome = &report->result->outcomes[place];
  return outcome->eligible == KQA_VERDICT_MET && outcome->rank == 0;
}

static void print_unranked_one(const struct report *report, int32_t place)
{
  const struct kqa_outcome *outcome = &report->result->outcomes[place];
  char document[SCORE_TEXT];
  char site[SCORE_TEXT];
  char total[SCORE_TEXT];
  print_organization(report, place);
  printf(in(report, "：%s（资料评审%s，现场评审%s，总评分%s）\n",
            ": %s (document %s, site %s, total %s)\n"),
         kqa_outcome_text(outcome->outcome, report->language),
         exact_text(outcome->document, document), exact_text(outcome->site, site),
         exact_text(outcome->total, total));
  print_unmet(report, place, review_provisions);
}

static void print_unranked(const struct report *report)
{
  bool any = false;
  for (int32_t i = 0; i < report->file->round.organization_count; i++) {
    if (!is_listed_as_unranked(report, i))
      continue;
    if (!any)
      print_section(report, "通过资格审查但未列入排名的组织", "Qualified, but not ranked");
    any = true;
    print_unranked_one(report, i);
  }
}

void round_print_report(const struct round_file *file, const struct round_result *result,
                        int32_t language)
{
  int sections = 0;
  struct report report = {
    .file = file, .result = result, .language = language, .sections = &sections};
  print_heading(&report);
  print_overview(&report);
  print_qualification(&report, KQA_VERDICT_NOT_MET, "未通过资格审查的组织及理由（第十五条）",
                      "Failed the qualification check, and why (Art. 15)", print_reasons);
  print_qualification(&report, KQA_VERDICT_UNKNOWN, "事实不明、待补充材料的组织",
                      "Undetermined: facts are missing", print_missing);
  print_ranking(&report);
  print_unranked(&report);
  print_votes(&report);
  print_special_nominations(&report);
  print_money(&report);
  print_warnings(&report);
}
