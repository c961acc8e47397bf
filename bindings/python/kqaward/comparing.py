"""Two results of a round side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from . import _native
from ._values import Word, refuse
from .editions import Edition, raw
from .enums import _AWARDS, _OUTCOMES, Award, Outcome
from .findings import Finding
from .register import Provision, provisions
from .rounds import OrganizationRow, Round, RoundResult
from .voting import Seats


class Changed(Word):
    """What differs between two results of an organisation."""

    OUTCOME = "outcome"
    AWARD = "award"
    OFF_QUOTA = "off_quota"
    PRIZE = "prize"
    RANK = "rank"
    TOTAL = "total"
    FINDINGS = "findings"


@cache
def _provisions() -> dict[int, Provision]:
    return {row._raw[0]: row for row in provisions()}


def _outcome(code: int) -> Outcome | None:
    return _OUTCOMES[code] if code else None


def _finding(row: Any) -> Finding | None:
    return None if row is None else Finding(row)


class Change(OrganizationRow):
    """One organisation's result before and after. An outcome is None for a special nominee without
    a dossier whose nomination does not hold."""

    __slots__ = ()
    __match_args__ = (
        "id",
        "changed",
        "outcome_before",
        "outcome_after",
        "award_before",
        "award_after",
        "off_quota_before",
        "off_quota_after",
        "rank_before",
        "rank_after",
        "prize_before",
        "prize_after",
        "provision",
        "before",
        "after",
    )

    @property
    def changed(self) -> tuple[Changed, ...]:
        """What differs; nothing where the results are the same."""
        return tuple(word for bit, word in enumerate(Changed) if self._raw[2] >> bit & 1)

    @property
    def flipped(self) -> bool:
        """Whether the outcome differs."""
        return bool(self._raw[2] & _native.KQA_CHANGED_OUTCOME)

    @property
    def outcome_before(self) -> Outcome | None:
        """The outcome before."""
        return _outcome(self._raw[3])

    @property
    def outcome_after(self) -> Outcome | None:
        """The outcome after."""
        return _outcome(self._raw[4])

    @property
    def award_before(self) -> Award | None:
        """The award before."""
        return _AWARDS[self._raw[5]]

    @property
    def award_after(self) -> Award | None:
        """The award after."""
        return _AWARDS[self._raw[6]]

    @property
    def off_quota_before(self) -> bool:
        """Whether the award was off the quota."""
        return bool(self._raw[7])

    @property
    def off_quota_after(self) -> bool:
        """Whether the award is off the quota."""
        return bool(self._raw[8])

    @property
    def rank_before(self) -> int | None:
        """Rank among the candidates before."""
        return self._raw[9] or None

    @property
    def rank_after(self) -> int | None:
        """Rank among the candidates after."""
        return self._raw[10] or None

    @property
    def provision(self) -> Provision | None:
        """The first provision that differs: by its verdict, else by which side has it, else by its
        values. None where none differs."""
        return _provisions()[self._raw[11]] if self._raw[11] else None

    @property
    def prize_before(self) -> int:
        """Prize before, yuan."""
        return int(self._raw[12])

    @property
    def prize_after(self) -> int:
        """Prize after, yuan."""
        return int(self._raw[13])

    @property
    def before(self) -> Finding | None:
        """The finding on that provision before; None where there was none."""
        return _finding(self._raw[14])

    @property
    def after(self) -> Finding | None:
        """The finding on that provision after; None where there is none."""
        return _finding(self._raw[15])

    def to_dict(self) -> dict[str, Any]:
        """The change as a mapping that JSON can hold."""
        row, (before, after) = self.provision, (self.before, self.after)
        return {
            "id": self.id,
            "changed": [word.value for word in self.changed],
            "outcome_before": _word(self.outcome_before),
            "outcome_after": _word(self.outcome_after),
            "award_before": _word(self.award_before),
            "award_after": _word(self.award_after),
            "off_quota_before": self.off_quota_before,
            "off_quota_after": self.off_quota_after,
            "rank_before": self.rank_before,
            "rank_after": self.rank_after,
            "prize_before": self.prize_before,
            "prize_after": self.prize_after,
            "provision": row.key if row else None,
            "article": row.article if row else None,
            "before": before and _plain_finding(before),
            "after": after and _plain_finding(after),
        }


def _word(word: Word | None) -> str | None:
    return None if word is None else str(word.value)


def _plain_finding(finding: Finding) -> dict[str, str]:
    return {
        "verdict": finding.verdict.value,
        "observed": finding.observed_text,
        "required": finding.required_text,
    }


class Comparison:
    """Two results of the same organisations side by side."""

    __slots__ = ("_after", "_before", "_changes", "_raw")

    def __init__(self, before: RoundResult, after: RoundResult) -> None:
        if not isinstance(before, RoundResult) or not isinstance(after, RoundResult):
            refuse("type", "round")
        if before.round is not after.round and before.round.ids != after.round.ids:
            refuse("value", "organizations")
        self._before = before
        self._after = after
        self._changes: tuple[Change, ...] | None = None
        self._raw = _native.round_result_compare(before._box, after._box)

    @property
    def before(self) -> RoundResult:
        """The result before."""
        return self._before

    @property
    def after(self) -> RoundResult:
        """The result after."""
        return self._after

    @property
    def organizations(self) -> int:
        """How many organisations were compared."""
        return int(self._raw[0])

    @property
    def flipped(self) -> int:
        """How many have another outcome."""
        return int(self._raw[1])

    @property
    def changed(self) -> int:
        """How many have any other result: outcome, award, prize, off the quota, rank or total."""
        return int(self._raw[2])

    @property
    def seats_before(self) -> dict[Award, Seats]:
        """The seats of each award before."""
        return {Award.QUALITY: Seats(self._raw[3]), Award.NOMINATION: Seats(self._raw[5])}

    @property
    def seats_after(self) -> dict[Award, Seats]:
        """The seats of each award after."""
        return {Award.QUALITY: Seats(self._raw[4]), Award.NOMINATION: Seats(self._raw[6])}

    @property
    def prize_before(self) -> int:
        """Sum of all prizes before, yuan."""
        return int(self._raw[7])

    @property
    def prize_after(self) -> int:
        """Sum of all prizes after, yuan."""
        return int(self._raw[8])

    @property
    def transitions(self) -> dict[tuple[Outcome | None, Outcome | None], int]:
        """How many organisations went from one outcome to another, those that stayed among them."""
        return {(_outcome(one), _outcome(two)): count for one, two, count in self._raw[9]}

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs for each organisation with another result, in the order of the round."""
        if self._changes is None:
            rows = _native.round_result_changes(self._before._box, self._after._box)
            self._changes = tuple(map(Change, rows))
        return self._changes

    def __getitem__(self, key: int | str) -> Change:
        """What differs for one organisation, by place or by id; also where it is nothing, or only
        the numbers of a finding."""
        if isinstance(key, str):
            ids = self._before.round.ids
            if key not in ids:
                raise KeyError(key)
            key = ids.index(key)
        place = key + self.organizations if key < 0 else key
        if not 0 <= place < self.organizations:
            raise IndexError("there are fewer organizations")
        return Change(_native.round_result_change(self._before._box, self._after._box, place))

    def __repr__(self) -> str:
        return f"<Comparison of {self.organizations} organizations, {self.flipped} flipped>"

    def to_dict(self) -> dict[str, Any]:
        """The comparison as a mapping that JSON can hold."""
        return {
            "organizations": self.organizations,
            "flipped": self.flipped,
            "changed": self.changed,
            "seats": {
                award.value: {
                    "before": self.seats_before[award].to_dict(),
                    "after": self.seats_after[award].to_dict(),
                }
                for award in Award
            },
            "prize_total": {"before": self.prize_before, "after": self.prize_after},
            "transitions": transition_rows(self.transitions),
            "changes": [change.to_dict() for change in self.changes],
        }


def transition_rows(
    transitions: Mapping[tuple[Outcome | None, Outcome | None], int]
) -> list[dict[str, Any]]:
    """Transitions as JSON holds them."""
    return [
        {
            "before": _word(one),
            "after": _word(two),
            "count": count,
        }
        for (one, two), count in transitions.items()
    ]


def compare(round: Round, base: Edition | None = None, draft: Edition | None = None) -> Comparison:
    """A round under one edition and under another; by default each is the round's own. The round is
    held under its own edition: its entries must be sound there. What another edition makes invalid
    is left out under it, votes for one that no longer stands and a special nomination that no
    longer holds; all other votes count as they were cast."""
    if not isinstance(round, Round):
        refuse("type", "round")
    own = round.decide()
    return Comparison(_under(own, base), _under(own, draft))


def _under(own: RoundResult, edition: Edition | None) -> RoundResult:
    if edition is None or raw(edition) == own.edition._raw:
        return own
    return own.under(edition)
