"""Rounds as spreadsheets for Excel, WPS and LibreOffice.

A workbook has one sheet for each kind of thing in the round file; write_template() makes an empty
one, write_round() one that holds a round. read_round() takes it back: every cell is read from the
text that stands in the file, so that numbers are exact, and what is wrong is refused with the name
of the sheet and of the cell. No formula is ever evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._read import read_document, read_round

if TYPE_CHECKING:
    from ._result import write_result
    from ._write import write_round, write_template

__all__ = ["read_document", "read_round", "write_result", "write_round", "write_template"]


def __getattr__(name: str) -> Any:
    # Reading needs no openpyxl, which takes longer to import than a round takes to decide.
    if name in ("write_round", "write_template"):
        from . import _write as module
    elif name == "write_result":
        from . import _result as module  # type: ignore[no-redef]
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(module, name)
