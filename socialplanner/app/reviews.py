"""From what a profile keeps to its review: the plan that is followed, its log, its forecasts."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from socialplanner.app.said import Said, assessment_of
from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.done_rules import done_rules
from socialplanner.domain.earlier_currency import earlier_currency
from socialplanner.domain.followed import FollowedHours, followed_from, followed_of, hours_in
from socialplanner.domain.hours_before import hours_before
from socialplanner.domain.kept_test import resting
from socialplanner.domain.moment import plan_start
from socialplanner.domain.primary_outcome import primary_outcome_of
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import AssessmentState, IssuedPlan, LoggedWeek, ProfileRecord
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
        return plan_start(self.day)


def reviewed_of(
    catalogue: Catalogue, record: ProfileRecord, now: "Assessment"
) -> "Reviewed | None":
    """Return the review of a profile on the day of its assessment; None where nothing is logged.

    It rests on the newest plan of which a week is over: its first issue gives dates and rules, its
    last one the hours, unless others were agreed at a review.
    """
    from socialplanner.domain.kept_reviews import planned_tests  # noqa: PLC0415 - NumPy
    from socialplanner.domain.reviewed import reviewed  # noqa: PLC0415 - with NumPy

    if not any(week.hours for week in record.weeks):
        return None
    found = reviewed(_case(catalogue, record, now), planned_tests(record), followed_of(record))
    return replace(found, done=done_rules(record), currency=earlier_currency(record))


def _case(catalogue: Catalogue, record: ProfileRecord, now: "Assessment") -> "ReviewCase":
    from socialplanner.domain.counted_log import Log, last_counted  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.gaps import gap_points  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.kept_reviews import (  # noqa: PLC0415 - with NumPy
        forecasts_of,
        planned_tests,
    )
    from socialplanner.domain.review import ReviewCase  # noqa: PLC0415 - with NumPy
    from socialplanner.domain.setting import setting_of  # noqa: PLC0415 - with NumPy

    plan, followed = _followed(catalogue, record, now)
    hours = hours_in(followed, last_counted(now.today)) or followed[0].hours
    total_kpi = primary_outcome_of(record).kpi_id
    setting = setting_of(catalogue, now.business, now.choices, now.target, gap_points(now.gaps))
    return ReviewCase(
        catalogue=catalogue,
        setting=setting,
        present=_present(catalogue, record, now, hours),
        hours=hours,
        followed=tuple(resting(followed, planned_tests(record))),
        roadmap=plan.roadmap,
        rules=plan.rules,
        log=Log(weeks=record.weeks, enquiries=record.enquiries, total_kpi=total_kpi),
        forecasts=tuple(each for each in forecasts_of(record) if each.counted == total_kpi),
        today=now.today,
    )


def _present(
    catalogue: Catalogue, record: ProfileRecord, now: "Assessment", hours: Mapping[str, float]
) -> "Present":
    """Return how things stood when the log began, as it was said then.

    Later answers have seen the log: they would count the same enquiries twice.
    """
    from socialplanner.domain.assessment import standing  # noqa: PLC0415 - NumPy comes with these
    from socialplanner.domain.belief import (  # noqa: PLC0415
        LAST_ENQUIRIES,
        present_of,
        remembered_of,
    )

    answers, choices = now.answers, now.choices
    first = record.plans[0] if record.plans else next(iter(record.assessments), None)
    if first is not None:
        said = first.answers if isinstance(first, IssuedPlan) else first.said()
        known = present_answers(catalogue, said).answers
        if not missing_essentials(catalogue, known):
            answers, choices = known, present_choices(catalogue, first.choices)
    planned = _named_now(catalogue, first.hours if isinstance(first, IssuedPlan) else hours)
    then = standing(catalogue, now.profile, answers, choices, now.today)
    before, answered = choices.earlier_plan, then.present.hours
    if before is None and answered is not None:
        before = hours_before(catalogue.activities, answered, planned)
    remembered = remembered_of(answers.get(LAST_ENQUIRIES))
    return present_of(catalogue, then.business, before or planned, remembered)


def _followed(
    catalogue: Catalogue, record: ProfileRecord, now: "Assessment"
) -> "tuple[Assessment, tuple[FollowedHours, ...]]":
    """Return the plan whose dates and rules hold, and the hours that were followed in each week."""
    from socialplanner.domain.counted_log import last_counted  # noqa: PLC0415 - with NumPy

    last = last_counted(now.today)
    origins = tuple(_origins(record))
    begun = [each for each in origins if each.start <= last] or list(origins[:1])
    plan, newest = now, begun[-1] if begun else None
    if newest is not None:
        first = next(each for each in begun if each.assessment_id == newest.assessment_id)
        made = _assessed(catalogue, first, record.weeks)
        plan = now if made is None else made
    found = {each.monday: each for each in followed_from(record)}
    if newest is None or newest.hours is None:
        start = plan.roadmap.start if newest is None else newest.start
        found.setdefault(start, FollowedHours(monday=start, hours=plan.plan.hours))
    timeline = [found[monday] for monday in sorted(found)]
    return plan, tuple(replace(each, hours=_named_now(catalogue, each.hours)) for each in timeline)


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
