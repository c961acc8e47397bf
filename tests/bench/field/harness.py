"""What a peer written in Python is started with: reads the columns, times, writes the answers.

usage: PEER.py DATA ROWS SECONDS ANSWERS MODE

Prints the seconds of each measured run and the versions as JSON. What a peer needs its rows to be
(mappings, its own arrays) is made before the clock starts; answers are made into columns after it
stops.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import columns

Run = Callable[[], Any]
LEAST_RUNS, MOST_RUNS = 3, 15
LEAST_SECONDS = 0.002  # a shorter call is repeated, so that the clock's steps do not count


def _seconds(run: Run, times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        run()
    return (perf_counter() - start) / times


def measure(run: Run, budget: float) -> list[float]:
    """Seconds of several runs, as many as the budget of seconds allows."""
    first = _seconds(run, 1)
    if first < LEAST_SECONDS:
        first = _seconds(run, max(1, int(LEAST_SECONDS / max(first, 1e-7))))
    times = max(1, int(LEAST_SECONDS / first) + 1) if first < LEAST_SECONDS else 1
    runs = min(MOST_RUNS, max(LEAST_RUNS, int(budget / (first * times))))
    return [_seconds(run, times) for _ in range(runs)]


def serve(
    modes: dict[str, Callable[[columns.Columns], tuple[Run, Callable[[], columns.Columns]]]],
    *packages: str,
) -> None:
    """Serves one request. A mode makes the run to measure, and what tells its answers."""
    data, rows, budget, answers, mode = sys.argv[1:]
    run, tell = modes[mode](columns.read(Path(data), int(rows)))
    run()
    for name, column in tell().items():
        column.tofile(Path(answers) / f"{name}.bin")
    times = measure(run, float(budget))
    print(json.dumps({"seconds": times, "versions": {p: version(p) for p in packages}}))
