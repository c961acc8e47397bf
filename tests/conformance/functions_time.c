/* The rooms date, calendar and ratio. */
#include "call.h"

#include <string.h>

static void date_is_valid(struct call *call)
{
  answer_truth(call->answer, "value", kqa_date_is_valid(get_date(call, call->input, "date")));
}

static void date_compare(struct call *call)
{
  struct kqa_date a = get_date(call, call->input, "a");
  struct kqa_date b = get_date(call, call->input, "b");

  answer_number(call->answer, "value", kqa_date_compare(a, b));
}

static void date_day_number(struct call *call)
{
  answer_kqa_number(call->answer, kqa_date_day_number(get_date(call, call->input, "date")));
}

static void date_from_day_number(struct call *call)
{
  answer_kqa_day(call->answer, kqa_date_from_day_number(get_long(call, call->input, "number")));
}

static void date_weekday(struct call *call)
{
  answer_kqa_number(call->answer, kqa_date_weekday(get_date(call, call->input, "date")));
}

static void date_add_years(struct call *call)
{
  struct kqa_date date = get_date(call, call->input, "date");

  answer_kqa_day(call->answer, kqa_date_add_years(date, get_number(call, call->input, "years")));
}

static void date_add_days(struct call *call)
{
  struct kqa_date date = get_date(call, call->input, "date");

  answer_kqa_day(call->answer, kqa_date_add_days(date, get_number(call, call->input, "days")));
}

static void date_parse(struct call *call)
{
  const char *text = get_text(call, call->input, "text");

  answer_kqa_day(call->answer, kqa_date_parse(text, strlen(text)));
}

static void calendar_is_working(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  size_t count;

  if (get_calendar(call, own, &count))
    answer_kqa_truth(call->answer,
                     kqa_calendar_is_working(get_date(call, call->input, "date"), own, count));
}

static void calendar_add_working_days(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  struct kqa_date date = get_date(call, call->input, "date");
  int32_t days = get_number(call, call->input, "days");
  size_t count;

  if (get_calendar(call, own, &count))
    answer_kqa_day(call->answer, kqa_calendar_add_working_days(date, days, own, count));
}

static void calendar_roll_forward(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  size_t count;

  if (get_calendar(call, own, &count))
    answer_kqa_day(call->answer,
                   kqa_calendar_roll_forward(get_date(call, call->input, "date"), own, count));
}

static void calendar_count_working_days(struct call *call)
{
  struct kqa_calendar_year own[CALL_MAX_YEARS];
  struct kqa_date first = get_date(call, call->input, "first");
  struct kqa_date last = get_date(call, call->input, "last");
  size_t count;

  if (get_calendar(call, own, &count))
    answer_kqa_number(call->answer, kqa_calendar_count_working_days(first, last, own, count));
}

static void ratio_make(struct call *call)
{
  int64_t num = get_long(call, call->input, "num");

  answer_kqa_quantity(call->answer, kqa_ratio_make(num, get_long(call, call->input, "den")));
}

static void ratio_compare(struct call *call)
{
  struct kqa_ratio a = get_ratio(call, call->input, "a");
  struct kqa_ratio b = get_ratio(call, call->input, "b");

  answer_kqa_number(call->answer, kqa_ratio_compare(a, b));
}

static void ratio_round(struct call *call)
{
  struct kqa_ratio value = get_ratio(call, call->input, "value");
  int32_t decimals = get_number(call, call->input, "decimals");

  answer_kqa_quantity(call->answer, kqa_ratio_round(value, decimals));
}

static void ratio_parse(struct call *call)
{
  const char *text = get_text(call, call->input, "text");
  int64_t bound = KQA_SCORE_MAX_DENOMINATOR;

  if (json_member(call->input, "max_denominator") != NULL)
    bound = get_long(call, call->input, "max_denominator");
  answer_kqa_quantity(call->answer, kqa_ratio_parse(text, strlen(text), bound));
}

static void ratio_format_rounded(struct call *call)
{
  struct kqa_ratio value = get_ratio(call, call->input, "value");
  int32_t decimals = get_number(call, call->input, "decimals");
  char text[64];

  kqa_ratio_format_rounded(value, decimals, text, sizeof text);
  answer_text(call->answer, "text", text);
}

const struct function time_functions[] = {
  {"date_is_valid", date_is_valid, "date"},
  {"date_compare", date_compare, "a b"},
  {"date_day_number", date_day_number, "date"},
  {"date_from_day_number", date_from_day_number, "number"},
  {"date_weekday", date_weekday, "date"},
  {"date_add_years", date_add_years, "date years"},
  {"date_add_days", date_add_days, "date days"},
  {"date_parse", date_parse, "text"},
  {"calendar_is_working", calendar_is_working, "date calendar"},
  {"calendar_add_working_days", calendar_add_working_days, "date days calendar"},
  {"calendar_roll_forward", calendar_roll_forward, "date calendar"},
  {"calendar_count_working_days", calendar_count_working_days, "first last calendar"},
  {"ratio_make", ratio_make, "num den"},
  {"ratio_compare", ratio_compare, "a b"},
  {"ratio_round", ratio_round, "value decimals"},
  {"ratio_parse", ratio_parse, "text max_denominator"},
  {"ratio_format_rounded", ratio_format_rounded, "value decimals"},
  {NULL, NULL, NULL},
};
