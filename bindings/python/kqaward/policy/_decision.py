"""What decisions have in common: how one is entered, and how answers are taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from .. import dates
from .._values import refuse
from ..editions import Edition
from ..enums import Measure, Verdict
from ..findings import Finding
from ._expect import BECAUSE, FINDINGS, Group, Spec, word, words

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


def add(
    name: str,
    keys: str | None,
    call: Call,
    answers: Mapping[str, tuple[Spec, Get]],
    main: str | None = None,
    functions: str = "",
) -> None:
    """Enters a decision: the keys of its input, the call, and for each answer what it can be and
    how it is taken from the result. ``functions`` are those of the provisions that compute."""
    DECISIONS[name] = Decision(
        name,
        None if keys is None else frozenset(keys.split()),
        call,
        Group({key: spec for key, (spec, _) in answers.items()}, main),
        {key: get for key, (_, get) in answers.items()},
        tuple(functions.split()),
    )


def need(given: Input, key: str) -> Any:
    """A value of the input that cannot be left out."""
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


FOUND: dict[str, tuple[Spec, Get]] = {
    "because": (BECAUSE, because),
    "findings": (FINDINGS, lambda answer: found(answer.findings)),
}
DECISION: dict[str, tuple[Spec, Get]] = {
    "verdict": (VERDICT, lambda answer: answer.verdict),
    **FOUND,
}


def _itself(answer: Any) -> Any:
    return answer


def one(key: str, kind: Spec) -> dict[str, tuple[Spec, Get]]:
    return {key: (kind, _itself)}


def _measures(answer: Measure) -> frozenset[str]:
    return frozenset(one.name.lower() for one in Measure if one in answer and one.name)


MEASURES: dict[str, tuple[Spec, Get]] = {
    "measures": (words(str(one.name).lower() for one in Measure), _measures)
}

class ByName(NamedTuple):
    """One answer for each of those in the input, which stood in a list or under names."""

    names: tuple[str, ...] | None
    values: tuple[Any, ...]
    whole: Any = None

    def shown(self) -> Any:
        return self.values if self.names is None else dict(zip(self.names, self.values))


def named(given: Input, key: str) -> tuple[tuple[str, ...] | None, list[Any]]:
    items = need(given, key)
    if isinstance(items, Mapping):
        return tuple(items), list(items.values())
    if not isinstance(items, list):
        refuse("type", key)
    return None, items


def own_calendar(given: Input) -> dates.Calendar | None:
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
