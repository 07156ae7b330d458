"""The weekly sheet: one page to print, tick off and write on."""

from collections.abc import Callable
from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.agenda import AgendaDay
from socialplanner.presentation.summary.sheet import Sheet
from socialplanner.report import content as c
from socialplanner.report.sections.tables import text_table

TITLE: Final = "Weekly sheet"
_DAY: Final = 74


def sheet_section(summary: Summary, number: str, fits: Callable[[c.Section], bool]) -> c.Section:
    """Return the sheet so that one page holds it: many blocks in small type, without the codes."""
    for is_small, has_codes in ((False, True), (True, True), (True, False)):
        content = _content(summary.sheet, number, is_small=is_small, has_codes=has_codes)
        section = c.Section(title=TITLE, content=content, part=PlanPart.SHEET)
        if fits(section):
            break
    return section


def _content(page: Sheet, number: str, *, is_small: bool, has_codes: bool) -> tuple[c.Node, ...]:
    question = c.Copyable(label=page.question, text=page.codes)
    left = (
        c.Blank(label=page.week_of),
        _days(page.agenda.days, is_small=is_small),
        c.note(page.lead),
        c.caption(page.question_headline),
        question if has_codes else c.body(page.question),
        c.caption(page.stop_headline),
        c.Bullets(items=page.stop),
        c.Blank(label=page.note),
    )
    right = (
        c.caption(page.kept_headline),
        text_table(page.kept, (1, 40, 36), small=True),
        c.caption(page.counts_headline),
        _counts(page),
    )
    return (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.Beside(left=left, right=right, is_margin=True),
    )


def _days(days: tuple[AgendaDay, ...], *, is_small: bool) -> c.Grid:
    columns = (c.Column(title="Day", fixed=_DAY), c.Column(title="Blocks to tick off"))
    rows = tuple((c.Strong(text=f"{day.name}\n{day.hours}"), _ticks(day)) for day in days)
    return c.Grid(columns=columns, rows=rows, is_small=is_small)


def _ticks(day: AgendaDay) -> c.Ticks:
    lines = (
        "   ".join(filter(None, (block.time, block.name, block.begins))) for block in day.blocks
    )
    return c.Ticks(items=tuple(lines))


def _counts(page: Sheet) -> c.Grid:
    columns = (
        c.Column(title=page.counts.head[0]),
        c.Column(title=page.counts.head[-1], fixed=52),
    )
    rows = tuple((f"{row[0]}\n{row[1]}", "") for row in page.counts.rows)
    return c.Grid(columns=columns, rows=rows, is_small=True)
