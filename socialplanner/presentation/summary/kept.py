"""Planned hours against those logged, as a part of the progress."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.record import LoggedWeek
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


HEAD = ("Activity", "Planned a week", "Logged a week", "Kept")


def kept(source: Source, earlier: Assessment, weeks: Sequence[LoggedWeek]) -> Kept:
    """Return planned hours against logged ones between an earlier assessment and this one."""
    counted = counted_weeks(weeks, earlier, source.assessment)
    rows = kept_hours(_promised(source, earlier), earlier.roadmap, counted)
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
        headline=f"Hours kept: {_share(planned, logged)}",
        lead=_lead(len(counted), len(_odd(weeks, earlier, source))),
        hours=table(HEAD, [_row(source, row) for row in rows], figures=(1, 2, 3)),
        share=logged / planned,
    )


def _promised(source: Source, earlier: Assessment) -> Mapping[str, float]:
    """Return the hours of the plan followed until now, of activities that there still are."""
    followed = source.assessment.choices.earlier_plan
    promised = earlier.plan.hours if followed is None else followed
    known = {activity.id for activity in source.catalogue.activities}
    return {key: hours for key, hours in promised.items() if key in known}


def _row(source: Source, row: KeptHours) -> tuple[str, ...]:
    weeks = row.planned / row.a_week
    return (
        source.short(row.activity_id),
        formats.hours(row.a_week),
        formats.hours(row.logged / weeks),
        _share(row.planned, row.logged),
    )


def _share(planned: float, logged: float) -> str:
    """Return what part of the planned hours was kept."""
    share = logged / planned
    return "more than planned" if share > 1 else formats.percent(share)


def _lead(weeks: int, odd: int) -> str:
    number = formats.in_words(weeks)
    count = (
        f"{formats.sentence_case(number)} logged {'week counts' if weeks == 1 else 'weeks count'}"
    )
    skipped = ""
    if odd:
        are = "week that you marked as odd is" if odd == 1 else "weeks that you marked as odd are"
        skipped = f"; {formats.in_words(odd)} {are} left out"
    return (
        f"{count}{skipped}. An activity that a logged week does not name got no hours in it. Each "
        "activity counts from the week in which it was to run."
    )


def _odd(weeks: Sequence[LoggedWeek], earlier: Assessment, source: Source) -> list[LoggedWeek]:
    first, last = earlier.roadmap.start, source.assessment.today
    return [week for week in weeks if week.is_odd and first <= week.monday < last]
