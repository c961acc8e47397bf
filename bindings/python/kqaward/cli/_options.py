"""Options and arguments that several commands share. Their help is a key of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound="Callable[..., Any] | click.Command")

#: The edition when none is named.
DEFAULT_EDITION = "keqiao-2020"


class _Argument(click.Argument):
    """An argument with a line of its own in the help."""

    def __init__(self, *names: Any, help: str = "", **settings: Any) -> None:
        super().__init__(*names, **settings)
        self.help = help

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """The argument's line in the help."""
        return self.metavar or "", self.help or ""


def argument(
    name: str, metavar: str, key: str, required: bool = True, nargs: int = 1
) -> Callable[[F], F]:
    """An argument by its name in the code, its name in the help, and its help's key."""
    return click.argument(
        name, metavar=metavar, help=key, required=required, nargs=nargs, cls=_Argument
    )


def option(flag: str, metavar: str, key: str, **settings: Any) -> Callable[[F], F]:
    """An option that takes one text."""
    return click.option(flag, metavar=metavar, help=key, **settings)


def many(flag: str, metavar: str, key: str) -> Callable[[F], F]:
    """An option that may be given several times."""
    return click.option(flag, metavar=metavar, help=key, multiple=True)


FILE = argument("file", "FILE", "help.file")
DATE = argument("day", "DATE", "help.day")
LANG = click.option("--lang", type=click.Choice(("zh", "en")), default="zh", help="help.lang")
JSON = click.option("--json", "as_json", is_flag=True, help="help.json")
AMEND = many("--amend", "K=V", "help.amend")
READING = many("--reading", "K=V", "help.reading")
EDITION = option("--edition", "ID", "help.edition_option", default=DEFAULT_EDITION, show_default=True)
OTHER_EDITION = option("--edition", "ID", "help.other_edition")
EXIT_CODE = click.option("--exit-code", is_flag=True, help="help.exit_code")
CALENDAR = option("--calendar", "FILE", "help.calendar")
ID = option("--id", "ID", "help.id")
SANCTION = many("--sanction", "KIND:DATE", "help.sanction")
