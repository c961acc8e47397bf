"""Findings and decisions: what an answer rests on, and its text when asked for."""

from __future__ import annotations

import datetime as _dt
from fractions import Fraction
from typing import NoReturn

from . import _native
from ._values import Value, language, number
from .enums import _RELATIONS, _UNITS, _VERDICTS, Relation, Unit, Verdict

_NO_TRUTH = (
    "a decision may be unknown: compare its verdict, as in `decision.verdict is Verdict.MET`"
)


def _shown(unit: Unit, num: int, den: int) -> bool | _dt.date | int | Fraction | None:
    if den == 0:
        return None
    if unit is Unit.FACT:
        return num == 1
    if unit is Unit.DATE:
        return _dt.date(num // 10000, num // 100 % 100, num % 100)
    return number((num, den))


class Finding(Value):
    """One finding: a provision, the verdict on it, what was observed and what is required."""

    __slots__ = ()
    __match_args__ = (
        "provision",
        "article",
        "item",
        "verdict",
        "unit",
        "relation",
        "observed",
        "required",
    )

    @property
    def provision(self) -> str:
        """The provision's permanent name, such as ``"iso9001_certified"``."""
        return _native.provision_key(self._raw[0])

    @property
    def article(self) -> int:
        """Article of the ordinance."""
        return int(_native.provision_find(self._raw[0])[2])

    @property
    def item(self) -> int | None:
        """Item of the article; None when it has none."""
        return _native.provision_find(self._raw[0])[3] or None

    @property
    def verdict(self) -> Verdict:
        """Met, not met, unknown or not applicable."""
        return _VERDICTS[self._raw[1]]

    @property
    def unit(self) -> Unit:
        """The unit of both values."""
        return _UNITS[self._raw[2]]

    @property
    def relation(self) -> Relation:
        """How the observed value must stand to the required one."""
        return _RELATIONS[self._raw[3]]

    @property
    def observed(self) -> bool | _dt.date | int | Fraction | None:
        """What is; None when not known or nothing to show."""
        return _shown(self.unit, self._raw[4], self._raw[5])

    @property
    def required(self) -> bool | _dt.date | int | Fraction | None:
        """What must be; None when nothing is to be shown."""
        return _shown(self.unit, self._raw[6], self._raw[7])

    @property
    def observed_text(self) -> str:
        """The observed value, the same in every language: ``"3057/5"``, ``"unknown"``."""
        return _native.finding_observed(self._raw)

    @property
    def required_text(self) -> str:
        """The required value with its relation: ``">= 600"``."""
        return _native.finding_required(self._raw)

    @property
    def label(self) -> str:
        """What the provision is called in Chinese; see also provision_label()."""
        return _native.provision_label(self._raw[0], 1)

    def provision_label(self, lang: str = "zh") -> str:
        """What the provision is called."""
        return _native.provision_label(self._raw[0], language(lang))

    def citation(self, lang: str = "zh") -> str:
        """The article and item, such as ``第十二条第6项``."""
        return _native.citation(self.article, self.item or 0, language(lang))

    def text(self, lang: str = "zh") -> str:
        """One sentence fit for a notice, with values and citation, without a full stop."""
        return _native.finding_text(self._raw, language(lang))


class _WithFindings(Value):
    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError(_NO_TRUTH)

    def texts(self, lang: str = "zh") -> tuple[str, ...]:
        """One sentence for each finding."""
        code = language(lang)
        return tuple(_native.finding_text(raw, code) for raw in self._raw[-1])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in the ordinance's order."""
        return tuple(map(Finding, self._raw[-1]))

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The findings that stand against the answer: those not met, else those unknown."""
        bad = tuple(f for f in self.findings if f.verdict is Verdict.NOT_MET)
        return bad or tuple(f for f in self.findings if f.verdict is Verdict.UNKNOWN)

    def _repr_html_(self) -> str:
        from ._html import findings_table

        return findings_table(self.findings)


class Decision(_WithFindings):
    """A verdict with its findings. ``bool()`` is refused, because it may be unknown."""

    __slots__ = ()
    __match_args__ = ("verdict", "findings")

    @property
    def verdict(self) -> Verdict:
        """Not met when one finding is not met, else unknown when one is unknown, else met."""
        return _VERDICTS[self._raw[0]]
