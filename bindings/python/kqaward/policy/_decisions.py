"""The decisions that a case can ask for: what goes in, what comes out. Each is a function of the
package; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from .. import afterwards, applying, dates, scores, voting
from .._values import refuse
from ..editions import Edition
from ..editions import edition as editions
from ..enums import Award, Convener, Measure, Outcome, Place, Stage, Verdict, VoteState
from ..findings import Finding
from ..register import parameters, readings
from ..rounds import OrganizationResult, Round, RoundResult
from ._source import error, text
from ._expect import (
    BECAUSE,
    DAY,
    FINDINGS,
    NAMES,
    NUMBER,
    TEXT,
    TRUTH,
    Each,
    Group,
    Kind,
    Listed,
    Spec,
    word,
    words,
)

Input = Mapping[str, Any]
Call = Callable[[Edition, Input], Any]
Get = Callable[[Any], Any]


class Decision(NamedTuple):
    """One kind of decision."""

    name: str
    keys: frozenset[str] | None
    call: Call
    answers: Group
    get: Mapping[str, Get]
    functions: tuple[str, ...]


DECISIONS: dict[str, Decision] = {}


def _add(
    name: str,
    keys: str | None,
    call: Call,
    answers: Mapping[str, tuple[Spec, Get]],
    main: str | None = None,
    functions: str = "",
) -> None:
    DECISIONS[name] = Decision(
        name,
        None if keys is None else frozenset(keys.split()),
        call,
        Group({key: spec for key, (spec, _) in answers.items()}, main),
        {key: get for key, (_, get) in answers.items()},
        tuple(functions.split()),
    )


def _need(given: Input, key: str) -> Any:
    value = given.get(key)
    if value is None:
        refuse("missing", key)
    return value


# --- Answers -------------------------------------------------------------------------------------

VERDICT = word(Verdict)


def because(answer: Any) -> frozenset[str]:
    """The provisions that stand against an answer."""
    return frozenset(finding.provision for finding in answer.reasons)


def found(findings: Iterable[Finding]) -> dict[str, dict[str, str]]:
    """Findings by provision."""
    return {
        finding.provision: {
            "verdict": str(finding.verdict),
            "observed": finding.observed_text,
            "required": finding.required_text,
        }
        for finding in findings
    }


_FOUND: dict[str, tuple[Spec, Get]] = {
    "because": (BECAUSE, because),
    "findings": (FINDINGS, lambda answer: found(answer.findings)),
}
_DECISION: dict[str, tuple[Spec, Get]] = {
    "verdict": (VERDICT, lambda answer: answer.verdict),
    **_FOUND,
}


def _itself(answer: Any) -> Any:
    return answer


def _one(key: str, kind: Spec) -> dict[str, tuple[Spec, Get]]:
    return {key: (kind, _itself)}


def _measures(answer: Measure) -> frozenset[str]:
    return frozenset(one.name.lower() for one in Measure if one in answer and one.name)


_MEASURES: dict[str, tuple[Spec, Get]] = {
    "measures": (words(str(one.name).lower() for one in Measure), _measures)
}

# --- Applying, and who reviews -------------------------------------------------------------------

_add(
    "eligibility",
    "deadline facts application incidents sanctions",
    lambda edition, given: applying.eligibility(
        edition,
        _need(given, "deadline"),
        given.get("facts"),
        given.get("application"),
        given.get("incidents", ()),
        given.get("sanctions", ()),
    ),
    {**_DECISION, "missing": (NAMES, lambda answer: frozenset(answer.missing))},
    "verdict",
)
_add(
    "bar_last_day",
    "kind decided",
    lambda edition, given: applying.bar_last_day(
        edition, _need(given, "kind"), _need(given, "decided")
    ),
    _one("date", DAY),
    "date",
)
_add(
    "first_acceptance",
    "sanctions from",
    lambda edition, given: applying.first_acceptance(
        edition, given.get("sanctions", ()), _need(given, "from")
    ),
    _one("date", DAY),
    "date",
)
_add(
    "assessor",
    " ".join((*applying.ASSESSOR_FACTS, "years")),
    lambda edition, given: applying.assessor(
        edition, {k: v for k, v in given.items() if k != "years"}, given.get("years")
    ),
    _DECISION,
    "verdict",
)
_add(
    "panel",
    "assessors leaders",
    lambda edition, given: applying.panel(
        edition, _need(given, "assessors"), _need(given, "leaders")
    ),
    _DECISION,
    "verdict",
)


def _seats(filled: Any) -> list[Any]:
    """A fact for each seat, from a list or by the seats' names."""
    if not isinstance(filled, Mapping):
        return list(filled) if isinstance(filled, list) else [filled]
    seats = applying.committee_seats()
    for name in filled:
        if not any(name in (seat.zh, seat.en) for seat in seats):
            refuse("unknown_key", f"filled.{name}")
    return [filled.get(seat.zh, filled.get(seat.en)) for seat in seats]


_add(
    "committee",
    "filled",
    lambda edition, given: applying.committee(_seats(_need(given, "filled"))),
    _DECISION,
    "verdict",
)
_add(
    "conduct",
    " ".join(applying.CONDUCT_FACTS),
    lambda edition, given: applying.conduct(given),
    _DECISION,
    "verdict",
)
_add(
    "conduct_measures",
    "breached criminal",
    lambda edition, given: applying.conduct_measures(given.get("breached"), given.get("criminal")),
    _MEASURES,
    "measures",
    "kqa_conduct_measures",
)

# --- Criteria and scores -------------------------------------------------------------------------

_CRITERIA_KEYS = ("id", "full_score", "percent_step", "items")


def _criteria(given: Any) -> scores.Criteria:
    """A built-in set by its id, or one written out, whose points need not add up."""
    own = scores.Criteria.ids()[0] if given is None else given
    if not isinstance(own, Mapping):
        return _found_criteria(own)
    for key in own:
        if key not in _CRITERIA_KEYS:
            refuse("unknown_key", f"criteria.{key}")
    from .. import _native

    items = [tuple(item) if isinstance(item, list) else item for item in _need(own, "items")]
    step, full = own.get("percent_step", 5), own.get("full_score", 1000)
    return scores.Criteria(_native.criteria_make(_need(own, "id"), items, step, full))


@lru_cache(maxsize=16)
def _found_criteria(id: str) -> scores.Criteria:
    return scores.Criteria.find(id)


def _sheet(criteria: scores.Criteria, given: Any) -> list[int]:
    """Percents; one alone stands for every item."""
    return given if isinstance(given, list) else [given] * len(criteria)


def _sheet_score(edition: Edition, given: Input) -> Any:
    criteria = _criteria(given.get("criteria"))
    sheet = _sheet(criteria, _need(given, "sheet"))
    item, category = given.get("item"), given.get("category")
    if item is not None and category is not None:
        refuse("both", "category")
    if item is not None:
        return scores.sheet_item_score(criteria, sheet, item)
    if category is not None:
        return scores.sheet_category_score(criteria, sheet, category)
    return scores.sheet_score(criteria, sheet)


def _panel(given: Input) -> tuple[scores.Criteria, list[list[int]]]:
    criteria = _criteria(given.get("criteria"))
    sheets = _need(given, "sheets")
    if not isinstance(sheets, list):
        refuse("type", "sheets")
    return criteria, [_sheet(criteria, sheet) for sheet in sheets]


def _panel_score(edition: Edition, given: Input) -> Any:
    criteria, sheets = _panel(given)
    if given.get("category") is not None:
        return scores.panel_category_score(edition, criteria, sheets, given["category"])
    return scores.panel_score(edition, criteria, sheets)


_add(
    "criteria",
    "criteria",
    lambda edition, given: _criteria(given.get("criteria")).verify(),
    _DECISION,
    "verdict",
)
_add("sheet_score", "sheet criteria item category", _sheet_score, _one("score", NUMBER), "score")
_add("panel_score", "sheets criteria category", _panel_score, _one("score", NUMBER), "score")
_add(
    "panel_spread",
    "sheets criteria",
    lambda edition, given: scores.panel_spread(edition, *_panel(given)),
    _one("score", NUMBER),
    "score",
)
_add(
    "total_score",
    "document site",
    lambda edition, given: scores.total_score(
        edition, _need(given, "document"), _need(given, "site")
    ),
    _one("total", NUMBER),
    "total",
    "kqa_total_score",
)
_add(
    "floors",
    "document site",
    lambda edition, given: scores.floors(
        edition, _need(given, "document"), _need(given, "site")
    ),
    _DECISION,
    "verdict",
)
_add(
    "least_site_score",
    "document decimals",
    lambda edition, given: scores.least_site_score(
        edition, _need(given, "document"), given.get("decimals", 3)
    ),
    _one("score", NUMBER),
    "score",
)


class _ByName(NamedTuple):
    """One answer for each of those in the input, which stood in a list or under names."""

    names: tuple[str, ...] | None
    values: tuple[Any, ...]
    whole: Any = None

    def shown(self) -> Any:
        return self.values if self.names is None else dict(zip(self.names, self.values))


def _named(given: Input, key: str) -> tuple[tuple[str, ...] | None, list[Any]]:
    items = _need(given, key)
    if isinstance(items, Mapping):
        return tuple(items), list(items.values())
    if not isinstance(items, list):
        refuse("type", key)
    return None, items


def _rank(edition: Edition, given: Input) -> _ByName:
    names, totals = _named(given, "totals")
    return _ByName(names, scores.rank(totals).ranks)


_add(
    "rank",
    "totals",
    _rank,
    {"ranks": (Listed(NUMBER), _ByName.shown)},
    "ranks",
    "kqa_rank",
)

# --- Votes, seats, money -------------------------------------------------------------------------


def _vote(given: Input) -> tuple[Any, Any, Any]:
    return _need(given, "members"), _need(given, "convened_by"), _need(given, "present")


_add(
    "vote_validity",
    "members convened_by present",
    lambda edition, given: voting.vote_validity(edition, *_vote(given)),
    _DECISION,
    "verdict",
)
_add(
    "ballot",
    "members convened_by present yes",
    lambda edition, given: voting.ballot(edition, *_vote(given), _need(given, "yes")),
    _DECISION,
    "verdict",
)
_add(
    "least_present",
    "members",
    lambda edition, given: voting.least_present(edition, _need(given, "members")),
    _one("present", NUMBER),
    "present",
)
_add(
    "least_yes",
    "present",
    lambda edition, given: voting.least_yes(edition, _need(given, "present")),
    _one("yes", NUMBER),
    "yes",
)


def _candidate(given: Any, at: str) -> voting.Candidate:
    if not isinstance(given, Mapping):
        return voting.Candidate(given)
    for key in given:
        if key not in voting.Candidate._fields:
            refuse("unknown_key", f"{at}.{key}")
    for key in ("former_winner", "stands"):
        if not isinstance(given.get(key, True), bool):
            refuse("type", f"{at}.{key}")
    return voting.Candidate(**{"yes": 0, **given})


def _allocate(edition: Edition, given: Input) -> _ByName:
    names, items = _named(given, "candidates")
    candidates = [
        _candidate(item, f"candidates.{names[place]}" if names else f"candidates[{place}]")
        for place, item in enumerate(items)
    ]
    answer = voting.allocate(edition, _need(given, "award"), _need(given, "present"), candidates)
    return _ByName(names, tuple(map(str, answer.places)), answer)


_add(
    "allocate",
    "award present candidates",
    _allocate,
    {
        "places": (Listed(word(Place)), _ByName.shown),
        "quota": (NUMBER, lambda answer: answer.whole.seats.quota),
        "taken": (NUMBER, lambda answer: answer.whole.seats.taken),
        "off_quota": (NUMBER, lambda answer: answer.whole.seats.off_quota),
        "tied": (NUMBER, lambda answer: answer.whole.tied),
    },
    "places",
    "kqa_allocate",
)
_add(
    "allocation_check",
    "quality nomination",
    lambda edition, given: voting.allocation_check(
        edition, _need(given, "quality"), _need(given, "nomination")
    ),
    _DECISION,
    "verdict",
)
_add(
    "special_nomination",
    "document site",
    lambda edition, given: voting.special_nomination(
        edition, given.get("document"), given.get("site")
    ),
    _DECISION,
    "verdict",
)
_add(
    "prize",
    "award history",
    lambda edition, given: voting.prize(edition, _need(given, "award"), given.get("history", ())),
    {"amount": (NUMBER, lambda answer: answer.amount), **_FOUND},
    "amount",
    "kqa_prize_decide",
)
_add(
    "prize_payable",
    "history",
    lambda edition, given: voting.prize_payable(edition, given.get("history", ())),
    _one("amount", NUMBER),
    "amount",
)
_add(
    "is_former_winner",
    "history",
    lambda edition, given: voting.is_former_winner(given.get("history", ())),
    _one("former_winner", TRUTH),
    "former_winner",
)
_add(
    "outlay_bound",
    "off_quota_quality off_quota_nomination",
    lambda edition, given: voting.outlay_bound(
        edition, given.get("off_quota_quality", 0), given.get("off_quota_nomination", 0)
    ),
    _one("amount", NUMBER),
    "amount",
)

# --- After the award -----------------------------------------------------------------------------

_add(
    "fraud_measures",
    "",
    lambda edition, given: afterwards.fraud_measures(),
    _MEASURES,
    "measures",
    "kqa_fraud_measures",
)
_add(
    "serious_problem_measures",
    "event problem revoked",
    lambda edition, given: afterwards.serious_problem_measures(
        given.get("event"), given.get("problem"), given.get("revoked")
    ),
    _MEASURES,
    "measures",
    "kqa_serious_problem_measures",
)
_add(
    "title_use",
    " ".join(afterwards.TITLE_FACTS),
    lambda edition, given: afterwards.title_use(given),
    _DECISION,
    "verdict",
)
_add(
    "title_measures",
    "verdict",
    lambda edition, given: afterwards.title_measures(_need(given, "verdict")),
    _MEASURES,
    "measures",
    "kqa_title_measures",
)


def _calendar(given: Input) -> dates.Calendar | None:
    """Years of one's own: ``{2027: {off: [days], work: [days]}}``."""
    own = given.get("calendar")
    if own is None:
        return None
    if not isinstance(own, Mapping):
        refuse("type", "calendar")
    years: list[int] = []
    off: list[Any] = []
    work: list[Any] = []
    for year, marks in own.items():
        if not str(year).isdecimal() or not isinstance(marks or {}, Mapping):
            refuse("type", f"calendar.{year}")
        years.append(int(year))
        for key, days in (marks or {}).items():
            if key not in ("off", "work"):
                refuse("unknown_key", f"calendar.{year}.{key}")
            if not isinstance(days, list):
                refuse("type", f"calendar.{year}.{key}")
            (off if key == "off" else work).extend(days)
    return dates.Calendar(years, off, work)


class _Duty(NamedTuple):
    """The duty to report, with its finding as a list."""

    report: afterwards.Report

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (self.report.finding,)

    @property
    def reasons(self) -> tuple[Finding, ...]:
        against = self.report.finding.verdict in (Verdict.NOT_MET, Verdict.UNKNOWN)
        return self.findings if against else ()


_add(
    "report_duty",
    "kind grade date reported as_of calendar",
    lambda edition, given: _Duty(
        afterwards.report_duty(
            edition,
            _need(given, "kind"),
            _need(given, "date"),
            grade=given.get("grade"),
            reported=given.get("reported"),
            as_of=given.get("as_of"),
            calendar=_calendar(given),
        )
    ),
    {
        "due": (DAY, lambda answer: answer.report.due),
        "arises": (TRUTH, lambda answer: answer.report.arises),
        "verdict": (VERDICT, lambda answer: answer.report.finding.verdict),
        **_FOUND,
    },
    "due",
)
_add(
    "site_report_due",
    "site_review_end calendar",
    lambda edition, given: afterwards.site_report_due(
        edition, _need(given, "site_review_end"), _calendar(given)
    ),
    _one("date", DAY),
    "date",
)
_add(
    "procedure",
    "done site_report as_of calendar",
    lambda edition, given: afterwards.procedure(
        edition,
        given.get("done", {}),
        _need(given, "as_of"),
        site_report=given.get("site_report"),
        calendar=_calendar(given),
    ),
    {
        **_DECISION,
        "next_stage": (word(Stage), lambda answer: answer.next_stage),
        "site_report_due": (DAY, lambda answer: answer.site_report_due),
    },
    "verdict",
)

# --- Editions and days ---------------------------------------------------------------------------

_add(
    "in_force",
    "date",
    lambda edition, given: afterwards.in_force(edition, _need(given, "date")),
    _DECISION,
    "verdict",
)
_add(
    "edition_on",
    "date",
    lambda edition, given: editions.on(_need(given, "date")).id,
    _one("id", TEXT),
    "id",
)


def _value_of(name: str) -> Get:
    return lambda edition: edition[name]


_add(
    "edition",
    "",
    lambda edition, given: edition,
    {
        "id": (TEXT, lambda answer: answer.id),
        "in_force_from": (DAY, lambda answer: answer.in_force_from),
        "in_force_to": (DAY, lambda answer: answer.in_force_to),
        **{row.name: (NUMBER, _value_of(row.name)) for row in parameters()},
        **{row.name: (Kind("words", row.values), _value_of(row.name)) for row in readings()},
    },
)
_add(
    "is_working_day",
    "date calendar",
    lambda edition, given: dates.is_working_day(_need(given, "date"), _calendar(given)),
    _one("working_day", TRUTH),
    "working_day",
)
_add(
    "add_working_days",
    "date days calendar",
    lambda edition, given: dates.add_working_days(
        _need(given, "date"), _need(given, "days"), _calendar(given)
    ),
    _one("date", DAY),
    "date",
)
_add(
    "roll_forward",
    "date calendar",
    lambda edition, given: dates.roll_forward(_need(given, "date"), _calendar(given)),
    _one("date", DAY),
    "date",
)
_add(
    "count_working_days",
    "first last calendar",
    lambda edition, given: dates.count_working_days(
        _need(given, "first"), _need(given, "last"), _calendar(given)
    ),
    _one("days", NUMBER),
    "days",
)
_add(
    "add_years",
    "date years",
    lambda edition, given: dates.add_years(_need(given, "date"), _need(given, "years")),
    _one("date", DAY),
    "date",
)
_add(
    "add_days",
    "date days",
    lambda edition, given: dates.add_days(_need(given, "date"), _need(given, "days")),
    _one("date", DAY),
    "date",
)
_add(
    "weekday",
    "date",
    lambda edition, given: dates.weekday(_need(given, "date")),
    _one("weekday", NUMBER),
    "weekday",
)
_add(
    "round_gbt8170",
    "value decimals",
    lambda edition, given: dates.round_gbt8170(_need(given, "value"), _need(given, "decimals")),
    _one("value", NUMBER),
    "value",
)

# --- Whole rounds --------------------------------------------------------------------------------

#: The key of a round's input that names a file.
FILE = "file"


#: What a round may change by itself.
_OWN_CHANGES = ("amend", "readings")


@lru_cache(maxsize=32)
def _read_round(path: str) -> tuple[Round, set[str]]:
    """The round of a file, and what it changes by itself."""
    round = Round.from_file(path)
    document = round.to_dict()
    return round, {key for key in _OWN_CHANGES if document.get(key)}


def _round(edition: Edition | None, given: Input) -> RoundResult:
    if FILE in given:
        round, own = _read_round(given[FILE])
    else:
        own = {key for key in _OWN_CHANGES if given.get(key)}
        start = {} if edition is None else {"ordinance": editions.ids()[0]}
        round = Round.from_dict({**start, **given})
    if own and edition is not None:
        key = min(own)
        raise error(text("round_edition", key=key), "both", key)
    return round.decide(edition=edition)


def decisive(row: OrganizationResult) -> tuple[Finding, ...]:
    """The findings on which an organisation's outcome rests."""
    from ..cli._decisive import decisive as places

    findings = row.findings
    return tuple(findings[place] for place in sorted(places(row)))


_ORGANIZATION: dict[str, tuple[Spec, Get]] = {
    "outcome": (word(Outcome), lambda row: row.outcome),
    "rank": (NUMBER, lambda row: row.rank),
    "total": (NUMBER, lambda row: row.total),
    "award": (word(Award), lambda row: row.award),
    "off_quota": (TRUTH, lambda row: row.off_quota),
    "prize": (NUMBER, lambda row: row.prize),
    "missing": (NAMES, lambda row: frozenset(row.missing)),
    "eligible": (VERDICT, lambda row: row.eligible),
    "because": (BECAUSE, lambda row: frozenset(f.provision for f in decisive(row))),
    "findings": (FINDINGS, lambda row: found(row.findings)),
    "outcome_readings": (NAMES, lambda row: frozenset(row.outcome_readings)),
    "prize_readings": (NAMES, lambda row: frozenset(row.prize_readings)),
}


class _Lazy(Mapping[str, Any]):
    """Answers by key, each computed when it is asked for."""

    __slots__ = ("_get", "_of")

    def __init__(self, of: Any, get: Mapping[str, Get]) -> None:
        self._of = of
        self._get = get

    def __getitem__(self, key: str) -> Any:
        return self._get[key](self._of)

    def __iter__(self) -> Any:
        return iter(self._get)

    def __len__(self) -> int:
        return len(self._get)


_ORGANIZATION_GET = {key: get for key, (_, get) in _ORGANIZATION.items()}


def _organizations(result: RoundResult) -> dict[str, Mapping[str, Any]]:
    return {row.id: _Lazy(row, _ORGANIZATION_GET) for row in result.organizations}


_SEATS = Group({"quota": NUMBER, "taken": NUMBER, "off_quota": NUMBER}, None)
_add(
    "round",
    None,
    _round,
    {
        "year": (NUMBER, lambda result: result.year),
        "ordinance": (TEXT, lambda result: result.edition.id),
        "candidates": (NUMBER, lambda result: result.candidates),
        "votes": (
            Group({str(award): word(VoteState) for award in Award}, None),
            lambda result: {str(award): state for award, state in result.votes.items()},
        ),
        "seats": (
            Group({str(award): _SEATS for award in Award}, None),
            lambda result: {str(award): seats.to_dict() for award, seats in result.seats.items()},
        ),
        "prize_total": (NUMBER, lambda result: result.prize_total),
        "organizations": (
            Each(Group({key: spec for key, (spec, _) in _ORGANIZATION.items()}, "outcome")),
            _organizations,
        ),
    },
    None,
    "kqa_total_score kqa_rank kqa_allocate kqa_prize_decide",
)

ROUND = DECISIONS["round"]


def findings_of(result: Any) -> Iterable[Finding]:
    """Everything that a result found."""
    if isinstance(result, RoundResult):
        for row in result.organizations:
            yield from row.findings
    else:
        yield from getattr(result, "findings", ())
