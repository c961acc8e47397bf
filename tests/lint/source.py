"""What the lint checks share: the tree, C text without its comments, and how a check ends."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADERS = sorted((ROOT / "include" / "kqaward").glob("*.h"))
LIBRARY = sorted(p for p in (ROOT / "lib").iterdir() if p.suffix in (".c", ".h", ".def"))

# DESIGN: each room may use only those before it.
ROOMS = (
    "status date calendar ratio edition provision finding eligibility panel criteria score ballot "
    "allocation prize sanction procedure round batch"
).split()

_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def _blank(match):
    """Keeps the line breaks, so that line numbers stay right."""
    text = match[0]
    return "".join(c if c == "\n" else " " for c in text) if text[0] == "/" else text[0] * 2


def code_of(path):
    """The text of a C file with comments and the content of literals blanked."""
    return _TOKEN.sub(_blank, path.read_text(encoding="utf-8"))


def without_comments(path):
    """The text of a C file with comments blanked and literals kept."""
    text = path.read_text(encoding="utf-8")
    return _TOKEN.sub(lambda m: _blank(m) if m[0][0] == "/" else m[0], text)


def public_functions():
    """Names of the functions that the public headers declare."""
    names = set()
    for header in [*HEADERS, ROOT / "include" / "kqaward" / "version.h.in"]:
        for declaration in re.findall(r"^KQA_API\b([^;]*);", code_of(header), re.M):
            names.add(re.search(r"(\w+)\s*\(", declaration)[1])
    return names


def output_of(*command):
    return subprocess.run(
        [str(c) for c in command], check=True, capture_output=True, text=True
    ).stdout


def finish(faults, figure=None):
    """Prints the figure and each fault as a sentence; the exit status says whether there is one."""
    if figure:
        print(f"figure: {figure}")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)
