"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from ._text import Lang

FILE = Annotated[str, typer.Argument(metavar="FILE", help="help.file", show_default=False)]
LANG = Annotated[Lang, typer.Option("--lang", help="help.lang")]
JSON = Annotated[bool, typer.Option("--json", help="help.json")]
AMEND = Annotated[
    Optional[list[str]], typer.Option("--amend", metavar="K=V", help="help.amend")
]
READING = Annotated[
    Optional[list[str]], typer.Option("--reading", metavar="K=V", help="help.reading")
]
EDITION = Annotated[str, typer.Option("--edition", metavar="ID", help="help.edition")]
EXIT_CODE = Annotated[bool, typer.Option("--exit-code", help="help.exit_code")]
CALENDAR = Annotated[
    Optional[str], typer.Option("--calendar", metavar="FILE", help="help.calendar")
]
ID = Annotated[Optional[str], typer.Option("--id", metavar="ID", help="help.id")]
OUT = Annotated[str, typer.Option("--out", metavar="PATH", help="help.out", show_default=False)]

#: The edition when none is named.
DEFAULT_EDITION = "keqiao-2020"
