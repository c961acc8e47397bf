"""The library needs nothing but four functions that compilers call by themselves, and holds no
writable data, nor data that a loader must relocate.

usage: purity.py SHARED_LIBRARY STATIC_LIBRARY
"""
import re
import sys

from source import finish, output_of

ALLOWED = {"memcpy", "memmove", "memset", "memcmp"}
WRITABLE = re.compile(r"^\.(data|bss|tdata|tbss|sdata|sbss|ctors|dtors|init_array|fini_array)\b")
# readelf: "  [ 5] .rodata  PROGBITS  0000000000000000 000040 000010 ..."
SECTION = re.compile(r"^\s*\[\s*\d+\]\s+(\.\S+)\s+\S+\s+[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s", re.M)


def symbols(*command):
    """Yields (name, type) of each symbol, without the version of a dynamic one."""
    for line in output_of("nm", "--format=posix", *command).splitlines():
        fields = line.split()
        if len(fields) >= 2 and not line.endswith(":"):
            yield fields[0].split("@")[0], fields[1]


def main():
    shared, static = sys.argv[1:]
    faults = []
    for name, kind in symbols("--dynamic", "--undefined-only", shared):
        # Weak ones come from the compiler's start-up files and may stay unresolved.
        if kind == "U" and name not in ALLOWED:
            faults.append(f"The shared library needs {name}, which is none of {sorted(ALLOWED)}.")
    defined = {name for name, _ in symbols("--defined-only", static)}
    for name, kind in symbols("--undefined-only", static):
        if name not in ALLOWED | defined | {"_GLOBAL_OFFSET_TABLE_"}:
            faults.append(f"An object needs {name}, which is none of {sorted(ALLOWED)}.")
    for name, kind in symbols("--defined-only", static):
        if kind in "CDdBbGgSs":
            faults.append(f"{name} is writable or must be relocated when the library is loaded.")
    member = ""
    for line in output_of("readelf", "--section-headers", "--wide", static).splitlines():
        if line.startswith("File:"):
            member = line.split("(")[-1].rstrip(")")
        found = SECTION.match(line)
        if found and WRITABLE.match(found[1]) and int(found[2], 16) > 0:
            faults.append(f"{member} has {int(found[2], 16)} bytes of {found[1]}: no writable "
                          "or relocated data is allowed.")
    if not defined:
        faults.append(f"{static} defines no symbol; the check looked at nothing.")
    finish(faults)


main()
