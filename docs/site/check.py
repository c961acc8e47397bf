"""Checks the built site: every link leads somewhere, nothing is fetched from elsewhere, and search
knows the ordinance's words.

usage: check.py SITE
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What makes a browser fetch something when it shows a page.
FETCHED = {("img", "src"), ("script", "src"), ("iframe", "src"), ("object", "data"), ("source", "src"),
           ("link", "href")}  # fmt: skip
# Words of the ordinance that a reader will look for in Chinese.
WORDS = ("总评分", "空缺", "提名奖", "赞成票", "公示", "工作日", "资格审查", "评审组", "读法", "并列")


@dataclass
class PageLinks(HTMLParser):
    """The anchors of a page, where it leads, and what it fetches."""

    anchors: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    fetched: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            elif (tag, name) in FETCHED:
                self.fetched.add(value)
            elif tag in ("a", "area") and name == "href":
                self.links.add(value)


def read(site: Path) -> dict[Path, PageLinks]:
    pages = {}
    for path in sorted(site.rglob("*.html")):
        pages[path] = PageLinks()
        pages[path].feed(path.read_text(encoding="utf-8"))
    return pages


def faults_of_link(page: Path, link: str, pages: dict[Path, PageLinks]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme in ("http", "https", "mailto") or parts.scheme == "javascript":
        return None
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_file():
        return f"leads to {link}, which is not there"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors:
        return f"leads to {link}, which has no such place"
    return None


def faults_of(site: Path) -> list[str]:
    pages = read(site)
    faults = []
    for page, found in pages.items():
        name = page.relative_to(site)
        for link in sorted(found.links):
            fault = faults_of_link(page, link, pages)
            if fault:
                faults.append(f"{name} {fault}.")
        for link in sorted(found.fetched):
            scheme = urlsplit(link).scheme
            if scheme in ("data", "javascript"):
                continue
            if scheme or link.startswith("//"):
                faults.append(f"{name} fetches {link}.")
            elif faults_of_link(page, link, pages):
                faults.append(f"{name} shows {link}, which is not there.")
    for sheet in site.rglob("*.css"):
        for link in re.findall(r"url\(\s*[\"']?((?:https?:)?//[^\"')]+)", sheet.read_text("utf-8")):
            faults.append(f"{sheet.relative_to(site)} fetches {link}.")
    return faults


def missing_words(site: Path) -> list[str]:
    text = (site / "zh" / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    return [f"Search does not know {word}." for word in WORDS if word not in index["terms"]]


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    faults = faults_of(site) + missing_words(site)
    print(f"figure: {sum(1 for _ in site.rglob('*.html'))} pages")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
