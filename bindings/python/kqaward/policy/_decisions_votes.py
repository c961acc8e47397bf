"""Decisions on votes (Art. 19), seats (Art. 3, 22) and money (Art. 24)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import voting
from .._values import refuse
from ..editions import Edition
from ..enums import Place
from ._decision import DECISION, FOUND, ByName, Input, add, named, need, one
from ._expect import NUMBER, TRUTH, Listed, word


def _vote(given: Input) -> tuple[Any, Any, Any]:
    return need(given, "members"), need(given, "convened_by"), need(given, "present")


add(
    "vote_validity",
    "members convened_by present",
    lambda edition, given: voting.vote_validity(edition, *_vote(given)),
    DECISION,
    "verdict",
)
add(
    "ballot",
    "members convened_by present yes",
    lambda edition, given: voting.ballot(edition, *_vote(given), need(given, "yes")),
    DECISION,
    "verdict",
)
add(
    "least_present",
    "members",
    lambda edition, given: voting.least_present(edition, need(given, "members")),
    one("present", NUMBER),
    "present",
)
add(
    "least_yes",
    "present",
    lambda edition, given: voting.least_yes(edition, need(given, "present")),
    one("yes", NUMBER),
    "yes",
)


def _candidate(given: Any, at: str) -> voting.Candidate:
    if not isinstance(given, Mapping):
        return voting.Candidate(given)
    for key in given:
        if key not in voting.Candidate._fields:
            refuse("unknown_key", f"{at}.{key}")
    for key in ("former_winner", "stands"):
        if not isinstance(given.get(key, True), bool):
            refuse("type", f"{at}.{key}")
    return voting.Candidate(**{"yes": 0, **given})


def _allocate(edition: Edition, given: Input) -> ByName:
    names, items = named(given, "candidates")
    candidates = [
        _candidate(item, f"candidates.{names[place]}" if names else f"candidates[{place}]")
        for place, item in enumerate(items)
    ]
    answer = voting.allocate(edition, need(given, "award"), need(given, "present"), candidates)
    return ByName(names, tuple(map(str, answer.places)), answer)


add(
    "allocate",
    "award present candidates",
    _allocate,
    {
        "places": (Listed(word(Place)), ByName.shown),
        "quota": (NUMBER, lambda answer: answer.whole.seats.quota),
        "taken": (NUMBER, lambda answer: answer.whole.seats.taken),
        "off_quota": (NUMBER, lambda answer: answer.whole.seats.off_quota),
        "tied": (NUMBER, lambda answer: answer.whole.tied),
    },
    "places",
    "kqa_allocate",
)
add(
    "allocation_check",
    "quality nomination",
    lambda edition, given: voting.allocation_check(
        edition, need(given, "quality"), need(given, "nomination")
    ),
    DECISION,
    "verdict",
)
add(
    "special_nomination",
    "document site",
    lambda edition, given: voting.special_nomination(
        edition, given.get("document"), given.get("site")
    ),
    DECISION,
    "verdict",
)
add(
    "prize",
    "award history",
    lambda edition, given: voting.prize(edition, need(given, "award"), given.get("history", ())),
    {"amount": (NUMBER, lambda answer: answer.amount), **FOUND},
    "amount",
    "kqa_prize_decide",
)
add(
    "prize_payable",
    "history",
    lambda edition, given: voting.prize_payable(edition, given.get("history", ())),
    one("amount", NUMBER),
    "amount",
)
add(
    "is_former_winner",
    "history",
    lambda edition, given: voting.is_former_winner(given.get("history", ())),
    one("former_winner", TRUTH),
    "former_winner",
)
add(
    "outlay_bound",
    "off_quota_quality off_quota_nomination",
    lambda edition, given: voting.outlay_bound(
        edition, given.get("off_quota_quality", 0), given.get("off_quota_nomination", 0)
    ),
    one("amount", NUMBER),
    "amount",
)
