"""Every sentence of the command in Chinese and English, and what chooses between them."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ._catalogue import TEXTS as _TEXTS
from ._catalogue_compare import COMPARE_TEXTS

TEXTS = {**_TEXTS, **COMPARE_TEXTS}


class Say(NamedTuple):
    """Texts in one language: ``say("round.title", year=2026)``."""

    lang: str = "zh"

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under a key, filled in."""
        text = TEXTS[key][self.lang == "en"]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in TEXTS


class Problem(Exception):
    """Bad input that the command itself notices: one sentence, exit status 2."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def text(self, lang: str) -> str:
        """The sentence."""
        return Say(lang)(self.key, **self.values)


def grouped(number: int) -> str:
    """Digits in groups of three."""
    return f"{number:,}"


def holds(score: Fraction, decimals: int) -> bool:
    """Whether so many decimals hold a score exactly."""
    return bool(10**decimals % score.denominator == 0)


def two_decimals(score: Fraction | None) -> str:
    """A score for a table: rounded by GB/T 8170 to two decimals."""
    from ..dates import format_score

    return "-" if score is None else format_score(score, 2)


def trimmed(score: Fraction | None) -> str:
    """A score with as few decimals as hold it; a fraction where three do not."""
    from ..dates import format_score

    if score is None:
        return "-"
    for decimals in range(4):
        if holds(score, decimals):
            return format_score(score, decimals)
    return str(score)


def exact(score: Fraction | None) -> str:
    """A score in full: as a decimal of two or three places where that holds it, else a fraction."""
    from ..dates import format_score

    if score is None:
        return "-"
    if holds(score, 3):
        return format_score(score, 2 if holds(score, 2) else 3)
    return str(score)
