"""Edition files: which numbers and readings differ from another edition, as data."""

from __future__ import annotations

import datetime as _dt
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from .. import _native
from .._errors import KqaError
from .._plain import NumberText
from ..editions import Edition, _set, raw
from ..editions import edition as _built_in
from ..register import parameters, readings
from ._source import Entry, Source, Text, error, hint, scalar, text, without_field

#: The largest edition file, MiB.
LIMIT = 1
ENDING = ".edition.yaml"
KEYS = (
    "id", "based_on", "title", "source", "in_force_from", "in_force_to", "set", "readings",
)
_ID = re.compile(r"[a-z0-9-]{1,31}")
_LANGUAGES = ("zh", "en")

#: Values of parameters or words of readings, by name.
Changes = dict[str, Any]


@dataclass(frozen=True)
class EditionFile:
    """What an edition file says. ``title`` and ``source`` hold a text for ``zh`` and ``en``;
    ``set`` holds whole numbers as int and every other value as it was written."""

    id: str
    based_on: str
    title: Mapping[str, str]
    source: Mapping[str, str] = field(default_factory=dict)
    in_force_from: _dt.date | None = None
    in_force_to: _dt.date | None = None
    set: Mapping[str, int | str] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    path: str = field(default="", compare=False)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> EditionFile:
        """Reads and checks a file, and everything that it is based on."""
        return _Chain(path).files[0].content

    def edition(self) -> Edition:
        """The edition that the file describes."""
        base = resolve(self.based_on, os.path.dirname(self.path))
        return Edition(self._over(raw(base)))

    def _over(self, base: bytes) -> bytes:
        """The edition over the one that it is based on."""
        first = self.in_force_from or Edition(base).in_force_from
        data = changed(base, self.set, self.readings)
        return _native.edition_named(data, self.id, first, self.in_force_to)

    def to_dict(self) -> dict[str, Any]:
        """The content with the keys of the file, absent ones left out."""
        content: dict[str, Any] = {"id": self.id, "based_on": self.based_on}
        for key in KEYS[2:]:
            value = getattr(self, key)
            if value is None or value == {}:
                continue
            content[key] = dict(value) if isinstance(value, Mapping) else value
        return content

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the file, whole or not at all."""
        content = self.to_dict()
        values: Changes = content.get("set", {})
        for name, value in values.items():
            if isinstance(value, str) and "/" not in value:
                values[name] = _Decimal(value)
        save_text(path, yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False))


class _Decimal(str):
    """A decimal as it was written."""


class _Dumper(yaml.SafeDumper):
    """Decimals stand as they were written, without quotes."""


_Dumper.add_representer(
    _Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", str(value))
)


def save_text(path: str | os.PathLike[str], content: str) -> None:
    """Writes a text file, whole or not at all."""
    name = os.path.realpath(path)
    try:
        handle, made = tempfile.mkstemp(dir=os.path.dirname(name), prefix=".kqaward-")
        try:
            with open(handle, "w", encoding="utf-8", newline="") as file:
                file.write(content)
            if os.path.exists(name):
                os.chmod(made, os.stat(name).st_mode & 0o7777)
            else:
                mask = os.umask(0)
                os.umask(mask)
                os.chmod(made, 0o666 & ~mask)
            os.replace(made, name)
        except BaseException:
            os.unlink(made)
            raise
    except OSError as failure:
        reason = failure.strerror or str(failure)
        said = text("at.file", path=os.fspath(path), text=text("unwritable", reason=reason))
        raise error(said, "unreadable") from None


# --- Reading one file ----------------------------------------------------------------------------


class _Opened:
    """One edition file that has been read: its content, and its nodes for complaints."""

    __slots__ = ("content", "entries", "source")

    def __init__(self, path: str) -> None:
        source = Source.read(path, LIMIT)
        entries = source.mapping(source.root, "", KEYS)
        for key in ("id", "based_on", "title"):
            source.need(source.root, "", entries, key)
        self.source = source
        self.entries = entries
        self.content = EditionFile(
            id=self._id(),
            based_on=source.word(entries["based_on"][1], "based_on"),
            title=self._languages("title"),
            source=self._languages("source"),
            in_force_from=self._day("in_force_from"),
            in_force_to=self._day("in_force_to"),
            set=changes(source, entries.get("set"), "set"),
            readings=changes(source, entries.get("readings"), "readings"),
            path=path,
        )

    def _id(self) -> str:
        node = self.entries["id"][1]
        id = self.source.word(node, "id")
        if not _ID.fullmatch(id):
            self.source.refuse(node, "id", text("id"), "form")
        if id in _built_in.ids():
            self.source.refuse(node, "id", text("id.taken", id=id), "duplicate")
        return id

    def _languages(self, key: str) -> dict[str, str]:
        if key not in self.entries:
            return {}
        node = self.entries[key][1]
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return dict.fromkeys(_LANGUAGES, node.value.strip())
        if not isinstance(node, yaml.MappingNode) or not node.value:
            self.source.refuse(node, key, text("language"), "type")
        entries = self.source.mapping(node, key, _LANGUAGES)
        return {
            lang: self.source.word(entries[lang][1], f"{key}.{lang}").strip()
            for lang in _LANGUAGES
            if lang in entries
        }

    def _day(self, key: str) -> _dt.date | None:
        if key not in self.entries:
            return None
        return self.source.day(self.entries[key][1], key)

    def over(self, base: bytes) -> bytes:
        """The edition, given the one that it is based on."""
        content = self.content
        apply(self.source, base, content.set, content.readings, self.entries)
        try:
            return content._over(base)
        except KqaError as refused:
            node = self.entries.get("in_force_to", self.entries["id"])[1]
            raise self.source.fault(
                node, "in_force_to", without_field(refused), refused.status
            ) from None


def changes(source: Source, entry: Entry | None, key: str, prefix: str = "") -> Changes:
    """The parameters (``set``) or readings of a mapping; only those that the register has."""
    if entry is None:
        return {}
    at = prefix + key
    found: Changes = {}
    for name, (name_node, node) in source.mapping(entry[1], at).items():
        check_name(source, name_node, f"{at}.{name}", name, key)
        if not isinstance(node, yaml.ScalarNode):
            source.refuse(node, f"{at}.{name}", text("one_value"), "type")
        found[name] = change(source, node, f"{at}.{name}", name, key)
    return found


def check_name(source: Source, node: yaml.Node, at: str, name: str, key: str) -> None:
    """Refuses a name that is no parameter (under ``set``) or no reading."""
    known = [row.name for row in parameters()]
    words = [row.name for row in readings()]
    if key == "set":
        if name in words:
            source.refuse(node, at, text("parameter.is_reading"), "name")
        if name not in known:
            source.refuse(node, at, text("parameter") + hint(name, known), "name")
    elif name in known:
        source.refuse(node, at, text("reading.is_parameter"), "name")
    elif name not in words:
        source.refuse(node, at, text("reading") + hint(name, words), "name")


def change(source: Source, node: yaml.ScalarNode, at: str, name: str, key: str) -> int | str:
    """One value, checked against the register's bounds or words."""
    value = scalar(node.value, node.style)
    if key == "readings":
        words = next(row.values for row in readings() if row.name == name)
        word = str(node.value)
        if word not in words:
            source.refuse(node, at, text("word", word=word) + hint(word, words), "value")
        return word
    written = str(value) if isinstance(value, NumberText) else value
    if not isinstance(written, (int, str)) or isinstance(written, bool):
        written = str(node.value)
    try:
        _set(raw(_built_in(_built_in.ids()[0])), {name: written}, False)
    except KqaError as refused:
        source.refuse(node, at, without_field(refused), refused.status)
    return written


def changed(
    base: bytes, parameters: Mapping[str, int | str], words: Mapping[str, str]
) -> bytes:
    """An edition with changes, checked as a whole."""
    return _native.edition_checked(_set(_set(base, parameters, False), words, True))


def apply(
    source: Source,
    base: bytes,
    parameters: Mapping[str, int | str],
    words: Mapping[str, str],
    entries: Mapping[str, Entry],
) -> bytes:
    """An edition with changes, or the error about the mapping that holds the change at fault."""
    try:
        return changed(base, parameters, words)
    except KqaError as refused:
        key = "readings" if refused.field in words else "set"
        entry = entries.get(key)
        node = source.root if entry is None else entry[1]
        at = f"{key}.{refused.field}"
        raise source.fault(node, at, without_field(refused), refused.status) from None


# --- From a reference to an edition --------------------------------------------------------------

#: Complains about a reference to an edition.
Complain = Callable[[Text, str], KqaError]


def is_path(reference: str) -> bool:
    """Whether a reference is the path of a file and no id."""
    return "/" in reference or os.sep in reference or reference.endswith((".yaml", ".yml"))


def _sibling(id: str, folder: str, complain: Complain) -> str:
    """The edition file of a folder that has the id."""
    found = []
    for name in sorted(os.listdir(folder or ".")):
        if name.endswith(ENDING):
            path = os.path.join(folder, name)
            if _id_in(path) == id:
                found.append(path)
    if len(found) > 1:
        raise complain(text("edition.several", id=id, paths=", ".join(found)), "duplicate")
    if not found:
        known = ", ".join(_built_in.ids())
        raise complain(text("edition", id=id, known=known), "name")
    return found[0]


def _id_in(path: str) -> str:
    """The id that a file gives; empty for a file that cannot be read."""
    try:
        root = Source.read(path, LIMIT).root
    except KqaError:
        return ""
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "id"), "")


class _Chain:
    """An edition file and the files that it is based on, down to a built-in edition."""

    __slots__ = ("base", "files")

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.files: list[_Opened] = []
        seen: dict[str, str] = {}
        name = os.fspath(path)
        while True:
            opened = _Opened(name)
            seen[os.path.realpath(name)] = opened.content.id
            self.files.append(opened)
            reference = opened.content.based_on
            if reference in _built_in.ids():
                self.base = raw(_built_in(reference))
                break
            name = self._next(opened, reference, seen)
        self.editions()

    def _next(self, opened: _Opened, reference: str, seen: Mapping[str, str]) -> str:
        node = opened.entries["based_on"][1]

        def complain(said: Text, status: str) -> KqaError:
            return opened.source.fault(node, "based_on", said, status)

        path = locate(reference, os.path.dirname(opened.content.path), complain)
        real = os.path.realpath(path)
        if real in seen:
            ids = list(seen.values())
            chain = " → ".join([*ids[list(seen).index(real):], seen[real]])
            raise complain(text("edition.cycle", chain=chain), "order")
        if not os.path.isfile(path):
            raise complain(
                text("at.file", path=path, text=text("unreadable")), "unreadable"
            )
        return path

    def editions(self) -> bytes:
        """The edition of the first file, each laid over the one below."""
        edition = self.base
        for opened in reversed(self.files):
            edition = opened.over(edition)
        return edition


def locate(reference: str, folder: str, complain: Complain) -> str:
    """The path of the edition file that a reference names."""
    if is_path(reference):
        return os.path.normpath(os.path.join(folder, reference))
    return _sibling(reference, folder, complain)


def resolve(reference: str, folder: str, complain: Complain | None = None) -> Edition:
    """The edition that an id or a path, relative to a folder, names."""

    def plainly(said: Text, status: str) -> KqaError:
        return error(text("at.file", path=reference, text=said), status, "edition")

    if reference in _built_in.ids():
        return _built_in(reference)
    path = locate(reference, folder, complain or plainly)
    if complain is not None and not os.path.isfile(path):
        raise complain(text("at.file", path=path, text=text("unreadable")), "unreadable")
    return Edition(_Chain(path).editions())
