"""What a plan is made from: what counts today of a profile, or what an answers file says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.record import LoggedWeek, ProfileRecord, RecordedAssessment
from socialplanner.domain.running import running_activities
from socialplanner.errors import UserError
from socialplanner.exchange.answers_file import AnswersFile
from socialplanner.exchange.stored_answers import (
    missing_essentials,
    present_answers,
    present_choices,
)
from socialplanner.messages import counted, quoted
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.plan_settings import options_of

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.feasibility import InfeasibleError

ConflictWords = Callable[[Catalogue, "InfeasibleError"], str]
"""Says what cannot be met together: by the names of the window, or by the keys of a file."""


class NothingAnsweredError(UserError):
    """No assessment of a profile was ever begun."""


class MissingAnswersError(UserError):
    """There is no plan, for want of some answers."""

    def __init__(self, message: str, missing: tuple[Question, ...]) -> None:
        """Keep the sentence and the questions."""
        super().__init__(message)
        self.missing = missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a plan is made from; an answers file has neither id nor weeks nor a record.

    `own` is what the client alone says of how its plans look, without the house; `record` is what
    a review is made from, which says nothing of anybody's words. `answered_on` is the day of the
    answers; `running` names what runs already, where the weeks that say so are not at hand.
    """

    profile: Profile
    answers: Answers
    choices: Choices
    own: PlanOptions = field(default_factory=PlanOptions)
    profile_id: str = ""
    weeks: tuple[LoggedWeek, ...] = ()
    earlier: RecordedAssessment | None = None
    record: ProfileRecord | None = None
    answered_on: date | None = None
    running: frozenset[str] = frozenset()


def said_of(catalogue: Catalogue, record: ProfileRecord) -> Said:
    """Return what counts today of a profile; UserError where too little is answered."""
    if record.newest is None:
        raise NothingAnsweredError(f"{quoted(record.profile.name)} has no answers yet.")
    answers = present_answers(catalogue, record.newest.said()).answers
    missing = missing_essentials(catalogue, answers)
    if missing:
        questions = "".join(f"\n  {question.id}: {question.text}" for question in missing)
        what = counted(len(missing), "answer is", "answers are")
        name = quoted(record.profile.name)
        raise MissingAnswersError(
            f"There is no plan for {name} yet: {what} missing.{questions}", missing
        )
    return Said(
        profile=record.profile,
        answers=answers,
        choices=present_choices(catalogue, record.newest.choices),
        own=options_of(record, PlanOptions()),
        profile_id=record.id,
        weeks=record.weeks,
        earlier=_earlier(record, record.newest),
        record=record,
        answered_on=record.newest.day,
    )


def said_in(file: AnswersFile) -> Said:
    """Return what an answers file says."""
    return Said(profile=file.profile, answers=file.answers, choices=file.choices)


def _earlier(record: ProfileRecord, newest: RecordedAssessment) -> RecordedAssessment | None:
    """Return the assessment that the newest one was started from, else the one before it."""
    before = {each.id: each for each in record.assessments if each is not newest}
    return before.get(newest.earlier_id) or next(reversed(before.values()), None)


def assessment_of(
    catalogue: Catalogue, said: Said, day: date, words: ConflictWords | None = None
) -> "Assessment":
    """Return the assessment of what is said; UserError where no plan can meet the choices."""
    # NumPy comes with these: they are imported where results are made.
    from socialplanner.domain.assessment import assess  # noqa: PLC0415
    from socialplanner.domain.feasibility import InfeasibleError  # noqa: PLC0415
    from socialplanner.presentation.conflict import conflict_in_words  # noqa: PLC0415

    try:
        running = said.running or running_activities(catalogue, said.weeks, day)
        return assess(catalogue, said.profile, said.answers, said.choices, day, running=running)
    except InfeasibleError as error:
        raise UserError((words or conflict_in_words)(catalogue, error)) from error
