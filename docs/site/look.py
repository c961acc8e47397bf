"""Looks at the built site in headless Chromium, each page on a desktop and on a phone: not wider than
the screen, nothing asked of another host, no error logged; pages of each kind are accessible by the
rules of axe-core (Chinese ones on the phone, English ones on the desktop); and search finds.

usage: look.py SITE
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, TimeoutError, sync_playwright

WIDTHS = {1280: 900, 390: 844}
# Of the reference, one page a kind: the others are made alike.
REFERENCE = ("index", "articles", "annotated", "files", "status_8h", "round_8h", "structkqa__edition")
# Pages of each kind, for the rules of accessibility, which take seconds a page.
KINDS = ("index", "scope", "start-workbook", "amendment", "cases", "errors", "readings", "benchmark", "search")
# What a reader looks for, and a page on which it stands.
SEARCHES = {"zh": ("总评分", "scope"), "en": ("quorum", "articles")}


def pages_of(site: Path) -> Iterator[Path]:
    yield site / "index.html"
    for lang in ("zh", "en"):
        yield from sorted((site / lang).glob("*.html"))
    yield from (site / "c" / f"{name}.html" for name in REFERENCE)


def is_of_kinds(path: Path, width: int) -> bool:
    lang = "zh" if width == min(WIDTHS) else "en"
    return path.parent.name == lang and path.stem in KINDS


def violations(page: Page, axe: str) -> Iterator[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document)")
    for violation in found["violations"]:
        place = violation["nodes"][0]["target"][0]
        yield f"{violation['id']}: {violation['help']} ({len(violation['nodes'])}, first {place})"


def look(page: Page, path: Path) -> Iterator[str]:
    faults: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            faults.append(f"asks for {request.url}")

    page.on("request", asked)
    page.on("pageerror", lambda error: faults.append(f"logs {error}"))
    page.goto(path.as_uri())
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if over > 0:
        faults.append(f"is {over} pixels wider than the screen")
    yield from faults


def searched(page: Page, site: Path) -> Iterator[str]:
    for lang, (word, name) in SEARCHES.items():
        page.goto(f"{(site / lang / 'search.html').as_uri()}?q={word}")
        try:
            page.wait_for_selector(f"#search-results a[href*='{name}.html']", timeout=20_000)
        except TimeoutError:
            yield f"{lang}/search.html does not find {word} on {name}.html."


def faults_of(browser: Browser, site: Path, axe: str) -> Iterator[str]:
    for width, height in WIDTHS.items():
        context = browser.new_context(viewport={"width": width, "height": height})
        for path in pages_of(site):
            page = context.new_page()
            faults = list(look(page, path))
            if is_of_kinds(path, width):
                faults += violations(page, axe)
            for fault in faults:
                yield f"{path.relative_to(site)} at {width} pixels: {fault}."
            page.close()
        yield from searched(context.new_page(), site)


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        faults = list(faults_of(browser, site, axe))
        browser.close()
    print(f"figure: {len(list(pages_of(site)))} pages at {len(WIDTHS)} widths")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
