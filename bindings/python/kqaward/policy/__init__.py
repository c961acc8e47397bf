"""The policy laboratory: editions and cases as files.

>>> import kqaward as kq
>>> from kqaward.policy import schema
>>> "quota.quality" in schema()["properties"]["set"]["properties"]
True
"""

from __future__ import annotations

from ._case import Case
from ._cases import load
from ._editions import EditionFile
from ._run import Difference, Run, run
from ._schema import schema

__all__ = ["Case", "Difference", "EditionFile", "Run", "load", "run", "schema"]
