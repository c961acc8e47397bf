"""CEL: one compiled expression that answers all questions about one mapping.

Null is its unknown.
"""

from __future__ import annotations

from typing import Any

import cel
import harness
import numpy as np
import rules
from columns import ANSWERS, FACTS, Columns, records


def _within(day: str, first: int) -> str:
    return f"({day} != null && {day} >= {first} && {day} <= {rules.DEADLINE_DAY})"


def _tests() -> list[tuple[str, str]]:
    """For each place: what is not met, and what is unknown."""
    tests = []
    for fact in FACTS:
        incident = rules.INCIDENTS.get(fact)
        more = f" || {_within(incident, rules.WINDOW)}" if incident else ""
        tests.append((f"{fact} == false{more}", f"{fact} == null"))
    compared = [
        ("operating_since", f"> {rules.LATEST_START}"), ("recommended_by", f"== {rules.NOBODY}"),
        ("copies", f"< {rules.MIN_COPIES}"), ("received", f"> {rules.DEADLINE_DAY}"),
    ]
    others = [(f"{name} != null && {name} {test}", f"{name} == null") for name, test in compared]
    tests.insert(rules.OPERATING_YEARS, others[0])
    bars = [(_within("fraud", rules.FRAUD_WINDOW), "false"),
            (_within("revocation", rules.REVOCATION_WINDOW), "false")]
    return [*tests, *others[1:], *bars]


def _chosen(places: list[tuple[str, int]], otherwise: str) -> str:
    for test, place in reversed(places):
        otherwise = f"({test}) ? {place} : {otherwise}"
    return f"({otherwise})"


def _expression() -> str:
    """A decisive place beyond 100 is unknown; the verdict is told from it."""
    failing = [(test, place) for place, (test, _) in enumerate(_tests())]
    unknown = [(test, 100 + place) for place, (_, test) in enumerate(_tests())]
    total = (f"(document == null || site == null ? -1 : "
             f"document * {rules.WEIGHT_DOCUMENT} + site * {rules.WEIGHT_SITE})")
    below = (f"(site != null && site < {rules.FLOOR_SITE}) || (document != null && site != null && "
             f"{total} < {rules.FLOOR_TOTAL})")
    floors = (f"({below}) ? {rules.NOT_MET} : "
              f"(document == null || site == null ? {rules.UNKNOWN} : {rules.MET})")
    left = f"({rules.CAP} > paid ? {rules.CAP} - paid : 0)"
    full = f"(award == 1 ? {rules.PRIZE[1]} : {rules.PRIZE[2]})"
    prize = (f"award == 0 || (award == 1 && won_quality) || (award == 2 && won_nomination) ? 0 : "
             f"({full} < {left} ? {full} : {left})")
    return (f'{{"decisive": {_chosen(failing, _chosen(unknown, "-1"))}, "total": {total}, '
            f'"floors": {floors}, "prize": {prize}}}')


def evaluate(columns: Columns) -> Any:
    program = cel.compile(_expression())
    rows = records(columns)
    answers: list[dict[str, Any]] = []

    def run() -> None:
        answers[:] = [program.execute(row) for row in rows]

    def tell() -> Columns:
        told = {name: np.array([one[name] for one in answers], kind)
                for name, kind in ANSWERS.items() if name != "verdict"}
        place = told["decisive"]
        undecided = np.where(place < 0, rules.MET, rules.UNKNOWN)
        verdict = np.where((0 <= place) & (place < 100), rules.NOT_MET, undecided)
        return {**told, "verdict": verdict.astype(np.int8),
                "decisive": np.where(place < 100, place, place - 100).astype(np.int8)}

    return run, tell


harness.serve({"expression": evaluate}, "common-expression-language")
