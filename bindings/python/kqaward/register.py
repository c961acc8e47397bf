"""The registers: parameters, readings and provisions of the ordinance."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from . import _native
from ._values import Value, language
from .enums import _UNITS, ParameterKind, ProvisionKind, Unit

_PARAMETER_KINDS = dict(enumerate(ParameterKind, 1))
_PROVISION_KINDS = dict(enumerate(ProvisionKind, 1))


class _Row(Value):
    __slots__ = ()

    @property
    def name(self) -> str:
        """Its name, such as ``"quota.quality"``."""
        return _native.field_name(self._raw[0])

    @property
    def article(self) -> int:
        """Article of the ordinance."""
        return int(self._raw[2])

    @property
    def item(self) -> int | None:
        """Item of the article; None when it has none."""
        return self._raw[3] or None

    @property
    def touches_round(self) -> bool:
        """Whether a round's result may depend on it."""
        return bool(self._raw[5])

    def label(self, lang: str = "zh") -> str:
        """What it is called."""
        return _native.parameter_label(self._raw[0], language(lang))

    def rule(self, lang: str = "zh") -> str:
        """What a right value looks like."""
        return _native.field_rule(self._raw[0], language(lang))

    def citation(self, lang: str = "zh") -> str:
        """The article and item."""
        return _native.citation(self.article, self.item or 0, language(lang))


class Parameter(_Row):
    """A number of the ordinance's text."""

    __slots__ = ()
    __match_args__ = ("name", "kind", "article", "item", "unit", "min", "max", "touches_round")

    @property
    def kind(self) -> ParameterKind:
        """How its value is written."""
        return _PARAMETER_KINDS[self._raw[1]]

    @property
    def unit(self) -> Unit:
        """Its unit."""
        return _UNITS[self._raw[4]]

    @property
    def min(self) -> int:
        """Least value, in the unit."""
        return int(self._raw[6])

    @property
    def max(self) -> int:
        """Greatest value, in the unit."""
        return int(self._raw[7])


class Reading(_Row):
    """A switch for wording that the ordinance leaves open."""

    __slots__ = ()
    __match_args__ = ("name", "values", "default", "article", "item", "touches_round")

    @property
    def values(self) -> tuple[str, ...]:
        """The words it can be set to; the first is the default."""
        return tuple(_native.reading_value(self._raw[0], i) for i in range(self._raw[7] + 1))

    @property
    def default(self) -> str:
        """The word it is set to unless told otherwise."""
        return _native.reading_value(self._raw[0], 0)

    def meaning(self, value: str, lang: str = "zh") -> str:
        """What a value means; empty for a word it does not have."""
        code = self.values.index(value) if value in self.values else -1
        return _native.reading_meaning(self._raw[0], code, language(lang))

    def reason(self, lang: str = "zh") -> str:
        """Why the wording is open and why the default is what it is."""
        return _native.reading_reason(self._raw[0], language(lang))


class Provision(Value):
    """What an article asks, and whether it is decided, computed or left to people."""

    __slots__ = ()
    __match_args__ = ("key", "article", "item", "kind", "function")

    @property
    def key(self) -> str:
        """Its permanent name in data."""
        return _native.provision_key(self._raw[0])

    @property
    def kind(self) -> ProvisionKind:
        """Decided, computed or left to people."""
        return _PROVISION_KINDS[self._raw[1]]

    @property
    def article(self) -> int:
        """Article of the ordinance."""
        return int(self._raw[2])

    @property
    def item(self) -> int | None:
        """Item of the article; None when it has none."""
        return self._raw[3] or None

    @property
    def function(self) -> str:
        """The C function that decides or computes it; empty where people decide."""
        return _native.provision_function(self._raw[0])

    def label(self, lang: str = "zh") -> str:
        """What it is called."""
        return _native.provision_label(self._raw[0], language(lang))

    def text(self, lang: str = "zh") -> str:
        """What "not met" means, what is computed, or whose judgement it is."""
        return _native.provision_text(self._raw[0], language(lang))

    def citation(self, lang: str = "zh") -> str:
        """The article and item, such as ``第十二条第6项``."""
        return _native.citation(self.article, self.item or 0, language(lang))


@cache
def parameters() -> tuple[Parameter, ...]:
    """All parameters, in the register's order."""
    all_rows = (_native.parameter_at(i) for i in range(_native.parameter_count()))
    return tuple(Parameter(row) for row in all_rows if row[1] != ParameterKind.READING.code)


@cache
def readings() -> tuple[Reading, ...]:
    """All readings, in the register's order."""
    all_rows = (_native.parameter_at(i) for i in range(_native.parameter_count()))
    return tuple(Reading(row) for row in all_rows if row[1] == ParameterKind.READING.code)


@cache
def provisions() -> tuple[Provision, ...]:
    """All provisions, in the ordinance's order."""
    return tuple(Provision(_native.provision_at(i)) for i in range(_native.provision_count()))


def parse_value(kind: ParameterKind, text: str) -> int | Fraction | str:
    """A parameter's value from its text: int, Fraction, or a reading's word."""
    if kind is ParameterKind.READING:
        return text
    value = Fraction(text)
    return int(value) if value.denominator == 1 else value
