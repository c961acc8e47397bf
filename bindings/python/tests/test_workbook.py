"""Rounds as workbooks: the same outcome after a round trip, exact numbers, and errors by cell."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import zipfile
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import kqaward as kq
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kqaward.workbook import (
    read_document,
    read_round,
    write_result,
    write_round,
    write_template,
)

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "examples" / "rounds").glob("*.json"))
SAMPLE = sorted(
    path
    for path in (ROOT / "tests" / "conformance" / "rounds").glob("*.json")
    if not path.name.endswith(".expected.json")
)[::6]

FACTS = (
    "registered_in_district pays_tax_in_district lawful_operation excellence_model "
    "sound_management_system iso9001_certified quality_work_outstanding performance_leading "
    "innovation_leading integrity_and_service_good inspections_clean no_major_accident "
    "no_major_complaint other_requirements_met"
).split()
PAPERS = {
    "self_evaluation": True,
    "form": True,
    "evidence": True,
    "recommended_by": "town",
    "copies": 2,
    "received": "2026-06-20",
}
Document = dict[str, Any]


def organization(id: str, **more: Any) -> Document:
    facts: Document = dict.fromkeys(FACTS, True)
    facts["operating_since"] = "2009-04-01"
    return {
        "id": id,
        "name": f"示例{id}有限公司",
        "facts": facts,
        "application": dict(PAPERS),
        "document_review": {"score": "652.5"},
        "site_review": {"score": 668},
        **more,
    }


def document() -> Document:
    sheets = [[70, 65] * 11 + [70], [75] * 23, [60] * 23]
    incident = {"kind": "inspection_failure", "date": "2021-05-06"}
    award = {"award": "nomination", "year": 2023, "paid": 100000, "revoked": False}
    sanction = {"kind": "revocation", "decided": "2018-05-01"}
    return {
        "year": 2026,
        "application_deadline": "2026-06-30",
        "committee": {"members": 18},
        "organizations": [
            organization("K01", incidents=[incident], history=[award]),
            organization("K02", site_review={"sheets": sheets}, sanctions=[sanction]),
            organization("K03", invited=False),
        ],
        "votes": {
            "quality": {
                "convened_by": "chair",
                "present": 14,
                "yes": {"K01": 13, "K02": 7},
                "runoff": {"K02": 9},
            },
            "nomination": {"convened_by": "delegated_vice_chair", "present": 12, "yes": {}},
        },
        "special_nominations": ["K90", "K03"],
        "amend": {"quota.quality": 4, "vote.quorum_share": "3/4", "floor.site": "600.5"},
        "readings": {"vote.approval": "strict"},
    }


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "round.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kqaward.workbook._write.SPARE_ROWS", 2)
        write_round(kq.Round.from_dict(document()), path)
    return path


@pytest.fixture
def book(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "round.xlsx"))


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workbooks with few rows to be filled in, which are quicker to write."""
    monkeypatch.setattr("kqaward.workbook._write.SPARE_ROWS", 2)


FEW = settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def change(path: Path, sheet: str, cell: str, value: Any) -> None:
    """Changes a cell as a clerk would."""
    workbook = openpyxl.load_workbook(path)
    workbook[sheet][cell].value = value
    workbook.save(path)


def patch(path: Path, part: str, edit: Callable[[bytes], bytes]) -> None:
    """Changes the bytes of a part of the file."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = edit(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)


def raw_number(path: Path, cell: str, text: str) -> None:
    """Puts a number into “申报组织” with the digits as a spreadsheet would store them."""

    def edit(data: bytes) -> bytes:
        pattern = rf'(<c r="{cell}"(?: s="\d+")?)[^>]*?(/>|>.*?</c>)'.encode()
        changed, count = re.subn(pattern, rb'\1 t="n"><v>' + text.encode() + rb"</v></c>", data, 1)
        assert count == 1
        return changed

    patch(path, "xl/worksheets/sheet3.xml", edit)


def refusal(path: Path) -> kq.KqaError:
    with pytest.raises(kq.KqaError) as caught:
        read_round(path).decide()
    for lang in ("zh", "en"):
        text = caught.value.text(lang)
        assert "\n" not in text and len(text) < 400
        assert text.count("。" if lang == "zh" else ". ") <= 1
    return caught.value


def score_of(path: Path) -> Any:
    return read_document(path)["organizations"][0]["document_review"]["score"]


# Round trips.


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_examples_come_back_with_the_same_outcome(path: Path, lang: str, tmp_path: Path) -> None:
    once = kq.Round.from_file(path)
    write_round(once, tmp_path / "a.xlsx", lang=lang)
    again = read_round(tmp_path / "a.xlsx")
    assert again.decide().to_json() == once.decide().to_json()


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_conformance_rounds_come_back_with_the_same_outcome(
    path: Path, few_rows: None, tmp_path: Path
) -> None:
    try:
        once = kq.Round.from_file(path)
        outcome = once.decide().to_json()
    except kq.KqaError as fault:
        refuses_alike(path, fault, tmp_path / "a.xlsx")
        return
    write_round(once, tmp_path / "a.xlsx")
    assert read_round(tmp_path / "a.xlsx").decide().to_json() == outcome


def refuses_alike(path: Path, fault: kq.KqaError, workbook: Path) -> None:
    """A round whose form is right but that the rules refuse is refused by its cell."""
    try:
        write_round(kq.Round.from_file(path), workbook)
    except kq.KqaError:
        return
    error = refusal(workbook)
    assert error.status == fault.status and "!" in error.field


def test_every_key_of_the_round_file_has_a_cell(book: Path) -> None:
    assert read_document(book) == document()


def test_from_file_reads_a_workbook(book: Path) -> None:
    assert kq.Round.from_file(book).ids == ("K01", "K02", "K03", "K90")


def test_a_second_set_of_criteria_brings_its_own_columns(tmp_path: Path) -> None:
    items = len(kq.Criteria.find("baldrige-2021"))
    plain = document()
    plain["criteria"] = "baldrige-2021"
    plain["organizations"][1]["site_review"] = {"sheets": [[50] * items] * 3}
    write_round(kq.Round.from_dict(plain), tmp_path / "a.xlsx")
    assert read_document(tmp_path / "a.xlsx") == plain


def test_sheets_under_other_criteria_are_refused(book: Path) -> None:
    change(book, "年度", "B7", "baldrige-2021")
    assert "评审表" in refusal(book).text()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@FEW
@given(name=texts, id=texts.filter(lambda text: text.strip(" ") != ""))
def test_any_text_comes_back(few_rows: None, tmp_path: Path, name: str, id: str) -> None:
    path = tmp_path / "a.xlsx"
    plain: Document = {
        "year": 2026,
        "application_deadline": "2026-06-30",
        "organizations": [{"id": id, "name": name, "facts": {"iso9001_certified": False}}],
    }
    try:
        once = kq.Round.from_dict(plain)
    except kq.KqaError:
        return
    write_round(once, path)
    found = read_document(path)["organizations"][0]
    assert (found["id"], found.get("name", "")) == (id, name)
    assert found["facts"] == {"iso9001_certified": False}


@pytest.mark.parametrize("text", ["=1+1", "+1", "@x", "-2", "_x0041_", "  a ", "001", "1e5"])
def test_ids_that_look_like_something_else_stay_text(text: str, tmp_path: Path) -> None:
    plain = document()
    plain["special_nominations"] = [text]
    write_round(kq.Round.from_dict(plain), tmp_path / "a.xlsx")
    assert read_document(tmp_path / "a.xlsx")["special_nominations"] == [text]


@settings(FEW, max_examples=8)
@given(st.lists(st.integers(0, 1000 * 10**6), min_size=40, max_size=40))
def test_every_score_of_six_decimals_comes_back(
    few_rows: None, tmp_path: Path, millionths: list[int]
) -> None:
    listed = [
        {"id": f"K{place}", "document_review": {"score": f"{n // 10**6}.{n % 10**6:06}"}}
        for place, n in enumerate(millionths)
    ]
    plain = {"year": 2026, "application_deadline": "2026-06-30", "organizations": listed}
    write_round(kq.Round.from_dict(plain), tmp_path / "a.xlsx")
    found = read_document(tmp_path / "a.xlsx")["organizations"]
    scores = [Fraction(str(one["document_review"]["score"])) for one in found]
    assert scores == [Fraction(n, 10**6) for n in millionths]


def test_a_day_before_1900_comes_back(tmp_path: Path) -> None:
    plain = document()
    days = ["1888-08-08", "1900-02-28", "1900-03-01"]
    for place, day in enumerate(days):
        plain["organizations"][place]["facts"]["operating_since"] = day
    write_round(kq.Round.from_dict(plain), tmp_path / "a.xlsx")
    found = read_document(tmp_path / "a.xlsx")["organizations"]
    assert [one["facts"]["operating_since"] for one in found] == days


# The template.


def test_the_template_asks_for_the_year_first(tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx")
    error = refusal(tmp_path / "a.xlsx")
    assert error.field == "年度!B4" and error.status == "missing"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_template_has_every_sheet_and_drop_downs(lang: str, tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx", lang=lang)
    workbook = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert len(workbook.sheetnames) == 12
    facts = workbook.worksheets[3]
    lists = [rule.formula1 for rule in facts.data_validations.dataValidation if rule.type == "list"]
    assert lists.count('"是,否,未知"' if lang == "zh" else '"yes,no,unknown"') == 17
    assert all(sheet.freeze_panes for sheet in workbook.worksheets)


def test_a_template_filled_in_by_hand_is_a_round(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path)
    workbook = openpyxl.load_workbook(path)
    workbook["年度"]["B4"] = 2026
    workbook["年度"]["B5"] = dt.date(2026, 6, 30)
    workbook["申报组织"]["A4"] = "K01"
    workbook["事实"]["A4"] = "K01"
    workbook["事实"]["C4"] = "否"
    workbook["事实"]["D4"] = "未知"
    workbook.save(path)
    row = read_round(path).decide().organizations["K01"]
    assert row.outcome is kq.Outcome.INELIGIBLE


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(kq.KqaError):
        write_template(tmp_path / "a.xlsx", lang="fr")
    assert not (tmp_path / "a.xlsx").exists()


# Exact numbers.


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("652.35000000000002", "652.35"),
        ("652.35", "652.35"),
        ("6.5234999999999997E2", "652.35"),
        ("640", 640),
        ("640.0", 640),
        ("0.1", "0.1"),
        ("599.99999900000003", "599.999999"),
        ("1E3", 1000),
    ],
)
def test_a_number_is_its_shortest_decimal(book: Path, stored: str, meant: Any) -> None:
    raw_number(book, "C4", stored)
    assert score_of(book) == meant


@pytest.mark.parametrize("stored", ["652.1234567", "599.99999999999989", "0.30000000000000004"])
def test_a_number_of_more_than_six_decimals_is_refused(book: Path, stored: str) -> None:
    raw_number(book, "C4", stored)
    error = refusal(book)
    assert error.field == "申报组织!C4" and "六位小数" in error.text()


@pytest.mark.parametrize("stored", ["1E400", "nan", "inf", "1_0", "0x10", "-", "1,5", "１"])
def test_what_is_no_number_is_refused(book: Path, stored: str) -> None:
    raw_number(book, "C4", stored)
    assert refusal(book).field == "申报组织!C4"


@pytest.mark.parametrize("text", ["3057/5", "612.350000", "640"])
def test_text_is_taken_as_it_stands(book: Path, text: str) -> None:
    change(book, "申报组织", "C4", text)
    assert score_of(book) == text


@pytest.mark.parametrize("text", ["6.1235e2", "612,35", "612.35 ", "1001", "-1", "1/3/5", "六百"])
def test_text_that_is_no_score_is_refused(book: Path, text: str) -> None:
    change(book, "申报组织", "C4", text)
    assert refusal(book).field == "申报组织!C4"


def test_a_fraction_that_became_a_date_is_refused(book: Path) -> None:
    change(book, "申报组织", "C4", dt.date(3057, 5, 1))
    assert "单引号" in refusal(book).text()


def test_texts_may_be_shared_as_spreadsheets_do(book: Path) -> None:
    before = read_document(book)
    strings: list[bytes] = []

    def share(match: re.Match[bytes]) -> bytes:
        strings.append(b"<si>" + match[2] + b"</si>")
        return match[1] + b't="s"><v>%d</v></c>' % (len(strings) - 1)

    inline = rb'(<c r="[A-Z]+\d+"(?: s="\d+")? )t="inlineStr"><is>(.*?)</is></c>'
    for number in range(2, 13):
        part = f"xl/worksheets/sheet{number}.xml"
        patch(book, part, lambda data: re.sub(inline, share, data, flags=re.S))
    assert len(strings) > 100
    name = b"http://schemas.openxmlformats.org/"
    link = (
        b'<Relationship Id="r99" Target="strings.xml" Type="' + name
        + b'officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )  # fmt: skip
    patch(
        book,
        "xl/_rels/workbook.xml.rels",
        lambda data: data.replace(b"</Relationships>", link),
    )
    table = b'<sst xmlns="' + name + b'spreadsheetml/2006/main">' + b"".join(strings) + b"</sst>"
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/strings.xml", table)
    assert read_document(book) == before


def test_days_are_counted_from_1904_where_the_file_says_so(book: Path) -> None:
    before = read_document(book)["application_deadline"]
    patch(
        book,
        "xl/workbook.xml",
        lambda data: re.sub(rb"<workbookPr[^>]*/>", b'<workbookPr date1904="1"/>', data),
    )
    after = read_document(book)["application_deadline"]
    assert dt.date.fromisoformat(after) - dt.date.fromisoformat(before) == dt.timedelta(1462)


# Bad input: the sheet and the cell.

BAD_CELLS: list[tuple[str, str, Any, str]] = [
    ("年度", "B4", None, "missing"),
    ("年度", "B4", "今年", "type"),
    ("年度", "B4", 2026.5, "type"),
    ("年度", "B4", 10000, "range"),
    ("年度", "B4", dt.date(2026, 1, 1), "type"),
    ("年度", "B5", None, "missing"),
    ("年度", "B5", "2026年6月30日", "form"),
    ("年度", "B5", "2026/6/30", "form"),
    ("年度", "B5", "2026-02-29", "no_such_day"),
    ("年度", "B5", dt.datetime(2026, 6, 30, 12), "form"),
    ("年度", "B6", "keqiao-2099", "name"),
    ("年度", "B7", "iso", "name"),
    ("年度", "B8", None, "missing"),
    ("年度", "B8", 0, "range"),
    ("年度", "B8", 13, "above_members"),
    ("年度", "B9", "书记", "value"),
    ("年度", "B9", None, "missing"),
    ("年度", "B10", None, "missing"),
    ("年度", "B10", 12, "above_present"),
    ("年度", "B11", 7, "value"),
    ("申报组织", "A4", None, "missing"),
    ("申报组织", "A5", "K01", "duplicate"),
    ("申报组织", "B4", 360, "type"),
    ("申报组织", "C4", True, "type"),
    ("申报组织", "C4", 1000.5, "range"),
    ("申报组织", "C4", "=600+52.5", "type"),
    ("申报组织", "D4", "不确定", "value"),
    ("申报组织", "E5", 600, "both"),
    ("事实", "A4", "K99", "name"),
    ("事实", "A5", "K01", "duplicate"),
    ("事实", "A4", None, "missing"),
    ("事实", "C4", "对", "value"),
    ("事实", "C4", 1, "value"),
    ("事实", "F4", True, "type"),
    ("事实", "F4", 10.5, "form"),
    ("事实", "F4", 60, "no_such_day"),
    ("事实", "U4", "市局", "value"),
    ("事实", "V4", -1, "range"),
    ("事实", "V4", 2.5, "type"),
    ("事实", "W4", "6月20日", "form"),
    ("不良记录", "C4", "小事", "value"),
    ("不良记录", "C4", None, "missing"),
    ("不良记录", "D4", None, "missing"),
    ("不良记录", "D4", "去年", "form"),
    ("不良记录", "A4", "K02 ", "name"),
    ("既往处理", "C4", "警告", "value"),
    ("既往处理", "D4", None, "missing"),
    ("获奖历史", "C4", "一等奖", "value"),
    ("获奖历史", "D4", None, "missing"),
    ("获奖历史", "D4", 0, "range"),
    ("获奖历史", "E4", -1, "range"),
    ("获奖历史", "E4", 10**13, "range"),
    ("获奖历史", "F4", "未知", "value"),
    ("评审表", "A4", "K99", "name"),
    ("评审表", "C4", None, "missing"),
    ("评审表", "C4", "初评", "value"),
    ("评审表", "E4", None, "missing"),
    ("评审表", "E4", 72, "step"),
    ("评审表", "F5", 105, "range"),
    ("评审表", "AA6", 0.7, "type"),
    ("表决", "A5", "K01", "duplicate"),
    ("表决", "C4", 15, "above_present"),
    ("表决", "C5", "七", "type"),
    ("表决", "D5", 15, "above_present"),
    ("特别提名", "A5", "K90", "duplicate"),
    ("特别提名", "A4", "K01", "awarded"),
    ("参数", "D4", 10001, "range"),
    ("参数", "D4", "4.5", "type"),
    ("参数", "D16", "0/3", "range"),
    ("参数", "A4", "quota.third", "name"),
    ("参数", "A5", "quota.quality", "duplicate"),
    ("读法", "D4", "loose", "value"),
    ("读法", "A4", "vote.mood", "name"),
]


@pytest.mark.parametrize(("sheet", "cell", "value", "status"), BAD_CELLS)
def test_an_error_names_the_sheet_and_the_cell(
    book: Path, sheet: str, cell: str, value: Any, status: str
) -> None:
    change(book, sheet, cell, value)
    error = refusal(book)
    found = (error.status, error.text())
    moved = {("年度", "B8", 13): "年度!B10", ("年度", "B10", 12): "表决!C4"}
    place = moved.get((sheet, cell, value), f"{sheet}!{cell}")
    assert error.field == place, found
    assert error.status == status, found
    assert f"工作表“{place.partition('!')[0]}”单元格{place.partition('!')[2]}" in error.text()


def test_a_vote_for_one_that_does_not_stand_names_its_cell(book: Path) -> None:
    change(book, "表决", "A6", "K03")
    change(book, "表决", "C6", 0)
    error = refusal(book)
    assert (error.field, error.status) == ("表决!C6", "not_standing")


def test_too_few_sheets_name_the_first_of_them(book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    workbook["评审表"].delete_rows(4)
    workbook.save(book)
    error = refusal(book)
    assert (error.field, error.status) == ("评审表!C4", "too_few")


def test_weights_that_do_not_add_up_name_the_sheet(book: Path) -> None:
    change(book, "参数", "D8", "30")
    error = refusal(book)
    assert error.status == "weights" and error.field.startswith("参数")


def test_a_merged_cell_is_refused(book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    workbook["申报组织"].merge_cells("C4:C5")
    workbook.save(book)
    error = refusal(book)
    assert error.field == "申报组织!C4" and "合并单元格" in error.text()


def test_an_error_value_is_refused(book: Path) -> None:
    change(book, "申报组织", "C4", "#DIV/0!")
    assert refusal(book).field == "申报组织!C4"


@pytest.mark.parametrize("sheet", ["年度", "申报组织", "事实", "评审表", "表决", "读法"])
def test_a_missing_sheet_is_named(book: Path, sheet: str) -> None:
    workbook = openpyxl.load_workbook(book)
    del workbook[sheet]
    workbook.save(book)
    assert f"缺少工作表“{sheet}”" in refusal(book).text()


@pytest.mark.parametrize("sheet", ["申报组织", "事实", "表决"])
def test_a_missing_column_is_named(book: Path, sheet: str) -> None:
    workbook = openpyxl.load_workbook(book)
    heading = workbook[sheet]["C3"].value
    workbook[sheet].delete_cols(3)
    workbook.save(book)
    assert f"缺少“{heading}”列" in refusal(book).text()


def test_a_missing_line_of_the_first_sheet_is_named(book: Path) -> None:
    workbook = openpyxl.load_workbook(book)
    workbook["年度"].delete_rows(5)
    workbook.save(book)
    assert "申报截止日" in refusal(book).text()


@pytest.mark.parametrize(
    ("cell", "value", "status"),
    [("C3", "得分", "unknown_key"), ("C3", "名称", "duplicate"), ("H5", "x", "unknown_key")],
)
def test_headings_must_be_known(book: Path, cell: str, value: str, status: str) -> None:
    change(book, "申报组织", cell, value)
    error = refusal(book)
    where = "申报组织!C3" if value != "x" else "申报组织!H5"
    assert (error.field, error.status) == (where, status)


def test_columns_may_be_moved_and_sheets_and_notes_added(book: Path) -> None:
    before = read_document(book)
    workbook = openpyxl.load_workbook(book)
    workbook.create_sheet("草稿")["A1"] = "=1/0"
    sheet = workbook["申报组织"]
    for row in range(3, 7):
        sheet.cell(row, 3).value, sheet.cell(row, 5).value = (
            sheet.cell(row, 5).value,
            sheet.cell(row, 3).value,
        )
    sheet["F4"] = "已电话核实"
    sheet.insert_rows(5)
    workbook.save(book)
    assert read_document(book) == before


# Bad files.


def bomb(path: Path) -> None:
    write_template(path)
    patch(path, "xl/worksheets/sheet3.xml", lambda data: b"<a>" + b" " * (300 * 1024 * 1024))


def doctype(path: Path) -> None:
    write_template(path)
    head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;">]>'
    patch(path, "xl/workbook.xml", lambda data: head + data.partition(b"?>")[2])


def sparse(path: Path) -> None:
    with open(path, "wb") as file:
        file.truncate(200 * 1024 * 1024)


def part_of(path: Path) -> None:
    write_template(path)
    path.write_bytes(path.read_bytes()[:-2000])


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")


def broken_part(path: Path) -> None:
    write_template(path)
    patch(path, "xl/worksheets/sheet3.xml", lambda data: data[: len(data) // 2])


def nested(path: Path) -> None:
    write_template(path)
    patch(path, "xl/worksheets/sheet3.xml", lambda data: b"<a>" * 20_000_000)


def endless_tag(path: Path) -> None:
    write_template(path)
    patch(path, "xl/styles.xml", lambda data: b"<a " + b'b="c" ' * 10_000_000)


def endless_text(path: Path) -> None:
    write_template(path)
    long = b'<c r="A4" t="inlineStr"><is><t>' + b"x" * 10_000_000 + b"</t></is></c>"
    patch(
        path,
        "xl/worksheets/sheet3.xml",
        lambda data: re.sub(rb'<c r="A4".*?(/>|</c>)', long, data, count=1),
    )


BAD_FILES = {
    "no zip": lambda path: path.write_bytes(b"a,b\n1,2\n"),
    "empty": lambda path: path.write_bytes(b""),
    "old format": lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    "another zip": other_zip,
    "truncated": part_of,
    "broken part": broken_part,
    "a folder": lambda path: path.mkdir(),
    "nothing": lambda path: None,
    "200 MB": sparse,
    "unpacks to 300 MB": bomb,
    "entities": doctype,
    "elements in elements": nested,
    "a tag without end": endless_tag,
    "a text without end": endless_text,
}


@pytest.mark.parametrize("make", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_one_sentence(make: Callable[[Path], Any], tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    make(path)
    error = refusal(path)
    assert error.status in ("syntax", "unreadable", "too_large")
    assert error.text().startswith(str(path))


@settings(FEW, max_examples=150)
@given(data=st.data())
def test_no_damage_to_the_file_gets_past_kqaerror(
    made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    path = Path(shutil.copy(made, tmp_path / "a.xlsx"))
    names = ["xl/workbook.xml", "xl/styles.xml", "docProps/app.xml", "_rels/.rels",
             "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"]  # fmt: skip

    def edit(old: bytes) -> bytes:
        at = data.draw(st.integers(0, len(old) - 1))
        until = at + data.draw(st.integers(0, 9))
        return old[:at] + data.draw(st.binary(max_size=6)) + old[until:]

    patch(path, data.draw(st.sampled_from(names)), edit)
    try:
        read_round(path).decide()
    except kq.KqaError as error:
        assert error.text() and str(error)


@pytest.mark.parametrize("path", [7, None, b"a.xlsx", "a\0.xlsx", 1.5])
def test_a_path_that_is_none_is_refused(path: Any) -> None:
    with pytest.raises(kq.KqaError):
        read_round(path)
    with pytest.raises(kq.KqaError):
        write_template(path)


@pytest.mark.parametrize("value", [None, 3, {}, "round"])
def test_only_rounds_and_results_are_written(value: Any, tmp_path: Path) -> None:
    with pytest.raises(kq.KqaError):
        write_round(value, tmp_path / "a.xlsx")
    with pytest.raises(kq.KqaError):
        write_result(value, tmp_path / "a.xlsx")


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(kq.KqaError, match="cannot be written"):
        write_template(tmp_path / "no" / "a.xlsx")


# The result.


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_result_holds_every_organisation(path: Path, lang: str, tmp_path: Path) -> None:
    result = kq.Round.from_file(path).decide()
    write_result(result, tmp_path / "a.xlsx", lang=lang)
    workbook = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert len(workbook.sheetnames) == 6
    rows = list(workbook.worksheets[1].iter_rows(min_row=4, values_only=True))
    assert [row[0] for row in rows] == [one.id for one in result.organizations]
    assert [row[2] for row in rows] == [one.outcome.text(lang) for one in result.organizations]
    ranking = list(workbook.worksheets[2].iter_rows(min_row=4, values_only=True))
    assert [row[1] for row in ranking][: len(result.ranking)] == list(result.ranking)
    prizes = [row[6] for row in workbook.worksheets[3].iter_rows(min_row=4, values_only=True)]
    assert sum(prize for prize in prizes if isinstance(prize, int)) == result.prize_total
    findings = sum(len(one.findings) for one in result.organizations)
    assert workbook.worksheets[4].max_row == 3 + findings
    assert workbook.worksheets[5].max_row == 3 + max(1, len(result.warnings))


def test_a_result_is_no_round(tmp_path: Path) -> None:
    result = kq.Round.from_file(EXAMPLES[0]).decide()
    write_result(result, tmp_path / "a.xlsx")
    assert "缺少工作表“年度”" in refusal(tmp_path / "a.xlsx").text()
