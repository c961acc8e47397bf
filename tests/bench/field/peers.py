"""The peers: how each is started and which answers it gives. The pages say what is not equal."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rules
from columns import ANSWERS, Columns

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Peer:
    """One way to decide the columns."""

    key: str
    zh: str
    en: str
    program: str  # native, any, java, or the name of a module here
    mode: str
    answers: tuple[str, ...] = tuple(ANSWERS)
    is_two_valued: bool = False
    tolerance: int = 0  # of totals, in billionths of a point
    most_rows: int = 10**7

    def command(self, programs: dict[str, Path]) -> list[str]:
        """What starts it, but for the arguments."""
        if self.program in ("native", "any"):
            return [str(programs[self.program])]
        if self.program == "java":
            path = "{0}/classes:{0}/libraries/*".format(programs["java"])
            return ["java", "-Xmx6g", "-cp", path, "kqaward.field.Main"]
        return [sys.executable, str(HERE / f"{self.program}.py")]

    def expected(self, reference: Columns) -> Columns:
        """What this peer should answer, where the library answers so."""
        expected = {name: reference[name] for name in self.answers}
        if self.is_two_valued:
            for name in ("verdict", "floors"):
                expected[name] = np.where(expected[name] == rules.UNKNOWN, rules.NOT_MET,
                                          expected[name])
        return expected


# The half of the distance between two float32 numbers from 512 to 1024 points, in billionths.
FLOAT32 = 30_518

REFERENCE = Peer("columns", "本库，C，按列", "this library, C, columns", "native", "columns")
PEERS = (
    Peer("memcpy", "memcpy，同样字节数", "memcpy of the same bytes", "native", "memcpy", answers=()),
    Peer("floor", "手写C循环", "hand-written C loops", "native", "floor",
         answers=("verdict", "total", "floors", "prize"), is_two_valued=True),
    REFERENCE,
    Peer("columns-any", "本库，C，按列，不用AVX2", "this library, C, columns, without AVX2", "any",
         "columns"),
    Peer("python-columns", "本库，Python，按列（numpy）", "this library, Python, columns (numpy)",
         "peer_kqaward", "columns"),
    Peer("java-columns", "本库，Java，按列", "this library, Java, columns", "java", "columns"),
    Peer("single", "本库，C，逐家", "this library, C, one at a time", "native", "single",
         most_rows=10**6),
    Peer("python-single", "本库，Python，逐家", "this library, Python, one at a time", "peer_kqaward",
         "single"),
    Peer("openfisca", "OpenFisca-Core", "OpenFisca-Core", "peer_openfisca", "vectors",
         tolerance=FLOAT32),
    Peer("drools", "Drools（Java）", "Drools (Java)", "java", "drools"),
    Peer("cel", "CEL（Rust，经Python）", "CEL (Rust, from Python)", "peer_cel", "expression"),
    Peer("zen", "ZEN（Rust，经Python）", "ZEN (Rust, from Python)", "peer_zen", "decisions"),
    Peer("clips", "CLIPS（经clipspy）", "CLIPS (from clipspy)", "peer_clips", "facts"),
)
