"""May an organisation apply, what is still missing, and what are the last days?"""

from __future__ import annotations

import datetime as dt

import kqaward as kq

DEADLINE = dt.date(2026, 6, 30)


def main() -> None:
    edition = kq.edition.on(DEADLINE)
    facts = {
        "registered_in_district": True,
        "pays_tax_in_district": True,
        "lawful_operation": True,
        "operating_since": dt.date(2009, 4, 1),
        "excellence_model": True,
        "sound_management_system": True,
        "quality_work_outstanding": True,
        "performance_leading": True,
        "innovation_leading": True,
        "integrity_and_service_good": True,
        "inspections_clean": True,
        "no_major_accident": True,
        "no_major_complaint": True,
        "other_requirements_met": True,
    }
    papers = {
        "self_evaluation": True,
        "form": True,
        "evidence": True,
        "recommended_by": kq.Recommender.TOWN,
        "copies": 2,
    }
    answer = kq.eligibility(edition, DEADLINE, facts, papers)
    print(answer.verdict, "- still missing:", ", ".join(answer.missing))

    facts["iso9001_certified"] = True
    papers["received"] = dt.date(2026, 6, 30)
    print(kq.eligibility(edition, DEADLINE, facts, papers).verdict)

    fraud = kq.Sanction(kq.SanctionKind.FRAUD, dt.date(2021, 6, 30))
    barred = kq.eligibility(edition, DEADLINE, facts, papers, sanctions=[fraud])
    for finding in barred.reasons:
        print(finding.text("en"))
        print(finding.text("zh"))
    print("accepted again from", kq.first_acceptance(edition, [fraud], DEADLINE))

    print("least votes of 14 present:", kq.least_yes(edition, 14))
    print("least site score to a document score of 590:", kq.least_site_score(edition, 590))
    print("site report due:", kq.site_report_due(edition, dt.date(2026, 9, 18)))


if __name__ == "__main__":
    main()
