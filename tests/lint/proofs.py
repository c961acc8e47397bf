"""The soundness pages name every file of lib/: its goals as expected.json has them, or no contract.

./run prove shows that the goals of expected.json are proved.
"""
import json
import re

from source import ROOT, finish

PAGES = ("soundness.md", "soundness.zh-CN.md")
ROW = re.compile(r"^\| (\S+) \| (\d+) ?(?:of|/) ?(\d+) \| (\d+) \|$", re.M)
WITHOUT = re.compile(r"^ *- (?:Files without contracts|没有契约的文件)[^`]*((?:`\w+`(?:, |、)?\s*)+)", re.M)


def main():
    expected = json.loads((ROOT / "tests" / "proof" / "expected.json").read_text())
    figures = {unit: (each["goals"], len(each.get("not_proved", {})))
               for unit, each in expected.items()}
    together = tuple(map(sum, zip(*figures.values())))
    bare = {path.stem for path in (ROOT / "lib").glob("*.c")} - set(expected)
    faults = []
    for page in PAGES:
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        rows = {unit: (int(goals), int(left)) for unit, proved, goals, left in ROW.findall(text)
                if proved == goals}
        total = rows.pop("together", None) or rows.pop("合计", None)
        for unit in sorted(set(figures) | set(rows)):
            if rows.get(unit) != figures.get(unit):
                faults.append(f"{page}: {unit}: {rows.get(unit)}, expected.json has {figures.get(unit)}.")
        if total != together:
            faults.append(f"{page}: together {total}, expected.json has {together}.")
        listed = WITHOUT.search(text)
        named = set(re.findall(r"\w+", listed[1].replace("`", " "))) if listed else set()
        if named != bare:
            faults.append(f"{page}: files without contracts differ: {sorted(named ^ bare)}.")
    finish(faults, f"units with goals: {len(figures)}, without contracts: {len(bare)}")


main()
