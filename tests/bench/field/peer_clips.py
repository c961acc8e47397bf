"""CLIPS: a rule a provision over facts in working memory; salience for the order of provisions.

A symbol unknown is one of the values of a slot. Organisations are asserted, decided and removed in
batches, as a working memory of all of them would grow without end.
"""

from __future__ import annotations

from typing import Any

import clips
import harness
import numpy as np
import rules
from columns import ANSWERS, FACTS, Columns, records

BATCH = 100
FRESH = 5000  # an environment slows down with what it has decided
TRUTHS = {True: clips.Symbol("yes"), False: clips.Symbol("no"), None: clips.Symbol("unknown")}
NONE = clips.Symbol("none")
DAYS = ("operating_since", "received", "inspection_failure", "major_accident", "major_complaint",
        "fraud", "revocation")
NUMBERS = (*DAYS, "recommended_by", "copies", "document", "site", "award", "paid")
SLOTS = (*FACTS, *NUMBERS, "won_quality", "won_nomination")


def _conditions() -> list[tuple[list[str], str | None]]:
    """For each place: slots that fail it, any of them, and the slot that leaves it unknown."""
    def within(name: str, first: int) -> str:
        return f"({name} ?d&:(and (integerp ?d) (<= {first} ?d {rules.DEADLINE_DAY})))"

    def compared(name: str, test: str) -> tuple[list[str], str]:
        return [f"({name} ?v&:(and (integerp ?v) ({test})))"], f"({name} none)"

    result: list[tuple[list[str], str | None]] = []
    for fact in FACTS:
        failing = [f"({fact} no)"]
        if fact in rules.INCIDENTS:
            failing.append(within(rules.INCIDENTS[fact], rules.WINDOW))
        result.append((failing, f"({fact} unknown)"))
    result.insert(rules.OPERATING_YEARS, compared("operating_since", f"> ?v {rules.LATEST_START}"))
    result += [
        compared("recommended_by", f"= ?v {rules.NOBODY}"),
        compared("copies", f"< ?v {rules.MIN_COPIES}"),
        compared("received", f"> ?v {rules.DEADLINE_DAY}"),
        ([within("fraud", rules.FRAUD_WINDOW)], None),
        ([within("revocation", rules.REVOCATION_WINDOW)], None),
    ]
    return result


def _rule(name: str, salience: int, condition: str, verdict: int, place: int) -> str:
    return (f"(defrule {name} (declare (salience {salience})) (organisation (id ?id) {condition})"
            f" (not (decision (id ?id))) =>"
            f" (assert (decision (id ?id) (verdict {verdict}) (decisive {place}))))")


AMOUNTS = f"""(defrule amounts
  (organisation (id ?id) (document ?document) (site ?site) (award ?award) (paid ?paid)
    (won_quality ?quality) (won_nomination ?nomination)) =>
  (bind ?total (if (or (eq ?document none) (eq ?site none)) then -1
    else (+ (* {rules.WEIGHT_DOCUMENT} ?document) (* {rules.WEIGHT_SITE} ?site))))
  (bind ?floors (if (or (and (neq ?site none) (< ?site {rules.FLOOR_SITE}))
      (and (>= ?total 0) (< ?total {rules.FLOOR_TOTAL}))) then {rules.NOT_MET}
    else (if (< ?total 0) then {rules.UNKNOWN} else {rules.MET})))
  (bind ?prize (if (or (= ?award 0) (and (= ?award 1) (eq ?quality yes))
      (and (= ?award 2) (eq ?nomination yes))) then 0
    else (min (if (= ?award 1) then {rules.PRIZE[1]} else {rules.PRIZE[2]})
      (max 0 (- {rules.CAP} ?paid)))))
  (assert (amounts (id ?id) (total ?total) (floors ?floors) (prize ?prize))))"""


def _environment() -> clips.Environment:
    environment = clips.Environment()
    slots = " ".join(f"(slot {name})" for name in ("id", *SLOTS))
    environment.build(f"(deftemplate organisation {slots})")
    environment.build("(deftemplate decision (slot id) (slot verdict) (slot decisive))")
    environment.build("(deftemplate amounts (slot id) (slot total) (slot floors) (slot prize))")
    for place, (failing, unknown) in enumerate(_conditions()):
        for number, condition in enumerate(failing):
            environment.build(_rule(f"fails-{place}-{number}", 2000 - place, condition,
                                    rules.NOT_MET, place))
        if unknown:
            environment.build(_rule(f"unknown-{place}", 1000 - place, unknown, rules.UNKNOWN,
                                    place))
    environment.build(_rule("met", 0, "", rules.MET, -1))
    environment.build(AMOUNTS)
    return environment


def _slots(place: int, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": place,
        **{name: TRUTHS[row[name]] for name in (*FACTS, "won_quality", "won_nomination")},
        **{name: NONE if row[name] is None else row[name] for name in NUMBERS},
    }


class Engine:
    """An environment with the rules, made anew now and then."""

    def __init__(self) -> None:
        self._make()

    def _make(self) -> None:
        self._environment = _environment()
        self._organisation = self._environment.find_template("organisation")
        self._decided = 0

    def decide(self, rows: list[dict[str, Any]], answers: dict[str, list[int]]) -> None:
        """Adds the answers about a batch."""
        if self._decided >= FRESH:
            self._make()
        self._decided += len(rows)
        for row in rows:
            self._organisation.assert_fact(**row)
        self._environment.run()
        self._collect("decision", ("verdict", "decisive"), answers)
        self._collect("amounts", ("total", "floors", "prize"), answers)
        self._environment.reset()

    def _collect(
        self, template: str, names: tuple[str, ...], answers: dict[str, list[int]]
    ) -> None:
        facts = self._environment.find_template(template).facts()
        for fact in sorted(facts, key=lambda fact: int(fact["id"])):
            for name in names:
                answers[name].append(fact[name])


def infer(columns: Columns) -> Any:
    engine = Engine()
    rows = [_slots(place, row) for place, row in enumerate(records(columns))]
    answers: dict[str, list[int]] = {}

    def run() -> None:
        answers.update({name: [] for name in ANSWERS})
        for first in range(0, len(rows), BATCH):
            engine.decide(rows[first:first + BATCH], answers)

    def tell() -> Columns:
        return {name: np.array(answers[name], kind) for name, kind in ANSWERS.items()}

    return run, tell


harness.serve({"facts": infer}, "clipspy")
