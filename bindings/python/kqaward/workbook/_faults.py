"""What is wrong with a workbook, as sentences that name the sheet and the cell."""

from __future__ import annotations

import os
from typing import NamedTuple, NoReturn

from .._errors import KqaError
from .._values import language, refuse

#: A text in Chinese and in English.
Texts = tuple[str, str]


def pick(texts: Texts, lang: str) -> str:
    """A text in Chinese or English; KqaError for any other language."""
    return texts[language(lang) - 1]


def path_name(path: object) -> str:
    """The text of a file's path; KqaError for what is none."""
    try:
        name = os.fspath(path)  # type: ignore[call-overload]
    except TypeError:
        refuse("type", "path")
    if not isinstance(name, str):
        refuse("type", "path")
    return name


class Spot(NamedTuple):
    """A place in a workbook: a sheet, a cell of it such as ``F7``, and the column's heading."""

    sheet: str
    cell: str = ""
    heading: str = ""

    def texts(self) -> Texts:
        """The place in Chinese and in English."""
        if not self.cell:
            return f"工作表“{self.sheet}”", f"sheet “{self.sheet}”"
        zh = f"工作表“{self.sheet}”单元格{self.cell}"
        en = f"sheet “{self.sheet}”, cell {self.cell}"
        if self.heading:
            zh, en = f"{zh}（{self.heading}）", f"{en} ({self.heading})"
        return zh, en


def refuse_spot(spot: Spot, status: str, problem: Texts) -> NoReturn:
    """Raises KqaError about a place; the problem says what is wrong and what would be right."""
    zh, en = spot.texts()
    en = en[0].upper() + en[1:]
    field = f"{spot.sheet}!{spot.cell}" if spot.cell else spot.sheet
    _raise((zh, en), status, field, problem)


def _raise(place: Texts, status: str, field: str, problem: Texts) -> NoReturn:
    zh, en = f"{place[0]}：{problem[0]}".rstrip("。"), f"{place[1]}: {problem[1]}".rstrip(".")
    raise KqaError(f"{en}.", status, field, f"{zh}。")


def refuse_workbook(name: str, status: str, problem: Texts) -> NoReturn:
    """Raises KqaError about the file as a whole."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    _raise((shown, shown), status, shown, problem)


NOT_A_WORKBOOK = (
    "不是xlsx工作簿，请在Excel或WPS中另存为“Excel工作簿（*.xlsx）”且不设密码",
    (
        "this is no xlsx workbook; save it in Excel or WPS as “Excel Workbook (*.xlsx)” without a "
        "password"
    ),
)
DAMAGED = ("xlsx文件已损坏，请重新保存", "the xlsx file is damaged; save it anew")
TOO_LARGE = (
    "文件过大，xlsx不得超过64 MiB，展开后不得超过256 MiB、300万个单元格",
    "the file is too large; at most 64 MiB, 256 MiB unpacked and 3 million cells",
)
UNREADABLE = ("文件无法读取", "the file cannot be read")
UNWRITABLE = ("文件无法写入", "the file cannot be written")
