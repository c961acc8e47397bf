/* What follows from the contracts of public functions: the pre-conditions of each function are the
 * hypotheses, its answer, which is always true, is the theorem. */
#include "kqaward/eligibility.h"

/*@ predicate knows_more(struct kqa_application before, struct kqa_application after) =
  @   (\forall integer fact; 0 <= fact < KQA_FACTS && before.facts[fact] != KQA_UNKNOWN ==>
  @     after.facts[fact] == before.facts[fact]) &&
  @   (kqa_no_date(before.operating_since) || after.operating_since == before.operating_since) &&
  @   (before.recommended_by == KQA_RECOMMENDER_UNKNOWN ||
  @     after.recommended_by == before.recommended_by) &&
  @   (before.copies_known == 0 ||
  @     (after.copies_known == before.copies_known && after.copies == before.copies)) &&
  @   (kqa_no_date(before.received) || after.received == before.received);
  @*/

/* Art. 12, 14: when facts that were unknown become known, an answer that was known stays. */
/*@ requires edition: \valid_read(edition);
  @ requires applications: \valid_read(before) && \valid_read(after);
  @ requires incidents: \valid_read(incidents + (0 .. incident_count - 1));
  @ requires sanctions: \valid_read(sanctions + (0 .. sanction_count - 1));
  @ requires more: knows_more(*before, *after);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art12_14_stays: \result;
  @*/
bool known_answer_stays(const struct kqa_edition *edition, struct kqa_date deadline,
                        const struct kqa_application *before, const struct kqa_application *after,
                        const struct kqa_incident *incidents, size_t incident_count,
                        const struct kqa_sanction *sanctions, size_t sanction_count)
{
  struct kqa_eligibility first = kqa_eligibility_decide(edition, deadline, before, incidents,
                                                        incident_count, sanctions, sanction_count);
  struct kqa_eligibility second = kqa_eligibility_decide(edition, deadline, after, incidents,
                                                         incident_count, sanctions, sanction_count);

  return first.fault.status || second.fault.status || first.verdict == KQA_VERDICT_UNKNOWN ||
         second.verdict == first.verdict;
}

/* Art. 12(6), 26, 30: what is added to the record never makes the answer better. */
/*@ requires edition: \valid_read(edition);
  @ requires application: \valid_read(application);
  @ requires incidents: incidents_before <= incident_count &&
  @   \valid_read(incidents + (0 .. incident_count - 1));
  @ requires sanctions: sanctions_before <= sanction_count &&
  @   \valid_read(sanctions + (0 .. sanction_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures art12_6_26_30_no_better: \result;
  @*/
bool longer_record_is_no_better(const struct kqa_edition *edition, struct kqa_date deadline,
                                const struct kqa_application *application,
                                const struct kqa_incident *incidents, size_t incidents_before,
                                size_t incident_count, const struct kqa_sanction *sanctions,
                                size_t sanctions_before, size_t sanction_count)
{
  struct kqa_eligibility first = kqa_eligibility_decide(
    edition, deadline, application, incidents, incidents_before, sanctions, sanctions_before);
  struct kqa_eligibility second = kqa_eligibility_decide(edition, deadline, application, incidents,
                                                         incident_count, sanctions, sanction_count);

  return first.fault.status || second.fault.status || second.verdict == first.verdict ||
         second.verdict == KQA_VERDICT_NOT_MET;
}
