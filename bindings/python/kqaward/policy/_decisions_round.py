"""Whole rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from ..editions import Edition
from ..editions import edition as editions
from ..enums import Award, Outcome, VoteState
from ..findings import Finding
from ..rounds import OrganizationResult, Round, RoundResult
from ._decision import DECISIONS, VERDICT, Get, Input, add, found
from ._expect import BECAUSE, FINDINGS, NAMES, NUMBER, TEXT, TRUTH, Each, Group, Spec, word
from ._source import error, text

#: The key of a round's input that names a file.
FILE = "file"


#: What a round may change by itself.
_OWN_CHANGES = ("amend", "readings")


@lru_cache(maxsize=32)
def _read_round(path: str) -> tuple[Round, set[str]]:
    """The round of a file, and what it changes by itself."""
    round = Round.from_file(path)
    document = round.to_dict()
    return round, {key for key in _OWN_CHANGES if document.get(key)}


def _round(edition: Edition | None, given: Input) -> RoundResult:
    if FILE in given:
        round, own = _read_round(given[FILE])
    else:
        own = {key for key in _OWN_CHANGES if given.get(key)}
        start = {} if edition is None else {"ordinance": editions.ids()[0]}
        round = Round.from_dict({**start, **given})
    if own and edition is not None:
        key = min(own)
        raise error(text("round_edition", key=key), "both", key)
    return round.decide(edition=edition)


def decisive(row: OrganizationResult) -> tuple[Finding, ...]:
    """The findings on which an organisation's outcome rests."""
    from ..cli._decisive import decisive as places

    findings = row.findings
    return tuple(findings[place] for place in sorted(places(row)))


_ORGANIZATION: dict[str, tuple[Spec, Get]] = {
    "outcome": (word(Outcome), lambda row: row.outcome),
    "rank": (NUMBER, lambda row: row.rank),
    "total": (NUMBER, lambda row: row.total),
    "award": (word(Award), lambda row: row.award),
    "off_quota": (TRUTH, lambda row: row.off_quota),
    "prize": (NUMBER, lambda row: row.prize),
    "missing": (NAMES, lambda row: frozenset(row.missing)),
    "eligible": (VERDICT, lambda row: row.eligible),
    "because": (BECAUSE, lambda row: frozenset(f.provision for f in decisive(row))),
    "findings": (FINDINGS, lambda row: found(row.findings)),
    "outcome_readings": (NAMES, lambda row: frozenset(row.outcome_readings)),
    "prize_readings": (NAMES, lambda row: frozenset(row.prize_readings)),
}


class _Lazy(Mapping[str, Any]):
    """Answers by key, each computed when it is asked for."""

    __slots__ = ("_get", "_of")

    def __init__(self, of: Any, get: Mapping[str, Get]) -> None:
        self._of = of
        self._get = get

    def __getitem__(self, key: str) -> Any:
        return self._get[key](self._of)

    def __iter__(self) -> Any:
        return iter(self._get)

    def __len__(self) -> int:
        return len(self._get)


_ORGANIZATION_GET = {key: get for key, (_, get) in _ORGANIZATION.items()}


def _organizations(result: RoundResult) -> dict[str, Mapping[str, Any]]:
    return {row.id: _Lazy(row, _ORGANIZATION_GET) for row in result.organizations}


_SEATS = Group({"quota": NUMBER, "taken": NUMBER, "off_quota": NUMBER}, None)
add(
    "round",
    None,
    _round,
    {
        "year": (NUMBER, lambda result: result.year),
        "ordinance": (TEXT, lambda result: result.edition.id),
        "candidates": (NUMBER, lambda result: result.candidates),
        "votes": (
            Group({str(award): word(VoteState) for award in Award}, None),
            lambda result: {str(award): state for award, state in result.votes.items()},
        ),
        "seats": (
            Group({str(award): _SEATS for award in Award}, None),
            lambda result: {str(award): seats.to_dict() for award, seats in result.seats.items()},
        ),
        "prize_total": (NUMBER, lambda result: result.prize_total),
        "organizations": (
            Each(Group({key: spec for key, (spec, _) in _ORGANIZATION.items()}, "outcome")),
            _organizations,
        ),
    },
    None,
    "kqa_total_score kqa_rank kqa_allocate kqa_prize_decide",
)

ROUND = DECISIONS["round"]


def findings_of(result: Any) -> Iterable[Finding]:
    """Everything that a result found."""
    if isinstance(result, RoundResult):
        for row in result.organizations:
            yield from row.findings
    else:
        yield from getattr(result, "findings", ())
