"""Deadlines and working days: due, workdays."""

from __future__ import annotations

from typing import Annotated, Any, Optional

import typer

from ..afterwards import Report, report_duty, site_report_due
from ..dates import add_working_days, count_working_days, is_working_day
from ..enums import AccidentGrade, EventKind, InspectionLevel
from ._inputs import chosen_edition, date, read_calendar, whole
from ._options import AMEND, CALENDAR, DEFAULT_EDITION, EDITION, EXIT_CODE, JSON, LANG, READING
from ._solve import answer
from ._text import Lang, Problem, Say

DAY = Annotated[str, typer.Argument(metavar="DATE", help="help.day", show_default=False)]


def site_report(
    day: DAY,
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    calendar: CALENDAR = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The last day for the site review report."""
    say, end = Say(lang.value), date(day, "DATE")
    chosen = chosen_edition(edition, amend or (), ())
    due = site_report_due(chosen, end, read_calendar(calendar))
    answer(
        say,
        as_json,
        {"site_review_end": end.isoformat(), "due": due.isoformat()},
        say("due.site_report", end=end, due=due),
    )


def report(
    day: DAY,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="help.event", show_default=False)
    ],
    grade: Annotated[
        Optional[str], typer.Option("--grade", metavar="GRADE", help="help.grade")
    ] = None,
    reported: Annotated[
        Optional[str], typer.Option("--reported", metavar="DATE", help="help.reported")
    ] = None,
    as_of: Annotated[
        Optional[str], typer.Option("--as-of", metavar="DATE", help="help.as_of")
    ] = None,
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    reading: READING = None,
    calendar: CALENDAR = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The duty to report an event."""
    say, event = Say(lang.value), date(day, "DATE")
    _check_event(kind, grade)
    answered = report_duty(
        chosen_edition(edition, amend or (), reading or ()),
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


def _check_event(kind: str, grade: Optional[str]) -> None:
    grades = {EventKind.ACCIDENT: list(AccidentGrade), EventKind.INSPECTION: list(InspectionLevel)}
    if kind not in list(EventKind):
        raise Problem("bad.word", option="--kind", given=kind, words=", ".join(EventKind))
    words = [str(word) for word in grades.get(EventKind(kind), [])]
    if words and grade not in words:
        given = grade if grade is not None else "-"
        raise Problem("bad.word", option="--grade", given=given, words=", ".join(words))


def is_workday(
    day: DAY,
    calendar: CALENDAR = None,
    exit_code: EXIT_CODE = False,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """Whether a day is a working day."""
    say, asked = Say(lang.value), date(day, "DATE")
    works = is_working_day(asked, read_calendar(calendar))
    key = "workdays.is" if works else "workdays.is_not"
    answer(say, as_json, {"date": asked.isoformat(), "working": works}, say(key, day=asked))
    if exit_code and not works:
        raise typer.Exit(1)


def add(
    day: DAY,
    days: Annotated[str, typer.Argument(metavar="DAYS", help="help.days", show_default=False)],
    calendar: CALENDAR = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The nth working day after a day."""
    say, start, number = Say(lang.value), date(day, "DATE"), whole(days, "DAYS")
    end = add_working_days(start, number, read_calendar(calendar))
    answer(
        say,
        as_json,
        {"date": start.isoformat(), "days": number, "result": end.isoformat()},
        say("workdays.add", day=start, days=number, end=end),
    )


def count(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="help.first", show_default=False)],
    last: Annotated[str, typer.Argument(metavar="LAST", help="help.last", show_default=False)],
    calendar: CALENDAR = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """How many working days lie in a period."""
    say, begin, end = Say(lang.value), date(first, "FIRST"), date(last, "LAST")
    number = count_working_days(begin, end, read_calendar(calendar))
    answer(
        say,
        as_json,
        {"first": begin.isoformat(), "last": end.isoformat(), "working_days": number},
        say("workdays.count", first=begin, last=end, number=number),
    )
