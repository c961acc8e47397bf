"""What the package promises of columns: the answers of the one-at-a-time functions, no copy, and
refusals that name the column."""

from __future__ import annotations

import array
import datetime as dt
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kqaward as kq

EDITION = kq.edition("keqiao-2020")
DEADLINE = dt.date(2026, 6, 30)
BITS = kq.columns.requirement_bits()
FACTS = list(BITS)[:17]
NO_DAY = kq.columns.NO_DAY
NO_NUMBER = kq.columns.NO_NUMBER
VERDICTS = list(kq.Verdict)
AWARDS = [None, "quality", "nomination"]
#: The kinds of the columns, as numpy names them.
KINDS = {
    "known": "uint32", "holds": "uint32", "operating_since": "int32", "recommended_by": "int8",
    "copies": "int32", "received": "int32", "inspection_failure": "int32",
    "major_accident": "int32", "major_complaint": "int32", "fraud": "int32", "revocation": "int32",
    "document": "int32", "site": "int32", "award": "int8", "won": "uint8", "paid": "int64",
    "paid_revoked": "int64",
}  # fmt: skip
ALL = tuple(kq.columns.ANSWERS)

Row = dict[str, Any]


def day(number: int) -> dt.date | None:
    return None if number == NO_DAY else dt.date(1970, 1, 1) + dt.timedelta(number)


def table(rows: list[Row]) -> dict[str, Any]:
    return {name: np.array([row[name] for row in rows], kind) for name, kind in KINDS.items()}


# --- The same answers as one at a time -----------------------------------------------------------

DEADLINES = [DEADLINE, dt.date(2024, 2, 29), dt.date(2023, 2, 28), dt.date(2025, 3, 1)]
EDITIONS = [
    EDITION,
    *(EDITION.with_reading(reading.name, value) for reading in kq.readings()
      for value in reading.values),
    EDITION.replace(**{
        "floor.total": "600.5", "floor.site": "1799/3", "weight.document": "12.5",
        "weight.site": "87.5", "eligibility.min_years": 4, "eligibility.clean_years": 1,
        "application.copies": 3, "prize.cap": 150_000, "bar.fraud_years": 1,
    }),
]  # fmt: skip
# Where a period of whole years begins or ends, and a day to either side.
EDGES = [
    kq.columns.day_number(dt.date(year, month, number))
    for year in range(2017, 2027)
    for month, number in ((6, 29), (6, 30), (7, 1), (2, 27), (2, 28), (3, 1))
] + [kq.columns.day_number(dt.date(2020, 2, 29)), kq.columns.day_number(dt.date(2024, 2, 29))]
days = st.sampled_from([NO_DAY, *EDGES]) | st.integers(-719162, 2932896)
seldom = st.just(NO_DAY) | st.just(NO_DAY) | days
scores = st.sampled_from([NO_NUMBER, 0, 599_999_999, 600_000_000, 600_500_000, 10**9])
scores |= st.integers(0, 10**9)
money = st.sampled_from([0, 0, 50_000, 100_000, 199_999, 200_000]) | st.integers(0, 10**12)
bits = st.integers(0, 2**17 - 1)


@st.composite
def row(draw: st.DrawFn) -> Row:
    # Mostly known and true, else the first fact always decides.
    known = draw(st.just(2**17 - 1) | st.integers(0, 16).map(lambda i: 2**17 - 1 - 2**i) | bits)
    holds = draw(st.just(2**17 - 1) | st.integers(0, 16).map(lambda i: 2**17 - 1 - 2**i) | bits)
    won = draw(st.integers(0, 15))
    return {
        "known": known, "holds": known & holds, "operating_since": draw(days),
        "recommended_by": draw(st.integers(0, 5)),
        "copies": draw(st.sampled_from([NO_NUMBER, 0, 1, 2, 3, 10**6])), "received": draw(days),
        "inspection_failure": draw(seldom), "major_accident": draw(seldom),
        "major_complaint": draw(seldom), "fraud": draw(seldom), "revocation": draw(seldom),
        "document": draw(scores), "site": draw(scores), "award": draw(st.integers(0, 2)),
        "won": won, "paid": draw(money) if won & 3 else 0,
        "paid_revoked": draw(money) if won & 12 else 0,
    }  # fmt: skip


def one_eligibility(edition: kq.Edition, deadline: dt.date, one: Row) -> kq.Eligibility:
    truths = {
        name: bool(one["holds"] & bit) if one["known"] & bit else None
        for name, bit in BITS.items() if name in FACTS
    }  # fmt: skip
    papers = {
        name.removeprefix("application."): truth
        for name, truth in truths.items() if name.startswith("application.")
    }  # fmt: skip
    papers["recommended_by"] = (None, *kq.Recommender)[one["recommended_by"]]
    papers["copies"] = None if one["copies"] == NO_NUMBER else one["copies"]
    papers["received"] = day(one["received"])
    facts: dict[str, Any] = {k: v for k, v in truths.items() if not k.startswith("application.")}
    facts["operating_since"] = day(one["operating_since"])
    return kq.eligibility(
        edition, deadline, facts, papers,
        incidents=[kq.Incident(kind, found) for kind in kq.IncidentKind
                   if (found := day(one[kind.value]))],
        sanctions=[kq.Sanction(kind, found) for kind in kq.SanctionKind
                   if (found := day(one[kind.value]))],
    )  # fmt: skip


def one_money(edition: kq.Edition, one: Row) -> int:
    if not one["award"]:
        return 0
    history = [
        kq.PastAward(award, 2020, 0, revoked)
        for bit, (award, revoked) in enumerate(
            [("quality", False), ("nomination", False), ("quality", True), ("nomination", True)])
        if one["won"] >> bit & 1
    ]  # fmt: skip
    for name, bits_of, revoked in (("paid", 3, False), ("paid_revoked", 12, True)):
        if one["won"] & bits_of:
            award = ("quality", "nomination")[not one["won"] & bits_of & 5]
            history.append(kq.PastAward(award, 2021, one[name], revoked))
    return kq.prize(edition, AWARDS[one["award"]] or "", history).amount


def one_scores(edition: kq.Edition, one: Row) -> tuple[int, kq.Verdict]:
    document, site = (
        None if one[name] == NO_NUMBER else Fraction(one[name], 10**6)
        for name in ("document", "site")
    )
    if document is not None and site is not None:
        total = kq.total_score(edition, document, site)
        return int(total * 10**9), kq.floors(edition, document, site).verdict
    if site is not None and site < edition["floor.site"]:
        return NO_NUMBER, kq.Verdict.NOT_MET
    return NO_NUMBER, kq.Verdict.UNKNOWN


def check_row(edition: kq.Edition, deadline: dt.date, one: Row, answer: Row) -> None:
    expected = one_eligibility(edition, deadline, one)
    findings = expected.findings
    failing = [p for p, finding in enumerate(findings) if finding.verdict is kq.Verdict.NOT_MET]
    unknown = [p for p, finding in enumerate(findings) if finding.verdict is kq.Verdict.UNKNOWN]
    assert VERDICTS[answer["verdict"]] is expected.verdict
    assert answer["decisive"] == [*failing, *unknown, -1][0]
    assert answer["failing"] == sum(1 << place for place in failing)
    assert answer["missing"] == sum(BITS[name] for name in expected.missing)
    total, floors = one_scores(edition, one)
    assert (answer["total"], VERDICTS[answer["floors"]]) == (total, floors)
    assert answer["prize"] == one_money(edition, one)
    ends = [
        kq.columns.day_number(kq.bar_last_day(edition, kind, decided))
        for kind in kq.SanctionKind if (decided := day(one[kind.value])) and decided.year < 9990
    ]  # fmt: skip
    if all(one[kind.value] < 2929000 for kind in kq.SanctionKind):
        assert answer["bar_last_day"] == max([NO_DAY, *ends])
    assert (answer["status"], answer["field"]) == (0, 0)


@given(st.lists(row(), min_size=1, max_size=40), st.sampled_from(EDITIONS),
       st.sampled_from(DEADLINES))  # fmt: skip
def test_columns_answer_as_one_at_a_time(
    rows: list[Row], edition: kq.Edition, deadline: dt.date
) -> None:
    answers = kq.columns.decide(edition, deadline, **table(rows), answers=ALL)
    assert (answers.rows, answers.faults) == (len(rows), 0)
    told = {name: column.tolist() for name, column in answers.columns().items()}
    for place, one in enumerate(rows):
        check_row(edition, deadline, one, {name: told[name][place] for name in ALL})


@given(st.lists(st.tuples(st.integers(1, 40), st.sampled_from(list(kq.Convener)),
                          st.integers(1, 40), st.integers(0, 40)), min_size=1, max_size=50),
       st.sampled_from(EDITIONS))  # fmt: skip
def test_ballots_answer_as_one_at_a_time(
    rows: list[tuple[int, kq.Convener, int, int]], edition: kq.Edition
) -> None:
    members, conveners, present, yes = (list(column) for column in zip(*rows))
    answers = kq.columns.ballots(
        edition,
        members=np.array(members, "int32"),
        convened_by=np.array([convener.code for convener in conveners], "int8"),
        present=np.array(present, "int32"),
        yes=np.array(yes, "int32"),
    )
    faults = 0
    assert answers.verdict is not None and answers.failing is not None
    for place, one in enumerate(rows):
        try:
            decision = kq.ballot(edition, *one)
        except kq.KqaError as error:
            faults += 1
            assert (answers.fault(place) or ("",))[0] == error.status
            continue
        failing = [p for p, f in enumerate(decision.findings) if f.verdict is kq.Verdict.NOT_MET]
        assert answers.fault(place) is None
        assert VERDICTS[answers.verdict[place]] is decision.verdict
        assert answers.failing[place] == sum(1 << p for p in failing)
    assert answers.faults == faults


# --- Where columns may lie -----------------------------------------------------------------------

GOOD: Row = {
    "known": 2**17 - 1, "holds": 2**17 - 1,
    "operating_since": kq.columns.day_number(dt.date(2009, 4, 1)), "recommended_by": 1, "copies": 2,
    "received": kq.columns.day_number(dt.date(2026, 6, 20)), "inspection_failure": NO_DAY,
    "major_accident": NO_DAY, "major_complaint": NO_DAY, "fraud": NO_DAY, "revocation": NO_DAY,
    "document": 652_500_000, "site": 668_000_000, "award": 1, "won": 2, "paid": 100_000,
    "paid_revoked": 0,
}  # fmt: skip
MIXED = table([
    GOOD,
    {**GOOD, "holds": 2**17 - 1 - 4},
    {**GOOD, "known": 2**17 - 1 - 32, "holds": 2**17 - 1 - 32},
    {**GOOD, "fraud": kq.columns.day_number(dt.date(2021, 6, 30)), "award": 2},
    {**GOOD, "site": NO_NUMBER, "received": NO_DAY},
])  # fmt: skip
EXPECTED = kq.columns.decide(EDITION, DEADLINE, **MIXED, answers=ALL)
LAYOUTS: dict[str, Callable[[Any], Any]] = {
    "array": lambda column: array.array(column.dtype.char, column.tolist()),
    "memoryview": memoryview,
    "read-only": lambda column: memoryview(column.tobytes()).cast(column.dtype.char),
    "pandas": pd.Series,
    "pyarrow": pa.array,
    "pyarrow, a slice": lambda column: pa.array(np.append(np.zeros(3, column.dtype), column))[3:],
    "pyarrow, one chunk": lambda column: pa.chunked_array([pa.array(column)]),
    "pyarrow, nulls ruled out": lambda column: pa.array(column, mask=np.zeros(len(column), bool)),
    "polars": pl.Series,
    "pandas over arrow": lambda column: pd.Series(pa.array(column), dtype=pd.ArrowDtype(
        pa.from_numpy_dtype(column.dtype))),
}  # fmt: skip


def test_the_mixed_rows_are_mixed() -> None:
    assert EXPECTED.verdict is not None and EXPECTED.decisive is not None
    assert [VERDICTS[code] for code in EXPECTED.verdict] == [
        "met", "not_met", "unknown", "not_met", "unknown",
    ]  # fmt: skip
    provisions = kq.columns.finding_provisions()
    assert [provisions[place].key if place >= 0 else "" for place in EXPECTED.decisive] == [
        "", "lawful_operation", "iso9001_certified", "no_fraud_bar", "received_in_time",
    ]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_gives_the_same_answers(layout: Callable[[Any], Any]) -> None:
    columns = {name: layout(column) for name, column in MIXED.items()}
    answers = kq.columns.decide(EDITION, DEADLINE, **columns, answers=ALL)
    for name, column in EXPECTED.columns().items():
        assert np.array_equal(answers.columns()[name], column), name


def test_columns_of_dates_in_arrow_need_no_conversion() -> None:
    columns = dict(MIXED)
    dated = [name for name, value in GOOD.items() if name in ("operating_since", "received")]
    for name in dated:
        columns[name] = pa.array(np.where(MIXED[name] == NO_DAY, 0, MIXED[name])).cast(pa.date32())
    arrow = kq.columns.decide(EDITION, DEADLINE, **columns)
    columns.update({name: pl.Series(columns[name]) for name in dated})
    assert columns["received"].dtype == pl.Date
    polars = kq.columns.decide(EDITION, DEADLINE, **columns)
    assert arrow.verdict is not None and EXPECTED.verdict is not None
    assert arrow.verdict[:4].tolist() == EXPECTED.verdict[:4].tolist()
    assert np.array_equal(arrow.columns()["verdict"], polars.columns()["verdict"])


@pytest.mark.parametrize(
    "layout",
    [lambda c: c, memoryview, lambda c: pd.Series(c, copy=False), pa.array,
     lambda c: pl.Series(pa.array(c))],
    ids=["numpy", "memoryview", "pandas", "pyarrow", "polars"],
)
def test_nothing_is_copied(layout: Callable[[Any], Any]) -> None:
    # The library sees the very memory into which it is to write, and so refuses.
    into = kq.columns.decide(EDITION, DEADLINE, **MIXED, answers=["verdict"])
    columns = {**MIXED, "award": layout(into.verdict)}
    with pytest.raises(kq.KqaError) as caught:
        kq.columns.decide(EDITION, DEADLINE, **columns, into=into)
    assert (caught.value.status, caught.value.field) == ("both", "answers.verdict")


def test_a_column_that_is_absent_says_nothing() -> None:
    answers = kq.columns.decide(EDITION, DEADLINE, site=MIXED["site"], answers=ALL)
    assert answers.faults == 0
    assert [VERDICTS[code] for code in answers.columns()["verdict"]] == ["unknown"] * 5
    assert answers.columns()["total"].tolist() == [NO_NUMBER] * 5


# --- Bad input -----------------------------------------------------------------------------------

class Liar:
    """Claims to speak Arrow, and says something else."""

    def __init__(self, array: Any = None, stream: Any = None) -> None:
        if array is not None:
            self.__arrow_c_array__ = lambda: array
        if stream is not None:
            self.__arrow_c_stream__ = lambda: stream


def used_stream() -> object:
    """A stream that gave its piece away already."""
    capsule = pa.chunked_array([pa.array([1] * 5, pa.int32())]).__arrow_c_stream__()
    pa.ChunkedArray._import_from_c_capsule(capsule)
    return capsule


PAIR = pa.array([1] * 5, pa.int32()).__arrow_c_array__()

REFUSED: dict[str, tuple[str, Any, str, str]] = {
    "floats": ("document", MIXED["document"].astype("float64"), "type", "int32"),
    "float32": ("site", MIXED["site"].astype("float32"), "type", "int32"),
    "too wide": ("site", MIXED["site"].astype("int64"), "type", "int32"),
    "unsigned": ("copies", MIXED["copies"].astype("uint32"), "type", "int32"),
    "signed": ("known", MIXED["known"].astype("int32"), "type", "uint32"),
    "truths": ("won", MIXED["won"].astype(bool), "type", "uint8"),
    "objects": ("paid", MIXED["paid"].astype(object), "type", "int64"),
    "other byte order": ("copies", MIXED["copies"].astype(">i4"), "type", "int32"),
    "datetime64": ("received", MIXED["received"].astype("datetime64[D]"), "type", "int32"),
    "a list": ("copies", MIXED["copies"].tolist(), "type", "int32"),
    "a text": ("copies", "22222", "type", "int32"),
    "two dimensions": ("copies", MIXED["copies"].reshape(5, 1), "type", "one-dimensional"),
    "a stride": ("copies", np.repeat(MIXED["copies"], 2)[::2], "form", "one after another"),
    "backwards": ("copies", MIXED["copies"][::-1], "form", "one after another"),
    "not aligned": ("copies", np.frombuffer(b"\0" + MIXED["copies"].tobytes(), "int32", 5, 1),
                    "form", "aligned"),
    "shorter": ("site", MIXED["site"][:4], "too_few", "5 rows as in known, not 4"),
    "longer": ("site", np.append(MIXED["site"], [1]).astype("int32"), "too_many", "not 6"),
    "empty": ("site", np.empty(0, "int32"), "too_few", "not 0"),
    "nulls of pyarrow": ("document", pa.array([1, None, 1, 1, 1], pa.int32()), "missing",
                         "NO_NUMBER"),
    "a null in a slice": ("received", pa.array([1] * 8 + [None], pa.int32())[4:], "missing",
                          "NO_DAY"),
    "nulls of polars": ("document", pl.Series([1, None, 1, 1, 1], dtype=pl.Int32), "missing",
                        "NO_NUMBER"),
    "nulls of pandas": ("document", pd.Series([1, None, 1, 1, 1], dtype="Int32"), "missing",
                        "NO_NUMBER"),
    "chunks": ("document", pa.chunked_array([pa.array([1, 2], pa.int32()),
                                             pa.array([1, 2, 3], pa.int32())]), "form", "chunks"),
    "another type of arrow": ("document", pa.array([1.0] * 5), "type", "int32"),
    "a day in a score": ("document", pa.array([1] * 5, pa.int32()).cast(pa.date32()), "type",
                         "int32"),
    "a dictionary": ("document", pa.array([1] * 5, pa.int32()).dictionary_encode(), "type",
                     "int32"),
    "no capsules": ("document", Liar(array=(1, 2)), "type", "int32"),
    "no pair": ("document", Liar(array=PAIR[1]), "type", "int32"),
    "capsules the wrong way round": ("document", Liar(array=PAIR[::-1]), "type", "int32"),
    "a stream that is none": ("document", Liar(stream=PAIR[1]), "type", "int32"),
    "a used stream": ("document", Liar(stream=used_stream()), "type", "int32"),
    "a table": ("document", pa.table({"a": [1] * 5}), "type", "int32"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_column_is_refused_by_name_before_any_work(name: str) -> None:
    column, value, status, says = REFUSED[name]
    into = kq.columns.decide(EDITION, DEADLINE, **MIXED, answers=ALL)
    for written in into.columns().values():
        written[:] = 77
    with pytest.raises(kq.KqaError) as caught:
        kq.columns.decide(EDITION, DEADLINE, **{**MIXED, column: value}, into=into)
    error = caught.value
    assert (error.status, error.field) == (status, column)
    assert str(error).startswith(f"{column}: ") and says in str(error) and str(error).endswith(".")
    assert error.text("zh").startswith(f"{column}：") and error.text("zh").endswith("。")
    assert all((written == 77).all() for written in into.columns().values())


def test_a_wrong_question_is_refused() -> None:
    def refused(**changes: Any) -> tuple[str, str]:
        with pytest.raises(kq.KqaError) as caught:
            kq.columns.decide(EDITION, **{"deadline": DEADLINE, **MIXED, **changes})
        return caught.value.status, caught.value.field

    short = kq.columns.decide(EDITION, DEADLINE, site=MIXED["site"][:2])
    assert refused(deadline="2026-02-30")[1] == "application_deadline"
    assert refused(answers=["verdikt"]) == ("name", "answers.verdikt")
    assert refused(answers="verdict") == ("type", "answers")
    assert refused(into=object()) == ("type", "into")
    assert refused(into=short) == ("too_few", "answers.verdict")
    assert refused(first=3, count=3) == refused(first=6, count=0) == ("range", "rows")
    assert refused(first=-1) == refused(count=-1) == ("range", "rows")
    assert refused(known=None) == ("missing", "known")
    assert refused(holds=None) == ("missing", "holds")
    frozen = kq.columns.decide(EDITION, DEADLINE, **MIXED)
    frozen.columns()["verdict"].flags.writeable = False
    assert refused(into=frozen) == ("value", "answers.verdict")
    with pytest.raises(kq.KqaError) as caught:
        kq.columns.decide(EDITION, DEADLINE)
    assert (caught.value.status, caught.value.field) == ("missing", "columns")


WRONG_ROWS: dict[str, tuple[Row, tuple[str, str]]] = {
    "holds without being known": ({"known": 0}, ("value", "facts[]")),
    "a bit beyond": ({"known": 2**21, "holds": 0}, ("value", "facts[]")),
    "a bit and a column": ({"known": 2**19, "holds": 0}, ("both", "facts[]")),
    "no such recommender": ({"recommended_by": 6}, ("value", "application.recommended_by")),
    "copies below": ({"copies": -2}, ("range", "application.copies")),
    "no such day": ({"received": 2932897}, ("no_such_day", "application.received")),
    "no such incident": ({"major_accident": -719163}, ("no_such_day", "incidents[].date")),
    "score above": ({"site": 10**9 + 1}, ("range", "site_review.score")),
    "score below": ({"document": -2}, ("range", "document_review.score")),
    "no such award": ({"award": 3}, ("value", "award")),
    "no such bits": ({"won": 16}, ("value", "history[].award")),
    "paid below": ({"paid": -1}, ("range", "history[].paid")),
}


@pytest.mark.parametrize("name", WRONG_ROWS)
def test_a_row_that_makes_no_sense_is_marked_and_the_others_are_decided(name: str) -> None:
    change, fault = WRONG_ROWS[name]
    answers = kq.columns.decide(
        EDITION, DEADLINE, **table([GOOD, {**GOOD, **change}, GOOD]), answers=ALL
    )
    assert answers.faults == 1
    assert [answers.fault(place) for place in range(3)] == [None, fault, None]
    assert answers.columns()["verdict"].tolist() == [1, 0, 1]
    assert answers.columns()["total"].tolist() == [664_900_000_000, NO_NUMBER, 664_900_000_000]
    assert answers.columns()["prize"].tolist() == [100_000, 0, 100_000]


def test_asking_for_a_fault_needs_its_columns() -> None:
    answers = kq.columns.decide(EDITION, DEADLINE, **MIXED, answers=["status"])
    with pytest.raises(kq.KqaError) as caught:
        answers.fault(0)
    assert caught.value.field == "answers.field"


# --- Ranges and threads --------------------------------------------------------------------------


def many(rows: int) -> dict[str, Any]:
    return {name: np.resize(column, rows) for name, column in MIXED.items()}


def test_a_range_leaves_the_other_rows_alone() -> None:
    answers = kq.columns.decide(EDITION, DEADLINE, **MIXED, answers=["verdict"], first=1, count=2)
    assert answers.columns()["verdict"].tolist() == [0, 2, 0, 0, 0]
    for column in answers.columns().values():
        column[:] = 77
    kq.columns.decide(EDITION, DEADLINE, **MIXED, into=answers, first=3)
    assert answers.columns()["verdict"].tolist() == [77, 77, 77, 2, 0]


def test_threads_take_disjoint_ranges() -> None:
    rows, part = 100_000, 12_500
    columns = many(rows)
    whole = kq.columns.decide(EDITION, DEADLINE, **columns, answers=ALL)
    into = kq.columns.decide(EDITION, DEADLINE, **columns, answers=ALL, count=0)

    def decide(first: int) -> int:
        found = kq.columns.decide(EDITION, DEADLINE, **columns, into=into, first=first, count=part)
        return found.faults

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(decide, range(0, rows, part))) == whole.faults
    for name, column in whole.columns().items():
        assert np.array_equal(into.columns()[name], column), name


def test_other_threads_run_meanwhile() -> None:
    columns = many(4_000_000)
    into = kq.columns.decide(EDITION, DEADLINE, **columns, answers=ALL)
    seen: list[float] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.append(time.perf_counter())
            time.sleep(0.0002)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)  # nobody is asked to yield the lock
    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        start = time.perf_counter()
        kq.columns.decide(EDITION, DEADLINE, **columns, into=into)
        end = time.perf_counter()
    finally:
        done.set()
        sys.setswitchinterval(interval)
        watcher.join()
    assert any(start < moment < end for moment in seen)
