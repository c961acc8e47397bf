"""Reads the cells of an xlsx file as they stand in it, within fixed bounds.

Spreadsheet libraries turn a number into a binary float before anyone sees it. Here a cell keeps its
own text. Nothing is unpacked beyond the bounds, and nothing in the file can reach outside it.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

from ._faults import DAMAGED, NOT_A_WORKBOOK, TOO_LARGE, UNREADABLE, refuse_workbook

MAX_FILE = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_CELLS = 3_000_000
#: The longest text of a cell in a spreadsheet.
MAX_TEXT = 32767
_CHUNK = 1 << 16
_MAX_DEPTH = 64
_MAX_TAG = 1 << 20
#: Elements of a part that holds no cells, and merged areas of a sheet.
_SMALL = 200_000
_MANY = 8 * MAX_CELLS

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\A([A-Z]{1,3})([1-9][0-9]{0,6})\Z")
_QUIET = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
#: Number formats that every spreadsheet knows without writing them down, those with a day.
_DATE_FORMATS = frozenset((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58))


class Cell(NamedTuple):
    """A cell: kind ``n`` number, ``d`` number shown as a day, ``s`` text, ``b`` truth, ``e`` error,
    ``f`` formula, and its text."""

    kind: str
    text: str


class Sheet(NamedTuple):
    """The cells that are not blank by row and column from 1, and the merged areas."""

    title: str
    rows: dict[int, dict[int, Cell]]
    merged: tuple[tuple[int, int, int, int], ...]


class Book(NamedTuple):
    """A workbook's sheets by title, and whether its days count from 1904."""

    name: str
    sheets: dict[str, Sheet]
    from_1904: bool


class _Bound(Exception):
    pass


class _Bad(Exception):
    pass


_DAMAGE: tuple[type[Exception], ...] = (
    _Bad,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    UnicodeError,
    ValueError,
    OSError,
)


Attributes = dict[str, str]


class _Events:
    """Receives the elements of one part; names come without the namespace of spreadsheets."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters inside an element."""


class _Archive:
    """The parts of the file, unpacked within the bound over all of them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_UNPACKED

    def parse(self, part: str, events: _Events, most: int = _SMALL) -> None:
        """Sends the elements of a part to a receiver; KeyError when there is no such part."""
        parser = _parser(events, most)
        entry = self._archive.getinfo(part)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _Bad
        if entry.file_size > self._left:
            raise _Bound
        fed = 0
        with self._archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                fed += len(chunk)
                parser.Parse(chunk, False)
                # A tag without end would be held in memory whole.
                if fed - parser.CurrentByteIndex > _MAX_TAG:
                    raise _Bad
        self._left -= fed
        parser.Parse(b"", True)


def _parser(events: _Events, most: int) -> expat.XMLParserType:
    depth = count = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _MAX_DEPTH or count > most:
            raise _Bound
        events.start(_local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.end(_local(name))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = _no_doctype
    return parser


def _no_doctype(*_: object) -> None:
    raise _Bad


def _local(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return local if space in (_MAIN, _MAIN_STRICT, "") else name


class _Workbook(_Events):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            link = next((v for k, v in attributes.items() if k.endswith("relationships id")), "")
            self.sheets.append((attributes.get("name", ""), link))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")


class _Links(_Events):
    def __init__(self) -> None:
        self.targets: dict[str, str] = {}
        self.by_type: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            self.targets[attributes.get("Id", "")] = target
            self.by_type[attributes.get("Type", "").rpartition("/")[2]] = target


class _Styles(_Events):
    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._in_cells = False
        self.days: list[bool] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self.days.append(self._shows_day(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def _shows_day(self, number: str) -> bool:
        if number in self._formats:
            code = _QUIET.sub("", self._formats[number].partition(";")[0]).lower()
            system_day = self._formats[number].upper().startswith("[$-F800]")
            return system_day or ("y" in code or "d" in code)
        return number.isdigit() and int(number[:9]) in _DATE_FORMATS


class _Text(_Events):
    """Collects the text of ``t`` elements, without the readings of characters (``rPh``)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._taking = False
        self._aside = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "rPh":
            self._aside += 1
        self._taking = name == "t" and not self._aside

    def end(self, name: str) -> None:
        self._taking = False
        if name == "rPh":
            self._aside -= 1

    def text(self, data: str) -> None:
        if self._taking:
            self._size += len(data)
            if self._size <= 7 * MAX_TEXT:
                self._parts.append(data)

    def take(self) -> str:
        """The text so far; the next one begins."""
        if self._size > 7 * MAX_TEXT:
            raise _Bad
        whole = "".join(self._parts)
        self._parts, self._size = [], 0
        return _ESCAPE.sub(_unescape, whole) if "_x" in whole else whole


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)


class _Strings(_Text):
    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.strings.append(self.take())
            if len(self.strings) > MAX_CELLS:
                raise _Bound


class _Shared(NamedTuple):
    strings: list[str]
    days: list[bool]


class _Grid(_Text):
    """The cells of a sheet."""

    def __init__(self, shared: _Shared) -> None:
        super().__init__()
        self._shared = shared
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.count = 0
        self._row = self._column = 0
        self._type = self._style = ""
        self._formula = False

    def start(self, name: str, attributes: Attributes) -> None:
        super().start(name, attributes)
        if name in ("v", "t"):
            self._taking = not self._aside
        elif name == "c":
            self._begin(attributes)
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = _number(attributes.get("r"), self._row + 1, 1_048_576)
            self._column = 0
        elif name == "mergeCell":
            self.merged.append(_area(attributes.get("ref", "")))
            if len(self.merged) > _SMALL:
                raise _Bound

    def _begin(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = _place(reference)
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._formula = False
        self.take()

    def end(self, name: str) -> None:
        super().end(name)
        if name == "c":
            cell = self._cell(self.take())
            if cell is not None:
                self._keep(cell)

    def _keep(self, cell: Cell) -> None:
        self.count += 1
        if self.count > MAX_CELLS:
            raise _Bound
        self.rows.setdefault(self._row, {})[self._column] = cell

    def _cell(self, text: str) -> Cell | None:
        if self._formula:
            return Cell("f", text)
        if not text:
            return None
        if self._type == "n":
            style = int(self._style) if self._style.isdigit() else 0
            days = self._shared.days
            return Cell("d" if style < len(days) and days[style] else "n", text)
        if self._type == "s":
            string = self._shared.strings[_number(text, 0, len(self._shared.strings) - 1, least=0)]
            return Cell("s", string) if string else None
        kinds = {"inlineStr": "s", "str": "s", "d": "s", "b": "b", "e": "e"}
        return Cell(kinds.get(self._type, "e"), text)


def _number(text: str | None, default: int, most: int, least: int = 1) -> int:
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most):
        raise _Bad
    return int(text)


def _place(reference: str) -> tuple[int, int]:
    match = _REFERENCE.match(reference)
    if match is None:
        raise _Bad
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _area(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    return (*_place(first), *_place(last or first))


def column_letters(column: int) -> str:
    """A column's letters: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _check_file(name: str) -> None:
    try:
        status = os.stat(name)
    except (OSError, ValueError):
        refuse_workbook(name, "unreadable", UNREADABLE)
    if not stat.S_ISREG(status.st_mode):
        refuse_workbook(name, "unreadable", UNREADABLE)
    if status.st_size > MAX_FILE:
        refuse_workbook(name, "too_large", TOO_LARGE)


def _open(name: str) -> zipfile.ZipFile:
    _check_file(name)
    try:
        return zipfile.ZipFile(name)
    except OSError:
        refuse_workbook(name, "unreadable", UNREADABLE)
    except _DAMAGE:
        refuse_workbook(name, "syntax", NOT_A_WORKBOOK)


def _resolve(base: str, target: str) -> str:
    path = target if target.startswith("/") else posixpath.join(base, target)
    return posixpath.normpath(path).lstrip("/")


def _links(archive: _Archive, part: str) -> _Links:
    links = _Links()
    folder, _, leaf = part.rpartition("/")
    archive.parse(posixpath.join(folder, "_rels", leaf + ".rels"), links)
    return links


def _shared(archive: _Archive, folder: str, links: _Links) -> _Shared:
    strings, styles = _Strings(), _Styles()
    if "sharedStrings" in links.by_type:
        archive.parse(_resolve(folder, links.by_type["sharedStrings"]), strings, _MANY)
    if "styles" in links.by_type:
        archive.parse(_resolve(folder, links.by_type["styles"]), styles)
    return _Shared(strings.strings, styles.days)


def _sheets(archive: _Archive, wanted: Callable[[str], bool]) -> tuple[dict[str, Sheet], bool]:
    main = _links(archive, "").by_type.get("officeDocument")
    if main is None:
        raise KeyError
    part = _resolve("", main)
    folder = posixpath.dirname(part)
    workbook, links = _Workbook(), _links(archive, part)
    archive.parse(part, workbook)
    shared = _shared(archive, folder, links)
    sheets: dict[str, Sheet] = {}
    cells = 0
    for title, link in workbook.sheets:
        if not wanted(title) or link not in links.targets:
            continue
        grid = _Grid(shared)
        grid.count = cells
        archive.parse(_resolve(folder, links.targets[link]), grid, _MANY)
        cells = grid.count
        sheets[title] = Sheet(title, grid.rows, tuple(grid.merged))
    return sheets, workbook.from_1904


def read_book(name: str, wanted: Callable[[str], bool] | None = None) -> Book:
    """The sheets of an xlsx file whose titles are wanted; KqaError when it is none."""
    with _open(name) as file:
        try:
            sheets, from_1904 = _sheets(_Archive(file), wanted or (lambda title: True))
        except _Bound:
            refuse_workbook(name, "too_large", TOO_LARGE)
        except (KeyError, RecursionError):
            refuse_workbook(name, "syntax", NOT_A_WORKBOOK)
        except _DAMAGE:
            refuse_workbook(name, "syntax", DAMAGED)
    return Book(name, sheets, from_1904)
