/* A draft amendment: a copy of the edition with numbers and a reading changed by name, checked,
 * compared with the original, and what it would mean for four organisations. */
#include <kqaward/kqaward.h>

#include <stdio.h>

struct change {
  const char *name;
  const char *value;
};

struct case_of {
  const char *name;
  struct kqa_ratio document;
  struct kqa_ratio site;
  struct kqa_ballot ballot;
};

static bool set_all(struct kqa_edition *draft, const struct change *changes, size_t count)
{
  struct kqa_fault fault = {0};
  for (size_t i = 0; i < count && fault.status == KQA_OK; i++)
    fault = kqa_edition_set(draft, changes[i].name, changes[i].value);
  if (fault.status == KQA_OK)
    fault = kqa_edition_check(draft);
  char text[512];
  kqa_fault_text(&fault, NULL, KQA_LANGUAGE_ZH, text, sizeof text);
  printf("校验：%s\n", fault.status == KQA_OK ? "通过" : text);
  return fault.status == KQA_OK;
}

static void print_differences(const struct kqa_edition *now, const struct kqa_edition *draft)
{
  int32_t fields[32];
  size_t count = kqa_edition_diff(now, draft, fields, 32);
  for (size_t i = 0; i < count; i++) {
    const char *name = kqa_field_name(fields[i]);
    char before[48];
    char after[48];
    kqa_edition_get(now, name, before, sizeof before);
    kqa_edition_get(draft, name, after, sizeof after);
    printf("  %s：%s → %s（%s）\n", kqa_parameter_label(fields[i], KQA_LANGUAGE_ZH), before, after,
           kqa_parameter_label(fields[i], KQA_LANGUAGE_EN));
  }
}

static void print_case(const struct kqa_edition *now, const struct kqa_edition *draft,
                       const struct case_of *one)
{
  int32_t floors_now = kqa_floors_check(now, one->document, one->site).verdict;
  int32_t floors_then = kqa_floors_check(draft, one->document, one->site).verdict;
  int32_t vote_now = kqa_ballot_decide(now, &one->ballot).verdict;
  int32_t vote_then = kqa_ballot_decide(draft, &one->ballot).verdict;
  bool flips = floors_now != floors_then || vote_now != vote_then;
  printf("  %s：最低分 %s → %s，表决 %s → %s%s\n", one->name,
         kqa_verdict_text(floors_now, KQA_LANGUAGE_ZH),
         kqa_verdict_text(floors_then, KQA_LANGUAGE_ZH),
         kqa_verdict_text(vote_now, KQA_LANGUAGE_ZH), kqa_verdict_text(vote_then, KQA_LANGUAGE_ZH),
         flips ? "（结论改变 / flips）" : "");
}

static void print_least_site(const char *what, const struct kqa_edition *edition)
{
  char text[48];
  struct kqa_quantity least = kqa_least_site_score(edition, (struct kqa_ratio){560, 1}, 1);
  kqa_ratio_format_rounded(least.value, 1, text, sizeof text);
  printf("  %s：%s\n", what, text);
}

int main(void)
{
  static const struct change half[] = {{"weight.document", "30"}};
  static const struct change whole[] = {
    {"weight.document", "30"}, {"weight.site", "70"}, {"vote.approval", "strict"}};
  static const struct case_of cases[] = {
    {"示例甲厂", {600, 1}, {600, 1}, {18, KQA_CONVENER_CHAIR, 14, 8}},
    {"示例乙厂", {560, 1}, {610, 1}, {18, KQA_CONVENER_CHAIR, 14, 9}},
    {"示例丙医院", {700, 1}, {640, 1}, {18, KQA_CONVENER_CHAIR, 14, 7}},
    {"示例丁学校", {640, 1}, {600, 1}, {18, KQA_CONVENER_CHAIR, 14, 6}},
  };
  struct kqa_edition now;
  if (kqa_edition_find("keqiao-2020", &now).status != KQA_OK)
    return 1;

  puts("草案一：只改一项权重 / only one weight changed");
  struct kqa_edition draft = now;
  set_all(&draft, half, sizeof half / sizeof *half);

  puts("草案二：两项权重和赞成票读法 / both weights and the reading of the vote");
  draft = now;
  if (!set_all(&draft, whole, sizeof whole / sizeof *whole))
    return 1;
  print_differences(&now, &draft);
  puts("影响 / effect");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    print_case(&now, &draft, &cases[i]);
  puts("资料评审560分时，现场评审至少须得 / least site score for a document score of 560");
  print_least_site("现行 / now", &now);
  print_least_site("草案 / draft", &draft);
  return 0;
}
