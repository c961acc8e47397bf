/** @file provision.h
 * The register of provisions: what each article of the ordinance asks, whether it is decided,
 * computed or left to people, and by which function.
 */
#ifndef KQAWARD_PROVISION_H
#define KQAWARD_PROVISION_H

#include "kqaward/edition.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How many articles the ordinance has. @since 0.1 */
#define KQA_ARTICLES 33

/** Provisions: permanent codes, never reused, free of article numbers. @since 0.1 */
enum kqa_provision_code {
  KQA_PROVISION_PURPOSE = 13,               /**< Purpose and legal basis (Art. 1). */
  KQA_PROVISION_AWARD_TIERS = 17,           /**< The two awards (Art. 2). */
  KQA_PROVISION_QUALITY_QUOTA = 22,         /**< Quota of quality awards (Art. 3). */
  KQA_PROVISION_NOMINATION_QUOTA = 26,      /**< Quota of nomination awards (Art. 3). */
  KQA_PROVISION_VACANCY = 29,               /**< Vacant seats (Art. 3). */
  KQA_PROVISION_PRINCIPLES = 34,            /**< Principles of the review (Art. 4). */
  KQA_PROVISION_CRITERIA_POINTS = 37,       /**< Full score of the criteria (Art. 5). */
  KQA_PROVISION_TOTAL_FLOOR = 41,           /**< Floor of the total score (Art. 5). */
  KQA_PROVISION_SITE_FLOOR = 43,            /**< Floor of the site review score (Art. 5). */
  KQA_PROVISION_ENCOURAGED_APPLICANTS = 47, /**< Whom the award encourages (Art. 6). */
  KQA_PROVISION_COMMITTEE_CHAIR = 52,       /**< Chair of the review committee (Art. 7). */
  KQA_PROVISION_COMMITTEE_VICE_CHAIRS = 56, /**< Vice chairs of the review committee (Art. 7). */
  KQA_PROVISION_COMMITTEE_MEMBERS = 59,     /**< Members of the review committee (Art. 7). */
  KQA_PROVISION_COMMITTEE_DUTIES = 64,      /**< Duties of the review committee (Art. 8). */
  KQA_PROVISION_OFFICE_DUTIES = 67,         /**< Duties of the review office (Art. 9). */
  KQA_PROVISION_PANEL_SIZE = 71,            /**< Size of the review panel (Art. 10). */
  KQA_PROVISION_PANEL_LEADER = 76,          /**< Leader of the review panel (Art. 10). */
  KQA_PROVISION_ASSESSOR_POLICY_AND_LAW =
    79, /**< Assessor's knowledge of policy and law (Art. 11(1)). */
  KQA_PROVISION_ASSESSOR_EDUCATION = 83, /**< Assessor's degree or title (Art. 11(2)). */
  KQA_PROVISION_ASSESSOR_TRAINING =
    88, /**< Assessor's training in quality management (Art. 11(2)). */
  KQA_PROVISION_ASSESSOR_KNOWLEDGE =
    92, /**< Assessor's knowledge of quality and business management (Art. 11(2)). */
  KQA_PROVISION_ASSESSOR_EXPERIENCE = 97, /**< Assessor's years of experience (Art. 11(3)). */
  KQA_PROVISION_ASSESSOR_ABILITIES = 101, /**< Assessor's practice and abilities (Art. 11(3)). */
  KQA_PROVISION_ASSESSOR_ETHICS = 104,    /**< Assessor's professional ethics (Art. 11(4)). */
  KQA_PROVISION_REGISTERED_IN_DISTRICT = 109, /**< Registration in Keqiao District (Art. 12(1)). */
  KQA_PROVISION_PAYS_TAX_IN_DISTRICT = 113,   /**< Tax paid in Keqiao District (Art. 12(1)). */
  KQA_PROVISION_LAWFUL_OPERATION = 116,       /**< Lawful operation (Art. 12(1)). */
  KQA_PROVISION_OPERATING_YEARS = 121,        /**< Years of operation (Art. 12(1)). */
  KQA_PROVISION_EXCELLENCE_MODEL = 125, /**< Performance excellence model in use (Art. 12(2)). */
  KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM = 128,  /**< Sound management system (Art. 12(2)). */
  KQA_PROVISION_ISO9001_CERTIFIED = 133,        /**< ISO 9001 certificate (Art. 12(2)). */
  KQA_PROVISION_QUALITY_WORK_OUTSTANDING = 137, /**< Achievements in quality work (Art. 12(2)). */
  KQA_PROVISION_PERFORMANCE_LEADING =
    142, /**< Business results or contribution to society (Art. 12(3)). */
  KQA_PROVISION_INNOVATION_LEADING = 146,         /**< Innovation (Art. 12(4)). */
  KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD = 149, /**< Integrity and service (Art. 12(5)). */
  KQA_PROVISION_INSPECTIONS_CLEAN = 154,      /**< Quality and safety inspections (Art. 12(6)). */
  KQA_PROVISION_NO_MAJOR_ACCIDENT = 158,      /**< No major accident (Art. 12(6)). */
  KQA_PROVISION_NO_MAJOR_COMPLAINT = 161,     /**< No major valid complaint (Art. 12(6)). */
  KQA_PROVISION_OTHER_REQUIREMENTS_MET = 166, /**< Other requirements (Art. 12(7)). */
  KQA_PROVISION_STAGE_NOTICE = 170,           /**< Notice (Art. 13). */
  KQA_PROVISION_SELF_EVALUATION = 173,        /**< Self-evaluation report (Art. 14). */
  KQA_PROVISION_APPLICATION_FORM = 178,       /**< Application form (Art. 14). */
  KQA_PROVISION_EVIDENCE = 181,               /**< Supporting evidence (Art. 14). */
  KQA_PROVISION_RECOMMENDATION = 185,         /**< Recommendation (Art. 14). */
  KQA_PROVISION_COPIES = 190,                 /**< Copies of the application (Art. 14). */
  KQA_PROVISION_RECEIVED_IN_TIME = 194,       /**< Time of receipt (Art. 14). */
  KQA_PROVISION_STAGE_APPLICATION = 197,      /**< Application and recommendation (Art. 14). */
  KQA_PROVISION_STAGE_QUALIFICATION = 202,    /**< Qualification check (Art. 15). */
  KQA_PROVISION_STAGE_DOCUMENT_REVIEW = 206,  /**< Document review (Art. 16). */
  KQA_PROVISION_SITE_REVIEW_LIST = 209,       /**< List for site review (Art. 16). */
  KQA_PROVISION_STAGE_SITE_REVIEW = 214,      /**< Site review (Art. 17). */
  KQA_PROVISION_SITE_REPORT_IN_TIME = 218,    /**< Time of the site review report (Art. 17). */
  KQA_PROVISION_TOTAL_SCORE = 221,            /**< Total score (Art. 18). */
  KQA_PROVISION_RANKING = 226,                /**< Order of the candidate list (Art. 18). */
  KQA_PROVISION_STAGE_EVALUATION = 230,       /**< Evaluation (Art. 18). */
  KQA_PROVISION_VOTE_CONVENER = 233,          /**< Convener of the meeting (Art. 19). */
  KQA_PROVISION_VOTE_QUORUM = 238,            /**< Quorum (Art. 19). */
  KQA_PROVISION_VOTE_APPROVAL = 241,          /**< Votes in favour (Art. 19). */
  KQA_PROVISION_SEAT_BY_VOTES = 245,          /**< Seat by number of votes (Art. 19). */
  KQA_PROVISION_NOMINATION_ENTRY = 250,       /**< Standing in the nomination vote (Art. 19). */
  KQA_PROVISION_STAGE_VOTE = 254,             /**< Deliberation and vote (Art. 19). */
  KQA_PROVISION_STAGE_PUBLICITY = 257,        /**< Publicity (Art. 20). */
  KQA_PROVISION_STAGE_APPROVAL = 262,         /**< Approval (Art. 21). */
  KQA_PROVISION_SPECIAL_NOMINATION = 266,     /**< Special nomination (Art. 22). */
  KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA = 269, /**< Former winner off the quota (Art. 22). */
  KQA_PROVISION_STAGE_AWARD = 274,            /**< Award (Art. 23). */
  KQA_PROVISION_NO_FEE = 278,             /**< No fee, and where the money comes from (Art. 23). */
  KQA_PROVISION_PRIZE_AMOUNT = 281,       /**< Amount of the prize (Art. 24). */
  KQA_PROVISION_PRIZE_NOT_REPEATED = 286, /**< Same award not paid twice (Art. 24). */
  KQA_PROVISION_PRIZE_UNDER_CAP = 290,    /**< Cumulative cap of prizes (Art. 24). */
  KQA_PROVISION_SUPPORT_BY_OTHERS = 293,  /**< Support in finance and procurement (Art. 25). */
  KQA_PROVISION_NO_FRAUD_BAR = 298,       /**< No bar after fraud (Art. 26). */
  KQA_PROVISION_FRAUD_CONSEQUENCES = 302, /**< Consequences of fraud (Art. 26). */
  KQA_PROVISION_REVIEWER_TRUTHFUL = 305,  /**< Reviewer truthful and incorrupt (Art. 27). */
  KQA_PROVISION_REVIEWER_CONFIDENTIAL = 310, /**< Reviewer confidential (Art. 27). */
  KQA_PROVISION_REVIEWER_PROCEDURE = 314,    /**< Reviewer follows rules and procedure (Art. 27). */
  KQA_PROVISION_TITLE_YEAR_STATED = 317,     /**< Year of the award stated (Art. 28). */
  KQA_PROVISION_TITLE_NOT_ON_PRODUCTS = 322, /**< Title not used for products (Art. 28). */
  KQA_PROVISION_REPORT_ACCIDENT = 326,       /**< Report of a larger accident (Art. 29(1)). */
  KQA_PROVISION_REPORT_INSPECTION = 329,     /**< Report of a failed inspection (Art. 29(2)). */
  KQA_PROVISION_REPORT_COMPLAINT =
    334,                           /**< Report of complaints or falling quality (Art. 29(3)). */
  KQA_PROVISION_REPORT_LOSS = 338, /**< Report of a serious loss (Art. 29(4)). */
  KQA_PROVISION_NO_REVOCATION_BAR = 341, /**< No bar after revocation (Art. 30). */
  KQA_PROVISION_INVESTIGATION = 346,     /**< Investigation and measures (Art. 30). */
  KQA_PROVISION_INTERPRETATION = 350,    /**< Who interprets the rules (Art. 31). */
  KQA_PROVISION_IN_FORCE = 353,          /**< Day of entry into force (Art. 32). */
  KQA_PROVISION_TOWNS_ADAPT = 358,       /**< Towns adapt their own rules (Art. 33). */
};

/** What the library does with a provision. @since 0.1 */
enum kqa_provision_kind {
  KQA_PROVISION_KIND_DECIDED = 1,  /**< Findings say met, not met, unknown or not applicable. */
  KQA_PROVISION_KIND_COMPUTED = 2, /**< A function computes a value; there is no yes or no. */
  KQA_PROVISION_KIND_LEFT_TO_PEOPLE =
    3 /**< Nothing is computed; the text says whose judgement it is. */
};

/** One row of the register. @since 0.1 */
struct kqa_provision {
  int32_t code;    /**< A KQA_PROVISION_ code; 0 when there is no such row. */
  int32_t kind;    /**< A KQA_PROVISION_KIND_ code. */
  int32_t article; /**< Article of the ordinance, 1 to 33. */
  int32_t item;    /**< Item of the article, 1 to 7; 0 for none. */
};

/** How many rows the register has.
 * @return The number of rows.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures rows: \result == 87;
  @*/
KQA_API size_t kqa_provision_count(void);

/** A row by place, in the ordinance's order.
 * @param place Its place, 0 to kqa_provision_count() - 1.
 * @return The row; all zero beyond the last.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures beyond: place >= 87 ==> \result.code == 0 && \result.kind == 0 &&
  @   \result.article == 0 && \result.item == 0;
  @*/
KQA_API struct kqa_provision kqa_provision_at(size_t place);

/** A row by code.
 * @param code A KQA_PROVISION_ code.
 * @return The row; all zero for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures code: \result.code == code || (\result.code == 0 && \result.kind == 0 &&
  @   \result.article == 0 && \result.item == 0);
  @*/
KQA_API struct kqa_provision kqa_provision_find(int32_t code);

/** A provision's permanent name in data, such as `"iso9001_certified"`.
 * @param code A KQA_PROVISION_ code.
 * @return A static ASCII text; empty for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_provision_key(int32_t code);

/** The function that decides or computes a provision.
 * @param code A KQA_PROVISION_ code.
 * @return A static ASCII text; empty where people decide and for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_provision_function(int32_t code);

/** What a provision is called.
 * @param code     A KQA_PROVISION_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_provision_label(int32_t code, int32_t language);

/** Of a decided provision what "not met" means, of a computed one what is computed, of one left to
 * people why, and whose judgement it is.
 * @param code     A KQA_PROVISION_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text without a full stop; empty for a code or language that does not
 * exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_provision_text(int32_t code, int32_t language);

/** Writes the citation of an article, such as 第十二条第6项 or Art. 12(6).
 * @param article  Article, 1 to 33; otherwise the text is empty.
 * @param item     Item, 0 to 9; 0 for none.
 * @param language A KQA_LANGUAGE_ code.
 * @param buffer   Receives UTF-8 text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==>
  @   \exists integer end; 0 <= end < capacity && buffer[end] == 0;
  @ ensures none: article < 1 || article > KQA_ARTICLES || item < 0 || item > 9 ||
  @   (language != KQA_LANGUAGE_ZH && language != KQA_LANGUAGE_EN) ==> \result == 0;
  @*/
KQA_API size_t kqa_citation(int32_t article, int32_t item, int32_t language, char *buffer,
                            size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
