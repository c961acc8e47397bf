"""Markdown as the one source of a document: what values in it need, and its tree."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

_SPECIAL = re.compile(r"([\\`*\[\]<>|#&~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))")
_BREAKS = re.compile(r"[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ADDRESSEE = re.compile(r"(</h1>\n)<p>(?=[^\n]*：</p>)")
_LIST_MARK = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=])")


def escape(value: object) -> str:
    """A value as Markdown that shows it literally, on one line."""
    if isinstance(value, Markup):
        return str(value)
    line = _BREAKS.sub(" ", str(value))
    return _LIST_MARK.sub(r"\1\\", _SPECIAL.sub(r"\\\1", line))


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def to_html(markdown: str) -> str:
    """The body of a page; the line that says to whom it goes is of class ``to``."""
    return _ADDRESSEE.sub(r'\1<p class="to">', _parser().render(markdown))


def to_tree(markdown: str) -> SyntaxTreeNode:
    """The tree of a document."""
    return SyntaxTreeNode(_parser().parse(markdown))


def plain_text(node: SyntaxTreeNode) -> str:
    """The text of a node without its marks."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return node.content if not node.children else "".join(map(plain_text, node.children))
