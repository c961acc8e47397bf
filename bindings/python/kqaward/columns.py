"""Many rows at a time: columns of numbers in, columns of numbers out.

Columns are read where they lie, without a copy: numpy's arrays, pandas' Series, ``array``,
``memoryview`` over the buffer protocol; pyarrow's Arrays and polars' Series over Arrow's interface.
The interpreter's lock is released while the library works, so that threads may decide disjoint
ranges of rows. A column of other numbers, with gaps, in pieces, of another length or with nulls is
refused before anything is decided; what makes no sense in a row is marked in that row.

What each column means stands with ``struct kqa_columns`` and ``struct kqa_answers`` in the
library's reference: days are counted from 1970-01-01, scores are millionths of a point, totals
billionths, codes are those of the enumerations, facts two masks.
"""

from __future__ import annotations

import array
import datetime as _dt
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from . import _native
from ._answers import ANSWERS, BALLOT_ANSWERS, Answers, BallotAnswers, blank
from ._values import Day, code_of, exact, refuse
from .editions import Edition, raw
from .enums import Award
from .register import Provision, provisions
from .scores import Criteria, criteria_raw

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .voting import Seats

__all__ = [
    "ANSWERS",
    "Answers",
    "BALLOT_ANSWERS",
    "BallotAnswers",
    "Buffer",
    "NO_DAY",
    "NO_NUMBER",
    "SCORE_PER_POINT",
    "TOTAL_PER_POINT",
    "allocate",
    "ballots",
    "day_number",
    "decide",
    "finding_provisions",
    "panel_scores",
    "requirement_bits",
]

Buffer = Any

#: In a column of days: no day, or not known.
NO_DAY: int = -(2**31)
#: In a column of scores, totals or copies: none, or not known.
NO_NUMBER: int = -1
#: A score in a column counts these parts of a point.
SCORE_PER_POINT: int = 10**6
#: A total in a column counts these parts of a point.
TOTAL_PER_POINT: int = 10**9

_USUAL = ("verdict", "decisive", "total", "floors", "prize", "status", "field")


def decide(
    edition: Edition,
    deadline: Day,
    *,
    known: Buffer | None = None,
    holds: Buffer | None = None,
    operating_since: Buffer | None = None,
    recommended_by: Buffer | None = None,
    copies: Buffer | None = None,
    received: Buffer | None = None,
    inspection_failure: Buffer | None = None,
    major_accident: Buffer | None = None,
    major_complaint: Buffer | None = None,
    fraud: Buffer | None = None,
    revocation: Buffer | None = None,
    document: Buffer | None = None,
    site: Buffer | None = None,
    award: Buffer | None = None,
    won: Buffer | None = None,
    paid: Buffer | None = None,
    paid_revoked: Buffer | None = None,
    answers: Iterable[str] = _USUAL,
    into: Answers | None = None,
    first: int = 0,
    count: int | None = None,
) -> Answers:
    """Decides organisations, one a row: the qualification check (Art. 15), the total score (Art.
    18), the floors (Art. 5), the prize (Art. 24) and the bars (Art. 26, 30).

    ``known`` and ``holds`` are masks of the requirements, whose bits requirement_bits() names. A
    column that is not given says nothing of any row. ``answers`` names the columns to make, keys of
    ANSWERS; ``into`` writes into those of an earlier answer instead, which spares new memory.
    ``first`` and ``count`` decide a part of the rows, the others keep what ``into`` holds.
    """
    columns = (
        known, holds, operating_since, recommended_by, copies, received, inspection_failure,
        major_accident, major_complaint, fraud, revocation, document, site, award, won, paid,
        paid_revoked,
    )  # fmt: skip
    if into is None:
        made = blank(ANSWERS, answers, _native.batch_rows(columns), first, count)
    elif isinstance(into, Answers):
        made = into.columns()
    else:
        refuse("type", "into")
    written = tuple(made.get(name) for name in ANSWERS)
    rows, faults = _native.batch_decide(raw(edition), deadline, columns, written, first, count)
    return Answers(rows, faults, **made)


def ballots(
    edition: Edition,
    *,
    members: Buffer,
    convened_by: Buffer,
    present: Buffer,
    yes: Buffer,
    answers: Iterable[str] = tuple(BALLOT_ANSWERS),
    into: BallotAnswers | None = None,
    first: int = 0,
    count: int | None = None,
) -> BallotAnswers:
    """Decides ballots, one a row, of one round or of many: whether the candidate passes (Art. 19).

    ``answers``, ``into``, ``first`` and ``count`` are as in decide().
    """
    columns = (members, convened_by, present, yes)
    if into is None:
        made = blank(BALLOT_ANSWERS, answers, _native.batch_ballot_rows(columns), first, count)
    elif isinstance(into, BallotAnswers):
        made = into.columns()
    else:
        refuse("type", "into")
    written = tuple(made.get(name) for name in BALLOT_ANSWERS)
    rows, faults = _native.batch_ballots(raw(edition), columns, written, first, count)
    return BallotAnswers(rows, faults, **made)


@cache
def requirement_bits() -> dict[str, int]:
    """The masks' bits by the names of the requirements, which are those of ``missing``."""
    return {_native.requirement_name(i): 1 << i for i in range(_native.KQA_REQUIREMENTS)}


@cache
def finding_provisions() -> tuple[Provision, ...]:
    """The provisions by the places that ``decisive`` and the bits of ``failing`` name."""
    by_key = {provision.key: provision for provision in provisions()}
    return tuple(
        by_key[_native.provision_key(_native.batch_provision(place))]
        for place in range(_native.KQA_ELIGIBILITY_FINDINGS)
    )


def day_number(day: _dt.date) -> int:
    """A day as columns hold it: the days since 1970-01-01."""
    if not isinstance(day, _dt.date) or isinstance(day, _dt.datetime):
        refuse("type", "day")
    return (day - _dt.date(1970, 1, 1)).days


def panel_scores(
    edition: Edition, criteria: Criteria, percents: Buffer, sheets: int
) -> list[Fraction]:
    """Scores of many panels of equally many sheets: ``percents`` holds panels x sheets x items."""
    pairs = _native.panel_score_column(raw(edition), criteria_raw(criteria), percents, sheets)
    return list(map(exact, pairs))


def allocate(
    edition: Edition,
    award: Award | str,
    present: int,
    yes: Buffer,
    former_winner: Buffer | None = None,
    runoff: Buffer | None = None,
) -> tuple[array.array[int], Seats]:
    """Seats of one award from columns of votes. Answers the codes of Place, in the order of its
    members from 0, and the seats."""
    from .voting import Seats

    code = code_of(Award, award, "award")
    seats, tied, places = _native.allocate_column(
        raw(edition), code, present, yes, former_winner, runoff
    )
    result = array.array("i")
    result.frombytes(places)
    return result, Seats(seats)
