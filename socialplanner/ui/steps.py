"""What a person does to a profile that is no answer, with the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from socialplanner.domain.editing import with_choices, with_mark, with_note
from socialplanner.domain.several_answers import with_answers, with_answers_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplanner.domain.answers import Answer
    from socialplanner.domain.profile import Choices, Profile
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.presentation.plan_options import PlanOptions
    from socialplanner.ui.ports.shelf import Edit
    from socialplanner.ui.session import Session

PLACE_PROFILE: Final = "profile"
PLACE_CHOICES: Final = "choices"
PLACE_REPORT: Final = "report"


class Step(NamedTuple):
    """Something done: where it is seen, how it is done, and how it is taken back."""

    place: str
    edit: Edit
    back: Edit


def noting(session: Session, question_id: str, note: str) -> Step:
    """Return that a note is kept at a question; an empty one takes it away."""
    before, of = session.recorded(question_id), session.assessment_id

    def edit(text: str) -> Edit:
        return lambda record: with_note(record, of, question_id, text, session.program.now())

    return Step(question_id, edit(note), edit("" if before is None else before.note))


def marking(session: Session, question_id: str, *, is_marked: bool) -> Step:
    """Return that a question is marked for review, or no longer."""
    before, of = session.recorded(question_id), session.assessment_id

    def edit(*, on: bool) -> Edit:
        now = session.program.now
        return lambda record: with_mark(record, of, question_id, now(), is_marked=on)

    was = before is not None and before.is_marked
    return Step(question_id, edit(on=is_marked), edit(on=was))


def choosing(session: Session, choices: Choices) -> Step:
    """Return that other choices are made about the plan."""
    of = session.assessment_id

    def edit(to: Choices) -> Edit:
        return lambda record: with_choices(record, of, to, session.program.now())

    return Step(PLACE_CHOICES, edit(choices), edit(session.assessment.choices))


def taking_over(session: Session, values: Mapping[str, Answer], choices: Choices) -> Step:
    """Return that what is supposed becomes answers and choices."""
    key, old, now = session.assessment_id, session.assessment.choices, session.program.now
    before = {each: session.recorded(each) for each in values}
    return Step(
        "",
        lambda record: with_choices(with_answers(record, key, values, now()), key, choices, now()),
        lambda record: with_choices(with_answers_back(record, key, before, now()), key, old, now()),
    )


def printing(session: Session, options: PlanOptions) -> Step:
    """Return that the plan is printed in another way."""
    from socialplanner.presentation.plan_settings import (  # noqa: PLC0415 - on the report page
        with_options,
        with_printing_of,
    )

    house, old = session.program.printing.house(), session.record

    def touched(record: ProfileRecord) -> ProfileRecord:
        return replace(record, changed_at=session.program.now().moment)

    return Step(
        PLACE_REPORT,
        lambda record: touched(with_options(record, options, house)),
        lambda record: touched(with_printing_of(record, old)),
    )


def naming(session: Session, profile: Profile, tags: tuple[str, ...] | None) -> Step:
    """Return that the profile has another name, currency, and so on; None leaves its tags."""

    def edit(to: Profile, with_tags: tuple[str, ...]) -> Edit:
        def edited(record: ProfileRecord) -> ProfileRecord:
            moment = session.program.now().moment
            return replace(record, profile=to, tags=with_tags, changed_at=moment)

        return edited

    old = session.record
    new = edit(profile, old.tags if tags is None else tags)
    return Step(PLACE_PROFILE, new, edit(old.profile, old.tags))
