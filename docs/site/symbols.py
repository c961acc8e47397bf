"""Checks that every public symbol says what a caller must know, from Doxygen's XML.

usage: symbols.py REFERENCE   REFERENCE: Doxygen's output with xml/

What is asked, and how it is told from a sentence:

- a number (parameter, member or result) names its codes (`A KQA_PLACE_ code`, `1: ...; 0: ...`,
  `Bit p set`), or a unit word and a range (`0 to present`, `at least 1`, `at most 99`, `any number`);
  `likewise` and `as in kqa_f()` take over what the neighbour or that function's parameter says
- a day says whether it must be valid or may be all zero
- a list says its length, or another parameter or member says `Length of` it; a text how it ends
- a pointer that may be NULL says so; a rule in status.h stands for all others
- a result with a fault lists every KQA_E_ code with its KQA_FIELD_, or refers to a function that
  does; any other result says what stands for an argument that makes no sense
- a function that decides law names its articles, those of the register among them
- parameters of an edition state the bounds of the register
- whatever is named as KQA_... exists; everything has a description and its @since
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import kqaward as kq

ROOT = Path(__file__).resolve().parents[2]
INTEGERS = {"int8_t", "uint8_t", "int16_t", "int32_t", "uint32_t", "int64_t", "size_t"}
FRACTION, DAY = "struct kqa_ratio", "struct kqa_date"
# Results that hold a number, and with it a fault.
NUMBERS_WITH_FAULT = {"struct kqa_number", "struct kqa_quantity"}

UNIT = re.compile(
    r"\b(points?|percents?|permille|yuan|members?|votes?|seats?|awards?|days?|years?|months?|bytes|"
    r"copies|assessors|leaders?|sheets?|items?|categor(y|ies)|organisations?|rows?|entries|elements|"
    r"findings?|candidates?|decimals|digits|places?|ranks?|characters|words|combinations?|editions|"
    r"sets|articles?|values?|incidents|sanctions|numerator|denominator|length of|share|"
    r"millionths|billionths|parameters|readings|size)\b",
    re.I,
)
NUMBER = r"(?:-?\d[\d,]*|-?10\^\d+|KQA_[A-Z_]+)(?: \([^)]*\))?"
RANGE = re.compile(
    rf"{NUMBER}(?: points)? to \S|\bat (least|most)\b|\bfrom [01]\b|\b[Aa]ny (number|value)\b|"
    rf"\babove 0\b|\balways {NUMBER}|: {NUMBER};|only measures|\bsuffices?\b|sizeof",
)
CODES = re.compile(
    r"\bKQA_[A-Z0-9_]+_(?= (codes?|bits?|fact)\b)|\bKQA_[A-Z0-9_]+ or (a )?KQA_|\bkqa_\w+ code\b|"
    r"^Always \d+\.|\b[Bb]its? .{0,12}\bset\b|\bOne bit\b|\bMask\b|sum of KQA_|\b1:.*\b(0:|else 0)|\b1 when\b.*\b0\b|"
    r"\b1 (for|where)\b.*\b0\b"
)
LENGTH = re.compile(r"\b(one|each|all|\w+_count|\w+ x \w+|capacity|every|as long as)\b", re.I)
NONSENSE = re.compile(
    r"\b(empty|beyond|all zero|NULL|-1|otherwise|0 for|only measures|also where|at least 1|"
    r"any other|true|-1, 0 or 1|a static ASCII text such as|the number of)\b|-1 "
)
FAULT = re.compile(r"KQA_E_\w+|\bfaults? of kqa_\w+\(\)|\bas kqa_\w+\(\)|the summary of kqa_\w+\(\)")
STATUS = r"KQA_E_\w+(?: \([^)]*\))?"
# Statuses with their field, which may stand before or after them.
WITH_FIELD = re.compile(
    rf"{STATUS}(?:(?:, {STATUS})* or {STATUS})?,? with (?:KQA_FIELD_|the (?:parameter's )?field)|"
    rf"with KQA_FIELD_\w+ {STATUS}(?: or {STATUS})?"
)
STAND_IN = re.compile(r"\blikewise\b|\b[Aa]s in (kqa_\w+)\(\)|\b[Aa]s in struct (kqa_\w+)")
# Names of the parameters, by member of struct kqa_edition.
PARAMETERS = dict(
    re.findall(r'^P\(\w+, \w+, (\w+), \d+, "([^"]+)"', (ROOT / "lib/parameter.def").read_text("utf-8"), re.M)
)
GENERAL_RULE = "No pointer may be NULL unless"


@dataclass
class Value:
    """A parameter, a member or a result: its type and what is said of it."""

    name: str
    type: str
    text: str
    line: int
    ok: bool = False

    @property
    def base(self) -> str:
        return re.sub(r"\bconst\b|\*|\[.*", "", self.type).strip()

    @property
    def points(self) -> bool:
        return "*" in self.type or "[" in self.type


@dataclass
class Symbol:
    """A function, structure, enumeration or macro."""

    kind: str
    name: str
    file: str
    line: int
    text: str
    since: str
    articles: set[int] = field(default_factory=set)
    values: list[Value] = field(default_factory=list)
    result: Value | None = None


def words(node: ElementTree.Element | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def described(node: ElementTree.Element) -> str:
    return f"{words(node.find('briefdescription'))} {words(node.find('detaileddescription'))}".strip()


def place_of(node: ElementTree.Element) -> tuple[str, int]:
    location = node.find("location")
    assert location is not None
    return f"include/{location.get('file')}", int(location.get("line", "0"))


def symbol_of(node: ElementTree.Element) -> Symbol:
    file, line = place_of(node)
    articles = {
        int(number)
        for section in node.findall("detaileddescription//xrefdescription")
        for number in re.findall(r"\d+", words(section))
    }
    name = node.findtext("name") or node.findtext("compoundname") or ""
    since = words(node.find("detaileddescription//simplesect[@kind='since']"))
    return Symbol(node.get("kind", ""), name, file, line, described(node), since, articles)


def member_of(node: ElementTree.Element) -> Value:
    name, kind = node.findtext("name", ""), words(node.find("type"))
    return Value(name, kind + node.findtext("argsstring", ""), described(node), place_of(node)[1])


def function_of(node: ElementTree.Element) -> Symbol:
    function = symbol_of(node)
    said = {
        words(item.find(".//parametername")): words(item.find("parameterdescription"))
        for item in node.findall("detaileddescription//parameteritem")
    }
    for parameter in node.findall("param"):
        name = parameter.findtext("declname", "")
        if name:
            kind = words(parameter.find("type")) + parameter.findtext("array", "")
            function.values.append(Value(name, kind, said.get(name, ""), function.line))
    text = words(node.find("detaileddescription//simplesect[@kind='return']"))
    function.result = Value("its result", words(node.find("type")), text, function.line)
    return function


def enumeration_of(node: ElementTree.Element) -> Symbol:
    enumeration = symbol_of(node)
    for value in node.findall("enumvalue"):
        name, code = value.findtext("name", ""), value.findtext("initializer", "")
        enumeration.values.append(Value(name, code, described(value), enumeration.line))
    return enumeration


def read(xml: Path) -> list[Symbol]:
    makers = {"function": function_of, "enum": enumeration_of, "define": symbol_of}
    symbols = []
    for path in sorted(xml.glob("*.xml")):
        compound = ElementTree.parse(path).getroot().find("compounddef")
        if compound is None or compound.get("kind") not in ("file", "struct"):
            continue
        if compound.get("kind") == "struct":
            symbols.append(symbol_of(compound))
            symbols[-1].values = [member_of(node) for node in compound.iter("memberdef")]
            continue
        for node in compound.iter("memberdef"):
            if not node.findtext("name", "").endswith("_H"):
                symbols.append(makers[node.get("kind", "")](node))
    return symbols


class Check:
    """The symbols with what is missing in each."""

    def __init__(self, symbols: list[Symbol]) -> None:
        self.symbols = {symbol.name: symbol for symbol in symbols}
        self.codes = {value.name for s in symbols if s.kind == "enum" for value in s.values}
        self.codes |= {s.name for s in symbols if s.kind == "define"}
        self.faulty = {
            f"struct {s.name}" for s in symbols
            if s.kind == "struct" and any(v.type == "struct kqa_fault" for v in s.values)
        } | {"struct kqa_fault"}  # fmt: skip

    def length(self, value: Value, function: Symbol) -> Iterator[str]:
        """A number of elements names the list that it counts."""
        found = re.match(r"(?:Length|Bytes) (?:of|in) (\w+)|How many rows", value.text)
        if not found or (found[1] and found[1] not in {other.name for other in function.values}):
            yield "not of which list it is the length"

    def stands_in(self, value: Value, before: Value | None) -> bool | None:
        """Whether what a sentence refers to is complete; None where it refers to nothing."""
        found = STAND_IN.search(value.text)
        if not found:
            return None
        name = found[1] or found[2]
        if not name:
            return before is not None and before.ok
        other = self.symbols.get(name)
        return other is not None and any(value.base == v.base or v.name == value.name for v in other.values)

    def number(self, value: Value, text: str, before: Value | None) -> Iterator[str]:
        if CODES.search(text) or self.stands_in(value, before):
            return
        if not UNIT.search(text):
            yield "no unit (or set of codes)"
        if not RANGE.search(text) and value.type != "size_t":
            yield "no range"

    def pointer(self, value: Value, symbol: Symbol) -> Iterator[str]:
        others = " ".join([symbol.text, *(v.text for v in symbol.values if v is not value)])
        lengths = rf"\b(Length|Bytes|Sheets) (of|in) {value.name}\b|Length of every column|as long as"
        told = re.search(lengths, others) or LENGTH.search(value.text) or STAND_IN.search(value.text)
        if value.base == "char":
            if not told and "NUL" not in value.text and "UTF-8" not in value.text:
                yield "neither how the text ends nor its length"
        elif value.base in INTEGERS or value.name.rstrip("0123456789")[-1] == "s":
            if not told and "[" not in value.type and not value.base.endswith("s"):
                yield "no length"

    def value(self, value: Value, symbol: Symbol, before: Value | None) -> Iterator[str]:
        if not value.text:
            yield "no description"
            return
        if value.base in INTEGERS or value.base == FRACTION:
            yield from self.number(value, value.text, before)
        if value.base == DAY and not re.search(r"\bvalid\b|\ball zero\b|\bAny\b|\bany\b", value.text):
            if not self.stands_in(value, before):
                yield "neither that it must be valid nor what all zero means"
        if symbol.kind == "function" and re.search(r"(count|length|capacity)$", value.name):
            yield from self.length(value, symbol)
        if value.points:
            yield from self.pointer(value, symbol)

    def faults(self, text: str) -> Iterator[str]:
        if not FAULT.search(text) and "Never a fault" not in text:
            yield "no status that it may return (or `Never a fault`)"
        for status in re.findall(r"KQA_E_\w+", WITH_FIELD.sub("", text.partition(" but KQA_E_")[0])):
            yield f"no field with {status}"
        for name in re.findall(r"faults? of (kqa_\w+)\(\)", text):
            other = self.symbols.get(name)
            if other is None or other.result is None or other.result.type not in self.faulty:
                yield f"{name}() returns no fault"

    def result(self, function: Symbol) -> Iterator[str]:
        result = function.result
        assert result is not None
        if not result.text:
            yield "no description"
            return
        answer = re.split(r";? ?(?:[Tt]he faults? of |KQA_E_|with KQA_FIELD)", result.text)[0]
        if result.type in INTEGERS | NUMBERS_WITH_FAULT:
            yield from self.number(result, answer, None)
        if result.type in self.faulty:
            above = function.text if "a fault listed above" in result.text else result.text
            yield from self.faults(above)
        elif function.values and not NONSENSE.search(result.text + function.text):
            yield "nothing for arguments that make no sense"

    def unknown_names(self, text: str) -> Iterator[str]:
        for name in re.findall(r"\bKQA_[A-Z0-9_]+\b", text):
            if name not in self.codes and not any(
                name.endswith("_") and code.startswith(name) for code in self.codes
            ):
                yield f"it names {name}, which does not exist"

    def articles(self, function: Symbol) -> Iterator[str]:
        register = {row.article for row in kq.provisions() if row.function == function.name}
        for article in sorted(register - function.articles):
            yield f"no @article {article}, which the register of provisions says it decides"
        assert function.result is not None
        decides = function.result.type == "struct kqa_decision"
        if decides and not function.articles:
            yield "no @article"

    def bounds(self, member: Value) -> Iterator[str]:
        """What the register says of a parameter and its member of struct kqa_edition does not."""
        name = PARAMETERS.get(member.name)
        if name is None:
            return
        row = next(row for row in kq.parameters() if row.name == name)
        least, most = int(row.min), int(row.max)
        said = {
            kq.ParameterKind.PERCENT: f"{least * 10} to {most * 10} tenths",
            kq.ParameterKind.SHARE: f"above {least}, at most {most}",
        }.get(row.kind, f"{least} to {most} ")
        if said not in member.text.replace(",", "").replace("above 0 at", "above 0, at").replace("(", " "):
            yield f"not the register's bounds, {said.strip()}"
        citation = row.citation("en")
        if f"({citation})" not in member.text:
            yield f"not the register's article, {citation}"

    def symbol(self, symbol: Symbol) -> Iterator[tuple[int, str, str]]:
        """Line, name and what is missing."""
        if not symbol.since:
            yield symbol.line, symbol.name, "no @since"
        if not symbol.text:
            yield symbol.line, symbol.name, "no description"
        for fault in self.unknown_names(symbol.text):
            yield symbol.line, symbol.name, fault
        before = None
        for value in symbol.values:
            if symbol.kind == "enum":
                faults = [] if value.text else ["no description"]
                faults += [] if value.type else ["no code of its own"]
            else:
                faults = list(self.value(value, symbol, before))
            if symbol.name == "kqa_edition":
                faults += self.bounds(value)
            faults += self.unknown_names(value.text)
            value.ok = not faults
            before = value
            for fault in faults:
                yield value.line, f"{symbol.name}.{value.name}", fault
        if symbol.result is not None:
            for fault in [*self.result(symbol), *self.articles(symbol)]:
                yield symbol.line, f"{symbol.name}()", fault


def main() -> None:
    symbols = read(Path(sys.argv[1]) / "xml")
    check = Check(symbols)
    faults = []
    for symbol in symbols:
        for line, name, fault in check.symbol(symbol):
            faults.append((symbol.file, line, f"{name}: {fault}"))
    if GENERAL_RULE not in (ROOT / "include" / "kqaward" / "status.h").read_text(encoding="utf-8"):
        faults.append(("include/kqaward/status.h", 1, f"the rule `{GENERAL_RULE}...` is missing"))
    for file, line, fault in sorted(faults):
        print(f"{file}:{line} {fault}")
    values = sum(len(symbol.values) + (symbol.result is not None) for symbol in symbols)
    print(f"figure: {len(symbols)} public symbols with {values} parameters, members, constants and results")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
