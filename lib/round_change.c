/* What differs between two results of one organisation: both sides' findings, compared. */
#include "round_difference.h"

/*@ predicate apart_from{L}(struct kqa_side *side, struct kqa_decided_round *decided) =
  @   kqa_apart_from_round(&side->findings[0], decided->edition, decided->round) &&
  @   kqa_apart_from_results(&side->findings[0], decided->summary, decided->outcomes) &&
  @   \base_addr(side) != \base_addr(decided);
  @*/

/* What holds of one side, said so that the prover looks into it only where a key is named: it would
 * lead it astray where the other side is looked at. */
/*@ predicate opened(integer key) = 0 <= key && key <= 1;
  @ predicate closed_side{L}(struct kqa_side *side, struct kqa_decided_round *decided,
  @                          integer place) =
  @   \forall integer key; opened(key) ==> kqa_readable_decided(decided) &&
  @     kqa_decided(decided, place) && apart_from(side, decided);
  @ predicate closed_edition{L}(struct kqa_decided_round *decided) =
  @   \forall integer key; opened(key) ==> kqa_sound_edition(decided->edition);
  @ predicate kept_round{L1, L2}(struct kqa_round *round) =
  @   \at(round->deadline, L1) == \at(round->deadline, L2) &&
  @   \at(round->has_committee, L1) == \at(round->has_committee, L2) &&
  @   \at(round->members, L1) == \at(round->members, L2) &&
  @   \at(round->quality, L1) == \at(round->quality, L2) &&
  @   \at(round->nomination, L1) == \at(round->nomination, L2) &&
  @   \at(round->organization_count, L1) == \at(round->organization_count, L2) &&
  @   \at(round->incident_count, L1) == \at(round->incident_count, L2) &&
  @   \at(round->sanction_count, L1) == \at(round->sanction_count, L2) &&
  @   \at(round->history_count, L1) == \at(round->history_count, L2);
  @ predicate kept_spans{L1, L2}(struct kqa_organization *organization) =
  @   \at(organization->has_dossier, L1) == \at(organization->has_dossier, L2) &&
  @   \at(organization->incidents, L1) == \at(organization->incidents, L2) &&
  @   \at(organization->sanctions, L1) == \at(organization->sanctions, L2) &&
  @   \at(organization->history, L1) == \at(organization->history, L2);
  @ predicate kept_entries{L1, L2}(struct kqa_organization *organization) =
  @   \at(organization->quality_yes, L1) == \at(organization->quality_yes, L2) &&
  @   \at(organization->quality_runoff, L1) == \at(organization->quality_runoff, L2) &&
  @   \at(organization->nomination_yes, L1) == \at(organization->nomination_yes, L2) &&
  @   \at(organization->nomination_runoff, L1) == \at(organization->nomination_runoff, L2);
  @ predicate kept_states{L1, L2}(struct kqa_round_summary *summary) =
  @   \at(summary->quality_vote, L1) == \at(summary->quality_vote, L2) &&
  @   \at(summary->nomination_vote, L1) == \at(summary->nomination_vote, L2);
  @ predicate sound_votes{L}(struct kqa_round *round) = kqa_valid_date(round->deadline) &&
  @   kqa_sound_vote(round, &round->quality) && kqa_sound_vote(round, &round->nomination);
  @ predicate sound_incidents{L}(struct kqa_round *round, struct kqa_organization *organization) =
  @   kqa_sound_incidents(round->incidents + organization->incidents.first,
  @                       organization->incidents.count);
  @ predicate sound_sanctions{L}(struct kqa_round *round, struct kqa_organization *organization) =
  @   kqa_sound_sanctions(round->sanctions + organization->sanctions.first,
  @                       organization->sanctions.count);
  @*/

/*@ requires decided: kqa_readable_decided(decided) && kqa_decided(decided, place);
  @ requires side: \valid(side) && apart_from(side, decided);
  @ terminates \true;
  @ assigns *side;
  @ ensures count: 0 <= side->count <= KQA_ROUND_FINDINGS;
  @ ensures accepted: \result.status == KQA_OK <==> \old(kqa_sound_edition(decided->edition) &&
  @   0 <= place < decided->round->organization_count);
  @*/
static struct kqa_fault list_findings(const struct kqa_decided_round *decided, int32_t place,
                                      struct kqa_side *side)
{
  struct kqa_number count =
    kqa_round_findings(decided->edition, decided->round, decided->summary, decided->outcomes, place,
                       side->findings, KQA_ROUND_FINDINGS);

  side->count = (int32_t)count.value;
  return count.fault;
}

/*@ requires side: \valid(side) && closed_side(side, decided, place);
  @ terminates \true;
  @ assigns *side;
  @ ensures count: 0 <= side->count <= KQA_ROUND_FINDINGS;
  @ ensures accepted: \result.status == KQA_OK <==> \old(closed_edition(decided) &&
  @   0 <= place < decided->round->organization_count);
  @*/
static struct kqa_fault list_closed(const struct kqa_decided_round *decided, int32_t place,
                                    struct kqa_side *side)
{
  /*@ assert opened: opened(0); */
  /*@ assert open: kqa_readable_decided(decided); */
  return list_findings(decided, place, side);
}

/* The asserts say that the one side's findings leave the other side as it was, part by part. */
/*@ requires before: closed_side(one, before, place);
  @ requires decided: kqa_readable_decided(after) && kqa_decided(after, place);
  @ requires sides: \valid(one) && \valid(other) && \base_addr(one) != \base_addr(other);
  @ requires apart: apart_from(one, after) && apart_from(other, after);
  @ terminates \true;
  @ assigns *one, *other;
  @ ensures counts: \result.status == KQA_OK ==> 0 <= one->count <= KQA_ROUND_FINDINGS &&
  @   0 <= other->count <= KQA_ROUND_FINDINGS;
  @ ensures accepted: \result.status == KQA_OK <==> \old(closed_edition(before) &&
  @   kqa_sound_edition(after->edition) && 0 <= place < before->round->organization_count &&
  @   place < after->round->organization_count);
  @*/
static struct kqa_fault list_sides(const struct kqa_decided_round *before,
                                   const struct kqa_decided_round *after, int32_t place,
                                   struct kqa_side *one, struct kqa_side *other)
{
  /*@ ghost const struct kqa_round *round = after->round; */
  /*@ ghost const struct kqa_organization *organization = round->organizations + place; */
  /*@ ghost const bool judged = 0 <= place && place < round->organization_count &&
    @   organization->has_dossier != 0; */
  struct kqa_fault found;

  /*@ assert apart: \base_addr(one) != \base_addr(organization) && \base_addr(one) !=
    @   \base_addr(after->outcomes + place) && \base_addr(one) != \base_addr(round->incidents) &&
    @   \base_addr(one) != \base_addr(round->sanctions) && \base_addr(one) !=
    @   \base_addr(round->history); */
  /*@ assert application: judged ==> kqa_sound_application(&organization->application); */
  /*@ assert incidents: judged ==> sound_incidents(round, organization); */
  /*@ assert sanctions: judged ==> sound_sanctions(round, organization); */
  /*@ assert history: judged ==> kqa_sound_history(round->history + organization->history.first,
    @   organization->history.count); */
  found = list_closed(before, place, one);
  /*@ assert spans_stay: kept_spans{Pre, Here}(organization); */
  /*@ assert history_stays: judged ==> kqa_sound_history(round->history +
    @   organization->history.first, organization->history.count); */
  /*@ assert application_stays: judged ==> kqa_sound_application(&organization->application); */
  /*@ assert incidents_stay: judged ==> sound_incidents(round, organization); */
  /*@ assert sanctions_stay: judged ==> sound_sanctions(round, organization); */
  /*@ assert round_stays: kept_round{Pre, Here}(round); */
  /*@ assert votes: sound_votes(round); */
  /*@ assert entries_stay: kept_entries{Pre, Here}(organization); */
  /*@ assert spans: judged ==> kqa_sound_spans(round, organization); */
  /*@ assert entries: judged ==> kqa_sound_entries(round, organization); */
  /*@ assert basis: 0 <= place < round->organization_count ==>
    @   kqa_sound_basis(round, organization); */
  /*@ assert readable: kqa_readable_decided(after); */
  /*@ assert states_stay: kept_states{Pre, Here}(after->summary); */
  /*@ assert edition_stays: \at(*after->edition, Pre) == *after->edition; */
  /*@ assert outcome_stays: \at(after->outcomes[place], Pre) == after->outcomes[place]; */
  /*@ assert decided: 0 <= place < round->organization_count ==>
    @   kqa_decided_outcome(round, after->summary, after->outcomes + place); */
  return found.status ? found : list_findings(after, place, other);
}

/* The findings of both sides, or the fault of the first that has one. */
/*@ requires decided: kqa_readable_decided(before) && kqa_readable_decided(after);
  @ requires results: kqa_decided(before, place) && kqa_decided(after, place);
  @ requires sides: \valid(one) && \valid(other) && \base_addr(one) != \base_addr(other);
  @ requires apart_one: apart_from(one, before) && apart_from(one, after);
  @ requires apart_other: apart_from(other, before) && apart_from(other, after);
  @ terminates \true;
  @ assigns *one, *other;
  @ ensures counts: \result.status == KQA_OK ==> 0 <= one->count <= KQA_ROUND_FINDINGS &&
  @   0 <= other->count <= KQA_ROUND_FINDINGS;
  @ ensures accepted: \result.status == KQA_OK <==> \old(kqa_sound_edition(before->edition) &&
  @   kqa_sound_edition(after->edition) && 0 <= place < before->round->organization_count &&
  @   place < after->round->organization_count);
  @*/
static struct kqa_fault list_both(const struct kqa_decided_round *before,
                                  const struct kqa_decided_round *after, int32_t place,
                                  struct kqa_side *one, struct kqa_side *other)
{
  struct kqa_fault found = list_sides(before, after, place, one, other);

  /*@ assert opened: opened(0); */
  /*@ assert closed: \at(closed_edition(before), Pre) <==>
    @   \at(kqa_sound_edition(before->edition), Pre); */
  return found;
}

struct kqa_change kqa_round_change(const struct kqa_decided_round *before,
                                   const struct kqa_decided_round *after, int32_t place)
{
  struct kqa_side one;
  struct kqa_side other;
  struct kqa_fault found = list_both(before, after, place, &one, &other);

  if (found.status)
    return (struct kqa_change){.fault = found};
  return kqa_compare_sides(&before->outcomes[place], &after->outcomes[place], &one, &other);
}
