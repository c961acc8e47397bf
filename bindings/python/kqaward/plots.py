"""Pictures of a round: the radar of a panel's category scores, and the ranking."""

from __future__ import annotations

import functools
import importlib.util
import math
import os
import textwrap
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke

from ._panels import REVIEW_NAMES, Review, dossier, known, panel_of, refuse
from .dates import format_score
from .documents import LANGUAGES, Language, precise, shown, unwritable
from .enums import Award
from .rounds import OrganizationResult, Round, RoundResult
from .scores import ScoreSheets, sheet_category_scores

REVIEWS = ("document", "site")
FORMATS = ("png", "svg", "pdf")
#: Most bars in one picture of the ranking.
MOST_BARS = 80

_FONT_PACKAGE = "pylopdf_fonts_zh_cn"
_SYSTEM_FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
    "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "SimHei", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Noto Sans CJK JP", "Heiti SC", "Arial Unicode MS",
)
_SAMPLE = "柯桥区政府质量奖提名评审现场资料总分"

_INK, _GRID, _RED = "#222222", "#d0d0d0", "#b3261e"
_HALO = withStroke(linewidth=2.5, foreground="white")
_COLOURS = {"quality": "#c8962c", "nomination": "#3f78b5", "other": "#b8bcc2"}

_TEXTS: dict[str, dict[str, str]] = {
    "zh": {
        "radar": "{name}　{review}类目得分率",
        "points": "{name}\n（{points}分）",
        "mean": "评审组平均分占类目分值的比例",
        "spread": "各评审员最低至最高",
        "caption": "评审员{count}名，评审组得分{score}分，评审员之间极差{spread}分",
        "ranking": "{year}年度柯桥区政府质量奖总评分排名",
        "axis": "总评分（分，横轴自{start}起）",
        "quality": "质量奖",
        "nomination": "提名奖",
        "other": "未获奖或未定",
        "site": "现场评分",
        "floor_both": "总评分、现场评分最低分 {floor}",
        "floor_total": "总评分最低分 {floor}",
        "floor_site": "现场评分最低分 {floor}",
        "cut_quality": "质量奖止于第{rank}名",
        "cut_nomination": "提名奖止于第{rank}名",
        "below": "未列入排名",
        "rest": "另有{count}家未画出",
    },
    "en": {
        "radar": "{name}: {review}, share of each category's points",
        "points": "{name}\n({points} points)",
        "mean": "Mean of the panel",
        "spread": "Lowest to highest assessor",
        "caption": "{count} assessors, panel's score {score}, spread between assessors {spread}",
        "ranking": "Keqiao District Government Quality Award {year}: ranking by total score",
        "axis": "Total score (points; the axis starts at {start})",
        "quality": "Quality award",
        "nomination": "Nomination award",
        "other": "No award, or open",
        "site": "Site score",
        "floor_both": "Floor of total and site score: {floor}",
        "floor_total": "Floor of the total: {floor}",
        "floor_site": "Floor of the site score: {floor}",
        "cut_quality": "quality award\nends at rank {rank}",
        "cut_nomination": "nomination award\nends at rank {rank}",
        "below": "not ranked",
        "rest": "{count} more are not drawn",
    },
}


# Fonts


@functools.cache
def chinese_font() -> Path:
    """The file of a font with Chinese characters: the package's, else one of the system's."""
    spec = importlib.util.find_spec(_FONT_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        file = Path(folder) / "NotoSansSC-Regular.otf"
        if file.is_file():
            return file
    fonts = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
    for name in _SYSTEM_FONTS:
        if name in fonts and not absent(_SAMPLE, Path(fonts[name])):
            return Path(fonts[name])
    refuse(
        "no font with Chinese characters was found: run `pip install pylopdf-fonts-zh-cn`",
        "没有找到含汉字的字体：请运行pip install pylopdf-fonts-zh-cn", "unreadable", "font",
    )


def absent(text: str, font: Path) -> str:
    """The characters of a text that a font has no glyph for."""
    glyphs = font_manager.get_font(str(font)).get_charmap()
    return "".join(sorted({c for c in text if ord(c) not in glyphs and not c.isspace()}))


def settings() -> Any:
    file = chinese_font()
    font_manager.fontManager.addfont(str(file))
    name = font_manager.FontProperties(fname=str(file)).get_name()
    return {
        "font.family": [name, "DejaVu Sans"],
        "axes.unicode_minus": False,
        "axes.edgecolor": _INK,
        "text.color": _INK,
        "text.parse_math": False,
        "xtick.color": _INK,
        "ytick.color": _INK,
        "svg.hashsalt": "kqaward",
    }


# Radar


def radar(round: Round, id: str, *, review: Review = "site", lang: Language = "zh") -> Figure:
    """A panel's category scores as shares of their points, against the assessors' spread."""
    known(REVIEWS, review, "review")
    known(LANGUAGES, lang, "lang")
    document = round.to_dict()
    organization = dossier(document, id)
    panel = panel_of(round, document, organization, review)
    if panel is None:
        refuse(
            f"{id} has no assessors' sheets of the {REVIEW_NAMES['en'][review]}",
            f"{id}没有{REVIEW_NAMES['zh'][review]}的评审员评分表", "missing", f"{review}_review.sheets",
        )
    with matplotlib.rc_context(settings()):
        figure = new_figure(8.4, 7.6)
        axes: Any = figure.add_axes((0.2, 0.175, 0.6, 0.663), projection="polar")
        _radar_axes(axes, panel, lang)
        _radar_lines(axes, panel, lang)
        name = organization.get("name") or id
        texts = _TEXTS[lang]
        title = texts["radar"].format(name=name, review=REVIEW_NAMES[lang][review])
        figure.text(0.5, 0.96, title, ha="center", va="top", fontsize=_fit(title, 15, 36))
        figure.text(0.5, 0.025, texts["caption"].format(
            count=len(panel.sheets), score=format_score(panel.score, 2),
            spread=format_score(panel.spread, 2),
        ), ha="center", fontsize=10)
    return figure


def _shares(panel: ScoreSheets, scores: Sequence[Fraction]) -> list[float]:
    points = [panel.criteria.category_points(place) for place in range(len(scores))]
    return [float(score / full * 100) if full else 0.0 for score, full in zip(scores, points)]


def _angles(panel: ScoreSheets) -> list[float]:
    count = panel.criteria.category_count
    return [2 * math.pi * place / count for place in range(count)]


def _radar_axes(axes: Any, panel: ScoreSheets, lang: Language) -> None:
    criteria = panel.criteria
    axes.set_theta_offset(math.pi / 2)
    axes.set_theta_direction(-1)
    axes.set_ylim(0, 100)
    labels = [
        _TEXTS[lang]["points"].format(
            name=_broken(criteria.category_name(place, lang) or str(place + 1)),
            points=criteria.category_points(place),
        )
        for place in range(criteria.category_count)
    ]
    axes.set_xticks(_angles(panel), labels, fontsize=11)
    for label, angle in zip(axes.get_xticklabels(), _angles(panel)):
        side = math.sin(angle)
        label.set_multialignment("center")
        outer = "left" if side > 0 else "right"
        label.set_horizontalalignment("center" if abs(side) < 0.2 else outer)
    rings = [20, 40, 60, 80, 100]
    axes.set_yticks(rings, [])
    for ring in rings:
        axes.text(math.pi / max(criteria.category_count, 1), ring, f"{ring}%", fontsize=8.5,
                  ha="center", va="center", color="#666666", zorder=5, path_effects=[_HALO])
    axes.grid(color=_GRID, linewidth=0.8)
    axes.spines["polar"].set_color(_GRID)


def _broken(name: str) -> str:
    """A long name in lines: after a pause mark, or between words."""
    if len(name) > 5 and "、" in name:
        return name.replace("、", "、\n", 1)
    return "\n".join(textwrap.wrap(name, 18, break_long_words=False)) or name


def _radar_lines(axes: Any, panel: ScoreSheets, lang: Language) -> None:
    texts = _TEXTS[lang]
    each = [_shares(panel, sheet_category_scores(panel.criteria, sheet)) for sheet in panel.sheets]
    angles = _angles(panel)
    closed = [*angles, 2 * math.pi]
    low, high = ([*map(best, zip(*each))] for best in (min, max))
    mean = _shares(panel, panel.category_scores)
    axes.fill_between(
        closed, [*low, low[0]], [*high, high[0]], color="#a9c6e6", edgecolor=_COLOURS["nomination"],
        linewidth=0.8, label=texts["spread"], zorder=2,
    )
    axes.plot(closed, [*mean, mean[0]], color=_RED, linewidth=1.8, marker="o", markersize=4,
              label=texts["mean"], zorder=3)
    for angle, share in zip(angles, mean):
        outward = (17 * math.sin(angle), 15 * math.cos(angle))
        axes.annotate(f"{share:.0f}%", (angle, share), xytext=outward, textcoords="offset points",
                      ha="center", va="center", fontsize=9, color=_RED, zorder=4,
                      path_effects=[_HALO])
    axes.figure.legend(loc="lower center", bbox_to_anchor=(0.5, 0.05), ncols=2, frameon=False,
                       fontsize=10)


# Ranking


def ranking(result: RoundResult, lang: Language = "zh") -> Figure:
    """The ranking as bars, with both floors, and where each award's holders end."""
    known(LANGUAGES, lang, "lang")
    ranked = [result.organizations[id] for id in result.ranking]
    others = [one for one in result.organizations if one.rank is None and one.total is not None]
    others.sort(key=lambda one: -(one.total or 0))
    if not ranked and not others:
        refuse("no organization has a total score yet, so there is no ranking to draw",
               "尚无组织有总评分，没有可画的排名", "missing", "organizations")
    bars = (ranked + others)[:MOST_BARS]
    left_out = len(ranked) + len(others) - len(bars)
    with matplotlib.rc_context(settings()):
        height = 0.31 * len(bars) + 2.0
        figure = new_figure(10.5, height)
        axes = figure.add_axes((0.27, 1.0 / height, 0.53, 1 - 1.75 / height))
        _ranking_axes(axes, bars, result, lang)
        _ranking_bars(axes, bars)
        _floors(axes, result, lang)
        _cut_offs(axes, ranked, len(bars), lang)
        _ranking_legend(figure, axes, lang)
        _ranking_titles(figure, height, result, left_out, lang)
    return figure


def _start(bars: Sequence[OrganizationResult], result: RoundResult) -> int:
    """Where the axis starts: a multiple of 50 below everything that is drawn."""
    marks = [Fraction(result.edition.value_text(name)) for name in ("floor.total", "floor.site")]
    marks += [score for one in bars for score in (one.total, one.site) if score is not None]
    return max(0, (math.ceil(min(marks)) - 20) // 50 * 50)


def _ranking_axes(
    axes: Axes, bars: Sequence[OrganizationResult], result: RoundResult, lang: Language
) -> None:
    start = _start(bars, result)
    highest = max(max(float(one.total or 0), float(one.site or 0)) for one in bars)
    axes.set_xlim(start, min(1000.0, highest + (highest - start) * 0.18 + 1))
    axes.set_ylim(len(bars) - 0.4, -0.6)
    below = _TEXTS[lang]["below"]
    labels = [
        f"{_short(one.name or one.id)}　{one.rank if one.rank is not None else below}"
        for one in bars
    ]
    axes.set_yticks(range(len(bars)), labels, fontsize=10)
    axes.set_xlabel(_TEXTS[lang]["axis"].format(start=start), fontsize=10)
    ticks = range(start, int(axes.get_xlim()[1]) + 1, 50)
    axes.set_xticks(list(ticks), [str(tick) for tick in ticks], fontsize=9)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=_GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _ranking_bars(axes: Axes, bars: Sequence[OrganizationResult]) -> None:
    for place, one in enumerate(bars):
        total = float(one.total or 0)
        kind = one.award.value if one.award is not None and not one.special else "other"
        axes.barh(place, total, height=0.62, color=_COLOURS[kind], zorder=2,
                  alpha=1.0 if one.rank is not None else 0.55)
        show = shown if one.rank is not None else precise
        axes.text(0.995, place, show(one.total), ha="right", va="center", fontsize=9,
                  transform=axes.get_yaxis_transform())
        if one.site is not None:
            axes.plot(float(one.site), place, marker="D", markersize=4.2, color="white",
                      markeredgecolor=_INK, markeredgewidth=0.9, zorder=4)


def _floors(axes: Axes, result: RoundResult, lang: Language) -> None:
    texts = _TEXTS[lang]
    total, site = (result.edition.value_text(name) for name in ("floor.total", "floor.site"))
    if total == site:
        axes.axvline(float(Fraction(total)), color=_RED, linewidth=1.4, zorder=3,
                     label=texts["floor_both"].format(floor=total))
        return
    axes.axvline(float(Fraction(total)), color=_RED, linewidth=1.4, zorder=3,
                 label=texts["floor_total"].format(floor=total))
    axes.axvline(float(Fraction(site)), color=_RED, linewidth=1.4, linestyle=(0, (4, 2)), zorder=3,
                 label=texts["floor_site"].format(floor=site))


def _cut_offs(
    axes: Axes, ranked: Sequence[OrganizationResult], drawn: int, lang: Language
) -> None:
    """A line under the last one of the ranking that holds each award by vote, if it is drawn."""
    across: Any = axes.get_yaxis_transform()
    for award in Award:
        holders = [
            place for place, one in enumerate(ranked) if one.award is award and not one.special
        ]
        if not holders or holders[-1] >= drawn:
            continue
        level, colour = holders[-1] + 0.5, _COLOURS[award.value]
        text = _TEXTS[lang][f"cut_{award.value}"].format(rank=ranked[holders[-1]].rank)
        axes.plot([-0.48, 1.0], [level, level], color=colour, linewidth=1.2, linestyle=(0, (5, 2)),
                  clip_on=False, transform=across)
        axes.text(1.015, level, text, va="center", fontsize=9.5, color=colour, clip_on=False,
                  transform=across)


def _ranking_legend(figure: Figure, axes: Axes, lang: Language) -> None:
    texts = _TEXTS[lang]
    handles: list[Any] = [Patch(color=_COLOURS[kind], label=texts[kind]) for kind in _COLOURS]
    handles.append(Line2D([], [], marker="D", markersize=4.2, color="white", linestyle="",
                          markeredgecolor=_INK, label=texts["site"]))
    handles += [line for line in axes.get_lines() if not str(line.get_label()).startswith("_")]
    figure.legend(handles=handles, loc="lower center", ncols=len(handles), frameon=False,
                  fontsize=9, handlelength=1.4, columnspacing=1.4,
                  bbox_to_anchor=(0.5, 0.08 / figure.get_figheight()))


def _ranking_titles(
    figure: Figure, height: float, result: RoundResult, left_out: int, lang: Language
) -> None:
    texts = _TEXTS[lang]
    figure.text(0.5, 1 - 0.24 / height, texts["ranking"].format(year=result.year), ha="center",
                va="top", fontsize=15)
    if left_out:
        figure.text(0.5, 1 - 0.56 / height, texts["rest"].format(count=left_out), ha="center",
                    va="top", fontsize=9.5)


# Both


def new_figure(width: float, height: float) -> Figure:
    figure = Figure(figsize=(width, height), dpi=150, facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def _fit(text: str, size: float, columns: int) -> float:
    """A font size at which a line of so many wide characters fits."""
    wide = sum(1.0 if ord(c) > 0x2E80 else 0.55 for c in text)
    return size if wide <= columns else size * columns / wide


def _short(text: str, most: int = 14) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def save(figure: Figure, path: str | os.PathLike[str]) -> None:
    """Writes a figure as PNG, SVG or PDF, by the path's ending."""
    name = os.fspath(path)
    kind = os.path.splitext(name)[1][1:].lower()
    known(FORMATS, kind, "format")
    dates: dict[str, Any] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
    try:
        with matplotlib.rc_context(settings()):
            figure.savefig(name, format=kind, metadata=dates.get(kind, {}))
    except (OSError, ValueError) as error:
        unwritable(path, error)
