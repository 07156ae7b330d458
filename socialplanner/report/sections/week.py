"""Your week: the activities with their hours, and where the time comes from."""

from dataclasses import replace
from typing import Final

from socialplanner.presentation.formats import SPACE
from socialplanner.presentation.scenes import hours_bars
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.week import WeekPart
from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.document import Section, stage_for
from socialplanner.report.styles import Align, Paper
from socialplanner.report.text import plain

TITLE: Final = "Your week"


def week_section(summary: Summary, paper: Paper, number: str) -> Section:
    """Return the pages on the week."""
    page = summary.week
    scene = hours_bars(page.hours, title="Hours now and planned", stage=stage_for(paper))
    stack = (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        _activities(summary),
        *([c.body(page.published)] if page.published else []),
        c.note(page.labels_note),
        c.body(page.alternatives),
        c.body(page.next_half_hour),
        c.opening(page.hours_headline, page.releases_lead),
        c.figure(scene),
        *_releases(summary),
    )
    return Section(title=TITLE, stack=stack)


def _activities(summary: Summary) -> c.Block:
    columns = [
        c.Column(title="Activity", weight=2.0),
        c.Column(title="Hours", fixed=38, style=styles.CELL_FIGURE),
        c.Column(title="How sure", fixed=66, style=styles.CELL_MUTED),
        c.Column(title="First step", weight=2.6),
    ]
    rows = [row for part in summary.week.parts for row in _part(part)]
    return c.table(columns, [*rows, _strong("Together", summary.week.total.split(SPACE)[0])])


def _part(part: WeekPart) -> list[tuple[str | c.Block, ...]]:
    rows = [(row.name, row.hours, row.label, row.first_step) for row in part.rows]
    return [_strong(part.name, part.hours), *rows]


def _strong(name: str, hours: str) -> tuple[str | c.Block, ...]:
    figure = replace(styles.CELL_STRONG, align=Align.RIGHT)
    return (plain(name, styles.CELL_STRONG), plain(hours, figure), "", "")


def _releases(summary: Summary) -> tuple[c.Block, ...]:
    if not summary.week.releases:
        return ()
    return (c.heading("Stop or shrink"), *c.bullets(summary.week.releases))
