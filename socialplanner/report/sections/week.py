"""Your week: the activities with their hours, and where the time comes from."""

from typing import Final

from socialplanner.domain.ids import Mode
from socialplanner.presentation.scenes import hours_bars
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.week import WeekRow
from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.blocks import Block
from socialplanner.report.document import Section, stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Your week"
HEADS: Final = {Mode.MEDIA: "Social media", Mode.NETWORK: "Social networking"}


def week_sections(summary: Summary, paper: Paper, number: str) -> tuple[Section, ...]:
    """Return the pages on the week."""
    page = summary.week
    first = (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        _activities(summary),
        c.note(page.labels_note),
        c.body(page.alternatives),
        c.body(page.next_half_hour),
    )
    scene = hours_bars(page.hours, title="Hours now and planned", stage=stage_for(paper))
    second = (
        c.heading(page.hours_headline),
        c.body(page.releases_lead),
        c.figure(scene),
        *_releases(summary),
    )
    return Section(title=TITLE, stack=first), Section(title=TITLE, stack=second)


def _activities(summary: Summary) -> Block:
    columns = [
        c.Column(title="Activity", weight=2.0, style=styles.CELL_STRONG),
        c.Column(title="Hours", fixed=38, style=styles.CELL_FIGURE),
        c.Column(title="How sure", fixed=66, style=styles.CELL_MUTED),
        c.Column(title="First step", weight=2.6),
    ]
    rows: list[tuple[str, ...]] = []
    for mode in Mode:
        found = [row for row in summary.week.rows if row.mode is mode]
        rows += [_row(row, HEADS[mode] if place == 0 else "") for place, row in enumerate(found)]
    rows.append(("Together", summary.week.total.split("\u00a0")[0], "", ""))
    return c.table(columns, [row[-4:] for row in rows])


def _row(row: WeekRow, head: str) -> tuple[str, ...]:
    name = f"{head}\n{row.name}" if head else row.name
    return (name, row.hours, row.label, row.first_step)


def _releases(summary: Summary) -> tuple[Block, ...]:
    if not summary.week.releases:
        return ()
    return (c.heading("Stop or shrink"), *c.bullets(summary.week.releases))
