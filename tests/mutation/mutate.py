"""Changes lib/ in small ways, one at a time, and counts the changes that the tests notice.

usage: mutate.py --build BUILD [--sanitized BUILD] [--number N] [--seed N] [--jobs N]
                 [--files NAME,...] [--again OUTPUT]

BUILD is a compiled Meson build with unit and conformance tests. A mutant is an operator, a number,
a truth value or a condition changed, or a statement taken out. One that does not compile, or that
compiles to the object code of the original, does not count. One is caught when a unit test or a
conformance case fails, crashes or does not end. What the first build does not catch is tried in the
sanitized one. A mutant that argued.txt names, beside this file, changes nothing that a header
promises, or nothing that a test has room for; it is listed apart and does not count.

The last lines are the survivors and the score.
"""
import argparse
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOKEN = re.compile(
    r"""(?P<skip>/\*.*?\*/|//[^\n]*|^[ \t]*\#(?:\\\n|[^\n])*|\s+|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
    |(?P<word>[A-Za-z_]\w*)|(?P<number>0[xX][0-9A-Fa-f]+[uUlL]*|\d+[uUlL]*)
    |(?P<sign><<=|>>=|\+\+|--|->|&&|\|\||<<|>>|[-+*/%&|^=!<>]=|.)""",
    re.S | re.M | re.X,
)
SIGNS = {
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="],
    "!=": ["=="], "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"],
    "%": ["*"], "++": ["--"], "--": ["++"], "+=": ["-="], "-=": ["+="], "*=": ["/="],
    "/=": ["*="], "|=": ["&="], "&=": ["|="], "<<": [">>"], ">>": ["<<"], "&": ["|"], "|": ["&"],
}
UNARY = {"+", "-", "*", "&"}
WORDS = {
    "true": "false", "false": "true", "KQA_TRUE": "KQA_FALSE", "KQA_FALSE": "KQA_TRUE",
    "KQA_VERDICT_MET": "KQA_VERDICT_NOT_MET", "KQA_VERDICT_NOT_MET": "KQA_VERDICT_UNKNOWN",
    "KQA_VERDICT_UNKNOWN": "KQA_VERDICT_MET",
    "KQA_VERDICT_NOT_APPLICABLE": "KQA_VERDICT_NOT_MET",
    "KQA_AWARD_QUALITY": "KQA_AWARD_NOMINATION", "KQA_AWARD_NOMINATION": "KQA_AWARD_QUALITY",
}
TYPES = {"struct", "enum", "const", "static", "return", "case", "default", "goto", "size_t", "bool",
         "char", "void", "unsigned", "int", "if", "else", "for", "while", "do", "switch", "extern",
         "typedef", "uint8_t", "uint16_t", "uint32_t", "int32_t", "int64_t", "uint64_t", "ptrdiff_t"}
SHOWN = re.compile(r"(\w+\.[ch]):\d+: (.*?)   \| (.*)")  # a mutant as str() shows it
# A mutant may take so many times as long as the library as it is, and so many seconds at least: of
# processor time, so that a busy machine ends nothing. Seconds on the clock end one that waits.
TIMES = 10
LEAST = 2
WAIT = 600


class Mutant:
    def __init__(self, name, text, start, end, new):
        self.name, self.start, self.end, self.new = name, start, end, new
        self.line = text.count("\n", 0, start) + 1
        self.source = text.split("\n")[self.line - 1].strip()
        self.old = " ".join(text[start:end].split())

    def apply(self, text):
        return text[:self.start] + self.new + text[self.end:]

    def parts(self):
        return self.name, f"{self.old} -> {self.new or 'nothing'}", self.source

    def __str__(self):
        name, change, source = self.parts()
        return f"{name}:{self.line}: {change}   | {source}"

    def key(self):
        name, change, source = self.parts()
        return f"{name}: {change} | {source}"


def tokens_of(text):
    return [(m.lastgroup, m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)
            if m.lastgroup != "skip"]


def closing(tokens, at):
    """Place of the bracket that closes the one at a place."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[place][1], 0)
        if depth == 0:
            return place
    return at


def is_array_size(tokens, at):
    """Whether a number is the size in an array's declaration: one more or less is the sanitizers'
    matter, and mostly changes nothing."""
    while tokens[at - 1][1] == "[" and tokens[at - 2][1] == "]":
        at -= 3
    return (tokens[at - 1][1] == "[" and tokens[at - 3][0] == "word"
            and tokens[at - 3][1] != "return")


def token_changes(tokens, at):
    kind, word, _, _ = tokens[at]
    before = tokens[at - 1] if at else ("sign", ";", 0, 0)
    if kind == "number" and is_array_size(tokens, at):
        return []
    if kind == "number":
        value, suffix = int(re.sub(r"[uUlL]+$", "", word), 0), re.search(r"[uUlL]*$", word).group()
        return [f"{value + 1}{suffix}"] + ([f"{value - 1}{suffix}"] if value else [])
    if kind == "word":
        return [WORDS[word]] if word in WORDS else []
    if word == "!":
        return [""]
    binary = before[0] in ("number", "word") and before[1] != "return" or before[1] in (")", "]")
    # A pointer's star in a declaration does not compile as anything else and drops out there.
    return SIGNS.get(word, []) if word not in UNARY or binary else []


def mutants_of(name, text):
    tokens, found, depth = tokens_of(text), [], 0
    for at, (_, word, start, end) in enumerate(tokens):
        depth += {"{": 1, "}": -1}.get(word, 0)
        found += [Mutant(name, text, start, end, new) for new in token_changes(tokens, at)]
        if word == "if" and tokens[at + 1][1] == "(":
            last = closing(tokens, at + 1)
            inside = tokens[at + 1][3], tokens[last][2]
            found += [Mutant(name, text, *inside, new) for new in ("0", "1")]
        starts = at and tokens[at - 1][1] in (";", "{", "}", ")", "else")
        if depth and starts and tokens[at][0] == "word" and word not in TYPES:
            last = at
            while last < len(tokens) and tokens[last][1] not in (";", "{", "}", ","):
                last = closing(tokens, last) + 1 if tokens[last][1] == "(" else last + 1
            if last < len(tokens) and tokens[last][1] == ";":
                found.append(Mutant(name, text, start, tokens[last][2], ""))
    return found


class Build:
    """One Meson build: how its library is compiled, and its test programs without the library."""

    def __init__(self, directory):
        self.directory = Path(directory).resolve()
        commands = json.loads((self.directory / "compile_commands.json").read_text("utf-8"))
        self.compile = {}
        for row in commands:
            file = (self.directory / row["file"]).resolve()
            if file.parent == ROOT / "lib":
                self.compile[file.name] = shlex.split(row["command"])
        compiler = next(iter(self.compile.values()))
        compiler = compiler[1:] if compiler[0].endswith("ccache") else compiler
        self.link = [compiler[0]] + [word for word in compiler if word.startswith("-fsanitize")]
        units = sorted((self.directory / "tests" / "unit").glob("test_*.p"))
        self.units = {unit.stem.removeprefix("test_"): list(unit.glob("*.o")) for unit in units}
        self.conformance = [
            *(self.directory / "tests" / "conformance" / "conformance.p").glob("*.o"),
            self.directory / "examples" / "libround-reader.a",
        ]

    def object_of(self, name, room, out):
        """Compiles one source of a copy of lib/; the object's bytes, or None."""
        command, skip = [], False
        for word in self.compile[name]:
            if skip or word in ("-c", "-MD", "-g", "-O2", "-fPIC") or word.endswith(name):
                skip = False
            elif word in ("-MQ", "-MF", "-o"):
                skip = True
            else:
                command.append(word)
        command += ["-w", "-g0", "-O1", "-c", str(room / name), "-o", str(out)]
        done = subprocess.run(command, cwd=self.directory, capture_output=True, check=False)
        return out.read_bytes() if done.returncode == 0 else None

    def program(self, objects, library, out):
        self.link_to(objects, library, out)
        return out

    def link_to(self, objects, library, out, *options):
        command = [*self.link, *options, *map(str, objects), *map(str, library), "-lcmocka",
                   "-lyajl", "-o", str(out)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def parts_of(self, objects, archive, out):
        """The objects of an archive that a test program takes in."""
        named = self.link_to(objects, [archive], out, "-Wl,--trace,--trace")
        return set(re.findall(rf"{re.escape(str(archive))}\W+([\w.]+\.o)\b", named))


def passes(command, seconds=WAIT):
    environment = {**os.environ, "CMOCKA_MESSAGE_OUTPUT": "TAP", "ASAN_OPTIONS": "detect_leaks=0"}
    try:
        return subprocess.run(["prlimit", f"--cpu={seconds}", *command], env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=WAIT,
                              check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


class Bench:
    """A working copy of lib/ in which one thread tries mutants on one build."""

    def __init__(self, build, folder):
        self.build, self.folder, self.room = build, folder, folder / "lib"
        shutil.copytree(ROOT / "lib", self.room)
        (folder / "objects").mkdir()
        self.objects = {name: folder / "objects" / f"{name}.o" for name in build.compile}
        self.original = {name: build.object_of(name, self.room, out)
                         for name, out in self.objects.items()}
        if None in self.original.values():
            sys.exit("mutate: the library does not compile as it is")
        self.seconds = {}
        self.tests = {**build.units, "conformance": build.conformance}
        archive = folder / "all.a"
        subprocess.run(["ar", "rcs", archive, *self.objects.values()], check=True)
        self.parts = {test: build.parts_of(objects, archive, folder / "program")
                      for test, objects in self.tests.items()}
        self.users = {name: self.users_of(name) for name in os.listdir(self.room)}
        if not self.tests_pass(self.tests):  # where every mutant would pass for caught
            sys.exit(f"mutate: the tests in {build.directory} fail on the library as it is")

    def users_of(self, name):
        """The sources that a change of a file changes."""
        if name.endswith(".c"):
            return [name] if name in self.objects else []
        stem = f'#include "{name}"'
        direct = [user for user in os.listdir(self.room)
                  if stem in (self.room / user).read_text("utf-8")]
        return sorted({source for user in direct for source in self.users_of(user)})

    def try_one(self, mutant):
        """`invalid`, `same`, `caught` or `survived`."""
        path = self.room / mutant.name
        text = path.read_text("utf-8")
        users = self.users[mutant.name]
        path.write_text(mutant.apply(text), "utf-8")
        try:
            made = [self.build.object_of(name, self.room, self.objects[name]) for name in users]
            if None in made:
                return "invalid"
            if made == [self.original[name] for name in users]:
                return "same"
            return "survived" if self.tests_pass(self.tests_of(mutant.name)) else "caught"
        finally:
            path.write_text(text, "utf-8")
            for name in users:
                self.objects[name].write_bytes(self.original[name])

    def tests_of(self, name):
        """The test programs that take in what a file changes, quick ones before slow ones; the
        conformance cases and the unit test of the file's own room, which know most about it, before
        all others."""
        changed = {f"{user}.o" for user in self.users[name]}
        rooms = [unit for unit in self.build.units if name.startswith(unit)]
        first = ["conformance", max(rooms, key=len, default="")]
        return sorted((test for test, parts in self.parts.items() if parts & changed),
                      key=lambda test: (test not in first, self.seconds.get(test, 0)))

    def tests_pass(self, tests):
        library, out = list(self.objects.values()), self.folder / "program"
        for test in tests:
            arguments = [str(ROOT / "tests" / "conformance")] if test == "conformance" else []
            program = self.build.program(self.tests[test], library, out)
            start, usual = time.monotonic(), self.seconds.get(test, WAIT)
            if not passes([str(program), *arguments], max(LEAST, round(TIMES * usual))):
                return False
            self.seconds.setdefault(test, time.monotonic() - start)
        return True


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--sanitized")
    parser.add_argument("--number", type=int, default=200, help="mutants to try; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--files", help="only of these files of lib/")
    parser.add_argument("--again", type=Path, help="output of a run: only what it did not catch")
    parser.add_argument("--least", type=float, default=97, help="score below which it fails")
    return parser.parse_args()


def chosen_mutants(given):
    names = given.files.split(",") if given.files else sorted(
        path.name for path in (ROOT / "lib").iterdir() if path.suffix in (".c", ".h"))
    found = [mutant for name in names
             for mutant in mutants_of(name, (ROOT / "lib" / name).read_text("utf-8"))]
    if given.again:
        named = set(SHOWN.findall(given.again.read_text("utf-8")))
        found = [mutant for mutant in found if mutant.parts() in named]
    if 0 < given.number < len(found):
        found = random.Random(given.seed).sample(found, given.number)
    return found


def try_all(build, mutants, jobs, folder):
    """Yields (mutant, result) as they come."""
    local, benches = threading.local(), iter(range(jobs))

    def try_one(mutant):
        if not hasattr(local, "bench"):
            place = folder / str(next(benches))
            place.mkdir(parents=True)
            local.bench = Bench(build, place)
        return mutant, local.bench.try_one(mutant)

    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(try_one, mutants)


def argued():
    path = Path(__file__).parent / "argued.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {line for line in lines if line and not line.startswith(("#", "  "))}


def main():
    given = arguments()
    mutants, counts, survivors = chosen_mutants(given), {}, []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for done, (mutant, result) in enumerate(
                try_all(Build(given.build), mutants, given.jobs, folder / "plain"), 1):
            counts[result] = counts.get(result, 0) + 1
            if result == "survived":
                survivors.append(mutant)
                print(f"not caught by {given.build}: {mutant}", flush=True)
            if done % 50 == 0:
                print(f"{done} of {len(mutants)}: {counts}", flush=True)
        if given.sanitized and survivors:
            results = list(try_all(Build(given.sanitized), survivors, given.jobs, folder / "checked"))
            caught = [mutant for mutant, result in results if result == "caught"]
            survivors = [mutant for mutant in survivors if mutant not in caught]
            counts["caught"] = counts.get("caught", 0) + len(caught)
    known = argued()
    for mutant in sorted(survivors, key=str):
        print(f"{'argued' if mutant.key() in known else 'SURVIVED'} {mutant}")
    survivors = [mutant for mutant in survivors if mutant.key() not in known]
    caught = counts.get("caught", 0)
    tried = caught + len(survivors)
    score = 100 * caught / tried if tried else 0
    print(f"figure: mutation score {score:.1f} % ({caught} of {tried} mutants caught;"
          f" {counts.get('same', 0)} the same object code, {counts.get('invalid', 0)} not C)")
    sys.exit(score < given.least)


if __name__ == "__main__":
    main()
