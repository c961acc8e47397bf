"""The command: what it prints, what it refuses, and its exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT

import kqaward as kq
from kqaward.cli import main
from kqaward.cli._catalogue import TEXTS
from kqaward.cli._page import HtmlPage, width, wrapped

ROUNDS = ROOT / "examples" / "rounds"
EXPECTED = ROOT / "examples" / "expected"
DEMO = str(ROUNDS / "2026.json")
TIE = str(ROUNDS / "2026-tie.json")
VOID = str(ROUNDS / "2026-void.json")
NAMES = ("2026", "2026-tie", "2026-void")


COMMAND = (sys.executable, "-m", "kqaward.cli")


class Said(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command inside the test's process."""

    def call(*words: str) -> Said:
        capfdbinary.readouterr()
        status = main(words)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Said(status, out.decode("utf-8"), err.decode("utf-8"))

    return call


def command(*words: str, stdin: bytes = b"", **settings: str) -> Said:
    """Runs the command as a process of its own."""
    done = subprocess.run(
        [*COMMAND, *words],
        input=stdin,
        capture_output=True,
        timeout=120,
        env={**os.environ, **settings},
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def refused(said: Said, *parts: str) -> None:
    """Exit status 2, nothing on standard output, one sentence with every part in it."""
    assert said.status == 2
    assert said.out == ""
    assert said.err.count("\n") == 1 and said.err.endswith("\n"), said.err
    assert "Traceback" not in said.err
    assert "内部错误" not in said.err and "internal error" not in said.err, said.err
    for part in parts:
        assert part in said.err


# round


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_round_prints_the_report_of_the_c_example(run: Run, name: str, lang: str) -> None:
    said = run("round", str(ROUNDS / f"{name}.json"), "--lang", lang)
    assert said == Said(0, (EXPECTED / f"{name}.{lang}.txt").read_text("utf-8"), "")


@pytest.mark.parametrize("name", NAMES)
def test_round_json_is_byte_equal_to_the_c_example(run: Run, name: str) -> None:
    said = run("round", str(ROUNDS / f"{name}.json"), "--json")
    assert said == Said(0, (EXPECTED / f"{name}.json").read_text("utf-8"), "")


def test_the_language_may_stand_before_the_subcommand(run: Run) -> None:
    assert run("--lang", "en", "round", TIE) == run("round", TIE, "--lang", "en")


def test_round_reads_standard_input_as_json_and_yaml() -> None:
    text = Path(TIE).read_bytes()
    expected = (EXPECTED / "2026-tie.json").read_text("utf-8")
    assert command("round", "-", "--json", stdin=text) == Said(0, expected, "")
    import yaml

    as_yaml = yaml.safe_dump(kq.Round.from_file(TIE).to_dict(), allow_unicode=True)
    said = command("round", "-", "--json", stdin=as_yaml.encode("utf-8"))
    assert said == Said(0, expected, "")


def test_round_reads_yaml_files(run: Run, tmp_path: Path) -> None:
    import yaml

    path = tmp_path / "round.yaml"
    path.write_text(yaml.safe_dump(kq.Round.from_file(DEMO).to_dict(), allow_unicode=True), "utf-8")
    expected = (EXPECTED / "2026.json").read_text("utf-8")
    assert run("round", str(path), "--json") == Said(0, expected, "")


def test_round_reads_workbooks_and_names_the_cell_at_fault(run: Run, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from kqaward.workbook import write_round

    path = tmp_path / "round.xlsx"
    write_round(kq.Round.from_file(DEMO), str(path))
    expected = (EXPECTED / "2026.json").read_text("utf-8")
    assert run("round", str(path), "--json") == Said(0, expected, "")
    assert command("round", "-", "--json", stdin=path.read_bytes()) == Said(0, expected, "")
    book = openpyxl.load_workbook(path)
    cell = next(
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value in ("702.08", 702.08, "K02")
    )
    cell.value = "nonsense" if cell.value != "K02" else "K01"
    book.save(path)
    refused(run("round", str(path)), "单元格")
    refused(run("round", str(path), "--lang", "en"), "cell")


def test_a_bar_shows_progress_on_a_terminal_and_nothing_else(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    path = tmp_path / "large.json"
    path.write_bytes(Path(TIE).read_bytes() + b" " * 4_100_000)
    expected = (EXPECTED / "2026-tie.json").read_text("utf-8")
    assert command("round", str(path), "--json") == Said(0, expected, "")
    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "round", str(path), "--json"],
        stdout=subprocess.PIPE,
        stderr=writer,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(writer)
    out, _ = process.communicate(timeout=60)
    seen = os.read(reader, 65536).decode("utf-8", "replace")
    os.close(reader)
    assert (process.returncode, out.decode("utf-8")) == (0, expected)
    assert "读取" in seen or "评审" in seen


def test_amendments_and_readings_change_the_result_and_are_shown(run: Run) -> None:
    said = run(
        "round", TIE, "--amend", "quota.quality=4", "--amend", "prize.cap=150000",
        "--reading", "vote.quorum=strict",
    )
    assert said.status == 0
    assert "与该版本不同之处" in said.out
    assert "（quota.quality）：3 → 4" in said.out
    assert "（prize.cap）：200000 → 150000" in said.out
    assert "（vote.quorum）：inclusive → strict" in said.out
    document = json.loads(run("round", TIE, "--json", "--amend", "quota.quality=4").out)
    assert document["seats"]["quality"]["quota"] == 4
    assert [one["outcome"] for one in document["organizations"]].count("tied") == 0


def test_html_holds_the_report_and_escapes_the_data(run: Run, tmp_path: Path) -> None:
    document = kq.Round.from_file(DEMO).to_dict()
    document["organizations"][0]["name"] = "<script>alert(1)</script>&"
    source, out = tmp_path / "round.json", tmp_path / "report.html"
    source.write_text(json.dumps(document), "utf-8")
    assert run("round", str(source), "--html", str(out)).status == 0
    page = out.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>") and '<html lang="zh-CN">' in page
    assert "<script>" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page
    for part in ("示例彩韵印染有限公司", "4333/6", "奖金合计1,700,000元"):
        assert part in page


def test_html_of_a_bare_page_is_well_formed() -> None:
    from xml.etree import ElementTree

    page = HtmlPage("en")
    page.title("A & B")
    page.section("<one>")
    page.line("text", 2)
    page.table([("a", "1")], ["x", "y"], right=[1], styles=["green"])
    text = page.close().replace("<!DOCTYPE html>", "").replace('<meta charset="utf-8">', "")
    assert ElementTree.fromstring(text).tag == "html"


def test_xlsx_writes_a_workbook(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "result.xlsx"
    assert run("round", DEMO, "--xlsx", str(out)).status == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_name_with_control_characters_cannot_command_the_terminal(
    run: Run, tmp_path: Path
) -> None:
    document = kq.Round.from_file(TIE).to_dict()
    document["organizations"][0]["name"] = "\x1b[31m红\x07[bold]{x}%s"
    path = tmp_path / "round.json"
    path.write_text(json.dumps(document), "utf-8")
    said = run("round", str(path))
    assert "\x1b" not in said.out and "\x07" not in said.out
    assert "?[31m红?[bold]{x}%s" in said.out


# check


def organization(**changes: object) -> dict[str, object]:
    """The first organisation of the demo, changed."""
    one: dict[str, object] = dict(kq.Round.from_file(DEMO).to_dict()["organizations"][0])
    return {**one, **changes}


@pytest.mark.parametrize(
    ("id", "words", "status"),
    [("K01", "符合申报条件", 0), ("K18", "不符合申报条件", 1), ("K22", "尚不能确定", 1)],
)
def test_check_says_whether_an_organisation_qualifies(
    run: Run, id: str, words: str, status: int
) -> None:
    assert words in run("check", DEMO, "--id", id).out
    assert run("check", DEMO, "--id", id).status == 0
    assert run("check", DEMO, "--id", id, "--exit-code").status == status


def test_check_lists_what_is_missing_by_label_and_by_name(run: Run) -> None:
    out = run("check", DEMO, "--id", "K23").out
    missing = out[out.index("尚缺的事实") :]
    assert "证实性材料（第十四条）" in missing
    assert "application.evidence, application.received" in missing


def test_check_takes_facts_from_options(run: Run) -> None:
    given = ("--fact", "iso9001_certified=true", "--fact", "other_requirements_met=true")
    assert run("check", DEMO, "--id", "K22", *given, "--exit-code").status == 0
    late = run("check", DEMO, "--id", "K01", "--fact", "application.received=2026-07-01")
    assert "申报材料逾期送达" in late.out


def test_check_takes_incidents_and_sanctions_on_their_last_day(run: Run) -> None:
    words = ("check", DEMO, "--id", "K02", "--exit-code")
    assert run(*words, "--incident", "major_accident:2023-06-30").status == 1
    assert run(*words, "--incident", "major_accident:2023-06-29").status == 0
    assert run(*words, "--sanction", "fraud:2021-06-30").status == 1
    assert run(*words, "--sanction", "fraud:2021-06-29").status == 0


@pytest.mark.parametrize("ending", ["json", "yaml"])
def test_check_reads_a_file_with_one_organisation(
    run: Run, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"one.{ending}"
    path.write_text(json.dumps(organization()), "utf-8")
    said = run("check", str(path), "--deadline", "2026-06-30", "--json")
    assert said.status == 0 and json.loads(said.out)["verdict"] == "met"
    refused(run("check", str(path)), "--deadline")


def test_check_without_a_file_knows_nothing(run: Run) -> None:
    document = json.loads(run("check", "--deadline", "2026-06-30", "--json").out)
    assert document["verdict"] == "unknown"
    assert "iso9001_certified" in document["missing"]


def test_check_refuses_a_wrong_organisation_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(organization(facts={"iso9001": True})), "utf-8")
    refused(run("check", str(path), "--deadline", "2026-06-30"), "iso9001")


# explain


def decided_by(out: str) -> list[str]:
    return [line for line in out.splitlines() if "←决定结果" in line]


def test_explain_under_an_edition_file_is_explain_with_its_changes(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "draft.edition.yaml"
    file.write_text(
        "{id: draft, based_on: keqiao-2020, title: draft, set: {quota.quality: 4}, "
        "readings: {vote.approval: strict}}"
    )
    changed = run("explain", DEMO, "K04", "--amend", "quota.quality=4", "--reading", "vote.approval=strict")
    assert run("explain", DEMO, "K04", "--edition", str(file)) == changed
    assert "提名奖" in changed.out and changed.status == 0


@pytest.mark.parametrize(
    ("path", "id", "parts"),
    [
        (DEMO, "K18", ["不合格", "份数不足"]),
        (DEMO, "K22", ["ISO 9001", "其他有关规定要求"]),
        (DEMO, "K14", ["总评分低于最低分"]),
        (DEMO, "K16", ["未列入进入现场评审的组织名单"]),
        (DEMO, "K24", ["总评分", "现场评分"]),
        (DEMO, "K30", ["未取得名额"]),
        (DEMO, "K08", ["实际7票"]),
        (DEMO, "K01", ["不占名额"]),
        (DEMO, "K02", ["14票"]),
        (DEMO, "K05", ["15票"]),
        (DEMO, "K17", ["特别贡献提名"]),
        (TIE, "T03", ["得票数"]),
        (VOID, "V01", ["召集", "成员人数不足"]),
    ],
)
def test_explain_marks_what_decides(run: Run, path: str, id: str, parts: list[str]) -> None:
    said = run("explain", path, id)
    marked = decided_by(said.out)
    assert said.status == 0
    assert len(marked) == len(parts), said.out
    for line, part in zip(marked, parts, strict=True):
        assert part in line, (line, part)


def test_explain_says_what_another_reading_would_bring(run: Run) -> None:
    out = run("explain", DEMO, "K30").out
    assert "若取both_awards（提名奖也不占名额），结果：提名奖；奖金100,000元" in out
    assert "clean_record.window" in out


def test_explain_says_when_no_reading_matters(run: Run) -> None:
    assert "不依赖任何读法" in run("explain", DEMO, "K18").out


def test_explain_one_without_a_dossier(run: Run) -> None:
    said = run("explain", DEMO, "示例现代纺织创新中心")
    assert said.status == 0 and "无申报材料" in said.out


def test_explain_json_marks_the_decisive_findings(run: Run) -> None:
    document = json.loads(run("explain", DEMO, "K14", "--json").out)
    decisive = [f["provision"] for f in document["findings"] if f["decisive"]]
    assert decisive == ["total_floor"]
    assert document["outcome_readings"] == ["floors.apply_to"]


# Registers


def test_params_lists_every_parameter_with_its_value(run: Run) -> None:
    out = run("params", "--amend", "quota.quality=5").out
    for row in kq.parameters():
        assert row.name in out
    document = json.loads(run("params", "--json", "--amend", "quota.quality=5").out)
    assert [row["name"] for row in document] == [row.name for row in kq.parameters()]
    assert document[0]["value"] == "5"


def test_readings_mark_the_value_in_use(run: Run) -> None:
    out = run("readings", "--reading", "vote.approval=strict").out
    assert "* strict" in out and "  inclusive" in out
    document = json.loads(run("readings", "--json").out)
    assert [row["name"] for row in document] == [row.name for row in kq.readings()]


def test_provisions_can_be_listed_by_article(run: Run) -> None:
    document = json.loads(run("provisions", "--article", "12", "--json").out)
    assert len(document) == 15 and {row["article"] for row in document} == {12}
    every = json.loads(run("provisions", "--json").out)
    assert {row["article"] for row in every} == set(range(1, 34))
    refused(run("provisions", "--article", "34"), "34")


# Inverse questions, deadlines, working days


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("solve site-score --document 652.5", {"document": "652.5", "least_site_score": "600"}),
        ("solve site-score --document 0", {"document": "0", "least_site_score": "750"}),
        ("solve yes --present 14", {"present": 14, "least_yes": 7}),
        ("solve yes --present 15", {"present": 15, "least_yes": 8}),
        ("solve yes --present 14 --reading vote.approval=strict", {"present": 14, "least_yes": 8}),
        ("solve present --members 18", {"members": 18, "least_present": 12}),
        ("solve payable --history nomination:2023:100000", {"payable": 100000}),
        ("solve payable --history quality:2020:200000", {"payable": 0}),
        ("solve payable", {"payable": 200000}),
        (
            "due site-report 2026-09-18",
            {"site_review_end": "2026-09-18", "due": "2026-09-24"},
        ),
        ("workdays is 2026-10-01", {"date": "2026-10-01", "working": False}),
        (
            "workdays add 2020-04-30 5",
            {"date": "2020-04-30", "days": 5, "result": "2020-05-11"},
        ),
        (
            "workdays count 2026-01-01 2026-12-31",
            {"first": "2026-01-01", "last": "2026-12-31", "working_days": 248},
        ),
    ],
)
def test_answers(run: Run, words: str, answer: dict[str, object]) -> None:
    said = run(*words.split(), "--json")
    assert said.status == 0 and json.loads(said.out) == answer
    for lang in ("zh", "en"):
        assert run(*words.split(), "--lang", lang).status == 0


def test_acceptance_begins_the_day_after_the_bar(run: Run) -> None:
    words = ("solve", "acceptance", "--sanction", "fraud:2021-05-10", "--from", "2024-01-01")
    document = json.loads(run(*words, "--json").out)
    assert document["first_acceptance"] == "2026-05-11"
    assert document["bars"][0]["last_day"] == "2026-05-10"


def test_no_answer_is_said_in_words(run: Run) -> None:
    words = ("solve", "yes", "--present", "10", "--amend", "vote.approval_share=1")
    assert "全体赞成也不能通过" in run(*words, "--reading", "vote.approval=strict").out


def test_report_duty_in_time_late_and_none(run: Run) -> None:
    words = ("due", "report", "2026-01-24", "--kind", "accident", "--grade")
    assert "2026-02-24" in run(*words, "larger").out
    assert "未在期限内" in run(*words, "larger", "--reported", "2026-02-25").out
    assert "不负有报告义务" in run(*words, "ordinary").out
    refused(run(*words, "huge"), "--grade", "larger")
    refused(run("due", "report", "2026-01-24", "--kind", "accident"), "--grade")


def test_own_calendar(run: Run, tmp_path: Path) -> None:
    refused(run("workdays", "is", "2027-01-01"), "2027")
    path = tmp_path / "calendar.json"
    path.write_text('{"2027": {"off": ["2027-01-01"], "work": ["2027-01-03"]}}', "utf-8")
    words = ("--calendar", str(path), "--exit-code")
    assert run("workdays", "is", "2027-01-01", *words).status == 1
    assert run("workdays", "is", "2027-01-03", *words).status == 0
    said = run("due", "site-report", "2026-12-28", "--calendar", str(path))
    assert "2027-01-04" in said.out
    for text in (
        "{", "[]", '{"x": {}}', '{"2027": []}', '{"2027": {"free": []}}', '{"2027": {"off": 3}}',
        '{"2027": {"off": ["2027-02-30"]}}',
    ):
        path.write_text(text, "utf-8")
        refused(run("workdays", "is", "2027-01-01", "--calendar", str(path)), str(path))


# Documents


@pytest.mark.parametrize("kind", ["refusal", "evaluation", "publicity"])
@pytest.mark.parametrize("format", ["md", "html", "docx"])
def test_notice_writes_every_kind_in_every_form(
    run: Run, tmp_path: Path, kind: str, format: str
) -> None:
    out = tmp_path / f"notice.{format}"
    source = str(tmp_path / "round.json")
    document = kq.Round.from_file(DEMO).to_dict()
    Path(source).write_text(json.dumps(document), "utf-8")
    said = run("notice", source, "--kind", kind, "--out", str(out))
    assert said.status == 0, said.err
    assert out.stat().st_size > 500


def test_notice_goes_to_standard_output_without_a_file(run: Run) -> None:
    said = run("notice", DEMO, "--id", "K18")
    assert said.status == 0 and "示例染整有限公司" in said.out
    refused(run("notice", DEMO, "--id", "K01"))
    refused(run("notice", DEMO, "--format", "docx"), "--out")
    refused(run("notice", DEMO, "--kind", "love letter"), "refusal, evaluation, publicity")


def test_template_writes_a_workbook(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "template.xlsx"
    assert run("template", str(out)).status == 0
    assert out.read_bytes().startswith(b"PK")
    refused(run("template", str(tmp_path / "template.csv")), ".xlsx")
    refused(run("template", str(out), "--criteria", "none"), "gbt19580-2012")


def test_template_turns_a_round_file_into_a_workbook(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "round.xlsx"
    assert run("template", str(out), "--from", DEMO).status == 0
    assert run("round", str(out), "--json") == run("round", DEMO, "--json")
    refused(run("template", str(out), "--from", "/no/such/file.json"), "/no/such/file.json")


def test_plot_draws_a_ranking(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    out = tmp_path / "ranking.png"
    assert run("plot", DEMO, "--out", str(out)).status == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    refused(run("plot", DEMO, "--kind", "radar", "--out", str(out)), "--id")


# Bad input


def test_a_wrong_value_is_named_by_its_path(run: Run, tmp_path: Path) -> None:
    document = kq.Round.from_file(DEMO).to_dict()
    document["organizations"][3]["site_review"] = {"score": "1001"}
    path = tmp_path / "round.json"
    path.write_text(json.dumps(document), "utf-8")
    for words in ((), ("--json",), ("--html", str(tmp_path / "no.html"))):
        refused(run("round", str(path), *words), "organizations[3].site_review.score")
    assert not (tmp_path / "no.html").exists()


@pytest.mark.parametrize(
    "text", [b"", b"{", b"\xff\xfe", b'{"year": 2026, "year": 2026}', b"[" * 9999]
)
@pytest.mark.parametrize("ending", ["json", "yaml", "xlsx", "txt"])
def test_what_is_no_round_is_refused(run: Run, tmp_path: Path, text: bytes, ending: str) -> None:
    path = tmp_path / f"round.{ending}"
    path.write_bytes(text)
    refused(run("round", str(path)))
    refused(run("explain", str(path), "K01", "--lang", "en"))
    refused(run("check", str(path), "--id", "K01"))


@pytest.mark.parametrize("ending", ["json", "yaml", "xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_missing_file_and_a_folder_are_refused_by_name(
    run: Run, tmp_path: Path, ending: str, lang: str
) -> None:
    path = tmp_path / f"round.{ending}"
    refused(run("round", str(path), "--lang", lang), str(path))
    path.mkdir()
    refused(run("round", str(path), "--lang", lang), str(path))


def test_a_huge_file_is_refused_without_reading_it_all(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with open(path, "wb") as file:
        file.truncate(128 * 1024 * 1024 + 1)
    refused(run("round", str(path)), "128 MiB")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("round", ["FILE"]),
        ("round {demo} more", ["more"]),
        ("round {demo} --no-such", ["--no-such"]),
        ("rund", ["rund"]),
        ("round {demo} --amend", ["--amend"]),
        ("round {demo} --amend quota.quality", ["--amend"]),
        ("round {demo} --amend quota.gold=1", ["quota.gold"]),
        ("round {demo} --amend quota.quality=-1", ["quota.quality"]),
        ("round {demo} --amend quota.quality=1.5", ["quota.quality"]),
        ("round {demo} --amend quota.quality=1 --amend quota.quality=1", ["quota.quality"]),
        ("round {demo} --amend vote.approval=strict", ["vote.approval"]),
        ("round {demo} --amend weight.site=70", ["weight."]),
        ("round {demo} --reading vote.approval=maybe", ["inclusive, strict"]),
        ("round {demo} --reading quota.quality=3", ["quota.quality"]),
        ("round {demo} --html /no/such/folder/x.html", ["/no/such/folder/x.html"]),
        ("round {demo} --xlsx /no/such/folder/x.xlsx", ["/no/such/folder/x.xlsx"]),
        ("explain {demo} K99", ["K99"]),
        ("check {demo}", ["--id"]),
        ("check {demo} --id K99", ["K99"]),
        ("check --deadline 2026-02-29", ["2026-02-29"]),
        ("check --deadline 2020-05-09", ["2020-05-10"]),
        ("check --deadline 2026-06-30 --fact iso9001_certified=maybe", ["iso9001_certified"]),
        ("check --deadline 2026-06-30 --fact no_such=true", ["no_such"]),
        ("check --deadline 2026-06-30 --incident fire:2025-01-01", ["fire", "major_accident"]),
        ("check --deadline 2026-06-30 --sanction fraud", ["fraud"]),
        ("params --edition keqiao-1999", ["keqiao-1999", "keqiao-2020"]),
        ("solve site-score --document 1e2", ["document"]),
        ("solve site-score --document 1001", ["document"]),
        ("solve yes --present 0", ["present"]),
        ("solve yes --present many", ["--present"]),
        ("solve acceptance --from 2024-01-01", ["--sanction"]),
        ("solve acceptance --sanction theft:2020-01-01 --from 2024-01-01", ["theft", "fraud"]),
        ("solve payable --history gold:2020:1", ["gold", "quality, nomination"]),
        ("check --deadline 2026-06-30 --fact application.recommended_by=me", ["me", "town"]),
        ("solve payable --history quality:2020", ["quality:2020"]),
        ("workdays is tomorrow", ["tomorrow"]),
        ("workdays add 2026-01-01 many", ["many"]),
    ],
)
def test_wrong_words_are_refused_in_one_sentence(
    run: Run, words: str, parts: list[str]
) -> None:
    refused(run(*words.format(demo=DEMO).split(" ")), *parts)
    refused(run(*words.format(demo=DEMO).split(" "), "--lang=en"))


def test_a_language_there_is_not_is_refused(run: Run) -> None:
    refused(run("round", DEMO, "--lang", "fr"), "--lang", "zh, en")


def test_a_reader_that_goes_away_is_no_error() -> None:
    writer = subprocess.Popen(
        [*COMMAND, "provisions", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None and writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    assert writer.wait(timeout=60) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_a_full_disk_is_refused() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "round", TIE, "--json"],
            stdout=full, stderr=subprocess.PIPE, timeout=60,
        )
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1


def test_output_is_utf8_in_any_locale() -> None:
    said = command("round", TIE, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said == Said(0, (EXPECTED / "2026-tie.zh.txt").read_text("utf-8"), "")


# Terminals and texts


def on_a_terminal(columns: int, *words: str, **settings: str) -> str:
    """What the command prints on a terminal of so many columns."""
    pty = pytest.importorskip("pty")
    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *words],
        stdout=writer,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), **settings},
    )
    os.close(writer)
    data = b""
    while True:
        try:
            more = os.read(reader, 65536)
        except OSError:
            break
        if not more:
            break
        data += more
    os.close(reader)
    assert process.wait(timeout=60) == 0
    return data.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_colours_unless_told_not_to() -> None:
    settings = {key: "" for key in ("NO_COLOR",)}
    coloured = on_a_terminal(100, "round", TIE, **settings)
    assert "\x1b[1;36m" in coloured
    plain = on_a_terminal(100, "round", TIE, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_narrow_terminal_wraps_but_cuts_nothing(columns: int) -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal(columns, "round", DEMO))
    lines = text.split("\n")
    assert max(map(width, lines)) <= columns
    assert "…" not in text
    for name in ("4333/6", "1,700,000", "K30"):
        assert name in text


@pytest.mark.parametrize("room", [12, 21, 40])
def test_wrapped_lines_hold_the_text_and_never_begin_with_a_stop(room: int) -> None:
    text = "质量安全监督检查中出现不合格：最近一次发生于2024-11-19，要求早于 x（第六项）。"
    lines = wrapped(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= room for line in lines)
    assert not any(line[0] in "，。：）" for line in lines)


def test_every_text_has_both_languages_with_the_same_blanks() -> None:
    blank = re.compile(r"\{(\w+)\}")
    for key, (zh, en) in TEXTS.items():
        if key != "numerals":
            assert zh and en, key
            assert set(blank.findall(zh)) == set(blank.findall(en)), key
        assert unicodedata.is_normalized("NFC", zh + en)


@pytest.mark.parametrize("lang", ["zh", "en", "zh"])
def test_help_names_every_command_and_leaves_no_key(run: Run, lang: str) -> None:
    said = run("--help", "--lang", lang)
    assert run("--lang", lang) == said
    names = ("round check explain notice plot template params readings provisions solve due "
             "workdays").split()
    groups = {"solve": ["site-score", "yes", "present", "acceptance", "payable"],
              "due": ["site-report", "report"], "workdays": ["is", "add", "count"]}
    assert all(f"  {name}" in said.out for name in names)
    assert ("用法：" in said.out) == (lang == "zh") and ("Usage: " in said.out) == (lang == "en")
    for name in names:
        for words in [[name], *([name, inner] for inner in groups.get(name, []))]:
            help_text = run(*words, "--help", "--lang", lang)
            assert help_text.status == 0
            assert "help." not in help_text.out and "help:" not in help_text.out
            assert (re.search("[\u4e00-\u9fff]", help_text.out) is not None) == (lang == "zh")


def test_version(run: Run) -> None:
    assert run("--version") == Said(0, f"kqaward {kq.__version__}\n", "")


def test_the_report_of_a_round_needs_no_heavy_import() -> None:
    script = textwrap.dedent(
        """
        import sys
        from kqaward.cli import main
        assert main(["round", sys.argv[1]]) == 0
        heavy = {"rich", "openpyxl", "yaml", "matplotlib", "jinja2", "numpy", "docx"}
        sys.exit(", ".join(sorted(heavy & set(sys.modules))) or None)
        """
    )
    done = subprocess.run([sys.executable, "-c", script, DEMO], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
