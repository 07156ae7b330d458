"""Your mix: where the two modes stand, the target band, and why it lies there."""

from typing import Final

from socialplanner.presentation.plan_options import PlanPart
from socialplanner.presentation.scenes import mix_bars, target_terms
from socialplanner.presentation.summary import Summary
from socialplanner.report import content as c
from socialplanner.report.document import stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Your mix"


def mix_section(summary: Summary, paper: Paper, number: str) -> c.Section:
    """Return the page on the mix."""
    page, stage = summary.mix, stage_for(paper)
    bars = mix_bars(
        page.rows, page.band, title="The mix now, its target, and the plan", stage=stage
    )
    terms = target_terms(page.start, page.terms, page.end, title="Why this target", stage=stage)
    content = (
        c.SectionHead(number=number, label=TITLE, headline=page.headline),
        c.lead(page.lead),
        c.Chart(scene=bars),
        c.Beside(left=(c.body(page.say_do),), right=(c.body(page.price),)),
        c.Detail(
            content=(
                c.Heading(title="Why this target", text=page.why),
                c.Chart(scene=terms),
            )
        ),
    )
    return c.Section(title=TITLE, content=content, part=PlanPart.MIX)
