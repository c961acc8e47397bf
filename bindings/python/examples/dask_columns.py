"""Decides organisations in Parquet files with Dask: every worker takes partitions of its own.

Here Dask's threads of this process are the workers; the library lets go of the interpreter's lock,
so they run side by side. On a cluster nothing changes but the scheduler, with `distributed` and this
package installed on all its machines and the files where all of them can read them:

    dask scheduler                          # on one machine
    dask worker tcp://SCHEDULER:8786        # on every other one

and in this program, before anything is computed:

    from dask.distributed import Client
    client = Client("tcp://SCHEDULER:8786")
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import dask.dataframe as dd
import numpy as np
import pandas as pd

import kqaward as kq

DEADLINE = dt.date(2026, 6, 30)
ANSWERS = ("verdict", "total", "floors")
VERDICTS = [str(verdict) for verdict in kq.Verdict]
ALL = sum(kq.columns.requirement_bits().values())


def make_files(folder: Path, files: int, rows: int) -> None:
    """Organisations as columns already: masks of what is known and holds, scores in millionths."""
    for number in range(files):
        place = np.arange(number * rows, (number + 1) * rows)
        known = np.where(place % 11 == 5, ALL - 32, ALL)
        pd.DataFrame(
            {
                "known": known.astype("uint32"),
                "holds": np.where(place % 7 == 3, known & ~32, known).astype("uint32"),
                "document": ((560 + place % 97) * kq.columns.SCORE_PER_POINT).astype("int32"),
                "site": ((580 + place % 89) * kq.columns.SCORE_PER_POINT).astype("int32"),
            }
        ).to_parquet(folder / f"part-{number}.parquet")


def decide(part: pd.DataFrame) -> pd.DataFrame:
    """The answers of one partition. Runs on the workers: it needs nothing from outside."""
    edition = kq.edition("keqiao-2020")
    columns: dict[str, kq.columns.Buffer] = {str(name): part[name] for name in part.columns}
    answers = kq.columns.decide(edition, DEADLINE, **columns, answers=ANSWERS)
    return pd.DataFrame(answers.columns(), index=part.index)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_files(Path(folder), files=8, rows=25_000)
        meta = pd.DataFrame({name: pd.Series(dtype=kq.columns.ANSWERS[name]) for name in ANSWERS})
        answers = dd.read_parquet(folder).map_partitions(decide, meta=meta)
        counts = answers.groupby(["verdict", "floors"]).size().compute(scheduler="threads")
    for (verdict, floors), count in counts.sort_index().items():
        print(f"{count:>6}  {VERDICTS[verdict]:<8} floors {VERDICTS[floors]}")


if __name__ == "__main__":
    main()
