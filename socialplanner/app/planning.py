"""From answers to results, as the window wants them."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.questionnaire import Question
from socialplanner.domain.record import RecordedAssessment
from socialplanner.errors import UserError
from socialplanner.exchange.stored_answers import (
    missing_essentials,
    present_answers,
    present_choices,
)
from socialplanner.ui.ports.planning import Results

if TYPE_CHECKING:
    from socialplanner.domain.what_if import WhatIf
    from socialplanner.presentation.summary.reverse import Reach


class AnswersToResults:
    """Satisfies `ui.ports.Planning`."""

    def __init__(self, catalogue: Catalogue, today: Callable[[], date]) -> None:
        """Use a catalogue."""
        self._catalogue = catalogue
        self._today = today
        self._is_warm = False

    def counted_answers(self, assessment: RecordedAssessment) -> Answers:
        """Return the answers that count with the catalogue in use, by present id."""
        return present_answers(self._catalogue, assessment.said()).answers

    def counted_choices(self, assessment: RecordedAssessment) -> Choices:
        """Return the choices about activities that there are."""
        return present_choices(self._catalogue, assessment.choices)

    def missing_essentials(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions without whose answers there is no plan, and which have none."""
        return missing_essentials(self._catalogue, answers)

    def results(
        self,
        profile: Profile,
        answers: Answers,
        choices: Choices,
        running: frozenset[str] = frozenset(),
    ) -> Results:
        """Return the assessment and its words; UserError where no plan can meet the choices."""
        # NumPy comes with these: they are imported where results are made.
        from socialplanner.app.said import Said, assessment_of  # noqa: PLC0415
        from socialplanner.presentation.summary import summarise  # noqa: PLC0415

        said = Said(profile=profile, answers=answers, choices=choices, running=running)
        assessment = assessment_of(self._catalogue, said, self._today())
        summary = summarise(self._catalogue, assessment)
        self._is_warm = True
        return Results(assessment=assessment, summary=summary)

    @property
    def is_warm(self) -> bool:
        """Return whether what the figures need is loaded, so that `what_if` is quick."""
        return self._is_warm

    def what_if(self, profile: Profile, answers: Answers, choices: Choices) -> "WhatIf":
        """Return the figures of a plan without how sure it is; UserError where there is none."""
        # NumPy comes with these: they are imported where figures are made.
        from socialplanner.domain.assessment import standing  # noqa: PLC0415
        from socialplanner.domain.feasibility import InfeasibleError  # noqa: PLC0415
        from socialplanner.domain.what_if import what_if  # noqa: PLC0415
        from socialplanner.presentation.conflict import conflict_in_words  # noqa: PLC0415

        said = standing(self._catalogue, profile, answers, choices, self._today())
        try:
            found = what_if(self._catalogue, said)
        except InfeasibleError as error:
            raise UserError(conflict_in_words(self._catalogue, error)) from error
        finally:
            self._is_warm = True
        return found

    def reach(
        self,
        said: tuple[Profile, Answers, Choices],
        limits: tuple[float, float],
        heard: Callable[[int, int], bool],
    ) -> "Reach | None":
        """Return the fewest changes into the target band, None where `heard` stopped the search."""
        # NumPy comes with these: they are imported where the search is made.
        from socialplanner.domain.assessment import standing  # noqa: PLC0415
        from socialplanner.domain.reverse_plan import (  # noqa: PLC0415
            Limits,
            Stopped,
            reverse_plan,
        )
        from socialplanner.presentation.summary.reverse import reach  # noqa: PLC0415

        now = standing(self._catalogue, *said, self._today())
        within = Limits(extra_hours=limits[0], money=limits[1])
        try:
            return reach(self._catalogue, reverse_plan(self._catalogue, now, within, heard))
        except Stopped:
            return None
