"""The peers: how each is started, which answers it gives, and what is not equal."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from columns import ANSWERS, Columns

HERE = Path(__file__).resolve().parent
UNKNOWN, NOT_MET = 0, 2


@dataclass(frozen=True)
class Peer:
    """One way to decide the columns."""

    key: str
    zh: str
    en: str
    program: str  # native, java, or the name of a module here
    mode: str
    answers: tuple[str, ...] = tuple(ANSWERS)
    is_two_valued: bool = False
    tolerance: int = 0  # of totals, in billionths of a point
    most_rows: int = 10**7
    package: str = ""  # from which its version is read
    zh_note: str = ""
    en_note: str = ""

    def command(self, native: Path, java: Path) -> list[str]:
        """What starts it, but for the arguments."""
        if self.program == "native":
            return [str(native)]
        if self.program == "java":
            path = f"{java}/classes:{java}/libraries/*"
            return ["java", "-Xmx6g", "-cp", path, "kqaward.field.Main"]
        return [sys.executable, str(HERE / f"{self.program}.py")]

    def expected(self, reference: Columns) -> Columns:
        """What this peer should answer, where the library answers so."""
        expected = {name: reference[name] for name in self.answers}
        if self.is_two_valued:
            for name in ("verdict", "floors"):
                expected[name] = np.where(expected[name] == UNKNOWN, NOT_MET, expected[name])
        return expected


# The half of the distance between two float32 numbers from 512 to 1024 points, in billionths.
FLOAT32 = 30_518

REFERENCE = Peer("columns", "本库，C，按列", "this library, C, columns", "native", "columns")
PEERS = (
    Peer("memcpy", "memcpy，同样字节数", "memcpy of the same bytes", "native", "memcpy", answers=(),
         zh_note="不作评定。复制39字节：一家组织的输入59字节与答案19字节合计78字节，读写各半。",
         en_note="Decides nothing. It copies 39 bytes: input and answers of an organisation are "
                 "59 + 19 = 78 bytes, and a copy reads and writes each of its own."),
    Peer("floor", "手写C循环", "hand-written C loops", "native", "floor",
         answers=("verdict", "total", "floors", "prize"), is_two_valued=True,
         zh_note="写死2020年的数字；没有“未知”，未知视为不符合；不指出决定性条款，不检查输入。",
         en_note="The numbers of 2020 are written into it; no unknown, which counts as not met; no "
                 "decisive provision; no check of its input."),
    REFERENCE,
    Peer("python-columns", "本库，Python，按列（numpy）", "this library, Python, columns (numpy)",
         "peer_kqaward", "columns", package="kqaward"),
    Peer("single", "本库，C，逐家", "this library, C, one at a time", "native", "single",
         most_rows=10**6,
         zh_note="每家组织都返回全部23项认定及其依据。一千万家的结构体约占3 GB，未测。",
         en_note="Each organisation gets all 23 findings with what they rest on. Ten million rows as "
                 "structures would take 3 GB and are left out."),
    Peer("python-single", "本库，Python，逐家", "this library, Python, one at a time", "peer_kqaward",
         "single", package="kqaward"),
    Peer("openfisca", "OpenFisca-Core", "OpenFisca-Core", "peer_openfisca", "vectors",
         tolerance=FLOAT32, package="OpenFisca-Core",
         zh_note="numpy向量化，n＝1即其逐家的用法（建立模拟、填入、计算）。没有“未知”，每项事实用两个"
                 "变量；金额为float32，总评分因此有舍入，最低分在公式内以整数判断。输入的numpy数组事先备好。",
         en_note="Vectorised over numpy; n = 1 is its use for one case (build a simulation, fill in, "
                 "calculate). No unknown: a fact is two variables. Amounts are float32, so the total "
                 "is rounded; the floors are decided on integers inside the formula. Its numpy arrays "
                 "are made beforehand."),
    Peer("drools", "Drools（Java）", "Drools (Java)", "java", "",
         zh_note="可执行规则模型；会话每次放入1000家、触发规则、移出。计时前预热虚拟机。未知为null。",
         en_note="Executable rule model; a session takes 1000 organisations, fires and lets them go. "
                 "The virtual machine warms up before the clock starts. Unknown is null."),
    Peer("cel", "CEL（Rust，经Python）", "CEL (Rust, from Python)", "peer_cel", "expression",
         package="common-expression-language",
         zh_note="一个预先编译的表达式回答全部问题；输入为Python字典。未知为null。",
         en_note="One expression, compiled beforehand, answers everything; a Python mapping goes in. "
                 "Unknown is null."),
    Peer("zen", "ZEN（Rust，经Python）", "ZEN (Rust, from Python)", "peer_zen", "decisions",
         package="zen-engine",
         zh_note="JDM决策表加表达式节点；输入为Python字典。逐家调用比其evaluate_batch更快，故取逐家。未知为null。",
         en_note="A JDM decision table and an expression node; a Python mapping goes in. Its "
                 "evaluate_batch() was slower than one call each, so the latter stands here. Unknown "
                 "is null."),
    Peer("clips", "CLIPS（经clipspy）", "CLIPS (from clipspy)", "peer_clips", "facts",
         package="clipspy",
         zh_note="Rete推理，每批100家置入工作内存，推理后清空。未知为一个符号。",
         en_note="Rete; batches of 100 organisations are asserted, decided and cleared. Unknown is a "
                 "symbol."),
)
