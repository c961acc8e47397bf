"""Commands that list the registers: params, readings, provisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from click.core import ParameterSource

from ..editions import Edition
from ..register import Parameter, Provision, Reading, parameters, provisions, readings
from ._inputs import chosen_edition, whole
from ._options import AMEND, EDITION, ID, JSON, LANG, READING, option
from ._output import put_json, show
from ._page import Page
from ._text import Problem, Say


@click.command("params", help="help.params")
@EDITION
@AMEND
@JSON
@LANG
def params(edition: str, amend: Sequence[str], as_json: bool, lang: str) -> None:
    """Lists the parameters of an edition."""
    chosen = chosen_edition(edition, amend, ())
    if as_json:
        put_json([_parameter_json(row, chosen) for row in parameters()])
        return
    say = Say(lang)
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


@click.command("readings", help="help.readings")
@EDITION
@READING
@option("--sensitivity", "ROUND", "help.readings.sensitivity")
@ID
@JSON
@LANG
@click.pass_context
def show_readings(
    context: click.Context,
    edition: str,
    reading: Sequence[str],
    sensitivity: str | None,
    id: str | None,
    as_json: bool,
    lang: str,
) -> None:
    """Lists the readings of open wording, or what a round's results depend on."""
    if sensitivity is not None:
        given = context.get_parameter_source("edition") is ParameterSource.COMMANDLINE
        _show_sensitivity(sensitivity, edition if given else None, reading, id, as_json, Say(lang))
        return
    if id is not None:
        raise Problem("bad.needs_sensitivity", option="--id")
    chosen = chosen_edition(edition, (), reading)
    if as_json:
        put_json([_reading_json(row, chosen) for row in readings()])
        return
    say = Say(lang)
    show(lambda page: _write_readings(page, chosen, say))


def _show_sensitivity(
    file: str,
    edition: str | None,
    reading: Sequence[str],
    id: str | None,
    as_json: bool,
    say: Say,
) -> None:
    from ._round import decided
    from ._sensitivity import Report

    report = Report(decided(file, say.lang, edition, (), reading), file, id, say)
    if as_json:
        put_json(report.to_dict())
    else:
        show(report.write)


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


@click.command("provisions", help="help.provisions")
@option("--article", "N", "help.article")
@JSON
@LANG
def show_provisions(article: str | None, as_json: bool, lang: str) -> None:
    """Lists the provisions of the ordinance."""
    number = None if article is None else whole(article, "--article")
    rows = [row for row in provisions() if number is None or row.article == number]
    if not rows:
        last = max(row.article for row in provisions())
        raise Problem("bad.article", given=article, last=last)
    if as_json:
        put_json([_provision_json(row) for row in rows])
        return
    say = Say(lang)
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
    keys = ("article", "provision", "kind", "key", "text")
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
    page.line()
    page.line(say("provisions.legend"), 0)
