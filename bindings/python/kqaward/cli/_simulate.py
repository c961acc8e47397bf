"""Simulation: what a draft changes over many rounds of made-up applicants."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from ..editions import Edition
from ..enums import Award, Outcome
from ..register import parameters, readings
from ._inputs import chosen_edition, date, pairs, whole
from ._options import AMEND, JSON, LANG, READING, argument, many, option
from ._output import put, show, tell, writing
from ._page import Page
from ._text import Problem, Say, grouped

if TYPE_CHECKING:
    from ..simulation import Impact, Interval, Population, Side

#: Most flips that the report lists.
_MOST_FLIPS = 12


def _population(items: Sequence[str]) -> Population:
    from ..simulation import Population

    known = {name: value for name, value in vars(Population()).items()}
    changes: dict[str, Any] = {}
    for name, value in pairs(items, "--assume").items():
        if name not in known:
            raise Problem("bad.assumption", name=name, words=", ".join(known))
        is_day = isinstance(known[name], dt.date)
        changes[name] = date(value, name) if is_day else whole(value, name)
    return Population(**changes)


@contextmanager
def _counting(say: Say, number: int) -> Iterator[Callable[[int], None]]:
    """A bar of applicants done, on a terminal."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("step.simulate"), total=number)
        yield lambda done: bar.update(task, advance=done)


@click.command("simulate", help="help.simulate")
@argument("base", "BASE", "help.simulate.base")
@argument("draft", "DRAFT", "help.simulate.draft")
@option("--number", "N", "help.simulate.number", default="100000", show_default=True)
@option("--seed", "S", "help.simulate.seed", default="1", show_default=True)
@many("--assume", "K=V", "help.simulate.assume")
@option("--jobs", "N", "help.simulate.jobs", default="2", show_default=True)
@option("--plot", "PATH", "help.simulate.plot")
@AMEND
@READING
@JSON
@LANG
def simulate(
    base: str,
    draft: str,
    number: str,
    seed: str,
    assume: Sequence[str],
    jobs: str,
    plot: str | None,
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """Decides made-up applicants under a base and a draft, and says what changes."""
    from .. import simulation

    say = Say(lang)
    count = whole(number, "--number")
    sides = chosen_edition(base, (), ()), chosen_edition(draft, amend, reading)
    with _counting(say, count) as progress:
        impact = simulation.simulate(
            *sides, count, population=_population(assume), seed=whole(seed, "--seed"),
            jobs=whole(jobs, "--jobs"), progress=progress,
        )  # fmt: skip
    if plot is not None:
        from .. import plots
        from ..simulation import plots as pictures

        draw: Any = pictures
        figure = draw.impact(impact, lang=say.lang)
        with writing(plot):
            plots.save(figure, plot)
        tell(say, plot)
    if as_json:
        put(impact.to_json())
    else:
        show(lambda page: _report(page, impact, sides, say))


def _percent(interval: Interval, signed: bool = False) -> str:
    """An estimate in percent with half the width of its interval."""
    form = "{:+.2f}" if signed else "{:.2f}"
    return f"{form.format(100 * interval.value)} ± {100 * (interval.high - interval.value):.2f}"


def _report(page: Page, impact: Impact, sides: tuple[Edition, Edition], say: Say) -> None:
    page.title(say("simulate.title", base=sides[0].id, draft=sides[1].id))
    page.line(say("simulate.invented"), indent=0)
    page.line(
        say(
            "simulate.size", applicants=grouped(impact.applicants), rounds=grouped(impact.rounds),
            each=impact.population.applicants, seed=impact.seed,
        ),
        indent=0,
    )  # fmt: skip
    _changes(page, *sides, say)
    page.section(say("section", number=say("numerals")[:1] or "1", title=say("simulate.shares")))
    page.table(
        [
            [outcome.text(say.lang), _percent(impact.share(outcome, impact.base)),
             _percent(impact.share(outcome, impact.draft)), _percent(impact.change(outcome), True)]
            for outcome in Outcome
            if impact.base.outcomes[outcome] or impact.draft.outcomes[outcome]
        ],
        head=[say("column.outcome"), say("simulate.base"), say("simulate.draft"), say("simulate.change")],
        right=[1, 2, 3],
    )  # fmt: skip
    page.section(say("section", number=say("numerals")[1:2] or "2", title=say("simulate.year")))
    page.table(
        [
            *([say("simulate.seats", award=award.text(say.lang)), *_seats(impact, award)] for award in Award),
            [say("simulate.outlay"), *(_outlay(side) for side in (impact.base, impact.draft))],
        ],
        head=["", say("simulate.base"), say("simulate.draft")],
        right=[1, 2],
    )
    page.line(say("simulate.range"))
    page.section(say("section", number=say("numerals")[2:3] or "3", title=say("simulate.flips")))
    _flips(page, impact, say)


def _changes(page: Page, base: Edition, draft: Edition, say: Say) -> None:
    labels = {row.name: row.label(say.lang) for row in (*parameters(), *readings())}
    for name, (before, after) in base.diff(draft).items():
        page.line(say("round.change", label=labels[name], name=name, before=before, after=after))


def _seats(impact: Impact, award: Award) -> list[str]:
    from ..simulation import quantile

    return [
        "{1} ({0}–{2})".format(*(quantile(side.seats[award], place) for place in (25, 500, 975)))
        for side in (impact.base, impact.draft)
    ]


def _outlay(side: Side) -> str:
    from ..simulation import quantile

    low, median, high = (grouped(quantile(side.outlay, place)) for place in (25, 500, 975))
    return f"{median} ({low}–{high})"


def _flips(page: Page, impact: Impact, say: Say) -> None:
    if not impact.flips:
        page.line(say("simulate.same"))
        return
    page.table(
        [
            [before.text(say.lang), after.text(say.lang), grouped(count),
             f"{100 * count / impact.applicants:.2f}"]
            for (before, after), count in impact.flips.most_common(_MOST_FLIPS)
        ],
        head=[say("simulate.base"), say("simulate.draft"), say("simulate.applicants"), "%"],
        right=[2, 3],
    )  # fmt: skip
