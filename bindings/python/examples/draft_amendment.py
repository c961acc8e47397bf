"""What would change if a draft put other numbers, or read an open wording otherwise?

    python draft_amendment.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import kqaward as kq

DEMO = Path(__file__).resolve().parents[3] / "examples" / "rounds" / "2026.json"


def changes(before: kq.RoundResult, after: kq.RoundResult) -> list[str]:
    pairs = zip(before.organizations, after.organizations)
    return [
        f"  {old.id}: {old.outcome} -> {new.outcome}, {old.prize:,} -> {new.prize:,} yuan"
        for old, new in pairs
        if (old.outcome, old.prize) != (new.outcome, new.prize)
    ]


def main(path: Path) -> None:
    year = kq.Round.from_file(path)
    enacted = year.decide()
    drafts = {
        "one more quality award": year.decide(amend={"quota.quality": 4}),
        "no award at all inside the quota": year.decide(amend={"quota.quality": 0}),
        "100,000 yuan more under the cap": year.decide(amend={"prize.cap": 300_000}),
        "more than half, not half": year.decide(readings={"vote.approval": "strict"}),
    }
    for name, draft in drafts.items():
        print(f"{name}: {draft.prize_total - enacted.prize_total:+,} yuan")
        print("\n".join(changes(enacted, draft)) or "  nothing changes")
        for what, (here, there) in enacted.edition.diff(draft.edition).items():
            print(f"  ({what}: {here} -> {there})")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO)
