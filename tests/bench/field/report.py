"""Table and chart of the comparison, and the pages in both languages.

usage: report.py TIMES FOLDER
"""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peers import PEERS, REFERENCE, Peer

Result = dict[str, Any]

COLOURS = (
    "#6b7280", "#111827", "#b91c1c", "#ea580c", "#be185d", "#d97706", "#1d4ed8", "#0f766e",
    "#15803d", "#7c3aed", "#0369a1", "#a16207", "#f472b6",
)
LABEL_DECADES = 0.2

WORDS = {
    "en": ("organisations in one run",
           "nanoseconds an organisation (median; band: least to most)"),
    "zh": ("每次运行的组织数", "每家组织所需纳秒（线：中位数；带：最小值至最大值）"),
}

MEANING = {1: "1", 1_000: "10³", 100_000: "10⁵", 1_000_000: "10⁶", 10_000_000: "10⁷"}


def machine() -> dict[str, str]:
    """What the figures are measured on, and how busy it is before."""
    processor = Path("/proc/cpuinfo").read_text().splitlines()
    cpu = next((line.split(":", 1)[1].strip() for line in processor
                if line.startswith("model name")), platform.machine())
    compiler = subprocess.run(["cc", "--version"], capture_output=True, text=True).stdout
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return {"cpu": cpu, "compiler": compiler.split("\n")[0], "system": system,
            "python": platform.python_version(), "load": f"{os.getloadavg()[0]:.1f}"}


def _peers(result: Result) -> list[Peer]:
    return [peer for peer in PEERS if peer.key in result["times"]]


def _each(result: Result, key: str, place: int) -> tuple[float, float, float] | None:
    """Nanoseconds an organisation: median, least, most."""
    times = result["times"][key][place]
    if times is None or not times["runs"]:
        return None
    scale = 1e9 / result["rows"][place]
    runs = times["runs"]
    return statistics.median(runs) * scale, min(runs) * scale, max(runs) * scale


def _number(value: float) -> str:
    """Three digits, thousands parted."""
    if value >= 100:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.3g}"


def _cell(result: Result, peer: Peer, place: int) -> str:
    each = _each(result, peer.key, place)
    if each is not None:
        return f"{_number(each[0])} ({_number(each[1])}–{_number(each[2])})"
    times = result["times"][peer.key][place]
    return "–" if times is None else f"(≈ {_number(times['estimate'])} s)"


def _ratio(result: Result, peer: Peer, place: int) -> str:
    own, each = _each(result, REFERENCE.key, place), _each(result, peer.key, place)
    return "–" if own is None or each is None else _number(each[0] / own[0])


def _table(result: Result, lang: str, cell: Callable[[Result, Peer, int], str]) -> str:
    """A row a peer, a column a number of organisations."""
    heads = [f"n = {MEANING[n]}" for n in result["rows"]]
    lines = [f"| {'方式' if lang == 'zh' else 'way'} | {' | '.join(heads)} |",
             "|---|" + "---:|" * len(heads)]
    for peer in _peers(result):
        cells = [cell(result, peer, place) for place in range(len(heads))]
        lines.append(f"| {getattr(peer, lang)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def table(result: Result, lang: str) -> str:
    """Nanoseconds an organisation."""
    return _table(result, lang, _cell)


def ratios(result: Result, lang: str) -> str:
    """How many times the library's columns each peer takes."""
    return _table(result, lang, _ratio)


def _versions(result: Result) -> str:
    named = dict(sorted(result["versions"].items(), key=lambda pair: pair[0].lower()))
    return ", ".join(f"{name} {version}" for name, version in named.items())


def page(result: Result, lang: str) -> str:
    """The page of one language."""
    template = (Path(__file__).parent / f"page.{lang}.md").read_text(encoding="utf-8")
    return template.format(
        table=table(result, lang), ratios=ratios(result, lang), versions=_versions(result),
        **result["machine"],
    )


Line = dict[int, float]  # nanoseconds an organisation by the number of rows


def _label_heights(lines: dict[str, Line]) -> dict[str, float]:
    """Where labels stand beside the ends of their lines: apart from each other, and above those
    lines that go on."""
    heights: dict[str, float] = {}
    for end in {max(line) for line in lines.values()}:
        onward = [value for line in lines.values() for n, value in line.items() if n > end]
        last = -9.0
        for key, line in sorted(lines.items(), key=lambda pair: pair[1][max(pair[1])]):
            if max(line) == end:
                last = max(math.log10(line[end]), last + LABEL_DECADES)
                while any(abs(math.log10(value) - last) < LABEL_DECADES for value in onward):
                    last += LABEL_DECADES / 4
                heights[key] = 10**last
    return heights


def chart(result: Result, path: Path, lang: str) -> None:
    """Nanoseconds an organisation over the number of rows, both axes by powers of ten."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from kqaward import plots

    # Powers of ten are set as formulas.
    with plt.rc_context({**plots.settings(), "text.parse_math": True} if lang == "zh" else {}):
        _draw(plt, result, path, lang)


def _draw(plt: Any, result: Result, path: Path, lang: str) -> None:
    figure, axes = plt.subplots(figsize=(9.6, 6.4), layout="constrained")
    lines: dict[str, Line] = {}
    for peer, colour in zip(_peers(result), COLOURS):
        points = [(n, each) for place, n in enumerate(result["rows"])
                  if (each := _each(result, peer.key, place))]
        sizes = [n for n, _ in points]
        own = peer.mode in ("columns", "single")
        axes.plot(sizes, [each[0] for _, each in points], "o-" if own else "s--", color=colour,
                  linewidth=2.4 if own else 1.2, markersize=5 if own else 4)
        axes.fill_between(sizes, [each[1] for _, each in points], [each[2] for _, each in points],
                          color=colour, alpha=0.1, linewidth=0)
        lines[peer.key] = {n: each[0] for n, each in points}
    heights = _label_heights(lines)
    for peer, colour in zip(_peers(result), COLOURS):
        at = max(lines[peer.key]) * 1.25, heights[peer.key]
        axes.annotate(getattr(peer, lang), at, fontsize=8.5, color=colour, va="center")
    across, up = WORDS[lang]
    axes.set(xscale="log", yscale="log", xlabel=across, ylabel=up)
    axes.set_xlim(0.7, max(result["rows"]) * 250)
    axes.set_xticks(result["rows"])
    axes.minorticks_off()
    axes.grid(True, alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=130)
    plt.close(figure)


def write(result: Result, folder: Path) -> None:
    """Writes the pages and the charts."""
    chart(result, folder / "benchmark.png", "en")
    chart(result, folder / "benchmark.zh-CN.png", "zh")
    (folder / "benchmark.md").write_text(page(result, "en"), encoding="utf-8")
    (folder / "benchmark.zh-CN.md").write_text(page(result, "zh"), encoding="utf-8")


if __name__ == "__main__":
    write(json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]))
