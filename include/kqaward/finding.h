/** @file finding.h
 * Findings: what a decision rests on. Plain numbers; text is built only when asked for.
 */
#ifndef KQAWARD_FINDING_H
#define KQAWARD_FINDING_H

#include "kqaward/provision.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Three-valued facts. @since 0.1 */
enum kqa_truth {
  KQA_UNKNOWN = 0, /**< Not known; never the same as false. */
  KQA_TRUE = 1,    /**< Known to hold. */
  KQA_FALSE = 2    /**< Known not to hold. */
};

/** Verdicts on a provision and on a whole decision. @since 0.1 */
enum kqa_verdict {
  KQA_VERDICT_UNKNOWN = 0,       /**< A fact that matters is missing. */
  KQA_VERDICT_MET = 1,           /**< The provision is satisfied. */
  KQA_VERDICT_NOT_MET = 2,       /**< The provision is not satisfied. */
  KQA_VERDICT_NOT_APPLICABLE = 3 /**< The provision does not concern this case. */
};

/*@ logic integer kqa_fold(integer so_far, integer next) =
  @   next == KQA_VERDICT_NOT_APPLICABLE || so_far == KQA_VERDICT_NOT_MET
  @     ? so_far
  @     : (next == KQA_VERDICT_MET ? so_far : next);
  @*/

/** How the observed value must stand to the required one. @since 0.1 */
enum kqa_relation {
  KQA_RELATION_NONE = 0,      /**< Nothing is compared. */
  KQA_RELATION_EQUAL = 1,     /**< Equal. */
  KQA_RELATION_AT_LEAST = 2,  /**< Equal or greater. */
  KQA_RELATION_MORE_THAN = 3, /**< Greater. */
  KQA_RELATION_AT_MOST = 4,   /**< Equal or less; of days: on or before. */
  KQA_RELATION_LESS_THAN = 5  /**< Less; of days: before. */
};

/** One finding. @since 0.1 */
struct kqa_finding {
  int32_t provision;         /**< A KQA_PROVISION_ code. */
  int32_t verdict;           /**< A KQA_VERDICT_ code. */
  int32_t unit;              /**< A KQA_UNIT_ code, of both values. */
  int32_t relation;          /**< A KQA_RELATION_ code. */
  struct kqa_ratio observed; /**< What is, any number of that unit; denominator 0 when not known or
                                nothing to show. */
  struct kqa_ratio required; /**< What must be, any number of that unit; denominator 0 when nothing
                                is to be shown. */
};

/** Most findings of a small decision. @since 0.1 */
#define KQA_DECISION_FINDINGS 8

/** A decision with its findings. The verdict is not met when one finding is not met, else unknown
 * when one is unknown, else met. @since 0.1 */
struct kqa_decision {
  struct kqa_fault fault; /**< Status and field. */
  int32_t verdict;        /**< A KQA_VERDICT_ code; KQA_VERDICT_UNKNOWN on a fault. */
  int32_t count;          /**< How many findings there are, 0 to KQA_DECISION_FINDINGS. */
  struct kqa_finding findings[KQA_DECISION_FINDINGS]; /**< The findings; zero beyond count. */
};

/** A verdict's permanent name in data: `met`, `not_met`, `unknown`, `not_applicable`.
 * @param verdict A KQA_VERDICT_ code.
 * @return A static ASCII text; empty for a code that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @ ensures none: verdict < 0 || verdict > KQA_VERDICT_NOT_APPLICABLE ==> \result[0] == 0;
  @*/
KQA_API const char *kqa_verdict_name(int32_t verdict);

/** A verdict's name for people.
 * @param verdict  A KQA_VERDICT_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @ ensures none: verdict < 0 || verdict > KQA_VERDICT_NOT_APPLICABLE ||
  @   (language != KQA_LANGUAGE_ZH && language != KQA_LANGUAGE_EN) ==> \result[0] == 0;
  @*/
KQA_API const char *kqa_verdict_text(int32_t verdict, int32_t language);

/** Name of a unit for people, such as `分` or `points`; empty where a unit has none to show.
 * @param unit     A KQA_UNIT_ code.
 * @param language A KQA_LANGUAGE_ code.
 * @return A static UTF-8 text; empty for a code or language that does not exist.
 * @since 0.1 */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @ ensures none: unit < 0 || unit > 14 ||
  @   (language != KQA_LANGUAGE_ZH && language != KQA_LANGUAGE_EN) ==> \result[0] == 0;
  @ ensures shown: \result[0] != 0 ==> 0 <= unit <= 14;
  @*/
KQA_API const char *kqa_unit_text(int32_t unit, int32_t language);

/** Writes the observed value the same in every language: `true`, `2021-05-06`, `3057/5`; `unknown`
 * where a fact is missing, `none` where there is nothing to observe.
 * @param finding  The finding.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 48 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires finding: \valid_read(finding);
  @ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==>
  @   \exists integer end; 0 <= end < capacity && buffer[end] == 0;
  @*/
KQA_API size_t kqa_finding_observed(const struct kqa_finding *finding, char *buffer,
                                    size_t capacity);

/** Writes the required value with its relation: `true`, `>= 600`, `<= 2026-06-30`; empty when
 * nothing is required.
 * @param finding  The finding.
 * @param buffer   Receives ASCII text, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 48 suffice.
 * @return Bytes needed, the NUL not counted.
 * @since 0.1 */
/*@ requires finding: \valid_read(finding);
  @ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==>
  @   \exists integer end; 0 <= end < capacity && buffer[end] == 0;
  @ ensures none: \old(finding->required.den) == 0 ==> \result == 0;
  @*/
KQA_API size_t kqa_finding_required(const struct kqa_finding *finding, char *buffer,
                                    size_t capacity);

/** Writes one sentence fit for a notice: what is wrong or right, the values, the citation.
 * @param finding  The finding.
 * @param language A KQA_LANGUAGE_ code.
 * @param buffer   Receives UTF-8 text without a full stop, always ended by a NUL when capacity > 0.
 * @param capacity Bytes in buffer; 512 suffice.
 * @return Bytes needed, the NUL not counted; 0 for a provision or language that does not exist.
 * @since 0.1 */
/*@ requires finding: \valid_read(finding);
  @ requires buffer: capacity > 0 ==> \valid(buffer + (0 .. capacity - 1));
  @ terminates \true;
  @ assigns buffer[0 .. capacity - 1];
  @ ensures ended: capacity > 0 ==>
  @   \exists integer end; 0 <= end < capacity && buffer[end] == 0;
  @ ensures none: \old(finding->provision) == 0 ||
  @   \old(finding->verdict) < 0 || \old(finding->verdict) > KQA_VERDICT_NOT_APPLICABLE ||
  @   (language != KQA_LANGUAGE_ZH && language != KQA_LANGUAGE_EN) ==> \result == 0;
  @*/
KQA_API size_t kqa_finding_text(const struct kqa_finding *finding, int32_t language, char *buffer,
                                size_t capacity);

/** Whether an edition is in force on a day.
 * @article 32
 * @param edition The edition.
 * @param date    A valid date.
 * @return One finding; the faults of kqa_edition_check(), KQA_E_NO_SUCH_DAY with KQA_FIELD_DATE.
 * @since 0.1 */
/*@ requires edition: \valid_read(edition);
  @ terminates \true;
  @ assigns \nothing;
  @ ensures refused: !kqa_sound_edition(edition) || !kqa_valid_date(date) ==>
  @   \result.fault.status != KQA_OK;
  @ ensures unknown: \result.fault.status != KQA_OK ==>
  @   \result.verdict == KQA_VERDICT_UNKNOWN && \result.count == 0;
  @ ensures art32_in_force: \result.fault.status == KQA_OK ==>
  @   (\result.verdict == KQA_VERDICT_MET <==> !kqa_earlier(date, edition->in_force_from) &&
  @     (kqa_no_date(edition->in_force_to) || !kqa_earlier(edition->in_force_to, date)));
  @ ensures art32_decided: \result.fault.status == KQA_OK ==>
  @   \result.verdict == KQA_VERDICT_MET || \result.verdict == KQA_VERDICT_NOT_MET;
  @ ensures art32_finding: \result.fault.status == KQA_OK ==> \result.count == 1 &&
  @   \result.findings[0].provision == KQA_PROVISION_IN_FORCE &&
  @   \result.findings[0].verdict == \result.verdict &&
  @   \result.findings[0].observed.num == kqa_key(date);
  @*/
KQA_API struct kqa_decision kqa_in_force_check(const struct kqa_edition *edition,
                                               struct kqa_date date);

#ifdef __cplusplus
}
#endif

#endif
