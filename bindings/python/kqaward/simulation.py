"""What a draft would change, over many rounds of made-up applicants.

The applicants are invented: a Population says by which chances and scores. Nothing here is observed
of real organisations, and a simulation answers only what follows from its assumptions. Everyone is
decided by the C library, under the base and under the draft, with the same facts, scores and votes.

Every number is a whole number made from the raw bits of a Philox generator, whose stream is keyed by
the seed and the place of the block: the same seed gives the same applicants on every machine, with
every number of threads. numpy is needed (it comes with matplotlib).
"""

from __future__ import annotations

import concurrent.futures
import dataclasses
import datetime as dt
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from . import _native
from ._values import refuse
from .editions import Edition, raw
from .enums import Award, Outcome

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Draws = npt.NDArray[np.uint16]

#: Rows of one block, at most; a block is one unit of work.
BLOCK_ROWS = 98_304
#: Most applicants of a simulation.
MOST_APPLICANTS = 1_000_000_000

_OUTCOMES = tuple(Outcome)
_CODES = len(_OUTCOMES) + 1
_NO_DAY, _FACTS = -(2**31), _native.KQA_FACTS
_UNIT = 65536
#: Four draws added up have this standard deviation.
_DEVIATION = 37837


@dataclasses.dataclass(frozen=True)
class Population:
    """The assumptions: how applicants of a round are made up. Chances are in permille, scores in points."""

    #: Applicants a round.
    applicants: int = 24
    #: Members of the review committee (Art. 7).
    members: int = 18
    #: Members present in both votes (Art. 19).
    present: int = 16
    #: Last day for applications of every round.
    deadline: dt.date = dt.date(2026, 6, 30)
    #: Chance of each plain fact of Art. 12 and 14 to be false.
    fact_false: int = 6
    #: Chance of each plain fact to be unknown.
    fact_unknown: int = 2
    #: Years of operation lie evenly between 0 and this (Art. 12(1)).
    years_most: int = 40
    #: Chance of an application after the deadline (Art. 14).
    late: int = 10
    #: Chance of a single copy instead of two (Art. 14).
    one_copy: int = 10
    #: Chance of no recommendation (Art. 14).
    not_recommended: int = 5
    #: Chances of an incident within the last six years (Art. 12(6)), on any day evenly.
    inspection_failure: int = 60
    major_accident: int = 12
    major_complaint: int = 18
    #: Chances of a sanction within the last eight years (Art. 26, 30), on any day evenly.
    fraud: int = 3
    revocation: int = 5
    #: Mean of the document review's scores, and of the site review's.
    document_mean: int = 620
    site_mean: int = 625
    #: Standard deviation of both: of what they share, and of what each has for itself.
    shared_deviation: int = 40
    own_deviation: int = 25
    #: Least document score with which an applicant goes to site review (Art. 16).
    invited_from: int = 560
    #: Chance to have won a nomination award before, and a quality award (Art. 22, 24).
    won_nomination: int = 70
    won_quality: int = 20
    #: Support among those present at a site score of 600, and for each point above.
    support: int = 520
    support_slope: int = 4
    #: Standard deviation of support beside that, and how much more a nomination finds.
    support_deviation: int = 150
    nomination_support: int = 40

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            least, most = _BOUNDS.get(field.name, (0, 1000))
            if field.name == "deadline":
                if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
                    refuse("type", field.name)
            elif isinstance(value, bool) or not isinstance(value, int):
                refuse("type", field.name)
            elif not least <= value <= most:
                refuse("range", field.name)
        if self.present > self.members:
            refuse("above_members", "present")
        if self.fact_false + self.fact_unknown > 1000:
            refuse("range", "fact_unknown")
        if not dt.date(1000, 1, 1) <= self.deadline <= dt.date(9000, 1, 1):
            refuse("range", "deadline")

    def replace(self, **changes: Any) -> Population:
        """A copy with other assumptions; an unknown name is refused."""
        known = {field.name for field in dataclasses.fields(self)}
        for name in changes:
            if name not in known:
                refuse("name", name)
        return dataclasses.replace(self, **changes)


_BOUNDS = {
    "applicants": (1, 10_000),
    "members": (1, 1000),
    "present": (1, 1000),
    "years_most": (1, 100),
    "support_slope": (0, 100),
}


def _draws(seed: int, block: int, kinds: int, rows: int) -> Draws:
    """Even draws of 16 bits: one line of `rows` for each of `kinds` purposes."""
    words = np.random.Philox(key=np.array([seed, block], dtype=np.uint64)).random_raw(
        (kinds * rows + 3) // 4
    )
    return words.astype("<u8", copy=False).view("<u2")[: kinds * rows].reshape(kinds, rows)


def _chance(draws: Draws, permille: int) -> npt.NDArray[np.bool_]:
    """True in so many of a thousand, to the nearest of 65,536."""
    return draws < permille * _UNIT // 1000 if permille < 1000 else np.ones(draws.shape, np.bool_)


def _days_before(draws: Draws, last: int, days: int) -> Ints:
    """Day numbers, evenly among the `days` that end on the day `last`."""
    back = draws.astype(np.uint32) * np.uint32(days) >> np.uint32(16)
    return (last - back.astype(np.int32)).astype(np.int32)


def _bell(draws: Draws) -> npt.NDArray[np.int64]:
    """Four draws added up, with mean 0: bell-shaped, of standard deviation _DEVIATION."""
    total: npt.NDArray[np.int64] = draws.astype(np.int64).sum(axis=0)
    return total - 2 * (_UNIT - 1)


class _Lines:
    """Hands out lines of draws, one after another."""

    def __init__(self, draws: Draws) -> None:
        self._draws, self._next = draws, 0

    def one(self) -> Draws:
        line: Draws = self.some(1)[0]
        return line

    def some(self, count: int) -> Draws:
        self._next += count
        return self._draws[self._next - count : self._next]


_KINDS = _FACTS + 38


def _facts(population: Population, lines: _Lines, columns: Ints) -> None:
    known = np.zeros(columns.shape[1], np.uint32)
    holds = np.zeros(columns.shape[1], np.uint32)
    wrong = population.fact_false * _UNIT // 1000
    open_ = wrong + population.fact_unknown * _UNIT // 1000
    for fact, draws in enumerate(lines.some(_FACTS)):
        bit = np.uint32(1 << fact)
        holds |= (draws >= open_) * bit
        known |= ((draws >= open_) | (draws < wrong)) * bit
    columns[_native.KQA_SIMULATED_KNOWN] = known.view(np.int32)
    columns[_native.KQA_SIMULATED_HOLDS] = holds.view(np.int32)


def _papers(population: Population, lines: _Lines, columns: Ints, deadline: int) -> None:
    years = population.years_most
    columns[_native.KQA_SIMULATED_OPERATING_SINCE] = _days_before(lines.one(), deadline, 1461 * years // 4)
    late = _chance(lines.one(), population.late)
    columns[_native.KQA_SIMULATED_RECEIVED] = np.where(late, deadline + 1, deadline - 5)
    alone = _chance(lines.one(), population.not_recommended)
    columns[_native.KQA_SIMULATED_RECOMMENDED_BY] = np.where(
        alone, _native.KQA_RECOMMENDER_NONE, _native.KQA_RECOMMENDER_TOWN
    )
    columns[_native.KQA_SIMULATED_COPIES] = np.where(_chance(lines.one(), population.one_copy), 1, 2)


def _record(population: Population, lines: _Lines, columns: Ints, deadline: int) -> None:
    for column, chance, years in (
        (_native.KQA_SIMULATED_INSPECTION_FAILURE, population.inspection_failure, 6),
        (_native.KQA_SIMULATED_MAJOR_ACCIDENT, population.major_accident, 6),
        (_native.KQA_SIMULATED_MAJOR_COMPLAINT, population.major_complaint, 6),
        (_native.KQA_SIMULATED_FRAUD, population.fraud, 8),
        (_native.KQA_SIMULATED_REVOCATION, population.revocation, 8),
    ):
        happened = _chance(lines.one(), chance)
        columns[column] = np.where(happened, _days_before(lines.one(), deadline, 1461 * years // 4), _NO_DAY)


def _scores(population: Population, lines: _Lines, columns: Ints) -> npt.NDArray[np.int64]:
    """Both reviews' scores in hundredths of a point; answers the site review's."""
    shared = _bell(lines.some(4)) * (100 * population.shared_deviation)
    both = []
    for mean in (population.document_mean, population.site_mean):
        own = _bell(lines.some(4)) * (100 * population.own_deviation)
        both.append(np.clip(100 * mean + (shared + own) // _DEVIATION, 0, 100_000))
    document: npt.NDArray[np.int64]
    site: npt.NDArray[np.int64]
    document, site = both
    columns[_native.KQA_SIMULATED_DOCUMENT] = document * 10_000
    columns[_native.KQA_SIMULATED_SITE] = site * 10_000
    columns[_native.KQA_SIMULATED_INVITED] = document >= 100 * population.invited_from
    return site


def _votes(population: Population, lines: _Lines, columns: Ints, site: npt.NDArray[np.int64]) -> None:
    present = population.present
    known = population.support + (site - 60_000) * population.support_slope // 100
    for yes, runoff, more in (
        (_native.KQA_SIMULATED_QUALITY_YES, _native.KQA_SIMULATED_QUALITY_RUNOFF, 0),
        (_native.KQA_SIMULATED_NOMINATION_YES, _native.KQA_SIMULATED_NOMINATION_RUNOFF,
         population.nomination_support),
    ):  # fmt: skip
        noise = _bell(lines.some(4)) * population.support_deviation // _DEVIATION
        permille = np.clip(known + noise + more, 0, 1000)
        columns[yes] = (permille * present + 500) // 1000
        columns[runoff] = lines.one().astype(np.int64) * (present + 1) >> 16


def _past(population: Population, lines: _Lines, columns: Ints) -> None:
    """Earlier awards. Who won both has the cap's worth, as after the one the rest was paid."""
    nomination = _chance(lines.one(), population.won_nomination)
    quality = _chance(lines.one(), population.won_quality)
    columns[_native.KQA_SIMULATED_WON] = quality + 2 * nomination
    columns[_native.KQA_SIMULATED_PAID] = np.where(quality, 200_000, 100_000 * nomination)


def applicants(population: Population, seed: int, block: int, rounds: int) -> Ints:
    """A block of made-up applicants: one line a column of kqa_simulated_column, one place a row."""
    rows = rounds * population.applicants
    columns = np.empty((_native.KQA_SIMULATED_COLUMNS, rows), np.int32)
    lines = _Lines(_draws(seed, block, _KINDS, rows))
    deadline = _native.date_day_number(population.deadline)
    _facts(population, lines, columns)
    _papers(population, lines, columns, deadline)
    _record(population, lines, columns, deadline)
    _votes(population, lines, columns, _scores(population, lines, columns))
    _past(population, lines, columns)
    return columns


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
            "change": {str(outcome): _rounded(self.change(outcome)) for outcome in _OUTCOMES},
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
                for outcome in _OUTCOMES
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
            {outcome: int(self.counts[place, outcome.code]) for outcome in _OUTCOMES},
            {outcome: int(self.squares[place, outcome.code]) for outcome in _OUTCOMES},
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
        for before in _OUTCOMES
        for after in _OUTCOMES
        if before is not after
    }
    return Impact(
        people, seed, rounds, tally.side(0), tally.side(1),
        Counter({pair: count for pair, count in flips.items() if count}),
        {outcome: int(tally.squares[2, outcome.code]) for outcome in _OUTCOMES},
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
