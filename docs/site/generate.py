"""Pages that are made from the register, the headers, the cases and the tags of the reference.

What the library says of itself is asked of the installed package, so that no page can drift from it.
"""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import kqaward as kq

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HEADERS = sorted((ROOT / "include" / "kqaward").glob("*.h"))
CLAUSE = re.compile(r"\bensures\s+(art(\d+)\w*)\s*:")
DECLARATION = re.compile(r"/\*@(?P<contract>.*?)\*/\s*(?:KQA_API\s+)?[\w\s*]*?\b(?P<name>kqa_\w+)\(", re.S)
Words = dict[str, tuple[str, str]]

WORDS: Words = {
    "articles": ("逐条对照", "Article by article"),
    "articles_lead": (
        "办法共33条，按顺序列出本库对每一条计算什么：由哪个函数判定，用到哪些参数和读法，"
        "有哪些条款、检验用例和证明条款。不作计算的条文写明理由和由谁判断。",
        "All 33 articles in their order, each with what the library computes: the function, the "
        "parameters and readings, the provisions, the cases that check it and the clauses that are "
        "proved. Where nothing is computed, the reason stands there, and whose judgement it is.",
    ),
    "decided": ("判定", "decided"),
    "computed": ("计算", "computed"),
    "left_to_people": ("由人判断", "left to people"),
    "parameters": ("参数", "Parameters"),
    "parameters_lead": (
        "办法中的每一个数字都是版本中的一个参数。下表由登记表生成，数值为keqiao-2020版本的规定。",
        "Every number of the ordinance is a parameter of an edition. The table is made from the "
        "register; the values are those of the edition keqiao-2020.",
    ),
    "readings": ("读法", "Readings"),
    "readings_lead": (
        "办法文字可作不同理解之处，各列为一个有名称的读法，写明默认取值、理由和其他取值。"
        "评定结果会提示哪些结论取决于读法。",
        "Where the wording can be taken in more than one way, the choice is a named reading, with "
        "its default, the reason, and its other values. Results say which of them depend on it.",
    ),
    "default": ("默认", "default"),
    "reason": ("理由", "Reason"),
    "name": ("名称", "Name"),
    "label": ("含义", "Meaning"),
    "value": ("取值", "Value"),
    "article": ("条文", "Article"),
    "bounds": ("允许的值", "Allowed values"),
    "cases": ("检验用例：{}个", "Cases that check it: {}"),
    "clauses": ("证明条款", "Clauses proved"),
    "errors": ("错误一览", "Errors"),
    "errors_lead": (
        "没有意义的输入以状态码和出错字段返回；在各语言绑定中是异常。代码固定不变，不复用。"
        "一句话的说明由“字段：状态，应为……”构成。",
        "An input that makes no sense is answered by a status and the field at fault; in the "
        "bindings by an exception. Codes are permanent. The sentence is made of the field, the "
        "status, and what would be right.",
    ),
    "code": ("代码", "Code"),
    "names": ("名称，C语言中的名称", "Name, name in C"),
    "statuses": ("状态码", "Statuses"),
    "fields": ("字段", "Fields"),
}


@dataclass(frozen=True)
class Page:
    """What a page of one language needs to be written."""

    lang: str
    links: dict[str, str]

    def word(self, key: str, *values: Any) -> str:
        return WORDS[key][self.lang == "en"].format(*values)

    def function(self, name: str) -> str:
        """A function with a link into the reference, which Sphinx does not know."""
        if name not in self.links:
            return f"`{name}()`"
        return f'<a href="../c/{self.links[name]}"><code>{name}()</code></a>'

    def article(self, number: int) -> str:
        return f"[{_citation(number, self.lang)}](articles.md#{_anchor(number)}){{.whole}}"


def _citation(number: int, lang: str) -> str:
    row = next(row for row in kq.provisions() if row.article == number)
    text = row.citation(lang)
    return text.split("(")[0].strip() if lang == "en" else text.split("条")[0] + "条"


def _anchor(number: int) -> str:
    return f"article-{number}"


def links_of(tags: Path) -> dict[str, str]:
    """Where the reference describes each function."""
    root = ElementTree.parse(tags).getroot()
    return {
        member.findtext("name", ""): f"{member.findtext('anchorfile')}#{member.findtext('anchor')}"
        for member in root.iter("member")
        if member.get("kind") == "function"
    }


def clauses() -> dict[int, list[tuple[str, str]]]:
    """The clauses of contracts that carry an article: name and function, by article."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for path in [*HEADERS, *sorted((ROOT / "lib").glob("*.h"))]:
        for match in DECLARATION.finditer(path.read_text(encoding="utf-8")):
            for clause, number in CLAUSE.findall(match["contract"]):
                found[int(number)].append((clause, match["name"]))
    return found


def cases() -> dict[int, list[tuple[str, str]]]:
    """The conformance cases: file and name, by article."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for path in sorted((ROOT / "tests" / "conformance").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")).get("cases", []):
            for article in case.get("articles", []):
                found[int(article)].append((path.name, case["name"]))
    return found


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _provision_list(page: Page, number: int) -> str:
    """What an article asks, one entry a provision; a list, since tables do not fit on a phone."""
    entries = []
    for row in kq.provisions():
        if row.article != number:
            continue
        facts = [f"`{row.key}`", page.word(row.kind.value)]
        if row.item:
            facts.insert(0, row.citation(page.lang))
        if row.function:
            facts.append(page.function(row.function))
        entries.append(f"- **{row.label(page.lang)}** {' · '.join(facts)}<br>{row.text(page.lang)}")
    return "\n".join(entries) + "\n"


def _settings(page: Page, number: int) -> list[str]:
    """The parameters and readings of an article, each with a link."""
    edition = kq.edition("keqiao-2020")
    parts = []
    named = [f"[`{p.name}`](parameters.md) = {edition.value_text(p.name)}" for p in kq.parameters()
             if p.article == number]
    read = [f"[`{r.name}`](readings.md#{_slug(r.name)})" for r in kq.readings() if r.article == number]
    for key, entries in (("parameters", named), ("readings", read)):
        if entries:
            parts.append(f"- **{page.word(key)}** " + (" · ".join(entries)))
    return parts


def _slug(name: str) -> str:
    return name.replace(".", "-").replace("_", "-")


def _checks(page: Page, proved: list[tuple[str, str]], checked: list[tuple[str, str]]) -> list[str]:
    parts = []
    names_of: dict[str, set[str]] = defaultdict(set)
    for clause, name in proved:
        names_of[clause].add(name)
    if proved:
        entries = [
            f"`{clause}` (" + ", ".join(map(page.function, sorted(names))) + ")"
            for clause, names in sorted(names_of.items())
        ]
        parts.append(f"- **{page.word('clauses')}** " + " · ".join(entries))
    if checked:
        names = "".join(f"<li>{html.escape(name)}</li>" for _, name in checked)
        summary = page.word("cases", len(checked))
        parts.append(f"\n<details><summary>{summary}</summary><ul lang=\"en\">{names}</ul></details>")
    return parts


def articles_page(page: Page) -> str:
    proved, checked = clauses(), cases()
    parts = [f"# {page.word('articles')}\n", page.word("articles_lead") + "\n"]
    for chapter in yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8")):
        parts.append(f"## {chapter[page.lang]}\n")
        for number, titles in chapter["articles"].items():
            title = titles[page.lang == "en"]
            parts.append(f"({_anchor(number)})=\n### {_citation(number, page.lang)} {title}\n")
            parts.append(_provision_list(page, number))
            parts += _settings(page, number)
            parts += _checks(page, proved[number], checked[number])
            parts.append("")
    return "\n".join(parts)


def parameters_page(page: Page) -> str:
    edition = kq.edition("keqiao-2020")
    rows = [
        [f"`{p.name}`", p.label(page.lang), edition.value_text(p.name), p.rule(page.lang),
         page.article(p.article)]
        for p in kq.parameters()
    ]
    heads = [page.word(key) for key in ("name", "label", "value", "bounds", "article")]
    return f"# {page.word('parameters')}\n\n{page.word('parameters_lead')}\n\n{table(heads, rows)}"


def readings_page(page: Page) -> str:
    parts = [f"# {page.word('readings')}\n", page.word("readings_lead") + "\n"]
    for row in kq.readings():
        parts.append(f"({_slug(row.name)})=\n## `{row.name}`\n")
        parts.append(f"{row.label(page.lang)} · {page.article(row.article)}\n")
        parts += [
            f"- `{value}`" + (f" ({page.word('default')})" if value == row.default else "")
            + f": {row.meaning(value, page.lang)}"
            for value in row.values
        ]
        parts.append(f"\n**{page.word('reason')}** {row.reason(page.lang)}\n")
    return "\n".join(parts)


def _register_rows(name: str) -> list[tuple[str, str, str, str, str]]:
    """Rows of status.def or field.def: constant, code, name, text zh, text en."""
    text = (ROOT / "lib" / name).read_text(encoding="utf-8")
    row = re.compile(r'^X\((\w+), (-?\d+), "([^"]*)", "([^"]*)", "([^"]*)"\)', re.M)
    return row.findall(text)


def errors_page(page: Page) -> str:
    place = 4 if page.lang == "en" else 3

    def listed(file: str, prefix: str, meaning: str) -> str:
        """What a binding and C call each, what it means, and its code."""
        rows = [[f"`{r[2]}` `{prefix}{r[0]}`", r[place], r[1]] for r in _register_rows(file)]
        return table([page.word("names"), page.word(meaning), page.word("code")], rows)

    return "\n".join([
        f"# {page.word('errors')}\n",
        page.word("errors_lead") + "\n",
        f"## {page.word('statuses')}\n",
        listed("status.def", "KQA_", "label"),
        f"## {page.word('fields')}\n",
        listed("field.def", "KQA_FIELD_", "bounds"),
    ])


PAGES = {
    "articles": articles_page,
    "parameters": parameters_page,
    "readings": readings_page,
    "errors": errors_page,
}
