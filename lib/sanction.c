/* After the award: Art. 26, 28, 29, 30. */
#include "kqaward/sanction.h"

#include "edition_core.h"
#include "eligibility_core.h"
#include "finding_core.h"
#include "status_fault.h"
#include "status_text.h"

#define MAX_SANCTIONS 10000

static struct kqa_fault bars_fault(const struct kqa_edition *edition,
                                   const struct kqa_sanction *sanctions, size_t count)
{
  if (count > MAX_SANCTIONS)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_SANCTION_KIND);
  for (size_t i = 0; i < count; i++) {
    struct kqa_day day = kqa_bar_last_day(edition, sanctions[i]);

    if (day.fault.status)
      return fault_in_list(day.fault.status, day.fault.field, (int32_t)i, 0);
  }
  return no_fault();
}

/* The last of all days on which bars in force on a day end; all zero when none is in force. */
static struct kqa_date barred_until(const struct kqa_edition *edition,
                                    const struct kqa_sanction *sanctions, size_t count,
                                    struct kqa_date day)
{
  struct kqa_date until = {0, 0, 0};

  for (size_t i = 0; i < count; i++) {
    struct kqa_date end = kqa_bar_end(edition, sanctions[i]);

    if (kqa_date_compare(sanctions[i].decided, day) <= 0 && kqa_date_compare(end, day) >= 0 &&
        kqa_date_compare(end, until) > 0)
      until = end;
  }
  return until;
}

struct kqa_day kqa_first_acceptance(const struct kqa_edition *edition,
                                    const struct kqa_sanction *sanctions, size_t count,
                                    struct kqa_date from)
{
  struct kqa_day day = {.date = from};
  struct kqa_fault found;
  struct kqa_date until;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_day){.fault = kqa_edition_check(edition)};
  found = bars_fault(edition, sanctions, count);
  if (!found.status && !kqa_date_is_valid(from))
    found = fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_AS_OF);
  if (found.status)
    return (struct kqa_day){.fault = found};
  until = barred_until(edition, sanctions, count, day.date);
  while (!is_absent(until)) {
    day = kqa_date_add_days(until, 1);
    if (day.fault.status)
      return (struct kqa_day){.fault = fault(KQA_E_RANGE, KQA_FIELD_AS_OF)};
    until = barred_until(edition, sanctions, count, day.date);
  }
  return day;
}

struct kqa_number kqa_fraud_measures(void)
{
  return (struct kqa_number){.value = KQA_MEASURE_HONOUR_CANCELLED | KQA_MEASURE_PLAQUE_TAKEN_BACK |
                                      KQA_MEASURE_CIRCULATED_CRITICISM | KQA_MEASURE_NO_ACCEPTANCE};
}

struct kqa_number kqa_serious_problem_measures(int32_t event, int32_t problem, int32_t revoked)
{
  const int32_t truths[3] = {event, problem, revoked};
  struct kqa_number measures = {.value = 0};

  for (int32_t i = 0; i < 3; i++)
    if (!is_truth(truths[i]))
      return (struct kqa_number){.fault = fault_in_list(KQA_E_VALUE, KQA_FIELD_MEASURE, i, 0)};
  if (event != KQA_TRUE && problem != KQA_TRUE)
    return measures;
  measures.value = KQA_MEASURE_INVESTIGATION | KQA_MEASURE_CRITICISM | KQA_MEASURE_WARNING |
                   KQA_MEASURE_CIRCULATED_CRITICISM | KQA_MEASURE_HONOUR_REVOKED;
  if (revoked == KQA_TRUE)
    measures.value |= KQA_MEASURE_NO_ACCEPTANCE;
  return measures;
}

const char *kqa_measure_text(int32_t measure, int32_t language)
{
  static const char zh[11][34] = {
    "批评",         "警告",           "取消评审资格",   "依法追究刑事责任",
    "通报批评",     "取消荣誉资格",   "收回奖牌、证书", "规定年限内不再受理申报",
    "责令限期改正", "评委会应当调查", "撤销荣誉称号",
  };
  static const char en[11][42] = {
    "criticism",
    "warning",
    "loss of the standing as reviewer",
    "criminal liability under the law",
    "circulated criticism",
    "cancellation of the honour",
    "return of plaque and certificate",
    "no acceptance of applications for years",
    "order to rectify within a time limit",
    "investigation by the review committee",
    "revocation of the honour",
  };

  for (int32_t i = 0; i < 11; i++)
    if (measure == 1 << i)
      return in_language(language, zh[i], en[i]);
  return "";
}

struct kqa_decision kqa_title_use_check(const int32_t facts[KQA_TITLE_FACTS])
{
  struct kqa_decision decision = decision_begin();
  int32_t on_products = facts[KQA_TITLE_ON_PRODUCTS];
  int32_t not_on_products = on_products == KQA_TRUE ? KQA_FALSE : KQA_TRUE;

  for (int32_t fact = 0; fact < KQA_TITLE_FACTS; fact++)
    if (!is_truth(facts[fact]))
      return refused(fault_in_list(KQA_E_VALUE, KQA_FIELD_TITLE_USE, fact, 0));
  if (on_products == KQA_UNKNOWN)
    not_on_products = KQA_UNKNOWN;
  decision_add(&decision,
               fact_finding(KQA_PROVISION_TITLE_YEAR_STATED, facts[KQA_TITLE_YEAR_STATED]));
  decision_add(&decision, fact_finding(KQA_PROVISION_TITLE_NOT_ON_PRODUCTS, not_on_products));
  return decision;
}

struct kqa_number kqa_title_measures(int32_t verdict)
{
  if (verdict < KQA_VERDICT_UNKNOWN || verdict > KQA_VERDICT_NOT_APPLICABLE)
    return (struct kqa_number){.fault = fault(KQA_E_VALUE, KQA_FIELD_TITLE_USE)};
  return (struct kqa_number){.value =
                               verdict == KQA_VERDICT_NOT_MET ? KQA_MEASURE_RECTIFICATION : 0};
}
