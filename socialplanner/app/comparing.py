"""Two assessments of a profile compared, as the window and the command line want them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.app.progress_page import Then, progress_between
from socialplanner.app.said import Said, assessment_of
from socialplanner.app.yardsticks import yardsticks_between
from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.earlier_currency import currency_of
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.errors import UserError
from socialplanner.exchange.stored_answers import (
    missing_essentials,
    present_answers,
    present_choices,
)
from socialplanner.presentation import formats

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.course import Stop
    from socialplanner.presentation.comparison import Comparison


class Comparer:
    """Satisfies `ui.ports.comparing.Comparing`."""

    def __init__(self, catalogue: Catalogue, archive: Path | None = None) -> None:
        """Use a catalogue, and the archive of earlier ones."""
        self._catalogue = catalogue
        self._archive = archive

    def comparable(self, record: ProfileRecord) -> tuple[RecordedAssessment, ...]:
        """Return the assessments in which all that a plan rests on is answered, oldest first."""
        return tuple(
            each
            for each in record.assessments
            if not missing_essentials(self._catalogue, self._answers(each))
        )

    def compare(self, record: ProfileRecord, then_id: str, now_id: str) -> "Comparison":
        """Return two assessments side by side; UserError where one of them gives no plan."""
        # NumPy comes with these: they are imported where results are made.
        from socialplanner.presentation.comparison import Compared, comparison  # noqa: PLC0415

        recorded = record.assessment(then_id)
        then, now = (self._assessed(record, key) for key in (then_id, now_id))
        then = replace(then, catalogue_version=recorded.catalogue_version)
        before = Then(recorded=recorded, assessment=then)
        page = progress_between(self._catalogue, before, now, record, self._archive)
        issued = [plan.hours for plan in record.plans if plan.assessment_id == then_id]
        made = Compared(
            catalogue=self._catalogue,
            then=then,
            now=now,
            stops=self._course(record),
            issued=issued[-1] if issued else None,
            split=yardsticks_between(self._catalogue, recorded, now.answers, self._archive),
        )
        return comparison(made, page)

    def _answers(self, recorded: RecordedAssessment) -> Answers:
        return present_answers(self._catalogue, recorded.said()).answers

    def _assessed(self, record: ProfileRecord, key: str) -> "Assessment":
        recorded = record.assessment(key)
        answers = self._answers(recorded)
        missing = missing_essentials(self._catalogue, answers)
        if missing:
            questions = formats.quoted([each.short or each.text for each in missing])
            raise UserError(
                f"The assessment of {formats.day(recorded.day)} cannot be compared: it has no "
                f"answer to {questions}."
            )
        choices = present_choices(self._catalogue, recorded.choices)
        profile = replace(record.profile, currency=currency_of(record, key))
        said = Said(profile=profile, answers=answers, choices=choices, weeks=record.weeks)
        return assessment_of(self._catalogue, said, recorded.day)

    def _course(self, record: ProfileRecord) -> "tuple[Stop, ...]":
        from socialplanner.domain.course import course  # noqa: PLC0415 - with the rest

        passes = [(each.day, self._answers(each)) for each in record.assessments if each.said()]
        return course(self._catalogue, passes)
