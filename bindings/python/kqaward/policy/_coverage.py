"""Which provisions a set of cases reaches, and with which verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ..enums import ProvisionKind, Verdict
from ..register import Provision, provisions
from ._decisions import findings_of
from ._run import Run

#: The verdicts with which a provision that decides is to be reached.
BOTH_WAYS = (Verdict.MET, Verdict.NOT_MET)


class Row(NamedTuple):
    """A provision, and in how many cases it was met, not met, or computed."""

    provision: Provision
    met: int
    not_met: int
    computed: int

    @property
    def full(self) -> bool | None:
        """Whether everything about it is reached; None where nothing is computed."""
        if self.provision.kind is ProvisionKind.LEFT_TO_PEOPLE:
            return None
        if self.provision.kind is ProvisionKind.COMPUTED:
            return self.computed > 0
        return self.met > 0 and self.not_met > 0


class Coverage:
    """What passed cases reach."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._reached: Counter[tuple[str, str]] = Counter()
        self._functions: Counter[str] = Counter()
        self.cited: Counter[int] = Counter()
        for done in runs:
            if done.passed:
                self._add(done)

    def _add(self, done: Run) -> None:
        self.cited.update({article for article, _ in done.case.cites})
        if done.result is None:
            return
        self._functions.update(done.case.decision.functions)
        found = {(one.provision, str(one.verdict)) for one in findings_of(done.result)}
        self._reached.update(found)

    def rows(self) -> list[Row]:
        """All provisions, in the ordinance's order."""
        met, not_met = map(str, BOTH_WAYS)
        return [
            Row(
                provision,
                self._reached[provision.key, met],
                self._reached[provision.key, not_met],
                self._functions[provision.function],
            )
            for provision in provisions()
        ]

    def percent(self) -> Fraction:
        """How many of the provisions that decide are reached both ways, percent."""
        full = [row.full for row in self.rows() if row.provision.kind is ProvisionKind.DECIDED]
        return Fraction(100 * sum(map(bool, full)), len(full))
