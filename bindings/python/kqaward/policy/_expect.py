"""What a case expects, as leaves of a tree: a path, and the one value that must stand there."""

from __future__ import annotations

import datetime as _dt
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple

import yaml

from .._values import Word
from ..enums import Status, Verdict
from ..register import provisions
from ._source import Source, Text, hint, joined, scalar, text

Path = tuple[str, ...]

_EXACT = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30}|/[0-9]{1,30})?")


class Kind(NamedTuple):
    """What a single value can be."""

    name: str
    words: tuple[str, ...] = ()


class Group(NamedTuple):
    """Answers by key; a value that is no mapping stands for the main one."""

    keys: Mapping[str, Any]
    main: str | None


class Each(NamedTuple):
    """Answers by names that the input chooses."""

    of: Any


class Listed(NamedTuple):
    """A list of values, or values by names, as the input has them."""

    of: Kind


Spec = Kind | Group | Each | Listed


class Leaf(NamedTuple):
    """One value that is expected, and the node that says so."""

    path: Path
    value: Any
    node: yaml.Node


NUMBER = Kind("number")
DAY = Kind("day")
TRUTH = Kind("truth")
TEXT = Kind("text")
NAMES = Kind("names")
BECAUSE = Kind("because")


def word(words: type[Word]) -> Kind:
    """A word of an enumeration."""
    return Kind("words", tuple(map(str, words)))


def words(known: Iterable[str]) -> Kind:
    """A set of words."""
    return Kind("names", tuple(known))


_FINDING = Group({"verdict": word(Verdict), "observed": TEXT, "required": TEXT}, "verdict")


class _Findings(NamedTuple):
    """Findings by provision."""

    of: Group


FINDINGS: Any = _Findings(_FINDING)
#: What an input that makes no sense is refused with.
REFUSED = {"status": Kind("words", tuple(map(str, Status))), "field": TEXT}


@cache
def provision_names() -> dict[str, str]:
    """Keys and Chinese labels of the provisions, to their keys."""
    names = {row.label("zh"): row.key for row in provisions()}
    names.update((row.key, row.key) for row in provisions())
    return names


class Unfit(Exception):
    """A value that cannot be what is asked for."""

    def __init__(self, said: Text, status: str) -> None:
        super().__init__(said.en)
        self.said = said
        self.status = status


def provision(name: Any) -> str:
    """A provision's key from its key or Chinese label."""
    known = provision_names()
    if not isinstance(name, str) or name not in known:
        given = str(name)
        raise Unfit(text("provision", given=given) + hint(given, known), "name")
    return known[name]


def _unfit(what: str) -> Unfit:
    return Unfit(text("expected", what=text(f"what.{what}")), "type")


@lru_cache(maxsize=65536)
def exact(value: int | str) -> int | Fraction:
    """A number from its text."""
    if isinstance(value, int):
        return value
    if not _EXACT.fullmatch(value) or value.endswith("/0"):
        raise _unfit("number")
    try:
        number = Fraction(value)
    except ZeroDivisionError:
        raise _unfit("number") from None
    return int(number) if number.denominator == 1 else number


def _number(value: Any) -> int | Fraction:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise _unfit("number")
    return exact(value)


def _day(value: Any) -> _dt.date:
    try:
        if isinstance(value, str):
            return _dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise _unfit("day")


def _word(value: Any, known: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in known:
        shown = str(value)
        raise Unfit(text("word", word=shown) + hint(shown, known), "value")
    return value


def _names(value: Any, kind: Kind) -> frozenset[str]:
    found = set()
    for name in value if isinstance(value, list) else [value]:
        if kind is BECAUSE:
            found.add(provision(name))
        elif kind.words:
            found.add(_word(name, kind.words))
        elif isinstance(name, str):
            found.add(name)
        else:
            raise _unfit("text")
    return frozenset(found)


def parsed(value: Any, kind: Kind) -> Any:
    """A plain value as what an answer is compared with."""
    if kind.name in ("names", "because"):
        return frozenset() if value is None else _names(value, kind)
    if value is None:
        return None
    if isinstance(value, (list, dict)):
        raise Unfit(text("one_value"), "type")
    if kind.name == "number":
        return _number(value)
    if kind.name == "words":
        return _word(value, kind.words)
    if kind.name == "day":
        return _day(value)
    if kind.name == "truth":
        if not isinstance(value, bool):
            raise _unfit("truth")
        return value
    # A text; what looks like a number or a fact is one as it was written.
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


class Reader:
    """Reads expectations of one file."""

    __slots__ = ("source",)

    def __init__(self, source: Source) -> None:
        self.source = source

    def leaves(self, node: yaml.Node, field: str, spec: Group) -> list[Leaf]:
        """Everything that an ``expect`` says."""
        found: list[Leaf] = []
        if isinstance(node, yaml.MappingNode):
            keys = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
            if keys and keys <= REFUSED.keys():
                self._read(node, field, Group(REFUSED, None), (), found)
                return found
            if keys & REFUSED.keys() - spec.keys.keys():
                other = next(iter(keys - REFUSED.keys()))
                said = text("both", a="/".join(sorted(keys & REFUSED.keys())), b=other)
                self.source.refuse(node, field, said, "both")
        self._read(node, field, spec, (), found)
        return found

    def at(self, path: Path, node: yaml.Node, field: str, spec: Group) -> list[Leaf]:
        """What a cell expects at a place below ``expect``."""
        found: list[Leaf] = []
        if path and path[0] in REFUSED and path[0] not in spec.keys:
            self._leaf(node, field, REFUSED[path[0]], path, found)
            return found
        inner: Any = spec
        steps: list[str] = []
        for step in path:
            known = provision_names() if isinstance(inner, _Findings) else {}
            inner = below(inner, step)
            if inner is None:
                said = text("column") + hint(step, () if steps else spec.keys)
                self.source.refuse(node, field, said, "unknown_key")
            steps.append(known.get(step, step))
        self._read(node, field, inner, tuple(steps), found)
        return found

    def _read(
        self, node: yaml.Node, field: str, spec: Any, path: Path, found: list[Leaf]
    ) -> None:
        if isinstance(spec, Kind):
            self._leaf(node, field, spec, path, found)
        elif isinstance(spec, Group):
            self._group(node, field, spec, path, found)
        elif isinstance(spec, Listed):
            self._listed(node, field, spec, path, found)
        else:
            for name, (key, inner) in self.source.mapping(node, field).items():
                if isinstance(spec, _Findings):
                    name = self._fitting(key, joined(field, name), provision, name)
                self._read(inner, joined(field, name), spec.of, (*path, name), found)

    def _group(
        self, node: yaml.Node, field: str, spec: Group, path: Path, found: list[Leaf]
    ) -> None:
        if isinstance(node, yaml.MappingNode) and not self._is_main(node, spec):
            for key, (_, inner) in self.source.mapping(node, field, spec.keys).items():
                self._read(inner, joined(field, key), spec.keys[key], (*path, key), found)
        elif spec.main is None:
            self.source.refuse(node, field, text("mapping"), "type")
        else:
            self._read(node, field, spec.keys[spec.main], (*path, spec.main), found)

    def _is_main(self, node: yaml.MappingNode, spec: Group) -> bool:
        """Whether a mapping by names stands for the main answer, as in ``{甲: 1, 乙: 2}``."""
        if spec.main is None or not isinstance(spec.keys[spec.main], Listed):
            return False
        return not any(key.value in spec.keys or key.value in REFUSED for key, _ in node.value)

    def _listed(
        self, node: yaml.Node, field: str, spec: Listed, path: Path, found: list[Leaf]
    ) -> None:
        if isinstance(node, yaml.MappingNode):
            for name, (_, inner) in self.source.mapping(node, field).items():
                self._leaf(inner, joined(field, name), spec.of, (*path, name), found)
            return
        values = tuple(
            self._fitting(inner, f"{field}[{place}]", parsed, self._plain(inner), spec.of)
            for place, inner in enumerate(self.source.items(node, field))
        )
        found.append(Leaf(path, values, node))

    def _plain(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return scalar(node.value, node.style)
        return self.source.value(node, "")

    def _leaf(
        self, node: yaml.Node, field: str, kind: Kind, path: Path, found: list[Leaf]
    ) -> None:
        found.append(Leaf(path, self._fitting(node, field, parsed, self._plain(node), kind), node))

    def _fitting(self, node: yaml.Node, field: str, make: Any, *given: Any) -> Any:
        try:
            return make(*given)
        except Unfit as unfit:
            raise self.source.fault(node, field, unfit.said, unfit.status) from None


def below(spec: Any, step: str) -> Any:
    """What stands under a key; None when nothing does."""
    if isinstance(spec, Group):
        return spec.keys.get(step)
    if isinstance(spec, (Each, Listed)):
        return spec.of
    if isinstance(spec, _Findings):
        return spec.of if step in provision_names() else None
    return None
