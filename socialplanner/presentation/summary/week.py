"""Your week: hours for each activity, the nine rows now and planned, what to stop or shrink."""

from dataclasses import dataclass

from socialplanner.domain.activity import Phase
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.comparison import LEAST_RELEASE
from socialplanner.domain.comparison import HoursRow as DomainRow
from socialplanner.domain.ids import Mode
from socialplanner.domain.plan import PlannedActivity
from socialplanner.presentation import formats, names, wording
from socialplanner.presentation.scenes import Hours, HoursRow
from socialplanner.presentation.summary.agreed import agreed
from socialplanner.presentation.summary.firmness import label_of, labels_note
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
class WeekPart:
    """The activities of one mode, with its hours in all."""

    name: str
    mode: Mode
    hours: str
    rows: tuple[WeekRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The section on the week."""

    headline: str
    lead: str
    parts: tuple[WeekPart, ...]
    total: str
    published: str
    labels_note: str
    hours: tuple[HoursRow, ...]
    hours_headline: str
    releases: tuple[str, ...]
    releases_lead: str
    alternatives: str
    next_half_hour: str

    @property
    def rows(self) -> tuple[WeekRow, ...]:
        """Return the activities of both modes."""
        return tuple(row for part in self.parts for row in part.rows)


def week(source: Source) -> Week:
    """Return the section on the week."""
    plan = source.assessment.plan
    return Week(
        headline=_headline(source),
        lead=_lead(source),
        parts=tuple(_part(source, mode) for mode in Mode if plan.hours_of(mode)),
        total=formats.hours(plan.hours_per_week),
        published=_published(source),
        labels_note=labels_note(source),
        hours=tuple(hours_row(source.catalogue, row) for row in source.assessment.hours.rows),
        hours_headline=_hours_headline(source),
        releases=releases_of(source),
        releases_lead=_releases_lead(source),
        alternatives=_alternatives(source),
        next_half_hour=_next_half_hour(source),
    )


def _part(source: Source, mode: Mode) -> WeekPart:
    plan = source.assessment.plan
    return WeekPart(
        name=names.mode_name(source.catalogue, mode),
        mode=mode,
        hours=formats.half_hours(plan.hours_of(mode)),
        rows=tuple(_row(source, a) for a in plan.activities if a.mode is mode),
    )


def first_step(catalogue: Catalogue, activity_id: str, *, is_running: bool = False) -> str:
    """Return the first thing to do for an activity; what runs already is not set up again."""
    steps = catalogue.activity(activity_id).steps
    phase = Phase.BUILD if is_running else Phase.PREPARE
    wanted = [step for step in steps if step.phase is phase]
    return (wanted or list(steps))[0].text


def _headline(source: Source) -> str:
    plan = source.assessment.plan
    count = len(plan.activities)
    things = "activity" if count == 1 else "activities"
    hours = formats.hours_in_words(plan.hours_per_week)
    return f"{formats.sentence_case(hours)} a week for {formats.in_words(count)} {things}, no more"


def _lead(source: Source) -> str:
    plan = source.assessment.plan
    split = wording.hours_split(source.catalogue, source.assessment)
    amount = plan.hours_available - plan.hours_per_week
    if source.assessment.choices.keeps_earlier:
        return f"{split}: {agreed(source)}"
    if not amount:
        return f"{split}: all the hours you said you have, in half-hours."
    stays = "stays" if amount <= 1 else "stay"
    spare = formats.sentence_case(formats.hours_in_words(amount))
    return f"{split}. {spare} of what you have {stays} free: {_why_spare(source)}."


def _published(source: Source) -> str:
    """Return on which platforms the plan publishes, where it does."""
    named = source.catalogue.platforms
    platforms = [named.get(key, key) for key in source.assessment.plan.platforms]
    return f"Publish on {formats.listed(platforms)} only." if platforms else ""


def _why_spare(source: Source) -> str:
    """Return why hours stay free: too few for talking to go with more publishing, or limits."""
    plan, network = source.assessment.plan, source.assessment.plan.hours_of(Mode.NETWORK)
    talked_out = plan.network_hours_available - network < LEAST_RELEASE
    more_media = network / (plan.hours_per_week + LEAST_RELEASE)
    if talked_out and more_media < source.assessment.target.low:
        return "there are no more hours for talking, and publishing more would leave the target"
    return "inside the target and the limits of the activities there is no better use for more"


def _row(source: Source, planned: PlannedActivity) -> WeekRow:
    return WeekRow(
        name=names.activity_name(source.catalogue, planned.id),
        mode=planned.mode,
        hours=formats.half_hours(planned.hours),
        label=label_of(planned),
        first_step=first_step(
            source.catalogue,
            planned.id,
            is_running=planned.id in source.assessment.roadmap.running,
        ),
    )


def hours_row(catalogue: Catalogue, row: DomainRow) -> HoursRow:
    """Return one kind of work for the chart of hours now and planned."""
    now = None if row.now is None else Hours(value=row.now, text=formats.half_hours(row.now))
    return HoursRow(
        label=names.question_short(catalogue, row.question_id),
        colour=COLOURS[row.mode],
        now=now,
        plan=Hours(value=row.planned, text=formats.half_hours(row.planned)),
        change=_hours_change(row),
    )


def _hours_change(row: DomainRow) -> str:
    """Return the difference of the hours as they are printed, nothing for a row of nothing."""
    if row.now is None or not (row.now or row.planned):
        return ""
    return formats.signed_hours(_freed(row) * -1)


def _freed(row: DomainRow) -> float:
    """Return the hours now less those planned, each as it is printed."""
    return formats.to_half_hours(row.now or 0.0) - formats.to_half_hours(row.planned)


def _hours_headline(source: Source) -> str:
    hours = source.assessment.hours
    count = formats.in_words(len(hours.rows))
    if hours.to_find is None:
        return f"How the planned hours fall on the {count} kinds of work"
    if hours.releases:
        first = names.question_short(source.catalogue, hours.releases[0].question_id)
        if hours.to_find > -LEAST_RELEASE:
            return f"The time comes first of all from “{first}”"
        fewer = formats.hours_in_words(-hours.to_find)
        return f"The plan takes {fewer} a week less than now, first of all from “{first}”"
    if hours.to_find >= LEAST_RELEASE:
        return "Nothing has to stop, but new hours have to be found"
    return "Nothing that you do now has to stop"


def _releases_lead(source: Source) -> str:
    hours = source.assessment.hours
    count = formats.in_words(len(hours.rows))
    if hours.to_find is None:
        return (
            "You did not say where your hours go now, so we cannot say what to stop. Answer the "
            f"{count} hours rows, and this page can."
        )
    spent = sum(row.now or 0.0 for row in hours.rows)
    now = f"{formats.hours_in_words(spent)} a week" if spent else "no time on this"
    needed = formats.hours_in_words(source.assessment.plan.hours_per_week)
    text = f"You spend {now} now; the plan needs {needed} a week."
    if hours.to_find >= LEAST_RELEASE:
        found = formats.sentence_case(formats.hours_in_words(hours.to_find))
        text += f" {found} a week must be found in addition."
    if not hours.releases:
        text += f" None of the {count} kinds of work shrinks by half an hour or more."
    return text


def releases_of(source: Source) -> tuple[str, ...]:
    """Return what to stop or shrink, and what that frees."""
    return tuple(_release(source, row) for row in source.assessment.hours.releases)


def _release(source: Source, row: DomainRow) -> str:
    name = names.question_short(source.catalogue, row.question_id)
    freed = formats.hours_in_words(_freed(row))
    if row.is_stopped:
        return f"Stop “{name}” for these 90 days: that frees {freed} a week."
    now, planned = formats.hours_in_words(row.now or 0.0), formats.hours_in_words(row.planned)
    if not formats.to_half_hours(row.planned):
        planned = "a few minutes"
    return f"Shrink “{name}” from {now} to {planned}: that frees {freed} a week."


def _alternatives(source: Source) -> str:
    found = source.assessment.plan.alternatives
    if not found:
        least = source.catalogue.parameters.allocation.alternative_share
        return f"No other activity was chosen in {formats.of_ten(least)} repeats or more."
    listed = formats.quoted([source.short(a.id) for a in found])
    return f"If an activity does not suit you, these came next in the repeats: {listed}."


def _next_half_hour(source: Source) -> str:
    half = source.assessment.plan.next_half_hour
    if not half.changes:
        return "Another half-hour a week would change nothing in this plan."
    if list(half.changes.values()) == [LEAST_RELEASE]:
        return f"Another half-hour a week would go to “{source.short(next(iter(half.changes)))}”."
    moved = wording.changes_text(source.catalogue, half.changes)
    return f"Another half-hour a week would regroup the plan: {moved}."
