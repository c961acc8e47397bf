"""How the sheets look: fonts, colours, borders, number formats, the page."""

from __future__ import annotations

import io
import os
import re
from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ._cells import MAX_TEXT
from ._faults import UNWRITABLE, Spot, path_name, refuse_spot, refuse_workbook

HEADING_ROW = 3
FIRST_ROW = 4

_FACE = "等线"
_BODY = Font(name=_FACE, size=11)
_TITLE = Font(name=_FACE, size=16, bold=True, color="1F3864")
_REMARK = Font(name=_FACE, size=10, color="595959")
_HEADING = Font(name=_FACE, size=11, bold=True, color="FFFFFF")
_BOLD = Font(name=_FACE, size=11, bold=True)
_HEADING_FILL = PatternFill("solid", fgColor="2F5597")
_SHOWN_FILL = PatternFill("solid", fgColor="F2F2F2")
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
_PLAIN = Alignment(vertical="center")

DATE_FORMAT = "yyyy-mm-dd"
_FORMATS = {
    "id": "@",
    "text": "@",
    "value": "@",
    "date": DATE_FORMAT,
    "count": "0",
    "percent": "0",
    "money": "#,##0",
}
_CENTRED = frozenset(("word", "date", "percent", "count"))
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)")


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return "_x005F_x" if found == "_x" else f"_x{ord(found):04X}_"


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet that has no merged ones."""
    cell = sheet.cell(row, column)
    assert not isinstance(cell, MergedCell)
    return cell


def set_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Puts a text as it is: never a formula, and with every character kept."""
    spot = Spot(sheet.title, f"{get_column_letter(column)}{row}")
    if len(text) > MAX_TEXT:
        problem = (f"文本超过{MAX_TEXT}个字符", f"the text is longer than {MAX_TEXT} characters")
        refuse_spot(spot, "too_large", problem)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        problem = ("文本含有不成对的代理字符", "the text has half a character")
        refuse_spot(spot, "encoding", problem)
    cell = cell_at(sheet, row, column)
    cell.value = _UNSAFE.sub(_escape, text)
    cell.data_type = "s"
    return cell


def set_value(sheet: Worksheet, row: int, column: int, value: Any) -> Cell:
    """Puts a value: texts by set_text(), numbers and days as themselves, None as blank."""
    if isinstance(value, str):
        return set_text(sheet, row, column, value)
    cell = cell_at(sheet, row, column)
    if value is not None:
        cell.value = value
    return cell


#: Looks that a workbook already has, by kind: to share one is much quicker than to make it again.
_DRESSED: WeakKeyDictionary[Workbook, dict[tuple[str, bool], Any]] = WeakKeyDictionary()


def dress(cell: Cell, kind: str, boxed: bool = True) -> None:
    """Gives a cell the look of its column's kind."""
    book = cell.parent.parent
    assert book is not None
    looks = _DRESSED.setdefault(book, {})
    # openpyxl has no public way to share a look.
    if (kind, boxed) not in looks:
        _make_look(cell, kind, boxed)
        looks[kind, boxed] = getattr(cell, "_style")  # noqa: B009
    setattr(cell, "_style", copy(looks[kind, boxed]))  # noqa: B010


def _make_look(cell: Cell, kind: str, boxed: bool) -> None:
    cell.font = _REMARK if kind == "ref" else _BODY
    if boxed:
        cell.border = _BOX
    cell.number_format = _FORMATS.get(kind, "General")
    if kind == "ref":
        cell.fill = _SHOWN_FILL
    if kind in _CENTRED:
        cell.alignment = _MIDDLE
    elif kind in ("money", "score"):
        cell.alignment = _RIGHT
    else:
        cell.alignment = _LEFT if kind in ("note", "wrapped") else _PLAIN


def set_title(sheet: Worksheet, title: str, remark: str) -> None:
    """The title and the remark over a table."""
    cell = set_text(sheet, 1, 1, title)
    cell.font = _TITLE
    cell.alignment = _PLAIN
    sheet.row_dimensions[1].height = 28
    cell = set_text(sheet, 2, 1, remark)
    cell.font = _REMARK
    cell.alignment = _PLAIN
    sheet.row_dimensions[2].height = 18


def set_heading(
    sheet: Worksheet,
    column: int,
    text: str,
    width: float,
    comment: str = "",
    row: int = HEADING_ROW,
) -> None:
    """A column's heading with its width and, where there is one, its comment."""
    cell = set_text(sheet, row, column, text)
    cell.font, cell.fill, cell.border = _HEADING, _HEADING_FILL, _BOX
    cell.alignment = _MIDDLE
    if comment:
        cell.comment = Comment(comment, "kqaward", height=96, width=240)
    sheet.column_dimensions[get_column_letter(column)].width = width


def set_section(sheet: Worksheet, row: int, text: str) -> None:
    """A heading inside a sheet."""
    cell = set_text(sheet, row, 1, text)
    cell.font = _BOLD


def heading_height(texts: list[tuple[str, float]]) -> float:
    """The height of a heading row in which every text fits its width."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return 17.0 * lines + 6


def row_height(texts: list[tuple[str, float]]) -> float:
    """The height of a row in which every wrapped text fits its width."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return 15.0 * lines + 5


def _lines(text: str, width: float) -> int:
    """How many lines a text takes: a Chinese character is about as wide as two digits."""
    lines = 0
    for line in text.split("\n"):
        units = sum(2.05 if ord(letter) > 0x2E7F else 1.05 for letter in line)
        lines += max(1, -int(-units // max(1.0, width - 1)))
    return lines


def set_page(sheet: Worksheet, freeze: str, heading_row: int = HEADING_ROW) -> None:
    """Frozen panes, and a landscape A4 page as wide as the table with its heading on every page."""
    sheet.freeze_panes = freeze
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&A  &P/&N"


def new_workbook() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "kqaward"
    return book


def save(book: Workbook, path: str | os.PathLike[str]) -> None:
    """Writes the file in one go, so that a fault leaves no half of it."""
    name = path_name(path)
    buffer = io.BytesIO()
    book.save(buffer)
    try:
        with open(name, "wb") as file:
            file.write(buffer.getvalue())
    except (OSError, ValueError):
        refuse_workbook(name, "unreadable", UNWRITABLE)
