"""The inverse questions: what is the least, the first, the most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Optional

import typer

from ..applying import bar_last_day, first_acceptance
from ..scores import least_site_score
from ..voting import least_present, least_yes, prize_payable
from ._inputs import chosen_edition, date, dated, past_awards, whole
from ._options import AMEND, DEFAULT_EDITION, EDITION, JSON, LANG, READING
from ._output import put, put_json
from ._text import Lang, Problem, Say, exact, grouped


def answer(say: Say, as_json: bool, document: Mapping[str, Any], *lines: str) -> None:
    """Prints an answer: a mapping as JSON, or the sentences."""
    if as_json:
        put_json(dict(document))
    else:
        put("".join(f"{line}\n" for line in lines))


def site_score(
    document: Annotated[
        str, typer.Option("--document", metavar="SCORE", help="help.document", show_default=False)
    ],
    decimals: Annotated[str, typer.Option("--decimals", metavar="N", help="help.decimals")] = "3",
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    reading: READING = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The least site score that reaches both floors."""
    say = Say(lang.value)
    chosen = chosen_edition(edition, amend or (), reading or ())
    least = least_site_score(chosen, document, whole(decimals, "--decimals"))
    key = "solve.site_score.none" if least is None else "solve.site_score"
    answer(
        say,
        as_json,
        {"document": document, "least_site_score": None if least is None else str(least)},
        say(key, document=document, least=exact(least)),
    )


def yes(
    present: Annotated[
        str, typer.Option("--present", metavar="N", help="help.present", show_default=False)
    ],
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    reading: READING = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The least number of votes with which a candidate passes."""
    say, count = Say(lang.value), whole(present, "--present")
    least = least_yes(chosen_edition(edition, amend or (), reading or ()), count)
    key = "solve.yes.none" if least is None else "solve.yes"
    answer(
        say,
        as_json,
        {"present": count, "least_yes": least},
        say(key, present=count, least=least),
    )


def present(
    members: Annotated[
        str, typer.Option("--members", metavar="N", help="help.members", show_default=False)
    ],
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    reading: READING = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The least number present that makes a quorum."""
    say, count = Say(lang.value), whole(members, "--members")
    least = least_present(chosen_edition(edition, amend or (), reading or ()), count)
    key = "solve.present.none" if least is None else "solve.present"
    answer(
        say,
        as_json,
        {"members": count, "least_present": least},
        say(key, members=count, least=least),
    )


def acceptance(
    sanction: Annotated[
        Optional[list[str]],
        typer.Option("--sanction", metavar="KIND:DATE", help="help.sanction", show_default=False),
    ] = None,
    from_day: Annotated[
        str, typer.Option("--from", metavar="DATE", help="help.from", show_default=False)
    ] = "",
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The first day on which no sanction bars an application."""
    say = Say(lang.value)
    chosen = chosen_edition(edition, amend or (), ())
    sanctions = dated(sanction or (), "--sanction")
    if not sanctions:
        raise Problem("bad.required", option="--sanction")
    if not from_day:
        raise Problem("bad.required", option="--from")
    first = first_acceptance(chosen, sanctions, date(from_day, "--from"))
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


def payable(
    history: Annotated[
        Optional[list[str]],
        typer.Option("--history", metavar="AWARD:YEAR:PAID", help="help.history"),
    ] = None,
    edition: EDITION = DEFAULT_EDITION,
    amend: AMEND = None,
    reading: READING = None,
    as_json: JSON = False,
    lang: LANG = Lang.ZH,
) -> None:
    """The money still payable under the cumulative cap."""
    say = Say(lang.value)
    chosen = chosen_edition(edition, amend or (), reading or ())
    amount = prize_payable(chosen, past_awards(history or ()))
    answer(say, as_json, {"payable": amount}, say("solve.payable", amount=grouped(amount)))
