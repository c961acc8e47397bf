"""YAML with the round file's keys: scalars by their text, a key that stands twice refused."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from . import _native
from ._errors import KqaError
from ._plain import NumberText
from ._values import refuse

_MAX_DEPTH = 64
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def _refuse_text(mark: Any, name: str) -> NoReturn:
    try:
        _native.refuse_file("syntax", name or "round")
    except KqaError as plain:
        line = 0 if mark is None else mark.line + 1
        zh = plain.text("zh").replace("JSON", "YAML")
        en = plain.text("en").replace("JSON", "YAML")
        if line:
            zh = zh.replace("：", f"（第{line}行）：", 1)
            en = en.replace(": ", f" (line {line}): ", 1)
        raise KqaError(en, plain.status, "", zh) from None


def scalar(text: str, style: str | None) -> Any:
    """A scalar's value: text, a number as it was written, true, false or None."""
    if style in ("'", '"', "|", ">"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return NumberText(text)
    return text


def _plain(node: yaml.Node, path: str, depth: int, inside: set[int]) -> Any:
    """A node as plain objects. An alias to something that holds it has no end."""
    if isinstance(node, yaml.ScalarNode):
        return scalar(node.value, node.style)
    if depth >= _MAX_DEPTH or id(node) in inside:
        refuse("syntax", path)
    inside.add(id(node))
    result: Any
    if isinstance(node, yaml.MappingNode):
        result = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                refuse("type", path)
            at = f"{path}.{key.value}" if path else key.value
            if key.value in result:
                refuse("duplicate", at)
            result[key.value] = _plain(value, at, depth + 1, inside)
    else:
        result = [
            _plain(value, f"{path}[{place}]", depth + 1, inside)
            for place, value in enumerate(node.value)
        ]
    inside.discard(id(node))
    return result


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Nodes without tags: what a scalar means, its text says; see scalar()."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """No tag."""
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing to keep."""

    def ascend_resolver(self) -> None:
        """Nothing to forget."""


class Fault(Exception):
    """A text that is no YAML, or YAML with aliases; and where."""

    def __init__(self, reason: str, mark: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mark = mark


def compose(text: str) -> yaml.Node | None:
    """The document of a YAML text as nodes that know their places; None for an empty one. Aliases
    are refused: a few of them can stand for more than memory holds."""
    try:
        for token in yaml.parse(text, Loader=_Loader) if "*" in text else ():
            if isinstance(token, yaml.AliasEvent):
                raise Fault("alias", token.start_mark)
        return yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise Fault("syntax", getattr(error, "problem_mark", None)) from None


def load(text: str | bytes, name: str = "") -> Any:
    """The document of a YAML text as plain objects."""
    if not isinstance(text, (str, bytes)):
        refuse("type", "round")
    try:
        decoded = text.decode("utf-8") if isinstance(text, bytes) else text
        decoded.encode("utf-8")
    except UnicodeError:
        _native.refuse_file("encoding", name or "round")
    try:
        node = compose(decoded)
    except Fault as fault:
        _refuse_text(fault.mark, name)
    return None if node is None else _plain(node, "", 0, set())
