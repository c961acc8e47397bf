"""The shared library exports the functions that the public headers declare, and nothing else.

usage: exports.py SHARED_LIBRARY (a .dll as well)
"""
import re
import sys

from source import finish, output_of, public_functions


def exports_of(library):
    if library.endswith(".dll"):
        names = output_of("objdump", "-p", library).partition("[Ordinal/Name Pointer] Table")[2]
        return set(re.findall(r"^\s+\[ *\d+\] (\w+)$", names.partition("\n\n")[0], re.M))
    lines = output_of("nm", "--dynamic", "--defined-only", "--format=posix", library)
    return {line.split()[0] for line in lines.splitlines()}


def main():
    exported = exports_of(sys.argv[1])
    declared = public_functions()
    finish(
        [f"{name} is declared in a public header and not exported." for name in
         sorted(declared - exported)]
        + [f"{name} is exported and declared in no public header." for name in
           sorted(exported - declared)],
        f"public functions: {len(declared)}",
    )


main()
