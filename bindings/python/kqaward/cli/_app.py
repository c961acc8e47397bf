"""The commands and their options put together, and run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from . import _days, _organization, _register, _round, _solve
from ._text import Say

_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "no_args_is_help": False,
}


def build() -> typer.Typer:
    """The command with its subcommands, in the order of its help."""
    app = typer.Typer(help="help.app", **_SETTINGS)
    app.callback()(_about)
    app.command("round", help="help.round")(_round.round_command)
    app.command("check", help="help.check")(_organization.check)
    app.command("explain", help="help.explain")(_organization.explain)
    app.command("notice", help="help.notice")(_round.notice)
    app.command("plot", help="help.plot")(_round.plot)
    app.command("template", help="help.template")(_round.template)
    app.command("params", help="help.params")(_register.params)
    app.command("readings", help="help.readings")(_register.show_readings)
    app.command("provisions", help="help.provisions")(_register.show_provisions)
    app.add_typer(_solve_group(), name="solve")
    app.add_typer(_due_group(), name="due")
    app.add_typer(_workdays_group(), name="workdays")
    return app


def _about(
    version: bool = typer.Option(False, "--version", help="help.version", is_eager=True),
    context: typer.Context = typer.Option(None, hidden=True),
) -> None:
    if version:
        from .. import __version__

        print(f"kqaward {__version__}")
        raise typer.Exit


def _solve_group() -> typer.Typer:
    group = typer.Typer(help="help.solve", **_SETTINGS)
    group.command("site-score", help="help.solve.site_score")(_solve.site_score)
    group.command("yes", help="help.solve.yes")(_solve.yes)
    group.command("present", help="help.solve.present")(_solve.present)
    group.command("acceptance", help="help.solve.acceptance")(_solve.acceptance)
    group.command("payable", help="help.solve.payable")(_solve.payable)
    return group


def _due_group() -> typer.Typer:
    group = typer.Typer(help="help.due", **_SETTINGS)
    group.command("site-report", help="help.due.site_report")(_days.site_report)
    group.command("report", help="help.due.report")(_days.report)
    return group


def _workdays_group() -> typer.Typer:
    group = typer.Typer(help="help.workdays", **_SETTINGS)
    group.command("is", help="help.workdays.is")(_days.is_workday)
    group.command("add", help="help.workdays.add")(_days.add)
    group.command("count", help="help.workdays.count")(_days.count)
    return group


def _put_into_words(command: Any, say: Say) -> None:
    """Puts the texts of the language in the place of their keys."""
    if say.has(command.help or ""):
        command.help = say(command.help)
    for parameter in command.params:
        key = getattr(parameter, "help", None)
        if key and say.has(key):
            parameter.help = say(key)
        elif parameter.name == "help":
            parameter.help = say("help.help")
    for inner in getattr(command, "commands", {}).values():
        _put_into_words(inner, say)


def run(words: Sequence[str], lang: str) -> int:
    """Runs the command on its words and answers the exit status."""
    command: Any = typer.main.get_command(build())
    _put_into_words(command, Say(lang))
    status = command.main(
        args=list(words) or ["--help"], prog_name="kqaward", standalone_mode=False
    )
    return status if isinstance(status, int) else 0
