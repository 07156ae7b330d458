"""Results, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplanner.domain.answers import Answers
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.profile import Choices, Profile
    from socialplanner.domain.questionnaire import Question
    from socialplanner.domain.record import RecordedAssessment
    from socialplanner.domain.what_if import WhatIf
    from socialplanner.presentation.summary import Summary
    from socialplanner.presentation.summary.reverse import Reach

    Said = tuple[Profile, Answers, Choices]
    Heard = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """An assessment and its words; made together, shown together."""

    assessment: Assessment
    summary: Summary


class Planning(Protocol):
    """What answers come to. Only `results` is slow (a tenth to one and a half seconds)."""

    def counted_answers(self, assessment: RecordedAssessment) -> Answers:
        """Return the answers that count with the catalogue in use, by present id."""

    def counted_choices(self, assessment: RecordedAssessment) -> Choices:
        """Return the choices about activities that there are."""

    def missing_essentials(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions without whose answers there is no plan, and which have none."""

    def results(
        self,
        profile: Profile,
        answers: Answers,
        choices: Choices,
        running: frozenset[str] = frozenset(),
    ) -> Results:
        """Return the assessment and its words; UserError where no plan can meet the choices.

        What runs already, by the log, is not set up again.
        """

    @property
    def is_warm(self) -> bool:
        """Return whether what the figures need is loaded, so that `what_if` is quick."""

    def what_if(self, profile: Profile, answers: Answers, choices: Choices) -> WhatIf:
        """Return the figures of a plan without how sure it is; UserError where there is none.

        Takes 5 to 60 milliseconds once `is_warm`, and a fifth of a second before.
        """

    def reach(self, said: Said, limits: tuple[float, float], heard: Heard) -> Reach | None:
        """Return the fewest changes into the target band, None where `heard` stopped the search.

        The limits are extra hours and money a week. Takes a twentieth of a second to some seconds.
        """
