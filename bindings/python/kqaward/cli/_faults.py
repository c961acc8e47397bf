"""One sentence for whatever went wrong."""

from __future__ import annotations

import re
from typing import Any

from .._errors import KqaError
from ._page import clean
from ._text import Problem, Say

_NO_SUCH = re.compile(r"No such (option|command)[: ]+['\"]?([^'\"?]*?)['\"]?\.?(?: Did you mean .*)?$")


def sentence(error: Exception, lang: str) -> str:
    """What to tell a person about a failure."""
    return clean(_sentence(error, lang).replace("\n", " "))


def _sentence(error: Exception, lang: str) -> str:
    say = Say(lang)
    if isinstance(error, (KqaError, Problem)):
        return error.text(lang)
    if hasattr(error, "format_message"):
        return _usage(error, say)
    if isinstance(error, OSError):
        return say("bad.system", reason=error.strerror or str(error))
    if isinstance(error, (MemoryError, RecursionError)):
        return say("bad.memory")
    if isinstance(error, ImportError):
        return say("bad.import", name=error.name or str(error))
    return say("bad.internal", name=type(error).__name__, reason=str(error))


def _usage(error: Any, say: Say) -> str:
    message = str(error.format_message()).strip()
    found = _NO_SUCH.match(message)
    if found:
        return say(f"bad.no_{found[1]}", name=found[2])
    return say("bad.usage", reason=message.rstrip("."))
