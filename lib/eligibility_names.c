/* The names of requirements, as the round file spells them. */
#include "kqaward/eligibility.h"

#include "status_text.h"

#define NAME_SIZE 29

static const char names[KQA_REQUIREMENTS][NAME_SIZE] = {
  "registered_in_district",     "pays_tax_in_district",    "lawful_operation",
  "excellence_model",           "sound_management_system", "iso9001_certified",
  "quality_work_outstanding",   "performance_leading",     "innovation_leading",
  "integrity_and_service_good", "inspections_clean",       "no_major_accident",
  "no_major_complaint",         "other_requirements_met",  "application.self_evaluation",
  "application.form",           "application.evidence",    "operating_since",
  "application.recommended_by", "application.copies",      "application.received",
};

/* The requirements in the byte order of their names. */
static const int8_t by_name[KQA_REQUIREMENTS] = {
  KQA_REQUIREMENT_COPIES,
  KQA_FACT_EVIDENCE,
  KQA_FACT_FORM,
  KQA_REQUIREMENT_RECEIVED,
  KQA_REQUIREMENT_RECOMMENDED_BY,
  KQA_FACT_SELF_EVALUATION,
  KQA_FACT_EXCELLENCE_MODEL,
  KQA_FACT_INNOVATION_LEADING,
  KQA_FACT_INSPECTIONS_CLEAN,
  KQA_FACT_INTEGRITY_AND_SERVICE_GOOD,
  KQA_FACT_ISO9001_CERTIFIED,
  KQA_FACT_LAWFUL_OPERATION,
  KQA_FACT_NO_MAJOR_ACCIDENT,
  KQA_FACT_NO_MAJOR_COMPLAINT,
  KQA_REQUIREMENT_OPERATING_SINCE,
  KQA_FACT_OTHER_REQUIREMENTS_MET,
  KQA_FACT_PAYS_TAX_IN_DISTRICT,
  KQA_FACT_PERFORMANCE_LEADING,
  KQA_FACT_QUALITY_WORK_OUTSTANDING,
  KQA_FACT_REGISTERED_IN_DISTRICT,
  KQA_FACT_SOUND_MANAGEMENT_SYSTEM,
};

/*@ predicate is_requirement(integer code) =
  @   code == 0 || code == 1 || code == 2 || code == 3 || code == 4 || code == 5 || code == 6 ||
  @   code == 7 || code == 8 || code == 9 || code == 10 || code == 11 || code == 12 ||
  @   code == 13 || code == 14 || code == 15 || code == 16 || code == 17 || code == 18 ||
  @   code == 19 || code == 20;
  @*/

/* A row of the table as a text; the prover loses its end among the letters of the whole table. */
/*@ requires constant: \valid_read(row + (0 .. NAME_SIZE - 1)) && !\valid(row);
  @ requires ended: row[NAME_SIZE - 1] == 0;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *text_of(const char row[NAME_SIZE])
{
  return row;
}

/*@ requires requirement: 0 <= requirement < KQA_REQUIREMENTS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *name_at(int32_t requirement)
{
  /*@ assert cases: is_requirement(requirement); */
  /*@ assert ended0: requirement == 0 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended1: requirement == 1 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended2: requirement == 2 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended3: requirement == 3 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended4: requirement == 4 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended5: requirement == 5 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended6: requirement == 6 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended7: requirement == 7 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended8: requirement == 8 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended9: requirement == 9 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended10: requirement == 10 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended11: requirement == 11 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended12: requirement == 12 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended13: requirement == 13 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended14: requirement == 14 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended15: requirement == 15 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended16: requirement == 16 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended17: requirement == 17 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended18: requirement == 18 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended19: requirement == 19 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert ended20: requirement == 20 ==> names[requirement][NAME_SIZE - 1] == 0; */
  /*@ assert last: names[requirement][NAME_SIZE - 1] == 0; */
  return text_of(names[requirement]);
}

const char *kqa_requirement_name(int32_t requirement)
{
  return requirement >= 0 && requirement < KQA_REQUIREMENTS ? name_at(requirement) : "";
}

int32_t kqa_requirement_find(const char *name)
{
  /*@ loop invariant place: 0 <= requirement <= KQA_REQUIREMENTS;
    @ loop assigns requirement;
    @ loop variant KQA_REQUIREMENTS - requirement;
    @*/
  for (int32_t requirement = 0; requirement < KQA_REQUIREMENTS; requirement++)
    if (kqa_text_equal(kqa_requirement_name(requirement), name))
      return requirement;
  return -1;
}

/*@ requires place: 0 <= place < KQA_REQUIREMENTS;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures requirement: 0 <= \result < KQA_REQUIREMENTS;
  @*/
static int32_t in_name_order(int32_t place)
{
  /*@ assert cases: is_requirement(place); */
  /*@ assert requirement: 0 <= by_name[place] < KQA_REQUIREMENTS; */
  return by_name[place];
}

int32_t kqa_missing_at(uint32_t missing, int32_t place)
{
  int32_t seen = 0;

  /*@ loop invariant place: 0 <= i <= KQA_REQUIREMENTS && 0 <= seen <= i;
    @ loop assigns i, seen;
    @ loop variant KQA_REQUIREMENTS - i;
    @*/
  for (int32_t i = 0; i < KQA_REQUIREMENTS; i++) {
    int32_t requirement = in_name_order(i);

    if ((missing >> (uint32_t)requirement & 1u) != 0 && seen++ == place)
      return requirement;
  }
  return -1;
}
