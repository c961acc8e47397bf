/* Scores without checks of input, for the rooms that have checked it. */
#ifndef KQAWARD_SCORE_CORE_H
#define KQAWARD_SCORE_CORE_H

#include "kqaward/score.h"

/* The first fault of a panel's sheets under sound criteria: a KQA_E_ code with KQA_FIELD_SHEETS or
 * KQA_FIELD_PERCENT (sheet and item in the indexes). */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires criteria: \valid_read(criteria) && kqa_sound_criteria(criteria);
  @ requires percents: \valid_read(percents + (0 .. sheets * criteria->item_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art10_sheets: \result.status == KQA_OK ==>
  @   edition->panel_min_assessors <= sheets;
  @ ensures sound: \result.status == KQA_OK ==> 1 <= sheets <= KQA_MAX_SHEETS &&
  @   kqa_sound_percents(percents, sheets * criteria->item_count);
  @*/
struct kqa_fault kqa_sheets_fault(const struct kqa_edition *edition,
                                  const struct kqa_criteria *criteria, const int32_t *percents,
                                  int32_t sheets);

/* Mean of the sheets; criteria and sheets are sound. */
/*@ requires criteria: \valid_read(criteria) && kqa_sound_criteria(criteria);
  @ requires sheets: 1 <= sheets <= KQA_MAX_SHEETS;
  @ requires percents: \valid_read(percents + (0 .. sheets * criteria->item_count - 1)) &&
  @   kqa_sound_percents(percents, sheets * criteria->item_count);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: kqa_sound_score(\result);
  @*/
struct kqa_ratio kqa_panel_mean(const struct kqa_criteria *criteria, const int32_t *percents,
                                int32_t sheets);

/* Total of two scores under a sound edition, rounded where its reading says so. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires scores: kqa_sound_score(document) && kqa_sound_score(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures bounds: kqa_sound_ratio(\result) && 0 <= \result.num <= 1000 * \result.den;
  @ ensures lowest: kqa_lowest_terms(\result);
  @ ensures art18_total: kqa_art18_total(edition, document, site, \result);
  @*/
struct kqa_ratio kqa_total_of(const struct kqa_edition *edition, struct kqa_ratio document,
                              struct kqa_ratio site);

/* Whether the floors are met by a total, and by a site score. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires total: kqa_sound_ratio(total);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art5_floor: \result <==>
  @   total.num * edition->floor_total.den >= edition->floor_total.num * total.den;
  @*/
bool kqa_meets_total_floor(const struct kqa_edition *edition, struct kqa_ratio total);
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires site: kqa_sound_ratio(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art5_floor: \result <==>
  @   site.num * edition->floor_site.den >= edition->floor_site.num * site.den;
  @*/
bool kqa_meets_site_floor(const struct kqa_edition *edition, struct kqa_ratio site);

/* The two findings of kqa_floors_check(); 0/0 stands for a score that is not there. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires total: total.den == 0 || kqa_sound_ratio(total);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures observed: \result.observed == total;
  @ ensures unknown: \result.verdict == KQA_VERDICT_UNKNOWN <==> total.den == 0;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art5_floor: total.den != 0 ==> (\result.verdict == KQA_VERDICT_MET <==>
  @   total.num * edition->floor_total.den >= edition->floor_total.num * total.den);
  @*/
struct kqa_finding kqa_total_floor_finding(const struct kqa_edition *edition,
                                           struct kqa_ratio total);
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires site: site.den == 0 || kqa_sound_ratio(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures observed: \result.observed == site;
  @ ensures unknown: \result.verdict == KQA_VERDICT_UNKNOWN <==> site.den == 0;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art5_floor: site.den != 0 ==> (\result.verdict == KQA_VERDICT_MET <==>
  @   site.num * edition->floor_site.den >= edition->floor_site.num * site.den);
  @*/
struct kqa_finding kqa_site_floor_finding(const struct kqa_edition *edition, struct kqa_ratio site);

/* Ranks entries whose totals are sound or 0/0; returns how many are ranked. */
/*@ requires count: 0 <= count <= 1000000;
  @ requires entries: \valid(entries + (0 .. count - 1));
  @ requires totals: \forall integer i; 0 <= i < count ==>
  @   entries[i].total.den == 0 || kqa_sound_ratio(entries[i].total);
  @ terminates \true;
  @ assigns entries[0 .. count - 1].rank, entries[0 .. count - 1].order,
  @   entries[0 .. count - 1].spare;
  @ ensures ranked: 0 <= \result <= count && \result == kqa_ranked_of(entries, count);
  @ ensures ranks: \forall integer i; 0 <= i < count ==> 0 <= entries[i].rank <= count &&
  @   (entries[i].rank == 0 <==> entries[i].total.den == 0);
  @ ensures art18_rank: kqa_art18_ranks(entries, count);
  @ ensures list: kqa_list_of_ranked(entries, \result, count);
  @ ensures art18_order: kqa_art18_order(entries, \result);
  @*/
int32_t kqa_rank_entries(struct kqa_ranked *entries, int32_t count);

#endif
