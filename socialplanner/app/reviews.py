"""From what a profile keeps to its review: the plan that is followed, its log, its forecasts."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from socialplanner.app.said import Said, assessment_of
from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.earlier_currency import earlier_currency
from socialplanner.domain.moment import week_of
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import AssessmentState, LoggedWeek, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.stored_answers import (
    missing_essentials,
    present_answers,
    present_choices,
)

if TYPE_CHECKING:
    from socialplanner.domain.assessment import Assessment
    from socialplanner.domain.belief import Present
    from socialplanner.domain.review import ReviewCase
    from socialplanner.domain.reviewed import Reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    """What a plan was made from, and the hours it promised; None where nothing was issued."""

    assessment_id: str
    day: date
    profile: Profile
    answers: Answers
    choices: Choices
    hours: Mapping[str, float] | None

    @property
    def start(self) -> date:
        """Return the first Monday of the plan."""
        return week_of(self.day + timedelta(days=6))


def reviewed_of(
    catalogue: Catalogue, record: ProfileRecord, now: "Assessment"
) -> "Reviewed | None":
    """Return the review of a profile on the day of its assessment; None where nothing is logged.

    It rests on the newest plan of which a week is over: its first issue gives dates and rules, its
    last one the hours, unless others were agreed at a review.
    """
    from socialplanner.domain.kept_reviews import followed_of, planned_tests  # noqa: PLC0415 - NumPy
    from socialplanner.domain.reviewed import reviewed  # noqa: PLC0415 - with NumPy

    if not any(week.hours for week in record.weeks):
        return None
    found = reviewed(_case(catalogue, record, now), planned_tests(record), followed_of(record))
    return replace(found, currency=earlier_currency(record))


def _case(catalogue: Catalogue, record: ProfileRecord, now: "Assessment") -> "ReviewCase":
    from socialplanner.domain.counted_log import Log  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.gaps import gap_points  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.kept_reviews import forecasts_of  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.review import ReviewCase  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.setting import setting_of  # noqa: PLC0415 - with NumPy

    plan, hours = _followed(catalogue, record, now)
    setting = setting_of(catalogue, now.business, now.choices, now.target, gap_points(now.gaps))
    return ReviewCase(
        catalogue=catalogue,
        setting=setting,
        present=_present(catalogue, record, now, hours),
        hours=hours,
        roadmap=plan.roadmap,
        rules=plan.rules,
        log=Log(weeks=record.weeks, enquiries=record.enquiries),
        forecasts=forecasts_of(record),
        today=now.today,
    )


def _present(
    catalogue: Catalogue, record: ProfileRecord, now: "Assessment", hours: Mapping[str, float]
) -> "Present":
    """Return how things stood when the log began: the hours before it, else those first planned."""
    from socialplanner.domain.belief import (  # noqa: PLC0415 - NumPy comes with it
        LAST_ENQUIRIES,
        present_of,
        remembered_of,
    )

    before, answers = hours, dict[str, Answer]()
    if record.plans:
        first = record.plans[0]
        before, answers = first.choices.earlier_plan or first.hours, dict(first.answers)
    elif record.assessments:
        begun = record.assessments[0]
        before, answers = begun.choices.earlier_plan or hours, dict(begun.said())
    remembered = remembered_of(answers.get(LAST_ENQUIRIES))
    return present_of(catalogue, now.business, _named_now(catalogue, before), remembered)


def _followed(
    catalogue: Catalogue, record: ProfileRecord, now: "Assessment"
) -> "tuple[Assessment, Mapping[str, float]]":
    """Return the plan whose dates and rules hold, and the hours that are followed."""
    from socialplanner.domain.counted_log import last_counted  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.kept_reviews import followed_of  # noqa: PLC0415 - with NumPy

    last = last_counted(now.today)
    origins = tuple(_origins(record))
    begun = [each for each in origins if each.start <= last] or list(origins[:1])
    plan, hours = now, dict(now.plan.hours)
    if begun:
        newest = begun[-1]
        first = next(each for each in begun if each.assessment_id == newest.assessment_id)
        made = _assessed(catalogue, first, record.weeks)
        plan = now if made is None else made
        hours = dict(newest.hours or plan.plan.hours)
    for each in followed_of(record):
        if max(plan.roadmap.start, record.weeks[0].monday) <= each.monday <= last:
            hours = dict(each.hours)
    return plan, _named_now(catalogue, hours)


def _origins(record: ProfileRecord) -> Iterator[_Origin]:
    """Yield every plan in its order: as issued, or where nothing was, as it was answered.

    What was begun after a plan was handed out is none before it is complete.
    """
    for assessment in record.assessments:
        issued = [plan for plan in record.plans if plan.assessment_id == assessment.id]
        for plan in issued:
            yield _Origin(
                assessment_id=assessment.id,
                day=plan.day,
                profile=plan.profile,
                answers=plan.answers,
                choices=plan.choices,
                hours=plan.hours,
            )
        if not issued and (not record.plans or assessment.state is AssessmentState.COMPLETE):
            yield _Origin(
                assessment_id=assessment.id,
                day=assessment.day,
                profile=record.profile,
                answers=assessment.said(),
                choices=assessment.choices,
                hours=None,
            )


def _assessed(
    catalogue: Catalogue, origin: _Origin, weeks: tuple[LoggedWeek, ...]
) -> "Assessment | None":
    """Return what a plan was by today's catalogue, None where that makes none of it.

    What ran before it, by the log, was not set up in it.
    """
    answers = present_answers(catalogue, origin.answers).answers
    if missing_essentials(catalogue, answers):
        return None
    said = Said(
        profile=origin.profile,
        answers=answers,
        choices=present_choices(catalogue, origin.choices),
        weeks=weeks,
    )
    with suppress(UserError):
        return assessment_of(catalogue, said, origin.day)
    return None


def _named_now(catalogue: Catalogue, hours: Mapping[str, float]) -> dict[str, float]:
    """Return hours by the ids that activities have now; what is no activity is left out."""
    earlier = present_choices(catalogue, Choices(earlier_plan=hours)).earlier_plan
    return dict(earlier or {})
