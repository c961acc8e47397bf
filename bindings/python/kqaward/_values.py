"""What all results share, and how a caller's values become codes of the library."""

from __future__ import annotations

import datetime as _dt
import enum
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from . import _native

#: What a score may be given as. A ``float`` is refused: its value is not what was typed.
Score = int | Fraction | Decimal | str
#: What a day may be given as.
Day = _dt.date | str
#: A three-valued fact: ``None`` is "not known", never the same as ``False``.
Truth = bool | None

_LANGUAGES = {"zh": 1, "en": 2}


def language(lang: str) -> int:
    """The code of a language, ``"zh"`` or ``"en"``."""
    code = _LANGUAGES.get(lang) if isinstance(lang, str) else None
    if code is None:
        refuse("value", "language")
    return code


def refuse(status: str, field: str) -> NoReturn:
    """Raises KqaError about a field by its name."""
    _native.refuse(status, field)
    raise AssertionError


def truth_code(value: Truth, field: str) -> int:
    """1 for True, 2 for False, 0 for None; anything else is refused."""
    if value is True:
        return 1
    if value is False:
        return 2
    if value is None:
        return 0
    refuse("type", field)


def truths(names: Sequence[str], facts: Mapping[str, Truth], field: str) -> tuple[int, ...]:
    """The codes of facts given by name, in the order of the names; absent ones are unknown."""
    if not isinstance(facts, Mapping):
        refuse("type", field)
    for key in facts:
        if key not in names:
            refuse("unknown_key", f"{field}.{key}")
    return tuple(truth_code(facts.get(name), f"{field}.{name}") for name in names)


class Word(str, enum.Enum):
    """An enumeration whose values are the words of the data. A member's code is the library's."""

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def first_code(cls) -> int:
        return 1

    @property
    def code(self) -> int:
        return code_of(type(self), self)


_CODES: dict[type[Word], dict[str, int]] = {}


def code_of(words: type[Word], value: object, field: str = "") -> int:
    """The library's code of a word; KqaError names the field when there is no such word."""
    table = _CODES.get(words)
    if table is None:
        first = words.first_code()
        table = _CODES[words] = {str(w.value): first + i for i, w in enumerate(words)}
    if not isinstance(value, str):
        refuse("type", field)
    code = table.get(value)
    if code is None:
        refuse("value", field)
    return code


def plain(value: Any) -> Any:
    """A value as JSON can hold it: words, exact fractions and days as text."""
    if isinstance(value, Value):
        return value.to_dict()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, _dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


class Value:
    """An immutable result over the library's plain numbers: equal when the numbers are."""

    __slots__ = ("_raw",)
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init__(self, raw: Any) -> None:
        _set_raw(self, raw)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._raw == other._raw)

    def __hash__(self) -> int:
        return hash((type(self), self._raw))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self._raw,))

    def __repr__(self) -> str:
        pairs = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({pairs})"

    def to_dict(self) -> dict[str, Any]:
        """The result as a mapping that JSON can hold."""
        return {name: plain(getattr(self, name)) for name in self.__match_args__}

    if TYPE_CHECKING:
        _raw: Any


_set_raw: Any = Value.__dict__["_raw"].__set__


_slots: Any = (Fraction.__dict__.get("_numerator"), Fraction.__dict__.get("_denominator"))
_sound = all(_slots) and _slots[0].__get__(Fraction(2, 3)) == 2
_blank: Any = object.__new__
_set_num: Any = _slots[0].__set__ if _sound else None
_set_den: Any = _slots[1].__set__ if _sound else None


def exact(raw: tuple[int, int]) -> Fraction:
    """An exact number of the library, which is in lowest terms already."""
    if not _sound:
        return Fraction(raw[0], raw[1])
    # Fraction() would look for a common divisor and cost more than the answer itself.
    value: Fraction = _blank(Fraction)
    _set_num(value, raw[0])
    _set_den(value, raw[1])
    return value


def fraction(raw: tuple[int, int] | None) -> Fraction | None:
    """An exact number of the library; None where it has none."""
    return None if raw is None else exact(raw)


def number(raw: tuple[int, int] | None) -> int | Fraction | None:
    """An exact number of the library, whole ones as int."""
    if raw is None:
        return None
    return raw[0] if raw[1] == 1 else exact(raw)


def rows(items: Iterable[Any], field: str) -> list[Any]:
    """A caller's list; a text or a mapping is none."""
    if isinstance(items, (str, bytes, Mapping)):
        refuse("type", field)
    try:
        return list(items)
    except TypeError:
        refuse("type", field)
