"""Objects of a document beyond dict, list, str, int, bool and None, as plain ones."""

from __future__ import annotations

import datetime as _dt
import enum
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

_TEXT, _NUMBER, _LIST, _MAPPING, _FLOAT = range(5)


class NumberText(str):
    """A number as it was written, such as ``652.5``."""

    __slots__ = ()


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        return "NaN"
    # Beyond these bounds every number is out of every range; it is not spelled out.
    if value and abs(value.adjusted()) > 40:
        return "9" * 20 if value.adjusted() > 0 else "0." + "0" * 20 + "1"
    return format(value, "f")


def plain(value: Any) -> tuple[int, Any]:
    """The kind of an object and what it is in plain ones; a negative kind when it is none."""
    try:
        return _plain(value)
    except Exception:  # Whatever an object does when it is looked at: it is none that is known.
        return -1, None


def _plain(value: Any) -> tuple[int, Any]:
    if isinstance(value, NumberText):
        return _NUMBER, str(value)
    if isinstance(value, enum.Enum) and isinstance(value.value, str):
        return _TEXT, value.value
    if isinstance(value, str):
        return _TEXT, str(value)
    if isinstance(value, float):
        return _FLOAT, None
    if isinstance(value, Decimal):
        return _NUMBER, _decimal(value)
    if isinstance(value, Fraction):
        small = value.numerator.bit_length() < 200 and value.denominator.bit_length() < 200
        return _TEXT, str(value) if small else "9" * 20
    if isinstance(value, _dt.date) and not isinstance(value, _dt.datetime):
        return _TEXT, value.isoformat()
    if isinstance(value, Mapping):
        return _MAPPING, dict(value)
    if isinstance(value, tuple):
        return _LIST, list(value)
    if isinstance(value, list):
        return _LIST, list(value)
    if hasattr(type(value), "tolist"):
        listed = value.tolist()
        if isinstance(listed, list):
            return _LIST, listed
    if hasattr(type(value), "__index__"):
        return _NUMBER, str(int(value))
    return -1, None
