/* The total score (Art. 18) and the floors (Art. 5). */
#include "kqaward/score.h"

#include "edition_core.h"
#include "finding_core.h"
#include "score_core.h"
#include "status_fault.h"

struct kqa_ratio kqa_total_of(const struct kqa_edition *edition, struct kqa_ratio document,
                              struct kqa_ratio site)
{
  /* Scores are at most 1000 with denominators up to 10^6 and the weights add up to 1000: the
   * numerator is at most 1000 x 1000 x 10^12 = 10^18, the denominator at most 10^15. */
  int64_t num = edition->weight_document_permille * document.num * site.den +
                edition->weight_site_permille * site.num * document.den;
  struct kqa_ratio total =
    kqa_ratio_reduce((struct kqa_ratio){.num = num, .den = 1000 * document.den * site.den});

  if (edition->score_rounding != KQA_SCORE_ROUNDING_NONE)
    total = kqa_ratio_rounded(total, edition->score_rounding - KQA_SCORE_ROUNDING_GBT8170_0);
  return total;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==>
  @   kqa_sound_score(document) && kqa_sound_score(site);
  @*/
static struct kqa_fault score_fault(struct kqa_ratio document, struct kqa_ratio site)
{
  if (!kqa_ratio_is_score(document))
    return fault(KQA_E_RANGE, KQA_FIELD_DOCUMENT_SCORE);
  if (!kqa_ratio_is_score(site))
    return fault(KQA_E_RANGE, KQA_FIELD_SITE_SCORE);
  return no_fault();
}

struct kqa_quantity kqa_total_score(const struct kqa_edition *edition, struct kqa_ratio document,
                                    struct kqa_ratio site)
{
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_quantity){.fault = kqa_edition_check(edition)};
  found = score_fault(document, site);
  if (found.status)
    return (struct kqa_quantity){.fault = found};
  return (struct kqa_quantity){.value = kqa_total_of(edition, document, site)};
}

bool kqa_meets_total_floor(const struct kqa_edition *edition, struct kqa_ratio total)
{
  return kqa_ratio_order(total, edition->floor_total) >= 0;
}

bool kqa_meets_site_floor(const struct kqa_edition *edition, struct kqa_ratio site)
{
  return kqa_ratio_order(site, edition->floor_site) >= 0;
}

struct kqa_finding kqa_total_floor_finding(const struct kqa_edition *edition,
                                           struct kqa_ratio total)
{
  int32_t verdict =
    total.den == 0 ? KQA_VERDICT_UNKNOWN : verdict_of(kqa_meets_total_floor(edition, total));

  return value_finding(KQA_PROVISION_TOTAL_FLOOR, verdict, KQA_UNIT_POINTS, KQA_RELATION_AT_LEAST,
                       total, edition->floor_total);
}

struct kqa_finding kqa_site_floor_finding(const struct kqa_edition *edition, struct kqa_ratio site)
{
  int32_t verdict =
    site.den == 0 ? KQA_VERDICT_UNKNOWN : verdict_of(kqa_meets_site_floor(edition, site));

  return value_finding(KQA_PROVISION_SITE_FLOOR, verdict, KQA_UNIT_POINTS, KQA_RELATION_AT_LEAST,
                       site, edition->floor_site);
}

struct kqa_decision kqa_floors_check(const struct kqa_edition *edition, struct kqa_ratio document,
                                     struct kqa_ratio site)
{
  struct kqa_quantity total = kqa_total_score(edition, document, site);
  struct kqa_decision decision = decision_begin();

  if (total.fault.status)
    return refused(total.fault);
  decision_add(&decision, kqa_total_floor_finding(edition, total.value));
  decision_add(&decision, kqa_site_floor_finding(edition, site));
  return decision;
}

static bool meets_floors(const struct kqa_edition *edition, struct kqa_ratio document,
                         struct kqa_ratio site)
{
  return kqa_meets_site_floor(edition, site) &&
         kqa_meets_total_floor(edition, kqa_total_of(edition, document, site));
}

/* The floors are monotone in the site score, also where the total is rounded: search by halves for
 * the first step that meets them. */
struct kqa_quantity kqa_least_site_score(const struct kqa_edition *edition,
                                         struct kqa_ratio document, int32_t decimals)
{
  struct kqa_fault found;
  int64_t steps = 1; /* a point has so many steps */
  int64_t low = 0;
  int64_t high;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_quantity){.fault = kqa_edition_check(edition)};
  found = score_fault(document, whole(0));
  if (found.status)
    return (struct kqa_quantity){.fault = found};
  if (decimals < 0 || decimals > 3)
    return (struct kqa_quantity){.fault = fault(KQA_E_RANGE, KQA_FIELD_DECIMALS)};
  for (int32_t i = 0; i < decimals; i++)
    steps *= 10;
  high = 1000 * steps + 1;
  while (low < high) {
    int64_t middle = low + (high - low) / 2;

    if (meets_floors(edition, document, (struct kqa_ratio){.num = middle, .den = steps}))
      high = middle;
    else
      low = middle + 1;
  }
  if (low > 1000 * steps)
    return (struct kqa_quantity){.value = no_number()};
  return (struct kqa_quantity){.value =
                                 kqa_ratio_reduce((struct kqa_ratio){.num = low, .den = steps})};
}
