"""The summary: every word and number of a plan, made once and shown by all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.domain.agenda import WeekTimes
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.summary.appendix import Appendix, appendix
from socialplanner.presentation.summary.change import Change, change
from socialplanner.presentation.summary.days import Days, days
from socialplanner.presentation.summary.measuring import Measuring, measuring
from socialplanner.presentation.summary.mixture import Mix, mix
from socialplanner.presentation.summary.overview import Overview, overview
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.summary.progress import Progress, progress
from socialplanner.presentation.summary.review import ReviewWords, review_words
from socialplanner.presentation.summary.sheet import Sheet, sheet
from socialplanner.presentation.summary.standing import Standing, standing
from socialplanner.presentation.summary.week import Week, week

TITLE = "Social media and networking plan"
KIND = "Ninety-day plan"
SUBTITLE = "Where your hours go, where they should go, and how you will see what comes of it"
OFFICE_HOURS: Final = WeekTimes()
"""Monday to Friday from nine, where nothing else was chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands on the cover; empty where the profile does not say."""

    kind: str
    title: str
    name: str
    prepared_for: str
    prepared_by: str
    day: str
    subtitle: str = SUBTITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The whole plan in words, section by section; `review` is None where nothing was logged."""

    cover: Cover
    overview: Overview
    standing: Standing
    mix: Mix
    week: Week
    days: Days
    measuring: Measuring
    change: Change
    appendix: Appendix
    progress: Progress
    sheet: Sheet
    language: str
    review: ReviewWords | None = None


def summarise(  # noqa: PLR0913 - what was before and what was logged stand beside the assessment
    catalogue: Catalogue,
    assessment: Assessment,
    earlier: Assessment | None = None,
    weeks: Sequence[LoggedWeek] = (),
    times: WeekTimes = OFFICE_HOURS,
    *,
    review: Reviewed | None = None,
) -> Summary:
    """Return an assessment in words, beside an earlier one, the logged weeks and their review."""
    source = Source(catalogue=catalogue, assessment=assessment)
    return Summary(
        cover=_cover(assessment),
        overview=overview(source),
        standing=standing(source),
        mix=mix(source),
        week=week(source),
        days=days(source),
        measuring=measuring(source),
        change=change(source),
        appendix=appendix(source, has_review=review is not None),
        progress=progress(source, earlier, weeks),
        sheet=sheet(source, times),
        language=assessment.profile.language or "en",
        review=None if review is None else review_words(source, review, hands_out=True),
    )


def _cover(assessment: Assessment) -> Cover:
    profile = assessment.profile
    return Cover(
        kind=KIND,
        title=TITLE,
        name=profile.name,
        prepared_for=profile.prepared_for,
        prepared_by=profile.prepared_by,
        day=formats.day(assessment.today),
    )
