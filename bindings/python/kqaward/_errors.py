"""The one exception of the package."""

from __future__ import annotations

from typing import Any


class KqaError(ValueError):
    """A question that makes no sense: a value out of its bounds, a year without a calendar.

    Never a "no" of the ordinance; that is a verdict in a finding.

    ``status`` is the short permanent name of what went wrong, such as ``"range"``; ``field`` is the
    path of the value at fault, such as ``"organizations[3].site_review.score"``, or empty.
    """

    status: str
    field: str

    def __init__(self, english: str, status: str = "", field: str = "", chinese: str = "") -> None:
        super().__init__(english)
        self.status = status
        self.field = field
        self._texts = (chinese or english, english)

    def text(self, lang: str = "zh") -> str:
        """The sentence in Chinese (``"zh"``) or English (``"en"``)."""
        return self._texts[1 if lang == "en" else 0]

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self._texts[1], self.status, self.field, self._texts[0]))
