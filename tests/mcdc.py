"""Prints how much of lib/ the tests reach, by regions, branches and MC/DC, and what they do not.

usage: mcdc.py EXPORT   (of `llvm-cov export`)

An inline function of a header counts once, however many sources it is compiled into. A line that
`mcdc-argued.txt` names beside this file, as `FILE: TEXT OF THE LINE`, is one whose missing part is
argued there; it is listed apart. Fails where anything else is missing.
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ARGUED = ROOT / "tests" / "mcdc-argued.txt"


def points_of(file):
    """Yields (metric, place, what is missing unless reached, reached) for each thing to reach."""
    for line, column, count, has_count, is_entry, is_gap in file["segments"]:
        if has_count and is_entry and not is_gap:
            yield "regions", (line, column), "not reached", count > 0
    for line, column, _, _, yes, no, *_ in file["branches"]:
        yield "branches", (line, column, 1), "never true", yes > 0
        yield "branches", (line, column, 0), "never false", no > 0
    for line, column, *_, shown in file["mcdc_records"]:
        for place, alone in enumerate(shown, 1):
            yield ("MC/DC", (line, column, place),
                   f"condition {place} never decides alone", alone)


def main():
    export = json.loads(Path(sys.argv[1]).read_text("utf-8"))["data"][0]
    argued = {line for line in ARGUED.read_text("utf-8").splitlines()
              if line and not line.startswith(("#", "  "))} if ARGUED.exists() else set()
    totals, missing = {}, 0
    for file in export["files"]:
        path, points = Path(file["filename"]), {}
        if path.parent != ROOT / "lib":
            continue
        source = path.read_text("utf-8").splitlines()
        for metric, place, what, reached in points_of(file):
            key = place[0], metric, place, what
            points[key] = points.get(key, False) or reached
        for (line, metric, _, what), reached in sorted(points.items()):
            total = totals.setdefault(metric, [0, 0])
            total[0] += reached
            total[1] += 1
            if not reached:
                text = source[line - 1].strip()
                known = f"{path.name}: {text}" in argued
                missing += not known
                print(f"  {'argued' if known else 'MISSING'} {path.name}:{line}: {what} | {text}")
    for metric, (reached, count) in totals.items():
        print(f"  figure: {metric} {100 * reached / count:.2f} % ({reached} of {count})")
    sys.exit(missing > 0 or len(totals) < 3)


main()
