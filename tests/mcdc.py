"""Prints how much of lib/ the tests reach, by lines, branches and MC/DC, and what they do not.

usage: mcdc.py EXPORT   (of `llvm-cov export`)

A line `tests/mcdc-argued.txt` names, as `file: text of the source line`, is one whose missing part
is argued there; it is listed apart. Fails where anything else is missing.
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ARGUED = ROOT / "tests" / "mcdc-argued.txt"
METRICS = ("lines", "branches", "mcdc")


def missing_in(file):
    """Yields (line, what) for each thing of one file that no test reaches."""
    for line, _, count, has_count, *_ in file["segments"]:
        if has_count and count == 0:
            yield line, "not reached"
    for row in file.get("branches", []):
        line, yes, no = row[0], row[4], row[5]
        if yes == 0 or no == 0:
            yield line, "never true" if yes == 0 else "never false"
    for record in file.get("mcdc_records", []):
        for place, shown in enumerate(record[-1], 1):
            if not shown:
                yield record[0], f"condition {place} does not decide alone in any test"


def main():
    export = json.loads(Path(sys.argv[1]).read_text("utf-8"))["data"][0]
    argued = {line for line in ARGUED.read_text("utf-8").splitlines()
              if line and not line.startswith(("#", "  "))} if ARGUED.exists() else set()
    totals, open_points = {metric: [0, 0] for metric in METRICS}, 0
    for file in export["files"]:
        path = Path(file["filename"])
        if path.parent != ROOT / "lib":
            continue
        source = path.read_text("utf-8").splitlines()
        for metric in METRICS:
            part = file["summary"].get(metric, {"covered": 0, "count": 0})
            totals[metric][0] += part["covered"]
            totals[metric][1] += part["count"]
        for line, what in sorted(set(missing_in(file))):
            text = source[line - 1].strip()
            known = f"{path.name}: {text}" in argued
            open_points += not known
            print(f"  {'argued' if known else 'MISSING'} {path.name}:{line}: {what} | {text}")
    for metric, (covered, count) in totals.items():
        share = 100 * covered / count if count else 100
        print(f"  figure: {metric} {share:.2f} % ({covered} of {count})")
    sys.exit(open_points > 0)


main()
