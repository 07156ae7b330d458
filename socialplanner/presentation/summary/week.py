"""Your week: hours for each activity, the nine rows now and planned, what to stop or shrink."""

from dataclasses import dataclass

from socialplanner.domain.activity import Phase
from socialplanner.domain.comparison import HoursRow as DomainRow
from socialplanner.domain.ids import Mode
from socialplanner.domain.plan import PlannedActivity
from socialplanner.domain.stability import StabilityLabel
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.scenes import ActivityBar, Hours, HoursRow
from socialplanner.presentation.summary.parts import COLOURS, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One activity of the week, with its first step."""

    name: str
    mode: Mode
    hours: str
    label: str
    first_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The section on the week."""

    headline: str
    lead: str
    rows: tuple[WeekRow, ...]
    total: str
    bars: tuple[ActivityBar, ...]
    labels_note: str
    hours: tuple[HoursRow, ...]
    hours_headline: str
    releases: tuple[str, ...]
    releases_lead: str
    alternatives: str
    next_half_hour: str


def week(source: Source) -> Week:
    """Return the section on the week."""
    plan = source.assessment.plan
    return Week(
        headline=_headline(source),
        lead=_lead(source),
        rows=tuple(_row(source, planned) for planned in plan.activities),
        total=formats.hours(plan.hours_per_week),
        bars=tuple(_bar(source, planned) for planned in plan.activities),
        labels_note=_labels_note(source),
        hours=tuple(_hours_row(source, row) for row in source.assessment.hours.rows),
        hours_headline=_hours_headline(source),
        releases=tuple(_release(source, row) for row in source.assessment.hours.releases),
        releases_lead=_releases_lead(source),
        alternatives=_alternatives(source),
        next_half_hour=_next_half_hour(source),
    )


def first_step(source: Source, activity_id: str) -> str:
    """Return the first thing to do for an activity."""
    steps = source.catalogue.activity(activity_id).steps
    prepare = [step for step in steps if step.phase is Phase.PREPARE]
    return (prepare or list(steps))[0].text


def _headline(source: Source) -> str:
    plan = source.assessment.plan
    count = len(plan.activities)
    number = formats.SMALL[count] if count < len(formats.SMALL) else str(count)
    things = "activity" if count == 1 else "activities"
    hours = formats.hours_in_words(plan.hours_per_week)
    return f"{formats.sentence_case(hours)} a week for {number} {things}, no more"


def _lead(source: Source) -> str:
    plan = source.assessment.plan
    split = wording.hours_split(source.catalogue, source.assessment)
    if plan.hours_per_week < plan.hours_available:
        spare = formats.hours_in_words(plan.hours_available - plan.hours_per_week)
        return f"{split}. {formats.sentence_case(spare)} of what you have stay free."
    return f"{split}: every hour you said you have, in half-hours."


def _row(source: Source, planned: PlannedActivity) -> WeekRow:
    label = "Your choice" if planned.is_pinned else wording.LABELS[planned.label]
    return WeekRow(
        name=names.activity_name(source.catalogue, planned.id),
        mode=planned.mode,
        hours=formats.half_hours(planned.hours),
        label=label,
        first_step=first_step(source, planned.id),
    )


def _bar(source: Source, planned: PlannedActivity) -> ActivityBar:
    return ActivityBar(
        label=source.short(planned.id),
        colour=COLOURS[planned.mode],
        hours=Hours(value=planned.hours, text=formats.hours(planned.hours)),
        note="Your choice" if planned.is_pinned else wording.LABELS[planned.label],
    )


def _labels_note(source: Source) -> str:
    plan = source.assessment.plan
    core = sum(a.label is StabilityLabel.CORE for a in plan.activities)
    low, high = plan.stability.network_share_low, plan.stability.network_share_high
    share = formats.percent_range(low, high)
    return (
        "We planned your week 200 times with slightly different numbers. Core: chosen in at least "
        "seven of ten; good choice: in three to seven of ten; alternative: in fewer. "
        f"{_core_words(core, len(plan.activities))} The share for networking was {share} in most "
        "of them: the share is a finding, the list is a menu."
    )


def _core_words(core: int, count: int) -> str:
    if core == count:
        return "All of yours are core."
    number = formats.SMALL[core] if core < len(formats.SMALL) else str(core)
    return f"{formats.sentence_case(number)} of your {count} {'is' if core == 1 else 'are'} core."


def _hours_row(source: Source, row: DomainRow) -> HoursRow:
    now = None if row.now is None else Hours(value=row.now, text=formats.half_hours(row.now))
    return HoursRow(
        label=names.question_short(source.catalogue, row.question_id),
        colour=COLOURS[row.mode],
        now=now,
        plan=Hours(value=row.planned, text=formats.half_hours(row.planned)),
        change=_hours_change(row),
    )


def _hours_change(row: DomainRow) -> str:
    if row.now is None or not (row.now or row.planned):
        return ""
    return formats.signed_hours(row.planned - row.now)


def _hours_headline(source: Source) -> str:
    hours = source.assessment.hours
    if hours.to_find is None:
        return "How the planned hours fall on the nine kinds of work"
    if hours.releases:
        first = names.question_short(source.catalogue, hours.releases[0].question_id)
        return f"The time comes first of all from “{first}”"
    if hours.to_find > 0:
        return "Nothing has to stop, but new hours have to be found"
    return "Nothing that you do now has to stop"


def _releases_lead(source: Source) -> str:
    hours = source.assessment.hours
    if hours.to_find is None:
        return (
            "You did not say where your hours go now, so we cannot say what to stop. Answer the "
            "nine hours rows, and this page will."
        )
    now = sum(row.now or 0.0 for row in hours.rows)
    text = (
        f"You spend {formats.hours(now)} a week now; the plan needs "
        f"{formats.hours(source.assessment.plan.hours_per_week)}."
    )
    if hours.to_find >= formats.FIVE / 10:
        found = formats.hours_in_words(hours.to_find)
        text += f" {formats.sentence_case(found)} a week must be found outside of it."
    if not hours.releases:
        text += " None of the nine kinds of work shrinks by half an hour or more."
    return text


def _release(source: Source, row: DomainRow) -> str:
    name = names.question_short(source.catalogue, row.question_id)
    freed = formats.hours_in_words(row.release)
    if row.is_stopped:
        return f"Stop “{name}” for these 90 days: {freed} a week."
    planned = formats.hours_in_words(row.planned)
    return (
        f"Shrink “{name}” from {formats.hours(row.now or 0.0)} to {planned}: frees {freed} a week."
    )


def _alternatives(source: Source) -> str:
    found = source.assessment.plan.alternatives
    if not found:
        return "No other activity was chosen in a tenth of the repeats."
    listed = formats.listed([f"{source.short(a.id)}" for a in found])
    return f"If one of them does not suit you, these came next: {listed}."


def _next_half_hour(source: Source) -> str:
    half = source.assessment.plan.next_half_hour
    up = {key: amount for key, amount in half.changes.items() if amount > 0}
    if not up:
        return "Another half-hour a week would change nothing in this plan."
    if len(half.changes) == 1:
        return f"Another half-hour a week would go to “{source.short(next(iter(up)))}”."
    moved = wording.changes_text(source.catalogue, half.changes)
    return f"Another half-hour a week would regroup the plan: {moved}."
