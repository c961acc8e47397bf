"""The vote (Art. 19), the seats (Art. 3, 22) and the money (Art. 24)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from . import _native
from ._values import Score, Value, code_of, refuse, rows
from .editions import Edition, raw
from .enums import _PLACES, Award, Convener, Place
from .findings import Decision, _WithFindings


def vote_validity(
    edition: Edition, members: int, convened_by: Convener | str, present: int
) -> Decision:
    """Whether a vote is valid: properly convened, with a quorum."""
    code = code_of(Convener, convened_by, "convened_by")
    return Decision(_native.vote_validity(raw(edition), members, code, present))


def ballot(
    edition: Edition, members: int, convened_by: Convener | str, present: int, yes: int
) -> Decision:
    """Whether a candidate passes: a valid vote with enough of those present in favour."""
    code = code_of(Convener, convened_by, "convened_by")
    return Decision(_native.ballot_decide(raw(edition), (members, code, present, yes)))


def least_present(edition: Edition, members: int) -> int | None:
    """The least number present that makes a quorum; None when not even all suffice."""
    least = _native.least_present(raw(edition), members)
    return None if least < 0 else least


def least_yes(edition: Edition, present: int) -> int | None:
    """The least number of votes with which a candidate passes; None when not even all suffice."""
    least = _native.least_yes(raw(edition), present)
    return None if least < 0 else least


class Candidate(NamedTuple):
    """One that may stand in a vote."""

    yes: int
    former_winner: bool = False
    runoff: int = 0
    stands: bool = True


class Seats(Value):
    """How the seats of an award were taken."""

    __slots__ = ()
    __match_args__ = ("quota", "taken", "off_quota")

    @property
    def quota(self) -> int:
        """Seats of the quota."""
        return int(self._raw[0])

    @property
    def taken(self) -> int:
        """Awards inside the quota."""
        return int(self._raw[1])

    @property
    def off_quota(self) -> int:
        """Awards off the quota."""
        return int(self._raw[2])


class Allocation(Value):
    """A vote's allocation: the seats, how many are tied, and the place of each candidate."""

    __slots__ = ()
    __match_args__ = ("seats", "tied", "places")

    @property
    def seats(self) -> Seats:
        """The seats taken."""
        return Seats(self._raw[0])

    @property
    def tied(self) -> int:
        """How many are tied across the last seat; 0 for no tie."""
        return int(self._raw[1])

    @property
    def places(self) -> tuple[Place, ...]:
        """The place of each candidate, in the order given."""
        return tuple(_PLACES[code] for code in self._raw[2])


def allocate(
    edition: Edition,
    award: Award | str,
    present: int,
    candidates: Iterable[Candidate | tuple[int, ...]],
) -> Allocation:
    """Gives the seats of one award after a valid vote (Art. 3, 19, 22)."""
    code = code_of(Award, award, "award")
    entries = []
    for place, item in enumerate(rows(candidates, "candidates")):
        if not isinstance(item, tuple) or not 1 <= len(item) <= 4:
            refuse("type", f"candidates[{place}]")
        one = Candidate(*item)
        entries.append(
            (int(one.stands is True), int(one.former_winner is True), one.yes, one.runoff)
        )
    return Allocation(_native.allocate(raw(edition), code, present, entries))


def allocation_check(edition: Edition, quality: int, nomination: int) -> Decision:
    """Whether numbers of awards inside the quota stay within it (Art. 3)."""
    return Decision(_native.allocation_check(raw(edition), quality, nomination))


def special_nomination(
    edition: Edition, document: Score | None = None, site: Score | None = None
) -> Decision:
    """Whether a special nomination may stand (Art. 22)."""
    return Decision(_native.special_nomination_check(raw(edition), document, site))


class PastAward(NamedTuple):
    """An award of an earlier year."""

    award: Award | str
    year: int
    paid: int
    revoked: bool = False


PastAwards = Iterable[PastAward | tuple[Any, ...] | Mapping[str, Any]]


def _history(items: PastAwards) -> list[tuple[Any, ...]]:
    result = []
    for place, item in enumerate(rows(items, "history")):
        at = f"history[{place}]"
        if isinstance(item, Mapping):
            for key in item:
                if key not in PastAward._fields:
                    refuse("unknown_key", f"{at}.{key}")
            for key in ("award", "year", "paid"):
                if key not in item:
                    refuse("missing", f"{at}.{key}")
            item = PastAward(**item)
        if not isinstance(item, tuple) or not 3 <= len(item) <= 4:
            refuse("type", at)
        one = PastAward(*item)
        if not isinstance(one.revoked, bool):
            refuse("type", f"{at}.revoked")
        code = code_of(Award, one.award, f"{at}.award")
        result.append((code, one.year, one.paid, int(one.revoked)))
    return result


class Prize(_WithFindings):
    """A prize with its findings: not repeated, under the cap (Art. 24)."""

    __slots__ = ()
    __match_args__ = ("amount", "findings")

    @property
    def amount(self) -> int:
        """To be paid, yuan."""
        return int(self._raw[0])


def prize(edition: Edition, award: Award | str, history: PastAwards = ()) -> Prize:
    """The prize of an award, given the awards of earlier years (Art. 24)."""
    code = code_of(Award, award, "award")
    return Prize(_native.prize_decide(raw(edition), code, _history(history)))


def prize_payable(edition: Edition, history: PastAwards = ()) -> int:
    """Money still payable under the cumulative cap, whatever is won."""
    return _native.prize_payable(raw(edition), _history(history))


def is_former_winner(history: PastAwards) -> bool:
    """Whether an award of an earlier year is held that is not revoked (Art. 22)."""
    return _native.is_former_winner(_history(history)) == 1


def outlay_bound(
    edition: Edition, off_quota_quality: int = 0, off_quota_nomination: int = 0
) -> int:
    """Upper bound of a round's outlay, yuan (Art. 3, 22, 24)."""
    return _native.outlay_bound(raw(edition), off_quota_quality, off_quota_nomination)
