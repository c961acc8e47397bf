"""Documents of a round from templates: refusal with reasons, evaluation report, publicity list.

Each is written once as Markdown from a template; HTML and DOCX are that Markdown in another form.
A file of the same name in ``template_dir`` takes the place of a template; templates/README.md lists
the variables. The library decides everything said here; this module only arranges it.
"""

from __future__ import annotations

import functools
import os
import re
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeVar, Union, cast, overload

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from . import _markdown
from ._panels import REVIEW_NAMES, Review, known, panel_of, refuse
from .dates import format_score
from .editions import Edition, enacted
from .enums import Award, Outcome, Unit, Verdict, VoteState
from .findings import Finding
from .register import parameters, readings
from .rounds import OrganizationResult, Round, RoundResult

Kind = Literal["refusal", "evaluation", "publicity"]
Format = Literal["md", "html", "docx"]
Language = Literal["zh", "en"]
Folder = Union[str, "os.PathLike[str]", None]

T = TypeVar("T")

KINDS = ("refusal", "evaluation", "publicity")
FORMATS = ("md", "html", "docx")
LANGUAGES = ("zh", "en")
TEMPLATES = Path(__file__).parent / "templates"

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
#: Outcomes of a candidate whose vote has not come to an end.
_OPEN = (Outcome.PENDING, Outcome.VOTE_VOID, Outcome.TIED)
#: The last article before the vote: what an evaluation report may rest on.
_EVALUATION = 18


@dataclass(frozen=True)
class Entry:
    """One organisation as templates see it; all numbers are text ready to show."""

    id: str
    name: str
    rank: str
    document: str
    site: str
    total: str
    exact: str
    outcome: str
    reasons: tuple[str, ...]
    dated: bool


@dataclass(frozen=True)
class CategoryRow:
    """One panel's mean scores by category."""

    id: str
    name: str
    assessors: int
    scores: tuple[str, ...]
    score: str
    spread: str


@dataclass(frozen=True)
class CategoryTable:
    """The category scores of one review: headings as (name, points), and the rows."""

    review: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[CategoryRow, ...]


@dataclass(frozen=True)
class Change:
    """A parameter or reading that differs from the edition as published."""

    name: str
    label: str
    value: str
    published: str


@dataclass(frozen=True)
class Note:
    """An open wording on which results of the evaluation depend."""

    label: str
    meaning: str
    citation: str
    organizations: tuple[str, ...]


@overload
def write(
    round: Round, result: RoundResult, kind: Kind = "refusal", *, id: str | None = None,
    format: Literal["docx"], lang: Language = "zh", template_dir: Folder = None,
) -> bytes: ...
@overload
def write(
    round: Round, result: RoundResult, kind: Kind = "refusal", *, id: str | None = None,
    format: Literal["md", "html"] = "md", lang: Language = "zh", template_dir: Folder = None,
) -> str: ...
@overload
def write(
    round: Round, result: RoundResult, kind: Kind = "refusal", *, id: str | None = None,
    format: Format, lang: Language = "zh", template_dir: Folder = None,
) -> str | bytes: ...
def write(
    round: Round, result: RoundResult, kind: Kind = "refusal", *, id: str | None = None,
    format: Format = "md", lang: Language = "zh", template_dir: Folder = None,
) -> str | bytes:
    """Writes a document: text, or bytes for ``"docx"``.

    ``"refusal"`` is the notice with reasons to one that failed the qualification check (Art. 15);
    without ``id`` there is one for each, a page each. ``"evaluation"`` is the evaluation report
    (Art. 18), ``"publicity"`` the list of awards for public comment (Art. 20). Dates and signatures
    stay blank.
    """
    known(KINDS, kind, "kind")
    known(FORMATS, format, "format")
    known(LANGUAGES, lang, "lang")
    folder = _folder(template_dir)
    markdown = _render(f"{kind}.{lang}.md", folder, _contexts(round, result, kind, id, lang))
    if format == "md":
        return markdown
    title = _title(markdown)
    if format == "html":
        return _page(markdown, title, lang, folder)
    from ._docx import to_docx

    return to_docx(markdown, title, lang, _replaced("base.docx", folder))


def save(
    round: Round, result: RoundResult, path: str | os.PathLike[str], kind: Kind = "refusal", *,
    id: str | None = None, format: Format | None = None, lang: Language = "zh",
    template_dir: Folder = None,
) -> None:
    """Writes a document to a file; the format is that of the path's ending unless given."""
    chosen = format or os.path.splitext(os.fspath(path))[1][1:].lower()
    known(FORMATS, chosen, "format")
    content = write(
        round, result, kind, id=id, format=cast(Format, chosen), lang=lang,
        template_dir=template_dir,
    )
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    try:
        Path(path).write_bytes(data)
    except (OSError, ValueError) as error:
        unwritable(path, error)


def refused(result: RoundResult) -> tuple[str, ...]:
    """The ids of those that failed the qualification check, each owed a refusal (Art. 15)."""
    return tuple(one.id for one in result.organizations if one.eligible is Verdict.NOT_MET)


def unwritable(path: object, error: Exception) -> NoReturn:
    """Raises KqaError for a file that cannot be written."""
    why = getattr(error, "strerror", None) or str(error)
    refuse(f"{path} cannot be written: {why}", f"无法写入{path}：{why}", "unwritable", str(path))


# How numbers and days are shown


def shown(score: Fraction | None) -> str:
    """A score with two decimals; a dash where there is none."""
    return "—" if score is None else format_score(score, 2)


def _exact(score: Fraction | None) -> str:
    """The exact score where two decimals do not hold it."""
    if score is None or Fraction(format_score(score, 2)) == score:
        return ""
    whole, rest = divmod(score * 1_000_000, 1_000_000)
    return str(score) if rest.denominator > 1 else f"{whole}.{int(rest):06}".rstrip("0")


def precise(score: Fraction | None) -> str:
    """A score as shown, or exactly where two decimals do not hold it; empty where there is none."""
    return "" if score is None else _exact(score) or shown(score)


def _days(text: str, lang: Language) -> str:
    """Days in a text as people of the language write them."""
    return _DAY.sub(functools.partial(_day, lang), text)


def _day(lang: Language, match: re.Match[str]) -> str:
    year, month, day = map(int, match.groups())
    if not 1 <= month <= 12:
        return match[0]
    return f"{year}年{month}月{day}日" if lang == "zh" else f"{day} {_MONTHS[month - 1]} {year}"


# What the templates are given


def _contexts(
    round: Round, result: RoundResult, kind: Kind, id: str | None, lang: Language
) -> list[dict[str, Any]]:
    document = round.to_dict()
    common = {
        "year": result.year,
        "lang": lang,
        "edition": result.edition.id,
        "deadline": _days(str(document.get("application_deadline", "")), lang),
        "changes": _changes(result.edition, lang),
    }
    if kind == "refusal":
        return [common | {"organization": _entry(one, lang)} for one in _refusals(result, id)]
    if id is not None:
        refuse(
            f"only a refusal is addressed to one organization; leave out the id for {kind}",
            "只有未通过资格审查告知书针对单个组织，其他文书不指定编号", "value", "id",
        )
    if kind == "evaluation":
        return [common | _evaluation(round, document, result, lang)]
    return [common | _publicity(result, lang)]


def _refusals(result: RoundResult, id: str | None) -> list[OrganizationResult]:
    ids = refused(result)
    if id is None:
        if not ids:
            refuse(
                "no organization failed the qualification check, so there is no refusal to write",
                "没有未通过资格审查的组织，无须告知", "value", "id",
            )
        return [result.organizations[one] for one in ids]
    if id not in result.organizations:
        refuse(f"the round has no organization {id!r}", f"本轮没有编号为{id}的组织", "name", "id")
    if id not in ids:
        refuse(
            f"{id} did not fail the qualification check, so there is no refusal to write",
            f"{id}并非未通过资格审查，无须告知", "value", "id",
        )
    return [result.organizations[id]]


def _evaluation(
    round: Round, document: dict[str, Any], result: RoundResult, lang: Language
) -> dict[str, Any]:
    edition = result.edition
    everyone = list(result.organizations)
    applicants = [one for one in everyone if one.eligible is not Verdict.NOT_APPLICABLE]
    ranked = [result.organizations[id] for id in result.ranking]
    unranked = [one for one in applicants if one.rank is None and one.total is not None]
    on_list = unranked if edition.value_text("floors.apply_to") == "quality_only" else []
    listed = {one.id for one in ranked + on_list}
    passed = [one for one in applicants if one.eligible is Verdict.MET]
    return {
        "applicants": len(applicants),
        "passed": len(passed),
        "criteria": document.get("criteria") or "gbt19580-2012",
        "weight_document": edition.value_text("weight.document"),
        "weight_site": edition.value_text("weight.site"),
        "floor_total": edition.value_text("floor.total"),
        "floor_site": edition.value_text("floor.site"),
        "ranking": _entries(ranked, lang),
        "unranked_candidates": _entries(on_list, lang),
        "not_listed": _entries((one for one in passed if one.id not in listed), lang, precise),
        "refused": _entries((one for one in applicants if one.eligible is Verdict.NOT_MET), lang),
        "undetermined": _entries(
            (one for one in applicants if one.eligible is Verdict.UNKNOWN), lang
        ),
        "categories": _category_tables(round, document, lang),
        "notes": _notes(result, lang),
    }


def _publicity(result: RoundResult, lang: Language) -> dict[str, Any]:
    if result.votes[Award.QUALITY] is not VoteState.COUNTED:
        refuse(
            "the quality vote has not been counted, so there is no list to publish",
            "质量奖尚无有效表决结果，没有可公示的名单", "value", "votes.quality",
        )
    waiting = [
        one.id for one in result.organizations if one.rank is not None and one.outcome in _OPEN
    ]
    if waiting:
        listed = ", ".join(waiting)
        refuse(
            f"the votes have not decided on {listed}, so the list cannot be published",
            f"{listed}的表决尚无结果，名单不能公示", "value", "votes",
        )
    holders = [one for one in result.organizations if one.award is not None]
    return {
        "quality": _entries((one for one in holders if one.award is Award.QUALITY), lang),
        "nomination": _entries(
            (one for one in holders if one.award is Award.NOMINATION and not one.special), lang
        ),
        "special": _entries((one for one in holders if one.special), lang),
    }


def _entries(
    results: Iterable[OrganizationResult],
    lang: Language,
    show: Callable[[Fraction | None], str] = shown,
) -> tuple[Entry, ...]:
    return tuple(_entry(one, lang, show) for one in results)


def _entry(
    one: OrganizationResult, lang: Language, show: Callable[[Fraction | None], str] = shown
) -> Entry:
    grounds = _grounds(one)
    return Entry(
        id=one.id,
        name=one.name or one.id,
        rank="" if one.rank is None else str(one.rank),
        document=show(one.document),
        site=show(one.site),
        total=show(one.total),
        exact=_exact(one.total),
        outcome=one.outcome.text(lang),
        reasons=tuple(_sentence(finding, lang) for finding in grounds),
        dated=any(finding.unit is Unit.DATE for finding in grounds),
    )


def _grounds(one: OrganizationResult) -> list[Finding]:
    """What stands against one before the vote."""
    if one.eligible is not Verdict.MET:
        return list(one.reasons)
    return [
        finding for finding in one.findings
        if finding.verdict is Verdict.NOT_MET and finding.article <= _EVALUATION
    ]


def _sentence(finding: Finding, lang: Language) -> str:
    return _days(finding.text(lang), lang)


def _changes(decided: Edition, lang: Language) -> tuple[Change, ...]:
    labels = {row.name: row.label(lang) for row in (*parameters(), *readings())}
    return tuple(
        Change(name, labels[name], str(values[1]), str(values[0]))
        for name, values in enacted(decided).diff(decided).items()
    )


def _notes(result: RoundResult, lang: Language) -> tuple[Note, ...]:
    notes = []
    for row in readings():
        if row.article > _EVALUATION:
            continue
        names = tuple(
            one.name or one.id for one in result.organizations if row.name in one.outcome_readings
        )
        if names:
            meaning = row.meaning(result.edition.value_text(row.name), lang)
            notes.append(Note(row.label(lang), meaning, row.citation(lang), names))
    return tuple(notes)


def _category_tables(
    round: Round, document: dict[str, Any], lang: Language
) -> tuple[CategoryTable, ...]:
    reviews: tuple[Review, ...] = ("document", "site")
    tables = (_category_table(round, document, review, lang) for review in reviews)
    return tuple(table for table in tables if table is not None)


def _category_table(
    round: Round, document: dict[str, Any], review: Review, lang: Language
) -> CategoryTable | None:
    rows, criteria = [], None
    for organization in document.get("organizations") or ():
        panel = panel_of(round, document, organization, review)
        if panel is None:
            continue
        criteria = panel.criteria
        rows.append(
            CategoryRow(
                organization["id"],
                organization.get("name") or organization["id"],
                len(panel.sheets),
                tuple(map(shown, panel.category_scores)),
                shown(panel.score),
                shown(panel.spread),
            )
        )
    if criteria is None:
        return None
    columns = tuple(
        (criteria.category_name(place, lang) or str(place + 1), criteria.category_points(place))
        for place in range(criteria.category_count)
    )
    return CategoryTable(REVIEW_NAMES[lang][review], columns, tuple(rows))


# Templates


def _folder(template_dir: Folder) -> Path | None:
    if template_dir is None:
        return None
    folder = Path(template_dir)
    if not folder.is_dir():
        refuse(
            f"there is no folder of templates at {folder}", f"没有模板文件夹{folder}",
            "unreadable", "template_dir",
        )
    return folder


def _replaced(name: str, folder: Path | None) -> Path | None:
    """The user's file of that name, if there is one."""
    own = None if folder is None else folder / name
    return own if own is not None and own.is_file() else None


def _environment(folder: Path | None, markdown: bool) -> SandboxedEnvironment:
    folders = [TEMPLATES] if folder is None else [folder, TEMPLATES]
    return SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=not markdown,
        finalize=_markdown.escape if markdown else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _render(name: str, folder: Path | None, contexts: list[dict[str, Any]]) -> str:
    environment = _environment(folder, markdown=True)
    pages = _guarded(
        name, lambda: [environment.get_template(name).render(one).strip() for one in contexts]
    )
    return re.sub(r"\n{3,}", "\n\n", "\n\n---\n\n".join(pages)) + "\n"


def _page(markdown: str, title: str, lang: Language, folder: Path | None) -> str:
    environment = _environment(folder, markdown=False)
    values = {"title": title, "lang": lang, "body": Markup(_markdown.to_html(markdown))}
    return _guarded("page.html", lambda: environment.get_template("page.html").render(values))


def _guarded(name: str, render: Callable[[], T]) -> T:
    try:
        return render()
    except (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, OSError,
            RecursionError, TypeError, ValueError) as error:
        file, line = _where(error, name)
        at = f"{file}, line {line}" if line else file
        at_zh = f"{file}第{line}行" if line else file
        why = " ".join(str(error).split()) or type(error).__name__
        refuse(f"template {at}: {why}", f"模板{at_zh}有误：{why}", "template", file)


def _where(error: Exception, name: str) -> tuple[str, int]:
    """The template and the line at fault, as far as known."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.name or name, error.lineno
    if isinstance(error, jinja2.TemplateNotFound):
        return name, 0
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename)
        if file.suffix in (".md", ".html", ".css") and frame.lineno:
            return file.name, frame.lineno
    return name, 0


def _title(markdown: str) -> str:
    for node in _markdown.to_tree(markdown).walk():
        if node.type == "heading":
            return _markdown.plain_text(node)
    return ""
