"""From a workbook to the document of a round, remembering where everything stood."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from .._errors import KqaError
from ..editions import Edition, ParameterValue
from ..enums import ParameterKind
from ..register import parameters, readings
from ..rounds import Round, RoundResult
from ..scores import Criteria
from ._cells import Book, read_book
from ._convert import convert, parameter_value
from ._faults import Spot, path_name, refuse_spot, refuse_workbook
from ._form import (
    DEFAULT_CRITERIA,
    ROUND,
    ROUND_COLUMNS,
    Column,
    Entry,
    Table,
    awards,
    entries,
    tables,
)
from ._grid import Grid, Row, find_grid

_LAST_STEP = re.compile(r"(\.[^.\[\]]*|\[[^\[\]]*\])\Z")

Document = dict[str, Any]


class Places:
    """Where in the workbook each path of the document stood."""

    def __init__(self) -> None:
        self._spots: dict[str, Spot] = {}

    def put(self, path: str, spot: Spot) -> None:
        """Remembers a path; the first place wins."""
        self._spots.setdefault(path, spot)

    def find(self, path: str) -> Spot | None:
        """The place of a path, else of what it is part of."""
        while path:
            if path in self._spots:
                return self._spots[path]
            shorter = _LAST_STEP.sub("", path)
            path = shorter if shorter != path else path.rpartition(".")[0]
        return None


class _Reader:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.places = Places()
        self.document: Document = {}
        self._organizations: dict[str, tuple[int, Document]] = {}

    def read(self) -> None:
        """Reads every sheet."""
        self._read_entries()
        form = {table.key: table for table in tables(self._criteria())}
        self._read_organizations(self._grid(form["organizations"]))
        self._read_facts(self._grid(form["facts"]))
        for key in ("incidents", "sanctions", "history"):
            self._read_list(self._grid(form[key]), form[key])
        self._read_sheets(self._grid(form["sheets"]), form["sheets"])
        self._read_votes(self._grid(form["votes"]))
        self._read_special(self._grid(form["special"]))
        self._read_changes(self._grid(form["amend"]), "amend")
        self._read_changes(self._grid(form["readings"]), "readings")

    def _grid(self, table: Table) -> Grid:
        grid = find_grid(self.book, table.texts, table.columns)
        for path in _ROOTS.get(table.key, ()):
            self.places.put(path, Spot(grid.title))
        return grid

    def _read_entries(self) -> None:
        grid = find_grid(self.book, ROUND, ROUND_COLUMNS)
        by_text = {text: entry for entry in entries() for text in entry.texts}
        seen = set()
        for row in grid.rows(later=("value",)):
            text = " ".join(row.values.get("label", "").split())
            entry = by_text.get(text)
            spot = Spot(grid.title, row.spot("value").cell, text)
            if entry is None:
                _refuse_label(row.spot("label"), text)
            if entry.path in seen:
                refuse_spot(
                    spot, "duplicate", ("重复出现，请删除其一", "this stands twice; remove one")
                )
            seen.add(entry.path)
            self.places.put(".".join(entry.path), spot)
            self._put_entry(entry, row, spot)
        for entry in entries():
            if entry.path not in seen:
                zh, en = entry.texts
                problem = (
                    f"缺少“{zh}”一行，请使用模板",
                    f"the line “{en}” is missing; use the template",
                )
                refuse_spot(Spot(grid.title), "missing", problem)

    def _put_entry(self, entry: Entry, row: Row, spot: Spot) -> None:
        given = row.given("value")
        if given is None:
            return
        column = Column(".".join(entry.path), entry.texts, entry.kind, 0, entry.choices)
        value = convert(given._replace(spot=spot, column=column))
        into = self.document
        for step in entry.path[:-1]:
            into = into.setdefault(step, {})
        into[entry.path[-1]] = value

    def _criteria(self) -> str:
        name = self.document.get("criteria", DEFAULT_CRITERIA)
        if name not in Criteria.ids():
            spot = self.places.find("criteria")
            allowed = Criteria.ids()
            problem = (
                f"没有“{name}”这一评审标准；应为{'、'.join(allowed)}之一",
                f"there is no set “{name}”; it should be one of: {', '.join(allowed)}",
            )
            refuse_spot(spot or Spot(ROUND[0]), "name", problem)
        return str(name)

    def _read_organizations(self, grid: Grid) -> None:
        listed: list[Document] = []
        self.document["organizations"] = listed
        seen: set[str] = set()
        for row in grid.rows():
            path = f"organizations[{len(listed)}]"
            id = _own_id(row)
            _once(row, seen)
            for name, key in _ORGANIZATION_PATHS.items():
                self.places.put(path + name, row.spot(key))
            organization: Document = {"id": id}
            _put(organization, "name", row.values.get("name"))
            _put(organization, "invited", row.values.get("invited"))
            for key in ("document", "site"):
                if key in row.values:
                    organization[f"{key}_review"] = {"score": row.values[key]}
            self._organizations[id] = (len(listed), organization)
            listed.append(organization)

    def _of(self, row: Row) -> tuple[str, Document]:
        id = _own_id(row)
        found = self._organizations.get(id)
        if found is None:
            problem = (
                f"编号“{id}”不在工作表“申报组织”中",
                f"the id “{id}” does not stand on the sheet “Organisations”",
            )
            refuse_spot(row.spot("id"), "name", problem)
        return f"organizations[{found[0]}]", found[1]

    def _read_facts(self, grid: Grid) -> None:
        seen: set[str] = set()
        for row in grid.rows():
            path, organization = self._of(row)
            _once(row, seen)
            for key in grid.places:
                group, _, name = key.partition(".")
                if not name:
                    continue
                self.places.put(f"{path}.{key}", row.spot(key))
                if row.values.get(key) is not None:
                    organization.setdefault(group, {})[name] = row.values[key]

    def _read_list(self, grid: Grid, table: Table) -> None:
        keys = [c.key for c in table.columns if c.is_read and c.key != "id"]
        for row in grid.rows():
            path, organization = self._of(row)
            listed = organization.setdefault(table.key, [])
            path = f"{path}.{table.key}[{len(listed)}]"
            self.places.put(path, row.spot("id"))
            for key in keys:
                self.places.put(f"{path}.{key}", row.spot(key))
            listed.append({key: row.values[key] for key in keys if key in row.values})

    def _read_sheets(self, grid: Grid, table: Table) -> None:
        keys = [column.key for column in table.columns if column.kind == "percent"]
        for row in grid.rows():
            path, organization = self._of(row)
            if "review" not in row.values:
                _missing(row, "review")
            review = row.values["review"]
            sheets = organization.setdefault(review, {}).setdefault("sheets", [])
            path = f"{path}.{review}.sheets"
            self.places.put(path, row.spot("review"))
            for place, key in enumerate(keys):
                if key not in row.values:
                    _missing(row, key)
                self.places.put(f"{path}[{len(sheets)}][{place}]", row.spot(key))
            self.places.put(f"{path}[{len(sheets)}]", row.spot("review"))
            sheets.append([row.values[key] for key in keys])

    def _read_votes(self, grid: Grid) -> None:
        seen: set[str] = set()
        votes = self.document.get("votes", {})
        for row in grid.rows():
            id = _own_id(row)
            _once(row, seen)
            for key, count in row.values.items():
                award, _, kind = key.partition(".")
                if kind:
                    votes.setdefault(award, {}).setdefault(kind, {})[id] = count
                    self.places.put(f"votes.{award}.{kind}.{id}", row.spot(key))
        for vote in votes.values():
            vote.setdefault("yes", {})
        if votes:
            self.document["votes"] = votes
        for choice in awards():
            convener = self.places.find(f"votes.{choice.value}.convened_by")
            if convener is not None:
                self.places.put(f"votes.{choice.value}", convener)

    def _read_special(self, grid: Grid) -> None:
        listed: list[str] = []
        for row in grid.rows():
            id = _own_id(row)
            self.places.put(f"special_nominations[{len(listed)}]", row.spot("id"))
            listed.append(id)
        if listed:
            self.document["special_nominations"] = listed

    def _read_changes(self, grid: Grid, group: str) -> None:
        kinds = {p.name: p.kind for p in parameters()} if group == "amend" else {}
        known = kinds or {reading.name for reading in readings()}
        seen: set[str] = set()
        changes: Document = {}
        for row in grid.rows(later=("value",)):
            given = row.given("value")
            name = _own_id(row, "key")
            _once(row, seen, "key")
            if name not in known:
                problem = (f"没有“{name}”这个名称", f"there is nothing called “{name}”")
                refuse_spot(row.spot("key"), "name", problem)
            self.places.put(f"{group}.{name}", row.spot("value"))
            self.places.put(name, row.spot("value"))
            if given is not None:
                kind = kinds.get(name, ParameterKind.READING)
                reading = kind is ParameterKind.READING
                changes[name] = convert(given) if reading else parameter_value(given, kind)
        if changes:
            self.document[group] = changes


_ROOTS = {
    "organizations": ("organizations",),
    "votes": ("votes",),
    "special": ("special_nominations",),
    "amend": ("amend",),
    "readings": ("readings",),
}
_ORGANIZATION_PATHS = {
    "": "id",
    ".id": "id",
    ".name": "name",
    ".invited": "invited",
    ".document_review": "document",
    ".document_review.score": "document",
    ".site_review": "site",
    ".site_review.score": "site",
}


def _refuse_label(spot: Spot, text: str) -> NoReturn:
    problem = (
        f"没有“{text[:40]}”这一项目，请使用模板",
        f"there is no item “{text[:40]}”; use the template",
    )
    refuse_spot(spot, "unknown_key", problem)


def _put(into: Document, key: str, value: Any) -> None:
    if value is not None:
        into[key] = value


def _own_id(row: Row, key: str = "id") -> str:
    if key not in row.values:
        _missing(row, key)
    return str(row.values[key])


def _missing(row: Row, key: str) -> NoReturn:
    refuse_spot(row.spot(key), "missing", ("缺少必填项", "a required value is missing"))


def _once(row: Row, seen: set[str], key: str = "id") -> None:
    value = row.values[key]
    if value in seen:
        problem = (f"“{value}”重复出现；每个只占一行", f"“{value}” stands twice; it has one row")
        refuse_spot(row.spot(key), "duplicate", problem)
    seen.add(value)


def _titles() -> frozenset[str]:
    texts = [ROUND, *(table.texts for table in tables())]
    return frozenset(title for pair in texts for title in pair)


def _read(path: str | os.PathLike[str]) -> tuple[Document, Places]:
    titles = _titles()
    reader = _Reader(read_book(path_name(path), titles.__contains__))
    reader.read()
    return reader.document, reader.places


def read_document(path: str | os.PathLike[str]) -> Mapping[str, Any]:
    """A workbook's round as a mapping with the round file's keys, not yet checked by the rules."""
    return _read(path)[0]


class WorkbookRound(Round):
    """A round that remembers its workbook, so that faults found in deciding name their cells."""

    __slots__ = ("_name", "_places")
    _name: str
    _places: Places

    @classmethod
    def of_places(cls, document: Document, places: Places, name: str) -> WorkbookRound:
        """A round from a workbook's document."""
        try:
            self = cls(document)
        except KqaError as fault:
            _refuse_again(fault, places, name)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_places", places)
        return self

    def decide(
        self,
        amend: Mapping[str, ParameterValue] | None = None,
        readings: Mapping[str, str] | None = None,
        edition: Edition | None = None,
    ) -> RoundResult:
        """As Round.decide(); what is wrong in the workbook is refused by sheet and cell."""
        if amend or readings:
            chosen = self.edition if edition is None else edition
            chosen.replace(**(amend or {})).with_readings(readings or {})
        try:
            return super().decide(amend, readings, edition)
        except KqaError as fault:
            _refuse_again(fault, self._places, self._name)


def read_round(path: str | os.PathLike[str]) -> Round:
    """The round of a workbook; KqaError names the sheet and the cell of what is wrong. As with other
    files, what only the rules can tell is refused by decide()."""
    document, places = _read(path)
    return WorkbookRound.of_places(document, places, path_name(path))


def _without_path(text: str, path: str) -> str:
    return text.removeprefix(path).lstrip("：: ") if path else text


def _refuse_again(fault: KqaError, places: Places, name: str) -> NoReturn:
    zh, en = (_without_path(fault.text(lang), fault.field) for lang in ("zh", "en"))
    spot = places.find(fault.field)
    if spot is None:
        refuse_workbook(name, fault.status, (zh, en))
    refuse_spot(spot, fault.status, (zh, en))
