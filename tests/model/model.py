"""A slow model of a year's award round, written from the text alone.

It shares nothing with the library: exact fractions instead of bounded ratios, sets and sorting
instead of counting, and every other reading tried by deciding the whole round again. What it says is
compared with what the C program says (compare.py).

    python3 model.py FILE...    prints what it decides, one JSON text a file
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Day = tuple[int, int, int]

# --------------------------------------------------------------------------------------------------
# The ordinance as data


@dataclass(frozen=True)
class Parameter:
    """One number of the text: its kind, its value of 2020 and, where counted, its bounds."""

    kind: str
    value: int | Fraction
    least: int = 0
    most: int = 0


PARAMETERS: dict[str, Parameter] = {
    "quota.quality": Parameter("count", 3, 0, 10_000),  # Art. 3
    "quota.nomination": Parameter("count", 10, 0, 10_000),  # Art. 3
    "floor.total": Parameter("score", Fraction(600)),  # Art. 5
    "floor.site": Parameter("score", Fraction(600)),  # Art. 5
    "weight.document": Parameter("percent", Fraction(20)),  # Art. 18
    "weight.site": Parameter("percent", Fraction(80)),  # Art. 18
    "panel.min_assessors": Parameter("count", 3, 1, 99),  # Art. 10
    "assessor.min_years": Parameter("count", 3, 0, 60),  # Art. 11
    "eligibility.min_years": Parameter("count", 3, 0, 60),  # Art. 12(1)
    "eligibility.clean_years": Parameter("count", 3, 0, 60),  # Art. 12(6)
    "application.copies": Parameter("count", 2, 0, 99),  # Art. 14
    "site_report.working_days": Parameter("count", 5, 0, 250),  # Art. 17
    "vote.quorum_share": Parameter("share", Fraction(2, 3)),  # Art. 19
    "vote.approval_share": Parameter("share", Fraction(1, 2)),  # Art. 19
    "prize.quality": Parameter("count", 200_000, 0, 10**12),  # Art. 24
    "prize.nomination": Parameter("count", 100_000, 0, 10**12),  # Art. 24
    "prize.cap": Parameter("count", 200_000, 0, 10**12),  # Art. 24
    "bar.fraud_years": Parameter("count", 5, 0, 60),  # Art. 26
    "bar.revocation_years": Parameter("count", 3, 0, 60),  # Art. 30
    "report.days": Parameter("count", 30, 0, 3650),  # Art. 29
}

# The first value of each is the default.
READINGS: dict[str, tuple[str, ...]] = {
    "vote.approval": ("inclusive", "strict"),  # Art. 19
    "vote.quorum": ("inclusive", "strict"),  # Art. 19
    "floors.apply_to": ("both_awards", "quality_only"),  # Art. 5
    "prior_winner.exempt": ("quality_only", "both_awards"),  # Art. 22 with 2
    "clean_record.window": ("all_kinds", "inspections_only"),  # Art. 12(6)
    "special_nomination.floors": ("exempt", "apply"),  # Art. 22 with 5
    "prize.revoked_history": ("counts", "ignored"),  # Art. 24 with 26, 30
    "score.rounding": ("none", "gbt8170:0", "gbt8170:1", "gbt8170:2", "gbt8170:3"),  # Art. 18
    "report.rollover": ("next_working_day", "none"),  # Art. 29
}

FIRST_EDITION = "keqiao-2020"
FIRST_DAY: Day = (2020, 5, 10)  # Art. 32

# Points of the items, in order (Art. 5).
CRITERIA: dict[str, tuple[int, ...]] = {
    "gbt19580-2012": (50, 30, 30, 40, 50, 40, 50, 60, 15, 20, 15, 10, 10, 50, 50, 40, 40)
    + (80, 80, 80, 60, 50, 50),
    "baldrige-2021": (70, 50, 45, 40, 40, 45, 45, 45, 40, 45, 45, 40, 120, 80, 80, 80, 90),
}

DECLARED_FACTS = (  # Art. 12(1) to (5) and (7)
    "registered_in_district",
    "pays_tax_in_district",
    "lawful_operation",
    "excellence_model",
    "sound_management_system",
    "iso9001_certified",
    "quality_work_outstanding",
    "performance_leading",
    "innovation_leading",
    "integrity_and_service_good",
    "other_requirements_met",
)
CLEAN_RECORD = {  # Art. 12(6): the declared fact and the kind of incident that refutes it
    "inspections_clean": "inspection_failure",
    "no_major_accident": "major_accident",
    "no_major_complaint": "major_complaint",
}
PAPERS = ("self_evaluation", "form", "evidence")  # Art. 14
RECOMMENDERS = ("town", "subdistrict", "development_zone", "association")  # Art. 14
SANCTIONS = {"fraud": "bar.fraud_years", "revocation": "bar.revocation_years"}  # Art. 26, 30
AWARDS = ("quality", "nomination")
CONVENERS = ("chair", "delegated_vice_chair", "other")  # Art. 19
MOST_SHEETS = 99
MOST_DENOMINATOR = 1_000_000
MOST_SHARE_DENOMINATOR = 1000

# --------------------------------------------------------------------------------------------------
# The round as read


class InputError(Exception):
    """What ROUND.md lists as an input error, with the path of the field."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(path, what)
        self.path = path
        self.what = what

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass
class Edition:
    """Every parameter and reading by its name."""

    parameters: dict[str, Any]
    readings: dict[str, str]

    def __getitem__(self, name: str) -> Any:
        return self.parameters[name]

    def reads(self, name: str, value: str) -> bool:
        return self.readings[name] == value

    def under(self, name: str, value: str) -> Edition:
        """The same edition with one reading changed."""
        return Edition(self.parameters, {**self.readings, name: value})


@dataclass
class PastAward:
    award: str
    year: int
    paid: int
    revoked: bool


@dataclass
class Organization:
    id: str
    facts: dict[str, bool] = field(default_factory=dict)
    operating_since: Day | None = None
    incidents: list[tuple[str, Day]] = field(default_factory=list)
    application: dict[str, Any] = field(default_factory=dict)
    sanctions: list[tuple[str, Day]] = field(default_factory=list)
    history: list[PastAward] = field(default_factory=list)
    document: Fraction | None = None
    invited: bool = True
    site: Fraction | None = None


@dataclass
class Ballot:
    convened_by: str
    present: int
    yes: dict[str, int]
    runoff: dict[str, int] | None


@dataclass
class Round:
    year: int
    ordinance: str
    edition: Edition
    deadline: Day
    members: int | None
    organizations: list[Organization]
    votes: dict[str, Ballot | None]
    special: list[str]


# --------------------------------------------------------------------------------------------------
# Reading JSON: numbers stay text


class IntegerText(str):
    """An integer literal of the file."""


class DecimalText(str):
    """Any other number literal of the file."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InputError(key, "duplicate key")
        found[key] = value
    return found


def _refuse_constant(text: str) -> Any:
    raise InputError(text, "not JSON")


def parse_json(text: str | bytes) -> Any:
    """JSON with number literals kept as text and duplicate keys refused."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        return json.loads(
            text,
            parse_int=IntegerText,
            parse_float=DecimalText,
            parse_constant=_refuse_constant,
            object_pairs_hook=_pairs,
        )
    except (ValueError, RecursionError) as error:
        raise InputError("", f"not JSON: {error}") from error


def is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, (IntegerText, DecimalText))


def inside(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def mapping(value: Any, path: str, known: Iterable[str] | None) -> dict[str, Any]:
    """A mapping with known keys only; a null stands for an absent entry."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise InputError(path, "not a mapping")
    if known is not None:
        for key in value:
            if key not in known:
                raise InputError(inside(path, key), "unknown key")
    return {key: entry for key, entry in value.items() if entry is not None}


def sequence(value: Any, path: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError(path, "not a list")
    return value


def required(found: Mapping[str, Any], key: str, path: str) -> Any:
    if key not in found:
        raise InputError(inside(path, key), "missing")
    return found[key]


def text_of(value: Any, path: str) -> str:
    if not is_text(value):
        raise InputError(path, "not a text")
    return str(value)


def word(value: Any, path: str, allowed: Iterable[str]) -> str:
    text = text_of(value, path)
    if text not in allowed:
        raise InputError(path, "unknown word")
    return text


def truth(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise InputError(path, "neither true nor false")
    return value


def integer(value: Any, path: str, least: int, most: int | None) -> int:
    if not isinstance(value, IntegerText):
        raise InputError(path, "not an integer literal")
    number = int(value)
    if number < least or (most is not None and number > most):
        raise InputError(path, "out of range")
    return number


DECIMAL_FORM = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
FRACTION_FORM = re.compile(r"[0-9]+/[0-9]+", re.ASCII)


def exact(value: Any, path: str) -> Fraction:
    """A number from its text: plain decimal, in a string also a fraction; no exponent, no sign."""
    if not isinstance(value, str):
        raise InputError(path, "not a number")
    if DECIMAL_FORM.fullmatch(value) or (is_text(value) and FRACTION_FORM.fullmatch(value)):
        try:
            return Fraction(value)
        except ZeroDivisionError:
            raise InputError(path, "denominator 0") from None
    raise InputError(path, "not a plain number")


def score(value: Any, path: str) -> Fraction:
    number = exact(value, path)
    if number > 1000 or number.denominator > MOST_DENOMINATOR:
        raise InputError(path, "score out of range")
    return number


def percent(value: Any, path: str) -> Fraction:
    number = exact(value, path)
    if number > 100 or (number * 10).denominator != 1:
        raise InputError(path, "percent out of range")
    return number


def share(value: Any, path: str) -> Fraction:
    number = exact(value, path)
    if not 0 < number <= 1 or number.denominator > MOST_SHARE_DENOMINATOR:
        raise InputError(path, "share out of range")
    return number


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


DATE_FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


def day(value: Any, path: str) -> Day:
    match = DATE_FORM.fullmatch(text_of(value, path))
    if not match:
        raise InputError(path, "not a date")
    year, month, number = (int(part) for part in match.groups())
    if year < 1 or not 1 <= month <= 12 or not 1 <= number <= days_in(year, month):
        raise InputError(path, "no such day")
    return year, month, number


def add_years(start: Day, years: int) -> Day:
    """The same month and day in another year; 29 February becomes the 28th where there is none."""
    year, month, number = start
    if (month, number) == (2, 29) and not is_leap(year + years):
        number = 28
    return year + years, month, number


# --------------------------------------------------------------------------------------------------
# Reading a round


def read_amended(found: Mapping[str, Any]) -> dict[str, Any]:
    kinds: dict[str, Callable[[Any, str], Fraction]] = {
        "score": score,
        "percent": percent,
        "share": share,
    }
    values: dict[str, Any] = {}
    for name, parameter in PARAMETERS.items():
        path = f"amend.{name}"
        if name not in found:
            values[name] = parameter.value
        elif parameter.kind == "count":
            values[name] = integer(found[name], path, parameter.least, parameter.most)
        else:
            values[name] = kinds[parameter.kind](found[name], path)
    if values["weight.document"] + values["weight.site"] != 100:
        raise InputError("amend.weight.document", "weights do not add up to 100")
    return values


def read_readings(found: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: word(found.get(name, values[0]), f"readings.{name}", values)
        for name, values in READINGS.items()
    }


def read_sheet(value: Any, path: str, points: tuple[int, ...]) -> Fraction:
    """One assessor's score: points x percent / 100, summed over the items."""
    percents = sequence(value, path) if value is not None else None
    if percents is None or len(percents) != len(points):
        raise InputError(path, "not one percent an item")
    total = Fraction(0)
    for place, entry in enumerate(percents):
        number = integer(entry, f"{path}[{place}]", 0, 100)
        if number % 5:
            raise InputError(f"{path}[{place}]", "not a multiple of 5")
        total += Fraction(points[place] * number, 100)
    return total


def read_review(
    value: Any, path: str, points: tuple[int, ...], edition: Edition
) -> Fraction | None:
    """A review's score: given, or the exact mean of at least so many sheets (Art. 10)."""
    found = mapping(value, path, ("score", "sheets"))
    if "score" in found and "sheets" in found:
        raise InputError(path, "score and sheets both")
    if "score" in found:
        return score(found["score"], f"{path}.score")
    if "sheets" not in found:
        return None
    sheets = sequence(found["sheets"], f"{path}.sheets")
    if not edition["panel.min_assessors"] <= len(sheets) <= MOST_SHEETS:
        raise InputError(f"{path}.sheets", "too few or too many")
    scores = [read_sheet(sheet, f"{path}.sheets[{n}]", points) for n, sheet in enumerate(sheets)]
    return sum(scores, Fraction(0)) / len(scores)


def read_dated(value: Any, path: str, kinds: Iterable[str], date_key: str) -> list[tuple[str, Day]]:
    entries = []
    for place, entry in enumerate(sequence(value, path)):
        where = f"{path}[{place}]"
        if entry is None:
            raise InputError(where, "not a mapping")
        found = mapping(entry, where, ("kind", date_key))
        kind = word(required(found, "kind", where), f"{where}.kind", kinds)
        entries.append((kind, day(required(found, date_key, where), f"{where}.{date_key}")))
    return entries


def read_history(value: Any, path: str) -> list[PastAward]:
    entries = []
    for place, entry in enumerate(sequence(value, path)):
        where = f"{path}[{place}]"
        if entry is None:
            raise InputError(where, "not a mapping")
        found = mapping(entry, where, ("award", "year", "paid", "revoked"))
        entries.append(
            PastAward(
                word(required(found, "award", where), f"{where}.award", AWARDS),
                integer(required(found, "year", where), f"{where}.year", 1, 9999),
                integer(required(found, "paid", where), f"{where}.paid", 0, None),
                truth(found.get("revoked", False), f"{where}.revoked"),
            )
        )
    return entries


def read_application(value: Any, path: str) -> dict[str, Any]:
    known = (*PAPERS, "recommended_by", "copies", "received")
    found = mapping(value, path, known)
    read: dict[str, Any] = {}
    for paper in PAPERS:
        if paper in found:
            read[paper] = truth(found[paper], f"{path}.{paper}")
    if "recommended_by" in found:
        allowed = (*RECOMMENDERS, "none")
        read["recommended_by"] = word(found["recommended_by"], f"{path}.recommended_by", allowed)
    if "copies" in found:
        read["copies"] = integer(found["copies"], f"{path}.copies", 0, None)
    if "received" in found:
        read["received"] = day(found["received"], f"{path}.received")
    return read


ORGANIZATION_KEYS = (
    "id",
    "name",
    "facts",
    "incidents",
    "application",
    "sanctions",
    "history",
    "document_review",
    "invited",
    "site_review",
)


def read_organization(
    value: Any, path: str, points: tuple[int, ...], edition: Edition
) -> Organization:
    if value is None:
        raise InputError(path, "not a mapping")
    found = mapping(value, path, ORGANIZATION_KEYS)
    organization = Organization(text_of(required(found, "id", path), f"{path}.id"))
    text_of(found.get("name", ""), f"{path}.name")
    flags = (*DECLARED_FACTS, *CLEAN_RECORD)
    facts = mapping(found.get("facts"), f"{path}.facts", (*flags, "operating_since"))
    if "operating_since" in facts:
        since = facts.pop("operating_since")
        organization.operating_since = day(since, f"{path}.facts.operating_since")
    organization.facts = {name: truth(fact, f"{path}.facts.{name}") for name, fact in facts.items()}
    organization.incidents = read_dated(
        found.get("incidents"), f"{path}.incidents", CLEAN_RECORD.values(), "date"
    )
    organization.application = read_application(found.get("application"), f"{path}.application")
    organization.sanctions = read_dated(
        found.get("sanctions"), f"{path}.sanctions", SANCTIONS, "decided"
    )
    organization.history = read_history(found.get("history"), f"{path}.history")
    organization.document = read_review(
        found.get("document_review"), f"{path}.document_review", points, edition
    )
    organization.invited = truth(found.get("invited", True), f"{path}.invited")
    organization.site = read_review(
        found.get("site_review"), f"{path}.site_review", points, edition
    )
    return organization


def read_counts(value: Any, path: str, present: int) -> dict[str, int]:
    return {
        name: integer(votes, f"{path}.{name}", 0, present)
        for name, votes in mapping(value, path, None).items()
    }


def read_ballot(value: Any, path: str, members: int | None) -> Ballot | None:
    """One vote; more yes than present, more present than members are refused (Art. 19)."""
    if value is None:
        return None
    found = mapping(value, path, ("convened_by", "present", "yes", "runoff"))
    if members is None:
        raise InputError("committee.members", "missing")
    convened_by = word(required(found, "convened_by", path), f"{path}.convened_by", CONVENERS)
    present = integer(required(found, "present", path), f"{path}.present", 1, members)
    yes = read_counts(required(found, "yes", path), f"{path}.yes", present)
    runoff = read_counts(found["runoff"], f"{path}.runoff", present) if "runoff" in found else None
    return Ballot(convened_by, present, yes, runoff)


def refuse_repeats(ids: list[str], path: str) -> None:
    for place, name in enumerate(ids):
        if name in ids[:place]:
            raise InputError(f"{path}[{place}]", "given twice")


ROUND_KEYS = (
    "year",
    "ordinance",
    "amend",
    "readings",
    "criteria",
    "application_deadline",
    "committee",
    "organizations",
    "votes",
    "special_nominations",
)


def read_round(document: Any) -> Round:
    """A round from a parsed file; every error that needs no decision is found here."""
    if not isinstance(document, dict):
        raise InputError("", "not a mapping")
    found = mapping(document, "", ROUND_KEYS)
    deadline = day(required(found, "application_deadline", ""), "application_deadline")
    if "ordinance" not in found and deadline < FIRST_DAY:
        raise InputError("application_deadline", "no edition in force")
    ordinance = word(found.get("ordinance", FIRST_EDITION), "ordinance", (FIRST_EDITION,))
    edition = Edition(
        read_amended(mapping(found.get("amend"), "amend", PARAMETERS)),
        read_readings(mapping(found.get("readings"), "readings", READINGS)),
    )
    points = CRITERIA[word(found.get("criteria", "gbt19580-2012"), "criteria", CRITERIA)]
    committee = mapping(found.get("committee"), "committee", ("members",))
    members = committee.get("members")
    if members is not None:
        members = integer(members, "committee.members", 1, None)
    listed = sequence(required(found, "organizations", ""), "organizations")
    organizations = [
        read_organization(entry, f"organizations[{n}]", points, edition)
        for n, entry in enumerate(listed)
    ]
    refuse_repeats([organization.id for organization in organizations], "organizations")
    votes = mapping(found.get("votes"), "votes", AWARDS)
    nominated = sequence(found.get("special_nominations"), "special_nominations")
    special = [text_of(name, f"special_nominations[{n}]") for n, name in enumerate(nominated)]
    refuse_repeats(special, "special_nominations")
    year = integer(required(found, "year", ""), "year", 1, 9999)
    ballots = {award: read_ballot(votes.get(award), f"votes.{award}", members) for award in AWARDS}
    return Round(year, ordinance, edition, deadline, members, organizations, ballots, special)


# --------------------------------------------------------------------------------------------------
# 1. Eligibility (Art. 12, 14, 15, 26, 30)

Verdict = bool | None  # met, not met, unknown


def operating_long_enough(org: Organization, edition: Edition, deadline: Day) -> Verdict:
    """Art. 12(1): so many years of operation by the deadline."""
    if org.operating_since is None:
        return None
    return add_years(org.operating_since, edition["eligibility.min_years"]) <= deadline


def clean_record(org: Organization, fact: str, edition: Edition, deadline: Day) -> Verdict:
    """Art. 12(6): an incident in the window refutes whatever is declared."""
    kind = CLEAN_RECORD[fact]
    unlimited = edition.reads("clean_record.window", "inspections_only")
    if unlimited and kind != "inspection_failure":
        start = (-10_000, 1, 1)
    else:
        start = add_years(deadline, -edition["eligibility.clean_years"])
    if any(k == kind and start <= date <= deadline for k, date in org.incidents):
        return False
    return org.facts.get(fact)


def application_findings(org: Organization, edition: Edition, deadline: Day) -> dict[str, Verdict]:
    """Art. 14: papers, recommendation, copies, time."""
    papers = org.application
    recommended = papers.get("recommended_by")
    copies = papers.get("copies")
    received = papers.get("received")
    return {
        **{f"application.{paper}": papers.get(paper) for paper in PAPERS},
        "application.recommended_by": None if recommended is None else recommended != "none",
        "application.copies": None if copies is None else copies >= edition["application.copies"],
        "application.received": None if received is None else received <= deadline,
    }


def unbarred(org: Organization, edition: Edition, deadline: Day) -> bool:
    """Art. 26 and 30: every bar decided by the deadline has ended before it."""
    return all(
        add_years(decided, edition[SANCTIONS[kind]]) < deadline
        for kind, decided in org.sanctions
        if decided <= deadline
    )


def eligibility(org: Organization, edition: Edition, deadline: Day) -> tuple[Verdict, list[str]]:
    """The conjunction of the findings, and what is missing where the answer is unknown."""
    findings: dict[str, Verdict] = {fact: org.facts.get(fact) for fact in DECLARED_FACTS}
    findings["operating_since"] = operating_long_enough(org, edition, deadline)
    for fact in CLEAN_RECORD:
        findings[fact] = clean_record(org, fact, edition, deadline)
    findings.update(application_findings(org, edition, deadline))
    findings["bar"] = unbarred(org, edition, deadline)
    if any(verdict is False for verdict in findings.values()):
        return False, []
    missing = sorted(name for name, verdict in findings.items() if verdict is None)
    return (None, missing) if missing else (True, [])


# --------------------------------------------------------------------------------------------------
# 2. Scores (Art. 5, 16, 17, 18)


def total_score(org: Organization, edition: Edition) -> Fraction | None:
    """Art. 18, rounded once where the reading says so; half to even."""
    if org.document is None or org.site is None:
        return None
    document, site = edition["weight.document"], edition["weight.site"]
    total: Fraction = (document * org.document + site * org.site) / 100
    rounding = edition.readings["score.rounding"]
    if rounding == "none":
        return total
    scale = 10 ** int(rounding.removeprefix("gbt8170:"))
    return Fraction(round(total * scale), scale)


def meets_floors(org: Organization, edition: Edition) -> bool:
    """Art. 5: neither the total nor the site score below its floor."""
    total = total_score(org, edition)
    if total is None or org.site is None:
        return False
    return bool(total >= edition["floor.total"] and org.site >= edition["floor.site"])


@dataclass
class Line:
    """What becomes of one organisation; the votes may still change it."""

    outcome: str
    eligible: Verdict = None
    missing: list[str] = field(default_factory=list)
    total: Fraction | None = None
    rank: int | None = None
    stands_for_quality: bool = False
    stands: bool = False
    award: str | None = None
    off_quota: bool = False
    prize: int = 0


def judged_before_vote(org: Organization, edition: Edition, deadline: Day) -> Line:
    """Steps 1 and 2 for one organisation; candidates come out as pending and standing."""
    eligible, missing = eligibility(org, edition, deadline)
    if eligible is not True:
        outcome = "ineligible" if eligible is False else "undetermined"
        return Line(outcome, eligible, missing)
    if org.document is None:
        return Line("pending", True)
    if not org.invited:
        return Line("not_invited", True)
    if org.site is None:
        return Line("pending", True)
    line = Line("pending", True, total=total_score(org, edition))
    line.stands_for_quality = meets_floors(org, edition)
    line.stands = line.stands_for_quality or edition.reads("floors.apply_to", "quality_only")
    if not line.stands:
        line.outcome = "below_floor"
    return line


def rank_candidates(lines: Iterable[Line]) -> None:
    """Art. 18: from high to low; equal totals share a rank."""
    ranked = [line for line in lines if line.stands_for_quality]
    for line in ranked:
        line.rank = 1 + sum(other.total > line.total for other in ranked)  # type: ignore[operator]


# --------------------------------------------------------------------------------------------------
# 3. and 4. The votes (Art. 3, 19, 22)


def at_least(number: int, of: int, share_needed: Fraction, strict: bool) -> bool:
    """Whether a number reaches a share of a whole; the strict reading wants more than the share."""
    reached = Fraction(number, of)
    return reached > share_needed if strict else reached >= share_needed


def is_valid(ballot: Ballot, members: int, edition: Edition) -> bool:
    """Art. 19: convened by the chair or a vice-chair so charged, with a quorum."""
    strict = edition.reads("vote.quorum", "strict")
    quorum = at_least(ballot.present, members, edition["vote.quorum_share"], strict)
    return quorum and ballot.convened_by != "other"


def passing(ballot: Ballot, standing: Iterable[str], edition: Edition) -> list[str]:
    """Art. 19: those with enough of the members present in favour."""
    strict = edition.reads("vote.approval", "strict")
    wanted = edition["vote.approval_share"]
    return [
        name
        for name in standing
        if at_least(ballot.yes.get(name, 0), ballot.present, wanted, strict)
    ]


def in_groups(names: Iterable[str], counts: Mapping[str, int]) -> list[list[str]]:
    """Groups of equal count, the highest first."""
    names = list(names)
    levels = sorted({counts.get(name, 0) for name in names}, reverse=True)
    return [[name for name in names if counts.get(name, 0) == level] for level in levels]


def fill_seats(names: list[str], ballot: Ballot, quota: int) -> tuple[set[str], set[str]]:
    """Seats in order of votes; a group across the last seat goes to the runoff, or is tied."""
    seated: set[str] = set()
    for group in in_groups(names, ballot.yes):
        left = quota - len(seated)
        if left == 0:
            return seated, set()
        if len(group) <= left:
            seated.update(group)
            continue
        if ballot.runoff is None:
            return seated, set(group)
        for equal in in_groups(group, ballot.runoff):
            left = quota - len(seated)
            if left == 0:
                return seated, set()
            if len(equal) > left:
                return seated, set(equal)
            seated.update(equal)
    return seated, set()


def has_won_before(org: Organization) -> bool:
    """Art. 22: an award that was not revoked."""
    return any(not past.revoked for past in org.history)


def hold_vote(
    lines: dict[str, Line],
    standing: list[str],
    ballot: Ballot,
    award: str,
    exempt: set[str],
    edition: Edition,
) -> set[str]:
    """Gives an award by a valid vote; returns those tied."""
    passed = passing(ballot, standing, edition)
    off_quota = {name for name in passed if name in exempt}
    inside = [name for name in passed if name not in off_quota]
    seated, tied = fill_seats(inside, ballot, edition[f"quota.{award}"])
    for name in seated | off_quota:
        lines[name].outcome = lines[name].award = award
        lines[name].off_quota = name in off_quota
    return tied


def set_outcome(lines: dict[str, Line], names: Iterable[str], outcome: str) -> None:
    for name in names:
        lines[name].outcome = outcome


def run_votes(rnd: Round, edition: Edition, lines: dict[str, Line]) -> None:
    """Steps 3 and 4."""
    candidates = [name for name, line in lines.items() if line.stands]
    former = {org.id for org in rnd.organizations if has_won_before(org)}
    quality, nomination = rnd.votes["quality"], rnd.votes["nomination"]
    if quality is None:
        return
    assert rnd.members is not None
    if not is_valid(quality, rnd.members, edition):
        return set_outcome(lines, candidates, "vote_void")
    standing = [name for name in candidates if lines[name].stands_for_quality]
    tied = hold_vote(lines, standing, quality, "quality", former, edition)
    set_outcome(lines, tied, "tied")
    if tied or nomination is None:
        return
    standing = [name for name in candidates if lines[name].award is None]
    if not is_valid(nomination, rnd.members, edition):
        return set_outcome(lines, standing, "vote_void")
    set_outcome(lines, standing, "not_elected")
    both = edition.reads("prior_winner.exempt", "both_awards")
    exempt = former if both else set()
    tied = hold_vote(lines, standing, nomination, "nomination", exempt, edition)
    set_outcome(lines, tied, "tied")


def check_entries(rnd: Round, lines: dict[str, Line]) -> None:
    """Votes for one that does not stand in that vote are refused, 0 included."""
    for award, ballot in rnd.votes.items():
        if ballot is None:
            continue
        for kind, entries in (("yes", ballot.yes), ("runoff", ballot.runoff or {})):
            for name in entries:
                line = lines.get(name)
                quality = award == "quality"
                if not line or not (line.stands_for_quality if quality else line.stands):
                    raise InputError(f"votes.{award}.{kind}.{name}", "does not stand")


# --------------------------------------------------------------------------------------------------
# 5. and 6. Special nominations and prizes (Art. 22, 24)


def special_holds(name: str, rnd: Round, edition: Edition, lines: dict[str, Line]) -> bool:
    """Art. 22: not awarded by the votes and, under `apply`, with both scores at the floors."""
    if name in lines and lines[name].award is not None:
        return False
    if edition.reads("special_nomination.floors", "exempt"):
        return True
    return any(org.id == name and meets_floors(org, edition) for org in rnd.organizations)


def nominate_specially(rnd: Round, edition: Edition, lines: dict[str, Line], lenient: bool) -> None:
    for place, name in enumerate(rnd.special):
        if not special_holds(name, rnd, edition, lines):
            if lenient:
                continue
            raise InputError(f"special_nominations[{place}]", "does not hold")
        line = lines.setdefault(name, Line("nomination"))
        line.outcome = line.award = "nomination"
        line.off_quota = True


def prize(award: str | None, history: list[PastAward], edition: Edition) -> int:
    """Art. 24: no award twice, and no more than the cap in all."""
    if award is None:
        return 0
    ignored = edition.reads("prize.revoked_history", "ignored")
    counted = [past for past in history if not (past.revoked and ignored)]
    if any(past.award == award for past in counted):
        return 0
    left: int = edition["prize.cap"] - sum(past.paid for past in counted)
    full: int = edition[f"prize.{award}"]
    return min(full, max(0, left))


def decide(rnd: Round, edition: Edition, lenient: bool = False) -> dict[str, Line]:
    """The six steps. Lenient leaves out the entries that this edition makes invalid."""
    lines = {org.id: judged_before_vote(org, edition, rnd.deadline) for org in rnd.organizations}
    rank_candidates(lines.values())
    if not lenient:
        check_entries(rnd, lines)
    run_votes(rnd, edition, lines)
    nominate_specially(rnd, edition, lines, lenient)
    for org in rnd.organizations:
        lines[org.id].prize = prize(lines[org.id].award, org.history, edition)
    for name in lines.keys() - {org.id for org in rnd.organizations}:
        lines[name].prize = prize(lines[name].award, [], edition)
    return lines


# --------------------------------------------------------------------------------------------------
# Which readings a result depends on, and the output


def dependence(rnd: Round, decided: dict[str, Line]) -> list[dict[str, str]]:
    """Decides again under each other value of one reading at a time."""
    found: list[dict[str, str]] = []
    for reading, values in READINGS.items():
        others = [
            decide(rnd, rnd.edition.under(reading, value), lenient=True)
            for value in values
            if not rnd.edition.reads(reading, value)
        ]
        for name, line in decided.items():
            outcomes = {other[name].outcome if name in other else None for other in others}
            prizes = {other[name].prize if name in other else None for other in others}
            if outcomes != {line.outcome}:
                found.append({"code": "depends_on_reading", "id": name, "reading": reading})
            elif prizes != {line.prize}:
                found.append({"code": "prize_depends_on_reading", "id": name, "reading": reading})
    return found


def seats_of(award: str, lines: dict[str, Line], edition: Edition) -> dict[str, int]:
    holders = [line for line in lines.values() if line.award == award]
    return {
        "quota": edition[f"quota.{award}"],
        "taken": sum(not line.off_quota for line in holders),
        "off_quota": sum(line.off_quota for line in holders),
    }


def output(rnd: Round, lines: dict[str, Line]) -> dict[str, Any]:
    """What ROUND.md calls the output, without the findings."""
    return {
        "year": rnd.year,
        "ordinance": rnd.ordinance,
        "organizations": [
            {
                "id": name,
                "outcome": line.outcome,
                "rank": line.rank,
                "total": None if line.total is None else str(line.total),
                "award": line.award,
                "off_quota": line.off_quota,
                "prize": line.prize,
                "missing": line.missing,
            }
            for name, line in lines.items()
        ],
        "seats": {award: seats_of(award, lines, rnd.edition) for award in AWARDS},
        "prize_total": sum(line.prize for line in lines.values()),
    }


def solve(text: str | bytes, with_warnings: bool = True) -> dict[str, Any]:
    """A round file to its result; raises InputError."""
    rnd = read_round(parse_json(text))
    lines = decide(rnd, rnd.edition)
    result = output(rnd, lines)
    if with_warnings:
        result["warnings"] = dependence(rnd, lines)
    return result


def main(paths: list[str]) -> int:
    status = 0
    for path in paths:
        try:
            with open(path, "rb") as file:
                result = solve(file.read())
            print(json.dumps(result, ensure_ascii=False, indent=2))
        except InputError as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
