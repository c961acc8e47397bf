"""What the two READMEs show of Python is what Python prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SNIPPET = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_snippet_prints_what_the_page_says(name: str) -> None:
    found = SNIPPET.search((ROOT / name).read_text(encoding="utf-8"))
    assert found, f"{name} has no Python snippet with its output"
    run = subprocess.run(
        [sys.executable, "-c", found[1]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == found[2]
