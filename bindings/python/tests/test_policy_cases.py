"""Files of cases: what they say, how they run, what is refused and where."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from test_cli import Run, Said, command, refused, run
from test_policy_editions import DRAFT, HOSTILE, bomb

import kqaward as kq
from kqaward.policy import Case, load
from kqaward.policy import run as run_case
from kqaward.policy._coverage import Coverage
from kqaward.policy._decisions import DECISIONS
from kqaward.policy._run import run_all

__all__ = ["run"]

VOTE = "{members: 18, convened_by: chair, present: 14, yes: 7}"


def write(folder: Path, text: str, name: str = "x.kq.yaml") -> str:
    path = folder / name
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return str(path)


def of(folder: Path, text: str) -> list[Case]:
    return load([write(folder, text)])


def one(folder: Path, body: str, cites: object = 19) -> str:
    """A file of one case; the body is what follows its name."""
    lines = textwrap.indent(textwrap.dedent(body), "  ")
    return write(folder, f"- name: 某\n  cites: {cites}\n{lines}")


def passes(folder: Path, body: str) -> bool:
    results = [run_case(case).passed for case in load([one(folder, body)])]
    assert results
    return all(results)


def ballot(expect: str) -> str:
    return f"decision: ballot\ninput: {VOTE}\nexpect: {expect}\n"


# What is expected


@pytest.mark.parametrize(
    ("expect", "fits"),
    [
        ("met", True),
        ("not_met", False),
        ("{verdict: met}", True),
        ("{verdict: met, because: []}", True),
        ("{because: vote_approval}", False),
        ("{findings: {vote_approval: met}}", True),
        ("{findings: {赞成票: met, 到会人数: met}}", True),
        ("{findings: {vote_approval: {observed: 7, required: '>= 7'}}}", True),
        ("{findings: {vote_approval: {observed: 7, required: '> 7'}}}", False),
        ("{findings: {iso9001_certified: met}}", False),
        ("{status: range}", False),
    ],
)
def test_only_what_is_named_is_compared(tmp_path: Path, expect: str, fits: bool) -> None:
    assert passes(tmp_path, ballot(expect)) is fits


@pytest.mark.parametrize(
    ("expect", "fits"),
    [
        ("664.9", True), ("'664.90'", True), ("6649/10", True), ("13298/20", True),
        ("664.91", False), ("664.8999999999999999", False), ("665", False), ("null", False),
    ],
)
def test_numbers_are_exact(tmp_path: Path, expect: str, fits: bool) -> None:
    body = "decision: total_score\ninput: {document: 652.5, site: 668}\nexpect: "
    assert passes(tmp_path, f"{body}{expect}\n") is fits


@pytest.mark.parametrize(
    ("expect", "fits"),
    [
        ("[vote_quorum, vote_approval]", True),
        ("[赞成票, 到会人数]", True),
        ("vote_quorum", False),
        ("[vote_quorum, vote_approval, vote_convener]", False),
        ("[]", False),
    ],
)
def test_because_names_exactly_what_stands_against(
    tmp_path: Path, expect: str, fits: bool
) -> None:
    given = "{members: 18, convened_by: chair, present: 11, yes: 5}"
    body = f"decision: ballot\ninput: {given}\nexpect: {{because: {expect}}}\n"
    assert passes(tmp_path, body) is fits


def test_because_of_an_unknown_answer_names_what_is_unknown(tmp_path: Path) -> None:
    body = """
        decision: assessor
        input: {policy_and_law: true, degree: true, training: true, knowledge: true,
                abilities: true, ethics: true}
        expect: {verdict: unknown, because: assessor_experience}
        """
    assert passes(tmp_path, body)


@pytest.mark.parametrize(
    ("expect", "fits"),
    [
        ("{status: above_present}", True),
        ("{field: 'yes[0]'}", True),
        ("{status: above_present, field: 'yes[0]'}", True),
        ("{status: range}", False),
        ("{field: present}", False),
        ("met", False),
    ],
)
def test_a_refused_input_can_be_expected(tmp_path: Path, expect: str, fits: bool) -> None:
    body = ballot(expect).replace("yes: 7", "yes: 15")
    assert passes(tmp_path, body) is fits


def test_an_empty_value_expects_that_there_is_none(tmp_path: Path) -> None:
    body = "decision: rank\ninput: {totals: {甲: 650, 乙: , 丙: 650}}\nexpect: {甲: 1, 乙: , 丙: 1}\n"
    assert passes(tmp_path, body.replace("乙: ,", "乙: null,"))
    assert not passes(tmp_path, body.replace("乙: , 丙: 1", "乙: 3, 丙: 1"))


def test_lists_keep_their_order_and_measures_do_not(tmp_path: Path) -> None:
    body = "decision: rank\ninput: {totals: [600, 650]}\nexpect: "
    assert passes(tmp_path, f"{body}[2, 1]\n") and not passes(tmp_path, f"{body}[1, 2]\n")
    body = "decision: conduct_measures\ninput: {breached: true, criminal: false}\nexpect: "
    assert passes(tmp_path, f"{body}[warning, disqualification, criticism]\n")
    assert not passes(tmp_path, f"{body}[warning, criticism]\n")


# Bases, tables, readings, editions


FACTS = """\
    facts: {%s, operating_since: 2009-04-01}
    application: {self_evaluation: true, form: true, evidence: true, recommended_by: town,
                  copies: 2, received: 2026-06-20}
""" % ", ".join(f"{fact}: true" for fact in (
    "registered_in_district", "pays_tax_in_district", "lawful_operation", "excellence_model",
    "sound_management_system", "iso9001_certified", "quality_work_outstanding",
    "performance_leading", "innovation_leading", "integrity_and_service_good",
    "inspections_clean", "no_major_accident", "no_major_complaint", "other_requirements_met",
))
BASE = f"  eligibility:\n    deadline: 2026-06-30\n{FACTS}"


def test_an_input_is_laid_over_the_base_of_its_decision(tmp_path: Path) -> None:
    text = f"""base:\n{BASE}
decision: eligibility
cites: 12(2)
cases:
  - {{name: a, expect: met}}
  - {{name: b, input: {{facts: {{iso9001_certified: false}}}},
     expect: {{verdict: not_met, because: iso9001_certified}}}}
  - {{name: c, input: {{facts: {{iso9001_certified: null}}}},
     expect: {{verdict: unknown, missing: [iso9001_certified]}}}}
"""
    path = tmp_path / "x.kq.yaml"
    path.write_text(text, encoding="utf-8")
    cases = load([path])
    assert [run_case(case).passed for case in cases] == [True] * 3
    (tmp_path / "base.yaml").write_text(textwrap.dedent(BASE), encoding="utf-8")
    path.write_text(text.replace(f"base:\n{BASE}", "base: base.yaml"), encoding="utf-8")
    assert [case.input for case in load([path])] == [case.input for case in cases]


ROUND = f"""\
base:
  round:
    year: 2026
    application_deadline: 2026-06-30
    committee: {{members: 18}}
    organizations:
      each:
        document_review: {{score: 700}}
        site_review: {{score: 700}}
{textwrap.indent(FACTS, "    ")}
decision: round
cites: [3, 19]
cases:
"""


def test_each_element_of_a_list_is_laid_over_the_base(tmp_path: Path) -> None:
    cases = of(tmp_path, ROUND + """\
  - name: 名额内按得票数
    input:
      organizations: [{id: 甲}, {id: 乙, site_review: {score: 599}}, {id: 丙}]
      votes: {quality: {convened_by: chair, present: 14, yes: {甲: 13}},
              nomination: {convened_by: chair, present: 14, yes: {丙: 6}}}
    expect:
      organizations:
        甲: quality
        乙: {outcome: below_floor, because: site_floor, rank: , total: 619.2}
        丙: {outcome: not_elected, because: 赞成票, findings: {vote_quorum: met}}
      seats: {quality: {taken: 1}, nomination: {taken: 0, quota: 10}}
      votes: {quality: counted}
      candidates: 2
      prize_total: 200000
  - name: 未开票
    input: {organizations: [{id: 甲}]}
    table:
      columns: [organizations.甲.site_review.score, "organizations[0].document_review.score",
                expect.organizations.甲, set.floor.site, expect.organizations.丁]
      rows:
        - [600, 600, pending, 600, any]
        - [600, 600, below_floor, 601, any]
        - [600, 600, pending, 599, quality]
""")
    runs = run_all(cases)
    assert [done.passed for done in runs] == [True, True, True, False]
    assert [done.got for done in runs[3].differences] == ["-"]


def test_a_table_row_is_a_case(tmp_path: Path) -> None:
    cases = of(tmp_path, """
        - name: 票数
          cites: 19
          decision: ballot
          input: {members: 18, convened_by: chair}
          expect: {findings: {vote_quorum: met}}
          table:
            columns: [present, yes, expect, because, name, cites]
            rows:
              - [14, 7, met, [], 半数, 19]
              - [14, 6, not_met, vote_approval, 少一票, [19, 3]]
              - [14, 6, not_met, any, 不论理由, 第十九条]
        """)
    assert [case.name for case in cases] == ["票数 [半数]", "票数 [少一票]", "票数 [不论理由]"]
    assert [case.line for case in cases] == [10, 11, 12]
    assert [case.cites for case in cases] == [((19, 0),), ((19, 0), (3, 0)), ((19, 0),)]
    assert all(run_case(case).passed for case in cases)
    assert [len(case.leaves) for case in cases] == [3, 3, 2]


def test_what_a_row_expects_takes_the_place_of_what_all_expect(tmp_path: Path) -> None:
    assert passes(tmp_path, f"""
        decision: ballot
        input: {VOTE}
        expect: met
        table: {{columns: [yes, expect.verdict], rows: [[6, not_met]]}}
        """)


def test_an_empty_cell_takes_a_value_away(tmp_path: Path) -> None:
    path = tmp_path / "x.kq.yaml"
    path.write_text(f"""base:\n{BASE}
cases:
  - name: 事实不详
    cites: 12(2)
    decision: eligibility
    table:
      columns: [facts.iso9001_certified, expect]
      rows: [[true, met], [false, not_met], [, unknown], [~, unknown]]
""".replace("[, unknown], ", ""), encoding="utf-8")
    assert all(done.passed for done in run_all(load([path])))


def test_an_empty_value_of_the_input_is_as_if_it_were_left_out(tmp_path: Path) -> None:
    body = "decision: prize\ninput: {award: quality, history: }\nexpect: 200000\n"
    assert passes(tmp_path, body)


def test_each_reading_runs_under_every_word(tmp_path: Path) -> None:
    cases = of(tmp_path, f"""
        - name: 半数
          cites: 19
          decision: ballot
          input: {VOTE}
          expect: {{findings: {{vote_quorum: met}}}}
          each reading:
            vote.approval: {{inclusive: met, strict: {{verdict: not_met, because: 赞成票}}}}
            vote.quorum: {{inclusive: met, strict: met}}
        """)
    assert [case.edition and case.edition["vote.approval"] for case in cases] == [
        "inclusive", "strict", "inclusive", "inclusive",
    ]
    assert all(run_case(case).passed and len(case.leaves) > 1 for case in cases)


@pytest.mark.parametrize(
    "under",
    [
        "draft.edition.yaml", "./draft.edition.yaml", "draft",
        "{based_on: draft}", "{set: {quota.quality: 5}}",
        "{based_on: keqiao-2020, set: {quota.quality: 5}, readings: {vote.quorum: strict}}",
    ],
)
def test_a_case_names_its_edition_in_any_way(tmp_path: Path, under: str) -> None:
    (tmp_path / "draft.edition.yaml").write_text(DRAFT, encoding="utf-8")
    body = f"under: {under}\ndecision: allocation_check\ninput: {{quality: 5, nomination: 0}}\n"
    assert passes(tmp_path, body + "expect: met\n")
    assert not passes(tmp_path, body.replace(f"under: {under}\n", "") + "expect: met\n")


def test_under_cites_and_decision_may_stand_once_for_all(tmp_path: Path) -> None:
    cases = of(tmp_path, """
        under: {set: {quota.quality: 4}}
        cites: [3, 12(6)]
        decision: allocation_check
        cases:
          - {name: a, input: {quality: 4, nomination: 0}, expect: met}
          - {name: b, cites: 24, under: keqiao-2020, input: {quality: 4, nomination: 0},
             expect: not_met}
        """)
    assert [case.cites for case in cases] == [((3, 0), (12, 6)), ((24, 0),)]
    assert all(run_case(case).passed for case in cases)


def test_a_round_may_be_a_file_and_stands_under_its_own_rules(tmp_path: Path) -> None:
    path = os.path.relpath(ROOT / "examples" / "rounds" / "2026.json", tmp_path)
    expected = kq.Round.from_file(ROOT / "examples" / "rounds" / "2026.json").decide()
    winner = next(row for row in expected.organizations if row.award is kq.Award.QUALITY)
    body = f"decision: round\ninput: {{file: {path}}}\nexpect: "
    total = expected.prize_total
    assert passes(tmp_path, f"{body}{{prize_total: {total}, ordinance: keqiao-2020}}\n")
    assert passes(tmp_path, f"{body}{{organizations: {{{winner.id}: quality}}}}\n")
    table = f"{{columns: [file, expect.prize_total], rows: [[{path}, {total}]]}}"
    assert passes(tmp_path, f"decision: round\ntable: {table}\n")
    under = "under: {set: {quota.quality: 4}}\n"
    assert passes(tmp_path, f"{under}{body}{{seats: {{quality: {{quota: 4}}}}}}\n")
    broken = os.path.relpath(ROOT / "tests/conformance/errors/sheets-two.json", tmp_path)
    assert passes(tmp_path, f"decision: round\ninput: {{file: {broken}}}\n"
                            "expect: {status: too_few}\n")


@pytest.mark.parametrize("written", ["12(6)", "第十二条第6项", "第12条第6项", "Art. 12(6)"])
def test_an_article_may_be_cited_in_several_ways(tmp_path: Path, written: str) -> None:
    assert load([one(tmp_path, ballot("met"), written)])[0].cites == ((12, 6),)


# Every decision of the package


#: An input and what must come out, for each decision.
EVERY: dict[str, tuple[str, str]] = {
    "add_days": ("{date: 2024-01-15, days: 30}", "2024-02-14"),
    "add_working_days": ("{date: 2020-04-30, days: 5}", "2020-05-11"),
    "add_years": ("{date: 2024-02-29, years: 5}", "2029-02-28"),
    "allocate": (
        "{award: quality, present: 18, candidates: {甲: 9, 乙: {yes: 18, former_winner: true}}}",
        "{places: {甲: seated, 乙: off_quota}, quota: 3, taken: 1, off_quota: 1, tied: 0}",
    ),
    "allocation_check": ("{quality: 4, nomination: 10}", "{because: quality_quota}"),
    "assessor": ("{ethics: false}", "{verdict: not_met, because: assessor_ethics}"),
    "ballot": (VOTE, "met"),
    "bar_last_day": ("{kind: fraud, decided: 2021-05-10}", "2026-05-10"),
    "committee": ("{filled: {分管副区长: false}}", "{because: committee_chair}"),
    "conduct": ("{truthful: true, confidential: true, procedure: true}", "met"),
    "conduct_measures": ("{breached: false}", "[]"),
    "count_working_days": ("{first: 2020-01-01, last: 2020-12-31}", "249"),
    "criteria": (
        "{criteria: {id: own, items: [[600, 0], [399, 1]]}}",
        "{findings: {criteria_points: {verdict: not_met, observed: 999, required: 1000}}}",
    ),
    "edition": ("{}", "{id: keqiao-2020, in_force_to: null, quota.quality: 3, vote.quorum_share: "
                      "2/3, score.rounding: none, in_force_from: 2020-05-10}"),
    "edition_on": ("{date: 2020-05-10}", "keqiao-2020"),
    "eligibility": ("{deadline: 2026-06-30, facts: {lawful_operation: false}}", "not_met"),
    "first_acceptance": (
        "{sanctions: [{kind: revocation, decided: 2024-01-01}], from: 2026-06-30}", "2027-01-02",
    ),
    "floors": ("{document: 500, site: 625}", "met"),
    "fraud_measures": (
        "{}", "[circulated_criticism, honour_cancelled, plaque_taken_back, no_acceptance]",
    ),
    "in_force": ("{date: 2020-05-09}", "{verdict: not_met, because: 施行日期}"),
    "is_former_winner": (
        "{history: [{award: nomination, year: 2023, paid: 100000, revoked: true}]}", "false",
    ),
    "is_working_day": ("{date: 2027-01-04, calendar: {2027: {off: [2027-01-04]}}}", "false"),
    "least_present": ("{members: 18}", "12"),
    "least_site_score": ("{document: 333.333}", "666.667"),
    "least_yes": ("{present: 13}", "7"),
    "outlay_bound": ("{}", "1600000"),
    "panel": ("{assessors: 2, leaders: 1}", "{because: panel_size}"),
    "panel_score": ("{sheets: [60, 65, 70], category: 0}", "143/2"),
    "panel_spread": ("{sheets: [65, 60, 70]}", "100"),
    "prize": (
        "{award: nomination, history: [{award: quality, year: 2023, paid: 150000}]}",
        "{amount: 50000, because: prize_under_cap}",
    ),
    "prize_payable": ("{history: [{award: quality, year: 2023, paid: 150000}]}", "50000"),
    "procedure": (
        "{done: {notice: 2026-03-01}, as_of: 2026-03-02}",
        "{verdict: unknown, next_stage: application, site_report_due: null}",
    ),
    "rank": ("{totals: [650, 700, 650]}", "[2, 1, 2]"),
    "report_duty": (
        "{kind: accident, grade: larger, date: 2020-09-07, reported: 2020-10-10}",
        "{due: 2020-10-09, arises: true, verdict: not_met, because: report_accident}",
    ),
    "roll_forward": ("{date: 2020-10-07}", "2020-10-09"),
    "round": (
        "{year: 2026, application_deadline: 2026-06-30, organizations: [{id: 甲}]}",
        "{organizations: {甲: undetermined}}",
    ),
    "round_gbt8170": ("{value: 28.175, decimals: 2}", "28.18"),
    "serious_problem_measures": ("{event: false, problem: false}", "[]"),
    "sheet_score": ("{sheet: 5, item: 8}", "0.75"),
    "site_report_due": ("{site_review_end: 2020-04-30}", "2020-05-11"),
    "special_nomination": ("{}", "met"),
    "title_measures": ("{verdict: not_met}", "rectification"),
    "title_use": ("{year_stated: true, on_products: true}", "not_met"),
    "total_score": ("{document: 652.5, site: 668}", "664.9"),
    "vote_validity": ("{members: 18, convened_by: other, present: 12}", "not_met"),
    "weekday": ("{date: 2020-05-10}", "7"),
}


@pytest.mark.parametrize("name", EVERY)
def test_every_decision_can_be_asked_for(tmp_path: Path, name: str) -> None:
    given, expect = EVERY[name]
    body = f"decision: {name}\ninput: {given}\nexpect: {expect}\n"
    done = [run_case(case) for case in load([one(tmp_path, body)])]
    assert all(not one.differences for one in done), done[0].differences


#: What no input asks for.
ODD = (
    "[]", "[[]]", "[1, x]", "{}", "{x: 1}", "{x: {y: [1]}}", "x", "''", "-1", "true", "1.5", "1e9",
    "99999999999999999999999", "2026-02-30", "[{kind: fraud}]", "[null]", "{甲: {yes: [1]}}",
)


@pytest.mark.parametrize("name", EVERY)
def test_an_odd_input_is_refused_or_answered_never_a_crash(tmp_path: Path, name: str) -> None:
    decision = DECISIONS[name]
    keys = decision.keys or ("year", "organizations", "votes", "committee", "criteria", "file")
    for key in keys:
        for odd in ODD:
            table = f"{{columns: [{key}, expect.status], rows: [[{odd}, range]]}}"
            text = f"decision: {name}\ninput: {EVERY[name][0]}\ntable: {table}\n"
            try:
                for one_case in load([one(tmp_path, text)]):
                    run_case(one_case)
            except kq.KqaError as error:
                assert "x.kq.yaml" in str(error), error


#: Functions of the package that answer a part of what a decision answers, or decide nothing.
_PARTS = {
    "committee_seats", "format_score", "panel_category_score", "panel_category_scores",
    "parameters", "procedure", "provisions", "readings", "sheet_category_score",
    "sheet_category_scores", "sheet_item_score",
}


def test_every_function_that_decides_is_a_decision() -> None:
    assert set(EVERY) == set(DECISIONS)
    functions = {
        name
        for name in kq.__all__
        if callable(getattr(kq, name)) and name.islower() and not isinstance(
            getattr(kq, name), type)
    }
    own = {"compare", "sensitivity"}  # These compare results; they have commands of their own.
    missing = {name for name in functions - _PARTS - own if name not in DECISIONS}
    assert not missing, missing


def test_every_decision_stands_in_the_documentation() -> None:
    for name in ("cases.md", "cases.zh-CN.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert [one for one in DECISIONS if f"`{one}`" not in text] == [], name


# What is refused, and where


def case(body: str) -> str:
    return f"- name: 某\n  cites: 19\n{textwrap.indent(body, '  ')}"


#: Text, line, column, and what the sentence says.
WRONG: dict[str, tuple[str, int, int, tuple[str, ...]]] = {
    "a misspelt key": (case(ballot("met").replace("expect", "expct")), 5, 3, ("expct", "expect")),
    "a misspelt key of the file": ("case: []\n", 1, 1, ("case", "cases")),
    "a misspelt input": (
        case(ballot("met").replace("present", "presnt")), 4, 44, ("presnt", "present"),
    ),
    "a misspelt fact": (
        case("decision: eligibility\ninput: {deadline: 2026-06-30, facts: {iso9001: true}}\n"
             "expect: met\n"), 4, 50, ("facts.iso9001", "iso9001_certified"),
    ),
    "a misspelt word in an input": (
        case(ballot("met").replace("chair", "chiar")), 4, 37, ("convened_by",),
    ),
    "a misspelt answer": (case(ballot("{verdct: met}")), 5, 12, ("verdct", "verdict")),
    "a misspelt verdict": (case(ballot("not-met")), 5, 11, ("not-met", "not_met")),
    "a misspelt provision": (
        case(ballot("{because: vote_aproval}")), 5, 21, ("vote_aproval", "vote_approval"),
    ),
    "a misspelt decision": (
        case(ballot("met").replace("ballot", "balot")), 3, 13, ("balot", "ballot"),
    ),
    "a misspelt parameter": (
        case("under: {set: {quota.qualty: 4}}\n" + ballot("met")), 3, 17,
        ("under.set.quota.qualty", "quota.quality"),
    ),
    "a value out of bounds": (
        case("under: {set: {quota.quality: 10001}}\n" + ballot("met")), 3, 32,
        ("under.set.quota.quality",),
    ),
    "an article that does not exist": (
        case(ballot("met")).replace("cites: 19", "cites: 34"), 2, 10, ("34", "33"),
    ),
    "an article 0": (case(ballot("met")).replace("cites: 19", "cites: 0"), 2, 10, ("33",)),
    "an item that does not exist": (
        case(ballot("met")).replace("cites: 19", "cites: [3, 12(8)]"), 2, 14, ("12", "8"),
    ),
    "no cites": (case(ballot("met")).replace("  cites: 19\n", ""), 1, 3, ("cites",)),
    "no name": (case(ballot("met")).replace("name: 某\n  ", ""), 1, 3, ("name",)),
    "an unknown edition": (
        case("under: keqiao-2019\n" + ballot("met")), 3, 10, ("keqiao-2019", "keqiao-2020"),
    ),
    "an edition file that is not there": (
        case("under: ../none.yaml\n" + ballot("met")), 3, 10, ("none.yaml",),
    ),
    "a draft on an unknown edition": (
        case("under: {based_on: keqiao-2019}\n" + ballot("met")), 3, 21, ("keqiao-2019",),
    ),
    "nothing expected": (case(ballot("met").replace("expect: met\n", "")), 1, 3, ("expect",)),
    "nothing expected of a mapping": (case(ballot("{}")), 1, 3, ("expect",)),
    "a number that is none": (
        case("decision: total_score\ninput: {document: 1, site: 1}\nexpect: much\n"), 5, 11,
        (),
    ),
    "a number in words of another kind": (
        case("decision: total_score\ninput: {document: 1, site: 1}\nexpect: 1e3\n"), 5, 11, (),
    ),
    "a decision without a main answer": (
        case("decision: round\ninput: {}\nexpect: met\n"), 5, 11, (),
    ),
    "an answer beside a refusal": (
        case(ballot("{status: range, verdict: met}")), 5, 11, ("status", "verdict"),
    ),
    "an input that is missing": (
        case(ballot("met").replace(", yes: 7", "")), 4, 10, ("yes",),
    ),
    "a reading that lacks a word": (
        case(f"decision: ballot\ninput: {VOTE}\neach reading: "
             "{vote.approval: {inclusive: met}}\n"), 5, 18, ("vote.approval", "strict"),
    ),
    "an unknown reading": (
        case(f"decision: ballot\ninput: {VOTE}\neach reading: {{vote.aproval: {{}}}}\n"), 5, 18,
        ("vote.aproval", "vote.approval"),
    ),
    "a table beside readings": (
        case(f"decision: ballot\ninput: {VOTE}\ntable: {{}}\neach reading: {{}}\n"), 6, 3,
        ("table", "each reading"),
    ),
    "a row that is too short": (
        case("decision: ballot\ntable: {columns: [present, yes, expect], rows: [[14, met]]}\n"),
        4, 51, ("2", "3"),
    ),
    "a column that stands for nothing": (
        case("decision: ballot\ntable: {columns: [yess, expect], rows: [[14, met]]}\n"), 4, 21,
        ("yess", "yes"),
    ),
    "a column of expectations that stands for nothing": (
        case("decision: ballot\ntable: {columns: [yes, expect.verdct], rows: [[14, met]]}\n"),
        4, 54, ("expect.verdct", "verdict"),
    ),
    "a table without rows": (
        case("decision: ballot\ntable: {columns: [yes, expect], rows: []}\n"), 4, 41, ("rows",),
    ),
    "a table that expects nothing": (
        case("decision: ballot\ntable: {columns: [yes], rows: [[1]]}\n"), 4, 20, (),
    ),
    "a name twice": (case(ballot("met")) * 2, 6, 3, ("某",)),
    "no cases": ("cases: []\n", 1, 8, ("cases",)),
    "a text for a case": ("- 某\n", 1, 3, ("cases[0]",)),
    "a base of no decision": ("base: {balot: {}}\ncases: []\n", 1, 8, ("balot", "ballot")),
    "a base file that is not there": ("base: none.yaml\ncases: []\n", 1, 7, ("none.yaml",)),
    "a round file that is not there": (
        case("decision: round\ninput: {file: none.json}\nexpect: {year: 2026}\n"), 4, 17,
        ("none.json",),
    ),
    "a round file and more": (
        case("decision: round\ninput: {file: x.kq.yaml, year: 2026}\nexpect: {year: 2026}\n"),
        4, 28, ("year",),
    ),
    "a round with changes of its own under another edition": (
        case("under: keqiao-2020\ndecision: round\ninput: {year: 2026, organizations: [], "
             "application_deadline: 2026-06-30, amend: {quota.quality: 4}}\n"
             "expect: {year: 2026}\n"), 5, 83, ("amend", "under"),
    ),
    "a contradiction": (
        case(ballot("met")) + case(ballot("not_met")).replace("某", "另"), 10, 11,
        ("某", "x.kq.yaml:5", "met", "not_met"),
    ),
    "a contradiction in other words": (
        "- {name: a, cites: 18, decision: total_score, input: {document: 600, site: '600.0'},\n"
        "   expect: 600}\n"
        "- {name: b, cites: 18, decision: total_score, input: {site: 600.0, document: 600.00},\n"
        "   expect: {total: 601}}\n", 4, 20, ("600", "601"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_mistake_is_told_with_file_line_column_and_key(
    run: Run, tmp_path: Path, name: str, lang: str
) -> None:
    text, line, column, parts = WRONG[name]
    path = write(tmp_path, text)
    before = Path(path).read_bytes()
    place = f", line {line}, column {column}: " if lang == "en" else f"第{line}行第{column}列："
    out = str(tmp_path / "junit.xml")
    refused(run("test", path, "--lang", lang, "--update", "--junit", out), f"{path}{place}", *parts)
    assert Path(path).read_bytes() == before and not os.path.exists(out)


def test_cases_of_different_files_may_not_contradict_each_other(run: Run, tmp_path: Path) -> None:
    write(tmp_path, case(ballot("met")), "a.kq.yaml")
    write(tmp_path, case(ballot("{because: vote_quorum}")), "b.kq.yaml")
    assert run("test", str(tmp_path)).status == 1  # They speak of different things.
    write(tmp_path, case(ballot("not_met")), "b.kq.yaml")
    refused(run("test", str(tmp_path)), "b.kq.yaml", "a.kq.yaml:5")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.kq.yaml"
    path.write_bytes(HOSTILE[name])
    refused(run("test", str(path)), str(path))


def test_a_file_of_100_mb_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.kq.yaml"
    with open(path, "wb") as file:
        file.truncate(100_000_000)
    refused(run("test", str(path)), str(path), "16 MiB")


def test_a_bomb_in_a_base_or_an_edition_is_told_there(run: Run, tmp_path: Path) -> None:
    write(tmp_path, bomb(), "base.yaml")
    path = write(tmp_path, "base: base.yaml\ncases: []\n")
    refused(run("test", path), "base.yaml第2行")
    path = write(tmp_path, case("under: base.yaml\n" + ballot("met")))
    refused(run("test", path), "base.yaml第2行")


def test_a_folder_without_cases_is_refused(run: Run, tmp_path: Path) -> None:
    refused(run("test", str(tmp_path)), str(tmp_path), "*.kq.yaml")
    refused(run("test", str(tmp_path / "none")), "none")
    refused(run("test"), "PATH")


# The command


def test_all_passed(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, case(ballot("met")))
    said = run("test", path)
    assert said.status == 0 and "1例全部通过" in said.out
    assert "all 1" in run("test", str(tmp_path), "--lang", "en").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_failure_shows_expected_got_and_the_explanation(
    run: Run, tmp_path: Path, lang: str
) -> None:
    path = write(tmp_path, case(ballot("{verdict: met, because: vote_quorum}")
                                .replace("yes: 7", "yes: 6")))
    said = run("test", path, "--lang", lang)
    assert said.status == 1 and said.err == ""
    assert f"{path}:1" in said.out
    edition = kq.edition("keqiao-2020")
    for text in kq.ballot(edition, 18, "chair", 14, 6).texts(lang):
        assert text in said.out
    if lang == "en":
        assert "expected: met" in said.out and "got: not_met" in said.out
        assert "vote_quorum (Quorum)" in said.out and "passed: 0, failed: 1" in said.out
    else:
        assert "应为：met" in said.out and "实为：not_met" in said.out
        assert "vote_quorum（到会人数）" in said.out and "未通过1例" in said.out


def test_a_failure_in_a_round_explains_the_organisation(run: Run, tmp_path: Path) -> None:
    write(tmp_path, ROUND + """\
  - name: 名额
    input: {organizations: [{id: 甲, facts: {iso9001_certified: false}}, {id: 乙}]}
    expect: {organizations: {甲: quality}}
""")
    said = run("test", str(tmp_path))
    assert said.status == 1
    assert "甲: × 未通过ISO 9001质量体系认证" in said.out and "乙:" not in said.out


def test_k_chooses_by_name_or_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, case(ballot("met")), "a.kq.yaml")
    write(tmp_path, case(ballot("not_met").replace("yes: 7", "yes: 8")).replace("某", "另"),
          "b.kq.yaml")
    assert run("test", str(tmp_path), "-k", "某").status == 0
    assert run("test", str(tmp_path), "-k", "b.kq").status == 1
    refused(run("test", str(tmp_path), "-k", "none"), "none")


def test_a_junit_report_counts_and_explains(run: Run, tmp_path: Path) -> None:
    text = case(ballot("met")) + case(ballot("met").replace("yes: 7", "yes: 6")).replace("某", "<另>")
    path, out = write(tmp_path, text), str(tmp_path / "junit.xml")
    run("test", path, "--junit", out)
    suite = ElementTree.parse(out).getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    failures = {one.get("name"): one.findtext("failure") for one in suite}
    assert failures["某"] is None and "赞成票" in str(failures["<另>"])


# --update


UPDATED = """\
# 注释
- name: 甲   # 第一例
  cites: 19
  decision: ballot
  input: {members: 18, convened_by: chair, present: 14, yes: 6}
  expect: met          # 半数
- name: 乙
  cites: 19
  decision: ballot
  input: {members: 18, convened_by: chair, present: 11, yes: 5}
  expect:
    verdict: "not_met"
    because:
      - 赞成票   # 票数
    findings: {vote_quorum: met, vote_approval: {observed: 4}}
- name: 丙
  cites: 19
  decision: ballot
  input: {members: 18, convened_by: other, present: 14}
  table:
    columns:   [yes, expect,  because,   expect.status]
    rows:
      - [ 7, met,     [],         any]    # 一
      - [15, any,     any,        range]
- {name: 丁, cites: 18, decision: total_score, input: {document: 1, site: 2}, expect: }
- name: 戊
  cites: 5
  decision: criteria
  input: {criteria: gbt19580-2012}
  expect: met
"""


def test_update_shows_the_changes_asks_and_writes_nothing_on_a_no(tmp_path: Path) -> None:
    path = write(tmp_path, UPDATED)
    for answer in (b"n\n", b"", b"\n"):
        said = command("test", path, "--update", stdin=answer)
        assert said.status == 1 and said.err == ""
        assert "-  expect: met          # 半数" in said.out
        assert "+  expect: not_met          # 半数" in said.out
        assert Path(path).read_text("utf-8") == UPDATED


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_update_changes_expectations_alone(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "x.kq.yaml"
    path.write_bytes(UPDATED.replace("\n", newline).encode())
    said = command("test", str(path), "--update", stdin="是\n".encode())
    assert said.status == 0, said
    expected = UPDATED
    for old, new in (
        ("expect: met          #", "expect: not_met          #"),
        ("- 赞成票   #", "[赞成票, 到会人数]   #"),
        ("vote_quorum: met, vote_approval: {observed: 4}",
         "vote_quorum: not_met, vote_approval: {observed: 5}"),
        ("met,     [],  ", "not_met,     [vote_convener],  "),
        ("any,        range", "any,        above_present"),
        ("expect: }", "expect:  9/5}"),
    ):
        assert old in expected
        expected = expected.replace(old, new)
    assert path.read_bytes().decode("utf-8") == expected.replace("\n", newline)
    assert command("test", str(path)).status == 0


def test_update_leaves_what_rows_share_and_what_cannot_be_written(tmp_path: Path) -> None:
    text = f"""\
- name: 甲
  cites: 19
  decision: ballot
  input: {VOTE}
  expect: met
  table: {{columns: [yes, expect.because], rows: [[7, []], [6, any]]}}
- name: 乙
  cites: 19
  decision: ballot
  input: {{members: 18, convened_by: chair, present: 14, yes: 15}}
  expect: met
"""
    path = write(tmp_path, text)
    said = command("test", path, "--update", stdin=b"y\n")
    assert said.status == 1 and "2例" in said.out
    assert Path(path).read_text("utf-8") == text


def test_update_does_not_overwrite_what_changed_meanwhile(tmp_path: Path) -> None:
    from kqaward.policy._update import updates

    path = write(tmp_path, UPDATED)
    found = updates(run_all(load([path])))
    Path(path).write_text(UPDATED + "# later\n", "utf-8")
    with pytest.raises(kq.KqaError):
        found[0].write()
    assert Path(path).read_text("utf-8") == UPDATED + "# later\n"
    assert [one.name for one in tmp_path.iterdir()] == ["x.kq.yaml"]


# Coverage


def covered(cases: list[Case]) -> dict[str, tuple[int, int]]:
    return {
        row.provision.key: (row.met, row.not_met)
        for row in Coverage(run_all(cases)).rows()
        if row.met or row.not_met
    }


def test_coverage_counts_cases_by_provision_and_outcome(tmp_path: Path) -> None:
    text = case(ballot("met")) + case(ballot("not_met").replace("yes: 7", "yes: 6")).replace(
        "某", "另")
    assert covered(of(tmp_path, text)) == {
        "vote_convener": (2, 0), "vote_quorum": (2, 0), "vote_approval": (1, 1),
    }


def test_a_failed_case_covers_nothing(tmp_path: Path) -> None:
    assert covered(of(tmp_path, case(ballot("not_met")))) == {}


def test_what_computes_is_covered_by_being_asked_for(tmp_path: Path) -> None:
    path = one(tmp_path, f"decision: total_score\ninput: {EVERY['total_score'][0]}\nexpect: 664.9\n")
    rows = {row.provision.key: row.full for row in Coverage(run_all(load([path]))).rows()}
    assert rows["total_score"] is True and rows["ranking"] is False
    assert rows["purpose"] is None and rows["vote_quorum"] is False


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_coverage_is_shown_by_provision_and_article(run: Run, tmp_path: Path, lang: str) -> None:
    path = write(tmp_path, case(ballot("met")))
    said = run("test", path, "--cov-articles", "--lang", lang)
    assert said.status == 0
    for row in kq.provisions():
        assert row.key in said.out
    silent = "不作计算" if lang == "zh" else "computes nothing"
    for article in (1, 2, 4, 6, 8, 9, 25, 31, 33):
        citation = next(r.citation(lang) for r in kq.provisions() if r.article == article)
        lines = [line for line in said.out.splitlines() if line.split("  ")[1:2] == [citation]]
        assert lines and all(silent in line for line in lines), article


def test_the_threshold_is_of_provisions_reached_both_ways(run: Run, tmp_path: Path) -> None:
    text = case(ballot("met")) + case(ballot("not_met").replace("yes: 7", "yes: 6")).replace(
        "某", "另")
    path = write(tmp_path, text)
    percent = Coverage(run_all(load([path]))).percent()
    decided = sum(row.kind is kq.ProvisionKind.DECIDED for row in kq.provisions())
    assert percent * decided == 100
    assert run("test", path, "--cov-fail-under", "1").status == 0
    assert run("test", path, "--cov-fail-under", "2").status == 1
    refused(run("test", path, "--cov-fail-under", "101"), "101")
    refused(run("test", path, "--cov-fail-under", "x"), "x")


# pytest


def pytest_on(*words: str) -> Said:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *words],
        capture_output=True, timeout=120, env={**os.environ, "PYTEST_ADDOPTS": ""},
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_pytest_collects_and_runs_files_of_cases(tmp_path: Path) -> None:
    text = case(ballot("met")) + case(ballot("met").replace("yes: 7", "yes: 6")).replace("某", "另")
    write(tmp_path, text)
    (tmp_path / "y.yaml").write_text("- 1\n")
    said = pytest_on(str(tmp_path))
    assert said.status == 1 and "1 failed, 1 passed" in said.out
    assert "应为：met" in said.out and "赞成票未达到" in said.out
    assert "Traceback" not in said.out and "CaseFailed" not in said.out
    english = pytest_on(str(tmp_path), "--kqaward-lang", "en", "-k", "另")
    assert "expected: met" in english.out and "1 failed, 1 deselected" in english.out


def test_pytest_tells_a_wrong_file_in_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path, WRONG["a misspelt decision"][0])
    said = pytest_on(str(tmp_path))
    assert said.status == 2 and f"{path}第3行第13列" in said.out and "Traceback" not in said.out
    path = write(tmp_path, WRONG["a misspelt fact"][0])
    said = pytest_on(str(tmp_path))
    assert said.status == 1 and f"{path}第4行第50列" in said.out and "Traceback" not in said.out


# The library of cases, and speed


LIBRARY = ROOT / "examples" / "policy"


def test_every_edition_of_the_library_is_right(run: Run) -> None:
    files = sorted(str(path) for path in (LIBRARY / "editions").glob("*.edition.yaml"))
    assert len(files) >= 4
    assert run("edition", "check", *files).status == 0


def test_every_case_of_the_library_passes_and_every_provision_is_reached_both_ways() -> None:
    cases = load([LIBRARY / "cases"])
    assert len(cases) >= 120
    runs = run_all(cases)
    assert [f"{one.case.source.path}: {one.case.name}" for one in runs if not one.passed] == []
    coverage = Coverage(runs)
    missing = [row.provision.key for row in coverage.rows() if row.full is False]
    assert missing == []


def test_ten_thousand_rows_a_second(tmp_path: Path) -> None:
    """From the file to the verdicts, in processor time of one process."""
    rows = "".join(
        f"        - [{700 + i % 100}, {300 + i // 100}, "
        f"{'met' if 2 * (300 + i // 100) >= 700 + i % 100 else 'not_met'}]\n"
        for i in range(10_000)
    )
    path = write(tmp_path, "- name: 票数\n  cites: 19\n  decision: ballot\n"
                 "  input: {members: 1000, convened_by: chair}\n"
                 f"  table:\n    columns: [present, yes, expect]\n    rows:\n{rows}")
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        runs: list[Any] = run_all(load([path]))
        best = min(best, time.process_time() - started)
    assert len(runs) == 10_000 and all(one.passed for one in runs)
    assert best < 1, f"{10_000 / best:.0f} cases a second"
