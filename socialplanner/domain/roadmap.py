"""The next 90 days: set up within the hours there are, then build, then review."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from socialplanner.domain.activity import Activity, Phase
from socialplanner.domain.business import Business, Person
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.moment import plan_start
from socialplanner.domain.plan import Plan

WEEK = timedelta(weeks=1)
LISTENING = "listening"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapStep:
    """One step of one activity in weeks `first_week` to `last_week` (1 is the first week).

    `hours` is once for preparing, a week for building, and 0 for a review, which is part of the
    activity's own hours; `who` is a name the owner gave, empty where nobody was named.
    """

    activity_id: str
    phase: Phase
    text: str
    first_week: int
    last_week: int
    hours: float
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySpan:
    """When an activity is set up and when it runs; `run_week` may lie beyond the roadmap."""

    activity_id: str
    mode: Mode
    set_up_week: int
    run_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """Thirteen weeks from the first Monday on or after the plan's date, with review dates.

    `running` are activities of the plan that run already: they go on in week 1, not set up again.
    """

    start: date
    weeks: int
    steps: tuple[RoadmapStep, ...]
    spans: tuple[ActivitySpan, ...]
    reviews: tuple[date, ...]
    set_up_hours: float
    running: frozenset[str] = frozenset()

    def week_start(self, week: int) -> date:
        """Return the Monday of a week."""
        return self.start + (week - 1) * WEEK


def make_roadmap(
    catalogue: Catalogue,
    business: Business,
    plan: Plan,
    today: date,
    running: Collection[str] = (),
) -> Roadmap:
    """Return the roadmap of a plan that begins on the first Monday from today on.

    What runs already takes its hours from week 1 on and is not set up.
    """
    review = catalogue.parameters.review
    start = plan_start(today)
    activities = _activities(catalogue, plan, running)
    going_on = frozenset(running) & plan.hours.keys()
    ordered = _order(activities, catalogue, plan.hours)
    spans = _spans(ordered, plan.hours, plan.hours_available, going_on)
    names = _assign(activities, plan.hours, business.people or ())
    every = review.review_every_weeks
    review_weeks = range(every, review.roadmap_weeks + 1, every)
    steps = [
        step
        for activity, span in zip(ordered, spans, strict=True)
        for step in _steps(activity, span, plan.hours[activity.id], names, review_weeks)
    ]
    return Roadmap(
        start=start,
        weeks=review.roadmap_weeks,
        steps=_in_order(steps, review.roadmap_weeks),
        spans=spans,
        reviews=tuple(start + week * WEEK - timedelta(days=3) for week in review_weeks),
        set_up_hours=sum(activity.setup_hours for activity in activities),
        running=going_on,
    )


def _in_order(steps: Sequence[RoadmapStep], weeks: int) -> tuple[RoadmapStep, ...]:
    """Return the steps that begin within so many weeks, those that begin first in front."""
    within = [step for step in steps if step.first_week <= weeks]
    return tuple(sorted(within, key=lambda step: (step.first_week, list(Phase).index(step.phase))))


def _activities(catalogue: Catalogue, plan: Plan, running: Collection[str]) -> list[Activity]:
    """Return the activities of a plan, those that run already without what is done once."""
    found = [catalogue.activity(planned.id) for planned in plan.activities]
    return [_set_up_already(each) if each.id in running else each for each in found]


def _set_up_already(activity: Activity) -> Activity:
    """Return an activity without what is done once."""
    steps = tuple(step for step in activity.steps if step.phase is not Phase.PREPARE)
    return replace(activity, steps=steps, setup_hours=0.0)


def _order(
    activities: Sequence[Activity], catalogue: Catalogue, hours: Mapping[str, float]
) -> list[Activity]:
    """Return the activities in the order of setting up: hygiene and listening come first.

    Then those whose set-up is long for the hours they get, because the last to be set up has no
    free hours but its own: this order has everything running soonest.
    """
    first = catalogue.parameters.allocation.hygiene_hours.keys() | {LISTENING}
    return sorted(activities, key=lambda a: (a.id not in first, -a.setup_hours / hours[a.id]))


def _spans(
    activities: Sequence[Activity],
    hours: Mapping[str, float],
    budget: float,
    running: Collection[str],
) -> tuple[ActivitySpan, ...]:
    """Return when each activity starts, if setting up may take only hours that are still free.

    Week by week: what already runs takes its hours, the rest of the budget sets up the next
    activities in turn; an activity runs from the week after its set-up is done.
    """
    left = {activity.id: activity.setup_hours for activity in activities}
    begun: dict[str, int] = dict.fromkeys(running, 1)
    runs: dict[str, int] = dict.fromkeys(running, 1)
    week = 0
    while len(runs) < len(activities):
        week += 1
        free = budget - sum(hours[key] for key, start in runs.items() if start <= week)
        for activity in activities:
            if activity.id in runs or free <= 0:
                continue
            begun.setdefault(activity.id, week)
            used = min(free, left[activity.id])
            left[activity.id] -= used
            free -= used
            if left[activity.id] <= 0:
                runs[activity.id] = week + 1
    return tuple(
        ActivitySpan(activity_id=a.id, mode=a.mode, set_up_week=begun[a.id], run_week=runs[a.id])
        for a in activities
    )


def _steps(
    activity: Activity,
    span: ActivitySpan,
    hours: float,
    names: Mapping[str, str],
    review_weeks: range,
) -> Iterator[RoadmapStep]:
    by_phase = {phase: [s for s in activity.steps if s.phase is phase] for phase in Phase}
    last_set_up = max(span.set_up_week, span.run_week - 1)
    first_review = next((w for w in review_weeks if w >= span.run_week + 2), review_weeks[-1])
    shares = {
        Phase.PREPARE: (span.set_up_week, last_set_up, activity.setup_hours),
        Phase.BUILD: (span.run_week, max(span.run_week, review_weeks[-1] + 1), hours),
        Phase.REVIEW: (max(first_review, span.run_week), max(first_review, span.run_week), 0.0),
    }
    for phase, steps in by_phase.items():
        first, last, amount = shares[phase]
        for place, step in enumerate(steps):
            begin, end = (
                _part(first, last, place, len(steps)) if phase is Phase.PREPARE else (first, last)
            )
            yield RoadmapStep(
                activity_id=activity.id,
                phase=phase,
                text=step.text,
                first_week=begin,
                last_week=end,
                hours=amount / len(steps),
                who=names.get(activity.id, ""),
            )


def _part(first: int, last: int, place: int, count: int) -> tuple[int, int]:
    """Return the weeks of one of several steps that follow one another."""
    weeks = last - first + 1
    begin = first + place * weeks // count
    return begin, max(begin, first + (place + 1) * weeks // count - 1)


def _assign(
    activities: Sequence[Activity], hours: Mapping[str, float], people: Sequence[Person]
) -> Mapping[str, str]:
    """Return who does each activity: the fitting person with most hours left, longest first."""
    left = [person.hours for person in people]
    names: dict[str, str] = {}
    for activity in sorted(activities, key=lambda a: -hours[a.id]):
        everybody = range(len(people))
        fitting = [p for p in everybody if _fits(people[p], activity.mode)] or everybody
        if fitting:
            place = max(fitting, key=lambda p: left[p])
            names[activity.id] = people[place].name
            left[place] -= hours[activity.id]
    return names


def _fits(person: Person, mode: Mode) -> bool:
    return person.can_talk if mode is Mode.NETWORK else person.can_make
