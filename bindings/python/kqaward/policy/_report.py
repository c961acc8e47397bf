"""What a run of cases came to, for people and for build servers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from .. import _native
from .._values import language
from ..cli._page import Page, clean
from ..enums import ProvisionKind
from ..register import provisions
from ._case import shown
from ._coverage import Coverage, Row
from ._run import Difference, Run, explanation
from ._texts import say


def place(done: Run) -> str:
    """File and line of a case."""
    return f"{done.case.source.path}:{done.case.line}"


def details(done: Run, lang: str) -> list[tuple[int, str]]:
    """What was expected, what came out, and why, as indented lines."""
    lines = []
    for difference in done.differences:
        lines.append((0, ".".join(difference.leaf.path)))
        lines.append((1, say("run.expected", lang, value=_value(difference, True, lang))))
        lines.append((1, say("run.got", lang, value=_value(difference, False, lang))))
    said = explanation(done, lang)
    if said:
        lines.append((0, say("run.refused" if done.refused else "run.why", lang)))
        lines += [(1, one) for one in said]
    return lines


def _value(difference: Difference, expected: bool, lang: str) -> str:
    value = difference.leaf.value if expected else difference.got
    if difference.leaf.path[-1] != "because" or not isinstance(value, frozenset):
        return shown(value)
    labels = {row.key: row.label(lang) for row in provisions()}
    named = [say("run.named", lang, key=key, label=labels[key]) for key in sorted(value)]
    return say("comma", lang).join(named) or say("run.nothing", lang)


def write_runs(page: Page, runs: Sequence[Run], seconds: float, lang: str) -> None:
    """The failed cases one by one, then how many passed."""
    failed = [done for done in runs if not done.passed]
    for done in failed:
        page.line(say("run.failed", lang, place=place(done), name=done.case.name), 0, "bold red")
        for indent, line in details(done, lang):
            page.line(line, indent + 1)
        page.line()
    files = len({done.case.source.path for done in runs})
    key = "run.summary" if failed else "run.summary.fine"
    counts = {"passed": len(runs) - len(failed), "failed": len(failed), "files": files}
    said = say(key, lang, **counts, seconds=f"{seconds:.2f}")
    page.line(said, 0, "bold red" if failed else "bold green")


def write_coverage(page: Page, coverage: Coverage, lang: str) -> None:
    """Every provision with how often it was reached, and what is still missing."""
    page.section(say("cov.title", lang))
    rows = coverage.rows()
    keys = ("article", "provision", "key", "met", "not_met", "state")
    page.table(
        [_coverage_row(row, lang) for row in rows],
        [say(f"cov.{key}", lang) for key in keys],
        right=[3, 4],
        styles=["" if row.full in (True, None) else "yellow" for row in rows],
    )
    page.section(say("cov.articles", lang))
    speaking = {row.provision.article for row in rows if row.full is not None}
    page.table(
        [
            (
                _native.citation(article, 0, language(lang)),
                str(coverage.cited[article]),
                "" if article in speaking else say("cov.silent", lang),
            )
            for article in sorted({row.provision.article for row in rows})
        ],
        [say("cov.article", lang), say("cov.cases", lang), say("cov.state", lang)],
        right=[1],
    )
    page.line()
    page.line(summary(coverage, lang), 0)


def summary(coverage: Coverage, lang: str) -> str:
    """How much is reached, in one line."""
    kinds: Counter[ProvisionKind] = Counter()
    full: Counter[ProvisionKind] = Counter()
    for row in coverage.rows():
        kinds[row.provision.kind] += 1
        full[row.provision.kind] += bool(row.full)
    decided, computed = ProvisionKind.DECIDED, ProvisionKind.COMPUTED
    return say(
        "cov.summary",
        lang,
        full=full[decided],
        decided=kinds[decided],
        percent=f"{float(coverage.percent()):.1f}",
        reached=full[computed],
        computed=kinds[computed],
    )


def _coverage_row(row: Row, lang: str) -> tuple[str, ...]:
    provision = row.provision
    decided = provision.kind is ProvisionKind.DECIDED
    if provision.kind is ProvisionKind.LEFT_TO_PEOPLE:
        state = say("cov.silent", lang)
    elif provision.kind is ProvisionKind.COMPUTED:
        state = say("cov.computed" if row.full else "cov.not_computed", lang)
    else:
        state = "" if row.full else say("cov.gap", lang)
    return (
        provision.citation(lang),
        provision.label(lang),
        provision.key,
        str(row.met) if decided else "",
        str(row.not_met) if decided else "",
        state,
    )


def junit(runs: Sequence[Run], seconds: float, lang: str) -> str:
    """The runs as a JUnit report."""
    failed = sum(not done.passed for done in runs)
    suite = ElementTree.Element(
        "testsuite",
        name="kqaward",
        tests=str(len(runs)),
        failures=str(failed),
        errors="0",
        time=f"{seconds:.3f}",
    )
    for done in runs:
        where, name = clean(done.case.source.path), clean(done.case.name)
        case = ElementTree.SubElement(
            suite, "testcase", classname=where, name=name, line=str(done.case.line)
        )
        if not done.passed:
            lines = [clean("  " * indent + line) for indent, line in details(done, lang)]
            failure = ElementTree.SubElement(case, "failure", message=lines[0])
            failure.text = "\n".join(lines)
    body = ElementTree.tostring(suite, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
