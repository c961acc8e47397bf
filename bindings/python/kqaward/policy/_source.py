"""YAML files whose every mistake is told with file, line, column and key."""

from __future__ import annotations

import datetime as _dt
import difflib
import gc
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn

import yaml

from .. import _yaml
from .._errors import KqaError
from .._plain import NumberText
from ._texts import say

MIB = 1024 * 1024
_MAX_DEPTH = 64
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,18}")

#: The key and the value of an entry.
Entry = tuple[yaml.Node, yaml.Node]
Entries = dict[str, Entry]


class Text(NamedTuple):
    """A sentence in both languages."""

    zh: str
    en: str

    def __add__(self, other: object) -> Text:
        assert isinstance(other, Text)
        return Text(self.zh + other.zh, self.en + other.en)


def text(key: str, /, **values: object) -> Text:
    """A sentence of the catalogue; a value that is a Text is filled in by its language."""

    def filled(place: int, lang: str) -> str:
        chosen = {k: v[place] if isinstance(v, Text) else v for k, v in values.items()}
        return say(key, lang, **chosen)

    return Text(filled(0, "zh"), filled(1, "en"))


def hint(given: str, known: Iterable[str]) -> Text:
    """What may have been meant, or else everything that is known, when that is not too much."""
    words = list(known)
    if not words:
        return Text("", "")
    near = difflib.get_close_matches(given, words, 1, 0.6)
    if near:
        return text("near", near=near[0])
    if len(words) > 24:
        return Text("", "")
    return text("known", known=Text("、".join(words), ", ".join(words)))


def error(said: Text, status: str, field: str = "") -> KqaError:
    """KqaError with a sentence in both languages."""
    ended = text("sentence", text=said)
    return KqaError(ended.en, status, field, ended.zh)


def without_field(refused: KqaError) -> Text:
    """What an error of the library says, without the field in front and the stop behind."""
    zh, en = refused.text("zh"), refused.text("en")
    return Text(
        zh.removeprefix(f"{refused.field}：").rstrip("。"),
        en.removeprefix(f"{refused.field}: ").rstrip("."),
    )


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Spares the collector of cycles the many nodes and results, which hold none: it would look
    through them again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Source:
    """A YAML file: its text, its nodes, and how to complain about one of them."""

    __slots__ = ("path", "root", "text")

    def __init__(self, path: str, content: str) -> None:
        self.path = path
        self.text = content
        self.root = self._composed(content)

    @classmethod
    def read(cls, path: str | os.PathLike[str], limit: int) -> Source:
        """The file, of at most so many MiB."""
        name = os.fspath(path)
        try:
            with open(name, "rb") as file:
                data = file.read(limit * MIB + 1)
        except (OSError, ValueError):
            raise error(_in_file(name, text("unreadable")), "unreadable") from None
        if len(data) > limit * MIB:
            raise error(_in_file(name, text("too_large", limit=limit)), "too_large")
        try:
            return cls(name, data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise error(_in_file(name, text("encoding")), "encoding") from None

    def _composed(self, content: str) -> yaml.Node:
        try:
            node = _yaml.compose(content)
        except _yaml.Fault as fault:
            raise self._fault(fault.mark, text(fault.reason), "syntax") from None
        if node is None:
            raise error(_in_file(self.path, text("empty")), "missing")
        return node

    def _fault(self, mark: Any, said: Text, status: str, field: str = "") -> KqaError:
        if field:
            said = text("field", field=field, text=said)
        if mark is None:
            return error(_in_file(self.path, said), status, field)
        line, column = mark.line + 1, mark.column + 1
        placed = text("at", path=self.path, line=line, column=column, text=said)
        return error(placed, status, field)

    def fault(self, node: yaml.Node | None, field: str, said: Text, status: str) -> KqaError:
        """The error about a node."""
        return self._fault(None if node is None else node.start_mark, said, status, field)

    def refuse(self, node: yaml.Node | None, field: str, said: Text, status: str) -> NoReturn:
        """Raises the error about a node."""
        raise self.fault(node, field, said, status)

    def mapping(
        self, node: yaml.Node, field: str, known: Collection[str] | None = None
    ) -> Entries:
        """The entries of a mapping; only known keys, each once."""
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, field, text("mapping"), "type")
        entries: Entries = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.refuse(key, field, text("key_text"), "type")
            name = key.value
            if name in entries:
                self.refuse(key, joined(field, name), text("twice"), "duplicate")
            if known is not None and name not in known:
                said = text("key") + hint(name, known)
                self.refuse(key, joined(field, name), said, "unknown_key")
            entries[name] = (key, value)
        return entries

    def need(self, node: yaml.Node, field: str, entries: Mapping[str, Entry], key: str) -> None:
        """Refuses a mapping that lacks a key."""
        if key not in entries:
            self.refuse(node, field, text("missing", key=key), "missing")

    def items(self, node: yaml.Node, field: str) -> list[yaml.Node]:
        """The elements of a list."""
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(node, field, text("list"), "type")
        return list(node.value)

    def word(self, node: yaml.Node, field: str) -> str:
        """A text that is not empty."""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.refuse(node, field, text("text"), "type")
        return str(node.value)

    def day(self, node: yaml.Node, field: str) -> _dt.date:
        """A day written ``2027-01-01``."""
        given = node.value if isinstance(node, yaml.ScalarNode) else ""
        try:
            if _DAY.fullmatch(given):
                return _dt.date.fromisoformat(given)
        except ValueError:
            pass
        self.refuse(node, field, text("day"), "no_such_day")

    def value(self, node: yaml.Node, field: str, depth: int = 0) -> Any:
        """A node as plain objects: whole numbers as int, others as they were written."""
        if isinstance(node, yaml.ScalarNode):
            return scalar(node.value, node.style)
        if depth >= _MAX_DEPTH:
            self.refuse(node, field, text("nested"), "syntax")
        if isinstance(node, yaml.MappingNode):
            return {
                key: self.value(inner, joined(field, key), depth + 1)
                for key, (_, inner) in self.mapping(node, field).items()
            }
        return [
            self.value(inner, f"{field}[{place}]", depth + 1)
            for place, inner in enumerate(node.value)
        ]


@lru_cache(maxsize=65536)
def scalar(written: str, style: str | None) -> Any:
    """A scalar's value from its text and its quotes."""
    value = _yaml.scalar(written, style)
    if isinstance(value, NumberText) and _INTEGER.fullmatch(value):
        return int(value)
    return value


def joined(field: str, key: str) -> str:
    """The path of a key below a field."""
    return f"{field}.{key}" if field else key


def _in_file(path: str, said: Text) -> Text:
    return text("at.file", path=path, text=said)
