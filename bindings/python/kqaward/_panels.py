"""What documents and pictures read of a round besides its result: names and assessors' sheets."""

from __future__ import annotations

from typing import Any, Literal, NoReturn

from ._errors import KqaError
from .rounds import Round
from .scores import Criteria, ScoreSheets

Review = Literal["document", "site"]

REVIEW_NAMES = {
    "zh": {"document": "资料评审", "site": "现场评审"},
    "en": {"document": "document review", "site": "site review"},
}


def refuse(english: str, chinese: str, status: str, field: str) -> NoReturn:
    """Raises KqaError with a sentence in both languages."""
    raise KqaError(english, status, field, chinese)


def known(words: tuple[str, ...], word: object, field: str) -> None:
    """Refuses a word that is none of those a field can have."""
    if not (isinstance(word, str) and word in words):
        listed = ", ".join(words)
        refuse(f"{field} must be one of {listed}", f"{field}应为{listed}之一", "value", field)


def dossier(document: dict[str, Any], id: str) -> dict[str, Any]:
    """An organisation of a round's document; a nominee without a dossier has only its id."""
    for organization in document.get("organizations") or ():
        if organization["id"] == id:
            found: dict[str, Any] = organization
            return found
    if id in (document.get("special_nominations") or ()):
        return {"id": id}
    refuse(f"the round has no organization {id!r}", f"本轮没有编号为{id}的组织", "name", "id")


def panel_of(
    round: Round, document: dict[str, Any], organization: dict[str, Any], review: Review
) -> ScoreSheets | None:
    """The sheets of a review; None where it has none."""
    sheets = (organization.get(f"{review}_review") or {}).get("sheets")
    if not sheets:
        return None
    criteria = Criteria.find(document.get("criteria") or Criteria.ids()[0])
    return ScoreSheets(round.edition, criteria, sheets)
