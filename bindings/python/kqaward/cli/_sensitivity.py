"""On which readings the results of a round depend, for the command readings --sensitivity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, NamedTuple

from ..dependence import Dependence, combinations, number_of, round_readings, sensitivity
from ..enums import Outcome
from ..rounds import RoundResult
from ._page import Page
from ._report import STYLES
from ._text import Problem, Say, grouped

#: The largest round whose every combination of readings is decided.
MOST_ORGANIZATIONS = 20_000
#: Above so many combinations of the readings that matter the round as a whole is not listed.
MOST_COMBINATIONS = 64

#: The words of one reading that a row stands for, by place among its values.
Words = frozenset[int]
#: One set of words a reading: every combination of them.
Cube = tuple[Words, ...]


class Group(NamedTuple):
    """Combinations of readings that give the same result."""

    #: The result of each organisation, by place in its list of results.
    results: tuple[int, ...]
    #: The combinations, as few rows as were found.
    cubes: tuple[Cube, ...]
    #: How many combinations they are.
    size: int


class Table:
    """The results of some organisations under every combination of the readings that matter."""

    def __init__(
        self, dependents: Sequence[Dependence], result: RoundResult, grouped: bool = True
    ) -> None:
        self.dependents = dependents
        names = {name for row in dependents for name in row.readings}
        self.readings = tuple(row for row in round_readings() if row.name in names)
        edition = result.edition
        self.now = tuple(
            row.values.index(edition.value_text(row.name)) for row in self.readings
        )
        self.groups = self._grouped() if grouped else []

    @property
    def combinations(self) -> int:
        """How many combinations of these readings there are."""
        count = 1
        for row in self.readings:
            count *= len(row.values)
        return count

    def _grouped(self) -> list[Group]:
        """The combinations by result: first those that give the result as decided."""
        found: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
        for place in product(*(range(len(row.values)) for row in self.readings)):
            words = {row.name: row.values[one] for row, one in zip(self.readings, place)}
            number = number_of(words)
            results = tuple(one.result_of(number) for one in self.dependents)
            found.setdefault(results, []).append(place)
        groups = [Group(key, merged(places), len(places)) for key, places in found.items()]
        return sorted(groups, key=lambda group: (not self.is_now(group), -group.size))

    def is_now(self, group: Group) -> bool:
        """Whether the readings as they are belong to a group."""
        return any(self.holds_now(cube) for cube in group.cubes)

    def holds_now(self, cube: Cube) -> bool:
        """Whether the readings as they are belong to a row."""
        return all(place in words for place, words in zip(self.now, cube))


def merged(places: Iterable[tuple[int, ...]]) -> tuple[Cube, ...]:
    """Combinations in few rows without overlap: rows that differ in one reading become one."""
    rows = [tuple(frozenset((place,)) for place in one) for one in places]
    width = len(rows[0])
    orders = (range(width), range(width - 1, -1, -1))
    return min((_merged_in_order(rows, order) for order in orders), key=len)


def _merged_in_order(rows: Sequence[Cube], order: Iterable[int]) -> tuple[Cube, ...]:
    for at in order:
        joined: dict[Cube, Words] = {}
        for row in rows:
            rest = row[:at] + row[at + 1 :]
            joined[rest] = joined.get(rest, frozenset()) | row[at]
        rows = [(*rest[:at], words, *rest[at:]) for rest, words in joined.items()]
    return tuple(sorted(rows, key=lambda row: [sorted(words) for words in row]))


class Report:
    """What the results of a round depend on."""

    def __init__(self, result: RoundResult, file: str, id: str | None, say: Say) -> None:
        count = len(result.organizations)
        if count > MOST_ORGANIZATIONS:
            most = grouped(MOST_ORGANIZATIONS)
            raise Problem("bad.sensitivity_size", name=file, count=grouped(count), most=most)
        if id is not None and id not in result.organizations:
            raise Problem("bad.no_id", name=file, id=id)
        self.result = result
        self.say = say
        self.id = id
        self.every = sensitivity(result)
        self.dependents = [row for row in self.every if id is None or row.id == id]
        self.sections = 0

    # JSON.

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON holds it."""
        return {
            "year": self.result.year,
            "ordinance": self.result.edition.id,
            "readings": self.result.edition.readings(),
            "combinations": combinations(),
            "organizations": [
                {**row.to_dict(), "readings": row.readings, "results": self._groups([row])}
                for row in self.dependents
            ],
            "results": self._groups(self.dependents) if self.id is None else [],
        }

    def _groups(self, dependents: Sequence[Dependence]) -> list[dict[str, Any]]:
        if not dependents:
            return []
        table = Table(dependents, self.result)
        return [
            {
                "as_decided": table.is_now(group),
                "combinations": group.size,
                "when": [
                    {
                        row.name: [row.values[place] for place in sorted(words)]
                        for row, words in zip(table.readings, cube)
                        if len(words) < len(row.values)
                    }
                    for cube in group.cubes
                ],
                "organizations": [
                    _plain_result(one, *one.results[place])
                    for one, place in zip(dependents, group.results)
                ],
            }
            for group in table.groups
        ]

    # The report.

    def write(self, page: Page) -> None:
        """Writes the report."""
        say = self.say
        self.sections = 0
        page.title(say("sensitivity.title", year=self.result.year))
        count = len(self.every)
        rest = len(self.result.organizations) - count
        page.line(
            say(
                "sensitivity.counts",
                combinations=grouped(combinations()),
                count=grouped(count),
                rest=grouped(rest),
            ),
            0,
        )
        if not self.dependents:
            page.line(say("sensitivity.nothing" if not count else "sensitivity.not_this"), 0)
            return
        self.write_readings(page)
        self.write_list(page)
        self.write_each(page)
        if self.id is None:
            self.write_whole(page)
        page.line()
        page.line(say("sensitivity.legend"), 0)

    def section(self, page: Page, key: str) -> None:
        """Begins a part."""
        number = self.say("numerals")[self.sections] if self.say.lang == "zh" else ""
        self.sections += 1
        title = self.say(key)
        page.section(self.say("section", number=number or self.sections, title=title))

    def write_readings(self, page: Page) -> None:
        """The readings that matter, as they are and as they might be."""
        say = self.say
        self.section(page, "sensitivity.readings")
        for row in Table(self.dependents, self.result, grouped=False).readings:
            value = self.result.edition.value_text(row.name)
            heading = say("cited", text=row.label(say.lang), citation=row.citation(say.lang))
            page.line(f"{row.name}  {heading}", style="bold")
            for word in row.values:
                mark = "*" if word == value else " "
                text = say("readings.value", value=word, meaning=row.meaning(word, say.lang))
                page.line(f"{mark} {text}", 2)

    def write_list(self, page: Page) -> None:
        """Who depends on what, singly and jointly."""
        say = self.say
        self.section(page, "sensitivity.list")
        page.table(
            [
                (
                    row.id,
                    row.name or "",
                    row.outcome.text(say.lang),
                    grouped(row.prize),
                    self.sets(one for one in row.outcome_sets if len(one) == 1),
                    self.sets(one for one in row.outcome_sets if len(one) > 1),
                    self.sets(row.prize_sets),
                )
                for row in self.dependents
            ],
            [
                say(f"column.{key}")
                for key in ("id", "name", "outcome", "prize", "singly", "jointly", "prize_alone")
            ],
            right=[3],
            styles=[STYLES.get(row.outcome, "") for row in self.dependents],
        )

    def sets(self, sets: Iterable[Sequence[str]]) -> str:
        """Sets of readings in one cell."""
        return self.say("comma").join(" + ".join(names) for names in sets)

    def write_each(self, page: Page) -> None:
        """For each organisation which readings give which result."""
        self.section(page, "sensitivity.each")
        for row in self.dependents:
            page.line(
                self.say(
                    "sensitivity.head",
                    name=_named(row),
                    outcome=row.outcome.text(self.say.lang),
                    prize=grouped(row.prize),
                )
            )
            table = Table([row], self.result)
            self.write_table(page, table)

    def write_table(self, page: Page, table: Table) -> None:
        """The rows of one organisation: readings, outcome, prize."""
        say, rows, styles = self.say, [], []
        (row,) = table.dependents
        for group in table.groups:
            outcome, prize = row.results[group.results[0]]
            for cube in group.cubes:
                mark = "*" if table.holds_now(cube) else ""
                rows.append([mark, *self.words(table, cube), self.outcome(outcome), grouped(prize)])
                styles.append("bold" if mark else "")
        page.table(
            rows,
            ["", *(r.name for r in table.readings), say("column.outcome"), say("column.prize")],
            right=[len(table.readings) + 2],
            styles=styles,
        )

    def words(self, table: Table, cube: Cube) -> list[str]:
        """What a row says of each reading."""
        cells = []
        for row, places in zip(table.readings, cube):
            if len(places) == len(row.values):
                cells.append(self.say("sensitivity.any"))
                continue
            text = row.values[min(places)]
            for place in sorted(places)[1:]:
                text = self.say("sensitivity.or", one=text, two=row.values[place])
            cells.append(text)
        return cells

    def outcome(self, outcome: Outcome | None) -> str:
        """An outcome in words."""
        return outcome.text(self.say.lang) if outcome else self.say("outcome.none")

    def write_whole(self, page: Page) -> None:
        """Which combinations give which result of the whole round."""
        say, table = self.say, Table(self.dependents, self.result)
        self.section(page, "sensitivity.whole")
        page.line(
            say(
                "sensitivity.whole.counts",
                readings=len(table.readings),
                combinations=grouped(table.combinations),
                results=grouped(len(table.groups)),
            )
        )
        if table.combinations > MOST_COMBINATIONS:
            page.line(say("sensitivity.whole.many", most=MOST_COMBINATIONS))
            return
        now = table.groups[0].results
        for number, group in enumerate(table.groups, 1):
            key = "sensitivity.result.now" if table.is_now(group) else "sensitivity.result"
            page.line(say(key, number=number, combinations=grouped(group.size)), style="bold")
            page.table(
                [self.words(table, cube) for cube in group.cubes],
                [row.name for row in table.readings],
            )
            for one, before, after in zip(table.dependents, now, group.results):
                if before != after:
                    page.line(self.difference(one, before, after), 2)

    def difference(self, row: Dependence, before: int, after: int) -> str:
        """What becomes of one organisation under other readings."""
        texts = [
            self.say(
                "sensitivity.outcome_and_prize", outcome=self.outcome(outcome), prize=grouped(prize)
            )
            for outcome, prize in (row.results[before], row.results[after])
        ]
        return self.say("sensitivity.differs", name=_named(row), before=texts[0], after=texts[1])


def _named(row: Dependence) -> str:
    return f"{row.id} {row.name}" if row.name else row.id


def _plain_result(row: Dependence, outcome: Outcome | None, prize: int) -> dict[str, Any]:
    return {"id": row.id, "outcome": outcome.value if outcome else None, "prize": prize}
