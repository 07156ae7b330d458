"""Your mix: where the two modes stand, the target band, and why it lies there."""

from typing import Final

from socialplanner.presentation.scenes import mix_bars, target_terms
from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report.document import Section, stage_for
from socialplanner.report.styles import Paper

TITLE: Final = "Your mix"


def mix_section(summary: Summary, paper: Paper, number: str) -> Section:
    """Return the page on the mix."""
    page, stage = summary.mix, stage_for(paper)
    bars = mix_bars(
        page.rows, page.band, title="The mix now, its target, and the plan", stage=stage
    )
    terms = target_terms(page.start, page.terms, page.end, title="Why this target", stage=stage)
    stack = (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        c.figure(bars),
        c.halves([c.body(page.say_do)], [c.body(page.price)]),
        c.heading("Why this target"),
        c.body(page.why),
        c.figure(terms),
    )
    return Section(title=TITLE, stack=stack)
