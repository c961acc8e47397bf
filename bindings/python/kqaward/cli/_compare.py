"""The command diff: rounds under one edition and under another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import click

from .._errors import KqaError
from ..comparing import Change, Changed, Comparison, compare, transition_rows
from ..editions import Edition, raw
from ..editions import edition as editions
from ..enums import Award, Outcome, Unit
from ..findings import Finding
from ..register import parameters, readings
from ..voting import Seats
from ._inputs import amendments, chosen_readings, named_edition, read_round
from ._options import AMEND, JSON, LANG, READING, argument, option
from ._output import put_json, save, show, tell
from ._page import HtmlPage, Page
from ._text import Problem, Say, exact, grouped

SAME, FLIPPED = 0, 1

#: An outcome before and after.
Step = tuple[Outcome | None, Outcome | None]


class Compared(NamedTuple):
    """A round file and what the draft changes in it."""

    file: str
    year: int
    comparison: Comparison


@click.command("diff", help="help.diff")
@argument("base", "BASE", "help.diff.base")
@argument("draft", "DRAFT", "help.diff.draft")
@argument("files", "ROUNDS...", "help.diff.rounds", nargs=-1)
@AMEND
@READING
@JSON
@option("--html", "OUT", "help.html")
@click.option("--exit-code", is_flag=True, help="help.diff.exit_code")
@LANG
def diff(
    base: str,
    draft: str,
    files: Sequence[str],
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    html: str | None,
    exit_code: bool,
    lang: str,
) -> int:
    """Compares rounds under two editions."""
    say = Say(lang)
    before = named_edition(base)
    after = named_edition(draft).replace(**amendments(amend))
    report = Report(before, after.with_readings(chosen_readings(reading)), say)
    report.read(files)
    if html is not None:
        page = HtmlPage(say.lang)
        report.write(page)
        save(html, page.close())
        tell(say, html)
    if as_json:
        put_json(report.to_dict())
    else:
        show(report.write)
    return FLIPPED if exit_code and report.flipped else SAME


class Report:
    """What a draft changes in a number of rounds."""

    def __init__(self, base: Edition, draft: Edition, say: Say) -> None:
        self.base = base
        self.draft = draft
        self.say = say
        self.rounds: list[Compared] = []
        self.sections = 0

    def read(self, files: Iterable[str]) -> None:
        """Reads and compares the rounds; the first that is faulty is named with its file."""
        seen: set[str] = set()
        for file in files:
            if file in seen:
                raise Problem("bad.same_file", name=file)
            seen.add(file)
            self.rounds.append(self._compared(file))

    def _compared(self, file: str) -> Compared:
        round = read_round(file, self.say.lang)
        own = round.edition
        if own.id in editions.ids() and raw(own) != raw(editions(own.id)):
            raise Problem("bad.own_edition", name=file)
        try:
            return Compared(file, round.year, compare(round, self.base, self.draft))
        except KqaError as error:
            raise Problem("bad.at_file", name=file, text=error.text(self.say.lang)) from None

    # Sums over all rounds.

    def _sum(self, name: str) -> int:
        return sum(getattr(one.comparison, name) for one in self.rounds)

    @property
    def flipped(self) -> int:
        """How many organisations have another outcome."""
        return self._sum("flipped")

    @property
    def others(self) -> int:
        """How many keep their outcome and change in something else."""
        return self._sum("changed") - self.flipped

    def seats(self, award: Award, side: str) -> Seats:
        """The seats of an award in all rounds, ``before`` or ``after``."""
        every = [getattr(one.comparison, f"seats_{side}")[award] for one in self.rounds]
        return Seats(tuple(sum(numbers) for numbers in zip(*(seats._raw for seats in every))))

    def transitions(self) -> Counter[Step]:
        """How many organisations went from one outcome to another."""
        steps: Counter[Step] = Counter()
        for one in self.rounds:
            steps.update(one.comparison.transitions)
        return steps

    def changes(self, flipped: bool) -> list[tuple[Compared, Change]]:
        """The organisations with another outcome, or those with another result else."""
        return [
            (one, change)
            for one in self.rounds
            for change in one.comparison.changes
            if change.flipped == flipped
        ]

    # JSON.

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON holds it."""
        return {
            "base": self.base.id,
            "draft": self.draft.id,
            "amendments": [
                {"name": name, "article": article, "before": before, "after": after}
                for name, _, article, before, after in self.edition_rows()
            ],
            "total": {
                "rounds": len(self.rounds),
                "organizations": self._sum("organizations"),
                "flipped": self.flipped,
                "changed": self._sum("changed"),
                "seats": {
                    award.value: {
                        side: self.seats(award, side).to_dict() for side in ("before", "after")
                    }
                    for award in Award
                },
                "prize_total": {
                    "before": self._sum("prize_before"),
                    "after": self._sum("prize_after"),
                },
                "transitions": transition_rows(self.transitions()),
            },
            "rounds": [
                {"file": one.file, "year": one.year, **one.comparison.to_dict()}
                for one in self.rounds
            ],
        }

    def edition_rows(self) -> list[tuple[str, str, int, str, str]]:
        """What the draft changes: name, label, article, and the values as text."""
        rows = {row.name: row for row in (*parameters(), *readings())}
        return [
            (
                name,
                rows[name].label(self.say.lang),
                rows[name].article,
                self.base.value_text(name),
                self.draft.value_text(name),
            )
            for name in self.base.diff(self.draft)
        ]

    # The report.

    def write(self, page: Page) -> None:
        """Writes the report."""
        self.sections = 0
        say = self.say
        page.title(say("diff.title"))
        editions_line = say("diff.editions", base=self.shown(self.base), draft=self.shown(self.draft))
        page.line(editions_line, 0)
        self.write_edition(page)
        self.write_total(page)
        if not self._sum("changed"):
            return
        self.write_transitions(page)
        if len(self.rounds) > 1:
            self.write_rounds(page)
        self.write_flipped(page)
        self.write_others(page)
        page.line()
        page.line(say("diff.note"), 0)

    def shown(self, edition: Edition) -> str:
        """An edition's id, marked where it is not the built-in edition of that id."""
        amended = edition.id in editions.ids() and raw(edition) != raw(editions(edition.id))
        return self.say("diff.amended", id=edition.id) if amended else edition.id

    def section(self, page: Page, key: str) -> None:
        """Begins a part."""
        number = self.say("numerals")[self.sections] if self.say.lang == "zh" else ""
        self.sections += 1
        title = self.say(key)
        page.section(self.say("section", number=number or self.sections, title=title))

    def heads(self, *keys: str) -> list[str]:
        """Heads of columns."""
        return [self.say(f"column.{key}") for key in keys]

    def write_edition(self, page: Page) -> None:
        """What the draft changes."""
        self.section(page, "diff.edition")
        rows = self.edition_rows()
        if not rows:
            page.line(self.say("diff.same_edition"))
            return
        known = {row.name: row for row in (*parameters(), *readings())}
        page.table(
            [
                (known[name].citation(self.say.lang), label, name, before, after)
                for name, label, _, before, after in rows
            ],
            self.heads("article", "meaning", "parameter", "before", "after"),
        )

    def write_total(self, page: Page) -> None:
        """Counts, seats and money."""
        say = self.say
        self.section(page, "diff.total")
        page.line(
            say(
                "diff.counts",
                rounds=grouped(len(self.rounds)),
                organizations=grouped(self._sum("organizations")),
                flipped=grouped(self.flipped),
                others=grouped(self.others),
            )
        )
        if not self._sum("changed"):
            page.line(say("diff.nothing"))
        rows = []
        for award in Award:
            before, after = (self.seats(award, side) for side in ("before", "after"))
            for name in ("quota", "taken", "off_quota"):
                title = say(f"diff.{name}", award=award.text(say.lang))
                rows.append(_numbers(title, getattr(before, name), getattr(after, name)))
        money = (self._sum("prize_before"), self._sum("prize_after"))
        rows.append(_numbers(say("diff.prizes"), *money))
        page.table(rows, [*self.heads("item", "before", "after"), "±"], right=[1, 2, 3])

    def write_transitions(self, page: Page) -> None:
        """From which outcome to which, and by which provisions."""
        steps = [one for one in self.transitions().most_common() if one[0][0] != one[0][1]]
        if not steps:
            return
        self.section(page, "diff.transitions")
        reasons: dict[Step, Counter[str]] = {step: Counter() for step, _ in steps}
        for _, change in self.changes(True):
            reasons[change.outcome_before, change.outcome_after][self.provision(change)] += 1
        page.table(
            [
                (
                    self.outcome(before),
                    self.outcome(after),
                    grouped(count),
                    self.say("comma").join(
                        f"{name} ×{many}" if len(reasons[before, after]) > 1 else name
                        for name, many in reasons[before, after].most_common()
                    ),
                )
                for (before, after), count in steps
            ],
            self.heads("outcome_before", "outcome_after", "count", "first_provision"),
            right=[2],
            styles=[_style(_AWARDS.get(before), _AWARDS.get(after)) for (before, after), _ in steps],
        )

    def write_rounds(self, page: Page) -> None:
        """One line for each round that changes."""
        self.section(page, "diff.rounds")
        changed = [one for one in self.rounds if one.comparison.changed]
        page.table(
            [self.round_row(one) for one in changed],
            [
                *self.heads("file", "year", "organizations", "flipped"),
                *(award.text(self.say.lang) for award in Award),
                *self.heads("prize_change"),
            ],
            right=[2, 3, 4, 5, 6],
        )
        rest = len(self.rounds) - len(changed)
        if rest:
            page.line(self.say("diff.rest", count=grouped(rest)))

    def round_row(self, one: Compared) -> list[str]:
        """A round's counts, winners and money."""
        result = one.comparison
        winners = [
            self.arrow(*(grouped(seats.taken + seats.off_quota) for seats in pair))
            for pair in zip(result.seats_before.values(), result.seats_after.values())
        ]
        return [
            one.file,
            str(one.year),
            grouped(result.organizations),
            grouped(result.flipped),
            *winners,
            self.arrow(grouped(result.prize_before), grouped(result.prize_after)),
        ]

    def write_flipped(self, page: Page) -> None:
        """Everybody with another outcome, and why."""
        rows = self.changes(True)
        if not rows:
            return
        self.section(page, "diff.flipped")
        self.organization_tables(
            page,
            rows,
            self.heads(
                "outcome", "prize_change", "first_provision", "finding_before", "finding_after"
            ),
            lambda change: [
                self.arrow(self.outcome(change.outcome_before), self.outcome(change.outcome_after)),
                self.arrow(grouped(change.prize_before), grouped(change.prize_after)),
                self.provision(change),
                self.finding(change.before),
                self.finding(change.after),
            ],
        )

    def write_others(self, page: Page) -> None:
        """Everybody else with another result."""
        rows = self.changes(False)
        if not rows:
            return
        self.section(page, "diff.others")
        self.organization_tables(
            page,
            rows,
            self.heads("outcome", "what", "prize_change", "first_provision"),
            lambda change: [
                self.outcome(change.outcome_after),
                self.say("comma").join(
                    self.say(f"changed.{word}")
                    for word in change.changed
                    if word is not Changed.FINDINGS
                ),
                self.arrow(grouped(change.prize_before), grouped(change.prize_after)),
                self.provision(change),
            ],
        )

    def organization_tables(
        self,
        page: Page,
        rows: list[tuple[Compared, Change]],
        heads: list[str],
        cells: Callable[[Change], list[str]],
    ) -> None:
        """A table of organisations for each round, under its file where there are several."""
        for one, of_round in groupby(rows, key=lambda row: row[0]):
            changes = [change for _, change in of_round]
            if len(self.rounds) > 1:
                page.line(self.say("diff.file", file=one.file, year=one.year), style="bold")
            page.table(
                [[change.id, change.name or "", *cells(change)] for change in changes],
                [*self.heads("id", "name"), *heads],
                right=[heads.index(self.say("column.prize_change")) + 2],
                styles=[_style(change.award_before, change.award_after) for change in changes],
            )

    # Cells.

    def outcome(self, outcome: Outcome | None) -> str:
        """An outcome in words."""
        return outcome.text(self.say.lang) if outcome else self.say("outcome.none")

    def arrow(self, before: str, after: str) -> str:
        """A value before and after; one value where they are the same."""
        return before if before == after else self.say("diff.arrow", before=before, after=after)

    def provision(self, change: Change) -> str:
        """The first provision that differs, with its article."""
        row, lang = change.provision, self.say.lang
        if row is None:
            return self.say("diff.no_provision")
        return self.say("cited", text=row.label(lang), citation=row.citation(lang))

    def finding(self, finding: Finding | None) -> str:
        """A finding in few words."""
        if finding is None:
            return self.say("diff.none")
        verdict = finding.verdict.text(self.say.lang)
        if finding.unit in (Unit.FACT, Unit.NONE) or finding.observed is None:
            return verdict
        unit = finding.unit.text(self.say.lang)
        if unit and self.say.lang == "en":
            unit = f" {unit}"
        observed = _shown(finding.observed) + unit
        if finding.required is None:
            return self.say("diff.finding", verdict=verdict, observed=observed)
        sign = _SIGNS.get(finding.required_text.split(" ")[0], "")
        required = f"{sign}{_shown(finding.required)}{unit}"
        return self.say(
            "diff.finding.required", verdict=verdict, observed=observed, required=required
        )


#: The awards that outcomes are.
_AWARDS: dict[Outcome | None, Award] = {
    Outcome.QUALITY: Award.QUALITY,
    Outcome.NOMINATION: Award.NOMINATION,
}
#: Both awards, the lower first.
_HEIGHTS = (None, Award.NOMINATION, Award.QUALITY)


def _style(before: Award | None, after: Award | None) -> str:
    """Green for an award won or raised, red for one lost or lowered."""
    step = _HEIGHTS.index(after) - _HEIGHTS.index(before)
    return "green" if step > 0 else "red" if step < 0 else ""


_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


def _shown(value: Any) -> str:
    if isinstance(value, int):
        return grouped(value)
    return exact(value) if hasattr(value, "numerator") else str(value)


def _numbers(title: str, before: int, after: int) -> tuple[str, str, str, str]:
    step = after - before
    return title, grouped(before), grouped(after), f"{step:+,}" if step else "0"

