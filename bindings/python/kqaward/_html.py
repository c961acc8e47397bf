"""Tables for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from . import _native
from .enums import Verdict

if TYPE_CHECKING:
    from .findings import Finding
    from .rounds import OrganizationResult, Round, RoundResult
    from .scores import Criteria, ScoreSheets

_MOST_ROWS = 200
_MARKS = {
    Verdict.MET: "✓",
    Verdict.NOT_MET: "✗",
    Verdict.UNKNOWN: "?",
    Verdict.NOT_APPLICABLE: "–",
}


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    cells = "".join(f"<th>{escape(head)}</th>" for head in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_shown(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
    )


def _shown(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _points(value: Any) -> str:
    return "" if value is None else _native.ratio_format_rounded(value, 2)


def findings_table(findings: Iterable[Finding]) -> str:
    """Findings: provision, verdict, values, citation."""
    rows = (
        (
            f.provision_label(),
            f"{_MARKS[f.verdict]} {f.verdict.text()}",
            f.observed_text,
            f.required_text,
            f.citation(),
        )
        for f in findings
    )
    return _table("认定", ("条款", "结论", "实际", "要求", "依据"), rows)


def organization_table(result: OrganizationResult) -> str:
    """One organisation with its findings."""
    head = f"{result.id} {result.name or ''}：{result.outcome.text()}"
    return f"<p>{escape(head)}</p>" + findings_table(result.findings)


def round_table(round: Round) -> str:
    """A round before it is decided."""
    rows = [
        ("年度", round.year),
        ("办法版本", round.edition.id),
        ("组织数", len(round)),
    ]
    return _table("评审轮次", ("项目", "内容"), rows)


def result_table(result: RoundResult) -> str:
    """A round's outcomes, seats and money; a long list is cut."""
    shown = result.organizations[:_MOST_ROWS]
    rows = (
        (
            one.rank,
            one.id,
            one.name,
            one.outcome.text(),
            _points(one.document),
            _points(one.site),
            _points(one.total),
            ""
            if one.award is None
            else one.award.text() + ("（不占名额）" if one.off_quota else ""),
            one.prize or "",
        )
        for one in shown
    )
    heads = ("名次", "编号", "名称", "结果", "资料评分", "现场评分", "总评分", "奖项", "奖励（元）")
    table = _table(f"{result.year}年评审结果", heads, rows)
    seats = "；".join(
        f"{award.text()}：名额{s.quota}，占用{s.taken}，不占名额{s.off_quota}"
        for award, s in result.seats.items()
    )
    cut = len(result.organizations) - len(shown)
    more = f"<p>另有{cut}家未列出</p>" if cut else ""
    return f"{table}{more}<p>{escape(seats)}；奖励合计{result.prize_total}元</p>"


def criteria_table(criteria: Criteria) -> str:
    """The items of a set of criteria."""
    rows = (
        (item.clause, item.zh or item.en, item.points, criteria.category_name(item.category))
        for item in criteria.items
    )
    return _table(criteria.id, ("条款", "评分条目", "分值", "类目"), rows)


def sheets_table(sheets: ScoreSheets) -> str:
    """A panel's sheets with the scores of each assessor."""
    count = len(sheets.sheets)
    heads = ["条款", "评分条目", "分值", *(f"评审员{i + 1}（%）" for i in range(count))]
    rows: list[list[Any]] = [
        [item.clause, item.zh or item.en, item.points, *(s[place] for s in sheets.sheets)]
        for place, item in enumerate(sheets.criteria.items)
    ]
    rows.append(["", "得分", sheets.criteria.full_score, *map(_points, sheets.sheet_scores)])
    caption = f"评分表：均分{_points(sheets.score)}，极差{_points(sheets.spread)}"
    return _table(caption, heads, rows)
