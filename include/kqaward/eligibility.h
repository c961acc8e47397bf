/** @file eligibility.h
 * Whether an organisation may apply: the conditions of Art. 12, the papers of Art. 14, and the bars
 * of Art. 26 and 30, as one three-valued answer (Art. 15).
 */
#ifndef KQAWARD_ELIGIBILITY_H
#define KQAWARD_ELIGIBILITY_H

#include "kqaward/finding.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Requirements that a fact can leave unknown: bits of `missing`, and the places of declared facts.
 * The first ones are plain facts of struct kqa_application. @since 0.1 */
enum kqa_requirement {
  KQA_FACT_REGISTERED_IN_DISTRICT = 0, /**< Registered in the district (Art. 12(1)). */
  KQA_FACT_PAYS_TAX_IN_DISTRICT = 1,   /**< Pays tax in the district (Art. 12(1)). */
  KQA_FACT_LAWFUL_OPERATION = 2,       /**< Operates lawfully (Art. 12(1)). */
  KQA_FACT_EXCELLENCE_MODEL = 3, /**< Applies the performance excellence model (Art. 12(2)). */
  KQA_FACT_SOUND_MANAGEMENT_SYSTEM = 4,  /**< Has a sound management system (Art. 12(2)). */
  KQA_FACT_ISO9001_CERTIFIED = 5,        /**< Certified to ISO 9001 (Art. 12(2)). */
  KQA_FACT_QUALITY_WORK_OUTSTANDING = 6, /**< Notable achievements in quality work (Art. 12(2)). */
  KQA_FACT_PERFORMANCE_LEADING = 7,      /**< Leading results in its trade (Art. 12(3)). */
  KQA_FACT_INNOVATION_LEADING = 8,       /**< Leading innovation in its trade (Art. 12(4)). */
  KQA_FACT_INTEGRITY_AND_SERVICE_GOOD =
    9,                                  /**< Good record of integrity and service (Art. 12(5)). */
  KQA_FACT_INSPECTIONS_CLEAN = 10,      /**< Declares no failed inspection (Art. 12(6)). */
  KQA_FACT_NO_MAJOR_ACCIDENT = 11,      /**< Declares no major accident (Art. 12(6)). */
  KQA_FACT_NO_MAJOR_COMPLAINT = 12,     /**< Declares no major valid complaint (Art. 12(6)). */
  KQA_FACT_OTHER_REQUIREMENTS_MET = 13, /**< Meets other applicable requirements (Art. 12(7)). */
  KQA_FACT_SELF_EVALUATION = 14,        /**< Self-evaluation report handed in (Art. 14). */
  KQA_FACT_FORM = 15,                   /**< Application form handed in (Art. 14). */
  KQA_FACT_EVIDENCE = 16,               /**< Evidence handed in (Art. 14). */
  KQA_REQUIREMENT_OPERATING_SINCE = 17, /**< The day operation began (Art. 12(1)). */
  KQA_REQUIREMENT_RECOMMENDED_BY = 18,  /**< Who recommends (Art. 14). */
  KQA_REQUIREMENT_COPIES = 19,          /**< Copies (Art. 14). */
  KQA_REQUIREMENT_RECEIVED = 20         /**< The day of receipt (Art. 14). */
};

/** How many plain facts an application has. @since 0.1 */
#define KQA_FACTS 17
/** How many requirements a missing fact can leave unknown. @since 0.1 */
#define KQA_REQUIREMENTS 21

/** Who recommends an application (Art. 14). @since 0.1 */
enum kqa_recommender {
  KQA_RECOMMENDER_UNKNOWN = 0,          /**< Not known. */
  KQA_RECOMMENDER_TOWN = 1,             /**< A town. */
  KQA_RECOMMENDER_SUBDISTRICT = 2,      /**< A subdistrict. */
  KQA_RECOMMENDER_DEVELOPMENT_ZONE = 3, /**< A development zone. */
  KQA_RECOMMENDER_ASSOCIATION = 4,      /**< A trade association. */
  KQA_RECOMMENDER_NONE = 5              /**< Nobody. */
};

/** Kinds of incidents (Art. 12(6)). @since 0.1 */
enum kqa_incident_kind {
  KQA_INCIDENT_INSPECTION_FAILURE = 1, /**< A failed quality or safety inspection. */
  KQA_INCIDENT_MAJOR_ACCIDENT = 2,     /**< A major accident. */
  KQA_INCIDENT_MAJOR_COMPLAINT = 3     /**< A major valid complaint. */
};

/** Kinds of sanctions that bar (Art. 26, 30). @since 0.1 */
enum kqa_sanction_kind {
  KQA_SANCTION_FRAUD = 1,     /**< An award obtained by fraud (Art. 26). */
  KQA_SANCTION_REVOCATION = 2 /**< The honour was revoked (Art. 30). */
};

/** What is known of one application. All zero: nothing is known. @since 0.1 */
struct kqa_application {
  int32_t facts[KQA_FACTS];        /**< A KQA_UNKNOWN, KQA_TRUE or KQA_FALSE for each KQA_FACT_. */
  struct kqa_date operating_since; /**< First day of operation; all zero: unknown. */
  int32_t recommended_by;          /**< A KQA_RECOMMENDER_ code. */
  int32_t copies_known;            /**< 1 when copies is given, 0 when unknown; else KQA_E_RANGE. */
  int32_t copies;                  /**< Copies handed in, 0 to 1,000,000; 0 while unknown. */
  struct kqa_date received;        /**< Day of receipt; all zero: unknown. */
};

/** A dated incident. @since 0.1 */
struct kqa_incident {
  int32_t kind;         /**< A KQA_INCIDENT_ code. */
  struct kqa_date date; /**< Day on which it happened, a valid date. */
};

/** An earlier sanction. @since 0.1 */
struct kqa_sanction {
  int32_t kind;            /**< A KQA_SANCTION_ code. */
  struct kqa_date decided; /**< Day of the decision, a valid date. */
};

/*@ predicate kqa_sound_application{L}(struct kqa_application *application) =
  @   (\forall integer fact; 0 <= fact < KQA_FACTS ==>
  @     KQA_UNKNOWN <= application->facts[fact] <= KQA_FALSE) &&
  @   (kqa_no_date(application->operating_since) ||
  @     kqa_valid_date(application->operating_since)) &&
  @   KQA_RECOMMENDER_UNKNOWN <= application->recommended_by <= KQA_RECOMMENDER_NONE &&
  @   0 <= application->copies_known <= 1 && 0 <= application->copies <= 1000000 &&
  @   (kqa_no_date(application->received) || kqa_valid_date(application->received));
  @ predicate kqa_sound_incident{L}(struct kqa_incident *incident) =
  @   1 <= incident->kind <= 3 && kqa_valid_date(incident->date);
  @ predicate kqa_sound_sanction{L}(struct kqa_sanction *sanction) =
  @   1 <= sanction->kind <= 2 && kqa_valid_date(sanction->decided);
  @ predicate kqa_sound_incidents{L}(struct kqa_incident *incidents, integer count) =
  @   \forall integer i; 0 <= i < count ==> kqa_sound_incident(incidents + i);
  @ predicate kqa_sound_sanctions{L}(struct kqa_sanction *sanctions, integer count) =
  @   \forall integer i; 0 <= i < count ==> kqa_sound_sanction(sanctions + i);
  @ predicate kqa_incident_counts{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                                  struct kqa_incident incident) =
  @   kqa_key(incident.date) <= kqa_key(deadline) &&
  @   (incident.kind == KQA_INCIDENT_INSPECTION_FAILURE ||
  @    edition->clean_record_window == KQA_CLEAN_RECORD_WINDOW_ALL_KINDS ==>
  @      kqa_shifted_key(deadline, -edition->eligibility_clean_years) <= kqa_key(incident.date));
  @ predicate kqa_has_incident{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                               struct kqa_incident *incidents, integer count, integer kind) =
  @   \exists integer i; 0 <= i < count && incidents[i].kind == kind &&
  @     kqa_incident_counts(edition, deadline, incidents[i]);
  @ logic integer kqa_bar_years{L}(struct kqa_edition *edition, integer kind) =
  @   kind == KQA_SANCTION_FRAUD ? edition->bar_fraud_years : edition->bar_revocation_years;
  @ logic integer kqa_bar_key{L}(struct kqa_edition *edition, struct kqa_sanction sanction) =
  @   kqa_shifted_key(sanction.decided, kqa_bar_years(edition, sanction.kind));
  @ predicate kqa_does_bar{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                           struct kqa_sanction sanction) =
  @   kqa_key(sanction.decided) <= kqa_key(deadline) &&
  @   kqa_key(deadline) <= kqa_bar_key(edition, sanction);
  @ predicate kqa_bars{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                       struct kqa_sanction *sanction) =
  @   kqa_does_bar(edition, deadline, *sanction);
  @ predicate kqa_is_barred{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                            struct kqa_sanction *sanctions, integer count, integer kind) =
  @   \exists integer i; 0 <= i < count && sanctions[i].kind == kind &&
  @     kqa_does_bar(edition, deadline, sanctions[i]);
  @ predicate kqa_application_meets(integer years, integer copies, struct kqa_date deadline,
  @                                 struct kqa_application application) =
  @   (\forall integer fact; 0 <= fact < KQA_FACTS ==> application.facts[fact] == KQA_TRUE) &&
  @   !kqa_no_date(application.operating_since) &&
  @   kqa_shifted_key(application.operating_since, years) <= kqa_key(deadline) &&
  @   KQA_RECOMMENDER_TOWN <= application.recommended_by <= KQA_RECOMMENDER_ASSOCIATION &&
  @   application.copies_known == 1 && application.copies >= copies &&
  @   !kqa_no_date(application.received) && kqa_key(application.received) <= kqa_key(deadline);
  @ predicate kqa_application_fails(integer years, integer copies, struct kqa_date deadline,
  @                                 struct kqa_application application) =
  @   (\exists integer fact; 0 <= fact < KQA_FACTS && application.facts[fact] == KQA_FALSE) ||
  @   (!kqa_no_date(application.operating_since) &&
  @     kqa_key(deadline) < kqa_shifted_key(application.operating_since, years)) ||
  @   application.recommended_by == KQA_RECOMMENDER_NONE ||
  @   (application.copies_known == 1 && application.copies < copies) ||
  @   (!kqa_no_date(application.received) && kqa_key(deadline) < kqa_key(application.received));
  @ predicate kqa_clean_record{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                               struct kqa_incident *incidents, integer count) =
  @   !kqa_has_incident(edition, deadline, incidents, count, KQA_INCIDENT_INSPECTION_FAILURE) &&
  @   !kqa_has_incident(edition, deadline, incidents, count, KQA_INCIDENT_MAJOR_ACCIDENT) &&
  @   !kqa_has_incident(edition, deadline, incidents, count, KQA_INCIDENT_MAJOR_COMPLAINT);
  @ predicate kqa_no_bar{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                         struct kqa_sanction *sanctions, integer count) =
  @   !kqa_is_barred(edition, deadline, sanctions, count, KQA_SANCTION_FRAUD) &&
  @   !kqa_is_barred(edition, deadline, sanctions, count, KQA_SANCTION_REVOCATION);
  @ predicate kqa_qualifies{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                            struct kqa_application application,
  @                            struct kqa_incident *incidents, integer incident_count,
  @                            struct kqa_sanction *sanctions, integer sanction_count) =
  @   kqa_application_meets(edition->eligibility_min_years, edition->application_min_copies,
  @                         deadline, application) &&
  @   kqa_clean_record(edition, deadline, incidents, incident_count) &&
  @   kqa_no_bar(edition, deadline, sanctions, sanction_count);
  @ predicate kqa_disqualifies{L}(struct kqa_edition *edition, struct kqa_date deadline,
  @                               struct kqa_application application,
  @                               struct kqa_incident *incidents, integer incident_count,
  @                               struct kqa_sanction *sanctions, integer sanction_count) =
  @   kqa_application_fails(edition->eligibility_min_years, edition->application_min_copies,
  @                         deadline, application) ||
  @   !kqa_clean_record(edition, deadline, incidents, incident_count) ||
  @   !kqa_no_bar(edition, deadline, sanctions, sanction_count);
  @*/
/** How many findings an eligibility answer has. @since 0.1 */
#define KQA_ELIGIBILITY_FINDINGS 23

/** Whether an application is accepted, with every finding in the ordinance's order. @since 0.1 */
struct kqa_eligibility {
  struct kqa_fault fault; /**< Status and field. */
  int32_t verdict;        /**< A KQA_VERDICT_ code: met, not met or unknown. */
  uint32_t missing; /**< Bit r set: requirement r is unknown and matters; 0 unless the verdict is
                       unknown. */
  int32_t count;    /**< Findings: KQA_ELIGIBILITY_FINDINGS; 0 on a fault. */
  struct kqa_finding findings[KQA_ELIGIBILITY_FINDINGS]; /**< The findings. */
};

/** Decides the qualification check: not met when a provision is not met, else unknown when one is
 * unknown, else met.
 * @article 12, 14, 15, 26, 30
 * @param edition        The edition.
 * @param deadline       Last day for applications, a valid date; the reference day of every period
 *                       and bar.
 * @param application    What is known of the application.
 * @param incidents      Dated incidents; those after the deadline do not count.
 * @param incident_count Length of incidents.
 * @param sanctions      Earlier sanctions; those decided after the deadline do not bar.
 * @param sanction_count Length of sanctions.
 * @return The answer. The faults of kqa_edition_check(); KQA_E_NO_SUCH_DAY with KQA_FIELD_DEADLINE,
 *         KQA_FIELD_OPERATING_SINCE or KQA_FIELD_RECEIVED; KQA_E_VALUE with KQA_FIELD_FACT (place
 * in `index[0]`) or KQA_FIELD_RECOMMENDED_BY; KQA_E_RANGE with KQA_FIELD_COPIES; KQA_E_VALUE or
 *         KQA_E_NO_SUCH_DAY with KQA_FIELD_INCIDENT_KIND, KQA_FIELD_INCIDENT_DATE,
 *         KQA_FIELD_SANCTION_KIND or KQA_FIELD_SANCTION_DECIDED (place in `index[0]`).
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires application: \valid_read(application);
  @ requires incidents: \valid_read(incidents + (0 .. incident_count - 1));
  @ requires sanctions: \valid_read(sanctions + (0 .. sanction_count - 1));
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_valid_date(deadline) ||
  @   !kqa_sound_application(application) || !kqa_sound_incidents(incidents, incident_count) ||
  @   !kqa_sound_sanctions(sanctions, sanction_count) ==> \result.fault.status != KQA_OK;
  @ ensures fault: \result.fault.status != KQA_OK ==>
  @   \result.verdict == KQA_VERDICT_UNKNOWN && \result.missing == 0 && \result.count == 0;
  @ ensures verdict: KQA_VERDICT_UNKNOWN <= \result.verdict <= KQA_VERDICT_NOT_MET;
  @ ensures art15_met: \result.fault.status == KQA_OK ==>
  @   (\result.verdict == KQA_VERDICT_MET <==> kqa_qualifies(edition, deadline, *application,
  @     incidents, incident_count, sanctions, sanction_count));
  @ ensures art15_not_met: \result.fault.status == KQA_OK ==>
  @   (\result.verdict == KQA_VERDICT_NOT_MET <==> kqa_disqualifies(edition, deadline,
  @     *application, incidents, incident_count, sanctions, sanction_count));
  @ ensures missing: \result.verdict != KQA_VERDICT_UNKNOWN ==> \result.missing == 0;
  @ ensures count: \result.fault.status == KQA_OK ==> \result.count == KQA_ELIGIBILITY_FINDINGS;
  @*/
KQA_API struct kqa_eligibility
kqa_eligibility_decide(const struct kqa_edition *edition, struct kqa_date deadline,
                       const struct kqa_application *application,
                       const struct kqa_incident *incidents, size_t incident_count,
                       const struct kqa_sanction *sanctions, size_t sanction_count);

/** The name of a requirement as the round file spells it: `iso9001_certified`, `application.form`.
 * @param requirement A KQA_FACT_ or KQA_REQUIREMENT_ code.
 * @return A static ASCII text; empty for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @ ensures none: requirement < 0 || requirement >= KQA_REQUIREMENTS ==> \result[0] == 0;
  @*/
KQA_API const char *kqa_requirement_name(int32_t requirement);

/** The requirement with the given name.
 * @param name Text ended by a NUL.
 * @return A KQA_FACT_ or KQA_REQUIREMENT_ code; -1 when there is none of that name.
 * @since 0.1 */
/*@ requires name: kqa_text_within(name, 1099511627776);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures requirement: -1 <= \result < KQA_REQUIREMENTS;
  @*/
KQA_API int32_t kqa_requirement_find(const char *name);

/** The nth of the missing requirements, in the byte order of their names.
 * @param missing As in struct kqa_eligibility.
 * @param place   Its place among them, from 0.
 * @return A KQA_FACT_ or KQA_REQUIREMENT_ code; -1 beyond the last and for a negative place.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures requirement: -1 <= \result < KQA_REQUIREMENTS;
  @ ensures none: place < 0 || place >= KQA_REQUIREMENTS ==> \result == -1;
  @*/
KQA_API int32_t kqa_missing_at(uint32_t missing, int32_t place);

/** Last day of the bar that a sanction brings, that day included: the day of the decision plus the
 * years of its kind.
 * @article 26, 30
 * @param edition  The edition.
 * @param sanction The sanction.
 * @return The day; the faults of kqa_edition_check(), KQA_E_VALUE with KQA_FIELD_SANCTION_KIND,
 *         KQA_E_NO_SUCH_DAY or KQA_E_RANGE (beyond year 9999) with KQA_FIELD_SANCTION_DECIDED.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_valid_date(sanction.decided) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures art26_fraud: \result.fault.status == KQA_OK && sanction.kind == KQA_SANCTION_FRAUD ==>
  @   kqa_shifted(sanction.decided, edition->bar_fraud_years, \result.date);
  @ ensures art30_revocation: \result.fault.status == KQA_OK &&
  @   sanction.kind == KQA_SANCTION_REVOCATION ==>
  @   kqa_shifted(sanction.decided, edition->bar_revocation_years, \result.date);
  @*/
KQA_API struct kqa_day kqa_bar_last_day(const struct kqa_edition *edition,
                                        struct kqa_sanction sanction);

#ifdef __cplusplus
}
#endif

#endif
