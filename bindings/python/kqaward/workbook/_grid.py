"""Finds a table's heading row and columns in a sheet, and gives its rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ._cells import Book, Cell, Sheet, column_letters
from ._convert import Given, convert
from ._faults import Spot, Texts, refuse_spot, refuse_workbook
from ._form import Column

_HEADING_ROWS = range(1, 11)
_UNHEADED: Texts = (
    "没有这样的列标题，请使用模板中的列；其他内容写入“备注”列或另建工作表",
    (
        "there is no such column; use those of the template, and put anything else under “Note” or on "
        "another sheet"
    ),
)
_MERGED: Texts = (
    "是合并单元格，请取消合并并逐格填写",
    "this is a merged cell; unmerge it and fill in each cell",
)
_TWICE: Texts = ("列标题重复，请删除其中一列", "this column stands twice; remove one of them")


class Row(NamedTuple):
    """A row that holds something to read."""

    number: int
    grid: Grid
    values: dict[str, Any]

    def spot(self, key: str) -> Spot:
        """Where a column's cell of this row stands, blank or not."""
        return self.grid.spot(self.number, key)

    def given(self, key: str) -> Given | None:
        """A cell that has not been converted yet."""
        cell = self.grid.cells(self.number).get(self.grid.places[key][0])
        return None if cell is None else self.grid.given(self.number, key, cell)


class Grid:
    """A sheet whose columns are found."""

    def __init__(self, book: Book, sheet: Sheet, columns: tuple[Column, ...]) -> None:
        self._book = book
        self._sheet = sheet
        self.title = sheet.title
        self._heading = self._find_heading(columns)
        self.places = self._find_columns(columns)
        self._refuse_merged()

    def cells(self, number: int) -> dict[int, Cell]:
        """The cells of a row by column."""
        return self._sheet.rows.get(number, {})

    def spot(self, number: int, key: str) -> Spot:
        """Where a cell stands."""
        place, heading, _ = self.places[key]
        return Spot(self.title, f"{column_letters(place)}{number}", heading)

    def given(self, number: int, key: str, cell: Cell) -> Given:
        """A cell with all that is needed to convert it."""
        return Given(cell, self.spot(number, key), self.places[key][2], self._book.from_1904)

    def rows(self, later: tuple[str, ...] = ()) -> Iterator[Row]:
        """The rows below the heading, converted but for the columns named."""
        read = {p: (k, k in later) for k, (p, _, column) in self.places.items() if column.is_read}
        stray = self._stray_after()
        for number in sorted(n for n in self._sheet.rows if n > self._heading):
            values: dict[str, Any] = {}
            found = False
            for place, cell in self.cells(number).items():
                if place in read:
                    found = True
                    key, is_later = read[place]
                    if not is_later:
                        values[key] = convert(self.given(number, key, cell))
                elif place in stray:
                    spot = Spot(self.title, f"{column_letters(place)}{number}")
                    refuse_spot(spot, "unknown_key", _UNHEADED)
            if found:
                yield Row(number, self, values)

    def _stray_after(self) -> frozenset[int]:
        known = {place for place, _, _ in self.places.values()}
        used = {place for cells in self._sheet.rows.values() for place in cells}
        return frozenset(used - known)

    def _find_heading(self, columns: tuple[Column, ...]) -> int:
        wanted = {_plain(text) for column in columns for text in column.texts}
        for number in _HEADING_ROWS:
            texts = {_plain(cell.text) for cell in self.cells(number).values()}
            if len(texts & wanted) >= 2:
                return number
        first = columns[0].texts
        refuse_spot(
            Spot(self.title),
            "missing",
            (
                f"前10行中没有列标题行，应有“{first[0]}”等列，请使用模板",
                (
                    f"there is no heading row in the first ten; “{first[1]}” and so on should stand "
                    "there; use the template"
                ),
            ),
        )

    def _find_columns(self, columns: tuple[Column, ...]) -> dict[str, tuple[int, str, Column]]:
        by_text = {_plain(text): column for column in columns for text in column.texts}
        places: dict[str, tuple[int, str, Column]] = {}
        for place, cell in sorted(self.cells(self._heading).items()):
            spot = Spot(self.title, f"{column_letters(place)}{self._heading}")
            column = by_text.get(_plain(cell.text))
            if column is None:
                shown = _plain(cell.text)[:40]
                problem = (f"“{shown}”：{_UNHEADED[0]}", f"“{shown}”: {_UNHEADED[1]}")
                refuse_spot(spot, "unknown_key", problem)
            if column.key in places:
                refuse_spot(spot, "duplicate", _TWICE)
            places[column.key] = (place, _plain(cell.text), column)
        for column in columns:
            if column.is_read and column.key not in places:
                self._refuse_missing(column)
        return places

    def _refuse_missing(self, column: Column) -> None:
        zh, en = map(_plain, column.texts)
        problem = (f"缺少“{zh}”列，请使用模板", f"the column “{en}” is missing; use the template")
        refuse_spot(Spot(self.title), "missing", problem)

    def _refuse_merged(self) -> None:
        last = max((place for place, _, c in self.places.values() if c.is_read), default=0)
        for top, left, bottom, _ in self._sheet.merged:
            if bottom >= self._heading and left <= last:
                refuse_spot(Spot(self.title, f"{column_letters(left)}{top}"), "form", _MERGED)


def _plain(text: str) -> str:
    return " ".join(text.split())


def find_grid(book: Book, texts: Texts, columns: tuple[Column, ...]) -> Grid:
    """The grid of a sheet, found by its Chinese or English title."""
    found = [book.sheets[title] for title in texts if title in book.sheets]
    if not found:
        problem = (
            f"缺少工作表“{texts[0]}”，请使用模板",
            f"the sheet “{texts[1]}” is missing; use the template",
        )
        refuse_workbook(book.name, "missing", problem)
    if len(found) > 1:
        problem = ("与另一语言的同一工作表并存，请删除其一", "stands in both languages; remove one")
        refuse_spot(Spot(found[0].title), "duplicate", problem)
    return Grid(book, found[0], columns)
