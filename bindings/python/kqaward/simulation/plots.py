"""The picture of a simulation: shares of outcomes, and the outlay of a year."""

from __future__ import annotations

from collections import Counter
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from .._panels import known
from ..documents import LANGUAGES, Language
from ..enums import Outcome
from ..plots import new_figure, settings
from ._impact import Impact

_BASE, _DRAFT = "#9aa5b1", "#3f78b5"
_TEXTS = {
    "zh": {
        "title": "修订草案的影响（虚拟申报组织{applicants}家，{rounds}个年度）",
        "shares": "各种结果占申报组织的百分比",
        "outlay": "每年奖金总额的分布",
        "money": "奖金总额（万元）",
        "years": "占全部年度的百分比",
        "base": "原版本",
        "draft": "修订草案",
        "note": "误差线为95%置信区间。申报组织均为按假设虚构。",
    },
    "en": {
        "title": "What the draft changes ({applicants} made-up applicants, {rounds} rounds)",
        "shares": "Outcomes, percent of applicants",
        "outlay": "Outlay of a year",
        "money": "Sum of prizes (10,000 yuan)",
        "years": "Percent of all years",
        "base": "base",
        "draft": "draft",
        "note": "Bars show 95 percent intervals. All applicants are made up from assumptions.",
    },
}


def impact(impact: Impact, *, lang: Language = "zh") -> Figure:
    """Outcome shares with intervals on the left, the distribution of a year's outlay on the right."""
    known(LANGUAGES, lang, "lang")
    texts = _TEXTS[lang]
    with matplotlib.rc_context(settings()):
        figure = new_figure(12.0, 5.6)
        shares = figure.add_axes((0.13, 0.16, 0.38, 0.66))
        outlay = figure.add_axes((0.59, 0.16, 0.38, 0.66))
        _shares(shares, impact, lang)
        _outlay(outlay, impact, texts)
        figure.text(
            0.5, 0.96,
            texts["title"].format(
                applicants=f"{impact.applicants:,}", rounds=f"{impact.rounds:,}"
            ),
            ha="center", va="top", fontsize=14,
        )  # fmt: skip
        figure.text(0.01, 0.015, texts["note"], fontsize=9, color="#555555")
    return figure


def _shares(axes: Any, impact: Impact, lang: Language) -> None:
    texts = _TEXTS[lang]
    sides = ((impact.base, "base", _BASE, -0.19), (impact.draft, "draft", _DRAFT, 0.19))
    outcomes = [o for o in Outcome if impact.base.outcomes[o] or impact.draft.outcomes[o]]
    for side, name, colour, offset in sides:
        intervals = [impact.share(outcome, side) for outcome in outcomes]
        axes.barh(
            [place + offset for place in range(len(outcomes))],
            [100 * interval.value for interval in intervals], height=0.36, color=colour,
            xerr=[100 * (interval.high - interval.value) for interval in intervals],
            error_kw={"elinewidth": 1.0, "capsize": 2.0, "ecolor": "#222222"}, label=texts[name],
        )  # fmt: skip
    axes.set_yticks(range(len(outcomes)), [outcome.text(lang) for outcome in outcomes])
    axes.invert_yaxis()
    axes.set_xlim(left=0)
    axes.set_title(texts["shares"], fontsize=11)
    axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.4, -0.07), ncols=2)
    _plain(axes, "x")


def _outlay(axes: Any, impact: Impact, texts: dict[str, str]) -> None:
    amounts = sorted(impact.base.outlay | impact.draft.outlay)
    step = min((b - a for a, b in zip(amounts, amounts[1:])), default=100_000)
    # At most so many bars as can be told apart.
    step = max(step, (amounts[-1] - amounts[0]) // 60 or 1)
    for side, name, colour, alpha in (
        (impact.base, "base", _BASE, 0.9),
        (impact.draft, "draft", _DRAFT, 0.55),
    ):
        bars: Counter[int] = Counter()
        for amount, rounds in side.outlay.items():
            bars[amount // step] += rounds
        places = sorted(bars)
        axes.bar(
            [place * step / 10_000 for place in places],
            [100 * bars[place] / impact.rounds for place in places],
            width=0.9 * step / 10_000, color=colour, alpha=alpha, label=texts[name],
        )  # fmt: skip
    axes.set_title(texts["outlay"], fontsize=11)
    axes.set_xlabel(texts["money"])
    axes.set_ylabel(texts["years"])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.legend(frameon=False, loc="upper left")
    _plain(axes, "y")


def _plain(axes: Any, direction: str) -> None:
    axes.grid(axis=direction, color="#e0e0e0", linewidth=0.8)
    axes.set_axisbelow(True)
    for edge in ("top", "right"):
        axes.spines[edge].set_visible(False)
