"""Blocks of rounds: made up, decided under both editions by the C library, counted, added up."""

from __future__ import annotations

import concurrent.futures
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from .. import _native
from .._values import refuse
from ..editions import Edition, raw
from ..enums import Award, Outcome
from ._impact import OUTCOMES, Impact, Side
from ._population import Population, applicants

if TYPE_CHECKING:
    import numpy.typing as npt

#: Rows of one block, at most; a block is one unit of work.
BLOCK_ROWS = 98_304
#: Most applicants of a simulation.
MOST_APPLICANTS = 1_000_000_000

_CODES = len(OUTCOMES) + 1


class _Tally:
    """Adds up blocks; the order of blocks does not matter."""

    def __init__(self) -> None:
        self.counts = np.zeros((2, _CODES), np.int64)
        self.squares = np.zeros((3, _CODES), np.int64)
        self.flips = np.zeros(_CODES * _CODES, np.int64)
        self.seats: list[dict[Award, Counter[int]]] = [{a: Counter() for a in Award} for _ in range(2)]
        self.outlay: list[Counter[int]] = [Counter(), Counter()]

    def add(self, other: _Tally) -> None:
        self.counts += other.counts
        self.squares += other.squares
        self.flips += other.flips
        for mine, theirs in zip(self.seats, other.seats):
            for award in Award:
                mine[award].update(theirs[award])
        for money, more in zip(self.outlay, other.outlay):
            money.update(more)

    def side(self, place: int) -> Side:
        return Side(
            {outcome: int(self.counts[place, outcome.code]) for outcome in OUTCOMES},
            {outcome: int(self.squares[place, outcome.code]) for outcome in OUTCOMES},
            self.seats[place],
            self.outlay[place],
        )


def _counter(values: npt.NDArray[Any]) -> Counter[int]:
    return Counter(dict(zip(*(part.tolist() for part in np.unique(values, return_counts=True)))))


def _block(population: Population, sides: tuple[bytes, bytes], seed: int, block: int, rounds: int) -> _Tally:
    """Makes up one block, decides it under both editions, and counts."""
    tally, size = _Tally(), population.applicants
    columns = applicants(population, seed, block, rounds)
    outcomes, per_round = [], []
    for place, edition in enumerate(sides):
        parts = _native.simulated_rounds(
            edition, population.deadline, columns.reshape(-1), size, population.members, population.present
        )
        outcome, off_quota = (np.frombuffer(part, np.int8).reshape(rounds, size) for part in parts[:2])
        numbers = np.stack([(outcome == code).sum(axis=1) for code in range(_CODES)])
        tally.counts[place] = numbers.sum(axis=1)
        tally.squares[place] = (numbers * numbers).sum(axis=1)
        for award, won in ((Award.QUALITY, Outcome.QUALITY), (Award.NOMINATION, Outcome.NOMINATION)):
            off = ((outcome == won.code) & (off_quota == 1)).sum(axis=1)
            tally.seats[place][award] = _counter(numbers[won.code] - off)
        prizes = np.frombuffer(parts[2], np.int64).reshape(rounds, size).sum(axis=1)
        tally.outlay[place] = _counter(prizes)
        outcomes.append(outcome.reshape(-1))
        per_round.append(numbers)
    difference = per_round[1] - per_round[0]
    tally.squares[2] = (difference * difference).sum(axis=1)
    pairs = outcomes[0].astype(np.int32) * _CODES + outcomes[1]
    tally.flips = np.bincount(pairs, minlength=_CODES * _CODES)
    return tally


def _blocks(population: Population, rounds: int) -> Iterator[tuple[int, int]]:
    """Place and rounds of each block."""
    each = max(1, BLOCK_ROWS // population.applicants)
    for place, first in enumerate(range(0, rounds, each)):
        yield place, min(each, rounds - first)


def simulate(
    base: Edition,
    draft: Edition,
    number: int,
    *,
    population: Population | None = None,
    seed: int = 1,
    jobs: int = 2,
    progress: Callable[[int], None] | None = None,
) -> Impact:
    """Decides `number` made-up applicants, rounded up to whole rounds, under both editions.

    `jobs` threads share the work and do not change the result; `progress` is called with the number
    of applicants done since the last call."""
    people = population if population is not None else Population()
    if not isinstance(people, Population):
        refuse("type", "population")
    for name, value, most in (("number", number, MOST_APPLICANTS), ("seed", seed, 2**63 - 1), ("jobs", jobs, 64)):
        if isinstance(value, bool) or not isinstance(value, int):
            refuse("type", name)
        if not (name == "seed" or value >= 1) or not 0 <= value <= most:
            refuse("range", name)
    rounds = -(-number // people.applicants)
    sides = (raw(base), raw(draft))
    tally = _Tally()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        work = (
            pool.submit(_block, people, sides, seed, place, some)
            for place, some in _blocks(people, rounds)
        )
        for done in _window(work, 2 * jobs):
            tally.add(done)
            if progress:
                progress(int(done.counts[0].sum()))
    flips = {
        (before, after): int(tally.flips[before.code * _CODES + after.code])
        for before in OUTCOMES
        for after in OUTCOMES
        if before is not after
    }
    return Impact(
        people, seed, rounds, tally.side(0), tally.side(1),
        Counter({pair: count for pair, count in flips.items() if count}),
        {outcome: int(tally.squares[2, outcome.code]) for outcome in OUTCOMES},
    )  # fmt: skip


def _window(work: Iterator[concurrent.futures.Future[_Tally]], most: int) -> Iterator[_Tally]:
    """Results in order, with at most so many blocks under way, so that memory stays bounded."""
    waiting: list[concurrent.futures.Future[_Tally]] = []
    for future in work:
        waiting.append(future)
        if len(waiting) >= most:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()
