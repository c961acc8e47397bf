"""Proves the contracts of lib/ by Frama-C WP with Z3 and compares the goals with expected.json.

usage: prove.py BUILD [UNIT...]   proves the units, or all of expected.json
       prove.py units              names them
       prove.py tested             names those that every test run proves: they take little time

A unit is a file of lib/ without its ending, or one beside this program: `inline`, the inline
functions of all headers, and `theorems`, what follows from the contracts of public functions. Each
unit prints its goals proved of total; smoke tests, which fail when a contract contradicts itself,
count as goals. All functions of a unit are proved but those that expected.json names with the
reason. It fails when a goal is not proved or there are fewer than expected.json says. frama-c ends
with 0 even then, so its report is read.
"""
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Z3 gives up after so many steps, whatever else the machine does; the seconds only end one that
# hangs.
STEPS_A_TRY = 2_500_000
STEPS_A_LAST_TRY = 12_000_000
SECONDS_A_GOAL = 600
STEPS_A_SMOKE_TEST = 500_000
SECONDS_A_SMOKE_TEST = 30
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
NOT_PROVED = re.compile(r"Goal (\S+) : (?!Valid)|\[Failed\] Smoke-test (\S+)")
FUNCTION = re.compile(r"^[A-Za-z_][^;{}=#()]*?(\w+)\([^;{}=#]*\)\s*\{", re.M)
# Z3 instantiates the axioms of the memory model by their patterns alone; its other means lead it
# astray in the large predicates on editions. Where one way of search does not end, another may: a
# seed, the cost up to which instances are made at once, and lemmas of the memory model that are
# left out. They follow from its definitions, and have an instance for each two or three places.
# Without them the last tries go deeper: that a long call leaves some memory alone takes that many
# steps. Smoke tests, which are not expected to be proved, get one way.
Z3 = """#!/bin/sh
one=separated_1
all="$one|separated_included|included_trans|separated_trans|separated_sym"
ways="1,3, 42,10,$one 42,10,$all 42,10, 1,3,$one 2,5,$one 6,3, 2,10, 2,5,"
ways="$ways deeper 1,3,$all 42,10,$all 2,5,$all"
steps={steps}
for argument; do
  shift
  case $argument in
  -T:{smoke_seconds}) ways=42,10, steps={smoke_steps} ;;
  -T:* | smt.random_seed=*) ;;
  *.smt2) goal=$argument ;;
  *) set -- "$@" "$argument" ;;
  esac
done
for way in $ways; do
  case $way in deeper) steps={last_steps} && continue ;; esac
  seed=${{way%%,*}}
  without=${{way##*,}}
  way=${{way#*,}}
  answer=$(sed -E "/^;; (${{without:-none}})$/,/^$/d" "$goal" | "{path}" smt.auto_config=false \\
    smt.mbqi=false smt.random_seed=$seed smt.qi.eager_threshold=${{way%,*}} rlimit=$steps "$@" -in)
  case $answer in *unsat*) break ;; esac
done
printf '%s\\n' "$answer"
"""
WHY3 = """[main]
magic = 14
memlimit = 1000
running_provers_max = 1
timelimit = {seconds}

[partial_prover]
name = "Z3"
path = "{path}"
version = "{version}"
"""


def set_up(build):
    """Writes the prover's settings below build/proof; the user's own are not touched."""
    folder = build / "proof"
    cache = folder / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["z3", "--version"], check=True, capture_output=True, text=True).stdout
    script = Z3.format(
        path=shutil.which("z3"),
        steps=STEPS_A_TRY,
        last_steps=STEPS_A_LAST_TRY,
        smoke_steps=STEPS_A_SMOKE_TEST,
        smoke_seconds=SECONDS_A_SMOKE_TEST,
    )
    prover = folder / "z3"
    changed = not prover.exists() or prover.read_text() != script
    for entry in cache.iterdir():
        answer = entry.read_text()
        # A prover that did not run fails too; one that searches otherwise may succeed.
        if '"failed"' in answer or (changed and '"valid"' not in answer):
            entry.unlink()
    prover.write_text(script)
    prover.chmod(0o755)
    header = folder / "include" / "kqaward" / "version.h"
    header.parent.mkdir(parents=True, exist_ok=True)
    template = (ROOT / "include" / "kqaward" / "version.h.in").read_text()
    header.write_text(re.sub("@(major|minor|patch)@", "0", template))
    settings = folder / "why3.conf"
    settings.write_text(
        WHY3.format(seconds=SECONDS_A_GOAL, path=prover, version=version.split()[2])
    )
    os.environ.update(WHY3CONFIG=str(settings), FRAMAC_WP_CACHEDIR=str(folder / "cache"))
    return folder


def source_of(unit):
    beside = HERE / f"{unit}.c"
    return beside if beside.exists() else ROOT / "lib" / f"{unit}.c"


def functions_of(unit):
    return FUNCTION.findall(COMMENT.sub("", source_of(unit).read_text()))


def run(folder, unit, functions):
    """The goals of one run of WP, smoke tests among them, and its log."""
    report = folder / f"{unit}.json"
    report.unlink(missing_ok=True)
    command = [
        "frama-c", "-c11", "-machdep", "gcc_x86_64",
        f"-cpp-extra-args=-I{ROOT / 'include'} -I{ROOT / 'lib'} -I{folder / 'include'}",
        "-wp", "-wp-rte", "-warn-unsigned-overflow", "-wp-literals", "-wp-smoke-tests",
        "-wp-prover", "z3",
        "-wp-par", "1", "-wp-timeout", str(SECONDS_A_GOAL),
        "-wp-smoke-timeout", str(SECONDS_A_SMOKE_TEST),
        "-wp-cache", "update", "-wp-cache-env", "-wp-report-json", str(report),
    ]  # fmt: skip
    if functions_of(unit):  # inline.c defines none itself
        command += ["-wp-fct", ",".join(functions)]
    done = subprocess.run([*command, str(source_of(unit))], capture_output=True, text=True)
    text = done.stdout + done.stderr
    (folder / f"{unit}.log").write_text(text)
    if done.returncode or not report.exists():
        return None, text
    return json.loads(report.read_text())["wp:global"]["wp:main"], text


def prove(folder, unit, expected):
    """Proves one unit; returns the sentences that say what is wrong."""
    names = functions_of(unit)
    left_out = expected.get("not_proved", {})
    faults = [f"{unit}: {name}() does not exist." for name in left_out if name not in names]
    goals, text = run(folder, unit, [name for name in names if name not in left_out])
    if not goals:
        print(text[-2000:])
        return [*faults, f"{unit}: frama-c ends with an error."]
    valid, total = goals.get("valid", 0), goals["total"]
    print(f"{unit}: {valid} of {total} goals proved", flush=True)
    for goal, smoke in NOT_PROVED.findall(text):
        faults.append(f"{unit}: not proved: {goal}" if goal else f"{unit}: contradiction: {smoke}")
    if valid != total:
        faults.append(f"{unit}: {total - valid} of {total} goals are not proved.")
    if total < expected["goals"]:
        faults.append(f"{unit}: {total} goals, fewer than the {expected['goals']} expected.")
    return faults


def main():
    expected = json.loads((HERE / "expected.json").read_text())
    if sys.argv[1] in ("units", "tested"):
        print(*(unit for unit in expected if sys.argv[1] == "units" or "tested" in expected[unit]))
        return
    folder = set_up(Path(sys.argv[1]).resolve())
    units = sys.argv[2:] or list(expected)
    faults = []
    for unit in units:
        if unit in expected:
            faults += prove(folder, unit, expected[unit])
        else:
            faults.append(f"There is no unit '{unit}' in expected.json.")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
