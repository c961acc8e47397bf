"""What people type and which files they name, turned into the package's values."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from .. import Calendar, Edition, Round
from .. import edition as editions
from ..enums import Award
from ..register import parameters, readings
from ..rounds import MAX_BYTES
from ._text import Problem

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def pairs(items: Iterable[str], option: str) -> dict[str, str]:
    """``K=V`` options as a mapping; a name given twice is refused."""
    result: dict[str, str] = {}
    for item in items:
        name, equals, value = item.partition("=")
        if not equals or not name:
            raise Problem("bad.pair", option=option, given=item)
        if name in result:
            raise Problem("bad.twice", option=option, name=name)
        result[name] = value
    return result


def amendments(items: Iterable[str]) -> dict[str, int | str]:
    """Parameters to change; whole numbers as int."""
    known = {row.name for row in parameters()}
    changes: dict[str, int | str] = {}
    for name, value in pairs(items, "--amend").items():
        if name not in known:
            raise Problem("bad.parameter", name=name)
        changes[name] = int(value) if _INTEGER.fullmatch(value) else value
    return changes


def chosen_readings(items: Iterable[str]) -> dict[str, str]:
    """Readings to change."""
    known = {row.name: row.values for row in readings()}
    changes = pairs(items, "--reading")
    for name, value in changes.items():
        if name not in known:
            raise Problem("bad.reading", name=name)
        if value not in known[name]:
            words = ", ".join(known[name])
            raise Problem("bad.reading_value", name=name, given=value, words=words)
    return changes


def named_edition(reference: str) -> Edition:
    """A built-in edition by its id, or that of a file by its path."""
    if reference in editions.ids():
        return editions(reference)
    if not os.path.exists(reference):
        raise Problem("bad.edition", given=reference, words=", ".join(editions.ids()))
    return Edition.from_file(reference)


def chosen_edition(reference: str, amend: Iterable[str], reading: Iterable[str]) -> Edition:
    """An edition by its id or file, with changes."""
    edition = named_edition(reference)
    return edition.replace(**amendments(amend)).with_readings(chosen_readings(reading))


def date(text: str, what: str) -> dt.date:
    """A day written ``2026-06-30``."""
    try:
        if _DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise Problem("bad.date", what=what, given=text)


def whole(text: str, what: str) -> int:
    """A whole number."""
    if not _INTEGER.fullmatch(text):
        raise Problem("bad.integer", what=what, given=text)
    return int(text)


def one_of(option: str, word: str, words: Iterable[object]) -> None:
    """Refuses a word that is none of those there are."""
    known = [str(one) for one in words]
    if word not in known:
        raise Problem("bad.word", option=option, given=word, words=", ".join(known))


def dated(items: Iterable[str], option: str, kinds: Iterable[object]) -> list[tuple[str, dt.date]]:
    """``KIND:DATE`` options, such as ``fraud:2021-05-10``."""
    words = list(kinds)
    result = []
    for item in items:
        kind, colon, day = item.partition(":")
        if not colon:
            raise Problem("bad.dated", option=option, given=item)
        one_of(option, kind, words)
        result.append((kind, date(day, f"{option} {item}")))
    return result


def past_awards(items: Iterable[str]) -> list[tuple[str, int, int, bool]]:
    """``AWARD:YEAR:PAID`` options with an optional ``:revoked``."""
    result = []
    for item in items:
        parts = item.split(":")
        if len(parts) not in (3, 4) or parts[3:] not in ([], ["revoked"]):
            raise Problem("bad.history", given=item)
        one_of("--history", parts[0], Award)
        year, paid = (whole(part, f"--history {item}") for part in parts[1:3])
        result.append((parts[0], year, paid, len(parts) == 4))
    return result


def standard_input() -> bytes:
    """Everything on standard input, within the limit of a round file."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Problem("bad.too_large", name="-")
    return data


def read_round(path: str, lang: str) -> Round:
    """A round from a file, or from standard input for ``-``; its form is found by looking."""
    if path != "-":
        return Round.from_file(path)
    name = "standard input" if lang == "en" else "标准输入"
    data = standard_input()
    if data.startswith(b"PK\3\4"):
        return _from_workbook(data)
    return Round.from_json(data, name) if _is_json(data) else Round.from_yaml(data, name)


def _is_json(data: bytes) -> bool:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return not start or start[:1] in b"{["


def _from_workbook(data: bytes) -> Round:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "stdin.xlsx")
        with open(path, "wb") as file:
            file.write(data)
        return Round.from_file(path)


def is_large(path: str) -> bool:
    """Whether reading a file takes long enough to show progress."""
    try:
        return path != "-" and os.path.getsize(path) > 4_000_000
    except (OSError, ValueError):
        return False


def read_text(path: str) -> bytes:
    """A file's bytes, within the limit of a round file."""
    if path == "-":
        return standard_input()
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise Problem("bad.unreadable", name=path) from None
    if len(data) > MAX_BYTES:
        raise Problem("bad.too_large", name=path)
    return data


def read_mapping(path: str) -> dict[str, Any]:
    """A small JSON or YAML file that holds a mapping."""
    data = read_text(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem("bad.encoding", name=path) from None
    document = _parsed(text, path)
    if not isinstance(document, dict):
        raise Problem("bad.mapping", name=path)
    return document


def _parsed(text: str, path: str) -> Any:
    if path.lower().endswith((".yaml", ".yml")):
        from .._yaml import load

        return load(text, path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Problem("bad.syntax", name=path) from None


def read_calendar(path: str | None) -> Calendar | None:
    """Own years of working days: ``{"2027": {"off": [days], "work": [days]}}``."""
    if path is None:
        return None
    years, off, work = [], [], []
    for key, marks in read_mapping(path).items():
        at = f"{path}: {key}"
        years.append(whole(str(key), at))
        if not isinstance(marks, Mapping) or not set(marks) <= {"off", "work"}:
            raise Problem("bad.calendar", at=at)
        off += _days(marks.get("off"), f"{at}.off")
        work += _days(marks.get("work"), f"{at}.work")
    return Calendar(years, off, work)


def _days(items: object, at: str) -> list[dt.date]:
    if items is None:
        return []
    if not isinstance(items, list):
        raise Problem("bad.calendar", at=at)
    return [date(str(item), f"{at}[{place}]") for place, item in enumerate(items)]
