"""The next 90 days: the calendar of activities, and their steps."""

from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import roadmap
from socialplanner.presentation.summary import Summary
from socialplanner.presentation.summary.parts import TextTable
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.sections.tables import text_table
from socialplanner.report.styles import Paper

TITLE: Final = "The next 90 days"
_SHORT_NAME: Final = 60


def days_section(summary: Summary, paper: Paper, number: str) -> c.Section:
    """Return the pages on the 90 days."""
    page = summary.days
    scene = roadmap(page.rows, page.reviews, title="Thirteen weeks", stage=stage_for(paper))
    content = (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.lead(page.lead),
        c.Chart(scene=scene),
        *_set_up(page.set_up),
        c.Heading(title="Then, every week" if page.set_up.rows else "Every week"),
        text_table(page.build, _widths(page.build), strong=(1,), small=True),
        *_reviews(summary),
    )
    return c.Section(title=TITLE, content=content, part=PlanPart.DAYS)


def _set_up(table: TextTable) -> tuple[c.Node, ...]:
    """Return what is done once; nothing where all of the plan runs already."""
    if not table.rows:
        return ()
    return (
        c.Heading(title="Set up, once"),
        text_table(table, _widths(table), strong=(1,), small=True),
    )


def _widths(table: TextTable) -> tuple[float, ...]:
    """Return the widths of the columns; who does it has more room where a name is long."""
    longest = max((len(row[-1]) for row in table.rows), default=0)
    return (54, 88, 1, 30, 64 if longest <= _SHORT_NAME else 1)


def _reviews(summary: Summary) -> tuple[c.Node, ...]:
    page = summary.days
    opening = c.Heading(title="At the reviews", text=page.review_lead)
    if not page.review.rows:
        return (opening,)
    return (opening, text_table(page.review, (90, 110, 1), strong=(1,), small=True))
