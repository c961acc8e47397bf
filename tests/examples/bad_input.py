"""What the round example does with bad input: one sentence with the path of the field on standard
error, exit status 2, nothing on standard output. Prints TAP.

usage: bad_input.py ANNUAL_ROUND
"""
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

FACTS = """registered_in_district pays_tax_in_district lawful_operation excellence_model
sound_management_system iso9001_certified quality_work_outstanding performance_leading
innovation_leading integrity_and_service_good inspections_clean no_major_accident
no_major_complaint other_requirements_met""".split()


def organization(name, score):
    return {
        "id": name,
        "facts": {**{fact: True for fact in FACTS}, "operating_since": "2009-04-01"},
        "incidents": [{"kind": "major_accident", "date": "2019-05-06"}],
        "application": {"self_evaluation": True, "form": True, "evidence": True,
                        "recommended_by": "town", "copies": 2, "received": "2026-06-20"},
        "sanctions": [{"kind": "fraud", "decided": "2015-05-01"}],
        "history": [{"award": "nomination", "year": 2023, "paid": 100000}],
        "document_review": {"score": 650},
        "site_review": {"score": score},
    }


GOOD = {
    "year": 2026,
    "application_deadline": "2026-06-30",
    "committee": {"members": 18},
    "organizations": [organization("K01", 668), organization("K02", 640),
                      organization("K03", 590), organization("K04", "3057/5")],
    "votes": {
        "quality": {"convened_by": "chair", "present": 14, "yes": {"K01": 13, "K02": 7}},
        "nomination": {"convened_by": "chair", "present": 14, "yes": {"K02": 11}},
    },
    "special_nominations": ["K90"],
}
SHEET = [70] * 23

# What is done to the good round (a path and a value; None removes), and the path that is named.
CASES = {
    "unknown key": (("organizations", 3, "fact"), {}, "organizations[3].fact"),
    "unknown key in the facts": (("organizations", 1, "facts", "iso9001"), True,
                                 "organizations[1].facts.iso9001"),
    "year as text": (("year",), "2026", "year"),
    "year missing": (("year",), None, "year"),
    "deadline missing": (("application_deadline",), None, "application_deadline"),
    "id missing": (("organizations", 2, "id"), None, "organizations[2].id"),
    "id used twice": (("organizations", 2, "id"), "K01", "organizations[2].id"),
    "day that does not exist": (("application_deadline",), "2023-02-29", "application_deadline"),
    "edition before the ordinance": (("application_deadline",), "2020-05-09",
                                     "application_deadline"),
    "unknown edition": (("ordinance",), "keqiao-2018", "ordinance"),
    "score above 1000": (("organizations", 3, "site_review", "score"), 1001,
                         "organizations[3].site_review.score"),
    "score just above 1000": (("organizations", 3, "site_review", "score"), "1000.000001",
                              "organizations[3].site_review.score"),
    "score with seven decimals": (("organizations", 3, "site_review", "score"), "640.0000001",
                                  "organizations[3].site_review.score"),
    "negative score": (("organizations", 0, "document_review", "score"), -1,
                       "organizations[0].document_review.score"),
    "score with an exponent": (("organizations", 0, "document_review", "score"), "6e2",
                               "organizations[0].document_review.score"),
    "score and sheets": (("organizations", 0, "document_review", "sheets"), [SHEET] * 3,
                         "organizations[0].document_review"),
    "percent no multiple of 5": (("organizations", 0, "site_review"),
                                 {"sheets": [SHEET, SHEET[:4] + [71] + SHEET[5:], SHEET]},
                                 "organizations[0].site_review.sheets[1][4]"),
    "percent above 100": (("organizations", 0, "site_review"),
                          {"sheets": [SHEET, SHEET, [105] + SHEET[1:]]},
                          "organizations[0].site_review.sheets[2][0]"),
    "22 items": (("organizations", 0, "site_review"), {"sheets": [SHEET, SHEET[1:], SHEET]},
                 "organizations[0].site_review.sheets[1]"),
    "two sheets": (("organizations", 0, "site_review"), {"sheets": [SHEET] * 2},
                   "organizations[0].site_review.sheets"),
    "vote for one that does not stand": (("votes", "quality", "yes", "K03"), 9,
                                         "votes.quality.yes.K03"),
    "vote of zero for a stranger": (("votes", "nomination", "yes", "K77"), 0,
                                    "votes.nomination.yes.K77"),
    "yes above present": (("votes", "quality", "yes", "K02"), 15, "votes.quality.yes.K02"),
    "runoff above present": (("votes", "quality", "runoff"), {"K02": 15},
                             "votes.quality.runoff.K02"),
    "present above members": (("votes", "nomination", "present"), 19, "votes.nomination.present"),
    "unknown convener": (("votes", "quality", "convened_by"), "secretary",
                         "votes.quality.convened_by"),
    "vote without members": (("committee",), None, "committee.members"),
    "special nomination twice": (("special_nominations",), ["K90", "K90"],
                                 "special_nominations[1]"),
    "special nomination of a winner": (("special_nominations",), ["K01"],
                                       "special_nominations[0]"),
    "unknown parameter": (("amend",), {"quota.gold": 4}, "amend.quota.gold"),
    "weights that do not add up": (("amend",), {"weight.document": 30},
                                   "amend.weight.document"),
    "negative money": (("amend",), {"prize.cap": -1}, "amend.prize.cap"),
    "share above 1": (("amend",), {"vote.quorum_share": "4/3"}, "amend.vote.quorum_share"),
    "unknown reading": (("readings",), {"vote.approval": "lenient"}, "readings.vote.approval"),
    "unknown criteria": (("criteria",), "iso9004", "criteria"),
}

RAW = {
    "key that stands twice": (b'{"year": 2026, "year": 2027}', "year"),
    "truncated file": (json.dumps(GOOD).encode()[:700], ""),
    "empty file": (b"", ""),
    "file that is not UTF-8": (b'{"year": 2026, "title": "\xb9\xf1"}', ""),
    "list instead of a round": (b"[1, 2]", ""),
    "text after the round": (json.dumps(GOOD).encode() + b" {}", ""),
    "nesting without end": (b'{"year": ' + b"[" * 100000, ""),
}


def changed(path, value):
    round_ = copy.deepcopy(GOOD)
    place = round_
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return json.dumps(round_, ensure_ascii=False).encode()


def fault_of(program, content, path, folder, arguments):
    """What is wrong with the answer to a bad file; None when all is well."""
    file = Path(folder) / "round.json"
    file.write_bytes(content)
    run = subprocess.run([program, file, *arguments], capture_output=True, timeout=60)
    message = run.stderr.decode("utf-8")
    if run.returncode != 2:
        return f"exit status {run.returncode}, not 2; {message}"
    if run.stdout:
        return "something on standard output"
    if message.count("\n") != 1 or not message.endswith("\n"):
        return f"not one line: {message!r}"
    if path and not message.startswith((path + ":", path + " ", path + "：", path + "（")):
        return f"does not begin with {path}: {message!r}"
    return None


def large(folder):
    """200 MB that would be a round if it were read to its end; takes no room on the disk."""
    file = Path(folder) / "large.json"
    with file.open("wb") as out:
        out.write(b'{"year": 2026')
        out.truncate(200_000_000)
    return file


def checks(program, folder):
    run = subprocess.run([program, "-", "--json"], input=json.dumps(GOOD).encode(),
                         capture_output=True)
    yield "the round that the cases spoil is good", (
        None if run.returncode == 0 and run.stdout else run.stderr.decode())
    for arguments in (["--lang", "zh"], ["--lang", "en", "--json"]):
        for name, (path, value, named) in CASES.items():
            yield f"{name} {arguments[1]}", fault_of(program, changed(path, value), named, folder,
                                                     arguments)
        for name, (content, named) in RAW.items():
            yield f"{name} {arguments[1]}", fault_of(program, content, named, folder, arguments)
    for name, file in {"file of 200 MB": large(folder), "no such file": Path(folder) / "none"}.items():
        run = subprocess.run([program, file], capture_output=True, timeout=60)
        ok = run.returncode == 2 and not run.stdout and run.stderr.count(b"\n") == 1
        yield name, None if ok else f"status {run.returncode}: {run.stderr.decode()}"


def main():
    failed = number = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, fault) in enumerate(checks(sys.argv[1], folder), 1):
            print(f"{'not ok' if fault else 'ok'} {number} - {name}")
            if fault:
                failed += 1
                print(f"# {fault}")
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


main()
