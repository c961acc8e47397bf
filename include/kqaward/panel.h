/** @file panel.h
 * The people who review: the committee's roster (Art. 7), the review panel (Art. 10), the assessors
 * (Art. 11) and the conduct of everybody who takes part (Art. 27).
 */
#ifndef KQAWARD_PANEL_H
#define KQAWARD_PANEL_H

#include "kqaward/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Facts about an assessor (Art. 11). @since 0.1 */
enum kqa_assessor_fact {
  KQA_ASSESSOR_POLICY_AND_LAW = 0, /**< Carries out policy and knows the law (Art. 11(1)). */
  KQA_ASSESSOR_DEGREE = 1,         /**< Bachelor's degree or higher (Art. 11(2)). */
  KQA_ASSESSOR_SENIOR_TITLE = 2,   /**< Senior professional title (Art. 11(2)). */
  KQA_ASSESSOR_TRAINING = 3,       /**< Systematic training in quality management (Art. 11(2)). */
  KQA_ASSESSOR_KNOWLEDGE =
    4, /**< Current knowledge of quality and business management (Art. 11(2)). */
  KQA_ASSESSOR_ABILITIES = 5, /**< Practice, analysis, speech and writing (Art. 11(3)). */
  KQA_ASSESSOR_ETHICS = 6     /**< Ethics and discipline (Art. 11(4)). */
};

/** How many facts an assessor has. @since 0.1 */
#define KQA_ASSESSOR_FACTS 7

/** What is known of an assessor. All zero: nothing is known. @since 0.1 */
struct kqa_assessor {
  int32_t facts[KQA_ASSESSOR_FACTS]; /**< A kqa_truth code for each KQA_ASSESSOR_ fact. */
  int32_t years_known;               /**< 1 when years is given, 0 when unknown. */
  int32_t years;                     /**< Full years of experience, 0 to 99; 0 while unknown. */
};

/*@ predicate kqa_sound_assessor{L}(struct kqa_assessor *assessor) =
  @   (\forall integer fact; 0 <= fact < KQA_ASSESSOR_FACTS ==>
  @     KQA_UNKNOWN <= assessor->facts[fact] <= KQA_FALSE) &&
  @   0 <= assessor->years_known <= 1 &&
  @   0 <= assessor->years <= (assessor->years_known == 1 ? 99 : 0);
  @ logic integer kqa_either(integer a, integer b) =
  @   a == KQA_TRUE || b == KQA_TRUE ? KQA_TRUE :
  @   a == KQA_UNKNOWN || b == KQA_UNKNOWN ? KQA_UNKNOWN : KQA_FALSE;
  @ logic integer kqa_experience{L}(struct kqa_edition *edition, struct kqa_assessor *assessor) =
  @   assessor->years_known == 0 ? KQA_VERDICT_UNKNOWN :
  @   assessor->years >= edition->assessor_min_years ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET;
  @*/
/** Whether a person qualifies as an assessor. A degree or a title suffices, and one of them known
 * to hold makes the other irrelevant.
 * @article 11
 * @param edition  The edition.
 * @param assessor What is known of the person.
 * @return Seven findings; the faults of kqa_edition_check(), KQA_E_VALUE with
 *         KQA_FIELD_ASSESSOR_FACT (place in `index[0]`), KQA_E_VALUE or KQA_E_RANGE with
 *         KQA_FIELD_ASSESSOR_YEARS.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(assessor);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && kqa_sound_assessor(assessor);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 7;
  @   ensures art11_1_law: \result.findings[0].verdict ==
  @     assessor->facts[KQA_ASSESSOR_POLICY_AND_LAW];
  @   ensures art11_2_either: \result.findings[1].verdict == kqa_either(
  @     assessor->facts[KQA_ASSESSOR_DEGREE], assessor->facts[KQA_ASSESSOR_SENIOR_TITLE]);
  @   ensures art11_3_years: \result.findings[4].verdict == kqa_experience(edition, assessor);
  @   ensures art11_qualifies: \result.verdict == KQA_VERDICT_MET <==>
  @     assessor->facts[KQA_ASSESSOR_POLICY_AND_LAW] == KQA_TRUE &&
  @     (assessor->facts[KQA_ASSESSOR_DEGREE] == KQA_TRUE ||
  @      assessor->facts[KQA_ASSESSOR_SENIOR_TITLE] == KQA_TRUE) &&
  @     assessor->facts[KQA_ASSESSOR_TRAINING] == KQA_TRUE &&
  @     assessor->facts[KQA_ASSESSOR_KNOWLEDGE] == KQA_TRUE &&
  @     assessor->years_known == 1 && assessor->years >= edition->assessor_min_years &&
  @     assessor->facts[KQA_ASSESSOR_ABILITIES] == KQA_TRUE &&
  @     assessor->facts[KQA_ASSESSOR_ETHICS] == KQA_TRUE;
  @   ensures art11_fails: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @     assessor->facts[KQA_ASSESSOR_POLICY_AND_LAW] == KQA_FALSE ||
  @     (assessor->facts[KQA_ASSESSOR_DEGREE] == KQA_FALSE &&
  @      assessor->facts[KQA_ASSESSOR_SENIOR_TITLE] == KQA_FALSE) ||
  @     assessor->facts[KQA_ASSESSOR_TRAINING] == KQA_FALSE ||
  @     assessor->facts[KQA_ASSESSOR_KNOWLEDGE] == KQA_FALSE ||
  @     (assessor->years_known == 1 && assessor->years < edition->assessor_min_years) ||
  @     assessor->facts[KQA_ASSESSOR_ABILITIES] == KQA_FALSE ||
  @     assessor->facts[KQA_ASSESSOR_ETHICS] == KQA_FALSE;
  @   ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !kqa_sound_assessor(assessor);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_assessor_check(const struct kqa_edition *edition,
                                               const struct kqa_assessor *assessor);

/** Whether a review panel is properly made up: enough assessors, exactly one leader.
 * @article 10
 * @param edition   The edition.
 * @param assessors Assessors in the panel, trade experts and leader included, 0 to 99.
 * @param leaders   Leaders among them, 0 to assessors.
 * @return Two findings; the faults of kqa_edition_check(), KQA_E_RANGE with KQA_FIELD_ASSESSORS or
 *         KQA_FIELD_LEADERS.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 0 <= leaders <= assessors <= 99;
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 2;
  @   ensures art10_size: \result.findings[0].verdict ==
  @     (assessors >= edition->panel_min_assessors ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  @   ensures art10_leader: \result.findings[1].verdict ==
  @     (leaders == 1 ? KQA_VERDICT_MET : KQA_VERDICT_NOT_MET);
  @   ensures art10_proper: \result.verdict == KQA_VERDICT_MET <==>
  @     assessors >= edition->panel_min_assessors && leaders == 1;
  @   ensures art10_improper: \result.verdict == KQA_VERDICT_MET ||
  @     \result.verdict == KQA_VERDICT_NOT_MET;
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !(0 <= leaders <= assessors <= 99);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_panel_check(const struct kqa_edition *edition, int32_t assessors,
                                            int32_t leaders);

/** Seats of the review committee by the ordinance's list (Art. 7). @since 0.1 */
#define KQA_COMMITTEE_SEATS 18

/** Roles on the committee. @since 0.1 */
enum kqa_committee_role {
  KQA_COMMITTEE_CHAIR = 1,      /**< The chair. */
  KQA_COMMITTEE_VICE_CHAIR = 2, /**< A vice chair. */
  KQA_COMMITTEE_MEMBER = 3      /**< A member. */
};

/*@ logic integer kqa_role(integer seat) =
  @   seat < 0 || seat >= KQA_COMMITTEE_SEATS ? 0 :
  @   seat == 0 ? KQA_COMMITTEE_CHAIR :
  @   seat <= 2 ? KQA_COMMITTEE_VICE_CHAIR : KQA_COMMITTEE_MEMBER;
  @ predicate kqa_all_filled{L}(int32_t *filled, integer seats, integer role) =
  @   \forall integer seat; 0 <= seat < seats && kqa_role(seat) == role ==>
  @     filled[seat] == KQA_TRUE;
  @ predicate kqa_some_vacant{L}(int32_t *filled, integer seats, integer role) =
  @   \exists integer seat; 0 <= seat < seats && kqa_role(seat) == role &&
  @     filled[seat] == KQA_FALSE;
  @ predicate kqa_truths{L}(int32_t *facts, integer count) =
  @   \forall integer fact; 0 <= fact < count ==> KQA_UNKNOWN <= facts[fact] <= KQA_FALSE;
  @*/
/** The role of a seat.
 * @article 7
 * @param seat Place of the seat, 0 to KQA_COMMITTEE_SEATS - 1.
 * @return A KQA_COMMITTEE_ code; 0 for a seat that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art7_role: \result == kqa_role(seat);
  @*/
KQA_API int32_t kqa_committee_role(int32_t seat);

/** Who holds a seat by office.
 * @article 7
 * @param seat     Place of the seat, 0 to KQA_COMMITTEE_SEATS - 1.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a seat or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_committee_seat(int32_t seat, int32_t language);

/** Whether the committee's seats are filled. The market regulation bureau has two of them: its head
 * as vice chair, a deputy as member.
 * @article 7
 * @param filled A kqa_truth code for each of the KQA_COMMITTEE_SEATS seats, in their order.
 * @return Three findings: chair, vice chairs, members; KQA_E_VALUE with KQA_FIELD_COMMITTEE_SEAT
 *         (seat in `index[0]`).
 * @since 0.1 */
/*@ requires filled: \valid_read(filled + (0 .. KQA_COMMITTEE_SEATS - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_truths(filled, KQA_COMMITTEE_SEATS);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 3;
  @   ensures art7_chair: \result.findings[0].verdict == filled[0];
  @   ensures art7_complete: \result.verdict == KQA_VERDICT_MET <==>
  @     \forall integer seat; 0 <= seat < KQA_COMMITTEE_SEATS ==> filled[seat] == KQA_TRUE;
  @   ensures art7_vacant: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @     \exists integer seat; 0 <= seat < KQA_COMMITTEE_SEATS && filled[seat] == KQA_FALSE;
  @   ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ behavior refuse:
  @   assumes !kqa_truths(filled, KQA_COMMITTEE_SEATS);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_committee_check(const int32_t filled[KQA_COMMITTEE_SEATS]);

/** Facts about the conduct of a person who takes part in the review (Art. 27). @since 0.1 */
enum kqa_conduct_fact {
  KQA_CONDUCT_TRUTHFUL = 0,     /**< Truthful, fair and incorrupt. */
  KQA_CONDUCT_CONFIDENTIAL = 1, /**< Kept secrets. */
  KQA_CONDUCT_PROCEDURE = 2     /**< Followed rules and procedure. */
};

/** How many facts of conduct there are. @since 0.1 */
#define KQA_CONDUCT_FACTS 3

/** Whether a reviewer kept the discipline of the review.
 * @article 27
 * @param facts A kqa_truth code for each KQA_CONDUCT_ fact.
 * @return Three findings; KQA_E_VALUE with KQA_FIELD_CONDUCT (place in `index[0]`).
 * @since 0.1 */
/*@ requires facts: \valid_read(facts + (0 .. KQA_CONDUCT_FACTS - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_truths(facts, KQA_CONDUCT_FACTS);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 3;
  @   ensures art27_each: \forall integer fact; 0 <= fact < KQA_CONDUCT_FACTS ==>
  @     \result.findings[fact].verdict == facts[fact];
  @   ensures art27_kept: \result.verdict == KQA_VERDICT_MET <==>
  @     \forall integer fact; 0 <= fact < KQA_CONDUCT_FACTS ==> facts[fact] == KQA_TRUE;
  @   ensures art27_broken: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @     \exists integer fact; 0 <= fact < KQA_CONDUCT_FACTS && facts[fact] == KQA_FALSE;
  @ behavior refuse:
  @   assumes !kqa_truths(facts, KQA_CONDUCT_FACTS);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_conduct_check(const int32_t facts[KQA_CONDUCT_FACTS]);

/** Measures: bits of a set. People decide which of several possible ones is taken. @since 0.1 */
enum kqa_measure {
  KQA_MEASURE_CRITICISM = 1,             /**< Criticism (Art. 27, 30). */
  KQA_MEASURE_WARNING = 2,               /**< Warning (Art. 27, 30). */
  KQA_MEASURE_DISQUALIFICATION = 4,      /**< Loss of the standing as reviewer (Art. 27). */
  KQA_MEASURE_CRIMINAL_LIABILITY = 8,    /**< Criminal liability under the law (Art. 27). */
  KQA_MEASURE_CIRCULATED_CRITICISM = 16, /**< Circulated criticism (Art. 26, 30). */
  KQA_MEASURE_HONOUR_CANCELLED = 32,     /**< The honour is cancelled (Art. 26). */
  KQA_MEASURE_PLAQUE_TAKEN_BACK = 64,    /**< Plaque and certificate are taken back (Art. 26). */
  KQA_MEASURE_NO_ACCEPTANCE = 128,  /**< Applications are not accepted for years (Art. 26, 30). */
  KQA_MEASURE_RECTIFICATION = 256,  /**< Order to rectify within a time limit (Art. 28). */
  KQA_MEASURE_INVESTIGATION = 512,  /**< The committee must investigate (Art. 30). */
  KQA_MEASURE_HONOUR_REVOKED = 1024 /**< The honour is revoked (Art. 30). */
};

/** Measures against a person who broke the discipline: the set from which one is chosen by the
 * gravity of the case; criminal liability joins it where the act is a crime.
 * @article 27
 * @param breached A kqa_truth code: the discipline was broken.
 * @param criminal A kqa_truth code: the act is a crime.
 * @return A sum of KQA_MEASURE_ codes, 0 unless breached is KQA_TRUE; KQA_E_VALUE with
 *         KQA_FIELD_CONDUCT.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes KQA_UNKNOWN <= breached <= KQA_FALSE && KQA_UNKNOWN <= criminal <= KQA_FALSE;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures art27_kept: breached != KQA_TRUE ==> \result.value == 0;
  @   ensures art27_by_gravity: breached == KQA_TRUE && criminal != KQA_TRUE ==> \result.value ==
  @     KQA_MEASURE_CRITICISM + KQA_MEASURE_WARNING + KQA_MEASURE_DISQUALIFICATION;
  @   ensures art27_crime: breached == KQA_TRUE && criminal == KQA_TRUE ==> \result.value ==
  @     KQA_MEASURE_CRITICISM + KQA_MEASURE_WARNING + KQA_MEASURE_DISQUALIFICATION +
  @     KQA_MEASURE_CRIMINAL_LIABILITY;
  @ behavior refuse:
  @   assumes !(KQA_UNKNOWN <= breached <= KQA_FALSE && KQA_UNKNOWN <= criminal <= KQA_FALSE);
  @   ensures status: \result.fault.status != KQA_OK && \result.value == 0;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_conduct_measures(int32_t breached, int32_t criminal);

#ifdef __cplusplus
}
#endif

#endif
