/** @file round.h
 * A whole year's round: every organisation to its outcome, its prize and the findings behind them.
 * It composes the other rooms and adds no rule of its own.
 *
 * The caller keeps all lists. An organisation's incidents, sanctions, earlier awards and sheets are
 * stretches of lists that the round holds for all of them.
 */
#ifndef KQAWARD_ROUND_H
#define KQAWARD_ROUND_H

#include "kqaward/allocation.h"
#include "kqaward/eligibility.h"
#include "kqaward/prize.h"
#include "kqaward/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Stands for "no entry" among votes. @since 0.1 */
#define KQA_NO_ENTRY (-1)

/** A stretch of a list of the round. @since 0.1 */
struct kqa_span {
  int32_t first; /**< Place of its first element in the list, from 0. */
  int32_t count; /**< Number of elements, from 0 (none) to the rest of the list. */
};

/** How a review's score is given. @since 0.1 */
enum kqa_review_kind {
  KQA_REVIEW_NONE = 0,  /**< Not yet. */
  KQA_REVIEW_SCORE = 1, /**< As a score. */
  KQA_REVIEW_SHEETS = 2 /**< As the assessors' sheets. */
};

/** One review of one organisation. @since 0.1 */
struct kqa_review {
  int32_t kind; /**< A KQA_REVIEW_ code. */
  struct kqa_span
    sheets; /**< KQA_REVIEW_SHEETS: its sheets, counted in sheets, in the round's percents. */
  int32_t reserved;       /**< Always 0. */
  struct kqa_ratio score; /**< KQA_REVIEW_SCORE: 0 to 1000 points, denominator at most 1,000,000. */
};

/** One organisation of the round. Start from kqa_organization_blank(). @since 0.1 */
struct kqa_organization {
  int32_t has_dossier; /**< 1: has applied; 0: a special nominee without a dossier, all else
                          ignored. One that is neither is KQA_E_VALUE with
                          KQA_FIELD_SPECIAL_NOMINATIONS. */
  struct kqa_application application; /**< Facts and papers (Art. 12, 14). */
  struct kqa_span incidents;          /**< In the round's incidents (Art. 12(6)). */
  struct kqa_span sanctions;          /**< In the round's sanctions (Art. 26, 30). */
  struct kqa_span history;            /**< In the round's history (Art. 22, 24). */
  int32_t invited;                    /**< 1: on the list for site review (Art. 16); 0: not. */
  struct kqa_review document;         /**< Document review. */
  struct kqa_review site;             /**< Site review. */
  int32_t quality_yes;    /**< Votes in favour in the quality vote, 0 to present; KQA_NO_ENTRY: none
                             entered. */
  int32_t quality_runoff; /**< Votes in its second ballot, likewise. */
  int32_t nomination_yes; /**< Votes in favour in the nomination vote, likewise. */
  int32_t nomination_runoff;  /**< Votes in its second ballot, likewise. */
  int32_t special_nomination; /**< 1: nominated by the district government (Art. 22); else 0. */
  int32_t reserved;           /**< Always 0. */
};

/** One of the two votes. @since 0.1 */
struct kqa_vote {
  int32_t held;        /**< 1: held; 0: not yet, all else ignored. */
  int32_t convened_by; /**< A KQA_CONVENER_ code. */
  int32_t present;     /**< Members present, 1 to members. */
};

/** A round's input. @since 0.1 */
struct kqa_round {
  int32_t year;             /**< The year, 1 to 9999; need not be the deadline's. */
  struct kqa_date deadline; /**< Last day for applications, a valid date; the reference day of every
                               period and bar. */
  const struct kqa_criteria *criteria; /**< The criteria of all sheets. */
  int32_t has_committee;   /**< 1: members is given; 0: not, and then a vote held is KQA_E_MISSING
                              with KQA_FIELD_MEMBERS. */
  int32_t members;         /**< Members of the committee, 1 to KQA_MAX_MEMBERS. */
  struct kqa_vote quality; /**< The quality vote. */
  struct kqa_vote nomination; /**< The nomination vote. */
  int32_t organization_count; /**< Length of organizations, 0 to KQA_MAX_ORGANIZATIONS. */
  int32_t incident_count;     /**< Length of incidents, at least 0. */
  int32_t sanction_count;     /**< Length of sanctions, at least 0. */
  int32_t history_count;      /**< Length of history, at least 0. */
  int32_t sheet_count;        /**< Sheets in percents, at least 0. */
  const struct kqa_organization *organizations; /**< The organisations. */
  const struct kqa_incident *incidents;         /**< All incidents. */
  const struct kqa_sanction *sanctions;         /**< All sanctions. */
  const struct kqa_past_award *history;         /**< All earlier awards. */
  const int32_t
    *percents; /**< sheet_count x criteria->item_count percents of 0 to 100, sheet by sheet. */
};

/*@ predicate kqa_no_score(struct kqa_ratio score) = score.num == 0 && score.den == 0;
  @ predicate kqa_readable_sheets{L}(struct kqa_round *round, integer first, integer count) =
  @   \valid_read(round->percents + first * round->criteria->item_count +
  @               (0 .. count * round->criteria->item_count - 1));
  @ predicate kqa_readable_lists{L}(struct kqa_round *round) =
  @   \valid_read(round) &&
  @   \valid_read(round->organizations + (0 .. round->organization_count - 1)) &&
  @   \valid_read(round->incidents + (0 .. round->incident_count - 1)) &&
  @   \valid_read(round->sanctions + (0 .. round->sanction_count - 1)) &&
  @   \valid_read(round->history + (0 .. round->history_count - 1));
  @ predicate kqa_readable_round{L}(struct kqa_round *round) =
  @   kqa_readable_lists(round) && \valid_read(round->criteria) &&
  @   (\forall integer first, count; 0 <= first && 0 <= count &&
  @     first + count <= round->sheet_count ==> kqa_readable_sheets(round, first, count));
  @ predicate kqa_inside(struct kqa_span span, integer length) =
  @   0 <= span.first && 0 <= span.count && span.first + span.count <= length;
  @ predicate kqa_sound_spans{L}(struct kqa_round *round, struct kqa_organization *organization) =
  @   kqa_inside(organization->incidents, round->incident_count) &&
  @   kqa_inside(organization->sanctions, round->sanction_count) &&
  @   kqa_inside(organization->history, round->history_count);
  @ predicate kqa_sound_case{L}(struct kqa_round *round, struct kqa_organization *organization) =
  @   kqa_sound_application(&organization->application) &&
  @   kqa_sound_incidents(round->incidents + organization->incidents.first,
  @                       organization->incidents.count) &&
  @   kqa_sound_sanctions(round->sanctions + organization->sanctions.first,
  @                       organization->sanctions.count);
  @ predicate kqa_sound_past_awards{L}(struct kqa_round *round,
  @                                    struct kqa_organization *organization) =
  @   kqa_sound_history(round->history + organization->history.first,
  @                     organization->history.count);
  @ predicate kqa_sound_review{L}(struct kqa_round *round, struct kqa_review *review) =
  @   review->kind == KQA_REVIEW_NONE ||
  @   (review->kind == KQA_REVIEW_SCORE && kqa_sound_score(review->score)) ||
  @   (review->kind == KQA_REVIEW_SHEETS && kqa_inside(review->sheets, round->sheet_count) &&
  @    1 <= review->sheets.count <= KQA_MAX_SHEETS &&
  @    kqa_sound_percents(round->percents + review->sheets.first * round->criteria->item_count,
  @                       review->sheets.count * round->criteria->item_count));
  @ predicate kqa_sound_entry(integer votes, integer present) = KQA_NO_ENTRY <= votes <= present;
  @ predicate kqa_sound_entries{L}(struct kqa_round *round,
  @                                struct kqa_organization *organization) =
  @   (round->quality.held != 0 ==>
  @     kqa_sound_entry(organization->quality_yes, round->quality.present) &&
  @     kqa_sound_entry(organization->quality_runoff, round->quality.present)) &&
  @   (round->nomination.held != 0 ==>
  @     kqa_sound_entry(organization->nomination_yes, round->nomination.present) &&
  @     kqa_sound_entry(organization->nomination_runoff, round->nomination.present));
  @ predicate kqa_sound_dossier{L}(struct kqa_round *round,
  @                                struct kqa_organization *organization) =
  @   kqa_sound_spans(round, organization) && kqa_sound_case(round, organization) &&
  @   kqa_sound_past_awards(round, organization) && 0 <= organization->invited <= 1 &&
  @   kqa_sound_review(round, &organization->document) &&
  @   kqa_sound_review(round, &organization->site) && kqa_sound_entries(round, organization);
  @ predicate kqa_sound_organization{L}(struct kqa_round *round,
  @                                     struct kqa_organization *organization) =
  @   0 <= organization->has_dossier <= 1 && 0 <= organization->special_nomination <= 1 &&
  @   organization->has_dossier + organization->special_nomination >= 1 &&
  @   (organization->has_dossier != 0 ==> kqa_sound_dossier(round, organization));
  @ predicate kqa_sound_vote{L}(struct kqa_round *round, struct kqa_vote *vote) =
  @   0 <= vote->held <= 1 && (vote->held != 0 ==> round->has_committee == 1 &&
  @     kqa_sound_meeting(round->members, vote->convened_by, vote->present));
  @ predicate kqa_sound_counts{L}(struct kqa_round *round) =
  @   0 <= round->organization_count <= KQA_MAX_ORGANIZATIONS && 0 <= round->incident_count &&
  @   0 <= round->sanction_count && 0 <= round->history_count && 0 <= round->sheet_count;
  @ predicate kqa_sound_heading{L}(struct kqa_round *round) =
  @   1 <= round->year <= 9999 && kqa_valid_date(round->deadline) &&
  @   kqa_sound_criteria(round->criteria) && kqa_sound_counts(round) &&
  @   kqa_sound_vote(round, &round->quality) && kqa_sound_vote(round, &round->nomination);
  @ predicate kqa_sound_organizations{L}(struct kqa_round *round, integer count) =
  @   \forall integer i; 0 <= i < count ==>
  @     kqa_sound_organization(round, round->organizations + i);
  @ predicate kqa_sound_round{L}(struct kqa_round *round) =
  @   kqa_sound_heading(round) && kqa_sound_organizations(round, round->organization_count);
  @*/
/** Outcomes. @since 0.1 */
enum kqa_outcome_code {
  KQA_OUTCOME_INELIGIBLE = 1,   /**< A condition is not met. */
  KQA_OUTCOME_UNDETERMINED = 2, /**< A fact that matters is missing. */
  KQA_OUTCOME_PENDING = 3,      /**< A score or a vote is still to come. */
  KQA_OUTCOME_NOT_INVITED = 4,  /**< Not on the list for site review. */
  KQA_OUTCOME_BELOW_FLOOR = 5,  /**< Below a score floor. */
  KQA_OUTCOME_VOTE_VOID = 6,    /**< The vote was void. */
  KQA_OUTCOME_TIED = 7,         /**< Equal to others across the last seat. */
  KQA_OUTCOME_NOT_ELECTED = 8,  /**< Too few votes for a seat. */
  KQA_OUTCOME_NOMINATION = 9,   /**< Nomination award. */
  KQA_OUTCOME_QUALITY = 10      /**< Quality award. */
};

/** What became of a vote. @since 0.1 */
enum kqa_vote_state {
  KQA_VOTE_NOT_HELD = 0, /**< Not held yet. */
  KQA_VOTE_VOID = 1,     /**< Void: no quorum, or not properly convened. */
  KQA_VOTE_COUNTED = 2,  /**< Counted. */
  KQA_VOTE_WAITS =
    3 /**< The nomination vote waits: the quality vote was not held, was void or is tied. */
};

/** One organisation's result. @since 0.1 */
struct kqa_outcome {
  int32_t outcome; /**< A KQA_OUTCOME_ code; 0 where kqa_round_decide_under() leaves out the special
                      nomination of one without a dossier. */
  int32_t
    eligible; /**< A KQA_VERDICT_ code: met, not met, unknown; not applicable without a dossier. */
  int32_t rank;          /**< Rank among the candidates, from 1; 0 for one that is no candidate. */
  int32_t award;         /**< A KQA_AWARD_ code. */
  int32_t off_quota;     /**< 1: the award is off the quota; else 0. */
  int32_t special;       /**< 1: the award is a special nomination; else 0. */
  int32_t quality_place; /**< A KQA_PLACE_ code of the quality vote. */
  int32_t nomination_place;  /**< A KQA_PLACE_ code of the nomination vote. */
  uint32_t missing;          /**< As in struct kqa_eligibility. */
  uint32_t outcome_readings; /**< Bits set, by kqa_reading_bit(): readings of which another value
                                alone changes the outcome. Filled by kqa_round_dependence(). */
  uint32_t
    prize_readings; /**< Bits likewise: another value leaves the outcome and changes the prize. */
  int32_t reserved; /**< Always 0. */
  struct kqa_ratio document; /**< Score of the document review, 0 to 1000 points; 0/0: none. */
  struct kqa_ratio site;     /**< Score of the site review, 0 to 1000 points; 0/0: none. */
  struct kqa_ratio total;    /**< Total score, 0 to 1000 points; 0/0: none. */
  int64_t prize;             /**< Prize, 0 to KQA_MAX_YUAN yuan. */
};

/** A round's summary. @since 0.1 */
struct kqa_round_summary {
  struct kqa_fault fault;      /**< Status and field; the paths are those of the round file. */
  int32_t quality_vote;        /**< A kqa_vote_state code. */
  int32_t nomination_vote;     /**< A kqa_vote_state code. */
  int32_t candidates;          /**< Candidates that are ranked, 0 to organization_count. */
  int32_t quality_tied;        /**< Candidates tied in the quality vote, 0 to candidates. */
  int32_t nomination_tied;     /**< Candidates tied in the nomination vote, 0 to candidates. */
  struct kqa_seats quality;    /**< Seats of the quality award. */
  struct kqa_seats nomination; /**< Seats of the nomination award. */
  int64_t prize_total;         /**< Sum of all prizes, yuan, at least 0. */
};

/** An organisation with nothing known: a dossier, invited, no votes entered.
 * @return The organisation.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures dossier: \result.has_dossier == 1 && \result.invited == 1;
  @ ensures entries: \result.quality_yes == KQA_NO_ENTRY &&
  @   \result.quality_runoff == KQA_NO_ENTRY && \result.nomination_yes == KQA_NO_ENTRY &&
  @   \result.nomination_runoff == KQA_NO_ENTRY;
  @ ensures lists: \result.incidents.count == 0 && \result.sanctions.count == 0 &&
  @   \result.history.count == 0 && \result.special_nomination == 0;
  @*/
KQA_API struct kqa_organization kqa_organization_blank(void);

/** Decides a round.
 *
 * Faults, of which the first counts: those of kqa_edition_check(); KQA_E_RANGE with KQA_FIELD_YEAR;
 * KQA_E_NO_SUCH_DAY with KQA_FIELD_DEADLINE; those of kqa_criteria_check(); KQA_E_RANGE or
 * KQA_E_TOO_MANY with KQA_FIELD_ORGANIZATIONS, KQA_E_RANGE with KQA_FIELD_ORG_INCIDENTS,
 * KQA_FIELD_ORG_SANCTIONS, KQA_FIELD_ORG_HISTORY or KQA_FIELD_SHEETS for a length; KQA_E_VALUE,
 * KQA_E_RANGE or KQA_E_MISSING with KQA_FIELD_MEMBERS; of each vote KQA_E_VALUE with
 * KQA_FIELD_VOTES_QUALITY, and those of kqa_vote_validity() with
 * KQA_FIELD_VOTES_QUALITY_CONVENED_BY or KQA_FIELD_VOTES_QUALITY_PRESENT.
 *
 * Of each organisation (its place in `index[0]`, places in its lists after it): KQA_E_VALUE with
 * KQA_FIELD_ORGANIZATIONS, KQA_FIELD_SPECIAL_NOMINATIONS or KQA_FIELD_ORG_INVITED; KQA_E_RANGE with
 * KQA_FIELD_ORG_INCIDENTS, KQA_FIELD_ORG_SANCTIONS or KQA_FIELD_ORG_HISTORY for a stretch outside
 * the list; those of kqa_eligibility_decide() and kqa_prize_decide() with the fields of the round
 * file (KQA_FIELD_ORG_FACT, ...); of each review KQA_E_VALUE with KQA_FIELD_ORG_SITE, KQA_E_RANGE
 * with KQA_FIELD_ORG_SITE_SCORE, those of kqa_panel_score() and
 * KQA_E_RANGE with KQA_FIELD_ORG_SITE_SHEETS or KQA_FIELD_ORG_SITE_PERCENT; of each vote
 * KQA_E_RANGE, KQA_E_ABOVE_PRESENT or KQA_E_NOT_STANDING with KQA_FIELD_VOTES_QUALITY_YES or
 * KQA_FIELD_VOTES_QUALITY_RUNOFF; KQA_E_AWARDED or KQA_E_FLOORS with KQA_FIELD_SPECIAL_NOMINATIONS.
 * The fields of the document review and of the nomination vote are named alike.
 * @article 3, 5, 12, 14, 15, 16, 18, 19, 22, 24, 26, 30
 * @param edition  The edition.
 * @param round    The input.
 * @param outcomes Receives one result an organisation, in their order; all zero on a fault (none is
 *                 written where organization_count itself is at fault).
 * @param ranked     Working room for organization_count entries; afterwards the ranking.
 * @param candidates Working room for organization_count candidates.
 * @return The summary; a fault listed above.
 * @since 0.1 */
KQA_API struct kqa_round_summary kqa_round_decide(const struct kqa_edition *edition,
                                                  const struct kqa_round *round,
                                                  struct kqa_outcome *outcomes,
                                                  struct kqa_ranked *ranked,
                                                  struct kqa_candidate *candidates);

/** Decides a round under an edition other than the one it was held under, a draft or another
 * reading: as kqa_round_decide(), but entries that the edition makes invalid are left out, votes
 * for one that no longer stands and a special nomination that no longer holds. All other votes
 * count as they were cast.
 * @article 3, 5, 12, 14, 15, 16, 18, 19, 22, 24, 26, 30
 * @param edition    The edition.
 * @param round      The input.
 * @param outcomes   As in kqa_round_decide().
 * @param ranked     As in kqa_round_decide().
 * @param candidates As in kqa_round_decide().
 * @return The summary; the faults of kqa_round_decide() but KQA_E_NOT_STANDING, KQA_E_AWARDED and
 *         KQA_E_FLOORS, whose field is that of the entry that is left out here.
 * @since 0.1 */
KQA_API struct kqa_round_summary kqa_round_decide_under(const struct kqa_edition *edition,
                                                        const struct kqa_round *round,
                                                        struct kqa_outcome *outcomes,
                                                        struct kqa_ranked *ranked,
                                                        struct kqa_candidate *candidates);

/** Finds which readings each result depends on: decides the round again under every other value of
 * one reading at a time and notes what changes. Entries that another reading would make invalid are
 * left out there: votes for one that no longer stands, a special nomination that no longer holds.
 * @param edition  The edition.
 * @param round    The input, decided before.
 * @param outcomes The results of kqa_round_decide(), one an organisation; outcome_readings and
 *                 prize_readings are filled.
 * @param other    Room for organization_count results.
 * @param ranked     Working room for organization_count entries.
 * @param candidates Working room for organization_count candidates.
 * @return The faults of kqa_round_decide().
 * @since 0.1 */
KQA_API struct kqa_fault kqa_round_dependence(const struct kqa_edition *edition,
                                              const struct kqa_round *round,
                                              struct kqa_outcome *outcomes,
                                              struct kqa_outcome *other, struct kqa_ranked *ranked,
                                              struct kqa_candidate *candidates);

/** The bit that stands for a reading in outcome_readings and prize_readings.
 * @param field A reading's KQA_FIELD_ code.
 * @return One bit; 0 for any other field.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures none: field < KQA_FIELD_VOTE_APPROVAL || field > KQA_FIELD_REPORT_ROLLOVER ==>
  @   \result == 0;
  @ ensures bit: KQA_FIELD_VOTE_APPROVAL <= field <= KQA_FIELD_REPORT_ROLLOVER ==>
  @   \result == 1 << (field - KQA_FIELD_VOTE_APPROVAL);
  @*/
KQA_API uint32_t kqa_reading_bit(int32_t field);

/** How many combinations of the readings that touch a round there are: the product of the numbers
 * of their values.
 * @return Combinations, at least 1.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures some: 1 <= \result <= 390625;
  @*/
KQA_API int32_t kqa_reading_combinations(void);

/** An edition with one combination of the readings that touch a round.
 * @param edition     The edition.
 * @param combination Place of the combination, 0 to kqa_reading_combinations() - 1; 0 has every
 * default, and of the readings in the register's order the first changes fastest.
 * @return The edition so read; all zero for a combination that does not exist.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures none: combination < 0 || combination >= 390625 ==> \result.size == 0;
  @*/
KQA_API struct kqa_edition kqa_reading_combination(const struct kqa_edition *edition,
                                                   int32_t combination);

/** How many words hold a bit for every set of the readings that touch a round. @since 0.1 */
#define KQA_READING_SET_WORDS 8

/** On which readings an organisation's result depends, singly and jointly. A set of readings is the
 * sum of their kqa_reading_bit(), and stands in a list when bit `set % 32` of word `set / 32` is 1.
 * @since 0.1 */
struct kqa_sensitivity {
  uint32_t outcome_sets[KQA_READING_SET_WORDS]; /**< Bit s set as above: a least set s whose change
                                                   changes the outcome: no part of one does. */
  uint32_t prize_sets[KQA_READING_SET_WORDS];   /**< Bits likewise: sets that leave the outcome and
                                                   change the prize. */
};

/** Finds on which readings each result depends, singly and jointly: decides the round under every
 * combination of the readings that touch it, by kqa_round_decide_under(), and keeps the least sets
 * of readings whose change together changes something.
 * @param edition     The edition.
 * @param round       The input.
 * @param sensitivity Receives one answer an organisation; untouched on a fault.
 * @param outcomes    Receives the results under the edition, one an organisation.
 * @param other       Room for organization_count results.
 * @param ranked      Working room for organization_count entries.
 * @param candidates  Working room for organization_count candidates.
 * @return The faults of kqa_round_decide().
 * @since 0.1 */
KQA_API struct kqa_fault kqa_round_sensitivity(const struct kqa_edition *edition,
                                               const struct kqa_round *round,
                                               struct kqa_sensitivity *sensitivity,
                                               struct kqa_outcome *outcomes,
                                               struct kqa_outcome *other, struct kqa_ranked *ranked,
                                               struct kqa_candidate *candidates);

/** Most findings of one organisation in a round. @since 0.1 */
#define KQA_ROUND_FINDINGS 40

/*@ predicate kqa_sound_basis{L}(struct kqa_round *round, struct kqa_organization *organization) =
  @   organization->has_dossier != 0 ==>
  @     kqa_sound_spans(round, organization) && kqa_sound_case(round, organization) &&
  @     kqa_sound_past_awards(round, organization) && kqa_sound_entries(round, organization);
  @ predicate kqa_can_be_explained{L}(struct kqa_round *round, integer place) =
  @   kqa_valid_date(round->deadline) && kqa_sound_vote(round, &round->quality) &&
  @   kqa_sound_vote(round, &round->nomination) && (0 <= place < round->organization_count ==>
  @     kqa_sound_basis(round, round->organizations + place));
  @ predicate kqa_decided_vote(struct kqa_vote vote, integer state, integer place) =
  @   (state == KQA_VOTE_VOID || state == KQA_VOTE_COUNTED ==> vote.held != 0) &&
  @   (place != KQA_PLACE_NONE ==> state == KQA_VOTE_COUNTED);
  @ predicate kqa_decided_outcome{L}(struct kqa_round *round, struct kqa_round_summary *summary,
  @                                  struct kqa_outcome *outcome) =
  @   (outcome->total.den == 0 || kqa_sound_ratio(outcome->total)) &&
  @   (outcome->site.den == 0 || kqa_sound_ratio(outcome->site)) &&
  @   kqa_decided_vote(round->quality, summary->quality_vote, outcome->quality_place) &&
  @   kqa_decided_vote(round->nomination, summary->nomination_vote, outcome->nomination_place);
  @ predicate kqa_apart_from_round{L}(struct kqa_finding *findings, struct kqa_edition *edition,
  @                                   struct kqa_round *round) =
  @   \base_addr(findings) != \base_addr(edition) && \base_addr(findings) != \base_addr(round) &&
  @   \base_addr(findings) != \base_addr(round->organizations) &&
  @   \base_addr(findings) != \base_addr(round->incidents) &&
  @   \base_addr(findings) != \base_addr(round->sanctions) &&
  @   \base_addr(findings) != \base_addr(round->history);
  @ predicate kqa_apart_from_results{L}(struct kqa_finding *findings,
  @                                     struct kqa_round_summary *summary,
  @                                     struct kqa_outcome *outcomes) =
  @   \base_addr(findings) != \base_addr(summary) && \base_addr(findings) != \base_addr(outcomes);
  @*/
/** Lists the findings behind one organisation's result, in the order of the procedure; one without
 * a dossier has none.
 * @article 16, 19, 22
 * @param edition  The edition.
 * @param round    The input, decided before.
 * @param summary  The summary of kqa_round_decide().
 * @param outcomes The results of kqa_round_decide(), one an organisation.
 * @param place    Place of the organisation, 0 to organization_count - 1.
 * @param findings Receives the findings, at most capacity of them.
 * @param capacity Length of findings; KQA_ROUND_FINDINGS suffice.
 * @return How many findings there are, 0 to KQA_ROUND_FINDINGS, also where capacity is less; the
 *         faults of kqa_edition_check(),
 *         KQA_E_RANGE with KQA_FIELD_ORGANIZATIONS.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires round: kqa_readable_lists(round) && kqa_can_be_explained(round, place);
  @ requires results: \valid_read(summary) &&
  @   \valid_read(outcomes + (0 .. round->organization_count - 1));
  @ requires decided: 0 <= place < round->organization_count ==>
  @   kqa_decided_outcome(round, summary, outcomes + place);
  @ requires room: \valid(findings + (0 .. capacity - 1));
  @ requires apart: kqa_apart_from_round(findings, edition, round) &&
  @   kqa_apart_from_results(findings, summary, outcomes);
  @ terminates \true;
  @ assigns findings[0 .. capacity - 1];
  @ ensures count: 0 <= \result.value <= KQA_ROUND_FINDINGS;
  @ ensures accepted: \result.fault.status == KQA_OK <==>
  @   \old(kqa_sound_edition(edition) && 0 <= place < round->organization_count);
  @ ensures no_dossier: 0 <= place < round->organization_count &&
  @   round->organizations[place].has_dossier == 0 ==> \result.value == 0;
  @ ensures dossier: \result.fault.status == KQA_OK &&
  @   round->organizations[place].has_dossier != 0 ==>
  @     \result.value >= KQA_ELIGIBILITY_FINDINGS;
  @*/
KQA_API struct kqa_number kqa_round_findings(const struct kqa_edition *edition,
                                             const struct kqa_round *round,
                                             const struct kqa_round_summary *summary,
                                             const struct kqa_outcome *outcomes, int32_t place,
                                             struct kqa_finding *findings, size_t capacity);

/** An outcome's permanent name in data, such as `below_floor`.
 * @param outcome A KQA_OUTCOME_ code.
 * @return A static ASCII text; empty for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_outcome_name(int32_t outcome);

/** An outcome's name for people.
 * @param outcome  A KQA_OUTCOME_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_outcome_text(int32_t outcome, int32_t language);

/** An award's permanent name in data: `quality`, `nomination`.
 * @param award A KQA_AWARD_ code.
 * @return A static ASCII text; empty for KQA_AWARD_NONE and for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_award_name(int32_t award);

/** An award's name for people.
 * @param award    A KQA_AWARD_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for KQA_AWARD_NONE, a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_award_text(int32_t award, int32_t language);

#ifdef __cplusplus
}
#endif

#endif
