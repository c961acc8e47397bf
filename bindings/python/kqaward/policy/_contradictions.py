"""Two cases that expect different things of the same question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from .._plain import NumberText
from ..editions import raw
from ._case import Case, shown
from ._expect import Leaf, Path, exact
from ._source import text

#: A number in a text, as scores are written; an id such as 001 is none.
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30}|/[1-9][0-9]{0,29})?")


def _frozen(value: Any) -> Any:
    """A value that equals another exactly when both say the same."""
    kind = type(value)
    if kind is dict:
        return frozenset((key, _frozen(inner)) for key, inner in value.items())
    if kind is list:
        return tuple(map(_frozen, value))
    if kind is bool:
        return "true" if value else "false", 0
    if kind in (NumberText, str) and _NUMBER.fullmatch(value):
        return exact(str(value))
    return value


class _Said(NamedTuple):
    case: Case
    leaf: Leaf


def refuse_contradictions(cases: Iterable[Case]) -> None:
    """Refuses two cases that expect different things of the same question."""
    said: dict[Any, dict[Path, _Said]] = {}
    for case in cases:
        edition = None if case.edition is None else raw(case.edition)
        before = said.setdefault((case.decision.name, edition, _frozen(case.input)), {})
        for leaf in case.leaves:
            other = before.setdefault(leaf.path, _Said(case, leaf))
            if other.leaf.value != leaf.value:
                _refuse_contradiction(case, leaf, other)


def _refuse_contradiction(case: Case, leaf: Leaf, other: _Said) -> NoReturn:
    key = ".".join(leaf.path)
    place = f"{other.case.source.path}:{other.leaf.node.start_mark.line + 1}"
    one, two = shown(other.leaf.value), shown(leaf.value)
    said = text(
        "contradiction", name=other.case.name, place=place, key=key, one=one, other=two
    )
    case.source.refuse(leaf.node, case.name, said, "both")
