"""Editions and days (Art. 17, 29, 32)."""

from __future__ import annotations

from .. import afterwards, dates
from ..editions import edition as editions
from ..register import parameters, readings
from ._decision import DECISION, Get, add, need, one, own_calendar
from ._expect import DAY, NUMBER, TEXT, TRUTH, Kind

add(
    "in_force",
    "date",
    lambda edition, given: afterwards.in_force(edition, need(given, "date")),
    DECISION,
    "verdict",
)
add(
    "edition_on",
    "date",
    lambda edition, given: editions.on(need(given, "date")).id,
    one("id", TEXT),
    "id",
)


def _value_of(name: str) -> Get:
    return lambda edition: edition[name]


add(
    "edition",
    "",
    lambda edition, given: edition,
    {
        "id": (TEXT, lambda answer: answer.id),
        "in_force_from": (DAY, lambda answer: answer.in_force_from),
        "in_force_to": (DAY, lambda answer: answer.in_force_to),
        **{row.name: (NUMBER, _value_of(row.name)) for row in parameters()},
        **{row.name: (Kind("words", row.values), _value_of(row.name)) for row in readings()},
    },
)
add(
    "is_working_day",
    "date calendar",
    lambda edition, given: dates.is_working_day(need(given, "date"), own_calendar(given)),
    one("working_day", TRUTH),
    "working_day",
)
add(
    "add_working_days",
    "date days calendar",
    lambda edition, given: dates.add_working_days(
        need(given, "date"), need(given, "days"), own_calendar(given)
    ),
    one("date", DAY),
    "date",
)
add(
    "roll_forward",
    "date calendar",
    lambda edition, given: dates.roll_forward(need(given, "date"), own_calendar(given)),
    one("date", DAY),
    "date",
)
add(
    "count_working_days",
    "first last calendar",
    lambda edition, given: dates.count_working_days(
        need(given, "first"), need(given, "last"), own_calendar(given)
    ),
    one("days", NUMBER),
    "days",
)
add(
    "add_years",
    "date years",
    lambda edition, given: dates.add_years(need(given, "date"), need(given, "years")),
    one("date", DAY),
    "date",
)
add(
    "add_days",
    "date days",
    lambda edition, given: dates.add_days(need(given, "date"), need(given, "days")),
    one("date", DAY),
    "date",
)
add(
    "weekday",
    "date",
    lambda edition, given: dates.weekday(need(given, "date")),
    one("weekday", NUMBER),
    "weekday",
)
add(
    "round_gbt8170",
    "value decimals",
    lambda edition, given: dates.round_gbt8170(need(given, "value"), need(given, "decimals")),
    one("value", NUMBER),
    "value",
)
