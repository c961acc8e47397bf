"""Editions as files: what they say, what is refused and where, and the commands about them."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_cli import DEMO, Run, Said, refused, run

import kqaward as kq
from kqaward.policy import EditionFile, schema

__all__ = ["run"]

EDITIONS = ROOT / "examples" / "policy" / "editions"
FAMILY = sorted(EDITIONS.glob("*.edition.yaml"))
BASE = kq.edition("keqiao-2020")

DRAFT = """\
# A draft.
id: draft
based_on: keqiao-2020
title: {zh: 草案, en: Draft}
source: 讨论稿
in_force_from: 2027-01-01
set:
  quota.quality: 5
  floor.total: 612.5
  vote.quorum_share: 3/4
readings:
  vote.approval: strict
"""


def write(folder: Path, text: str, name: str = "draft.edition.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


# What a file says


def test_a_file_sets_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    draft = kq.Edition.from_file(write(tmp_path, DRAFT))
    assert draft.id == "draft"
    assert (draft.in_force_from, draft.in_force_to) == (dt.date(2027, 1, 1), None)
    assert set(BASE.diff(draft)) == {
        "quota.quality", "floor.total", "vote.quorum_share", "vote.approval",
    }
    assert draft["quota.quality"] == 5
    assert draft["floor.total"] == Fraction(1225, 2)
    assert draft["vote.quorum_share"] == Fraction(3, 4)
    assert draft["vote.approval"] == "strict"


def test_title_and_source_stand_for_both_languages_or_each(tmp_path: Path) -> None:
    file = EditionFile.load(write(tmp_path, DRAFT))
    assert file.title == {"zh": "草案", "en": "Draft"}
    assert file.source == {"zh": "讨论稿", "en": "讨论稿"}


def test_without_days_it_is_in_force_like_its_base(tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT.replace("in_force_from: 2027-01-01\n", ""))
    assert kq.Edition.from_file(path).in_force_from == BASE.in_force_from
    until = DRAFT.replace("set:", "in_force_to: 2027-01-01\nset:")
    assert kq.Edition.from_file(write(tmp_path, until)).in_force_to == dt.date(2027, 1, 1)


@pytest.mark.parametrize("reference", ["draft", "draft.edition.yaml", "./draft.edition.yaml"])
def test_a_file_may_be_based_on_another_by_id_or_path(tmp_path: Path, reference: str) -> None:
    write(tmp_path, DRAFT)
    second = f"id: second\nbased_on: {reference}\ntitle: x\nset: {{quota.quality: 6}}\n"
    edition = kq.Edition.from_file(write(tmp_path, second, "second.edition.yaml"))
    assert edition["quota.quality"] == 6
    assert edition["floor.total"] == Fraction(1225, 2)
    assert edition.in_force_from == dt.date(2027, 1, 1)


def test_both_weights_are_set_together(tmp_path: Path) -> None:
    text = "id: w\nbased_on: keqiao-2020\ntitle: w\nset: {weight.document: 30, weight.site: 70}\n"
    assert kq.Edition.from_file(write(tmp_path, text))["weight.site"] == 70


# load -> save -> load


def same_after_saving(file: EditionFile, folder: Path) -> None:
    path = folder / "again.edition.yaml"
    file.save(path)
    again = EditionFile.load(path)
    assert again == file
    assert again.edition() == file.edition()


@pytest.mark.parametrize("path", FAMILY, ids=lambda path: path.stem)
def test_every_edition_of_the_family_survives_saving(path: Path, tmp_path: Path) -> None:
    for other in FAMILY:
        (tmp_path / other.name).write_bytes(other.read_bytes())
    same_after_saving(EditionFile.load(tmp_path / path.name), tmp_path)


def values() -> st.SearchStrategy[dict[str, int | str]]:
    """Any values that the register allows, written in any of their forms."""
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for row in kq.parameters():
        if row.kind in (kq.ParameterKind.COUNT, kq.ParameterKind.MONEY):
            parts[row.name] = st.integers(row.min, row.max)
        elif row.kind is kq.ParameterKind.SCORE:
            parts[row.name] = st.integers(0, 999_999).map(lambda n: f"{n // 1000}.{n % 1000:03}")
        elif row.kind is kq.ParameterKind.SHARE:
            parts[row.name] = st.integers(1, 1000).flatmap(
                lambda d: st.integers(1, d).map(lambda n: f"{n}/{d}")
            )
    return st.fixed_dictionaries({}, optional=parts)


WORDS = st.fixed_dictionaries(
    {}, optional={row.name: st.sampled_from(row.values) for row in kq.readings()}
)


@given(numbers=values(), words=WORDS)
def test_any_edition_survives_saving(
    numbers: dict[str, int | str], words: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("saved")
    file = EditionFile("x", "keqiao-2020", {"zh": "某：#草案", "en": "a 'draft'"}, set=numbers,
                       readings=words)
    same_after_saving(file, folder)
    found = EditionFile.load(folder / "again.edition.yaml").edition()
    assert found.diff(BASE.replace(**numbers).with_readings(words)) == {}


def test_saving_writes_all_or_nothing(tmp_path: Path) -> None:
    file = EditionFile.load(write(tmp_path, DRAFT))
    with pytest.raises(kq.KqaError) as caught:
        file.save(tmp_path / "none" / "x.edition.yaml")
    assert "x.edition.yaml" in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["draft.edition.yaml"]


# What is refused, and where. Line and column count from 1.


def changed(old: str, new: str) -> str:
    assert old in DRAFT
    return DRAFT.replace(old, new)


#: Text, line, column, field, and what else the sentence says in both languages.
WRONG: Mapping[str, tuple[str, int, int, str, tuple[str, ...]]] = {
    "a misspelt parameter": (
        changed("quota.quality", "quota.qualty"), 8, 3, "set.quota.qualty", ("quota.quality",),
    ),
    "a misspelt reading": (
        changed("vote.approval", "vote.aproval"), 12, 3, "readings.vote.aproval",
        ("vote.approval",),
    ),
    "a misspelt key": (changed("readings:", "reading:"), 11, 1, "reading", ("readings",)),
    "a misspelt word": (
        changed("strict", "strickt"), 12, 18, "readings.vote.approval", ("strickt", "strict"),
    ),
    "a reading under set": (
        changed("quota.quality: 5", "vote.approval: strict"), 8, 3, "set.vote.approval",
        ("readings",),
    ),
    "a parameter under readings": (
        changed("vote.approval: strict", "quota.quality: 4"), 12, 3, "readings.quota.quality",
        ("set",),
    ),
    "a value out of bounds": (
        changed("quality: 5", "quality: 10001"), 8, 18, "set.quota.quality", ("10",),
    ),
    "a number with a thousands separator": (
        changed("quality: 5", "quality: '10,000'"), 8, 18, "set.quota.quality", ("10",),
    ),
    "an empty value": (changed("quality: 5", "quality:"), 8, 17, "set.quota.quality", ()),
    "a list as a value": (changed("quality: 5", "quality: [5]"), 8, 18, "set.quota.quality", ()),
    "one weight alone": (
        changed("quota.quality: 5", "weight.site: 70"), 8, 3, "set.weight.document", ("100",),
    ),
    "an unknown base": (
        changed("keqiao-2020", "keqiao-2021"), 3, 11, "based_on", ("keqiao-2021", "keqiao-2020"),
    ),
    "a base that is no file": (
        changed("keqiao-2020", "none.yaml"), 3, 11, "based_on", ("none.yaml",),
    ),
    "a base that is itself": (changed("keqiao-2020", "draft"), 3, 11, "based_on", ("draft",)),
    "the id of a built-in edition": (
        changed("id: draft", "id: keqiao-2020"), 2, 5, "id", ("keqiao-2020",),
    ),
    "an id in capitals": (changed("id: draft", "id: Draft"), 2, 5, "id", ("31",)),
    "an id of 32 characters": (changed("id: draft", f"id: {'d' * 32}"), 2, 5, "id", ("31",)),
    "no id": (changed("id: draft\n", ""), 2, 1, "", ("id",)),
    "no title": (changed("title: {zh: 草案, en: Draft}\n", ""), 2, 1, "", ("title",)),
    "a title in a third language": (
        changed("en: Draft", "fr: Projet"), 4, 17, "title.fr", ("zh", "en"),
    ),
    "a day that does not exist": (
        changed("2027-01-01", "2027-02-29"), 6, 16, "in_force_from", ("2027-01-01",),
    ),
    "a last day before the first": (
        changed("set:", "in_force_to: 2026-12-31\nset:"), 7, 14, "in_force_to", (),
    ),
    "a key twice": (changed("set:", "id: other\nset:"), 7, 1, "id", ()),
    "a parameter twice": (
        changed("  quota.quality: 5", "  quota.quality: 5\n  quota.quality: 6"), 9, 3,
        "set.quota.quality", (),
    ),
    "a list": ("- id: draft\n", 1, 1, "", ()),
    "broken YAML": (changed("{zh: 草案", "{zh: [草案"), 4, 27, "", ("YAML",)),
    "an alias": (
        changed("id: draft", "id: &d draft").replace("讨论稿", "*d"), 5, 9, "", ("&",),
    ),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_mistake_is_told_with_file_line_column_and_key(
    run: Run, tmp_path: Path, name: str, lang: str
) -> None:
    text, line, column, field, parts = WRONG[name]
    path = write(tmp_path, text)
    with pytest.raises(kq.KqaError) as caught:
        kq.Edition.from_file(path)
    assert caught.value.field == field
    place = f", line {line}, column {column}: " if lang == "en" else f"第{line}行第{column}列："
    for words in (("check",), ("show",), ("diff", "keqiao-2020")):
        said = run("edition", *words, path, "--lang", lang)
        refused(said, f"{path}{place}", *parts)
        if field:
            assert f"{place}{field}{': ' if lang == 'en' else '：'}" in said.err
        assert caught.value.text(lang).rstrip("。.") in said.err


def test_a_mistake_in_the_base_is_told_of_the_base(run: Run, tmp_path: Path) -> None:
    base = write(tmp_path, changed("quota.quality: 5", "quota.quality: -1"), "base.edition.yaml")
    path = write(tmp_path, "id: x\nbased_on: base.edition.yaml\ntitle: x\n")
    refused(run("edition", "check", path), f"{base}第8行第18列", "set.quota.quality")


def test_editions_based_on_each_other_are_refused(run: Run, tmp_path: Path) -> None:
    first = write(tmp_path, "id: a\nbased_on: b\ntitle: a\n", "a.edition.yaml")
    write(tmp_path, "id: b\nbased_on: a\ntitle: b\n", "b.edition.yaml")
    refused(run("edition", "check", first), "b.edition.yaml第2行第11列", "a → b → a")


def test_two_files_of_one_id_are_no_base(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path, DRAFT, f"{name}.edition.yaml")
    path = write(tmp_path, "id: x\nbased_on: draft\ntitle: x\n", "x.edition.yaml")
    refused(run("edition", "check", path), "a.edition.yaml", "b.edition.yaml")


def bomb() -> str:
    levels = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
    return f"a0: &a0 [x, x]\n{levels}"


HOSTILE = {
    "a YAML bomb": bomb().encode(),
    "a deep nest": b"id: " + b"[" * 200_000,
    "a deep block": b"\n".join(b" " * i + b"a:" for i in range(3000)),
    "nothing": b"",
    "a comment alone": b"# nothing\n",
    "no UTF-8": "id: 草案\n".encode("gbk"),
    "a NUL": b"id: a\0b\n",
    "two documents": DRAFT.encode() + b"---\n" + DRAFT.encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.edition.yaml"
    path.write_bytes(HOSTILE[name])
    refused(run("edition", "check", str(path)), str(path))


def test_a_file_of_100_mb_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.edition.yaml"
    with open(path, "wb") as file:
        file.truncate(100_000_000)
    refused(run("edition", "check", str(path)), str(path), "1 MiB")


def test_what_is_no_file_is_refused(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "none.edition.yaml", tmp_path):
        refused(run("edition", "check", str(path)), str(path))
    refused(run("edition", "show", "keqiao-2021"), "keqiao-2021", "keqiao-2020")


def test_of_several_files_a_wrong_one_leaves_nothing_said_of_the_others(
    run: Run, tmp_path: Path
) -> None:
    right = write(tmp_path, DRAFT)
    wrong = write(tmp_path, "id: x\n", "x.edition.yaml")
    refused(run("edition", "check", right, wrong), wrong)


# Commands


def test_check_names_each_file_that_is_right(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT)
    said = run("edition", "check", path, "--lang", "en")
    assert said == Said(0, f"{path}: no mistakes (draft, 4 changes)\n", "")


def test_diff_lists_parameters_with_article_and_both_values(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT)
    said = run("edition", "diff", "keqiao-2020", path, "--lang", "en")
    assert said.status == 0
    rows = [line.split() for line in said.out.splitlines() if line.startswith("  Art.")]
    assert [(row[1], row[2], row[-2], row[-1]) for row in rows] == [
        ("3", "quota.quality", "3", "5"),
        ("5", "floor.total", "600", "1225/2"),
        ("19", "vote.quorum_share", "2/3", "3/4"),
        ("19", "vote.approval", "inclusive", "strict"),
    ]
    zh = run("edition", "diff", "keqiao-2020", path).out
    assert "第十九条" in zh and "质量奖名额" in zh


def test_diff_as_json(run: Run, tmp_path: Path) -> None:
    said = run("edition", "diff", "keqiao-2020", write(tmp_path, DRAFT), "--json")
    document = json.loads(said.out)
    assert (document["a"], document["b"]) == ("keqiao-2020", "draft")
    assert document["changes"][0] == {
        "name": "quota.quality", "article": 3, "item": None,
        "label": {"zh": "质量奖名额", "en": "Seats of the quality award"}, "a": "3", "b": "5",
    }


def test_diff_ends_with_1_on_demand_where_something_differs(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT)
    assert run("edition", "diff", path, path, "--exit-code").status == 0
    assert run("edition", "diff", "keqiao-2020", path, "--exit-code").status == 1
    assert run("edition", "diff", "keqiao-2020", path).status == 0


def test_show_marks_what_a_file_changes(run: Run, tmp_path: Path) -> None:
    said = run("edition", "show", write(tmp_path, DRAFT))
    marked = [line.split()[1] for line in said.out.splitlines() if line.startswith("  *  ")]
    assert marked == ["quota.quality", "floor.total", "vote.quorum_share", "vote.approval"]
    assert "名称：草案" in said.out and "2027-01-01起施行" in said.out
    assert "keqiao-2020" in run("edition", "show", "keqiao-2020", "--lang", "en").out
    document = json.loads(run("edition", "show", "keqiao-2020", "--json").out)
    assert document == BASE.to_dict()


def test_other_commands_take_an_edition_file(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT)
    assert "quota.quality" in run("params", "--edition", path).out
    least = run("solve", "present", "--members", "18", "--edition", path, "--lang", "en")
    assert "14" in least.out, least  # 3/4 of 18 are 13.5
    refused(run("params", "--edition", write(tmp_path, "id: x\n", "x.yaml")), "x.yaml")


def test_a_round_is_decided_under_an_edition_file(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, changed("  floor.total: 612.5\n", ""))
    document = json.loads(run("round", DEMO, "--edition", path, "--json").out)
    draft = kq.Edition.from_file(path)
    expected = kq.Round.from_file(DEMO).decide(edition=draft)
    assert document == expected.to_dict()
    assert document["ordinance"] == "draft" and document["seats"]["quality"]["quota"] == 5
    said = run("round", DEMO, "--edition", path)
    assert "与keqiao-2020不同之处" in said.out and "（quota.quality）：3 → 5" in said.out


def test_a_round_with_changes_of_its_own_takes_no_other_edition(run: Run, tmp_path: Path) -> None:
    document = kq.Round.from_file(DEMO).to_dict()
    own = tmp_path / "own.json"
    own.write_text(json.dumps({**document, "amend": {"quota.quality": 4}}), encoding="utf-8")
    refused(run("round", str(own), "--edition", "keqiao-2020"), "amend", "--edition")


# The schema


def test_the_schema_that_is_kept_is_the_registers(run: Run) -> None:
    kept = (ROOT / "docs" / "edition.schema.json").read_text(encoding="utf-8")
    assert run("edition", "schema").out == kept, "kqaward edition schema > docs/edition.schema.json"


def test_the_schema_knows_every_name_and_word() -> None:
    parts = schema()["properties"]
    assert list(parts["set"]["properties"]) == [row.name for row in kq.parameters()]
    for row in kq.readings():
        found = parts["readings"]["properties"][row.name]["oneOf"]
        assert [one["const"] for one in found] == list(row.values)


def as_json(text: str) -> Any:
    """A YAML text as a JSON validator of an editor sees it."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_the_schema_accepts_the_family_and_refuses_slips() -> None:
    validator = pytest.importorskip("jsonschema").Draft7Validator(schema())
    for path in FAMILY:
        assert validator.is_valid(as_json(path.read_text(encoding="utf-8"))), path
    for name in (
        "a misspelt parameter", "a misspelt reading", "a misspelt key", "a misspelt word",
        "a reading under set", "a value out of bounds", "no id", "no title",
        "the id of a built-in edition", "an id in capitals",
    ):
        assert not validator.is_valid(as_json(WRONG[name][0])), name


def test_paths_of_any_kind_are_taken(tmp_path: Path) -> None:
    path = Path(write(tmp_path, DRAFT))
    assert kq.Edition.from_file(path) == kq.Edition.from_file(os.fspath(path))
    with pytest.raises(kq.KqaError):
        kq.Edition.from_file(5)  # type: ignore[arg-type]
