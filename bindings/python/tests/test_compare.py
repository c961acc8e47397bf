"""Comparing two results of a round, and results under every combination of the readings."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import product
from math import prod
from pathlib import Path

import pytest
from conftest import ROOT
from test_cli import Run, refused, run

import kqaward as kq
from kqaward import _native, dependence
from kqaward.cli._catalogue_compare import COMPARE_TEXTS
from kqaward.cli._sensitivity import merged

__all__ = ["run"]

EXAMPLES = ROOT / "examples"
GOLDEN = Path(__file__).parent / "golden"
DEMO = EXAMPLES / "rounds" / "2026.json"
TIE = EXAMPLES / "rounds" / "2026-tie.json"
VOID = EXAMPLES / "rounds" / "2026-void.json"
DRAFT = EXAMPLES / "policy" / "editions" / "keqiao-draft-a.edition.yaml"
ROUNDS = sorted((ROOT / "tests" / "conformance" / "rounds").glob("round-*[0-9].json"))
BASE = kq.edition("keqiao-2020")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository as the folder, so that reports name files from there."""
    monkeypatch.chdir(ROOT)


def demo() -> kq.Round:
    return kq.Round.from_file(DEMO)


def sound_rounds() -> list[kq.Round]:
    """The conformance rounds that have no fault."""
    rounds = []
    for path in ROUNDS:
        try:
            round = kq.Round.from_file(path)
            round.decide()
        except kq.KqaError:
            continue
        rounds.append(round)
    assert len(rounds) > 50
    return rounds


def plain_rounds() -> list[kq.Round]:
    """Those of them without amendments and readings of their own."""
    return [round for round in sound_rounds() if round.edition == BASE]


# Comparing.


def test_same_edition_changes_nothing() -> None:
    found = kq.compare(demo(), BASE, BASE)
    assert (found.organizations, found.flipped, found.changed) == (31, 0, 0)
    assert found.changes == ()
    assert found.seats_before == found.seats_after == demo().decide().seats
    assert found.prize_before == found.prize_after == demo().decide().prize_total
    assert all(one == two for one, two in found.transitions)
    assert found[0].changed == () and found["K01"].provision is None


def test_higher_floor_flips_by_the_floor() -> None:
    draft = BASE.replace(**{"floor.total": 601})
    change = kq.compare(demo(), None, draft)["K07"]
    assert (change.id, change.outcome_before, change.outcome_after) == (
        "K07",
        kq.Outcome.NOMINATION,
        kq.Outcome.BELOW_FLOOR,
    )
    assert change.provision is not None and change.provision.key == "total_floor"
    assert change.before is not None and change.before.required == 600
    assert change.after is not None and change.after.required == 601
    assert change.after.verdict is kq.Verdict.NOT_MET
    assert (change.prize_before, change.prize_after) == (100000, 0)
    # The floor itself passes.
    at_floor = kq.compare(demo(), None, BASE.replace(**{"floor.total": 600}))
    assert at_floor.flipped == 0


def test_votes_for_one_that_no_longer_stands_are_left_out() -> None:
    draft = BASE.replace(**{"floor.total": 601})
    with pytest.raises(kq.KqaError, match="K07"):
        demo().decide(edition=draft)
    after = kq.compare(demo(), None, draft).after
    assert after.organizations["K07"].outcome is kq.Outcome.BELOW_FLOOR


def test_comparison_agrees_with_deciding_under_the_draft() -> None:
    drafts = [
        kq.Edition.from_file(DRAFT),
        BASE.replace(**{"quota.quality": 1, "prize.nomination": 50000}),
        BASE.with_readings({"vote.approval": "strict", "prior_winner.exempt": "both_awards"}),
    ]
    compared: Counter[bool] = Counter()
    for round, draft in product(plain_rounds(), drafts):
        found = kq.compare(round, None, draft)
        before = round.decide()
        try:
            after = round.decide(edition=draft)
        except kq.KqaError:
            compared[False] += 1
            continue
        compared[True] += 1
        pairs = list(zip(before.organizations, after.organizations))
        assert found.flipped == sum(a.outcome is not b.outcome for a, b in pairs)
        assert found.prize_after == after.prize_total
        assert found.seats_after == after.seats
        assert found.transitions == Counter((a.outcome, b.outcome) for a, b in pairs)
        changes = {change.id: change for change in found.changes}
        for a, b in pairs:
            same = (a.outcome, a.award, a.off_quota, a.prize, a.rank, a.total) == (
                b.outcome, b.award, b.off_quota, b.prize, b.rank, b.total
            )
            assert same == (a.id not in changes)
            if not same:
                change = changes[a.id]
                assert (change.outcome_before, change.outcome_after) == (a.outcome, b.outcome)
                assert (change.rank_before, change.rank_after) == (a.rank, b.rank)
                assert (change.prize_before, change.prize_after) == (a.prize, b.prize)
                assert (change.award_before, change.award_after) == (a.award, b.award)
                assert (change.off_quota_before, change.off_quota_after) == (
                    a.off_quota, b.off_quota
                )
                if change.provision is not None:
                    assert change.after is None or change.after in b.findings
                    assert change.before is None or change.before in a.findings
    assert compared[True] > 50 and compared[False] > 5


def test_corrected_document_is_compared_by_organisation() -> None:
    document = demo().to_dict()
    document["organizations"][1]["site_review"] = {"score": 599}
    for vote in document["votes"].values():
        vote["yes"].pop("K02", None)
    found = demo().decide().compare(kq.Round(document).decide())
    assert found["K02"].outcome_after is kq.Outcome.BELOW_FLOOR
    assert found["K02"].provision is not None and found["K02"].provision.key == "site_floor"
    document["organizations"][1]["id"] = "K99"
    with pytest.raises(kq.KqaError, match="organizations"):
        kq.Comparison(demo().decide(), kq.Round(document).decide())


def test_special_nomination_that_does_not_hold_has_no_outcome() -> None:
    draft = BASE.with_reading("special_nomination.floors", "apply")
    gone = [c for c in kq.compare(demo(), None, draft).changes if c.outcome_after is None]
    assert [c.id for c in gone] == ["示例现代纺织创新中心"]
    assert gone[0].to_dict()["outcome_after"] is None


def test_words_of_changes_are_those_of_the_library() -> None:
    for bit, word in enumerate(kq.Changed):
        assert getattr(_native, f"KQA_CHANGED_{word.name}") == 1 << bit


@pytest.mark.parametrize("key", ["K98", 31, -32])
def test_organisation_that_is_not_there_has_no_change(key: int | str) -> None:
    with pytest.raises(LookupError):
        kq.compare(demo())[key]


def test_comparing_refuses_what_is_no_round_or_edition() -> None:
    for call in (
        lambda: kq.compare(1),  # type: ignore[arg-type]
        lambda: kq.compare(demo(), "keqiao-2020"),  # type: ignore[arg-type]
        lambda: kq.Comparison(demo(), demo()),  # type: ignore[arg-type]
        lambda: kq.sensitivity(demo()),  # type: ignore[arg-type]
    ):
        with pytest.raises(kq.KqaError):
            call()


# Readings.


def test_single_readings_are_those_of_the_decision() -> None:
    for round in sound_rounds()[:40]:
        result = round.decide()
        found = {row.id: row for row in kq.sensitivity(result)}
        for row in result.organizations:
            own = found.get(row.id)
            singles = {s[0] for s in own.outcome_sets if len(s) == 1} if own else set()
            prizes = {s[0] for s in own.prize_sets if len(s) == 1} if own else set()
            assert singles == set(row.outcome_readings)
            assert prizes == set(row.prize_readings)


def test_every_combination_is_the_decision_under_it() -> None:
    result = demo().decide()
    found = kq.sensitivity(result)
    decided = 0
    for words in product(*(row.values for row in dependence.round_readings())):
        readings = {row.name: word for row, word in zip(dependence.round_readings(), words)}
        number = dependence.number_of(readings)
        if number % 7:
            continue
        try:
            again = demo().decide(readings=readings)
        except kq.KqaError:
            continue
        decided += 1
        for row in found:
            own = again.organizations[row.id]
            assert row.results[row.result_of(number)] == (own.outcome, own.prize)
    assert decided > 20
    assert dependence.combinations() == 640


def test_joint_set_needs_both_readings() -> None:
    document = demo().to_dict()
    document["amend"] = {"floor.total": "600.2"}
    for vote in document["votes"].values():
        vote["yes"].pop("K07", None)
    one = next(o for o in document["organizations"] if o["id"] == "K17")
    one["document_review"], one["site_review"], one["invited"] = {"score": 602}, {"score": 600}, True
    result = kq.Round(document).decide()
    (row,) = [row for row in kq.sensitivity(result) if row.id == "K17"]
    assert row.outcome is kq.Outcome.NOMINATION
    assert row.outcome_sets == (("special_nomination.floors", "score.rounding"),)
    assert set(row.readings) >= {"special_nomination.floors", "score.rounding"}


def test_rows_of_combinations_cover_each_once() -> None:
    places = [p for p in product(range(2), range(5), range(2)) if sum(p) % 3]
    rows = merged(places)
    covered = [p for row in rows for p in product(*(sorted(words) for words in row))]
    assert sorted(covered) == sorted(places)
    assert len(rows) < len(places)
    assert merged(product(range(2), range(5))) == ((frozenset({0, 1}), frozenset(range(5))),)


# The commands.


def diff(run: Run, *words: str) -> object:
    said = run("diff", *words, "--json")
    assert said.status == 0 and said.err == ""
    return json.loads(said.out)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("diff", "diff keqiao-2020 {draft} {demo} {tie} {void}"),
        ("diff-one", "diff keqiao-2020 {draft} {demo}"),
        ("diff-nothing", "diff keqiao-2020 keqiao-2020 {demo}"),
        ("diff-special", "diff keqiao-2020 keqiao-2020 {demo} --reading"
                         " special_nomination.floors=apply --amend prize.cap=150000"),
        ("sensitivity", "readings --sensitivity {demo}"),
        ("sensitivity-tie", "readings --sensitivity {tie}"),
        ("sensitivity-one", "readings --sensitivity {demo} --id K28"),
    ],
)
def test_report_is_the_one_kept(run: Run, name: str, words: str, lang: str) -> None:
    paths = {
        key: str(path.relative_to(ROOT))
        for key, path in (("demo", DEMO), ("tie", TIE), ("void", VOID), ("draft", DRAFT))
    }
    said = run(*words.format(**paths).split(), "--lang", lang)
    assert said.status == 0 and said.err == ""
    assert said.out == (GOLDEN / f"{name}.{lang}.txt").read_text("utf-8")


def test_json_adds_up(run: Run) -> None:
    document: dict = diff(run, "keqiao-2020", str(DRAFT), *map(str, (DEMO, TIE, VOID)))  # type: ignore
    total, rounds = document["total"], document["rounds"]
    assert total["rounds"] == len(rounds) == 3
    for key in ("organizations", "flipped", "changed"):
        assert total[key] == sum(one[key] for one in rounds)
    for side in ("before", "after"):
        assert total["prize_total"][side] == sum(one["prize_total"][side] for one in rounds)
        for award in ("quality", "nomination"):
            taken = sum(one["seats"][award][side]["taken"] for one in rounds)
            assert total["seats"][award][side]["taken"] == taken
    for one in [total, *rounds]:
        assert sum(row["count"] for row in one["transitions"]) == one["organizations"]
        flips = [row for row in one["transitions"] if row["before"] != row["after"]]
        assert sum(row["count"] for row in flips) == one["flipped"]
    for one in rounds:
        assert sum("outcome" in change["changed"] for change in one["changes"]) == one["flipped"]
        assert len(one["changes"]) == one["changed"]
    change = next(c for c in rounds[0]["changes"] if c["id"] == "K07")
    assert (change["provision"], change["article"]) == ("total_floor", 5)
    assert change["before"] == {"verdict": "met", "observed": "600", "required": ">= 600"}
    assert change["after"] == {"verdict": "not_met", "observed": "600", "required": ">= 620"}
    assert {row["name"] for row in document["amendments"]} >= {"floor.total", "vote.approval"}


def test_exit_code_is_asked_for(run: Run) -> None:
    words = ("diff", "keqiao-2020", "keqiao-2020", str(DEMO))
    assert run(*words, "--exit-code").status == 0
    assert run(*words, "--exit-code", "--amend", "floor.total=601").status == 1
    assert run(*words, "--amend", "floor.total=601").status == 0
    # Money alone flips nobody.
    assert run(*words, "--exit-code", "--amend", "prize.quality=1").status == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_html_stands_alone(run: Run, tmp_path: Path, lang: str) -> None:
    out = tmp_path / "diff.html"
    said = run("diff", "keqiao-2020", str(DRAFT), str(DEMO), "--html", str(out), "--lang", lang)
    assert said.status == 0
    page = out.read_text("utf-8")
    assert 'name="viewport"' in page and page.count("<table>") == page.count("</table>") > 3
    assert not re.search(r"https?://|src=|href=|url\(|@import", page)
    assert "K07" in page and ("第五条" if lang == "zh" else "Art. 5") in page


def test_sensitivity_json_holds_every_combination(run: Run) -> None:
    said = run("readings", "--sensitivity", str(DEMO), "--json")
    document = json.loads(said.out)
    assert document["combinations"] == 640
    rows = {row["id"]: row for row in document["organizations"]}
    assert rows["K28"]["outcome_sets"] == [["floors.apply_to"], ["score.rounding"]]
    assert rows["K27"]["prize_sets"] == [["prize.revoked_history"]]
    assert sum(group["combinations"] for group in document["results"]) == 320
    (now,) = [group for group in document["results"] if group["as_decided"]]
    decided = {row.id: (row.outcome.value, row.prize) for row in demo().decide().organizations}
    for own in now["organizations"]:
        assert decided[own["id"]] == (own["outcome"], own["prize"])
    values = {row.name: len(row.values) for row in kq.readings()}
    for row in rows.values():
        every = sum(group["combinations"] for group in row["results"])
        assert every == prod(values[name] for name in row["readings"])


def test_sensitivity_starts_from_the_readings_given(run: Run) -> None:
    words = ("readings", "--sensitivity", str(DEMO), "--json", "--reading", "vote.approval=strict")
    document = json.loads(run(*words).out)
    assert document["readings"]["vote.approval"] == "strict"
    row = next(row for row in document["organizations"] if row["id"] == "K04")
    assert row["outcome"] == "nomination" and ["vote.approval"] in row["outcome_sets"]


def test_round_without_dependence_says_so(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text(
        '{"year": 2026, "application_deadline": "2026-06-30", "organizations": []}', "utf-8"
    )
    for lang, words in (("zh", "都不变"), ("en", "the same under every")):
        said = run("readings", "--sensitivity", str(empty), "--lang", lang)
        assert said.status == 0 and words in said.out
    said = run("diff", "keqiao-2020", str(DRAFT), str(empty), "--lang", "en")
    assert said.status == 0 and "Nothing changes" in said.out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("diff", ["BASE"]),
        ("diff keqiao-2020", ["DRAFT"]),
        ("diff keqiao-2020 keqiao-2020", ["ROUNDS"]),
        ("diff keqiao-2019 keqiao-2020 {demo}", ["keqiao-2019", "keqiao-2020"]),
        ("diff keqiao-2020 nowhere.edition.yaml {demo}", ["nowhere.edition.yaml"]),
        ("diff keqiao-2020 keqiao-2020 {demo} {demo}", ["2026.json"]),
        ("diff keqiao-2020 keqiao-2020 no.json", ["no.json"]),
        ("diff keqiao-2020 keqiao-2020 {demo} --amend floor.totl=1", ["floor.totl"]),
        ("diff keqiao-2020 keqiao-2020 {demo} --amend floor.total=1001", ["floor.total", "1000"]),
        ("diff keqiao-2020 keqiao-2020 {demo} --reading vote.approval=x", ["inclusive"]),
        ("diff keqiao-2020 keqiao-2020 {faulty}", ["faulty.json", "K01"]),
        ("diff keqiao-2020 keqiao-2020 {amended}", ["amended.json", "amend"]),
        ("diff keqiao-2020 keqiao-2020 {demo} --html /no/such/folder/x.html", ["x.html"]),
        ("readings --sensitivity no.json", ["no.json"]),
        ("readings --sensitivity {demo} --id K99", ["2026.json", "K99"]),
        ("readings --id K01", ["--id", "--sensitivity"]),
    ],
)
def test_bad_input_is_one_sentence(
    run: Run, tmp_path: Path, words: str, parts: list[str], lang: str
) -> None:
    document = demo().to_dict()
    amended = tmp_path / "amended.json"
    amended.write_text(json.dumps({**document, "amend": {"quota.quality": 5}}), "utf-8")
    faulty = tmp_path / "faulty.json"
    document["organizations"][0]["site_review"] = {"score": 1}
    faulty.write_text(json.dumps(document), "utf-8")
    paths = {"demo": DEMO, "faulty": faulty, "amended": amended}
    refused(run(*words.format(**paths).split(), "--lang", lang), *parts)


def test_large_round_says_what_the_limit_is(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kqaward.cli._sensitivity.MOST_ORGANIZATIONS", 30)
    refused(run("readings", "--sensitivity", str(DEMO)), "31", "30")


def test_texts_have_both_languages_with_the_same_blanks() -> None:
    blank = re.compile(r"{\w+}")
    for key, (zh, en) in COMPARE_TEXTS.items():
        assert zh and en, key
        assert set(blank.findall(zh)) == set(blank.findall(en)), key
