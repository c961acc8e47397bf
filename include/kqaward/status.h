/** @file status.h
 * Status codes and the field at fault.
 *
 * A status says that a question makes no sense (a value out of range, a year without a calendar).
 * It is never a "no" of the ordinance: that is a verdict in a finding (finding.h).
 * Every result begins with a struct kqa_fault; when its status is not KQA_OK, everything else in
 * the result is zero and nothing was written to the caller's buffers beyond zeros.
 *
 * No pointer may be NULL unless its sentence says so, and each must be valid for the sizes given
 * with it; a list of length 0 may be NULL. A size_t is 0 or more, as its type says.
 */
#ifndef KQAWARD_STATUS_H
#define KQAWARD_STATUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kqaward/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/*@ predicate kqa_text_within{L}(char *text, integer most) =
  @   \exists integer end; 0 <= end <= most && \valid_read(text + (0 .. end)) && text[end] == 0;
  @ predicate kqa_constant{L}(char *text) = \valid_read(text) && !\valid(text);
  @ predicate kqa_constant_text{L}(char *text) =
  @   !\valid(text) && kqa_text_within(text, 65535);
  @*/
/** Languages of all texts. Any other value yields the empty text. @since 0.1 */
enum kqa_language {
  KQA_LANGUAGE_ZH = 1, /**< Chinese, the ordinance's own language. */
  KQA_LANGUAGE_EN = 2  /**< English, equal in content. */
};

/** Status codes: permanent, never reused, in no order. @since 0.1 */
enum kqa_status {
  KQA_OK = 0,                /**< The question was answered. */
  KQA_E_RANGE = -13,         /**< A number is outside its documented bounds. */
  KQA_E_VALUE = -19,         /**< A code or word is none of the documented ones. */
  KQA_E_FORM = -27,          /**< A text does not have the documented form. */
  KQA_E_NO_SUCH_DAY = -31,   /**< The calendar has no such day, or its year is not 1 to 9999. */
  KQA_E_NAME = -38,          /**< No parameter, reading, edition or criteria set has that name. */
  KQA_E_NO_EDITION = -42,    /**< No edition was in force on that day. */
  KQA_E_NO_CALENDAR = -47,   /**< The year in `index[0]` has no calendar of working days. */
  KQA_E_WEIGHTS = -53,       /**< The two weights do not add up to 100 percent. */
  KQA_E_POINTS = -58,        /**< The points of a criteria set do not add up to its full score. */
  KQA_E_STEP = -61,          /**< A percent is no multiple of the criteria's step. */
  KQA_E_TOO_FEW = -66,       /**< A list is shorter than it must be. */
  KQA_E_TOO_MANY = -70,      /**< A list is longer than it may be. */
  KQA_E_ABOVE_PRESENT = -74, /**< More votes than members present. */
  KQA_E_ABOVE_MEMBERS = -79, /**< More members present than the committee has. */
  KQA_E_NOT_STANDING = -83,  /**< A vote is entered for one that does not stand in it. */
  KQA_E_AWARDED = -87,       /**< A special nomination for one that the votes gave an award. */
  KQA_E_FLOORS = -92, /**< A special nomination fails the score floors that the reading applies. */
  KQA_E_BOTH = -96,   /**< Two ways of saying the same thing are both given. */
  KQA_E_ORDER = -101, /**< A day lies before the one it must follow. */
  KQA_E_SIZE = -107,  /**< The structure is of another version of the library. */
  KQA_E_UNKNOWN_KEY = -111, /**< Round file: a key that the form does not have. */
  KQA_E_DUPLICATE = -114,   /**< Round file: a key or id stands twice. */
  KQA_E_MISSING = -118,     /**< Round file: a required key is missing. */
  KQA_E_TYPE = -121,        /**< Round file: a value of the wrong type. */
  KQA_E_SYNTAX = -125,      /**< Round file: not well-formed. */
  KQA_E_ENCODING = -129,    /**< Round file: not UTF-8. */
  KQA_E_TOO_LARGE = -133,   /**< Round file: larger than the reader accepts. */
  KQA_E_UNREADABLE = -137   /**< Round file: cannot be opened or read. */
};

/** The fields a status can name. Permanent codes. Parameters and readings of an edition are fields
 * too (1 to 199); the others are named as the round file names them. @since 0.1 */
enum kqa_field {
  KQA_FIELD_NONE = 0, /**< No field is at fault. */

  KQA_FIELD_QUOTA_QUALITY = 1,             /**< `quota.quality` */
  KQA_FIELD_QUOTA_NOMINATION = 2,          /**< `quota.nomination` */
  KQA_FIELD_FLOOR_TOTAL = 3,               /**< `floor.total` */
  KQA_FIELD_FLOOR_SITE = 4,                /**< `floor.site` */
  KQA_FIELD_WEIGHT_DOCUMENT = 5,           /**< `weight.document` */
  KQA_FIELD_WEIGHT_SITE = 6,               /**< `weight.site` */
  KQA_FIELD_PANEL_MIN_ASSESSORS = 7,       /**< `panel.min_assessors` */
  KQA_FIELD_ASSESSOR_MIN_YEARS = 8,        /**< `assessor.min_years` */
  KQA_FIELD_ELIGIBILITY_MIN_YEARS = 9,     /**< `eligibility.min_years` */
  KQA_FIELD_ELIGIBILITY_CLEAN_YEARS = 10,  /**< `eligibility.clean_years` */
  KQA_FIELD_APPLICATION_MIN_COPIES = 11,   /**< `application.copies` of the edition */
  KQA_FIELD_SITE_REPORT_WORKING_DAYS = 12, /**< `site_report.working_days` */
  KQA_FIELD_VOTE_QUORUM_SHARE = 13,        /**< `vote.quorum_share` */
  KQA_FIELD_VOTE_APPROVAL_SHARE = 14,      /**< `vote.approval_share` */
  KQA_FIELD_PRIZE_QUALITY = 15,            /**< `prize.quality` */
  KQA_FIELD_PRIZE_NOMINATION = 16,         /**< `prize.nomination` */
  KQA_FIELD_PRIZE_CAP = 17,                /**< `prize.cap` */
  KQA_FIELD_BAR_FRAUD_YEARS = 18,          /**< `bar.fraud_years` */
  KQA_FIELD_BAR_REVOCATION_YEARS = 19,     /**< `bar.revocation_years` */
  KQA_FIELD_REPORT_DAYS = 20,              /**< `report.days` */

  KQA_FIELD_VOTE_APPROVAL = 101,             /**< reading `vote.approval` */
  KQA_FIELD_VOTE_QUORUM = 102,               /**< reading `vote.quorum` */
  KQA_FIELD_FLOORS_APPLY_TO = 103,           /**< reading `floors.apply_to` */
  KQA_FIELD_PRIOR_WINNER_EXEMPT = 104,       /**< reading `prior_winner.exempt` */
  KQA_FIELD_CLEAN_RECORD_WINDOW = 105,       /**< reading `clean_record.window` */
  KQA_FIELD_SPECIAL_NOMINATION_FLOORS = 106, /**< reading `special_nomination.floors` */
  KQA_FIELD_PRIZE_REVOKED_HISTORY = 107,     /**< reading `prize.revoked_history` */
  KQA_FIELD_SCORE_ROUNDING = 108,            /**< reading `score.rounding` */
  KQA_FIELD_REPORT_ROLLOVER = 109,           /**< reading `report.rollover` */

  KQA_FIELD_EDITION = 201,           /**< an edition as a whole */
  KQA_FIELD_EDITION_ID = 202,        /**< an edition's id; `ordinance` in a round */
  KQA_FIELD_IN_FORCE = 203,          /**< an edition's dates in force */
  KQA_FIELD_PARAMETER_NAME = 204,    /**< the name of a parameter or reading */
  KQA_FIELD_PARAMETER_VALUE = 205,   /**< the value given for a parameter or reading */
  KQA_FIELD_DATE = 206,              /**< a date */
  KQA_FIELD_YEARS = 207,             /**< a number of years */
  KQA_FIELD_DAYS = 208,              /**< a number of days */
  KQA_FIELD_DAY_NUMBER = 209,        /**< days since 1970-01-01 */
  KQA_FIELD_CALENDAR = 210,          /**< the calendar of working days of the year in `index[0]` */
  KQA_FIELD_DAY_KIND = 211,          /**< kind of a day in a calendar */
  KQA_FIELD_NUMBER = 212,            /**< an exact number */
  KQA_FIELD_DECIMALS = 213,          /**< how many decimals */
  KQA_FIELD_PROVISION = 214,         /**< a provision's code */
  KQA_FIELD_CRITERIA = 215,          /**< a set of criteria; `criteria` in a round */
  KQA_FIELD_CRITERIA_POINTS = 216,   /**< points of an item */
  KQA_FIELD_CRITERIA_CATEGORY = 217, /**< category of an item */
  KQA_FIELD_ITEM = 218,              /**< an item's place in the criteria */
  KQA_FIELD_CATEGORY = 219,          /**< a category's place in the criteria */
  KQA_FIELD_PERCENT = 220,           /**< an assessor's percent for an item */
  KQA_FIELD_SHEETS = 221,            /**< a panel's sheets */
  KQA_FIELD_SCORE = 222,             /**< a score */
  KQA_FIELD_DOCUMENT_SCORE = 223,    /**< the document review's score */
  KQA_FIELD_SITE_SCORE = 224,        /**< the site review's score */
  KQA_FIELD_TOTAL = 225,             /**< a total score */
  KQA_FIELD_ASSESSORS = 226,         /**< how many assessors a panel has */
  KQA_FIELD_LEADERS = 227,           /**< how many leaders a panel has */
  KQA_FIELD_ASSESSOR_FACT = 228,     /**< a fact about an assessor */
  KQA_FIELD_ASSESSOR_YEARS = 229,    /**< an assessor's years of experience */
  KQA_FIELD_COMMITTEE_SEAT = 230,    /**< a seat of the committee */
  KQA_FIELD_CONDUCT = 231,           /**< a fact about a reviewer's conduct */
  KQA_FIELD_MEMBERS = 232,          /**< members of the committee; `committee.members` in a round */
  KQA_FIELD_PRESENT = 233,          /**< members present */
  KQA_FIELD_CONVENED_BY = 234,      /**< who convened the meeting */
  KQA_FIELD_YES = 235,              /**< votes in favour of a candidate */
  KQA_FIELD_RUNOFF = 236,           /**< votes of the second ballot */
  KQA_FIELD_AWARD = 237,            /**< quality award or nomination award */
  KQA_FIELD_HISTORY_AWARD = 238,    /**< award of an earlier year */
  KQA_FIELD_HISTORY_YEAR = 239,     /**< year of an earlier award */
  KQA_FIELD_HISTORY_PAID = 240,     /**< yuan paid for an earlier award */
  KQA_FIELD_HISTORY_REVOKED = 241,  /**< whether an earlier award was revoked */
  KQA_FIELD_CANDIDATES = 242,       /**< the candidates of a vote */
  KQA_FIELD_OFF_QUOTA = 243,        /**< number of awards off the quota */
  KQA_FIELD_SANCTION_KIND = 244,    /**< kind of a sanction */
  KQA_FIELD_SANCTION_DECIDED = 245, /**< day a sanction was decided */
  KQA_FIELD_EVENT_KIND = 246,       /**< kind of an event to be reported */
  KQA_FIELD_EVENT_GRADE = 247,      /**< grade of an accident, or level of an inspection */
  KQA_FIELD_EVENT_DATE = 248,       /**< day of an event to be reported */
  KQA_FIELD_REPORTED = 249,         /**< day a written report came in */
  KQA_FIELD_MEASURE = 250,          /**< a measure */
  KQA_FIELD_TITLE_USE = 251,        /**< a fact about the use of the title */
  KQA_FIELD_STAGE = 252,            /**< a stage of the procedure */
  KQA_FIELD_STAGE_DATE = 253,       /**< day on which a stage was done */
  KQA_FIELD_SITE_REVIEW_END = 254,  /**< last day of the site review */
  KQA_FIELD_SITE_REPORT = 255,      /**< day the site report was handed in */
  KQA_FIELD_AS_OF = 256,            /**< the day for which the answer is given */
  KQA_FIELD_FACT = 257,             /**< a fact of an application */
  KQA_FIELD_OPERATING_SINCE = 258,  /**< since when the organisation has operated */
  KQA_FIELD_RECOMMENDED_BY = 259,   /**< who recommended the application */
  KQA_FIELD_COPIES = 260,           /**< copies handed in */
  KQA_FIELD_RECEIVED = 261,         /**< day the application came in */
  KQA_FIELD_INCIDENT_KIND = 262,    /**< kind of an incident */
  KQA_FIELD_INCIDENT_DATE = 263,    /**< day of an incident */
  KQA_FIELD_DEADLINE = 264, /**< last day for applications; `application_deadline` in a round */
  KQA_FIELD_LANGUAGE = 265, /**< language of a text */
  KQA_FIELD_ROWS = 266,     /**< rows of columns */

  KQA_FIELD_ROUND = 301,                     /**< the round file as a whole */
  KQA_FIELD_YEAR = 302,                      /**< `year` */
  KQA_FIELD_ORGANIZATIONS = 303,             /**< `organizations` */
  KQA_FIELD_ORG_FACT = 304,                  /**< `organizations[i].facts.KEY` */
  KQA_FIELD_ORG_OPERATING_SINCE = 305,       /**< `organizations[i].facts.operating_since` */
  KQA_FIELD_ORG_APPLICATION_FACT = 306,      /**< `organizations[i].application.KEY` */
  KQA_FIELD_ORG_RECOMMENDED_BY = 307,        /**< `organizations[i].application.recommended_by` */
  KQA_FIELD_ORG_COPIES = 308,                /**< `organizations[i].application.copies` */
  KQA_FIELD_ORG_RECEIVED = 309,              /**< `organizations[i].application.received` */
  KQA_FIELD_ORG_INCIDENTS = 310,             /**< `organizations[i].incidents` */
  KQA_FIELD_ORG_INCIDENT_KIND = 311,         /**< `organizations[i].incidents[j].kind` */
  KQA_FIELD_ORG_INCIDENT_DATE = 312,         /**< `organizations[i].incidents[j].date` */
  KQA_FIELD_ORG_SANCTIONS = 313,             /**< `organizations[i].sanctions` */
  KQA_FIELD_ORG_SANCTION_KIND = 314,         /**< `organizations[i].sanctions[j].kind` */
  KQA_FIELD_ORG_SANCTION_DECIDED = 315,      /**< `organizations[i].sanctions[j].decided` */
  KQA_FIELD_ORG_HISTORY = 316,               /**< `organizations[i].history` */
  KQA_FIELD_ORG_HISTORY_AWARD = 317,         /**< `organizations[i].history[j].award` */
  KQA_FIELD_ORG_HISTORY_YEAR = 318,          /**< `organizations[i].history[j].year` */
  KQA_FIELD_ORG_HISTORY_PAID = 319,          /**< `organizations[i].history[j].paid` */
  KQA_FIELD_ORG_HISTORY_REVOKED = 320,       /**< `organizations[i].history[j].revoked` */
  KQA_FIELD_ORG_DOCUMENT = 321,              /**< `organizations[i].document_review` */
  KQA_FIELD_ORG_DOCUMENT_SCORE = 322,        /**< `organizations[i].document_review.score` */
  KQA_FIELD_ORG_DOCUMENT_SHEETS = 323,       /**< `organizations[i].document_review.sheets` */
  KQA_FIELD_ORG_DOCUMENT_PERCENT = 324,      /**< `organizations[i].document_review.sheets[j][k]` */
  KQA_FIELD_ORG_SITE = 325,                  /**< `organizations[i].site_review` */
  KQA_FIELD_ORG_SITE_SCORE = 326,            /**< `organizations[i].site_review.score` */
  KQA_FIELD_ORG_SITE_SHEETS = 327,           /**< `organizations[i].site_review.sheets` */
  KQA_FIELD_ORG_SITE_PERCENT = 328,          /**< `organizations[i].site_review.sheets[j][k]` */
  KQA_FIELD_ORG_INVITED = 329,               /**< `organizations[i].invited` */
  KQA_FIELD_VOTES_QUALITY = 330,             /**< `votes.quality` */
  KQA_FIELD_VOTES_QUALITY_CONVENED_BY = 331, /**< `votes.quality.convened_by` */
  KQA_FIELD_VOTES_QUALITY_PRESENT = 332,     /**< `votes.quality.present` */
  KQA_FIELD_VOTES_QUALITY_YES = 333,         /**< `votes.quality.yes.ID` */
  KQA_FIELD_VOTES_QUALITY_RUNOFF = 334,      /**< `votes.quality.runoff.ID` */
  KQA_FIELD_VOTES_NOMINATION = 335,          /**< `votes.nomination` */
  KQA_FIELD_VOTES_NOMINATION_CONVENED_BY = 336, /**< `votes.nomination.convened_by` */
  KQA_FIELD_VOTES_NOMINATION_PRESENT = 337,     /**< `votes.nomination.present` */
  KQA_FIELD_VOTES_NOMINATION_YES = 338,         /**< `votes.nomination.yes.ID` */
  KQA_FIELD_VOTES_NOMINATION_RUNOFF = 339,      /**< `votes.nomination.runoff.ID` */
  KQA_FIELD_SPECIAL_NOMINATIONS = 340           /**< `special_nominations[i]` */
};

/*@ predicate kqa_key{L}(char *key, char *buffer, integer capacity) =
  @   \exists integer end; 0 <= end <= 1099511627776 && \valid_read(key + (0 .. end)) &&
  @     key[end] == 0 && \separated(key + (0 .. end), buffer + (0 .. capacity - 1));
  @*/

/** What went wrong, and where. All zero means: nothing. @since 0.1 */
struct kqa_fault {
  int32_t status;   /**< KQA_OK or one of the KQA_E_ codes. */
  int32_t field;    /**< A KQA_FIELD_ code; KQA_FIELD_NONE when all is well. */
  int32_t index[3]; /**< Places in the lists on the way to the field, outermost first, from 0; for
                       KQA_E_NO_CALENDAR `index[0]` is the year. Unused places are 0. */
};

/** A whole number, or a fault. @since 0.1 */
struct kqa_number {
  struct kqa_fault fault; /**< Status and field. */
  int64_t value; /**< The value that the function names, in its unit, from -10^18 to 10^18; 0 on a
                    fault. */
};

/** The short permanent name of a status, such as `"range"`.
 * @param status A KQA_OK or KQA_E_ code.
 * @return A static ASCII text; empty for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_status_name(int32_t status);

/** What a status means, as a clause without a full stop.
 * @param status   A KQA_OK or KQA_E_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_status_text(int32_t status, int32_t language);

/** A field's path with empty brackets for list places and `*` for a key, such as
 * `"organizations[].site_review.score"` or `"votes.quality.yes.*"`.
 * @param field A KQA_FIELD_ code.
 * @return A static ASCII text; empty for KQA_FIELD_NONE and for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_field_name(int32_t field);

/** What a right value of the field looks like, as a clause without a full stop.
 * @param field    A KQA_FIELD_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a field or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_field_rule(int32_t field, int32_t language);

/** Writes the path of the field at fault, such as `organizations[3].site_review.score`.
 * @param fault    The fault.
 * @param key      What stands for `*` in the field's name (an id, a fact); NULL writes the next
 *                 unused index instead.
 * @param buffer   Receives UTF-8 text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 0 only measures.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires fault: \valid_read(fault);
  @ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ requires key: key == \null || kqa_key(key, buffer, capacity);
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==>
  @   \exists integer end; 0 <= end < capacity && buffer[end] == 0;
  @*/
KQA_API size_t kqa_fault_path(const struct kqa_fault *fault, const char *key, char *buffer,
                              size_t capacity);

/** Writes one sentence that names the field, what is wrong and what would be right.
 * @param fault    The fault; the text is empty for KQA_OK.
 * @param key      As in kqa_fault_path().
 * @param language A KQA_LANGUAGE_ code.
 * @param buffer   Receives UTF-8 text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 0 only measures.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires fault: \valid_read(fault);
  @ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ requires key: key == \null || kqa_key(key, buffer, capacity);
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==>
  @   \exists integer end; 0 <= end < capacity && buffer[end] == 0;
  @ ensures none: \old(fault->status) == KQA_OK ||
  @   (language != KQA_LANGUAGE_ZH && language != KQA_LANGUAGE_EN) ==> \result == 0;
  @*/
KQA_API size_t kqa_fault_text(const struct kqa_fault *fault, const char *key, int32_t language,
                              char *buffer, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
