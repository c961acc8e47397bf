"""From a round, or from nothing, to a workbook that a clerk can fill in."""

from __future__ import annotations

import datetime as _dt
import os
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from .._values import language, refuse
from ..editions import Edition, edition
from ..register import parameters, readings
from ..rounds import Round
from ._faults import Texts, pick
from ._form import (
    DEFAULT_CRITERIA,
    HELP,
    ROUND,
    ROUND_COLUMNS,
    Column,
    Table,
    entries,
    shown,
    tables,
)
from ._help import lines
from ._look import (
    FIRST_ROW,
    HEADING_ROW,
    cell_at,
    dress,
    heading_height,
    new_workbook,
    row_height,
    save,
    set_heading,
    set_page,
    set_section,
    set_text,
    set_title,
    set_value,
)

#: Rows that are ready to be filled in, beyond those that hold something.
SPARE_ROWS = 60
_LAST_ROW = 2000
#: A day that every spreadsheet shows right; earlier ones are written as text.
_FIRST_DAY = _dt.date(1900, 3, 1)

Document = Mapping[str, Any]
Record = dict[str, Any]


class _Fill(NamedTuple):
    """What goes into a workbook."""

    document: Document
    edition: Edition
    criteria: str
    lang: str


def _get(document: Any, *path: str) -> Any:
    for step in path:
        document = document.get(step) if isinstance(document, Mapping) else None
    return document


def _listed(document: Document, key: str) -> list[Any]:
    return _get(document, key) or []


def _organizations(fill: _Fill) -> Iterator[Record]:
    for organization in _listed(fill.document, "organizations"):
        yield {
            "id": organization["id"],
            "name": organization.get("name"),
            "document": _get(organization, "document_review", "score"),
            "invited": organization.get("invited"),
            "site": _get(organization, "site_review", "score"),
        }


def _facts(fill: _Fill) -> Iterator[Record]:
    for organization in _listed(fill.document, "organizations"):
        record = {"id": organization["id"]}
        for group in ("facts", "application"):
            for key, value in (organization.get(group) or {}).items():
                record[f"{group}.{key}"] = value
        yield record


def _of_list(fill: _Fill, key: str) -> Iterator[Record]:
    for organization in _listed(fill.document, "organizations"):
        for item in organization.get(key) or []:
            yield {"id": organization["id"], **item}


def _sheets(fill: _Fill) -> Iterator[Record]:
    for organization in _listed(fill.document, "organizations"):
        for review in ("document_review", "site_review"):
            for number, sheet in enumerate(_get(organization, review, "sheets") or [], 1):
                record = {"id": organization["id"], "review": review, "assessor": str(number)}
                record.update((f"percents.{i}", percent) for i, percent in enumerate(sheet))
                yield record


def _votes(fill: _Fill) -> Iterator[Record]:
    records: dict[str, Record] = {}
    for award, vote in (_get(fill.document, "votes") or {}).items():
        for kind in ("yes", "runoff"):
            for id, count in (_get(vote, kind) or {}).items():
                records.setdefault(id, {"id": id})[f"{award}.{kind}"] = count
    order = {org["id"]: i for i, org in enumerate(_listed(fill.document, "organizations"))}
    return iter(sorted(records.values(), key=lambda record: order.get(record["id"], len(order))))


def _special(fill: _Fill) -> Iterator[Record]:
    return ({"id": id} for id in _listed(fill.document, "special_nominations"))


def _amend(fill: _Fill) -> Iterator[Record]:
    changes = _get(fill.document, "amend") or {}
    for row in parameters():
        yield {
            "key": row.name,
            "label": row.label(fill.lang),
            "default": fill.edition.value_text(row.name),
            "value": changes.get(row.name),
            "unit": row.unit.text(fill.lang),
            "rule": row.rule(fill.lang),
            "article": row.citation(fill.lang),
        }


def _readings(fill: _Fill) -> Iterator[Record]:
    changes = _get(fill.document, "readings") or {}
    colon, between = ("：", "；") if fill.lang == "zh" else (": ", "; ")
    for row in readings():
        yield {
            "key": row.name,
            "label": row.label(fill.lang),
            "default": row.default,
            "value": changes.get(row.name),
            "meaning": between.join(f"{v}{colon}{row.meaning(v, fill.lang)}" for v in row.values),
            "reason": row.reason(fill.lang),
            "article": row.citation(fill.lang),
        }


def _records(fill: _Fill, table: Table) -> list[Record]:
    makers = {
        "organizations": _organizations,
        "facts": _facts,
        "sheets": _sheets,
        "votes": _votes,
        "special": _special,
        "amend": _amend,
        "readings": _readings,
    }
    maker = makers.get(table.key)
    return list(_of_list(fill, table.key) if maker is None else maker(fill))


def _cell_value(column: Column, value: Any, lang: str) -> Any:
    if value is None:
        return None
    if column.choices:
        return shown(column.choices, value, lang)
    if column.kind == "date":
        day = _dt.date.fromisoformat(value) if isinstance(value, str) else value
        return day if day >= _FIRST_DAY else day.isoformat()
    if column.kind == "score":
        return _score(value)
    return value


def _score(value: Any) -> Any:
    """Scores as numbers where that is exact, else as text."""
    exact = Fraction(str(value))
    if exact.denominator == 1:
        return int(exact)
    near = float(exact)
    return near if Fraction(repr(near)) == exact else str(exact)


class _Writer:
    def __init__(self, book: Workbook, fill: _Fill) -> None:
        self._book = book
        self._fill = fill
        self._lang = fill.lang
        self._form = tables(fill.criteria)

    def write(self) -> None:
        """Writes all sheets."""
        self._write_help()
        self._write_round()
        for table in self._form:
            self._write_table(table)
        self._book.active = 1

    def _pick(self, texts: Texts) -> str:
        return pick(texts, self._lang)

    def _write_help(self) -> None:
        sheet = self._sheet(HELP, ("按顺序填写各工作表，保存后交程序计算。",
                                   "Fill in the sheets in order, save, and have the round decided."))  # fmt: skip
        headings: tuple[Texts, Texts] = (("工作表", "Sheet"), ("填写内容", "What goes there"))
        for place, texts in enumerate(headings, 1):
            set_heading(sheet, place, self._pick(texts), _HELP_WIDTHS[place - 1])
        sheet.row_dimensions[HEADING_ROW].height = 24
        row = FIRST_ROW
        for texts, purpose in (
            (ROUND, _ROUND_PURPOSE),
            *((t.texts, t.purpose) for t in self._form),
        ):
            self._put_wrapped(sheet, row, (self._pick(texts), self._pick(purpose)))
            row += 1
        for text in lines(self._lang):
            row += 1
            if text.startswith("# "):
                set_section(sheet, row, text[2:])
                continue
            self._put_wrapped(sheet, row, ("", text), boxed=False)
        set_page(sheet, f"A{FIRST_ROW}")

    def _put_wrapped(
        self, sheet: Worksheet, row: int, texts: tuple[str, str], boxed: bool = True
    ) -> None:
        for place, text in enumerate(texts, 1):
            if text:
                dress(set_text(sheet, row, place, text), "note", boxed)
        sheet.row_dimensions[row].height = row_height(list(zip(texts, _HELP_WIDTHS, strict=True)))

    def _sheet(self, texts: Texts, purpose: Texts) -> Worksheet:
        sheet: Worksheet = self._book.create_sheet(self._pick(texts))
        set_title(sheet, self._pick(texts), self._pick(purpose))
        return sheet

    def _write_headings(self, sheet: Worksheet, columns: tuple[Column, ...]) -> None:
        for place, column in enumerate(columns, 1):
            set_heading(
                sheet, place, self._pick(column.texts), column.width, self._pick(column.comment)
            )
        height = heading_height([(self._pick(c.texts), c.width) for c in columns])
        sheet.row_dimensions[HEADING_ROW].height = height

    def _write_round(self) -> None:
        sheet = self._sheet(ROUND, _ROUND_PURPOSE)
        self._write_headings(sheet, ROUND_COLUMNS)
        for row, entry in enumerate(entries(), FIRST_ROW):
            column = Column("", entry.texts, entry.kind, 0, entry.choices)
            value = _cell_value(column, _get(self._fill.document, *entry.path), self._lang)
            dress(set_text(sheet, row, 1, self._pick(entry.texts)), "note")
            dress(set_value(sheet, row, 2, value), entry.kind)
            dress(set_text(sheet, row, 3, self._pick(entry.comment)), "note")
            sheet.row_dimensions[row].height = 24
            self._validate(sheet, column, f"B{row}")
        set_page(sheet, f"A{FIRST_ROW}")

    def _write_table(self, table: Table) -> None:
        sheet = self._sheet(table.texts, table.purpose)
        self._write_headings(sheet, table.columns)
        records = _records(self._fill, table)
        fixed = table.key in ("amend", "readings")
        last = FIRST_ROW + len(records) + (0 if fixed else SPARE_ROWS) - 1
        for row in range(FIRST_ROW, last + 1):
            record = records[row - FIRST_ROW] if row - FIRST_ROW < len(records) else {}
            self._write_row(sheet, table, row, record)
        for place, column in enumerate(table.columns, 1):
            letter = get_column_letter(place)
            self._validate(sheet, column, f"{letter}{FIRST_ROW}:{letter}{max(last, _LAST_ROW)}")
        if table.key == "readings":
            self._validate_readings(sheet)
        set_page(sheet, _FREEZE.get(table.key, f"C{FIRST_ROW}"))

    def _write_row(self, sheet: Worksheet, table: Table, row: int, record: Record) -> None:
        for place, column in enumerate(table.columns, 1):
            if column.kind == "ref":
                cell = cell_at(sheet, row, place)
                cell.value = self._name_formula(row)
            else:
                value = _cell_value(column, record.get(column.key), self._lang)
                cell = set_value(sheet, row, place, value)
            dress(cell, column.kind)
        wrapped = [
            (str(record.get(c.key) or ""), c.width) for c in table.columns if c.kind == "note"
        ]
        sheet.row_dimensions[row].height = row_height(wrapped)

    def _name_formula(self, row: int) -> str:
        sheet = self._pick(self._form[0].texts)
        area = f"'{sheet}'!$A${FIRST_ROW}:$B${_LAST_ROW}"
        absent = self._pick(("（不在申报组织之列）", "(no applicant)"))
        return f'=IF($A{row}="","",IFERROR(VLOOKUP($A{row},{area},2,FALSE)&"","{absent}"))'

    def _validate(self, sheet: Worksheet, column: Column, area: str) -> None:
        rule = self._rule(column)
        if rule is not None:
            rule.showErrorMessage = True
            rule.errorTitle = self._pick(column.texts)[:30]
            rule.error = self._pick(column.comment)[:200] or None
            sheet.add_data_validation(rule)
            rule.add(area)

    def _rule(self, column: Column) -> DataValidation | None:
        if column.choices:
            return _list_of([pick(c.texts, self._lang) for c in column.choices])
        if column.kind == "date":
            return DataValidation(
                type="date", operator="between", formula1="1", formula2="2958465", allow_blank=True
            )
        bounds = {"count": "1000000", "money": "1000000000000"}
        if column.kind in bounds:
            return DataValidation(
                type="whole", operator="between", formula1="0", formula2=bounds[column.kind],
                allow_blank=True,
            )  # fmt: skip
        if column.kind == "percent":
            return _list_of([str(percent) for percent in range(0, 101, 5)])
        return None

    def _validate_readings(self, sheet: Worksheet) -> None:
        for row, reading in enumerate(readings(), FIRST_ROW):
            rule = _list_of(list(reading.values))
            rule.showErrorMessage = True
            sheet.add_data_validation(rule)
            rule.add(f"D{row}")


_HELP_WIDTHS = (22.0, 100.0)
_FREEZE = {"round": f"A{FIRST_ROW}", "amend": f"B{FIRST_ROW}", "readings": f"B{FIRST_ROW}",
           "sheets": f"E{FIRST_ROW}"}  # fmt: skip
_ROUND_PURPOSE: Texts = (
    "评审年度的基本情况和两项表决的会议情况",
    "the round itself, and the meetings of the two votes",
)


def _list_of(texts: list[str]) -> DataValidation:
    return DataValidation(type="list", formula1='"' + ",".join(texts) + '"', allow_blank=True)


def _write(path: str | os.PathLike[str], fill: _Fill) -> None:
    book = new_workbook()
    _Writer(book, fill).write()
    save(book, path)


def write_template(
    path: str | os.PathLike[str], *, lang: str = "zh", criteria: str = DEFAULT_CRITERIA
) -> None:
    """Writes an empty workbook to be filled in; ``criteria`` gives the columns of the score sheets."""
    language(lang)
    document = {} if criteria == DEFAULT_CRITERIA else {"criteria": criteria}
    _write(path, _Fill(document, edition(edition.ids()[-1]), criteria, lang))


def write_round(round: Round, path: str | os.PathLike[str], *, lang: str = "zh") -> None:
    """Writes a round's input as a workbook; read_round() gives the same round again."""
    language(lang)
    if not isinstance(round, Round):
        refuse("type", "round")
    document = round.to_dict()
    text = edition(round.edition.id)
    _write(path, _Fill(document, text, document.get("criteria") or DEFAULT_CRITERIA, lang))
