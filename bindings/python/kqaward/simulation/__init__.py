"""What a draft would change, over many rounds of made-up applicants.

The applicants are invented: a Population says by which chances and scores. Nothing here is observed
of real organisations, and a simulation answers only what follows from its assumptions. Everyone is
decided by the C library, under the base and under the draft, with the same facts, scores and votes.

Every number is a whole number made from the raw bits of a Philox generator, whose stream is keyed by
the seed and the place of the block: the same seed gives the same applicants on every machine, with
every number of threads. numpy is needed (it comes with matplotlib).
"""

from ._impact import Impact, Interval, Side, quantile
from ._population import Population, applicants
from ._run import simulate

__all__ = ["Impact", "Interval", "Population", "Side", "applicants", "quantile", "simulate"]
