"""Runs each case of the benchmark on one core, then counts its instructions under callgrind; then
columns at several sizes, beside copying as many bytes. Fails when a case needs more instructions
than it may; times depend on the machine and decide nothing.

usage: run.py BENCH COLUMNS [COLUMNS_BY_AVX2]
"""
import math
import os
import re
import subprocess
import sys
import tempfile

# Case, function, the time to stay below in nanoseconds (None: no target), calls under callgrind, the
# most instructions: a tenth more than gcc 12 made them.
CASES = (
    ("eligibility", "kqa_eligibility_decide", 150, 10000, 1_650),
    ("ballot", "kqa_ballot_decide", 50, 10000, 430),
    ("round-24", "kqa_round_decide", 20e3, 1000, 63_700),
    ("round-1000", "kqa_round_decide", None, 20, 3_030_000),
    ("round-10000", "kqa_round_decide", None, 2, 34_000_000),
    ("round-100000", "kqa_round_decide", 0.2e9, 1, 402_000_000),
    ("dependence-24", "kqa_round_dependence", None, 100, 1_000_000),
    ("dependence-1000", "kqa_round_dependence", None, 2, 29_100_000),
    ("dependence-10000", "kqa_round_dependence", None, 1, 326_000_000),
    ("dependence-100000", "kqa_round_dependence", None, 1, 3_950_000_000),
)

# Columns: set, function, the most instructions a row without and with AVX2, sizes. The set `facts`
# is masks, scores and earlier awards; `all` has every column and the last days of bars.
COLUMNS = (
    ("facts", "kqa_batch_decide", (101, 33), (1000, 10**4, 10**5, 10**6, 10**7)),
    ("all", "kqa_batch_decide", (250, 72), (1000, 10**4, 10**5, 10**6)),
    ("ballots", "kqa_batch_ballots", (60, 14), (1000, 10**4, 10**5, 10**6)),
)
COUNTED_ROWS = 100_000


def output_of(command):
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {run.stderr.strip()}")
    return run.stdout, run.stderr


def nanoseconds(bench, case):
    core = str(max(os.sched_getaffinity(0)))
    return float(output_of(["taskset", "-c", core, bench, case])[0])


def instructions(function, *command):
    """Instructions of all calls of a function in one run of a command."""
    with tempfile.TemporaryDirectory() as folder:
        _, log = output_of(["valgrind", "--tool=callgrind",
                            f"--callgrind-out-file={folder}/callgrind.out",
                            f"--toggle-collect={function}", *command])
    # The dependence is measured after one round is decided, which callgrind does not collect.
    return int(re.search(r"Collected : (\d+)", log)[1])


def readable(ns):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("us", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def measure_calls(bench):
    """Prints the cases of one call; yields those that need too many instructions."""
    times, counts = {}, {}
    print(f"{'case':<20}{'time':>10}{'target':>10}{'instructions':>16}{'most':>16}")
    for case, function, target, calls, most in CASES:
        times[case] = nanoseconds(bench, case)
        counted = counts[case] = instructions(function, bench, case, str(calls)) / calls
        print(f"{case:<20}{readable(times[case]):>10}{readable(target) if target else '':>10}"
              f"{counted:>16,.0f}{most:>16,}"
              f"{'  above the target' if target and times[case] > target else ''}", flush=True)
        if counted > most:
            yield f"{case}: {counted:,.0f} instructions, more than {most:,}"
    for kind in ("round", "dependence"):
        for small, large in ((1000, 10000), (10000, 100000)):
            few, many = f"{kind}-{small}", f"{kind}-{large}"
            bound = large * math.log2(large) / (small * math.log2(small))
            print(f"{kind}, {small:,} to {large:,} organisations: "
                  f"{times[many] / times[few]:.1f} times the time, "
                  f"{counts[many] / counts[few]:.1f} times the instructions; "
                  f"n log n would be {bound:.1f}")


def measure_columns(columns, name, kind):
    """Prints the columns by one build; yields the sets that need too many instructions."""
    print(f"\ncolumns, {name}: nanoseconds a row, least (median)\n"
          f"{'set':<10}{'rows':>12}{'decide':>16}{'memcpy':>16}{'of memcpy':>12}{'two threads':>14}"
          f"{'memcpy by two':>16}{'instructions':>16}")
    for chosen, function, most, sizes in COLUMNS:
        counted = instructions(function, columns, chosen, str(COUNTED_ROWS), "count") / COUNTED_ROWS
        for rows in sizes:
            runs = [[float(number) for number in line.split()]
                    for line in output_of([columns, chosen, str(rows)])[0].splitlines()]
            decide, copy, *alone_and_threads = runs
            decide_gain, copy_gain = (alone_and_threads[at][0] / alone_and_threads[at + 1][0]
                                      for at in (0, 2))
            print(f"{chosen:<10}{rows:>12,}" + "".join(
                f"{f'{least:.2f} ({median:.2f})':>16}" for least, median in (decide, copy)) +
                  f"{copy[0] / decide[0]:>12.2f}{f'{decide_gain:.2f} times':>14}"
                  f"{f'{copy_gain:.2f} times':>16}{f'{counted:.1f}':>16}", flush=True)
        if counted > most[kind]:
            yield f"{chosen}, {name}: {counted:.1f} instructions a row, more than {most[kind]}"


def main():
    bench, columns, *by_avx2 = sys.argv[1:]
    faults = [*measure_calls(bench), *measure_columns(columns, "as built", 0)]
    for program in by_avx2:
        faults += measure_columns(program, "for x86-64-v3", 1)
    for fault in faults:
        print(f"Too many instructions: {fault}.")
    sys.exit(1 if faults else 0)


main()
