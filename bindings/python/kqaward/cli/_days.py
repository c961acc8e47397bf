"""Deadlines and working days: due, workdays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from ..afterwards import Report, report_duty, site_report_due
from ..dates import add_working_days, count_working_days, is_working_day
from ..enums import AccidentGrade, EventKind, InspectionLevel
from ._inputs import chosen_edition, date, one_of, read_calendar, whole
from ._options import (
    AMEND,
    CALENDAR,
    DATE,
    EDITION,
    EXIT_CODE,
    JSON,
    LANG,
    READING,
    argument,
    option,
)
from ._solve import answer
from ._text import Say


@click.command("site-report", help="help.due.site_report")
@DATE
@EDITION
@AMEND
@CALENDAR
@JSON
@LANG
def site_report(
    day: str,
    edition: str,
    amend: Sequence[str],
    calendar: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """The last day for the site review report."""
    say, end = Say(lang), date(day, "DATE")
    chosen = chosen_edition(edition, amend, ())
    due = site_report_due(chosen, end, read_calendar(calendar))
    answer(
        say,
        as_json,
        {"site_review_end": end.isoformat(), "due": due.isoformat()},
        say("due.site_report", end=end, due=due),
    )


@click.command("report", help="help.due.report")
@DATE
@option("--kind", "KIND", "help.event", required=True)
@option("--grade", "GRADE", "help.grade")
@option("--reported", "DATE", "help.reported")
@option("--as-of", "DATE", "help.as_of")
@EDITION
@AMEND
@READING
@CALENDAR
@JSON
@LANG
def report(
    day: str,
    kind: str,
    grade: str | None,
    reported: str | None,
    as_of: str | None,
    edition: str,
    amend: Sequence[str],
    reading: Sequence[str],
    calendar: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """The duty to report an event."""
    say, event = Say(lang), date(day, "DATE")
    _check_event(kind, grade)
    answered = report_duty(
        chosen_edition(edition, amend, reading),
        kind,
        event,
        grade=grade,
        reported=None if reported is None else date(reported, "--reported"),
        as_of=None if as_of is None else date(as_of, "--as-of"),
        calendar=read_calendar(calendar),
    )
    sentence = say("sentence", text=answered.finding.text(say.lang))
    key = "due.report" if answered.arises else "due.report.none"
    answer(
        say,
        as_json,
        _report_json(answered),
        say(key, event=event, due=answered.due),
        *([f"  {sentence}"] if answered.arises else []),
    )


def _report_json(answered: Report) -> dict[str, Any]:
    return {
        "arises": answered.arises,
        "due": None if answered.due is None else answered.due.isoformat(),
        "verdict": answered.finding.verdict.value,
        "article": answered.finding.article,
        "item": answered.finding.item,
    }


def _check_event(kind: str, grade: str | None) -> None:
    one_of("--kind", kind, EventKind)
    if kind == EventKind.ACCIDENT:
        one_of("--grade", grade or "-", AccidentGrade)
    elif kind == EventKind.INSPECTION:
        one_of("--grade", grade or "-", InspectionLevel)


@click.command("is", help="help.workdays.is")
@DATE
@CALENDAR
@EXIT_CODE
@JSON
@LANG
def is_workday(
    day: str,
    calendar: str | None,
    exit_code: bool,
    as_json: bool,
    lang: str,
) -> None:
    """Whether a day is a working day."""
    say, asked = Say(lang), date(day, "DATE")
    works = is_working_day(asked, read_calendar(calendar))
    key = "workdays.is" if works else "workdays.is_not"
    answer(say, as_json, {"date": asked.isoformat(), "working": works}, say(key, day=asked))
    if exit_code and not works:
        click.get_current_context().exit(1)


@click.command("add", help="help.workdays.add")
@DATE
@argument("days", "DAYS", "help.days")
@CALENDAR
@JSON
@LANG
def add(
    day: str,
    days: str,
    calendar: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """The nth working day after a day."""
    say, start, number = Say(lang), date(day, "DATE"), whole(days, "DAYS")
    end = add_working_days(start, number, read_calendar(calendar))
    answer(
        say,
        as_json,
        {"date": start.isoformat(), "days": number, "result": end.isoformat()},
        say("workdays.add", day=start, days=number, end=end),
    )


@click.command("count", help="help.workdays.count")
@argument("first", "FIRST", "help.first")
@argument("last", "LAST", "help.last")
@CALENDAR
@JSON
@LANG
def count(
    first: str,
    last: str,
    calendar: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """How many working days lie in a period."""
    say, begin, end = Say(lang), date(first, "FIRST"), date(last, "LAST")
    number = count_working_days(begin, end, read_calendar(calendar))
    answer(
        say,
        as_json,
        {"first": begin.isoformat(), "last": end.isoformat(), "working_days": number},
        say("workdays.count", first=begin, last=end, number=number),
    )
