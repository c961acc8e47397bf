"""No public call needs more than 8 KiB of stack: the deepest chain of calls, by the compiler's own
figures. Recursion, frames of variable size and calls through pointers have no such bound and fail.

usage: stack.py BUILD_INCLUDE COMPILER... (gcc)
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from source import LIBRARY, ROOT, finish, public_functions

LIMIT = 8 * 1024
LEAVES = {"memcpy", "memmove", "memset", "memcmp"}
NODE = re.compile(r'node: \{ title: "([^"]+)" label: "([^"]*)"')
EDGE = re.compile(r'edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"')
FRAME = re.compile(r"(\d+) bytes \((\w+(?:,\w+)?)\)")


def call_graph(include, compiler):
    """Returns frame sizes and callees by function, and what has no bound."""
    frames, calls, faults = {}, {}, []
    with tempfile.TemporaryDirectory() as folder:
        for source in (p for p in LIBRARY if p.suffix == ".c"):
            subprocess.run(
                [*compiler, "-std=c11", "-O2", "-fPIC", "-ffreestanding", "-fno-stack-protector",
                 "-fvisibility=hidden", "-I", ROOT / "include", "-I", include, "-c", source,
                 "-fcallgraph-info=su", "-o", Path(folder) / (source.stem + ".o")],
                check=True,
            )
        for graph in Path(folder).glob("*.ci"):
            text = graph.read_text(encoding="utf-8")
            for title, label in NODE.findall(text):
                frame = FRAME.search(label)
                if frame:
                    frames[title] = int(frame[1])
                    # `dynamic,bounded` counts pushed arguments too and is an upper bound.
                    if frame[2] not in ("static", "dynamic,bounded"):
                        faults.append(f"The frame of {title} has no fixed size.")
            for caller, callee in EDGE.findall(text):
                # An exported function called in its own file goes by a local alias.
                if callee.endswith(".localalias"):
                    callee = callee.split(":")[-1].removesuffix(".localalias")
                calls.setdefault(caller, set()).add(callee)
    for caller, callees in calls.items():
        for callee in sorted(callees - set(frames) - LEAVES):
            faults.append(f"{caller} calls through a pointer, so its depth is unknown."
                          if callee == "__indirect_call" else
                          f"{caller} calls {callee}, whose stack is unknown.")
    return frames, calls, faults


def shown(chain):
    """A chain of calls, static functions without the file that they stand in."""
    return " > ".join(function.split(":")[-1] for function in chain)


def deepest(function, frames, calls, known, chain, faults):
    """Bytes of the deepest chain from a function, and that chain."""
    if function in chain:
        faults.add(f"Recursion: {shown((*chain, function))}.")
        return 0, ()
    if function not in known:
        below = [
            deepest(callee, frames, calls, known, (*chain, function), faults)
            for callee in sorted(calls.get(function, ()))
        ]
        size, path = max(below, default=(0, ()))
        # The return address counts too.
        known[function] = size + frames.get(function, 0) + 8, (function, *path)
    return known[function]


def main():
    include, *compiler = sys.argv[1:]
    frames, calls, faults = call_graph(include, compiler)
    known, recursion, worst = {}, set(), (0, ())
    for function in sorted(public_functions()):
        if function not in frames:
            faults.append(f"{function} is declared and has no frame: it is not defined.")
            continue
        size, chain = deepest(function, frames, calls, known, (), recursion)
        worst = max(worst, (size, chain))
        if size > LIMIT:
            faults.append(f"{function} needs {size} bytes of stack, more than {LIMIT}: "
                          + shown(chain) + ".")
    finish(
        [*faults, *sorted(recursion)],
        f"deepest stack of a public call: {worst[0]} bytes of at most {LIMIT}"
        f" ({shown(worst[1])})",
    )


main()
