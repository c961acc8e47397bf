/* What is on record against an applicant: Art. 12(6), 26, 30. */
#include "eligibility_core.h"

/*@ predicate counted{L0, L1, L2}(struct kqa_date *latest, struct kqa_edition *edition,
  @     struct kqa_date deadline, struct kqa_incident incident, integer kind) =
  @   incident.kind == kind && kqa_incident_counts{L0}(edition, deadline, incident) &&
  @   kqa_key(\at(latest[kind - 1], L1)) <= kqa_key(incident.date)
  @     ? \at(latest[kind - 1], L2) == incident.date
  @     : \at(latest[kind - 1], L2) == \at(latest[kind - 1], L1);
  @ predicate more_incidents{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @     struct kqa_incident *incidents, integer i, integer kind) =
  @   kqa_has_incident(edition, deadline, incidents, i + 1, kind) <==>
  @     kqa_has_incident(edition, deadline, incidents, i, kind) ||
  @     (incidents[i].kind == kind && kqa_incident_counts(edition, deadline, incidents[i]));
  @*/

/* Art. 12(6): notes an incident that counts and is the latest of its kind so far. */
/*@ requires latest: \valid(latest + (0 .. 2)) && day_or_none(latest[0]) &&
  @   day_or_none(latest[1]) && day_or_none(latest[2]);
  @ requires edition: \valid_read(edition) && \separated(latest + (0 .. 2), edition);
  @ requires deadline: kqa_valid_date(deadline);
  @ requires window: reached_day(window) &&
  @   kqa_key(window) == kqa_shifted_key(deadline, -edition->eligibility_clean_years);
  @ requires incident: 1 <= incident.kind <= 3 && kqa_valid_date(incident.date);
  @ terminates \true;
  @ assigns latest[0 .. 2];
  @ ensures art12_6_inspections: counted{Pre, Pre, Post}(latest, edition, deadline, incident, 1);
  @ ensures art12_6_accidents: counted{Pre, Pre, Post}(latest, edition, deadline, incident, 2);
  @ ensures art12_6_complaints: counted{Pre, Pre, Post}(latest, edition, deadline, incident, 3);
  @*/
static void count_incident(struct kqa_date *latest, const struct kqa_edition *edition,
                           struct kqa_date deadline, struct kqa_date window,
                           struct kqa_incident incident)
{
  int32_t place = incident.kind - KQA_INCIDENT_INSPECTION_FAILURE;

  /*@ assert kinds: place == 0 || place == 1 || place == 2; */
  if (is_no_later(incident.date, deadline) &&
      (!is_limited(edition, incident.kind) || is_no_later(window, incident.date)) &&
      is_no_later(latest[place], incident.date))
    latest[place] = incident.date;
}

/* Art. 12(6): the latest incident of each kind that counts. */
/*@ requires latest: \valid(latest + (0 .. 2)) && kqa_no_date(latest[0]) &&
  @   kqa_no_date(latest[1]) && kqa_no_date(latest[2]);
  @ requires incidents: \valid_read(incidents + (0 .. count - 1)) &&
  @   kqa_sound_incidents(incidents, count);
  @ requires separated: \separated(latest + (0 .. 2), incidents + (0 .. count - 1));
  @ requires edition: \valid_read(edition) && \separated(latest + (0 .. 2), edition);
  @ requires deadline: kqa_valid_date(deadline);
  @ requires window: reached_day(window) &&
  @   kqa_key(window) == kqa_shifted_key(deadline, -edition->eligibility_clean_years);
  @ terminates \true;
  @ assigns latest[0 .. 2];
  @ ensures art12_6_inspections:
  @   shows_incident{Pre, Post}(latest, edition, deadline, incidents, count, 1);
  @ ensures art12_6_accidents:
  @   shows_incident{Pre, Post}(latest, edition, deadline, incidents, count, 2);
  @ ensures art12_6_complaints:
  @   shows_incident{Pre, Post}(latest, edition, deadline, incidents, count, 3);
  @*/
static void count_incidents(struct kqa_date *latest, const struct kqa_edition *edition,
                            struct kqa_date deadline, struct kqa_date window,
                            const struct kqa_incident *incidents, size_t count)
{
  /*@ loop invariant range: 0 <= i <= count;
    @ loop invariant edition:
    @   edition->clean_record_window == \at(edition->clean_record_window, Pre) &&
    @   edition->eligibility_clean_years == \at(edition->eligibility_clean_years, Pre);
    @ loop invariant incidents: \forall integer k; 0 <= k < count ==>
    @   incidents[k] == \at(incidents[k], Pre);
    @ loop invariant inspections:
    @   shows_incident{Pre, Here}(latest, edition, deadline, incidents, i, 1);
    @ loop invariant accidents:
    @   shows_incident{Pre, Here}(latest, edition, deadline, incidents, i, 2);
    @ loop invariant complaints:
    @   shows_incident{Pre, Here}(latest, edition, deadline, incidents, i, 3);
    @ loop assigns i, latest[0 .. 2];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    count_incident(latest, edition, deadline, window, incidents[i]);
    /*@ assert incident: \at(incidents[\at(i, Here)], LoopCurrent) ==
      @   \at(incidents[\at(i, Here)], Pre); */
    /*@ assert counts:
      @   kqa_incident_counts{Pre}(edition, deadline, \at(incidents[\at(i, Here)], Pre)) <==>
      @   kqa_incident_counts{LoopCurrent}(edition, deadline, \at(incidents[\at(i, Here)], Pre)); */
    /*@ assert more_inspections: more_incidents{Pre}(edition, deadline, incidents, i, 1); */
    /*@ assert more_accidents: more_incidents{Pre}(edition, deadline, incidents, i, 2); */
    /*@ assert more_complaints: more_incidents{Pre}(edition, deadline, incidents, i, 3); */
    /*@ assert inspections: counted{Pre, LoopCurrent, Here}(latest, edition, deadline,
      @   \at(incidents[\at(i, Here)], Pre), 1); */
    /*@ assert accidents: counted{Pre, LoopCurrent, Here}(latest, edition, deadline,
      @   \at(incidents[\at(i, Here)], Pre), 2); */
    /*@ assert complaints: counted{Pre, LoopCurrent, Here}(latest, edition, deadline,
      @   \at(incidents[\at(i, Here)], Pre), 3); */
  }
}

struct kqa_date kqa_bar_end(const struct kqa_edition *edition, struct kqa_sanction sanction)
{
  return kqa_date_shift_years(sanction.decided, sanction.kind == KQA_SANCTION_FRAUD
                                                  ? edition->bar_fraud_years
                                                  : edition->bar_revocation_years);
}

/*@ predicate bar_added{L0, L1, L2}(struct kqa_date *ends, struct kqa_edition *edition,
  @     struct kqa_date deadline, struct kqa_sanction sanction,
  @     integer kind) =
  @   (sanction.kind == kind && kqa_key(sanction.decided) <= kqa_key(deadline) &&
  @    kqa_key(\at(ends[kind - 1], L1)) <= kqa_bar_key{L0}(edition, sanction)
  @     ? kqa_key(\at(ends[kind - 1], L2)) == kqa_bar_key{L0}(edition, sanction)
  @     : \at(ends[kind - 1], L2) == \at(ends[kind - 1], L1)) &&
  @   (day_or_none(\at(ends[kind - 1], L1)) ==>
  @     day_or_none(\at(ends[kind - 1], L2)));
  @ predicate more_bars{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @     struct kqa_sanction *sanctions, integer i, integer kind) =
  @   kqa_is_barred(edition, deadline, sanctions, i + 1, kind) <==>
  @     kqa_is_barred(edition, deadline, sanctions, i, kind) ||
  @     (sanctions[i].kind == kind && kqa_does_bar(edition, deadline, sanctions[i]));
  @*/

/* Art. 26 and 30: the last day of the bars decided by the deadline. */
/*@ requires ends: \valid(ends + (0 .. 1)) && day_or_none(ends[0]) &&
  @   day_or_none(ends[1]);
  @ requires edition: \valid_read(edition) && 0 <= edition->bar_fraud_years <= 60 &&
  @   0 <= edition->bar_revocation_years <= 60;
  @ requires separated: \separated(ends + (0 .. 1), edition);
  @ requires deadline: kqa_valid_date(deadline);
  @ requires sanction: 1 <= sanction.kind <= 2 && kqa_valid_date(sanction.decided);
  @ terminates \true;
  @ assigns ends[0 .. 1];
  @ ensures art26_fraud: bar_added{Pre, Pre, Post}(ends, edition, deadline, sanction, 1);
  @ ensures art30_revocation:
  @   bar_added{Pre, Pre, Post}(ends, edition, deadline, sanction, 2);
  @*/
static void add_bar(struct kqa_date *ends, const struct kqa_edition *edition,
                    struct kqa_date deadline, struct kqa_sanction sanction)
{
  struct kqa_date end = kqa_bar_end(edition, sanction);
  int32_t place = sanction.kind - KQA_SANCTION_FRAUD;

  /*@ assert kinds: place == 0 || place == 1; */
  if (is_no_later(sanction.decided, deadline) && is_no_later(ends[place], end))
    ends[place] = end;
}

/*@ requires ends: \valid(ends + (0 .. 1)) && kqa_no_date(ends[0]) &&
  @   kqa_no_date(ends[1]);
  @ requires edition: \valid_read(edition) && 0 <= edition->bar_fraud_years <= 60 &&
  @   0 <= edition->bar_revocation_years <= 60;
  @ requires sanctions: \valid_read(sanctions + (0 .. count - 1)) &&
  @   kqa_sound_sanctions(sanctions, count);
  @ requires separated: \separated(ends + (0 .. 1), edition) &&
  @   \separated(ends + (0 .. 1), sanctions + (0 .. count - 1));
  @ requires deadline: kqa_valid_date(deadline);
  @ terminates \true;
  @ assigns ends[0 .. 1];
  @ ensures art26_fraud: bar_end{Pre, Post}(ends, edition, deadline, sanctions, count, 1);
  @ ensures art30_revocation:
  @   bar_end{Pre, Post}(ends, edition, deadline, sanctions, count, 2);
  @*/
static void add_bars(struct kqa_date *ends, const struct kqa_edition *edition,
                     struct kqa_date deadline, const struct kqa_sanction *sanctions, size_t count)
{
  /*@ loop invariant range: 0 <= i <= count;
    @ loop invariant edition: edition->bar_fraud_years == \at(edition->bar_fraud_years, Pre) &&
    @   edition->bar_revocation_years == \at(edition->bar_revocation_years, Pre);
    @ loop invariant sanctions: \forall integer k; 0 <= k < count ==>
    @   sanctions[k] == \at(sanctions[k], Pre);
    @ loop invariant fraud: bar_end{Pre, Here}(ends, edition, deadline, sanctions, i, 1);
    @ loop invariant revocation:
    @   bar_end{Pre, Here}(ends, edition, deadline, sanctions, i, 2);
    @ loop assigns i, ends[0 .. 1];
    @ loop variant count - i;
    @*/
  for (size_t i = 0; i < count; i++) {
    add_bar(ends, edition, deadline, sanctions[i]);
    /*@ assert sanction: \at(sanctions[\at(i, Here)], LoopCurrent) ==
      @   \at(sanctions[\at(i, Here)], Pre); */
    /*@ assert bar: kqa_bar_key{Pre}(edition, \at(sanctions[\at(i, Here)], Pre)) ==
      @   kqa_bar_key{LoopCurrent}(edition, \at(sanctions[\at(i, Here)], Pre)); */
    /*@ assert more_fraud: more_bars{Pre}(edition, deadline, sanctions, i, 1); */
    /*@ assert more_revocations: more_bars{Pre}(edition, deadline, sanctions, i, 2); */
    /*@ assert fraud: bar_added{Pre, LoopCurrent, Here}(ends, edition, deadline,
      @   \at(sanctions[\at(i, Here)], Pre), 1); */
    /*@ assert revocation: bar_added{Pre, LoopCurrent, Here}(ends, edition, deadline,
      @   \at(sanctions[\at(i, Here)], Pre), 2); */
  }
}

void kqa_look_up_record(struct kqa_evaluation *evaluation, const struct kqa_edition *edition,
                        const struct eligibility_case *subject)
{
  struct kqa_date deadline = subject->deadline;
  struct kqa_date window = kqa_date_shift_years(deadline, -edition->eligibility_clean_years);

  count_incidents(evaluation->latest, edition, deadline, window, subject->incidents,
                  subject->incident_count);
  /*@ assert years: edition->bar_fraud_years == \at(edition->bar_fraud_years, Pre) &&
    @   edition->bar_revocation_years == \at(edition->bar_revocation_years, Pre); */
  /*@ assert same: \forall integer k; 0 <= k < subject->sanction_count ==>
    @   subject->sanctions[k] == \at(subject->sanctions[k], Pre); */
  /*@ assert kinds: \forall integer kind;
    @   kqa_bar_years{Pre}(edition, kind) == kqa_bar_years{Here}(edition, kind); */
  /*@ assert each: \forall struct kqa_sanction sanction;
    @   kqa_does_bar{Pre}(edition, deadline, sanction) <==>
    @   kqa_does_bar{Here}(edition, deadline, sanction); */
  /*@ assert fraud: kqa_is_barred{Pre}(edition, deadline, subject->sanctions,
    @   subject->sanction_count, 1) ==> kqa_is_barred{Here}(edition, deadline,
    @   subject->sanctions, subject->sanction_count, 1); */
  /*@ assert no_fraud: kqa_is_barred{Here}(edition, deadline, subject->sanctions,
    @   subject->sanction_count, 1) ==> kqa_is_barred{Pre}(edition, deadline,
    @   subject->sanctions, subject->sanction_count, 1); */
  /*@ assert revocation: kqa_is_barred{Pre}(edition, deadline, subject->sanctions,
    @   subject->sanction_count, 2) ==> kqa_is_barred{Here}(edition, deadline,
    @   subject->sanctions, subject->sanction_count, 2); */
  /*@ assert no_revocation: kqa_is_barred{Here}(edition, deadline, subject->sanctions,
    @   subject->sanction_count, 2) ==> kqa_is_barred{Pre}(edition, deadline,
    @   subject->sanctions, subject->sanction_count, 2); */
  /*@ ghost struct kqa_date inspection = evaluation->latest[0]; */
  /*@ ghost struct kqa_date accident = evaluation->latest[1]; */
  /*@ ghost struct kqa_date complaint = evaluation->latest[2]; */
  add_bars(evaluation->bar_ends, edition, deadline, subject->sanctions, subject->sanction_count);
  evaluation->window = window;
  /*@ assert inspection: evaluation->latest[0] == inspection; */
  /*@ assert accident: evaluation->latest[1] == accident; */
  /*@ assert complaint: evaluation->latest[2] == complaint; */
}
