"""Decisions on the procedure (Art. 13 to 23) and on what follows an award (Art. 26, 28, 29, 30)."""

from __future__ import annotations

from typing import NamedTuple

from .. import afterwards
from ..enums import Stage, Verdict
from ..findings import Finding
from ._decision import DECISION, FOUND, MEASURES, VERDICT, add, need, one, own_calendar
from ._expect import DAY, TRUTH, word

add(
    "fraud_measures",
    "",
    lambda edition, given: afterwards.fraud_measures(),
    MEASURES,
    "measures",
    "kqa_fraud_measures",
)
add(
    "serious_problem_measures",
    "event problem revoked",
    lambda edition, given: afterwards.serious_problem_measures(
        given.get("event"), given.get("problem"), given.get("revoked")
    ),
    MEASURES,
    "measures",
    "kqa_serious_problem_measures",
)
add(
    "title_use",
    " ".join(afterwards.TITLE_FACTS),
    lambda edition, given: afterwards.title_use(given),
    DECISION,
    "verdict",
)
add(
    "title_measures",
    "verdict",
    lambda edition, given: afterwards.title_measures(need(given, "verdict")),
    MEASURES,
    "measures",
    "kqa_title_measures",
)


class _Duty(NamedTuple):
    """The duty to report, with its finding as a list."""

    report: afterwards.Report

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (self.report.finding,)

    @property
    def reasons(self) -> tuple[Finding, ...]:
        against = self.report.finding.verdict in (Verdict.NOT_MET, Verdict.UNKNOWN)
        return self.findings if against else ()


add(
    "report_duty",
    "kind grade date reported as_of calendar",
    lambda edition, given: _Duty(
        afterwards.report_duty(
            edition,
            need(given, "kind"),
            need(given, "date"),
            grade=given.get("grade"),
            reported=given.get("reported"),
            as_of=given.get("as_of"),
            calendar=own_calendar(given),
        )
    ),
    {
        "due": (DAY, lambda answer: answer.report.due),
        "arises": (TRUTH, lambda answer: answer.report.arises),
        "verdict": (VERDICT, lambda answer: answer.report.finding.verdict),
        **FOUND,
    },
    "due",
)
add(
    "site_report_due",
    "site_review_end calendar",
    lambda edition, given: afterwards.site_report_due(
        edition, need(given, "site_review_end"), own_calendar(given)
    ),
    one("date", DAY),
    "date",
)
add(
    "procedure",
    "done site_report as_of calendar",
    lambda edition, given: afterwards.procedure(
        edition,
        given.get("done", {}),
        need(given, "as_of"),
        site_report=given.get("site_report"),
        calendar=own_calendar(given),
    ),
    {
        **DECISION,
        "next_stage": (word(Stage), lambda answer: answer.next_stage),
        "site_report_due": (DAY, lambda answer: answer.site_report_due),
    },
    "verdict",
)
