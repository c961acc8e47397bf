"""The words of the data as enumerations. Every member equals its word: ``Verdict.MET == "met"``."""

from __future__ import annotations

import enum
from typing import NoReturn

from . import _native
from ._values import Word, language


class Verdict(Word):
    """Three-valued verdict on a provision or a decision, and "does not concern this case"."""

    UNKNOWN = "unknown"
    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"

    @classmethod
    def first_code(cls) -> int:
        return 0

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a verdict has more than two values: compare it, as in `verdict is Verdict.MET`"
        )

    def text(self, lang: str = "zh") -> str:
        """The verdict's name for people."""
        return _native.verdict_text(self.code, language(lang))


class Relation(Word):
    """How the observed value must stand to the required one."""

    NONE = "none"
    EQUAL = "equal"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"

    @classmethod
    def first_code(cls) -> int:
        return 0


class Unit(Word):
    """Units of parameters and of what findings observe and require."""

    NONE = "none"
    FACT = "fact"
    DATE = "date"
    POINTS = "points"
    PERCENT = "percent"
    SHARE = "share"
    PERSONS = "persons"
    MEMBERS = "members"
    VOTES = "votes"
    YEARS = "years"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    COPIES = "copies"
    ORGANIZATIONS = "organizations"
    YUAN = "yuan"

    @classmethod
    def first_code(cls) -> int:
        return 0

    def text(self, lang: str = "zh") -> str:
        """The unit's name for people; empty where it has none to show."""
        return _native.unit_text(self.code, language(lang))


class ParameterKind(Word):
    """Kinds of parameters."""

    COUNT = "count"
    SCORE = "score"
    PERCENT = "percent"
    SHARE = "share"
    MONEY = "money"
    READING = "reading"


class ProvisionKind(Word):
    """What the library does with a provision."""

    DECIDED = "decided"
    COMPUTED = "computed"
    LEFT_TO_PEOPLE = "left_to_people"


class Outcome(Word):
    """What became of an organisation in a round."""

    INELIGIBLE = "ineligible"
    UNDETERMINED = "undetermined"
    PENDING = "pending"
    NOT_INVITED = "not_invited"
    BELOW_FLOOR = "below_floor"
    VOTE_VOID = "vote_void"
    TIED = "tied"
    NOT_ELECTED = "not_elected"
    NOMINATION = "nomination"
    QUALITY = "quality"

    def text(self, lang: str = "zh") -> str:
        """The outcome's name for people."""
        return _native.outcome_text(self.code, language(lang))


class Award(Word):
    """The two awards."""

    QUALITY = "quality"
    NOMINATION = "nomination"

    def text(self, lang: str = "zh") -> str:
        """The award's name for people."""
        return _native.award_text(self.code, language(lang))


class Place(Word):
    """What a vote gives a candidate."""

    NONE = "none"
    NOT_PASSED = "not_passed"
    SEATED = "seated"
    OFF_QUOTA = "off_quota"
    TIED = "tied"
    NO_SEAT = "no_seat"

    @classmethod
    def first_code(cls) -> int:
        return 0


class VoteState(Word):
    """What became of a vote."""

    NOT_HELD = "not_held"
    VOID = "void"
    COUNTED = "counted"
    WAITS = "waits"

    @classmethod
    def first_code(cls) -> int:
        return 0


class Convener(Word):
    """Who convened the meeting (Art. 19)."""

    CHAIR = "chair"
    DELEGATED_VICE_CHAIR = "delegated_vice_chair"
    OTHER = "other"


class Recommender(Word):
    """Who recommends an application (Art. 14)."""

    TOWN = "town"
    SUBDISTRICT = "subdistrict"
    DEVELOPMENT_ZONE = "development_zone"
    ASSOCIATION = "association"
    NONE = "none"


class IncidentKind(Word):
    """Kinds of incidents (Art. 12(6))."""

    INSPECTION_FAILURE = "inspection_failure"
    MAJOR_ACCIDENT = "major_accident"
    MAJOR_COMPLAINT = "major_complaint"


class SanctionKind(Word):
    """Kinds of sanctions that bar (Art. 26, 30)."""

    FRAUD = "fraud"
    REVOCATION = "revocation"


class EventKind(Word):
    """Events to be reported (Art. 29)."""

    ACCIDENT = "accident"
    INSPECTION = "inspection"
    COMPLAINT = "complaint"
    LOSS = "loss"


class AccidentGrade(Word):
    """Grades of an accident (Art. 29(1)); an ordinary one brings no duty."""

    ORDINARY = "ordinary"
    LARGER = "larger"
    MAJOR = "major"
    GRAVEST = "gravest"


class InspectionLevel(Word):
    """Levels of a product inspection (Art. 29(2))."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"


class DayKind(Word):
    """What a notice says of a day."""

    ORDINARY = "ordinary"
    OFF = "off"
    WORKING = "working"

    @classmethod
    def first_code(cls) -> int:
        return 0


class CommitteeRole(Word):
    """Roles on the review committee (Art. 7)."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"


class Stage(Word):
    """The stages of a year's review in their order (Art. 13 to 21, 23)."""

    NOTICE = "notice"
    APPLICATION = "application"
    QUALIFICATION = "qualification"
    DOCUMENT_REVIEW = "document_review"
    SITE_REVIEW = "site_review"
    EVALUATION = "evaluation"
    VOTE = "vote"
    PUBLICITY = "publicity"
    APPROVAL = "approval"
    AWARD = "award"

    def text(self, lang: str = "zh") -> str:
        """The stage's name for people."""
        return _native.stage_text(self.code, language(lang))


class Measure(enum.Flag):
    """Measures (Art. 26, 27, 28, 30): a set. People decide which of several possible is taken."""

    CRITICISM = 1
    WARNING = 2
    DISQUALIFICATION = 4
    CRIMINAL_LIABILITY = 8
    CIRCULATED_CRITICISM = 16
    HONOUR_CANCELLED = 32
    PLAQUE_TAKEN_BACK = 64
    NO_ACCEPTANCE = 128
    RECTIFICATION = 256
    INVESTIGATION = 512
    HONOUR_REVOKED = 1024

    def texts(self, lang: str = "zh") -> tuple[str, ...]:
        """What the measures of the set are called."""
        code = language(lang)
        return tuple(
            _native.measure_text(int(m.value), code) for m in Measure if int(m.value) & self.value
        )


class Status(Word):
    """What can be wrong with a question; the values of ``KqaError.status``."""

    RANGE = "range"
    VALUE = "value"
    FORM = "form"
    NO_SUCH_DAY = "no_such_day"
    NAME = "name"
    NO_EDITION = "no_edition"
    NO_CALENDAR = "no_calendar"
    WEIGHTS = "weights"
    POINTS = "points"
    STEP = "step"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    ABOVE_PRESENT = "above_present"
    ABOVE_MEMBERS = "above_members"
    NOT_STANDING = "not_standing"
    AWARDED = "awarded"
    FLOORS = "floors"
    BOTH = "both"
    ORDER = "order"
    SIZE = "size"
    UNKNOWN_KEY = "unknown_key"
    DUPLICATE = "duplicate"
    MISSING = "missing"
    TYPE = "type"
    SYNTAX = "syntax"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"


# By code. A mapping, because a checker knows what it answers to any key.
_VERDICTS = dict(enumerate(Verdict))
_RELATIONS = dict(enumerate(Relation))
_UNITS = dict(enumerate(Unit))
_PLACES = dict(enumerate(Place))
_OUTCOMES = dict(enumerate(Outcome, 1))
_VOTE_STATES = dict(enumerate(VoteState))
_AWARDS: dict[int, Award | None] = {0: None, **dict(enumerate(Award, 1))}
_STAGES: dict[int, Stage | None] = {0: None, **dict(enumerate(Stage, 1))}
