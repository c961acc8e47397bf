"""The columns of answers that the library fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _native
from ._values import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers about organisations, a column each; None where it was not asked for."""

    rows: int
    faults: int  #: How many of the rows that were decided are at fault.
    verdict: npt.NDArray[np.int8] | None = None
    decisive: npt.NDArray[np.int8] | None = None
    failing: npt.NDArray[np.uint32] | None = None
    missing: npt.NDArray[np.uint32] | None = None
    total: npt.NDArray[np.int64] | None = None
    floors: npt.NDArray[np.int8] | None = None
    below: npt.NDArray[np.uint8] | None = None
    prize: npt.NDArray[np.int64] | None = None
    bar_last_day: npt.NDArray[np.int32] | None = None
    status: npt.NDArray[np.int8] | None = None
    field: npt.NDArray[np.int16] | None = None

    def columns(self) -> dict[str, npt.NDArray[Any]]:
        """The columns that are there by name, as a data frame takes them."""
        return _columns_of(self, ANSWERS)

    def fault(self, row: int) -> tuple[str, str] | None:
        """What is wrong with a row and with which value of it, such as ``("range", "copies")``."""
        return _fault(self.status, self.field, row)


@dataclass(frozen=True, slots=True)
class BallotAnswers:
    """The answers about ballots, a column each; None where it was not asked for."""

    rows: int
    faults: int  #: How many of the rows that were decided are at fault.
    verdict: npt.NDArray[np.int8] | None = None
    failing: npt.NDArray[np.uint8] | None = None
    status: npt.NDArray[np.int8] | None = None
    field: npt.NDArray[np.int16] | None = None

    def columns(self) -> dict[str, npt.NDArray[Any]]:
        """The columns that are there by name, as a data frame takes them."""
        return _columns_of(self, BALLOT_ANSWERS)

    def fault(self, row: int) -> tuple[str, str] | None:
        """What is wrong with a row and with which value of it, such as ``("range", "yes[]")``."""
        return _fault(self.status, self.field, row)


#: The answers about organisations, and numpy's name of their numbers.
ANSWERS = {
    "verdict": "int8",
    "decisive": "int8",
    "failing": "uint32",
    "missing": "uint32",
    "total": "int64",
    "floors": "int8",
    "below": "uint8",
    "prize": "int64",
    "bar_last_day": "int32",
    "status": "int8",
    "field": "int16",
}
#: The answers about ballots, and numpy's name of their numbers.
BALLOT_ANSWERS = {"verdict": "int8", "failing": "uint8", "status": "int8", "field": "int16"}


def blank(
    kinds: dict[str, str], names: Iterable[str], rows: int, first: int, count: int | None
) -> dict[str, npt.NDArray[Any]]:
    """New columns for answers. Where a part of the rows is decided, the others hold zeros."""
    import numpy as np  # takes longer to load than the rest of the package

    if isinstance(names, str):
        refuse("type", "answers")
    wanted = list(names)
    for name in wanted:
        if name not in kinds:
            refuse("name", f"answers.{name}")
    make = np.empty if first == 0 and count is None else np.zeros
    return {name: make(rows, kinds[name]) for name in wanted}


def _columns_of(answers: Answers | BallotAnswers, names: Iterable[str]) -> dict[str, Any]:
    found = ((name, getattr(answers, name)) for name in names)
    return {name: column for name, column in found if column is not None}


def _fault(
    status: npt.NDArray[np.int8] | None, field: npt.NDArray[np.int16] | None, row: int
) -> tuple[str, str] | None:
    if status is None or field is None:
        refuse("missing", "answers.status" if status is None else "answers.field")
    if status[row] == 0:
        return None
    return _native.status_name(int(status[row])), _native.field_name(int(field[row]))
