"""What is argued to be beyond the tests still stands in lib/: mutants and branches."""
import re

from source import ROOT, finish

MUTANT = re.compile(r"(\S+): .* -> .*? \| (.*)")
BRANCH = re.compile(r"(\S+): (.*)")


def stale(file, pattern):
    """The entries whose line of code is gone."""
    for line in (ROOT / "tests" / file).read_text(encoding="utf-8").splitlines():
        entry = pattern.fullmatch(line)
        if entry and not line.startswith(("#", " ")):
            path = ROOT / "lib" / entry[1]
            lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            yield line, entry[2] in (each.strip() for each in lines)


def main():
    entries = [*stale("mutation/argued.txt", MUTANT), *stale("mcdc-argued.txt", BRANCH)]
    faults = [f"argued, but gone: {line}" for line, stands in entries if not stands]
    if len(entries) < 20:
        faults.append(f"Only {len(entries)} entries were found; the check looked at too little.")
    finish(faults, f"entries: {len(entries)}")


main()
