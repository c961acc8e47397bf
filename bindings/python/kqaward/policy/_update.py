"""Putting what came out in the place of what was expected: as few characters as possible change,
comments and layout stay."""

from __future__ import annotations

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import yaml

from ..register import provisions
from ._case import shown
from ._cases import LIMIT
from ._editions import save_text
from ._expect import provision_names
from ._run import ABSENT, Run
from ._source import Source, error, text

_PLAIN = re.compile(r"[\w./-]+")
_WORDS = frozenset(("true", "false", "null", "any"))


class Edit(NamedTuple):
    """New text for a span of a file."""

    start: int
    end: int
    text: str


class Update(NamedTuple):
    """A file with its edits. ``left`` are the failed cases that no edit can make pass."""

    source: Source
    content: str
    left: int

    def diff(self) -> str:
        """The changes for people."""
        before, after = (
            part.replace("\r\n", "\n").splitlines(True) for part in (self.source.text, self.content)
        )
        path = self.source.path
        return "".join(difflib.unified_diff(before, after, path, path))

    def write(self) -> None:
        """Writes the file, unless it has changed since it was read."""
        if Source.read(self.source.path, LIMIT).text != self.source.text:
            said = text("at.file", path=self.source.path, text=text("changed"))
            raise error(said, "order")
        save_text(self.source.path, self.content)


def updates(runs: Iterable[Run]) -> list[Update]:
    """The files in which cases failed, with what would make them pass."""
    by_file: dict[int, list[Run]] = defaultdict(list)
    sources: dict[int, Source] = {}
    for done in runs:
        by_file[id(done.case.source)].append(done)
        sources[id(done.case.source)] = done.case.source
    found = []
    for key, source in sources.items():
        failed = [done for done in by_file[key] if not done.passed]
        if failed:
            found.append(_update(source, by_file[key], failed))
    return found


def _update(source: Source, runs: Sequence[Run], failed: Sequence[Run]) -> Update:
    wanted: dict[int, set[str]] = defaultdict(set)
    nodes: dict[int, yaml.Node] = {}
    for done in runs:
        differing = {id(one.leaf.node): one for one in done.differences}
        for leaf in done.case.leaves:
            node = leaf.node
            nodes[id(node)] = node
            difference = differing.get(id(node))
            if difference is None:
                wanted[id(node)].add(_text_of(source, node))
            else:
                wanted[id(node)].add(_written(node, difference.got, leaf.path[-1]))
    edits, left = [], 0
    for done in failed:
        places = [id(one.leaf.node) for one in done.differences]
        fit = all(len(wanted[place]) == 1 and "" not in wanted[place] for place in places)
        if fit:
            edits += [_edit(source, nodes[place], *wanted[place]) for place in places]
        else:
            left += 1
    content = source.text
    for edit in sorted(set(edits), reverse=True):
        content = content[: edit.start] + edit.text + content[edit.end :]
    return Update(source, content, left)


def _text_of(source: Source, node: yaml.Node) -> str:
    return source.text[node.start_mark.index : _end(node)]


def _end(node: yaml.Node) -> int:
    """Where a node's text ends; a block list ends with its last element."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1])
    return int(node.end_mark.index)


def _edit(source: Source, node: yaml.Node, written: str) -> Edit:
    start, end = int(node.start_mark.index), _end(node)
    # An empty value stands right behind the colon.
    return Edit(start, end, f" {written}" if start == end else written)


def _written(node: yaml.Node, got: Any, key: str) -> str:
    """A value as YAML; empty when it cannot stand in the place of the node."""
    if got is ABSENT or (isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")):
        return ""
    if isinstance(got, (frozenset, tuple, list)):
        values = sorted(got) if isinstance(got, frozenset) else list(got)
        if key == "because" and _labelled(node):
            labels = {row.key: row.label("zh") for row in provisions()}
            values = [labels[value] for value in values]
        words = [_scalar(value) for value in values]
        single = len(words) == 1 and isinstance(node, yaml.ScalarNode)
        return words[0] if single and node.value else f"[{', '.join(words)}]"
    return _scalar(got)


def _labelled(node: yaml.Node) -> bool:
    """Whether provisions stand there by their labels."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    keys = provision_names()
    return any(keys.get(one.value, one.value) != one.value for one in nodes)


def _scalar(value: Any) -> str:
    if value is None or isinstance(value, bool) or not isinstance(value, str):
        return shown(value)
    written = str(value)
    if _PLAIN.fullmatch(written) and written not in _WORDS:
        return written
    return json.dumps(written, ensure_ascii=False)
