"""The stripped shared library with all its texts stays small.

usage: size.py SHARED_LIBRARY
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from source import finish

LIMIT = 160 * 1024


def main():
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "stripped.so"
        subprocess.run(["strip", "-o", stripped, sys.argv[1]], check=True)
        size = stripped.stat().st_size
    faults = []
    if size > LIMIT:
        faults.append(f"The stripped shared library has {size} bytes, more than {LIMIT}.")
    finish(faults, f"size of the stripped shared library: {size} bytes of at most {LIMIT}")


main()
