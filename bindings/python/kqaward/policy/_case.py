"""A case, and how its values are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import yaml

from .. import _native
from ..editions import Edition
from ..register import provisions
from ._decisions import Decision
from ._expect import Leaf
from ._source import Source

#: An article, and an item or 0.
Citation = tuple[int, int]


class Case(NamedTuple):
    """One question with its expected answer. ``edition`` is None for a round that is decided under
    what it says itself."""

    name: str
    source: Source
    node: yaml.Node
    field: str
    decision: Decision
    edition: Edition | None
    input: Mapping[str, Any]
    leaves: tuple[Leaf, ...]
    cites: tuple[Citation, ...]

    @property
    def line(self) -> int:
        """Its line in the file, from 1."""
        return int(self.node.start_mark.line) + 1


@cache
def citations() -> dict[str, Citation]:
    """Every way to write an article or item that the register has."""
    found: dict[str, Citation] = {}
    items = {(row.article, 0) for row in provisions()}
    items |= {(row.article, row.item or 0) for row in provisions()}
    for article, item in sorted(items):
        plain = f"({item})" if item else ""
        chinese = f"第{item}项" if item else ""
        for written in (
            f"{article}{plain}",
            f"第{article}条{chinese}",
            _native.citation(article, item, 1),
            _native.citation(article, item, 2),
        ):
            found[written] = (article, item)
    return found


def shown(value: Any) -> str:
    """A value as a case file writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (frozenset, set)):
        return f"[{', '.join(sorted(map(shown, value)))}]"
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {shown(inner)}' for key, inner in value.items())}}}"
    return str(value)
