"""The commands put together, and run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from . import _compare, _days, _organization, _policy, _register, _round, _simulate, _solve
from ._options import LANG
from ._text import Say

#: What click itself writes into a help text.
_FIXED_PARTS = (
    "Usage: ",
    "Positional arguments:",
    "Options:",
    "Commands:",
    "Show this message and exit.",
    "[required]",
    "[default: ",
)


class _Group(click.Group):
    """A command with subcommands, listed in their own order; alone it shows its help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**(settings | {"invoke_without_command": True}))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which they were added."""
        return list(self.commands)


@click.group(help="help.app", cls=_Group)
@click.option("--version", is_flag=True, help="help.version")
@LANG
@click.pass_context
def _kqaward(context: click.Context, version: bool, lang: str) -> None:
    if version:
        from .. import __version__

        click.echo(f"kqaward {__version__}")
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


def _group(name: str, *commands: click.Command) -> click.Group:
    @click.group(name, help=f"help.{name}", cls=_Group)
    @LANG
    @click.pass_context
    def group(context: click.Context, lang: str) -> None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())

    for command in commands:
        group.add_command(command)
    return group


for _command in (
    _round.round_command,
    _organization.check,
    _organization.explain,
    _round.notice,
    _round.plot,
    _round.template,
    _compare.diff,
    _register.params,
    _register.show_readings,
    _register.show_provisions,
    _group("edition", _policy.check, _policy.show_edition, _policy.diff, _policy.edition_schema),
    _policy.test,
    _simulate.simulate,
    _group(
        "solve",
        _solve.site_score,
        _solve.yes,
        _solve.present,
        _solve.acceptance,
        _solve.payable,
    ),
    _group("due", _days.site_report, _days.report),
    _group("workdays", _days.is_workday, _days.add, _days.count),
):
    _kqaward.add_command(_command)


def _put_into_words(command: Any, say: Say) -> None:
    """Puts the texts of the language in the place of their keys, which are kept."""
    for thing in (command, *command.params):
        key = vars(thing).setdefault("help_key", getattr(thing, "help", None))
        if key and say.has(key):
            thing.help = say(key)
        if thing.name == "lang":
            thing.default = say.lang
    command.options_metavar = say("help.options")
    get_help = vars(command).setdefault("english_help", command.get_help)
    command.get_help = lambda context: _headings(get_help(context), say)
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("help.subcommand")
        for inner in command.commands.values():
            _put_into_words(inner, say)


def _headings(text: str, say: Say) -> str:
    """A help text with its fixed English parts in the language."""
    for word in _FIXED_PARTS:
        text = text.replace(word, say(f"help:{word}"))
    return text


def run(words: Sequence[str], lang: str) -> int:
    """Runs the command on its words and answers the exit status."""
    _put_into_words(_kqaward, Say(lang))
    status: object = _kqaward.main(
        args=list(words), prog_name="kqaward", standalone_mode=False
    )
    return status if isinstance(status, int) else 0
