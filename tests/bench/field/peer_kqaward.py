"""The library from Python: one organisation at a time, and columns over numpy."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import harness
import numpy as np
from columns import ANSWERS, DEADLINE, EPOCH, FACTS, NO_NUMBER, Columns, records

import kqaward as kq

EDITION = kq.edition("keqiao-2020")
PAPERS = ("self_evaluation", "form", "evidence")
VERDICTS = {verdict: code for code, verdict in enumerate(kq.Verdict)}
AWARDS = (None, kq.Award.QUALITY, kq.Award.NOMINATION)


def _day(number: int | None) -> dt.date | None:
    return None if number is None else EPOCH + dt.timedelta(number)


def _score(millionths: int | None) -> Fraction | None:
    return None if millionths is None else Fraction(millionths, kq.columns.SCORE_PER_POINT)


def _question(row: dict[str, Any]) -> tuple[Any, ...]:
    """A row as the functions for one organisation take it."""
    facts = {fact: row[fact] for fact in FACTS if fact not in PAPERS}
    facts["operating_since"] = _day(row["operating_since"])
    papers = {paper: row[paper] for paper in PAPERS}
    papers["recommended_by"] = (None, *kq.Recommender)[row["recommended_by"] or 0]
    papers["copies"] = row["copies"]
    papers["received"] = _day(row["received"])
    incidents = [kq.Incident(kind, day) for kind in kq.IncidentKind if (day := _day(row[kind]))]
    sanctions = [kq.Sanction(kind, day) for kind in kq.SanctionKind if (day := _day(row[kind]))]
    won = [award for award in kq.Award if row[f"won_{award}"]]
    paid = [row["paid"], 0]
    history = [kq.PastAward(award, 2020, amount) for award, amount in zip(won, paid)]
    return (facts, papers, incidents, sanctions, _score(row["document"]), _score(row["site"]),
            AWARDS[row["award"]], history)


def _answer(question: tuple[Any, ...]) -> tuple[Any, ...]:
    facts, papers, incidents, sanctions, document, site, award, history = question
    eligibility = kq.eligibility(EDITION, DEADLINE, facts, papers, incidents, sanctions)
    total, floors = None, kq.Verdict.UNKNOWN
    if document is not None and site is not None:
        total = kq.total_score(EDITION, document, site)
        floors = kq.floors(EDITION, document, site).verdict
    elif site is not None and site < EDITION["floor.site"]:
        floors = kq.Verdict.NOT_MET
    prize = 0 if award is None else kq.prize(EDITION, award, history).amount
    return eligibility, total, floors, prize


def _decisive(eligibility: kq.Eligibility) -> int:
    """Place of the first finding that decides."""
    if eligibility.verdict is kq.Verdict.MET:
        return -1
    verdicts = [finding.verdict for finding in eligibility.findings]
    return verdicts.index(eligibility.verdict)


def one_at_a_time(columns: Columns) -> Any:
    questions = [_question(row) for row in records(columns)]
    answers: list[tuple[Any, ...]] = []

    def run() -> None:
        answers[:] = [_answer(question) for question in questions]

    def tell() -> Columns:
        per_point = kq.columns.TOTAL_PER_POINT
        told = {
            "verdict": [VERDICTS[one[0].verdict] for one in answers],
            "decisive": [_decisive(one[0]) for one in answers],
            "total": [NO_NUMBER if one[1] is None else int(one[1] * per_point) for one in answers],
            "floors": [VERDICTS[one[2]] for one in answers],
            "prize": [one[3] for one in answers],
        }
        return {name: np.array(told[name], kind) for name, kind in ANSWERS.items()}

    return run, tell


def by_columns(columns: Columns) -> Any:
    into = kq.columns.decide(EDITION, DEADLINE, **columns, answers=ANSWERS)

    def run() -> None:
        kq.columns.decide(EDITION, DEADLINE, **columns, into=into)

    return run, into.columns


harness.serve({"single": one_at_a_time, "columns": by_columns}, "kqaward", "numpy")
