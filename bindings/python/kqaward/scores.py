"""Criteria, assessors' sheets, scores, floors and the ranking (Art. 5, 16, 17, 18). All exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from . import _native
from ._values import Score, Value, exact, fraction, language, refuse, rows
from .editions import Edition, raw
from .findings import Decision

#: One percent an item: a list, or any C-contiguous buffer of 32-bit integers.
Sheet = Sequence[int]
#: Sheets one after another: a list of lists, or a two-dimensional buffer of 32-bit integers.
Sheets = Sequence[Sheet]


class CriteriaItem(NamedTuple):
    """One item of a set of criteria."""

    points: int
    category: int
    clause: str
    zh: str
    en: str


def _categories(criteria: Criteria) -> range:
    return range(_native.criteria_fields(criteria_raw(criteria))[3])


class Criteria(Value):
    """A set of 1000-point criteria (Art. 5)."""

    __slots__ = ()

    @classmethod
    def find(cls, id: str) -> Criteria:
        """The built-in set with the given id: ``"gbt19580-2012"`` or ``"baldrige-2021"``."""
        return cls(_native.criteria_find(id))

    @classmethod
    def ids(cls) -> tuple[str, ...]:
        """The ids of the built-in sets."""
        return tuple(_native.criteria_id_at(i) for i in range(_native.criteria_count()))

    @classmethod
    def custom(
        cls,
        id: str,
        items: Iterable[tuple[int, int]],
        percent_step: int = 5,
        full_score: int = 1000,
    ) -> Criteria:
        """A set of one's own: (points, category) for each item, categories never falling.

        It is checked; see verify() for one whose points need not add up.
        """
        own = cls(
            _native.criteria_make(id, rows(items, "criteria.items"), percent_step, full_score)
        )
        own.check()
        return own

    def check(self) -> None:
        """Raises KqaError unless the form is right and the points add up."""
        _native.criteria_check(self._raw)

    def verify(self) -> Decision:
        """Whether the points add up to the full score, as a finding (Art. 5)."""
        return Decision(_native.criteria_verify(self._raw))

    @property
    def id(self) -> str:
        """Its id."""
        return str(_native.criteria_fields(self._raw)[0])

    @property
    def full_score(self) -> int:
        """The sum of all points."""
        return int(_native.criteria_fields(self._raw)[1])

    @property
    def percent_step(self) -> int:
        """Assessors give percents in steps of this."""
        return int(_native.criteria_fields(self._raw)[2])

    @property
    def items(self) -> tuple[CriteriaItem, ...]:
        """The items, with clause and names where the set is built in."""
        return tuple(
            CriteriaItem(
                points,
                category,
                _native.criteria_item_clause(self.id, place),
                _native.criteria_item_name(self.id, place, 1),
                _native.criteria_item_name(self.id, place, 2),
            )
            for place, (points, category) in enumerate(_native.criteria_fields(self._raw)[4])
        )

    @property
    def category_count(self) -> int:
        """How many categories it has."""
        return int(_native.criteria_fields(self._raw)[3])

    def category_name(self, category: int, lang: str = "zh") -> str:
        """What a category is called; empty where it has no name in that language."""
        return _native.criteria_category_name(self.id, category, language(lang))

    def category_points(self, category: int) -> int:
        """The points of a category."""
        return sum(item.points for item in self.items if item.category == category)

    def __len__(self) -> int:
        return len(_native.criteria_fields(self._raw)[4])

    def __repr__(self) -> str:
        return f"<Criteria {self.id}, {len(self)} items>"

    def to_dict(self) -> dict[str, Any]:
        """The set as a mapping that JSON can hold."""
        return {
            "id": self.id,
            "full_score": self.full_score,
            "percent_step": self.percent_step,
            "items": [{"points": i.points, "category": i.category} for i in self.items],
        }

    def _repr_html_(self) -> str:
        from ._html import criteria_table

        return criteria_table(self)


def criteria_raw(criteria: Criteria) -> bytes:
    """The plain bytes of a set."""
    if not isinstance(criteria, Criteria):
        refuse("type", "criteria")
    data: bytes = criteria._raw
    return data


def sheet_score(criteria: Criteria, sheet: Sheet) -> Fraction:
    """Score of one sheet: the sum over its items of points x percent / 100."""
    return exact(_native.sheet_score(criteria_raw(criteria), sheet))


def sheet_item_score(criteria: Criteria, sheet: Sheet, item: int) -> Fraction:
    """Score of one item on one sheet."""
    return exact(_native.sheet_item_score(criteria_raw(criteria), sheet, item))


def sheet_category_score(criteria: Criteria, sheet: Sheet, category: int) -> Fraction:
    """Score of one category on one sheet."""
    return exact(_native.sheet_category_score(criteria_raw(criteria), sheet, category))


def sheet_category_scores(criteria: Criteria, sheet: Sheet) -> tuple[Fraction, ...]:
    """Scores of all categories on one sheet."""
    return tuple(
        sheet_category_score(criteria, sheet, place) for place in _categories(criteria)
    )


def panel_score(edition: Edition, criteria: Criteria, sheets: Sheets) -> Fraction:
    """A panel's score: the exact mean of its sheets (Art. 10, 16, 17)."""
    return exact(_native.panel_score(raw(edition), criteria_raw(criteria), sheets))


def panel_spread(edition: Edition, criteria: Criteria, sheets: Sheets) -> Fraction:
    """How far the assessors lie apart: the highest sheet less the lowest."""
    return exact(_native.panel_spread(raw(edition), criteria_raw(criteria), sheets))


def panel_category_score(
    edition: Edition, criteria: Criteria, sheets: Sheets, category: int
) -> Fraction:
    """A panel's mean score of one category."""
    return exact(
        _native.panel_category_score(raw(edition), criteria_raw(criteria), sheets, category)
    )


def panel_category_scores(
    edition: Edition, criteria: Criteria, sheets: Sheets
) -> tuple[Fraction, ...]:
    """A panel's mean scores of all categories."""
    return tuple(
        panel_category_score(edition, criteria, sheets, place)
        for place in _categories(criteria)
    )


class ScoreSheets(Value):
    """A panel's sheets under a set of criteria, with everything that follows from them."""

    __slots__ = ()
    __match_args__ = ("criteria", "sheets", "score", "spread")

    def __init__(
        self, edition: Edition, criteria: Criteria, sheets: Iterable[Iterable[int]]
    ) -> None:
        kept = tuple(tuple(rows(sheet, "sheets")) for sheet in rows(sheets, "sheets"))
        panel_score(edition, criteria, kept)
        super().__init__((edition, criteria, kept))

    @property
    def edition(self) -> Edition:
        """The edition whose panel size applies."""
        return self._raw[0]  # type: ignore[no-any-return]

    @property
    def criteria(self) -> Criteria:
        """The criteria."""
        return self._raw[1]  # type: ignore[no-any-return]

    @property
    def sheets(self) -> tuple[tuple[int, ...], ...]:
        """One tuple of percents for each assessor."""
        return self._raw[2]  # type: ignore[no-any-return]

    @property
    def score(self) -> Fraction:
        """The panel's score."""
        return panel_score(*self._raw)

    @property
    def spread(self) -> Fraction:
        """The highest sheet less the lowest."""
        return panel_spread(*self._raw)

    @property
    def sheet_scores(self) -> tuple[Fraction, ...]:
        """Each assessor's score."""
        return tuple(sheet_score(self.criteria, sheet) for sheet in self.sheets)

    @property
    def category_scores(self) -> tuple[Fraction, ...]:
        """The panel's mean score of each category."""
        return panel_category_scores(*self._raw)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), self._raw)

    def _repr_html_(self) -> str:
        from ._html import sheets_table

        return sheets_table(self)


def total_score(edition: Edition, document: Score, site: Score) -> Fraction:
    """The total score: both scores by their weights (Art. 18)."""
    return exact(_native.total_score(raw(edition), document, site))


def floors(edition: Edition, document: Score, site: Score) -> Decision:
    """Whether the floors of the total and of the site score are reached (Art. 5)."""
    return Decision(_native.floors_check(raw(edition), document, site))


def least_site_score(edition: Edition, document: Score, decimals: int = 3) -> Fraction | None:
    """The least site score with which a document score reaches both floors; None when none does."""
    return fraction(_native.least_site_score(raw(edition), document, decimals))


class Ranking(NamedTuple):
    """Ranks by place of input (None for one that is not ranked), and the places in order."""

    ranks: tuple[int | None, ...]
    order: tuple[int, ...]


def rank(totals: Iterable[Score | None]) -> Ranking:
    """Ranks totals from high to low; equal totals share a rank: 1, 1, 3 (Art. 18)."""
    ranks, order = _native.rank(rows(totals, "totals"))
    return Ranking(tuple(r or None for r in ranks), order)
