"""What a cell means, exactly. What cannot be meant is refused with what would be right.

A number in a spreadsheet is a binary double, and the file shows it with up to 17 digits: 652.35 may
stand as 652.35000000000002. It is taken as the shortest decimal that is that double again, which is
what the spreadsheet showed and the clerk typed; more than six decimals are refused. Text is taken as
it stands.
"""

from __future__ import annotations

import datetime as _dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple, NoReturn

from ..enums import ParameterKind
from ._cells import Cell
from ._faults import Spot, Texts, refuse_spot
from ._form import Choice, Column

_NUMBER = re.compile(r"\A-?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,4})?\Z")
_DIGITS = re.compile(r"\A-?[0-9]{1,18}\Z")
_DAY = re.compile(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_LAST_SERIAL = 2958465

_A_DAY: Texts = ("应为日期，如2026-06-30", "it should be a date such as 2026-06-30")
_A_COUNT: Texts = ("应为整数", "it should be a whole number")
_A_SCORE: Texts = (
    "应为0至1000的分数，至多六位小数，或文本形式的分数如3057/5",
    (
        "it should be a score from 0 to 1000 with at most six decimals, or a fraction such as 3057/5 as "
        "text"
    ),
)
_A_TEXT: Texts = ("应为文本", "it should be text")


class Given(NamedTuple):
    """A cell that is not blank, where it stands, its column, and how the workbook counts days."""

    cell: Cell
    spot: Spot
    column: Column
    from_1904: bool

    def refuse(self, status: str, problem: Texts, right: Texts) -> NoReturn:
        """Raises KqaError: what is wrong, what would be right."""
        texts = (f"{problem[0]}；{right[0]}", f"{problem[1]}; {right[1]}")
        refuse_spot(self.spot, status, texts)


def convert(given: Given) -> Any:
    """The value that the round file would have; None for an unknown fact."""
    if given.cell.kind == "f":
        given.refuse(
            "type",
            ("是公式，不予计算", "this is a formula, and none is evaluated"),
            ("请改填数值（复制后选择性粘贴为数值）", "put its value here (copy, paste as values)"),
        )
    if given.cell.kind == "e":
        given.refuse(
            "type",
            (f"是错误值{given.cell.text[:20]}", f"this is the error {given.cell.text[:20]}"),
            ("请改填正确的值", "put a value here"),
        )
    if given.column.choices:
        return _word(given)
    return _CONVERTERS[given.column.kind](given)


def _shortest(given: Given, right: Texts) -> Decimal:
    text = given.cell.text
    number = float(text) if _NUMBER.match(text) else float("nan")
    if not abs(number) < 1e18:
        given.refuse("range", ("数值超出允许范围", "the number is out of range"), right)
    return Decimal(repr(number))


def _whole(given: Given) -> int:
    cell = given.cell
    if cell.kind == "s" and _DIGITS.match(cell.text):
        return int(cell.text)
    if cell.kind != "n":
        given.refuse("type", _kind_found(cell), _right_of(given))
    number = _shortest(given, _right_of(given))
    if number != number.to_integral_value():
        shown = f"{number:f}"
        given.refuse("type", (f"{shown}不是整数", f"{shown} is not whole"), _right_of(given))
    return int(number)


def _right_of(given: Given) -> Texts:
    if given.column.kind == "percent":
        zh, en = given.column.comment
        return (
            f"应为{zh.partition('：')[2]}，不带百分号",
            f"it should be a {en}, without a percent sign",
        )
    return _A_COUNT


def _kind_found(cell: Cell) -> Texts:
    if cell.kind == "s":
        shown = cell.text if len(cell.text) <= 30 else cell.text[:30] + "…"
        return f"“{shown}”是文本", f"“{shown}” is text"
    return {
        "n": ("是数字", "this is a number"),
        "d": ("是日期", "this is a date"),
        "b": ("是逻辑值", "this is a truth value"),
    }[cell.kind]


def _score(given: Given) -> int | str:
    cell = given.cell
    if cell.kind == "s":
        return cell.text
    if cell.kind == "d":
        given.refuse(
            "type",
            ("已被电子表格当作日期", "the spreadsheet took this for a date"),
            ("填写分数时请先输入单引号，如'3057/5", "type a fraction after an apostrophe: '3057/5"),
        )
    if cell.kind != "n":
        given.refuse("type", _kind_found(cell), _A_SCORE)
    number = _shortest(given, _A_SCORE)
    if number == number.to_integral_value():
        return int(number)
    text = f"{number:f}"
    if len(text.partition(".")[2]) > 6:
        given.refuse(
            "form", (f"{text}超过六位小数", f"{text} has more than six decimals"), _A_SCORE
        )
    return text


def _day(given: Given) -> str:
    cell = given.cell
    if cell.kind == "s":
        return _day_of_text(given)
    if cell.kind != "d":
        given.refuse("type", _kind_found(cell), _A_DAY)
    serial = _shortest(given, _A_DAY)
    if serial != serial.to_integral_value():
        given.refuse("form", ("日期带有时刻", "the date has a time of day"), _A_DAY)
    count = int(serial) + (1462 if given.from_1904 else 0)
    if not 1 <= count <= _LAST_SERIAL or count == 60:
        given.refuse("no_such_day", ("没有这一天", "there is no such day"), _A_DAY)
    # The serial numbers have a 29 February 1900 that never was.
    start = _dt.date(1899, 12, 31) if count < 60 else _dt.date(1899, 12, 30)
    return (start + _dt.timedelta(days=count)).isoformat()


def _day_of_text(given: Given) -> str:
    text = given.cell.text.strip()
    if not _DAY.match(text):
        shown = text if len(text) <= 30 else text[:30] + "…"
        problem = (f"“{shown}”是文本而不是日期", f"“{shown}” is text and no date")
        given.refuse("form", problem, _A_DAY)
    try:
        return _dt.date.fromisoformat(text).isoformat()
    except ValueError:
        given.refuse("no_such_day", (f"没有{text}这一天", f"there is no day {text}"), _A_DAY)


def _word(given: Given) -> Any:
    cell, choices = given.cell, given.column.choices
    if cell.kind == "b" and choices[0].value is True:
        return cell.text in ("1", "true")
    text = cell.text.strip()
    for choice in choices if cell.kind == "s" else ():
        if text in choice.texts or text == choice.value or text.lower() == choice.texts[1].lower():
            return choice.value
    shown = text if len(text) <= 30 else text[:30] + "…"
    problem = (f"“{shown}”不是允许的取值", f"“{shown}” is none of the allowed values")
    given.refuse("value", problem, _right_words(choices))


def _right_words(choices: tuple[Choice, ...]) -> Texts:
    zh = "、".join(f"“{choice.texts[0]}”" for choice in choices)
    en = ", ".join(choice.texts[1] for choice in choices)
    return f"应为{zh}之一", f"it should be one of: {en}"


def _text(given: Given) -> str:
    if given.cell.kind != "s":
        given.refuse("type", _kind_found(given.cell), _A_TEXT)
    return given.cell.text


def _id(given: Given) -> str:
    if given.cell.kind == "n":
        return str(_whole(given))
    return _text(given)


def parameter_value(given: Given, kind: ParameterKind) -> int | str:
    """A parameter's value: whole where the parameter is a count or money, else exact."""
    if kind in (ParameterKind.COUNT, ParameterKind.MONEY):
        return _whole(given)
    return _score(given)


_CONVERTERS: dict[str, Callable[[Given], Any]] = {
    "id": _id,
    "text": _text,
    "date": _day,
    "score": _score,
    "count": _whole,
    "money": _whole,
    "percent": _whole,
    "value": _score,
}
