"""Documents: refusal with reasons (Art. 15), evaluation report (Art. 18), public list (Art. 20)."""

from __future__ import annotations

import copy
import io
import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest

import kqaward as kq
from kqaward import documents

ROUND_FILE = Path(__file__).resolve().parents[3] / "examples" / "rounds" / "2026.json"
REFUSED = ("K18", "K19", "K20", "K21")
LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def round_() -> kq.Round:
    return kq.Round.from_file(ROUND_FILE)


@pytest.fixture(scope="module")
def result(round_: kq.Round) -> kq.RoundResult:
    return round_.decide()


@pytest.fixture
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(ROUND_FILE.read_text("utf-8"), parse_float=str)
    return loaded


def write_of(document: dict[str, Any], kind: Any, **options: Any) -> str:
    round = kq.Round.from_dict(document)
    return str(documents.write(round, round.decide(), kind, **options))


def docx_text(data: bytes) -> str:
    opened = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in opened.paragraphs] + cells)


# Refusal


def test_one_is_owed_a_refusal_for_each_failed_check(result: kq.RoundResult) -> None:
    assert documents.refused(result) == REFUSED


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id", REFUSED)
def test_refusal_gives_every_reason_with_its_article(
    round_: kq.Round, result: kq.RoundResult, id: str, lang: Any
) -> None:
    text = documents.write(round_, result, id=id, lang=lang)
    one = result.organizations[id]
    assert one.name is not None and one.name in text
    assert len(re.findall(r"^\d+\. ", text, re.M)) == len(one.reasons)
    for reason in one.reasons:
        assert reason.citation(lang) in text


def test_refusal_writes_days_as_the_language_does(
    round_: kq.Round, result: kq.RoundResult
) -> None:
    assert "2024年11月19日" in documents.write(round_, result, id="K18")
    assert "19 November 2024" in documents.write(round_, result, id="K18", lang="en")
    assert not re.search(r"\d{4}-\d\d-\d\d", documents.write(round_, result, id="K18"))


def test_refusal_without_periods_does_not_speak_of_them(
    round_: kq.Round, result: kq.RoundResult
) -> None:
    assert "以上期限" in documents.write(round_, result, id="K19")
    assert "以上期限" not in documents.write(round_, result, id="K21")


def test_refusals_without_id_are_one_page_each(round_: kq.Round, result: kq.RoundResult) -> None:
    text = documents.write(round_, result)
    assert text.count("\n---\n") == len(REFUSED) - 1
    assert text.count("# 柯桥区政府质量奖申报资格审查未通过告知书") == len(REFUSED)
    opened = docx.Document(io.BytesIO(documents.write(round_, result, format="docx")))
    breaks = [p for p in opened.paragraphs if p.paragraph_format.page_break_before]
    assert len(breaks) == len(REFUSED) - 1


@pytest.mark.parametrize("id", ["K01", "K22", "K99", ""])
def test_no_refusal_for_one_that_did_not_fail(
    round_: kq.Round, result: kq.RoundResult, id: str
) -> None:
    with pytest.raises(kq.KqaError) as caught:
        documents.write(round_, result, id=id)
    assert caught.value.field == "id"
    assert caught.value.text("zh") != caught.value.text("en")


def test_no_refusal_where_nobody_failed(document: dict[str, Any]) -> None:
    document["organizations"] = [
        one for one in document["organizations"] if one["id"] not in REFUSED
    ]
    with pytest.raises(kq.KqaError, match="no organization failed"):
        write_of(document, "refusal")


# Evaluation report


@pytest.mark.parametrize("lang", LANGUAGES)
def test_report_lists_candidates_by_score(
    round_: kq.Round, result: kq.RoundResult, lang: Any
) -> None:
    text = documents.write(round_, result, "evaluation", lang=lang)
    rows = re.findall(r"^\| (\d+) \| (\w+) \|.*?\| ([\d.]+) \| ([\d./]*) \|$", text, re.M)
    assert [row[1] for row in rows] == list(result.ranking)
    for rank, id, total, exact in rows:
        one = result.organizations[id]
        assert (rank, total) == (str(one.rank), kq.format_score(one.total or 0, 2))
        assert kq.total_score(result.edition, one.document or 0, one.site or 0) == one.total


def test_report_says_nothing_of_votes_and_awards_to_come(
    round_: kq.Round, result: kq.RoundResult
) -> None:
    text = documents.write(round_, result, "evaluation")
    for word in ("赞成票", "奖金", "入选", "第十九条", "第二十四条"):
        assert word not in text


def test_report_keeps_the_prize_of_a_special_nominee_out(document: dict[str, Any]) -> None:
    nominee = next(one for one in document["organizations"] if one["id"] == "K17")
    nominee["history"] = [{"award": "nomination", "year": 2024, "paid": 100000}]
    text = write_of(document, "evaluation")
    line = next(line for line in text.splitlines() if line.startswith("- K17"))
    assert "第十六条" in line and "第二十四条" not in text


def test_report_shows_a_total_just_below_the_floor_exactly(
    round_: kq.Round, result: kq.RoundResult
) -> None:
    text = documents.write(round_, result, "evaluation")
    line = next(line for line in text.splitlines() if line.startswith("- K28"))
    assert "总评分599.996" in line and "第五条" in line and "600.00" not in line


def test_report_gives_category_scores_where_there_are_sheets(
    round_: kq.Round, result: kq.RoundResult
) -> None:
    text = documents.write(round_, result, "evaluation")
    criteria = kq.Criteria.find("gbt19580-2012")
    sheets = round_.to_dict()["organizations"][1]["site_review"]["sheets"]
    scores = kq.panel_category_scores(result.edition, criteria, sheets)
    shown = " | ".join(kq.format_score(score, 2) for score in scores)
    assert f"| K02 | 示例彩韵印染有限公司 | {shown} | 727.19 |" in text
    assert f"{criteria.category_name(6)} {criteria.category_points(6)}" in text


def test_report_without_sheets_says_so(document: dict[str, Any]) -> None:
    document["organizations"] = [
        one for one in document["organizations"] if "sheets" not in json.dumps(one)
    ]
    kept = {one["id"] for one in document["organizations"]}
    for vote in document["votes"].values():
        vote.pop("runoff", None)
        vote["yes"] = {id: yes for id, yes in vote["yes"].items() if id in kept}
    assert "无类目得分" in write_of(document, "evaluation")


def test_report_before_any_vote(document: dict[str, Any]) -> None:
    del document["votes"]
    assert "列入候选名单18家" in write_of(document, "evaluation")


def test_report_of_an_empty_round(document: dict[str, Any]) -> None:
    empty = {"year": 2026, "application_deadline": "2026-06-30", "organizations": []}
    assert "没有候选组织" in write_of(empty, "evaluation")
    assert "no candidates" in write_of(empty, "evaluation", lang="en")


def test_report_lists_those_below_a_floor_that_stand_for_the_nomination_alone(
    document: dict[str, Any],
) -> None:
    del document["votes"]
    document["readings"] = {"floors.apply_to": "quality_only"}
    text = write_of(document, "evaluation")
    assert "仅参加提名奖表决：示例面料设计有限公司（总评分598.40分）" in text
    assert not re.search(r"^- K14 ", text, re.M)


@pytest.mark.parametrize("kind", documents.KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_amended_parameters_are_disclosed(
    document: dict[str, Any], kind: Any, lang: Any
) -> None:
    document["amend"] = {"quota.nomination": 11}
    document["readings"] = {"score.rounding": "gbt8170:3"}
    text = write_of(document, kind, lang=lang)
    assert "quota.nomination" in text and "11" in text and "gbt8170:3" in text


# Publicity list


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_holds_both_awards_and_no_special_nomination(
    round_: kq.Round, result: kq.RoundResult, lang: Any
) -> None:
    text = documents.write(round_, result, "publicity", lang=lang)
    listed = re.findall(r"^\d+\. (.+)$", text, re.M)
    for award in kq.Award:
        for one in result.organizations:
            if one.award is award:
                assert ((one.name or one.id) in listed) is not one.special
    assert len(listed) == 15


@pytest.mark.parametrize("lang", LANGUAGES)
def test_period_of_announcement_is_left_blank(
    round_: kq.Round, result: kq.RoundResult, lang: Any
) -> None:
    text = documents.write(round_, result, "publicity", lang=lang)
    line = next(one for one in text.splitlines() if one.startswith(("公示时间", "Announcement p")))
    assert not re.search(r"\d", line)


@pytest.mark.parametrize("name", ["2026-tie.json", "2026-void.json"])
def test_no_list_before_the_votes_have_decided(name: str) -> None:
    round = kq.Round.from_file(ROUND_FILE.with_name(name))
    with pytest.raises(kq.KqaError) as caught:
        documents.write(round, round.decide(), "publicity")
    assert caught.value.field.startswith("votes")


def test_an_award_nobody_got_is_vacant(document: dict[str, Any]) -> None:
    document["votes"]["quality"]["yes"] = {}
    document["votes"]["quality"].pop("runoff", None)
    text = write_of(document, "publicity")
    assert "（0家）\n\n本年度空缺。" in text


def test_only_a_refusal_takes_an_id(round_: kq.Round, result: kq.RoundResult) -> None:
    with pytest.raises(kq.KqaError):
        documents.write(round_, result, "publicity", id="K01")


# Forms


@pytest.mark.parametrize("kind", documents.KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_forms_hold_the_same_text(
    round_: kq.Round, result: kq.RoundResult, kind: Any, lang: Any
) -> None:
    page = documents.write(round_, result, kind, format="html", lang=lang)
    word = docx_text(documents.write(round_, result, kind, format="docx", lang=lang))
    markdown = documents.write(round_, result, kind, lang=lang)
    for text in re.findall(r"[一-鿿]{2,}|\d+\.\d\d|Art\. \d+", markdown):
        assert text in page and text in word


@pytest.mark.parametrize("kind", documents.KINDS)
@pytest.mark.parametrize("format", documents.FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_saved_files_open_again(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path, kind: Any, format: str, lang: Any
) -> None:
    path = tmp_path / f"document.{format}"
    documents.save(round_, result, path, kind, lang=lang)
    if format == "docx":
        opened = docx.Document(str(path))
        assert opened.core_properties.title == opened.paragraphs[0].text
        fonts = opened.styles["Normal"].element.rPr.rFonts
        assert "仿宋" in fonts.attrib.values()
        assert all(run.font.size for table in opened.tables for row in table.rows
                   for cell in row.cells for run in cell.paragraphs[0].runs)
    else:
        assert path.read_text("utf-8").startswith("<!DOCTYPE html>" if format == "html" else "# ")


def test_page_needs_nothing_from_elsewhere(round_: kq.Round, result: kq.RoundResult) -> None:
    page = documents.write(round_, result, "evaluation", format="html")
    assert 'lang="zh-CN"' in page and "<table>" in page
    assert not re.search(r"""(?:src|href|url)\s*[=(]""", page)


HOSTILE = (
    "a|b", "*x*", "<script>alert(1)</script>", "1. x", "- x", "# x", "&amp;", "`x`", "[x](y)",
    "_x_", "\\", "{{ 7 * 7 }}", "x\ny", "x\u2028y", "+ x", "> x", "~~x~~",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_shown_as_it_is(document: dict[str, Any], name: str) -> None:
    broken = copy.deepcopy(document)
    for one in broken["organizations"]:
        if one["id"] in ("K01", "K02", "K18"):
            one["name"] = name
    shown = re.sub(r"[\n\u2028]", " ", name)
    round = kq.Round.from_dict(broken)
    result = round.decide()
    for kind in documents.KINDS:
        write: Any = documents.write
        lines = docx_text(write(round, result, kind, format="docx")).splitlines()
        assert any(shown in line for line in lines)
        page = write(round, result, kind, format="html")
        assert "<script" not in page and "49" not in re.sub(r"[\d.]*\.\d+", "", page)


def test_words_out_of_their_range_are_refused(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path
) -> None:
    wrong: list[dict[str, Any]] = [{"kind": "x"}, {"format": "pdf"}, {"lang": "fr"}, {"kind": []}]
    for options in wrong:
        with pytest.raises(kq.KqaError):
            documents.write(round_, result, **options)
    with pytest.raises(kq.KqaError):
        documents.save(round_, result, tmp_path / "x.pdf")
    with pytest.raises(kq.KqaError, match="cannot be written"):
        documents.save(round_, result, tmp_path / "none" / "x.md")


# Templates of one's own


def test_own_template_takes_the_place_of_the_one_of_its_name(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path
) -> None:
    (tmp_path / "publicity.zh.md").write_text("# 名单\n\n{{ quality | length }}家", "utf-8")
    (tmp_path / "style.css").write_text("body { color: teal }", "utf-8")
    assert documents.write(round_, result, "publicity", template_dir=tmp_path) == "# 名单\n\n5家\n"
    page = documents.write(round_, result, "publicity", format="html", template_dir=tmp_path)
    assert "color: teal" in page and "<h1>名单</h1>" in page
    report = documents.write(round_, result, "evaluation", template_dir=tmp_path)
    assert report == documents.write(round_, result, "evaluation")


def test_own_base_gives_the_styles(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path
) -> None:
    base: Any = docx.Document()
    base.styles["Normal"].font.name = "Courier New"
    base.save(str(tmp_path / "base.docx"))
    data = documents.write(round_, result, "evaluation", format="docx", template_dir=tmp_path)
    opened: Any = docx.Document(io.BytesIO(data))
    assert opened.styles["Normal"].font.name == "Courier New"


@pytest.mark.parametrize(
    ("text", "line"),
    [("# x\n\n{{ naem }}", 3), ("{% for x in %}", 1), ("x\n{{ year / 0 }}", 2),
     ("{{ year.x.y }}", 1), ("\n{{ ''.__class__.__mro__ }}", 2),
     ("{% include 'refusal.zh.md' %}", 1)],
)
def test_an_error_in_a_template_is_one_sentence_with_its_line(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path, text: str, line: int
) -> None:
    (tmp_path / "refusal.zh.md").write_text(text, "utf-8")
    with pytest.raises(kq.KqaError) as caught:
        documents.write(round_, result, template_dir=tmp_path)
    assert caught.value.status == "template"
    assert "\n" not in str(caught.value)
    assert f"refusal.zh.md, line {line}:" in str(caught.value)


def test_templates_that_cannot_be_read(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path
) -> None:
    with pytest.raises(kq.KqaError, match="no folder"):
        documents.write(round_, result, template_dir=tmp_path / "none")
    (tmp_path / "refusal.zh.md").write_bytes(b"\xff\xfe")
    with pytest.raises(kq.KqaError, match=r"refusal\.zh\.md"):
        documents.write(round_, result, template_dir=tmp_path)
    (tmp_path / "base.docx").write_bytes(b"none")
    with pytest.raises(kq.KqaError, match=r"base\.docx"):
        documents.write(round_, result, "evaluation", format="docx", template_dir=tmp_path)
