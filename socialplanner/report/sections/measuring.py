"""Measuring return: break-even, what to count, links and the question, decision rules."""

from typing import Final

from socialplanner.presentation.summary import Summary
from socialplanner.report import components as c
from socialplanner.report import styles
from socialplanner.report.blocks import Together
from socialplanner.report.document import Section
from socialplanner.report.sections.tables import text_table

TITLE: Final = "Measuring return"


def measuring_section(summary: Summary, number: str) -> Section:
    """Return the pages on return."""
    page = summary.measuring
    money = page.break_even
    stack = (
        *c.section_head(number, TITLE, page.headline),
        c.lead(page.lead),
        text_table(money.formulas, (150, 1, 84), strong=(0,)),
        c.note(money.note),
        c.heading("Two accounts, one clock"),
        text_table(money.ledgers, (104, 62, 70, 1), strong=(0,)),
        *(c.body(text) for text in money.honesty),
        c.opening("What to count", page.kpi_note),
        text_table(page.kpis, (74, 1.1, 1.5, 1, 1.5), strong=(0,), small=True),
        *_question(summary),
        *_links(summary),
        *_rules(summary),
    )
    return Section(title=TITLE, stack=stack)


def _question(summary: Summary) -> tuple[c.Block, ...]:
    page = summary.measuring
    return (
        c.opening("The one question", page.question_lead),
        c.copyable("Ask", page.question),
        c.body(page.codes, before=4),
    )


def _links(summary: Summary) -> tuple[c.Block, ...]:
    page = summary.measuring
    note = c.note(page.links_note)
    if not page.links.rows:
        return (c.heading("Links ready to copy"), note)
    links = text_table(page.links, (100, 76, 1), strong=(0,), small=True)
    return (Together(stack=(c.heading("Links ready to copy"), links, note)),)


def _rules(summary: Summary) -> tuple[c.Block, ...]:
    page = summary.measuring
    columns = [
        c.Column(title="Rule", weight=3),
        c.Column(title="The number is", weight=1, style=styles.CELL_MUTED),
    ]
    rows = [(rule.text, rule.basis) for rule in page.rules]
    if not rows:
        return ()
    return (c.opening("Decisions agreed now", page.rules_lead), c.table(columns, rows))
