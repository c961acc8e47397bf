"""Hostile arguments and damaged round files, steered by coverage of the package.

    pip install atheris
    python fuzz_atheris.py -max_total_time=120 [-seed=1] [corpus]

Takes libFuzzer's options. What is called and what counts as a refusal stands in hostile.py.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from typing import Any

import atheris

with atheris.instrument_imports(include=["kqaward"]):
    import kqaward as kq

    import hostile


class Chance(random.Random):
    """Chance that the fuzzer decides."""

    def __init__(self, data: atheris.FuzzedDataProvider) -> None:
        super().__init__(0)
        self.data = data

    def random(self) -> float:
        return float(self.data.ConsumeIntInRange(0, 999)) / 1000

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:  # type: ignore[override]
        low, high = (0, start) if stop is None else (start, stop)
        return int(self.data.ConsumeIntInRange(low, high - 1))

    def choice(self, items: Sequence[Any]) -> Any:
        return items[self.randrange(len(items))]

    def randbytes(self, n: int) -> bytes:
        found = bytes(self.data.ConsumeBytes(n))
        return found + b"\xff" * (n - len(found))


ENGINE = hostile.Engine()


def one(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeIntInRange(0, 3) == 0:
        try:
            kq.Round.from_json(provider.ConsumeBytes(4096)).decide()
        except kq.KqaError:
            return
    _, wrong = ENGINE.step(Chance(provider))
    if wrong:
        raise AssertionError(wrong)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
