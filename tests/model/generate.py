"""Random award rounds, heavy on the boundaries where a rule turns.

A round depends on its seed and number alone, so that any one can be made again:

    python3 generate.py SEED NUMBER    prints one round file
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import model

Tree = dict[str, Any]


class Literal(str):
    """A number literal to stand in the file as it is written here."""


def write(value: Any) -> str:
    """JSON on one line, number literals as they are."""
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, dict):
        inner = (f"{json.dumps(k, ensure_ascii=False)}: {write(v)}" for k, v in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(write(entry) for entry in value) + "]"
    if isinstance(value, RepeatedKey):
        key = json.dumps(value.key, ensure_ascii=False)
        first, second = write(value.first), write(value.second)
        return "{" + f"{key}: {first}, {key}: {second}" + "}"
    return json.dumps(value, ensure_ascii=False)


@dataclass
class RepeatedKey:
    """A mapping that holds one key twice; only errors are made of it."""

    key: str
    first: Any
    second: Any


@dataclass
class Made:
    """A round file and the input error planted in it, if any."""

    text: str
    planted: str | None


# --------------------------------------------------------------------------------------------------
# Dates

DEADLINES: tuple[model.Day, ...] = (
    (2020, 5, 10),
    (2024, 2, 29),
    (2025, 2, 28),
    (2026, 6, 30),
    (2027, 2, 28),
    (2027, 3, 1),
    (2028, 2, 29),
    (2028, 12, 31),
    (2029, 2, 28),
    (2030, 1, 1),
    (2032, 2, 29),
    (2096, 2, 29),
    (2100, 2, 28),
)


def spell(date: model.Day) -> str:
    return f"{date[0]:04}-{date[1]:02}-{date[2]:02}"


def shifted(date: model.Day, days: int) -> model.Day:
    """A few days earlier or later."""
    year, month, number = date
    for _ in range(abs(days)):
        number += 1 if days > 0 else -1
        if number == 0:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
            number = model.days_in(year, month)
        elif number > model.days_in(year, month):
            year, month, number = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return year, month, number


def years_before(r: random.Random, deadline: model.Day, years: int) -> model.Day:
    """A day at the edge of a period that ends on the deadline; 29 February where it can be one."""
    date = model.add_years(deadline, -years)
    if date[1:] in ((2, 28), (3, 1)) and model.is_leap(date[0]) and r.random() < 0.4:
        return date[0], 2, 29
    return shifted(date, r.choice((-2, -1, -1, 0, 0, 0, 1, 1, 2)))


# --------------------------------------------------------------------------------------------------
# Scores


def spell_score(r: random.Random, value: Fraction) -> Any:
    """One of the forms in which a file may give a score."""
    forms: list[Any] = [f"{value.numerator}/{value.denominator}"]
    factor = r.randint(2, 9)
    forms.append(f"{value.numerator * factor}/{value.denominator * factor}")
    if value.denominator == 1:
        zeros = "0" * r.choice((1, 1, 2, 3, 7, 12))
        forms += [Literal(value.numerator), str(value.numerator)] * 2
        forms += [Literal(f"{value}.{zeros}"), f"{value}.{zeros}"]
    for places in range(1, 7):
        scaled = value * 10**places
        if value.denominator != 1 and scaled.denominator == 1:
            whole, rest = divmod(scaled.numerator, 10**places)
            decimal = f"{whole}.{rest:0{places}}"
            forms += [Literal(decimal), decimal] * 2
            forms += [decimal + "0" * r.randint(1, 3)]
    return r.choice(forms)


DENOMINATORS = (1, 1, 1, 2, 3, 5, 7, 10, 10, 20, 99, 100, 1000, 10_000, 999_983, 1_000_000)


def bounded(value: Fraction) -> Fraction | None:
    return value if 0 <= value <= 1000 and value.denominator <= 1_000_000 else None


def near(r: random.Random, value: Fraction) -> Fraction:
    """A value, or the next one above or below it in some denominator."""
    moved = value + r.choice((-1, 0, 0, 1)) * Fraction(1, r.choice(DENOMINATORS))
    kept = bounded(moved)
    return value if kept is None else kept


def document_for(edition: model.Edition, site: Fraction, total: Fraction) -> Fraction | None:
    """The document score that makes the total exactly so."""
    weight = edition["weight.document"]
    if weight == 0:
        return None
    return bounded((total * 100 - edition["weight.site"] * site) / weight)


def score_pair(r: random.Random, edition: model.Edition) -> tuple[Fraction, Fraction]:
    """Both scores: well above the floors, or at and around a floor or a total others have too."""
    if r.random() < 0.4:
        return Fraction(r.randint(650, 660)), Fraction(r.randint(6500, 6520), 10)
    site = near(r, edition["floor.site"])
    if r.random() < 0.6:
        step = r.choice((1, 2, 3, 8, 10, 1000))
        site = Fraction(r.randint(560 * step, 760 * step), step)
    targets = [edition["floor.total"]] * 2 + [Fraction(650), Fraction(1300, 2), Fraction(2003, 3)]
    target = r.choice(targets)
    if r.random() < 0.3:
        target += r.choice((-1, 1)) * Fraction(r.choice((1, 5, 10)), r.choice((20, 200, 2000)))
    document = document_for(edition, site, target)
    if document is None or r.random() < 0.35:
        document = Fraction(r.randint(5500, 8000), 10)
    return near(r, document), site


def sheet(r: random.Random, points: tuple[int, ...], center: int, spread: int) -> list[Literal]:
    steps = [min(20, max(0, center + r.randint(-spread, spread))) for _ in points]
    return [Literal(5 * step) for step in steps]


def sheets(r: random.Random, points: tuple[int, ...], edition: model.Edition) -> list[Any]:
    """Percents of a panel, sometimes all 60, sometimes all but one."""
    least = edition["panel.min_assessors"]
    count = min(model.MOST_SHEETS, least + r.choice((0, 0, 0, 1, 3)))
    center, spread = r.choice(((12, 0), (12, 1), (13, 1), (13, 4), (15, 2), (10, 10)))
    made = [sheet(r, points, center, spread) for _ in range(count)]
    if spread == 0 and r.random() < 0.5:
        made[-1][r.randrange(len(points))] = Literal(r.choice((55, 65)))
    return made


def review(
    r: random.Random, value: Fraction, points: tuple[int, ...], edition: model.Edition
) -> Tree | None:
    kind = r.random()
    if kind < 0.04:
        return r.choice((None, {}, {"score": None}))
    if kind < 0.14:
        return {"sheets": sheets(r, points, edition)}
    return {"score": spell_score(r, value)}


# --------------------------------------------------------------------------------------------------
# Parameters and readings


def amended(r: random.Random) -> Tree:
    """A draft amendment of a few parameters."""
    document = r.choice((0, 10, 12.5, 20, 25, 33.3, 50, 99.9, 100))
    weights = {
        "weight.document": r.choice((Literal(f"{document:g}"), f"{document:g}")),
        "weight.site": Literal(f"{100 - document:.4g}"),
    }
    choices: dict[str, list[Any]] = {
        "quota.quality": [Literal(n) for n in (0, 1, 2, 4)],
        "quota.nomination": [Literal(n) for n in (0, 1, 2, 3)],
        "floor.total": [Literal("580"), "1800/3", Literal("620.5"), "599.999999", Literal(0)],
        "floor.site": [Literal("580"), "1801/3", Literal("650.25"), Literal(0), Literal(1000)],
        "panel.min_assessors": [Literal(n) for n in (1, 2, 5)],
        "assessor.min_years": [Literal(n) for n in (0, 60)],
        "eligibility.min_years": [Literal(n) for n in (0, 1, 4, 60)],
        "eligibility.clean_years": [Literal(n) for n in (0, 1, 4, 60)],
        "application.copies": [Literal(n) for n in (0, 1, 3, 99)],
        "site_report.working_days": [Literal(n) for n in (0, 250)],
        "vote.quorum_share": ["1/2", "3/4", "1/1", "2/3", "1/1000", "667/1000"],
        "vote.approval_share": ["2/3", "3/5", "1/1", "1/3", "501/1000"],
        "prize.quality": [Literal(n) for n in (0, 150000, 10**12)],
        "prize.nomination": [Literal(n) for n in (0, 1, 200001)],
        "prize.cap": [Literal(n) for n in (0, 100000, 199999, 10**12)],
        "bar.fraud_years": [Literal(n) for n in (0, 1, 4, 60)],
        "bar.revocation_years": [Literal(n) for n in (0, 1, 4, 60)],
        "report.days": [Literal(n) for n in (0, 3650)],
    }
    names = r.sample(sorted(choices), r.choice((1, 1, 2, 4)))
    found: Tree = {name: r.choice(choices[name]) for name in names}
    if r.random() < 0.5:
        found["quota.quality"] = Literal(r.choice((1, 2)))
        found["quota.nomination"] = Literal(r.choice((1, 2, 3)))
    return {**found, **weights} if r.random() < 0.3 else found


def read_otherwise(r: random.Random) -> Tree:
    names = r.sample(sorted(model.READINGS), r.choice((1, 1, 2, 3, 6)))
    return {name: r.choice(model.READINGS[name]) for name in names}


# --------------------------------------------------------------------------------------------------
# Organisations


def facts(r: random.Random, deadline: model.Day, edition: model.Edition, blameless: bool) -> Tree:
    found: Tree = {name: True for name in (*model.DECLARED_FACTS, *model.CLEAN_RECORD)}
    since = years_before(r, deadline, edition["eligibility.min_years"])
    if blameless or r.random() < 0.5:
        since = (r.randint(1940, deadline[0] - 62), r.randint(1, 12), r.randint(1, 28))
    found["operating_since"] = spell(since)
    if blameless:
        return found
    for _ in range(r.choice((0,) * 4 + (1, 1, 2))):
        found[r.choice(sorted(found))] = None
    for _ in range(r.choice((0,) * 6 + (1,))):
        found[r.choice((*model.DECLARED_FACTS, *model.CLEAN_RECORD))] = False
    if r.random() < 0.1:
        found = {name: fact for name, fact in found.items() if fact is not None}
    return found


def incidents(r: random.Random, deadline: model.Day, edition: model.Edition) -> list[Tree]:
    """At both ends of the window, and long before it."""
    made = []
    for _ in range(r.choice((0, 0, 1, 1, 2))):
        date = years_before(r, deadline, edition["eligibility.clean_years"])
        if r.random() < 0.3:
            date = shifted(deadline, r.choice((0, 1, 1, 1)))
        elif r.random() < 0.3:
            date = (deadline[0] - 12, 2, 28)
        kind = r.choice(sorted(model.CLEAN_RECORD.values()))
        made.append({"kind": kind, "date": spell(date)})
    return made


def sanctions(r: random.Random, deadline: model.Day, edition: model.Edition) -> list[Tree]:
    """Bars that end about the deadline, and decisions about it."""
    made = []
    for _ in range(r.choice((0, 0, 1, 1, 2))):
        kind = r.choice(sorted(model.SANCTIONS))
        date = years_before(r, deadline, edition[model.SANCTIONS[kind]])
        if r.random() < 0.2:
            date = shifted(deadline, r.choice((0, 1)))
        elif r.random() < 0.3:
            date = (deadline[0] - 70, 2, 28)
        made.append({"kind": kind, "decided": spell(date)})
    return made


def history(r: random.Random, deadline: model.Day) -> list[Tree]:
    made = []
    for _ in range(r.choice((0,) * 5 + (1, 1, 1, 2, 3))):
        past: Tree = {
            "award": r.choice(model.AWARDS),
            "year": Literal(deadline[0] - r.randint(1, 12)),
            "paid": Literal(r.choice((0, 1, 50000, 99999, 100000, 100001, 200000, 200001))),
        }
        revoked = r.choice((None, "absent", "absent", False, True, True))
        if revoked != "absent":
            past["revoked"] = revoked
        made.append(past)
    return made


def application(
    r: random.Random, deadline: model.Day, edition: model.Edition, blameless: bool
) -> Tree:
    found: Tree = {paper: True for paper in model.PAPERS}
    found["recommended_by"] = r.choice(model.RECOMMENDERS)
    found["copies"] = Literal(edition["application.copies"] + r.choice((0, 0, 1)))
    found["received"] = spell(shifted(deadline, r.choice((-20, -1, 0, 0, 0))))
    fault = 1.0 if blameless else r.random() / 3
    if fault < 0.02:
        found["received"] = spell(shifted(deadline, 1))
    elif fault < 0.04:
        found["copies"] = Literal(max(0, edition["application.copies"] - 1))
    elif fault < 0.05:
        found["recommended_by"] = "none"
    elif fault < 0.06:
        found[r.choice(model.PAPERS)] = False
    elif fault < 0.10:
        found[r.choice([name for name in sorted(found) if name != "copies"])] = None
    return found


def optional(r: random.Random, tree: Tree, key: str, value: Any) -> None:
    """An empty list may as well be absent, or null."""
    if value:
        tree[key] = value
    elif r.random() < 0.2:
        tree[key] = r.choice(([], None))


def organization(
    r: random.Random,
    name: str,
    deadline: model.Day,
    edition: model.Edition,
    points: tuple[int, ...],
) -> Tree:
    tree: Tree = {"id": name}
    if r.random() < 0.2:
        tree["name"] = r.choice(("示例纺织股份有限公司", 'Example "Dyeing" Ltd.', "", None))
    document, site = score_pair(r, edition)
    blameless = r.random() < 0.75
    if blameless or r.random() < 0.95:
        tree["facts"] = facts(r, deadline, edition, blameless)
    optional(r, tree, "incidents", [] if blameless else incidents(r, deadline, edition))
    if blameless or r.random() < 0.95:
        tree["application"] = application(r, deadline, edition, blameless)
    optional(r, tree, "sanctions", [] if blameless else sanctions(r, deadline, edition))
    optional(r, tree, "history", history(r, deadline))
    tree["document_review"] = review(r, document, points, edition)
    invited = r.choice((True, False, None) + ("absent",) * 17)
    if invited != "absent":
        tree["invited"] = invited
    tree["site_review"] = review(r, site, points, edition)
    return tree


# --------------------------------------------------------------------------------------------------
# Votes and special nominations


def counts(r: random.Random, names: list[str], present: int, edition: model.Edition) -> Tree:
    """Votes about the share that passes, few values, so that many are equal."""
    line = edition["vote.approval_share"] * present
    values = [math.floor(line), math.ceil(line), math.ceil(line), math.floor(line) + 1, present]
    if r.random() < 0.7:
        values.append(r.randint(0, present))
    made: Tree = {}
    for name in r.sample(names, len(names)):
        if r.random() < 0.94:
            made[name] = Literal(min(present, r.choice(values)))
    return made


def ballot(r: random.Random, names: list[str], members: int, edition: model.Edition) -> Tree:
    needed = edition["vote.quorum_share"] * members
    present = r.choice(
        (math.floor(needed), math.ceil(needed), math.floor(needed) + 1, members, members)
    )
    present = min(members, max(1, present))
    if r.random() < 0.03:
        present = max(1, math.ceil(needed) - 1)
    tree: Tree = {
        "convened_by": r.choice(("chair",) * 6 + ("delegated_vice_chair",) * 3 + ("other",)),
        "present": Literal(present),
        "yes": counts(r, names, present, edition),
    }
    if r.random() < 0.5:
        some = r.sample(names, r.randint(0, len(names)))
        few = r.choice((1, 2, present))
        tree["runoff"] = {name: Literal(r.randint(0, min(present, few))) for name in some}
    elif r.random() < 0.1:
        tree["runoff"] = None
    return tree


def standing(tree: Tree) -> tuple[list[str], list[str]]:
    """Who stands in the quality vote and who in the other, the quality award aside."""
    rnd = model.read_round(model.parse_json(write(tree)))
    lines = model.decide(rnd, rnd.edition)
    quality = [name for name, line in lines.items() if line.stands_for_quality]
    return quality, [name for name, line in lines.items() if line.stands]


def add_votes(r: random.Random, tree: Tree, members: int, edition: model.Edition) -> None:
    held = r.random()
    if held < 0.06:
        return
    quality, every = standing(tree)
    tree["votes"] = {}
    if held > 0.09:
        tree["votes"]["quality"] = ballot(r, quality, members, edition)
    if held < 0.85:
        tree["votes"]["nomination"] = ballot(r, every, members, edition)


def add_special(r: random.Random, tree: Tree) -> None:
    """Nominations that hold, with a dossier or without."""
    if r.random() < 0.5:
        return
    rnd = model.read_round(model.parse_json(write(tree)))
    lines = model.decide(rnd, rnd.edition)
    known = [name for name in lines if model.special_holds(name, rnd, rnd.edition, lines)]
    some = r.sample(known, min(len(known), r.choice((0, 1, 1, 2))))
    if rnd.edition.reads("special_nomination.floors", "exempt"):
        some += r.sample(("S01", "S02", "特01"), r.choice((0, 1, 1, 2)))
    r.shuffle(some)
    tree["special_nominations"] = some


# --------------------------------------------------------------------------------------------------
# Planted errors: each takes a good round and spoils it, or says that it cannot


def some_organization(r: random.Random, tree: Tree) -> Tree | None:
    return r.choice(tree["organizations"]) if tree["organizations"] else None


def some_ballot(r: random.Random, tree: Tree) -> Tree | None:
    ballots = [entry for entry in (tree.get("votes") or {}).values() if entry]
    return r.choice(ballots) if ballots else None


Spoiler = Callable[[random.Random, Tree], bool]
SPOILERS: dict[str, Spoiler] = {}


def spoiler(function: Spoiler) -> Spoiler:
    SPOILERS[function.__name__] = function
    return function


def spoil_organization(key: str, values: list[Any]) -> Spoiler:
    def spoil(r: random.Random, tree: Tree) -> bool:
        target = some_organization(r, tree)
        if target is None:
            return False
        target[key] = r.choice(values)
        return True

    return spoil


def spoil_inner(outer: str, key: str, values: list[Any]) -> Spoiler:
    def spoil(r: random.Random, tree: Tree) -> bool:
        target = some_organization(r, tree)
        if target is None:
            return False
        target[outer] = {**(target.get(outer) or {}), key: r.choice(values)}
        return True

    return spoil


def spoil_top(key: str, values: list[Any]) -> Spoiler:
    def spoil(r: random.Random, tree: Tree) -> bool:
        tree[key] = r.choice(values)
        return True

    return spoil


def spoil_ballot(key: str, values: list[Any]) -> Spoiler:
    def spoil(r: random.Random, tree: Tree) -> bool:
        target = some_ballot(r, tree)
        if target is None:
            return False
        target[key] = r.choice(values)
        return True

    return spoil


BAD_DATES: list[Any] = [
    "2023-02-29",
    "2100-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "2024-1-01",
]
BAD_DATES += ["20240101", "2024-01-01 ", "2024/01/01", "", "0000-01-01", Literal(2024), True]
BAD_DATES += ["2024-01-1a", "24-01-01", "2024-01-00", "2024-01-32"]
BAD_SCORES: list[Any] = [
    Literal("1000.000001"),
    Literal(1001),
    Literal(-1),
    Literal("6e2"),
    "6e2",
    "600/0",
]
BAD_SCORES += ["1/1000001", "600.0000001", Literal("600.0000001"), "", " 600", "600 ", "600,5"]
BAD_SCORES += ["-600", "+600", "600/1/1", "600.5/2", "600/", "/2", "600.", "六百", True, [], {}]
BAD_SCORES += ["1001/1", "0x258", "NaN", "6_00", "1999999/1999", Literal("-0.5")]

SPOILERS.update(
    {
        "unknown_top_key": spoil_top("organisations", [[], {}, "x"]),
        "unknown_criteria": spoil_top("criteria", ["gbt19580-2004", "", Literal(1), []]),
        "unknown_ordinance": spoil_top("ordinance", ["keqiao-2018", "", Literal(2020)]),
        "bad_deadline": spoil_top("application_deadline", BAD_DATES + [None]),
        "bad_year": spoil_top("year", ["2026", Literal("2026.0"), Literal("2e3"), True, None]),
        "bad_organizations": spoil_top("organizations", [None, {}, "K01", [None], ["K01"], [[]]]),
        "bad_committee": spoil_top(
            "committee",
            [{"members": Literal(0)}, {"members": "18"}, {"size": Literal(18)}, [], Literal(18)]
            + [{"members": Literal(-3)}, {"members": Literal("18.0")}, {"members": True}],
        ),
        "bad_readings": spoil_top(
            "readings",
            [{"vote.approval": "Strict"}, {"vote.approve": "strict"}, {"vote.quorum": True}]
            + [[], {"score.rounding": "gbt8170:4"}, {"score.rounding": "gbt8170"}, "strict"]
            + [{"floors.apply_to": "quality"}, {"prize.revoked_history": ""}],
        ),
        "bad_amend": spoil_top(
            "amend",
            [{name: Literal(-1)} for name in sorted(model.PARAMETERS)]
            + [{"quota.quality": Literal(10001)}, {"quota.quality": "3"}, {"quota": Literal(3)}]
            + [{"quota.quality": Literal("3.0")}, {"floor.total": Literal(1001)}]
            + [{"floor.site": "600.0000001"}, {"weight.document": Literal(25)}]
            + [{"weight.document": "20.25", "weight.site": "79.75"}]
            + [{"weight.document": "101", "weight.site": "0"}, {"vote.quorum_share": "0/3"}]
            + [{"vote.quorum_share": "4/3"}, {"vote.approval_share": "501/1001"}]
            + [{"vote.approval_share": ""}, {"prize.cap": Literal(10**12 + 1)}]
            + [{"prize.quality": Literal("1.5")}, {"bar.fraud_years": Literal(61)}]
            + [{"panel.min_assessors": Literal(0)}, {"panel.min_assessors": Literal(100)}]
            + [{"application.copies": Literal(100)}, {"report.days": Literal(3651)}]
            + [{"site_report.working_days": Literal(251)}, [], {"score.rounding": "none"}],
        ),
        "bad_special": spoil_top(
            "special_nominations", [["S1", "S1"], [Literal(1)], {}, "S1", [None], [["S1"]]]
        ),
        "bad_votes": spoil_top(
            "votes", [[], {"bronze": {}}, {"quality": {}}, {"nomination": []}, {"quality": True}]
        ),
        "bad_id": spoil_organization("id", [None, Literal(1), True, ["K01"]]),
        "bad_name": spoil_organization("name", [Literal(5), True, ["x"], {}]),
        "unknown_key": spoil_organization("invite", [True]),
        "bad_invited": spoil_organization("invited", ["true", Literal(1), "", []]),
        "bad_facts": spoil_organization("facts", [[], True, "all"]),
        "bad_incidents": spoil_organization(
            "incidents",
            [[{"kind": "accident", "date": "2021-01-01"}], [{"kind": "major_accident"}], {}]
            + [[{"date": "2021-01-01"}], [None], ["major_accident"]]
            + [[{"kind": "major_accident", "date": date}] for date in BAD_DATES]
            + [[{"kind": "major_accident", "date": "2021-01-01", "note": "x"}]],
        ),
        "bad_sanctions": spoil_organization(
            "sanctions",
            [[{"kind": "warning", "decided": "2021-01-01"}], [{"kind": "fraud"}], [None]]
            + [[{"kind": "fraud", "date": "2021-01-01"}], [{"decided": "2021-01-01"}], "fraud"]
            + [[{"kind": "fraud", "decided": date}] for date in BAD_DATES],
        ),
        "bad_history": spoil_organization(
            "history",
            [[{"award": "gold", "year": Literal(2021), "paid": Literal(0)}], [None], {}]
            + [[{"award": "quality", "paid": Literal(0)}]]
            + [[{"award": "quality", "year": Literal(2021)}]]
            + [[{"award": "quality", "year": Literal(2021), "paid": Literal("0.5")}]]
            + [[{"award": "quality", "year": Literal(2021), "paid": Literal(-1)}]]
            + [[{"award": "quality", "year": "2021", "paid": Literal(0)}]]
            + [[{"year": Literal(2021), "paid": Literal(0)}]]
            + [
                [
                    {
                        "award": "nomination",
                        "year": Literal(2021),
                        "paid": Literal(0),
                        "revoked": "no",
                    }
                ]
            ],
        ),
        "bad_fact": spoil_inner("facts", "innovation_leading", ["true", Literal(1), "", [], "yes"]),
        "unknown_fact": spoil_inner("facts", "iso9001", [True]),
        "bad_since": spoil_inner("facts", "operating_since", BAD_DATES),
        "bad_paper": spoil_inner("application", "form", ["true", Literal(0), Literal(1), {}]),
        "bad_received": spoil_inner("application", "received", BAD_DATES),
        "bad_recommender": spoil_inner(
            "application", "recommended_by", ["district", "", Literal(1), True, ["town"]]
        ),
        "bad_copies": spoil_inner(
            "application", "copies", [Literal(-1), "2", Literal("2.0"), True, []]
        ),
        "unknown_paper": spoil_inner("application", "letter", [True]),
        "bad_document_score": spoil_organization(
            "document_review", [{"score": value} for value in BAD_SCORES]
        ),
        "bad_site_score": spoil_organization(
            "site_review", [{"score": value} for value in BAD_SCORES]
        ),
        "bad_review": spoil_organization(
            "site_review", [[], Literal(600), "600", {"points": Literal(600)}, {"sheets": {}}]
        ),
        "bad_convener": spoil_ballot("convened_by", ["vice_chair", "", None, True]),
        "bad_present": spoil_ballot(
            "present", [Literal(0), Literal(-1), "12", Literal("12.0"), None, Literal(10**6), True]
        ),
        "bad_yes": spoil_ballot(
            "yes", [None, [], {"K00": Literal(0)}, {"K00": Literal(1)}, Literal(3), "K01"]
        ),
        "bad_runoff": spoil_ballot("runoff", [[], {"K00": Literal(0)}, Literal(1), True]),
        "unknown_vote_key": spoil_ballot("no", [{}]),
    }
)


@spoiler
def missing_key(r: random.Random, tree: Tree) -> bool:
    del tree[r.choice(("year", "application_deadline", "organizations"))]
    return True


@spoiler
def missing_committee(r: random.Random, tree: Tree) -> bool:
    tree["committee"] = r.choice((None, {}, {"members": None}))
    return some_ballot(r, tree) is not None


@spoiler
def before_first_edition(r: random.Random, tree: Tree) -> bool:
    tree["ordinance"] = None
    tree["application_deadline"] = r.choice(("2020-05-09", "2019-12-31"))
    return True


@spoiler
def repeated_id(r: random.Random, tree: Tree) -> bool:
    if len(tree["organizations"]) < 2:
        return False
    tree["organizations"][-1]["id"] = tree["organizations"][0]["id"]
    return True


@spoiler
def repeated_key(r: random.Random, tree: Tree) -> bool:
    target = some_organization(r, tree)
    if target is None:
        return False
    value = Literal(600)
    target["site_review"] = RepeatedKey("score", value, r.choice((value, None)))
    return True


@spoiler
def repeated_vote(r: random.Random, tree: Tree) -> bool:
    target = some_ballot(r, tree)
    if target is None or not target["yes"]:
        return False
    name = next(iter(target["yes"]))
    target["yes"] = RepeatedKey(name, Literal(0), Literal(0))
    return True


def points_of(tree: Tree) -> tuple[int, ...]:
    return model.CRITERIA[tree.get("criteria") or "gbt19580-2012"]


def panel_of(tree: Tree) -> int:
    return int((tree.get("amend") or {}).get("panel.min_assessors", 3))


@spoiler
def bad_percent(r: random.Random, tree: Tree) -> bool:
    target = some_organization(r, tree)
    if target is None:
        return False
    made: list[list[Any]] = [list(sheet(r, points_of(tree), 13, 2)) for _ in range(panel_of(tree))]
    bad = r.choice((Literal(61), Literal(105), Literal(-5), "60", Literal("60.0"), None, True))
    made[r.randrange(len(made))][r.randrange(len(made[0]))] = bad
    target["site_review"] = {"sheets": made}
    return True


@spoiler
def bad_sheet(r: random.Random, tree: Tree) -> bool:
    target = some_organization(r, tree)
    if target is None:
        return False
    made: list[Any] = [sheet(r, points_of(tree), 13, 2) for _ in range(panel_of(tree))]
    place = r.randrange(len(made))
    bad: list[Any] = [made[place][1:], made[place] + [Literal(0)], [], Literal(60), None, {}]
    made[place] = r.choice(bad)
    target["document_review"] = {"sheets": made}
    return True


@spoiler
def bad_panel(r: random.Random, tree: Tree) -> bool:
    target = some_organization(r, tree)
    if target is None:
        return False
    size = r.choice((panel_of(tree) - 1, model.MOST_SHEETS + 1))
    if size == 0:
        return False
    target["document_review"] = {"sheets": [sheet(r, points_of(tree), 13, 2)] * size}
    return True


@spoiler
def score_and_sheets(r: random.Random, tree: Tree) -> bool:
    target = some_organization(r, tree)
    if target is None:
        return False
    made = [sheet(r, points_of(tree), 13, 2) for _ in range(panel_of(tree))]
    target["site_review"] = {"score": Literal(600), "sheets": made}
    return True


@spoiler
def too_many_yes(r: random.Random, tree: Tree) -> bool:
    target = some_ballot(r, tree)
    kind = r.choice(("yes", "runoff"))
    if target is None or not target.get(kind):
        return False
    target[kind][r.choice(sorted(target[kind]))] = Literal(int(target["present"]) + 1)
    return True


@spoiler
def too_many_present(r: random.Random, tree: Tree) -> bool:
    target = some_ballot(r, tree)
    if target is None:
        return False
    target["present"] = Literal(int(tree["committee"]["members"]) + 1)
    return True


@spoiler
def vote_for_no_candidate(r: random.Random, tree: Tree) -> bool:
    return enter_no_candidate(r, tree, "yes")


@spoiler
def runoff_for_no_candidate(r: random.Random, tree: Tree) -> bool:
    return enter_no_candidate(r, tree, "runoff")


def enter_no_candidate(r: random.Random, tree: Tree, kind: str) -> bool:
    """An entry for one that is listed but does not stand in that vote."""
    quality, every = standing({**tree, "votes": None, "special_nominations": None})
    awards = [award for award in model.AWARDS if (tree.get("votes") or {}).get(award)]
    if not awards:
        return False
    award = r.choice(awards)
    stand = quality if award == "quality" else every
    others = [entry["id"] for entry in tree["organizations"] if entry["id"] not in stand]
    if not others:
        return False
    target = tree["votes"][award]
    target[kind] = {**(target.get(kind) or {}), r.choice(others): Literal(0)}
    return True


@spoiler
def special_already_awarded(r: random.Random, tree: Tree) -> bool:
    rnd = model.read_round(model.parse_json(write(tree)))
    lines = model.decide(rnd, rnd.edition)
    by_votes = [name for name, line in lines.items() if line.award and name not in rnd.special]
    if not by_votes:
        return False
    tree["special_nominations"] = [*rnd.special, r.choice(by_votes)]
    return True


@spoiler
def special_below_floors(r: random.Random, tree: Tree) -> bool:
    applied = {**(tree.get("readings") or {}), "special_nomination.floors": "apply"}
    tree["readings"] = applied
    below = ["S09"]
    rnd = model.read_round(model.parse_json(write({**tree, "special_nominations": None})))
    for entry in rnd.organizations:
        if not model.meets_floors(entry, rnd.edition):
            below.append(entry.id)
    tree["special_nominations"] = [r.choice(below)]
    return True


@spoiler
def not_json(r: random.Random, tree: Tree) -> bool:
    tree["year"] = Literal(r.choice(("02026", "NaN", "+2026", "2026.", "'2026'", "2026,", "")))
    return True


def plant(r: random.Random, tree: Tree) -> str:
    """Spoils the round with the first of the spoilers, in random order, that fits it."""
    for name in r.sample(sorted(SPOILERS), len(SPOILERS)):
        if SPOILERS[name](r, tree):
            return name
    raise AssertionError("missing_key always fits")


# --------------------------------------------------------------------------------------------------
# The round


def fall_by_rounding(r: random.Random, tree: Tree) -> None:
    """A floor between two rounded totals, so that rounding changes who stands."""
    tree["amend"] = {"floor.total": r.choice(("600.5", "620.45", "599.9995"))}
    tree["readings"] = {"floors.apply_to": "quality_only"}


def frame(r: random.Random) -> Tree:
    """The round without organisations."""
    deadline = r.choice(DEADLINES)
    if r.random() < 0.4:
        deadline = (r.randint(2021, 2040), r.randint(1, 12), r.randint(1, 28))
    tree: Tree = {"year": Literal(deadline[0] + r.choice((0, 0, 0, 1)))}
    if r.random() < 0.5:
        tree["ordinance"] = r.choice((model.FIRST_EDITION, None))
    if r.random() < 0.5:
        tree["amend"] = amended(r)
    if r.random() < 0.5:
        tree["readings"] = read_otherwise(r)
    if r.random() < 0.05:
        fall_by_rounding(r, tree)
    if r.random() < 0.4:
        tree["criteria"] = r.choice(("gbt19580-2012", "gbt19580-2012", "baldrige-2021", None))
    tree["application_deadline"] = spell(deadline)
    tree["committee"] = {"members": Literal(r.choice((1, 2, 3, 6, 9, 12, 15, 17, 18, 18, 40)))}
    tree["organizations"] = []
    return tree


def make_valid(r: random.Random) -> Tree:
    tree = frame(r)
    edition = model.read_round(model.parse_json(write(tree))).edition
    deadline = model.day(tree["application_deadline"], "application_deadline")
    points = points_of(tree)
    size = r.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16))
    if r.random() < 0.03:
        size = 45
    names = r.sample([f"K{n:02}" for n in range(1, 60)] + ["企01", "k 1", "é"], size)
    tree["organizations"] = [organization(r, name, deadline, edition, points) for name in names]
    add_votes(r, tree, int(tree["committee"]["members"]), edition)
    add_special(r, tree)
    return tree


def make(seed: int, number: int, errors: float = 0.1) -> Made:
    """The round of that seed and number."""
    r = random.Random(f"{seed}/{number}")
    tree = make_valid(r)
    planted = plant(r, tree) if r.random() < errors else None
    return Made(write(tree), planted)


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: generate.py SEED NUMBER", file=sys.stderr)
        return 2
    print(make(int(sys.argv[1]), int(sys.argv[2])).text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
