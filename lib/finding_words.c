/* The words of findings: verdicts, units, relations. */
#include "finding_words.h"

#include "status_text.h"

/* The codes one by one, so that each row of a table is looked at. */
/*@ predicate is_verdict(integer code) = code == 0 || code == 1 || code == 2 || code == 3;
  @ predicate is_relation(integer code) =
  @   code == 0 || code == 1 || code == 2 || code == 3 || code == 4 || code == 5;
  @ predicate is_unit(integer code) =
  @   code == 0 || code == 1 || code == 2 || code == 3 || code == 4 || code == 5 || code == 6 ||
  @   code == 7 || code == 8 || code == 9 || code == 10 || code == 11 || code == 12 ||
  @   code == 13 || code == 14;
  @*/

const char *kqa_verdict_name(int32_t verdict)
{
  static const char names[4][15] = {"unknown", "met", "not_met", "not_applicable"};

  if (verdict < 0 || verdict > KQA_VERDICT_NOT_APPLICABLE)
    return "";
  /*@ assert cases: is_verdict(verdict); */
  /*@ assert names_ended: names[verdict][14] == 0; */
  return names[verdict];
}

const char *kqa_verdict_text(int32_t verdict, int32_t language)
{
  static const char zh[4][16] = {"尚不明确", "符合", "不符合", "不适用"};
  static const char en[4][15] = {"unknown", "met", "not met", "not applicable"};

  if (verdict < 0 || verdict > KQA_VERDICT_NOT_APPLICABLE)
    return "";
  /*@ assert cases: is_verdict(verdict); */
  /*@ assert zh_ended: zh[verdict][15] == 0; */
  /*@ assert en_ended: en[verdict][14] == 0; */
  return in_language(language, zh[verdict], en[verdict]);
}

/*@ requires unit: 0 <= unit <= 14;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *unit_zh(int32_t unit)
{
  static const char texts[15][13] = {"",   "",   "",   "分",       "%",  "",   "人", "人",
                                     "票", "年", "天", "个工作日", "份", "家", "元"};

  /*@ assert cases: is_unit(unit); */
  /*@ assert ended: texts[unit][12] == 0; */
  return texts[unit];
}

/*@ requires unit: 0 <= unit <= 14;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *unit_en(int32_t unit)
{
  static const char texts[15][14] = {"",        "",
                                     "",        "points",
                                     "%",       "",
                                     "persons", "members",
                                     "votes",   "years",
                                     "days",    "working days",
                                     "copies",  "organisations",
                                     "yuan"};

  /*@ assert cases: is_unit(unit); */
  /*@ assert ended: texts[unit][13] == 0; */
  return texts[unit];
}

const char *kqa_unit_of_one(int32_t unit)
{
  static const char texts[15][13] = {
    "",       "",     "",     "point", "%",           "",     "person",
    "member", "vote", "year", "day",   "working day", "copy", "organisation",
    "yuan"};

  /*@ assert cases: is_unit(unit); */
  /*@ assert ended: texts[unit][12] == 0; */
  return texts[unit];
}

const char *kqa_unit_text(int32_t unit, int32_t language)
{
  if (unit < 0 || unit > KQA_UNIT_YUAN)
    return "";
  return in_language(language, unit_zh(unit), unit_en(unit));
}

const char *kqa_relation_sign(int32_t relation)
{
  static const char signs[6][4] = {"", "", ">= ", "> ", "<= ", "< "};

  if (relation < 0 || relation > KQA_RELATION_LESS_THAN)
    return "";
  /*@ assert cases: is_relation(relation); */
  /*@ assert ended: signs[relation][3] == 0; */
  return signs[relation];
}

/* What the observed value of a provision is: plainly the value found, or a row of the words. */
/*@ terminates \true;
  @ assigns \nothing;
  @ ensures row: 0 <= \result <= 4;
  @*/
static int32_t word_of(int32_t provision)
{
  switch (provision) {
  case KQA_PROVISION_OPERATING_YEARS:
    return 1;
  case KQA_PROVISION_NO_FRAUD_BAR:
  case KQA_PROVISION_NO_REVOCATION_BAR:
    return 2;
  case KQA_PROVISION_INSPECTIONS_CLEAN:
  case KQA_PROVISION_NO_MAJOR_ACCIDENT:
  case KQA_PROVISION_NO_MAJOR_COMPLAINT:
    return 3;
  case KQA_PROVISION_PRIZE_UNDER_CAP:
    return 4;
  default:
    return 0;
  }
}

/*@ requires row: 0 <= row <= 4;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *observed_zh(int32_t row)
{
  static const char words[5][25] = {"实际", "年限届满之日为", "期限最后一日为", "最近一次发生于",
                                    "上限内尚可发放"};

  /*@ assert cases: row == 0 || row == 1 || row == 2 || row == 3 || row == 4; */
  /*@ assert ended: words[row][24] == 0; */
  return words[row];
}

/*@ requires row: 0 <= row <= 4;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *observed_en(int32_t row)
{
  static const char words[5][28] = {"observed ", "the years are complete on ",
                                    "the last day of the bar is ", "most recently on ",
                                    "payable under the cap are "};

  /*@ assert cases: row == 0 || row == 1 || row == 2 || row == 3 || row == 4; */
  /*@ assert ended: words[row][27] == 0; */
  return words[row];
}

const char *kqa_observed_word(int32_t provision, int32_t language)
{
  int32_t row = word_of(provision);

  return in_language(language, observed_zh(row), observed_en(row));
}

const char *kqa_required_word(int32_t provision, int32_t language)
{
  static const char zh[2][13] = {"，要求", "，足额须"};
  static const char en[2][24] = {", required ", ", the full prize needs "};
  int32_t row = provision == KQA_PROVISION_PRIZE_UNDER_CAP;

  /*@ assert cases: row == 0 || row == 1; */
  /*@ assert zh_ended: zh[row][12] == 0; */
  /*@ assert en_ended: en[row][23] == 0; */
  return in_language(language, zh[row], en[row]);
}

/*@ requires relation: 0 <= relation <= 5;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *number_zh(int32_t relation)
{
  static const char words[6][10] = {"", "", "不少于", "多于", "不多于", "少于"};

  /*@ assert cases: is_relation(relation); */
  /*@ assert ended: words[relation][9] == 0; */
  return words[relation];
}

/*@ requires relation: 0 <= relation <= 5;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *day_zh(int32_t relation)
{
  static const char words[6][10] = {"", "", "不早于", "晚于", "不晚于", "早于"};

  /*@ assert cases: is_relation(relation); */
  /*@ assert ended: words[relation][9] == 0; */
  return words[relation];
}

/*@ requires relation: 0 <= relation <= 5;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *number_en(int32_t relation)
{
  static const char words[6][14] = {"", "", "at least ", "more than ", "at most ", "less than "};

  /*@ assert cases: is_relation(relation); */
  /*@ assert ended: words[relation][13] == 0; */
  return words[relation];
}

/*@ requires relation: 0 <= relation <= 5;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant_text(\result);
  @*/
static const char *day_en(int32_t relation)
{
  static const char words[6][14] = {"", "", "not before ", "after ", "not after ", "before "};

  /*@ assert cases: is_relation(relation); */
  /*@ assert ended: words[relation][13] == 0; */
  return words[relation];
}

const char *kqa_relation_word(int32_t relation, bool is_day, int32_t language)
{
  if (relation < 0 || relation > KQA_RELATION_LESS_THAN)
    return "";
  return is_day ? in_language(language, day_zh(relation), day_en(relation))
                : in_language(language, number_zh(relation), number_en(relation));
}
