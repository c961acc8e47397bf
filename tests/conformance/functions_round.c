/* The room round. */
#include "call.h"
#include "columns.h"
#include "round_answer.h"

void round_answer_fault(struct answer *answer, const struct round_fault *fault)
{
  answer_open(answer, "error", '{');
  answer_text(answer, "status", kqa_status_name(fault->fault.status));
  answer_text(answer, "path", fault->path);
  answer_close(answer, '}');
}

static void answer_missing(struct answer *answer, uint32_t missing)
{
  answer_open(answer, "missing", '[');
  for (int32_t place = 0; kqa_missing_at(missing, place) >= 0; place++)
    answer_text(answer, NULL, kqa_requirement_name(kqa_missing_at(missing, place)));
  answer_close(answer, ']');
}

static void answer_readings(struct answer *answer, const char *key, uint32_t readings)
{
  answer_open(answer, key, '[');
  for (size_t place = 0; place < kqa_parameter_count(); place++) {
    int32_t field = kqa_parameter_at(place).field;

    if ((readings & kqa_reading_bit(field)) != 0)
      answer_text(answer, NULL, kqa_field_name(field));
  }
  answer_close(answer, ']');
}

static void answer_round_findings(struct answer *answer, const struct round_file *file,
                                  const struct round_result *result, int32_t place)
{
  struct kqa_finding findings[KQA_ROUND_FINDINGS];
  struct kqa_number count =
    kqa_round_findings(&file->edition, &file->round, &result->summary, result->outcomes, place,
                       findings, KQA_ROUND_FINDINGS);

  if (!answer_fault(answer, count.fault))
    answer_findings(answer, findings, (int32_t)count.value);
}

static void answer_outcome(struct answer *answer, const struct kqa_outcome *outcome)
{
  answer_text(answer, "outcome", kqa_outcome_name(outcome->outcome));
  if (outcome->rank == 0)
    answer_null(answer, "rank");
  else
    answer_number(answer, "rank", outcome->rank);
  answer_ratio(answer, "total", outcome->total);
  answer_word(answer, "award", kqa_award_name(outcome->award));
  answer_truth(answer, "off_quota", outcome->off_quota == 1);
  answer_number(answer, "prize", outcome->prize);
  answer_missing(answer, outcome->missing);
  if (outcome->eligible == KQA_VERDICT_NOT_APPLICABLE)
    answer_null(answer, "eligible");
  else
    answer_text(answer, "eligible", kqa_verdict_name(outcome->eligible));
  answer_readings(answer, "outcome_depends_on", outcome->outcome_readings);
  answer_readings(answer, "prize_depends_on", outcome->prize_readings);
}

static void answer_organizations(struct answer *answer, const struct round_file *file,
                                 const struct round_result *result, enum round_form form)
{
  answer_open(answer, "organizations", form == ROUND_BY_ID ? '{' : '[');
  for (int32_t place = 0; place < file->round.organization_count; place++) {
    answer_open(answer, form == ROUND_BY_ID ? file->ids[place] : NULL, '{');
    answer_text(answer, "id", file->ids[place]);
    answer_outcome(answer, &result->outcomes[place]);
    if (form == ROUND_BY_ID)
      answer_round_findings(answer, file, result, place);
    answer_close(answer, '}');
  }
  answer_close(answer, form == ROUND_BY_ID ? '}' : ']');
}

static void answer_seats(struct answer *answer, const char *key, struct kqa_seats seats)
{
  answer_open(answer, key, '{');
  answer_number(answer, "quota", seats.quota);
  answer_number(answer, "taken", seats.taken);
  answer_number(answer, "off_quota", seats.off_quota);
  answer_close(answer, '}');
}

static void answer_summary(struct answer *answer, const struct kqa_round_summary *summary)
{
  static const struct word states[] = {{"not_held", KQA_VOTE_NOT_HELD},
                                       {"void", KQA_VOTE_VOID},
                                       {"counted", KQA_VOTE_COUNTED},
                                       {"waits", KQA_VOTE_WAITS},
                                       {"", 0}};

  answer_text(answer, "quality_vote", word_text(states, summary->quality_vote));
  answer_text(answer, "nomination_vote", word_text(states, summary->nomination_vote));
  answer_number(answer, "candidates", summary->candidates);
  answer_number(answer, "quality_tied", summary->quality_tied);
  answer_number(answer, "nomination_tied", summary->nomination_tied);
  answer_open(answer, "seats", '{');
  answer_seats(answer, "quality", summary->quality);
  answer_seats(answer, "nomination", summary->nomination);
  answer_close(answer, '}');
  answer_number(answer, "prize_total", summary->prize_total);
}

static void answer_result(struct answer *answer, const struct round_file *file,
                          const struct round_result *result, enum round_form form)
{
  answer_number(answer, "year", file->round.year);
  answer_text(answer, "ordinance", file->edition.id);
  answer_organizations(answer, file, result, form);
  answer_summary(answer, &result->summary);
}

/* Where columns decide otherwise, their difference is the answer. */
void round_answer(struct answer *answer, const struct json_value *root, enum round_form form)
{
  struct round_file file;
  struct round_result result;
  struct round_fault fault;
  const char *difference;

  if (!round_file_read(root, &file, &fault)) {
    round_answer_fault(answer, &fault);
    return;
  }
  if (round_file_decide(&file, &result, &fault)) {
    difference = round_in_columns(&file.edition, &file.round, result.outcomes);
    if (difference == NULL)
      answer_result(answer, &file, &result, form);
    else
      answer_text(answer, "columns", difference);
    round_result_free(&result);
  } else {
    round_answer_fault(answer, &fault);
  }
  round_file_free(&file);
}

static void round_decide(struct call *call)
{
  round_answer(call->answer, call->input, ROUND_BY_ID);
}

/* The keys of a round are the round file's own affair. */
const struct function round_functions[] = {
  {"round_decide", round_decide, NULL},
  {NULL, NULL, NULL},
};
