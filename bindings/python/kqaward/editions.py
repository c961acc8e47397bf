"""Editions of the review rules as data."""

from __future__ import annotations

import datetime as _dt
import os
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from . import _native
from ._values import Day, Value, refuse
from .enums import ParameterKind
from .register import parameters, parse_value, readings

#: What a parameter's value may be given as.
ParameterValue = int | Fraction | Decimal | str


@cache
def _kinds() -> dict[str, ParameterKind]:
    kinds = {parameter.name: parameter.kind for parameter in parameters()}
    kinds.update((reading.name, ParameterKind.READING) for reading in readings())
    return kinds


def _set(raw: bytes, changes: Mapping[str, Any], reading: bool) -> bytes:
    if not isinstance(changes, Mapping):
        refuse("type", "readings" if reading else "amend")
    for name, value in changes.items():
        kind = _kinds().get(name) if isinstance(name, str) else None
        if kind is None or (kind is ParameterKind.READING) != reading:
            refuse("name", "parameter")
        fits = (
            isinstance(value, int) and not isinstance(value, bool)
            if kind in (ParameterKind.COUNT, ParameterKind.MONEY)
            else isinstance(value, str)
            if reading
            else isinstance(value, (int, float, str, Fraction, Decimal)) and not isinstance(value, bool)
        )
        if not fits:
            refuse("type", name)
        raw = _native.edition_with(raw, name, _native.exact_text(value, name))
    return raw


class Edition(Value):
    """Every number of the text and every reading of its open wording, with the days in force."""

    __slots__ = ()

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> Edition:
        """The edition that a file describes; see docs/editions.md for its form."""
        from .policy import EditionFile

        if not isinstance(path, (str, os.PathLike)):
            refuse("type", "path")
        return EditionFile.load(path).edition()

    @property
    def id(self) -> str:
        """Its id, such as ``"keqiao-2020"``."""
        return _native.edition_id(self._raw)

    @property
    def in_force_from(self) -> _dt.date:
        """First day in force (Art. 32)."""
        first = _native.edition_in_force(self._raw)[0]
        assert first is not None
        return first

    @property
    def in_force_to(self) -> _dt.date | None:
        """Last day in force; None while it is open."""
        return _native.edition_in_force(self._raw)[1]

    def __getitem__(self, name: str) -> int | Fraction | str:
        """The value of a parameter or reading: ``edition["quota.quality"]``."""
        text = _native.edition_get(self._raw, name)
        return parse_value(_kinds()[name], text)

    def value_text(self, name: str) -> str:
        """The value as text: ``"2/3"``, ``"strict"``."""
        return _native.edition_get(self._raw, name)

    def parameters(self) -> dict[str, int | Fraction | str]:
        """All parameters with their values."""
        return {row.name: self[row.name] for row in parameters()}

    def readings(self) -> dict[str, str]:
        """All readings with their values."""
        return {row.name: self.value_text(row.name) for row in readings()}

    def replace(self, **changes: ParameterValue) -> Edition:
        """A checked copy with parameters changed: ``edition.replace(**{"quota.quality": 5})``."""
        return Edition(_native.edition_checked(_set(self._raw, changes, False)))

    def with_reading(self, name: str, value: str) -> Edition:
        """A copy with one reading changed."""
        if not isinstance(name, str):
            refuse("type", "parameter")
        return self.with_readings({name: value})

    def with_readings(self, changes: Mapping[str, str]) -> Edition:
        """A checked copy with readings changed."""
        return Edition(_native.edition_checked(_set(self._raw, changes, True)))

    def diff(self, other: Edition) -> dict[str, tuple[int | Fraction | str, int | Fraction | str]]:
        """What differs: name to the values here and there, in the register's order."""
        names = map(_native.field_name, _native.edition_diff(self._raw, raw(other)))
        return {name: (self[name], other[name]) for name in names}

    def __repr__(self) -> str:
        changes = ""
        try:
            base = enacted(self)
            changes = "".join(f", {k}={v[1]!s}" for k, v in base.diff(self).items())
        except ValueError:
            pass
        return f"<Edition {self.id}{changes}>"

    def to_dict(self) -> dict[str, Any]:
        """Id, days in force, parameters and readings as a mapping that JSON can hold."""
        last = self.in_force_to
        return {
            "id": self.id,
            "in_force_from": self.in_force_from.isoformat(),
            "in_force_to": None if last is None else last.isoformat(),
            "parameters": {
                n: v if isinstance(v, int) else str(v) for n, v in self.parameters().items()
            },
            "readings": self.readings(),
        }


def raw(edition: Edition) -> bytes:
    """The plain bytes of an edition."""
    if not isinstance(edition, Edition):
        refuse("type", "edition")
    data: bytes = edition._raw
    return data


def enacted(edition: Edition) -> Edition:
    """The built-in edition from which another departs: that of its id, or else the first."""
    return Edition(_native.edition_find(edition.id if edition.id in _ids() else _ids()[0]))


def _ids() -> tuple[str, ...]:
    return tuple(_native.edition_id_at(i) for i in range(_native.edition_count()))


class _Editions:
    """Gives editions: ``edition("keqiao-2020")``, ``edition.on(date)``, ``edition.ids()``."""

    def __call__(self, id: str) -> Edition:
        """The edition with the given id."""
        return Edition(_native.edition_find(id))

    def on(self, date: Day) -> Edition:
        """The edition in force on a day (Art. 32); none before 2020-05-10."""
        return Edition(_native.edition_on(date))

    def ids(self) -> tuple[str, ...]:
        """The ids of all built-in editions."""
        return _ids()

    def __repr__(self) -> str:
        return "<editions of the review rules>"


edition = _Editions()
