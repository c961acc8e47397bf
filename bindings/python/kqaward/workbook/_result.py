"""The result of a round as a workbook for the review office's files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from .._values import language, refuse
from ..dates import format_score
from ..editions import edition
from ..enums import Award, Outcome, Verdict, VoteState
from ..findings import Finding
from ..register import parameters, readings
from ..rounds import OrganizationResult, RoundResult
from ._faults import Texts, pick
from ._look import (
    FIRST_ROW,
    dress,
    heading_height,
    new_workbook,
    row_height,
    save,
    set_heading,
    set_page,
    set_section,
    set_text,
    set_title,
    set_value,
)

#: A column of a result: heading, kind, width.
Head = tuple[Texts, str, float]

_ID: Head = (("编号", "Id"), "note", 14)
_NAME: Head = (("名称", "Name"), "note", 32)
_OUTCOME: Head = (("结果", "Outcome"), "word", 17)
_RANK: Head = (("名次", "Rank"), "count", 8)
_DOCUMENT: Head = (("资料评审", "Document review"), "points", 12)
_SITE: Head = (("现场评审", "Site review"), "points", 12)
_TOTAL: Head = (("总评分", "Total score"), "points", 12)
_EXACT: Head = (("总评分精确值", "Total, exact"), "word", 18)
_AWARD: Head = (("奖项", "Award"), "word", 18)
_SEAT: Head = (("名额", "Seat"), "word", 20)
_PRIZE: Head = (("奖金（元）", "Prize (yuan)"), "money", 14)
_VOTES: tuple[Head, Head] = (
    (("质量奖赞成票", "Votes, quality"), "count", 15),
    (("提名奖赞成票", "Votes, nomination"), "count", 15),
)
_MISSING: Head = (("尚缺材料", "Missing"), "note", 36)

_FILLS = {
    "good": PatternFill("solid", fgColor="E2EFDA"),
    "fair": PatternFill("solid", fgColor="DDEBF7"),
    "open": PatternFill("solid", fgColor="FFF2CC"),
    "bad": PatternFill("solid", fgColor="FCE4D6"),
}
_OUTCOME_FILLS = {
    Outcome.QUALITY: "good",
    Outcome.NOMINATION: "fair",
    Outcome.PENDING: "open",
    Outcome.UNDETERMINED: "open",
    Outcome.TIED: "open",
    Outcome.INELIGIBLE: "bad",
    Outcome.BELOW_FLOOR: "bad",
    Outcome.VOTE_VOID: "bad",
}
_VERDICT_FILLS = {Verdict.NOT_MET: "bad", Verdict.UNKNOWN: "open"}
_STATES: dict[VoteState, Texts] = {
    VoteState.NOT_HELD: ("尚未举行", "not held yet"),
    VoteState.VOID: ("无效", "void"),
    VoteState.COUNTED: ("有效，已计票", "valid and counted"),
    VoteState.WAITS: ("待质量奖表决有结果后计票", "waits for the quality vote"),
}
_WARNINGS: dict[str, Texts] = {
    "depends_on_reading": ("换一种读法，结果不同", "another reading gives another outcome"),
    "prize_depends_on_reading": ("换一种读法，奖金不同", "another reading gives another prize"),
    "tied": ("在最后名额上得票相同，须再次投票", "equal votes across the last seat: vote again"),
    "vote_void": ("表决无效，须重新表决", "the vote is void and has to be held again"),
}


class _Writer:
    def __init__(self, book: Workbook, result: RoundResult, lang: str) -> None:
        self._book = book
        self._result = result
        self._lang = lang
        self._rows = tuple(result.organizations)

    def write(self) -> None:
        """Writes all sheets."""
        self._write_summary()
        self._write_outcomes()
        self._write_ranking()
        self._write_awards()
        self._write_findings()
        self._write_warnings()

    def _pick(self, zh: str, en: str) -> str:
        return pick((zh, en), self._lang)

    def _table(
        self, title: Texts, remark: Texts, heads: tuple[Head, ...], rows: Iterable[list[Any]]
    ) -> Worksheet:
        sheet: Worksheet = self._book.create_sheet(self._pick(*title))
        set_title(sheet, self._title(title), self._pick(*remark))
        self._put_heads(sheet, 3, heads)
        row = FIRST_ROW
        for values in rows:
            self._put_row(sheet, row, heads, values)
            row += 1
        if row == FIRST_ROW:
            dress(set_text(sheet, row, 1, self._pick("无", "none")), "text")
        set_page(sheet, f"C{FIRST_ROW}" if len(heads) > 3 else f"A{FIRST_ROW}")
        if row > FIRST_ROW:
            sheet.auto_filter.ref = f"A3:{sheet.cell(row - 1, len(heads)).coordinate}"
        return sheet

    def _title(self, title: Texts) -> str:
        year = self._result.year
        return self._pick(f"{year}年度柯桥区政府质量奖：{title[0]}", f"Round of {year}: {title[1]}")

    def _put_heads(self, sheet: Worksheet, row: int, heads: tuple[Head, ...]) -> None:
        for place, (texts, _, width) in enumerate(heads, 1):
            set_heading(sheet, place, self._pick(*texts), width, row=row)
        height = heading_height([(self._pick(*texts), width) for texts, _, width in heads])
        sheet.row_dimensions[row].height = height

    def _put_row(
        self, sheet: Worksheet, row: int, heads: tuple[Head, ...], values: list[Any]
    ) -> None:
        for place, ((_, kind, _), value) in enumerate(zip(heads, values, strict=True), 1):
            fill = None
            if isinstance(value, Outcome):
                fill = _OUTCOME_FILLS.get(value)
                value = value.text(self._lang)
            elif isinstance(value, Verdict):
                fill = _VERDICT_FILLS.get(value)
                value = value.text(self._lang)
            if kind == "points" and isinstance(value, Fraction):
                value = _shown_score(value)
            cell = set_value(sheet, row, place, value)
            dress(cell, {"points": "score", "note": "wrapped"}.get(kind, kind))
            if kind == "points":
                cell.number_format = "0.00"
            if fill is not None:
                cell.fill = _FILLS[fill]
        wrapped = [
            (str(v or ""), w) for (_, k, w), v in zip(heads, values, strict=True) if k == "note"
        ]
        sheet.row_dimensions[row].height = row_height(wrapped)

    def _write_summary(self) -> None:
        sheet: Worksheet = self._book.create_sheet(self._pick("汇总", "Summary"))
        set_title(sheet, self._title(("评审结果汇总", "summary")), self._remark())
        row = self._write_counts(sheet, 3)
        row = self._write_seats(sheet, row + 1)
        row = self._write_departures(sheet, row + 1)
        for letter, width in zip("ABCDEF", (30, 16, 16, 16, 16, 26), strict=True):
            sheet.column_dimensions[letter].width = width
        set_page(sheet, "A3", heading_row=1)

    def _remark(self) -> str:
        own = self._result.edition
        since = own.in_force_from.isoformat()
        return self._pick(
            f"依据《柯桥区政府质量奖评审管理办法》（版本{own.id}，{since}起施行）",
            f"Under the review rules, edition {own.id}, in force from {since}",
        )

    def _section(self, sheet: Worksheet, row: int, title: str, heads: tuple[Head, ...]) -> int:
        set_section(sheet, row, title)
        self._put_heads(sheet, row + 1, heads)
        return row + 2

    def _write_counts(self, sheet: Worksheet, row: int) -> int:
        heads: tuple[Head, ...] = (
            (("事项", "Item"), "note", 30),
            (("家数", "Organisations"), "count", 16),
        )
        row = self._section(sheet, row, self._pick("一、各家结果", "1. Outcomes"), heads)
        counts: list[tuple[str | Outcome, int]] = [
            (self._pick("列入结果", "Listed"), len(self._rows)),
            (self._pick("列入候选名单", "Candidates"), self._result.candidates),
        ]
        for outcome in reversed(Outcome):
            count = sum(one.outcome is outcome for one in self._rows)
            if count:
                counts.append((outcome, count))
        for name, count in counts:
            self._put_row(sheet, row, heads, [name, count])
            row += 1
        return row

    def _write_seats(self, sheet: Worksheet, row: int) -> int:
        heads: tuple[Head, ...] = (
            (("奖项", "Award"), "text", 30),
            (("名额", "Quota"), "count", 16),
            (("占用名额", "Taken"), "count", 16),
            (("不占名额", "Off the quota"), "count", 16),
            (("奖金（元）", "Prizes (yuan)"), "money", 16),
            (("表决", "Vote"), "word", 26),
        )
        row = self._section(sheet, row, self._pick("二、名额和奖金", "2. Seats and prizes"), heads)
        for award in Award:
            seats = self._result.seats[award]
            prizes = sum(one.prize for one in self._rows if one.award is award)
            state = self._pick(*_STATES[self._result.votes[award]])
            values = [
                award.text(self._lang),
                seats.quota,
                seats.taken,
                seats.off_quota,
                prizes,
                state,
            ]
            self._put_row(sheet, row, heads, values)
            row += 1
        total = [self._pick("合计", "Total"), None, None, None, self._result.prize_total, None]
        self._put_row(sheet, row, heads, total)
        for cell in sheet[row]:
            cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True)
        return row + 1

    def _write_departures(self, sheet: Worksheet, row: int) -> int:
        text = edition(self._result.edition.id)
        changes = text.diff(self._result.edition)
        if not changes:
            line = self._pick(
                "三、参数和读法：与办法规定及默认读法一致",
                "3. Parameters and readings: as in the ordinance and by default",
            )
            set_section(sheet, row, line)
            return row + 1
        heads: tuple[Head, ...] = (
            (("参数或读法", "Parameter or reading"), "note", 30),
            (("办法或默认", "By default"), "word", 16),
            (("本次采用", "Used here"), "word", 16),
        )
        title = self._pick("三、与办法规定或默认读法不同之处", "3. Departures")
        row = self._section(sheet, row, title, heads)
        labels = {one.name: one.label(self._lang) for one in (*parameters(), *readings())}
        for name, (before, after) in changes.items():
            self._put_row(sheet, row, heads, [labels[name], str(before), str(after)])
            row += 1
        return row

    def _write_outcomes(self) -> None:
        heads = (_ID, _NAME, _OUTCOME, _RANK, _DOCUMENT, _SITE, _TOTAL, *_VOTES, _AWARD, _SEAT,
                 _PRIZE, _MISSING)  # fmt: skip
        self._table(
            ("结果", "Outcomes"),
            ("按申报顺序列出；未申报的特别提名组织列在最后", "in the order of input"),
            heads,
            (self._outcome_row(one) for one in self._rows),
        )

    def _outcome_row(self, one: OrganizationResult) -> list[Any]:
        return [
            one.id, one.name, one.outcome, one.rank, one.document, one.site, one.total,
            one.quality_votes, one.nomination_votes, self._award(one), self._seat(one),
            one.prize if one.award is not None else None, self._missing(one),
        ]  # fmt: skip

    def _award(self, one: OrganizationResult) -> str | None:
        return None if one.award is None else one.award.text(self._lang)

    def _seat(self, one: OrganizationResult) -> str | None:
        if one.award is None:
            return None
        if one.special:
            return self._pick("特别提名，不占名额", "special nomination")
        return self._pick(
            *(("不占名额", "off the quota") if one.off_quota else ("占名额", "in the quota"))
        )

    def _missing(self, one: OrganizationResult) -> str | None:
        if not one.missing:
            return None
        unknown = [f for f in one.findings if f.verdict is Verdict.UNKNOWN]
        between = self._pick("、", ", ")
        return between.join(finding.provision_label(self._lang) for finding in unknown)

    def _write_ranking(self) -> None:
        heads = (_RANK, _ID, _NAME, _DOCUMENT, _SITE, _TOTAL, _EXACT, *_VOTES, _OUTCOME)
        remark = (
            "总评分按权重精确计算，由高到低排列，同分同名次（第十八条）；显示两位小数",
            "exact totals from high to low; equal totals share a rank (Art. 18); shown to two decimals",
        )
        self._table(("排名", "Ranking"), remark, heads, self._ranking_rows())

    def _ranking_rows(self) -> Iterator[list[Any]]:
        by_id = {one.id: one for one in self._rows}
        for id in self._result.ranking:
            one = by_id[id]
            exact = None if one.total is None else _exact_text(one.total)
            yield [
                one.rank, one.id, one.name, one.document, one.site, one.total, exact,
                one.quality_votes, one.nomination_votes, one.outcome,
            ]  # fmt: skip

    def _write_awards(self) -> None:
        heads = (_AWARD, _ID, _NAME, _RANK, _TOTAL, _SEAT, _PRIZE)
        remark = (
            "初选授奖名单；须经公示和区政府批准（第二十条、第二十一条）",
            "before publicity and approval (Art. 20, 21)",
        )
        self._table(("授奖名单", "Awards"), remark, heads, self._award_rows())

    def _award_rows(self) -> Iterator[list[Any]]:
        for award in Award:
            winners = [one for one in self._rows if one.award is award]
            winners.sort(key=lambda one: (one.special, one.rank or len(self._rows) + 1))
            for one in winners:
                yield [
                    award.text(self._lang), one.id, one.name, one.rank, one.total, self._seat(one),
                    one.prize,
                ]  # fmt: skip

    def _write_findings(self) -> None:
        heads: tuple[Head, ...] = (
            _ID,
            _NAME,
            (("条款", "Article"), "word", 16),
            (("事项", "Provision"), "note", 28),
            (("结论", "Verdict"), "word", 11),
            (("说明", "In words"), "note", 96),
        )
        remark = ("每家组织的各项认定及其依据", "what each result rests on")
        self._table(("依据", "Findings"), remark, heads, self._finding_rows())

    def _finding_rows(self) -> Iterator[list[Any]]:
        for one in self._rows:
            for finding in one.findings:
                yield [one.id, one.name, *self._finding(finding)]

    def _finding(self, finding: Finding) -> list[Any]:
        lang = self._lang
        return [
            finding.citation(lang), finding.provision_label(lang), finding.verdict, finding.text(lang)
        ]  # fmt: skip

    def _write_warnings(self) -> None:
        heads: tuple[Head, ...] = (
            _ID,
            _NAME,
            (("提示", "Notice"), "note", 30),
            (("读法或表决", "Reading or vote"), "note", 30),
            (("本次采用", "Used here"), "note", 26),
            (("其他读法", "Other readings"), "note", 40),
            (("理由", "Why it is open"), "note", 60),
        )
        remark = (
            "结果或奖金取决于办法未明确之处、得票并列或表决无效的情形，请评委会知悉",
            "results that rest on open wording, ties and void votes",
        )
        rows = (self._warning_row(warning) for warning in self._result.warnings)
        self._table(("读法提示", "Notices"), remark, heads, rows)

    def _warning_row(self, warning: dict[str, str]) -> list[Any]:
        id = warning.get("id")
        name = next((one.name for one in self._rows if one.id == id), None)
        code = warning.get("code", "")
        notice = self._pick(*_WARNINGS.get(code, (code, code)))
        if "reading" not in warning:
            vote = Award(warning["vote"]).text(self._lang) if "vote" in warning else None
            return [id, name, notice, vote, None, None, None]
        return [id, name, notice, *self._reading(warning["reading"])]

    def _reading(self, name: str) -> list[str]:
        row = next(row for row in readings() if row.name == name)
        used = self._result.edition.value_text(name)
        others = [row.meaning(word, self._lang) for word in row.values if word != used]
        between = self._pick("；", "; ")
        return [
            row.label(self._lang), row.meaning(used, self._lang), between.join(others),
            row.reason(self._lang),
        ]  # fmt: skip


def _shown_score(value: Fraction) -> float | int:
    """A score to two decimals as the library rounds it, as a number for the eye."""
    return float(format_score(value, 2))


def _exact_text(value: Fraction) -> str:
    """The exact total: a decimal of at most three places where there is one, else a fraction."""
    for decimals in range(4):
        shown = format_score(value, decimals)
        if Fraction(shown) == value:
            return shown
    return str(value)


def write_result(result: RoundResult, path: str | os.PathLike[str], *, lang: str = "zh") -> None:
    """Writes a round's result as a workbook: summary, outcomes, ranking, awards, findings, notices."""
    language(lang)
    if not isinstance(result, RoundResult):
        refuse("type", "result")
    book = new_workbook()
    _Writer(book, result, lang).write()
    save(book, path)
