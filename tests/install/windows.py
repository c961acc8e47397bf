"""The installation for Windows serves a program that finds it through pkg-config: the small examples
are built against it, with the DLL and static, and print what they should.

usage: windows.py MESON BUILD_DIRECTORY RUNNER COMPILER
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from consumer import EXAMPLES, build_and_compare, flags_of, install


def uses_dll(program):
    said = subprocess.run(["objdump", "-p", program], check=True, capture_output=True, text=True)
    return "DLL Name: libkqaward-0.dll" in said.stdout


def main():
    meson, build, runner, compiler = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        environment, libraries = install(meson, build, place, ("libkqaward.dll.a", "libkqaward.a"))
        environment["WINEPATH"] = str(libraries.parent / "bin")
        compiling, linking = flags_of(environment)
        for name in EXAMPLES:
            for link, shared in ((linking, True), ([libraries / "libkqaward.a"], False)):
                build_and_compare(name, [compiler], compiling + link, place, environment, [runner])
                if uses_dll(Path(place) / f"{name}.exe") != shared:
                    sys.exit(f"{name} was linked with {link} and uses the DLL: {not shared}.")


main()
