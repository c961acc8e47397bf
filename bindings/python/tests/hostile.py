"""Objects that lie, raise, change under one's hands or are plainly wrong, given to every function.

    python hostile.py [--seconds 60] [--seed 1] [--only NAME]

Calls functions of the raw module and of the public interface with arguments that are wrong in one
place, or everywhere. Only refusals are right: whatever else comes out is printed, with what was
called. A crash kills the process; --trace FILE keeps the last call. The tests run it in process
and as a child; fuzz_raw.sh runs it under AddressSanitizer.
"""

from __future__ import annotations

import argparse
import array
import ctypes
import datetime as dt
import faulthandler
import inspect
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import kqaward as kq
from kqaward import _native


class Boom(Exception):
    """What the hostile objects raise."""


class Raises:
    """Raises whatever is asked of it."""

    def _boom(self, *_: object) -> Any:
        raise Boom

    __index__ = __int__ = __float__ = __len__ = __iter__ = __getitem__ = _boom
    __bool__ = __eq__ = __hash__ = __contains__ = __str__ = __fspath__ = _boom  # type: ignore[assignment]
    __getattr__ = keys = items = numerator = denominator = _boom

    def __repr__(self) -> str:
        return "Raises()"


class Index:
    """An index of one's choice, also of a wrong type."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __index__(self) -> Any:
        return self.value

    def __repr__(self) -> str:
        return f"Index({self.value!r})"


class Lying(list):  # type: ignore[type-arg]
    """A list that tells a wrong length and other elements than it has."""

    def __len__(self) -> int:
        return 1 << 20

    def __getitem__(self, key: Any) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter([1])


class LyingTuple(tuple):  # type: ignore[type-arg]
    def __len__(self) -> int:
        return 1 << 20

    def __getitem__(self, key: Any) -> Any:
        raise Boom


class Negative:
    def __len__(self) -> int:
        return -1

    def __getitem__(self, key: Any) -> Any:
        return key


class Endless:
    """A sequence with a length and without an end."""

    def __len__(self) -> int:
        return 3

    def __getitem__(self, key: int) -> int:
        if key > 1000:
            raise IndexError
        return 60


class Clearing:
    """An index that empties the list in which it stands."""

    def __init__(self, home: list[Any]) -> None:
        self.home = home

    def __index__(self) -> int:
        self.home.clear()
        return 5

    def __eq__(self, other: object) -> bool:
        self.home.clear()
        return False

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "Clearing()"


class Text(str):
    def __str__(self) -> str:
        raise Boom

    def encode(self, *_: object) -> Any:  # type: ignore[override]
        raise Boom

    def __hash__(self) -> int:
        raise Boom


class Number(int):
    def __index__(self) -> Any:
        raise Boom

    __int__ = __index__


class Bytes(bytes):
    def __len__(self) -> int:
        return 1 << 20


class Mapping(dict):  # type: ignore[type-arg]
    def __getitem__(self, key: Any) -> Any:
        raise Boom

    def keys(self) -> Any:
        raise Boom

    def items(self) -> Any:
        raise Boom

    def __iter__(self) -> Any:
        raise Boom


class Ratio(Fraction):
    """A fraction whose parts lie."""

    @property
    def numerator(self) -> Any:
        return "1"

    @property
    def denominator(self) -> Any:
        return 0


def clearing() -> list[Any]:
    home: list[Any] = [1, 2, 3]
    home.insert(1, Clearing(home))
    return home


def clearing_rows() -> list[Any]:
    rows: list[Any] = [[60] * 23, [60] * 23, [60] * 23]
    rows[1][3] = Clearing(rows)
    return rows


def nested(depth: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(depth):
        found = [found]
    return found


def cycle() -> list[Any]:
    found: list[Any] = []
    found.append(found)
    return found


def released() -> memoryview:
    view = memoryview(b"1234")
    view.release()
    return view


def deep_mapping() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _ in range(5000):
        found = {"organizations": found}
    return found


MAKERS: list[Callable[[], Any]] = [
    lambda: None,
    lambda: True,
    lambda: False,
    lambda: NotImplemented,
    lambda: ...,
    object,
    lambda: 0,
    lambda: 1,
    lambda: -1,
    lambda: 5,
    lambda: 2**31 - 1,
    lambda: 2**31,
    lambda: -(2**31),
    lambda: -(2**31) - 1,
    lambda: 2**32,
    lambda: 2**63 - 1,
    lambda: -(2**63),
    lambda: 2**64,
    lambda: 10**400,
    lambda: -(10**400),
    lambda: 0.0,
    lambda: float("nan"),
    lambda: float("inf"),
    lambda: 652.5,
    lambda: 1j,
    lambda: Fraction(1, 3),
    lambda: Fraction(10**40, 7),
    lambda: Fraction(1, 10**40),
    lambda: Ratio(1, 3),
    lambda: Decimal("NaN"),
    lambda: Decimal("sNaN"),
    lambda: Decimal("-Infinity"),
    lambda: Decimal("1E+999999"),
    lambda: Decimal("1E-999999"),
    lambda: Decimal("600.5"),
    lambda: "",
    lambda: "quality",
    lambda: "keqiao-2020",
    lambda: "quota.quality",
    lambda: "2026-02-30",
    lambda: "2026-06-30",
    lambda: "600.5",
    lambda: "1/0",
    lambda: "\0",
    lambda: "quota.quality\0x",
    lambda: "2026-06-30\0",
    lambda: "\ud800",
    lambda: "柯桥" * 200,
    lambda: "９" * 20,
    lambda: "x" * 100_000,
    lambda: "9" * 5000,
    lambda: "%s%n%n%n",
    lambda: b"",
    lambda: b"\xff\xfe",
    lambda: b"\0" * 64,
    lambda: b"2026-06-30",
    lambda: bytearray(b"\xff" * 4),
    lambda: bytes(range(256)) * 8,
    lambda: memoryview(b"\1\0\0\0" * 69)[::2],
    lambda: memoryview(b"\1\0\0\0" * 4).cast("i"),
    lambda: memoryview(b"\1\0\0\0" * 69).cast("i", [3, 23]),
    released,
    lambda: array.array("i", [60] * 69),
    lambda: array.array("i"),
    lambda: array.array("q", [60] * 69),
    lambda: array.array("d", [60.0]),
    lambda: array.array("u", "ab"),
    lambda: (ctypes.c_int32 * 23)(*range(23)),
    lambda: ctypes.c_int32(5),
    lambda: (ctypes.c_void_p * 2)(),
    lambda: (),
    lambda: [],
    lambda: {},
    lambda: set(),
    lambda: [None],
    lambda: [1, "x", None],
    lambda: (1, 2),
    lambda: (1, 2, 3, 4, 5, 6, 7, 8, 9),
    lambda: [[60] * 23] * 3,
    lambda: [[60] * 22] * 3,
    lambda: [60] * 23,
    lambda: [[[]]],
    lambda: [1] * 100_000,
    lambda: nested(50_000),
    cycle,
    deep_mapping,
    lambda: {"a": {1: 2}},
    lambda: {1: 2, None: 3},
    lambda: {"\ud800": 1},
    lambda: {"quota.quality": 10**400},
    lambda: iter([1, 2]),
    lambda: (one for one in "ab"),
    lambda: map(int, "x"),
    lambda: range(10**5),
    lambda: slice(0, 10**30, None),
    Raises,
    lambda: [Raises()],
    lambda: {"id": Raises()},
    lambda: Index(5),
    lambda: Index(2**70),
    lambda: Index("x"),
    lambda: Index(None),
    lambda: Number(5),
    lambda: Lying([1]),
    lambda: LyingTuple((1, 2)),
    Negative,
    Endless,
    clearing,
    clearing_rows,
    lambda: Text("quality"),
    lambda: Bytes(b"abcd"),
    lambda: Mapping(a=1),
    lambda: dt.date(1, 1, 1),
    lambda: dt.date(9999, 12, 31),
    lambda: dt.datetime(2026, 6, 30, 12),
    lambda: dt.timedelta(1),
    lambda: SimpleNamespace(year=10**30, month="x", day=None),
    lambda: SimpleNamespace(year=2026, month=13, day=99),
    lambda: dt.datetime_CAPI,
    lambda: type,
    lambda: int,
    lambda: len,
    lambda: kq,
    lambda: kq.Verdict.MET,
    lambda: kq.Measure(0),
    lambda: kq.edition("keqiao-2020"),
    lambda: kq.Criteria.find("gbt19580-2012"),
    lambda: kq.Calendar([2027]),
    lambda: kq.edition("keqiao-2020")._raw,
    lambda: kq.Criteria.find("gbt19580-2012")._raw,
    lambda: kq.Calendar([2027])._raw,
    lambda: ROUND,
    lambda: ROUND._box,
    lambda: RESULT,
    lambda: RESULT._box,
    lambda: RESULT.organizations,
    lambda: RESULT.organizations[0],
    lambda: RESULT.organizations[0]._raw,
    lambda: (2**40,) * 8,
    lambda: (-1,) * 8,
    lambda: (1, 1, 1, 1, 1, 0, 1, -1),
    lambda: (17, 1, 2, 1, 99999999, 1, -5, 1),
]

DOCUMENT: dict[str, Any] = {
    "year": 2026,
    "application_deadline": "2026-06-30",
    "amend": {"quota.quality": 4},
    "readings": {"vote.approval": "strict"},
    "criteria": "gbt19580-2012",
    "committee": {"members": 18},
    "organizations": [
        {
            "id": "K01",
            "name": "示例",
            "facts": {
                "registered_in_district": True, "pays_tax_in_district": True,
                "lawful_operation": True, "operating_since": "2009-04-01",
                "excellence_model": True, "sound_management_system": True,
                "iso9001_certified": True, "quality_work_outstanding": True,
                "performance_leading": True, "innovation_leading": True,
                "integrity_and_service_good": True, "inspections_clean": True,
                "no_major_accident": True, "no_major_complaint": True,
                "other_requirements_met": True,
            },
            "incidents": [{"kind": "inspection_failure", "date": "2021-05-06"}],
            "application": {
                "self_evaluation": True, "form": True, "evidence": True,
                "recommended_by": "town", "copies": 2, "received": "2026-06-20",
            },
            "sanctions": [{"kind": "revocation", "decided": "2018-05-01"}],
            "history": [{"award": "nomination", "year": 2023, "paid": 100000, "revoked": False}],
            "document_review": {"score": "652.5"},
            "site_review": {"sheets": [[70] * 23, [65] * 23, [60] * 23]},
            "invited": True,
        },
        {"id": "K02"},
    ],
    "votes": {
        "quality": {
            "convened_by": "chair", "present": 14, "yes": {"K01": 13}, "runoff": {"K01": 9},
        },
        "nomination": {"convened_by": "chair", "present": 14, "yes": {}},
    },
    "special_nominations": ["K90"],
}
ROUND = kq.Round.from_dict(DOCUMENT)
RESULT = ROUND.decide()

# A refusal. AttributeError, AssertionError, MemoryError and SystemError are none. The arithmetic
# and NotImplementedError are those of Decimal and memoryview themselves.
REFUSALS = (
    kq.KqaError, TypeError, ValueError, ArithmeticError, LookupError, BufferError, RecursionError,
    NotImplementedError, Boom,
)

# Classes that the package makes itself, of the library's numbers; test_hostile.py asks them apart.
RESULTS = (
    "Allocation", "Decision", "Edition", "Eligibility", "Finding", "OrganizationResult",
    "Organizations", "Parameter", "Prize", "Progress", "Provision", "Reading", "Report",
    "RoundResult", "Seats",
)


# --- What is called ------------------------------------------------------------------------------


def raw_functions() -> dict[str, Callable[..., Any]]:
    return {
        name: function
        for name, function in vars(_native).items()
        if callable(function)
        and not name.startswith(("_", "SWIG", "swig"))
        and not inspect.isclass(function)
    }


def public_functions() -> dict[str, Callable[..., Any]]:
    found: dict[str, Callable[..., Any]] = {}
    for name in kq.__all__:
        value = getattr(kq, name)
        if inspect.ismodule(value):
            if value.__name__ in ("kqaward.columns", "kqaward.dates"):
                for inner, function in vars(value).items():
                    if inspect.isfunction(function) and function.__module__ == value.__name__:
                        found[f"{name}.{inner}"] = function
        elif inspect.isclass(value) or callable(value):
            if name not in RESULTS:
                found[name] = value
            if inspect.isclass(value):
                for inner, function in vars(value).items():
                    if isinstance(function, classmethod) and not inner.startswith("_"):
                        found[f"{name}.{inner}"] = getattr(value, inner)
    found["edition.on"] = kq.edition.on
    found["Edition.replace"] = lambda *a, **k: kq.edition("keqiao-2020").replace(
        **(a[0] if a and isinstance(a[0], dict) else {"floor.total": a[0] if a else None})
    )
    edition = kq.edition("keqiao-2020")
    criteria = kq.Criteria.find("gbt19580-2012")
    for owner, names in (
        (edition, ("with_reading", "with_readings", "diff", "value_text", "__getitem__")),
        (criteria, ("category_name", "category_points")),
        (kq.Calendar([2027]), ("mark",)),
        (kq.Verdict.MET, ("text",)),
        (kq.fraud_measures(), ("texts",)),
        (kq.readings()[0], ("meaning", "reason", "label", "rule", "citation")),
        (kq.provisions()[0], ("text", "label", "citation")),
        (kq.floors(edition, 600, 600), ("texts",)),
        (kq.floors(edition, 600, 600).findings[0], ("text", "citation", "provision_label")),
        (ROUND, ("decide",)),
        (RESULT.organizations, ("__getitem__", "__contains__")),
    ):
        for inner in names:
            found[f"{type(owner).__name__}.{inner}"] = getattr(owner, inner)
    return found


def record() -> dict[str, list[tuple[Any, ...]]]:
    """Right arguments for the raw functions, caught while the conformance suite asks its cases."""
    import test_conformance

    import calls

    kept: dict[str, list[tuple[Any, ...]]] = {}
    functions = raw_functions()

    def catching(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            rows = kept.setdefault(name, [])
            if len(rows) < 12:
                rows.append(arguments)
            return function(*arguments)

        return call

    for name, function in functions.items():
        setattr(_native, name, catching(name, function))
    try:
        for case in test_conformance.cases():
            one, given = case.values
            try:
                call, _ = calls.HANDLERS[one["function"]]
                call(test_conformance.edition_of(one), given)
            except Exception:
                pass
        touch(kq.Round.from_dict(DOCUMENT).decide(), 4)
        touch(kq.ScoreSheets(kq.edition("keqiao-2020"), kq.Criteria.find("baldrige-2021"),
                             [[60] * 17] * 3), 2)
        for row in (*kq.parameters()[:2], *kq.readings()[:2], *kq.provisions()[:2]):
            touch(row, 1)
        kq.columns.panel_scores(
            kq.edition("keqiao-2020"), kq.Criteria.find("gbt19580-2012"),
            array.array("i", [60] * 69), 3,
        )
        kq.columns.allocate(
            kq.edition("keqiao-2020"), "quality", 10, array.array("i", [9, 8]),
            array.array("i", [0, 1]), array.array("i", [0, 0]),
        )
        kq.columns.decide(
            kq.edition("keqiao-2020"), "2026-06-30", known=array.array("I", [1, 1]),
            holds=array.array("I", [1, 0]), copies=array.array("i", [2, 1]),
        )
        kq.columns.ballots(
            kq.edition("keqiao-2020"), members=array.array("i", [18]),
            convened_by=array.array("b", [1]), present=array.array("i", [14]),
            yes=array.array("i", [9]),
        )
        kq.columns.finding_provisions()
    finally:
        for name, function in functions.items():
            setattr(_native, name, function)
    return kept


SHOWN = ("__repr__", "__hash__", "__len__", "__iter__", "_repr_html_")


def touch(value: Any, depth: int) -> None:
    """Reads every property and calls every method without arguments."""
    if depth == 0 or isinstance(value, (str, int, float, bytes, dt.date)):
        return
    if isinstance(value, (tuple, list)):
        for one in value[:4]:
            touch(one, depth - 1)
        return
    if not type(value).__module__.startswith("kqaward"):
        return
    for name in dir(type(value)):
        if name.startswith("_") and name not in SHOWN:
            continue
        try:
            found = getattr(value, name)
            touch(found() if callable(found) else found, depth - 1)
        except REFUSALS:
            pass
    if isinstance(value, kq.rounds.Organizations):
        touch(list(value), depth)


# --- Mutations -----------------------------------------------------------------------------------


def hostile(chance: random.Random) -> Any:
    return chance.choice(MAKERS)()


def mutated(chance: random.Random, value: Any) -> Any:
    """The value with something wrong in it, or another altogether."""
    if chance.random() < 0.4:
        return hostile(chance)
    if type(value) is bytes and value:
        kind = chance.randrange(5)
        if kind == 0:
            return value[: chance.randrange(len(value))]
        if kind == 1:
            return value + b"\0"
        data = bytearray(value)
        if kind == 2:
            data[:] = chance.randbytes(len(data))
        for _ in range(chance.choice((1, 1, 2, 8))):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        return bytes(data)
    if type(value) in (tuple, list) and value:
        found = list(value)
        kind = chance.randrange(5)
        place = chance.randrange(len(found))
        if kind == 0:
            del found[place]
        elif kind == 1:
            found.insert(place, hostile(chance))
        elif kind == 2 and isinstance(value, list):
            found[place] = Clearing(found)
        else:
            found[place] = mutated(chance, found[place])
        return tuple(found) if isinstance(value, tuple) else found
    if type(value) is dict and value:
        found = dict(value)
        key = chance.choice(list(found))
        kind = chance.randrange(5)
        if kind == 0:
            del found[key]
        elif kind == 1:
            try:
                found[hostile(chance)] = hostile(chance)
            except (TypeError, ValueError, Boom):
                found["x"] = hostile(chance)
        else:
            found[key] = mutated(chance, found[key])
        return found
    if type(value) is int:
        return chance.choice((value + 1, value - 1, -value, value << 31, value << 64, str(value)))
    if type(value) is str:
        at = chance.randrange(len(value) + 1)
        return value[:at] + chance.choice(("\0", "", "é", "\ud800", "9", "/", "-", " ")) + value[at:]
    return hostile(chance)


# Seconds that no call may take, on a busy machine and under the sanitizers.
SLOW = 15


class Engine:
    """Picks functions and arguments by one source of chance."""

    def __init__(self, only: str = "") -> None:
        self.seeds: dict[str, list[tuple[Any, ...]]] = record()
        self.calls: dict[str, Callable[..., Any]] = {}
        for name, function in raw_functions().items():
            self.calls[f"_native.{name}"] = function
        self.calls.update(public_functions())
        self.seeds = {f"_native.{name}": rows for name, rows in self.seeds.items()}
        self.seeds["Round"] = self.seeds["Round.from_dict"] = [(DOCUMENT,)] * 3
        self.seeds["Round.decide"] = [({"quota.quality": 4}, {"vote.approval": "strict"})]
        self.seeds["Edition.replace"] = [({"quota.quality": 4},)]
        self.seeds["_native.round_from_object"] = [(DOCUMENT,)] * 8
        text = json.dumps(DOCUMENT)
        self.seeds["Round.from_json"] = self.seeds["_native.round_from_json"] = [(text, "")] * 4
        self.calls.pop("Round.from_file", None)
        if only:
            self.calls = {name: call for name, call in self.calls.items() if only in name}
        self.names = sorted(self.calls)

    def arguments(self, chance: random.Random, name: str) -> list[Any]:
        rows = self.seeds.get(name)
        if rows and chance.random() < 0.85:
            found = list(chance.choice(rows))
            if found:
                place = chance.randrange(len(found))
                found[place] = mutated(chance, found[place])
                if chance.random() < 0.2:
                    place = chance.randrange(len(found))
                    found[place] = mutated(chance, found[place])
            if chance.random() < 0.05:
                found.append(hostile(chance))
            return found
        return [hostile(chance) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4, 5, 6)))]

    def step(self, chance: random.Random, trace: Any = None) -> tuple[str, str]:
        """One call. Answers its name and what is wrong with what came out, empty for nothing."""
        name = chance.choice(self.names)
        given = self.arguments(chance, name)
        if trace is not None:
            trace.seek(0)
            trace.truncate()
            trace.write(f"{name} {brief(given)}\n")
            trace.flush()
        try:
            answer = self.calls[name](*given)
            if chance.random() < 0.2:
                touch(answer, 2)
        except REFUSALS as refusal:
            if isinstance(refusal, kq.KqaError) and not str(refusal):
                return name, f"{name}{brief(given)}: a KqaError without a sentence"
            return name, ""
        except BaseException as other:
            return name, f"{name}{brief(given)}: {type(other).__name__}: {other}"
        return name, ""


def brief(given: list[Any]) -> str:
    parts = []
    for one in given:
        try:
            parts.append(repr(one)[:160])
        except BaseException:
            parts.append(f"<{type(one).__name__}>")
    return f"({', '.join(parts)})"


def main() -> int:
    parser = argparse.ArgumentParser(description="hostile arguments for every function")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--count", type=int, default=0, help="so many calls, not so many seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="functions whose name contains this")
    parser.add_argument("--trace", default="", help="a file that keeps the last call")
    given = parser.parse_args()
    faulthandler.enable()
    sys.setrecursionlimit(2000)
    engine = Engine(given.only)
    chance = random.Random(given.seed)
    trace = open(given.trace, "w", encoding="utf-8", errors="replace") if given.trace else None
    count, wrong, slow = 0, {}, {}
    until = time.monotonic() + given.seconds
    while count < given.count if given.count else time.monotonic() < until:
        before = time.monotonic()
        name, what = engine.step(chance, trace)
        took = time.monotonic() - before
        count += 1
        if took > SLOW:
            slow[name] = max(took, slow.get(name, 0))
        if what:
            key = name + what.rsplit("): ", 1)[-1].split(":")[0]
            if key not in wrong:
                print(what)
            wrong[key] = wrong.get(key, 0) + 1
    for name, took in slow.items():
        print(f"{name} took {took:.1f} s")
    print(f"{count} calls of {len(engine.names)} functions, {len(wrong)} kinds of wrong answers")
    return 1 if wrong or slow else 0


if __name__ == "__main__":
    sys.exit(main())
