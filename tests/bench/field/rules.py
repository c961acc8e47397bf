"""The rules of 2020 as numbers and tests, for the peers that must be told them.

The places are those of the findings in the library's qualification check. Days are day numbers; the
periods of years are counted back from the deadline once, so that a peer only compares.
"""

from __future__ import annotations

from datetime import date

from columns import DEADLINE, FACTS, day_number

DEADLINE_DAY = day_number(DEADLINE)
LATEST_START = day_number(date(2023, 6, 30))  # Art. 12(1): three years of operation
WINDOW = day_number(date(2023, 6, 30))  # Art. 12(6): the last three years
FRAUD_WINDOW = day_number(date(2021, 6, 30))  # Art. 26: a bar of five years
REVOCATION_WINDOW = day_number(date(2023, 6, 30))  # Art. 30: a bar of three years
MIN_COPIES = 2  # Art. 14
NOBODY = 5  # recommended by none of the four bodies of Art. 14

WEIGHT_DOCUMENT, WEIGHT_SITE = 200, 800  # Art. 18: from millionths to billionths of a point
FLOOR_TOTAL = 600_000_000_000  # Art. 5, in billionths
FLOOR_SITE = 600_000_000  # Art. 5, in millionths
PRIZE = {1: 200_000, 2: 100_000}  # Art. 24, by award
CAP = 200_000

UNKNOWN, MET, NOT_MET = 0, 1, 2

#: Place of each plain fact among the findings; the years of operation stand between.
FACT_PLACES = {fact: place + (place >= 3) for place, fact in enumerate(FACTS)}
OPERATING_YEARS, RECOMMENDATION, COPIES, RECEIPT, FRAUD_BAR, REVOCATION_BAR = 3, 18, 19, 20, 21, 22

#: A declared fact and the day of the latest incident that speaks against it.
INCIDENTS = {
    "inspections_clean": "inspection_failure",
    "no_major_accident": "major_accident",
    "no_major_complaint": "major_complaint",
}
