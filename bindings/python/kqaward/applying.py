"""Whether an organisation may apply (Art. 12, 14, 15, 26, 30), and who reviews it (Art. 7, 10, 11,
27)."""

from __future__ import annotations

import datetime as _dt
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from . import _native
from ._values import Day, Truth, code_of, refuse, rows, truth_code, truths
from .editions import Edition, raw
from .enums import (
    _VERDICTS,
    CommitteeRole,
    IncidentKind,
    Measure,
    Recommender,
    SanctionKind,
    Verdict,
)
from .findings import Decision, _WithFindings


class Incident(NamedTuple):
    """A dated incident (Art. 12(6))."""

    kind: IncidentKind | str
    date: Day


class Sanction(NamedTuple):
    """An earlier sanction (Art. 26, 30)."""

    kind: SanctionKind | str
    decided: Day


class Eligibility(_WithFindings):
    """Whether an application is accepted, and which missing facts matter (Art. 15)."""

    __slots__ = ()
    __match_args__ = ("verdict", "missing", "findings")

    @property
    def verdict(self) -> Verdict:
        """Met, not met or unknown."""
        return _VERDICTS[self._raw[0]]

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that matter, spelled as the round file spells them."""
        return missing_names(self._raw[1])


@cache
def missing_names(bits: int) -> tuple[str, ...]:
    """The names of missing requirements, in byte order."""
    count = bits.bit_count()
    return tuple(_native.requirement_name(_native.missing_at(bits, i)) for i in range(count))


@cache
def _fact_names() -> tuple[str, ...]:
    return tuple(_native.requirement_name(i) for i in range(_native.KQA_FACTS))


def pair_rows(
    items: Iterable[Any], words: type[IncidentKind] | type[SanctionKind], field: str, day: str
) -> list[tuple[int, Day]]:
    """Incidents or sanctions, given as pairs or as the round file's mappings."""
    result = []
    for place, item in enumerate(rows(items, field)):
        at = f"{field}[{place}]"
        if isinstance(item, Mapping):
            for key in item:
                if key not in ("kind", day):
                    refuse("unknown_key", f"{at}.{key}")
            if "kind" not in item or day not in item:
                refuse("missing", f"{at}.{'kind' if 'kind' not in item else day}")
            item = (item["kind"], item[day])
        if not isinstance(item, (tuple, list)) or len(item) != 2:
            refuse("type", at)
        result.append((code_of(words, item[0], f"{at}.kind"), item[1]))
    return result


_PAPERS = ("recommended_by", "copies", "received")


def eligibility(
    edition: Edition,
    deadline: Day,
    facts: Mapping[str, Any] | None = None,
    application: Mapping[str, Any] | None = None,
    incidents: Iterable[Incident | tuple[str, Day] | Mapping[str, Any]] = (),
    sanctions: Iterable[Sanction | tuple[str, Day] | Mapping[str, Any]] = (),
) -> Eligibility:
    """Decides the qualification check (Art. 15).

    ``facts`` and ``application`` have the keys of the round file: ``registered_in_district``,
    ``operating_since``, ...; ``self_evaluation``, ``recommended_by``, ``copies``, ``received``, ...
    A fact is True, False, or absent or None for unknown.
    """
    facts = {} if facts is None else facts
    papers = {} if application is None else application
    if not isinstance(facts, Mapping) or not isinstance(papers, Mapping):
        refuse("type", "facts" if not isinstance(facts, Mapping) else "application")
    known: dict[str, Any] = {}
    for key, value in facts.items():
        if key not in _fact_names()[:14] and key != "operating_since":
            refuse("unknown_key", f"facts.{key}")
        known[key] = value
    for key, value in papers.items():
        if f"application.{key}" not in _fact_names() and key not in _PAPERS:
            refuse("unknown_key", f"application.{key}")
        known[f"application.{key}"] = value
    codes = tuple(truth_code(known.get(name), name) for name in _fact_names())
    body = known.get("application.recommended_by")
    body_code = 0 if body is None else code_of(Recommender, body, "application.recommended_by")
    dossier = (
        codes,
        known.get("operating_since"),
        body_code,
        known.get("application.copies"),
        known.get("application.received"),
    )
    return Eligibility(
        _native.eligibility_decide(
            raw(edition),
            deadline,
            dossier,
            pair_rows(incidents, IncidentKind, "incidents", "date"),
            pair_rows(sanctions, SanctionKind, "sanctions", "decided"),
        )
    )


def bar_last_day(edition: Edition, kind: SanctionKind | str, decided: Day) -> _dt.date:
    """Last day of the bar that a sanction brings, that day included (Art. 26, 30)."""
    return _native.bar_last_day(raw(edition), (code_of(SanctionKind, kind, "kind"), decided))


def first_acceptance(
    edition: Edition,
    sanctions: Iterable[Sanction | tuple[str, Day] | Mapping[str, Any]],
    from_day: Day,
) -> _dt.date:
    """The first day, from a given one on, on which no sanction bars an application."""
    pairs = pair_rows(sanctions, SanctionKind, "sanctions", "decided")
    return _native.first_acceptance(raw(edition), pairs, from_day)


ASSESSOR_FACTS = (
    "policy_and_law",
    "degree",
    "senior_title",
    "training",
    "knowledge",
    "abilities",
    "ethics",
)
CONDUCT_FACTS = ("truthful", "confidential", "procedure")


def assessor(edition: Edition, facts: Mapping[str, Truth], years: int | None = None) -> Decision:
    """Whether a person qualifies as an assessor (Art. 11); the facts are ASSESSOR_FACTS."""
    codes = truths(ASSESSOR_FACTS, facts, "assessor.facts")
    return Decision(_native.assessor_check(raw(edition), (codes, years)))


def panel(edition: Edition, assessors: int, leaders: int) -> Decision:
    """Whether a review panel is properly made up (Art. 10)."""
    return Decision(_native.panel_check(raw(edition), assessors, leaders))


class Seat(NamedTuple):
    """A seat of the review committee (Art. 7)."""

    role: CommitteeRole
    zh: str
    en: str


@cache
def committee_seats() -> tuple[Seat, ...]:
    """The seats of the review committee, in the ordinance's order."""
    roles = tuple(CommitteeRole)
    return tuple(
        Seat(
            roles[_native.committee_role(i) - 1],
            _native.committee_seat(i, 1),
            _native.committee_seat(i, 2),
        )
        for i in range(_native.KQA_COMMITTEE_SEATS)
    )


def committee(filled: Iterable[Truth]) -> Decision:
    """Whether the committee's seats are filled (Art. 7), seat by seat as in committee_seats()."""
    seats = tuple(truth_code(seat, "committee.seats") for seat in rows(filled, "committee.seats"))
    return Decision(_native.committee_check(seats))


def conduct(facts: Mapping[str, Truth]) -> Decision:
    """Whether a reviewer kept the discipline (Art. 27); the facts are CONDUCT_FACTS."""
    return Decision(_native.conduct_check(truths(CONDUCT_FACTS, facts, "conduct")))


def conduct_measures(breached: Truth, criminal: Truth = None) -> Measure:
    """The measures from which one is chosen against a reviewer (Art. 27)."""
    return Measure(
        _native.conduct_measures(truth_code(breached, "breached"), truth_code(criminal, "criminal"))
    )
