"""Commands about one organisation: check and explain."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from ..applying import Eligibility, eligibility
from ..editions import Edition
from ..editions import edition as editions
from ..enums import IncidentKind, Recommender, SanctionKind, Verdict
from ..findings import Finding
from ..rounds import OrganizationResult, Round, RoundResult
from ._decisive import decisive
from ._inputs import (
    amendments,
    chosen_edition,
    chosen_readings,
    date,
    dated,
    one_of,
    pairs,
    read_round,
    read_text,
    whole,
)
from ._options import (
    AMEND,
    EXIT_CODE,
    FILE,
    ID,
    JSON,
    LANG,
    OTHER_EDITION,
    READING,
    SANCTION,
    argument,
    many,
    option,
)
from ._output import put_json, show
from ._page import Page
from ._round import decided
from ._text import Problem, Say, exact, grouped

_TRUTHS: dict[str, bool | None] = {
    "true": True, "yes": True, "是": True,
    "false": False, "no": False, "否": False,
    "unknown": None, "不明": None, "": None,
}
_DAYS = ("operating_since", "application.received")
_MARKS = {
    Verdict.MET: ("√", "green"),
    Verdict.NOT_MET: ("×", "red"),
    Verdict.UNKNOWN: ("?", "yellow"),
    Verdict.NOT_APPLICABLE: ("-", ""),
}


@dataclass
class Dossier:
    """What is known of one organisation that applies."""

    deadline: dt.date
    edition: Edition
    facts: dict[str, Any]
    application: dict[str, Any]
    incidents: list[Any]
    sanctions: list[Any]
    name: str = ""

    def decide(self) -> Eligibility:
        """The qualification check."""
        return eligibility(
            self.edition,
            self.deadline,
            self.facts,
            self.application,
            self.incidents,
            self.sanctions,
        )


@click.command("check", help="help.check")
@argument("file", "[FILE]", "help.check.file", required=False)
@ID
@option("--deadline", "DATE", "help.deadline")
@many("--fact", "K=V", "help.fact")
@many("--incident", "KIND:DATE", "help.incident")
@SANCTION
@option("--edition", "ID", "help.edition_option")
@AMEND
@READING
@EXIT_CODE
@JSON
@LANG
def check(
    file: str | None,
    id: str | None,
    deadline: str | None,
    fact: Sequence[str],
    incident: Sequence[str],
    sanction: Sequence[str],
    edition: str | None,
    amend: Sequence[str],
    reading: Sequence[str],
    exit_code: bool,
    as_json: bool,
    lang: str,
) -> None:
    """Decides the qualification check of one organisation."""
    say = Say(lang)
    day = None if deadline is None else date(deadline, "--deadline")
    dossier = _empty(day) if file is None else _from_file(file, id, day, say.lang)
    if edition is not None:
        dossier.edition = chosen_edition(edition, (), ())
    dossier.edition = dossier.edition.replace(**amendments(amend))
    dossier.edition = dossier.edition.with_readings(chosen_readings(reading))
    _take_facts(dossier, pairs(fact, "--fact"))
    dossier.incidents += dated(incident, "--incident", IncidentKind)
    dossier.sanctions += dated(sanction, "--sanction", SanctionKind)
    answer = dossier.decide()
    if as_json:
        put_json(answer.to_dict())
    else:
        show(lambda page: _write_check(page, dossier, answer, say))
    if exit_code and answer.verdict is not Verdict.MET:
        click.get_current_context().exit(1)


def _empty(day: dt.date | None) -> Dossier:
    if day is None:
        raise Problem("bad.required", option="--deadline")
    return Dossier(day, editions.on(day), {}, {}, [], [])


def _from_file(path: str, id: str | None, day: dt.date | None, lang: str) -> Dossier:
    round = _round_or_organization(path, day, lang)
    document = round.to_dict()
    everyone = document.get("organizations") or []
    if id is None and len(everyone) != 1:
        raise Problem("bad.which", name=path, count=len(everyone))
    found = [one for one in everyone if id is None or one["id"] == id]
    if not found:
        raise Problem("bad.no_organization", id=id)
    one = found[0]
    name = f"{one['id']} {one.get('name') or ''}".strip()
    last = day if day is not None else dt.date.fromisoformat(document["application_deadline"])
    return Dossier(
        last,
        round.edition,
        dict(one.get("facts") or {}),
        dict(one.get("application") or {}),
        list(one.get("incidents") or ()),
        list(one.get("sanctions") or ()),
        name,
    )


def _round_or_organization(path: str, day: dt.date | None, lang: str) -> Round:
    """A round file, or a file with one organisation alone, taken as a round of its own."""
    if path == "-" or path.lower().endswith(".xlsx"):
        return read_round(path, lang)
    text = read_text(path)
    if path.lower().endswith((".yaml", ".yml")):
        from .._yaml import load

        document = load(text, path)
        if not _is_organization(document):
            return Round.from_yaml(text, path)
        return Round.from_dict(_frame(day) | {"organizations": [document]})
    if not _is_organization(_loaded(text)):
        return Round.from_json(text, path)
    frame = json.dumps(_frame(day)).rstrip("}")
    return Round.from_json(frame.encode() + b', "organizations": [' + text + b"]}", path)


def _loaded(text: bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_organization(document: object) -> bool:
    return isinstance(document, dict) and "id" in document and "organizations" not in document


def _frame(day: dt.date | None) -> dict[str, Any]:
    if day is None:
        raise Problem("bad.required", option="--deadline")
    return {"year": day.year, "application_deadline": day.isoformat()}


def _take_facts(dossier: Dossier, facts: Mapping[str, str]) -> None:
    for name, text in facts.items():
        value = _fact(name, text)
        if name.startswith("application."):
            dossier.application[name.removeprefix("application.")] = value
        else:
            dossier.facts[name] = value


def _fact(name: str, text: str) -> Any:
    if text in ("unknown", "不明", ""):
        return None
    if name in _DAYS:
        return date(text, name)
    if name == "application.copies":
        return whole(text, name)
    if name == "application.recommended_by":
        one_of(f"--fact {name}", text, Recommender)
        return text
    if text not in _TRUTHS:
        raise Problem("bad.truth", name=name, given=text)
    return _TRUTHS[text]


def _write_check(page: Page, dossier: Dossier, answer: Eligibility, say: Say) -> None:
    page.title(say("check.title", name=dossier.name) if dossier.name else say("check.untitled"))
    page.line(say("round.deadline", day=dossier.deadline), 0)
    _, style = _MARKS[answer.verdict]
    page.line(say(f"check.{answer.verdict}"), 0, style=f"bold {style}".strip())
    page.section(say("check.findings"))
    for finding in answer.findings:
        _write_finding(page, finding, say)
    if answer.missing:
        page.section(say("check.missing"))
        for finding in answer.findings:
            if finding.verdict is Verdict.UNKNOWN:
                label, citation = finding.provision_label(say.lang), finding.citation(say.lang)
                page.line(say("cited", text=label, citation=citation))
        page.line(say("check.inputs", names=", ".join(answer.missing)))


def _write_finding(page: Page, finding: Finding, say: Say, mark: bool = False) -> None:
    sign, style = _MARKS[finding.verdict]
    decides = say("explain.decides") if mark else ""
    bold = "bold " if mark else ""
    page.line(f"{sign} {finding.text(say.lang)}{decides}", 1, style=f"{bold}{style}".strip())


@click.command("explain", help="help.explain")
@FILE
@argument("id", "ID", "help.id")
@OTHER_EDITION
@AMEND
@READING
@JSON
@LANG
def explain(
    file: str,
    id: str,
    edition: str | None,
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """Explains what became of one organisation in a round."""
    say = Say(lang)
    result = decided(file, say.lang, edition, amend, reading)
    if id not in result.organizations:
        raise Problem("bad.no_organization", id=id)
    row = result.organizations[id]
    others = [
        (name, value, _under(result, id, name, value, say))
        for name in (*row.outcome_readings, *row.prize_readings)
        for value in _other_values(result, name)
    ]
    if as_json:
        put_json(_explanation(row))
        return
    show(lambda page: _write_explanation(page, result, row, others, say))


def _other_values(result: RoundResult, name: str) -> list[str]:
    from ..register import readings

    current = result.edition.value_text(name)
    values = next(row.values for row in readings() if row.name == name)
    return [value for value in values if value != current]


def _under(result: RoundResult, id: str, name: str, value: str, say: Say) -> str:
    """What would become of it under another reading."""
    change = result.compare(result.under(result.edition.with_reading(name, value)))[id]
    outcome = change.outcome_after
    text = say("outcome.none") if outcome is None else outcome.text(say.lang)
    return say("explain.outcome", outcome=text, prize=grouped(change.prize_after))


def _explanation(row: OrganizationResult) -> dict[str, Any]:
    deciding = decisive(row)
    findings = [
        {**finding.to_dict(), "decisive": place in deciding, "text": finding.text("zh")}
        for place, finding in enumerate(row.findings)
    ]
    return {
        **row.to_dict(),
        "findings": findings,
        "outcome_readings": list(row.outcome_readings),
        "prize_readings": list(row.prize_readings),
    }


def _write_explanation(
    page: Page,
    result: RoundResult,
    row: OrganizationResult,
    others: list[tuple[str, str, str]],
    say: Say,
) -> None:
    from ._report import named

    page.title(say("explain.title", name=named(row), year=result.year))
    page.line(
        say("explain.outcome", outcome=row.outcome.text(say.lang), prize=grouped(row.prize)),
        0,
        style="bold",
    )
    if row.total is not None:
        rank = "-" if row.rank is None else str(row.rank)
        page.line(say("explain.total", total=exact(row.total), rank=rank), 0)
    page.section(say("explain.findings"))
    deciding = decisive(row)
    for place, finding in enumerate(row.findings):
        _write_finding(page, finding, say, place in deciding)
    if not row.findings:
        page.line(say("explain.no_findings"))
    elif not deciding:
        page.line(say("explain.open"))
    _write_dependence(page, result, others, say)


def _write_dependence(
    page: Page, result: RoundResult, others: list[tuple[str, str, str]], say: Say
) -> None:
    from ..register import readings
    from ._report import write_reading

    page.section(say("explain.readings"))
    if not others:
        page.line(say("explain.no_readings"))
    for row in readings():
        changed = [(value, text) for name, value, text in others if name == row.name]
        if not changed:
            continue
        write_reading(page, row, result.edition.value_text(row.name), say)
        for value, text in changed:
            meaning = row.meaning(value, say.lang)
            page.line(say("explain.instead", value=value, meaning=meaning, text=text), 2)
