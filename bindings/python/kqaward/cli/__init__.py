"""The command ``kqaward``.

Exit status 0: fine; 1: a "no" where it was asked for; 2: bad input, with one sentence on standard
error and nothing on standard output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

FINE = 0
NO = 1
BAD_INPUT = 2
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and answers its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang = _language(words)
    try:
        from ._app import run

        return run(words, lang)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click makes the latter of the former
        _forget_output()
        return FINE
    except Exception as error:
        if os.environ.get("KQAWARD_TRACEBACK"):
            raise
        from ._faults import sentence

        return _complain(sentence(error, lang))


def _language(words: Sequence[str]) -> str:
    """The language of complaints, wherever ``--lang`` stands; Chinese unless told otherwise."""
    for place, word in enumerate(words):
        if word == "--lang=en" or (word == "--lang" and words[place + 1 : place + 2] == ["en"]):
            return "en"
    return "zh"


def _complain(text: str) -> int:
    try:
        print(text.replace("\n", " "), file=sys.stderr)
    except (OSError, ValueError):
        pass
    return BAD_INPUT


def _forget_output() -> None:
    """Keeps the interpreter from complaining at its end that nobody reads standard output."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        pass
