"""Decides columns of organisations: numpy, pandas and pyarrow, none of them copied."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

import kqaward as kq

DEADLINE = dt.date(2026, 6, 30)
BITS = kq.columns.requirement_bits()
ALL = sum(BITS.values())
VERDICTS = list(kq.Verdict)
PROVISIONS = kq.columns.finding_provisions()


def main() -> None:
    edition = kq.edition.on(DEADLINE)
    # Four: all is known and holds; no lawful operation; form not known; fraud in 2021.
    known = np.array([ALL, ALL, ALL - BITS["application.form"], ALL], "uint32")
    holds = known & ~np.array([0, BITS["lawful_operation"], 0, 0], "uint32")
    none = kq.columns.NO_DAY
    fraud = pa.array([none, none, none, kq.columns.day_number(dt.date(2021, 6, 30))], pa.int32())
    scores = pd.DataFrame({"document": [652.5, 590, 610, 700], "site": [668, 599.999, 620, 710]})
    parts = (scores * kq.columns.SCORE_PER_POINT).round().astype("int32")

    answers = kq.columns.decide(
        edition, DEADLINE, known=known, holds=holds, fraud=fraud,
        document=parts["document"], site=parts["site"], award=np.array([1, 0, 0, 2], "int8"),
        won=np.array([2, 0, 0, 0], "uint8"), paid=np.array([100_000, 0, 0, 0], "int64"),
    )  # fmt: skip
    told = pd.DataFrame(answers.columns())
    told["verdict"] = [str(VERDICTS[code]) for code in told["verdict"]]
    told["floors"] = [str(VERDICTS[code]) for code in told["floors"]]
    told["decisive"] = [PROVISIONS[p].label("en") if p >= 0 else "" for p in told["decisive"]]
    told["total"] = told["total"] / kq.columns.TOTAL_PER_POINT
    print(told.drop(columns=["status", "field"]).to_string())

    # A row that makes no sense is marked; the others are decided.
    answers = kq.columns.decide(edition, DEADLINE, copies=np.array([2, -5], "int32"))
    print(answers.faults, "row at fault:", answers.fault(1))
    # A column that makes no sense is refused before anything is decided.
    try:
        kq.columns.decide(edition, DEADLINE, site=scores["site"])
    except kq.KqaError as error:
        print(error)


if __name__ == "__main__":
    main()
