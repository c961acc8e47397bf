"""Runs each case of the benchmark on one core, then counts its instructions under callgrind.

usage: run.py BENCH
"""
import math
import os
import re
import subprocess
import sys
import tempfile

# Case, function, the time to stay below in nanoseconds (None: no target), calls under callgrind.
CASES = (
    ("eligibility", "kqa_eligibility_decide", 150, 10000),
    ("ballot", "kqa_ballot_decide", 50, 10000),
    ("round-24", "kqa_round_decide", 20e3, 1000),
    ("round-1000", "kqa_round_decide", None, 20),
    ("round-10000", "kqa_round_decide", None, 2),
    ("round-100000", "kqa_round_decide", 0.2e9, 1),
    ("dependence-24", "kqa_round_dependence", None, 100),
    ("dependence-1000", "kqa_round_dependence", None, 2),
    ("dependence-10000", "kqa_round_dependence", None, 1),
    ("dependence-100000", "kqa_round_dependence", None, 1),
)


def output_of(command):
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} failed: {run.stderr.strip()}")
    return run.stdout, run.stderr


def nanoseconds(bench, case):
    core = str(max(os.sched_getaffinity(0)))
    return float(output_of(["taskset", "-c", core, bench, case])[0])


def instructions(bench, case, function, calls):
    with tempfile.TemporaryDirectory() as folder:
        _, log = output_of(["valgrind", "--tool=callgrind",
                            f"--callgrind-out-file={folder}/callgrind.out",
                            f"--toggle-collect={function}", bench, case, str(calls)])
    # The dependence is measured after one round is decided, which callgrind does not collect.
    return int(re.search(r"Collected : (\d+)", log)[1]) / calls


def readable(ns):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("us", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def main():
    bench = sys.argv[1]
    times, counts = {}, {}
    print(f"{'case':<20}{'time':>10}{'target':>10}{'instructions':>16}")
    for case, function, target, calls in CASES:
        times[case] = nanoseconds(bench, case)
        counted = counts[case] = instructions(bench, case, function, calls)
        print(f"{case:<20}{readable(times[case]):>10}{readable(target) if target else '':>10}"
              f"{f'{counted:,.0f}':>16}"
              f"{'  above the target' if target and times[case] > target else ''}", flush=True)
    for kind in ("round", "dependence"):
        for small, large in ((1000, 10000), (10000, 100000)):
            few, many = f"{kind}-{small}", f"{kind}-{large}"
            bound = large * math.log2(large) / (small * math.log2(small))
            print(f"{kind}, {small:,} to {large:,} organisations: "
                  f"{times[many] / times[few]:.1f} times the time, "
                  f"{counts[many] / counts[few]:.1f} times the instructions; "
                  f"n log n would be {bound:.1f}")


main()
