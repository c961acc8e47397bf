/** @file edition.h
 * An edition of the review rules as data: every number of the text and every reading of its open
 * wording, with the days between which it is in force.
 *
 * The edition is the first parameter of every decision. A draft amendment is a copy with fields
 * set, by hand or by name, and then checked. Each decision refuses an edition whose size,
 * parameters, readings or weights kqa_edition_check() refuses, with the same fault.
 */
#ifndef KQAWARD_EDITION_H
#define KQAWARD_EDITION_H

#include "kqaward/date.h"
#include "kqaward/ratio.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of an edition's id, the NUL included. @since 0.1 */
#define KQA_EDITION_ID_SIZE 32

/** Reading `vote.approval`: whether exactly the share passes (Art. 19; Civil Code art. 1259).
 * @since 0.1 */
enum kqa_vote_approval {
  KQA_VOTE_APPROVAL_INCLUSIVE = 0, /**< Exactly the share passes. Default. */
  KQA_VOTE_APPROVAL_STRICT = 1     /**< More than the share is needed. */
};

/** Reading `vote.quorum`: whether exactly the share is a quorum (Art. 19; Civil Code art. 1259).
 * @since 0.1 */
enum kqa_vote_quorum {
  KQA_VOTE_QUORUM_INCLUSIVE = 0, /**< Exactly the share suffices. Default. */
  KQA_VOTE_QUORUM_STRICT = 1     /**< More than the share is needed. */
};

/** Reading `floors.apply_to`: whose award the score floors guard (Art. 5). @since 0.1 */
enum kqa_floors_apply_to {
  KQA_FLOORS_APPLY_TO_BOTH_AWARDS = 0, /**< Both awards. Default. */
  KQA_FLOORS_APPLY_TO_QUALITY_ONLY = 1 /**< The quality award alone. */
};

/** Reading `prior_winner.exempt`: which new award a former winner takes off the quota (Art. 22 with
 * 2). @since 0.1 */
enum kqa_prior_winner_exempt {
  KQA_PRIOR_WINNER_EXEMPT_QUALITY_ONLY = 0, /**< A quality award. Default. */
  KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS = 1   /**< A nomination award too. */
};

/** Reading `clean_record.window`: what the three years of Art. 12(6) limit. @since 0.1 */
enum kqa_clean_record_window {
  KQA_CLEAN_RECORD_WINDOW_ALL_KINDS = 0, /**< Inspections, accidents and complaints. Default. */
  KQA_CLEAN_RECORD_WINDOW_INSPECTIONS_ONLY =
    1 /**< Inspections; the others count whenever they happened. */
};

/** Reading `special_nomination.floors`: whether the floors bind a special nomination (Art. 22 with
 * 5). @since 0.1 */
enum kqa_special_nomination_floors {
  KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT = 0, /**< They do not. Default. */
  KQA_SPECIAL_NOMINATION_FLOORS_APPLY = 1   /**< Its dossier must meet both. */
};

/** Reading `prize.revoked_history`: whether a revoked award still counts for prizes (Art. 24 with
 * 26 and 30). @since 0.1 */
enum kqa_prize_revoked_history {
  KQA_PRIZE_REVOKED_HISTORY_COUNTS = 0, /**< Toward the cap and as the same award. Default. */
  KQA_PRIZE_REVOKED_HISTORY_IGNORED = 1 /**< As if it had never been. */
};

/** Reading `score.rounding`: whether the total is rounded, once, before it is used (Art. 18).
 * @since 0.1 */
enum kqa_score_rounding {
  KQA_SCORE_ROUNDING_NONE = 0,      /**< Never. Default. */
  KQA_SCORE_ROUNDING_GBT8170_0 = 1, /**< To a whole number. */
  KQA_SCORE_ROUNDING_GBT8170_1 = 2, /**< To one decimal. */
  KQA_SCORE_ROUNDING_GBT8170_2 = 3, /**< To two decimals. */
  KQA_SCORE_ROUNDING_GBT8170_3 = 4  /**< To three decimals. */
};

/** Reading `report.rollover`: whether a last day on a rest day moves on (Art. 29; Civil Code art.
 * 203). @since 0.1 */
enum kqa_report_rollover {
  KQA_REPORT_ROLLOVER_NEXT_WORKING_DAY = 0, /**< To the next working day. Default. */
  KQA_REPORT_ROLLOVER_NONE = 1              /**< It stays. */
};

/** An edition. The register holds the bounds and units as data, see kqa_parameter_at(). @since 0.1
 */
struct kqa_edition {
  uint32_t size;                 /**< Bytes: sizeof(struct kqa_edition). */
  char id[KQA_EDITION_ID_SIZE];  /**< `a-z 0-9 -`, 1 to 31 characters, ended by a NUL. */
  struct kqa_date in_force_from; /**< First day in force, a valid date (Art. 32). */
  struct kqa_date in_force_to;   /**< Last day in force; all zero while it is open. */

  int32_t quota_quality;        /**< Quality awards a round at most, 0 to 10,000 (Art. 3). */
  int32_t quota_nomination;     /**< Nomination awards a round at most, 0 to 10,000 (Art. 3). */
  struct kqa_ratio floor_total; /**< Least total score of a winner, 0 to 1000 points (Art. 5). */
  struct kqa_ratio
    floor_site; /**< Least site review score of a winner, 0 to 1000 points (Art. 5). */
  int32_t weight_document_permille; /**< Weight of the document review, 0 to 1000 tenths of a
                                       percent (Art. 18). */
  int32_t weight_site_permille; /**< Weight of the site review, 0 to 1000 tenths of a percent (Art.
                                   18). */
  int32_t panel_min_assessors;  /**< Least number of assessors in a panel, 1 to 99 (Art. 10). */
  int32_t assessor_min_years; /**< Least years of an assessor's experience, 0 to 60 (Art. 11(3)). */
  int32_t eligibility_min_years;      /**< Least years of operation, 0 to 60 (Art. 12(1)). */
  int32_t eligibility_clean_years;    /**< Years of the clean record, 0 to 60 (Art. 12(6)). */
  int32_t application_min_copies;     /**< Copies of the application, 0 to 99 (Art. 14). */
  int32_t site_report_working_days;   /**< Working days for the site report, 0 to 250 (Art. 17). */
  struct kqa_ratio vote_quorum_share; /**< Share of the members that must take part, above 0, at
                                         most 1, denominator at most 1000 (Art. 19). */
  struct kqa_ratio vote_approval_share; /**< Share of those present that must approve, above 0, at
                                           most 1, denominator at most 1000 (Art. 19). */
  int64_t prize_quality; /**< Prize of a quality award, 0 to 1,000,000,000,000 yuan (Art. 24). */
  int64_t
    prize_nomination; /**< Prize of a nomination award, 0 to 1,000,000,000,000 yuan (Art. 24). */
  int64_t prize_cap;  /**< Prizes of one organisation over its life at most, 0 to 1,000,000,000,000
                         yuan (Art. 24). */
  int32_t bar_fraud_years; /**< Years without acceptance after fraud, 0 to 60 (Art. 26). */
  int32_t
    bar_revocation_years; /**< Years without application after a revocation, 0 to 60 (Art. 30). */
  int32_t report_days;    /**< Calendar days for the written report, 0 to 3650 (Art. 29). */

  int32_t vote_approval;             /**< A KQA_VOTE_APPROVAL_ code. */
  int32_t vote_quorum;               /**< A KQA_VOTE_QUORUM_ code. */
  int32_t floors_apply_to;           /**< A KQA_FLOORS_APPLY_TO_ code. */
  int32_t prior_winner_exempt;       /**< A KQA_PRIOR_WINNER_EXEMPT_ code. */
  int32_t clean_record_window;       /**< A KQA_CLEAN_RECORD_WINDOW_ code. */
  int32_t special_nomination_floors; /**< A KQA_SPECIAL_NOMINATION_FLOORS_ code. */
  int32_t prize_revoked_history;     /**< A KQA_PRIZE_REVOKED_HISTORY_ code. */
  int32_t score_rounding;            /**< A KQA_SCORE_ROUNDING_ code. */
  int32_t report_rollover;           /**< A KQA_REPORT_ROLLOVER_ code. */
  int32_t reserved;                  /**< Always 0. */
};

/*@ predicate kqa_sound_share(struct kqa_ratio share) =
  @   1 <= share.den <= 1000 && 1 <= share.num <= share.den;
  @ predicate kqa_reaches(integer part, integer all, struct kqa_ratio share, integer strict) =
  @   strict == 0 ? part * share.den >= all * share.num : part * share.den > all * share.num;
  @ predicate kqa_sound_parameters{L}(struct kqa_edition *edition) =
  @   0 <= edition->quota_quality <= 10000 && 0 <= edition->quota_nomination <= 10000 &&
  @   kqa_sound_score(edition->floor_total) && kqa_sound_score(edition->floor_site) &&
  @   0 <= edition->weight_document_permille <= 1000 &&
  @   0 <= edition->weight_site_permille <= 1000 &&
  @   1 <= edition->panel_min_assessors <= 99 && 0 <= edition->assessor_min_years <= 60 &&
  @   0 <= edition->eligibility_min_years <= 60 && 0 <= edition->eligibility_clean_years <= 60 &&
  @   0 <= edition->application_min_copies <= 99 &&
  @   0 <= edition->site_report_working_days <= 250 &&
  @   kqa_sound_share(edition->vote_quorum_share) &&
  @   kqa_sound_share(edition->vote_approval_share) &&
  @   0 <= edition->prize_quality <= 1000000000000 &&
  @   0 <= edition->prize_nomination <= 1000000000000 &&
  @   0 <= edition->prize_cap <= 1000000000000 && 0 <= edition->bar_fraud_years <= 60 &&
  @   0 <= edition->bar_revocation_years <= 60 && 0 <= edition->report_days <= 3650;
  @ predicate kqa_sound_readings{L}(struct kqa_edition *edition) =
  @   0 <= edition->vote_approval <= 1 && 0 <= edition->vote_quorum <= 1 &&
  @   0 <= edition->floors_apply_to <= 1 && 0 <= edition->prior_winner_exempt <= 1 &&
  @   0 <= edition->clean_record_window <= 1 && 0 <= edition->special_nomination_floors <= 1 &&
  @   0 <= edition->prize_revoked_history <= 1 && 0 <= edition->score_rounding <= 4 &&
  @   0 <= edition->report_rollover <= 1;
  @ predicate kqa_sound_edition{L}(struct kqa_edition *edition) =
  @   edition->size == sizeof(struct kqa_edition) && kqa_sound_parameters(edition) &&
  @   kqa_sound_readings(edition) &&
  @   edition->weight_document_permille + edition->weight_site_permille == 1000;
  @ predicate kqa_sound_term{L}(struct kqa_edition *edition) =
  @   kqa_valid_date(edition->in_force_from) &&
  @   (kqa_no_date(edition->in_force_to) || (kqa_valid_date(edition->in_force_to) &&
  @     !kqa_earlier(edition->in_force_to, edition->in_force_from)));
  @*/
/** Units of parameters and of what findings observe and require. @since 0.1 */
enum kqa_unit {
  KQA_UNIT_NONE = 0,           /**< Nothing to observe. */
  KQA_UNIT_FACT = 1,           /**< A fact: 1 true, 0 false. */
  KQA_UNIT_DATE = 2,           /**< A day as the number YYYYMMDD. */
  KQA_UNIT_POINTS = 3,         /**< Points of a score, exact. */
  KQA_UNIT_PERCENT = 4,        /**< Percent. */
  KQA_UNIT_SHARE = 5,          /**< A share of a whole. */
  KQA_UNIT_PERSONS = 6,        /**< Persons. */
  KQA_UNIT_MEMBERS = 7,        /**< Members of the committee. */
  KQA_UNIT_VOTES = 8,          /**< Votes in favour. */
  KQA_UNIT_YEARS = 9,          /**< Years. */
  KQA_UNIT_DAYS = 10,          /**< Calendar days. */
  KQA_UNIT_WORKING_DAYS = 11,  /**< Working days. */
  KQA_UNIT_COPIES = 12,        /**< Copies. */
  KQA_UNIT_ORGANIZATIONS = 13, /**< Organisations. */
  KQA_UNIT_YUAN = 14           /**< Whole yuan. */
};

/** Kinds of parameters. @since 0.1 */
enum kqa_parameter_kind {
  KQA_PARAMETER_COUNT = 1,   /**< A whole number. */
  KQA_PARAMETER_SCORE = 2,   /**< A score: 0 to 1000, denominator at most 1,000,000. */
  KQA_PARAMETER_PERCENT = 3, /**< 0 to 100 with at most one decimal. */
  KQA_PARAMETER_SHARE = 4,   /**< A fraction above 0, at most 1, denominator at most 1000. */
  KQA_PARAMETER_MONEY = 5,   /**< Whole yuan. */
  KQA_PARAMETER_READING = 6  /**< One of a few words. */
};

/** One row of the register of parameters and readings. @since 0.1 */
struct kqa_parameter {
  int32_t field;         /**< Its KQA_FIELD_ code, 1 to 199; 0 when there is no such row. */
  int32_t kind;          /**< A KQA_PARAMETER_ code. */
  int32_t article;       /**< Article of the ordinance, 1 to 33. */
  int32_t item;          /**< Item of the article, 1 to 7; 0 for none. */
  int32_t unit;          /**< A KQA_UNIT_ code. */
  int32_t touches_round; /**< 1 when a round's result may depend on it, else 0. */
  int64_t min;           /**< Least value, in the unit, at least 0; for a reading 0. */
  int64_t max; /**< Greatest value, in the unit, at least min; for a reading its last code. */
};

/** The edition with the given id, such as `"keqiao-2020"`.
 * @param id      Text ended by a NUL.
 * @param edition Receives a copy; all zero on a fault.
 * @return KQA_E_NAME with KQA_FIELD_EDITION_ID.
 * @since 0.1 */
/*@ requires edition: \valid(edition);
  @ requires id: \exists integer end; 0 <= end <= 1099511627776 && \valid_read(id + (0 .. end)) &&
  @   id[end] == 0 && \separated(id + (0 .. end), edition);
  @ terminates \true;
  @ assigns *edition;
  @*/
KQA_API struct kqa_fault kqa_edition_find(const char *id, struct kqa_edition *edition);

/** The edition in force on a day (Art. 32). The text of 2018 is not encoded: days before 2020-05-10
 * have no edition.
 * @article 32
 * @param date    A valid date.
 * @param edition Receives a copy; all zero on a fault.
 * @return KQA_E_NO_SUCH_DAY or KQA_E_NO_EDITION with KQA_FIELD_DATE.
 * @since 0.1 */
/*@ requires edition: \valid(edition);
  @ terminates \true;
  @ assigns *edition;
  @ ensures refused: !kqa_valid_date(date) ==> \result.status != KQA_OK;
  @ ensures art32_in_force: \result.status == KQA_OK ==>
  @   !kqa_earlier(date, edition->in_force_from) &&
  @   (kqa_no_date(edition->in_force_to) || !kqa_earlier(edition->in_force_to, date));
  @*/
KQA_API struct kqa_fault kqa_edition_on(struct kqa_date date, struct kqa_edition *edition);

/** How many editions are built in.
 * @return Editions, at least 1.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures some: \result >= 1;
  @*/
KQA_API size_t kqa_edition_count(void);

/** A built-in edition's id by place.
 * @param place Its place, 0 to kqa_edition_count() - 1.
 * @return A static text; empty beyond the last.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
KQA_API const char *kqa_edition_id_at(size_t place);

/** Checks every parameter and reading against its bounds, and the edition as a whole: the weights
 * add up to 100 percent, the dates in force are days in order, the id has its form.
 * @param edition The edition.
 * @return The first fault: KQA_E_SIZE with KQA_FIELD_EDITION, KQA_E_RANGE (of a reading
 * KQA_E_VALUE) with the field of the parameter, in the register's order, KQA_E_WEIGHTS with
 *         KQA_FIELD_WEIGHT_DOCUMENT, KQA_E_FORM with KQA_FIELD_EDITION_ID, KQA_E_NO_SUCH_DAY or
 *         KQA_E_ORDER with KQA_FIELD_IN_FORCE.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures sound: \result.status == KQA_OK ==> kqa_sound_edition(edition);
  @ ensures refused: !kqa_sound_edition(edition) ==> \result.status != KQA_OK;
  @ ensures art32_term: \result.status == KQA_OK ==> kqa_sound_term(edition);
  @*/
KQA_API struct kqa_fault kqa_edition_check(const struct kqa_edition *edition);

/** Sets a parameter or reading by name. Only the value's own bounds are checked; check the edition
 * when all is set.
 * @param edition The edition; unchanged on a fault.
 * @param name    A name of the register, ended by a NUL, such as `"quota.quality"`.
 * @param value   Its value as text, ended by a NUL: `"4"`, `"12.5"`, `"2/3"`, `"strict"`.
 * @return KQA_E_NAME with KQA_FIELD_PARAMETER_NAME; KQA_E_FORM, KQA_E_RANGE or KQA_E_VALUE with the
 *         parameter's field.
 * @since 0.1 */
/*@ requires edition: \valid(edition);
  @ requires texts: kqa_text_within(name, 1099511627776) && kqa_text_within(value, 1099511627776);
  @ terminates \true;
  @ assigns *edition;
  @ ensures unchanged: \result.status != KQA_OK ==> *edition == \old(*edition);
  @*/
KQA_API struct kqa_fault kqa_edition_set(struct kqa_edition *edition, const char *name,
                                         const char *value);

/** Writes the value of a parameter or reading as kqa_edition_set() reads it.
 * @param edition  The edition.
 * @param name     A name of the register, ended by a NUL.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0; empty on a fault.
 * @param capacity Bytes in buffer; 40 suffice.
 * @return Bytes needed, 1 to 39, the NUL not counted; KQA_E_NAME with KQA_FIELD_PARAMETER_NAME,
 * KQA_E_RANGE or KQA_E_VALUE with the parameter's field when the edition holds nonsense there.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ requires name: kqa_text_within(name, 1099511627776);
  @ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==> (\exists integer end; 0 <= end < capacity && buffer[end] == 0);
  @*/
KQA_API struct kqa_number kqa_edition_get(const struct kqa_edition *edition, const char *name,
                                          char *buffer, size_t capacity);

/** Which parameters and readings differ between two editions, in the register's order.
 * @param a        One edition.
 * @param b        Another.
 * @param fields   Receives KQA_FIELD_ codes, at most capacity of them.
 * @param capacity Length of fields.
 * @return How many parameters and readings differ, also where capacity is less.
 * @since 0.1 */
/*@ requires editions: \valid_read(a) && \valid_read(b);
  @ requires fields: \valid(fields + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns fields[0 .. capacity - 1];
  @ ensures count: 0 <= \result <= 29;
  @*/
KQA_API size_t kqa_edition_diff(const struct kqa_edition *a, const struct kqa_edition *b,
                                int32_t *fields, size_t capacity);

/*@ predicate kqa_sound_row(struct kqa_parameter row) =
  @   1 <= row.field <= 199 && 1 <= row.kind <= 6 && 1 <= row.article <= 33 &&
  @   0 <= row.item <= 7 && 0 <= row.min <= row.max <= 1000000000000 &&
  @   (row.kind == KQA_PARAMETER_READING ==> row.max <= 4);
  @ predicate kqa_no_row(struct kqa_parameter row) =
  @   row.field == 0 && row.kind == 0 && row.article == 0 && row.item == 0 && row.unit == 0 &&
  @   row.touches_round == 0 && row.min == 0 && row.max == 0;
  @*/

/** How many rows the register has, parameters first, readings after them.
 * @return The number of rows, at least 1.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures rows: \result == 29;
  @*/
KQA_API size_t kqa_parameter_count(void);

/** A row of the register by place.
 * @param place Its place, 0 to kqa_parameter_count() - 1.
 * @return The row; all zero beyond the last.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: place < 29 ==> kqa_sound_row(\result);
  @ ensures readings: 20 <= place < 29 ==> \result.kind == KQA_PARAMETER_READING &&
  @   \result.field == KQA_FIELD_VOTE_APPROVAL + place - 20;
  @ ensures beyond: place >= 29 ==> kqa_no_row(\result);
  @*/
KQA_API struct kqa_parameter kqa_parameter_at(size_t place);

/** A row of the register by name. The name of a row is kqa_field_name() of its field.
 * @param name Text ended by a NUL.
 * @return The row; all zero when there is none of that name.
 * @since 0.1 */
/*@ requires name: kqa_text_within(name, 1099511627776);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures row: kqa_sound_row(\result) || kqa_no_row(\result);
  @*/
KQA_API struct kqa_parameter kqa_parameter_find(const char *name);

/** What a parameter or reading is called.
 * @param field    Its KQA_FIELD_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for any other field or language.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_parameter_label(int32_t field, int32_t language);

/** The word of a reading's value, such as `"strict"`.
 * @param field A reading's KQA_FIELD_ code.
 * @param code  Code of a value, from 0; 0 is the default.
 * @return A static ASCII text; empty beyond the last value and for any other field.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_reading_value(int32_t field, int32_t code);

/** What a reading's value means.
 * @param field    A reading's KQA_FIELD_ code.
 * @param code     Code of a value, from 0.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty beyond the last value, for any other field or language.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_reading_meaning(int32_t field, int32_t code, int32_t language);

/** Why the wording is open and why the default is what it is.
 * @param field    A reading's KQA_FIELD_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for any other field or language.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
KQA_API const char *kqa_reading_reason(int32_t field, int32_t language);

#ifdef __cplusplus
}
#endif

#endif
