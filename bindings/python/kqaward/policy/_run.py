"""Running cases: what came out, what differs, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import yaml

from .. import _native
from .._errors import KqaError
from ..enums import Verdict
from ..findings import Finding
from ..rounds import RoundResult
from ._case import Case
from ._decisions import decisive
from ._expect import REFUSED, Leaf, Listed
from ._source import collector_at_rest, hint, joined, without_field

#: What a result says of something that it does not have.
ABSENT = "-"

#: How a verdict is marked in an explanation.
SIGNS = {
    Verdict.MET: "√",
    Verdict.NOT_MET: "×",
    Verdict.UNKNOWN: "?",
    Verdict.NOT_APPLICABLE: "-",
}

#: Refusals that tell of a slip in the case rather than of the rules.
_SLIPS = frozenset(
    (
        "unknown_key", "type", "missing", "duplicate", "both", "name", "form", "value",
        "no_such_day", "unreadable", "syntax", "encoding", "too_large",
    )
)


class Difference(NamedTuple):
    """An expectation that did not come true."""

    leaf: Leaf
    got: Any


class Run(NamedTuple):
    """What became of a case. ``result`` is None when the input was refused."""

    case: Case
    differences: Sequence[Difference]
    result: Any
    refused: KqaError | None

    @property
    def passed(self) -> bool:
        """Whether everything is as expected."""
        return not self.differences


def run(case: Case) -> Run:
    """Decides a case and compares. A slip in its input raises KqaError with file and line."""
    decision = case.decision
    try:
        result = decision.call(case.edition, case.input)  # type: ignore[arg-type]
    except KqaError as refused:
        return _refused(case, refused)
    spec = decision.answers.keys
    differences: list[Difference] = []
    values: dict[str, Any] = {}
    for leaf in case.leaves:
        key = leaf.path[0]
        if key in values:
            got = values[key]
        elif key in decision.get:
            got = values[key] = decision.get[key](result)
        else:
            got = ABSENT
        for step in leaf.path[1:]:
            got = got.get(step, ABSENT) if isinstance(got, Mapping) else ABSENT
        if got is ABSENT and leaf.value is None and isinstance(spec.get(key), Listed):
            got = None
        if got != leaf.value:
            differences.append(Difference(leaf, got))
    return Run(case, differences, result, None)


def _refused(case: Case, refused: KqaError) -> Run:
    expected = {leaf.path[0]: leaf for leaf in case.leaves if leaf.path[0] in REFUSED}
    if not expected and refused.status in _SLIPS:
        node, field = _place(case, refused.field)
        said = without_field(refused)
        if refused.status == "unknown_key":
            said += hint(refused.field.rpartition(".")[2], _known_facts())
        raise case.source.fault(node, field, said, refused.status) from None
    got = {"status": refused.status, "field": refused.field}
    differences = [
        Difference(leaf, got.get(leaf.path[0], ABSENT))
        for leaf in case.leaves
        if got.get(leaf.path[0], ABSENT) != leaf.value
    ]
    return Run(case, differences, None, refused)


@cache
def _known_facts() -> tuple[str, ...]:
    """The facts of an application, as a round file spells them."""
    names = (_native.requirement_name(place) for place in range(_native.KQA_REQUIREMENTS))
    return tuple(name.rpartition(".")[2] for name in names)


def _place(case: Case, field: str) -> tuple[yaml.Node, str]:
    """The node of an input's field as deep as the case says it, and what to call it."""
    node, at = case.node, joined(case.name, joined("input", field))
    entries = _entries(case.node)
    inner = entries.get("input")
    for step in field.replace("[", ".[").split("."):
        if inner is None:
            break
        node = inner
        if step.startswith("[") and isinstance(inner, yaml.SequenceNode):
            place = int(step[1:-1])
            inner = inner.value[place] if place < len(inner.value) else None
        else:
            inner = _entries(inner).get(step)
    return (node if inner is None else inner), at


def _entries(node: yaml.Node) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): value for key, value in pairs}


def run_all(cases: Iterable[Case]) -> list[Run]:
    """All cases, in their order."""
    with collector_at_rest():
        return [run(case) for case in cases]


def explanation(done: Run, lang: str) -> list[str]:
    """What an answer rests on: the sentence of each finding that bears on what differs."""
    if done.refused is not None:
        return [done.refused.text(lang).rstrip("。.")]
    if isinstance(done.result, RoundResult):
        return _of_organizations(done, done.result, lang)
    return [_sentence(finding, lang) for finding in getattr(done.result, "findings", ())]


def _of_organizations(done: Run, result: RoundResult, lang: str) -> list[str]:
    paths = [difference.leaf.path for difference in done.differences]
    ids = dict.fromkeys(path[1] for path in paths if path[0] == "organizations")
    lines = []
    for id in ids:
        if id not in result.organizations:
            continue
        row = result.organizations[id]
        for finding in decisive(row) or row.reasons:
            lines.append(f"{id}: {_sentence(finding, lang)}")
    return lines


def _sentence(finding: Finding, lang: str) -> str:
    return f"{SIGNS[finding.verdict]} {finding.text(lang)}"
