"""Civil dates, working days and exact numbers."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from . import _native
from ._errors import KqaError
from ._values import Day, Score, Value, code_of, exact, refuse, rows
from .enums import DayKind


def add_years(date: Day, years: int) -> _dt.date:
    """Adds years, keeping month and day; 29 February becomes 28 February (Civil Code art. 202)."""
    return _native.date_add_years(date, years)


def add_days(date: Day, days: int) -> _dt.date:
    """Adds calendar days; the first day is not counted (Civil Code art. 201)."""
    return _native.date_add_days(date, days)


def weekday(date: Day) -> int:
    """Day of the week, 1 (Monday) to 7 (Sunday)."""
    return _native.date_weekday(date)


class Calendar(Value):
    """Years of working days of one's own, looked up before the built-in years 2020 to 2026.

    ``Calendar([2027])`` is a year of plain weeks, a built-in year starts as it is; ``off`` are its days off, ``work`` its working
    Saturdays and Sundays. The years of those days are added by themselves.
    """

    __slots__ = ()

    def __init__(
        self,
        years: Iterable[int] | bytes = (),
        off: Iterable[Day] = (),
        work: Iterable[Day] = (),
    ) -> None:
        if isinstance(years, bytes):
            super().__init__(_native.calendar_checked(years))
            return
        data = b""
        for year in rows(years, "years"):
            data = _native.calendar_with_year(data, year)
        for day in rows(off, "off"):
            data = _native.calendar_marked(data, day, DayKind.OFF.code)
        for day in rows(work, "work"):
            data = _native.calendar_marked(data, day, DayKind.WORKING.code)
        super().__init__(data)

    def mark(self, date: Day, kind: DayKind | str) -> Calendar:
        """A copy in which the notice says this of one day."""
        return Calendar(_native.calendar_marked(self._raw, date, code_of(DayKind, kind, "kind")))

    @property
    def years(self) -> tuple[int, ...]:
        """The years it holds."""
        return _native.calendar_years(self._raw)

    def __repr__(self) -> str:
        return f"<Calendar {', '.join(map(str, self.years))}>"

    def to_dict(self) -> dict[str, Any]:
        """The years."""
        return {"years": list(self.years)}


def own(calendar: Calendar | None) -> bytes:
    """The plain bytes of a calendar."""
    if calendar is None:
        return b""
    if not isinstance(calendar, Calendar):
        refuse("type", "calendar")
    data: bytes = calendar._raw
    return data


def is_working_day(date: Day, calendar: Calendar | None = None) -> bool:
    """Whether a day is a working day by the State Council's notices."""
    return _native.calendar_is_working(date, own(calendar)) == 1


def add_working_days(date: Day, days: int, calendar: Calendar | None = None) -> _dt.date:
    """The nth working day after a day, the day itself not counted."""
    return _native.calendar_add_working_days(date, days, own(calendar))


def roll_forward(date: Day, calendar: Calendar | None = None) -> _dt.date:
    """The first working day on or after a day (Civil Code art. 203)."""
    return _native.calendar_roll_forward(date, own(calendar))


def count_working_days(first: Day, last: Day, calendar: Calendar | None = None) -> int:
    """How many working days lie from a first to a last day, both counted."""
    return _native.calendar_count_working_days(first, last, own(calendar))


def round_gbt8170(value: Score, decimals: int) -> Fraction:
    """Rounds once by GB/T 8170: to the nearest, a tie to the even digit."""
    return exact(_native.ratio_round(value, decimals))


def format_score(value: Score, decimals: int = 2) -> str:
    """A number rounded by GB/T 8170 for display, with 0 to 3 decimals. What is shown is not what is
    compared."""
    text: str = _native.ratio_format_rounded(value, decimals)
    if not text:
        raise KqaError(
            "decimals: the number is out of range; expected 0 to 3 for a value below 10^15.",
            "range",
            "decimals",
            "decimals：数值超出允许范围；应为0至3，且数值小于10的15次方。",
        )
    return text
