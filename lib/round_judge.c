/* What the steps before the votes make of every organisation: Art. 5, 12 to 18. */
#include "prize_core.h"
#include "ratio_core.h"
#include "round_core.h"
#include "score_core.h"

struct kqa_organization kqa_organization_blank(void)
{
  return (struct kqa_organization){
    .has_dossier = 1,
    .invited = 1,
    .quality_yes = KQA_NO_ENTRY,
    .quality_runoff = KQA_NO_ENTRY,
    .nomination_yes = KQA_NO_ENTRY,
    .nomination_runoff = KQA_NO_ENTRY,
  };
}

/* A place in one of the round's lists; an empty stretch of an absent list has none. */
#define STRETCH(list, span) ((span).count > 0 ? (list) + (span).first : NULL)

struct eligibility_case kqa_round_case(const struct kqa_round *round,
                                       const struct kqa_organization *organization)
{
  return (struct eligibility_case){
    .deadline = round->deadline,
    .application = &organization->application,
    .incidents = STRETCH(round->incidents, organization->incidents),
    .incident_count = (size_t)organization->incidents.count,
    .sanctions = STRETCH(round->sanctions, organization->sanctions),
    .sanction_count = (size_t)organization->sanctions.count,
  };
}

const struct kqa_past_award *kqa_round_history(const struct kqa_round *round,
                                               const struct kqa_organization *organization)
{
  return STRETCH(round->history, organization->history);
}

/*@ requires sound: kqa_sound_score(score);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: kqa_sound_score(\result);
  @*/
static struct kqa_ratio in_lowest_terms(struct kqa_ratio score)
{
  struct kqa_ratio lowest = kqa_ratio_reduce(score);

  /*@ assert product: lowest.den * score.num <= lowest.den * (1000 * score.den); */
  /*@ assert bound: lowest.num * score.den <= (1000 * lowest.den) * score.den; */
  return lowest;
}

/*@ requires round: kqa_readable_round(round) && kqa_sound_criteria(round->criteria);
  @ requires review: \valid_read(review) && kqa_sound_review(round, review);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures score: kqa_no_score(\result) || kqa_sound_score(\result);
  @*/
static struct kqa_ratio score_of(const struct kqa_round *round, const struct kqa_review *review)
{
  if (review->kind == KQA_REVIEW_SCORE)
    return in_lowest_terms(review->score);
  /*@ assert sheets: review->kind == KQA_REVIEW_SHEETS ==>
    @   kqa_readable_sheets(round, review->sheets.first, review->sheets.count); */
  if (review->kind == KQA_REVIEW_SHEETS)
    return kqa_panel_mean(round->criteria,
                          round->percents +
                            (ptrdiff_t)review->sheets.first * round->criteria->item_count,
                          review->sheets.count);
  return no_number();
}

/* Art. 5: what follows from both scores. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires scores: kqa_sound_ratio(total) && kqa_sound_ratio(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures standing: OUT <= \result <= BOTH_VOTES;
  @ ensures art5_both: \result == BOTH_VOTES <==>
  @   kqa_at_least(total, edition->floor_total) && kqa_at_least(site, edition->floor_site);
  @ ensures art5_nomination: \result == NOMINATION_VOTE_ONLY ==>
  @   edition->floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  @*/
static enum standing judge_scores(const struct kqa_edition *edition, struct kqa_ratio total,
                                  struct kqa_ratio site)
{
  if (kqa_meets_total_floor(edition, total) && kqa_meets_site_floor(edition, site))
    return BOTH_VOTES;
  return edition->floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY ? NOMINATION_VOTE_ONLY : OUT;
}

/* Art. 12, 14, 26, 30. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: \valid_read(round) && \valid_read(organization) &&
  @   kqa_valid_date(round->deadline);
  @ requires lists: \valid_read(round->incidents + (0 .. round->incident_count - 1)) &&
  @   \valid_read(round->sanctions + (0 .. round->sanction_count - 1));
  @ requires organization: kqa_sound_spans(round, organization) &&
  @   kqa_sound_case(round, organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @*/
static struct kqa_evaluation evaluation_of(const struct kqa_edition *edition,
                                           const struct kqa_round *round,
                                           const struct kqa_organization *organization)
{
  struct eligibility_case subject = kqa_round_case(round, organization);

  return kqa_eligibility_evaluate(edition, &subject);
}

/* What the steps before the votes make of a dossier. */
struct judgement {
  enum standing standing;
  int32_t outcome;
  struct kqa_ratio total;
};

/* Art. 15 to 18: qualification, document review, list for site review, site review. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires verdict: KQA_VERDICT_UNKNOWN <= verdict <= KQA_VERDICT_NOT_MET;
  @ requires document: kqa_no_score(document) || kqa_sound_score(document);
  @ requires site: kqa_no_score(site) || kqa_sound_score(site);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures standing: OUT <= \result.standing <= BOTH_VOTES;
  @ ensures candidate: \result.standing != OUT <==>
  @   \result.outcome == KQA_OUTCOME_PENDING && \result.total.den != 0;
  @ ensures total: kqa_no_score(\result.total) || kqa_sound_ratio(\result.total);
  @ ensures art15_met: \result.standing != OUT ==> verdict == KQA_VERDICT_MET;
  @ ensures art15_ineligible: verdict == KQA_VERDICT_NOT_MET <==>
  @   \result.outcome == KQA_OUTCOME_INELIGIBLE;
  @ ensures art15_undetermined: verdict == KQA_VERDICT_UNKNOWN <==>
  @   \result.outcome == KQA_OUTCOME_UNDETERMINED;
  @ ensures art16_17_scores: \result.standing != OUT ==>
  @   document.den != 0 && site.den != 0 && invited;
  @ ensures art5_both: \result.standing == BOTH_VOTES ==>
  @   kqa_at_least(\result.total, edition->floor_total) && kqa_at_least(site, edition->floor_site);
  @ ensures art5_nomination: \result.standing == NOMINATION_VOTE_ONLY ==>
  @   edition->floors_apply_to == KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  @*/
static struct judgement judge(const struct kqa_edition *edition, int32_t verdict, bool invited,
                              struct kqa_ratio document, struct kqa_ratio site)
{
  struct judgement judgement = {OUT, KQA_OUTCOME_PENDING, no_number()};

  if (verdict == KQA_VERDICT_NOT_MET) {
    judgement.outcome = KQA_OUTCOME_INELIGIBLE;
  } else if (verdict == KQA_VERDICT_UNKNOWN) {
    judgement.outcome = KQA_OUTCOME_UNDETERMINED;
  } else if (document.den != 0 && !invited) {
    judgement.outcome = KQA_OUTCOME_NOT_INVITED;
  } else if (document.den != 0 && site.den != 0) {
    judgement.total = kqa_total_of(edition, document, site);
    judgement.standing = judge_scores(edition, judgement.total, site);
    if (judgement.standing == OUT)
      judgement.outcome = KQA_OUTCOME_BELOW_FLOOR;
  }
  return judgement;
}

/*@ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures outcome: outcome->outcome == judgement.outcome && outcome->eligible == verdict;
  @ ensures award: outcome->award == KQA_AWARD_NONE && outcome->off_quota == 0 &&
  @   outcome->special == 0 && outcome->prize == 0 && outcome->rank == 0;
  @ ensures places: outcome->quality_place == KQA_PLACE_NONE &&
  @   outcome->nomination_place == KQA_PLACE_NONE;
  @ ensures scores: outcome->document == document && outcome->site == site &&
  @   outcome->total == judgement.total;
  @*/
static void record(struct kqa_outcome *outcome, int32_t verdict, struct kqa_ratio document,
                   struct kqa_ratio site, struct judgement judgement)
{
  outcome->outcome = judgement.outcome;
  outcome->eligible = verdict;
  outcome->rank = 0;
  outcome->award = KQA_AWARD_NONE;
  outcome->off_quota = 0;
  outcome->special = 0;
  outcome->quality_place = KQA_PLACE_NONE;
  outcome->nomination_place = KQA_PLACE_NONE;
  outcome->missing = 0;
  outcome->outcome_readings = 0;
  outcome->prize_readings = 0;
  outcome->reserved = 0;
  outcome->document = document;
  outcome->site = site;
  outcome->total = judgement.total;
  outcome->prize = 0;
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_round(round) && kqa_valid_date(round->deadline) &&
  @   kqa_sound_criteria(round->criteria) && kqa_sound_counts(round);
  @ requires organization: \valid_read(organization) && kqa_sound_dossier(round, organization);
  @ requires outcome: \valid(outcome);
  @ terminates \true;
  @ assigns *outcome;
  @ ensures standing: OUT <= \result <= BOTH_VOTES && (\result != OUT <==>
  @   outcome->outcome == KQA_OUTCOME_PENDING && outcome->total.den != 0);
  @ ensures award: outcome->award == KQA_AWARD_NONE && outcome->off_quota == 0 &&
  @   outcome->special == 0 && outcome->prize == 0 && outcome->rank == 0;
  @ ensures places: outcome->quality_place == KQA_PLACE_NONE &&
  @   outcome->nomination_place == KQA_PLACE_NONE;
  @ ensures art15_met: \result != OUT ==> outcome->eligible == KQA_VERDICT_MET;
  @ ensures art16_17_scores: \result != OUT ==>
  @   outcome->document.den != 0 && outcome->site.den != 0;
  @ ensures art5_total: \result == BOTH_VOTES ==>
  @   kqa_at_least(outcome->total, \old(edition->floor_total));
  @ ensures art5_site: \result == BOTH_VOTES ==>
  @   kqa_at_least(outcome->site, \old(edition->floor_site));
  @ ensures art5_nomination: \result == NOMINATION_VOTE_ONLY ==>
  @   \old(edition->floors_apply_to) == KQA_FLOORS_APPLY_TO_QUALITY_ONLY;
  @*/
static enum standing judge_dossier(const struct kqa_edition *edition, const struct kqa_round *round,
                                   const struct kqa_organization *organization,
                                   struct kqa_outcome *outcome)
{
  struct kqa_evaluation eligibility = evaluation_of(edition, round, organization);
  struct kqa_ratio document = score_of(round, &organization->document);
  struct kqa_ratio site = score_of(round, &organization->site);
  struct judgement judgement =
    judge(edition, eligibility.verdict, organization->invited != 0, document, site);

  record(outcome, eligibility.verdict, document, site, judgement);
  outcome->missing = eligibility.missing;
  return judgement.standing;
}

void kqa_round_judge(const struct kqa_edition *edition, const struct kqa_round *round,
                     struct kqa_outcome *outcomes, struct kqa_ranked *ranked,
                     struct kqa_candidate *candidates)
{
  for (int32_t i = 0; i < round->organization_count; i++) {
    const struct kqa_organization *organization = &round->organizations[i];
    enum standing standing = OUT;

    if (organization->has_dossier)
      standing = judge_dossier(edition, round, organization, &outcomes[i]);
    else
      outcomes[i] = (struct kqa_outcome){.eligible = KQA_VERDICT_NOT_APPLICABLE};
    candidates[i] = (struct kqa_candidate){
      .stands = standing == BOTH_VOTES,
      .former_winner =
        organization->has_dossier && kqa_has_standing_award(kqa_round_history(round, organization),
                                                            (size_t)organization->history.count),
      .place = (int32_t)standing,
    };
    ranked[i] = (struct kqa_ranked){.total = no_number()};
    if (standing == BOTH_VOTES)
      ranked[i].total = outcomes[i].total;
  }
}
