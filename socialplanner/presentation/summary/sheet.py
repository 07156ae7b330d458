"""The weekly sheet: one week to print, tick off and write on."""

from dataclasses import dataclass
from typing import Final

from socialplanner.domain.agenda import WeekTimes
from socialplanner.domain.measurement import KpiChoice, KpiRole
from socialplanner.presentation import formats, wording
from socialplanner.presentation.summary.agenda import Agenda, fitting_agenda
from socialplanner.presentation.summary.measuring import CODES, QUESTION
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.week import releases_of

MOST_COUNTS: Final = 5
WEEKLY: Final = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on the sheet; an empty cell of a table is room to write in.

    `kept` has a row for each activity, with its planned hours and room for those kept; `counts`
    a row for each figure of the week. `week_of` labels the room for the week's date, `note` that
    for anything else.
    """

    headline: str
    lead: str
    week_of: str
    agenda: Agenda
    kept_headline: str
    kept: TextTable
    counts_headline: str
    counts: TextTable
    question_headline: str
    question: str
    codes: str
    stop_headline: str
    stop: tuple[str, ...]
    note: str


def sheet(source: Source, times: WeekTimes) -> Sheet:
    """Return the weekly sheet."""
    week = fitting_agenda(source, times)
    return Sheet(
        headline=f"This week: {formats.in_sentence(week.headline)}",
        lead=" ".join(filter(None, (week.note, week.later))),
        week_of="Week of",
        agenda=week,
        kept_headline="Hours kept",
        kept=_kept(source),
        counts_headline="Count this week",
        counts=_counts(source),
        question_headline="Ask every enquiry",
        question=QUESTION,
        codes=CODES,
        stop_headline="Stop or shrink",
        stop=_stop(source),
        note="Note of the week",
    )


def _stop(source: Source) -> tuple[str, ...]:
    found = source.assessment.hours
    if found.to_find is None:
        return ("You did not say where your hours go now, so we cannot say what to stop.",)
    return releases_of(source) or ("Nothing that you do now has to stop for this plan.",)


def _kept(source: Source) -> TextTable:
    plan = source.assessment.plan
    rows = [(source.short(a.id), formats.half_hours(a.hours), "") for a in plan.activities]
    total = ("All together", formats.half_hours(plan.hours_per_week), "")
    return table(("Activity", "Planned", "Kept"), [*rows, total], figures=(1,))


def _counts(source: Source) -> TextTable:
    rows = []
    for choice in weekly_counts(source):
        kpi = source.catalogue.kpis[choice.kpi_id]
        rows.append((kpi.name, wording.formula(kpi), ""))
    return table(("Figure", "How", "This week"), rows)


def weekly_counts(source: Source) -> tuple[KpiChoice, ...]:
    """Return the few figures to count in any week: weekly ones, each once, in order of the aims.

    Where none of the plan's figures is weekly, the early sign of the first aim stands in.
    """
    chosen = {choice.kpi_id: choice for choice in reversed(source.assessment.kpis)}
    each = [choice for choice in source.assessment.kpis if chosen[choice.kpi_id] is choice]
    weekly = [c for c in each if source.catalogue.kpis[c.kpi_id].cadence == WEEKLY]
    early = [choice for choice in each if choice.role is KpiRole.EARLY_SIGN]
    return tuple((weekly or early[:1])[:MOST_COUNTS])
