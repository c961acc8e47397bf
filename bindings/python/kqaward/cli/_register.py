"""Commands that list the registers: params, readings, provisions."""

from __future__ import annotations

from typing import Annotated, Any, Optional

import typer

from ..editions import Edition
from ..register import Parameter, Provision, Reading, parameters, provisions, readings
from ._inputs import chosen_edition
from ._options import AMEND, DEFAULT_EDITION, EDITION, JSON, LANG, READING
from ._output import put_json, show
from ._page import Page
from ._text import Lang, Problem, Say


def params(
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """Lists the parameters of an edition."""
    chosen = chosen_edition(edition, amend or (), ())
    if as_json:
        put_json([_parameter_json(row, chosen) for row in parameters()])
        return
    say = Say(lang.value)
    show(lambda page: _write_parameters(page, chosen, say))


def _parameter_json(row: Parameter, edition: Edition) -> dict[str, Any]:
    return {
        **row.to_dict(),
        "value": edition.value_text(row.name),
        "label": {"zh": row.label("zh"), "en": row.label("en")},
    }


def _write_parameters(page: Page, edition: Edition, say: Say) -> None:
    page.title(say("params.title", id=edition.id))
    keys = ("parameter", "meaning", "value", "unit", "article", "rule")
    page.table(
        [
            (
                row.name,
                row.label(say.lang),
                edition.value_text(row.name),
                row.unit.text(say.lang),
                row.citation(say.lang),
                row.rule(say.lang),
            )
            for row in parameters()
        ],
        [say(f"column.{key}") for key in keys],
        right=[2],
    )


def show_readings(
    edition: EDITION = DEFAULT_EDITION,
    reading: READING = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """Lists the readings of open wording."""
    chosen = chosen_edition(edition, (), reading or ())
    if as_json:
        put_json([_reading_json(row, chosen) for row in readings()])
        return
    say = Say(lang.value)
    show(lambda page: _write_readings(page, chosen, say))


def _reading_json(row: Reading, edition: Edition) -> dict[str, Any]:
    both = ("zh", "en")
    return {
        **row.to_dict(),
        "value": edition.value_text(row.name),
        "label": {lang: row.label(lang) for lang in both},
        "meanings": {
            value: {lang: row.meaning(value, lang) for lang in both} for value in row.values
        },
        "reason": {lang: row.reason(lang) for lang in both},
    }


def _write_readings(page: Page, edition: Edition, say: Say) -> None:
    page.title(say("readings.title", id=edition.id))
    for place, row in enumerate(readings()):
        if place:
            page.line()
        heading = say("cited", text=row.label(say.lang), citation=row.citation(say.lang))
        page.line(f"{row.name}  {heading}", 0, style="bold")
        current = edition.value_text(row.name)
        for value in row.values:
            text = say("readings.value", value=value, meaning=row.meaning(value, say.lang))
            if value == current:
                page.line(f"* {text}", 1, style="green")
            else:
                page.line(f"  {text}", 1)
        page.line(say("sentence", text=row.reason(say.lang)), 2)
    page.line()
    page.line(say("readings.legend"), 0)


def show_provisions(
    article: Annotated[
        Optional[int], typer.Option("--article", metavar="N", help="help.article")
    ] = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """Lists the provisions of the ordinance."""
    rows = [row for row in provisions() if article is None or row.article == article]
    if not rows:
        last = max(row.article for row in provisions())
        raise Problem("bad.article", given=article, last=last)
    if as_json:
        put_json([_provision_json(row) for row in rows])
        return
    say = Say(lang.value)
    show(lambda page: _write_provisions(page, rows, say))


def _provision_json(row: Provision) -> dict[str, Any]:
    both = ("zh", "en")
    return {
        **row.to_dict(),
        "label": {lang: row.label(lang) for lang in both},
        "text": {lang: row.text(lang) for lang in both},
    }


def _write_provisions(page: Page, rows: list[Provision], say: Say) -> None:
    page.title(say("provisions.title"))
    keys = ("article", "provision", "kind", "key", "meaning")
    page.table(
        [
            (
                row.citation(say.lang),
                row.label(say.lang),
                say(f"kind.{row.kind}"),
                row.key,
                row.text(say.lang),
            )
            for row in rows
        ],
        [say(f"column.{key}") for key in keys],
    )
