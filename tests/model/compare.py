"""Random rounds through the model and through the C code; both must say the same.

    compare.py --program annual_round [--rounds N] [--seed S]    one process a round, its `--json`
    compare.py --bulk bulk [--rounds N] [--seed S] [--jobs J]    many rounds in one process

Compares every normative key and the warnings on readings. A round with an error must be refused by
both, by the program with status 2, an empty output and one sentence. Prints the first differences,
saves their round files, and closes with `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import generate
import model

Result = dict[str, Any]

NORMATIVE = ("id", "outcome", "rank", "total", "award", "off_quota", "prize", "missing")
TOP_KEYS = ("year", "ordinance", "organizations", "seats", "prize_total", "warnings")
ORGANIZATION_KEYS = (*NORMATIVE, "findings")
FINDING_KEYS = ("provision", "article", "verdict", "observed", "required")
READING_CODES = ("depends_on_reading", "prize_depends_on_reading")
BATCH = 250


@dataclass
class Difference:
    number: int
    planted: str | None
    what: str
    text: str


# --------------------------------------------------------------------------------------------------
# Comparing two results


def warnings_on_readings(result: Result) -> set[tuple[str, str, str]]:
    return {
        (entry["code"], entry["id"], entry["reading"])
        for entry in result.get("warnings", [])
        if entry["code"] in READING_CODES
    }


def describe_error(result: Result) -> str:
    return f"error {result['error']!r}" if "error" in result else "a result"


def differing(expected: Result, actual: Result) -> list[str]:
    """What the two say differently, one line a thing."""
    if "broken" in actual:
        return [f"program: {actual['broken']}"]
    if "error" in expected or "error" in actual:
        if "error" in expected and "error" in actual:
            return []
        return [f"model: {describe_error(expected)}; program: {describe_error(actual)}"]
    lines = [
        f"{key}: model {expected[key]}, program {actual.get(key)}"
        for key in ("year", "ordinance", "seats", "prize_total")
        if expected[key] != actual.get(key)
    ]
    lines += differing_organizations(expected["organizations"], actual["organizations"])
    wanted, found = warnings_on_readings(expected), warnings_on_readings(actual)
    lines += [f"warning missing: {entry}" for entry in sorted(wanted - found)]
    lines += [f"warning too many: {entry}" for entry in sorted(found - wanted)]
    return lines


def differing_organizations(expected: list[Result], actual: list[Result]) -> list[str]:
    if [entry["id"] for entry in expected] != [entry["id"] for entry in actual]:
        return ["other organisations, or in another order"]
    return [
        f"{one['id']}.{key}: model {one[key]}, program {other.get(key)}"
        for one, other in zip(expected, actual)
        for key in NORMATIVE
        if one[key] != other.get(key)
    ]


def model_result(text: str) -> Result:
    try:
        return model.solve(text)
    except model.InputError as error:
        return {"error": str(error)}


# --------------------------------------------------------------------------------------------------
# Running the program


def fault_of_form(output: str, text: str) -> str | None:
    """What ROUND.md says of the output as bytes: indentation, order of keys, whose findings."""
    result = json.loads(output)
    if output != json.dumps(result, ensure_ascii=False, indent=2) + "\n":
        return "other indentation, or escaped characters"
    if list(result)[: len(TOP_KEYS)] != list(TOP_KEYS):
        return "keys in another order"
    dossiers = {entry["id"] for entry in json.loads(text)["organizations"]}
    for entry in result["organizations"]:
        if list(entry)[: len(ORGANIZATION_KEYS)] != list(ORGANIZATION_KEYS):
            return f"keys of {entry['id']} in another order"
        if bool(entry["findings"]) != (entry["id"] in dossiers):
            return f"{entry['id']} has findings without a dossier, or none with one"
        for finding in entry["findings"]:
            if list(finding)[: len(FINDING_KEYS)] != list(FINDING_KEYS):
                return f"keys of a finding of {entry['id']} in another order"
    return None


def by_process(program: str, folder: Path, texts: list[str]) -> Iterable[Result]:
    """One process a round; what ROUND.md says about errors on a terminal is checked here."""
    path = folder / "round.json"
    for text in texts:
        path.write_text(text, encoding="utf-8")
        command = [program, str(path), "--json"]
        run = subprocess.run(command, capture_output=True, encoding="utf-8")
        if run.returncode == 0:
            fault = fault_of_form(run.stdout, text)
            yield {"broken": fault} if fault else json.loads(run.stdout)
        elif run.returncode == 2 and not run.stdout and run.stderr.strip().count("\n") == 0:
            yield {"error": run.stderr.strip()}
        else:
            yield {"broken": f"status {run.returncode}, {len(run.stdout)} characters, {run.stderr}"}


def by_stream(program: str, folder: Path, texts: list[str]) -> Iterable[Result]:
    """All rounds in one process, one a line."""
    path = folder / "rounds.txt"
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    run = subprocess.run([program, str(path)], capture_output=True, encoding="utf-8")
    lines = run.stdout.split("\n")[:-1]
    if run.returncode != 0 or len(lines) != len(texts):
        raise SystemExit(f"status {run.returncode}, {len(lines)} of {len(texts)}: {run.stderr}")
    return [json.loads(line) for line in lines]


@dataclass
class Task:
    """A stretch of rounds of one seed."""

    run: Callable[[str, Path, list[str]], Iterable[Result]]
    program: str
    seed: int
    errors: float
    numbers: range


def compare_stretch(task: Task) -> tuple[int, list[Difference]]:
    """How many rounds there were, and those that differ."""
    made = [generate.make(task.seed, number, task.errors) for number in task.numbers]
    with tempfile.TemporaryDirectory() as folder:
        results = list(task.run(task.program, Path(folder), [entry.text for entry in made]))
    differences = []
    for number, entry, actual in zip(task.numbers, made, results):
        expected = model_result(entry.text)
        lines = differing(expected, actual)
        if (entry.planted is not None) != ("error" in expected):
            lines.append(f"planted {entry.planted}, but model: {describe_error(expected)}")
        if lines:
            differences.append(Difference(number, entry.planted, "\n  ".join(lines), entry.text))
    return len(made), differences


# --------------------------------------------------------------------------------------------------


def report(difference: Difference, seed: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"round-{seed}-{difference.number}.json"
    path.write_text(difference.text + "\n", encoding="utf-8")
    planted = f", planted {difference.planted}" if difference.planted else ""
    print(f"round {seed} {difference.number}{planted}, saved as {path}\n  {difference.what}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="random rounds: model against program")
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--program", help="annual_round: one process a round")
    kind.add_argument("--bulk", help="bulk: many rounds in one process")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first round")
    parser.add_argument("--errors", type=float, default=0.1, help="share of rounds with one")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="differences to show and save")
    parser.add_argument("--save", type=Path, default=Path("model-differences"))
    return parser.parse_args()


def main() -> int:
    given = arguments()
    run, program = (by_stream, given.bulk) if given.bulk else (by_process, given.program)
    last = given.first + given.rounds
    tasks = [
        Task(run, program, given.seed, given.errors, range(start, min(start + BATCH, last)))
        for start in range(given.first, last, BATCH)
    ]
    total, failed = 0, 0
    with multiprocessing.Pool(given.jobs) as pool:
        for count, differences in pool.imap(compare_stretch, tasks):
            total += count
            for difference in differences:
                if failed < given.show:
                    report(difference, given.seed, given.save)
                failed += 1
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
