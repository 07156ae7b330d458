"""Your week: the activities with their hours, and where the time comes from."""

from typing import Final

from socialplanner.presentation.formats import SPACE
from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import hours_bars
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.week import WeekPart
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Your week"


def week_section(summary: Summary, paper: Paper, number: str) -> c.Section:
    """Return the pages on the week."""
    page = summary.week
    scene = hours_bars(page.hours, title="Hours now and planned", stage=stage_for(paper))
    content = (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.lead(page.lead),
        _activities(summary),
        *([c.body(page.published)] if page.published else []),
        c.note(page.labels_note),
        c.Detail(content=(c.body(page.alternatives), c.body(page.next_half_hour))),
        c.Heading(title=page.hours_headline, text=page.releases_lead),
        c.Chart(scene=scene),
        *_releases(summary),
    )
    return c.Section(title=TITLE, content=content, part=PlanPart.WEEK)


def _activities(summary: Summary) -> c.Node:
    columns = (
        c.Column(title="Activity", weight=2.0),
        c.Column(title="Hours", fixed=38, look=c.CellLook.FIGURE),
        c.Column(title="How sure", fixed=66, look=c.CellLook.MUTED),
        c.Column(title="First step", weight=2.6),
    )
    rows = [row for part in summary.week.parts for row in _part(part)]
    together = _strong("Together", summary.week.total.split(SPACE)[0])
    return c.Grid(columns=columns, rows=(*rows, together))


def _part(part: WeekPart) -> list[tuple[c.CellContent, ...]]:
    rows = [(row.name, row.hours, row.label, row.first_step) for row in part.rows]
    return [_strong(part.name, part.hours), *rows]


def _strong(name: str, hours: str) -> tuple[c.CellContent, ...]:
    return (c.Strong(text=name), c.Strong(text=hours), "", "")


def _releases(summary: Summary) -> tuple[c.Node, ...]:
    if not summary.week.releases:
        return ()
    return (c.Heading(title="Stop or shrink"), c.Bullets(items=tuple(summary.week.releases)))
