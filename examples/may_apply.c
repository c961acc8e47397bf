/* May this organisation apply? Every finding of the qualification check, what is missing, and the
 * answer once the missing fact is known. */
#include <kqaward/kqaward.h>

#include <stdio.h>

static void print_findings(const struct kqa_eligibility *answer)
{
  for (int32_t i = 0; i < answer->count; i++) {
    char text[512];
    kqa_finding_text(&answer->findings[i], KQA_LANGUAGE_ZH, text, sizeof text);
    printf("  %s\n", text);
  }
}

static void print_answer(const struct kqa_eligibility *answer)
{
  printf("资格审查结论：%s / qualification check: %s\n",
         kqa_verdict_text(answer->verdict, KQA_LANGUAGE_ZH),
         kqa_verdict_text(answer->verdict, KQA_LANGUAGE_EN));
  for (int32_t i = 0; kqa_missing_at(answer->missing, i) >= 0; i++)
    printf("尚缺事实 / missing: %s\n", kqa_requirement_name(kqa_missing_at(answer->missing, i)));
}

static struct kqa_application application_of_a_weaving_mill(void)
{
  struct kqa_application application = {
    .operating_since = {2023, 6, 30},
    .recommended_by = KQA_RECOMMENDER_TOWN,
    .copies_known = 1,
    .copies = 2,
    .received = {2026, 6, 30},
  };
  for (int fact = 0; fact < KQA_FACTS; fact++)
    application.facts[fact] = KQA_TRUE;
  application.facts[KQA_FACT_ISO9001_CERTIFIED] = KQA_UNKNOWN;
  return application;
}

int main(void)
{
  const struct kqa_date deadline = {2026, 6, 30};
  const struct kqa_incident incidents[] = {
    {.kind = KQA_INCIDENT_INSPECTION_FAILURE, .date = {2023, 6, 29}},
  };
  struct kqa_edition edition;
  if (kqa_edition_on(deadline, &edition).status != KQA_OK)
    return 1;

  struct kqa_application application = application_of_a_weaving_mill();
  struct kqa_eligibility answer =
    kqa_eligibility_decide(&edition, deadline, &application, incidents, 1, NULL, 0);
  if (answer.fault.status != KQA_OK)
    return 1;
  print_findings(&answer);
  print_answer(&answer);

  puts("\n补充：已通过ISO 9001认证 / now known: certified to ISO 9001");
  application.facts[KQA_FACT_ISO9001_CERTIFIED] = KQA_TRUE;
  answer = kqa_eligibility_decide(&edition, deadline, &application, incidents, 1, NULL, 0);
  print_answer(&answer);

  puts("\n若证书已失效 / were the certificate void");
  application.facts[KQA_FACT_ISO9001_CERTIFIED] = KQA_FALSE;
  answer = kqa_eligibility_decide(&edition, deadline, &application, incidents, 1, NULL, 0);
  print_answer(&answer);
  for (int32_t i = 0; i < answer.count; i++) {
    char text[512];
    if (answer.findings[i].verdict != KQA_VERDICT_NOT_MET)
      continue;
    kqa_finding_text(&answer.findings[i], KQA_LANGUAGE_ZH, text, sizeof text);
    printf("书面告知理由：%s。\n", text);
  }
  return 0;
}
