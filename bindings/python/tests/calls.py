"""One call of the Python package for each function name of the conformance suite."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import kqaward as kq
from kqaward import _native

Input = dict[str, Any]
Answer = dict[str, Any]

HANDLERS: dict[str, tuple[Callable[[kq.Edition, Input], Answer], frozenset[str] | None]] = {}

Handler = Callable[[kq.Edition, Input], Answer]


def handles(name: str, keys: str | None) -> Callable[[Handler], Handler]:
    """Registers a call with the input keys that it reads; None for a whole round file."""

    def register(call: Handler) -> Handler:
        HANDLERS[name] = (call, None if keys is None else frozenset(keys.split()))
        return call

    return register


# --- Parts of answers ----------------------------------------------------------------------------


def shown(value: Any) -> Any:
    """A date or an exact number as the suite writes it."""
    return value if value is None or isinstance(value, (bool, int)) else str(value)


def findings(found: tuple[kq.Finding, ...]) -> Answer:
    return {
        "count": len(found),
        "findings": [
            {
                "provision": finding.provision,
                "verdict": str(finding.verdict),
                "observed": finding.observed_text,
                "required": finding.required_text,
            }
            for finding in found
        ],
    }


def decision(answer: Any) -> Answer:
    return {"verdict": str(answer.verdict), **findings(answer.findings)}


def exact(answer: Any) -> Answer:
    return {"value": None if answer is None else str(answer)}


def raw_exact(pair: tuple[int, int]) -> Answer:
    num, den = pair
    return {"value": str(num) if den == 1 else f"{num}/{den}"}


def day(answer: Any) -> Answer:
    return {"date": None if answer is None else answer.isoformat()}


def measures(answer: kq.Measure) -> Answer:
    return {"measures": [one.name.lower() for one in kq.Measure if one in answer]}


def number(text: Any) -> Any:
    """An exact number as a Fraction, its bounds unchecked; None for none."""
    if text is None:
        return None
    num, _, den = str(text).partition("/")
    if den and int(den) == 0:
        return SimpleNamespace(numerator=int(num), denominator=0)
    return Fraction(str(text))


# --- Status, dates, calendars, exact numbers -----------------------------------------------------


def listed(place: int, element: Any, other: Any) -> list[Any]:
    """A list with one element of its own."""
    return [*[other] * place, element]


def organization_at(place: int, part: Input) -> Input:
    others = [{"id": f"K{number}"} for number in range(place)]
    return {"organizations": [*others, {"id": "last", **part}]}


def vote(award: str, part: Input) -> Input:
    ballot = {"convened_by": "chair", "present": 14, "yes": {}}
    votes = {"quality": ballot, "nomination": ballot, award: {**ballot, **part}}
    return {"committee": {"members": 18}, "votes": votes}


# What makes a round wrong at a field, given the places and the key.
FAULTS: dict[str, Callable[[list[int], Any], Input]] = {
    "organizations[].site_review.score": lambda at, key: organization_at(
        at[0], {"site_review": {"score": 1001}}
    ),
    "organizations[].document_review.sheets[][]": lambda at, key: organization_at(
        at[0],
        {"document_review": {"sheets": listed(
            at[1], listed(at[2], 101, 60), [60] * 23
        )}},
    ),
    "organizations[].incidents[].date": lambda at, key: organization_at(
        at[0],
        {"incidents": listed(
            at[1],
            {"kind": "major_accident", "date": "2023-02-29"},
            {"kind": "major_accident", "date": "2023-02-28"},
        )},
    ),
    "organizations[].facts.*": lambda at, key: organization_at(at[0], {"facts": {key: 1}}),
    "votes.quality.yes.*": lambda at, key: vote("quality", {"yes": {key: -1}}),
    "votes.nomination.runoff.*": lambda at, key: vote("nomination", {"runoff": {key: -1}}),
    "special_nominations[]": lambda at, key: {"special_nominations": listed(at[0], 1, "S")},
    "committee.members": lambda at, key: {"committee": {"members": 0}},
    "application_deadline": lambda at, key: {"application_deadline": "2026-02-30"},
}


@handles("fault_path", "status field index key")
def fault_path(edition: kq.Edition, given: Input) -> Answer:
    """The package has faults as errors alone: that of a round wrong at the field."""
    document = {"year": 2026, "application_deadline": "2026-06-30", "organizations": []}
    try:
        if given["field"] == "quota.quality":
            edition.replace(**{"quota.quality": 10_001})
        part = FAULTS[given["field"]](given["index"], given.get("key"))
        kq.Round.from_dict({**document, **part}).decide()
    except kq.KqaError as error:
        return {"text": error.field}
    return {"text": ""}


@handles("date_is_valid", "date")
def date_is_valid(edition: kq.Edition, given: Input) -> Answer:
    try:
        kq.weekday(given["date"])
    except kq.KqaError as error:
        assert error.status == kq.Status.NO_SUCH_DAY
        return {"value": False}
    return {"value": True}


@handles("date_compare", "a b")
def date_compare(edition: kq.Edition, given: Input) -> Answer:
    return {"value": _native.date_compare(given["a"], given["b"])}


@handles("date_day_number", "date")
def date_day_number(edition: kq.Edition, given: Input) -> Answer:
    return {"value": _native.date_day_number(given["date"])}


@handles("date_from_day_number", "number")
def date_from_day_number(edition: kq.Edition, given: Input) -> Answer:
    return day(_native.date_from_day_number(given["number"]))


@handles("date_weekday", "date")
def date_weekday(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.weekday(given["date"])}


@handles("date_add_years", "date years")
def date_add_years(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.add_years(given["date"], given["years"]))


@handles("date_add_days", "date days")
def date_add_days(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.add_days(given["date"], given["days"]))


@handles("date_parse", "text")
def date_parse(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.add_days(given["text"], 0))


def calendar(given: Input) -> kq.Calendar | None:
    years = given.get("calendar")
    if years is None:
        return None
    own = kq.Calendar([one["year"] for one in years])
    for one in years:
        if 2020 <= one["year"] <= 2026:
            # The package starts from the built-in notice, the suite from a year of plain weeks.
            first = dt.date(one["year"], 1, 1).toordinal()
            for place in range(first, dt.date(one["year"] + 1, 1, 1).toordinal()):
                own = own.mark(dt.date.fromordinal(place), kq.DayKind.ORDINARY)
        for key, kind in (("off", kq.DayKind.OFF), ("work", kq.DayKind.WORKING)):
            for date in one.get(key, []):
                # The suite marks a year's days in that year alone.
                kq.Calendar([one["year"]]).mark(date, kind)
                if int(date[:4]) != one["year"]:
                    raise kq.KqaError("a day of another year", "range", "date")
                own = own.mark(date, kind)
    return own


@handles("calendar_is_working", "date calendar")
def calendar_is_working(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.is_working_day(given["date"], calendar(given))}


@handles("calendar_add_working_days", "date days calendar")
def calendar_add_working_days(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.add_working_days(given["date"], given["days"], calendar(given)))


@handles("calendar_roll_forward", "date calendar")
def calendar_roll_forward(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.roll_forward(given["date"], calendar(given)))


@handles("calendar_count_working_days", "first last calendar")
def calendar_count_working_days(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.count_working_days(given["first"], given["last"], calendar(given))}


@handles("ratio_make", "num den")
def ratio_make(edition: kq.Edition, given: Input) -> Answer:
    return raw_exact(_native.ratio_make(given["num"], given["den"]))


@handles("ratio_compare", "a b")
def ratio_compare(edition: kq.Edition, given: Input) -> Answer:
    return {"value": _native.ratio_compare(number(given["a"]), number(given["b"]))}


@handles("ratio_round", "value decimals")
def ratio_round(edition: kq.Edition, given: Input) -> Answer:
    return exact(kq.round_gbt8170(number(given["value"]), given["decimals"]))


@handles("ratio_parse", "text max_denominator")
def ratio_parse(edition: kq.Edition, given: Input) -> Answer:
    return raw_exact(_native.ratio_parse(given["text"], given.get("max_denominator", 1_000_000)))


@handles("ratio_format_rounded", "value decimals")
def ratio_format_rounded(edition: kq.Edition, given: Input) -> Answer:
    return {"text": kq.format_score(number(given["value"]), given["decimals"])}


# --- Editions and registers ----------------------------------------------------------------------


def of_edition(found: kq.Edition) -> Answer:
    to = found.in_force_to
    return {
        "id": found.id,
        "in_force_from": found.in_force_from.isoformat(),
        "in_force_to": None if to is None else to.isoformat(),
    }


@handles("edition_find", "id")
def edition_find(edition: kq.Edition, given: Input) -> Answer:
    return of_edition(kq.edition(given["id"]))


@handles("edition_on", "date")
def edition_on(edition: kq.Edition, given: Input) -> Answer:
    return of_edition(kq.edition.on(given["date"]))


@handles("edition_check", "")
def edition_check(edition: kq.Edition, given: Input) -> Answer:
    _native.edition_checked(edition._raw)
    return {"value": True}


@handles("edition_get", "name")
def edition_get(edition: kq.Edition, given: Input) -> Answer:
    return {"value": edition.value_text(given["name"])}


@handles("edition_diff", "")
def edition_diff(edition: kq.Edition, given: Input) -> Answer:
    return {"names": list(kq.edition(edition.id).diff(edition))}


@handles("parameter_find", "name")
def parameter_find(edition: kq.Edition, given: Input) -> Answer:
    for row in kq.parameters():
        if row.name == given["name"]:
            return {
                "name": row.name,
                "kind": str(row.kind),
                "article": row.article,
                "item": row.item or 0,
                "min": row.min,
                "max": row.max,
                "touches_round": row.touches_round,
            }
    for reading in kq.readings():
        if reading.name == given["name"]:
            return {
                "name": reading.name,
                "kind": "reading",
                "article": reading.article,
                "item": reading.item or 0,
                "min": 0,
                "max": len(reading.values) - 1,
                "touches_round": reading.touches_round,
            }
    return {"name": None, "kind": None, "article": 0, "item": 0, "min": 0, "max": 0,
            "touches_round": False}


@handles("reading_value", "reading")
def reading_value(edition: kq.Edition, given: Input) -> Answer:
    return {"words": [w for row in kq.readings() if row.name == given["reading"]
                      for w in row.values]}


@handles("in_force_check", "date")
def in_force_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.in_force(edition, given["date"]))


def provision_code(key: str) -> int:
    """The register's code of a permanent name; 0 for none."""
    return next((row._raw[0] for row in kq.provisions() if row.key == key), 0)


@handles("provision_find", "provision")
def provision_find(edition: kq.Edition, given: Input) -> Answer:
    for row in kq.provisions():
        if row.key == given["provision"]:
            return {
                "code": row._raw[0],
                "kind": str(row.kind),
                "article": row.article,
                "item": row.item or 0,
            }
    return {"code": 0, "kind": None, "article": 0, "item": 0}


_LANGUAGES = {"zh": 1, "en": 2}


@handles("citation", "article item language")
def citation(edition: kq.Edition, given: Input) -> Answer:
    language = _LANGUAGES[given.get("language", "zh")]
    return {"text": _native.citation(given["article"], given.get("item", 0), language)}


def code(words: type, word: str | None, absent: int = 0) -> int:
    if word is None:
        return absent
    members = list(words)
    return words.first_code() + members.index(words(word))


def finding(given: Input) -> kq.Finding:
    def pair(text: Any) -> tuple[int, int]:
        return (0, 0) if text is None else number(text).as_integer_ratio()

    return kq.Finding((
        provision_code(given["provision"]),
        code(kq.Verdict, given.get("verdict")),
        code(kq.Unit, given.get("unit")),
        code(kq.Relation, given.get("relation")),
        *pair(given.get("observed")),
        *pair(given.get("required")),
    ))


FINDING_KEYS = "provision verdict unit relation observed required language"


@handles("finding_text", FINDING_KEYS)
def finding_text(edition: kq.Edition, given: Input) -> Answer:
    language = given.get("language", "zh")
    if language not in _LANGUAGES:
        # Where the package refuses a language, the library has no text.
        return {"text": _native.finding_text(finding(given)._raw, -1)}
    return {"text": finding(given).text(language)}


@handles("finding_values", FINDING_KEYS)
def finding_values(edition: kq.Edition, given: Input) -> Answer:
    one = finding(given)
    return {"observed": one.observed_text, "required": one.required_text}


# --- People --------------------------------------------------------------------------------------


@handles("eligibility_decide", "deadline facts application incidents sanctions")
def eligibility_decide(edition: kq.Edition, given: Input) -> Answer:
    result = kq.eligibility(
        edition,
        given["deadline"],
        given.get("facts"),
        given.get("application"),
        given.get("incidents", ()),
        given.get("sanctions", ()),
    )
    return {**decision(result), "missing": list(result.missing)}


@handles("bar_last_day", "kind decided")
def bar_last_day(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.bar_last_day(edition, given["kind"], given["decided"]))


@handles("assessor_check", " ".join(kq.ASSESSOR_FACTS) + " years")
def assessor_check(edition: kq.Edition, given: Input) -> Answer:
    facts = {key: item for key, item in given.items() if key != "years"}
    return decision(kq.assessor(edition, facts, given.get("years")))


@handles("panel_check", "assessors leaders")
def panel_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.panel(edition, given["assessors"], given["leaders"]))


@handles("committee_role", "")
def committee_role(edition: kq.Edition, given: Input) -> Answer:
    return {"roles": [str(seat.role) for seat in kq.committee_seats()]}


@handles("committee_check", "filled")
def committee_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.committee(given["filled"]))


@handles("conduct_check", " ".join(kq.CONDUCT_FACTS))
def conduct_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.conduct(given))


@handles("conduct_measures", "breached criminal")
def conduct_measures(edition: kq.Edition, given: Input) -> Answer:
    return measures(kq.conduct_measures(given.get("breached"), given.get("criminal")))


# --- Criteria and scores -------------------------------------------------------------------------


def criteria(given: Input) -> kq.Criteria:
    """A built-in set, or one written out and not yet checked."""
    own = given.get("criteria", "gbt19580-2012")
    if isinstance(own, str):
        return kq.Criteria.find(own)
    items = [tuple(item) for item in own["items"]]
    items += items[-1:] * (own.get("item_count", len(items)) - len(items))
    return kq.Criteria(
        _native.criteria_make(own["id"], items, own["percent_step"], own["full_score"])
    )


def sheet(given: Any, own: kq.Criteria) -> list[int]:
    return [given] * len(own) if isinstance(given, int) else given


@handles("criteria_find", "id")
def criteria_find(edition: kq.Edition, given: Input) -> Answer:
    own = kq.Criteria.find(given["id"])
    return {
        "full_score": own.full_score,
        "percent_step": own.percent_step,
        "category_count": own.category_count,
        "item_count": len(own),
        "items": [[item.points, item.category] for item in own.items],
    }


@handles("criteria_check", "criteria")
def criteria_check(edition: kq.Edition, given: Input) -> Answer:
    criteria(given).check()
    return {"value": True}


@handles("criteria_verify", "criteria")
def criteria_verify(edition: kq.Edition, given: Input) -> Answer:
    return decision(criteria(given).verify())


@handles("criteria_item", "id item")
def criteria_item(edition: kq.Edition, given: Input) -> Answer:
    return {
        "clause": _native.criteria_item_clause(given["id"], given["item"]),
        "zh": _native.criteria_item_name(given["id"], given["item"], 1),
        "en": _native.criteria_item_name(given["id"], given["item"], 2),
    }


@handles("criteria_category", "id category")
def criteria_category(edition: kq.Edition, given: Input) -> Answer:
    return {
        "zh": _native.criteria_category_name(given["id"], given["category"], 1),
        "en": _native.criteria_category_name(given["id"], given["category"], 2),
    }


@handles("sheet_item_score", "criteria sheet item")
def sheet_item_score(edition: kq.Edition, given: Input) -> Answer:
    own = criteria(given)
    return exact(kq.sheet_item_score(own, sheet(given["sheet"], own), given["item"]))


@handles("sheet_category_score", "criteria sheet category")
def sheet_category_score(edition: kq.Edition, given: Input) -> Answer:
    own = criteria(given)
    return exact(kq.sheet_category_score(own, sheet(given["sheet"], own), given["category"]))


@handles("sheet_score", "criteria sheet")
def sheet_score(edition: kq.Edition, given: Input) -> Answer:
    own = criteria(given)
    return exact(kq.sheet_score(own, sheet(given["sheet"], own)))


def sheets(given: Input, own: kq.Criteria) -> list[list[int]]:
    return [sheet(one, own) for one in given["sheets"]]


@handles("panel_score", "criteria sheets")
def panel_score(edition: kq.Edition, given: Input) -> Answer:
    own = criteria(given)
    return exact(kq.panel_score(edition, own, sheets(given, own)))


@handles("panel_category_score", "criteria sheets category")
def panel_category_score(edition: kq.Edition, given: Input) -> Answer:
    own = criteria(given)
    return exact(kq.panel_category_score(edition, own, sheets(given, own), given["category"]))


@handles("panel_spread", "criteria sheets")
def panel_spread(edition: kq.Edition, given: Input) -> Answer:
    own = criteria(given)
    return exact(kq.panel_spread(edition, own, sheets(given, own)))


@handles("total_score", "document site")
def total_score(edition: kq.Edition, given: Input) -> Answer:
    return exact(kq.total_score(edition, number(given.get("document")), number(given.get("site"))))


@handles("floors_check", "document site")
def floors_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.floors(edition, number(given.get("document")), number(given.get("site"))))


@handles("least_site_score", "document decimals")
def least_site_score(edition: kq.Edition, given: Input) -> Answer:
    return exact(kq.least_site_score(edition, number(given["document"]), given["decimals"]))


@handles("rank", "totals")
def rank(edition: kq.Edition, given: Input) -> Answer:
    ranking = kq.rank([number(total) for total in given["totals"]])
    missing = len(ranking.ranks) - len(ranking.order)
    return {
        "ranked": sum(place is not None for place in ranking.ranks),
        "ranks": [place or 0 for place in ranking.ranks],
        "order": [*ranking.order, *([-1] * missing)],
    }


# --- Votes, seats, prizes ------------------------------------------------------------------------


@handles("vote_validity", "members convened_by present")
def vote_validity(edition: kq.Edition, given: Input) -> Answer:
    return decision(
        kq.vote_validity(edition, given["members"], given["convened_by"], given["present"])
    )


@handles("ballot_decide", "members convened_by present yes")
def ballot_decide(edition: kq.Edition, given: Input) -> Answer:
    answer = kq.ballot(
        edition, given["members"], given["convened_by"], given["present"], given["yes"]
    )
    return decision(answer)


@handles("least_present", "members")
def least_present(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.least_present(edition, given["members"])}


@handles("least_yes", "present")
def least_yes(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.least_yes(edition, given["present"])}


@handles("allocate", "award present candidates")
def allocate(edition: kq.Edition, given: Input) -> Answer:
    candidates = [kq.Candidate(**{"yes": 0, **one}) for one in given["candidates"]]
    answer = kq.allocate(edition, given["award"], given["present"], candidates)
    return {
        "places": [str(place) for place in answer.places],
        **answer.seats.to_dict(),
        "tied": answer.tied,
    }


@handles("allocation_check", "quality nomination")
def allocation_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.allocation_check(edition, given["quality"], given["nomination"]))


@handles("special_nomination_check", "document site")
def special_nomination_check(edition: kq.Edition, given: Input) -> Answer:
    document, site = number(given.get("document")), number(given.get("site"))
    return decision(kq.special_nomination(edition, document, site))


@handles("prize_decide", "award history")
def prize_decide(edition: kq.Edition, given: Input) -> Answer:
    answer = kq.prize(edition, given["award"], given.get("history", ()))
    return {"amount": answer.amount, **findings(answer.findings)}


@handles("prize_payable", "history")
def prize_payable(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.prize_payable(edition, given["history"])}


@handles("is_former_winner", "history")
def is_former_winner(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.is_former_winner(given["history"])}


@handles("outlay_bound", "off_quota_quality off_quota_nomination")
def outlay_bound(edition: kq.Edition, given: Input) -> Answer:
    return {"value": kq.outlay_bound(edition, **given)}


# --- Sanctions, titles, reports, procedure -------------------------------------------------------


@handles("first_acceptance", "sanctions from")
def first_acceptance(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.first_acceptance(edition, given["sanctions"], given["from"]))


@handles("fraud_measures", "")
def fraud_measures(edition: kq.Edition, given: Input) -> Answer:
    return measures(kq.fraud_measures())


@handles("serious_problem_measures", "event problem revoked")
def serious_problem_measures(edition: kq.Edition, given: Input) -> Answer:
    return measures(
        kq.serious_problem_measures(
            given.get("event"), given.get("problem"), given.get("revoked")
        )
    )


@handles("title_use_check", " ".join(kq.TITLE_FACTS))
def title_use_check(edition: kq.Edition, given: Input) -> Answer:
    return decision(kq.title_use(given))


@handles("title_measures", "verdict")
def title_measures(edition: kq.Edition, given: Input) -> Answer:
    return measures(kq.title_measures(given["verdict"]))


@handles("report_duty", "kind grade date reported as_of calendar")
def report_duty(edition: kq.Edition, given: Input) -> Answer:
    report = kq.report_duty(
        edition,
        given["kind"],
        given["date"],
        grade=given.get("grade"),
        reported=given.get("reported"),
        as_of=given.get("as_of"),
        calendar=calendar(given),
    )
    return {"arises": report.arises, "due": shown(report.due), **findings((report.finding,))}


@handles("procedure_check", "done site_report as_of calendar")
def procedure_check(edition: kq.Edition, given: Input) -> Answer:
    progress = kq.procedure(
        edition,
        given.get("done", {}),
        given["as_of"],
        site_report=given.get("site_report"),
        calendar=calendar(given),
    )
    stage = progress.next_stage
    return {
        **decision(progress),
        "next_stage": None if stage is None else str(stage),
        "site_report_due": shown(progress.site_report_due),
    }


@handles("site_report_due", "site_review_end calendar")
def site_report_due(edition: kq.Edition, given: Input) -> Answer:
    return day(kq.site_report_due(edition, given["site_review_end"], calendar(given)))


# --- Whole rounds --------------------------------------------------------------------------------


def organization(one: kq.OrganizationResult) -> Answer:
    """What the suite compares of one organisation."""
    without = one.eligible is kq.Verdict.NOT_APPLICABLE
    return {
        "id": one.id,
        "outcome": str(one.outcome),
        "rank": one.rank,
        "total": None if one.total is None else str(one.total),
        "award": None if one.award is None else str(one.award),
        "off_quota": one.off_quota,
        "prize": one.prize,
        "missing": list(one.missing),
        "eligible": None if without else str(one.eligible),
        "outcome_depends_on": list(one.outcome_readings),
        "prize_depends_on": list(one.prize_readings),
        **findings(one.findings),
    }


def round_summary(result: kq.RoundResult) -> Answer:
    places = [(one.quality_place, one.nomination_place) for one in result.organizations]
    return {
        "year": result.year,
        "ordinance": result.edition.id,
        "quality_vote": str(result.votes[kq.Award.QUALITY]),
        "nomination_vote": str(result.votes[kq.Award.NOMINATION]),
        "candidates": result.candidates,
        "quality_tied": sum(place[0] is kq.Place.TIED for place in places),
        "nomination_tied": sum(place[1] is kq.Place.TIED for place in places),
        "seats": {str(award): seats.to_dict() for award, seats in result.seats.items()},
        "prize_total": result.prize_total,
    }


@handles("round_decide", None)
def round_decide(edition: kq.Edition, given: Input) -> Answer:
    result = kq.Round.from_dict(given).decide()
    by_text = kq.Round.from_json(json.dumps(given)).decide()
    assert by_text == result
    return {
        **round_summary(result),
        "organizations": {one.id: organization(one) for one in result.organizations},
    }
