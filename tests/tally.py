"""Counts test results over several builds, prints those that failed, and closes with one line.

usage: tally.py FILE tests NAME TESTLOG SECONDS   results of one `meson test`
       tally.py FILE junit NAME XML SECONDS       results of a runner that writes JUnit's XML, into
                                                  one file or into a folder
       tally.py FILE check NAME passed|failed|skipped
       tally.py FILE total                        ends with `N passed, N failed`

A program that speaks TAP counts with each of its tests, one that closes with `N passed, N failed`
with those numbers, any other as one.
"""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TAP = re.compile(r"^(not ok|ok) \d+(?: -)? ?(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)")
CLOSING = re.compile(r"^(\d+) passed, (\d+) failed$")
COUNTED = ("unit/", "conformance/")  # suites whose programs all speak TAP
FIGURE = re.compile(r"^figure: (.*)$")


def results_of(test):
    """Yields (name, passed|failed|skipped) for each test of one program."""
    name = test["name"].removeprefix("kqaward:").replace(" / ", "/")
    planned, seen, failed = 0, 0, 0
    closing = CLOSING.match(test.get("stdout", "").rstrip().rpartition("\n")[2])
    if closing:
        seen, failed = int(closing[1]) + int(closing[2]), int(closing[2])
        yield from [(name, "passed")] * int(closing[1])
        yield from [(f"{name}: see its output", "failed")] * failed
    for line in test.get("stdout", "").splitlines():
        if plan := PLAN.match(line):
            planned += int(plan[1])
        elif found := TAP.match(line):
            seen += 1
            title, _, directive = found[2].partition(" # ")
            if directive.upper().startswith("SKIP"):
                yield f"{name}: {title}", "skipped"
            else:
                failed += found[1] == "not ok"
                yield f"{name}: {title}", "passed" if found[1] == "ok" else "failed"
    if test["result"] == "SKIP":
        yield name, "skipped"
    elif test["result"] != "OK" and not failed:
        yield f"{name}: ended with {test['result']}, status {test['returncode']}", "failed"
    elif seen and not planned and not closing:
        yield f"{name}: its output breaks off, the number of its tests is missing", "failed"
    elif seen < planned:
        yield f"{name}: only {seen} of {planned} tests ran", "failed"
    elif not seen and name.startswith(COUNTED):
        yield f"{name}: printed no test", "failed"
    elif not seen:
        yield name, "passed"


def note(file, results):
    with file.open("a", encoding="utf-8") as out:
        for name, verdict in results:
            out.write(f"{verdict} {name}\n")


def count(results):
    verdicts = [verdict for _, verdict in results]
    skipped = verdicts.count("skipped")
    line = f"{verdicts.count('passed')} passed, {verdicts.count('failed')} failed"
    return line + (f", {skipped} skipped" if skipped else "")


def add_tests(file, build, testlog, seconds):
    results = []
    for test in read(testlog):
        own = [(f"{build}: {name}", verdict) for name, verdict in results_of(test)]
        for line in test.get("stdout", "").splitlines():
            if figure := FIGURE.match(line):
                print(f"  {figure[1]}")
        if any(verdict == "failed" for _, verdict in own):
            print(f"--- {build}: {test['name']}")
            print(shown(test))
        results += own
    if not results:
        results = [(f"{build}: no results of tests", "failed")]
    note(file, results)
    print(f"{build}: {count(results)} ({seconds} s)", flush=True)


def cases_of(name, case):
    """Yields the result of one case of JUnit's XML, and prints what a failed one said."""
    title = f"{name}: {case.get('classname', '')}: {case.get('name', '')}"
    wrong = case.find("failure") if case.find("failure") is not None else case.find("error")
    if wrong is not None:
        print(f"--- {title}\n" + "\n".join((wrong.text or "").splitlines()[-40:]))
        yield title, "failed"
    else:
        yield title, "passed" if case.find("skipped") is None else "skipped"


def add_junit(file, name, xml, seconds):
    files = sorted(Path(xml).glob("*.xml")) if Path(xml).is_dir() else [xml]
    try:
        cases = [case for one in files for case in ElementTree.parse(one).iter("testcase")]
        results = [result for case in cases for result in cases_of(name, case)]
    except (OSError, ElementTree.ParseError):
        results = []
    results = results or [(f"{name}: no results of tests", "failed")]
    note(file, results)
    print(f"{name}: {count(results)} ({seconds} s)", flush=True)


def read(testlog):
    """The results of each program; none where the log is missing or was cut short."""
    try:
        return [json.loads(line) for line in Path(testlog).read_text("utf-8").splitlines()]
    except (OSError, ValueError):
        return []


def shown(test):
    """What a failed program printed, without the tests that passed."""
    lines = (test.get("stdout", "") + test.get("stderr", "")).splitlines()
    lines = [line for line in lines if not line.startswith("ok ")]
    return "\n".join(lines[:60] + (["..."] if len(lines) > 60 else []))


def total(file):
    results = [
        tuple(reversed(line.split(" ", 1)))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    for name, verdict in results:
        if verdict != "passed":
            print(f"{verdict}: {name}")
    print(count(results))
    return 1 if any(verdict == "failed" for _, verdict in results) else 0


def main():
    file, what, *rest = sys.argv[1:]
    file = Path(file)
    if what == "tests":
        add_tests(file, *rest)
    elif what == "junit":
        add_junit(file, *rest)
    elif what == "check":
        note(file, [tuple(rest)])
        print(f"{rest[0]}: {rest[1]}", flush=True)
    else:
        sys.exit(total(file))


main()
