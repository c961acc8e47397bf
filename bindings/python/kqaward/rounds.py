"""Whole rounds: a year's documents in, every organisation's outcome, prize and findings out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, overload

from . import _native
from ._values import Value, fraction, refuse
from .applying import missing_names
from .editions import Edition, ParameterValue, _set
from .editions import raw as _raw
from .enums import (
    _AWARDS,
    _OUTCOMES,
    _PLACES,
    _VERDICTS,
    _VOTE_STATES,
    Award,
    Outcome,
    Place,
    Verdict,
    VoteState,
)
from .findings import Finding
from .register import readings as _readings
from .voting import Seats

if TYPE_CHECKING:
    from .comparing import Comparison

#: The largest text of a round, bytes; as in the C reader.
MAX_BYTES = 128 * 1024 * 1024


class Round:
    """A year's round, read and checked: see from_dict(), from_json(), from_yaml(), from_file()."""

    __slots__ = ("_box", "_edition")

    def __init__(self, document: Mapping[str, Any]) -> None:
        box = _native.round_from_object(document)
        object.__setattr__(self, "_box", box)

    @classmethod
    def _of(cls, box: object) -> Round:
        self = cls.__new__(cls)
        object.__setattr__(self, "_box", box)
        return self

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a round cannot be changed; change its document and read it again")

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Round:
        """A round from a mapping with the round file's keys. Scores may be int, Fraction, Decimal
        or text; days ``datetime.date`` or text; a float is refused."""
        return cls(document)

    @classmethod
    def from_json(cls, text: str | bytes, name: str = "") -> Round:
        """A round from JSON text, numbers taken exactly. ``name`` stands for the file in errors."""
        return cls._of(_native.round_from_json(text, _name(name)))

    @classmethod
    def from_yaml(cls, text: str | bytes, name: str = "") -> Round:
        """A round from YAML with the same keys, numbers taken exactly."""
        from ._yaml import load

        return cls._of(_native.round_from_object(load(text, _name(name))))

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> Round:
        """A round from a ``.json``, ``.yaml``, ``.yml`` or ``.xlsx`` file."""
        if not isinstance(path, (str, os.PathLike)):
            refuse("type", "path")
        name = os.fspath(path)
        suffix = os.path.splitext(name)[1].lower()
        if suffix == ".xlsx":
            from .workbook import read_round

            return read_round(name)
        try:
            with open(name, "rb") as file:
                text = file.read(MAX_BYTES + 1)
        except (OSError, ValueError):
            _native.refuse_file("unreadable", _name(name))
        if len(text) > MAX_BYTES:
            _native.refuse_file("too_large", _name(name))
        if suffix in (".yaml", ".yml"):
            return cls.from_yaml(text, name)
        return cls.from_json(text, name)

    @property
    def edition(self) -> Edition:
        """The edition, with the document's amendments and readings."""
        return Edition(_native.round_edition(self._box))

    @property
    def year(self) -> int:
        """The year of the round."""
        return _native.round_year(self._box)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids: organisations in input order, then special nominees without a dossier."""
        return _native.round_ids(self._box)

    def __len__(self) -> int:
        return len(self.ids)

    def __repr__(self) -> str:
        return f"<Round {self.year}, {self.edition.id}, {len(self)} organizations>"

    def to_dict(self) -> dict[str, Any]:
        """The document, fit for JSON: numbers that are not whole stand as text, exact."""
        document: dict[str, Any] = _native.round_document(self._box)
        return document

    def decide(
        self,
        amend: Mapping[str, ParameterValue] | None = None,
        readings: Mapping[str, str] | None = None,
        edition: Edition | None = None,
    ) -> RoundResult:
        """Decides the round, where wished under another edition or changed parameters and readings,
        and finds what depends on readings. ``edition`` takes the place of the document's
        ``ordinance``, ``amend`` and ``readings``."""
        data = _native.round_edition(self._box) if edition is None else _raw(edition)
        if amend:
            data = _native.edition_checked(_set(data, amend, False))
        if readings:
            data = _native.edition_checked(_set(data, readings, True))
        return RoundResult(self, _native.round_decide(self._box, data))

    def _repr_html_(self) -> str:
        from ._html import round_table

        return round_table(self)

    _box: Any


def _name(name: str) -> str:
    if not isinstance(name, str):
        refuse("type", "name")
    return name.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")


class OrganizationRow(Value):
    """What is said of one organisation of a round: its id and name come first."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._raw[0]  # type: ignore[no-any-return]

    @property
    def name(self) -> str | None:
        """Its name; None when the document gives none."""
        return self._raw[1]  # type: ignore[no-any-return]


class OrganizationResult(OrganizationRow):
    """One organisation's result."""

    __slots__ = ()
    __match_args__ = (
        "id",
        "outcome",
        "rank",
        "total",
        "award",
        "off_quota",
        "prize",
        "missing",
        "findings",
        "eligible",
    )

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return _OUTCOMES[self._raw[2]]

    @property
    def eligible(self) -> Verdict:
        """The qualification check; not applicable without a dossier."""
        return _VERDICTS[self._raw[3]]

    @property
    def rank(self) -> int | None:
        """Rank among the candidates; None for one that is no candidate."""
        return self._raw[4] or None

    @property
    def award(self) -> Award | None:
        """The award, if any."""
        return _AWARDS[self._raw[5]]

    @property
    def off_quota(self) -> bool:
        """Whether the award is off the quota."""
        return bool(self._raw[6])

    @property
    def special(self) -> bool:
        """Whether the award is a special nomination (Art. 22)."""
        return bool(self._raw[7])

    @property
    def quality_place(self) -> Place:
        """Place in the quality vote."""
        return _PLACES[self._raw[8]]

    @property
    def nomination_place(self) -> Place:
        """Place in the nomination vote."""
        return _PLACES[self._raw[9]]

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts that matter."""
        return missing_names(self._raw[10])

    @property
    def outcome_readings(self) -> tuple[str, ...]:
        """Readings of which another value alone changes the outcome."""
        return reading_names(self._raw[11])

    @property
    def prize_readings(self) -> tuple[str, ...]:
        """Readings of which another value alone changes the prize, not the outcome."""
        return reading_names(self._raw[12])

    @property
    def document(self) -> Fraction | None:
        """Score of the document review."""
        return fraction(self._raw[13])

    @property
    def site(self) -> Fraction | None:
        """Score of the site review."""
        return fraction(self._raw[14])

    @property
    def total(self) -> Fraction | None:
        """Total score."""
        return fraction(self._raw[15])

    @property
    def prize(self) -> int:
        """Prize, yuan."""
        return int(self._raw[16])

    @property
    def quality_votes(self) -> int | None:
        """Votes in favour in the quality vote; None when none are entered."""
        return self._raw[17]  # type: ignore[no-any-return]

    @property
    def nomination_votes(self) -> int | None:
        """Votes in favour in the nomination vote; None when none are entered."""
        return self._raw[18]  # type: ignore[no-any-return]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the procedure; none without a dossier."""
        return tuple(map(Finding, self._raw[19]))

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The findings that stand against it: those not met, else those unknown."""
        bad = tuple(f for f in self.findings if f.verdict is Verdict.NOT_MET)
        return bad or tuple(f for f in self.findings if f.verdict is Verdict.UNKNOWN)

    def _repr_html_(self) -> str:
        from ._html import organization_table

        return organization_table(self)


def reading_names(bits: int) -> tuple[str, ...]:
    """The readings whose bits are set, in the register's order."""
    if not bits:
        return ()
    return tuple(row.name for row in _readings() if _native.reading_bit(row._raw[0]) & bits)


class Organizations:
    """The results of all organisations, by place or by id; each is built when asked for."""

    __slots__ = ("_result",)

    def __init__(self, result: RoundResult) -> None:
        self._result = result

    def __len__(self) -> int:
        return _native.round_result_count(self._result._box)

    @overload
    def __getitem__(self, key: int | str) -> OrganizationResult: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[OrganizationResult, ...]: ...
    def __getitem__(
        self, key: int | str | slice
    ) -> OrganizationResult | tuple[OrganizationResult, ...]:
        if isinstance(key, slice):
            return tuple(self[i] for i in range(*key.indices(len(self))))
        if isinstance(key, str):
            try:
                key = self._result.round.ids.index(key)
            except ValueError:
                raise KeyError(key) from None
        place = key + len(self) if key < 0 else key
        if not 0 <= place < len(self):
            raise IndexError("there are fewer organizations")
        return OrganizationResult(_native.round_result_row(self._result._box, place))

    def __iter__(self) -> Iterator[OrganizationResult]:
        for place in range(len(self)):
            yield self[place]

    def __contains__(self, key: object) -> bool:
        return key in self._result.round.ids

    def __repr__(self) -> str:
        return f"<{len(self)} organizations>"


class RoundResult:
    """What a round came to."""

    __slots__ = ("_box", "_round")
    __match_args__ = ("year", "organizations", "seats", "prize_total", "warnings")

    def __init__(self, round: Round, box: object) -> None:
        object.__setattr__(self, "_round", round)
        object.__setattr__(self, "_box", box)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a result cannot be changed")

    _box: Any
    _round: Round

    @property
    def round(self) -> Round:
        """The round that was decided."""
        return self._round

    @property
    def edition(self) -> Edition:
        """The edition under which it was decided."""
        return Edition(_native.round_result_edition(self._box))

    @property
    def year(self) -> int:
        """The year of the round."""
        return self._round.year

    @property
    def organizations(self) -> Organizations:
        """The results: organisations in input order, then special nominees without a dossier."""
        return Organizations(self)

    @property
    def ranking(self) -> tuple[str, ...]:
        """The ids of the candidates, from the highest total to the lowest."""
        ids = self._round.ids
        return tuple(ids[place] for place in _native.round_result_ranking(self._box))

    @property
    def seats(self) -> dict[Award, Seats]:
        """How the seats of each award were taken; ``seats["quality"]`` works, too."""
        summary = _native.round_result_summary(self._box)
        return {Award.QUALITY: Seats(summary[0]), Award.NOMINATION: Seats(summary[1])}

    @property
    def votes(self) -> dict[Award, VoteState]:
        """What became of each vote."""
        summary = _native.round_result_summary(self._box)
        return {
            Award.QUALITY: _VOTE_STATES[summary[2]],
            Award.NOMINATION: _VOTE_STATES[summary[3]],
        }

    @property
    def candidates(self) -> int:
        """How many are ranked."""
        return int(_native.round_result_summary(self._box)[4])

    @property
    def prize_total(self) -> int:
        """Sum of all prizes, yuan."""
        return int(_native.round_result_summary(self._box)[5])

    @property
    def warnings(self) -> tuple[dict[str, str], ...]:
        """Results that depend on a reading, ties and void votes, as in the JSON output."""
        import json

        return tuple(json.loads(_native.round_result_warnings(self._box)))

    def compare(self, after: RoundResult) -> Comparison:
        """This result and another of the same organisations side by side."""
        from .comparing import Comparison

        return Comparison(self, after)

    def under(self, edition: Edition) -> RoundResult:
        """The same round under another edition or reading. What that makes invalid is left out:
        votes for one that no longer stands, a special nomination that no longer holds."""
        return RoundResult(self.round, _native.round_decide_under(self.round._box, _raw(edition)))

    def to_json(self) -> str:
        """The result as the round file's output form says, byte for byte."""
        return _native.round_result_json(self._box)

    def to_dict(self) -> dict[str, Any]:
        """The same as a mapping."""
        import json

        document: dict[str, Any] = json.loads(self.to_json())
        return document

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RoundResult):
            return NotImplemented
        return self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        count = len(self.organizations)
        return f"<RoundResult {self.year}, {count} organizations, {self.prize_total} yuan>"

    def _repr_html_(self) -> str:
        from ._html import result_table

        return result_table(self)
