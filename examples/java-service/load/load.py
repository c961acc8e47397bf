"""Starts the service, asks it many times with wrk, and says how fast it answers, or whether its
memory grows.

usage: load.py JAR ROUND speed [SECONDS]   each request alone, SECONDS (10) a run, medians of runs
       load.py JAR ROUND soak [SECONDS]    all requests and faulty ones mixed, for SECONDS (600)
"""
from __future__ import annotations

import contextlib
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PORT = 18082
RUNS = 5
# Service and wrk share the machine's cores; more requests at once would only wait for each other.
CONNECTIONS = 4
# The least rate and the greatest 99th percentile, in requests a second and milliseconds.
LEAST_RATE, MOST_P99 = 2000, 20
# All of the heap is taken at the start, so that what grows is native memory.
HEAP = ["-Xms160m", "-Xmx160m", "-XX:+AlwaysPreTouch"]
MOST_GROWTH = 0.03
# Until the machine code is made; before that answers are slower, and native memory grows.
WARM_UP = 90


@dataclass
class Measured:
    """What wrk says of one run."""

    requests: int
    rate: float
    p50: float
    p99: float
    broken: int
    refused: int


@contextlib.contextmanager
def service(jar: str, *options: str) -> Iterator[int]:
    """The service without a limit of requests; its process id."""
    process = subprocess.Popen(
        ["java", *options, "-jar", jar, f"--server.port={PORT}", "--limits.requests=0"],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_until_ready(process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def wait_until_ready(process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            sys.exit("load: the service did not start; is its port in use?")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/actuator/health", timeout=1).close()
            return
        time.sleep(0.2)
    sys.exit("load: the service is not ready after a minute")


def wrk(kind: str, round_file: str, seconds: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s",
         "--timeout", "10s", "--script", str(HERE / "requests.lua"),
         f"http://127.0.0.1:{PORT}", "--", kind, round_file],
        stdout=subprocess.PIPE, text=True,
    )


def measured(run: subprocess.Popen[str]) -> Measured:
    output = run.communicate()[0]
    rows = {line.split()[0]: line.split()[1:] for line in output.splitlines()
            if line.startswith(("measured", "statuses"))}
    if run.returncode != 0 or "measured" not in rows:
        sys.exit(f"load: wrk failed\n{output}")
    requests, duration, p50, p99, broken = map(int, rows["measured"])
    return Measured(requests, requests / duration * 1e6, p50 / 1000, p99 / 1000, broken,
                    int(rows["statuses"][0]))


def speed(jar: str, round_file: str, seconds: int) -> bool:
    fine = True
    with service(jar):
        for kind in ("check", "due", "round"):
            measured(wrk(kind, round_file, WARM_UP // 3))
            runs = [measured(wrk(kind, round_file, seconds)) for _ in range(RUNS)]
            rate = statistics.median(run.rate for run in runs)
            p99 = statistics.median(run.p99 for run in runs)
            p50 = statistics.median(run.p50 for run in runs)
            faults = sum(run.broken + run.refused for run in runs)
            print(f"figure: {kind} {rate:.0f} requests/s, p50 {p50:.2f} ms, p99 {p99:.2f} ms "
                  f"(medians of {RUNS} runs of {seconds} s, {CONNECTIONS} connections; "
                  f"rates {' '.join(f'{run.rate:.0f}' for run in runs)}, "
                  f"p99 {' '.join(f'{run.p99:.1f}' for run in runs)}; {faults} faults)",
                  flush=True)
            fine = fine and faults == 0
            if kind == "check":
                fine = fine and rate >= LEAST_RATE and p99 < MOST_P99
    return fine


def memory(pid: int) -> int:
    """Resident memory in KiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError


def soak(jar: str, round_file: str, seconds: int) -> bool:
    with service(jar, *HEAP) as pid:
        measured(wrk("mixed", round_file, WARM_UP))
        run = wrk("mixed", round_file, seconds)
        samples = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(min(seconds / 60, max(0.0, end - time.monotonic())))
            samples.append(memory(pid))
        result = measured(run)
    quarter = len(samples) // 4
    before = statistics.median(samples[quarter:2 * quarter])
    after = statistics.median(samples[-quarter:])
    growth = after / before - 1
    print("memory, MiB:", " ".join(str(kib // 1024) for kib in samples))
    print(f"figure: soak {result.requests} mixed requests in {seconds} s, "
          f"{result.refused} of them refused as they must be, {result.broken} broken or failed; resident "
          f"memory {before / 1024:.1f} MiB in the second quarter, {after / 1024:.1f} MiB in the "
          f"last ({growth:+.1%})", flush=True)
    return growth < MOST_GROWTH and result.broken == 0


def main() -> None:
    jar, round_file, what, *rest = sys.argv[1:]
    if what == "speed":
        fine = speed(jar, round_file, int(rest[0]) if rest else 10)
    else:
        fine = soak(jar, round_file, int(rest[0]) if rest else 600)
    sys.exit(0 if fine else 1)


main()
