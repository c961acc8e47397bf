"""ZEN: a decision table in JDM for the qualification check, an expression node for the amounts.

Null is its unknown. Of its ways to decide a mapping (a decision object, evaluate_batch(), the
engine with a static loader) the last is taken, the fastest for one as for many.
"""

from __future__ import annotations

import json
from typing import Any

import harness
import numpy as np
import rules
import zen
from columns import ANSWERS, FACTS, Columns, records


def _rows() -> list[tuple[str, str, int, int]]:
    """Rows of the table: which input, its test, the verdict and the place."""
    tests: list[list[tuple[str, str]]] = []
    for fact in FACTS:
        tests.append([(fact, "false")])
        if fact in rules.INCIDENTS:
            window = f"[{rules.WINDOW}..{rules.DEADLINE_DAY}]"
            tests[-1].append((rules.INCIDENTS[fact], window))
    tests.insert(rules.OPERATING_YEARS, [("operating_since", f"> {rules.LATEST_START}")])
    tests += [
        [("recommended_by", f"{rules.NOBODY}")],
        [("copies", f"< {rules.MIN_COPIES}")],
        [("received", f"> {rules.DEADLINE_DAY}")],
        [("fraud", f"[{rules.FRAUD_WINDOW}..{rules.DEADLINE_DAY}]")],
        [("revocation", f"[{rules.REVOCATION_WINDOW}..{rules.DEADLINE_DAY}]")],
    ]
    failing = [(name, f"$ != null and ({_unary(test)})", rules.NOT_MET, place)
               for place, alternatives in enumerate(tests) for name, test in alternatives]
    unknown = [(alternatives[0][0], "null", rules.UNKNOWN, place)
               for place, alternatives in enumerate(tests[: rules.FRAUD_BAR])]
    return [*failing, *unknown]


def _unary(test: str) -> str:
    if test.startswith("["):
        return f"$ in {test}"
    return f"$ {test}" if test[0] in "<>" else f"$ == {test}"


def _table() -> dict[str, Any]:
    inputs = list(dict.fromkeys(name for name, *_ in _rows()))
    outputs = ("verdict", "decisive")
    written = [{"_id": f"r{i}", name: test, "verdict": str(verdict), "decisive": str(place)}
               for i, (name, test, verdict, place) in enumerate(_rows())]
    written.append({"_id": "all met", "verdict": str(rules.MET), "decisive": "-1"})
    blank = {name: "" for name in inputs}
    return {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name in inputs],
        "outputs": [{"id": name, "name": name, "field": name} for name in outputs],
        "rules": [{**blank, **row} for row in written],
    }


EXPRESSIONS = {
    "total": "document == null or site == null ? -1 : "
             f"document * {rules.WEIGHT_DOCUMENT} + site * {rules.WEIGHT_SITE}",
    "floors": f"(site != null and site < {rules.FLOOR_SITE}) or "
              f"($.total >= 0 and $.total < {rules.FLOOR_TOTAL}) ? {rules.NOT_MET} : "
              f"($.total < 0 ? {rules.UNKNOWN} : {rules.MET})",
    "prize": "award == 0 or (award == 1 and won_quality) or (award == 2 and won_nomination) ? 0 : "
             f"min([award == 1 ? {rules.PRIZE[1]} : {rules.PRIZE[2]}, "
             f"max([{rules.CAP} - paid, 0])])",
}


def _decision() -> dict[str, Any]:
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "content": {}},
        {"id": "check", "name": "check", "type": "decisionTableNode", "content": _table()},
        {"id": "amounts", "name": "amounts", "type": "expressionNode", "content": {"expressions": [
            {"id": key, "key": key, "value": value} for key, value in EXPRESSIONS.items()]}},
        {"id": "out", "name": "out", "type": "outputNode", "content": {}},
    ]
    edges = [("in", "check"), ("in", "amounts"), ("check", "out"), ("amounts", "out")]
    return {"nodes": nodes, "edges": [
        {"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in edges]}


def evaluate(columns: Columns) -> Any:
    loader = {"type": "static", "content": {"award": _decision()}}
    engine = zen.ZenEngine({"loader": loader})
    rows = records(columns)
    answers: list[dict[str, Any]] = []

    def run() -> None:
        answers[:] = [engine.evaluate("award", row) for row in rows]

    def tell() -> Columns:
        return {name: np.array([one["result"][name] for one in answers], kind)
                for name, kind in ANSWERS.items()}

    return run, tell


harness.serve({"decisions": evaluate}, "zen-engine")
