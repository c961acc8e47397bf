"""The shared library exports the functions that the public headers declare, and nothing else.

usage: exports.py SHARED_LIBRARY
"""
import sys

from source import finish, output_of, public_functions


def main():
    lines = output_of("nm", "--dynamic", "--defined-only", "--format=posix", sys.argv[1])
    exported = {line.split()[0] for line in lines.splitlines()}
    declared = public_functions()
    finish(
        [f"{name} is declared in a public header and not exported." for name in
         sorted(declared - exported)]
        + [f"{name} is exported and declared in no public header." for name in
           sorted(exported - declared)],
        f"public functions: {len(declared)}",
    )


main()
