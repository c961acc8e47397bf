"""OpenFisca-Core: a formula a provision over numpy arrays of all organisations.

It has no unknown: a fact is two variables, `X_known` and `X`, and so is the answer of a provision.
Amounts are float32, so the total is; the floors are decided on integers inside the formula.
"""

from __future__ import annotations

from typing import Any

import harness
import numpy as np
import rules
from columns import FACTS, NO_DAY, NO_NUMBER, Columns
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2026"
Organisation = build_entity("organisation", "organisations", "An organisation", is_person=True)


def _variable(system: TaxBenefitSystem, name: str, kind: type, formula: Any = None) -> None:
    body: dict[str, Any] = {
        "value_type": kind, "entity": Organisation, "definition_period": DateUnit.YEAR,
        "label": name,
    }
    if formula is not None:
        body["formula"] = formula
    system.add_variable(type(name, (Variable,), body))


def _provisions() -> dict[str, tuple[Any, Any]]:
    """Each provision in the order of the findings: what fails it, and what leaves it unknown."""
    facts = {fact: _fact(fact) for fact in FACTS}
    return {
        **dict(list(facts.items())[: rules.OPERATING_YEARS]),
        "operating_years": _compared("operating_since", NO_DAY, lambda d: d > rules.LATEST_START),
        **dict(list(facts.items())[rules.OPERATING_YEARS :]),
        "recommendation": _compared("recommended_by", 0, lambda body: body == rules.NOBODY),
        "enough_copies": _compared("copies", NO_NUMBER, lambda count: count < rules.MIN_COPIES),
        "receipt": _compared("received", NO_DAY, lambda day: day > rules.DEADLINE_DAY),
        "fraud_bar": (_within("fraud", rules.FRAUD_WINDOW), None),
        "revocation_bar": (_within("revocation", rules.REVOCATION_WINDOW), None),
    }


def _within(name: str, first: int) -> Any:
    def formula(organisation: Any, period: Any) -> Any:
        day = organisation(name, period)
        return (first <= day) & (day <= rules.DEADLINE_DAY)

    return formula


def _fact(fact: str) -> tuple[Any, Any]:
    incident = rules.INCIDENTS.get(fact)
    happened = _within(incident, rules.WINDOW) if incident else None

    def fails(organisation: Any, period: Any) -> Any:
        denied = organisation(f"{fact}_known", period) & ~organisation(fact, period)
        return denied | happened(organisation, period) if happened else denied

    def unknown(organisation: Any, period: Any) -> Any:
        return ~organisation(f"{fact}_known", period)

    return fails, unknown


def _compared(name: str, none: int, wrong: Any) -> tuple[Any, Any]:
    def fails(organisation: Any, period: Any) -> Any:
        value = organisation(name, period)
        return wrong(value) & (value != none)

    def unknown(organisation: Any, period: Any) -> Any:
        return organisation(name, period) == none

    return fails, unknown


def _first(kind: str) -> Any:
    def formula(organisation: Any, period: Any) -> Any:
        result = np.full(organisation.count, -1, np.int8)
        for place, (name, tests) in reversed(list(enumerate(PROVISIONS.items()))):
            if tests[kind == "unknown"] is not None:
                np.copyto(result, place, where=organisation(f"{name}_{kind}", period))
        return result

    return formula


def _decisive(organisation: Any, period: Any) -> Any:
    failed = organisation("first_fails", period)
    return np.where(failed >= 0, failed, organisation("first_unknown", period))


def _verdict(organisation: Any, period: Any) -> Any:
    failed, unknown = organisation("first_fails", period), organisation("first_unknown", period)
    undecided = np.where(unknown >= 0, np.int8(rules.UNKNOWN), np.int8(rules.MET))
    return np.where(failed >= 0, np.int8(rules.NOT_MET), undecided)


def _exact_total(organisation: Any, period: Any) -> Any:
    document, site = organisation("document", period), organisation("site", period)
    total = document.astype(np.int64) * rules.WEIGHT_DOCUMENT + site * np.int64(rules.WEIGHT_SITE)
    return np.where((document == NO_NUMBER) | (site == NO_NUMBER), NO_NUMBER, total)


def _total(organisation: Any, period: Any) -> Any:
    total = _exact_total(organisation, period)
    return np.where(total == NO_NUMBER, -1.0, total / 1e9)


def _floors(organisation: Any, period: Any) -> Any:
    total, site = _exact_total(organisation, period), organisation("site", period)
    below = ((site != NO_NUMBER) & (site < rules.FLOOR_SITE)) | (
        (total != NO_NUMBER) & (total < rules.FLOOR_TOTAL)
    )
    return np.where(below, rules.NOT_MET, np.where(total == NO_NUMBER, rules.UNKNOWN, rules.MET))


def _prize(organisation: Any, period: Any) -> Any:
    award = organisation("award", period)
    repeated = np.where(award == 1, organisation("won_quality", period),
                        organisation("won_nomination", period))
    full = np.select([award == 1, award == 2], [rules.PRIZE[1], rules.PRIZE[2]], 0)
    left = np.maximum(rules.CAP - organisation("paid", period), 0)
    return np.where(repeated, 0, np.minimum(full, left))


PROVISIONS = _provisions()
NUMBERS = (
    "operating_since", "recommended_by", "copies", "received", "inspection_failure",
    "major_accident", "major_complaint", "fraud", "revocation", "document", "site", "award", "paid",
)


def system() -> TaxBenefitSystem:
    """The rules as variables."""
    result = TaxBenefitSystem([Organisation])
    for fact in FACTS:
        _variable(result, fact, bool)
        _variable(result, f"{fact}_known", bool)
    for name in NUMBERS:
        _variable(result, name, int)
    for name in ("won_quality", "won_nomination"):
        _variable(result, name, bool)
    for name, (fails, unknown) in PROVISIONS.items():
        _variable(result, f"{name}_fails", bool, fails)
        if unknown is not None:
            _variable(result, f"{name}_unknown", bool, unknown)
    for name, formula in (
        ("first_fails", _first("fails")), ("first_unknown", _first("unknown")),
        ("decisive", _decisive), ("verdict", _verdict), ("floors", _floors), ("prize", _prize),
    ):
        _variable(result, name, int, formula)
    _variable(result, "total", float, _total)
    return result


def simulate(columns: Columns) -> Any:
    rules_of_2020 = system()
    rows = len(columns["known"])
    inputs: Columns = {name: columns[name].astype(np.int32) for name in NUMBERS}
    for bit, fact in enumerate(FACTS):
        inputs[f"{fact}_known"] = (columns["known"] >> bit & 1).astype(bool)
        inputs[fact] = (columns["holds"] >> bit & 1).astype(bool)
    inputs["won_quality"] = (columns["won"] & 1).astype(bool)
    inputs["won_nomination"] = (columns["won"] & 2).astype(bool)
    answers: Columns = {}

    def run() -> None:
        simulation = SimulationBuilder().build_default_simulation(rules_of_2020, rows)
        for name, column in inputs.items():
            simulation.set_input(name, PERIOD, column)
        for name in ("verdict", "decisive", "total", "floors", "prize"):
            answers[name] = simulation.calculate(name, PERIOD)

    def tell() -> Columns:
        total = np.round(answers["total"].astype(np.float64) * 1e9).astype(np.int64)
        return {
            **{name: answers[name].astype(np.int8) for name in ("verdict", "decisive", "floors")},
            "total": np.where(total < 0, NO_NUMBER, total),
            "prize": answers["prize"].astype(np.int64),
        }

    return run, tell


harness.serve({"vectors": simulate}, "OpenFisca-Core", "numpy")
