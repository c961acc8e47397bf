"""Commands about a whole round: round, notice, plot, template."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import click

from ..rounds import Round, RoundResult
from ..scores import Criteria
from ._inputs import (
    amendments,
    chosen_readings,
    is_large,
    named_edition,
    one_of,
    read_round,
)
from ._options import AMEND, FILE, ID, JSON, LANG, OTHER_EDITION, READING, argument, option
from ._output import progress, put, save, show, tell, writing
from ._page import HtmlPage
from ._text import Problem, Say


def decided(
    file: str, lang: str, edition: str | None, amend: Sequence[str], reading: Sequence[str]
) -> RoundResult:
    """A round from a file, decided under the edition and the changes asked for."""
    changes, switches = amendments(amend), chosen_readings(reading)
    chosen = None if edition is None else named_edition(edition)
    with progress(Say(lang), is_large(file)) as step:
        step("step.read")
        round = read_round(file, lang)
        if chosen is not None:
            _refuse_own_changes(round, file)
        step("step.decide")
        return round.decide(amend=changes, readings=switches, edition=chosen)


def _refuse_own_changes(round: Round, file: str) -> None:
    """An edition takes the place of all that a round says of its own."""
    document = round.to_dict()
    for key in ("amend", "readings"):
        if document.get(key):
            raise Problem("bad.own_changes", name=file, key=key)


@click.command("round", help="help.round")
@FILE
@JSON
@LANG
@option("--xlsx", "OUT", "help.xlsx")
@option("--html", "OUT", "help.html")
@OTHER_EDITION
@AMEND
@READING
def round_command(
    file: str,
    as_json: bool,
    lang: str,
    xlsx: str | None,
    html: str | None,
    edition: str | None,
    amend: Sequence[str],
    reading: Sequence[str],
) -> None:
    """Decides a year's round."""
    say = Say(lang)
    result = decided(file, say.lang, edition, amend, reading)
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


@click.command("notice", help="help.notice")
@FILE
@option("--kind", "KIND", "help.notice.kind", default="refusal", show_default=True)
@ID
@option("--format", "FORMAT", "help.notice.format")
@option("--out", "PATH", "help.out")
@option("--template", "DIR", "help.notice.template")
@LANG
@OTHER_EDITION
@AMEND
@READING
def notice(
    file: str,
    kind: str,
    id: str | None,
    format: str | None,
    out: str | None,
    template: str | None,
    lang: str,
    edition: str | None,
    amend: Sequence[str],
    reading: Sequence[str],
) -> None:
    """Writes a document of a round."""
    from .. import documents

    one_of("--kind", kind, documents.KINDS)
    chosen = format or ("md" if out is None else os.path.splitext(out)[1][1:].lower())
    one_of("--format", chosen, documents.FORMATS)
    if out is None and chosen == "docx":
        raise Problem("bad.needs_out", format=chosen)
    result = decided(file, lang, edition, amend, reading)
    write: Any = documents.save if out is not None else documents.write
    where = () if out is None else (out,)
    content = write(
        result.round, result, *where, kind=kind, id=id, format=chosen, lang=lang,
        template_dir=template,
    )
    if out is None:
        put(content)
    else:
        tell(Say(lang), out)


@click.command("plot", help="help.plot")
@FILE
@option("--kind", "KIND", "help.plot.kind", default="ranking", show_default=True)
@ID
@option("--review", "REVIEW", "help.plot.review", default="site", show_default=True)
@option("--out", "PATH", "help.out", required=True)
@LANG
@OTHER_EDITION
@AMEND
@READING
def plot(
    file: str,
    kind: str,
    id: str | None,
    review: str,
    out: str,
    lang: str,
    edition: str | None,
    amend: Sequence[str],
    reading: Sequence[str],
) -> None:
    """Draws a picture of a round."""
    one_of("--kind", kind, ("radar", "ranking"))
    one_of("--review", review, ("document", "site"))
    if kind == "radar" and id is None:
        raise Problem("bad.needs_id", kind=kind)
    result = decided(file, lang, edition, amend, reading)
    from .. import plots

    draw: Any = plots
    if kind == "radar":
        figure = draw.radar(result.round, id, review=review, lang=lang)
    else:
        figure = draw.ranking(result, lang=lang)
    with writing(out):
        draw.save(figure, out)
    tell(Say(lang), out)


@click.command("template", help="help.template")
@argument("out", "OUT.xlsx", "help.template.out")
@click.option("--from", "source", metavar="FILE", help="help.template.from")
@option("--criteria", "ID", "help.template.criteria", default=Criteria.ids()[0], show_default=True)
@LANG
def template(out: str, source: str | None, criteria: str, lang: str) -> None:
    """Writes a workbook to fill in: empty, or with a round from another file."""
    from ..workbook import write_round, write_template

    if not out.lower().endswith(".xlsx"):
        raise Problem("bad.ending", name=out, ending=".xlsx")
    one_of("--criteria", criteria, Criteria.ids())
    round = None if source is None else read_round(source, lang)
    with writing(out):
        if round is not None:
            write_round(round, out, lang=lang)
        else:
            write_template(out, lang=lang, criteria=criteria)
    tell(Say(lang), out)
