"""Commands about a whole round: round, notice, plot, template."""

from __future__ import annotations

import os
from collections.abc import Sequence
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


def notice(
    file: FILE,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="help.notice.kind")] = "refusal",
    id: ID = None,
    format: Annotated[
        Optional[str], typer.Option("--format", metavar="FORMAT", help="help.notice.format")
    ] = None,
    out: Annotated[
        Optional[str], typer.Option("--out", metavar="PATH", help="help.out")
    ] = None,
    templates: Annotated[
        Optional[str], typer.Option("--template", metavar="DIR", help="help.notice.template")
    ] = None,
    lang: LANG = Lang.ZH,
    amend: AMEND = None,
    reading: READING = None,
) -> None:
    """Writes a document of a round."""
    from .. import documents

    _one_of("--kind", kind, documents.KINDS)
    chosen = format or ("md" if out is None else os.path.splitext(out)[1][1:].lower())
    _one_of("--format", chosen, documents.FORMATS)
    if out is None and chosen == "docx":
        raise Problem("bad.needs_out", format=chosen)
    result = decided(file, lang.value, amend, reading)
    write: Any = documents.save if out is not None else documents.write
    where = () if out is None else (out,)
    text = write(
        result.round, result, *where, kind=kind, id=id, format=chosen, lang=lang.value,
        template_dir=templates,
    )
    if out is None:
        put(text)
    else:
        tell(Say(lang.value), out)


def plot(
    file: FILE,
    out: OUT,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="help.plot.kind")] = "ranking",
    id: ID = None,
    lang: LANG = Lang.ZH,
    amend: AMEND = None,
    reading: READING = None,
) -> None:
    """Draws a picture of a round."""
    _one_of("--kind", kind, ("radar", "ranking"))
    if kind == "radar" and id is None:
        raise Problem("bad.needs_id", kind=kind)
    result = decided(file, lang.value, amend, reading)
    from .. import plots

    draw: Any = plots.save
    with writing(out):
        draw(result.round, result, out, kind=kind, id=id, lang=lang.value)
    tell(Say(lang.value), out)


def template(
    out: Annotated[str, typer.Argument(metavar="OUT.xlsx", help="help.template.out")],
    lang: LANG = Lang.ZH,
) -> None:
    """Writes an empty workbook to fill in."""
    from ..workbook import write_template

    if not out.lower().endswith(".xlsx"):
        raise Problem("bad.ending", name=out, ending=".xlsx")
    make: Any = write_template
    with writing(out):
        make(out, lang=lang.value)
    tell(Say(lang.value), out)


def _one_of(option: str, word: str, words: Sequence[str]) -> None:
    if word not in words:
        raise Problem("bad.word", option=option, given=word, words=", ".join(words))
