"""Lets pytest collect files of cases: ``pytest PATH`` runs every ``*.kq.yaml`` below PATH."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_OPTION = "--kqaward-lang"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The language of explanations."""
    parser.addoption(
        _OPTION, choices=("zh", "en"), default="zh", help="language of kqaward's explanations"
    )


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """A file of cases, by its ending."""
    from ._cases import ENDING

    if not file_path.name.endswith(ENDING):
        return None
    file: pytest.Collector = CasesFile.from_parent(parent, path=file_path)
    return file


class CasesFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """The cases; a wrong file is one error."""
        from .._errors import KqaError
        from ._cases import load

        try:
            cases = load([self.path])
        except KqaError as error:
            raise self.CollectError(error.text(self.config.getoption(_OPTION))) from None
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case)


class CaseFailed(Exception):
    """A case whose answer is not as expected."""


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: Any, **settings: Any) -> None:
        super().__init__(**settings)
        self.case = case

    def runtest(self) -> None:
        """Decides and compares."""
        from ._run import run

        done = run(self.case)
        if not done.passed:
            raise CaseFailed(done)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Expected, got, and why; one sentence for a slip in the case."""
        from .._errors import KqaError
        from ._report import details

        lang = self.config.getoption(_OPTION)
        error = excinfo.value
        if isinstance(error, CaseFailed):
            return "\n".join("  " * indent + line for indent, line in details(error.args[0], lang))
        if isinstance(error, KqaError):
            return error.text(lang)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line - 1, self.case.name
