"""Decides a year's round and says why each organisation came out as it did.

    python whole_round.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import kqaward as kq

DEMO = Path(__file__).resolve().parents[3] / "examples" / "rounds" / "2026.json"


def line(one: kq.OrganizationResult) -> str:
    total = "-" if one.total is None else kq.format_score(one.total)
    rank = "-" if one.rank is None else one.rank
    return f"{one.id:<4} {one.outcome.text('en'):<24} {total:>7} {rank:>2} {one.prize:>8,}"


def main(path: Path) -> None:
    result = kq.Round.from_file(path).decide()
    for one in result.organizations:
        print(line(one))
        match one:
            case kq.OrganizationResult(outcome=kq.Outcome.UNDETERMINED, missing=missing):
                print("     missing:", ", ".join(missing))
            case kq.OrganizationResult(outcome=kq.Outcome.INELIGIBLE):
                for finding in one.reasons:
                    print("    ", finding.text("en"))
    for award, seats in result.seats.items():
        print(f"{award}: {seats.taken} of {seats.quota} seats, {seats.off_quota} off the quota")
    print(f"prizes: {result.prize_total:,} yuan")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO)
