"""Results under every combination of the readings: on which of them each depends, alone and together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from . import _native
from ._values import refuse
from .enums import _OUTCOMES, Outcome
from .register import Reading, readings
from .rounds import OrganizationRow, RoundResult, reading_names


class Dependence(OrganizationRow):
    """On which readings one organisation's result depends, and what it would be under each
    combination of them."""

    __slots__ = ()
    __match_args__ = ("id", "outcome", "prize", "outcome_sets", "prize_sets")

    @property
    def outcome(self) -> Outcome:
        """The outcome as it was decided."""
        return _OUTCOMES[self._raw[2]]

    @property
    def prize(self) -> int:
        """The prize as it was decided, yuan."""
        return int(self._raw[3])

    @property
    def outcome_sets(self) -> tuple[tuple[str, ...], ...]:
        """The least sets of readings that change the outcome together: no part of one does."""
        return _named_sets(self._raw[4])

    @property
    def prize_sets(self) -> tuple[tuple[str, ...], ...]:
        """The least sets of readings that leave the outcome and change the prize together."""
        return _named_sets(self._raw[5])

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings of which another value changes outcome or prize under some combination of
        the others, in the register's order."""
        cells, stride, names = self._raw[6], 1, []
        for row in round_readings():
            step = stride * len(row.values)
            if any(
                cells[at : at + step - stride] != cells[at + stride : at + step]
                for at in range(0, len(cells), step)
            ):
                names.append(row.name)
            stride = step
        return tuple(names)

    @property
    def results(self) -> tuple[tuple[Outcome | None, int], ...]:
        """Every outcome and prize that some combination of the readings gives."""
        return tuple(
            (_OUTCOMES[code] if code else None, prize) for code, prize in self._raw[7]
        )

    def result_of(self, combination: int) -> int:
        """Which of the results a combination of the readings gives, by the combination's number."""
        return int(self._raw[6][combination])


def _named_sets(sets: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Sets of readings by name, the smallest first."""
    return tuple(sorted(map(reading_names, sets), key=len))


@cache
def round_readings() -> tuple[Reading, ...]:
    """The readings that touch a round, in the register's order."""
    return tuple(row for row in readings() if row.touches_round)


def number_of(values: Mapping[str, str]) -> int:
    """The number of a combination of the readings that touch a round, by their values; a reading
    that is left out has its default."""
    number, stride = 0, 1
    for row in round_readings():
        if row.name in values:
            number += stride * row.values.index(values[row.name])
        stride *= len(row.values)
    return number


def combinations() -> int:
    """How many combinations of the readings that touch a round there are."""
    return _native.reading_combinations()


def sensitivity(result: RoundResult) -> tuple[Dependence, ...]:
    """The organisations whose outcome or prize depends on readings, with what it depends on singly
    and jointly: the round is decided under every combination of the readings."""
    if not isinstance(result, RoundResult):
        refuse("type", "round")
    rows = []
    for place, *found in _native.round_result_sensitivity(result._box):
        own = result.organizations[place]._raw
        rows.append(Dependence((own[0], own[1], own[2], own[16], *found)))
    return tuple(rows)
