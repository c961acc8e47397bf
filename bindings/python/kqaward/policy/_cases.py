"""Case files: what the rules must answer, as data."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

import yaml

from .._errors import KqaError
from ..editions import Edition, raw
from ..editions import edition as editions
from ..register import readings
from ._case import Case, Citation, citations
from ._contradictions import refuse_contradictions
from ._decisions import DECISIONS, FILE, ROUND, Decision
from ._editions import apply, change, changes, check_name, resolve
from ._expect import Leaf, Path, Reader
from ._inputs import Steps, lay, put
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
_CITED = re.compile(r"([0-9]{1,4})(?:\(([0-9]{1,4})\))?")
_STEP = re.compile(r"([^.\[\]]+)((?:\[[0-9]{1,6}\])*)")


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


@dataclass
class _Row:
    """What a row of a table says."""

    name: str
    cites: tuple[Citation, ...]
    input: Mapping[str, Any]
    leaves: dict[Path, Leaf] = field(default_factory=dict)
    numbers: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)


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
            source = Source.read(self._path(node, "base"), LIMIT)
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
        known = citations()
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
        _, node = found[FILE]
        if len(found) > 1:
            other = next(name for name in found if name != FILE)
            self.refuse(found[other][0], f"{at}.{other}", text("round_file"), "both")
        return {FILE: self._path(node, f"{at}.{FILE}")}

    def _path(self, node: yaml.Node, field: str) -> str:
        """The path of a file that is there, relative to this one."""
        path = os.path.join(self.folder, self.source.word(node, field))
        if not os.path.isfile(path):
            said = text("at.file", path=path, text=text("unreadable"))
            self.refuse(node, field, said, "unreadable")
        return os.path.normpath(path)

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
        leaves = [leaf for leaf in shared.leaves if leaf.path not in more]
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
            status = "too_few" if len(cells) < len(columns) else "too_many"
            wrong = text("cells", count=len(cells), expected=len(columns))
            self.refuse(row, field, wrong, status)
        said = _Row(f"{shared.name} [{place + 1}]", shared.cites, shared.input)
        for column, cell in zip(columns, cells):
            self._take(said, column, cell, field, shared)
        edition = shared.edition
        if said.numbers or said.words:
            edition = self._changed(row, field, edition, said.numbers, said.words)
        if not said.leaves and not shared.leaves:
            self.refuse(row, field, text("expects_nothing"), "missing")
        self._keep(shared, said.name, row, said.leaves, edition, said.input, said.cites)

    def _take(
        self, said: _Row, column: _Column, cell: yaml.Node, field: str, shared: _Shared
    ) -> None:
        """What one cell says."""
        at = f"{field}.{column.name}"
        if column.steps == (FILE,) and shared.decision is ROUND:
            said.input = {FILE: self._path(cell, at)}
        elif column.kind == "input":
            try:
                said.input = put(said.input, column.steps, self._cell(cell, at))
            except LookupError:
                self.refuse(cell, at, text("column"), "unknown_key")
        elif column.kind == "expect":
            said.leaves.update(self._expected(cell, at, column, shared.decision))
        elif column.kind == "name":
            said.name = f"{shared.name} [{self.source.word(cell, at)}]"
        elif column.kind == "cites":
            said.cites = self._cites(cell, at)
        elif not isinstance(cell, yaml.ScalarNode):
            self.refuse(cell, at, text("one_value"), "type")
        else:
            name = column.path[0]
            into = said.numbers if column.kind == "set" else said.words
            into[name] = change(self.source, cell, at, name, column.kind)

    def _cell(self, cell: yaml.Node, at: str) -> Any:
        if isinstance(cell, yaml.ScalarNode):
            return scalar(cell.value, cell.style)
        return self.source.value(cell, at)

    def _expected(
        self, cell: yaml.Node, at: str, column: _Column, decision: Decision
    ) -> dict[Path, Leaf]:
        if isinstance(cell, yaml.ScalarNode) and cell.value == ANY and not cell.style:
            return {}
        if column.path:
            leaves = self.reader.at(column.path, cell, at, decision.answers)
        else:
            leaves = self.reader.leaves(cell, at, decision.answers)
        return {leaf.path: leaf for leaf in leaves}


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
