"""What is kept of one brand: everything that was said, chosen, issued and logged.

Only inputs are kept, and what was handed out as it was handed out; results are computed anew.
All moments are UTC. Values are compared by what they hold, and changed by making a new one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, unique

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.profile import Choices, Profile

LONGEST_NOTE = 5_000
"""The most characters of a note: enough for two pages, and a report stays quick to print."""


@unique
class AssessmentState(StrEnum):
    """How far an assessment has come."""

    DRAFT = "draft"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAnswer:
    """What was said to one question, and when; `value` is None where only a note was made.

    `is_carried` marks what was taken over from the assessment before and is still to be
    confirmed; `is_marked` what the person wants to look at again.
    """

    value: Answer | None
    changed_at: datetime
    note: str = ""
    is_carried: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One change of one answer; None stands for an open question."""

    question_id: str
    old: Answer | None
    new: Answer | None
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAssessment:
    """One pass through the questionnaire; `position` is the question to go on with.

    `earlier_id` names the assessment it was started from, "" for a first one; `changes` are in
    the order in which they were made.
    """

    id: str
    day: date
    catalogue_version: str
    created_at: datetime
    state: AssessmentState = AssessmentState.DRAFT
    earlier_id: str = ""
    position: str = ""
    answers: Mapping[str, RecordedAnswer] = field(default_factory=dict)
    changes: tuple[AnswerChange, ...] = ()
    choices: Choices = field(default_factory=Choices)

    def said(self) -> Answers:
        """Return the values of all answers, carried ones too, by question id."""
        return {
            key: answer.value for key, answer in self.answers.items() if answer.value is not None
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPlan:
    """A plan as it was handed out: its inputs, the hours it promised, and its PDF's digest.

    `hours` are kept, though they are a result: they are what the person follows, and another
    version of the catalogue would compute others. `pdf_digest` is SHA-256 in hexadecimal.
    """

    id: str
    assessment_id: str
    issued_at: datetime
    day: date
    catalogue_version: str
    profile: Profile
    answers: Answers
    choices: Choices
    hours: Mapping[str, float]
    paper: str
    pdf_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """How plans look: `logo` is a PNG, `colours` are up to two texts like ``#2f6f5e``."""

    logo: bytes | None = None
    colours: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedWeek:
    """One week of the logbook; `monday` names it, `money` is in the profile's currency.

    `hours` are by activity id, `outcomes` by KPI id; an odd week is left out of learning.
    `origins` say by KPI id what table a figure was read from; a figure that was typed has none.
    """

    monday: date
    changed_at: datetime
    hours: Mapping[str, float] = field(default_factory=dict)
    outcomes: Mapping[str, float] = field(default_factory=dict)
    money: float | None = None
    is_odd: bool = False
    note: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """Somebody who asked, and where they came from: in their own `words`, then coded.

    `trace` says how one knows: ``tag``, ``code``, ``asked`` or "" for not at all. `way` holds
    every contact before the enquiry that is known of, first to last, where that is more than the
    one source.
    """

    id: str
    day: date
    changed_at: datetime
    words: str = ""
    activity_id: str = ""
    trace: str = ""
    note: str = ""
    way: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRecord:
    """Everything one profile file holds.

    Assessments, plans and enquiries keep the order of their making, weeks that of the calendar.
    `settings` are texts by name.
    """

    id: str
    profile: Profile
    created_at: datetime
    changed_at: datetime
    tags: tuple[str, ...] = ()
    is_archived: bool = False
    is_sample: bool = False
    brand: Brand = field(default_factory=Brand)
    assessments: tuple[RecordedAssessment, ...] = ()
    plans: tuple[IssuedPlan, ...] = ()
    weeks: tuple[LoggedWeek, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def newest(self) -> RecordedAssessment | None:
        """Return the assessment that was started last, or None."""
        return self.assessments[-1] if self.assessments else None

    def assessment(self, assessment_id: str) -> RecordedAssessment:
        """Return the assessment of that id; KeyError where there is none."""
        for assessment in self.assessments:
            if assessment.id == assessment_id:
                return assessment
        raise KeyError(assessment_id)
