"""Decisions on criteria, sheets, scores, floors and the ranking (Art. 5, 16, 17, 18)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .. import _native, scores
from .._values import refuse
from ..editions import Edition
from ._decision import DECISION, ByName, Input, add, named, need, one
from ._expect import NUMBER, Listed

_CRITERIA_KEYS = ("id", "full_score", "percent_step", "items")


def _criteria(given: Any) -> scores.Criteria:
    """A built-in set by its id, or one written out, whose points need not add up."""
    own = scores.Criteria.ids()[0] if given is None else given
    if isinstance(own, str):
        return _found_criteria(own)
    if not isinstance(own, Mapping):
        refuse("type", "criteria")
    for key in own:
        if key not in _CRITERIA_KEYS:
            refuse("unknown_key", f"criteria.{key}")
    items = [tuple(item) if isinstance(item, list) else item for item in need(own, "items")]
    step, full = own.get("percent_step", 5), own.get("full_score", 1000)
    return scores.Criteria(_native.criteria_make(need(own, "id"), items, step, full))


@lru_cache(maxsize=16)
def _found_criteria(id: str) -> scores.Criteria:
    return scores.Criteria.find(id)


def _sheet(criteria: scores.Criteria, given: Any) -> list[int]:
    """Percents; one alone stands for every item."""
    return given if isinstance(given, list) else [given] * len(criteria)


def _sheet_score(edition: Edition, given: Input) -> Any:
    criteria = _criteria(given.get("criteria"))
    sheet = _sheet(criteria, need(given, "sheet"))
    item, category = given.get("item"), given.get("category")
    if item is not None and category is not None:
        refuse("both", "category")
    if item is not None:
        return scores.sheet_item_score(criteria, sheet, item)
    if category is not None:
        return scores.sheet_category_score(criteria, sheet, category)
    return scores.sheet_score(criteria, sheet)


def _panel(given: Input) -> tuple[scores.Criteria, list[list[int]]]:
    criteria = _criteria(given.get("criteria"))
    sheets = need(given, "sheets")
    if not isinstance(sheets, list):
        refuse("type", "sheets")
    return criteria, [_sheet(criteria, sheet) for sheet in sheets]


def _panel_score(edition: Edition, given: Input) -> Any:
    criteria, sheets = _panel(given)
    if given.get("category") is not None:
        return scores.panel_category_score(edition, criteria, sheets, given["category"])
    return scores.panel_score(edition, criteria, sheets)


add(
    "criteria",
    "criteria",
    lambda edition, given: _criteria(given.get("criteria")).verify(),
    DECISION,
    "verdict",
)
add("sheet_score", "sheet criteria item category", _sheet_score, one("score", NUMBER), "score")
add("panel_score", "sheets criteria category", _panel_score, one("score", NUMBER), "score")
add(
    "panel_spread",
    "sheets criteria",
    lambda edition, given: scores.panel_spread(edition, *_panel(given)),
    one("score", NUMBER),
    "score",
)
add(
    "total_score",
    "document site",
    lambda edition, given: scores.total_score(
        edition, need(given, "document"), need(given, "site")
    ),
    one("total", NUMBER),
    "total",
    "kqa_total_score",
)
add(
    "floors",
    "document site",
    lambda edition, given: scores.floors(
        edition, need(given, "document"), need(given, "site")
    ),
    DECISION,
    "verdict",
)
add(
    "least_site_score",
    "document decimals",
    lambda edition, given: scores.least_site_score(
        edition, need(given, "document"), given.get("decimals", 3)
    ),
    one("score", NUMBER),
    "score",
)


def _rank(edition: Edition, given: Input) -> ByName:
    names, totals = named(given, "totals")
    return ByName(names, scores.rank(totals).ranks)


add(
    "rank",
    "totals",
    _rank,
    {"ranks": (Listed(NUMBER), ByName.shown)},
    "ranks",
    "kqa_rank",
)
