"""Why the 90 days begin when they begin, and why an activity runs from its week on."""

from socialplanner.domain.ids import Origin
from socialplanner.domain.roadmap import ActivitySpan
from socialplanner.presentation import formats, wording
from socialplanner.presentation.i18n import _
from socialplanner.presentation.summary.parts import Source
from socialplanner.presentation.why import Reason
from socialplanner.presentation.why.parts import (
    FigureRow,
    assumption_rows,
    figure_table,
    fine,
    worked_out,
    yours,
)


def start_reason(source: Source) -> Reason:
    """Return why week 1 starts on its day, and why setting up takes its hours."""
    roadmap = source.assessment.roadmap
    rows = [
        (
            _("Setting up: {activity}").format(activity=source.short(span.activity_id)),
            fine(source.catalogue.activity(span.activity_id).setup_hours),
            _origin(source, span.activity_id),
        )
        for span in roadmap.spans
        if span.activity_id not in roadmap.running
    ]
    whole = (_("Hours of setting up in all"), fine(roadmap.set_up_hours), worked_out())
    return Reason(
        title=_("Why this start and these hours?"),
        value=_("Week 1 starts on {day}").format(day=formats.day(roadmap.start)),
        formula=_("Start = the first Monday from {day} on").format(
            day=formats.day(source.assessment.today)
        ),
        figures=figure_table((*rows, whole)),
        question_ids=("business.hours_per_week",),
        notes=(_("The day is that of your computer."),),
    )


def span_reason(source: Source, span: ActivitySpan) -> Reason:
    """Return why an activity is set up and runs in its weeks."""
    roadmap = source.assessment.roadmap
    if span.activity_id in roadmap.running:
        return _running_reason(source, span)
    when = formats.short_day(roadmap.week_start(span.run_week))
    return Reason(
        title=_("Why these weeks for {name}?").format(name=source.short(span.activity_id)),
        value=_("Set up from week {begin}, runs from week {run} ({day})").format(
            begin=span.set_up_week, run=span.run_week, day=when
        ),
        formula=_(
            "Week by week, what already runs takes its hours. The rest sets up the next activities "
            "in turn; an activity runs from the week after it is set up."
        ),
        figures=figure_table(_span_rows(source, span)),
        question_ids=("business.hours_per_week",),
        notes=(
            _("Answering people and keeping notes come first, then what takes long to set up."),
        ),
    )


def _running_reason(source: Source, span: ActivitySpan) -> Reason:
    """Return why an activity is not set up again."""
    hours = source.assessment.plan.hours[span.activity_id]
    review = source.catalogue.parameters.review
    return Reason(
        title=_("Why these weeks for {name}?").format(name=source.short(span.activity_id)),
        value=_("Runs already"),
        formula=_(
            "What has logged hours in at least {least} of the last {most} weeks goes on in week 1."
        ).format(least=review.review_every_weeks, most=review.roadmap_weeks),
        figures=figure_table([(_("Hours a week"), fine(hours), worked_out())]),
    )


def _span_rows(source: Source, span: ActivitySpan) -> list[FigureRow]:
    plan, roadmap = source.assessment.plan, source.assessment.roadmap
    running = [
        each for each in roadmap.spans if each.run_week <= span.set_up_week and each is not span
    ]
    taken = sum(plan.hours[each.activity_id] for each in running)
    return [
        (_("Hours you have a week"), fine(plan.hours_available), yours()),
        (_("Hours of what runs by then"), fine(taken), worked_out()),
        (_("Free for setting up"), fine(max(0.0, plan.hours_available - taken)), worked_out()),
        (
            _("Hours of setting it up, once"),
            fine(source.catalogue.activity(span.activity_id).setup_hours),
            _origin(source, span.activity_id),
        ),
        (
            _("Hours a week once it runs"),
            formats.half_hours(plan.hours[span.activity_id]),
            worked_out(),
        ),
    ]


def review_reason(source: Source) -> Reason:
    """Return why the plan is looked at on its dates."""
    roadmap = source.assessment.roadmap
    ids = ("review.review_every_weeks", "review.roadmap_weeks")
    rows = [
        (_("Week 1 starts on"), formats.day(roadmap.start), worked_out()),
        *assumption_rows(source, ids),
    ]
    dates = formats.listed([formats.day(when) for when in roadmap.reviews])
    return Reason(
        title=_("Why these dates?"),
        value=dates,
        formula=_("Review = the Friday that ends every {weeks}th week").format(
            weeks=fine(source.catalogue.parameters.review.review_every_weeks)
        ),
        figures=figure_table(rows),
        notes=(_("We assume that anything shorter shows mostly chance."),),
    )


def _origin(source: Source, activity_id: str) -> str:
    origins = source.catalogue.activity(activity_id).origins
    return wording.ORIGINS[origins.get("setup_hours", Origin.DEFAULT)]
