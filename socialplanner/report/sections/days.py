"""The next 90 days: the calendar of activities, and their steps."""

from typing import Final

from socialplanner.presentation.scenes import roadmap
from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report.blocks import Block
from socialplanner.report.document import Section, stage_for
from socialplanner.report.sections.tables import text_table
from socialplanner.report.styles import Paper

TITLE: Final = "The next 90 days"


def days_sections(summary: Summary, paper: Paper, number: str) -> tuple[Section, ...]:
    """Return the pages on the 90 days."""
    page = summary.days
    scene = roadmap(page.rows, page.reviews, title="Thirteen weeks", stage=stage_for(paper))
    stack: tuple[Block, ...] = (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        c.figure(scene),
        c.heading("Set up, once"),
        text_table(page.set_up, (58, 92, 1, 36, 62), strong=(1,)),
        c.heading("Then, every week"),
        text_table(page.build, (68, 92, 1, 36, 62), strong=(1,)),
        c.heading("At the reviews"),
        c.body(page.review_lead),
    )
    if page.review.rows:
        stack = (*stack, text_table(page.review, (90, 110, 1), strong=(1,)))
    return (Section(title=TITLE, stack=stack),)
