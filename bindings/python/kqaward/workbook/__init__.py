"""Rounds as spreadsheets for Excel, WPS and LibreOffice.

A workbook has one sheet for each kind of thing in the round file; write_template() makes an empty
one, write_round() one that holds a round. read_round() takes it back: every cell is read from the
text that stands in the file, so that numbers are exact, and what is wrong is refused with the name
of the sheet and of the cell. No formula is ever evaluated.
"""

from __future__ import annotations

from ._read import read_document, read_round
from ._result import write_result
from ._write import write_round, write_template

__all__ = ["read_document", "read_round", "write_result", "write_round", "write_template"]
