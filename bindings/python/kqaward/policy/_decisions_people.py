"""Decisions on who may apply (Art. 12, 14, 15, 26, 30) and who reviews (Art. 7, 10, 11, 27)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import applying
from .._values import refuse
from ._decision import DECISION, MEASURES, add, need, one
from ._expect import DAY, NAMES

add(
    "eligibility",
    "deadline facts application incidents sanctions",
    lambda edition, given: applying.eligibility(
        edition,
        need(given, "deadline"),
        given.get("facts"),
        given.get("application"),
        given.get("incidents", ()),
        given.get("sanctions", ()),
    ),
    {**DECISION, "missing": (NAMES, lambda answer: frozenset(answer.missing))},
    "verdict",
)
add(
    "bar_last_day",
    "kind decided",
    lambda edition, given: applying.bar_last_day(
        edition, need(given, "kind"), need(given, "decided")
    ),
    one("date", DAY),
    "date",
)
add(
    "first_acceptance",
    "sanctions from",
    lambda edition, given: applying.first_acceptance(
        edition, given.get("sanctions", ()), need(given, "from")
    ),
    one("date", DAY),
    "date",
)
add(
    "assessor",
    " ".join((*applying.ASSESSOR_FACTS, "years")),
    lambda edition, given: applying.assessor(
        edition, {k: v for k, v in given.items() if k != "years"}, given.get("years")
    ),
    DECISION,
    "verdict",
)
add(
    "panel",
    "assessors leaders",
    lambda edition, given: applying.panel(
        edition, need(given, "assessors"), need(given, "leaders")
    ),
    DECISION,
    "verdict",
)


def _seats(filled: Any) -> list[Any]:
    """A fact for each seat, from a list or by the seats' names."""
    if not isinstance(filled, Mapping):
        return list(filled) if isinstance(filled, list) else [filled]
    seats = applying.committee_seats()
    for name in filled:
        if not any(name in (seat.zh, seat.en) for seat in seats):
            refuse("unknown_key", f"filled.{name}")
    return [filled.get(seat.zh, filled.get(seat.en)) for seat in seats]


add(
    "committee",
    "filled",
    lambda edition, given: applying.committee(_seats(need(given, "filled"))),
    DECISION,
    "verdict",
)
add(
    "conduct",
    " ".join(applying.CONDUCT_FACTS),
    lambda edition, given: applying.conduct(given),
    DECISION,
    "verdict",
)
add(
    "conduct_measures",
    "breached criminal",
    lambda edition, given: applying.conduct_measures(given.get("breached"), given.get("criminal")),
    MEASURES,
    "measures",
    "kqa_conduct_measures",
)
