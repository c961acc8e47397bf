"""Case files: what the rules must answer, as data."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, NoReturn

import yaml

from .. import _native
from .._errors import KqaError
from .._plain import NumberText
from ..editions import Edition, raw
from ..editions import edition as editions
from ..register import provisions, readings
from ._decisions import DECISIONS, FILE, ROUND, Decision
from ._editions import apply, changes, check_name, change, resolve
from ._expect import Leaf, Path, Reader, exact
from ._source import (
    Entries,
    Entry,
    Source,
    Text,
    collector_at_rest,
    error,
    hint,
    joined,
    scalar,
    text,
)

#: The largest case file, MiB.
LIMIT = 16
ENDING = ".kq.yaml"
#: In a column of expectations: nothing is said in this row.
ANY = "any"
_FILE_KEYS = ("cases", "under", "cites", "decision", "base")
_CASE_KEYS = (
    "name", "cites", "decision", "under", "input", "expect", "table", "each reading",
)
_UNDER_KEYS = ("based_on", "set", "readings")
_TABLE_KEYS = ("columns", "rows")
_EACH = "each"
_CITED = re.compile(r"([0-9]{1,4})(?:\(([0-9]{1,4})\))?")
#: A number in a text, as scores are written; an id such as 001 is none.
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30}|/[1-9][0-9]{0,29})?")
_STEP = re.compile(r"([^.\[\]]+)((?:\[[0-9]{1,6}\])*)")

#: An article, and an item or 0.
Citation = tuple[int, int]
#: A way into an input: keys and places in lists.
Steps = tuple[str | int, ...]


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
def _citations() -> dict[str, Citation]:
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


def lay(over: Any, base: Any) -> Any:
    """An input over what inputs have in common; an empty value takes the base's away."""
    if isinstance(over, list):
        element = base.get(_EACH) if _is_each(base) else None
        return [item if item is None else lay(item, element) for item in over]
    if not isinstance(over, dict):
        return over
    below = base if isinstance(base, dict) else {}
    found = {key: lay(value, below.get(key)) for key, value in over.items() if value is not None}
    for key, value in below.items():
        if key not in over and value is not None and not _is_each(value):
            found[key] = lay(value, None)
    return found


def _is_each(value: Any) -> bool:
    return isinstance(value, dict) and list(value) == [_EACH]


class _Column(NamedTuple):
    """What a column of a table stands for."""

    name: str
    kind: str
    path: Path
    steps: Steps


class _Shared(NamedTuple):
    """What the rows of a case have in common."""

    name: str
    entries: Entries
    field: str
    decision: Decision
    edition: Edition | None
    input: Mapping[str, Any]
    leaves: tuple[Leaf, ...]
    cites: tuple[Citation, ...]


class Editions:
    """Editions that cases of a run have named, each made once."""

    __slots__ = ("changed", "named")

    def __init__(self) -> None:
        self.named: dict[tuple[str, str], Edition] = {}
        self.changed: dict[tuple[Any, ...], Edition] = {}


class _CaseFile:
    """One file while it is read."""

    def __init__(self, source: Source, known: Editions) -> None:
        self.source = source
        self.folder = os.path.dirname(source.path)
        self.reader = Reader(source)
        self.known = known
        self.names: dict[str, int] = {}
        self.cases: list[Case] = []
        self.base: dict[str, Any] = {}
        self.shared: Entries = {}

    def refuse(self, node: yaml.Node | None, field: str, said: Text, status: str) -> NoReturn:
        """Raises the error about a node of this file."""
        self.source.refuse(node, field, said, status)

    def read(self) -> list[Case]:
        """All cases of the file."""
        root = self.source.root
        listed = root
        if isinstance(root, yaml.MappingNode):
            self.shared = self.source.mapping(root, "", _FILE_KEYS)
            self.source.need(root, "", self.shared, "cases")
            listed = self.shared["cases"][1]
            if "base" in self.shared:
                self.base = self._base(self.shared["base"][1])
        nodes = self.source.items(listed, "cases")
        if not nodes:
            self.refuse(listed, "cases", text("no_cases"), "missing")
        for place, node in enumerate(nodes):
            self._case(node, f"cases[{place}]")
        return self.cases

    # --- What cases share ---

    def _base(self, node: yaml.Node) -> dict[str, Any]:
        source, root, field = self.source, node, "base"
        if isinstance(node, yaml.ScalarNode):
            path = os.path.join(self.folder, self.source.word(node, "base"))
            if not os.path.isfile(path):
                said = text("at.file", path=path, text=text("unreadable"))
                self.refuse(node, "base", said, "unreadable")
            source = Source.read(path, LIMIT)
            root, field = source.root, ""
        found: dict[str, Any] = {}
        for name, (key, value) in source.mapping(root, field).items():
            at = joined(field, name)
            if name not in DECISIONS:
                source.refuse(key, at, text("decision", given=name) + hint(name, DECISIONS), "name")
            decision = DECISIONS[name]
            source.mapping(value, at, None if decision.keys is None else sorted(decision.keys))
            found[name] = source.value(value, at)
        return found

    def _inherited(self, entries: Entries, key: str) -> Entry | None:
        return entries.get(key) or self.shared.get(key)

    def _cites(self, node: yaml.Node, field: str) -> tuple[Citation, ...]:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if not nodes:
            self.refuse(node, field, text("missing", key="cites"), "missing")
        return tuple(self._citation(one, field) for one in nodes)

    def _citation(self, node: yaml.Node, field: str) -> Citation:
        given = node.value if isinstance(node, yaml.ScalarNode) else ""
        known = _citations()
        if given in known:
            return known[given]
        written = _CITED.fullmatch(given)
        if written and written[2] and written[1] in known:
            said = text("item", article=written[1], item=written[2])
            self.refuse(node, field, said, "name")
        last = max(article for article, _ in known.values())
        self.refuse(node, field, text("article", given=given or "-", last=last), "name")

    def _under(self, entry: Entry | None, decision: Decision, field: str) -> Edition | None:
        if entry is None:
            return None if decision is ROUND else editions(editions.ids()[0])
        node = entry[1]
        if isinstance(node, yaml.MappingNode):
            return self._inline(node, field)
        return self._named(node, self.source.word(node, field), field)

    def _named(self, node: yaml.Node, reference: str, field: str) -> Edition:
        key = (self.folder, reference)
        found = self.known.named.get(key)
        if found is None:

            def complain(said: Text, status: str) -> KqaError:
                return self.source.fault(node, field, said, status)

            found = self.known.named[key] = resolve(reference, self.folder, complain)
        return found

    def _inline(self, node: yaml.MappingNode, field: str) -> Edition:
        entries = self.source.mapping(node, field, _UNDER_KEYS)
        base = editions.ids()[0]
        based_on = entries.get("based_on")
        if based_on is not None:
            base = self.source.word(based_on[1], f"{field}.based_on")
        edition = self._named(based_on[1] if based_on else node, base, f"{field}.based_on")
        numbers = changes(self.source, entries.get("set"), "set", f"{field}.")
        words = changes(self.source, entries.get("readings"), "readings", f"{field}.")
        return Edition(apply(self.source, raw(edition), numbers, words, entries))

    # --- One case ---

    def _case(self, node: yaml.Node, field: str) -> None:
        entries = self.source.mapping(node, field, _CASE_KEYS)
        self.source.need(node, field, entries, "name")
        name = self.source.word(entries["name"][1], f"{field}.name")
        field = name
        for key in ("cites", "decision"):
            if self._inherited(entries, key) is None:
                self.refuse(node, field, text("missing", key=key), "missing")
        decision = self._decision(entries, field)
        under = self._inherited(entries, "under")
        given = self._input(entries, decision, field)
        leaves: list[Leaf] = []
        if "expect" in entries:
            at = f"{field}.expect"
            leaves = self.reader.leaves(entries["expect"][1], at, decision.answers)
        cites = self._inherited(entries, "cites")
        assert cites is not None
        shared = _Shared(
            name,
            entries,
            field,
            decision,
            self._under(under, decision, joined(field, "under")),
            given,
            tuple(leaves),
            self._cites(cites[1], joined(field, "cites")),
        )
        self._variants(node, shared)

    def _decision(self, entries: Entries, field: str) -> Decision:
        entry = self._inherited(entries, "decision")
        assert entry is not None
        name = self.source.word(entry[1], joined(field, "decision"))
        if name not in DECISIONS:
            said = text("decision", given=name) + hint(name, DECISIONS)
            self.refuse(entry[1], joined(field, "decision"), said, "name")
        return DECISIONS[name]

    def _input(self, entries: Entries, decision: Decision, field: str) -> dict[str, Any]:
        given: Any = {}
        if "input" in entries:
            node, at = entries["input"][1], joined(field, "input")
            known = None if decision.keys is None else sorted(decision.keys)
            found = self.source.mapping(node, at, known)
            given = self.source.value(node, at)
            if decision is ROUND and FILE in given:
                return self._round_file(found, at)
        laid: dict[str, Any] = lay(given, self.base.get(decision.name))
        return laid

    def _round_file(self, found: Entries, at: str) -> dict[str, Any]:
        key, node = found[FILE]
        if len(found) > 1:
            other = next(name for name in found if name != FILE)
            self.refuse(found[other][0], f"{at}.{other}", text("round_file"), "both")
        path = os.path.join(self.folder, self.source.word(node, f"{at}.{FILE}"))
        if not os.path.isfile(path):
            said = text("at.file", path=path, text=text("unreadable"))
            self.refuse(node, f"{at}.{FILE}", said, "unreadable")
        return {FILE: os.path.normpath(path)}

    def _variants(self, node: yaml.Node, shared: _Shared) -> None:
        several = [key for key in ("table", "each reading") if key in shared.entries]
        if len(several) == 2:
            key = shared.entries["each reading"][0]
            said = text("both", a="table", b="each reading")
            self.refuse(key, f"{shared.field}.each reading", said, "both")
        if "table" in shared.entries:
            self._table(shared.entries["table"][1], shared)
        elif "each reading" in shared.entries:
            self._each_reading(shared.entries["each reading"][1], shared)
        elif not shared.leaves:
            self.refuse(node, shared.field, text("expects_nothing"), "missing")
        else:
            self._keep(shared, shared.name, node, {}, shared.edition)

    def _keep(
        self,
        shared: _Shared,
        name: str,
        node: yaml.Node,
        more: Mapping[Path, Leaf],
        edition: Edition | None,
        given: Mapping[str, Any] | None = None,
        cites: tuple[Citation, ...] = (),
    ) -> None:
        """Adds a case; what a row expects takes the place of what all rows expect."""
        if name in self.names:
            place = f"{name} ({self.source.path}:{self.names[name]})"
            said = text("field", field=place, text=text("twice"))
            self.refuse(node, shared.field, said, "duplicate")
        self.names[name] = node.start_mark.line + 1
        leaves = [leaf for leaf in shared.leaves if leaf.path not in more] if more else shared.leaves
        self.cases.append(
            Case(
                name,
                self.source,
                node,
                shared.field,
                shared.decision,
                edition,
                shared.input if given is None else given,
                (*leaves, *more.values()),
                cites or shared.cites,
            )
        )

    # --- each reading ---

    def _each_reading(self, node: yaml.Node, shared: _Shared) -> None:
        field = f"{shared.field}.each reading"
        known = {row.name: row.values for row in readings()}
        by_reading = self.source.mapping(node, field)
        if not by_reading:
            self.refuse(node, field, text("expects_nothing"), "missing")
        for reading, (key, words) in by_reading.items():
            at = f"{field}.{reading}"
            check_name(self.source, key, at, reading, "readings")
            entries = self.source.mapping(words, at, known[reading])
            missing = [word for word in known[reading] if word not in entries]
            if missing:
                self.refuse(key, at, text("every_word", words=", ".join(missing)), "missing")
            for word, (word_key, expected) in entries.items():
                leaves = self.reader.leaves(expected, f"{at}.{word}", shared.decision.answers)
                edition = self._changed(word_key, at, shared.edition, {}, {reading: word})
                name = f"{shared.name} [{reading}: {word}]"
                self._keep(shared, name, word_key, {leaf.path: leaf for leaf in leaves}, edition)

    def _changed(
        self,
        node: yaml.Node,
        field: str,
        edition: Edition | None,
        numbers: Mapping[str, Any],
        words: Mapping[str, str],
    ) -> Edition:
        """An edition with what a row or a reading changes, made once."""
        base = edition or editions(editions.ids()[0])
        key = (raw(base), *numbers.items(), *words.items())
        found = self.known.changed.get(key)
        if found is None:
            entries: Entries = {"set": (node, node), "readings": (node, node)}
            found = Edition(apply(self.source, raw(base), numbers, words, entries))
            self.known.changed[key] = found
        return found

    # --- table ---

    def _table(self, node: yaml.Node, shared: _Shared) -> None:
        field = f"{shared.field}.table"
        entries = self.source.mapping(node, field, _TABLE_KEYS)
        for key in _TABLE_KEYS:
            self.source.need(node, field, entries, key)
        at = f"{field}.columns"
        columns: list[_Column] = []
        for column in self.source.items(entries["columns"][1], at):
            read = self._column(column, at, shared.decision)
            if any(read.name == other.name for other in columns):
                self.refuse(column, joined(at, read.name), text("twice"), "duplicate")
            columns.append(read)
        if not columns:
            self.refuse(entries["columns"][1], at, text("columns"), "missing")
        if not shared.leaves and all(column.kind != "expect" for column in columns):
            self.refuse(entries["columns"][1], at, text("expects_nothing"), "missing")
        rows = self.source.items(entries["rows"][1], f"{field}.rows")
        if not rows:
            self.refuse(entries["rows"][1], f"{field}.rows", text("rows"), "missing")
        for place, row in enumerate(rows):
            self._row(row, f"{field}.rows[{place}]", place, columns, shared)

    def _column(self, node: yaml.Node, field: str, decision: Decision) -> _Column:
        name = self.source.word(node, field)
        at = joined(field, name)
        if name in ("name", "cites"):
            return _Column(name, name, (), ())
        if name == "because":
            return _Column(name, "expect", ("because",), ())
        first, _, rest = name.partition(".")
        if first == "expect":
            return _Column(name, "expect", tuple(rest.split(".")) if rest else (), ())
        if first in ("set", "readings") and rest:
            check_name(self.source, node, at, rest, first)
            return _Column(name, first, (rest,), ())
        steps: list[str | int] = []
        for part in name.split("."):
            step = _STEP.fullmatch(part)
            if step is None:
                self.refuse(node, at, text("column"), "unknown_key")
            steps.append(step[1])
            steps += map(int, re.findall(r"[0-9]+", step[2]))
        if decision.keys is not None and steps[0] not in decision.keys:
            known = [*sorted(decision.keys), "expect", "because", "name", "cites"]
            self.refuse(node, at, text("column") + hint(str(steps[0]), known), "unknown_key")
        return _Column(name, "input", (), tuple(steps))

    def _row(
        self, row: yaml.Node, field: str, place: int, columns: list[_Column], shared: _Shared
    ) -> None:
        cells = self.source.items(row, field)
        if len(cells) != len(columns):
            said = text("cells", count=len(cells), expected=len(columns))
            self.refuse(row, field, said, "too_few" if len(cells) < len(columns) else "too_many")
        name, cites, given = f"{shared.name} [{place + 1}]", shared.cites, shared.input
        more: dict[Path, Leaf] = {}
        numbers: dict[str, Any] = {}
        words: dict[str, Any] = {}
        for column, cell in zip(columns, cells):
            kind = column.kind
            if kind == "input":
                value = self._cell(cell, field, column)
                given = self._put(given, column.steps, value, cell, f"{field}.{column.name}")
            elif kind == "expect":
                self._expected(cell, field, column, shared.decision, more)
            elif kind == "name":
                name = f"{shared.name} [{self.source.word(cell, f'{field}.name')}]"
            elif kind == "cites":
                cites = self._cites(cell, f"{field}.cites")
            elif not isinstance(cell, yaml.ScalarNode):
                self.refuse(cell, f"{field}.{column.name}", text("one_value"), "type")
            else:
                into = numbers if kind == "set" else words
                at = f"{field}.{column.name}"
                into[column.path[0]] = change(self.source, cell, at, column.path[0], kind)
        edition = shared.edition
        if numbers or words:
            edition = self._changed(row, field, edition, numbers, words)
        if not more and not shared.leaves:
            self.refuse(row, field, text("expects_nothing"), "missing")
        self._keep(shared, name, row, more, edition, given, cites)

    def _cell(self, cell: yaml.Node, field: str, column: _Column) -> Any:
        if isinstance(cell, yaml.ScalarNode):
            return scalar(cell.value, cell.style)
        return self.source.value(cell, f"{field}.{column.name}")

    def _expected(
        self,
        cell: yaml.Node,
        field: str,
        column: _Column,
        decision: Decision,
        more: dict[Path, Leaf],
    ) -> None:
        if isinstance(cell, yaml.ScalarNode) and cell.value == ANY and not cell.style:
            return
        at = f"{field}.{column.name}"
        if column.path:
            leaves = self.reader.at(column.path, cell, at, decision.answers)
        else:
            leaves = self.reader.leaves(cell, at, decision.answers)
        for leaf in leaves:
            more[leaf.path] = leaf

    def _put(self, into: Any, steps: Steps, value: Any, node: yaml.Node, field: str) -> Any:
        """A copy of an input with a value at a place; an empty value takes it away."""
        if not steps:
            return value
        step, rest = steps[0], steps[1:]
        if isinstance(step, int) or isinstance(into, list):
            return self._put_in_list(into, step, rest, value, node, field)
        if into is not None and not isinstance(into, Mapping):
            self.refuse(node, field, text("column"), "unknown_key")
        copy = dict(into or {})
        inner = self._put(copy.get(step), rest, value, node, field)
        if inner is None:
            copy.pop(step, None)
        else:
            copy[step] = inner
        return copy

    def _put_in_list(
        self, into: Any, step: str | int, rest: Steps, value: Any, node: yaml.Node, field: str
    ) -> list[Any]:
        items = list(into) if isinstance(into, list) else []
        place = step
        if isinstance(step, str):
            ids = [item.get("id") if isinstance(item, Mapping) else None for item in items]
            place = ids.index(step) if step in ids else -1
        assert isinstance(place, int)
        if not 0 <= place < len(items):
            self.refuse(node, field, text("column"), "unknown_key")
        items[place] = self._put(items[place], rest, value, node, field)
        return items


# --- Contradictions ------------------------------------------------------------------------------


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


# --- Files ---------------------------------------------------------------------------------------


def find(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The case files among paths and in folders, each once."""
    found: dict[str, None] = {}
    for path in [os.fspath(path) for path in paths]:
        if os.path.isdir(path):
            inside = sorted(
                os.path.join(folder, name)
                for folder, _, names in os.walk(path)
                for name in names
                if name.endswith(ENDING)
            )
            if not inside:
                said = text("at.file", path=path, text=text("no_files"))
                raise error(said, "missing")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def load(paths: Iterable[str | os.PathLike[str]]) -> list[Case]:
    """All cases of files and folders, checked; KqaError tells what is wrong where."""
    known = Editions()
    cases: list[Case] = []
    with collector_at_rest():
        for path in find(paths):
            cases += _CaseFile(Source.read(path, LIMIT), known).read()
        refuse_contradictions(cases)
    return cases
