"""What would change this plan: answers to check, other circumstances, the flat optimum."""

from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import Split, SplitWords, split_curve
from socialplanner.presentation.summary import Summary
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.sections.tables import text_table
from socialplanner.report.styles import Paper

TITLE: Final = "What would change this plan"


def change_section(summary: Summary, paper: Paper, number: str) -> c.Section:
    """Return the pages on what would change the plan."""
    page = summary.change
    split = Split(points=page.curve, band=summary.mix.band, marks=page.marks)
    words = SplitWords(share="networking, % of hours", value="value, best = 100")
    stage = stage_for(paper, 6)
    scene = split_curve(split, title="Value against split", words=words, stage=stage)
    flat = c.Heading(title="How much the exact split matters", text=page.flat)
    content = (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.lead(page.lead),
        c.Findings(statements=page.flips, is_numbered=True),
        c.Heading(title="Other circumstances"),
        text_table(page.scenarios, (110, 1, 66, 60), strong=(0,), small=True),
        c.note(page.scenarios_note),
        c.Detail(content=(c.Beside(left=(flat,), right=(c.Chart(scene=scene),)),)),
    )
    return c.Section(title=TITLE, content=content, part=PlanPart.CHANGE)
