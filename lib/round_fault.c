/* Checking a round's input. Faults of other rooms come out with the paths of the round file. */
#include "ballot_core.h"
#include "edition_core.h"
#include "prize_core.h"
#include "ratio_core.h"
#include "round_core.h"
#include "score_core.h"
#include "status_fault.h"

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures flag: \result <==> 0 <= value <= 1;
  @*/
static bool is_flag(int32_t value)
{
  return value == 0 || value == 1;
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures inside: \result <==> kqa_inside(span, length);
  @*/
static bool is_inside(struct kqa_span span, int32_t length)
{
  return span.first >= 0 && span.count >= 0 && span.first <= length &&
         span.count <= length - span.first;
}

/* The field of the round file for a field of the qualification check. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures field: KQA_FIELD_ORG_OPERATING_SINCE <= \result <= KQA_FIELD_ORG_HISTORY_REVOKED;
  @*/
static int32_t path_of(int32_t field)
{
  switch (field) {
  case KQA_FIELD_OPERATING_SINCE:
    return KQA_FIELD_ORG_OPERATING_SINCE;
  case KQA_FIELD_RECOMMENDED_BY:
    return KQA_FIELD_ORG_RECOMMENDED_BY;
  case KQA_FIELD_COPIES:
    return KQA_FIELD_ORG_COPIES;
  case KQA_FIELD_RECEIVED:
    return KQA_FIELD_ORG_RECEIVED;
  case KQA_FIELD_INCIDENT_KIND:
    return KQA_FIELD_ORG_INCIDENT_KIND;
  case KQA_FIELD_INCIDENT_DATE:
    return KQA_FIELD_ORG_INCIDENT_DATE;
  case KQA_FIELD_SANCTION_KIND:
    return KQA_FIELD_ORG_SANCTION_KIND;
  case KQA_FIELD_SANCTION_DECIDED:
    return KQA_FIELD_ORG_SANCTION_DECIDED;
  case KQA_FIELD_HISTORY_AWARD:
    return KQA_FIELD_ORG_HISTORY_AWARD;
  case KQA_FIELD_HISTORY_YEAR:
    return KQA_FIELD_ORG_HISTORY_YEAR;
  case KQA_FIELD_HISTORY_PAID:
    return KQA_FIELD_ORG_HISTORY_PAID;
  default:
    return KQA_FIELD_ORG_HISTORY_REVOKED;
  }
}

/* Puts the organisation's place before the place in its own list. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == found.status && \result.index[0] == place;
  @*/
static struct kqa_fault in_organization(struct kqa_fault found, int32_t place)
{
  int32_t field = path_of(found.field);

  if (found.field == KQA_FIELD_FACT)
    field = found.index[0] < KQA_FACT_SELF_EVALUATION ? KQA_FIELD_ORG_FACT
                                                      : KQA_FIELD_ORG_APPLICATION_FACT;
  return fault_in_list(found.status, field, place, found.index[0]);
}

/*@ requires round: \valid_read(round) && \valid_read(organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_spans(round, organization);
  @*/
static struct kqa_fault spans_fault(const struct kqa_round *round,
                                    const struct kqa_organization *organization, int32_t place)
{
  if (!is_inside(organization->incidents, round->incident_count))
    return fault_in_list(KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS, place, 0);
  if (!is_inside(organization->sanctions, round->sanction_count))
    return fault_in_list(KQA_E_RANGE, KQA_FIELD_ORG_SANCTIONS, place, 0);
  if (!is_inside(organization->history, round->history_count))
    return fault_in_list(KQA_E_RANGE, KQA_FIELD_ORG_HISTORY, place, 0);
  return no_fault();
}

/* The fields of one of the two reviews. */
struct review_fields {
  int32_t review, score, sheets, percent;
};

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_round(round) && kqa_sound_criteria(round->criteria);
  @ requires review: \valid_read(review);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> kqa_sound_review(round, review);
  @*/
static struct kqa_fault review_fault(const struct kqa_edition *edition,
                                     const struct kqa_round *round, const struct kqa_review *review,
                                     struct review_fields fields, int32_t place)
{
  struct kqa_fault found;

  if (review->kind == KQA_REVIEW_NONE)
    return no_fault();
  if (review->kind == KQA_REVIEW_SCORE && !kqa_ratio_is_score(review->score))
    return fault_in_list(KQA_E_RANGE, fields.score, place, 0);
  if (review->kind == KQA_REVIEW_SCORE)
    return no_fault();
  if (review->kind != KQA_REVIEW_SHEETS)
    return fault_in_list(KQA_E_VALUE, fields.review, place, 0);
  if (!is_inside(review->sheets, round->sheet_count))
    return fault_in_list(KQA_E_RANGE, fields.sheets, place, 0);
  if (review->sheets.count == 0)
    return fault_in_list(KQA_E_TOO_FEW, fields.sheets, place, 0);
  /*@ assert sheets:
    @   kqa_readable_sheets(round, review->sheets.first, review->sheets.count); */
  found = kqa_sheets_fault(edition, round->criteria,
                           round->percents +
                             (ptrdiff_t)review->sheets.first * round->criteria->item_count,
                           review->sheets.count);
  if (!found.status)
    return found;
  return (struct kqa_fault){
    .status = found.status,
    .field = found.field == KQA_FIELD_SHEETS ? fields.sheets : fields.percent,
    .index = {place, found.index[0], found.index[1]},
  };
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_round(round) && kqa_sound_criteria(round->criteria);
  @ requires organization: \valid_read(organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==>
  @   kqa_sound_review(round, &organization->document) &&
  @   kqa_sound_review(round, &organization->site);
  @*/
static struct kqa_fault reviews_fault(const struct kqa_edition *edition,
                                      const struct kqa_round *round,
                                      const struct kqa_organization *organization, int32_t place)
{
  const struct review_fields document = {KQA_FIELD_ORG_DOCUMENT, KQA_FIELD_ORG_DOCUMENT_SCORE,
                                         KQA_FIELD_ORG_DOCUMENT_SHEETS,
                                         KQA_FIELD_ORG_DOCUMENT_PERCENT};
  const struct review_fields site = {KQA_FIELD_ORG_SITE, KQA_FIELD_ORG_SITE_SCORE,
                                     KQA_FIELD_ORG_SITE_SHEETS, KQA_FIELD_ORG_SITE_PERCENT};
  struct kqa_fault found = review_fault(edition, round, &organization->document, document, place);

  return found.status ? found : review_fault(edition, round, &organization->site, site, place);
}

/*@ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_entry(votes, present);
  @*/
static struct kqa_fault entry_fault(int32_t votes, int32_t present, int32_t field, int32_t place)
{
  if (votes < KQA_NO_ENTRY)
    return fault_in_list(KQA_E_RANGE, field, place, 0);
  if (votes > present)
    return fault_in_list(KQA_E_ABOVE_PRESENT, field, place, 0);
  return no_fault();
}

/*@ requires round: \valid_read(round) && \valid_read(organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_entries(round, organization);
  @*/
static struct kqa_fault entries_fault(const struct kqa_round *round,
                                      const struct kqa_organization *organization, int32_t place)
{
  struct kqa_fault found = no_fault();

  if (round->quality.held)
    found = entry_fault(organization->quality_yes, round->quality.present,
                        KQA_FIELD_VOTES_QUALITY_YES, place);
  if (!found.status && round->quality.held)
    found = entry_fault(organization->quality_runoff, round->quality.present,
                        KQA_FIELD_VOTES_QUALITY_RUNOFF, place);
  if (!found.status && round->nomination.held)
    found = entry_fault(organization->nomination_yes, round->nomination.present,
                        KQA_FIELD_VOTES_NOMINATION_YES, place);
  if (!found.status && round->nomination.held)
    found = entry_fault(organization->nomination_runoff, round->nomination.present,
                        KQA_FIELD_VOTES_NOMINATION_RUNOFF, place);
  return found;
}

/*@ requires round: \valid_read(round) && \valid_read(organization);
  @ requires lists: \valid_read(round->incidents + (0 .. round->incident_count - 1)) &&
  @   \valid_read(round->sanctions + (0 .. round->sanction_count - 1));
  @ requires spans: kqa_sound_spans(round, organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> kqa_sound_case(round, organization);
  @*/
static struct kqa_fault case_fault(const struct kqa_round *round,
                                   const struct kqa_organization *organization)
{
  struct eligibility_case subject = kqa_round_case(round, organization);

  return kqa_eligibility_fault(&subject);
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_round(round) && kqa_sound_heading(round);
  @ requires organization: \valid_read(organization);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==> kqa_sound_dossier(round, organization);
  @*/
static struct kqa_fault dossier_fault(const struct kqa_edition *edition,
                                      const struct kqa_round *round,
                                      const struct kqa_organization *organization, int32_t place)
{
  struct kqa_fault found = spans_fault(round, organization, place);

  if (found.status)
    return found;
  found = case_fault(round, organization);
  if (!found.status)
    found = kqa_history_fault(kqa_round_history(round, organization),
                              (size_t)organization->history.count);
  if (found.status)
    return in_organization(found, place);
  if (!is_flag(organization->invited))
    return fault_in_list(KQA_E_VALUE, KQA_FIELD_ORG_INVITED, place, 0);
  found = reviews_fault(edition, round, organization, place);
  return found.status ? found : entries_fault(round, organization, place);
}

/*@ requires edition: \valid_read(edition) && kqa_sound_edition(edition);
  @ requires round: kqa_readable_round(round) && kqa_sound_heading(round);
  @ requires place: 0 <= place < round->organization_count;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==>
  @   kqa_sound_organization(round, round->organizations + place);
  @*/
static struct kqa_fault organization_fault(const struct kqa_edition *edition,
                                           const struct kqa_round *round, int32_t place)
{
  const struct kqa_organization *organization = &round->organizations[place];

  if (!is_flag(organization->has_dossier))
    return fault_in_list(KQA_E_VALUE, KQA_FIELD_ORGANIZATIONS, place, 0);
  if (!is_flag(organization->special_nomination) ||
      (!organization->has_dossier && !organization->special_nomination))
    return fault_in_list(KQA_E_VALUE, KQA_FIELD_SPECIAL_NOMINATIONS, place, 0);
  return organization->has_dossier ? dossier_fault(edition, round, organization, place)
                                   : no_fault();
}

/* The fields of one of the two votes. */
struct vote_fields {
  int32_t vote, convened_by, present;
};

/*@ requires round: \valid_read(round) && \valid_read(vote);
  @ requires committee: 0 <= round->has_committee <= 1;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_vote(round, vote);
  @*/
static struct kqa_fault vote_fault(const struct kqa_round *round, const struct kqa_vote *vote,
                                   struct vote_fields fields)
{
  struct kqa_fault found;

  if (!is_flag(vote->held))
    return fault(KQA_E_VALUE, fields.vote);
  if (!vote->held)
    return no_fault();
  if (!round->has_committee)
    return fault(KQA_E_MISSING, KQA_FIELD_MEMBERS);
  found = kqa_meeting_fault(round->members, vote->convened_by, vote->present);
  if (found.field == KQA_FIELD_CONVENED_BY)
    found.field = fields.convened_by;
  if (found.field == KQA_FIELD_PRESENT)
    found.field = fields.present;
  return found;
}

/*@ requires round: \valid_read(round);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK ==>
  @   kqa_sound_vote(round, &round->quality) && kqa_sound_vote(round, &round->nomination);
  @*/
static struct kqa_fault committee_fault(const struct kqa_round *round)
{
  const struct vote_fields quality = {KQA_FIELD_VOTES_QUALITY, KQA_FIELD_VOTES_QUALITY_CONVENED_BY,
                                      KQA_FIELD_VOTES_QUALITY_PRESENT};
  const struct vote_fields nomination = {KQA_FIELD_VOTES_NOMINATION,
                                         KQA_FIELD_VOTES_NOMINATION_CONVENED_BY,
                                         KQA_FIELD_VOTES_NOMINATION_PRESENT};
  struct kqa_fault found;

  if (!is_flag(round->has_committee))
    return fault(KQA_E_VALUE, KQA_FIELD_MEMBERS);
  if (round->has_committee && (round->members < 1 || round->members > KQA_MAX_MEMBERS))
    return fault(KQA_E_RANGE, KQA_FIELD_MEMBERS);
  found = vote_fault(round, &round->quality, quality);
  return found.status ? found : vote_fault(round, &round->nomination, nomination);
}

/*@ requires round: \valid_read(round);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures status: \result.status == KQA_OK <==> kqa_sound_counts(round);
  @*/
static struct kqa_fault counts_fault(const struct kqa_round *round)
{
  if (round->organization_count < 0)
    return fault(KQA_E_RANGE, KQA_FIELD_ORGANIZATIONS);
  if (round->organization_count > KQA_MAX_ORGANIZATIONS)
    return fault(KQA_E_TOO_MANY, KQA_FIELD_ORGANIZATIONS);
  if (round->incident_count < 0)
    return fault(KQA_E_RANGE, KQA_FIELD_ORG_INCIDENTS);
  if (round->sanction_count < 0)
    return fault(KQA_E_RANGE, KQA_FIELD_ORG_SANCTIONS);
  if (round->history_count < 0)
    return fault(KQA_E_RANGE, KQA_FIELD_ORG_HISTORY);
  if (round->sheet_count < 0)
    return fault(KQA_E_RANGE, KQA_FIELD_SHEETS);
  return no_fault();
}

struct kqa_fault kqa_round_input_fault(const struct kqa_edition *edition,
                                       const struct kqa_round *round)
{
  struct kqa_fault found;

  if (!kqa_edition_is_sound(edition))
    return kqa_edition_check(edition);
  if (round->year < 1 || round->year > 9999)
    return fault(KQA_E_RANGE, KQA_FIELD_YEAR);
  if (!kqa_date_is_valid(round->deadline))
    return fault(KQA_E_NO_SUCH_DAY, KQA_FIELD_DEADLINE);
  found = kqa_criteria_check(round->criteria);
  if (!found.status)
    found = counts_fault(round);
  if (!found.status)
    found = committee_fault(round);
  /*@ loop invariant heading: found.status == KQA_OK ==> kqa_sound_heading(round);
    @ loop invariant sound: 0 <= i && (found.status == KQA_OK ==>
    @   i <= round->organization_count && kqa_sound_organizations(round, i));
    @ loop assigns i, found;
    @ loop variant round->organization_count - i;
    @*/
  for (int32_t i = 0; i < round->organization_count && !found.status; i++)
    found = organization_fault(edition, round, i);
  return found;
}
