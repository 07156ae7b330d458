"""Planned hours against those logged, as a part of the progress."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.followed import FollowedHours, hours_in
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.roadmap import WEEK
from socialplanner.domain.then_and_now import KeptHours, counted_weeks, kept_hours
from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source, TextTable, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Hours planned and kept; without logged weeks the table is empty and `share` None."""

    headline: str
    lead: str
    hours: TextTable
    share: float | None = None


MORE = 1.05
"""From this share on more was logged than planned; below it the printed hours may be alike."""
HEAD = ("Activity", "Planned a week", "Logged a week", "Kept")


def kept(
    source: Source,
    earlier: Assessment,
    weeks: Sequence[LoggedWeek],
    followed: Sequence[FollowedHours] = (),
) -> Kept:
    """Return planned hours against logged ones between an earlier assessment and this one.

    Each week counts by what was followed in it; where that is not known, by the earlier plan.
    """
    counted = counted_weeks(weeks, earlier, source.assessment)
    rows = kept_hours(_promised(source, earlier, followed), earlier.roadmap, counted)
    if not rows:
        return Kept(
            headline="No logged weeks to compare with",
            lead=(
                "No weeks of the earlier plan were logged, so its hours cannot be set against "
                "those that were kept."
            ),
            hours=table(HEAD, ()),
        )
    planned, logged = sum(row.planned for row in rows), sum(row.logged for row in rows)
    return Kept(
        headline=f"Hours kept: {share_kept(planned, logged)}",
        lead=_lead(len(counted), *_left_out(source, earlier, weeks, counted)),
        hours=table(HEAD, [_row(source, row) for row in in_order(source, rows)], figures=(1, 2, 3)),
        share=logged / planned,
    )


def _promised(
    source: Source, earlier: Assessment, followed: Sequence[FollowedHours]
) -> tuple[FollowedHours, ...]:
    """Return the hours to be worked from each Monday on, of activities that there still are."""
    start, known = earlier.roadmap.start, {each.id for each in source.catalogue.activities}
    found = list(followed)
    if hours_in(found, start) is None:
        told = source.assessment.choices.earlier_plan
        hours = earlier.plan.hours if told is None or found else told
        found.insert(0, FollowedHours(monday=start, hours=hours))
    return tuple(
        replace(each, hours={key: hours for key, hours in each.hours.items() if key in known})
        for each in found
    )


def in_order(source: Source, rows: Sequence[KeptHours]) -> list[KeptHours]:
    """Return rows in the order of the plan, what is no longer in it last."""
    order = list(source.assessment.plan.hours)
    order += [activity.id for activity in source.catalogue.activities]
    return sorted(rows, key=lambda row: order.index(row.activity_id))


def decimal_hours(amount: float) -> str:
    """Return hours with one decimal, "0.2 h": in half-hours little of them would be none."""
    return f"{formats.rounded(amount, 1):,.1f}{formats.SPACE}h"


def _row(source: Source, row: KeptHours) -> tuple[str, ...]:
    return (
        source.short(row.activity_id),
        decimal_hours(row.planned / row.weeks),
        decimal_hours(row.logged / row.weeks),
        share_kept(row.planned, row.logged),
    )


def share_kept(planned: float, logged: float) -> str:
    """Return what part of the planned hours was kept."""
    share = logged / planned
    return "more than planned" if share >= MORE else formats.percent(min(1.0, share))


def _lead(weeks: int, odd: int, unlogged: int) -> str:
    number = formats.in_words(weeks)
    count = (
        f"{formats.sentence_case(number)} logged {'week counts' if weeks == 1 else 'weeks count'}"
    )
    said = [
        f"{formats.in_words(each)} {'week' if each == 1 else 'weeks'} {what}"
        for each, what in ((odd, "that you marked as odd"), (unlogged, "without hours"))
        if each
    ]
    are = "is" if odd + unlogged == 1 else "are"
    skipped = f"; {formats.listed(said)} {are} left out" if said else ""
    return (
        f"{count}{skipped}. An activity that a logged week does not name got no hours in it. Each "
        "activity counts from the week in which it was to run."
    )


def _left_out(
    source: Source,
    earlier: Assessment,
    weeks: Sequence[LoggedWeek],
    counted: Sequence[LoggedWeek],
) -> tuple[int, int]:
    """Return how many of the weeks that are over were odd, and how many have no hours."""
    first, last = earlier.roadmap.start, source.assessment.today
    odd = sum(each.is_odd and first <= each.monday <= last - WEEK for each in weeks)
    return odd, max(0, (last - first) // WEEK - len(counted) - odd)
