"""What would change this plan: answers to check, other circumstances, the flat optimum."""

from typing import Final

from socialplanner.presentation.scenes import Split, SplitWords, split_curve
from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report.document import Section, stage_for
from socialplanner.report.sections.tables import text_table
from socialplanner.report.styles import Paper

TITLE: Final = "What would change this plan"


def change_section(summary: Summary, paper: Paper, number: str) -> Section:
    """Return the pages on what would change the plan."""
    page = summary.change
    split = Split(points=page.curve, band=summary.mix.band, marks=page.marks)
    words = SplitWords(share="networking, % of hours", value="value, best = 100")
    stage = stage_for(paper, 6)
    scene = split_curve(split, title="Value against split", words=words, stage=stage)
    points = [c.Point(head=one.title, body=one.text) for one in page.flips]
    stack = (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        *c.numbered(points),
        c.heading("Other circumstances"),
        text_table(page.scenarios, (110, 1, 66, 60), strong=(0,), small=True),
        c.note(page.scenarios_note),
        c.halves(
            [c.heading("How much the exact split matters"), c.body(page.flat)], [c.figure(scene)]
        ),
    )
    return Section(title=TITLE, stack=stack)
