"""Whatever object is passed anywhere: a refusal, never a crash, never a hang."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import Any

import pytest
from conftest import ROOT, TESTS
from hypothesis import given, settings
from hypothesis import strategies as st

import hostile
import kqaward as kq


def test_a_child_survives_hostile_calls(tmp_path: Any) -> None:
    """In a process of its own, so that a crash is one failed test with the last call shown."""
    trace = tmp_path / "last"
    command = [sys.executable, "-X", "dev", TESTS / "hostile.py", "--count", "8000", "--trace", trace]
    run = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=150)
    last = trace.read_text(encoding="utf-8", errors="replace") if trace.exists() else ""
    assert run.returncode == 0, f"{run.stdout[-6000:]}{run.stderr[-3000:]}\nlast call: {last}"


@pytest.fixture(scope="module")
def engine() -> hostile.Engine:
    return hostile.Engine()


def test_every_raw_function_is_fed(engine: hostile.Engine) -> None:
    """Right arguments are known for every raw function that takes any."""
    known = set(engine.seeds)
    fed = [name for name in engine.names if name.startswith("_native.") and name in known]
    assert len(fed) > 70
    assert len(engine.names) > 150


@given(st.randoms(use_true_random=False))
@settings(max_examples=settings().max_examples * 5)
def test_hostile_arguments(engine: hostile.Engine, chance: random.Random) -> None:
    _, wrong = engine.step(chance)
    assert not wrong, wrong


OBJECTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.fractions()
    | st.decimals()
    | st.text()
    | st.text(alphabet="\0\ud800/.-0123456789e", max_size=12)
    | st.binary()
    | st.dates()
    | st.sampled_from(hostile.MAKERS).map(lambda make: make()),
    lambda inner: st.lists(inner, max_size=4)
    | st.tuples(inner, inner)
    | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(st.data())
@settings(max_examples=settings().max_examples * 5)
def test_arbitrary_objects(engine: hostile.Engine, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(engine.names))
    arguments = data.draw(st.lists(OBJECTS, max_size=6))
    try:
        engine.calls[name](*arguments)
    except hostile.REFUSALS:
        pass


KEYS = sorted(
    {*hostile.DOCUMENT, *hostile.DOCUMENT["organizations"][0], "score", "sheets", "yes", "present"}
)


@given(st.recursive(
    OBJECTS,
    lambda inner: st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    | st.lists(inner, max_size=3),
    max_leaves=12,
))
def test_arbitrary_round_documents(document: Any) -> None:
    try:
        kq.Round.from_dict(document).decide()
    except hostile.REFUSALS:
        pass


TEXT = json.dumps(hostile.DOCUMENT)


@given(st.integers(0, len(TEXT)), st.integers(0, 20), st.text(max_size=4) | st.just("[" * 3000))
def test_damaged_json(at: int, cut: int, put: str) -> None:
    text = TEXT[:at] + put + TEXT[at + cut :]
    try:
        kq.Round.from_json(text).decide()
    except kq.KqaError as error:
        assert str(error) and "\n" not in str(error)
    except UnicodeEncodeError:
        pass


@given(st.binary(max_size=200))
def test_arbitrary_bytes_as_json(data: bytes) -> None:
    with pytest.raises(kq.KqaError):
        kq.Round.from_json(data)


@given(st.text(max_size=200) | st.binary(max_size=100))
def test_arbitrary_text_as_yaml(data: Any) -> None:
    pytest.importorskip("yaml")
    try:
        kq.Round.from_yaml(data)
    except kq.KqaError as error:
        assert str(error) and "\n" not in str(error)


@pytest.mark.parametrize(
    "text",
    [
        "&a [*a, *a]", "a: &a [*a]", "!!python/object/apply:os.system ['true']", "{year: !!set {}}",
        "? [1]\n: 2", "a: 1\na: 2", "<<: {year: 2026}", "- " * 5000, "{" * 5000, "year: 2026-13-45",
        "x: &x [" + "a," * 1000 + "]\ny: [" + "*x," * 1000 + "]", "\t", "%YAML 9.9\n---\na: 1",
        "year: .nan", "year: 1_000", "year: 0x10", "year: 1:30", "a: !!binary x", "--- a\n--- b",
    ],
)
def test_hostile_yaml(text: str) -> None:
    pytest.importorskip("yaml")
    with pytest.raises(kq.KqaError):
        kq.Round.from_yaml(text).decide()


@pytest.mark.parametrize("words", [*hostile.RESULTS, "Criteria", "Calendar"])
def test_results_made_of_nonsense(words: str) -> None:
    """The classes take the library's plain numbers; others are refused when they are asked."""
    for make in hostile.MAKERS:
        try:
            value = getattr(kq, words)(make())
        except hostile.REFUSALS:
            continue
        try:
            hostile.touch(value, 2)
        except (AttributeError, *hostile.REFUSALS):
            pass


def test_rounds_from_dozens_of_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    wanted = hostile.RESULT.to_json()
    with ThreadPoolExecutor(16) as pool:
        texts = pool.map(lambda _: kq.Round.from_dict(hostile.DOCUMENT).decide().to_json(), range(200))
        assert set(texts) == {wanted}
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(lambda _: hostile.ROUND.decide().to_json(), range(200))) == {wanted}


def test_the_script_for_address_sanitizer_is_there() -> None:
    assert (ROOT / "bindings" / "python" / "tests" / "fuzz_raw.sh").is_file()
