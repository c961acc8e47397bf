"""The data of the comparison: columns of organisations from one seeded generator.

Row i is the same whatever the number of rows: the generator runs once, for the most rows, and every
peer reads the first n numbers of each column. A column is a file of bare little-endian numbers.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

SEED = 20200510
EPOCH = date(1970, 1, 1)
DEADLINE = date(2026, 6, 30)

NO_DAY = -(2**31)
NO_NUMBER = -1

#: The plain facts, in the order of their bits in the masks.
FACTS = (
    "registered_in_district", "pays_tax_in_district", "lawful_operation", "excellence_model",
    "sound_management_system", "iso9001_certified", "quality_work_outstanding",
    "performance_leading", "innovation_leading", "integrity_and_service_good", "inspections_clean",
    "no_major_accident", "no_major_complaint", "other_requirements_met", "self_evaluation", "form",
    "evidence",
)

INPUTS = {
    "known": np.uint32, "holds": np.uint32, "operating_since": np.int32, "recommended_by": np.int8,
    "copies": np.int32, "received": np.int32, "inspection_failure": np.int32,
    "major_accident": np.int32, "major_complaint": np.int32, "fraud": np.int32,
    "revocation": np.int32, "document": np.int32, "site": np.int32, "award": np.int8,
    "won": np.uint8, "paid": np.int64,
}
ANSWERS = {
    "verdict": np.int8, "decisive": np.int8, "total": np.int64, "floors": np.int8,
    "prize": np.int64,
}

Columns = dict[str, np.ndarray[Any, Any]]


def day_number(day: date) -> int:
    """The day as columns hold it."""
    return (day - EPOCH).days


def _sometimes(random: np.random.Generator, share: float, usual: Any, other: Any) -> Any:
    """The other value in a share of the rows."""
    return np.where(random.random(len(usual)) < share, other, usual)


def _masks(random: np.random.Generator, rows: int) -> tuple[Any, Any]:
    known = np.zeros(rows, np.uint32)
    holds = np.zeros(rows, np.uint32)
    for bit in range(len(FACTS)):
        is_known = random.random(rows, np.float32) >= 0.008
        is_true = is_known & (random.random(rows, np.float32) >= 0.015)
        known |= is_known.astype(np.uint32) << np.uint32(bit)
        holds |= is_true.astype(np.uint32) << np.uint32(bit)
    return known, holds


def _days(random: np.random.Generator, rows: int, first: date, last: date) -> Any:
    return random.integers(day_number(first), day_number(last) + 1, rows, np.int32)


def _scores(random: np.random.Generator, rows: int) -> Any:
    """Two decimals, in millionths; one in fifty exactly on the floor, one in twenty missing."""
    scores = random.integers(45_000, 95_001, rows, np.int32) * 10_000
    scores = _sometimes(random, 0.02, scores, 600_000_000)
    return _sometimes(random, 0.05, scores, NO_NUMBER)


def generate(rows: int) -> Columns:
    """All columns of so many rows."""
    random = np.random.default_rng(SEED)
    known, holds = _masks(random, rows)
    since = _days(random, rows, date(1990, 1, 1), date(2025, 12, 31))
    since = _sometimes(random, 0.01, since, day_number(date(2023, 6, 30)))
    received = _days(random, rows, date(2026, 5, 6), DEADLINE)
    received = _sometimes(random, 0.01, received, day_number(date(2026, 7, 1)))
    nobody = np.full(rows, NO_DAY, np.int32)
    columns = {
        "known": known,
        "holds": holds,
        "operating_since": _sometimes(random, 0.01, since, NO_DAY),
        "recommended_by": _sometimes(random, 0.02, random.integers(1, 5, rows, np.int8), 5),
        "copies": _sometimes(random, 0.02, random.integers(2, 5, rows, np.int32), 1),
        "received": _sometimes(random, 0.01, received, NO_DAY),
    }
    for name, first in (
        ("inspection_failure", date(2020, 1, 1)),
        ("major_accident", date(2020, 1, 1)),
        ("major_complaint", date(2020, 1, 1)),
        ("fraud", date(2015, 1, 1)),
        ("revocation", date(2015, 1, 1)),
    ):
        columns[name] = _sometimes(random, 0.03, nobody, _days(random, rows, first, DEADLINE))
    columns["recommended_by"] = _sometimes(random, 0.01, columns["recommended_by"], 0)
    columns["copies"] = _sometimes(random, 0.01, columns["copies"], NO_NUMBER)
    columns["document"] = _scores(random, rows)
    columns["site"] = _scores(random, rows)
    columns["award"] = random.choice([0, 1, 2], rows, p=[0.5, 0.15, 0.35])
    columns["won"] = random.choice([0, 1, 2, 3], rows, p=[0.8, 0.04, 0.12, 0.04])
    columns["paid"] = np.array([0, 200_000, 100_000, 200_000])[columns["won"]]
    return {name: columns[name].astype(kind) for name, kind in INPUTS.items()}


def write(folder: Path, rows: int) -> None:
    """Writes the columns, unless so many rows of them are there."""
    note = {"seed": SEED, "rows": rows, "columns": list(INPUTS)}
    stamp = folder / "columns.json"
    if stamp.exists() and json.loads(stamp.read_text()) == note:
        return
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for name, column in generate(rows).items():
        column.tofile(folder / f"{name}.bin")
    stamp.write_text(json.dumps(note))


def read(folder: Path, rows: int) -> Columns:
    """The first rows of every column."""
    return {name: np.fromfile(folder / f"{name}.bin", kind, rows) for name, kind in INPUTS.items()}


def records(columns: Columns) -> list[dict[str, Any]]:
    """The rows as mappings, for peers that take one: None for what is not known or not there."""
    lists = {name: column.tolist() for name, column in columns.items()}
    result = []
    for place in range(len(lists["known"])):
        row = {name: values[place] for name, values in lists.items()}
        known, holds, won = row.pop("known"), row.pop("holds"), row.pop("won")
        for name, value in row.items():
            if value in (NO_DAY, NO_NUMBER) or (name == "recommended_by" and value == 0):
                row[name] = None
        for bit, fact in enumerate(FACTS):
            row[fact] = bool(holds >> bit & 1) if known >> bit & 1 else None
        row["won_quality"], row["won_nomination"] = bool(won & 1), bool(won & 2)
        result.append(row)
    return result
