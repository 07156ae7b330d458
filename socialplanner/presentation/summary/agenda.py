"""The week as an agenda: our proposal of when, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.domain.agenda import (
    ROUND_THE_CLOCK,
    Block,
    NoRoomError,
    WeekTimes,
    week_blocks,
)
from socialplanner.domain.ids import Mode
from socialplanner.errors import UserError
from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
PROPOSAL: Final = "Our proposal of when; move the blocks as you like."


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaBlock:
    """One block in words; `from_week` is the week of the roadmap in which it comes first.

    `begins` says so where that is not the first week, and is "" elsewhere.
    """

    block: Block
    name: str
    mode: Mode
    time: str
    hours: str
    from_week: int
    begins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDay:
    """The blocks of one day, and their hours in all."""

    name: str
    hours: str
    blocks: tuple[AgendaBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The week day by day; a day without blocks is not there."""

    headline: str
    note: str
    later: str
    days: tuple[AgendaDay, ...]

    @property
    def blocks(self) -> tuple[AgendaBlock, ...]:
        """Return the blocks of all days."""
        return tuple(block for day in self.days for block in day.blocks)


def agenda(source: Source, times: WeekTimes) -> Agenda:
    """Return the week as an agenda; UserError where it does not fit into the times chosen."""
    try:
        found = week_blocks(source.catalogue, source.assessment.plan.hours, times)
    except NoRoomError as error:
        raise UserError(_no_room(error, times)) from error
    return _in_words(source, found)


def fitting_agenda(source: Source, times: WeekTimes) -> Agenda:
    """Return the week as an agenda, at any hour of any day where it does not fit otherwise."""
    room = times if source.assessment.plan.hours_per_week <= times.room else ROUND_THE_CLOCK
    return agenda(source, room)


def clock(minutes: int) -> str:
    """Return minutes after midnight as "09:30"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _in_words(source: Source, blocks: Sequence[Block]) -> Agenda:
    starts = {s.activity_id: s.run_week for s in source.assessment.roadmap.spans}
    days = []
    for weekday, name in enumerate(WEEKDAYS):
        held = [block for block in blocks if block.weekday == weekday]
        if held:
            shown = tuple(_block(source, block, starts[block.activity_id]) for block in held)
            amount = sum(block.minutes for block in held) / 60
            days.append(AgendaDay(name=name, hours=formats.hours(amount), blocks=shown))
    return Agenda(
        headline=_headline(source, len(days)),
        note=PROPOSAL,
        later=_later(source),
        days=tuple(days),
    )


def _block(source: Source, block: Block, from_week: int) -> AgendaBlock:
    return AgendaBlock(
        block=block,
        name=source.short(block.activity_id),
        mode=source.catalogue.activity(block.activity_id).mode,
        time=f"{clock(block.begin)}–{clock(block.end)}",
        hours=formats.hours(block.minutes / 60),
        from_week=from_week,
        begins=_begins(source, from_week),
    )


def _begins(source: Source, week: int) -> str:
    if week == 1:
        return ""
    if week > source.assessment.roadmap.weeks:
        return "after the 90 days"
    return f"from week{formats.SPACE}{week}"


def _headline(source: Source, days: int) -> str:
    hours = formats.sentence_case(formats.hours_in_words(source.assessment.plan.hours_per_week))
    return f"{hours} on {formats.in_words(days)} {'day' if days == 1 else 'days'}"


def _later(source: Source) -> str:
    """Return what to do with the blocks of activities that do not run yet."""
    if all(span.run_week == 1 for span in source.assessment.roadmap.spans):
        return ""
    return "Until an activity runs, use the time of its blocks to set things up."


def _no_room(error: NoRoomError, times: WeekTimes) -> str:
    days = formats.listed([WEEKDAYS[day] for day in sorted(times.days)])
    planned = formats.sentence_case(formats.hours_in_words(error.hours))
    fits = formats.hours_in_words(error.room)
    room = f"there is room for {fits}" if error.room else "no half-hour is left"
    return (
        f"{planned} a week cannot be placed on {days} from {clock(times.begin)} to midnight: "
        f"{room}. Choose more days or an earlier time."
    )
