"""Diagrams in the dot language: the year's procedure, and the rooms with what each uses."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "lint"))

from source import HEADERS, LIBRARY, ROOMS  # noqa: E402

import kqaward as kq  # noqa: E402

STYLE = (
    'bgcolor="transparent"; ranksep=0.3; node [shape=box, style="rounded,filled", fillcolor="#eef3f8", '
    'color="#48688a", fontname="Noto Sans CJK SC, sans-serif", fontsize=11]; '
    'edge [color="#48688a", fontname="Noto Sans CJK SC, sans-serif", fontsize=10];'
)
# What decides at a stage, besides its coming after the one before.
NOTES = {
    "qualification": ("不符合：书面告知理由", "not met: written reasons"),
    "site_review": ("5个工作日内提交报告", "report within 5 working days"),
    "evaluation": ("资料20% + 现场80%", "document 20 % + site 80 %"),
    "vote": ("2/3到会，半数赞成", "quorum 2/3, half in favour"),
    "award": ("奖金与累计上限", "prizes and their cap"),
}


def procedure(lang: str) -> str:
    """The stages from top to bottom, each with its article."""
    english = lang == "en"
    lines = [f"digraph procedure {{ rankdir=TB; {STYLE}"]
    stages = list(kq.Stage)
    for stage in stages:
        row = next(p for p in kq.provisions() if p.key == f"stage_{stage.value}")
        note = NOTES.get(stage.value, ("", ""))[english]
        label = f"{stage.text(lang)}\\n{row.citation(lang)}" + (f"\\n{note}" if note else "")
        lines.append(f'{stage.value} [label="{label}"];')
    lines += [f"{a.value} -> {b.value};" for a, b in zip(stages, stages[1:])]
    special = ("区政府常务会议提名", "Nominated by the government's executive meeting")[english]
    citation = next(p for p in kq.provisions() if p.key == "special_nomination").citation(lang)
    off_quota = ("不占名额", "off the quota")[english]
    lines.append(f'special [label="{special}\\n{citation}", style="rounded,dashed,filled"];')
    lines.append(f'special -> approval [style=dashed, label="  {off_quota}"];')
    return "\n".join([*lines, "}"]) + "\n"


def room_of(path: Path) -> str | None:
    name = path.stem.removesuffix("_core")
    return next((room for room in ROOMS if name == room or name.startswith(f"{room}_")), None)


def used_rooms() -> dict[str, set[str]]:
    """Which rooms the sources of a room include, by room."""
    used: dict[str, set[str]] = {room: set() for room in ROOMS}
    for path in [*HEADERS, *LIBRARY]:
        room = room_of(path)
        if room is None:
            continue
        for name in re.findall(r'#include "(?:kqaward/)?(\w+)\.h"', path.read_text(encoding="utf-8")):
            other = room_of(Path(name))
            if other and other != room:
                used[room].add(other)
    return used


def rooms(lang: str) -> str:
    """The rooms and what each uses; an arrow that others already imply is left out."""
    used = used_rooms()

    def reach(room: str) -> set[str]:
        return used[room] | {far for near in used[room] for far in reach(near)}

    lines = [f"digraph rooms {{ rankdir=BT; {STYLE}"]
    for room in ROOMS:
        lines.append(f"{room};")
        implied = {far for near in used[room] for far in reach(near)}
        lines += [f"{room} -> {other};" for other in sorted(used[room] - implied)]
    return "\n".join([*lines, "}"]) + "\n"


DIAGRAMS = {"procedure": procedure, "rooms": rooms}
