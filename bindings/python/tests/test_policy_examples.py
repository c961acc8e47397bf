"""examples/policy: the cases reach every provision, every edition loads, and the pages tell what is
printed."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import kqaward as kq
from kqaward.policy import EditionFile

ROOT = Path(__file__).resolve().parents[3]
POLICY = ROOT / "examples" / "policy"
EDITIONS = sorted((POLICY / "editions").glob("*.edition.yaml"))
CASES = sorted((POLICY / "cases").glob("*.kq.yaml"))
FAMILY = [path for path in EDITIONS if not path.name.startswith("keqiao-")]
BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SECONDS = re.compile(r"\d+\.\d+( s|秒)")


def cases() -> list[dict[str, Any]]:
    texts = [path.read_text(encoding="utf-8") for path in CASES]
    documents = [yaml.load(text, Loader=yaml.BaseLoader) for text in texts]
    return [case for document in documents for case in document["cases"]]


def kqaward(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kqaward.cli", *arguments],
        cwd=folder, capture_output=True, encoding="utf-8", timeout=120,
    )


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_page_shows_what_the_commands_print(page: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    commands = 0
    for kind, text in BLOCK.findall((POLICY / page).read_text(encoding="utf-8")):
        if kind == "yaml":
            name = text.splitlines()[0].removeprefix("# ")
            (tmp_path / name).write_text(text, encoding="utf-8")
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, shown = part.split("\n", 1)
            program, *arguments = shlex.split(command)
            assert program == "kqaward"
            done = kqaward(arguments, tmp_path)
            assert SECONDS.sub("", done.stdout + done.stderr) == SECONDS.sub("", shown), command
            commands += 1
    assert commands >= 6, f"{page} shows hardly any command"


def test_every_provision_is_met_and_not_met_in_the_cases() -> None:
    done = kqaward(["test", str(POLICY / "cases"), "--cov-fail-under", "100", "--lang", "en"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_a_file_for_every_chapter_and_enough_cases() -> None:
    names = [path.name for path in CASES]
    assert [f"chapter-{number}.kq.yaml" for number in range(1, 8)] == names[:7]
    assert len(cases()) >= 200


def test_every_reading_is_gone_through_word_by_word() -> None:
    seen = {name for case in cases() for name in case.get("each reading", ())}
    assert seen == {reading.name for reading in kq.readings()}


def test_every_parameter_is_changed_by_a_case_or_an_edition() -> None:
    enacted = kq.edition("keqiao-2020")
    seen = {name for path in EDITIONS for name in enacted.diff(EditionFile.load(path).edition())}
    for case in cases():
        columns = case.get("table", {}).get("columns", ())
        seen.update(column.removeprefix("set.") for column in columns)
        under = case.get("under", {})
        seen.update(under.get("set", ()) if isinstance(under, dict) else ())
    assert {parameter.name for parameter in kq.parameters()} <= seen


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.name)
def test_an_edition_is_named_after_its_file_and_says_its_source_in_both_languages(
    path: Path,
) -> None:
    file = EditionFile.load(path)
    assert path.name == f"{file.edition().id}.edition.yaml"
    assert set(file.title) == set(file.source) == {"zh", "en"}


def table_of(page: str) -> dict[str, dict[str, str]]:
    """The page's table of parameters: values by edition and name, empty cells left out."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    rows = [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in text.splitlines() if line.startswith("|")
    ]
    head = next(row for row in rows if "quota.quality" in row)
    body = rows[rows.index(head) + 2 :]
    ids = {"keqiao-2020", *(path.name.removesuffix(".edition.yaml") for path in FAMILY)}
    return {
        row[0]: {name: cell for name, cell in zip(head[1:], row[1:]) if cell}
        for row in body if row[0] in ids and len(row) == len(head)
    }


@pytest.mark.parametrize("page", ["family.md", "family.zh-CN.md"])
def test_the_table_of_the_family_tells_what_the_editions_say(page: str) -> None:
    table = table_of(page)
    enacted = kq.edition("keqiao-2020")
    names = table.pop("keqiao-2020")
    assert names == {name: enacted.value_text(name) for name in names}
    found = {}
    for path in FAMILY:
        edition = EditionFile.load(path).edition()
        found[edition.id] = {name: edition.value_text(name) for name in enacted.diff(edition)}
    assert table == found
