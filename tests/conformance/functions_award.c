/* The rooms ballot, allocation and prize. */
#include "call.h"
#include "columns.h"

static const struct word convener_words[] = {
  {"chair", KQA_CONVENER_CHAIR},
  {"delegated_vice_chair", KQA_CONVENER_DELEGATED_VICE_CHAIR},
  {"other", KQA_CONVENER_OTHER},
  {"", 0}};

static void vote_validity(struct call *call)
{
  int32_t members = get_number(call, call->input, "members");
  int32_t convened_by = get_word(call, call->input, "convened_by", convener_words, 0);
  struct kqa_decision decision = kqa_vote_validity(&call->edition, members, convened_by,
                                                   get_number(call, call->input, "present"));

  answer_decision(call->answer, &decision);
}

static void ballot_decide(struct call *call)
{
  struct kqa_ballot ballot = {
    .members = get_number(call, call->input, "members"),
    .convened_by = get_word(call, call->input, "convened_by", convener_words, 0),
    .present = get_number(call, call->input, "present"),
    .yes = get_number(call, call->input, "yes"),
  };
  struct kqa_decision decision = kqa_ballot_decide(&call->edition, &ballot);

  call_columns(call, ballot_in_columns(&call->edition, &ballot, &decision));
  answer_decision(call->answer, &decision);
}

/* -1, for "not even all of them", is written as null. */
static void answer_least(struct call *call, struct kqa_number least)
{
  if (least.fault.status == KQA_OK && least.value == -1)
    answer_null(call->answer, "value");
  else
    answer_kqa_number(call->answer, least);
}

static void least_present(struct call *call)
{
  answer_least(call, kqa_least_present(&call->edition, get_number(call, call->input, "members")));
}

static void least_yes(struct call *call)
{
  answer_least(call, kqa_least_yes(&call->edition, get_number(call, call->input, "present")));
}

static size_t get_candidates(struct call *call, struct kqa_candidate candidates[CALL_MAX_LIST])
{
  size_t count;
  const struct json_value *item = get_list(call, call->input, "candidates", &count);

  for (size_t i = 0; i < count; i++) {
    call_keys(call, item, "stands former_winner yes runoff");
    candidates[i] = (struct kqa_candidate){
      .stands = get_flag(call, item, "stands", 1),
      .former_winner = get_flag(call, item, "former_winner", 0),
      .yes = get_number_or(call, item, "yes", 0),
      .runoff = get_number_or(call, item, "runoff", 0),
    };
    item = item->next;
  }
  return count;
}

static void allocate(struct call *call)
{
  static const struct word place_words[] = {{"none", KQA_PLACE_NONE},
                                            {"not_passed", KQA_PLACE_NOT_PASSED},
                                            {"seated", KQA_PLACE_SEATED},
                                            {"off_quota", KQA_PLACE_OFF_QUOTA},
                                            {"tied", KQA_PLACE_TIED},
                                            {"no_seat", KQA_PLACE_NO_SEAT},
                                            {"", 0}};
  struct kqa_candidate candidates[CALL_MAX_LIST];
  size_t count = get_candidates(call, candidates);
  int32_t award = get_word(call, call->input, "award", award_words, 0);
  struct kqa_allocation allocation = kqa_allocate(
    &call->edition, award, get_number(call, call->input, "present"), candidates, count);

  if (answer_fault(call->answer, allocation.fault))
    return;
  answer_open(call->answer, "places", '[');
  for (size_t i = 0; i < count; i++)
    answer_text(call->answer, NULL, word_text(place_words, candidates[i].place));
  answer_close(call->answer, ']');
  answer_number(call->answer, "quota", allocation.seats.quota);
  answer_number(call->answer, "taken", allocation.seats.taken);
  answer_number(call->answer, "off_quota", allocation.seats.off_quota);
  answer_number(call->answer, "tied", allocation.tied);
}

static void allocation_check(struct call *call)
{
  int32_t quality = get_number(call, call->input, "quality");
  struct kqa_decision decision =
    kqa_allocation_check(&call->edition, quality, get_number(call, call->input, "nomination"));

  answer_decision(call->answer, &decision);
}

static void special_nomination_check(struct call *call)
{
  struct kqa_ratio document = get_ratio(call, call->input, "document");
  struct kqa_decision decision =
    kqa_special_nomination_check(&call->edition, document, get_ratio(call, call->input, "site"));

  answer_decision(call->answer, &decision);
}

static size_t get_history(struct call *call, struct kqa_past_award history[CALL_MAX_LIST])
{
  size_t count;
  const struct json_value *item = get_list(call, call->input, "history", &count);

  for (size_t i = 0; i < count; i++) {
    call_keys(call, item, "award year paid revoked");
    history[i] = (struct kqa_past_award){
      .award = get_word(call, item, "award", award_words, 0),
      .year = get_number(call, item, "year"),
      .paid = get_long(call, item, "paid"),
      .revoked = get_flag(call, item, "revoked", 0),
    };
    item = item->next;
  }
  return count;
}

static void prize_decide(struct call *call)
{
  struct kqa_past_award history[CALL_MAX_LIST];
  size_t count = get_history(call, history);
  int32_t award = get_word(call, call->input, "award", award_words, 0);
  struct kqa_prize prize = kqa_prize_decide(&call->edition, award, history, count);

  if (answer_fault(call->answer, prize.fault))
    return;
  call_columns(call, prize_in_columns(&call->edition, award, history, count, prize.amount));
  answer_number(call->answer, "amount", prize.amount);
  answer_findings(call->answer, prize.findings, prize.count);
}

static void prize_payable(struct call *call)
{
  struct kqa_past_award history[CALL_MAX_LIST];
  size_t count = get_history(call, history);

  answer_kqa_number(call->answer, kqa_prize_payable(&call->edition, history, count));
}

static void is_former_winner(struct call *call)
{
  struct kqa_past_award history[CALL_MAX_LIST];
  size_t count = get_history(call, history);

  answer_kqa_truth(call->answer, kqa_is_former_winner(history, count));
}

static void outlay_bound(struct call *call)
{
  int32_t quality = get_number(call, call->input, "off_quota_quality");

  answer_kqa_number(call->answer,
                    kqa_outlay_bound(&call->edition, quality,
                                     get_number(call, call->input, "off_quota_nomination")));
}

const struct function award_functions[] = {
  {"vote_validity", vote_validity, "members convened_by present"},
  {"ballot_decide", ballot_decide, "members convened_by present yes"},
  {"least_present", least_present, "members"},
  {"least_yes", least_yes, "present"},
  {"allocate", allocate, "award present candidates"},
  {"allocation_check", allocation_check, "quality nomination"},
  {"special_nomination_check", special_nomination_check, "document site"},
  {"prize_decide", prize_decide, "award history"},
  {"prize_payable", prize_payable, "history"},
  {"is_former_winner", is_former_winner, "history"},
  {"outlay_bound", outlay_bound, "off_quota_quality off_quota_nomination"},
  {NULL, NULL, NULL},
};
