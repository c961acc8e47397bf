"""Decides organisations in a Parquet file with polars, batch by batch, none of them an object.

The file has a column a fact, true, false or empty for unknown, days and scores. Expressions of
polars make the masks and fill what is empty; the columns then go to the library without a copy.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import polars as pl

import kqaward as kq

EDITION = kq.edition("keqiao-2020")
DEADLINE = dt.date(2026, 6, 30)
BITS = kq.columns.requirement_bits()
FACTS = list(BITS)[:17]
VERDICTS = dict(enumerate(map(str, kq.Verdict)))
ANSWERS = pl.Schema({
    "id": pl.String, "verdict": pl.Int8, "decisive": pl.Int8, "total": pl.Int64,
    "floors": pl.Int8,
})  # fmt: skip
PROVISIONS = {place: p.key for place, p in enumerate(kq.columns.finding_provisions())}


def make_file(path: Path, rows: int) -> None:
    """Organisations of which some lack a fact, a certificate or points."""
    place = pl.int_range(rows)
    facts = [pl.lit(True).alias(fact) for fact in FACTS if fact != "iso9001_certified"]
    certified = pl.when(place % 7 == 3).then(False).when(place % 11 != 5).then(True)
    since = pl.lit(dt.date(2024, 1, 1)) - pl.duration(days=place % 4000)
    pl.select(
        pl.format("K{}", place).alias("id"),
        *facts,
        certified.alias("iso9001_certified"),
        since.cast(pl.Date).alias("operating_since"),
        pl.lit("town").alias("recommended_by"),
        pl.lit(2, pl.Int32).alias("copies"),
        pl.lit(dt.date(2026, 6, 1)).alias("received"),
        (560 + place % 97).cast(pl.Decimal(6, 2)).alias("document"),
        (580 + place % 89).cast(pl.Decimal(6, 2)).alias("site"),
    ).write_parquet(path, row_group_size=rows // 4)


def column_forms() -> list[pl.Expr]:
    """What the library's columns are, made from those of the file."""
    known = pl.sum_horizontal(pl.col(f).is_not_null().cast(pl.UInt32) * BITS[f] for f in FACTS)
    holds = pl.sum_horizontal(pl.col(f).fill_null(False).cast(pl.UInt32) * BITS[f] for f in FACTS)
    bodies = {str(body): code for code, body in enumerate(kq.Recommender, start=1)}
    points = pl.col("document", "site") * kq.columns.SCORE_PER_POINT
    return [
        known.cast(pl.UInt32).alias("known"),
        holds.cast(pl.UInt32).alias("holds"),
        pl.col("operating_since", "received").cast(pl.Int32).fill_null(kq.columns.NO_DAY),
        pl.col("recommended_by").replace_strict(bodies, default=0, return_dtype=pl.Int8),
        pl.col("copies").fill_null(kq.columns.NO_NUMBER),
        points.cast(pl.Int32).fill_null(kq.columns.NO_NUMBER),
    ]


def decide(batch: pl.DataFrame) -> pl.DataFrame:
    """The answers beside the ids."""
    columns: dict[str, kq.columns.Buffer] = {
        name: batch[name].rechunk() for name in batch.columns if name != "id"
    }
    answers = kq.columns.decide(EDITION, DEADLINE, **columns, answers=ANSWERS.names()[1:])
    if answers.faults:
        raise ValueError(f"{answers.faults} rows make no sense")
    return batch.select("id").hstack(pl.DataFrame(answers.columns()))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "organisations.parquet"
        make_file(path, 100_000)
        answers = (
            pl.scan_parquet(path)
            .select("id", *column_forms())
            .map_batches(decide, schema=ANSWERS, streamable=True)
            .with_columns(
                pl.col("verdict", "floors").replace_strict(VERDICTS),
                pl.col("decisive").replace_strict(PROVISIONS, default=None),
                pl.col("total") / kq.columns.TOTAL_PER_POINT,
            )
            .collect(engine="streaming")
        )
    counts = answers.group_by("verdict", "decisive", "floors").len().sort("len", "floors")
    for verdict, decisive, floors, count in counts.iter_rows():
        print(f"{count:>6}  {verdict:<8} {decisive or '-':<18} floors {floors}")


if __name__ == "__main__":
    main()
