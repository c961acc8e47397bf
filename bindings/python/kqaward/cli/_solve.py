"""The inverse questions: what is the least, the first, the most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from ..applying import bar_last_day, first_acceptance
from ..enums import SanctionKind
from ..scores import least_site_score
from ..voting import least_present, least_yes, prize_payable
from ._inputs import chosen_edition, date, dated, past_awards, whole
from ._options import AMEND, EDITION, JSON, LANG, READING, SANCTION, many, option
from ._output import put, put_json
from ._text import Problem, Say, grouped, trimmed


def answer(say: Say, as_json: bool, document: Mapping[str, Any], *lines: str) -> None:
    """Prints an answer: a mapping as JSON, or the sentences."""
    if as_json:
        put_json(dict(document))
    else:
        put("".join(f"{line}\n" for line in lines))


@click.command("site-score", help="help.solve.site_score")
@option("--document", "SCORE", "help.document", required=True)
@option("--decimals", "N", "help.decimals", default="3", show_default=True)
@EDITION
@AMEND
@READING
@JSON
@LANG
def site_score(
    document: str,
    decimals: str,
    edition: str,
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """The least site score that reaches both floors."""
    say = Say(lang)
    chosen = chosen_edition(edition, amend, reading)
    least = least_site_score(chosen, document, whole(decimals, "--decimals"))
    key = "solve.site_score.none" if least is None else "solve.site_score"
    answer(
        say,
        as_json,
        {"document": document, "least_site_score": None if least is None else str(least)},
        say(key, document=document, least=trimmed(least)),
    )


@click.command("yes", help="help.solve.yes")
@option("--present", "N", "help.present", required=True)
@EDITION
@AMEND
@READING
@JSON
@LANG
def yes(
    present: str,
    edition: str,
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """The least number of votes with which a candidate passes."""
    say, count = Say(lang), whole(present, "--present")
    least = least_yes(chosen_edition(edition, amend, reading), count)
    key = "solve.yes.none" if least is None else "solve.yes"
    answer(
        say,
        as_json,
        {"present": count, "least_yes": least},
        say(key, present=count, least=least),
    )


@click.command("present", help="help.solve.present")
@option("--members", "N", "help.members", required=True)
@EDITION
@AMEND
@READING
@JSON
@LANG
def present(
    members: str,
    edition: str,
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """The least number present that makes a quorum."""
    say, count = Say(lang), whole(members, "--members")
    least = least_present(chosen_edition(edition, amend, reading), count)
    key = "solve.present.none" if least is None else "solve.present"
    answer(
        say,
        as_json,
        {"members": count, "least_present": least},
        say(key, members=count, least=least),
    )


@click.command("acceptance", help="help.solve.acceptance")
@SANCTION
@click.option("--from", "start", metavar="DATE", help="help.from", required=True)
@EDITION
@AMEND
@JSON
@LANG
def acceptance(
    sanction: Sequence[str],
    start: str,
    edition: str,
    amend: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """The first day on which no sanction bars an application."""
    say = Say(lang)
    chosen = chosen_edition(edition, amend, ())
    sanctions = dated(sanction, "--sanction", SanctionKind)
    if not sanctions:
        raise Problem("bad.required", option="--sanction")
    first = first_acceptance(chosen, sanctions, date(start, "--from"))
    bars = [(kind, day, bar_last_day(chosen, kind, day)) for kind, day in sanctions]
    answer(
        say,
        as_json,
        {
            "first_acceptance": first.isoformat(),
            "bars": [
                {"kind": kind, "decided": day.isoformat(), "last_day": last.isoformat()}
                for kind, day, last in bars
            ],
        },
        *(say(f"solve.bar.{kind}", day=day, last=last) for kind, day, last in bars),
        say("solve.acceptance", first=first),
    )


@click.command("payable", help="help.solve.payable")
@many("--history", "AWARD:YEAR:PAID", "help.history")
@EDITION
@AMEND
@READING
@JSON
@LANG
def payable(
    history: Sequence[str],
    edition: str,
    amend: Sequence[str],
    reading: Sequence[str],
    as_json: bool,
    lang: str,
) -> None:
    """The money still payable under the cumulative cap."""
    say = Say(lang)
    chosen = chosen_edition(edition, amend, reading)
    amount = prize_payable(chosen, past_awards(history))
    answer(say, as_json, {"payable": amount}, say("solve.payable", amount=grouped(amount)))
