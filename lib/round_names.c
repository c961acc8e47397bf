/* The names of outcomes and awards. */
#include "kqaward/round.h"

#include "status_text.h"

const char *kqa_outcome_name(int32_t outcome)
{
  static const char names[10][13] = {
    "ineligible", "undetermined", "pending",     "not_invited", "below_floor",
    "vote_void",  "tied",         "not_elected", "nomination",  "quality",
  };

  if (outcome < KQA_OUTCOME_INELIGIBLE || outcome > KQA_OUTCOME_QUALITY)
    return "";
  return names[outcome - KQA_OUTCOME_INELIGIBLE];
}

/*@ requires outcome: KQA_OUTCOME_INELIGIBLE <= outcome <= KQA_OUTCOME_QUALITY;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
static const char *outcome_zh(int32_t outcome)
{
  static const char texts[10][28] = {
    "未通过资格审查", "资格待定", "待评",   "未进入现场评审", "未达最低分",
    "表决无效",       "票数并列", "未入选", "提名奖",         "质量奖",
  };

  return texts[outcome - KQA_OUTCOME_INELIGIBLE];
}

/*@ requires outcome: KQA_OUTCOME_INELIGIBLE <= outcome <= KQA_OUTCOME_QUALITY;
  @ terminates \true;
  @ assigns \nothing;
  @ ensures text: kqa_constant(\result);
  @*/
static const char *outcome_en(int32_t outcome)
{
  static const char texts[10][27] = {
    "failed qualification",
    "qualification undetermined",
    "pending",
    "not invited to site review",
    "below a score floor",
    "vote void",
    "tied",
    "not elected",
    "nomination award",
    "quality award",
  };

  return texts[outcome - KQA_OUTCOME_INELIGIBLE];
}

const char *kqa_outcome_text(int32_t outcome, int32_t language)
{
  if (outcome < KQA_OUTCOME_INELIGIBLE || outcome > KQA_OUTCOME_QUALITY)
    return "";
  return in_language(language, outcome_zh(outcome), outcome_en(outcome));
}

const char *kqa_award_name(int32_t award)
{
  if (award == KQA_AWARD_QUALITY)
    return "quality";
  return award == KQA_AWARD_NOMINATION ? "nomination" : "";
}

const char *kqa_award_text(int32_t award, int32_t language)
{
  if (award == KQA_AWARD_QUALITY)
    return in_language(language, "质量奖", "quality award");
  if (award == KQA_AWARD_NOMINATION)
    return in_language(language, "提名奖", "nomination award");
  return "";
}
