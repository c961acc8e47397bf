"""Writing: standard output as UTF-8 bytes, files, and the bar that shows progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ._page import Page, screen
from ._text import Problem, Say


def put(text: str) -> None:
    """Text to standard output, UTF-8 whatever the locale."""
    data = text.encode("utf-8", "replace")
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        stream.write(data)
        stream.flush()


def put_json(document: Any) -> None:
    """A document as JSON in the form of the round output."""
    put(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def show(write: Callable[[Page], None]) -> None:
    """Writes a report to the screen, or as plain text where standard output is no terminal."""
    page = screen()
    write(page)
    put(page.close())


def save(path: str, text: str) -> None:
    """Writes a text file as UTF-8."""
    with writing(path), open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turns a failure to write a file into one sentence."""
    try:
        yield
    except (OSError, ValueError) as error:
        if getattr(error, "status", None) is not None:
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise Problem("bad.unwritable", name=path, reason=reason) from None


def tell(say: Say, path: str) -> None:
    """Says on a terminal's standard error which file was written."""
    if sys.stderr.isatty():
        print(say("written", path=os.fspath(path)), file=sys.stderr)


@contextmanager
def progress(say: Say, shown: bool) -> Iterator[Callable[[str], None]]:
    """Gives a function that names the step under way; a bar on a terminal, else nothing."""
    if not shown or not sys.stderr.isatty():
        yield lambda key: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=3)
        started = False

        def step(key: str) -> None:
            nonlocal started
            bar.update(task, description=say(key), advance=1 if started else 0)
            started = True

        yield step
