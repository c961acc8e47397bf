"""Many rows at a time over the buffer protocol: numpy, pandas, pyarrow, ``array``, ``memoryview``.

The buffers are read where they lie, without a copy, and the interpreter's lock is released while
the library works. They must be C-contiguous and of 32-bit integers. What the C library does not
offer in columns yet (totals, floors, ranking of whole columns) waits for its batch room.
"""

from __future__ import annotations

import array
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from . import _native
from ._values import code_of, exact
from .editions import Edition, raw
from .enums import Award
from .scores import Criteria, criteria_raw

if TYPE_CHECKING:
    from .voting import Seats

Buffer = Any


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
