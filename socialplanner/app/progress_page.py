"""The progress from one assessment to another: one way for paper, window and command line."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.app.said import Said, assessment_of
from socialplanner.app.yardsticks import judged
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.earlier_currency import currency_of
from socialplanner.domain.followed import followed_from
from socialplanner.domain.kept_test import resting
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.errors import UserError
from socialplanner.exchange.stored_answers import (
    missing_essentials,
    present_answers,
    present_choices,
)

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.presentation.summary.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """An earlier assessment: as it was recorded, and what it comes to by today's catalogue."""

    recorded: RecordedAssessment
    assessment: "Assessment"


def progress_between(
    catalogue: Catalogue,
    then: Then,
    now: "Assessment",
    record: ProfileRecord | None,
    archive: Path | None = None,
) -> "Progress":
    """Return the progress from one assessment to another, each on the day of its answers."""
    # NumPy comes with these: they are imported where results are made.
    from socialplanner.domain.kept_reviews import planned_tests  # noqa: PLC0415
    from socialplanner.presentation.summary.parts import Source  # noqa: PLC0415
    from socialplanner.presentation.summary.progress import progress  # noqa: PLC0415

    source = Source(catalogue=catalogue, assessment=now)
    if record is None:
        page = progress(source, then.assessment)
    else:
        followed = tuple(resting(followed_from(record), planned_tests(record)))
        page = progress(source, then.assessment, record.weeks, followed)
    return judged(catalogue, page, then.recorded, now.answers, archive)


def progress_of(catalogue: Catalogue, said: Said) -> "Progress | None":
    """Return the progress since the answers before, up to the day of the newest answers.

    None where there were none before that make a plan.
    """
    earlier = earlier_assessment(catalogue, said)
    if earlier is None or said.earlier is None or said.answered_on is None:
        return None
    then = Then(recorded=said.earlier, assessment=earlier)
    now = assessment_of(catalogue, said, said.answered_on)
    return progress_between(catalogue, then, now, said.record)


def earlier_assessment(catalogue: Catalogue, said: Said) -> "Assessment | None":
    """Return what the answers before came to, by today's catalogue; None where to nothing."""
    if said.earlier is None:
        return None
    answers = present_answers(catalogue, said.earlier.said()).answers
    if missing_essentials(catalogue, answers):
        return None
    choices = present_choices(catalogue, said.earlier.choices)
    before = replace(said, profile=_profile(said), answers=answers, choices=choices)
    with suppress(UserError):
        found = assessment_of(catalogue, before, said.earlier.day)
        return replace(found, catalogue_version=said.earlier.catalogue_version)
    return None


def _profile(said: Said) -> Profile:
    """Return the profile with the currency in which money was given then."""
    if said.record is None or said.earlier is None:
        return said.profile
    return replace(said.profile, currency=currency_of(said.record, said.earlier.id))
