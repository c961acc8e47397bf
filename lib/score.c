/* The total score (Art. 18) and the floors (Art. 5). */
#include "kqaward/score.h"

#include "edition_core.h"
#include "finding_core.h"
#include "ratio_whole.h"
#include "score_core.h"
#include "status_fault.h"

/* Product of a weight and of two parts of scores. */
/*@ requires bounds: 0 <= permille <= 1000 && 0 <= num <= 1000000000 && 0 <= den <= 1000000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures exact: \result == permille * (num * den);
  @*/
static int64_t weighed(int64_t permille, int64_t num, int64_t den)
{
  int64_t part = num * den;

  /*@ assert part: 0 <= part <= 1000000000 * 1000000; */
  /*@ assert bounds: 0 <= permille * part <= 1000 * 1000000000000000; */
  return permille * part;
}

/* Lowest terms of a number of points, 0 to 1000. */
/*@ requires points: kqa_sound_ratio(value) && 0 <= value.num <= 1000 * value.den;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures exact: kqa_same_value(\result, value);
  @ ensures lowest: kqa_lowest_terms(\result);
  @ ensures bounds: kqa_sound_ratio(\result) && 0 <= \result.num <= 1000 * \result.den;
  @*/
static struct kqa_ratio lowest_terms(struct kqa_ratio value)
{
  struct kqa_ratio reduced = kqa_ratio_reduce(value);

  /*@ assert exact: reduced.num * value.den == value.num * reduced.den; */
  /*@ assert upper: (1000 * value.den - value.num) * reduced.den >= 0; */
  /*@ assert scaled: (1000 * reduced.den - reduced.num) * value.den >= 0; */
  return reduced;
}

/* Both scores by their weights, exact. Scores are at most 1000 with denominators up to 10^6 and the
 * weights add up to 1000: the numerator is at most 1000 x 1000 x 10^12 = 10^18, the denominator at
 * most 10^15. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires scores: kqa_sound_score(document) && kqa_sound_score(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art18_sum: kqa_weighted_sum(edition, document, site, \result);
  @ ensures lowest: kqa_lowest_terms(\result);
  @ ensures bounds: kqa_sound_ratio(\result) && 0 <= \result.num <= 1000 * \result.den;
  @*/
static struct kqa_ratio weighted_sum(const struct kqa_edition *edition, struct kqa_ratio document,
                                     struct kqa_ratio site)
{
  int64_t common = document.den * site.den;
  /*@ assert common: 1 <= common <= 1000000 * 1000000; */
  /*@ assert document_part: 0 <= document.num * site.den <= 1000 * common; */
  /*@ assert site_least: 0 <= site.num * document.den; */
  /*@ assert site_most: (1000 * site.den - site.num) * document.den >= 0; */
  /*@ assert site_part: 0 <= site.num * document.den <= 1000 * common; */
  int64_t first = weighed(edition->weight_document_permille, document.num, site.den);
  int64_t second = weighed(edition->weight_site_permille, site.num, document.den);
  /*@ assert first: 0 <= first <= edition->weight_document_permille * (1000 * common); */
  /*@ assert second: 0 <= second <= edition->weight_site_permille * (1000 * common); */
  /*@ assert both: edition->weight_document_permille * (1000 * common) +
    @   edition->weight_site_permille * (1000 * common) == 1000 * (1000 * common); */
  struct kqa_ratio value = {.num = first + second, .den = 1000 * common};
  /*@ assert num: value.num == kqa_weighted_num(edition, document, site); */
  /*@ assert den: value.den == kqa_weighted_den(document, site); */
  /*@ assert most: 0 <= value.num <= 1000 * value.den; */
  return lowest_terms(value);
}

/* A number of points, 0 to 1000, rounded by GB/T 8170; 1000 is such a number itself. */
/*@ requires points: kqa_sound_ratio(value) && 0 <= value.num <= 1000 * value.den;
  @ requires decimals: 0 <= decimals <= 3;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures rounded: kqa_rounded(value, decimals, \result);
  @ ensures lowest: kqa_lowest_terms(\result);
  @ ensures bounds: kqa_sound_ratio(\result) && 0 <= \result.num <= 1000 * \result.den;
  @*/
static struct kqa_ratio rounded_points(struct kqa_ratio value, int32_t decimals)
{
  struct kqa_ratio rounded = kqa_ratio_rounded(value, decimals);

  /*@ assert none: decimals == 0 ==>
    @   \forall integer n; kqa_rounded_to(value, 0, n, rounded) ==> n <= 1000; */
  /*@ assert one: decimals == 1 ==>
    @   \forall integer n; kqa_rounded_to(value, 1, n, rounded) ==> n <= 10000; */
  /*@ assert two: decimals == 2 ==>
    @   \forall integer n; kqa_rounded_to(value, 2, n, rounded) ==> n <= 100000; */
  /*@ assert three: decimals == 3 ==>
    @   \forall integer n; kqa_rounded_to(value, 3, n, rounded) ==> n <= 1000000; */
  /*@ assert most_none: decimals == 0 ==> rounded.num <= 1000 * rounded.den; */
  /*@ assert most_one: decimals == 1 ==> rounded.num <= 1000 * rounded.den; */
  /*@ assert most_two: decimals == 2 ==> rounded.num <= 1000 * rounded.den; */
  /*@ assert most_three: decimals == 3 ==> rounded.num <= 1000 * rounded.den; */
  return rounded;
}

struct kqa_ratio kqa_total_of(const struct kqa_edition *edition, struct kqa_ratio document,
                              struct kqa_ratio site)
{
  struct kqa_ratio sum = weighted_sum(edition, document, site);

  if (edition->score_rounding == KQA_SCORE_ROUNDING_NONE)
    return sum;
  return rounded_points(sum, edition->score_rounding - KQA_SCORE_ROUNDING_GBT8170_0);
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

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires scores: kqa_sound_score(document) && kqa_sound_score(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art5_met: \result ==> kqa_floors_met(edition, document, site);
  @ ensures art5_missed: !\result ==> kqa_floors_missed(edition, document, site);
  @*/
static bool meets_floors(const struct kqa_edition *edition, struct kqa_ratio document,
                         struct kqa_ratio site)
{
  return kqa_meets_site_floor(edition, site) &&
         kqa_meets_total_floor(edition, kqa_total_of(edition, document, site));
}

/* The floors are monotone in the site score, also where the total is rounded: search by halves for
 * the first step that meets them. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires document: kqa_sound_score(document);
  @ requires steps: steps == 1 || steps == 10 || steps == 100 || steps == 1000;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures range: 0 <= \result <= 1000 * steps + 1;
  @ ensures art5_met: \result <= 1000 * steps ==>
  @   kqa_met_at(edition, document, \result, steps);
  @ ensures art5_least: 0 < \result ==> kqa_missed_at(edition, document, \result - 1, steps);
  @*/
static int64_t least_steps(const struct kqa_edition *edition, struct kqa_ratio document,
                           int64_t steps)
{
  int64_t low = 0;
  int64_t high = 1000 * steps + 1;

  /*@ loop invariant range: 0 <= low <= high <= 1000 * steps + 1;
    @ loop invariant met: high <= 1000 * steps ==> kqa_met_at(edition, document, high, steps);
    @ loop invariant missed: 0 < low ==> kqa_missed_at(edition, document, low - 1, steps);
    @ loop assigns low, high;
    @ loop variant high - low;
    @*/
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    struct kqa_ratio site = {.num = middle, .den = steps};

    /*@ assert score: kqa_sound_score(site); */
    if (meets_floors(edition, document, site))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

struct kqa_quantity kqa_least_site_score(const struct kqa_edition *edition,
                                         struct kqa_ratio document, int32_t decimals)
{
  struct kqa_fault found;
  int64_t steps; /* a point has so many steps */
  int64_t least;
  struct kqa_ratio reduced;

  if (!kqa_edition_is_sound(edition))
    return (struct kqa_quantity){.fault = kqa_edition_check(edition)};
  found = score_fault(document, whole(0));
  if (found.status)
    return (struct kqa_quantity){.fault = found};
  if (decimals < 0 || decimals > 3)
    return (struct kqa_quantity){.fault = fault(KQA_E_RANGE, KQA_FIELD_DECIMALS)};
  steps = (int64_t)power_of_ten(decimals);
  /*@ assert steps: steps == kqa_scale(decimals); */
  least = least_steps(edition, document, steps);
  if (least > 1000 * steps)
    return (struct kqa_quantity){.value = no_number()};
  reduced = kqa_ratio_reduce((struct kqa_ratio){.num = least, .den = steps});
  /*@ assert same: reduced.num * steps == least * reduced.den; */
  /*@ assert least: kqa_least_at(edition, document, least, kqa_scale(decimals), reduced); */
  return (struct kqa_quantity){.value = reduced};
}
