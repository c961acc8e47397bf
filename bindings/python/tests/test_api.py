"""What the package promises of its types: exact, immutable, comparable, documented, typed."""

from __future__ import annotations

import array
import copy
import datetime as dt
import enum
import inspect
import json
import os
import pickle
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

import kqaward as kq

EDITION = kq.edition("keqiao-2020")
CRITERIA = kq.Criteria.find("gbt19580-2012")
PACKAGE = Path(kq.__file__).parent

DOCUMENT: dict[str, Any] = {
    "year": 2026,
    "application_deadline": "2026-06-30",
    "committee": {"members": 18},
    "organizations": [
        {
            "id": "K01",
            "name": "<b>示例</b> & 'co' \"x\"",
            "facts": {
                **{fact: True for fact in (
                    "registered_in_district", "pays_tax_in_district", "lawful_operation",
                    "excellence_model", "sound_management_system", "iso9001_certified",
                    "quality_work_outstanding", "performance_leading", "innovation_leading",
                    "integrity_and_service_good", "inspections_clean", "no_major_accident",
                    "no_major_complaint", "other_requirements_met",
                )},
                "operating_since": "2009-04-01",
            },
            "application": {
                "self_evaluation": True, "form": True, "evidence": True,
                "recommended_by": "town", "copies": 2, "received": "2026-06-20",
            },
            "document_review": {"score": "652.5"},
            "site_review": {"score": 668},
        },
        {"id": "<script>K02", "facts": {"lawful_operation": False}},
    ],
    "votes": {"quality": {"convened_by": "chair", "present": 14, "yes": {"K01": 13}}},
    "special_nominations": ["S&1"],
}
ROUND = kq.Round.from_dict(DOCUMENT)
RESULT = ROUND.decide()


# --- Scores are exact ----------------------------------------------------------------------------

SAME = [652, "652", "652.0", "652.00", "1304/2", Decimal("652.0"), Fraction(652)]


@pytest.mark.parametrize("score", SAME, ids=repr)
def test_a_score_may_be_given_in_every_exact_form(score: Any) -> None:
    assert kq.total_score(EDITION, score, 668) == Fraction(3324, 5)


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: kq.total_score(EDITION, x, 600),
        lambda x: kq.total_score(EDITION, 600, x),
        lambda x: kq.floors(EDITION, x, 600),
        lambda x: kq.special_nomination(EDITION, x, 600),
        lambda x: kq.least_site_score(EDITION, x),
        lambda x: kq.rank([600, x]),
        lambda x: kq.round_gbt8170(x, 1),
        lambda x: kq.format_score(x),
        lambda x: EDITION.replace(**{"floor.total": x}),
        lambda x: ROUND.decide(amend={"floor.total": x}),
        lambda x: kq.Round.from_dict(with_score(x)),
    ],
    ids=[
        "document", "site", "floors", "special", "least_site", "rank", "round", "format",
        "replace", "amend", "round document",
    ],
)
@pytest.mark.parametrize("number", [652.5, 600.0, float("nan"), float("inf")])
def test_a_float_is_refused_with_what_to_pass(ask: Any, number: float) -> None:
    with pytest.raises(kq.KqaError) as caught:
        ask(number)
    assert caught.value.status == kq.Status.TYPE
    said = caught.value.text("en")
    assert said == str(caught.value)
    assert "float" in said and "Fraction" in said and "\n" not in said, said
    assert "float" in caught.value.text("zh") or "浮点" in caught.value.text("zh")


def with_score(score: Any) -> dict[str, Any]:
    document = copy.deepcopy(DOCUMENT)
    document["organizations"][0]["document_review"]["score"] = score
    return document


def test_the_path_of_a_refused_score_in_a_round() -> None:
    with pytest.raises(kq.KqaError) as caught:
        kq.Round.from_dict(with_score(652.5))
    assert caught.value.field == "organizations[0].document_review.score"


@pytest.mark.parametrize(
    "score",
    [True, None, b"600", [600], "6e2", "600.0000001", "", " 600", "６００", "-1", -1, 1001, "1000.1",
     Fraction(1, 1_000_001), Decimal("NaN"), Decimal("Infinity"), Decimal("1E-7"), 10**30, "nan"],
    ids=repr,
)
def test_what_is_no_score_is_refused(score: Any) -> None:
    with pytest.raises(kq.KqaError) as caught:
        kq.total_score(EDITION, score, 600)
    assert caught.value.field in ("document_review.score", "document")


def test_a_decimal_with_an_exponent_is_exact_all_the_same() -> None:
    assert kq.total_score(EDITION, Decimal("6E+2"), 600) == 600


# --- Days ----------------------------------------------------------------------------------------


def test_a_day_may_be_a_date_or_text() -> None:
    assert kq.add_days(dt.date(2026, 6, 30), 1) == kq.add_days("2026-06-30", 1)
    assert type(kq.add_days("2026-06-30", 1)) is dt.date


@pytest.mark.parametrize(
    "day", [None, 20260630, "2026-6-30", "2026-02-29", b"2026-06-30", "", (2026, 6, 30), 1.5]
)
def test_what_is_no_day_is_refused(day: Any) -> None:
    with pytest.raises(kq.KqaError):
        kq.weekday(day)


# --- Editions ------------------------------------------------------------------------------------


def test_editions_are_found_by_id_and_by_day() -> None:
    assert kq.edition.ids() == ("keqiao-2020",)
    assert kq.edition.on("2026-03-01") == kq.edition.on(dt.date(2026, 3, 1)) == EDITION
    assert EDITION.id == "keqiao-2020"
    assert EDITION.in_force_from == dt.date(2020, 5, 10)
    assert EDITION.in_force_to is None
    with pytest.raises(kq.KqaError) as caught:
        kq.edition.on("2020-05-09")
    assert caught.value.status == kq.Status.NO_EDITION
    with pytest.raises(kq.KqaError):
        kq.edition("keqiao-2018")


def test_replace_gives_a_checked_copy() -> None:
    more = EDITION.replace(**{"quota.quality": 5})
    assert (EDITION["quota.quality"], more["quota.quality"]) == (3, 5)
    assert more != EDITION and hash(more) != hash(EDITION)
    assert more == EDITION.replace(**{"quota.quality": 5})
    assert hash(more) == hash(EDITION.replace(**{"quota.quality": 5}))
    assert more.replace(**{"quota.quality": 3}) == EDITION
    assert EDITION.replace() == EDITION


def test_both_weights_are_replaced_together() -> None:
    changed = EDITION.replace(**{"weight.document": 30, "weight.site": 70})
    assert changed["weight.site"] == 70
    with pytest.raises(kq.KqaError) as caught:
        EDITION.replace(**{"weight.document": 30})
    assert caught.value.status == kq.Status.WEIGHTS


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"quota.gold": 1}, "name"),
        ({"quota.quality": 10_001}, "range"),
        ({"quota.quality": "5"}, "type"),
        ({"quota.quality": True}, "type"),
        ({"quota.quality": Fraction(5)}, "type"),
        ({"vote.approval_share": "3/2"}, "range"),
        ({"vote.approval": "strict"}, "name"),
        ({"floor.total": None}, "type"),
    ],
)
def test_replace_refuses(changes: dict[str, Any], status: str) -> None:
    with pytest.raises(kq.KqaError) as caught:
        EDITION.replace(**changes)
    assert caught.value.status == status, caught.value


def test_readings() -> None:
    strict = EDITION.with_reading("vote.approval", "strict")
    assert strict["vote.approval"] == "strict" and EDITION["vote.approval"] == "inclusive"
    assert strict == EDITION.with_readings({"vote.approval": "strict"})
    for name, value in (("vote.approval", "perhaps"), ("quota.quality", "3"), ("vote", "strict")):
        with pytest.raises(kq.KqaError):
            EDITION.with_reading(name, value)
    with pytest.raises(kq.KqaError):
        EDITION.with_reading("vote.approval", True)  # type: ignore[arg-type]


def test_diff_names_what_differs_with_both_values() -> None:
    changed = EDITION.replace(**{"floor.site": "650.5", "quota.quality": 4})
    changed = changed.with_reading("vote.approval", "strict")
    assert list(EDITION.diff(changed).items()) == [
        ("quota.quality", (3, 4)),
        ("floor.site", (600, Fraction(1301, 2))),
        ("vote.approval", ("inclusive", "strict")),
    ]
    assert EDITION.diff(EDITION) == {}
    with pytest.raises(kq.KqaError):
        EDITION.diff("keqiao-2020")  # type: ignore[arg-type]


def test_every_parameter_and_reading_has_its_value() -> None:
    assert len(EDITION.parameters()) == 20 and len(EDITION.readings()) == 9
    for row in kq.parameters():
        value = EDITION[row.name]
        assert isinstance(value, (int, Fraction)) and not isinstance(value, bool)
        assert Fraction(EDITION.value_text(row.name)) == value
        assert EDITION.replace(**{row.name: value}) == EDITION
    for reading in kq.readings():
        assert EDITION[reading.name] == reading.default == reading.values[0]
    with pytest.raises(kq.KqaError):
        EDITION["quota.gold"]


def test_an_edition_shows_its_changes() -> None:
    assert repr(EDITION) == "<Edition keqiao-2020>"
    assert "quota.quality=5" in repr(EDITION.replace(**{"quota.quality": 5}))


# --- Three-valued answers ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [*kq.Verdict, kq.floors(EDITION, 600, 600), kq.prize(EDITION, "quality"),
     kq.eligibility(EDITION, "2026-06-30")],
    ids=lambda value: type(value).__name__,
)
def test_a_verdict_is_no_truth(answer: Any) -> None:
    with pytest.raises(TypeError, match="compare"):
        bool(answer)
    with pytest.raises(TypeError):
        if answer:
            pass
    with pytest.raises(TypeError):
        not answer


def test_verdicts_compare_with_their_words() -> None:
    answer = kq.floors(EDITION, 599, 599)
    assert answer.verdict is kq.Verdict.NOT_MET
    assert answer.verdict == "not_met" and str(answer.verdict) == "not_met"
    assert len(answer.reasons) == 2


def test_unknown_is_not_no() -> None:
    answer = kq.eligibility(EDITION, "2026-06-30", {"lawful_operation": True})
    assert answer.verdict is kq.Verdict.UNKNOWN
    assert "iso9001_certified" in answer.missing and "lawful_operation" not in answer.missing
    assert "application.form" in answer.missing
    assert list(answer.missing) == sorted(answer.missing)
    no = kq.eligibility(EDITION, "2026-06-30", {"lawful_operation": False})
    assert no.verdict is kq.Verdict.NOT_MET and no.missing == ()
    assert [f.provision for f in no.reasons] == ["lawful_operation"]


# --- Enums ---------------------------------------------------------------------------------------

WORDS = [
    value for value in vars(kq).values()
    if inspect.isclass(value) and issubclass(value, enum.Enum) and value is not kq.Measure
]


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_enums_are_words(words: Any) -> None:
    assert len(words) >= 2
    for place, member in enumerate(words):
        assert member == member.value == str(member) and words(member.value) is member
        assert isinstance(member, str)
        assert member.code == words.first_code() + place
        assert pickle.loads(pickle.dumps(member)) is member


@pytest.mark.parametrize(
    "words", [kq.Verdict, kq.Outcome, kq.Award, kq.Stage], ids=lambda words: words.__name__
)
def test_enums_have_names_for_people(words: Any) -> None:
    for member in words:
        for lang in ("zh", "en"):
            assert member.text(lang)
        assert member.text() == member.text("zh") != member.text("en")
    with pytest.raises(kq.KqaError):
        next(iter(words)).text("fr")


def test_statuses_are_the_librarys() -> None:
    from kqaward import _native

    for status in kq.Status:
        with pytest.raises(kq.KqaError) as caught:
            _native.refuse(str(status), "number")
        assert caught.value.status == status


def test_measures_are_a_set() -> None:
    measures = kq.fraud_measures()
    assert kq.Measure.HONOUR_CANCELLED in measures and kq.Measure.WARNING not in measures
    for lang in ("zh", "en"):
        texts = measures.texts(lang)
        assert len(texts) == 4 and all(texts)
    for one in kq.Measure:
        assert len(one.texts()) == 1


# --- Results -------------------------------------------------------------------------------------

FINDING = kq.floors(EDITION, "599.5", 600).findings[0]
CALENDAR = kq.Calendar([2027], off=["2027-01-01"])
VALUES: list[Any] = [
    EDITION,
    EDITION.replace(**{"quota.quality": 5}),
    CRITERIA,
    kq.Criteria.custom("own", [(400, 0), (600, 1)]),
    CALENDAR,
    FINDING,
    kq.floors(EDITION, 600, 600),
    kq.eligibility(EDITION, "2026-06-30"),
    kq.prize(EDITION, "quality", [("nomination", 2023, 100_000)]),
    kq.allocate(EDITION, "quality", 10, [kq.Candidate(9)]),
    kq.allocate(EDITION, "quality", 10, [kq.Candidate(9)]).seats,
    kq.report_duty(EDITION, "accident", "2024-01-05", grade="larger"),
    kq.procedure(EDITION, {"notice": "2026-04-01"}, "2026-04-02"),
    kq.parameters()[0],
    kq.readings()[0],
    kq.provisions()[0],
    RESULT.organizations[0],
    kq.ScoreSheets(EDITION, CRITERIA, [[60] * 23] * 3),
]
ids = {"ids": lambda value: type(value).__name__}


@pytest.mark.parametrize("value", VALUES, **ids)
def test_values_are_equal_when_their_numbers_are(value: Any) -> None:
    for other in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert other == value and hash(other) == hash(value)
        assert repr(other) == repr(value)
    assert value != 1 and value != None and not value == "x"  # noqa: E711
    assert len({value, copy.copy(value)}) == 1


@pytest.mark.parametrize("value", VALUES, **ids)
def test_values_cannot_be_changed(value: Any) -> None:
    names = [n for n in dir(type(value)) if not n.startswith("__")]
    for name in [*names, "new_name", "_raw"]:
        with pytest.raises(AttributeError):
            setattr(value, name, 1)
    with pytest.raises(AttributeError):
        del value._raw
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("value", VALUES, **ids)
def test_values_show_themselves(value: Any) -> None:
    assert type(value).__name__ in repr(value) and len(repr(value)) < 100_000
    found = value.to_dict()
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("value", VALUES, **ids)
def test_matched_names_are_attributes(value: Any) -> None:
    for name in type(value).__match_args__:
        getattr(value, name)
        assert name in value.to_dict()


def test_match_statements() -> None:
    match kq.floors(EDITION, 600, "599.9"):
        case kq.Decision(kq.Verdict.NOT_MET, [kq.Finding(provision="total_floor"), second]):
            assert second.observed == Fraction(5999, 10)
        case other:
            pytest.fail(repr(other))
    match RESULT.organizations["K01"]:
        case kq.OrganizationResult(outcome=kq.Outcome.QUALITY, prize=prize):
            assert prize == 200_000
        case other:
            pytest.fail(repr(other))
    match RESULT:
        case kq.RoundResult(year=2026, prize_total=total):
            assert total == 300_000
        case other:
            pytest.fail(repr(other))


def test_findings_speak() -> None:
    assert (FINDING.article, FINDING.observed, FINDING.required) == (5, Fraction(5999, 10), 600)
    assert (FINDING.observed_text, FINDING.required_text) == ("5999/10", ">= 600")
    assert FINDING.relation is kq.Relation.AT_LEAST and FINDING.unit is kq.Unit.POINTS
    assert "第五条" in FINDING.text("zh") and "599.9" in FINDING.text("zh")
    assert "Art. 5" in FINDING.text("en") or "Article 5" in FINDING.text("en")
    assert FINDING.label == FINDING.provision_label("zh") != FINDING.provision_label("en")


def test_results_of_a_round() -> None:
    assert ROUND.ids == ("K01", "<script>K02", "S&1") and len(ROUND) == 3
    assert [one.outcome for one in RESULT.organizations] == ["quality", "ineligible", "nomination"]
    assert RESULT.organizations[0] == RESULT.organizations["K01"] == RESULT.organizations[-3]
    assert RESULT.organizations[1:] == tuple(RESULT.organizations)[1:]
    assert "K01" in RESULT.organizations and "K99" not in RESULT.organizations
    assert RESULT.seats["quality"].taken == RESULT.seats[kq.Award.QUALITY].taken == 1
    assert RESULT.votes["nomination"] is kq.VoteState.NOT_HELD
    assert RESULT.ranking == ("K01",) and RESULT.candidates == 1
    for wrong, error in ((3, IndexError), (-4, IndexError), ("K99", KeyError)):
        with pytest.raises(error):
            RESULT.organizations[wrong]  # type: ignore[index]
    with pytest.raises(AttributeError):
        RESULT.year = 2027  # type: ignore[misc]
    with pytest.raises(AttributeError):
        ROUND.year = 2027  # type: ignore[misc]
    assert RESULT == ROUND.decide() and hash(RESULT) == hash(ROUND.decide())
    assert RESULT != ROUND.decide(amend={"quota.quality": 4})


def test_a_result_outlives_its_round() -> None:
    result = kq.Round.from_dict(DOCUMENT).decide()
    rows = list(result.organizations)
    del result
    assert rows[0].name == DOCUMENT["organizations"][0]["name"]


def test_the_output_has_its_form() -> None:
    text = RESULT.to_json()
    assert text == json.dumps(RESULT.to_dict(), ensure_ascii=False, indent=2) + "\n"
    keys = ["year", "ordinance", "organizations", "seats", "prize_total", "warnings"]
    assert list(RESULT.to_dict())[: len(keys)] == keys


def test_yaml_is_the_same_round() -> None:
    yaml = pytest.importorskip("yaml")
    text = yaml.safe_dump(DOCUMENT, allow_unicode=True)
    assert kq.Round.from_yaml(text).decide() == RESULT
    exact = kq.Round.from_yaml(text.replace("'652.5'", "652.5"))
    assert exact.decide() == RESULT


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "round.json"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert kq.Round.from_file(path).decide() == kq.Round.from_file(str(path)).decide() == RESULT
    with pytest.raises(kq.KqaError) as caught:
        kq.Round.from_file(tmp_path / "none.json")
    assert caught.value.status == kq.Status.UNREADABLE and "none.json" in str(caught.value)
    with pytest.raises(kq.KqaError):
        kq.Round.from_file(tmp_path)
    with pytest.raises(kq.KqaError):
        kq.Round.from_file("a\0b")


# --- Errors --------------------------------------------------------------------------------------


def test_an_error_is_a_value_error_with_status_and_field() -> None:
    with pytest.raises(ValueError) as caught:
        kq.least_yes(EDITION, 0)
    error = caught.value
    assert isinstance(error, kq.KqaError)
    assert (error.status, error.field) == (kq.Status.RANGE, "present")
    assert error.text("en") == str(error) and error.text() == error.text("zh") != str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (again.status, again.field, again.text("zh")) == (
        error.status, error.field, error.text("zh"),
    )


def test_errors_name_the_place_in_a_list() -> None:
    with pytest.raises(kq.KqaError) as caught:
        kq.allocate(EDITION, "quality", 10, [kq.Candidate(1), kq.Candidate(11)])
    assert (caught.value.status, caught.value.field) == ("above_present", "yes[1]")
    with pytest.raises(kq.KqaError) as caught:
        kq.prize(EDITION, "quality", [("quality", 2023, 1), ("gold", 2024, 1)])
    assert caught.value.field == "history[1].award"
    with pytest.raises(kq.KqaError) as caught:
        kq.eligibility(EDITION, "2026-06-30", {"iso9001": True})
    assert (caught.value.status, caught.value.field) == ("unknown_key", "facts.iso9001")


# --- Calendars and columns -----------------------------------------------------------------------


def test_calendars_of_ones_own() -> None:
    with pytest.raises(kq.KqaError) as caught:
        kq.is_working_day("2027-01-04")
    assert caught.value.status == kq.Status.NO_CALENDAR
    assert kq.is_working_day("2027-01-04", CALENDAR)
    assert not kq.is_working_day("2027-01-01", CALENDAR)
    assert CALENDAR.years == (2027,)
    marked = CALENDAR.mark("2027-01-02", kq.DayKind.WORKING)
    assert kq.is_working_day("2027-01-02", marked) and marked != CALENDAR
    assert kq.Calendar(off=["2027-01-01", "2028-01-03"]).years == (2027, 2028)
    assert kq.is_working_day("2026-10-08") and not kq.is_working_day("2026-10-01")
    with pytest.raises(kq.KqaError):
        kq.is_working_day("2027-01-04", [2027])  # type: ignore[arg-type]


def test_columns_read_buffers() -> None:
    percents = array.array("i", [60] * 23 * 3 + [65] * 23 * 3)
    assert kq.columns.panel_scores(EDITION, CRITERIA, percents, 3) == [600, 650]
    codes, seats = kq.columns.allocate(EDITION, "quality", 10, array.array("i", [9, 4, 8]))
    assert [list(kq.Place)[code] for code in codes] == ["seated", "not_passed", "seated"]
    assert seats.taken == 2
    for wrong in (array.array("q", [9]), array.array("d", [9.0]), b"123"):
        with pytest.raises((kq.KqaError, TypeError, ValueError, BufferError)):
            kq.columns.allocate(EDITION, "quality", 10, wrong)


def test_columns_read_numpy() -> None:
    numpy = pytest.importorskip("numpy")
    percents = numpy.full((2, 3, 23), 60, dtype="int32")
    assert kq.columns.panel_scores(EDITION, CRITERIA, percents, 3) == [600, 600]
    assert kq.panel_score(EDITION, CRITERIA, percents[0]) == 600
    yes = numpy.array([9, 4, 8, 3, 9, 1], dtype="int32")
    with pytest.raises((kq.KqaError, TypeError, ValueError, BufferError)):
        kq.columns.allocate(EDITION, "quality", 10, yes[::2])
    former = numpy.array([1, 0, 0, 0, 0, 0], dtype="int32")
    codes, seats = kq.columns.allocate(EDITION, "quality", 10, yes, former)
    assert seats.off_quota == 1


# --- Tables for notebooks ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [ROUND, RESULT, *RESULT.organizations, CRITERIA, kq.floors(EDITION, 1, 1), VALUES[-1]],
    **ids,
)
def test_tables_escape_names(value: Any) -> None:
    html = value._repr_html_()
    assert "<table" in html and html.count("<table") == html.count("</table>")
    assert "<b>示例" not in html and "<script>" not in html and "S&1" not in html


def test_a_rounds_table_shows_names() -> None:
    html = RESULT._repr_html_()
    assert "&lt;b&gt;示例" in html and "&lt;script&gt;K02" in html and "S&amp;1" in html


# --- Documentation and types ---------------------------------------------------------------------


def public() -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name in kq.__all__:
        value = getattr(kq, name)
        if inspect.ismodule(value) and value.__name__ not in ("kqaward.columns", "kqaward.dates"):
            continue
        found.append((name, value))
        if inspect.isclass(value):
            for member, thing in vars(value).items():
                if not member.startswith("_") and (
                    isinstance(thing, (property, classmethod)) or inspect.isfunction(thing)
                ):
                    found.append((f"{name}.{member}", thing))
    return found


@pytest.mark.parametrize(("name", "value"), public(), ids=[name for name, _ in public()])
def test_every_public_name_is_documented(name: str, value: Any) -> None:
    documented = inspect.isclass(value) or callable(value) or isinstance(
        value, (property, classmethod)
    )
    if not documented or name.endswith(".first_code"):
        return
    said = inspect.getdoc(value.__func__ if isinstance(value, classmethod) else value)
    assert said and said.strip(), name
    if not name.startswith(("Incident", "Sanction")):
        assert "struct kqa_" not in said, f"{name} shows C types: {said}"


def test_import_is_quick() -> None:
    """The best of five imports in fresh interpreters, printed; generous, for slow machines."""
    program = (
        "import time; t = time.perf_counter(); import kqaward; "
        "print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", program]
    runs = [subprocess.run(command, capture_output=True, text=True) for _ in range(5)]
    best = min(float(run.stdout) for run in runs)
    print(f"import kqaward: {best * 1000:.1f} ms")
    assert best < 0.5


def test_import_loads_nothing_heavy() -> None:
    program = (
        "import sys, kqaward; print(sorted(set(sys.modules) & {'typer', 'click', 'rich', 'yaml', "
        "'openpyxl', 'jinja2', 'matplotlib', 'numpy', 'docx', 'asyncio', 'json', 'pandas'}))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stdout + run.stderr


def test_version() -> None:
    assert kq.__version__.count(".") == 2


EXAMPLES = ROOT / "bindings" / "python" / "examples"


def run_tool(*arguments: str) -> None:
    # mypy finds an installed package by itself, and refuses to be shown where it lies.
    installed = PACKAGE.parent.name == "site-packages"
    env = {**os.environ, **({} if installed else {"MYPYPATH": str(PACKAGE.parent)})}
    run = subprocess.run(
        [sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=EXAMPLES, env=env
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_mypy_finds_the_package_and_the_examples_well_typed() -> None:
    pytest.importorskip("mypy")
    run_tool("mypy", "--strict", "-p", "kqaward")
    run_tool("mypy", "--strict", *sorted(str(path) for path in EXAMPLES.glob("*.py")))


def test_pyright_finds_the_examples_well_typed() -> None:
    pytest.importorskip("pyright")
    if subprocess.run([sys.executable, "-m", "pyright", "--version"], capture_output=True).returncode:
        pytest.skip("pyright has no Node.js here and cannot fetch it")
    run_tool("pyright", "--pythonpath", sys.executable, str(EXAMPLES))


def test_stubs_agree_with_the_raw_module() -> None:
    pytest.importorskip("mypy")
    run_tool("mypy.stubtest", "kqaward._native")


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_example(path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, path], capture_output=True, encoding="utf-8", cwd=ROOT, env=env
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_examples() -> None:
    assert len(list(EXAMPLES.glob("*.py"))) >= 3
