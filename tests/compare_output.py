"""Runs a program and compares its standard output with a file, byte for byte.

usage: compare_output.py EXPECTED PROGRAM [ARGUMENT ...]
"""
import difflib
import subprocess
import sys
from pathlib import Path


def main():
    expected_file, *command = sys.argv[1:]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"{command[0]} ended with status {run.returncode}: {run.stderr.strip()}")
    expected = Path(expected_file).read_text(encoding="utf-8")
    if run.stdout != expected:
        sys.stdout.writelines(
            difflib.unified_diff(
                expected.splitlines(True), run.stdout.splitlines(True), expected_file, "output"
            )
        )
        sys.exit(f"{Path(command[0]).name} prints something else than {Path(expected_file).name}")


main()
