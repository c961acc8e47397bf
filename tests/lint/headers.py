"""Every public header compiles alone and twice, as C11 and as C++11, without a warning.

usage: headers.py BUILD_INCLUDE C_COMPILER... -- C++_COMPILER...
"""
import subprocess
import sys
from pathlib import Path

from source import HEADERS, ROOT, finish

WARNINGS = ["-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow",
            "-Wundef", "-Werror", "-fsyntax-only"]


def main():
    include, *compilers = sys.argv[1:]
    border = compilers.index("--")
    languages = [(compilers[:border], "c", "c11"), (compilers[border + 1:], "c++", "c++11")]
    faults = []
    for header in [*HEADERS, Path(include) / "kqaward" / "version.h"]:
        # A header of macros alone declares nothing, which C does not allow a program to do.
        text = f'#include "kqaward/{header.name}"\n' * 2 + "extern int something;\n"
        for compiler, language, standard in languages:
            run = subprocess.run(
                [*compiler, "-x", language, f"-std={standard}", *WARNINGS, "-I", ROOT / "include",
                 "-I", include, "-"],
                input=text, capture_output=True, text=True,
            )
            if run.returncode != 0:
                faults.append(f"{header.name} does not compile alone as {standard}:\n{run.stderr}")
    finish(faults)


main()
