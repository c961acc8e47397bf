"""What a simulation counts: outcomes with their intervals, seats, outlay, who flips."""

from __future__ import annotations

import dataclasses
import json
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..enums import Award, Outcome
from ._population import Population

OUTCOMES = tuple(Outcome)


class Interval(NamedTuple):
    """An estimate with the ends of its 95 percent interval."""

    value: float
    low: float
    high: float


@dataclasses.dataclass
class Side:
    """What was counted under one edition. All whole numbers."""

    #: Applicants by outcome.
    outcomes: dict[Outcome, int]
    #: Sums over rounds of the squared number of each outcome.
    squares: dict[Outcome, int]
    #: Rounds by seats of each award taken, off-quota awards not among them.
    seats: dict[Award, Counter[int]]
    #: Rounds by the sum of their prizes, yuan.
    outlay: Counter[int]


@dataclasses.dataclass
class Impact:
    """The counts of a simulation under the base and under the draft."""

    population: Population
    seed: int
    rounds: int
    base: Side
    draft: Side
    #: Applicants by outcome under the base and under the draft, where they differ.
    flips: Counter[tuple[Outcome, Outcome]]
    #: Sums over rounds of the squared difference of each outcome's number.
    difference_squares: dict[Outcome, int]

    @property
    def applicants(self) -> int:
        """How many applicants there were."""
        return self.rounds * self.population.applicants

    def share(self, outcome: Outcome, side: Side) -> Interval:
        """The share of applicants with an outcome."""
        return self._interval(side.outcomes[outcome], side.squares[outcome])

    def change(self, outcome: Outcome) -> Interval:
        """By how much the draft changes the share of an outcome, on the same applicants."""
        more = self.draft.outcomes[outcome] - self.base.outcomes[outcome]
        return self._interval(more, self.difference_squares[outcome])

    def _interval(self, total: int, squares: int) -> Interval:
        """Of a number a round with this sum and sum of squares. Rounds are independent of each other."""
        rounds, size = self.rounds, self.population.applicants
        variance = max(0, squares * rounds - total * total) / (rounds * max(rounds - 1, 1))
        half = 1.96 * math.sqrt(variance / rounds) / size
        value = total / (rounds * size)
        return Interval(value, value - half, value + half)

    def to_dict(self) -> dict[str, Any]:
        """Everything as a mapping that JSON can hold."""
        return {
            "applicants": self.applicants,
            "rounds": self.rounds,
            "seed": self.seed,
            "population": {
                name: value if isinstance(value, int) else value.isoformat()
                for name, value in dataclasses.asdict(self.population).items()
            },
            "base": self._side(self.base),
            "draft": self._side(self.draft),
            "change": {str(outcome): _rounded(self.change(outcome)) for outcome in OUTCOMES},
            "flips": [
                {"before": str(before), "after": str(after), "applicants": count}
                for (before, after), count in sorted(self.flips.items(), key=lambda entry: -entry[1])
            ],
        }

    def _side(self, side: Side) -> dict[str, Any]:
        low, median, high = (quantile(side.outlay, share) for share in (25, 500, 975))
        return {
            "outcomes": {
                str(outcome): {"applicants": side.outcomes[outcome], "share": _rounded(self.share(outcome, side))}
                for outcome in OUTCOMES
            },
            "seats": {
                str(award): {str(seats): rounds for seats, rounds in sorted(counted.items())}
                for award, counted in side.seats.items()
            },
            "outlay": {
                "total": sum(amount * rounds for amount, rounds in side.outlay.items()),
                "low": low,
                "median": median,
                "high": high,
            },
        }

    def to_json(self) -> str:
        """The counts as JSON: the same bytes for the same assumptions, editions, number and seed."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def _rounded(interval: Interval) -> list[float]:
    return [round(number, 6) for number in interval]


def quantile(counted: Mapping[int, int], permille: int) -> int:
    """The least value that at least so many of a thousand do not exceed."""
    rank = sum(counted.values()) * permille
    below = 0
    for value, count in sorted(counted.items()):
        below += count * 1000
        if below >= rank:
            return value
    return max(counted, default=0)
