"""A document's Markdown as DOCX, laid out as Chinese offices lay out their documents."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it.tree import SyntaxTreeNode

from . import _markdown
from ._panels import refuse

#: Latin and East Asian font of each style. Word and WPS on Windows and macOS have all of them;
#: elsewhere the program takes its nearest.
_FONTS = {
    "Normal": ("Times New Roman", "仿宋"),
    "Title": ("Times New Roman", "宋体"),
    "Heading 2": ("Arial", "黑体"),
    "Heading 3": ("Times New Roman", "楷体"),
    "Quote": ("Times New Roman", "仿宋"),
    "Footer": ("Times New Roman", "宋体"),
}
_SIZES = {
    "zh": {"Normal": 16, "Title": 22, "Heading 2": 16, "Heading 3": 16, "Quote": 10.5, "Footer": 14},
    "en": {"Normal": 12, "Title": 18, "Heading 2": 13, "Heading 3": 12, "Quote": 9.5, "Footer": 11},
}
_CELL = Pt(10)
_TEXT_WIDTH = 156  # of the page, mm
_RIGHT = re.compile(r'<div\s+align="?right"?\s*>', re.IGNORECASE)
_LEFT, _CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
_ALIGN = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": _CENTER, "left": _LEFT}


def to_docx(markdown: str, title: str, lang: str, base: Path | None) -> bytes:
    """The document as the bytes of a DOCX file; ``base`` is a DOCX with styles of one's own."""
    document = _opened(base) if base else _styled(lang)
    _Writer(document, lang).blocks(_markdown.to_tree(markdown).children)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    properties.language = "zh-CN" if lang == "zh" else "en"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _opened(base: Path) -> Document:
    try:
        return docx.Document(str(base))
    except Exception as error:  # whatever is in the user's file
        refuse(f"{base.name} is not a DOCX file: {error}", f"{base.name}不是DOCX文件：{error}",
               "template", base.name)


# Styles


def _styled(lang: str) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name, fonts in _FONTS.items():
        _set_style(document.styles[name], *fonts, _SIZES[lang][name], lang)
    _set_spacing(document, lang)
    _number_pages(section.footer.paragraphs[0])
    return document


def _set_style(style: Any, latin: str, east_asian: str, size: float, lang: str) -> None:
    style.font.name, style.font.size = latin, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.italic = False
    style.font.bold = style.name == "Title" or (lang == "en" and style.name.startswith("Heading"))
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:hAnsi"), latin)
    fonts.set(qn("w:eastAsia"), east_asian)


def _set_spacing(document: Document, lang: str) -> None:
    styles: Any = document.styles
    normal = styles["Normal"].paragraph_format
    normal.line_spacing = Pt(28) if lang == "zh" else 1.25
    normal.space_after = Pt(0 if lang == "zh" else 6)
    title = styles["Title"].paragraph_format
    title.alignment, title.line_spacing, title.space_after = _CENTER, 1.2, Pt(22)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        styles["Title"].element.pPr.remove(border)
    for name in ("Heading 2", "Heading 3"):
        styles[name].paragraph_format.space_before = Pt(8)
        styles[name].paragraph_format.space_after = Pt(3)
    quote = styles["Quote"].paragraph_format
    quote.line_spacing, quote.space_before, quote.space_after = 1.25, Pt(4), Pt(8)


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = _CENTER
    paragraph.add_run("— ")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        paragraph.add_run()._r.append(element)
    paragraph.add_run(" —")


# Content


class _Writer:
    def __init__(self, document: Document, lang: str) -> None:
        self._document = document
        self._indent = lang == "zh"
        self._align = _LEFT
        self._after_title = False

    def blocks(self, nodes: Iterable[SyntaxTreeNode], mark: str = "") -> None:
        for node in nodes:
            self._block(node, mark)
            mark = ""

    def _block(self, node: SyntaxTreeNode, mark: str) -> None:
        kind = node.type
        if kind == "heading":
            self._heading(node)
        elif kind == "paragraph":
            self._paragraph(node, mark)
        elif kind in ("bullet_list", "ordered_list"):
            self._list(node)
        elif kind == "blockquote":
            for child in node.children:
                _inline(self._document.add_paragraph(style="Quote"), child)
        elif kind == "table":
            self._table(node)
        elif kind == "hr":
            self._document.add_page_break()
        elif kind == "html_block":
            self._html(node.content)
        else:
            self._document.add_paragraph(_markdown.plain_text(node))

    def _heading(self, node: SyntaxTreeNode) -> None:
        level = int(node.tag[1])
        style = "Title" if level == 1 else f"Heading {min(level, 3)}"
        paragraph = self._document.add_paragraph(style=style)
        if level > 1:
            self._indent_first(paragraph)
        _inline(paragraph, node)
        self._after_title = level == 1

    def _paragraph(self, node: SyntaxTreeNode, mark: str) -> None:
        paragraph = self._document.add_paragraph(mark)
        if self._align != _LEFT:
            paragraph.alignment = self._align
            paragraph.paragraph_format.right_indent = Pt(32)
            paragraph.paragraph_format.keep_together = True
        elif not self._after_title:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            self._indent_first(paragraph)
        self._after_title = False
        _inline(paragraph, node)

    def _indent_first(self, paragraph: Paragraph) -> None:
        """Two characters; in characters, so that it follows the font's size."""
        if self._indent:
            indent: Any = paragraph._p.get_or_add_pPr().get_or_add_ind()
            indent.set(qn("w:firstLineChars"), "200")
            indent.set(qn("w:firstLine"), "640")

    def _list(self, node: SyntaxTreeNode) -> None:
        number = int(node.attrs.get("start") or 1)
        for item in node.children:
            mark = f"{number}. " if node.type == "ordered_list" else "" if self._indent else "– "
            self.blocks(item.children, mark)
            number += 1

    def _html(self, html: str) -> None:
        if _RIGHT.search(html):
            self._align = WD_ALIGN_PARAGRAPH.RIGHT
            self._document.add_paragraph().paragraph_format.keep_with_next = True
        elif "</div>" in html:
            self._align = _LEFT

    def _table(self, node: SyntaxTreeNode) -> None:
        lines = [line for part in node.children for line in part.children]
        table = self._document.add_table(len(lines), len(lines[0].children), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _set_widths(table, lines)
        for place, (row, line) in enumerate(zip(table.rows, lines)):
            _mark_row(row._tr, heading=place == 0)
            for cell, content in zip(row.cells, line.children):
                _fill(cell, content, heading=place == 0)
        self._document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def _inline(paragraph: Paragraph, node: SyntaxTreeNode, bold: bool = False,
            italic: bool = False) -> None:
    for child in node.children:
        if child.type == "hardbreak":
            paragraph.add_run().add_break()
        elif child.children:
            _inline(paragraph, child, bold or child.type == "strong", italic or child.type == "em")
        else:
            run: Run = paragraph.add_run(_printable(_markdown.plain_text(child)))
            run.bold, run.italic = bold or None, italic or None


def _printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cs") or c in "￾￿" else c for c in text)


def _fill(cell: _Cell, node: SyntaxTreeNode, heading: bool) -> None:
    paragraph = cell.paragraphs[0]
    style = str(node.attrs.get("style", ""))
    paragraph.alignment = _CENTER if heading else _ALIGN.get(style.rpartition(":")[2], _LEFT)
    paragraph.paragraph_format.line_spacing = 1.15
    paragraph.paragraph_format.space_after = Pt(0)
    _inline(paragraph, node, bold=heading)
    for run in paragraph.runs:
        run.font.size = _CELL


def _mark_row(row: Any, heading: bool) -> None:
    """No row breaks over a page; the heading repeats on every page."""
    for name in ("w:cantSplit", "w:tblHeader")[: 2 if heading else 1]:
        row.get_or_add_trPr().append(OxmlElement(name))


def _set_widths(table: Table, lines: list[SyntaxTreeNode]) -> None:
    """Columns as wide as their longest text wants, within bounds that keep numbers on one line."""
    wanted = [
        min(max(_width(cell) for cell in column), 26) + 2
        for column in zip(*([_markdown.plain_text(c) for c in line.children] for line in lines))
    ]
    table.autofit = False
    for column, part in zip(table.columns, wanted):
        width = Mm(_TEXT_WIDTH * part / sum(wanted))
        column.width = width
        for cell in column.cells:
            cell.width = width


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
