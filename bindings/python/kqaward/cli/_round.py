"""Commands about a whole round: round, notice, plot, template."""

from __future__ import annotations

from typing import Annotated, Any, Optional

import typer

from ..rounds import RoundResult
from ._inputs import amendments, chosen_readings, is_large, read_round
from ._options import AMEND, FILE, ID, JSON, LANG, OUT, READING
from ._output import progress, put, save, show, tell, writing
from ._page import HtmlPage
from ._text import Lang, Problem, Say


def decided(
    file: str, lang: str, amend: Optional[list[str]], reading: Optional[list[str]]
) -> RoundResult:
    """A round from a file, decided under the changes asked for."""
    changes, switches = amendments(amend or ()), chosen_readings(reading or ())
    with progress(Say(lang), is_large(file)) as step:
        step("step.read")
        round = read_round(file, lang)
        step("step.decide")
        return round.decide(amend=changes, readings=switches)


def round_command(
    file: FILE,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
    xlsx: Annotated[
        Optional[str], typer.Option("--xlsx", metavar="OUT", help="help.xlsx")
    ] = None,
    html: Annotated[
        Optional[str], typer.Option("--html", metavar="OUT", help="help.html")
    ] = None,
    amend: AMEND = None,
    reading: READING = None,
) -> None:
    """Decides a year's round."""
    say = Say(lang.value)
    result = decided(file, say.lang, amend, reading)
    if xlsx is not None:
        _write_workbook(result, xlsx, say)
    if html is not None:
        save(html, html_report(result, say))
        tell(say, html)
    if as_json:
        put(result.to_json())
        return
    from ._report import write_report

    show(lambda page: write_report(page, result, say))


def html_report(result: RoundResult, say: Say) -> str:
    """The report as one HTML page."""
    from ._report import write_report

    page = HtmlPage(say.lang)
    write_report(page, result, say)
    return page.close()


def _write_workbook(result: RoundResult, path: str, say: Say) -> None:
    from ..workbook import write_result

    with writing(path):
        write_result(result, path, lang=say.lang)
    tell(say, path)
