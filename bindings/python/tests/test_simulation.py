"""Simulation: the same applicants for the same seed, decided as single rounds are, counted exactly."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

import kqaward as kq
from kqaward import _native, simulation
from kqaward.cli import main
from kqaward.simulation import Impact, Population, _run, applicants, quantile, simulate

BASE = kq.edition("keqiao-2020")
DRAFT = BASE.replace(**{"quota.quality": 5, "floor.total": 620}).with_reading("vote.approval", "strict")
NO_DAY = -(2**31)
STANDING = ("pending", "tied", "not_elected", "nomination", "quality")
INCIDENTS = {
    _native.KQA_SIMULATED_INSPECTION_FAILURE: "inspection_failure",
    _native.KQA_SIMULATED_MAJOR_ACCIDENT: "major_accident",
    _native.KQA_SIMULATED_MAJOR_COMPLAINT: "major_complaint",
}
SANCTIONS = {_native.KQA_SIMULATED_FRAUD: "fraud", _native.KQA_SIMULATED_REVOCATION: "revocation"}


def day(number: int) -> str:
    return (dt.date(1970, 1, 1) + dt.timedelta(days=int(number))).isoformat()


def facts_of(row: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A row's facts and papers with the keys of the round file."""
    facts: dict[str, Any] = {}
    papers: dict[str, Any] = {}
    for place in range(_native.KQA_FACTS):
        name = _native.requirement_name(place)
        if int(row[_native.KQA_SIMULATED_KNOWN]) >> place & 1:
            value = bool(int(row[_native.KQA_SIMULATED_HOLDS]) >> place & 1)
            into = papers if name.startswith("application.") else facts
            into[name.removeprefix("application.")] = value
    facts["operating_since"] = day(row[_native.KQA_SIMULATED_OPERATING_SINCE])
    papers["received"] = day(row[_native.KQA_SIMULATED_RECEIVED])
    papers["copies"] = int(row[_native.KQA_SIMULATED_COPIES])
    town = row[_native.KQA_SIMULATED_RECOMMENDED_BY] == _native.KQA_RECOMMENDER_TOWN
    papers["recommended_by"] = "town" if town else "none"
    return facts, papers


def organization(row: Any, place: int) -> dict[str, Any]:
    facts, papers = facts_of(row)
    won, paid = int(row[_native.KQA_SIMULATED_WON]), int(row[_native.KQA_SIMULATED_PAID])
    history = []
    for bit, award in ((1, "quality"), (2, "nomination")):
        if won & bit:
            history.append({"award": award, "year": 2025, "paid": paid})
            paid = 0
    return {
        "id": f"A{place}", "facts": facts, "application": papers, "history": history,
        "incidents": [{"kind": kind, "date": day(row[column])} for column, kind in INCIDENTS.items()
                      if row[column] != NO_DAY],
        "sanctions": [{"kind": kind, "decided": day(row[column])} for column, kind in SANCTIONS.items()
                      if row[column] != NO_DAY],
        "invited": bool(row[_native.KQA_SIMULATED_INVITED]),
        "document_review": {"score": f"{row[_native.KQA_SIMULATED_DOCUMENT]}/1000000"},
        "site_review": {"score": f"{row[_native.KQA_SIMULATED_SITE]}/1000000"},
    }  # fmt: skip


def vote(rows: Any, yes: int, runoff: int, standing: list[int], present: int) -> dict[str, Any]:
    return {
        "convened_by": "chair", "present": present,
        "yes": {f"A{place}": int(rows[place][yes]) for place in standing},
        "runoff": {f"A{place}": int(rows[place][runoff]) for place in standing},
    }  # fmt: skip


def as_file(rows: Any, outcomes: list[str], population: Population) -> dict[str, Any]:
    """The rows as a round file, with votes for those who are said to have stood."""
    stood = [place for place, outcome in enumerate(outcomes) if outcome in STANDING]
    later = [place for place in stood if outcomes[place] != "quality"]
    votes = {"quality": vote(rows, _native.KQA_SIMULATED_QUALITY_YES,
                             _native.KQA_SIMULATED_QUALITY_RUNOFF, stood, population.present)}
    if "pending" not in outcomes and later:
        votes["nomination"] = vote(rows, _native.KQA_SIMULATED_NOMINATION_YES,
                                   _native.KQA_SIMULATED_NOMINATION_RUNOFF, later, population.present)
    return {
        "year": 2026, "application_deadline": population.deadline.isoformat(),
        "committee": {"members": population.members},
        "organizations": [organization(row, place) for place, row in enumerate(rows)],
        "votes": votes,
    }  # fmt: skip


@pytest.mark.parametrize("edition", [BASE, DRAFT], ids=["base", "draft"])
def test_a_simulated_round_is_decided_as_the_same_round_from_a_file(edition: kq.Edition) -> None:
    population = Population(fact_false=15, fact_unknown=10)
    size, rounds = population.applicants, 150
    columns = applicants(population, 3, 0, rounds)
    outcomes, off_quota, prizes = _native.simulated_rounds(
        edition._raw, population.deadline, columns.reshape(-1), size, population.members, population.present
    )
    names = {outcome.code: str(outcome) for outcome in kq.Outcome}
    money = np.frombuffer(prizes, np.int64)
    reached = set()
    for start in range(0, rounds * size, size):
        rows = columns[:, start : start + size].T
        said = [names[code] for code in outcomes[start : start + size]]
        result = kq.Round.from_dict(as_file(rows, said, population)).decide(
            amend={k: v[1] for k, v in BASE.diff(edition).items() if k != "vote.approval"},
            readings={"vote.approval": edition.value_text("vote.approval")},
        )
        assert [str(one.outcome) for one in result.organizations] == said
        assert [one.prize for one in result.organizations] == money[start : start + size].tolist()
        assert [int(one.off_quota) for one in result.organizations] == list(off_quota[start : start + size])
        reached |= set(said)
    assert reached == set(names.values()) - {"vote_void"}


def test_the_same_seed_gives_the_same_applicants_on_every_machine() -> None:
    block = applicants(Population(), 2026, 5, 1000)
    digest = hashlib.sha256(block.astype("<i4").tobytes()).hexdigest()
    assert digest == "b4e59c34c1bf4813959c951ea077ecf902aa410e3b988659088a35edccb2f75c"


def test_threads_and_blocks_do_not_change_a_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_run, "BLOCK_ROWS", 480)
    texts = {simulate(BASE, DRAFT, 3000, seed=9, jobs=jobs).to_json() for jobs in (1, 2, 5)}
    assert len(texts) == 1
    assert simulate(BASE, DRAFT, 3000, seed=10).to_json() not in texts


def test_an_edition_against_itself_changes_nothing() -> None:
    impact = simulate(BASE, BASE, 5000)
    assert not impact.flips and impact.base == impact.draft
    assert all(impact.change(outcome) == (0, 0, 0) for outcome in kq.Outcome)


def test_counts_add_up() -> None:
    """Every applicant has one outcome; quotas hold in every round; the flips explain the change."""
    impact = simulate(BASE, DRAFT, 20_000)
    for side, quota in ((impact.base, 3), (impact.draft, 5)):
        assert sum(side.outcomes.values()) == impact.applicants == impact.rounds * 24
        assert max(side.seats[kq.Award.QUALITY]) <= quota
        assert max(side.seats[kq.Award.NOMINATION]) <= 10
        assert sum(side.outlay.values()) == impact.rounds
    for outcome in kq.Outcome:
        came = sum(count for (_, after), count in impact.flips.items() if after is outcome)
        went = sum(count for (before, _), count in impact.flips.items() if before is outcome)
        assert impact.draft.outcomes[outcome] - impact.base.outcomes[outcome] == came - went


def test_an_interval_is_that_of_the_mean_over_rounds() -> None:
    """Rounds are independent, applicants of a round are not: 4, 6, 6 and 8 of ten."""
    counts = [4, 6, 6, 8]
    side = simulation.Side({}, {}, {}, Counter())
    impact = Impact(Population(applicants=10), 1, 4, side, side, Counter(), {})
    interval = impact._interval(sum(counts), sum(n * n for n in counts))
    deviation = math.sqrt(sum((n - 6) ** 2 for n in counts) / 3)
    assert interval.value == pytest.approx(0.6)
    assert interval.high - interval.value == pytest.approx(1.96 * deviation / math.sqrt(4) / 10)


@pytest.mark.parametrize(("permille", "value"), [(25, 1), (250, 1), (251, 2), (500, 2), (975, 4), (1000, 4)])
def test_a_quantile_is_the_least_value_that_so_many_do_not_exceed(permille: int, value: int) -> None:
    assert quantile(Counter({1: 1, 2: 1, 3: 1, 4: 1}), permille) == value


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"applicants": 0}, "applicants"),
        ({"applicants": True}, "applicants"),
        ({"site_mean": 620.5}, "site_mean"),
        ({"fact_false": 1001}, "fact_false"),
        ({"fact_false": 600, "fact_unknown": 500}, "fact_unknown"),
        ({"present": 19}, "present"),
        ({"deadline": "2026-06-30"}, "deadline"),
        ({"deadline": dt.datetime(2026, 6, 30)}, "deadline"),
        ({"people": 3}, "people"),
    ],
)
def test_an_assumption_out_of_bounds_is_refused_by_name(change: dict[str, Any], field: str) -> None:
    with pytest.raises(kq.KqaError) as caught:
        Population().replace(**change)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("settings", "field"),
    [({"number": 0}, "number"), ({"number": 2.0}, "number"), ({"seed": -1}, "seed"), ({"jobs": 0}, "jobs")],
)
def test_a_number_out_of_bounds_is_refused_by_name(settings: dict[str, Any], field: str) -> None:
    given: dict[str, Any] = {"number": 100, **settings}
    with pytest.raises(kq.KqaError) as caught:
        simulate(BASE, DRAFT, given.pop("number"), **given)
    assert caught.value.field == field


@pytest.mark.parametrize("applicants_given", [b"", "text", None, [1.5], np.zeros(21, np.int32), np.zeros(20, np.int64)])
def test_columns_of_another_shape_are_refused(applicants_given: Any) -> None:
    if isinstance(applicants_given, bytes):
        outcomes, *_ = _native.simulated_rounds(BASE._raw, "2026-06-30", np.zeros(0, np.int32), 1, 18, 16)
        assert outcomes == b""
        return
    with pytest.raises(kq.KqaError):
        _native.simulated_rounds(BASE._raw, "2026-06-30", applicants_given, 1, 18, 16)


def test_a_row_that_makes_no_sense_is_refused_by_its_field() -> None:
    block = applicants(Population(applicants=1), 1, 0, 1)
    block[_native.KQA_SIMULATED_SITE] = 1_000_000_001
    with pytest.raises(kq.KqaError) as caught:
        _native.simulated_rounds(BASE._raw, "2026-06-30", block.reshape(-1), 1, 18, 16)
    assert caught.value.field.endswith("site_review.score")


# The command


def test_the_command_says_who_flips_and_what_it_costs(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["simulate", "keqiao-2020", "keqiao-2020", "--amend", "quota.quality=5", "--number", "2400"]
    for lang, texts in (
        ("zh", ("虚构", "质量奖名额（quota.quality）：3 → 5", "占用名额的质量奖", "结果改变的组织")),
        ("en", ("made up", "(quota.quality): 3 -> 5", "Seats taken, quality award", "Who flips")),
    ):
        assert main([*words, "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert all(text in out for text in texts)
    assert main([*words, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["applicants"] == 2400 and document["draft"]["seats"]["quality"]


def test_the_command_draws_the_distribution(tmp_path: Path) -> None:
    words = ["simulate", "keqiao-2020", "keqiao-2020", "--amend", "prize.quality=300000", "--number", "480"]
    for lang in ("zh", "en"):
        path = tmp_path / f"{lang}.png"
        assert main([*words, "--plot", str(path), "--lang", lang]) == 0
        assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--assume", "foo=3"], "foo"),
        (["--assume", "site_mean=high"], "site_mean"),
        (["--assume", "site_mean=2000"], "site_mean"),
        (["--number", "0"], "number"),
        (["--number", "many"], "--number"),
        (["--plot", "picture.gif"], "png"),
    ],
)
def test_the_command_refuses_in_one_sentence(
    words: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "keqiao-2020", "keqiao-2020", "--number", "24", *words, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and part in said.err and said.err.count("\n") == 1


# The page


@pytest.mark.parametrize("page", ["simulation.md", "simulation.zh-CN.md"])
def test_the_page_names_every_assumption_with_its_default(page: str) -> None:
    rows = re.findall(r"^\| (`.*?`) \| (.*?) \|", (ROOT / "docs" / page).read_text("utf-8"), re.M)
    shown = {}
    for names, defaults in rows:
        shown |= dict(zip(re.findall(r"`(\w+)`", names), re.split("[,、] ?", defaults)))
    assert shown == {name: str(value) for name, value in vars(Population()).items()}
