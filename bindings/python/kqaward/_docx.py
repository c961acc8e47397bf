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
#: Their sizes in the same order.
_SIZES = {
    "zh": (16, 22, 16, 16, 10.5, 14),
    "en": (12, 18, 13, 12, 9.5, 11),
}
_CELL, _HEAD = 10.0, 9.5
_NARROW_CELL, _NARROW_HEAD = 8.5, 7.0
_MANY_COLUMNS = 8
_CELL_PADDING = 2.5
_TEXT_WIDTH = 156 * 72 / 25.4  # of the page, points
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
    for (name, fonts), size in zip(_FONTS.items(), _SIZES[lang]):
        _set_style(document.styles[name], *fonts, size, lang)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
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
        self._new_page = False
        self._last: Paragraph | None = None

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
                _inline(self._add(style="Quote"), child)
        elif kind == "table":
            self._table(node)
        elif kind == "hr":
            self._new_page = True
        elif kind == "html_block":
            self._html(node.content)
        else:
            self._add(_markdown.plain_text(node))

    def _add(self, text: str = "", style: str | None = None) -> Paragraph:
        paragraph = self._document.add_paragraph(text, style)
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        self._last = paragraph
        return paragraph

    def _heading(self, node: SyntaxTreeNode) -> None:
        level = int(node.tag[1])
        style = "Title" if level == 1 else f"Heading {min(level, 3)}"
        paragraph = self._add(style=style)
        _inline(paragraph, node)
        if level > 1:
            self._indent_first(paragraph)
        else:
            _fit_title(paragraph)
        self._after_title = level == 1

    def _paragraph(self, node: SyntaxTreeNode, mark: str) -> None:
        paragraph = self._add(mark)
        if self._align != _LEFT:
            paragraph.alignment = self._align
            paragraph.paragraph_format.right_indent = Pt(32)
            paragraph.paragraph_format.keep_with_next = True
        elif not (self._after_title and _markdown.plain_text(node).endswith("：")):
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
            self._keep_with_last()
        elif "</div>" in html:
            self._align = _LEFT

    def _keep_with_last(self) -> None:
        """A signature never stands on a page without text."""
        for paragraph in (self._last, self._document.add_paragraph()):
            if paragraph is not None:
                paragraph.paragraph_format.keep_with_next = True

    def _table(self, node: SyntaxTreeNode) -> None:
        lines = [line for part in node.children for line in part.children]
        table = self._document.add_table(len(lines), len(lines[0].children), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        narrow = len(table.columns) > _MANY_COLUMNS
        sizes = (_NARROW_HEAD, _NARROW_CELL) if narrow else (_HEAD, _CELL)
        widths = _widths(lines, *sizes)
        _set_columns(table, widths)
        for place, (row, line) in enumerate(zip(table.rows, lines)):
            _mark_row(row._tr, heading=place == 0)
            for cell, content, width in zip(row.cells, line.children, widths):
                cell.width = Pt(width)
                _fill(cell, content, sizes[min(place, 1)], heading=place == 0)
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
    """Without the characters that XML cannot hold."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text).translate(
        {0xFFFE: " ", 0xFFFF: " "}
    )


def _fill(cell: _Cell, node: SyntaxTreeNode, size: float, heading: bool) -> None:
    paragraph = cell.paragraphs[0]
    style = str(node.attrs.get("style", ""))
    paragraph.alignment = _CENTER if heading else _ALIGN.get(style.rpartition(":")[2], _LEFT)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.space_after = Pt(0)
    _inline(paragraph, node, bold=heading)
    for run in paragraph.runs:
        run.font.size = Pt(size)
    mark: Any = OxmlElement("w:rPr")  # gives an empty cell its height
    for name in ("w:sz", "w:szCs"):
        points: Any = OxmlElement(name)
        points.set(qn("w:val"), str(int(size * 2)))
        mark.append(points)
    paragraph._p.get_or_add_pPr().append(mark)


def _mark_row(row: Any, heading: bool) -> None:
    """No row breaks over a page; the heading repeats on every page."""
    for name in ("w:cantSplit", "w:tblHeader")[: 2 if heading else 1]:
        row.get_or_add_trPr().append(OxmlElement(name))


def _widths(lines: list[SyntaxTreeNode], head: float, body: float) -> list[float]:
    """Columns as wide as their longest text wants; the widest takes what is left, or breaks."""
    texts = [[_markdown.plain_text(cell) for cell in line.children] for line in lines]
    widths = [
        max([_unbreakable(heading) * head * 0.54, *(_width(text) * body * 0.5 for text in column)])
        + 2 * _CELL_PADDING + 2.5
        for heading, *column in zip(*texts)
    ]
    widest = widths.index(max(widths))
    widths[widest] = max(widths[widest] + _TEXT_WIDTH - sum(widths), 40)
    return widths


def _set_columns(table: Table, widths: list[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths):
        column.width = Pt(width)
    _set_padding(table)


def _set_padding(table: Table) -> None:
    margins: Any = OxmlElement("w:tblCellMar")
    for side, points in (("top", 1.5), ("left", _CELL_PADDING), ("bottom", 1.5),
                         ("right", _CELL_PADDING)):
        margin: Any = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(int(points * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)


def _unbreakable(heading: str) -> int:
    """The least width at which a heading breaks only between words, or every three characters."""
    return max((min(_width(word), 8) if _width(word) > len(word) else len(word)
                for word in heading.split()), default=1)


def _fit_title(paragraph: Paragraph) -> None:
    """Sets a title that is a little too wide for one line a little smaller."""
    size: Any = paragraph.style.font.size if paragraph.style else None
    if not size:
        return
    fits = _TEXT_WIDTH / max(_width(paragraph.text) / 2, 1)
    if 0.85 * size.pt < fits <= 1.05 * size.pt:
        for run in paragraph.runs:
            run.font.size = Pt(int(fits * 2) / 2 - 0.5)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
