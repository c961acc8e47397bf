"""Runs the library and its peers over the same columns, one after another on one core.

usage: field.py NATIVE ANY JAVA FOLDER [--rows N] [--only KEY,...] [--docs]

The answers of every peer are compared with the library's before any time is printed; a difference
ends the run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import columns
import numpy as np
import report
from peers import PEERS, REFERENCE, Peer

ROWS = (1, 1_000, 100_000, 1_000_000, 10_000_000)
BUDGET = 4.0  # seconds in which a peer makes its runs of one n, if three of them fit
LONGEST = 20.0  # seconds that a run may take; longer ones are left out and estimated


@dataclass
class Times:
    """What one peer took for one number of rows, in seconds a run."""

    runs: list[float]
    estimate: float = 0

    @property
    def median(self) -> float:
        return statistics.median(self.runs)


class Field:
    """One run of the comparison."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.programs = {"native": Path(given.native), "any": Path(given.any),
                         "java": Path(given.java)}
        self.data = Path(given.folder) / "columns"
        self.versions: dict[str, str] = {}
        self.core = max(os.sched_getaffinity(0))
        # Settings of the machine that choose an older kernel of OpenBLAS slow numpy.
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}

    def run(self, peer: Peer, rows: int) -> tuple[columns.Columns, list[float]]:
        """The answers of a peer and the seconds of its runs."""
        with tempfile.TemporaryDirectory() as folder:
            command = [*peer.command(self.programs), str(self.data), str(rows),
                       str(BUDGET), folder, peer.mode]
            done = subprocess.run(["taskset", "-c", str(self.core), *command], text=True,
                                  capture_output=True, env=self.environment)
            if done.returncode != 0:
                sys.exit(f"{peer.en} failed over {rows:,} rows: {done.stderr.strip()[-2000:]}")
            told = json.loads(done.stdout)
            self.versions.update(told["versions"])
            answers = {name: np.fromfile(Path(folder) / f"{name}.bin", columns.ANSWERS[name])
                       for name in peer.answers}
        return answers, told["seconds"]

    def compare(self, peer: Peer, answers: columns.Columns, reference: columns.Columns) -> None:
        """Stops at the first answer that is not the library's."""
        for name, wanted in peer.expected(reference).items():
            got = answers[name]
            if len(got) != len(wanted):
                sys.exit(f"{peer.en}: {name} has {len(got)} rows, not {len(wanted)}")
            allowed = peer.tolerance if name == "total" else 0
            different = np.flatnonzero(np.abs(got.astype(np.int64) - wanted) > allowed)
            if len(different):
                row = different[0]
                sys.exit(f"{peer.en}: {len(different)} answers in {name} are not the library's; in "
                         f"row {row} it says {got[row]}, the library {wanted[row]}")

    def measure(self, peers: list[Peer], rows: int, known: dict[str, list[Times | None]]) -> None:
        """Adds one number of rows to what is known of each peer."""
        reference, seconds = self.run(REFERENCE, rows)
        for peer in peers:
            expected = self._expected_seconds(known[peer.key], rows)
            if rows > peer.most_rows:
                known[peer.key].append(None)
            elif expected > LONGEST:
                known[peer.key].append(Times([], expected))
            elif peer is REFERENCE:
                known[peer.key].append(Times(seconds))
            else:
                answers, taken = self.run(peer, rows)
                self.compare(peer, answers, reference)
                known[peer.key].append(Times(taken))
            print(f"{rows:>10,} rows: {peer.en}", file=sys.stderr, flush=True)

    @staticmethod
    def _expected_seconds(known: list[Times | None], rows: int) -> float:
        if not known or known[-1] is None:
            return 0
        before = ROWS[len(known) - 1]
        last = known[-1].median if known[-1].runs else known[-1].estimate
        return last * rows / before if before > 1 else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="the library beside its peers")
    parser.add_argument("native", help="the program of the peers in C, built for this processor")
    parser.add_argument("any", help="the same, built for every processor of the architecture")
    parser.add_argument("java", help="folder of the built program in Java")
    parser.add_argument("folder", help="where columns, times, table and chart go")
    parser.add_argument("--rows", type=int, default=max(ROWS), help="the most rows")
    parser.add_argument("--only", default="", help="keys of the peers, parted by commas")
    parser.add_argument("--docs", default="", help="folder of the pages to write as well")
    return parser.parse_args()


def main() -> None:
    given = _arguments()
    chosen = set(given.only.split(",")) if given.only else {peer.key for peer in PEERS}
    peers = [peer for peer in PEERS if peer.key in chosen or peer is REFERENCE]
    rows = [n for n in ROWS if n <= given.rows]
    field = Field(given)
    machine = report.machine()
    print(f"Making the columns of {max(rows):,} organisations", file=sys.stderr)
    columns.write(field.data, max(rows))
    known: dict[str, list[Times | None]] = {peer.key: [] for peer in peers}
    for n in rows:
        field.measure(peers, n, known)
    print("All answers are the library's.", file=sys.stderr)
    result: dict[str, Any] = {
        "rows": rows, "versions": field.versions,
        "machine": machine,
        "times": {key: [None if t is None else {"runs": t.runs, "estimate": t.estimate}
                        for t in times] for key, times in known.items()},
    }
    folder = Path(given.folder)
    (folder / "times.json").write_text(json.dumps(result, indent=2))
    print(report.table(result, "en"))
    report.write(result, Path(given.docs) if given.docs else folder)


if __name__ == "__main__":
    main()
