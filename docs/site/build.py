"""Builds the documentation: pages in Chinese and English, the reference of the C interface beside them.

usage: build.py REFERENCE FOLDER    REFERENCE: Doxygen's output with html/ and kqaward.tag

A page is docs/NAME.md with docs/NAME.zh-CN.md; one without the other is a fault. FOLDER becomes the
site: index.html, zh/, en/ and c/.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import kqaward as kq
from diagrams import DIAGRAMS
from generate import ROOT, PAGES, Page, links_of

HERE = Path(__file__).resolve().parent
DOCS = ROOT / "docs"
LANGUAGES = {"en": "", "zh": ".zh-CN"}
# A link to a file of the tree, which the site does not hold.
TO_THE_TREE = re.compile(r"\[([^\]]+)\]\(\.\./[^)]+\)")
# A break between two lines of a Chinese paragraph, which would show as a blank.
CHINESE_BREAK = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])\n *(?=(?!```)[A-Za-z`\u4e00-\u9fff（“《])"
    r"|(?<=[A-Za-z0-9`)])\n *(?=[\u4e00-\u9fff（“《])"
)
FENCED = re.compile(r"(```.*?^```$)", re.S | re.M)
# A diagram, drawn from its source in the dot language.
DIAGRAM = re.compile(r"^```\{graphviz\} (\w+)\.dot\n:alt: (.*)\n```$", re.M)
# Between the numbers of a range, and between a number and its unit, no line breaks.
NO_BREAK = re.compile(r"(?<=\d)–(?=\d)|(?<=≈) (?=\d)|(?<=\d) (?=(?:s|秒)\))")
# What the theme and Doxygen leave out for those who hear a page or go through it by keyboard.
THEME = {
    'role="heading"': 'role="heading" aria-level="2"',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    "<pre>": '<pre tabindex="0">',
}
DOXYGEN = {
    "<html xmlns=": '<html lang="en" xmlns=',
    'id="MSearchField"': 'id="MSearchField" aria-label="Search"',
    '<div class="fragment">': '<div tabindex="0" class="fragment">',
}
# What the theme says in English alone.
SWITCHES = {
    'aria-label="All pages"': 'aria-label="全部页面"',
    'aria-label="On this page"': 'aria-label="本页目录"',
    "Toggle site navigation sidebar": "打开或收起导航",
    "Toggle table of contents sidebar": "打开或收起本页目录",
    "Toggle Light / Dark / Auto color theme": "切换浅色、深色或自动",
    "<title>Contents</title>": "<title>本页目录</title>",
    "<title>Menu</title>": "<title>导航</title>",
    "<title>Expand</title>": "<title>展开</title>",
    "<title>Light mode</title>": "<title>浅色</title>",
    "<title>Dark mode</title>": "<title>深色</title>",
    "<title>Auto light/dark, in light mode</title>": "<title>自动，当前浅色</title>",
    "<title>Auto light/dark, in dark mode</title>": "<title>自动，当前深色</title>",
}
# The menu of the reference, and the ways from it to the pages.
MENU = "var menudata={children:["
WAYS_BACK = (
    '{text:"Documentation",url:"../en/index.html"},{text:"\u4e2d\u6587\u6587\u6863",url:"../zh/index.html"},'
)
DECIDED_BY = re.compile(r'(<a class="anchor" id="_articles\d+"></a>)([^<]*)')


def page_names() -> list[str]:
    """The names of the written pages."""
    names = {path.name.removesuffix(".md").removesuffix(".zh-CN") for path in DOCS.glob("*.md")}
    for name in sorted(names):
        for ending in LANGUAGES.values():
            if not (DOCS / f"{name}{ending}.md").exists():
                sys.exit(f"docs/{name}{ending}.md is missing: a page stands in both languages")
    return sorted(names)


def unbroken(match: re.Match[str]) -> str:
    return "\u00a0" if match[0] == " " else f"\u2060{match[0]}\u2060"


def joined(text: str) -> str:
    """A page without the breaks inside its Chinese paragraphs, and with none inside its ranges of
    numbers; what is fenced stays."""
    parts = FENCED.split(text)
    return "".join(
        part if part.startswith("```") else NO_BREAK.sub(unbroken, CHINESE_BREAK.sub("", part))
        for part in parts
    )


def stage(source: Path, links: dict[str, str]) -> None:
    """Lays out what Sphinx reads, one folder a language."""
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(HERE / "locale", source / "locale")
    for lang, ending in LANGUAGES.items():
        folder = source / lang
        folder.mkdir(parents=True)
        for name in page_names():
            text = (DOCS / f"{name}{ending}.md").read_text(encoding="utf-8")
            text = DIAGRAM.sub(r"![\2](\1.svg)", TO_THE_TREE.sub(r"\1", text))
            text = joined(text.replace(".zh-CN.md", ".md"))
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
        for name, write in PAGES.items():
            (folder / f"{name}.md").write_text(write(Page(lang, links)), encoding="utf-8")
        for name, draw in DIAGRAMS.items():
            picture = folder / f"{name}.svg"
            subprocess.run(["dot", "-Tsvg", "-o", picture], input=draw(lang), text=True, check=True)
        for picture in DOCS.glob("*.png"):
            shutil.copy(picture, folder)


def terms(path: Path) -> None:
    """The words that Chinese search must not cut: the glossary's, and what the register calls things."""
    glossary = (DOCS / "glossary.zh-CN.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| ([一-鿿]+) \|", glossary, re.M)
    words += [row.label("zh") for row in (*kq.provisions(), *kq.parameters(), *kq.readings())]
    chinese = sorted({word for word in words if re.fullmatch("[一-鿿]+", word)})
    path.write_text("".join(f"{word} 1000\n" for word in chinese), encoding="utf-8")


def render(source: Path, site: Path) -> None:
    for lang in LANGUAGES:
        settings = {
            "KQAWARD_DOCS_LANGUAGE": lang,
            "KQAWARD_DOCS_VERSION": kq.__version__,
            "KQAWARD_DOCS_TERMS": str(source / "terms.txt"),
        }
        command = [
            sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-j", "auto", "-b", "html",
            "-c", str(HERE), "-d", str(source / f"{lang}.cache"), str(source / lang), str(site / lang),
        ]  # fmt: skip
        subprocess.run(command, check=True, env={**os.environ, **settings})


def replace_in(folder: Path, words: dict[str, str]) -> None:
    for path in folder.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        for old, new in words.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def mend_search(site: Path) -> None:
    """Sphinx's Chinese search names a stemmer that it does not have; its Latin words are English."""
    script = site / "zh" / "_static" / "language_data.js"
    text = script.read_text(encoding="utf-8")
    script.write_text(
        text.replace("window.Stemmer = ChineseStemmer", "window.Stemmer = EnglishStemmer"), "utf-8"
    )


def link_articles(text: str) -> str:
    """Doxygen's citations of articles as links to the page of articles."""

    def linked(match: re.Match[str]) -> str:
        numbers = re.sub(
            r"\d+", lambda n: f'<a href="../en/articles.html#article-{n[0]}">{n[0]}</a>', match[2]
        )
        return match[1] + numbers

    return DECIDED_BY.sub(linked, text)


def add_reference(reference: Path, site: Path) -> None:
    shutil.copytree(reference / "html", site / "c", dirs_exist_ok=True)
    menu = site / "c" / "menudata.js"
    text = menu.read_text(encoding="utf-8")
    if MENU not in text:
        sys.exit("The menu of the reference does not begin as expected; it gets no way back.")
    menu.write_text(text.replace(MENU, MENU + WAYS_BACK), encoding="utf-8")
    replace_in(site / "c", DOXYGEN)
    for path in (site / "c").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(link_articles(text), encoding="utf-8")


def main() -> None:
    reference, site = Path(sys.argv[1]), Path(sys.argv[2])
    source = site.with_name("source")
    stage(source, links_of(reference / "kqaward.tag"))
    terms(source / "terms.txt")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    add_reference(reference, site)
    render(source, site)
    mend_search(site)
    replace_in(site / "zh", THEME | SWITCHES)
    replace_in(site / "en", THEME)
    shutil.copy(HERE / "start.html", site / "index.html")


if __name__ == "__main__":
    main()
