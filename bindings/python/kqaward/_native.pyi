"""The library as SWIG binds it: plain numbers, tuples and bytes. Use the package on top of it."""

import datetime as _dt
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NoReturn, TypeAlias

_Day: TypeAlias = _dt.date | str
_Number: TypeAlias = int | Fraction | Decimal | str
_Pair: TypeAlias = tuple[int, int]
_Row: TypeAlias = tuple[int, int, int, int, int, int, int, int]
_Finding: TypeAlias = tuple[int, int, int, int, int, int, int, int]
_Sanction: TypeAlias = tuple[int, _Day]
_Box: TypeAlias = Any

KQA_ACCIDENT_GRAVEST: Final[int]
KQA_ACCIDENT_LARGER: Final[int]
KQA_ACCIDENT_MAJOR: Final[int]
KQA_ACCIDENT_ORDINARY: Final[int]
KQA_ARTICLES: Final[int]
KQA_ASSESSOR_ABILITIES: Final[int]
KQA_ASSESSOR_DEGREE: Final[int]
KQA_ASSESSOR_ETHICS: Final[int]
KQA_ASSESSOR_FACTS: Final[int]
KQA_ASSESSOR_KNOWLEDGE: Final[int]
KQA_ASSESSOR_POLICY_AND_LAW: Final[int]
KQA_ASSESSOR_SENIOR_TITLE: Final[int]
KQA_ASSESSOR_TRAINING: Final[int]
KQA_AWARD_NOMINATION: Final[int]
KQA_AWARD_NONE: Final[int]
KQA_AWARD_QUALITY: Final[int]
KQA_BELOW_SITE: Final[int]
KQA_BELOW_TOTAL: Final[int]
KQA_CALENDAR_FIRST_YEAR: Final[int]
KQA_CALENDAR_LAST_YEAR: Final[int]
KQA_CHANGED_AWARD: Final[int]
KQA_CHANGED_FINDINGS: Final[int]
KQA_CHANGED_OFF_QUOTA: Final[int]
KQA_CHANGED_OUTCOME: Final[int]
KQA_CHANGED_PRIZE: Final[int]
KQA_CHANGED_RANK: Final[int]
KQA_CHANGED_TOTAL: Final[int]
KQA_CLEAN_RECORD_WINDOW_ALL_KINDS: Final[int]
KQA_CLEAN_RECORD_WINDOW_INSPECTIONS_ONLY: Final[int]
KQA_COMMITTEE_CHAIR: Final[int]
KQA_COMMITTEE_MEMBER: Final[int]
KQA_COMMITTEE_SEATS: Final[int]
KQA_COMMITTEE_VICE_CHAIR: Final[int]
KQA_CONDUCT_CONFIDENTIAL: Final[int]
KQA_CONDUCT_FACTS: Final[int]
KQA_CONDUCT_PROCEDURE: Final[int]
KQA_CONDUCT_TRUTHFUL: Final[int]
KQA_CONVENER_CHAIR: Final[int]
KQA_CONVENER_DELEGATED_VICE_CHAIR: Final[int]
KQA_CONVENER_OTHER: Final[int]
KQA_CRITERIA_CATEGORIES: Final[int]
KQA_CRITERIA_ID_SIZE: Final[int]
KQA_CRITERIA_ITEMS: Final[int]
KQA_DAY_OFF: Final[int]
KQA_DAY_ORDINARY: Final[int]
KQA_DAY_WORKING: Final[int]
KQA_DECISION_FINDINGS: Final[int]
KQA_EDITION_ID_SIZE: Final[int]
KQA_ELIGIBILITY_FINDINGS: Final[int]
KQA_EVENT_ACCIDENT: Final[int]
KQA_EVENT_COMPLAINT: Final[int]
KQA_EVENT_INSPECTION: Final[int]
KQA_EVENT_LOSS: Final[int]
KQA_E_ABOVE_MEMBERS: Final[int]
KQA_E_ABOVE_PRESENT: Final[int]
KQA_E_AWARDED: Final[int]
KQA_E_BOTH: Final[int]
KQA_E_DUPLICATE: Final[int]
KQA_E_ENCODING: Final[int]
KQA_E_FLOORS: Final[int]
KQA_E_FORM: Final[int]
KQA_E_MISSING: Final[int]
KQA_E_NAME: Final[int]
KQA_E_NOT_STANDING: Final[int]
KQA_E_NO_CALENDAR: Final[int]
KQA_E_NO_EDITION: Final[int]
KQA_E_NO_SUCH_DAY: Final[int]
KQA_E_ORDER: Final[int]
KQA_E_POINTS: Final[int]
KQA_E_RANGE: Final[int]
KQA_E_SIZE: Final[int]
KQA_E_STEP: Final[int]
KQA_E_SYNTAX: Final[int]
KQA_E_TOO_FEW: Final[int]
KQA_E_TOO_LARGE: Final[int]
KQA_E_TOO_MANY: Final[int]
KQA_E_TYPE: Final[int]
KQA_E_UNKNOWN_KEY: Final[int]
KQA_E_UNREADABLE: Final[int]
KQA_E_VALUE: Final[int]
KQA_E_WEIGHTS: Final[int]
KQA_FACTS: Final[int]
KQA_FACT_EVIDENCE: Final[int]
KQA_FACT_EXCELLENCE_MODEL: Final[int]
KQA_FACT_FORM: Final[int]
KQA_FACT_INNOVATION_LEADING: Final[int]
KQA_FACT_INSPECTIONS_CLEAN: Final[int]
KQA_FACT_INTEGRITY_AND_SERVICE_GOOD: Final[int]
KQA_FACT_ISO9001_CERTIFIED: Final[int]
KQA_FACT_LAWFUL_OPERATION: Final[int]
KQA_FACT_NO_MAJOR_ACCIDENT: Final[int]
KQA_FACT_NO_MAJOR_COMPLAINT: Final[int]
KQA_FACT_OTHER_REQUIREMENTS_MET: Final[int]
KQA_FACT_PAYS_TAX_IN_DISTRICT: Final[int]
KQA_FACT_PERFORMANCE_LEADING: Final[int]
KQA_FACT_QUALITY_WORK_OUTSTANDING: Final[int]
KQA_FACT_REGISTERED_IN_DISTRICT: Final[int]
KQA_FACT_SELF_EVALUATION: Final[int]
KQA_FACT_SOUND_MANAGEMENT_SYSTEM: Final[int]
KQA_FALSE: Final[int]
KQA_FIELD_APPLICATION_MIN_COPIES: Final[int]
KQA_FIELD_ASSESSORS: Final[int]
KQA_FIELD_ASSESSOR_FACT: Final[int]
KQA_FIELD_ASSESSOR_MIN_YEARS: Final[int]
KQA_FIELD_ASSESSOR_YEARS: Final[int]
KQA_FIELD_AS_OF: Final[int]
KQA_FIELD_AWARD: Final[int]
KQA_FIELD_BAR_FRAUD_YEARS: Final[int]
KQA_FIELD_BAR_REVOCATION_YEARS: Final[int]
KQA_FIELD_CALENDAR: Final[int]
KQA_FIELD_CANDIDATES: Final[int]
KQA_FIELD_CATEGORY: Final[int]
KQA_FIELD_CLEAN_RECORD_WINDOW: Final[int]
KQA_FIELD_COMMITTEE_SEAT: Final[int]
KQA_FIELD_CONDUCT: Final[int]
KQA_FIELD_CONVENED_BY: Final[int]
KQA_FIELD_COPIES: Final[int]
KQA_FIELD_CRITERIA: Final[int]
KQA_FIELD_CRITERIA_CATEGORY: Final[int]
KQA_FIELD_CRITERIA_POINTS: Final[int]
KQA_FIELD_DATE: Final[int]
KQA_FIELD_DAYS: Final[int]
KQA_FIELD_DAY_KIND: Final[int]
KQA_FIELD_DAY_NUMBER: Final[int]
KQA_FIELD_DEADLINE: Final[int]
KQA_FIELD_DECIMALS: Final[int]
KQA_FIELD_DOCUMENT_SCORE: Final[int]
KQA_FIELD_EDITION: Final[int]
KQA_FIELD_EDITION_ID: Final[int]
KQA_FIELD_ELIGIBILITY_CLEAN_YEARS: Final[int]
KQA_FIELD_ELIGIBILITY_MIN_YEARS: Final[int]
KQA_FIELD_EVENT_DATE: Final[int]
KQA_FIELD_EVENT_GRADE: Final[int]
KQA_FIELD_EVENT_KIND: Final[int]
KQA_FIELD_FACT: Final[int]
KQA_FIELD_FLOORS_APPLY_TO: Final[int]
KQA_FIELD_FLOOR_SITE: Final[int]
KQA_FIELD_FLOOR_TOTAL: Final[int]
KQA_FIELD_HISTORY_AWARD: Final[int]
KQA_FIELD_HISTORY_PAID: Final[int]
KQA_FIELD_HISTORY_REVOKED: Final[int]
KQA_FIELD_HISTORY_YEAR: Final[int]
KQA_FIELD_INCIDENT_DATE: Final[int]
KQA_FIELD_INCIDENT_KIND: Final[int]
KQA_FIELD_IN_FORCE: Final[int]
KQA_FIELD_ITEM: Final[int]
KQA_FIELD_LANGUAGE: Final[int]
KQA_FIELD_LEADERS: Final[int]
KQA_FIELD_MEASURE: Final[int]
KQA_FIELD_MEMBERS: Final[int]
KQA_FIELD_NONE: Final[int]
KQA_FIELD_NUMBER: Final[int]
KQA_FIELD_OFF_QUOTA: Final[int]
KQA_FIELD_OPERATING_SINCE: Final[int]
KQA_FIELD_ORGANIZATIONS: Final[int]
KQA_FIELD_ORG_APPLICATION_FACT: Final[int]
KQA_FIELD_ORG_COPIES: Final[int]
KQA_FIELD_ORG_DOCUMENT: Final[int]
KQA_FIELD_ORG_DOCUMENT_PERCENT: Final[int]
KQA_FIELD_ORG_DOCUMENT_SCORE: Final[int]
KQA_FIELD_ORG_DOCUMENT_SHEETS: Final[int]
KQA_FIELD_ORG_FACT: Final[int]
KQA_FIELD_ORG_HISTORY: Final[int]
KQA_FIELD_ORG_HISTORY_AWARD: Final[int]
KQA_FIELD_ORG_HISTORY_PAID: Final[int]
KQA_FIELD_ORG_HISTORY_REVOKED: Final[int]
KQA_FIELD_ORG_HISTORY_YEAR: Final[int]
KQA_FIELD_ORG_INCIDENTS: Final[int]
KQA_FIELD_ORG_INCIDENT_DATE: Final[int]
KQA_FIELD_ORG_INCIDENT_KIND: Final[int]
KQA_FIELD_ORG_INVITED: Final[int]
KQA_FIELD_ORG_OPERATING_SINCE: Final[int]
KQA_FIELD_ORG_RECEIVED: Final[int]
KQA_FIELD_ORG_RECOMMENDED_BY: Final[int]
KQA_FIELD_ORG_SANCTIONS: Final[int]
KQA_FIELD_ORG_SANCTION_DECIDED: Final[int]
KQA_FIELD_ORG_SANCTION_KIND: Final[int]
KQA_FIELD_ORG_SITE: Final[int]
KQA_FIELD_ORG_SITE_PERCENT: Final[int]
KQA_FIELD_ORG_SITE_SCORE: Final[int]
KQA_FIELD_ORG_SITE_SHEETS: Final[int]
KQA_FIELD_PANEL_MIN_ASSESSORS: Final[int]
KQA_FIELD_PARAMETER_NAME: Final[int]
KQA_FIELD_PARAMETER_VALUE: Final[int]
KQA_FIELD_PERCENT: Final[int]
KQA_FIELD_PRESENT: Final[int]
KQA_FIELD_PRIOR_WINNER_EXEMPT: Final[int]
KQA_FIELD_PRIZE_CAP: Final[int]
KQA_FIELD_PRIZE_NOMINATION: Final[int]
KQA_FIELD_PRIZE_QUALITY: Final[int]
KQA_FIELD_PRIZE_REVOKED_HISTORY: Final[int]
KQA_FIELD_PROVISION: Final[int]
KQA_FIELD_QUOTA_NOMINATION: Final[int]
KQA_FIELD_QUOTA_QUALITY: Final[int]
KQA_FIELD_RECEIVED: Final[int]
KQA_FIELD_RECOMMENDED_BY: Final[int]
KQA_FIELD_REPORTED: Final[int]
KQA_FIELD_REPORT_DAYS: Final[int]
KQA_FIELD_REPORT_ROLLOVER: Final[int]
KQA_FIELD_ROUND: Final[int]
KQA_FIELD_ROWS: Final[int]
KQA_FIELD_RUNOFF: Final[int]
KQA_FIELD_SANCTION_DECIDED: Final[int]
KQA_FIELD_SANCTION_KIND: Final[int]
KQA_FIELD_SCORE: Final[int]
KQA_FIELD_SCORE_ROUNDING: Final[int]
KQA_FIELD_SHEETS: Final[int]
KQA_FIELD_SITE_REPORT: Final[int]
KQA_FIELD_SITE_REPORT_WORKING_DAYS: Final[int]
KQA_FIELD_SITE_REVIEW_END: Final[int]
KQA_FIELD_SITE_SCORE: Final[int]
KQA_FIELD_SPECIAL_NOMINATIONS: Final[int]
KQA_FIELD_SPECIAL_NOMINATION_FLOORS: Final[int]
KQA_FIELD_STAGE: Final[int]
KQA_FIELD_STAGE_DATE: Final[int]
KQA_FIELD_TITLE_USE: Final[int]
KQA_FIELD_TOTAL: Final[int]
KQA_FIELD_VOTES_NOMINATION: Final[int]
KQA_FIELD_VOTES_NOMINATION_CONVENED_BY: Final[int]
KQA_FIELD_VOTES_NOMINATION_PRESENT: Final[int]
KQA_FIELD_VOTES_NOMINATION_RUNOFF: Final[int]
KQA_FIELD_VOTES_NOMINATION_YES: Final[int]
KQA_FIELD_VOTES_QUALITY: Final[int]
KQA_FIELD_VOTES_QUALITY_CONVENED_BY: Final[int]
KQA_FIELD_VOTES_QUALITY_PRESENT: Final[int]
KQA_FIELD_VOTES_QUALITY_RUNOFF: Final[int]
KQA_FIELD_VOTES_QUALITY_YES: Final[int]
KQA_FIELD_VOTE_APPROVAL: Final[int]
KQA_FIELD_VOTE_APPROVAL_SHARE: Final[int]
KQA_FIELD_VOTE_QUORUM: Final[int]
KQA_FIELD_VOTE_QUORUM_SHARE: Final[int]
KQA_FIELD_WEIGHT_DOCUMENT: Final[int]
KQA_FIELD_WEIGHT_SITE: Final[int]
KQA_FIELD_YEAR: Final[int]
KQA_FIELD_YEARS: Final[int]
KQA_FIELD_YES: Final[int]
KQA_FLOORS_APPLY_TO_BOTH_AWARDS: Final[int]
KQA_FLOORS_APPLY_TO_QUALITY_ONLY: Final[int]
KQA_INCIDENT_INSPECTION_FAILURE: Final[int]
KQA_INCIDENT_MAJOR_ACCIDENT: Final[int]
KQA_INCIDENT_MAJOR_COMPLAINT: Final[int]
KQA_INSPECTION_COUNTY: Final[int]
KQA_INSPECTION_MUNICIPAL: Final[int]
KQA_INSPECTION_NATIONAL: Final[int]
KQA_INSPECTION_PROVINCIAL: Final[int]
KQA_LANGUAGE_EN: Final[int]
KQA_LANGUAGE_ZH: Final[int]
KQA_MAX_MEMBERS: Final[int]
KQA_MAX_ORGANIZATIONS: Final[int]
KQA_MAX_SHEETS: Final[int]
KQA_MEASURE_CIRCULATED_CRITICISM: Final[int]
KQA_MEASURE_CRIMINAL_LIABILITY: Final[int]
KQA_MEASURE_CRITICISM: Final[int]
KQA_MEASURE_DISQUALIFICATION: Final[int]
KQA_MEASURE_HONOUR_CANCELLED: Final[int]
KQA_MEASURE_HONOUR_REVOKED: Final[int]
KQA_MEASURE_INVESTIGATION: Final[int]
KQA_MEASURE_NO_ACCEPTANCE: Final[int]
KQA_MEASURE_PLAQUE_TAKEN_BACK: Final[int]
KQA_MEASURE_RECTIFICATION: Final[int]
KQA_MEASURE_WARNING: Final[int]
KQA_NO_ENTRY: Final[int]
KQA_NO_NUMBER: Final[int]
KQA_OK: Final[int]
KQA_OUTCOMES: Final[int]
KQA_OUTCOME_BELOW_FLOOR: Final[int]
KQA_OUTCOME_INELIGIBLE: Final[int]
KQA_OUTCOME_NOMINATION: Final[int]
KQA_OUTCOME_NOT_ELECTED: Final[int]
KQA_OUTCOME_NOT_INVITED: Final[int]
KQA_OUTCOME_PENDING: Final[int]
KQA_OUTCOME_QUALITY: Final[int]
KQA_OUTCOME_TIED: Final[int]
KQA_OUTCOME_UNDETERMINED: Final[int]
KQA_OUTCOME_VOTE_VOID: Final[int]
KQA_PARAMETER_COUNT: Final[int]
KQA_PARAMETER_MONEY: Final[int]
KQA_PARAMETER_PERCENT: Final[int]
KQA_PARAMETER_READING: Final[int]
KQA_PARAMETER_SCORE: Final[int]
KQA_PARAMETER_SHARE: Final[int]
KQA_PLACE_NONE: Final[int]
KQA_PLACE_NOT_PASSED: Final[int]
KQA_PLACE_NO_SEAT: Final[int]
KQA_PLACE_OFF_QUOTA: Final[int]
KQA_PLACE_SEATED: Final[int]
KQA_PLACE_TIED: Final[int]
KQA_PRIOR_WINNER_EXEMPT_BOTH_AWARDS: Final[int]
KQA_PRIOR_WINNER_EXEMPT_QUALITY_ONLY: Final[int]
KQA_PRIZE_REVOKED_HISTORY_COUNTS: Final[int]
KQA_PRIZE_REVOKED_HISTORY_IGNORED: Final[int]
KQA_PROCEDURE_FINDINGS: Final[int]
KQA_PROVISION_APPLICATION_FORM: Final[int]
KQA_PROVISION_ASSESSOR_ABILITIES: Final[int]
KQA_PROVISION_ASSESSOR_EDUCATION: Final[int]
KQA_PROVISION_ASSESSOR_ETHICS: Final[int]
KQA_PROVISION_ASSESSOR_EXPERIENCE: Final[int]
KQA_PROVISION_ASSESSOR_KNOWLEDGE: Final[int]
KQA_PROVISION_ASSESSOR_POLICY_AND_LAW: Final[int]
KQA_PROVISION_ASSESSOR_TRAINING: Final[int]
KQA_PROVISION_AWARD_TIERS: Final[int]
KQA_PROVISION_COMMITTEE_CHAIR: Final[int]
KQA_PROVISION_COMMITTEE_DUTIES: Final[int]
KQA_PROVISION_COMMITTEE_MEMBERS: Final[int]
KQA_PROVISION_COMMITTEE_VICE_CHAIRS: Final[int]
KQA_PROVISION_COPIES: Final[int]
KQA_PROVISION_CRITERIA_POINTS: Final[int]
KQA_PROVISION_ENCOURAGED_APPLICANTS: Final[int]
KQA_PROVISION_EVIDENCE: Final[int]
KQA_PROVISION_EXCELLENCE_MODEL: Final[int]
KQA_PROVISION_FRAUD_CONSEQUENCES: Final[int]
KQA_PROVISION_INNOVATION_LEADING: Final[int]
KQA_PROVISION_INSPECTIONS_CLEAN: Final[int]
KQA_PROVISION_INTEGRITY_AND_SERVICE_GOOD: Final[int]
KQA_PROVISION_INTERPRETATION: Final[int]
KQA_PROVISION_INVESTIGATION: Final[int]
KQA_PROVISION_IN_FORCE: Final[int]
KQA_PROVISION_ISO9001_CERTIFIED: Final[int]
KQA_PROVISION_KIND_COMPUTED: Final[int]
KQA_PROVISION_KIND_DECIDED: Final[int]
KQA_PROVISION_KIND_LEFT_TO_PEOPLE: Final[int]
KQA_PROVISION_LAWFUL_OPERATION: Final[int]
KQA_PROVISION_NOMINATION_ENTRY: Final[int]
KQA_PROVISION_NOMINATION_QUOTA: Final[int]
KQA_PROVISION_NO_FEE: Final[int]
KQA_PROVISION_NO_FRAUD_BAR: Final[int]
KQA_PROVISION_NO_MAJOR_ACCIDENT: Final[int]
KQA_PROVISION_NO_MAJOR_COMPLAINT: Final[int]
KQA_PROVISION_NO_REVOCATION_BAR: Final[int]
KQA_PROVISION_OFFICE_DUTIES: Final[int]
KQA_PROVISION_OPERATING_YEARS: Final[int]
KQA_PROVISION_OTHER_REQUIREMENTS_MET: Final[int]
KQA_PROVISION_PANEL_LEADER: Final[int]
KQA_PROVISION_PANEL_SIZE: Final[int]
KQA_PROVISION_PAYS_TAX_IN_DISTRICT: Final[int]
KQA_PROVISION_PERFORMANCE_LEADING: Final[int]
KQA_PROVISION_PRINCIPLES: Final[int]
KQA_PROVISION_PRIOR_WINNER_OFF_QUOTA: Final[int]
KQA_PROVISION_PRIZE_AMOUNT: Final[int]
KQA_PROVISION_PRIZE_NOT_REPEATED: Final[int]
KQA_PROVISION_PRIZE_UNDER_CAP: Final[int]
KQA_PROVISION_PURPOSE: Final[int]
KQA_PROVISION_QUALITY_QUOTA: Final[int]
KQA_PROVISION_QUALITY_WORK_OUTSTANDING: Final[int]
KQA_PROVISION_RANKING: Final[int]
KQA_PROVISION_RECEIVED_IN_TIME: Final[int]
KQA_PROVISION_RECOMMENDATION: Final[int]
KQA_PROVISION_REGISTERED_IN_DISTRICT: Final[int]
KQA_PROVISION_REPORT_ACCIDENT: Final[int]
KQA_PROVISION_REPORT_COMPLAINT: Final[int]
KQA_PROVISION_REPORT_INSPECTION: Final[int]
KQA_PROVISION_REPORT_LOSS: Final[int]
KQA_PROVISION_REVIEWER_CONFIDENTIAL: Final[int]
KQA_PROVISION_REVIEWER_PROCEDURE: Final[int]
KQA_PROVISION_REVIEWER_TRUTHFUL: Final[int]
KQA_PROVISION_SEAT_BY_VOTES: Final[int]
KQA_PROVISION_SELF_EVALUATION: Final[int]
KQA_PROVISION_SITE_FLOOR: Final[int]
KQA_PROVISION_SITE_REPORT_IN_TIME: Final[int]
KQA_PROVISION_SITE_REVIEW_LIST: Final[int]
KQA_PROVISION_SOUND_MANAGEMENT_SYSTEM: Final[int]
KQA_PROVISION_SPECIAL_NOMINATION: Final[int]
KQA_PROVISION_STAGE_APPLICATION: Final[int]
KQA_PROVISION_STAGE_APPROVAL: Final[int]
KQA_PROVISION_STAGE_AWARD: Final[int]
KQA_PROVISION_STAGE_DOCUMENT_REVIEW: Final[int]
KQA_PROVISION_STAGE_EVALUATION: Final[int]
KQA_PROVISION_STAGE_NOTICE: Final[int]
KQA_PROVISION_STAGE_PUBLICITY: Final[int]
KQA_PROVISION_STAGE_QUALIFICATION: Final[int]
KQA_PROVISION_STAGE_SITE_REVIEW: Final[int]
KQA_PROVISION_STAGE_VOTE: Final[int]
KQA_PROVISION_SUPPORT_BY_OTHERS: Final[int]
KQA_PROVISION_TITLE_NOT_ON_PRODUCTS: Final[int]
KQA_PROVISION_TITLE_YEAR_STATED: Final[int]
KQA_PROVISION_TOTAL_FLOOR: Final[int]
KQA_PROVISION_TOTAL_SCORE: Final[int]
KQA_PROVISION_TOWNS_ADAPT: Final[int]
KQA_PROVISION_VACANCY: Final[int]
KQA_PROVISION_VOTE_APPROVAL: Final[int]
KQA_PROVISION_VOTE_CONVENER: Final[int]
KQA_PROVISION_VOTE_QUORUM: Final[int]
KQA_READING_SET_WORDS: Final[int]
KQA_RECOMMENDER_ASSOCIATION: Final[int]
KQA_RECOMMENDER_DEVELOPMENT_ZONE: Final[int]
KQA_RECOMMENDER_NONE: Final[int]
KQA_RECOMMENDER_SUBDISTRICT: Final[int]
KQA_RECOMMENDER_TOWN: Final[int]
KQA_RECOMMENDER_UNKNOWN: Final[int]
KQA_RELATION_AT_LEAST: Final[int]
KQA_RELATION_AT_MOST: Final[int]
KQA_RELATION_EQUAL: Final[int]
KQA_RELATION_LESS_THAN: Final[int]
KQA_RELATION_MORE_THAN: Final[int]
KQA_RELATION_NONE: Final[int]
KQA_REPORT_ROLLOVER_NEXT_WORKING_DAY: Final[int]
KQA_REPORT_ROLLOVER_NONE: Final[int]
KQA_REQUIREMENTS: Final[int]
KQA_REQUIREMENT_COPIES: Final[int]
KQA_REQUIREMENT_OPERATING_SINCE: Final[int]
KQA_REQUIREMENT_RECEIVED: Final[int]
KQA_REQUIREMENT_RECOMMENDED_BY: Final[int]
KQA_REVIEW_NONE: Final[int]
KQA_REVIEW_SCORE: Final[int]
KQA_REVIEW_SHEETS: Final[int]
KQA_ROUND_FINDINGS: Final[int]
KQA_SANCTION_FRAUD: Final[int]
KQA_SANCTION_REVOCATION: Final[int]
KQA_SCORE_MAX_DENOMINATOR: Final[int]
KQA_SCORE_ROUNDING_GBT8170_0: Final[int]
KQA_SCORE_ROUNDING_GBT8170_1: Final[int]
KQA_SCORE_ROUNDING_GBT8170_2: Final[int]
KQA_SCORE_ROUNDING_GBT8170_3: Final[int]
KQA_SCORE_ROUNDING_NONE: Final[int]
KQA_SIMULATED_COLUMNS: Final[int]
KQA_SIMULATED_COPIES: Final[int]
KQA_SIMULATED_DOCUMENT: Final[int]
KQA_SIMULATED_FRAUD: Final[int]
KQA_SIMULATED_HOLDS: Final[int]
KQA_SIMULATED_INSPECTION_FAILURE: Final[int]
KQA_SIMULATED_INVITED: Final[int]
KQA_SIMULATED_KNOWN: Final[int]
KQA_SIMULATED_MAJOR_ACCIDENT: Final[int]
KQA_SIMULATED_MAJOR_COMPLAINT: Final[int]
KQA_SIMULATED_NOMINATION_RUNOFF: Final[int]
KQA_SIMULATED_NOMINATION_YES: Final[int]
KQA_SIMULATED_OPERATING_SINCE: Final[int]
KQA_SIMULATED_PAID: Final[int]
KQA_SIMULATED_QUALITY_RUNOFF: Final[int]
KQA_SIMULATED_QUALITY_YES: Final[int]
KQA_SIMULATED_RECEIVED: Final[int]
KQA_SIMULATED_RECOMMENDED_BY: Final[int]
KQA_SIMULATED_REVOCATION: Final[int]
KQA_SIMULATED_SITE: Final[int]
KQA_SIMULATED_WON: Final[int]
KQA_SPECIAL_NOMINATION_FLOORS_APPLY: Final[int]
KQA_SPECIAL_NOMINATION_FLOORS_EXEMPT: Final[int]
KQA_STAGES: Final[int]
KQA_STAGE_APPLICATION: Final[int]
KQA_STAGE_APPROVAL: Final[int]
KQA_STAGE_AWARD: Final[int]
KQA_STAGE_DOCUMENT_REVIEW: Final[int]
KQA_STAGE_EVALUATION: Final[int]
KQA_STAGE_NOTICE: Final[int]
KQA_STAGE_PUBLICITY: Final[int]
KQA_STAGE_QUALIFICATION: Final[int]
KQA_STAGE_SITE_REVIEW: Final[int]
KQA_STAGE_VOTE: Final[int]
KQA_TITLE_FACTS: Final[int]
KQA_TITLE_ON_PRODUCTS: Final[int]
KQA_TITLE_YEAR_STATED: Final[int]
KQA_TRUE: Final[int]
KQA_UNIT_COPIES: Final[int]
KQA_UNIT_DATE: Final[int]
KQA_UNIT_DAYS: Final[int]
KQA_UNIT_FACT: Final[int]
KQA_UNIT_MEMBERS: Final[int]
KQA_UNIT_NONE: Final[int]
KQA_UNIT_ORGANIZATIONS: Final[int]
KQA_UNIT_PERCENT: Final[int]
KQA_UNIT_PERSONS: Final[int]
KQA_UNIT_POINTS: Final[int]
KQA_UNIT_SHARE: Final[int]
KQA_UNIT_VOTES: Final[int]
KQA_UNIT_WORKING_DAYS: Final[int]
KQA_UNIT_YEARS: Final[int]
KQA_UNIT_YUAN: Final[int]
KQA_UNKNOWN: Final[int]
KQA_VERDICT_MET: Final[int]
KQA_VERDICT_NOT_APPLICABLE: Final[int]
KQA_VERDICT_NOT_MET: Final[int]
KQA_VERDICT_UNKNOWN: Final[int]
KQA_VERSION: Final[str]
KQA_VERSION_MAJOR: Final[int]
KQA_VERSION_MINOR: Final[int]
KQA_VERSION_PATCH: Final[int]
KQA_VOTE_APPROVAL_INCLUSIVE: Final[int]
KQA_VOTE_APPROVAL_STRICT: Final[int]
KQA_VOTE_COUNTED: Final[int]
KQA_VOTE_NOT_HELD: Final[int]
KQA_VOTE_QUORUM_INCLUSIVE: Final[int]
KQA_VOTE_QUORUM_STRICT: Final[int]
KQA_VOTE_VOID: Final[int]
KQA_VOTE_WAITS: Final[int]
KQA_WON_NOMINATION: Final[int]
KQA_WON_NOMINATION_REVOKED: Final[int]
KQA_WON_QUALITY: Final[int]
KQA_WON_QUALITY_REVOKED: Final[int]

def allocate(
    edition: bytes,
    award: int,
    present: int,
    candidates: list[Any],
    /,
) -> tuple[tuple[int, int, int], int, tuple[int, ...]]: ...
def allocate_column(
    edition: bytes,
    award: int,
    present: int,
    yes: Any,
    former_winner: Any,
    runoff: Any,
    /,
) -> tuple[tuple[int, int, int], int, bytes]: ...
def allocation_check(
    edition: bytes,
    quality: int,
    nomination: int,
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def assessor_check(
    edition: bytes,
    assessor: tuple[Any, ...],
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def award_name(award: int, /) -> str: ...
def award_text(award: int, language: int, /) -> str: ...
def ballot_decide(
    edition: bytes,
    ballot: tuple[Any, ...],
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def batch_ballot_rows(columns: tuple[Any, ...], /) -> int: ...
def batch_ballots(
    edition: bytes,
    columns: tuple[Any, ...],
    answers: tuple[Any, ...],
    first: int,
    count: int | None,
    /,
) -> tuple[int, int]: ...
def batch_decide(
    edition: bytes,
    deadline: _Day | None,
    columns: tuple[Any, ...],
    answers: tuple[Any, ...],
    first: int,
    count: int | None,
    /,
) -> tuple[int, int]: ...
def batch_provision(place: int, /) -> int: ...
def batch_rows(columns: tuple[Any, ...], /) -> int: ...
def bar_last_day(edition: bytes, sanction: _Sanction, /) -> _dt.date: ...
def calendar_add_working_days(date: _Day | None, days: int, own: bytes, /) -> _dt.date: ...
def calendar_builtin(year: int, /) -> bytes | None: ...
def calendar_checked(calendar: bytes, /) -> bytes: ...
def calendar_count_working_days(first: _Day | None, last: _Day | None, own: bytes, /) -> int: ...
def calendar_is_working(date: _Day | None, own: bytes, /) -> int: ...
def calendar_marked(calendar: bytes, date: _Day, kind: int, /) -> bytes: ...
def calendar_roll_forward(date: _Day | None, own: bytes, /) -> _dt.date: ...
def calendar_with_year(calendar: bytes, year: int, /) -> bytes: ...
def calendar_years(calendar: bytes, /) -> tuple[int, ...]: ...
def citation(article: int, item: int, language: int, /) -> str: ...
def committee_check(filled: tuple[int, ...], /) -> tuple[int, tuple[_Finding, ...]]: ...
def committee_role(seat: int, /) -> int: ...
def committee_seat(seat: int, language: int, /) -> str: ...
def conduct_check(facts: tuple[int, ...], /) -> tuple[int, tuple[_Finding, ...]]: ...
def conduct_measures(breached: int, criminal: int, /) -> int: ...
def criteria_category_name(id: str, category: int, language: int, /) -> str: ...
def criteria_check(criteria: bytes, /) -> None: ...
def criteria_count() -> int: ...
def criteria_fields(criteria: bytes, /) -> tuple[str, int, int, int, tuple[_Pair, ...]]: ...
def criteria_find(id: str, /) -> bytes: ...
def criteria_id_at(place: int, /) -> str: ...
def criteria_item_clause(id: str, item: int, /) -> str: ...
def criteria_item_name(id: str, item: int, language: int, /) -> str: ...
def criteria_make(id: str, items: list[Any], percent_step: int, full_score: int, /) -> bytes: ...
def criteria_verify(criteria: bytes, /) -> tuple[int, tuple[_Finding, ...]]: ...
def date_add_days(date: _Day | None, days: int, /) -> _dt.date: ...
def date_add_years(date: _Day | None, years: int, /) -> _dt.date: ...
def date_compare(a: _Day | None, b: _Day | None, /) -> int: ...
def date_day_number(date: _Day | None, /) -> int: ...
def date_format(date: _Day | None, /) -> str: ...
def date_from_day_number(number: int, /) -> _dt.date: ...
def date_is_absent(date: _Day | None, /) -> bool: ...
def date_is_valid(date: _Day | None, /) -> bool: ...
def date_parse(text: str, /) -> _dt.date: ...
def date_weekday(date: _Day | None, /) -> int: ...
def edition_check(edition: bytes, /) -> None: ...
def edition_checked(edition: bytes, /) -> bytes: ...
def edition_count() -> int: ...
def edition_diff(a: bytes, b: bytes, /) -> tuple[int, ...]: ...
def edition_find(id: str, /) -> bytes: ...
def edition_get(edition: bytes, name: str, /) -> str: ...
def edition_id(edition: bytes, /) -> str: ...
def edition_id_at(place: int, /) -> str: ...
def edition_in_force(edition: bytes, /) -> tuple[_dt.date | None, _dt.date | None]: ...
def edition_named(
    edition: bytes,
    id: str,
    from_: _Day,
    to: _Day | None,
    /,
) -> bytes: ...
def edition_on(date: _Day | None, /) -> bytes: ...
def edition_with(edition: bytes, name: str, value: Any, /) -> bytes: ...
def eligibility_decide(
    edition: bytes,
    deadline: _Day | None,
    application: tuple[Any, ...],
    incidents: list[_Sanction],
    sanctions: list[_Sanction],
    /,
) -> tuple[int, int, tuple[_Finding, ...]]: ...
def exact_text(value: Any, name: str, /) -> str: ...
def field_name(field: int, /) -> str: ...
def field_rule(field: int, language: int, /) -> str: ...
def finding_observed(finding: _Finding, /) -> str: ...
def finding_required(finding: _Finding, /) -> str: ...
def finding_text(finding: _Finding, language: int, /) -> str: ...
def first_acceptance(
    edition: bytes,
    sanctions: list[_Sanction],
    from_: _Day | None,
    /,
) -> _dt.date: ...
def floors_check(
    edition: bytes,
    document: _Number | None,
    site: _Number | None,
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def fraud_measures() -> int: ...
def in_force_check(edition: bytes, date: _Day | None, /) -> tuple[int, tuple[_Finding, ...]]: ...
def is_former_winner(history: list[tuple[int, int, int, int]], /) -> int: ...
def least_present(edition: bytes, members: int, /) -> int: ...
def least_site_score(
    edition: bytes,
    document: _Number | None,
    decimals: int,
    /,
) -> _Pair | None: ...
def least_yes(edition: bytes, present: int, /) -> int: ...
def measure_text(measure: int, language: int, /) -> str: ...
def missing_at(missing: int, place: int, /) -> int: ...
def outcome_name(outcome: int, /) -> str: ...
def outcome_text(outcome: int, language: int, /) -> str: ...
def outlay_bound(edition: bytes, off_quota_quality: int, off_quota_nomination: int, /) -> int: ...
def panel_category_score(
    edition: bytes,
    criteria: bytes,
    percents: Any,
    category: int,
    /,
) -> _Pair: ...
def panel_check(
    edition: bytes,
    assessors: int,
    leaders: int,
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def panel_score(edition: bytes, criteria: bytes, percents: Any, /) -> _Pair: ...
def panel_score_column(
    edition: bytes,
    criteria: bytes,
    percents: Any,
    sheets: int,
    /,
) -> list[_Pair]: ...
def panel_spread(edition: bytes, criteria: bytes, percents: Any, /) -> _Pair: ...
def parameter_at(place: int, /) -> _Row: ...
def parameter_count() -> int: ...
def parameter_find(name: str, /) -> _Row: ...
def parameter_label(field: int, language: int, /) -> str: ...
def prize_decide(
    edition: bytes,
    award: int,
    history: list[tuple[int, int, int, int]],
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def prize_payable(edition: bytes, history: list[tuple[int, int, int, int]], /) -> int: ...
def procedure_check(
    edition: bytes,
    procedure: tuple[Any, ...],
    as_of: _Day | None,
    own: bytes,
    /,
) -> tuple[int, int, _dt.date | None, tuple[_Finding, ...]]: ...
def provision_at(place: int, /) -> tuple[int, int, int, int]: ...
def provision_count() -> int: ...
def provision_find(code: int, /) -> tuple[int, int, int, int]: ...
def provision_function(code: int, /) -> str: ...
def provision_key(code: int, /) -> str: ...
def provision_label(code: int, language: int, /) -> str: ...
def provision_text(code: int, language: int, /) -> str: ...
def rank(totals: list[Any], /) -> tuple[tuple[int, ...], tuple[int, ...]]: ...
def ratio_compare(a: _Number | None, b: _Number | None, /) -> int: ...
def ratio_format(value: _Number | None, /) -> str: ...
def ratio_format_rounded(value: _Number | None, decimals: int, /) -> str: ...
def ratio_make(num: int, den: int, /) -> _Pair: ...
def ratio_parse(text: str, max_denominator: int, /) -> _Pair: ...
def ratio_round(value: _Number | None, decimals: int, /) -> _Pair: ...
def reading_bit(field: int, /) -> int: ...
def reading_combinations() -> int: ...
def reading_meaning(field: int, code: int, language: int, /) -> str: ...
def reading_reason(field: int, language: int, /) -> str: ...
def reading_value(field: int, code: int, /) -> str: ...
def refuse(status: str, field: str, /) -> NoReturn: ...
def refuse_file(status: str, name: str, /) -> NoReturn: ...
def report_duty(
    edition: bytes,
    event: tuple[Any, ...],
    reported: _Day | None,
    as_of: _Day | None,
    own: bytes,
    /,
) -> tuple[int, _dt.date | None, _Finding]: ...
def requirement_find(name: str, /) -> int: ...
def requirement_name(requirement: int, /) -> str: ...
def round_decide(round: _Box, edition: bytes, /) -> _Box: ...
def round_decide_under(round: _Box, edition: bytes, /) -> _Box: ...
def round_document(round: _Box, /) -> Any: ...
def round_edition(round: _Box, /) -> bytes: ...
def round_from_json(text: str | bytes, name: str, /) -> _Box: ...
def round_from_object(document: Any, /) -> _Box: ...
def round_ids(round: _Box, /) -> tuple[str, ...]: ...
def round_result_change(before: _Box, after: _Box, place: int, /) -> tuple[Any, ...]: ...
def round_result_changes(before: _Box, after: _Box, /) -> tuple[tuple[Any, ...], ...]: ...
def round_result_compare(before: _Box, after: _Box, /) -> tuple[Any, ...]: ...
def round_result_count(result: _Box, /) -> int: ...
def round_result_edition(result: _Box, /) -> bytes: ...
def round_result_json(result: _Box, /) -> str: ...
def round_result_ranking(result: _Box, /) -> tuple[int, ...]: ...
def round_result_row(result: _Box, place: int, /) -> tuple[Any, ...]: ...
def round_result_sensitivity(result: _Box, /) -> tuple[tuple[Any, ...], ...]: ...
def round_result_summary(result: _Box, /) -> tuple[Any, ...]: ...
def round_result_warnings(result: _Box, /) -> str: ...
def round_year(round: _Box, /) -> int: ...
def serious_problem_measures(event: int, problem: int, revoked: int, /) -> int: ...
def sheet_category_score(criteria: bytes, percents: Any, category: int, /) -> _Pair: ...
def sheet_item_score(criteria: bytes, percents: Any, item: int, /) -> _Pair: ...
def sheet_score(criteria: bytes, percents: Any, /) -> _Pair: ...
def simulated_rounds(
    edition: bytes, deadline: _Day, applicants: Any, size: int, members: int, present: int, /
) -> tuple[bytes, bytes, bytes]: ...
def site_report_due(edition: bytes, site_review_end: _Day | None, own: bytes, /) -> _dt.date: ...
def special_nomination_check(
    edition: bytes,
    document: _Number | None,
    site: _Number | None,
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
def stage_text(stage: int, language: int, /) -> str: ...
def status_name(status: int, /) -> str: ...
def status_text(status: int, language: int, /) -> str: ...
def title_measures(verdict: int, /) -> int: ...
def title_use_check(facts: tuple[int, ...], /) -> tuple[int, tuple[_Finding, ...]]: ...
def total_score(edition: bytes, document: _Number | None, site: _Number | None, /) -> _Pair: ...
def unit_text(unit: int, language: int, /) -> str: ...
def verdict_name(verdict: int, /) -> str: ...
def verdict_text(verdict: int, language: int, /) -> str: ...
def version() -> str: ...
def vote_validity(
    edition: bytes,
    members: int,
    convened_by: int,
    present: int,
    /,
) -> tuple[int, tuple[_Finding, ...]]: ...
