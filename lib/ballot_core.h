/* The vote without checks of input, for the rooms that have checked it. */
#ifndef KQAWARD_BALLOT_CORE_H
#define KQAWARD_BALLOT_CORE_H

#include "kqaward/ballot.h"

/* The first fault of a meeting; fields as in kqa_vote_validity(). */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_meeting(members, convened_by, present);
  @*/
struct kqa_fault kqa_meeting_fault(int32_t members, int32_t convened_by, int32_t present);

/* Whether the convener and the quorum make a vote valid. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires meeting: 1 <= members <= KQA_MAX_MEMBERS && 0 <= present <= members;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art19: \result <==>
  @   convened_by != KQA_CONVENER_OTHER && kqa_quorum(edition, members, present);
  @*/
bool kqa_is_valid_vote(const struct kqa_edition *edition, int32_t members, int32_t convened_by,
                       int32_t present);

/* Whether so many votes pass. */
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires votes: 0 <= present <= KQA_MAX_MEMBERS && 0 <= yes <= present;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art19_approval: \result <==> kqa_approval(edition, present, yes);
  @*/
bool kqa_is_approved(const struct kqa_edition *edition, int32_t present, int32_t yes);

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures art19_convener: \result.verdict ==
  @   (convened_by == KQA_CONVENER_OTHER ? KQA_VERDICT_NOT_MET : KQA_VERDICT_MET);
  @*/
struct kqa_finding kqa_convener_finding(int32_t convened_by);
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires meeting: 1 <= members <= KQA_MAX_MEMBERS && 0 <= present <= members;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: \result.verdict == KQA_VERDICT_MET || \result.verdict == KQA_VERDICT_NOT_MET;
  @ ensures art19_quorum: \result.verdict == KQA_VERDICT_MET <==>
  @   kqa_quorum(edition, members, present);
  @*/
struct kqa_finding kqa_quorum_finding(const struct kqa_edition *edition, int32_t members,
                                      int32_t present);
/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires votes: 0 <= present <= KQA_MAX_MEMBERS && 0 <= yes <= present;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures verdict: \result.verdict == KQA_VERDICT_MET || \result.verdict == KQA_VERDICT_NOT_MET;
  @ ensures art19_approval: \result.verdict == KQA_VERDICT_MET <==>
  @   kqa_approval(edition, present, yes);
  @*/
struct kqa_finding kqa_approval_finding(const struct kqa_edition *edition, int32_t present,
                                        int32_t yes);

#endif
