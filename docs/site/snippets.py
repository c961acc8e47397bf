"""Runs every command and snippet of the pages and compares what they print with what the page shows.

usage: snippets.py [--update] BUILD PAGE...   BUILD: the folder build/ of the tree

Each page is gone through from top to bottom in a folder of its own, in which examples/ lies:

- a block under the comment `<!-- file: NAME -->` is written to NAME;
- a block `sh` is run; the block `text` after it is what it prints, standard error included;
- a block `python` is run where it stands under no such comment; the block `text` after it likewise.

`...` alone on a line of `text` stands for any lines, and a time in seconds may be another. A block `console` is shown only: what it does is
tested elsewhere (installing, `./run`). With --update the blocks `text` are written anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>[\w./-]+) -->\n)?```(?P<kind>[a-z]+)\n(?P<text>.*?)```\n", re.S
)


@dataclass
class Block:
    """A fenced block of a page."""

    kind: str
    text: str
    file: str | None
    start: int
    end: int


def blocks_of(page: str) -> list[Block]:
    return [
        Block(m["kind"], m["text"], m["file"], m.start("text"), m.end("text"))
        for m in BLOCK.finditer(page)
    ]


def environment(build: Path) -> dict[str, str]:
    """Where the commands find the package, the C library of the build `gcc`, and the jar."""
    return {
        **os.environ,
        "PATH": f"{build / 'python' / 'bin'}:{os.environ['PATH']}",
        "PKG_CONFIG_PATH": str(build / "gcc" / "meson-uninstalled"),
        "LD_LIBRARY_PATH": str(build / "gcc" / "lib"),
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }


def output_of(block: Block, folder: Path, settings: dict[str, str]) -> str:
    command = ["bash", "-e", "-c", block.text] if block.kind == "sh" else ["python3", "-c", block.text]
    run = subprocess.run(
        command, cwd=folder, env=settings, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
    )  # fmt: skip
    return "".join(f"{line.rstrip()}\n" for line in run.stdout.splitlines())


def fits(shown: str, printed: str) -> bool:
    """Whether what is shown is what was printed, `...` standing for any lines."""
    shown, printed = (re.sub(r"\d+\.\d+(?= ?[s秒])", "0.00", text) for text in (shown, printed))
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.M)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), printed) is not None


def check(page: Path, build: Path, update: bool) -> list[str]:
    """The faults of one page, each a sentence; with update its shown outputs are put right."""
    text = page.read_text(encoding="utf-8")
    blocks = blocks_of(text)
    settings = environment(build)
    faults: list[str] = []
    changes: list[tuple[Block, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(ROOT / "examples")
        (folder / "kqaward.jar").symlink_to(build / "java" / "kqaward.jar")
        for block, after in zip(blocks, [*blocks[1:], None]):
            if block.file:
                (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
                (folder / block.file).write_text(block.text, encoding="utf-8")
            elif block.kind in ("sh", "python"):
                printed = output_of(block, folder, settings)
                shown = after.text if after and after.kind == "text" and not after.file else ""
                if not fits(shown, printed):
                    line = text.count("\n", 0, block.start) + 1
                    faults.append(f"{page.relative_to(ROOT)}, line {line}: it prints\n{printed}")
                    if after and after.kind == "text":
                        changes.append((after, printed))
    if update:
        for block, printed in reversed(changes):
            text = text[: block.start] + printed + text[block.end :]
        page.write_text(text, encoding="utf-8")
    return faults


def main() -> None:
    arguments = sys.argv[1:]
    update = "--update" in arguments
    build, *pages = [Path(name).resolve() for name in arguments if name != "--update"]
    faults = [fault for page in pages for fault in check(page, build, update)]
    print("\n".join(faults))
    print(f"figure: {len(pages)} pages, {sum(len(blocks_of(p.read_text())) for p in pages)} blocks")
    sys.exit(1 if faults and not update else 0)


if __name__ == "__main__":
    main()
