"""Which findings an outcome rests on, so that they can be marked. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Collection

from ..enums import Award, Outcome, Verdict
from ..findings import Finding
from ..rounds import OrganizationResult
from ._report import qualifying

_VALIDITY = frozenset(("vote_convener", "vote_quorum"))
_SEAT = frozenset(("vote_approval", "seat_by_votes"))
_FLOORS = frozenset(("total_floor", "site_floor"))


def decisive(row: OrganizationResult) -> frozenset[int]:
    """The places of the deciding findings; none where what decides has not happened yet."""
    findings = row.findings
    if row.special:
        return _places(findings, {"special_nomination"}, Verdict.MET)
    outcome = row.outcome
    if outcome is Outcome.INELIGIBLE:
        return _places(findings, qualifying(), Verdict.NOT_MET)
    if outcome is Outcome.UNDETERMINED:
        return _places(findings, qualifying(), Verdict.UNKNOWN)
    if outcome is Outcome.NOT_INVITED:
        return _places(findings, {"site_review_list"}, Verdict.NOT_MET)
    if outcome is Outcome.BELOW_FLOOR:
        return _places(findings, _FLOORS, Verdict.NOT_MET)
    if outcome is Outcome.PENDING:
        return _places(findings, _FLOORS, Verdict.UNKNOWN)
    return _in_votes(row, findings)


def _in_votes(row: OrganizationResult, findings: tuple[Finding, ...]) -> frozenset[int]:
    if row.outcome is Outcome.VOTE_VOID:
        return _places(findings, _VALIDITY, Verdict.NOT_MET)
    if row.outcome is Outcome.TIED:
        return _places(findings, {"seat_by_votes"}, Verdict.UNKNOWN)
    entry = _entry(findings)
    if row.outcome is Outcome.NOT_ELECTED:
        return _places(findings, _SEAT, Verdict.NOT_MET, first=entry)
    first, last = (0, entry) if row.award is Award.QUALITY and entry else (entry, len(findings))
    keys = {"prior_winner_off_quota"} if row.off_quota else {"seat_by_votes"}
    return _places(findings, keys, Verdict.MET, first, last)


def _entry(findings: tuple[Finding, ...]) -> int:
    """Where the findings on the nomination vote begin."""
    for place, finding in enumerate(findings):
        if finding.provision == "nomination_entry":
            return place
    return 0


def _places(
    findings: tuple[Finding, ...],
    keys: Collection[str],
    verdict: Verdict,
    first: int = 0,
    last: int | None = None,
) -> frozenset[int]:
    end = len(findings) if last is None else last
    return frozenset(
        place
        for place in range(first, end)
        if findings[place].verdict is verdict and findings[place].provision in keys
    )
