"""The stages of a year (Art. 13 to 23), and what follows an award (Art. 26, 28, 29, 30)."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Mapping
from typing import Any

from . import _native
from ._values import Day, Truth, Value, code_of, refuse, truth_code, truths
from .dates import Calendar, own
from .editions import Edition, raw
from .enums import (
    _STAGES,
    _VERDICTS,
    AccidentGrade,
    EventKind,
    InspectionLevel,
    Measure,
    Stage,
    Verdict,
)
from .findings import Decision, Finding, _WithFindings

TITLE_FACTS = ("year_stated", "on_products")


class Report(Value):
    """Whether, until when, and whether in time an event was to be reported (Art. 29)."""

    __slots__ = ()
    __match_args__ = ("arises", "due", "finding")

    @property
    def arises(self) -> bool:
        """Whether there is a duty to report."""
        return bool(self._raw[0])

    @property
    def due(self) -> _dt.date | None:
        """Last day; None where no duty arises."""
        return self._raw[1]  # type: ignore[no-any-return]

    @property
    def finding(self) -> Finding:
        """The item of Art. 29; unknown while the report may still come in time."""
        return Finding(self._raw[2])


def report_duty(
    edition: Edition,
    kind: EventKind | str,
    date: Day,
    *,
    grade: AccidentGrade | InspectionLevel | str | None = None,
    reported: Day | None = None,
    as_of: Day | None = None,
    calendar: Calendar | None = None,
) -> Report:
    """The duty to report an event in writing (Art. 29). ``as_of`` defaults to the day reported, or
    to the day of the event."""
    code = code_of(EventKind, kind, "event.kind")
    grade_code = 0
    if grade is not None:
        words = AccidentGrade if kind == EventKind.ACCIDENT else InspectionLevel
        grade_code = code_of(words, grade, "event.grade")
    day = as_of if as_of is not None else reported if reported is not None else date
    return Report(
        _native.report_duty(raw(edition), (code, grade_code, date), reported, day, own(calendar))
    )


def title_use(facts: Mapping[str, Truth]) -> Decision:
    """Whether a use of the title is allowed (Art. 28); the facts are TITLE_FACTS."""
    return Decision(_native.title_use_check(truths(TITLE_FACTS, facts, "title_use")))


def title_measures(verdict: Verdict | str) -> Measure:
    """Measures after a use of the title (Art. 28)."""
    return Measure(_native.title_measures(code_of(Verdict, verdict, "title_use")))


def fraud_measures() -> Measure:
    """What follows when an award was obtained by fraud (Art. 26)."""
    return Measure(_native.fraud_measures())


def serious_problem_measures(event: Truth, problem: Truth = None, revoked: Truth = None) -> Measure:
    """What follows an event of Art. 29 or another serious problem (Art. 30)."""
    return Measure(
        _native.serious_problem_measures(
            truth_code(event, "event"),
            truth_code(problem, "problem"),
            truth_code(revoked, "revoked"),
        )
    )


class Progress(_WithFindings):
    """Where a year's procedure stands."""

    __slots__ = ()
    __match_args__ = ("verdict", "next_stage", "site_report_due", "findings")

    @property
    def verdict(self) -> Verdict:
        """Not met when something is late or out of order, else unknown while something is still to
        come, else met."""
        return _VERDICTS[self._raw[0]]

    @property
    def next_stage(self) -> Stage | None:
        """First stage not done; None when all are."""
        return _STAGES[self._raw[1]]

    @property
    def site_report_due(self) -> _dt.date | None:
        """Last day for the site review report; None before the site review is done."""
        return self._raw[2]  # type: ignore[no-any-return]


def procedure(
    edition: Edition,
    done: Mapping[str, Day | None],
    as_of: Day,
    *,
    site_report: Day | None = None,
    calendar: Calendar | None = None,
) -> Progress:
    """Checks the order of the stages and the time of the site review report. ``done`` maps a
    stage's word to the day on which it was finished."""
    if not isinstance(done, Mapping):
        refuse("type", "procedure.done")
    days: list[Any] = [None] * len(Stage)
    for word, day in done.items():
        days[code_of(Stage, word, "stage") - 1] = day
    answer = _native.procedure_check(raw(edition), (tuple(days), site_report), as_of, own(calendar))
    return Progress(answer)


def site_report_due(
    edition: Edition, site_review_end: Day, calendar: Calendar | None = None
) -> _dt.date:
    """Last day for the site review report (Art. 17)."""
    return _native.site_report_due(raw(edition), site_review_end, own(calendar))


def in_force(edition: Edition, date: Day) -> Decision:
    """Whether an edition is in force on a day (Art. 32)."""
    return Decision(_native.in_force_check(raw(edition), date))
