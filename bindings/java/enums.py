"""Runs SWIG for the enums, then lays its comments out as Javadoc: a tag on a line of its own,
running text without forced line breaks.

usage: enums.py OUTDIR CLASS,CLASS... COMMAND...
"""
import re
import subprocess
import sys
from pathlib import Path

TAG = re.compile(r"^( *\*) *(.*?) *@(since \S+)(?:<br>)? *(.*)$", re.MULTILINE)
# The comment of a number that is left out comes down to the class that follows it.
STRAY = re.compile(r"/\*\*\n(?:(?! \*/).*\n)*? \* @since .*\n(?= \* \S)")


def laid_out(text):
    text = TAG.sub(
        lambda m: f"{m[1]} {' '.join(filter(None, (m[2], m[4])))}\n{m[1]}\n{m[1]} @{m[3]}", text
    )
    text = STRAY.sub("/**\n", text.replace("<br>\n", "\n"))
    return re.sub(r"^( *\*) +(.*?) *$", r"\1 \2", text, flags=re.MULTILINE)


def main():
    folder, classes, *command = sys.argv[1:]
    subprocess.run(command, check=True)
    for name in classes.split(","):
        file = Path(folder) / f"{name}.java"
        file.write_text(laid_out(file.read_text(encoding="utf-8")), encoding="utf-8")


main()
