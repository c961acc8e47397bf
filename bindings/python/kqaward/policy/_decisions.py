"""The decisions that a case can ask for: what goes in, what comes out. Each is a function of the
package; nothing is decided here."""

from __future__ import annotations

from . import (
    _decisions_after,
    _decisions_days,
    _decisions_people,
    _decisions_round,
    _decisions_scores,
    _decisions_votes,
)
from ._decision import DECISIONS, Decision
from ._decisions_round import FILE, ROUND, decisive, findings_of

__all__ = ["DECISIONS", "FILE", "ROUND", "Decision", "decisive", "findings_of"]

#: Each enters its decisions when it is imported.
SUBJECTS = (
    _decisions_people,
    _decisions_scores,
    _decisions_votes,
    _decisions_after,
    _decisions_days,
    _decisions_round,
)
