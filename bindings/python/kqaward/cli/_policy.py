"""Commands of the policy laboratory: edition check, show, diff, schema; test."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Any

import click

from ..editions import Edition, enacted
from ..register import Parameter, Reading, parameters, readings
from ._inputs import named_edition
from ._options import EXIT_CODE, JSON, LANG, argument, option
from ._output import put, put_json, save, show, tell
from ._page import Page, clean
from ._text import Problem, Say

Row = Parameter | Reading


def _rows() -> tuple[Row, ...]:
    return (*parameters(), *readings())


# --- edition -------------------------------------------------------------------------------------


@click.command("check", help="help.edition.check")
@argument("files", "FILE...", "help.edition.files", nargs=-1)
@LANG
def check(files: Sequence[str], lang: str) -> None:
    """Says whether edition files are right."""
    from ..policy import EditionFile

    say = Say(lang)
    found = [(path, EditionFile.load(path)) for path in files]
    lines = []
    for path, file in found:
        changes = len(file.set) + len(file.readings)
        lines.append(say("edition.fine", path=clean(path), id=file.id, count=changes) + "\n")
    put("".join(lines))


@click.command("show", help="help.edition.show")
@argument("edition", "EDITION", "help.edition.one")
@JSON
@LANG
def show_edition(edition: str, as_json: bool, lang: str) -> None:
    """Lists every parameter and reading of an edition."""
    chosen = named_edition(edition)
    if as_json:
        put_json(chosen.to_dict())
        return
    say = Say(lang)
    base = enacted(chosen)
    changed = base.diff(chosen)

    def write(page: Page) -> None:
        page.title(say("edition.title", id=chosen.id))
        for line in _about(edition, chosen, say):
            page.line(line, 0)
        page.line()
        page.table(
            [
                (
                    "*" if row.name in changed else "",
                    row.name,
                    row.label(lang),
                    chosen.value_text(row.name),
                    row.citation(lang),
                )
                for row in _rows()
            ],
            ["", *(say(f"column.{key}") for key in ("parameter", "meaning", "value", "article"))],
            right=[3],
            styles=["green" if row.name in changed else "" for row in _rows()],
        )
        page.line()
        page.line(say("edition.legend", id=base.id), 0)

    show(write)


def _about(reference: str, edition: Edition, say: Say) -> list[str]:
    """Title, source and days in force."""
    lines = []
    if edition.id != enacted(edition).id:
        from ..policy import EditionFile

        file = EditionFile.load(reference)
        for key, texts in (("edition.name", file.title), ("edition.source", file.source)):
            text = texts.get(say.lang) or next(iter(texts.values()), "")
            if text:
                lines.append(say(key, text=" ".join(text.split())))
        lines.append(say("edition.based_on", id=file.based_on))
    first, last = edition.in_force_from, edition.in_force_to
    key = "edition.open" if last is None else "edition.days"
    lines.append(say(key, first=first, last=last))
    return lines


@click.command("diff", help="help.edition.diff")
@argument("a", "A", "help.edition.a")
@argument("b", "B", "help.edition.b")
@EXIT_CODE
@JSON
@LANG
def diff(a: str, b: str, exit_code: bool, as_json: bool, lang: str) -> None:
    """Says in what two editions differ."""
    one, other = named_edition(a), named_edition(b)
    changed = one.diff(other)
    rows = [row for row in _rows() if row.name in changed]
    if as_json:
        put_json({"a": one.id, "b": other.id, "changes": [_change(r, one, other) for r in rows]})
    else:
        show(lambda page: _write_diff(page, rows, one, other, Say(lang)))
    if exit_code and changed:
        click.get_current_context().exit(1)


def _change(row: Row, one: Edition, other: Edition) -> dict[str, Any]:
    return {
        "name": row.name,
        "article": row.article,
        "item": row.item,
        "label": {lang: row.label(lang) for lang in ("zh", "en")},
        "a": one.value_text(row.name),
        "b": other.value_text(row.name),
    }


def _write_diff(page: Page, rows: Sequence[Row], one: Edition, other: Edition, say: Say) -> None:
    page.title(say("edition.diff", a=one.id, b=other.id))
    if not rows:
        page.line(say("edition.same"), 0)
        return
    head = [say(f"column.{key}") for key in ("article", "parameter", "meaning", "unit")]
    page.table(
        [
            (
                row.citation(say.lang),
                row.name,
                row.label(say.lang),
                row.unit.text(say.lang) if isinstance(row, Parameter) else "",
                one.value_text(row.name),
                other.value_text(row.name),
            )
            for row in sorted(rows, key=lambda row: (row.article, row.item or 0))
        ],
        [*head, one.id, other.id],
        right=[4, 5],
    )


@click.command("schema", help="help.edition.schema")
@LANG
def edition_schema(lang: str) -> None:
    """Prints a JSON Schema of edition files."""
    from ..policy import schema

    put_json(schema())


# --- test ----------------------------------------------------------------------------------------


@click.command("test", help="help.test")
@argument("paths", "PATH...", "help.test.paths", nargs=-1)
@option("-k", "TEXT", "help.test.k")
@click.option("--update", is_flag=True, help="help.test.update")
@click.option("--cov-articles", is_flag=True, help="help.test.cov")
@option("--cov-fail-under", "N", "help.test.cov_fail_under")
@option("--junit", "OUT", "help.test.junit")
@LANG
def test(
    paths: Sequence[str],
    k: str | None,
    update: bool,
    cov_articles: bool,
    cov_fail_under: str | None,
    junit: str | None,
    lang: str,
) -> None:
    """Runs files of cases."""
    from ..policy import load
    from ..policy._coverage import Coverage
    from ..policy._report import junit as junit_report
    from ..policy._report import summary, write_coverage, write_runs
    from ..policy._run import run_all

    threshold = None if cov_fail_under is None else _percent(cov_fail_under)
    started = time.perf_counter()
    cases = load(paths)
    if k is not None:
        cases = [case for case in cases if k in case.name or k in case.source.path]
        if not cases:
            raise Problem("bad.no_case", given=k)
    runs = run_all(cases)
    seconds = time.perf_counter() - started
    coverage = Coverage(runs if cov_articles or threshold is not None else ())
    short = threshold is not None and coverage.percent() < threshold
    if junit is not None:
        save(junit, junit_report(runs, seconds, lang))
        tell(Say(lang), junit)

    def write(page: Page) -> None:
        if cov_articles:
            write_coverage(page, coverage, lang)
            page.line()
        write_runs(page, runs, seconds, lang)
        if short:
            page.line(summary(coverage, lang), 0, "bold red")
            page.line(Say(lang)("test.below", percent=cov_fail_under), 0, "bold red")

    show(write)
    failed = any(not done.passed for done in runs)
    if failed and update:
        failed = not _offer_updates(runs, Say(lang))
    if failed or short:
        click.get_current_context().exit(1)


def _percent(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise Problem("bad.percent", given=text)
    return int(text)


def _offer_updates(runs: Sequence[Any], say: Say) -> bool:
    """Shows what would make the failed cases pass, asks, and writes; whether all pass then."""
    from ..policy._update import updates

    found = updates(runs)
    changed = [update for update in found if update.content != update.source.text]
    left = sum(update.left for update in found)
    for update in changed:
        put(update.diff())
    if left:
        put(say("test.left", count=left) + "\n")
    if not changed:
        return False
    put(say("test.ask", count=len(changed)))
    answer = sys.stdin.readline().strip().lower()
    if answer not in ("y", "yes", "是"):
        put(say("test.not_written") + "\n")
        return False
    for update in changed:
        update.write()
    put(say("test.written", count=len(changed)) + "\n")
    return not left
