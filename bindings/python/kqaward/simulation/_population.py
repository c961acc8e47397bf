"""The made-up applicants: the assumptions, and the columns that follow from them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np

from .. import _native
from .._values import refuse

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int32]
    Draws = npt.NDArray[np.uint16]

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
