"""Every article stands in the register of provisions with a rule or with the reason why there is
none; every provision that is decided has conformance cases that reach both its answers.

usage: articles.py SHARED_LIBRARY
"""
import ctypes
import json
import sys

from source import ROOT, finish, public_functions

LANGUAGES = {1: "zh", 2: "en"}
DECIDED, COMPUTED, LEFT_TO_PEOPLE = 1, 2, 3
ARTICLES = range(1, 34)


class Provision(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int32) for name in ("code", "kind", "article", "item")]


def register(library):
    """Yields (row, key, function, labels, texts) of each provision, as the library tells it."""
    library.kqa_provision_count.restype = ctypes.c_size_t
    library.kqa_provision_at.restype = Provision
    library.kqa_provision_at.argtypes = [ctypes.c_size_t]
    for name in ("key", "function", "label", "text"):
        getattr(library, f"kqa_provision_{name}").restype = ctypes.c_char_p
    for place in range(library.kqa_provision_count()):
        row = library.kqa_provision_at(place)
        yield (
            row,
            library.kqa_provision_key(row.code).decode(),
            library.kqa_provision_function(row.code).decode(),
            [library.kqa_provision_label(row.code, code) for code in LANGUAGES],
            [library.kqa_provision_text(row.code, code) for code in LANGUAGES],
        )


def asserted(value, inside, seen):
    """Collects the verdicts that a case expects, by provision, from anywhere below `expect`."""
    if isinstance(value, dict):
        if inside and "provision" in value and "verdict" in value:
            seen.setdefault(value["provision"], set()).add(value["verdict"])
        for key, below in value.items():
            asserted(below, inside or key == "expect", seen)
    elif isinstance(value, list):
        for below in value:
            asserted(below, inside, seen)


def cases():
    seen = {}
    for path in sorted((ROOT / "tests" / "conformance").glob("*.json")):
        asserted(json.loads(path.read_text(encoding="utf-8")), False, seen)
    return seen


def faults_of(row, key, function, labels, texts, functions, seen):
    if not all(labels) or not all(texts):
        yield f"Provision {key} lacks a label or a text in one of the languages."
    if row.kind == LEFT_TO_PEOPLE:
        if function:
            yield f"Provision {key} is left to people and names the function {function}."
        return
    if function not in functions:
        yield f"Provision {key} names {function or 'no function'}, which no public header declares."
    if row.kind == DECIDED:
        for verdict in sorted({"met", "not_met"} - seen.get(key, set())):
            yield f"No conformance case expects provision {key} to be {verdict}."


def main():
    functions, seen = public_functions(), cases()
    faults, articles, keys = [], set(), set()
    for row, key, *rest in register(ctypes.CDLL(sys.argv[1])):
        articles.add(row.article)
        keys.add(key)
        faults += faults_of(row, key, *rest, functions, seen)
    faults += [f"Article {n} stands in no row of the register of provisions." for n in ARTICLES
               if n not in articles]
    faults += [f"Article {n} stands in the register; the ordinance ends with Article 33."
               for n in sorted(articles - set(ARTICLES))]
    faults += [f"A conformance case names provision {key}, which the register does not have."
               for key in sorted(set(seen) - keys)]
    finish(faults, f"provisions: {len(keys)} in {len(articles)} articles")


main()
