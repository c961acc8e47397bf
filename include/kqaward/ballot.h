/** @file ballot.h
 * The deliberation and vote of the review committee (Art. 19): who convened, the quorum, who
 * passes.
 */
#ifndef KQAWARD_BALLOT_H
#define KQAWARD_BALLOT_H

#include "kqaward/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Most members of a committee. @since 0.1 */
#define KQA_MAX_MEMBERS 1000000

/** Who convened the meeting. @since 0.1 */
enum kqa_convener {
  KQA_CONVENER_CHAIR = 1,                /**< The chair. */
  KQA_CONVENER_DELEGATED_VICE_CHAIR = 2, /**< A vice chair whom the chair delegated. */
  KQA_CONVENER_OTHER = 3                 /**< Anybody else: the vote is void. */
};

/** One candidate's ballot. @since 0.1 */
struct kqa_ballot {
  int32_t members;     /**< Members of the committee, 1 to KQA_MAX_MEMBERS. */
  int32_t convened_by; /**< A KQA_CONVENER_ code. */
  int32_t
    present;   /**< Members present, 1 to members. An abstention is present and not in favour. */
  int32_t yes; /**< Votes in favour, 0 to present. */
};

/*@ predicate kqa_convened(integer convened_by) =
  @   convened_by == KQA_CONVENER_CHAIR || convened_by == KQA_CONVENER_DELEGATED_VICE_CHAIR;
  @ predicate kqa_quorum{L}(struct kqa_edition *edition, integer members, integer present) =
  @   kqa_reaches(present, members, edition->vote_quorum_share, edition->vote_quorum);
  @ predicate kqa_approval{L}(struct kqa_edition *edition, integer present, integer yes) =
  @   kqa_reaches(yes, present, edition->vote_approval_share, edition->vote_approval);
  @ predicate kqa_sound_meeting(integer members, integer convened_by, integer present) =
  @   1 <= present <= members <= KQA_MAX_MEMBERS &&
  @   KQA_CONVENER_CHAIR <= convened_by <= KQA_CONVENER_OTHER;
  @ predicate kqa_sound_ballot{L}(struct kqa_ballot *ballot) =
  @   kqa_sound_meeting(ballot->members, ballot->convened_by, ballot->present) &&
  @   0 <= ballot->yes <= ballot->present;
  @*/
/** Whether a vote is valid: properly convened, with a quorum.
 * @article 19
 * @param edition     The edition.
 * @param members     Members of the committee, 1 to KQA_MAX_MEMBERS.
 * @param convened_by A KQA_CONVENER_ code.
 * @param present     Members present, 1 to members.
 * @return Two findings: convener, quorum; the faults of kqa_edition_check(), KQA_E_RANGE with
 *         KQA_FIELD_MEMBERS or KQA_FIELD_PRESENT, KQA_E_VALUE with KQA_FIELD_CONVENED_BY,
 *         KQA_E_ABOVE_MEMBERS with KQA_FIELD_PRESENT.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && kqa_sound_meeting(members, convened_by, present);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 2;
  @   ensures art19_valid: \result.verdict == KQA_VERDICT_MET <==>
  @     kqa_convened(convened_by) && kqa_quorum(edition, members, present);
  @   ensures art19_void: \result.verdict == KQA_VERDICT_NOT_MET <==>
  @     !kqa_convened(convened_by) || !kqa_quorum(edition, members, present);
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !kqa_sound_meeting(members, convened_by, present);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_vote_validity(const struct kqa_edition *edition, int32_t members,
                                              int32_t convened_by, int32_t present);

/** Whether a candidate passes: a valid vote with enough votes in favour of those present.
 * @article 19
 * @param edition The edition.
 * @param ballot  The ballot.
 * @return Three findings: convener, quorum, approval; the faults of kqa_vote_validity(),
 * KQA_E_RANGE or KQA_E_ABOVE_PRESENT with KQA_FIELD_YES.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition) && \valid_read(ballot);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && kqa_sound_ballot(ballot);
  @   ensures status: \result.fault.status == KQA_OK && \result.count == 3;
  @   ensures art19_passes: \result.verdict == KQA_VERDICT_MET <==>
  @     kqa_convened(ballot->convened_by) &&
  @     kqa_quorum(edition, ballot->members, ballot->present) &&
  @     kqa_approval(edition, ballot->present, ballot->yes);
  @   ensures art19_fails: \result.verdict == KQA_VERDICT_MET ||
  @     \result.verdict == KQA_VERDICT_NOT_MET;
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !kqa_sound_ballot(ballot);
  @   ensures status: \result.fault.status != KQA_OK && \result.count == 0;
  @   ensures verdict: \result.verdict == KQA_VERDICT_UNKNOWN;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_decision kqa_ballot_decide(const struct kqa_edition *edition,
                                              const struct kqa_ballot *ballot);

/** The least number of members present that makes a quorum.
 * @article 19
 * @param edition The edition.
 * @param members Members of the committee, 1 to KQA_MAX_MEMBERS.
 * @return Members, or -1 when not even all of them suffice (a strict reading of the whole); the
 *         faults of kqa_edition_check(), KQA_E_RANGE with KQA_FIELD_MEMBERS.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 1 <= members <= KQA_MAX_MEMBERS;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures bounds: \result.value == -1 || 0 <= \result.value <= members;
  @   ensures art19_least: \forall integer present; 0 <= present <= members ==>
  @     (kqa_quorum(edition, members, present) <==>
  @       \result.value != -1 && present >= \result.value);
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !(1 <= members <= KQA_MAX_MEMBERS);
  @   ensures status: \result.fault.status != KQA_OK;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_least_present(const struct kqa_edition *edition, int32_t members);

/** The least number of votes in favour with which a candidate passes.
 * @article 19
 * @param edition The edition.
 * @param present Members present, 1 to KQA_MAX_MEMBERS.
 * @return Votes, or -1 when not even all of them suffice (a strict reading of the whole); the
 * faults of kqa_edition_check(), KQA_E_RANGE with KQA_FIELD_PRESENT.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ behavior answer:
  @   assumes kqa_sound_edition(edition) && 1 <= present <= KQA_MAX_MEMBERS;
  @   ensures status: \result.fault.status == KQA_OK;
  @   ensures bounds: \result.value == -1 || 0 <= \result.value <= present;
  @   ensures art19_least: \forall integer yes; 0 <= yes <= present ==>
  @     (kqa_approval(edition, present, yes) <==> \result.value != -1 && yes >= \result.value);
  @ behavior refuse:
  @   assumes !kqa_sound_edition(edition) || !(1 <= present <= KQA_MAX_MEMBERS);
  @   ensures status: \result.fault.status != KQA_OK;
  @ complete behaviors;
  @ disjoint behaviors;
  @*/
KQA_API struct kqa_number kqa_least_yes(const struct kqa_edition *edition, int32_t present);

#ifdef __cplusplus
}
#endif

#endif
