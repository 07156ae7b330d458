"""The next 90 days: when each activity is set up and runs, its steps, and the review dates."""

from dataclasses import dataclass

from socialplanner.domain.activity import Phase as StepPhase
from socialplanner.domain.roadmap import ActivitySpan, RoadmapStep
from socialplanner.presentation import formats
from socialplanner.presentation.scenes import Phase, Review, RoadmapRow, Run
from socialplanner.presentation.summary.parts import COLOURS, Source, TextTable, table

YOU = "you"
LATER = "after the 90 days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The section on the 90 days."""

    headline: str
    lead: str
    weeks: int
    rows: tuple[RoadmapRow, ...]
    reviews: tuple[Review, ...]
    set_up: TextTable
    build: TextTable
    review: TextTable
    review_lead: str


def days(source: Source) -> Days:
    """Return the section on the 90 days."""
    roadmap = source.assessment.roadmap
    return Days(
        headline=_headline(source),
        lead=_lead(source),
        weeks=roadmap.weeks,
        rows=tuple(_row(source, span) for span in roadmap.spans),
        reviews=_reviews(source),
        set_up=_set_up(source),
        build=_build(source),
        review=_review(source),
        review_lead=_review_lead(source),
    )


def who(step: RoadmapStep) -> str:
    """Return who does a step."""
    return step.who or YOU


def _headline(source: Source) -> str:
    roadmap = source.assessment.roadmap
    last = max(span.run_week for span in roadmap.spans)
    if last == 1:
        return "Go on: everything in this plan runs already"
    if last > source.assessment.roadmap.weeks:
        return "Set up step by step; the last activity starts after these 90 days"
    return f"Set up step by step; everything runs from week{formats.SPACE}{last} on"


def _lead(source: Source) -> str:
    roadmap = source.assessment.roadmap
    start = f"Week{formats.SPACE}1 starts on {formats.day(roadmap.start)}."
    if len(roadmap.running) == len(roadmap.spans):
        return f"{start} By your log all of it runs, so nothing is set up again."
    hours = formats.hours_in_words(roadmap.set_up_hours)
    return (
        f"{start} Setting up takes about {hours} in all, spread so that no week takes more than "
        f"your hours; what already runs comes first.{_going_on(source)}"
    )


def _going_on(source: Source) -> str:
    """Return what is not set up again, in the order of the plan."""
    roadmap = source.assessment.roadmap
    named = [
        source.short(each.activity_id)
        for each in roadmap.spans
        if each.activity_id in roadmap.running
    ]
    if not named:
        return ""
    run = "runs" if len(named) == 1 else "run"
    again = "and is not set up again" if len(named) == 1 else "and are not set up again"
    return f" By your log {formats.quoted(named)} {run} already {again}."


def _row(source: Source, span: ActivitySpan) -> RoadmapRow:
    weeks = source.assessment.roadmap.weeks
    runs = [
        Run(phase=Phase.SET_UP, first=span.set_up_week, last=min(weeks, span.run_week - 1)),
        Run(phase=Phase.BUILD, first=span.run_week, last=weeks),
    ]
    return RoadmapRow(
        label=source.short(span.activity_id),
        colour=COLOURS[span.mode],
        runs=[run for run in runs if run.first <= min(run.last, weeks)],
    )


def _reviews(source: Source) -> tuple[Review, ...]:
    every = source.catalogue.parameters.review.review_every_weeks
    return tuple(
        Review(week=place * every, text=formats.short_day(when))
        for place, when in enumerate(source.assessment.roadmap.reviews, start=1)
    )


def _set_up(source: Source) -> TextTable:
    rows = [
        (
            formats.weeks(step.first_week, step.last_week),
            source.short(step.activity_id),
            step.text,
            formats.half_hours(max(step.hours, formats.FIVE / 10)),
            who(step),
        )
        for step in _steps(source, StepPhase.PREPARE)
    ]
    return table(("When", "Activity", "Step", "Hours", "Who"), rows, figures=(3,))


def _build(source: Source) -> TextTable:
    rows = []
    for span in source.assessment.roadmap.spans:
        steps = [s for s in _steps(source, StepPhase.BUILD) if s.activity_id == span.activity_id]
        if steps:
            hours = source.assessment.plan.hours[span.activity_id]
            text = " ".join(step.text for step in steps)
            begin = f"From week{formats.SPACE}{span.run_week}"
            name = source.short(span.activity_id)
            rows.append((begin, name, text, formats.half_hours(hours), who(steps[0])))
    return table(("When", "Activity", "Steps", "Hours", "Who"), rows, figures=(3,))


def _review(source: Source) -> TextTable:
    every = source.catalogue.parameters.review.review_every_weeks
    dates = source.assessment.roadmap.reviews
    rows = []
    for step in _steps(source, StepPhase.REVIEW):
        place = -(-step.first_week // every) - 1
        when = formats.short_day(dates[place]) if place < len(dates) else LATER
        rows.append((when, source.short(step.activity_id), step.text))
    return table(("At the review of", "Activity", "Look and decide"), rows)


def _review_lead(source: Source) -> str:
    dates = formats.listed([formats.day(when) for when in source.assessment.roadmap.reviews])
    return f"Put these dates into the calendar now: {dates}. Half an hour should do for each."


def _steps(source: Source, phase: StepPhase) -> list[RoadmapStep]:
    return [step for step in source.assessment.roadmap.steps if step.phase is phase]
