"""Every file of the conformance suite, through the Python package."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

import calls
import kqaward as kq
from kqaward import _native

SUITE = ROOT / "tests" / "conformance"
ROUNDS = sorted(
    path for path in (SUITE / "rounds").glob("*.json") if not path.stem.endswith(".expected")
)
INDEX = json.loads((SUITE / "errors" / "index.json").read_text(encoding="utf-8"))["errors"]


def merged(over: Any, base: Any) -> Any:
    """An input laid over what the file's inputs have in common; see the suite's README."""
    if not isinstance(base, dict):
        return over
    if isinstance(over, list) and list(base) == ["[]"]:
        return [merged(element, base["[]"]) for element in over]
    if not isinstance(over, dict):
        return over
    found = {key: merged(value, base.get(key)) for key, value in over.items()}
    for key, value in base.items():
        if key not in over and not (isinstance(value, dict) and list(value) == ["[]"]):
            found[key] = value
    return found


def without_nulls(value: Any) -> Any:
    """Null means absent among an object's members."""
    if isinstance(value, dict):
        return {k: without_nulls(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [without_nulls(element) for element in value]
    return value


def cases() -> list[Any]:
    found = []
    for path in sorted(SUITE.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
        assert data["cases"], path
        for case in data["cases"]:
            base = data.get("base", {}).get(case["function"])
            given = merged(case["input"], base) if base else case["input"]
            found.append(
                pytest.param(case, without_nulls(given), id=f"{path.stem}: {case['name']}")
            )
    return found


def amended(raw: bytes, changes: dict[str, Any]) -> bytes:
    for name, value in changes.items():
        raw = _native.edition_with(raw, name, str(value))
    return raw


def edition_of(case: dict[str, Any]) -> kq.Edition:
    """Set name by name, unchecked, as the functions are to refuse it themselves."""
    given = case.get("edition", {})
    assert given.keys() <= {"id", "amend", "readings"}
    edition = kq.edition(given.get("id", "keqiao-2020"))
    raw = amended(edition._raw, given.get("amend", {}))
    return kq.Edition(amended(raw, given.get("readings", {})))


def path_of(error: dict[str, Any]) -> str:
    """The suite's field and places as one path."""
    if "path" in error:
        return str(error["path"])
    places = iter(error.get("index", [0, 0, 0]))
    return re.sub(r"\[\]", lambda _: f"[{next(places)}]", error["field"])


def same_path(expected: str, found: str) -> bool:
    """Python names a fact where C gives its place in a list, and knows no list of one."""
    return expected == found or expected == f"{found}[0]" or found in NAMED.get(expected, ())


# Where the package knows more, or earlier: it names a fact where the library gives its place, and
# an argument that it cannot even convert by the argument's name.
NAMED = {
    "facts[5]": ("facts.iso9001_certified", "iso9001_certified"),
    "assessor.facts[3]": ("assessor.facts.training",),
    "conduct[2]": ("conduct.procedure",),
    "conduct[0]": ("breached",),
    "measures[1]": ("problem",),
    "title_use[1]": ("title_use.on_products",),
    "committee.seats[6]": ("committee.seats",),
    "sanctions[0].kind": ("kind",),
    "sanctions[0].decided": ("decided", "sanction", "sanctions[0]"),
    "sanctions[1].decided": ("sanctions[1]",),
    "incidents[0].date": ("incidents[0]",),
    "application_deadline": ("deadline",),
    "as_of": ("from", "from_day"),
    "number": ("a", "b", "value"),
    "criteria.items[1].category": ("criteria.items[0].category",),
}


def same(expect: Any, got: Any, answer: dict[str, Any] | None = None) -> bool:
    """Objects are partial, scalars and lists whole, findings stand anywhere."""
    if isinstance(expect, dict):
        return isinstance(got, dict) and all(
            same_member(key, value, got) for key, value in expect.items()
        )
    if isinstance(expect, list):
        return (
            isinstance(got, list)
            and len(expect) == len(got)
            and all(same(one, other) for one, other in zip(expect, got))
        )
    return type(expect) is type(got) and bool(expect == got)


def same_member(key: str, expect: Any, got: dict[str, Any]) -> bool:
    if key == "findings":
        return all(any(same(one, other) for other in got.get(key, ())) for one in expect)
    if key == "contains":
        return all(part in got.get("text", "") for part in expect)
    return key in got and same(expect, got[key])


@pytest.mark.parametrize(("case", "given"), cases())
def test_case(case: dict[str, Any], given: dict[str, Any]) -> None:
    assert case.keys() <= {"name", "articles", "function", "edition", "input", "expect"}
    assert case["expect"], "a case must expect something"
    assert case["function"] in calls.HANDLERS, "a function without a call in calls.py"
    call, keys = calls.HANDLERS[case["function"]]
    assert keys is None or given.keys() <= keys, "an input key that the call does not read"
    wanted = case["expect"].get("error")
    try:
        answer = call(edition_of(case), given)
    except kq.KqaError as error:
        assert wanted, f"refused: {error} ({error.status}, {error.field})"
        check_error(wanted, error)
        return
    assert not wanted, f"accepted: {answer}"
    assert same(case["expect"], answer), f"answer: {answer}"


# A value outside the types of the package is refused by its type, where C sees a code; a list
# longer than the library's by its length.
TYPES = {"value": {"type"}, "range": {"too_many"}}


def check_error(wanted: dict[str, Any], error: kq.KqaError) -> None:
    if "status" in wanted:
        assert error.status in {wanted["status"]} | TYPES.get(wanted["status"], set()), error
    if "field" in wanted or "path" in wanted:
        assert same_path(path_of(wanted), error.field), f"{error} ({error.field})"
    assert str(error) and "\n" not in str(error)


def test_editions_of_the_cases_by_the_public_methods() -> None:
    """replace() and with_readings() give what setting by name gives, where that is sound."""
    compared = 0
    for parameters in cases():
        case = parameters.values[0]
        given = case.get("edition", {})
        try:
            edition = edition_of(case)
            _native.edition_checked(edition._raw)
        except kq.KqaError:
            continue
        amend = {
            name: value if isinstance(value, int) or "." in value or "/" in value else int(value)
            for name, value in given.get("amend", {}).items()
        }
        found = kq.edition(given.get("id", "keqiao-2020")).replace(**amend)
        assert found.with_readings(given.get("readings", {})) == edition, case["name"]
        compared += bool(given)
    assert compared > 100


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_round(path: Path) -> None:
    expect = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    try:
        result = kq.Round.from_json(path.read_bytes()).decide()
    except kq.KqaError as error:
        assert "error" in expect, error
        assert error.field == expect.get("path", ""), error
        return
    assert "error" not in expect
    answer = {
        **calls.round_summary(result),
        "organizations": [calls.organization(one) for one in result.organizations],
    }
    assert same(expect, answer)
    assert same({k: v for k, v in expect.items() if k != "organizations"}, result.to_dict())


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_round_from_its_document(path: Path) -> None:
    """A round gives back a document from which the same round comes."""
    try:
        once = kq.Round.from_json(path.read_bytes())
        result = once.decide()
    except kq.KqaError:
        return
    document = once.to_dict()
    assert json.loads(json.dumps(document)) == document
    assert kq.Round.from_dict(document).decide().to_json() == result.to_json()
    assert kq.Round.from_dict(document).to_dict() == document


@pytest.mark.parametrize("case", INDEX, ids=lambda case: case["file"])
def test_input_error(case: dict[str, Any]) -> None:
    data = (SUITE / "errors" / case["file"]).read_bytes()
    with pytest.raises(kq.KqaError) as caught:
        kq.Round.from_json(data).decide()
    wanted = case["expect"]["error"]
    if "status" in wanted:
        assert caught.value.status == wanted["status"], caught.value
    if "path" in wanted:
        assert caught.value.field == wanted["path"], caught.value
    assert str(caught.value) and "\n" not in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_index_names_every_file() -> None:
    named = {case["file"] for case in INDEX} | {"index.json"}
    assert {path.name for path in (SUITE / "errors").iterdir()} == named


def test_every_call_is_asked_by_the_suite() -> None:
    asked = {case.values[0]["function"] for case in cases()}
    assert asked == set(calls.HANDLERS)
