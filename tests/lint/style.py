"""No float, no heap, no files, no clock in the library; files and functions that fit the eye."""
import re

from source import HEADERS, LIBRARY, ROOT, code_of, finish

BANNED = re.compile(
    r"\b(float|double|FILE|time_t|errno|__int128|goto)\b"
    r"|\b(\w*alloca?|free|\w*printf|\w*scanf|fopen|time|clock|setlocale|str\w+)\s*\("
)
HOSTED = re.compile(r"^\s*#\s*include\s+<(?!stdint\.h>|stddef\.h>|stdbool\.h>|limits\.h>)(\S+)>", re.M)
FILE_LINES = 400
FUNCTION_LINES = 45
COLUMNS = 100
SIGNATURE = re.compile(r"^[A-Za-z_][^;{}=#]*\)\s*\{", re.M)


def functions_in(code):
    """Yields (name, first line, length in lines) of each function definition."""
    for found in SIGNATURE.finditer(code):
        depth, end = 1, found.end()
        while depth and end < len(code):
            depth += {"{": 1, "}": -1}.get(code[end], 0)
            end += 1
        first = code.count("\n", 0, found.start()) + 1
        yield re.search(r"(\w+)\s*\(", found[0])[1], first, code.count("\n", found.start(), end) + 1


def faults_of(path):
    name, code = path.relative_to(ROOT), code_of(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    for found in BANNED.finditer(code):
        line = code.count("\n", 0, found.start()) + 1
        yield f"{name}:{line} uses {found[1] or found[2]}, which the library does without."
    for found in HOSTED.finditer(code):
        yield f"{name} includes <{found[1]}>; the library is freestanding."
    if path.suffix == ".def":
        return
    if path.suffix == ".c" and len(lines) > FILE_LINES:
        yield f"{name} has {len(lines)} lines, more than {FILE_LINES}."
    for function, first, length in functions_in(code):
        if length > FUNCTION_LINES:
            yield f"{name}:{first} {function}() has {length} lines, more than {FUNCTION_LINES}."
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS and path.parent.name == "lib":
            yield f"{name}:{number} has {len(line)} columns, more than {COLUMNS}."


def main():
    faults, functions = [], 0
    for path in [*LIBRARY, *HEADERS]:
        faults += faults_of(path)
        functions += len(list(functions_in(code_of(path))))
    if not functions:
        faults.append("No function was found in lib/; the check looked at nothing.")
    finish(faults)


main()
