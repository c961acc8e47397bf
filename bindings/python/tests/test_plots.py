"""Pictures: the radar of a panel's category scores, the ranking with floors and cut-offs."""

from __future__ import annotations

import json
import warnings
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from matplotlib.text import Text

import kqaward as kq
from kqaward import plots

ROUND_FILE = Path(__file__).resolve().parents[3] / "examples" / "rounds" / "2026.json"
LANGUAGES = ("zh", "en")
MAGIC = {"png": b"\x89PNG\r\n", "pdf": b"%PDF-", "svg": b"<?xml"}


@pytest.fixture(scope="module")
def round_() -> kq.Round:
    return kq.Round.from_file(ROUND_FILE)


@pytest.fixture(scope="module")
def result(round_: kq.Round) -> kq.RoundResult:
    return round_.decide()


def texts(figure: Any) -> str:
    return "\n".join(text.get_text() for text in figure.findobj(Text))


def line(axes: Any, label: str) -> Any:
    return next(one for one in axes.get_lines() if one.get_label() == label)


def test_the_font_has_every_character_of_every_label(result: kq.RoundResult) -> None:
    criteria = kq.Criteria.find("gbt19580-2012")
    names = "".join(one.name or one.id for one in result.organizations)
    labels = "".join(criteria.category_name(place) for place in range(criteria.category_count))
    written = json.dumps(plots._TEXTS, ensure_ascii=False)
    assert plots.absent(names + labels + written, plots.chinese_font()) == ""


def test_characters_without_a_glyph_are_found() -> None:
    assert plots.absent("质\ue000量", plots.chinese_font()) == "\ue000"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_drawn_with_a_missing_glyph(
    round_: kq.Round, result: kq.RoundResult, lang: Any, tmp_path: Path
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plots.save(plots.radar(round_, "K02", lang=lang), tmp_path / "radar.png")
        plots.save(plots.ranking(result, lang), tmp_path / "ranking.png")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_radar_draws_the_panels_share_of_each_categorys_points(
    round_: kq.Round, lang: Any
) -> None:
    figure = plots.radar(round_, "K02", lang=lang)
    criteria = kq.Criteria.find("gbt19580-2012")
    sheets = round_.to_dict()["organizations"][1]["site_review"]["sheets"]
    scores = kq.panel_category_scores(round_.edition, criteria, sheets)
    shares = [
        float(score / criteria.category_points(place) * 100) for place, score in enumerate(scores)
    ]
    drawn = list(line(figure.axes[0], plots._TEXTS[lang]["mean"]).get_ydata())
    assert drawn == pytest.approx([*shares, shares[0]])
    shown = texts(figure)
    assert "727.19" in shown and "16.50" in shown and "400" in shown
    assert len(figure.axes[0].get_xticks()) == 7


def test_radar_band_reaches_from_the_lowest_to_the_highest_assessor(round_: kq.Round) -> None:
    figure = plots.radar(round_, "K02")
    criteria = kq.Criteria.find("gbt19580-2012")
    sheets = round_.to_dict()["organizations"][1]["site_review"]["sheets"]
    first = [kq.sheet_category_score(criteria, sheet, 0) for sheet in sheets]
    points = criteria.category_points(0)
    band: Any = figure.axes[0].collections[0]
    radii = {round(float(r), 6) for angle, r in band.get_paths()[0].vertices if angle == 0}
    assert {round(float(f(first) / points * 100), 6) for f in (min, max)} <= radii


def test_radar_of_the_document_review(round_: kq.Round) -> None:
    assert "资料评审" in texts(plots.radar(round_, "K05", review="document"))


@pytest.mark.parametrize(
    ("id", "review", "field"),
    [("K99", "site", "id"), ("K01", "site", "site_review.sheets"),
     ("K04", "document", "document_review.sheets"), ("K02", "x", "review")],
)
def test_radar_refuses_what_it_cannot_draw(
    round_: kq.Round, id: str, review: Any, field: str
) -> None:
    with pytest.raises(kq.KqaError) as caught:
        plots.radar(round_, id, review=review)
    assert caught.value.field == field
    assert "\n" not in str(caught.value)


def test_radar_of_a_special_nominee_without_a_dossier(round_: kq.Round) -> None:
    special = round_.ids[-1]
    with pytest.raises(kq.KqaError, match="no assessors' sheets"):
        plots.radar(round_, special)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ranking_has_a_bar_for_each_total_in_order(result: kq.RoundResult, lang: Any) -> None:
    axes: Any = plots.ranking(result, lang).axes[0]
    widths = [patch.get_width() for patch in axes.patches]
    ranked = [float(result.organizations[id].total or 0) for id in result.ranking]
    assert widths[: len(ranked)] == ranked
    assert len(widths) == sum(one.total is not None for one in result.organizations)


def test_ranking_marks_one_floor_where_both_are_equal(result: kq.RoundResult) -> None:
    axes = plots.ranking(result).axes[0]
    floor = line(axes, "总评分、现场评分最低分 600")
    assert list(floor.get_xdata()) == [600, 600]


def test_ranking_marks_both_floors_where_they_differ(round_: kq.Round) -> None:
    axes = plots.ranking(round_.decide(amend={"floor.site": Fraction(1191, 2)}), "en").axes[0]
    assert list(line(axes, "Floor of the total: 600").get_xdata()) == [600, 600]
    assert list(line(axes, "Floor of the site score: 1191/2").get_xdata()) == [595.5, 595.5]


def test_cut_offs_lie_under_the_last_holder_of_each_award(result: kq.RoundResult) -> None:
    figure = plots.ranking(result)
    shown = texts(figure)
    assert "质量奖止于第6名" in shown and "提名奖止于第18名" in shown
    drawn: Any = [line.get_ydata() for line in figure.axes[0].get_lines()]
    levels = {ends[0] for ends in drawn if len(ends) == 2 and ends[0] == ends[1]}
    assert {5.5, 17.5} <= levels


def test_no_cut_off_before_an_award(tmp_path: Path) -> None:
    round = kq.Round.from_file(ROUND_FILE.with_name("2026-void.json"))
    assert "止于" not in texts(plots.ranking(round.decide()))


def test_nothing_to_rank_is_a_sentence() -> None:
    empty = {"year": 2026, "application_deadline": "2026-06-30", "organizations": []}
    with pytest.raises(kq.KqaError, match="no ranking"):
        plots.ranking(kq.Round.from_dict(empty).decide())


def test_a_long_ranking_is_cut_and_says_so(round_: kq.Round) -> None:
    document = round_.to_dict()
    model = next(one for one in document["organizations"] if one["id"] == "K13")
    more = [dict(model, id=f"X{n}", history=[]) for n in range(100)]
    round = kq.Round.from_dict(
        {**document, "votes": None, "organizations": document["organizations"] + more}
    )
    figure = plots.ranking(round.decide())
    assert len(figure.axes[0].patches) == plots.MOST_BARS
    assert "另有41家未画出" in texts(figure)


def test_a_cut_off_beyond_the_drawn_bars_is_not_drawn(
    result: kq.RoundResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plots, "MOST_BARS", 17)
    shown = texts(plots.ranking(result))
    assert "质量奖止于第6名" in shown and "提名奖止于" not in shown


@pytest.mark.parametrize("format", plots.FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_saved_pictures_are_of_their_type(
    round_: kq.Round, result: kq.RoundResult, tmp_path: Path, format: str, lang: Any
) -> None:
    for name, figure in (
        ("radar", plots.radar(round_, "K02", lang=lang)), ("ranking", plots.ranking(result, lang)),
    ):
        path = tmp_path / f"{name}.{format}"
        plots.save(figure, path)
        assert path.read_bytes().startswith(MAGIC[format])


def test_a_picture_is_the_same_each_time(result: kq.RoundResult, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        plots.save(plots.ranking(result), tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_pictures_that_cannot_be_saved(result: kq.RoundResult, tmp_path: Path) -> None:
    figure = plots.ranking(result)
    with pytest.raises(kq.KqaError, match="format"):
        plots.save(figure, tmp_path / "x.gif")
    with pytest.raises(kq.KqaError, match="cannot be written"):
        plots.save(figure, tmp_path / "none" / "x.png")


def test_without_any_chinese_font_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plots.chinese_font.cache_clear()
    monkeypatch.setattr(plots, "_FONT_PACKAGE", "no_such_package")
    monkeypatch.setattr(plots, "_SYSTEM_FONTS", ("DejaVu Sans",))
    try:
        with pytest.raises(kq.KqaError, match="pip install pylopdf-fonts-zh-cn"):
            plots.chinese_font()
    finally:
        plots.chinese_font.cache_clear()
