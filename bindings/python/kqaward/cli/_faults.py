"""One sentence for whatever went wrong."""

from __future__ import annotations

import re

import click

from .._errors import KqaError
from ._page import clean
from ._text import Problem, Say

_NO_COMMAND = re.compile(r"No such command ['\"]?([^'\"]*)")
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def sentence(error: Exception, lang: str) -> str:
    """What to tell a person about a failure."""
    text = clean(_sentence(error, lang).replace("\n", " ")).rstrip("。. ")
    return Say(lang)("sentence", text=text)


def _sentence(error: Exception, lang: str) -> str:
    say = Say(lang)
    if isinstance(error, (KqaError, Problem)):
        return error.text(lang)
    if isinstance(error, click.ClickException):
        return _usage(error, say)
    if isinstance(error, OSError):
        return say("bad.system", reason=error.strerror or str(error))
    if isinstance(error, (MemoryError, RecursionError)):
        return say("bad.memory")
    if isinstance(error, ImportError):
        return say("bad.import", name=error.name or str(error))
    return say("bad.internal", name=type(error).__name__, reason=str(error))


def _usage(error: click.ClickException, say: Say) -> str:
    message = error.format_message().strip()
    if isinstance(error, click.NoSuchOption):
        return say("bad.no_option", name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say("bad.required", option=_shown(error.param))
    if isinstance(error, click.BadOptionUsage):
        return say("bad.option", option=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        words = getattr(error.param.type, "choices", ())
        return say("bad.choice", option=_shown(error.param), words=", ".join(map(str, words)))
    for pattern, key in ((_NO_COMMAND, "bad.no_command"), (_EXTRA, "bad.extra")):
        found = pattern.match(message)
        if found:
            return say(key, name=found[1])
    return say("bad.usage", reason=message.rstrip("."))


def _shown(parameter: click.Parameter) -> str:
    is_option = isinstance(parameter, click.Option)
    return parameter.opts[0] if is_option else str(parameter.metavar or parameter.name)
