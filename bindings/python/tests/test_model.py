"""Random questions: the package against slow models that share nothing with the library.

Whole rounds go through tests/model/model.py, written from the ordinance alone; single functions
through the few lines beside their test.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import model
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kqaward as kq

EDITION = kq.edition("keqiao-2020")

# --- Rounds --------------------------------------------------------------------------------------

DEADLINES = ["2020-05-10", "2024-02-29", "2026-06-30", "2027-02-28", "2028-02-29", "2027-03-01"]
MAYBE = st.sampled_from([True] * 30 + [False, None])
STEP = Fraction(1, 1_000_000)


def years_before(deadline: str, years: int) -> st.SearchStrategy[str]:
    """A day at the edge of so many years before the deadline."""
    year, month, day = model.add_years(tuple(map(int, deadline.split("-"))), -years)  # type: ignore[arg-type]
    edge = dt.date(year, month, day)
    near = [edge + dt.timedelta(days=n) for n in (-2, -1, 0, 0, 0, 1, 2)]
    if edge.month == 2 and edge.day == 28 and edge.year % 4 == 0:
        near.append(dt.date(edge.year, 2, 29))
    return st.sampled_from([day.isoformat() for day in near])


@st.composite
def scores(draw: st.DrawFn) -> Fraction:
    """A score, often just at a floor."""
    value = draw(
        st.sampled_from([Fraction(600), Fraction(600), Fraction(750), Fraction(0), Fraction(1000)])
        | st.fractions(550, 800, max_denominator=100)
    )
    moved = value + draw(st.sampled_from([0, 0, 0, 1, -1])) * draw(
        st.sampled_from([STEP, Fraction(1, 2), Fraction(1, 3), Fraction(1)])
    )
    fits = 0 <= moved <= 1000 and moved.denominator <= 1_000_000
    return moved if fits else value


@st.composite
def score_pair(draw: st.DrawFn) -> tuple[Fraction | None, Fraction | None]:
    """Both scores; often so that the total is exactly the floor."""
    document, site = draw(scores()), draw(scores())
    if draw(st.integers(0, 3)) == 0 and 600 <= document:
        site = (60_000 - 20 * document) / 80
        if site.denominator > 1_000_000:
            site = Fraction(600)
    lacking = draw(st.integers(0, 20))
    return (None if lacking == 0 else document), (None if lacking == 1 else site)


@st.composite
def organizations(draw: st.DrawFn, name: str, deadline: str) -> dict[str, Any]:
    facts: dict[str, Any] = {fact: draw(MAYBE) for fact in model.DECLARED_FACTS}
    facts.update((fact, draw(MAYBE)) for fact in model.CLEAN_RECORD)
    facts["operating_since"] = draw(st.just("2000-02-29") | years_before(deadline, 3))
    papers: dict[str, Any] = {paper: draw(MAYBE) for paper in model.PAPERS}
    papers["recommended_by"] = draw(st.sampled_from([*model.RECOMMENDERS * 4, "none", None]))
    papers["copies"] = draw(st.sampled_from([2, 2, 2, 2, 3, 1, None]))
    late = (dt.date.fromisoformat(deadline) + dt.timedelta(days=1)).isoformat()
    papers["received"] = draw(st.sampled_from([deadline] * 8 + [late, None]))
    document, site = draw(score_pair())
    found: dict[str, Any] = {"id": name, "facts": facts, "application": papers}
    if draw(st.integers(0, 4)) == 0:
        kind = draw(st.sampled_from(sorted(model.CLEAN_RECORD.values())))
        found["incidents"] = [{"kind": kind, "date": draw(years_before(deadline, 3))}]
    if draw(st.integers(0, 4)) == 0:
        kind = draw(st.sampled_from(["fraud", "revocation"]))
        years = draw(st.sampled_from([5 if kind == "fraud" else 3, 0]))
        found["sanctions"] = [{"kind": kind, "decided": draw(years_before(deadline, years))}]
    if draw(st.integers(0, 2)) == 0:
        found["history"] = draw(st.lists(past_awards(), min_size=1, max_size=3))
    if document is not None:
        found["document_review"] = {"score": str(document)}
    if site is not None:
        found["site_review"] = {"score": str(site)}
    if draw(st.integers(0, 15)) == 0:
        found["invited"] = False
    return found


@st.composite
def past_awards(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "award": draw(st.sampled_from(["quality", "nomination"])),
        "year": draw(st.integers(2010, 2025)),
        "paid": draw(st.sampled_from([0, 50_000, 99_999, 100_000, 150_000, 200_000, 250_000])),
        "revoked": draw(st.booleans()),
    }


@st.composite
def votes(draw: st.DrawFn, members: int, standing: list[str]) -> dict[str, Any]:
    quorum = -(-2 * members // 3)
    present = draw(
        st.sampled_from([members, members, quorum, max(1, quorum - 1)]) | st.integers(1, members)
    )
    half = -(-present // 2)
    count = st.sampled_from([present, half, half, max(0, half - 1), min(present, half + 1)])
    found: dict[str, Any] = {
        "convened_by": draw(st.sampled_from(["chair"] * 6 + ["delegated_vice_chair", "other"])),
        "present": present,
        "yes": {name: draw(count) for name in standing if draw(st.integers(0, 6))},
    }
    if draw(st.booleans()):
        found["runoff"] = {
            name: draw(st.integers(0, present)) for name in standing if draw(st.booleans())
        }
    return found


AMENDMENTS = [
    ("quota.quality", [0, 1, 2, 4]),
    ("quota.nomination", [0, 1, 2]),
    ("floor.total", [599, "600.5"]),
    ("floor.site", [0, 650]),
    ("eligibility.min_years", [0, 4]),
    ("eligibility.clean_years", [2, 5]),
    ("application.copies", [0, 3]),
    ("vote.quorum_share", ["1/2", "1"]),
    ("vote.approval_share", ["2/3", "1"]),
    ("prize.cap", [0, 150_000]),
    ("bar.fraud_years", [3]),
]


@st.composite
def rounds(draw: st.DrawFn) -> dict[str, Any]:
    deadline = draw(st.sampled_from(DEADLINES))
    count = draw(st.integers(1, 7))
    members = draw(st.sampled_from([18, 3, 1, 15, 20]) | st.integers(1, 30))
    found: dict[str, Any] = {
        "year": int(deadline[:4]),
        "application_deadline": deadline,
        "committee": {"members": members},
        "organizations": [draw(organizations(f"K{i}", deadline)) for i in range(count)],
    }
    if draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from(AMENDMENTS), max_size=3, unique_by=lambda a: a[0]))
        found["amend"] = {name: draw(st.sampled_from(values)) for name, values in chosen}
    if draw(st.booleans()):
        names = draw(st.lists(st.sampled_from(sorted(model.READINGS)), max_size=3, unique=True))
        found["readings"] = {n: draw(st.sampled_from(model.READINGS[n])) for n in names}
    read = model.read_round(model.parse_json(json.dumps(found)))
    lines = {
        org.id: model.judged_before_vote(org, read.edition, read.deadline)
        for org in read.organizations
    }
    if draw(st.integers(0, 5)):
        quality = [name for name, line in lines.items() if line.stands_for_quality]
        found["votes"] = {"quality": draw(votes(members, quality))}
        if draw(st.integers(0, 4)):
            standing = [name for name, line in lines.items() if line.stands]
            found["votes"]["nomination"] = draw(votes(members, standing))
    if draw(st.integers(0, 3)) == 0:
        found["special_nominations"] = draw(
            st.lists(st.sampled_from([*lines, "Z1", "Z2"]), max_size=2, unique=True)
        )
    return found


READING_CODES = ("depends_on_reading", "prize_depends_on_reading")


def on_readings(result: dict[str, Any]) -> list[tuple[str, str, str]]:
    return sorted(
        (entry["code"], entry["id"], entry["reading"])
        for entry in result["warnings"]
        if entry["code"] in READING_CODES
    )


def compared(result: dict[str, Any]) -> dict[str, Any]:
    """What both say: no findings, and warnings on readings alone."""
    keys = ("id", "outcome", "rank", "total", "award", "off_quota", "prize", "missing")
    return {
        "year": result["year"],
        "ordinance": result["ordinance"],
        "organizations": [{key: one[key] for key in keys} for one in result["organizations"]],
        "seats": result["seats"],
        "prize_total": result["prize_total"],
        "warnings": on_readings(result),
    }


def typed(value: Any) -> Any:
    """The same document with days and scores as Python's own types."""
    if isinstance(value, list):
        return [typed(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: typed(one) for key, one in value.items()}
    for key in ("application_deadline", "operating_since", "received", "date", "decided"):
        if isinstance(found.get(key), str):
            found[key] = dt.date.fromisoformat(found[key])
    if isinstance(found.get("score"), str):
        score = Fraction(found["score"])
        small = Decimal(score.numerator) / Decimal(score.denominator)
        found["score"] = small if Fraction(small) == score else score
    return found


@given(rounds())
@settings(max_examples=settings().max_examples * 3)
def test_rounds(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    try:
        wanted = compared(model.solve(text))
    except model.InputError:
        with pytest.raises(kq.KqaError):
            kq.Round.from_json(text).decide()
        with pytest.raises(kq.KqaError):
            kq.Round.from_dict(typed(document)).decide()
        return
    result = kq.Round.from_json(text).decide()
    assert compared(result.to_dict()) == wanted
    assert kq.Round.from_dict(typed(document)).decide() == result


@given(rounds(), st.sampled_from(AMENDMENTS), st.sampled_from(sorted(model.READINGS)), st.data())
def test_rounds_decided_under_other_rules(
    document: dict[str, Any], amendment: Any, reading: str, data: st.DataObject
) -> None:
    """decide(amend, readings) is the round whose document says so."""
    name, values = amendment
    amend = {name: data.draw(st.sampled_from(values))}
    readings = {reading: data.draw(st.sampled_from(model.READINGS[reading]))}
    changed = {
        **document,
        "amend": {**document.get("amend", {}), **amend},
        "readings": {**document.get("readings", {}), **readings},
    }
    given_round = kq.Round.from_dict(document)
    try:
        wanted = compared(model.solve(json.dumps(changed)))
    except model.InputError:
        with pytest.raises(kq.KqaError):
            given_round.decide(amend, readings)
        return
    result = given_round.decide(amend, readings)
    assert compared(result.to_dict()) == wanted
    assert result.edition[name] == Fraction(amend[name])


@given(rounds())
def test_results_in_python_say_what_the_json_says(document: dict[str, Any]) -> None:
    try:
        result = kq.Round.from_dict(document).decide()
    except kq.KqaError:
        return
    said = result.to_dict()
    for one, line in zip(result.organizations, said["organizations"]):
        assert one.to_dict()["id"] == line["id"]
        assert (one.outcome, one.rank, one.award) == (line["outcome"], line["rank"], line["award"])
        assert one.total == (None if line["total"] is None else Fraction(line["total"]))
        assert one.missing == tuple(line["missing"])
        assert [f.provision for f in one.findings] == [f["provision"] for f in line["findings"]]
        assert [f.observed_text for f in one.findings] == [f["observed"] for f in line["findings"]]
    ranked = sorted(
        (one for one in result.organizations if one.rank), key=lambda one: -(one.total or 0)
    )
    assert [one.total for one in ranked] == [
        result.organizations[name].total for name in result.ranking
    ]
    assert result.prize_total == sum(one.prize for one in result.organizations)


# --- Votes and seats -----------------------------------------------------------------------------

SHARES = st.fractions(min_value=Fraction(1, 1000), max_value=1, max_denominator=1000)


def rules(share: Fraction, strict: bool, of: str) -> kq.Edition:
    reading = "vote.approval" if of == "approval" else "vote.quorum"
    changed = EDITION.replace(**{f"vote.{of}_share": share})
    return changed.with_reading(reading, "strict" if strict else "inclusive")


def enough(number: int, of: int, share: Fraction, strict: bool) -> bool:
    return number * share.denominator > of * share.numerator or (
        not strict and number * share.denominator == of * share.numerator
    )


@given(st.integers(1, 300), SHARES | st.just(Fraction(1, 2)), st.booleans())
def test_least_yes_by_counting(present: int, share: Fraction, strict: bool) -> None:
    edition = rules(share, strict, "approval")
    wanted = next((n for n in range(present + 1) if enough(n, present, share, strict)), None)
    assert kq.least_yes(edition, present) == wanted


@given(st.integers(1, 300), SHARES | st.just(Fraction(2, 3)), st.booleans())
def test_least_present_by_counting(members: int, share: Fraction, strict: bool) -> None:
    edition = rules(share, strict, "quorum")
    wanted = next((n for n in range(1, members + 1) if enough(n, members, share, strict)), None)
    assert kq.least_present(edition, members) == wanted


@given(st.data(), st.integers(1, 30), st.booleans(), st.sampled_from(list(kq.Convener)))
def test_ballot(data: st.DataObject, members: int, strict: bool, convener: kq.Convener) -> None:
    present = data.draw(st.integers(1, members))
    yes = data.draw(st.integers(0, present))
    edition = rules(Fraction(1, 2), strict, "approval")
    passes = (
        convener is not kq.Convener.OTHER
        and present * 3 >= members * 2
        and (yes * 2 > present or (yes * 2 == present and not strict))
    )
    answer = kq.ballot(edition, members, convener, present, yes)
    assert answer.verdict is (kq.Verdict.MET if passes else kq.Verdict.NOT_MET)


CANDIDATES = st.builds(
    kq.Candidate,
    yes=st.integers(4, 9),
    former_winner=st.sampled_from([False, False, True]),
    runoff=st.integers(0, 2),
    stands=st.sampled_from([True, True, True, False]),
)


def places(seats: int, exempt: bool, found: list[kq.Candidate]) -> list[kq.Place]:
    """Seats by counting how many stand above each one; ten members are present."""
    inside = [
        one for one in found if one.stands and one.yes * 2 >= 10 and not (exempt and one.former_winner)
    ]
    answer = []
    for one in found:
        above = sum(other.yes > one.yes for other in inside)
        group = [other for other in inside if other.yes == one.yes]
        higher = above + sum(other.runoff > one.runoff for other in group)
        equal = sum(other.runoff == one.runoff for other in group)
        if not one.stands:
            answer.append(kq.Place.NONE)
        elif one.yes * 2 < 10:
            answer.append(kq.Place.NOT_PASSED)
        elif exempt and one.former_winner:
            answer.append(kq.Place.OFF_QUOTA)
        elif above + len(group) <= seats or higher + equal <= seats:
            answer.append(kq.Place.SEATED)
        elif above >= seats or higher >= seats:
            answer.append(kq.Place.NO_SEAT)
        else:
            answer.append(kq.Place.TIED)
    return answer


@given(
    st.lists(CANDIDATES, max_size=12),
    st.integers(0, 5),
    st.sampled_from(list(kq.Award)),
    st.sampled_from(["quality_only", "both_awards"]),
)
@settings(max_examples=settings().max_examples * 3)
def test_allocation(
    found: list[kq.Candidate], seats: int, award: kq.Award, exempt: str
) -> None:
    edition = EDITION.replace(**{f"quota.{award}": seats})
    edition = edition.with_reading("prior_winner.exempt", exempt)
    answer = kq.allocate(edition, award, 10, found)
    off_quota = award is kq.Award.QUALITY or exempt == "both_awards"
    wanted = places(seats, off_quota, found)
    assert list(answer.places) == wanted
    assert answer.tied == wanted.count(kq.Place.TIED)
    assert answer.seats.taken == wanted.count(kq.Place.SEATED)
    assert answer.seats.off_quota == wanted.count(kq.Place.OFF_QUOTA)


# --- Scores --------------------------------------------------------------------------------------


@given(scores(), scores(), st.integers(0, 1000), st.sampled_from(["none", "0", "1", "2", "3"]))
def test_total_score(document: Fraction, site: Fraction, tenths: int, digits: str) -> None:
    edition = EDITION.replace(
        **{"weight.document": Fraction(tenths, 10), "weight.site": Fraction(1000 - tenths, 10)}
    )
    total = (tenths * document + (1000 - tenths) * site) / 1000
    if digits != "none":
        edition = edition.with_reading("score.rounding", f"gbt8170:{digits}")
        total = Fraction(round(total * 10 ** int(digits)), 10 ** int(digits))
    assert kq.total_score(edition, document, site) == total
    met = total >= 600 and site >= 600
    assert kq.floors(edition, document, site).verdict is (
        kq.Verdict.MET if met else kq.Verdict.NOT_MET
    )


@given(scores(), st.integers(0, 3))
def test_least_site_score(document: Fraction, decimals: int) -> None:
    least = kq.least_site_score(EDITION, document, decimals)
    assert least is not None
    step = Fraction(1, 10**decimals)
    assert (least / step).denominator == 1
    assert kq.floors(EDITION, document, least).verdict is kq.Verdict.MET
    assert kq.floors(EDITION, document, least - step).verdict is kq.Verdict.NOT_MET


@given(st.fractions(0, 1000, max_denominator=1_000_000), st.integers(0, 3))
def test_rounding_half_to_even(value: Fraction, decimals: int) -> None:
    """Python's own round of a Fraction goes half to even."""
    rounded = Fraction(round(value * 10**decimals), 10**decimals)
    assert kq.round_gbt8170(value, decimals) == rounded
    assert Fraction(kq.format_score(value, decimals)) == rounded
    halfway = rounded + Fraction(1, 2 * 10**decimals)
    wanted = Fraction(round(halfway * 10**decimals), 10**decimals)
    assert kq.round_gbt8170(halfway, decimals) == wanted


PERCENTS = st.integers(0, 20).map(lambda n: 5 * n)


@given(st.sampled_from(sorted(model.CRITERIA)), st.integers(3, 6), st.data())
def test_sheets(name: str, assessors: int, data: st.DataObject) -> None:
    points = model.CRITERIA[name]
    criteria = kq.Criteria.find(name)
    width = len(points)
    sheets = data.draw(
        st.lists(
            st.lists(PERCENTS, min_size=width, max_size=width),
            min_size=assessors,
            max_size=assessors,
        )
    )
    sums = [Fraction(sum(p * q for p, q in zip(points, sheet)), 100) for sheet in sheets]
    panel = kq.ScoreSheets(EDITION, criteria, sheets)
    assert panel.sheet_scores == tuple(sums)
    assert panel.score == sum(sums) / assessors
    assert panel.spread == max(sums) - min(sums)
    assert sum(panel.category_scores) == panel.score
    assert sum(kq.sheet_category_scores(criteria, sheets[0])) == sums[0]


@given(st.lists(st.none() | st.sampled_from([600, "600.5", Fraction(1801, 3)]) | scores()))
def test_rank(totals: list[Any]) -> None:
    exact = [None if total is None else Fraction(total) for total in totals]
    known = [total for total in exact if total is not None]
    ranks, order = kq.rank(totals)
    assert ranks == tuple(
        None if total is None else 1 + sum(other > total for other in known) for total in exact
    )
    ranked = [place for place in order if place >= 0]
    assert [exact[place] for place in ranked] == sorted(known, reverse=True)


# --- Money ---------------------------------------------------------------------------------------


@given(
    st.sampled_from(list(kq.Award)),
    st.lists(past_awards(), max_size=5),
    st.sampled_from(["counts", "ignored"]),
    st.sampled_from([0, 100_000, 200_000, 450_000]),
)
def test_prize(award: kq.Award, history: list[dict[str, Any]], revoked: str, cap: int) -> None:
    edition = EDITION.replace(**{"prize.cap": cap}).with_reading("prize.revoked_history", revoked)
    counted = [past for past in history if revoked == "counts" or not past["revoked"]]
    payable = max(0, cap - sum(past["paid"] for past in counted))
    amount = min({"quality": 200_000, "nomination": 100_000}[award], payable)
    if any(past["award"] == award for past in counted):
        amount = 0
    assert kq.prize(edition, award, history).amount == amount
    assert kq.prize_payable(edition, history) == payable
    assert kq.is_former_winner(history) == any(not past["revoked"] for past in history)


# --- Days ----------------------------------------------------------------------------------------

DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2040, 12, 31))


@given(DAYS, st.integers(-20, 60))
def test_add_years(day: dt.date, years: int) -> None:
    try:
        wanted = day.replace(year=day.year + years)
    except ValueError:
        wanted = dt.date(day.year + years, 2, 28)
    assert kq.add_years(day, years) == wanted
    assert kq.add_years(day.isoformat(), years) == wanted


@given(DAYS, st.integers(-3000, 3000))
def test_add_days(day: dt.date, days: int) -> None:
    assert kq.add_days(day, days) == day + dt.timedelta(days=days)
    assert kq.weekday(day) == day.isoweekday()


YEARS = range(2030, 2034)
MARKED = st.dates(dt.date(2030, 1, 1), dt.date(2033, 12, 31))


@given(st.sets(MARKED, max_size=40), st.sets(MARKED, max_size=40), st.data())
def test_working_days_by_walking(
    off: set[dt.date], work: set[dt.date], data: st.DataObject
) -> None:
    off = off - work
    calendar = kq.Calendar(YEARS, off, work)

    def works(day: dt.date) -> bool:
        return day in work or (day not in off and day.isoweekday() < 6)

    first = data.draw(st.dates(dt.date(2030, 1, 1), dt.date(2031, 12, 31)))
    count = data.draw(st.integers(1, 60))
    day, left = first, count
    while left:
        day += dt.timedelta(days=1)
        left -= works(day)
    assert kq.add_working_days(first, count, calendar) == day
    walked = [first + dt.timedelta(days=n) for n in range((day - first).days + 1)]
    assert kq.count_working_days(first, day, calendar) == sum(map(works, walked))
    assert kq.is_working_day(first, calendar) == works(first)
    rolled = first
    while not works(rolled):
        rolled += dt.timedelta(days=1)
    assert kq.roll_forward(first, calendar) == rolled


@given(
    st.sampled_from(["fraud", "revocation"]), DAYS, st.integers(-40, 40), st.integers(0, 20)
)
def test_bar(kind: str, decided: dt.date, offset: int, years: int) -> None:
    edition = EDITION.replace(**{f"bar.{kind}_years": years})
    last = kq.bar_last_day(edition, kind, decided)
    try:
        wanted = decided.replace(year=decided.year + years)
    except ValueError:
        wanted = dt.date(decided.year + years, 2, 28)
    assert last == wanted
    day = max(last + dt.timedelta(days=offset), decided)
    first = kq.first_acceptance(edition, [(kind, decided)], day)
    assert first == (day if day > last else last + dt.timedelta(days=1))
