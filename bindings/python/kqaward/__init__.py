"""Rules of the Keqiao District government quality award, decided exactly and with reasons.

>>> import kqaward as kq
>>> edition = kq.edition("keqiao-2020")
>>> kq.total_score(edition, "652.5", 668)
Fraction(6649, 10)
"""

from __future__ import annotations

from . import columns, dates
from ._errors import KqaError
from ._native import version as _version
from .afterwards import (
    TITLE_FACTS,
    Progress,
    Report,
    fraud_measures,
    in_force,
    procedure,
    report_duty,
    serious_problem_measures,
    site_report_due,
    title_measures,
    title_use,
)
from .applying import (
    ASSESSOR_FACTS,
    CONDUCT_FACTS,
    Eligibility,
    Incident,
    Sanction,
    Seat,
    assessor,
    bar_last_day,
    committee,
    committee_seats,
    conduct,
    conduct_measures,
    eligibility,
    first_acceptance,
    panel,
)
from .dates import (
    Calendar,
    add_days,
    add_working_days,
    add_years,
    count_working_days,
    format_score,
    is_working_day,
    roll_forward,
    round_gbt8170,
    weekday,
)
from .editions import Edition, edition
from .enums import (
    AccidentGrade,
    Award,
    CommitteeRole,
    Convener,
    DayKind,
    EventKind,
    IncidentKind,
    InspectionLevel,
    Measure,
    Outcome,
    ParameterKind,
    Place,
    ProvisionKind,
    Recommender,
    Relation,
    SanctionKind,
    Stage,
    Status,
    Unit,
    Verdict,
    VoteState,
)
from .findings import Decision, Finding
from .register import Parameter, Provision, Reading, parameters, provisions, readings
from .rounds import OrganizationResult, Organizations, Round, RoundResult
from .scores import (
    Criteria,
    CriteriaItem,
    Ranking,
    ScoreSheets,
    floors,
    least_site_score,
    panel_category_score,
    panel_category_scores,
    panel_score,
    panel_spread,
    rank,
    sheet_category_score,
    sheet_category_scores,
    sheet_item_score,
    sheet_score,
    total_score,
)
from .voting import (
    Allocation,
    Candidate,
    PastAward,
    Prize,
    Seats,
    allocate,
    allocation_check,
    ballot,
    is_former_winner,
    least_present,
    least_yes,
    outlay_bound,
    prize,
    prize_payable,
    special_nomination,
    vote_validity,
)

__version__ = _version()

__all__ = [name for name in dir() if not name.startswith("_") and name != "annotations"]
