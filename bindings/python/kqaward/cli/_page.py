"""Where a report is written to: plain text, a terminal, or an HTML file.

Piped text is plain, as wide as the data and never wrapped; a terminal gets colours from rich.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Sequence
from typing import Literal, Protocol

#: Above so many rows a terminal gets a plain table, too.
MOST_RICH_ROWS = 1000
WIDEST_TITLE = 100
#: What may not begin a line.
_CLOSING = "，。；：、！？）”》」…—%,.;:!?)"
_WIDE = (
    "\u1100-\u115f\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7a3"
    "\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
)
_OPENING = "（“《「("
#: What stays together: a Chinese character or a word, with the punctuation around it.
_PIECES = re.compile(
    f"[{_OPENING}]*(?:[{_WIDE}]|[^\\s{_WIDE}]+|\\s)[{re.escape(_CLOSING)}]*\\s*"
)

Row = Sequence[str]


class Page(Protocol):
    """What reports are written on."""

    def title(self, text: str) -> None:
        """The heading of the whole."""

    def section(self, text: str) -> None:
        """The heading of a part."""

    def line(self, text: str = "", indent: int = 1, style: str = "") -> None:
        """One line, indented in steps of two columns."""

    def table(
        self,
        rows: Sequence[Row],
        head: Row | None = None,
        right: Sequence[int] = (),
        styles: Sequence[str] = (),
    ) -> None:
        """A table; ``right`` names the columns of numbers, ``styles`` has one word for each row."""

    def close(self) -> str:
        """What is to be written out."""


def width(text: str) -> int:
    """How many columns a text takes; Chinese characters take two."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """A text of the data without control characters, which could command a terminal."""
    if text.isprintable():
        return text
    return "".join("?" if unicodedata.category(c) == "Cc" else c for c in text)


def wrapped(text: str, room: int) -> list[str]:
    """A text in lines of so many columns at most: broken at blanks and between Chinese characters,
    never before closing punctuation. Only a word longer than a line is broken inside."""
    lines, line, taken = [], "", 0
    for piece in _PIECES.findall(text):
        size = width(piece)
        if line and taken + width(piece.rstrip(" ")) > room:
            lines.append(line.rstrip(" "))
            line, taken, piece = "", 0, piece.lstrip(" ")
            size = width(piece)
        while size > room:
            cut = next(i for i in range(len(piece), 0, -1) if width(piece[:i]) <= room)
            lines.append(piece[:cut])
            piece = piece[cut:]
            size = width(piece)
        line, taken = line + piece, taken + size
    return [*lines, line.rstrip(" ")]


class PlainPage:
    """Aligned text without colours."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def title(self, text: str) -> None:
        """See Page."""
        self._lines += [clean(text), "=" * width(text), ""]

    def section(self, text: str) -> None:
        """See Page."""
        self._lines += ["", clean(text)]

    def line(self, text: str = "", indent: int = 1, style: str = "") -> None:
        """See Page."""
        self._lines.append("  " * indent + clean(text) if text else "")

    def table(
        self,
        rows: Sequence[Row],
        head: Row | None = None,
        right: Sequence[int] = (),
        styles: Sequence[str] = (),
    ) -> None:
        """See Page."""
        every = [[clean(cell) for cell in row] for row in ([head, *rows] if head else rows)]
        widths = [max(map(width, column)) for column in zip(*every)]
        self._lines += (_aligned(row, widths, right) for row in every)

    def close(self) -> str:
        """See Page."""
        return "".join(f"{line}\n" for line in self._lines)


def _aligned(row: Row, widths: Sequence[int], right: Sequence[int]) -> str:
    cells = []
    for place, cell in enumerate(row):
        blanks = " " * (widths[place] - width(cell))
        cells.append(blanks + cell if place in right and cell else cell + blanks)
    return ("  " + "  ".join(cells)).rstrip(" ")


class RichPage:
    """A terminal: colours and rules by rich, long lines wrapped under their indent."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(
            file=sys.stdout, markup=False, highlight=False, emoji=False, record=False
        )

    def title(self, text: str) -> None:
        """See Page."""
        from rich.panel import Panel
        from rich.text import Text

        words = Text(clean(text), style="bold", justify="center")
        self._console.print(Panel(words, width=min(self._console.width, WIDEST_TITLE)))

    def section(self, text: str) -> None:
        """See Page."""
        from rich.text import Text

        self._console.print()
        self._console.print(Text(clean(text), style="bold cyan"))

    def line(self, text: str = "", indent: int = 1, style: str = "") -> None:
        """See Page."""
        from rich.text import Text

        room = max(self._console.width - 2 * indent - 2, 20)
        for place, part in enumerate(wrapped(clean(text), room)):
            blanks = " " * (2 * indent + (2 if place else 0))
            self._console.print(Text(blanks + part, style=style), soft_wrap=True)

    def table(
        self,
        rows: Sequence[Row],
        head: Row | None = None,
        right: Sequence[int] = (),
        styles: Sequence[str] = (),
    ) -> None:
        """See Page."""
        if len(rows) > MOST_RICH_ROWS:
            plain = PlainPage()
            plain.table(rows, head, right)
            self._console.out(plain.close(), end="")
            return
        self._console.print(_rich_table(rows, head, right, styles))

    def close(self) -> str:
        """See Page."""
        return ""


def _rich_table(
    rows: Sequence[Row], head: Row | None, right: Sequence[int], styles: Sequence[str]
) -> object:
    from rich import box
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD if head else None, show_header=head is not None)
    for place, name in enumerate(head or rows[0]):
        justify: Literal["left", "right"] = "right" if place in right else "left"
        table.add_column(
            name, justify=justify, overflow="fold", no_wrap=place in right, header_style="bold"
        )
    for place, row in enumerate(rows):
        style = styles[place] if place < len(styles) else ""
        table.add_row(*(Text(clean(cell)) for cell in row), style=style)
    return table if head else Padding(table, (0, 0, 0, 1))


_STYLE_SHEET = """
body { font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  color: #222; max-width: 68em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; text-align: center; border-bottom: 3px double #b00; padding-bottom: .4em; }
h2 { font-size: 1.15em; margin: 1.6em 0 .4em; }
p { margin: .2em 0; }
table { border-collapse: collapse; margin: .6em 0; }
th, td { border: 1px solid #ccc; padding: .2em .7em; text-align: left; }
th { background: #f4efe6; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.good td { background: #f0f8ee; }
.bad td { background: #fdf1ee; }
.wide { overflow-x: auto; }
td { min-width: 4em; }
@media (max-width: 48em) { th, td { padding: .2em .5em; } }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } tr { break-inside: avoid; } }
""".strip()


#: How an HTML page marks the rows that a terminal colours.
_CLASSES = {"green": ' class="good"', "bold green": ' class="good"', "red": ' class="bad"'}


class HtmlPage:
    """One self-contained HTML file."""

    def __init__(self, lang: str) -> None:
        self._lang = "zh-CN" if lang == "zh" else "en"
        self._title = ""
        self._parts: list[str] = []

    def title(self, text: str) -> None:
        """See Page."""
        self._title = escape(text)
        self._parts.append(f"<h1>{self._title}</h1>")

    def section(self, text: str) -> None:
        """See Page."""
        self._parts.append(f"<h2>{escape(text)}</h2>")

    def line(self, text: str = "", indent: int = 1, style: str = "") -> None:
        """See Page."""
        if text:
            margin = f' style="margin-left:{2 * (indent - 1)}em"' if indent > 1 else ""
            self._parts.append(f"<p{margin}>{escape(text)}</p>")

    def table(
        self,
        rows: Sequence[Row],
        head: Row | None = None,
        right: Sequence[int] = (),
        styles: Sequence[str] = (),
    ) -> None:
        """See Page."""
        lines = [_html_row(head, "th", right, "")] if head else []
        for place, row in enumerate(rows):
            style = styles[place] if place < len(styles) else ""
            lines.append(_html_row(row, "td", right, _CLASSES.get(style, "")))
        table = "\n".join(lines)
        self._parts.append(f'<div class="wide"><table>\n{table}\n</table></div>')

    def close(self) -> str:
        """See Page."""
        body = "\n".join(self._parts)
        return (
            f'<!DOCTYPE html>\n<html lang="{self._lang}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
            f"<title>{self._title}</title>\n<style>\n{_STYLE_SHEET}\n</style>\n</head>\n"
            f"<body>\n{body}\n</body>\n</html>\n"
        )


def escape(text: str) -> str:
    """A text as it must stand in HTML, without control characters."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _html_row(row: Row, tag: str, right: Sequence[int], row_class: str) -> str:
    cells = (_html_cell(cell, tag, place in right) for place, cell in enumerate(row))
    return f"<tr{row_class}>{''.join(cells)}</tr>"


def _html_cell(text: str, tag: str, is_number: bool) -> str:
    number = ' class="number"' if is_number else ""
    return f"<{tag}{number}>{escape(text)}</{tag}>"


def screen() -> Page:
    """A page on standard output: rich on a terminal, plain text else."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        return RichPage()
    return PlainPage()
