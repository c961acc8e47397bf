"""Where the data of the tests lies, and how long hypothesis looks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parents[2]

sys.path.insert(0, str(TESTS))
sys.path.insert(0, str(ROOT / "tests" / "model"))

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("moderate", max_examples=60, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("long", max_examples=5000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("KQAWARD_HYPOTHESIS", "moderate"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--annual-round",
        default=os.environ.get("KQAWARD_ANNUAL_ROUND", ""),
        help="the built C example annual_round, for the comparison byte by byte",
    )


@pytest.fixture(scope="session")
def annual_round(request: pytest.FixtureRequest) -> Path:
    """The C example. Under ./run it must be there; elsewhere its absence skips."""
    given = request.config.getoption("--annual-round")
    if not given:
        if os.environ.get("KQAWARD_RUN"):
            pytest.fail("./run gives no path of the C example annual_round")
        pytest.skip("set KQAWARD_ANNUAL_ROUND to the C example annual_round to compare with it")
    path = Path(given)
    assert path.is_file(), f"there is no C example at {path}"
    return path
