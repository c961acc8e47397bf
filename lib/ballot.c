/* The deliberation and vote: Art. 19. */
#include "kqaward/ballot.h"

#include "ballot_core.h"
#include "edition_core.h"
#include "finding_core.h"
#include "status_fault.h"

struct kqa_fault kqa_meeting_fault(int32_t members, int32_t convened_by, int32_t present)
{
  if (members < 1 || members > KQA_MAX_MEMBERS)
    return fault(KQA_E_RANGE, KQA_FIELD_MEMBERS);
  if (convened_by < KQA_CONVENER_CHAIR || convened_by > KQA_CONVENER_OTHER)
    return fault(KQA_E_VALUE, KQA_FIELD_CONVENED_BY);
  if (present < 1)
    return fault(KQA_E_RANGE, KQA_FIELD_PRESENT);
  if (present > members)
    return fault(KQA_E_ABOVE_MEMBERS, KQA_FIELD_PRESENT);
  return no_fault();
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures strict: \result == edition->vote_quorum;
  @*/
static bool quorum_is_strict(const struct kqa_edition *edition)
{
  return edition->vote_quorum == KQA_VOTE_QUORUM_STRICT;
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures strict: \result == edition->vote_approval;
  @*/
static bool approval_is_strict(const struct kqa_edition *edition)
{
  return edition->vote_approval == KQA_VOTE_APPROVAL_STRICT;
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires meeting: 1 <= members <= KQA_MAX_MEMBERS && 0 <= present <= members;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art19_quorum: \result <==> kqa_quorum(edition, members, present);
  @*/
static bool has_quorum(const struct kqa_edition *edition, int32_t members, int32_t present)
{
  return reaches_share(present, members, edition->vote_quorum_share, quorum_is_strict(edition));
}

bool kqa_is_valid_vote(const struct kqa_edition *edition, int32_t members, int32_t convened_by,
                       int32_t present)
{
  return convened_by != KQA_CONVENER_OTHER && has_quorum(edition, members, present);
}

bool kqa_is_approved(const struct kqa_edition *edition, int32_t present, int32_t yes)
{
  return reaches_share(yes, present, edition->vote_approval_share, approval_is_strict(edition));
}

struct kqa_finding kqa_convener_finding(int32_t convened_by)
{
  return fact_finding(KQA_PROVISION_VOTE_CONVENER,
                      convened_by == KQA_CONVENER_OTHER ? KQA_FALSE : KQA_TRUE);
}

struct kqa_finding kqa_quorum_finding(const struct kqa_edition *edition, int32_t members,
                                      int32_t present)
{
  return value_finding(
    KQA_PROVISION_VOTE_QUORUM, verdict_of(has_quorum(edition, members, present)), KQA_UNIT_MEMBERS,
    KQA_RELATION_AT_LEAST, whole(present),
    whole(least_part(members, edition->vote_quorum_share, quorum_is_strict(edition))));
}

struct kqa_finding kqa_approval_finding(const struct kqa_edition *edition, int32_t present,
                                        int32_t yes)
{
  return value_finding(
    KQA_PROVISION_VOTE_APPROVAL, verdict_of(kqa_is_approved(edition, present, yes)), KQA_UNIT_VOTES,
    KQA_RELATION_AT_LEAST, whole(yes),
    whole(least_part(present, edition->vote_approval_share, approval_is_strict(edition))));
}

/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==>
  @   kqa_sound_edition(edition) && kqa_sound_meeting(members, convened_by, present);
  @*/
static struct kqa_fault validity_fault(const struct kqa_edition *edition, int32_t members,
                                       int32_t convened_by, int32_t present)
{
  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  return kqa_meeting_fault(members, convened_by, present);
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires meeting: kqa_sound_meeting(members, convened_by, present);
  @ requires decision: \valid(decision) && decision->count == 0;
  @ requires separated: \separated(decision, edition);
  @ terminates \true;
  @ assigns decision->findings[0 .. 1], decision->count, decision->verdict;
  @ ensures count: decision->count == 2;
  @ ensures verdict: decision->verdict == KQA_VERDICT_MET ||
  @   decision->verdict == KQA_VERDICT_NOT_MET;
  @ ensures art19: decision->verdict == KQA_VERDICT_MET <==>
  @   kqa_convened(convened_by) && kqa_quorum{Pre}(edition, members, present);
  @*/
static void add_validity(struct kqa_decision *decision, const struct kqa_edition *edition,
                         int32_t members, int32_t convened_by, int32_t present)
{
  struct kqa_finding quorum = kqa_quorum_finding(edition, members, present);

  decision->verdict = KQA_VERDICT_MET;
  decision_add(decision, kqa_convener_finding(convened_by));
  decision_add(decision, quorum);
}

struct kqa_decision kqa_vote_validity(const struct kqa_edition *edition, int32_t members,
                                      int32_t convened_by, int32_t present)
{
  struct kqa_decision decision = {.fault = validity_fault(edition, members, convened_by, present)};

  if (!decision.fault.status)
    add_validity(&decision, edition, members, convened_by, present);
  return decision;
}

/*@ requires edition: \valid_read(edition) && \valid_read(ballot);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==>
  @   kqa_sound_edition(edition) && kqa_sound_ballot(ballot);
  @*/
static struct kqa_fault ballot_fault(const struct kqa_edition *edition,
                                     const struct kqa_ballot *ballot)
{
  struct kqa_fault found =
    validity_fault(edition, ballot->members, ballot->convened_by, ballot->present);

  if (found.status)
    return found;
  if (ballot->yes < 0)
    return fault(KQA_E_RANGE, KQA_FIELD_YES);
  return ballot->yes > ballot->present ? fault(KQA_E_ABOVE_PRESENT, KQA_FIELD_YES) : no_fault();
}

struct kqa_decision kqa_ballot_decide(const struct kqa_edition *edition,
                                      const struct kqa_ballot *ballot)
{
  struct kqa_decision decision = {.fault = ballot_fault(edition, ballot)};

  if (!decision.fault.status) {
    add_validity(&decision, edition, ballot->members, ballot->convened_by, ballot->present);
    decision_add(&decision, kqa_approval_finding(edition, ballot->present, ballot->yes));
  }
  return decision;
}

/*@ requires all: 0 <= all <= 1000000;
  @ requires share: kqa_sound_share(share);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.fault.status == KQA_OK;
  @ ensures bounds: \result.value == -1 || 0 <= \result.value <= all;
  @ ensures least: \forall integer part; 0 <= part <= all ==>
  @   (kqa_reaches(part, all, share, strict) <==>
  @    \result.value != -1 && part >= \result.value);
  @*/
static struct kqa_number least(int64_t all, struct kqa_ratio share, bool strict)
{
  int64_t part = least_part(all, share, strict);

  return (struct kqa_number){.value = part <= all ? part : -1};
}

struct kqa_number kqa_least_present(const struct kqa_edition *edition, int32_t members)
{
  if (!kqa_edition_is_sound(edition))
    return (struct kqa_number){.fault = kqa_edition_check(edition)};
  if (members < 1 || members > KQA_MAX_MEMBERS)
    return (struct kqa_number){.fault = fault(KQA_E_RANGE, KQA_FIELD_MEMBERS)};
  return least(members, edition->vote_quorum_share, quorum_is_strict(edition));
}

struct kqa_number kqa_least_yes(const struct kqa_edition *edition, int32_t present)
{
  if (!kqa_edition_is_sound(edition))
    return (struct kqa_number){.fault = kqa_edition_check(edition)};
  if (present < 1 || present > KQA_MAX_MEMBERS)
    return (struct kqa_number){.fault = fault(KQA_E_RANGE, KQA_FIELD_PRESENT)};
  return least(present, edition->vote_approval_share, approval_is_strict(edition));
}
