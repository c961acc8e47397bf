"""The package and the C example print the same bytes for every round file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

import kqaward as kq

FILES = sorted((ROOT / "examples" / "rounds").glob("*.json")) + sorted(
    path
    for path in (ROOT / "tests" / "conformance" / "rounds").glob("*.json")
    if not path.stem.endswith(".expected")
)


def test_there_are_rounds_to_compare() -> None:
    assert len(FILES) >= 120


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_same_bytes(path: Path, annual_round: Path) -> None:
    run = subprocess.run([annual_round, path, "--json"], capture_output=True, timeout=60)
    try:
        text = kq.Round.from_json(path.read_bytes()).decide().to_json()
    except kq.KqaError as error:
        assert (run.returncode, run.stdout) == (2, b"")
        said = run.stderr.decode("utf-8")
        assert error.field in said and error.text("zh").rstrip("。") in said
        return
    assert run.returncode == 0, run.stderr
    assert text.encode("utf-8") == run.stdout
